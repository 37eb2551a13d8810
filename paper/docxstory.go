package paper

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"

	"chancery"
)

// piece is a stretch of text with ranges relative to its start.
type piece struct {
	text   string
	ranges []chancery.Range
}

// paragraphs is a story ready to be written: text with ranges relative to it.
// Stories are gathered before they are written because a text box stands
// inside the paragraph it is anchored in, and notes come after the text.
type paragraphs struct {
	buf    []byte
	ranges []chancery.Range
}

func (p *paragraphs) text() string { return string(p.buf) }

func (p *paragraphs) add(x piece) {
	at := len(p.buf)
	p.buf = append(p.buf, x.text...)
	for _, r := range x.ranges {
		r.Start, r.End = r.Start+at, r.End+at
		if r.Start < r.End {
			p.ranges = append(p.ranges, r)
		}
	}
}

// flush writes the story to the sheet. The sheet cleans what it is given, so
// pieces are cleaned when they are made and offsets hold.
func (p *paragraphs) flush(s *sheet) {
	at := s.at()
	s.write(string(p.buf))
	if s.full() {
		return
	}
	for _, r := range p.ranges {
		r.Start, r.End = r.Start+at, r.End+at
		if r.Start < r.End {
			s.ranges = append(s.ranges, r)
		}
	}
}

// story reads the paragraphs and tables of one part of a Word file.
type story struct {
	w     *wordReader
	links map[string]relation
	out   *paragraphs
	live  bool // the running text: only its notes and numbers count

	skip   int          // depth inside an element that is not shown
	open   []*paragraph // a paragraph, and those of text boxes inside it
	carry  piece        // text of a paragraph whose end was deleted, joined to the next
	tables []*table
	inPPr  int
	inRPr  int
	inRun  int
	inTrPr bool
	link   []linkStart
	count  int
	body   bool // the part has the element that holds the text
}

type linkStart struct {
	at     int
	target string
}

// paragraph is one w:p being read.
type paragraph struct {
	text     strings.Builder
	ranges   []chancery.Range
	style    string
	numbered bool // w:numPr stands in the paragraph itself
	num      string
	level    int
	hasLevel bool
	outline  int
	deleted  bool    // its end is deleted: it runs on into the next
	hidden   bool    // the run being read is not shown
	after    []piece // text boxes anchored in it
	inText   bool    // inside w:t
}

// table is one w:tbl being read.
type table struct {
	number, row, column, span int
	start, cell               int
	first                     bool // no cell written yet in the row
	inCell                    bool
	dropped                   bool // the row is deleted
}

// token takes the next token of the part. Elements are known by their local
// names: the prefixes and the two namespaces of the format vary.
func (s *story) token(t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		if s.skip > 0 {
			s.skip++
			return nil
		}
		return s.start(t)
	case xml.EndElement:
		if s.skip > 0 {
			s.skip--
			return nil
		}
		s.end(t.Name.Local)
	case xml.CharData:
		if s.skip == 0 && s.inRun > 0 && s.inText() {
			s.say(string(t))
		}
	}
	return nil
}

// hiddenElements are not shown in the accepted text: deletions, the origin of
// moves, earlier properties, the second rendering of a drawing, field codes.
var hiddenElements = map[string]bool{
	"del": true, "moveFrom": true, "delText": true, "instrText": true, "delInstrText": true, "Fallback": true,
	"pPrChange": true, "rPrChange": true, "tblPrChange": true, "trPrChange": true, "tcPrChange": true, "sectPrChange": true,
	"numberingChange": true, "tblGridChange": true, "rt": true, "sdtPr": true, "binData": true, "fldData": true,
}

func (s *story) start(e xml.StartElement) error {
	name := e.Name.Local
	if s.inPPr > 0 || s.inRPr > 0 {
		s.property(e)
		return nil
	}
	if hiddenElements[name] {
		if t := s.table(); t != nil && s.inTrPr && name == "del" {
			t.dropped = true
		}
		s.skip = 1
		return nil
	}
	switch name {
	case "body":
		s.body = true
	case "p":
		if s.count++; s.count%256 == 0 && s.w.ctx.Err() != nil {
			return cancelled(s.w.ctx)
		}
		s.open = append(s.open, &paragraph{})
	case "pPr":
		s.inPPr = 1
	case "rPr":
		s.inRPr = 1
	case "r":
		s.inRun++
		if p := s.paragraph(); p != nil {
			p.hidden = false
		}
	case "hyperlink":
		if p := s.paragraph(); p != nil {
			s.link = append(s.link, linkStart{p.text.Len(), s.links[attr(e, "id")].target})
		}
	case "tbl":
		s.beginTable()
	case "tr":
		s.beginRow()
	case "trPr":
		s.inTrPr = true
	case "tc":
		s.beginCell()
	case "gridSpan":
		if t := s.table(); t != nil {
			if n, err := strconv.Atoi(attr(e, "val")); err == nil && n > 0 && n < 1000 {
				t.span = n
			}
		}
	default:
		s.inline(e)
	}
	return nil
}

// inline takes the elements of a run other than its text.
func (s *story) inline(e xml.StartElement) {
	if s.inRun == 0 {
		return
	}
	switch e.Name.Local {
	case "tab", "ptab":
		s.say("\t")
	case "br", "cr":
		s.say("\n")
	case "noBreakHyphen":
		s.say("\u2011")
	case "sym":
		if n, err := strconv.ParseUint(attr(e, "char"), 16, 32); err == nil {
			s.say(symbol(rune(n)))
		}
	case "footnoteReference":
		s.refer(e, false)
	case "endnoteReference":
		s.refer(e, true)
	case "t":
		if p := s.paragraph(); p != nil {
			p.inText = true
		}
	}
}

// inText says that character data belongs to the text: it stands in w:t.
func (s *story) inText() bool {
	p := s.paragraph()
	return p != nil && p.inText
}

// symbol gives the character of a symbol font by its place: private-use places
// are shown as a bullet.
func symbol(r rune) string {
	if r >= 0xE000 && r < 0xF900 {
		return "•"
	}
	return string(r)
}

// refer writes the mark of a foot- or endnote. A mark of the author's own
// follows as text and is not numbered.
func (s *story) refer(e xml.StartElement, end bool) {
	p := s.paragraph()
	if p == nil || !s.live || p.hidden {
		return
	}
	n := noteRef{id: attr(e, "id"), end: end}
	if !(on(attr(e, "customMarkFollows")) && attr(e, "customMarkFollows") != "") {
		number := 1
		for _, other := range s.w.notes {
			if other.end == end && other.label != "" {
				number++
			}
		}
		if n.label = strconv.Itoa(number); end {
			n.label = roman(number)
		}
		start := p.text.Len()
		s.say(n.label)
		p.ranges = append(p.ranges, chancery.Range{Start: start, End: p.text.Len(), Role: chancery.FootnoteMark, Target: n.label})
	}
	s.w.notes = append(s.w.notes, n)
}

func (s *story) property(e xml.StartElement) {
	name, val := e.Name.Local, attr(e, "val")
	if hiddenElements[name] && name != "del" && name != "moveFrom" {
		s.skip = 1
		return
	}
	p := s.paragraph()
	switch {
	case s.inPPr > 0:
		s.inPPr++
	default:
		s.inRPr++
	}
	if p == nil {
		return
	}
	switch {
	case s.inPPr > 0 && (name == "del" || name == "moveFrom"):
		p.deleted = true
	case s.inPPr > 0 && name == "pStyle":
		p.style = val
	case s.inPPr > 0 && name == "numId":
		p.numbered, p.num = true, val
	case s.inPPr > 0 && name == "ilvl":
		p.level, _ = strconv.Atoi(val)
		p.hasLevel = true
	case s.inPPr > 0 && name == "outlineLvl":
		if n, err := strconv.Atoi(val); err == nil && n < 9 {
			p.outline = n + 1
		}
	case s.inRPr > 0 && (name == "vanish" || name == "webHidden") && on(val):
		p.hidden = name == "vanish"
	}
}

func (s *story) end(name string) {
	switch {
	case s.inPPr > 0:
		s.inPPr--
		return
	case s.inRPr > 0:
		s.inRPr--
		return
	}
	switch name {
	case "p":
		s.endParagraph()
	case "r":
		s.inRun = max(0, s.inRun-1)
	case "t":
		if p := s.paragraph(); p != nil {
			p.inText = false
		}
	case "hyperlink":
		s.endLink()
	case "trPr":
		s.inTrPr = false
	case "tc":
		s.endCell()
	case "tr":
		s.endRow()
	case "tbl":
		s.endTable()
	}
}

func (s *story) endLink() {
	p := s.paragraph()
	if p == nil || len(s.link) == 0 {
		return
	}
	l := s.link[len(s.link)-1]
	s.link = s.link[:len(s.link)-1]
	if l.target != "" && l.at < p.text.Len() {
		p.ranges = append(p.ranges, chancery.Range{Start: l.at, End: p.text.Len(), Role: chancery.Link, Target: tidy(l.target)})
	}
}

func (s *story) paragraph() *paragraph {
	if len(s.open) == 0 {
		return nil
	}
	return s.open[len(s.open)-1]
}

func (s *story) say(words string) {
	if p := s.paragraph(); p != nil && !p.hidden && int64(len(s.out.buf)+p.text.Len()) <= s.w.sheet.limit {
		p.text.WriteString(tidy(words))
	}
}

// endParagraph puts a paragraph into the story, its number before it; one
// whose end was deleted waits for the next, whose properties count.
func (s *story) endParagraph() {
	p := s.paragraph()
	if p == nil {
		return
	}
	s.open = s.open[:len(s.open)-1]
	body := piece{p.text.String(), p.ranges}
	if len(s.open) == 0 {
		body = joined(s.carry, body)
		s.carry = piece{}
		if p.deleted {
			s.carry = body
			return
		}
	}
	whole := s.labelled(p, body)
	if len(s.open) > 0 {
		outer := s.paragraph()
		outer.after = append(outer.after, whole)
		outer.after = append(outer.after, p.after...)
		return
	}
	s.out.add(whole)
	for _, box := range p.after {
		s.out.add(box)
	}
}

func joined(a, b piece) piece {
	for _, r := range b.ranges {
		r.Start, r.End = r.Start+len(a.text), r.End+len(a.text)
		a.ranges = append(a.ranges, r)
	}
	a.text += b.text
	return a
}

// labelled gives a paragraph with its number, role and line end.
func (s *story) labelled(p *paragraph, body piece) piece {
	label, level := s.w.label(p)
	r := chancery.Range{Role: chancery.Paragraph, Label: label}
	outline, title := s.w.outline(p.styleOr(s.w.base))
	if p.outline > 0 {
		outline = p.outline
	}
	switch {
	case title:
		r.Role = chancery.Title
	case outline > 0:
		r.Role, r.Level = chancery.Heading, outline
	case label != "":
		r.Role, r.Level = chancery.ListItem, level+1
	}
	if strings.TrimSpace(body.text) == "" && label == "" {
		return piece{text: body.text + "\n"}
	}
	lead := piece{}
	if label != "" {
		lead.text = label + "\t"
	}
	whole := joined(lead, body)
	r.End = len(strings.TrimRight(whole.text, "\n")) // a page break at its end is not its text
	whole.ranges = append([]chancery.Range{r}, whole.ranges...)
	whole.text += "\n"
	return whole
}

func (p *paragraph) styleOr(base string) string {
	if p.style == "" {
		return base
	}
	return p.style
}

// Tables: cells of a row are separated by tabs, rows by line ends; paragraphs
// inside a cell by line ends, the last of which gives way to the separator.

func (s *story) table() *table {
	if len(s.tables) == 0 {
		return nil
	}
	return s.tables[len(s.tables)-1]
}

func (s *story) beginTable() {
	if len(s.open) > 0 { // in a text box: its paragraphs stand, its grid does not
		s.tables = append(s.tables, &table{})
		return
	}
	s.w.sheet.tables++
	s.tables = append(s.tables, &table{number: s.w.sheet.tables, start: len(s.out.buf)})
}

func (s *story) beginRow() {
	if t := s.table(); t != nil {
		if !t.dropped {
			t.row++
		}
		t.column, t.first, t.dropped = 1, true, false
	}
}

func (s *story) beginCell() {
	t := s.table()
	if t == nil || t.number == 0 {
		return
	}
	if t.dropped {
		s.skip = 1
		return
	}
	if !t.first {
		s.out.buf = append(s.out.buf, '\t')
	}
	t.first, t.span, t.inCell, t.cell = false, 1, true, len(s.out.buf)
}

func (s *story) endCell() {
	t := s.table()
	if t == nil || t.number == 0 || !t.inCell {
		return
	}
	s.out.trim(t.cell)
	s.out.ranges = append(s.out.ranges, chancery.Range{Start: t.cell, End: len(s.out.buf), Role: chancery.Cell, Table: t.number, Row: t.row, Column: t.column})
	t.column += t.span
	t.inCell = false
}

func (s *story) endRow() {
	if t := s.table(); t != nil && t.number > 0 && !t.first {
		s.out.buf = append(s.out.buf, '\n')
	}
}

func (s *story) endTable() {
	t := s.table()
	if t == nil {
		return
	}
	s.tables = s.tables[:len(s.tables)-1]
	if end := len(bytes.TrimRight(s.out.buf, "\n")); t.number > 0 && end > t.start {
		s.out.ranges = append(s.out.ranges, chancery.Range{Start: t.start, End: end, Role: chancery.Table, Table: t.number})
	}
}

// trim drops line ends after the given place.
func (p *paragraphs) trim(from int) {
	end := len(p.buf)
	for end > from && p.buf[end-1] == '\n' {
		end--
	}
	p.buf = p.buf[:end]
}
