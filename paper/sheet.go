package paper

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"chancery"
)

// sheet is the text being written and what is known of its parts. Every
// reader writes through it: what goes in is cleaned, and what comes out is
// valid UTF-8 without NUL with sorted, nested ranges.
type sheet struct {
	text   strings.Builder
	ranges []chancery.Range
	pages  []chancery.Page
	notes  []chancery.Message
	limit  int64
	tables int // tables begun so far
}

func newSheet(limits Limits) *sheet { return &sheet{limit: limits.Text} }

// at gives the offset of the next byte to be written.
func (s *sheet) at() int { return s.text.Len() }

// write adds words. It stops taking any once the limit is passed; finish says so.
func (s *sheet) write(words string) {
	if int64(s.text.Len()) <= s.limit {
		s.text.WriteString(tidy(words))
	}
}

// full says that the limit is passed and further reading is in vain.
func (s *sheet) full() bool { return int64(s.text.Len()) > s.limit }

// mark gives a role to the text from start to the end written so far, without
// line ends after it; empty ranges are dropped.
func (s *sheet) mark(start int, r chancery.Range) {
	r.Start, r.End = start, s.at()
	for text := s.text.String(); r.End > start && text[r.End-1] == '\n' && r.Role != chancery.Hyphen; {
		r.End--
	}
	if r.Start < r.End {
		s.ranges = append(s.ranges, r)
	}
}

// first gives the words of the first range in a role on one line, without the
// footnote marks in it; "" where there is none.
func (s *sheet) first(role chancery.Role) string {
	for _, r := range s.ranges {
		if r.Role != role {
			continue
		}
		text := s.text.String()[r.Start:r.End]
		for _, m := range s.ranges {
			if m.Role == chancery.FootnoteMark && m.Start >= r.Start && m.End == r.End {
				text = text[:m.Start-r.Start]
			}
		}
		return strings.Join(strings.Fields(text), " ")
	}
	return ""
}

// note records trouble met on the way, once.
func (s *sheet) note(key, sentence string, args ...any) {
	m := chancery.Say(key, sentence, args...)
	if !slices.ContainsFunc(s.notes, func(n chancery.Message) bool { return n.Text == m.Text }) {
		s.notes = append(s.notes, m)
	}
}

// newline ends the current line unless the text already stands at its start.
func (s *sheet) newline() {
	if n := s.text.Len(); n > 0 && s.text.String()[n-1] != '\n' {
		s.write("\n")
	}
}

func (s *sheet) finish() (string, chancery.Layout, []chancery.Message, error) {
	if s.full() {
		return "", chancery.Layout{}, nil, invalid("paper.text", "the paper unfolds to more than %d MB of text and is not read; split it", s.limit>>20)
	}
	slices.SortStableFunc(s.ranges, func(a, b chancery.Range) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(rank(a.Role), rank(b.Role)))
	})
	return s.text.String(), chancery.Layout{Pages: s.pages, Ranges: s.ranges}, s.notes, nil
}

// rank puts the outer of two ranges over the same bytes first.
func rank(r chancery.Role) int {
	switch r {
	case chancery.Table:
		return 0
	case chancery.Cell:
		return 1
	case chancery.Header, chancery.Footer, chancery.Footnote:
		return 2
	case chancery.Title, chancery.Heading, chancery.Paragraph, chancery.ListItem, chancery.Dateline:
		return 3
	case chancery.Line:
		return 4
	}
	return 5
}

// clean says that text is valid UTF-8 and has no control character other than
// tab, line feed, form feed and carriage return.
func clean(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f' || c == 0x7F {
			return false
		}
	}
	return utf8.ValidString(text)
}

// visible drops the control characters that clean refuses; the vertical tab,
// which breaks a line in word processors, becomes a line end.
func visible(r rune) rune {
	if r == '\v' {
		return '\n'
	}
	if r < ' ' && r != '\n' && r != '\t' && r != '\r' && r != '\f' || r == 0x7F {
		return -1
	}
	return r
}
