package register

import (
	"chancery"
	"chancery/election"
	"chancery/ledger"
)

// SeatVacancy is a seat of the body that fell vacant before its term was over.
type SeatVacancy struct {
	election.CasualVacancy
	Holder Value
	By     Value // who took the seat
	Cites  []int
}

// seats finds the seats of the body that fell vacant, and who of those that
// stand cannot serve beside another of the same nationality.
func (p *page) seats(v *ElectionView, e poll) error {
	if !v.Known || v.Body.Ref == "" {
		return nil
	}
	posts, err := p.recordsReferring("Occupancy", "body", v.Body.Ref)
	if err != nil {
		return err
	}
	held, cites, err := p.held(posts)
	if err != nil {
		return err
	}
	for _, one := range election.Vacancies(v.Rules, held, p.head.Today) {
		v.Vacancies = append(v.Vacancies, SeatVacancy{CasualVacancy: one, Holder: p.actor(chancery.EntityID(one.Who)), By: p.actor(chancery.EntityID(one.FilledBy)), Cites: cites[one.Who]})
	}
	var standing []election.Person
	for _, c := range v.Candidates {
		if c.Stage == election.WithdrawnBy || c.Stage == election.NotElected {
			continue
		}
		one := v.people[c.Candidate.Text]
		one.Name = c.Candidate.Text
		if c.Candidate.Ref != "" {
			one.Name = string(c.Candidate.Ref)
		}
		standing = append(standing, one)
	}
	if e.date.Precision() == chancery.DayPrecision {
		for _, s := range election.Incompatible(v.Rules, standing, held, e.date, begins(v, e.date)) {
			v.Incompatible = append(v.Incompatible, election.Step{Text: p.worded(s.Text), Source: s.Source})
		}
	}
	return nil
}

// begins gives the first day of the term that is filled: the year that a
// candidature names, else the day of the election.
func begins(v *ElectionView, day chancery.Date) chancery.Date {
	for _, c := range v.Candidates {
		if first := termOf(c.Term.Text).First; first >= day.Year {
			return chancery.NewDate(first, 1, 1)
		}
	}
	return day
}

// held gives the posts in a body as seats, and what says when each ended.
func (p *page) held(posts []record) ([]election.Held, map[string][]int, error) {
	var ids []chancery.EntityID
	for _, post := range posts {
		ids = append(ids, post.ref("holder"))
	}
	if err := p.learn(ids); err != nil {
		return nil, nil, err
	}
	nationality, err := p.nationalities(ids)
	if err != nil {
		return nil, nil, err
	}
	var out []election.Held
	cites := map[string][]int{}
	for _, post := range posts {
		who := post.ref("holder")
		if who == "" {
			continue
		}
		out = append(out, election.Held{Who: string(who), Nationality: string(nationality[who]), From: post.date("from"), To: post.date("to")})
		ended, err := p.shown(post, "to")
		if err != nil {
			return nil, nil, err
		}
		cites[string(who)] = ended.Cites
	}
	return out, cites, nil
}

// nationalities gives the recorded nationality of persons.
func (p *page) nationalities(ids []chancery.EntityID) (map[chancery.EntityID]chancery.EntityID, error) {
	out := map[chancery.EntityID]chancery.EntityID{}
	if len(ids) == 0 {
		return out, nil
	}
	records, err := p.records(ledger.FactQuery{Entities: ids, Schemas: []string{"Person"}})
	for _, r := range records {
		out[r.id] = r.ref("nationality")
	}
	return out, err
}

// peopleOf gives the nationality and birth of those who stand, by name, as far
// as they are recorded; whose nationality is not counts as of whom nominated.
func (p *page) peopleOf(candidates []Contender) (map[string]election.Person, error) {
	var ids []chancery.EntityID
	for _, c := range candidates {
		if c.Candidate.Schema == "Person" {
			ids = append(ids, c.Candidate.Ref)
		}
	}
	found := map[chancery.EntityID]record{}
	if len(ids) > 0 {
		records, err := p.records(ledger.FactQuery{Entities: ids, Schemas: []string{"Person"}})
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			found[r.id] = r
		}
	}
	var states []chancery.EntityID
	for _, r := range found {
		states = append(states, r.ref("nationality"))
	}
	if err := p.learn(states); err != nil {
		return nil, err
	}
	out := map[string]election.Person{}
	for _, c := range candidates {
		person := found[c.Candidate.Ref]
		nationality := person.ref("nationality")
		if nationality == "" && c.Candidate.Schema == "Person" {
			nationality = c.By.Ref
		}
		votes, _ := election.ParseFigure(c.Votes.Text)
		out[c.Candidate.Text] = election.Person{Name: c.Candidate.Text, Nationality: string(nationality), Born: person.date("born"), Votes: votes}
	}
	return out, nil
}
