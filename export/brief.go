package export

import (
	"fmt"
	"io"
	"strings"

	"chancery"
	"chancery/locale"
	"chancery/register"
)

// sheet writes a page of plain text with notes of its sources at the end.
type sheet struct {
	p         locale.Printer
	citations []register.Citation
	b         strings.Builder
}

// Brief writes the brief for a planned event as a page of text in the
// printer's language: who, the last contacts, what is open on both sides, with
// the source of every value at the end.
func Brief(w io.Writer, v register.BriefView, p locale.Printer) error {
	s := &sheet{p: p, citations: v.Citations}
	s.title(v.Event.Caption, v.Marking)
	s.lines(v.Event.Lines, "Event")
	s.head("brief.people", len(v.People), "brief.nobody")
	for _, one := range v.People {
		s.item("%s", s.value(one.Person))
		for _, post := range one.Posts {
			fmt.Fprintf(&s.b, "      %s\n", s.post(post))
		}
	}
	s.head("brief.contacts", len(v.Contacts), "brief.no-contacts")
	for _, c := range v.Contacts {
		s.item("%s  %s  %s", s.value(c.Date), s.label(c.Caption), s.values(c.With))
	}
	s.head("brief.ours", len(v.Ours), "brief.no-undertakings")
	s.undertakings(v.Ours)
	s.head("brief.theirs", len(v.Theirs), "brief.no-undertakings")
	s.undertakings(v.Theirs)
	if len(v.Candidatures) > 0 {
		s.head("schemas.Candidature", len(v.Candidatures), "")
		for _, c := range v.Candidatures {
			s.item("%s  %s  %s  %s", s.value(c.Candidate), s.value(c.Body), s.value(c.Term), s.value(c.Election))
		}
	}
	s.between(v)
	s.sources()
	_, err := io.WriteString(w, s.b.String())
	return chancery.Wrap("export.Brief", chancery.Unavailable, err)
}

// between writes votes promised either way, agreements of both sides and
// reports that either owes.
func (s *sheet) between(v register.BriefView) {
	s.head("brief.votes", len(v.Votes), "")
	for _, e := range v.Votes {
		for _, g := range e.Received {
			s.item("%s: %s  %s  %s", s.p.Say("exchange.received"), s.value(g.By), s.value(g.Candidature), s.value(g.Date))
		}
		for _, g := range e.Given {
			s.item("%s: %s  %s  %s", s.p.Say("exchange.given"), s.value(e.State), s.value(g.Candidature), s.value(g.Date))
		}
	}
	s.head("brief.treaties", len(v.Treaties), "brief.no-treaties")
	for _, t := range v.Treaties {
		state := s.p.Say("brief.not-in-force")
		if since := t.Agree.State.Since; !since.IsZero() {
			state = s.p.Say("brief.since", since)
		}
		if last := t.Agree.State.LastNotice; !last.IsZero() {
			state += ". " + s.p.Say("brief.last-notice", last)
		}
		s.item("%s  %s  %s", s.label(t.Caption), s.values(t.With), state)
	}
	s.head("brief.reports", len(v.Reports), "")
	for _, d := range v.Reports {
		s.item("%s  %s  %s", s.value(register.Value{Text: d.On.String(), Date: d.On, Cites: d.Cites}), s.value(d.State), d.Mechanism)
	}
}

// Conversation writes the record of a conversation as a page of text: who for
// whom, topics, what each side said, what was promised.
func Conversation(w io.Writer, v register.MeetingView, p locale.Printer) error {
	s := &sheet{p: p, citations: v.Citations}
	s.title(v.Caption, v.Marking)
	s.lines(v.Lines, "Event")
	s.head("meeting.who", len(v.Attendance), "")
	for _, a := range v.Attendance {
		s.item("%s  %s  %s", s.value(a.Person), s.value(a.Capacity), s.value(a.ForWhom))
	}
	if len(v.Topics) > 0 {
		s.head("property.topic", len(v.Topics), "")
		for _, t := range v.Topics {
			s.item("%s", s.value(t))
		}
	}
	for _, side := range v.Sides {
		fmt.Fprintf(&s.b, "\n%s\n", s.value(side.Party))
		for _, i := range side.Interventions {
			s.item("%s: %s", s.code(i.Verb.Text), s.value(i.Text))
		}
	}
	s.head("schemas.Undertaking", len(v.Undertakings), "")
	s.undertakings(v.Undertakings)
	s.sources()
	_, err := io.WriteString(w, s.b.String())
	return chancery.Wrap("export.Conversation", chancery.Unavailable, err)
}

func (s *sheet) title(l register.Label, marking string) {
	if marking != "" {
		fmt.Fprintf(&s.b, "%s\n\n", strings.ToUpper(marking))
	}
	fmt.Fprintf(&s.b, "%s\n", s.label(l))
}

// label words what an entity is called.
func (s *sheet) label(l register.Label) string {
	parts := []string{l.Text}
	if l.Text == "" && l.Code != "" {
		parts[0] = s.code(l.Code)
	}
	for _, part := range []string{l.Sub, l.Place, s.p.Date(l.Date)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

// code words a coded value.
func (s *sheet) code(code string) string {
	if key := "code." + code; s.p.Has(key) {
		return s.p.Say(key)
	}
	return strings.ReplaceAll(code, "_", " ")
}

func (s *sheet) name(schema, property string) string {
	for _, key := range []string{"property." + schema + "." + property, "property." + property} {
		if s.p.Has(key) {
			return s.p.Say(key)
		}
	}
	return property
}

// head begins a section; an empty one says so where there are words for it.
func (s *sheet) head(key string, n int, empty string) {
	if n == 0 && empty == "" {
		return
	}
	fmt.Fprintf(&s.b, "\n%s\n", s.p.Say(key))
	if n == 0 {
		fmt.Fprintf(&s.b, "    %s\n", s.p.Say(empty))
	}
}

func (s *sheet) item(format string, args ...any) {
	line := fmt.Sprintf(format, args...)
	fmt.Fprintf(&s.b, "  - %s\n", strings.Join(strings.Fields(line), " "))
}

// value words one value with the numbers of its sources.
func (s *sheet) value(v register.Value) string {
	if v.Empty() {
		return ""
	}
	text := v.Text
	if !v.Date.IsZero() {
		text = s.p.Date(v.Date)
	}
	for _, n := range v.Cites {
		text += fmt.Sprintf(" [%d]", n+1)
	}
	return text
}

func (s *sheet) values(list []register.Value) string {
	var out []string
	for _, v := range list {
		out = append(out, s.value(v))
	}
	return strings.Join(out, "; ")
}

func (s *sheet) post(p register.Post) string {
	var parts []string
	for _, v := range []register.Value{p.Title, p.Body, p.AccreditedTo, p.From, p.To} {
		if !v.Empty() {
			parts = append(parts, s.value(v))
		}
	}
	return strings.Join(parts, ", ")
}

func (s *sheet) lines(lines []register.Line, schema string) {
	for _, l := range lines {
		var out []string
		for _, v := range l.Values {
			if l.Type == chancery.TypeCode {
				v.Text = s.code(v.Text)
			}
			out = append(out, s.value(v))
		}
		fmt.Fprintf(&s.b, "  %s: %s\n", s.name(schema, l.Property), strings.Join(out, "; "))
	}
}

func (s *sheet) undertakings(list []register.Undertaking) {
	for _, u := range list {
		s.item("%s: %s %s", s.values(u.By), s.value(u.Text), s.value(u.Due))
	}
}

// sources lists what the numbers mean.
func (s *sheet) sources() {
	if len(s.citations) == 0 {
		return
	}
	s.b.WriteByte('\n')
	for i, c := range s.citations {
		where := c.Title
		if c.Symbol != "" && c.Symbol != c.Title {
			where += ", " + c.Symbol
		}
		if c.Page > 0 {
			where += fmt.Sprintf(", p. %d", c.Page)
		}
		if c.Paragraph != "" {
			where += ", " + c.Paragraph
		}
		fmt.Fprintf(&s.b, "[%d] %s: “%s” (%s, %s)\n", i+1, where, strings.Join(strings.Fields(c.Passage.Quote), " "), c.By, s.p.Date(chancery.DateOf(c.Since)))
	}
}
