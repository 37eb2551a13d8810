package main

import (
	"fmt"
	"io"

	"chancery"
	"chancery/paper"
	"chancery/register"
)

// electionImportCmd takes tables of ballots, and of facts, into the register whole.
type electionImportCmd struct {
	acting
	Grade     string   `default:"official" enum:"depositary,gazette,official,press,recollection" help:"How good the source is, where a row does not say it."`
	Title     string   `placeholder:"TITLE" help:"What the table is called."`
	Published string   `placeholder:"DATE" help:"Day of publication."`
	Publisher string   `placeholder:"NAME" help:"Who published it."`
	Files     []string `arg:"" name:"file" help:"Tables: ballots, a row a candidate, or facts with the columns schema and key; - is standard input."`
}

// Help shows an example.
func (electionImportCmd) Help() string {
	return "Each cell becomes the passage of the value it gives; all of it is accepted unread. The same table twice adds nothing.\n\nExamples:\n  chancery election import elections.csv\n  chancery election import --grade press --title \"Members of the OIC\" oic-wdo.csv"
}

// Run imports.
func (e *electionImportCmd) Run(c *console) error {
	published, err := dayOf(e.Published)
	if err != nil {
		return err
	}
	reg, person, done, err := e.register(c, paper.Limits{})
	if err != nil {
		return err
	}
	defer done()
	failed := false
	for _, file := range e.Files {
		got, err := e.one(c, reg, person, file, published)
		if err != nil {
			fmt.Fprintf(c.err, "%s: %s\n", file, sentence(err))
			failed = true
			continue
		}
		for _, note := range got.Notes {
			fmt.Fprintf(c.err, "%s: %s\n", file, note.Text)
		}
		if got.Existed {
			fmt.Fprintf(c.out, "%s: was taken before, nothing added\n", file)
			continue
		}
		fmt.Fprintf(c.out, "%s: %d rows, %d facts\n", file, got.Rows, got.Facts)
	}
	if failed {
		return errSaid
	}
	return nil
}

// one takes one table.
func (e *electionImportCmd) one(c *console, reg *register.Register, person, file string, published chancery.Date) (register.Imported, error) {
	in, err := c.input(file)
	if err != nil {
		return register.Imported{}, err
	}
	defer in.Close()
	content, err := io.ReadAll(in)
	if err != nil {
		return register.Imported{}, notThere(file, err)
	}
	about := register.Incoming{Name: file, Title: e.Title, Publisher: e.Publisher, Published: published, Content: content}
	return reg.ImportTable(c.ctx, person, about, chancery.Grade(e.Grade))
}
