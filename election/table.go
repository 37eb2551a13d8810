package election

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"chancery"
)

// MaxRows bounds the rows of a table, MaxBytes its bytes, MaxCandidates the
// candidates of one ballot.
const (
	MaxRows       = 500_000
	MaxBytes      = 64 << 20
	MaxCandidates = 1000
)

// Note is what [CountCSV] has to say beside the figures: what is missing, or
// what contradicts what.
type Note struct {
	Election, Group, Ballot string
	Row                     int // from 1 for the header; the first of the ballot
	Conflict                bool
	Text                    chancery.Message
}

// String prints the note as a line.
func (n Note) String() string {
	what := "missing"
	if n.Conflict {
		what = "contradiction"
	}
	if n.Election == "" {
		return n.Text.Text
	}
	return fmt.Sprintf("%s, %s, ballot %s (row %d): %s: %s", n.Election, n.Group, n.Ballot, n.Row, what, n.Text.Text)
}

// record is one row of the table, its ballot and its place in it (-1 where it
// was left out).
type record struct {
	ballot, tally    int
	candidate, votes string
}

// CountCSV counts every ballot of a table (a row for each candidate) and
// writes election_id,seat_group,ballot,valid,majority,candidate,votes,elected
// in the order of the rows; elected is yes, no, or blank where the rows do not
// settle it. The columns majority_required and outcome are never read, and
// valid only where it cannot be computed. Errors are of kind Unreadable where
// the table is not CSV or lacks a column.
func CountCSV(r io.Reader, w io.Writer) ([]Note, error) {
	const op = "election.CountCSV"
	t, err := readBallots(r)
	if err != nil {
		return nil, chancery.Wrap(op, chancery.Unreadable, err)
	}
	outcomes := make([]Outcome, len(t.ballots))
	for i := range t.ballots {
		outcomes[i] = Count(t.ballots[i].Ballot)
		t.explain(i, outcomes[i])
	}
	out := csv.NewWriter(w)
	out.Write([]string{"election_id", "seat_group", "ballot", "valid", "majority", "candidate", "votes", "elected"}) // errors are kept until Flush
	for _, rec := range t.records {
		b, o := t.ballots[rec.ballot], outcomes[rec.ballot]
		elected := Open
		if rec.tally >= 0 {
			elected = o.Elected[rec.tally]
		}
		out.Write([]string{b.election, b.Group, b.Number, o.Valid.String(), o.Needed.String(), rec.candidate, rec.votes, string(elected)})
	}
	out.Flush()
	return t.notes, chancery.Wrap(op, chancery.Unavailable, out.Error())
}

// tableBallot is a ballot of a table.
type tableBallot struct {
	Ballot
	election string
	row      int
}

// ballotTable is a table being read.
type ballotTable struct {
	columns map[string]int
	cells   []string
	row     int
	index   map[string]int
	ballots []tableBallot
	records []record
	notes   []Note
}

func readBallots(r io.Reader) (*ballotTable, error) {
	limited := &io.LimitedReader{R: r, N: MaxBytes + 1}
	in := csv.NewReader(limited)
	in.FieldsPerRecord = -1
	in.LazyQuotes = true
	header, err := in.Read()
	if err != nil {
		return nil, chancery.Fail("election.readBallots", chancery.Unreadable, chancery.Say("table.empty", "the table has no header"))
	}
	t := &ballotTable{columns: map[string]int{}, index: map[string]int{}}
	for i, h := range header {
		t.columns[strings.ToLower(strings.TrimSpace(strings.TrimPrefix(h, "\ufeff")))] = i
	}
	for _, need := range []string{"election_id", "candidate", "votes"} {
		if _, ok := t.columns[need]; !ok {
			return nil, chancery.Fail("election.readBallots", chancery.Unreadable, chancery.Say("table.column", "the table has no column %q", need))
		}
	}
	for t.row = 2; ; t.row++ {
		t.cells, err = in.Read()
		switch {
		case errors.Is(err, io.EOF) && limited.N > 0:
			return t, nil
		case t.row > MaxRows, limited.N <= 0:
			return nil, chancery.Fail("election.readBallots", chancery.Unreadable, chancery.Say("table.large", "the table has more than %d rows or %d bytes", MaxRows, MaxBytes))
		case err != nil:
			return nil, chancery.Fail("election.readBallots", chancery.Unreadable, chancery.Say("table.row", "row %d cannot be read: %s", t.row, err))
		}
		t.add()
	}
}

func (t *ballotTable) get(column string) string {
	i, ok := t.columns[column]
	if !ok || i >= len(t.cells) {
		return ""
	}
	return strings.TrimSpace(t.cells[i])
}

// add puts the row into its ballot; figures of the ballot are taken from the
// first row that has them, and rows that differ are listed.
func (t *ballotTable) add() {
	key := strings.Join([]string{t.get("election_id"), t.get("body"), t.get("seat_group"), t.get("ballot")}, "\x00")
	i, ok := t.index[key]
	if !ok {
		i = len(t.ballots)
		t.index[key] = i
		t.ballots = append(t.ballots, t.open())
	}
	b := &t.ballots[i]
	for _, f := range []struct {
		column string
		into   *Figure
	}{{"eligible", &b.Eligible}, {"ballots_cast", &b.Cast}, {"invalid", &b.Invalid}, {"abstentions", &b.Abstentions}, {"valid", &b.Valid}} {
		t.figure(b, f.column, f.into)
	}
	seats := Figure{b.Seats, b.Seats, b.Seats > 0}
	t.figure(b, "seats", &seats)
	b.Seats = seats.Low
	votes := t.votes(b)
	name := t.get("candidate")
	at := slices.IndexFunc(b.Tallies, func(x Tally) bool { return x.Candidate == name })
	switch {
	case at >= 0:
		t.note(b, true, "candidate.twice", "row %d: %s stands twice in this ballot; the first row counts", t.row, name)
	case len(b.Tallies) >= MaxCandidates:
		t.note(b, false, "candidate.many", "row %d: a ballot of more than %d candidates is not counted past them", t.row, MaxCandidates)
	default:
		at = len(b.Tallies)
		b.Tallies = append(b.Tallies, Tally{Candidate: name, Votes: votes})
	}
	t.records = append(t.records, record{i, at, name, t.get("votes")})
}

// reDeciding finds the special ballot of the Executive Board of UNESCO, which
// decides who stands in the last one.
var reDeciding = regexp.MustCompile(`(?i)\b(tie|tied|tie-?break|special)`)

func (t *ballotTable) open() tableBallot {
	b := tableBallot{election: t.get("election_id"), row: t.row}
	b.Body, b.Group, b.Number, b.Kind = t.get("body"), t.get("seat_group"), t.get("ballot"), t.get("ballot_kind")
	if d, err := chancery.ParseDate(t.get("date")); err == nil {
		b.Date = d
	}
	m, ok := ParseMajority(t.get("majority_kind"))
	body, known := BodyNamed(b.Body)
	if !ok && known {
		m = body.Majority
	}
	b.Majority = m
	b.AllOrNone = known && body.AllOrNone
	b.OneOrgan = known && body.Electorate == AssemblyCouncil
	b.Deciding = known && body.Sequence == FiveRounds && reDeciding.MatchString(b.Kind+" "+b.Number)
	return b
}

func (t *ballotTable) note(b *tableBallot, conflict bool, key, format string, args ...any) {
	kind := "election.missing."
	if conflict {
		kind = "election.conflict."
	}
	t.notes = append(t.notes, Note{b.election, b.Group, b.Number, b.row, conflict, chancery.Say(kind+key, format, args...)})
}

// figure reads a figure of the ballot from this row.
func (t *ballotTable) figure(b *tableBallot, column string, into *Figure) {
	f, ok := ParseFigure(t.get(column))
	switch {
	case !ok:
		t.note(b, false, "figure", "row %d: %q in %s is not a number", t.row, t.get(column), column)
	case !f.Known:
	case into.Known && *into != f:
		t.note(b, true, "figure", "row %d: %s is %s here and %s above", t.row, column, f, into)
	default:
		*into = f
	}
}

func (t *ballotTable) votes(b *tableBallot) Figure {
	f, ok := ParseFigure(t.get("votes"))
	if !ok {
		t.note(b, false, "votes", "row %d: the votes %q are not a number", t.row, t.get("votes"))
	}
	return f
}

// explain lists what an outcome misses and where it finds contradictions.
func (t *ballotTable) explain(i int, o Outcome) {
	b := &t.ballots[i]
	for _, m := range o.Missing {
		t.notes = append(t.notes, Note{b.election, b.Group, b.Number, b.row, false, m})
	}
	for _, m := range o.Conflict {
		t.notes = append(t.notes, Note{b.election, b.Group, b.Number, b.row, true, m})
	}
	for _, d := range o.Doubts {
		t.notes = append(t.notes, Note{b.election, b.Group, b.Number, b.row, true, d.Message})
	}
}
