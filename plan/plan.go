// Package plan follows the measures of national plans: what each serves, how
// far it got and on what evidence, what is late, and which promises no measure
// serves.
//
// There is no percentage without evidence. A measure is as far as the latest
// grade that stands on evidence; a grade without evidence is reported beside
// it and never counted. Evidence older than the measure's beginning does not
// count. A setback is a grade too. Deadlines keep the plan's own words: "2nd
// quarter 2025" ends with June, "annually" falls due at the end of each year,
// "December" is a month of every year of the plan.
//
// The package is pure: days are arguments, odd history gives doubts.
package plan

import (
	"slices"

	"chancery"
)

// Grade says how far a measure got.
type Grade string

// The grades.
const (
	NotStarted Grade = "not_started"
	Started    Grade = "started"
	Advanced   Grade = "advanced"
	Done       Grade = "done"
	SetBack    Grade = "set_back"
)

// Measure is a line of a plan.
type Measure struct {
	ID       chancery.EntityID
	Number   string
	From     chancery.Date
	Due      chancery.Date // zero: no day of its own
	Every    Rhythm        // for "annually" and the like
	Serves   []chancery.EntityID
	Progress []Progress
}

// Rhythm says how often a measure falls due; zero is once.
type Rhythm int

// The rhythms, in months between two due days.
const (
	Once       Rhythm = 0
	Quarterly  Rhythm = 3
	HalfYearly Rhythm = 6
	Annually   Rhythm = 12
)

// Progress is what was reported of a measure.
type Progress struct {
	Date     chancery.Date
	Grade    Grade
	Evidence []chancery.Date // dates of the evidence; none: a claim
}

// Standing is how a measure stood on a day.
type Standing struct {
	Grade    Grade
	Since    chancery.Date
	Claimed  Grade // a later grade that stands on no evidence, or ""
	NextDue  chancery.Date
	LateDays int
}

// StandingOn derives how the measure stood on the day.
func StandingOn(m Measure, on chancery.Date) (Standing, []chancery.Doubt) {
	var doubts []chancery.Doubt
	s := Standing{Grade: NotStarted, NextDue: nextDue(m, on)}
	progress := slices.Clone(m.Progress)
	slices.SortStableFunc(progress, func(a, b Progress) int { return a.Date.Compare(b.Date) })
	for _, p := range progress {
		if p.Date.After(on) {
			continue
		}
		switch evidenced(m, p) {
		case true:
			s.Grade, s.Since, s.Claimed = p.Grade, p.Date, ""
		case false:
			s.Claimed = p.Grade
			if len(p.Evidence) > 0 {
				doubts = append(doubts, chancery.Doubt{Message: chancery.Say("plan.evidence-older", "the evidence for measure %s is older than the measure itself and does not count", m.Number), Source: "rule of evidence"})
			}
		}
	}
	if s.Grade != Done && !m.Due.IsZero() && m.Every == Once && on.After(m.Due) {
		s.LateDays = m.Due.Highest().DaysUntil(on.Lowest())
	}
	return s, doubts
}

func evidenced(m Measure, p Progress) bool {
	return slices.ContainsFunc(p.Evidence, func(e chancery.Date) bool { return !e.Before(m.From) })
}

// nextDue gives the first due day of the measure that is not before the day asked.
func nextDue(m Measure, on chancery.Date) chancery.Date {
	due := m.Due
	if m.Every == Once || due.IsZero() {
		return due
	}
	for due.Before(on) {
		due = due.AddMonths(int(m.Every))
	}
	return due
}

// Unserved gives those of the promises (recommendations, provisions,
// undertakings) that no measure serves, in their order.
func Unserved(promises []chancery.EntityID, measures []Measure) []chancery.EntityID {
	served := map[chancery.EntityID]bool{}
	for _, m := range measures {
		for _, s := range m.Serves {
			served[s] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(promises), func(p chancery.EntityID) bool { return served[p] })
}
