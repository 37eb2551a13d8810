package register

import (
	"cmp"
	"context"
	"slices"

	"chancery"
	"chancery/ledger"
	"chancery/treaty"
)

// ReconcileQuery asks for two sources of one treaty, or of all of them.
type ReconcileQuery struct {
	First, Second chancery.DocumentID // "" takes the two best sources there are
}

// ReconcileView is two status tables held against each other, row by row.
type ReconcileView struct {
	Head
	Treaty        chancery.EntityID
	Caption       Label
	First, Second Paper
	Sources       []Paper // every paper that says something of the treaty, the best first
	Agree         int
	Rows          []ReconcileRow
}

// ReconcileRow is one difference.
type ReconcileRow struct {
	Participant   Value
	Field         string
	Kind          treaty.DifferenceKind
	First, Second Value // as each source has it, with its citation
}

// Reconcile holds two sources of a treaty against each other. Neither is
// changed, and nothing is written.
func (r *Register) Reconcile(ctx context.Context, reader Reader, id chancery.EntityID, q ReconcileQuery) (ReconcileView, error) {
	const op = "register.Reconcile"
	p, err := r.lawPage(ctx, reader)
	if err != nil {
		return ReconcileView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v := ReconcileView{Treaty: id}
	if err := p.reconcile(&v, q); err != nil {
		return v, chancery.Wrap(op, chancery.Internal, err)
	}
	p.finish(&v)
	v.Head.Rows = len(v.Rows)
	return v, nil
}

func (p *page) reconcile(v *ReconcileView, q ReconcileQuery) error {
	deeds, err := p.deeds(v.Treaty)
	if err != nil {
		return err
	}
	if err := p.learnActors(deeds, lawOf{}, v.Treaty); err != nil {
		return err
	}
	v.Caption = p.treatyLabel(v.Treaty)
	bySource, err := p.sources(v, deeds)
	if err != nil {
		return err
	}
	first, second := v.chosen(q)
	if first == "" || second == "" {
		return nil
	}
	return p.differences(v, deeds, bySource[first], bySource[second])
}

// sources names the papers that the deeds rest on, the two that say most
// first, and gives the deeds of each.
func (p *page) sources(v *ReconcileView, deeds []deed) (map[chancery.DocumentID][]int, error) {
	bySource := map[chancery.DocumentID][]int{}
	for i := range deeds {
		if deeds[i].Domestic == "" && deeds[i].Document != "" {
			bySource[deeds[i].Document] = append(bySource[deeds[i].Document], i)
		}
	}
	for id := range bySource {
		d, err := p.paper(id)
		if err != nil {
			return nil, err
		}
		v.Sources = append(v.Sources, Paper{Document: d, Caption: titleOf(d), Judged: len(bySource[id])})
	}
	grade := func(x Paper) int { return rankOf(deeds[bySource[x.ID][0]].Grade) }
	slices.SortFunc(v.Sources, func(a, b Paper) int {
		return cmp.Or(b.Judged-a.Judged, grade(a)-grade(b), cmp.Compare(a.ID, b.ID))
	})
	most := v.Sources[:min(2, len(v.Sources))] // of these the better one stands first
	slices.SortStableFunc(most, func(a, b Paper) int { return grade(a) - grade(b) })
	return bySource, nil
}

// chosen gives the two sources that are compared: those asked for, and where
// none is, the first that are left. An ID is empty where there is no other.
func (v *ReconcileView) chosen(q ReconcileQuery) (first, second chancery.DocumentID) {
	first, second = q.First, q.Second
	for _, s := range v.Sources {
		switch {
		case first == "" && s.ID != second:
			first = s.ID
		case second == "" && s.ID != first:
			second = s.ID
		}
	}
	for _, s := range v.Sources {
		if s.ID == first {
			v.First = s
		}
		if s.ID == second {
			v.Second = s
		}
	}
	return first, second
}

// differences compares the acts of two sources by participant.
func (p *page) differences(v *ReconcileView, deeds []deed, first, second []int) error {
	a, b := tableFrom(deeds, first), tableFrom(deeds, second)
	rec := treaty.Reconcile(a.table, b.table)
	v.Agree = rec.Agree
	for _, d := range rec.Differences {
		row := ReconcileRow{Participant: p.actor(chancery.EntityID(d.Participant)), Field: d.Field, Kind: d.Kind, First: Value{Text: d.First}, Second: Value{Text: d.Second}}
		var err error
		if row.First.Cites, err = p.citesOf(deeds, a.deeds[d.Participant]); err != nil {
			return err
		}
		if row.Second.Cites, err = p.citesOf(deeds, b.deeds[d.Participant]); err != nil {
			return err
		}
		v.Rows = append(v.Rows, row)
	}
	slices.SortStableFunc(v.Rows, func(x, y ReconcileRow) int { return cmp.Compare(x.Participant.Text, y.Participant.Text) })
	return nil
}

// sourceTable is what one paper says of a treaty.
type sourceTable struct {
	table treaty.StatusTable
	deeds map[string][]int
}

func tableFrom(deeds []deed, places []int) sourceTable {
	s := sourceTable{deeds: map[string][]int{}}
	var order []string
	acts := map[string][]treaty.Act{}
	for _, i := range places {
		by := deeds[i].By
		if s.deeds[by] == nil {
			order = append(order, by)
		}
		s.deeds[by] = append(s.deeds[by], i)
		acts[by] = append(acts[by], deeds[i].Act)
	}
	slices.Sort(order)
	var rows []treaty.StatusRow
	for i, by := range order {
		rows = append(rows, treaty.StatusRow{Row: i + 2, Name: by, Participant: by, Acts: acts[by]})
	}
	s.table = treaty.TableFrom(rows)
	return s
}

// ReconcileAll holds the two best sources of every treaty against each other;
// treaties of one source alone are left out.
func (r *Register) ReconcileAll(ctx context.Context, reader Reader) ([]ReconcileView, error) {
	const op = "register.ReconcileAll"
	b, err := r.book(ctx, ledger.At{Known: reader.At.Known})
	if err != nil {
		return nil, chancery.Wrap(op, chancery.Internal, err)
	}
	var out []ReconcileView
	for _, id := range b.order {
		sources := map[chancery.DocumentID]bool{}
		for _, d := range b.deeds[id] {
			if d.Domestic == "" && d.Document != "" {
				sources[d.Document] = true
			}
		}
		if len(sources) < 2 {
			continue
		}
		v, err := r.Reconcile(ctx, reader, id, ReconcileQuery{})
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}
