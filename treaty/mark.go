package treaty

import (
	"regexp"
	"strings"

	"chancery"
)

// Mark is the letter by which the depositary's status tables say what kind of
// instrument was deposited. Case matters: "a" is accession, "A" acceptance.
//
// Source: headings of the status tables of the UN Treaty Collection; VCLT
// art. 11-16, means of expressing consent to be bound.
type Mark string

// The marks.
const (
	Signature    Mark = "sign" // simple signature, subject to ratification (VCLT art. 14)
	Ratification Mark = "r"    // printed without a letter
	Accession    Mark = "a"    // VCLT art. 15
	Acceptance   Mark = "A"    // VCLT art. 14(2)
	Approval     Mark = "AA"   // VCLT art. 14(2)
	Confirmation Mark = "c"    // formal confirmation, by organisations
	Succession   Mark = "d"    // Vienna Convention on Succession in respect of Treaties, art. 17-22
	Definitive   Mark = "s"    // definitive signature (VCLT art. 12)
	Consent      Mark = "P"    // participation or consent to be bound
	Provisional  Mark = "n"    // notification, provisional application (VCLT art. 25)
)

var markNames = map[Mark]string{
	Signature: "signature", Ratification: "ratification", Accession: "accession", Acceptance: "acceptance", Approval: "approval",
	Confirmation: "formal confirmation", Succession: "succession", Definitive: "definitive signature", Consent: "consent to be bound",
	Provisional: "notification",
}

// Name gives the English name of the kind of instrument, or the mark itself.
func (m Mark) Name() string {
	if n, ok := markNames[m]; ok {
		return n
	}
	return string(m)
}

// Label gives the name as a message, to be worded in the reader's language.
func (m Mark) Label() chancery.Message {
	return chancery.Say("treaty.mark."+string(m), "%s", m.Name())
}

// Binds reports whether an instrument of this kind expresses consent to be
// bound (VCLT art. 11). Simple signature and provisional application do not.
func (m Mark) Binds() bool {
	return m != Signature && m != Provisional && markNames[m] != ""
}

// ParseMark reads one mark as tables write it; "" is ratification and "r or a"
// is read as ratification, since no rule tells the two apart by it.
func ParseMark(s string) (Mark, bool) {
	switch s = strings.TrimSpace(s); s {
	case "", "r", "R", "r or a":
		return Ratification, true
	case "signature":
		return Signature, true
	}
	m := Mark(s)
	_, ok := markNames[m]
	return m, ok
}

// markWords finds the kinds of instrument that a clause names.
var markWords = []struct {
	mark Mark
	word *regexp.Regexp
}{
	{Ratification, regexp.MustCompile(`(?i)\bratif`)},
	{Accession, regexp.MustCompile(`(?i)\b(acce(ssion|de)|adher)`)},
	{Acceptance, regexp.MustCompile(`(?i)\baccept`)},
	{Approval, regexp.MustCompile(`(?i)\bapprov`)},
	{Confirmation, regexp.MustCompile(`(?i)\bformal(ly)? confirm`)},
	{Succession, regexp.MustCompile(`(?i)\bsuccession`)},
	{Definitive, regexp.MustCompile(`(?i)(definitive signature|signature without reservation)`)},
	{Consent, regexp.MustCompile(`(?i)(consent to be bound|participation)`)},
	{Provisional, regexp.MustCompile(`(?i)notification`)},
}

// clauseMarks gives the kinds of instrument a clause names, or nil where it
// names none ("signatories consenting"), which means every kind that binds.
func clauseMarks(clause string) map[Mark]bool {
	var out map[Mark]bool
	for _, w := range markWords {
		if w.word.MatchString(clause) {
			if out == nil {
				out = map[Mark]bool{}
			}
			out[w.mark] = true
		}
	}
	return out
}

// Counting says whether a table says of an instrument that it counts.
type Counting int

// What a table may say.
const (
	Unsaid     Counting = iota // the rule decides
	Counted                    // the table counts it
	NotCounted                 // the table does not
)

// Deposit is one instrument that expresses consent to be bound.
type Deposit struct {
	By     string
	Date   chancery.Date // of deposit with the depositary; of registration for ILO conventions
	Mark   Mark
	Says   Counting // what the table says; the rule's own words about organisations and accession go first
	Share  float64  // percent of the quantity a share condition speaks of; 0 where not known
	Origin string   // where the row comes from
	Row    int      // in its file, from 1 for the header; 0 where it has none
}
