package press

import (
	"chancery"
	"chancery/read/draft"
	"slices"
	"strings"
)

// event is something that happened or is to happen between officials or institutions.
type event struct {
	kind         string // Event.type
	date, end    chancery.Date
	dateAt       span
	place        string
	placeAt      span
	planned      bool
	participants []actor
	parties      []actor
	topics       []span
	at           span // of the trigger
	rule         string
	heading      bool
	name         string  // of a gathering: its words, folded; "" where it has no name of its own
	vague        bool    // of a meeting: the other side is told by its sort alone
	apart        bool    // said to be another than the one at hand: "last met"
	fresh        bool    // "a meeting", "another seminar": not one told before
	several      bool    // it goes on for several days
	sentence     int     // where its sentence begins
	paper        *entity // of a signature: the instrument
	out          *draft.Entity
	n            int // sentence's paragraph
}

// events reads the meetings, visits, sessions and ceremonies of a sentence.
func (c *clause) events() {
	defer func() { c.focus = -1 }()
	for n, t := range c.verbs {
		c.focus = t.at
		switch {
		case c.habitual(t):
		case t.noun && c.sitsAside(t) == nil:
			c.eventNoun(n, t)
		case c.sat(t):
		case c.unveiled(t), c.signedSeveral(t):
		case t.tag.value == "meet" && c.fromAfar(t) && !c.negated(t.at):
			c.called(t)
		case t.tag.value == "meet":
			c.met(t)
		case c.welcome(t):
			c.met(trigger{t.at, 1, t.tag, false})
		case t.tag.value == "call":
			c.called(t)
		case t.tag.value == "spoke":
			c.spoke(t)
		case t.tag.value == "visit":
			c.visited(t)
		case t.tag.value == "leave":
			c.left(t)
		case t.tag.value == "celebrate":
			c.celebrated(t)
		case t.tag.value == "open", c.willOpen(t):
			c.opened(t)
		case t.tag.value == "present":
			c.simple(t, "ceremony", ruleCredentials)
		case t.tag.value == "appoint", c.confirmed(t):
			c.appointed(t)
		case t.tag.value == "discuss":
			c.discussed(t)
		case t.tag.value == "attend":
			c.joined(t)
		default:
			c.passing(t)
		}
	}
	c.others()
	c.nominal()
	c.organsHeld()
	c.titledEvents()
}

// titledEvents reads the events whose names have no noun of an event: "took part in
// the Future Investment Initiative", "on the sidelines of COP30".
func (c *clause) titledEvents() {
	for i := c.s.from + 1; i < c.s.to && c.tongue.tag == "en"; i++ {
		if !c.upper(i) {
			continue
		}
		f := c.tokens[i].word.folded
		cop := len(f) <= 5 && strings.HasPrefix(c.tokens[i].word.form, "COP")
		if !cop && !(c.tokens[i].word.in(titles) && c.upper(i-1)) || c.is(i+1, kTitle) || c.upper(i+1) && !cop {
			continue
		}
		lo := i
		for lo > c.s.from && !cop && (c.upper(lo-1) || c.tokens[lo-1].shape == number || c.is(lo-1, kLink) && c.upper(lo-2)) && !c.is(lo-1, kStop) {
			lo--
		}
		at := lo - 1
		for at > c.s.from && (c.is(at, kArticle) || c.is(at, kOrdinal) || c.tokens[at].word.in(rows) || c.tokens[at].shape == number) {
			at--
		}
		if at < c.s.from {
			continue
		}
		tg, _ := c.at(at, kVerb)
		partakes := tg != nil && tg.value == "hold" && c.tokens[at].shape == lower || c.tokens[max(at-1, c.s.from)].word.in(partaking)
		if !partakes && c.tokens[at].word.folded != "at" && !c.is(at, kDuring) && !c.amid(at) {
			continue
		}
		c.focus = at
		t := trigger{lo, i + 1 - lo, &tag{kind: kEvent, value: "conference"}, true}
		if slices.ContainsFunc(c.told, func(f *event) bool { return f.at == c.bytes(lo, i+1) }) {
			continue
		}
		e := c.event("conference", t, ruleGathering)
		e.name = fold(c.say(lo, i+1))
		persons, parties := c.actors(c.part(at))
		e.with(c, persons, parties)
		c.stage.forum = c.put(e)
	}
}

// event begins an event at a trigger with the date and place of its sentence.
func (c *clause) event(kind string, t trigger, rule chancery.Rule) *event {
	e := &event{kind: kind, at: c.bytes(t.at, t.at+t.n), rule: rule.Name, heading: c.s.heading, n: c.s.para, sentence: int(c.tokens[c.s.from].start), several: c.tongue.tag == "en" && c.forDays()}
	if d, ok := c.day(t.at, t.n); ok && !(e.several && d.to < t.at && c.course(d.to, t.at) < t.at) { // "for a three-day visit, during which"
		e.date, e.end, e.dateAt = d.day.from, d.day.to, c.bytes(d.from, d.to)
	}
	c.setWhere(e, t)
	if own, tailed := c.tailOf(t.at); tailed && own.ahead {
		e.planned = true
	} else if at := c.tokenAt(e.dateAt.start); c.yearless(at) && c.tokens[at].word.folded != "this" && c.tokens[max(at-1, c.s.from)].word.folded != "this" && !c.planned(t.at, chancery.Date{}) && c.gone(t) {
		e.date = c.bygone(e.date, c.past(t))
		if !e.end.IsZero() && e.end.Year > e.date.Year {
			e.end = c.bygone(e.end, c.past(t))
		}
	}
	e.planned = e.planned || c.planned(t.at, e.date)
	c.onVisit(e, t)
	if e.date.IsZero() {
		if d, at, ok := c.sceneDay(t, e.planned); ok {
			e.date, e.dateAt = d, at
		}
	}
	if d, at, ok := c.thatDay(); ok {
		e.date, e.end, e.dateAt = d, chancery.Date{}, at
	}
	if d, at, ok := c.dayBefore(t); ok {
		e.date, e.end, e.dateAt = d, chancery.Date{}, at
	}
	if e.planned && !c.tongue.capitals && e.end.IsZero() && c.withoutYear(e.dateAt) && e.date.Before(c.published) {
		if e.date.Precision() == chancery.DayPrecision && e.date.DaysUntil(c.published) < 7 { // "se rendra mardi"
			e.date = e.date.AddDays(7)
		} else {
			e.date.Year++ // "previsto para octubre"
		}
	}
	e.planned = e.planned || c.tongue.tag == "en" && c.onWeekday(e) && c.inPresent(t)
	if at := c.tokenAt(e.dateAt.start); e.planned && e.end.IsZero() && c.tongue.capitals && at > 0 {
		e.date = c.coming(e.date, at, t)
	}
	if e.several && e.end.IsZero() && e.date.Precision() == chancery.DayPrecision {
		c.endsOn(e, t)
	}
	return e
}

// setWhere places an event: in the words of its noun's own tail, after its trigger, before
// it, or in the State where it is said to be.
func (c *clause) setWhere(e *event, t trigger) {
	if own, tailed := c.tailOf(t.at); tailed {
		if place, at, ok := c.place(own.from, own.to); ok {
			e.place, e.placeAt = place, at
			return
		}
	}
	from, to := c.part(t.at)
	if place, at, ok := c.place(t.at, to); ok && !c.pledgedBetween(t.at, c.tokenAt(at.start)) {
		e.place, e.placeAt = place, at
		return
	}
	if place, at, ok := c.place(from, t.at); ok {
		if i := c.tokenAt(at.start); !c.inserts(i, i+1, t.at) && !(c.anew(i, t.at) && c.finiteIn(from, i)) {
			e.place, e.placeAt = place, at
			return
		}
	}
	if c.tongue.tag == "en" {
		e.place, e.placeAt = c.whereabouts(from, to, t.at)
	}
}

// with adds who takes part, and whom they stand for: the body that a candidate is only for
// has a part in its election alone.
func (e *event) with(c *clause, persons, parties []actor) {
	for _, a := range persons {
		e.participants = appendActor(e.participants, a)
	}
	for _, a := range parties {
		if e.kind == "election" || a.who.kind == aState || !c.sought(a.pos) {
			e.parties = appendActor(e.parties, a)
		}
	}
	for _, a := range c.behind(persons) {
		e.parties = appendActor(e.parties, a)
	}
}

// hosts adds the State that an envoy is accredited to where another
// participant stands for nobody else: a "Secretary to the President" is his.
func (e *event) hosts() {
	free := false
	for _, a := range e.participants {
		bodies := 0
		for _, h := range a.who.posts {
			if h.body != nil || slices.ContainsFunc(h.heads, managers.has) { // who directs something directs no State
				bodies++
			}
		}
		free = free || bodies == 0 && len(a.who.posts) > 0
	}
	for _, a := range e.participants {
		for _, h := range a.who.posts {
			if free && h.to != nil && h.to.kind == aState {
				e.parties = appendActor(e.parties, actor{h.to, a.at, a.pos})
			}
		}
	}
}

// managers are the offices of bodies alone, by the words that the cast keeps of a title.
var managers = forms("director rector dean manager directeur directrice recteur rectrice directora rectora директор ректор гендиректор директоры ректоры مدير مديره")

// put adds the event to what the paper tells, or to the event that it tells again.
func (c *clause) put(e *event) *event {
	e.hosts()
	for i := len(c.paper.told) - 1; i >= 0 && i >= len(c.paper.told)-24; i-- {
		if f := c.paper.told[i]; f.again(e) {
			if !e.heading {
				f.absorb(e)
			}
			return f
		}
	}
	if e.heading {
		for _, f := range c.paper.told {
			if f.kind == e.kind && (e.date.IsZero() || f.date.IsZero() || f.date.Overlaps(e.date)) {
				return f
			}
		}
	}
	c.paper.told = append(c.paper.told, e)
	return e
}

// again reports whether e tells of the same event as f.
func (f *event) again(e *event) bool {
	if f.kind != e.kind || !f.date.IsZero() && !e.date.IsZero() && !f.date.Overlaps(e.date) && !f.near(e) {
		return false
	}
	if f.kind == "visit" && f.place != "" && e.place != "" && f.place != e.place && shared(e.parties, f.parties) < 2 {
		return false
	}
	if e.apart && f.date != e.date && !f.heading {
		return false
	}
	if f.vague != e.vague && len(f.participants) != len(e.participants) && !f.heading && (f.date.IsZero() || f.date != e.date) { // "with officials" is not "with the Minister"
		return false
	}
	if f.planned != e.planned && (f.date.IsZero() || e.date.IsZero()) {
		return false
	}
	if p, q := e.paper, f.paper; p != nil && q != nil && (p == q || !p.descr && !q.descr || p.head != nil && q.head != nil && p.head.value != q.head.value) {
		return p == q
	}
	if !oneName(e.name, f.name) || e.fresh && (e.sentence == f.sentence || !f.heading && (f.date.IsZero() || f.date != e.date) && shared(e.participants, f.participants) < 2) {
		return false
	}
	if len(e.participants) == 0 && len(e.parties) == 0 {
		return !e.fresh
	}
	if len(e.participants) > 0 && len(f.participants) > 0 {
		return shared(e.participants, f.participants) >= min(len(e.participants), len(f.participants), 2)
	}
	return shared(e.parties, f.parties) > 0 || len(f.parties)+len(f.participants) == 0 && !e.fresh
}

// oneName reports whether two names can be of one gathering: one says no more
// than the other, or there is none.
func oneName(a, b string) bool {
	return a == "" || b == "" || strings.HasSuffix(a, b) || strings.HasSuffix(b, a)
}

// near reports two dates of a visit or meeting of the same persons that lie a
// few days apart: one trip, told on its way.
func (f *event) near(e *event) bool {
	if f.kind != "visit" && f.kind != "meeting" || f.date.Precision() != chancery.DayPrecision || e.date.Precision() != chancery.DayPrecision {
		return false
	}
	d := f.date.DaysUntil(e.date)
	return d >= -2 && d <= 2 && len(e.participants) > 1 && shared(e.participants, f.participants) >= 2
}

func shared(a, b []actor) int {
	n := 0
	for _, x := range a {
		if slices.ContainsFunc(b, func(y actor) bool { return y.who == x.who }) {
			n++
		}
	}
	return n
}

// absorb adds what e says beyond f.
func (f *event) absorb(e *event) {
	if f.date.Precision() < e.date.Precision() {
		f.date, f.end, f.dateAt = e.date, e.end, e.dateAt
	}
	if f.place == "" {
		f.place, f.placeAt = e.place, e.placeAt
	}
	for _, a := range e.participants {
		f.participants = appendActor(f.participants, a)
	}
	for _, a := range e.parties {
		f.parties = appendActor(f.parties, a)
	}
	f.topics = append(f.topics, e.topics...)
}
