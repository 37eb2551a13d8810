package store

import (
	"context"
	"errors"
	"io/fs"
	"syscall"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"chancery"
)

// fault gives an error of the database its kind and a sentence.
func fault(op string, err error) error {
	var known *chancery.Error
	if err == nil || errors.As(err, &known) {
		return chancery.Wrap(op, chancery.Internal, err)
	}
	kind, what := diagnose(err)
	return &chancery.Error{Op: op, Kind: kind, What: what, Err: err}
}

var (
	full    = chancery.Say("store.full", "the disk is full; nothing was lost, but nothing more can be kept: free some space and try again")
	disk    = chancery.Say("store.disk", "the disk failed to read or write; nothing that was acknowledged is lost: see whether the disk is there and has room")
	busy    = chancery.Say("store.busy", "another program is writing to the register; try again in a moment")
	away    = chancery.Say("store.away", "the database does not answer; see whether its server runs")
	broken  = chancery.Say("store.broken", "the register's file is damaged; restore the last backup and run chancery check")
	barred  = chancery.Say("store.barred", "the register's files cannot be written; see who owns the data directory")
	stopped = chancery.Say("store.stopped", "stopped before it was done; nothing was changed")
)

func diagnose(err error) (chancery.Kind, chancery.Message) {
	var lite *sqlite.Error
	var post *pgconn.PgError
	var dial *pgconn.ConnectError
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return chancery.Cancelled, stopped
	case errors.As(err, &lite):
		return ofSQLite(lite.Code())
	case errors.As(err, &post):
		return ofPostgres(post.Code)
	case errors.As(err, &dial):
		return chancery.Unavailable, away
	case errors.Is(err, syscall.ENOSPC):
		return chancery.Unavailable, full
	case errors.Is(err, fs.ErrPermission):
		return chancery.Unavailable, barred
	}
	return chancery.Internal, chancery.Message{}
}

func ofSQLite(code int) (chancery.Kind, chancery.Message) {
	switch code & 0xFF {
	case sqlite3.SQLITE_FULL:
		return chancery.Unavailable, full
	case sqlite3.SQLITE_IOERR:
		return chancery.Unavailable, disk
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return chancery.Unavailable, busy
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return chancery.Unavailable, broken
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
		return chancery.Unavailable, barred
	case sqlite3.SQLITE_INTERRUPT:
		return chancery.Cancelled, stopped
	}
	return chancery.Internal, chancery.Message{}
}

func ofPostgres(code string) (chancery.Kind, chancery.Message) {
	switch {
	case code == "53100":
		return chancery.Unavailable, full
	case code == "57014":
		return chancery.Cancelled, stopped
	case code == "55P03", code == "40P01", code == "40001":
		return chancery.Unavailable, busy
	case code == "3D000":
		return chancery.NotFound, chancery.Say("store.no-database", "the PostgreSQL server has no database of that name; create it with createdb, or mend the name in --database")
	case len(code) > 2 && code[:2] == "28":
		return chancery.Forbidden, chancery.Say("store.no-login", "the PostgreSQL server refuses this user or password; mend them in --database, or let the user in in pg_hba.conf")
	case len(code) > 2 && (code[:2] == "57" || code[:2] == "08" || code[:2] == "53"):
		return chancery.Unavailable, away
	}
	return chancery.Internal, chancery.Message{}
}

// fail is chancery.Fail for this package.
func fail(op string, kind chancery.Kind, key, format string, args ...any) error {
	return chancery.Fail("store."+op, kind, chancery.Say(key, format, args...))
}
