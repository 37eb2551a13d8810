package store

import (
	"context"
	"database/sql"
	"embed"
	"io/fs"
	"strings"

	"github.com/pressly/goose/v3"

	"chancery"
)

// dialect is all in which the databases differ.
type dialect struct {
	name       string
	goose      goose.Dialect
	migrations string
	begin      string // of a transaction that writes
	snapshot   string // of a transaction that reads one state
	lock       string // taken by who appends to the ledger; "" for none

	// among is the condition that a value is in a subquery, where an index must
	// be asked for each that the subquery gives.
	among func(subquery string) string

	// copy appends many rows to a table.
	copy func(ctx context.Context, c *sql.Conn, into string, rows [][]any) error

	// bulk is said before many statements are written, rest after it: a large
	// cache serves an import and is of no use to a server that waits.
	bulk, rest string

	triggers string   // names the triggers there are
	guards   []string // ends of the names of the triggers of each table of the log

	// Withdrawing: thorough is said before words are blanked, rewrite after
	// it in the same transaction, wipe outside it.
	thorough, rewrite, wipe []string

	// Full text. entry writes terms and query the terms asked for, groups of
	// alternatives that must all be there; match and score are conditions on a
	// table (%[1]s) for the query at a parameter (%[2]s).
	entry func(terms []string) string
	query func(groups [][]string) string
	match string
	score string
}

// join writes a full-text query: alternatives in brackets, joined by and. A
// term that ends in a star is only begun.
func join(groups [][]string, open, close, begun, or, and string) string {
	all := make([]string, len(groups))
	for i, g := range groups {
		terms := make([]string, len(g))
		for j, t := range g {
			end := close
			if whole, ok := strings.CutSuffix(t, "*"); ok {
				t, end = whole, close+begun
			}
			terms[j] = open + strings.NewReplacer(open, open+open, `\`, `\\`).Replace(t) + end
		}
		all[i] = "(" + strings.Join(terms, or) + ")"
	}
	return strings.Join(all, and)
}

//go:embed migrations
var migrations embed.FS

// migrate brings the register up to date; before is called first where there
// is something older to lose.
func (s *Store) migrate(ctx context.Context, before func() error) error {
	steps, err := fs.Sub(migrations, s.kind.migrations)
	if err != nil {
		return err
	}
	return s.writes.alone(ctx, func() error { return s.climb(ctx, steps, before) })
}

// climb takes the steps that the register has not taken yet. Another process
// may be taking them too: who comes second finds them taken.
func (s *Store) climb(ctx context.Context, steps fs.FS, before func() error) error {
	p, err := goose.NewProvider(s.kind.goose, s.writes.db, steps, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	sources := p.ListSources()
	newest := sources[len(sources)-1].Version
	version, err := p.GetDBVersion(ctx)
	switch {
	case err != nil:
		return err
	case version > newest:
		return fail("Open", chancery.Conflict, "store.newer", "the register was made by a newer program (version %d, this one knows %d); use that program", version, newest)
	case version == newest:
		return nil
	case version > 0:
		if err := before(); err != nil {
			return err
		}
	}
	_, err = p.Up(ctx)
	if err == nil {
		return nil
	}
	if now, e := p.GetDBVersion(ctx); e == nil && now == newest {
		return nil
	}
	return err
}
