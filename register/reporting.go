package register

import (
	"cmp"
	"context"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"chancery"
	"chancery/authority"
	"chancery/ledger"
	"chancery/reporting"
	"chancery/treaty"
)

// ReportingQuery asks for a calendar of reports.
type ReportingQuery struct {
	State       chancery.EntityID // "" is the home
	Mechanism   string            // "" is all
	Predictable bool              // the eight-year calendar
}

// ReportingView is what one State owes to which mechanism by when, and why.
type ReportingView struct {
	Head
	Query      ReportingQuery
	State      Value
	Mechanisms []MechanismView
	Due        []DueRow // what is owed, of all mechanisms, the earliest first
	Late       []LateRow
	Sessions   []DueSession // cancelled sessions
	States     []Value      // States of which reports are recorded
	Doubts     []chancery.Doubt
}

// MechanismView is one mechanism with everything the State owed and owes it.
type MechanismView struct {
	reporting.Mechanism
	Name     Label
	Treaty   Label
	InForce  Value // day since when the treaty binds the State, with what says so
	Standing treaty.Status
	Rows     []DueRow
}

// DueRow is one thing owed with what says so.
type DueRow struct {
	reporting.Due
	Name     Label // of the mechanism
	Recorded bool  // something is recorded of what came of reports to the mechanism; else nobody can say that this one is late
	Cites    []int
}

// LateRow is a State that is late with a mechanism.
type LateRow struct {
	State     Value
	Mechanism Label
	reporting.Due
}

// DueSession is a session that was to consider a report and was cancelled.
type DueSession struct {
	Mechanism Label
	Date      chancery.Date
	Symbol    string
	Cites     []int
}

// Reporting gives the calendar of reports of a State on a day.
func (r *Register) Reporting(ctx context.Context, reader Reader, q ReportingQuery) (ReportingView, error) {
	const op = "register.Reporting"
	p, err := r.lawPage(ctx, reader)
	if err != nil {
		return ReportingView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v := ReportingView{Query: q}
	if err := p.reporting(&v); err != nil {
		return v, chancery.Wrap(op, chancery.Internal, err)
	}
	p.finish(&v)
	v.Head.Rows = len(v.Due)
	return v, nil
}

func (p *page) reporting(v *ReportingView) error {
	state := v.Query.State
	if state == "" {
		home, err := p.r.Home(p.ctx)
		if err != nil {
			return err
		}
		if state = home; authoritySchema(home, "State") != "State" {
			state = ""
		}
	}
	reports, err := p.reports()
	if err != nil {
		return err
	}
	if err := p.learnKnown(append(reports.states(), state)); err != nil {
		return err
	}
	v.State = p.actor(state)
	for _, id := range reports.states() {
		v.States = append(v.States, p.actor(id))
	}
	p.sortValues(v.States)
	if state != "" {
		if err := p.calendar(v, state, reports); err != nil {
			return err
		}
	}
	return p.late(v, state, reports)
}

// calendar fills in what one State owes.
func (p *page) calendar(v *ReportingView, state chancery.EntityID, reports reportsOf) error {
	deeds, err := p.deedsBy(state)
	if err != nil {
		return err
	}
	treaties := make([]chancery.EntityID, 0, len(reporting.Mechanisms))
	for _, m := range reporting.Mechanisms {
		treaties = append(treaties, m.Treaty)
	}
	if err := p.learnKnown(treaties); err != nil {
		return err
	}
	for _, m := range reporting.Mechanisms {
		if v.Query.Mechanism != "" && v.Query.Mechanism != m.ID {
			continue
		}
		one := MechanismView{Mechanism: m, Name: mechanismLabel(m.ID, p.reader.Language), Treaty: p.treatyLabel(m.Treaty)}
		since, err := p.binding(&one, deeds[m.Treaty], state)
		if err != nil {
			return err
		}
		steps := reports.steps(state, m.ID)
		dues, doubts := reporting.Calendar(m, since, steps.list, p.head.Today, reporting.Options{Predictable: v.Query.Predictable})
		v.Doubts = append(v.Doubts, doubts...)
		for _, d := range dues {
			row := DueRow{Due: d, Name: one.Name, Recorded: len(steps.list) > 0}
			if row.Cites, err = p.citeDue(d, steps); err != nil {
				return err
			}
			if len(row.Cites) == 0 && d.Basis == reporting.ByLaw {
				row.Cites = one.InForce.Cites
			}
			one.Rows = append(one.Rows, row)
			if d.Open() {
				v.Due = append(v.Due, row)
			}
		}
		for _, s := range steps.list {
			if s.Kind != reporting.Cancelled {
				continue
			}
			cites, err := p.citePassage(s.Passage, steps)
			if err != nil {
				return err
			}
			v.Sessions = append(v.Sessions, DueSession{Mechanism: one.Name, Date: s.Date, Symbol: s.Symbol, Cites: cites})
		}
		if len(one.Rows) > 0 || one.Standing != treaty.None {
			v.Mechanisms = append(v.Mechanisms, one)
		}
	}
	slices.SortStableFunc(v.Due, func(a, b DueRow) int { return a.On.Compare(b.On) })
	return nil
}

// binding gives the day since when a mechanism's treaty is in force for a State.
func (p *page) binding(one *MechanismView, deeds []deed, state chancery.EntityID) (chancery.Date, error) {
	one.Standing = treaty.None
	if one.Mechanism.Treaty == "" {
		return chancery.Date{}, nil
	}
	l := lawFor(one.Mechanism.Treaty, deeds)
	row := l.on(p.head.Today).Row(string(state))
	one.Standing = row.Status
	if row.Bound.IsZero() || row.Bound.After(p.head.Today) || row.Status == treaty.FormerParty && !row.Left.After(p.head.Today) {
		return chancery.Date{}, nil
	}
	one.InForce = Value{Text: row.Bound.String(), Date: row.Bound}
	for _, a := range l.Acts {
		if a.When() == row.Deposited && a.By == string(state) {
			cites, err := p.citesOf(deeds, l.Deeds[a.ID])
			if err != nil {
				return row.Bound, err
			}
			one.InForce.Cites = cites
		}
	}
	return row.Bound, nil
}

// deedsBy gives the acts of one participant under the treaties that ask for
// reports, by treaty, with their facts; nobody may change them.
func (p *page) deedsBy(id chancery.EntityID) (map[chancery.EntityID][]deed, error) {
	return p.recentDeeds(recentKey{by: id}, func() (map[chancery.EntityID][]deed, error) {
		all, err := p.loadDeedsBy(id)
		out := map[chancery.EntityID][]deed{}
		for _, m := range reporting.Mechanisms {
			if list := all[m.Treaty]; m.Treaty != "" && len(list) > 0 {
				out[m.Treaty] = list
			}
		}
		return out, err
	})
}

func (p *page) loadDeedsBy(id chancery.EntityID) (map[chancery.EntityID][]deed, error) {
	refs, err := p.facts(ledger.FactQuery{Refs: []chancery.EntityID{id}, Schemas: []string{"Act"}, Properties: []string{"by"}})
	if err != nil || len(refs) == 0 {
		return nil, err
	}
	ids := make([]chancery.EntityID, 0, len(refs))
	for _, f := range refs {
		ids = append(ids, f.Entity)
	}
	all := newDeeds(true)
	facts, err := p.facts(ledger.FactQuery{Entities: ids})
	for _, f := range facts {
		all.add(f)
	}
	return all.finish(), err
}

// mechanismLabel names a mechanism by the body in the authority files.
func mechanismLabel(id, language string) Label {
	if e, ok := authority.Base().Entry(chancery.EntityID("body:" + id)); ok {
		return Label{Text: e.Name(language), Language: language, Schema: "Organization", Sub: id}
	}
	return Label{Text: id, Schema: "Organization", Sub: id}
}

// reportsOf are the facts of the schema Report of all States, and the
// recommendations that ask for a follow-up.
type reportsOf struct {
	byState map[chancery.EntityID][]reportFacts
	follow  map[chancery.DocumentID][]followUp
}

// reportFacts is one report, or a paper of the mechanism about one.
type reportFacts struct {
	entity    chancery.EntityID
	state     chancery.EntityID
	mechanism string
	kind      string
	symbol    string
	cycle     string
	session   string
	byLaw     chancery.Date
	byBody    chancery.Date
	received  chancery.Date
	reviewed  chancery.Date
	document  chancery.DocumentID
	facts     map[string]ledger.Fact // by property
}

// followUp is a paragraph to be answered by a day.
type followUp struct {
	paragraph string
	due       chancery.Date
}

func (r reportsOf) states() []chancery.EntityID {
	var out []chancery.EntityID
	for id := range r.byState {
		if id != "" {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

// reports reads what is recorded of reports. Only reports that say of which
// State and mechanism they are count.
func (p *page) reports() (reportsOf, error) {
	out := reportsOf{byState: map[chancery.EntityID][]reportFacts{}, follow: map[chancery.DocumentID][]followUp{}}
	items, err := p.r.store.Items(p.ctx, ledger.ItemQuery{Schemas: []string{"Report"}, Limit: 1000, At: ledger.At{Known: p.reader.At.Known}, Ceiling: p.below})
	if err != nil || len(items.Rows) == 0 {
		return out, err
	}
	ids := make([]chancery.EntityID, 0, items.Total)
	for {
		for _, i := range items.Rows {
			ids = append(ids, i.Entity)
		}
		if len(ids) >= items.Total || len(items.Rows) == 0 {
			break
		}
		if items, err = p.r.store.Items(p.ctx, ledger.ItemQuery{Schemas: []string{"Report"}, Limit: 1000, Offset: len(ids), At: ledger.At{Known: p.reader.At.Known}, Ceiling: p.below}); err != nil {
			return out, err
		}
	}
	facts, err := p.facts(ledger.FactQuery{Entities: ids, Schemas: []string{"Report"}})
	if err != nil {
		return out, err
	}
	index := map[chancery.EntityID]*reportFacts{}
	var order []*reportFacts
	for _, f := range facts {
		r := index[f.Entity]
		if r == nil {
			r = &reportFacts{entity: f.Entity, facts: map[string]ledger.Fact{}}
			index[f.Entity] = r
			order = append(order, r)
		}
		r.add(f)
	}
	documents := map[chancery.DocumentID]bool{}
	for _, r := range order {
		if r.state != "" && r.mechanism != "" {
			out.byState[r.state] = append(out.byState[r.state], *r)
			documents[r.document] = true
		}
	}
	return out, p.followUps(out, documents)
}

func (r *reportFacts) add(f ledger.Fact) {
	if _, had := r.facts[f.Property]; had && rankOf(f.Grade) >= rankOf(r.facts[f.Property].Grade) {
		return // the better source holds, of equals the first
	}
	r.facts[f.Property] = f
	day, _ := chancery.ParseDate(f.Value)
	r.document = f.Passage.Document
	switch f.Property {
	case "state":
		r.state = f.Ref
	case "mechanism":
		r.mechanism = strings.ToUpper(f.Value)
	case "type":
		r.kind = strings.ToLower(f.Value)
	case "symbol":
		r.symbol = f.Value
	case "cycle":
		r.cycle = f.Value
	case "session":
		r.session = f.Value
	case "dueByLaw":
		r.byLaw = day
	case "dueByCommittee":
		r.byBody = day
	case "received":
		r.received = day
	case "considered":
		r.reviewed = day
	}
}

// followUps reads which paragraphs of concluding observations ask for an
// answer, and by when.
func (p *page) followUps(out reportsOf, documents map[chancery.DocumentID]bool) error {
	for doc := range documents {
		facts, err := p.facts(ledger.FactQuery{Document: doc, Schemas: []string{"Recommendation"}, Properties: []string{"followUp", "paragraph"}})
		if err != nil {
			return err
		}
		paragraph := map[chancery.EntityID]string{}
		for _, f := range facts {
			if f.Property == "paragraph" {
				paragraph[f.Entity] = f.Value
			}
		}
		for _, f := range facts {
			if d, err := chancery.ParseDate(f.Value); f.Property == "followUp" && err == nil {
				out.follow[doc] = append(out.follow[doc], followUp{paragraph[f.Entity], d})
			}
		}
	}
	return nil
}

var (
	reportNumber = regexp.MustCompile(`(\d+)\D*$`)
	addendum     = regexp.MustCompile(`(?i)/(add|rev|corr)\.\d+$`)
)

// number gives the number of the report a paper is about: of a combined one
// the last. 0 is not known.
func (r reportFacts) number() int {
	if r.mechanism == "UPR" {
		n, _ := strconv.Atoi(r.cycle)
		return n
	}
	for _, s := range []string{r.cycle, addendum.ReplaceAllString(r.symbol, "")} {
		if m := reportNumber.FindStringSubmatch(s); m != nil {
			if n, err := strconv.Atoi(m[1]); err == nil && n < 100 {
				return n
			}
		}
		if n := ordinalIn(s); n > 0 {
			return n
		}
	}
	if strings.Contains(r.kind, "initial") {
		return 1
	}
	return 0
}

var ordinals = []string{"initial", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"}

func ordinalIn(s string) int {
	for i, o := range ordinals {
		if strings.Contains(strings.ToLower(s), o) {
			return i + 1
		}
	}
	return 0
}

// reportSteps are the steps between one State and one mechanism, with the facts
// behind their passages.
type reportSteps struct {
	list  []reporting.Step
	facts map[chancery.Passage]ledger.Fact
}

func (s *reportSteps) add(kind reporting.StepKind, r reportFacts, number int, on chancery.Date, from string) *reporting.Step {
	f := r.facts[from]
	f.Passage.Before, f.Passage.After = "", ""
	s.facts[f.Passage] = f
	s.list = append(s.list, reporting.Step{Kind: kind, Number: number, Date: on, Symbol: r.symbol, Passage: f.Passage})
	return &s.list[len(s.list)-1]
}

// steps reads what happened between a State and a mechanism out of its reports.
func (r reportsOf) steps(state chancery.EntityID, mechanism string) reportSteps {
	s := reportSteps{facts: map[chancery.Passage]ledger.Fact{}}
	var next []reportFacts
	for _, f := range r.byState[state] {
		if f.mechanism != mechanism {
			continue
		}
		n := f.number()
		switch {
		case strings.Contains(f.kind, "cancel"):
			s.add(reporting.Cancelled, f, n, cmp.Or(f.reviewed, f.received), f.dated())
		case strings.Contains(f.kind, "concluding") || strings.Contains(f.symbol, "/CO/"):
			s.concluded(f, n, r.follow[f.document])
		case strings.Contains(f.kind, "prior to reporting") || strings.Contains(f.symbol, "/QPR/"):
			s.add(reporting.IssuesFirst, f, n, cmp.Or(f.reviewed, f.received), f.dated())
		case strings.Contains(f.kind, "list of issues") || strings.Contains(f.symbol, "/Q/") && !addendum.MatchString(f.symbol):
			s.add(reporting.Issues, f, n, cmp.Or(f.reviewed, f.received), f.dated())
		case strings.Contains(f.kind, "repl") || strings.Contains(f.symbol, "/RQ/"):
			s.add(reporting.Replied, f, n, f.received, f.dated())
		case strings.Contains(f.kind, "follow") || strings.Contains(f.kind, "mid-term"):
			if !f.received.IsZero() {
				s.add(reporting.FollowedUp, f, n, f.received, "received")
			}
		case strings.Contains(f.kind, "letter"):
			step := s.add(reporting.Letter, f, max(n-1, 0), cmp.Or(f.received, f.reviewed), f.dated())
			step.NextDue = f.byBody
		default:
			if !f.received.IsZero() {
				s.add(reporting.Received, f, n, f.received, "received")
			}
			if !f.reviewed.IsZero() {
				s.add(reporting.Considered, f, n, f.reviewed, "considered")
			}
			if !f.byBody.IsZero() {
				next = append(next, f)
			}
		}
	}
	for _, f := range next {
		s.set(f)
	}
	return s
}

// dated gives the property by which a paper's date is known.
func (r reportFacts) dated() string {
	for _, p := range []string{"considered", "received", "symbol", "type"} {
		if _, ok := r.facts[p]; ok {
			return p
		}
	}
	return "mechanism"
}

// concluded adds concluding observations with what they ask for.
func (s *reportSteps) concluded(f reportFacts, n int, follow []followUp) {
	if f.reviewed.IsZero() && f.received.IsZero() {
		return
	}
	on := cmp.Or(f.reviewed, f.received)
	if !f.reviewed.IsZero() {
		s.add(reporting.Considered, f, n, f.reviewed, "considered")
	}
	step := s.add(reporting.Concluded, f, n, on, f.dated())
	step.NextDue = f.byBody
	for _, x := range follow {
		if !slices.Contains(step.Paragraphs, x.paragraph) {
			step.Paragraphs = append(step.Paragraphs, x.paragraph)
		}
		if months := monthsBetween(on, x.due); months > step.Months {
			step.Months = months
		}
	}
}

func monthsBetween(a, b chancery.Date) int {
	if a.IsZero() || b.IsZero() || b.Before(a) {
		return 0
	}
	return (b.Year-a.Year)*12 + max(b.Month, 1) - max(a.Month, 1)
}

// set puts a date that the committee set for a report where it was set: into
// the concluding observations of the same paper, or those on the report before.
func (s *reportSteps) set(f reportFacts) {
	number := f.number()
	best := -1
	for i, step := range s.list {
		if step.Kind != reporting.Concluded || !step.NextDue.IsZero() && s.facts[step.Passage].Property == "dueByCommittee" {
			continue
		}
		switch {
		case step.Passage.Document == f.document:
			best = i
		case best < 0 && number > 0 && step.Number == number-1:
			best = i
		}
	}
	due := f.facts["dueByCommittee"]
	due.Passage.Before, due.Passage.After = "", ""
	s.facts[due.Passage] = due
	if best >= 0 {
		s.list[best].NextDue, s.list[best].Passage = f.byBody, due.Passage
		return
	}
	last := 0
	var on chancery.Date
	for _, step := range s.list {
		if step.Kind == reporting.Received || step.Kind == reporting.Considered {
			if step.Number >= last {
				last, on = step.Number, step.Date
			}
		}
	}
	if number > 1 {
		last = number - 1
	}
	if on.IsZero() {
		on = f.byBody.AddYears(-1) // before the date it sets
	}
	s.list = append(s.list, reporting.Step{Kind: reporting.Concluded, Number: last, Date: on, Symbol: f.symbol, NextDue: f.byBody, Passage: due.Passage})
}

// citeDue cites what a due date rests on.
func (p *page) citeDue(d reporting.Due, steps reportSteps) ([]int, error) {
	return p.citePassage(d.Passage, steps)
}

func (p *page) citePassage(at chancery.Passage, steps reportSteps) ([]int, error) {
	f, ok := steps.facts[at]
	if !ok || f.Passage.Document == "" {
		return nil, nil
	}
	n, err := p.cite(f)
	return []int{n}, err
}

// maxLate bounds the States listed as late.
const maxLate = 100

// late lists who else is late, of the States of which reports are recorded.
func (p *page) late(v *ReportingView, state chancery.EntityID, reports reportsOf) error {
	others := slices.DeleteFunc(reports.states(), func(id chancery.EntityID) bool { return id == state })
	if len(others) == 0 {
		return nil
	}
	b, err := p.r.book(p.ctx, p.reader.At)
	if err != nil {
		return err
	}
	tables := map[chancery.EntityID]treaty.Table{}
	for _, m := range reporting.Mechanisms {
		if m.Treaty != "" {
			tables[m.Treaty] = p.seen(b, m.Treaty).on(p.head.Today)
		}
	}
	all := map[string][]reporting.Due{}
	for _, id := range others {
		for _, m := range reporting.Mechanisms {
			if v.Query.Mechanism != "" && v.Query.Mechanism != m.ID {
				continue
			}
			steps := reports.steps(id, m.ID)
			if len(steps.list) == 0 {
				continue
			}
			var since chancery.Date
			if m.Treaty != "" {
				since = tables[m.Treaty].Row(string(id)).Bound
			}
			dues, _ := reporting.Calendar(m, since, steps.list, p.head.Today, reporting.Options{Predictable: v.Query.Predictable})
			all[string(id)] = append(all[string(id)], dues...)
		}
	}
	for _, d := range reporting.Overdue(all) {
		if len(v.Late) == maxLate {
			break
		}
		v.Late = append(v.Late, LateRow{State: p.actor(chancery.EntityID(d.State)), Mechanism: mechanismLabel(d.Mechanism, p.reader.Language), Due: d.Due})
	}
	return nil
}

// Feed gives what one body of the home has to do by a day, for its calendar:
// reports it prepares, measures it answers for, requests put to it, and all that
// is owed to it where the body is a mechanism itself.
func (r *Register) Feed(ctx context.Context, reader Reader, body chancery.EntityID) ([]Moment, error) {
	const op = "register.Feed"
	p, err := r.lawPage(ctx, reader)
	if err != nil {
		return nil, chancery.Wrap(op, chancery.Internal, err)
	}
	out, err := p.feed(body)
	return out, chancery.Wrap(op, chancery.Internal, err)
}

// feeds are the references by which a body has something to do, and the
// property that says by when.
var feeds = []struct{ schema, property, due string }{
	{"Report", "responsible", "dueByCommittee"}, {"Report", "responsible", "dueByLaw"}, {"Measure", "responsible", "due"}, {"Measure", "partner", "due"},
	{"Assignment", "to", "due"}, {"Request", "to", "due"}, {"Undertaking", "by", "due"},
}

func (p *page) feed(body chancery.EntityID) ([]Moment, error) {
	var out []Moment
	for _, f := range feeds {
		links, err := p.referring(f.schema, f.property, []chancery.EntityID{body})
		if err != nil {
			return nil, err
		}
		for _, l := range links {
			due := l.First(f.due)
			if due.Date.IsZero() {
				continue
			}
			m := Moment{Date: due.Date, Property: f.due, Schema: l.Schema, Entity: l.Entity, Caption: l.Caption, Cites: due.Cites}
			if !slices.ContainsFunc(out, func(o Moment) bool { return o.Entity == m.Entity && o.Date == m.Date }) {
				out = append(out, m)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Moment) int { return a.Date.Compare(b.Date) })
	return out, nil
}

// deadlineYears is how far ahead deadlines are looked for.
const deadlineYears = 1

// Deadlines gives the dates that follow from rules, for the first page: reports
// of the home that are owed within a year or late, the last days for notice and
// the expiry of agreements, withdrawals that take effect, the last days to
// object to reservations, steps at home and notes to be answered that are due
// or late. They are sorted by date. The caption of each is
// worded by its code ("code.Report.type.initial").
func (r *Register) Deadlines(ctx context.Context, reader Reader) ([]Moment, error) {
	const op = "register.Deadlines"
	p, err := r.lawPage(ctx, reader)
	if err != nil {
		return nil, chancery.Wrap(op, chancery.Internal, err)
	}
	out, err := p.deadlines()
	for i := range out {
		out[i].Cites = nil // there is no head here for them to count into
	}
	return out, chancery.Wrap(op, chancery.Internal, err)
}

// deadlines gives the same for a page that has a head of its own.
func (p *page) deadlines() ([]Moment, error) {
	on := p.reader.At.On
	p.reader.At.On = chancery.Date{} // the rules see the day for themselves
	defer func() { p.reader.At.On = on }()
	home, err := p.r.Home(p.ctx)
	if err != nil || home == "" {
		return nil, err
	}
	var out []Moment
	until := p.head.Today.AddYears(deadlineYears)
	if authoritySchema(home, "State") == "State" {
		reports, err := p.reports()
		if err != nil {
			return nil, err
		}
		var v ReportingView
		if err := p.calendar(&v, home, reports); err != nil {
			return nil, err
		}
		for _, d := range v.Due {
			if d.On.After(until) || d.Voluntary && d.On.Before(p.head.Today) || !d.Recorded {
				continue // a mechanism of which nothing is recorded is not said to be late
			}
			out = append(out, Moment{Date: d.On, Property: "due", Schema: "Report", Entity: mechanismTreaty(d.Mechanism),
				Caption: Label{Schema: "Report", Property: "type", Code: string(d.Kind), Sub: d.Mechanism, Date: d.On}, Cites: d.Cites})
		}
	}
	agreements, err := p.notices(until)
	if err != nil {
		return nil, err
	}
	out = append(out, agreements...)
	treaties, err := p.treatyDeadlines(home, until)
	if err != nil {
		return nil, err
	}
	out = append(out, treaties...)
	for _, more := range []func(chancery.EntityID, chancery.Date) ([]Moment, error){p.custodyDeadlines, p.unanswered} {
		moments, err := more(home, until)
		if err != nil {
			return nil, err
		}
		out = append(out, moments...)
	}
	slices.SortStableFunc(out, func(a, b Moment) int { return a.Date.Compare(b.Date) })
	return out, nil
}

func mechanismTreaty(id string) chancery.EntityID {
	m, _ := reporting.MechanismNamed(id)
	return m.Treaty
}

// notices gives the last days for notice of the agreements of the register.
func (p *page) notices(until chancery.Date) ([]Moment, error) {
	q := ledger.ItemQuery{Schemas: []string{"Instrument"}, Facets: map[string][]string{"type": {"agreement", "mou"}}, Limit: 1000, At: ledger.At{Known: p.reader.At.Known}, Ceiling: p.below}
	found, err := p.r.store.Items(p.ctx, q)
	if err != nil || len(found.Rows) == 0 {
		return nil, err
	}
	var ids []chancery.EntityID
	for _, i := range found.Rows {
		ids = append(ids, i.Entity)
	}
	facts, err := p.facts(ledger.FactQuery{Entities: ids, Schemas: []string{"Instrument"}})
	if err != nil {
		return nil, err
	}
	grouped := byEntity(facts)
	var out []Moment
	for _, id := range ids {
		own := grouped[id]
		if !slices.ContainsFunc(own, func(f ledger.Fact) bool { return f.Property == "duration" }) {
			continue
		}
		lines, err := p.lines("Instrument", own)
		if err != nil {
			return nil, err
		}
		deeds, err := p.deeds(id)
		if err != nil {
			return nil, err
		}
		a := p.agreement(lines, deeds, nil, p.head.Today)
		if a == nil || !a.State.InForce {
			continue
		}
		caption := p.caption(id, "Instrument", lines)
		if d := a.State.LastNotice; !d.IsZero() && !d.Before(p.head.Today) && !d.After(until) {
			out = append(out, Moment{Date: d, Property: "notice", Schema: "Instrument", Entity: id, Caption: caption, Cites: lineCites(lines, "notice")})
		}
		if d := a.State.Expires; !d.IsZero() && !d.Before(p.head.Today) && !d.After(until) {
			out = append(out, Moment{Date: d, Property: "duration", Schema: "Instrument", Entity: id, Caption: caption, Cites: lineCites(lines, "duration")})
		}
	}
	return out, nil
}

func lineCites(lines []Line, property string) []int { return firstOf(lines, property).Cites }
