package learn

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

func TestLineage(t *testing.T) {
	before := []string{
		"Ratify the Convention on Wetlands (Chad);",
		"Take the necessary measures to protect shepherds from wolves (Peru);",
		"Allocate sufficient resources to libraries (Fiji)",
	}
	now := []string{
		"Consider acceding to the Convention on Wetlands without delay (Togo);",
		"Allocate sufficient resources to lighthouses (Fiji)",
		"Continue to strengthen the protection of shepherds against wolves (Mali, Peru);",
		"Make further efforts (Chad);",
	}
	want := []Kin{
		{Text: 0, Before: 0, Words: []string{"convention", "wetlands"}},
		{Text: 2, Before: 1, Words: []string{"shepherds", "wolves"}},
	}
	got := Lineage(before, now)
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(Kin{}, "Score")); diff != "" {
		t.Error(diff)
	}
	for _, k := range got {
		if k.Score < follows || k.Score > 1 {
			t.Errorf("score %v", k.Score)
		}
	}
}

func TestTwins(t *testing.T) {
	got := Twins([]string{
		"Ratify the Convention on Wetlands (Chad);",
		"Build two lighthouses",
		"Consider ratifying the Convention on Wetlands",
		"Ratify the Convention on Wetlands (Togo, Fiji)",
		"Ratify the Convention on Deserts",
		"To fully ratify the convention on wetlands.",
		"Build two new lighthouses (Peru)",
		"",
	})
	if diff := cmp.Diff([][]int{{0, 3, 5}, {1, 6}}, got); diff != "" {
		t.Error(diff)
	}
}

// Whatever the texts, each has at most one it follows, groups share no text and
// the same texts give the same.
func TestHostileKin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"the of", "lakes and wolves", "lakes and wolves (Peru)", "wolves"})), 0, 10)
		before, now := texts.Draw(t, "before"), texts.Draw(t, "now")
		last := -1
		kin := Lineage(before, now)
		for _, k := range kin {
			if k.Text <= last || k.Text >= len(now) || k.Before < 0 || k.Before >= len(before) || !(k.Score >= follows && k.Score <= 1) {
				t.Fatalf("%+v", kin)
			}
			last = k.Text
		}
		seen := map[int]bool{}
		for _, g := range Twins(now) {
			for _, i := range g {
				if len(g) < 2 || seen[i] {
					t.Fatalf("%v", g)
				}
				seen[i] = true
			}
		}
		if diff := cmp.Diff(kin, Lineage(before, now)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func BenchmarkLineage(b *testing.B) {
	var before, now []string
	for i := range 300 {
		before = append(before, fmt.Sprintf("Ratify convention %d on the protection of lakes, rivers and wells number %d", i, i%17))
		now = append(now, fmt.Sprintf("Accede to convention %d on lakes and the wells of district %d", i*2, i%13))
	}
	for b.Loop() {
		Lineage(before, now)
	}
}
