package press

import (
	"unicode/utf8"

	"chancery"
	"chancery/read/when"
)

// calendar knows which year a day without a year is of, where the paper does
// not date itself: that of the same day told in full elsewhere, else the one
// that brings it nearest to the full date that stands nearest in the text.
type calendar struct {
	years map[[2]int]int // by month and day; 0 where the text gives several
	full  []when.Found   // the days and months told with their year, in the order of the text
}

// maxDated bounds the text that the calendar is made from.
const maxDated = 64 << 10

// newCalendar reads the full dates of the text.
func newCalendar(text, lang string) calendar {
	c := calendar{years: map[[2]int]int{}}
	for _, f := range when.Find(text[:min(len(text), maxDated)], lang, chancery.Date{}) {
		if f.Date.Precision() == chancery.MonthPrecision {
			c.full = append(c.full, f)
		}
		if f.Date.Precision() != chancery.DayPrecision {
			continue
		}
		c.full = append(c.full, f)
		md := [2]int{f.Date.Month, f.Date.Day}
		if y, ok := c.years[md]; ok && y != f.Date.Year {
			c.years[md] = 0
		} else if !ok {
			c.years[md] = f.Date.Year
		}
	}
	return c
}

// aheadOfDate bounds the bytes before a date of the words that make it one: "in May".
const aheadOfDate = 8

// complete gives the date of the words [start, end) of a text that name a day or a
// month without a year, or a year by its distance.
func (c calendar) complete(text, lang string, start, end int) (from, to chancery.Date) {
	base := c.nearest(start)
	if base.IsZero() {
		return base, base
	}
	lo := max(0, start-aheadOfDate)
	for lo < start && !utf8.RuneStart(text[lo]) {
		lo++
	}
	for _, f := range when.Find(text[lo:end], lang, base) {
		if lo+f.End <= start {
			continue
		}
		if f.Part || f.Relative && f.Date.Precision() == chancery.YearPrecision { // "in the autumn", "this year"
			return chancery.Date{Year: f.Date.Year}, chancery.Date{}
		}
		if !f.Relative && f.Date.Precision() == chancery.MonthPrecision && lang == "en" { // "in mid-September"
			return f.Date, chancery.Date{}
		}
		if f.Relative || f.Date.Precision() != chancery.DayPrecision {
			continue
		}
		from, to = f.Date, f.EndDate
		if y := c.years[[2]int{from.Month, from.Day}]; y != 0 && y != from.Year {
			if to.Year == from.Year {
				to.Year = y
			}
			from.Year = y
		}
		return from, to
	}
	return chancery.Date{}, chancery.Date{}
}

// lede bounds the first words of a paper, in bytes: a day told there in full is
// the one of what the paper is about.
const lede = 300

// latest gives the last of the days told with their year, or the zero Date.
func (c calendar) latest() chancery.Date {
	var out chancery.Date
	for _, f := range c.full {
		if f.Date.Precision() == chancery.DayPrecision && out.Before(f.Date) {
			out = f.Date
		}
	}
	return out
}

// nearest gives the full date that stands nearest to the byte at. The list is
// in the order of the text, so a binary search finds it.
func (c calendar) nearest(at int) chancery.Date {
	lo, hi := 0, len(c.full)
	for lo < hi {
		if mid := (lo + hi) / 2; c.full[mid].Start < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	switch {
	case len(c.full) == 0:
		return chancery.Date{}
	case c.full[0].Start < lede && c.full[0].Start < at && c.full[0].Date.Precision() == chancery.DayPrecision:
		return c.full[0].Date
	case lo == len(c.full) || lo > 0 && at-c.full[lo-1].End < c.full[lo].Start-at:
		return c.full[lo-1].Date
	}
	return c.full[lo].Date
}
