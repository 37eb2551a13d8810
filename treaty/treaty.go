// Package treaty is the law of treaties as code: when a treaty came into
// force, what it is to each State on any day, and why.
//
// The package is given acts and dates and gives answers with their articles.
// It has no clock, disk or network: the day asked about is always an argument.
//
//   - A [Rule] is a final clause: how many instruments of which kinds, the
//     conditions beside the count ([Condition]), and the [Delay] that follows.
//     [InForce] applies it to the deposits and tells each step. What the papers
//     at hand cannot settle stays unknown, with the reason; no date is guessed.
//   - An [Act] is what one State or organisation did. [StandingOn] folds the
//     acts of one treaty into a [Standing] for each participant on a day:
//     signatory, contracting State, party, former party. A contracting State
//     has consented; a party is one for which the treaty is in force (VCLT
//     art. 2(1)(f) and (g)). [Explain] gives the steps of one of them.
//   - [Relations] says between which pairs a reservation or an objection works
//     (VCLT art. 19-23), [WithdrawalClause.WithdrawalDate] when a notice takes effect.
//   - [Bilateral] agreements have their own short life: signature or last
//     notification, duration, tacit renewal, the last day for notice.
//   - [Domestic] is our side of an act: which step was taken, which is missing.
//   - [WhatIf] answers "what if we deposit on ...". [ParseStatus] reads a
//     depositary's table, [Reconcile] holds two of them against each other.
//
// Participants are strings: names, codes or identities, as the caller likes,
// as long as one participant has one string. States that have ended keep their
// own string and their own deposits. Odd history gives a [chancery.Doubt]
// beside the result and never a failure.
package treaty

import "chancery"

// Step is one line of a computation: what was done, and the article or paper
// that says so ("CEDAW art. 27(1)", "VCLT art. 24(3)").
type Step struct {
	Text   chancery.Message
	Source string
}

func step(source, key, format string, args ...any) Step {
	return Step{chancery.Say("treaty.step."+key, format, args...), source}
}

func doubt(source, key, format string, args ...any) chancery.Doubt {
	return chancery.Doubt{Message: chancery.Say("treaty.doubt."+key, format, args...), Source: source}
}

// later gives the later of two days; the zero Date is earlier than any day.
func later(a, b chancery.Date) chancery.Date {
	if a.Compare(b) < 0 {
		return b
	}
	return a
}
