package election

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Figure is a number that may be known exactly, within bounds, or not at all.
// The zero Figure is not known.
type Figure struct {
	Low, High int // inclusive
	Known     bool
}

// maxFigure bounds every figure read; no electorate is larger.
const maxFigure = 1_000_000

// Exactly gives a figure that is known.
func Exactly(n int) Figure { return Figure{n, n, true} }

// Exact reports whether the figure is known exactly.
func (f Figure) Exact() bool { return f.Known && f.Low == f.High }

// String gives the figure as tables write it: "95", "127 or 128", "".
func (f Figure) String() string {
	switch {
	case !f.Known:
		return ""
	case f.Low == f.High:
		return strconv.Itoa(f.Low)
	}
	return fmt.Sprintf("%d or %d", f.Low, f.High)
}

var reFigure = regexp.MustCompile(`(?i)^(\d{1,7})(?:\s*(?:or|to|/|–|-)\s*(\d{1,7}))?$`)

// ParseFigure reads "95", "120 or 121"; "" is not known, anything else is an
// error by ok.
func ParseFigure(s string) (f Figure, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return Figure{}, true
	}
	m := reFigure.FindStringSubmatch(s)
	if m == nil {
		return Figure{}, false
	}
	low, _ := strconv.Atoi(m[1])
	high := low
	if m[2] != "" {
		high, _ = strconv.Atoi(m[2])
	}
	if low > high {
		low, high = high, low
	}
	return Figure{low, high, true}, high <= maxFigure
}

// minus takes other from f; what is not known of other is taken as 0 to any.
func (f Figure) minus(others ...Figure) Figure {
	for _, o := range others {
		if !f.Known {
			return f
		}
		if !o.Known {
			f.Low = 0
			continue
		}
		f.Low, f.High = max(0, f.Low-o.High), max(0, f.High-o.Low)
	}
	return f
}
