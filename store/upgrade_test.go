package store

import (
	"context"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"chancery"
	"chancery/ledger"
	"chancery/store/pgtest"
)

// TestUpgradeBacksUp brings a register up to a version that is not there yet.
func TestUpgradeBacksUp(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	s, err := Open(ctx, dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, _, err := s.Receive(ctx, "p", ledger.Receipt{Document: chancery.Document{Title: "kept"}, Content: []byte("x")}); err != nil {
		t.Fatal(err)
	}
	told := ""
	s.options.Upgrade = func(path string) { told = path }
	err = s.writes.alone(ctx, func() error {
		return s.climb(ctx, oneMore(t, s), func() error { return s.beforeUpgrade(ctx, dir) })
	})
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Dir(told) != dir {
		t.Fatalf("the backup is %q", told)
	}
	if err := Restore(ctx, told, filepath.Join(t.TempDir(), "old"), Options{}); err != nil {
		t.Errorf("the backup made before the upgrade: %v", err)
	}
	if _, err := Open(ctx, dir, Options{}); chancery.KindOf(err) != chancery.Conflict {
		t.Errorf("this program opens what the next one made: %v", err)
	}
	if _, err := os.Stat(told); err != nil {
		t.Error(err)
	}
}

// TestUpgradeCopiesTables does the same on PostgreSQL, where the copy is a
// schema beside the register's own.
func TestUpgradeCopiesTables(t *testing.T) {
	ctx := context.Background()
	at := pgtest.Database(t, nil)
	s, err := Open(ctx, at, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, _, err := s.Receive(ctx, "p", ledger.Receipt{Document: chancery.Document{Title: "kept"}, Content: []byte("x")}); err != nil {
		t.Fatal(err)
	}
	told := ""
	s.options.Upgrade = func(place string) { told = strings.TrimPrefix(place, "the schema ") }
	err = s.writes.alone(ctx, func() error {
		return s.climb(ctx, oneMore(t, s), func() error { return s.copyTables(ctx) })
	})
	if err != nil {
		t.Fatal(err)
	}
	title := ""
	if err := s.writes.db.QueryRowContext(ctx, "SELECT title FROM "+told+".document").Scan(&title); err != nil || title != "kept" {
		t.Errorf("the copy in schema %q holds the title %q: %v", told, title, err)
	}
	if _, err := Open(ctx, at, Options{}); chancery.KindOf(err) != chancery.Conflict {
		t.Errorf("this program opens what the next one made: %v", err)
	}
}

// TestPostgresRefusals asks for a database that is not there.
func TestPostgresRefusals(t *testing.T) {
	at, err := url.Parse(pgtest.Database(t, nil))
	if err != nil {
		t.Fatal(err)
	}
	at.Path = "/not_there"
	_, err = Open(context.Background(), at.String(), Options{})
	if chancery.KindOf(err) != chancery.NotFound {
		t.Errorf("a database that is not there: %v", err)
	}
	if kind, what := ofPostgres("28P01"); kind != chancery.Forbidden || what.Key != "store.no-login" {
		t.Errorf("a wrong password is %v, %q", kind, what.Key)
	}
}

// oneMore gives the steps of a register and one that is not there yet.
func oneMore(t *testing.T, s *Store) fs.FS {
	t.Helper()
	steps := fstest.MapFS{"00099_more.sql": {Data: []byte("-- +goose Up\nCREATE TABLE more (n INTEGER);\n")}}
	sub, err := fs.Sub(migrations, s.kind.migrations)
	if err != nil {
		t.Fatal(err)
	}
	names, err := fs.ReadDir(sub, ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		b, err := fs.ReadFile(sub, n.Name())
		if err != nil {
			t.Fatal(err)
		}
		steps[n.Name()] = &fstest.MapFile{Data: b}
	}
	return steps
}
