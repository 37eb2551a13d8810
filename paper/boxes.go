package paper

import (
	"unicode/utf8"

	"chancery"
)

// Boxes gives the rectangles on the pages that the passage from start to end
// of an edition's text covers, one for each printed line it touches, in the
// order of the text. Within a line the edges are reckoned from the share of
// its characters, from the right where the line is right-to-left. It is empty
// where the paper has no printed lines.
func Boxes(e chancery.Edition, start, end int) []chancery.Box {
	var out []chancery.Box
	for _, r := range e.Layout.Ranges {
		if r.Start >= end {
			break
		}
		if r.Role != chancery.Line || r.End <= start || len(r.Boxes) != 1 {
			continue
		}
		words := e.Text[r.Start:r.End]
		all := float32(utf8.RuneCountInString(words))
		from := float32(utf8.RuneCountInString(words[:max(0, start-r.Start)])) / all
		to := float32(utf8.RuneCountInString(words[:min(len(words), end-r.Start)])) / all
		b := r.Boxes[0]
		width := b.X1 - b.X0
		if mostlyRightToLeft(words) {
			from, to = 1-to, 1-from
		}
		b.X0, b.X1 = b.X0+from*width, b.X0+to*width
		out = append(out, b)
	}
	return out
}

func mostlyRightToLeft(s string) bool {
	n, all := 0, 0
	for _, r := range s {
		if rightToLeft(r) {
			n++
		}
		all++
	}
	return 2*n > all
}
