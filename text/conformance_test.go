package text

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// conform runs the cases of a segmentation file of the Unicode Character
// Database: code points in hexadecimal, ÷ at a boundary and × at none.
func conform(t *testing.T, name string, segments func(string) []string) {
	b, err := os.ReadFile("testdata/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for line := range strings.Lines(string(b)) {
		line, rules, _ := strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		cases++
		var want []string
		var whole strings.Builder
		for seg := range strings.SplitSeq(strings.Trim(line, "÷ "), " ÷ ") {
			var b strings.Builder
			for code := range strings.SplitSeq(seg, " × ") {
				n, err := strconv.ParseUint(code, 16, 32)
				if err != nil {
					t.Fatal(err)
				}
				b.WriteRune(rune(n))
			}
			want = append(want, b.String())
			whole.WriteString(b.String())
		}
		if got := segments(whole.String()); strings.Join(got, "÷") != strings.Join(want, "÷") {
			t.Errorf("%s\n got %+q\nwant %+q\nrules %s", line, got, want, rules)
		}
	}
	if cases < 500 {
		t.Errorf("only %d cases in %s", cases, name)
	}
}

func TestWordBreak(t *testing.T) {
	conform(t, "WordBreakTest", func(s string) (out []string) {
		for w := range Segments(s) {
			out = append(out, w.Of(s))
		}
		return out
	})
}

// TestSentenceBreak runs on the boundaries before Sentences joins them.
func TestSentenceBreak(t *testing.T) {
	conform(t, "SentenceBreakTest", func(s string) (out []string) {
		it := sentences.FromString(s)
		for it.Next() {
			out = append(out, it.Value())
		}
		return out
	})
}
