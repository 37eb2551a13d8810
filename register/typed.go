package register

import (
	"context"
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
	opened := r.tools.Notes(t.text.String())
	opened.Document.Kind, opened.Document.Marking = chancery.Remark, marking
	opened.Document.Received = chancery.DateOf(r.tools.Now())
	text := opened.Edition.Text
	doc, existed, err := r.store.Receive(ctx, person, ledger.Receipt{Document: opened.Document, Content: []byte(text)})
	if err != nil {
		return nil, err
	}
	ed := opened.Edition
	if ed.Document = doc.ID; existed {
		ed, err = r.store.Edition(ctx, doc.ID, 0)
	} else {
		ed, err = r.store.AddEdition(ctx, person, ed)
	}
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
	State    chancery.EntityID // that promises; of a pledge of ours, that it is given to
	Asked    bool              // the State was asked and has not answered; the rest is then empty
	Form     election.Form
	Date     chancery.Date
	Scope    election.Scope // "" is all ballots
	Expires  chancery.Date
	InReturn string // what was asked or given for it
	Note     string // from whom, where
}

// PledgeSheet is what was typed at once into the grid of one candidate.
type PledgeSheet struct {
	Candidature chancery.EntityID
	Ours        bool   // pledges that we give for this candidate of another State
	Remark      string // how the officer knows
	Marking     string
	Lines       []PledgeLine
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
	if s.Ours && home == "" {
		return nil, invalid("pledge.home", "say first whose register this is; then it can give pledges")
	}
	t, err := p.sheet(s, home)
	if err != nil {
		return nil, chancery.Wrap(op, chancery.Internal, err)
	}
	ids, err := r.keepTyped(ctx, person, t, s.Marking)
	return ids, chancery.Wrap(op, chancery.Internal, err)
}

// sheet writes the remark: a head that names the candidate, a line a State.
func (p *page) sheet(s PledgeSheet, home chancery.EntityID) (*typed, error) {
	found, err := p.records(ledger.FactQuery{Entities: []chancery.EntityID{s.Candidature}, Schemas: []string{"Candidature"}})
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, chancery.Fail("register.EnterPledges", chancery.NotFound, chancery.Say("pledge.candidature", "the register holds no such candidature"))
	}
	c := found[0]
	ids := []chancery.EntityID{home, c.ref("candidate"), c.ref("nominatedBy"), c.ref("body")}
	for _, l := range s.Lines {
		ids = append(ids, l.State)
	}
	if err := p.learn(ids); err != nil {
		return nil, err
	}
	t := &typed{}
	if s.Ours {
		start, end := t.words(p.named(home).Text)
		t.write(" to vote for ")
		cs, ce := t.words(p.candidate(c).Text)
		t.write(" (" + p.named(c.ref("body")).Text + "): " + oneLine(s.Remark) + "\n")
		for _, l := range s.Lines {
			p.line(t, s, l, home, l.State, [2]int{start, end}, [2]int{cs, ce}, true)
		}
		return t, nil
	}
	t.write("Votes for ")
	cs, ce := t.words(p.candidate(c).Text)
	start, end := cs, ce
	if by := c.ref("nominatedBy"); by != "" {
		t.write(" of ")
		start, end = t.words(p.named(by).Text)
	}
	t.write(" (" + p.named(c.ref("body")).Text + "): " + oneLine(s.Remark) + "\n")
	for _, l := range s.Lines {
		p.line(t, s, l, l.State, c.ref("nominatedBy"), [2]int{start, end}, [2]int{cs, ce}, false)
	}
	return t, nil
}

// line writes one line of a sheet: the State first, whose words name the pledge.
func (p *page) line(t *typed, s PledgeSheet, l PledgeLine, by, to chancery.EntityID, other, candidate [2]int, ours bool) {
	state := p.named(l.State).Text
	start, end := t.words(state)
	if l.Asked {
		one := t.thing("Request")
		t.on(one, "to", state, l.State, start, end)
		t.write(" ")
		t.say(one, "text", "asked for its vote", "", "asked for its vote")
		if to != "" {
			t.on(one, "from", p.named(to).Text, to, other[0], other[1])
		}
		t.on(one, "about", p.candidateText(t, candidate), s.Candidature, candidate[0], candidate[1])
		t.day(one, "date", ", ", l.Date)
		t.write("\n")
		return
	}
	one := t.thing("Pledge")
	if ours {
		t.on(one, "to", state, l.State, start, end)
		t.on(one, "by", p.named(by).Text, by, other[0], other[1])
	} else {
		t.on(one, "by", state, l.State, start, end)
		if to != "" {
			t.on(one, "to", p.named(to).Text, to, other[0], other[1])
		}
	}
	t.on(one, "candidature", p.candidateText(t, candidate), s.Candidature, candidate[0], candidate[1])
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

func (p *page) candidateText(t *typed, at [2]int) string { return t.text.String()[at[0]:at[1]] }

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
	Cast        string
	Invalid     string
	Abstentions string
	Candidates  []string // in the order of the form
	Votes       []string // of each; "" is not known
	Remark      string
	Marking     string
}

// EnterBallot records a ballot as typed, with the remark it makes as its source.
func (r *Register) EnterBallot(ctx context.Context, person string, b TypedBallot) (chancery.EntityID, error) {
	const op = "register.EnterBallot"
	t, err := b.sheet()
	if err != nil {
		return "", err
	}
	p, err := r.page(ctx, Reader{})
	if err != nil {
		return "", chancery.Wrap(op, chancery.Internal, err)
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

// sheet writes a ballot as a remark: its figures, then a line a candidate.
func (b TypedBallot) sheet() (*typed, error) {
	invalid := func(key, format string, args ...any) error {
		return chancery.Fail("register.EnterBallot", chancery.Invalid, chancery.Say(key, format, args...))
	}
	t := &typed{}
	one := t.thing("Ballot")
	t.write("Ballot ")
	t.say(one, "number", strconv.Itoa(b.Number), "", strconv.Itoa(b.Number))
	t.day(one, "date", " of ", b.Date)
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
