package register

import (
	"context"
	"slices"

	"chancery"
	"chancery/ledger"
	"chancery/text"
)

// Find gives the entities that a name may mean, for the palette and for fields
// that refer: entries of the authority files that bear it, entities with a name
// like it in any script, then entities whose values hold its words. No schemas
// is all.
func (r *Register) Find(ctx context.Context, reader Reader, name string, schemas []string, limit int) ([]Row, error) {
	const op = "register.Find"
	p, err := r.page(ctx, reader)
	if err != nil {
		return nil, chancery.Wrap(op, chancery.Internal, err)
	}
	rows, err := p.find(name, schemas, limit)
	return rows, chancery.Wrap(op, chancery.Internal, err)
}

func (p *page) find(name string, schemas []string, limit int) ([]Row, error) {
	files, _, err := p.r.files(p.ctx)
	if err != nil {
		return nil, err
	}
	var ids []chancery.EntityID
	schema := map[chancery.EntityID]string{}
	add := func(id chancery.EntityID, of string) {
		if schema[id] == "" && len(ids) < limit && (len(schemas) == 0 || slices.Contains(schemas, of)) {
			schema[id] = of
			ids = append(ids, id)
		}
	}
	for _, e := range files.Lookup(name) {
		add(e.ID, e.Schema)
	}
	if key := text.NameKey(name); key != "" {
		named, err := p.r.store.Naming(p.ctx, []string{key})
		if err != nil {
			return nil, err
		}
		for _, n := range named {
			add(n.Entity, n.Schema)
		}
	}
	listed, err := p.r.store.Items(p.ctx, ledger.ItemQuery{Schemas: schemas, Text: name, Begun: true, Limit: limit, Proposed: true, At: p.reader.At, Ceiling: p.below})
	if err != nil {
		return nil, err
	}
	items := map[chancery.EntityID]ledger.Item{}
	for _, i := range listed.Rows {
		add(i.Entity, i.Schema)
		items[i.Entity] = i
	}
	if err := p.learn(ids); err != nil {
		return nil, err
	}
	var out []Row
	for _, id := range ids {
		l := p.labels[id]
		if l.String() == "" {
			l = Label{Text: items[id].Caption, Schema: schema[id]}
		}
		out = append(out, Row{Entity: id, Schema: schema[id], Caption: l, Sub: l.Sub, Date: items[id].Date, Facts: items[id].Facts, Proposed: items[id].Proposed})
	}
	return out, nil
}
