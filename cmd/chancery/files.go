package main

import (
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"chancery"
)

// source is one paper named on the command line.
type source struct {
	name string // as printed; "-" is standard input
	load func() ([]byte, error)
}

// maxInput bounds what is read from one file before the reader's own limit
// speaks, so that a file of any size cannot fill the memory.
const maxInput = 2 << 30

// sources lists the files that args name, folders walked in the order of
// their names, hidden files left out. A name that cannot be opened is a
// source whose load fails, so that the others go on.
func (c *console) sources(args []string) []source {
	var out []source
	for _, arg := range args {
		switch info, err := os.Stat(arg); {
		case arg == "-":
			out = append(out, source{arg, func() ([]byte, error) { return io.ReadAll(io.LimitReader(c.in, maxInput)) }})
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
			out = append(out, source{path, func() ([]byte, error) { return nil, notThere(path, err) }})
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
		out = append(out, source{root, func() ([]byte, error) { return nil, notThere(root, err) }})
	}
	return out
}

func file(path string) source {
	return source{path, func() ([]byte, error) {
		info, err := os.Stat(path)
		if err != nil {
			return nil, notThere(path, err)
		}
		if info.Size() > maxInput {
			return nil, chancery.Fail("read", chancery.Invalid, chancery.Say("file.large", "%s has %d MB, too many to read; split it", path, info.Size()>>20))
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
