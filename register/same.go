package register

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"chancery"
	"chancery/ledger"
	"chancery/text"
)

// The limits of looking for candidates.
const (
	maxCandidates = 5
	likely        = 0.72 // names less alike are no candidates
)

// sameable lists the schemas whose things are met in many papers.
var sameable = map[string]bool{"State": true, "Organization": true, "Person": true, "Event": true, "Instrument": true, "Election": true,
	"Candidature": true, "Visit": true, "Indicator": true, "Measure": true, "Priority": true}

// Candidates gives what an entity may be the same as, best first, with the
// reasons: names across scripts, acronyms, posts, the day and place of an event.
func (r *Register) Candidates(ctx context.Context, reader Reader, id chancery.EntityID) ([]Candidate, error) {
	const op = "register.Candidates"
	p, err := r.page(ctx, reader)
	if err != nil {
		return nil, chancery.Wrap(op, chancery.Internal, err)
	}
	own, err := r.store.Statements(ctx, ledger.StatementQuery{Subject: id})
	if err != nil || len(own) == 0 {
		return nil, chancery.Wrap(op, chancery.Internal, err)
	}
	found, err := p.candidates([]thing{thingOf(own)})
	return found[own[0].Subject], chancery.Wrap(op, chancery.Internal, err)
}

// thing is what a paper says of something, as far as it helps to find it again.
type thing struct {
	id, canonical chancery.EntityID
	schema        string
	names         []string
	acronyms      []string
	dates         []string
	refs          []chancery.EntityID
}

func thingOf(own []ledger.Judged) thing {
	t := thing{id: own[0].Subject, canonical: own[0].Canonical, schema: own[0].Schema}
	for _, s := range own {
		if s.Judgement == chancery.Rejected {
			continue
		}
		t.learn(s.Property, s.Value, s.RefCanonical)
	}
	return t
}

func (t *thing) learn(property, value string, ref chancery.EntityID) {
	switch property {
	case "name", "alias", "symbol", "candidate":
		t.names = append(t.names, value)
	case "acronym":
		t.acronyms = append(t.acronyms, value)
	case "date", "electionDate":
		t.dates = append(t.dates, value)
	}
	if ref != "" {
		t.refs = append(t.refs, ref)
	}
}

// keys gives the name keys under which others may be found.
func (t thing) keys() []string {
	var out []string
	for _, n := range append(slices.Clone(t.names), t.acronyms...) {
		if k := text.NameKey(n); k != "" {
			out = append(out, k)
		}
	}
	for _, n := range t.names {
		if a := initials(n); len(a) > 2 {
			out = append(out, text.NameKey(a))
		}
	}
	return out
}

// initials gives the acronym that the capitals of a name make.
func initials(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		if r := []rune(w)[0]; unicode.IsUpper(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// candidates looks for several things at once and gives those of each.
func (p *page) candidates(things []thing) (map[chancery.EntityID][]Candidate, error) {
	var keys []string
	for _, t := range things {
		if sameable[t.schema] {
			keys = append(keys, t.keys()...)
		}
	}
	slices.Sort(keys)
	named, err := p.r.store.Naming(p.ctx, slices.Compact(keys))
	if err != nil {
		return nil, err
	}
	var ids []chancery.EntityID
	for _, n := range named {
		ids = append(ids, n.Entity)
	}
	others, err := p.things(ids)
	if err != nil {
		return nil, err
	}
	out := map[chancery.EntityID][]Candidate{}
	for _, t := range things {
		if sameable[t.schema] {
			out[t.id] = p.rankCandidates(t, others)
		}
	}
	return out, nil
}

// things gathers what is known of entities, confirmed or proposed.
func (p *page) things(ids []chancery.EntityID) (map[chancery.EntityID]thing, error) {
	out := map[chancery.EntityID]thing{}
	if len(ids) == 0 {
		return out, nil
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	facts, err := p.facts(ledger.FactQuery{Entities: ids})
	if err != nil {
		return nil, err
	}
	for _, f := range facts {
		t := out[f.Entity]
		t.id, t.canonical, t.schema = f.Entity, f.Entity, f.Schema
		t.learn(f.Property, f.Value, f.Ref)
		out[f.Entity] = t
	}
	return out, p.learn(ids)
}

// grade compares two things and says why they may be the same.
func grade(a, b thing) (score float64, why []chancery.Message) {
	for _, x := range a.names {
		for _, y := range b.names {
			s := text.Similar(x, y)
			if s < likely || s <= score {
				continue
			}
			score = s
			switch {
			case x == y:
				why = []chancery.Message{chancery.Say("same.name", "the same name: %s", x)}
			case scriptOf(x) != scriptOf(y):
				why = []chancery.Message{chancery.Say("same.script", "the same name in two scripts: %s, %s", x, y)}
			default:
				why = []chancery.Message{chancery.Say("same.spelling", "names alike: %s, %s", x, y)}
			}
		}
	}
	if acronym := shared(a, b); acronym != "" {
		score = max(score, 0.85)
		why = append(why, chancery.Say("same.acronym", "the same acronym: %s", acronym))
	}
	if score == 0 {
		return 0, nil
	}
	if n := common(a.refs, b.refs); n > 0 {
		score = min(1, score+0.05*float64(min(n, 3)))
		why = append(why, chancery.Say("same.context", "connected with the same things: %d", n))
	}
	for _, x := range a.dates {
		if slices.Contains(b.dates, x) {
			score = min(1, score+0.1)
			why = append(why, chancery.Say("same.date", "the same date: %s", x))
			break
		}
	}
	return score, why
}

// shared gives an acronym that both have, or that one has and the other's name makes.
func shared(a, b thing) string {
	have := func(t thing) []string {
		out := slices.Clone(t.acronyms)
		for _, n := range t.names {
			out = append(out, n)
			if i := initials(n); len(i) > 2 {
				out = append(out, i)
			}
		}
		return out
	}
	other := have(b)
	for _, x := range have(a) {
		if len(x) > 1 && strings.ToUpper(x) == x && slices.Contains(other, x) {
			return x
		}
	}
	return ""
}

func common(a, b []chancery.EntityID) int {
	n := 0
	for i, x := range a {
		if slices.Contains(b, x) && !slices.Contains(a[:i], x) {
			n++
		}
	}
	return n
}

// rankCandidates orders the candidates for one thing, best first.
func (p *page) rankCandidates(t thing, others map[chancery.EntityID]thing) []Candidate {
	var out []Candidate
	for id, o := range others {
		if id == t.canonical || id == t.id || o.schema != t.schema {
			continue
		}
		if score, why := grade(t, o); score >= likely {
			l := p.labels[id]
			out = append(out, Candidate{Entity: id, Schema: o.schema, Caption: l, Sub: l.Sub, Score: score, Reasons: why})
		}
	}
	slices.SortFunc(out, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Entity, b.Entity))
	})
	return out[:min(len(out), maxCandidates)]
}

// same lists the judgements that make a mention one with others.
func (p *page) same(mention chancery.EntityID) ([]Same, error) {
	edges, err := p.r.store.Edges(p.ctx, mention)
	if err != nil || len(edges) == 0 {
		return nil, err
	}
	of, err := p.mentions(mention)
	if err != nil {
		return nil, err
	}
	var out []Same
	for _, e := range edges {
		if e.Judgement != chancery.Confirmed {
			continue
		}
		one := Same{Entity: e.Other, Verdict: e.Verdict, Since: e.At, Reason: e.Reason}
		if e.Other == mention {
			one.Entity = e.Entity
		}
		if one.By, err = p.person(e.By); err != nil {
			return nil, err
		}
		if own := of[one.Entity]; len(own) > 0 {
			one.Caption = labelOfStatements(own[0].Schema, own, p.reader.Language)
			if one.Title, err = p.title(own[0].Passage.Document); err != nil {
				return nil, err
			}
		} else if one.Caption.Text = p.authority(one.Entity); one.Caption.Text == "" {
			one.Caption.Text = string(one.Entity) // its paper was withdrawn, or is above the ceiling
		}
		out = append(out, one)
	}
	return out, nil
}

// mentions gives what is said of everything that is one with an entity, by the
// mention that its paper made of it.
func (p *page) mentions(id chancery.EntityID) (map[chancery.EntityID][]ledger.Judged, error) {
	all, err := p.r.store.Statements(p.ctx, ledger.StatementQuery{Subject: id, At: p.reader.At})
	of := map[chancery.EntityID][]ledger.Judged{}
	for _, s := range all {
		if !p.hidden(s.Marking) && !s.Withdrawn {
			of[s.Subject] = append(of[s.Subject], s)
		}
	}
	return of, err
}
