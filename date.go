package chancery

import (
	"fmt"
	"strconv"
	"time"
)

// Date is a day, a month or a year of the proleptic Gregorian calendar, as
// precise as its source: Month 0 is a whole year, Day 0 a whole month. The
// zero Date is no date. Years run from 1 to 9999.
type Date struct{ Year, Month, Day int }

// Precision says how much of a date is known.
type Precision int

// The precisions, coarse to fine.
const (
	NoDate Precision = iota
	YearPrecision
	MonthPrecision
	DayPrecision
)

// NewDate gives the day; it does not check it, [ParseDate] does.
func NewDate(year, month, day int) Date { return Date{year, month, day} }

// ParseDate reads ISO 8601 cut to the precision known: "2024", "2024-05",
// "2024-05-27". Impossible days are errors of kind Invalid; "" is the zero Date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	bad := func() (Date, error) {
		return Date{}, Fail("chancery.ParseDate", Invalid, Say("date.invalid", "%q is not a date; write a day as 2024-05-27, a month as 2024-05, a year as 2024", s))
	}
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return bad()
	}
	num := func(from, to int) (int, bool) {
		for i := from; i < to; i++ {
			if s[i] < '0' || s[i] > '9' {
				return 0, false
			}
		}
		n, err := strconv.Atoi(s[from:to])
		return n, err == nil
	}
	var d Date
	var ok bool
	if d.Year, ok = num(0, 4); !ok || d.Year == 0 {
		return bad()
	}
	if len(s) >= 7 {
		if d.Month, ok = num(5, 7); !ok || s[4] != '-' || d.Month < 1 || d.Month > 12 {
			return bad()
		}
	}
	if len(s) == 10 {
		if d.Day, ok = num(8, 10); !ok || s[7] != '-' || !d.Valid() || d.Day == 0 {
			return bad()
		}
	}
	return d, nil
}

// DateOf gives the day of t in t's own zone.
func DateOf(t time.Time) Date { return Date{t.Year(), int(t.Month()), t.Day()} }

// Valid reports whether the date exists in the calendar. The zero Date is not valid.
func (d Date) Valid() bool {
	if d.Year < 1 || d.Year > 9999 || d.Month < 0 || d.Month > 12 || d.Day < 0 || (d.Month == 0 && d.Day != 0) {
		return false
	}
	return d.Day == 0 || d.Day <= DaysIn(d.Year, d.Month)
}

// DaysIn gives the number of days of a month.
func DaysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Precision says how much of d is known.
func (d Date) Precision() Precision {
	switch {
	case d.Year == 0:
		return NoDate
	case d.Month == 0:
		return YearPrecision
	case d.Day == 0:
		return MonthPrecision
	}
	return DayPrecision
}

// String gives ISO 8601 cut to the precision known; the zero Date gives "".
func (d Date) String() string {
	switch d.Precision() {
	case NoDate:
		return ""
	case YearPrecision:
		return fmt.Sprintf("%04d", d.Year)
	case MonthPrecision:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Lowest gives the first day that d can mean.
func (d Date) Lowest() Date {
	if d.Year != 0 {
		d.Month, d.Day = max(d.Month, 1), max(d.Day, 1)
	}
	return d
}

// Highest gives the last day that d can mean.
func (d Date) Highest() Date {
	if d.Year == 0 {
		return d
	}
	if d.Month == 0 {
		d.Month = 12
	}
	if d.Day == 0 {
		d.Day = DaysIn(d.Year, d.Month)
	}
	return d
}

// Before reports whether d is certainly before e: every day of d before every day of e.
func (d Date) Before(e Date) bool { return d.Highest().order() < e.Lowest().order() }

// After reports whether d is certainly after e.
func (d Date) After(e Date) bool { return e.Before(d) }

// Overlaps reports whether d and e can mean the same day ("2024" and "2024-05-27").
func (d Date) Overlaps(e Date) bool { return !d.Before(e) && !e.Before(d) }

// Compare orders dates for listing: by first day, the coarser first. It is
// a total order; it does not say that one date is certainly before another.
func (d Date) Compare(e Date) int {
	if a, b := d.Lowest().order(), e.Lowest().order(); a != b {
		return sign(a - b)
	}
	return sign(int(d.Precision()) - int(e.Precision()))
}

func (d Date) order() int { return d.Year*512 + d.Month*32 + d.Day }

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

// Time gives midnight UTC of the first day of d.
func (d Date) Time() time.Time {
	l := d.Lowest()
	return time.Date(l.Year, time.Month(l.Month), l.Day, 0, 0, 0, 0, time.UTC)
}

// AddDays gives the day n days after the first day of d; n may be negative.
func (d Date) AddDays(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// AddMonths gives the same day n months later, or the last day of that month
// where it has no such day (31 January + 1 month is 28 or 29 February). A date
// of year or month precision keeps its precision where that is possible.
func (d Date) AddMonths(n int) Date {
	if d.IsZero() {
		return d
	}
	l := d.Lowest()
	m := l.Year*12 + l.Month - 1 + n
	out := Date{m / 12, m%12 + 1, d.Day}
	if out.Day > 0 {
		out.Day = min(out.Day, DaysIn(out.Year, out.Month))
	}
	if d.Month == 0 && n%12 == 0 {
		out.Month = 0
	}
	return out
}

// AddYears gives the same day n years later (29 February becomes 28).
func (d Date) AddYears(n int) Date { return d.AddMonths(12 * n) }

// DaysUntil gives the number of days from the first day of d to that of e.
func (d Date) DaysUntil(e Date) int { return int(e.Time().Sub(d.Time()).Hours() / 24) }

// MarshalText gives the ISO form.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the ISO form.
func (d *Date) UnmarshalText(b []byte) error {
	v, err := ParseDate(string(b))
	if err == nil {
		*d = v
	}
	return err
}
