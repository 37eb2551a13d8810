package main

import (
	"fmt"

	"chancery"
)

// userCmd lists and enters persons.
type userCmd struct {
	List userListCmd `cmd:"" default:"1" help:"List the persons of the register."`
	Add  userAddCmd  `cmd:"" help:"Enter a person."`
}

type userListCmd struct{}

// Help shows an example.
func (userListCmd) Help() string { return "Example:\n  chancery user list --data /srv/chancery" }

// Run lists.
func (userListCmd) Run(c *console) error {
	reg, done, err := c.open()
	if err != nil {
		return err
	}
	defer done()
	all, err := reg.Persons(c.ctx)
	for _, p := range all {
		fmt.Fprintf(c.out, "%s\t%s\t%s\t%s\n", p.ID, p.Name, p.Post, p.Body)
	}
	return err
}

type userAddCmd struct {
	Name string `arg:"" help:"Name, as the ledger shall show it."`
	Post string `placeholder:"POST" help:"Post."`
	Body string `placeholder:"BODY" help:"Ministry, commission or organisation."`
}

// Help shows an example.
func (userAddCmd) Help() string {
	return "Example:\n  chancery user add \"A. Officer\" --post \"Second Secretary\" --body \"Embassy in Cairo\""
}

// Run enters.
func (u *userAddCmd) Run(c *console) error {
	reg, done, err := c.make()
	if err != nil {
		return err
	}
	defer done()
	p, err := reg.AddPerson(c.ctx, chancery.Person{Name: u.Name, Post: u.Post, Body: u.Body})
	if err == nil {
		fmt.Fprintln(c.out, p.ID)
	}
	return err
}
