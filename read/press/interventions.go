package press

import "slices"

// intervention is what somebody said.
type intervention struct {
	by   []actor
	verb string
	at   span
	text span
	in   *event
}

// saidVerbs maps the verbs of the tables to Intervention.verb.
var saidVerbs = map[string]string{"inform": "informed", "note": "noted", "assess": "assessed", "suggest": "proposed", "concur": "agreed"}

// interventions reads what each side said.
func (c *clause) interventions() {
	for _, t := range c.verbs {
		verb := saidVerbs[t.tag.value]
		if t.tag.value == "propose" && c.instrumentOf(t) < 0 && !c.passive(t) { // "proposed a joint seminar"
			verb = "proposed"
		}
		if verb == "proposed" && c.tongue.tag == "en" && c.passive(t) { // who was invited proposes nothing
			continue
		}
		if t.noun || verb == "" || c.s.heading || c.welcome(t) || c.keepsJubilee(t) || c.undertakes(t.at) || t.at >= c.credit[0] && t.at < c.credit[1] {
			continue
		}
		by := c.speakers(t)
		text, ok := c.objectOf(t)
		if len(by) == 0 || !ok || c.saysNothing(t, text) {
			continue
		}
		c.speeches = append(c.speeches, intervention{by, verb, c.bytes(t.at, t.at+t.n), text, c.heardAt(by)})
	}
}

// keepsJubilee reports a verb of noting that tells how a jubilee is kept: "отметили
// 30-летие отношений".
func (c *clause) keepsJubilee(t trigger) bool {
	i := t.at + t.n
	for i < c.s.to && !c.countsYears(i) && (c.is(i, kOrdinal) || c.tokens[i].shape == number) {
		i++
	}
	return i < c.s.to && c.countsYears(i)
}

// heardAt gives the meeting at hand, where one of those who speak took part in it.
func (c *clause) heardAt(by []actor) *event {
	m := c.stage.meeting
	if m == nil || c.tongue.tag == "en" && shared(by, m.participants)+shared(by, m.parties)+shared(c.behind(by), m.parties) == 0 {
		return nil
	}
	return m
}

// saysNothing reports words that tell only whom somebody told something or agreed with:
// "told the broadcaster", "agreed with the Minister".
func (c *clause) saysNothing(t trigger, said span) bool {
	from, to := t.at+t.n, c.tokenAt(said.start)
	for to < c.s.to && int(c.tokens[to].start) < said.end {
		to++
	}
	told := t.tag.value == "inform" && !c.is(from-1, kAbout)
	with := t.tag.value == "concur" && c.tokens[min(from, c.s.to-1)].word.folded == "with"
	for i := from; i < to && (told || with); i++ {
		if c.tokens[i].word.in(asking) {
			return false
		}
	}
	return c.tongue.tag == "en" && (told || with) && !c.aboutIn(from, to) && !c.finiteIn(from, to)
}

// asking are the words that open what is told.
var asking = forms("that what how why whether who where when to")

// speakers gives who says what a verb tells: the sides together, or one.
func (c *clause) speakers(t trigger) []actor {
	if k := c.sideAt(t.at); k >= 0 {
		return c.sides(&c.chunks[k])
	}
	if s := c.subjectAfter(t.at); c.tongue.verbFirst && len(s) > 0 {
		return s[:1]
	}
	if a := c.officeFirst(t.at); a != nil {
		return []actor{*a}
	}
	if s := c.doerBeside(t.at); c.tongue.verbLast && len(s) > 0 {
		return s[:1]
	}
	if by := c.himself(t); by != nil {
		return []actor{*by}
	}
	at := t.at
	if first := c.coordinated(t); first >= 0 { // "thanked Malta for its support and called for peace"
		at = first
	}
	if t.tag.value == "concur" && c.tongue.tag == "en" && c.passive(t) { // "it was agreed that"
		return c.whoMet(t.at, t.n)
	}
	if s := c.subjectBefore(at, c.s.from); len(s) > 0 {
		return s
	}
	if c.infinitive(t) && c.tongue.tag == "en" { // "presents its compliments to the Embassy and has the honour to propose"
		from, _ := c.part(t.at)
		persons, parties := c.actors(from, t.at)
		all := append(persons, parties...)
		slices.SortStableFunc(all, func(a, b actor) int { return a.pos - b.pos })
		return all[:min(len(all), 1)]
	}
	if by := c.nearestBefore(at, 6); by != nil && by.who.kind != anInstrument {
		return []actor{*by}
	}
	s := c.subjectOf(at)
	return s[:min(len(s), 1)]
}

// officeFirst gives who holds the office without a name that opens what a Kazakh verb at
// a token closes: "Елші үкімет 40 грант бөлетінін жеткізді".
func (c *clause) officeFirst(at int) *actor {
	if !c.tongue.verbLast || len(c.chunks) < 2 || c.chunks[0].kind != aPost || c.chunks[0].to > at || !c.nominative(&c.chunks[0]) || c.chunks[1].kind == aPerson && c.chunks[1].from == c.chunks[0].to {
		return nil
	}
	return c.actorAt(0)
}

// sideAt gives the chunk of "the sides" that ends before token at, or -1.
func (c *clause) sideAt(at int) int {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aSide && ch.to == at {
			return k
		}
	}
	return -1
}
