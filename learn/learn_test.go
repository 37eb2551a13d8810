package learn

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
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
				out = append(out, Row{fmt.Sprintf("%s %s in province %d (Peru);", v, o, i), map[string][]string{"action_category": {c}, "issues": is}})
			}
		}
	}
	slices.SortFunc(out, func(a, b Row) int { return strings.Compare(a.Text, b.Text) })
	return out
}

func taught() *Model { return Train(grammar(), ActionCategory, Issues) }

func TestLearn(t *testing.T) {
	const text = "Consider joining the treaty on lakes beyond the border (Chile);"
	s := taught().Suggest(text)
	want := []Suggestion{{Set: "action_category", Labels: []string{"3"}}, {Set: "issues", Labels: []string{"Lakes", "Treaties"}}}
	if diff := cmp.Diff(want, s, cmpopts.IgnoreFields(Suggestion{}, "Reasons")); diff != "" {
		t.Error(diff)
	}
	for _, set := range s {
		for _, r := range set.Reasons {
			if r.Weight <= 0 || !strings.Contains("consider joining the treaty on lakes beyond the border", r.Words) {
				t.Errorf("reason %+v is not in the text", r)
			}
		}
	}
	if !slices.ContainsFunc(s[1].Reasons, func(r Reason) bool { return r.Label == "Lakes" && strings.Contains(r.Words, "lakes") }) {
		t.Errorf("no reason for Lakes among %+v", s[1].Reasons)
	}
	if diff := cmp.Diff(s, taught().Suggest(text)); diff != "" {
		t.Errorf("the same rows taught something else: %s", diff)
	}
}

// Any set of labels can be learnt, beside others of which a row says nothing.
func TestOtherSets(t *testing.T) {
	var rows []Row
	for i := range 6 {
		rows = append(rows,
			Row{fmt.Sprintf("Build schools in district %d", i), map[string][]string{"responsible": {"Ministry of Education"}}},
			Row{fmt.Sprintf("Build clinics in district %d", i), map[string][]string{"responsible": {"Ministry of Health"}, "themes": {"Health"}}},
			Row{fmt.Sprintf("Train judges of district %d", i), map[string][]string{"themes": {"Justice"}}})
	}
	want := []Suggestion{{Set: "themes", Labels: []string{"Health"}}, {Set: "responsible", Labels: []string{"Ministry of Health"}}, {Set: "issues"}}
	if diff := cmp.Diff(want, Train(rows, Themes, Responsible, Issues).Suggest("More clinics"), cmpopts.IgnoreFields(Suggestion{}, "Reasons")); diff != "" {
		t.Error(diff)
	}
}

// What was learnt from one word is known of another that tells of the same, and
// that word is the reason.
func TestConcepts(t *testing.T) {
	var rows []Row
	for i := range 6 {
		rows = append(rows,
			Row{fmt.Sprintf("Visit the prisoners of district %d", i), map[string][]string{"issues": {"Detention"}}},
			Row{fmt.Sprintf("Visit the schools of district %d", i), map[string][]string{"issues": {"Education"}}})
	}
	s := Train(rows, Issues).Suggest("Count inmates")[0]
	if !slices.Equal(s.Labels, []string{"Detention"}) || len(s.Reasons) != 1 || s.Reasons[0].Words != "inmates" {
		t.Errorf("suggested %+v", s)
	}
	if n := strings.Count(strings.TrimSpace(concepts), "\n") + 1; n > 64 {
		t.Errorf("%d concepts do not fit into the bits of a word", n)
	}
}

// A general act by specific means is told from the same act alone, whatever the
// means.
func TestMeans(t *testing.T) {
	var rows []Row
	for i := range 8 {
		act := []string{"adopting", "enacting", "amending", "issuing"}[i%4]
		rows = append(rows,
			Row{fmt.Sprintf("Combat flood %d by %s a law", i, act), map[string][]string{"action_category": {"5"}}},
			Row{fmt.Sprintf("Combat flood %d", i), map[string][]string{"action_category": {"4"}}})
	}
	m := Train(rows, ActionCategory)
	for text, want := range map[string]string{"Combat drought by ratifying it": "5", "Combat drought": "4"} {
		if got := m.Suggest(text)[0].Labels[0]; got != want {
			t.Errorf("%q is %s, not %s", text, got, want)
		}
	}
}

func TestNothingLearnt(t *testing.T) {
	category := map[string][]string{"action_category": {"5"}}
	for _, rows := range [][]Row{nil, {{Text: "Ratify it", Labels: category}}, {{Text: "Ratify it"}}} {
		want := []Suggestion{{"action_category", []string{"2"}, []Reason{{"2", "continue", 1}}}, {Set: "issues"}}
		if diff := cmp.Diff(want, Train(rows, ActionCategory, Issues).Suggest("Continue its efforts")); diff != "" {
			t.Errorf("%v taught %s", rows, diff)
		}
	}
}

func TestSuggestCSV(t *testing.T) {
	var train bytes.Buffer
	w := csv.NewWriter(&train)
	w.Write([]string{"to", "text", "action_category", "issues"})
	for _, r := range grammar() {
		w.Write([]string{"Ghana", r.Text, r.Labels["action_category"][0], strings.Join(r.Labels["issues"], ",")})
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

// Rows are written in their order, however many workers share them.
func TestSuggestCSVOrder(t *testing.T) {
	var in, want strings.Builder
	in.WriteString("text\n")
	want.WriteString("row,action_category,issues\n")
	for i := range 3*batch + 7 {
		c := i%2 + 2
		fmt.Fprintf(&in, "%s joining league %d\n", []string{"Continue", "Consider"}[i%2], i)
		fmt.Fprintf(&want, "%d,%d,\n", i+1, c)
	}
	var out strings.Builder
	if err := SuggestCSV(nil, strings.NewReader(in.String()), &out); err != nil || out.String() != want.String() {
		t.Errorf("%v, %d bytes, want %d", err, out.Len(), want.Len())
	}
	if err := SuggestCSV(nil, strings.NewReader(in.String()), full{}); chancery.KindOf(err) != chancery.Unavailable {
		t.Errorf("a full disk gives %v", err)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space") }

// Whatever the text, suggesting does not fail and suggests what was taught.
func TestHostile(t *testing.T) {
	m := taught()
	rapid.Check(t, func(t *rapid.T) {
		s := m.Suggest(rapid.String().Draw(t, "text"))
		if !slices.Contains([]string{"2", "3", "4", "5"}, s[0].Labels[0]) || len(s[1].Labels) == 0 {
			t.Fatalf("suggested %+v", s)
		}
	})
}

// Rows of one label, rows without words and labels of one row teach without failing.
func TestHostileRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Row {
			return Row{rapid.String().Draw(t, "text"), map[string][]string{"issues": rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c", "a"}), 0, 3).Draw(t, "labels")}}
		}), 0, 12).Draw(t, "rows")
		for _, l := range Train(rows, Issues).Suggest("some words")[0].Labels {
			if !strings.Contains("abc", l) {
				t.Fatalf("suggested %q", l)
			}
		}
	})
}

// The real rows where CHANCERY_UPRINFO names them, and otherwise made ones of
// the same size: 60 words of which the labels are known by a few.
func benchRows(b *testing.B) []Row {
	if os.Getenv("CHANCERY_UPRINFO") != "" {
		rows, _ := parted(corpus(b))
		return rows
	}
	random := rand.New(rand.NewPCG(7, 7))
	rows := make([]Row, 31_000)
	for i := range rows {
		var text strings.Builder
		for range 10 + random.IntN(30) {
			fmt.Fprintf(&text, "word%d ", int(math.Exp(random.Float64()*9)))
		}
		issue := random.IntN(54)
		fmt.Fprintf(&text, "topic%d", issue)
		rows[i] = Row{text.String(), map[string][]string{"action_category": {strconv.Itoa(1 + issue%5)}, "issues": {fmt.Sprint("issue ", issue), fmt.Sprint("issue ", issue/2)}}}
	}
	return rows
}

func BenchmarkTrain(b *testing.B) {
	rows := benchRows(b)
	for b.Loop() {
		Train(rows, ActionCategory, Issues)
	}
	b.ReportMetric(float64(len(rows)*b.N)/b.Elapsed().Seconds(), "rows/s")
}

func BenchmarkSuggest(b *testing.B) {
	rows := benchRows(b)
	m := Train(rows, ActionCategory, Issues)
	var in bytes.Buffer
	w := csv.NewWriter(&in)
	w.Write([]string{"text"})
	for _, r := range rows {
		w.Write([]string{r.Text})
	}
	w.Flush()
	for b.Loop() {
		if err := m.suggestCSV(bytes.NewReader(in.Bytes()), io.Discard); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(rows)*b.N)/b.Elapsed().Seconds(), "rows/s")
}
