package press

import (
	"slices"
	"strings"

	"chancery"
)

// A sentence of English may tell several things one after another: "A was
// opened by B, and C will be held in D". Its parts are the clauses that a
// conjunction or a semicolon joins, each with a verb of its own; who took part
// in the one is no participant of the other.

// parting finds where the parts of the sentence begin.
func (c *clause) parting() {
	if c.tongue.tag != "en" {
		return
	}
	told := false
	for i := c.s.from + 1; i < c.s.to-2; i++ {
		told = told || c.finiteAt(i)
		if next := c.joint(i); told && next > 0 && c.opens(next) {
			c.cuts = append(c.cuts, next)
			told = false
		}
	}
}

// joint gives the token that follows a semicolon, ", and" or "while", or 0.
func (c *clause) joint(i int) int {
	f := c.tokens[i].word.folded
	switch {
	case c.mark(i, ";"):
		return i + 1
	case c.mark(i, ","):
		switch c.tokens[i+1].word.folded {
		case "and", "but", "while", "whereas":
			return i + 2
		}
	case c.is(i, kAnd) && c.tokens[i+1].word.folded == "that" && c.has("say"):
		return i + 2
	case c.tokens[i].shape == lower && (f == "while" || f == "whereas"):
		return i + 1
	}
	return 0
}

// opens reports whether a clause with its own subject and verb begins at token i.
func (c *clause) opens(i int) bool {
	if c.is(i, kVerb) && c.tokens[i].shape == lower || c.is(i, kPast) || c.is(i, kFuture) && !c.is(i, kArticle) {
		return false
	}
	end := min(c.s.to, i+22)
	for j := i + 1; j < end; j++ {
		if c.mark(j, ";") {
			return false
		}
		if c.finiteAt(j) || c.tokens[j].word.in(pasts) && c.tokens[j].shape == lower && !c.inName(j) {
			return true
		}
	}
	return false
}

// finiteIn reports whether a finite verb or auxiliary stands between two tokens.
func (c *clause) finiteIn(from, to int) bool {
	for i := from; i < to; i++ {
		if c.finiteAt(i) {
			return true
		}
	}
	return false
}

// finiteAt reports a finite verb outside the names.
func (c *clause) finiteAt(i int) bool {
	if i >= c.s.to {
		return false
	}
	t := &c.tokens[i]
	if t.shape != lower || c.inName(i) {
		return false
	}
	if tg, _ := c.at(i, kFuture); tg != nil && tg.value != "" || c.is(i, kPast) {
		return t.word.folded != "been" && t.word.folded != "be" && t.word.folded != "being"
	}
	return c.is(i, kVerb) && !strings.HasSuffix(t.word.folded, "ing") && !c.is(i, kEvent) && !c.tokens[max(i-1, c.s.from)].word.in(nominal)
}

// nominal are the words after which a verb is an infinitive or a noun: "thanked
// Malta for its help".
var nominal = either(whose, forms("to for of with our"))

// part gives the part of the sentence that token at stands in.
func (c *clause) part(at int) (from, to int) {
	from, to = c.s.from, c.s.to
	for _, cut := range c.cuts {
		if cut <= at {
			from = cut
		} else {
			return from, min(to, cut)
		}
	}
	return from, to
}

// apart counts the joints between two tokens.
func (c *clause) apart(from, to int) int {
	n := 0
	for _, cut := range c.cuts {
		if cut > from && cut <= to {
			n++
		}
	}
	return n
}

// staged reports an event noun that is the object of a verb of holding or
// attending: "had a brief audience", "gave a reception", "opened the fair".
func (c *clause) staged(t trigger) bool {
	if c.tongue.tag != "en" {
		return false
	}
	for i := t.at - 1; i >= max(c.s.from, t.at-8); i-- {
		if c.tokens[i].word.in(handed) && c.tokens[t.at].word.in(credential) {
			return true
		}
		if c.tokens[i].word.in(staging) && c.tokens[i].shape == lower {
			return c.tokens[max(i-1, c.s.from)].word.folded != "to" || c.planned(i, c.published)
		}
		if c.tokens[i].shape == mark && !c.possessive(i) || c.is(i, kVerb) || c.is(i, kPronoun) && !c.is(i, kArticle) || c.is(i, kIn) || c.is(i, kDuring) {
			return false
		}
	}
	return false
}

// credential are the first words of the papers that an envoy hands over.
var credential = forms("credentials letters letter")

// staging are the verbs that an event is the object of.
var staging = forms("had have has having hold holds held holding host hosts hosted hosting give gives gave giving conduct conducts conducted conducting " +
	"convene convenes convened convening organise organises organised organising organize organizes organized organizing attend attends attended attending " +
	"address addresses addressed addressing open opens opened opening chair chairs chaired chairing join joins joined joining lead leads led leading " +
	"moderate moderates moderated moderating stage stages staged staging close closes closed closing inaugurate inaugurated co-host co-hosts co-hosted " +
	"co-chair co-chairs co-chaired co-chairing co-organised co-organized concluded wrapped resume resumes resumed")

// toCome reports a noun of an event whose own verb puts it in the future:
// "a seminar for offices is scheduled for 2 December".
func (c *clause) toCome(t trigger) bool {
	_, end := c.part(t.at)
	if i := t.at + t.n; i+2 < end && c.mark(i, ",") && c.setForLater(i+1) { // "the next meeting, scheduled for"
		return true
	}
	if c.relativeToCome(t.at + t.n) {
		return true
	}
	from := c.pastInsertion(t.at+t.n, end)
	for i, n := from, 0; i < end && n < 14; i, n = i+1, n+1 {
		if c.enclosed(t.at, i) {
			return false
		}
		if i = c.pastAside(i); i >= end {
			return false
		}
		if c.mark(i, ",") && i+2 < end && c.setForLater(i+1) {
			return true
		}
		if c.tokens[i].shape == mark && !c.possessive(i) && i > from {
			return false
		}
		if f := c.tokens[i].word.folded; c.is(i, kFuture) && c.tokens[i].shape == lower || f == "should" && c.tokens[min(i+1, end-1)].word.folded == "be" {
			switch f {
			case "preparations", "prepare", "preparing", "run-up", "ahead", "upcoming", "forthcoming":
				continue
			}
			return true
		}
		if c.finiteAt(i) {
			return false
		}
	}
	return false
}

// setForLater reports the participle of what is set for a day to come:
// "scheduled for", "to be held"; one "convened in June" was held.
func (c *clause) setForLater(i int) bool {
	w, next := c.tokens[i].word, c.tokens[i+1].word.folded
	return w.in(appointing) && (next == "for" || next == "to" || w.in(ahead)) || w.folded == "to" && (next == "be" || next == "take")
}

// ahead are the participles that speak of a day to come by themselves.
var ahead = forms("scheduled planned slated foreseen envisaged expected due")

// pastInsertion gives the comma that closes a participle after a noun that ends
// before token from, "the summit, postponed because of the floods,", or from.
func (c *clause) pastInsertion(from, end int) int {
	for i := from; i < min(end, from+8); i++ {
		if !c.mark(i, ",") {
			continue
		}
		if f := c.tokens[min(i+1, end-1)].word.folded; !strings.HasSuffix(f, "ed") && f != "held" && f != "set" {
			return from
		}
		for j := i + 1; j < min(end, i+16); j++ {
			if c.mark(j, ",") {
				return j
			}
		}
		return from
	}
	return from
}

// setFor reports the "for" of what is set for a day: "scheduled for 2 December".
func (c *clause) setFor(i int) bool {
	return c.tongue.tag == "en" && i > c.s.from && c.tokens[i].word.folded == "for" && c.tokens[i-1].word.in(appointing)
}

var appointing = forms("scheduled planned set slated foreseen envisaged fixed expected due convened called proposed pencilled announced rescheduled postponed arranged meeting talks session conference summit workshop seminar forum visit election elections")

// ofStay reports a range of days that says how long a visit or conference
// went on, not when something happened in its course.
func (c *clause) ofStay(d *chunk, at int) bool {
	if d.day.to.IsZero() || c.tongue.tag != "en" {
		return false
	}
	for _, u := range c.verbs {
		if u.at == at || u.at > d.from || d.from-u.at-u.n > 10 || u.at < at && at < d.from || c.sessionOf(at, u.at) {
			continue
		}
		switch u.tag.value {
		case "visit", "session", "conference", "training":
			if c.onlyHeld(u.at+u.n, d.from) {
				return true
			}
		}
	}
	return false
}

// sessionOf reports the noun of a session at a token and another that only tells
// whose it is: "the 29th session of the Forum", "the meeting of the Conference".
func (c *clause) sessionOf(at, noun int) bool {
	tg, n := c.at(at, kEvent)
	if noun <= at || tg == nil || tg.value != "session" && tg.value != "meeting" || !c.is(at+n, kLink) {
		return false
	}
	for i := at + n; i < noun; i++ {
		if c.tokens[i].shape == mark || c.is(i, kIn) || c.is(i, kDuring) || c.finiteAt(i) {
			return false
		}
	}
	return true
}

// inserts reports a date or place at tokens [from, to) that says, between
// commas, when and where something else was done, and so tells nothing of the
// trigger at a token: "the Summit, held in Lima on 7 June,".
func (c *clause) inserts(from, to, at int) bool {
	for j := from - 1; j > max(c.s.from, from-16) && c.tongue.tag == "en"; j-- {
		if !c.mark(j, ",") {
			continue
		}
		v := j + 1
		if c.tokens[v].word.in(adverbs) {
			v++
		}
		tg, _ := c.at(v, kVerb)
		switch f := c.tokens[v].word.folded; {
		case f == "who" || f == "which": // ", who was appointed in 2015, visited"
			return at > to && c.comma(to, at)
		case tg == nil || c.tokens[v].shape != lower || at == v || tg.value == "say": // ", said"
			return false
		case at > to && c.comma(to, at): // it is closed before the verb of the sentence
			return true
		case tg.value != "hold" && tg.value != "meet":
			return false
		}
		owner := -1
		for _, u := range c.verbs {
			if u.noun && u.at < j {
				owner = u.at
			}
		}
		return owner >= 0 && owner != at
	}
	return false
}

// anew reports that between two tokens the same subject begins to do something
// at another time: "and will have", "and was hosted", "and to hold".
func (c *clause) anew(from, to int) bool { return c.turn(from, to) > 0 }

// turn gives the first "and" of that kind between two tokens, or 0.
func (c *clause) turn(from, to int) int {
	for i := from; i < to-1 && c.tongue.tag == "en"; i++ {
		if !c.is(i, kAnd) {
			continue
		}
		j := i + 1
		if c.tokens[j].word.in(adverbs) {
			j++
		}
		if f := c.tokens[j].word.folded; c.tokens[j].word.in(auxiliaries) && f != "are" || f == "was" || f == "were" || f == "has" || f == "to" || c.is(from, kEvent) && c.deed(j) {
			return i
		}
	}
	return 0
}

// adverbs may stand before a participle or among the auxiliaries of a verb.
var adverbs = forms("previously first originally initially recently last so far since also subsequently later already then jointly formally officially newly fully provisionally finally unanimously electronically")

// sharesDay reports a date that a clause has in common with what it happened at:
// "adopted in January 2016, during the sixth session".
func (c *clause) sharesDay(d *chunk, at int) bool {
	i := d.to + 1
	if c.tongue.tag != "en" || d.to >= at || at-d.to > 8 || !c.mark(d.to, ",") || !c.is(at, kEvent) {
		return false
	}
	return (c.is(i, kDuring) || c.tokens[i].word.folded == "at") && c.is(i+1, kArticle) && !c.finiteIn(i, at) && !c.comma(i, at)
}

// secondEvent reports an event that ", and the" or ", the first" adds to what was
// told, between two tokens: a date after it is its own.
func (c *clause) secondEvent(from, to int) bool {
	for i := from; i < min(to, from+40) && c.tongue.tag == "en"; i++ {
		if !c.mark(i, ",") {
			continue
		}
		j := i + 1
		if c.is(j, kAnd) {
			j++
		}
		if !c.is(j, kArticle) {
			continue
		}
		for j++; j < to && (c.tokens[j].word.in(rows) || c.is(j, kOrdinal) || c.tokens[j].shape == number); j++ {
		}
		if j < to && c.is(j, kEvent) && !c.inName(j) {
			return true
		}
	}
	return false
}

// anyHold reports a verb of holding between two tokens.
func (c *clause) anyHold(from, to int) bool {
	return slices.ContainsFunc(c.verbs, func(u trigger) bool {
		return !u.noun && u.tag.value == "hold" && u.at >= from && u.at < to
	})
}

// onlyHeld reports whether nothing but where and by whom an event is held
// stands between two tokens.
func (c *clause) onlyHeld(from, to int) bool {
	for i := from; i < to; i++ {
		tg, _ := c.at(i, kVerb)
		if c.tokens[i].shape == mark || c.is(i, kAnd) || tg != nil && tg.value != "hold" {
			return false
		}
	}
	return true
}

// occasion reports an event noun that only says at what somebody did
// something: "on the margins of the meeting".
func (c *clause) occasion(t trigger) bool {
	i := t.at - 1
	for i > c.s.from && c.tokens[i].shape == lower && !c.is(i, kArticle) && !c.is(i, kVerb) && !c.is(i, kOrdinal) {
		i--
	}
	if i <= c.s.from {
		return false
	}
	if before := c.tokens[max(i-2, c.s.from)].word.folded; partaking.has(before) || before == "occasion" { // "took part in the opening"
		return false
	}
	f := c.tokens[i].word.folded
	return c.tongue.tag == "en" && t.tag.value != "election" && (f == "the" || f == "this") && (c.is(i-1, kIn) || c.amid(i-1) || c.tokens[i-1].word.in(around)) && !c.datedNear(t) && !c.toCome(t)
}

// around are the last words before an event that only says when another was:
// "ahead of the talks", "prior to the summit".
var around = forms("of to for before after following since until")

// atOne reports an event noun after "at a" or "during a": what the sentence
// tells happened there.
func (c *clause) atOne(t trigger) bool {
	i := t.at - 1
	if i <= c.s.from {
		return false
	}
	for i > max(c.s.from, t.at-5) && !c.is(i, kArticle) && c.tokens[i].shape != mark && (!c.is(i, kVerb) || c.attribute(i)) {
		i--
	}
	f := c.tokens[i].word.folded
	return c.tongue.tag == "en" && (f == "a" || f == "an") && !c.tokens[max(i-2, c.s.from)].word.in(partaking) && (c.is(i-1, kIn) || c.amid(i-1))
}

// onDay reports an event of one day that is told.
func (f *event) onDay() bool {
	return f.date.Precision() == chancery.DayPrecision && (f.end.IsZero() || f.end == f.date)
}
