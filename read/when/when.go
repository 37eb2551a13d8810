// Package when finds dates in running text: in English, Russian, Kazakh,
// Arabic, French and Spanish, as numbers or in words, with the bytes that say
// them and no more precision than they have.
//
// [Find] walks the text once. Only a number or a word of the lexicon can begin
// a date, and each beginning looks at a few tokens ahead, so the work is
// linear in the text. A number that is part of something longer (A/HRC/59/15,
// 4/36-W, 2,000, 10:30) is passed over whole. A year alone counts as a date
// where a word says that it is one ("in 2010", "2010 года", "(1995)"), so that
// the 2030 Agenda and resolution 1325 (2000) are none.
//
// Dates that depend on the day of the paper ("yesterday", "on Friday", a day
// and month without a year) are resolved against it where it is known, and
// otherwise reported without a date: the words are there, the day is not
// guessed. A week is given as the month in which it lies, and has no date where
// it lies in two; a season as its year. A quarter is the range of its three
// months, and [Found.Last] gives its last day, which is what a deadline means
// by it.
//
// [Base] finds the paper's own date in its head.
package when

import (
	"unicode"
	"unicode/utf8"

	"chancery"
	"chancery/text"
)

// Found is a date in a text.
type Found struct {
	Start, End int           // bytes, half-open
	Date       chancery.Date // zero where the words do not fix it
	EndDate    chancery.Date // the end of a range ("27-28 May 2024", "2025-2028", a quarter), else zero
	Relative   bool          // counted from the paper's own date: "yesterday", "on Friday", "last week"
	Part       bool          // a quarter, a half or a season of a year
	Certain    bool          // false where year, order of day and month, or week were inferred, or Date is zero
}

// Last gives the last day that the words can mean, which is what "by" and a
// deadline mean: 30 June 2025 for "2nd quarter 2025". The zero Date stays.
func (f Found) Last() chancery.Date {
	if !f.EndDate.IsZero() {
		return f.EndDate.Highest()
	}
	return f.Date.Highest()
}

// Find gives the dates of s in the order they stand. lang is the language of s
// ("" to find it out); the numeric forms, and the words of the other scripts,
// are read in any case. base is the paper's own date, zero where it is unknown.
//
// A numeric date is day first unless that is impossible; where both readings
// are possible and the separator is a slash it is not Certain. A day and month
// without a year gets the year that brings it nearest to base.
func Find(s, lang string, base chancery.Date) []Found {
	if lang == "" {
		lang = text.Language(s)
	}
	p := scanner{s: s, base: base, lexicon: lexiconOf(lang), lang: lang}
	for i := 0; i < len(s); {
		i = p.step(i)
	}
	return p.out
}

// scanner walks one text.
type scanner struct {
	s       string
	lang    string
	base    chancery.Date
	lexicon *dictionary
	out     []Found

	before    sense // what the last word means
	beforeEnd int   // where it ended; 0 at the beginning
}

// step looks at the character at i and gives where to go on.
func (p *scanner) step(i int) int {
	c := p.s[i]
	switch {
	case c < utf8.RuneSelf:
		switch class[c] {
		case isDigit:
			return p.atNumber(i)
		case isLetter:
			return p.atWord(i)
		}
		return i + 1
	case digitAt(p.s, i) >= 0:
		return p.atNumber(i)
	}
	r, n := utf8.DecodeRuneInString(p.s[i:])
	if unicode.IsLetter(r) {
		return p.atWord(i)
	}
	return i + n
}

// atNumber tries what can begin with a number.
func (p *scanner) atNumber(i int) int {
	c := p.cluster(i)
	end := c.end
	if f, ok := p.numeric(c); ok {
		p.out = append(p.out, f)
		end = max(end, f.End)
	}
	p.before, p.beforeEnd = sense{}, end
	return end
}

// atWord tries what can begin with a word.
func (p *scanner) atWord(i int) int {
	t := p.word(i, len(p.s))
	end := t.end
	if t.sense != (sense{}) {
		if f, ok := p.worded(t); ok {
			p.out = append(p.out, f)
			p.before, p.beforeEnd = sense{}, f.End
			return f.End
		}
	}
	p.before, p.beforeEnd = t.sense, end
	return end
}

// adjacent reports whether nothing but blanks stands between the last word and i.
func (p *scanner) adjacent(i int) bool {
	if p.beforeEnd == 0 || p.beforeEnd > i || i-p.beforeEnd > maxBlanks {
		return false
	}
	for _, r := range p.s[p.beforeEnd:i] {
		if !unicode.IsSpace(r) {
			return false
		}
	}
	return true
}

// found makes a Found that is certain where it has a date.
func found(start, end int, date, endDate chancery.Date) Found {
	return Found{Start: start, End: end, Date: date, EndDate: endDate, Certain: !date.IsZero()}
}

// yearless resolves a month and day (0 for none) without a year: the year that
// brings it nearest to the paper's own date.
func (p *scanner) yearless(month, day int) chancery.Date {
	if p.base.IsZero() {
		return chancery.Date{}
	}
	var best chancery.Date
	for year := p.base.Year - 1; year <= p.base.Year+1; year++ {
		d := chancery.NewDate(year, month, day)
		if !d.Valid() {
			continue
		}
		if best.IsZero() || abs(p.base.DaysUntil(d)) < abs(p.base.DaysUntil(best)) {
			best = d
		}
	}
	if p.base.Precision() == chancery.YearPrecision {
		if best = chancery.NewDate(p.base.Year, month, day); !best.Valid() {
			best = chancery.Date{}
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }
