package register

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"chancery"
	"chancery/ledger"
	"chancery/plan"
)

// Plans lists the plans that have measures.
func (r *Register) Plans(ctx context.Context, reader Reader) (PlansView, error) {
	const op = "register.Plans"
	p, err := r.pageOn(ctx, reader)
	if err != nil {
		return PlansView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v, err := p.plans()
	v.Head = p.head
	v.Rows = len(v.Plans)
	return v, chancery.Wrap(op, chancery.Internal, err)
}

func (p *page) plans() (PlansView, error) {
	var v PlansView
	all, err := p.records(ledger.FactQuery{Schemas: []string{"Measure"}, Properties: []string{"plan", "number", "from", "due", "dueText", "serves"}})
	if err != nil {
		return v, err
	}
	measures, _, err := p.measuresOf(all)
	if err != nil {
		return v, err
	}
	at := map[chancery.EntityID]int{}
	var ids []chancery.EntityID
	for i, t := range all {
		of := t.ref("plan")
		if of == "" {
			v.Loose++
			continue
		}
		n, ok := at[of]
		if !ok {
			n = len(v.Plans)
			at[of] = n
			v.Plans = append(v.Plans, PlanRow{})
			ids = append(ids, of)
		}
		s, _ := plan.StandingOn(measures[i], p.head.Today) // doubts stand on the plan's own page
		v.Plans[n].Measures++
		if s.Grade == plan.Done {
			v.Plans[n].Done++
		}
		if s.LateDays > 0 {
			v.Plans[n].Late++
		}
	}
	names, err := p.values(ids)
	if err != nil {
		return v, err
	}
	for i := range v.Plans {
		v.Plans[i].Plan = names[i]
	}
	slices.SortStableFunc(v.Plans, func(a, b PlanRow) int {
		return cmp.Or(cmp.Compare(b.Late, a.Late), strings.Compare(a.Plan.Text, b.Plan.Text))
	})
	unserved, err := p.unserved(measures)
	v.Unkept = len(unserved)
	return v, err
}

// progressOf is the progress of one measure, for the rules and for the page.
type progressOf struct {
	rules []plan.Progress
	rows  []ProgressRow
}

// measuresOf shapes measures for the rules, with what was reported of each.
func (p *page) measuresOf(all []record) ([]plan.Measure, map[chancery.EntityID]progressOf, error) {
	var ids []chancery.EntityID
	for _, t := range all {
		ids = append(ids, t.id)
	}
	progress, err := p.progress(ids)
	if err != nil {
		return nil, nil, err
	}
	out := make([]plan.Measure, len(all))
	for i, t := range all {
		out[i] = plan.Measure{ID: t.id, Number: t.text("number"), From: t.date("from"), Due: t.date("due"), Every: rhythmOf(t.text("dueText")),
			Serves: t.refs("serves"), Progress: progress[t.id].rules}
		if out[i].Due.IsZero() && out[i].Every != plan.Once { // "annually" falls due at the end of each year
			first := chancery.NewDate(p.head.Today.Year, int(out[i].Every), 1)
			out[i].Due = chancery.NewDate(first.Year, first.Month, chancery.DaysIn(first.Year, first.Month))
		}
	}
	return out, progress, nil
}

// rhythms are the words of plans for deadlines that come again.
var rhythms = []struct {
	words string
	every plan.Rhythm
}{
	{"annual", plan.Annually}, {"every year", plan.Annually}, {"yearly", plan.Annually}, {"ежегодн", plan.Annually}, {"жыл сайын", plan.Annually}, {"chaque année", plan.Annually}, {"سنوي", plan.Annually},
	{"half-year", plan.HalfYearly}, {"semi-annual", plan.HalfYearly}, {"twice a year", plan.HalfYearly}, {"полугод", plan.HalfYearly}, {"жартыжылд", plan.HalfYearly},
	{"quarterly", plan.Quarterly}, {"every quarter", plan.Quarterly}, {"ежекварталь", plan.Quarterly}, {"тоқсан сайын", plan.Quarterly},
}

// rhythmOf reads whether a deadline's own words make it come again.
func rhythmOf(words string) plan.Rhythm {
	words = strings.ToLower(words)
	every := plan.Once
	for _, r := range rhythms {
		if strings.Contains(words, r.words) && (every == plan.Once || r.every < every) {
			every = r.every
		}
	}
	return every
}

// progress gathers what was reported of measures and on what evidence.
func (p *page) progress(measures []chancery.EntityID) (map[chancery.EntityID]progressOf, error) {
	out := map[chancery.EntityID]progressOf{}
	links, err := p.referring("Progress", "measure", measures)
	if err != nil || len(links) == 0 {
		return out, err
	}
	var ids, named []chancery.EntityID
	for _, l := range links {
		ids = append(ids, l.Entity)
		for _, v := range l.Line("evidence").Values {
			named = append(named, v.Ref)
		}
	}
	evidence, err := p.referring("Evidence", "of", append(ids, measures...))
	if err != nil {
		return nil, err
	}
	if len(named) > 0 {
		facts, err := p.facts(ledger.FactQuery{Entities: named, Schemas: []string{"Evidence"}})
		if err != nil {
			return nil, err
		}
		more, err := p.linksOf(named, nil, facts)
		if err != nil {
			return nil, err
		}
		evidence = append(evidence, more...)
	}
	for _, l := range links { // the latest first
		of := l.First("measure").Ref
		one := plan.Progress{Date: l.First("date").Date, Grade: plan.Grade(l.First("grade").Text)}
		row := ProgressRow{Grade: l.First("grade"), Date: l.First("date"), Text: l.First("text")}
		seen := map[chancery.EntityID]bool{}
		for _, e := range evidence {
			about := e.First("of").Ref == l.Entity || e.First("of").Ref == of
			for _, v := range l.Line("evidence").Values {
				about = about || v.Ref == e.Entity
			}
			if !about || seen[e.Entity] || e.First("of").Ref == of && e.First("date").Date.After(one.Date) && !one.Date.IsZero() {
				continue
			}
			seen[e.Entity] = true
			one.Evidence = append(one.Evidence, e.First("date").Date)
			row.Evidence = append(row.Evidence, e.First("text"))
		}
		have := out[of]
		have.rules, have.rows = append(have.rules, one), append(have.rows, row)
		out[of] = have
	}
	return out, nil
}

// unserved gives what we promised and no measure serves: recommendations that
// were supported, and undertakings by our side that are open.
func (p *page) unserved(measures []plan.Measure) ([]chancery.EntityID, error) {
	home, err := p.r.Home(p.ctx)
	if err != nil {
		return nil, err
	}
	supported, err := p.records(ledger.FactQuery{Schemas: []string{"Recommendation"}, Properties: []string{"position", "to", "paragraph"}})
	if err != nil {
		return nil, err
	}
	var promises []chancery.EntityID
	slices.SortStableFunc(supported, func(a, b record) int { return naturally(a.text("paragraph"), b.text("paragraph")) })
	for _, t := range supported {
		to := t.ref("to")
		if slices.Contains(t.texts("position"), "Supported") && (to == "" || home == "" || to == home) {
			promises = append(promises, t.id)
		}
	}
	undertakings, err := p.recordsReferring("Undertaking", "by", home)
	if err != nil {
		return nil, err
	}
	for _, t := range undertakings {
		if kept := t.text("kept"); kept == "" || kept == "open" || kept == "partly" {
			promises = append(promises, t.id)
		}
	}
	return plan.Unserved(promises, measures), nil
}

// Plan gives one plan with its measures; no ID gives the measures of no plan.
func (r *Register) Plan(ctx context.Context, reader Reader, id chancery.EntityID) (PlanView, error) {
	const op = "register.Plan"
	p, err := r.pageOn(ctx, reader)
	if err != nil {
		return PlanView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v, err := p.plan(id)
	v.Head = p.head
	v.Rows = len(v.Measures)
	return v, chancery.Wrap(op, chancery.Internal, err)
}

func (p *page) plan(id chancery.EntityID) (PlanView, error) {
	var v PlanView
	all, err := p.records(ledger.FactQuery{Schemas: []string{"Measure"}})
	if err != nil {
		return v, err
	}
	if id != "" {
		facts, err := p.facts(ledger.FactQuery{Entities: []chancery.EntityID{id}})
		if err != nil {
			return v, err
		}
		if len(facts) > 0 {
			id = facts[0].Entity
			links, err := p.linksOf([]chancery.EntityID{id}, nil, facts)
			if err != nil {
				return v, err
			}
			v.Lines = links[0].Lines
		}
		name, err := p.value(id)
		if err != nil {
			return v, err
		}
		v.ID, v.Caption = id, name.Label
	}
	mine := slices.DeleteFunc(slices.Clone(all), func(t record) bool { return t.ref("plan") != id })
	if id != "" && len(mine) == 0 && len(v.Lines) == 0 {
		return v, chancery.Fail("register.Plan", chancery.NotFound, chancery.Say("plan.missing", "the register holds no such plan"))
	}
	if err := p.measureRows(&v, mine); err != nil {
		return v, err
	}
	every, _, err := p.measuresOf(all)
	if err != nil {
		return v, err
	}
	return v, p.promised(&v, every)
}

// measureRows lists the measures: the late ones first, those done last.
func (p *page) measureRows(v *PlanView, mine []record) error {
	if len(mine) == 0 {
		return nil
	}
	var ids []chancery.EntityID
	var facts []ledger.Fact
	for _, t := range mine {
		ids = append(ids, t.id)
		facts = append(facts, flat(t)...)
	}
	links, err := p.linksOf(ids, nil, facts)
	if err != nil {
		return err
	}
	measures, progress, err := p.measuresOf(mine)
	if err != nil {
		return err
	}
	standing := map[chancery.EntityID]plan.Standing{}
	for _, m := range measures {
		s, doubts := plan.StandingOn(m, p.head.Today)
		standing[m.ID] = s
		v.Doubts = append(v.Doubts, doubts...)
		if s.LateDays > 0 {
			v.Late++
		}
		if s.Grade == plan.Done {
			v.Done++
		}
	}
	for _, l := range links {
		v.Measures = append(v.Measures, MeasureRow{Entity: l.Entity, Number: l.First("number"), Text: l.First("text"), Area: l.First("area"), Responsible: l.Line("responsible").Values,
			Partner: l.Line("partner").Values, Due: l.First("due"), DueText: l.First("dueText"), Indicator: l.First("indicator"), Serves: l.Line("serves").Values,
			Standing: standing[l.Entity], Progress: progress[l.Entity].rows})
	}
	slices.SortStableFunc(v.Measures, func(a, b MeasureRow) int {
		return cmp.Or(cmp.Compare(b.Standing.LateDays, a.Standing.LateDays), cmp.Compare(doneLast(a), doneLast(b)), naturally(a.Number.Text, b.Number.Text))
	})
	return nil
}

func doneLast(m MeasureRow) int {
	if m.Standing.Grade == plan.Done {
		return 1
	}
	return 0
}

// maxPromises bounds the promises listed on one page.
const maxPromises = 100

// promised lists the promises that no measure of any plan serves.
func (p *page) promised(v *PlanView, every []plan.Measure) error {
	ids, err := p.unserved(every)
	if err != nil || len(ids) == 0 {
		return err
	}
	ids = ids[:min(len(ids), maxPromises)]
	facts, err := p.facts(ledger.FactQuery{Entities: ids, Properties: []string{"text", "paragraph", "due", "event", "document"}})
	if err != nil {
		return err
	}
	links, err := p.linksOf(ids, nil, facts)
	if err != nil {
		return err
	}
	at := map[chancery.EntityID]Link{}
	for _, l := range links {
		at[l.Entity] = l
	}
	for _, id := range ids {
		l := at[id]
		v.Unserved = append(v.Unserved, Promise{Entity: id, Schema: l.Schema, Label: l.Caption, Text: l.First("text"), Due: l.First("due")})
	}
	return nil
}
