package official

import "strings"

// marker is a number that may open a paragraph: "94." is {94, 0}, "94.12" is
// {94, 12}. Start and end are the bytes of the number itself, after is where
// the words begin.
type marker struct {
	major, minor      int
	start, end, after int
	bare              bool // typed unlike others, "73 Take", "(94-12)"; good only where it is due
}

// markers finds the numbers of a masked text that stand where a paragraph may
// begin: at the start of a line, or after what closes the paragraph before. It
// looks at each byte once.
func markers(m string) []marker {
	var out []marker
	for i := 0; i < len(m); i++ {
		if !digit(m[i]) {
			continue
		}
		start := i
		k, ok := readMarker(m, start)
		ok = ok && (opens(m, start) || k.minor == 0 && !k.bare && headed(m, start))
		switch {
		case ok && k.minor == 0 && !k.bare:
			k = parted(m, k)
		case !ok && (headsLine(m, start) || opens(m, start)):
			k, ok = odd(m, start)
		}
		for i < len(m) && (digit(m[i]) || m[i] == '.' && i+1 < len(m) && digit(m[i+1])) {
			i++
		}
		if ok {
			out = append(out, k)
			i = k.end - 1
		}
	}
	return out
}

// parted reads "94. 12." as "94.12." where the space stands inside the number.
func parted(m string, k marker) marker {
	if k.after == k.end || k.after > k.end+2 || !digit(m[k.after]) {
		return k
	}
	n, ok := readMarker(m, k.after)
	if !ok || n.bare || n.minor != 0 {
		return k
	}
	return marker{major: k.major, minor: n.major, start: k.start, end: n.end, after: n.after}
}

// odd reads an item's number that is typed unlike others: "94 12.", "94-12",
// "94,12)", "94.12:", "(94.12)".
func odd(m string, start int) (marker, bool) {
	k := marker{start: start, bare: true}
	major, i := number(m, start)
	between := leading(m, i, " .,-/:·•–—−")
	k.major, k.minor, k.end = major, 0, i
	if between == i {
		return k, false
	}
	k.minor, k.end = number(m, between)
	k.after = leading(m, k.end, " \n.:)]-–—")
	if major == 0 || major > 999 || k.minor == 0 || k.minor > 999 || k.after == k.end || k.after == len(m) || !letterAt(m, k.after) && m[k.after] != '(' {
		return k, false
	}
	return k, m[i] != ' ' || between > i+1 || m[k.end] == '.' || m[k.end] == ')'
}

// leading steps from byte i over a few of some characters.
func leading(m string, i int, chars string) int {
	s := m[i:boundaryAt(m, i+maxMarks)]
	return i + len(s) - len(strings.TrimLeft(s, chars))
}

// maxMarks bounds the marks around the parts of a number, in bytes.
const maxMarks = 8

// headsLine reports whether nothing stands on a line before byte i but white
// space or what may head a paragraph's number: "(", "§", "Recommendation".
func headsLine(m string, i int) bool {
	from := max(0, i-maxHead)
	line := strings.LastIndexByte(m[from:i], '\n')
	if line < 0 && from > 0 {
		return false
	}
	switch strings.ToLower(strings.Trim(m[from+line+1:i], " \t.")) {
	case "", "(", "[", "§", "para", "paragraph", "recommendation", "rec", "no", "№":
		return true
	}
	return false
}

// maxHead bounds what may stand before a paragraph's number, in bytes.
const maxHead = 24

// readMarker reads "94.", "94.12" or "94.12." at start, followed by
// white space or, the space lost, by a capital.
func readMarker(m string, start int) (marker, bool) {
	k := marker{start: start}
	i := start
	k.major, i = number(m, i)
	if i == start || k.major == 0 || k.major > 999 || i >= len(m) {
		return k, false
	}
	dotted := m[i] == '.'
	if dotted {
		i++
		if j := i; j < len(m) && digit(m[j]) {
			if k.minor, j = number(m, j); k.minor == 0 || k.minor > 999 {
				return k, false
			}
			i = j
			if i < len(m) && m[i] == '.' && !(i+1 < len(m) && digit(m[i+1])) {
				i++
			}
		}
	}
	k.end, k.bare = i, !dotted
	j := i
	for j < len(m) && (m[j] == ' ' || m[j] == '\t' || m[j] == '\n' || m[j] == '\r' || j+1 < len(m) && m[j] == 0xC2 && m[j+1] == 0xA0) {
		if m[j] == 0xC2 {
			j++
		}
		j++
	}
	k.after = j
	if j >= len(m) || k.bare && (j == i || m[j] < 'A' || m[j] > 'Z' || start > 0 && m[start-1] != '\n' && m[start-1] != '\r') {
		return k, false
	}
	if j == i { // no space: a capital, or an opening quotation mark or bracket
		c := m[j]
		zero := (c == 'O' || c == 'I') && !(j+1 < len(m) && smallAt(m, j+1)) // a digit, misread
		return k, c >= 'A' && c <= 'Z' && !zero || c == '(' || c >= 0x80
	}
	return k, true
}

func number(m string, i int) (int, int) {
	n := 0
	for start := i; i < len(m) && digit(m[i]); i++ {
		if i-start >= 4 {
			return 0, i
		}
		n = n*10 + int(m[i]-'0')
	}
	return n, i
}

// opens reports whether a paragraph may begin at i: at the start of a line, or
// on one line after a mark that closes what stood before.
func opens(m string, i int) bool {
	if i == 0 {
		return true
	}
	if c := m[i-1]; c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != 0xA0 { // the space lost
		return c == ';' || c == ':' || c == ')' || c == '.' && i > 1 && m[i-2] == ')'
	}
	for i--; i >= 0; i-- {
		switch m[i] {
		case '\n', '\r':
			return true
		case ' ', '\t', 0xA0, 0xC2, removed:
		case '.', ';', ':', ')', '?', '!', '*', '"':
			return true
		case ',':
			return i > 0 && m[i-1] == ')'
		default:
			return m[i] >= 0x80 && closingMark(m[:i+1])
		}
	}
	return true
}

// headed reports whether the heading of the recommendations stands right before
// byte i, its line end lost: "II. Conclusions and/or recommendations 94. The".
func headed(m string, i int) bool {
	before := strings.TrimRight(m[max(0, i-maxHead):i], " *")
	for _, word := range [...]string{"ecommendations", "ECOMMENDATIONS", "ecommandations", "ecomendaciones", "екомендации"} {
		if strings.HasSuffix(before, word) {
			return true
		}
	}
	return false
}

func closingMark(s string) bool {
	n := len(s)
	return n >= 3 && (s[n-3:] == "”" || s[n-3:] == "’" || s[n-3:] == "\ufffd")
}
