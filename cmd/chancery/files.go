package main

import (
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"

	"chancery"
	"chancery/paper"
)

// source is one paper named on the command line.
type source struct {
	name string // as printed; "-" is standard input
	size int64  // bytes, as far as it is known beforehand
	load func() ([]byte, error)
	file func() (*os.File, error) // opens it; nil where it is no file
}

// maxInput bounds what is read from one file before the reader's own limit
// speaks, so that a file of any size cannot fill the memory.
const maxInput = 2 << 30

// limits are the flags that bound what is read of one paper.
type limits struct {
	MaxMB int64 `default:"100" placeholder:"MB" help:"Papers above this size are kept, not read (default: ${default})."`
	Pages int   `default:"2000" placeholder:"N" help:"Papers of more pages are kept, not read (default: ${default})."`
}

func (l limits) bounds() paper.Limits { return paper.Limits{Bytes: l.MaxMB << 20, Pages: l.Pages} }

// heavy is the size from which papers are worked on one at a time, so that a
// folder of the largest takes no more memory than one of them.
const heavy = 64 << 20

var weight sync.Mutex // held while a heavy paper is in memory

// open gives what the paper holds, and lets go of it once that is done with.
func (s source) open() (content []byte, release func(), err error) {
	release = func() {}
	if s.size >= heavy {
		weight.Lock()
		release = func() {
			debug.FreeOSMemory()
			weight.Unlock()
		}
	}
	content, err = s.load()
	return content, release, err
}

// sources lists the files that args name, folders walked in the order of
// their names, hidden files left out. A name that cannot be opened is a
// source whose load fails, so that the others go on.
func (c *console) sources(args []string) []source {
	var out []source
	for _, arg := range args {
		switch info, err := os.Stat(arg); {
		case arg == "-":
			out = append(out, source{name: arg, load: func() ([]byte, error) { return io.ReadAll(io.LimitReader(c.in, maxInput)) }})
		case err == nil && info.IsDir():
			out = append(out, folder(arg)...)
		default:
			out = append(out, file(arg))
		}
	}
	return out
}

func folder(root string) []source {
	var out []source
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			out = append(out, source{name: path, load: func() ([]byte, error) { return nil, notThere(path, err) }})
		case path != root && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return filepath.SkipDir
			}
		case d.Type().IsRegular():
			out = append(out, file(path))
		}
		return nil
	})
	if err != nil {
		out = append(out, source{name: root, load: func() ([]byte, error) { return nil, notThere(root, err) }})
	}
	return out
}

func file(path string) source {
	info, missing := os.Stat(path)
	var size int64
	if missing == nil {
		size = info.Size()
	}
	open := func() (*os.File, error) {
		f, err := os.Open(path)
		if err != nil {
			return nil, notThere(path, err)
		}
		return f, nil
	}
	return source{name: path, size: size, file: open, load: func() ([]byte, error) {
		if missing != nil {
			return nil, notThere(path, missing)
		}
		if size > maxInput {
			return nil, chancery.Fail("read", chancery.Invalid, chancery.Say("file.large", "%s has %d MB, too many to read; split it", path, size>>20))
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, notThere(path, err)
		}
		return content, nil
	}}
}

func notThere(path string, err error) error {
	kind, what := chancery.Unavailable, chancery.Say("file.unavailable", "%s cannot be opened; see that it is a file you may read", path)
	if os.IsNotExist(err) {
		kind, what = chancery.NotFound, chancery.Say("file.missing", "%s is not there; check the name and the folder", path)
	}
	return &chancery.Error{Op: "read", Kind: kind, What: what}
}

// inOrder does work on every item with a few workers and hands the results to
// emit in the order of the items. At most twice as many results as workers
// wait, so that memory stays bounded. It stops at emit's first error.
func inOrder[T, R any](ctx context.Context, items []T, workers int, work func(T) R, emit func(R) error) error {
	ctx, cancel := context.WithCancel(ctx)
	type slot struct {
		item   T
		result chan R
	}
	queue, order := make(chan slot), make(chan chan R, workers)
	var group sync.WaitGroup
	defer group.Wait()
	defer cancel()
	group.Go(func() {
		defer close(order)
		defer close(queue)
		for _, item := range items {
			s := slot{item, make(chan R, 1)}
			select {
			case order <- s.result:
			case <-ctx.Done():
				return
			}
			select {
			case queue <- s:
			case <-ctx.Done():
				return
			}
		}
	})
	for range workers {
		group.Go(func() {
			for s := range queue {
				s.result <- work(s.item)
			}
		})
	}
	for result := range order {
		select {
		case r := <-result:
			if err := emit(r); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}
