package official

import (
	"strings"
	"unicode/utf8"
)

// skipLabel steps over what numbers or marks an item at the head of a line:
// "(a) ", "iv. ", "- ", "• ", "1. ", ".1 ", "§ 94.12 ", "8412. ".
// Two may stand one after the other: "94. (a) ".
func skipLabel(text string, a, b int) int {
	for range 2 {
		a += label(text[a:b])
	}
	return a
}

// label gives the length of the number or mark that a line begins with, and of
// the space after it; 0 for none, or where nothing follows.
func label(s string) int {
	if k, ok := readMarker(s, 0); ok && !k.bare {
		return k.after
	}
	n := bullet(s)
	if n == 0 {
		n = numbering(s)
	}
	if rest := strings.TrimLeft(s[n:], " \t\u00a0"); n > 0 && rest != "" {
		return len(s) - len(rest)
	}
	return 0
}

// bullet gives the length of the sign of a list that a line begins with: a
// dash, a bullet, or a letter of a symbol font, which lie in private use.
func bullet(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if (strings.ContainsRune("-–—•·●▪◦*\ufffd", r) || r >= 0xE000 && r <= 0xF8FF) && size < len(s) && spaceAt(s[size]) {
		return size
	}
	return 0
}

// numbering gives the length of the number or letter that a line begins with,
// and of what stands around it.
func numbering(s string) int {
	n := 0
	for _, head := range [...]string{"§ ", "§", "para. ", "paragraph ", "recommendation ", "rec. ", "no. "} {
		if len(s) > len(head) && strings.EqualFold(s[:len(head)], head) && digit(s[len(head)]) {
			n = len(head)
			break
		}
	}
	token := s[n:]
	if i := strings.IndexAny(token, " \t\n"); i >= 0 {
		token = token[:i]
	}
	core := strings.Trim(token, "().:[]")
	digits := strings.ContainsAny(core, "0123456789")
	switch {
	case core == "" || len(token) > maxLabel:
		return 0
	case n > 0, digits && (core != token || strings.ContainsAny(core, ".-,/")) && strings.Trim(core, "0123456789.,-/–·lIO") == "":
	case !digits && strings.HasSuffix(token, ")"), !digits && token == core+".":
		if same := strings.Trim(core, core[:1]) == "" && len(core) < 5 && letterAt(core, 0) && core[0] < utf8.RuneSelf; !same && !romanNumeral(core) {
			return 0
		}
	default:
		return 0
	}
	return n + len(token)
}

// maxLabel bounds the numbers of items, in bytes.
const maxLabel = 12

// romanNumeral reports whether s is written with the letters of small or
// capital Roman numerals.
func romanNumeral(s string) bool {
	return strings.Trim(s, "ivxlc") == "" || strings.Trim(s, "IVXLC") == ""
}
