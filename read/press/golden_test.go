package press_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"chancery"
	"chancery/read/draft"
	"chancery/read/press"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// reading reads a text of a language.
func reading(text, lang string) chancery.Reading {
	ed := &chancery.Edition{Document: "d", Number: 1, Text: text, Language: lang}
	d := draft.New(chancery.Document{ID: "d"}, ed)
	press.Read(d, nil)
	return d.Reading(1, 0)
}

// told prints a reading, a line an entity.
func told(r chancery.Reading) string {
	var b strings.Builder
	for i := 0; i < len(r.Statements); {
		s := r.Statements[i]
		b.WriteString("> " + s.Schema)
		for ; i < len(r.Statements) && r.Statements[i].Subject == s.Subject; i++ {
			fmt.Fprintf(&b, " | %s: %s", r.Statements[i].Property, r.Statements[i].Value)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// A golden file holds cases: "=== name", the text, and after it the entities
// that must be read, each on a line that begins with "> ".
func TestGoldens(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no goldens", err)
	}
	for _, f := range files {
		lang := strings.TrimSuffix(filepath.Base(f), ".txt")
		content, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		for i, part := range strings.Split(string(content), "=== ") {
			if i == 0 {
				continue
			}
			name, body, _ := strings.Cut(part, "\n")
			text, want, found := strings.Cut(body, "\n> ")
			if found {
				want = "> " + want
			}
			text = strings.TrimRight(text, "\n")
			got := told(reading(text, lang))
			fmt.Fprintf(&out, "=== %s\n%s\n%s", name, text, got)
			if *update {
				continue
			}
			t.Run(lang+"/"+name, func(t *testing.T) {
				if diff := cmp.Diff(want, got); diff != "" {
					t.Error(diff)
				}
			})
		}
		if *update {
			if err := os.WriteFile(f, []byte(out.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// A text may be cut anywhere, and its words may come in any order.
func TestAnyWords(t *testing.T) {
	content, err := os.ReadFile("testdata/en.txt")
	if err != nil {
		t.Fatal(err)
	}
	shuffle := rand.New(rand.NewPCG(1, 2))
	for part := range strings.SplitSeq(string(content), "=== ") {
		text, _, _ := strings.Cut(part, "\n> ")
		words := strings.Fields(text)
		for n := 0; n < len(words); n += 3 {
			reading(strings.Join(words[n:], " "), "en")
			reading(strings.ToLower(strings.Join(words[:n], " ")), "en")
		}
		shuffle.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		reading(strings.Join(words, " "), "en")
	}
}
