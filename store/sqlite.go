package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the driver "sqlite"
)

// fileName is the register's file in a data directory.
const fileName = "register.sqlite"

var sqliteKind = dialect{
	name:       "sqlite",
	goose:      goose.DialectSQLite3,
	migrations: "migrations/sqlite",
	begin:      "BEGIN IMMEDIATE",
	among:      func(subquery string) string { return "IN " + subquery },
	copy:       copySQLite,
	snapshot:   "BEGIN",
	triggers:   "SELECT name FROM sqlite_master WHERE type = 'trigger'",
	bulk:       "PRAGMA cache_size = -64000",
	rest:       "PRAGMA cache_size = -8000",
	guards:     []string{"_no_update", "_no_delete"},
	thorough:   []string{"PRAGMA secure_delete = 1"},
	rewrite: []string{
		"INSERT INTO block_words (block_words) VALUES ('optimize')",
		"INSERT INTO item_words (item_words) VALUES ('optimize')",
	},
	wipe: []string{"PRAGMA wal_checkpoint(TRUNCATE)"},
	entry: func(terms []string) string {
		all := make([]string, len(terms))
		for i, t := range terms {
			all[i] = oneToken(t)
		}
		return strings.Join(all, " ")
	},
	query: func(groups [][]string) string {
		all := make([][]string, len(groups))
		for i, g := range groups {
			for _, t := range g {
				whole, begun := strings.CutSuffix(t, "*")
				if t = oneToken(whole); begun {
					t += "*"
				}
				all[i] = append(all[i], t)
			}
		}
		return join(all, `"`, `"`, "*", " OR ", " AND ")
	},
	match: "%[1]s MATCH %[2]s",
	score: "-bm25(%[1]s)",
}

// copySQLite appends rows to a table by the driver itself: what database/sql
// does for each row, and finding parameters by their names, costs half as much
// as the row. Whether to stop is asked between rows, since the driver would set
// a watch for each.
func copySQLite(ctx context.Context, c *sql.Conn, into string, rows [][]any) error {
	return c.Raw(func(conn any) (err error) {
		text := insertText(into, len(rows[0]), func(int) string { return "?" })
		st, err := conn.(driver.ConnPrepareContext).PrepareContext(ctx, text)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, st.Close()) }()
		args := make([]driver.NamedValue, len(rows[0]))
		for _, r := range rows {
			for i, v := range r {
				args[i] = driver.NamedValue{Ordinal: i + 1, Value: v}
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			if _, err := st.(driver.StmtExecContext).ExecContext(context.Background(), args); err != nil {
				return err
			}
		}
		return nil
	})
}

// oneToken writes a term so that FTS5 takes it for one token, whose table of
// words keeps no places and so knows no phrases: what its tokenizer would cut
// at becomes a hyphen, in the index and in questions alike.
func oneToken(term string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0x80, r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '/', r == '-', r == '.':
			return r
		}
		return '-'
	}, term)
}

func openSQLite(ctx context.Context, dir string, o Options) (*Store, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	file, err := filepath.Abs(filepath.Join(dir, fileName))
	if err != nil {
		return nil, err
	}
	s := &Store{kind: sqliteKind, place: dir, options: o}
	writes, err := openFile(file, o, "_txlock=immediate", "_pragma=cache_size(-8000)", "_pragma=wal_autocheckpoint(8000)", "_pragma=journal_size_limit(67108864)")
	if err != nil {
		return nil, err
	}
	s.writes = newLinks(writes, 1)
	if err := s.migrate(ctx, func() error { return s.beforeUpgrade(ctx, dir) }); err != nil {
		return nil, errors.Join(err, s.writes.close())
	}
	reads, err := openFile(file, o, "_pragma=query_only(1)", "_pragma=cache_size(-4000)")
	if err != nil {
		return nil, errors.Join(err, s.writes.close())
	}
	s.reads = newLinks(reads, o.Readers)
	return s, nil
}

// openFile opens a register's file. The time to wait for another writer must
// be set before anything else, since setting the rest may have to wait.
func openFile(file string, o Options, more ...string) (*sql.DB, error) {
	if strings.ContainsAny(file, "?#%") {
		file = (&url.URL{Path: file}).EscapedPath()
	}
	parameters := append([]string{"_pragma=busy_timeout(15000)", "_pragma=journal_mode(WAL)", "_pragma=synchronous(FULL)", "_pragma=recursive_triggers(1)", "_pragma=temp_store(MEMORY)"}, more...)
	if o.MaxPages > 0 {
		parameters = append(parameters, fmt.Sprintf("_pragma=max_page_count(%d)", o.MaxPages))
	}
	return sql.Open("sqlite", "file:"+file+"?"+strings.Join(parameters, "&"))
}

// beforeUpgrade backs up a register that is about to be brought up to date.
func (s *Store) beforeUpgrade(ctx context.Context, dir string) error {
	path := filepath.Join(dir, "before-upgrade-"+s.options.Now().UTC().Format("20060102T150405Z")+".sqlite")
	if err := vacuumInto(ctx, s.writes.db, path); err != nil {
		return err
	}
	if s.options.Upgrade != nil {
		s.options.Upgrade(path)
	}
	return nil
}

// vacuumInto writes a compact copy of a running register to a new file.
func vacuumInto(ctx context.Context, db interface {
	ExecContext(context.Context, string, ...any) (sql.Result, error)
}, path string) error {
	if _, err := os.Lstat(path); err == nil {
		return exists(path)
	}
	_, err := db.ExecContext(ctx, "VACUUM INTO $1", path)
	return err
}
