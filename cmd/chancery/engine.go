package main

import (
	"context"
	"net/url"
	"sync"

	"chancery"
	"chancery/learn"
	"chancery/paper"
	"chancery/read"
	"chancery/register"
	"chancery/store"
)

// tools hands the packages to the register.
func tools(limits paper.Limits) register.Tools {
	return register.Tools{
		Open: func(ctx context.Context, name string, content []byte) (register.Opened, error) {
			o, err := paper.Open(ctx, name, content, limits)
			return opened(o), err
		},
		Fits:  limits.Fits,
		Notes: func(text string) register.Opened { return opened(paper.Notes(text)) },
		Read:  read.Statements,
		Rule:  rule,
		Learn: lessons, Twins: learn.Twins, Lineage: lineage,
		Render: func(ctx context.Context, content []byte, page int) ([]byte, error) {
			return paper.PageImage(ctx, content, page, 100)
		},
	}
}

// rule describes a rule by its name.
func rule(name string) chancery.Rule {
	if r, ok := rules()[name]; ok {
		return r
	}
	return chancery.Rule{Name: name}
}

var rules = sync.OnceValue(func() map[string]chancery.Rule {
	all := map[string]chancery.Rule{}
	for _, r := range read.Rules() {
		all[r.Name] = r
	}
	return all
})

func opened(o paper.Opened) register.Opened {
	out := register.Opened{Document: o.Document, Edition: o.Edition}
	for _, p := range o.Parts {
		out.Parts = append(out.Parts, register.Part{Name: p.Name, Content: p.Content})
	}
	return out
}

// open opens the register that the flags name; it must be there.
func (c *console) open() (reg *register.Register, done func(), err error) {
	if err := c.present(); err != nil {
		return nil, nil, err
	}
	return c.make()
}

// present says so where there is no register.
func (c *console) present() error {
	if c.database != "" {
		return nil
	}
	if !store.Holds(c.data) {
		return &chancery.Error{Op: "open", Kind: chancery.NotFound,
			What: chancery.Say("data.missing", "there is no register in %s; give its folder with --data, or make one with chancery serve or chancery import", c.data)}
	}
	return nil
}

// make opens the register that the flags name, a new one where there is none.
func (c *console) make() (reg *register.Register, done func(), err error) {
	return c.openAt(c.ctx, c.place(), paper.Limits{})
}

// openAt opens the register in a folder or, where an address is given, a database.
func (c *console) openAt(ctx context.Context, place string, limits paper.Limits) (*register.Register, func(), error) {
	s, err := c.store(ctx, place)
	if err != nil {
		return nil, nil, err
	}
	use := tools(limits)
	if c.outside.Address != "" {
		use.Read = c.second(use.Read)
	}
	return register.New(s, use), func() { c.closed(s.Close()) }, nil
}

// place is where the flags say that the register is: a folder or an address.
func (c *console) place() string {
	if c.database != "" {
		return c.database
	}
	return c.data
}

// where words a place for a person, without the password of an address.
func where(place string) string {
	if u, err := url.Parse(place); err == nil && store.IsAddress(place) {
		return u.Redacted()
	}
	return place
}

// store opens what keeps a register.
func (c *console) store(ctx context.Context, place string) (*store.Store, error) {
	return store.Open(ctx, place, store.Options{Upgrade: c.upgraded})
}

// upgraded tells where the copy of an older register went.
func (c *console) upgraded(backup string) {
	c.say("the register was made by an earlier version; it was copied to %s and brought up to date", backup)
}

// closed reports that a register did not close well; what was acknowledged is kept.
func (c *console) closed(err error) {
	if err != nil {
		c.say("closing the register: %s", sentence(err))
	}
}
