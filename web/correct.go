package web

import (
	"net/http"
	"net/url"
	"strings"

	"chancery"
	"chancery/register"
)

// correction is one value of a card, to be entered anew.
type correction struct {
	Statement chancery.Statement
	Row       entryRow
}

func (s *Server) getCorrect(w http.ResponseWriter, r *http.Request) error {
	c, rows, err := s.corrections(r)
	if err != nil {
		return err
	}
	return s.correctAgain(w, r, c, rows, "")
}

// corrections gives a card of the desk and its values as fields. Rejected ones
// are left out: there is nothing in them to correct.
func (s *Server) corrections(r *http.Request) (register.Card, []correction, error) {
	v, err := s.reg.Desk(r.Context(), s.reader(r, now), chancery.DocumentID(r.PathValue("id")))
	if err != nil {
		return register.Card{}, nil, err
	}
	for _, c := range v.Cards {
		if string(c.Entity) != r.FormValue("card") {
			continue
		}
		schema, _ := chancery.SchemaNamed(c.Schema)
		var rows []correction
		for _, p := range c.Proposals {
			property, ok := schema.Property(p.Property)
			if !ok || p.Judgement == chancery.Rejected {
				continue
			}
			shown := p.Value
			if p.Ref != "" {
				shown = p.Shown
			}
			rows = append(rows, correction{p.Statement, entryRow{Property: property, Value: shown, Ref: p.Ref, Language: p.Language}})
		}
		return c, rows, nil
	}
	return register.Card{}, nil, chancery.Fail("web.corrections", chancery.NotFound, chancery.Say("web.card", "this card is no longer on the desk; go back to the paper"))
}

// postCorrect enters the values that were changed, each at the passage of the
// value it replaces, which is rejected with it.
func (s *Server) postCorrect(w http.ResponseWriter, r *http.Request) error {
	card, rows, err := s.corrections(r)
	if err != nil {
		return err
	}
	var changed []correction
	var typed []entryRow
	for i := range rows {
		now := rows[i].typed(r)
		if now.Value != rows[i].Row.Value || now.Language != rows[i].Row.Language || now.Ref != "" && now.Ref != rows[i].Row.Ref {
			changed = append(changed, rows[i])
			typed = append(typed, now)
		}
		rows[i].Row = now
	}
	clear, err := s.resolve(r, typed)
	if err != nil {
		return err
	}
	if !clear {
		for i := range rows {
			for j := range changed {
				if rows[i].Statement.ID == changed[j].Statement.ID {
					rows[i].Row = typed[j]
				}
			}
		}
		return s.correctAgain(w, r, card, rows, printer(r).Say("correct.unclear"))
	}
	for i, c := range changed {
		if err := s.correct(r, c.Statement, typed[i]); chancery.KindOf(err) == chancery.Invalid && err != nil {
			return s.correctAgain(w, r, card, rows, printer(r).Error(err))
		} else if err != nil {
			return err
		}
	}
	return follow(w, r, deskAddress(chancery.DocumentID(r.PathValue("id")), card.Entity))
}

// typed gives the field of a value as the form filled it; a name typed over
// means another entity than the one it stood for.
func (c correction) typed(r *http.Request) entryRow {
	name := c.Statement.ID.String()
	row := c.Row
	row.Value = strings.TrimSpace(r.FormValue("v." + name))
	if r.Form.Has("l." + name) {
		row.Language = r.FormValue("l." + name)
	}
	if ref := chancery.EntityID(r.FormValue("r." + name)); ref != c.Row.Ref || row.Value == c.Row.Value {
		row.Ref = ref
	} else {
		row.Ref = ""
	}
	return row
}

func (s *Server) correct(r *http.Request, old chancery.Statement, row entryRow) error {
	h := register.Hand{Subject: old.Subject, Schema: old.Schema, Document: old.Passage.Document, Edition: old.Passage.Edition,
		Start: old.Passage.Start, End: old.Passage.End, Marking: old.Marking, Replaces: []chancery.StatementID{old.ID}, Values: []register.HandValue{row.hand()}}
	_, err := s.reg.Enter(r.Context(), person(r).ID, h)
	return err
}

func (s *Server) correctAgain(w http.ResponseWriter, r *http.Request, c register.Card, rows []correction, wrong string) error {
	p := s.page(r, "nav.desk", "desk.edit")
	p.Title = p.Say("correct.title", p.caption(c.Caption))
	code := http.StatusOK
	if wrong != "" {
		code = http.StatusBadRequest
	}
	s.render(w, r, code, correctPage(p, chancery.DocumentID(r.PathValue("id")), c, rows, wrong))
	return nil
}

// correctAddress gives the page that corrects a card of the desk.
func correctAddress(doc chancery.DocumentID, card chancery.EntityID) string {
	return "/desk/" + string(doc) + "/correct?card=" + url.QueryEscape(string(card))
}
