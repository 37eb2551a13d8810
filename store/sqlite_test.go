package store_test

import (
	"context"
	"testing"

	"chancery/ledger"
	"chancery/store"
	"chancery/storetest"
	"chancery/text"
)

func openSQLite(t testing.TB) ledger.Store { return openAt(t, t.TempDir()) }

// openAt opens the register of a folder or an address until the test ends.
func openAt(t testing.TB, place string) ledger.Store {
	t.Helper()
	s, err := store.Open(context.Background(), place, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestSQLite(t *testing.T) { storetest.Run(t, openSQLite, text.NameKey) }
