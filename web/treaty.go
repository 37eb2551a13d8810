package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"chancery"
	"chancery/register"
	"chancery/treaty"
)

// treatyTabs are the pages on treaties.
var treatyTabs = []struct{ Key, Address string }{
	{"treaty.list", "/treaties"}, {"treaty.compare", "/treaties/compare"}, {"treaty.acts", "/treaties/acts"}, {"treaty.differences", "/treaties/differences"},
}

// treatyAddress gives the page of a treaty.
func treatyAddress(id chancery.EntityID) string { return "/treaty/" + url.PathEscape(string(id)) }

func (s *Server) getTreaties(w http.ResponseWriter, r *http.Request) error {
	at, err := when(r)
	if err != nil {
		return err
	}
	q := register.TreatiesQuery{State: chancery.EntityID(r.FormValue("state")), Text: strings.TrimSpace(r.FormValue("q"))}
	q.Only = q.State != ""
	v, err := s.reg.Treaties(r.Context(), s.reader(r, at), q)
	if err != nil {
		return err
	}
	p := s.page(r, "nav.treaties", "nav.treaties").titled("", "", v.Head)
	if q.Only {
		p.Title = p.Say("treaty.of", p.text(v.State))
	}
	p.Rows = len(v.Rows)
	s.render(w, r, http.StatusOK, treatiesPage(p, v))
	return nil
}

func (s *Server) getTreaty(w http.ResponseWriter, r *http.Request) error {
	at, err := when(r)
	if err != nil {
		return err
	}
	q := register.TreatyQuery{Treaty: chancery.EntityID(r.PathValue("id")), Kind: treaty.Mark(r.FormValue("kind")), Whose: chancery.EntityID(r.FormValue("whose"))}
	if q.WhatIf, err = chancery.ParseDate(strings.TrimSpace(r.FormValue("what"))); err != nil {
		return err
	}
	if q.Kind != "" && !q.Kind.Binds() {
		return chancery.Fail("web.getTreaty", chancery.Invalid, chancery.Say("web.mark", "%q is no kind of instrument by which a State is bound", q.Kind))
	}
	v, err := s.reg.Treaty(r.Context(), s.reader(r, at), q)
	if err != nil {
		return err
	}
	p := s.page(r, "nav.treaties", "nav.treaties")
	p.At = at
	if v.ID != q.Treaty {
		return follow(w, r, treatyAddress(v.ID))
	}
	p = p.titled(p.caption(v.Caption), captionLang(v.Caption), v.Head)
	p.Rows = len(v.Rows)
	s.render(w, r, http.StatusOK, treatyPage(newSaid(p, v.Citations), v))
	return nil
}

func (s *Server) getTreatyDifferences(w http.ResponseWriter, r *http.Request) error {
	at, err := when(r)
	if err != nil {
		return err
	}
	q := register.ReconcileQuery{First: chancery.DocumentID(r.FormValue("first")), Second: chancery.DocumentID(r.FormValue("second"))}
	v, err := s.reg.Reconcile(r.Context(), s.reader(r, at), chancery.EntityID(r.PathValue("id")), q)
	if err != nil {
		return err
	}
	p := s.page(r, "nav.treaties", "treaty.differences").titled("", "", v.Head)
	p.Title = p.Say("treaty.differences-of", p.caption(v.Caption))
	p.Rows = len(v.Rows)
	s.render(w, r, http.StatusOK, differencesPage(newSaid(p, v.Citations), v))
	return nil
}

func (s *Server) getDifferences(w http.ResponseWriter, r *http.Request) error {
	at, err := when(r)
	if err != nil {
		return err
	}
	all, err := s.reg.ReconcileAll(r.Context(), s.reader(r, at))
	if err != nil {
		return err
	}
	p := s.page(r, "nav.treaties", "treaty.differences")
	p.At, p.Rows = at, len(all)
	s.render(w, r, http.StatusOK, allDifferencesPage(p, all))
	return nil
}

func (s *Server) getCompareTreaties(w http.ResponseWriter, r *http.Request) error {
	at, err := when(r)
	if err != nil {
		return err
	}
	v, err := s.reg.CompareTreaties(r.Context(), s.reader(r, at), chancery.EntityID(r.FormValue("a")), chancery.EntityID(r.FormValue("b")))
	if err != nil {
		return err
	}
	p := s.page(r, "nav.treaties", "treaty.compare").titled("", "", v.Head)
	p.Rows = len(v.Rows)
	s.render(w, r, http.StatusOK, comparePage(p, v))
	return nil
}

func (s *Server) getTreatyActs(w http.ResponseWriter, r *http.Request) error {
	at, err := when(r)
	if err != nil {
		return err
	}
	v, err := s.reg.TreatyActs(r.Context(), s.reader(r, at), whole(r.FormValue("year")))
	if err != nil {
		return err
	}
	p := s.page(r, "nav.treaties", "treaty.acts").titled("", "", v.Head)
	p.Title = p.Say("treaty.acts-of", v.Year)
	p.Rows = len(v.Rows)
	s.render(w, r, http.StatusOK, actsPage(p, v))
	return nil
}

// actName words what was done: the kind of instrument where the depositary
// says it, else the act.
func (p page) actName(kind treaty.ActKind, mark treaty.Mark) string {
	if mark != "" && mark != treaty.Signature {
		return p.Message(mark.Label())
	}
	return p.code("Act", "type", string(kind))
}

// printedMark gives the letter that a depositary prints after a date.
func printedMark(m treaty.Mark) string {
	switch m {
	case treaty.Ratification, treaty.Signature, treaty.Consent, "":
		return ""
	}
	return string(m)
}

// standingClass is the tag of a status: what binds stands out.
func standingClass(s treaty.Status) string {
	switch s {
	case treaty.Party:
		return "tag good"
	case treaty.Contracting, treaty.Signatory:
		return "tag doubt"
	case treaty.FormerParty:
		return "tag bad"
	}
	return "tag"
}

// bindingMarks are the kinds of instrument offered to a "what if".
var bindingMarks = []treaty.Mark{treaty.Ratification, treaty.Accession, treaty.Acceptance, treaty.Approval, treaty.Succession, treaty.Confirmation}

// chosenKind is the kind of instrument asked about, or what the home can still do.
func chosenKind(v register.TreatyView) treaty.Mark {
	if v.What != nil {
		return v.What.Kind
	}
	if len(v.Rows) > 0 && v.Rows[0].Home && !v.Rows[0].Standing.Signed.IsZero() {
		return treaty.Ratification
	}
	return treaty.Accession
}

func differencesAddress(id chancery.EntityID) string { return treatyAddress(id) + "/differences" }

func yearAddress(year int) string { return "/treaties/acts?year=" + strconv.Itoa(year) }
