package official

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery/read/draft"
)

// block is a paragraph of a paper without a table: its number or letter, its
// words and, for a heading, nothing but words.
type block struct {
	span        // the whole block
	words  int  // where its words begin, after number and letter
	number int  // of a numbered paragraph, 0 for none
	letter byte // of a lettered part, 0 for none
	at     span // bytes of the number or letter
}

// blocks cuts a masked text into paragraphs. A line that opens with a number, a
// letter in brackets or a capital after a finished line begins a block; other
// lines go on with the block before. Two empty lines always end one.
func blocks(m string) []block {
	var out []block
	empty := 0
	for at := 0; at < len(m); {
		end := at + lineEnd(m[at:])
		s, e := trimSpace(m, at, end)
		at = end + 1
		if s >= e {
			empty++
			continue
		}
		b := block{span: span{s, e}, words: s}
		if k, ok := readMarker(m, s); ok && k.minor == 0 && !k.bare && k.end <= e {
			b.number, b.at, b.words = k.major, span{k.start, k.end}, min(k.after, e)
		} else if n, w := dashNumber(m[s:e]); n > 0 {
			b.number, b.at, b.words = n, span{s, s + w - 1}, s+w
			b.words, _ = trimSpace(m, b.words, e)
		}
		if letter, n := letterIn(m[b.words:e]); letter != 0 && b.words+n < e {
			b.letter, b.at = letter, span{b.words, b.words + n}
			b.words, _ = trimSpace(m, b.words+n, e)
		}
		if n := len(out); n > 0 && empty == 0 && b.number == 0 && b.letter == 0 && continues(m, out[n-1].span, b.span) {
			out[n-1].end = e
		} else {
			out = append(out, b)
		}
		empty = 0
	}
	return out
}

// dashNumber reads "12- " before words of another script, as Arabic papers
// number their paragraphs: the number, and how many bytes it takes.
func dashNumber(line string) (n, size int) {
	n, i := number(line, 0)
	if n == 0 || i+2 >= len(line) || line[i] != '-' || !spaceAt(line[i+1]) {
		return 0, 0
	}
	if rest := strings.TrimLeft(line[i+1:], " \t"); rest == "" || rest[0] < 0x80 {
		return 0, 0
	}
	return n, i + 1
}

// continues reports whether the line next goes on with the block before it.
func continues(m string, before, next span) bool {
	last := m[before.end-1]
	if last == '.' || last == ';' || last == ':' || last == '?' {
		return false
	}
	if strings.HasSuffix(m[before.start:before.end], "؛") || strings.HasSuffix(m[before.start:before.end], "؟") {
		return false
	}
	if w := strings.IndexAny(m[next.start:next.end], "/. "); w > 0 && m[next.start+w] == '/' && digit(m[next.start]) && digit(m[next.start+w-1]) {
		return false // "70/8. Shelters for women"
	}
	c, _ := utf8.DecodeRuneInString(m[next.start:])
	if unicode.IsLower(c) || c == '(' || last == ',' || last == '-' || strings.HasSuffix(m[before.start:before.end], "،") {
		return true
	}
	// A capital after a long unfinished line is a name that the line break met.
	line := m[before.start:before.end]
	if i := strings.LastIndexAny(line, "\n\r"); i >= 0 {
		line = line[i+1:]
	}
	return utf8.RuneCountInString(line) > 70
}

// text gives the words of a block.
func (b block) text(m string) string { return unspace(m[b.words:b.end]) }

// heading reports whether a block is a heading: unnumbered, short, without the
// end of a sentence.
func (b block) heading(m string) bool {
	if b.number != 0 || b.letter != 0 || b.end-b.start > 160 {
		return false
	}
	switch m[b.end-1] {
	case '.', ';', ':', ',':
		return false
	}
	c := m[b.start]
	return c >= 'A' && c <= 'Z' || c >= 0x80
}

// addText adds a property whose value is the words from start to end.
func addText(e *draft.Entity, m, property string, start, end int, rule string) bool {
	start, end = trimSpace(m, start, end)
	return start < end && e.Add(property, unmask(m[start:end]), start, end, rule)
}
