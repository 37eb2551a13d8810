package web

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"chancery/register"
)

// What is taken out of the register says the highest marking in it, and leaves
// out what is above the ceiling chosen, on every page that is reached from there.
func TestACeilingIsChosenAndKept(t *testing.T) {
	s := tell(t)
	ctx := context.Background()
	people, err := s.reg.Persons(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.reg.SetMarkings(ctx, people[0].ID, []string{"Internal", "Confidential"}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.reg.Enter(ctx, people[0].ID, register.Hand{Schema: "Person", Remark: "Told in confidence.", Marking: "Confidential",
		Values: []register.HandValue{{Property: "name", Value: "Aaron Discreet", Language: "en"}}}); err != nil {
		t.Fatal(err)
	}
	v := visit(t, serve(t, s.reg, Options{}), "en")
	says := func(address string, has, lacks []string) {
		t.Helper()
		v.get(address).ok()
		for _, w := range has {
			if !strings.Contains(v.body, w) {
				t.Errorf("%s does not say %q", address, w)
			}
		}
		for _, w := range lacks {
			if strings.Contains(v.body, w) {
				t.Errorf("%s says %q", address, w)
			}
		}
	}
	const list, secret, highest, cut = "/register?schema=Person", "Aaron Discreet", "Highest marking: Confidential", "Nothing marked above Internal"
	says(list, []string{secret}, nil)
	if got := textOf(v.one(".head .tag.bad")); got != "Confidential" {
		t.Errorf("the list is marked %q", got)
	}
	says("/register.csv?schema=Person", []string{secret, highest}, nil)

	v.get(list).submit(".head form.day", map[string]string{"ceiling": "Internal"}).ok().has(cut)
	here := v.at
	home, err := url.Parse(attr(v.one(".top .mark"), "href"))
	if err != nil || home.Query().Get("ceiling") != "Internal" {
		t.Errorf("walking on leads to %v, %v: the ceiling is lost", home, err)
	}
	table := attr(v.one(`a[href^="/register.csv"]`), "href")
	says(here, []string{cut}, []string{secret})
	says(table, []string{cut}, []string{secret, highest})
	says("/register.csv?schema=Person&ceiling="+register.Unmarked, []string{"Only what bears no marking"}, []string{secret, highest})
	says("/ledger.jsonl?ceiling=Internal", []string{`"ceiling":"Internal"`, `{"type":"end","end":{}}`}, []string{secret})
	says("/ledger.jsonl", []string{secret, `{"type":"end","end":{"marking":"Confidential"}}`}, nil)
	for _, address := range []string{"/register", "/register.csv", "/", "/ledger.jsonl"} {
		if v.get(address + "?ceiling=Intrenal"); v.status != http.StatusBadRequest {
			t.Errorf("%s: an unknown ceiling is taken (%d)", address, v.status)
		}
	}
}
