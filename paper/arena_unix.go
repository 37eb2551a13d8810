//go:build unix

package paper

import (
	"context"
	"sync"
	"syscall"

	"github.com/tetratelabs/wazero/experimental"
)

// arena gives the workers of an engine memory straight from the system: it is
// reserved whole and takes no room until it is touched, so that it grows
// without being copied, and it returns at once when a worker is closed.
//
// A worker that is killed may still run for a moment while its memory is
// freed. Freeing therefore empties the pages and leaves the addresses mapped
// until no worker is left.
type arena struct {
	mu    sync.Mutex
	freed [][]byte
}

// within makes the workers started under the context draw on the arena.
func (a *arena) within(ctx context.Context) context.Context {
	return experimental.WithMemoryAllocator(ctx, a)
}

// Allocate reserves max bytes. Where the system refuses, the memory cannot
// grow and the worker does not start.
func (a *arena) Allocate(_, max uint64) experimental.LinearMemory {
	b, err := syscall.Mmap(-1, 0, int(max), syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		b = nil
	}
	return &linear{arena: a, all: b}
}

// unmap gives back the addresses of freed memory. No worker may be running.
func (a *arena) unmap() {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, b := range a.freed {
		syscall.Munmap(b)
	}
	a.freed = nil
}

// linear is the memory of one worker.
type linear struct {
	arena *arena
	all   []byte
}

// Reallocate gives the first size bytes, nil where there are not so many.
func (l *linear) Reallocate(size uint64) []byte {
	if size > uint64(len(l.all)) {
		return nil
	}
	return l.all[:size:len(l.all)]
}

// Free empties the memory.
func (l *linear) Free() {
	if l.all == nil {
		return
	}
	syscall.Madvise(l.all, syscall.MADV_DONTNEED)
	l.arena.mu.Lock()
	defer l.arena.mu.Unlock()
	l.arena.freed = append(l.arena.freed, l.all)
	l.all = nil
}
