package official

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"chancery/authority"
)

// piece is one recommendation of a paper that is made to be damaged.
type piece struct{ number, words, states, end string }

// damages are what copies suffer; each alters one recommendation, and none
// takes a word of it or what says its number.
var damages = map[string]func(t *rapid.T, p *piece){
	"nothing":            func(*rapid.T, *piece) {},
	"no number":          func(_ *rapid.T, p *piece) { p.number = "" },
	"own number alone":   func(_ *rapid.T, p *piece) { p.number = p.number[strings.IndexByte(p.number, '.')+1:] },
	"odd number":         func(t *rapid.T, p *piece) { p.number = odds(t, p.number) },
	"number on a line":   func(_ *rapid.T, p *piece) { p.number += "\n" },
	"dash after number":  func(_ *rapid.T, p *piece) { p.number += " –" },
	"broken line":        func(t *rapid.T, p *piece) { p.words = within(t, p.words, "\n\n") },
	"furniture":          func(t *rapid.T, p *piece) { p.words = within(t, p.words, "\n\nA/HRC/50/17\n\n14\n\n") },
	"page number":        func(t *rapid.T, p *piece) { p.words = within(t, p.words, "\nPage 14 of 27\n") },
	"furniture in line":  func(t *rapid.T, p *piece) { p.words = within(t, p.words, " A/HRC/50/17 Page 14 ") },
	"footnote":           func(t *rapid.T, p *piece) { p.words = within(t, p.words, "\n12 Read out otherwise in the hall.\n") },
	"unbreakable spaces": func(_ *rapid.T, p *piece) { p.words = strings.ReplaceAll(p.words, " ", "\u00a0 ") },
	"soft hyphen":        func(t *rapid.T, p *piece) { p.words = p.words[:3] + "\u00ad" + p.words[3:] },
	"wide brackets":      func(_ *rapid.T, p *piece) { p.states = rebracket(p.states, "（", "）") },
	"square brackets":    func(_ *rapid.T, p *piece) { p.states = rebracket(p.states, "[", "]") },
	"no closing bracket": func(_ *rapid.T, p *piece) { p.states = rebracket(p.states, "(", "") },
	"two lines":          func(_ *rapid.T, p *piece) { p.states = strings.ReplaceAll(p.states, " ", "\n") },
	"recommended by":     func(_ *rapid.T, p *piece) { p.states = rebracket(p.states, "(recommended by ", ")") },
	"mark of a note":     func(_ *rapid.T, p *piece) { p.states = rebracket(p.states, "(", "12)") },
	"no semicolon":       func(_ *rapid.T, p *piece) { p.end = "" },
	"comma":              func(_ *rapid.T, p *piece) { p.end = "," },
	"Greek semicolon":    func(_ *rapid.T, p *piece) { p.end = "\u037e" },
	"heading after":      func(_ *rapid.T, p *piece) { p.end = ";\nRights of sailors" },
}

func odds(t *rapid.T, number string) string {
	major, minor, _ := strings.Cut(strings.TrimSuffix(number, "."), ".")
	form := rapid.SampledFrom([]string{"%s-%s", "(%s.%s)", "§ %s.%s", "%s,%s)", "%s–%s.", "%s . %s", "[%s/%s]"}).Draw(t, "form")
	return fmt.Sprintf(form, major, minor)
}

// within puts something in the place of a space before a small letter.
func within(t *rapid.T, words, what string) string {
	var places []int
	for i := range words {
		if words[i] == ' ' && smallAt(words, i+1) {
			places = append(places, i)
		}
	}
	i := rapid.SampledFrom(places).Draw(t, "place")
	return words[:i] + what + words[i+1:]
}

func rebracket(states, open, closing string) string { return open + states[1:len(states)-1] + closing }

// TestDamage: whatever a copy suffered in some of its recommendations, all are
// read, with their numbers, their words and their States.
func TestDamage(t *testing.T) {
	names := make([]string, 0, len(damages))
	for name := range damages {
		names = append(names, name)
	}
	slices.Sort(names)
	rapid.Check(t, func(t *rapid.T) {
		var want []string
		paper := "Report of the Working Group on the Universal Periodic Review\nMauritania\n88. One spoke.\n89. Another spoke.\nII. Conclusions and/or recommendations\n"
		for list := 90; list < 96; list++ {
			paper += fmt.Sprintf("%d. The recommendations listed below enjoy the support of Mauritania:\n", list)
			n := rapid.IntRange(3, 9).Draw(t, "items")
			damaged, damage := rapid.IntRange(2, n).Draw(t, "damaged"), rapid.SampledFrom(names).Draw(t, "damage")
			for i := 1; i <= n; i++ {
				p := draw(t, fmt.Sprintf("%d.%d.", list, i))
				want = append(want, strings.Join([]string{strings.TrimSuffix(p.number, "."), p.words, strings.Trim(p.states, "()")}, "|"))
				if i == damaged {
					damages[damage](t, &p)
				}
				paper += strings.TrimSpace(p.number+" "+p.words) + " " + p.states + p.end + "\n"
			}
		}
		paper += "96. All conclusions and/or recommendations contained in the present report reflect the position of the submitting State(s).\n"
		if diff := cmp.Diff(want, told(paper)); diff != "" {
			t.Fatalf("%s\n%s", paper, diff)
		}
	})
}

func draw(t *rapid.T, number string) piece {
	pick := func(what string, from ...string) string { return rapid.SampledFrom(from).Draw(t, what) }
	return piece{
		number: number,
		words: pick("verb", "Open", "Continue to mend", "Consider lighting", "Ensure that girls reach") + " " +
			pick("what", "the harbours and lighthouses", "schools for sailors", "the Convention on the Tides", "a register of boats (RB)") + " " +
			pick("how", "in each season of the year", "as the committee asked in its last report", "with the help of the neighbours"),
		states: pick("States", "(Chad)", "(Peru, Oman)", "(Bolivia (Plurinational State of))", "(Republic of Korea, Fiji, Togo)"),
		end:    ";",
	}
}

// told gives what the recommendations of a paper say: number, words, States.
func told(paper string) []string {
	d := draftOf(paper)
	UPR(d, authority.Base())
	var out []string
	number := ""
	for _, s := range d.Reading(1, 0).Statements {
		switch {
		case s.Property == "paragraph":
			number = s.Value
		case s.Property == "text":
			i := strings.LastIndex(s.Value, " (")
			if open := strings.LastIndexAny(s.Value, "([{"); open > 0 && !strings.HasPrefix(s.Value[open:], "(Plurinational") {
				i = open - 1
			} else if open > 0 {
				i = strings.LastIndexAny(s.Value[:open], "([{") - 1
			}
			states := strings.Trim(strings.TrimPrefix(strings.TrimLeft(s.Value[i+1:], "([{"), "recommended by "), ")]}12 ")
			out = append(out, strings.Join([]string{number, s.Value[:i], states}, "|"))
		}
	}
	return out
}
