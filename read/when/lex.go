package when

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery/text"
)

const (
	maxBlanks = 12 // white space bytes that may stand inside a date
	maxWord   = 40 // bytes of a word that can be in the lexicon
)

type kind uint8

const (
	nothing kind = iota // the end, or white space that no date goes over
	number
	word
	mark
)

type token struct {
	start, end int
	kind       kind
	value      int // of a number
	digits     int
	clean      bool // a number that is no part of a decimal, a symbol or a word
	sense      sense
	mark       rune
	upper      bool // a word with a capital
}

const (
	isDigit  = 1
	isLetter = 2
)

var class = func() (c [utf8.RuneSelf]uint8) {
	for b := range c {
		switch r := rune(b); {
		case r >= '0' && r <= '9':
			c[b] = isDigit
		case unicode.IsLetter(r):
			c[b] = isLetter
		}
	}
	return c
}()

// digitAt gives the value of the decimal digit at i (0-9, Arabic-Indic or
// Persian), or -1.
func digitAt(s string, i int) int {
	if i >= len(s) {
		return -1
	}
	switch c := s[i]; {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c == 0xD9 && i+1 < len(s) && s[i+1] >= 0xA0 && s[i+1] <= 0xA9:
		return int(s[i+1] - 0xA0)
	case c == 0xDB && i+1 < len(s) && s[i+1] >= 0xB0 && s[i+1] <= 0xB9:
		return int(s[i+1] - 0xB0)
	}
	return -1
}

// digits reads the decimal digits at i; the value stays below 10 million.
func digits(s string, i int) (value, count, end int) {
	for d := digitAt(s, i); d >= 0; d = digitAt(s, i) {
		if count < 7 {
			value = value*10 + d
		}
		count++
		if i++; s[i-1] >= utf8.RuneSelf {
			i++
		}
	}
	return value, count, i
}

// letterAt reports a letter (or a mark on one) at i and its length in bytes.
func letterAt(s string, i int) (int, bool) {
	if i >= len(s) {
		return 0, false
	}
	if c := s[i]; c < utf8.RuneSelf {
		return 1, class[c] == isLetter
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	return n, unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
}

// word reads the word at i, to at most limit, and looks it up.
func (p *scanner) word(i, limit int) token {
	t := token{start: i, end: i, kind: word}
	ascii := true
	for limit = min(limit, len(p.s)); t.end < limit; {
		if c := p.s[t.end]; c < utf8.RuneSelf {
			if class[c] != isLetter {
				break
			}
			t.end++
			continue
		}
		n, ok := letterAt(p.s, t.end)
		if !ok {
			break
		}
		ascii = false
		t.end += n
	}
	t.upper = p.s[i] >= 'A' && p.s[i] <= 'Z'
	if t.end-i > maxWord {
		return t
	}
	w := p.s[i:t.end]
	var buf [maxWord + 8]byte
	low := buf[:0]
	switch {
	case ascii:
		if w == "" || !p.lexicon.mayHold(w) {
			break
		}
		for k := 0; k < len(w); k++ {
			low = append(low, lowered(w[k]))
		}
		t.sense = p.lexicon.lexicon[string(low)]
	case w[0] >= 0xD0 && w[0] <= 0xD4:
		low = appendCyrillic(low, w)
		t.sense = otherScripts[string(low)]
		r, _ := utf8.DecodeRuneInString(w)
		t.upper = unicode.IsUpper(r)
	case w[0] >= 0xD8 && w[0] <= 0xDB:
		t.sense = arabicWord(text.Fold(w))
	default:
		t.sense = p.lexicon.lexicon[text.Fold(w)]
		r, _ := utf8.DecodeRuneInString(w)
		t.upper = unicode.IsUpper(r)
	}
	return t
}

// appendCyrillic appends w in lower case, ё as е.
func appendCyrillic(b []byte, w string) []byte {
	for _, r := range w {
		if r = unicode.ToLower(r); r == 'ё' {
			r = 'е'
		}
		b = utf8.AppendRune(b, r)
	}
	return b
}

// arabicWord looks up a folded Arabic word, also without a one-letter
// preposition or conjunction written with it (و ف ب ل).
func arabicWord(w string) sense {
	if v, ok := otherScripts[w]; ok {
		return v
	}
	if len(w) > 6 && (strings.HasPrefix(w, "و") || strings.HasPrefix(w, "ف") || strings.HasPrefix(w, "ب") || strings.HasPrefix(w, "ل")) {
		if v := otherScripts[w[2:]]; v.month > 0 || v.is(yearBefore) {
			return v
		}
		if v := otherScripts["ا"+w[2:]]; w[:2] == "ل" && v.is(yearBefore) { // للعام
			return v
		}
	}
	return sense{}
}

// next reads the token after i, over blanks and at most one line break.
func (p *scanner) next(i int) token {
	lines, from := 0, i
	for i < len(p.s) {
		r, n := rune(p.s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(p.s[i:])
		}
		if r == '\n' {
			lines++
		}
		if !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) {
			break
		}
		i += n
		if lines > 1 || i-from > maxBlanks {
			return token{start: i, end: i}
		}
	}
	if i >= len(p.s) {
		return token{start: i, end: i}
	}
	if digitAt(p.s, i) >= 0 {
		return p.number(i)
	}
	if _, ok := letterAt(p.s, i); ok {
		return p.word(i, i+maxWord+utf8.UTFMax)
	}
	r, n := utf8.DecodeRuneInString(p.s[i:])
	return token{start: i, end: i + n, kind: mark, mark: r}
}

// number reads the number at i with the ending of an ordinal ("1st", "1er", "1-го").
func (p *scanner) number(i int) token {
	t := token{start: i, kind: number}
	t.value, t.digits, t.end = digits(p.s, i)
	t.end = p.ordinal(t.end)
	t.clean = true
	if _, ok := letterAt(p.s, t.end); ok {
		t.clean = false
	}
	if t.end+1 < len(p.s) && strings.IndexByte("./:", p.s[t.end]) >= 0 && digitAt(p.s, t.end+1) >= 0 {
		t.clean = false
	}
	return t
}

var ordinalEndings = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("st nd rd th er ere re e eme o a го ое ый ой ого й е х-го му м ші шы інші ыншы ға нан нен ден дан тан тен م") {
		m[w] = true
	}
	return m
}()

// ordinal gives the end of the ordinal's ending at i, or i.
func (p *scanner) ordinal(i int) int {
	from := i
	if strings.HasPrefix(p.s[i:], "º") || strings.HasPrefix(p.s[i:], "ª") {
		return i + 2
	}
	if from < len(p.s) && p.s[from] == '-' {
		from++
	}
	end := from
	for end-from <= 12 {
		n, ok := letterAt(p.s, end)
		if !ok {
			break
		}
		end += n
	}
	if end > from && ordinalEndings[strings.ToLower(p.s[from:end])] && (from == i || p.s[from] >= utf8.RuneSelf) {
		return end
	}
	return i
}

// part is a number of a cluster with the separator before it.
type part struct {
	token
	sep rune
}

// cluster is a run of numbers joined by / - . , : without blanks.
type cluster struct {
	part  [6]part
	n     int
	start int
	end   int
	bad   bool // joined to letters or to more numbers than a date has
}

func (p *scanner) cluster(i int) cluster {
	c := cluster{start: i, bad: p.joinedBefore(i)}
	sep := rune(0)
	for {
		var t token
		t.start, t.kind = i, number
		t.value, t.digits, t.end = digits(p.s, i)
		t.end = p.ordinal(t.end)
		if c.n < len(c.part) {
			c.part[c.n] = part{t, sep}
			c.n++
		} else {
			c.bad = true
		}
		i = t.end
		c.end = i
		if _, ok := letterAt(p.s, i); ok {
			if w := p.word(i, i+maxWord+utf8.UTFMax); w.sense.month > 0 && w.upper && !w.sense.is(foreign) {
				return c // "27May"
			}
			if c.n == 3 && p.s[i] == 'T' && digitAt(p.s, i+1) >= 0 {
				c.end = p.rest(i) // the time of an ISO 8601 instant
				return c
			}
			c.bad = true
			c.end = p.rest(i)
			return c
		}
		if i >= len(p.s) {
			return c
		}
		r, n := utf8.DecodeRuneInString(p.s[i:])
		if !strings.ContainsRune("/-–—.,:'’", r) {
			return c
		}
		if digitAt(p.s, i+n) < 0 {
			if _, ok := letterAt(p.s, i+n); ok && (r == '/' || r == '-' || r == '\'') {
				if w := p.word(i+n, i+n+maxWord); w.sense.is(quarter | half) {
					return c // "2-тоқсан"
				}
				c.bad = true
				c.end = p.rest(i)
			}
			return c
		}
		if r == '—' {
			r = '–'
		}
		sep, i = r, i+n
	}
}

// rest gives the end of the run of letters, digits and joints at i.
func (p *scanner) rest(i int) int {
	for i < len(p.s) {
		n, ok := letterAt(p.s, i)
		if !ok && digitAt(p.s, i) < 0 {
			if strings.IndexByte("/-.:+'", p.s[i]) < 0 {
				return i
			}
			if _, ok := letterAt(p.s, i+1); !ok && digitAt(p.s, i+1) < 0 {
				return i
			}
			n = 1
		} else if !ok {
			if n = 1; p.s[i] >= utf8.RuneSelf {
				n = 2
			}
		}
		i += n
	}
	return i
}

// joinedBefore reports that the number at i goes on with what stands before
// it: a symbol, a phone number, a sum of money, a numbered paper.
func (p *scanner) joinedBefore(i int) bool {
	if i == 0 {
		return false
	}
	r, n := utf8.DecodeLastRuneInString(p.s[:i])
	switch {
	case unicode.IsLetter(r), strings.ContainsRune("+#$€£₸₽№§=_\\@&", r):
		return true
	case strings.ContainsRune("/-.:,", r) && i > n:
		q, _ := utf8.DecodeLastRuneInString(p.s[:i-n])
		if r == '-' && p.before.is(partOf) && p.beforeEnd == i-n {
			return false // mid-2025
		}
		return unicode.IsDigit(q) || (r == '/' || r == '-') && (unicode.IsLetter(q) || q == ')')
	case r == ' ' && i > 1:
		q, _ := utf8.DecodeLastRuneInString(p.s[:i-1])
		return q == '№' || q == '§'
	}
	return false
}
