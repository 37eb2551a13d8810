package store

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"chancery"
	"chancery/ledger"
)

const statementColumns = "s.number, s.id, d.id, s.edition, s.start, s.stop, e.id, s.property, s.value, COALESCE(r.id, ''), s.original, s.language, COALESCE(s.quote, s.value), s.rule, s.marking"

const statementJoins = " JOIN document d ON d.number = s.document JOIN entity e ON e.number = s.subject LEFT JOIN entity r ON r.number = s.ref"

// scanStatement reads statementColumns, and more after them.
func (q session) scanStatement(scan func(...any) error, more ...any) (int64, chancery.Statement, error) {
	var s chancery.Statement
	var n, property, rule int64
	var id []byte
	to := []any{&n, &id, &s.Passage.Document, &s.Passage.Edition, &s.Passage.Start, &s.Passage.End, &s.Subject, &property, &s.Value, &s.Ref,
		&s.Original, &s.Language, &s.Passage.Quote, &rule, &s.Marking}
	if err := scan(append(to, more...)...); err != nil {
		return 0, s, err
	}
	copy(s.ID[:], id)
	p, r := q.propertyOf(property), q.ruleOf(rule)
	s.Schema, s.Property, s.Rule, s.Version = p.schema, p.name, r.name, r.version
	return n, s, nil
}

// Statements gives statements with what was thought of them; see [ledger.Store].
func (s *Store) Statements(ctx context.Context, ask ledger.StatementQuery) ([]ledger.Judged, error) {
	var out []ledger.Judged
	err := s.snapshot(ctx, func(q session) error {
		list, err := q.asked(ask)
		if err != nil {
			return err
		}
		if err := q.learnt(); err != nil {
			return err
		}
		for part := range slices.Chunk(list, batch) {
			if out, err = q.judged(out, part, ask); err != nil {
				return err
			}
		}
		return nil
	})
	return out, fault("store.Statements", err)
}

// asked gives the numbers of the statements that a query is about.
func (q session) asked(ask ledger.StatementQuery) ([]int64, error) {
	switch {
	case ask.Document != "":
		p, err := q.paper("Statements", ask.Document)
		if err != nil {
			return nil, err
		}
		return q.statementsOf(p.number, ask.At.Known)
	case ask.Subject != "":
		members, _, err := q.members(ask.Subject, ask.At.Known)
		if err != nil {
			return nil, err
		}
		return q.about(members)
	case ask.IDs != nil:
		found := map[chancery.StatementID]int64{}
		if err := q.find(ask.IDs, found); err != nil {
			return nil, err
		}
		var out []int64
		for _, id := range ask.IDs {
			if n, ok := found[id]; ok {
				out = append(out, n)
			}
		}
		slices.Sort(out)
		return slices.Compact(out), nil
	}
	return nil, fail("Statements", chancery.Invalid, "statements.unasked", "neither a document nor a subject nor statements are named")
}

// about gives the statements whose subject is one of some entities.
func (q session) about(members []int64) ([]int64, error) {
	all := roaring.New()
	err := q.each("SELECT statement FROM fact WHERE subject IN "+ints("$1"), func(scan func(...any) error) error {
		var n int64
		err := scan(&n)
		all.Add(uint32(n))
		return err
	}, numbers(members))
	return unpack(all), err
}

// judged appends statements with their standing at an entry.
func (q session) judged(out []ledger.Judged, part []int64, ask ledger.StatementQuery) ([]ledger.Judged, error) {
	rows, list, err := q.judgedRows(part, ask.At.Known)
	if err != nil {
		return nil, err
	}
	stand, err := q.standFor(list, ask.At.Known)
	if err != nil {
		return nil, err
	}
	anchors, err := q.anchors(part, ask.At.Known)
	if err != nil {
		return nil, err
	}
	last := lastReadings{q: q, known: ask.At.Known, bits: map[int64]*roaring.Bitmap{}, edition: map[int64]int{}}
	for i, j := range rows {
		e := list[i]
		j.Canonical, j.RefCanonical = cmp.Or(stand[e.subject], j.Subject), cmp.Or(stand[e.ref], j.Ref)
		in, err := last.holds(e.document, e.number)
		if err != nil {
			return nil, err
		}
		if ask.LastReading && !in && j.Judgement == "" {
			continue
		}
		j.Kept = !in
		if a, ok := anchors[e.number]; ok && a.start >= 0 {
			j.Passage.Edition, j.Passage.Start, j.Passage.End, j.Anchored = a.edition, a.start, a.stop, true
		}
		if !j.Withdrawn {
			if err := q.surround(&j, e.document); err != nil {
				return nil, err
			}
		}
		out = append(out, j)
	}
	return out, nil
}

// judgedKeys are the short numbers of what one statement names; ref is 0 where
// it refers to nothing.
type judgedKeys struct{ number, document, subject, ref int64 }

// judgedRows gives statements with the verdict on each, in the order of their
// numbers, and the keys of each.
func (q session) judgedRows(part []int64, known ledger.Number) (out []ledger.Judged, list []judgedKeys, err error) {
	err = q.each("SELECT "+statementColumns+`, s.document, s.subject, COALESCE(s.ref, 0), s.entry, COALESCE(f.judgement, 0), COALESCE(f.flags, 0),
		COALESCE(v.id, ''), COALESCE(v.person, ''), COALESCE(v.at, ''), COALESCE(v.reason, ''), COALESCE(v.grade, ''), COALESCE(x.document, 0)
		FROM statement s`+statementJoins+` LEFT JOIN fact f ON f.subject = s.subject AND f.statement = s.number AND f.since <= $1 AND f.until > $1
		LEFT JOIN verdict v ON v.number = f.verdict LEFT JOIN withdrawn x ON x.document = s.document
		WHERE s.number IN `+ints("$2")+" AND s.entry <= $3 ORDER BY s.number", func(scan func(...any) error) error {
		var j ledger.Judged
		var e judgedKeys
		var judgement, flags, withdrawn int64
		var at string
		n, st, err := q.scanStatement(scan, &e.document, &e.subject, &e.ref, &j.Since, &judgement, &flags, &j.VerdictID, &j.By, &at, &j.Reason, &j.Grade, &withdrawn)
		if err != nil {
			return err
		}
		e.number, j.Statement = n, st
		j.Judgement, j.Implied, j.Conflict, j.Withdrawn = judgements[judgement], flags&implied != 0, flags&conflict != 0, withdrawn > 0
		if at != "" {
			if j.At, err = timeOf(at); err != nil {
				return err
			}
		}
		list, out = append(list, e), append(out, j)
		return nil
	}, at(known), numbers(part), at(known))
	return out, list, err
}

// standFor gives who stands for those subjects and references that have another.
func (q session) standFor(list []judgedKeys, known ledger.Number) (map[int64]chancery.EntityID, error) {
	var entities []int64
	for _, e := range list {
		entities = append(entities, e.subject, e.ref)
	}
	canonical, err := q.canonicalOf(distinct(entities), known)
	if err != nil {
		return nil, err
	}
	ids, err := q.idsOf(slices.Collect(maps.Values(canonical)))
	if err != nil {
		return nil, err
	}
	out := make(map[int64]chancery.EntityID, len(canonical))
	for entity, c := range canonical {
		out[entity] = ids[c]
	}
	return out, nil
}

// lastReadings tells whether the last reading of a document has a statement.
type lastReadings struct {
	q       session
	known   ledger.Number
	bits    map[int64]*roaring.Bitmap
	edition map[int64]int
}

func (l *lastReadings) holds(doc, statement int64) (bool, error) {
	b, ok := l.bits[doc]
	if !ok {
		n, err := l.q.lastReading(doc, l.known)
		if err != nil {
			return false, err
		}
		if b, err = l.q.readingBits(n); err != nil {
			return false, err
		}
		l.bits[doc] = b
	}
	return b.Contains(uint32(statement)), nil
}

// anchored is where a statement stands in its document's last edition.
type anchored struct{ edition, start, stop int }

func (q session) anchors(statements []int64, known ledger.Number) (map[int64]anchored, error) {
	out := map[int64]anchored{}
	err := q.each("SELECT statement, edition, start, stop FROM anchor WHERE statement IN "+ints("$1")+" AND entry <= $2 ORDER BY edition", func(scan func(...any) error) error {
		var n int64
		var a anchored
		err := scan(&n, &a.edition, &a.start, &a.stop)
		out[n] = a
		return err
	}, numbers(statements), at(known))
	return out, err
}

// surround fills in the words around a passage, which are not kept twice. An
// anchored passage quotes the edition it stands in.
func (q session) surround(j *ledger.Judged, doc int64) error {
	p := &j.Passage
	from := max(0, p.Start-chancery.ContextBytes)
	s, err := q.stretch(doc, p.Edition, from, p.End+chancery.ContextBytes)
	if err != nil {
		return err
	}
	// stretch moves inwards to whole characters, so count from the quote's end.
	before, after, ok := around(s, from, p.Start, p.End)
	if ok {
		p.Before, p.After = before, after
		if j.Anchored {
			p.Quote = s[len(before) : len(s)-len(after)]
		}
	}
	return nil
}

// around parts a stretch of text that begins at or just after byte from.
func around(s string, from, start, end int) (before, after string, ok bool) {
	for skip := range 4 {
		b := start - from - skip
		if b >= 0 && b <= len(s) && b+end-start <= len(s) && whole(s, b) && whole(s, b+end-start) && (skip == 0 || from > 0) {
			return s[:b], s[b+end-start:], true
		}
	}
	return "", "", false
}

func whole(s string, i int) bool { return i == len(s) || s[i]&0xC0 != 0x80 }
