package main

import "fmt"

// checkCmd rebuilds what is derived and compares.
type checkCmd struct{}

// Help shows an example.
func (checkCmd) Help() string {
	return "Reads the whole register: digests, order, and the projections against a fold of the ledger.\n\nExample:\n  chancery check --data /srv/chancery"
}

// Run checks.
func (checkCmd) Run(c *console) error {
	reg, done, err := c.open()
	if err != nil {
		return err
	}
	defer done()
	p := c.progress("checking", 0)
	report, err := reg.Store().Check(c.ctx, func(n, total int) { p.total = total; p.set(n) })
	p.end()
	if err != nil {
		return err
	}
	for _, t := range report.Troubles {
		fmt.Fprintln(c.err, t)
	}
	fmt.Fprintf(c.out, "%d entries, %d papers, %d statements, %d verdicts, %d facts, %d things\n",
		report.Entries, report.Documents, report.Statements, report.Verdicts, report.Facts, report.Items)
	if !report.Clean() {
		fmt.Fprintf(c.err, "chancery: the register is damaged in %d places; restore the last copy that checks clean\n", len(report.Troubles))
		return errSaid
	}
	fmt.Fprintln(c.out, "clean")
	return nil
}
