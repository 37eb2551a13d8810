package register

import (
	"context"
	"slices"
	"sync"

	"chancery"
	"chancery/ledger"
)

// How much the first page lists.
const (
	waitingRows  = 12
	openRows     = 20
	upcomingRows = 20
	recentRows   = 15
)

// Today gives the first page: papers that wait for a verdict, what is open and
// due, what comes within a year, and what happened last.
func (r *Register) Today(ctx context.Context, reader Reader) (TodayView, error) {
	const op = "register.Today"
	p, err := r.page(ctx, reader)
	if err != nil {
		return TodayView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v, err := p.today()
	p.finish(&v)
	v.Rows = v.WaitingTotal + len(v.Undertakings) + len(v.Upcoming)
	return v, chancery.Wrap(op, chancery.Internal, err)
}

func (p *page) today() (TodayView, error) {
	var v TodayView
	home, err := p.r.Home(p.ctx)
	if err != nil {
		return v, err
	}
	if home != "" {
		if err := p.learn([]chancery.EntityID{home}); err != nil {
			return v, err
		}
		l := p.labels[home]
		v.Home = Value{Text: l.String(), Language: l.Language, Ref: home, Schema: l.Schema}
	}
	for _, step := range []func(*TodayView) error{p.waiting, p.counts, p.due, p.upcoming, p.recent} {
		if err := step(&v); err != nil {
			return v, err
		}
	}
	v.Empty = v.Papers == 0
	return v, nil
}

func (p *page) waiting(v *TodayView) error {
	page, err := p.r.store.Documents(p.ctx, ledger.DocumentQuery{Waiting: true, Limit: waitingRows, Ceiling: p.below})
	if err != nil {
		return err
	}
	v.WaitingTotal = page.Total
	for _, d := range page.Rows {
		p.mark(d.Marking)
		v.Waiting = append(v.Waiting, paperOf(d))
	}
	return nil
}

func paperOf(d ledger.DocumentRow) Paper {
	return Paper{Document: d.Document, Caption: titleOf(d.Document), Proposed: d.Waiting, Judged: d.Judged}
}

func (p *page) counts(v *TodayView) error {
	n, err := p.r.store.Counts(p.ctx)
	v.Papers, v.Facts = n.Documents, n.Facts
	return err
}

// due lists the undertakings still open, the earliest due first.
func (p *page) due(v *TodayView) error {
	links, err := p.dated("Undertaking", "due", chancery.Date{}, chancery.Date{}, 20*openRows)
	if err != nil {
		return err
	}
	for _, u := range p.undertakings(links) {
		if u.Open && len(v.Undertakings) < openRows {
			v.Undertakings = append(v.Undertakings, u)
		}
	}
	return nil
}

// upcoming lists events, elections and reports of the next twelve months, and
// the deadlines that follow from rules: reports late or due, notices, closing
// windows for nominations, expiring pledges.
func (p *page) upcoming(v *TodayView) error {
	from, to := p.head.Today, p.head.Today.AddYears(1)
	for _, q := range []struct{ schema, property string }{
		{"Event", "date"}, {"Election", "date"}, {"Candidature", "electionDate"}, {"Report", "dueByLaw"}, {"Report", "dueByCommittee"}, {"Measure", "due"},
	} {
		links, err := p.dated(q.schema, q.property, from, to, upcomingRows)
		if err != nil {
			return err
		}
		polls := map[string]bool{}
		for _, l := range links {
			at := l.First(q.property)
			if poll := at.Text + " " + l.First("body").Text; q.schema == "Candidature" {
				if polls[poll] { // one line an election, not one a rival
					continue
				}
				polls[poll] = true
			}
			v.Upcoming = append(v.Upcoming, Moment{Date: at.Date, Property: q.property, Schema: l.Schema, Entity: l.Entity, Caption: l.Caption, Cites: at.Cites})
		}
	}
	derived, err := p.r.derived(p.ctx, p.reader, p.head.Ledger)
	if err != nil {
		return err
	}
	v.Upcoming = append(v.Upcoming, derived...)
	slices.SortStableFunc(v.Upcoming, func(a, b Moment) int { return a.Date.Compare(b.Date) })
	v.Upcoming = v.Upcoming[:min(len(v.Upcoming), upcomingRows)]
	return nil
}

// dated gives entities of a schema whose date of a property lies between two
// days, the earliest first; zero days are open ends.
func (p *page) dated(schema, property string, from, to chancery.Date, limit int) ([]Link, error) {
	facts, err := p.facts(ledger.FactQuery{Schemas: []string{schema}, Properties: []string{property}, From: from, To: to, ByDate: true, Limit: limit})
	if err != nil || len(facts) == 0 {
		return nil, err
	}
	by := map[chancery.EntityID]string{}
	var ids []chancery.EntityID
	for _, f := range facts {
		if by[f.Entity] == "" {
			by[f.Entity] = f.Property
			ids = append(ids, f.Entity)
		}
	}
	own, err := p.facts(ledger.FactQuery{Entities: ids})
	if err != nil {
		return nil, err
	}
	return p.linksOf(ids, by, own)
}

func (p *page) recent(v *TodayView) error {
	entries, _, err := p.entries(0, recentRows)
	v.Recent = entries
	return err
}

// derivedCache keeps the deadlines that follow from rules until something is
// written: they need every act, report and pledge of the register.
type derivedCache struct {
	sync.Mutex
	reader  Reader
	number  ledger.Number
	moments []Moment
}

// derived gives the deadlines of treaties, reports and elections. Each leads to
// the page that cites what it rests on.
func (r *Register) derived(ctx context.Context, reader Reader, head ledger.Number) ([]Moment, error) {
	c := &r.deadlines
	c.Lock()
	defer c.Unlock()
	if c.number == head && c.reader == reader {
		return c.moments, nil
	}
	moments, err := r.Deadlines(ctx, reader)
	if err != nil {
		return nil, err
	}
	elections, err := r.ElectionDeadlines(ctx, reader)
	if err != nil {
		return nil, err
	}
	for i := range elections {
		elections[i].Cites = nil // they count into another page
	}
	c.reader, c.number, c.moments = reader, head, append(moments, elections...)
	return c.moments, nil
}
