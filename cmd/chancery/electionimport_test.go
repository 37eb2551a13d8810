package main

import (
	"path/filepath"
	"strings"
	"testing"

	"chancery/register"
)

func TestElectionTablesAreImportedOnce(t *testing.T) {
	data := newData(t)
	table := filepath.Join("..", "..", "demo", "facts", "elections.csv")
	if out := mustCall(t, "", "election", "import", data, "--person", "A. Officer", table); !strings.Contains(out, "50 rows") {
		t.Errorf("import says %q", out)
	}
	if out := mustCall(t, "", "election", "import", data, "--person", "A. Officer", table); !strings.Contains(out, "was taken before") {
		t.Errorf("importing again says %q", out)
	}
	if code, _, errs := call(t, "a,b,c\n1,2,3\n4,5,6\n7,8,9\n", "election", "import", data, "-"); code != failed || !strings.Contains(errs, "no form that is taken whole") {
		t.Errorf("a table of no form: %d, %q", code, errs)
	}
	if code, _, _ := call(t, "", "election", "import", data, "--grade", "rumour", table); code != usage {
		t.Errorf("a grade of no kind gives %d", code)
	}
}

func TestLessons(t *testing.T) {
	plain := lessons(nil)("Ratify the Convention against Torture")
	if plain.Category != "5" || len(plain.Reasons) == 0 || plain.Reasons[0].Words == "" {
		t.Errorf("without lessons: %+v", plain)
	}
	var taught []register.Lesson
	for range 6 {
		taught = append(taught,
			register.Lesson{Text: "Train judges on the rights of women", Category: "4", Themes: []string{"Justice"}, Responsible: []string{"Supreme Court"}},
			register.Lesson{Text: "Build schools in rural areas", Category: "5", Themes: []string{"Education"}, Responsible: []string{"Ministry of Education"}})
	}
	got := lessons(taught)("Train judges and prosecutors")
	if len(got.Themes) != 1 || got.Themes[0] != "Justice" || len(got.Responsible) != 1 || got.Responsible[0] != "Supreme Court" {
		t.Errorf("taught: %+v", got)
	}
}
