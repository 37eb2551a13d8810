package web

import (
	"net/http"
	"net/url"
	"strconv"

	"chancery"
	"chancery/ledger"
	"chancery/locale"
	"github.com/a-h/templ"
)

// page is what the frame around every page needs, and what its templates word
// things with.
type page struct {
	locale.Printer
	Title   string // already worded, or a name of the register
	Lang    string // of Title where it is a name; "" is the page's own
	Current string // key of the menu entry the page stands under
	Rows    int    // number of rows, -1 where the page is no list
	At      ledger.At
	URL     *url.URL
	Demo    bool
	Version string
	Marking string
}

// menu is the order of the pages in the frame: key of the label and address.
var menu = []struct{ Key, Address string }{
	{"nav.today", "/"},
	{"nav.receive", "/receive"},
	{"nav.desk", "/desk"},
	{"nav.register", "/register"},
	{"nav.treaties", "/treaties"},
	{"nav.reporting", "/reporting"},
	{"nav.recommendations", "/recommendations"},
	{"nav.plans", "/plans"},
	{"nav.elections", "/elections"},
	{"nav.ledger", "/ledger"},
}

// languageCookie keeps the reader's choice of language.
const languageCookie = "language"

// printer gives the reader's language: chosen, else asked for by the browser.
func printer(r *http.Request) locale.Printer {
	if c, err := r.Cookie(languageCookie); err == nil {
		return locale.For(c.Value)
	}
	return locale.Preferred(r.Header.Get("Accept-Language"))
}

// page starts the frame of a page. The title is a key of the catalogue.
func (s *Server) page(r *http.Request, current, titleKey string, args ...any) page {
	p := printer(r)
	return page{Printer: p, Title: p.Say(titleKey, args...), Current: current, Rows: -1, URL: r.URL, Demo: s.opts.Demo, Version: s.opts.Version}
}

// at reads which day and which state of knowledge a request asks for.
func at(r *http.Request) (ledger.At, error) {
	var a ledger.At
	var err error
	if a.On, err = chancery.ParseDate(r.FormValue("on")); err != nil {
		return a, err
	}
	if k := r.FormValue("known"); k != "" {
		n, err := strconv.ParseInt(k, 10, 64)
		if err != nil || n < 1 {
			return a, chancery.Fail("web.at", chancery.Invalid, chancery.Say("web.known", "%q is not the number of a ledger entry", k))
		}
		a.Known = ledger.Number(n)
	}
	return a, nil
}

// with gives the page's own address with one parameter changed; an empty value
// takes it away.
func (p page) with(name, value string) string {
	q := p.URL.Query()
	if value == "" {
		q.Del(name)
	} else {
		q.Set(name, value)
	}
	out := url.URL{Path: p.URL.Path, RawQuery: q.Encode()}
	return out.String()
}

// keep adds the page's day and state of knowledge to an address, so that a
// reader who walks from page to page stays in the past.
func (p page) keep(address string) string {
	u, err := url.Parse(address)
	if err != nil || (p.At.On.IsZero() && p.At.Known == 0) {
		return address
	}
	q := u.Query()
	if !p.At.On.IsZero() {
		q.Set("on", p.At.On.String())
	}
	if p.At.Known != 0 {
		q.Set("known", strconv.FormatInt(int64(p.At.Known), 10))
	}
	u.RawQuery = q.Encode()
	return u.String()
}

// render writes a page; what is rendered half is an error of ours, logged.
func (s *Server) render(w http.ResponseWriter, r *http.Request, code int, c templ.Component) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(code)
	if err := c.Render(r.Context(), w); err != nil && r.Context().Err() == nil {
		s.opts.Log.Error("render", "path", r.URL.Path, "error", err)
	}
}

// fail shows an error as a page: what, why, what to do.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	kind := chancery.KindOf(err)
	if kind == chancery.Internal {
		s.opts.Log.Error("request failed", "path", r.URL.Path, "error", err)
	}
	p := s.page(r, "", "error.title."+kind.String())
	s.render(w, r, status[kind], failure(p, p.Error(err)))
}

// handler is a page's handler that leaves errors to the server.
type handler func(w http.ResponseWriter, r *http.Request) error

// handle registers a handler; its error becomes a page.
func (s *Server) handle(pattern string, h handler) {
	s.mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			s.fail(w, r, err)
		}
	})
}
