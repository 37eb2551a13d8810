package learn

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"chancery"
)

func TestVerbs(t *testing.T) {
	for text, want := range map[string]string{
		"Share its experience of land reform with other States (Peru);":              "1",
		"Seek technical assistance from OHCHR":                                       "1",
		"Continue to ratify the remaining protocols":                                 "2",
		"Consider acceding to the Convention":                                        "3",
		"Give consideration to opening a second office":                              "3",
		"Take all necessary measures to protect witnesses":                           "4",
		"Adopt measures to protect witnesses":                                        "4",
		"Adopt a law to protect witnesses":                                           "5",
		"Ratify the Convention for the Protection of All Persons":                    "5",
		"Recommended that Ghana abolish the second chamber":                          "5",
		"While noting the increase in complaints, fully implement the national plan": "5",
		"Recommended the withdrawal of the reservation":                              "5",
		"Develop a strategy to combat trafficking":                                   "4",
		"Increase the number of judges":                                              "4",
		"":                                                                           "4",
		"The women of the north":                                                     "4",
		"Ratify-accede to the Protocol":                                              "5",
		"Undertake an inquiry into the events":                                       "5",
		"Undertake efforts to reach the villages":                                    "4",
	} {
		if got, verb := Verbs(text); got != want {
			t.Errorf("%q is %s by the verb %q, not %s", text, got, verb, want)
		}
	}
}

// rows of our own, by a small grammar: the verb fixes the category, the object
// the issues.
func grammar() []Row {
	verbs := map[string]string{"Ratify": "5", "Continue to support": "2", "Consider joining": "3", "Promote": "4"}
	objects := map[string][]string{"the treaty on forests": {"Forests", "Treaties"}, "the work of ombudsmen in forests": {"Forests"}, "the treaty on lakes": {"Lakes", "Treaties"}, "clean lakes": {"Lakes"}}
	var out []Row
	for v, c := range verbs {
		for o, is := range objects {
			for i := range 8 {
				out = append(out, Row{fmt.Sprintf("%s %s in province %d (Peru);", v, o, i), c, is})
			}
		}
	}
	slices.SortFunc(out, func(a, b Row) int { return strings.Compare(a.Text, b.Text) })
	return out
}

func TestLearn(t *testing.T) {
	m := Train(grammar())
	s := m.Suggest("Consider joining the treaty on lakes beyond the border (Chile);")
	if s.Category != "3" || !slices.Equal(s.Issues, []string{"Lakes", "Treaties"}) {
		t.Errorf("suggested %+v", s)
	}
	for _, r := range s.Reasons {
		if r.Weight <= 0 || !strings.Contains("consider joining the treaty on lakes beyond the border", r.Words) {
			t.Errorf("reason %+v is not in the text", r)
		}
	}
	if !slices.ContainsFunc(s.Reasons, func(r Reason) bool { return r.Label == "Lakes" && strings.Contains(r.Words, "lakes") }) {
		t.Errorf("no reason for Lakes among %+v", s.Reasons)
	}
	if diff := cmp.Diff(s, Train(grammar()).Suggest("Consider joining the treaty on lakes beyond the border (Chile);")); diff != "" {
		t.Errorf("the same rows taught something else: %s", diff)
	}
}

func TestNothingLearnt(t *testing.T) {
	for _, rows := range [][]Row{nil, {{Text: "Ratify it", Category: "5"}}, {{Text: "Ratify it"}}} {
		s := Train(rows).Suggest("Continue its efforts")
		if s.Category != "2" || s.Issues != nil {
			t.Errorf("%v taught %+v", rows, s)
		}
	}
}

func TestSuggestCSV(t *testing.T) {
	var train bytes.Buffer
	w := csv.NewWriter(&train)
	w.Write([]string{"to", "text", "action_category", "issues"})
	for _, r := range grammar() {
		w.Write([]string{"Ghana", r.Text, r.Category, strings.Join(r.Issues, ",")})
	}
	w.Flush()
	in := "\ufeffid,text\n7,Ratify the treaty on forests\n8,\"Promote clean lakes, always\"\n"
	var out strings.Builder
	if err := SuggestCSV(&train, strings.NewReader(in), &out); err != nil {
		t.Fatal(err)
	}
	if want := "row,action_category,issues\n1,5,\"Forests,Treaties\"\n2,4,Lakes\n"; out.String() != want {
		t.Errorf("got %q", out.String())
	}
	out.Reset()
	if err := SuggestCSV(nil, strings.NewReader(in), &out); err != nil || out.String() != "row,action_category,issues\n1,5,\n2,4,\n" {
		t.Errorf("built-in rules: %v %q", err, out.String())
	}
	for _, bad := range []string{"", "id,words\n1,x\n"} {
		if err := SuggestCSV(nil, strings.NewReader(bad), &out); chancery.KindOf(err) != chancery.Invalid {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

// Whatever the text, suggesting does not fail and suggests what was taught.
func TestHostile(t *testing.T) {
	m := Train(grammar())
	rapid.Check(t, func(t *rapid.T) {
		s := m.Suggest(rapid.String().Draw(t, "text"))
		if !slices.Contains([]string{"2", "3", "4", "5"}, s.Category) || len(s.Issues) == 0 {
			t.Fatalf("suggested %+v", s)
		}
	})
}

func BenchmarkSuggest(b *testing.B) {
	m := Train(grammar())
	var sc scratch
	text := "Consider joining the treaty on lakes, and promote the work of the ombudsmen who watch over forests in every province (Chile);"
	for b.Loop() {
		m.category(text, &sc, nil)
		m.issuesOf(text, &sc, nil)
	}
}
