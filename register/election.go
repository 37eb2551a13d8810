package register

import (
	"context"
	"slices"
	"strings"

	"chancery"
	"chancery/election"
	"chancery/ledger"
)

// ElectionsView lists elections: those to come, the next first, and those
// held, the latest first.
type ElectionsView struct {
	Head
	Home   Value
	Coming []ElectionRow
	Held   []ElectionRow
	Alarms []election.Alarm // more votes promised by us than there are seats
}

// ElectionRow is an election in the list.
type ElectionRow struct {
	Entity chancery.EntityID // the election, or a candidature for one that nobody recorded
	Name   Label
	Body   Value
	Group  string
	Date   chancery.Date
	Seats  int
	Ours   []Stand
	Theirs int // candidates of others
	Window election.Window
	Rules  bool // the rules of the body are known
}

// Stand is a candidature in a list.
type Stand struct {
	Entity    chancery.EntityID
	Candidate Value
	By        Value
	Result    string // a code of the schema, "" while none is recorded
	Pledged   int    // States whose promise still counts
}

// Elections lists the elections of the register with our candidatures and the
// windows for nominations computed back from the day.
func (r *Register) Elections(ctx context.Context, reader Reader) (ElectionsView, error) {
	const op = "register.Elections"
	p, err := r.pageOn(ctx, reader)
	if err != nil {
		return ElectionsView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v, err := p.elections()
	v.Head = p.head
	v.Rows = len(v.Coming) + len(v.Held)
	return v, chancery.Wrap(op, chancery.Internal, err)
}

// polls are the elections and candidatures of a register, joined.
type polls struct {
	home      chancery.EntityID
	elections []poll
}

// poll is an election with its candidatures. Without a record of its own it is
// what a candidature says of it.
type poll struct {
	record
	candidates []record
	body       chancery.EntityID
	bodyText   string
	date       chancery.Date
	group      string
	seats      int
}

// maxPolls bounds the elections, and the candidatures without one, of a list;
// the latest are kept.
const maxPolls = 300

// polls joins elections and candidatures: by reference, else by body and day.
func (p *page) polls() (polls, error) {
	var out polls
	var err error
	if out.home, err = p.r.Home(p.ctx); err != nil {
		return out, err
	}
	found, err := p.latest("Election")
	if err != nil {
		return out, err
	}
	var ids []chancery.EntityID
	for _, t := range found {
		ids = append(ids, t.id)
		out.elections = append(out.elections, pollOf(t))
	}
	named, err := p.recordsReferring("Candidature", "election", ids...)
	if err != nil {
		return out, err
	}
	others, err := p.latest("Candidature")
	if err != nil {
		return out, err
	}
	out.join(named)
	out.join(others)
	return out, nil
}

// latest gives the latest entities of a schema with their facts.
func (p *page) latest(schema string) ([]record, error) {
	rows, err := p.r.store.Items(p.ctx, ledger.ItemQuery{Schemas: []string{schema}, Sort: "-date", Limit: maxPolls, At: p.reader.At, Ceiling: p.below})
	if err != nil || len(rows.Rows) == 0 {
		return nil, err
	}
	var ids []chancery.EntityID
	for _, i := range rows.Rows {
		ids = append(ids, i.Entity)
	}
	return p.records(ledger.FactQuery{Entities: ids, Schemas: []string{schema}})
}

// pollOf shapes an election.
func pollOf(t record) poll {
	return poll{record: t, body: t.ref("body"), bodyText: t.text("body"), date: t.date("date"), group: t.text("seatGroup"), seats: t.number("seats")}
}

// join puts candidatures to their elections, each once; one for an election
// that nobody recorded makes one of its own.
func (all *polls) join(candidatures []record) {
	for _, c := range candidatures {
		i := slices.IndexFunc(all.elections, func(e poll) bool { return e.id == c.ref("election") && e.id != "" || e.id == c.id })
		if i < 0 && c.ref("election") == "" {
			i = all.match(c)
		}
		if i < 0 {
			i = len(all.elections)
			all.elections = append(all.elections, poll{record: record{id: c.id, schema: "Candidature", facts: map[string][]ledger.Fact{}},
				body: c.ref("body"), bodyText: c.text("body"), date: c.date("electionDate")})
		}
		e := &all.elections[i]
		if !slices.ContainsFunc(e.candidates, func(o record) bool { return o.id == c.id }) {
			e.candidates = append(e.candidates, c)
		}
	}
}

// poll gives one election with its candidatures; an ID that is a candidature
// gives the election it is for.
func (p *page) poll(id chancery.EntityID) (poll, error) {
	var all polls
	found, err := p.records(ledger.FactQuery{Entities: []chancery.EntityID{id}, Schemas: []string{"Election", "Candidature"}})
	if err != nil || len(found) == 0 {
		return poll{}, err
	}
	asked := found[0]
	if of := asked.ref("election"); asked.schema == "Candidature" && of != "" {
		if found, err = p.records(ledger.FactQuery{Entities: []chancery.EntityID{of}, Schemas: []string{"Election"}}); err != nil {
			return poll{}, err
		}
	} else if asked.schema == "Candidature" {
		if found, err = p.recordsReferring("Election", "body", asked.ref("body")); err != nil {
			return poll{}, err
		}
	}
	for _, t := range found {
		if t.schema == "Election" {
			all.elections = append(all.elections, pollOf(t))
		}
	}
	if asked.schema == "Candidature" {
		all.join([]record{asked})
	}
	at := slices.IndexFunc(all.elections, func(e poll) bool {
		return e.id == asked.id || slices.ContainsFunc(e.candidates, func(c record) bool { return c.id == asked.id })
	})
	if at < 0 {
		return poll{}, nil
	}
	one := polls{elections: all.elections[at : at+1]}
	e := one.elections[0]
	candidatures, err := p.recordsReferring("Candidature", "election", e.id)
	if err != nil {
		return poll{}, err
	}
	one.join(candidatures)
	sameDay, err := p.facts(ledger.FactQuery{Schemas: []string{"Candidature"}, Properties: []string{"electionDate"}, From: e.date.Lowest(), To: e.date.Highest(), ByDate: true, Limit: maxPolls})
	if err != nil || e.date.IsZero() || len(sameDay) == 0 {
		return one.elections[0], err
	}
	var ids []chancery.EntityID
	for _, f := range sameDay {
		ids = append(ids, f.Entity)
	}
	if candidatures, err = p.records(ledger.FactQuery{Entities: ids, Schemas: []string{"Candidature"}}); err != nil {
		return poll{}, err
	}
	one.join(slices.DeleteFunc(candidatures, func(c record) bool { return c.ref("election") != "" || one.match(c) != 0 }))
	return one.elections[0], nil
}

// match finds the election that a candidature without a reference is for: the
// one of its body that can have been on its day; -1 where none or several can.
func (all polls) match(c record) int {
	found := -1
	for i, e := range all.elections {
		if e.body == "" || e.body != c.ref("body") || c.date("electionDate").IsZero() || !e.date.Overlaps(c.date("electionDate")) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

func (p *page) elections() (ElectionsView, error) {
	var v ElectionsView
	all, err := p.polls()
	if err != nil {
		return v, err
	}
	if v.Home, err = p.value(all.home); err != nil {
		return v, err
	}
	if err := p.learnPolls(all); err != nil {
		return v, err
	}
	pledged, err := p.pledgedTo(all)
	if err != nil {
		return v, err
	}
	for _, e := range all.elections {
		row, err := p.electionRow(e, all.home, pledged)
		if err != nil {
			return v, err
		}
		if row.Date.IsZero() || !row.Date.Before(p.head.Today) {
			v.Coming = append(v.Coming, row)
		} else {
			v.Held = append(v.Held, row)
		}
	}
	slices.SortStableFunc(v.Coming, func(a, b ElectionRow) int { return byDue(a.Date, b.Date) })
	slices.SortStableFunc(v.Held, func(a, b ElectionRow) int { return b.Date.Compare(a.Date) })
	v.Alarms, err = p.alarms(all)
	return v, err
}

// learnPolls looks up every label that the list needs in one question.
func (p *page) learnPolls(all polls) error {
	var ids []chancery.EntityID
	for _, e := range all.elections {
		ids = append(ids, e.id, e.body)
		for _, c := range e.candidates {
			ids = append(ids, c.ref("candidate"), c.ref("nominatedBy"))
		}
	}
	return p.learn(ids)
}

func (p *page) electionRow(e poll, home chancery.EntityID, pledged map[chancery.EntityID]int) (ElectionRow, error) {
	row := ElectionRow{Entity: e.id, Date: e.date, Group: e.group, Seats: e.seats, Body: p.bodyOf(e)}
	if e.schema == "Election" {
		row.Name = p.labels[e.id]
	}
	for _, c := range e.candidates {
		if home == "" || c.ref("nominatedBy") != home {
			row.Theirs++
			continue
		}
		one := Stand{Entity: c.id, Candidate: p.candidate(c), By: p.named(home), Pledged: pledged[c.id]}
		if !p.yetToCome(e.date) {
			one.Result = c.text("result")
		}
		row.Ours = append(row.Ours, one)
	}
	body, ok, err := p.rulesOf(row.Body)
	if err != nil || !ok {
		return row, err
	}
	row.Rules = true
	row.Window = election.Nominations(body, e.date, chancery.Date{})
	return row, nil
}

func (p *page) bodyOf(e poll) Value {
	if e.body != "" {
		return p.named(e.body)
	}
	return Value{Text: e.bodyText}
}

// candidate gives who stands: the person or State, else what the record calls
// the candidate, else the State that nominated.
func (p *page) candidate(c record) Value {
	switch id := c.ref("candidate"); {
	case id != "" && p.labels[id].String() != "":
		return p.named(id)
	case c.text("candidate") != "":
		return Value{Text: c.text("candidate"), Language: "en"}
	}
	return p.named(c.ref("nominatedBy"))
}

// pledgedTo counts for each candidature of ours the States whose promise still
// counts today.
func (p *page) pledgedTo(all polls) (map[chancery.EntityID]int, error) {
	var ours []chancery.EntityID
	for _, e := range all.elections {
		for _, c := range e.candidates {
			if all.home != "" && c.ref("nominatedBy") == all.home {
				ours = append(ours, c.id)
			}
		}
	}
	found, err := p.recordsReferring("Pledge", "candidature", ours...)
	if err != nil {
		return nil, err
	}
	out := map[chancery.EntityID]int{}
	counted := map[[2]chancery.EntityID]bool{}
	for _, t := range found {
		key := [2]chancery.EntityID{t.ref("candidature"), t.ref("by")}
		if s := foldRecord(t, "", p.head.Today, 1); s.Counts() && s.Form != election.Bloc && !counted[key] {
			counted[key] = true
			out[key[0]]++
		}
	}
	return out, nil
}

// alarms finds the elections to come in which we promised more votes than
// there are seats.
func (p *page) alarms(all polls) ([]election.Alarm, error) {
	if all.home == "" {
		return nil, nil
	}
	found, err := p.recordsReferring("Pledge", "by", all.home)
	if err != nil {
		return nil, err
	}
	name := map[chancery.EntityID]string{}
	of := map[chancery.EntityID]poll{}
	seats := map[string]int{}
	for _, e := range all.elections {
		for _, c := range e.candidates {
			name[c.id], of[c.id] = p.candidate(c).Text, e
		}
		seats[p.pollName(e)] = e.seats
	}
	var given []election.PledgeState
	for _, t := range found {
		e, ok := of[t.ref("candidature")]
		if !ok || !e.date.IsZero() && e.date.Before(p.head.Today) {
			continue
		}
		s := foldRecord(t, name[t.ref("candidature")], p.head.Today, 1)
		s.Election, s.Group = p.pollName(e), e.group
		given = append(given, s)
	}
	return election.Overpromised(given, func(of, _ string) int { return seats[of] }), nil
}

// pollName calls an election by its name, or by its body and day.
func (p *page) pollName(e poll) string {
	if l := p.labels[e.id]; e.schema == "Election" && l.Text != "" {
		return l.Text
	}
	return strings.TrimSpace(p.bodyOf(e).Text + " " + e.date.String())
}

// ElectionDeadlines lists what closes within a year of the reader's day: the
// windows for nominations of elections to come, and pledges to us or by us
// that expire, the earliest first, without citations.
func (r *Register) ElectionDeadlines(ctx context.Context, reader Reader) ([]Moment, error) {
	const op = "register.ElectionDeadlines"
	p, err := r.pageOn(ctx, reader)
	if err != nil {
		return nil, chancery.Wrap(op, chancery.Internal, err)
	}
	out, err := p.electionDeadlines()
	for i := range out {
		out[i].Cites = nil // they count into the page, which is not handed out
	}
	return out, chancery.Wrap(op, chancery.Internal, err)
}

func (p *page) electionDeadlines() ([]Moment, error) {
	last := p.head.Today.AddYears(1)
	within := func(d chancery.Date) bool { return !d.IsZero() && !d.Before(p.head.Today) && !d.After(last) }
	var out []Moment
	type opening struct {
		body chancery.EntityID
		day  chancery.Date
	}
	seen := map[opening]bool{}
	for _, q := range [][2]string{{"Election", "date"}, {"Candidature", "electionDate"}} {
		links, err := p.dated(q[0], q[1], p.head.Today, last.AddYears(1), 2*upcomingRows)
		if err != nil {
			return nil, err
		}
		for _, l := range links {
			at := l.First(q[1])
			key := opening{l.First("body").Ref, at.Date}
			if seen[key] {
				continue
			}
			seen[key] = true
			body, ok, err := p.rulesOf(l.First("body"))
			if err != nil {
				return nil, err
			}
			if w := election.Nominations(body, at.Date, chancery.Date{}); ok && within(w.NominateBy) {
				out = append(out, Moment{Date: w.NominateBy, Property: "nominated", Schema: l.Schema, Entity: l.Entity, Caption: l.Caption, Cites: at.Cites})
			}
		}
	}
	expiring, err := p.dated("Pledge", "expires", p.head.Today, last, upcomingRows)
	if err != nil {
		return nil, err
	}
	for _, l := range expiring {
		if at := l.First("expires"); l.First("withdrawn").Empty() && within(at.Date) {
			out = append(out, Moment{Date: at.Date, Property: "expires", Schema: "Pledge", Entity: l.Entity, Caption: l.Caption, Cites: at.Cites})
		}
	}
	slices.SortStableFunc(out, func(a, b Moment) int { return a.Date.Compare(b.Date) })
	return out, nil
}
