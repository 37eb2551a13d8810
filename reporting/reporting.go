// Package reporting computes which reports a State owes to which human rights
// mechanism and when, and how late they are.
//
// Ten treaty bodies and the Universal Periodic Review are described as data in
// [Mechanisms]. The clock of a treaty starts on the day the treaty enters into
// force for the State, which package treaty computes and the caller hands in.
// From there [Calendar] walks the State's history with the mechanism: the
// initial report falls due by the clause of the treaty; once the committee has
// adopted concluding observations, or written a letter, the date it set there
// overrides the arithmetic; without one the period of the clause runs from the
// due date of the last report. Every date says which of the three it rests on,
// and on which article or paper.
//
// Follow-up to concluding observations, the mid-term report of the UPR,
// replies to a list of issues and the eight-year predictable calendar are
// rules of the same kind. A cancelled session moves a dialogue, never a due
// date. Lateness is counted in days and is shown; it is no failure.
//
// The package is pure: dates are arguments, odd history gives doubts.
package reporting

import (
	"fmt"
	"slices"

	"chancery"
)

// Basis says what a date rests on.
type Basis string

// The bases of a due date, weakest first: a letter or concluding observations
// override the clause.
const (
	ByLaw       Basis = "law"       // the treaty's clause and arithmetic
	ByCalendar  Basis = "calendar"  // the predictable calendar, where switched on
	ByCommittee Basis = "committee" // concluding observations
	ByLetter    Basis = "letter"    // a letter or note of the committee
)

// Mechanism is a treaty body or review and its clauses on reports. Years and
// months are 0 where the mechanism has none.
type Mechanism struct {
	ID             string            // "CEDAW"
	Treaty         chancery.EntityID // whose entry into force starts the clock; "" for the UPR
	Article        string            // the reporting clause: "CEDAW art. 18(1)"
	InitialYears   int               // after entry into force for the State
	PeriodicYears  int               // after the report before; 0: only when the committee asks
	FollowUpMonths int               // after the concluding observations
	FollowUpSource string
	Verified       bool // the clause was read in the treaty's text
}

// Mechanisms lists the ten treaty bodies and the UPR.
//
// Source: the reporting clauses named in Article; follow-up periods from the
// committees' own notes on the procedure.
var Mechanisms = []Mechanism{
	{"CERD", "treaty:UNTC-4-2", "ICERD art. 9(1)", 1, 2, 12, "CERD rules of procedure, rule 65", true},
	{"CCPR", "treaty:UNTC-4-4", "ICCPR art. 40(1)", 1, 0, 24, "CCPR note on follow-up (2013)", true},
	{"CESCR", "treaty:UNTC-4-3", "ICESCR art. 16-17 with the programme of ECOSOC res. 1988/4", 2, 5, 24, "CESCR note on follow-up (2017)", false},
	{"CEDAW", "treaty:UNTC-4-8", "CEDAW art. 18(1)", 1, 4, 24, "CEDAW method of follow-up (2010, revised 2013)", true},
	{"CAT", "treaty:UNTC-4-9", "CAT art. 19(1)", 1, 4, 12, "CAT follow-up procedure (2003)", true},
	{"CRC", "treaty:UNTC-4-11", "CRC art. 44(1)", 2, 5, 0, "", true},
	{"CRC-OPAC", "treaty:UNTC-4-11-b", "OPAC art. 8(1)", 2, 0, 0, "", false},
	{"CRC-OPSC", "treaty:UNTC-4-11-c", "OPSC art. 12(1)", 2, 0, 0, "", false},
	{"CMW", "treaty:UNTC-4-13", "ICRMW art. 73(1)", 1, 5, 24, "CMW follow-up procedure", true},
	{"CRPD", "treaty:UNTC-4-15", "CRPD art. 35(1)-(2)", 2, 4, 0, "", true},
	{"CED", "treaty:UNTC-4-16", "CPED art. 29(1)", 2, 0, 12, "CED rules of procedure, rule 54", true},
	{"SPT", "treaty:UNTC-4-9-b", "OPCAT art. 11: visits, no reports", 0, 0, 0, "", true},
	{"UPR", "", "HRC res. 16/21, annex, para. 3: a review every four and a half years", 0, 0, 0, "", true},
}

// MechanismNamed gives the mechanism of that ID.
func MechanismNamed(id string) (Mechanism, bool) {
	i := slices.IndexFunc(Mechanisms, func(m Mechanism) bool { return m.ID == id })
	if i < 0 {
		return Mechanism{}, false
	}
	return Mechanisms[i], true
}

// Kind says what is owed.
type Kind string

// The kinds of thing a State owes to a mechanism.
const (
	Initial  Kind = "initial"
	Periodic Kind = "periodic"
	Replies  Kind = "replies"  // to a list of issues; under the simplified procedure they are the report
	FollowUp Kind = "followup" // to the paragraphs the committee named
	MidTerm  Kind = "midterm"  // of the UPR, voluntary
	Review   Kind = "review"   // of the UPR
)

// Step is something that happened between the State and the mechanism.
// Number is that of the report it concerns: 1 is the initial one; of a
// combined report, the last.
type Step struct {
	Kind       StepKind
	Number     int
	Date       chancery.Date
	Symbol     string           // "CEDAW/C/KAZ/CO/5"
	NextDue    chancery.Date    // concluding observations, a letter: when the next report falls due
	Months     int              // concluding observations: to answer the follow-up; a list of issues: to reply; 0 as by rule
	Paragraphs []string         // concluding observations: those to be followed up
	Passage    chancery.Passage // where it is said
}

// StepKind says what happened.
type StepKind string

// The kinds of step.
const (
	Received    StepKind = "received"   // the State's report
	Issues      StepKind = "issues"     // list of issues
	IssuesFirst StepKind = "loipr"      // list of issues prior to reporting: the simplified procedure
	Replied     StepKind = "replied"    // replies to the list
	Considered  StepKind = "considered" // the dialogue
	Concluded   StepKind = "concluded"  // concluding observations adopted
	Letter      StepKind = "letter"     // of the committee, which sets a date
	FollowedUp  StepKind = "followed"   // the State's follow-up report received
	Cancelled   StepKind = "cancelled"  // the session that was to consider the report
)

// Options are choices of the committees that a site switches on.
type Options struct {
	Predictable bool // the eight-year calendar (34th meeting of Chairs, 2022): reviews every eight years
}

// Due is one thing owed, by when and on what ground, and what became of it.
type Due struct {
	Mechanism  string
	Kind       Kind
	Number     int
	On         chancery.Date
	Basis      Basis
	Source     string // article, or symbol of the paper that set the date
	Why        chancery.Message
	Paragraphs []string      // of a follow-up
	Received   chancery.Date // zero while nothing came
	LateDays   int           // received after On, or still owed on the day asked; 0 when in time
	Voluntary  bool
	Passage    chancery.Passage
}

// Open reports whether nothing has been received.
func (d Due) Open() bool { return d.Received.IsZero() }

// Calendar gives everything the State has owed to the mechanism up to the day
// on and what it owes next, oldest first. inForce is the day on which the
// treaty entered into force for the State; zero gives nothing for a treaty
// body. steps may stand in any order.
func Calendar(m Mechanism, inForce chancery.Date, steps []Step, on chancery.Date, opts Options) ([]Due, []chancery.Doubt) {
	steps = slices.Clone(steps)
	slices.SortStableFunc(steps, func(a, b Step) int { return a.Date.Compare(b.Date) })
	var doubts []chancery.Doubt
	steps = slices.DeleteFunc(steps, func(s Step) bool {
		if s.Date.IsZero() {
			doubts = append(doubts, chancery.Doubt{Message: chancery.Say("reporting.undated", "a step of kind %s with %s has no date and is left out", s.Kind, m.ID), Source: m.Article})
			return true
		}
		return !s.Date.Lowest().IsZero() && s.Date.After(on)
	})
	if m.ID == "UPR" {
		return finish(reviews(steps), steps, on), doubts
	}
	if inForce.IsZero() || m.InitialYears == 0 {
		return nil, doubts
	}
	for _, s := range steps {
		if s.Kind == Received && s.Date.Before(inForce) {
			doubts = append(doubts, chancery.Doubt{Message: chancery.Say("reporting.early", "report %d to %s was received before the treaty entered into force for the State on %s", s.Number, m.ID, inForce), Source: m.Article})
		}
	}
	return finish(append(reports(m, inForce, steps, opts), answers(m, steps)...), steps, on), doubts
}

// reports gives the due dates of the initial and the periodic reports: the
// clause first, then, report by report, what the committee set or the period.
// One report beyond the last received is owed.
func reports(m Mechanism, inForce chancery.Date, steps []Step, opts Options) []Due {
	out := []Due{{Mechanism: m.ID, Kind: Initial, Number: 1, On: inForce.AddYears(m.InitialYears), Basis: ByLaw, Source: m.Article,
		Why: chancery.Say("reporting.initial", "within %d years after the entry into force for the State on %s", m.InitialYears, inForce)}}
	last := lastReceived(steps)
	number := 1
	for number <= last {
		before := out[len(out)-1]
		next, covers, ok := following(m, before, number, steps, opts)
		if !ok {
			break
		}
		number = max(number+1, covers)
		next.Number = number
		out = append(out, next)
	}
	return out
}

// following gives the report owed after report number: by letter, by the
// concluding observations on it or on the combined report that held it, by the
// eight-year calendar, or by the clause's period.
func following(m Mechanism, before Due, number int, steps []Step, opts Options) (Due, int, bool) {
	due := Due{Mechanism: m.ID, Kind: Periodic}
	covers := number + 1
	for _, s := range steps { // the last word of the committee counts
		if s.NextDue.IsZero() || s.Number < number || s.Number > number && !combined(steps, number, s.Number) {
			continue
		}
		covers = s.Number + 1
		switch s.Kind {
		case Concluded:
			due.On, due.Basis, due.Source, due.Passage = s.NextDue, ByCommittee, s.Symbol, s.Passage
			due.Why = chancery.Say("reporting.set", "set by the concluding observations %s", s.Symbol)
		case Letter:
			due.On, due.Basis, due.Source, due.Passage = s.NextDue, ByLetter, s.Symbol, s.Passage
			due.Why = chancery.Say("reporting.letter", "set by the letter of the committee of %s", s.Date)
		}
	}
	if !due.On.IsZero() {
		return due, covers, true
	}
	if considered := dateOf(steps, Considered, number); opts.Predictable && !considered.IsZero() {
		due.On, due.Basis, due.Source = considered.AddYears(8), ByCalendar, "34th meeting of Chairs (2022)"
		due.Why = chancery.Say("reporting.predictable", "eight years after the dialogue of %s", considered)
		return due, covers, true
	}
	if m.PeriodicYears == 0 {
		return due, 0, false
	}
	due.On, due.Basis, due.Source = before.On.AddYears(m.PeriodicYears), ByLaw, m.Article
	due.Why = chancery.Say("reporting.period", "%d years after the report before fell due on %s", m.PeriodicYears, before.On)
	return due, covers, true
}

// combined reports whether no report of its own was received under the numbers
// first to last-1, so that the one received as last held them all.
func combined(steps []Step, first, last int) bool {
	return !slices.ContainsFunc(steps, func(s Step) bool {
		return s.Kind == Received && s.Number >= first && s.Number < last
	})
}

// answers gives the follow-ups and replies owed.
func answers(m Mechanism, steps []Step) []Due {
	var out []Due
	for _, s := range steps {
		switch s.Kind {
		case Concluded:
			months := s.Months
			if months == 0 {
				months = m.FollowUpMonths
			}
			if len(s.Paragraphs) == 0 || months == 0 {
				continue
			}
			out = append(out, Due{Mechanism: m.ID, Kind: FollowUp, Number: s.Number, On: s.Date.AddMonths(months), Basis: ByCommittee, Source: s.Symbol,
				Paragraphs: s.Paragraphs, Passage: s.Passage,
				Why: chancery.Say("reporting.followup", "within %d months after the concluding observations of %s", months, s.Date)})
		case Issues, IssuesFirst:
			if s.Months == 0 {
				continue
			}
			out = append(out, Due{Mechanism: m.ID, Kind: Replies, Number: s.Number, On: s.Date.AddMonths(s.Months), Basis: ByCommittee, Source: s.Symbol, Passage: s.Passage,
				Why: chancery.Say("reporting.replies", "within %d months after the list of issues of %s", s.Months, s.Date)})
		}
	}
	return out
}

// The rhythm of the UPR. Source: HRC res. 16/21, annex, para. 3 (second and
// later cycles: four and a half years); the mid-term report is voluntary,
// para. 18.
const (
	cycleMonths   = 54
	midTermMonths = 27
)

// reviews gives the mid-term reports and the next review after each review held.
func reviews(steps []Step) []Due {
	var out []Due
	for _, s := range steps {
		if s.Kind != Considered {
			continue
		}
		out = append(out,
			Due{Mechanism: "UPR", Kind: MidTerm, Number: s.Number, On: month(s.Date.AddMonths(midTermMonths)), Basis: ByLaw, Source: "HRC res. 16/21, annex, para. 18", Voluntary: true,
				Why: chancery.Say("reporting.midterm", "half-way to the review after that of %s", s.Date)},
			Due{Mechanism: "UPR", Kind: Review, Number: s.Number + 1, On: month(s.Date.AddMonths(cycleMonths)), Basis: ByLaw, Source: "HRC res. 16/21, annex, para. 3",
				Why: chancery.Say("reporting.cycle", "four and a half years after the review of %s; the session's dates are set by the Council", s.Date)})
	}
	return out
}

func month(d chancery.Date) chancery.Date { d.Day = 0; return d }

// finish joins each due date with what came, counts lateness on the day asked,
// and sorts by date.
func finish(dues []Due, steps []Step, on chancery.Date) []Due {
	answered := map[Kind]StepKind{Initial: Received, Periodic: Received, Replies: Replied, FollowUp: FollowedUp, MidTerm: FollowedUp, Review: Considered}
	for i := range dues {
		d := &dues[i]
		for _, s := range steps {
			reports := d.Kind == Initial || d.Kind == Periodic
			if s.Kind == answered[d.Kind] && (s.Number == d.Number || reports && s.Number > d.Number && combined(steps, d.Number, s.Number)) {
				d.Received = s.Date
				break
			}
		}
		end := d.Received
		if end.IsZero() {
			end = on
		}
		if end.After(d.On) && !d.Voluntary {
			d.LateDays = d.On.Highest().DaysUntil(end.Lowest())
		}
	}
	slices.SortStableFunc(dues, func(a, b Due) int { return a.On.Compare(b.On) })
	return dues
}

func lastReceived(steps []Step) int {
	n := 0
	for _, s := range steps {
		if s.Kind == Received {
			n = max(n, s.Number)
		}
	}
	return n
}

func dateOf(steps []Step, kind StepKind, number int) chancery.Date {
	for _, s := range steps {
		if s.Kind == kind && s.Number == number {
			return s.Date
		}
	}
	return chancery.Date{}
}

// String gives one line for a list: mechanism, kind, number, date, basis.
func (d Due) String() string {
	return fmt.Sprintf("%s %s %d due %s by %s", d.Mechanism, d.Kind, d.Number, d.On, d.Basis)
}

// Overdue gives what is owed and late on the day, the latest first, of the
// dues of many States. It answers "who else is late".
func Overdue(byState map[string][]Due) []StateDue {
	var out []StateDue
	for state, dues := range byState {
		for _, d := range dues {
			if d.Open() && d.LateDays > 0 {
				out = append(out, StateDue{state, d})
			}
		}
	}
	slices.SortFunc(out, func(a, b StateDue) int {
		if a.LateDays != b.LateDays {
			return b.LateDays - a.LateDays
		}
		return slices.Compare([]string{a.State, a.Mechanism}, []string{b.State, b.Mechanism})
	})
	return out
}

// StateDue is a due date with the State that owes it.
type StateDue struct {
	State string
	Due
}
