package official

import (
	"slices"
	"strings"

	"chancery/authority"
	"chancery/read/draft"
)

// Addendum reads the answer that the State under review gives after its
// report: which recommendations it supports and which it notes. The position
// stands in a sentence with a list of numbers ("accepts the following
// recommendations: 140.7, 140.8"), or in a heading above the numbers.
//
// Source: Human Rights Council resolution 16/21, annex, para. 16: positions are
// given in writing before the outcome is adopted.
func Addendum(d *draft.Draft, f *authority.Files) {
	m := masked(d.Edition())
	d.Step(len(m))
	a := addendum{d: d, text: m, tongue: tongueOf(m), known: map[string]*draft.Entity{}}
	a.header(f)
	for at := 0; at < len(m); {
		end := at + lineEnd(m[at:])
		a.line(at, end)
		at = end + 1
	}
}

type addendum struct {
	d         *draft.Draft
	text      string
	tongue    *tongue
	of        report
	symbol    string
	paragraph string // number of the paragraph being read
	heading   string // position that the last heading gives
	headingAt span
	known     map[string]*draft.Entity
}

func (a *addendum) header(f *authority.Files) {
	text := a.d.Text()
	if s, e, ok := symbolIn(text, 0, min(len(text), 3000), "A/HRC/"); ok {
		a.symbol = text[s:e]
	}
	r := uprReader{d: a.d, text: a.text, tongue: a.tongue, resolve: newResolver(f)}
	i, _ := earliest(a.text, r.tongue.reportTitle)
	if i < 0 {
		return
	}
	// The State's name is the line under the title.
	at := i + lineEnd(a.text[i:]) + 1
	for range 3 {
		if at >= len(a.text) {
			return
		}
		end := at + lineEnd(a.text[at:])
		s, e := trimSpan(a.text, at, end)
		if s < e {
			if id, name, ok := r.resolve(unspace(a.text[s:e]), true); ok {
				a.of.state, a.of.at = a.d.Known("State", id), [2]int{s, e}
				a.of.state.Add("name", name, s, e, "state.name")
				return
			}
		}
		at = end + 1
	}
}

// positionIn finds the position that stands last in text[start:end].
func (a *addendum) positionIn(start, end int) (position string, at span) {
	s := strings.ToLower(a.text[start:end])
	if len(s) != end-start {
		return "", span{}
	}
	best := -1
	for _, p := range a.tongue.answers {
		if i := strings.LastIndex(s, p.words); i >= 0 && i > best && !(best >= 0 && at.start <= start+i && start+i+len(p.words) <= at.end) {
			best, position, at = i, p.position, span{start + i, start + i + len(p.words)}
		}
	}
	return position, at
}

// line reads one line of the addendum.
func (a *addendum) line(start, end int) {
	s, e := trimSpace(a.text, start, end)
	if s >= e {
		return
	}
	line := a.text[s:e]
	k, numbered := readMarker(a.text, s)
	numbered = numbered && !k.bare && k.end <= e
	if numbered && k.minor == 0 {
		a.paragraph = decimal(k.major)
	}
	i, _ := earliest(line, a.tongue.recommendation)
	switch {
	case i >= 0 && len(line) < 240 && !hasNumberList(line[i:]):
		if p, at := a.positionIn(s, e); p != "" {
			a.heading, a.headingAt = p, at
		}
	case i >= 0:
		a.sentence(s+i, s, e)
	case numbered && k.minor > 0 && a.heading != "":
		a.say(decimalPair(k.major, k.minor), span{k.start, trimPoint(a.text, k.start, k.end)}, a.heading, a.headingAt)
	}
}

// hasNumberList reports whether numbers of recommendations follow the word.
func hasNumberList(s string) bool {
	for i := 0; i < len(s); i++ {
		if digit(s[i]) {
			return true
		}
	}
	return false
}

// sentence reads the numbers after the word "recommendations" at from; the
// position is the last one stated before each number, in line start to end.
func (a *addendum) sentence(from, start, end int) {
	listing, plain := false, false // numbers may follow; numbers without a point too
	for i := from; i < end; {
		c := a.text[i]
		if !digit(c) {
			if n := prefixed(a.text[i:end], a.tongue.recommendation); n > 0 {
				listing = true
				i += n
				for i < end && letterAt(a.text, i) {
					i++
				}
				plain = true
				continue
			}
			if c >= 'A' {
				j := i
				for j < end && a.text[j] >= 'A' {
					j++
				}
				plain = plain && a.joins(a.text[i:j])
				i = j
				continue
			}
			i++
			continue
		}
		n, j := number(a.text, i)
		minor := 0
		if j+1 < end && a.text[j] == '.' && digit(a.text[j+1]) {
			minor, j = number(a.text, j+1)
		}
		if i > start && (letterAt(a.text, i-1) && a.text[i-1] < 0x80 || a.text[i-1] == '/') || n == 0 || !listing || j < end && a.text[j] == '/' {
			i = max(j, i+1)
			continue
		}
		position, at := a.positionIn(start, i)
		if position == "" {
			position, at = a.heading, a.headingAt
		}
		last, stop := rangeEnd(a.text, j, end)
		if position == "" || minor == 0 && (n > 400 || !plain) {
			if position == "" && minor > 0 {
				a.d.Nearly("addendum.position", i, stop, "no verb and no heading before it gives the position")
			}
			i = stop
			continue
		}
		for k, v := 0, max(minor, 0); k <= 400; k++ {
			value := decimalPair(n, v)
			if minor == 0 {
				value = decimal(n + k)
			}
			a.say(value, span{i, stop}, position, at)
			if v++; last == 0 || minor > 0 && v > last || minor == 0 && n+k+1 > last {
				break
			}
		}
		i = stop
	}
}

// joins reports whether a word may stand between "recommendations" and plain
// numbers, or between two of them.
func (a *addendum) joins(w string) bool {
	return w == "–" || w == "—" || slices.Contains(a.tongue.joins, strings.ToLower(w))
}

// rangeEnd reads "–16" or "-140.16" after a number: the last of a range, and where it ends.
func rangeEnd(text string, i, end int) (last, stop int) {
	j := i
	for j < end && text[j] == ' ' {
		j++
	}
	switch {
	case strings.HasPrefix(text[j:end], "–"), strings.HasPrefix(text[j:end], "—"):
		j += 3
	case j < end && text[j] == '-':
		j++
	case prefixed(text[j:end], rangeWords) > 0:
		j += prefixed(text[j:end], rangeWords)
	default:
		return 0, i
	}
	for j < end && text[j] == ' ' {
		j++
	}
	n, k := number(text, j)
	if k == j || k > end {
		return 0, i
	}
	if k+1 < end && text[k] == '.' && digit(text[k+1]) {
		n, k = number(text, k+1)
	}
	return n, k
}

// rangeWords stand between the first and the last of a range.
var rangeWords = []string{"to ", "à ", "a ", "по ", "إلى "}

func (a *addendum) say(number string, at span, position string, said span) {
	e := a.known[number]
	if e == nil {
		if len(a.known) > 2000 {
			return
		}
		e = a.d.Numbered("Recommendation", number, at.start, at.end)
		a.known[number] = e
	}
	if e.Has("position") {
		return
	}
	e.Add("paragraph", number, at.start, at.end, "addendum.paragraph")
	e.Add("position", position, said.start, said.end, "addendum.position")
	if a.symbol != "" && a.paragraph != "" {
		e.Add("positionSource", a.symbol+" para. "+a.paragraph, at.start, at.end, "addendum.source")
	}
	if a.of.state != nil {
		e.Ref("to", a.of.state, a.of.at[0], a.of.at[1], "addendum.state")
	}
}
