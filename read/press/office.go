package press

import "strings"

// The English grammar of offices that are elected: who is chosen president of a
// State or chair of a body stands for that State or body.

// officeAfter gives what the office named within a few words of token i is of:
// "elected President of Chad", "nominee for Speaker of the Assembly".
func (c *clause) officeAfter(i int) *chunk {
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.kind == aPost && ch.post.body != nil && ch.from >= i && ch.from-i <= 7 && !c.comma(i, ch.from) {
			return &chunk{kind: ch.post.body.kind, who: ch.post.body, from: ch.from, to: ch.to}
		}
	}
	for k := i; k < min(c.s.to, i+10) && (k == i || c.tokens[k].shape == lower || c.tokens[k].shape == number || c.possessive(k) || c.hit(k) != nil); k++ {
		if offices[c.tokens[k].word.folded] {
			return c.countryOf(i, k)
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
	if s := c.stage.state; s != nil {
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

// isElected reports a passive of electing: "was elected", "has been re-elected".
func (c *clause) isElected(t trigger) bool {
	return c.passive(t) || c.is(t.at, kPast)
}

// electedHolder reads "the President of the Union, X, who was elected in 2023":
// the election is to the office that the holder has.
func (c *clause) electedHolder(t trigger) bool {
	if c.tongue.tag != "en" || t.noun || t.tag.value != "elect" || t.tag.show == "seat" || !c.isElected(t) {
		return false
	}
	next := t.at + t.n
	if _, to := c.dateAt(next); to == next && !c.is(next, kIn) && c.tokens[min(next, c.s.to-1)].shape != mark && c.tokens[min(next, c.s.to-1)].word.folded != "on" {
		return false
	}
	by := c.subjectBefore(t.at, c.s.from)
	if len(by) != 1 || by[0].who.kind != aPerson {
		return false
	}
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aPost && ch.who == by[0].who && ch.post.body != nil && electedTitle(c.tokens[ch.post.head].word.folded) {
			c.stand(t, by[0], &chunk{kind: ch.post.body.kind, who: ch.post.body, from: ch.from, to: ch.to})
			return true
		}
	}
	return false
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
