package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"chancery"
	"chancery/ledger"
	"chancery/register"
	"chancery/storetest"
)

// BenchmarkPages loads each page 500 times over a generated register and gives
// the 95th percentile in milliseconds. CHANCERY_BENCH_ROWS sets how many
// statements the register has; 20,000 where it is not set.
//
//	CHANCERY_BENCH_ROWS=1000000 go test ./web -run NONE -bench Pages -benchtime 1x -timeout 1h
func BenchmarkPages(b *testing.B) {
	const loads = 500
	rows := 20000
	if n, err := strconv.Atoi(os.Getenv("CHANCERY_BENCH_ROWS")); err == nil {
		rows = n
	}
	reg := emptyRegister(b)
	ctx := context.Background()
	me, err := reg.AddPerson(ctx, chancery.Person{Name: "Bench"})
	if err != nil {
		b.Fatal(err)
	}
	src, err := storetest.Generate(ctx, reg.Store(), me.ID, 1, rows)
	if err != nil {
		b.Fatal(err)
	}
	if err := reg.SetHome(ctx, me.ID, storetest.HomeState); err != nil {
		b.Fatal(err)
	}
	events, err := reg.Items(ctx, register.Reader{}, register.Query{Schemas: []string{"Event"}, Limit: 50})
	if err != nil || len(events.Rows) == 0 {
		b.Fatal("the generated register has no events: ", err)
	}
	head, err := reg.Store().Head(ctx)
	if err != nil {
		b.Fatal(err)
	}
	past := "known=" + strconv.FormatInt(int64(max(ledger.Number(1), head/2)), 10)
	h := New(reg, Options{})
	for _, page := range []struct {
		name string
		at   func(i int) string
	}{
		{"today", func(int) string { return "/" }},
		{"register", func(i int) string {
			return "/register?schema=Occupancy&country=state:KAZ&offset=" + strconv.Itoa(i%4*50)
		}},
		{"entity", func(i int) string { return "/entity/" + string(src.Persons()[i%len(src.Persons())]) }},
		{"home", func(int) string { return "/entity/" + string(storetest.HomeState) }},
		{"meeting", func(i int) string { return "/meeting/" + string(events.Rows[i%len(events.Rows)].Entity) }},
		{"today-past", func(int) string { return "/?" + past }},
		{"register-past", func(int) string { return "/register?schema=Occupancy&country=state:KAZ&" + past }},
		{"entity-past", func(i int) string {
			return "/entity/" + string(src.Persons()[i%len(src.Persons())]) + "?on=2020&" + past
		}},
	} {
		b.Run(page.name, func(b *testing.B) {
			for b.Loop() {
				took := make([]time.Duration, loads)
				for i := range took {
					start := time.Now()
					w := httptest.NewRecorder()
					h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+page.at(i), nil))
					took[i] = time.Since(start)
					if w.Code != http.StatusOK && w.Code != http.StatusNotFound && w.Code != http.StatusSeeOther {
						b.Fatalf("%s answers %d", page.at(i), w.Code)
					}
				}
				slices.Sort(took)
				b.ReportMetric(float64(took[loads*95/100].Microseconds())/1000, "p95-ms")
				b.ReportMetric(float64(took[loads/2].Microseconds())/1000, "median-ms")
			}
		})
	}
}
