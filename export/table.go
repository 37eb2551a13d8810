package export

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"chancery"
)

// Table is rows under a header, as shown on a page. Every row has as many
// cells as the header.
type Table struct {
	Name    string // of the sheet
	Header  []string
	Rows    [][]string
	Marking string // highest marking of what the table holds; "" is unmarked
	Foot    []string
}

// Guard makes a cell safe to open in a spreadsheet program: what begins like a
// formula (= + - @, also after blanks, and the full-width forms) gets an
// apostrophe before it. A number with its sign stays a number.
//
// Source: OWASP, CSV Injection.
func Guard(cell string) string {
	trimmed := strings.TrimLeft(cell, " \t\r\n\u00a0")
	if trimmed == "" {
		return cell
	}
	r, _ := utf8.DecodeRuneInString(trimmed)
	if !strings.ContainsRune("=+-@＝＋－＠", r) && trimmed[0] != '|' || number(trimmed) {
		return cell
	}
	return "'" + cell
}

// number reports whether s is a signed decimal and nothing else.
func number(s string) bool {
	s = strings.TrimLeft(s, "+-")
	digits := strings.Trim(s, "0123456789")
	return s != "" && (digits == "" || digits == ".") && len(s) > len(digits)
}

// CSV writes a table row by row: UTF-8 with a byte order mark, which
// spreadsheet programs need to see letters that are not Latin, and CRLF line
// ends (RFC 4180). Cells are guarded.
type CSV struct {
	csv *csv.Writer
	err error
}

// NewCSV begins a table with its header.
func NewCSV(w io.Writer, header ...string) *CSV {
	c := &CSV{csv: csv.NewWriter(w)}
	c.csv.UseCRLF = true
	_, c.err = io.WriteString(w, "\ufeff")
	if c.err == nil {
		c.err = c.Row(header...)
	}
	return c
}

// Row writes one row.
func (c *CSV) Row(cells ...string) error {
	if c.err == nil {
		c.err = c.csv.Write(guarded(cells))
	}
	return chancery.Wrap("export.CSV", chancery.Unavailable, c.err)
}

// Close writes what is still held; it leaves the writer below open.
func (c *CSV) Close() error {
	c.csv.Flush()
	if c.err == nil {
		c.err = c.csv.Error()
	}
	return chancery.Wrap("export.CSV", chancery.Unavailable, c.err)
}

// WriteCSV writes t whole.
func WriteCSV(w io.Writer, t Table) error {
	c := NewCSV(w, t.Header...)
	for _, row := range t.lines()[1:] {
		if err := c.Row(row...); err != nil {
			return err
		}
	}
	return c.Close()
}

func (t Table) lines() [][]string {
	rows := append([][]string{t.Header}, t.Rows...)
	if t.Marking != "" {
		rows = append(rows, pad([]string{t.Marking}, len(t.Header)))
	}
	for _, f := range t.Foot {
		rows = append(rows, pad([]string{f}, len(t.Header)))
	}
	return rows
}

func pad(row []string, n int) []string {
	for len(row) < n {
		row = append(row, "")
	}
	return row
}

func guarded(row []string) []string {
	out := make([]string, len(row))
	for i, cell := range row {
		out[i] = Guard(cell)
	}
	return out
}

// WriteXLSX writes t as one sheet of text cells with a fixed header row.
func WriteXLSX(w io.Writer, t Table) error {
	f := excelize.NewFile()
	defer f.Close()
	err := fill(f, t)
	if err == nil {
		_, err = f.WriteTo(w)
	}
	return chancery.Wrap("export.WriteXLSX", chancery.Unavailable, err)
}

func fill(f *excelize.File, t Table) error {
	name := sheetName(t.Name)
	if err := f.SetSheetName("Sheet1", name); err != nil {
		return err
	}
	s, err := f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	if err := s.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	for i, row := range t.lines() {
		cells := make([]any, len(row))
		for j, cell := range row {
			cells[j] = cut(Guard(cell), excelize.TotalCellChars)
			if i == 0 {
				cells[j] = excelize.Cell{StyleID: bold, Value: cells[j]}
			}
		}
		at, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return err
		}
		if err := s.SetRow(at, cells); err != nil {
			return err
		}
	}
	return s.Flush()
}

// sheetName gives a name that spreadsheet programs accept: at most 31
// characters, none of []:*?/\.
func sheetName(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) || r < ' ' {
			return ' '
		}
		return r
	}, s)
	if s = strings.TrimSpace(cut(s, 31)); s == "" {
		return "Register"
	}
	return s
}

// cut gives at most n characters of s.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	i := 0
	for at := range s {
		if i == n {
			return s[:at]
		}
		i++
	}
	return s
}
