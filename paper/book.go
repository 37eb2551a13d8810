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

// book is a PDF as printed lines on leaves, before it is set into one text.
type book struct {
	leaves []leaf
	size   float32 // of running text: the commonest
	lead   map[float32]float32
}

// leaf is one page. Lines are in the order of reading, their roles beside them.
type leaf struct {
	number        int
	width, height float32
	lines         []line
	roles         []chancery.Role // "" is running text
	broken        bool            // PDFium could not load it
	empty         bool            // it has neither text nor picture
	scanned       bool            // its lines were read from its picture
}

// write sets the pages into the sheet: on each its headers, running text,
// footnotes and footers. A paragraph that runs on to the next page is one
// range, with what stands between inside it.
func (b *book) write(s *sheet) {
	b.measure()
	b.findFurniture()
	b.findFootnotes()
	b.linkTables()
	t := &typesetter{book: b, sheet: s, words: b.vocabulary()}
	t.habits()
	for i := range b.leaves {
		t.leaf(&b.leaves[i])
	}
	t.endParagraph()
	t.endTable()
	t.title()
}

// measure finds the size of running text and the usual distance of lines by size.
func (b *book) measure() {
	sizes, leads := map[float32]int{}, map[float32]map[float32]int{}
	var last *tabulation
	for i := range b.leaves {
		f := &b.leaves[i]
		last = f.findTables(last)
		f.roles = make([]chancery.Role, len(f.lines))
		f.lines = attach(f.lines)
		f.straighten()
		for j, l := range f.lines {
			if l.table != nil {
				f.roles[j] = chancery.Table
			}
			sizes[l.size] += utf8.RuneCountInString(l.text)
			if j == 0 || f.lines[j-1].size != l.size {
				continue
			}
			if d := l.base - f.lines[j-1].base; d > 0.8*l.size && d < 2.2*l.size {
				if leads[l.size] == nil {
					leads[l.size] = map[float32]int{}
				}
				leads[l.size][float32(math.Round(float64(d)*2)/2)]++
			}
		}
	}
	b.size = commonest(sizes)
	b.lead = map[float32]float32{}
	for size, counts := range leads {
		b.lead[size] = commonest(counts)
	}
}

// commonest gives the key counted most, the smaller of two counted alike.
func commonest(counts map[float32]int) float32 {
	var best float32
	for k, n := range counts {
		if n > counts[best] || n == counts[best] && k < best {
			best = k
		}
	}
	return best
}

func (b *book) leading(size float32) float32 {
	if d := b.lead[size]; d > 0 {
		return d
	}
	return 1.2 * size
}

// straighten puts the lines of a page into the order of the page where the
// order of the content stream jumps up and down within a column, as pages made
// by design programs do. Turned lines go last.
func (f *leaf) straighten() {
	jumps := 0
	for i := 1; i < len(f.lines); i++ {
		a, c := f.lines[i-1], f.lines[i]
		if c.y1 < a.y0 && min(a.x1, c.x1)-max(a.x0, c.x0) > 0.3*min(a.x1-a.x0, c.x1-c.x0) {
			jumps++
		}
	}
	if jumps > 3 && jumps*8 > len(f.lines) {
		f.lines = cut(f.lines)
	} else {
		f.lines = raise(f.lines)
	}
	slices.SortStableFunc(f.lines, func(a, c line) int {
		switch {
		case a.turned == c.turned:
			return 0
		case c.turned:
			return -1
		}
		return 1
	})
}

// attach joins a mark or number that a program drew apart to the line it stands before.
func attach(lines []line) []line {
	var out []line
	for i, l := range lines {
		if utf8.RuneCountInString(l.text) <= 4 && loneMark.MatchString(l.text) && !l.turned {
			if j := slices.IndexFunc(lines, func(m line) bool { return m.stands(l) }); j >= 0 && j != i {
				m := &lines[j]
				for k := range m.marks {
					m.marks[k][0] += len(l.text) + 1
					m.marks[k][1] += len(l.text) + 1
				}
				if !strings.HasSuffix(l.text, ".") && !strings.HasSuffix(l.text, ")") && l.size < 0.8*m.size {
					m.marks = slices.Insert(m.marks, 0, [2]int{0, len(l.text)})
				}
				m.text = l.text + "\t" + m.text
				m.x0, m.y0, m.x1, m.y1 = min(m.x0, l.x0), min(m.y0, l.y0), max(m.x1, l.x1), max(m.y1, l.y1)
				l.text = ""
				lines[i].text = ""
			}
		}
	}
	for _, l := range lines {
		if l.text != "" || l.table != nil {
			out = append(out, l)
		}
	}
	return out
}

var loneMark = regexp.MustCompile(`^(?:[*†‡]{1,3}|\(?[\p{L}\p{Nd}]{1,3}[.)]?)$`)

// stands says that the line begins right behind the mark l, on its baseline.
func (m line) stands(l line) bool {
	if m.turned || m.text == "" || l.y1 > m.y1+1 || l.y1 < m.base-0.9*m.size {
		return false
	}
	gap := m.x0 - l.x1
	if m.rtl {
		gap = l.x0 - m.x1
	}
	return gap > -1 && gap < 3*m.size
}

// raise moves a stretch of lines that a program drew late, such as the masthead
// of a first page, before those that stand wholly beneath it.
func raise(lines []line) []line {
	type stretch struct {
		lines          []line
		x0, y0, x1, y1 float32
	}
	var all []stretch
	for i, l := range lines {
		if i == 0 || !follows(lines[i-1], l) || l.base-lines[i-1].base > 4*max(l.size, lines[i-1].size) {
			all = append(all, stretch{x0: l.x0, y0: l.y0, x1: l.x1, y1: l.y1})
		}
		s := &all[len(all)-1]
		s.lines = append(s.lines, l)
		s.x0, s.y0, s.x1, s.y1 = min(s.x0, l.x0), min(s.y0, l.y0), max(s.x1, l.x1), max(s.y1, l.y1)
	}
	if len(all) > 100 {
		return lines // a drawing, not a page of text
	}
	for i := 1; i < len(all); i++ {
		for j := i; j > 0 && all[j-1].y0 > all[j].y1-1 && min(all[j-1].x1, all[j].x1) > max(all[j-1].x0, all[j].x0); j-- {
			all[j-1], all[j] = all[j], all[j-1]
		}
	}
	out := lines[:0:0]
	for _, s := range all {
		out = append(out, s.lines...)
	}
	return out
}

// cut orders lines by the white between them: a gutter from top to bottom
// divides columns, white from side to side divides blocks (the recursive XY cut).
func cut(lines []line) []line {
	if len(lines) < 2 {
		return lines
	}
	if left, right, ok := divide(lines, func(l line) (float32, float32) { return l.x0, l.x1 }, 8); ok && len(left) > 1 && len(right) > 1 {
		if mostly(lines) {
			left, right = right, left
		}
		return append(cut(left), cut(right)...)
	}
	if top, bottom, ok := divide(lines, func(l line) (float32, float32) { return l.y0, l.y1 }, 0.5); ok {
		return append(cut(top), cut(bottom)...)
	}
	out := slices.Clone(lines)
	slices.SortStableFunc(out, func(a, c line) int {
		return cmp.Or(cmp.Compare(a.base, c.base), cmp.Compare(a.x0, c.x0))
	})
	return out
}

func mostly(lines []line) bool {
	n := 0
	for _, l := range lines {
		if l.rtl {
			n++
		}
	}
	return 2*n > len(lines)
}

// divide parts the lines at the widest white along one axis, at least as wide as asked.
func divide(lines []line, extent func(line) (float32, float32), least float32) (before, after []line, ok bool) {
	order := slices.Clone(lines)
	slices.SortStableFunc(order, func(a, c line) int {
		x, _ := extent(a)
		y, _ := extent(c)
		return cmp.Compare(x, y)
	})
	at, widest, reach := 0, least, float32(-math.MaxFloat32)
	for i, l := range order {
		from, to := extent(l)
		if i > 0 && from-reach > widest {
			at, widest = i, from-reach
		}
		reach = max(reach, to)
	}
	return order[:at], order[at:], at > 0
}

var (
	figures = regexp.MustCompile(`\p{Nd}+`)
	barcode = regexp.MustCompile(`^[*\s\p{Nd}•]{5,}$`)
	// jobNumber is the United Nations' number of a document job: "GE.25-02819 (E)".
	jobNumber = regexp.MustCompile(`^[A-Z]{1,3}\.\d{2}-\d{4,6}\b`)
	pageNo    = regexp.MustCompile(`^(?i:(?:page|p\.|с\.|стр\.|бет|صفحة|-|–|—)?\s*(?:\p{Nd}{1,4}|[ivxl]{1,6})\s*(?:(?:/|of|из|sur|de|من)\s*\p{Nd}{1,4})?\s*[-–—]?)$`)
)

// edgeZone is the part of a page's height in which headers and footers stand.
const edgeZone = 0.12

// findFurniture marks page headers and footers: lines at the edge of the page
// that repeat at the same height on other pages, figures aside, bare page
// numbers, and what stands beyond them.
func (b *book) findFurniture() {
	type place struct {
		key    string
		height int // to four points
		bottom bool
	}
	seen := map[place]int{}
	places := func(f *leaf, l line) []place {
		bottom := l.y0 > f.height*(1-edgeZone)
		if l.turned || l.table != nil || !bottom && l.y1 > f.height*edgeZone {
			return nil
		}
		key := figures.ReplaceAllString(strings.Join(strings.Fields(l.text), " "), "#")
		h := int(l.base / 4)
		return []place{{key, h, bottom}, {key, h + 1, bottom}}
	}
	for i := range b.leaves {
		f, once := &b.leaves[i], map[place]bool{}
		for _, l := range f.lines {
			for _, p := range places(f, l) {
				if !once[p] {
					once[p] = true
					seen[p]++
				}
			}
		}
	}
	symbols := map[string]bool{}
	for i := range b.leaves {
		f := &b.leaves[i]
		for j, l := range f.lines {
			if l.y0 > 0.8*f.height && (jobNumber.MatchString(l.text) || barcode.MatchString(l.text)) {
				f.roles[j] = chancery.Footer
				continue
			}
			ps := places(f, l)
			if len(ps) == 0 {
				continue
			}
			repeated := max(seen[ps[0]], seen[ps[1]]) > 1 && !f.flows(l, b.leading(l.size))
			if repeated || pageNo.MatchString(strings.TrimSpace(l.text)) && f.outermost(l) {
				f.roles[j] = edgeRole(ps[0].bottom)
				for _, w := range strings.Fields(l.text) {
					if len(w) >= 6 && figures.MatchString(w) {
						symbols[w] = true
					}
				}
			}
		}
	}
	lowest := b.footHeight()
	for i := range b.leaves {
		b.leaves[i].growFurniture(symbols, lowest)
	}
}

// footHeight gives the usual top of the footers found, as a part of the
// page's height; more than 1 where there are none.
func (b *book) footHeight() float32 {
	var tops []float32
	for _, f := range b.leaves {
		for j, l := range f.lines {
			if f.roles[j] == chancery.Footer {
				tops = append(tops, l.y0/f.height)
			}
		}
	}
	if len(tops) == 0 {
		return 2
	}
	slices.Sort(tops)
	return tops[len(tops)/2]
}

// flows says that a line is part of running text: another of its size stands
// next to it, towards the middle of the page, at the usual distance.
func (f *leaf) flows(l line, leading float32) bool {
	bottom := l.y0 > f.height/2
	return slices.ContainsFunc(f.lines, func(m line) bool {
		d := m.base - l.base
		if bottom {
			d = -d
		}
		return d > 0.5*l.size && d < 1.1*leading && abs(m.size-l.size) < 0.3 && min(m.x1, l.x1)-max(m.x0, l.x0) > 0.5*min(m.x1-m.x0, l.x1-l.x0)
	})
}

// outermost says that no other line lies between l and the edge of the page it is near.
func (f *leaf) outermost(l line) bool {
	bottom := l.y0 > f.height/2
	return !slices.ContainsFunc(f.lines, func(m line) bool {
		return bottom && m.y0 > l.y1 || !bottom && m.y1 < l.y0
	})
}

func edgeRole(bottom bool) chancery.Role {
	if bottom {
		return chancery.Footer
	}
	return chancery.Header
}

// growFurniture takes in what belongs to a footer but stands on one page
// alone: the job number with its language and date on a first page, a barcode,
// and lines beyond a footer or header already found.
func (f *leaf) growFurniture(symbols map[string]bool, lowest float32) {
	foot, head := lowest*f.height-4, float32(-1)
	for j, l := range f.lines {
		switch f.roles[j] {
		case chancery.Footer:
			foot = min(foot, l.y0)
		case chancery.Header:
			head = max(head, l.y1)
		}
	}
	for j, l := range f.lines {
		if f.roles[j] != "" || l.turned {
			continue
		}
		bottom := l.y0 > f.height*(1-edgeZone)
		switch {
		case bottom && (l.y0 >= foot-1 || names(l.text, symbols)):
			f.roles[j] = chancery.Footer
		case l.y1 <= head+1 && l.y1 < f.height*edgeZone:
			f.roles[j] = chancery.Header
		}
	}
}

func names(text string, symbols map[string]bool) bool {
	return slices.ContainsFunc(strings.Fields(text), func(w string) bool { return symbols[w] })
}

// findFootnotes marks the lines at the foot of a page that are set smaller
// than running text, from the first that opens with a mark; without a mark
// where they go on from the page before. Endnotes, which stand under a heading
// of a word or two, may fill whole pages.
func (b *book) findFootnotes() {
	going, endnotes := false, false
	for i := range b.leaves {
		f := &b.leaves[i]
		order := f.bodyOrder()
		start := len(order)
		for start > 0 && f.lines[order[start-1]].size < b.size-0.45 {
			start--
		}
		small := order[start:]
		first := slices.IndexFunc(small, func(j int) bool { return opensNote(f.lines[j]) })
		if going && len(small) > 0 && (start > 0 && !endnotes || start == 0 && endnotes) {
			first = 0
		}
		if going = first >= 0; !going {
			endnotes = false
			continue
		}
		if above := start + first - 1; start > 0 && above >= 0 {
			endnotes = len(strings.Fields(f.lines[order[above]].text)) <= 2
		}
		for _, j := range small[first:] {
			f.roles[j] = chancery.Footnote
		}
	}
}

// bodyOrder lists the lines that are no furniture from top to bottom.
func (f *leaf) bodyOrder() []int {
	var order []int
	for j := range f.lines {
		if f.roles[j] == "" && !f.lines[j].turned {
			order = append(order, j)
		}
	}
	slices.SortStableFunc(order, func(a, c int) int { return cmp.Compare(f.lines[a].base, f.lines[c].base) })
	return order
}

var noteMark = regexp.MustCompile(`^(?:\p{Nd}{1,4}|[*†‡§]{1,3}|[a-z])[\s\t]`)

// opensNote says that a line begins with a raised mark, or with a figure or
// sign set off from the words after it.
func opensNote(l line) bool {
	return len(l.marks) > 0 && l.marks[0][0] == 0 || noteMark.MatchString(l.text)
}

// vocabulary counts the words of the paper, to tell a hyphen that divides a
// word from one that belongs to it.
func (b *book) vocabulary() map[string]int {
	words := map[string]int{}
	for _, f := range b.leaves {
		for _, l := range f.lines {
			for _, w := range hyphenated(strings.TrimSuffix(l.text, "-")) {
				words[strings.ToLower(w)]++
			}
		}
	}
	return words
}

func hyphenated(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
}
