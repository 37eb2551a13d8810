package meeting

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

func TestPrecedence(t *testing.T) {
	var got []string
	for _, a := range Precedence([]Attendee{
		{Name: "Interpreter"},
		{Name: "Chargé", Class: ChargeEnTitre, Credentials: day("2010-01-01")},
		{Name: "Younger ambassador", Class: Ambassador, Credentials: day("2023-03-01")},
		{Name: "Older ambassador", Class: Ambassador, Credentials: day("2021-09-15")},
		{Name: "Minister", Rank: 1},
		{Name: "Deputy minister", Rank: 2},
	}) {
		got = append(got, a.Name)
	}
	want := []string{"Minister", "Deputy minister", "Older ambassador", "Younger ambassador", "Chargé", "Interpreter"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestHoldersOn(t *testing.T) {
	post := []Tenure{
		{Holder: "b", Name: "Second", From: day("2021-06")},
		{Holder: "a", Name: "First", From: day("2017-01-10")},
		{Holder: "c", Name: "Third", From: day("2024-02-01"), To: day("2024-12-31")},
	}
	for on, want := range map[string]string{"2016-05-01": "", "2018-05-01": "First", "2023-05-27": "Second", "2024-05-27": "Third", "2025-03-01": ""} {
		held, doubts := HoldersOn(post, day(on))
		name := ""
		if len(held) > 0 {
			name = held[0].Name
		}
		if name != want || len(doubts) > 0 || len(held) > 1 {
			t.Errorf("on %s: %v, %v; want %q", on, held, doubts, want)
		}
	}
	post = append(post, Tenure{Holder: "d", Name: "Rival", From: day("2024-03-01"), To: day("2024-06-30")})
	if held, doubts := HoldersOn(post, day("2024-05-27")); len(held) != 2 || len(doubts) != 1 {
		t.Errorf("two holders are a doubt: %v, %v", held, doubts)
	}
}

func TestStatusOn(t *testing.T) {
	u := Undertaking{Promised: day("2024-05-27"), Due: day("2024-09-01"), Evidence: []Evidence{
		{Date: day("2023-01-01"), Grade: Kept},
		{Date: day("2024-10-02"), Grade: Partly},
		{Date: day("2024-12-02"), Grade: Kept},
	}}
	for _, c := range []struct {
		on   string
		want Status
		late int
	}{{"2024-06-01", Open, 0}, {"2024-09-11", Overdue, 10}, {"2024-10-02", Partly, 31}, {"2025-01-01", Kept, 0}} {
		status, late, doubts := StatusOn(u, day(c.on))
		if status != c.want || late != c.late || len(doubts) != 1 {
			t.Errorf("on %s: %s, %d days, %v; want %s, %d", c.on, status, late, doubts, c.want, c.late)
		}
	}
}
