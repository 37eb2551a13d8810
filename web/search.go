package web

import (
	"net/http"
	"net/url"
	"strings"

	"chancery/register"
)

const searchRows = 20

// searchFacets are the ways to narrow a search of the papers.
var searchFacets = []string{"document", "language", "year"}

func (s *Server) getSearch(w http.ResponseWriter, r *http.Request) error {
	at, err := when(r)
	if err != nil {
		return err
	}
	from, err := offset(r)
	if err != nil {
		return err
	}
	v, err := s.reg.Search(r.Context(), s.reader(r, at), register.SearchQuery{Text: strings.TrimSpace(r.FormValue("q")), Facets: facetsOf(r, searchFacets), Offset: from, Limit: searchRows})
	if err != nil {
		return err
	}
	p := s.page(r, "", "search.title").titled("", "", v.Head)
	if v.Text != "" {
		p.Rows = v.Total
	}
	s.render(w, r, http.StatusOK, searchPage(p, v, from))
	return nil
}

func queryEscape(s string) string { return url.QueryEscape(s) }

// hitOrigin says what paper a passage found is in.
func (p page) hitOrigin(h register.Hit) string {
	parts := []string{p.Say("code." + string(h.Kind))}
	if h.Page > 0 {
		parts = append(parts, p.Say("cite.page", h.Page))
	}
	if !h.Published.IsZero() {
		parts = append(parts, p.Date(h.Published))
	}
	return p.List(parts...)
}

// snippetPart is a run of a snippet, found or between what was found.
type snippetPart struct {
	Text  string
	Found bool
}

// snippetParts cuts a snippet into what was searched for and what stands between.
func snippetParts(h register.Hit) []snippetPart {
	var out []snippetPart
	last := 0
	for _, m := range h.Marks {
		if m[0] < last || m[1] > len(h.Snippet) || m[0] >= m[1] {
			continue
		}
		out = append(out, snippetPart{h.Snippet[last:m[0]], false}, snippetPart{h.Snippet[m[0]:m[1]], true})
		last = m[1]
	}
	return append(out, snippetPart{h.Snippet[last:], false})
}
