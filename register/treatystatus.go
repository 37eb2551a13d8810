package register

import (
	"bytes"
	"context"
	"encoding/csv"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"chancery"
	"chancery/authority"
	"chancery/ledger"
	"chancery/treaty"
)

// statusRule is the rule of statements taken whole from a status table.
const statusRule = "import.status"

// StatusImport is a status table, or a text of declarations in which a line
// "#State" stands before what that State declared, to be taken into the register
// whole.
type StatusImport struct {
	Name      string // file name, shown only
	Content   []byte // CSV, HTML, DOCX or PDF
	Treaty    chancery.EntityID
	Title     string // of the paper; "" is the name of the treaty
	Publisher string
	Address   string
	Published chancery.Date       // the day of which the table is; what lies after it is a mistake
	Grade     chancery.Grade      // of the source
	Scope     chancery.DocumentID // of an import of many tables: their index, by which unknown participants are one in all of them
}

// StatusImported says what became of a status table.
type StatusImported struct {
	Document   chancery.DocumentID
	Treaty     chancery.EntityID
	Existed    bool // the same bytes were there already; nothing was added
	Rows       int
	Acts       int
	Statements int
	Notes      int // end notes kept in the paper's text
	Problems   []treaty.Problem
}

// ImportStatus takes a status table of one treaty into the register: the paper
// is kept as received, each date with its mark becomes an act that points at
// its cell, and all of it is accepted with the grade of its source. Rows that
// cannot be taken are listed. Nothing that another source said is changed.
func (r *Register) ImportStatus(ctx context.Context, person string, in StatusImport) (StatusImported, error) {
	const op = "register.ImportStatus"
	if in.Treaty == "" {
		return StatusImported{}, chancery.Fail(op, chancery.Invalid, chancery.Say("status.treaty", "%s: say of which treaty this is the table", in.Name))
	}
	if in.Grade == "" {
		return StatusImported{}, chancery.Fail(op, chancery.Invalid, chancery.Say("verdict.grade", "say how good the source is: depositary, gazette, official site, press or recollection"))
	}
	ed, existed, err := r.file(ctx, person, Incoming{Name: fileName(in.Name), Content: in.Content, Title: in.title(), Publisher: in.Publisher, Address: in.Address, Published: in.Published})
	if err != nil {
		return StatusImported{}, chancery.Wrap(op, chancery.Internal, err)
	}
	t := statusTable{in: in, ed: ed, authority: authority.Base()}
	if t.in.Scope == "" {
		t.in.Scope = ed.Document
	}
	if all, ok := t.declaredIn(); ok {
		out := StatusImported{Document: ed.Document, Treaty: in.Treaty, Existed: existed, Rows: len(all)}
		reading, problems, err := t.declaredReading(all)
		if err != nil {
			return out, chancery.Wrap(op, chancery.Internal, err)
		}
		out.Acts, out.Problems = len(all), problems
		out.Statements, err = r.store.Import(ctx, person, reading, in.Grade)
		return out, chancery.Wrap(op, chancery.Internal, err)
	}
	if !t.read() {
		return StatusImported{}, chancery.Fail(op, chancery.Unreadable, chancery.Say("status.none", "%s holds no table whose head names participants and acts; hand it in as a paper instead", in.Name))
	}
	out := StatusImported{Document: ed.Document, Treaty: in.Treaty, Existed: existed, Rows: len(t.table.Rows), Notes: len(t.table.Notes), Problems: t.table.Problems}
	reading, err := t.reading()
	if err != nil {
		return out, chancery.Wrap(op, chancery.Internal, err)
	}
	for _, row := range t.table.Rows {
		out.Acts += len(row.Acts)
	}
	if out.Acts == 0 {
		out.Problems = append(out.Problems, treaty.Problem{Row: 1, Text: chancery.Say("status.actless", "row 1: no column is about signing or consenting; the paper is kept, and no act follows from it")})
		return out, nil
	}
	out.Statements, err = r.store.Import(ctx, person, reading, in.Grade)
	return out, chancery.Wrap(op, chancery.Internal, err)
}

// file keeps a paper and its text without proposing anything.
func (r *Register) file(ctx context.Context, person string, in Incoming) (chancery.Edition, bool, error) {
	opened, err := r.tools.Open(ctx, in.Name, in.Content)
	if err != nil {
		return chancery.Edition{}, false, err
	}
	doc, existed, err := r.store.Receive(ctx, person, ledger.Receipt{Document: r.describe(in, opened), Content: in.Content})
	if err != nil {
		return chancery.Edition{}, false, err
	}
	opened.Edition.Document = doc.ID
	ed, err := r.store.AddEdition(ctx, person, opened.Edition)
	return ed, existed, err
}

func (in StatusImport) title() string {
	if in.Title != "" {
		return in.Title
	}
	if e, ok := authority.Base().Entry(in.Treaty); ok {
		return e.Name("en")
	}
	return ""
}

// statusTable is a table of an edition being read.
type statusTable struct {
	in        StatusImport
	ed        chancery.Edition
	authority *authority.Files
	cells     [][]chancery.Range // by row, then column
	table     treaty.StatusTable
}

// maxHeads is how many rows of a table are tried as its head: titles may stand
// above it.
const maxHeads = 6

// read finds the table of the edition that has most acts.
func (t *statusTable) read() bool {
	tables := cellsOf(t.ed)
	var unplaced []treaty.Problem
	if len(tables) == 0 {
		var printed [][]chancery.Range
		printed, unplaced = printedCells(t.ed.Text)
		tables = [][][]chancery.Range{printed, commaCells(t.ed.Text)}
	}
	for _, cells := range tables {
		rows := make([][]string, len(cells))
		for i, row := range cells {
			rows[i] = make([]string, len(row))
			for j, c := range row {
				rows[i][j] = strings.Join(strings.Fields(t.ed.Text[c.Start:c.End]), " ")
			}
		}
		for head := range min(maxHeads, len(rows)) {
			got := treaty.ParseStatus(rows[head:], treaty.StatusOptions{On: t.in.Published, Resolve: t.resolve, Origin: t.in.Name})
			if len(got.Rows) == 0 {
				continue
			}
			if t.cells == nil || len(got.Acts()) > len(t.table.Acts()) {
				t.table, t.cells = got, cells[head:]
			}
			break
		}
	}
	t.table.Problems = append(t.table.Problems, unplaced...)
	t.byCode()
	return t.cells != nil
}

// cellsOf gives the cells of each table of a text.
func cellsOf(ed chancery.Edition) [][][]chancery.Range {
	var out [][][]chancery.Range
	number := 0
	for _, r := range ed.Layout.Ranges {
		if r.Role != chancery.Cell || r.Row < 1 || r.Column < 1 || r.Row > 2*treaty.MaxStatusRows || r.Column > 200 || r.Start < 0 || r.End > len(ed.Text) || r.Start > r.End {
			continue
		}
		if r.Table != number || len(out) == 0 {
			out, number = append(out, nil), r.Table
		}
		t := &out[len(out)-1]
		for len(*t) < r.Row {
			*t = append(*t, nil)
		}
		row := &(*t)[r.Row-1]
		for len(*row) < r.Column {
			*row = append(*row, chancery.Range{})
		}
		(*row)[r.Column-1] = r
	}
	return out
}

var (
	printedHead = regexp.MustCompile(`(?m)^(?:Participant|State|Country|Party|Contracting Party)s?[ \t]+\S.*$`)
	printedKind = regexp.MustCompile(`\b(?:Definitive signature|Signature|Formal confirmation|Ratification|Accession|Acceptance|Approval|Succession|Consent|Provisional)`)
	printedDate = regexp.MustCompile(`(\d{1,2} \p{L}{3,9}\.? \d{4})(?:[ \t]+([A-Za-z]{1,2})\b)?`)
)

// printedCells gives the cells of a status table whose lines are there and
// whose columns are lost, as in a PDF: a name, then as many dates as there are
// columns, or fewer with their marks. A date that may stand in more than one
// column is left out and said so; no column is guessed.
func printedCells(s string) ([][]chancery.Range, []treaty.Problem) {
	at := printedHead.FindStringIndex(s)
	if at == nil {
		return nil, nil
	}
	var heads []chancery.Range
	for _, k := range printedKind.FindAllStringIndex(s[at[0]:at[1]], -1) {
		if before := strings.TrimRight(s[at[0]:at[0]+k[0]], " \t"); strings.HasSuffix(before, ",") {
			continue // one more kind in the same column
		}
		if n := len(heads); n > 0 {
			heads[n-1].End = at[0] + k[0]
		}
		heads = append(heads, chancery.Range{Start: at[0] + k[0], End: at[1]})
	}
	if len(heads) == 0 {
		return nil, nil
	}
	out := [][]chancery.Range{append([]chancery.Range{{Start: at[0], End: heads[0].Start}}, heads...)}
	var problems []treaty.Problem
	for start := at[1] + 1; start < len(s) && len(out) <= treaty.MaxStatusRows; {
		end := start + strings.IndexByte(s[start:]+"\n", '\n')
		dates := printedDate.FindAllStringSubmatchIndex(s[start:end], -1)
		if len(dates) > 0 && dates[0][0] > 0 {
			row := make([]chancery.Range, len(heads)+1)
			row[0] = chancery.Range{Start: start, End: start + len(strings.TrimRight(s[start:start+dates[0][0]], " \t"))}
			for i, d := range dates {
				cell := chancery.Range{Start: start + d[0], End: start + d[1]}
				switch column := columnOf(s, heads, d, start, i, len(dates)); {
				case column >= 0:
					row[column+1] = cell
				default:
					problems = append(problems, treaty.Problem{Row: len(out) + 1, Text: chancery.Say("status.column", "row %d: in which column %q stands is not to be seen; it was left out", len(out)+1, s[cell.Start:cell.End])})
				}
			}
			out = append(out, row)
		}
		start = end + 1
	}
	return out, problems
}

// columnOf says in which column the i-th of n dates of a line stands, -1 where
// it may be more than one.
func columnOf(s string, heads []chancery.Range, d []int, line, i, n int) int {
	if n == len(heads) {
		return i
	}
	if len(heads) == 1 {
		return 0
	}
	if d[4] < 0 {
		return -1
	}
	mark := "(" + s[line+d[4]:line+d[5]] + ")"
	found := -1
	for c, h := range heads {
		if strings.Contains(s[h.Start:h.End], mark) {
			if found >= 0 {
				return -1
			}
			found = c
		}
	}
	return found
}

// commaCells gives the cells of a text of comma-separated values that its
// opener took for plain text, as it may where there are two columns only.
func commaCells(text string) [][]chancery.Range {
	var out [][]chancery.Range
	var row []chancery.Range
	start, quoted := 0, false
	end := func(at int) {
		c := chancery.Range{Start: start, End: at, Role: chancery.Cell, Table: 1, Row: len(out) + 1, Column: len(row) + 1}
		if c.End-c.Start >= 2 && text[c.Start] == '"' && text[c.End-1] == '"' {
			c.Start, c.End = c.Start+1, c.End-1
		}
		row = append(row, c)
		start = at + 1
	}
	for i := 0; i <= len(text); i++ {
		switch {
		case i < len(text) && text[i] == '"':
			quoted = !quoted
		case i < len(text) && text[i] == ',' && !quoted:
			end(i)
		case i == len(text) || text[i] == '\n' && !quoted:
			if len(out) > 2*treaty.MaxStatusRows {
				return out
			}
			if i > start || len(row) > 0 {
				end(i)
				out = append(out, row)
			}
			row, start = nil, i+1
		}
	}
	return out
}

func (t *statusTable) resolve(name string) (string, bool) {
	id, ok := participant(name)
	return string(id), ok
}

// byCode finds participants that no name of theirs found by a column of ISO
// 3166 codes.
func (t *statusTable) byCode() {
	found := map[int]bool{}
	for i := range t.table.Rows {
		row := &t.table.Rows[i]
		code := ""
		for title, cell := range row.Extra {
			if k := strings.ToLower(title); k == "iso2" || k == "iso3" || k == "iso" {
				code = cell
			}
		}
		if strings.Contains(row.Participant, ":") || code == "" {
			continue
		}
		for _, e := range t.authority.Entries("State") {
			if e.ISO2 == code && e.Ended.IsZero() || e.ISO3 == code {
				row.Participant, found[row.Row] = string(e.ID), true
			}
		}
	}
	t.table.Problems = slices.DeleteFunc(t.table.Problems, func(p treaty.Problem) bool { return p.Text.Key == "treaty.status.unresolved" && found[p.Row] })
}

// reading makes statements of the rows.
func (t *statusTable) reading() (chancery.Reading, error) {
	r := chancery.Reading{Document: t.ed.Document, Edition: t.ed.Number, Rules: 1}
	seen := map[chancery.StatementID]bool{}
	label := string(t.in.Treaty)
	if e, ok := t.authority.Entry(t.in.Treaty); ok {
		label = e.Name("en")
	}
	for _, row := range t.table.Rows {
		by, name := chancery.EntityID(row.Participant), row.Name
		cells := t.cells[row.Row-1]
		if !by.Authority() {
			schema := "State"
			if treaty.IsOrganisation(name) {
				schema = "Organization"
			}
			by = chancery.NewImportMention(t.in.Scope, schema, name)
			if err := t.say(&r, seen, by, schema, "name", name, "", cells[t.table.Name]); err != nil {
				return r, err
			}
		}
		for i, a := range row.Acts {
			cell, head := cells[row.Columns[i]], t.cells[0][row.Columns[i]]
			act := chancery.NewImportMention(t.ed.Document, "Act", strings.Join([]string{string(t.in.Treaty), string(by), string(a.Kind), a.Date.String(), strconv.Itoa(i)}, "|"))
			kind := head
			values := []struct {
				property, value string
				ref             chancery.EntityID
				at              chancery.Range
			}{
				{"instrument", label, t.in.Treaty, head}, {"by", name, by, cells[t.table.Name]}, {"type", string(a.Kind), "", kind},
				{"date", a.Date.String(), "", cell},
			}
			if _, binds := a.Instrument(); binds {
				values = append(values, values[3])
				values[4].property = "deposited"
			}
			if a.Mark != "" && a.Mark != treaty.Ratification && a.Mark != treaty.Consent {
				values = append(values, values[3])
				values[len(values)-1].property, values[len(values)-1].value = "mark", string(a.Mark)
			}
			for _, v := range values {
				if v.value == "" {
					continue
				}
				if err := t.say(&r, seen, act, "Act", v.property, v.value, v.ref, v.at); err != nil {
					return r, err
				}
			}
		}
	}
	return r, nil
}

func (t *statusTable) say(r *chancery.Reading, seen map[chancery.StatementID]bool, subject chancery.EntityID, schema, property, value string, ref chancery.EntityID, at chancery.Range) error {
	passage, err := chancery.Cut(t.ed.Document, t.ed.Number, t.ed.Text, at.Start, at.End)
	if err != nil {
		return err
	}
	s := chancery.Statement{Subject: subject, Schema: schema, Property: property, Value: value, Ref: ref, Passage: passage, Rule: statusRule, Version: 1}
	if passage.Quote != value {
		s.Original = passage.Quote
	}
	if property == "name" {
		s.Language = "en"
	}
	if s.ID = s.Identify(); !seen[s.ID] {
		seen[s.ID] = true
		r.Statements = append(r.Statements, s)
	}
	return nil
}

// StatusIndex says of which treaty each of many status tables is.
type StatusIndex struct {
	Document chancery.DocumentID // of the index itself, kept as a paper
	Files    map[string]IndexRow // by file name without folder and ending, in lower case
}

// IndexRow is a row of an index of status tables.
type IndexRow struct {
	Treaty  chancery.EntityID
	Name    string
	Address string
	row     int
}

// ReadStatusIndex reads an index of status tables: a CSV whose columns are
// chapter_no, treaty_no, treaty_name and url (as an index of the UN Treaty
// Collection has them), or file and treaty.
func ReadStatusIndex(content []byte) (StatusIndex, error) {
	const op = "register.ReadStatusIndex"
	out := StatusIndex{Files: map[string]IndexRow{}}
	in := csv.NewReader(bytes.NewReader(content))
	in.FieldsPerRecord, in.LazyQuotes = -1, true
	rows, err := in.ReadAll()
	if err != nil || len(rows) == 0 {
		return out, chancery.Fail(op, chancery.Unreadable, chancery.Say("status.index.csv", "the index is no table of comma-separated values"))
	}
	place := map[string]int{}
	for i, h := range rows[0] {
		place[strings.ToLower(strings.TrimSpace(strings.TrimPrefix(h, "\ufeff")))] = i
	}
	get := func(row []string, column string) string {
		if i, ok := place[column]; ok && i < len(row) {
			return strings.TrimSpace(row[i])
		}
		return ""
	}
	for i, row := range rows[1:] {
		e := IndexRow{Name: get(row, "treaty_name"), Address: get(row, "url"), row: i + 2}
		file := get(row, "file")
		if chapter, no := get(row, "chapter_no"), get(row, "treaty_no"); file == "" && chapter != "" && no != "" {
			file = chapter + "-" + strings.ReplaceAll(no, ".", "-") + ".csv"
			e.Treaty = chancery.EntityID("treaty:UNTC-" + strings.TrimSuffix(file, ".csv"))
		} else if id := get(row, "treaty"); id != "" {
			e.Treaty = TreatyID(id)
		}
		if file != "" && e.Treaty != "" {
			out.Files[FileKey(file)] = e
		}
	}
	if len(out.Files) == 0 {
		return out, chancery.Fail(op, chancery.Unreadable, chancery.Say("status.index.columns", "the index needs the columns chapter_no and treaty_no, or file and treaty"))
	}
	return out, nil
}

// fileName gives the name of a file without its folder.
func fileName(name string) string { return path.Base(strings.ReplaceAll(name, `\`, "/")) }

// FileKey gives the name of a file without its folder and ending, in lower case.
func FileKey(name string) string {
	name = fileName(name)
	return strings.ToLower(strings.TrimSuffix(name, path.Ext(name)))
}

// TreatyID reads the name of a treaty as a person writes it: "treaty:UNTC-4-8",
// "UNTC-4-8", "4-8", or the name or acronym of a treaty that an authority file
// or the program's own table has. It gives "" where none is meant.
func TreatyID(name string) chancery.EntityID {
	name = strings.TrimSpace(name)
	id := chancery.EntityID("treaty:" + strings.TrimPrefix(name, "treaty:"))
	if _, ok := authority.Base().Entry(id); ok || strings.HasPrefix(name, "treaty:") || strings.HasPrefix(name, "UNTC-") {
		return id
	}
	if name != "" && strings.Trim(name, "0123456789-abcdefghijklmnop") == "" && name[0] >= '0' && name[0] <= '9' {
		return chancery.EntityID("treaty:UNTC-" + name)
	}
	for _, e := range authority.Base().Lookup(name) {
		if e.Schema == "Instrument" {
			return e.ID
		}
	}
	key := plain(name)
	if id := otherAcronyms[key]; id != "" {
		return id
	}
	for _, t := range treaty.KnownTreaties() {
		if key != "" && (plain(t.Name) == key || plain(t.Title) == key) {
			return chancery.EntityID("treaty:" + t.ID)
		}
	}
	return ""
}

// StateID gives the State or organisation that a name, a code such as "KAZ" or
// an address means; "" where none does.
func StateID(name string) chancery.EntityID {
	if _, ok := authority.Base().Entry(chancery.EntityID(name)); ok {
		return chancery.EntityID(name)
	}
	if _, ok := authority.Base().Entry(chancery.EntityID("state:" + strings.ToUpper(name))); ok {
		return chancery.EntityID("state:" + strings.ToUpper(name))
	}
	id, _ := participant(name)
	return id
}

// otherAcronyms are short names in use beside those of the known treaties.
var otherAcronyms = map[string]chancery.EntityID{"icmw": "treaty:UNTC-4-13", "cmw": "treaty:UNTC-4-13", "cped": "treaty:UNTC-4-16", "iced": "treaty:UNTC-4-16",
	"opac": "treaty:UNTC-4-11-b", "opsc": "treaty:UNTC-4-11-c", "opic": "treaty:UNTC-4-11-d", "cat op": "treaty:UNTC-4-9-b"}

// plain gives the letters and digits of a name alone, its pieces in one order,
// so that "OP-CEDAW", "cedaw_op" and "op cedaw" are one name.
func plain(name string) string {
	pieces := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') })
	slices.Sort(pieces)
	return strings.Join(pieces, " ")
}

// TreatyOfFile guesses of which treaty a status table is from the end of its
// file's name ("hr_status_op_cedaw.csv"): the longest run of words that is the
// short name of a treaty.
func TreatyOfFile(name string) chancery.EntityID {
	words := strings.FieldsFunc(FileKey(name), func(r rune) bool { return r == '_' || r == ' ' })
	for i := range words {
		if id := TreatyID(strings.Join(words[i:], "-")); id != "" {
			return id
		}
	}
	return ""
}

// ImportIndex keeps an index of status tables as a paper and takes from it the
// names of the treaties that no authority file knows.
func (r *Register) ImportIndex(ctx context.Context, person, name string, content []byte, grade chancery.Grade) (StatusIndex, error) {
	const op = "register.ImportIndex"
	index, err := ReadStatusIndex(content)
	if err != nil {
		return index, err
	}
	ed, _, err := r.file(ctx, person, Incoming{Name: fileName(name), Content: content})
	if err != nil {
		return index, chancery.Wrap(op, chancery.Internal, err)
	}
	index.Document = ed.Document
	t := statusTable{ed: ed, authority: authority.Base()}
	reading := chancery.Reading{Document: ed.Document, Edition: ed.Number, Rules: 1}
	seen := map[chancery.StatementID]bool{}
	rows := map[int]IndexRow{}
	for _, e := range index.Files {
		rows[e.row] = e
	}
	for _, cells := range cellsOf(ed) {
		for i, row := range cells {
			e := rows[i+1]
			name := strings.Join(strings.Fields(e.Name), " ")
			for _, c := range row {
				if name == "" || strings.Join(strings.Fields(ed.Text[c.Start:c.End]), " ") != name {
					continue
				}
				if err := t.say(&reading, seen, e.Treaty, "Instrument", "name", name, "", c); err != nil {
					return index, chancery.Wrap(op, chancery.Internal, err)
				}
				if err := t.say(&reading, seen, e.Treaty, "Instrument", "type", "treaty", "", c); err != nil {
					return index, chancery.Wrap(op, chancery.Internal, err)
				}
			}
		}
	}
	slices.SortFunc(reading.Statements, func(a, b chancery.Statement) int { return a.Passage.Start - b.Passage.Start })
	_, err = r.store.Import(ctx, person, reading, grade)
	return index, chancery.Wrap(op, chancery.Internal, err)
}
