package paper

import (
	"context"
	"encoding/xml"
	"errors"
	"strconv"
	"strings"

	"chancery"
)

var odt = format{"application/vnd.oasis.opendocument.text", "odt", 1, readODT}

// readODT reads an OpenDocument text: the running text, then its notes.
// Numbers of lists stand where the file gives them (text:number); LibreOffice
// writes them for headings, and the styles of other lists are counted here.
func readODT(ctx context.Context, content []byte, limits Limits, o *Opened) (*sheet, error) {
	a, err := openArchive(content)
	if err != nil {
		return nil, err
	}
	if manifest := a.files["META-INF/manifest.xml"]; manifest != nil {
		if b, err := unfold(manifest, 4<<20); err == nil && strings.Contains(string(b), "encryption-data") {
			return nil, encrypted()
		}
	}
	r := &odtReader{ctx: ctx, sheet: newSheet(limits), styles: map[string]odtList{}}
	err = errors.Join(
		properties(a, "meta.xml", &o.Document),
		a.elements("styles.xml", r.styleToken),
		a.elements("content.xml", r.token))
	var broken *brokenXML
	if errors.As(err, &broken) {
		return nil, &chancery.Error{Op: "paper.Open", Kind: chancery.Unreadable, What: damaged(), Err: broken.err}
	}
	if err != nil {
		return nil, err
	}
	r.writeNotes()
	return r.sheet, nil
}

// odtList is a list style: how each of its ten levels is numbered.
type odtList [10]odtLevel

type odtLevel struct {
	format, prefix, suffix string
	bullet                 string
	start, shown           int
}

type odtReader struct {
	ctx    context.Context
	sheet  *sheet
	styles map[string]odtList
	naming string // the list style being read

	skip  int
	para  []odtBlock
	lists []odtRunning
	cells []table
	notes []odtNote
	note  int // depth: inside a note's body
	count int
	tag   []string
	link  []linkStart
	last  map[string][10]int // counters of the list styles, for lists that go on
}

type odtBlock struct {
	start int // -1 inside a note
	r     chancery.Range
}

type odtRunning struct {
	style  string
	counts [10]int
	item   bool // the number of the item is still to be written
}

type odtNote struct {
	label string
	text  strings.Builder
}

// styleToken gathers list styles; they stand in both parts of the file.
func (r *odtReader) styleToken(t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		switch t.Name.Local {
		case "list-style", "outline-style":
			r.naming = attr(t, "name")
		case "list-level-style-number", "list-level-style-bullet", "outline-level-style":
			n, err := strconv.Atoi(attr(t, "level"))
			if r.naming == "" || err != nil || n < 1 || n > 10 {
				return nil
			}
			l := r.styles[r.naming]
			lv := odtLevel{format: attr(t, "num-format"), prefix: attr(t, "num-prefix"), suffix: attr(t, "num-suffix"), start: 1, shown: 1}
			if v, err := strconv.Atoi(attr(t, "start-value")); err == nil {
				lv.start = v
			}
			if v, err := strconv.Atoi(attr(t, "display-levels")); err == nil && v > 0 && v <= 10 {
				lv.shown = v
			}
			if t.Name.Local == "list-level-style-bullet" {
				lv.bullet = bullet(attr(t, "bullet-char"))
			}
			l[n-1] = lv
			r.styles[r.naming] = l
		}
	case xml.EndElement:
		if t.Name.Local == "list-style" || t.Name.Local == "outline-style" {
			r.naming = ""
		}
	}
	return nil
}

func (r *odtReader) token(t xml.Token) error {
	if err := r.styleToken(t); err != nil {
		return err
	}
	switch t := t.(type) {
	case xml.StartElement:
		if r.skip > 0 {
			r.skip++
			return nil
		}
		r.start(t)
		if r.count++; r.count%1024 == 0 && r.ctx.Err() != nil {
			return cancelled(r.ctx)
		}
	case xml.EndElement:
		if r.skip > 0 {
			r.skip--
			return nil
		}
		r.end(t.Name.Local)
	case xml.CharData:
		if r.skip == 0 && len(r.para) > 0 {
			r.say(string(t))
		}
	}
	return nil
}

func (r *odtReader) start(e xml.StartElement) {
	switch e.Name.Local {
	case "tracked-changes", "annotation", "ruby-text", "meta", "desc", "title", "forms", "sequence-decls":
		r.skip = 1
	case "p", "h":
		r.begin(e)
	case "list":
		r.beginList(e)
	case "list-item", "list-header":
		r.beginItem(e)
	case "s":
		n, err := strconv.Atoi(attr(e, "c"))
		if err != nil || n < 1 || n > 1000 {
			n = 1
		}
		r.raw(strings.Repeat(" ", n))
	case "tab":
		r.raw("\t")
	case "line-break":
		r.raw("\n")
	case "a":
		r.link = append(r.link, linkStart{r.sheet.at(), attr(e, "href")})
	case "note":
		r.notes = append(r.notes, odtNote{})
	case "note-citation":
		r.tag = append(r.tag, "citation")
	case "note-body":
		r.note++
	case "table":
		r.sheet.newline()
		r.sheet.tables++
		r.cells = append(r.cells, table{number: r.sheet.tables, start: r.sheet.at()})
	case "table-row":
		if t := r.table(); t != nil {
			t.row, t.column, t.first = t.row+1, 0, true
		}
	case "table-cell", "covered-table-cell":
		r.beginCell()
	}
}

func (r *odtReader) end(name string) {
	switch name {
	case "p", "h":
		r.finishBlock()
	case "list":
		if n := len(r.lists); n > 0 {
			if n == 1 {
				r.remember(r.lists[0])
			}
			r.lists = r.lists[:n-1]
		}
	case "a":
		if n := len(r.link); n > 0 {
			l := r.link[n-1]
			r.link = r.link[:n-1]
			if strings.Contains(l.target, ":") && r.note == 0 {
				r.sheet.mark(l.at, chancery.Range{Role: chancery.Link, Target: tidy(l.target)})
			}
		}
	case "note-citation":
		r.tag = r.tag[:max(0, len(r.tag)-1)]
	case "note-body":
		r.note = max(0, r.note-1)
	case "table-cell", "covered-table-cell":
		r.endCell()
	case "table-row":
		if t := r.table(); t != nil {
			r.sheet.write("\n")
		}
	case "table":
		if t := r.table(); t != nil {
			r.cells = r.cells[:len(r.cells)-1]
			r.sheet.mark(t.start, chancery.Range{Role: chancery.Table, Table: t.number})
		}
	}
}

// say writes words with their white space drawn together, as the format asks.
func (r *odtReader) say(words string) {
	words = tidy(words)
	if strings.ContainsAny(words, "\n\r\t") || strings.Contains(words, "  ") {
		fields := strings.FieldsFunc(words, blank)
		lead, tail := "", ""
		if len(words) > 0 && blank(rune(words[0])) {
			lead = " "
		}
		if len(words) > 1 && blank(rune(words[len(words)-1])) && len(fields) > 0 {
			tail = " "
		}
		words = lead + strings.Join(fields, " ") + tail
	}
	r.raw(words)
}

func (r *odtReader) raw(words string) {
	switch {
	case r.note > 0 && len(r.notes) > 0:
		r.notes[len(r.notes)-1].text.WriteString(words)
	case len(r.tag) > 0 && len(r.notes) > 0:
		n := &r.notes[len(r.notes)-1]
		n.label += words
		start := r.sheet.at()
		r.sheet.write(words)
		r.sheet.mark(start, chancery.Range{Role: chancery.FootnoteMark, Target: n.label})
	case len(r.para) > 0:
		r.sheet.write(words)
	}
}

func (r *odtReader) begin(e xml.StartElement) {
	if r.note > 0 {
		if n := &r.notes[len(r.notes)-1]; n.text.Len() > 0 {
			n.text.WriteByte('\n')
		}
		r.para = append(r.para, odtBlock{start: -1})
		return
	}
	b := odtBlock{start: r.sheet.at(), r: chancery.Range{Role: chancery.Paragraph}}
	if t := r.table(); t != nil && b.start > t.cell {
		r.sheet.newline()
		b.start = r.sheet.at()
	}
	switch {
	case e.Name.Local == "h":
		level, err := strconv.Atoi(attr(e, "outline-level"))
		if err != nil || level < 1 {
			level = 1
		}
		b.r = chancery.Range{Role: chancery.Heading, Level: level}
	case attr(e, "style-name") == "Title":
		b.r.Role = chancery.Title
	}
	if n := len(r.lists); n > 0 && r.lists[n-1].item {
		r.lists[n-1].item = false
		if label := r.number(n - 1); label != "" {
			b.r.Label = label
			r.sheet.write(label + "\t")
		}
		if b.r.Role == chancery.Paragraph {
			b.r.Role, b.r.Level = chancery.ListItem, n
		}
	}
	r.para = append(r.para, b)
}

func (r *odtReader) finishBlock() {
	n := len(r.para)
	if n == 0 {
		return
	}
	b := r.para[n-1]
	r.para = r.para[:n-1]
	if b.start < 0 {
		return
	}
	r.sheet.mark(b.start, b.r)
	if r.table() == nil {
		r.sheet.write("\n")
	}
}

func (r *odtReader) beginList(e xml.StartElement) {
	style := attr(e, "style-name")
	if n := len(r.lists); n > 0 && style == "" {
		style = r.lists[n-1].style
	}
	l := odtRunning{style: style}
	if n := len(r.lists); n > 0 {
		l.counts = r.lists[n-1].counts
	} else if attr(e, "continue-numbering") == "true" || attr(e, "continue-list") != "" {
		l.counts = r.last[style]
	}
	r.lists = append(r.lists, l)
}

func (r *odtReader) remember(l odtRunning) {
	if r.last == nil {
		r.last = map[string][10]int{}
	}
	r.last[l.style] = l.counts
}

func (r *odtReader) beginItem(e xml.StartElement) {
	n := len(r.lists)
	if n == 0 || n > 10 || e.Name.Local == "list-header" {
		return
	}
	l := &r.lists[n-1]
	start := r.styles[l.style][n-1].start
	l.item = true
	if v, err := strconv.Atoi(attr(e, "start-value")); err == nil {
		l.counts[n-1] = v
	} else if l.counts[n-1] == 0 {
		l.counts[n-1] = max(start, 1)
	} else {
		l.counts[n-1]++
	}
	for i := n; i < 10; i++ {
		l.counts[i] = 0
	}
	if n > 1 { // the outer item keeps its own count
		for i := range n - 1 {
			l.counts[i] = r.lists[n-2].counts[i]
		}
	}
}

// number gives the number of the item at a level as its style shows it.
func (r *odtReader) number(at int) string {
	l := r.lists[at]
	if at > 9 {
		return ""
	}
	lv := r.styles[l.style][at]
	if lv.bullet != "" {
		return lv.bullet
	}
	if lv.format == "" {
		return ""
	}
	var shown []string
	for k := max(0, at-lv.shown+1); k <= at; k++ {
		shown = append(shown, numeral(odtFormat(r.styles[l.style][k].format), max(l.counts[k], 1)))
	}
	return strings.TrimSpace(lv.prefix + strings.Join(shown, ".") + lv.suffix)
}

func odtFormat(f string) string {
	switch f {
	case "a":
		return "lowerLetter"
	case "A":
		return "upperLetter"
	case "i":
		return "lowerRoman"
	case "I":
		return "upperRoman"
	}
	return "decimal"
}

func (r *odtReader) table() *table {
	if len(r.cells) == 0 {
		return nil
	}
	return &r.cells[len(r.cells)-1]
}

func (r *odtReader) beginCell() {
	t := r.table()
	if t == nil {
		return
	}
	if !t.first {
		r.sheet.write("\t")
	}
	t.first = false
	t.column++
	t.cell = r.sheet.at()
}

func (r *odtReader) endCell() {
	if t := r.table(); t != nil {
		r.sheet.mark(t.cell, chancery.Range{Role: chancery.Cell, Table: t.number, Row: t.row, Column: t.column})
	}
}

func (r *odtReader) writeNotes() {
	for i := range r.notes {
		n := &r.notes[i]
		r.sheet.newline()
		start := r.sheet.at()
		r.sheet.write(n.label + "\t" + n.text.String())
		r.sheet.mark(start, chancery.Range{Role: chancery.Footnote, Label: n.label})
	}
}
