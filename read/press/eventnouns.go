package press

import (
	"chancery"
	"slices"
	"strings"
)

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
	if c.noEvent(t, own) || c.pressInterview(t) {
		return
	}
	held := c.verbNear(t, "hold", 14) || t.tag.value == "ceremony" && c.verbNear(t, "hand", 14+8*boolInt(c.tongue.tag == "es")) || c.staged(t) && !(c.definite(t) && (t.tag.value == "meeting" || t.tag.value == "call")) || c.atOne(t) || own
	near := c.datedNear(t) || c.tongue.tag == "en" && c.toCome(t) || c.doneThere(t)
	switch kind := t.tag.value; kind {
	case "meeting", "call":
		c.meetingOrCall(t, kind, held, near)
	case "visit":
		c.visitNoun(t, held, near, own)
	case "briefing": // the press is met, not a conference
		if !c.startOf(t) && !c.partOf(n) {
			c.gathering(t, "other", held, near)
		}
	case "session", "conference", "training", "ceremony":
		if !c.startOf(t) && !c.partOf(n) && !(kind == "ceremony" && c.onlyOccasion(n, t)) {
			c.gathering(t, kind, held, near)
		}
	case "election":
		if !c.ofBill(t) || held && c.stage.ballot != nil {
			c.electionNoun(t, held, near)
		}
	case "signing":
		c.signingNoun(t, held, near)
	case "other":
		c.appointed(t)
	}
}

// noEvent reports a noun of an event that tells none here: a verb of the same form, an
// attribute, what is only spoken of, done before, refused. Own says that what follows
// the noun tells when or where it is held.
func (c *clause) noEvent(t trigger, own bool) bool {
	if c.tongue.tag == "en" && t.n == 1 && (c.tokens[t.at].word.folded == "round" && !c.ofTalks(t) || c.tokens[max(t.at-1, c.s.from)].word.folded == "to" && c.is(t.at, kVerb)) { // "to visit us"
		return true
	}
	if c.ifChosen(t) || c.s.heading && t.tag.value == "briefing" && c.is(t.at+t.n, kLink) { // "Press briefing of Cabinet Decision"
		return true
	}
	if next := t.at + t.n; next < c.s.to && c.tokens[next].word.in(sitting) && c.whoseOrgan(next) != nil { // "whose general assembly met"
		return true
	}
	if !own && (c.preceded(t) || c.onlyInvited(t) || c.occasion(t)) {
		return true
	}
	return c.describes(t) || c.negated(t.at) || c.none(t) || c.calledOff(t) || c.acting(t) || c.eve(t) || c.anyEvent(t)
}

// onlyOccasion reports a ceremony that is one with another event of its sentence: what
// it began with, or the signature or credentials for which it was held.
func (c *clause) onlyOccasion(n int, t trigger) bool {
	return c.tongue.tag == "en" && c.startedWith(n) || c.coupled(n) || c.atOne(t) && (c.has("sign") || c.has("present") || c.names("credentials"))
}

// meetingOrCall reads what a noun of a meeting tells: consultations, an organ's session,
// a dialogue, a conference of ministers, or a meeting of sides.
func (c *clause) meetingOrCall(t trigger, kind string, held, near bool) {
	switch other := c.dialogue(t); {
	case c.consulted(t):
		c.tellPassing("other", t, ruleHeld)
	case c.itsItem(t):
	case c.meetingOfOrgan(t):
		c.gathering(t, "session", held, near)
	case other != "":
		c.gathering(t, other, held, near)
		c.stage.meeting = c.stage.forum // "the next round"
	case c.ministerial(t):
		if !c.s.heading {
			c.gathering(t, "conference", held, near)
		}
	default:
		if v, light := c.lightVerb(t); light && kind == "meeting" && c.met(v) {
			return
		}
		held = held || c.betweenWhom(t) > 0 && c.has("hold") || c.withWhom(t)
		c.meetingNoun(t, kind, held, near) // the names of the sides part them
	}
}

// meetingOfOrgan reports a meeting that is a session: "the 24th Meeting of the Council".
func (c *clause) meetingOfOrgan(t trigger) bool {
	titled := c.tongue.capitals && strings.HasPrefix(c.tokens[t.at+t.n-1].word.folded, "meeting") && c.upper(t.at) && c.numbered(t)
	return titled && (c.is(t.at+t.n, kLink) || c.tokens[t.at-1].word.in(rows)) || c.ofOrgan(t)
}

// visitNoun reads a visit that a noun tells of: "during his official visit to Chad".
func (c *clause) visitNoun(t trigger, held, near, own bool) {
	aimed := c.dayOnly() && c.visitOf(t) || c.dayOnly() && (c.is(t.at+t.n, kTo) || c.is(t.at+t.n, kLink) || c.tongue.tag == "en" && c.is(t.at+t.n, kBy) || c.tongue.tag == "en" && c.tokens[min(t.at+t.n, c.s.to-1)].word.folded == "that")
	if !near && !held && !aimed && !c.under(t) && c.organVisits(t) == nil && !c.meansTo(c.undergone(t)) {
		return
	}
	persons, parties := c.visitors(t, near || held)
	if s := c.stage.subject; len(persons)+len(parties) == 0 && own && s != nil { // "the field visit conducted to Bamako"
		parties = []actor{{s, c.bytes(t.at, t.at+t.n), t.at}}
	}
	if organ := c.organVisits(t); len(persons) == 0 && organ != nil {
		parties, own = append(organ, parties...), true
	}
	nameless := len(persons) == 0 && !(own && len(parties) > 0)
	if nameless && !c.visitOf(t) {
		return
	}
	e := c.event("visit", t, ruleVisit)
	e.planned = e.planned || c.meansTo(c.undergone(t))
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
}

// ifChosen reports an election of which only a condition or a rule tells: "States whose
// election will ensure", "if elected".
func (c *clause) ifChosen(t trigger) bool {
	if c.tongue.tag != "en" || t.at == c.s.from {
		return false
	}
	switch c.tokens[t.at-1].word.folded {
	case "whose":
		return t.tag.value == "election" && !c.dayOnly()
	case "if", "once", "unless":
		return t.tag.value == "elect"
	}
	return false
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
	if persons, parties = c.actors(t.at, to); len(persons)+len(parties) > 0 && c.spokenOf(t) && !c.tokens[t.at-1].word.in(whose) { // "recalled the visit of A"
		return persons, parties
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
	if c.tongue.verbFirst {
		return t.at > c.s.from && c.tokens[t.at-1].word.in(invitations) && strings.HasPrefix(c.tokens[t.at].word.folded, "ل")
	}
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
	if c.tongue.verbFirst && t.tag.value == "election" && c.tokens[max(t.at-1, c.s.from)].word.in(observing) { // "مراقبي الانتخابات", unless its own day follows
		d, ok := c.day(t.at, t.n)
		return !ok || d.from < t.at
	}
	if c.tongue.tag != "en" || i >= c.s.to || c.tokens[i].glued {
		return false
	}
	if c.tokens[i-1].word.folded == "tour" && c.tokens[i].word.folded == "of" && c.tokens[min(i+1, c.s.to-1)].word.folded == "duty" {
		return true
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

// observing are the Arabic words for what is done about an election.
var observing = forms("مراقبي مراقبه لمراقبه لمراقبي بمراقبه نتائج بنتائج قانون نزاهه لجنه هيئه عمليه")

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
// Conference of Ministers", "el pleno del Senado eligió a Juan Soto".
func (c *clause) acting(t trigger) bool {
	before := max(c.pastArticleBack(t.at), c.s.from)
	for _, u := range c.verbs {
		if c.romance() && !c.is(before, kIn) && !c.is(before, kDuring) && !u.noun && (u.tag.value == "elect" || u.tag.value == "appoint") && u.at >= t.at+t.n && u.at-t.at-t.n < 6 && !c.passiveAbroad(u) && !c.comma(t.at, u.at) {
			return true
		}
	}
	if next := t.at + t.n; c.tongue.tag == "en" && c.upper(t.at) && next < c.s.to && c.is(t.at-1, kArticle) && c.is(t.at-2, kLink) && c.finiteAt(next) && !c.is(next, kPast) { // "the Leaders of the Forum adopted"
		return true
	}
	return c.tongue.tag == "en" && c.upper(t.at) && c.is(t.at-1, kArticle) && c.is(t.at-2, kBy) && c.is(t.at+t.n, kLink) && !c.is(t.at+t.n, kIn)
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
	if _, parties := c.actors(c.sphere(t.at)); len(parties) == 2 {
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
		if ch.kind == aDate && t.tag.value == "election" && c.pollingDay(ch, t) {
			return true
		}
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

// pollingDay reports a date that says when an election is as its attribute, or as the
// last day that a law leaves for it: "the June 20 parliamentary elections", "is due
// by 2018".
func (c *clause) pollingDay(d *chunk, t trigger) bool {
	if c.tongue.tag != "en" || d.day.from.IsZero() {
		return false
	}
	if d.from >= t.at {
		return c.deadline(d) && d.from-t.at-t.n <= 4
	}
	for i := d.to; i < t.at; i++ {
		if c.tokens[i].shape != lower || c.is(i, kVerb) || c.is(i, kIn) || c.is(i, kLink) {
			return false
		}
	}
	return d.to <= t.at && t.at-d.to <= 3 && c.is(d.from-1, kArticle)
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
	persons, parties := c.sidesOfNoun(t)
	tail, tailed := c.tailOf(t.at)
	if tailed {
		persons, parties = c.ofTail(t, tail)
	}
	for _, a := range c.compoundSides(t) {
		parties = appendActor(parties, a)
	}
	m := c.stage.meeting
	own, dated := c.day(t.at, t.n)
	definite := c.definite(t) && !(c.tongue.tag == "en" && (c.inRow(t) || c.tokens[t.at].word.in(rows)))
	definite = definite || c.tongue.tag == "en" && dated && own.to+1 == t.at && c.possessive(own.to) && m != nil && m.date == own.day.from // "today's meeting"
	elsewhen := dated && m != nil && c.elsewhen(m, own.day.from)
	if definite && !elsewhen && c.namesAgain(t, persons, held, near) {
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
	if len(persons) == 0 && len(parties) == 1 && !near && !elsewhen && !(tailed && c.tailed(t)) && !(c.tongue.verbFirst && held && dated && parties[0].who.kind == anOrg) {
		return
	}
	if len(persons)+len(parties) == 0 {
		ahead := c.planned(t.at, own.day.from)
		persons, parties = c.sidesTold(t, dated && held, ahead)
	}
	if len(persons)+len(parties) == 0 && !(c.tongue.articles && dated && held) {
		return
	}
	e := c.event(kind, t, ruleHeld)
	e.fresh = (c.indefinite(t.at) || c.tongue.tag == "en" && c.inRow(t)) && !c.atOne(t)
	e.with(c, persons, parties)
	e.apart = tailed && !definite && c.tongue.tag == "en" && !e.date.IsZero()
	if f := c.put(e); len(persons) > 0 || len(parties) > 1 {
		c.stage.meeting = f
	}
}

// sidesOfNoun gives who is named as meeting, where no tail of the noun tells it.
func (c *clause) sidesOfNoun(t trigger) (persons, parties []actor) {
	if from := c.betweenWhom(t); from > 0 {
		return c.actors(from, c.until(t))
	}
	if i := c.turn(c.s.from, t.at); i > 0 && c.staged(t) && len(c.verbs) > 0 {
		persons, parties = c.actors(c.s.from, c.verbs[0].at)
		p, s := c.actors(i, c.s.to)
		return append(persons, p...), append(parties, s...)
	}
	persons, parties = c.actors(c.narrowed(t.at, c.s.from, c.s.to))
	if end := c.nextDeed(t); end < c.s.to {
		_, parties = c.actors(c.s.from, end)
	}
	return persons, parties
}

// elsewhen reports a day that is not that of a meeting told before.
func (c *clause) elsewhen(m *event, day chancery.Date) bool {
	if m.date.IsZero() {
		return !c.published.IsZero() && day.Year != c.published.Year
	}
	return !day.Overlaps(m.date)
}

// namesAgain reports that a noun names the meeting at hand again, to which it adds its
// day and place.
func (c *clause) namesAgain(t trigger, persons []actor, held, near bool) bool {
	m := c.stage.meeting
	if m == nil || m.n+6 < c.s.para || len(persons) > 0 || c.ownMeeting(t, m) || c.tongue.tag == "en" && c.betweenWhom(t) > 0 && near {
		return false
	}
	if !near && !held {
		return true
	}
	if own, dated := c.day(t.at, t.n); dated && m.date.IsZero() {
		m.date, m.end, m.dateAt = own.day.from, own.day.to, c.bytes(own.from, own.to)
	}
	if place, at, ok := c.place(t.at, c.s.to); ok && m.place == "" {
		m.place, m.placeAt = place, at
	}
	return true
}

// sidesTold gives the sides of a meeting whose sentence names nobody: "their talks", "the
// next round", consultations to come, or the subject of the sentence before. Dated says
// that it is held on a day of its own, ahead that it is to come.
func (c *clause) sidesTold(t trigger, dated, ahead bool) (persons, parties []actor) {
	m := c.stage.meeting
	if len(c.stage.two) > 1 && c.tokens[max(t.at-1, c.s.from)].word.folded == "their" {
		persons = c.pairOf(c.bytes(t.at, t.at+t.n), t.at)
	}
	switch {
	case len(persons) > 0:
		return persons, nil
	case m != nil && c.tongue.tag == "en" && (c.tokens[c.rowFrom(t)].word.in(rows) || c.inRow(t) && ahead): // "the next round"
		persons, parties = m.participants, m.parties
	case m != nil && !c.tongue.capitals && dated && ahead: // "Следующие консультации пройдут в мае"
		parties = m.parties
	}
	if len(persons)+len(parties) > 0 || c.tongue.articles && dated {
		return persons, parties
	}
	if c.stage.subject == nil || !c.is(t.at-1, kArticle) || c.tongue.tag == "en" && c.sideBefore(t.at) {
		return nil, nil
	}
	return nil, []actor{{c.stage.subject, c.bytes(t.at, t.at+t.n), t.at}}
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
	persons, parties := c.involved(t)
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

// none reports an event that was not: "no meeting", "no other session".
func (c *clause) none(t trigger) bool {
	for i := t.at - 1; i >= max(c.s.from, t.at-4) && c.tongue.tag == "en"; i-- {
		if c.tokens[i].word.folded == "no" {
			return true
		}
		if !c.is(i, kAdjective) && !c.tokens[i].word.in(attributes) && !c.tokens[i].word.in(others) {
			break
		}
	}
	return false
}

// calledOff reports an event that somebody undid before it was, and put off to no other day:
// "cancelled her visit", "the meeting was postponed".
func (c *clause) calledOff(t trigger) bool {
	if c.tongue.tag != "en" {
		return false
	}
	for i := t.at - 1; i > max(c.s.from, t.at-6) && c.tokens[i].shape != mark; i-- {
		if c.tokens[i].word.in(undoneEvents) {
			return true
		}
		if c.is(i, kVerb) && !c.attribute(i) {
			break
		}
	}
	off := false
	for i := t.at + t.n; i < c.s.to && !c.mark(i, ","); i++ {
		off = off || c.tokens[i].word.in(undoneEvents) && c.is(i-1, kPast)
		if f := c.tokens[i].word.folded; off && (f == "to" || f == "until") && c.dated(i+1) {
			return false
		}
	}
	return off
}

// undoneEvents are the participles of what is undone before it is.
var undoneEvents = forms("cancelled canceled cancels cancel postponed postpones postpone scrapped")

// others are the words that say of a thing that it is not the one told before.
var others = forms("other another further such new more")

// dayOf reports a trigger on the very day of an event told before.
func (c *clause) dayOf(t trigger, f *event) bool {
	d, ok := c.day(t.at, t.n)
	return ok && f.onDay() && d.day.from == f.date
}

// spokenOf reports an event of which somebody only tells or judges: "informed the
// Ambassador about the preparations for the session", "recalled the Conference",
// "congratulated her on her victory in the election".
func (c *clause) spokenOf(t trigger) bool {
	from, _ := c.part(t.at)
	return c.tongue.tag == "en" && slices.ContainsFunc(c.verbs, func(u trigger) bool {
		switch {
		case u.noun || u.at < from || u.at >= t.at:
			return false
		case u.tag.value == "inform":
			return c.aboutIn(u.at+u.n, t.at)
		case u.tag.value == "spoke":
			return c.tokens[u.at+u.n].word.in(onto)
		case u.tag.value == "assess", u.tag.value == "note", u.tag.value == "appoint" && c.remembered(u):
			return t.tag.value == "election" || c.objectAt(u, t.at)
		}
		return false
	})
}

// whose are the words before a noun for whose it is, where that is told already.
var whose = forms("his her its their")

// onto are the words right after a verb of speaking for what is spoken of: "spoke ahead of".
var onto = forms("of about ahead")

// objectAt reports a token that the object of a verb reaches to: no other verb and no
// word of place or time stands between.
func (c *clause) objectAt(u trigger, at int) bool {
	for i := u.at + u.n; i < at; i++ {
		if c.is(i, kIn) || c.is(i, kDuring) || c.finiteAt(i) || c.tokens[i].shape == mark && !c.tokens[i].glued {
			return false
		}
	}
	return true
}

// involved gives who takes part in an event that a noun tells of.
func (c *clause) involved(t trigger) (persons, parties []actor) {
	from, to := c.sphere(t.at)
	for i := t.at; i < to-2; i++ { // "the session of A, and that of B"
		if f := c.tokens[i+1].word.folded; c.mark(i-1, ",") && c.is(i, kAnd) && (f == "that" || f == "those") && c.tokens[i+2].word.folded == "of" {
			to = i
		}
	}
	if !c.spokenOf(t) {
		return c.actors(from, to)
	}
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.genitive && ch.to < t.at && !c.finiteIn(ch.to, t.at) { // "praised Kenya's presidency"
			return c.actors(ch.from, to)
		}
	}
	return c.actors(t.at, to)
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
	return c.tongue.tag == "en" && i > c.s.from && c.tokens[i].word.folded == "of" && (c.amid(i) || c.tokens[i-1].word.folded == "occasion")
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
	persons, parties := c.involved(t)
	to := c.is(t.at+t.n, kTo) || c.is(t.at+t.n, kLink)
	org := slices.ContainsFunc(parties, func(a actor) bool { return a.who.kind == anOrg })
	if !(held || near || to && org && c.dayOnly()) {
		return
	}
	e := c.event("election", t, ruleElection)
	if !to && !org && t.n == 1 && (t.at == c.s.from || c.is(t.at-1, kArticle)) { // not "the general election"
		c.datesBallot(e)
	}
	if f := c.toldOf("election"); f != nil && c.tongue.tag == "en" && !to && c.definite(t) && (e.date.IsZero() || f.date.IsZero() || f.date.Overlaps(e.date)) { // "the vote took place"
		f.absorb(e)
		return
	}
	e.with(c, persons, parties)
	c.put(e)
}

// datesBallot gives the day of an election, told by its noun alone, to those who were said
// just before to stand for one: "Malta nominated A for the Board. The election is on 5 May".
func (c *clause) datesBallot(e *event) {
	last := len(c.standing) - 1
	if c.tongue.tag != "en" || last < 0 || e.date.Precision() != chancery.DayPrecision || e.at.start < c.standing[last].at.start || e.at.start-c.standing[last].at.start > maxBallotGap {
		return
	}
	for n := range c.standing {
		if m := &c.standing[n]; m.date.IsZero() && !(e.planned && m.result != "") && sameBody(m.body, c.standing[last].body) {
			m.date, m.dateAt = e.date, e.dateAt
		}
	}
}

// maxBallotGap bounds the bytes between who stands and the noun of the election.
const maxBallotGap = 300

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
	persons, parties := c.actors(c.narrowed(t.at, c.s.from, c.s.to))
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
