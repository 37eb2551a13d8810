// Package meeting holds the rules of diplomatic intercourse that a register
// needs: in what order persons are listed, who held a post on a day, whom we
// met last, and what became of what the sides promised each other.
//
// Heads of mission rank by class and, within a class, by the day on which they
// took up their functions (Vienna Convention on Diplomatic Relations, articles
// 14 and 16). Others rank by the number given to their post; where nothing is
// known the order of the paper stands.
//
// A post and its holder are two things: [HoldersOn] answers who held a post on
// a day from periods that may be open, vague or in conflict, and says so in
// doubts. An undertaking is open until a later paper, meeting or measure is
// named as having kept it; evidence older than the promise does not count.
//
// The package is pure: days are arguments.
package meeting

import (
	"cmp"
	"slices"

	"chancery"
)

// Class is the class of a head of mission. Source: VCDR art. 14(1).
type Class int

// The classes, highest first; Other is everybody who is no head of mission.
const (
	Ambassador    Class = iota + 1 // ambassadors, nuncios and heads of equivalent rank
	Envoy                          // envoys, ministers, internuncios
	ChargeEnTitre                  // chargés d'affaires accredited to the foreign minister
	Other
)

// Attendee is somebody listed. Rank is that of the post, 1 the highest, 0 unknown.
type Attendee struct {
	Person      chancery.EntityID
	Name        string
	Rank        int
	Class       Class
	Credentials chancery.Date // day the functions were taken up: presentation of credentials, or notification of arrival by local practice
}

// Precedence orders the attendees of one side: by rank of the post, then heads
// of mission by class and day of credentials, then as given.
//
// Source: VCDR art. 14, 16(1); art. 13(1) on the day functions are taken up.
func Precedence(people []Attendee) []Attendee {
	out := slices.Clone(people)
	slices.SortStableFunc(out, func(a, b Attendee) int {
		return cmp.Or(
			cmp.Compare(known(a.Rank), known(b.Rank)),
			cmp.Compare(class(a), class(b)),
			credentials(a, b),
		)
	})
	return out
}

const last = 1 << 30

func known(rank int) int {
	if rank == 0 {
		return last
	}
	return rank
}

func class(a Attendee) Class {
	if a.Class == 0 {
		return Other
	}
	return a.Class
}

func credentials(a, b Attendee) int {
	if a.Class == 0 || a.Class == Other || a.Credentials.IsZero() || b.Credentials.IsZero() {
		return 0
	}
	return a.Credentials.Compare(b.Credentials)
}

// Tenure is the time one person held one post. A zero From or To is unknown.
type Tenure struct {
	Holder chancery.EntityID
	Name   string
	From   chancery.Date
	To     chancery.Date
}

// HoldersOn gives who certainly or possibly held a post on the day. A tenure
// without an end ends where the next one certainly begins. More than one
// holder is a doubt, not an error.
func HoldersOn(post []Tenure, on chancery.Date) ([]Tenure, []chancery.Doubt) {
	sorted := slices.Clone(post)
	slices.SortStableFunc(sorted, func(a, b Tenure) int { return a.From.Compare(b.From) })
	var held []Tenure
	for i, t := range sorted {
		end := t.To
		if end.IsZero() {
			for _, next := range sorted[i+1:] {
				if next.Holder != t.Holder && !next.From.IsZero() && !t.From.IsZero() && next.From.After(t.From) {
					end = next.From.Lowest().AddDays(-1)
					break
				}
			}
		}
		if (t.From.IsZero() || !t.From.After(on)) && (end.IsZero() || !end.Before(on)) {
			held = append(held, t)
		}
	}
	var doubts []chancery.Doubt
	if len(held) > 1 {
		doubts = append(doubts, chancery.Doubt{Message: chancery.Say("meeting.holders", "%d persons are said to hold the post on %s: %s and %s", len(held), on, held[0].Name, held[1].Name), Source: "statements in conflict"})
	}
	return held, doubts
}

// Undertaking is what one side promised.
type Undertaking struct {
	ID       chancery.EntityID
	Promised chancery.Date // day of the meeting or paper
	Due      chancery.Date
	Evidence []Evidence
}

// Evidence is something said to have kept an undertaking, wholly or in part.
type Evidence struct {
	By    chancery.EntityID // a later paper, meeting or measure
	Date  chancery.Date
	Grade Status // Kept, Partly or Broken, as the person who entered it judged
}

// Status says what became of an undertaking.
type Status string

// The statuses.
const (
	Open    Status = "open"
	Overdue Status = "overdue"
	Partly  Status = "partly"
	Kept    Status = "kept"
	Broken  Status = "broken"
)

// StatusOn derives what had become of an undertaking by the day, and how many
// days it was late then. The latest evidence counts; evidence older than the
// promise does not count and gives a doubt.
func StatusOn(u Undertaking, on chancery.Date) (Status, int, []chancery.Doubt) {
	var doubts []chancery.Doubt
	status := Open
	evidence := slices.Clone(u.Evidence)
	slices.SortStableFunc(evidence, func(a, b Evidence) int { return a.Date.Compare(b.Date) })
	for _, e := range evidence {
		switch {
		case e.Date.Before(u.Promised):
			doubts = append(doubts, chancery.Doubt{Message: chancery.Say("meeting.evidence-older", "the evidence of %s is older than the promise of %s and does not count", e.Date, u.Promised), Source: "rule of evidence"})
		case !e.Date.After(on):
			status = e.Grade
		}
	}
	late := 0
	if status != Kept && !u.Due.IsZero() && on.After(u.Due) {
		late = u.Due.Highest().DaysUntil(on.Lowest())
		if status == Open {
			status = Overdue
		}
	}
	return status, late, doubts
}
