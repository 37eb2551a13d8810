package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"chancery"
	"chancery/export"
	"chancery/register"
	"chancery/reporting"
)

func (s *Server) reportingQuery(r *http.Request) (register.ReportingQuery, error) {
	q := register.ReportingQuery{State: chancery.EntityID(r.FormValue("state")), Mechanism: strings.ToUpper(r.FormValue("mechanism")), Predictable: r.FormValue("predictable") == "yes"}
	if _, ok := reporting.MechanismNamed(q.Mechanism); !ok && q.Mechanism != "" {
		return q, chancery.Fail("web.reporting", chancery.NotFound, chancery.Say("web.mechanism", "%q is no mechanism to which States report", q.Mechanism))
	}
	return q, nil
}

func (s *Server) getReporting(w http.ResponseWriter, r *http.Request) error {
	at, err := when(r)
	if err != nil {
		return err
	}
	q, err := s.reportingQuery(r)
	if err != nil {
		return err
	}
	v, err := s.reg.Reporting(r.Context(), s.reader(r, at), q)
	if err != nil {
		return err
	}
	p := s.page(r, "nav.reporting", "nav.reporting").titled("", "", v.Head)
	if !v.State.Empty() {
		p.Title = p.Say("reporting.of", p.text(v.State))
	}
	p.Rows = len(v.Due)
	var others []register.Moment
	if q.Mechanism == "" && q.State == "" {
		if others, err = s.reg.OtherDeadlines(r.Context(), s.reader(r, at)); err != nil {
			return err
		}
	}
	s.render(w, r, http.StatusOK, reportingPage(newSaid(p, v.Citations), v, others))
	return nil
}

// getReportingICS is the calendar as a feed: of one mechanism, of one body of
// the home and what it has to do, or of all that is owed.
func (s *Server) getReportingICS(w http.ResponseWriter, r *http.Request) error {
	at, err := when(r)
	if err != nil {
		return err
	}
	p := s.page(r, "nav.reporting", "nav.reporting")
	name, entries, err := s.calendar(r, p, s.reader(r, at))
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/calendar; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="reporting.ics"`)
	return export.ICS(w, name, entries, time.Now())
}

func (s *Server) calendar(r *http.Request, p page, reader register.Reader) (string, []export.CalendarEntry, error) {
	if body := chancery.EntityID(r.FormValue("institution")); body != "" && !isMechanism(body) {
		moments, err := s.reg.Feed(r.Context(), reader, body)
		return p.Say("reporting.feed", string(body)), p.dates(r, moments), err
	} else if body != "" {
		r.Form.Set("mechanism", strings.TrimPrefix(string(body), "body:"))
	}
	q, err := s.reportingQuery(r)
	if err != nil {
		return "", nil, err
	}
	v, err := s.reg.Reporting(r.Context(), reader, q)
	if err != nil {
		return "", nil, err
	}
	var out []export.CalendarEntry
	for _, d := range v.Due {
		why := p.basis(d.Due) + " [" + d.Source + "]"
		if d.On.Precision() != chancery.DayPrecision {
			why = p.Date(d.On) + "; " + why
		}
		out = append(out, export.CalendarEntry{ID: strings.Join([]string{string(v.State.Ref), d.Mechanism, string(d.Kind), strconv.Itoa(d.Number)}, "-") + "@chancery",
			Day: d.On, Summary: d.Mechanism + p.Say("list.colon") + " " + p.owed(d.Due), Description: why, Address: absolute(r, p.keep(reportingAddress(d.Mechanism, q))), Categories: []string{d.Mechanism}})
	}
	if q.Mechanism == "" && q.State == "" {
		moments, err := s.reg.OtherDeadlines(r.Context(), reader)
		if err != nil {
			return "", nil, err
		}
		out = append(out, p.dates(r, moments)...)
	}
	return p.Say("reporting.feed", strings.TrimSpace(p.text(v.State)+" "+q.Mechanism)), out, nil
}

// dates makes entries of a calendar of what has a day.
func (p page) dates(r *http.Request, moments []register.Moment) []export.CalendarEntry {
	out := make([]export.CalendarEntry, 0, len(moments))
	for _, m := range moments {
		id := strings.Join([]string{string(m.Entity), m.Property, m.Date.String(), m.Caption.Sub}, "-")
		out = append(out, export.CalendarEntry{ID: strings.ReplaceAll(id, " ", "_") + "@chancery", Day: m.Date, Summary: p.caption(m.Caption),
			Description: strings.TrimSpace(p.dueName(m) + " " + m.Caption.Sub), Address: absolute(r, p.keep(dueAddress(m))), Categories: []string{p.Say("schema." + m.Schema)}})
	}
	return out
}

func isMechanism(body chancery.EntityID) bool {
	_, ok := reporting.MechanismNamed(strings.TrimPrefix(string(body), "body:"))
	return ok
}

// absolute gives an address as a program outside a browser needs it: under the
// name by which the feed was asked for.
func absolute(r *http.Request, path string) string {
	u, err := url.Parse(path)
	if err != nil || r.Host == "" {
		return ""
	}
	u.Scheme, u.Host = "http", r.Host
	if r.TLS != nil {
		u.Scheme = "https"
	}
	return u.String()
}

// reportingAddress gives the calendar narrowed to a mechanism.
func reportingAddress(mechanism string, q register.ReportingQuery) string {
	v := url.Values{}
	if mechanism != "" {
		v.Set("mechanism", mechanism)
	}
	if q.State != "" {
		v.Set("state", string(q.State))
	}
	if q.Predictable {
		v.Set("predictable", "yes")
	}
	if len(v) == 0 {
		return "/reporting"
	}
	return "/reporting?" + v.Encode()
}

// feedAddress gives the feed of what a page of the calendar shows.
func feedAddress(mechanism string, q register.ReportingQuery) string {
	return strings.Replace(reportingAddress(mechanism, q), "/reporting", "/reporting.ics", 1)
}

// owed words what is owed: "periodic report 6".
func (p page) owed(d reporting.Due) string {
	return p.Say("reporting.kind."+string(d.Kind), d.Number)
}

// basis words what a date rests on: law, committee, letter or calendar, and the
// arithmetic.
func (p page) basis(d reporting.Due) string {
	return p.Say("reporting.basis."+string(d.Basis)) + p.Say("list.colon") + " " + p.Message(d.Why)
}
