package web

import (
	"net/http"
	"net/url"
	"strconv"

	"chancery"
	"chancery/membership"
)

// getMembers is who belongs to an organisation, what its organs do and what
// its members owe.
func (s *Server) getMembers(w http.ResponseWriter, r *http.Request) error {
	v, err := lookAt(s, r, s.reg.Members)
	if err != nil {
		return err
	}
	p := s.page(r, "nav.register", "nav.register").titled("", "", v.Head)
	p.Title, p.Rows = p.Say("members.title", p.caption(v.Caption)), v.Rows
	s.render(w, r, http.StatusOK, membersPage(newSaid(p, v.Citations), v))
	return nil
}

// getSession is a session of an organ: agenda, papers, delegations, quorum,
// decisions and what each asks of whom by when.
func (s *Server) getSession(w http.ResponseWriter, r *http.Request) error {
	v, err := lookAt(s, r, s.reg.Session)
	if err != nil {
		return err
	}
	p := s.page(r, "nav.register", "nav.register").titled("", "", v.Head)
	p.Title, p.Lang = p.caption(v.Caption), captionLang(v.Caption)
	s.render(w, r, http.StatusOK, sessionPage(newSaid(p, v.Citations), v))
	return nil
}

// getContacts is what passed between us and a person, a body or a State.
func (s *Server) getContacts(w http.ResponseWriter, r *http.Request) error {
	v, err := lookAt(s, r, s.reg.LastContacts)
	if err != nil {
		return err
	}
	p := s.page(r, "nav.register", "nav.register").titled("", "", v.Head)
	p.Title, p.Rows = p.Say("contacts.title", p.caption(v.Caption)), v.Rows
	s.render(w, r, http.StatusOK, contactsPage(newSaid(p, v.Citations), v))
	return nil
}

// membersAddress gives the members of an organisation.
func membersAddress(id chancery.EntityID) string {
	return "/organization/" + url.PathEscape(string(id)) + "/members"
}

// sessionAddress gives the page of a session.
func sessionAddress(id chancery.EntityID) string { return "/session/" + url.PathEscape(string(id)) }

// contactsAddress gives the contacts with an entity.
func contactsAddress(id chancery.EntityID) string { return entityAddress(id) + "/contacts" }

// money writes an amount of hundredths.
func money(hundredths int64) string {
	return strconv.FormatFloat(float64(hundredths)/100, 'f', 2, 64)
}

// memberClass says how a member stands, for a tag; words say it too.
func memberClass(s membership.Standing) string {
	switch s {
	case membership.Member:
		return "tag good"
	case membership.Suspended:
		return "tag bad"
	}
	return "tag"
}
