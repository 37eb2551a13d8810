package treaty

import (
	"slices"
	"strings"

	"chancery"
)

// DomesticKind is a step of one State's own procedure.
type DomesticKind string

// The steps, in their usual order. Which of them a treaty needs is for the
// State's law to say; the caller gives the chain.
const (
	StepInitialled  DomesticKind = "initialled"
	StepFullPowers  DomesticKind = "full powers" // VCLT art. 7
	StepOpinion     DomesticKind = "government opinion"
	StepSigned      DomesticKind = "signed"
	StepSubmitted   DomesticKind = "submitted to parliament"
	StepLaw         DomesticKind = "law"
	StepInstrument  DomesticKind = "instrument" // signed by the head of State
	StepDeposit     DomesticKind = "deposit"    // or exchange, or notification
	StepPublication DomesticKind = "publication"
	StepRegistered  DomesticKind = "registration" // Charter art. 102
)

// DefaultChain is a chain for a treaty that is signed and ratified by law.
var DefaultChain = []DomesticKind{StepInitialled, StepFullPowers, StepOpinion, StepSigned, StepSubmitted, StepLaw, StepInstrument, StepDeposit, StepPublication, StepRegistered}

// Slug gives the step as keys and addresses write it.
func (k DomesticKind) Slug() string { return strings.ReplaceAll(string(k), " ", "-") }

// Label gives the step as a message, to be worded in the reader's language.
func (k DomesticKind) Label() chancery.Message {
	return chancery.Say("treaty.domestic."+k.Slug(), "%s", string(k))
}

// Abroad reports whether the step is one towards the other parties, and not at
// home.
func (k DomesticKind) Abroad() bool {
	return k == StepSigned || k == StepDeposit || k == StepRegistered
}

var stepSources = map[DomesticKind]string{StepInitialled: "VCLT art. 10", StepFullPowers: "VCLT art. 7", StepSigned: "VCLT art. 12",
	StepLaw: "VCLT art. 46", StepInstrument: "VCLT art. 14", StepDeposit: "VCLT art. 16", StepRegistered: "Charter art. 102"}

// Source gives the article a step rests on in the law of treaties; "" where
// only the State's own law asks for it.
func (k DomesticKind) Source() string { return stepSources[k] }

// DomesticAct is a step taken, or one that somebody has in hand.
type DomesticAct struct {
	Kind     DomesticKind
	Date     chancery.Date // zero where it is not done
	Number   string        // of the law, note or registration
	Person   string        // named in full powers
	Holder   string        // who has it, where it is not done
	Due      chancery.Date
	Note     string
	Needless bool // this treaty does not need it
	Taken    bool // it was done, on a day that is not recorded
	Recorded chancery.Date
}

// ChainRow is one step of the chain on a day.
type ChainRow struct {
	DomesticAct
	Done    bool
	Undated bool // done, on a day that is not recorded
	Late    bool // due before the day and not done
}

// Missing reports whether the step is needed and not done.
func (r ChainRow) Missing() bool { return !r.Done && !r.Undated && !r.Needless }

// Chain is a domestic procedure on a day.
type Chain struct {
	Rows    []ChainRow
	Next    DomesticKind // first step that is missing; "" where none is
	Missing int
	Undated []DomesticAct // recorded after the day, and not of which day
	Doubts  []chancery.Doubt
}

// Domestic lays the steps taken along the chain. The date of the law is not
// the date of deposit: by the law a parliament authorises, by the deposit the
// State is bound (VCLT art. 2(1)(b), 14, 16). Of several acts of one step the
// first that was done holds; while none is, the one recorded last says who has
// it in hand. What has no day is known to be so from the day of its record on;
// before, it stands apart.
//
// Source: VCLT art. 7, 14, 16; Charter art. 102 for registration.
func Domestic(chain []DomesticKind, acts []DomesticAct, on chancery.Date) Chain {
	var out Chain
	var last ChainRow
	known := make([]DomesticAct, 0, len(acts))
	for _, a := range acts {
		switch {
		case !a.Date.IsZero() || !a.Recorded.After(on):
			known = append(known, a)
		case slices.Contains(chain, a.Kind):
			out.Undated = append(out.Undated, a)
		}
	}
	for _, kind := range chain {
		row := ChainRow{DomesticAct: heldStep(kind, known)}
		row.Done = !row.Date.IsZero() && !row.Date.After(on)
		row.Needless = row.Needless && !row.Done
		row.Undated = row.Taken && row.Date.IsZero()
		row.Late = row.Missing() && !row.Due.IsZero() && row.Due.Before(on)
		if row.Missing() {
			out.Missing++
			if out.Next == "" {
				out.Next = kind
			}
		}
		if row.Done && out.Next != "" {
			out.Doubts = append(out.Doubts, doubt("", "domestic.gap", "%s: done on %s, and “%s” is not recorded", kind.Label(), row.Date, out.Next.Label()))
		}
		if row.Done && last.Done && row.Date.Before(last.Date) {
			out.Doubts = append(out.Doubts, doubt("", "domestic.order", "%s (%s) comes before %s (%s)", kind.Label(), row.Date, last.Kind.Label(), last.Date))
		}
		if row.Done {
			last = row
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// heldStep finds what holds of one step.
func heldStep(kind DomesticKind, acts []DomesticAct) DomesticAct {
	out := DomesticAct{Kind: kind}
	for _, a := range acts {
		if a.Kind == kind && (out.Date.IsZero() || !a.Date.IsZero() && a.Date.Before(out.Date)) {
			out = a
		}
	}
	return out
}

// Circulation is an act that the depositary owes a notice of.
type Circulation struct {
	Act  Act
	Sent chancery.Date // to the others; zero where it is not recorded by the day
	Days int           // from receipt to the notice, or to the day asked about
}

// Circulations lists the acts that the depositary received by a day, with the
// notices of them, the latest received first.
//
// Source: VCLT art. 77(1)(e), to inform the parties and the States entitled to
// become parties of acts, notifications and communications; art. 78(c).
func Circulations(acts []Act, on chancery.Date) []Circulation {
	var out []Circulation
	for _, a := range acts {
		if a.By == "" || a.When().IsZero() || a.When().After(on) {
			continue
		}
		c := Circulation{Act: a, Sent: a.Notified}
		if c.Sent.After(on) {
			c.Sent = chancery.Date{}
		}
		if until := c.Sent; a.When().Precision() == chancery.DayPrecision {
			if until.IsZero() {
				until = on
			}
			c.Days = max(0, a.When().DaysUntil(until))
		}
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b Circulation) int { return b.Act.When().Compare(a.Act.When()) })
	return out
}
