package register

import (
	"cmp"
	"context"
	"slices"

	"chancery"
	"chancery/ledger"
)

// Desk gives the reading desk for a paper: its last text, what the last
// reading proposes and everything judged, as cards in the order of the text.
func (r *Register) Desk(ctx context.Context, reader Reader, id chancery.DocumentID) (DeskView, error) {
	const op = "register.Desk"
	p, err := r.page(ctx, reader)
	if err != nil {
		return DeskView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v, err := p.desk(id)
	return v, chancery.Wrap(op, chancery.Internal, err)
}

func (p *page) desk(id chancery.DocumentID) (DeskView, error) {
	var v DeskView
	doc, err := p.paper(id)
	if err != nil {
		return v, err
	}
	if v.Edition, err = p.edition(id); err != nil {
		return v, err
	}
	all, err := p.r.store.Statements(p.ctx, ledger.StatementQuery{Document: id, LastReading: true, At: p.reader.At})
	if err != nil {
		return v, err
	}
	p.mark(doc.Marking)
	v.Paper = Paper{Document: doc, Caption: titleOf(doc), Trouble: v.Edition.Notes}
	if v.Cards, err = p.cards(all, v.Edition.Layout); err != nil {
		return v, err
	}
	for _, c := range v.Cards {
		v.Waiting += c.Waiting
		v.Judged += len(c.Proposals) - c.Waiting
	}
	v.Paper.Proposed, v.Paper.Judged = v.Waiting, v.Judged
	v.Next, err = p.next(id)
	v.Head = p.head
	v.Rows = len(v.Cards)
	return v, err
}

// edition gives the last text of a paper; one that could not be read has none.
func (p *page) edition(id chancery.DocumentID) (chancery.Edition, error) {
	ed, err := p.r.store.Edition(p.ctx, id, 0)
	if chancery.KindOf(err) == chancery.NotFound {
		return chancery.Edition{Document: id}, nil
	}
	return ed, err
}

// next gives another paper with proposals that wait.
func (p *page) next(id chancery.DocumentID) (chancery.DocumentID, error) {
	waiting, err := p.r.store.Documents(p.ctx, ledger.DocumentQuery{Waiting: true, Limit: 2})
	for _, d := range waiting.Rows {
		if d.ID != id {
			return d.ID, err
		}
	}
	return "", err
}

// cards groups statements by subject, in the order of the text.
func (p *page) cards(all []ledger.Judged, layout chancery.Layout) ([]Card, error) {
	slices.SortStableFunc(all, func(a, b ledger.Judged) int {
		return cmp.Or(a.Passage.Start-b.Passage.Start, a.Passage.End-b.Passage.End)
	})
	of := map[chancery.EntityID][]ledger.Judged{}
	var order []chancery.EntityID
	for _, s := range all {
		if of[s.Subject] == nil {
			order = append(order, s.Subject)
		}
		of[s.Subject] = append(of[s.Subject], s)
	}
	shown := map[chancery.EntityID]Label{}
	for id, own := range of {
		shown[id] = p.deskLabel(id, own)
	}
	out := make([]Card, 0, len(order))
	for _, id := range order {
		c, err := p.card(id, of[id], shown, layout)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	if err := p.compare(out, of); err != nil {
		return nil, err
	}
	return out, p.precedents(out)
}

// deskLabel names a thing as the paper does.
func (p *page) deskLabel(id chancery.EntityID, own []ledger.Judged) Label {
	if name := p.authority(id); name != "" {
		return Label{Text: name, Language: p.reader.Language, Schema: own[0].Schema}
	}
	return labelOfStatements(own[0].Schema, own, p.reader.Language)
}

// labelOfStatements names a thing from what is proposed of it, rejected values left out.
func labelOfStatements(schema string, own []ledger.Judged, language string) Label {
	var lines []Line
	for _, s := range own {
		if s.Judgement == chancery.Rejected {
			continue
		}
		i := slices.IndexFunc(lines, func(l Line) bool { return l.Property == s.Property })
		if i < 0 {
			i = len(lines)
			lines = append(lines, Line{Property: s.Property})
		}
		lines[i].Values = append(lines[i].Values, Value{Text: s.Value, Language: s.Language})
	}
	return labelOf(schema, lines, language, nil)
}

func (p *page) card(id chancery.EntityID, own []ledger.Judged, shown map[chancery.EntityID]Label, layout chancery.Layout) (Card, error) {
	c := Card{Entity: id, Canonical: own[0].Canonical, Schema: own[0].Schema, Caption: shown[id], Start: own[0].Passage.Start}
	for _, s := range own {
		proposal := Proposal{Statement: s.Statement, Shown: s.Value, Page: layout.PageOf(s.Passage.Start), Judgement: s.Judgement, Verdict: s.VerdictID, Since: s.At, Reason: s.Reason, Kept: s.Kept}
		if l, ok := shown[s.Ref]; ok && s.Ref != "" {
			proposal.Shown = l.String()
		}
		proposal.Rule = chancery.Rule{Name: s.Rule}
		if p.r.tools.Rule != nil {
			proposal.Rule = p.r.tools.Rule(s.Rule)
		}
		var err error
		if s.By != "" {
			if proposal.By, err = p.person(s.By); err != nil {
				return c, err
			}
		}
		if s.Judgement == "" {
			c.Waiting++
		}
		c.Proposals = append(c.Proposals, proposal)
	}
	return c, nil
}

// compare sets cards beside what the register holds: candidates for being the
// same, and confirmed values that exclude a proposed one.
func (p *page) compare(cards []Card, of map[chancery.EntityID][]ledger.Judged) error {
	var things []thing
	var held []chancery.EntityID
	for _, c := range cards {
		held = append(held, c.Canonical)
		if !c.Entity.Authority() {
			things = append(things, thingOf(of[c.Entity]))
		}
	}
	candidates, err := p.candidates(things)
	if err != nil {
		return err
	}
	facts, err := p.facts(ledger.FactQuery{Entities: held})
	if err != nil {
		return err
	}
	known := map[chancery.EntityID][]ledger.Fact{}
	for _, f := range facts {
		known[f.Entity] = append(known[f.Entity], f)
	}
	for i := range cards {
		c := &cards[i]
		c.Candidates = candidates[c.Entity]
		if c.Same, err = p.same(c.Canonical); err != nil {
			return err
		}
		if err := p.against(c, known[c.Canonical]); err != nil {
			return err
		}
	}
	return nil
}

// against lists, for each proposal that waits, the confirmed values it excludes.
func (p *page) against(c *Card, held []ledger.Fact) error {
	if len(held) == 0 {
		return nil
	}
	lines, err := p.lines(c.Schema, held)
	if err != nil {
		return err
	}
	for i := range c.Proposals {
		s := &c.Proposals[i]
		line := lineOf(lines, s.Property)
		mine := Value{Text: s.Value}
		mine.Date, _ = chancery.ParseDate(s.Value)
		for _, v := range line.Values {
			if s.Judgement == "" && excludes(Line{Type: line.Type, Values: []Value{mine, v}}) {
				s.Against = append(s.Against, v)
			}
		}
	}
	return nil
}

// precedents tells, for each proposal that waits, how the same value of the
// same property was judged in other papers, and how the rule fared.
func (p *page) precedents(cards []Card) error {
	return nil
}
