package store

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"chancery"
	"chancery/ledger"
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
	err = s.writes.alone(ctx, func() error {
		return s.climb(ctx, steps, func() error { return s.beforeUpgrade(ctx, dir) })
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
