package register

import (
	"context"
	"slices"
	"strings"

	"chancery"
	"chancery/authority"
	"chancery/ledger"
)

// page gathers what one view shows: its citations, the papers and persons they
// name, the labels of what is referred to, and the highest marking met.
type page struct {
	r       *Register
	ctx     context.Context
	reader  Reader
	head    Head
	marking string   // highest of what is shown without being cited
	order   []string // markings of the site, lowest first
	below   []string // those up to the reader's ceiling; nil is all
	cites   map[citeKey]int
	papers  map[chancery.DocumentID]chancery.Document
	people  map[string]chancery.Person
	labels  map[chancery.EntityID]Label
	chosen  map[chancery.EntityID]map[string]string
}

type citeKey struct {
	document   chancery.DocumentID
	edition    int
	start, end int
}

// page begins a view for a reader.
func (r *Register) page(ctx context.Context, reader Reader) (*page, error) {
	head, err := r.store.Head(ctx)
	if err != nil {
		return nil, err
	}
	if reader.Language == "" {
		reader.Language = "en"
	}
	p := &page{r: r, ctx: ctx, reader: reader,
		head:   Head{At: reader.At, Ledger: head, Today: r.today(reader)},
		cites:  map[citeKey]int{},
		papers: map[chancery.DocumentID]chancery.Document{},
		people: map[string]chancery.Person{},
		labels: map[chancery.EntityID]Label{},
	}
	if p.order, err = r.Markings(ctx); err != nil {
		return nil, err
	}
	if p.below, err = below(p.order, reader.Ceiling); err != nil {
		return nil, err
	}
	p.head.Ceiling, p.head.Markings = reader.Ceiling, p.order
	if p.chosen, err = r.spellings(ctx); err != nil {
		return nil, err
	}
	return p, nil
}

func (r *Register) today(reader Reader) chancery.Date {
	switch {
	case !reader.At.On.IsZero():
		return reader.At.On.Highest()
	case !reader.Today.IsZero():
		return reader.Today
	}
	return chancery.DateOf(r.tools.Now())
}

// facts gives what the store holds up to the reader's ceiling.
func (p *page) facts(q ledger.FactQuery) ([]ledger.Fact, error) {
	q.At, q.Ceiling = p.reader.At, p.below
	return p.r.store.Facts(p.ctx, q)
}

// byEntity groups facts by the thing they are of, each group in their order.
func byEntity(facts []ledger.Fact) map[chancery.EntityID][]ledger.Fact {
	grouped := map[chancery.EntityID][]ledger.Fact{}
	for _, f := range facts {
		grouped[f.Entity] = append(grouped[f.Entity], f)
	}
	return grouped
}

// eachFact gives facts one by one, for a computation over thousands.
func (p *page) eachFact(q ledger.FactQuery, fn func(ledger.Fact)) error {
	q.At, q.Ceiling = p.reader.At, p.below
	return p.r.store.EachFact(p.ctx, q, func(f ledger.Fact) error {
		fn(f)
		return nil
	})
}

// hidden reports whether a marking is above the reader's ceiling. A marking
// that the site does not list is above all.
func (p *page) hidden(marking string) bool {
	return p.below != nil && !slices.Contains(p.below, marking)
}

func (p *page) rank(marking string) int { return rank(p.order, marking) }

// rank orders markings by the site's list, lowest first; none is below it, and
// one that is not listed above it.
func rank(order []string, marking string) int {
	if marking == "" {
		return -1
	}
	if i := slices.Index(order, marking); i >= 0 {
		return i
	}
	return len(order)
}

// Higher gives the higher of two markings by the site's list.
func (h Head) Higher(a, b string) string {
	if rank(h.Markings, b) > rank(h.Markings, a) {
		return b
	}
	return a
}

// mark remembers the highest marking of what is shown without being cited.
func (p *page) mark(marking string) {
	if p.rank(marking) > p.rank(p.marking) {
		p.marking = marking
	}
	p.raise(marking)
}

// raise remembers the highest marking of anything looked at.
func (p *page) raise(marking string) {
	if p.rank(marking) > p.rank(p.head.Marking) {
		p.head.Marking = marking
	}
}

// cite gives the number of the citation of a fact, making it where it is new.
func (p *page) cite(f ledger.Fact) (int, error) {
	s := f.Statement
	key := citeKey{s.Passage.Document, s.Passage.Edition, s.Passage.Start, s.Passage.End}
	if i, ok := p.cites[key]; ok {
		return i, nil
	}
	doc, err := p.paper(s.Passage.Document)
	if err != nil {
		return 0, err
	}
	who, err := p.person(f.ConfirmedBy)
	if err != nil {
		return 0, err
	}
	place, err := p.r.place(p.ctx, s.Passage)
	if err != nil {
		return 0, err
	}
	p.raise(f.Marking)
	c := Citation{Marking: f.Marking,

		Statement: s.ID, Document: doc.ID, Kind: doc.Kind, Title: titleOf(doc), Symbol: doc.Symbol, Published: doc.Published, Language: doc.Language,
		Passage: s.Passage, Page: place.page, Paragraph: place.label, By: who, Since: f.ConfirmedAt, Grade: f.Grade, Whole: f.Grade != "", Withdrawn: s.Passage.Quote == "",
	}
	p.cites[key] = len(p.head.Citations)
	p.head.Citations = append(p.head.Citations, c)
	return p.cites[key], nil
}

func (p *page) paper(id chancery.DocumentID) (chancery.Document, error) {
	if d, ok := p.papers[id]; ok {
		return d, nil
	}
	d, err := p.r.store.Document(p.ctx, id)
	if err == nil {
		p.papers[id] = d
	}
	return d, err
}

func (p *page) person(id string) (string, error) {
	if len(p.people) == 0 {
		all, err := p.r.store.Persons(p.ctx)
		if err != nil {
			return "", err
		}
		for _, one := range all {
			p.people[one.ID] = one
		}
	}
	if one, ok := p.people[id]; ok && one.Name != "" {
		return one.Name, nil
	}
	return id, nil
}

// titleOf gives what a document is called: its title, symbol, file name or kind.
func titleOf(d chancery.Document) string {
	for _, s := range []string{d.Title, d.Symbol, d.Name, d.Part, string(d.Kind)} {
		if s != "" {
			return s
		}
	}
	return string(d.ID)
}

// lines groups the facts of one entity by property in the order of its schema;
// the same value said in several places is one Value with several citations.
func (p *page) lines(schema string, facts []ledger.Fact) ([]Line, error) {
	s, _ := chancery.SchemaNamed(schema)
	grouped := map[string]*Line{}
	for _, f := range facts {
		l := grouped[f.Property]
		if l == nil {
			prop, _ := s.Property(f.Property)
			l = &Line{Property: f.Property, Type: prop.Type}
			grouped[f.Property] = l
		}
		if err := p.add(l, f); err != nil {
			return nil, err
		}
	}
	var out []Line
	for _, prop := range s.Properties {
		if l := grouped[prop.Name]; l != nil {
			l.Conflict = excludes(*l)
			out = append(out, *l)
		}
	}
	return out, nil
}

func (p *page) add(l *Line, f ledger.Fact) error {
	n, err := p.cite(f)
	if err != nil {
		return err
	}
	for i := range l.Values {
		v := &l.Values[i]
		if v.Ref == f.Ref && (v.Ref != "" || v.Text == f.Value && v.Language == f.Language) {
			if !slices.Contains(v.Cites, n) {
				v.Cites = append(v.Cites, n)
			}
			return nil
		}
	}
	v := Value{Text: f.Value, Language: f.Language, Ref: f.Ref, Cites: []int{n}}
	if l.Type == chancery.TypeDate {
		v.Date, _ = chancery.ParseDate(f.Value)
	}
	l.Values = append(l.Values, v)
	return nil
}

// single are the types of which an entity has one value: two that cannot both
// be true are a conflict.
func excludes(l Line) bool {
	for i, a := range l.Values {
		for _, b := range l.Values[i+1:] {
			switch l.Type {
			case chancery.TypeDate:
				if !a.Date.Overlaps(b.Date) {
					return true
				}
			case chancery.TypeNumber, chancery.TypeCode, chancery.TypeFlag, chancery.TypePosition:
				if a.Text != b.Text {
					return true
				}
			}
		}
	}
	return false
}

// name fills in the labels of everything that lines refer to.
func (p *page) name(groups ...[]Line) error {
	var ids []chancery.EntityID
	for _, lines := range groups {
		for _, l := range lines {
			for _, v := range l.Values {
				if v.Ref != "" {
					ids = append(ids, v.Ref)
				}
			}
		}
	}
	if err := p.learn(ids); err != nil {
		return err
	}
	for _, lines := range groups {
		for i := range lines {
			for j := range lines[i].Values {
				v := &lines[i].Values[j]
				if label, ok := p.labels[v.Ref]; ok && v.Ref != "" {
					v.Schema, v.Label = label.Schema, label
					if s := label.String(); s != "" {
						v.Text, v.Language = s, label.Language
					}
				}
			}
		}
	}
	return nil
}

// learn looks up the labels of entities, in one question for all that are new.
func (p *page) learn(ids []chancery.EntityID) error {
	var unknown []chancery.EntityID
	for _, id := range ids {
		if _, ok := p.labels[id]; ok || id == "" {
			continue
		}
		p.labels[id] = Label{}
		unknown = append(unknown, id)
	}
	if len(unknown) == 0 {
		return nil
	}
	facts, err := p.facts(ledger.FactQuery{Entities: unknown, Properties: labelProperties})
	if err != nil {
		return err
	}
	grouped := byEntity(facts)
	for _, id := range unknown {
		p.labels[id] = p.label(id, grouped[id])
	}
	return nil
}

// label names one entity from its facts, without citing them.
func (p *page) label(id chancery.EntityID, facts []ledger.Fact) Label {
	schema := ""
	grouped := map[string]*Line{}
	var lines []Line
	for _, f := range facts {
		schema = f.Schema
		l := grouped[f.Property]
		if l == nil {
			l = &Line{Property: f.Property}
			grouped[f.Property] = l
		}
		v := Value{Text: f.Value, Language: f.Language, Ref: f.Ref}
		if name := p.authority(f.Ref); name != "" {
			v.Text, v.Language = name, p.reader.Language
		}
		l.Values = append(l.Values, v)
	}
	for _, l := range grouped {
		lines = append(lines, *l)
	}
	if name := p.authority(id); name != "" {
		return Label{Text: name, Language: p.reader.Language, Schema: authoritySchema(id, schema)}
	}
	return labelOf(schema, lines, p.reader.Language, p.chosen[id])
}

// authority gives the name that an authority file has for an entity.
func (p *page) authority(id chancery.EntityID) string {
	if !id.Authority() {
		return ""
	}
	if c := p.chosen[id][p.reader.Language]; c != "" {
		return c
	}
	if e, ok := authority.Base().Entry(id); ok {
		return e.Name(p.reader.Language)
	}
	return ""
}

// Country gives the ISO 3166 alpha-2 code of a State in lower case, "" for others.
func Country(id chancery.EntityID) string {
	if e, ok := authority.Base().Entry(id); ok && e.Schema == "State" {
		return strings.ToLower(e.ISO2)
	}
	return ""
}

// authoritySchema gives the schema of an entity of an authority file.
func authoritySchema(id chancery.EntityID, otherwise string) string {
	if e, ok := authority.Base().Entry(id); ok && id.Authority() {
		return e.Schema
	}
	return otherwise
}
