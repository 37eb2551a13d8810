package paper

import (
	"context"
	"slices"

	"chancery"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

var pdf = format{"application/pdf", "pdf", 2, readPDF}

// readPDF takes the characters of every page from PDFium and sets them again
// into lines, columns, tables, paragraphs, headers, footers and footnotes.
func readPDF(ctx context.Context, content []byte, limits Limits, o *Opened) (*sheet, error) {
	worker, release, err := watched.borrow(ctx)
	if err != nil {
		return nil, err
	}
	defer release()
	doc, pages, err := openPDF(worker, content)
	if err != nil {
		return nil, err
	}
	if pages > limits.Pages {
		return nil, invalid("paper.pages", "the paper has %d pages and at most %d are read; split it or raise the limit", pages, limits.Pages)
	}
	describePDF(worker, doc, &o.Document)
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	loaded := loadAhead(ctx, worker, doc, pages)
	defer func() { // the worker is in use until the channel closes
		stop()
		for range loaded {
		}
	}()
	b := &book{}
	s := newSheet(limits)
	if err := b.read(ctx, content, loaded, s); err != nil {
		return nil, err
	}
	if len(b.leaves) < pages {
		return nil, cancelled(ctx)
	}
	if !slices.ContainsFunc(b.leaves, func(f leaf) bool { return !f.broken }) {
		return nil, &chancery.Error{Op: "paper.Open", Kind: chancery.Unreadable, What: damaged()}
	}
	if err := b.readScans(ctx, worker, doc, s, o); err != nil {
		return nil, err
	}
	b.write(s)
	if t := s.first(chancery.Title); t != "" { // what stands on the page beats what the file was named from
		o.Document.Title = t
	}
	return s, nil
}

// loadAhead loads each page in the watched runtime and says whether that went well.
func loadAhead(ctx context.Context, worker pdfium.Pdfium, doc references.FPDF_DOCUMENT, pages int) <-chan error {
	loaded := make(chan error, 8)
	go func() {
		defer close(loaded)
		for i := range pages {
			err := guarded(func() error { return try(worker, doc, i) })
			select {
			case loaded <- err:
			case <-ctx.Done():
				return
			}
		}
	}()
	return loaded
}

func try(worker pdfium.Pdfium, doc references.FPDF_DOCUMENT, index int) error {
	p, err := worker.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: doc, Index: index})
	if err != nil {
		return err
	}
	defer worker.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: p.Page})
	t, err := worker.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: requests.Page{ByReference: &p.Page}})
	if err != nil {
		return err
	}
	_, err = worker.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: t.TextPage})
	return err
}

// read takes each page that has loaded; a damaged one stays as an empty leaf.
func (b *book) read(ctx context.Context, content []byte, loaded <-chan error, s *sheet) error {
	worker, release, err := swift.borrow(ctx)
	if err != nil {
		return err
	}
	defer release()
	doc, _, err := openPDF(worker, content)
	if err != nil {
		return err
	}
	for err := range loaded {
		if ctx.Err() != nil {
			return cancelled(ctx)
		}
		index := len(b.leaves)
		if err == nil {
			err = b.take(worker, doc, index)
		}
		if err != nil {
			s.note("paper.pageBroken", "page %d is damaged and was not read", index+1)
			b.leaves = append(b.leaves, leaf{number: index + 1, broken: true})
		}
	}
	return nil
}

// describePDF takes what the file says of itself; a title that is the name of
// the file it was made from says nothing.
func describePDF(worker pdfium.Pdfium, doc references.FPDF_DOCUMENT, d *chancery.Document) {
	m, err := worker.GetMetaData(&requests.GetMetaData{Document: doc})
	if err != nil {
		return
	}
	for _, t := range m.Tags {
		switch t.Tag {
		case "Title":
			d.Title = statedTitle(t.Value)
		case "Author":
			d.Author = tidy(t.Value)
		}
	}
}

// take reads one page.
func (b *book) take(worker pdfium.Pdfium, doc references.FPDF_DOCUMENT, index int) error {
	p, err := worker.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: doc, Index: index})
	if err != nil {
		return err
	}
	defer worker.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: p.Page})
	page := requests.Page{ByReference: &p.Page}
	f, err := frameOf(worker, page)
	if err != nil {
		return err
	}
	gs, err := glyphs(worker, p.Page, f)
	if err != nil {
		return err
	}
	width, height := f.size()
	b.leaves = append(b.leaves, leaf{number: index + 1, width: width, height: height, lines: setLines(gs)})
	return nil
}
