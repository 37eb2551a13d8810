package press

import "strings"

// The English grammar of what will be done: a passive tells its doer after
// "by", by whom its subject is of, or not at all.

var doneTag = &tag{kind: kVerb, value: "action", show: "done"}

// willBeDone reads "a clinic will be built by Chad" from the "will" at token i
// and the participle at token v.
func (c *clause) willBeDone(i, v int) {
	f := c.tokens[v].word.folded
	if c.tokens[v].shape != lower || c.tokens[v].word.in(undone) || !strings.HasSuffix(f, "ed") && !c.tokens[v].word.in(strongParticiples) || c.partOfPromise(int(c.tokens[v].start)) {
		return
	}
	from := c.subjectFrom(i)
	for _, u := range c.verbs {
		if (u.at == v || u.at == v-1) && eventVerbs.has(u.tag.value) && (f != "opened" || !c.newThing(from)) {
			return
		}
	}
	for k := from; k < i && !c.tokens[v].word.in(supplied) && !c.tokens[v].word.in(conveyed); k++ {
		if c.is(k, kEvent) {
			return
		}
	}
	if by := c.whoDoes(from, i, v); len(by) > 0 {
		if c.is(from, kAnd) {
			from++
		}
		c.pledge(trigger{from, v + 1 - from, doneTag, false}, by, ruleWill)
	}
}

// eventVerbs are the sorts of verbs that tell of events, not of deeds.
var eventVerbs = forms("meet visit call hold elect appoint celebrate attend discuss")

// undone are participles that promise nothing: events, states and duties.
var undone = forms(`attended inaugurated convened chaired followed celebrated marked represented accompanied joined required needed based remembered
	discussed considered elected declared announced streamed closed affected forced charged fined allowed permitted limited expected asked invited named
	called signed adopted reviewed examined determined judged used informed honoured honored obliged interested involved engaged satisfied pleased
	scheduled postponed cancelled resumed concluded addressed attached reached achieved faced missed decided noted viewed affected deemed commemorated`)

// supplied are participles of giving, of which also a training can be the object.
var supplied = forms("provided offered funded financed supplied arranged covered")

// strongParticiples are those without "-ed" of the verbs of doing.
var strongParticiples = forms("bought taught dug laid built sent given set put paid brought sold taken drawn spent kept done written chosen lent withdrawn rebuilt begun set-up shut cut split")

// subjectFrom gives where the subject begins that ends before token i: after the
// last comma, "that" or "which".
func (c *clause) subjectFrom(i int) int {
	k := i
	if c.mark(k-1, ",") {
		k = c.beforeAside(k-1, c.s.from)
	}
	for k > c.s.from {
		t := &c.tokens[k-1]
		if t.shape == mark && !t.glued || c.mark(k-1, ",") || c.mark(k-1, ":") || c.mark(k-1, ";") {
			break
		}
		switch t.word.folded {
		case "that", "which", "while", "where", "but", "said", "says":
			return c.nonEmpty(k, i)
		}
		k--
	}
	return c.nonEmpty(k, i)
}

// nonEmpty gives token k, or the one before i where nothing stands between them.
func (c *clause) nonEmpty(k, i int) int {
	return max(c.s.from, min(k, i-1))
}

// whoDoes gives who does what the participle at token v says of the subject
// between two tokens: who stands after "by", those whose people the subject is,
// who tells it, else those who agreed last.
func (c *clause) whoDoes(from, i, v int) []actor {
	for k := v + 1; k < min(c.s.to, v+14) && !(c.tokens[k].shape == mark && !c.tokens[k].glued); k++ {
		if !c.is(k, kBy) {
			continue
		}
		if by := c.groupStartingAt(k + 1); len(by) > 0 {
			return by
		}
	}
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aState && ch.adj && ch.from >= from && ch.to < i && c.is(ch.to, kPeople) {
			return []actor{{ch.who, c.bytes(ch.from, i), ch.from}}
		}
	}
	for _, u := range c.verbs {
		if u.at < i && !u.noun && tells.has(u.tag.value) {
			if a := c.whoSpeaks(i); a != nil && (a.who.head == nil || a.who.head.value != "media") {
				return []actor{{c.standingFor(a.who), a.at, a.pos}}
			}
		}
	}
	if c.tokens[from].word.folded == "which" {
		return nil
	}
	if n := len(c.promises) - 1; n >= 0 && c.promises[n].text.start >= int(c.tokens[c.s.from].start) && c.is(from, kAnd) { // "will train them, and the results are to be published"
		return c.promises[n].by
	}
	if by := c.agreers(i); len(by) > 0 {
		return by
	}
	if by := c.tellerBehind(v); len(by) > 0 {
		return by
	}
	if !c.tokens[v].word.in(conveyed) || c.protagonist == nil {
		return nil
	}
	return []actor{{c.protagonist, c.bytes(i, v+1), i}}
}

// tellerBehind gives who says so after what will be done, whose participle stands at
// token v: "A school will be built in Juba, the Ministry said".
func (c *clause) tellerBehind(v int) []actor {
	for _, u := range c.verbs {
		if u.noun || u.tag.value != "say" || u.at < v || !c.toldAfter(u.at) {
			continue
		}
		by := c.subjectBefore(u.at, v)
		if len(by) == 1 && (by[0].who.head == nil || by[0].who.head.value != "media") {
			return []actor{{c.standingFor(by[0].who), by[0].at, by[0].pos}}
		}
	}
	return nil
}

// tells are the sorts of verbs whose subject tells what will be done.
var tells = forms("say inform promise vouch")

// conveyed are participles of handing on or publishing, which the protagonist of the
// paper does where nobody else is named: "The list will now be forwarded to".
var conveyed = forms("submitted forwarded sent transmitted tabled published gazetted referred released returned notified issued handed circulated laid")

// groupStartingAt gives the actor or side whose name begins at token i, or after
// an article there.
func (c *clause) groupStartingAt(i int) []actor {
	if c.is(i, kArticle) {
		i++
	}
	for k := range c.chunks {
		ch := &c.chunks[k]
		switch {
		case ch.from != i && (ch.from != i-1 || ch.kind != aSide):
		case ch.kind == aSide:
			return c.sides(ch)
		case ch.kind == aState && ch.adj && !c.is(ch.to, kPeople) && c.tokens[min(ch.to, c.s.to-1)].word.folded != "side":
		default:
			if a := c.actorAt(k); a != nil {
				return []actor{*a}
			}
		}
	}
	return nil
}

// agreers gives who agreed last on what is to be done: the States that act
// together, or the two who promised or signed something.
func (c *clause) agreers(i int) (out []actor) {
	at := c.bytes(i, i+1)
	for n := len(c.promises) - 1; n >= max(0, len(c.promises)-3) && len(out) == 0; n-- {
		if by := c.promises[n].by; len(by) > 1 || by[0].who.common() {
			for _, a := range by {
				out = append(out, actor{a.who, at, i})
			}
		}
	}
	for n := len(c.told) - 1; n >= max(0, len(c.told)-antecedents) && len(out) == 0; n-- {
		if f := c.told[n]; f.kind == "signing" && len(f.parties) > 1 {
			for _, a := range f.parties {
				out = append(out, actor{a.who, at, i})
			}
		}
	}
	if m := c.stage.meeting; m != nil && len(out) == 0 && len(m.parties) == 2 {
		return c.whoMet(i, 1)
	}
	return out
}

// secondThing gives the verb of a further thing promised that "and to", or a comma
// before another such, joins at token i to the infinitive or gerund of a promise:
// "agreed to open a school, to train its staff and to pay them", "committed to
// opening a school and to training its staff". After an infinitive of purpose it
// goes on with that.
func (c *clause) secondThing(t trigger, i int) int {
	comma := c.mark(i, ",")
	if comma {
		i++
	}
	and := c.is(i, kAnd)
	if and {
		i++
	}
	if !and && !comma || i+1 >= c.s.to || t.tag != promiseTag && t.tag != reachedTag {
		return 0
	}
	gerund, f := c.gerund(t.at+t.n), c.tokens[i].word.folded
	switch {
	case gerund && (f == "to" || f == "on") && f == c.tokens[t.at+t.n-1].word.folded && c.gerund(i+1):
	case gerund || f != "to" || !c.bareVerb(i+1):
		return 0
	case !and && !c.endsInfinitives(i+1):
		return 0
	}
	for k := t.at + t.n; k < i-1; k++ {
		if c.tokens[k].word.folded == "to" && c.bareVerb(k+1) {
			return 0
		}
	}
	return i + 1
}

// endsInfinitives reports "and to" with an infinitive that closes the list of those
// whose second stands at token i.
func (c *clause) endsInfinitives(i int) bool {
	for k := i; k+2 < c.s.to && !c.mark(k, ";"); k++ {
		if c.is(k, kAnd) && c.tokens[k+1].word.folded == "to" && c.bareVerb(k+2) {
			return true
		}
	}
	return false
}
