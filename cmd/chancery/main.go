// Command chancery reads papers of international work, keeps what a person
// confirmed, and answers from it. Each subcommand stands in a file of its own;
// engine.go hands the packages to each other.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
	"golang.org/x/term"

	"chancery"
	"chancery/remote"
	"chancery/store"
)

// version is set by the linker.
var version = "unversioned"

// The exit codes.
const (
	done   = 0
	failed = 1
	usage  = 2
)

// program is the whole command line. Every flag can also be given as an
// environment variable CHANCERY_ and its name in capitals.
type program struct {
	Data     string           `placeholder:"DIR" default:"chancery-data" help:"Folder that holds the register (default: ${default})." type:"path"`
	Database string           `placeholder:"URL" help:"PostgreSQL database to use instead of --data (postgres://...)."`
	Version  kong.VersionFlag `env:"-" help:"Print the version and leave."`

	Serve    serveCmd    `cmd:"" help:"Open the register in the browser."`
	Read     readCmd     `cmd:"" help:"Read papers and print what they say; nothing is kept."`
	Import   importCmd   `cmd:"" help:"Receive papers into the register and propose what they say."`
	Search   searchCmd   `cmd:"" help:"Search the texts of the register."`
	Suggest  suggestCmd  `cmd:"" help:"Suggest categories and issues for the rows of a table."`
	Treaty   treatyCmd   `cmd:"" help:"Compute dates of treaties; take in, show and compare status tables."`
	Election electionCmd `cmd:"" help:"Compute majorities and outcomes of ballots; take in tables of elections."`
	Brief    briefCmd    `cmd:"" help:"Print the brief for a planned event, or the record of one held."`
	Export   exportCmd   `cmd:"" help:"Write the register, or a part of it, to a file."`
	Backup   backupCmd   `cmd:"" help:"Write a copy of the register, also while it is served."`
	Restore  restoreCmd  `cmd:"" help:"Make a register from a copy, in an empty folder or database."`
	Move     moveCmd     `cmd:"" help:"Move the register to another folder or database."`
	Withdraw withdrawCmd `cmd:"" help:"Make a paper filed by mistake unreadable everywhere."`
	Check    checkCmd    `cmd:"" help:"Rebuild what is derived and compare."`
	User     userCmd     `cmd:"" help:"List the persons of the register, or enter one."`
}

// console is what a command talks to.
type console struct {
	ctx      context.Context
	in       io.Reader
	out, err io.Writer
	data     string
	database string
	outside  remote.Server // a second reader, where the operator named one
}

func main() {
	private()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// left is how kong is stopped once it has printed help or the version.
type left int

// run does what args say and gives the exit code.
func run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) (code int) {
	defer func() {
		if r := recover(); r != nil {
			l, ok := r.(left)
			if !ok {
				panic(r)
			}
			code = int(l)
		}
	}()
	var p program
	parser, err := kong.New(&p, kong.Name("chancery"),
		kong.Description("A register of international work: papers in, facts with their sources out."),
		kong.Vars{"version": version}, kong.Writers(out, errs), kong.DefaultEnvars("CHANCERY"),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true}),
		kong.UsageOnError(), kong.Exit(func(code int) { panic(left(code)) }))
	if err != nil {
		fmt.Fprintln(errs, "chancery:", err)
		return failed
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	k, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintf(errs, "chancery: %v\nTry chancery %s--help.\n", err, word(args))
		return usage
	}
	if p.Database != "" && !store.IsAddress(p.Database) {
		fmt.Fprintln(errs, "chancery: --database takes the address of a PostgreSQL database, as in postgres://user@host/chancery; a folder is named with --data")
		return usage
	}
	c := &console{ctx: ctx, in: in, out: out, err: errs, data: p.Data, database: p.Database}
	if err := k.Run(c); err != nil {
		return c.fail(err)
	}
	return done
}

// word gives the subcommand in args with a space after it, for a hint.
func word(args []string) string {
	for _, a := range args {
		if !strings.HasPrefix(a, "-") {
			return a + " "
		}
	}
	return ""
}

// errSaid is returned by commands that have already said what failed.
var errSaid = errors.New("said")

func (c *console) fail(err error) int {
	var wrong usageError
	switch {
	case errors.Is(err, errSaid):
	case errors.As(err, &wrong):
		fmt.Fprintln(c.err, "chancery:", err)
		return usage
	default:
		fmt.Fprintln(c.err, "chancery:", sentence(err))
	}
	return failed
}

// sentence words an error for a person; a fault of the program shows all it knows.
func sentence(err error) string {
	var ours *chancery.Error // what carries it may be several errors joined
	if !errors.As(err, &ours) {
		return err.Error()
	}
	if m := chancery.MessageOf(ours); m.Key != "error.other" && ours.Kind != chancery.Internal {
		return m.Text
	}
	return err.Error()
}

// usageError is wrong usage that kong cannot see.
type usageError string

func (u usageError) Error() string { return string(u) }

// terminal reports whether w is a terminal, where a progress bar makes sense.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
