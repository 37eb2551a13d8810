package press

import (
	"slices"
	"strings"

	"chancery"
)

// A report moves through time as it is told. Its scene is the day that the
// telling is at: a sentence in the simple past that has no day of its own goes
// on there ("The two ministers signed", "In the afternoon she met"), and words
// that name again what was told point back to its day ("in the margins of the
// ceremony"). What is told of several days, of long ago, in a perfect tense or
// in a relative clause has no such day.

// scene is the day that the telling is at.
type scene struct {
	date    chancery.Date
	at      span
	several bool          // it is the first of several days, or one of them
	end     chancery.Date // the last of the days of a stay
	left    bool          // the telling has gone back to what was long before
	n       int           // the paragraph in which it last was there
	who     []*entity     // who was named there
	sitting []*entity     // the bodies that the title says met on that day
}

// maxCast bounds who is remembered of a scene, maxScene the paragraphs that it lasts.
const maxCast, maxScene = 24, 8

// reach bounds the tokens before a noun or a verb in which words that point back
// to a day, or put a deed before it, are looked for.
const reach = 12

// sceneDay gives the day of what a trigger tells, where the sentence has none of its
// own and goes on from what was told before.
func (c *clause) sceneDay(t trigger, planned bool) (chancery.Date, span, bool) {
	if c.tongue.tag != "en" && !c.romance() || c.s.heading || c.dayBeside(t.at) {
		return chancery.Date{}, span{}, false
	}
	f, named := c.backTo(t.at)
	switch s := &c.stage.scene; {
	case f != nil:
		return f.date, f.dateAt, f.planned == planned && f.whole()
	case planned || s.date.IsZero() || s.several || s.n+maxScene < c.s.para || !c.narrated(t):
		return chancery.Date{}, span{}, false
	case named || c.sameTime(t.at) || !s.left && (c.sideBefore(t.at) || !s.stay() && c.tied(t) && !c.romance()):
		return s.date, s.at, true
	}
	return chancery.Date{}, span{}, false
}

// stay reports a day of a stay of several days.
func (s *scene) stay() bool { return !s.end.IsZero() && !s.date.After(s.end) }

// whole reports an event whose date is that of all that happened at it.
func (f *event) whole() bool {
	return !f.date.IsZero() && (f.end.IsZero() || f.end == f.date) && !f.several
}

// dayBeside reports a date in the part of the sentence where a token stands.
func (c *clause) dayBeside(at int) bool {
	from, to := c.part(at)
	return slices.ContainsFunc(c.chunks, func(d chunk) bool {
		return d.kind == aDate && d.from >= from && d.from < to && !c.owned(&d) && !c.enclosed(d.from, at) && !c.deadline(&d) && !c.sinceDoing(&d, at) && !c.ofOtherVerb(&d, at) && (!d.day.from.IsZero() || c.tokens[d.to-1].word.folded != "day")
	})
}

// ofOtherVerb reports a date with a verb of its own: "signed a Framework and
// reviewed the plan our governments concluded in 2020".
func (c *clause) ofOtherVerb(d *chunk, at int) bool {
	for i := d.from - 1; i > max(at, d.from-4); i-- {
		if c.finiteAt(i) || c.deed(i) {
			return !c.is(c.beforeAux(i), kAnd)
		}
	}
	return false
}

// backTo gives the event told before that the part of the sentence around a token
// names again as the occasion of what it tells: "during the call", "in that trip".
func (c *clause) backTo(at int) (f *event, named bool) {
	from, to := c.part(at)
	for _, u := range c.verbs {
		if !u.noun || u.at < from || u.at >= to || u.at == at || !c.pointsBack(u) {
			continue
		}
		named = true
		for n := len(c.told) - 1; n >= max(0, len(c.told)-antecedents); n-- {
			if f := c.told[n]; f.kind == u.tag.value && !f.date.IsZero() && f.n+maxScene >= c.s.para && oneName(c.title(c.nameFrom(u), u), f.name) {
				return f, true
			}
		}
	}
	return nil, named
}

// nameFrom gives where the capitalised words before an event noun begin.
func (c *clause) nameFrom(t trigger) int {
	i := t.at
	for i > c.s.from && (c.upper(i-1) || c.tokens[i-1].shape == number || c.is(i-1, kOrdinal)) && !c.is(i-1, kStop) {
		i--
	}
	return i
}

// pointsBack reports an event noun that says on what known occasion something
// was done: "at the end of the visit", "following the talks", "in that trip".
func (c *clause) pointsBack(t trigger) bool {
	i := c.nameFrom(t) - 1
	for i > c.s.from && t.at-i < reach && c.tokens[i].shape == lower && !c.is(i, kArticle) && !c.is(i, kPronoun) && !c.is(i, kIn) && !c.is(i, kDuring) && !c.tokens[i].word.in(occasions) {
		i--
	}
	w := c.tokens[max(i, c.s.from)].word
	if c.is(i, kArticle) && w.folded != "a" && w.folded != "an" || w.in(demonstratives) {
		i--
	} else if !w.in(occasions) {
		return false
	}
	return i >= c.s.from && (c.is(i, kIn) || c.amid(i) || c.is(i, kDuring) || c.tokens[i].word.in(occasions) || c.tokens[i].word.folded == "of" && c.tokens[max(i-1, c.s.from)].word.in(bounds))
}

// occasions are the prepositions before an event at or beside which another was.
var occasions = forms("at during after following before upon amid alongside")

var demonstratives = forms("this that the same")

// bounds are the words of "at the end of the visit", "upon completion of the talks".
var bounds = forms("end close conclusion completion start beginning outset opening course sidelines margins")

// sameTime reports words that keep to the day at hand: "in the afternoon",
// "later", "on the same day".
func (c *clause) sameTime(at int) bool {
	from, _ := c.part(at)
	for i := from; i < at; i++ {
		f := c.tokens[i].word.folded
		switch {
		case (i <= from+1 || i >= at-2) && c.tokens[i].word.in(sequences) && !(i+1 < at && c.tokens[i+1].word.in(counts)):
			return true
		case c.tokens[i].word.in(partsOfDay) && i > from && c.is(i-1, kArticle), f == "day" && c.tokens[max(i-1, from)].word.folded == "same":
			return true
		}
	}
	return false
}

// sequences are the adverbs that order what was done on a day.
var sequences = forms("later earlier then afterwards afterward subsequently thereafter next meanwhile")

var partsOfDay = forms("morning afternoon evening")

// tied reports a deed of those whom the scene is about, or of a thing just named.
func (c *clause) tied(t trigger) bool {
	from, to := c.part(t.at)
	if c.sideBefore(t.at) || c.pronounBefore(t.at) {
		return true
	}
	if i := c.beforeAux(t.at); c.passive(t) && c.finite(t) && c.definite(trigger{at: i}) {
		return true
	}
	persons, parties := c.actors(from, to)
	if slices.ContainsFunc(parties, c.sits) {
		return true
	}
	return slices.ContainsFunc(persons, func(a actor) bool { return slices.Contains(c.stage.scene.who, a.who) })
}

// sits reports a body that holds a session on the day of the scene, which then
// is that of its decisions.
func (c *clause) sits(a actor) bool {
	if slices.Contains(c.stage.scene.sitting, a.who) {
		return true
	}
	for n := len(c.told) - 1; n >= max(0, len(c.told)-antecedents); n-- {
		if f := c.told[n]; (f.kind == "session" || f.kind == "meeting") && f.date == c.stage.scene.date && !f.planned && len(f.participants) < 2 && slices.ContainsFunc(f.parties, func(b actor) bool { return b.who == a.who && b.who.kind == anOrg }) {
			return true
		}
	}
	return false
}

// titleScene takes the day of a title that is that of a body's session: "Council of
// Ministers of Wednesday 20 July 2022", "Decisions of the Cabinet meeting on 3 May 2024".
func (c *clause) titleScene() {
	if c.tongue.tag != "en" || !c.s.heading {
		return
	}
	var bodies []*entity
	for k := range c.chunks {
		ch := &c.chunks[k]
		switch {
		case ch.kind == anOrg && ch.who != nil:
			bodies = append(bodies, ch.who)
		case ch.kind == aDate && len(bodies) == 1 && ch.day.from.Precision() == chancery.DayPrecision && !c.finiteIn(c.s.from, c.s.to) && ch.day.to.IsZero():
			c.stage.scene = scene{date: ch.day.from, at: c.bytes(ch.from, ch.to), n: c.s.para, who: bodies, sitting: bodies}
		}
	}
}

// narrated reports a deed told in the simple past, and in no relative clause.
func (c *clause) narrated(t trigger) bool {
	if c.romance() {
		return c.narratedAbroad(t)
	}
	v := t.at
	if t.noun {
		v = c.verbOf(t)
	}
	if v < 0 || timeless.has(t.tag.value) || c.deedNoun(t) || c.enclosed(v, -1) || c.enclosed(t.at, -1) || c.negated(v) {
		return false
	}
	be := false
	for i := v; i >= max(c.s.from, v-reach) && (i == v || c.is(i, kPast) || c.is(i, kFuture) || c.tokens[i].word.in(adverbs) || c.tokens[i].word.folded == "to"); i-- {
		f := c.tokens[i].word.folded
		if i < v && (c.is(i, kFuture) || f == "to" || f == "has" || f == "have" || f == "had" || f == "been" || f == "be" || f == "is" || f == "are") || c.tokens[i].word.in(earlierThan) {
			return false
		}
		be = be || f == "was" || f == "were"
	}
	u := trigger{v, 1, t.tag, false}
	if c.passive(u) && !be && !c.finite(u) {
		return false
	}
	f := c.tokens[v].word.folded
	return be || c.tokens[v].word.in(pasts) || strings.HasSuffix(f, "ed")
}

// timeless are the verbs of what is often told without its day, whenever it was.
var timeless = forms("force propose elect found")

// earlierThan are the adverbs of what was done before the day at hand.
var earlierThan = forms("previously last recently already first originally initially once since")

// verbOf gives the verb of holding that an event noun is the subject or the object
// of, or -1.
func (c *clause) verbOf(t trigger) int {
	from, to := c.part(t.at)
	for i := t.at + t.n; i < min(to, t.at+t.n+2*reach); i++ {
		if (c.finiteAt(i) || c.deed(i)) && !c.enclosed(i, t.at) {
			if c.holdsEvent(i) {
				return i
			}
			break
		}
	}
	for i := t.at - 1; i >= max(from, t.at-reach); i-- {
		if (c.finiteAt(i) || c.deed(i)) && !c.enclosed(i, t.at) {
			if c.holdsEvent(i) {
				return i
			}
			break
		}
	}
	return -1
}

// holdsEvent reports a verb by which an event is held, attended or goes on.
func (c *clause) holdsEvent(i int) bool {
	tg, _ := c.at(i, kVerb)
	return c.tokens[i].word.in(staging) || c.tokens[i].word.in(runs) || tg != nil && (tg.value == "hold" || tg.value == "meet")
}

// leaveScene keeps the day that a sentence brings the telling to, and who is there.
func (c *clause) leaveScene() {
	if c.tongue.tag != "en" && !c.romance() || c.s.heading {
		return
	}
	s := &c.stage.scene
	d := c.dayTold()
	switch {
	case d == nil:
		s.left = s.left && s.n == c.s.para
	case c.background(d.day.from):
		s.left, s.n = true, c.s.para
	default:
		*s = scene{date: d.day.from, at: c.bytes(d.from, d.to), several: !d.day.to.IsZero() && d.day.to != d.day.from, who: s.who, end: s.end}
		if s.several {
			s.end = d.day.to
		}
	}
	if s.left {
		return
	}
	s.n = c.s.para
	if c.forDays() && !s.date.IsZero() {
		s.several, s.end = s.several || d != nil, s.date.AddDays(2)
	}
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.who != nil && ch.kind != anInstrument && ch.kind != aPlace && !slices.Contains(s.who, ch.who) {
			s.who = append(s.who, ch.who)
		}
	}
	s.who = s.who[max(0, len(s.who)-maxCast):]
}

// dayTold gives the date of what the sentence itself tells, or nil: that of an
// event or deed told in it, one that opens it, or one beside its verb.
func (c *clause) dayTold() (best *chunk) {
	rank := 0
	for k := range c.chunks {
		d := &c.chunks[k]
		if d.kind != aDate || d.day.from.IsZero() || c.owned(d) || c.deadline(d) || c.sinceDoing(d, -1) || c.backThen(d) || c.enclosed(d.from, -1) || c.futureBefore(d.from) {
			continue
		}
		if r := c.weight(d); r > rank {
			best, rank = d, r
		}
	}
	return best
}

// weight says how surely a date is that of what its sentence tells.
func (c *clause) weight(d *chunk) int {
	at := c.bytes(d.from, d.to)
	for n := len(c.told) - 1; n >= max(0, len(c.told)-antecedents); n-- {
		if f := c.told[n]; f.dateAt == at && !f.planned && c.mainly(f) {
			return 4
		}
	}
	for n := len(c.acts) - 1; n >= max(0, len(c.acts)-antecedents); n-- {
		if c.acts[n].dateAt == at && c.finiteAt(c.tokenAt(c.acts[n].at.start)) {
			return 3
		}
	}
	for n := len(c.stones) - 1; n >= max(0, len(c.stones)-antecedents); n-- {
		if c.stones[n].dateAt == at {
			return 3
		}
	}
	if c.ofReport(d, -1) {
		return boolInt(c.stage.scene.date.IsZero())
	}
	from, _ := c.part(d.from)
	if d.from <= max(from, c.lead)+1 {
		return 3
	}
	next := d.to
	for next < c.s.to && (c.tokens[next].shape == mark && !c.mark(next, ",") || c.tokens[next].shape == number) { // "yesterday (02)"
		next++
	}
	for i := max(c.s.from, d.from-2); i <= min(next, c.s.to-1); i++ {
		if (i < d.from || i >= next) && (c.finiteAt(i) || c.deed(i)) {
			return 2
		}
	}
	return 0
}

// mainly reports an event that the sentence itself tells, not in passing.
func (c *clause) mainly(f *event) bool {
	at := c.tokenAt(f.at.start)
	for _, u := range c.verbs {
		if u.at == at {
			return c.narrated(u) || c.atOne(u)
		}
	}
	return true
}

// background reports a date that is not of the days that the paper tells of.
func (c *clause) background(d chancery.Date) bool {
	now := c.published
	if now.IsZero() {
		now = c.stage.scene.date
	}
	if d.Precision() != chancery.DayPrecision {
		return true
	}
	return !now.IsZero() && (d.After(now) && !c.published.IsZero() || d.DaysUntil(now) > 60)
}

// longAgo reports a day that a paper tells in passing, long before its own.
func (c *clause) longAgo(d chancery.Date) bool {
	return !c.published.IsZero() && d.DaysUntil(c.published) > 60
}

// forDays reports that what the sentence tells goes on for several days.
func (c *clause) forDays() bool {
	for i := c.s.from; i < c.s.to; i++ {
		f := c.tokens[i].word.folded
		if strings.HasSuffix(f, "-day") && f != "one-day" && f != "present-day" && f != "day-to-day" {
			return true
		}
		if f == "day" && i > c.s.from && (c.tokens[i-1].word.in(counts) || c.mark(i-1, "-") && i-2 >= c.s.from && c.tokens[i-2].word.in(counts)) {
			return true
		}
	}
	return false
}
