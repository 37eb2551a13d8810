package text

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// Segments yields every segment of s between two word boundaries of UAX 29,
// white space and punctuation included; together they are s.
func Segments(s string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		it := words.FromString(s)
		for it.Next() {
			if !yield(Span{it.Start(), it.End()}) {
				return
			}
		}
	}
}

// Words gives the segments that hold a letter or a digit, in order:
// "the UN's 3.5 per cent" has the words "the", "UN's", "3.5", "per", "cent".
func Words(s string) []Span {
	out := make([]Span, 0, len(s)/6)
	for w := range Segments(s) {
		if wordlike(s[w.Start:w.End]) {
			out = append(out, w)
		}
	}
	return out
}

// wordlike reports whether a segment holds a letter or a digit. A segment
// mostly shows it in its first character.
func wordlike(seg string) bool {
	if c := seg[0]; len(seg) == 1 || c < utf8.RuneSelf && alnum(c) {
		return alnum(c)
	}
	for _, r := range seg {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

func alnum(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
}
