package store

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"os"
	"path/filepath"

	"chancery"
)

// Backup writes a running register to a new file; see [ledger.Store]. Of a
// register in PostgreSQL too the file is one that [Restore] reads.
func (s *Store) Backup(ctx context.Context, path string) error {
	return fault("store.Backup", s.backup(ctx, path))
}

func (s *Store) backup(ctx context.Context, path string) error {
	if s.kind.name == "sqlite" {
		return s.reads.with(ctx, func(c *link) error { return copyInto(ctx, c.conn, path) })
	}
	if _, err := os.Lstat(path); err == nil {
		return exists(path)
	}
	dir, err := os.MkdirTemp(filepath.Dir(path), ".backup-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	to, err := Open(ctx, dir, Options{Now: s.options.Now})
	if err != nil {
		return err
	}
	return errors.Join(func() error {
		if err := s.copyTo(ctx, to); err != nil {
			return err
		}
		return to.backup(ctx, path)
	}(), to.Close())
}

// copyInto lets a connection that only reads write the copy, which SQLite
// counts as writing, and makes it one that only reads again.
func copyInto(ctx context.Context, conn *sql.Conn, path string) error {
	if _, err := conn.ExecContext(ctx, "PRAGMA query_only(0)"); err != nil {
		return err
	}
	err := vacuumInto(ctx, conn, path)
	_, after := conn.ExecContext(context.WithoutCancel(ctx), "PRAGMA query_only(1)")
	return errors.Join(err, after)
}

func exists(path string) error {
	return fail("Backup", chancery.Conflict, "backup.exists", "%s is there already; name a file that is not", path)
}

// Restore makes a register in an empty place, a data directory or the address
// of an empty PostgreSQL database, out of a backup, and checks it. Conflict
// where something is there already, or where the check finds something wrong.
func Restore(ctx context.Context, path, place string, options Options) error {
	return fault("store.Restore", restore(ctx, path, place, options))
}

func restore(ctx context.Context, path, place string, o Options) error {
	if IsAddress(place) {
		return restoreAway(ctx, path, place, o)
	}
	if entries, err := os.ReadDir(place); err == nil && len(entries) > 0 {
		return fail("Restore", chancery.Conflict, "restore.occupied", "%s is not empty; a backup is restored into an empty directory", place)
	}
	if err := copyFile(path, place); err != nil {
		return err
	}
	s, err := Open(ctx, place, o)
	if err != nil {
		return err
	}
	return errors.Join(s.proven(ctx), s.Close())
}

// restoreAway restores into PostgreSQL by way of a directory.
func restoreAway(ctx context.Context, path, address string, o Options) error {
	dir, err := os.MkdirTemp("", "chancery-restore-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := copyFile(path, dir); err != nil {
		return err
	}
	from, err := Open(ctx, dir, o)
	if err != nil {
		return err
	}
	to, err := Open(ctx, address, o)
	if err != nil {
		return errors.Join(err, from.Close())
	}
	return errors.Join(Move(ctx, from, to), from.Close(), to.Close())
}

// copyFile puts a backup into a directory as its register.
func copyFile(path, dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	from, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return fail("Restore", chancery.NotFound, "restore.missing", "there is no backup %s", path)
	}
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := os.OpenFile(filepath.Join(dir, fileName), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	return errors.Join(err, to.Sync(), to.Close())
}

// proven is Conflict where a check finds something wrong.
func (s *Store) proven(ctx context.Context) error {
	report, err := s.Check(ctx, nil)
	if err == nil && !report.Clean() {
		err = fail("Check", chancery.Conflict, "check.troubles", "the register is not whole: %s", report.Troubles[0].Text)
	}
	return err
}

// Move copies a whole register into an empty one, whatever their databases,
// and checks the copy. Conflict where the other one is not empty. The one
// moved from stays as it is.
func Move(ctx context.Context, from, to *Store) error {
	err := from.copyTo(ctx, to)
	if err == nil {
		err = to.proven(ctx)
	}
	return fault("store.Move", err)
}

// copied lists the tables in the order in which they are copied, with the
// columns by which rows are read.
var copied = []struct {
	name    string
	columns int
	order   string
}{
	{"document", 21, "number"}, {"chunk", 3, "document, seq"}, {"edition", 12, "document, number"}, {"piece", 4, "document, edition, start"},
	{"note", 3, "document, entry"}, {"entity", 3, "number"}, {"property", 3, "number"}, {"rule", 3, "number"}, {"statement", 17, "number"},
	{"reading", 7, "number"}, {"anchor", 6, "statement, edition"}, {"verdict", 9, "number"}, {"target", 8, "verdict, seq"}, {"withdrawn", 5, "document"},
	{"fact", 11, "subject, statement, since"}, {"canon", 4, "entity, since"}, {"edge", 4, "a, b"}, {"item", 12, "entity"}, {"name", 2, "key, entity"},
	{"bits", 3, "name"}, {"turn", 5, "entry"}, {"block", 6, "number"}, {"tally", 2, "name"}, {"document_state", 3, "document"},
	{"person", 5, "id"}, {"setting", 2, "name"}, {"draft", 3, "person, key"}, {"view", 4, "id"}, {"job", 10, "id"}, {"ledger", 10, "number"},
}

func (s *Store) copyTo(ctx context.Context, to *Store) error {
	return s.snapshot(ctx, func(from session) error {
		return to.change(ctx, func(into session) error {
			head, err := into.head()
			if err == nil && head > 0 {
				err = fail("Move", chancery.Conflict, "move.occupied", "the register moved to is not empty; move to one that is")
			}
			if err == nil {
				err = into.exec("DELETE FROM tally")
			}
			if err != nil {
				return err
			}
			for _, t := range copied {
				if err := copyTable(from, into, t.name, t.columns, t.order); err != nil {
					return err
				}
			}
			return copyWords(from, into)
		})
	})
}

// copyTable copies the rows of one table in sets.
func copyTable(from, into session, table string, columns int, order string) error {
	var rows [][]any
	size := 0
	flush := func() error {
		err := into.insert(table, columns, rows)
		rows, size = rows[:0], 0
		return err
	}
	err := from.each("SELECT * FROM "+table+" ORDER BY "+order, func(scan func(...any) error) error {
		row, to := make([]any, columns), make([]any, columns)
		for i := range row {
			to[i] = &row[i]
		}
		if err := scan(to...); err != nil {
			return err
		}
		for _, v := range row {
			switch v := v.(type) {
			case []byte:
				size += len(v)
			case string:
				size += len(v)
			}
		}
		if rows = append(rows, row); len(rows) >= 2048 || size > 8<<20 {
			return flush()
		}
		return nil
	})
	if err != nil {
		return err
	}
	return flush()
}

// copyWords indexes the words of items and blocks anew.
func copyWords(from, into session) error {
	err := from.eachItem(func(items []item) error {
		var terms [][]any
		for _, i := range items {
			terms = append(terms, []any{i.entity, into.store.kind.entry(itemTerms(i.Shown))})
		}
		return into.insertWords("item_words", terms)
	})
	if err != nil {
		return err
	}
	return from.eachBlock(func(number int64, language, s string) error {
		return into.insertWords("block_words", [][]any{{number, into.store.kind.entry(termsOf(nil, language, s))}})
	})
}

// eachItem makes all items anew, in batches.
func (q session) eachItem(fn func([]item) error) error {
	var entities []int64
	err := q.each(`SELECT DISTINCT COALESCE(c.canonical, f.subject) FROM fact f LEFT JOIN canon c ON c.entity = f.subject AND c.until = $1
		WHERE f.until = $1`, func(scan func(...any) error) error {
		var n int64
		err := scan(&n)
		entities = append(entities, n)
		return err
	}, open)
	for len(entities) > 0 && err == nil {
		n := min(len(entities), batch)
		var items []item
		if items, err = q.itemsAt(entities[:n], 0, nil); err == nil {
			err = fn(items)
		}
		entities = entities[n:]
	}
	return err
}

// eachBlock calls fn with every block and its words.
func (q session) eachBlock(fn func(number int64, language, s string) error) error {
	type block struct {
		number, document     int64
		edition, start, stop int
		language             string
	}
	var all []block
	err := q.each("SELECT number, document, edition, start, stop, language FROM block ORDER BY document, edition, start", func(scan func(...any) error) error {
		var b block
		err := scan(&b.number, &b.document, &b.edition, &b.start, &b.stop, &b.language)
		all = append(all, b)
		return err
	})
	if err != nil {
		return err
	}
	var text string
	for i, b := range all {
		if i == 0 || b.document != all[i-1].document || b.edition != all[i-1].edition {
			if text, err = q.text(b.document, b.edition); err != nil {
				return err
			}
		}
		if b.start > b.stop || b.stop > len(text) {
			return fail("Check", chancery.Internal, "check.block", "the search index points outside the text of a document")
		}
		if err := fn(b.number, b.language, text[b.start:b.stop]); err != nil {
			return err
		}
	}
	return nil
}
