package main

import (
	"chancery/learn"
	"chancery/register"
)

// lessons learns from confirmed recommendations; where none teaches, the rules
// that are built in suggest.
func lessons(taught []register.Lesson) register.Suggester {
	rows := make([]learn.Row, len(taught))
	for i, l := range taught {
		rows[i] = learn.Row{Text: l.Text, Labels: map[string][]string{learn.Issues.Name: l.Issues, learn.Themes.Name: l.Themes, learn.Responsible.Name: l.Responsible}}
		if l.Category != "" {
			rows[i].Labels[learn.ActionCategory.Name] = []string{l.Category}
		}
	}
	model := learn.Train(rows, learn.ActionCategory, learn.Issues, learn.Themes, learn.Responsible)
	return func(text string) register.Suggestion {
		var out register.Suggestion
		for _, s := range model.Suggest(text) {
			switch s.Set {
			case learn.ActionCategory.Name:
				if len(s.Labels) > 0 {
					out.Category = s.Labels[0]
				}
			case learn.Issues.Name:
				out.Issues = s.Labels
			case learn.Themes.Name:
				out.Themes = s.Labels
			case learn.Responsible.Name:
				out.Responsible = s.Labels
			}
			for _, r := range s.Reasons {
				out.Reasons = append(out.Reasons, register.SuggestionReason{Label: r.Label, Words: r.Words})
			}
		}
		return out
	}
}

// lineage finds for recommendations the earlier ones that they take up.
func lineage(before, now []string) []register.Kin {
	var out []register.Kin
	for _, k := range learn.Lineage(before, now) {
		out = append(out, register.Kin{Text: k.Text, Before: k.Before, Words: k.Words})
	}
	return out
}
