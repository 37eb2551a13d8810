package paper

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"chancery"

	"github.com/jhillyerd/enmime/v2"
)

var mail = format{"message/rfc822", "mail", 1, readMail}

// mailParts bounds the attachments of one letter.
const mailParts = 1000

// letterhead says that the text opens with the headers of a letter: lines
// "Name: value" or their continuations up to an empty line, with a sender or a
// route, and a date or subject, among them.
func letterhead(text string) bool {
	seen := map[string]bool{}
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, "\r")
		switch {
		case line == "" || n > 400:
			return (seen["from"] || seen["received"] || seen["return-path"]) && (seen["date"] || seen["subject"] || seen["mime-version"] || seen["message-id"]) && len(seen) >= 3
		case n == 0 && strings.HasPrefix(line, "From "):
			continue
		case line[0] == ' ' || line[0] == '\t':
			if n == 0 {
				return false
			}
			continue
		}
		name, _, ok := strings.Cut(line, ":")
		if !ok || name == "" || strings.ContainsAny(name, " \t<>()") {
			return false
		}
		seen[strings.ToLower(name)] = true
	}
	return false
}

// readMail writes who wrote to whom, when and of what, then the letter; each
// attachment becomes a part.
func readMail(_ context.Context, content []byte, limits Limits, o *Opened) (*sheet, error) {
	p := enmime.NewParser(enmime.SkipMalformedParts(true), enmime.MaxStoredPartErrors(20))
	e, err := p.ReadEnvelope(bytes.NewReader(content))
	if err != nil {
		return nil, &chancery.Error{Op: "paper.Open", Kind: chancery.Unreadable, What: damaged(), Err: err}
	}
	o.Document.Kind = chancery.Letter
	o.Document.Title = tidy(strings.TrimSpace(e.GetHeader("Subject")))
	o.Document.Author = tidy(strings.TrimSpace(e.GetHeader("From")))
	if t, err := e.Date(); err == nil {
		o.Document.Published = day(t)
	}
	s := newSheet(limits)
	for _, name := range []string{"From", "To", "Cc", "Date", "Subject"} {
		value := strings.Join(strings.Fields(e.GetHeader(name)), " ")
		if value == "" {
			continue
		}
		line := s.at()
		s.write(name + ": ")
		at := s.at()
		s.write(value)
		switch name {
		case "Subject":
			s.mark(at, chancery.Range{Role: chancery.Title})
		case "Date":
			s.mark(at, chancery.Range{Role: chancery.Dateline})
		}
		s.mark(line, chancery.Range{Role: chancery.Paragraph})
		s.newline()
	}
	s.write("\n")
	o.Parts = parts(e, s)
	return s, writeBody(e, s)
}

// writeBody writes the plain text of a letter, or its HTML where it has no other.
func writeBody(e *enmime.Envelope, s *sheet) error {
	if e.HTML != "" && (strings.TrimSpace(e.Text) == "" || plainFromHTML(e)) {
		doc, err := parseHTML(context.Background(), e.HTML)
		if err != nil {
			return err
		}
		strip(doc)
		p := &page{sheet: s}
		p.block(doc, chancery.Range{Role: chancery.Paragraph})
		return nil
	}
	s.write(strings.ReplaceAll(e.Text, "\r\n", "\n"))
	return nil
}

// plainFromHTML says that the parser made the plain text out of the HTML.
func plainFromHTML(e *enmime.Envelope) bool {
	return e.Root.DepthMatchFirst(func(p *enmime.Part) bool {
		return p.ContentType == "text/plain" && p.Disposition != "attachment"
	}) == nil
}

// parts lists the attachments in their order: those sent as such, and inline
// files other than the pictures of a signature.
func parts(e *enmime.Envelope, s *sheet) []Part {
	var out []Part
	add := func(list []*enmime.Part, all bool) {
		for _, p := range list {
			if !all && p.FileName == "" || strings.HasPrefix(p.ContentType, "image/") && !all {
				continue
			}
			if len(out) == mailParts {
				s.note("paper.parts", "the letter has more than %d attachments; those after are left unread", mailParts)
				return
			}
			name := tidy(p.FileName)
			if name == "" {
				name = fmt.Sprintf("attachment %d", len(out)+1)
			}
			out = append(out, Part{Name: name, Content: p.Content})
		}
	}
	add(e.Attachments, true)
	add(e.Inlines, false)
	add(e.OtherParts, false)
	for _, err := range e.Errors {
		if err.Severe {
			s.note("paper.mailDamage", "a part of the letter is damaged (%s); what could be read is shown", tidy(err.Name))
		}
	}
	return out
}
