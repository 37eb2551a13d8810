package press

import (
	"slices"
	"strings"
)

// visited reads visits: who, to which State or city.
func (c *clause) visited(t trigger) {
	if c.infinitive(t) {
		return
	}
	persons, parties, named := c.whoVisits(t)
	if named && len(persons)+len(parties) == 0 {
		return
	}
	after, to := c.received(t)
	e := c.event("visit", t, ruleVisit)
	if e.place == "" && len(to) > 0 && to[0].who.kind == aState {
		e.place, e.placeAt = to[0].who.name, to[0].at
	}
	c.destination(t, e)
	if from, to := c.goalArabic(t); c.tongue.verbFirst && e.place == "" && to > from {
		e.place, e.placeAt = c.say(from, to), c.bytes(from, to)
	}
	if c.leaving(t) {
		e.date = c.coming(e.date, c.tokenAt(e.dateAt.start), t)
		e.planned = true
	}
	goal := c.visitGoal(t)
	if c.romance() && (c.paper.indefinite(goal-1) || c.paper.indefinite(goal)) { // "llegaron a un acuerdo"
		return
	}
	if _, n := c.at(goal, kCity); n > 0 {
		if e.place, e.placeAt = c.say(goal, goal+n), c.bytes(goal, goal+n); c.tongue.tag == "ru" { // "посетит Анкару"
			e.place = c.city(goal, n)
		}
	}
	c.whereBefore(t, e)
	if !named && e.date.IsZero() {
		return
	}
	if e.place == "" && len(to) == 0 && !c.sees(t, e) && !c.toured(t, e) && !c.cameHere(t, e) && !c.placeVisited(t, e, goal) {
		return
	}
	e.with(c, append(persons, after...), append(parties, to...))
	c.put(e)
}

// whoVisits gives who visits, with the States and bodies named beside; named is false
// where only "a delegation" came.
func (c *clause) whoVisits(t trigger) (persons, parties []actor, named bool) {
	persons, parties = c.actors(c.s.from, t.at)
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
		persons, _ = c.actors(c.s.from, first)
	}
	if len(persons) == 0 {
		persons = c.behindVerb(t)
	}
	named = len(persons) > 0 || !c.visitor(c.beforeAux(t.at)) && !c.visitedBefore(t)
	if who := c.himself(t); who != nil {
		persons = []actor{*who}
	}
	if sent := c.sentOn(t); sent != nil {
		return persons, sent, true
	}
	if len(persons) > 0 || !named {
		return persons, parties, named
	}
	by := c.subjectOf(t.at)
	if len(by) == 0 || by[0].who.kind != aPerson && !c.tours(t, by[0].who) {
		return nil, nil, true
	}
	persons, parties = personsApart(by[:1])
	return persons, parties, true
}

// received gives the persons and the States or bodies that a verb of visiting has after
// it, up to what is done in the course of the visit or for its purpose.
func (c *clause) received(t trigger) (persons, parties []actor) {
	persons, parties = c.actors(t.at+t.n, c.course(t.at, c.until(t)))
	if c.tongue.verbFirst && c.sentOn(t) != nil { // whose delegation came is no goal
		parties = slices.DeleteFunc(parties, func(a actor) bool { return c.tokens[a.pos-1].word.folded == "من" })
	}
	purpose := c.purposeAfter(t, c.s.to)
	for len(persons) > 0 && persons[len(persons)-1].pos > purpose {
		persons = persons[:len(persons)-1]
	}
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aState && ch.from >= t.at && ch.from <= c.pastStay(t.at+t.n)+3 && !ch.adj && !(c.tongue.verbFirst && c.tokens[ch.from-1].word.folded == "من") {
			return persons, append([]actor{{ch.who, c.bytes(ch.from, ch.to), ch.from}}, parties...)
		}
	}
	return persons, parties
}

// visitGoal gives the token after a verb of visiting and its "to", where the goal stands.
func (c *clause) visitGoal(t trigger) int {
	goal := t.at + t.n
	if n := c.dayInside(goal); c.tongue.tag == "en" && n > 0 && c.is(goal+n, kTo) { // "paid a visit on Monday to"
		goal += n
	}
	if c.tongue.capitals && c.is(goal, kTo) {
		goal++
	}
	return c.pastTo(c.pastStay(goal))
}

// pastStay gives the token after the words of French or Spanish at token i that say how
// long a visit is: "de deux jours", "de 48 heures", "de tres días".
func (c *clause) pastStay(i int) int {
	if c.romance() && i+2 < c.s.to && c.tokens[i].word.folded == "de" && c.tokens[i+2].word.in(stays) {
		return i + 3
	}
	return i
}

// stays are the measures of a stay in French and Spanish.
var stays = forms("jours heures semaines semaine mois días horas semanas")

// placeVisited places a visit by the words that begin at its goal, and reports that they
// can be a place at all.
func (c *clause) placeVisited(t trigger, e *event, goal int) bool {
	if c.tongue.tag == "en" && c.is(goal, kArticle) {
		goal++
	}
	country := c.tongue.tag == "en" && c.tokens[min(goal, c.s.to-1)].word.in(lands)
	if under := country && c.tokens[t.at].word.folded == "on"; !under && (e.date.IsZero() || !c.upper(goal) && !country) { // "is on an official visit to our country"
		return false
	}
	end := goal
	for end < c.s.to && !c.dated(end) && (c.upper(end) || c.tongue.tag == "en" && c.tokens[end].word.folded == "of" && c.upper(end+1)) {
		end++
	}
	if h := c.hit(goal); h == nil || !h.adjective { // "the Georgian capital" has no name
		e.place, e.placeAt = c.say(goal, end), c.bytes(goal, end)
	}
	return true
}

// tours reports an organ whose members visit something on a known day: "the Portfolio
// Committee on Water visited Limpopo on 3 June".
func (c *clause) tours(t trigger, who *entity) bool {
	return c.tongue.tag == "en" && who.kind == anOrg && who.head != nil && organs[who.head.value] && c.dayOnly()
}

// organVisits gives the organ that makes the visit of a noun, and is told as the
// subject of a light verb: "the Committee will conduct an oversight visit to Limpopo".
func (c *clause) organVisits(t trigger) []actor {
	for _, u := range c.verbs {
		if sent := c.sentOn(u); !u.noun && u.at < t.at && t.at-u.at < 2*reach && sent != nil {
			return sent
		}
	}
	if i := c.undergone(t); i >= 0 {
		if s := c.subjectOf(i); len(s) > 0 && c.tours(t, s[0].who) {
			return s[:1]
		}
	}
	return nil
}

// undergone gives the light verb before the noun of a visit, or -1.
func (c *clause) undergone(t trigger) int {
	for i := t.at - 1; i >= max(c.s.from, t.at-6) && c.tongue.tag == "en"; i-- {
		if c.tokens[i].word.in(undergoing) && c.tokens[i].shape == lower {
			return i
		}
	}
	return -1
}

// undergoing are the verbs that with the noun of a visit say that it is made.
var undergoing = forms("conduct conducts conducted undertake undertakes undertook make makes made pay pays paid")

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
	case "go", "continue", "proceed", "flies", "departs", "leaves", "travels", "heads", "goes", "continues", "proceeds":
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
var travellers = forms("delegation delegations mission missions team teams inspectors observers experts delegates rapporteur envoy pope pontiff king queen king's monarch officials parliamentarians lawmakers monitors visitors guests guest")

// sees reports a dated visit to a house or works, which need no name: "visited the
// port", "toured the plant".
func (c *clause) sees(t trigger, e *event) bool {
	f := c.tokens[t.at].word.folded
	shown := strings.HasPrefix(f, "visit") || strings.HasPrefix(f, "tour") || strings.HasPrefix(f, "inspect")
	for i := t.at; i < t.at+t.n; i++ { // "was given a tour of", "was shown around"
		shown = shown || c.tokens[i].word.folded == "tour" || c.tokens[i].word.folded == "around" || c.tokens[i].word.folded == "round"
	}
	return c.tongue.tag == "en" && !e.date.IsZero() && shown && c.is(t.at+t.n, kArticle)
}

// cameHere reports an arrival on a known day where the dateline is: "arrived here today".
func (c *clause) cameHere(t trigger, e *event) bool {
	return c.tongue.tag == "en" && !e.date.IsZero() && c.tokens[t.at+t.n-1].word.folded == "here"
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
