package register

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"chancery"
	"chancery/election"
	"chancery/ledger"
)

// typed makes one remark of what was typed into a form of many fields, so that
// every value stands on its own words.
type typed struct {
	text   strings.Builder
	things []typedThing
}

type typedThing struct {
	schema string
	values []typedValue
}

type typedValue struct {
	property   string
	value      string
	ref        chancery.EntityID
	start, end int // in the remark
}

// write adds words that say nothing by themselves.
func (t *typed) write(words string) { t.text.WriteString(words) }

// words adds words that a value will stand on and gives their place.
func (t *typed) words(s string) (start, end int) {
	start = t.text.Len()
	t.text.WriteString(s)
	return start, t.text.Len()
}

// thing begins a thing; its first value names it, so its words must be its own.
func (t *typed) thing(schema string) int {
	t.things = append(t.things, typedThing{schema: schema})
	return len(t.things) - 1
}

// on adds a value that stands on words written before.
func (t *typed) on(thing int, property, value string, ref chancery.EntityID, start, end int) {
	t.things[thing].values = append(t.things[thing].values, typedValue{property, value, ref, start, end})
}

// say writes the words of a value and adds it.
func (t *typed) say(thing int, property, value string, ref chancery.EntityID, words string) {
	start, end := t.words(words)
	t.on(thing, property, value, ref, start, end)
}

// oneLine gives what was typed as one line of visible characters.
func oneLine(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f || r == '\u00a0' || r == '\ufeff' }), " ")
}

// keepTyped keeps the remark and confirms what stands on it. It gives the
// things in the order in which they were begun.
func (r *Register) keepTyped(ctx context.Context, person string, t *typed, marking string) ([]chancery.EntityID, error) {
	ed, err := r.remark(ctx, person, t.text.String(), marking)
	if err != nil {
		return nil, err
	}
	statements, ids, err := t.statements(ed, marking)
	if err != nil {
		return nil, err
	}
	var targets []chancery.StatementID
	for _, s := range statements {
		targets = append(targets, s.ID)
	}
	defer r.authority.stale()
	return ids, r.store.Enter(ctx, person, statements, []chancery.Verdict{{Person: person, Judgement: chancery.Confirmed, Targets: statementTargets(targets)}})
}

func (t *typed) statements(ed chancery.Edition, marking string) ([]chancery.Statement, []chancery.EntityID, error) {
	var out []chancery.Statement
	var ids []chancery.EntityID
	for _, thing := range t.things {
		first := thing.values[0]
		id := chancery.NewMention(ed.Document, thing.schema, ed.Number, first.start, first.end)
		ids = append(ids, id)
		for _, v := range thing.values {
			passage, err := chancery.Cut(ed.Document, ed.Number, ed.Text, v.start, v.end)
			if err != nil {
				return nil, nil, err
			}
			s := chancery.Statement{Subject: id, Schema: thing.schema, Property: v.property, Value: v.value, Ref: v.ref, Passage: passage, Rule: chancery.HandRule, Version: 1, Marking: marking}
			if worded(thing.schema, v.property) {
				s.Language = ed.Language
			}
			if v.value != passage.Quote {
				s.Original = passage.Quote
			}
			s.ID = s.Identify()
			out = append(out, s)
		}
	}
	return out, ids, nil
}

// PledgeLine is one pledge as typed into the grid.
type PledgeLine struct {
	Candidature chancery.EntityID
	Ours        bool              // we give it, for this candidate of another State
	State       chancery.EntityID // that promises; of a pledge of ours, that it is given to
	Asked       bool              // the State was asked and has not answered; the rest is then empty
	Form        election.Form
	Date        chancery.Date
	Scope       election.Scope // "" is all ballots
	Expires     chancery.Date
	InReturn    string // what was asked or given for it
	Note        string // from whom, where
}

// PledgeSheet is what was typed at once into the grid.
type PledgeSheet struct {
	Remark  string // how the officer knows
	Marking string
	Lines   []PledgeLine
}

// maxPledges bounds the lines of one sheet; no electorate is larger.
const maxPledges = 1000

// EnterPledges records the pledges of a sheet as one remark of the officer,
// with the line of each State as its source.
func (r *Register) EnterPledges(ctx context.Context, person string, s PledgeSheet) ([]chancery.EntityID, error) {
	const op = "register.EnterPledges"
	invalid := func(key, format string, args ...any) error {
		return chancery.Fail(op, chancery.Invalid, chancery.Say(key, format, args...))
	}
	switch {
	case len(s.Lines) == 0:
		return nil, invalid("pledge.empty", "no pledge was typed; give at least one State its form")
	case len(s.Lines) > maxPledges:
		return nil, invalid("pledge.many", "%d lines are more than any electorate has; at most %d are taken at once", len(s.Lines), maxPledges)
	case oneLine(s.Remark) == "":
		return nil, invalid("enter.source", "the source is missing; choose words of a paper, or write how you know")
	}
	p, err := r.page(ctx, Reader{})
	if err != nil {
		return nil, chancery.Wrap(op, chancery.Internal, err)
	}
	home, err := r.Home(ctx)
	if err != nil {
		return nil, chancery.Wrap(op, chancery.Internal, err)
	}
	if home == "" && slices.ContainsFunc(s.Lines, func(l PledgeLine) bool { return l.Ours }) {
		return nil, invalid("pledge.home", "say first whose register this is; then it can give pledges")
	}
	t, err := p.sheet(s, home)
	if err != nil {
		return nil, chancery.Wrap(op, chancery.Internal, err)
	}
	ids, err := r.keepTyped(ctx, person, t, s.Marking)
	return ids, chancery.Wrap(op, chancery.Internal, err)
}

// sheet writes the remark: for each candidate a head that names it, then a
// line a State.
func (p *page) sheet(s PledgeSheet, home chancery.EntityID) (*typed, error) {
	var ids []chancery.EntityID
	for _, l := range s.Lines {
		ids = append(ids, l.Candidature)
	}
	found, err := p.records(ledger.FactQuery{Entities: ids, Schemas: []string{"Candidature"}})
	if err != nil {
		return nil, err
	}
	candidatures := map[chancery.EntityID]record{}
	ids = []chancery.EntityID{home}
	for _, c := range found {
		candidatures[c.id] = c
		ids = append(ids, c.ref("candidate"), c.ref("nominatedBy"), c.ref("body"))
	}
	for _, l := range s.Lines {
		ids = append(ids, l.State)
	}
	if err := p.learn(ids); err != nil {
		return nil, err
	}
	t := &typed{}
	t.write(oneLine(s.Remark) + "\n")
	var head sheetHead
	for _, l := range s.Lines {
		c, ok := candidatures[l.Candidature]
		if !ok || l.State == "" {
			return nil, chancery.Fail("register.EnterPledges", chancery.NotFound, chancery.Say("pledge.candidature", "the register holds no such candidature"))
		}
		if head.of != c.id || head.ours != l.Ours {
			head = p.sheetHead(t, c, l.Ours, home)
		}
		p.line(t, l, head)
	}
	return t, nil
}

// span is a place in the remark.
type span struct{ start, end int }

// sheetHead is the line that names a candidate above the pledges for it.
type sheetHead struct {
	of        chancery.EntityID
	ours      bool
	other     chancery.EntityID // to whom the States promise, or by whom it is promised to them
	otherAt   span
	candidate span
}

func (p *page) sheetHead(t *typed, c record, ours bool, home chancery.EntityID) sheetHead {
	h := sheetHead{of: c.id, ours: ours, other: c.ref("nominatedBy")}
	words := func(s string) span { start, end := t.words(s); return span{start, end} }
	if ours {
		h.other = home
		h.otherAt = words(p.named(home).Text)
		t.write(" promises to vote for ")
		h.candidate = words(p.candidate(c).Text)
	} else {
		t.write("Votes for ")
		h.candidate = words(p.candidate(c).Text)
		if h.other != "" {
			t.write(" of ")
			h.otherAt = words(p.named(h.other).Text)
		}
	}
	t.write(" (" + p.named(c.ref("body")).Text + "):\n")
	return h
}

// line writes one line of a sheet: the State first, whose words name the pledge.
func (p *page) line(t *typed, l PledgeLine, h sheetHead) {
	state := p.named(l.State).Text
	start, end := t.words(state)
	schema, from, to := "Pledge", "by", "to"
	if l.Asked {
		schema, from, to = "Request", "to", "from"
	} else if h.ours {
		from, to = "to", "by"
	}
	one := t.thing(schema)
	t.on(one, from, state, l.State, start, end)
	if h.other != "" {
		t.on(one, to, p.named(h.other).Text, h.other, h.otherAt.start, h.otherAt.end)
	}
	about := "candidature"
	if l.Asked {
		about = "about"
	}
	t.on(one, about, t.text.String()[h.candidate.start:h.candidate.end], h.of, h.candidate.start, h.candidate.end)
	if l.Asked {
		t.write(": ")
		t.say(one, "text", "asked for its vote", "", "asked for its vote")
		t.day(one, "date", ", ", l.Date)
		t.write("\n")
		return
	}
	t.write(": ")
	t.say(one, "form", string(l.Form), "", strings.ReplaceAll(string(l.Form), "_", " "))
	t.day(one, "date", ", ", l.Date)
	if l.Scope == election.FirstBallot {
		t.write(", ")
		t.say(one, "scope", "first", "", "first ballot only")
	}
	t.day(one, "expires", ", until ", l.Expires)
	if in := oneLine(l.InReturn); in != "" {
		t.write(", in return for ")
		t.say(one, "inReturnFor", in, "", in)
	}
	if note := oneLine(l.Note); note != "" {
		t.write(" (" + note + ")")
	}
	t.write("\n")
}

// day writes a date after some words, where there is one.
func (t *typed) day(thing int, property, before string, d chancery.Date) {
	if d.IsZero() {
		return
	}
	t.write(before)
	t.say(thing, property, d.String(), "", d.String())
}

// TypedBallot is a ballot as typed on election day.
type TypedBallot struct {
	Election    chancery.EntityID
	Number      int
	Date        chancery.Date
	Seats       int
	Kind        string
	Organ       election.Organ // of the two that elect the Court
	Meeting     int            // of both organs
	Cast        string
	Invalid     string
	Abstentions string
	Candidates  []string // in the order of the form: candidatures, or names as an earlier ballot has them
	Votes       []string // of each; "" is not known
	Remark      string
	Marking     string
}

// EnterBallot records a ballot as typed, with the remark it makes as its source.
func (r *Register) EnterBallot(ctx context.Context, person string, b TypedBallot) (chancery.EntityID, error) {
	const op = "register.EnterBallot"
	p, err := r.page(ctx, Reader{})
	if err != nil {
		return "", chancery.Wrap(op, chancery.Internal, err)
	}
	if b.Candidates, err = p.candidateNames(b.Candidates); err != nil {
		return "", chancery.Wrap(op, chancery.Internal, err)
	}
	t, err := b.sheet()
	if err != nil {
		return "", err
	}
	of, err := p.value(b.Election)
	if err != nil {
		return "", chancery.Wrap(op, chancery.Internal, err)
	}
	if of.Schema != "Election" {
		return "", chancery.Fail(op, chancery.Invalid, chancery.Say("ballot.election", "enter the election itself first, with its body, date and seats; then its ballots"))
	}
	t.write("\n")
	t.say(0, "election", of.Text, b.Election, of.Text)
	t.write("\n")
	if remark := oneLine(b.Remark); remark != "" {
		t.write(remark + "\n")
	}
	ids, err := r.keepTyped(ctx, person, t, b.Marking)
	if err != nil {
		return "", chancery.Wrap(op, chancery.Internal, err)
	}
	return ids[0], nil
}

// candidateNames puts the names of candidates for their candidatures; what is
// none is a name already. Records name them in English, whoever types.
func (p *page) candidateNames(all []string) ([]string, error) {
	ids := make([]chancery.EntityID, 0, len(all))
	for _, one := range all {
		ids = append(ids, chancery.EntityID(one))
	}
	if len(ids) == 0 {
		return all, nil
	}
	found, err := p.records(ledger.FactQuery{Entities: ids, Schemas: []string{"Candidature"}})
	if err != nil {
		return nil, err
	}
	out := slices.Clone(all)
	for _, c := range found {
		if err := p.learn([]chancery.EntityID{c.ref("candidate"), c.ref("nominatedBy")}); err != nil {
			return nil, err
		}
		for i, one := range all {
			if chancery.EntityID(one) == c.id {
				out[i] = p.candidate(c).Text
			}
		}
	}
	return out, nil
}

// sheet writes a ballot as a remark: its figures, then a line a candidate.
func (b TypedBallot) sheet() (*typed, error) {
	invalid := func(key, format string, args ...any) error {
		return chancery.Fail("register.EnterBallot", chancery.Invalid, chancery.Say(key, format, args...))
	}
	if b.Organ != "" && !slices.Contains(election.Organs, b.Organ) {
		return nil, invalid("ballot.organ", "%q is no organ that elects the Court", string(b.Organ))
	}
	t := &typed{}
	one := t.thing("Ballot")
	t.write("Ballot ")
	t.say(one, "number", strconv.Itoa(b.Number), "", strconv.Itoa(b.Number))
	t.day(one, "date", " of ", b.Date)
	if b.Organ != "" {
		t.write(", ")
		t.say(one, "organ", string(b.Organ), "", b.Organ.Label().Text)
	}
	if b.Organ != "" && b.Meeting > 0 {
		t.write(", meeting ")
		t.say(one, "meeting", strconv.Itoa(b.Meeting), "", strconv.Itoa(b.Meeting))
	}
	if b.Seats > 0 {
		t.write(", seats: ")
		t.say(one, "seats", strconv.Itoa(b.Seats), "", strconv.Itoa(b.Seats))
	}
	if b.Kind != "" {
		t.write(", ")
		t.say(one, "kind", b.Kind, "", oneLine(b.Kind))
	}
	for _, f := range [][2]string{{"cast", b.Cast}, {"invalid", b.Invalid}, {"abstentions", b.Abstentions}} {
		figure, ok := election.ParseFigure(f[1])
		if !ok || figure.Known && !figure.Exact() {
			return nil, invalid("ballot.figure", "%q is not a number; write it with digits", f[1])
		}
		if figure.Known {
			t.write(", " + f[0] + ": ")
			t.say(one, f[0], figure.String(), "", figure.String())
		}
	}
	t.write("\n")
	tallies := 0
	for i, name := range b.Candidates {
		name = oneLine(name)
		figure, ok := election.ParseFigure(b.Votes[i])
		if !ok {
			return nil, invalid("ballot.votes", "the votes of %s, %q, are not a number", name, b.Votes[i])
		}
		if name == "" || !figure.Known {
			continue
		}
		tally := JoinTally(name, figure.String())
		t.say(one, "votes", tally, "", tally)
		t.write("\n")
		tallies++
	}
	if tallies == 0 {
		return nil, invalid("ballot.empty", "no votes were typed; give at least one candidate a number")
	}
	return t, nil
}
