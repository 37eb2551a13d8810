package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"chancery"
	"chancery/register"
)

// entry is a form for values of one thing, made from its schema.
type entry struct {
	Schema   chancery.Schema
	Entity   chancery.EntityID // "" makes a new thing
	Caption  register.Label
	Source   source
	Rows     []entryRow // in the order of the schema, one or more of each property
	Remark   string
	Marking  string
	Markings []string
	Back     string
}

// source is the passage that entered values rest on; without a document it is
// a remark that the form asks for.
type source struct {
	Document   chancery.DocumentID
	Edition    int
	Start, End int
	Quote      string
	Title      string
	Language   string
}

// entryRow is one field of the form.
type entryRow struct {
	Property chancery.Property
	Value    string
	Ref      chancery.EntityID
	Language string
	Choices  []register.Row // where the typed name may mean several things
	Wrong    string
}

func (s *Server) getEnter(w http.ResponseWriter, r *http.Request) error {
	e, chosen, err := s.asked(w, r)
	if err != nil || !chosen {
		return err
	}
	s.render(w, r, http.StatusOK, enterPage(s.entryTitle(r, e), e, ""))
	return nil
}

// asked gives the entry that the request is about, or shows what sorts of
// things there are where none was chosen.
func (s *Server) asked(w http.ResponseWriter, r *http.Request) (e entry, chosen bool, err error) {
	src, err := s.source(r)
	if err != nil {
		return e, false, err
	}
	schema, ok := chancery.SchemaNamed(r.FormValue("schema"))
	if !ok {
		return e, false, s.chooseSchema(w, r, src)
	}
	e, err = s.entry(r, schema, src)
	return e, err == nil, err
}

// chooseSchema asks what sort of thing is entered; beside a paper it offers
// the things that the paper speaks of.
func (s *Server) chooseSchema(w http.ResponseWriter, r *http.Request, src source) error {
	var cards []register.Card
	if src.Document != "" {
		v, err := s.reg.Desk(r.Context(), s.reader(r, now), src.Document)
		if err != nil {
			return err
		}
		cards = v.Cards
	}
	s.render(w, r, http.StatusOK, chooseSchemaPage(s.page(r, "nav.register", "enter.title"), src, cards))
	return nil
}

// source reads the passage that a form stands on: by its place, or by the words
// themselves, which must then stand in the paper.
func (s *Server) source(r *http.Request) (source, error) {
	src := source{Document: chancery.DocumentID(r.FormValue("document")), Edition: whole(r.FormValue("edition")), Start: whole(r.FormValue("start")), End: whole(r.FormValue("end"))}
	if src.Document == "" {
		return source{}, nil
	}
	v, err := s.reg.Paper(r.Context(), s.reader(r, now), src.Document, src.Edition)
	if err != nil {
		return src, err
	}
	src.Edition, src.Title, src.Language = v.Edition.Number, v.Paper.Caption, v.Edition.Language
	if quote := strings.TrimSpace(r.FormValue("quote")); src.End == 0 && quote != "" {
		if src.Start = strings.Index(v.Edition.Text, quote); src.Start < 0 {
			return src, chancery.Fail("web.source", chancery.Invalid, chancery.Say("web.quote", "the paper does not hold the words %q; copy them from it as they stand", clip(quote)))
		}
		src.End = src.Start + len(quote)
	}
	if src.End == 0 {
		src.Start, src.End = firstWords(v.Edition.Text)
	}
	at, err := chancery.Cut(src.Document, src.Edition, v.Edition.Text, src.Start, src.End)
	src.Quote = at.Quote
	return src, err
}

// entry makes the form as the request fills it.
func (s *Server) entry(r *http.Request, schema chancery.Schema, src source) (entry, error) {
	e := entry{Schema: schema, Entity: chancery.EntityID(r.FormValue("entity")), Source: src,
		Remark: strings.TrimSpace(r.FormValue("remark")), Marking: r.FormValue("marking"), Back: r.FormValue("back")}
	var err error
	if e.Markings, err = s.reg.Markings(r.Context()); err != nil {
		return e, err
	}
	if e.Entity != "" {
		v, err := s.reg.Entity(r.Context(), s.reader(r, now), e.Entity)
		if err != nil {
			return e, err
		}
		e.Caption = v.Caption
	}
	for _, p := range schema.Properties {
		e.Rows = append(e.Rows, typedRows(r, p)...)
	}
	if r.Method == http.MethodGet && e.Entity == "" && src.Quote != "" && src.Quote == strings.TrimSpace(src.Quote) && len(src.Quote) < maxTyped {
		suggest(e.Rows, schema, src)
	}
	return e, nil
}

// suggest puts the words of the source into the field that names the thing.
func suggest(rows []entryRow, schema chancery.Schema, src source) {
	for _, name := range schema.Naming {
		for i := range rows {
			if p := rows[i].Property; p.Name == name && (p.Type == chancery.TypeName || p.Type == chancery.TypeLabel || p.Type == chancery.TypeText) {
				rows[i].Value, rows[i].Language = src.Quote, src.Language
				return
			}
		}
	}
}

// typedRows gives the fields of a property as typed: one at least, and one
// more where the form asked for it.
func typedRows(r *http.Request, p chancery.Property) []entryRow {
	var out []entryRow
	for i, v := range r.Form["v."+p.Name] {
		row := entryRow{Property: p, Value: strings.TrimSpace(v), Ref: chancery.EntityID(nth(r.Form["r."+p.Name], i)), Language: nth(r.Form["l."+p.Name], i)}
		if row.Value != "" || row.Ref != "" {
			out = append(out, row)
		}
	}
	if len(out) == 0 || r.FormValue("more") == p.Name {
		out = append(out, entryRow{Property: p, Language: printer(r).Lang()})
	}
	return out
}

func nth(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

func (s *Server) entryTitle(r *http.Request, e entry) page {
	p := s.page(r, "nav.register", "enter.title")
	p.Title = p.Say("enter.new", p.Say("schema."+e.Schema.Name))
	if e.Entity != "" {
		p.Title = p.Say("enter.about", p.caption(e.Caption))
	}
	return p
}

func (s *Server) postEnter(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return chancery.Wrap("web.postEnter", chancery.Invalid, err)
	}
	e, chosen, err := s.asked(w, r)
	if err != nil || !chosen {
		return err
	}
	clear, err := s.resolve(r, e.Rows)
	if err != nil {
		return err
	}
	if r.FormValue("more") != "" || !clear {
		return s.enterAgain(w, r, e, "")
	}
	id, err := s.reg.Enter(r.Context(), person(r).ID, e.hand())
	if chancery.KindOf(err) == chancery.Invalid && err != nil {
		return s.enterAgain(w, r, e, printer(r).Error(err))
	}
	if err != nil {
		return err
	}
	to := linkAddress(e.Schema.Name, id)
	if e.Back != "" {
		to = back(r)
	}
	return follow(w, r, to)
}

// enterAgain shows the form with what was typed and what was wrong with it.
func (s *Server) enterAgain(w http.ResponseWriter, r *http.Request, e entry, wrong string) error {
	p := s.entryTitle(r, e)
	code := http.StatusOK
	for i := range e.Rows {
		if e.Rows[i].Wrong != "" && wrong == "" {
			wrong = e.Rows[i].Wrong
		}
	}
	if wrong != "" {
		code = http.StatusBadRequest
	}
	s.render(w, r, code, enterPage(p, e, wrong))
	return nil
}

// resolve finds the entities that typed names mean, and reports whether all
// are clear. A name that may mean several is asked for, one that means none is
// wrong.
func (s *Server) resolve(r *http.Request, rows []entryRow) (bool, error) {
	clear := true
	p := printer(r)
	for i := range rows {
		row := &rows[i]
		if row.Property.Type != chancery.TypeEntity || row.Value == "" || row.Ref != "" {
			continue
		}
		found, err := s.reg.Find(r.Context(), s.reader(r, now), row.Value, row.Property.Range, 8)
		if err != nil {
			return false, err
		}
		switch same := exactly(found, row.Value); {
		case len(found) == 1:
			row.Ref = found[0].Entity
		case len(same) == 1:
			row.Ref = same[0].Entity
		case len(found) == 0:
			row.Wrong, clear = p.Say("enter.unknown", row.Value), false
		default:
			row.Choices, row.Wrong, clear = found, p.Say("enter.several", row.Value), false
		}
	}
	return clear, nil
}

// exactly keeps the rows that are called exactly so; where some of them are
// confirmed, those alone.
func exactly(rows []register.Row, name string) []register.Row {
	same := slices.DeleteFunc(slices.Clone(rows), func(r register.Row) bool { return !strings.EqualFold(r.Caption.Text, name) })
	if sure := confirmedFirst(same); len(sure) > 0 && sure[0].Facts > 0 {
		return slices.DeleteFunc(sure, func(r register.Row) bool { return r.Facts == 0 })
	}
	return same
}

// confirmedFirst orders what is confirmed before what is only proposed.
func confirmedFirst(rows []register.Row) []register.Row {
	out := slices.Clone(rows)
	slices.SortStableFunc(out, func(a, b register.Row) int { return min(b.Facts, 1) - min(a.Facts, 1) })
	return out
}

// hand gives what was typed to be entered.
func (e entry) hand() register.Hand {
	h := register.Hand{Subject: e.Entity, Schema: e.Schema.Name, Document: e.Source.Document, Edition: e.Source.Edition,
		Start: e.Source.Start, End: e.Source.End, Remark: e.Remark, Marking: e.Marking}
	for _, row := range e.Rows {
		if row.Value != "" || row.Ref != "" {
			h.Values = append(h.Values, row.hand())
		}
	}
	return h
}

func (row entryRow) hand() register.HandValue {
	v := register.HandValue{Property: row.Property.Name, Value: row.Value, Ref: row.Ref}
	if row.Property.Type == chancery.TypeName || row.Property.Type == chancery.TypeText {
		v.Language = row.Language
	}
	return v
}

// enterAddress gives the form for a thing of a schema, on a source.
func enterAddress(schema string, entity chancery.EntityID, src source) string {
	q := url.Values{}
	if schema != "" {
		q.Set("schema", schema)
	}
	if entity != "" {
		q.Set("entity", string(entity))
	}
	if src.Document != "" {
		q.Set("document", string(src.Document))
		q.Set("edition", strconv.Itoa(src.Edition))
		q.Set("start", strconv.Itoa(src.Start))
		q.Set("end", strconv.Itoa(src.End))
		q.Set("back", "/desk/"+string(src.Document))
	}
	return "/enter?" + q.Encode()
}
