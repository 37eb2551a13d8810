package web

import (
	"net/http"
	"strings"

	"chancery"
	"chancery/register"
)

func (s *Server) getMeeting(w http.ResponseWriter, r *http.Request) error {
	v, err := lookAt(s, r, s.reg.Meeting)
	if err != nil {
		return err
	}
	if isSession(v) {
		return follow(w, r, sessionAddress(v.ID))
	}
	p := s.page(r, "nav.register", "nav.register").titled("", "", v.Head)
	p.Title, p.Lang = p.caption(v.Caption), captionLang(v.Caption)
	s.render(w, r, http.StatusOK, meetingPage(newSaid(p, v.Citations), v))
	return nil
}

// isSession reports whether an event is a session of an organ, which has a page
// of its own.
func isSession(v register.MeetingView) bool {
	for _, l := range v.Lines {
		if l.Property == "organ" || l.Property == "type" && l.Values[0].Text == "session" {
			return true
		}
	}
	return false
}

func (s *Server) getBrief(w http.ResponseWriter, r *http.Request) error {
	v, err := lookAt(s, r, s.reg.Brief)
	if err != nil {
		return err
	}
	p := s.page(r, "nav.register", "nav.register").titled("", "", v.Head)
	p.Title = p.Say("brief.title", p.caption(v.Event.Caption))
	s.render(w, r, http.StatusOK, briefPage(newSaid(p, v.Citations), v))
	return nil
}

// notes are what a new meeting is made from, as typed.
type notes struct {
	Type, Date, Place, Author, Text string
}

func (s *Server) getNewMeeting(w http.ResponseWriter, r *http.Request) error {
	s.render(w, r, http.StatusOK, newMeetingPage(s.page(r, "nav.receive", "meeting.new"), notes{Type: "meeting"}, ""))
	return nil
}

// postMeeting keeps typed notes as a paper, reads them, and enters the day and
// place of the meeting with the notes as their source. The rest is judged on
// the desk, where the answer leads.
func (s *Server) postMeeting(w http.ResponseWriter, r *http.Request) error {
	n := notes{Type: r.FormValue("type"), Date: strings.TrimSpace(r.FormValue("date")), Place: tidy(r.FormValue("place")), Author: tidy(r.FormValue("author")), Text: r.FormValue("text")}
	doc, err := s.keepNotes(r, n)
	if err != nil && chancery.KindOf(err) == chancery.Invalid {
		p := s.page(r, "nav.receive", "meeting.new")
		s.render(w, r, http.StatusBadRequest, newMeetingPage(p, n, p.Error(err)))
		return nil
	}
	if err != nil {
		return err
	}
	return follow(w, r, "/desk/"+string(doc))
}

func (s *Server) keepNotes(r *http.Request, n notes) (chancery.DocumentID, error) {
	date, err := chancery.ParseDate(n.Date)
	if err != nil {
		return "", err
	}
	if date.IsZero() {
		return "", chancery.Fail("web.keepNotes", chancery.Invalid, chancery.Say("web.meeting-date", "the day of the meeting is missing; write it as 2024-05-27"))
	}
	who := person(r).ID
	got, err := s.reg.Paste(r.Context(), who, register.Incoming{Title: firstLine(n.Text), Author: n.Author, Published: date}, n.Text)
	if err != nil || got.Existed {
		return got.Document.ID, err
	}
	desk, err := s.reg.Desk(r.Context(), s.reader(r, now), got.Document.ID)
	if err != nil {
		return "", err
	}
	h := register.Hand{Schema: "Event", Document: got.Document.ID, Edition: desk.Edition.Number,
		Values: []register.HandValue{{Property: "type", Value: n.Type}, {Property: "date", Value: date.String()}, {Property: "status", Value: "held"}}}
	h.Start, h.End = firstWords(desk.Edition.Text)
	if n.Place != "" {
		h.Values = append(h.Values, register.HandValue{Property: "place", Value: n.Place})
	}
	for _, c := range desk.Cards {
		if c.Schema == "Event" { // the meeting that the notes themselves speak of
			h.Subject = c.Entity
			break
		}
	}
	_, err = s.reg.Enter(r.Context(), who, h)
	return got.Document.ID, err
}

// firstLine gives the first line of typed text, which is its title where it is
// short enough to be one.
func firstLine(text string) string {
	const longest = 200
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if len(line) > longest {
		return ""
	}
	return tidy(line)
}

// firstWords gives where the first line that is not blank begins and ends, in bytes.
func firstWords(text string) (start, end int) {
	start = len(text) - len(strings.TrimLeft(text, " \t\r\n"))
	line, _, _ := strings.Cut(text[start:], "\n")
	return start, start + len(strings.TrimRight(line, " \t\r"))
}
