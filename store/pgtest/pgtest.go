// Package pgtest starts a PostgreSQL server for tests: one for the whole test
// binary, in a temporary directory, reached by a socket in it and by nothing
// else, run by an ordinary user as the server insists. Each test gets a
// database of its own. Where there is no server on the machine tests are
// skipped, except in CI, where that is a failure.
package pgtest

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
)

var server struct {
	sync.Mutex
	started  bool
	err      error
	dir      string
	command  *exec.Cmd
	done     chan struct{}
	made     int
	prepared bool
}

// Database gives the address of a database of the test's own. What prepare
// does to the first one it is given, all those with it begin with; nil leaves
// it empty. The server is started with the first; [Stop] stops it.
func Database(t testing.TB, prepare func(address string) error) string {
	t.Helper()
	server.Lock()
	defer server.Unlock()
	if !server.started {
		server.started = true
		server.err = start()
	}
	if server.err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("PostgreSQL is needed in CI: %v", server.err)
		}
		t.Skipf("NOT TESTED against PostgreSQL: %v", server.err)
	}
	template := "template0"
	if prepare != nil {
		template = "prepared"
		if !server.prepared {
			ask(t, "CREATE DATABASE prepared TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
			if err := prepare(address(template)); err != nil {
				t.Fatal(err)
			}
			server.prepared = true
		}
	}
	server.made++
	name := fmt.Sprintf("register%d", server.made)
	ask(t, "CREATE DATABASE "+name+" TEMPLATE "+template+" ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
	return address(name)
}

func address(name string) string {
	return "postgres:///" + name + "?" + url.Values{"host": {server.dir}, "user": {"postgres"}}.Encode()
}

func ask(t testing.TB, text string) {
	t.Helper()
	db, err := sql.Open("pgx", address("postgres"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(text); err != nil {
		t.Fatal(err)
	}
}

// binary finds a program of the newest server that is installed.
func binary(name string) (string, error) {
	if path, err := exec.LookPath(name); err == nil {
		return path, nil
	}
	all, err := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
	if err != nil || len(all) == 0 {
		return "", fmt.Errorf("no program %s; install the package postgresql", name)
	}
	return all[len(all)-1], nil
}

// ordinary gives the user to run the server as; nil is the one there is.
func ordinary() (*syscall.Credential, error) {
	if os.Getuid() != 0 {
		return nil, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, err := strconv.ParseUint(u.Uid, 10, 32)
		if err != nil {
			return nil, err
		}
		gid, err := strconv.ParseUint(u.Gid, 10, 32)
		return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, err
	}
	return nil, fmt.Errorf("no user postgres or nobody to run the server as")
}

func start() error {
	initdb, err := binary("initdb")
	if err != nil {
		return err
	}
	postgres, err := binary("postgres")
	if err != nil {
		return err
	}
	who, err := ordinary()
	if err != nil {
		return err
	}
	if server.dir, err = os.MkdirTemp("", "pg"); err != nil {
		return err
	}
	if who != nil {
		if err := os.Chown(server.dir, int(who.Uid), int(who.Gid)); err != nil {
			return err
		}
	}
	data := filepath.Join(server.dir, "data")
	run := func(name string, args ...string) *exec.Cmd {
		c := exec.Command(name, args...)
		c.Dir = server.dir
		c.SysProcAttr = &syscall.SysProcAttr{Credential: who, Pdeathsig: syscall.SIGQUIT}
		return c
	}
	if out, err := run(initdb, "-D", data, "-U", "postgres", "--auth=trust", "--no-sync", "--no-locale", "--encoding=UTF8").CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %v: %s", err, out)
	}
	server.command = run(postgres, "-D", data, "-k", server.dir, "-c", "listen_addresses=", "-c", "fsync="+fsync(), "-c", "full_page_writes=off",
		"-c", "shared_buffers=256MB", "-c", "max_wal_size=2GB", "-c", "log_min_messages=fatal", "-c", "jit=off")
	return serve()
}

// fsync is on where a benchmark asks for it; a test's database need not
// survive the machine.
func fsync() string {
	if os.Getenv("PGTEST_FSYNC") == "on" {
		return "on"
	}
	return "off"
}

// serve runs the server from a thread that lives as long as this process: the
// system ends the server with the thread that started it.
func serve() error {
	started := make(chan error)
	server.done = make(chan struct{})
	go func() {
		runtime.LockOSThread()
		err := server.command.Start()
		started <- err
		if err == nil {
			server.command.Wait()
		}
		close(server.done)
	}()
	if err := <-started; err != nil {
		return err
	}
	return answers()
}

// answers waits until the server does.
func answers() error {
	db, err := sql.Open("pgx", address("postgres"))
	if err != nil {
		return err
	}
	defer db.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	for {
		if err = db.PingContext(ctx); err == nil {
			return nil
		}
		select {
		case <-server.done:
			return fmt.Errorf("the server ended at once")
		case <-ctx.Done():
			return fmt.Errorf("the server does not answer: %w", err)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// Stop ends the server and forgets its files; call it at the end of TestMain.
func Stop() {
	server.Lock()
	defer server.Unlock()
	if server.done != nil {
		server.command.Process.Signal(syscall.SIGINT)
		<-server.done
	}
	if server.dir != "" {
		os.RemoveAll(server.dir)
	}
}
