package register

import (
	"context"

	"chancery"
	"chancery/ledger"
)

// Ledger gives a stretch of what happened, newest first: up to limit entries
// before the given number, 0 from the newest.
func (r *Register) Ledger(ctx context.Context, reader Reader, before ledger.Number, limit int) (LedgerView, error) {
	const op = "register.Ledger"
	p, err := r.page(ctx, reader)
	if err != nil {
		return LedgerView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	var v LedgerView
	v.Entries, v.Total, err = p.entries(before, limit)
	v.Head = p.head
	v.Rows = len(v.Entries)
	return v, chancery.Wrap(op, chancery.Internal, err)
}

func (p *page) entries(before ledger.Number, limit int) ([]EntryRow, int, error) {
	list, err := p.r.store.Entries(p.ctx, ledger.EntryQuery{Before: before, Limit: limit})
	if err != nil {
		return nil, 0, err
	}
	out := make([]EntryRow, 0, len(list))
	var subjects []chancery.EntityID
	for _, e := range list {
		row := EntryRow{Entry: e}
		if row.Who, err = p.person(e.Person); err != nil {
			return nil, 0, err
		}
		if err := p.subject(&row); err != nil {
			return nil, 0, err
		}
		if row.Link.Entity != "" {
			subjects = append(subjects, row.Link.Entity)
		}
		out = append(out, row)
	}
	if err := p.learn(subjects); err != nil {
		return nil, 0, err
	}
	for i := range out {
		if id := out[i].Link.Entity; id != "" && out[i].Caption == "" {
			if out[i].Caption, err = p.called(id); err != nil {
				return nil, 0, err
			}
		}
	}
	return out, int(p.head.Ledger), nil
}

// called names an entity; one of which nothing is confirmed is called as its
// papers propose.
func (p *page) called(id chancery.EntityID) (string, error) {
	if name := p.labels[id].String(); name != "" {
		return name, nil
	}
	of, err := p.mentions(id)
	if own := of[id]; len(own) > 0 {
		for _, s := range own {
			p.mark(s.Marking)
		}
		return labelOfStatements(own[0].Schema, own, p.reader.Language).String(), err
	}
	return "", err
}

// subject finds what an entry is about and where it leads.
func (p *page) subject(row *EntryRow) error {
	e := row.Entry
	switch {
	case e.Subject == "" || e.Kind == ledger.PersonAdded || e.Kind == ledger.SettingSet:
		return nil
	case len(e.Subject) != 64:
		row.Link.Entity = chancery.EntityID(e.Subject)
		return nil
	}
	caption, err := p.title(chancery.DocumentID(e.Subject))
	if err != nil {
		return err
	}
	if row.Caption = caption; caption != "" {
		row.Link.Document = chancery.DocumentID(e.Subject)
		return nil
	}
	id, err := chancery.ParseStatementID(e.Subject)
	if err != nil {
		return nil // names nothing that can be shown any more
	}
	found, err := p.r.store.Statements(p.ctx, ledger.StatementQuery{IDs: []chancery.StatementID{id}})
	if err == nil && len(found) > 0 && !p.hidden(found[0].Marking) {
		row.Link.Entity, row.Link.Document = found[0].Canonical, found[0].Passage.Document
	}
	return err
}

// title names a paper; one above the reader's ceiling is not named.
func (p *page) title(id chancery.DocumentID) (string, error) {
	d, err := p.paper(id)
	switch {
	case chancery.KindOf(err) == chancery.NotFound:
		return "", nil
	case err != nil || p.hidden(d.Marking):
		return "", err
	}
	p.mark(d.Marking)
	return titleOf(d), nil
}
