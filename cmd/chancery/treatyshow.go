package main

import (
	"fmt"

	"chancery"
	"chancery/ledger"
	"chancery/register"
)

// onDay is the day that a question about treaties is asked of.
type onDay struct {
	On string `placeholder:"DATE" help:"The day asked about (default: today)."`
}

func (o onDay) reader() (register.Reader, error) {
	d, err := dayOf(o.On)
	return register.Reader{At: ledger.At{On: d}}, err
}

func theTreaty(name string) (chancery.EntityID, error) {
	if id := register.TreatyID(name); id != "" {
		return id, nil
	}
	if id := chancery.EntityID(name); len(name) == 27 && name[0] == 'm' {
		return id, nil
	}
	return "", usageError(fmt.Sprintf("%q names no treaty that is known; write its ID, for example UNTC-4-8", name))
}

// treatyShowCmd prints one treaty as its depositary does.
type treatyShowCmd struct {
	onDay
	Deposit string `placeholder:"DATE" help:"Also say what a deposit by the home on that day would change."`
	Treaty  string `arg:"" help:"The treaty: UNTC-4-8, or its short name."`
}

// Help shows an example.
func (treatyShowCmd) Help() string {
	return "Example:\n  chancery treaty show CEDAW --on 2024-05-27 --deposit 2025-01-15"
}

// Run prints.
func (t *treatyShowCmd) Run(c *console) error {
	id, err := theTreaty(t.Treaty)
	if err != nil {
		return err
	}
	reader, err := t.reader()
	if err != nil {
		return err
	}
	q := register.TreatyQuery{Treaty: id, Compact: true}
	if q.WhatIf, err = dayOf(t.Deposit); err != nil {
		return err
	}
	reg, done, err := c.open()
	if err != nil {
		return err
	}
	defer done()
	v, err := reg.Treaty(c.ctx, reader, q)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "%s, on %s\n", v.Caption, v.On)
	if v.Entry.InForce.IsZero() {
		fmt.Fprintln(c.out, "not in force, or not known from the papers at hand")
	} else {
		fmt.Fprintf(c.out, "in force on %s\n", v.Entry.InForce)
	}
	for _, s := range v.Entry.Steps {
		fmt.Fprintf(c.out, "  %s [%s]\n", s.Text, s.Source)
	}
	for _, m := range v.Entry.Missing {
		fmt.Fprintf(c.out, "  missing: %s\n", m)
	}
	if w := v.What; w != nil {
		fmt.Fprintf(c.out, "what if %s deposits an instrument of %s on %s: in force for it on %s\n", w.Whose.Text, w.Kind.Name(), w.Day, orUnknown(w.Change.Standing.Bound))
		for _, s := range w.Change.Steps {
			fmt.Fprintf(c.out, "  %s [%s]\n", s.Text, s.Source)
		}
		for _, d := range w.Change.Doubts {
			fmt.Fprintf(c.out, "  doubt: %s\n", d.Message)
		}
	}
	fmt.Fprintf(c.out, "%-44s %-11s %-15s %-11s %s\n", "participant", "signature", "deposit", "in force", "standing")
	for _, r := range v.Rows {
		s := r.Standing
		fmt.Fprintf(c.out, "%-44s %-11s %-15s %-11s %s\n", r.Participant.Text, s.Signed, s.Deposited.String()+" "+string(s.Instrument), s.Bound, s.Status)
	}
	for _, d := range v.Doubts {
		fmt.Fprintf(c.out, "doubt: %s\n", d.Message)
	}
	return nil
}

func orUnknown(d chancery.Date) string {
	if d.IsZero() {
		return "a day that is not known"
	}
	return d.String()
}

// treatyCompareCmd lays two States side by side.
type treatyCompareCmd struct {
	onDay
	First  string `arg:"" help:"A State: state:KAZ, or its name."`
	Second string `arg:"" help:"Another one."`
}

// Help shows an example.
func (treatyCompareCmd) Help() string { return "Example:\n  chancery treaty compare Kazakhstan Egypt" }

// Run prints.
func (t *treatyCompareCmd) Run(c *console) error {
	reader, err := t.reader()
	if err != nil {
		return err
	}
	var ids []chancery.EntityID
	for _, name := range []string{t.First, t.Second} {
		id := register.StateID(name)
		if id == "" {
			return usageError(fmt.Sprintf("%q is no State or organisation that is known", name))
		}
		ids = append(ids, id)
	}
	reg, done, err := c.open()
	if err != nil {
		return err
	}
	defer done()
	v, err := reg.CompareTreaties(c.ctx, reader, ids[0], ids[1])
	if err != nil {
		return err
	}
	for _, r := range v.Rows {
		fmt.Fprintf(c.out, "%-18s %-11s %-18s %-11s  %s\n", r.A.Status, r.A.Since, r.B.Status, r.B.Since, r.Caption)
	}
	fmt.Fprintf(c.out, "%d treaties, %d in force between %s and %s\n", len(v.Rows), v.Both, v.A.Text, v.B.Text)
	return nil
}

// treatyReconcileCmd lists where two sources differ.
type treatyReconcileCmd struct {
	Treaty string `arg:"" optional:"" help:"The treaty; without one every treaty of which two sources speak."`
}

// Help shows an example.
func (treatyReconcileCmd) Help() string {
	return "Nothing is changed: differences are listed, a row a line.\n\nExample:\n  chancery treaty reconcile CEDAW"
}

// Run prints.
func (t *treatyReconcileCmd) Run(c *console) error {
	reg, done, err := c.open()
	if err != nil {
		return err
	}
	defer done()
	var all []register.ReconcileView
	if t.Treaty == "" {
		if all, err = reg.ReconcileAll(c.ctx, register.Reader{}); err != nil {
			return err
		}
	} else {
		id, err := theTreaty(t.Treaty)
		if err != nil {
			return err
		}
		one, err := reg.Reconcile(c.ctx, register.Reader{}, id, register.ReconcileQuery{})
		if err != nil {
			return err
		}
		all = append(all, one)
	}
	agree, differ := 0, 0
	for _, v := range all {
		fmt.Fprintf(c.out, "%s: %s against %s: %d agree, %d differ\n", v.Caption, sourceOf(v.First), sourceOf(v.Second), v.Agree, len(v.Rows))
		for _, d := range v.Rows {
			fmt.Fprintf(c.out, "  %s, %s: %s | %s\n", d.Participant.Text, d.Field, orNothing(d.First.Text), orNothing(d.Second.Text))
		}
		agree, differ = agree+v.Agree, differ+len(v.Rows)
	}
	fmt.Fprintf(c.out, "%d treaties, %d rows agree, %d differ\n", len(all), agree, differ)
	return nil
}

func sourceOf(p register.Paper) string {
	if p.Name != "" {
		return p.Name
	}
	return p.Caption
}

func orNothing(s string) string {
	if s == "" {
		return "not there"
	}
	return s
}
