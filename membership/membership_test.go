package membership

import (
	"testing"

	"chancery"
	"github.com/google/go-cmp/cmp"
)

func day(s string) chancery.Date {
	d, err := chancery.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// Founding members, ratifications and members on the web site of the WDO are
// three counts on three dates.
func TestThreeCounts(t *testing.T) {
	var all []Membership
	for i := range 15 {
		m := chancery.EntityID(rune('a' + i))
		all = append(all, Membership{Member: m, Basis: Founding, From: day("2020-07-30")})
		from := day("2020-01-12")
		if i == 14 {
			from = day("2020-07-30")
		}
		all = append(all, Membership{Member: m, Basis: Ratification, From: from})
	}
	for i := range 19 {
		all = append(all, Membership{Member: chancery.EntityID(rune('a' + i)), Basis: Listed, From: day("2022")})
	}
	for _, c := range []struct {
		basis Basis
		on    string
		want  int
	}{{Ratification, "2020-01-13", 14}, {Ratification, "2020-07-30", 15}, {Founding, "2020-07-29", 0}, {Founding, "2020-07-30", 15}, {Listed, "2024-05-27", 19}, {Listed, "2021", 0}} {
		if got := len(CountOn(all, c.basis, day(c.on))); got != c.want {
			t.Errorf("%s on %s: %d, want %d", c.basis, c.on, got, c.want)
		}
	}
}

func TestSuspension(t *testing.T) {
	syria := Membership{Member: "state:SYR", From: day("1972"), Paused: []Period{{day("2012-08-15"), day("2025-03-07")}}}
	for on, want := range map[string]Standing{"1960-01-01": Outside, "2000-01-01": Member, "2015-01-01": Suspended, "2025-04-01": Member} {
		if got := StandingOn(syria, day(on)); got != want {
			t.Errorf("on %s: %s, want %s", on, got, want)
		}
	}
}

// The WDO's Council: first ordinary session in October 2020, every two years,
// the second in June 2023.
func TestLateIsLate(t *testing.T) {
	held := []Session{
		{Number: 1, From: day("2020-10-21"), To: day("2020-10-22"), Ordinary: true},
		{Number: 2, From: day("2021-07-08")},
		{Number: 2, From: day("2023-06-07"), To: day("2023-06-08"), Ordinary: true},
	}
	got := NextSession(held, 2, day("2024-05-27"))
	want := []SessionDue{
		{Number: 2, Due: day("2022-10"), Held: day("2023-06-07"), LateDays: 219},
		{Number: 3, Due: day("2025-06")},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestArrears(t *testing.T) {
	all := []Contribution{
		{Member: "state:NER", Period: "2022", Currency: "USD", Assessed: 10_000_00, Due: day("2022-03-31"), Payments: []Payment{{Amount: 10_000_00, Date: day("2022-11-01"), By: "state:EGY"}}},
		{Member: "state:NER", Period: "2023", Currency: "USD", Assessed: 12_000_00, Due: day("2023-03-31"), Payments: []Payment{{Amount: 5_000_00, Date: day("2023-04-01")}}},
		{Member: "state:NER", Period: "2024", Currency: "USD", Assessed: 12_000_00},
		{Member: "state:GAB", Period: "2023", Currency: "USD", Assessed: 9_000_00, Due: day("2023-03-31")},
	}
	for on, want := range map[string]int64{"2022-03-31": 0, "2022-06-01": 10_000_00, "2022-12-01": 0, "2023-06-01": 7_000_00} {
		owed, doubts := ArrearsOn(all, "state:NER", day(on))
		if owed["USD"] != want || len(doubts) != 1 {
			t.Errorf("on %s: %v, %v; want %d", on, owed, doubts, want)
		}
	}
}
