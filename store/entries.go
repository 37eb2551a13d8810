package store

import (
	"context"

	"chancery"
	"chancery/ledger"
)

// Head gives the newest entry's number; see [ledger.Store].
func (s *Store) Head(ctx context.Context) (ledger.Number, error) {
	var n int64
	err := s.read(ctx, func(q session) (err error) {
		n, err = q.head()
		return err
	})
	return ledger.Number(n), fault("store.Head", err)
}

// Entries gives a stretch of the ledger; see [ledger.Store].
func (s *Store) Entries(ctx context.Context, ask ledger.EntryQuery) ([]ledger.Entry, error) {
	c := conditions{text: "1 = 1"}
	if ask.Before > 0 {
		c.add("number < ?", int64(ask.Before))
	}
	if ask.After > 0 {
		c.add("number > ?", int64(ask.After))
	}
	if ask.Person != "" {
		c.add("person = ?", ask.Person)
	}
	if ask.Kind != "" {
		c.add("kind = ?", string(ask.Kind))
	}
	if ask.Subject != "" {
		c.add("subject = ? AND subject <> ''", ask.Subject)
	}
	order := " ORDER BY number DESC"
	if ask.Forward || ask.After > 0 {
		order = " ORDER BY number"
	}
	if ask.Limit > 0 {
		c.args = append(c.args, int64(ask.Limit))
		order += " LIMIT " + parameter(len(c.args))
	}
	var out []ledger.Entry
	err := s.read(ctx, func(q session) error {
		return q.each("SELECT number, at, person, kind, subject, count, judgement, note FROM ledger WHERE "+c.text+order, func(scan func(...any) error) error {
			var e ledger.Entry
			var at string
			err := scan(&e.Number, &at, &e.Person, &e.Kind, &e.Subject, &e.Count, &e.Judgement, &e.Note)
			if err == nil {
				e.At, err = timeOf(at)
			}
			out = append(out, e)
			return err
		}, c.args...)
	})
	return out, fault("store.Entries", err)
}

// Counts gives the sizes of the register; see [ledger.Store].
func (s *Store) Counts(ctx context.Context) (ledger.Counts, error) {
	var c ledger.Counts
	of := map[string]*int{"documents": &c.Documents, "statements": &c.Statements, "facts": &c.Facts, "waiting": &c.Waiting, "entities": &c.Entities, "verdicts": &c.Verdicts}
	err := s.read(ctx, func(q session) error {
		return q.each("SELECT name, n FROM tally", func(scan func(...any) error) error {
			var name string
			var n int
			err := scan(&name, &n)
			if to := of[name]; to != nil {
				*to = n
			}
			return err
		})
	})
	return c, fault("store.Counts", err)
}

// Verdict gives one verdict; see [ledger.Store].
func (s *Store) Verdict(ctx context.Context, id string) (chancery.Verdict, error) {
	var out []chancery.Verdict
	err := s.snapshot(ctx, func(q session) (err error) {
		out, err = q.verdicts("v.id = $1", " ORDER BY v.number", id)
		if err == nil && len(out) == 0 {
			err = fail("Verdict", chancery.NotFound, "verdict.missing", "the register has no verdict %s", id)
		}
		return err
	})
	if err != nil {
		return chancery.Verdict{}, fault("store.Verdict", err)
	}
	return out[0], nil
}

// Verdicts gives verdicts in the order of their force; see [ledger.Store].
func (s *Store) Verdicts(ctx context.Context, ask ledger.VerdictQuery) ([]chancery.Verdict, error) {
	var out []chancery.Verdict
	err := s.snapshot(ctx, func(q session) error {
		where, args, err := q.verdictWhere(ask)
		if err != nil || where == "" {
			return err
		}
		order := " ORDER BY v.at, v.id"
		if ask.Limit > 0 {
			args = append(args, int64(ask.Limit))
			order += " LIMIT " + parameter(len(args))
		}
		out, err = q.verdicts(where, order, args...)
		return err
	})
	return out, fault("store.Verdicts", err)
}

// verdictWhere writes the condition of a query; "" where nothing can be found.
func (q session) verdictWhere(ask ledger.VerdictQuery) (string, []any, error) {
	of := func(targets string) string {
		return "v.number IN (SELECT t.verdict FROM target t WHERE " + targets + ")"
	}
	switch {
	case ask.Statement != chancery.StatementID{}:
		found := map[chancery.StatementID]int64{}
		if err := q.find([]chancery.StatementID{ask.Statement}, found); err != nil || found[ask.Statement] == 0 {
			return "", nil, err
		}
		n := found[ask.Statement]
		var subject, doc int64
		_, err := q.one("SELECT subject, document FROM statement WHERE number = $1", []any{&subject, &doc}, n)
		return of("t.statement = $1") + " OR " + of("t.kind = 'card' AND t.entity = $2 AND t.document = $3") + " OR " + of("t.kind = 'import' AND t.document = $3"), []any{n, subject, doc}, err
	case ask.Entity != "":
		n, err := q.numbersOf([]chancery.EntityID{ask.Entity})
		if err != nil || n[ask.Entity] == 0 {
			return "", nil, err
		}
		return of("t.entity = $1") + " OR " + of("t.other = $1"), []any{n[ask.Entity]}, nil
	case ask.Document != "":
		p, err := q.paper("Verdicts", ask.Document)
		return of("t.document = $1"), []any{p.number}, err
	case ask.Number > 0:
		return "v.entry = $1", []any{int64(ask.Number)}, nil
	}
	return "v.entry > $1", []any{int64(ask.After)}, nil
}

// verdicts gives verdicts with their targets.
func (q session) verdicts(where, order string, args ...any) ([]chancery.Verdict, error) {
	var out []chancery.Verdict
	at := map[int64]int{}
	var list []int64
	err := q.each("SELECT v.number, v.id, v.at, v.person, v.judgement, v.reason, v.grade FROM verdict v WHERE "+where+order, func(scan func(...any) error) error {
		var v chancery.Verdict
		var n int64
		var when string
		err := scan(&n, &v.ID, &when, &v.Person, &v.Judgement, &v.Reason, &v.Grade)
		if err == nil {
			v.At, err = timeOf(when)
		}
		at[n], list, out = len(out), append(list, n), append(out, v)
		return err
	}, args...)
	if err != nil {
		return nil, err
	}
	return out, q.each(`SELECT t.verdict, t.kind, s.id, COALESCE(e.id, ''), COALESCE(o.id, ''), COALESCE(d.id, '') FROM target t
		LEFT JOIN statement s ON s.number = t.statement LEFT JOIN entity e ON e.number = t.entity LEFT JOIN entity o ON o.number = t.other
		LEFT JOIN document d ON d.number = t.document WHERE t.verdict IN `+ints("$1")+" ORDER BY t.verdict, t.seq", func(scan func(...any) error) error {
		var n int64
		var id []byte
		var t chancery.Target
		err := scan(&n, &t.Kind, &id, &t.Entity, &t.Other, &t.Document)
		copy(t.Statement[:], id)
		v := &out[at[n]]
		v.Targets = append(v.Targets, t)
		return err
	}, numbers(list))
}
