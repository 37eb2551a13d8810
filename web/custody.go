package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"chancery"
	"chancery/register"
	"chancery/treaty"
)

// custodyAddress gives the file of a State on a treaty; "" is the home's.
func custodyAddress(id, whose chancery.EntityID) string {
	address := treatyAddress(id) + "/custody"
	if whose != "" {
		address += "?" + url.Values{"whose": {string(whose)}}.Encode()
	}
	return address
}

// custodyForm is what was typed into one of the two forms of the page.
type custodyForm struct {
	Of     string // "step" or "notice"; "" where nothing was typed
	Step   string
	Values url.Values
	Wrong  string
}

// value gives a field as typed into one form.
func (f custodyForm) value(form, name string) string {
	if f.Of != form {
		return ""
	}
	return f.Values.Get(name)
}

func (s *Server) getCustody(w http.ResponseWriter, r *http.Request) error {
	return s.custody(w, r, custodyForm{Step: r.FormValue("step")}, http.StatusOK)
}

func (s *Server) custody(w http.ResponseWriter, r *http.Request, form custodyForm, code int) error {
	at, err := when(r)
	if err != nil {
		return err
	}
	q := register.CustodyQuery{Treaty: chancery.EntityID(r.PathValue("id")), Whose: chancery.EntityID(r.FormValue("whose"))}
	v, err := s.reg.Custody(r.Context(), s.reader(r, at), q)
	if err != nil {
		return err
	}
	p := s.page(r, "nav.treaties", "treaty.custody").titled("", "", v.Head)
	if v.ID != q.Treaty && code == http.StatusOK {
		return follow(w, r, custodyAddress(v.ID, q.Whose))
	}
	p.Title = p.Say("custody.of", p.caption(v.Caption))
	if r.Method != http.MethodGet {
		if p.URL, err = url.Parse(p.keep(custodyAddress(v.ID, q.Whose))); err != nil { // a form has no address to come back to
			return chancery.Wrap("web.custody", chancery.Internal, err)
		}
	}
	if form.Step == "" {
		form.Step = v.Chain.Next.Slug()
	}
	s.render(w, r, code, custodyPage(newSaid(p, v.Citations), v, form))
	return nil
}

// typedNamed reads a name from a form with the entity it means, where it can
// mean only one.
func (s *Server) typedNamed(r *http.Request, name string, schemas []string) (register.Typed, error) {
	t := register.Typed{Text: tidy(r.FormValue("v." + name)), Ref: chancery.EntityID(r.FormValue("r." + name))}
	if t.Text == "" {
		return register.Typed{}, nil
	}
	if t.Ref != "" {
		return t, nil
	}
	found, err := s.reg.Find(r.Context(), s.reader(r, now), t.Text, schemas, 8)
	if err != nil {
		return t, err
	}
	found = slices.DeleteFunc(found, func(row register.Row) bool { return strings.HasPrefix(string(row.Entity), "group:") }) // a group of States holds no paper
	if same := exactly(found, t.Text); len(same) == 1 {
		found = same
	}
	if len(found) == 1 {
		t.Ref = found[0].Entity
	}
	return t, nil
}

// days reads dates of a form.
func days(r *http.Request, to map[string]*chancery.Date) error {
	for name, d := range to {
		var err error
		if *d, err = chancery.ParseDate(strings.TrimSpace(r.FormValue(name))); err != nil {
			return err
		}
	}
	return nil
}

// postStep records a step at home, done or in somebody's hands.
func (s *Server) postStep(w http.ResponseWriter, r *http.Request) error {
	e := register.StepEntry{Treaty: chancery.EntityID(r.PathValue("id")), By: chancery.EntityID(r.FormValue("whose")),
		Step: stepNamed(r.FormValue("step")), Means: treaty.ActKind(r.FormValue("means")), Number: tidy(r.FormValue("number")), Note: tidy(r.FormValue("note")),
		Needless: r.FormValue("needless") != "", Remark: tidy(r.FormValue("remark")), Marking: r.FormValue("marking")}
	err := days(r, map[string]*chancery.Date{"date": &e.Date, "due": &e.Due})
	if err == nil {
		e.Person, err = s.typedNamed(r, "person", rangeOf("Act", "person"))
	}
	if err == nil {
		e.Holder, err = s.typedNamed(r, "holder", rangeOf("Act", "holder"))
	}
	if err == nil {
		_, err = s.reg.EnterStep(r.Context(), person(r).ID, e)
	}
	return s.custodyTaken(w, r, "step", err)
}

// postNotice records a note received or sent about the treaty.
func (s *Server) postNotice(w http.ResponseWriter, r *http.Request) error {
	e := register.NoticeEntry{Treaty: chancery.EntityID(r.PathValue("id")), Whose: chancery.EntityID(r.FormValue("whose")), Sent: r.FormValue("way") == "sent",
		Number: tidy(r.FormValue("number")), Text: tidy(r.FormValue("text")), Remark: tidy(r.FormValue("remark")), Marking: r.FormValue("marking")}
	err := days(r, map[string]*chancery.Date{"date": &e.Date, "due": &e.Due})
	if err == nil {
		e.Other, err = s.typedNamed(r, "other", rangeOf("NoteVerbale", "from"))
	}
	if err == nil {
		_, err = s.reg.EnterNotice(r.Context(), person(r).ID, e)
	}
	return s.custodyTaken(w, r, "notice", err)
}

// custodyTaken leads back to the file, or shows the form again with what was
// wrong with it.
func (s *Server) custodyTaken(w http.ResponseWriter, r *http.Request, form string, err error) error {
	if err == nil {
		return follow(w, r, custodyAddress(chancery.EntityID(r.PathValue("id")), chancery.EntityID(r.FormValue("whose")))+"#"+form+"s")
	}
	if chancery.KindOf(err) != chancery.Invalid {
		return err
	}
	return s.custody(w, r, custodyForm{Of: form, Step: r.FormValue("step"), Values: r.Form, Wrong: printer(r).Error(err)}, http.StatusBadRequest)
}

// rangeOf gives the schemas that a property may refer to.
func rangeOf(schema, property string) []string {
	s, _ := chancery.SchemaNamed(schema)
	p, _ := s.Property(property)
	return p.Range
}

// stepNamed gives the step that an address or a form names.
func stepNamed(slug string) treaty.DomesticKind {
	for _, k := range treaty.DefaultChain {
		if k.Slug() == slug {
			return k
		}
	}
	return treaty.DomesticKind(slug)
}

// named is the field of a name: a row as the forms of the vocabulary have it.
func (f custodyForm) named(form, name, schema, property string) widgetOf {
	s, _ := chancery.SchemaNamed(schema)
	p, _ := s.Property(property)
	return widgetOf{ID: name, Name: name, Schema: schema, Row: entryRow{Property: p, Value: f.value(form, "v."+name), Ref: chancery.EntityID(f.value(form, "r."+name))}}
}

// dueAddress gives the page on which something that is due is done.
func dueAddress(m register.Moment) string {
	if strings.HasPrefix(m.Property, register.StepProperty) {
		return custodyAddress(m.Entity, "")
	}
	return linkAddress(m.Schema, m.Entity)
}

// dueName words what is due on a day.
func (p page) dueName(m register.Moment) string {
	if step, ok := strings.CutPrefix(m.Property, register.StepProperty); ok {
		return p.Say("custody.step-due", p.Message(stepNamed(step).Label()))
	}
	return p.property(m.Schema, m.Property)
}
