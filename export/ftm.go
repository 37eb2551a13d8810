package export

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"strings"

	"chancery"
	"chancery/ledger"
	"chancery/register"
)

// ftm is an entity in the format FollowTheMoney.
type ftm struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

// ftmSchema says how a schema and its properties are called there.
//
// Source: followthemoney.tech, the model's schemata.
type ftmSchema struct {
	name       string
	properties map[string]string
}

var ftmSchemas = map[string]ftmSchema{
	"State": {"PublicBody", map[string]string{"name": "name", "acronym": "abbreviation", "alias": "alias", "founded": "incorporationDate", "dissolved": "dissolutionDate"}},
	"Organization": {"Organization", map[string]string{"name": "name", "acronym": "abbreviation", "alias": "alias", "parent": "parent", "purpose": "summary",
		"seat": "address", "founded": "incorporationDate", "dissolved": "dissolutionDate"}},
	"Person":     {"Person", map[string]string{"name": "name", "alias": "alias", "born": "birthDate", "biography": "summary"}},
	"Occupancy":  {"Occupancy", map[string]string{"holder": "holder", "from": "startDate", "to": "endDate"}},
	"Membership": {"Membership", map[string]string{"member": "member", "organization": "organization", "from": "startDate", "to": "endDate", "role": "role"}},
	"Event": {"Event", map[string]string{"name": "name", "date": "startDate", "endDate": "endDate", "place": "location", "participant": "involved", "party": "involved",
		"topic": "keywords", "organ": "organizer"}},
}

// FollowTheMoney writes what is confirmed of persons, bodies, States, posts,
// memberships and events, one entity a line, up to a ceiling. A post becomes a
// Position of its own beside the Occupancy that holds it.
func FollowTheMoney(ctx context.Context, w io.Writer, reg *register.Register, ceiling string) error {
	b := bufio.NewWriterSize(w, 1<<16)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	err := entities(ctx, reg, ceiling, func(id chancery.EntityID, schema string, facts []ledger.Fact) error {
		for _, e := range ftmOf(id, schema, facts) {
			if err := enc.Encode(e); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		err = b.Flush()
	}
	return chancery.Wrap("export.FollowTheMoney", chancery.Unavailable, err)
}

// entities visits every entity of the schemas known there with its facts.
func entities(ctx context.Context, reg *register.Register, ceiling string, visit func(chancery.EntityID, string, []ledger.Fact) error) error {
	store := reg.Store()
	below, err := reg.Below(ctx, ceiling)
	if err != nil {
		return err
	}
	for _, s := range chancery.Schemas {
		if _, ok := ftmSchemas[s.Name]; !ok {
			continue
		}
		for offset := 0; ; offset += page {
			got, err := store.Items(ctx, ledger.ItemQuery{Schemas: []string{s.Name}, Offset: offset, Limit: page, Ceiling: below})
			if err != nil {
				return err
			}
			if err := visitPage(ctx, store, got.Rows, below, ledger.At{}, visit); err != nil {
				return err
			}
			if len(got.Rows) < page {
				break
			}
		}
	}
	return nil
}

func visitPage(ctx context.Context, store ledger.Store, rows []ledger.Item, below []string, at ledger.At, visit func(chancery.EntityID, string, []ledger.Fact) error) error {
	if len(rows) == 0 {
		return nil
	}
	var ids []chancery.EntityID
	for _, r := range rows {
		ids = append(ids, r.Entity)
	}
	facts, err := store.Facts(ctx, ledger.FactQuery{Entities: ids, Ceiling: below, At: at})
	if err != nil {
		return err
	}
	of := map[chancery.EntityID][]ledger.Fact{}
	for _, f := range facts {
		of[f.Entity] = append(of[f.Entity], f)
	}
	for _, r := range rows {
		if err := visit(r.Entity, r.Schema, of[r.Entity]); err != nil {
			return err
		}
	}
	return nil
}

// ftmOf gives the entity, and for an occupancy the position it is of.
func ftmOf(id chancery.EntityID, schema string, facts []ledger.Fact) []ftm {
	to := ftmSchemas[schema]
	e := ftm{ID: ftmID(id), Schema: to.name, Properties: map[string][]string{}}
	var position ftm
	for _, f := range facts {
		value := f.Value
		if f.Ref != "" {
			value = ftmID(f.Ref)
		}
		if name, ok := to.properties[f.Property]; ok {
			e.add(name, value)
		}
		switch {
		case schema == "Occupancy" && f.Property == "title":
			position.add("name", f.Value)
		case schema == "Occupancy" && f.Property == "body":
			position.add("organization", value)
			e.add("notes", f.Value)
		case f.Property == "nationality" || f.Property == "country":
			e.add(f.Property, register.Country(f.Ref))
		}
		e.add("proof", string(f.Passage.Document))
	}
	if schema != "Occupancy" || len(position.Properties) == 0 {
		return []ftm{e}
	}
	position.ID, position.Schema = e.ID+"-position", "Position"
	e.add("post", position.ID)
	return []ftm{position, e}
}

func (e *ftm) add(property, value string) {
	if e.Properties == nil {
		e.Properties = map[string][]string{}
	}
	for _, v := range e.Properties[property] {
		if v == value {
			return
		}
	}
	if value != "" {
		e.Properties[property] = append(e.Properties[property], value)
	}
}

// ftmID gives an identity of letters, digits and hyphens.
func ftmID(id chancery.EntityID) string { return strings.ReplaceAll(string(id), ":", "-") }
