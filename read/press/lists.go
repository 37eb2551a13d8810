package press

import "strings"

// Statements and minutes set out what is to be done as a list: a line that ends in a
// colon says who is to do it, and each item after it begins with its verb.

// lead is what a line says of the items of the list that it opens.
type lead struct {
	by     []actor
	agreed bool // by a word of agreement or promise, and not by "will"
}

// leaveLead keeps who is to do what a list tells, from the line that opens it to its
// last item: "the Commission shall:", "the Ministers agreed to:".
func (c *clause) leaveLead() {
	end := c.s.to - 1
	if c.tongue.tag != "en" || c.s.heading || !c.mark(end, ":") {
		if len(c.stage.lead.by) > 0 && c.itemVerb(c.s.from) == 0 && end-c.s.from > 1 { // "1." is a sentence by itself
			c.stage.lead = lead{}
		}
		return
	}
	c.stage.lead = lead{}
	for k := end - 1; k > max(c.s.from, end-maxOpening); k-- {
		switch n := c.futureAt(k); {
		case c.is(k, kPledge) && !c.attributive(k) && c.pledgeTag(k, "noun") == nil:
			c.stage.lead = lead{c.promiser(trigger{k, 1, promiseTag, false}), true}
			return
		case n > 0 && k+n == end:
			c.stage.lead = lead{c.subjectBefore(k, c.s.from), false}
			return
		case !c.is(k, kTo) && !c.is(k, kStop) && !c.tokens[k].word.in(following):
			return
		}
	}
}

// listedDeed reads an item of a list of what is to be done: "(b) inspect the cells;".
func (c *clause) listedDeed() {
	if len(c.stage.lead.by) == 0 {
		return
	}
	for i := c.s.from; i < c.s.to; i++ {
		if i > c.s.from && !c.mark(i, ";") {
			continue
		}
		if v := c.itemVerb(i); v > 0 && (c.stage.lead.agreed || c.isDeed(v)) {
			c.pledge(trigger{v, 1, promiseTag, false}, c.stage.lead.by, ruleAgreed)
		}
	}
}

// itemVerb gives the token of the bare verb that begins the item of a list at a token,
// past its number or letter, "to" and an aside; 0 where none does.
func (c *clause) itemVerb(i int) int {
	for i < c.s.to && (c.tokens[i].shape == mark || c.is(i, kAnd) || len(c.tokens[i].word.form) < 5 && (c.mark(i+1, ".") || c.mark(i+1, ")"))) {
		i++
	}
	if i+1 < c.s.to && c.tokens[i].word.folded == "to" {
		i++
	}
	for k := i; k < min(c.s.to-1, i+maxAside) && c.lightAdverb(i); k++ { // "jointly with the Bank, inspect"
		if c.mark(k, ",") {
			i = k + 1
		}
	}
	if i+1 >= c.s.to || !c.bareVerb(i) && (c.tokens[i].shape != capital || c.tokens[i].word.senses&isVerb == 0 || c.upper(i+1) || strings.HasSuffix(c.tokens[i].word.folded, "ing")) {
		return 0
	}
	return i
}

// maxOpening bounds the words between a verb of agreement and the colon after it.
const maxOpening = 6

// following are the words that announce a list.
var following = forms("following follows points measures steps actions")
