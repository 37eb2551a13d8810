package web

import (
	"context"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"

	"chancery"
	"chancery/register"
)

func (s *Server) getPaper(w http.ResponseWriter, r *http.Request) error {
	at, err := when(r)
	if err != nil {
		return err
	}
	v, err := s.reg.Paper(r.Context(), s.reader(r, at), chancery.DocumentID(r.PathValue("id")), whole(r.FormValue("edition")))
	if err != nil {
		return err
	}
	var spans []span
	for _, m := range v.Marks {
		spans = append(spans, span{Start: m.Start, End: m.End, Judged: m.Judgement != ""})
	}
	from, to := whole(r.FormValue("from")), whole(r.FormValue("to"))
	if from < to && to <= len(v.Edition.Text) {
		spans = append(spans, span{Start: from, End: to, Tinted: true})
	}
	p := s.page(r, "", "paper.title").titled("", "", v.Head)
	p.Title, p.Lang = p.paperName(v.Paper.Caption), v.Paper.Language
	s.render(w, r, http.StatusOK, paperPage(p, v, blocks(v.Edition, spans), boxOf(v, from, to, whole(r.FormValue("page")))))
	return nil
}

// boxOf gives the page that a passage begins on, or the one asked for, with
// the boxes of the passage; nil where the paper has no page images.
func boxOf(v register.PaperView, from, to, number int) *pageBox {
	pages := v.Edition.Layout.Pages
	if v.Paper.Media != "application/pdf" || len(pages) == 0 {
		return nil
	}
	if number == 0 {
		number = max(v.Edition.Layout.PageOf(from), 1)
	}
	number = min(number, len(pages))
	sheet := pages[number-1]
	b := pageBox{Page: number, Pages: len(pages), Width: sheet.Width, Height: sheet.Height}
	for _, r := range v.Edition.Layout.Ranges {
		if r.Start < to && r.End > from {
			for _, box := range r.Boxes {
				if box.Page == number {
					b.Boxes = append(b.Boxes, box)
				}
			}
		}
	}
	return &b
}

func points(v float32) string { return strconv.FormatFloat(float64(v), 'f', 1, 32) }

// getContent gives the bytes of a paper as received, to be saved and never
// shown by the browser: they may be hostile.
func (s *Server) getContent(w http.ResponseWriter, r *http.Request) error {
	id := chancery.DocumentID(r.PathValue("id"))
	doc, err := s.reg.Document(r.Context(), s.reader(r, now), id)
	if err != nil {
		return err
	}
	to := download{w: w, doc: doc}
	err = s.reg.Store().WriteContent(r.Context(), id, &to)
	if err != nil && !to.begun {
		return err
	}
	to.begin()
	if err != nil { // too late for a page: the browser sees that the length is wrong
		s.opts.Log.Warn("a paper was not sent to its end", "path", r.URL.Path, "error", err)
	}
	return nil
}

// download sends the bytes of a paper; its headers go with the first of them,
// so that an error before is still a page.
type download struct {
	w     http.ResponseWriter
	doc   chancery.Document
	begun bool
}

func (d *download) begin() {
	if d.begun {
		return
	}
	d.begun = true
	name := d.doc.Name
	if name == "" {
		name = string(d.doc.ID[:12])
	}
	d.w.Header().Set("Content-Type", "application/octet-stream")
	d.w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	d.w.Header().Set("Content-Length", strconv.FormatInt(d.doc.Size, 10))
}

// Write sends the next bytes.
func (d *download) Write(b []byte) (int, error) {
	d.begin()
	return d.w.Write(b)
}

// imageTime bounds the drawing of one page.
const imageTime = 20 * time.Second

func (s *Server) getPageImage(w http.ResponseWriter, r *http.Request) error {
	name := r.PathValue("number")
	number, err := strconv.Atoi(strings.TrimSuffix(name, ".png"))
	if err != nil || number < 1 {
		return chancery.Fail("web.getPageImage", chancery.NotFound, chancery.Say("web.page", "%q is not a page of this paper", name))
	}
	ctx, cancel := context.WithTimeout(r.Context(), imageTime)
	defer cancel()
	png, err := s.reg.PageImage(ctx, s.reader(r, now), chancery.DocumentID(r.PathValue("id")), number)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "image/png")
	w.Header().Set("Cache-Control", "private, no-cache") // a withdrawn paper must not stay in a cache
	_, err = w.Write(png)
	return chancery.Wrap("web.getPageImage", chancery.Unavailable, err)
}

func (s *Server) postWithdraw(w http.ResponseWriter, r *http.Request) error {
	id := chancery.DocumentID(r.PathValue("id"))
	if err := s.reg.Withdraw(r.Context(), person(r).ID, id, tidy(r.FormValue("reason"))); err != nil {
		return err
	}
	return follow(w, r, paperAddress(id))
}

// postReread opens and reads a paper again, with the readers of today.
func (s *Server) postReread(w http.ResponseWriter, r *http.Request) error {
	id := chancery.DocumentID(r.PathValue("id"))
	if _, err := s.reg.Reread(r.Context(), person(r).ID, id); err != nil {
		return err
	}
	return follow(w, r, paperAddress(id))
}
