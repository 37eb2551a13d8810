package web

import (
	"net/http"
	"net/url"

	"chancery"
	"chancery/plan"
	"chancery/register"
)

// loosePlan is the address of the measures of no plan.
const loosePlan = "none"

// getPlans lists the plans that have measures.
func (s *Server) getPlans(w http.ResponseWriter, r *http.Request) error {
	v, err := look(s, r, s.reg.Plans)
	if err != nil {
		return err
	}
	p := s.page(r, "nav.plans", "nav.plans").titled("", "", v.Head)
	p.Rows = v.Rows
	s.render(w, r, http.StatusOK, plansPage(p, v))
	return nil
}

// getPlan is one plan with its measures.
func (s *Server) getPlan(w http.ResponseWriter, r *http.Request) error {
	at, err := when(r)
	if err != nil {
		return err
	}
	id := chancery.EntityID(r.PathValue("id"))
	if id == loosePlan {
		id = ""
	}
	v, err := s.reg.Plan(r.Context(), s.reader(r, at), id)
	if err != nil {
		return err
	}
	p := s.page(r, "nav.plans", "plan.loose").titled("", "", v.Head)
	if id != "" {
		p.Title, p.Lang = p.caption(v.Caption), captionLang(v.Caption)
	}
	p.Rows = v.Rows
	s.render(w, r, http.StatusOK, planPage(newSaid(p, v.Citations), v))
	return nil
}

// planAddress gives the page of a plan; no ID gives the measures of no plan.
func planAddress(id chancery.EntityID) string {
	if id == "" {
		id = loosePlan
	}
	return "/plan/" + url.PathEscape(string(id))
}

// gradeClass says how far a measure got, for a tag; words say it too.
func gradeClass(g plan.Grade) string {
	switch g {
	case plan.Done:
		return "tag good"
	case plan.SetBack:
		return "tag bad"
	case plan.NotStarted:
		return "tag doubt"
	}
	return "tag"
}

// deadline words when a measure is due: the plan's own words, or the day.
func deadline(m register.MeasureRow) register.Value {
	if !m.DueText.Empty() {
		return m.DueText
	}
	return m.Due
}
