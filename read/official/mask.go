package official

import (
	"strings"

	"chancery"
)

// masked gives a copy of the edition's text, of the same length, in which page
// furniture (headers, footers, footnotes and their marks, page numbers, the
// paper's own symbol between two pages) is blank. Readers look for facts in the
// copy and quote from the text, so that a recommendation that runs over a page
// reads whole while its passage stays exact.
func masked(ed *chancery.Edition) string {
	m := mask{text: ed.Text}
	for _, r := range ed.Layout.Ranges {
		switch r.Role {
		case chancery.Header, chancery.Footer, chancery.Footnote, chancery.FootnoteMark:
			m.blank(r.Start, r.End)
		case chancery.Hyphen:
			m.fill(r.Start, r.End, removed)
		}
	}
	m.lines()
	m.hyphens()
	if m.out == nil {
		return ed.Text
	}
	return string(m.out)
}

// removed stands for a byte that is no part of the words: a hyphen and line
// break inside a word. NUL never stands in an edition.
const removed = 0

// unmask gives the words of a stretch of masked text.
func unmask(s string) string {
	if strings.IndexByte(s, removed) >= 0 {
		s = strings.ReplaceAll(s, "\x00", "")
	}
	return s
}

type mask struct {
	text string
	out  []byte
}

func (m *mask) blank(start, end int) { m.fill(start, end, ' ') }

// fill overwrites all but line ends; out of range and reversed ranges are left alone.
func (m *mask) fill(start, end int, with byte) {
	if start < 0 || end > len(m.text) || start >= end {
		return
	}
	if m.out == nil {
		m.out = []byte(m.text)
	}
	for i := start; i < end; i++ {
		if with == removed || m.text[i] != '\n' && m.text[i] != '\r' {
			m.out[i] = with
		}
	}
}

// remove takes out a stretch within a word, line ends and all.
func (m *mask) remove(start, end int) { m.fill(start, end, removed) }

// lines blanks the furniture of texts that come without a layout.
func (m *mask) lines() {
	text := m.text
	for at := 0; at < len(text); {
		end := at + lineEnd(text[at:])
		line := strings.TrimSpace(text[at:end])
		switch {
		case line == "":
		case pageLine(line):
			m.blank(at, end)
		case footnoteStart(line):
			end = at + footnoteEnd(text[at:])
			m.blank(at, end)
		}
		at = end + 1
	}
}

// lineEnd gives the length of the line that s begins with; old files end lines with CR alone.
func lineEnd(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' || s[i] == '\r' {
			return i
		}
	}
	return len(s)
}

// pageLine reports whether a line is a page number, a symbol of the paper, a
// job number of the printer, or those together.
func pageLine(line string) bool {
	if len(line) > 60 {
		return false
	}
	furniture := false
	for _, w := range strings.Fields(line) {
		switch {
		case strings.HasPrefix(w, "A/HRC/") || strings.HasPrefix(w, "GE.") && len(w) > 3 && digit(w[3]):
			furniture = true
		case strings.EqualFold(w, "page"), allDigits(w) && len(w) <= 3:
			furniture = true
		case w == "|" || w == "(E)":
		case allDigits(w) && len(w) == 6: // the date in a job number: GE.11-14592 (E) 180711
		default:
			return false
		}
	}
	return furniture
}

// footnoteStart reports whether a line opens a footnote: a mark and then one of
// the ways in which the secretariat begins a note to a list of recommendations.
func footnoteStart(line string) bool {
	n := 0
	for n < len(line) && n < 3 && (digit(line[n]) || line[n] == '*') {
		n++
	}
	if n == 0 {
		return false
	}
	rest := strings.TrimLeft(line[n:], " \t\u00a0")
	if n > 0 && digit(line[0]) && len(rest) == len(line)-n { // "27th" is no mark
		return false
	}
	for _, p := range noteOpenings {
		if len(rest) >= len(p) && strings.EqualFold(rest[:len(p)], p) {
			return true
		}
	}
	return false
}

var noteOpenings = []string{
	"the recommendation as", "the recommendations as", "recommendation as", "the recommendation was", "the recommendation originally",
	"the original recommendation", "original recommendation", "as read during", "as read in", "as originally", "the recommendation read",
	"conclusions and recommendations", "the conclusions and recommendations", "the recommendation in its", "recommendation read", "this recommendation",
	"the recommendation, as", "formulation of the recommendation", "see also", "ibid", "see paragraph", "see a/",
	"la recommandation telle que", "texte de la recommandation", "la recommandation lue", "la recomendación, tal", "la recomendación que", "рекомендация, ", "рекомендация в ",
}

// footnoteEnd gives the length of a footnote: to the first line end after a
// sentence's end, to an empty line, or eight lines.
func footnoteEnd(s string) int {
	end := 0
	for range 8 {
		n := lineEnd(s[end:])
		line := strings.TrimSpace(s[end : end+n])
		if end > 0 && (line == "" || itemStart(line) || footnoteStart(line)) {
			return end
		}
		end += n
		if end >= len(s) || sentenceEnd(line) {
			return end
		}
		end++
	}
	return end - 1
}

// itemStart reports whether a line opens with the number of a list item ("127.22").
func itemStart(line string) bool {
	k, ok := readMarker(line, 0)
	return ok && k.minor > 0
}

// sentenceEnd reports whether a line ends as a sentence or a list item does.
func sentenceEnd(line string) bool {
	line = strings.TrimRight(line, " \t\u00a0")
	for strings.HasSuffix(line, "”") || strings.HasSuffix(line, "\"") || strings.HasSuffix(line, "’") {
		line = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(line, "”"), "\""), "’")
		if line == "" {
			return false
		}
	}
	if line == "" {
		return false
	}
	switch line[len(line)-1] {
	case '.', ';', ')', ':':
		return true
	}
	return strings.HasSuffix(line, "\ufffd")
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !digit(s[i]) {
			return false
		}
	}
	return s != ""
}
