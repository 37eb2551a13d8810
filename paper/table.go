package paper

import (
	"context"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"chancery"

	"github.com/xuri/excelize/v2"

	"bytes"
)

var (
	csvTable = format{"text/csv", "csv", 1, readCSV}
	workbook = format{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", 1, readWorkbook}
)

// delimiter finds the character that cuts every line of a table into the same
// number of fields. A text is a table where at least three of its lines are
// cut so, into three fields or more (two for a tab or a semicolon, which
// running text does not scatter evenly, and for a comma that no space follows
// where it cuts every line), and no more than one in twenty is not.
func delimiter(text string) (rune, bool) {
	if i := strings.LastIndexByte(text, '\n'); i > 0 && len(text) > sampleBytes/2 {
		text = text[:i] // the sample may end inside a line
	}
	for _, d := range []rune{'\t', ';', ',', '|'} {
		r := csvReader(text, d)
		counts, rows, prose, ended := map[int]int{}, 0, false, 0
		for rows < 200 {
			record, err := r.Read()
			if err == io.EOF {
				break
			}
			if err != nil {
				rows = 0
				break
			}
			rows++
			counts[len(record)]++
			for _, f := range record[1:] {
				prose = prose || f == "" || f[0] == ' ' // a comma of prose has a space or nothing after it
			}
			if len(record) == 2 && (strings.TrimSpace(record[1]) == "" || strings.Contains(record[1], "\r")) {
				ended++
			}
		}
		fields, most := 0, 0
		for n, times := range counts {
			if times > most {
				fields, most = n, times
			}
		}
		least := 2
		if d == '|' || d == ',' && (prose || most < rows) || ended*2 > rows { // lines of a list end in a semicolon each
			least = 3
		}
		if rows >= 3 && fields >= least && most*20 >= rows*19 {
			return d, true
		}
	}
	return 0, false
}

func csvReader(text string, d rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\uFEFF")))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes, r.ReuseRecord = d, -1, true, true
	return r
}

// readCSV writes each field as a cell. A line end or tab inside a field is
// kept as a space, so that a row stays a line.
func readCSV(ctx context.Context, content []byte, limits Limits, o *Opened) (*sheet, error) {
	s := newSheet(limits)
	text := s.decoded(content, o)
	d, _ := delimiter(text[:min(len(text), sampleBytes)])
	g := s.beginGrid()
	r := csvReader(text, d)
	for row := 1; !s.full(); row++ {
		record, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, &chancery.Error{Op: "paper.Open", Kind: chancery.Unreadable, What: chancery.Say("paper.csv", "the table breaks off at line %d, where a quotation mark is missing; save it anew and hand that in", row), Err: err}
		}
		if row%1024 == 0 && ctx.Err() != nil {
			return nil, cancelled(ctx)
		}
		g.row(record)
	}
	g.end()
	return s, nil
}

// grid writes a table row by row.
type grid struct {
	s             *sheet
	start, number int
	rows          int
}

func (s *sheet) beginGrid() *grid {
	s.tables++
	return &grid{s: s, start: s.at(), number: s.tables}
}

var oneLine = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ")

func (g *grid) row(cells []string) {
	g.rows++
	for i, c := range cells {
		if i > 0 {
			g.s.write("\t")
		}
		start := g.s.at()
		g.s.write(oneLine.Replace(c))
		g.s.mark(start, chancery.Range{Role: chancery.Cell, Table: g.number, Row: g.rows, Column: i + 1})
	}
	g.s.write("\n")
}

func (g *grid) end() {
	g.s.mark(g.start, chancery.Range{Role: chancery.Table, Table: g.number})
}

// readWorkbook writes each sheet as a heading with its name and a table, the
// cells as the workbook formats them.
func readWorkbook(ctx context.Context, content []byte, limits Limits, o *Opened) (*sheet, error) {
	a, err := openArchive(content)
	if err != nil {
		return nil, err
	}
	if err := a.measure(); err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{
		UnzipSizeLimit: unfoldedBytes, UnzipXMLSizeLimit: unfoldedFree, CultureInfo: excelize.CultureNameEnUS, ShortDatePattern: "yyyy-mm-dd",
	})
	if err != nil {
		if errors.Is(err, excelize.ErrWorkbookPassword) {
			return nil, encrypted()
		}
		return nil, &chancery.Error{Op: "paper.Open", Kind: chancery.Unreadable, What: damaged(), Err: err}
	}
	defer f.Close()
	if err := properties(a, "docProps/core.xml", &o.Document); err != nil {
		return nil, err
	}
	s := newSheet(limits)
	for _, name := range f.GetSheetList() {
		if err := writeSheet(ctx, f, name, s); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func writeSheet(ctx context.Context, f *excelize.File, name string, s *sheet) error {
	rows, err := f.Rows(name)
	if err != nil {
		return nil // a chart or dialogue sheet has no rows
	}
	defer rows.Close()
	s.newline()
	start := s.at()
	s.write(name)
	s.mark(start, chancery.Range{Role: chancery.Heading, Level: 1})
	s.write("\n")
	g := s.beginGrid()
	for n := 0; rows.Next() && !s.full(); n++ {
		cells, err := rows.Columns()
		if err != nil {
			return &chancery.Error{Op: "paper.Open", Kind: chancery.Unreadable, What: damaged(), Err: err}
		}
		if n%256 == 0 && ctx.Err() != nil {
			return cancelled(ctx)
		}
		g.row(cells)
	}
	g.end()
	if err := rows.Error(); err != nil {
		return &chancery.Error{Op: "paper.Open", Kind: chancery.Unreadable, What: damaged(), Err: err}
	}
	return nil
}
