// Command readjsonl prints readings of files as lines of JSON; it measures the
// readers until the command line does.
package main

import (
	"context"
	"fmt"
	"os"

	"chancery/paper"
	"chancery/read"
)

func main() {
	failed := false
	for _, name := range os.Args[1:] {
		if err := one(name); err != nil {
			fmt.Fprintln(os.Stderr, name, err)
			failed = true
		}
	}
	if failed {
		os.Exit(1)
	}
}

func one(name string) error {
	content, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	o, err := paper.Open(context.Background(), name, content, paper.Limits{})
	if err != nil {
		return err
	}
	o.Edition.Number = 1
	r, err := read.Statements(context.Background(), o.Document, &o.Edition, nil)
	if err != nil {
		return err
	}
	return read.JSONL(os.Stdout, name, "", o.Edition.Text, r)
}
