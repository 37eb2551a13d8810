package web

import (
	"net/http"
	"slices"

	"chancery"
	"chancery/locale"
)

func (s *Server) getEntity(w http.ResponseWriter, r *http.Request) error {
	at, err := when(r)
	if err != nil {
		return err
	}
	v, err := s.reg.Entity(r.Context(), s.reader(r, at), chancery.EntityID(r.PathValue("id")))
	if err != nil {
		return err
	}
	p := s.page(r, "nav.register", "nav.register")
	p.At = at
	if v.ID != v.Asked { // found to be the same as another: its address leads there
		return follow(w, r, entityAddress(v.ID))
	}
	p = p.titled(p.fullCaption(v.Caption), captionLang(v.Caption), v.Head)
	s.render(w, r, http.StatusOK, entityPage(newSaid(p, v.Citations), v))
	return nil
}

// postSpelling chooses how an entity's name is spelt in a language.
func (s *Server) postSpelling(w http.ResponseWriter, r *http.Request) error {
	id := chancery.EntityID(r.PathValue("id"))
	lang := r.FormValue("language")
	if !slices.Contains(locale.Languages, lang) {
		return chancery.Fail("web.postSpelling", chancery.Invalid, chancery.Say("web.language", "%q is not a language of the pages", lang))
	}
	if err := s.reg.Spell(r.Context(), person(r).ID, id, lang, tidy(r.FormValue("spelling"))); err != nil {
		return err
	}
	return follow(w, r, entityAddress(id))
}
