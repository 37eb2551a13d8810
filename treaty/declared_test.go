package treaty

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"chancery"
)

const declaredText = `#Ruritania
The Government of Ruritania does not consider itself bound by article 29, paragraph 1, and paragraph 2 of article 9 of the Convention.

#Freedonia


#Sylvania
Declaration:Sylvania understands article 5 as it stands in its Constitution.Reservation:Article 16 (1) (c) does not bind it.

#Grand Fenwick
12 May 1990. The Duchy objects to the reservation made by Ruritania. This objection shall not preclude the entry into force of the Convention between the two.

#Borduria
Borduria objects to the reservation of Ruritania and opposes the entry into force of the Convention between them.
`

func TestParseDeclared(t *testing.T) {
	type line struct {
		By      string
		Kind    ActKind
		Day     string
		Of      string
		Opposes bool
	}
	var got []line
	for _, d := range ParseDeclared(declaredText) {
		got = append(got, line{d.Participant, d.Kind, d.Date.String(), d.Provisions, d.Opposes})
		if declaredText[d.Name[0]:d.Name[1]] != d.Participant {
			t.Errorf("the name of %s stands elsewhere", d.Participant)
		}
	}
	want := []line{
		{"Ruritania", Reserved, "", "art. 29(1), art. 9(2)", false},
		{"Sylvania", Declared, "", "art. 5", false},
		{"Sylvania", Reserved, "", "art. 16(1)(c)", false},
		{"Grand Fenwick", Objected, "1990-05-12", "", false},
		{"Borduria", Objected, "", "", true},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestParseDeclaredKeepsItsPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`(#[A-Z][a-z]{0,5}\n([a-zRO:." 0-9]{0,30}(Reservation|Objection)?:?\n){0,3}){0,4}`).Draw(t, "text")
		last := 0
		for _, d := range ParseDeclared(text) {
			if d.Start < last || d.End > len(text) || d.Start >= d.End {
				t.Fatalf("words at %d to %d, after %d, of %d bytes", d.Start, d.End, last, len(text))
			}
			last = d.End
		}
	})
}

// A reservation without a day is of the day of consent, and silence runs from it.
func TestAtConsent(t *testing.T) {
	acts := []Act{
		{ID: "a", Kind: Ratified, By: "a", Date: chancery.NewDate(1990, 3, 1)},
		{ID: "b", Kind: Ratified, By: "b", Date: chancery.NewDate(1980, 3, 1)},
		{ID: "r", Kind: Reserved, By: "a"},
		{ID: "s", Kind: Reserved, By: "c"},
	}
	AtConsent(acts)
	if acts[2].Date != chancery.NewDate(1990, 3, 1) || !acts[2].Presumed || acts[3].Presumed {
		t.Fatalf("acts %+v", acts)
	}
	effect := func(on chancery.Date) Relation {
		all, _ := Relations(Rule{ID: "x"}, acts, on, Known{})
		return all[slices.IndexFunc(all, func(rel Relation) bool { return rel.Reserving == "a" && rel.Other == "b" })]
	}
	if got := effect(chancery.NewDate(1990, 6, 1)); got.Effect != Pending || got.Until != chancery.NewDate(1991, 3, 1) {
		t.Errorf("within twelve months: %+v", got)
	}
	if got := effect(chancery.NewDate(1992, 6, 1)); got.Effect != Modified || got.Source != "VCLT art. 20(5), 21(1)" {
		t.Errorf("after them: %+v", got)
	}
}
