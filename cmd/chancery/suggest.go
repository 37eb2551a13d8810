package main

import (
	"io"
	"os"

	"chancery/learn"
)

// suggestCmd prints row, action_category and issues for every row of a table.
type suggestCmd struct {
	Format string `default:"csv" enum:"csv" help:"Form of the output: csv."`
	Learn  string `placeholder:"FILE" help:"Table of confirmed rows to learn from (columns text, action_category, issues); without it built-in rules alone."`
	File   string `arg:"" help:"Table with a column text; - is standard input."`
}

// Help shows an example.
func (suggestCmd) Help() string {
	return "Nothing that is learnt is kept.\n\nExample:\n  chancery suggest --format csv --learn confirmed.csv new.csv"
}

// Run suggests.
func (s *suggestCmd) Run(c *console) error {
	in, err := c.input(s.File)
	if err != nil {
		return err
	}
	defer in.Close()
	if s.Learn == "" {
		return learn.SuggestCSV(nil, in, c.out)
	}
	train, err := c.input(s.Learn)
	if err != nil {
		return err
	}
	defer train.Close()
	return learn.SuggestCSV(train, in, c.out)
}

// input opens a file, or standard input for "-".
func (c *console) input(path string) (io.ReadCloser, error) {
	if path == "-" {
		return io.NopCloser(c.in), nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, notThere(path, err)
	}
	return f, nil
}
