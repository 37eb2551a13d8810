package treaty

import (
	"regexp"
	"strconv"
	"strings"

	"chancery"
)

var months = map[string]int{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12}

const monthName = `(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`

var (
	reISO      = regexp.MustCompile(`\b(\d{4})-(\d{2})-(\d{2})\b`)
	reDayMonth = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)? ` + monthName + `,? (\d{4})\b`)
	reMonthDay = regexp.MustCompile(`(?i)\b` + monthName + ` (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`)
)

// findDate finds the first whole day written in s: "2019-01-01",
// "1 Jan 1989", "January 1, 1989". Dates in figures with strokes are not read:
// 03/05/95 is the third of May or the fifth of March.
func findDate(s string) (chancery.Date, bool) {
	if m := reISO.FindStringSubmatch(s); m != nil {
		return makeDay(m[1], m[2], m[3])
	}
	if m := reDayMonth.FindStringSubmatch(s); m != nil {
		return makeDay(m[3], strconv.Itoa(months[strings.ToLower(m[2])]), m[1])
	}
	if m := reMonthDay.FindStringSubmatch(s); m != nil {
		return makeDay(m[3], strconv.Itoa(months[strings.ToLower(m[1])]), m[2])
	}
	return chancery.Date{}, false
}

func makeDay(y, m, d string) (chancery.Date, bool) {
	year, _ := strconv.Atoi(y)
	month, _ := strconv.Atoi(m)
	day, _ := strconv.Atoi(d)
	out := chancery.NewDate(year, month, day)
	return out, out.Valid() && out.Precision() == chancery.DayPrecision
}

// parseDay reads a cell that is one date: ISO at any precision, or a day in
// words. The empty cell is no date.
func parseDay(s string) (chancery.Date, bool) {
	s = strings.TrimSpace(s)
	if d, err := chancery.ParseDate(s); err == nil {
		return d, !d.IsZero()
	}
	d, ok := findDate(s)
	return d, ok && len(s) < 24
}

// itoa is strconv.Itoa under a shorter name.
func itoa(n int) string { return strconv.Itoa(n) }
