package register

import (
	"context"
	"slices"
	"strings"

	"chancery"
	"chancery/authority"
	"chancery/ledger"
)

// Imported says what became of a table taken whole.
type Imported struct {
	Document chancery.Document
	Caption  string
	Existed  bool // the same bytes were imported before; nothing was added
	Rows     int
	Facts    int
	Notes    []chancery.Message // rows or cells left out, and why
}

// maxTableNotes bounds what is said of one table's rows.
const maxTableNotes = 50

// ImportTable takes a table of facts whole and accepts it with the grade of its
// source. Each cell is the passage of the value it gives. Two forms are known
// by their heads:
//
//   - ballots: a row a candidate (election_id, body, date, seat_group, seats,
//     ballot, ballot_kind, eligible, ballots_cast, invalid, abstentions, valid,
//     majority_kind, candidate, votes, outcome, status, source);
//   - facts: a row a thing, "schema" and "key", and properties of the schema as
//     further heads. Several values of a cell are parted by " | ". A reference is
//     an address of the authority files, "#" and the key of another row, or the
//     name of something the authority files know. "grade" is the grade of the
//     row's source, where it differs from the one given and the schema has no
//     property of that name.
//
// Errors are of kind Invalid where the table is of neither form.
func (r *Register) ImportTable(ctx context.Context, person string, in Incoming, grade chancery.Grade) (Imported, error) {
	const op = "register.ImportTable"
	out, err := r.importTable(ctx, person, in, grade)
	return out, chancery.Wrap(op, chancery.Internal, err)
}

func (r *Register) importTable(ctx context.Context, person string, in Incoming, grade chancery.Grade) (Imported, error) {
	opened, err := r.tools.Open(ctx, in.Name, in.Content)
	if err != nil {
		return Imported{}, err
	}
	t := &table{grade: grade, keys: map[string]string{}, names: map[string]string{}, said: map[saidKey]string{}, graded: map[chancery.Grade][]chancery.StatementID{}}
	if t.files, _, err = r.files(ctx); err != nil {
		return Imported{}, err
	}
	t.cut(opened.Edition)
	read := t.form()
	if read == nil {
		return Imported{}, chancery.Fail("register.ImportTable", chancery.Invalid,
			chancery.Say("table.form", "the table is of no form that is taken whole; name the columns election_id, candidate and votes, or schema and key"))
	}
	doc, existed, err := r.store.Receive(ctx, person, ledger.Receipt{Document: r.describe(in, opened), Content: in.Content})
	if err != nil {
		return Imported{}, err
	}
	out := Imported{Document: doc, Caption: titleOf(doc), Existed: existed, Rows: len(t.rows)}
	if existed {
		before, err := r.store.Statements(ctx, ledger.StatementQuery{Document: doc.ID})
		if err != nil || len(before) > 0 {
			return out, err
		}
		if t.edition, err = r.store.Edition(ctx, doc.ID, 0); err != nil {
			return out, err
		}
	} else {
		opened.Edition.Document = doc.ID
		if t.edition, err = r.store.AddEdition(ctx, person, opened.Edition); err != nil {
			return out, err
		}
	}
	t.cut(t.edition)
	t.marking = doc.Marking
	read()
	out.Notes, out.Facts = t.notes, len(t.statements)
	return out, r.acceptTable(ctx, person, t)
}

// acceptTable keeps what a table says and confirms it, one verdict a grade.
func (r *Register) acceptTable(ctx context.Context, person string, t *table) error {
	if len(t.statements) == 0 {
		return nil
	}
	defer r.authority.stale()
	reading := chancery.Reading{Document: t.edition.Document, Edition: t.edition.Number, Statements: t.statements}
	if len(t.graded) == 1 {
		for grade := range t.graded {
			_, err := r.store.Import(ctx, person, reading, grade)
			return err
		}
	}
	if _, err := r.store.Propose(ctx, person, reading); err != nil {
		return err
	}
	var verdicts []chancery.Verdict
	for _, grade := range []chancery.Grade{chancery.Depositary, chancery.Gazette, chancery.OfficialSite, chancery.Press, chancery.Recollection} {
		if ids := t.graded[grade]; len(ids) > 0 {
			verdicts = append(verdicts, chancery.Verdict{Person: person, Judgement: chancery.Confirmed, Grade: grade, Targets: statementTargets(ids)})
		}
	}
	_, err := r.store.Record(ctx, person, verdicts)
	return err
}

// cellOf is a cell of a table with its place in the text.
type cellOf struct {
	text       string
	start, end int
}

type saidKey struct {
	subject  chancery.EntityID
	property string
}

// table is a table being taken whole.
type table struct {
	edition    chancery.Edition
	files      *authority.Files
	grade      chancery.Grade
	marking    string
	heads      map[string]int // column by its head, in lower case
	rows       [][]cellOf     // below the heads, by column from 0
	row        int            // being read, from 0
	keys       map[string]string
	names      map[string]string // of rows, by key
	said       map[saidKey]string
	statements []chancery.Statement
	graded     map[chancery.Grade][]chancery.StatementID
	notes      []chancery.Message
}

// cut finds heads and rows of the first table of a text.
func (t *table) cut(ed chancery.Edition) {
	t.heads, t.rows, t.edition = map[string]int{}, nil, ed
	first := 0
	for _, r := range ed.Layout.Ranges {
		if r.Role != chancery.Cell || r.Start < 0 || r.End > len(ed.Text) || r.Start >= r.End || r.Row < 1 || r.Column < 1 {
			continue
		}
		if first == 0 {
			first = r.Table
		}
		if r.Table != first {
			break
		}
		text := strings.TrimSpace(strings.TrimPrefix(ed.Text[r.Start:r.End], "\ufeff"))
		if r.Row == 1 {
			t.heads[strings.ToLower(text)] = r.Column - 1
			continue
		}
		for len(t.rows) < r.Row-1 {
			t.rows = append(t.rows, nil)
		}
		row := &t.rows[r.Row-2]
		for len(*row) < r.Column {
			*row = append(*row, cellOf{})
		}
		at := r.Start + strings.Index(ed.Text[r.Start:r.End], text)
		(*row)[r.Column-1] = cellOf{text, at, at + len(text)}
	}
}

// form gives the reader of the table's form, nil where it has none.
func (t *table) form() func() {
	has := func(heads ...string) bool {
		return !slices.ContainsFunc(heads, func(h string) bool { _, ok := t.heads[h]; return !ok })
	}
	switch {
	case has("election_id", "candidate", "votes"):
		return t.ballots
	case has("schema", "key"):
		return t.things
	}
	return nil
}

// get gives the cell of the row being read under a head; the zero cell where
// it is empty.
func (t *table) get(head string) cellOf {
	i, ok := t.heads[head]
	if !ok || i >= len(t.rows[t.row]) {
		return cellOf{}
	}
	return t.rows[t.row][i]
}

// note says of the row being read what was left out.
func (t *table) note(key, format string, args ...any) {
	if len(t.notes) < maxTableNotes {
		t.notes = append(t.notes, chancery.Say(key, format, args...))
	}
}

// line is the number of the row being read as a spreadsheet counts it.
func (t *table) line() int { return t.row + 2 }

// say adds one statement, standing on a cell. The same value of the same
// property is said once, however many rows repeat it.
func (t *table) say(subject chancery.EntityID, schema, property, value string, ref chancery.EntityID, at cellOf, grade chancery.Grade) {
	if at.start >= at.end || value == "" {
		return
	}
	key := saidKey{subject, property}
	if one := value + "\x00" + string(ref) + "\x00"; strings.Contains(t.said[key], one) {
		return
	} else {
		t.said[key] += one
	}
	passage, err := chancery.Cut(t.edition.Document, t.edition.Number, t.edition.Text, at.start, at.end)
	if err != nil {
		t.note("table.cell", "row %d: %s could not be cited and is left out", t.line(), property)
		return
	}
	s := chancery.Statement{Subject: subject, Schema: schema, Property: property, Value: value, Ref: ref, Passage: passage, Rule: "import.table", Version: 1, Marking: t.marking}
	if worded(schema, property) {
		s.Language = t.edition.Language
	}
	if value != passage.Quote {
		s.Original = passage.Quote
	}
	s.ID = s.Identify()
	t.statements = append(t.statements, s)
	if grade == "" {
		grade = t.grade
	}
	t.graded[grade] = append(t.graded[grade], s.ID)
}

// grades are the words of a table for the grade of a row's source.
var grades = []chancery.Grade{chancery.Depositary, chancery.Gazette, chancery.OfficialSite, chancery.Press, chancery.Recollection}

// things reads the rows of a table of facts.
func (t *table) things() {
	for t.row = range t.rows {
		if key := t.get("key").text; key != "" {
			t.keys[key] = t.get("schema").text
			if s, ok := chancery.SchemaNamed(t.get("schema").text); ok {
				for _, n := range s.Naming {
					if name := t.get(strings.ToLower(n)).text; name != "" && t.names[key] == "" {
						t.names[key] = strings.TrimPrefix(name, "#")
					}
				}
			}
		}
	}
	for t.row = range t.rows {
		t.thing()
	}
}

// thing reads one row.
func (t *table) thing() {
	key := t.get("key").text
	s, ok := chancery.SchemaNamed(t.get("schema").text)
	if !ok || key == "" {
		t.note("table.row", "row %d has no key, or %q is no sort of thing that the register keeps; the row is left out", t.line(), t.get("schema").text)
		return
	}
	subject := t.address(key, s.Name)
	grade := chancery.Grade(t.get("grade").text)
	if _, own := s.Property("grade"); own || !slices.Contains(grades, grade) {
		if !own && grade != "" {
			t.note("table.grade", "row %d: %q is no grade of a source; the one of the table is taken", t.line(), string(grade))
		}
		grade = ""
	}
	for _, p := range s.Properties {
		for _, at := range parted(t.get(strings.ToLower(p.Name))) {
			t.fact(subject, s, p, at, grade)
		}
	}
}

// fact says one value of a row.
func (t *table) fact(subject chancery.EntityID, s chancery.Schema, p chancery.Property, at cellOf, grade chancery.Grade) {
	if p.Type != chancery.TypeEntity {
		if err := checkValue(p, HandValue{Property: p.Name, Value: at.text}); err != nil {
			t.note("table.value", "row %d: %s", t.line(), chancery.MessageOf(err))
			return
		}
		t.say(subject, s.Name, p.Name, at.text, "", at, grade)
		return
	}
	ref, shown, ok := t.refer(at.text, p.Range)
	if !ok {
		t.note("table.reference", "row %d: %s: nothing is called %q", t.line(), p.Name, at.text)
		return
	}
	t.say(subject, s.Name, p.Name, shown, ref, at, grade)
}

// parted gives the values of a cell, each with its place.
func parted(c cellOf) []cellOf {
	var out []cellOf
	at := c.start
	for _, part := range strings.SplitAfter(c.text, "|") {
		text := strings.TrimSpace(strings.TrimSuffix(part, "|"))
		if text != "" {
			start := at + strings.Index(part, text)
			out = append(out, cellOf{text, start, start + len(text)})
		}
		at += len(part)
	}
	return out
}

// address gives the entity that a key of the table names.
func (t *table) address(key, schema string) chancery.EntityID {
	if id := chancery.EntityID(key); id.Authority() {
		return id
	}
	return chancery.NewImportMention(t.edition.Document, schema, key)
}

// refer finds what a cell refers to.
func (t *table) refer(text string, schemas []string) (id chancery.EntityID, shown string, ok bool) {
	if key, own := strings.CutPrefix(text, "#"); own {
		schema := t.keys[key]
		if !slices.Contains(schemas, schema) {
			return "", "", false
		}
		shown = t.names[key]
		if shown == "" {
			shown = key
		}
		return t.address(key, schema), shown, true
	}
	if id = chancery.EntityID(text); id.Authority() {
		e, known := t.files.Entry(id)
		if !known || !slices.Contains(schemas, e.Schema) {
			return "", "", false
		}
		return e.ID, e.Name("en"), true
	}
	for _, e := range t.files.Lookup(text) {
		if slices.Contains(schemas, e.Schema) {
			return e.ID, e.Name("en"), true
		}
	}
	return "", "", false
}
