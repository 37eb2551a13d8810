package web

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"chancery"
)

func (s *Server) getHelp(w http.ResponseWriter, r *http.Request) error {
	s.render(w, r, http.StatusOK, helpPage(s.page(r, "", "help.title")))
	return nil
}

// getOutside lists what leaves this machine.
func (s *Server) getOutside(w http.ResponseWriter, r *http.Request) error {
	s.render(w, r, http.StatusOK, outsidePage(s.page(r, "", "outside.title"), s.opts.Outside))
	return nil
}

// postStart leaves the demo for a register of one's own. The page that follows
// shows its address: a form may not lead to another server.
func (s *Server) postStart(w http.ResponseWriter, r *http.Request) error {
	if s.opts.StartForReal == nil {
		return chancery.Fail("web.postStart", chancery.NotFound, chancery.Say("web.start", "this is a register of its own already; there is no demo to leave"))
	}
	address, err := s.opts.StartForReal(r.Context())
	if err != nil {
		return err
	}
	s.render(w, r, http.StatusOK, startedPage(s.page(r, "", "start.title"), address))
	return nil
}

// getHealth says whether the register answers, for whoever watches the server.
func (s *Server) getHealth(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	head, err := s.reg.Store().Head(r.Context())
	if err != nil {
		s.opts.Log.Error("health", "error", err)
		w.WriteHeader(http.StatusServiceUnavailable)
		fmt.Fprintln(w, "the store does not answer")
		return
	}
	fmt.Fprintf(w, "ok\nledger %d\nversion %s\n", head, s.opts.Version)
}

// settings are what the site sets.
type settings struct {
	Home     string
	Markings string // lowest first, one a line
	People   []chancery.Person
}

func (s *Server) getSettings(w http.ResponseWriter, r *http.Request) error {
	v, err := s.settings(r)
	if err != nil {
		return err
	}
	s.render(w, r, http.StatusOK, settingsPage(s.page(r, "", "settings.title"), v, ""))
	return nil
}

func (s *Server) settings(r *http.Request) (settings, error) {
	var v settings
	home, err := s.reg.Home(r.Context())
	if err != nil {
		return v, err
	}
	if home != "" {
		e, err := s.reg.Entity(r.Context(), s.reader(r, now), home)
		if err != nil && chancery.KindOf(err) != chancery.NotFound {
			return v, err
		}
		v.Home = s.page(r, "", "settings.title").caption(e.Caption)
	}
	marks, err := s.reg.Markings(r.Context())
	if err != nil {
		return v, err
	}
	v.Markings = strings.Join(marks, "\n")
	v.People, err = s.reg.Persons(r.Context())
	return v, err
}

func (s *Server) postSettings(w http.ResponseWriter, r *http.Request) error {
	err := s.set(r)
	if err == nil {
		return follow(w, r, "/settings")
	}
	if chancery.KindOf(err) != chancery.Invalid {
		return err
	}
	v, wrong := s.settings(r)
	if wrong != nil {
		return wrong
	}
	v.Home, v.Markings = r.FormValue("home"), r.FormValue("markings")
	p := s.page(r, "", "settings.title")
	s.render(w, r, http.StatusBadRequest, settingsPage(p, v, p.Error(err)))
	return nil
}

// set takes the home and the markings as typed; what did not change is left.
func (s *Server) set(r *http.Request) error {
	old, err := s.settings(r)
	if err != nil {
		return err
	}
	if name := tidy(r.FormValue("home")); name != "" && name != old.Home {
		home, err := s.homeNamed(r, name)
		if err != nil {
			return err
		}
		if err := s.reg.SetHome(r.Context(), person(r).ID, home); err != nil {
			return err
		}
	}
	var marks []string
	for line := range strings.Lines(r.FormValue("markings")) {
		if m := tidy(line); m != "" && !slices.Contains(marks, m) {
			marks = append(marks, m)
		}
	}
	if strings.Join(marks, "\n") == old.Markings {
		return nil
	}
	return s.reg.SetMarkings(r.Context(), person(r).ID, marks)
}
