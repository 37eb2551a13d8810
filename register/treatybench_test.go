package register

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"chancery"
	"chancery/authority"
	"chancery/ledger"
	"chancery/store"
	"chancery/treaty"
)

// benchStates are the States of the benchmarks' tables.
func benchStates() []string {
	var out []string
	for _, e := range authority.Base().Entries("State") {
		if e.Ended.IsZero() && len(out) < 196 {
			out = append(out, e.Name("en"))
		}
	}
	return out
}

// benchTable is a status table in a depositary's layout: nine in ten States
// signed or consented, the days drawn by a fixed rule.
func benchTable(n int, states []string) string {
	var b strings.Builder
	b.WriteString("Participant,Signature,\"Ratification, Accession(a), Succession(d)\"\n")
	months := []string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
	for i, s := range states {
		k := i*7 + n*13
		signed, mark := fmt.Sprintf("%d %s %d", k%28+1, months[k%12], 1966+n%30), ""
		if k%3 == 0 {
			signed, mark = "", " a"
		}
		bound := fmt.Sprintf("%d %s %d%s", k%27+1, months[(k/2)%12], 1970+n%30+k%20, mark)
		if k%10 == 9 {
			bound = ""
		}
		fmt.Fprintf(&b, "\"%s\",%s,%s\n", s, signed, bound)
	}
	return b.String()
}

// benchID names the n-th treaty of a benchmark: those that ship with the
// program first.
func benchID(n int) chancery.EntityID {
	known := treaty.KnownTreaties()
	if n < len(known) {
		return chancery.EntityID("treaty:" + known[n].ID)
	}
	return chancery.EntityID(fmt.Sprintf("treaty:BENCH-%d", n))
}

// benchRegister gives a register with the tables of so many treaties. With
// CHANCERY_BENCH_REGISTER it lays them into the register in that folder, for
// measuring on one that is already large.
func benchRegister(b *testing.B, treaties int) *Register {
	b.Helper()
	dir := os.Getenv("CHANCERY_BENCH_REGISTER")
	if dir == "" {
		dir = b.TempDir()
	}
	s, err := store.Open(b.Context(), dir, store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	})
	r := New(s, Tools{Open: toyOpen, Notes: func(text string) Opened { o, _ := toyOpen(context.Background(), "", []byte(text)); return o }, Read: toyRead})
	p, err := r.AddPerson(b.Context(), chancery.Person{Name: "Bench"})
	if err != nil {
		b.Fatal(err)
	}
	if err := r.SetHome(b.Context(), p.ID, "state:KAZ"); err != nil {
		b.Fatal(err)
	}
	states := benchStates()
	for n := range treaties {
		if v, err := r.Treaty(b.Context(), Reader{}, TreatyQuery{Treaty: benchID(n)}); err != nil || len(v.Rows) < 150 { // not there from an earlier run
			if _, err := r.ImportStatus(b.Context(), p.ID, StatusImport{Name: fmt.Sprintf("%d.csv", n), Content: []byte(benchTable(n, states)), Treaty: benchID(n), Grade: chancery.Depositary}); err != nil {
				b.Fatal(err)
			}
		}
	}
	return r
}

func BenchmarkImportStatus(b *testing.B) {
	states := benchStates()
	for b.Loop() {
		benchRegister(b, 20)
	}
	b.ReportMetric(float64(20*len(states)), "rows/op")
}

// BenchmarkStanding is the standing of 196 States in 324 treaties on a day,
// from the store, the book read once before.
func BenchmarkStanding(b *testing.B) {
	r := benchRegister(b, 324)
	day := chancery.NewDate(2024, 5, 27)
	if _, err := r.Treaties(b.Context(), Reader{At: ledger.At{On: day}}, TreatiesQuery{}); err != nil {
		b.Fatal(err)
	}
	for n := 0; b.Loop(); n++ {
		book, err := r.book(b.Context(), ledger.At{})
		if err != nil {
			b.Fatal(err)
		}
		p, err := r.lawPage(b.Context(), Reader{})
		if err != nil {
			b.Fatal(err)
		}
		p.tables(book, day.AddDays(-n)) // another day each time, so that nothing kept serves
	}
}

// BenchmarkBook is reading every treaty out of the store for the first time.
func BenchmarkBook(b *testing.B) {
	r := benchRegister(b, 324)
	for b.Loop() {
		if _, err := r.loadBook(b.Context(), 0); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkTreaty is the view of one treaty with 196 rows.
func BenchmarkTreaty(b *testing.B) {
	r := benchRegister(b, 40)
	for b.Loop() {
		v, err := r.Treaty(b.Context(), Reader{At: ledger.At{On: chancery.NewDate(2024, 5, 27)}}, TreatyQuery{Treaty: "treaty:UNTC-4-8"})
		if err != nil || len(v.Rows) < 150 {
			b.Fatal(len(v.Rows), err)
		}
	}
}

// BenchmarkWhatIf is what a deposit would change in one treaty, its acts at hand.
func BenchmarkWhatIf(b *testing.B) {
	r := benchRegister(b, 12)
	book, err := r.book(b.Context(), ledger.At{})
	if err != nil {
		b.Fatal(err)
	}
	l := book.laws["treaty:UNTC-4-8"]
	for b.Loop() {
		treaty.WhatIf(l.Known.Rule, l.all(), "state:USA", treaty.Ratification, chancery.NewDate(2027, 1, 15), known)
	}
}

// BenchmarkReporting is the calendar of reports of the home.
func BenchmarkReporting(b *testing.B) {
	r := benchRegister(b, 40)
	for b.Loop() {
		if _, err := r.Reporting(b.Context(), Reader{At: ledger.At{On: chancery.NewDate(2024, 5, 27)}}, ReportingQuery{}); err != nil {
			b.Fatal(err)
		}
	}
}
