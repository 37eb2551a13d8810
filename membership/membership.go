// Package membership holds the rules on who belongs to an organisation since
// when, on the rhythm of its organs and on what its members owe.
//
// The founding members, the ratifications of a statute and the members that a
// web site names are three counts on three dates: [CountOn] counts only the
// list it is given and says what the list is, so that they are never mixed.
// A membership may be suspended and restored; a suspended member is a member.
// An ordinary session that is held every n years falls due n years after the
// one before, and late is late: [NextSession] says by how much and fails on
// nothing. [ArrearsOn] adds up what was assessed and due against what was paid
// by then, by the member itself or by another on its behalf.
//
// The package is pure: days are arguments, odd history gives doubts.
package membership

import (
	"slices"

	"chancery"
)

// Basis says which list a membership comes from.
type Basis string

// The lists that get mixed up.
const (
	Founding     Basis = "founding"     // named as founding member
	Ratification Basis = "ratification" // has ratified the statute
	Listed       Basis = "listed"       // named by the organisation's own page
)

// Membership is one member's time in an organisation, by one list.
type Membership struct {
	Member chancery.EntityID
	Basis  Basis
	From   chancery.Date // zero: from the beginning of the list
	To     chancery.Date // zero: still
	Paused []Period      // suspensions
}

// Period is a stretch of days, both ends included; a zero end is open.
type Period struct{ From, To chancery.Date }

// holds reports whether the day is certainly or possibly inside.
func (p Period) holds(on chancery.Date) bool {
	return (p.From.IsZero() || !p.From.After(on)) && (p.To.IsZero() || !p.To.Before(on))
}

// Standing is a member's standing on a day.
type Standing string

// The standings.
const (
	Outside   Standing = "outside"
	Member    Standing = "member"
	Suspended Standing = "suspended"
)

// StandingOn gives the member's standing on the day.
func StandingOn(m Membership, on chancery.Date) Standing {
	if !(Period{m.From, m.To}).holds(on) {
		return Outside
	}
	if slices.ContainsFunc(m.Paused, func(p Period) bool { return p.holds(on) }) {
		return Suspended
	}
	return Member
}

// CountOn gives the members on the day by one list, suspended ones included,
// each once, in the order of the list.
func CountOn(all []Membership, basis Basis, on chancery.Date) []chancery.EntityID {
	var out []chancery.EntityID
	for _, m := range all {
		if m.Basis == basis && StandingOn(m, on) != Outside && !slices.Contains(out, m.Member) {
			out = append(out, m.Member)
		}
	}
	return out
}

// Session is a session of an organ.
type Session struct {
	Number   int
	From, To chancery.Date
	Ordinary bool
}

// SessionDue is the next ordinary session on the day asked.
type SessionDue struct {
	Number   int
	Due      chancery.Date
	Held     chancery.Date // zero while it was not held
	LateDays int
}

// NextSession gives, for every ordinary session but the first, when it fell
// due and how late it was, and last the one that is due next. everyYears is
// the rhythm of the statute or rules.
func NextSession(held []Session, everyYears int, on chancery.Date) []SessionDue {
	ordinary := slices.Clone(held)
	ordinary = slices.DeleteFunc(ordinary, func(s Session) bool { return !s.Ordinary || s.From.IsZero() || s.From.After(on) })
	slices.SortFunc(ordinary, func(a, b Session) int { return a.From.Compare(b.From) })
	var out []SessionDue
	for i, s := range ordinary {
		due := SessionDue{Number: s.Number + 1, Due: s.From.AddYears(everyYears)}
		if due.Due.Precision() == chancery.DayPrecision { // the rhythm is one of years, the day is the organ's
			due.Due.Day = 0
		}
		end := on
		if i+1 < len(ordinary) {
			due.Number, due.Held = ordinary[i+1].Number, ordinary[i+1].From
			end = due.Held
		}
		if end.After(due.Due) {
			due.LateDays = due.Due.Highest().DaysUntil(end.Lowest())
		}
		out = append(out, due)
	}
	return out
}

// Contribution is what a member was assessed for a period and what was paid.
// Amounts are in hundredths of the currency.
type Contribution struct {
	Member   chancery.EntityID
	Period   string
	Currency string
	Assessed int64
	Due      chancery.Date
	Payments []Payment
}

// Payment is money received; By is the payer where it is not the member.
type Payment struct {
	Amount int64
	Date   chancery.Date
	By     chancery.EntityID
}

// ArrearsOn gives what the member owed and had not been paid on the day, by
// currency. Paying too much in one period makes up for another of the same
// currency; it never gives negative arrears.
func ArrearsOn(all []Contribution, member chancery.EntityID, on chancery.Date) (map[string]int64, []chancery.Doubt) {
	owed := map[string]int64{}
	var doubts []chancery.Doubt
	for _, c := range all {
		if c.Member != member {
			continue
		}
		if c.Due.IsZero() {
			doubts = append(doubts, chancery.Doubt{Message: chancery.Say("membership.no-due", "the contribution for %s has no day on which it falls due and is not counted as owed", c.Period), Source: "financial regulations"})
		} else if c.Due.Before(on) {
			owed[c.Currency] += c.Assessed
		}
		for _, p := range c.Payments {
			if !p.Date.After(on) {
				owed[c.Currency] -= p.Amount
			}
		}
	}
	for currency, amount := range owed {
		owed[currency] = max(amount, 0)
	}
	return owed, doubts
}
