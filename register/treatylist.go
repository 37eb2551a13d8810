package register

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"chancery"
	"chancery/ledger"
	"chancery/text"
	"chancery/treaty"
)

// TreatiesQuery asks for the list of treaties.
type TreatiesQuery struct {
	State chancery.EntityID // whose standing is shown; "" is the home's
	Only  bool              // only those to which it has a relation
	Text  string            // every word must stand in the name
}

// TreatiesView is the list of treaties with one participant's standing.
type TreatiesView struct {
	Head
	On    chancery.Date
	Home  Value
	State Value // whose standing is shown
	Query TreatiesQuery
	Rows  []TreatyRow
	Names []Value // participants that have a standing in any treaty, by name
}

// TreatyRow is one treaty in a list.
type TreatyRow struct {
	Treaty  chancery.EntityID
	Caption Label
	Type    string        // of the instrument, a value of the vocabulary
	InForce chancery.Date // general entry into force; zero where not or not known
	Parties int
	Signed  int // signatories that have not consented
	Waiting int // contracting States for which it is not in force, or not known to be
	Own     treaty.Standing
	Agree   *AgreementView // of an agreement or memorandum
}

// CompareView lays two States side by side.
type CompareView struct {
	Head
	On    chancery.Date
	A, B  Value
	Rows  []CompareRow
	Both  int // treaties in force between them
	Names []Value
}

// CompareRow is one treaty to which either has a relation.
type CompareRow struct {
	Treaty  chancery.EntityID
	Caption Label
	treaty.Comparison
}

// ActsView is what was done about treaties in a year.
type ActsView struct {
	Head
	Year int
	Rows []ActRow
}

// ActRow is one act.
type ActRow struct {
	Entity  chancery.EntityID
	Date    chancery.Date
	By      Value
	Kind    treaty.ActKind
	Mark    treaty.Mark
	Treaty  chancery.EntityID
	Caption Label
}

// Treaties lists the treaties of the register on a day.
func (r *Register) Treaties(ctx context.Context, reader Reader, q TreatiesQuery) (TreatiesView, error) {
	const op = "register.Treaties"
	p, err := r.lawPage(ctx, reader)
	if err != nil {
		return TreatiesView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v := TreatiesView{On: p.head.Today, Query: q}
	if err := p.treaties(&v); err != nil {
		return v, chancery.Wrap(op, chancery.Internal, err)
	}
	p.finish(&v)
	v.Head.Rows = len(v.Rows)
	return v, nil
}

func (p *page) treaties(v *TreatiesView) error {
	home, err := p.r.Home(p.ctx)
	if err != nil {
		return err
	}
	state := cmp.Or(v.Query.State, home)
	b, err := p.r.book(p.ctx, p.reader.At)
	if err != nil {
		return err
	}
	kinds, agreements, err := p.instruments(b)
	if err != nil {
		return err
	}
	if v.Names, err = p.participants(b, home, state); err != nil {
		return err
	}
	v.Home, v.State = p.actor(home), p.actor(state)
	words := strings.Fields(text.Fold(v.Query.Text))
	for _, t := range p.tables(b, v.On) {
		id := chancery.EntityID(t.Treaty)
		if kinds[id] == "" || agreements[id] != nil {
			continue
		}
		row := TreatyRow{Treaty: id, Type: kinds[id], Caption: p.treatyLabel(id), InForce: t.Table.Entry.InForce, Parties: t.Table.Count(treaty.Party),
			Signed: t.Table.Count(treaty.Signatory), Waiting: t.Table.Count(treaty.Contracting), Own: t.Table.Row(string(state))}
		v.add(row, words)
	}
	by, err := p.successors(slices.Collect(maps.Keys(agreements)))
	if err != nil {
		return err
	}
	for id, lines := range agreements {
		row := TreatyRow{Treaty: id, Type: kinds[id], Caption: p.treatyLabel(id)}
		var after *successor
		if n := by[id]; n != "" {
			after = &successor{n, p.treatyLabel(n).String(), bilateralOf(agreements[n], p.seenDeeds(b, n), true).On(v.On).Since}
		}
		row.Agree = p.agreement(lines, p.seenDeeds(b, id), after, v.On)
		row.InForce = row.Agree.State.Since
		row.Own = treaty.Standing{Participant: string(state), Status: treaty.None}
		if slices.ContainsFunc(row.Agree.Parties, func(x Value) bool { return x.Ref == state }) {
			row.Own.Status = treaty.Signatory
			if row.Agree.State.InForce {
				row.Own.Status, row.Own.Since = treaty.Party, row.Agree.State.Since
			}
		}
		v.add(row, words)
	}
	slices.SortStableFunc(v.Rows, func(a, b TreatyRow) int {
		return cmp.Or(strings.Compare(text.Fold(a.Caption.Text), text.Fold(b.Caption.Text)), cmp.Compare(a.Treaty, b.Treaty))
	})
	return nil
}

func (v *TreatiesView) add(row TreatyRow, words []string) {
	if v.Query.Only && row.Own.Status == treaty.None {
		return
	}
	name := text.Fold(row.Caption.Text)
	for _, w := range words {
		if !strings.Contains(name, w) {
			return
		}
	}
	v.Rows = append(v.Rows, row)
}

// instruments gives the types of the treaties, and the lines of those that are
// agreements or memoranda. What is neither is left out.
func (p *page) instruments(b *book) (map[chancery.EntityID]string, map[chancery.EntityID][]Line, error) {
	kinds := map[chancery.EntityID]string{}
	var ids, unknown []chancery.EntityID
	for _, id := range b.order {
		if strings.HasPrefix(string(id), "treaty:") {
			kinds[id] = "treaty"
		} else {
			unknown = append(unknown, id)
		}
		ids = append(ids, id)
	}
	q := ledger.ItemQuery{Schemas: []string{"Instrument"}, Facets: map[string][]string{"type": treatyTypes}, Limit: 1000, At: ledger.At{Known: p.reader.At.Known}, Ceiling: p.below}
	found, err := p.r.store.Items(p.ctx, q)
	if err != nil {
		return nil, nil, err
	}
	for _, i := range found.Rows {
		if _, ok := kinds[i.Entity]; !ok && !slices.Contains(unknown, i.Entity) {
			unknown = append(unknown, i.Entity)
			ids = append(ids, i.Entity)
		}
	}
	agreements := map[chancery.EntityID][]Line{}
	if len(unknown) > 0 {
		facts, err := p.facts(ledger.FactQuery{Entities: unknown, Schemas: []string{"Instrument"}})
		if err != nil {
			return nil, nil, err
		}
		grouped := byEntity(facts)
		for id, own := range grouped {
			lines, err := p.lines("Instrument", own)
			if err != nil {
				return nil, nil, err
			}
			kind := firstOf(lines, "type").Text
			if !slices.Contains(treatyTypes, kind) {
				continue
			}
			kinds[id] = kind
			if kind == "agreement" || kind == "mou" || firstOf(lines, "binding").Text == "no" {
				if err := p.name(lines); err != nil {
					return nil, nil, err
				}
				agreements[id] = lines
			}
		}
	}
	return kinds, agreements, p.learnKnown(ids)
}

// treatyLabel names a treaty: as learnt, or as the program's own table has it.
func (p *page) treatyLabel(id chancery.EntityID) Label {
	if l := p.labels[id]; l.String() != "" {
		return l
	}
	if k, ok := treaty.KnownRule(treatyKey(id)); ok {
		return Label{Text: k.Title, Language: "en", Schema: "Instrument"}
	}
	return Label{Text: string(id), Schema: "Instrument"}
}

// participants names everybody who acted in any treaty, and some others.
func (p *page) participants(b *book, more ...chancery.EntityID) ([]Value, error) {
	seen := map[chancery.EntityID]bool{"": true}
	var ids []chancery.EntityID
	add := func(id chancery.EntityID) {
		if !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	for _, id := range more {
		add(id)
	}
	for _, list := range b.deeds {
		for i := range list {
			add(chancery.EntityID(list[i].By))
		}
	}
	if err := p.learnKnown(ids); err != nil {
		return nil, err
	}
	out := make([]Value, 0, len(ids))
	for _, id := range ids {
		out = append(out, p.actor(id))
	}
	p.sortValues(out)
	return out, nil
}

func (p *page) sortValues(list []Value) {
	keys := make(map[chancery.EntityID]string, len(list))
	for _, v := range list {
		keys[v.Ref] = text.Fold(v.Text)
	}
	slices.SortFunc(list, func(a, b Value) int {
		return cmp.Or(strings.Compare(keys[a.Ref], keys[b.Ref]), cmp.Compare(a.Ref, b.Ref))
	})
}

// CompareTreaties lays two States side by side on a day.
func (r *Register) CompareTreaties(ctx context.Context, reader Reader, a, b chancery.EntityID) (CompareView, error) {
	const op = "register.CompareTreaties"
	p, err := r.lawPage(ctx, reader)
	if err != nil {
		return CompareView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v := CompareView{On: p.head.Today}
	if err := p.compareTreaties(&v, a, b); err != nil {
		return v, chancery.Wrap(op, chancery.Internal, err)
	}
	p.finish(&v)
	v.Head.Rows = len(v.Rows)
	return v, nil
}

func (p *page) compareTreaties(v *CompareView, a, other chancery.EntityID) error {
	home, err := p.r.Home(p.ctx)
	if err != nil {
		return err
	}
	a = cmp.Or(a, home)
	b, err := p.r.book(p.ctx, p.reader.At)
	if err != nil {
		return err
	}
	kinds, _, err := p.instruments(b)
	if err != nil {
		return err
	}
	if v.Names, err = p.participants(b, a, other); err != nil {
		return err
	}
	v.A, v.B = p.actor(a), p.actor(other)
	if a == "" || other == "" {
		return nil
	}
	for _, c := range treaty.Compare(p.tables(b, v.On), string(a), string(other)) {
		id := chancery.EntityID(c.Treaty)
		if kinds[id] == "" {
			continue
		}
		if c.Both {
			v.Both++
		}
		v.Rows = append(v.Rows, CompareRow{Treaty: id, Caption: p.treatyLabel(id), Comparison: c})
	}
	slices.SortStableFunc(v.Rows, func(a, b CompareRow) int {
		return strings.Compare(text.Fold(a.Caption.Text), text.Fold(b.Caption.Text))
	})
	return nil
}

// TreatyActs lists what was done about treaties in a year, the latest first;
// year 0 is that of the day of the view.
func (r *Register) TreatyActs(ctx context.Context, reader Reader, year int) (ActsView, error) {
	const op = "register.TreatyActs"
	p, err := r.lawPage(ctx, reader)
	if err != nil {
		return ActsView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v := ActsView{Year: cmp.Or(year, p.head.Today.Year)}
	b, err := r.book(ctx, reader.At)
	if err != nil {
		return v, chancery.Wrap(op, chancery.Internal, err)
	}
	from, to := chancery.NewDate(v.Year, 1, 1), chancery.NewDate(v.Year, 12, 31)
	var ids []chancery.EntityID
	for _, id := range b.order {
		for _, a := range treaty.ActsFrom(p.seen(b, id).Acts, from, to) {
			v.Rows = append(v.Rows, ActRow{Entity: chancery.EntityID(a.ID), Date: a.When(), By: Value{Ref: chancery.EntityID(a.By)}, Kind: a.Kind, Mark: a.Mark, Treaty: id})
			ids = append(ids, id, chancery.EntityID(a.By))
		}
	}
	if err := p.learnKnown(ids); err != nil {
		return v, chancery.Wrap(op, chancery.Internal, err)
	}
	for i := range v.Rows {
		v.Rows[i].By, v.Rows[i].Caption = p.actor(v.Rows[i].By.Ref), p.treatyLabel(v.Rows[i].Treaty)
	}
	slices.SortStableFunc(v.Rows, func(a, b ActRow) int {
		return cmp.Or(b.Date.Compare(a.Date), strings.Compare(a.Caption.Text, b.Caption.Text))
	})
	p.finish(&v)
	v.Head.Rows = len(v.Rows)
	return v, nil
}
