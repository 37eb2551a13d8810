package store

import (
	"cmp"
	"context"
	"slices"

	"chancery"
	"chancery/ledger"
)

// Bounds of looking back, so that one paper of many rows costs no desk its speed.
const (
	reputePapers     = 20
	reputeStatements = 5000
)

// Reputes gives how rules fared; see [ledger.Store].
func (s *Store) Reputes(ctx context.Context, ask ledger.ReputeQuery) ([]ledger.Repute, error) {
	var out []ledger.Repute
	err := s.snapshot(ctx, func(q session) error {
		papers, err := q.judgedPapers(ask)
		if err != nil {
			return err
		}
		if err := q.learnt(); err != nil {
			return err
		}
		var all []int64
		for _, p := range papers {
			numbers, err := q.statementsOf(p, 0)
			if err != nil {
				return err
			}
			all = append(all, numbers...)
		}
		out, err = q.reputes(all)
		return err
	})
	return out, fault("store.Reputes", err)
}

// judgedPapers gives the numbers of the last papers of a kind that were judged.
func (q session) judgedPapers(ask ledger.ReputeQuery) ([]int64, error) {
	var out []int64
	total := 0
	err := q.each(`SELECT d.number, t.judged + t.waiting FROM document d JOIN document_state t ON t.document = d.number
		WHERE t.judged > 0 AND d.kind = $1 AND d.language = $2 ORDER BY d.number DESC LIMIT $3`, func(scan func(...any) error) error {
		var number int64
		var statements int
		err := scan(&number, &statements)
		if total += statements; total <= reputeStatements {
			out = append(out, number)
		}
		return err
	}, string(ask.Kind), ask.Language, int64(cmp.Or(ask.Papers, reputePapers)))
	return out, err
}

// reputes counts the judgements in force; what was confirmed only because
// something refers to it (the flag implied, 1) does not count.
func (q session) reputes(statements []int64) ([]ledger.Repute, error) {
	type key struct{ rule, property int64 }
	of := map[key]*ledger.Repute{}
	err := q.each(`SELECT s.rule, s.property, f.judgement, COUNT(*) FROM statement s
		JOIN fact f ON f.subject = s.subject AND f.statement = s.number AND f.since <= $1 AND f.until > $1
		JOIN verdict v ON v.number = f.verdict AND v.grade = ''
		WHERE s.number IN `+ints("$2")+` AND f.judgement IN ($3, $4) AND f.flags % 2 = 0 GROUP BY s.rule, s.property, f.judgement`, func(scan func(...any) error) error {
		var k key
		var judgement int64
		var n int
		if err := scan(&k.rule, &k.property, &judgement, &n); err != nil {
			return err
		}
		if of[k] == nil {
			r, p := q.ruleOf(k.rule), q.propertyOf(k.property)
			of[k] = &ledger.Repute{Rule: r.name, Version: r.version, Schema: p.schema, Property: p.name}
		}
		if judgements[judgement] == chancery.Rejected {
			of[k].Rejected += n
		} else {
			of[k].Confirmed += n
		}
		return nil
	}, at(0), numbers(statements), judgementCode(chancery.Confirmed), judgementCode(chancery.Rejected))
	var out []ledger.Repute
	for _, r := range of {
		out = append(out, *r)
	}
	slices.SortFunc(out, func(a, b ledger.Repute) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), a.Version-b.Version, cmp.Compare(a.Schema, b.Schema), cmp.Compare(a.Property, b.Property))
	})
	return out, err
}
