package when

import (
	"strings"
	"unicode/utf8"

	"chancery"
)

// numeric reads a date that begins with the cluster of numbers c.
func (p *scanner) numeric(c cluster) (Found, bool) {
	if c.bad || c.n <= 2 && p.numbered(c.start) {
		return Found{}, false
	}
	a, b := c.part[0], c.part[1]
	dash := b.sep == '-' || b.sep == '–'
	switch c.n {
	case 1:
		if a.digits == 4 {
			return p.yearFirst(c.start, a.value, c.end)
		}
		if a.digits <= 2 {
			if f, ok := p.dayFirst(c.start, a.value, 0, c.end); ok {
				return f, true
			}
			if f, ok := p.quarter(c.start, a.value, 0, c.end); ok {
				return f, true
			}
			return p.distance(c.start, a.value, c.end)
		}
	case 2:
		switch {
		case a.digits <= 2 && b.digits <= 2 && (dash || b.sep == '/'):
			return p.dayFirst(c.start, a.value, b.value, c.end)
		case dash && a.digits == 4 && b.digits == 4 && plausible(a.value) && plausible(b.value) && a.value < b.value:
			return found(c.start, p.yearWord(c.end), chancery.Date{Year: a.value}, chancery.Date{Year: b.value}), true
		case dash && a.digits == 4 && b.digits == 2 && plausible(a.value):
			// 2024-05 is a month; 2011-12 is the two years unless nothing else can be.
			if b.value == a.value%100+1 {
				return found(c.start, c.end, chancery.Date{Year: a.value}, chancery.Date{Year: a.value + 1}), true
			}
			return p.checked(found(c.start, c.end, chancery.Date{Year: a.value, Month: b.value}, chancery.Date{}))
		case b.sep == '.' && a.digits == 2 && b.digits == 4 && plausible(b.value):
			return p.checked(found(c.start, p.yearWord(c.end), chancery.Date{Year: b.value, Month: a.value}, chancery.Date{}))
		}
	case 3:
		return p.triple(c.start, c.part[0], c.part[1], c.part[2])
	case 4: // 27-28.05.2024
		if dash && a.value < b.value {
			f, ok := p.triple(c.start, c.part[1], c.part[2], c.part[3])
			if ok && f.Date.Day == b.value {
				f.EndDate = f.Date
				f.Date.Day = a.value
				return p.checked(f)
			}
		}
	case 6: // 27.05.2024-03.06.2024
		if s := c.part[3].sep; s == '-' || s == '–' {
			f, ok := p.triple(c.start, c.part[0], c.part[1], c.part[2])
			g, ok2 := p.triple(c.part[3].start, c.part[3], c.part[4], c.part[5])
			if ok && ok2 && f.Date.Before(g.Date) {
				f.End, f.EndDate, f.Certain = g.End, g.Date, f.Certain && g.Certain
				return f, true
			}
		}
	}
	return Found{}, false
}

// numbered reports "No. 2006-04": the name of a paper.
func (p *scanner) numbered(i int) bool {
	return p.before.is(numbered) && i > p.beforeEnd && i-p.beforeEnd <= 4 && strings.Trim(p.s[p.beforeEnd:i], ".º° ") == ""
}

// triple reads three numbers with one separator as a day.
func (p *scanner) triple(start int, a, b, c part) (Found, bool) {
	if b.sep != c.sep || !strings.ContainsRune("./-–", b.sep) {
		return Found{}, false
	}
	f := found(start, p.yearWord(c.end), chancery.Date{}, chancery.Date{})
	f.Certain = true
	switch {
	case a.digits == 4 && b.digits <= 2 && c.digits <= 2:
		f.Date = chancery.NewDate(a.value, b.value, c.value)
	case c.digits == 4 && a.digits <= 2 && b.digits <= 2:
		f.Date = chancery.NewDate(c.value, b.value, a.value)
		if b.value > 12 {
			f.Date = chancery.NewDate(c.value, a.value, b.value)
		} else if b.sep == '/' && a.value <= 12 && a.value != b.value {
			f.Certain = false
		}
	case b.sep != '-' && b.sep != '–' && a.digits == 2 && b.digits == 2 && c.digits == 2:
		year := 2000 + c.value
		if c.value >= 70 {
			year -= 100
		}
		f.Date, f.Certain = chancery.NewDate(year, b.value, a.value), false
	default:
		return Found{}, false
	}
	if !plausible(f.Date.Year) || f.Date.Day == 0 || f.Date.Month == 0 {
		return Found{}, false
	}
	return p.checked(f)
}

// checked drops a date that the calendar does not have.
func (p *scanner) checked(f Found) (Found, bool) {
	if !f.Date.IsZero() && (!f.Date.Valid() || f.Date.Precision() == chancery.YearPrecision && f.Date.Month != 0) {
		return Found{}, false
	}
	if !f.EndDate.IsZero() && (!f.EndDate.Valid() || f.EndDate.Before(f.Date)) {
		return Found{}, false
	}
	return f, true
}

func plausible(year int) bool { return year >= 1700 && year < 2200 }

// month reads the name of a month at i, with its second word or second name.
func (p *scanner) month(i int) (month, end int, s sense, ok bool) {
	t := p.next(i)
	if t.kind != word || t.sense.month == 0 {
		return 0, 0, sense{}, false
	}
	month, end = int(t.sense.month), t.end
	if month > 12 {
		second := p.next(end)
		switch {
		case second.kind != word || second.sense.ordinal < 1 || second.sense.ordinal > 2:
			return 0, 0, sense{}, false
		case month == tishrin:
			month = 9 + int(second.sense.ordinal)
		default:
			month = [...]int{12, 1}[second.sense.ordinal-1]
		}
		end = second.end
	}
	if t.sense.is(abbr) && end < len(p.s) && p.s[end] == '.' {
		end++
	}
	if end < len(p.s) && p.s[end] == '/' { // أيار/مايو
		if m, e, _, ok := p.month(end + 1); ok && m == month {
			end = e
		}
	}
	return month, end, t.sense, true
}

// year reads a year after a month: "[,] [of] 2024 [года]", "of this year".
func (p *scanner) year(i int) (year, end int, ok bool) {
	t := p.next(i)
	if t.kind == mark && (t.mark == ',' || t.mark == '،') {
		t = p.next(t.end)
	}
	for range 3 {
		if t.kind != word || !t.sense.is(of|yearBefore|article) || t.sense.is(monthLead) && !t.sense.is(of) {
			break
		}
		n := p.next(t.end)
		if t.sense.unit == yearUnit && n.kind == word && n.sense.is(relative) { // من العام الجاري
			return p.relativeYear(n.sense, n.end)
		}
		t = n
	}
	switch {
	case t.kind == number && t.digits == 4 && t.clean && plausible(t.value):
		if n := p.next(t.end); n.kind == word && n.sense.is(counted) {
			return 0, 0, false
		}
		return t.value, p.yearWord(t.end), true
	case t.kind == word && t.sense.is(short) && strings.HasPrefix(p.s[t.end:], "."): // с.г.
		g := p.next(t.end + 1)
		if g.kind == word && p.s[g.start:g.end] == "г" {
			end = g.end
			if strings.HasPrefix(p.s[end:], ".") {
				end++
			}
			return p.relativeYear(sense{}, end)
		}
	case t.kind == word && t.sense.is(sameDay) && t.sense.rel == 0 && p.lang == "en" && len(p.out) > 0: // of that year
		if n := p.next(t.end); n.kind == word && n.sense.unit == yearUnit && p.out[len(p.out)-1].Date.Year != 0 {
			return p.out[len(p.out)-1].Date.Year, n.end, true
		}
	case t.kind == word && t.sense.is(relative): // этого года, this year
		if n := p.next(t.end); n.kind == word && n.sense.unit == yearUnit {
			return p.relativeYear(t.sense, n.end)
		}
	}
	return 0, 0, false
}

func (p *scanner) relativeYear(s sense, end int) (int, int, bool) {
	if p.base.IsZero() {
		return 0, 0, false
	}
	return p.base.Year + int(s.rel), end, true
}

// yearWord gives the end after "года", "г." or "жылы" at i, or i.
func (p *scanner) yearWord(i int) int {
	t := p.next(i)
	if t.kind != word || !t.sense.is(yearAfter) {
		return i
	}
	if t.end-t.start <= 4 && strings.HasPrefix(p.s[t.end:], ".") { // г. гг. ж. жж.
		return t.end + 1
	}
	return t.end
}

// joint reads what joins two ends of a range or two days; list is true of "and".
func (p *scanner) joint(i int) (end int, list, ok bool) {
	t := p.next(i)
	switch {
	case t.kind == mark && (t.mark == '-' || t.mark == '–' || t.mark == '—'):
		return t.end, false, true
	case t.kind == word && t.sense.is(to):
		end = t.end
		if n := p.next(end); n.kind == word && n.sense.is(article|to) {
			end = n.end // "to the 28th", "jusqu'au"
		} else if n.kind == mark && n.mark == '\'' {
			if n = p.next(n.end); n.kind == word && n.sense.is(to) {
				end = n.end
			}
		}
		return end, t.sense.is(and), true
	case t.kind == word && t.sense.is(and):
		return t.end, true, true
	}
	return 0, false, false
}

// day reads a day of the month at i.
func (p *scanner) day(i int) (day, end int, ok bool) {
	t := p.next(i)
	if t.kind == number && t.digits <= 2 && t.clean && t.value >= 1 && t.value <= 31 {
		return t.value, t.end, true
	}
	return 0, 0, false
}

// unquote widens a day in quotation marks, as Russian forms have it («27» мая).
func (p *scanner) unquote(start, end int) (int, int) {
	for _, q := range [...][2]string{{"«", "»"}, {"“", "”"}, {`"`, `"`}} {
		if strings.HasSuffix(p.s[:start], q[0]) && strings.HasPrefix(p.s[end:], q[1]) {
			return start - len(q[0]), end + len(q[1])
		}
	}
	return start, end
}

// skipOf goes over "of", "de", "من" between a day and its month.
func (p *scanner) skipOf(i int) int {
	if t := p.next(i); t.kind == word && t.sense.is(of) {
		return t.end
	}
	return i
}

// dated makes the Found of a month and day, or two, whose year may be missing.
func (p *scanner) dated(start, end, month, first, last, year int, hasYear bool) (Found, bool) {
	f := Found{Start: start, End: end, Certain: hasYear}
	if first < 1 || first > 31 || first > chancery.DaysIn(2024, month) || last > chancery.DaysIn(2024, month) {
		return f, false
	}
	if hasYear {
		f.Date = chancery.NewDate(year, month, first)
	} else {
		f.Date = p.yearless(month, first)
	}
	if last > 0 && !f.Date.IsZero() {
		f.EndDate = chancery.NewDate(f.Date.Year, month, last)
	}
	return p.checked(f)
}

// dayFirst reads "27 [of] May [2024]" and the ranges that begin so; last is
// the second day where it is joined to the first ("27-28 May"), else 0.
func (p *scanner) dayFirst(start, first, last, end int) (Found, bool) {
	if first < 1 || first > 31 || last != 0 && last <= first {
		return Found{}, false
	}
	start, end = p.unquote(start, end)
	month, mend, _, ok := p.month(p.skipOf(end))
	if !ok {
		if last != 0 {
			return Found{}, false
		}
		if f, ok := p.ofMonth(start, first, end); ok {
			return f, true
		}
		return p.twoDays(start, first, end)
	}
	year, yend, hasYear := p.year(mend)
	if hasYear {
		mend = yend
	}
	f, ok := p.dated(start, mend, month, first, last, year, hasYear)
	if !ok || last != 0 {
		return f, ok
	}
	// "27 May [2024] to 3 June 2024"
	if j, list, ok := p.joint(mend); ok && !list {
		if d, dend, ok := p.day(j); ok {
			if m2, m2end, _, ok := p.month(p.skipOf(dend)); ok {
				year2, y2end, has2 := p.year(m2end)
				if has2 {
					m2end = y2end
				}
				g, ok := p.dated(start, m2end, m2, d, 0, year2, has2)
				if ok && !g.Date.IsZero() && !hasYear {
					f, ok = p.dated(start, mend, month, first, 0, g.Date.Year, true)
					if ok && g.Date.Before(f.Date) { // 28 December to 3 January 2025
						f.Date.Year--
					}
				}
				if ok && f.Date.Before(g.Date) {
					f.End, f.EndDate, f.Certain = m2end, g.Date, has2
					return p.checked(f)
				}
			}
		}
	}
	return f, true
}

// ofMonth reads "26th of this month", "3rd of next month".
func (p *scanner) ofMonth(start, day, end int) (Found, bool) {
	n := p.next(p.skipOf(end))
	u := p.next(n.end)
	if p.lang != "en" || n.kind != word || !n.sense.is(relative) || u.kind != word || u.sense.unit != monthUnit || p.skipOf(end) == end {
		return Found{}, false
	}
	f := Found{Start: start, End: u.end, Relative: true}
	if p.base.Month != 0 {
		month := p.base.AddMonths(int(n.sense.rel))
		f.Date, f.Certain = chancery.NewDate(month.Year, month.Month, day), true
	}
	return p.checked(f)
}

// twoDays reads "27 and 28 May 2024", "27 по 28 мая": a range where the second
// follows on the first, two dates else.
func (p *scanner) twoDays(start, first, end int) (Found, bool) {
	j, list, ok := p.joint(end)
	if !ok {
		return Found{}, false
	}
	last, dend, ok := p.day(j)
	if !ok || last <= first {
		return Found{}, false
	}
	month, mend, _, ok := p.month(p.skipOf(dend))
	if !ok {
		return Found{}, false
	}
	year, yend, hasYear := p.year(mend)
	if hasYear {
		mend = yend
	}
	if !list || last == first+1 || p.before.is(from) { // "between 4 and 7 May"
		return p.dated(start, mend, month, first, last, year, hasYear)
	}
	f, ok := p.dated(start, end, month, first, 0, year, hasYear)
	g, ok2 := p.dated(p.next(j).start, mend, month, last, 0, year, hasYear)
	if !ok || !ok2 {
		return Found{}, false
	}
	p.out = append(p.out, f)
	return g, true
}

// yearFirst reads what begins with a four-digit number: "2024 жылғы 27 мамыр",
// a range of years, a year.
func (p *scanner) yearFirst(start, year, end int) (Found, bool) {
	if !plausible(year) {
		return Found{}, false
	}
	after := p.next(end)
	if after.kind == word && after.sense.is(counted) || after.kind == mark && strings.ContainsRune("%€$£٪", after.mark) {
		return Found{}, false
	}
	wend := p.yearWord(end)
	if wend > end && after.sense.is(kazakhYear) {
		if f, ok := p.afterYear(start, year, wend); ok {
			return f, true
		}
	}
	if wend == end && !p.saysYear(start, end, year) {
		return Found{}, false
	}
	f := found(start, wend, chancery.Date{Year: year}, chancery.Date{})
	between := p.before.is(from) && p.adjacent(start)
	if j, list, ok := p.joint(wend); ok && (!list || between) {
		t := p.next(j)
		if t.kind == number && t.digits == 4 && t.clean && t.value > year && plausible(t.value) {
			if n := p.next(t.end); n.kind != word || !n.sense.is(counted) {
				f.End, f.EndDate = p.yearWord(t.end), chancery.Date{Year: t.value}
			}
		}
	} else if wend > end && after.sense.is(kazakhYear) { // 2010 жылдан 2015 жылға дейін
		t := p.next(wend)
		if t.kind == number && t.digits == 4 && t.clean && t.value > year && plausible(t.value) && p.yearWord(t.end) > t.end {
			f.End, f.EndDate = p.yearWord(t.end), chancery.Date{Year: t.value}
		}
	}
	return f, true
}

// afterYear reads the day, month or quarter after a Kazakh year.
func (p *scanner) afterYear(start, year, i int) (Found, bool) {
	t := p.next(i)
	switch {
	case t.kind == word && t.sense.month > 0:
		month, end, _, ok := p.month(i)
		if !ok { // the first word alone of a month of two: كانون
			return Found{}, false
		}
		return p.checked(found(start, p.monthWord(end), chancery.Date{Year: year, Month: month}, chancery.Date{}))
	case t.kind == word && t.sense.ordinal > 0:
		return p.quarter(start, int(t.sense.ordinal), year, t.end)
	case t.kind == number && t.digits <= 2:
		c := p.cluster(t.start)
		if c.bad || c.n > 2 {
			return Found{}, false
		}
		last := 0
		if c.n == 2 {
			last = c.part[1].value
		}
		if month, end, _, ok := p.month(c.end); ok {
			return p.dated(start, p.monthWord(end), month, t.value, last, year, true)
		}
		return p.quarter(start, t.value, year, c.end)
	}
	return Found{}, false
}

// monthWord gives the end after "айы" or "айында" at i, or i.
func (p *scanner) monthWord(i int) int {
	if t := p.next(i); t.kind == word && t.sense.is(monthWord) {
		return t.end
	}
	return i
}

// saysYear reports whether what stands around the number makes it a year.
func (p *scanner) saysYear(start, end, year int) bool {
	if n := p.next(end); year%1000 == 0 && n.kind == word && !n.upper && n.sense == (sense{}) {
		return false // "in 2000 villages"
	}
	if p.adjacent(start) || p.before.is(partOf) && p.beforeEnd == start-1 {
		switch {
		case p.before.is(yearBefore):
			return true
		case p.before.is(yearWeak):
			return year >= 1900 && year%100 != 0
		}
	}
	if before := p.s[max(0, start-16):start]; p.lang == "en" && (strings.HasSuffix(before, "early as ") || strings.HasSuffix(before, "late as ") || strings.HasSuffix(before, "recently as ") || strings.HasSuffix(before, "back as ")) {
		return true
	}
	if n := len(p.out); n > 0 { // "in 2010 and 2012", "2005, 2010"
		last := p.out[n-1]
		if last.Date.Precision() == chancery.YearPrecision && last.End < start && start-last.End <= 8 {
			switch strings.TrimSpace(p.s[last.End:start]) {
			case ",", "and", "et", "y", "и", "و", "және", ", and", "،":
				return true
			}
		}
	}
	// "(1995)" after a word; "1325 (2000)" is a resolution.
	if p.s[start-min(start, 1):start] == "(" && strings.HasPrefix(p.s[end:], ")") {
		before := strings.TrimRight(p.s[:start-1], " \u00a0")
		if before == "" {
			return false
		}
		r, n := utf8.DecodeLastRuneInString(before)
		_, letter := letterAt(before, len(before)-n)
		return letter || strings.ContainsRune("\"'”’»", r)
	}
	return false
}

// quarter reads "quarter 2025" or "half of 2025" after its ordinal n; year is
// 0 where it has not been said before.
func (p *scanner) quarter(start, n, year, end int) (Found, bool) {
	last := n
	if t := p.next(end); t.kind == mark && (t.mark == '-' || t.mark == '–') {
		u := p.next(t.end)
		switch {
		case u.kind == word && u.sense.is(quarter|half): // 2-тоқсан
			end = t.end
		case u.kind == word && u.sense.ordinal > 0:
			last, end = int(u.sense.ordinal), u.end
		case u.kind == number && u.digits == 1:
			last, end = u.value, u.end
		}
	}
	t := p.next(end)
	if t.kind != word || !t.sense.is(quarter|half) {
		return Found{}, false
	}
	return p.part(start, n, last, year, t.end, t.sense)
}

// part makes the range of the quarters or halves n to last.
func (p *scanner) part(start, n, last, year, end int, s sense) (Found, bool) {
	months := 3
	if s.is(half) {
		months = 6
	}
	if n < 1 || last < n || last*months > 12 {
		return Found{}, false
	}
	certain := true
	if year == 0 {
		if y, e, ok := p.year(end); ok {
			year, end = y, e
		} else if s.is(half) {
			return Found{}, false // "first half" is more often of a match
		} else {
			year, certain = p.base.Year, false
		}
	}
	f := Found{Start: start, End: end, Certain: certain, Part: true}
	if year != 0 {
		f.Date = chancery.Date{Year: year, Month: n*months - months + 1}
		f.EndDate = chancery.Date{Year: year, Month: last * months}
	}
	return f, true
}
