package export

import (
	"context"
	"strconv"
	"strings"

	"chancery"
	"chancery/ledger"
	"chancery/register"
)

// Things lists what is confirmed of all entities of a schema: a row each, a
// column for each property, several values with semicolons between them, and
// the papers that say so.
func Things(ctx context.Context, reg *register.Register, reader register.Reader, schema string) (Table, error) {
	s, ok := chancery.SchemaNamed(schema)
	if !ok {
		return Table{}, chancery.Fail("export.Things", chancery.Invalid, chancery.Say("export.schema", "%q is no sort of thing that the register keeps", schema))
	}
	t := Table{Name: schema, Header: []string{"id"}}
	for _, p := range s.Properties {
		t.Header = append(t.Header, p.Name)
	}
	t.Header = append(t.Header, "sources")
	below, err := reg.Below(ctx, reader.Ceiling)
	if err != nil {
		return t, err
	}
	for offset := 0; ; offset += page {
		v, err := reg.Items(ctx, reader, register.Query{Schemas: []string{schema}, Offset: offset, Limit: page})
		if err != nil {
			return t, err
		}
		rows := make([]ledger.Item, len(v.Rows))
		for i, r := range v.Rows {
			rows[i] = ledger.Item{Entity: r.Entity, Schema: r.Schema}
		}
		err = visitPage(ctx, reg.Store(), rows, below, reader.At, func(id chancery.EntityID, _ string, facts []ledger.Fact) error {
			t.Rows = append(t.Rows, thing(s, id, facts))
			return nil
		})
		if err != nil {
			return t, err
		}
		t.Marking = v.Higher(t.Marking, v.Marking)
		if len(v.Rows) < page {
			return t, nil
		}
	}
}

func thing(s chancery.Schema, id chancery.EntityID, facts []ledger.Fact) []string {
	row := []string{string(id)}
	for _, p := range s.Properties {
		var values []string
		for _, f := range facts {
			if f.Property == p.Name && !has(values, f.Value) {
				values = append(values, f.Value)
			}
		}
		row = append(row, strings.Join(values, "; "))
	}
	var sources []string
	for _, f := range facts {
		at := string(f.Passage.Document) + ":" + strconv.Itoa(f.Passage.Start) + "-" + strconv.Itoa(f.Passage.End)
		if !has(sources, at) {
			sources = append(sources, at)
		}
	}
	return append(row, strings.Join(sources, " "))
}

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
