package press

import (
	"slices"
	"strings"

	"chancery"
)

// milestone is a date in the life of an organisation or of relations.
type milestone struct {
	subject *entity
	partner *entity // of relations: the other State; may be nil
	what    string
	date    chancery.Date
	dateAt  span
	at      span
	rule    string
}

// milestones reads foundings, statutes, headquarters and relations.
func (c *clause) milestones() {
	if c.s.heading {
		return
	}
	verbs := c.verbs
	if abroad := c.seatsAbroad(); len(abroad) > 0 {
		verbs = append(abroad, verbs...)
	}
	for n, t := range verbs {
		if t.noun || c.tongue.tag == "en" && livesTold.has(t.tag.value) || c.negated(t.at) || slices.ContainsFunc(verbs[:n], func(u trigger) bool { return u.tag == seatTag && u.at >= t.at && u.at < t.at+t.n }) {
			continue
		}
		if m, ok := c.milestone(t); ok && m.subject != nil {
			c.putMilestone(m)
		}
	}
	if c.tongue.tag == "en" {
		c.lives()
	}
	c.statutes()
}

// milestone reads what a verb tells of the life of a body or of relations; false where
// it tells nothing, or nothing that has a day.
func (c *clause) milestone(t trigger) (m milestone, ok bool) {
	d, dated := c.day(t.at, t.n)
	for _, u := range c.verbs { // "relations ... were established on": the date is the verb's
		if t.tag.value == "relating" && u.tag.value == "found" {
			d, dated = c.day(u.at, u.n)
		}
	}
	m = milestone{what: "other", at: c.bytes(t.at, t.at+t.n), rule: ruleMilestone.Name}
	if dated {
		m.date, m.dateAt = d.day.from, c.bytes(d.from, d.to)
	}
	switch t.tag.value {
	case "found", "launch":
		if t.tag.value == "launch" && (!c.passive(t) && !c.mark(t.at-1, ",") || c.instrumentOf(t) >= 0) { // "CDC de África fue lanzada en 2017"
			return m, false
		}
		m.what, m.subject = "founded", c.founded(t)
		return m, dated && !c.planned(t.at, d.day.from) && !(c.tongue.verbFirst && c.tokens[t.at].word.in(masdar) && d.from < t.at)
	case "headquarters":
		if f := c.tokens[t.at].word.folded; f != "moved" && f != "transferred" {
			m.what = "headquarters opened"
		}
		m.subject = c.seatOwner(t)
		return m, dated
	case "history":
		if y, at, ok := c.yearIn(t.at+t.n, t.at+t.n+3); !dated && ok {
			m.date, m.dateAt, dated = y, at, true
		}
		m.subject = c.dating(t)
		return m, dated
	case "since":
		return m, c.memberSince(t, &m)
	case "member":
		m.subject = c.joiner(t)
		return m, dated
	}
	return m, c.related(t, &m, &d, dated)
}

// related reads when the relations of two States were established; false where a verb
// does not tell it.
func (c *clause) related(t trigger, m *milestone, d *chunk, dated bool) bool {
	switch t.tag.value {
	case "sign":
		if k := c.instrumentOf(t); !dated || k < 0 || !c.establishing(&c.chunks[k]) || c.planned(t.at, d.day.from) {
			return false
		}
	case "relating":
		if !c.has("found") || !dated || c.anniversary() && !c.foundedOn(d) {
			return false
		}
	case "relations":
		m.date = chancery.Date{}
		if on, ok := c.foundedDay(t); ok {
			m.date, m.dateAt = on.day.from, c.bytes(on.from, on.to)
		} else if dated && (!c.anniversary() || c.tongue.tag == "en" && d.day.from.Year+4 < c.published.Year) { // "the 55th anniversary of the establishment of relations on 10 November 1966"
			m.date = d.day.from
		} else if c.tongue.tag == "en" && t.at > c.s.from && c.tokens[t.at-1].word.folded == "to" { // "decided to establish relations"
			return false
		}
	default:
		return false
	}
	if m.subject = c.relating(t); t.tag.show != "changed" { // "rompieron relaciones", "rétabli leurs relations"
		m.what = "relations established"
	}
	return true
}

// livesTold are the verbs whose milestones the English grammar of lives reads.
var livesTold = forms("found launch headquarters member")

// seatTag is the verb that opens or moves a seat.
var seatTag = &tag{kind: kVerb, value: "headquarters"}

// seatGap is how many words may name whose seat it is.
const seatGap = 16

// establishing reports an instrument by which States establish relations: "Joint
// Communiqué on the Establishment of Diplomatic Relations".
func (c *clause) establishing(ch *chunk) bool {
	for i := ch.name[0]; i < ch.name[1]-2 && c.tongue.tag == "en"; i++ {
		if strings.HasPrefix(c.tokens[i].word.folded, "establish") {
			return c.hasWord(i, ch.name[1], "diplomatic") && c.hasWord(i, ch.name[1], "relations")
		}
	}
	return false
}

// joiner gives the State that a verb says joined a body.
func (c *clause) joiner(t trigger) *entity {
	body := false
	var who *entity
	for k := range c.chunks {
		ch := &c.chunks[k]
		body = body || ch.kind == anOrg && (ch.from >= t.at || c.tongue.verbLast)
		if ch.kind == aState && !ch.adj && who == nil && (ch.from < t.at || c.tongue.verbFirst && ch.from-t.at-t.n < 2) && !c.located(ch) {
			who = ch.who
		}
	}
	if !body {
		return nil
	}
	return who
}

// foundedOn reports, in English, a date right after a verb of founding: "since relations
// were established on 3 May 1994".
func (c *clause) foundedOn(d *chunk) bool {
	i := d.from - 1
	if c.is(i, kIn) || c.is(i, kLink) {
		i--
	}
	return c.tongue.tag == "en" && i > c.s.from && c.tokens[i].word.life == "found"
}

// foundedDay gives the date right after a participle of founding that follows a jubilee of
// relations: "40 years of relations (established on 3 May 1984)".
func (c *clause) foundedDay(t trigger) (chunk, bool) {
	for k := range c.chunks {
		if d := &c.chunks[k]; d.kind == aDate && d.from > t.at+t.n && d.from-t.at < maxNoun && !d.day.from.IsZero() && c.foundedOn(d) {
			return *d, true
		}
	}
	return chunk{}, false
}

// anniversary reports a sentence that counts years since what it tells of.
func (c *clause) anniversary() bool {
	for i := c.s.from; i < c.s.to; i++ {
		if c.tongue.tag != "en" && c.is(i, kOrdinal) || c.tokens[i].shape == number && i+1 < c.s.to && c.is(i+1, kTerm) || c.countsYears(i) {
			return true
		}
	}
	return false
}

// countsYears reports the noun of an anniversary at token i: "30-летие", "годовщину".
func (c *clause) countsYears(i int) bool {
	f := c.tokens[i].word.folded
	return f == "anniversary" || f == "years" || c.tongue.tag == "ru" && (strings.HasPrefix(f, "годовщин") || endsIn(f, []string{"летие", "летия", "летию", "летием"}))
}

func (c *clause) putMilestone(m milestone) {
	for _, old := range c.stones {
		if old.subject == m.subject && old.date == m.date && (old.what == m.what || old.what == "founded" && !m.date.IsZero()) {
			return
		}
	}
	if m.what == "relations established" {
		m.partner = c.partner(m.subject)
		c.relatedAbroad()
	}
	c.stones = append(c.stones, m)
}

// partner gives the State with which another has relations, where the sentence names both:
// "between Malta and Chad", "Malta established relations with Chad", "the two countries".
func (c *clause) partner(of *entity) *entity {
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.kind == aSide {
			if by := c.sides(ch); len(by) == 2 && by[0].who == of && by[1].who.kind == aState {
				return by[1].who
			}
		}
		if ch.kind != aState || ch.adj || ch.who == of {
			continue
		}
		if tg, _ := c.at(c.pastArticleBack(ch.from), kWith); tg != nil && tg.value == "" || k > 0 && c.chunks[k-1].who == of && c.joins(c.chunks[k-1].to, ch.from) {
			return ch.who
		}
	}
	return nil
}

// founded gives the organisation that was founded, outside English: the subject of the passive,
// or what a participle at the head of the sentence describes.
func (c *clause) founded(t trigger) *entity {
	for k := len(c.chunks) - 1; k >= 0; k-- {
		if ch := &c.chunks[k]; ch.kind == anOrg && ch.to <= t.at && t.at-ch.to <= 6 && !c.dependedOn(ch) {
			return ch.who
		}
	}
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == anOrg && ch.from >= t.at+t.n && ch.from-t.at-t.n <= 1 {
			return ch.who
		}
	}
	if who := c.foundedAfter(t); who != nil {
		return who
	}
	if t.at-c.s.from <= 1 {
		for k := range c.chunks {
			if ch := &c.chunks[k]; ch.kind == anOrg && ch.from > t.at && (c.mark(ch.from-1, ",") || c.is(ch.from-1, kArticle) && c.mark(ch.from-2, ",")) {
				return ch.who
			}
		}
	}
	if c.stage.subject != nil && c.stage.subject.kind == anOrg && c.is(c.s.from, kPronoun) {
		return c.stage.subject
	}
	return nil
}

// dating gives whose beginning a verb dates: "the Council dates back to 1974".
func (c *clause) dating(t trigger) *entity {
	switch {
	case c.tongue.tag != "en":
		return c.orgNear(t)
	case c.relationsNear(t.at):
		return c.relating(t)
	}
	for _, a := range c.subjectBefore(t.at, c.s.from) {
		if a.who.kind == anOrg {
			return a.who
		}
	}
	if k := c.headBefore(t.at - 1); k >= 0 && !c.is(k, kInstrument) {
		return c.orgNear(t)
	}
	return nil
}

func (c *clause) orgNear(t trigger) *entity {
	var best *entity
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == anOrg && ch.from <= t.at+t.n {
			best = ch.who
		}
	}
	for k := range c.chunks {
		if ch := &c.chunks[k]; best == nil && ch.kind == anOrg && ch.from-t.at-t.n <= 2 && !c.tongue.capitals {
			best = ch.who
		}
	}
	if best == nil && c.stage.subject != nil && c.stage.subject.kind == anOrg {
		return c.stage.subject
	}
	return best
}

// relating gives a State whose relations are meant.
func (c *clause) relating(t trigger) *entity {
	_, parties := c.actors(c.s.from, c.s.to)
	for _, a := range parties {
		if a.who.kind == aState {
			return a.who
		}
	}
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aState {
			return ch.who
		}
	}
	if m := c.stage.meeting; m != nil {
		for _, a := range m.parties {
			if a.who.kind == aState {
				return a.who
			}
		}
	}
	if c.stage.subject != nil && c.stage.subject.kind == aState {
		return c.stage.subject
	}
	for k := range c.paper.chunks { // "the two States" of a paper on two
		if ch := &c.paper.chunks[k]; ch.kind == aState && c.tongue.tag == "en" {
			return ch.who
		}
	}
	return nil
}

// statutes turns acts on a charter that founds a body into milestones of it.
func (c *clause) statutes() {
	last := -1
	for _, t := range c.verbs {
		what := map[string]string{"adopt": "statute adopted", "approve": "statute adopted", "force": "entered into force"}[t.tag.value]
		if t.noun || what == "" {
			continue
		}
		k := c.instrumentOf(t)
		if k < 0 && t.tag.value == "force" && c.shares(t) && !c.tongue.capitals {
			k = last
		}
		if last = k; k < 0 || c.sortOf(&c.chunks[k]) != "charter" {
			continue
		}
		d, ok := c.day(t.at, t.n)
		ch := &c.chunks[k]
		org := c.acronymIn(ch)
		if org == nil {
			org = c.founds(ch)
		}
		if a := c.nearestBefore(ch.from, 1); org == nil && a != nil && a.who.kind == anOrg && c.possessive(ch.from-1) && c.tongue.tag == "en" { // "the Council's Statute"
			org = a.who
		}
		if !ok || org == nil {
			continue
		}
		c.putMilestone(milestone{subject: org, what: what, date: d.day.from, dateAt: c.bytes(d.from, d.to), at: c.bytes(t.at, t.at+t.n), rule: ruleMilestone.Name})
	}
}

// sortOf gives the sort of an instrument by its head noun.
func (c *clause) sortOf(ch *chunk) string {
	if ch.head != nil {
		return ch.head.value
	}
	for i := ch.from; i < ch.to && c.tongue.tag == "en"; i++ {
		if tg, _ := c.at(i, kInstrument); tg != nil {
			return tg.value
		}
	}
	return ""
}

// acronymIn gives the body whose acronym stands in an instrument's name.
func (c *clause) acronymIn(ch *chunk) *entity {
	for i := ch.from; i < ch.to; i++ {
		if e := c.cast.acronyms[c.tokens[i].word.form]; e != nil && e.kind == anOrg {
			return e
		}
		if e := c.theBodyAbroad(i); !c.tongue.capitals && e != nil { // "النظام الأساسي للمنظمة"
			return e
		}
		if org, _ := c.orgAt(i, *c.s); org != nil && c.tongue.tag == "en" && c.upper(i) && i > ch.from && !c.upper(i-1) { // "the Statute of the Rivers Organization"
			return c.cast.org(c.paper, org)
		}
	}
	return nil
}

// ofRelations reports a jubilee of relations without a date, where the paper tells
// when they were established, or tells of it again.
func (p *paper) ofRelations(n int) bool {
	m := &p.stones[n]
	return p.tongue.tag == "en" && m.what == "relations established" && m.date.IsZero() && slices.ContainsFunc(p.stones, func(o milestone) bool {
		return o.what == m.what && (!o.date.IsZero() || o.at.start > m.at.start)
	})
}
