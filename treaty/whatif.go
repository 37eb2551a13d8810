package treaty

import (
	"slices"

	"chancery"
)

// Change is what a deposit would change.
type Change struct {
	Before, After Entry
	Standing      Standing // of the participant, on the day from which it is bound, or on the day of deposit
	Position      int      // of the instrument among those that count, from 1; 0 where it does not count
	BringsForce   bool     // the treaty would enter into force by it
	Moved         []string // other participants for which the date would change, sorted
	Steps         []Step
	Doubts        []chancery.Doubt
}

// WhatIf answers "what if it deposits such an instrument on such a day": the
// acts as they are, and the same with one more. A participant that is already
// bound changes nothing, and a doubt says so.
//
// Source: VCLT art. 16 and 24, and the treaty's clause.
func WhatIf(r Rule, acts []Act, participant string, mark Mark, deposit chancery.Date, known Known) Change {
	var c Change
	if deposit.Precision() != chancery.DayPrecision || !mark.Binds() {
		c.Doubts = append(c.Doubts, doubt("VCLT art. 11", "whatif.act", "a deposit needs a day and a kind of instrument that binds"))
		return c
	}
	horizon := chancery.NewDate(9999, 12, 31)
	before := StandingOn(r, acts, horizon, known)
	if row := StandingOn(r, acts, deposit, known).Row(participant); consents(row) {
		c.Doubts = append(c.Doubts, doubt("VCLT art. 16", "whatif.bound", "%s has consented already, on %s", participant, row.Deposited))
		c.Before, c.After, c.Standing = before.Entry, before.Entry, row
		return c
	}
	act := Act{ID: "what if", Kind: markActs[mark], By: participant, Date: deposit, Deposited: deposit, Mark: mark}
	after := StandingOn(r, append(slices.Clone(acts), act), horizon, known)
	c.Before, c.After, c.Standing = before.Entry, after.Entry, after.Row(participant)
	c.BringsForce = c.After.Settled() && !c.Before.Settled()
	c.Position = position(r, acts, act, known)
	for _, row := range after.Rows {
		if row.Participant != participant && row.Bound != before.Row(row.Participant).Bound {
			c.Moved = append(c.Moved, row.Participant)
		}
	}
	c.Steps = Explain(r, append(slices.Clone(acts), act), participant, later(deposit, c.Standing.Bound), known)
	c.Doubts = append(c.Doubts, after.Doubts...)
	return c
}

// position gives the place of an act's instrument among those that count.
func position(r Rule, acts []Act, act Act, known Known) int {
	run := computation{rule: r, known: known}
	for i, d := range run.count(Deposits(append(slices.Clone(acts), act), chancery.Date{})) {
		if d.By == act.By && d.Date == act.When() {
			return i + 1
		}
	}
	return 0
}
