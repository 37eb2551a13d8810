package official

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"chancery"
	"chancery/read/draft"
	"chancery/read/when"
)

// report is what a report says once and what holds for each of its recommendations.
type report struct {
	state *draft.Entity
	at    [2]int   // bytes that name the State under review
	facts []stated // mechanism, cycle and document, each with its bytes
}

// stated is a value with the bytes that say it.
type stated struct {
	property, value string
	start, end      int
}

// add says of a recommendation what its report says of itself.
func (of report) add(e *draft.Entity, rule string) {
	for _, f := range of.facts {
		e.Add(f.property, f.value, f.start, f.end, rule)
	}
}

// headerBytes bounds the part of a report that is searched for what it says of itself.
const headerBytes = 12_000

// header reads what a report says of itself from its title at start on, and
// proposes the Report.
func (r *uprReader) header(start, end int) report {
	end = min(end, start+headerBytes)
	var of report
	title, titleEnd := earliest(r.text[start:end], r.tongue.reportTitle)
	if title < 0 { // a copy that lost its first page
		for _, f := range r.tongue.reviewOf {
			if title = strings.Index(r.text[start:end], f.before); title >= 0 {
				titleEnd = boundaryAt(r.text[start:end], title+len(r.tongue.reportTitle[0]))
				break
			}
		}
		if title < 0 {
			return of
		}
	}
	title, titleEnd = title+start, titleEnd+start
	e := r.mention("Report", title, titleEnd)
	tell := func(property, value string, start, end int) stated {
		f := stated{property: property, value: value}
		f.start, f.end = r.fair.back(start, end)
		e.Add(property, value, f.start, f.end, "upr.report")
		return f
	}
	of.facts = append(of.facts, tell("mechanism", "UPR", title, titleEnd))
	if a, b, ok := stands(r.text, start, end, r.tongue.reviewOf, 160); ok {
		a = skipWord(r.text, a, b, r.tongue.openings...)
		if id, name, ok := r.resolve(unspace(r.text[a:b]), true); ok {
			of.state = r.d.Known("State", id)
			of.at[0], of.at[1] = r.fair.back(a, b)
			of.state.Add("name", name, of.at[0], of.at[1], "state.name")
			e.Ref("state", of.state, of.at[0], of.at[1], "upr.state-under-review")
		}
		line := r.text[b:min(end, boundaryAt(r.text, b+160))]
		for _, f := range when.Find(line, r.tongue.lang, chancery.Date{}) {
			if f.Date.Precision() == chancery.DayPrecision {
				tell("considered", f.Date.String(), b+f.Start, b+f.End)
				break
			}
		}
	}
	if a, b, ok := stands(r.text, start, end, r.tongue.session, 80); ok {
		if n, ok := r.tongue.ordinal(unspace(r.text[a:b])); ok {
			tell("session", strconv.Itoa(n), a, b)
			of.facts = append(of.facts, tell("cycle", strconv.Itoa(cycleOf(n)), a, b))
		}
	}
	// The symbol stands before the title, where the mask may have blanked it as furniture.
	text := r.d.Text()
	from, to := r.fair.back(max(0, start-2000), min(end, title+3000))
	if a, b, ok := symbolIn(text, from, to, "A/HRC/"); ok {
		e.Add("symbol", text[a:b], a, b, "upr.report")
		of.facts = append(of.facts, stated{"document", text[a:b], a, b})
	}
	return of
}

// cycleOf gives the cycle of a session of the Working Group: twelve sessions
// made the first, fourteen each of those that followed.
// Source: Human Rights Council decision 17/119 and resolution 16/21.
func cycleOf(session int) int {
	if session <= 12 {
		return 1
	}
	return 2 + (session-13)/14
}

// between gives the bytes of text[start:end] between two phrases at most limit
// bytes apart.
func between(text string, start, end int, before, after string, limit int) (a, b int, ok bool) {
	for at := start; at < end; {
		i := strings.Index(text[at:end], before)
		if i < 0 {
			return 0, 0, false
		}
		a = at + i + len(before)
		if j := strings.Index(text[a:min(end, a+limit+len(after))], after); j > 0 {
			return a, a + j, true
		}
		at = a
	}
	return 0, 0, false
}

// symbolIn finds the first document symbol with a prefix, as "A/HRC/18/17":
// the prefix, then digits, capitals and strokes. Working papers are passed over.
func symbolIn(text string, start, end int, prefix string) (a, b int, ok bool) {
	for at := start; at < end; {
		i := strings.Index(text[at:end], prefix)
		if i < 0 {
			return 0, 0, false
		}
		a = at + i
		b = a + len(prefix)
		for b < len(text) && (digit(text[b]) || text[b] == '/' || text[b] == '.' && b+1 < len(text) && digit(text[b+1]) || text[b] >= 'A' && text[b] <= 'Z' || text[b] == 'd' && strings.HasSuffix(text[a:b], "Ad") || text[b] == 'd' && strings.HasSuffix(text[a:b], "/A")) {
			b++
		}
		if s := text[a:b]; digit(s[len(s)-1]) && !strings.Contains(s, "WG.6") {
			return a, b, true
		}
		at = b
	}
	return 0, 0, false
}

// pledges reads the voluntary pledges and commitments that follow the
// recommendations, from at to end: each is an undertaking of the State under review.
func (r *uprReader) pledges(at, end int, of report) {
	end = min(end, at+20_000)
	zone := r.text[at:end]
	h, _ := earliest(zone, r.tongue.pledges)
	if h < 0 {
		return
	}
	at += h
	if stop, _ := earliest(r.text[at:end], r.tongue.annex); stop > 0 {
		end = at + stop
	}
	var marks []marker
	first, _ := slices.BinarySearchFunc(r.marks, at, func(k marker, at int) int { return cmp.Compare(k.start, at) })
	for _, k := range r.marks[first:] {
		if k.start >= end {
			break
		}
		if !k.bare {
			marks = append(marks, k)
		}
	}
	for i, k := range marks {
		stop := end
		if i+1 < len(marks) {
			stop = marks[i+1].start
		}
		stop = min(stop, k.after+6000)
		if prefixed(r.text[k.after:stop], r.tongue.closing) > 0 {
			return
		}
		for _, p := range lettered(r.text, k.after, stop) {
			r.pledge(p[0], p[1], of)
		}
	}
}

func (r *uprReader) pledge(start, end int, of report) {
	start, end = trimSpan(r.text, start, end)
	for end > start && (r.text[end-1] == ';' || spaceAt(r.text[end-1])) {
		end--
	}
	if end-start < 20 || r.text[end-1] == ':' {
		return
	}
	e := r.mention("Undertaking", start, end)
	r.add(e, "text", r.text[start:end], start, end, "upr.pledge")
	if of.state != nil {
		e.Ref("by", of.state, of.at[0], of.at[1], "upr.pledge")
	}
}

// lettered cuts text[start:end] at "(a)", "(b)", ... where they come in order;
// the words before "(a)" are a part where they do not lead in with a colon.
func lettered(text string, start, end int) [][2]int {
	var out [][2]int
	at, want := start, byte('a')
	for i := start; i+3 < end && want <= 'z'; i++ {
		if text[i] == '(' && text[i+1] == want && text[i+2] == ')' {
			out = append(out, [2]int{at, i})
			at = i + 3
			want++
		}
	}
	return append(out, [2]int{at, end})
}

func letterAt(s string, i int) bool {
	c := s[i]
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}
