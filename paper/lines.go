package paper

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// line is a printed line: what stands on one baseline, in logical order.
// Lengths are in points from the top left corner of the page.
type line struct {
	text           string
	marks          [][2]int // raised small figures in text, half-open bytes
	doubts         [][2]int // words that machine reading was unsure of, half-open bytes
	x0, y0, x1, y1 float32
	base           float32 // the baseline
	size           float32 // of most of its characters
	first          float32 // width of its first word
	white          float32 // the widest between two of its words
	bold           bool    // all letters are
	rtl            bool
	turned         bool // set at an angle: a stamp, a barcode, a label of a chart
	whites         []white
	table          *tabulation // stands here in place of its lines
}

// white is the white between two words: all before it in the text stands on one
// side of it and all after it on the other.
type white struct {
	at     int // byte of the space or tab in the text
	x0, x1 float32
}

// setLines groups the characters of a page into lines. They come in the order
// of the content stream, which in papers made by word processors, browsers and
// typesetters is the order of reading across columns and cells; within a line
// only the places on the page are trusted.
func setLines(gs []glyph) []line {
	var out []line
	var current []glyph
	finish := func() {
		if ink(current) {
			out = append(out, setLine(current))
		}
		current = nil
	}
	for _, g := range gs {
		switch {
		case g.r == '\r' || g.r == '\n':
			current = append(current, glyph{r: '\n'})
			continue
		case len(current) > 0 && g.x1-g.x0 > 0.01 && !sameLine(current, g):
			finish()
		}
		current = append(current, g)
	}
	finish()
	return out
}

func ink(gs []glyph) bool {
	return slices.ContainsFunc(gs, func(g glyph) bool { return g.solid() })
}

// solid says that a character leaves ink on the page.
func (g glyph) solid() bool { return !unicode.IsSpace(g.r) && g.x1-g.x0 > 0.01 }

// sameLine says that g continues the line: its middle lies in the band of the
// line's letters, and it does not turn back behind them. PDFium's own line
// ends are taken as hints only, since it makes them within lines too.
func sameLine(line []glyph, g glyph) bool {
	ended, size, letters := false, float32(1), 0
	var bottoms []float32
	for i := len(line) - 1; i >= 0 && letters < 8; i-- {
		p := line[i]
		switch {
		case p.r == '\n':
			ended = ended || letters == 0
		case p.solid() && p.angle > 0.1:
			return g.angle > 0.1 && !ended
		case p.solid() && p.size >= 0.9*size:
			if p.size > 1.1*size { // what came behind it is a raised mark
				bottoms = bottoms[:0]
			}
			letters++
			size = max(size, p.size)
			if unicode.IsLetter(p.r) || unicode.IsDigit(p.r) {
				bottoms = append(bottoms, p.y1)
			}
		}
	}
	base := line[0].y1 // where there are nothing but signs so far
	if n := len(bottoms); n > 0 {
		slices.Sort(bottoms)
		base = bottoms[(n-1)/2]
	}
	if g.angle > 0.1 {
		return false
	}
	middle, reach := (g.y0+g.y1)/2, max(size, 0.6*g.size)
	if middle < base-0.95*reach || middle > base+0.32*size {
		return false
	}
	higher := size < posterSize && g.size >= 0.9*size && base-g.y1 > 0.4*size && (unicode.IsLetter(g.r) || unicode.IsDigit(g.r)) && !rightToLeft(g.r)
	if !ended && !higher {
		return true
	}
	left, right := edges(line)
	if higher && g.x0 > right+0.3*size {
		return false // in a cell beside this one, set half a line higher
	}
	if !ended {
		return true
	}
	return g.x0 > right-0.3*size || rightToLeft(g.r) && g.x1 < left+0.3*size
}

// posterSize is that from which type is of posters, whose words stand at any height.
const posterSize = 20

func edges(line []glyph) (left, right float32) {
	left, right = math.MaxFloat32, -math.MaxFloat32
	for _, g := range line {
		if g.solid() {
			left, right = min(left, g.x0), max(right, g.x1)
		}
	}
	return left, right
}

// setLine makes a line of its characters.
func setLine(gs []glyph) line {
	l := line{size: commonSize(gs), x0: math.MaxFloat32, y0: math.MaxFloat32, bold: true}
	var bottoms []float32
	letters, rtl := 0, 0
	for _, g := range gs {
		if !g.solid() {
			continue
		}
		l.x0, l.x1 = min(l.x0, g.x0), max(l.x1, g.x1)
		l.y0, l.y1 = min(l.y0, g.y0), max(l.y1, g.y1)
		l.turned = l.turned || g.angle > 0.1
		if g.size > 0.9*l.size && (unicode.IsLetter(g.r) || unicode.IsDigit(g.r)) {
			bottoms = append(bottoms, g.y1)
		}
		if unicode.IsLetter(g.r) {
			l.bold = l.bold && g.bold
			letters++
			if rightToLeft(g.r) {
				rtl++
			}
		}
	}
	l.bold = l.bold && letters > 0
	l.base = baseline(bottoms, l.y1)
	l.rtl = rtl > 0 && 2*rtl >= letters
	if rtl > 0 {
		gs = logical(gs, l.rtl, l.size)
	} else {
		gs = l.tabbed(gs)
	}
	l.write(gs)
	return l
}

// baseline gives the commonest bottom of letters, to half a point.
func baseline(bottoms []float32, otherwise float32) float32 {
	counts := map[float32]int{}
	best := otherwise
	for _, b := range bottoms {
		k := float32(math.Round(float64(b)*2) / 2)
		if counts[k]++; counts[k] > counts[best] || counts[k] == counts[best] && k < best {
			best = k
		}
	}
	return best
}

func commonSize(gs []glyph) float32 {
	counts := map[float32]int{}
	var best float32
	for _, g := range gs {
		if g.solid() {
			k := float32(math.Round(float64(g.size)*10) / 10)
			if counts[k]++; counts[k] > counts[best] || counts[k] == counts[best] && k > best {
				best = k
			}
		}
	}
	return best
}

// tabGap is the width of white, in ems, that separates columns of a table or
// a number from its text rather than words: it is written as a tab.
const tabGap = 1.6

// tabbed gives the inked characters of a line with one space or tab wherever
// there is white between them. A line whose words all stand equally far apart
// is a justified one and has no tabs.
func (l *line) tabbed(gs []glyph) []glyph {
	size := l.size
	out := make([]glyph, 0, len(gs))
	var gaps []float32
	white := false
	for _, g := range gs {
		if !g.solid() {
			white = white || unicode.IsSpace(g.r)
			continue
		}
		if n := len(out); n > 0 {
			if gap := g.x0 - out[n-1].x1; white || gap > tabGap*size {
				out = append(out, glyph{r: ' ', x0: out[n-1].x1, x1: g.x0})
				gaps = append(gaps, gap)
				l.white = max(l.white, gap)
			}
		}
		out, white = append(out, g), false
	}
	if justified(gaps, size) {
		return out
	}
	for i := range out {
		if out[i].r == ' ' && out[i].x1-out[i].x0 > tabGap*size {
			out[i].r = '\t'
		}
	}
	return out
}

func justified(gaps []float32, size float32) bool {
	return len(gaps) > 1 && slices.Max(gaps) < 1.2*slices.Min(gaps) && slices.Max(gaps) < 4*size
}

// write sets the text of a line from its characters in logical order, which
// have a space or tab wherever there is white.
func (l *line) write(gs []glyph) {
	var b strings.Builder
	mark := -1
	var before glyph
	for _, g := range gs {
		blank := g.r == ' ' || g.r == '\t'
		raised := !blank && l.raised(g)
		if mark >= 0 && !raised {
			l.marks = append(l.marks, [2]int{mark, b.Len()})
			mark = -1
		}
		if raised && mark < 0 {
			mark = b.Len()
		}
		if blank {
			l.whites = append(l.whites, white{at: b.Len()})
		}
		if blank && l.first == 0 {
			if l.first = before.x1 - l.x0; l.rtl {
				l.first = l.x1 - before.x0
			}
		}
		b.WriteString(shown(g.r))
		b.WriteString(g.over)
		before = g
	}
	if mark >= 0 {
		l.marks = append(l.marks, [2]int{mark, b.Len()})
	}
	if l.first == 0 {
		l.first = l.x1 - l.x0
	}
	l.text = b.String()
	l.measureWhites(gs)
}

// measureWhites gives the whites their places, and drops those that do not part
// the line: in lines of two scripts words do not follow each other on the page
// as they do in the text.
func (l *line) measureWhites(gs []glyph) {
	n, left, right := 0, float32(math.MaxFloat32), float32(-math.MaxFloat32)
	for _, g := range gs {
		if g.r != ' ' && g.r != '\t' {
			left, right = min(left, g.x0), max(right, g.x1)
			continue
		}
		if l.whites[n].x0 = right; l.rtl {
			l.whites[n].x1 = left
		}
		n++
	}
	left, right = math.MaxFloat32, -math.MaxFloat32
	for _, g := range slices.Backward(gs) {
		if g.r != ' ' && g.r != '\t' {
			left, right = min(left, g.x0), max(right, g.x1)
			continue
		}
		n--
		if l.rtl {
			l.whites[n].x0 = right
		} else {
			l.whites[n].x1 = left
		}
	}
	l.whites = slices.DeleteFunc(l.whites, func(w white) bool { return w.x1-w.x0 < leastGutter*l.size })
}

// raised says that a character is the small raised figure of a footnote.
func (l *line) raised(g glyph) bool {
	return g.size < 0.8*l.size && g.y1 < l.base-0.15*l.size && (unicode.IsDigit(g.r) || unicode.IsLetter(g.r) || strings.ContainsRune("*†‡§", g.r))
}

// shown gives a character as it is written in the text: ligatures and the
// presentation forms of Arabic letters are how a font draws them, not what
// they are, and PDFium's signs for a hyphen at a line end are hyphens.
func shown(r rune) string {
	switch {
	case r == 0x02 || r == 0xFFFE || r == 0xAD:
		return "-"
	case r >= 0xFB00 && r <= 0xFB06, r >= 0xFB50 && r <= 0xFDFF && r != 0xFDFD, r >= 0xFE70 && r <= 0xFEFC:
		return norm.NFKC.String(string(r))
	case r == '\t':
		return "\t"
	case r >= 0xF000 && r <= 0xF0FF: // a symbol font
		return "•"
	case r < ' ', r >= 0x7F && r < 0xA0:
		return ""
	}
	return string(r)
}

// rightToLeft says that a character is a letter of a script written so.
func rightToLeft(r rune) bool {
	return r >= 0x0590 && r <= 0x08FF && !unicode.IsDigit(r) && unicode.IsLetter(r) || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC
}

// logical puts the characters of a line that holds right-to-left script into
// the order of reading. PDFium turns such runs about by itself, but by the
// chunks in which a program drew them, so that some words come out reversed.
// The places on the page do not err: characters are laid out from left to
// right, then runs are turned as the bidirectional algorithm would have shown
// them (UAX 9, rules N0 to L2, for one level of nesting).
func logical(gs []glyph, rtl bool, size float32) []glyph {
	var visual []glyph
	gs = overlaid(gs)
	spaced := spaces(gs)
	order := solidOrder(gs)
	for n, i := range order {
		if n > 0 {
			switch a := order[n-1]; {
			case gs[i].x0-gs[a].x1 > tabGap*size:
				visual = append(visual, glyph{r: '\t'})
			case apart(gs, a, i, spaced, size):
				visual = append(visual, glyph{r: ' '})
			}
		}
		visual = append(visual, gs[i])
	}
	if rtl {
		slices.Reverse(visual)
		turn(visual, leftToRight())
		pairBrackets(visual)
	} else {
		turn(visual, rightToLeftRun)
	}
	return visual
}

// overlaid puts each vowel sign on the letter under it. A font may draw both
// as one and give both the box of the sign.
func overlaid(gs []glyph) []glyph {
	out := make([]glyph, 0, len(gs))
	for _, g := range gs {
		if !unicode.Is(unicode.Mn, g.r) {
			out = append(out, g)
		}
	}
	for _, sign := range gs {
		if !unicode.Is(unicode.Mn, sign.r) {
			continue
		}
		best, least := -1, float32(math.MaxFloat32)
		for i, g := range out {
			if d := abs(g.x0 + g.x1 - sign.x0 - sign.x1); g.solid() && rightToLeft(g.r) && d < least {
				best, least = i, d
			}
		}
		if best >= 0 {
			out[best].over += string(sign.r)
			out[best].vague = out[best].y0 == sign.y0 && out[best].y1 == sign.y1
		}
	}
	return out
}

// spaces lists the pairs of characters between which the stream has a space.
func spaces(gs []glyph) map[[2]int]bool {
	out := map[[2]int]bool{}
	last, space := -1, false
	for i, g := range gs {
		if !g.solid() {
			space = true
			continue
		}
		if last >= 0 {
			out[[2]int{last, i}] = space
			out[[2]int{i, last}] = space
		}
		last, space = i, false
	}
	return out
}

// apart says that two neighbours on the page belong to different words: as the
// stream says where they are neighbours there too, else by their distance.
func apart(gs []glyph, a, b int, spaced map[[2]int]bool, size float32) bool {
	gap := gs[b].x0 - gs[a].x1
	if gs[a].vague || gs[b].vague {
		return spaced[[2]int{a, b}] && gap > 0.45*size
	}
	if s, ok := spaced[[2]int{a, b}]; ok {
		return gap > 0.35*size || s && gap > 0.15*size
	}
	return gap > 0.24*size
}

// solidOrder gives the places of the inked characters from left to right.
// Characters of one ligature share a box: alef stands left of lam.
func solidOrder(gs []glyph) []int {
	var order []int
	for i, g := range gs {
		if g.solid() {
			order = append(order, i)
		}
	}
	key := func(i int) float32 { return (gs[i].x0 + gs[i].x1) / 2 }
	slices.SortStableFunc(order, func(a, b int) int {
		if math.Abs(float64(key(a)-key(b))) < 0.02 {
			return cmp.Compare(ligature(gs[a].r), ligature(gs[b].r))
		}
		return cmp.Compare(key(a), key(b))
	})
	return order
}

func ligature(r rune) int {
	switch r {
	case 'ا', 'أ', 'إ', 'آ':
		return -1
	case 'ل':
		return 1
	}
	return 0
}

// turn reverses in place every maximal run that the function finds.
func turn(gs []glyph, run func([]glyph) int) {
	for i := 0; i < len(gs); {
		if n := run(gs[i:]); n > 0 {
			slices.Reverse(gs[i : i+n])
			i += n
			continue
		}
		i++
	}
}

// leftToRight finds the length of a run of Latin or Cyrillic words or of one
// number at the start of gs, ends included. A hyphen joins two numbers where no
// right-to-left word stands before them: behind one, years of a span stand from
// right to left.
func leftToRight() func([]glyph) int {
	behind := false
	return func(gs []glyph) int {
		end, letters := 0, false
		joins := ".,/:-–%'"
		switch g := gs[0]; {
		case rightToLeft(g.r):
			behind = true
		case g.r == '\t' || unicode.IsLetter(g.r):
			behind = false
		}
		if behind {
			joins = ".,/:%'"
		}
		for i, g := range gs {
			switch {
			case unicode.IsLetter(g.r) && !rightToLeft(g.r):
				end, letters = i+1, true
			case unicode.IsDigit(g.r):
				if end == i || letters || i-end == 1 && strings.ContainsRune(joins, gs[i-1].r) {
					end = i + 1
				}
			case rightToLeft(g.r) || i-end > 3 || g.r == '\t': // a tab parts cells
				return end
			case i == 0:
				return 0
			}
		}
		return end
	}
}

// rightToLeftRun is the same for right-to-left words in a left-to-right line.
func rightToLeftRun(gs []glyph) int {
	end := 0
	for i, g := range gs {
		switch {
		case rightToLeft(g.r):
			end = i + 1
		case unicode.IsLetter(g.r) || unicode.IsDigit(g.r) || i-end > 3 || i == 0 || g.r == '\t':
			return end
		}
	}
	return end
}

// pairBrackets makes a bracket open before a word and close after one. Fonts
// and PDFium mirror them or not, so the character found says nothing.
func pairBrackets(gs []glyph) {
	for i, g := range gs {
		k := strings.IndexRune("()[]", g.r)
		if k < 0 {
			continue
		}
		open := i+1 < len(gs) && !unicode.IsSpace(gs[i+1].r) && (i == 0 || unicode.IsSpace(gs[i-1].r))
		shut := i > 0 && !unicode.IsSpace(gs[i-1].r) && (i+1 == len(gs) || unicode.IsSpace(gs[i+1].r) || unicode.IsPunct(gs[i+1].r))
		switch {
		case open && !shut:
			gs[i].r = rune("(([["[k])
		case shut && !open:
			gs[i].r = rune("))]]"[k])
		}
	}
}
