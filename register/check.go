package register

import (
	"context"
	"slices"
	"strings"

	"chancery"
	"chancery/authority"
	"chancery/ledger"
	"chancery/text"
)

// Standing says how a value of a draft stands to the register.
type Standing string

// The standings of a value.
const (
	Holds       Standing = "confirmed"    // the register says the same
	Unknown     Standing = "unknown"      // the register does not say
	Contradicts Standing = "contradicted" // the register says something else
)

// DraftView is an outgoing text beside what the register holds. Nothing of it
// is kept.
type DraftView struct {
	Head
	Edition  chancery.Edition
	Findings []Finding // in the order of the text
	Counts   map[Standing]int
}

// Finding is one value of a draft and how it stands.
type Finding struct {
	Start, End int
	Quote      string
	Schema     string
	Property   string
	Shown      string
	Standing   Standing
	Entity     chancery.EntityID // of the register, that the draft speaks of; "" where none was found
	Held       []Value           // what the register holds, cited
	Why        chancery.Message  // of a contradiction
}

// CheckDraft reads an outgoing text as any paper and sets every value found in
// it beside the register: confirmed with its citation, unknown, or contradicted.
func (r *Register) CheckDraft(ctx context.Context, reader Reader, draft Opened) (DraftView, error) {
	const op = "register.CheckDraft"
	p, err := r.page(ctx, reader)
	if err != nil {
		return DraftView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v, err := p.checkDraft(draft)
	p.finish(&v)
	v.Rows = len(v.Findings)
	return v, chancery.Wrap(op, chancery.Internal, err)
}

// CheckText is [Register.CheckDraft] for pasted or typed text.
func (r *Register) CheckText(ctx context.Context, reader Reader, draft string) (DraftView, error) {
	if strings.TrimSpace(draft) == "" {
		return DraftView{}, chancery.Fail("register.CheckText", chancery.Invalid, chancery.Say("check.empty", "there is no text; paste the draft first"))
	}
	return r.CheckDraft(ctx, reader, r.tools.Notes(draft))
}

func (p *page) checkDraft(draft Opened) (DraftView, error) {
	draft.Edition.Document, draft.Edition.Number = draft.Document.ID, 1
	v := DraftView{Edition: draft.Edition, Counts: map[Standing]int{}}
	files, _, err := p.r.files(p.ctx)
	if err != nil {
		return v, err
	}
	reading, err := p.r.tools.Read(p.ctx, draft.Document, &draft.Edition, files)
	if err != nil {
		return v, err
	}
	c := checker{page: p, found: map[chancery.EntityID]chancery.EntityID{}, of: map[chancery.EntityID][]chancery.Statement{}}
	for _, s := range reading.Statements {
		if c.of[s.Subject] == nil {
			c.order = append(c.order, s.Subject)
		}
		c.of[s.Subject] = append(c.of[s.Subject], s)
	}
	if err := c.things(); err != nil {
		return v, err
	}
	if v.Findings, err = c.findings(); err != nil {
		return v, err
	}
	sides, err := c.sides(draft.Edition.Text, files)
	if err != nil {
		return v, err
	}
	v.Findings = append(v.Findings, sides...)
	slices.SortStableFunc(v.Findings, func(a, b Finding) int { return a.Start - b.Start })
	for _, f := range v.Findings {
		v.Counts[f.Standing]++
	}
	return v, nil
}

// checker finds, for each thing a draft speaks of, the thing of the register.
type checker struct {
	*page
	order []chancery.EntityID
	of    map[chancery.EntityID][]chancery.Statement
	found map[chancery.EntityID]chancery.EntityID // of the draft to of the register
}

// certain is how alike two names must be for a draft to speak of the same thing.
const certain = 0.9

// things finds what has a name: in the authority files, or by names alike.
func (c *checker) things() error {
	var named []thing
	for _, id := range c.order {
		if id.Authority() {
			c.found[id] = id
			continue
		}
		t := thing{id: id, canonical: id, schema: c.of[id][0].Schema}
		for _, s := range c.of[id] {
			t.learn(s.Property, s.Value, s.Ref)
		}
		if sameable[t.schema] && len(t.names)+len(t.acronyms) > 0 {
			named = append(named, t)
		}
	}
	candidates, err := c.candidates(named)
	if err != nil {
		return err
	}
	for id, best := range candidates {
		if len(best) > 0 && best[0].Score >= certain {
			c.found[id] = best[0].Entity
		}
	}
	return nil
}

// findings sets the values of each thing beside those of its like.
func (c *checker) findings() ([]Finding, error) {
	var out []Finding
	for _, id := range c.order {
		own := c.of[id]
		like, held, err := c.like(id, own)
		if err != nil {
			return nil, err
		}
		lines, err := c.lines(own[0].Schema, held)
		if err != nil {
			return nil, err
		}
		if err := c.name(lines); err != nil {
			return nil, err
		}
		if like != "" {
			c.found[id] = like
		}
		for _, s := range own {
			out = append(out, c.finding(s, like, lineOf(lines, s.Property)))
		}
		if own[0].Schema == "Occupancy" {
			if out, err = c.rivals(out, own); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// identifying lists the properties by which a thing without a name is known.
var identifying = map[string][]string{
	"Occupancy": {"holder", "title"}, "Event": {"type", "participant", "party", "date"}, "Act": {"instrument", "type"}, "Candidature": {"candidate", "body"},
	"Milestone": {"subject", "type"}, "Undertaking": {"by", "text"}, "Intervention": {"speaker", "text"}, "Membership": {"member", "organization"},
}

// like gives the thing of the register that one of the draft speaks of, with
// its facts: found by name, or else the one that shares most of what
// identifies things of its schema, at least two values.
func (c *checker) like(id chancery.EntityID, own []chancery.Statement) (chancery.EntityID, []ledger.Fact, error) {
	if known := c.found[id]; known != "" {
		facts, err := c.facts(ledger.FactQuery{Entities: []chancery.EntityID{known}})
		return known, facts, err
	}
	schema := own[0].Schema
	var refs []chancery.EntityID
	for _, s := range own {
		if to := c.found[s.Ref]; to != "" && slices.Contains(identifying[schema], s.Property) {
			refs = append(refs, to)
		}
	}
	if len(refs) == 0 {
		return "", nil, nil
	}
	touching, err := c.facts(ledger.FactQuery{Refs: refs, Schemas: []string{schema}, Limit: 20 * maxLinks})
	if err != nil {
		return "", nil, err
	}
	var ids []chancery.EntityID
	for _, f := range touching {
		ids = append(ids, f.Entity)
	}
	slices.Sort(ids)
	facts, err := c.facts(ledger.FactQuery{Entities: slices.Compact(ids)})
	if err != nil {
		return "", nil, err
	}
	grouped := byEntity(facts)
	var best chancery.EntityID
	score := 1
	for _, id := range slices.Compact(ids) {
		n := 0
		for _, s := range own {
			if slices.Contains(identifying[schema], s.Property) && slices.ContainsFunc(grouped[id], func(f ledger.Fact) bool { return f.Property == s.Property && c.agrees(s, f.Value, f.Ref) }) {
				n++
			}
		}
		if n > score {
			best, score = id, n
		}
	}
	return best, grouped[best], nil
}

// agrees reports whether a value of the draft says what the register says.
func (c *checker) agrees(s chancery.Statement, value string, ref chancery.EntityID) bool {
	if s.Ref != "" {
		to := c.found[s.Ref]
		return to != "" && to == ref || text.Similar(s.Value, value) >= certain
	}
	a, aErr := chancery.ParseDate(s.Value)
	b, bErr := chancery.ParseDate(value)
	if aErr == nil && bErr == nil && !a.IsZero() && !b.IsZero() {
		return a.Overlaps(b)
	}
	return text.Fold(s.Value) == text.Fold(value) || text.Similar(s.Value, value) >= certain
}

// exclusive lists the properties of which a thing has one value, so that
// another contradicts it. What is named in several ways or held by several is
// not among them.
func exclusive(schema, property string) bool {
	s, _ := chancery.SchemaNamed(schema)
	prop, _ := s.Property(property)
	switch prop.Type {
	case chancery.TypeDate, chancery.TypeNumber, chancery.TypeCode, chancery.TypeFlag, chancery.TypePosition:
		return true
	}
	return property == "place" || property == "term" || property == "party" || property == "holder" || property == "symbol"
}

func (c *checker) finding(s chancery.Statement, like chancery.EntityID, line Line) Finding {
	f := Finding{Start: s.Passage.Start, End: s.Passage.End, Quote: s.Passage.Quote, Schema: s.Schema, Property: s.Property, Shown: s.Value, Standing: Unknown, Entity: like}
	for _, v := range line.Values {
		if c.agrees(s, v.Text, v.Ref) {
			f.Standing, f.Held = Holds, []Value{v}
			return f
		}
	}
	if like != "" && len(line.Values) > 0 {
		f.Held = line.Values
		if exclusive(s.Schema, s.Property) {
			f.Standing, f.Why = Contradicts, chancery.Say("check.differs", "the register says otherwise")
		}
	}
	return f
}

// rivals marks a post of the draft as contradicted where the register knows
// nobody but others in it.
func (c *checker) rivals(out []Finding, own []chancery.Statement) ([]Finding, error) {
	var title, holder *chancery.Statement
	var body chancery.EntityID
	for i, s := range own {
		switch s.Property {
		case "title":
			title = &own[i]
		case "holder":
			holder = &own[i]
		case "body":
			body = c.found[s.Ref]
		}
	}
	if title == nil || holder == nil || body == "" {
		return out, nil
	}
	others, err := c.otherHolders(body, *title, *holder)
	if err != nil || len(others) == 0 {
		return out, err
	}
	lines, err := c.lines("Occupancy", others)
	if err != nil {
		return out, err
	}
	if err := c.name(lines); err != nil {
		return out, err
	}
	for i := range out {
		if out[i].Start == holder.Passage.Start && out[i].End == holder.Passage.End && out[i].Schema == "Occupancy" && out[i].Property == "holder" {
			out[i].Standing, out[i].Held = Contradicts, lineOf(lines, "holder").Values
			out[i].Why = chancery.Say("check.holder", "the register knows another holder of this post")
		}
	}
	return out, nil
}

// otherHolders gives who the register knows in the post of a body; none where
// the holder named is among them.
func (c *checker) otherHolders(body chancery.EntityID, title, holder chancery.Statement) ([]ledger.Fact, error) {
	posts, err := c.facts(ledger.FactQuery{Refs: []chancery.EntityID{body}, Schemas: []string{"Occupancy"}, Properties: []string{"body"}, Limit: 20 * maxLinks})
	if err != nil || len(posts) == 0 {
		return nil, err
	}
	var ids []chancery.EntityID
	for _, f := range posts {
		ids = append(ids, f.Entity)
	}
	facts, err := c.facts(ledger.FactQuery{Entities: ids, Properties: []string{"title", "holder"}})
	if err != nil {
		return nil, err
	}
	same := map[chancery.EntityID]bool{}
	for _, f := range facts {
		same[f.Entity] = same[f.Entity] || f.Property == "title" && text.Similar(f.Value, title.Value) >= certain
	}
	var others []ledger.Fact
	for _, f := range facts {
		if f.Property != "holder" || !same[f.Entity] {
			continue
		}
		if c.agrees(holder, f.Value, f.Ref) {
			return nil, nil
		}
		others = append(others, f)
	}
	return others, nil
}

// sideNouns are the words that make a party of the adjective before them
// ("the Egyptian side"), by language.
var sideNouns = map[string]bool{"side": true, "delegation": true, "party": true, "сторона": true, "стороны": true, "стороне": true, "сторону": true, "стороной": true,
	"тарап": true, "тарапы": true, "тарапқа": true, "partie": true, "parte": true, "الجانب": true}

// sides looks for "the Egyptian side" where a meeting that the draft speaks of
// has, by the register, other parties.
func (c *checker) sides(draft string, files *authority.Files) ([]Finding, error) {
	parties, err := c.parties()
	if err != nil || len(parties) == 0 {
		return nil, err
	}
	var out []Finding
	for _, h := range files.Find(draft) {
		if !h.Adjective || h.Entry.Schema != "State" {
			continue
		}
		rest := draft[h.End:]
		word := strings.TrimLeft(rest, " \u00a0")
		if i := strings.IndexFunc(word, func(r rune) bool { return strings.ContainsRune(" ,.;:()\n\u00a0", r) }); i >= 0 {
			word = word[:i]
		}
		if !sideNouns[text.Fold(word)] && !sideNouns[word] || len(rest)-len(strings.TrimLeft(rest, " \u00a0")) == 0 {
			continue
		}
		end := h.End + strings.Index(rest, word) + len(word)
		f := Finding{Start: h.Start, End: end, Quote: draft[h.Start:end], Schema: "Event", Property: "party", Shown: c.authority(h.Entry.ID), Standing: Contradicts, Held: parties,
			Why: chancery.Say("check.side", "by the register it is not a party to this meeting")}
		if slices.ContainsFunc(parties, func(v Value) bool { return v.Ref == h.Entry.ID }) {
			f.Standing, f.Why = Holds, chancery.Message{}
		}
		out = append(out, f)
	}
	return out, nil
}

// parties gives the parties, by the register, of the meetings of the draft.
func (c *checker) parties() ([]Value, error) {
	var ids []chancery.EntityID
	for _, id := range c.order {
		if c.of[id][0].Schema == "Event" && c.found[id] != "" {
			ids = append(ids, c.found[id])
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	facts, err := c.facts(ledger.FactQuery{Entities: ids, Properties: []string{"party"}})
	if err != nil {
		return nil, err
	}
	lines, err := c.lines("Event", facts)
	if err != nil {
		return nil, err
	}
	err = c.name(lines)
	return lineOf(lines, "party").Values, err
}
