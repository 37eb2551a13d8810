package treaty

import (
	"sort"

	"chancery"
)

// DifferenceKind says how two tables differ about a participant.
type DifferenceKind string

// The kinds of difference.
const (
	OnlyFirst  DifferenceKind = "only in the first"
	OnlySecond DifferenceKind = "only in the second"
	Differs    DifferenceKind = "differs"
)

// Difference is one difference between two status tables.
type Difference struct {
	Participant string
	Field       string // "participant", "signature", "consent", "kind"
	Kind        DifferenceKind
	First       string // as the first table has it
	Second      string
	FirstRow    int // 0 where it has none
	SecondRow   int
	Text        chancery.Message
}

// Reconciliation is two status tables held against each other. Neither is
// changed.
type Reconciliation struct {
	Agree       int // participants about whom the tables do not differ
	Differences []Difference
}

// Reconcile holds two status tables of one treaty against each other, row by
// row, by resolved participant. A year agrees with a day in it. Only what both
// tables record is compared: a table of parties says nothing of signatures.
func Reconcile(first, second StatusTable) Reconciliation {
	r := reconciling{first: first, second: second}
	a, b := byParticipant(first), byParticipant(second)
	var names []string
	for n := range a {
		names = append(names, n)
	}
	for n := range b {
		if _, ok := a[n]; !ok {
			names = append(names, n)
		}
	}
	sort.Strings(names)
	for _, n := range names {
		x, inFirst := a[n]
		y, inSecond := b[n]
		before := len(r.out.Differences)
		switch {
		case !inSecond && len(x.Acts) > 0:
			r.add(n, "participant", OnlyFirst, describe(x), "", x.Row, 0)
		case !inFirst && len(y.Acts) > 0:
			r.add(n, "participant", OnlySecond, "", describe(y), 0, y.Row)
		case inFirst && inSecond:
			r.compare(x, y)
		}
		if len(r.out.Differences) == before {
			r.out.Agree++
		}
	}
	return r.out
}

func byParticipant(t StatusTable) map[string]StatusRow {
	m := make(map[string]StatusRow, len(t.Rows))
	for _, r := range t.Rows {
		m[r.Participant] = r
	}
	return m
}

// describe words a row for the list of differences.
func describe(r StatusRow) string {
	s := ""
	for _, a := range r.Acts {
		if s != "" {
			s += "; "
		}
		s += describeAct(a)
	}
	return s
}

func describeAct(a Act) string {
	s := string(a.Kind)
	if a.Mark != "" {
		s = a.Mark.Name()
	}
	if !a.When().IsZero() {
		s += " " + a.When().String()
	}
	return s
}

// reconciling carries one run of Reconcile.
type reconciling struct {
	first, second StatusTable
	out           Reconciliation
}

func (r *reconciling) add(participant, field string, kind DifferenceKind, first, second string, firstRow, secondRow int) {
	d := Difference{Participant: participant, Field: field, Kind: kind, First: first, Second: second, FirstRow: firstRow, SecondRow: secondRow}
	switch kind {
	case OnlyFirst:
		d.Text = chancery.Say("treaty.reconcile.first", "%s: %s (row %d) is in the first table only", participant, first, firstRow)
	case OnlySecond:
		d.Text = chancery.Say("treaty.reconcile.second", "%s: %s (row %d) is in the second table only", participant, second, secondRow)
	default:
		d.Text = chancery.Say("treaty.reconcile.differs", "%s, %s: %s (row %d) against %s (row %d)", participant, field, first, firstRow, second, secondRow)
	}
	r.out.Differences = append(r.out.Differences, d)
}

// compare holds one participant's rows against each other.
func (r *reconciling) compare(x, y StatusRow) {
	if r.first.consents && r.second.consents {
		a, inFirst := x.consent()
		b, inSecond := y.consent()
		r.act(x, y, "consent", a, b, inFirst, inSecond)
		if inFirst && inSecond && a.Mark != "" && b.Mark != "" && a.Mark != b.Mark {
			r.add(x.Participant, "kind", Differs, a.Mark.Name(), b.Mark.Name(), x.Row, y.Row)
		}
	}
	if r.first.signs && r.second.signs {
		a, inFirst := x.signature()
		b, inSecond := y.signature()
		r.act(x, y, "signature", a, b, inFirst, inSecond)
	}
}

func (r *reconciling) act(x, y StatusRow, field string, a, b Act, inFirst, inSecond bool) {
	switch {
	case inFirst && !inSecond:
		r.add(x.Participant, field, OnlyFirst, describeAct(a), "", x.Row, y.Row)
	case inSecond && !inFirst:
		r.add(x.Participant, field, OnlySecond, "", describeAct(b), x.Row, y.Row)
	case inFirst && !a.When().Overlaps(b.When()):
		r.add(x.Participant, field, Differs, describeAct(a), describeAct(b), x.Row, y.Row)
	}
}
