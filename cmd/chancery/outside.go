package main

import (
	"context"
	"os"

	"chancery"
	"chancery/authority"
	"chancery/read"
	"chancery/remote"
	"chancery/web"
)

// secondReader takes up the outside reader that the flags name.
func (s *serveCmd) secondReader(c *console) error {
	if s.Outside == "" {
		return nil
	}
	c.outside = remote.Server{Address: s.Outside, Model: s.OutsideModel, Kinds: s.OutsideKinds, Key: os.Getenv("CHANCERY_OUTSIDE_KEY")}
	return c.outside.Check()
}

// reading is how the register has papers read.
type reading = func(context.Context, chancery.Document, *chancery.Edition, *authority.Files) (chancery.Reading, error)

// second joins what an outside reader proposes to our own reading, where the
// paper may be seen outside. A thing of which it says nothing new is left out;
// trouble outside is reported and changes nothing.
func (c *console) second(ours reading) reading {
	return func(ctx context.Context, doc chancery.Document, ed *chancery.Edition, files *authority.Files) (chancery.Reading, error) {
		r, err := ours(ctx, doc, ed, files)
		if err != nil || !c.outside.Allowed(doc, read.Kind(ed)) {
			return r, err
		}
		said := map[string]bool{}
		key := func(s chancery.Statement) string { return s.Schema + "\x00" + s.Property + "\x00" + s.Value }
		for _, s := range r.Statements {
			said[key(s)] = true
		}
		statements, outcome := c.outside.Read(ctx, doc, ed)
		news := map[chancery.EntityID]bool{} // things of which something new is said
		for _, s := range statements {
			news[s.Subject] = news[s.Subject] || !said[key(s)]
		}
		for _, s := range statements {
			if news[s.Subject] {
				r.Statements = append(r.Statements, s)
			}
		}
		for _, m := range outcome.Trouble {
			c.say("%s", m)
		}
		if outcome.Dropped > 0 {
			c.say("%d proposals of the outside reader did not hold and were dropped", outcome.Dropped)
		}
		return r, nil
	}
}

// leaving lists what leaves this machine.
func (c *console) leaving() []web.Outside {
	if c.outside.Address == "" {
		return nil
	}
	return []web.Outside{{Address: c.outside.Address, Kinds: c.outside.Kinds}}
}
