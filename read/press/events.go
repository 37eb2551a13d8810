package press

import (
	"cmp"
	"slices"
	"strings"

	"chancery"
	"chancery/read/draft"
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
		case t.noun:
			c.eventNoun(n, t)
		case c.sat(t):
		case c.unveiled(t), c.signedSeveral(t):
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
		case t.tag.value == "open":
			c.opened(t)
		case t.tag.value == "present":
			c.simple(t, "ceremony", ruleCredentials)
		case t.tag.value == "appoint":
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
		partakes := tg != nil && tg.value == "hold" && c.tokens[at].shape == lower || c.tokens[max(at-1, c.s.from)].word.in(partaking) || c.tokens[at].word.folded == "in" && c.heldBefore(at)
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

// heldBefore reports a verb of taking part that ends with the token given:
// "participated in".
func (c *clause) heldBefore(at int) bool {
	return slices.ContainsFunc(c.verbs, func(u trigger) bool { return !u.noun && u.tag.value == "hold" && u.at+u.n == at+1 })
}

// titles are the last words of names of events that are no nouns of events.
var titles = forms("initiative week days fair festival games expo biennale marathon convention exhibition")

// organsHeld reads the session of an organ that the name of the organ stands for:
// "co-chaired the inaugural Rivers Committee", "the previous Council took place".
func (c *clause) organsHeld() {
	for k := range c.chunks {
		ch := &c.chunks[k]
		if c.tongue.tag != "en" || ch.kind != anOrg || ch.who == nil || ch.head == nil || !organs[ch.head.value] && !c.tokens[ch.to-1].word.in(boards) {
			continue
		}
		first := ch.from
		for first > c.s.from && (c.upper(first-1) && !c.is(first-1, kStop) || c.mark(first-1, "-") || c.mark(first-1, "–")) {
			first--
		}
		later := ch.to+1 < c.s.to && c.setForLater(ch.to) // "the Joint Committee scheduled for November"
		hosted := c.hostedAt(first) >= 0                  // what is hosted is an event
		if !later && !hosted && !c.inRow(trigger{at: first}) {
			continue
		}
		at, row := -1, c.rowFrom(trigger{at: first})
		if (c.is(row, kOrdinal) || c.tokens[row].shape == number) && c.is(row-1, kArticle) && (c.is(row-2, kIn) || c.is(row-2, kDuring) || c.amid(row-2)) { // "at the 77th Assembly"
			at = ch.from
		}
		if later {
			at = ch.from
		}
		for _, u := range c.verbs {
			if !later && !u.noun && u.tag.value == "hold" && u.at-ch.to <= 2 && first-u.at-u.n <= 4 && !(u.at < ch.from && c.finite(u)) {
				at = u.at
				break
			}
		}
		if at < 0 {
			continue
		}
		c.focus = at
		kind := "session"
		if c.tokens[ch.to-1].word.folded == "congress" {
			kind = "conference"
		}
		e := c.event(kind, trigger{ch.from, ch.to - ch.from, &tag{kind: kEvent, value: kind}, true}, ruleGathering)
		e.fresh, e.planned = true, e.planned || later
		persons, _ := c.actors(c.part(at))
		e.with(c, persons, []actor{{ch.who, c.bytes(ch.from, ch.to), ch.from}})
		c.stage.forum = c.put(e)
	}
}

// hostedAt gives the token of a verb of hosting right before a name, or -1.
func (c *clause) hostedAt(first int) int {
	i := first - 1
	if c.is(i, kArticle) {
		i--
	}
	if i >= c.s.from && strings.HasPrefix(c.tokens[i].word.folded, "host") && c.is(i, kVerb) {
		return i
	}
	return -1
}

// boards are the last words of the names of other bodies that sit.
var boards = forms("group board panel council dialogue forum")

// sat reads "the Committee met in Pretoria", "the Commission, last convened in
// 2017" as a session of that organ.
func (c *clause) sat(t trigger) bool {
	if c.tongue.tag != "en" || !c.tokens[t.at].word.in(sitting) || t.n > 1 || c.negated(t.at) && !c.notSince(t) || c.infinitive(t) {
		return false
	}
	if next := t.at + t.n; next < c.s.to && c.tokens[next].shape != mark && !c.is(next, kIn) && c.pastDate(next) == next && !c.tokens[next].word.in(adverbial) {
		return false
	}
	if a := c.whoseOrgan(t.at); a != nil {
		e := c.event("session", t, ruleGathering)
		e.with(c, nil, []actor{*a})
		c.put(e)
		return true
	}
	a := c.nearestBefore(c.beforeApposition(t.at), 6)
	if b := c.stage.body; b != nil && a == nil && c.tokens[c.s.from].word.folded == "it" && t.at-c.s.from < 3 { // "It met for the first time"
		a = &actor{b, c.bytes(c.s.from, c.s.from+1), c.s.from}
	}
	if a == nil || a.who.kind != anOrg || a.who.head == nil || !organs[a.who.head.value] && !c.boardAt(t) || c.crowd(t.at) == "conference" {
		return c.assemble(t)
	}
	if e := c.event("session", t, ruleGathering); c.sinceDay(e, t) || !e.date.IsZero() || e.place != "" {
		e.with(c, nil, []actor{*a})
		c.stage.forum = c.put(e)
	}
	return true
}

// assemble reads the meeting of officials, or of an organ, that a common noun alone
// tells, on a known day: "ministers of the region met in Lima on 3 May", "the joint
// committee meets in June".
func (c *clause) assemble(t trigger) bool {
	kind := c.crowd(t.at)
	if kind == "" || c.s.heading {
		return false
	}
	persons, parties := c.actors(c.part(t.at))
	if len(persons) > 0 && persons[0].pos < t.at || len(parties) > 1 && kind == "meeting" {
		return false
	}
	e := c.event(kind, t, ruleMet)
	if e.date.Precision() < chancery.MonthPrecision {
		return false
	}
	e.fresh = true
	e.with(c, nil, parties)
	c.put(e)
	return true
}

// crowd gives the sort of event that those make whom the subject of a verb at a token
// tells by a common noun: "" where it tells of no officials.
func (c *clause) crowd(at int) string {
	from, _ := c.part(at)
	kind := ""
	for i := max(from, at-2*reach); i < at; i++ {
		w := c.tokens[i].word
		switch {
		case c.finiteAt(i) && !c.is(i, kFuture) && !c.is(i, kPast):
			kind = "" // the subject stands after another verb
		case kind != "" || c.tokens[i].shape != lower && i > c.s.from:
		case w.in(chiefs):
			kind = "conference"
		case w.in(assemblies) || w.in(commissions):
			kind = "session"
		case w.in(officials) || w.in(panels):
			kind = "meeting"
		}
	}
	return kind
}

var (
	chiefs      = forms("leaders heads presidents monarchs")
	commissions = forms("commission commissions committees councils boards parliament cabinet")
	officials   = forms("ministers officials experts delegates delegations negotiators representatives envoys ambassadors diplomats parliamentarians lawmakers deputies governors directors mayors chiefs secretaries commissioners chairpersons")
	panels      = forms("panel group team teams groups panels taskforce")
)

// notSince reports what was last done on a day: "has not met since 2016".
func (c *clause) notSince(t trigger) bool {
	next := t.at + t.n
	return next+1 < c.s.to && c.tokens[next].word.folded == "since" && c.pastDate(next+1) > next+1
}

// sinceDay dates an event by the day since which there was none.
func (c *clause) sinceDay(e *event, t trigger) bool {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aDate && ch.from == t.at+t.n+1 && c.notSince(t) && c.negated(t.at) {
			e.date, e.dateAt = ch.day.from, c.bytes(ch.from, ch.to)
			return true
		}
	}
	return false
}

// whoseOrgan gives the body of which an organ without a name sits: "the
// Association, whose general assembly met in June".
func (c *clause) whoseOrgan(at int) *actor {
	i := c.beforeAux(at)
	if !c.tokens[max(i, c.s.from)].word.in(assemblies) {
		return nil
	}
	for n := 0; n < 4 && i > c.s.from && c.tokens[i].shape == lower && c.tokens[i].word.folded != "whose"; n++ {
		i--
	}
	if c.tokens[max(i, c.s.from)].word.folded != "whose" {
		return nil
	}
	if c.mark(i-1, ",") {
		i--
	}
	if a := c.nearestBefore(i, 2); a != nil && a.who.kind == anOrg {
		return a
	}
	return nil
}

// assemblies are the organs that a body may have and that sit.
var assemblies = forms("assembly council board committee congress conference bureau plenary presidium")

// boardAt reports a board, bureau or cabinet as the subject of a verb.
func (c *clause) boardAt(t trigger) bool {
	for i := t.at - 1; i >= max(c.s.from, t.at-5); i-- {
		switch c.tokens[i].word.folded {
		case "board", "bureau", "cabinet", "presidium", "panel", "chamber":
			return c.upper(i)
		}
	}
	return false
}

// pastDate gives the token after the date that begins at one, or that one.
func (c *clause) pastDate(i int) int {
	_, to := c.dateAt(i)
	return to
}

// beforeApposition gives where the subject of a verb at a token ends: what
// stands between commas before its auxiliaries is passed over.
func (c *clause) beforeApposition(at int) int {
	i := at - 1
	for i > c.s.from && (c.is(i, kPast) || c.is(i, kFuture) || c.tokens[i].shape == lower && !c.inName(i)) && at-i < 6 {
		i--
	}
	if !c.mark(i, ",") || !c.finiteIn(i+1, at) {
		return at
	}
	for j := i - 1; j > max(c.s.from, i-20); j-- {
		if c.mark(j, ",") {
			return j
		}
	}
	return at
}

// sitting are the verbs by which an organ holds a session.
var sitting = forms("met meet meets meeting gather gathers gathering convened convene convenes gathered sat sits reconvened assembled")

// adverbial are the words that may follow such a verb without an object.
var adverbial = forms("since on for from to under again before after behind during earlier here this last next virtually online today yesterday regularly twice briefly late")

// others reads the events of a row that a word for its place in the row alone
// names: "the first took place in May", "next year's edition will be held in Lima".
func (c *clause) others() {
	for i := c.s.from + 1; i < c.s.to-2 && (c.tongue.tag == "en" || c.romance()); i++ {
		j := c.inRowAlone(i)
		if j == 0 || !c.comesOff(j) {
			continue
		}
		if f := c.rowBefore(i); f != nil {
			t := trigger{i, j - i, &tag{kind: kEvent, value: f.kind}, true}
			e := c.event(f.kind, t, ruleGathering)
			e.fresh = true
			if !e.planned && c.toCome(t) {
				e.planned, e.date = true, c.coming(e.date, c.tokenAt(e.dateAt.start), t)
			}
			if !e.date.IsZero() {
				e.parties = append(e.parties, f.parties...)
				c.put(e)
			}
		}
	}
}

// inRowAlone gives the end of words at a token that name an event by its place in a
// row, without the noun: "the first", "the next one", "last year's edition"; or 0.
func (c *clause) inRowAlone(i int) int {
	if c.tokens[i].shape != lower {
		return 0
	}
	w := c.tokens[i].word
	if w.in(editions) {
		if c.possessive(i-1) || c.is(i-1, kArticle) && w.folded == "edition" {
			return i + 1
		}
		return 0
	}
	if !c.is(i, kOrdinal) && !w.in(rows) || !c.is(i-1, kArticle) {
		return 0
	}
	j := i + 1
	if c.tokens[j].word.in(editions) {
		j++
	} else if c.tokens[j].word.folded == "of" && c.tokens[j+1].word.folded == "which" {
		j += 2
	}
	return j
}

// editions are the words that stand for the noun of an event of a row.
var editions = forms("one edition instalment installment")

// comesOff reports, at a token after an event, that it is held, is to be, or was
// somewhere: "took place", "is to be held", "was in Lima", ", in Lima in May, failed".
func (c *clause) comesOff(j int) bool {
	if c.mark(j, ",") && c.is(j+1, kIn) {
		for k := j + 1; k < min(c.s.to, j+reach); k++ {
			if c.mark(k, ",") {
				return c.dayOnlyIn(j, k) && c.finiteIn(k, min(c.s.to, k+4))
			}
		}
		return false
	}
	be := false
	for j < c.s.to-1 && (c.is(j, kPast) || c.tokens[j].word.folded == "to" || c.tokens[j].word.in(adverbs)) && !c.is(j, kVerb) {
		be = be || c.is(j, kPast)
		j++
	}
	if c.is(j, kFuture) && c.tokens[j].shape == lower || be && (c.is(j, kIn) || c.pastDate(j) > j || c.tokens[j].word.in(ahead)) {
		return true
	}
	tg, _ := c.at(j, kVerb)
	return tg != nil && tg.value == "hold"
}

// rowBefore gives an event of the sort that was last named before a token.
func (c *clause) rowBefore(at int) *event {
	for n := len(c.verbs) - 1; n >= 0; n-- {
		if u := c.verbs[n]; u.noun && u.at < at && gatherings[u.tag.value] {
			return &event{kind: u.tag.value}
		}
	}
	for n := len(c.told) - 1; n >= max(0, len(c.told)-4); n-- {
		if f := c.told[n]; gatherings[f.kind] && f.n+2 >= c.s.para {
			return f
		}
	}
	return nil
}

var gatherings = map[string]bool{"meeting": true, "session": true, "conference": true, "training": true}

// habitual reports what is said to happen again and again and so is no event:
// "a committee that meets twice a year", "holds annual consultations".
func (c *clause) habitual(t trigger) bool {
	if !c.tongue.capitals || c.past(t) {
		return false
	}
	for i := t.at + t.n; i < min(c.s.to, t.at+t.n+7) && c.tokens[i].shape != mark; i++ {
		switch c.tokens[i].word.folded {
		case "annually", "yearly", "quarterly", "monthly", "weekly", "biannually", "biennially", "regularly", "every":
			return !c.is(i+1, kEvent) // "to attend the quarterly meeting"
		case "a", "per", "each":
			switch c.tokens[min(i+1, c.s.to-1)].word.folded {
			case "year", "quarter", "month", "week":
				return c.often(i)
			}
		}
	}
	return false
}

// past reports a verb that tells what was done once.
func (c *clause) past(t trigger) bool {
	f := c.tokens[t.at].word.folded
	return !t.noun && (f == "met" || f == "held" || strings.HasSuffix(f, "ed"))
}

// often reports whether "once", "twice" or "four times" stands before token i.
func (c *clause) often(i int) bool {
	switch c.tokens[i-1].word.folded {
	case "once", "twice", "times":
		return true
	}
	return c.tokens[i].word.folded != "a"
}

// event begins an event at a trigger with the date and place of its sentence.
func (c *clause) event(kind string, t trigger, rule chancery.Rule) *event {
	e := &event{kind: kind, at: c.bytes(t.at, t.at+t.n), rule: rule.Name, heading: c.s.heading, n: c.s.para, sentence: int(c.tokens[c.s.from].start), several: c.tongue.tag == "en" && c.forDays()}
	if d, ok := c.day(t.at, t.n); ok && !(e.several && d.to < t.at && c.course(d.to, t.at) < t.at) { // "for a three-day visit, during which"
		e.date, e.end, e.dateAt = d.day.from, d.day.to, c.bytes(d.from, d.to)
	}
	from, to := c.part(t.at)
	own, tailed := c.tailOf(t.at)
	if tailed {
		if place, at, ok := c.place(own.from, own.to); ok {
			e.place, e.placeAt = place, at
		}
	}
	if e.place != "" {
	} else if place, at, ok := c.place(t.at, to); ok {
		e.place, e.placeAt = place, at
	} else if place, at, ok := c.place(from, t.at); ok && !c.inserts(c.tokenAt(at.start), c.tokenAt(at.start)+1, t.at) {
		e.place, e.placeAt = place, at
	}
	if e.place == "" && c.tongue.tag == "en" {
		e.place, e.placeAt = c.whereabouts(from, to, t.at)
	}
	if tailed && own.ahead {
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

// onWeekday reports an event dated by the name of a day of the week alone.
func (c *clause) onWeekday(e *event) bool {
	at := c.tokenAt(e.dateAt.start)
	return at > 0 && c.pastDate(at) == at+1 && c.tokens[at].shape == capital && strings.HasSuffix(c.tokens[at].word.folded, "day")
}

// inPresent reports an event whose verb stands in the present, which of a day puts it
// ahead: "she presents her credentials on Thursday".
func (c *clause) inPresent(t trigger) bool {
	from, _ := c.part(t.at)
	v := t.at
	for t.noun && v > max(from, t.at-reach) && !c.is(v, kVerb) {
		v--
	}
	f := c.tokens[v].word.folded
	return !c.s.heading && c.is(v, kVerb) && c.tokens[v].shape == lower && !c.inName(v) && strings.HasSuffix(f, "s") && c.tokens[v].word.senses&isVerb != 0 && !c.is(v, kEvent)
}

// endsOn dates the beginning of what is said to have ended on a day: "ended a
// three-day visit on 18 April".
func (c *clause) endsOn(e *event, t trigger) {
	days, over := 0, t.at+t.n < c.s.to && c.tokens[t.at+t.n].word.in(finishing)
	for i := t.at - 1; i >= max(c.s.from, t.at-4); i-- {
		if n, ok := strings.CutSuffix(c.tokens[i].word.folded, "-day"); ok {
			days = slices.Index(daysLong, n) + 1
		}
		over = over || c.tokens[i].word.in(finishing)
	}
	if over && days > 0 {
		e.date, e.end = e.date.AddDays(1-days), e.date
	}
}

// daysLong are the words that say how many days something lasts.
var daysLong = []string{"one", "two", "three", "four", "five", "six", "seven"}

// finishing are the verbs of what comes to its end.
var finishing = forms("ended end ends ending concluded concludes concluding closed closes wrapped finished completed")

// whereabouts gives the State in which something is said to be held, or the city
// that a guest is welcomed to.
func (c *clause) whereabouts(from, to, trigger int) (string, span) {
	for i := from + 1; i < to-1; i++ {
		tg, _ := c.at(i-1, kVerb)
		if f := c.tokens[i-1].word.folded; c.tokens[i].word.folded == "in" && (tg != nil && (tg.value == "hold" || tg.value == "meet") || f == "place") {
			if place, at, ok := c.goal(i + 1); ok && !c.inserts(i, i+2, trigger) {
				return place, at
			}
		}
		if f := c.tokens[i-1].word.folded; f == "welcomed" || f == "welcomes" {
			for j := i; j < min(to-1, i+16); j++ {
				if place, at, ok := c.goal(j + 1); ok && c.tokens[j].word.folded == "to" {
					return place, at
				}
			}
		}
	}
	return "", span{}
}

// goal gives the city or State, or the words written as a name, at a token
// after "to" or "in".
func (c *clause) goal(i int) (string, span, bool) {
	if c.is(i, kArticle) {
		i++
	}
	if _, n := c.at(i, kCity); n > 0 && c.upper(i) {
		return c.city(i, n), c.bytes(i, i+n), true
	}
	if h := c.hit(i); h != nil && h.state() && !h.adjective && !c.possessive(i+h.n) {
		return c.say(i, i+h.n), c.bytes(i, i+h.n), true
	}
	return "", span{}, false
}

// bound gives where a visit that a noun tells of goes to: "the visit of the
// President to Lima".
func (c *clause) bound(t trigger) (string, span, bool) {
	for i := t.at + t.n; i < min(c.s.to-1, t.at+t.n+14) && c.tongue.tag == "en" && c.tokens[i].shape != mark; i++ {
		if c.tokens[i].word.folded == "to" {
			return c.goal(i + 1)
		}
		if c.finiteAt(i) {
			break
		}
	}
	return "", span{}, false
}

// onVisit dates and places what happened in the course of a visit told in the
// same sentence: "paid a visit to Riga on 3 May, where she met".
func (c *clause) onVisit(e *event, t trigger) {
	if c.tongue.tag != "en" || len(c.told) == 0 {
		return
	}
	v := c.told[len(c.told)-1]
	if v.kind != "visit" || v.sentence != e.sentence {
		return
	}
	if v.planned && v.dateAt == e.dateAt { // "flies to Lima on Thursday to attend"
		e.date, e.planned = v.date, true
	}
	at := c.tokenAt(v.at.start)
	i := c.course(at, t.at)
	if at == 0 || i >= t.at {
		return
	}
	if e.place == "" {
		e.place, e.placeAt = v.place, v.placeAt
	}
	if v.planned {
		e.planned = true
	}
	if e.date.IsZero() && !v.planned && v.onDay() && !c.dayOnlyIn(i, c.s.to) && !c.ofDays(at) {
		e.date, e.dateAt = v.date, v.dateAt
	}
}

// ofDays reports "a two-day" before the noun of a visit at a token.
func (c *clause) ofDays(at int) bool {
	for i := at - 1; i >= max(c.s.from, at-4); i-- {
		if f := c.tokens[i].word.folded; strings.HasSuffix(f, "-day") && f != "one-day" || f == "-" && c.tokens[i+1].word.folded == "day" {
			return true
		}
	}
	return false
}

// course gives the first token from one on that opens what happened in the
// course of what is told: "where", "during which"; or to.
func (c *clause) course(from, to int) int {
	for i := from; i < to && c.tongue.tag == "en"; i++ {
		if f := c.tokens[i].word.folded; f == "where" || f == "when" || f == "which" && c.is(i-1, kDuring) {
			return i
		}
	}
	return to
}

// dayOnlyIn reports whether a date that is told of something stands between two tokens.
func (c *clause) dayOnlyIn(from, to int) bool {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aDate && ch.from >= from && ch.from < to && !ch.day.from.IsZero() && !c.owned(ch) {
			return true
		}
	}
	return false
}

// tokenAt gives the token of the sentence that begins at a byte, or 0.
func (c *clause) tokenAt(at int) int {
	for i := c.s.from; i < c.s.to && at > 0; i++ {
		if int(c.tokens[i].start) == at {
			return i
		}
	}
	return 0
}

// coming gives the day of something planned: "will be received on Wednesday",
// said on a Thursday, is the next Wednesday. Somebody's words of before, "wrote
// that X will arrive on Sunday", may be of a day gone by.
func (c *clause) coming(d chancery.Date, at int, t trigger) chancery.Date {
	if slices.ContainsFunc(c.verbs, func(u trigger) bool { return !u.noun && u.tag.value == "say" && u.at < t.at }) {
		return d
	}
	over := lastMonths[c.tokens[at].word.folded]
	if !c.published.IsZero() && (c.yearless(at) && d.Highest().DaysUntil(c.published) > 30 || over > 0 && c.pastDate(at) == at+1 && c.published.Month > over) { // "is set for 14 November", "in the spring"
		d.Year++
		return d
	}
	if c.published.IsZero() || d.Precision() != chancery.DayPrecision || !d.Before(c.published) || d.DaysUntil(c.published) >= 7 {
		return d
	}
	if c.tokens[at].shape == number || c.tokens[min(at+1, c.s.to-1)].shape == number || !strings.HasSuffix(c.tokens[at].word.folded, "day") {
		return d
	}
	return d.AddDays(7)
}

// lastMonths are the months in which the seasons end.
var lastMonths = map[string]int{"winter": 3, "spring": 6, "summer": 9, "autumn": 12, "fall": 12}

// yearless reports a date, beginning at a token, that names a month and no year.
func (c *clause) yearless(at int) bool {
	month := false
	for i, end := at, c.pastDate(at); i < end; i++ {
		if len(c.tokens[i].word.form) == 4 && c.tokens[i].shape == number || c.tokens[i].word.folded == "year" {
			return false
		}
		month = month || c.tokens[i].shape == capital && !strings.HasSuffix(c.tokens[i].word.folded, "day")
	}
	return month && c.tongue.tag == "en"
}

// gone reports a sentence that tells what has been: its verb is in the past.
func (c *clause) gone(t trigger) bool {
	from, to := c.part(t.at)
	for i := from; i < to; i++ {
		switch f := c.tokens[i].word.folded; {
		case c.tokens[i].word.in(pasts) && c.tokens[i].shape == lower:
			return true
		case c.is(i, kVerb) && c.tokens[i].shape == lower && strings.HasSuffix(f, "ed"):
			return true
		}
	}
	return false
}

// pasts are forms of verbs that tell of the past and of nothing else.
var pasts = forms("cut laid broke flew wrote chose sought threw spent lost heard dealt built taught fought bought meant kept grew rose fell was were took held met came went began saw made gave had did led brought spoke told said left paid became ran drew stood sat sent won")

// bygone gives the day or month of the year before where the one nearest to
// the paper is still to come: "was renewed in January", said in July. Where the
// verb itself says that it was done, a few days ahead are enough.
func (c *clause) bygone(d chancery.Date, done bool) chancery.Date {
	ahead := 45
	if done {
		ahead = 3
	}
	if !c.published.IsZero() && c.published.DaysUntil(d.Lowest()) > ahead {
		d.Year--
	}
	return d
}

// with adds who takes part, and whom they stand for.
func (e *event) with(c *clause, persons, parties []actor) {
	for _, a := range persons {
		e.participants = appendActor(e.participants, a)
	}
	for _, a := range parties {
		e.parties = appendActor(e.parties, a)
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
			if h.body != nil {
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

// met reads "X met with Y", "X and Y held talks", and reports whether they did.
func (c *clause) met(t trigger) bool {
	if c.appeal(t) || c.adopted(t) {
		return false
	}
	if c.tongue.tag == "en" && c.tokens[t.at].word.folded == "hosted" && c.is(t.at+t.n, kBy) && !c.finite(t) { // "the meeting, hosted by"
		return false
	}
	if c.hosts(t) && c.handsPapers(t) || c.tongue.tag == "en" && c.tokens[t.at].word.folded == "met" && c.passive(t) && !c.is(t.at+t.n, kBy) { // "will be met from the budget"
		return false
	}
	before, sBefore := c.actors(c.s.from, t.at)
	talk := false
	for _, u := range c.verbs {
		talk = talk || u.at == t.at && u.tag.value == "discuss"
	}
	if talk && len(before)+len(sBefore) < 2 && !c.withNear(t) {
		return false
	}
	if talk && c.byCall() {
		c.called(t)
		return true
	}
	if c.infinitive(t) {
		return false
	}
	if m := c.stage.meeting; talk && m != nil && m.kind == "call" && m.n+1 >= c.s.para && c.tongue.tag == "en" && shared(before, m.participants) > 1 {
		c.discussed(t) // what they spoke of by telephone
		return true
	}
	from := t.at + t.n
	end := c.until(t)
	if i := c.turn(from, end); i > 0 {
		end = i
	}
	if talk { // what is talked about is no side
		for tg, _ := c.at(from, kWith); from < c.s.to && (tg == nil || tg.value != ""); tg, _ = c.at(from, kWith) {
			from++
		}
	}
	after, sAfter := c.actors(from, c.margin(from, end))
	if i := c.sidelines(from-1, end); i < end && len(after) == 0 { // "met on the fringes of the Assembly"
		_, sAfter = c.actors(from, i)
	}
	if c.negated(t.at) {
		return false
	}
	if with := c.sharedWith(t); with > 0 && len(after)+len(sAfter) == 0 {
		after, sAfter = c.actors(with, c.s.to)
	}
	if who := c.whom(t); who != nil && len(after) == 0 {
		after = []actor{*who}
	}
	if first := c.coordinated(t); first >= 0 { // "met A and received B": the subject is that of the first verb
		before, sBefore = c.actors(c.s.from, first)
	}
	if who := c.himself(t); who != nil {
		before, sBefore = []actor{*who}, nil
	}
	if len(before)+len(sBefore) == 0 {
		s := c.subjectOf(t.at)
		if m := c.stage.meeting; c.tongue.tag == "en" && c.sideBefore(t.at) && (len(s) < 2 || m != nil && len(m.participants) > 1) {
			s = nil // "the ministers" are more than one, and those of the meeting at hand
		}
		if len(s) > 0 && s[0].who.kind == aPerson {
			before = s
		} else if len(s) == 1 && c.tongue.tag == "en" && len(after) > 0 {
			sBefore = s
		}
	}
	if two := c.stage.two; c.stage.meeting == nil && len(two) > 1 && len(before)+len(after)+len(sBefore)+len(sAfter) == 0 && c.sideBefore(t.at) {
		before = c.pairOf(c.bytes(t.at, t.at+t.n), t.at)
	}
	if m := c.stage.meeting; m != nil && len(before)+len(after)+len(sBefore)+len(sAfter) == 0 && (c.planned(t.at, chancery.Date{}) || c.another(t)) {
		e := c.event("meeting", t, ruleMet) // "they will meet again"
		e.apart = c.tongue.tag == "en" && !e.planned && (c.tokens[max(t.at-1, c.s.from)].word.in(onceBefore) || c.longAgo(e.date))
		e.with(c, m.participants, m.parties)
		c.put(e)
		return true
	}
	sides := len(before) + len(after)
	if sides == 0 && !c.guest(from, end) || sides == 1 && len(sBefore)+len(sAfter) == 0 && !c.withOfficials(t) {
		if n := len(sBefore) + len(sAfter); n < 2 && !(sides == 1 && (c.hosts(t) && c.guests(t) || len(after) == 1 && c.visitor(c.beforeAux(t.at)))) && !c.alone(t, sides+n) && !(n == 1 && c.tongue.tag == "en" && len(sBefore) == 1 && c.is(t.at+t.n, kArticle) && c.withOfficials(t)) {
			c.d.Nearly(ruleMet.Name, int(c.tokens[t.at].start), int(c.tokens[t.at+t.n-1].end), "only one side is named")
			return false
		}
	}
	if v := c.arrival(t, before, after); v != nil {
		v.with(c, append(before, after...), nil)
		return true
	}
	if c.hosts(t) && len(after) == 0 && !c.guest(from, end) && !c.guests(t) { // "is hosted by", "received a letter"
		return false
	}
	if all := append(slices.Clone(before), after...); c.tongue.tag == "en" {
		if sides := c.severally(t, all); len(sides) > 1 {
			for _, two := range sides {
				e := c.event("meeting", t, ruleMet)
				e.at, e.apart = two[1].at, true
				e.with(c, two, nil)
				c.stage.meeting = c.put(e)
			}
			return true
		}
	}
	e := c.event("meeting", t, ruleMet)
	e.vague = sides == 1 && c.tongue.tag == "en" && c.withOfficials(t)
	e.with(c, append(before, after...), append(sBefore, sAfter...))
	c.keepMeeting(c.put(e))
	return true
}

// sidelines gives where "on the sidelines of" or "during" begins between two
// tokens, or the latter.
func (c *clause) sidelines(from, to int) int {
	for i := from; i < to && c.tongue.tag == "en"; i++ {
		if tg, _ := c.at(i, kDuring); tg != nil && tg.value == "" {
			return i
		}
	}
	return to
}

// arrival gives the visit at whose beginning somebody was met at an airport.
func (c *clause) arrival(t trigger, before, after []actor) *event {
	airport := false
	for i := t.at; i < min(c.s.to, t.at+20) && c.hosts(t) && c.tongue.tag == "en"; i++ {
		airport = airport || c.tokens[i].word.folded == "airport"
	}
	for n := len(c.told) - 1; airport && n >= max(0, len(c.told)-antecedents); n-- {
		if v := c.told[n]; v.kind == "visit" && (shared(before, v.participants) > 0 || shared(after, v.participants) > 0) {
			return v
		}
	}
	return nil
}

// whom gives the person whom "whom" before a verb stands for.
func (c *clause) whom(t trigger) *actor {
	for i := t.at - 1; i > max(c.s.from, t.at-8) && c.tongue.tag == "en"; i-- {
		if c.tokens[i].word.folded == "whom" {
			if persons, _ := c.actors(i-6, i); len(persons) > 0 {
				return &persons[len(persons)-1]
			}
			return nil
		}
	}
	return nil
}

// guest reports somebody whom only his post tells, between two tokens: "received
// the Ambassador of Malta".
func (c *clause) guest(from, to int) bool {
	return slices.ContainsFunc(c.chunks, func(ch chunk) bool {
		return ch.from >= from && ch.from < min(to, from+4) && ch.who == nil && c.unheld(&ch)
	})
}

// guests reports persons whom only a common noun in the plural tells as the object of
// a verb: "received representatives of business".
func (c *clause) guests(t trigger) bool {
	for i := t.at + t.n; i < min(c.s.to, t.at+t.n+5) && c.tongue.tag == "en" && c.tokens[i].shape == lower; i++ {
		if c.is(i, kIn) || c.is(i, kBy) || c.is(i, kLink) || c.is(i, kWith) {
			return false
		}
		if f := c.tokens[i].word.folded; f == "delegation" || strings.HasSuffix(f, "s") && c.tokens[i].word.senses&isPersonal != 0 {
			return true
		}
	}
	return false
}

// adopted reports, outside English, a "received" that is said of an instrument:
// "Устав был принят".
func (c *clause) adopted(t trigger) bool {
	return !c.tongue.capitals && slices.ContainsFunc(c.verbs, func(u trigger) bool {
		return u.at == t.at && u.tag.value == "adopt" && c.instrumentOf(u) >= 0
	})
}

// appeal reports a "call on" States or bodies to do something, which is no visit
// to a person.
func (c *clause) appeal(t trigger) bool {
	if f := c.tokens[t.at].word.folded; c.tongue.tag != "en" || f != "call" && f != "calls" && f != "called" {
		return false
	}
	persons, _ := c.actors(t.at+t.n, min(c.s.to, t.at+t.n+8))
	return len(persons) == 0
}

// welcome reports a guest welcomed to a place: "welcomed the Deputy President
// of Kenya, Mr X, to Lima". What is only praised is no guest.
func (c *clause) welcome(t trigger) bool {
	if f := c.tokens[t.at].word.folded; !c.tongue.capitals || f != "welcomed" && f != "welcomes" {
		return false
	}
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.from <= t.at || ch.who == nil || ch.who.kind != aPerson {
			continue
		}
		if ch.from > t.at+3 || c.possessive(ch.to) {
			return false
		}
		for i := ch.to; i < min(c.s.to, ch.to+16); i++ {
			if c.is(i, kVerb) || c.mark(i, ";") {
				return false
			}
			if c.is(i, kTo) && (c.is(i+1, kCity) || c.is(i+1, kArticle) && c.is(i+2, kPlace) || c.upper(i+1) && c.tokens[i].word.folded == "to" && !c.is(i+1, kTitle)) {
				return true
			}
		}
		return false
	}
	return false
}

// another reports a meeting of the same sides on a day of its own: "they last
// met in Vienna in March 2023".
func (c *clause) another(t trigger) bool {
	d, ok := c.day(t.at, t.n)
	m := c.stage.meeting
	return c.tongue.tag == "en" && ok && c.sideBefore(t.at) && (m.date.IsZero() || !d.day.from.Overlaps(m.date))
}

// onceBefore are the adverbs that put a meeting before the one at hand.
var onceBefore = forms("last previously earlier first")

// sideBefore reports "the two", "they" or "the ministers" before a token: those
// of the meeting at hand.
func (c *clause) sideBefore(at int) bool {
	return slices.ContainsFunc(c.chunks, func(ch chunk) bool { return ch.kind == aSide && ch.to <= at && at-ch.to < 5 })
}

// sharedWith gives the "with" that two verbs share, "held talks and signed an
// agreement with X", or 0.
func (c *clause) sharedWith(t trigger) int {
	if !c.tongue.capitals || !c.is(t.at+t.n, kAnd) {
		return 0
	}
	for _, u := range c.verbs {
		if u.noun || u.at != t.at+t.n+1 {
			continue
		}
		for i := u.at + u.n; i < c.s.to && c.tokens[i].shape != mark; i++ {
			if tg, _ := c.at(i, kWith); tg != nil && tg.value == "" {
				return i
			}
		}
	}
	return 0
}

// byCall reports talk by telephone: "discussed trade in a phone call".
func (c *clause) byCall() bool {
	return slices.ContainsFunc(c.verbs, func(t trigger) bool {
		if !t.noun || t.tag.value != "call" || !c.tongue.capitals {
			return false
		}
		i := t.at - 1
		for i > c.s.from && (c.is(i, kArticle) || c.is(i, kAdjective)) {
			i--
		}
		return c.is(i, kIn) || c.is(i, kDuring)
	})
}

// infinitive reports a verb that is only wished, asked or offered: "invited him
// to visit", where nothing says that it will be.
func (c *clause) infinitive(t trigger) bool {
	return c.tongue.tag == "en" && t.at > c.s.from && c.tokens[t.at-1].word.folded == "to" && (!c.planned(t.at, chancery.Date{}) && !c.purpose(t) || c.invited(t.at))
}

// purpose reports what somebody travels or has a chance to do: "arrived in Lima to
// meet", "took the opportunity to hold".
func (c *clause) purpose(t trigger) bool {
	from, _ := c.part(t.at)
	for i := t.at - 2; i >= max(from, t.at-12) && !c.finiteAt(i); i-- {
		if f := c.tokens[i].word.folded; f == "opportunity" || f == "advantage" {
			return true
		}
	}
	return slices.ContainsFunc(c.verbs, func(u trigger) bool {
		return !u.noun && (u.tag.value == "visit" || u.tag.value == "leave") && u.at >= from && u.at < t.at && !c.finiteIn(u.at+u.n, t.at-1)
	})
}

// invited reports an invitation before an infinitive: "conveyed an invitation to
// visit".
func (c *clause) invited(at int) bool {
	for i := at - 1; i >= max(c.s.from, at-8); i-- {
		if strings.HasPrefix(c.tokens[i].word.folded, "invit") {
			return !c.accepted(i)
		}
	}
	return false
}

// accepted reports that an invitation at a token was accepted.
func (c *clause) accepted(at int) bool {
	for i := at - 1; i >= max(c.s.from, at-4); i-- {
		if strings.HasPrefix(c.tokens[i].word.folded, "accept") {
			return true
		}
	}
	return false
}

// coordinated gives the token of the first of the verbs that "and" joins this one
// to, or -1.
func (c *clause) coordinated(t trigger) int {
	if c.tongue.verbFirst || c.tongue.verbLast || !c.is(c.beforeAux(t.at), kAnd) {
		return -1
	}
	if c.tongue.tag == "en" {
		return c.firstJoined(t.at)
	}
	for _, u := range c.verbs {
		if !u.noun && u.at < t.at-1 && (u.tag.value == "meet" || u.tag.value == "visit" || u.tag.value == "sign" || u.tag.value == "call") {
			return u.at
		}
	}
	return -1
}

// firstJoined gives the first verb of a row of verbs with one subject that ends at
// a token: "addressed the session, toured the port and met B"; or -1.
func (c *clause) firstJoined(at int) int {
	from, _ := c.part(at)
	first := -1
	for at > from {
		i := c.beforeAux(at)
		if !c.is(i, kAnd) && !(first >= 0 && c.mark(i, ",")) {
			break
		}
		for i--; i > from && !c.deed(i); i-- {
		}
		if i <= from || !c.deed(i) {
			break
		}
		first, at = i, i
	}
	return first
}

// deed reports a finite verb that tells what somebody did.
func (c *clause) deed(i int) bool {
	t := &c.tokens[i]
	if t.shape != lower || c.inName(i) {
		return false
	}
	if c.is(i, kVerb) {
		return c.finiteAt(i) || c.is(i-1, kFuture)
	}
	return strings.HasSuffix(t.word.folded, "ed") && !c.is(i-1, kArticle) && !c.mark(i-1, ",") && !c.is(i, kAdjective)
}

// himself gives the person whom "he" or "she" right before a verb, or before the
// first of those joined to it, stands for, whoever else is named before.
func (c *clause) himself(t trigger) *actor {
	at := t.at
	if first := c.coordinated(t); first >= 0 {
		at = first
	}
	i := c.beforeAux(at)
	f := c.tokens[max(i, c.s.from)].word.folded
	if c.tongue.tag != "en" || f != "he" && f != "she" {
		return nil
	}
	who := c.stage.subject
	for k := range c.chunks { // who the sentence itself is about
		if a := c.actorAt(k); a != nil && a.pos < i && a.who.kind == aPerson {
			if !c.finiteIn(c.s.from, a.pos) && !c.is(c.s.from, kIn) && !c.is(c.s.from, kDuring) && c.finiteIn(a.pos, i) {
				who = a.who
			}
			break
		}
	}
	if who == nil || who.kind != aPerson {
		return nil
	}
	return &actor{who, c.bytes(i, i+1), i}
}

// beforeAux gives the token before a verb and its auxiliaries: the "and" of "and
// was received by".
func (c *clause) beforeAux(at int) int {
	i := at - 1
	for i > c.s.from && (c.is(i, kPast) || c.tokens[i].word.in(adverbs) || c.tongue.tag == "en" && (c.is(i, kFuture) && c.tokens[i].shape == lower || c.tokens[i].word.folded == "to" && c.planned(at, chancery.Date{}))) {
		i--
	}
	return i
}

// hosts reports a verb whose object must be a person for it to be a meeting.
func (c *clause) hosts(t trigger) bool {
	switch c.tokens[t.at].word.folded {
	case "hosted", "hosts", "received", "receives", "receive", "welcomed":
		return true
	}
	return false
}

// withNear reports whether "with" stands shortly after a verb of discussing.
func (c *clause) withNear(t trigger) bool {
	for i := t.at; i < min(c.s.to, t.at+t.n+12); i++ {
		if tg, _ := c.at(i, kWith); tg != nil && tg.value == "" {
			return true
		}
	}
	return false
}

// withOfficials reports whether the other side is named by its sort alone:
// "met with government officials".
func (c *clause) withOfficials(t trigger) bool {
	for i := t.at + t.n; i < min(c.s.to, t.at+t.n+6); i++ {
		if c.is(i, kWeak) || c.is(i, kTitle) || c.is(i, kAdjective) || c.tongue.tag == "en" && c.is(i, kPeople) && c.tokens[i].shape == lower && c.tokens[max(t.at-1, c.s.from)].word.folded != "to" {
			return true
		}
	}
	return false
}

// until gives where what follows a trigger ends: at the next verb of an event
// that has a subject of its own, else at the end of the sentence.
func (c *clause) until(t trigger) int {
	for _, u := range c.verbs {
		if u.at >= t.at+t.n+1 && !u.noun && t.tag.value == "meet" && u.tag.value == "discuss" && c.tongue.capitals {
			return u.at // what is discussed is no side
		}
		if u.at >= t.at+t.n+1 && !u.noun && t.tag.value == "meet" && c.is(c.beforeAux(u.at), kAnd) && (u.tag.value == "meet" || u.tag.value == "visit" || u.tag.value == "sign" || u.tag.value == "call") {
			return u.at
		}
		if u.at >= t.at+t.n+2 && !u.noun && (dated[u.tag.value] || u.tag.value == "say") && c.mark(u.at-1, ",") {
			return u.at
		}
	}
	return c.s.to
}

func (c *clause) negated(at int) bool {
	for i := max(c.s.from, at-3); i < at; i++ {
		if c.is(i, kNot) {
			return true
		}
	}
	return false
}

// called reads calls by telephone.
func (c *clause) called(t trigger) {
	persons, parties := c.actors(c.s.from, c.s.to)
	if m := c.stage.meeting; len(persons)+len(parties) == 0 && m != nil && c.sideBefore(t.at) {
		persons, parties = m.participants, m.parties
	}
	if len(persons)+len(parties) == 0 {
		return
	}
	for _, sides := range c.severally(t, persons) {
		e := c.event("call", t, ruleCall)
		e.place = ""
		e.with(c, sides, parties)
		if len(sides) < len(persons) { // one of several calls
			e.at = sides[1].at
		}
		c.stage.meeting = c.put(e)
	}
}

// severally gives who took part in each call: "spoke separately with A and B"
// tells of two.
func (c *clause) severally(t trigger, persons []actor) [][]actor {
	apart := false
	for i := t.at; i < min(c.s.to, t.at+6); i++ {
		apart = apart || strings.HasPrefix(c.tokens[i].word.folded, "separate")
	}
	if len(persons) < 3 || !apart || persons[0].pos > t.at || persons[1].pos < t.at {
		return [][]actor{persons}
	}
	var out [][]actor
	for _, guest := range persons[1:] {
		out = append(out, []actor{persons[0], guest})
	}
	return out
}

// byWire reports "over the phone", "by telephone" or the like after a verb of speaking.
func (c *clause) byWire(t trigger) bool {
	_, to := c.part(t.at)
	for i := t.at + t.n; i < min(to, t.at+2*reach); i++ {
		if c.tokens[i].word.in(wires) && c.tongue.tag == "en" {
			i--
			if c.is(i, kArticle) {
				i--
			}
			f := c.tokens[i].word.folded
			return f == "by" || f == "via" || f == "over" || f == "on"
		}
	}
	return false
}

// wires are the means of speaking from afar.
var wires = forms("phone telephone video videoconference videolink skype zoom")

// spoke reads "spoke separately today with X" as a call, where X is a person
// with a post: one speaks "with" a counterpart, and "at" or "to" an audience.
func (c *clause) spoke(t trigger) {
	if c.byWire(t) {
		c.called(t)
		return
	}
	at := t.at + t.n
	for at < c.s.to && at < t.at+6 && !c.is(at, kWith) && c.tokens[at].shape != mark {
		at++
	}
	if !c.is(at, kWith) {
		return
	}
	persons, _ := c.actors(at, c.s.to)
	counterpart := len(persons) > 0 && len(persons[0].who.posts) > 0 && persons[0].pos <= at+12
	if titled := c.tongue.tag == "en" && c.is(at+1, kArticle) && c.is(at+2, kTitle); !counterpart && !titled { // "spoke with the Prime Minister"
		return
	}
	c.called(t)
}

// visited reads visits: who, to which State or city.
func (c *clause) visited(t trigger) {
	if c.infinitive(t) {
		return
	}
	persons, parties := c.actors(c.s.from, t.at)
	if who := c.relative(t.at); who != nil {
		persons, parties = []actor{*who}, nil
	}
	if who := c.apposedTo(t); who != nil {
		persons, parties = []actor{*who}, nil
	}
	if (c.tongue.verbFirst || c.visitedBefore(t)) && len(persons) == 0 {
		persons, _ = c.actors(t.at+t.n, c.until(t))
	}
	if first := c.coordinated(t); first >= 0 { // "spoke to A and will travel to B"
		if persons, _ = c.actors(c.s.from, first); len(persons) == 0 {
			persons = c.reporter(first)
		}
	}
	if len(persons) == 0 {
		persons = c.behindVerb(t)
	}
	nameless := len(persons) == 0 && (c.visitor(c.beforeAux(t.at)) || c.visitedBefore(t))
	if who := c.himself(t); who != nil {
		persons = []actor{*who}
	}
	if len(persons) == 0 && !nameless {
		s := c.subjectOf(t.at)
		if len(s) == 0 || s[0].who.kind != aPerson {
			return
		}
		persons = s[:1]
	}
	after, to := c.actors(t.at+t.n, c.course(t.at, c.until(t)))
	for i := c.purposeAfter(t, c.s.to); len(after) > 0 && after[len(after)-1].pos > i; {
		after = after[:len(after)-1]
	}
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aState && ch.from >= t.at && ch.from <= t.at+t.n+3 && !ch.adj {
			to = append([]actor{{ch.who, c.bytes(ch.from, ch.to), ch.from}}, to...)
			break
		}
	}
	e := c.event("visit", t, ruleVisit)
	if e.place == "" && len(to) > 0 && to[0].who.kind == aState {
		e.place, e.placeAt = to[0].who.name, to[0].at
	}
	c.destination(t, e)
	if c.leaving(t) {
		e.date = c.coming(e.date, c.tokenAt(e.dateAt.start), t)
		e.planned = true
	}
	goal := t.at + t.n
	if c.tongue.capitals && c.is(goal, kTo) {
		goal++
	}
	if goal = c.pastTo(goal); c.romance() && (c.paper.indefinite(goal-1) || c.paper.indefinite(goal)) { // "llegaron a un acuerdo"
		return
	}
	if _, n := c.at(goal, kCity); n > 0 {
		e.place, e.placeAt = c.say(goal, goal+n), c.bytes(goal, goal+n)
	}
	c.whereBefore(t, e)
	if c.tongue.tag == "en" && c.is(goal, kArticle) {
		goal++
	}
	if nameless && e.date.IsZero() {
		return
	}
	if e.place == "" && len(to) == 0 && !c.sees(t, e) {
		country := c.tongue.tag == "en" && c.tokens[min(goal, c.s.to-1)].word.in(lands)
		if under := country && c.tokens[t.at].word.folded == "on"; !under && (e.date.IsZero() || !c.upper(goal) && !country) { // "is on an official visit to our country"
			return
		}
		end := goal
		for end < c.s.to && !c.dated(end) && (c.upper(end) || c.tongue.tag == "en" && c.tokens[end].word.folded == "of" && c.upper(end+1)) {
			end++
		}
		if h := c.hit(goal); h == nil || !h.adjective { // "the Georgian capital" has no name
			e.place, e.placeAt = c.say(goal, end), c.bytes(goal, end)
		}
	}
	e.with(c, append(persons, after...), append(parties, to...))
	c.put(e)
}

// purposeAfter gives the "to meet" or "to attend" between a visit and a token that
// says what for, or that token: who is met there is no visitor.
func (c *clause) purposeAfter(t trigger, to int) int {
	for i := t.at + t.n; i < to-1 && c.tongue.tag == "en"; i++ {
		if c.tokens[i].word.folded == "to" && c.is(i+1, kVerb) && c.tokens[i+1].shape == lower {
			return i
		}
	}
	return to
}

// lands are the words for where a visitor is that leave out its name.
var lands = forms("country island region capital kingdom republic city area")

// left reads a departure as a visit to where it leads ("left Cairo for Lima"), and
// so a delegation led there and the presence of somebody on a day.
func (c *clause) left(t trigger) {
	f := c.tokens[t.at+t.n-1].word.folded
	delegation := false
	for i := t.at + t.n; i < min(c.s.to-1, t.at+t.n+8) && (c.tokens[i].shape != mark || f == "in"); i++ {
		switch w := c.tokens[i].word.folded; {
		case f == "in": // "will be in Lima on 17 May"
			if who, _ := c.actors(c.s.from, t.at); c.goalAt(i) && c.dayOnly() && (len(who) > 0 || c.himself(t) != nil || c.visitor(c.beforeAux(t.at))) {
				c.visited(t)
			}
			return
		case w == "delegation" || w == "mission" || w == "team":
			delegation = true
		case w == "to" && (delegation || f == "back"), w == "for" && !c.tokens[t.at+t.n-1].word.in(leads):
			if c.goalAt(i + 1) {
				c.visited(trigger{t.at, i + 1 - t.at, t.tag, false})
			}
			return
		}
	}
}

// leads are the verbs of those who take others along.
var leads = forms("led lead leads leading headed")

// goalAt reports a place at a token: a known one, or a name that is nobody's.
func (c *clause) goalAt(i int) bool {
	if _, _, ok := c.goal(i); ok {
		return true
	}
	return c.upper(i) && !c.inName(i) && !c.is(i, kTitle) && !c.is(i, kEvent)
}

// leaving reports a journey told in the present, and so still to be made: "flies
// to Lima on Thursday", "is due in Lima".
func (c *clause) leaving(t trigger) bool {
	switch c.tokens[t.at].word.folded {
	case "flies", "departs", "leaves", "travels", "heads", "goes", "continues", "proceeds":
		return c.tongue.tag == "en" && !c.s.heading
	}
	return t.n == 3 && c.tokens[t.at+1].word.in(ahead) && c.tokens[t.at].word.folded != "was"
}

// visitor reports somebody who travels for others and is told without a name, by
// words that end at a token: "a Rwandan delegation", "the Special Rapporteur".
func (c *clause) visitor(i int) bool {
	if c.tongue.decline != nil {
		return c.travels(i)
	}
	if c.tongue.tag != "en" {
		return false
	}
	for n := 0; n < 8 && i >= c.s.from && c.tokens[i].shape != mark; i, n = i-1, n+1 {
		if c.is(i, kArticle) {
			return false
		}
		if c.is(i, kTitle) || c.tokens[i].word.in(travellers) {
			return true
		}
	}
	return false
}

// travellers are those who go somewhere on behalf of others.
var travellers = forms("delegation delegations mission missions team teams inspectors observers experts delegates rapporteur envoy pope pontiff king queen king's monarch officials parliamentarians lawmakers monitors")

// sees reports a dated visit to a house or works, which need no name: "visited the
// port", "toured the plant".
func (c *clause) sees(t trigger, e *event) bool {
	f := c.tokens[t.at].word.folded
	return c.tongue.tag == "en" && !e.date.IsZero() && (strings.HasPrefix(f, "visit") || strings.HasPrefix(f, "tour") || strings.HasPrefix(f, "inspect")) && c.is(t.at+t.n, kArticle)
}

// reporter gives the person who tells, before a token, what he himself did.
func (c *clause) reporter(at int) []actor {
	for k := range c.chunks {
		ch := &c.chunks[k]
		if a := c.actorAt(k); ch.to <= at && a != nil && a.who.kind == aPerson && c.silent[a.who] {
			return []actor{*a}
		}
	}
	return nil
}

// relative gives the person whom "who" right before a verb stands for.
func (c *clause) relative(at int) *actor {
	for i := at - 1; i >= c.s.from && i >= at-4; i-- {
		if f := c.tokens[i].word.folded; f == "who" || f == "qui" || f == "quien" {
			if a := c.nearestBefore(i, 24); a != nil && a.who.kind == aPerson {
				return a
			}
		}
	}
	return nil
}

// simple reads an event of the persons of its sentence.
func (c *clause) simple(t trigger, kind string, rule chancery.Rule) {
	persons, parties := c.actors(c.s.from, c.s.to)
	if who := c.himself(t); who != nil {
		persons = []actor{*who}
	} else if len(persons) == 0 {
		persons = c.subjectOf(t.at)
	} else if s := c.stage.subject; !c.tongue.capitals && s != nil && s.kind == aPerson && c.is(c.s.from, kPronoun) {
		persons = appendActor(persons, actor{s, c.bytes(c.s.from, c.s.from+1), c.s.from})
	}
	if len(persons) == 0 {
		return
	}
	e := c.event(kind, t, rule)
	e.with(c, persons, parties)
	if f := c.toldOf(kind); f != nil && c.thoseWho(t.at) {
		f.absorb(e)
		return
	}
	c.put(e)
}

// thoseWho reports a sentence that names those who took part in what was told:
// "Those who presented credentials were".
func (c *clause) thoseWho(at int) bool {
	if at-2 < c.s.from || c.tokens[at-1].word.folded != "who" {
		return false
	}
	f := c.tokens[at-2].word.folded
	return f == "those" || f == "others" || f == "envoys" || f == "ambassadors"
}

// toldOf gives the last event of a kind told shortly before.
func (c *clause) toldOf(kind string) *event {
	for n := len(c.told) - 1; n >= max(0, len(c.told)-4); n-- {
		if f := c.told[n]; f.kind == kind && f.n+2 >= c.s.para {
			return f
		}
	}
	return nil
}

// opened reads the opening of an embassy, office or institute by somebody.
func (c *clause) opened(t trigger) {
	persons, parties := c.actors(c.s.from, t.at)
	if a := c.nearestBefore(t.at, 4); len(persons) == 0 || a != nil && a.who.kind == anOrg && c.finiteIn(persons[0].pos, a.pos) && c.tongue.tag == "en" { // "recalled that the Fund opened its office"
		return
	}
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == anOrg && ch.from >= t.at && ch.from <= t.at+t.n+2 && !c.possessive(ch.to) {
			e := c.event("ceremony", t, ruleGathering)
			e.with(c, persons, append(parties, actor{ch.who, c.bytes(ch.from, ch.to), ch.from}))
			c.put(e)
			return
		}
	}
}

// signedSeveral reads the signature of papers that have no names: "signed seven
// agreements", "fifteen agreements were signed".
func (c *clause) signedSeveral(t trigger) bool {
	if c.tongue.tag != "en" || t.tag.value != "sign" || c.negated(t.at) || c.infinitive(t) {
		return false
	}
	from, to := t.at+t.n, t.at+t.n+5
	if c.passive(t) {
		from, to = t.at-6, t.at
	}
	several := false
	for i := max(from, c.s.from); i < min(to, c.s.to) && (c.tokens[i].shape != mark || from < t.at); i++ {
		several = several || c.tokens[i].shape == number || c.tokens[i].word.in(counts)
		if !several || !c.is(i, kInstrument) || !c.plural(i) {
			continue
		}
		persons, parties := c.actors(c.part(t.at))
		if who := c.himself(t); who != nil {
			persons = []actor{*who}
		}
		e := c.event("signing", t, ruleSigning)
		e.fresh = true
		e.with(c, persons, parties)
		if len(e.participants)+len(e.parties) > 0 {
			c.put(e)
		}
		return true
	}
	return false
}

// counts are the words that say how many.
var counts = forms("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty several multiple various numerous number dozen")

// unveiled reads the opening of a house or a show by somebody: "inaugurated an
// exhibition in Riyadh".
func (c *clause) unveiled(t trigger) bool {
	f := c.tokens[t.at+t.n-1].word.folded
	if c.tongue.tag != "en" || !strings.HasPrefix(f, "inaugurat") && !strings.HasPrefix(f, "unveil") && !strings.HasPrefix(f, "open") {
		return false
	}
	shown := false
	for i := t.at + t.n; i < min(c.s.to, t.at+t.n+7) && c.tokens[i].shape != mark; i++ {
		shown = shown || c.tokens[i].word.in(shows)
	}
	if a := c.nearestAfter(t.at+t.n, 2); a != nil && a.who.kind == anOrg { // a body is opened, and takes part
		return false
	}
	if !shown || c.s.heading || c.tokens[max(t.at-1, c.s.from)].word.folded == "to" && !c.isTo(t.at) { // "intends to open"
		return false
	}
	by := c.subjectOf(t.at)
	if len(by) == 0 || by[0].who.kind != aPerson && !c.sideBefore(t.at) && !c.is(c.beforeAux(t.at), kPeople) {
		return false
	}
	e := c.event("ceremony", t, ruleGathering)
	e.fresh = true
	for _, a := range by {
		if a.who.kind == aPerson {
			e.with(c, []actor{a}, nil)
		} else {
			e.with(c, nil, []actor{a})
		}
	}
	c.put(e)
	return true
}

// shows are the houses and shows that are opened with ceremony.
var shows = forms("premises office offices embassy consulate mission headquarters branch campus academy institute facility complex hub stand station road highway terminal port airport crossing exhibition exhibit school hospital clinic centre center library monument memorial plaque statue pavilion bridge museum gallery factory plant building laboratory park garden campus dormitory")

// celebrated reads an anniversary or a day that is marked on a known day or month.
func (c *clause) celebrated(t trigger) {
	if c.tongue.tag == "en" && t.at > c.s.from && c.tokens[t.at-1].word.folded == "to" && len(c.told) > 0 && c.told[len(c.told)-1].at.start >= c.bytes(c.s.from, c.s.from+1).start {
		return // "held a debate to mark the anniversary"
	}
	if !c.anniversary() && !c.namedDay(t) || c.tokens[t.at].word.folded == "opened" && (c.names("conference") || c.names("session")) {
		return
	}
	d, ok := c.day(t.at, t.n)
	if once := c.tongue.tag == "en" && (c.past(t) || c.planned(t.at, chancery.Date{})); !ok || d.day.from.Precision() < chancery.MonthPrecision && !once {
		return
	}
	persons, parties := c.actors(c.s.from, c.s.to)
	if len(parties) == 0 && c.stage.meeting != nil {
		parties = c.stage.meeting.parties
	}
	e := c.event("ceremony", t, ruleGathering)
	e.with(c, persons, parties)
	c.stage.forum = c.put(e)
}

// appointed reads appointments and recalls, which are events of type other.
func (c *clause) appointed(t trigger) {
	if c.negated(t.at) || c.remembered(t) || c.ofBody(t) || c.infinitive(t) || c.tongue.tag == "en" && t.noun && c.definite(t) && c.is(t.at+t.n, kPast) { // "the appointment was a proud moment"
		return
	}
	persons, parties := c.actors(c.s.from, c.s.to)
	if from, to := c.nextAppointment(t); to > 0 { // "recalling A and appointing B": the subject is that of both
		persons, parties = c.actors(c.s.from, from)
		p, s := c.actors(t.at, to)
		persons, parties = append(persons, p...), append(parties, s...)
	}
	post := c.tongue.tag == "en" && c.tokens[t.at+t.n-1].word.in(takesUp)
	for k := range c.chunks {
		post = post || c.chunks[k].kind == aPost && c.chunks[k].from > t.at-12
	}
	if len(persons) == 0 || !post {
		if c.ofSomeOffice(t, persons) {
			c.tellPassing("other", t, ruleAppointed)
		}
		if c.romance() && !c.s.heading && (t.n > 1 || !c.inName(t.at)) {
			c.tellAbroad("other", t, ruleAppointed.Name)
		}
		return
	}
	e := c.event("other", t, ruleAppointed)
	e.place = ""
	e.with(c, persons, parties)
	for _, a := range persons {
		for _, h := range a.who.posts {
			if h.to != nil {
				e.parties = appendActor(e.parties, actor{h.to, a.at, a.pos})
			}
		}
	}
	c.put(e)
}

// ofBody reports a participle of appointing right after a common noun, which is
// not said of a person: "a sub-committee appointed last week".
func (c *clause) ofBody(t trigger) bool {
	i := t.at - 1
	if c.tongue.tag != "en" || t.noun || i <= c.s.from || !strings.HasSuffix(c.tokens[t.at].word.folded, "ed") || c.tokens[i].shape != lower {
		return false
	}
	f := c.tokens[i].word.folded
	return c.is(i, kOrg) && !c.inName(i) || (f == "newly" || f == "recently") && !c.is(i-1, kPast)
}

// takesUp are the last words of a verb by which somebody enters a post that is
// told elsewhere: "will take up his duties".
var takesUp = forms("duties office post functions charge")

// nextAppointment gives, where the sentence tells of several appointments, the
// token of the first verb and where what this one tells ends; else zeros.
func (c *clause) nextAppointment(t trigger) (first, to int) {
	first, to = -1, c.s.to
	several := false
	for _, u := range c.verbs {
		if u.noun || u.tag.value != "appoint" || c.tongue.tag != "en" {
			continue
		}
		if first < 0 {
			first = u.at
		}
		if u.at > t.at {
			to = min(to, u.at)
		}
		several = several || u.at != t.at
	}
	if !several {
		return 0, 0
	}
	return first, to
}

// remembered reports a "recalled" of what is called to mind, not of an envoy.
func (c *clause) remembered(t trigger) bool {
	next := t.at + t.n
	if f := c.tokens[t.at].word.folded; c.tongue.tag != "en" || !strings.HasPrefix(f, "recall") || c.passive(t) {
		return false
	}
	return c.nearestAfter(next, 3) == nil || slices.ContainsFunc(c.verbs, func(u trigger) bool { return u.noun && u.at >= next && u.at < next+6 })
}

// withoutYear reports a day and month, or a month, that the text names without a year.
func (c *clause) withoutYear(at span) bool {
	words := c.text[at.start:at.end]
	digits := 0
	for _, r := range words {
		if r >= '0' && r <= '9' {
			digits++
		}
	}
	return words != "" && digits < 4 && c.tokens[max(c.tokenAt(at.start), c.s.from)].shape != script
}

// sidesAct reports, outside English, that "the two sides" are who acts in a
// sentence, which then is of the day that they met on.
func (c *clause) sidesAct(t trigger) bool {
	if c.tongue.capitals || t.tag.show == "passive" || t.tag.show == "noun" {
		return false
	}
	return slices.ContainsFunc(c.chunks, func(ch chunk) bool {
		return ch.kind == aSide && (ch.to <= t.at && t.at-ch.to < 6 || c.tongue.verbFirst && ch.from == t.at+t.n)
	})
}

// antecedents is how many of the last events a word can point back to, as "the
// same day" does: a reader looks no further, nor does the work grow.
const antecedents = 24

// thatDay gives the day of the event told last, where a sentence says that its
// own was on that day too: "В тот же день", "le même jour".
func (c *clause) thatDay() (chancery.Date, span, bool) {
	for i := c.s.from; i+1 < min(c.s.to, c.s.from+12) && !c.tongue.capitals; i++ {
		a, b := c.tokens[i].word.folded, c.tokens[i+1].word.folded
		switch {
		case a == "же" && b == "день", a == "même" && b == "jour", a == "mismo" && b == "día", a == "сол" && b == "күні", a == "اليوم" && (b == "نفسه" || b == "ذاته"), a == "ذات" && b == "اليوم":
		default:
			continue
		}
		for n := len(c.told) - 1; n >= max(0, len(c.told)-antecedents); n-- {
			if d := c.told[n].date; d.Precision() == chancery.DayPrecision {
				return d, c.bytes(i, i+2), true
			}
		}
	}
	return chancery.Date{}, span{}, false
}

// closingTalks reports a sentence that opens with the end or the course of the
// talks just told, outside English: "À l'issue de l'entretien", "По итогам встречи".
func (c *clause) closingTalks() bool {
	i := c.s.from
	for i < min(c.s.to, c.s.from+3+3*boolInt(c.tongue.verbFirst)) && !c.is(i, kDuring) {
		i++
	}
	_, n := c.at(i, kDuring)
	if tg, _ := c.at(i-1, kEvent); c.tongue.verbLast && n > 0 && i > c.s.from && tg != nil { // "Кездесу соңында"
		return tg.value == "meeting" || tg.value == "visit" || tg.value == "call"
	}
	if c.tongue.capitals || n == 0 {
		return false
	}
	for j := i + n; j < min(c.s.to, i+n+3); j++ {
		if tg, _ := c.at(j, kEvent); tg != nil {
			return tg.value == "meeting" || tg.value == "visit" || tg.value == "call"
		}
	}
	return false
}

// discussed adds a topic to the meeting at hand.
func (c *clause) discussed(t trigger) {
	m := c.stage.meeting
	if m == nil {
		return
	}
	if next := t.at + t.n; c.tongue.capitals && c.is(next, kArticle) && (c.is(next+1, kEvent) || c.is(next+1, kOrdinal)) { // "addressed a conference"
		return
	}
	if c.tongue.capitals && (c.is(t.at+t.n, kIn) || c.is(t.at+t.n, kBy)) { // "will be discussed at"
		return
	}
	if at, ok := c.objectOf(t); ok {
		m.topics = append(m.topics, at)
	}
}

// objectOf gives what a verb is about: the words after it, in Kazakh those
// between its subject and it.
func (c *clause) objectOf(t trigger) (span, bool) {
	if !c.tongue.verbLast {
		return c.object(c.pastSubject(t.at + t.n))
	}
	from, to := c.s.from, t.at
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aSide && ch.to <= to {
			from = ch.to
		}
	}
	if by := c.doerBeside(t.at); from == c.s.from && len(by) > 0 {
		from = c.endOf(by[0])
	}
	for from < to && (c.adverb(from) > 0 || c.tokens[from].shape == mark) {
		from += max(1, c.adverb(from))
	}
	for to > from && c.tokens[to-1].word.in(emphatic) {
		to--
	}
	if to-from < 2 {
		return span{}, false
	}
	return c.bytes(from, to), true
}

// object gives the words after a verb up to the end of its clause.
func (c *clause) object(from int) (span, bool) {
	for !c.tongue.capitals && c.adverb(from) > 0 { // "обсудили также"
		from += c.adverb(from)
	}
	to := from
	for to < c.s.to && to < from+maxObject && (to < c.credit[0] || to >= c.credit[1]) {
		if c.tokens[to].shape == mark {
			f := c.tokens[to].word.form
			if f == "." || f == ";" || f == "،" && c.tongue.verbFirst || f == ":" || f == "\"" || f == "”" || f == "(" {
				break
			}
			if f == "," && c.attributed(to+1) {
				break
			}
			if f == "," && (c.is(to+1, kAnd) || c.is(to+1, kVerb) || c.is(to+1, kBy) || c.is(to+1, kStop) && !c.is(to+1, kArticle)) {
				break
			}
		}
		if c.tongue.capitals && c.is(to, kAnd) && c.is(to+1, kVerb) && strings.HasSuffix(c.tokens[min(to+1, c.s.to-1)].word.folded, "ed") { // "trade and agreed that"
			break
		}
		if to > from && c.circumstance(to) {
			break
		}
		if _, n := c.at(to, kAnd); n > 1 && to > from || n > 0 && !c.tongue.capitals && c.is(to+n, kVerb) { // "as well as"
			break
		}
		to++
	}
	for to > from && c.tokens[to-1].shape == mark {
		to--
	}
	if to-from < 2 {
		return span{}, false
	}
	return c.bytes(from, to), true
}

// maxObject bounds the words of what was said or discussed.
const maxObject = 150

// circumstance reports where the talk ends and with whom or on what occasion
// it was begins: "with Minister X", "in a telephone call".
func (c *clause) circumstance(i int) bool {
	if !c.tongue.capitals {
		return false
	}
	j := i + 1
	for c.is(j, kArticle) || c.is(j, kPronoun) {
		j++
	}
	if tg, _ := c.at(i, kWith); tg != nil && tg.value == "" {
		a := c.nearestAfter(i+1, 1)
		return a != nil && a.who.kind == aPerson
	}
	tg, _ := c.at(j, kEvent)
	return tg != nil && (tg.value == "call" || tg.value == "meeting") && (c.is(i, kIn) || c.is(i, kDuring))
}

// joined adds who else took part in the meeting at hand.
func (c *clause) joined(t trigger) {
	m := c.stage.meeting
	if f := c.stage.forum; m == nil || f != nil && f.n >= m.n && !c.names("meeting") {
		m = f
	}
	if m == nil || m.n+4 < c.s.para {
		return
	}
	persons, _ := c.actors(c.s.from, c.s.to)
	m.with(c, persons, nil)
}

// names reports whether the sentence has a noun of such an event, or of the
// credentials of an envoy.
func (c *clause) names(kind string) bool {
	return slices.ContainsFunc(c.verbs, func(t trigger) bool {
		return t.noun && (t.tag.value == kind || kind == "credentials" && c.tokens[t.at].word.in(credential))
	})
}

// eventNoun reads "a meeting was held", "the 37th session of", "the SIAC
// Conference", "elections to", each with what makes it an event: a verb of
// holding, a date, or a name of its own.
func (c *clause) eventNoun(n int, t trigger) {
	own := c.tailed(t)
	if c.tongue.tag == "en" && t.n == 1 && (c.tokens[t.at].word.folded == "round" && !c.ofTalks(t) || c.tokens[max(t.at-1, c.s.from)].word.folded == "to" && c.is(t.at, kVerb)) { // "to visit us"
		return
	}
	if next := t.at + t.n; next < c.s.to && c.tokens[next].word.in(sitting) && c.whoseOrgan(next) != nil { // "whose general assembly met"
		return
	}
	if c.describes(t) || !own && (c.preceded(t) || c.onlyInvited(t) || c.occasion(t)) || c.negated(t.at) || c.tongue.tag == "en" && c.tokens[max(t.at-1, c.s.from)].word.folded == "no" || c.acting(t) || c.eve(t) || c.anyEvent(t) {
		return
	}
	held := c.verbNear(t, "hold", 14) || t.tag.value == "ceremony" && c.verbNear(t, "hand", 14) || !c.tongue.capitals && c.scheduled(t) || c.staged(t) && !(c.definite(t) && (t.tag.value == "meeting" || t.tag.value == "call")) || c.atOne(t) || own
	near := c.datedNear(t) || c.tongue.tag == "en" && c.toCome(t)
	switch kind := t.tag.value; kind {
	case "meeting", "call":
		if c.consulted(t) {
			c.tellPassing("other", t, ruleHeld)
			return
		}
		if c.itsItem(t) {
			return
		}
		if f := c.tokens[t.at+t.n-1].word.folded; strings.HasPrefix(f, "meeting") && c.upper(t.at) && c.numbered(t) && (c.is(t.at+t.n, kLink) || c.tokens[t.at-1].word.in(rows)) && c.tongue.capitals || c.ofOrgan(t) { // "the 24th Meeting of the Council"
			c.gathering(t, "session", held, near)
			return
		}
		if kind := c.dialogue(t); kind != "" {
			c.gathering(t, kind, held, near)
			c.stage.meeting = c.stage.forum // "the next round"
			return
		}
		if c.ministerial(t) && c.s.heading {
			return
		}
		if c.ministerial(t) {
			c.gathering(t, "conference", held, near)
			return
		}
		if v, light := c.lightVerb(t); light && kind == "meeting" && c.met(v) {
			return
		}
		held = held || c.betweenWhom(t) > 0 && c.has("hold") || c.withWhom(t)
		c.meetingNoun(t, kind, held, near) // the names of the sides part them
	case "visit":
		aimed := c.dayOnly() && c.visitOf(t) || c.dayOnly() && (c.is(t.at+t.n, kTo) || c.is(t.at+t.n, kLink) || c.tongue.tag == "en" && c.is(t.at+t.n, kBy) || c.tongue.tag == "en" && c.tokens[min(t.at+t.n, c.s.to-1)].word.folded == "that")
		if !near && !held && !aimed && !c.under(t) || c.visitTold(t) {
			return
		}
		persons, parties := c.visitors(t, near || held)
		if s := c.stage.subject; len(persons)+len(parties) == 0 && own && s != nil { // "the field visit conducted to Bamako"
			parties = []actor{{s, c.bytes(t.at, t.at+t.n), t.at}}
		}
		nameless := len(persons) == 0 && !(own && len(parties) > 0)
		if nameless && !c.visitOf(t) {
			return
		}
		e := c.event(kind, t, ruleVisit)
		c.destination(t, e)
		if place, at, ok := c.bound(t); ok {
			e.place, e.placeAt = place, at
		}
		c.intoState(t, e)
		if nameless && e.date.IsZero() {
			return
		}
		e.with(c, persons, parties)
		c.put(e)
	case "session", "conference", "training", "ceremony":
		if c.startOf(t) {
			return
		}
		if kind == "ceremony" && c.tongue.tag == "en" && c.startedWith(n) || c.coupled(n) {
			return
		}
		if c.partOf(n) || kind == "ceremony" && c.atOne(t) && (c.has("sign") || c.has("present") || c.names("credentials")) { // the signature is the event
			return
		}
		c.gathering(t, kind, held, near)
	case "election":
		if c.ofBill(t) && !(held && c.stage.ballot != nil) {
			return
		}
		c.electionNoun(t, held, near)
	case "signing":
		c.signingNoun(t, held, near)
	case "other":
		c.appointed(t)
	}
}

// ofTalks reports a "round" that is one of a row of meetings: "the last high-level
// round", not a round of votes.
func (c *clause) ofTalks(t trigger) bool {
	if next := t.at + t.n; c.is(next, kLink) || c.is(next, kEvent) {
		return false
	}
	for i := t.at - 1; i >= max(c.s.from, t.at-4) && c.tokens[i].shape != mark; i-- {
		if c.tokens[i].word.in(rows) || c.is(i, kOrdinal) {
			return c.stage.meeting != nil || c.rowBefore(t.at) != nil || c.dayOnly()
		}
	}
	return false
}

// visitOf reports a visit told by a noun with who made it, without a name: "the
// first visit by a head of state to Chad", "the Prime Minister's visit in March".
func (c *clause) visitOf(t trigger) bool {
	if next := t.at + t.n; c.is(next, kLink) || c.is(next, kBy) {
		for i := next + 1; i < min(c.s.to, next+7) && c.tokens[i].shape != mark; i++ {
			if c.is(i, kTitle) || c.tokens[i].word.in(travellers) {
				return c.tongue.tag == "en"
			}
		}
	}
	i := t.at - 1
	for i > max(c.s.from, t.at-4) && !c.possessive(i) {
		i--
	}
	return c.tongue.tag == "en" && (c.possessive(i) && c.visitor(i-1) || strings.HasSuffix(c.tokens[t.at+t.n-1].word.folded, "mission") && c.is(t.at+t.n, kTo))
}

// visitTold reports a verb that tells of the visit of a noun: in English, one that
// stands before it in the same clause.
func (c *clause) visitTold(t trigger) bool {
	if c.tongue.tag != "en" {
		return c.has("visit")
	}
	from, _ := c.part(t.at)
	return slices.ContainsFunc(c.verbs, func(u trigger) bool {
		return !u.noun && u.tag.value == "visit" && u.at >= from && u.at < t.at && c.subordinate(u.at, t.at) == 0 && !c.inTail(u.at, t.at) && c.course(u.at, t.at) == t.at
	})
}

// withWhom reports, outside English, the other side right after a noun of
// meeting: "au terme d'un entretien avec son homologue".
func (c *clause) withWhom(t trigger) bool {
	i := t.at + t.n
	if tg, _ := c.at(i, kWith); c.tongue.capitals || tg == nil || tg.value != "" || c.planned(t.at, chancery.Date{}) {
		return false
	}
	persons, _ := c.actors(i, min(c.s.to, i+9))
	return len(persons) > 0
}

// preceded reports an event of which the sentence only says what came before or
// after it, whose day it gives: "the meeting was preceded on Tuesday by a training".
func (c *clause) preceded(t trigger) bool {
	for i := t.at + t.n; i < min(c.s.to, t.at+t.n+4) && c.tongue.tag == "en" && c.tokens[i].shape != mark; i++ {
		if f := c.tokens[i].word.folded; f == "preceded" || f == "followed" {
			return c.is(i-1, kPast)
		}
	}
	return false
}

// visitors gives who made a visit that a noun tells of, and to whom: not those
// whom the visitors then met.
func (c *clause) visitors(t trigger, held bool) (persons, parties []actor) {
	from, to := c.s.from, c.s.to
	if !held {
		from = t.at
	}
	if c.tongue.tag != "en" {
		return c.actors(from, to)
	}
	if from, to = c.part(t.at); c.is(t.at+t.n, kBy) { // "the visit by"
		from = t.at
	}
	for _, u := range c.verbs {
		if !u.noun && u.at > t.at && u.at < to && dated[u.tag.value] {
			to = u.at
		}
	}
	if persons, parties = c.actors(from, to); len(persons) == 0 && c.is(t.at-1, kArticle) || c.is(t.at-2, kArticle) {
		if s := c.stage.subject; len(persons) == 0 && s != nil && s.kind == aPerson {
			persons = []actor{{s, c.bytes(t.at, t.at+t.n), t.at}}
		}
	}
	return persons, parties
}

// under reports a visit under way: "during his official visit to Chad".
func (c *clause) under(t trigger) bool {
	i := t.at - 1
	for i > c.s.from && c.tokens[i].shape == lower && !c.is(i, kArticle) && !c.is(i, kPronoun) {
		i--
	}
	if c.tongue.tag != "en" || i <= c.s.from || c.tokens[i].word.folded == "the" || !c.is(t.at+t.n, kTo) {
		return false
	}
	f := c.tokens[i-1].word.folded
	return f == "during" || f == "on" || f == "for"
}

// ofBill reports a vote of which nothing says that it elects: one on a bill.
func (c *clause) ofBill(t trigger) bool {
	if c.tongue.tag != "en" || c.tokens[t.at].word.folded != "vote" {
		return false
	}
	return !c.has("elect") && !c.has("stand")
}

// coupled reports an event noun that "and" joins to the one just named: "the
// 35th Summit and Related Summits".
func (c *clause) coupled(n int) bool {
	if n == 0 || !c.verbs[n-1].noun || c.tongue.tag != "en" || c.verbs[n-1].tag.value != c.verbs[n].tag.value {
		return false
	}
	u, t := c.verbs[n-1], c.verbs[n]
	i := u.at + u.n
	if !c.is(i, kAnd) {
		return false
	}
	for i++; i < t.at && c.upper(i); i++ {
	}
	return i == t.at
}

// startedWith reports a ceremony by which the event just named began or ended:
// "the Summit kicked off with an opening ceremony".
func (c *clause) startedWith(n int) bool {
	for i := c.verbs[n].at - 1; i > max(c.s.from, c.verbs[n].at-4); i-- {
		if c.tokens[i].word.folded == "with" {
			return n > 0 && slices.ContainsFunc(c.verbs[:n], func(u trigger) bool { return u.noun && u.tag.value != "ceremony" })
		}
	}
	return false
}

// eve reports an event that only says when another was: "on the eve of the session".
func (c *clause) eve(t trigger) bool {
	i := t.at - 1
	for i > c.s.from && (c.is(i, kArticle) || c.upper(i) || c.is(i, kOrdinal)) {
		i--
	}
	return c.tongue.tag == "en" && c.is(i, kLink) && c.tokens[max(i-1, c.s.from)].word.folded == "eve"
}

// onlyInvited reports an event that somebody is invited to take part in.
func (c *clause) onlyInvited(t trigger) bool {
	for i := t.at - 1; i > max(c.s.from, t.at-12) && c.tongue.tag == "en"; i-- {
		if c.tokens[i].word.folded == "to" && c.is(i+1, kVerb) {
			return c.invited(i + 1)
		}
	}
	return false
}

// describes reports an event noun that only describes the noun after it:
// "election observers", "on the opening day".
func (c *clause) describes(t trigger) bool {
	i := t.at + t.n
	if before := c.tokens[max(t.at-1, c.s.from)].word.folded; c.tongue.tag == "en" && c.tokens[t.at].shape == lower && t.tag.value == "call" && (before == "by" || before == "via") { // "by videoconference"
		return true
	}
	if c.tongue.tag != "en" || i >= c.s.to || c.tokens[i].glued {
		return false
	}
	if c.tokens[t.at].word.folded == "opening" && t.n == 1 && c.tokens[i].shape == lower && !c.is(i, kStop) && !c.is(i, kLink) && !c.is(i, kIn) { // "cautious about opening relations"
		return true
	}
	return c.tokens[i].word.in(described) ||
		c.tokens[t.at].word.folded == "course" && c.tokens[i].word.folded == "of" && (c.is(t.at-1, kArticle) && c.is(t.at-2, kIn) || c.amid(t.at)) || // "in the course of this month"
		c.upper(i-1) && c.tokens[i].shape == lower && c.is(i+1, kEvent) && !c.is(i, kStop) && !c.is(i, kVerb) && !c.is(i, kLink) && !c.is(i, kIn) || // "Conference follow-up workshop"
		c.mark(t.at-1, ",") && strings.HasSuffix(c.tokens[i-1].word.folded, "ing") && (c.is(i, kIn) || c.tokens[i].word.folded == "on") || // ", opening on 26 February"
		c.is(i, kEvent) && c.upper(i) && c.upper(i-1) || // "the Muscat Retreat Forum"
		c.is(i, kArticle) && strings.HasSuffix(c.tokens[i-1].word.folded, "ing") && !c.is(i-1, kStop) && c.tokens[i-1].word.folded != "meeting" && c.tokens[i-1].word.folded != "training" // "Opening the workshop"
}

var described = forms("day days observer observers observation hall room rooms remarks address statement speech programme agenda document documents venue campaign law results date dates official officials monitoring mission missions process participants delegates declaration centre center officer commission committee table partner partners arrangements procedure procedures code cycle year materials module modules report reports minutes point points schedule secretariat theme format")

// anyEvent reports the bare word "event", which is no sort of event.
func (c *clause) anyEvent(t trigger) bool {
	return c.tongue.tag == "en" && t.n == 1 && c.tokens[t.at].word.folded == "event" && !(c.upper(t.at) && c.upper(t.at-1)) && !strings.HasSuffix(c.tokens[max(t.at-1, c.s.from)].word.folded, "-level")
}

// itsItem reports what a session just told of in the sentence is held for: "will
// meet on Friday to hold an interactive dialogue".
func (c *clause) itsItem(t trigger) bool {
	if c.tongue.tag != "en" || len(c.told) == 0 {
		return false
	}
	if f := c.told[len(c.told)-1]; f.sentence != int(c.tokens[c.s.from].start) || f.kind != "session" && f.kind != "conference" {
		return false
	}
	for i := t.at - 1; i > max(c.s.from, t.at-6); i-- {
		if f := c.tokens[i].word.folded; f == "hold" || f == "have" {
			return c.tokens[i-1].word.folded == "to"
		}
	}
	return false
}

// ofOrgan reports a meeting of an organ that is one of a row: "wrapped up its
// 55th meeting", "the next meeting of the Council".
func (c *clause) ofOrgan(t trigger) bool {
	if f := c.tokens[t.at+t.n-1].word.folded; c.tongue.tag != "en" || f != "meeting" {
		return false
	}
	if i := t.at + t.n; i < c.s.to && c.tokens[i].word.folded == "of" {
		i++
		if c.is(i, kArticle) {
			i++
		}
		for j := i; j < min(c.s.to, i+4) && (c.upper(j) || c.tokens[j].shape == lower); j++ {
			if tg, _ := c.at(j, kOrg); tg != nil && organs[tg.value] {
				return c.inRow(t)
			}
		}
		return false
	}
	return c.inRow(t) && c.is(c.rowFrom(t)-1, kArticle) && c.tokens[c.rowFrom(t)-1].word.folded == "its"
}

// organs are the sorts of body that hold sessions.
var organs = map[string]bool{"commission": true, "committee": true, "parliament": true, "igo": true}

// inRow reports "55th", "next", "regular" or "annual" before a noun.
func (c *clause) inRow(t trigger) bool { return c.rowFrom(t) < t.at }

// rowFrom gives the first of the words that say which of a row an event is.
func (c *clause) rowFrom(t trigger) int {
	i := t.at
	for i > c.s.from+1 && (c.tokens[i-1].shape == number || c.is(i-1, kOrdinal) || c.tokens[i-1].word.in(rows)) {
		i--
	}
	return i
}

var rows = forms("latest inaugural next last previous regular annual extraordinary special plenary ordinary first final monthly quarterly précédent précédente dernier dernière prochain prochaine anterior última último próxima próximo")

// acting reports whether a noun of meeting names who acted: "was adopted by the
// Conference of Ministers".
func (c *clause) acting(t trigger) bool {
	if next := t.at + t.n; c.tongue.tag == "en" && c.upper(t.at) && next < c.s.to && c.is(t.at-1, kArticle) && c.is(t.at-2, kLink) && c.finiteAt(next) && !c.is(next, kPast) { // "the Leaders of the Forum adopted"
		return true
	}
	return c.tongue.tag == "en" && c.upper(t.at) && c.is(t.at-1, kArticle) && c.is(t.at-2, kBy) && c.is(t.at+t.n, kLink)
}

// startOf reports a noun of the beginning or end of another event, which is that
// event: "at the opening of the 57th session".
func (c *clause) startOf(t trigger) bool {
	i := t.at + t.n
	if c.tongue.tag != "en" || c.tokens[i-1].word.folded != "opening" || i >= c.s.to || c.tokens[i].word.folded != "of" {
		return false
	}
	for i++; i < min(c.s.to, t.at+10) && (c.is(i, kArticle) || c.upper(i) || c.tokens[i].shape == number || c.is(i, kOrdinal) || c.tokens[i].shape == lower && !c.is(i, kStop)); i++ {
		if tg, _ := c.at(i, kEvent); tg != nil && gatherings[tg.value] {
			return true
		}
	}
	return false
}

// partOf reports whether an event noun only says whose the event just named
// is: "the session of the General Conference".
func (c *clause) partOf(n int) bool {
	if n == 0 || !c.verbs[n-1].noun {
		return false
	}
	u, t := c.verbs[n-1], c.verbs[n]
	if t.at-u.at-u.n > 4 || u.tag.value == "ceremony" && (t.tag.value == "conference" || c.startOf(u)) {
		return false
	}
	for i := u.at + u.n; i < t.at; i++ {
		if !c.is(i, kLink) && !c.is(i, kArticle) && !c.upper(i) && c.tokens[i].shape != number {
			return false
		}
	}
	return t.at > u.at+u.n && c.is(u.at+u.n, kLink)
}

// dialogue gives the sort of a dialogue with a name: one of two sides is a session
// ("the EU-Chad Human Rights Dialogue"), one of many a conference; else "".
func (c *clause) dialogue(t trigger) string {
	if c.tongue.tag != "en" || c.tokens[t.at+t.n-1].word.folded != "dialogue" || !c.upper(t.at) || !c.upper(t.at-1) {
		return ""
	}
	for i := t.at - 1; i > max(c.s.from, t.at-6) && (c.upper(i) || c.tokens[i].shape == mark && c.tokens[i].glued); i-- {
		if h := c.hit(i); c.tokens[i].word.in(sided) || h != nil {
			return "session"
		}
	}
	if _, parties := c.actors(c.part(t.at)); len(parties) == 2 {
		return "session"
	}
	return "conference"
}

// sided are the words of the names of dialogues between two sides.
var sided = forms("strategic bilateral political human security economic energy consular")

// ministerial reports a meeting with a name of its own ("the G20 Agriculture
// Ministers Meeting"), which is a conference.
func (c *clause) ministerial(t trigger) bool {
	i := t.at - 1
	if c.possessive(i) {
		i--
	}
	f := c.tokens[t.at].word.folded
	return c.tongue.capitals && (f == "meeting" || f == "meetings") && c.upper(t.at) && i > c.s.from && c.upper(i) && c.upper(i-1)
}

func (c *clause) has(verb string) bool {
	return slices.ContainsFunc(c.verbs, func(t trigger) bool { return !t.noun && t.tag.value == verb })
}

// verbNear reports whether a verb of the frame stands within gap tokens of the trigger.
func (c *clause) verbNear(t trigger, verb string, gap int) bool {
	if c.tongue.verbFirst {
		gap = 2 * gap // the subject stands between
	}
	from, to := c.part(t.at)
	return slices.ContainsFunc(c.verbs, func(u trigger) bool {
		return !u.noun && u.tag.value == verb && (u.at <= t.at || c.distance(t.at, u.at) <= gap) && t.at-u.at <= gap && u.at >= from && u.at < to && !c.ofAnother(t, u)
	})
}

// ofAnother reports a verb of a relative clause that is not about the noun of the
// trigger: "the talks were led by A, who will host a summit".
func (c *clause) ofAnother(t, u trigger) bool {
	if c.tongue.tag != "en" || u.at < t.at {
		return false
	}
	i := c.relativeAfter(t.at + t.n)
	if own, tailed := c.tailOf(t.at); tailed && own.from <= u.at && u.at < own.to {
		return false
	}
	return i < u.at && c.finiteIn(t.at+t.n, i)
}

// datedNear reports whether a date stands within a few tokens after the trigger.
func (c *clause) datedNear(t trigger) bool {
	gap := 4
	if k := t.tag.value; k == "ceremony" || k == "conference" || c.romance() {
		gap = 8
	}
	reach := t.at
	if t.tag.value != "call" {
		reach = c.phraseEnd(t)
	}
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.kind == aDate && c.deadline(ch) {
			continue
		}
		if ch.kind == aDate && ch.from >= t.at && (ch.from-t.at-t.n <= gap || ch.from < reach) && !ch.day.from.IsZero() {
			return true
		}
		if ch.kind == aDate && c.before(ch, t.at) || ch.kind == aDate && ch.to < t.at && t.at-ch.to <= 2 && c.possessive(ch.to) && !ch.day.from.IsZero() { // "yesterday's session"
			return true
		}
	}
	return false
}

// lightVerb gives "had brief talks", "will hold discussions" as one verb of meeting,
// where who was met follows or stands before it.
func (c *clause) lightVerb(t trigger) (trigger, bool) {
	if c.tongue.tag != "en" || c.definite(t) || c.numbered(t) {
		return t, false
	}
	for i := t.at - 1; i >= max(c.s.from, t.at-6); i-- {
		switch f := c.tokens[i].word.folded; {
		case c.tokens[i].word.in(lightVerbs) && c.tokens[i].shape == lower:
			return trigger{i, t.at + t.n - i, &tag{kind: kVerb, value: "meet"}, false}, c.metWith(t.at + t.n)
		case c.is(i, kIn) && c.tokens[max(i-1, c.s.from)].word.in(lightVerbs): // "engaged in talks"
		case c.tokens[i].shape == mark && f != "-" || c.finiteAt(i) || c.is(i, kIn) || c.is(i, kAnd):
			return t, false
		}
	}
	return t, false
}

// metWith reports "with" shortly after the words of a meeting.
func (c *clause) metWith(at int) bool {
	for i := at; i < min(c.s.to, at+8) && c.tokens[i].shape != mark; i++ {
		if tg, _ := c.at(i, kWith); tg != nil && tg.value == "" {
			return true
		}
	}
	return false
}

// lightVerbs are those that say no more than that a meeting was.
var lightVerbs = forms("had have has having hold holds held holding conducted conduct conducts engaged engage engages engaging")

// before reports a day that stands as an attribute: "the June 14 meeting",
// "tomorrow's meeting".
func (c *clause) before(d *chunk, at int) bool {
	attribute := d.to == at && c.is(d.from-1, kArticle) || d.to+1 == at && c.possessive(d.to)
	return c.tongue.tag == "en" && attribute && c.is(at, kEvent) && !d.day.from.IsZero()
}

// meetingNoun reads "a discussion was held between X and Y" as a meeting of
// its own, "during the meeting held in Cairo, May 27" as the one at hand.
func (c *clause) meetingNoun(t trigger, kind string, held, near bool) {
	persons, parties := c.actors(c.s.from, c.s.to)
	tail, tailed := c.tailOf(t.at)
	if tailed {
		persons, parties = c.ofTail(t, tail)
	} else if from := c.betweenWhom(t); from > 0 {
		persons, parties = c.actors(from, c.until(t))
	} else if i := c.turn(c.s.from, t.at); i > 0 && c.staged(t) && len(c.verbs) > 0 {
		persons, parties = c.actors(c.s.from, c.verbs[0].at)
		p, s := c.actors(i, c.s.to)
		persons, parties = append(persons, p...), append(parties, s...)
	} else if end := c.nextDeed(t); end < c.s.to {
		_, parties = c.actors(c.s.from, end)
	}
	for _, a := range c.compoundSides(t) {
		parties = appendActor(parties, a)
	}
	definite := c.definite(t) && !(c.tongue.tag == "en" && (c.inRow(t) || c.tokens[t.at].word.in(rows)))
	m := c.stage.meeting
	own, dated := c.day(t.at, t.n)
	definite = definite || c.tongue.tag == "en" && dated && own.to+1 == t.at && c.possessive(own.to) && m != nil && m.date == own.day.from // "today's meeting"
	past := dated && m != nil && m.date.IsZero() && !c.published.IsZero() && own.day.from.Year != c.published.Year
	elsewhen := past || dated && m != nil && !m.date.IsZero() && !own.day.from.Overlaps(m.date)
	if definite && m != nil && m.n+6 >= c.s.para && len(persons) == 0 && !elsewhen && !c.ownMeeting(t, m) && !(c.tongue.tag == "en" && c.betweenWhom(t) > 0 && near) {
		if near || held {
			if dated && m.date.IsZero() {
				m.date, m.end, m.dateAt = own.day.from, own.day.to, c.bytes(own.from, own.to)
			}
			if place, at, ok := c.place(t.at, c.s.to); ok && m.place == "" {
				m.place, m.placeAt = place, at
			}
		}
		return
	}
	if f := c.stage.forum; definite && f != nil && f.sentence != int(c.tokens[c.s.from].start) && (m == nil || f.n > m.n) && f.n+2 >= c.s.para && c.tongue.tag == "en" && !elsewhen && !(dated && !f.date.IsZero() && !own.day.from.Overlaps(f.date)) {
		f.with(c, persons, nil) // "the meeting", of a ministerial meeting
		return
	}
	if c.metHere(t) && kind == "meeting" && !tailed && !(c.indefinite(t.at) && c.staged(t)) || !held && !near {
		return
	}
	if m != nil && m.n+6 >= c.s.para && c.attendedTo(t) {
		m.with(c, persons, nil)
		return
	}
	if definite && m != nil && c.has("attend") && (c.tongue.tag == "en" || m.n+2 >= c.s.para && !elsewhen) { // "the meeting was attended by"
		return
	}
	if len(persons) == 0 && len(parties) == 1 && !near && !elsewhen && !(tailed && c.tailed(t)) {
		return
	}
	if len(persons)+len(parties) == 0 && len(c.stage.two) > 1 && c.tokens[max(t.at-1, c.s.from)].word.folded == "their" {
		persons = c.pairOf(c.bytes(t.at, t.at+t.n), t.at)
	}
	if m != nil && len(persons)+len(parties) == 0 && c.tongue.tag == "en" && (c.tokens[c.rowFrom(t)].word.in(rows) || c.inRow(t) && c.planned(t.at, own.day.from)) { // "the next round"
		persons, parties = m.participants, m.parties
	}
	if len(persons)+len(parties) == 0 && !c.tongue.capitals && m != nil && dated && held && c.planned(t.at, own.day.from) { // "Следующие консультации пройдут в мае"
		parties = m.parties
	}
	if len(persons)+len(parties) == 0 && !(c.tongue.articles && dated && held) {
		if c.stage.subject == nil || !c.is(t.at-1, kArticle) || c.tongue.tag == "en" && c.sideBefore(t.at) {
			return
		}
		parties = []actor{{c.stage.subject, c.bytes(t.at, t.at+t.n), t.at}}
	}
	e := c.event(kind, t, ruleHeld)
	e.fresh = (c.indefinite(t.at) || c.tongue.tag == "en" && c.inRow(t)) && !c.atOne(t)
	e.with(c, persons, parties)
	e.apart = tailed && !definite && c.tongue.tag == "en" && !e.date.IsZero()
	if f := c.put(e); len(persons) > 0 || len(parties) > 1 {
		c.stage.meeting = f
	}
}

// ownMeeting reports a meeting that a body which took no part in the one at hand
// held: "At its meeting on 27 September, the Federal Council".
func (c *clause) ownMeeting(t trigger, m *event) bool {
	if c.tongue.tag != "en" || c.tokens[max(c.rowFrom(t)-1, c.s.from)].word.folded != "its" {
		return false
	}
	a := c.owner(t)
	return a != nil && !slices.ContainsFunc(m.parties, func(b actor) bool { return b.who == a.who })
}

// owner gives the body that "its" before an event noun stands for: the subject
// of the sentence, after the comma where the noun opens it.
func (c *clause) owner(t trigger) *actor {
	at := t.at
	for i := t.at; i < min(c.s.to-1, t.at+maxTail) && !precedes(c.chunks, t.at); i++ {
		if c.mark(i, ",") {
			at = i + 1
			break
		}
	}
	for k := range c.chunks {
		ch := &c.chunks[k]
		if a := c.actorAt(k); a != nil && ch.kind == anOrg && (at == t.at && ch.to <= at || at > t.at && ch.from >= at && ch.from <= at+1) {
			return a
		}
	}
	return nil
}

// precedes reports whether an organisation is named before a token.
func precedes(chunks []chunk, at int) bool {
	return slices.ContainsFunc(chunks, func(ch chunk) bool { return ch.kind == anOrg && ch.to <= at })
}

// metHere reports a verb of meeting beside the noun that tells of the same: not
// a word of welcome, nor what is only wished.
func (c *clause) metHere(t trigger) bool {
	return slices.ContainsFunc(c.verbs, func(u trigger) bool {
		if u.noun || u.tag.value != "meet" {
			return false
		}
		return c.tongue.tag != "en" || !strings.HasPrefix(c.tokens[u.at].word.folded, "welcom") && !c.infinitive(u)
	})
}

// betweenWhom gives the token of "between" right after a noun of meeting, or 0.
func (c *clause) betweenWhom(t trigger) int {
	for i := t.at + t.n; i < min(c.s.to, t.at+t.n+3); i++ {
		if tg, _ := c.at(i, kWith); tg != nil && tg.value == "between" {
			return i
		}
	}
	return 0
}

// nextDeed gives where a verb that acts on an instrument follows a meeting:
// what is approved there is no party to it.
func (c *clause) nextDeed(t trigger) int {
	for _, u := range c.verbs {
		if !u.noun && u.at > t.at && actVerbs[u.tag.value] != "" {
			return u.at
		}
	}
	return c.s.to
}

// definite reports whether "the" or "this" stands before a trigger.
func (c *clause) definite(t trigger) bool {
	if !c.tongue.articles && t.at == c.s.from { // "Встреча прошла в Шуше"
		return true
	}
	for i := t.at - 1; i >= c.s.from && i >= t.at-3; i-- {
		if tg, _ := c.at(i, kDuring); tg != nil && tg.value == "" {
			return true
		}
		if tg, _ := c.at(i, kArticle); tg != nil {
			return tg.value != "a" && c.tokens[i].word.folded != "a" && c.tokens[i].word.folded != "an"
		}
		if tg, _ := c.at(i, kPronoun); tg != nil {
			return c.tongue.tag != "en" || tg.value != "s" // "she had talks"
		}
	}
	return false
}

// gathering reads sessions, conferences, trainings and ceremonies.
func (c *clause) gathering(t trigger, kind string, held, near bool) {
	if c.within(t) {
		return
	}
	if from, to := c.part(t.at); c.tongue.tag == "en" && c.plural(t.at+t.n-1) && !c.upper(t.at) && !c.dayOnlyIn(from, to) { // "organises workshops"
		return
	}
	named := c.upper(t.at) && t.n > 1 && c.upper(t.at+t.n-1) && c.tongue.tag == "en" || c.upper(t.at) && t.at > c.s.from && (c.upper(t.at-1) || c.tokens[t.at-1].shape == number)
	numbered := c.numbered(t)
	held = held || kind == "session" && c.tongue.tag == "en" && c.is(t.at-1, kFuture) && c.is(t.at+t.n, kLink) // "the forthcoming session of the Council"
	if named && !held && c.tongue.tag == "en" {                                                                // "will deliver an address at the Water Symposium"
		i := t.at
		for i > c.s.from && (c.upper(i) || c.is(i, kOrdinal) || c.tokens[i].shape == number) {
			i--
		}
		_, n := c.at(i-1, kDuring)
		held = c.is(i, kArticle) && (c.is(i-1, kIn) || n > 0 || c.amid(i-1) || c.tokens[max(i-1, c.s.from)].word.in(around))
	}
	if !held && !near && !(named && numbered) && !(kind == "session" && numbered) {
		return
	}
	persons, parties := c.actors(c.part(t.at))
	if c.spokenOf(t) {
		_, to := c.part(t.at)
		persons, parties = c.actors(t.at, to)
	}
	if m := c.stage.meeting; !c.tongue.capitals && kind == "ceremony" && m != nil && m.kind == "signing" && m.n+3 >= c.s.para && c.definite(t) && !c.dayOnly() {
		m.with(c, persons, nil) // "asistieron a la ceremonia"
		return
	}
	if f := c.stage.forum; f != nil && (f.kind == kind || !c.tongue.capitals && kind == "conference" && f.kind == "session") && f.n+3 >= c.s.para && c.definite(t) && !named && !numbered && (!c.dayOnly() || c.tongue.tag == "en" && c.dayOf(t, f)) {
		f.with(c, persons, nil) // "the summit was attended by"
		return
	}
	e := c.event(kind, t, ruleGathering)
	lo := t.at
	for lo > c.s.from && (c.upper(lo-1) || c.tokens[lo-1].shape == number || c.is(lo-1, kLink) && c.upper(lo-2)) && !c.is(lo-1, kStop) {
		lo--
	}
	e.at = c.bytes(lo, t.at+t.n)
	e.name, e.fresh = c.title(lo, t), c.indefinite(lo)
	if c.asideOf(lo) && c.tokenAt(e.dateAt.start) < t.at { // "signed on Monday on the sidelines of the Summit"
		e.date, e.end, e.dateAt = chancery.Date{}, chancery.Date{}, span{}
	}
	if e.date.IsZero() {
		if y, at, ok := c.yearIn(lo, t.at+t.n+1); ok {
			e.date, e.dateAt = y, at
		}
	}
	e.with(c, persons, parties)
	if len(e.parties)+len(e.participants) == 0 && e.date.IsZero() && !(named && e.place != "") {
		return
	}
	c.stage.forum = c.put(e)
}

// dayOf reports a trigger on the very day of an event told before.
func (c *clause) dayOf(t trigger, f *event) bool {
	d, ok := c.day(t.at, t.n)
	return ok && f.onDay() && d.day.from == f.date
}

// spokenOf reports an event that somebody only told somebody about: "informed
// the Ambassador about the preparations for the session".
func (c *clause) spokenOf(t trigger) bool {
	from, _ := c.part(t.at)
	return slices.ContainsFunc(c.verbs, func(u trigger) bool {
		return !u.noun && u.tag.value == "inform" && from <= u.at && u.at < t.at && c.tongue.tag == "en" && c.aboutIn(u.at+u.n, t.at)
	})
}

// aboutIn reports "about", "on" or "of" what was said between two tokens.
func (c *clause) aboutIn(from, to int) bool {
	for i := from; i < to; i++ {
		if f := c.tokens[i].word.folded; c.is(i, kAbout) || f == "on" || f == "of" {
			return true
		}
	}
	return false
}

// amid reports the end of "on the sidelines of", "during" or "in the margins
// of" at token i.
func (c *clause) amid(i int) bool {
	for n := 1; n <= 5; n++ {
		if _, m := c.at(i-n+1, kDuring); m == n {
			return true
		}
	}
	return false
}

// asideOf reports "on the sidelines of" or "in the margins of" before the words
// of an event that begin at a token: what is told of was done at another time.
func (c *clause) asideOf(lo int) bool {
	i := lo - 1
	if c.is(i, kArticle) {
		i--
	}
	return c.tongue.tag == "en" && i > c.s.from && c.tokens[i].word.folded == "of" && c.amid(i)
}

// title gives the folded name of a gathering that begins at token lo, or "".
// A ceremony is told apart by its noun alone.
func (c *clause) title(lo int, t trigger) string {
	switch {
	case c.tongue.tag != "en":
		return ""
	case t.tag.value == "ceremony" && c.tokens[t.at+t.n-1].word.folded != "ceremony":
		return fold(c.say(t.at, t.at+t.n))
	case lo < t.at && c.upper(t.at) && c.upper(t.at-1):
		return fold(c.say(lo, t.at+t.n))
	case c.is(t.at-1, kOrdinal) || c.tokens[max(t.at-1, c.s.from)].shape == number: // "the forty-third session"
		return fold(c.say(t.at-1, t.at+t.n))
	}
	return ""
}

// indefinite reports "a", "an" or "another" before the words of a noun that
// begin at token lo: what is told is new.
func (c *clause) indefinite(lo int) bool {
	for i := lo - 1; i >= max(c.s.from, lo-5) && c.tongue.tag == "en"; i-- {
		switch f := c.tokens[i].word.folded; {
		case f == "a" || f == "an" || f == "another":
			return true
		case c.tokens[i].shape == mark || c.is(i, kArticle) || c.is(i, kVerb):
			return false
		}
	}
	return false
}

// numbered reports whether an ordinal or a number belongs to the trigger's name.
func (c *clause) numbered(t trigger) bool {
	for i := max(c.s.from, t.at-4); i < t.at; i++ {
		if f := c.tokens[i].word.form; c.tokens[i].shape == number || c.roman(i) || c.is(i, kOrdinal) || len(f) > 1 && strings.Trim(f, "IVX") == "" {
			return true
		}
	}
	return t.at+t.n < c.s.to && c.tokens[t.at+t.n].shape == number
}

// yearIn gives a year that stands as a part of a name: "Meeting 2021".
func (c *clause) yearIn(from, to int) (chancery.Date, span, bool) {
	for i := from; i < min(to, c.s.to); i++ {
		f := c.tokens[i].word.form
		if len(f) == 4 && (f[:2] == "19" || f[:2] == "20") && c.tokens[i].shape == number {
			d, err := chancery.ParseDate(f)
			return d, c.bytes(i, i+1), err == nil
		}
	}
	return chancery.Date{}, span{}, false
}

// electionNoun reads "the elections to the Committee", "at the elections held in New York".
func (c *clause) electionNoun(t trigger, held, near bool) {
	persons, parties := c.actors(c.s.from, c.s.to)
	to := c.is(t.at+t.n, kTo) || c.is(t.at+t.n, kLink)
	org := slices.ContainsFunc(parties, func(a actor) bool { return a.who.kind == anOrg })
	if !(held || near || to && org && c.dayOnly()) {
		return
	}
	e := c.event("election", t, ruleElection)
	if f := c.toldOf("election"); f != nil && c.tongue.tag == "en" && !to && c.definite(t) && (e.date.IsZero() || f.date.IsZero() || f.date.Overlaps(e.date)) { // "the vote took place"
		f.absorb(e)
		return
	}
	e.with(c, persons, parties)
	c.put(e)
}

// dayOnly reports whether the sentence has a date of its own.
func (c *clause) dayOnly() bool { return c.dayOnlyIn(c.s.from, c.s.to) }

func (c *clause) signingNoun(t trigger, held, near bool) {
	if c.has("sign") || !held && !near {
		return
	}
	if m := c.stage.meeting; m != nil && m.kind == "signing" && c.definite(t) && m.n+3 >= c.s.para { // "the signing ceremony took place in"
		if place, at, ok := c.place(t.at, c.s.to); ok && m.place == "" {
			m.place, m.placeAt = place, at
		}
		if d, ok := c.day(t.at, t.n); ok && m.date.IsZero() {
			m.date, m.end, m.dateAt = d.day.from, d.day.to, c.bytes(d.from, d.to)
		}
		return
	}
	persons, parties := c.actors(c.s.from, c.s.to)
	if m := c.stage.meeting; len(persons)+len(parties) == 0 && m != nil && m.kind == "signing" {
		m.absorb(c.event("signing", t, ruleSigning))
		return
	}
	if len(persons)+len(parties) == 0 {
		return
	}
	e := c.event("signing", t, ruleSigning)
	e.with(c, persons, parties)
	c.put(e)
}

// tellEvents proposes the events.
func (p *paper) tellEvents() {
	for _, e := range p.told {
		o := p.d.Mention("Event", e.at.start, e.at.end)
		if o.Has("type") {
			continue
		}
		o.Add("type", e.kind, e.at.start, e.at.end, e.rule)
		if !e.date.IsZero() {
			o.Add("date", e.date.String(), e.dateAt.start, e.dateAt.end, e.rule)
			if !e.end.IsZero() && e.end != e.date {
				o.Add("endDate", e.end.String(), e.dateAt.start, e.dateAt.end, e.rule)
			}
		}
		if e.place != "" {
			o.Add("place", e.place, e.placeAt.start, e.placeAt.end, rulePlace.Name)
		}
		status := "held"
		if e.planned {
			status = "planned"
		}
		o.Add("status", status, e.at.start, e.at.end, e.rule)
		for _, a := range e.participants {
			o.Ref("participant", p.entity(a.who), a.at.start, a.at.end, e.rule)
		}
		for _, a := range e.parties {
			o.Ref("party", p.entity(a.who), a.at.start, a.at.end, e.rule)
		}
		slices.SortFunc(e.topics, func(a, b span) int { return cmp.Compare(a.start, b.start) })
		for _, s := range e.topics {
			o.Add("topic", p.text[s.start:s.end], s.start, s.end, ruleTopic.Name)
		}
		e.out = o
	}
}
