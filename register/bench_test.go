package register_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"chancery"
	"chancery/ledger"
	"chancery/register"
	"chancery/store"
	"chancery/storetest"
)

// BenchmarkViews prints the 95th percentile of 500 loads of each page's view,
// now and in the past, on a register of STATEMENTS statements (100,000 where it
// is not set). REGISTER names a directory in which it is kept between runs.
func BenchmarkViews(b *testing.B) {
	reg, source := filled(b)
	ctx := context.Background()
	head, err := reg.Store().Head(ctx)
	if err != nil {
		b.Fatal(err)
	}
	events := some(b, reg, "Event")
	for name, at := range map[string]ledger.At{"now": {}, "on": {On: chancery.NewDate(2020, 1, 1)}, "known": {Known: head * 2 / 3}} {
		reader := register.Reader{At: at, Today: chancery.NewDate(2026, 1, 1)}
		for view, load := range map[string]func(i int) error{
			"today":     func(int) error { _, err := reg.Today(ctx, reader); return err },
			"items":     func(i int) error { return items(ctx, reg, reader, i) },
			"person":    func(i int) error { return entity(ctx, reg, reader, pick(source.Persons(), i)) },
			"body":      func(i int) error { return entity(ctx, reg, reader, pick(source.Bodies(), i)) },
			"homestate": func(int) error { return entity(ctx, reg, reader, storetest.HomeState) },
			"meeting":   func(i int) error { return meeting(ctx, reg, reader, pick(events, i)) },
			"search": func(i int) error {
				_, err := reg.Search(ctx, reader, register.SearchQuery{Text: source.Word(i%40) + " " + source.Word(300+i%50)})
				return err
			},
		} {
			b.Run(view+"/"+name, func(b *testing.B) { percentile(b, load) })
		}
	}
}

// percentile loads a view 500 times and reports the 95th percentile.
func percentile(b *testing.B, load func(i int) error) {
	const loads = 500
	for range b.N {
		took := make([]time.Duration, loads)
		for i := range took {
			start := time.Now()
			if err := load(i); err != nil {
				b.Fatal(err)
			}
			took[i] = time.Since(start)
		}
		slices.Sort(took)
		b.ReportMetric(float64(took[loads*95/100].Microseconds())/1000, "p95-ms")
		b.ReportMetric(float64(took[loads/2].Microseconds())/1000, "p50-ms")
	}
}

func pick(list []chancery.EntityID, i int) chancery.EntityID { return list[i*7919%len(list)] }

func entity(ctx context.Context, reg *register.Register, reader register.Reader, id chancery.EntityID) error {
	_, err := reg.Entity(ctx, reader, id)
	return known(err)
}

func meeting(ctx context.Context, reg *register.Register, reader register.Reader, id chancery.EntityID) error {
	_, err := reg.Meeting(ctx, reader, id)
	return known(err)
}

// known passes over what was not known yet in the past.
func known(err error) error {
	if chancery.KindOf(err) == chancery.NotFound {
		return nil
	}
	return err
}

func items(ctx context.Context, reg *register.Register, reader register.Reader, i int) error {
	years := []string{"2019", "2020", "2021", "2022"}
	_, err := reg.Items(ctx, reader, register.Query{Schemas: []string{"Event"}, Facets: map[string][]string{"year": {years[i%4]}}, Limit: 50})
	return err
}

func some(b *testing.B, reg *register.Register, schema string) []chancery.EntityID {
	page, err := reg.Store().Items(context.Background(), ledger.ItemQuery{Schemas: []string{schema}, Limit: 1000})
	if err != nil || len(page.Rows) == 0 {
		b.Fatal(schema, err)
	}
	var out []chancery.EntityID
	for _, r := range page.Rows {
		out = append(out, r.Entity)
	}
	return out
}

// filled opens the register, and fills it where it is empty.
func filled(b *testing.B) (*register.Register, *storetest.Source) {
	n, err := strconv.Atoi(os.Getenv("STATEMENTS"))
	if err != nil {
		n = 100_000
	}
	dir := os.Getenv("REGISTER")
	if dir == "" {
		dir = b.TempDir()
	}
	ctx := context.Background()
	s, err := store.Open(ctx, dir, store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	persons, err := s.Persons(ctx)
	if err != nil {
		b.Fatal(err)
	}
	reg := register.New(s, register.Tools{})
	if len(persons) > 0 {
		source := storetest.NewSource(1)
		for done := 0; done < n; {
			done += len(source.Paper(min(5000, n-done)).Reading.Statements)
		}
		return reg, source
	}
	person, err := s.AddPerson(ctx, chancery.Person{Name: "A. Officer"})
	if err != nil {
		b.Fatal(err)
	}
	source, err := storetest.Generate(ctx, s, person.ID, 1, n)
	if err != nil {
		b.Fatal(fmt.Errorf("filling: %w", err))
	}
	return reg, source
}
