package press

import (
	"chancery"
	"slices"
	"strings"
)

// meetingSides are those who meet, before and after the verb.
type meetingSides struct {
	before, after   []actor // persons
	sBefore, sAfter []actor // States and bodies
}

func (m *meetingSides) persons() int { return len(m.before) + len(m.after) }
func (m *meetingSides) bodies() int  { return len(m.sBefore) + len(m.sAfter) }

// met reads "X met with Y", "X and Y held talks", and reports whether they did.
func (c *clause) met(t trigger) bool {
	if c.tellsNoMeeting(t) {
		return false
	}
	var m meetingSides
	m.before, m.sBefore = c.actors(c.s.from, t.at)
	talk := slices.ContainsFunc(c.verbs, func(u trigger) bool { return u.at == t.at && u.tag.value == "discuss" })
	if talk && len(m.before)+len(m.sBefore) < 2 && !c.withNear(t) {
		return false
	}
	if talk && c.byCall() {
		c.called(t)
		return true
	}
	if c.infinitive(t) {
		return false
	}
	if at := c.stage.meeting; talk && at != nil && at.kind == "call" && at.n+1 >= c.s.para && c.tongue.tag == "en" && shared(m.before, at.participants) > 1 {
		c.discussed(t) // what they spoke of by telephone
		return true
	}
	if c.negated(t.at) {
		return false
	}
	end := c.until(t)
	if i := c.turn(t.at+t.n, end); i > 0 {
		end = i
	}
	c.otherSide(t, &m, talk, end)
	c.firstSide(t, &m)
	if at := c.stage.meeting; at != nil && m.persons()+m.bodies() == 0 && (c.planned(t.at, chancery.Date{}) || c.another(t)) {
		e := c.event("meeting", t, ruleMet) // "they will meet again"
		e.apart = c.tongue.tag == "en" && !e.planned && (c.tokens[max(t.at-1, c.s.from)].word.in(onceBefore) || c.longAgo(e.date))
		e.with(c, at.participants, at.parties)
		c.put(e)
		return true
	}
	if c.oneSided(t, &m, end) {
		c.d.Nearly(ruleMet.Name, int(c.tokens[t.at].start), int(c.tokens[t.at+t.n-1].end), "only one side is named")
		return false
	}
	return c.tellMeeting(t, &m, end)
}

// tellsNoMeeting reports a verb of meeting that means something else: "meet the costs",
// "the meeting, hosted by", "received a letter".
func (c *clause) tellsNoMeeting(t trigger) bool {
	if c.appeal(t) || c.adopted(t) || c.onlyAskedFor(t) || c.receivesThing(t) || c.hosts(t) && c.handsPapers(t) {
		return true
	}
	if c.tongue.tag != "en" {
		return false
	}
	switch by := c.is(t.at+t.n, kBy); c.tokens[t.at].word.folded {
	case "meeting":
		return c.calledOff(t)
	case "hosted":
		return by && !c.finite(t)
	case "met":
		return !by && c.passive(t) // "will be met from the budget"
	}
	return false
}

// otherSide finds whom the subject meets; what is talked about is no side.
func (c *clause) otherSide(t trigger, m *meetingSides, talk bool, end int) {
	from := t.at + t.n
	if talk {
		for tg, _ := c.at(from, kWith); from < c.s.to && (tg == nil || tg.value != ""); tg, _ = c.at(from, kWith) {
			from++
		}
	}
	m.after, m.sAfter = c.actors(from, c.margin(from, end))
	if i := c.sidelines(from-1, end); i < end && len(m.after) == 0 { // "met on the fringes of the Assembly"
		_, m.sAfter = c.actors(from, i)
	}
	if with := c.sharedWith(t); with > 0 && len(m.after)+len(m.sAfter) == 0 {
		m.after, m.sAfter = c.actors(with, c.s.to)
	}
	if who := c.whom(t); who != nil && len(m.after) == 0 {
		m.after = []actor{*who}
	}
}

// firstSide finds who meets: the subject of this verb or of the one that it is joined
// to, else those of whom the sentences before tell.
func (c *clause) firstSide(t trigger, m *meetingSides) {
	english := c.tongue.tag == "en"
	if first := c.coordinated(t); first >= 0 { // "met A and received B"
		m.before, m.sBefore = c.actors(c.s.from, first)
	}
	if who := c.himself(t); who != nil {
		m.before, m.sBefore = []actor{*who}, nil
	}
	if len(m.before)+len(m.sBefore) == 0 {
		s := c.subjectOf(t.at)
		if by := c.verbSubject(t); len(by) > 0 {
			s = by
		}
		if at := c.stage.meeting; english && c.sideBefore(t.at) && (len(s) < 2 || at != nil && len(at.participants) > 1) {
			s = nil // "the ministers" are more than one, and those of the meeting at hand
		}
		if len(s) > 0 && s[0].who.kind == aPerson {
			m.before = s
		} else if len(s) == 1 && (english || c.tongue.verbFirst) && len(m.after) > 0 {
			m.sBefore = s
		}
	}
	if c.stage.meeting == nil && len(c.stage.two) > 1 && m.persons()+m.bodies() == 0 && c.sideBefore(t.at) {
		m.before = c.pairOf(c.bytes(t.at, t.at+t.n), t.at)
	}
}

// oneSided reports that the other side of a meeting is nobody who can be told.
func (c *clause) oneSided(t trigger, m *meetingSides, end int) bool {
	persons, bodies := m.persons(), m.bodies()
	if persons == 0 && bodies == 1 && c.organGathers(t) {
		return false
	}
	if !(persons == 0 && !c.guest(t.at+t.n, end) || persons == 1 && bodies == 0 && !c.withOfficials(t)) || bodies > 1 {
		return false
	}
	if persons == 1 && (c.hosts(t) && c.guests(t) || len(m.after) == 1 && c.unnamedHost(t, m.after[0].pos) || len(m.after) == 1 && c.visitor(c.beforeAux(t.at))) || c.alone(t, persons+bodies) {
		return false
	}
	return !(bodies == 1 && c.tongue.tag == "en" && len(m.sBefore) == 1 && c.is(t.at+t.n, kArticle) && c.withOfficials(t))
}

// tellMeeting puts a meeting down: as the visit in which it was, as several where one
// meets each of several, or as one.
func (c *clause) tellMeeting(t trigger, m *meetingSides, end int) bool {
	if v := c.arrival(t, m.before, m.after); v != nil {
		v.with(c, append(m.before, m.after...), nil)
		return true
	}
	if c.hosts(t) && len(m.after) == 0 && !c.guest(t.at+t.n, end) && !c.guests(t) { // "is hosted by", "received a letter"
		return false
	}
	if all := append(slices.Clone(m.before), m.after...); c.tongue.tag == "en" {
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
	e.vague = m.persons() == 1 && c.tongue.tag == "en" && c.withOfficials(t)
	e.with(c, append(m.before, m.after...), append(m.sBefore, m.sAfter...))
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
	for i := c.s.from; i < c.s.to && c.tongue.proclitic; i++ {
		if c.tokens[i].word.folded == "هاتفيا" {
			return true
		}
	}
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
	for i := at - 1; i >= max(c.s.from, at-8) && !c.mark(i, ","); i-- {
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
	for i := t.at; i < min(c.s.to, t.at+t.n+12+20*boolInt(c.tongue.verbFirst)); i++ { // the subject of an Arabic verb stands between
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
		if u.at >= t.at+t.n+1 && !u.noun && (t.tag.value == "meet" || t.tag.value == "visit") && c.is(c.beforeAux(u.at), kAnd) && encounters[u.tag.value] {
			return u.at
		}
		if u.at >= t.at+t.n+2 && !u.noun && (dated[u.tag.value] || u.tag.value == "say") && c.mark(u.at-1, ",") {
			return u.at
		}
	}
	_, to := c.part(t.at)
	return to
}

// encounters are the sorts of verbs that tell whom somebody meets, writes or speaks to.
var encounters = map[string]bool{"meet": true, "visit": true, "sign": true, "call": true, "spoke": true, "discuss": true}

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
	persons, parties := c.actors(c.narrowed(t.at, c.s.from, c.s.to))
	if first := c.coordinated(t); first >= 0 { // "received A and talked to B over the phone"
		persons, parties = c.actors(c.s.from, first)
		p, s := c.actors(t.at, c.s.to)
		persons, parties = append(persons, p...), append(parties, s...)
	}
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
	for i := t.at + t.n; i < min(to, t.at+2*reach) && !c.finiteAt(i); i++ {
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
	if c.tokens[t.at].word.folded == "called" {
		if c.rings(t) {
			c.called(t)
		}
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

// rings reports "called" of a telephone: an official calls another, and nothing is
// said that he calls him. "called Foreign Minister A on Monday to thank her".
func (c *clause) rings(t trigger) bool {
	if c.passive(t) {
		return false
	}
	persons, _ := c.actors(t.at, c.s.to)
	before, _ := c.actors(c.s.from, t.at)
	if len(persons) == 0 || len(before) == 0 || len(persons[0].who.posts) == 0 || len(before[0].who.posts) == 0 {
		return false
	}
	first := t.at + t.n
	for first < persons[0].pos && (c.upper(first) || c.is(first, kPronoun) || c.is(first, kArticle) || c.is(first, kTitle) || c.is(first, kCounterpart) || c.is(first, kPortfolio) || c.is(first, kLink) || c.possessive(first) || c.is(first, kAdjective)) {
		first++
	}
	end := first
	for end < c.s.to && (c.upper(end) || c.is(end, kLink) && c.upper(end+1)) {
		end++
	}
	return first == persons[0].pos && (c.mark(end, ",") || c.mark(end, ".") || c.dayInside(end) > 0 || c.pastDate(end) > end || c.tokens[min(end, c.s.to-1)].word.folded == "to")
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
	if by := c.subjectBefore(t.at, c.s.from); len(by) > 0 && c.sideAt(by[0].pos) < 0 && m.kind == "signing" && shared(by, m.participants)+shared(by, m.parties) == 0 {
		return // others than who signed
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
	if by := c.speakers(t); from == c.s.from && len(by) > 0 {
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
		if c.tongue.capitals && c.is(to, kAnd) && c.is(to+1, kVerb) && strings.HasSuffix(c.tokens[min(to+1, c.s.to-1)].word.folded, "ed") || c.is(to, kAnd) && c.anotherDoes(to+1) { // "trade and agreed that"
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

// anotherDoes reports an officer or somebody named at a token with a verb right after, who
// does something else: "praised the accession and the President signed the Act".
func (c *clause) anotherDoes(i int) bool {
	i = c.pastArticle(i)
	end := i
	if ch := c.chunkOver(i); ch != nil && ch.from == i && (ch.kind == aPerson || ch.kind == aPost) {
		end = ch.to
	} else if _, n := c.at(i, kTitle); n > 0 {
		end = i + n
	}
	return c.tongue.tag == "en" && end > i && c.finiteAt(end) && !c.is(end+1, kBy)
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
