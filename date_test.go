package chancery

import (
	"testing"

	"pgregory.net/rapid"
)

func TestParseDate(t *testing.T) {
	for _, s := range []string{"2024", "2024-05", "2024-05-27", "2024-02-29", "0001", "9999-12-31", ""} {
		d, err := ParseDate(s)
		if err != nil || d.String() != s {
			t.Errorf("ParseDate(%q) = %v, %v", s, d, err)
		}
	}
	for _, s := range []string{"24", "2024-5", "2024-13", "2023-02-29", "2024-00", "2024-05-00", "2024/05/27", "0000", "٢٠٢٤", "2024-05-27T", "-024"} {
		if d, err := ParseDate(s); KindOf(err) != Invalid || err == nil {
			t.Errorf("ParseDate(%q) = %v, %v; want an Invalid error", s, d, err)
		}
	}
}

func TestDateArithmetic(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{NewDate(1981, 8, 4).AddDays(30).String(), "1981-09-03"},   // CEDAW art. 27(1)
		{NewDate(1975, 10, 3).AddMonths(3).String(), "1976-01-03"}, // ICESCR art. 27(1)
		{NewDate(2024, 1, 31).AddMonths(1).String(), "2024-02-29"},
		{NewDate(2024, 2, 29).AddYears(1).String(), "2025-02-28"},
		{NewDate(2024, 3, 31).AddMonths(-1).String(), "2024-02-29"},
		{NewDate(2024, 0, 0).AddYears(4).String(), "2028"},
		{NewDate(2024, 5, 0).AddMonths(8).String(), "2025-01"},
		{NewDate(2024, 0, 0).Highest().String(), "2024-12-31"},
		{NewDate(2024, 2, 0).Highest().String(), "2024-02-29"},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
}

func someDate(t *rapid.T, label string) Date {
	d := Date{rapid.IntRange(1, 9998).Draw(t, label+" year"), 0, 0}
	if rapid.Bool().Draw(t, label+" month known") {
		d.Month = rapid.IntRange(1, 12).Draw(t, label+" month")
		if rapid.Bool().Draw(t, label+" day known") {
			d.Day = rapid.IntRange(1, DaysIn(d.Year, d.Month)).Draw(t, label+" day")
		}
	}
	return d
}

func TestDateProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := someDate(t, "a"), someDate(t, "b")
		if back, err := ParseDate(a.String()); err != nil || back != a {
			t.Fatalf("%v printed and read again is %v, %v", a, back, err)
		}
		n := 0
		for _, holds := range []bool{a.Before(b), a.After(b), a.Overlaps(b)} {
			if holds {
				n++
			}
		}
		if n != 1 {
			t.Fatalf("%v and %v: before, after and overlaps must exclude each other", a, b)
		}
		if a.Compare(b) != -b.Compare(a) || (a.Compare(b) == 0) != (a == b) {
			t.Fatalf("Compare(%v, %v) is no total order", a, b)
		}
		if a.Before(b) && a.Compare(b) >= 0 {
			t.Fatalf("%v is before %v but does not list before it", a, b)
		}
		if got := a.Lowest().DaysUntil(a.Lowest().AddDays(40)); got != 40 {
			t.Fatalf("40 days after %v is %d days away", a, got)
		}
	})
}
