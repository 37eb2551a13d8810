package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"chancery"
	"chancery/export"
	"chancery/ledger"
	"chancery/register"
)

const (
	listRows   = 50
	passageTop = 5 // passages of the papers shown above a list that is narrowed by words
)

// facetNames are the ways to narrow a list of the register, in their order.
var facetNames = []string{"schema", "type", "year", "country", "body", "document", "standing", "marking"}

// query reads what a list request asks for.
func query(r *http.Request) (register.Query, error) {
	at, err := when(r)
	if err != nil {
		return register.Query{}, err
	}
	q := register.Query{Facets: map[string][]string{}, Text: strings.TrimSpace(r.FormValue("q")), Sort: r.FormValue("sort"), Limit: listRows,
		Proposed: r.FormValue("proposed") == "yes", At: at}
	if q.Offset, err = offset(r); err != nil {
		return q, err
	}
	q.Facets = facetsOf(r, facetNames)
	return q, nil
}

// facetsOf reads the values chosen of some facets.
func facetsOf(r *http.Request, names []string) map[string][]string {
	out := map[string][]string{}
	for name, values := range r.URL.Query() {
		if slices.Contains(names, name) {
			out[name] = values
		}
	}
	return out
}

func offset(r *http.Request) (int, error) {
	v := r.FormValue("offset")
	if v == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < 0 {
		return 0, chancery.Fail("web.offset", chancery.Invalid, chancery.Say("web.offset", "%q is not a place in a list", v))
	}
	return n, nil
}

func (s *Server) getRegister(w http.ResponseWriter, r *http.Request) error {
	q, err := query(r)
	if err != nil {
		return err
	}
	v, err := s.reg.Items(r.Context(), s.reader(r, q.At), q)
	if err != nil {
		return err
	}
	list := listing{Items: v}
	if list.Views, err = s.reg.Store().Views(r.Context(), person(r).ID); err != nil {
		return err
	}
	if q.Text != "" && q.Offset == 0 {
		if list.Passages, err = s.reg.Search(r.Context(), s.reader(r, q.At), register.SearchQuery{Text: q.Text, Limit: passageTop}); err != nil {
			return err
		}
	}
	p := s.page(r, "nav.register", "nav.register").titled("", "", v.Head)
	p.Rows = v.Total
	s.render(w, r, http.StatusOK, registerPage(p, list))
	return nil
}

// listing is a list of the register with what stands beside it.
type listing struct {
	Items    register.ItemsView
	Passages register.SearchView // of the papers, where words narrow the list
	Views    []ledger.View
}

// getRegisterCSV gives exactly the rows that the page shows, all pages of them.
func (s *Server) getRegisterCSV(w http.ResponseWriter, r *http.Request) error {
	q, err := query(r)
	if err != nil {
		return err
	}
	p := s.page(r, "", "nav.register")
	q.Offset, q.Limit = 0, 500
	v, err := s.reg.Items(r.Context(), s.reader(r, q.At), q)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="register.csv"`)
	out := export.NewCSV(w, p.Say("property.name"), p.Say("property.kind"), p.Say("property.date"), p.Say("register.facts"), p.Say("register.waiting"), p.Say("paper.marking"), p.Say("register.address"))
	var highest string
	for {
		for _, row := range v.Rows {
			if err := out.Row(p.caption(row.Caption), p.Say("schema."+row.Schema), row.Date.String(), number(row.Facts), number(row.Proposed), row.Marking, linkAddress(row.Schema, row.Entity)); err != nil {
				return err
			}
		}
		highest = v.Higher(highest, v.Marking)
		if q.Offset += len(v.Rows); len(v.Rows) == 0 || q.Offset >= v.Total {
			break
		}
		if v, err = s.reg.Items(r.Context(), s.reader(r, q.At), q); err != nil {
			s.opts.Log.Error("the table broke off", "error", err)
			panic(http.ErrAbortHandler) // half a table must not look whole
		}
	}
	for _, line := range p.titled("", "", v.Head).markingLines(highest) {
		if err := out.Row(line); err != nil {
			return err
		}
	}
	return out.Close()
}

// markingLines close what is taken out of the register: the highest marking it
// holds, and above which one nothing is in it.
func (p page) markingLines(highest string) []string {
	var out []string
	if highest != "" {
		out = append(out, p.Say("register.highest", highest))
	}
	if p.Ceiling != "" {
		out = append(out, p.ceilingLine())
	}
	return out
}

func (s *Server) postView(w http.ResponseWriter, r *http.Request) error {
	name := tidy(r.FormValue("name"))
	u, err := url.Parse(r.FormValue("address"))
	if err != nil || name == "" {
		return chancery.Fail("web.postView", chancery.Invalid, chancery.Say("web.view", "a saved list needs a name"))
	}
	if _, err := s.reg.Store().SaveView(r.Context(), ledger.View{Person: person(r).ID, Name: name, Query: u.RawQuery}); err != nil {
		return err
	}
	return follow(w, r, listAddress("/register", u.RawQuery))
}

func (s *Server) postDropView(w http.ResponseWriter, r *http.Request) error {
	if err := s.reg.Store().DropView(r.Context(), person(r).ID, int64(whole(r.FormValue("id")))); err != nil {
		return err
	}
	return follow(w, r, back(r))
}

// listAddress gives a list, or the same as a table, with its query.
func listAddress(path, query string) string {
	u := url.URL{Path: path, RawQuery: query}
	return u.String()
}

// facetName words a facet: schemas, or the property it narrows by.
func (p page) facetName(name string) string {
	if p.Has("facet." + name) {
		return p.Say("facet." + name)
	}
	return capital(p.Say("property." + name))
}

// facetValue words a value of a facet.
func (p page) facetValue(name string, v register.FacetValue) string {
	switch {
	case v.Value == "":
		return p.Say("facet.none")
	case name == "schema":
		return p.Say("schemas." + v.Value)
	case name == "language":
		return languageName(v.Value)
	case v.Caption != "" && v.Caption != v.Value:
		return v.Caption
	}
	return p.code("", name, v.Value)
}
