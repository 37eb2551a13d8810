package text

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestWordBreak runs the cases of the Unicode Character Database: code points in
// hexadecimal, ÷ at a boundary and × at none.
func TestWordBreak(t *testing.T) {
	b, err := os.ReadFile("testdata/WordBreakTest.txt")
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
		var got []string
		for w := range Segments(whole.String()) {
			got = append(got, w.Of(whole.String()))
		}
		if strings.Join(got, "÷") != strings.Join(want, "÷") {
			t.Errorf("%s\n got %+q\nwant %+q\nrules %s", line, got, want, rules)
		}
	}
	if cases < 500 {
		t.Errorf("only %d cases", cases)
	}
}
