// Package learn suggests what a person would choose, from what persons have
// chosen before: the action category and the issues of a recommendation, its
// themes, the body responsible for it, or any other labels of confirmed rows.
//
// A suggestion is no fact. It stands beside a field, with the words that spoke
// for it, and becomes a value when somebody takes it.
//
// [Train] makes a [Model] from confirmed rows, for each [Set] of labels by
// itself. The model is linear: a text is the set of its words, their stems and
// their neighbours; where a set is about what is asked, also its first words by
// their place, its first verb with what that governs, and the means it names,
// since a recommendation says there what it asks for; elsewhere also the
// concepts that its words and acronyms tell of. Each label has a weight for each of these, found
// by a support vector machine, one label against the rest, without chance, so
// that the same rows give the same model. What spoke for a suggestion can be
// read off the weights.
//
// Where nothing has been learnt, [Verbs] sorts by the first verb alone, after
// the five action categories of Edward McMahon that UPR Info uses.
//
// Two questions need no lessons: [Lineage], which recommendation of the last
// cycle a new one follows, and [Twins], which of a list say the same.
//
// Everything here is pure: rows in, suggestions out. Nothing learnt leaves the
// register that taught it.
package learn

import (
	"cmp"
	"slices"
)

// Set is a question that is answered by labels.
type Set struct {
	Name string
	One  bool // a text has exactly one label, not several
	Asks bool // the labels sort what a text asks for, which stands at its head, not what it is about
}

// Sets of labels that a register of recommendations learns.
var (
	ActionCategory = Set{Name: "action_category", One: true, Asks: true} // 1 to 5
	Issues         = Set{Name: "issues"}
	Themes         = Set{Name: "themes"}
	Responsible    = Set{Name: "responsible"} // bodies
)

// Row is a text with the labels that a person chose for it, by the names of
// their sets. A set that is missing or empty is one the row teaches nothing
// about.
type Row struct {
	Text   string
	Labels map[string][]string
}

// Suggestion is what a model suggests for one text in one set.
type Suggestion struct {
	Set     string
	Labels  []string // sorted
	Reasons []Reason // those that spoke loudest, the loudest first
}

// Reason is a word or phrase of the text that spoke for a label.
type Reason struct {
	Label  string
	Words  string
	Weight float64
}

// Model is what was learnt. It is safe for use by many goroutines.
type Model struct {
	sets   []Set
	linear []*linear // of each set; nil where nothing was learnt
}

// Train learns sets of labels from rows. A set of which the rows give fewer
// than two labels stays unlearnt: then the model suggests nothing for it, or by
// [Verbs] alone for [ActionCategory].
func Train(rows []Row, sets ...Set) *Model {
	m := &Model{sets: sets}
	for _, s := range sets {
		m.linear = append(m.linear, train(rows, s))
	}
	return m
}

// Suggest gives what it would choose for a text, set by set in the order they
// were trained, with reasons.
func (m *Model) Suggest(text string) []Suggestion {
	var sc scratch
	sc.cut(text)
	out := make([]Suggestion, len(m.sets))
	for i, s := range m.sets {
		out[i].Set = s.Name
		l := m.linear[i]
		if l == nil {
			if s == ActionCategory {
				out[i].Labels, out[i].Reasons = byVerb(&sc)
			}
			continue
		}
		scores, scale := l.score(&sc)
		for _, n := range l.choose(scores) {
			out[i].Labels = append(out[i].Labels, l.labels[n])
			out[i].Reasons = append(out[i].Reasons, l.reasons(&sc, n, scale)...)
		}
		slices.SortStableFunc(out[i].Reasons, func(a, b Reason) int { return cmp.Compare(b.Weight, a.Weight) })
	}
	return out
}

// byVerb suggests by the built-in verbs.
func byVerb(sc *scratch) ([]string, []Reason) {
	category, at := firstVerb(sc.words)
	if at < 0 {
		return []string{category}, nil
	}
	return []string{category}, []Reason{{category, sc.words[at], 1}}
}

// labels gives the numbers of the labels of one set for the text that was cut.
func (m *Model) labels(set int, sc *scratch) []string {
	l := m.linear[set]
	if l == nil {
		if m.sets[set] == ActionCategory {
			labels, _ := byVerb(sc)
			return labels
		}
		return nil
	}
	scores, _ := l.score(sc)
	var out []string
	for _, n := range l.choose(scores) {
		out = append(out, l.labels[n])
	}
	return out
}
