package official

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// splicer finds what a page break put into the middle of a sentence: running
// heads, addresses, page numbers, and footnotes whatever they say. A sentence
// that breaks off in one line goes on with a small letter in another; what
// stands between is no part of it if it looks like a note, like furniture, or
// stands between the halves of other sentences too.
type splicer struct {
	*mask
	tongue  *tongue
	broken  bool // the text is broken into lines
	recent  []span
	doubted []doubt
	seen    map[string]int // lines that stand within sentences, without their figures
}

// doubt is a line that stands within a sentence, and may be furniture.
type doubt struct {
	span
	key string
}

// unspliced gives a masked text with what was spliced into its sentences blank;
// broken says that it is broken into lines.
func unspliced(masked string, t *tongue, broken bool) string {
	s := splicer{mask: &mask{text: masked}, tongue: t, broken: broken, seen: map[string]int{}}
	for at := 0; at < len(masked); {
		end := at + lineEnd(masked[at:])
		if a, b := trimSpace(masked, at, end); a < b {
			if r, _ := utf8.DecodeRuneInString(masked[a:]); len(s.recent) > 0 && (unicode.IsLetter(r) || r == '(') {
				s.resume(len(s.recent), unicode.IsLower(r))
			}
			if len(s.recent) == maxSplice {
				copy(s.recent, s.recent[1:])
				s.recent = s.recent[:maxSplice-1]
			}
			s.recent = append(s.recent, span{a, b})
		}
		at = end + 1
	}
	s.inline()
	for _, d := range s.doubted {
		if s.seen[d.key] >= minRepeated {
			s.blank(d.start, d.end)
		}
	}
	if s.out == nil {
		return masked
	}
	return string(s.out)
}

const (
	maxSplice    = 12 // lines between the halves of a sentence
	minRepeated  = 3  // how often a line stands within sentences to be furniture
	maxFurniture = 120
)

// resume looks at the n lines before one that begins with a letter, the last
// first, for the half of the sentence that went before. A capital may begin a
// sentence of its own; then the half must be more than a heading.
func (s *splicer) resume(n int, small bool) {
	from := n
	for from > 0 {
		if s.furniture(s.line(from - 1)) {
			from--
		} else if note := s.note(from); note >= 0 {
			from = note
		} else {
			break
		}
	}
	switch {
	case from == n && small && !s.broken:
		s.doubt(n)
	case from > 0 && from < n && s.half(s.line(from-1), small):
		for _, l := range s.recent[from:n] {
			s.blank(l.start, l.end)
		}
	}
}

// half reports whether a line may go on with a word that begins with a small
// letter, or with a capital.
func (s *splicer) half(line string, small bool) bool {
	if small {
		return breaksOff(line) || strings.HasSuffix(line, ")")
	}
	return breaksOff(line) && len(line) > maxHeading
}

func (s *splicer) line(i int) string { return s.text[s.recent[i].start:s.recent[i].end] }

// note gives the line, of those before line n, that opens the footnote which
// ends there, or -1. No recommendation without its point is one: that ends in
// brackets or a semicolon.
func (s *splicer) note(n int) int {
	if last := s.line(n - 1); !sentenceEnd(last) || strings.ContainsAny(last[len(last)-1:], ");:") {
		return -1
	}
	for i := n - 1; i > 0; i-- {
		switch l := s.line(i); {
		case noteMark(l):
			return i
		case i < n-1 && sentenceEnd(l), !s.broken:
			return -1
		}
	}
	return -1
}

// noteMark reports whether a line opens with the mark of a footnote: "12 The
// delegation", "* As".
func noteMark(line string) bool {
	n := 0
	for n < len(line) && n < 3 && (digit(line[n]) || line[n] == '*') {
		n++
	}
	rest := strings.TrimLeft(line[n:], " \t\u00a0")
	if n == 0 || len(rest) == len(line)-n && digit(line[n-1]) || rest == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r) || strings.ContainsRune("“\"‘«\ufffd", r)
}

// furniture reports whether a line is a running head, an address or a page number.
func (s *splicer) furniture(line string) bool {
	if len(line) > maxFurniture {
		return false
	}
	if containsAny(line, s.tongue.reportTitle) || strings.HasPrefix(line, "http") || strings.HasPrefix(line, "www.") {
		return true
	}
	figures := false
	for _, w := range strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		switch {
		case allDigits(w) && len(w) <= 3:
			figures = true
		case strings.EqualFold(w, "page") || strings.EqualFold(w, "of") || strings.EqualFold(w, "p"):
		default:
			return false
		}
	}
	return figures
}

// doubt notes the short lines before line n that may be furniture which only
// its standing in many sentences betrays.
func (s *splicer) doubt(n int) {
	for from := n - 1; from > 0 && from >= n-3; from-- {
		l := s.recent[from]
		line := s.line(from)
		if r, _ := utf8.DecodeRuneInString(line); len(line) > maxFurniture || unicode.IsLower(r) || sentenceEnd(line) || itemStart(line) {
			return
		}
		if !breaksOff(s.line(from - 1)) {
			return
		}
		key := strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) {
				return -1
			}
			return r
		}, line)
		s.seen[key]++
		s.doubted = append(s.doubted, doubt{l, key})
	}
}

// breaksOff reports whether a line ends within a sentence.
func breaksOff(line string) bool {
	r, _ := utf8.DecodeLastRuneInString(line)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == ','
}

// inline finds the symbol of a paper and the number of a page, or the job
// number of a printer, in the middle of a line whose line ends were lost.
func (s *splicer) inline() {
	for _, sign := range [...]string{" A/HRC/", " GE."} {
		for at := 0; ; {
			n := strings.Index(s.text[at:], sign)
			if n < 0 {
				break
			}
			start, end := s.furnitureAround(at + n)
			if found := s.text[start:end]; (sign == " GE." || pageNumbered(found)) && pageLine(strings.TrimSpace(found)) && s.amid(start, end) {
				s.blank(start, end)
			}
			at = max(end, at+n+len(sign))
		}
	}
}

// amid reports whether words of one sentence stand before byte start and after
// byte end, a space.
func (s *splicer) amid(start, end int) bool {
	if end+1 >= len(s.text) || !letterAt(s.text, end+1) {
		return false
	}
	before := s.text[:start]
	return breaksOff(before) || smallAt(s.text, end+1) && strings.HasSuffix(before, ")")
}

// furnitureAround gives the words around byte i, a space, that may be furniture.
func (s *splicer) furnitureAround(i int) (start, end int) {
	start, end = i, i
	for end < len(s.text) && s.text[end] == ' ' {
		word := s.text[end+1 : end+1+wordEnd(s.text[end+1:min(len(s.text), end+maxFurniture)])]
		if !pageLine(word) {
			break
		}
		end += 1 + len(word)
	}
	for start > 0 {
		space := strings.LastIndexByte(s.text[max(0, start-maxNumber):start], ' ')
		if space < 0 || !pageLine(s.text[max(0, start-maxNumber)+space+1:start]) {
			break
		}
		start = max(0, start-maxNumber) + space
	}
	return start, end
}

// maxNumber bounds the number of a page and the space before it, in bytes.
const maxNumber = 5

func pageNumbered(s string) bool {
	for _, w := range strings.Fields(s) {
		if allDigits(w) {
			return true
		}
	}
	return false
}
