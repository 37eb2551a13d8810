// Package learn suggests what a person would choose, from what persons have
// chosen before: the action category and the issues of a recommendation, the
// body responsible for it, or any other label of a confirmed row.
//
// A suggestion is no fact. It stands beside a field, with the words that spoke
// for it, and becomes a value when somebody takes it.
//
// [Train] makes a [Model] from confirmed rows. The model is linear: a text is
// the set of its words, pairs of neighbours and runs of letters; for the
// category also its first words by their place and its first verb with what
// that governs, since a recommendation says there what it asks for. Each label has a weight for each of these. Weights are found by logistic
// regression with AdaGrad, one label against the rest, in a few passes over the
// rows, in the order given and without chance, so that the same rows give the
// same model. What spoke for a suggestion can be read off the weights.
//
// Where nothing has been learnt, [Verbs] sorts by the first verb alone, after
// the five action categories of Edward McMahon that UPR Info uses.
//
// Everything here is pure: rows in, suggestions out. Nothing learnt leaves the
// register that taught it.
package learn

import (
	"cmp"
	"slices"
	"strings"
)

// Row is a text with what a person chose for it. Category or Issues may be
// empty; then the row teaches nothing about them.
type Row struct {
	Text     string
	Category string
	Issues   []string
}

// Suggestion is what a model suggests for one text.
type Suggestion struct {
	Category string
	Issues   []string // by name
	Reasons  []Reason // those that spoke loudest, the loudest first
}

// Reason is a word or phrase of the text that spoke for a label.
type Reason struct {
	Label  string
	Words  string
	Weight float64
}

// Model is what was learnt. It is safe for use by many goroutines.
type Model struct {
	categories *linear
	issues     *linear
}

// Train learns from rows. No rows, or rows without labels, give a model that
// suggests by [Verbs] alone.
func Train(rows []Row) *Model {
	m := &Model{}
	var category, issue examples
	for _, r := range rows {
		if r.Category != "" {
			category.add(r.Text, []string{r.Category})
		}
		if len(r.Issues) > 0 {
			issue.add(r.Text, r.Issues)
		}
	}
	done := make(chan struct{})
	go func() {
		m.issues = train(issue, issueFeatures, false)
		close(done)
	}()
	m.categories = train(category, categoryFeatures, true)
	<-done
	return m
}

// Suggest gives the category and issues of a text, with reasons.
func (m *Model) Suggest(text string) Suggestion {
	s := Suggestion{}
	var scratch scratch
	s.Category = m.category(text, &scratch, &s.Reasons)
	s.Issues = m.issuesOf(text, &scratch, &s.Reasons)
	slices.SortStableFunc(s.Reasons, func(a, b Reason) int { return cmp.Compare(b.Weight, a.Weight) })
	return s
}

func (m *Model) category(text string, sc *scratch, reasons *[]Reason) string {
	if m == nil || m.categories == nil {
		c, verb := Verbs(text)
		if reasons != nil && verb != "" {
			*reasons = append(*reasons, Reason{c, verb, 1})
		}
		return c
	}
	scores := m.categories.score(text, sc)
	best := 0
	for i, v := range scores {
		if v > scores[best] {
			best = i
		}
	}
	if reasons != nil {
		*reasons = append(*reasons, m.categories.reasons(text, sc, best)...)
	}
	return m.categories.labels[best]
}

func (m *Model) issuesOf(text string, sc *scratch, reasons *[]Reason) []string {
	if m == nil || m.issues == nil {
		return nil
	}
	scores := m.issues.score(text, sc)
	var out []string
	best := 0
	for i, v := range scores {
		if v > scores[best] {
			best = i
		}
		if v > likely {
			out = append(out, m.issues.labels[i])
			if reasons != nil {
				*reasons = append(*reasons, m.issues.reasons(text, sc, i)...)
			}
		}
	}
	if len(out) == 0 { // every recommendation has an issue
		out = append(out, m.issues.labels[best])
		if reasons != nil {
			*reasons = append(*reasons, m.issues.reasons(text, sc, best)...)
		}
	}
	slices.SortFunc(out, strings.Compare)
	return out
}
