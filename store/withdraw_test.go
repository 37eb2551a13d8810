package store_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"chancery"
	"chancery/ledger"
)

// TestWithdrawnWordsLeaveTheFile looks for the words of a withdrawn paper in
// the bytes of the register's files: nothing of them stays in free pages, in
// the write-ahead log, or in an index.
func TestWithdrawnWordsLeaveTheFile(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	s := open(t, dir)
	small(t, s, 500)
	const text = "Private words: Zebulon Quartermain was founded by xylophonists."
	doc, _, err := s.Receive(ctx, "p", ledger.Receipt{Document: chancery.Document{Title: "Quartermain file"}, Content: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.AddEdition(ctx, "p", chancery.Edition{Document: doc.ID, Extractor: "x", Version: 1, Text: text, Language: "en"}); err != nil {
		t.Fatal(err)
	}
	at, err := chancery.Cut(doc.ID, 1, text, 15, 34)
	if err != nil {
		t.Fatal(err)
	}
	st := chancery.Statement{Subject: chancery.NewMention(doc.ID, "Person", 1, 15, 34), Schema: "Person", Property: "name", Value: at.Quote, Passage: at, Rule: "r"}
	if _, err := s.Import(ctx, "p", chancery.Reading{Document: doc.ID, Edition: 1, Statements: []chancery.Statement{st}}, chancery.Press); err != nil {
		t.Fatal(err)
	}
	words := [][]byte{[]byte("uartermain"), []byte("ebulon"), []byte("xylophon"), []byte("zbln")}
	if len(holding(t, dir, words)) == 0 {
		t.Fatal("the words are nowhere before the paper is withdrawn; the test looks in the wrong place")
	}
	if err := s.Withdraw(ctx, "p", doc.ID, "filed by mistake"); err != nil {
		t.Fatal(err)
	}
	if got := holding(t, dir, words); len(got) > 0 {
		t.Errorf("after it was withdrawn: %q", got)
	}
	path := filepath.Join(t.TempDir(), "backup.sqlite")
	if err := s.Backup(ctx, path); err != nil {
		t.Fatal(err)
	}
	if got := holding(t, filepath.Dir(path), words); len(got) > 0 {
		t.Errorf("in a backup made after: %q", got)
	}
	clean(t, s)
}

// holding gives which words stand in the files of a directory.
func holding(t *testing.T, dir string, words [][]byte) []string {
	t.Helper()
	var out []string
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range words {
			if bytes.Contains(b, w) {
				out = append(out, filepath.Base(f)+": "+string(w))
			}
		}
	}
	return out
}
