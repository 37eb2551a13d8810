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
		rows[i] = learn.Row{Text: l.Text, Category: l.Category, Issues: l.Issues}
	}
	model := learn.Train(rows)
	return func(text string) register.Suggestion {
		s := model.Suggest(text)
		out := register.Suggestion{Category: s.Category, Issues: s.Issues, Learnt: len(rows)}
		for _, r := range s.Reasons {
			out.Reasons = append(out.Reasons, register.SuggestionReason{Label: r.Label, Words: r.Words})
		}
		return out
	}
}
