package register

import (
	"context"
	"slices"

	"chancery"
	"chancery/treaty"
)

// treatyDeadlines gives, of the treaties that the home has consented to, the
// days until then on which a withdrawal takes effect and on which the twelve
// months for objecting to a reservation of another end.
//
// Source: the treaty's own clause or VCLT art. 56(2) for the withdrawal; VCLT
// art. 20(5) for the objection.
func (p *page) treatyDeadlines(home chancery.EntityID, until chancery.Date) ([]Moment, error) {
	b, err := p.r.book(p.ctx, p.reader.At)
	if err != nil {
		return nil, err
	}
	var out []Moment
	var ids []chancery.EntityID
	within := func(d chancery.Date) bool {
		return !d.IsZero() && !d.Before(p.head.Today) && !d.After(until)
	}
	add := func(day chancery.Date, property, of string, by string) {
		id := chancery.EntityID(of)
		out = append(out, Moment{Date: day, Property: property, Schema: "Instrument", Entity: id, Caption: Label{Schema: "Instrument", Sub: by}})
		ids = append(ids, id, chancery.EntityID(by))
	}
	for _, t := range p.tables(b, p.head.Today) {
		if own := t.Table.Row(string(home)).Status; own != treaty.Party && own != treaty.Contracting {
			continue
		}
		for _, s := range t.Table.Rows {
			if within(s.Left) {
				add(s.Left, "leaving", t.Treaty, s.Participant)
			}
		}
		acts := p.seen(b, chancery.EntityID(t.Treaty)).Acts
		for _, a := range acts {
			if a.Kind == treaty.Reserved && a.By != string(home) && within(treaty.SilenceEnds(a)) && !a.When().After(p.head.Today) && !answered(acts, a, string(home)) {
				add(treaty.SilenceEnds(a), "objecting", t.Treaty, a.By)
			}
		}
	}
	if err := p.learnKnown(ids); err != nil {
		return nil, err
	}
	for i := range out {
		by := out[i].Caption.Sub
		out[i].Caption = p.treatyLabel(out[i].Entity)
		out[i].Caption.Sub = p.actor(chancery.EntityID(by)).Text
	}
	return out, nil
}

// answered reports whether a reservation was withdrawn, or a State objected to
// it or accepted it.
func answered(acts []treaty.Act, reservation treaty.Act, by string) bool {
	return slices.ContainsFunc(acts, func(a treaty.Act) bool {
		return a.Of == reservation.ID && a.Of != "" && (a.Kind == treaty.Withdrawn || a.By == by)
	})
}

// OtherDeadlines gives what has to be done by a day beside reports: notices,
// withdrawals, objections, nominations and pledges, the earliest first.
func (r *Register) OtherDeadlines(ctx context.Context, reader Reader) ([]Moment, error) {
	const op = "register.OtherDeadlines"
	head, err := r.store.Head(ctx)
	if err != nil {
		return nil, chancery.Wrap(op, chancery.Internal, err)
	}
	all, err := r.derived(ctx, reader, head)
	if err != nil {
		return nil, chancery.Wrap(op, chancery.Internal, err)
	}
	out := slices.DeleteFunc(slices.Clone(all), func(m Moment) bool { return m.Schema == "Report" })
	slices.SortStableFunc(out, func(a, b Moment) int { return a.Date.Compare(b.Date) })
	return out, nil
}
