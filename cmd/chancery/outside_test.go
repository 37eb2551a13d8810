package main

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"chancery"
	"chancery/authority"
	"chancery/remote"
)

// A second reader adds what is new, says nothing twice, and never sees a
// marked paper or one of another kind.
func TestSecondReader(t *testing.T) {
	asked := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked++
		json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"message": map[string]string{"role": "assistant", "content": `[
			{"thing":"a","schema":"Person","property":"name","value":"Afnan AlShuaiby","quote":"Afnan AlShuaiby"},
			{"thing":"b","schema":"Person","property":"name","value":"Ehab Fawzy","quote":"Ehab Fawzy"},
			{"thing":"c","schema":"Person","property":"name","value":"Invented","quote":"Invented"}]`}}}})
	}))
	defer server.Close()
	text := "Afnan AlShuaiby was there, and so was Ehab Fawzy."
	ed := chancery.Edition{Document: "d", Number: 1, Text: text, Language: "en"}
	ours := func(_ context.Context, doc chancery.Document, ed *chancery.Edition, _ *authority.Files) (chancery.Reading, error) {
		at, err := chancery.Cut(doc.ID, 1, ed.Text, 0, 15)
		s := chancery.Statement{Subject: "m1", Schema: "Person", Property: "name", Value: "Afnan AlShuaiby", Passage: at}
		return chancery.Reading{Document: doc.ID, Edition: 1, Statements: []chancery.Statement{s}}, err
	}
	var said bytes.Buffer
	c := &console{err: &said, outside: remote.Server{Address: server.URL, Model: "small", Kinds: []string{"press"}}}
	r, err := c.second(ours)(t.Context(), chancery.Document{ID: "d"}, &ed, nil)
	if err != nil || len(r.Statements) != 2 || r.Statements[1].Value != "Ehab Fawzy" || asked != 1 {
		t.Errorf("%+v, %v, asked %d times", r.Statements, err, asked)
	}
	if !strings.Contains(said.String(), "1 proposals of the outside reader did not hold") {
		t.Errorf("said %q", said.String())
	}
	r, err = c.second(ours)(t.Context(), chancery.Document{ID: "d", Marking: "restricted"}, &ed, nil)
	if err != nil || len(r.Statements) != 1 || asked != 1 {
		t.Errorf("a marked paper went out: %+v, %v, asked %d times", r.Statements, err, asked)
	}
}
