package official

import (
	"strings"
	"unicode/utf8"

	"chancery"
)

// named is a State found in a list.
type named struct {
	id         chancery.EntityID
	name       string // as the authority file names it
	start, end int    // bytes into the text
}

// resolver gives the State that a name means; close also accepts a typing
// error where only one State is near.
type resolver func(name string, close bool) (id chancery.EntityID, shown string, ok bool)

// bracket is a pair of brackets with their bytes: open is that of "(", end one
// past ")". A few papers have square or curly ones.
type bracket struct {
	open, end int
	outer     int // one past a "(" that stands open before this pair, 0 for none
	states    []named
	typos     int // names resolved only as typing errors
}

// statesIn reads text[start:end] as nothing but a list of States: "Maldives",
// "Slovenia, United Kingdom and Sweden", "Nigeria on behalf of the African
// Group". It gives nil where anything else stands there. Names are tried as
// written first, so that "Bosnia and Herzegovina" stays whole.
func statesIn(text string, start, end int, resolve resolver, close bool) (list []named, typos int) {
	if end-start > 1500 || end-start < 2 {
		return nil, 0
	}
	if s, e := trimSpan(text, start, end); s < e {
		if id, shown, ok := resolve(unspace(text[s:e]), false); ok { // "Venezuela, Bolivarian Republic of"
			return []named{{id, shown, s, e}}, 0
		}
	}
	failed := 0
	for at := start; at < end; {
		stop := separator(text, at, end)
		found, t := statesBetween(text, at, stop, resolve, close, 0)
		if found == nil && len(unspace(text[at:stop])) > 0 {
			if failed++; failed > 1 || !close {
				return nil, 0
			}
		}
		list, typos = append(list, found...), typos+t
		at = stop + 1
	}
	if failed > 0 && len(list) < 2 {
		return nil, 0
	}
	return list, typos
}

// separator gives the next comma, semicolon or slash outside inner brackets.
func separator(text string, at, end int) int {
	depth := 0
	for ; at < end; at++ {
		switch text[at] {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		case ',', ';', '/':
			if depth <= 0 {
				return at
			}
		}
	}
	return end
}

// statesBetween reads one piece of a list, which may still hold an "and".
func statesBetween(text string, start, end int, resolve resolver, close bool, depth int) ([]named, int) {
	start, end = trimSpan(text, start, end)
	for {
		after := skipWord(text, start, end, beforeStates...)
		if after == start {
			break
		}
		start = after
	}
	if start < end && (digit(text[end-1]) || text[end-1] >= utf8.RuneSelf) {
		end = start + len(strings.TrimRight(text[start:end], "0123456789†‡¹²³")) // the mark of a note
	}
	start, end = trimSpan(text, start, end)
	if start >= end {
		return nil, 0
	}
	name := unspace(text[start:end])
	if id, shown, ok := resolve(name, false); ok {
		return []named{{id, shown, start, end}}, 0
	}
	if i, _ := earliest(text[start:end], onBehalf); i > 0 {
		return statesBetween(text, start, start+i, resolve, close, depth+1)
	}
	if left, right := joined(text, start, end, resolve, close, depth); right != nil {
		return append(left.list, right...), left.typos
	}
	if close && startsUpper(name) {
		if id, shown, ok := resolve(name, true); ok {
			return []named{{id, shown, start, end}}, 1
		}
	}
	return nil, 0
}

// beforeStates may stand before the name of a State: "(as recommended by Peru)".
var beforeStates = []string{
	"and ", "the ", "as ", "recommended by ", "recommendation by ", "recommendation of ", "proposed by ", "by ", "& ",
	"et ", "recommandé par ", "recommandation de ", "y ", "recomendado por ", "recomendación de ", "e ", "и ", "рекомендация ",
}

// onBehalf parts a State from the group for which it speaks.
var onBehalf = []string{" on behalf of ", " au nom d", " en nombre d", " от имени "}

type stateList struct {
	list  []named
	typos int
}

// maxJoined bounds the names that one "and" after the other may join.
const maxJoined = 12

// joined tries each "and" of text[start:end], the last first, as the one that
// joins two names: "Iran (Islamic Republic of) and Bosnia and Herzegovina".
func joined(text string, start, end int, resolve resolver, close bool, depth int) (left stateList, right []named) {
	if depth >= maxJoined {
		return left, nil
	}
	for _, and := range [...]string{" and ", " & ", " et ", "\nand ", " y ", " e ", " и "} {
		for stop := end; ; {
			i := strings.LastIndex(text[start:stop], and)
			if i <= 0 {
				break
			}
			stop = start + i
			a, b := trimSpan(text, stop+len(and), end)
			a = skipWord(text, a, b, "the ")
			id, shown, ok := resolve(unspace(text[a:b]), false)
			if !ok {
				continue
			}
			if list, typos := statesBetween(text, start, stop, resolve, close, depth+1); list != nil {
				return stateList{list, typos}, []named{{id, shown, a, b}}
			}
		}
	}
	return left, nil
}

// trimSpan narrows start and end to leave out white space and stray points.
func trimSpan(text string, start, end int) (int, int) {
	for start < end && (spaceAt(text[start]) || text[start] == '.' || text[start] == '*') {
		start++
	}
	for start < end && (spaceAt(text[end-1]) || text[end-1] == '.' || text[end-1] == '*' && end-start > 1) {
		end--
	}
	return start, end
}

func spaceAt(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == removed }

func skipWord(text string, start, end int, words ...string) int {
	for _, w := range words {
		if end-start > len(w) && strings.EqualFold(text[start:start+len(w)], w) {
			return start + len(w)
		}
	}
	return start
}

// unspace gives a name with single spaces.
func unspace(s string) string {
	s = unmask(s)
	if strings.ContainsAny(s, "\n\t\r") || strings.Contains(s, "  ") || strings.Contains(s, "\u00a0") {
		return strings.Join(strings.Fields(s), " ")
	}
	return strings.TrimSpace(s)
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 'A' && r <= 'Z' || r >= 0x80
}

// brackets gives the outermost bracket pairs of text[start:end]. A bracket left
// open runs to the next semicolon or to the end; one closed without being
// opened is passed over.
func brackets(text string, start, end int) []bracket {
	var out []bracket
	depth, open := 0, 0
	for i := start; i < end; i++ {
		switch text[i] {
		case '(', '[', '{':
			if depth == 0 {
				open = i
			}
			depth++
		case ')', ']', '}':
			if depth > 0 {
				if depth--; depth == 0 {
					out = append(out, bracket{open: open, end: i + 1})
				}
			}
		}
	}
	if depth > 0 { // unclosed: every pair inside is looked for again, then the rest
		inner := brackets(text, open+1, end)
		if len(inner) == 0 {
			stop := open + 1 + strings.IndexAny(text[open+1:end]+";", ";\x01")
			for stop > open+1 && (spaceAt(text[stop-1]) || text[stop-1] == '.') {
				stop--
			}
			return append(out, bracket{open: open, end: stop})
		}
		inner[0].outer = open + 1
		out = append(out, inner...)
	}
	return out
}
