package register

import (
	"slices"
	"strings"

	"chancery"
	"chancery/ledger"
	"chancery/text"
)

// Between is an agreement or memorandum between the home and the other side.
type Between struct {
	Treaty  chancery.EntityID
	Caption Label
	With    []Value // those of the other side that are parties
	Agree   *AgreementView
}

// Reported is a report that one side owes to a mechanism.
type Reported struct {
	State Value
	DueRow
}

// lawBetween fills in what elections, treaties and reports make of a meeting:
// votes promised either way, agreements between the two sides, and what each
// owes to which mechanism within a year or is late with. The rules see the day
// for themselves, so nothing later is left out before they are asked.
func (p *page) lawBetween(v *BriefView, home chancery.EntityID, others []chancery.EntityID) error {
	on := p.reader.At.On
	p.reader.At.On = chancery.Date{}
	defer func() { p.reader.At.On = on }()
	sides, err := p.represented(others)
	if err != nil {
		return err
	}
	sides = slices.DeleteFunc(sides, func(id chancery.EntityID) bool { return id == home })
	if v.Others, err = p.values(sides); err != nil {
		return err
	}
	for _, step := range []func() error{
		func() error { return p.votesBetween(v, sides) },
		func() error { return p.treatiesBetween(v, home, sides) },
		func() error { return p.reportsOfBoth(v, home, sides) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// represented gives States and organisations for which some persons and bodies
// stand: a body of a State, as its embassy is, stands for the State.
func (p *page) represented(ids []chancery.EntityID) ([]chancery.EntityID, error) {
	var out []chancery.EntityID
	add := func(id chancery.EntityID) {
		if id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	posts, err := p.recordsReferring("Occupancy", "holder", ids...)
	if err != nil {
		return nil, err
	}
	bodies := slices.Clone(ids)
	for _, t := range posts {
		if to := t.date("to"); to.IsZero() || !to.Before(p.head.Today) {
			bodies = append(bodies, t.ref("body"))
		}
	}
	found, err := p.records(ledger.FactQuery{Entities: bodies, Properties: []string{"parent", "country", "name"}})
	if err != nil {
		return nil, err
	}
	for _, id := range bodies {
		at := slices.IndexFunc(found, func(t record) bool { return t.id == id })
		switch {
		case isState(string(id)) || id.Authority():
			add(id)
		case at >= 0 && found[at].schema == "Organization":
			add(id)
			for _, property := range []string{"parent", "country"} {
				if of := found[at].ref(property); isState(string(of)) {
					add(of)
				}
			}
		}
	}
	return out, nil
}

// votesBetween lists votes promised by one side for candidates of the other.
func (p *page) votesBetween(v *BriefView, sides []chancery.EntityID) error {
	all, err := p.exchanges()
	for _, e := range all.All {
		if slices.Contains(sides, e.State.Ref) {
			v.Votes = append(v.Votes, e)
		}
	}
	return err
}

// treatiesBetween lists agreements and memoranda to which the home and one of
// the other side are parties.
func (p *page) treatiesBetween(v *BriefView, home chancery.EntityID, sides []chancery.EntityID) error {
	if home == "" {
		return nil
	}
	found, err := p.recordsReferring("Instrument", "party", sides...)
	if err != nil {
		return err
	}
	for _, t := range found {
		if !slices.Contains(t.refs("party"), home) {
			continue
		}
		one, err := p.between(t, home, sides)
		if err != nil {
			return err
		}
		if one.Agree != nil {
			v.Treaties = append(v.Treaties, one)
		}
	}
	slices.SortStableFunc(v.Treaties, func(a, b Between) int {
		return strings.Compare(text.Fold(a.Caption.Text), text.Fold(b.Caption.Text))
	})
	return nil
}

func (p *page) between(t record, home chancery.EntityID, sides []chancery.EntityID) (Between, error) {
	b := Between{Treaty: t.id}
	var facts []ledger.Fact
	for _, list := range t.facts {
		facts = append(facts, list...)
	}
	lines, err := p.lines("Instrument", facts)
	if err != nil {
		return b, err
	}
	if err := p.name(lines); err != nil {
		return b, err
	}
	deeds, err := p.deeds(t.id)
	if err != nil {
		return b, err
	}
	by, err := p.successor(t.id, p.head.Today)
	if err != nil {
		return b, err
	}
	b.Caption, b.Agree = p.caption(t.id, "Instrument", lines), p.agreement(lines, deeds, by, p.head.Today)
	for _, party := range lineOf(lines, "party").Values {
		if party.Ref != home && slices.Contains(sides, party.Ref) {
			b.With = append(b.With, party)
		}
	}
	return b, nil
}

// reportsOfBoth lists what the home and the States of the other side owe to
// mechanisms of which something is recorded, within a year or late.
func (p *page) reportsOfBoth(v *BriefView, home chancery.EntityID, sides []chancery.EntityID) error {
	reports, err := p.reports()
	if err != nil {
		return err
	}
	until := p.head.Today.AddYears(deadlineYears)
	for _, id := range append([]chancery.EntityID{home}, sides...) {
		if len(reports.byState[id]) == 0 {
			continue
		}
		state, err := p.value(id)
		if err != nil {
			return err
		}
		var one ReportingView
		if err := p.calendar(&one, id, reports); err != nil {
			return err
		}
		for _, d := range one.Due {
			if d.Recorded && !d.On.After(until) && (!d.Voluntary || !d.On.Before(p.head.Today)) {
				v.Reports = append(v.Reports, Reported{state, d})
			}
		}
	}
	return nil
}
