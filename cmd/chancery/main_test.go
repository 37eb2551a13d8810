package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

// call runs the program and gives its exit code and what it wrote.
func call(t *testing.T, in string, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(context.Background(), args, strings.NewReader(in), &o, &e)
	return code, o.String(), e.String()
}

func TestExitCodes(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
		says string // on either stream
	}{
		{[]string{"--version"}, done, "unversioned"},
		{[]string{"--help"}, done, "treaty"},
		{[]string{"treaty", "in-force", "--help"}, done, "Example:"},
		{[]string{"no-such-command"}, usage, "Try chancery no-such-command --help"},
		{[]string{"treaty", "in-force"}, usage, "--rules"},
		{[]string{"treaty", "in-force", "--rules", "none.csv", "--deposits", "none.csv"}, failed, "none.csv is not there"},
	} {
		code, out, errs := call(t, "", c.args...)
		if code != c.code || !strings.Contains(out+errs, c.says) {
			t.Errorf("chancery %s: code %d, want %d and %q in:\n%s%s", strings.Join(c.args, " "), code, c.code, c.says, out, errs)
		}
	}
}

func TestInOrder(t *testing.T) {
	items := make([]int, 100)
	for i := range items {
		items[i] = i
	}
	var got []int
	err := inOrder(context.Background(), items, 3, func(i int) int { return i * i }, func(r int) error { got = append(got, r); return nil })
	if err != nil || len(got) != 100 || got[99] != 99*99 || got[7] != 49 {
		t.Errorf("results out of order or lost: %v %v", got, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	n := 0
	err = inOrder(ctx, items, 3, func(i int) int { return i }, func(int) error { n++; cancel(); return nil })
	if err == nil || n > 10 {
		t.Errorf("cancelled work went on for %d items: %v", n, err)
	}
}
