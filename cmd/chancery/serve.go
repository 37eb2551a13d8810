package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	"chancery"
	"chancery/demo"
	"chancery/web"
)

// serveCmd opens the register in the browser.
type serveCmd struct {
	Address string `default:"127.0.0.1:8470" placeholder:"HOST:PORT" help:"Loopback address to listen on (default: ${default}); port 0 takes a free one."`
	Demo    bool   `help:"Show a register filled for the purpose; it is forgotten when the program ends."`
	Home    string `default:"state" enum:"state,secretariat" help:"With --demo: whose register it is, a State's or a secretariat's."`
	Open    bool   `default:"true" negatable:"" help:"When started at a terminal, show the pages in the browser."`
	limits

	Outside      string   `placeholder:"URL" help:"Server with a chat interface that reads papers a second time (http://127.0.0.1:8080/v1); off unless given. Its key, where it wants one, is taken from CHANCERY_OUTSIDE_KEY."`
	OutsideModel string   `placeholder:"NAME" help:"Model to ask for on that server."`
	OutsideKinds []string `placeholder:"KIND" help:"Kinds of paper it may see, such as press; marked papers never."`
}

// Help shows an example.
func (serveCmd) Help() string {
	return "The first start asks your name, post and body. The server answers this machine alone.\n\nExamples:\n  chancery serve --data /srv/chancery\n  chancery serve --demo --home secretariat"
}

// Run serves until it is interrupted.
func (s *serveCmd) Run(c *console) error {
	if err := s.secondReader(c); err != nil {
		return err
	}
	listener, err := listen(s.Address)
	if err != nil {
		return err
	}
	h := &host{c: c, serve: s, log: slog.New(slog.NewTextHandler(c.err, &slog.HandlerOptions{Level: slog.LevelWarn}))}
	h.ctx, h.stop = context.WithCancel(c.ctx)
	defer h.close()
	if s.Demo {
		err = h.demo(listener)
	} else {
		err = h.real(c.place(), listener)
	}
	if err != nil {
		return err
	}
	if s.Open && terminal(c.out) {
		browse("http://" + listener.Addr().String() + "/")
	}
	return h.wait()
}

// listen opens a loopback address and refuses any other.
func listen(address string) (net.Listener, error) {
	name, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, usageError(fmt.Sprintf("--address %s: write host and port, as in 127.0.0.1:8470", address))
	}
	if name == "" {
		name = address // every address of the machine
	}
	ip := net.ParseIP(name)
	if name != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, chancery.Fail("serve", chancery.Forbidden, chancery.Say("serve.loopback",
			"%s can be reached by others, and this version has no accounts: whoever came would act in your name; listen on 127.0.0.1, and reach it from elsewhere through a tunnel (ssh -L)", name))
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, &chancery.Error{Op: "serve", Kind: chancery.Unavailable, Err: err,
			What: chancery.Say("serve.address", "%s is taken or cannot be opened; choose another with --address 127.0.0.1:0", address)}
	}
	return listener, nil
}

// host runs the servers of one program: one, or two once the demo was left.
type host struct {
	c       *console
	serve   *serveCmd
	log     *slog.Logger
	ctx     context.Context
	stop    context.CancelFunc
	group   sync.WaitGroup
	mu      sync.Mutex // guards failed and closes
	failed  error
	closes  []func()
	leaving sync.Mutex
	beside  string // address of the real register, once it is served beside the demo
}

// real serves the register in a folder or database.
func (h *host) real(place string, l net.Listener) error {
	reg, done, err := h.c.openAt(h.ctx, place, h.serve.bounds())
	if err != nil {
		l.Close()
		return err
	}
	h.onClose(done)
	h.start(l, web.New(reg, h.options(nil)))
	fmt.Fprintf(h.c.out, "Chancery is at http://%s/\n", l.Addr())
	return nil
}

// demo serves a register made for the purpose in a temporary folder.
func (h *host) demo(l net.Listener) error {
	dir, err := os.MkdirTemp("", "chancery-demo-")
	if err != nil {
		l.Close()
		return notWritten(os.TempDir(), err)
	}
	h.onClose(func() { os.RemoveAll(dir) })
	reg, done, err := h.c.openAt(h.ctx, dir, h.serve.bounds())
	if err != nil {
		l.Close()
		return err
	}
	h.onClose(done)
	rest, err := demo.Build(h.ctx, reg, demo.Home(h.serve.Home), chancery.DateOf(time.Now()))
	if err != nil {
		l.Close()
		return err
	}
	h.start(l, web.New(reg, h.options(h.startForReal)))
	fmt.Fprintf(h.c.out, "The demo of Chancery is at http://%s/ and is forgotten when you stop it (Ctrl C).\n", l.Addr())
	h.background(func(ctx context.Context) error { return rest(ctx) })
	return nil
}

func (h *host) options(startForReal func(context.Context) (string, error)) web.Options {
	return web.Options{Demo: h.serve.Demo && startForReal != nil, Version: version, Limit: h.serve.MaxMB << 20, Log: h.log,
		StartForReal: startForReal, Outside: h.c.leaving()}
}

// startForReal opens the real register beside the demo, once.
func (h *host) startForReal(context.Context) (string, error) {
	h.leaving.Lock()
	defer h.leaving.Unlock()
	if h.beside != "" {
		return h.beside, nil
	}
	l, err := listen("127.0.0.1:0")
	if err != nil {
		return "", err
	}
	if err := h.real(h.c.place(), l); err != nil {
		return "", err
	}
	h.beside = "http://" + l.Addr().String() + "/"
	return h.beside, nil
}

// start serves until the console's context ends.
func (h *host) start(l net.Listener, handler http.Handler) {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
		ErrorLog: slog.NewLogLogger(h.log.Handler(), slog.LevelWarn), BaseContext: func(net.Listener) context.Context { return h.ctx }}
	h.group.Go(func() {
		if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			h.fail(err)
			h.stop()
		}
	})
	h.group.Go(func() {
		<-h.ctx.Done()
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		if server.Shutdown(ctx) != nil {
			server.Close()
		}
	})
}

// background does work beside the servers; that it failed is logged.
func (h *host) background(work func(context.Context) error) {
	h.group.Go(func() {
		if err := work(h.ctx); err != nil && h.ctx.Err() == nil {
			h.log.Error("background work", "error", err)
		}
	})
}

func (h *host) fail(err error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.failed = errors.Join(h.failed, err)
}

func (h *host) onClose(f func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.closes = append(h.closes, f)
}

// wait returns when the servers have stopped.
func (h *host) wait() error {
	h.group.Wait()
	return h.failed
}

func (h *host) close() {
	h.stop()
	h.group.Wait()
	for i := len(h.closes) - 1; i >= 0; i-- {
		h.closes[i]()
	}
}
