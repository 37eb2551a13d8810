package store

import (
	"context"
	"encoding/binary"
	"errors"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"chancery"
	"chancery/ledger"
)

// batch is how many statements are looked up and written at a time.
const batch = 4096

// Propose keeps a reading; see [ledger.Store].
func (s *Store) Propose(ctx context.Context, person string, r chancery.Reading) (int, error) {
	added, err := s.take(ctx, person, r, ledger.Proposed, "")
	return added, fault("store.Propose", err)
}

// Import keeps a reading and accepts it whole; see [ledger.Store].
func (s *Store) Import(ctx context.Context, person string, r chancery.Reading, grade chancery.Grade) (int, error) {
	added, err := s.take(ctx, person, r, ledger.Imported, grade)
	return added, fault("store.Import", err)
}

func (s *Store) take(ctx context.Context, person string, r chancery.Reading, kind ledger.EntryKind, grade chancery.Grade) (int, error) {
	added := 0
	large := len(r.Statements) >= batch && s.kind.bulk != ""
	err := s.append(ctx, person, kind, func(w *writer) error {
		if large {
			if err := w.exec(s.kind.bulk); err != nil {
				return err
			}
		}
		in := &intake{writer: w, texts: map[int]string{}}
		if kind == ledger.Imported {
			number, err := w.verdictNumber()
			if err != nil {
				return err
			}
			in.verdict = number
		}
		if err := in.reading(r); err != nil {
			return err
		}
		added = in.added
		w.entry.Subject, w.entry.Count = string(r.Document), added
		if kind != ledger.Imported {
			return nil
		}
		_, err := w.keepVerdict(chancery.Verdict{Judgement: chancery.Confirmed, Grade: grade, Targets: []chancery.Target{{Kind: chancery.OnImport, Document: r.Document}}}, "")
		if err != nil {
			return err
		}
		return w.rejudge(in.old)
	})
	if large {
		rest := s.change(context.WithoutCancel(ctx), func(q session) error { return q.exec(s.kind.rest) })
		err = errors.Join(err, rest)
	}
	return added, err
}

// intake writes the statements of readings.
type intake struct {
	*writer
	paper   paper
	texts   map[int]string                 // by edition
	fresh   bool                           // nothing was read of the paper before
	entered bool                           // by hand: what was read before is part of the reading
	seen    map[chancery.StatementID]int64 // of a fresh paper
	verdict int64                          // that confirms new statements, 0 for none
	added   int
	all     *roaring.Bitmap // of the reading
	old     []int64         // statements of the reading that were there before
}

func (in *intake) reading(r chancery.Reading) error {
	var err error
	if in.paper, err = in.writer.paper("Propose", r.Document); err != nil {
		return err
	}
	if err := in.readable("Propose", in.paper.number); err != nil {
		return err
	}
	last, err := in.lastReading(in.paper.number, 0)
	if err != nil {
		return err
	}
	in.fresh, in.all, in.seen = last == 0, roaring.New(), map[chancery.StatementID]int64{}
	if in.entered && last > 0 {
		if in.all, err = in.readingBits(last); err != nil {
			return err
		}
	}
	statements, err := in.renamed(r)
	if err != nil {
		return err
	}
	if err := in.loadTexts(statements); err != nil {
		return err
	}
	type part struct {
		statements []chancery.Statement
		err        error
	}
	err = ahead(partsOf(len(statements), batch), func(i int) part {
		p := part{statements: cut(statements, i, batch)}
		for j := range p.statements {
			if p.err = in.check(&p.statements[j]); p.err != nil {
				break
			}
		}
		return p
	}, func(p part) error {
		if p.err != nil {
			return p.err
		}
		return in.keep(p.statements)
	})
	if err != nil {
		return err
	}
	return in.keepReading(r)
}

func (in *intake) keepReading(r chancery.Reading) error {
	var number int64
	if _, err := in.one("SELECT COALESCE(MAX(number), 0) FROM reading", []any{&number}); err != nil {
		return err
	}
	in.all.RunOptimize()
	bits, err := in.all.ToBytes()
	if err != nil {
		return err
	}
	return in.insert("reading", 7, [][]any{{number + 1, in.paper.number, int64(r.Edition), int64(r.Rules), r.Authority, bits, in.number}})
}

// lastReading gives the number of a document's last reading, before an entry
// where that is not 0; 0 where there is none.
func (q session) lastReading(doc int64, known ledger.Number) (int64, error) {
	var n int64
	_, err := q.one("SELECT COALESCE(MAX(number), 0) FROM reading WHERE document = $1 AND (CAST($2 AS BIGINT) = 0 OR entry <= CAST($2 AS BIGINT))", []any{&n}, doc, int64(known))
	return n, err
}

// statementsOf gives the numbers of all statements read in a document, sorted.
func (q session) statementsOf(doc int64, known ledger.Number) ([]int64, error) {
	all := roaring.New()
	err := q.each("SELECT statements FROM reading WHERE document = $1 AND (CAST($2 AS BIGINT) = 0 OR entry <= CAST($2 AS BIGINT))", func(scan func(...any) error) error {
		b, err := scanBits(scan)
		if err == nil {
			all.Or(b)
		}
		return err
	}, doc, int64(known))
	return unpack(all), err
}

// readingBits gives the statements of one reading.
func (q session) readingBits(number int64) (*roaring.Bitmap, error) {
	out := roaring.New()
	err := q.each("SELECT statements FROM reading WHERE number = $1", func(scan func(...any) error) (err error) {
		out, err = scanBits(scan)
		return err
	}, number)
	return out, err
}

func scanBits(scan func(...any) error) (*roaring.Bitmap, error) {
	var raw []byte
	if err := scan(&raw); err != nil {
		return nil, err
	}
	b := roaring.New()
	err := b.UnmarshalBinary(raw)
	return b, err
}

func unpack(b *roaring.Bitmap) []int64 {
	out := make([]int64, 0, b.GetCardinality())
	for i := b.Iterator(); i.HasNext(); {
		out = append(out, int64(i.Next()))
	}
	return out
}

// check refuses a statement that cannot be kept, and fills in what follows
// from its text.
func (in *intake) check(s *chancery.Statement) error {
	invalid := func(key, format string, args ...any) error {
		return fail("Propose", chancery.Invalid, key, format, args...)
	}
	schema, ok := chancery.SchemaNamed(s.Schema)
	if !ok {
		return invalid("statement.schema", "there is no schema %q", s.Schema)
	}
	property, ok := schema.Property(s.Property)
	switch {
	case !ok:
		return invalid("statement.property", "%s has no property %q", s.Schema, s.Property)
	case s.Subject == "":
		return invalid("statement.subject", "a statement is about nothing")
	case s.Value == "" && s.Ref == "":
		return invalid("statement.value", "a statement of %s.%s has no value", s.Schema, s.Property)
	case s.Passage.Document != in.paper.ID:
		return invalid("statement.document", "a statement of another document is in the reading")
	}
	if property.Type == chancery.TypeDate {
		if _, err := chancery.ParseDate(s.Value); err != nil {
			return err
		}
	}
	if err := plain(s.Value, s.Original, s.Language, s.Marking, string(s.Subject), string(s.Ref), s.Rule); err != nil {
		return err
	}
	return in.ground(s)
}

// ground sees to it that the quote is the text at its offsets, and names the
// statement.
func (in *intake) ground(s *chancery.Statement) error {
	p := &s.Passage
	text := in.texts[p.Edition]
	if p.Start < 0 || p.End > len(text) || p.Start >= p.End || p.Quote != "" && p.Quote != text[p.Start:p.End] {
		return fail("Propose", chancery.Invalid, "statement.ungrounded", "the quote %q is not the text at bytes %d to %d of edition %d", p.Quote, p.Start, p.End, p.Edition)
	}
	if p.Quote == "" {
		p.Quote = text[p.Start:p.End]
	}
	if err := plain(p.Quote); err != nil {
		return err
	}
	s.ID = s.Identify()
	return nil
}

// loadTexts reads the texts that statements quote.
func (in *intake) loadTexts(statements []chancery.Statement) error {
	for _, s := range statements {
		if _, ok := in.texts[s.Passage.Edition]; ok {
			continue
		}
		text, err := in.text(in.paper.number, s.Passage.Edition)
		if err != nil {
			return err
		}
		in.texts[s.Passage.Edition] = text
	}
	return nil
}

// keep writes one batch of statements.
func (in *intake) keep(part []chancery.Statement) error {
	ids := make([]chancery.EntityID, 0, len(part))
	for i := range part {
		s := &part[i]
		ids = append(ids, s.Subject)
		if s.Ref != "" {
			ids = append(ids, s.Ref)
		}
	}
	there, err := in.there(part)
	if err != nil {
		return err
	}
	if err := in.entitiesOf(distinct(ids)); err != nil {
		return err
	}
	rows, facts := make([][]any, 0, len(part)), make([][]any, 0, len(part))
	for i := range part {
		s := &part[i]
		if n, ok := there[s.ID]; ok {
			if in.all.CheckedAdd(uint32(n)) {
				in.old = append(in.old, n)
			}
			continue
		}
		row, fact, err := in.rows(s)
		if err != nil {
			return err
		}
		there[s.ID] = in.statements
		rows, facts = append(rows, row), append(facts, fact)
	}
	if err := in.insert("statement", 17, rows); err != nil {
		return err
	}
	return in.insert("fact", 11, facts)
}

// rows makes the rows of a new statement and notes what depends on it.
func (in *intake) rows(s *chancery.Statement) (row, fact []any, err error) {
	name := propertyName{s.Schema, s.Property}
	property, err := in.property(name)
	if err != nil {
		return nil, nil, err
	}
	rule, err := in.rule(ruleName{s.Rule, s.Version})
	if err != nil {
		return nil, nil, err
	}
	in.statements++
	in.added++
	in.all.Add(uint32(in.statements))
	subject := in.known[s.Subject]
	var ref, quote, lo, hi any
	if s.Ref != "" {
		ref = in.known[s.Ref]
	}
	if s.Passage.Quote != s.Value {
		quote = s.Passage.Quote
	}
	if name.kindOf() == chancery.TypeDate {
		if d, err := chancery.ParseDate(s.Value); err == nil {
			lo, hi = day(d.Lowest()), day(d.Highest())
		}
	}
	row = []any{in.statements, int64(keyOf(s.ID)), slices.Clone(s.ID[:]), in.paper.number, int64(s.Passage.Edition), int64(s.Passage.Start), int64(s.Passage.End),
		subject, property, s.Value, ref, s.Original, s.Language, quote, rule, s.Marking, in.number}
	judgement := int64(0)
	if in.verdict > 0 {
		judgement = 1
	}
	fact = []any{subject, in.statements, in.number, open, judgement, in.verdict, int64(0), property, ref, lo, hi}
	in.tally["statements"]++
	in.count(in.paper.number, -1, judgement)
	in.dirty.statement(in.writer, subject, s, in.statements, judgement, in.paper.Kind)
	return row, fact, nil
}

// keyOf gives the number under which a statement is looked up: its first
// eight bytes.
func keyOf(id chancery.StatementID) int64 { return int64(binary.BigEndian.Uint64(id[:8])) }

// there gives the numbers of the statements that the register has already.
func (in *intake) there(part []chancery.Statement) (map[chancery.StatementID]int64, error) {
	if in.fresh {
		return in.seen, nil
	}
	out := make(map[chancery.StatementID]int64, len(part))
	ids := make([]chancery.StatementID, len(part))
	for i, s := range part {
		ids[i] = s.ID
	}
	return out, in.find(ids, out)
}

// find fills out with the numbers of statements.
func (q session) find(ids []chancery.StatementID, out map[chancery.StatementID]int64) error {
	keys := make([]int64, len(ids))
	for i, id := range ids {
		keys[i] = keyOf(id)
	}
	return q.each("SELECT number, id FROM statement WHERE key IN "+ints("$1"), func(scan func(...any) error) error {
		var n int64
		var raw []byte
		var id chancery.StatementID
		err := scan(&n, &raw)
		copy(id[:], raw)
		out[id] = n
		return err
	}, numbers(keys))
}

// distinct keeps the first of each.
func distinct[K comparable](list []K) []K {
	seen := make(map[K]bool, len(list))
	out := list[:0:0]
	for _, k := range list {
		if !seen[k] {
			seen[k] = true
			out = append(out, k)
		}
	}
	return out
}
