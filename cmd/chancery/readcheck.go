package main

import (
	"context"
	"fmt"
	"strings"

	"chancery/paper"
	"chancery/register"
)

// check sets papers beside the register: what is contradicted first. The exit
// code is 1 where the register contradicts a paper or one cannot be read.
func (r *readCmd) check(c *console, papers []source) error {
	reg, done, err := c.open()
	if err != nil {
		return err
	}
	defer done()
	failed := false
	for _, s := range papers {
		o, err := r.opened(c.ctx, s)
		if err != nil {
			failed = true
			fmt.Fprintf(c.out, "%s\n  could not be read: %s\n\n", s.name, sentence(err))
			continue
		}
		v, err := reg.CheckDraft(c.ctx, register.Reader{}, opened(o))
		if err != nil {
			return err
		}
		failed = failed || v.Counts[register.Contradicts] > 0
		c.printCheck(s.name, v)
	}
	if failed {
		return errSaid
	}
	return nil
}

func (c *console) printCheck(name string, v register.DraftView) {
	fmt.Fprintf(c.out, "%s: %d contradicted, %d unknown, %d confirmed\n", name, v.Counts[register.Contradicts], v.Counts[register.Unknown], v.Counts[register.Holds])
	for _, standing := range []register.Standing{register.Contradicts, register.Unknown, register.Holds} {
		for _, f := range v.Findings {
			if f.Standing != standing {
				continue
			}
			fmt.Fprintf(c.out, "  %-12s %s.%s %s   “%s”\n", f.Standing, f.Schema, f.Property, f.Shown, shortened(strings.Join(strings.Fields(f.Quote), " "), 60))
			for _, held := range f.Held {
				fmt.Fprintf(c.out, "               the register holds %s%s\n", held.Text, citedIn(v, held))
			}
		}
	}
	fmt.Fprintln(c.out)
}

// citedIn names the first source of a value.
func citedIn(v register.DraftView, held register.Value) string {
	if len(held.Cites) == 0 || held.Cites[0] >= len(v.Citations) {
		return ""
	}
	cite := v.Citations[held.Cites[0]]
	return fmt.Sprintf(" (%s: “%s”)", cite.Title, shortened(strings.Join(strings.Fields(cite.Passage.Quote), " "), 60))
}

func (r *readCmd) opened(ctx context.Context, s source) (paper.Opened, error) {
	content, release, err := s.open()
	defer release()
	if err != nil {
		return paper.Opened{}, err
	}
	return paper.Open(ctx, s.name, content, r.bounds())
}
