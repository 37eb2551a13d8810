package official

import (
	"strings"

	"chancery/authority"
	"chancery/read/draft"
)

// thematicColumns are the columns of the thematic lists of recommendations that
// the Office of the High Commissioner publishes for each State after its review.
var thematicColumns = []columnKind{
	{"recommendation", []string{"recommendation"}},
	{"position", []string{"position"}},
	{"theme", []string{"theme"}},
	{"sdg", []string{"sdg"}},
}

// Thematic reads thematic lists: tables in which a row is a recommendation
// under one of its themes. The rows of one paragraph are one recommendation.
func Thematic(d *draft.Draft, f *authority.Files) {
	m := masked(d.Edition())
	d.Step(len(m))
	resolve := newResolver(f)
	known := map[string]*draft.Entity{}
	for _, t := range tables(d.Edition()) {
		place, body, ok := columns(m, t, thematicColumns, 2)
		if !ok {
			continue
		}
		column := func(kind string) int {
			if c, ok := place[kind]; ok {
				return c
			}
			return -1
		}
		for _, row := range t.rows[body:] {
			e := thematicRow(d, m, cell(row, column("recommendation")), resolve, known)
			if e == nil {
				continue
			}
			if p := cell(row, column("position")); !thematicPosition(e, m, p) {
				d.Nearly("thematic.position", p.start, p.end, "neither supported nor noted")
			}
			thematicThemes(e, m, cell(row, column("theme")))
			thematicGoals(e, m, cell(row, column("sdg")))
		}
	}
}

// thematicRow reads the first cell of a row: the recommendation and the paper
// that gives the position on it.
func thematicRow(d *draft.Draft, m string, c span, resolve resolver, known map[string]*draft.Entity) *draft.Entity {
	a, b := trimSpace(m, c.start, c.end)
	if a >= b {
		return nil
	}
	k, ok := readMarker(m, a)
	if !ok || k.minor == 0 || k.after >= b {
		d.Nearly("thematic.paragraph", a, b, "no number at the head of the row")
		return nil
	}
	number := decimalPair(k.major, k.minor)
	e := known[number]
	if e == nil {
		e = d.Mention("Recommendation", k.start, k.end)
		known[number] = e
	}
	textEnd := b
	for _, l := range linesOf(m, span{k.after, b}) {
		if hasPrefixFold(m[l.start:l.end], "source of position") {
			if textEnd == b {
				textEnd = l.start
			}
			if i := strings.IndexByte(m[l.start:l.end], ':'); i > 0 {
				s, t := trimSpace(m, l.start+i+1, l.end)
				e.Add("positionSource", unspace(m[s:t]), s, t, "thematic.source")
			}
		}
	}
	s, t := trimSpan(m, k.after, textEnd)
	for t > s && (m[t-1] == ';' || spaceAt(m[t-1])) {
		t--
	}
	if e.Has("text") {
		return e
	}
	e.Add("paragraph", number, k.start, trimPoint(m, k.start, k.end), "thematic.paragraph")
	e.Add("text", unmask(m[s:t]), s, t, "thematic.text")
	states := closingStates(m, s, t, resolve)
	if len(states) == 0 {
		d.Nearly("thematic.by", s, t, "no States in brackets at its end")
	}
	for _, st := range states {
		state := d.Known("State", st.id)
		state.Add("name", st.name, st.start, st.end, "state.name")
		e.Ref("by", state, st.start, st.end, "thematic.by")
	}
	return e
}

// closingStates gives the States in the brackets that close text[start:end].
func closingStates(text string, start, end int, resolve resolver) []named {
	var out []named
	all := brackets(text, start, end)
	for i := len(all) - 1; i >= 0; i-- {
		b := all[i]
		if strings.Trim(text[b.end:end], " .;,\t\n") != "" {
			break
		}
		states, _ := statesIn(text, b.open+1, closed(text, b.end), resolve, true)
		if states == nil {
			break
		}
		out = append(states, out...)
		end = b.open
	}
	return out
}

func thematicPosition(e *draft.Entity, m string, c span) bool {
	for _, l := range linesOf(m, c) {
		words := strings.ToLower(m[l.start:l.end])
		switch {
		case strings.HasPrefix(words, "supported"), strings.HasPrefix(words, "accepted"):
			return e.Add("position", "Supported", l.start, l.end, "thematic.position")
		case strings.HasPrefix(words, "noted"):
			return e.Add("position", "Noted", l.start, l.end, "thematic.position")
		}
	}
	return false
}

// thematicThemes reads the cell of themes, which goes on with the persons concerned.
func thematicThemes(e *draft.Entity, m string, c span) {
	property := "theme"
	for _, l := range linesOf(m, c) {
		words := m[l.start:l.end]
		if hasPrefixFold(words, "affected persons") || hasPrefixFold(words, "groups of persons") {
			property = "person"
			continue
		}
		if hasPrefixFold(words, "sdg") {
			return
		}
		a := dashed(m, l)
		e.Add(property, unspace(m[a:l.end]), a, l.end, "thematic."+property)
	}
}

// thematicGoals reads the Sustainable Development Goals: "- 5 - GENDER EQUALITY".
func thematicGoals(e *draft.Entity, m string, c span) {
	for _, l := range linesOf(m, c) {
		a := dashed(m, l)
		n, i := number(m, a)
		if i > a && i <= l.end && n >= 1 && n <= 17 {
			e.Add("sdg", m[a:i], a, i, "thematic.sdg")
		}
	}
}

// dashed steps over the dash or bullet at the head of a line.
func dashed(m string, l span) int {
	rest := strings.TrimLeft(m[l.start:l.end], "-–• \t\u00a0")
	return l.end - len(rest)
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
