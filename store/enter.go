package store

import (
	"context"
	"slices"

	"chancery"
	"chancery/ledger"
)

// Enter keeps statements entered by hand with the verdicts on them; see
// [ledger.Store].
func (s *Store) Enter(ctx context.Context, person string, statements []chancery.Statement, verdicts []chancery.Verdict) error {
	err := s.append(ctx, person, ledger.Entered, func(w *writer) error {
		if len(statements) == 0 {
			return fail("Enter", chancery.Invalid, "enter.empty", "nothing was entered")
		}
		w.entry.Subject = string(statements[0].Subject)
		added := 0
		for _, r := range readingsOf(statements) {
			in := &intake{writer: w, texts: map[int]string{}, entered: true}
			if err := in.reading(r); err != nil {
				return err
			}
			added += in.added
		}
		if len(verdicts) > 0 {
			if err := w.record(verdicts, make([]chancery.Verdict, len(verdicts))); err != nil {
				return err
			}
		}
		w.entry.Subject, w.entry.Count = string(statements[0].Subject), added
		return nil
	})
	return fault("store.Enter", err)
}

// readingsOf groups statements by the text they point at.
func readingsOf(statements []chancery.Statement) []chancery.Reading {
	var out []chancery.Reading
	for _, s := range statements {
		i := slices.IndexFunc(out, func(r chancery.Reading) bool {
			return r.Document == s.Passage.Document && r.Edition == s.Passage.Edition
		})
		if i < 0 {
			i = len(out)
			out = append(out, chancery.Reading{Document: s.Passage.Document, Edition: s.Passage.Edition})
		}
		out[i].Statements = append(out[i].Statements, s)
	}
	return out
}

// renamed gives the statements of a reading under the subjects that the
// register has for them. In a later edition every passage has moved, so the
// names of mentions differ from those first given; where a proposal says what
// an anchored statement says of the same words, its subject is the old one,
// and so it is in all else that the reading says.
func (in *intake) renamed(r chancery.Reading) ([]chancery.Statement, error) {
	out := slices.Clone(r.Statements)
	if r.Edition <= 1 || in.fresh {
		return out, nil
	}
	anchored, err := in.anchoredIn(r.Edition)
	if err != nil || len(anchored) == 0 {
		return out, err
	}
	names := map[chancery.EntityID]chancery.EntityID{}
	for _, s := range out {
		for _, old := range anchored[placeOf(s)] {
			if _, seen := names[s.Subject]; !seen && !s.Subject.Authority() && old.Subject != s.Subject {
				names[s.Subject] = old.Subject
			}
			if _, seen := names[s.Ref]; !seen && s.Ref != "" && !s.Ref.Authority() && old.Ref != s.Ref && old.Ref != "" {
				names[s.Ref] = old.Ref
			}
		}
	}
	kept := out[:0]
	for _, s := range out {
		if n, ok := names[s.Subject]; ok {
			s.Subject = n
		}
		if n, ok := names[s.Ref]; ok {
			s.Ref = n
		}
		s.ID = chancery.StatementID{}
		if i := slices.IndexFunc(anchored[placeOf(s)], func(old anchoredStatement) bool {
			return old.Subject == s.Subject && old.Ref == s.Ref
		}); i >= 0 {
			n := anchored[placeOf(s)][i].number
			in.all.Add(uint32(n))
			in.old = append(in.old, n)
			continue
		}
		kept = append(kept, s)
	}
	return kept, nil
}

type anchoredStatement struct {
	chancery.Statement
	number int64
}

// place is what a statement says and of which words, whatever its subject.
type place struct {
	schema, property, value, original, language string
	start, end                                  int
}

func placeOf(s chancery.Statement) place {
	return place{s.Schema, s.Property, s.Value, s.Original, s.Language, s.Passage.Start, s.Passage.End}
}

// anchoredIn gives the statements anchored in an edition by where they stand in it.
func (in *intake) anchoredIn(edition int) (map[place][]anchoredStatement, error) {
	if err := in.learnNow(); err != nil {
		return nil, err
	}
	out := map[place][]anchoredStatement{}
	err := in.each("SELECT "+statementColumns+", a.start, a.stop FROM anchor a JOIN statement s ON s.number = a.statement"+statementJoins+
		" WHERE a.document = $1 AND a.edition = $2 AND a.start >= 0 ORDER BY s.number", func(scan func(...any) error) error {
		var a anchoredStatement
		var start, stop int
		var err error
		a.number, a.Statement, err = in.scanStatement(scan, &start, &stop)
		a.Passage.Start, a.Passage.End = start, stop
		p := placeOf(a.Statement)
		out[p] = append(out[p], a)
		return err
	}, in.paper.number, int64(edition))
	return out, err
}
