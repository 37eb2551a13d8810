package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
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
		{[]string{"check", "--database", "mysql://host/register"}, usage, "postgres://"},
		{[]string{"check", "--data", t.TempDir()}, failed, "there is no register"},
		{[]string{"move", ""}, usage, "name the folder or database"},
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

func TestReadGoesOnAfterTrouble(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	letter := "From: a@example.org\r\nSubject: Annex\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" +
		"--x\r\nContent-Type: text/plain\r\n\r\nSee the annex.\r\n--x\r\nContent-Type: text/plain; name=annex.txt\r\nContent-Disposition: attachment; filename=annex.txt\r\n\r\nThe annex.\r\n--x--\r\n"
	a, b := write("a.eml", letter), write("empty.txt", "")
	code, out, errs := call(t, "typed text about nothing in particular", "read", "--format", "jsonl", a, b, filepath.Join(dir, "none.pdf"), "-")
	if code != failed || errs != "" {
		t.Errorf("code %d, standard error %q", code, errs)
	}
	type object struct {
		File, Part, Text string
		Entities         *[]any
		Error            *struct{ Kind, Message string }
	}
	var got []object
	for line := range strings.Lines(out) {
		var o object
		if err := json.Unmarshal([]byte(line), &o); err != nil {
			t.Fatalf("%v in %q", err, line)
		}
		got = append(got, o)
	}
	if len(got) != 5 {
		t.Fatalf("%d lines:\n%s", len(got), out)
	}
	if got[0].File != a || got[0].Part != "" || got[1].Part != "annex.txt" || !strings.Contains(got[1].Text, "The annex") {
		t.Errorf("the letter: %+v", got[:2])
	}
	if got[2].Error == nil || got[2].Error.Kind != "unreadable" || got[3].Error == nil || got[3].Error.Kind != "notFound" {
		t.Errorf("troubles: %+v", got[2:4])
	}
	if got[4].File != "-" || got[4].Entities == nil {
		t.Errorf("standard input: %+v", got[4])
	}
}

func TestReadForPeople(t *testing.T) {
	code, out, _ := call(t, "140.1 Ratify the Convention (Norway);", "read", "--explain", "-")
	if code != done || !strings.HasPrefix(out, "-\n") || !strings.Contains(out, "read as ") {
		t.Errorf("code %d:\n%s", code, out)
	}
}

func TestTablesThroughStandardInput(t *testing.T) {
	code, out, errs := call(t, "text\nRatify the Convention\nContinue its efforts\n", "suggest", "-")
	if code != done || !strings.HasPrefix(out, "row,action_category,issues") || strings.Count(out, "\n") != 3 {
		t.Errorf("suggest: code %d\n%s%s", code, out, errs)
	}
	code, _, errs = call(t, "", "suggest", "--learn", "none.csv", "-")
	if code != failed || !strings.Contains(errs, "none.csv is not there") {
		t.Errorf("suggest: code %d, %s", code, errs)
	}
	code, _, errs = call(t, "not,a,table,of,ballots\n1,2,3,4,5\n", "election", "count", "-")
	if code != failed || errs == "" {
		t.Errorf("election count: code %d, %q", code, errs)
	}
}
