package web

import (
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"strings"

	"chancery"
	"chancery/register"
)

// batchOf is how many papers of the greatest size one request may carry.
const batchOf = 64

// maxField bounds what is typed into one field of an upload, in bytes.
const maxField = 4 << 10

func (s *Server) getReceive(w http.ResponseWriter, r *http.Request) error {
	p := s.page(r, "nav.receive", "nav.receive")
	marks, err := s.reg.Markings(r.Context())
	if err != nil {
		return err
	}
	s.render(w, r, http.StatusOK, receivePage(p, receiving{Markings: marks}, ""))
	return nil
}

// receiving is what the page of papers handed in shows.
type receiving struct {
	Done     []register.Received
	Markings []string
	About    register.Incoming // as typed
	Text     string
}

// postReceive takes files as they come, one after the other, so that no more
// than one is in memory. A file that cannot be read, or is too large to be, is
// kept and gives a sentence; the others go on.
func (s *Server) postReceive(w http.ResponseWriter, r *http.Request) error {
	parts, err := r.MultipartReader()
	if err != nil {
		return chancery.Fail("web.postReceive", chancery.Invalid, chancery.Say("web.upload", "no files came with the request; choose at least one"))
	}
	var in receiving
	fields := map[string]string{}
	for {
		part, err := parts.NextPart()
		if err == io.EOF {
			break
		}
		if err != nil {
			return broken(err)
		}
		if part.FileName() == "" {
			text, err := io.ReadAll(io.LimitReader(part, maxField))
			if err != nil {
				return broken(err)
			}
			fields[part.FormName()] = tidy(string(text))
			continue
		}
		got, err := s.receiveFile(r, part, fields)
		if err != nil {
			return err
		}
		in.Done = append(in.Done, got)
	}
	if len(in.Done) == 0 {
		return chancery.Fail("web.postReceive", chancery.Invalid, chancery.Say("web.upload", "no files came with the request; choose at least one"))
	}
	p := s.page(r, "nav.receive", "nav.receive")
	if fragment(r) {
		s.render(w, r, http.StatusOK, receivedRows(p, in.Done))
		return nil
	}
	if in.Markings, err = s.reg.Markings(r.Context()); err != nil {
		return err
	}
	s.render(w, r, http.StatusOK, receivePage(p, in, ""))
	return nil
}

// broken says that an upload broke off.
func broken(err error) error {
	var known *chancery.Error
	if errors.As(err, &known) {
		return err
	}
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return chancery.Fail("web.postReceive", chancery.Invalid, chancery.Say("web.too-much", "more was sent at once than the register takes (%d MB); hand in fewer papers at a time", tooLarge.Limit>>20))
	}
	return &chancery.Error{Op: "web.postReceive", Kind: chancery.Cancelled, What: chancery.Say("web.broken", "the upload broke off; hand the paper in again"), Err: err}
}

func (s *Server) receiveFile(r *http.Request, part *multipart.Part, fields map[string]string) (register.Received, error) {
	name := tidy(part.FileName())
	content, large, done, err := register.Spool(part, s.opts.Limit)
	defer s.letGo(done)
	if err != nil {
		return register.Received{}, broken(err)
	}
	in, err := about(func(k string) string { return fields[k] })
	if err != nil {
		return register.Received{}, err
	}
	in.Name, in.Content, in.Large = name, content, large
	got, err := s.reg.Receive(r.Context(), person(r).ID, in)
	if kind := chancery.KindOf(err); err != nil && kind != chancery.Internal && kind != chancery.Unavailable && kind != chancery.Cancelled {
		m := chancery.MessageOf(err) // of this paper alone: the others go on
		return register.Received{Caption: name, Trouble: &m}, nil
	}
	return got, err
}

// letGo lets go of a file that held a large paper; one that stays is the
// operator's to clear away.
func (s *Server) letGo(done func() error) {
	if err := done(); err != nil {
		s.opts.Log.Warn("a file of an upload stays", "error", err)
	}
}

// about reads what a person says of a paper handed in.
func about(field func(string) string) (register.Incoming, error) {
	published, err := chancery.ParseDate(strings.TrimSpace(field("published")))
	return register.Incoming{Title: tidy(field("title")), Symbol: tidy(field("symbol")), Publisher: tidy(field("publisher")), Author: tidy(field("author")),
		Address: tidy(field("address")), Number: tidy(field("incoming")), Marking: tidy(field("marking")), Published: published}, err
}

// postText takes pasted or typed text with its address and date.
func (s *Server) postText(w http.ResponseWriter, r *http.Request) error {
	in, err := about(r.FormValue)
	text := r.FormValue("text")
	if in.Title == "" {
		in.Title = firstLine(text)
	}
	var got register.Received
	if err == nil {
		got, err = s.reg.Paste(r.Context(), person(r).ID, in, text)
	}
	p := s.page(r, "nav.receive", "nav.receive")
	marks, wrong := s.reg.Markings(r.Context())
	if wrong != nil {
		return wrong
	}
	if err != nil && chancery.KindOf(err) == chancery.Invalid {
		s.render(w, r, http.StatusBadRequest, receivePage(p, receiving{Markings: marks, About: in, Text: text}, p.Error(err)))
		return nil
	}
	if err != nil {
		return err
	}
	s.render(w, r, http.StatusOK, receivePage(p, receiving{Done: []register.Received{got}, Markings: marks}, ""))
	return nil
}
