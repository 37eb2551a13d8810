package web

import (
	"net/http"
	"strings"
	"time"

	"chancery"
	"chancery/locale"
)

// personCookie says which of the register's persons is at the keyboard.
const personCookie = "person"

type personKey struct{}

// person gives who is at the keyboard, as far as the request has been asked.
func person(r *http.Request) chancery.Person {
	p, _ := r.Context().Value(personKey{}).(chancery.Person)
	return p
}

// keyboard finds who is at the keyboard: the one the cookie names, or the only
// person of the register.
func (s *Server) keyboard(r *http.Request) (who chancery.Person, known bool, err error) {
	all, err := s.reg.Persons(r.Context())
	if err != nil {
		return who, false, err
	}
	if c, err := r.Cookie(personCookie); err == nil {
		for _, p := range all {
			if p.ID == c.Value {
				return p, true, nil
			}
		}
	}
	if len(all) == 1 {
		return all[0], true, nil
	}
	return who, false, nil
}

func (s *Server) getWelcome(w http.ResponseWriter, r *http.Request) error {
	all, err := s.reg.Persons(r.Context())
	if err != nil {
		return err
	}
	home, err := s.reg.Home(r.Context())
	if err != nil {
		return err
	}
	key := "welcome.title"
	if len(all) > 0 {
		key = "welcome.who"
	}
	s.render(w, r, http.StatusOK, welcomePage(s.page(r, "", key), welcome{People: all, Home: home == "", Back: back(r)}, ""))
	return nil
}

// welcome is what the first page knows: who is there already, whether the
// register has no home yet, where to go then, and what was typed before.
type welcome struct {
	People           []chancery.Person
	Home             bool
	Back             string
	Name, Post, Body string
	HomeName         string
}

// postWelcome takes who is at the keyboard: somebody of the list, or somebody new.
func (s *Server) postWelcome(w http.ResponseWriter, r *http.Request) error {
	id := r.FormValue("person")
	if id == "" {
		typed := welcome{Back: back(r), Name: tidy(r.FormValue("name")), Post: tidy(r.FormValue("post")), Body: tidy(r.FormValue("body")), HomeName: tidy(r.FormValue("home"))}
		var err error
		if id, err = s.introduce(r, typed); err != nil {
			return s.again(w, r, typed, err)
		}
	}
	all, err := s.reg.Persons(r.Context())
	if err != nil {
		return err
	}
	for _, p := range all {
		if p.ID == id {
			remember(w, personCookie, id)
			return follow(w, r, back(r))
		}
	}
	return chancery.Fail("web.postWelcome", chancery.NotFound, chancery.Say("web.person", "the register knows nobody under this number"))
}

// introduce enters a new person and, where one was named, the register's home.
func (s *Server) introduce(r *http.Request, typed welcome) (string, error) {
	home, err := s.homeNamed(r, typed.HomeName)
	if err != nil {
		return "", err
	}
	p, err := s.reg.AddPerson(r.Context(), chancery.Person{Name: typed.Name, Post: typed.Post, Body: typed.Body})
	if err != nil || home == "" {
		return p.ID, err
	}
	return p.ID, s.reg.SetHome(r.Context(), p.ID, home)
}

// homeNamed finds the State or organisation of a name; "" for no name.
func (s *Server) homeNamed(r *http.Request, name string) (chancery.EntityID, error) {
	if name == "" {
		return "", nil
	}
	found, err := s.reg.Find(r.Context(), s.reader(r, now), name, []string{"State", "Organization"}, 1)
	if err != nil {
		return "", err
	}
	if len(found) == 0 {
		return "", chancery.Fail("web.homeNamed", chancery.Invalid, chancery.Say("web.home", "no State or organisation is known as %q; leave it empty and choose it in the settings later", name))
	}
	return found[0].Entity, nil
}

// again shows the first page with what was typed and what was wrong with it.
func (s *Server) again(w http.ResponseWriter, r *http.Request, typed welcome, err error) error {
	if chancery.KindOf(err) != chancery.Invalid {
		return err
	}
	home, wrong := s.reg.Home(r.Context())
	if wrong != nil {
		return wrong
	}
	if typed.People, wrong = s.reg.Persons(r.Context()); wrong != nil {
		return wrong
	}
	typed.Home = home == ""
	p := s.page(r, "", "welcome.title")
	s.render(w, r, http.StatusBadRequest, welcomePage(p, typed, p.Error(err)))
	return nil
}

// remember sets a cookie for a year.
func remember(w http.ResponseWriter, name, value string) {
	http.SetCookie(w, &http.Cookie{
		Name: name, Value: value, Path: "/", MaxAge: int((365 * 24 * time.Hour).Seconds()), HttpOnly: true, SameSite: http.SameSiteStrictMode,
	})
}

// postLanguage keeps the reader's choice of language and goes back.
func (s *Server) postLanguage(w http.ResponseWriter, r *http.Request) error {
	remember(w, languageCookie, locale.For(r.FormValue("language")).Lang())
	return follow(w, r, back(r))
}

// maxTyped bounds a name, a title or another short field, in bytes.
const maxTyped = 500

// tidy gives a short field as typed, without blanks around it and bounded.
func tidy(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) <= maxTyped {
		return s
	}
	return strings.ToValidUTF8(s[:maxTyped], "")
}
