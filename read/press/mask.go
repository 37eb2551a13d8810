package press

import "strings"

// markup finds what tools of the web leave in a text: tags, comments, entities,
// addresses, the signs of Markdown and of its front matter. The spans are
// sorted and do not overlap; every search ahead is bounded.
func markup(text string) []span {
	var out []span
	for i := 0; i < len(text); {
		if !leftover[text[i]] {
			i++
			continue
		}
		n := 0
		switch text[i] {
		case '<':
			n = tag1(text[i:])
		case ']':
			n = enclosed(text[i:], "](", ')', 500)
		case '!':
			if strings.HasPrefix(text[i:], "![") {
				n = 2
			}
		case 'h':
			n = address(text[i:])
		case '{':
			n = enclosed(text[i:], "{:", '}', 80)
		case '@':
			if from, to := mailbox(text, i); to > from {
				if len(out) == 0 || out[len(out)-1].end <= from {
					out = append(out, span{from, to})
				}
				i = to
				continue
			}
		case '&':
			n = character(text[i:])
		case '*', '#', '-', '=', '_':
			n = sign(text, i)
		}
		if n > 0 {
			out = append(out, span{i, i + n})
		}
		i += max(n, 1)
	}
	return out
}

// leftover are the bytes that what tools leave begins with.
var leftover = func() (out [256]bool) {
	for _, c := range []byte("<]!h{@&*#-=_") {
		out[c] = true
	}
	return out
}()

const maxComment = 4096 // bytes of a comment that is stepped over

// tag1 gives the length of the tag or comment that begins s, 0 for none.
func tag1(s string) int {
	if strings.HasPrefix(s, "<!--") {
		if end := strings.Index(s[:min(len(s), maxComment)], "-->"); end > 0 {
			return end + 3
		}
		return 4
	}
	if len(s) < 3 || s[1] != '/' && !letter(s[1]) {
		return 0
	}
	for i := 1; i < len(s) && i < 500; i++ {
		switch s[i] {
		case '>':
			return i + 1
		case '<':
			return 0
		}
	}
	return 0
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// enclosed gives the length of what the opening and the closing sign enclose
// without white space.
func enclosed(s, open string, end byte, most int) int {
	if !strings.HasPrefix(s, open) {
		return 0
	}
	for i := len(open); i < len(s) && i < most; i++ {
		switch s[i] {
		case end:
			return i + 1
		case '\n', ' ':
			return 0
		}
	}
	return 0
}

// address gives the length of the http address that begins s.
func address(s string) int {
	if !strings.HasPrefix(s, "http://") && !strings.HasPrefix(s, "https://") {
		return 0
	}
	if end := strings.IndexAny(s[:min(len(s), 2048)], " \n\t<>\")]"); end > 0 {
		return end
	}
	return min(len(s), 2048)
}

// mailbox gives the bounds of the address or the handle whose sign stands at i:
// "press@agency.gov", "@agency".
func mailbox(text string, i int) (from, to int) {
	part := func(c byte) bool {
		return letter(c) || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_' || c == '+'
	}
	for from = i; from > 0 && i-from < 64 && part(text[from-1]); from-- {
	}
	for to = i + 1; to < len(text) && to-i < 64 && part(text[to]); to++ {
	}
	for to > i+1 && text[to-1] == '.' {
		to--
	}
	if to == i+1 {
		return i, i
	}
	return from, to
}

// character gives the length of a character reference: "&nbsp;".
func character(s string) int {
	for i := 1; i < len(s) && i < 9; i++ {
		if s[i] == ';' && i > 2 {
			return i + 1
		}
		if !letter(s[i]) {
			return 0
		}
	}
	return 0
}

// sign gives the length of "**", of the marks of a heading, or of a line that
// is a rule and nothing else.
func sign(text string, i int) int {
	if strings.HasPrefix(text[i:], "**") {
		return 2
	}
	if i > 0 && text[i-1] != '\n' {
		return 0
	}
	n := 0
	for i+n < len(text) && text[i+n] == text[i] {
		n++
	}
	if text[i] == '#' && n <= 6 || n >= 3 && (i+n == len(text) || text[i+n] == '\n' || text[i+n] == ' ') {
		return n
	}
	return 0
}
