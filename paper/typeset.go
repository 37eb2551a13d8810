package paper

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery"
)

// typesetter writes a book into the sheet, joining lines to paragraphs.
type typesetter struct {
	book  *book
	sheet *sheet
	words map[string]int
	habit int // above 0 where the paper divides words at line ends

	open  []line // the lines of the paragraph being written
	start int    // where it begins
	last  int    // where its text ends so far, without what stands between pages
	boxes []chancery.Box
	run   column // around the line being written
	past  column // around the line before it
	heads []head
	table *openTable
}

// column is a stretch of lines that go down one column: its edges tell whether a
// line is full.
type column struct {
	left, right float32
	others      int // lines it was measured by beside the line itself
}

func (c column) width() float32 { return c.right - c.left }

// head is a paragraph that may be a heading, for the choice of the title.
type head struct {
	index int // into sheet.ranges
	size  float32
	page  int
}

func (t *typesetter) leaf(f *leaf) {
	s := t.sheet
	start := s.at()
	if len(t.open) > 0 {
		s.newline() // the paragraph may go on after this page's header
		start = s.at()
	}
	page := chancery.Page{Number: f.number, Width: f.width, Height: f.height}
	t.furniture(f, chancery.Header)
	body := f.with("", chancery.Table)
	for i, l := range body {
		if l.table != nil {
			t.endParagraph()
			t.tabulation(f, l.table)
			continue
		}
		t.endTable()
		t.past, t.run = t.run, columnAt(body, i)
		t.line(f, l)
	}
	if rest := f.with(chancery.Footnote); len(rest) > 0 || len(f.with(chancery.Footer)) > 0 {
		t.pause()
		t.notes(f, rest)
		t.furniture(f, chancery.Footer)
	}
	page.Scanned = f.scanned || len(f.lines) == 0 && !f.broken && !f.empty
	if len(f.lines) == 0 {
		switch {
		case f.empty:
			s.note("paper.emptyPage", "page %d is empty", f.number)
		case f.scanned:
			s.note("paper.noTextOnPage", "page %d has no text of its own, only a picture in which none was found", f.number)
		}
		t.endParagraph()
		s.write("\n")
	}
	page.Start, page.End = start, s.at()
	s.pages = append(s.pages, page)
	if n := len(s.pages); n > 1 {
		s.pages[n-2].End = start
	}
}

// with lists the lines of a page in some roles.
func (f *leaf) with(roles ...chancery.Role) []line {
	var out []line
	for j, l := range f.lines {
		if slices.Contains(roles, f.roles[j]) {
			out = append(out, l)
		}
	}
	return out
}

// follows says that c stands under a in the same column.
func follows(a, c line) bool {
	return c.base > a.base && min(a.x1, c.x1) > max(a.x0, c.x0) || c.base == a.base
}

// columnAt measures the column around a line by its neighbours of the same
// size, up to eight on either side and as far as the lines stand close.
func columnAt(lines []line, at int) column {
	c := column{left: lines[at].x0, right: lines[at].x1}
	take := func(l line) {
		if abs(l.size-lines[at].size) < 0.3 {
			c.left, c.right, c.others = min(c.left, l.x0), max(c.right, l.x1), c.others+1
		}
	}
	close := func(a, b line) bool { return follows(a, b) && b.base-a.base < 2.5*max(a.size, b.size) }
	for i := at; i > 0 && i > at-8 && close(lines[i-1], lines[i]); i-- {
		take(lines[i-1])
	}
	for i := at + 1; i < len(lines) && i < at+8 && close(lines[i-1], lines[i]); i++ {
		take(lines[i])
	}
	return c
}

// furniture writes the headers or footers of a page, a line each.
func (t *typesetter) furniture(f *leaf, role chancery.Role) {
	for _, l := range f.with(role) {
		t.pause()
		start := t.sheet.at()
		t.sheet.write(l.text)
		t.sheet.mark(start, chancery.Range{Role: role, Boxes: []chancery.Box{l.box(f)}})
		t.sheet.newline()
	}
}

func (l line) box(f *leaf) chancery.Box {
	return chancery.Box{Page: f.number, X0: l.x0, Y0: l.y0, X1: l.x1, Y1: l.y1}
}

// notes writes the footnotes of a page, each from its mark to the next.
func (t *typesetter) notes(f *leaf, lines []line) {
	s := t.sheet
	for len(lines) > 0 {
		n := 1
		for n < len(lines) && !opensNote(lines[n]) {
			n++
		}
		start := s.at()
		r := chancery.Range{Role: chancery.Footnote, Label: noteLabel(lines[0])}
		for i, l := range lines[:n] {
			if i > 0 {
				t.join(lines[i-1], l)
			}
			r.Boxes = append(r.Boxes, l.box(f))
			t.printed(f, l, false)
		}
		s.mark(start, r)
		s.newline()
		lines = lines[n:]
	}
}

func noteLabel(l line) string {
	if len(l.marks) > 0 && l.marks[0][0] == 0 {
		return l.text[:l.marks[0][1]]
	}
	if noteMark.MatchString(l.text) {
		return strings.Fields(l.text)[0]
	}
	return ""
}

// printed writes a line with its box and the footnote marks in it.
func (t *typesetter) printed(f *leaf, l line, marks bool) {
	s := t.sheet
	start := s.at()
	s.write(l.text)
	if marks {
		for _, m := range l.marks {
			s.ranges = append(s.ranges, chancery.Range{Start: start + m[0], End: start + m[1], Role: chancery.FootnoteMark, Target: l.text[m[0]:m[1]]})
		}
	}
	for _, d := range l.doubts {
		s.ranges = append(s.ranges, chancery.Range{Start: start + d[0], End: start + d[1], Role: chancery.Doubtful})
	}
	s.mark(start, chancery.Range{Role: chancery.Line, Boxes: []chancery.Box{l.box(f)}})
}

// line writes a line of running text, into the open paragraph or a new one.
func (t *typesetter) line(f *leaf, l line) {
	if len(t.open) > 0 && !t.continues(f, l) {
		t.endParagraph()
	}
	if lead := len(label.FindString(l.text)); strings.Contains(l.text[lead:], "\t") && !tabular(l, t.run) {
		l.text = l.text[:lead] + strings.ReplaceAll(l.text[lead:], "\t", " ")
	}
	switch {
	case len(t.open) == 0:
		t.start = t.sheet.at()
	case t.last < t.sheet.at(): // something stands between: the line break is there already
	default:
		t.join(t.open[len(t.open)-1], l)
	}
	t.printed(f, l, true)
	t.open, t.boxes, t.last = append(t.open, l), append(t.boxes, l.box(f)), t.sheet.at()
}

// pause puts a line end after the open paragraph without ending it.
func (t *typesetter) pause() {
	if len(t.open) > 0 {
		t.sheet.newline()
	}
}

// join writes what stands between two lines of a paragraph: a space; nothing
// after a hyphen of the word's own; after a hyphen that divides a word, the
// line break, marked with it.
func (t *typesetter) join(a, l line) {
	s := t.sheet
	left, ok := strings.CutSuffix(a.text, "-")
	if !ok || left == "" || !letterAtEnd(left) || !letterAtStart(l.text) {
		s.write(" ")
		return
	}
	if t.divides(left, l.text) {
		s.write("\n")
		s.ranges[len(s.ranges)-1].End = s.at() // the printed line, so that the mark nests in it
		s.mark(s.at()-2, chancery.Range{Role: chancery.Hyphen})
	}
}

func letterAtEnd(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}

func letterAtStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r) || unicode.IsLetter(r) && !unicode.IsUpper(r)
}

// divides says that the hyphen between two lines divides a word: the whole
// word is found elsewhere in the paper more often than the compound. Where
// neither is, the paper's other line ends decide whether it divides words at all.
func (t *typesetter) divides(left, right string) bool {
	if d := t.evidence(left, right); d != 0 {
		return d > 0
	}
	return t.habit > 0
}

// evidence is positive for a divided word, negative for a compound.
func (t *typesetter) evidence(left, right string) int {
	l, r := hyphenated(left), hyphenated(right)
	if len(l) == 0 || len(r) == 0 {
		return 0
	}
	a, b := strings.ToLower(l[len(l)-1]), strings.ToLower(r[0])
	if whole, compound := t.words[a+b], t.words[a+"-"+b]; whole != compound {
		return whole - compound
	}
	if i := strings.LastIndexByte(a, '-'); i >= 0 {
		return t.words[a[i+1:]+b]
	}
	return 0
}

// habits weighs all hyphens at line ends of the paper.
func (t *typesetter) habits() {
	for _, f := range t.book.leaves {
		for i := 1; i < len(f.lines); i++ {
			left, ok := strings.CutSuffix(f.lines[i-1].text, "-")
			if ok && letterAtEnd(left) && letterAtStart(f.lines[i].text) {
				t.habit += max(-1, min(1, t.evidence(left, f.lines[i].text)))
			}
		}
	}
}

var (
	label    = regexp.MustCompile(`^(?:\p{Nd}{1,3}(?:\.\p{Nd}{1,3})+\.?|\p{Nd}{1,3}[.)]|\.\p{Nd}{1,3}|\([\p{L}\p{Nd}]{1,4}\)|[\p{L}][.)]|[IVXLC]{1,5}\.|[•●▪■–—-])(?:[\t ]|$)`)
	terminal = regexp.MustCompile(`[.;:!?؟؛…]["”»’')\]]*\p{Nd}{0,3}$`)
)

// continues says that a line goes on with the open paragraph.
func (t *typesetter) continues(f *leaf, l line) bool {
	p := t.open[len(t.open)-1]
	if l.turned != p.turned || abs(l.size-p.size) > 0.6 || l.bold != p.bold && (l.bold || len(t.open) == 1) {
		return false
	}
	labelled := label.MatchString(l.text)
	if tabular(l, t.run) && (tabular(p, t.past) || terminal.MatchString(p.text)) {
		return false
	}
	if !follows(p, l) { // the next column or page
		return t.onward(f) && !labelled && !terminal.MatchString(p.text) && (!l.bold || label.MatchString(t.open[0].text)) && !t.stopped(p, l)
	}
	if l.base-p.base > 1.3*t.book.leading(p.size) || labelled && (strings.Contains(l.text, "\t") || terminal.MatchString(p.text)) {
		return false
	}
	head := l.bold && p.bold || p.size > t.book.size+0.8
	if t.indented(l) && !t.indented(p) && !label.MatchString(t.open[0].text) && !head {
		return false
	}
	return head || !t.stopped(p, l)
}

// onward says that text may run on from the last column into this one: they
// are columns of text rather than cells, no wider than each other, and on one
// page no narrower either.
func (t *typesetter) onward(f *leaf) bool {
	samePage := t.boxes[len(t.boxes)-1].Page == f.number
	was, is := t.past.width(), t.run.width()
	return t.past.others > 1 && is < 1.15*was && (!samePage || was < 1.15*is)
}

// tabular says that a line is a row of a table: it has a tab other than that
// behind a number. One gap in a line that fills its column is a justified
// line's, where it is not wide and no dots lead up to it.
func tabular(l line, c column) bool {
	rest := strings.TrimPrefix(l.text, label.FindString(l.text))
	tabs := strings.Count(rest, "\t")
	full := c.others > 1 && abs(l.x0-c.left) < 1.5 && abs(l.x1-c.right) < 1.5
	return tabs > 1 || tabs == 1 && !(full && 2*l.white < c.width() && !strings.Contains(l.text, "...."))
}

// stopped says that line p ended before it had to: the first word of the next
// would have fitted behind it.
func (t *typesetter) stopped(p, next line) bool {
	room := t.past.right - p.x1
	if p.rtl {
		room = p.x0 - t.past.left
	}
	return room > next.first+0.9*p.size
}

// indented says that a line begins further in than its column.
func (t *typesetter) indented(l line) bool {
	in := l.x0 - t.run.left
	if l.rtl {
		in = t.run.right - l.x1
	}
	return in > 1.2*l.size && in < 8*l.size
}

func abs(x float32) float32 { return max(x, -x) }

// endParagraph gives the open paragraph its role.
func (t *typesetter) endParagraph() {
	if len(t.open) == 0 {
		return
	}
	s := t.sheet
	l := t.open[0]
	r := chancery.Range{Start: t.start, End: t.last, Role: chancery.Paragraph, Boxes: t.boxes}
	if m := label.FindString(l.text); m != "" {
		r.Label = strings.TrimSpace(m)
	}
	page := t.boxes[0].Page
	if t.isHeading() {
		r.Role = chancery.Heading
		t.heads = append(t.heads, head{len(s.ranges), l.size, page})
	}
	s.ranges = append(s.ranges, r)
	if t.last == s.at() {
		s.newline()
	}
	t.open, t.boxes = nil, nil
}

// isHeading says that the open paragraph is short, stands out by weight or
// size, and does not end like a sentence.
func (t *typesetter) isHeading() bool {
	chars, bold := 0, true
	for _, l := range t.open {
		chars += utf8.RuneCountInString(l.text)
		bold = bold && l.bold
	}
	text := t.open[len(t.open)-1].text
	return chars < 250 && strings.ContainsFunc(text, unicode.IsLetter) && (bold || t.open[0].size > t.book.size+0.8) && !strings.ContainsAny(text[len(text)-1:], ".;:,")
}

// title makes the largest heading of the first page the title, and gives the
// other headings levels by their size. A masthead that is set beside other
// words ("United Nations", a tab, the symbol) is no title.
func (t *typesetter) title() {
	var sizes []float32
	best := -1
	for i, h := range t.heads {
		if !slices.Contains(sizes, h.size) {
			sizes = append(sizes, h.size)
		}
		text := t.sheet.text.String()[t.sheet.ranges[h.index].Start:t.sheet.ranges[h.index].End]
		if h.page == 1 && !strings.Contains(text, "\t") && (best < 0 || h.size > t.heads[best].size) {
			best = i
		}
	}
	slices.Sort(sizes)
	slices.Reverse(sizes)
	for i, h := range t.heads {
		r := &t.sheet.ranges[h.index]
		if i == best && h.size > t.book.size+1.5 {
			r.Role = chancery.Title
			continue
		}
		r.Level = 1 + slices.Index(sizes, h.size)
	}
}

var fileName = regexp.MustCompile(`(?i)\.(docx?|rtf|odt|indd|qxd|pdf|wpd|html?)$|^(microsoft word|untitled|document\d*)\b`)

// statedTitle gives the title a file states of itself, "" where it is only the
// name of the file it was made from.
func statedTitle(s string) string {
	s = strings.TrimSpace(tidy(s))
	if fileName.MatchString(s) {
		return ""
	}
	return s
}
