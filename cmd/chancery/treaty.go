package main

import (
	"fmt"

	"chancery/treaty"
)

// treatyCmd groups what is computed about treaties.
type treatyCmd struct {
	InForce   inForceCmd         `cmd:"" name:"in-force" help:"Compute when treaties came into force from their rules and deposits."`
	Import    treatyImportCmd    `cmd:"" help:"Take status tables into the register whole, with the grade of their source."`
	Show      treatyShowCmd      `cmd:"" help:"Print one treaty of the register as its depositary does, on a day."`
	Compare   treatyCompareCmd   `cmd:"" help:"Lay two States side by side over the treaties of the register."`
	Reconcile treatyReconcileCmd `cmd:"" help:"List where two sources of a treaty differ."`
}

// inForceCmd prints id, threshold_met_on and entry_into_force for every row of
// the rules; what cannot be computed stays blank and standard error says why.
type inForceCmd struct {
	Rules    string `required:"" placeholder:"FILE" help:"Table of rules, a row a treaty (columns as in docs/format.md)."`
	Deposits string `required:"" placeholder:"FILE" help:"Table of deposits, a row a deposit."`
	Format   string `default:"csv" enum:"csv" help:"Form of the output: csv."`
	Quiet    bool   `short:"q" help:"Do not say why a date is blank."`
}

// Help shows an example.
func (inForceCmd) Help() string {
	return "Example:\n  chancery treaty in-force --rules treaties.csv --deposits treaty_deposits.csv --format csv"
}

// Run computes.
func (t *inForceCmd) Run(c *console) error {
	rules, err := c.input(t.Rules)
	if err != nil {
		return err
	}
	defer rules.Close()
	deposits, err := c.input(t.Deposits)
	if err != nil {
		return err
	}
	defer deposits.Close()
	notes, err := treaty.InForceCSV(rules, deposits, c.out)
	if err != nil {
		return err
	}
	for _, n := range notes {
		if !t.Quiet {
			fmt.Fprintln(c.err, n)
		}
	}
	return nil
}
