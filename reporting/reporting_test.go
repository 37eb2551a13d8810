package reporting

import (
	"math/rand"
	"testing"

	"chancery"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func day(s string) chancery.Date {
	d, err := chancery.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func mechanism(t *testing.T, id string) Mechanism {
	t.Helper()
	m, ok := MechanismNamed(id)
	if !ok {
		t.Fatalf("no mechanism %s", id)
	}
	return m
}

// Kazakhstan and CEDAW: in force 25 September 1998, so the initial report was
// due on 25 September 1999; the sixth, set by CEDAW/C/KAZ/CO/5, came late.
var kazakhstan = []Step{
	{Kind: Received, Number: 1, Date: day("2000-01-26")},
	{Kind: Considered, Number: 1, Date: day("2001-01")},
	{Kind: Received, Number: 2, Date: day("2005-03-03")},
	{Kind: Received, Number: 4, Date: day("2012"), Symbol: "CEDAW/C/KAZ/3-4"},
	{Kind: Concluded, Number: 4, Date: day("2014-02-28"), Symbol: "CEDAW/C/KAZ/CO/3-4", NextDue: day("2018-02")},
	{Kind: Received, Number: 5, Date: day("2018-02-28"), Symbol: "CEDAW/C/KAZ/5"},
	{Kind: Considered, Number: 5, Date: day("2019-10-24")},
	{Kind: Concluded, Number: 5, Date: day("2019-11-08"), Symbol: "CEDAW/C/KAZ/CO/5", NextDue: day("2023-11"), Paragraphs: []string{"12 (a)", "24 (b)"}},
}

func lines(dues []Due) []string {
	var out []string
	for _, d := range dues {
		s := d.String()
		if !d.Received.IsZero() {
			s += " received " + d.Received.String()
		}
		if d.LateDays > 0 {
			s += " late"
		}
		out = append(out, s)
	}
	return out
}

func TestCEDAWForKazakhstan(t *testing.T) {
	dues, doubts := Calendar(mechanism(t, "CEDAW"), day("1998-09-25"), kazakhstan, day("2024-09-30"), Options{})
	if len(doubts) > 0 {
		t.Errorf("doubts: %v", doubts)
	}
	want := []string{
		"CEDAW initial 1 due 1999-09-25 by law received 2000-01-26 late",
		"CEDAW periodic 2 due 2003-09-25 by law received 2005-03-03 late",
		"CEDAW periodic 3 due 2007-09-25 by law received 2012 late",
		"CEDAW periodic 5 due 2018-02 by committee received 2018-02-28",
		"CEDAW followup 5 due 2021-11-08 by committee late",
		"CEDAW periodic 6 due 2023-11 by committee late",
	}
	if d := cmp.Diff(want, lines(dues)); d != "" {
		t.Error(d)
	}
	if last := dues[len(dues)-1]; last.LateDays != 305 || last.Source != "CEDAW/C/KAZ/CO/5" {
		t.Errorf("the sixth report is %d days late by %s; want 305 from 30 November 2023", last.LateDays, last.Source)
	}
}

func TestWithoutThePaperTheClauseRuns(t *testing.T) {
	dues, _ := Calendar(mechanism(t, "CEDAW"), day("1998-09-25"), nil, day("1999-09-25"), Options{})
	if d := cmp.Diff([]string{"CEDAW initial 1 due 1999-09-25 by law"}, lines(dues)); d != "" {
		t.Error(d)
	}
}

func TestALetterOverrides(t *testing.T) {
	steps := append([]Step{{Kind: Letter, Number: 5, Date: day("2021-05-03"), Symbol: "letter", NextDue: day("2024-06-30")}}, kazakhstan...)
	dues, _ := Calendar(mechanism(t, "CEDAW"), day("1998-09-25"), steps, day("2024-01-01"), Options{})
	last := dues[len(dues)-1]
	if last.On != day("2024-06-30") || last.Basis != ByLetter || last.LateDays != 0 {
		t.Errorf("%v late %d", last, last.LateDays)
	}
}

func TestNothingPeriodicWithoutAClause(t *testing.T) {
	steps := []Step{{Kind: Received, Number: 1, Date: day("2012-06-01")}}
	dues, _ := Calendar(mechanism(t, "CED"), day("2010-12-23"), steps, day("2020-01-01"), Options{})
	if d := cmp.Diff([]string{"CED initial 1 due 2012-12-23 by law received 2012-06-01"}, lines(dues)); d != "" {
		t.Error(d)
	}
	if dues, _ := Calendar(mechanism(t, "SPT"), day("2008-11-21"), nil, day("2020-01-01"), Options{}); len(dues) != 0 {
		t.Errorf("visits are no reports: %v", lines(dues))
	}
	if dues, _ := Calendar(mechanism(t, "CMW"), chancery.Date{}, nil, day("2020-01-01"), Options{}); len(dues) != 0 {
		t.Errorf("a State that is no party owes nothing: %v", lines(dues))
	}
}

func TestPredictableCalendar(t *testing.T) {
	steps := []Step{{Kind: Received, Number: 1, Date: day("2009-07-27")}, {Kind: Considered, Number: 1, Date: day("2011-07-14")}}
	dues, _ := Calendar(mechanism(t, "CCPR"), day("2006-04-24"), steps, day("2012-01-01"), Options{Predictable: true})
	if last := dues[len(dues)-1]; last.On != day("2019-07-14") || last.Basis != ByCalendar {
		t.Errorf("%v", last)
	}
}

func TestReviews(t *testing.T) {
	steps := []Step{{Kind: Considered, Number: 3, Date: day("2019-11-07")}, {Kind: Considered, Number: 4, Date: day("2025-01-23")}}
	dues, _ := Calendar(mechanism(t, "UPR"), chancery.Date{}, steps, day("2026-01-01"), Options{})
	want := []string{
		"UPR midterm 3 due 2022-02 by law",
		"UPR review 4 due 2024-05 by law received 2025-01-23 late",
		"UPR midterm 4 due 2027-04 by law",
		"UPR review 5 due 2029-07 by law",
	}
	if d := cmp.Diff(want, lines(dues)); d != "" {
		t.Error(d)
	}
}

func TestOddHistoryGivesDoubts(t *testing.T) {
	steps := []Step{{Kind: Received, Number: 1}, {Kind: Received, Number: 1, Date: day("1990-01-01")}}
	_, doubts := Calendar(mechanism(t, "CEDAW"), day("1998-09-25"), steps, day("2024-01-01"), Options{})
	if len(doubts) != 2 {
		t.Errorf("an undated step and a report before the treaty: %v", doubts)
	}
}

func TestOverdueListsTheLatestFirst(t *testing.T) {
	a := []Due{{Mechanism: "CAT", LateDays: 3}, {Mechanism: "CRC", LateDays: 30}}
	b := []Due{{Mechanism: "CAT", LateDays: 9, Received: day("2020-01-01")}, {Mechanism: "CED", LateDays: 10}}
	var got []int
	for _, d := range Overdue(map[string][]Due{"A": a, "B": b}) {
		got = append(got, d.LateDays)
	}
	if d := cmp.Diff([]int{30, 10, 3}, got); d != "" {
		t.Error(d)
	}
}

// The order in which papers arrive changes nothing.
func TestOrderOfArrivalDoesNotMatter(t *testing.T) {
	want, _ := Calendar(mechanism(t, "CEDAW"), day("1998-09-25"), kazakhstan, day("2024-09-30"), Options{})
	rapid.Check(t, func(rt *rapid.T) {
		shuffled := append([]Step(nil), kazakhstan...)
		rand.New(rand.NewSource(rapid.Int64().Draw(rt, "seed"))).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		got, _ := Calendar(mechanism(t, "CEDAW"), day("1998-09-25"), shuffled, day("2024-09-30"), Options{})
		if d := cmp.Diff(want, got); d != "" {
			rt.Fatal(d)
		}
	})
}
