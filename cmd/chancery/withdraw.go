package main

import (
	"fmt"
	"strings"

	"chancery"
	"chancery/ledger"
	"chancery/register"
)

// withdrawCmd makes a paper filed by mistake unreadable.
type withdrawCmd struct {
	acting
	Reason string `required:"" placeholder:"TEXT" help:"Why; it is all that stays of the paper."`
	Paper  string `arg:"" help:"Digest of the paper, or the beginning of it (search prints it)."`
}

// Help shows an example.
func (withdrawCmd) Help() string {
	return "The paper's bytes, text, quotes and values become unreadable everywhere, for ever.\n\nExample:\n  chancery withdraw --reason \"filed by mistake\" 4f16c507d3dd"
}

// Run withdraws.
func (w *withdrawCmd) Run(c *console) error {
	reg, done, err := c.open()
	if err != nil {
		return err
	}
	defer done()
	id, err := c.find(reg, w.Paper)
	if err != nil {
		return err
	}
	person, err := w.sign(c.ctx, reg)
	if err != nil {
		return err
	}
	if err := reg.Withdraw(c.ctx, person, id, w.Reason); err != nil {
		return err
	}
	fmt.Fprintf(c.out, "%s is withdrawn\n", id)
	return nil
}

// find gives the one paper whose digest begins so.
func (c *console) find(reg *register.Register, prefix string) (chancery.DocumentID, error) {
	if len(prefix) == 64 {
		return chancery.DocumentID(prefix), nil
	}
	if len(prefix) < 8 {
		return "", usageError("give at least 8 digits of the paper's digest")
	}
	all, err := reg.Store().Documents(c.ctx, ledger.DocumentQuery{})
	if err != nil {
		return "", err
	}
	var found []chancery.DocumentID
	for _, d := range all.Rows {
		if strings.HasPrefix(string(d.ID), prefix) {
			found = append(found, d.ID)
		}
	}
	if len(found) != 1 {
		return "", chancery.Fail("find", chancery.NotFound, chancery.Say("paper.prefix", "%d papers have a digest that begins with %s; give more of it", len(found), prefix))
	}
	return found[0], nil
}
