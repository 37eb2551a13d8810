package official

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"chancery"
	"chancery/authority"
	"chancery/read/draft"
)

var update = flag.Bool("update", false, "rewrite the statements in testdata")

// readers by the word that begins a golden file's name.
var readers = map[string]func(*draft.Draft, *authority.Files){
	"upr": UPR, "thematic": Thematic, "addendum": Addendum, "observations": Observations,
	"plan": Plan, "status": Status, "treaty": Treaty, "resolution": Resolution,
}

// TestGolden reads each file of testdata: a paper above, its statements below.
// A line "| a | b |" is a row of a table, and "⏎" a line end within a cell.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			paper, want, ok := strings.Cut(string(content), "\n-- statements --\n")
			if !ok {
				t.Fatal("no statements section")
			}
			kind, _, _ := strings.Cut(filepath.Base(file), "-")
			d := draftOf(strings.TrimPrefix(paper, "-- paper --\n"))
			readers[kind](d, authority.Base())
			got := render(d)
			if *update {
				if err := os.WriteFile(file, []byte(paper+"\n-- statements --\n"+got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			if d.Dropped() != 0 {
				t.Errorf("%d proposals did not pass the gate", d.Dropped())
			}
		})
	}
}

// draftOf makes a draft of a paper in the notation of the golden files.
func draftOf(paper string) *draft.Draft {
	var b strings.Builder
	ed := &chancery.Edition{Number: 1, Language: "en"}
	table, row := 0, 0
	for _, line := range strings.Split(paper, "\n") {
		inner, ok := strings.CutPrefix(line, "| ")
		if !ok {
			row = 0
			b.WriteString(line + "\n")
			continue
		}
		if row == 0 {
			table++
		}
		row++
		for i, c := range strings.Split(strings.TrimSuffix(inner, "|"), " |") {
			start := b.Len()
			b.WriteString(strings.ReplaceAll(strings.TrimSpace(c), "⏎", "\n"))
			if b.Len() > start {
				ed.Layout.Ranges = append(ed.Layout.Ranges, chancery.Range{Start: start, End: b.Len(), Role: chancery.Cell, Table: table, Row: row, Column: i + 1})
			}
			b.WriteString("\t")
		}
		b.WriteString("\n")
	}
	ed.Text = b.String()
	doc := chancery.Document{ID: chancery.NewDocumentID([]byte(ed.Text))}
	return draft.New(doc, ed)
}

// render prints a reading: a line for each entity, then its statements with
// the words they stand on.
func render(d *draft.Draft) string {
	var b strings.Builder
	var last chancery.EntityID
	for _, s := range d.Reading(1, 0).Statements {
		if s.Subject != last {
			last = s.Subject
			id := ""
			if s.Subject.Authority() {
				id = " " + string(s.Subject)
			}
			fmt.Fprintf(&b, "%s%s\n", s.Schema, id)
		}
		fmt.Fprintf(&b, "  %s = %s", s.Property, s.Value)
		if s.Original != "" {
			fmt.Fprintf(&b, " <%s>", strings.Join(strings.Fields(s.Original), " "))
		}
		fmt.Fprintf(&b, "  [%s]\n", s.Rule)
	}
	return b.String()
}

// goldenPapers gives the papers of the golden files, in every language that they have.
func goldenPapers(t testing.TB) []string {
	t.Helper()
	files, _ := filepath.Glob("testdata/*.txt")
	var papers []string
	for _, f := range files {
		c, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		paper, _, _ := strings.Cut(string(c), "\n-- statements --\n")
		papers = append(papers, paper)
	}
	return papers
}

// TestHostile reads random cuttings of the golden papers with every reader:
// nothing panics, every passage quotes its text, and no proposal is dropped for
// its passage.
func TestHostile(t *testing.T) {
	papers := goldenPapers(t)
	rapid.Check(t, func(t *rapid.T) {
		paper := ""
		for range rapid.IntRange(1, 4).Draw(t, "pieces") {
			p := rapid.SampledFrom(papers).Draw(t, "paper")
			a := rapid.IntRange(0, len(p)).Draw(t, "from")
			b := rapid.IntRange(a, min(len(p), a+1500)).Draw(t, "to")
			paper += p[a:b] + rapid.SampledFrom([]string{"", "\n", "(", ")", " 94.1 ", "\u00a0", "\ufffd", "| x | 94.1. Do (Peru); |\n"}).Draw(t, "glue")
		}
		paper = strings.ToValidUTF8(paper, "")
		for name, read := range readers {
			d := draftOf(paper)
			read(d, authority.Base())
			for _, s := range d.Reading(1, 0).Statements {
				if s.Passage.Quote == "" || s.Passage.Quote != d.Text()[s.Passage.Start:s.Passage.End] {
					t.Fatalf("%s: %+v", name, s)
				}
			}
		}
	})
}

// TestLinear shows that ten times the text is at most twelve times the work.
func TestLinear(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, f := range files {
		c, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		paper, _, _ := strings.Cut(string(c), "\n-- statements --\n")
		kind, _, _ := strings.Cut(filepath.Base(f), "-")
		steps := func(n int) int64 {
			d := draftOf(strings.Repeat(paper+"\n", n))
			readers[kind](d, authority.Base())
			return d.Steps()
		}
		if one, ten := steps(10), steps(100); ten > 12*one {
			t.Errorf("%s: %d steps for ten papers, %d for a hundred", filepath.Base(f), one, ten)
		}
	}
}

func FuzzReaders(f *testing.F) {
	f.Add("94. The following enjoy the support of Peru:\n94.1. Ratify (Chile);\n")
	f.Add("Article 1\nThe seat shall be in Cairo.\n")
	for _, paper := range goldenPapers(f) {
		f.Add(paper)
	}
	f.Fuzz(func(t *testing.T, paper string) {
		if len(paper) > 1<<16 || strings.IndexByte(paper, 0) >= 0 {
			t.Skip()
		}
		for _, read := range readers {
			d := draftOf(strings.ToValidUTF8(paper, ""))
			read(d, authority.Base())
			d.Reading(1, 0)
		}
	})
}

// TestRules: what a reading cites is a rule that explains itself, and every
// rule is seen at work in the golden files.
func TestRules(t *testing.T) {
	fired := map[string]bool{}
	files, _ := filepath.Glob("testdata/*.txt")
	for _, f := range files {
		c, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(c), "\n") {
			if i := strings.LastIndex(line, "  ["); i >= 0 && strings.HasPrefix(line, "  ") {
				fired[strings.TrimSuffix(line[i+3:], "]")] = true
			}
		}
	}
	known := map[string]bool{}
	for _, r := range Rules() {
		if known[r.Name] || r.Sentence == "" || len(r.Examples) == 0 || r.Version < 1 {
			t.Errorf("rule %q is named twice or does not explain itself", r.Name)
		}
		known[r.Name] = true
		if !fired[r.Name] {
			t.Errorf("no golden file shows rule %s at work", r.Name)
		}
	}
	for name := range fired {
		if !known[name] {
			t.Errorf("rule %s is cited and not registered", name)
		}
	}
}

// BenchmarkUPR reads one golden report over and over, which is nothing but
// recommendations, and the reports of the folder that CHANCERY_UPR names.
func BenchmarkUPR(b *testing.B) {
	c, err := os.ReadFile("testdata/upr-second-cycle.txt")
	if err != nil {
		b.Fatal(err)
	}
	paper, _, _ := strings.Cut(string(c), "\n-- statements --\n")
	b.Run("dense", func(b *testing.B) { benchUPR(b, paper, 2<<20) })
	b.Run("reports", func(b *testing.B) { benchUPR(b, reports(b), 20<<20) })
}

// reports gives the reports of the folder named by the environment as one text.
func reports(b *testing.B) string {
	b.Helper()
	files, _ := filepath.Glob(filepath.Join(os.Getenv("CHANCERY_UPR"), "*.txt"))
	if os.Getenv("CHANCERY_UPR") == "" || len(files) == 0 {
		b.Skip("CHANCERY_UPR names no folder of reports")
	}
	var all strings.Builder
	for _, f := range files {
		c, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		all.Write(c)
		all.WriteByte('\n')
	}
	return all.String()
}

// benchUPR reads a paper repeated to at least size bytes.
func benchUPR(b *testing.B, paper string, size int) {
	text := strings.Repeat(paper+"\n", size/len(paper)+1)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		d := draftOf(text)
		UPR(d, authority.Base())
		d.Reading(1, 0)
	}
}
