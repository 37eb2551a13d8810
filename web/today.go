package web

import "net/http"

func (s *Server) getToday(w http.ResponseWriter, r *http.Request) error {
	v, err := look(s, r, s.reg.Today)
	if err != nil {
		return err
	}
	p := s.page(r, "nav.today", "nav.today").titled("", "", v.Head)
	p.Title = p.Say("today.title", v.Today)
	place, err := s.place(r)
	if err != nil {
		return err
	}
	s.render(w, r, http.StatusOK, todayPage(newSaid(p, v.Citations), v, place))
	return nil
}
