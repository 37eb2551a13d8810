package official

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery/authority"
	"chancery/read/draft"
)

// The reader of reports of the Working Group on the Universal Periodic Review.
//
// Such a report ends with its recommendations: a numbered paragraph says what
// the State under review does with those that follow ("enjoy the support of",
// "will be examined by", "would be noted"), and each of them bears the
// paragraph's number and its own ("94.12."), names what is asked, and in
// brackets the States that asked it. Where a copy lost the automatic numbers,
// only "12." is left, or nothing; then the number follows from the order.

// list is one paragraph of a report with the recommendations under it.
type list struct {
	number     int      // of the paragraph, 0 where it was lost
	head, body int      // bytes: where the paragraph's own words begin, where the first item begins
	end        int      // where the next paragraph begins
	items      []marker // numbers of the items
	strays     []stray  // items that a page break moved out of the list
	inferred   bool     // the items do not show the paragraph's number
	position   string
	phrase     [2]int // bytes of the words that give the position
}

// stray is an item that stands outside its list, and where its words end at the latest.
type stray struct {
	marker
	stop int
}

type uprReader struct {
	d       *draft.Draft
	fair    *fair
	text    string // of the fair copy; all bytes below are its own
	tongue  *tongue
	resolve resolver
	marks   []marker
	taken   []bool // of marks: those that open an item
}

// UPR reads reports of the Working Group on the Universal Periodic Review; one
// text may hold several.
//
// Source: Human Rights Council resolutions 5/1 and 16/21 for what a report is
// and for the two answers, supported and noted.
func UPR(d *draft.Draft, f *authority.Files) { upr(d, newResolver(f)) }

func upr(d *draft.Draft, resolve resolver) {
	m := masked(d.Edition())
	tongue, width := tongueOf(m), lineWidth(m)
	copied := fairCopy(d.Text(), unspliced(m, tongue, width > 0), width)
	m = copied.text
	r := &uprReader{d: d, fair: copied, text: m, tongue: tongue, resolve: resolve, marks: markers(m)}
	r.taken = make([]bool, len(r.marks))
	d.Step(2 * len(m))
	// An introduction may begin within the last item before it: nothing then
	// stands between the two.
	between := func(at, head int) string { return m[at:max(at, head)] }
	var of report
	at := 0
	lists := r.lists()
	r.displaced(lists)
	for i, l := range lists {
		before := between(at, l.head)
		if title, _ := earliest(before, r.tongue.reportTitle); title >= 0 || i == 0 {
			of = r.header(at+max(title, 0), at+len(before))
		}
		r.unnumbered(at, at+len(before), of, around{lists[:i], lists[i:]})
		r.list(l, of)
		at = l.end
		if i+1 == len(lists) {
			r.pledges(at, len(m), of)
		} else if containsAny(between(at, lists[i+1].head), r.tongue.reportTitle) {
			r.pledges(at, lists[i+1].head, of)
		}
	}
	if len(lists) == 0 {
		title, _ := earliest(m, r.tongue.reportTitle)
		of = r.header(max(0, title), len(m))
	}
	r.unnumbered(at, len(m), of, around{lists, nil})
}

// mention, add and nearly propose what the fair copy says, at the bytes of
// the text.
func (r *uprReader) mention(schema string, start, end int) *draft.Entity {
	start, end = r.fair.back(start, end)
	return r.d.Mention(schema, start, end)
}

func (r *uprReader) add(e *draft.Entity, property, value string, start, end int, rule string) {
	start, end = r.fair.back(start, end)
	e.Add(property, value, start, end, rule)
}

func (r *uprReader) nearly(rule string, start, end int, why string) {
	start, end = r.fair.back(start, end)
	r.d.Nearly(rule, start, end, why)
}

// lists finds the paragraphs that introduce recommendations.
func (r *uprReader) lists() []list {
	var out []list
	for i := 0; i < len(r.marks); i++ {
		k := r.marks[i]
		if k.bare && (k.minor != 1 || !r.announced(i)) || k.minor > 1 && !r.beheaded(i) || k.minor == 1 && (!r.first(i) || r.strange(i)) {
			continue
		}
		var l list
		var next int
		var ok bool
		switch {
		case k.minor > 0:
			l, next, ok = r.dotted(i)
		case r.introduces(k, i):
			l, next, ok = r.plain(i)
		}
		if ok {
			out = append(out, l)
			i = next - 1
		}
	}
	return out
}

// beheaded reports whether marks[i], "N.2" or a little more, is the first item
// with a number of a list that the paragraph "N." introduces.
func (r *uprReader) beheaded(i int) bool {
	k := r.marks[i]
	if n := r.next(i).minor; k.minor > maxBeheaded || n <= k.minor || n > k.minor+maxBeheaded {
		return false
	}
	return r.announced(i)
}

// announced reports whether the paragraph "N." introduces the recommendations
// before marks[i], "N.1".
func (r *uprReader) announced(i int) bool {
	k := r.marks[i]
	head := r.headOf(i, k.major)
	p, ok := readMarker(r.text, head)
	return ok && p.major == k.major && p.minor == 0 && r.presents(r.text[head:k.start])
}

// maxBeheaded bounds the items that may have lost their numbers at the head of a list.
const maxBeheaded = 4

// first reports whether marks[i], "N.1", opens a list: an "N.2" follows before
// any other list does, or words of introduction stand before it.
func (r *uprReader) first(i int) bool {
	k := r.marks[i]
	for j := i + 1; j < len(r.marks) && j < i+8; j++ {
		if r.marks[j].major == k.major && r.marks[j].minor > 1 && r.marks[j].minor < 10 {
			return true
		}
	}
	return containsAny(r.text[max(0, k.start-maxIntro):k.start], r.tongue.recommendation)
}

// strange reports whether marks[i], "N.1", bears the number of another
// paragraph than the items after it: "80.1", "81.2", "81.3".
func (r *uprReader) strange(i int) bool {
	if i+2 >= len(r.marks) {
		return false
	}
	k, second, third := r.marks[i], r.marks[i+1], r.marks[i+2]
	return second.major != k.major && second.minor == 2 && third.major == second.major && third.minor == 3
}

// maxIntro bounds the words between a paragraph's number and its first item.
const maxIntro = 2500

// introduces reports whether marks[i], "N.", is a paragraph that introduces
// recommendations and is followed by an item "1.", or a little later one where
// the first lost their numbers.
func (r *uprReader) introduces(k marker, i int) bool {
	if i+1 >= len(r.marks) {
		return false
	}
	n := r.marks[i+1]
	if n.bare || n.minor != 0 || n.major > maxBeheaded || n.start-k.after > maxIntro {
		return false
	}
	if n.major > 1 && (n.major == k.major+1 || !r.goesOn(i+1)) {
		return false
	}
	return r.presents(r.text[k.after:n.start])
}

// presents reports whether the words of a paragraph introduce recommendations.
func (r *uprReader) presents(words string) bool {
	words = strings.TrimSpace(words)
	return r.stance(words) != nothing || strings.HasSuffix(words, ":") && containsAny(words, r.tongue.recommendation)
}

// dotted collects the items "N.1", "N.2", ... from marks[i] on.
func (r *uprReader) dotted(i int) (list, int, bool) {
	first := r.marks[i]
	l := list{number: first.major, body: first.start, items: []marker{first}}
	l.head = r.headOf(i, first.major)
	r.taken[i] = true
	last := first
	j := i + 1
	for ; j < len(r.marks); j++ {
		k := r.marks[j]
		if k.bare && (k.major != l.number || k.minor != last.minor+1 && !r.leapt(j, last.minor)) {
			continue
		}
		if k.minor == 0 {
			if k.major == l.number+1 && r.closes(k) {
				break
			}
			continue
		}
		if k.major != l.number {
			if k.minor == 1 && r.first(j) && k.major > l.number {
				break
			}
			continue
		}
		if k.minor < last.minor || k.minor > last.minor+maxLost {
			if k.minor == 1 {
				break // another report
			}
			continue
		}
		if k.minor > last.minor+1 && r.misnumbered(j, last.minor) || k.minor == last.minor && r.next(j).minor == last.minor+2 {
			continue // a wrong number; the order gives the right one
		}
		l.items = append(l.items, k)
		r.taken[j] = true
		last = k
	}
	l.end = r.endOf(last, j)
	r.classify(&l)
	return l, j, true
}

// leapt reports whether the number marks[j], which leaves some out, is one of
// the list all the same: the next goes on from there.
func (r *uprReader) leapt(j, last int) bool {
	k, n := r.marks[j].minor, r.next(j).minor
	return k > last && k <= last+maxLost && n > k && n <= k+maxBeheaded
}

// misnumbered reports whether the number marks[j], which leaves some out, is a
// typing error: the next one of its paragraph goes on where the list stood.
func (r *uprReader) misnumbered(j, last int) bool {
	n := r.next(j).minor
	return n > last && n <= r.marks[j].minor
}

// next gives the number of the next item of the same paragraph, where it stands
// close by; the zero marker for none.
func (r *uprReader) next(j int) marker {
	for _, n := range r.marks[j+1 : min(len(r.marks), j+4)] {
		if n.minor == 0 && !n.bare { // the next paragraph
			break
		}
		if n.major == r.marks[j].major && n.minor > 0 {
			return n
		}
	}
	return marker{}
}

// displaced gives to their lists the items that stand in or after a later one,
// where a page was cut: 114.1, 114.5, ..., 115. ..., 114.2, 114.3.
func (r *uprReader) displaced(lists []list) {
	recent := map[int]int{} // paragraph to its list, of those begun so far
	begun := 0
	for j, k := range r.marks {
		for begun < len(lists) && lists[begun].body <= k.start {
			recent[lists[begun].number] = begun
			begun++
		}
		i, ok := recent[k.major]
		if k.minor == 0 || r.taken[j] || !ok || begun-i > maxDisplaced || lists[i].has(k.minor) {
			continue
		}
		stop := min(len(r.text), k.after+4000)
		if j+1 < len(r.marks) {
			stop = min(stop, r.marks[j+1].start)
		}
		if states, end := r.body(k.after, stop); states != nil && stops(r.text[end:stop]) {
			lists[i].strays = append(lists[i].strays, stray{k, stop})
			r.taken[j] = true
		}
	}
}

// maxDisplaced is how many lists further on an item of a list is looked for.
const maxDisplaced = 3

// has reports whether a list has an item of that number, or ends before it.
func (l list) has(minor int) bool {
	i, found := slices.BinarySearchFunc(l.items, minor, func(k marker, minor int) int { return cmp.Compare(k.minor, minor) })
	return found || i == len(l.items) || l.inferred
}

// headOf gives where the introduction of the list that begins at marks[i] starts.
func (r *uprReader) headOf(i, number int) int {
	k := r.marks[i]
	head := max(0, k.start-400)
	seen := false // an item of the list before
	for j := i - 1; j >= 0 && k.start-r.marks[j].start < maxIntro; j-- {
		p := r.marks[j]
		switch {
		case p.bare:
		case p.minor == 0 && p.major == number:
			return p.start
		case p.minor != 0 && !seen:
			head, seen = p.after, true
		}
	}
	return head
}

// closes reports whether the paragraph "N." at k is one of the report's own
// and not an item.
func (r *uprReader) closes(k marker) bool {
	stop := min(len(r.text), k.after+400)
	words := r.text[k.after:stop]
	return r.stance(words) != nothing || prefixed(words, r.tongue.all) > 0 || containsAny(words[:boundaryAt(words, 200)], r.tongue.recommendation)
}

// plain collects the items "1.", "2.", ... under the paragraph marks[i].
func (r *uprReader) plain(i int) (list, int, bool) {
	p := r.marks[i]
	l := list{number: p.major, head: p.start, body: r.marks[i+1].start, inferred: true}
	if intro := r.nextIntroduction(p.after, l.body); intro < l.body { // a paragraph without its number, after this one
		l.number, l.head = p.major+1, intro
	}
	want, j, left := 1, i+1, false // left: the next paragraph has begun
	for ; j < len(r.marks); j++ {
		k := r.marks[j]
		if k.minor != 0 || k.bare && k.major != want {
			continue
		}
		if k.major == l.number+1 && !(k.major == want && r.skips(j, want)) && r.closes(k) || k.major == want && prefixed(r.text[k.after:], r.tongue.closing) > 0 {
			break
		}
		if k.major == l.number+1 && k.major > want+1 && !r.skips(j, want) {
			left = true
		}
		if k.major == want || k.major == want+1 && len(l.items) > 0 || k.major > want && !left && r.skips(j, want) {
			l.items = append(l.items, k)
			r.taken[j] = true
			want = k.major + 1
		}
	}
	if len(l.items) == 0 {
		return l, i + 1, false
	}
	l.end = r.endOf(l.items[len(l.items)-1], j)
	r.classify(&l)
	return l, j, true
}

// skips reports whether marks[j], "N.", is an item before which others from
// number want on lost theirs: the item after it goes on from there.
func (r *uprReader) skips(j, want int) bool {
	k := r.marks[j]
	if k.bare || k.major > want+maxLost || !r.goesOn(j) {
		return false
	}
	states, _ := r.body(k.after, r.marks[j+1].start)
	return states != nil
}

// maxLost bounds the items one after the other that may have lost their numbers.
const maxLost = 20

// goesOn reports whether the item after marks[j], "N.", bears the next number
// or one a little higher.
func (r *uprReader) goesOn(j int) bool {
	for _, n := range r.marks[j+1 : min(len(r.marks), j+3)] {
		if n.minor == 0 && !n.bare {
			return n.major > r.marks[j].major && n.major <= r.marks[j].major+maxBeheaded
		}
	}
	return false
}

// endOf gives where a list ends: at the next paragraph, or with the text.
func (r *uprReader) endOf(last marker, j int) int {
	end := min(len(r.text), last.after+4000)
	if j < len(r.marks) {
		end = min(end, r.marks[j].start)
	}
	if i, _ := earliest(r.text[last.after:end], r.tongue.closing); i >= 0 {
		end = last.after + i
	}
	return r.nextIntroduction(last.after, max(end, last.after))
}

// nextIntroduction gives where, before end, a paragraph that lost its number
// introduces the next list.
func (r *uprReader) nextIntroduction(at, end int) int {
	if !containsAny(r.text[at:end], r.tongue.recommendation) {
		return end
	}
	for finished := false; at < end; {
		stop := at + lineEnd(r.text[at:end])
		line := r.text[at:stop]
		if finished && r.introducesLines(line) {
			return at
		}
		if words := strings.TrimSpace(line); words != "" {
			finished = sentenceEnd(words) || len(words) < maxHeading
		}
		at = stop + 1
	}
	return end
}

// maxHeading is the length of a line, in bytes, under which one that ends no
// sentence is a heading.
const maxHeading = 60

// list proposes the recommendations of one list.
func (r *uprReader) list(l list, of report) {
	r.leading(l, of)
	for i, k := range l.items {
		if i+1 == len(l.items) {
			end := r.item(l, k, l.end, 0, of)
			r.trailing(l, k, end, of)
			break
		}
		next := l.items[i+1]
		r.item(l, k, next.start, next.of(l)-k.of(l)-1, of)
	}
	for _, s := range l.strays {
		r.item(l, s.marker, s.stop, 0, of)
	}
}

// of gives the item's own number in its list.
func (k marker) of(l list) int {
	if l.inferred {
		return k.major
	}
	return k.minor
}

// item proposes the recommendation whose words begin at k.after and end at or
// before end, and what else stands before end; it gives where the words end.
// "(Benin); ratify the Second Protocol (Portugal);" is another recommendation
// of that number. One that begins on a line of its own or with a capital has
// lost its number, or bears a wrong one, where missing says that the list
// leaves numbers out.
func (r *uprReader) item(l list, k marker, end, missing int, of report) int {
	n, at, said := k.of(l), k.after+bullet(r.text[k.after:end]), span{k.start, trimPoint(r.text, k.start, k.end)}
	inferred := span{} // what stands in the place of a number
	if l.inferred {
		inferred = span{k.start, k.end}
	}
	for part := 0; part < maxParts; part++ {
		lost := part > 0 && missing > 0 && at < end && (strings.Contains(r.text[k.after:at], "\n") && lineBegins(r.text, at) || capitalAt(r.text, at))
		if lost {
			at = skipLabel(r.text, at, end)
		}
		states, textEnd := r.body(at, end)
		start, textEnd := trimSpan(r.text, at, textEnd)
		if start >= textEnd || part > 0 && (states == nil || !letterAt(r.text, start) && r.text[start] != '(') {
			return at
		}
		if lost {
			n, missing, said = n+1, missing-1, span{start, textEnd}
			inferred = said
		}
		if states == nil {
			r.unsigned(at, end, textEnd)
		}
		e := r.mention("Recommendation", start, textEnd)
		r.add(e, "paragraph", decimalPair(l.number, n), said.start, said.end, "upr.paragraph")
		if !inferred.empty() {
			r.add(e, "inferredNumber", "yes", inferred.start, inferred.end, "upr.number-inferred")
		}
		r.say(e, l, start, textEnd, states, of)
		if k == l.items[len(l.items)-1] { // what follows on other lines is the next paragraph
			end = min(end, textEnd+lineEnd(r.text[textEnd:end]))
		}
		at = textEnd
		for at < end && (spaceAt(r.text[at]) || r.text[at] == ';' || r.text[at] == '.' || r.text[at] == ')') {
			at++
		}
	}
	return at
}

// unsigned notes that no States were found under a recommendation.
func (r *uprReader) unsigned(start, end, textEnd int) {
	if all := brackets(r.text, start, end); len(all) > 0 {
		b := all[len(all)-1]
		r.nearly("upr.by", b.open, b.end, "the brackets hold more than names of States")
		return
	}
	r.nearly("upr.by", start, textEnd, "no brackets at its end")
}

func capitalAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(r)
}

// lineBegins reports whether nothing but white space stands between the line's
// begin and i.
func lineBegins(text string, i int) bool {
	for i > 0 && (text[i-1] == ' ' || text[i-1] == '\t') {
		i--
	}
	return i == 0 || text[i-1] == '\n' || text[i-1] == '\r'
}

// maxParts bounds the recommendations under one number.
const maxParts = 20

// say proposes what every recommendation of a list has.
func (r *uprReader) say(e *draft.Entity, l list, start, end int, states []named, of report) {
	r.add(e, "text", r.text[start:end], start, end, "upr.text")
	for _, s := range states {
		start, end := r.fair.back(s.start, s.end)
		state := r.d.Known("State", s.id)
		state.Add("name", s.name, start, end, "state.name")
		e.Ref("by", state, start, end, "upr.by")
	}
	if of.state != nil {
		e.Ref("to", of.state, of.at[0], of.at[1], "upr.state-under-review")
	}
	if l.position != "" {
		r.add(e, "position", l.position, l.phrase[0], l.phrase[1], "upr.position")
	}
	of.add(e, "upr.report")
}

// body finds where the words of an item end and which States made it: at the
// first brackets that hold nothing but States and that a semicolon or full stop
// follows, else at the last such brackets. States in brackets one directly
// after the other belong together, and so do those of lettered parts under one
// lead: "Train: (a) judges (Peru); (b) police (Chile);".
func (r *uprReader) body(start, end int) (states []named, textEnd int) {
	all := brackets(r.text, start, end)
	last, from := -1, 0
	letter := leads(r.text, start, end)
	for i := range all {
		b := &all[i]
		stop := stops(r.text[b.end:end])
		if r.makers(b, stop || i == len(all)-1); b.states == nil {
			continue
		}
		last = i
		if !stop || r.followed(all, i, end) {
			continue
		}
		if letter == 0 || !nextPart(r.text[b.end:end], letter) {
			break
		}
		letter++
		states = append(states, adjoining(r.text, all[from:i+1])...)
		from = i + 1
	}
	if last < 0 {
		if states, textEnd := r.unopened(start, end); states != nil {
			return states, textEnd
		}
		return nil, firstStop(r.text, start, end)
	}
	if last >= from {
		states = append(states, adjoining(r.text, all[from:last+1])...)
	}
	return states, markEnd(r.text, all[last].end, end)
}

// unopened reads States whose opening bracket was lost: the longest run of
// words before the first ")" that is nothing but States, "the child Peru, Chile);".
func (r *uprReader) unopened(start, end int) (states []named, textEnd int) {
	i := strings.IndexByte(r.text[start:end], ')')
	if i < 0 || strings.IndexByte(r.text[start:start+i], '(') >= 0 || !stops(r.text[start+i+1:end]) {
		return nil, 0
	}
	stop := start + i
	for at := stop; at > start && stop-at < maxUnopened; at-- {
		if !spaceAt(r.text[at-1]) || !startsUpper(r.text[at:stop]) {
			continue
		}
		if found, _ := statesIn(r.text, at, stop, r.resolve, false); found != nil {
			states = found
		}
	}
	return states, stop + 1
}

// maxUnopened bounds the States whose opening bracket is looked for, in bytes.
const maxUnopened = 200

// makers reads the States in brackets; forgiving says that a typing error may
// be among them. Brackets that stand open before a closed pair begin the name
// that the pair ends: "(Iran (Islamic Republic of);".
func (r *uprReader) makers(b *bracket, forgiving bool) {
	if b.states != nil {
		return
	}
	if b.outer > 0 {
		if b.states, b.typos = statesIn(r.text, b.outer, b.end, r.resolve, false); b.states != nil {
			b.open = b.outer - 1
			return
		}
	}
	b.states, b.typos = statesIn(r.text, b.open+1, closed(r.text, b.end), r.resolve, false)
	if b.states == nil && forgiving {
		b.states, b.typos = statesIn(r.text, b.open+1, closed(r.text, b.end), r.resolve, true)
	}
}

// followed reports whether more States in brackets stand directly after the
// brackets all[i], a mark between them or not: "(Iraq); (Kenya);".
func (r *uprReader) followed(all []bracket, i, end int) bool {
	if i+1 >= len(all) || strings.Trim(r.text[all[i].end:all[i+1].open], betweenStates) != "" {
		return false
	}
	next := &all[i+1]
	r.makers(next, stops(r.text[next.end:end]))
	return next.states != nil
}

// betweenStates may stand between the brackets of one recommendation.
const betweenStates = " \t\r\n,;and\u00a0"

// adjoining gives the States of the last brackets that have any and of those
// that stand directly before them.
func adjoining(text string, all []bracket) (states []named) {
	last := len(all) - 1
	for last > 0 && all[last].states == nil {
		last--
	}
	first := last
	for first > 0 && all[first-1].states != nil && strings.Trim(text[all[first-1].end:all[first].open], betweenStates) == "" {
		first--
	}
	for _, b := range all[first : last+1] {
		states = append(states, b.states...)
	}
	return states
}

// leads gives 'b' where words lead into lettered parts ("in particular: (a)
// ..."), the letter of the part that comes second, and 0 elsewhere.
func leads(text string, start, end int) byte {
	i, _ := earliest(text[start:end], []string{"(a)", " a)"})
	if i < minLead {
		return 0
	}
	if before := strings.TrimRight(text[start:start+i], " \t\r\n\u00a0"); strings.HasSuffix(before, ":") {
		return 'b'
	}
	return 0
}

// minLead is the length in bytes of the shortest words that lead into parts: "Train:".
const minLead = 5

// nextPart reports whether the part with that letter follows.
func nextPart(s string, letter byte) bool {
	s = strings.TrimLeft(s, " \t\r\n;.,\u00a0")
	for _, and := range [...]string{"and ", "et ", "y ", "и "} {
		s = strings.TrimPrefix(s, and)
	}
	got, _ := letterIn(s)
	return got == letter
}

// markEnd steps over a footnote's mark that stands between the brackets and the
// semicolon. In a text without a layout nothing tells it from the words.
func markEnd(text string, at, end int) int {
	i := at
	for i < end && i < at+3 && (digit(text[i]) || text[i] == '*') {
		i++
	}
	if i < end && (text[i] == ';' || text[i] == '.') {
		return i
	}
	return at
}

// closed gives the end of a bracket's inside.
func closed(text string, end int) int {
	if c := text[end-1]; c == ')' || c == ']' || c == '}' {
		return end - 1
	}
	return end
}

// stops reports whether an item may end here: at a semicolon, a full stop or the
// end. A footnote's mark may stand before it.
func stops(s string) bool {
	s = strings.TrimLeft(s, " \t\r\n*)]}")
	for n := 0; n < 2 && s != "" && digit(s[0]); n++ {
		s = s[1:]
	}
	s = strings.TrimLeft(s, " ")
	return s == "" || s[0] == ';' || s[0] == '.'
}

// firstStop gives the end of an item that names no State: its first semicolon
// or full stop at a line's end, or all of it.
func firstStop(text string, start, end int) int {
	for i := start; i < end; i++ {
		if (text[i] == ';' || text[i] == '.') && (i+1 >= end || stopsLine(text[i+1:end])) {
			return i
		}
	}
	return end
}

func stopsLine(s string) bool {
	s = strings.TrimLeft(s, " \t")
	return s == "" || s[0] == '\n' || s[0] == '\r'
}

func trimPoint(text string, start, end int) int {
	for end > start+1 && text[end-1] == '.' {
		end--
	}
	return end
}

// What a paragraph says of the recommendations under it.
type stance int

const (
	nothing stance = iota
	supported
	noted
	pending
	made
)

// stance reads the stance of an introduction.
func (r *uprReader) stance(s string) stance {
	st, _, _ := r.stanceIn(s)
	return st
}

func (r *uprReader) classify(l *list) {
	st, a, b := r.stanceIn(r.text[l.head:l.body])
	l.phrase = [2]int{l.head + a, l.head + b}
	l.position = positionOf[st]
	if l.position == "" {
		r.nearly("upr.position", l.head, l.body, "the paragraph above the list does not say")
	}
}

var positionOf = map[stance]string{supported: "Supported", noted: "Noted", pending: "Pending"}

// stanceIn finds the stance in an introduction and the bytes of the words that give it.
func (r *uprReader) stanceIn(s string) (st stance, start, end int) {
	if len(s) > maxIntro {
		s = s[len(s)-maxIntro:]
	}
	if !containsAny(s, r.tongue.recommendation) {
		return nothing, 0, 0
	}
	for _, p := range r.tongue.stances {
		if i := strings.Index(s, p.words); i >= 0 {
			if p.stance == supported && r.denied(s[:i]) {
				return noted, i, i + len(p.words)
			}
			return p.stance, i, i + len(p.words)
		}
	}
	return nothing, 0, 0
}

// denied reports whether the words before a phrase deny it: "do not have".
func (r *uprReader) denied(before string) bool {
	before = before[max(0, len(before)-maxDenial):]
	before = before[strings.LastIndexAny(before, ".;:")+1:]
	return containsAny(before, r.tongue.denials)
}

// maxDenial is how far before a phrase its denial may stand, in bytes.
const maxDenial = 40
