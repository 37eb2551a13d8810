package treaty

import (
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

// Label gives the name of the step as a message, to be worded in the reader's
// language.
func (k DomesticKind) Label() chancery.Message {
	return chancery.Say("treaty.domestic."+strings.ReplaceAll(string(k), " ", "-"), "%s", string(k))
}

// DefaultChain is a chain for a treaty that is signed and ratified by law.
var DefaultChain = []DomesticKind{StepInitialled, StepFullPowers, StepOpinion, StepSigned, StepSubmitted, StepLaw, StepInstrument, StepDeposit, StepPublication, StepRegistered}

// DomesticAct is a step taken, or one that somebody has in hand.
type DomesticAct struct {
	Kind   DomesticKind
	Date   chancery.Date // zero where it is not done
	Number string        // of the law, note or registration
	Holder string        // who has it, where it is not done
	Due    chancery.Date
}

// ChainRow is one step of the chain on a day.
type ChainRow struct {
	DomesticAct
	Done bool
	Late bool // due before the day and not done
}

// Chain is a domestic procedure on a day.
type Chain struct {
	Rows   []ChainRow
	Next   DomesticKind // first step that is not done; "" where all are
	Doubts []chancery.Doubt
}

// Domestic lays the steps taken along the chain. The date of the law is not
// the date of deposit: by the law a parliament authorises, by the deposit the
// State is bound (VCLT art. 2(1)(b), 14, 16).
//
// Source: VCLT art. 7, 14, 16; Charter art. 102 for registration.
func Domestic(chain []DomesticKind, acts []DomesticAct, on chancery.Date) Chain {
	var out Chain
	var last ChainRow
	for _, kind := range chain {
		row := ChainRow{DomesticAct: DomesticAct{Kind: kind}}
		for _, a := range acts {
			if a.Kind == kind && (row.Date.IsZero() || !a.Date.IsZero() && a.Date.Before(row.Date)) {
				row.DomesticAct = a
			}
		}
		row.Done = !row.Date.IsZero() && !row.Date.After(on)
		row.Late = !row.Done && !row.Due.IsZero() && row.Due.Before(on)
		if !row.Done && out.Next == "" {
			out.Next = kind
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
