package register

import (
	"chancery"
	"chancery/election"
	"chancery/ledger"
)

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
