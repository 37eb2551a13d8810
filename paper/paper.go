// Package paper turns the bytes of a paper into one text with its layout.
//
// [Open] looks at the bytes, never at the file name, to find what a paper is:
// plain text in one of the encodings that ministries still send, a web page,
// a Word or OpenDocument text, a PDF, a letter with attachments, a table. Each
// kind has one reader in a file of its own; every reader writes through one
// [sheet], which keeps the text valid UTF-8 without NUL and the ranges nested.
//
// What a reader sees is said in the layout, not done to the text: headers,
// footers and footnotes stay where they stand and are marked, a hyphen at the
// end of a line stays and is marked, the number that a word processor
// computes for a paragraph is written before it and repeated as its label. A
// page without text is reported as scanned, not skipped.
//
// Papers are hostile until shown otherwise. Sizes, pages, nesting, time and
// what an archive may unfold to are bounded by [Limits]; a third-party parser
// that panics is caught here; PDFium runs inside a WebAssembly sandbox with no
// file system and bounded memory, and is closed when it has been idle. Every
// failure is a [chancery.Error] with one sentence: what, why and what to do.
//
// Legacy Word and RTF files are handed to LibreOffice, and pages without text
// to Tesseract, where those programs are installed.
package paper

import (
	"context"
	"fmt"
	"strings"
	"time"

	"chancery"
	"chancery/text"
)

// Limits bounds what Open will read. A zero field takes the value of [Defaults].
type Limits struct {
	Bytes int64         // size of the paper
	Pages int           // pages of a PDF
	Text  int64         // bytes of text that may come out of it
	Time  time.Duration // from call to answer
}

// Defaults are the limits of a register that sets none.
var Defaults = Limits{Bytes: 100 << 20, Pages: 2000, Text: 64 << 20, Time: 60 * time.Second}

func (l Limits) filled() Limits {
	if l.Bytes == 0 {
		l.Bytes = Defaults.Bytes
	}
	if l.Pages == 0 {
		l.Pages = Defaults.Pages
	}
	if l.Text == 0 {
		l.Text = Defaults.Text
	}
	if l.Time == 0 {
		l.Time = Defaults.Time
	}
	return l
}

// Fits refuses a paper of more bytes than are read.
func (l Limits) Fits(size int64) error {
	if most := l.filled().Bytes; size > most {
		return chancery.Fail("paper.Open", chancery.Invalid, chancery.Say("paper.large", "the file has %d MB, and above %d MB (--max-mb) a paper is not read; split it, or raise that limit", (size+1<<20-1)>>20, most>>20))
	}
	return nil
}

// Opened is what a paper holds: what it says of itself, its text, and the
// files attached to it.
type Opened struct {
	Document chancery.Document // ID, Name, Size, Media, Kind, and what the paper states: Title, Author, Language, Published, Address
	Edition  chancery.Edition  // Number is left to the register
	Parts    []Part            // attachments of a letter, in its order
}

// Part is a file attached to a letter.
type Part struct {
	Name    string // as the letter gives it, shown only
	Content []byte
}

// format is one kind of paper that Open reads.
type format struct {
	media     string
	extractor string
	version   int // rises whenever the text or layout made from the same bytes changes
	read      func(context.Context, []byte, Limits, *Opened) (*sheet, error)
}

// Open finds what the bytes are and reads them. The name is kept for show and
// decides nothing. Errors are of kind Invalid (above a limit), Unreadable
// (empty, damaged, encrypted, of no known kind), Unavailable (a program that
// is not installed) or Cancelled (the caller gave up, or time ran out); the
// Opened returned beside an error still identifies the document.
func Open(ctx context.Context, name string, content []byte, limits Limits) (Opened, error) {
	limits = limits.filled()
	out := Opened{Document: chancery.Document{
		ID: chancery.NewDocumentID(content), Name: name, Kind: chancery.Paper, Size: int64(len(content)),
	}}
	if len(content) == 0 {
		return out, unreadable("paper.empty", "the file is empty; ask the sender for it again")
	}
	if err := limits.Fits(int64(len(content))); err != nil {
		return out, err
	}
	f, err := find(content)
	if err != nil {
		return out, err
	}
	out.Document.Media = f.media
	ctx, cancel := context.WithTimeout(ctx, limits.Time)
	defer cancel()
	return run(ctx, f, content, limits, out)
}

// run reads in a goroutine of its own, so that the caller is answered in time
// even where a third-party parser does not look at the context.
func run(ctx context.Context, f format, content []byte, limits Limits, out Opened) (Opened, error) {
	type result struct {
		opened Opened
		err    error
	}
	done := make(chan result, 1)
	go func() {
		o := out
		err := guarded(func() error { return fill(ctx, f, content, limits, &o) })
		done <- result{o, err}
	}()
	select {
	case r := <-done:
		if r.err != nil {
			if ctx.Err() != nil {
				return out, cancelled(ctx)
			}
			return out, chancery.Wrap("paper.Open", chancery.Unreadable, r.err)
		}
		return r.opened, nil
	case <-ctx.Done():
		return out, cancelled(ctx)
	}
}

func fill(ctx context.Context, f format, content []byte, limits Limits, o *Opened) error {
	s, err := f.read(ctx, content, limits, o)
	if err != nil {
		return err
	}
	words, layout, notes, err := s.finish()
	if err != nil {
		return err
	}
	e := &o.Edition
	e.Document, e.Extractor, e.Version = o.Document.ID, f.extractor, f.version
	e.Text, e.Layout, e.Notes = words, layout, append(e.Notes, notes...)
	o.settle()
	return nil
}

// settle gives the language that most of the text is in. What a file states
// of its language is often the word processor's own, so it counts only where
// the text does not tell.
func (o *Opened) settle() {
	if found := text.Language(o.Edition.Text[:min(len(o.Edition.Text), 16<<10)]); found != "" {
		o.Document.Language = found
	}
	o.Edition.Language = o.Document.Language
}

// guarded turns a panic of a third-party parser into an error.
func guarded(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &chancery.Error{Op: "paper.Open", Kind: chancery.Unreadable, What: damaged(), Err: fmt.Errorf("%v", r)}
		}
	}()
	return f()
}

// Notes makes a document of pasted or typed text: notes of a meeting, a cable.
func Notes(typed string) Opened {
	clean := tidy(typed)
	doc := chancery.Document{ID: chancery.NewDocumentID([]byte(clean)), Kind: chancery.Notes, Media: "text/plain", Size: int64(len(clean))}
	o := Opened{Document: doc, Edition: chancery.Edition{Document: doc.ID, Extractor: plain.extractor, Version: plain.version, Text: clean, Encoding: "utf-8"}}
	o.settle()
	return o
}

func damaged() chancery.Message {
	return chancery.Say("paper.damaged", "the file is damaged or was cut short; ask the sender for it again")
}

func unreadable(key, sentence string, args ...any) error {
	return chancery.Fail("paper.Open", chancery.Unreadable, chancery.Say(key, sentence, args...))
}

func invalid(key, sentence string, args ...any) error {
	return chancery.Fail("paper.Open", chancery.Invalid, chancery.Say(key, sentence, args...))
}

func cancelled(ctx context.Context) error {
	what := chancery.Say("paper.time", "reading took longer than allowed and was stopped; split the paper or raise the limit")
	if ctx.Err() == context.Canceled {
		what = chancery.Say("paper.cancelled", "reading was stopped before it ended; hand the paper in again")
	}
	return &chancery.Error{Op: "paper.Open", Kind: chancery.Cancelled, What: what}
}

// tidy gives s as valid UTF-8 without NUL and other control characters
// that no reader can see; s itself where it is clean, without a copy.
func tidy(s string) string {
	if clean(s) {
		return s
	}
	return strings.ToValidUTF8(strings.Map(visible, s), "\uFFFD")
}
