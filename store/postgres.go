package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
	"github.com/pressly/goose/v3"
)

// writersLock is the advisory lock that whoever appends to the ledger holds.
const writersLock = 0x6368616e63657279 // "chancery"

var postgresKind = dialect{
	name:       "postgres",
	goose:      goose.DialectPostgres,
	migrations: "migrations/postgres",
	among:      func(subquery string) string { return "= ANY (ARRAY" + subquery + ")" }, // of IN the planner makes a join, and reads the whole table
	copy:       copyPostgres,
	begin:      "BEGIN",
	snapshot:   "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
	lock:       "SELECT pg_advisory_xact_lock(" + strconv.Itoa(writersLock) + ")",
	triggers:   "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
	guards:     []string{"_no_update", "_no_delete", "_no_truncate"},
	wipe:       []string{"VACUUM document, chunk, edition, piece, note, statement, fact, item, block, block_words, item_words, draft"},
	entry:      vector,
	query: func(groups [][]string) string {
		return join(groups, "'", "'", ":*", " | ", " & ")
	},
	match: "%[1]s.terms @@ CAST(CAST(%[2]s AS TEXT) AS TSQUERY)",
	score: "ts_rank(%[1]s.terms, CAST(CAST(%[2]s AS TEXT) AS TSQUERY), 1)",
}

func openPostgres(ctx context.Context, address string, o Options) (*Store, error) {
	s := &Store{kind: postgresKind, place: address, options: o}
	writes, err := sql.Open("pgx", address)
	if err != nil {
		return nil, err
	}
	s.writes = newLinks(writes, 2)
	if err := s.migrate(ctx, func() error { return s.copyTables(ctx) }); err != nil {
		return nil, errors.Join(err, s.writes.close())
	}
	reads, err := sql.Open("pgx", address)
	if err != nil {
		return nil, errors.Join(err, s.writes.close())
	}
	s.reads = newLinks(reads, o.Readers)
	return s, nil
}

// copyTables copies every table of an older register into a schema of its own
// beside it, while no writer may come between, and tells that schema's name.
func (s *Store) copyTables(ctx context.Context) error {
	beside := "before_upgrade_" + s.options.Now().UTC().Format("20060102t150405z")
	_, err := s.writes.db.ExecContext(ctx, fmt.Sprintf(`DO $$
		DECLARE name TEXT; here TEXT := current_schema();
		BEGIN
			PERFORM pg_advisory_xact_lock(%[2]d);
			CREATE SCHEMA %[1]s;
			FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = here LOOP
				EXECUTE format('CREATE TABLE %[1]s.%%I AS TABLE %%I.%%I', name, here, name);
			END LOOP;
		END $$`, beside, writersLock))
	if err == nil && s.options.Upgrade != nil {
		s.options.Upgrade("the schema " + beside)
	}
	return err
}

// copyPostgres appends rows to a table by COPY, for which the server plans
// nothing and binds no parameters.
func copyPostgres(ctx context.Context, c *sql.Conn, into string, rows [][]any) error {
	var b []byte
	for _, r := range rows {
		for i, v := range r {
			if i > 0 {
				b = append(b, '\t')
			}
			b = appendCopied(b, v)
		}
		b = append(b, '\n')
	}
	return c.Raw(func(driver any) error {
		_, err := driver.(*stdlib.Conn).Conn().PgConn().CopyFrom(ctx, bytes.NewReader(b), "COPY "+into+" FROM STDIN")
		return err
	})
}

// appendCopied writes a value as the text format of COPY has it.
func appendCopied(b []byte, v any) []byte {
	switch v := v.(type) {
	case nil:
		return append(b, `\N`...)
	case int64:
		return strconv.AppendInt(b, v, 10)
	case []byte:
		return hex.AppendEncode(append(b, `\\x`...), v)
	case string:
		for i := range len(v) {
			switch c := v[i]; c {
			case '\\':
				b = append(b, `\\`...)
			case '\t':
				b = append(b, `\t`...)
			case '\n':
				b = append(b, `\n`...)
			case '\r':
				b = append(b, `\r`...)
			default:
				b = append(b, c)
			}
		}
		return b
	}
	panic(fmt.Sprintf("%T is not written to any table", v))
}

// maxPosition is the greatest position that a tsvector keeps.
const maxPosition = 16383

// vector writes terms as the text of a tsvector.
func vector(terms []string) string {
	var b strings.Builder
	for i, t := range terms {
		b.WriteByte('\'')
		b.WriteString(quoted.Replace(t))
		b.WriteString("':")
		b.WriteString(strconv.Itoa(min(i+1, maxPosition)))
		b.WriteByte(' ')
	}
	return b.String()
}

var quoted = strings.NewReplacer(`'`, `''`, `\`, `\\`)
