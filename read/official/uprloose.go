package official

import (
	"cmp"
	"slices"
	"strings"
)

// loose collects the recommendations of a list that lost its numbers: lines
// that each end with States in brackets. The numbers follow from the order.
type loose struct {
	r      *uprReader
	of     report
	l      list
	guess  bool        // the paragraph's number follows from the list before
	first  int         // number of its first item
	least  int         // how many items make it a list
	strict bool        // a finished line without States ends it
	items  []looseItem // found so far
	start  int         // where the item being read begins, -1 between two
	done   bool        // the line before ended as a sentence does
	open   bool

	heading bool // the line before may be a heading
}

type looseItem struct {
	span
	number int // in the list; what follows on a line without a capital shares it
	by     []named
}

// around are the lists with numbers before a stretch of text, and after it.
type around struct{ before, after []list }

// unnumbered reads lists that lost every number between from and to: a
// paragraph that speaks of recommendations, then the items.
func (r *uprReader) unnumbered(from, to int, of report, beside around) {
	number, next := 0, 0
	if n := len(beside.before); n > 0 {
		number = beside.before[n-1].number
	}
	if len(beside.after) > 0 {
		next = beside.after[0].number
	}
	x := &loose{r: r, of: of, start: -1}
	for at := from; at < to; {
		end := at + lineEnd(r.text[at:to])
		if line := r.text[at:end]; r.introducesLines(line) {
			x.unless(r.paragraphAt(at, end))
			if x.flush() {
				number = x.l.number
			}
			x.introduce(line, at, number)
		} else {
			x.line(at, end)
		}
		at = end + 1
	}
	x.unless(next)
	x.flush()
}

// unless takes back a paragraph's number that was only inferred where the
// paragraph after it bears that number.
func (x *loose) unless(next int) {
	if x.guess && x.l.number == next {
		x.l.number = 0
	}
}

// paragraphAt gives the number of the paragraph that a line begins, or 0. The
// number may stand on a line of its own before it.
func (r *uprReader) paragraphAt(at, end int) int {
	a, b := trimSpace(r.text, at, end)
	if k, ok := readMarker(r.text, a); ok && k.minor == 0 && !k.bare && k.end < b {
		return k.major
	}
	i, ok := slices.BinarySearchFunc(r.marks, a, func(k marker, a int) int { return cmp.Compare(k.after, a) })
	if ok && r.marks[i].minor == 0 && !r.marks[i].bare {
		return r.marks[i].major
	}
	return 0
}

// paragraphBefore gives the number of the last paragraph before byte at, where
// that stands close by and those before it are in order; 0 for none.
func (r *uprReader) paragraphBefore(at int) int {
	n, _ := slices.BinarySearchFunc(r.marks, at, func(k marker, at int) int { return cmp.Compare(k.start, at) })
	if n < 2 {
		return 0
	}
	last, before := r.marks[n-1], r.marks[n-2]
	if last.minor != 0 || last.bare || before.minor != 0 || before.major != last.major-1 || at-last.start > maxIntro {
		return 0
	}
	return last.major
}

// trailing reads the items at the end of a list that lost their numbers, after
// the last that has one.
func (r *uprReader) trailing(l list, last marker, from int, of report) {
	at := from + lineEnd(r.text[from:l.end])
	x := &loose{r: r, of: of, l: l, first: last.of(l) + 1, least: 1, strict: true, start: -1, open: true}
	for at < l.end && x.open {
		end := at + lineEnd(r.text[at:l.end])
		x.line(at, end)
		at = end + 1
	}
	x.flush()
}

// leading reads the items at the head of a list that lost their numbers, between
// its introduction and the first that has one.
func (r *uprReader) leading(l list, of report) {
	lost := l.items[0].of(l) - 1
	if lost == 0 || l.phrase[1] <= l.head {
		return
	}
	at := l.phrase[1]
	at += lineEnd(r.text[at:l.body])
	x := &loose{r: r, of: of, l: l, first: 1, least: 1, start: -1, open: true, done: true}
	for at < l.body && x.open {
		end := at + lineEnd(r.text[at:l.body])
		x.line(at, end)
		at = end + 1
	}
	if n := len(x.items); n > 0 && x.items[n-1].number <= lost {
		x.flush()
	}
}

// introduce begins the list that a line introduces; number is that of the
// paragraph with the list before.
func (x *loose) introduce(line string, at, number int) {
	st, a, b := x.r.stanceIn(line)
	x.l = list{position: positionOf[st], phrase: [2]int{at + a, at + b}}
	x.first, x.least, x.start, x.open, x.done = 1, minUnnumbered, -1, true, true
	if st != made && strings.HasSuffix(strings.TrimSpace(line), ":") {
		x.least = 1
	}
	x.l.number = x.r.paragraphAt(at, at+len(line))
	if number == 0 {
		number = x.r.paragraphBefore(at)
	}
	if x.guess = x.l.number == 0 && number > 0; x.guess {
		x.l.number = number + 1
	}
}

// line reads a line of the list: it begins an item, goes on with one, or ends
// the list.
func (x *loose) line(at, end int) {
	text := x.r.text
	a, b := trimSpace(text, at, end)
	if !x.open || a >= b {
		return
	}
	if x.ends(a, b) {
		x.flush()
		return
	}
	label := skipLabel(text, a, b)
	before := x.start
	if label > a || x.start < 0 || x.done || x.heading && capitalAt(text, a) {
		x.start = label
	}
	x.found(label, before, b)
	x.done = sentenceEnd(text[a:b])
	x.heading = x.start == label && b-a < maxHeading && capitalAt(text, label)
	if x.start >= 0 && (x.done && x.strict || b-x.start > maxLoose || len(x.items) == 0 && b-a > maxLooseLead) {
		x.flush()
	}
}

// found takes down the items that end on the line from byte a to b; an item
// that began at byte before goes on where its last words are too few alone.
func (x *loose) found(a, before, b int) {
	text := x.r.text
	for begun, labelled := len(x.items), false; x.start >= 0; {
		states, textEnd := x.r.body(x.start, b)
		if states != nil && textEnd-x.start <= minLoose && before >= 0 && x.start == a {
			x.start = before
		}
		if states == nil || textEnd-x.start <= minLoose || !stops(text[textEnd:b]) {
			return
		}
		number := 0
		if n := len(x.items); n > 0 {
			number = x.items[n-1].number
		}
		if len(x.items) == begun || labelled || capitalAt(text, x.start) {
			number++
		}
		x.items = append(x.items, looseItem{span{x.start, textEnd}, number, states})
		next, _ := trimSpace(text, skipStop(text, textEnd, b), b)
		x.start = skipLabel(text, next, b)
		if labelled = x.start > next; x.start >= b {
			x.start = -1
		}
	}
}

// Limits of the items of a list without numbers, in bytes.
const (
	minLoose     = 15   // shorter is no recommendation
	maxLoose     = 1500 // a longer stretch without States is the report going on
	maxLooseLead = 400  // the same before the first item
)

// skipStop steps over what ends an item, but not over the point of ".12".
func skipStop(text string, at, end int) int {
	for at < end && (text[at] == ';' || text[at] == '.' && !(at+1 < end && digit(text[at+1])) || text[at] == ')' || spaceAt(text[at])) {
		at++
	}
	return at
}

// ends reports whether a line is the paragraph after the list.
func (x *loose) ends(a, b int) bool {
	line := x.r.text[a:b]
	if prefixed(line, x.r.tongue.closing) > 0 || prefixed(line, x.r.tongue.annex) > 0 {
		return true
	}
	n := x.r.paragraphAt(a, b)
	return n > 0 && n == x.l.number+1
}

// flush proposes the items of the list, if they make one, and closes it.
func (x *loose) flush() bool {
	items := x.items
	x.items, x.open = nil, false
	if len(items) < max(x.least, 1) {
		return false
	}
	for _, it := range items {
		e := x.r.mention("Recommendation", it.start, it.end)
		if x.l.number > 0 {
			x.r.add(e, "paragraph", decimalPair(x.l.number, x.first+it.number-1), it.start, it.end, "upr.paragraph")
			x.r.add(e, "inferredNumber", "yes", it.start, it.end, "upr.number-inferred")
		}
		x.r.say(e, x.l, it.start, it.end, it.by, x.of)
	}
	return true
}

// introducesLines reports whether a line presents the recommendations of the
// lines after it.
func (r *uprReader) introducesLines(line string) bool {
	if len(line) > maxIntro {
		return false
	}
	line = strings.TrimSpace(line)
	finished := strings.HasSuffix(line, ":") || strings.HasSuffix(line, ".")
	if !finished { // "127. The recommendations listed below enjoy the support of Peru"
		k, ok := readMarker(line, 0)
		finished = ok && k.minor == 0 && !k.bare && strings.IndexByte(line, '(') < 0
	}
	return finished && containsAny(line, r.tongue.below) && r.stance(line) != nothing
}

// minUnnumbered is how many lines make a list that lost its numbers.
const minUnnumbered = 3
