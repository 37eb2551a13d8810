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
	p.finish(&v)
	v.Rows = len(v.Cards)
	return v, chancery.Wrap(op, chancery.Internal, err)
}

func (p *page) desk(id chancery.DocumentID) (DeskView, error) {
	var v DeskView
	doc, err := p.paper(id)
	if err != nil {
		return v, err
	}
	if err := p.admit(doc); err != nil {
		return v, err
	}
	if v.Edition, err = p.edition(id); err != nil {
		return v, err
	}
	all, err := p.r.store.Statements(p.ctx, ledger.StatementQuery{Document: id, LastReading: true, At: p.reader.At})
	if err != nil {
		return v, err
	}
	v.Paper = Paper{Document: doc, Caption: titleOf(doc), Trouble: v.Edition.Notes}
	if v.Cards, err = p.cards(all, v.Edition.Layout); err != nil {
		return v, err
	}
	if err := p.reputes(doc, v.Cards); err != nil {
		return v, err
	}
	for _, c := range v.Cards {
		v.Waiting += c.Waiting
		v.Judged += len(c.Proposals) - c.Waiting
	}
	v.Paper.Proposed, v.Paper.Judged = v.Waiting, v.Judged
	v.Next, err = p.next(id)
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

// Waiting lists the papers with proposals that nobody judged, newest first, and
// says how many there are in all.
func (r *Register) Waiting(ctx context.Context, reader Reader, limit int) (papers []Paper, total int, err error) {
	const op = "register.Waiting"
	p, err := r.page(ctx, reader)
	if err != nil {
		return nil, 0, chancery.Wrap(op, chancery.Internal, err)
	}
	list, err := r.store.Documents(ctx, ledger.DocumentQuery{Waiting: true, Limit: limit, Ceiling: p.below})
	for _, d := range list.Rows {
		papers = append(papers, paperOf(d))
	}
	return papers, list.Total, chancery.Wrap(op, chancery.Internal, err)
}

// next gives another paper with proposals that wait.
func (p *page) next(id chancery.DocumentID) (chancery.DocumentID, error) {
	waiting, err := p.r.store.Documents(p.ctx, ledger.DocumentQuery{Waiting: true, Limit: 2, Ceiling: p.below})
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
	return out, p.compare(out, of)
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
	for i := range cards {
		cards[i].Candidates = candidates[cards[i].Entity]
		for _, o := range cards[i].Candidates {
			held = append(held, o.Entity)
		}
	}
	known, err := p.known(held)
	if err != nil {
		return err
	}
	for i := range cards {
		c := &cards[i]
		if err := p.describeCandidates(c.Candidates, known); err != nil {
			return err
		}
		if c.Same, err = p.same(c.Entity); err != nil {
			return err
		}
		if err := p.against(c, known[c.Canonical]); err != nil {
			return err
		}
	}
	return p.precedents(cards, known)
}

// known gives the confirmed facts of entities, by entity.
func (p *page) known(ids []chancery.EntityID) (map[chancery.EntityID][]ledger.Fact, error) {
	out := map[chancery.EntityID][]ledger.Fact{}
	if len(ids) == 0 {
		return out, nil
	}
	slices.Sort(ids)
	facts, err := p.facts(ledger.FactQuery{Entities: slices.Compact(ids)})
	for _, f := range facts {
		out[f.Entity] = append(out[f.Entity], f)
	}
	return out, err
}

// describeCandidates sets beside each candidate what is confirmed of it.
func (p *page) describeCandidates(list []Candidate, known map[chancery.EntityID][]ledger.Fact) error {
	for i := range list {
		var err error
		if list[i].Lines, err = p.lines(list[i].Schema, known[list[i].Entity]); err != nil {
			return err
		}
		if err = p.name(list[i].Lines); err != nil {
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

// precedents tells, for each proposal that waits, where its candidates have the
// same value confirmed, and how people judged its rule on this paper.
func (p *page) precedents(cards []Card, held map[chancery.EntityID][]ledger.Fact) error {
	rules := tally(cards)
	for i := range cards {
		c := &cards[i]
		known := slices.Clone(held[c.Canonical])
		for _, o := range c.Candidates {
			known = append(known, held[o.Entity]...)
		}
		for j := range c.Proposals {
			s := &c.Proposals[j]
			if s.Judgement != "" {
				continue
			}
			if err := p.confirmedBefore(s, known); err != nil {
				return err
			}
			s.Precedents = append(s.Precedents, rules[s.Rule.Name]...)
		}
	}
	return nil
}

// reputes tells, for each proposal that waits, how its rule fared on papers of
// this kind.
func (p *page) reputes(doc chancery.Document, cards []Card) error {
	all, err := p.r.store.Reputes(p.ctx, ledger.ReputeQuery{Kind: doc.Kind, Language: doc.Language})
	if err != nil {
		return err
	}
	type key struct {
		rule             string
		version          int
		schema, property string
	}
	of := map[key]Repute{}
	for _, r := range all {
		of[key{r.Rule, r.Version, r.Schema, r.Property}] = Repute{r.Confirmed, r.Rejected}
	}
	for _, c := range cards {
		for i := range c.Proposals {
			s := &c.Proposals[i]
			if s.Judgement == "" {
				s.Repute = of[key{s.Statement.Rule, s.Statement.Version, c.Schema, s.Property}]
			}
		}
	}
	return nil
}

// confirmedBefore adds the precedent that other papers' facts give a proposal.
func (p *page) confirmedBefore(s *Proposal, known []ledger.Fact) error {
	one := Precedent{Value: true, Judgement: chancery.Confirmed}
	for _, f := range known {
		same := f.Value == s.Value || s.Statement.Ref != "" && f.Ref == s.Statement.Ref
		if f.Property != s.Property || !same || f.Passage.Document == s.Passage.Document {
			continue
		}
		if one.Count++; f.ConfirmedAt.Before(one.Since) {
			continue
		}
		var err error
		if one.By, err = p.person(f.ConfirmedBy); err != nil {
			return err
		}
		if one.Title, err = p.title(f.Passage.Document); err != nil {
			return err
		}
		one.Since, one.Document = f.ConfirmedAt, f.Passage.Document
	}
	if one.Count > 0 {
		s.Precedents = append(s.Precedents, one)
	}
	return nil
}

// tally counts how each rule's proposals on these cards were judged.
func tally(cards []Card) map[string][]Precedent {
	out := map[string][]Precedent{}
	for _, c := range cards {
		for _, s := range c.Proposals {
			if s.Judgement == "" {
				continue
			}
			list := out[s.Rule.Name]
			i := slices.IndexFunc(list, func(o Precedent) bool { return o.Judgement == s.Judgement })
			if i < 0 {
				i = len(list)
				list = append(list, Precedent{Judgement: s.Judgement})
			}
			if list[i].Count++; s.Since.After(list[i].Since) {
				list[i].By, list[i].Since = s.By, s.Since
			}
			out[s.Rule.Name] = list
		}
	}
	return out
}
