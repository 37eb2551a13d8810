package store

import (
	"context"
	"strconv"
	"strings"

	"chancery"
)

// session is a connection on which queries are asked.
type session struct {
	ctx   context.Context
	store *Store
	link  *link
	terms *terms
}

// read runs fn on a connection that reads.
func (s *Store) read(ctx context.Context, fn func(q session) error) error {
	return s.reads.with(ctx, func(c *link) error {
		return fn(session{ctx: ctx, store: s, link: c, terms: &s.terms})
	})
}

// snapshot runs fn in a transaction that reads one state of the register.
func (s *Store) snapshot(ctx context.Context, fn func(q session) error) error {
	return s.reads.with(ctx, func(c *link) error {
		return c.transaction(ctx, s.kind.snapshot, func() error {
			return fn(session{ctx: ctx, store: s, link: c, terms: &s.terms})
		})
	})
}

// change runs fn in a transaction of the writer.
func (s *Store) change(ctx context.Context, fn func(q session) error) error {
	return s.writes.with(ctx, func(c *link) error {
		// What a transaction gives numbers to may be rolled back, so it remembers them apart.
		return c.transaction(ctx, s.kind.begin, func() error {
			return fn(session{ctx: ctx, store: s, link: c, terms: &terms{}})
		})
	})
}

// each runs a query and calls fn for every row; it holds the one loop over
// rows that there is.
func (q session) each(text string, fn func(scan func(...any) error) error, args ...any) error {
	st, err := q.link.prepare(q.ctx, text)
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(q.ctx, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := fn(rows.Scan); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return rows.Close()
}

// one reads the only row of a query into to; found is false where there is none.
func (q session) one(text string, to []any, args ...any) (found bool, err error) {
	err = q.each(text, func(scan func(...any) error) error {
		found = true
		return scan(to...)
	}, args...)
	return found, err
}

// exec runs a statement that gives no rows.
func (q session) exec(text string, args ...any) error {
	st, err := q.link.prepare(q.ctx, text)
	if err == nil {
		_, err = st.ExecContext(q.ctx, args...)
	}
	return err
}

// insert appends rows to a table.
func (q session) insert(into string, columns int, rows [][]any) error {
	switch len(rows) {
	case 0:
		return nil
	case 1:
		return q.exec(insertText(into, columns, parameter), rows[0]...)
	}
	return q.store.kind.copy(q.ctx, q.link.conn, into, rows)
}

// insertText is an INSERT of one row, with a name for each of its parameters.
func insertText(into string, columns int, name func(int) string) string {
	values := make([]string, columns)
	for i := range values {
		values[i] = name(i + 1)
	}
	return "INSERT INTO " + into + " VALUES (" + strings.Join(values, ",") + ")"
}

// numbers writes a JSON array of numbers, as json_each reads it.
func numbers[N ~int64 | ~int](list []N) string {
	b := make([]byte, 0, 2+8*len(list))
	b = append(b, '[')
	for i, n := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, int64(n), 10)
	}
	return string(append(b, ']'))
}

// words writes a JSON array of strings, as json_each reads it.
func words[S ~string](list []S) string {
	b := make([]byte, 0, 2+32*len(list))
	b = append(b, '[')
	for i, s := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendJSON(b, string(s))
	}
	return string(append(b, ']'))
}

// appendJSON quotes s, which is valid UTF-8.
func appendJSON(b []byte, s string) []byte {
	b = append(b, '"')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c < 0x20:
			b = append(b, `\u00`...)
			b = append(b, "0123456789abcdef"[c>>4], "0123456789abcdef"[c&15])
		default:
			b = append(b, c)
		}
	}
	return append(b, '"')
}

// list is the text of a subquery over a JSON array parameter.
func list(parameter string) string {
	return "(SELECT value FROM json_each(CAST(" + parameter + " AS TEXT)))"
}

// ints is list for numbers.
func ints(parameter string) string {
	return "(SELECT CAST(value AS BIGINT) FROM json_each(CAST(" + parameter + " AS TEXT)))"
}

// day writes a date as yyyymmdd; 0 for no date.
func day(d chancery.Date) int64 { return int64(d.Year*10000 + d.Month*100 + d.Day) }

func undate(n int64) chancery.Date {
	return chancery.Date{Year: int(n / 10000), Month: int(n / 100 % 100), Day: int(n % 100)}
}
