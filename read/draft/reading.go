package draft

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strconv"

	"chancery"
)

// Reading gives the statements that passed the gate: cards in the order of
// the text, each card's statements in the order of theirs. Rules is the version
// of the whole rule set, authority the ledger number of the authority files
// used. The version of each rule is left for the caller, who knows the rules.
func (d *Draft) Reading(rules int, authority int64) chancery.Reading {
	r := chancery.Reading{Document: d.doc.ID, Edition: d.ed.Number, Rules: rules, Authority: authority}
	cards := d.cards()
	ids := make([]chancery.EntityID, len(d.entities))
	for _, e := range cards {
		ids[e.order] = e.name()
	}
	r.Statements = make([]chancery.Statement, 0, d.facts.count)
	sealer := sealer{document: string(d.doc.ID), edition: strconv.Itoa(d.ed.Number)}
	var of []int32
	for _, e := range cards {
		of = d.ordered(e, of[:0])
		for _, i := range of {
			f := d.facts.at(i)
			var ref chancery.EntityID
			if f.to != nil {
				if ref = ids[f.to.order]; ref == "" { // forgotten, or nothing is said of it
					if f.to.void || f.to.id == "" {
						d.dropped++
						continue
					}
					ref = f.to.id
				}
			}
			s := d.statement(e, ids[e.order], f, ref)
			s.ID = sealer.identify(&s)
			r.Statements = append(r.Statements, s)
		}
	}
	return r
}

// cards gives the entities of which something is said, by where they begin.
func (d *Draft) cards() []*Entity {
	cards := make([]*Entity, 0, len(d.entities))
	for _, e := range d.entities {
		if e.void || e.first < 0 {
			continue
		}
		if e.id != "" {
			e.start, e.end = d.facts.at(e.first).start, d.facts.at(e.first).end
		}
		cards = append(cards, e)
	}
	slices.SortStableFunc(cards, func(a, b *Entity) int {
		return cmp.Or(a.start-b.start, b.end-a.end, a.schema.place-b.schema.place, a.order-b.order)
	})
	return cards
}

// name gives the entity's identity.
func (e *Entity) name() chancery.EntityID {
	if e.id != "" {
		return e.id
	}
	if e.number != "" {
		n := strconv.Itoa
		return chancery.NewImportMention(e.draft.doc.ID, e.schema.Name, n(e.draft.ed.Number)+":"+n(e.start)+":"+n(e.end)+":"+e.number)
	}
	return chancery.NewMention(e.draft.doc.ID, e.schema.Name, e.draft.ed.Number, e.start, e.end)
}

// ordered gives the entity's facts by passage, then by the schema's order.
func (d *Draft) ordered(e *Entity, into []int32) []int32 {
	for i := e.first; i >= 0; i = d.facts.at(i).next {
		into = append(into, i)
	}
	slices.SortStableFunc(into, func(a, b int32) int {
		f, g := d.facts.at(a), d.facts.at(b)
		return cmp.Or(f.start-g.start, f.end-g.end, int(f.property-g.property))
	})
	return into
}

func (d *Draft) statement(e *Entity, subject chancery.EntityID, f *fact, ref chancery.EntityID) chancery.Statement {
	p := e.schema.Properties[f.property]
	s := chancery.Statement{Subject: subject, Schema: e.schema.Name, Property: p.Name, Value: d.shown(f), Ref: ref, Rule: f.rule, Marking: d.doc.Marking}
	// The gate has checked the passage, so Cut cannot fail.
	s.Passage, _ = chancery.Cut(d.doc.ID, d.ed.Number, d.ed.Text, f.start, f.end)
	if s.Value != s.Passage.Quote {
		s.Original = s.Passage.Quote
	}
	if p.Type == chancery.TypeName || p.Type == chancery.TypeText {
		s.Language = f.language
	}
	return s
}

// shown gives a fact's value, or the name of the entity it refers to.
func (d *Draft) shown(f *fact) string {
	if f.to == nil || f.value != "" {
		return f.value
	}
	if n := f.to.Name(); n != "" {
		return n
	}
	return Clean(d.ed.Text[f.start:f.end])
}

// sealer computes statement identities as chancery.Statement.Identify does,
// in one buffer and without a hash object for each.
type sealer struct {
	document, edition string
	buf               []byte
	num               [20]byte
}

func (z *sealer) identify(s *chancery.Statement) chancery.StatementID {
	z.buf = z.buf[:0]
	for _, p := range [...]string{"statement", string(s.Subject), s.Schema, s.Property, s.Value, string(s.Ref), s.Original, s.Language, z.document, z.edition} {
		z.buf = append(binary.BigEndian.AppendUint64(z.buf, uint64(len(p))), p...)
	}
	for _, n := range [...]int{s.Passage.Start, s.Passage.End} {
		digits := strconv.AppendInt(z.num[:0], int64(n), 10)
		z.buf = append(binary.BigEndian.AppendUint64(z.buf, uint64(len(digits))), digits...)
	}
	return sha256.Sum256(z.buf)
}
