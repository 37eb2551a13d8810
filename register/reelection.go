package register

import (
	"slices"

	"chancery"
	"chancery/election"
	"chancery/ledger"
)

// Service is a time in a body as it is on record: a post, a membership, or the
// term that an election gave.
type Service struct {
	From, To chancery.Date // To is zero where no end is recorded
	Cites    []int
}

// reelection holds those who stand against the body's limit of terms, by what is
// recorded of their service in it.
func (p *page) reelection(v *ElectionView, e poll) error {
	if !v.Known || v.Rules.MaxTerms == 0 || v.Body.Ref == "" || e.date.IsZero() {
		return nil
	}
	var who []chancery.EntityID
	for _, c := range v.Candidates {
		who = append(who, c.Candidate.Ref)
	}
	served, err := p.servedIn(v.Body.Ref, who, e)
	if err != nil {
		return err
	}
	for i := range v.Candidates {
		c := &v.Candidates[i]
		next := termOf(c.Term.Text)
		if next.First == 0 {
			next = election.TermFrom(e.date.Year+1, v.Rules.Term)
		}
		begins := chancery.NewDate(next.First, 1, 1)
		var held []election.Held
		for _, s := range served[c.Candidate.Ref] {
			if s.From.Before(begins) {
				c.Served = append(c.Served, s)
				held = append(held, election.Held{From: s.From, To: s.To})
			}
		}
		whole, unsure := election.Terms(v.Rules, held, begins)
		c.Doubts = append(c.Doubts, election.CheckReelection(v.Rules, whole, unsure, next)...)
	}
	return nil
}

// servedIn gathers what is recorded of persons' and States' service in a body, the
// first first: posts, memberships, and terms that other elections gave.
func (p *page) servedIn(body chancery.EntityID, who []chancery.EntityID, e poll) (map[chancery.EntityID][]Service, error) {
	out := map[chancery.EntityID][]Service{}
	add := func(id chancery.EntityID, from, to chancery.Date, t record, properties ...string) error {
		one := Service{From: from, To: to}
		for _, property := range properties {
			shown, err := p.shown(t, property)
			if err != nil {
				return err
			}
			for _, n := range shown.Cites {
				if !slices.Contains(one.Cites, n) {
					one.Cites = append(one.Cites, n)
				}
			}
		}
		out[id] = append(out[id], one)
		return nil
	}
	for _, by := range []struct{ schema, who, body string }{{"Occupancy", "holder", "body"}, {"Membership", "member", "organization"}} {
		found, err := p.recordsReferring(by.schema, by.who, who...)
		if err != nil {
			return nil, err
		}
		for _, t := range found {
			if t.ref(by.body) != body || t.date("from").IsZero() || t.text("role") == "observer" {
				continue
			}
			if err := add(t.ref(by.who), t.date("from"), t.date("to"), t, "from", "to"); err != nil {
				return nil, err
			}
		}
	}
	won, err := p.wonBefore(body, who, e)
	if err != nil {
		return nil, err
	}
	for _, t := range won {
		if term := termOf(t.text("term")); term.First > 0 {
			if err := add(t.ref("candidate"), chancery.Date{Year: term.First}, chancery.Date{Year: term.Last}, t, "term"); err != nil {
				return nil, err
			}
		}
	}
	for _, list := range out {
		slices.SortStableFunc(list, func(a, b Service) int { return a.From.Compare(b.From) })
	}
	return out, nil
}

// wonBefore gives the candidatures by which persons and States were elected to a body
// before, in other elections.
func (p *page) wonBefore(body chancery.EntityID, who []chancery.EntityID, e poll) ([]record, error) {
	found, err := p.recordsReferring("Candidature", "candidate", who...)
	if err != nil {
		return nil, err
	}
	found = slices.DeleteFunc(found, func(t record) bool {
		return t.text("result") != "elected" || slices.ContainsFunc(e.candidates, func(c record) bool { return c.id == t.id })
	})
	var ids []chancery.EntityID
	for _, t := range found {
		if of := t.ref("election"); of != "" && t.ref("body") == "" {
			ids = append(ids, of)
		}
	}
	of := map[chancery.EntityID]chancery.EntityID{}
	if len(ids) > 0 {
		elections, err := p.records(ledger.FactQuery{Entities: ids, Schemas: []string{"Election"}})
		if err != nil {
			return nil, err
		}
		for _, t := range elections {
			of[t.id] = t.ref("body")
		}
	}
	return slices.DeleteFunc(found, func(t record) bool { return t.ref("body") != body && of[t.ref("election")] != body }), nil
}
