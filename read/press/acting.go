package press

import "strings"

// A State takes part in what is told where it is the subject of a verb, the agent
// of a passive, whom somebody thanks, or one of the States that a noun counts. That
// is grammar of English, which tells subjects by their place.

// statesActing marks the States of the sentence that do something.
func (c *clause) statesActing() {
	c.statesActAbroad()
	for k := 0; k < len(c.chunks) && c.tongue.tag == "en"; {
		c.bearsState(k)
		c.sendsWhom(k)
		n := c.stateList(k)
		if n == k {
			k++
			continue
		}
		acts := c.listActs(k, n)
		for ; k < n; k++ {
			if ch := &c.chunks[k]; acts && ch.kind == aState {
				ch.who.does = true
			}
		}
	}
}

// bearsState marks the State that brackets tell after the name of a person: "Ana Borg
// (Peru) was elected".
func (c *clause) bearsState(k int) {
	if ch := &c.chunks[k]; ch.kind == aPerson && !c.s.heading && k+1 < len(c.chunks) && c.countryIn(ch.to, *c.s) > ch.to {
		if st := &c.chunks[k+1]; st.kind == aState && st.who != nil && st.from <= ch.to+2 {
			st.who.does = true
		}
	}
}

// sendsWhom marks the State that a chunk names whose side, delegation, delegates or
// ministry the words after it are: "the Chadian delegation", "Chad's foreign ministry".
func (c *clause) sendsWhom(k int) {
	ch := &c.chunks[k]
	if ch.kind == aState && ch.who != nil && ch.genitive && !c.s.heading && k+1 < len(c.chunks) && c.chunks[k+1].from == ch.to+1 {
		if of := &c.chunks[k+1]; of.kind == anOrg && of.head != nil && of.head.value == "ministry" {
			ch.who.does = true
		}
	}
	if ch.kind == aState && ch.who != nil && (ch.adj || ch.genitive) && !c.s.heading {
		if i := ch.to + boolInt(ch.genitive); i < c.s.to && c.tokens[i].word.in(delegated) && !c.possessive(i+1) {
			ch.who.does = true
		}
	}
}

// stateList gives the chunk after the States and bodies that are listed from chunk
// k on; k where none stands there by itself.
func (c *clause) stateList(k int) int {
	n := k
	for n < len(c.chunks) {
		ch := &c.chunks[n]
		if ch.kind != aState && ch.kind != anOrg || ch.adj || ch.who == nil || c.inPost(ch) || n > k && !c.listed(c.chunks[n-1].to, ch.from) {
			break
		}
		if n++; ch.genitive {
			break
		}
	}
	return n
}

// listActs reports whether those of chunks k to n do something, or it is done by
// them or to them as partners.
func (c *clause) listActs(k, n int) bool {
	first, last := &c.chunks[k], &c.chunks[n-1]
	before, next := c.pastArticleBack(first.from), min(last.to+1, c.s.to-1)
	if last.genitive || before >= c.s.from && (c.is(before, kBy) || c.tokens[before].word.in(thanking) || c.governmentOf(before) && !c.notBefore(before) || c.countedBefore(before)) {
		return !last.genitive
	}
	if before >= c.s.from && c.tokens[before].word.in(obliques) || c.located(first) || c.mentioned(k) || c.oblique(first) {
		return false
	}
	return c.finiteFrom(last.to) || c.mark(last.to, ",") && c.tokens[next].word.in(nonRestrictive) || c.finiteFrom(c.afterAside(last.to))
}

// thanking are verbs whose object is a partner, obliques the prepositions that no
// subject follows, authorities those who act for a State.
var (
	thanking    = forms("thank thanks thanked thanking congratulate congratulates congratulated congratulating praise praises praised praising commend commends commended commending urge urges urged urging ask asks asked asking condemn condemns condemned condemning accuse accuses accused accusing warn warns warned warning assure assures assured assuring remind reminds reminded reminding")
	obliques    = forms("from between among amongst including like unlike than toward towards via through under over per within outside beyond beside besides alongside near versus into onto about by")
	authorities = forms("government governments people peoples authorities delegation delegations representative representatives delegate delegates negotiators envoys officials")
	delegated   = forms("side delegation delegations delegate delegates negotiators representatives government authorities")
)

// governmentOf reports an "of" or "from" that ends "the Government of", "the people
// of", "delegates from".
func (c *clause) governmentOf(of int) bool {
	f := c.tokens[of].word.folded
	return of > c.s.from && (f == "of" || f == "from") && c.tokens[of-1].word.in(authorities)
}

// notBefore reports "not" before a token in its clause: "did not meet the delegation of".
func (c *clause) notBefore(at int) bool {
	from, _ := c.part(at)
	for i := from; i < at; i++ {
		if c.is(i, kNot) {
			return true
		}
	}
	return false
}

// countedBefore reports that token i opens the list of those whom a noun before it counts:
// "four riparian States, Angola and Chad", "among them Chad".
func (c *clause) countedBefore(i int) bool {
	if i <= c.s.from {
		return false
	}
	noun := c.tokens[i-1].word
	if c.tokens[i].word.folded == "them" {
		return noun.folded == "among" || noun.folded == "amongst"
	}
	return (c.mark(i, ",") || c.mark(i, ":")) && noun.in(counted)
}

// counted are the nouns that count States.
var counted = forms("states countries nations governments members signatories founders neighbours neighbors parties islands republics kingdoms")

// finiteFrom reports a finite verb at token i, or after adverbs there, of the tables
// or by its form.
func (c *clause) finiteFrom(i int) bool {
	for n := 0; n < 3 && i < c.s.to && c.tokens[i].shape == lower; n++ {
		w := c.tokens[i].word
		if c.finiteAt(i) || w.in(pasts) || strings.HasSuffix(w.folded, "ed") || w.senses&isVerb != 0 && strings.HasSuffix(w.folded, "s") {
			return true
		}
		if w.senses&isAdverb == 0 {
			return false
		}
		i++
	}
	return false
}

// afterAside gives the token after what commas set apart from token i on: "Chad, a
// founding member, joined"; i where nothing is.
func (c *clause) afterAside(i int) int {
	for k := i + 2; c.mark(i, ",") && k < min(c.s.to, i+25); k++ {
		if c.mark(k, ",") {
			return k + 1
		}
	}
	return i
}
