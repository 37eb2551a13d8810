package treaty

import (
	"slices"
	"strings"

	"chancery"
)

// TableOf is the table of one treaty under its identity.
type TableOf struct {
	Treaty string
	Table  Table
}

// Comparison is one treaty and two participants in it.
type Comparison struct {
	Treaty string
	A, B   Standing
	Both   bool          // it is in force between them: both are parties
	Since  chancery.Date // of Both
}

// Compare lays two participants side by side over many treaties, in the order
// given; treaties to which neither has any relation are left out.
//
// Source: VCLT art. 2(1)(g) and 34: a treaty binds its parties, not third States.
func Compare(tables []TableOf, a, b string) []Comparison {
	var out []Comparison
	for _, t := range tables {
		c := Comparison{Treaty: t.Treaty, A: t.Table.Row(a), B: t.Table.Row(b)}
		if c.A.Status == None && c.B.Status == None {
			continue
		}
		if c.Both = c.A.Status == Party && c.B.Status == Party; c.Both {
			c.Since = later(c.A.Bound, c.B.Bound)
		}
		out = append(out, c)
	}
	return out
}

// Of gives the standing of one participant in many treaties, in the order
// given; treaties to which it has no relation are left out.
func Of(tables []TableOf, participant string) []Comparison {
	var out []Comparison
	for _, t := range tables {
		if row := t.Table.Row(participant); row.Status != None {
			out = append(out, Comparison{Treaty: t.Treaty, A: row})
		}
	}
	return out
}

// ActsFrom gives the acts whose day lies from one day to another, both
// included, in order of time. Acts known by month or year are among them where
// they can lie within.
func ActsFrom(acts []Act, from, to chancery.Date) []Act {
	var out []Act
	for _, a := range acts {
		if when := a.When(); !when.IsZero() && !when.Before(from) && !when.After(to) {
			out = append(out, a)
		}
	}
	slices.SortFunc(out, func(a, b Act) int { return compareActs(&a, &b) })
	return out
}

// Office is the post of who acts for a State, as far as full powers turn on it.
type Office string

// The offices.
const (
	HeadOfState      Office = "head of State"
	HeadOfGovernment Office = "head of government"
	ForeignMinister  Office = "foreign minister"
	HeadOfMission    Office = "head of mission"
	Accredited       Office = "accredited representative" // to a conference or organisation
	AnyOther         Office = "other"
)

// NeedsFullPowers reports whether an act needs full powers from who does it.
//
// Source: VCLT art. 7(2): heads of State and government and foreign ministers
// need none; heads of mission and accredited representatives need none to adopt
// a text, and for nothing else.
func NeedsFullPowers(office Office, kind ActKind) (bool, Step) {
	switch office {
	case HeadOfState, HeadOfGovernment, ForeignMinister:
		return false, step("VCLT art. 7(2)(a)", "powers.none", "a %s needs no full powers", office)
	case HeadOfMission:
		if kind == Adopted {
			return false, step("VCLT art. 7(2)(b)", "powers.mission", "a head of mission needs none to adopt a text with the State of accreditation")
		}
	case Accredited:
		if kind == Adopted {
			return false, step("VCLT art. 7(2)(c)", "powers.accredited", "an accredited representative needs none to adopt a text of that conference or organ")
		}
	}
	return true, step("VCLT art. 7(1)(a)", "powers.needed", "full powers are needed for this act (%s)", kind)
}

// Received is an instrument or notice in the depositary's hands.
type Received struct {
	Act        Act
	Office     Office        // of who signed or handed it in
	FullPowers bool          // were produced
	Examined   chancery.Date // found in due and proper form
	Notified   chancery.Date // to the parties and those entitled to become parties
	Holder     string        // who has it
}

// CustodyRow is one instrument and what the depositary has yet to do.
type CustodyRow struct {
	Received
	Missing []Step
}

// Custody says what the depositary has yet to do about each instrument on a
// day, and whether it has to say that the number for entry into force is
// reached; informed is the day on which it did.
//
// Source: VCLT art. 77(1)(d)-(g), 78, 80; Charter art. 102.
func Custody(r Rule, received []Received, informed, registered, on chancery.Date, known Known) ([]CustodyRow, []Step) {
	var rows []CustodyRow
	var acts []Act
	for _, x := range received {
		if x.Act.When().After(on) {
			continue
		}
		acts = append(acts, x.Act)
		row := CustodyRow{Received: x}
		if needs, s := NeedsFullPowers(x.Office, x.Act.Kind); needs && !x.FullPowers && x.Act.Kind == Signed {
			row.Missing = append(row.Missing, s)
		}
		if x.Examined.IsZero() || x.Examined.After(on) {
			row.Missing = append(row.Missing, step("VCLT art. 77(1)(d)", "custody.examine", "examine whether it is in due and proper form"))
		}
		if x.Notified.IsZero() || x.Notified.After(on) {
			row.Missing = append(row.Missing, step("VCLT art. 77(1)(e)", "custody.notify", "inform the parties and the States entitled to become parties"))
		}
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b CustodyRow) int { return compareActs(&a.Act, &b.Act) })
	var general []Step
	e := InForce(r, Deposits(acts, chancery.Date{}), known)
	if !e.ThresholdMet.IsZero() && (informed.IsZero() || informed.After(on)) {
		general = append(general, step("VCLT art. 77(1)(f)", "custody.number", "inform the States that the number required was reached on %s, by %s", e.ThresholdMet, strings.Join(e.By, ", ")))
	}
	if e.Settled() && !e.InForce.After(on) && (registered.IsZero() || registered.After(on)) {
		general = append(general, step("VCLT art. 80(1); Charter art. 102", "custody.register", "register the treaty with the Secretariat; it has been in force since %s", e.InForce))
	}
	return rows, general
}
