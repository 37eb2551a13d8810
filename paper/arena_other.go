//go:build !unix

package paper

import "context"

// arena does nothing here: the workers' memory is the program's own.
type arena struct{}

func (*arena) within(ctx context.Context) context.Context { return ctx }

func (*arena) unmap() {}
