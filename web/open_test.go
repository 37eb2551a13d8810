package web

import (
	"context"
	"log/slog"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	"chancery"
	"chancery/authority"
	"chancery/demo"
	"chancery/paper"
	"chancery/read"
	"chancery/register"
	"chancery/store"
)

// today is the day of the tests: three days after the meeting of the story.
var today = time.Date(2024, 5, 30, 9, 0, 0, 0, time.UTC)

// clock gives the day of the tests, a second later each time it is asked.
func clock() func() time.Time {
	var n atomic.Int64
	return func() time.Time { return today.Add(time.Duration(n.Add(1)) * time.Second) }
}

// tools are the readers the program has, with the clock of the tests.
func tools(now func() time.Time) register.Tools {
	limits := paper.Limits{Bytes: 100 << 20, Pages: 2000}
	return register.Tools{
		Open: func(ctx context.Context, name string, content []byte) (register.Opened, error) {
			o, err := paper.Open(ctx, name, content, limits)
			return opened(o), err
		},
		Notes: func(text string) register.Opened { return opened(paper.Notes(text)) },
		Read: func(ctx context.Context, doc chancery.Document, ed *chancery.Edition, files *authority.Files) (chancery.Reading, error) {
			return read.Statements(ctx, doc, ed, files)
		},
		Rule: func(name string) chancery.Rule {
			for _, r := range read.Rules() {
				if r.Name == name {
					return r
				}
			}
			return chancery.Rule{Name: name}
		},
		Render: func(ctx context.Context, content []byte, page int) ([]byte, error) {
			return paper.PageImage(ctx, content, page, 120)
		},
		Now: now,
	}
}

func opened(o paper.Opened) register.Opened {
	out := register.Opened{Document: o.Document, Edition: o.Edition}
	for _, p := range o.Parts {
		out.Parts = append(out.Parts, register.Part{Name: p.Name, Content: p.Content})
	}
	return out
}

// emptyRegister opens a register that holds nothing.
func emptyRegister(tb testing.TB) *register.Register {
	tb.Helper()
	return registerWith(tb, tools(clock()))
}

// registerWith opens a register that holds nothing, with some readers.
func registerWith(tb testing.TB, use register.Tools) *register.Register {
	tb.Helper()
	st, err := store.Open(context.Background(), tb.TempDir(), store.Options{Now: use.Now})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := st.Close(); err != nil {
			tb.Error(err)
		}
	})
	return register.New(st, use)
}

// demoRegister opens a register that tells the founding story whole.
func demoRegister(tb testing.TB) *register.Register {
	tb.Helper()
	reg := emptyRegister(tb)
	rest, err := demo.Build(context.Background(), reg, demo.State, chancery.DateOf(today))
	if err != nil {
		tb.Fatal(err)
	}
	if err := rest(context.Background()); err != nil {
		tb.Fatal(err)
	}
	return reg
}

// serve starts the pages over a register.
func serve(tb testing.TB, reg *register.Register, opts Options) *httptest.Server {
	tb.Helper()
	if opts.Log == nil {
		opts.Log = slog.New(slog.NewTextHandler(tb.Output(), nil))
	}
	srv := httptest.NewServer(New(reg, opts))
	tb.Cleanup(srv.Close)
	return srv
}

// discard logs nothing.
func discard() *slog.Logger { return slog.New(slog.DiscardHandler) }
