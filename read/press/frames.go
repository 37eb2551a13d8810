package press

import (
	"slices"
	"sort"
	"strings"

	"chancery"
)

// clause is a sentence as the frames see it.
type clause struct {
	*paper
	s      *sentence
	verbs  []trigger // verbs and nouns of events, in order
	chunks []chunk
	lead   int              // token where the text begins after a dateline
	silent map[*entity]bool // who only tells what others did
	cuts   []int            // tokens where a coordinate clause begins, in order
	tails  []tail           // of the event nouns
	asides [][2]int         // tokens of the relative clauses, in order
	focus  int              // token of the trigger being read, or -1
	credit [2]int           // tokens that only say who tells the sentence
}

// trigger is a verb or a noun of an event outside the names.
type trigger struct {
	at, n int
	tag   *tag
	noun  bool
}

// actor is somebody who takes part in something, and where that is said.
type actor struct {
	who *entity
	at  span
	pos int // token
}

// frames reads what happens in each sentence of the portion; headings come
// last, because the text tells the same in full.
func (p *paper) frames() {
	for _, heading := range [...]bool{false, true} {
		p.stage = stage{}
		if !heading && len(p.sentences) > 0 && p.minuted(&p.sentences[0]) {
			p.clause(&p.sentences[0]).minutes()
		}
		if !heading && len(p.sentences) > 0 {
			p.clause(&p.sentences[0]).titleScene()
		}
		for i := range p.sentences {
			s := &p.sentences[i]
			if s.heading != heading {
				continue
			}
			c := p.clause(s)
			c.attendance()
			c.events()
			c.deeds()
			c.candidatures()
			c.undertakings()
			c.milestones()
			c.interventions()
			c.statesActing()
			c.leave()
		}
	}
}

// stage is what the last sentences were about.
type stage struct {
	scene   scene     // the day that the telling is at
	meeting *event    // "the meeting", "the talks", "the sides"
	forum   *event    // the last session, conference or ceremony: "also attended were"
	subject *entity   // "he", "she", "its"
	state   *entity   // the State that acted last: "the Government"
	pair    []actor   // the last two States or bodies that "and" joined
	ballot  *ballot   // the last body that somebody is elected to
	invited *entity   // who was invited last
	named   []*entity // the persons named, the last at the end
	they    []actor   // the sides that the last sentence spoke of
	paper   *entity   // the instrument last named: "it", where it was signed or took effect
	papers  []*entity // the instruments last listed: "the three agreements"
	body    *entity   // the body or State that "it" stands for
	doer    *entity   // the body or State that is the subject of the last sentence that has one
	lead    lead      // who is to do what a list tells
	two     []actor   // the first two persons of the last sentence that names two: "their talks"
}

// clause prepares a sentence.
func (p *paper) clause(s *sentence) *clause {
	c := &clause{paper: p, s: s, chunks: p.chunks[s.c0:s.c1], focus: -1}
	k := 0
	for i := s.from; i < s.to; i++ {
		for k < len(c.chunks) && c.chunks[k].to <= i {
			k++
		}
		inside := false
		for n := k; n < len(c.chunks) && n < k+4; n++ {
			if c.chunks[n].from <= i && i < c.chunks[n].to && c.chunks[n].kind != aDate && c.chunks[n].kind != aSide {
				inside = true
			}
		}
		if inside {
			if ch := &c.chunks[k]; ch.kind == anInstrument && ch.descr && (ch.from == i && ch.to == i+1 || c.pledgeTag(i, "noun") != nil) { // "they plan to", "the decision of Chad to"
				c.pledges(i)
			}
			continue
		}
		i = c.triggersAt(i) - 1
	}
	c.lead = c.dateline()
	c.parting()
	c.trail()
	c.credit[0], c.credit[1] = c.credited()
	c.tellers()
	p.d.Step(s.to - s.from)
	return c
}

// triggersAt notes what token i, outside the names, tells of, and gives the token after what
// it read.
func (c *clause) triggersAt(i int) int {
	c.pledges(i)
	if end := c.bestowals(i); end > i {
		return end
	}
	v, n := c.at(i, kVerb)
	if !(v != nil && v.value == "hold" && n > 1) && c.standings(i) { // "took place" wins no seat
		return i + 1
	}
	e, m := c.at(i, kEvent)
	if m >= n && e != nil {
		c.verbs = append(c.verbs, trigger{i, m, e, true})
		if v == nil || n < m || v.show != "noun" && c.nounAt(i) {
			return i + m
		}
	}
	if v != nil && n == 1 && c.attribute(i) { // "the revised Act"
		return i + 1
	}
	if tg := c.partedVerb(i, v); tg != nil && n < 2 {
		c.verbs = append(c.verbs, trigger{i, 1, tg, false})
		return i + 1
	}
	if v == nil {
		return i + 1
	}
	for _, mt := range c.matches[c.first[i]:c.first[i+1]] {
		if mt.tag.kind == kVerb && int(mt.n) == n {
			c.verbs = append(c.verbs, trigger{i, n, mt.tag, false})
		}
	}
	return i + n
}

// dateline gives where the text begins after "TEHRAN, May 26 (MNA) –".
func (c *clause) dateline() int {
	if c.tongue.verbFirst {
		return c.agencyLead()
	}
	if h := c.hit(c.s.from); h != nil && h.state() && (c.mark(c.s.from+h.n, "—") || c.mark(c.s.from+h.n, "–")) { // "Djibouti — "
		return c.s.from + h.n + 1
	}
	if c.tokens[c.s.from].shape != acronym && !c.is(c.s.from, kCity) {
		return c.s.from
	}
	bracket := false
	for i := c.s.from + 1; i < min(c.s.to, c.s.from+24); i++ {
		bracket = (bracket || c.mark(i, "(")) && !c.mark(i, ")")
		if c.tokens[i].shape == lower && !bracket {
			break
		}
		if c.tokens[i].shape == mark && !c.tokens[i].glued {
			switch c.tokens[i].word.form {
			case "–", "—", "-", "--":
				return i + 1
			}
		}
	}
	return c.s.from
}

// nounAt reports whether a word that is a noun and a verb ("visit", "meeting")
// is the noun: after an article or another word that goes before nouns.
func (c *clause) nounAt(i int) bool {
	if c.romance() && i > c.s.from {
		return c.is(i-1, kArticle)
	}
	if c.tongue.tag != "en" || i == c.s.from {
		return false
	}
	return c.is(i-1, kArticle) || c.is(i-1, kIn) || c.is(i-1, kDuring) || c.is(i-1, kOrdinal) || c.is(i-1, kModifier) || c.possessive(i-1) || c.tokens[i-1].word.in(attributes)
}

// attributes are adjectives that go before the nouns of events.
var attributes = forms("no official state working brief recent bilateral joint short private courtesy annual regular extraordinary special introductory farewell first last next forthcoming upcoming planned three-day two-day four-day five-day one-day day-long informal formal of on after before following this that previous earlier separate trilateral closed virtual online")

// attribute reports whether a participle at i stands between an article and
// the noun it describes.
func (c *clause) attribute(i int) bool {
	f := c.tokens[i].word.folded
	return c.tongue.capitals && (strings.HasSuffix(f, "ed") || f == "visiting") && c.is(i-1, kArticle) && i+1 < c.s.to && c.tokens[i+1].shape != mark
}

// tellers marks who only reports: "X said that", ", according to Y".
func (c *clause) tellers() {
	for _, t := range c.verbs {
		if who := c.tellsOfAnother(t); who != nil {
			c.hush(who)
			continue
		}
		if t.at >= c.credit[0] && t.at < c.credit[1] {
			if a := c.personAfter(t.at+t.n, 4); a != nil && t.tag.value == "say" {
				c.hush(a)
			}
			continue
		}
		if t.noun || t.tag.value != "say" || c.is(t.at-1, kPronoun) || c.does(t) || c.tongue.tag == "en" && c.is(t.at-1, kPast) && c.tokens[t.at].word.folded == "announced" && c.passive(t) || c.declaresToStand(t) {
			continue
		}
		if a := c.nearestBefore(t.at, 4); a != nil && !(!c.tongue.capitals && c.mark(t.at-1, ",")) {
			c.hush(a.who)
		} else if by := c.verbSubject(t); len(by) > 0 {
			for _, a := range by {
				c.hush(a.who)
			}
		} else if a := c.nearestAfter(t.at+t.n, 3); a != nil && c.tokens[t.at+t.n].word.folded != "that" && !(c.mark(t.at+t.n, ",") && c.is(t.at+t.n+1, kAnd)) {
			c.hush(a.who)
		}
	}
}

// hush notes who only tells what others did.
func (c *clause) hush(e *entity) {
	if c.silent == nil {
		c.silent = map[*entity]bool{}
	}
	c.silent[e] = true
}

// credited gives the words that tell, outside English, only whom a sentence is
// from: ", сообщила пресс-служба", "selon l'agence", "деп хабарлады".
func (c *clause) credited() (from, to int) {
	if c.tongue.capitals {
		return 0, 0
	}
	for i := c.s.from; i < c.s.to; i++ {
		if tg, n := c.at(i, kStop); tg != nil && tg.value == "credit" {
			for to = i + n; to < c.s.to && c.tokens[to].shape != mark && !c.is(to, kVerb); to++ {
			}
			return i, to
		}
	}
	for _, t := range c.verbs {
		if t.tag.value == "say" && !t.noun && from == 0 && (c.mark(t.at-1, ",") || c.tongue.verbLast && c.tokens[max(t.at-1, c.s.from)].word.folded == "деп") {
			from = t.at
		}
	}
	if from == 0 {
		return 0, 0
	}
	to = from + 1
	for to < c.s.to && !c.mark(to, ",") && !c.mark(to, ":") || to < c.s.to && c.inName(to) {
		to++
	}
	if c.mark(to, ",") && from > c.s.from { // "a annoncé la ministre, Mame Ndao"
		to = c.s.to
	}
	return from, to
}

// credits reports a State or body that is only named as who tells the sentence.
func (c *clause) credits(ch *chunk) bool {
	return ch.from >= c.credit[0] && ch.from < c.credit[1] && (ch.who == nil || ch.who.kind != aPerson)
}

// personAfter gives the first person named at most gap tokens after token at.
func (c *clause) personAfter(at, gap int) *entity {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.from >= at && ch.from-at <= gap && ch.who != nil && ch.who.kind == aPerson {
			return ch.who
		}
	}
	return nil
}

// does reports a verb of saying that is a deed: "announced its candidature".
func (c *clause) does(t trigger) bool {
	switch c.tokens[t.at].word.folded {
	case "announced", "declared", "noted", "reported":
		next := t.at + t.n
		if _, to := c.dateAt(next); to > next {
			next = to
		}
		return c.is(next, kArticle) && !c.upper(next+1) || c.is(next, kPronoun) && c.tokens[next].word.folded != "that"
	}
	return false
}

func (c *clause) actorAt(k int) *actor {
	ch := &c.chunks[k]
	if ch.who == nil || ch.kind == anInstrument || ch.kind == aPlace {
		return nil
	}
	return &actor{ch.who, c.bytes(ch.from, ch.to), ch.from}
}

// nearestBefore gives the last actor that ends at most gap tokens before token at.
func (c *clause) nearestBefore(at, gap int) *actor {
	for k := len(c.chunks) - 1; k >= 0; k-- {
		if ch := &c.chunks[k]; ch.to <= at {
			if at-ch.to > gap {
				return nil
			}
			if c.ofPerson(k) {
				at = c.chunks[k-1].to
			} else if a := c.actorAt(k); a != nil {
				return a
			}
		}
	}
	return nil
}

// ofPerson reports a State that only says whose the person named right before it is:
// "Minister Ana Borg of Malta".
func (c *clause) ofPerson(k int) bool {
	ch := &c.chunks[k]
	return k > 0 && ch.kind == aState && c.chunks[k-1].kind == aPerson && ch.from-c.chunks[k-1].to == 1 && c.is(ch.from-1, kLink)
}

func (c *clause) nearestAfter(at, gap int) *actor {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.from >= at {
			if ch.from-at > gap {
				return nil
			}
			if a := c.actorAt(k); a != nil {
				return a
			}
		}
	}
	return nil
}

// actors gives the persons, and the States and bodies that act for
// themselves, between two tokens: what is only a part of a post or stands in a
// genitive is left out.
func (c *clause) actors(from, to int) (persons, parties []actor) {
	c.d.Step(len(c.chunks))
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.from < from || ch.from >= to || ch.who == nil && !c.unheld(ch) || ch.from < c.lead || c.credits(ch) || c.ofInstrument(k) || !c.tongue.capitals && ch.kind == anOrg && ch.head != nil && ch.head.value == "media" {
			continue
		}
		if c.focus >= 0 && (c.inTail(ch.from, c.focus) || ch.kind != aPerson && c.enclosed(ch.from, c.focus) && !c.tailHas(c.focus, ch.from)) {
			continue
		}
		a := actor{ch.who, c.bytes(ch.from, ch.to), ch.from}
		switch ch.kind {
		case aPerson:
			if !c.silent[ch.who] {
				persons = appendActor(persons, a)
			}
		case aPost:
			if ch.who == nil {
				parties = appendActor(parties, actor{ch.post.body, a.at, a.pos})
			} else if !c.silent[ch.who] && ch.who.kind == aPerson {
				persons = appendActor(persons, a)
			}
		case aState:
			if c.located(ch) || c.mentioned(k) || c.owning(ch) || c.described(ch) {
				continue
			}
			if (!ch.adj || c.is(ch.to, kPeople) && c.tokens[ch.to].shape != capital || c.romance() && c.is(ch.from-1, kPeople)) && !c.inPost(ch) && !c.silent[ch.who] {
				parties = appendActor(parties, a)
			}
		case anOrg:
			if ch.who.head != nil && ch.who.head.value == "media" || c.asMember(ch.from) {
				continue
			}
			if !c.inPost(ch) && !c.owning(ch) && !c.described(ch) && !c.silent[ch.who] && !c.ofJubilee(ch) && !(c.located(ch) && !c.bodyLike(ch)) {
				parties = appendActor(parties, a)
			}
		}
	}
	return persons, parties
}

// unheld reports a post without the name of who holds it, which stands for its
// body: "met the Foreign Minister of Chad".
func (c *clause) unheld(ch *chunk) bool {
	return !c.tongue.caseless && ch.kind == aPost && ch.post.body != nil
}

// ofJubilee reports a body of which only an anniversary is kept.
func (c *clause) ofJubilee(ch *chunk) bool {
	i := c.pastArticleBack(ch.from)
	return c.tongue.tag == "en" && i > c.s.from && c.tokens[i].word.folded == "of" && c.tokens[i-1].word.folded == "anniversary"
}

// mentioned reports whether a State is only what something is of or about:
// "support for Ukraine", "the economy of Chad". Its government, delegation or
// leaders act for it.
func (c *clause) mentioned(k int) bool {
	ch := &c.chunks[k]
	i := ch.from - 1
	if c.is(i, kArticle) {
		i--
	}
	if !c.tongue.capitals || i <= c.s.from {
		return false
	}
	if k > 0 && (c.is(i, kAnd) || c.mark(i, ",")) && c.chunks[k-1].kind == aState && c.chunks[k-1].to >= i-1 && !c.chunks[k-1].adj {
		return c.mentioned(k - 1)
	}
	f := c.tokens[i].word.folded
	if f != "of" && f != "for" && f != "on" && f != "against" && f != "about" {
		return false
	}
	organs := c.is(i-1, kOrg) && c.tokens[i-1].shape == lower // "the foreign ministries of Chad and Malta"
	return f != "of" || !organs && !c.is(i-1, kPeople) && !c.is(i-1, kTitle) && !c.is(i-1, kWeak) && !c.is(i-1, kUnit) && !c.is(i-1, kEvent)
}

// described reports a State or body in what somebody is said to be: "as a NATO Ally".
func (c *clause) described(ch *chunk) bool {
	return c.tongue.tag == "en" && ch.from > c.s.from+1 && c.indefinite(ch.from) && c.tokens[ch.from-2].word.folded == "as"
}

// located reports whether a State or body is named as a place: after "in" or
// "at", or after a city and a comma.
func (c *clause) located(ch *chunk) bool {
	i := ch.from - 1
	if c.is(i, kArticle) {
		i--
	}
	if h := c.hit(ch.from); c.tongue.proclitic && ch.kind == aState && h != nil && h.start > int(c.tokens[ch.from].start) && strings.HasPrefix(c.tokens[ch.from].word.folded, "ب") { // "بالكويت"
		return true
	}
	return c.is(i, kIn) || c.mark(i, ",") && (c.is(i-1, kCity) || c.is(i-2, kCity) || c.upper(i-1) && c.is(i-2, kIn) && !c.dated(i-1))
}

// dated reports whether a date begins at token i.
func (c *clause) dated(i int) bool {
	_, to := c.dateAt(i)
	return to > i || c.is(i, kStop)
}

// inPost reports whether a State or body is part of a post.
func (c *clause) inPost(ch *chunk) bool {
	for k := range c.chunks {
		if q := &c.chunks[k]; q.kind == aPost && (q.from <= ch.from && ch.to <= q.to || (q.post.body == ch.who || q.post.to == ch.who) && (ch.to == q.from || ch.to+1 == q.from)) {
			return true
		}
	}
	return false
}

func appendActor(list []actor, a actor) []actor {
	for _, b := range list {
		if b.who == a.who {
			return list
		}
	}
	return append(list, a)
}

// behind gives the States and bodies that persons stand for by their posts.
func (c *clause) behind(persons []actor) (parties []actor) {
	for _, a := range persons {
		for _, h := range a.who.posts {
			if h.former {
				continue
			}
			if h.body != nil {
				parties = appendActor(parties, actor{h.body, a.at, a.pos})
			}
			if h.to != nil && h.to.kind == anOrg {
				parties = appendActor(parties, actor{h.to, a.at, a.pos})
			}
		}
	}
	return parties
}

// day gives the date that a trigger at token at happens on: the nearest one
// of its sentence, what follows before what stands ahead.
func (c *clause) day(at, n int) (chunk, bool) {
	best, found, foreign := 0, -1, false
	own, tailed := c.tailOf(at)
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.kind != aDate || ch.day.from.IsZero() || c.ofElse(ch, at) {
			continue
		}
		inside := tailed && own.from <= ch.from && ch.from < own.to
		if !inside && (c.inserts(ch.from, ch.to, at) || c.enclosed(at, ch.from) || c.enclosed(ch.from, at)) {
			continue
		}
		d, parted := 0, 0
		if !inside && !c.sharesDay(ch, at) && !c.before(ch, at) {
			d, parted = c.wayTo(ch, at, n)
		}
		if found < 0 || d < best {
			best, found, foreign = d, k, parted > 0 || !inside && c.course(at, ch.from) < ch.from
		}
	}
	if found < 0 || foreign && (c.tongue.capitals || c.pledgedBetween(at, c.chunks[found].from) || c.subordinate(at, c.chunks[found].from) > 0) { // it belongs to another clause
		return chunk{}, false
	}
	return c.chunks[found], true
}

// ofElse reports a date that is of something else than what stands at token at: a name, a
// stay, a report, a deadline, an election.
func (c *clause) ofElse(ch *chunk, at int) bool {
	return c.owned(ch) || c.ofLongParticiple(ch, at) || c.ofEarlierDeed(ch, at) || c.ofStay(ch, at) || c.aside(ch, at) || c.inTail(ch.from, at) || c.ofReport(ch, at) || c.deadline(ch) && !c.ofBallot(at) || c.ofElections(ch, at) || c.sinceDoing(ch, at) || c.asMember(ch.from) && !c.asMember(at) || c.is(at, kEvent) && c.ofPaper(ch)
}

// What a date is away from a verb or noun beside the words between: a joint of clauses, a
// deed of its own, a deed that the same subject did before, and, in Kazakh, whose verb
// closes what is told of it, a place after the verb.
const (
	wayPastClause  = 40
	wayPastDeed    = 30
	wayPastSame    = 20
	wayPastEnd     = 60
	wayBefore      = 3
	wayFromOpening = 12 // at most, of a date that opens the sentence
)

// wayTo says how far a date is from the n tokens of a verb or noun at token at, and how
// many joints of clauses part them.
func (c *clause) wayTo(ch *chunk, at, n int) (d, parted int) {
	d = ch.from - at - n
	if ch.from < at {
		d = wayBefore + (at - ch.to)
		if ch.from == c.s.from || ch.from == c.s.from+1 {
			d = min(d, wayFromOpening)
		}
	}
	if c.tongue.verbLast && ch.from > at {
		d += wayPastEnd
	}
	if c.anothers(ch, at) && !c.tongue.verbLast {
		d += wayPastDeed
	}
	lo, hi := min(ch.to, at), max(ch.from, at)
	parted = c.parted(lo, hi) + c.apart(lo, hi)
	if ch.to <= at && c.tongue.capitals {
		same, joints := c.jointsBefore(ch, at, parted)
		if parted = joints; same {
			d += wayPastSame
		}
	}
	if c.fronted(ch, at) || parted == 1 && ch.from > at && c.predicate(at, ch.from) {
		parted = 0
	}
	for _, part := range [...]bool{
		ch.to < at && c.closesFirst(ch) || ch.from > at && c.circumstantial(at) && (c.finiteIn(at+n, ch.from) || c.andThat(at+n, ch.from)),
		c.secondEvent(at+n, ch.from),
		c.deedFollows(at+n, ch.from) || c.conjoined(ch.to, at),
		c.anew(lo, hi) && (ch.from > at || c.finiteIn(c.s.from, ch.from)),
	} {
		parted += boolInt(part)
	}
	return d + wayPastClause*(parted+c.subordinate(lo, hi)), parted
}

// jointsBefore corrects, in English, the joints between a date and the verb at token at
// after it by the verb that "and" joins this one to; same says that the date is of a deed
// that the same subject did before that one.
func (c *clause) jointsBefore(ch *chunk, at, parted int) (same bool, joints int) {
	switch u := c.joinedTo(at); {
	case u >= ch.to && parted > 0: // "on 3 May A and B held talks and signed"
		return false, parted - 1
	case u >= 0 && u < ch.from: // "signed A in 2019 and launched B in 2023"
		vague := ch.day.from.Precision() < chancery.MonthPrecision || ch.day.from.Precision() == chancery.MonthPrecision && c.deedAt(at) || at-c.beforeAux(at) > 2
		return true, parted + boolInt(c.tongue.tag == "en" && vague)
	case u < 0 && c.anothers(ch, at) && c.comma(ch.to, at): // "as amended in 2020, the Council appointed"
		return false, parted + 1
	}
	return false, parted
}

// ofPaper reports a date in brackets after an instrument: "adopted the Model Law (2008)".
func (c *clause) ofPaper(d *chunk) bool {
	return c.mark(d.from-1, "(") && slices.ContainsFunc(c.chunks, func(ch chunk) bool { return ch.kind == anInstrument && ch.to == d.from-1 })
}

// deadline reports a day by which something is to be done, on which nothing happens.
func (c *clause) deadline(d *chunk) bool {
	return c.tongue.tag == "en" && d.from > c.s.from && c.tokens[d.from-1].word.folded == "by"
}

// ofBallot reports the noun of an election at a token, whose day a law sets no
// closer than by its last: "the next election is due by 2018".
func (c *clause) ofBallot(at int) bool {
	tg, _ := c.at(at, kEvent)
	return tg != nil && tg.value == "election"
}

// ofElections reports a date that an election noun has as its attribute, which is not
// that of what is told of it: "congratulated him on the June 20 elections".
func (c *clause) ofElections(d *chunk, at int) bool {
	return d.to < c.s.to && slices.ContainsFunc(c.verbs, func(u trigger) bool {
		return u.noun && u.tag.value == "election" && u.at != at && u.at >= d.to && u.at-d.to <= 3 && c.pollingDay(d, u)
	})
}

// upTo reports a date before or at the end of which something is to be done:
// "by the end of the year", "before 1 May".
func (c *clause) upTo(d *chunk) bool {
	i := d.from - 1
	for i > c.s.from && (c.is(i, kArticle) || c.tokens[i].word.folded == "of" || c.tokens[i].word.folded == "end") {
		i--
	}
	f := c.tokens[max(i, c.s.from)].word.folded
	return c.tongue.tag == "en" && (f == "by" || f == "before")
}

// ofReport reports a date that says when something was said, not when it happened:
// "the press service reported on Friday", "said on Monday that".
func (c *clause) ofReport(d *chunk, at int) bool {
	if c.tongue.tag == "ru" {
		return c.reportedOn(d, at)
	}
	if c.tongue.tag != "en" {
		return false
	}
	if d.to <= at && c.saidIn(d.to, at) {
		return true
	}
	i := d.from - 1
	if c.tokens[max(i, c.s.from)].word.folded == "on" {
		i--
	}
	for n := len(c.verbs) - 1; n >= 0; n-- {
		u := c.verbs[n]
		if end := u.at + u.n; !u.noun && (u.tag.value == "say" || u.tag.value == "inform") && u.at != at && !c.madeKnown(at, u) && (end == i+1 || end == d.from || u.at == d.to) {
			return true
		}
	}
	return false
}

// madeKnown reports an appointment that a verb says was made known, of the day on
// which it was: "the appointment of A was announced on Monday".
func (c *clause) madeKnown(at int, u trigger) bool {
	tg, _ := c.at(at, kEvent)
	return tg != nil && tg.value == "other" && at < u.at && c.is(u.at-1, kPast) && !c.finiteIn(at, u.at-1)
}

// fronted reports a date that opens the part of the sentence in which an event
// noun stands, and so is that of all it tells: "On 15 June she will travel to
// Kyiv to attend a summit".
func (c *clause) fronted(d *chunk, at int) bool {
	from, to := c.part(at)
	from = max(from, c.lead)
	return c.tongue.tag == "en" && c.is(at, kEvent) && d.from < to && d.from >= from && (d.from-from <= 1 || d.from-from < 6 && c.is(from, kIn) && !c.finiteIn(from, d.from))
}

// saidIn reports a verb of saying between two tokens that what is said follows, which
// a date before it is of: "On Monday she said that a summit will be held".
func (c *clause) saidIn(from, to int) bool {
	return slices.ContainsFunc(c.verbs, func(u trigger) bool {
		return !u.noun && u.tag.value == "say" && u.at >= from && u.at+u.n < to && !c.mark(u.at+u.n, ",") && !c.enclosed(u.at, to)
	})
}

// circumstantial reports an event noun after a preposition, which is the subject of no
// verb that follows: "was endorsed at the Summit and that it depends on".
func (c *clause) circumstantial(at int) bool {
	if c.tongue.tag != "en" || !c.is(at, kEvent) {
		return false
	}
	i := at - 1
	for i > c.s.from && at-i < 10 && (c.upper(i) || c.tokens[i].shape == number || c.is(i, kOrdinal) || c.is(i, kArticle) || c.is(i, kAdjective) || c.tokens[i].word.in(attributes)) {
		i--
	}
	f := c.tokens[max(i, c.s.from)].word.folded
	return c.is(i, kIn) || f == "during" || f == "of" && c.amid(i)
}

// andThat reports "and that" between two tokens, which begins to tell something else.
func (c *clause) andThat(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if c.is(i-1, kAnd) && c.tokens[i].word.folded == "that" {
			return true
		}
	}
	return false
}

// closesFirst reports a date at the end of the first of two verbs that "and"
// joins, which is not that of the second: "spoke on 8 March and chaired".
func (c *clause) closesFirst(d *chunk) bool {
	i := d.to + 1
	if c.tongue.tag != "en" || !c.is(d.to, kAnd) || i >= c.s.to {
		return false
	}
	if c.tokens[i].word.in(adverbs) {
		i++
	}
	from, _ := c.part(d.from)
	trip := slices.ContainsFunc(c.verbs, func(u trigger) bool { // "visited Lima in May and held talks", "met in Lima on 3 May and signed"
		return (u.tag.value == "visit" || u.tag.value == "meet" && c.deedAt(i)) && u.at >= from && u.at < d.from
	})
	return c.is(i, kVerb) && c.tokens[i].shape == lower && !c.is(i, kEvent) && !trip && c.finiteIn(from, d.from)
}

// deedAt reports a verb of a deed on an instrument at a token.
func (c *clause) deedAt(at int) bool {
	tg, _ := c.at(at, kVerb)
	return tg != nil && actVerbs[tg.value] != ""
}

// predicate reports whether the only verb between an event noun and a date is
// the noun's own: "the Summit kicked off on Monday".
func (c *clause) predicate(at, to int) bool {
	if c.tongue.tag != "en" || !c.is(at, kEvent) {
		return false
	}
	for _, u := range c.verbs {
		if !u.noun && u.at > at && u.at < to && dated[u.tag.value] {
			return c.finite(u) || !c.comma(at, u.at) || c.mark(u.at-1, ",")
		}
	}
	return false
}

// joinedTo gives the token of the verb that "and" joins the one at a token to, or -1.
func (c *clause) joinedTo(at int) int {
	if !c.is(at-1, kAnd) && !(c.tongue.tag == "en" && c.is(c.beforeInsertion(c.beforeAux(at)), kAnd)) {
		return -1
	}
	for n := len(c.verbs) - 1; n >= 0; n-- {
		if u := c.verbs[n]; !u.noun && u.at < at-1 && dated[u.tag.value] {
			return u.at
		}
	}
	return -1
}

// beforeInsertion gives the token before a short insertion between commas that ends
// at a token: "and, more recently, concluded".
func (c *clause) beforeInsertion(i int) int {
	if !c.mark(i, ",") {
		return i
	}
	for j := i - 1; j > max(c.s.from, i-4); j-- {
		if c.mark(j, ",") {
			return j - 1
		}
	}
	return i
}

// comma reports whether a comma stands between two tokens.
func (c *clause) comma(from, to int) bool {
	for i := from; i < to; i++ {
		if c.mark(i, ",") {
			return true
		}
	}
	return false
}

// parted counts the other verbs of dated things between two tokens.
func (c *clause) parted(from, to int) int {
	n := 0
	for _, t := range c.verbs {
		if !t.noun && !c.deedNoun(t) && !c.ofAnniversary(t) && t.at > from && t.at+t.n <= to && !(c.enclosed(t.at, from) && c.enclosed(t.at, to)) && (dated[t.tag.value] && !c.is(t.at-1, kAnd) && !c.inserted(t, to) || !c.tongue.capitals && t.tag.value == "promise") {
			n++
		}
	}
	return n
}

// inserted reports a participle between commas, which ends before token to:
// "the seminar, hosted by the Embassy, took place".
func (c *clause) inserted(t trigger, to int) bool {
	return c.tongue.tag == "en" && c.mark(t.at-1, ",") && !c.finite(t) && c.comma(t.at+t.n, to)
}

// anothers reports whether a date stands right after another verb of something
// dated, which then is what it dates: "first signed in 2008, was signed by".
func (c *clause) anothers(d *chunk, at int) bool {
	for _, t := range c.verbs {
		if !t.noun && t.at != at && dated[t.tag.value] && !c.ofAnniversary(t) && !(c.is(at, kEvent) && c.holdsEvent(t.at)) && d.from >= t.at+t.n && d.from-t.at-t.n <= 2 {
			return true
		}
	}
	return false
}

// ofAnniversary reports relations of which an anniversary is kept, whose day is not
// theirs: "will mark the 50th anniversary of diplomatic relations next year".
func (c *clause) ofAnniversary(t trigger) bool {
	for i := t.at; t.tag.value == "relations" && i > max(c.s.from, t.at-4); i-- {
		if f := c.tokens[i].word.folded; f == "anniversary" || f == "years" {
			return true
		}
	}
	return false
}

// subordinate counts the clauses that open between two tokens: ", which".
func (c *clause) subordinate(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if c.mark(i, ",") && c.pastAside(i+1) > i+1 && c.pastAside(i+1) <= to { // it is closed before
			continue
		}
		if c.mark(i, ",") && (c.is(i+1, kPronoun) || c.relativeInRussian(i+1) || c.tongue.tag == "en" && c.tokens[min(i+1, c.s.to-1)].word.folded == "where") {
			n++
		}
	}
	return n
}

// deedFollows reports a comma and "and" with a deed of its own between a verb and
// a date: "was adopted at the session, and came into force on 25 June".
func (c *clause) deedFollows(from, to int) bool {
	for i := from; i < to-2 && c.tongue.tag == "en"; i++ {
		if c.mark(i, ",") && c.is(i+1, kAnd) && c.deedAt(i+2) {
			return true
		}
	}
	return false
}

// conjoined reports a clause of time or ground that opens between a date and a
// verb: "approved on Friday, a week after the House passed".
func (c *clause) conjoined(from, to int) bool {
	for i := to - 1; i > from && c.tongue.tag == "en" && !c.mark(i, ","); i-- {
		if c.tokens[i].word.in(conjunctions) {
			return c.pastDate(i+1) == i+1 && !c.is(i+1, kEvent) && !c.is(i+2, kEvent)
		}
	}
	return false
}

// conjunctions are the words that open a clause with a time of its own.
var conjunctions = forms("after before until while although though because whereas")

// nonRestrictive are the words that open a relative clause after a comma.
var nonRestrictive = forms("which who whose whom where")

// dated are the verbs that take a date of their own.
var dated = map[string]bool{"sign": true, "accede": true, "adopt": true, "approve": true, "ratify": true, "force": true, "found": true, "elect": true, "appoint": true, "visit": true, "meet": true, "launch": true, "amend": true, "headquarters": true, "call": true, "relations": true}

// owned reports whether a date belongs to a name or says since when, or how
// long, rather than when.
func (c *clause) owned(d *chunk) bool {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == anInstrument && ch.from <= d.from && d.to <= ch.to {
			return true
		}
	}
	if !d.day.to.IsZero() && d.day.from.Precision() == chancery.YearPrecision { // a term or a period
		return true
	}
	if d.from < c.lead {
		return true
	}
	if d.to < c.s.to && c.tokens[d.to].word.folded == "as" && c.tokens[max(d.to-2, c.s.from)].word.folded == "same" { // "on the same day as the Convention"
		return true
	}
	if p := c.baseAt; c.bytes(d.from, d.to).start < p.end && p.start < c.bytes(d.from, d.to).end {
		return true
	}
	return c.is(d.from-1, kTerm) && !c.inForceSince(d.from-1) && !c.setFor(d.from-1)
}

// sinceDoing reports a date that is of what a gerund tells after "since" or "before",
// and of nothing else: "is on her first visit since taking office in April", "goes on
// to Lima before returning home on 6 May".
func (c *clause) sinceDoing(d *chunk, at int) bool {
	for i := d.from - 1; i > max(c.s.from, d.from-6) && c.tongue.tag == "en" && c.tokens[i].shape == lower; i-- {
		if f := c.tokens[i-1].word.folded; f == "since" || f == "before" && strings.HasSuffix(c.tokens[i].word.folded, "ing") {
			return strings.HasSuffix(c.tokens[i].word.folded, "ing") && (at < i || at > d.from)
		}
	}
	return false
}

// backThen reports a date of what had been done before what is told: "the Board had
// cleared the loan on 21 July".
func (c *clause) backThen(d *chunk) bool {
	from, _ := c.part(d.from)
	for i := d.from - 1; i > from && c.tongue.tag == "en"; i-- {
		if c.finiteAt(i) {
			return c.tokens[i].word.folded == "had" || c.tokens[i-1].word.folded == "had" || i > from+1 && c.tokens[i-1].word.in(adverbs) && c.tokens[i-2].word.folded == "had"
		}
	}
	return false
}

// forceful are the words that say that an instrument binds: "in force", "in effect", "applied".
var forceful = forms("force effect applied applies apply applicable effective party parties signatory dates date dating dated")

// inForceSince reports "in force since" before a date, which then is the day
// that it entered into force.
func (c *clause) inForceSince(i int) bool {
	if f := c.tokens[i].word.folded; c.tongue.tag == "ru" && (f == "с" || f == "со") { // "вступает в силу с 1 июля"
		for j := max(c.s.from, i-reach); j < min(c.s.to, i+reach); j++ {
			if tg, _ := c.at(j, kVerb); tg != nil && tg.value == "force" {
				return true
			}
		}
		return false
	}
	if f := c.tokens[i].word.folded; c.tongue.tag != "en" || f != "since" && f != "from" && f != "of" {
		return false
	}
	for j := i - 1; j >= max(c.s.from, i-reach); j-- { // "in force for Switzerland since"
		if c.tokens[j].word.in(forceful) {
			return true
		}
	}
	return false
}

// planned reports whether the text puts a trigger in the future.
func (c *clause) planned(at int, day chancery.Date) bool {
	if c.opensSoon(at) || c.toldAhead(at) {
		return true
	}
	for i := max(c.s.from, at-6); i <= at; i++ {
		if c.is(i, kFuture) && (i < at || !c.tongue.capitals || c.tokens[i].word.folded == "will") && !c.wasAfter(i, at) && !c.toOffice(i) {
			return true
		}
		if i < at && c.promiseAt(i) && !c.wasAfter(i, at) { // "agreed to hold a forum"
			return true
		}
	}
	if c.tongue.tag == "en" && (c.isTo(at) || c.meansTo(at)) || c.promisedLast(at) {
		return true
	}
	if c.tongue.capitals && c.is(at-1, kAnd) { // "will call on A and meet with B"
		for n := len(c.verbs) - 1; n >= 0; n-- {
			if u := c.verbs[n]; u.at < at-1 && !u.noun && u.tag.value != "say" {
				return c.planned(u.at, day)
			}
		}
	}
	if tg, n := c.at(at, kEvent); tg != nil && (c.toCome(trigger{at, n, tg, true}) || c.atOne(trigger{at, n, tg, true}) && c.futureBefore(at) || c.stagedAhead(at)) { // "elections will take place"
		return true
	}
	return !day.IsZero() && !c.published.IsZero() && day.After(c.published)
}

// toldAhead reports a Spanish verb in the future at token at, or of its event, a few
// tokens before or after it: "celebrarán en Bruselas la tercera reunión".
func (c *clause) toldAhead(at int) bool {
	for i := at + 1; c.tongue.tag == "es" && c.is(at, kEvent) && i < min(c.s.to-1, at+24) && !c.mark(i, ";") && (i < at+2 || !c.is(i, kEvent)); i++ {
		if c.tokens[i].word.in(scheduled) && c.tokens[i+1].word.folded == "para" {
			return true
		}
		if tg, n := c.at(i, kVerb); n > 0 && c.tokens[i].shape == lower && !c.inName(i) { // "las negociaciones se reanudarán"
			if tg.value == "hold" && endsIn(c.tokens[i+n-1].word.folded, c.tongue.future.ends[:2]) {
				return true
			}
			break
		}
	}
	for i := at; c.tongue.tag == "es" && i >= max(c.s.from, at-14) && (i == at || c.is(at, kEvent)); i-- {
		w := c.tokens[i].word.folded
		switch {
		case c.tokens[i].shape == lower && len(w) > 5 && endsIn(w, c.tongue.future.ends[:2]):
			return true
		case c.is(i, kPronoun) && !c.is(i, kArticle), i < at && c.is(i, kVerb) && c.tokens[i].shape == lower, c.mark(i, ";"):
			return false
		}
	}
	return false
}

// scheduled are the participles of what is set for a day.
var scheduled = forms("previsto prevista previstos previstas programado programada programados programadas agendado agendada fijado fijada convocado convocada convocados convocadas pautado pautada")

// meansTo reports what somebody means to do: "intends to travel", "resolved to visit".
func (c *clause) meansTo(at int) bool {
	if at-2 < c.s.from || c.tokens[at-1].word.folded != "to" {
		return false
	}
	for i := at - 2; i >= max(c.s.from, at-9) && !c.mark(i, ","); i-- { // "accepted the King's invitation to visit"
		if strings.HasPrefix(c.tokens[i].word.folded, "invitation") {
			return c.accepted(i)
		}
	}
	return c.tokens[at-2].word.in(intending)
}

var intending = forms("intends intend plans plan resolved resolves hopes decided decides")

// isTo reports what is to be done: "is also scheduled to meet", "are to be signed".
func (c *clause) isTo(at int) bool {
	i := at - 1
	if i > c.s.from && c.tokens[i].word.folded == "be" {
		i--
	}
	if i <= c.s.from || c.tokens[i].word.folded != "to" {
		return false
	}
	f := c.tokens[i-1].word.folded
	return f == "is" || f == "are" || c.tokens[i-1].word.in(ahead)
}

// stagedAhead reports an event noun that is the object of a verb of holding in the
// future, or of what is proposed: "will on Friday co-host the Summit".
func (c *clause) stagedAhead(at int) bool {
	for i := at - 1; i >= max(c.s.from, at-8) && c.tongue.tag == "en"; i-- {
		if c.tokens[i].word.in(staging) && c.tokens[i].shape == lower {
			for j := max(c.s.from, i-maxMandated); j < i-1; j++ {
				if c.tokens[j].word.in(proposedActs) && c.proposedDeed(j+1) == i {
					return true
				}
			}
			for j := max(c.s.from, i-4); j < i; j++ {
				if c.is(j, kFuture) && c.tokens[j].word.in(auxiliaries) {
					return true
				}
			}
			return false
		}
		if c.tokens[i].shape == mark && !c.possessive(i) {
			return false
		}
	}
	return false
}

// futureBefore reports whether the part of the sentence before a token tells
// what will be: "will open the school at a ceremony".
func (c *clause) futureBefore(at int) bool {
	from, _ := c.part(at)
	for i := from; i < at; i++ {
		if _, n := c.at(i, kFuture); n > 0 && c.tokens[i].shape == lower && c.tokens[i].word.in(auxiliaries) {
			return true
		}
	}
	return false
}

// auxiliaries are the words that begin a verb of what will be.
var auxiliaries = forms("will shall is are")

// promiseAt reports a verb of promise that begins at token i.
func (c *clause) promiseAt(i int) bool {
	n := sort.Search(len(c.verbs), func(n int) bool { return c.verbs[n].at >= i })
	for ; n < len(c.verbs) && c.verbs[n].at == i; n++ {
		if c.verbs[n].tag.value == "promise" {
			return true
		}
	}
	return false
}

// wasAfter reports a past form of "be" between two tokens, which closes what
// is in the future: "an agreement that will help farmers was signed".
func (c *clause) wasAfter(from, to int) bool {
	for i := from + 1; i < to && c.tongue.tag == "en"; i++ {
		if f := c.tokens[i].word.folded; f == "was" || f == "were" {
			return true
		}
	}
	return false
}

// place gives the city or venue named after "in" or "at".
func (c *clause) place(from, to int) (string, span, bool) {
	for i := from; i < to; i++ {
		if c.focus >= 0 && (c.inTail(i, c.focus) || c.focus < i && c.enclosed(i, c.focus) && !c.tailHas(c.focus, i)) {
			continue
		}
		if name, n := c.cityCase(i); n > 0 && !c.ofPost(i) {
			return name, c.bytes(i, i+n), true
		}
		_, n := c.at(i, kIn)
		if n == 0 || c.tokens[max(i-1, c.s.from)].word.in(partaking) || c.residence(i) || c.ofPost(i) {
			continue
		}
		j := c.toName(i+n, to)
		if to := c.venue(j, *c.s); to > j {
			return c.say(j, to), c.bytes(j, to), true
		}
		if _, m := c.at(j, kCity); m > 0 && c.tokens[j].shape != lower {
			return c.city(j, m), c.bytes(j, j+m), true
		}
		if end := c.placeNamed(i, j, to); end > j {
			return c.say(j, end), c.bytes(j, end), true
		}
	}
	return "", span{}, false
}

// toName gives the first token of the name that "in" or "at" right before token i is
// before: past its article, common words ("in the city of") and "the Algerian capital".
func (c *clause) toName(i, to int) int {
	j := i
	for j < to && j < i+4 && !c.is(j, kCity) && (c.is(j, kArticle) || c.tokens[j].shape == lower && !c.is(j, kStop)) {
		if c.is(j, kPlace) {
			_, l := c.at(j+1, kLink)
			j += l
		}
		j++
	}
	if h := c.hit(j); h != nil && h.state() && h.adjective {
		j += h.n
		for j < to && c.tokens[j].shape == lower {
			j++
		}
	}
	return j
}

// placeNamed gives the end of the capitalised words at token j, after the "in" or "at" of
// token i, that name a place the tables do not have: a venue, a body where it sits, a town
// before its country; or j.
func (c *clause) placeNamed(i, j, to int) int {
	if c.tongue.caseless || j >= to || !c.upper(j) || c.is(j, kStop) || c.is(j, kHonorific) || c.tokens[j-1].word.in(partsOfDay) {
		return j
	}
	if _, end := c.dateAt(j); end > j {
		return j
	}
	end, venue := j, false
	for end < to && (c.upper(end) || c.possessive(end)) {
		venue = venue || c.is(end, kPlace)
		end++
	}
	for venue && end+1 < to && c.tokens[end].word.folded == "of" && c.tokens[end+1].shape == capital && c.hit(end+1) == nil { // "Palace of Culture"
		end += 2
	}
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.from == j && ch.kind == anOrg && !c.bodyLike(ch) && !c.inPost(ch) {
			return ch.to
		} else if ch.from <= j && j < ch.to && ch.kind != aPlace && !venue {
			return j
		}
	}
	unknown := c.hit(j) == nil && !c.is(j, kEvent)
	switch {
	case venue, unknown && c.mark(end, ",") && c.hit(end+1) != nil, c.romance() && c.townAbroad(i, j, end):
		return end
	case unknown && c.tongue.capitals && c.tokens[i].word.folded == "in" && c.tokens[j].shape == capital && !c.is(j, kRegion) && !c.is(j, kOrg) && !c.is(j, kInstrument) && !c.is(j, kGiven):
		return end
	}
	return j
}

// ofPost reports a token inside the words of a post, which tell where its holder
// serves: "chargée de programme à la Fondation", "cónsul general en Arica".
func (c *clause) ofPost(i int) bool {
	return slices.ContainsFunc(c.chunks, func(q chunk) bool { return q.kind == aPost && q.from < i && i < q.to })
}

// residence reports an "in" that tells where an envoy lives.
func (c *clause) residence(i int) bool {
	f := c.tokens[max(i-1, c.s.from)].word.folded
	return c.tongue.tag == "en" && (f == "residence" || f == "resident")
}

// partaking are the words before an "in" that names no place.
var partaking = forms("part participate participates participated participating participation interest interested involved engaged")

// bodyLike reports whether an organisation is one that meets rather than a
// house to meet in.
func (c *clause) bodyLike(ch *chunk) bool {
	if ch.head == nil {
		return true
	}
	switch ch.head.value {
	case "other", "ministry", "university":
		return false
	}
	return true
}

// leave keeps what the next sentence may refer to.
func (c *clause) leave() {
	c.leaveScene()
	c.leaveLead()
	c.leavePair()
	c.leavePaper()
	c.leaveInvited()
	c.leaveNamed()
	c.leaveSides()
	c.leaveDoer()
	persons, parties := c.actors(c.s.from, c.s.to)
	if len(persons) > 1 && c.tongue.tag == "en" {
		c.stage.two = persons[:2]
	}
	if len(parties) > 0 {
		c.stage.body = parties[0].who
	}
	for k := range c.chunks {
		ch := &c.chunks[k]
		if c.tongue.tag == "en" && ch.kind == aPost && ch.who == nil && ch.post.body != nil { // "The representative of Chad"
			c.stage.subject = ch.post.body
			return
		}
		if ch.who == nil || ch.kind != aPost && c.inPost(ch) {
			continue
		}
		if ch.kind == aPerson || ch.kind == aPost || ch.kind == anOrg && !ch.genitive || ch.kind == aState && !ch.adj && !ch.genitive {
			c.stage.subject = ch.who
			return
		}
	}
}

// leaveSides keeps the sides spoken of, for "they" in the next sentence.
func (c *clause) leaveSides() {
	var they []actor
	for k := range c.chunks {
		if ch := &c.chunks[k]; they == nil && ch.kind == aSide && c.tongue.tag == "en" {
			they = c.sides(ch)
		}
	}
	c.stage.they = they
}

// maxNamed bounds the persons that "the two ministers" may be.
const maxNamed = 8

// leaveNamed keeps the persons named in the sentence, the last at the end.
func (c *clause) leaveNamed() {
	for k := range c.chunks {
		e := c.chunks[k].who
		if c.tongue.tag != "en" || e == nil || e.kind != aPerson || len(e.posts) == 0 {
			continue
		}
		c.stage.named = append(slices.DeleteFunc(c.stage.named, func(o *entity) bool { return o == e }), e)
		c.stage.named = c.stage.named[max(0, len(c.stage.named)-maxNamed):]
	}
}

// titled gives whom the last two persons with the title that "the two
// ministers" names stand for; nil if there are not two.
func (c *clause) titled(ch *chunk) []actor {
	word, plural := strings.CutSuffix(c.tokens[ch.to-1].word.folded, "s")
	if !plural || c.tongue.tag != "en" || !c.is(ch.to-1, kTitle) {
		return nil
	}
	var out []actor
	for n := len(c.stage.named) - 1; n >= 0 && len(out) < 2; n-- {
		e := c.stage.named[n]
		if holds(e, word) {
			out = append([]actor{{c.stateOf(e), c.bytes(ch.from, ch.to), ch.from}}, out...)
		}
	}
	if len(out) < 2 || out[0].who == out[1].who {
		return nil
	}
	return out
}

// holds reports a post whose title has a word.
func holds(e *entity, word string) bool {
	for _, h := range e.posts {
		if strings.Contains(strings.ToLower(h.title), word) {
			return true
		}
	}
	return false
}

// leavePair keeps the State that acts, and the last two States or bodies that
// only "and" joins.
func (c *clause) leavePair() {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aState && c.subjectAt(k) != nil && !c.inPost(ch) {
			c.stage.state = ch.who
			break
		}
	}
	for k := 1; k < len(c.chunks) && c.tongue.tag == "en"; k++ {
		if !c.joins(c.chunks[k-1].to, c.chunks[k].from) || k > 1 && c.listed(c.chunks[k-2].to, c.chunks[k-1].from) { // of three or more
			continue
		}
		a, b := c.memberOfPair(k-1), c.memberOfPair(k)
		if a == nil || b == nil {
			continue
		}
		a.who, b.who = c.standingFor(a.who), c.standingFor(b.who)
		if a.who == b.who || a.who.kind == aPerson || b.who.kind == aPerson {
			continue
		}
		c.stage.pair = []actor{*a, *b}
	}
}

// memberOfPair gives the State or body of a chunk, a State also where it is only what
// something is of: "between the ministries of Mali and Chad".
func (c *clause) memberOfPair(k int) *actor {
	if ch := &c.chunks[k]; ch.kind == aState && !ch.adj && ch.who != nil && !c.located(ch) {
		return &actor{ch.who, c.bytes(ch.from, ch.to), ch.from}
	}
	return c.subjectAt(k)
}

// joins reports that "and", with an article or "of", is all that stands between tokens.
func (c *clause) joins(from, to int) bool {
	for c.is(to-1, kArticle) || to-2 == from && c.tokens[to-1].word.folded == "of" {
		to--
	}
	return to-from == 1 && c.is(from, kAnd)
}

// pairOf gives the two persons named last where a word stands for them.
func (c *clause) pairOf(at span, pos int) (out []actor) {
	for _, a := range c.stage.two {
		out = append(out, actor{a.who, at, pos})
	}
	return out
}

// leavePaper keeps the first instrument of the sentence, and those that it lists.
func (c *clause) leavePaper() {
	c.leaveList()
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == anInstrument && ch.who != nil && !(ch.descr && !c.is(ch.name[0]-1, kArticle)) {
			c.stage.paper = ch.who
			return
		}
	}
}

// leaveList keeps the named instruments that the sentence lists: "the agreements".
func (c *clause) leaveList() {
	var list []*entity
	var last *chunk
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.kind != anInstrument || ch.who == nil || ch.descr || c.tongue.tag != "en" || last != nil && ch.from < last.to {
			continue
		}
		if last != nil {
			if joins, _ := c.goesOnList(last.to, ch.from); !joins {
				list = nil
			}
		}
		list, last = append(list, ch.who), ch
	}
	if len(list) > 1 {
		c.stage.papers = list
	}
}

// subjectOf gives who does what the trigger at token at says: the actors that
// stand before it, "it" and "they" resolved, or after "by".
func (c *clause) subjectOf(at int) []actor {
	if by := c.adjacent(at); len(by) > 0 {
		return by
	}
	persons, parties := c.actors(c.s.from, at)
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aSide && ch.from < at && !precede(ch.from, persons, parties) {
			if s := c.sides(ch); len(s) > 0 {
				return s
			}
		}
	}
	if len(persons)+len(parties) == 0 && !c.tongue.capitals {
		if s := c.subjectAfter(at); len(s) > 0 {
			return s
		}
	}
	if len(persons)+len(parties) == 0 && c.tokens[c.s.from].word.in(theyAbroad) && !c.tongue.capitals {
		if by := c.theyMet(at); len(by) > 1 {
			return by
		}
	}
	if len(persons)+len(parties) == 0 {
		if i := c.beforeAux(at); i > c.s.from && c.tokens[i].word.folded == "it" && c.tongue.tag == "en" { // "Malta said that it had acceded"
			if b := c.toldBody(i); b != nil {
				return []actor{{b, c.bytes(i, i+1), i}}
			}
		}
		if b := c.stage.body; b != nil && c.tokens[c.s.from].word.folded == "it" && c.tongue.tag == "en" {
			return []actor{{b, c.bytes(at, at+1), at}}
		}
		if c.stage.subject != nil && c.pronounBefore(at) {
			return []actor{{c.stage.subject, c.bytes(at, at+1), at}}
		}
		return nil
	}
	return append(persons, parties...)
}

// pronounBefore reports whether "he", "they" or "the government" stands for the
// subject of a verb at token at.
func (c *clause) pronounBefore(at int) bool {
	if c.is(c.s.from, kPronoun) || at > c.s.from && c.is(at-1, kPronoun) {
		return true
	}
	for i := max(c.s.from, at-5); i < at; i++ {
		if tg, _ := c.at(i, kPronoun); tg != nil && tg.value == "s" {
			return true
		}
	}
	for i := max(c.s.from, at-3); i < at; i++ {
		if c.tokens[i].shape == lower && c.tokens[i].word.folded == "government" {
			return true
		}
	}
	return false
}

// precede reports whether an actor stands before token at.
func precede(at int, lists ...[]actor) bool {
	for _, l := range lists {
		for _, a := range l {
			if a.pos < at {
				return true
			}
		}
	}
	return false
}

// assembled gives the meeting that the last sentences were about, else the
// session, conference or visit of at least two.
func (c *clause) assembled() *event {
	if m := c.stage.meeting; m != nil && (c.tongue.tag != "en" || len(m.participants) > 1 || len(m.parties) > 1) {
		return m
	}
	if f := c.stage.forum; f != nil && len(f.parties) > 1 {
		return f
	}
	for i := len(c.told) - 1; i >= 0 && c.told[i].n+6 >= c.s.para; i-- {
		if v := c.told[i]; (v.kind == "visit" || v.kind == "meeting") && len(v.parties) > 1 {
			return v
		}
	}
	return c.stage.meeting
}

// paired gives the last two that "and" joined, where the sides are named.
func (c *clause) paired(at span, pos int) []actor {
	return []actor{{c.stage.pair[0].who, at, pos}, {c.stage.pair[1].who, at, pos}}
}

// ofStateNouns are the nouns for those who met that only States can be.
var ofStateNouns = forms("country countries government governments nation nations")

// collectives tells what a noun is for several who act together: for States, or for
// people who are no party to anything.
var collectives = map[string]chunkKind{"collective": aState, "people": aSide}

// sides gives the parties of the meeting that "the sides" refers to.
func (c *clause) sides(ch *chunk) []actor {
	if kind, ok := collectives[ch.head.value]; ok {
		return []actor{{c.cast.collective(c.paper, ch, kind), c.bytes(ch.from, ch.to), ch.from}}
	}
	m := c.assembled()
	at := c.bytes(ch.from, ch.to)
	if c.tokens[ch.from].word.folded == "they" && len(c.stage.they) > 1 {
		return c.stage.they
	}
	if by := c.titled(ch); by != nil {
		return by
	}
	if m == nil {
		if len(c.stage.pair) > 1 {
			return c.paired(at, ch.from)
		}
		return c.pairOf(at, ch.from)
	}
	var out []actor
	bodiless := false
	for _, a := range m.participants {
		who := a.who
		for _, h := range who.posts {
			if h.body != nil {
				who = h.body
				break
			}
		}
		bodiless = bodiless || who == a.who
		out = appendActor(out, actor{who, at, ch.from})
	}
	if len(out) < 2 || bodiless && len(m.parties) > 1 {
		if len(m.parties) > 1 {
			out = nil
		}
		for _, a := range m.parties {
			out = appendActor(out, actor{a.who, at, ch.from})
		}
	}
	if len(c.stage.pair) == 2 && (len(out) < 2 || c.tokens[ch.to-1].word.in(ofStateNouns) && out[0].who.kind != aState && c.stage.pair[0].who.kind == aState) {
		return c.paired(at, ch.from)
	}
	if len(out) < 2 && c.tongue.tag == "en" {
		return nil
	}
	return out[:min(len(out), 2)] // the two sides are the first two
}
