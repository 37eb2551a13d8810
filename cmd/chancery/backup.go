package main

import (
	"fmt"
	"path/filepath"

	"chancery/store"
)

// folderOf gives the folder that holds a file.
func folderOf(path string) string { return filepath.Dir(path) }

// backupCmd writes a copy of the register.
type backupCmd struct {
	File string `arg:"" help:"File to write; it must not be there."`
}

// Help shows an example.
func (backupCmd) Help() string {
	return "The register may be served meanwhile. Restoring a copy checks it.\n\nExample:\n  chancery backup /srv/copies/2024-05-30.chancery"
}

// Run copies.
func (b *backupCmd) Run(c *console) error {
	reg, done, err := c.open()
	if err != nil {
		return err
	}
	defer done()
	if err := reg.Store().Backup(c.ctx, b.File); err != nil {
		return err
	}
	fmt.Fprintf(c.out, "copied to %s\n", b.File)
	return nil
}

// restoreCmd makes a register from a copy.
type restoreCmd struct {
	File string `arg:"" help:"The copy."`
}

// Help shows an example.
func (restoreCmd) Help() string {
	return "The folder or database must be empty. What is restored is checked.\n\nExample:\n  chancery restore --data /srv/chancery /srv/copies/2024-05-30.chancery"
}

// Run restores.
func (r *restoreCmd) Run(c *console) error {
	if err := store.Restore(c.ctx, r.File, c.place(), store.Options{}); err != nil {
		return err
	}
	fmt.Fprintf(c.out, "restored to %s and checked\n", c.shown())
	return nil
}

// moveCmd moves the register to another folder or database.
type moveCmd struct {
	To string `arg:"" help:"Empty folder, or address of an empty PostgreSQL database (postgres://...)."`
}

// Help shows an example.
func (moveCmd) Help() string {
	return "Copies and checks; the register moved from stays as it is. Stop the server first.\n\nExamples:\n  chancery move postgres://chancery@db/chancery\n  chancery move --database postgres://chancery@db/chancery /srv/chancery"
}

// Run moves.
func (m *moveCmd) Run(c *console) error {
	if m.To == "" {
		return usageError("name the folder or database to move to")
	}
	if err := c.present(); err != nil {
		return err
	}
	from, err := c.store(c.ctx, c.place())
	if err != nil {
		return err
	}
	defer func() { c.closed(from.Close()) }()
	to, err := c.store(c.ctx, m.To)
	if err != nil {
		return err
	}
	defer func() { c.closed(to.Close()) }()
	if err := store.Move(c.ctx, from, to); err != nil {
		return err
	}
	fmt.Fprintf(c.out, "copied and checked; from now on use %s\n", where(m.To))
	return nil
}

// shown is the place of the register without the password of its address.
func (c *console) shown() string { return where(c.place()) }
