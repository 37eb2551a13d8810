package press

import "strings"

// The English grammar of what somebody is told to do by whoever may tell him:
// "instructed the Office to draw up", "tasked the Secretariat with preparing".

var mandateTag = &tag{kind: kVerb, value: "promise", show: "mandate"}

// mandateAt gives the trigger of a mandate whose verb stands at token i, if it is
// told who has it.
func (c *clause) mandateAt(i int) (trigger, bool) {
	if c.pledgeTag(i, "mandate") == nil {
		return trigger{}, false
	}
	for k := i + 1; k < min(c.s.to, i+maxMandated); k++ {
		switch f := c.tokens[k].word.folded; {
		case c.inName(k):
		case f == "to" && (c.bareVerb(k+1) || c.gerund(k+1)), f == "with" && k+1 < c.s.to && (strings.HasSuffix(c.tokens[k+1].word.folded, "ing") || c.deverbal(k+1)):
			t := trigger{i, k + 1 - i, mandateTag, false}
			return t, len(c.mandated(t)) > 0
		case c.closesComplement(k):
			return trigger{}, false
		}
	}
	return trigger{}, false
}

// maxMandated bounds the words that name who has a mandate.
const maxMandated = 24

// mandated gives who has a mandate: the object of the verb, the subject of its passive.
func (c *clause) mandated(t trigger) []actor {
	if c.passive(t) {
		if from := max(c.s.from, t.at-3); !c.wasAfter(from-1, t.at) && !c.hasWord(from, t.at, "been") { // "is tasked with" tells what a body is for
			return nil
		}
		return c.subjectBefore(t.at, c.s.from)
	}
	to := t.at + t.n - 1
	if by := c.ownCountry(to); len(by) > 0 {
		return by
	}
	return c.groupEndingAt(to, t.at+1)
}
