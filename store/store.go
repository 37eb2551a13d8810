// Package store keeps a register in a database: SQLite, one file in a data
// directory and the default, or PostgreSQL. Both are the same [ledger.Store],
// made by the same code and the same text of each query; only opening,
// migrating, full text and how many rows are appended differ.
//
// Every method that writes is one transaction with one entry of the ledger. It
// appends to the log and brings the projections up to date: the standing of
// each statement as intervals of ledger numbers (table fact), who stands for
// whom (canon), the rows of lists (item) with their facets as bitmaps (bits),
// name keys, and the words of passages and items. What the rows should be is
// decided by the pure functions of package ledger; [ledger.Store.Check] folds
// the whole log with them and compares.
//
// SQLite has one connection that writes and a few that read, each with a small
// cache; a second process beside a running one simply writes in turn. On
// PostgreSQL a writer holds one advisory lock, since a sequence does not commit
// in order and ledger numbers must. Long names (entities, properties, rules,
// documents) have short numbers inside, which never leave this package.
//
// Tables of the log refuse UPDATE, DELETE and TRUNCATE by trigger. The one
// exception is a withdrawn document: the triggers look it up in the table
// withdrawn and then let its words, and nothing else, be blanked.
package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"chancery"
	"chancery/ledger"
)

// Options set how a register is opened. The zero Options is good.
type Options struct {
	Now      func() time.Time // time.Now where nil
	Readers  int              // connections that read, 4 where 0
	MaxPages int              // SQLite: pages of 4 KiB the file may grow to, 0 for no limit
	// Upgrade is told the file of the backup made before an older register is
	// brought up to date; nil is not told.
	Upgrade func(backup string)
}

// Store is a register in a database; it is made by [Open].
type Store struct {
	kind    dialect
	place   string // data directory or address
	options Options
	writes  *links
	reads   *links
	terms   terms
	facets  facets
	job     string // name under which this process takes jobs
}

var _ ledger.Store = (*Store)(nil)

// Open opens the register in a data directory, or in the PostgreSQL database
// of an address that begins with postgres:// or postgresql://, and makes it
// where there is none. An older register is backed up and brought up to date;
// one made by a newer program is refused (Conflict).
func Open(ctx context.Context, place string, options Options) (*Store, error) {
	if options.Now == nil {
		options.Now = time.Now
	}
	if options.Readers == 0 {
		options.Readers = 4
	}
	open := openSQLite
	if IsAddress(place) {
		open = openPostgres
	}
	s, err := open(ctx, place, options)
	if err != nil {
		return nil, fault("store.Open", err)
	}
	s.job = newID(options.Now())
	return s, nil
}

// IsAddress reports whether a place is the address of a PostgreSQL database.
func IsAddress(place string) bool {
	return strings.HasPrefix(place, "postgres://") || strings.HasPrefix(place, "postgresql://")
}

// Holds reports whether a data directory holds a register.
func Holds(dir string) bool {
	info, err := os.Stat(filepath.Join(dir, fileName))
	return err == nil && info.Mode().IsRegular()
}

// Close closes the register.
func (s *Store) Close() error {
	return fault("store.Close", errors.Join(s.reads.close(), s.writes.close()))
}

// terms remembers the short numbers of properties and rules, which never change.
type terms struct {
	sync.RWMutex
	head       int64 // entry at which they were read
	properties map[propertyName]int64
	property   map[int64]propertyName
	rules      map[ruleName]int64
	rule       map[int64]ruleName
}

type propertyName struct{ schema, name string }

type ruleName struct {
	name    string
	version int
}

// kindOf gives the type of a property; texts where it is not known.
func (p propertyName) kindOf() chancery.Type {
	schema, _ := chancery.SchemaNamed(p.schema)
	property, _ := schema.Property(p.name)
	return property.Type
}
