package register

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"chancery"
	"chancery/election"
	"chancery/ledger"
)

// ElectionQuery says what of an election is shown.
type ElectionQuery struct {
	Candidature chancery.EntityID   // whose campaign; "" is ours, the first
	Discounts   *election.Discounts // nil is Fulci's
	Grid        bool                // also the campaigns of all our candidates, side by side
}

// ElectionView is one election: its rules, who votes, who stands, what was
// promised, and how the voting went.
type ElectionView struct {
	Head
	ID         chancery.EntityID // the election, or a candidature for one that nobody recorded
	Recorded   bool              // ID is an election
	Name       Label
	Home       Value
	Body       Value
	Date       Value
	Seats      Value
	Group      Value
	Lines      []Line
	Rules      election.Body
	Known      bool // Rules are those of the body; else those of the record alone
	Majority   election.Majority
	Electorate Electorate
	Window     election.Window
	Candidates []Contender
	Campaign   *Campaign  // nil where nobody stands
	Columns    []Campaign // of our candidates, and the one asked for; where a grid is asked for
	Given      []Pledge   // ours, for candidates of others in this election
	Instruct   election.Instruction
	Alarm      *election.Alarm
	Turns      []Turn
	Meetings   []Meeting           // of both organs that elect the Court, the Turns in their order
	Next       election.NextBallot // the ballot to come
	Held       bool                // the day of the election is over
	Over       bool                // every seat is filled, by rule or by the record
	Doubts     []chancery.Doubt

	Vacancies    []SeatVacancy   // seats of the body that fell vacant before their term was over
	Incompatible []election.Step // who cannot serve beside another of the same nationality

	people map[string]election.Person // who stand, by name, as far as nationality and birth are recorded
}

// Contender is somebody who stands in an election.
type Contender struct {
	Entity     chancery.EntityID
	Candidate  Value
	By         Value
	Term       Value
	Announced  Value
	Nominated  Value
	Result     Value
	Votes      Value
	EndorsedBy []Value
	Ours       bool
	Stage      election.Stage
	Served     []Service // in the body before, where it limits re-election
	Doubts     []chancery.Doubt
}

// Turn is one ballot of an election as it was counted.
type Turn struct {
	election.Turn
	Entity  chancery.EntityID
	Cites   []int
	Tallies []Tally // the best first
	Most    int     // the most votes of one candidate, for drawing
}

// Meeting is a meeting of both organs that elect the Court.
type Meeting struct {
	election.Meeting
	Turns []int // places in the turns of the election
}

// Tally is what one candidate received in a ballot.
type Tally struct {
	Candidate string
	Votes     election.Figure
	Cites     []int
	Elected   election.Answer // by rule
	Record    bool            // the record names the candidate as elected
}

// Election gives one election with its campaign. An ID that is a candidature
// gives the election it is for.
func (r *Register) Election(ctx context.Context, reader Reader, id chancery.EntityID, q ElectionQuery) (ElectionView, error) {
	const op = "register.Election"
	p, err := r.pageOn(ctx, reader)
	if err != nil {
		return ElectionView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v, err := p.election(id, q)
	v.Head = p.head
	v.Rows = len(v.Candidates)
	return v, chancery.Wrap(op, chancery.Internal, err)
}

func (p *page) election(id chancery.EntityID, q ElectionQuery) (ElectionView, error) {
	var v ElectionView
	home, err := p.r.Home(p.ctx)
	if err != nil {
		return v, err
	}
	canonical, err := p.r.store.Canonical(p.ctx, p.reader.At.Known, []chancery.EntityID{id})
	if err != nil {
		return v, err
	}
	if c := canonical[id]; c != "" {
		id = c
	}
	e, err := p.poll(id)
	if err != nil {
		return v, err
	}
	if e.id == "" {
		return v, chancery.Fail("register.Election", chancery.NotFound, chancery.Say("election.missing", "this is no election; its own page shows it"))
	}
	if slices.ContainsFunc(e.candidates, func(c record) bool { return c.id == id }) && q.Candidature == "" {
		q.Candidature = id
	}
	if err := p.learnPolls(polls{elections: []poll{e}}); err != nil {
		return v, err
	}
	if v.Home, err = p.value(home); err != nil {
		return v, err
	}
	for _, step := range []func() error{
		func() error { return p.describe(&v, e) },
		func() error { return p.standing(&v, e, home) },
		func() error { return p.seats(&v, e) },
		func() error { return p.reelection(&v, e) },
		func() error { return p.turns(&v, e) },
		func() error { return p.promises(&v, e, home, q) },
	} {
		if err := step(); err != nil {
			return v, err
		}
	}
	return v, nil
}

// describe fills in what the election is and by which rules it is held.
func (p *page) describe(v *ElectionView, e poll) error {
	v.ID, v.Recorded, v.Body = e.id, e.schema == "Election", p.bodyOf(e)
	v.Name = Label{Text: p.pollName(e), Schema: "Election"}
	if v.Recorded {
		v.Name = p.labels[e.id]
		links, err := p.linksOf([]chancery.EntityID{e.id}, nil, flat(e.record))
		if err != nil {
			return err
		}
		v.Lines = links[0].Lines
		v.Body, v.Date, v.Seats, v.Group = links[0].First("body"), links[0].First("date"), links[0].First("seats"), links[0].First("seatGroup")
	} else if len(e.candidates) > 0 {
		var err error
		if v.Date, err = p.shown(e.candidates[0], "electionDate"); err != nil {
			return err
		}
	}
	var err error
	if v.Rules, v.Known, err = p.rulesOf(v.Body); err != nil {
		return err
	}
	v.Majority = v.Rules.Majority
	if m, ok := election.ParseMajority(e.text("rules")); ok {
		v.Majority = m
	}
	v.Held = !e.date.IsZero() && e.date.Before(p.head.Today)
	if v.Known {
		v.Window = election.Nominations(v.Rules, e.date, chancery.Date{})
	}
	v.Electorate, err = p.electorate(v.Rules, e.date, e.number("eligible"))
	return err
}

// flat gives the facts of a record.
func flat(t record) []ledger.Fact {
	var out []ledger.Fact
	for _, f := range t.facts {
		out = append(out, f...)
	}
	slices.SortFunc(out, func(a, b ledger.Fact) int { return cmp.Compare(a.Number, b.Number) })
	return out
}

// standing lists who stands: ours first, then who was elected, by votes, by name.
func (p *page) standing(v *ElectionView, e poll, home chancery.EntityID) error {
	var ids []chancery.EntityID
	var facts []ledger.Fact
	for _, c := range e.candidates {
		ids = append(ids, c.id)
		facts = append(facts, flat(c)...)
	}
	if len(ids) == 0 {
		return nil
	}
	links, err := p.linksOf(ids, nil, facts)
	if err != nil {
		return err
	}
	for _, l := range links {
		c := Contender{Entity: l.Entity, Candidate: l.First("candidate"), By: l.First("nominatedBy"), Term: l.First("term"), Announced: l.First("announced"),
			Nominated: l.First("nominated"), Result: l.First("result"), Votes: l.First("votes"), EndorsedBy: l.Line("endorsedBy").Values}
		if c.Candidate.Empty() {
			c.Candidate = c.By
		}
		c.Ours = home != "" && c.By.Ref == home
		c.Stage, c.Doubts = c.stage(v.Rules, e.date, v.Window, p.head.Today)
		if p.yetToCome(e.date) {
			c.Votes, c.Result = Value{}, Value{}
		}
		v.Candidates = append(v.Candidates, c)
	}
	slices.SortStableFunc(v.Candidates, func(a, b Contender) int {
		if a.Ours != b.Ours {
			if a.Ours {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(outcomeRank(a), outcomeRank(b)), cmp.Compare(votesOf(b), votesOf(a)), strings.Compare(a.Candidate.Text, b.Candidate.Text))
	})
	if v.people, err = p.peopleOf(v.Candidates); err != nil {
		return err
	}
	v.Doubts = append(v.Doubts, p.nominations(v)...)
	return nil
}

// outcomeRank orders those elected before the others.
func outcomeRank(c Contender) int {
	if c.Stage == election.Elected {
		return 0
	}
	return 1
}

func votesOf(c Contender) int {
	f, _ := election.ParseFigure(c.Votes.Text)
	return f.High
}

// nominations holds who nominated whom against the rules of the body.
func (p *page) nominations(v *ElectionView) []chancery.Doubt {
	if !v.Known || v.Rules.Nominees == 0 {
		return nil
	}
	var all []election.Nominee
	for _, c := range v.Candidates {
		if c.By.Ref != "" {
			all = append(all, election.Nominee{Name: c.Candidate.Text, By: c.By.Text, On: c.Nominated.Date, Nationality: p.labels[chancery.EntityID(v.people[c.Candidate.Text].Nationality)].String()})
		}
	}
	return election.CheckNominees(v.Rules, all, v.Window)
}

// stage says where a candidature is on the day of the view.
func (c Contender) stage(body election.Body, day chancery.Date, w election.Window, today chancery.Date) (election.Stage, []chancery.Doubt) {
	out := election.Candidature{Name: c.Candidate.Text, NominatedBy: c.By.Text, Body: body, Election: day, Term: termOf(c.Term.Text)}
	add := func(s election.Stage, on chancery.Date) {
		if !on.IsZero() {
			out.Events = append(out.Events, election.Event{Stage: s, On: on})
		}
	}
	add(election.Announced, c.Announced.Date)
	nominated := c.Nominated.Date
	if nominated.IsZero() && !c.By.Empty() && !day.IsZero() { // the record names who nominated and not when
		nominated = chancery.Date{Year: day.Year}
		if day.Before(nominated.Lowest()) {
			nominated = day
		}
	}
	if result, ok := results[c.Result.Text]; ok {
		add(election.Nominated, c.Nominated.Date)
		add(result, day)
	} else {
		add(election.Nominated, nominated)
	}
	stage, doubts := out.On(today, w)
	if c.Nominated.Empty() { // that a day is not on record is no doubt about the nomination
		doubts = slices.DeleteFunc(doubts, func(d chancery.Doubt) bool { return d.Key == "election.doubt.candidature.nomination" })
	}
	if result, ok := results[c.Result.Text]; ok && day.IsZero() {
		stage = result
	}
	return stage, doubts
}

var results = map[string]election.Stage{"elected": election.Elected, "not_elected": election.NotElected, "withdrawn": election.WithdrawnBy}

// termOf reads a term as papers write it: "2025-2028", "2025–2028".
func termOf(s string) election.Term {
	from, to, ok := strings.Cut(strings.NewReplacer("–", "-", "—", "-", "/", "-", " ", "").Replace(s), "-")
	first, err := strconv.Atoi(from)
	last, err2 := strconv.Atoi(to)
	if !ok || err != nil || err2 != nil {
		return election.Term{}
	}
	return election.Term{First: first, Last: last}
}

// turns counts the ballots one after the other.
func (p *page) turns(v *ElectionView, e poll) error {
	links, err := p.referring("Ballot", "election", []chancery.EntityID{e.id})
	if err != nil {
		return err
	}
	links = slices.DeleteFunc(links, func(l Link) bool { return p.yetToCome(l.First("date").Date) })
	slices.SortStableFunc(links, func(a, b Link) int { return cmp.Compare(turnOf(a), turnOf(b)) })
	seats := e.seats
	var ballots []election.Ballot
	for _, l := range links {
		b := v.ballot(l, e)
		if b.Seats == 0 {
			b.Seats = seats
		}
		if out := election.Count(b); out.Left >= 0 {
			seats = out.Left
		} else {
			seats = b.Seats
		}
		ballots = append(ballots, b)
	}
	for i, t := range election.Replay(v.Rules, ballots, nil) {
		one := Turn{Turn: t, Entity: links[i].Entity}
		one.tally(links[i])
		v.Turns = append(v.Turns, one)
		v.Next, v.Over = t.Next, t.Outcome.Left == 0
	}
	if v.BothOrgans() {
		v.compare(e.seats)
	}
	v.Over = v.Over || e.seats > 0 && len(v.elected()) >= e.seats
	if len(v.Turns) == 0 {
		v.Next = election.NextBallot{Number: 1, Kind: election.OpenBallot, Seats: e.seats, Organ: v.Next.Organ, Meeting: v.Next.Meeting}
		for _, c := range v.Candidates {
			v.Next.Candidates = append(v.Next.Candidates, c.Candidate.Text)
		}
	}
	return nil
}

// BothOrgans reports whether two organs elect together, each with ballots of
// its own, and the record says which ballot is whose.
func (v *ElectionView) BothOrgans() bool {
	return v.Rules.Electorate == election.AssemblyCouncil && !slices.ContainsFunc(v.Turns, func(t Turn) bool { return t.Ballot.Organ == "" })
}

// Ballots counts the ballots of one organ on record.
func (v *ElectionView) Ballots(o election.Organ) int {
	n := 0
	for _, t := range v.Turns {
		if t.Ballot.Organ == o {
			n++
		}
	}
	return n
}

// compare lays the ballots of both organs side by side, meeting by meeting, and
// says by them who is elected.
func (v *ElectionView) compare(seats int) {
	ballots := make([]election.Ballot, len(v.Turns))
	for i, t := range v.Turns {
		ballots[i] = t.Ballot
		seats = cmp.Or(seats, t.Ballot.Seats)
	}
	people := map[string]election.Person{}
	var gone []string
	for _, b := range ballots {
		for _, t := range b.Tallies {
			i := v.named(t.Candidate)
			if i < 0 {
				continue
			}
			people[t.Candidate] = v.people[v.Candidates[i].Candidate.Text]
			if v.Candidates[i].Stage == election.WithdrawnBy {
				gone = append(gone, t.Candidate)
			}
		}
	}
	replay := election.ReplayCourt(seats, ballots, people, gone)
	turns := v.Turns
	v.Turns = nil
	for _, m := range replay.Meetings {
		one := Meeting{Meeting: m}
		for _, organ := range election.Organs {
			for n, i := range m.Ballots[organ] {
				turns[i].decided(m, n == len(m.Ballots[organ])-1)
				one.Turns = append(one.Turns, len(v.Turns))
				v.Turns = append(v.Turns, turns[i])
			}
		}
		v.Meetings = append(v.Meetings, one)
	}
	v.Next, v.Over = replay.Next, replay.Next.Kind == election.NoBallot
}

// named finds who stands under the name that a ballot has, "Name" or "Name
// (State)"; -1 where nobody does.
func (v *ElectionView) named(name string) int {
	plain, _, _ := strings.Cut(name, " (")
	return slices.IndexFunc(v.Candidates, func(c Contender) bool { return c.Candidate.Text == name || c.Candidate.Text == plain })
}

// decided says of one ballot of an organ what the meeting made of it; only the
// last, by which the organ closed its list, can elect.
func (t *Turn) decided(m election.Meeting, closes bool) {
	t.Next, t.Doubts = election.NextBallot{}, nil
	if !m.Settled {
		return
	}
	t.Outcome.Left = m.Court.Left
	for i, one := range t.Tallies {
		t.Tallies[i].Elected = election.No
		if closes && slices.Contains(m.Court.Elected, one.Candidate) {
			t.Tallies[i].Elected = election.Yes
		}
	}
}

// elected names those elected so far, by rule or by the record.
func (v *ElectionView) elected() map[string]bool {
	out := map[string]bool{}
	for _, turn := range v.Turns {
		for _, t := range turn.Tallies {
			if t.Elected == election.Yes || t.Record && t.Elected != election.No {
				out[t.Candidate] = true
			}
		}
	}
	return out
}

// turnOf orders ballots by their number; one that the record numbers otherwise
// comes last.
func turnOf(l Link) int {
	n, err := strconv.Atoi(l.First("number").Text)
	if err != nil {
		return 1 << 30
	}
	return n
}

// ballot shapes a ballot of a page for the rules.
func (v *ElectionView) ballot(l Link, e poll) election.Ballot {
	figure := func(property string) election.Figure {
		f, _ := election.ParseFigure(l.First(property).Text)
		return f
	}
	b := election.Ballot{Body: v.Rules.Name, Date: l.First("date").Date, Group: e.group, Number: l.First("number").Text, Kind: l.First("kind").Text,
		Seats: int(figure("seats").Low), Cast: figure("cast"), Invalid: figure("invalid"), Abstentions: figure("abstentions"), Valid: figure("valid"),
		Majority: v.Majority, AllOrNone: v.Rules.AllOrNone, OneOrgan: v.Rules.Electorate == election.AssemblyCouncil,
		Organ: election.Organ(l.First("organ").Text), Meeting: int(figure("meeting").Low)}
	if b.Date.IsZero() {
		b.Date = e.date
	}
	if n := e.number("eligible"); n > 0 {
		b.Eligible = election.Exactly(n)
	}
	if b.Organ != "" {
		b.Eligible, b.Majority = election.Exactly(b.Organ.Members(b.Date)), v.Rules.Majority
	}
	b.Deciding = v.Rules.Sequence == election.FiveRounds && strings.Contains(strings.ToLower(b.Kind), "tie")
	for _, value := range l.Line("votes").Values {
		name, votes := SplitTally(value.Text)
		b.Tallies = append(b.Tallies, election.Tally{Candidate: name, Votes: votes})
	}
	return b
}

// SplitTally reads "candidate: votes", the form in which the property votes of
// a ballot keeps a tally; votes that are not given are not known.
func SplitTally(s string) (candidate string, votes election.Figure) {
	if i := strings.LastIndexByte(s, ':'); i >= 0 {
		if f, ok := election.ParseFigure(s[i+1:]); ok {
			return strings.TrimSpace(s[:i]), f
		}
	}
	return strings.TrimSpace(s), election.Figure{}
}

// JoinTally writes a tally as the property votes of a ballot keeps it.
func JoinTally(candidate, votes string) string {
	if votes == "" {
		return candidate
	}
	return candidate + ": " + votes
}

// tally orders what the candidates received, the best first.
func (t *Turn) tally(l Link) {
	named := map[string]bool{}
	for _, e := range l.Line("elected").Values {
		named[e.Text] = true
	}
	for i, value := range l.Line("votes").Values {
		one := t.Ballot.Tallies[i]
		t.Tallies = append(t.Tallies, Tally{Candidate: one.Candidate, Votes: one.Votes, Cites: value.Cites, Elected: t.Outcome.Elected[i], Record: named[one.Candidate]})
		t.Most = max(t.Most, one.Votes.High)
	}
	t.Cites = l.First("number").Cites
	slices.SortStableFunc(t.Tallies, func(a, b Tally) int {
		return cmp.Or(cmp.Compare(b.Votes.High, a.Votes.High), cmp.Compare(answerRank(a), answerRank(b)))
	})
}

func answerRank(t Tally) int {
	if t.Elected == election.Yes || t.Record {
		return 0
	}
	return 1
}

// promises fills in the campaign of one candidate and what we promised others.
func (p *page) promises(v *ElectionView, e poll, home chancery.EntityID, q ElectionQuery) error {
	d := election.Fulci
	if q.Discounts != nil {
		d = *q.Discounts
	}
	needed := election.Figure{}
	if n := v.Majority.Of(v.Electorate.Count); n > 0 {
		needed = election.Exactly(n)
	}
	at := slices.IndexFunc(v.Candidates, func(c Contender) bool { return c.Entity == q.Candidature })
	if at < 0 {
		at = slices.IndexFunc(v.Candidates, func(c Contender) bool { return c.Ours })
	}
	if at < 0 && len(v.Candidates) > 0 {
		at = 0
	}
	if at >= 0 {
		c, err := p.campaign(v.Candidates[at], v.Electorate, d, needed, len(v.Turns)+1)
		if err != nil {
			return err
		}
		v.Campaign = &c
	}
	if q.Grid {
		if err := p.columns(v, d, needed, at); err != nil {
			return err
		}
	}
	return p.given(v, e, home)
}

// columns lays the campaigns of our candidates side by side; where we have none,
// that of the candidate asked for.
func (p *page) columns(v *ElectionView, d election.Discounts, needed election.Figure, chosen int) error {
	for i, c := range v.Candidates {
		switch {
		case i == chosen:
			v.Columns = append(v.Columns, *v.Campaign)
		case c.Ours:
			one, err := p.campaign(c, v.Electorate, d, needed, len(v.Turns)+1)
			if err != nil {
				return err
			}
			v.Columns = append(v.Columns, one)
		}
	}
	return nil
}

// given lists what we promised to candidates of this election, and makes the
// delegate's instruction of it.
func (p *page) given(v *ElectionView, e poll, home chancery.EntityID) error {
	if home == "" {
		return nil
	}
	links, err := p.referring("Pledge", "by", []chancery.EntityID{home})
	if err != nil {
		return err
	}
	stands := map[chancery.EntityID]Contender{}
	for _, c := range v.Candidates {
		stands[c.Entity] = c
	}
	name := v.Name.String()
	var states []election.PledgeState
	for _, l := range links {
		g := pledgeOf(l)
		c, ok := stands[g.Candidature.Ref]
		if !ok {
			continue
		}
		g.fold(c.Candidate.Text, p.head.Today, len(v.Turns)+1)
		g.State.Election, g.State.Group, g.Candidature = name, e.group, c.Candidate
		v.Given = append(v.Given, g)
		states = append(states, g.State)
	}
	seats := v.Next.Seats
	if seats < 0 || len(v.Turns) == 0 {
		seats = e.seats
	}
	if alarms := election.Overpromised(states, func(string, string) int { return seats }); len(alarms) > 0 {
		v.Alarm = &alarms[0]
	}
	own := ""
	for _, c := range v.Candidates { // our own candidate takes a place on our paper too
		if c.Ours && c.Stage != election.WithdrawnBy && c.Stage != election.Elected {
			own = c.Candidate.Text
			states = append(states, election.PledgeState{Pledge: election.Pledge{Election: name, Group: e.group, Candidate: own}, Status: election.Standing})
		}
	}
	v.Instruct = election.Instruct(states, name, e.group, seats)
	slices.SortStableFunc(v.Instruct.For, func(a, b string) int {
		switch own {
		case a:
			return -1
		case b:
			return 1
		}
		return 0
	})
	return nil
}
