package plan

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

func TestNoGradeWithoutEvidence(t *testing.T) {
	m := Measure{Number: "12", From: day("2023-12-08"), Due: day("2025-06"), Progress: []Progress{
		{Date: day("2024-03-01"), Grade: Started, Evidence: []chancery.Date{day("2024-02-20")}},
		{Date: day("2024-09-01"), Grade: Done},
		{Date: day("2024-12-01"), Grade: Done, Evidence: []chancery.Date{day("2022-01-01")}},
		{Date: day("2025-02-01"), Grade: SetBack, Evidence: []chancery.Date{day("2025-01-31")}},
	}}
	for _, c := range []struct {
		on     string
		want   Standing
		doubts int
	}{
		{"2024-01-01", Standing{Grade: NotStarted, NextDue: day("2025-06")}, 0},
		{"2024-10-01", Standing{Grade: Started, Since: day("2024-03-01"), Claimed: Done, NextDue: day("2025-06")}, 0},
		{"2024-12-31", Standing{Grade: Started, Since: day("2024-03-01"), Claimed: Done, NextDue: day("2025-06")}, 1},
		{"2025-07-10", Standing{Grade: SetBack, Since: day("2025-02-01"), NextDue: day("2025-06"), LateDays: 10}, 1},
	} {
		got, doubts := StandingOn(m, day(c.on))
		if d := cmp.Diff(c.want, got); d != "" || len(doubts) != c.doubts {
			t.Errorf("on %s: %s %v", c.on, d, doubts)
		}
	}
}

func TestAnnually(t *testing.T) {
	m := Measure{Due: day("2024-12-31"), Every: Annually}
	for on, want := range map[string]string{"2024-05-01": "2024-12-31", "2025-01-01": "2025-12-31", "2030-12-31": "2030-12-31"} {
		if s, _ := StandingOn(m, day(on)); s.NextDue != day(want) || s.LateDays != 0 {
			t.Errorf("on %s: %v, want %s", on, s, want)
		}
	}
}

func TestUnserved(t *testing.T) {
	measures := []Measure{
		{Number: "1", Serves: []chancery.EntityID{"a"}},
		{Number: "2", Serves: []chancery.EntityID{"a", "c"}},
		{Number: "3"},
	}
	if d := cmp.Diff([]chancery.EntityID{"b"}, Unserved([]chancery.EntityID{"a", "b", "c"}, measures)); d != "" {
		t.Error(d)
	}
}
