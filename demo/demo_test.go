package demo_test

import (
	"context"
	"testing"
	"time"

	"chancery"
	"chancery/demo"
	"chancery/ledger"
	"chancery/paper"
	"chancery/read"
	"chancery/register"
	"chancery/store"
)

func opened(o paper.Opened) register.Opened {
	out := register.Opened{Document: o.Document, Edition: o.Edition}
	for _, p := range o.Parts {
		out.Parts = append(out.Parts, register.Part{Name: p.Name, Content: p.Content})
	}
	return out
}

func newRegister(t *testing.T) *register.Register {
	t.Helper()
	s, err := store.Open(t.Context(), t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return register.New(s, register.Tools{
		Open: func(ctx context.Context, name string, content []byte) (register.Opened, error) {
			o, err := paper.Open(ctx, name, content, paper.Limits{})
			return opened(o), err
		},
		Notes: func(text string) register.Opened { return opened(paper.Notes(text)) },
		Read:  read.Statements,
	})
}

// TestTheDemoHasSomethingForEveryPage builds the demo for both homes and looks
// at what the pages will show.
func TestTheDemoHasSomethingForEveryPage(t *testing.T) {
	today := chancery.DateOf(time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC))
	for _, home := range []demo.Home{demo.State, demo.Secretariat} {
		reg := newRegister(t)
		rest, err := demo.Build(t.Context(), reg, home, today)
		if err != nil {
			t.Fatal(err)
		}
		if err := rest(t.Context()); err != nil {
			t.Fatal(err)
		}
		look(t, reg, home, today)
	}
}

func look(t *testing.T, reg *register.Register, home demo.Home, today chancery.Date) {
	t.Helper()
	ctx, reader := t.Context(), register.Reader{Today: today}
	v, err := reg.Today(ctx, reader)
	if err != nil {
		t.Fatal(err)
	}
	want := map[demo.Home]string{demo.State: "Kazakhstan", demo.Secretariat: "Women Development Organization"}[home]
	if v.Home.Text != want || v.Papers != 13 || v.WaitingTotal == 0 || len(v.Undertakings) == 0 || len(v.Upcoming) == 0 || v.Facts == 0 {
		t.Errorf("%s: home %q, %d papers, %d waiting, %d undertakings, %d upcoming, %d facts", home, v.Home.Text, v.Papers, v.WaitingTotal, len(v.Undertakings), len(v.Upcoming), v.Facts)
	}
	papers, err := reg.Store().Documents(ctx, ledger.DocumentQuery{})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range papers.Rows {
		if d.Editions == 0 {
			t.Errorf("%s: %s was not read", home, d.Name)
		}
	}
	for _, schema := range []string{"Person", "Organization", "Event", "Occupancy", "Undertaking", "Intervention", "Measure", "Act"} {
		list, err := reg.Items(ctx, reader, register.Query{Schemas: []string{schema}})
		if err != nil || list.Total == 0 {
			t.Errorf("%s: nothing confirmed of %s, %v", home, schema, err)
		}
	}
	for _, m := range v.Upcoming {
		if m.Schema != "Event" {
			continue
		}
		brief, err := reg.Brief(ctx, reader, m.Entity)
		if err != nil || len(brief.People) < 2 || len(brief.Contacts) == 0 || len(brief.Ours)+len(brief.Theirs) == 0 {
			t.Errorf("%s: the brief for %s: %d people, %d contacts, %d and %d promises, %v", home, m.Caption, len(brief.People), len(brief.Contacts), len(brief.Ours), len(brief.Theirs), err)
		}
		return
	}
	t.Errorf("%s: no meeting is planned", home)
}
