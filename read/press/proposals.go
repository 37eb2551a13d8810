package press

import "strings"

// The English grammar of cabinet decisions: a cabinet or board approves what somebody
// proposed, and what is to be done stands after the proposal and its author.

var (
	proposedActs = forms("proposal proposals resolution recommendation recommendations request memorandum motion submission")
	proposing    = forms("furnished submitted made presented tabled forwarded moved put by of from joint combined")
	assenting    = forms("approved approves approving endorsed endorses granted grants gave gives given accepted accepts sanctioned")
	formalities  = forms("sign enter conclude ratify accede appoint reappoint extend nominate celebrate hold convene attend participate visit be have note")
)

// proposalsApproved reads what is to be done by a proposal that a body approves: "The
// Cabinet granted approval to the resolution furnished by the Minister of Fisheries to
// publish the bill", "approved the proposal of the President to host the session". That a
// treaty is to be signed or somebody appointed is told as a signing or an appointment.
func (c *clause) proposalsApproved() {
	for i := c.s.from + 2; i+3 < c.s.to && c.tongue.tag == "en"; i++ {
		if !c.tokens[i].word.in(proposedActs) || c.tokens[i].shape != lower {
			continue
		}
		v := c.approvalBefore(i)
		if v < 0 || c.negated(v) {
			continue
		}
		to := c.proposedDeed(i + 1)
		if to < 0 || c.tokens[c.pastAdverbs(to)].word.in(formalities) {
			continue
		}
		if by := c.subjectBefore(v, c.s.from); len(by) > 0 {
			c.pledge(trigger{v, to + 1 - v, proposedTag, false}, by, ruleAgreed)
		}
	}
}

// approvalBefore gives the verb of approving before the proposal at token i, past its
// article: "approved the", "granted approval to the"; -1 for none.
func (c *clause) approvalBefore(i int) int {
	for k := i - 1; k >= max(c.s.from, i-7); k-- {
		switch w := c.tokens[k].word; {
		case w.in(assenting) && c.tokens[k].shape == lower:
			if given := strings.HasPrefix(w.folded, "g"); given && !c.approvalBetween(k+1, i) || c.is(k-1, kPast) && c.isBe(k-1) && !given {
				return -1
			}
			return k
		case c.tokens[k].shape == mark || c.is(k, kVerb) && w.folded != "approval":
			return -1
		}
	}
	return -1
}

// approvalBetween reports "approval", "concurrence" or "consent" between two tokens.
func (c *clause) approvalBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if f := c.tokens[i].word.folded; f == "approval" || f == "concurrence" || f == "consent" || f == "sanction" || f == "nod" {
			return true
		}
	}
	return false
}

// proposedDeed gives the verb after the "to" of what is proposed, from token i on past who
// proposes it and as what: "of the President in his capacity as the Minister of Defence to
// host"; -1 for none.
func (c *clause) proposedDeed(i int) int {
	if !c.is(i, kTo) && !c.tokens[i].word.in(proposing) {
		return -1
	}
	for k := i; k+2 < min(c.s.to, i+maxMandated); k++ {
		w := c.tokens[k].word
		switch {
		case w.folded == "to" && c.bareVerb(k+1) && !c.inName(k):
			return k + 1
		case c.mark(k, ".") && !c.tokens[k].glued, c.mark(k, ";"), c.isBe(k), c.is(k, kFuture), w.folded == "that", w.folded == "which":
			return -1
		}
	}
	return -1
}
