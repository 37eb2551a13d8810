package register

import (
	"context"
	"maps"
	"slices"

	"chancery"
	"chancery/ledger"
)

// Paper gives a paper with one of its texts (number 0 is the last) and the
// passages that statements point at.
func (r *Register) Paper(ctx context.Context, reader Reader, id chancery.DocumentID, number int) (PaperView, error) {
	const op = "register.Paper"
	p, err := r.page(ctx, reader)
	if err != nil {
		return PaperView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v, err := p.paperView(id, number)
	v.Head = p.head
	v.Rows = len(v.Marks)
	return v, chancery.Wrap(op, chancery.Internal, err)
}

// Document gives a paper without its text, and refuses one above the reader's
// ceiling.
func (r *Register) Document(ctx context.Context, reader Reader, id chancery.DocumentID) (chancery.Document, error) {
	const op = "register.Document"
	p, err := r.page(ctx, reader)
	if err != nil {
		return chancery.Document{}, chancery.Wrap(op, chancery.Internal, err)
	}
	doc, err := p.paper(id)
	if err == nil {
		err = p.admit(doc)
	}
	return doc, chancery.Wrap(op, chancery.Internal, err)
}

// admit marks the page as the paper it shows is, and refuses one above the
// reader's ceiling.
func (p *page) admit(doc chancery.Document) error {
	if p.hidden(doc.Marking) {
		return chancery.Fail("register.Paper", chancery.Forbidden, chancery.Say("paper.marked", "this paper is marked above what you may read"))
	}
	p.mark(doc.Marking)
	return nil
}

func (p *page) paperView(id chancery.DocumentID, number int) (PaperView, error) {
	var v PaperView
	doc, err := p.paper(id)
	if err != nil {
		return v, err
	}
	if err := p.admit(doc); err != nil {
		return v, err
	}
	v.Paper = Paper{Document: doc, Caption: titleOf(doc)}
	if doc.Parent != "" {
		up, err := p.paper(doc.Parent)
		if err != nil {
			return v, err
		}
		if !p.hidden(up.Marking) {
			v.Parent = Paper{Document: up, Caption: titleOf(up)}
		}
	}
	parts, err := p.r.store.Documents(p.ctx, ledger.DocumentQuery{Parent: id, Limit: 200, Ceiling: p.below})
	if err != nil {
		return v, err
	}
	for _, d := range parts.Rows {
		v.Paper.Parts = append(v.Paper.Parts, paperOf(d))
	}
	return v, p.text(&v, number)
}

// text fills in the text of a paper, what reading it met, and its marks.
func (p *page) text(v *PaperView, number int) error {
	id := v.Paper.ID
	gone, err := p.r.store.Withdrawal(p.ctx, id)
	if err != nil {
		return err
	}
	if gone != nil {
		who, err := p.person(gone.Person)
		v.Withdrawn = &Withdrawal{By: who, Since: gone.At, Reason: gone.Reason}
		return err
	}
	if v.Paper.Trouble, err = p.r.store.Notes(p.ctx, id); err != nil {
		return err
	}
	ed, err := p.r.store.Edition(p.ctx, id, number)
	if chancery.KindOf(err) == chancery.NotFound {
		return nil
	}
	if err != nil {
		return err
	}
	v.Edition, v.Editions = ed, ed.Number
	v.Paper.Trouble = append(v.Paper.Trouble, ed.Notes...)
	all, err := p.r.store.Statements(p.ctx, ledger.StatementQuery{Document: id, LastReading: true, At: p.reader.At})
	if err != nil {
		return err
	}
	for _, s := range all {
		if s.Judgement == "" {
			v.Paper.Proposed++
		} else {
			v.Paper.Judged++
		}
		if s.Passage.Edition == ed.Number {
			v.Marks = append(v.Marks, Mark{Start: s.Passage.Start, End: s.Passage.End, Statement: s.ID, Entity: s.Canonical, Schema: s.Schema, Property: s.Property, Text: s.Value, Judgement: s.Judgement})
		}
	}
	slices.SortStableFunc(v.Marks, func(a, b Mark) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	return nil
}

// PageImage gives the image (PNG) of a page of a paper, from 1.
func (r *Register) PageImage(ctx context.Context, reader Reader, id chancery.DocumentID, number int) ([]byte, error) {
	const op = "register.PageImage"
	doc, err := r.Document(ctx, reader, id)
	if err == nil {
		err = r.fits(doc.Size)
	}
	if err != nil {
		return nil, err
	}
	content, err := r.store.Content(ctx, id)
	if err != nil {
		return nil, chancery.Wrap(op, chancery.Internal, err)
	}
	image, err := r.tools.Render(ctx, content, number)
	return image, chancery.Wrap(op, chancery.Unreadable, err)
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

func contains(list []string, s string) bool { return slices.Contains(list, s) }
