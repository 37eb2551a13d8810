package official

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// fair is a fair copy of a text: the same words, white space single and each
// paragraph on one line, however the copy at hand was typed. Who looks for
// phrases reads it, and goes back to the text for what is quoted.
type fair struct {
	text string // the copy
	of   string // the text itself
	cuts []cut  // where they part, in order
}

// cut says that byte at of the copy and those after it stand left bytes
// further on in the text.
type cut struct{ at, left int }

// back gives the bytes of the text that stand in the copy from start to end.
func (f *fair) back(start, end int) (int, int) {
	if start >= end {
		at := f.origin(start)
		return at, at
	}
	last := f.origin(end-1) + 1
	for last < len(f.of) && !utf8.RuneStart(f.of[last]) {
		last++
	}
	return f.origin(start), last
}

// origin gives the byte of the text that byte i of the copy comes from.
func (f *fair) origin(i int) int {
	n := sort.Search(len(f.cuts), func(n int) bool { return f.cuts[n].at > i })
	if n == 0 {
		return i
	}
	return i + f.cuts[n-1].left
}

// copier writes a fair copy.
type copier struct {
	fair
	masked string // the text, its furniture blank
	out    strings.Builder
	from   int // byte of the text up to which it is copied
	line   int // where the line being copied begins
	width  int // of a full line, where the text is broken into lines
}

// fairCopy copies a text whose masked form is given: runs of white space, line
// ends of every kind and invisible characters become one space or line end,
// wide brackets and points plain ones, and a line that goes on with the
// sentence of the one before is joined to it; width is that of a full line.
func fairCopy(text, masked string, width int) *fair {
	c := copier{fair: fair{of: text}, masked: masked, width: width}
	c.out.Grow(len(masked))
	for i := 0; i < len(masked); {
		if b := masked[i]; b > ' ' && b < utf8.RuneSelf || b == ' ' && i+1 < len(masked) && masked[i+1] > ' ' && masked[i+1] < utf8.RuneSelf || b >= utf8.RuneSelf && !uncommon(b) {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(masked[i:])
		switch p, ok := plainly(r); {
		case !ok:
			i += size
		case p == ' ' || p == '\n' || p == removed:
			c.copy(i)
			i = c.space(i)
		default:
			c.copy(i)
			c.put(i, p)
			i += size
			c.from = i
		}
	}
	c.copy(len(masked))
	c.text = c.out.String()
	return &c.fair
}

// uncommon reports whether a character that begins with byte b may be written
// more plainly.
func uncommon(b byte) bool {
	return b == 0xC2 || b == 0xCD || b == 0xD8 || b == 0xE2 || b == 0xE3 || b == 0xEF
}

// plainly gives the plain form of a character that has one: a space, a line
// end, nothing, or a mark of ASCII.
func plainly(r rune) (byte, bool) {
	switch {
	case r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == '\u0085' || r == '\u2028' || r == '\u2029':
		return '\n', true
	case r == removed || r >= utf8.RuneSelf && unicode.Is(unicode.Cf, r):
		return removed, true
	case unicode.IsSpace(r):
		return ' ', true
	case r >= '！' && r <= '～':
		return byte(r - '！' + '!'), true
	case r == '\u037e': // the Greek question mark, which looks like a semicolon
		return ';', true
	case r == '\u2010' || r == '\u2011':
		return '-', true
	}
	return 0, false
}

// copy copies what is not copied yet of the text before byte i.
func (c *copier) copy(i int) {
	if c.from < i {
		c.mark(c.from)
		c.out.WriteString(c.masked[c.from:i])
	}
	c.from = i
}

// put writes b in the place of what begins at byte i of the text.
func (c *copier) put(i int, b byte) {
	c.mark(i)
	c.out.WriteByte(b)
}

// mark notes that the next byte of the copy is byte i of the text.
func (c *copier) mark(i int) {
	left, known := i-c.out.Len(), 0
	if n := len(c.cuts); n > 0 {
		known = c.cuts[n-1].left
	}
	if left != known {
		c.cuts = append(c.cuts, cut{c.out.Len(), left})
	}
}

// space copies the white space that begins at byte i; it gives where it ends.
func (c *copier) space(i int) int {
	lines, b, line := 0, byte(removed), i
	j := i
	for j < len(c.masked) {
		r, size := utf8.DecodeRuneInString(c.masked[j:])
		p, ok := plainly(r)
		if !ok || p > ' ' {
			break
		}
		j += size
		switch {
		case r == '\r' && j < len(c.masked) && c.masked[j] == '\n':
		case p == '\n':
			if lines++; lines == 1 {
				line = j - size
			}
			b = '\n'
		case r == '\t' && b != '\n':
			b = '\t'
		case p == ' ' && b == removed:
			b = ' '
		}
	}
	if b == '\n' {
		if c.goesOn(i, line, j, lines) {
			b = ' '
		}
		c.line = j
	}
	if b != removed {
		c.put(i, b)
	}
	c.from = j
	return j
}

// goesOn reports whether the words at byte j go on with the sentence that the
// white space from byte i on parts from them; its first of a number of line
// ends stands at byte end.
func (c *copier) goesOn(i, end, j, lines int) bool {
	if i == 0 || j >= len(c.masked) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(c.masked[:i])
	next, _ := utf8.DecodeRuneInString(c.masked[j:])
	rest := c.masked[j:]
	unfinished := unicode.IsLetter(before) || unicode.IsDigit(before) || before == ',' || before == '-'
	small := unicode.IsLower(next) || next == '('
	switch {
	case labelled(rest):
		return false
	case unfinished && small:
		return true
	case !unfinished && (before != ')' || !small):
		return false
	}
	if _, marks := readMarker(rest, 0); marks {
		return false
	}
	torn := unfinished && unicode.IsLetter(next) && !blankText(c.of[i:j])
	full := c.width > 0 && lines == 1 && end-c.line+1+wordEnd(rest) > c.width
	return torn || full
}

// labelled reports whether s opens with the letter or number of a list:
// "(a) ", "iv) ", "b. ".
func labelled(s string) bool {
	i := 0
	if s[0] == '(' {
		i = 1
	}
	n := i
	for n < len(s) && n < i+4 && (s[n] >= 'a' && s[n] <= 'z' || digit(s[n])) {
		n++
	}
	return n > i && n < len(s) && (s[n] == ')' || s[n] == '.' && n == 1)
}

// wordEnd gives the length of the word that s begins with.
func wordEnd(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] <= ' ' {
			return i
		}
	}
	return len(s)
}

func blankText(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] > ' ' && s[i] < utf8.RuneSelf {
			return false
		}
	}
	return true
}

// lineWidth gives the width, in bytes, of a full line of a text that is broken
// into lines, and 0 where each paragraph is one.
func lineWidth(text string) int {
	var counts [maxWidth + 1]int
	lines, long := 0, 0
	for at := 0; at < len(text); {
		n := lineEnd(text[at:])
		if n > maxWidth {
			long += n
		} else if n > 0 {
			counts[n]++
			lines++
		}
		at += n + 1
	}
	if lines < minLines || long > len(text)/10 {
		return 0
	}
	median := 0
	for n, seen := 0, 0; n <= maxWidth; n++ {
		seen += counts[n]
		if median == 0 && seen > lines/2 {
			median = n
		}
		if seen > lines*9/10 {
			if median < n*3/4 {
				break
			}
			return n
		}
	}
	return 0
}

// Of a text broken into lines: the longest of them, in bytes, and how many
// there are at least.
const (
	maxWidth = 130
	minLines = 40
)
