package register

import (
	"context"

	"chancery"
	"chancery/ledger"
)

// SearchQuery asks for passages.
type SearchQuery struct {
	Text   string
	Facets map[string][]string // kind, language, year to chosen values
	Offset int
	Limit  int // 0 is 20
}

// Items gives a list of the register with its facets and the number of rows of
// each of their values.
func (r *Register) Items(ctx context.Context, reader Reader, q Query) (ItemsView, error) {
	const op = "register.Items"
	if q.Limit <= 0 {
		q.Limit = 50
	}
	p, err := r.page(ctx, reader)
	if err != nil {
		return ItemsView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v, err := p.items(q)
	return v, chancery.Wrap(op, chancery.Internal, err)
}

func (p *page) items(q Query) (ItemsView, error) {
	v := ItemsView{Query: q}
	got, err := p.r.store.Items(p.ctx, ledger.ItemQuery{
		Schemas: q.Schemas, Facets: q.Facets, Text: q.Text, Sort: q.Sort, Offset: q.Offset, Limit: q.Limit, Proposed: q.Proposed, At: p.reader.At, Ceiling: p.below,
	})
	if err != nil {
		return v, err
	}
	var ids []chancery.EntityID
	for _, i := range got.Rows {
		ids = append(ids, i.Entity)
	}
	if err := p.learn(ids); err != nil {
		return v, err
	}
	for _, i := range got.Rows {
		label := p.labels[i.Entity]
		if label.String() == "" {
			label = Label{Text: i.Caption, Schema: i.Schema}
		}
		p.mark(i.Marking)
		v.Rows = append(v.Rows, Row{Entity: i.Entity, Schema: i.Schema, Caption: label, Sub: label.Sub, Date: i.Date, Facts: i.Facts, Proposed: i.Proposed, Marking: i.Marking})
	}
	v.Total = got.Total
	if v.Facets, err = p.facets(got.Facets, q.Facets); err != nil {
		return v, err
	}
	v.Head = p.head
	v.Head.Rows = got.Total
	return v, nil
}

func (p *page) facets(counted map[string][]ledger.FacetCount, chosen map[string][]string) ([]Facet, error) {
	var ids []chancery.EntityID
	for _, values := range counted {
		for _, c := range values {
			if id := chancery.EntityID(c.Value); id.Authority() {
				ids = append(ids, id)
			}
		}
	}
	if err := p.learn(ids); err != nil {
		return nil, err
	}
	var out []Facet
	for _, name := range sortedKeys(counted) {
		f := Facet{Name: name}
		for _, c := range counted[name] {
			caption := c.Value
			if l, ok := p.labels[chancery.EntityID(c.Value)]; ok && l.String() != "" {
				caption = l.String()
			}
			f.Values = append(f.Values, FacetValue{Value: c.Value, Caption: caption, Count: c.Count, Chosen: contains(chosen[name], c.Value)})
		}
		if len(f.Values) > 0 {
			out = append(out, f)
		}
	}
	return out, nil
}

// Search finds passages by their words, best first.
func (r *Register) Search(ctx context.Context, reader Reader, q SearchQuery) (SearchView, error) {
	const op = "register.Search"
	if q.Limit <= 0 {
		q.Limit = 20
	}
	p, err := r.page(ctx, reader)
	if err != nil {
		return SearchView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v, err := p.search(q)
	return v, chancery.Wrap(op, chancery.Internal, err)
}

func (p *page) search(q SearchQuery) (SearchView, error) {
	v := SearchView{Text: q.Text}
	if q.Text == "" {
		v.Head = p.head
		return v, nil
	}
	got, err := p.r.store.Search(p.ctx, ledger.SearchQuery{Text: q.Text, Facets: q.Facets, Offset: q.Offset, Limit: q.Limit, At: p.reader.At, Ceiling: p.below})
	if err != nil {
		return v, err
	}
	for _, h := range got.Hits {
		place, err := p.r.place(p.ctx, chancery.Passage{Document: h.Document, Edition: h.Edition, Start: h.Start, End: h.End})
		if err != nil {
			return v, err
		}
		doc, err := p.paper(h.Document)
		if err != nil {
			return v, err
		}
		p.mark(doc.Marking)
		v.Hits = append(v.Hits, Hit{Document: h.Document, Title: titleOf(doc), Kind: doc.Kind, Published: doc.Published, Language: doc.Language,
			Edition: h.Edition, Start: h.Start, End: h.End, Page: place.page, Snippet: h.Snippet, Marks: h.Marks, Score: h.Score})
	}
	v.Total = got.Total
	if v.Facets, err = p.facets(got.Facets, q.Facets); err != nil {
		return v, err
	}
	v.Head = p.head
	v.Rows = got.Total
	return v, nil
}
