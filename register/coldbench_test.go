package register

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"chancery"
	"chancery/learn"
	"chancery/store"
)

// The size of the register on which the first loads are measured.
const (
	coldRecommendations = 20_000
	coldElections       = 3_000
	coldTreaties        = 324
)

// BenchmarkCold is the first load of a page by a program that has just started
// on a register with 20,000 recommendations, 3,000 elections and 324 status
// tables. CHANCERY_COLD_REGISTER keeps the register between runs.
func BenchmarkCold(b *testing.B) {
	dir := coldRegister(b)
	s, err := store.Open(b.Context(), dir, store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	})
	reader := Reader{Today: chancery.NewDate(2024, 5, 27)}
	for _, page := range []struct {
		name string
		load func(r *Register, ctx context.Context) (rows int, err error)
	}{
		{"recommendations", func(r *Register, ctx context.Context) (int, error) {
			v, err := r.Recommendations(ctx, reader, RecommendationQuery{})
			return len(v.Rows), err
		}},
		{"treaties", func(r *Register, ctx context.Context) (int, error) {
			v, err := r.Treaties(ctx, reader, TreatiesQuery{})
			return len(v.Rows), err
		}},
		{"treaty", func(r *Register, ctx context.Context) (int, error) {
			v, err := r.Treaty(ctx, reader, TreatyQuery{Treaty: "treaty:UNTC-4-8"})
			return len(v.Rows), err
		}},
		{"elections", func(r *Register, ctx context.Context) (int, error) {
			v, err := r.Elections(ctx, reader)
			return v.Rows, err
		}},
		{"reporting", func(r *Register, ctx context.Context) (int, error) {
			v, err := r.Reporting(ctx, reader, ReportingQuery{})
			return len(v.Mechanisms), err
		}},
		{"today", func(r *Register, ctx context.Context) (int, error) {
			_, err := r.Today(ctx, reader)
			return 1, err
		}},
	} {
		b.Run(page.name, func(b *testing.B) {
			for b.Loop() {
				rows, err := page.load(New(s, Tools{Learn: coldLessons}), b.Context())
				if err != nil || rows == 0 {
					b.Fatal(rows, err)
				}
			}
		})
	}
}

// coldRegister gives the folder of the register, filled where it is empty.
func coldRegister(b *testing.B) string {
	b.Helper()
	dir := os.Getenv("CHANCERY_COLD_REGISTER")
	if dir == "" {
		dir = b.TempDir()
	}
	ctx := b.Context()
	s, err := store.Open(ctx, dir, store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	if head, err := s.Head(ctx); err != nil || head > 0 {
		return dir
	}
	r := New(s, realTools)
	p, err := r.AddPerson(ctx, chancery.Person{Name: "Bench"})
	if err != nil {
		b.Fatal(err)
	}
	if err := r.SetHome(ctx, p.ID, "state:KAZ"); err != nil {
		b.Fatal(err)
	}
	states := benchStates()
	for n := range coldTreaties {
		if _, err := r.ImportStatus(ctx, p.ID, StatusImport{Name: fmt.Sprintf("%d.csv", n), Content: []byte(benchTable(n, states)), Treaty: benchID(n), Grade: chancery.Depositary}); err != nil {
			b.Fatal(err)
		}
	}
	for i, table := range []string{coldAdvice(), coldPolls()} {
		got, err := r.ImportTable(ctx, p.ID, Incoming{Name: fmt.Sprintf("facts-%d.csv", i), Title: "Table of facts", Content: []byte(table), Language: "en"}, chancery.OfficialSite)
		if err != nil || len(got.Notes) > 0 {
			b.Fatal(got.Notes, err)
		}
	}
	return dir
}

// coldLessons learns as the program does, and suggests nothing.
func coldLessons(taught []Lesson) Suggester {
	rows := make([]learn.Row, len(taught))
	for i, l := range taught {
		rows[i] = learn.Row{Text: l.Text, Labels: map[string][]string{learn.Themes.Name: l.Themes, learn.ActionCategory.Name: {l.Category}}}
	}
	model := learn.Train(rows, learn.ActionCategory, learn.Themes)
	return func(text string) Suggestion {
		model.Suggest(text)
		return Suggestion{}
	}
}

// coldStates are States that recommend.
var coldStates = []string{"state:NOR", "state:KEN", "state:CHL", "state:EGY", "state:IND", "state:FRA"}

func coldAdvice() string {
	verbs := []string{"Ratify", "Adopt", "Continue", "Consider", "Strengthen"}
	themes := []string{"Women", "Children", "Justice", "Health", "Education", "Migration", "Poverty"}
	var t strings.Builder
	t.WriteString("schema,key,paragraph,text,to,by,position,theme,cycle,mechanism,actionCategory\n")
	for i := range coldRecommendations {
		fmt.Fprintf(&t, "Recommendation,r%d,%d.%d,%s measure %d on %s in region %d,state:KAZ,%s,%s,%s,%d,UPR,%d\n", i, 100+i/300, i%300, verbs[i%5], i, themes[i%7], i%97,
			coldStates[i%6], []string{"Supported", "Noted"}[i%2], themes[i%7], i%4+1, i%5+1)
	}
	return t.String()
}

func coldPolls() string {
	var t strings.Builder
	t.WriteString("schema,key,name,body,date,seats,eligible,candidate,nominatedBy,election\n")
	bodies := []string{"body:CEDAW", "body:CCPR", "body:CRC", "body:CERD"}
	for i := range coldElections {
		day := chancery.NewDate(1990, 1, 1).AddDays(i * 5)
		fmt.Fprintf(&t, "Election,e%d,Election %d,%s,%s,%d,189,,,\n", i, i, bodies[i%4], day, i%9+1)
		for c := range 3 {
			fmt.Fprintf(&t, "Candidature,c%d-%d,,,,,,%s,%s,#e%d\n", i, c, coldStates[(i+c)%6], coldStates[(i+c)%6], i)
		}
	}
	return t.String()
}
