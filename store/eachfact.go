package store

import (
	"cmp"
	"context"
	"slices"

	"chancery"
	"chancery/ledger"
)

// factChunk is how many facts are held at once of those given one by one.
const factChunk = 10_000

// EachFact gives facts one by one; see [ledger.Store]. Facts has to look up of
// each the paper, the names and the verdict before it can sort them; here one
// pass finds where they stand, and their values are read in that order.
func (s *Store) EachFact(ctx context.Context, ask ledger.FactQuery, fn func(ledger.Fact) error) error {
	err := s.snapshot(ctx, func(q session) error {
		if err := q.learnt(); err != nil {
			return err
		}
		all, err := q.standing(ask)
		if err != nil {
			return err
		}
		for chunk := range slices.Chunk(all, factChunk) {
			if err := q.eachOf(chunk, ask.At, fn); err != nil {
				return err
			}
		}
		return nil
	})
	return fault("store.EachFact", err)
}

// standingFact is where a fact stands, in numbers.
type standingFact struct {
	statement, subject, ref, property, verdict, until, lo, hi int64
	since                                                     ledger.Number
}

// standing gives where the facts of a query stand, in order of arrival.
func (q session) standing(ask ledger.FactQuery) ([]standingFact, error) {
	ask.ByDate = false
	where, args, err := q.factWhere(ask)
	if err != nil || where == "" {
		return nil, err
	}
	from := "fact f"
	if ask.Ceiling != nil || ask.Document != "" {
		from += " JOIN statement s ON s.number = f.statement"
	}
	var out []standingFact
	err = q.each("SELECT f.statement, f.subject, COALESCE(f.ref, 0), f.property, f.verdict, f.since, f.until, COALESCE(f.lo, 0), COALESCE(f.hi, 0) FROM "+from+" WHERE "+where, func(scan func(...any) error) error {
		var f standingFact
		err := scan(&f.statement, &f.subject, &f.ref, &f.property, &f.verdict, &f.since, &f.until, &f.lo, &f.hi)
		out = append(out, f)
		return err
	}, args...)
	slices.SortFunc(out, func(a, b standingFact) int { return cmp.Compare(a.statement, b.statement) })
	return out, err
}

// eachOf reads what some facts say and gives them on.
func (q session) eachOf(some []standingFact, at ledger.At, fn func(ledger.Fact) error) error {
	page, err := q.said(some, at.Known)
	if err == nil && !at.On.IsZero() {
		page, err = q.onDay(page, at)
	}
	if err != nil {
		return err
	}
	for _, f := range page {
		if err := fn(f); err != nil {
			return err
		}
	}
	return nil
}

// said makes facts of where they stand.
func (q session) said(some []standingFact, known ledger.Number) ([]ledger.Fact, error) {
	out := make([]ledger.Fact, len(some))
	entities := make([][2]int64, len(some))
	statements, papers, verdicts := make([]int64, len(some)), make([]int64, len(some)), make([]int64, len(some))
	place := make(map[int64]int, len(some))
	for i, at := range some {
		out[i] = at.fact(q)
		entities[i] = [2]int64{at.subject, at.ref}
		statements[i], verdicts[i], place[at.statement] = at.statement, at.verdict, i
	}
	err := q.each("SELECT s.number, s.value, s.marking, s.document FROM statement s WHERE s.number IN "+ints("$1"), func(scan func(...any) error) error {
		var n, paper int64
		var value, marking string
		err := scan(&n, &value, &marking, &paper)
		i := place[n]
		out[i].Value, out[i].Marking, papers[i] = value, marking, paper
		return err
	}, numbers(statements))
	if err != nil {
		return nil, err
	}
	documents, err := column[chancery.DocumentID](q, "id FROM document", distinct(papers))
	if err != nil {
		return nil, err
	}
	grades, err := column[chancery.Grade](q, "grade FROM verdict", distinct(verdicts))
	if err != nil {
		return nil, err
	}
	for i := range out {
		out[i].Passage.Document, out[i].Grade = documents[papers[i]], grades[verdicts[i]]
	}
	return out, q.stand(out, entities, known)
}

// fact is what the place alone says.
func (at standingFact) fact(q session) ledger.Fact {
	f := ledger.Fact{Number: at.statement, Since: at.since, Lo: undate(at.lo), Hi: undate(at.hi)}
	if at.until != open {
		f.Until = ledger.Number(at.until)
	}
	p := q.propertyOf(at.property)
	f.Schema, f.Property = p.schema, p.name
	return f
}
