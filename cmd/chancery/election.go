package main

import (
	"fmt"

	"chancery/election"
)

// electionCmd groups what is computed about elections.
type electionCmd struct {
	Count  countCmd          `cmd:"" help:"Compute majorities and who is elected, ballot by ballot."`
	Import electionImportCmd `cmd:"" help:"Take tables of elections and of facts into the register whole."`
}

// countCmd prints election_id, seat_group, ballot, valid, majority, candidate,
// votes and elected for every row; what cannot be computed stays blank and
// standard error says why.
type countCmd struct {
	Format string `default:"csv" enum:"csv" help:"Form of the output: csv."`
	Quiet  bool   `short:"q" help:"Do not say why a figure is blank."`
	File   string `arg:"" help:"Table of ballots, a row a candidate (columns as in docs/format.md); - is standard input."`
}

// Help shows an example.
func (countCmd) Help() string {
	return "Example:\n  chancery election count --format csv elections.csv"
}

// Run counts.
func (e *countCmd) Run(c *console) error {
	in, err := c.input(e.File)
	if err != nil {
		return err
	}
	defer in.Close()
	notes, err := election.CountCSV(in, c.out)
	if err != nil {
		return err
	}
	for _, n := range notes {
		if !e.Quiet {
			fmt.Fprintln(c.err, n)
		}
	}
	return nil
}
