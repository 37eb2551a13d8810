package register

import (
	"context"
	"slices"

	"chancery"
	"chancery/ledger"
	"chancery/membership"
)

// SessionView is a session of an organ as an event, with the members of its
// organisation on that day and what is a quorum of them.
type SessionView struct {
	MeetingView
	Organ       Value
	Members     int   // of the organ's organisation on the day of the session, 0 where not known
	Present     int   // delegations recorded
	Rule        Value // on the quorum, as entered
	Needed      int   // for a quorum by that rule, 0 where it says no number
	Agenda      []Value
	Delegations []Delegation // in order of precedence
	Decisions   []Decision
}

// Delegation is who took part for one State or body, in order of precedence.
type Delegation struct {
	Party  Value // Empty for those of whom nothing says for whom they came
	People []Attendee
}

// Decision is a decision of a session with what it asks of whom by when. The
// last has no text: it holds what rests on no decision by itself.
type Decision struct {
	Text Value
	Asks []Undertaking
}

// Session gives a session of an organ: agenda, papers, delegations, quorum,
// decisions and what each asks of whom by when.
func (r *Register) Session(ctx context.Context, reader Reader, id chancery.EntityID) (SessionView, error) {
	const op = "register.Session"
	p, err := r.page(ctx, reader)
	if err != nil {
		return SessionView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v, err := p.session(id)
	if err != nil {
		return v, chancery.Wrap(op, chancery.Internal, err)
	}
	rows := v.Rows
	p.finish(&v)
	v.Rows = rows
	v.Papers, err = p.cited(v.Citations)
	return v, chancery.Wrap(op, chancery.Internal, err)
}

func (p *page) session(id chancery.EntityID) (SessionView, error) {
	var v SessionView
	var err error
	if v.MeetingView, err = p.meeting(id); err != nil {
		return v, err
	}
	on := dateOf(v.Lines)
	if on.IsZero() {
		on = p.head.Today
	}
	if v.Attendance, err = p.precedence(v.Attendance, on); err != nil {
		return v, err
	}
	v.Organ, v.Rule = firstOf(v.Lines, "organ"), firstOf(v.Lines, "quorum")
	v.Agenda = lineOf(v.Lines, "agenda").Values
	v.Delegations = delegations(v.Attendance, v.Parties)
	for _, d := range v.Delegations {
		if !d.Party.Empty() {
			v.Present++
		}
	}
	v.Decisions = p.decisions(lineOf(v.Lines, "decision").Values, v.Undertakings)
	v.Rows = len(v.Attendance) + len(v.Undertakings)
	v.Attendance, v.Undertakings = nil, nil // shown by delegation and by decision
	v.Lines = slices.DeleteFunc(v.Lines, func(l Line) bool { return l.Property == "agenda" || l.Property == "decision" || l.Property == "quorum" })
	if v.Members, err = p.membersOf(v.Organ.Ref, on); err != nil {
		return v, err
	}
	v.Needed = membership.QuorumOf(v.Rule.Text, v.Members)
	return v, nil
}

// delegations groups who took part by for whom, in the order given; States and
// bodies of which nobody is named follow.
func delegations(people []Attendee, parties []Value) []Delegation {
	var out []Delegation
	at := func(party Value) *Delegation {
		i := slices.IndexFunc(out, func(d Delegation) bool { return d.Party.Ref == party.Ref && d.Party.Text == party.Text })
		if i < 0 {
			i = len(out)
			out = append(out, Delegation{Party: party})
		}
		return &out[i]
	}
	for _, a := range people {
		d := at(a.ForWhom)
		d.People = append(d.People, a)
	}
	for _, party := range parties {
		if !slices.ContainsFunc(out, func(d Delegation) bool { return d.Party.Ref == party.Ref }) {
			out = append(out, Delegation{Party: party})
		}
	}
	slices.SortStableFunc(out, func(a, b Delegation) int {
		switch {
		case a.Party.Empty() == b.Party.Empty():
			return 0
		case a.Party.Empty():
			return 1
		}
		return -1
	})
	return out
}

// decisions lays what was undertaken under the decision that asks it: the last
// one before it in the same paper. What stands in another paper, or before the
// first decision, comes last, under none.
func (p *page) decisions(texts []Value, asked []Undertaking) []Decision {
	out := make([]Decision, 0, len(texts)+1)
	for _, t := range texts {
		out = append(out, Decision{Text: t})
	}
	var rest []Undertaking
	for _, u := range asked {
		best := -1
		place, ok := p.placeOf(u.Text)
		for i, t := range texts {
			if at, known := p.placeOf(t); ok && known && at.Document == place.Document && at.Start <= place.Start {
				if best < 0 {
					best = i
				} else if before, _ := p.placeOf(texts[best]); at.Start >= before.Start {
					best = i
				}
			}
		}
		if best < 0 {
			rest = append(rest, u)
		} else {
			out[best].Asks = append(out[best].Asks, u)
		}
	}
	if len(rest) > 0 {
		out = append(out, Decision{Asks: rest})
	}
	return out
}

// placeOf gives the passage that a value rests on.
func (p *page) placeOf(v Value) (chancery.Passage, bool) {
	if len(v.Cites) == 0 {
		return chancery.Passage{}, false
	}
	return p.head.Citations[v.Cites[0]].Passage, true
}

// membersOf counts the members on a day of an organ, or of the organisation it
// is part of; 0 is not known.
func (p *page) membersOf(organ chancery.EntityID, on chancery.Date) (int, error) {
	for range maxDepth {
		if organ == "" {
			return 0, nil
		}
		found, err := p.memberships(organ)
		if err != nil {
			return 0, err
		}
		if n := max(len(membership.CountOn(found, membership.Listed, on)), len(membership.CountOn(found, membership.Founding, on))); n > 0 {
			return n, nil
		}
		if organ, err = p.parentOf(organ); err != nil {
			return 0, err
		}
	}
	return 0, nil
}

// parentOf gives the organisation that an organ is part of, by the register or
// the authority files.
func (p *page) parentOf(id chancery.EntityID) (chancery.EntityID, error) {
	facts, err := p.facts(ledger.FactQuery{Entities: []chancery.EntityID{id}, Properties: []string{"parent"}, Limit: 1})
	if len(facts) > 0 && facts[0].Ref != id {
		return facts[0].Ref, err
	}
	return parentInFiles(id), err
}
