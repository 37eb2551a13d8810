package register

import (
	"context"
	"slices"
	"strings"

	"chancery"
	"chancery/authority"
	"chancery/election"
	"chancery/ledger"
)

// Pledge is a promise of a vote as it stood on the day of the view. It never
// says whether the promise was kept: the ballot is secret.
type Pledge struct {
	Entity      chancery.EntityID
	By, To      Value
	Candidature Value
	Form        Value
	Date        Value
	Scope       Value
	Person      Value
	InReturnFor Value
	Return      Value
	Confirmed   Value
	Withdrawn   Value
	Expires     Value
	State       election.PledgeState
}

// GridRow is one elector in the grid of a campaign.
type GridRow struct {
	State   Value
	Pledges []Pledge // of that State for the candidate, the strongest first
	Asked   Value    // day on which it was asked, where it was and promised nothing
	Request chancery.EntityID
}

// Bloc is an organisation that endorsed a candidate, beside what its members
// promised themselves.
type Bloc struct {
	Organization Value
	Members      int // who may vote
	Promised     int // of them, by a word of their own that still counts
}

// Campaign is what the States promised one candidate.
type Campaign struct {
	Candidature chancery.EntityID
	Candidate   Value
	Rows        []GridRow
	Expected    election.Expectation
	Needed      election.Figure
	Discounts   election.Discounts
	Unasked     []Value
	Blocs       []Bloc
	Together    int // States in any of the blocs, each once
}

// pledgeOf shapes a pledge of a page.
func pledgeOf(l Link) Pledge {
	return Pledge{Entity: l.Entity, By: l.First("by"), To: l.First("to"), Candidature: l.First("candidature"), Form: l.First("form"), Date: l.First("date"),
		Scope: l.First("scope"), Person: l.First("person"), InReturnFor: l.First("inReturnFor"), Return: l.First("return"),
		Confirmed: l.First("confirmed"), Withdrawn: l.First("withdrawn"), Expires: l.First("expires")}
}

// foldPledge says what a pledge was on a day, before ballot number n.
func foldPledge(id chancery.EntityID, from, candidate string, form election.Form, scope election.Scope, given, confirmed, withdrawn, expires chancery.Date, on chancery.Date, n int) election.PledgeState {
	pledge := election.Pledge{ID: string(id), Candidate: candidate, From: from, Form: form, On: given, Scope: scope, Expires: expires}
	var acts []election.PledgeAct
	for kind, day := range map[election.PledgeActKind]chancery.Date{election.PledgeConfirmed: confirmed, election.PledgeWithdrawn: withdrawn} {
		if !day.IsZero() {
			acts = append(acts, election.PledgeAct{Pledge: pledge.ID, Kind: kind, On: day})
		}
	}
	states, _ := election.Fold([]election.Pledge{pledge}, acts, on, n) // the only doubt is of acts on pledges not given
	if len(states) == 0 {
		return election.PledgeState{Pledge: pledge}
	}
	return states[0]
}

func foldRecord(t record, candidate string, on chancery.Date, n int) election.PledgeState {
	return foldPledge(t.id, string(t.ref("by")), candidate, election.Form(t.text("form")), election.Scope(t.text("scope")),
		t.date("date"), t.date("confirmed"), t.date("withdrawn"), t.date("expires"), on, n)
}

func (g *Pledge) fold(candidate string, on chancery.Date, n int) {
	g.State = foldPledge(g.Entity, string(g.By.Ref), candidate, election.Form(g.Form.Text), election.Scope(g.Scope.Text),
		g.Date.Date, g.Confirmed.Date, g.Withdrawn.Date, g.Expires.Date, on, n)
}

// campaign lays the electorate beside what each State promised one candidate.
// ballot is the number of the ballot to come.
func (p *page) campaign(c Contender, e Electorate, d election.Discounts, needed election.Figure, ballot int) (Campaign, error) {
	v := Campaign{Candidature: c.Entity, Candidate: c.Candidate, Discounts: d, Needed: needed}
	links, err := p.referring("Pledge", "candidature", []chancery.EntityID{c.Entity})
	if err != nil {
		return v, err
	}
	asked, err := p.asked(c.Entity)
	if err != nil {
		return v, err
	}
	byState := map[chancery.EntityID][]Pledge{}
	var states []election.PledgeState
	var pledges []election.Pledge
	for _, l := range links {
		g := pledgeOf(l)
		g.fold(c.Candidate.Text, p.head.Today, ballot)
		byState[g.By.Ref] = append(byState[g.By.Ref], g)
		states, pledges = append(states, g.State), append(pledges, g.State.Pledge)
	}
	electors := make([]string, 0, len(e.States))
	for _, s := range e.States {
		electors = append(electors, string(s.Ref))
		row := GridRow{State: s, Pledges: byState[s.Ref], Asked: asked[s.Ref].day, Request: asked[s.Ref].request}
		slices.SortStableFunc(row.Pledges, func(a, b Pledge) int { return standing(b) - standing(a) })
		v.Rows = append(v.Rows, row)
		delete(byState, s.Ref)
	}
	for _, g := range links { // a promise of a State that has no vote is shown all the same
		one := pledgeOf(g)
		if rest := byState[one.By.Ref]; len(rest) > 0 {
			v.Rows = append(v.Rows, GridRow{State: one.By, Pledges: rest})
			delete(byState, one.By.Ref)
		}
	}
	v.Blocs, v.Together, states = p.blocs(c, electors, states)
	v.Expected = election.Forecast(states, electors, d, needed)
	if e.Members { // more are listed than may vote
		undecided := max(0, e.Count-v.Expected.Written-v.Expected.Oral-v.Expected.Bloc)
		v.Expected.Expected += d.Undecided * float64(undecided-v.Expected.Undecided)
		v.Expected.Undecided, v.Expected.Low = undecided, int(v.Expected.Expected+1e-9)
		v.Expected.High = max(v.Expected.Written+v.Expected.Oral, v.Expected.Low)
	}
	p.nameStates(v.Expected.Doubts)
	return v, p.unasked(&v, electors, pledges, asked, c)
}

// nameStates words the States that a rule names by their address.
func (p *page) nameStates(doubts []chancery.Doubt) {
	for i := range doubts {
		for j, a := range doubts[i].Args {
			if s, ok := a.(string); ok && isState(s) {
				named := p.named(chancery.EntityID(s)).Text
				doubts[i].Text = strings.Replace(doubts[i].Text, s, named, 1)
				doubts[i].Args = slices.Clone(doubts[i].Args)
				doubts[i].Args[j] = named
			}
		}
	}
}

func standing(g Pledge) int {
	switch {
	case !g.State.Counts():
		return 0
	case g.State.Form == election.Bloc:
		return 1
	case g.State.Best.Written():
		return 3
	}
	return 2
}

// approach is when a State was asked for its vote.
type approach struct {
	day     Value
	request chancery.EntityID
}

func (p *page) asked(candidature chancery.EntityID) (map[chancery.EntityID]approach, error) {
	links, err := p.referring("Request", "about", []chancery.EntityID{candidature})
	if err != nil {
		return nil, err
	}
	out := map[chancery.EntityID]approach{}
	for _, l := range links {
		for _, to := range l.Line("to").Values {
			if _, ok := out[to.Ref]; !ok {
				out[to.Ref] = approach{l.First("date"), l.Entity}
			}
		}
	}
	return out, nil
}

// blocs lays organisations that endorsed the candidate beside what their
// members promised, and adds an endorsement for each State of their union. An
// endorsement is no State's word.
func (p *page) blocs(c Contender, electors []string, states []election.PledgeState) ([]Bloc, int, []election.PledgeState) {
	promised := map[string]bool{}
	for _, s := range states {
		if s.Counts() && s.Form != election.Bloc {
			promised[s.From] = true
		}
	}
	var out []Bloc
	var lists [][]string
	for _, by := range c.EndorsedBy {
		b := Bloc{Organization: by}
		var list []string
		for _, m := range authority.Base().Group(string(by.Ref)) {
			id := string(m.ID)
			if !slices.Contains(electors, id) {
				continue
			}
			list = append(list, id)
			b.Members++
			if promised[id] {
				b.Promised++
			}
		}
		lists = append(lists, list)
		out = append(out, b)
	}
	together := election.Union(lists...)
	for _, id := range together {
		states = append(states, election.PledgeState{Pledge: election.Pledge{From: id, Form: election.Bloc}, Status: election.Offered, Best: election.Bloc})
	}
	return out, len(together), states
}

func (p *page) unasked(v *Campaign, electors []string, pledges []election.Pledge, asked map[chancery.EntityID]approach, c Contender) error {
	var approached []string
	for id := range asked {
		approached = append(approached, string(id))
	}
	var ids []chancery.EntityID
	for _, s := range election.Unasked(electors, pledges, approached, string(c.By.Ref)) {
		ids = append(ids, chancery.EntityID(s))
	}
	var err error
	v.Unasked, err = p.values(ids)
	slices.SortFunc(v.Unasked, func(a, b Value) int { return strings.Compare(a.Text, b.Text) })
	return err
}

// ExchangesView is the ledger of what other States and we promised each other,
// over bodies and years.
type ExchangesView struct {
	Head
	Home Value
	All  []Exchange
}

// Exchange is what one State and we promised each other.
type Exchange struct {
	State    Value
	Received []Pledge // theirs, for candidates of ours
	Given    []Pledge // ours, for candidates of theirs
}

// Exchanges gives the ledger of pledges given and received, by State.
func (r *Register) Exchanges(ctx context.Context, reader Reader) (ExchangesView, error) {
	const op = "register.Exchanges"
	p, err := r.pageOn(ctx, reader)
	if err != nil {
		return ExchangesView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v, err := p.exchanges()
	v.Head = p.head
	v.Rows = len(v.All)
	return v, chancery.Wrap(op, chancery.Internal, err)
}

func (p *page) exchanges() (ExchangesView, error) {
	var v ExchangesView
	home, err := p.r.Home(p.ctx)
	if err != nil || home == "" {
		return v, err
	}
	if v.Home, err = p.value(home); err != nil {
		return v, err
	}
	given, received, err := p.pledgesOf(home)
	if err != nil {
		return v, err
	}
	to, err := p.receivers(given)
	if err != nil {
		return v, err
	}
	pledges := map[string]Pledge{}
	fold := func(links []Link) []election.PledgeState {
		var out []election.PledgeState
		for _, l := range links {
			g := pledgeOf(l)
			g.fold(g.Candidature.Text, p.head.Today, 1)
			g.State.ID = string(g.Entity)
			pledges[g.State.ID] = g
			out = append(out, g.State)
		}
		return out
	}
	ordered := election.Exchanges(fold(received), fold(given), func(s election.PledgeState) string { return to[s.ID] })
	var ids []chancery.EntityID
	for _, e := range ordered {
		ids = append(ids, chancery.EntityID(e.State))
	}
	states, err := p.values(ids)
	if err != nil {
		return v, err
	}
	for i, e := range ordered {
		one := Exchange{State: states[i]}
		for _, s := range e.Received {
			one.Received = append(one.Received, pledges[s.ID])
		}
		for _, s := range e.Given {
			one.Given = append(one.Given, pledges[s.ID])
		}
		v.All = append(v.All, one)
	}
	slices.SortStableFunc(v.All, func(a, b Exchange) int { return strings.Compare(a.State.Text, b.State.Text) })
	return v, nil
}

// pledgesOf gives what a State promised, and what its candidates were promised.
func (p *page) pledgesOf(home chancery.EntityID) (given, received []Link, err error) {
	if given, err = p.referring("Pledge", "by", []chancery.EntityID{home}); err != nil {
		return nil, nil, err
	}
	candidatures, err := p.recordsReferring("Candidature", "nominatedBy", home)
	if err != nil {
		return nil, nil, err
	}
	var ours []chancery.EntityID
	for _, c := range candidatures {
		ours = append(ours, c.id)
	}
	received, err = p.referring("Pledge", "candidature", ours)
	return given, received, err
}

// receivers gives, for pledges we gave, the State each was given to: the one
// named, else the one that nominated the candidate.
func (p *page) receivers(given []Link) (map[string]string, error) {
	out := map[string]string{}
	var candidatures []chancery.EntityID
	for _, l := range given {
		out[string(l.Entity)] = string(l.First("to").Ref)
		candidatures = append(candidatures, l.First("candidature").Ref)
	}
	if len(candidatures) == 0 {
		return out, nil
	}
	found, err := p.records(ledger.FactQuery{Entities: candidatures, Schemas: []string{"Candidature"}})
	if err != nil {
		return nil, err
	}
	by := map[chancery.EntityID]chancery.EntityID{}
	for _, c := range found {
		by[c.id] = c.ref("nominatedBy")
	}
	for _, l := range given {
		if id := string(l.Entity); out[id] == "" {
			out[id] = string(by[l.First("candidature").Ref])
		}
	}
	return out, nil
}
