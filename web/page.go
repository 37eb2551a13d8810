package web

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/a-h/templ"

	"chancery"
	"chancery/ledger"
	"chancery/locale"
	"chancery/register"
)

// page is what the frame around every page needs, and what its templates word
// things with.
type page struct {
	locale.Printer
	Title    string // already worded, or a name of the register
	Lang     string // of Title where it is a name; "" is the page's own
	Current  string // key of the menu entry the page stands under
	Rows     int    // number of rows, -1 where the page is no list
	At       ledger.At
	Lens     lens
	URL      *url.URL
	Demo     bool
	Leave    bool // the demo can be left for a register of one's own
	Version  string
	Marking  string   // highest marking of what the page shows
	Ceiling  string   // above which it shows nothing; "" is no limit
	Ceilings []string // from which one is chosen: the site's markings, lowest first
	Cuts     []register.Cut
	Person   chancery.Person
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
	return page{Printer: p, Title: p.Say(titleKey, args...), Current: current, Rows: -1, URL: r.URL, Lens: lensOf(r), Ceiling: ceiling(r),
		Demo: s.opts.Demo, Leave: s.opts.StartForReal != nil, Version: s.opts.Version, Person: person(r)}
}

// titled gives the page with the head of a view: its title where it is a name
// of the register, its day, the marking of what it shows and up to which.
func (p page) titled(title, language string, h register.Head) page {
	if title != "" {
		p.Title, p.Lang = title, language
	}
	p.At, p.Marking, p.Ceiling, p.Ceilings, p.Cuts = h.At, h.Marking, h.Ceiling, h.Markings, h.Cuts
	return p
}

// wholeAddress gives the list of all records of which a page took the first.
func wholeAddress(c register.Cut) string {
	q := url.Values{"schema": {c.Schema}}
	if c.Facet != "" {
		q.Set(c.Facet, string(c.Value))
	}
	return listAddress("/register", q.Encode())
}

// reader says through what the register looks for a request.
func (s *Server) reader(r *http.Request, when ledger.At) register.Reader {
	return register.Reader{At: when, Language: printer(r).Lang(), Ceiling: ceiling(r)}
}

// look gives a view of the register as the request asks for it.
func look[V any](s *Server, r *http.Request, view func(context.Context, register.Reader) (V, error)) (V, error) {
	at, err := when(r)
	if err != nil {
		var none V
		return none, err
	}
	return view(r.Context(), s.reader(r, at))
}

// lookAt does so for the entity that the address names.
func lookAt[V any](s *Server, r *http.Request, view func(context.Context, register.Reader, chancery.EntityID) (V, error)) (V, error) {
	return look(s, r, func(ctx context.Context, reader register.Reader) (V, error) {
		return view(ctx, reader, chancery.EntityID(r.PathValue("id")))
	})
}

// now is the register as it stands.
var now ledger.At

// when reads which day and which state of knowledge an address asks for. What a
// form does stands in the present.
func when(r *http.Request) (ledger.At, error) {
	var a ledger.At
	var err error
	if r.Method == http.MethodPost {
		return a, nil
	}
	q := r.URL.Query()
	if a.On, err = chancery.ParseDate(strings.TrimSpace(q.Get("on"))); err != nil {
		return a, err
	}
	if k := q.Get("known"); k != "" {
		n, err := strconv.ParseInt(k, 10, 64)
		if err != nil || n < 1 {
			return a, chancery.Fail("web.when", chancery.Invalid, chancery.Say("web.known", "%q is not the number of a ledger entry", k))
		}
		a.Known = ledger.Number(n)
	}
	return a, nil
}

// whole reads a number of the address; what is none counts as 0.
func whole(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// with gives the page's own address with one parameter changed; an empty value
// takes it away. A list that is ordered anew begins at its first row.
func (p page) with(name, value string) string {
	q := p.URL.Query()
	if name != "offset" {
		q.Del("offset")
	}
	if value == "" {
		q.Del(name)
	} else {
		q.Set(name, value)
	}
	out := url.URL{Path: p.URL.Path, RawQuery: q.Encode()}
	return out.String()
}

// lens is what a request looks through, as parameters of its address: its day,
// its state of knowledge and its ceiling.
type lens [][2]string

// lensOf gives the lens of a request. A day that is none is let go, as the page
// says so and leads on; a ceiling is not, since letting it go would show more.
func lensOf(r *http.Request) lens {
	var out lens
	if at, err := when(r); err == nil {
		if !at.On.IsZero() {
			out = append(out, [2]string{"on", at.On.String()})
		}
		if at.Known != 0 {
			out = append(out, [2]string{"known", strconv.FormatInt(int64(at.Known), 10)})
		}
	}
	if c := ceiling(r); c != "" {
		out = append(out, [2]string{"ceiling", c})
	}
	return out
}

// ceiling gives the marking above which an address asks for nothing.
func ceiling(r *http.Request) string { return r.URL.Query().Get("ceiling") }

// keep adds the lens to an address within the site, so that a reader who walks
// from page to page stays in the past, and below the ceiling. An address may
// name a day of its own, and never a ceiling.
func (l lens) keep(address string) string {
	u, err := url.Parse(address)
	if err != nil || len(l) == 0 {
		return address
	}
	q := u.Query()
	for _, one := range l {
		if name := one[0]; name == "ceiling" || !q.Has(name) {
			q.Set(name, one[1])
		}
	}
	u.RawQuery = q.Encode()
	return u.String()
}

// keep adds the page's lens to an address.
func (p page) keep(address string) string { return p.Lens.keep(address) }

// link is how every page leads to another one of the site.
func (p page) link(address string) templ.SafeURL { return templ.SafeURL(p.keep(address)) }

// follow leads on to another page of the site: after a form, or from an address
// that is no longer the thing's.
func follow(w http.ResponseWriter, r *http.Request, address string) error {
	http.Redirect(w, r, lensOf(r).keep(address), http.StatusSeeOther)
	return nil
}

// ceilingLine says above which marking nothing is shown.
func (p page) ceilingLine() string {
	if p.Ceiling == register.Unmarked {
		return p.Say("frame.unmarked")
	}
	return p.Say("frame.ceiling", p.Ceiling)
}

// caption words what an entity is called: its name, or its type, place and date.
func (p page) caption(l register.Label) string {
	if l.Text != "" {
		return l.Text
	}
	var parts []string
	if l.Code != "" {
		parts = append(parts, capital(p.code(l.Schema, l.Property, l.Code)))
	}
	for _, one := range []string{l.Sub, l.Place, p.Date(l.Date)} {
		if one != "" {
			parts = append(parts, one)
		}
	}
	if len(parts) == 0 {
		return p.Say("schema." + l.Schema)
	}
	return p.List(parts...)
}

// fullCaption is a caption with what tells it from others of its name.
func (p page) fullCaption(l register.Label) string {
	if l.Text == "" || l.Sub == "" {
		return p.caption(l)
	}
	return p.List(l.Text, clip(l.Sub))
}

// captionLang gives the language of a caption, "" where it is the page's own.
func captionLang(l register.Label) string {
	if l.Text == "" {
		return ""
	}
	return l.Language
}

// capital gives a text with its first letter in upper case.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// fragment reports whether the page's own script asks for a part to swap.
func fragment(r *http.Request) bool { return r.Header.Get("X-Fragment") != "" }

// render writes a page; what is rendered half is an error of ours, logged.
func (s *Server) render(w http.ResponseWriter, r *http.Request, code int, c templ.Component) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(code)
	if err := c.Render(r.Context(), w); err != nil && r.Context().Err() == nil {
		s.opts.Log.Error("render", "path", r.URL.Path, "error", err)
	}
}

// fail shows an error as a page: what, why, what to do. The page's own script
// gets the sentence alone.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	kind := chancery.KindOf(err)
	p := s.page(r, "", "error.title."+kind.String())
	what := p.Error(err)
	if kind == chancery.Internal {
		s.opts.Log.Error("request failed", "path", r.URL.Path, "error", err)
	}
	if fragment(r) {
		s.render(w, r, status[kind], templ.Raw(templ.EscapeString(what)))
		return
	}
	s.render(w, r, status[kind], failure(p, what))
}

// handler is a page's handler that leaves errors to the server.
type handler func(w http.ResponseWriter, r *http.Request) error

// open registers a handler; its error becomes a page.
func (s *Server) open(pattern string, h handler) {
	s.mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			s.fail(w, r, err)
		}
	})
}

// handle registers a handler for somebody who has said who is at the keyboard;
// others are asked first.
func (s *Server) handle(pattern string, h handler) {
	s.open(pattern, func(w http.ResponseWriter, r *http.Request) error {
		who, known, err := s.keyboard(r)
		if err != nil {
			return err
		}
		if !known {
			ask := "/welcome"
			if r.Method == http.MethodGet && r.URL.Path != "/" {
				ask += "?" + url.Values{"back": {r.URL.RequestURI()}}.Encode()
			}
			return follow(w, r, ask)
		}
		return h(w, r.WithContext(context.WithValue(r.Context(), personKey{}, who)))
	})
}

// nothing answers an address that leads nowhere.
func (s *Server) nothing(http.ResponseWriter, *http.Request) error {
	return chancery.Fail("web.nothing", chancery.NotFound, chancery.Say("web.nothing", "no page has this address; it may have been cut short when it was copied"))
}
