package register

import (
	"slices"
	"strconv"
	"strings"

	"chancery"
	"chancery/treaty"
)

// declaredIn reads a paper in which the name of each State stands before what
// it declared; false where the paper is none such.
func (t *statusTable) declaredIn() ([]treaty.Wording, bool) {
	if !strings.HasPrefix(t.ed.Text, "#") {
		return nil, false
	}
	all := treaty.ParseDeclared(t.ed.Text)
	return all, len(all) > 0
}

// declaredReading makes acts of declarations, reservations and objections, each
// with its words as the passage. An objection is about every reservation in the
// paper of a State that its words name; one that names none is kept, and the
// page says that the reservation it means is not known.
func (t *statusTable) declaredReading(all []treaty.Wording) (chancery.Reading, []treaty.Problem, error) {
	r := chancery.Reading{Document: t.ed.Document, Edition: t.ed.Number, Rules: 1}
	seen := map[chancery.StatementID]bool{}
	var problems []treaty.Problem
	authors := make([]chancery.EntityID, len(all))
	for i, w := range all {
		id, ok := participant(w.Participant)
		if !ok {
			line := 1 + strings.Count(t.ed.Text[:w.Name[0]], "\n")
			problems = append(problems, treaty.Problem{Row: line, Text: chancery.Say("declared.unresolved", "row %d: no State or organisation is called %q; it stays under that name", line, w.Participant)})
			if id, ok = t.stranger(&r, seen, w); !ok {
				continue
			}
		}
		authors[i] = id
	}
	for i, w := range all {
		if authors[i] == "" {
			continue
		}
		of := []chancery.EntityID{""}
		if w.Kind == treaty.Objected {
			of = append(t.meant(w, authors[i], all, authors), of...)
		}
		for n, about := range of {
			if n > 0 && about == "" {
				break // it is about those it names
			}
			if err := t.sayDeclared(&r, seen, w, i, n, authors[i], about); err != nil {
				return r, problems, err
			}
		}
	}
	return r, problems, nil
}

// stranger gives a participant that no authority file knows a mention of its own.
func (t *statusTable) stranger(r *chancery.Reading, seen map[chancery.StatementID]bool, w treaty.Wording) (chancery.EntityID, bool) {
	id := chancery.NewImportMention(t.in.Scope, "State", w.Participant)
	err := t.say(r, seen, id, "State", "name", w.Participant, "", chancery.Range{Start: w.Name[0], End: w.Name[1]})
	return id, err == nil
}

// declaredAct names the n-th act of the i-th wording.
func (t *statusTable) declaredAct(w treaty.Wording, i, n int, by chancery.EntityID) chancery.EntityID {
	key := []string{string(t.in.Treaty), string(by), string(w.Kind), strconv.Itoa(i)}
	if n > 0 {
		key = append(key, strconv.Itoa(n))
	}
	return chancery.NewImportMention(t.ed.Document, "Act", strings.Join(key, "|"))
}

// meant gives the reservations of other States that an objection names.
func (t *statusTable) meant(w treaty.Wording, by chancery.EntityID, all []treaty.Wording, authors []chancery.EntityID) []chancery.EntityID {
	var named []chancery.EntityID
	for _, hit := range t.authority.Find(t.ed.Text[w.Start:w.End]) {
		named = append(named, hit.Entry.ID)
	}
	var out []chancery.EntityID
	for i, other := range all {
		if other.Kind == treaty.Reserved && authors[i] != by && authors[i] != "" && slices.Contains(named, authors[i]) {
			out = append(out, t.declaredAct(other, i, 0, authors[i]))
		}
	}
	return out
}

func (t *statusTable) sayDeclared(r *chancery.Reading, seen map[chancery.StatementID]bool, w treaty.Wording, i, n int, by, of chancery.EntityID) error {
	act := t.declaredAct(w, i, n, by)
	words, name := chancery.Range{Start: w.Start, End: w.End}, chancery.Range{Start: w.Name[0], End: w.Name[1]}
	label := string(t.in.Treaty)
	if e, ok := t.authority.Entry(t.in.Treaty); ok {
		label = e.Name("en")
	}
	for _, v := range []struct {
		property, value string
		ref             chancery.EntityID
		at              chancery.Range
		left            bool // nothing to say
	}{
		{"instrument", label, t.in.Treaty, name, false}, {"by", w.Participant, by, name, false}, {"type", string(w.Kind), "", words, false},
		{"text", t.ed.Text[w.Start:w.End], "", words, false}, {"provisions", w.Provisions, "", words, w.Provisions == ""},
		{"date", w.Date.String(), "", chancery.Range{Start: w.DateAt[0], End: w.DateAt[1]}, w.Date.IsZero()},
		{"opposes", "yes", "", words, !w.Opposes}, {"of", string(treaty.Reserved), of, words, of == ""},
	} {
		if v.left {
			continue
		}
		if err := t.say(r, seen, act, "Act", v.property, v.value, v.ref, v.at); err != nil {
			return err
		}
	}
	return nil
}
