package official

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// split is a word that a line end parts at a hyphen.
type split struct {
	hyphen, rest int    // bytes: of the hyphen, and where the word goes on
	whole        string // the word without its hyphen, in small letters
	compound     string // the word with it
}

// hyphens joins the words that a line end parted at a hyphen, in texts that
// come without a layout. The hyphen goes where the text has the word without
// one elsewhere ("inter-national"), and stays where it has the word with it
// ("follow-up"). A word that stands nowhere else is written as most of the
// others are.
func (m *mask) hyphens() {
	splits := splitWords(m.text)
	if len(splits) == 0 {
		return
	}
	seen := map[string]bool{}
	for _, s := range splits {
		seen[s.whole], seen[s.compound] = false, false
	}
	mark(m.text, seen)
	wholes, compounds := 0, 0
	for _, s := range splits {
		switch {
		case seen[s.whole]:
			wholes++
		case seen[s.compound]:
			compounds++
		}
	}
	for _, s := range splits {
		from := s.hyphen
		if seen[s.compound] && !seen[s.whole] || !seen[s.whole] && wholes <= compounds {
			from++
		}
		m.remove(from, s.rest)
	}
}

// splitWords finds the words parted at a hyphen: letters, the hyphen, a line
// end, and small letters.
func splitWords(text string) []split {
	var out []split
	for at := 0; ; {
		n := strings.IndexByte(text[at:], '-')
		if n < 0 {
			return out
		}
		i := at + n
		at = i + 1
		if i == 0 || !letterAt(text, i-1) {
			continue
		}
		rest := nextLine(text, at)
		if rest == 0 || rest == len(text) || !smallAt(text, rest) {
			continue
		}
		first, last := wordBefore(text, i), rest+wordAfter(text[rest:])
		head, tail := strings.ToLower(text[first:i]), text[rest:last]
		out = append(out, split{i, rest, head + tail, head + "-" + tail})
	}
}

// nextLine steps from byte at over white space with one line end in it; 0
// where something else stands there.
func nextLine(text string, at int) int {
	lines := 0
	for at < len(text) && text[at] <= ' ' && lines < 2 {
		if text[at] == '\n' || text[at] == '\r' && !strings.HasPrefix(text[at+1:], "\n") {
			lines++
		}
		at++
	}
	if lines != 1 {
		return 0
	}
	return at
}

// mark marks those words asked for, in small letters, that a text has.
func mark(text string, asked map[string]bool) {
	found := func(word string) {
		if w := strings.ToLower(word); len(w) < maxWord {
			if _, ok := asked[w]; ok {
				asked[w] = true
			}
		}
	}
	for at := 0; at < len(text); {
		n := wordAfter(text[at:])
		if n == 0 {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
			continue
		}
		end := at + n
		found(text[at:end])
		if end < len(text) && text[end] == '-' {
			end += 1 + wordAfter(text[end+1:])
			found(text[at:end])
		}
		at += n
	}
}

// maxWord bounds the words that are looked up, in bytes.
const maxWord = 60

// wordAfter gives the length of the letters that s begins with, wordBefore
// where the letters before byte i begin.
func wordAfter(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) {
			return i
		}
	}
	return len(s)
}

func wordBefore(text string, i int) int {
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		if !unicode.IsLetter(r) {
			break
		}
		i -= size
	}
	return i
}
