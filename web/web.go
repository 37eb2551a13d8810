// Package web is the register on paper and screen: pages rendered by the
// server, every form of which works without script.
//
// A page is a file: its handlers, and its templates beside it in a .templ file
// of the same name. routes.go is the table of contents. A handler reads the
// request, asks the register for a view, and renders it; it knows no SQL and
// reads no papers. Everything a page says goes through package locale, in the
// language the reader chose; values keep their own language and direction.
//
// Every page has an address that can be sent, says of which day it is (?on=),
// of which state of knowledge (?known=) and up to which marking (?ceiling=),
// leads on through the same lens (page.link), cites the passage behind each
// value, and prints. Script is comfort: modules of our own under assets, nothing
// inline and nothing from outside; the content security policy in safe.go
// forbids both. What the script swaps in place is asked for with the header
// X-Fragment and is the same template that the page is made of.
//
// The server listens on a loopback address only, as long as there are no
// accounts: whoever sits at the machine is the person at the keyboard, whom the
// first start asks for name, post and body.
package web

import (
	"context"
	"log/slog"
	"net/http"

	"chancery/register"
)

// Options are what the program hands to the pages.
type Options struct {
	Demo    bool   // say so on every page
	Version string // of the program
	Limit   int64  // bytes of one paper handed in; 0 is 100 MB
	Log     *slog.Logger
	// StartForReal leaves the demo: it opens a new, empty data directory and
	// gives the address of its server. Nil where there is no demo.
	StartForReal func(ctx context.Context) (address string, err error)
	// Outside lists the servers that papers are sent to; the operator named them.
	Outside []Outside
}

// Outside is a server that something is sent to.
type Outside struct {
	Address string
	Kinds   []string // of paper that it may see
}

// Server answers requests for pages.
type Server struct {
	reg  *register.Register
	opts Options
	mux  *http.ServeMux
}

// New gives the handler of all pages over a register.
func New(reg *register.Register, opts Options) http.Handler {
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	if opts.Limit <= 0 {
		opts.Limit = 100 << 20
	}
	s := &Server{reg: reg, opts: opts, mux: http.NewServeMux()}
	s.routes()
	return s.safe(s.mux)
}
