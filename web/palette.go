package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"chancery"
	"chancery/ledger"
	"chancery/register"
)

// option is one line of the palette: somewhere to go or something to do.
type option struct {
	Text, Lang, Sub, Address string
}

// doings are what the palette can do, beside going to the pages of the menu.
var doings = []struct{ Key, Address string }{
	{"meeting.new", "/meetings/new"},
	{"enter.title", "/enter"},
	{"palette.plan", "/enter?schema=Event"},
	{"ledger.export", "/ledger.jsonl"},
	{"search.title", "/search"},
	{"settings.title", "/settings"},
	{"frame.help", "/help"},
	{"frame.outside", "/outside"},
}

const paletteRows = 8

// getPalette gives what a few letters may mean: pages, doings, entities and
// papers. The script gets the options alone, others a page with links.
func (s *Server) getPalette(w http.ResponseWriter, r *http.Request) error {
	words := strings.TrimSpace(r.FormValue("q"))
	p := s.page(r, "", "frame.palette")
	list := p.places(words)
	if words != "" {
		found, err := s.reg.Find(r.Context(), s.reader(r, now), words, nil, paletteRows)
		if err != nil {
			return err
		}
		for _, one := range confirmedFirst(found) {
			list = append(list, option{p.caption(one.Caption), captionLang(one.Caption), p.described(one), linkAddress(one.Schema, one.Entity)})
		}
		papers, err := s.papersNamed(r, words)
		if err != nil {
			return err
		}
		list = append(list, papers...)
		list = append(list, option{Text: p.Say("palette.search", words), Address: "/search?q=" + url.QueryEscape(words)})
	}
	if fragment(r) {
		s.render(w, r, http.StatusOK, options(p, list))
		return nil
	}
	s.render(w, r, http.StatusOK, palettePage(p, words, list))
	return nil
}

// places are the pages and doings whose name holds the words.
func (p page) places(words string) []option {
	var out []option
	for _, m := range slices.Concat(menu, doings) {
		if text := p.Say(m.Key); strings.Contains(strings.ToLower(text), strings.ToLower(words)) {
			out = append(out, option{Text: text, Address: m.Address})
		}
	}
	return out
}

// papersNamed finds papers by their title or symbol among the newest.
func (s *Server) papersNamed(r *http.Request, words string) ([]option, error) {
	const newest = 500
	below, err := s.reg.Below(r.Context(), ceiling(r))
	if err != nil {
		return nil, err
	}
	all, err := s.reg.Store().Documents(r.Context(), ledger.DocumentQuery{Limit: newest, Ceiling: below, Kinds: []chancery.DocumentKind{chancery.Paper, chancery.Notes, chancery.Letter, chancery.Attachment}})
	if err != nil {
		return nil, err
	}
	p := printer(r)
	var out []option
	for _, d := range all.Rows {
		title := d.Title
		if title == "" {
			title = d.Name
		}
		if len(out) < paletteRows && !d.Withdrawn && strings.Contains(strings.ToLower(title+" "+d.Symbol), strings.ToLower(words)) {
			out = append(out, option{title, d.Language, p.Say("code." + string(d.Kind)), paperAddress(d.ID)})
		}
	}
	return out, nil
}

// described tells an entity from others of its name.
func (p page) described(r register.Row) string {
	parts := []string{p.Say("schema." + r.Schema)}
	if r.Sub != "" && r.Caption.Text != "" {
		parts = append(parts, r.Sub)
	}
	if !r.Date.IsZero() {
		parts = append(parts, p.Date(r.Date))
	}
	if r.Facts == 0 && r.Proposed > 0 {
		parts = append(parts, p.Say("fact.proposed"))
	}
	return p.List(parts...)
}

// getFind offers entities for a field that refers to one.
func (s *Server) getFind(w http.ResponseWriter, r *http.Request) error {
	words := strings.TrimSpace(r.FormValue("q"))
	var found []register.Row
	if words != "" {
		var err error
		if found, err = s.reg.Find(r.Context(), s.reader(r, now), words, r.URL.Query()["schema"], paletteRows); err != nil {
			return err
		}
	}
	s.render(w, r, http.StatusOK, offers(s.page(r, "", "enter.which"), confirmedFirst(found)))
	return nil
}

// findAddress gives the address that offers entities of some schemas.
func findAddress(schemas []string) string {
	return "/find?" + url.Values{"schema": schemas}.Encode()
}
