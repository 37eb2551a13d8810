package press

import "strings"

// The English grammar of offices that are elected: who is chosen president of a
// State or chair of a body stands for that State or body.

// officeAfter gives what the office named within a few words of token i is of:
// "elected President of Chad", "nominee for Speaker of the Assembly".
func (c *clause) officeAfter(i int) *chunk {
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.kind == aPost && ch.post.body != nil && ch.from >= i && ch.from-i <= 7 && !c.comma(i, ch.from) && !c.ownPost(k) {
			return &chunk{kind: ch.post.body.kind, who: ch.post.body, from: ch.from, to: ch.to}
		}
	}
	for k := i; k < min(c.s.to, i+10) && (k == i || c.tokens[k].shape == lower || c.tokens[k].shape == number || c.possessive(k) || c.hit(k) != nil); k++ {
		if c.tokens[k].word.in(offices) {
			return c.countryOf(i, k)
		}
	}
	return nil
}

// ownPost reports a post before the name of who has it already: "nominated Professor Ana
// Borg of Oslo University", where "as" does not tell it for the one sought.
func (c *clause) ownPost(k int) bool {
	ch := &c.chunks[k]
	if ch.who == nil || c.tokens[max(c.pastArticleBack(ch.from), c.s.from)].word.folded == "as" {
		return false
	}
	for n := max(0, k-2); n < min(len(c.chunks), k+3); n++ {
		if q := &c.chunks[n]; q.kind == aPerson && q.who == ch.who && q.to > ch.from && q.from <= ch.to+1 {
			return true
		}
	}
	return false
}

// officeSought gives what the office is of that the verb at token i wins or runs
// for, whose object begins at token from: "won the election" is of the country.
func (c *clause) officeSought(i, from int) *chunk {
	if body := c.officeAfter(from); body != nil {
		return body
	}
	by := c.subjectBefore(i, c.s.from)
	for k := from; k < min(c.s.to, from+6) && len(by) == 1 && by[0].who.kind == aPerson; k++ {
		if f := c.tokens[k].word.folded; f == "election" || f == "runoff" || f == "run-off" {
			return c.countryOf(k, k)
		}
	}
	return nil
}

// offices are the words for what the people of a State elect.
var offices = forms("president presidency presidential premier premiership prime-ministerial chancellorship")

// countryOf gives the State whose office the words from token i to token k and
// after name: "Chile's presidential election", "president of Chad", "the
// presidential election in Chad"; else the State the text speaks of.
func (c *clause) countryOf(i, k int) *chunk {
	for n := range c.chunks {
		if ch := &c.chunks[n]; ch.kind == aState && ch.who != nil && ch.from >= i && ch.from <= k+5 && (ch.from < k || c.is(c.pastArticleBack(ch.from), kLink) || c.located(ch)) {
			return ch
		}
	}
	for n := range c.chunks {
		if ch := &c.chunks[n]; ch.kind == aState && ch.genitive && ch.who != nil && ch.from < i { // "Nauru's parliament elected"
			return ch
		}
	}
	if s := c.governed(); s != nil && c.tokens[min(k+1, c.s.to-1)].word.folded != "of" {
		return &chunk{kind: aState, who: s, from: k, to: k + 1}
	}
	return nil
}

// pastArticleBack gives the token before the article that stands before token i.
func (c *clause) pastArticleBack(i int) int {
	if c.is(i-1, kArticle) {
		i--
	}
	return i - 1
}

// electedToWhich reads "the Council, to which it was elected in 2022".
func (c *clause) electedToWhich(t trigger) bool {
	i := c.pastAuxiliaries(t.at, c.s.from)
	if c.tongue.tag != "en" || t.tag.value != "elect" || t.noun || i-4 < c.s.from || !c.is(i-1, kPronoun) || c.tokens[i-2].word.folded != "which" || !c.is(i-3, kTo) {
		return false
	}
	at := i - 3
	if tg := c.seatTag(at - 1); tg != nil && tg.value == "place" && c.is(at-2, kArticle) { // ", a post to which she was elected"
		at -= 2
	}
	if c.mark(at-1, ",") {
		at--
	}
	var body *chunk
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == anOrg && (ch.to == at || c.mark(ch.to, "(") && at-ch.to < 4) {
			body = ch
		}
	}
	if body == nil {
		return false
	}
	kind := aPerson
	if c.tokens[i-1].word.folded == "it" {
		kind = aState
	}
	for k := range c.chunks {
		if a := c.actorAt(k); a != nil && c.chunks[k].from < body.from && a.who.kind == kind {
			c.stand(t, *a, body)
			return true
		}
	}
	return false
}

// isElected reports a passive of electing: "was elected", "has been re-elected".
func (c *clause) isElected(t trigger) bool {
	return c.passive(t) || c.is(t.at, kPast)
}

// electedHolder reads "the President of the Union, X, who was elected in 2023":
// the election is to the office that the holder has.
func (c *clause) electedHolder(t trigger) bool {
	if c.tongue.tag != "en" || t.noun || t.tag.value != "elect" || t.tag.show == "seat" || !c.isElected(t) && !c.mark(t.at-1, ",") {
		return false
	}
	next := t.at + t.n
	if _, to := c.dateAt(next); to == next && !c.is(next, kIn) && c.tokens[min(next, c.s.to-1)].shape != mark && c.tokens[min(next, c.s.to-1)].word.folded != "on" {
		return false
	}
	by := c.subjectBefore(t.at, c.s.from)
	if c.mark(t.at-1, ",") { // "President X, elected in June 2021"
		by = c.groupEndingAt(t.at-1, c.s.from)
	}
	if len(by) != 1 || by[0].who.kind != aPerson {
		return false
	}
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.kind != aPost || ch.who != by[0].who || !electedTitle(c.tokens[ch.post.head].word.folded) {
			continue
		}
		of := ch.post.body
		if of == nil && c.tokens[ch.post.head].word.in(offices) { // "the President, elected in 2021"
			of = c.governed()
		}
		if of != nil {
			c.stand(t, by[0], &chunk{kind: of.kind, who: of, from: ch.from, to: ch.to})
			return true
		}
	}
	return false
}

// officeOf gives the State whose president a person is.
func (c *clause) officeOf(e *entity) *chunk {
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.kind == aPost && ch.who == e && c.tokens[ch.post.head].word.in(offices) && ch.post.body != nil && ch.post.body.kind == aState {
			return &chunk{kind: aState, who: ch.post.body, from: ch.from, to: ch.to}
		}
	}
	return nil
}

// rivals reads who was beaten in the election that the sentence tells of, or
// the sentences before, and whom a seat of it went to: "defeating X", "98 votes
// against 71 for X", "the post of Rapporteur went to X".
func (c *clause) rivals() {
	if c.tongue.tag != "en" {
		return
	}
	for i := c.s.from; i+1 < c.s.to; i++ {
		won, lost := c.wonBy(i), c.lostBy(i)
		if !won && !lost {
			continue
		}
		who := c.nearestAfter(i+1, 3)
		if who != nil && who.who.kind == aState && c.possessive(c.endOf(*who)) { // "defeating Kenya's X"
			who = c.nearestAfter(c.endOf(*who), 3)
		}
		if who == nil || c.comma(i, who.pos) || who.who.kind == anOrg {
			continue
		}
		n, ok := c.contest()
		if !ok || n.who.who == who.who {
			return
		}
		n = candidature{who: *who, body: n.body, bodyAt: n.bodyAt, at: c.bytes(i, i+1), result: "not_elected", date: n.date, dateAt: n.dateAt}
		if won {
			n.result = "elected"
		}
		c.putCandidature(n)
	}
}

// seatBefore reports a noun of a seat before token i: "the post of Rapporteur went to".
func (c *clause) seatBefore(i int) bool {
	for k := c.s.from; k < i; k++ {
		if tg := c.seatTag(k); tg != nil && tg.value == "place" {
			return true
		}
	}
	return false
}

// wonBy reports "the post of Rapporteur went to", whose "to" is token i.
func (c *clause) wonBy(i int) bool {
	return c.is(i, kTo) && c.tokens[max(i-1, c.s.from)].word.folded == "went" && c.seatBefore(i)
}

// lostBy reports words at token i after which stands who lost an election.
func (c *clause) lostBy(i int) bool {
	if tg := c.seatTag(i); tg != nil && (tg.value == "beat" || tg.value == "over" && c.voted()) {
		return true
	}
	return i > c.s.from+1 && c.tokens[i].word.folded == "for" && (c.tokens[i-1].shape == number || c.tokens[i-2].word.folded == "against") && c.voted()
}

// voted reports votes told of in the sentence.
func (c *clause) voted() bool {
	for i := c.s.from; i < c.s.to; i++ {
		if f := c.tokens[i].word.folded; f == "votes" || f == "vote" {
			return true
		}
	}
	return false
}

// contest gives the candidature that somebody won in this sentence, or the one
// to the body that the sentences before tell an election to.
func (c *clause) contest() (candidature, bool) {
	if n := len(c.standing) - 1; n >= 0 && c.standing[n].at.start >= int(c.tokens[c.s.from].start) && c.standing[n].result == "elected" {
		return c.standing[n], true
	}
	if b := c.stage.ballot; b != nil {
		return candidature{body: b.body.who, bodyAt: b.at, date: b.date, dateAt: b.at}, true
	}
	if n := len(c.standing) - 1; n >= 0 && c.standing[n].body.kind == aState {
		n := c.standing[n]
		n.term = ""
		return n, true
	}
	return candidature{}, false
}

// electedTitle reports a title that is given by election.
func electedTitle(w string) bool {
	for _, part := range [...]string{"president", "chair", "speaker", "secretary-general", "rapporteur", "director-general", "mayor", "governor"} {
		if strings.HasSuffix(w, part) || part == "chair" && strings.HasPrefix(w, part) {
			return true
		}
	}
	return false
}
