package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/user"
	"path/filepath"

	"chancery"
	"chancery/paper"
	"chancery/register"
)

// acting is who does what is done from the command line; every entry of the
// ledger bears the name.
type acting struct {
	Person string `placeholder:"NAME" help:"Your name, as the ledger shall show it (default: that of your login)."`
	Post   string `placeholder:"POST" help:"Your post."`
	Body   string `placeholder:"BODY" help:"Your ministry, commission or organisation."`
}

// sign gives the ID of the person who acts, entered where new.
func (a acting) sign(ctx context.Context, reg *register.Register) (string, error) {
	name := a.Person
	if name == "" {
		name = loginName()
	}
	p, err := reg.AddPerson(ctx, chancery.Person{Name: name, Post: a.Post, Body: a.Body})
	return p.ID, err
}

// register opens the register, a new one where there is none, and signs.
func (a acting) register(c *console, most paper.Limits) (reg *register.Register, person string, done func(), err error) {
	if reg, done, err = c.openAt(c.ctx, c.place(), most); err != nil {
		return nil, "", nil, err
	}
	if person, err = a.sign(c.ctx, reg); err != nil {
		done()
		return nil, "", nil, err
	}
	return reg, person, done, nil
}

func loginName() string {
	if u, err := user.Current(); err == nil {
		if u.Name != "" {
			return u.Name
		}
		return u.Username
	}
	return os.Getenv("USER")
}

// importCmd receives papers.
type importCmd struct {
	acting
	limits
	Published string   `placeholder:"DATE" help:"Day of publication, where the papers do not say it (2024-05-27, 2024-05 or 2024)."`
	Publisher string   `placeholder:"NAME" help:"Who published them."`
	Language  string   `placeholder:"TAG" help:"Language of the papers, where it is not to be found out (en, ru, kk, ar, fr, es)."`
	Marking   string   `placeholder:"NAME" help:"Marking of the papers and of what they say."`
	Accept    string   `placeholder:"GRADE" enum:",depositary,gazette,official,press,recollection" default:"" help:"Accept all of it unread, with the grade of its source: depositary, gazette, official, press or recollection."`
	Reason    string   `placeholder:"TEXT" help:"Why it is accepted unread."`
	Papers    []string `arg:"" name:"paper" help:"Files and folders; - is standard input."`
}

// Help shows an example.
func (importCmd) Help() string {
	return "The same paper twice is received once. Works beside a running server. A paper that cannot be read is kept and reported, the others go on, and the exit code is 1.\n\nExamples:\n  chancery import letters/ report.pdf\n  chancery import --accept depositary --reason \"UN Treaty Collection\" status.csv"
}

// imported is what became of one paper.
type imported struct {
	name string
	got  register.Received
	err  error
}

// Run receives.
func (i *importCmd) Run(c *console) error {
	published, err := dayOf(i.Published)
	if err != nil {
		return err
	}
	reg, person, done, err := i.register(c, i.bounds())
	if err != nil {
		return err
	}
	defer done()
	papers := c.sources(i.Papers)
	p := c.progress("receiving", len(papers))
	failures := 0
	err = inOrder(c.ctx, papers, workers, func(s source) imported {
		got, err := i.receive(c, reg, person, s, published)
		if err == nil && i.Accept != "" && got.Proposed > 0 {
			_, err = reg.AcceptWhole(c.ctx, person, got.Document.ID, chancery.Grade(i.Accept), i.Reason)
		}
		return imported{s.name, got, err}
	}, func(one imported) error {
		p.add()
		if one.err != nil || one.got.Trouble != nil {
			failures++
		}
		return c.tell(one.name, one.got, one.err)
	})
	p.end()
	if err == nil && failures > 0 {
		err = errSaid
	}
	return err
}

// receive hands one paper to the register; one above what is read is handed
// on as a file and never held whole.
func (i *importCmd) receive(c *console, reg *register.Register, person string, s source, published chancery.Date) (got register.Received, err error) {
	in := register.Incoming{Name: baseName(s.name), Published: published, Publisher: i.Publisher, Language: i.Language, Marking: i.Marking}
	done := func() error { return nil }
	switch most := i.bounds().Bytes; {
	case s.name == "-":
		in.Content, in.Large, done, err = register.Spool(c.in, most)
	case s.size > most:
		var f *os.File
		if f, err = s.file(); err == nil {
			in.Large, done = f, f.Close
		}
	default:
		var release func()
		in.Content, release, err = s.open()
		defer release()
	}
	defer func() { err = errors.Join(err, done()) }()
	if err != nil {
		return got, err
	}
	return reg.Receive(c.ctx, person, in)
}

// baseName gives the name under which a paper is shown; the folders of this
// machine are nobody's business.
func baseName(path string) string {
	if path == "-" {
		return ""
	}
	return filepath.Base(path)
}

// tell says in one line what became of a paper, and in one more for each part.
func (c *console) tell(name string, got register.Received, err error) error {
	if err != nil {
		_, err = fmt.Fprintf(c.err, "%s: %s\n", name, sentence(err))
		return err
	}
	switch {
	case got.Trouble != nil:
		_, err = fmt.Fprintf(c.err, "%s: kept, but not read: %s\n", name, got.Trouble)
	case got.Name != "" && got.Document.Name != "":
		_, err = fmt.Fprintf(c.out, "%s: was received before, as %s: the same bytes are the same Document\n", name, got.Document.Name)
	case got.Existed:
		_, err = fmt.Fprintf(c.out, "%s: was received before\n", name)
	default:
		_, err = fmt.Fprintf(c.out, "%s: received, %d statements proposed\n", name, got.Proposed)
	}
	for _, part := range got.Parts {
		if err == nil {
			err = c.tell(name+" > "+part.Caption, part, nil)
		}
	}
	return err
}
