package learn

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

	"chancery"
)

// SuggestCSV reads rows with a column "text" and writes, for each, its number
// from 1, the action category and the issues, parted by commas: the contract of
// "chancery suggest --format csv". Train, where it is not nil, holds confirmed
// rows with the columns text, action_category and issues. Errors are of kind
// Invalid (no such column, not CSV).
func SuggestCSV(train, in io.Reader, w io.Writer) error {
	var m *Model
	if train != nil {
		rows, err := ReadRows(train)
		if err != nil {
			return err
		}
		m = Train(rows)
	}
	out := csv.NewWriter(bufio.NewWriterSize(w, 64<<10))
	if err := out.Write([]string{"row", "action_category", "issues"}); err != nil {
		return err
	}
	n := 0
	var sc scratch
	err := eachRow(in, func(column map[string]int, record []string) error {
		n++
		text := field(record, column, "text")
		return out.Write([]string{strconv.Itoa(n), m.category(text, &sc, nil), strings.Join(m.issuesOf(text, &sc, nil), ",")})
	})
	out.Flush()
	return errors.Join(err, out.Error())
}

// ReadRows reads confirmed rows from CSV with the columns text,
// action_category and issues.
func ReadRows(r io.Reader) ([]Row, error) {
	var rows []Row
	err := eachRow(r, func(column map[string]int, record []string) error {
		row := Row{Text: field(record, column, "text"), Category: field(record, column, "action_category")}
		for _, s := range strings.Split(field(record, column, "issues"), ",") {
			if s = strings.TrimSpace(s); s != "" {
				row.Issues = append(row.Issues, s)
			}
		}
		rows = append(rows, row)
		return nil
	})
	return rows, err
}

// eachRow gives each record below the heads, with the columns by their names.
func eachRow(r io.Reader, do func(column map[string]int, record []string) error) error {
	const op = "learn.SuggestCSV"
	c := csv.NewReader(bufio.NewReaderSize(r, 64<<10))
	c.FieldsPerRecord = -1
	c.LazyQuotes = true
	heads, err := c.Read()
	if err != nil {
		return chancery.Wrap(op, chancery.Invalid, err)
	}
	column := map[string]int{}
	for i, h := range heads {
		column[strings.ToLower(strings.TrimSpace(strings.TrimPrefix(h, "\ufeff")))] = i
	}
	if _, ok := column["text"]; !ok {
		return chancery.Fail(op, chancery.Invalid, chancery.Say("learn.column", "the table has no column named text; its first row must name the columns"))
	}
	for {
		record, err := c.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return chancery.Wrap(op, chancery.Invalid, err)
		}
		if err := do(column, record); err != nil {
			return chancery.Wrap(op, chancery.Unavailable, err)
		}
	}
}

func field(record []string, column map[string]int, name string) string {
	i, ok := column[name]
	if !ok || i >= len(record) {
		return ""
	}
	return record[i]
}
