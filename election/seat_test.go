package election

import (
	"strings"
	"testing"
)

func TestTermsFollowEachOther(t *testing.T) {
	cedaw, _ := BodyNamed("CEDAW")
	icj, _ := BodyNamed("ICJ")
	for _, c := range []struct {
		body            Body
		from, day, want string
	}{
		{cedaw, "2021-01-01", "2023-03-01", "2024-12-31"}, {cedaw, "2017-01-01", "2021-01-01", "2024-12-31"}, {cedaw, "2017-01-01", "2020-12-31", "2020-12-31"},
		{icj, "2009-02-06", "2018-02-05", "2018-02-05"}, {cedaw, "2021", "2022-01-01", ""}, {cedaw, "2021-01-01", "2020-01-01", ""}, {Body{}, "2021-01-01", "2022-01-01", ""},
	} {
		if got := TermEnds(c.body, day(c.from), day(c.day)); got.String() != c.want {
			t.Errorf("%s from %s, on %s: %q, want %q", c.body.Name, c.from, c.day, got, c.want)
		}
	}
}

// A seat is vacant where its holder left before the term was over; who takes
// it serves the rest and leaves no vacancy at its end.
func TestVacancies(t *testing.T) {
	cedaw, _ := BodyNamed("CEDAW")
	held := []Held{
		{"Ana", "A", day("2021-01-01"), day("2022-05-31")}, {"Alma", "A", day("2022-09-01"), day("2024-12-31")},
		{"Bo", "B", day("2021-01-01"), day("2024-12-31")}, {"Cleo", "C", day("2023-01-01"), day("2024-02-01")}, {"Dan", "D", day("2023-01-01"), day("2030-01-01")},
		{"Eve", "E", day("2021"), day("2022-01-01")},
	}
	var got []string
	for _, v := range Vacancies(cedaw, held, day("2025-06-01")) {
		got = append(got, v.Who+" "+v.To.String()+" "+v.Ends.String()+" by "+v.FilledBy)
	}
	if want := "Cleo 2024-02-01 2026-12-31 by ; Ana 2022-05-31 2024-12-31 by Alma"; strings.Join(got, "; ") != want {
		t.Errorf("vacancies %q", got)
	}
	if before := Vacancies(cedaw, held, day("2023-01-01")); len(before) != 1 || before[0].Vacancy.Election {
		t.Errorf("on an earlier day %+v", before)
	}
	committee, _ := BodyNamed("CCPR")
	long := Vacancies(committee, []Held{{"A", "A", day("2021-01-01"), day("2022-01-01")}, {"B", "B", day("2022-06-01"), day("2024-12-31")}, {"C", "C", day("2021-01-01"), day("2024-12-31")}}, day("2025-01-01"))
	if len(long) != 1 || !long[0].Vacancy.Election || long[0].FilledBy != "B" {
		t.Errorf("an election fills it with anybody: %+v", long)
	}
	alone := Vacancies(cedaw, []Held{{"Rest", "R", day("2022-07-01"), day("2024-12-31")}, {"Full", "F", day("2021-01-01"), day("2024-12-31")}}, day("2025-06-01"))
	if len(alone) != 1 || alone[0].Who != "Rest" || !alone[0].Unknown || len(alone[0].Vacancy.Steps) > 0 || len(alone[0].Vacancy.Doubts) != 1 {
		t.Errorf("who may have served the rest of another's term: %+v", alone)
	}
}

func TestIncompatibleNationalities(t *testing.T) {
	icj, _ := BodyNamed("ICJ")
	cedaw, _ := BodyNamed("CEDAW")
	council, _ := BodyNamed("ECOSOC")
	people := []Person{{Name: "Ana", Nationality: "X", Born: day("1960-01-01")}, {Name: "Bo", Nationality: "X", Born: day("1955-01-01")}, {Name: "Cleo", Nationality: "Y"}, {Name: "Dan"}}
	sitting := []Held{{"Yves", "Y", day("2021-01-01"), day("2030-01-01")}, {"Cleo", "Y", day("2021-01-01"), day("2030-01-01")}, {"Old", "X", day("2013-01-01"), day("2024-12-31")}}
	say := func(body Body, people []Person) string {
		var out []string
		for _, s := range Incompatible(body, people, sitting, day("2024-11-05"), day("2025-01-01")) {
			out = append(out, s.Text.Key+" "+s.Source)
		}
		return strings.Join(out, "; ")
	}
	if got, want := say(icj, people), "election.step.together.elder ICJ Statute art. 10(3); election.step.sitting "+icj.Basis; got != want {
		t.Errorf("the Court: %s", got)
	}
	if got := Incompatible(icj, people[:2], nil, day("2024-11-05"), day("2025-01-01")); !strings.Contains(got[0].Text.Text, "elder, Bo,") {
		t.Errorf("the elder: %s", got[0].Text)
	}
	if got, want := say(cedaw, people), "election.step.together CEDAW art. 17; election.step.sitting CEDAW art. 17"; got != want {
		t.Errorf("a committee: %s", got)
	}
	people[0].Born = people[1].Born
	if got := say(icj, people[:2]); got != "election.step.together.age ICJ Statute art. 10(3)" {
		t.Errorf("of one age: %s", got)
	}
	if got := say(council, people); got != "" {
		t.Errorf("a council of States: %s", got)
	}
}
