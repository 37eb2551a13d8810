package treaty

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"chancery"
)

// MaxRows bounds the rows of a table, MaxBytes its bytes and MaxRules the
// treaties of one table: what is above is an error and not read.
const (
	MaxRows  = 500_000
	MaxRules = 5_000
	MaxBytes = 64 << 20
)

// Note is what [InForceCSV] has to say about one treaty beside its dates: why
// a date is blank, or a doubt.
type Note struct {
	ID     string
	Row    int // of the rules, from 1 for the header; 0 where the note is about the deposits
	Blank  bool
	Text   chancery.Message
	Source string
}

// InForceCSV computes the dates of every treaty in rules from deposits and
// writes them as CSV: id,threshold_met_on,entry_into_force, in the order of
// rules. The columns of results in rules (threshold_met_on, threshold_met_by,
// positions_on_threshold_day, entry_into_force, in_force) are never read.
// Errors are of kind Unreadable where a table is not CSV or lacks a column.
func InForceCSV(rules, deposits io.Reader, w io.Writer) ([]Note, error) {
	const op = "treaty.InForceCSV"
	set, notes, err := readRules(rules)
	if err != nil {
		return nil, chancery.Wrap(op, chancery.Unreadable, err)
	}
	byTreaty, more, err := readDeposits(deposits)
	if err != nil {
		return nil, chancery.Wrap(op, chancery.Unreadable, err)
	}
	notes = append(notes, more...)
	c := newCollection(set, byTreaty)
	out := csv.NewWriter(w)
	out.Write([]string{"id", "threshold_met_on", "entry_into_force"}) // errors of the writer are kept until Flush
	for i := range set {
		e := c.entry(i)
		out.Write([]string{set[i].ID, e.ThresholdMet.String(), e.InForce.String()})
		for _, m := range e.Missing {
			notes = append(notes, Note{set[i].ID, set[i].row, true, m, set[i].Source()})
		}
		for _, d := range e.Doubts {
			notes = append(notes, Note{set[i].ID, set[i].row, false, d.Message, d.Source})
		}
	}
	out.Flush()
	return notes, chancery.Wrap(op, chancery.Unavailable, out.Error())
}

// tableRow is one row of a table, by its column names.
type tableRow struct {
	number  int // from 1 for the header
	columns map[string]int
	cells   []string
}

func (r tableRow) get(column string) string {
	i, ok := r.columns[column]
	if !ok || i >= len(r.cells) {
		return ""
	}
	return strings.TrimSpace(r.cells[i])
}

// readTable reads a CSV of at most so many rows with a header and calls each
// for every row. Columns
// are found by name, whatever their order; a byte order mark is stepped over.
func readTable(r io.Reader, rows int, need []string, each func(tableRow)) error {
	limited := &io.LimitedReader{R: r, N: MaxBytes + 1}
	in := csv.NewReader(limited)
	in.FieldsPerRecord = -1
	in.LazyQuotes = true
	in.ReuseRecord = true
	header, err := in.Read()
	if err != nil {
		return chancery.Fail("treaty.readTable", chancery.Unreadable, chancery.Say("table.empty", "the table has no header"))
	}
	columns := map[string]int{}
	for i, h := range header {
		columns[strings.ToLower(strings.TrimSpace(strings.TrimPrefix(h, "\ufeff")))] = i
	}
	for _, n := range need {
		if _, ok := columns[n]; !ok {
			return chancery.Fail("treaty.readTable", chancery.Unreadable, chancery.Say("table.column", "the table has no column %q", n))
		}
	}
	for number := 2; ; number++ {
		cells, err := in.Read()
		switch {
		case errors.Is(err, io.EOF) && limited.N > 0:
			return nil
		case number > rows+1, limited.N <= 0:
			return chancery.Fail("treaty.readTable", chancery.Unreadable, chancery.Say("table.large", "the table has more than %d rows or %d bytes", rows, MaxBytes))
		case err != nil:
			return chancery.Fail("treaty.readTable", chancery.Unreadable, chancery.Say("table.row", "row %d cannot be read: %s", number, err))
		}
		each(tableRow{number, columns, cells})
	}
}

// tableRule is a rule and where it stands.
type tableRule struct {
	Rule
	row int
}

func readRules(r io.Reader) (set []tableRule, notes []Note, err error) {
	seen := map[string]int{}
	err = readTable(r, MaxRules, []string{"id"}, func(row tableRow) {
		rule, doubts := ParseRule(row.get)
		for _, d := range doubts {
			notes = append(notes, Note{rule.ID, row.number, false, d.Message, d.Source})
		}
		if first, twice := seen[rule.ID]; twice {
			notes = append(notes, Note{rule.ID, row.number, false, chancery.Say("treaty.doubt.rule.twice", "row %d: %s stands already in row %d", row.number, rule.ID, first), ""})
		} else {
			seen[rule.ID] = row.number
		}
		set = append(set, tableRule{rule, row.number})
	})
	return set, notes, err
}

// readDeposits reads a table of deposits: treaty, participant, date, kind,
// counted, and where it has it share. A row that cannot be used gives a note.
func readDeposits(r io.Reader) (map[string][]Deposit, []Note, error) {
	out := map[string][]Deposit{}
	var notes []Note
	err := readTable(r, MaxRows, []string{"treaty", "participant", "date"}, func(row tableRow) {
		id := strings.Clone(row.get("treaty"))
		bad := func(key, format string, args ...any) {
			args = append([]any{row.number}, args...)
			notes = append(notes, Note{id, 0, false, chancery.Say("treaty.row."+key, format, args...), ""})
		}
		date, ok := parseDay(row.get("date"))
		if !ok {
			bad("date", "row %d: %q is not a date", row.get("date"))
			return
		}
		mark, ok := ParseMark(row.get("kind"))
		if !ok {
			bad("mark", "row %d: the mark %q is not known", row.get("kind"))
			return
		}
		d := Deposit{By: strings.Clone(row.get("participant")), Date: date, Mark: mark, Row: row.number, Origin: strings.Clone(row.get("origin"))}
		if d.By == "" {
			bad("participant", "row %d: no participant is named")
			return
		}
		switch strings.ToLower(row.get("counted")) {
		case "yes", "y", "true", "1":
			d.Says = Counted
		case "no", "n", "false", "0":
			d.Says = NotCounted
		}
		if s, err := strconv.ParseFloat(strings.TrimRight(row.get("share"), " %"), 64); err == nil && s > 0 && s <= 100 {
			d.Share = s
		}
		out[id] = append(out[id], d)
	})
	return out, notes, err
}

// collection computes the treaties of one table, each once, and lets them wait
// for one another.
type collection struct {
	rules    []tableRule
	deposits map[string][]Deposit
	entries  map[int]Entry
	busy     map[int]bool
}

func newCollection(rules []tableRule, deposits map[string][]Deposit) *collection {
	return &collection{rules, deposits, map[int]Entry{}, map[int]bool{}}
}

func (c *collection) entry(i int) Entry {
	if e, ok := c.entries[i]; ok {
		return e
	}
	c.busy[i] = true
	e := InForce(c.rules[i].Rule, c.deposits[c.rules[i].ID], Known{InForce: func(name string, child Rule) (chancery.Date, string, bool) {
		return c.parent(i, name, child)
	}})
	delete(c.busy, i)
	c.entries[i] = e
	return e
}

// parent finds the treaty that row i waits for: by its short name, or by its
// title inside the title of the protocol; first in the table, then among the
// parents known to the program.
func (c *collection) parent(i int, name string, child Rule) (chancery.Date, string, bool) {
	best, found := 0, -1
	for j, r := range c.rules {
		if j == i || c.busy[j] {
			continue
		}
		if n := parentMatch(name, child, r.Name, r.Title); n > best {
			best, found = n, j
		}
	}
	if found >= 0 {
		if e := c.entry(found); e.Settled() || len(c.deposits[c.rules[found].ID]) > 0 && notReached(e) {
			return e.InForce, c.rules[found].Source(), true
		}
	}
	best = 0
	var on chancery.Date
	for _, p := range parents {
		if n := parentMatch(name, child, p.names[0], p.names[1]); n > best {
			best, on = n, p.date
		}
	}
	return on, "UN Treaty Collection", best > 0
}

// notReached reports whether an entry is open because too few have deposited,
// and not because something is unknown.
func notReached(e Entry) bool { return e.Needed > 0 && e.Count < e.Needed }

// parentMatch weighs how well a treaty answers to the name a clause uses: its
// short name in the clause, or its title inside the protocol's title.
func parentMatch(name string, child Rule, short, title string) int {
	if short != "" && strings.EqualFold(strings.TrimSpace(name), short) || title != "" && strings.EqualFold(strings.TrimSpace(name), title) {
		return 1_000_000
	}
	if title != "" && !strings.EqualFold(title, child.Title) && strings.Contains(strings.ToLower(child.Title), strings.ToLower(title)) {
		return len(title)
	}
	return 0
}

// String prints a note as a line: the treaty, what is missing, the source.
func (n Note) String() string {
	s := n.ID
	if n.Row > 0 {
		s = fmt.Sprintf("%s (row %d)", s, n.Row)
	}
	if n.Blank {
		s += ": left blank"
	}
	s += ": " + n.Text.Text
	if n.Source != "" {
		s += " [" + n.Source + "]"
	}
	return s
}
