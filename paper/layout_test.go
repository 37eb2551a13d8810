package paper

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chancery"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// open reads a paper that must be readable and checks its layout.
func open(t testing.TB, name string, content []byte) Opened {
	t.Helper()
	o, err := Open(context.Background(), name, content, Limits{})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	checkLayout(t, o.Edition)
	return o
}

// checkLayout holds what every edition promises: clean text, ranges inside it
// on the borders of characters, sorted and nested, pages one after the other.
func checkLayout(t testing.TB, e chancery.Edition) {
	t.Helper()
	if !clean(e.Text) {
		t.Error("the text is not clean")
	}
	var around []chancery.Range
	for i, r := range e.Layout.Ranges {
		if _, err := chancery.Cut("", 1, e.Text, r.Start, r.End); err != nil {
			t.Fatalf("range %d (%s): %v", i, r.Role, err)
		}
		if i > 0 {
			if p := e.Layout.Ranges[i-1]; r.Start < p.Start || r.Start == p.Start && r.End > p.End {
				t.Errorf("range %d (%s %d-%d) stands after %s %d-%d", i, r.Role, r.Start, r.End, p.Role, p.Start, p.End)
			}
		}
		for len(around) > 0 && around[len(around)-1].End <= r.Start {
			around = around[:len(around)-1]
		}
		if n := len(around); n > 0 && r.End > around[n-1].End {
			t.Errorf("range %d (%s %d-%d) reaches out of %s %d-%d", i, r.Role, r.Start, r.End, around[n-1].Role, around[n-1].Start, around[n-1].End)
		}
		around = append(around, r)
	}
	for i, p := range e.Layout.Pages {
		if i > 0 && p.Start != e.Layout.Pages[i-1].End || p.Number != i+1 {
			t.Errorf("page %d does not follow the one before", p.Number)
		}
	}
}

// annotated shows an edition with its ranges as brackets, printed lines aside.
func annotated(e chancery.Edition) string {
	opening, closing := map[int]string{}, map[int]string{}
	for i := len(e.Layout.Pages) - 1; i >= 0; i-- {
		p := e.Layout.Pages[i]
		opening[p.Start] = fmt.Sprintf("{page %d %.0fx%.0f}\n", p.Number, p.Width, p.Height) + opening[p.Start]
	}
	for _, r := range e.Layout.Ranges {
		if r.Role == chancery.Line {
			continue
		}
		tag := string(r.Role)
		if r.Level > 0 {
			tag += fmt.Sprint(r.Level)
		}
		if r.Role == chancery.Cell {
			tag += fmt.Sprintf(" %d.%d.%d", r.Table, r.Row, r.Column)
		}
		if r.Label != "" {
			tag += " " + r.Label
		}
		if r.Target != "" {
			tag += " >" + r.Target
		}
		opening[r.Start] += "<" + tag + "|"
		closing[r.End] += ">"
	}
	var out strings.Builder
	for i := 0; i <= len(e.Text); i++ {
		out.WriteString(closing[i])
		out.WriteString(opening[i])
		if i < len(e.Text) {
			out.WriteByte(e.Text[i])
		}
	}
	return out.String()
}

// golden compares an edition with the golden file of that name.
func golden(t *testing.T, name string, e chancery.Edition) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	got := annotated(e)
	for _, n := range e.Notes {
		got += "\nnote: " + n.Text
	}
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s (-golden +got):\n%s", name, d)
	}
}

// inRole lists the texts in one role.
func inRole(e chancery.Edition, role chancery.Role) []string {
	var out []string
	for _, r := range e.Layout.Ranges {
		if r.Role == role {
			out = append(out, e.Text[r.Start:r.End])
		}
	}
	return out
}
