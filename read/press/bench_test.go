package press_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chancery"
	"chancery/authority"
	"chancery/read/draft"
	"chancery/read/press"
)

// sample gives the texts of the English goldens as one paper of about n bytes.
func sample(tb testing.TB, n int) string {
	tb.Helper()
	content, err := os.ReadFile("testdata/en.txt")
	if err != nil {
		tb.Fatal(err)
	}
	var b strings.Builder
	for _, part := range strings.Split(string(content), "=== ")[1:] {
		_, body, _ := strings.Cut(part, "\n")
		text, _, _ := strings.Cut(body, "\n> ")
		if !strings.HasPrefix(text, "---") {
			b.WriteString(text + "\n\n")
		}
	}
	return strings.Repeat(b.String(), n/b.Len()+1)
}

// steps reads a text and gives the work counted.
func steps(text string) int64 {
	ed := &chancery.Edition{Document: "d", Number: 1, Text: text, Language: "en"}
	d := draft.New(chancery.Document{ID: "d"}, ed)
	press.Read(d, authority.Base())
	return d.Steps()
}

// Ten times the text costs at most twelve times the steps.
func TestWorkIsLinear(t *testing.T) {
	text := sample(t, 1)
	if one, ten := steps(text), steps(strings.Repeat(text, 10)); ten > 12*one {
		t.Errorf("10 times the text costs %d steps against %d: more than 12 times", ten, one)
	}
}

// Nor does a sentence without an end cost its square.
func TestWorkIsLinearInASentence(t *testing.T) {
	for _, text := range []string{"She was appointed President of Chad and ", "He met Eva Novak, ", "Norway and Kenya signed an agreement and "} {
		if one, ten := steps(strings.Repeat(text, 400)), steps(strings.Repeat(text, 4000)); ten > 12*one {
			t.Errorf("10 times %q costs %d steps against %d: more than 12 times", text, ten, one)
		}
	}
}

// BenchmarkRead reads the texts of the goldens, dense with facts, and, where
// CHANCERY_PRESS names a folder of press texts, those repeated to 20 MB.
func BenchmarkRead(b *testing.B) {
	texts := map[string]string{"dense": sample(b, 1<<20)}
	if dir := os.Getenv("CHANCERY_PRESS"); dir != "" {
		texts["corpus"] = corpus(b, dir)
	}
	for name, text := range texts {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				steps(text)
			}
		})
	}
}

// corpus gives the texts of a folder as one paper of 20 MB.
func corpus(b *testing.B, dir string) string {
	b.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) == 0 {
		b.Fatalf("no texts in %s: %v", dir, err)
	}
	var all strings.Builder
	for _, f := range files {
		content, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		all.Write(content)
		all.WriteString("\n\n")
	}
	return strings.Repeat(all.String(), (20<<20)/all.Len()+1)
}

func BenchmarkOnePaper(b *testing.B) {
	text := sample(b, 1)[:3000]
	for b.Loop() {
		steps(text)
	}
}
