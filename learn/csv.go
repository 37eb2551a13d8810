package learn

import (
	"bufio"
	"encoding/csv"
	"io"
	"runtime"
	"strconv"
	"strings"
	"sync"

	"chancery"
)

// SuggestCSV reads rows with a column "text" and writes, for each, its number
// from 1, the action category and the issues, parted by commas: the contract of
// "chancery suggest --format csv". Train, where it is not nil, holds confirmed
// rows with the columns text, action_category and issues. Errors are of kind
// Invalid (no such column, not CSV).
func SuggestCSV(train, in io.Reader, w io.Writer) error {
	var rows []Row
	if train != nil {
		var err error
		if rows, err = ReadRows(train); err != nil {
			return err
		}
	}
	return Train(rows, ActionCategory, Issues).suggestCSV(in, w)
}

// batch is how many rows a worker takes at a time.
const batch = 256

// suggestCSV shares the rows between workers and writes them in their order.
func (m *Model) suggestCSV(in io.Reader, w io.Writer) error {
	type job struct {
		texts []string
		done  chan [][2]string // category and issues of each
	}
	workers := runtime.GOMAXPROCS(0)
	jobs := make(chan job, workers)
	ordered := make(chan job, 2*workers)
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			var sc scratch
			for j := range jobs {
				out := make([][2]string, len(j.texts))
				for i, text := range j.texts {
					sc.cut(text)
					out[i] = [2]string{m.labels(0, &sc)[0], strings.Join(m.labels(1, &sc), ",")}
				}
				j.done <- out
			}
		})
	}
	var written error
	wait.Go(func() {
		out := csv.NewWriter(bufio.NewWriterSize(w, 64<<10))
		out.Write([]string{"row", "action_category", "issues"})
		n := 0
		for j := range ordered {
			for _, s := range <-j.done {
				n++
				out.Write([]string{strconv.Itoa(n), s[0], s[1]})
			}
		}
		out.Flush()
		written = out.Error()
	})
	var texts []string
	send := func() {
		j := job{texts, make(chan [][2]string, 1)}
		jobs <- j
		ordered <- j
		texts = nil
	}
	read := eachRow(in, func(column map[string]int, record []string) {
		if texts = append(texts, field(record, column, "text")); len(texts) == batch {
			send()
		}
	})
	send()
	close(jobs)
	close(ordered)
	wait.Wait()
	if read == nil && written != nil {
		return chancery.Wrap("learn.SuggestCSV", chancery.Unavailable, written)
	}
	return read
}

// ReadRows reads confirmed rows from CSV with the columns text,
// action_category and issues.
func ReadRows(r io.Reader) ([]Row, error) {
	var rows []Row
	err := eachRow(r, func(column map[string]int, record []string) {
		row := Row{Text: field(record, column, "text"), Labels: map[string][]string{}}
		for _, set := range []Set{ActionCategory, Issues} {
			for _, s := range strings.Split(field(record, column, set.Name), ",") {
				if s = strings.TrimSpace(s); s != "" {
					row.Labels[set.Name] = append(row.Labels[set.Name], s)
				}
			}
		}
		rows = append(rows, row)
	})
	return rows, err
}

// eachRow gives each record below the heads, with the columns by their names.
func eachRow(r io.Reader, do func(column map[string]int, record []string)) error {
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
		do(column, record)
	}
}

func field(record []string, column map[string]int, name string) string {
	i, ok := column[name]
	if !ok || i >= len(record) {
		return ""
	}
	return record[i]
}
