package election

import (
	"slices"

	"chancery"
)

// Stage is where a candidature stands on a day.
type Stage string

// The stages, in order.
const (
	NotYet      Stage = ""
	Announced   Stage = "announced"
	Nominated   Stage = "nominated"
	Endorsed    Stage = "endorsed" // by a group or organisation: no votes follow from it
	Voted       Stage = "voted"    // the election was held and the result is not recorded
	Elected     Stage = "elected"
	NotElected  Stage = "not elected"
	WithdrawnBy Stage = "withdrawn"
)

// Event is something that happened to a candidature.
type Event struct {
	Stage Stage
	On    chancery.Date
	By    string // who announced, nominated, endorsed
}

// Candidature is a person or State that stands for a body.
type Candidature struct {
	Name        string
	NominatedBy string
	Body        Body
	Election    chancery.Date
	Term        Term // sought
	Events      []Event
}

// On gives the stage on a day and what is odd: a nomination out of time, a term
// of the wrong length, a campaign without a nomination.
//
// Source: the body's own rules; CEDAW art. 17(2)-(5) and their like.
func (c Candidature) On(day chancery.Date, w Window) (Stage, []chancery.Doubt) {
	var stage Stage
	var doubts []chancery.Doubt
	events := slices.Clone(c.Events)
	slices.SortStableFunc(events, func(a, b Event) int { return a.On.Compare(b.On) })
	seen := map[Stage]bool{}
	for _, e := range events {
		if e.On.IsZero() || e.On.After(day) {
			continue
		}
		seen[e.Stage] = true
		if stage != Elected && stage != NotElected && stage != WithdrawnBy {
			stage = e.Stage
		}
		if e.Stage == Nominated && !w.NominateBy.IsZero() && e.On.After(w.NominateBy) {
			doubts = append(doubts, doubt(c.Body.Basis, "candidature.late", "nominated on %s, after %s", e.On, w.NominateBy))
		}
	}
	if over := !c.Election.IsZero() && c.Election.Before(day); over && stage != NotYet && stage != Elected && stage != NotElected && stage != WithdrawnBy {
		stage = Voted
	}
	if (seen[Elected] || seen[NotElected]) && !seen[Nominated] && c.Body.Nominees > 0 {
		doubts = append(doubts, doubt(c.Body.Basis, "candidature.nomination", "no nomination is recorded"))
	}
	if c.Term != (Term{}) {
		doubts = append(doubts, CheckTerm(c.Body, chancery.Date{Year: c.Term.First}, chancery.Date{Year: c.Term.Last})...)
	}
	return stage, doubts
}
