package store_test

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"chancery"
	"chancery/ledger"
	"chancery/store"
	"chancery/store/pgtest"
	"chancery/storetest"
)

// size is the number of statements of the registers that benchmarks fill:
// STATEMENTS in the environment, 100,000 where it is not set.
func size(b testing.TB) int {
	n, err := strconv.Atoi(cmpOr(os.Getenv("STATEMENTS"), "100000"))
	if err != nil {
		b.Fatal(err)
	}
	return n
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// place is where a benchmark's register is: a directory, or PostgreSQL where
// DATABASE=postgres is set.
func place(b testing.TB) string {
	if os.Getenv("DATABASE") == "postgres" {
		return pgtest.Database(b, nil)
	}
	if dir := os.Getenv("REGISTER"); dir != "" {
		return dir
	}
	return b.TempDir()
}

// filled opens a register of size statements, filling it where it is empty.
// REGISTER names a directory in which it is kept from one run to the next.
func filled(b testing.TB) (ledger.Store, string, *storetest.Source) {
	ctx := context.Background()
	s, err := store.Open(ctx, place(b), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	persons, err := s.Persons(ctx)
	if err != nil {
		b.Fatal(err)
	}
	if len(persons) > 0 {
		return s, persons[0].ID, storetest.NewSource(uint64(time.Now().UnixNano()))
	}
	p, err := s.AddPerson(ctx, chancery.Person{Name: "Bench"})
	if err != nil {
		b.Fatal(err)
	}
	begin := time.Now()
	source, err := storetest.Generate(ctx, s, p.ID, 1, size(b))
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("filled with %d statements in %v", size(b), time.Since(begin).Round(time.Millisecond))
	return s, p.ID, source
}

// spread reports the percentiles of times.
func spread(b *testing.B, times []time.Duration) {
	slices.Sort(times)
	at := func(p int) float64 { return float64(times[len(times)*p/100].Microseconds()) / 1000 }
	b.ReportMetric(at(50), "p50-ms")
	b.ReportMetric(at(95), "p95-ms")
	b.ReportMetric(0, "ns/op")
}

// timed runs fn so many times and reports the spread.
func timed(b *testing.B, times int, fn func(i int) error) {
	var all, worked []time.Duration
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for b.Loop() {
		for i := range times {
			begin, used := time.Now(), cpu(thread)
			if err := fn(i); err != nil {
				b.Fatal(err)
			}
			all, worked = append(all, time.Since(begin)), append(worked, cpu(thread)-used)
		}
	}
	slices.Sort(worked)
	b.ReportMetric(float64(worked[len(worked)*95/100].Microseconds())/1000, "p95-cpu-ms")
	spread(b, all)
}

// Whose processor time is asked for: of this process, or of this thread alone.
const (
	process = 0
	thread  = 1
)

// cpu gives the processor time used so far, which a busy machine does not
// lengthen as it does the time on the wall.
func cpu(who int) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(who, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkImport imports papers of 20,000 statements into a register: one
// that is empty, and one of STATEMENTS.
func BenchmarkImport(b *testing.B) {
	ctx := context.Background()
	run := func(b *testing.B, s ledger.Store, person string, source *storetest.Source) {
		const papers = 5
		var made []storetest.Paper
		for range papers {
			made = append(made, source.Paper(20000))
		}
		runtime.GC()
		n := 0
		begin, used := time.Now(), cpu(process)
		for b.Loop() {
			for _, p := range made {
				if _, _, err := s.Receive(ctx, person, p.Receipt); err != nil {
					b.Fatal(err)
				}
				if _, err := s.AddEdition(ctx, person, p.Edition); err != nil {
					b.Fatal(err)
				}
				added, err := s.Import(ctx, person, p.Reading, chancery.Gazette)
				if err != nil {
					b.Fatal(err)
				}
				n += added
			}
		}
		b.ReportMetric(float64(n)/time.Since(begin).Seconds(), "statements/s")
		b.ReportMetric(float64(n)/(cpu(process)-used).Seconds(), "statements/cpu-s")
		b.ReportMetric(0, "ns/op")
	}
	b.Run("empty", func(b *testing.B) {
		at := b.TempDir()
		if os.Getenv("DATABASE") == "postgres" {
			at = pgtest.Database(b, nil)
		}
		s, err := store.Open(ctx, at, store.Options{})
		if err != nil {
			b.Fatal(err)
		}
		defer s.Close()
		run(b, s, "bench", storetest.NewSource(2))
	})
	b.Run(fmt.Sprint("at-", size(b)), func(b *testing.B) {
		s, person, _ := filled(b)
		run(b, s, person, storetest.NewSource(uint64(time.Now().UnixNano())))
	})
}

// BenchmarkPages asks what the pages of a register ask.
func BenchmarkPages(b *testing.B) {
	ctx := context.Background()
	s, person, source := filled(b)
	head, err := s.Head(ctx)
	if err != nil {
		b.Fatal(err)
	}
	two := ledger.ItemQuery{Facets: map[string][]string{"country": {string(storetest.HomeState)}, "schema": {"Event"}}, Limit: 50}
	items := func(q ledger.ItemQuery) func(int) error {
		return func(i int) error {
			q.Offset = 50 * (i % 3)
			page, err := s.Items(ctx, q)
			if err == nil && (len(page.Rows) != max(0, min(50, page.Total-q.Offset)) || len(page.Facets) < 6) {
				b.Fatalf("%d rows, %d facets, total %d", len(page.Rows), len(page.Facets), page.Total)
			}
			return err
		}
	}
	b.Run("items", func(b *testing.B) { timed(b, 500, items(two)) })
	b.Run("items-all", func(b *testing.B) { timed(b, 100, items(ledger.ItemQuery{Limit: 50, Proposed: true})) })
	past := two
	past.At.Known = head / 2
	b.Run("items-known", func(b *testing.B) { timed(b, 500, items(past)) })
	on := two
	on.At.On = chancery.NewDate(2022, 5, 27)
	b.Run("items-on", func(b *testing.B) { timed(b, 500, items(on)) })
	persons := source.Persons()
	if len(persons) == 0 {
		page, err := s.Items(ctx, ledger.ItemQuery{Schemas: []string{"Person"}, Limit: 1000})
		if err != nil {
			b.Fatal(err)
		}
		for _, r := range page.Rows {
			persons = append(persons, r.Entity)
		}
	}
	b.Run("entity", func(b *testing.B) {
		timed(b, 500, func(i int) error {
			id := []chancery.EntityID{persons[i*7%len(persons)]}
			if _, err := s.Facts(ctx, ledger.FactQuery{Entities: id}); err != nil {
				return err
			}
			_, err := s.Facts(ctx, ledger.FactQuery{Refs: id, Limit: 200})
			return err
		})
	})
	b.Run("home", func(b *testing.B) {
		timed(b, 100, func(i int) error {
			_, err := s.Facts(ctx, ledger.FactQuery{Refs: []chancery.EntityID{storetest.HomeState}, Limit: 200})
			return err
		})
	})
	b.Run("by-date", func(b *testing.B) {
		timed(b, 100, func(i int) error {
			_, err := s.Facts(ctx, ledger.FactQuery{Schemas: []string{"Event"}, Properties: []string{"date"}, From: chancery.NewDate(2024, 5, 1), ByDate: true, Limit: 20})
			return err
		})
	})
	b.Run("verdict", func(b *testing.B) {
		p := source.Paper(2000)
		for _, err := range []error{second(s.Receive(ctx, person, p.Receipt)), second(s.AddEdition(ctx, person, p.Edition)), second(s.Propose(ctx, person, p.Reading))} {
			if err != nil {
				b.Fatal(err)
			}
		}
		timed(b, 300, func(i int) error {
			_, err := s.Record(ctx, person, []chancery.Verdict{{Judgement: chancery.Confirmed, Targets: []chancery.Target{{Kind: chancery.OnStatement, Statement: p.Reading.Statements[i*5].ID}}}})
			return err
		})
	})
	b.Run("items-after-verdict", func(b *testing.B) {
		all, err := s.Documents(ctx, ledger.DocumentQuery{Waiting: true, Limit: 1})
		if err != nil || len(all.Rows) == 0 {
			b.Skip("nothing waits")
		}
		js, err := s.Statements(ctx, ledger.StatementQuery{Document: all.Rows[0].ID})
		if err != nil {
			b.Fatal(err)
		}
		timed(b, 50, func(i int) error {
			if _, err := s.Record(ctx, person, []chancery.Verdict{{Judgement: chancery.Confirmed, Targets: []chancery.Target{{Kind: chancery.OnStatement, Statement: js[i*3].ID}}}}); err != nil {
				return err
			}
			return items(two)(i)
		})
	})
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	b.Logf("heap after: %d MB", m.HeapInuse>>20)
}

func second(_ any, rest ...any) error {
	err, _ := rest[len(rest)-1].(error)
	return err
}

// BenchmarkSearch asks for two words and a facet among PASSAGES passages
// (250,000 where it is not set). The words are the stated list: those of the
// ranks 20, 35, 50, 80, 120, 200, 400 and 800 of the made language, in pairs.
func BenchmarkSearch(b *testing.B) {
	ctx := context.Background()
	s, err := store.Open(ctx, place(b), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	want, err := strconv.Atoi(cmpOr(os.Getenv("PASSAGES"), "250000"))
	if err != nil {
		b.Fatal(err)
	}
	source := storetest.NewSource(3)
	docs, err := s.Documents(ctx, ledger.DocumentQuery{Limit: 1})
	if err != nil {
		b.Fatal(err)
	}
	for made := 0; docs.Total == 0 && made < want; made += 1000 {
		var text []byte
		for range 1000 {
			text = append(append(text, source.Text(45)...), '\n')
		}
		doc := chancery.Document{Kind: []chancery.DocumentKind{chancery.Paper, chancery.Notes, chancery.Letter}[made/1000%3], Language: "en", Published: chancery.NewDate(2000+made/1000%25, 1, 1)}
		got, _, err := s.Receive(ctx, "bench", ledger.Receipt{Document: doc, Content: text})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.AddEdition(ctx, "bench", chancery.Edition{Document: got.ID, Extractor: "text", Version: 1, Text: string(text), Language: "en"}); err != nil {
			b.Fatal(err)
		}
	}
	ranks := []int{20, 35, 50, 80, 120, 200, 400, 800}
	var queries []string
	for i, x := range ranks {
		for _, y := range ranks[i+1:] {
			queries = append(queries, source.Word(x)+" "+source.Word(y))
		}
	}
	total := 0
	b.ResetTimer()
	timed(b, 500, func(i int) error {
		page, err := s.Search(ctx, ledger.SearchQuery{Text: queries[i%len(queries)], Facets: map[string][]string{"document": {"paper"}}})
		total += page.Total
		return err
	})
	b.Logf("%d hits a query among %d passages", total/500, want)
}

// BenchmarkOpen opens a register and asks what its first page asks.
func BenchmarkOpen(b *testing.B) {
	ctx := context.Background()
	s, _, _ := filled(b)
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	if os.Getenv("REGISTER") == "" {
		b.Skip("name a directory as REGISTER, so that the register is there to be opened")
	}
	timed(b, 20, func(int) error {
		s, err := store.Open(ctx, os.Getenv("REGISTER"), store.Options{})
		if err != nil {
			return err
		}
		defer s.Close()
		for _, err := range []error{second(s.Counts(ctx)), second(s.Documents(ctx, ledger.DocumentQuery{Waiting: true, Limit: 12})), second(s.Entries(ctx, ledger.EntryQuery{Limit: 15})),
			second(s.Items(ctx, ledger.ItemQuery{}))} {
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// BenchmarkCheck folds a whole register anew.
func BenchmarkCheck(b *testing.B) {
	s, _, _ := filled(b)
	timed(b, 1, func(int) error {
		report, err := s.Check(context.Background(), nil)
		if err == nil && !report.Clean() {
			b.Errorf("%v", report.Troubles)
		}
		return err
	})
}
