package when

import (
	"slices"
	"strings"
	"unicode/utf8"

	"chancery"
)

// worded reads a date that begins with the word t.
func (p *scanner) worded(t token) (Found, bool) {
	s := t.sense
	switch {
	case s.weekday > 0:
		return p.weekday(t)
	case s.month > 0:
		return p.monthFirst(t)
	case s.ordinal > 0:
		return p.ordinalWord(t)
	case s.is(quarter | half):
		if n := p.next(t.end); n.kind == word && n.sense.ordinal > 0 && !n.sense.is(romanOnly) { // الربع الثاني
			return p.part(t.start, int(n.sense.ordinal), int(n.sense.ordinal), 0, n.end, s)
		}
	case s.is(q):
		if d := digitAt(p.s, t.end); d >= 1 && d <= 4 && t.end == t.start+1 { // Q2 2025
			if n := p.number(t.end); n.digits == 1 && n.clean {
				return p.part(t.start, d, d, 0, n.end, sense{flags: quarter})
			}
		}
	case s.is(relDay):
		return p.relativeDay(t)
	case s.is(sameDay):
		return p.sameDay(t)
	case s.is(relYear):
		return p.relativeTo(t.start, t.end, sense{unit: yearUnit}, s)
	case s.is(relative):
		n := p.next(t.end)
		switch {
		case n.kind != word || p.s[t.start:t.end] == "past" && n.sense.weekday == 0 && n.sense.unit != season: // "the past week" is seven days
		case n.sense.unit == season:
			return p.seasonAt(t.start, n, &s)
		case n.sense.unit >= week && n.sense.unit <= yearUnit && !(p.lang == "en" && p.s[n.end-1] == 's'): // "the coming weeks" are no date
			return p.relativeTo(t.start, n.end, n.sense, s)
		case n.sense.is(dayNoun):
			return p.partOfDay(t, n)
		case n.sense.weekday > 0 && !n.sense.is(abbr):
			f := p.nearestDay(t.start, n.end, int(n.sense.weekday), &s)
			return f, true
		}
	case s.unit == season:
		return p.seasonAt(t.start, t, nil)
	case s.unit == cardinal:
		return p.distance(t.start, int(s.rel), t.end)
	case s.unit >= dayUnit && s.unit <= yearUnit && p.lang == "en":
		if strings.HasSuffix(p.s[:t.start], " a ") && p.s[t.end-1] != 's' { // "a year ago"
			return p.distance(t.start-len("a "), 1, t.start)
		}
		return p.endOf(t)
	case s.is(dayNoun) && p.lang == "en":
		return p.dayBefore(t)
	case s.unit != noUnit && p.lang != "en":
		if n := p.next(t.end); n.kind == word && n.sense.is(relative) && !n.sense.is(monthWord) { // la semaine dernière
			return p.relativeTo(t.start, n.end, s, n.sense)
		}
	}
	return Found{}, false
}

// relativeTo resolves "last year", "this month" against the paper's date; a
// week is the month that it lies in.
func (p *scanner) relativeTo(start, end int, u, s sense) (Found, bool) {
	f := Found{Start: start, End: end, Relative: true}
	switch {
	case u.unit == yearUnit && !p.base.IsZero():
		f.Date = chancery.Date{Year: p.base.Year + int(s.rel)}
	case u.unit == monthUnit && p.base.Month != 0:
		f.Date = p.base.AddMonths(int(s.rel))
		f.Date.Day = 0
	case u.unit == week:
		f.Date = p.weekOf(int(s.rel))
	}
	f.Certain = !f.Date.IsZero()
	return p.checked(f)
}

func (p *scanner) relativeDay(t token) (Found, bool) {
	if strings.EqualFold(p.s[t.start:t.end], "накануне") && !p.onEve(t.end) {
		return Found{}, false
	}
	f := Found{Start: t.start, End: t.end, Relative: true}
	rel := int(t.sense.rel)
	if p.adjacent(t.start) || p.beforeEnd == t.start-1 { // the day before yesterday, avant-hier
		switch {
		case rel == -1 && p.before.is(beforeDay):
			rel = -2
		case rel == 1 && p.before.is(afterDay):
			rel = 2
		}
	}
	n := p.next(t.end)
	if p.s[t.start:t.end] == "أمس" && n.kind == word && p.s[n.start:n.end] == "الأول" { // أمس الأول
		rel, f.End = -2, n.end
		n = p.next(n.end)
	}
	if t.sense.is(dayWord) && n.kind == word && n.sense.weekday > 0 { // أمس الجمعة
		f.End = n.end
	}
	if p.base.Day != 0 {
		f.Date, f.Certain = p.base.AddDays(rel), true
	}
	if strings.HasPrefix(p.s[f.End:], "'hui") {
		f.End += len("'hui")
	} else if strings.HasPrefix(p.s[f.End:], "’hui") {
		f.End += len("’hui")
	}
	return f, true
}

// onEve reports whether "накануне" that ends at i is the day before, and not the eve of
// what its next word names: a mark, a preposition or a verb in the past follows.
func (p *scanner) onEve(i int) bool {
	n := p.next(i)
	if n.kind != word && (n.start == n.end || n.kind == mark) {
		return true
	}
	w := strings.Fields(p.s[n.start:min(len(p.s), n.start+maxWord)] + " ")
	if len(w) == 0 {
		return true
	}
	first := strings.TrimRight(w[0], ",.;:")
	for _, past := range [...]string{"л", "ла", "ло", "ли", "лся", "лась", "лось", "лись"} {
		if strings.HasSuffix(first, past) {
			return true
		}
	}
	return slices.Contains([]string{"в", "во", "на", "с", "со", "из", "у", "о", "об", "по", "к", "за", "и", "вечером", "утром", "днем", "днём", "ночью", "он", "она", "они"}, first)
}

// partOfDay reads "this morning", "last night" and "the next day", which is the
// day after the one just told.
func (p *scanner) partOfDay(t, n token) (Found, bool) {
	f := Found{Start: t.start, End: n.end, Relative: true}
	whole := n.sense.is(wholeDay)
	switch rel := int(t.sense.rel); {
	case rel > 0 && len(p.out) > 0 && p.out[len(p.out)-1].Date.Day != 0:
		f.Date, f.Relative = p.out[len(p.out)-1].Last().AddDays(rel), false
	case rel > 0 || whole:
		return Found{}, false
	case p.base.Day != 0:
		f.Date = p.base.AddDays(rel)
	}
	f.Certain = !f.Date.IsZero()
	return f, true
}

// dayBefore reads "the day before" and "the evening before" where no event follows:
// the day before the one just told, else before the paper's own.
func (p *scanner) dayBefore(t token) (Found, bool) {
	n := p.next(t.end)
	if n.kind != word || !n.sense.is(beforeDay) || !strings.HasSuffix(p.s[:t.start], "the ") {
		return Found{}, false
	}
	if after := p.next(n.end); after.kind == word && (after.upper || !after.sense.is(yearBefore|yearWeak|and) && !closing[p.s[after.start:after.end]]) || after.kind == number {
		return Found{}, false
	}
	f := Found{Start: t.start, End: n.end, Relative: true}
	if last := len(p.out) - 1; last >= 0 && p.out[last].Date.Day != 0 && p.out[last].Date.Year == p.base.Year {
		f.Date = p.out[last].Date.AddDays(-1)
	} else if p.base.Day != 0 {
		f.Date = p.base.AddDays(-1)
	}
	f.Certain = !f.Date.IsZero()
	return f, true
}

// closing are words that begin the next phrase after "the day before".
var closing = map[string]bool{"at": true, "with": true, "by": true, "when": true, "that": true, "had": true, "was": true, "were": true, "to": true}

// maxPassed bounds the dates told in passing back to the day that "the same day" is.
const maxPassed = 4

// sameDay reads "that same day": the last day told of the paper's own year,
// else the paper's own. An older day is history, told in passing.
func (p *scanner) sameDay(t token) (Found, bool) {
	n := p.next(t.end)
	if n.kind == word && n.sense.is(sameDay) {
		n = p.next(n.end)
	}
	if n.kind == word && n.sense.unit == yearUnit && len(p.out) > 0 && p.out[len(p.out)-1].Date.Year != 0 { // "in the same year"
		return Found{Start: t.start, End: n.end, Date: chancery.Date{Year: p.out[len(p.out)-1].Date.Year + int(t.sense.rel)}, Certain: true}, true
	}
	if n.kind != word || !n.sense.is(dayNoun) {
		return Found{}, false
	}
	f := Found{Start: t.start, End: n.end, Relative: true}
	if p.base.Day != 0 && t.sense.rel == 0 {
		f.Date, f.Certain = p.base, true
	}
	for i := len(p.out) - 1; i >= max(0, len(p.out)-maxPassed); i-- {
		if d := p.out[i].Date; d.Day != 0 && (p.base.IsZero() || d.Year == p.base.Year) {
			f.Date, f.Certain, f.Relative = d.AddDays(int(t.sense.rel)), true, false
			break
		}
	}
	return f, true
}

// weekday reads "Friday, 31 May 2024" and a weekday alone.
func (p *scanner) weekday(t token) (Found, bool) {
	end := t.end
	if t.sense.is(abbr) && strings.HasPrefix(p.s[end:], ".") {
		end++
	}
	n := p.next(end)
	if n.kind == mark && (n.mark == ',' || n.mark == '،') {
		n = p.next(n.end)
	}
	if n.kind == word && n.sense.is(article) {
		n = p.next(n.end)
	}
	switch {
	case n.kind == number:
		if c := p.cluster(n.start); !c.bad && c.part[0].digits <= 2 {
			if f, ok := p.numeric(c); ok && f.Start == n.start && f.Date.Precision() != chancery.YearPrecision {
				f.Start = t.start
				return f, true
			}
		}
	case n.kind == word && n.sense.month > 0 && !n.sense.is(foreign):
		if f, ok := p.monthFirst(n); ok && f.Date.Precision() != chancery.MonthPrecision {
			f.Start = t.start
			return f, true
		}
	}
	if t.sense.is(abbr) || !p.weekdayAlone(t) {
		return Found{}, false
	}
	s, end := p.which(t)
	f := p.nearestDay(t.start, end, int(t.sense.weekday), s)
	return p.throughDay(f, int(t.sense.weekday)), true
}

// which gives the adjective after a weekday and where it ends: "vendredi dernier",
// "Monday last"; "Monday last week" is another's.
func (p *scanner) which(t token) (*sense, int) {
	n := p.next(t.end)
	if n.kind != word || !n.sense.is(relative) {
		return nil, t.end
	}
	if after := p.next(n.end); p.lang == "en" && (n.sense.rel == 0 || after.kind == word && (after.sense.unit != noUnit || after.upper)) {
		return nil, t.end
	}
	return &n.sense, n.end
}

// throughDay reads the second of two weekdays that bound a stay or follow one
// another: "from Monday to Wednesday", "Monday and Tuesday".
func (p *scanner) throughDay(f Found, weekday int) Found {
	j, list, ok := p.joint(f.End)
	if !ok || p.lang != "en" {
		return f
	}
	n := p.next(j)
	days := (int(n.sense.weekday) - weekday + 7) % 7
	if n.kind != word || n.sense.weekday == 0 || n.sense.is(abbr) || days == 0 || list && days != 1 {
		return f
	}
	if f.End = n.end; !f.Date.IsZero() {
		f.EndDate = f.Date.AddDays(days)
	}
	return f
}

// weekdayAlone reports whether the word means a weekday and not something
// else of the same spelling: Domingo, среда, الأحد.
func (p *scanner) weekdayAlone(t token) bool {
	c := p.s[t.start]
	switch {
	case c >= 0xD8 && c <= 0xDB:
		if s, _ := p.which(t); s != nil || strings.HasSuffix(strings.TrimRight(p.s[:t.start], " "), "،") { // "الثلاثاء الماضي", "، الثلاثاء،"
			return true
		}
		return p.before.is(dayWord) && p.adjacent(t.start)
	case c >= 0xD0 && c <= 0xD4:
		if strings.HasSuffix(p.s[t.start:t.end], "бі") || strings.HasSuffix(p.s[t.start:t.end], "да") || strings.HasSuffix(p.s[t.start:t.end], "де") || strings.HasPrefix(p.s[t.start:t.end], "жұма") {
			return true
		}
		return p.before.is(dayLead) && p.adjacent(t.start)
	case p.lang == "fr":
		return !t.upper || p.opensSentence(t.start)
	case p.lang == "es":
		return !t.upper
	}
	return t.upper
}

// opensSentence reports whether nothing or the end of a sentence stands before a byte.
func (p *scanner) opensSentence(at int) bool {
	before := strings.TrimRight(p.s[max(0, at-4):at], " \t")
	return before == "" || strings.ContainsAny(before[len(before)-1:], ".!?\n")
}

// nearestDay resolves a weekday: the last one up to the paper's date, unless
// the words say another ("next Friday").
func (p *scanner) nearestDay(start, end, weekday int, s *sense) Found {
	f := Found{Start: start, End: end, Relative: true}
	if p.base.Day == 0 {
		return f
	}
	today := (int(p.base.Time().Weekday())+6)%7 + 1
	back := (today - weekday + 7) % 7
	switch {
	case s == nil:
		f.Date = p.base.AddDays(-back)
	case s.rel < 0:
		if back == 0 {
			back = 7
		}
		f.Date = p.base.AddDays(-back)
	case s.rel > 0:
		f.Date = p.base.AddDays(7 - back)
	default:
		f.Date = p.base.AddDays(weekday - today)
	}
	return f
}

// ordinalWord reads "first of May", "second quarter of 2025", "II квартал".
func (p *scanner) ordinalWord(t token) (Found, bool) {
	n, end := int(t.sense.ordinal), t.end
	if t.sense.is(romanOnly) && !isRoman(p.s[t.start:t.end]) {
		return Found{}, false
	}
	if t.sense.is(tens) {
		u := p.next(end)
		if u.kind == mark && u.mark == '-' {
			u = p.next(u.end)
		}
		if u.kind != word || u.sense.ordinal < 1 || u.sense.ordinal > 9 || u.sense.is(romanOnly) {
			return Found{}, false
		}
		n, end = n+int(u.sense.ordinal), u.end
	}
	n, end = p.teens(n, end)
	if f, ok := p.quarter(t.start, n, 0, end); ok {
		return f, true
	}
	if t.sense.is(romanOnly) || p.before.is(half) && p.adjacent(t.start) { // "النصف الأول من نوفمبر"
		return Found{}, false
	}
	month, mend, s, ok := p.month(p.skipOf(end))
	if !ok || s.is(abbr|foreign) {
		return Found{}, false
	}
	year, yend, hasYear := p.year(mend)
	if hasYear {
		mend = yend
	}
	return p.dated(t.start, mend, month, n, 0, year, hasYear)
}

// teens adds what an Arabic ordinal of two words says after the first: "الخامس عشر",
// "الخامس والعشرين".
func (p *scanner) teens(n, end int) (int, int) {
	if n > 9 || n == 0 {
		return n, end
	}
	switch t := p.next(end); p.s[t.start:t.end] {
	case "عشر":
		return n + 10, t.end
	case "والعشرين", "والعشرون":
		return n + 20, t.end
	case "والثلاثين", "والثلاثون":
		return n + 30, t.end
	}
	return n, end
}

// isRoman reports capitals: the pronoun "i" is no number.
func isRoman(w string) bool {
	for _, r := range w {
		if r != 'I' && r != 'V' && r != 'І' {
			return false
		}
	}
	return true
}

// monthFirst reads "May 27, 2024", "May 27 to June 3, 2024", "May 2024",
// "May-June 2024", and a month alone where a word before it says that it is one.
func (p *scanner) monthFirst(t token) (Found, bool) {
	month, end, s, ok := p.month(t.start)
	if !ok || digitAt(p.s, end) >= 0 { // "photos_may2013" is the name of a file
		return Found{}, false
	}
	c := p.s[t.start]
	english := p.lang == "en" || p.lang == ""
	if english && c < utf8.RuneSelf && t.upper && !s.is(foreign) {
		if f, ok := p.monthDay(t.start, month, end); ok {
			return f, true
		}
	}
	if year, yend, ok := p.year(end); ok {
		f := found(t.start, yend, chancery.Date{Year: year, Month: month}, chancery.Date{})
		if j, list, ok := p.joint(yend); ok && !list { // May 2024 - June 2025
			if m2, m2end, _, ok := p.month(j); ok {
				if y2, y2end, ok := p.year(m2end); ok {
					g := f
					g.End, g.EndDate = y2end, chancery.Date{Year: y2, Month: m2}
					if g, ok = p.checked(g); ok {
						return g, true
					}
				}
			}
		}
		return p.checked(f)
	}
	if j, list, ok := p.joint(end); ok && (!list || p.before.is(from)) { // May-June 2024
		if m2, m2end, _, ok := p.month(j); ok && m2 > month {
			if year, yend, ok := p.year(m2end); ok {
				return p.checked(found(t.start, yend, chancery.Date{Year: year, Month: month}, chancery.Date{Year: year, Month: m2}))
			}
		}
	}
	if s.is(abbr | foreign) {
		return Found{}, false
	}
	led := p.before.is(monthLead) && (p.adjacent(t.start) || p.before.is(partOf) && p.beforeEnd == t.start-1) // "mid-May"
	if c < utf8.RuneSelf && english {
		n := p.next(end)
		led = (led || p.before.is(article) && p.adjacent(t.start) && n.kind == word && !n.upper && !n.sense.is(of|and|yearBefore|to)) && t.upper // "the October session"
	}
	if wend := p.monthWord(end); wend > end {
		led, end = true, wend
	}
	if n := p.next(end); !led || n.kind == number && n.digits <= 2 {
		return Found{}, false
	}
	f := Found{Start: t.start, End: end, Date: p.yearless(month, 0)}
	if p.before.is(relative) && !f.Date.IsZero() { // "last May" is before the paper, "next May" after it
		switch d := f.Date; {
		case p.before.rel < 0 && !d.Before(p.base):
			f.Date.Year--
		case p.before.rel > 0 && !d.After(p.base):
			f.Date.Year++
		}
	}
	return f, true
}

// monthDay reads the day after an English month.
func (p *scanner) monthDay(start, month, i int) (Found, bool) {
	first, end, ok := p.day(i)
	if !ok {
		return Found{}, false
	}
	if n := p.next(end); n.kind == word && n.sense.is(counted) || n.kind == mark && n.mark == '%' {
		return Found{}, false
	}
	last := 0
	second, secondMonth := 0, 0
	rangeEnd := end
	if j, list, ok := p.joint(end); ok {
		if d, dend, ok := p.day(j); ok && d > first && (!list || d == first+1 || p.before.is(from)) {
			last, end = d, dend
		} else if m2, m2end, _, ok := p.month(j); ok && !list {
			if d, dend, ok := p.day(m2end); ok {
				second, secondMonth, rangeEnd = d, m2, dend
			}
		}
	}
	year, yend, hasYear := p.year(max(end, rangeEnd))
	if second != 0 {
		if hasYear {
			rangeEnd = yend
		}
		g, ok := p.dated(start, rangeEnd, secondMonth, second, 0, year, hasYear)
		if !ok || g.Date.IsZero() {
			return p.dated(start, end, month, first, 0, 0, false)
		}
		f, ok := p.dated(start, rangeEnd, month, first, 0, g.Date.Year, true)
		if ok && g.Date.Before(f.Date) {
			f.Date.Year--
		}
		f.EndDate, f.Certain = g.Date, hasYear
		return f, ok
	}
	if hasYear {
		end = yend
	}
	return p.dated(start, end, month, first, last, year, hasYear)
}
