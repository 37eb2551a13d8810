package press

import (
	"slices"
	"strings"
)

// What follows the noun of an event may tell of that event alone: "the summit
// scheduled for 24 November in Luanda", "the meeting that the two leaders will
// hold on 26 April", "the session, which ended in Brazzaville". Such a tail is no
// part of what the rest of the sentence tells.

// tail is a participle or relative clause of an event noun: tokens [from, to).
type tail struct {
	owner    int // token of the noun
	from, to int
	course   bool // "at the meeting held on": what else is told happened there
	ahead    bool // it says what is to be
}

// relatives are the pronouns that begin a relative clause.
var relatives = forms("who which that whose whom")

// maxTail bounds the tokens between a noun and its tail, and those of the tail.
const maxTail = 30

// trail finds the relative clauses of the sentence, and the tails of its event nouns.
func (c *clause) trail() {
	if c.tongue.tag != "en" {
		return
	}
	for i := c.s.from + 1; i < c.s.to-1; i++ {
		if f := c.tokens[i].word.folded; c.tokens[i].shape == lower && len(f) <= len("which") && c.tokens[i].word.in(relatives) && c.tokens[i-1].word.folded != "of" && (f != "that" || c.is(i-1, kEvent) || c.is(i-1, kInstrument)) {
			to := c.tailTo(i)
			c.asides = append(c.asides, [2]int{i, to})
			i = to - 1
		}
	}
	for n, t := range c.verbs {
		if !t.noun || n > 0 && c.verbs[n-1].at == t.at {
			continue
		}
		if from := c.tailFrom(t); from > 0 {
			to := c.tailTo(from)
			c.tails = append(c.tails, tail{t.at, from, to, c.inCourse(t), c.speaksAhead(from, to)})
		}
	}
}

// tailFrom gives the token where the tail of a noun begins, or 0: what the event
// is of, with or about may stand between.
func (c *clause) tailFrom(t trigger) int {
	for i := t.at + t.n; i < min(c.s.to-1, t.at+t.n+maxTail); i++ {
		j := i
		if c.mark(i, ",") {
			j++
		}
		switch {
		case c.holding(j):
			return j
		case j > i || c.dayOnlyIn(i, i+1): // "of 3 May"
			return 0
		case c.is(i, kAnd) && (c.is(i+1, kLink) || c.is(i+1, kArticle)): // "and of the census held in"
			return 0
		case c.is(i, kEvent) && !c.inName(i) || c.finiteAt(i):
			return 0
		case c.tokens[i].shape == mark && !c.possessive(i) && !c.tokens[i].glued && !c.mark(i, "(") && !c.mark(i, ")") && !c.mark(i, "\"") && !c.mark(i, "“"):
			return 0
		}
	}
	return 0
}

// phraseEnd gives where the words of an event noun end, with what they say it is of
// and who makes it where: "visit to Singapore by the Minister in February".
func (c *clause) phraseEnd(t trigger) int {
	if c.tongue.tag != "en" {
		return t.at
	}
	i := t.at + t.n
	for ; i < min(c.s.to, t.at+t.n+maxTail); i++ {
		if c.tokens[i].shape == mark && !c.possessive(i) && !c.tokens[i].glued || c.mark(i, ",") || c.mark(i, ".") || c.finiteAt(i) || c.is(i, kEvent) && !c.inName(i) {
			return i
		}
		if c.is(i, kAnd) && !c.inName(i) && !c.inName(i+1) || c.is(i, kDuring) && c.dated(i+1) { // "by 15 September"
			return i
		}
		if f := c.tokens[i].word.folded; i+1 < c.s.to && (f == "to" || f == "for" || f == "that" || f == "as") && c.tokens[i+1].shape == lower && (f != "to" || c.is(i+1, kVerb)) {
			return i
		}
	}
	return i
}

// holding reports a participle that says when or where an event is, or a
// relative clause with a verb of holding.
func (c *clause) holding(i int) bool {
	if i+1 >= c.s.to || c.tokens[i].shape != lower {
		return false
	}
	switch f := c.tokens[i].word.folded; f {
	case "which", "that":
		for j := i + 1; j < min(c.s.to, i+2*reach) && !c.mark(j, ";"); j++ {
			if tg, _ := c.at(j, kVerb); c.tokens[j].word.in(runs) || tg != nil && c.tokens[j].shape == lower && !c.inName(j) && tg.value == "hold" {
				return true
			}
			if c.finiteAt(j) && !c.is(j, kPast) && !c.is(j, kFuture) {
				return false
			}
		}
		return false
	case "to":
		next := c.tokens[i+1].word.folded
		return next == "be" && c.tokens[min(i+2, c.s.to-1)].word.in(heldForms) || next == "take" && c.tokens[min(i+2, c.s.to-1)].word.folded == "place"
	case "due", "set":
		return c.is(i+1, kIn) || c.tokens[i+1].word.folded == "for" || c.tokens[i+1].word.folded == "to" || c.dated(i+2)
	default:
		return c.tokens[i].word.in(heldForms) && !c.is(i-1, kPast)
	}
}

// heldForms are the participles of what is held or is to be.
var heldForms = forms("held convened hosted organised organized scheduled planned slated foreseen envisaged expected opening starting beginning taking ending concluding given staged conducted delivered")

// runs are the verbs of a relative clause that tells when an event was.
var runs = forms("hold holds held host hosts hosted undertook undertakes made makes paid pays had ends ended opens opened begins began starts started closes closed concludes concluded runs ran takes took attended attends gave gives brought brings gathers gathered")

// tailTo gives where the tail that begins at a token ends.
func (c *clause) tailTo(from int) int {
	clauses := 0
	i := min(from+1, c.s.to-1)
	f := c.tokens[from].word.folded
	relative := c.tokens[from].word.in(relatives)
	if next := c.pastDate(i); relative && next > i { // "who last week had called"
		i = next
	} else if next := c.pastDate(i + 1); relative && next > i+1 { // "who on Sunday had called"
		i = next
	}
	if relative && f != "whose" && f != "whom" && c.tokens[i].shape == lower && !c.is(i, kArticle) && !c.is(i, kPronoun) { // the pronoun is the subject
		clauses = 1
		for i+1 < c.s.to && (c.is(i, kPast) || c.is(i, kFuture) || c.tokens[i].word.in(adverbs)) {
			i++
		}
		i++
	}
	for last := c.s.to - 1; i < min(c.s.to, from+maxTail); i++ {
		switch {
		case c.mark(i, ";") || c.mark(i, ":") || c.mark(i, "–") || c.mark(i, "—"):
			return i
		case slices.Contains(c.cuts, i) || i > from+1 && i < last && c.tokens[i].word.folded == "to" && c.tokens[i+1].shape == lower && !c.is(i+1, kArticle): // "held on 3 May to approve"
			return i
		case c.mark(i, ","):
			next := min(i+1, c.s.to-1)
			if relative && clauses == 0 { // "which the Minister, A, made to"
				continue
			}
			if c.dated(next) && !c.is(next, kStop) || c.tokens[next].shape == number || c.hit(next) != nil && c.hit(next).state() || c.is(next, kCity) {
				continue
			}
			if near := c.tokens[next].word.folded; (near == "near" || near == "on" || near == "in" || near == "from") && c.anyHold(from, i) { // "will be held at Lima, near the port, on 1 June"
				continue
			}
			return i
		case c.finiteAt(i) && !c.finiteAt(i-1) && !c.is(i-1, kPast): // "will be held" is one
			if clauses++; (clauses > 1 || !relative) && !c.is(c.beforeAux(i), kAnd) && !strings.HasSuffix(c.tokens[i].word.folded, "ed") {
				return i
			}
		}
	}
	return min(c.s.to, from+maxTail)
}

// speaksAhead reports a tail that says what is to be: "due in Minsk", "that they
// will hold".
func (c *clause) speaksAhead(from, to int) bool {
	for i := from; i < min(to, from+6); i++ {
		if f := c.tokens[i].word.folded; c.tokens[i].word.in(ahead) || f == "set" || f == "to" && i == from || c.is(i, kFuture) && c.tokens[i].shape == lower {
			return !c.is(i-1, kPast) || c.tokens[i-1].word.folded == "is" || c.tokens[i-1].word.folded == "are"
		}
	}
	return false
}

// ofTail gives who takes part in an event as its own words and its tail tell.
func (c *clause) ofTail(t trigger, own tail) (persons, parties []actor) {
	from := t.at
	if c.staged(t) { // "attended the meeting convened in"
		from = c.s.from
	}
	if persons, parties = c.actors(from, own.to); len(persons)+len(parties) == 0 {
		to := c.s.to
		if c.tokens[min(own.to, c.s.to-1)].word.folded == "to" { // "at the meeting held on 3 May to approve"
			to = own.to
		}
		return c.actors(c.s.from, to)
	}
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aSide && ch.from >= own.from && ch.to <= own.to && len(persons)+len(parties) < 2 {
			if m := c.stage.meeting; m != nil {
				return m.participants, m.parties
			}
			return c.pairOf(c.bytes(ch.from, ch.to), ch.from), nil
		}
	}
	return persons, parties
}

// tailOf gives the tail of a noun at a token.
func (c *clause) tailOf(at int) (tail, bool) {
	for _, t := range c.tails {
		if t.owner == at {
			return t, true
		}
	}
	return tail{}, false
}

// inCourse reports "at" or "during" before the words of an event noun.
func (c *clause) inCourse(t trigger) bool {
	i := t.at - 1
	for i > c.s.from && t.at-i < 12 && !c.is(i, kArticle) && !c.is(i, kPronoun) && c.tokens[i].shape != mark && !c.finiteAt(i) {
		i--
	}
	f := c.tokens[max(i-1, c.s.from)].word.folded
	return f == "at" || f == "during"
}

// tailHas reports a token in the tail of the noun at another.
func (c *clause) tailHas(owner, i int) bool {
	t, ok := c.tailOf(owner)
	return ok && t.from <= i && i < t.to
}

// inTail reports whether a token stands in the tail of another event than that
// of the trigger at a token, which did not happen in its course.
func (c *clause) inTail(i, at int) bool {
	for _, t := range c.tails {
		if t.from <= i && i < t.to && t.owner != at && !t.course && !(t.from <= at && at < t.to) {
			return true
		}
	}
	return false
}

// tailed reports a noun whose own tail says when or where the event is.
func (c *clause) tailed(t trigger) bool {
	own, ok := c.tailOf(t.at)
	if !ok {
		return false
	}
	_, _, placed := c.place(own.from, own.to)
	return placed || c.dayOnlyIn(own.from, own.to)
}

// enclosed reports that a token stands in a relative clause and another does not.
func (c *clause) enclosed(at, other int) bool {
	for _, r := range c.asides {
		if r[0] < at && at < r[1] && (other < r[0] || other >= r[1]) {
			return true
		}
	}
	return false
}

// sphere gives the tokens of those who can take part in what a token tells: its part of
// the sentence, or the relative clause within it.
func (c *clause) sphere(at int) (from, to int) {
	from, to = c.part(at)
	return c.narrowed(at, from, to)
}

// narrowed narrows a range of tokens to the relative clause that a token stands in,
// with whom it tells of: "A praised B, who was elected".
func (c *clause) narrowed(at, from, to int) (int, int) {
	for _, r := range c.asides {
		if r[0] >= at || at >= r[1] || !c.mark(r[0]-1, ",") {
			continue
		}
		if of := c.groupEndingAt(r[0]-1, from); len(of) > 0 {
			return of[0].pos, r[1]
		}
		return r[0], r[1]
	}
	return from, to
}

// pastAside gives the end of the relative clause that begins at a token, or that token.
func (c *clause) pastAside(i int) int {
	for _, r := range c.asides {
		if r[0] == i {
			return r[1]
		}
	}
	return i
}

// distance gives how many tokens part two of them, relative clauses left out; one
// of which only one stands in such a clause is out of reach of the other.
func (c *clause) distance(from, to int) int {
	d := to - from
	for _, r := range c.asides {
		if from < r[0] && r[1] <= to {
			d -= r[1] - r[0]
		}
	}
	if c.enclosed(from, to) {
		return c.s.to
	}
	return d
}
