package press

import (
	"slices"
	"strings"

	"chancery"
)

// Statements and minutes set out what is to be done as a list: a line that ends in a
// colon says who is to do it, and each item after it begins with its verb.

// lead is what a line says of the items of the list that it opens.
type lead struct {
	by     []actor
	agreed bool // by a word of agreement or promise, and not by "will"
	deed   *act // what is done to the instruments that the items name
	chosen bool // the items name who was elected in the election at hand
}

// opens reports a line that items follow.
func (l *lead) opens() bool { return len(l.by) > 0 || l.deed != nil || l.chosen }

// leaveLead keeps who is to do what a list tells, from the line that opens it to its
// last item: "the Commission shall:", "the Ministers agreed to:".
func (c *clause) leaveLead() {
	end := c.s.to - 1
	if c.tongue.tag != "en" || c.s.heading || !c.mark(end, ":") {
		if c.stage.lead.opens() && c.itemVerb(c.s.from) == 0 && c.itemPaper() == nil && c.itemActor() == nil && end-c.s.from > 1 { // "1." is a sentence by itself
			c.stage.lead = lead{}
		}
		return
	}
	c.stage.lead = lead{deed: c.deedOnList(), chosen: c.stage.ballot != nil && slices.ContainsFunc(c.verbs, func(t trigger) bool { return !t.noun && t.tag.value == "elect" })}
	for k := end - 1; k > max(c.s.from, end-maxOpening); k-- {
		switch n := c.futureAt(k); {
		case c.stage.lead.deed == nil && c.is(k, kPledge) && !c.attributive(k) && c.pledgeTag(k, "noun") == nil:
			c.stage.lead = lead{by: c.promiser(trigger{k, 1, promiseTag, false}), agreed: true}
			return
		case n > 0 && k+n == end:
			c.stage.lead = lead{by: c.subjectBefore(k, c.s.from)}
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

// deedOnList gives the act that a line says of the instruments that its items name:
// "the Council examined and adopted:", "the ministers signed the following documents:".
func (c *clause) deedOnList() *act {
	for n := len(c.verbs) - 1; n >= 0; n-- {
		t := c.verbs[n]
		kind := actVerbs[t.tag.value]
		if t.noun || kind == "" || t.tag.show == "noun" || kind == "entered_into_force" {
			continue
		}
		if c.planned(t.at, chancery.Date{}) || c.negated(t.at) || c.infinitive(t) || slices.ContainsFunc(c.chunks, func(ch chunk) bool { return ch.kind == anInstrument && ch.from > t.at && !c.pluralHead(&ch) }) {
			return nil
		}
		a := &act{kind: kind}
		c.dateAct(a, t)
		if d, at, ok := c.talksDay(t); ok && a.date.IsZero() {
			a.date, a.dateAt = d, at
		}
		a.by = c.subjectBefore(t.at, c.s.from)
		return a
	}
	return nil
}

// itemPaper gives the chunk of the instrument that an item of a list begins with.
func (c *clause) itemPaper() *chunk {
	for k := range c.chunks[:min(len(c.chunks), 3)] {
		if ch := &c.chunks[k]; ch.kind == anInstrument && ch.who != nil {
			for i := c.s.from; i < ch.name[0]; i++ {
				if c.tokens[i].shape == lower && !c.is(i, kArticle) && len(c.tokens[i].word.form) > 3 {
					return nil
				}
			}
			return ch
		}
	}
	return nil
}

// listedPaper reads an item of a list of instruments: "- a draft law on seeds;".
func (c *clause) listedPaper() {
	d := c.stage.lead.deed
	if d == nil {
		return
	}
	if ch := c.itemPaper(); ch != nil {
		a := *d
		a.instrument, a.at = ch.who, c.bytes(ch.from, ch.to)
		if c.putAct(&a) {
			ch.who.acts++
		}
	}
}

// detailed makes the act on each of the instruments that a colon sets out after the
// plural at chunk k: "signed three documents: a treaty on X, and a protocol on Y".
func (c *clause) detailed(k int, a *act) bool {
	ch := &c.chunks[k]
	if c.tongue.tag != "en" || !ch.descr || !c.pluralHead(ch) && ch.head != paperTag {
		return false
	}
	colon := ch.to
	for colon < c.s.to && !c.mark(colon, ":") {
		if colon-ch.to > maxAside || c.mark(colon, ";") || c.is(colon, kVerb) {
			return false
		}
		colon++
	}
	told := false
	for n := k + 1; n < len(c.chunks); n++ {
		d := &c.chunks[n]
		if d.kind != anInstrument || d.who == nil || d.from < colon {
			continue
		}
		if i := d.name[0] - 1; d.name[0] < d.from || !c.mark(i, ":") && !c.itemAfter(i) {
			continue
		}
		b := *a
		b.instrument, b.at = d.who, c.bytes(d.from, d.to)
		if told = true; c.putAct(&b) {
			d.who.acts++
		}
	}
	return told
}

// itemAfter reports a comma, "and" or the colon before the article at a token.
func (c *clause) itemAfter(i int) bool {
	if c.is(i, kArticle) || c.is(i, kModifier) {
		i--
	}
	return c.mark(i, ":") || c.mark(i, ",") || c.mark(i, ";") || c.is(i, kAnd)
}

// itemActor gives the person or State that an item of a list begins with.
func (c *clause) itemActor() *actor {
	for k := range c.chunks[:min(len(c.chunks), 2)] {
		if a := c.actorAt(k); a != nil && (a.who.kind == aPerson || a.who.kind == aState) {
			for i := c.s.from; i < c.chunks[k].from; i++ {
				if c.tokens[i].shape == lower && !c.is(i, kAnd) {
					return nil
				}
			}
			return a
		}
	}
	return nil
}

// listedWinner reads an item of a list of those elected: "- Ms. Ana Borg (Malta)".
func (c *clause) listedWinner() {
	if b := c.stage.ballot; b != nil && c.stage.lead.chosen && !c.s.heading {
		if a := c.itemActor(); a != nil {
			c.stand(trigger{a.pos, 1, wonTag, false}, *a, &chunk{kind: anOrg, who: b.body.who, from: c.s.from, to: c.s.from + 1})
		}
	}
}
