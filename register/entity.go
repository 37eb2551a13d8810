package register

import (
	"context"
	"slices"

	"chancery"
	"chancery/ledger"
)

// The bounds of what one page shows of what refers to an entity; Register lists
// give the rest.
const (
	maxLinks = 100 // all of them up to so many
	fewLinks = 8   // else so many of each schema
)

// Entity gives one thing with everything confirmed of it. It is NotFound where
// no statement names it and no authority file knows it.
func (r *Register) Entity(ctx context.Context, reader Reader, id chancery.EntityID) (EntityView, error) {
	const op = "register.Entity"
	p, err := r.page(ctx, reader)
	if err != nil {
		return EntityView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v, err := p.entity(id)
	if err != nil {
		return v, chancery.Wrap(op, chancery.Internal, err)
	}
	if v.Contacts, err = p.contactsShown(v.ID, v.Schema); err != nil {
		return v, chancery.Wrap(op, chancery.Internal, err)
	}
	if v.Schema == "Recommendation" {
		if v.Kin, err = p.kindred(v.ID, v.Lines); err != nil {
			return v, chancery.Wrap(op, chancery.Internal, err)
		}
	}
	p.finish(&v)
	v.Rows = len(v.Names) + len(v.Lines)
	v.Papers, err = p.cited(v.Citations)
	return v, chancery.Wrap(op, chancery.Internal, err)
}

func (p *page) entity(asked chancery.EntityID) (EntityView, error) {
	v := EntityView{Asked: asked, ID: asked, Authority: asked.Authority()}
	canon, err := p.r.store.Canonical(p.ctx, p.reader.At.Known, []chancery.EntityID{asked})
	if err != nil {
		return v, err
	}
	if c, ok := canon[asked]; ok {
		v.ID = c
	}
	own, err := p.facts(ledger.FactQuery{Entities: []chancery.EntityID{v.ID}})
	if err != nil {
		return v, err
	}
	waiting, err := p.r.store.Statements(p.ctx, ledger.StatementQuery{Subject: v.ID, LastReading: true, At: p.reader.At})
	if err != nil {
		return v, err
	}
	for _, w := range waiting {
		if p.hidden(w.Marking) {
			continue
		}
		v.Schema = w.Schema
		if w.Judgement == "" {
			v.Proposed++
		}
	}
	if len(own) > 0 {
		v.Schema = own[0].Schema
	}
	v.Schema = authoritySchema(v.ID, v.Schema)
	if v.Schema == "" {
		return v, chancery.Fail("register.Entity", chancery.NotFound, chancery.Say("entity.missing", "nothing in the register has this name; it may have been withdrawn, or the address was cut short"))
	}
	if err := p.fillEntity(&v, own); err != nil {
		return v, err
	}
	if len(own) == 0 && v.Caption.String() == "" {
		v.Caption = labelOfStatements(v.Schema, waiting, p.reader.Language)
	}
	return v, nil
}

func (p *page) fillEntity(v *EntityView, own []ledger.Fact) error {
	all, err := p.lines(v.Schema, own)
	if err != nil {
		return err
	}
	links, more, err := p.links(v.ID, v.Schema)
	if err != nil {
		return err
	}
	if err := p.name(append(linkLines(links), all)...); err != nil {
		return err
	}
	v.Caption = p.caption(v.ID, v.Schema, all)
	v.Names, v.Lines = names(all, p.chosen[v.ID])
	v.Posts, v.Links = posts(links, more)
	v.MorePosts = more["Occupancy"]
	v.Timeline = timeline(v.ID, v.Schema, all, links)
	v.Same, err = p.same(v.ID)
	return err
}

// caption names the entity shown from its own lines.
func (p *page) caption(id chancery.EntityID, schema string, lines []Line) Label {
	if name := p.authority(id); name != "" {
		return Label{Text: name, Language: p.reader.Language, Schema: schema}
	}
	return labelOf(schema, lines, p.reader.Language, p.chosen[id])
}

// names parts the naming lines from the others and marks the chosen spellings.
func names(all []Line, chosen map[string]string) (names []Value, rest []Line) {
	for _, l := range all {
		if l.Type != chancery.TypeName {
			rest = append(rest, l)
			continue
		}
		for _, v := range l.Values {
			v.Chosen = chosen[v.Language] == v.Text && v.Text != ""
			names = append(names, v)
		}
	}
	return names, rest
}

// links gives what refers to an entity of a schema, with the lines of each,
// newest first. Where that is much, each sort of thing shows a few.
func (p *page) links(id chancery.EntityID, schema string) (links []Link, more map[string]bool, err error) {
	refs, err := p.facts(ledger.FactQuery{Refs: []chancery.EntityID{id}, Limit: maxLinks + 1})
	if err == nil && len(refs) > maxLinks {
		refs, more, err = p.fewOfEach(id, schema)
	}
	if err != nil {
		return nil, nil, err
	}
	by := map[chancery.EntityID]string{}
	var ids []chancery.EntityID
	for _, f := range refs {
		if _, seen := by[f.Entity]; !seen && f.Entity != id {
			by[f.Entity] = f.Property
			ids = append(ids, f.Entity)
		}
	}
	if len(ids) == 0 {
		return nil, nil, nil
	}
	facts, err := p.facts(ledger.FactQuery{Entities: ids})
	if err != nil {
		return nil, nil, err
	}
	links, err = p.linksOf(ids, by, facts)
	return links, more, err
}

// fewOfEach gives a few references from each schema that can refer to another,
// and which of the schemas have more.
func (p *page) fewOfEach(id chancery.EntityID, schema string) ([]ledger.Fact, map[string]bool, error) {
	var out []ledger.Fact
	more := map[string]bool{}
	for _, from := range chancery.Schemas {
		if !slices.ContainsFunc(from.Properties, func(prop chancery.Property) bool { return slices.Contains(prop.Range, schema) }) {
			continue
		}
		refs, err := p.facts(ledger.FactQuery{Refs: []chancery.EntityID{id}, Schemas: []string{from.Name}, Limit: fewLinks + 1})
		if err != nil {
			return nil, nil, err
		}
		more[from.Name] = len(refs) > fewLinks
		out = append(out, refs[:min(len(refs), fewLinks)]...)
	}
	return out, more, nil
}

func (p *page) linksOf(ids []chancery.EntityID, by map[chancery.EntityID]string, facts []ledger.Fact) ([]Link, error) {
	grouped := byEntity(facts)
	var out []Link
	for _, id := range ids {
		own := grouped[id]
		if len(own) == 0 {
			continue
		}
		lines, err := p.lines(own[0].Schema, own)
		if err != nil {
			return nil, err
		}
		out = append(out, Link{Entity: id, Schema: own[0].Schema, Property: by[id], Date: dateOf(lines), Lines: lines})
	}
	if err := p.name(linkLines(out)...); err != nil {
		return nil, err
	}
	for i := range out {
		out[i].Caption = labelOf(out[i].Schema, out[i].Lines, p.reader.Language, p.chosen[out[i].Entity])
	}
	slices.SortStableFunc(out, func(a, b Link) int { return b.Date.Compare(a.Date) })
	return out, nil
}

func linkLines(links []Link) [][]Line {
	out := make([][]Line, len(links))
	for i := range links {
		out[i] = links[i].Lines
	}
	return out
}

// dating lists the properties that say when a thing was, best first.
var dating = []string{"date", "from", "electionDate", "due", "founded", "received", "nominated", "announced", "born"}

func dateOf(lines []Line) chancery.Date {
	for _, p := range dating {
		if d := firstOf(lines, p).Date; !d.IsZero() {
			return d
		}
	}
	return chancery.Date{}
}

// posts parts the occupancies from the other links, which are grouped by
// schema in the order of the vocabulary.
func posts(links []Link, more map[string]bool) (held []Post, rest []LinkGroup) {
	for _, s := range chancery.Schemas {
		group := LinkGroup{Schema: s.Name, More: more[s.Name]}
		for _, l := range links {
			switch {
			case l.Schema != s.Name:
			case s.Name == "Occupancy":
				held = append(held, postOf(l))
			default:
				group.Links = append(group.Links, l)
			}
		}
		if len(group.Links) > 0 {
			rest = append(rest, group)
		}
	}
	return mergePosts(held), rest
}

// timeline orders every dated fact of an entity and of what refers to it.
func timeline(id chancery.EntityID, schema string, own []Line, links []Link) []Moment {
	var out []Moment
	moments := func(of chancery.EntityID, schema string, caption Label, lines []Line) {
		for _, l := range lines {
			for _, v := range l.Values {
				if l.Type == chancery.TypeDate && !v.Date.IsZero() {
					out = append(out, Moment{Date: v.Date, Property: l.Property, Schema: schema, Entity: of, Caption: caption, Cites: v.Cites})
				}
			}
		}
	}
	moments(id, schema, Label{}, own)
	for _, l := range links {
		moments(l.Entity, l.Schema, l.Caption, l.Lines)
	}
	slices.SortStableFunc(out, func(a, b Moment) int { return a.Date.Compare(b.Date) })
	return out
}

// cited lists the papers of citations, in the order of their dates.
func (p *page) cited(citations []Citation) ([]Paper, error) {
	var out []Paper
	seen := map[chancery.DocumentID]bool{}
	for _, c := range citations {
		if seen[c.Document] {
			continue
		}
		seen[c.Document] = true
		d, err := p.paper(c.Document)
		if err != nil {
			return nil, err
		}
		out = append(out, Paper{Document: d, Caption: titleOf(d)})
	}
	slices.SortStableFunc(out, func(a, b Paper) int { return a.Published.Compare(b.Published) })
	return out, nil
}
