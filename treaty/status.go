package treaty

import (
	"regexp"
	"strings"

	"chancery"
)

// MaxStatusRows bounds a status table: one row a participant, and there are
// some three hundred of those in the world.
const MaxStatusRows = 2000

// StatusTable is a depositary's or another's table of who did what.
type StatusTable struct {
	Rows     []StatusRow
	Notes    []EndNote
	Problems []Problem
	Name     int  // column of the participants, from 0; -1 where there is none
	signs    bool // the table records signatures of all who signed
	consents bool // the table records instruments
}

// StatusRow is one participant's row.
type StatusRow struct {
	Row         int    // in the table, from 1 for the header
	Name        string // as printed, without marks of notes
	Participant string // as resolved
	Acts        []Act
	Columns     []int             // of each act, from 0
	Notes       []string          // marks of end notes: "1", "2"
	Extra       map[string]string // cells of columns that are not acts
}

// EndNote is a note below the table.
type EndNote struct {
	Mark string
	Text string
	Row  int
}

// Problem is a sentence about a row that cannot be taken as it is.
type Problem struct {
	Row  int // from 1 for the header
	Text chancery.Message
}

// StatusOptions say how a table is read.
type StatusOptions struct {
	On      chancery.Date                    // day of reading: what lies after it is a mistake; zero checks nothing
	Resolve func(name string) (string, bool) // gives a participant's own string for a printed name; nil takes names as they are
	Origin  string                           // of the acts
}

// ParseStatus reads the rows of a status table, the header first. Its headers
// say which marks a column may carry ("Ratification, Accession(a)"); tables
// that give a year and flags ("state party", "signatory") are read too. A row
// or cell that cannot be taken is left out and gives a problem with its row.
func ParseStatus(rows [][]string, opts StatusOptions) StatusTable {
	p := statusReader{opts: opts, seen: map[string]int{}}
	if len(rows) == 0 {
		p.problem(1, "empty", "the table has no header")
		return p.table
	}
	if !p.header(rows[0]) {
		p.problem(1, "participant", "row 1: no column names the participants")
		return p.table
	}
	for i, cells := range rows[1:] {
		if i >= MaxStatusRows {
			p.problem(i+2, "long", "row %d: the table goes on past %d rows; a status table has one row a participant, so the rest was not read", i+2, MaxStatusRows)
			break
		}
		p.row(i+2, cells)
	}
	return p.table
}

// statusReader carries one run of ParseStatus.
type statusReader struct {
	opts    StatusOptions
	columns []statusColumn
	name    int
	flags   map[string]int // of tables with flags: "party", "year", "signatory", "note"
	seen    map[string]int
	at      int // column being read
	table   StatusTable
}

func (p *statusReader) problem(row int, key, format string, args ...any) {
	p.table.Problems = append(p.table.Problems, Problem{row, chancery.Say("treaty.status."+key, format, args...)})
}

// statusColumn says what the cells of a column are.
type statusColumn struct {
	title string
	plain *statusKind           // of a cell without a mark
	marks map[string]statusKind // of a cell with one
}

// statusKind is a kind of act as a column names it.
type statusKind struct {
	kind         ActKind
	mark         Mark
	adReferendum bool
}

var (
	reStatusMark = regexp.MustCompile(`^(.*?)\s*\(\s*([A-Za-z]{1,2})\s*\)$`)
	reNameColumn = regexp.MustCompile(`(?i)^(participant|state|country|member|party|contracting party|states? part(y|ies)|name)s?$`)
)

// header reads the headers and reports whether one of them names participants.
func (p *statusReader) header(cells []string) bool {
	p.name = -1
	p.columns = make([]statusColumn, len(cells))
	lower := map[string]int{}
	for i, h := range cells {
		h = strings.TrimSpace(strings.TrimPrefix(h, "\ufeff"))
		lower[strings.ToLower(h)] = i
		if p.name < 0 && reNameColumn.MatchString(h) && !strings.EqualFold(h, "state party") {
			p.name = i
			continue
		}
		p.columns[i] = readColumn(h)
	}
	if i, ok := lower["state party"]; ok {
		p.flags = map[string]int{"party": i, "year": -1, "signatory": -1}
		for h, j := range lower {
			switch {
			case strings.HasPrefix(h, "year"):
				p.flags["year"] = j
			case h == "signatory":
				p.flags["signatory"] = j
			}
		}
		p.table.consents = true
		for i := range p.columns {
			p.columns[i] = statusColumn{title: strings.TrimSpace(cells[i])}
		}
	}
	for _, c := range p.columns {
		for _, k := range c.kinds() {
			p.table.signs = p.table.signs || k.kind == Signed && k.mark != Definitive
			p.table.consents = p.table.consents || k.kind != Signed
		}
	}
	p.table.Name = p.name
	return p.name >= 0
}

func (c statusColumn) kinds() []statusKind {
	var out []statusKind
	if c.plain != nil {
		out = append(out, *c.plain)
	}
	for _, k := range c.marks {
		out = append(out, k)
	}
	return out
}

// readColumn reads "Ratification, Acceptance(A), Accession(a)". A name may
// itself have a comma in it; its mark then stands after the last piece. Where
// several kinds have no mark, a cell without one may be any of them.
func readColumn(title string) statusColumn {
	c := statusColumn{title: title}
	var last *statusKind
	for part := range strings.SplitSeq(title, ", ") {
		part = strings.TrimSpace(part)
		words, letter := part, ""
		if m := reStatusMark.FindStringSubmatch(part); m != nil {
			words, letter = m[1], m[2]
		}
		kind, ok := kindOf(words)
		if !ok && letter != "" && last != nil {
			kind, ok = *last, true
		}
		if ok {
			last = &kind
		}
		switch {
		case !ok:
		case letter == "" && c.plain == nil:
			c.plain = &kind
		case letter == "" && *c.plain != kind:
			c.plain = &statusKind{kind: ConsentedOtherwise, mark: Consent}
		case letter != "":
			if c.marks == nil {
				c.marks = map[string]statusKind{}
			}
			c.marks[letter] = kind
		}
	}
	if c.plain == nil && len(c.marks) == 1 {
		for _, k := range c.marks {
			c.plain = &k // one kind only: its letter may be left out
		}
	}
	return c
}

// columnWords finds the act a column names; the first that matches counts.
var columnWords = []struct {
	words string
	kind  statusKind
}{
	{"succession to signature", statusKind{kind: Signed}},
	{"confirmation of signature", statusKind{kind: Signed, mark: Definitive}},
	{"definitive signature", statusKind{kind: Signed, mark: Definitive}},
	{"signature ad referendum", statusKind{kind: Signed, adReferendum: true}},
	{"signature", statusKind{kind: Signed}},
	{"provisional", statusKind{kind: Provisionally, mark: Provisional}},
	{"formal confirmation", statusKind{kind: Confirmed, mark: Confirmation}},
	{"ratification", statusKind{kind: Ratified, mark: Ratification}},
	{"accession", statusKind{kind: Acceded, mark: Accession}},
	{"approval", statusKind{kind: Approved, mark: Approval}},
	{"succession", statusKind{kind: Succeeded, mark: Succession}},
	{"acceptance", statusKind{kind: Accepted, mark: Acceptance}},
	{"consent to be bound", statusKind{kind: ConsentedOtherwise, mark: Consent}},
	{"participation", statusKind{kind: ConsentedOtherwise, mark: Consent}},
	{"simplified procedure", statusKind{kind: ConsentedOtherwise, mark: Consent}},
	{"application", statusKind{kind: ConsentedOtherwise, mark: Consent}},
	{"denunciation", statusKind{kind: Denounced}},
	{"withdrawal", statusKind{kind: Denounced}},
	{"notification", statusKind{kind: Notified}},
}

func kindOf(words string) (statusKind, bool) {
	words = strings.ToLower(words)
	for _, c := range columnWords {
		if strings.Contains(words, c.words) {
			return c.kind, true
		}
	}
	return statusKind{}, false
}

var (
	reNoteMarks = regexp.MustCompile(`\s*[\[(]?(\d{1,2}(?:\s*,\s*\d{1,2})*)[\])]?$`)
	reEndNote   = regexp.MustCompile(`^[\[(]?(\d{1,2})[\])]?[.:]?\s+(.+)$`)
)

// row reads one row, or an end note below the table.
func (p *statusReader) row(number int, cells []string) {
	if p.name >= len(cells) || strings.TrimSpace(strings.Join(cells, "")) == "" {
		if strings.TrimSpace(strings.Join(cells, "")) != "" {
			p.problem(number, "short", "row %d: the row is too short to name a participant", number)
		}
		return
	}
	name := strings.TrimSpace(cells[p.name])
	if note, ok := endNote(name, cells, number); ok {
		p.table.Notes = append(p.table.Notes, note)
		return
	}
	row := StatusRow{Row: number}
	if m := reNoteMarks.FindStringSubmatch(name); m != nil && len(m[0]) < len(name) {
		name = strings.TrimSpace(strings.TrimSuffix(name, m[0]))
		row.Notes = strings.FieldsFunc(m[1], func(r rune) bool { return r == ',' || r == ' ' })
	}
	row.Name, row.Participant = name, name
	if name == "" {
		p.problem(number, "nameless", "row %d: the row names no participant", number)
		return
	}
	if p.opts.Resolve != nil {
		id, ok := p.opts.Resolve(name)
		if !ok {
			p.problem(number, "unresolved", "row %d: %q is not a State or organisation known here; it was kept under that name", number, name)
		} else {
			row.Participant = id
		}
	}
	if first, twice := p.seen[row.Participant]; twice {
		p.problem(number, "twice", "row %d: %s stands already in row %d; this row was left out", number, name, first)
		return
	}
	p.seen[row.Participant] = number
	if p.flags != nil {
		p.flagRow(&row, cells)
	} else {
		p.actRow(&row, cells)
	}
	p.table.Rows = append(p.table.Rows, row)
}

// endNote recognises a row with text in its first cell alone that starts with a number.
func endNote(name string, cells []string, number int) (EndNote, bool) {
	for i, c := range cells {
		if strings.TrimSpace(c) != "" && strings.TrimSpace(c) != name && i > 0 {
			return EndNote{}, false
		}
	}
	m := reEndNote.FindStringSubmatch(name)
	if m == nil || len(m[2]) < 20 {
		return EndNote{}, false
	}
	return EndNote{m[1], m[2], number}, true
}

func (r *StatusRow) extra(title, text string) {
	if text = strings.TrimSpace(text); text == "" || title == "" {
		return
	}
	if r.Extra == nil {
		r.Extra = map[string]string{}
	}
	r.Extra[title] = text
}

// flagRow reads a row of a table of years and flags.
func (p *statusReader) flagRow(row *StatusRow, cells []string) {
	cell := func(key string) string {
		i := p.flags[key]
		if i < 0 || i >= len(cells) {
			return ""
		}
		return strings.TrimSpace(cells[i])
	}
	switch {
	case cell("party") == "1":
		date, ok := parseDay(strings.TrimSuffix(cell("year"), ".0"))
		if !ok {
			p.problem(row.Row, "date", "row %d: %s is marked a State party and its year %q is not one", row.Row, row.Name, cell("year"))
			return
		}
		p.at = p.flags["year"]
		p.take(row, Act{Kind: ConsentedOtherwise, Date: date, Deposited: date}, cell("year"))
	case cell("signatory") == "1":
		p.at = p.flags["signatory"]
		row.add(Act{Kind: Signed, By: row.Participant, Origin: p.opts.Origin}, p.at)
	}
	for i, c := range p.columns {
		if i < len(cells) && i != p.name {
			row.extra(c.title, cells[i])
		}
	}
}

// actRow reads a row of a depositary's table.
func (p *statusReader) actRow(row *StatusRow, cells []string) {
	for i, c := range p.columns {
		if i >= len(cells) || i == p.name {
			continue
		}
		if c.plain == nil && c.marks == nil {
			row.extra(c.title, cells[i])
			continue
		}
		p.at = i
		for part := range strings.FieldsFuncSeq(cells[i], func(r rune) bool { return r == ';' || r == '\n' }) {
			p.cell(row, c, strings.TrimSpace(part))
		}
	}
}

var reCell = regexp.MustCompile(`^\[?\s*(.*?\d{4}(?:-\d{2}(?:-\d{2})?)?)\s*\(?\s*([A-Za-z]{0,2})\s*\)?\s*((?:\d{1,2}\s*,?\s*)*)\]?$`)

// cell reads "26 Aug 1998 a".
func (p *statusReader) cell(row *StatusRow, c statusColumn, text string) {
	if text == "" {
		return
	}
	m := reCell.FindStringSubmatch(text)
	if m == nil {
		p.problem(row.Row, "date", "row %d: %q under %q is not a date", row.Row, text, c.title)
		return
	}
	date, ok := parseDay(m[1])
	if !ok {
		p.problem(row.Row, "date", "row %d: %q under %q is not a date", row.Row, text, c.title)
		return
	}
	kind, ok := c.kind(m[2])
	if !ok {
		p.problem(row.Row, "mark", "row %d: the mark %q of %q is not one of the column %q", row.Row, m[2], text, c.title)
		return
	}
	row.Notes = append(row.Notes, strings.FieldsFunc(m[3], func(r rune) bool { return r == ',' || r == ' ' })...)
	p.take(row, Act{Kind: kind.kind, Mark: kind.mark, AdReferendum: kind.adReferendum, Date: date, Deposited: date}, text)
}

// kind gives the act of a mark; one that the header does not list is taken
// where the depositary's letters have it and the column is about consent.
func (c statusColumn) kind(mark string) (statusKind, bool) {
	if mark == "" {
		if c.plain == nil {
			return statusKind{}, false
		}
		return *c.plain, true
	}
	if k, ok := c.marks[mark]; ok {
		return k, true
	}
	m, known := ParseMark(mark)
	if !known || c.plain == nil && c.marks == nil || c.plain != nil && c.plain.kind == Signed && m != Definitive && m != Succession {
		return statusKind{}, false
	}
	return statusKind{kind: markActs[m], mark: m}, true
}

// take adds an act, unless it lies in the future.
func (p *statusReader) take(row *StatusRow, a Act, text string) {
	if !p.opts.On.IsZero() && a.Date.After(p.opts.On) {
		p.problem(row.Row, "future", "row %d: %q lies after %s and was left out", row.Row, text, p.opts.On)
		return
	}
	a.By, a.Origin = row.Participant, p.opts.Origin
	a.ID = row.Participant + " " + string(a.Kind) + " " + a.Date.String()
	row.add(a, p.at)
}

func (r *StatusRow) add(a Act, column int) {
	r.Acts, r.Columns = append(r.Acts, a), append(r.Columns, column)
}

// Acts gives the acts of every row.
func (t StatusTable) Acts() []Act {
	var out []Act
	for _, r := range t.Rows {
		out = append(out, r.Acts...)
	}
	return out
}

// consent gives the act by which a row's participant consented, the first where there are several.
func (r StatusRow) consent() (Act, bool) {
	var out Act
	for _, a := range r.Acts {
		if _, ok := a.Instrument(); ok && (out.By == "" || a.When().Compare(out.When()) < 0) {
			out = a
		}
	}
	return out, out.By != ""
}

// signature gives the first signature of a row.
func (r StatusRow) signature() (Act, bool) {
	for _, a := range r.Acts {
		if a.Kind == Signed {
			return a, true
		}
	}
	return Act{}, false
}
