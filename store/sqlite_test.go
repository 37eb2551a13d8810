package store_test

import (
	"context"
	"testing"

	"chancery/ledger"
	"chancery/store"
	"chancery/storetest"
	"chancery/text"
)

func openSQLite(t testing.TB) ledger.Store {
	s, err := store.Open(context.Background(), t.TempDir(), store.Options{})
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
