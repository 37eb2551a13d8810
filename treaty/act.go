package treaty

import (
	"strings"

	"chancery"
)

// ActKind says what was done. The names are the values of the property type of
// the schema Act.
type ActKind string

// The kinds of act.
const (
	Adopted            ActKind = "adopted"    // the text: VCLT art. 9
	Opened             ActKind = "opened"     // for signature
	Initialled         ActKind = "initialled" // VCLT art. 10 and 12(2)(a)
	Signed             ActKind = "signed"     // simple, or definitive with the mark Definitive: VCLT art. 12
	Ratified           ActKind = "ratified"
	Accepted           ActKind = "accepted" // the treaty; with Of, a reservation
	Approved           ActKind = "approved"
	Acceded            ActKind = "acceded"
	Succeeded          ActKind = "succeeded"
	Confirmed          ActKind = "confirmed" // formally, by an organisation; with Of, a signature ad referendum
	Provisionally      ActKind = "applied_provisionally"
	EnteredIntoForce   ActKind = "entered_into_force" // as a source states it, where no rule is known
	Reserved           ActKind = "reserved"
	Declared           ActKind = "declared"
	Objected           ActKind = "objected"
	Withdrawn          ActKind = "withdrawn" // with Of, that act; without, withdrawal from the treaty
	Denounced          ActKind = "denounced"
	Suspended          ActKind = "suspended"
	Terminated         ActKind = "terminated"
	Amended            ActKind = "amended"
	Corrected          ActKind = "corrected"
	Registered         ActKind = "registered"
	Published          ActKind = "published"
	Notified           ActKind = "notified" // of a bilateral agreement: that domestic procedures are complete
	ConsentedOtherwise ActKind = "consented"
)

// Label gives the name of the act as a message, to be worded in the reader's
// language.
func (k ActKind) Label() chancery.Message {
	return chancery.Say("code."+string(k), "%s", strings.ReplaceAll(string(k), "_", " "))
}

// Act is what one participant did about a treaty, or the depositary or the
// conference where By is empty.
type Act struct {
	ID           string
	Kind         ActKind
	By           string
	Of           string        // the act objected to, accepted, confirmed, withdrawn or corrected
	Date         chancery.Date // of the act itself: the signature, the instrument, the law's is another thing
	Deposited    chancery.Date // with the depositary, or received
	Notified     chancery.Date // circulated to the others; of a reservation, from which twelve months run
	Effective    chancery.Date // as stated; of a succession, the day of the succession of States
	Mark         Mark          // as the depositary printed it; "" where it printed none
	AdReferendum bool          // of a signature: VCLT art. 12(2)(b)
	Presumed     bool          // of a reservation or declaration: its day is that of consent, none being recorded (AtConsent)
	Opposes      bool          // of an objection: it opposes entry into force between the two (VCLT art. 20(4)(b))
	Says         Counting      // what a table says of an instrument
	Share        float64       // percent of a quantity
	Provisions   string        // articles a reservation or an objection is about
	Text         string
	Origin       string
	Grade        chancery.Grade // of the source
}

// When gives the day on which the act works towards the others: its deposit,
// or its own date where no deposit is given.
func (a Act) When() chancery.Date {
	if !a.Deposited.IsZero() {
		return a.Deposited
	}
	return a.Date
}

var actMarks = map[ActKind]Mark{Ratified: Ratification, Accepted: Acceptance, Approved: Approval, Acceded: Accession,
	Succeeded: Succession, Confirmed: Confirmation, ConsentedOtherwise: Consent}

var markActs = map[Mark]ActKind{Signature: Signed, Ratification: Ratified, Acceptance: Accepted, Approval: Approved, Accession: Acceded,
	Succession: Succeeded, Confirmation: Confirmed, Definitive: Signed, Consent: ConsentedOtherwise, Provisional: Provisionally}

// Instrument gives the kind of instrument by which an act expresses consent to
// be bound, or false where it does not (VCLT art. 11).
func (a Act) Instrument() (Mark, bool) {
	if a.Of != "" {
		return "", false // about another act
	}
	if a.Kind == Signed {
		return Definitive, a.Mark == Definitive
	}
	m, ok := actMarks[a.Kind]
	return m, ok
}

// leaves reports whether the act is a notice of leaving the treaty.
func (a Act) leaves() bool {
	return a.Kind == Denounced || a.Kind == Withdrawn && a.Of == ""
}

// Deposits gives the instruments among acts, without those taken back on or
// before the day given (the zero Date takes none out).
func Deposits(acts []Act, takenBackBy chancery.Date) []Deposit {
	var back map[string]bool
	for _, a := range acts {
		if a.Kind == Withdrawn && a.Of != "" && !a.When().IsZero() && !takenBackBy.IsZero() && !a.When().After(takenBackBy) {
			if back == nil {
				back = map[string]bool{}
			}
			back[a.Of] = true
		}
	}
	out := make([]Deposit, 0, len(acts))
	for _, a := range acts {
		m, ok := a.Instrument()
		if !ok || a.ID != "" && back[a.ID] || a.By == "" {
			continue
		}
		out = append(out, Deposit{By: a.By, Date: a.When(), Mark: m, Says: a.Says, Share: a.Share, Origin: a.Origin})
	}
	return out
}
