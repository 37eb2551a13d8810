package register

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"chancery"
	"chancery/ledger"
)

// record is an entity with its confirmed facts, to compute with. What a page
// shows of it is cited line by line; a list computed of hundreds is not.
type record struct {
	id     chancery.EntityID
	schema string
	facts  map[string][]ledger.Fact // by property, in order of arrival
}

// pageOn begins a view whose rules take the day as an argument: nothing is left
// out by its date, so that what was to come on a past day is still to come.
func (r *Register) pageOn(ctx context.Context, reader Reader) (*page, error) {
	p, err := r.page(ctx, reader)
	if err == nil {
		p.reader.At.On = chancery.Date{}
	}
	return p, err
}

// yetToCome reports whether a day lies after the past day that the view is of;
// what is recorded under it was not known then.
func (p *page) yetToCome(d chancery.Date) bool {
	on := p.head.At.On
	return !on.IsZero() && !d.IsZero() && d.After(on)
}

// records gathers facts by entity, in the order in which the entities arrived.
func (p *page) records(q ledger.FactQuery) ([]record, error) {
	facts, err := p.facts(q)
	if err != nil {
		return nil, err
	}
	at := map[chancery.EntityID]int{}
	var out []record
	for _, f := range facts {
		i, ok := at[f.Entity]
		if !ok {
			i = len(out)
			at[f.Entity] = i
			out = append(out, record{f.Entity, f.Schema, map[string][]ledger.Fact{}})
		}
		out[i].facts[f.Property] = append(out[i].facts[f.Property], f)
	}
	return out, nil
}

// maxReferring bounds the records that a view computes with through one property.
// A treaty of every State, with what each reserved and objected to, has fewer.
const maxReferring = 5000

// recordsReferring gathers the entities of a schema that refer by a property to
// some others; where there are too many the first to arrive, and the page says so.
func (p *page) recordsReferring(schema, property string, to ...chancery.EntityID) ([]record, error) {
	ids, err := p.referrers(schema, property, p.r.most, to)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	return p.records(ledger.FactQuery{Entities: ids, Schemas: []string{schema}})
}

// referrers names the entities of a schema that refer by a property to some
// others, in order of arrival, so many at most.
func (p *page) referrers(schema, property string, most int, to []chancery.EntityID) ([]chancery.EntityID, error) {
	to = slices.DeleteFunc(slices.Clone(to), func(id chancery.EntityID) bool { return id == "" })
	if len(to) == 0 {
		return nil, nil
	}
	refs, err := p.facts(ledger.FactQuery{Refs: to, Schemas: []string{schema}, Properties: []string{property}, Limit: most + 1})
	if err != nil {
		return nil, err
	}
	if len(refs) > most {
		refs = refs[:most]
		p.cut(schema, most, to)
	}
	seen := map[chancery.EntityID]bool{}
	var ids []chancery.EntityID
	for _, f := range refs {
		if !seen[f.Entity] {
			seen[f.Entity] = true
			ids = append(ids, f.Entity)
		}
	}
	return ids, nil
}

// cut says on the page that of a schema only the first records were taken into
// account, each schema once.
func (p *page) cut(schema string, shown int, of []chancery.EntityID) {
	if slices.ContainsFunc(p.head.Cuts, func(c Cut) bool { return c.Schema == schema }) {
		return
	}
	c := Cut{Schema: schema, Shown: shown}
	if len(of) == 1 {
		switch id := of[0]; {
		case isState(string(id)):
			c.Facet, c.Value = "country", id
		case strings.HasPrefix(string(id), "body:") || p.labels[id].Schema == "Organization":
			c.Facet, c.Value = "body", id
		}
	}
	p.head.Cuts = append(p.head.Cuts, c)
}

// text gives the first value of a property, "" where nothing is said.
func (t record) text(property string) string {
	if f := t.facts[property]; len(f) > 0 {
		return f[0].Value
	}
	return ""
}

// texts gives every value of a property.
func (t record) texts(property string) []string {
	var out []string
	for _, f := range t.facts[property] {
		if !slices.Contains(out, f.Value) {
			out = append(out, f.Value)
		}
	}
	return out
}

// ref gives the first entity that a property refers to.
func (t record) ref(property string) chancery.EntityID {
	if f := t.facts[property]; len(f) > 0 {
		return f[0].Ref
	}
	return ""
}

// refs gives every entity that a property refers to.
func (t record) refs(property string) []chancery.EntityID {
	var out []chancery.EntityID
	for _, f := range t.facts[property] {
		if f.Ref != "" && !slices.Contains(out, f.Ref) {
			out = append(out, f.Ref)
		}
	}
	return out
}

// date gives the first date of a property, the zero Date where there is none.
func (t record) date(property string) chancery.Date {
	d, err := chancery.ParseDate(t.text(property))
	if err != nil {
		return chancery.Date{}
	}
	return d
}

// number gives the first whole number of a property, 0 where there is none.
func (t record) number(property string) int {
	n, err := strconv.Atoi(t.text(property))
	if err != nil {
		return 0
	}
	return n
}

// value shows an entity by its label, without citing anything.
func (p *page) value(id chancery.EntityID) (Value, error) {
	if id == "" {
		return Value{}, nil
	}
	if err := p.learn([]chancery.EntityID{id}); err != nil {
		return Value{}, err
	}
	return p.named(id), nil
}

// known shows an entity whose label was learnt before.
func (p *page) named(id chancery.EntityID) Value {
	l := p.labels[id]
	text := l.String()
	if text == "" {
		text = string(id)
	}
	return Value{Text: text, Language: l.Language, Ref: id, Schema: l.Schema, Label: l}
}

// values shows several entities in their order.
func (p *page) values(ids []chancery.EntityID) ([]Value, error) {
	if err := p.learn(ids); err != nil {
		return nil, err
	}
	out := make([]Value, 0, len(ids))
	for _, id := range ids {
		out = append(out, p.named(id))
	}
	return out, nil
}

// shown gives the first value of a property of a record, with its citation.
func (p *page) shown(t record, property string) (Value, error) {
	f := t.facts[property]
	if len(f) == 0 {
		return Value{}, nil
	}
	l := Line{Property: property}
	if s, ok := chancery.SchemaNamed(t.schema); ok {
		prop, _ := s.Property(property)
		l.Type = prop.Type
	}
	if err := p.add(&l, f[0]); err != nil {
		return Value{}, err
	}
	lines := []Line{l}
	err := p.name(lines)
	return lines[0].Values[0], err
}
