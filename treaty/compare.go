package treaty

import (
	"slices"

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
