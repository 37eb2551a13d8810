package store_test

import (
	"context"
	"fmt"
	"os"
	"testing"

	"chancery/ledger"
	"chancery/store"
	"chancery/store/pgtest"
	"chancery/storetest"
	"chancery/text"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(writerEnv); dir != "" {
		fmt.Fprintln(os.Stderr, write(dir))
		os.Exit(1)
	}
	code := m.Run()
	pgtest.Stop()
	os.Exit(code)
}

func openPostgres(t testing.TB) ledger.Store { return openAt(t, pgtest.Database(t, prepared)) }

// prepared makes an empty register, which the tests get copies of.
func prepared(address string) error {
	s, err := store.Open(context.Background(), address, store.Options{})
	if err != nil {
		return err
	}
	return s.Close()
}

func TestPostgres(t *testing.T) { storetest.Run(t, openPostgres, text.NameKey) }
