package paper

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery"
)

// A PDF says where words stand and not that they are a table. Here a table is
// found by the white between its columns: a gutter that no word of several
// rows crosses. Everything is in the order of the content stream, in which
// word processors and browsers draw a table cell by cell: that tells the
// second line of a cell from the next row.
const (
	wideWhite   = 0.9  // ems of white that may part two columns
	leastGutter = 0.25 // ems that a gutter keeps over all rows
	sameBase    = 0.45 // ems between the baselines of what stands side by side
	rowReach    = 5    // ems from one line of a table to the next, at most
	tabularMost = 4000 // lines of a page that is looked at
	columnsMost = 24
)

// extent is a stretch from left to right, in points.
type extent struct{ x0, x1 float32 }

// tabulation is a table on one page, or all of one that goes on over pages.
type tabulation struct {
	extent
	y0, y1  float32
	free    []extent // the white that no row crosses, both margins included
	rtl     bool
	edges   []extent // of the words in each column
	rows    []tabRow
	follows bool        // it goes on with the last table of the page before
	begun   *tabulation // the part with which it begins
}

// tabRow is a row: the words of each column, in the order of reading.
type tabRow struct {
	cells  [][]cellLine
	across bool // its words cross the gutters: a row of one cell
	head   bool // it repeats the head of a table that began on an earlier page
}

// cellLine is a printed line of a cell and the page it stands on.
type cellLine struct {
	line
	leaf *leaf
}

// band is what stands side by side at one height.
type band struct {
	parts  []part
	base   float32
	size   float32
	across bool // crosses the gutters around it
}

// part is a stretch of a line between two wide whites.
type part struct {
	extent
	line, from, to int // place of the line in the page, bytes of its text
}

// findTables takes the tables out of the lines of a page and leaves for each
// one line in its place.
func (f *leaf) findTables(before *tabulation) (last *tabulation) {
	if f.scanned || f.broken || len(f.lines) < 3 || len(f.lines) > tabularMost {
		return nil
	}
	all := f.bands()
	var found []*tabulation
	taken := map[int]*tabulation{}
	end := 0
	for i := 0; i < len(all); {
		r := f.grow(all, i, end, before)
		if r == nil {
			i++
			continue
		}
		i = max(i+1, r.end)
		t := f.tabulate(all[r.start:r.end], r, before)
		if t == nil {
			continue
		}
		before, end = nil, r.end
		found = append(found, t)
		for _, s := range all[r.start:r.end] {
			for _, p := range s.parts {
				taken[p.line] = t
			}
		}
		last = nil
		if len(all)-r.end <= 4 {
			last = t
		}
	}
	if len(found) == 0 {
		return nil
	}
	var lines []line
	placed := map[*tabulation]bool{}
	for j, l := range f.lines {
		switch t := taken[j]; {
		case t == nil:
			lines = append(lines, l)
		case !placed[t]:
			placed[t] = true
			lines = append(lines, line{table: t, x0: t.x0, x1: t.x1, y0: t.y0, y1: t.y1, base: t.y1})
		}
	}
	f.lines = lines
	return last
}

// bands sets the lines of a page side by side by their baselines.
func (f *leaf) bands() []band {
	order := make([]int, 0, len(f.lines))
	for j, l := range f.lines {
		if !l.turned && l.text != "" {
			order = append(order, j)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(f.lines[a].base, f.lines[b].base) })
	var out []band
	for _, j := range order {
		l := f.lines[j]
		if n := len(out); n == 0 || !f.beside(out[n-1], l) {
			out = append(out, band{base: l.base, size: l.size})
		}
		s := &out[len(out)-1]
		s.size = max(s.size, l.size)
		s.parts = append(s.parts, l.parts(j, func(w white) bool { return w.x1-w.x0 > wideWhite*l.size })...)
	}
	return out
}

// beside says that a line stands on the baseline of a band. Letters of a
// right-to-left script reach so far below it that a piece of a word seems to
// have one of its own.
func (f *leaf) beside(s band, l line) bool {
	return l.base-s.base <= sameBase*min(l.size, s.size) || l.rtl && slices.ContainsFunc(s.parts, func(p part) bool {
		a := f.lines[p.line]
		return max(l.x0-p.x1, p.x0-l.x1) < 0.3*l.size && 2*(min(l.y1, a.y1)-max(l.y0, a.y0)) > min(l.y1-l.y0, a.y1-a.y0)
	})
}

// parts cuts a line at some of its whites.
func (l *line) parts(at int, here func(white) bool) []part {
	return l.divide(part{extent{l.x0, l.x1}, at, 0, len(l.text)}, here)
}

func (l *line) divide(p part, here func(white) bool) []part {
	var out []part
	for _, w := range l.whites {
		if w.at <= p.from || w.at >= p.to || !here(w) {
			continue
		}
		q := p
		q.to, p.from = w.at, w.at+1
		if l.rtl {
			q.x0, p.x1 = w.x1, w.x0
		} else {
			q.x1, p.x0 = w.x0, w.x1
		}
		out = append(out, q)
	}
	return append(out, p)
}

// region is a run of bands that leave gutters free.
type region struct {
	start, end int
	free       []extent
	known      band // the columns of the page before, where the table goes on from there
}

// grow finds the bands from one on that leave the same gutters free.
func (f *leaf) grow(all []band, at, least int, before *tabulation) *region {
	if before != nil && at < 4 {
		r := &region{start: at, end: at, free: before.free, known: before.edge()}
		s, free, ok := f.fits(all[at], r, nil)
		if n := s.columns(free); ok && n > 1 && (n >= len(free)-2 || 3*r.aligned(f, s, nil, true) >= 2*len(s.parts)) {
			all[at], r.free, r.end = s, free, at+1
			f.down(all, r)
			f.lift(all, r, least)
			return r
		}
	}
	if len(all[at].parts) < 2 {
		return nil
	}
	r := &region{start: at, end: at, free: wholePage}
	f.down(all, r)
	seed := at
	for i := at; i < r.end; i++ {
		if len(all[i].parts) > len(all[seed].parts) {
			seed = i
		}
	}
	r.start, r.end, r.free = seed, seed, wholePage
	f.down(all, r)
	f.up(all, r, at)
	f.lift(all, r, least)
	return r
}

// edge gives the columns of a table as a band.
func (t *tabulation) edge() band {
	var b band
	for _, e := range t.edges {
		b.parts = append(b.parts, part{extent: e})
	}
	return b
}

// lift takes in what stands above the first line of a table that has words in
// two columns: a head of two lines beside one that is set lower, which is drawn
// before it, or whose second line begins in small letters.
func (f *leaf) lift(all []band, r *region, least int) {
	first := all[r.start].parts[0].line
	heads := func(p part) bool {
		return p.line > first || slices.ContainsFunc(all[r.start].parts, func(q part) bool {
			c, _ := utf8.DecodeRuneInString(f.lines[q.line].text[q.from:])
			return unicode.IsLower(c) && min(p.x1, q.x1) > max(p.x0, q.x0)
		})
	}
	for r.start > least && all[r.start].base-all[r.start-1].base < 1.6*all[r.start].size && slices.ContainsFunc(all[r.start-1].parts, heads) {
		s, free, ok := f.fits(all[r.start-1], r, all[r.start:min(r.end, r.start+20)])
		if !ok {
			return
		}
		r.start--
		all[r.start], r.free = s, free
		for _, p := range s.parts {
			first = min(first, p.line)
		}
	}
}

var wholePage = []extent{{-math.MaxFloat32, math.MaxFloat32}}

// aligned counts the words of a band that begin where those of other bands, or of
// the table's columns on the page before, do, or are centred under them.
func (r *region) aligned(f *leaf, s band, with []band, centred bool) int {
	n := 0
	for _, p := range s.parts {
		rtl := f.lines[p.line].rtl
		at := func(q part) bool {
			return !rtl && abs(p.x0-q.x0) < 1.5 || rtl && abs(p.x1-q.x1) < 1.5 || centred && abs(p.x0+p.x1-q.x0-q.x1) < 3
		}
		if slices.ContainsFunc(r.known.parts, at) || slices.ContainsFunc(with, func(b band) bool { return slices.ContainsFunc(b.parts, at) }) {
			n++
		}
	}
	return n
}

// down takes in the bands below while they leave the gutters free. Up to two
// lines may cross them: a row of one cell names what stands under it.
func (f *leaf) down(all []band, r *region) {
	crossing := 0
	for i := r.end; i < len(all); i++ {
		if i > r.start && all[i].base-all[i-1].base > rowReach*max(all[i].size, all[i-1].size) {
			break
		}
		s, free, ok := f.fits(all[i], r, all[max(r.start, r.end-20):r.end])
		if ok && crossing > 0 {
			ok = 3*r.aligned(f, s, all[max(r.start, r.end-20):r.end], true) >= 2*len(s.parts)
		}
		if !ok {
			if crossing++; crossing > 2 || i == r.start || all[i].size > 1.15*all[i-1].size {
				break
			}
			continue
		}
		all[i], r.free, r.end, crossing = s, free, i+1, 0
	}
	r.cross(all)
}

// up does the same upward from the start, as far as least.
func (f *leaf) up(all []band, r *region, least int) {
	crossing := 0
	for i := r.start - 1; i >= least; i-- {
		if all[i+1].base-all[i].base > rowReach*max(all[i].size, all[i+1].size) {
			break
		}
		s, free, ok := f.fits(all[i], r, all[r.start:min(r.end, r.start+20)])
		if !ok {
			if crossing++; crossing > 2 {
				break
			}
			continue
		}
		all[i], r.free, r.start, crossing = s, free, i, 0
	}
	r.cross(all)
}

// columns counts the columns in which a band has words.
func (s band) columns(free []extent) int {
	n, last := 0, -1
	for _, p := range s.parts {
		c := 0
		for c+2 < len(free) && free[c+1].x0 < p.x0 {
			c++
		}
		if c != last {
			n, last = n+1, c
		}
	}
	return n
}

// cross marks the bands that cross a gutter of the region.
func (r *region) cross(all []band) {
	for i := r.start; i < r.end; i++ {
		all[i].across = slices.ContainsFunc(all[i].parts, func(p part) bool {
			return slices.ContainsFunc(r.gutters(), func(g extent) bool { return p.x0 < g.x0 && p.x1 > g.x1 })
		})
	}
}

// gutters are the free whites without the margins.
func (r *region) gutters() []extent { return r.free[1 : len(r.free)-1] }

// fits takes the words of a band out of the white left free. Where they cross a
// gutter they are cut at a white of their own, if that fills most columns and
// the white is wider than those between words, or what is so cut begins where
// the columns of other bands do. It is false where a gutter would close or none
// be left.
func (f *leaf) fits(s band, r *region, with []band) (band, []extent, bool) {
	for _, wide := range [...]bool{true, false} {
		b, free, ok := f.cut(s, r.free, wide)
		if !ok {
			continue
		}
		if len(b.parts) == len(s.parts) {
			return b, free, true
		}
		columns, filled := len(free)-1, b.columns(free)
		most := filled == columns || columns > 3 && filled == columns-1
		if most && wide || (most || wide) && r.aligned(f, b, with, false) == len(b.parts) {
			return b, free, true
		}
	}
	return s, r.free, false
}

func (f *leaf) cut(s band, free []extent, wide bool) (band, []extent, bool) {
	if len(s.parts) > 8*columnsMost {
		return s, free, false
	}
	var parts []part
	gutters := free[1:max(1, len(free)-1)]
	for _, p := range s.parts {
		parts = append(parts, f.lines[p.line].cutAcross(p, gutters, wide)...)
	}
	left := slices.Clone(free)
	for _, p := range parts {
		left = without(left, p.extent, leastGutter*s.size)
	}
	for _, g := range gutters {
		if !slices.ContainsFunc(left, func(h extent) bool { return h.x0 >= g.x0 && h.x1 <= g.x1 }) {
			return s, free, false
		}
	}
	if len(left) < 3 || len(left) > columnsMost+1 {
		return s, free, false
	}
	s.parts = parts
	return s, left, true
}

// cutAcross cuts a part where it crosses a gutter, if it has a white there.
func (l *line) cutAcross(p part, gutters []extent, wide bool) []part {
	if !slices.ContainsFunc(gutters, func(g extent) bool { return p.x0 < g.x0 && p.x1 > g.x1 }) {
		return []part{p}
	}
	least := float32(0)
	if wide {
		least = 1.5 * l.usualWhite(p)
	}
	var cuts []white
	for _, g := range gutters {
		var widest white
		for _, w := range l.whites {
			if p.x0 < g.x0 && p.x1 > g.x1 && w.x1-w.x0 > max(least, widest.x1-widest.x0) && min(w.x1, g.x1)-max(w.x0, g.x0) > leastGutter*l.size {
				widest = w
			}
		}
		cuts = append(cuts, widest)
	}
	return l.divide(p, func(w white) bool { return slices.Contains(cuts, w) })
}

// usualWhite gives the middle width of the whites of a part.
func (l *line) usualWhite(p part) float32 {
	var all []float32
	for _, w := range l.whites {
		if w.at > p.from && w.at < p.to {
			all = append(all, w.x1-w.x0)
		}
	}
	if len(all) < 3 {
		return 0.28 * l.size
	}
	slices.Sort(all)
	return max(leastGutter*l.size, all[len(all)/2])
}

// without takes an extent out of others, dropping what is left too narrow.
func without(from []extent, x extent, least float32) []extent {
	var out []extent
	for _, e := range from {
		if x.x1 <= e.x0 || x.x0 >= e.x1 {
			out = append(out, e)
			continue
		}
		if x.x0-e.x0 > least {
			out = append(out, extent{e.x0, x.x0})
		}
		if e.x1-x.x1 > least {
			out = append(out, extent{x.x1, e.x1})
		}
	}
	return out
}

// tabulate makes a table of a region, nil where it is none.
func (f *leaf) tabulate(all []band, r *region, before *tabulation) *tabulation {
	t := &tabulation{extent: extent{math.MaxFloat32, -math.MaxFloat32}, y0: math.MaxFloat32, y1: -math.MaxFloat32, free: r.free}
	t.follows = before != nil && len(before.free) == len(r.free)
	letters, arabic := 0, 0
	for _, s := range all {
		for _, p := range s.parts {
			l := f.lines[p.line]
			t.x0, t.x1, t.y0, t.y1 = min(t.x0, p.x0), max(t.x1, p.x1), min(t.y0, l.y0), max(t.y1, l.y1)
			if l.rtl {
				arabic++
			}
			letters++
		}
	}
	t.rtl = 2*arabic > letters
	t.edges = make([]extent, len(r.free)-1)
	for i := range t.edges {
		t.edges[i] = extent{math.MaxFloat32, -math.MaxFloat32}
	}
	for _, s := range all {
		for _, p := range s.parts {
			if !s.across {
				e := &t.edges[t.column(p.extent)]
				e.x0, e.x1 = min(e.x0, p.x0), max(e.x1, p.x1)
			}
		}
	}
	starts := f.rowStarts(all, t)
	for i, s := range all {
		if starts[i] {
			t.rows = append(t.rows, tabRow{cells: make([][]cellLine, len(r.free)-1), across: s.across})
		}
		t.rows[len(t.rows)-1].add(f, t, s)
	}
	if !t.follows && !t.strict() {
		return nil
	}
	return t
}

// add sets the words of a band into the cells of a row.
func (r *tabRow) add(f *leaf, t *tabulation, s band) {
	parts := slices.Clone(s.parts)
	slices.SortStableFunc(parts, func(a, b part) int {
		if t.rtl {
			return cmp.Compare(b.x1, a.x1)
		}
		return cmp.Compare(a.x0, b.x0)
	})
	for _, p := range parts {
		c := t.column(p.extent)
		r.cells[c] = append(r.cells[c], cellLine{f.lines[p.line].stretch(p), f})
	}
}

// column gives the column, from 0, in which words stand or begin.
func (t *tabulation) column(e extent) int {
	n := len(t.free) - 1
	for c := range n {
		left, right := t.free[c].x1, t.free[c+1].x0
		at := min(e.x0+1, (e.x0+e.x1)/2)
		if t.rtl {
			at = max(e.x1-1, (e.x0+e.x1)/2)
		}
		if at >= left-1 && at <= right+1 {
			if t.rtl {
				return n - 1 - c
			}
			return c
		}
	}
	return 0
}

// stretch gives a part of a line as a line of its own.
func (l line) stretch(p part) line {
	from, to := p.from, p.to
	for from < to && (l.text[from] == ' ' || l.text[from] == '\t') {
		from++
	}
	out := l
	out.text, out.x0, out.x1 = strings.ReplaceAll(l.text[from:to], "\t", " "), p.x0, p.x1
	out.marks, out.doubts, out.whites = nil, nil, nil
	out.first = p.x1 - p.x0
	for _, w := range l.whites {
		if w.at > from && w.at < to {
			if out.first = w.x0 - p.x0; l.rtl {
				out.first = p.x1 - w.x1
			}
			break
		}
	}
	for _, m := range l.marks {
		if m[0] >= from && m[1] <= to {
			out.marks = append(out.marks, [2]int{m[0] - from, m[1] - from})
		}
	}
	return out
}

// rowStarts says of each band whether a row begins with it. A band that was
// drawn before something above it belongs to the row of that: the lines of a
// cell are drawn one after the other, and a row cell by cell.
func (f *leaf) rowStarts(all []band, t *tabulation) []bool {
	from := make([]int, len(all)+1) // the first line drawn of this band and those below
	from[len(all)] = math.MaxInt
	for i := len(all) - 1; i >= 0; i-- {
		from[i] = from[i+1]
		for _, p := range all[i].parts {
			from[i] = min(from[i], p.line)
		}
	}
	var groups []band // what is of one row for sure, its base that of the first line
	var ends []float32
	var leads []float32                     // from line to line of a cell
	bases := make([]float32, len(t.free)-1) // of the last line in each column of a group
	starts := make([]bool, len(all))
	upTo := -1
	for i, s := range all {
		if starts[i] = from[i] > upTo; starts[i] {
			groups, ends = append(groups, band{base: s.base, size: s.size, across: s.across}), append(ends, 0)
			clear(bases)
		}
		g := &groups[len(groups)-1]
		for _, p := range s.parts {
			upTo = max(upTo, p.line)
			above := &bases[t.column(p.extent)]
			if *above > 0 && s.base-*above > sameBase*s.size {
				leads = append(leads, s.base-*above)
			}
			*above = s.base
		}
		g.parts = append(g.parts, s.parts...)
		ends[len(ends)-1] = s.base
	}
	reach := float32(0)
	if len(leads) > 0 {
		slices.Sort(leads)
		reach = 1.15 * leads[len(leads)/2]
	}
	n, others := 0, false
	for i := range starts {
		if !starts[i] {
			continue
		}
		g := groups[n]
		if n > 0 {
			starts[i] = f.parted(groups[n-1], g, t, g.base-ends[n-1], reach, others)
		}
		if starts[i] {
			others = false
		}
		others = others || slices.ContainsFunc(g.parts, func(p part) bool { return t.column(p.extent) > 0 })
		n++
	}
	return starts
}

// above gives the last words of a band in the column of a part.
func (t *tabulation) above(a band, p part) *part {
	c := t.column(p.extent)
	for i := range slices.Backward(a.parts) {
		if t.column(a.parts[i].extent) == c {
			return &a.parts[i]
		}
	}
	return nil
}

// parted says that b, which the order of drawing leaves open, begins a row of
// its own rather than going on with the cells of a, which end so much above it.
// Reach is how far the lines of one cell stand apart, 0 where no cell is known
// to have two; others says that the row of a has words beside its first column.
func (f *leaf) parted(a, b band, t *tabulation, down, reach float32, others bool) bool {
	known := reach > 0
	if !known {
		reach = 1.5 * max(a.size, b.size)
	}
	first := slices.IndexFunc(b.parts, func(p part) bool { return t.column(p.extent) == 0 })
	switch {
	case down > reach:
		return true
	case down < 0.95*b.size: // a cell set in the middle of its row
		return false
	case a.across || b.across:
		return !a.across || !b.across
	case first < 0:
		return false
	case len(b.parts) > 1:
		return others || !f.runsOn(a, b.parts[first], t, known)
	case known && others:
		return true // a second line of the name would stand before the other cells
	}
	p := t.above(a, b.parts[0])
	return p == nil || t.ends(0, f.lines[p.line].stretch(*p), f.lines[b.parts[0].line].stretch(b.parts[0]))
}

// runsOn says that the first column of a goes on in p, the other cells of the
// row being set lower: in small letters or behind a hyphen or, where the
// distance is known to be that of lines, because it found no room.
func (f *leaf) runsOn(a band, p part, t *tabulation, known bool) bool {
	q := t.above(a, p)
	if q == nil {
		return false
	}
	above, below := f.lines[q.line].stretch(*q), f.lines[p.line].stretch(p)
	first, _ := utf8.DecodeRuneInString(below.text)
	return unicode.IsLower(first) || strings.HasSuffix(above.text, "-") || known && !t.ends(0, above, below)
}

// ends says that a line of a cell ended before it had to: the first word of the
// next would have fitted behind it.
func (t *tabulation) ends(c int, a, next line) bool {
	room := t.edges[c].x1 - a.x1
	if t.rtl {
		room = a.x0 - t.edges[c].x0
	}
	return room > next.first+0.4*a.size
}

var (
	leaders = regexp.MustCompile(`\.{4}|(?:\. ){4}|…{2}|_{4}`)
	listed  = regexp.MustCompile(`^(?:[•●▪■–—*-]|\(?[\p{L}\p{Nd}]{1,4}[.)]?|\p{Nd}{1,3}(?:\.\p{Nd}{1,3})+\.?)$`)
)

// strict says that rows and columns are those of a table and not of something
// that only stands side by side: columns of running text, a list with its
// numbers, a table of contents, signatures, the lines of a letterhead.
func (t *tabulation) strict() bool {
	rows, full, led, titled, prose := 0, 0, 0, 0, 0
	for _, r := range t.rows {
		if r.across {
			if first, _ := utf8.DecodeRuneInString(wordsIn(r.cells[0])); unicode.IsLower(first) {
				prose++
			}
			continue
		}
		rows++
		if r.filled() > 1 {
			full++
		}
		if slices.ContainsFunc(r.cells, func(c []cellLine) bool { return leaders.MatchString(wordsIn(c)) }) {
			led++
		}
		if strings.HasSuffix(wordsIn(r.cells[0]), ":") {
			titled++
		}
	}
	if rows < 3 || 5*full < 4*rows || 4*led > rows || 2*titled > rows || 2*(len(t.rows)-rows) > rows || 4*prose > len(t.rows)-rows {
		return false
	}
	first := 0 // column behind the numbers of a list
	for first < len(t.free)-1 && t.most(first, listed.MatchString) {
		first++
	}
	running := 0
	for c := first; c < len(t.free)-1; c++ {
		if t.most(c, func(s string) bool { r, _ := utf8.DecodeRuneInString(s); return unicode.IsLower(r) }) {
			running++
		}
	}
	switch columns := len(t.free) - 1; {
	case running > 1 || columns-first < 2:
		return false
	case columns > 2:
		return true
	}
	return rows > 3 && 5*(len(t.rows)-rows) <= rows && t.most(1, figured)
}

// figured says that a cell holds a date or an amount: a quarter of it is figures.
func figured(s string) bool {
	digits := 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	return 4*digits >= utf8.RuneCountInString(s)
}

// most says that most cells of a column that are not empty pass.
func (t *tabulation) most(column int, pass func(string) bool) bool {
	n, of := 0, 0
	for _, r := range t.rows {
		if w := wordsIn(r.cells[column]); w != "" && !r.across {
			of++
			if pass(w) {
				n++
			}
		}
	}
	return 2*n > of
}

// filled counts the cells of a row that hold words.
func (r *tabRow) filled() int {
	n := 0
	for _, c := range r.cells {
		if len(c) > 0 {
			n++
		}
	}
	return n
}

// wordsIn gives the words of a cell on one line.
func wordsIn(c []cellLine) string {
	var all []string
	for _, l := range c {
		all = append(all, strings.Fields(l.text)...)
	}
	return strings.Join(all, " ")
}

// linkTables joins the parts of tables that go on over pages: a head that is
// repeated there is no row, and a row that a page divides is one row.
func (b *book) linkTables() {
	var open *tabulation
	for i := range b.leaves {
		f := &b.leaves[i]
		for j, l := range f.lines {
			switch {
			case l.table == nil && f.roles[j] == "":
				open = nil
			case l.table == nil:
			case open != nil && l.table.follows:
				open.goOn(l.table)
				l.table.begun = open.begun
				open = l.table
			default:
				l.table.follows, l.table.begun = false, l.table
				open = l.table
			}
		}
	}
}

// goOn marks the rows of the next part that repeat the head, and takes the rest
// of a row that the page divided.
func (t *tabulation) goOn(next *tabulation) {
	n := 0
	for n < len(next.rows) && n < len(t.begun.rows) {
		rest, ok := next.rows[n].behind(t.begun.rows[n])
		if !ok {
			break
		}
		next.rows[n].head = true
		if n++; rest.filled() > 0 { // it stands close under the head
			next.rows = slices.Insert(next.rows, n, rest)
			break
		}
	}
	if n == len(next.rows) || len(t.rows) == 0 || !t.divided(next.rows[n]) {
		return
	}
	last := &t.rows[len(t.rows)-1]
	for c, lines := range next.rows[n].cells {
		last.cells[c] = append(last.cells[c], lines...)
	}
	next.rows = slices.Delete(next.rows, n, n+1)
}

// behind takes what stands in a row behind the words of the head; false where
// it does not begin with them.
func (r *tabRow) behind(head tabRow) (rest tabRow, ok bool) {
	rest.cells = make([][]cellLine, len(r.cells))
	own := make([][]cellLine, len(r.cells))
	for c, lines := range r.cells {
		words, n := wordsIn(head.cells[c]), 0
		for n < min(len(lines), 2*len(head.cells[c])) && wordsIn(lines[:n]) != words {
			n++
		}
		if own[c], rest.cells[c] = lines[:n], lines[n:]; wordsIn(own[c]) != words {
			return tabRow{}, false
		}
	}
	r.cells = own
	return rest, true
}

// divided says that a row at the top of a page is the rest of the last one on
// the page before: it has nothing in the first column, which all others fill,
// or goes on there in small letters with nothing else, or without what all fill.
func (t *tabulation) divided(r tabRow) bool {
	last := t.rows[len(t.rows)-1]
	if r.across || last.across {
		return false
	}
	if len(r.cells[0]) == 0 {
		return t.always(0)
	}
	alone := r.filled() == 1
	first, _ := utf8.DecodeRuneInString(r.cells[0][0].text)
	for c := 1; c < len(r.cells); c++ {
		alone = alone || len(r.cells[c]) == 0 && t.always(c)
	}
	return alone && unicode.IsLower(first)
}

// always says that no row but one in ten leaves a column empty.
func (t *tabulation) always(column int) bool {
	n, of := 0, 0
	for _, r := range t.rows {
		if !r.across {
			of++
			n += min(1, len(r.cells[column]))
		}
	}
	return 10*n >= 9*of
}

// tabulation writes the part of a table that stands on a page: cells divided by
// tabs, rows by line ends, and the lines of a cell that could have gone on by
// line ends too.
func (t *typesetter) tabulation(f *leaf, x *tabulation) {
	s := t.sheet
	if !x.follows {
		t.endTable()
		s.tables++
		t.table = &openTable{start: s.at(), number: s.tables}
	}
	for _, r := range x.rows {
		start := s.at()
		if !r.head {
			t.table.rows++
		}
		var boxes []chancery.Box
		for c, lines := range r.cells {
			if c > 0 {
				s.write("\t")
			}
			at := s.at()
			cell := chancery.Range{Role: chancery.Cell, Table: t.table.number, Row: t.table.rows, Column: c + 1}
			for i, l := range lines {
				if i > 0 {
					t.within(x, c, lines[i-1].line, l.line)
				}
				t.printed(l.leaf, l.line, true)
				cell.Boxes = append(cell.Boxes, l.box(l.leaf))
			}
			if boxes = append(boxes, cell.Boxes...); !r.head {
				s.mark(at, cell)
			}
		}
		if r.head {
			s.mark(start, chancery.Range{Role: chancery.Header, Boxes: boxes})
		}
		t.table.end = s.at()
		s.write("\n")
	}
}

// within writes what stands between two lines of a cell.
func (t *typesetter) within(x *tabulation, c int, a, l line) {
	last, _ := utf8.DecodeLastRuneInString(a.text)
	first, _ := utf8.DecodeRuneInString(l.text)
	switch gap := max(l.x0-a.x1, a.x0-l.x1); {
	case abs(l.base-a.base) < sameBase*a.size:
		if gap > 0.15*a.size {
			t.sheet.write(" ")
		}
	case (last == '-' || last == '–') && unicode.IsDigit(first):
	case x.ends(c, a, l):
		t.sheet.write("\n")
	default:
		t.join(a, l)
	}
}

// openTable is the table being written.
type openTable struct{ start, end, number, rows int }

// endTable gives the open table its range.
func (t *typesetter) endTable() {
	if t.table != nil {
		t.sheet.ranges = append(t.sheet.ranges, chancery.Range{Start: t.table.start, End: t.table.end, Role: chancery.Table, Table: t.table.number})
		t.table = nil
	}
}
