package when

import (
	"strings"

	"chancery"
)

// counted units of time: "three weeks ago", "two days later", "this week",
// "next spring". What is counted in days is a day, in weeks and months a month,
// in years a year: no more than the words say.

// cardinals are the numbers that are said in words before a unit.
var cardinals = strings.Fields("one two three four five six seven eight nine ten eleven twelve")

// distance reads "three weeks ago" and "two days later" from the number n that
// begins at start and ends at end.
func (p *scanner) distance(start, n, end int) (Found, bool) {
	u := p.next(end)
	if p.lang != "en" || u.kind != word || u.sense.unit < dayUnit || u.sense.unit > yearUnit {
		return Found{}, false
	}
	d := p.next(u.end)
	if d.kind != word || d.sense.unit != apart && d.sense.unit != ago {
		return Found{}, false
	}
	f := Found{Start: start, End: d.end, Relative: true}
	from := p.base
	if d.sense.unit == apart && d.sense.rel > 0 {
		from = chancery.Date{} // nothing is later than a day that is not told
	}
	if d.sense.unit == apart && len(p.out) > 0 { // "earlier" and "later" count from the day just told
		if told := p.out[len(p.out)-1].Date; told.Day != 0 && (p.base.IsZero() || told.Year == p.base.Year) {
			from, f.Relative = told, false
		}
	}
	if n *= int(d.sense.rel); from.Day != 0 {
		f.Date = moved(from, n, u.sense.unit)
	}
	f.Certain = !f.Date.IsZero()
	return p.checked(f)
}

// moved gives the date that lies n units away, as precise as the unit.
func moved(d chancery.Date, n int, u unit) chancery.Date {
	switch u {
	case dayUnit:
		return d.AddDays(n)
	case week:
		d = d.AddDays(7 * n)
	case monthUnit:
		d = d.AddMonths(n)
	case yearUnit:
		return chancery.Date{Year: d.Year + n}
	}
	d.Day = 0
	return d
}

// weekOf gives the month in which a week lies that is rel weeks from the paper's
// own, or the zero Date where it lies in two.
func (p *scanner) weekOf(rel int) chancery.Date {
	if p.base.Day == 0 {
		return chancery.Date{}
	}
	today := (int(p.base.Time().Weekday()) + 6) % 7
	monday := p.base.AddDays(7*rel - today)
	if sunday := monday.AddDays(6); sunday.Month != monday.Month {
		return chancery.Date{}
	}
	monday.Day = 0
	return monday
}

// endOf reads "the end of the year", "earlier in the week" and "year-end" at the
// noun: the year, month or week of the paper.
func (p *scanner) endOf(t token) (Found, bool) {
	if t.sense.unit == dayUnit {
		return p.dayBefore(t)
	}
	f := Found{Start: t.start, End: t.end, Relative: true}
	if strings.HasPrefix(p.s[t.end:], "-end") {
		f.End += len("-end")
	} else if before := p.s[max(0, t.start-24):t.start]; !strings.HasSuffix(before, "end of the ") && !strings.HasSuffix(before, "course of the ") && !strings.HasSuffix(before, "arlier in the ") && !strings.HasSuffix(before, "ater in the ") {
		return Found{}, false
	}
	switch {
	case p.base.IsZero():
	case t.sense.unit == yearUnit:
		f.Date = chancery.Date{Year: p.base.Year}
	case t.sense.unit == monthUnit && p.base.Month != 0:
		f.Date = chancery.Date{Year: p.base.Year, Month: p.base.Month}
	case t.sense.unit == week:
		f.Date = p.weekOf(0)
	}
	f.Certain = !f.Date.IsZero()
	return f, true
}

// seasonAt reads a season, which is told by its year: "next spring", "in the
// autumn", "in summer 2024". s is what "next" or "last" before it means, nil
// without one.
func (p *scanner) seasonAt(start int, t token, s *sense) (Found, bool) {
	f := Found{Start: start, End: t.end, Part: true}
	if y, end, ok := p.year(t.end); ok && s == nil && (!t.upper || p.before.is(monthLead) && p.adjacent(t.start)) {
		f.Date, f.End, f.Certain = chancery.Date{Year: y}, end, true
		return f, true
	}
	if t.upper || s == nil && (!p.seasonLed(t.start) || p.s[t.start:t.end] == "fall") {
		return f, false
	}
	if n := p.next(t.end); n.kind == word && n.sense.is(of) {
		return f, false
	}
	f.Relative = true
	if p.base.IsZero() {
		return f, true
	}
	f.Date.Year = p.base.Year
	switch begins := int(t.sense.rel); {
	case s == nil:
	case s.rel > 0 && p.base.Month >= begins:
		f.Date.Year++
	case s.rel < 0 && p.base.Month < begins+3:
		f.Date.Year--
	}
	return f, true
}

// seasonLed reports "in the", "by the end of" or the like before a season.
func (p *scanner) seasonLed(at int) bool {
	before := strings.TrimSuffix(p.s[max(0, at-16):at], "the ")
	for _, w := range [...]string{"in ", "by ", "during ", "until ", "till ", "before ", "from ", "since ", "end of ", "beginning of ", "over "} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return false
}
