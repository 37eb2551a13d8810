package main

import (
	"context"
	"io"
	"os"
	"strings"

	"chancery"
	"chancery/export"
	"chancery/register"
)

// exportCmd writes the register to a file.
type exportCmd struct {
	looking
	Format string `default:"jsonl" enum:"jsonl,ftm,csv,xlsx" help:"jsonl (everything), ftm (FollowTheMoney), csv or xlsx (one sort of thing)."`
	Schema string `placeholder:"NAME" help:"With csv and xlsx: what to list (Person, Event, Measure, ...)."`
	Output string `short:"o" placeholder:"FILE" help:"Where to write (default: standard output)."`
}

// Help shows an example.
func (exportCmd) Help() string {
	return "Examples:\n  chancery export --format jsonl -o register.jsonl\n  chancery export --format xlsx --schema Measure -o measures.xlsx"
}

// Run exports.
func (e *exportCmd) Run(c *console) error {
	table := e.Format == "csv" || e.Format == "xlsx"
	if _, ok := chancery.SchemaNamed(e.Schema); table && !ok {
		var names []string
		for _, s := range chancery.Schemas {
			names = append(names, s.Name)
		}
		return usageError("--schema says what to list; it is one of " + strings.Join(names, ", "))
	}
	reg, reader, done, err := e.register(c)
	if err != nil {
		return err
	}
	defer done()
	return c.write(e.Output, func(w io.Writer) error { return e.export(c.ctx, w, reg, reader) })
}

func (e *exportCmd) export(ctx context.Context, w io.Writer, reg *register.Register, reader register.Reader) error {
	switch e.Format {
	case "jsonl":
		return export.JSONL(ctx, w, reg, e.Ceiling)
	case "ftm":
		return export.FollowTheMoney(ctx, w, reg, e.Ceiling)
	}
	t, err := export.Things(ctx, reg, reader, e.Schema)
	if err != nil {
		return err
	}
	if e.Format == "csv" {
		return export.WriteCSV(w, t)
	}
	return export.WriteXLSX(w, t)
}

// write gives make a file that appears whole or not at all, or standard output.
func (c *console) write(path string, make func(io.Writer) error) error {
	if path == "" || path == "-" {
		return make(c.out)
	}
	f, err := os.CreateTemp(folderOf(path), ".chancery-*")
	if err != nil {
		return notWritten(path, err)
	}
	defer os.Remove(f.Name())
	if err := make(f); err != nil {
		f.Close()
		return err
	}
	if err := f.Sync(); err != nil {
		f.Close()
		return notWritten(path, err)
	}
	if err := f.Close(); err != nil {
		return notWritten(path, err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return notWritten(path, err)
	}
	return nil
}

func notWritten(path string, err error) error {
	return &chancery.Error{Op: "export", Kind: chancery.Unavailable, Err: err,
		What: chancery.Say("file.unwritten", "%s could not be written; see that the folder is there and the disk has room", path)}
}
