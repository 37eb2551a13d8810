package press

import (
	"sort"
	"strings"

	"chancery"
)

// The English grammar of the life of bodies and of relations: a body begins, its
// seat opens, a State joins it or is recognised, a rank is won, and something has
// been so since a day.

// lifeVerbs are the verbs that tell a turn in the life of a body, by what it is.
var lifeVerbs = func() map[string]string {
	out := map[string]string{}
	for what, list := range map[string]string{
		"found":     "founded registered created established instituted formed constituted incorporated inaugurated launched born revived re-established reestablished reconstituted set organised organized",
		"open":      "opened opens reopened commissioned inaugurates unveiled ribbon",
		"join":      "joining joined rejoined entered acceded admitted join left withdrew joins leaves",
		"become":    "became becomes",
		"recognise": "recognised recognized recognise recognize",
		"rank":      "assumed took granted obtained gained acquired attained received accorded achieved conferred regained proclaimed declared won",
		"move":      "moved relocated closed moves closes",
		"change":    "suspended expelled readmitted succeeded renamed transformed converted upgraded elevated raised reorganised reorganized dissolved disbanded abolished merged restructured split detached separated turned transferred absorbed spun",
		"begin":     "began started commenced begun ceased",
		"relate":    "restored resumed normalised normalized severed broke",
		"tie":       "forged formalised formalized",
		"being":     "came comes",
		"noun":      "establishment foundation founding creation inception formation opening reopening inauguration accession admission",
		"first":     "met convened sat assembled held",
	} {
		for w := range strings.FieldsSeq(list) {
			out[w] = what
		}
	}
	return out
}()

// bodyNouns are the common nouns for a body or its seat besides those of the tables.
var bodyNouns = forms("hub bloc grouping body commission committee")

// seatNouns are the common nouns for where a body or an envoy sits.
var seatNouns = forms("headquarters seat embassy embassies consulate consulates mission missions office offices premises branch representation campus chancery building buildings")

// noBodies are the head nouns of names that as common nouns tell no body.
var noBodies = forms("platform service exchange front house party guard corps trust court library facility board network movement administration history army police navy desk group team delegation staff order")

// dignities are the nouns of what a body or State wins once.
var dignities = forms("status rank independence autonomy accreditation membership personality statehood chairmanship presidency chair self-government")

// lives reads the turns in the life of bodies and States that a sentence tells.
func (c *clause) lives() {
	for i := c.s.from; i < c.s.to; i++ {
		what := c.tokens[i].word.life
		if c.tokens[i].word.folded == "since" {
			c.since(i)
		}
		if what == "" || c.tokens[i].shape != lower && i > c.s.from && c.tokens[i-1].shape != mark || c.inName(i) {
			continue
		}
		c.lived(i, what)
	}
}

// lived adds the milestone that the verb at a token tells, if it does.
func (c *clause) lived(i int, what string) {
	if f := c.tokens[i-min(1, i)].word.folded; f == "to" && what != "join" && !(what == "recognise" && c.firstTo(trigger{at: i, n: 1})) || c.tokens[i].word.in(presents) && !c.heads(i) || c.onlyPossible(trigger{at: i, n: 1}) {
		return
	}
	m := milestone{what: "other", at: c.bytes(i, i+1), rule: ruleMilestone.Name}
	switch {
	case (what == "found" || what == "join" || what == "tie") && c.tiesMade(i):
		m.subject, m.what = c.relating(trigger{at: i, n: 1}), "relations established"
	case what == "noun":
		c.nounOfLife(&m, i)
		return
	default:
		c.turnOf(&m, i, what)
	}
	if m.subject == nil || !c.dateLife(&m, i) {
		return
	}
	c.enactedBy(&m, i)
	c.putMilestone(m)
	c.followers(&m, i, what)
}

// turnOf gives the milestone that a verb at a token tells its subject and sort.
func (c *clause) turnOf(m *milestone, i int, what string) {
	switch what {
	case "found", "open", "move":
		m.subject, m.what = c.begun(i, what)
		if m.subject == nil && what == "found" && strings.HasPrefix(c.tokens[i].word.folded, "re") && c.relationsNear(i) {
			m.subject, m.what = c.relating(trigger{at: i, n: 1}), "other"
		}
	case "join":
		m.subject = c.enters(i)
	case "become":
		m.subject = c.became(i)
	case "recognise":
		m.subject = c.recognised(i)
	case "rank":
		m.subject = c.ranked(i)
	case "change", "relate":
		if m.subject = c.changed(i, what); m.subject == nil && what == "relate" {
			m.subject = c.startedWork(i)
		}
	case "being":
		if next := c.tokens[min(i+2, c.s.to-1)].word.folded; next == "being" || next == "existence" {
			m.subject, m.what = c.liver(i), "founded"
		}
	case "first":
		m.subject = c.firstMet(i)
	case "begin":
		m.subject = c.startedWork(i)
	}
}

// presents are the verbs of lives in the present, which tells what was only in a line of
// a history: "1995 – Chad joins the Commission".
var presents = forms("joins leaves becomes moves closes")

// heads reports that a date opens the line of a history that a token stands in.
func (c *clause) heads(i int) bool {
	if _, ok := c.lineDay(); ok {
		return true
	}
	_, _, ok := c.bareYear(c.s.from)
	return ok && i > c.s.from
}

// dateLife dates what the verb at a token tells, and reports that it is done.
func (c *clause) dateLife(m *milestone, i int) bool {
	if c.negated(i) { // "did not join until 1971"
		d, ok := c.untilDay(i)
		if ok {
			m.date, m.dateAt = d.day.from, c.bytes(d.from, d.to)
		}
		return ok
	}
	if c.planned(i, chancery.Date{}) {
		return false
	}
	for _, day := range [...]func(int) (chunk, bool){c.dayRight, c.dayOfWhen, c.dayPastVerb, c.dayOfFounding, func(i int) (chunk, bool) { return c.day(i, 1) }, c.dayInPhrase} {
		if d, ok := day(i); ok {
			m.date, m.dateAt = d.day.from, c.bytes(d.from, d.to)
			if c.yearless(d.from) {
				m.date = c.bygone(m.date, true)
			}
			return !c.planned(i, m.date)
		}
	}
	var ok bool
	if m.date, m.dateAt, ok = c.bareYear(c.pastVerb(i)); ok {
		return true
	}
	if in := c.foundedBy(i); in != nil {
		m.date, m.dateAt, ok = c.ownDay(in)
	}
	return ok
}

// enactedBy adds the adoption of the law by which a body was founded on a day.
func (c *clause) enactedBy(m *milestone, i int) {
	if in := c.foundedBy(i); in != nil && in.who != nil && m.what == "founded" && m.date.Precision() == chancery.DayPrecision && in.head != nil && (in.head.value == "law" || in.head.value == "decree") {
		if c.putAct(&act{kind: "adopted", instrument: in.who, date: m.date, dateAt: m.dateAt, at: c.bytes(in.from, in.to)}) {
			in.who.acts++
		}
	}
}

// dayRight gives the date right after the verb at a token: "founded in 1974".
func (c *clause) dayRight(i int) (chunk, bool) {
	at := c.pastVerb(i)
	for k := range c.chunks {
		if d := &c.chunks[k]; d.kind == aDate && (d.from == at || d.from == at+1 && (c.is(at, kIn) || c.is(at, kLink))) && !d.day.from.IsZero() && d.day.to.IsZero() {
			return *d, true
		}
	}
	return chunk{}, false
}

// dayOfWhen gives the date before the "when" of a clause: "since 1945, when it was founded".
func (c *clause) dayOfWhen(i int) (chunk, bool) {
	for w := i - 1; w > max(c.s.from, i-7) && (c.tokens[w].shape != mark || c.inName(w)); w-- {
		if c.tokens[w].word.folded != "when" {
			continue
		}
		if c.mark(w-1, ",") {
			w--
		}
		for k := range c.chunks {
			if d := &c.chunks[k]; d.kind == aDate && d.to == w && !d.day.from.IsZero() && d.day.to.IsZero() {
				return *d, true
			}
		}
		break
	}
	return chunk{}, false
}

// dayPastVerb gives the date in the phrase of a verb, where a date before is of another
// or of the report: "recognised Chad in 1960 and opened an embassy there in 1984".
func (c *clause) dayPastVerb(i int) (chunk, bool) {
	d, ok := c.dayInPhrase(i)
	if !ok || d.from < i {
		return chunk{}, false
	}
	if n, found := c.day(i, 1); found && n.from < c.lead {
		return d, true
	}
	first := false
	for k := c.s.from; k < i-1 && c.is(c.beforeAux(i), kAnd); k++ {
		if first = first || c.tokens[k].word.life != ""; first && c.pastDate(k) > k {
			return d, true
		}
	}
	return chunk{}, false
}

// dayOfFounding gives the date on which the instrument was signed or adopted by which
// a body was founded: "created by a Convention signed by the Heads of State on 19 January 2007".
func (c *clause) dayOfFounding(i int) (chunk, bool) {
	in := c.foundedBy(i)
	if in == nil || in.to >= c.s.to {
		return chunk{}, false
	}
	if f := c.tokens[in.to].word.folded; f != "signed" && f != "adopted" && f != "concluded" {
		return chunk{}, false
	}
	return c.dayInPhrase(in.to)
}

// followers adds those of whom the same is told by a date alone: "Malta joined the
// Council in 1996, Chad in 2008 and Peru in 2010".
func (c *clause) followers(m *milestone, i int, what string) {
	if what != "join" && what != "become" && what != "recognise" {
		return
	}
	for k := range c.chunks {
		s := &c.chunks[k]
		if s.kind != aState || s.adj || s.who == nil || s.from <= i || s.to+1 >= c.s.to || !c.is(s.to, kIn) && c.tokens[s.to].word.folded != "on" {
			continue
		}
		if p := c.pastArticleBack(s.from); !c.mark(p, ",") && !c.is(p, kAnd) || c.finiteIn(i+1, s.from) {
			continue
		}
		for n := k + 1; n < min(len(c.chunks), k+3); n++ {
			if d := &c.chunks[n]; d.kind == aDate && d.from == s.to+1 && !d.day.from.IsZero() && d.day.to.IsZero() {
				c.putMilestone(milestone{subject: s.who, what: m.what, date: d.day.from, dateAt: c.bytes(d.from, d.to), at: c.bytes(s.from, d.to), rule: m.rule})
			}
		}
	}
}

// tiesMade reports relations between States as what the verb at a token makes begin:
// "forged diplomatic ties", "entered into diplomatic relations", "relations between the
// two States were formally established".
func (c *clause) tiesMade(i int) bool {
	for j := i + 1; j < min(c.s.to, i+6) && c.tokens[j].shape == lower; j++ {
		if c.tokens[j].word.in(tieNouns) {
			return c.hasWord(i, j, "diplomatic") || c.hasWord(i, j, "consular") || c.hasWord(i, j, "official")
		}
		if j > i+1 && c.is(j, kIn) {
			break
		}
	}
	if be := c.beforeAux(i) + 1; !c.mark(i-1, ",") && (be >= i || !c.isBe(i-1) && !c.lightAdverb(i-1)) {
		return false
	}
	for j := i - 1; j >= max(c.s.from, i-maxNoun) && !c.mark(j, ";"); j-- {
		if c.tokens[j].word.in(tieNouns) {
			return c.tokens[j+1].word.folded == "between" && c.tokens[j].shape != mark && (c.lightAdverb(i-1) || c.isFormal(j-1)) || c.isFormal(j-1)
		}
	}
	return false
}

// isFormal reports the adjective of relations between States at token i.
func (c *clause) isFormal(i int) bool {
	return i >= c.s.from && c.tokens[i].word.in(formalTies)
}

var (
	tieNouns   = forms("relations ties relationship")
	formalTies = forms("diplomatic consular official formal")
)

// lineDay gives the date that opens a line of a history, before a mark: "1974 –".
func (c *clause) lineDay() (chunk, bool) {
	if len(c.chunks) == 0 {
		return chunk{}, false
	}
	d := c.chunks[0]
	return d, d.kind == aDate && d.from <= c.s.from+1 && d.to < c.s.to && c.tokens[d.to].shape == mark && !c.mark(d.to, ",") && !d.day.from.IsZero()
}

// bareYear gives a year that stands alone after a verb, at a token, or opens a line
// of a history: "founded in 1632", "(created 1974)", "1974 – The Council was founded".
func (c *clause) bareYear(i int) (chancery.Date, span, bool) {
	if c.is(i, kIn) {
		i++
	}
	if first := c.s.from; !c.yearAt(i) && c.tokens[min(first+1, c.s.to-1)].shape == mark && !c.mark(first+1, ",") {
		i = first
	}
	if !c.yearAt(i) {
		return chancery.Date{}, span{}, false
	}
	d, err := chancery.ParseDate(c.tokens[i].word.form)
	return d, c.bytes(i, i+1), err == nil
}

// yearAt reports a number of four figures that can be a year.
func (c *clause) yearAt(i int) bool {
	return i < c.s.to && c.tokens[i].shape == number && len(c.tokens[i].word.form) == 4 && (c.tokens[i].word.form[0] == '1' || c.tokens[i].word.form[:2] == "20")
}

// foundedBy gives the instrument by which a body was founded: "created by Supreme
// Decree No. 326", "established under the 1987 Constitution".
func (c *clause) foundedBy(i int) *chunk {
	for k := range c.chunks {
		ch := &c.chunks[k]
		if by := c.tokens[max(c.pastArticleBack(ch.from), c.s.from)].word.folded; ch.kind == anInstrument && ch.from > i && ch.from-i < 6 && founding.has(by) {
			return ch
		}
	}
	return nil
}

// founding are the words before the instrument by which a body is founded.
var founding = forms("by under through with to of")

// ownDay gives the day or year that stands in an instrument's own name.
func (c *clause) ownDay(in *chunk) (chancery.Date, span, bool) {
	for i := in.from; i < in.to; i++ {
		if d, to := c.dateAt(i); to > i && d.to.IsZero() && !d.from.IsZero() {
			return d.from, c.bytes(i, to), true
		}
	}
	return chancery.Date{}, span{}, false
}

// untilDay gives the day until which something was not so.
func (c *clause) untilDay(i int) (chunk, bool) {
	for k := range c.chunks {
		if d := &c.chunks[k]; d.kind == aDate && d.from > i && d.from-i < 12 && c.tokens[d.from-1].word.folded == "until" && !d.day.from.IsZero() {
			return *d, true
		}
	}
	return chunk{}, false
}

// objectOrSubject gives where the noun that a verb makes begin stands, as the token of its
// head: the subject of a passive or of a participle, else the object; -1 for none.
func (c *clause) objectOrSubject(i int) int {
	before := c.beforeAux(i)
	be, _ := c.at(before+1, kPast)
	switch {
	case before+1 < i && (be != nil && be.value == "be" || c.tokens[i-1].word.folded == "been"):
		return c.headBefore(before)
	case c.mark(i-1, ",") || c.mark(i-1, "("):
		return c.headBefore(i - 2)
	case i == c.s.from || i == c.s.from+1 && c.tokens[c.s.from].word.in(adverbs):
		return c.headAfterComma(i)
	}
	next := c.pastVerb(i)
	if h := c.headAfter(next); h >= 0 {
		return h
	}
	if next < c.s.to && c.tokens[next].word.folded == "it" {
		return next
	}
	for j := i - 1; j > max(c.s.from, i-8) && c.closedAfter(i); j-- { // "the Forum, which Singapore founded"
		if f := c.tokens[j].word.folded; f == "which" || f == "that" {
			return c.headBefore(j)
		}
	}
	if c.closedAfter(i) { // "the Embassy opened on 1 March", "the centre established in 2010"
		return c.headBefore(before)
	}
	return -1
}

// closedAfter reports a verb with no object after it: a date, a preposition or a mark.
func (c *clause) closedAfter(i int) bool {
	i = c.pastVerb(i)
	return i >= c.s.to || c.tokens[i].shape == mark || c.pastDate(i) > i || i+1 < c.s.to && c.is(i, kTo) && c.is(i+1, kCity) || c.tokens[i].word.in(closing) || c.tokens[i].word.in(adverbs)
}

// closing are the words after a verb that open no object of it.
var closing = forms("on in at by under as for with since from during after following within through")

// pastVerb gives the token after a verb and its "up".
func (c *clause) pastVerb(i int) int {
	if i++; i < c.s.to && c.tokens[i].word.folded == "up" {
		i++
	}
	return i
}

// chunkOver gives the name that covers a token, nil for none.
func (c *clause) chunkOver(i int) *chunk {
	k := sort.Search(len(c.chunks), func(k int) bool { return c.chunks[k].from > i })
	for n := k - 1; n >= max(0, k-4); n-- {
		if ch := &c.chunks[n]; i < ch.to && ch.kind != aDate && ch.kind != aPlace {
			return ch
		}
	}
	return nil
}

// maxNoun bounds the words of a noun with what it is of.
const maxNoun = 24

// headBefore gives the token of the head of the noun that ends at a token, an
// insertion, brackets and a relative pronoun apart; -1 for none.
func (c *clause) headBefore(e int) int {
	switch f := c.tokens[max(e, c.s.from)].word.folded; {
	case f == "which" || f == "that":
		if e--; c.mark(e, ",") {
			e--
		}
	case f == "itself" || f == "themselves":
		e--
	case c.mark(e, ","): // "the Council, a body of eight, was founded"
		e = c.beforeAside(e, c.s.from) - 1
	}
	if open := c.bracketBefore(e + 1); c.mark(e, ")") && open > 0 {
		e = open - 1
	}
	if e < c.s.from {
		return -1
	}
	from := e
	for from > max(c.s.from, e-maxNoun) && c.insideNoun(from-1) {
		from--
	}
	for i := from; i <= e; i++ {
		if ch := c.chunkOver(i); ch != nil {
			i = min(ch.to-1, e)
		} else if i > from && (c.is(i, kLink) || c.tokens[i].word.in(closing)) {
			return i - 1
		}
	}
	return e
}

// insideNoun reports a token that can stand inside a noun with what it is of.
func (c *clause) insideNoun(i int) bool {
	if ch := c.chunkOver(i); ch != nil || c.possessive(i) {
		return true
	}
	t := &c.tokens[i]
	return t.shape != mark && !c.is(i, kAnd) && !c.finiteAt(i) && !c.is(i, kFuture) && (!c.is(i, kPronoun) || c.is(i, kArticle)) && (!c.is(i, kStop) || c.is(i, kLink) || c.is(i, kArticle) || c.is(i, kIn))
}

// headAfter gives the token of the body that the words from a token on name as
// the object of a verb; -1 for none.
func (c *clause) headAfter(from int) int {
	for i := from; i < min(c.s.to, from+10); i++ {
		if ch := c.chunkOver(i); ch != nil {
			if ch.kind == anOrg && !c.possessive(ch.to) {
				return ch.to - 1
			}
			if ch.kind != anOrg && ch.kind != aState {
				return -1
			}
			i = ch.to - 1
			continue
		}
		switch {
		case c.possessive(i) || c.is(i, kArticle):
		case c.tokens[i].shape == mark || c.tokens[i].word.in(closing) || c.is(i, kLink) || c.is(i, kTo) || c.finiteAt(i) && !c.is(i, kOrg):
			return -1
		case c.bodyNoun(i) && !c.nounAfter(i):
			return i
		}
	}
	return -1
}

// nounAfter reports a word after a token with which it makes one noun: "office hours".
func (c *clause) nounAfter(i int) bool {
	i++
	return c.possessive(i) || i < c.s.to && c.tokens[i].shape != mark && !c.tokens[i].word.in(closing) && !c.is(i, kStop) && !c.is(i, kLink) && !c.is(i, kAnd) && !c.is(i, kTo) && !c.finiteAt(i) && c.pastDate(i) == i && !c.tokens[i].word.in(adverbs) && c.chunkOver(i) == nil
}

// bodyNoun reports a common noun for a body or its seat.
func (c *clause) bodyNoun(i int) bool {
	return !c.tokens[i].word.in(noBodies) && !c.is(i, kEvent) && (c.is(i, kOrg) || c.is(i, kUnit) || c.tokens[i].word.in(bodyNouns) || c.tokens[i].word.in(seatNouns))
}

// headAfterComma gives the body that a participle at the head of a sentence
// describes: "Founded in 1974, the Council is".
func (c *clause) headAfterComma(i int) int {
	for j := i + 1; j < min(c.s.to-1, i+maxNoun); j++ {
		if c.mark(j, ",") {
			if f := c.tokens[j+1].word.folded; f == "it" {
				return j + 1
			}
			if c.is(j+1, kIn) || c.is(j+1, kBy) { // "created in 1948 by the Council, in resolution 106, the Commission"
				continue
			}
			return c.headAfter(j + 1)
		}
	}
	return -1
}

// bodyOf gives the body that the noun with its head at a token stands for.
func (c *clause) bodyOf(h int) *entity {
	if h < 0 {
		return nil
	}
	if ch := c.chunkOver(h); ch != nil {
		if ch.kind != anOrg || c.possessive(ch.to) {
			return nil
		}
		return ch.who
	}
	f := c.tokens[h].word.folded
	switch {
	case f == "it":
		return c.toldBody(h)
	case c.theBody(h) != nil:
		return c.theBody(h)
	case !c.bodyNoun(h):
		return nil
	}
	if c.is(h+1, kLink) { // "the headquarters of the organisation"
		if ch := c.chunkOver(c.pastArticle(h + 2)); ch != nil && ch.kind == aState {
			return ch.who
		}
		if e := c.bodyOf(c.headAfter(h + 2)); e != nil {
			return e
		}
	}
	if ch := c.chunkOver(h - 1); ch != nil && ch.kind == aState && ch.adj && c.tokens[h].word.in(seatNouns) { // "the Maltese embassy"
		return ch.who
	}
	if e := c.cast.headedBefore(f, c.tokens[h].start); e != nil && c.paper.definite(h) {
		return e
	}
	return c.toldBody(h)
}

// toldBody gives the body or State that the text tells of before a token: the first
// of its sentence, else that of the sentence before.
func (c *clause) toldBody(at int) *entity {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.to <= at && (ch.kind == anOrg || ch.kind == aState && !ch.adj) && !c.inPost(ch) {
			return ch.who
		}
	}
	if s := c.stage.subject; s != nil && s.kind == anOrg {
		return s
	}
	return c.stage.body
}

// liver gives the State or body that is the subject of the verb at a token.
func (c *clause) liver(at int) *entity {
	if by := c.subjectBefore(at, c.s.from); len(by) > 0 {
		if by[0].who.kind == aPerson {
			return nil
		}
		return by[0].who
	}
	before := c.beforeAux(at)
	if e := c.bodyOf(c.headBefore(before)); e != nil {
		return e
	}
	if c.is(before, kAnd) { // "recognised it in 2006 and has been represented"
		return c.toldBody(at)
	}
	if a := c.nearestBefore(at, 6); a != nil && a.who.kind == aState && c.negated(at) {
		return a.who
	}
	if at <= c.s.from+2 {
		return c.afterParticiple(at)
	}
	return nil
}

// afterParticiple gives the State or body that the participle at the head of a sentence
// is of: "Since joining the Union in 2004, Malta has grown".
func (c *clause) afterParticiple(at int) *entity {
	for j := at + 1; j < min(c.s.to-1, at+maxNoun); j++ {
		if !c.mark(j, ",") {
			continue
		}
		if ch := c.chunkOver(c.pastArticle(j + 1)); ch != nil && (ch.kind == aState && !ch.adj || ch.kind == anOrg) && ch.from <= j+2 && c.finiteFrom(ch.to) {
			return ch.who
		}
		return nil
	}
	return nil
}

// begun gives the body that a verb makes begin, and what that is.
func (c *clause) begun(i int, what string) (*entity, string) {
	if c.tokens[i].word.folded == "set" && c.pastVerb(i) == i+1 {
		return nil, ""
	}
	if i+2 < c.s.to && c.is(i+1, kPronoun) && c.tokens[i+2].word.in(doors) { // "opened its doors in 2014"
		if who := c.liver(i); who != nil && who.kind == anOrg {
			if what == "open" {
				return who, "headquarters opened"
			}
			return who, "other"
		}
	}
	if c.tokens[i-min(1, i)].word.in(doors) && c.is(i-2, kPronoun) { // "since its doors opened in 2014"
		if who := c.toldBody(i); who != nil && who.kind == anOrg {
			return who, "headquarters opened"
		}
	}
	h := c.objectOrSubject(i)
	if c.tokens[max(c.beforeAux(i), c.s.from)].word.folded == "having" && what == "found" { // "the Council, having been founded in 1984"
		if who := c.toldBody(i); who != nil && who.kind == anOrg {
			return who, "founded"
		}
	}
	if next := c.headAfterComma(i); h > c.s.from && next >= 0 && c.tokens[h].word.folded == "it" && c.tokens[h-1].word.in(conditional) && !c.orgBefore(h) { // "Since 1945, when it was founded, the Council"
		h = next
	}
	if c.tokens[i].word.folded == "ribbon" { // "cut the ribbon on the new embassy"
		h = c.headAfter(i + 2)
	}
	who := c.bodyOf(h)
	if who == nil {
		return nil, ""
	}
	ch := c.chunkOver(h)
	seat := ch == nil && c.tokens[h].word.in(seatNouns) || ch != nil && ch.head != nil && ch.head.value == "mission"
	switch {
	case what == "move" && !seat && who.kind == anOrg && i+2 < c.s.to && c.is(i+1, kTo) && c.is(i+2, kCity): // "the Secretariat moved to Georgetown"
		return who, "other"
	case what == "move" && !seat || what == "open" && ch != nil && ch.head != nil && inSession.has(ch.head.value):
		return nil, ""
	case what == "move":
		return who, "other"
	case what == "open" || seat:
		return who, "headquarters opened"
	}
	return who, "founded"
}

// orgBefore reports a body named in the sentence before token at.
func (c *clause) orgBefore(at int) bool {
	for k := range c.chunks {
		if c.chunks[k].kind == anOrg && c.chunks[k].to <= at {
			return true
		}
	}
	return false
}

// doors are what opens where a body begins to receive.
var doors = forms("doors gates")

// inSession are the sorts of bodies of which a session is opened, not the house.
var inSession = forms("igo parliament commission committee")

// nounOfLife adds the milestone that a noun tells: "since its establishment in 1951",
// "Malta's accession to the Union in 2004", "the anniversary of the opening of".
func (c *clause) nounOfLife(m *milestone, i int) {
	jubilee := c.jubilee(i)
	if f := c.tokens[i].word.folded; f == "accession" || f == "admission" {
		m.subject = c.acceding(i)
	} else if m.subject, m.what = c.nounSubject(i), "founded"; c.tokens[i].word.in(unlocking) {
		m.what = "headquarters opened"
	}
	d, ok := c.dayInPhrase(i)
	if y, at, line := c.bareYear(c.s.from); !ok && line && m.subject != nil {
		m.date, m.dateAt = y, at
		c.putMilestone(*m)
		return
	}
	if m.subject == nil || !ok && !jubilee || ok && c.planned(i, d.day.from) {
		return
	}
	if ok && (!jubilee || d.day.from.Year+4 < c.published.Year) {
		m.date, m.dateAt = d.day.from, c.bytes(d.from, d.to)
	}
	c.putMilestone(*m)
}

// unlocking are the nouns of what is done to a seat or a house.
var unlocking = forms("opening reopening inauguration")

// jubilee reports an anniversary of what the noun at a token tells.
func (c *clause) jubilee(i int) bool {
	for j := i - 1; j > max(c.s.from, i-4); j-- {
		if c.countsYears(j) {
			return true
		}
	}
	return false
}

// nounSubject gives the body that a noun says begins: after "of", or its owner.
func (c *clause) nounSubject(i int) *entity {
	if i+2 < c.s.to && c.tokens[i+1].word.folded == "of" {
		h := c.headAfter(i + 2)
		if ch := c.chunkOver(max(h, 0)); h >= 0 && c.tokens[i].word.in(unlocking) && ch != nil && ch.head != nil && inSession.has(ch.head.value) {
			return nil
		}
		return c.bodyOf(h)
	}
	if a := c.nearestBefore(i, 1); a != nil && c.possessive(i-1) && a.who.kind == anOrg {
		return a.who
	}
	if f := c.tokens[max(i-1, c.s.from)].word.folded; f != "its" && f != "their" || c.tokens[i].word.in(unlocking) {
		return nil
	}
	if h := c.headAfterComma(i); h >= 0 && c.tokens[i-2].word.folded == "since" {
		if e := c.bodyOf(h); e != nil {
			return e
		}
	}
	if e := c.toldBody(i); e != nil && e.kind == anOrg {
		return e
	}
	return nil
}

// acceding gives the State whose accession to a body a noun tells.
func (c *clause) acceding(i int) *entity {
	at := i + 1
	var who *actor
	if c.tokens[min(at, c.s.to-1)].word.folded == "of" {
		if who = c.nearestAfter(at+1, 1); who != nil {
			at = c.chunkOver(who.pos).to
		}
	} else if c.possessive(i - 1) {
		who = c.nearestBefore(i, 1)
	} else if e := c.toldBody(i); e != nil && c.tokens[max(i-1, c.s.from)].word.folded == "its" {
		who = &actor{who: e}
	}
	if who == nil || who.who.kind == aPerson || at >= c.s.to || !c.is(at, kTo) {
		return nil
	}
	if ch := c.chunkOver(c.pastArticle(at + 1)); ch == nil || ch.kind != anOrg || c.possessive(ch.to) {
		return nil
	}
	return who.who
}

// dayInPhrase gives the date that stands in the phrase of a noun or verb, after it,
// or that heads its line.
func (c *clause) dayInPhrase(i int) (chunk, bool) {
	for k := range c.chunks {
		d := &c.chunks[k]
		if d.kind != aDate || d.from <= i || d.day.from.IsZero() || !d.day.to.IsZero() {
			continue
		}
		for j := i + 1; j < d.from; j++ {
			if c.finiteAt(j) || c.mark(j, ",") || d.from-i > maxNoun {
				return c.lineDay()
			}
		}
		return *d, true
	}
	return c.lineDay()
}

// enters gives the State or body that a verb says joined another, or left it.
func (c *clause) enters(i int) *entity {
	at := i + 1
	if s := c.admittedState(i); s != nil {
		return s
	}
	switch c.tokens[i].word.folded {
	case "acceded", "admitted", "withdrew":
		if f := c.tokens[min(at, c.s.to-1)].word.folded; f != "to" && f != "from" {
			return nil
		}
		at++
	case "joined":
		if _, to := c.dateAt(i + 2); c.is(at, kDuring) && to > i+2 || c.tokens[min(at, c.s.to-1)].word.folded == "in" && to > i+2 { // "Peru joined in 2004", of a body told of
			if who := c.liver(i); who != nil && who.kind == aState && c.toldBody(c.s.from) != nil {
				return who
			}
		}
	case "join":
		if c.negated(i) {
			break
		}
		if f := c.tokens[max(i-2, c.s.from)].word.folded; c.tokens[i-min(1, i)].word.folded != "to" || !c.is(i-2, kOrdinal) && f != "last" && f != "latest" {
			return nil
		}
		if a := c.nearestBefore(i, 8); a != nil && a.who.kind == aState {
			return a.who
		}
		return nil
	}
	if h := c.pastArticle(at); h < c.s.to {
		if c.tokens[h].word.folded == "it" && c.is(c.beforeAux(i), kAnd) { // "left the Council in 2003 and rejoined it in 2010"
			return c.toldBody(i)
		}
		ch := c.chunkOver(h)
		if ch != nil && ch.kind == anOrg && !c.possessive(ch.to) && !c.nounAfter(ch.to-1) || ch == nil && c.is(h, kOrg) && c.paper.definite(h) && !c.nounAfter(h) {
			return c.liver(i)
		}
	}
	return nil
}

// admittedState gives the State that a body admits, suspends or expels: the object of the
// verb at a token, "suspended Chad in December 2016".
func (c *clause) admittedState(i int) *entity {
	if f := c.tokens[i].word.folded; f != "admitted" && f != "suspended" && f != "expelled" && f != "readmitted" || c.isBe(i-1) {
		return nil
	}
	ch := c.chunkOver(c.pastArticle(i + 1))
	if ch == nil || ch.kind != aState || ch.adj || c.possessive(ch.to) || c.nounAfter(ch.to-1) {
		return nil
	}
	return ch.who
}

// became gives the State or body that became a member of another, or another body.
func (c *clause) became(i int) *entity {
	if ch := c.chunkOver(c.pastArticle(i + 1)); ch != nil && ch.kind == anOrg && ch.from <= i+2 && !c.possessive(ch.to) {
		return c.liver(i)
	}
	if c.memberWord(i+1, min(c.s.to, i+11)) {
		return c.liver(i)
	}
	return nil
}

// memberWord reports a noun for one of a body's members between two tokens, with
// no mark before it.
func (c *clause) memberWord(from, to int) bool {
	for i := from; i < to && c.tokens[i].shape != mark; i++ {
		if c.tokens[i].word.in(members) {
			return true
		}
	}
	return false
}

// members are the nouns for what a State or body is to a body.
var members = forms("agency member members partner partners observer observers host home part seat independent operational republic")

// recognised gives the State that a verb says recognised another.
func (c *clause) recognised(i int) *entity {
	ch := c.chunkOver(c.pastArticle(i + 1))
	if ch == nil || ch.kind != aState || ch.adj || c.possessive(ch.to) || ch.to < c.s.to && c.tokens[ch.to].word.folded == "as" {
		return nil
	}
	return c.liver(i)
}

// changed gives the body that a verb makes another, or the States whose relations
// it raises, breaks off or restores.
func (c *clause) changed(i int, what string) *entity {
	if c.relationsNear(i) {
		return c.relating(trigger{at: i, n: 1})
	}
	if what == "relate" {
		return nil
	}
	if s := c.admittedState(i); s != nil {
		return s
	}
	if e := c.bodyOf(c.objectOrSubject(i)); e != nil {
		return e
	}
	if before := c.beforeAux(i); before+1 < i && c.is(before, kAnd) { // "was founded in 1974 and was renamed"
		return c.toldBody(i)
	}
	return nil
}

// relationsNear reports relations of States as what a verb raises or breaks off.
func (c *clause) relationsNear(i int) bool {
	from, to := c.part(i)
	if before := c.tokens[max(c.beforeAux(i), c.s.from)].word.folded; before == "they" || before == "which" {
		from = c.s.from
	}
	for j := max(from, i-16); j < min(to, i+6); j++ {
		if f := c.tokens[j].word.folded; f == "relations" || f == "ties" {
			return true
		}
	}
	return false
}

// ranked gives the State or body that won a rank.
func (c *clause) ranked(i int) *entity {
	if k := c.beforeAux(i); k+1 < i && k > c.s.from && c.tokens[k].word.in(dignities) { // "Chad's independence was proclaimed"
		if a := c.nearestBefore(k, 1); a != nil && c.possessive(k-1) && a.who.kind == aState {
			return a.who
		}
		return nil
	}
	for j := i + 1; j < min(c.s.to, i+10); j++ {
		switch {
		case c.tokens[j].word.in(dignities):
			return c.liver(i)
		case c.tokens[j].shape == mark && !c.possessive(j) || c.finiteAt(j) || c.is(j, kLink):
			return nil
		}
	}
	return nil
}

// firstMet gives the body that met for the first time.
func (c *clause) firstMet(i int) *entity {
	if c.tokens[i].word.folded == "held" && i+3 < c.s.to {
		if f := c.tokens[i+2].word.folded; c.tokens[i+1].word.folded == "its" && (f == "first" || f == "inaugural") && c.is(i+3, kEvent) {
			return c.liver(i)
		}
		return nil
	}
	if i+4 < c.s.to && c.tokens[i+3].word.folded == "first" && c.tokens[i+4].word.folded == "time" {
		if c.tokens[max(c.beforeAux(i), c.s.from)].word.folded == "it" {
			return c.toldBody(i)
		}
		return c.liver(i)
	}
	return nil
}

// startedWork gives the body that began or ended its work: "began operations", "started
// its activities".
func (c *clause) startedWork(i int) *entity {
	at := c.pastOwner(i + 1)
	if c.tokens[at].word.in(workings) {
		if who := c.liver(i); who != nil && who.kind == anOrg {
			return who
		}
	}
	return nil
}

// workings are the nouns for what a body does from the day that it begins.
var workings = forms("life work operations operation activities functions functioning operating working business broadcasting publication teaching")

// since reads what has been so since the day after a token: "has been represented
// in Brazzaville since 2008", "a member since 1995".
func (c *clause) since(i int) {
	var d *chunk
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aDate && ch.from == i+1 && !ch.day.from.IsZero() {
			d = ch
		}
	}
	if d == nil {
		return
	}
	if who := c.lastingState(i); who != nil {
		c.putMilestone(milestone{subject: who, what: "other", date: d.day.from, dateAt: c.bytes(d.from, d.to), at: c.bytes(i, i+1), rule: ruleMilestone.Name})
	}
}

// lastingState gives the State or body of which the words before "since" tell a state
// that lasts.
func (c *clause) lastingState(i int) *entity {
	from, to := c.part(i)
	if i <= c.s.from+1 { // "Since 1995 Chad has been a member"
		i = min(to, i+20)
	}
	for j := i - 1; j > max(from, i-40); j-- {
		f := c.tokens[j].word.folded
		if (f == "is" || f == "are") && c.memberWord(j+1, min(i, j+9)) { // "is a member since 1996"
			return c.liver(j)
		}
		if f != "has" && f != "have" {
			continue
		}
		v := j + 1
		for v < i && c.tokens[v].word.in(adverbs) {
			v++
		}
		if f := c.tokens[v].word.folded; !c.tokens[v].word.in(lasts) && !(f == "had" && (c.relationsNear(v) || c.seatHad(v+1))) && !(f == "been" && (c.tokens[v+1].word.in(lasts) || c.is(v+1, kIn) && c.tokens[v+2].word.in(beings) || c.memberWord(v+1, min(i, v+9)))) {
			return nil
		}
		return c.liver(j)
	}
	open := i - 1
	for open > max(c.s.from, i-14) && (c.tokens[open].shape != mark || c.inName(open)) {
		open--
	}
	if c.memberWord(open+1, i) {
		if a := c.nearestBefore(open, 1); a != nil && a.who.kind != aPerson && c.mark(open, ",") {
			return a.who
		}
	}
	return nil
}

// seatHad reports a seat that somebody has, from a token on: "an embassy", "its headquarters".
func (c *clause) seatHad(i int) bool {
	w := c.tokens[c.pastOwner(i)].word
	return w.in(seatNouns) || w.folded == "seat" || w.folded == "secretariat"
}

// beings are what a body has been in since it began.
var beings = forms("existence operation business office")

// lasts are the verbs of a state that lasts.
var lasts = forms("around held borne maintained belonged existed operated enjoyed cooperated co-operated worked served functioned exchanged represented accredited based headquartered located operating active present open working functioning")
