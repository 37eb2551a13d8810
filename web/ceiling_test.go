package web

import (
	"context"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"chancery"
	"chancery/register"
)

const secret = "Aaron Discreet" // a person and a paper that only the highest marking shows

// tellSecret is the story with what is marked Confidential in it.
func tellSecret(t *testing.T) story {
	t.Helper()
	s := tell(t)
	ctx := context.Background()
	people, err := s.reg.Persons(ctx)
	if err != nil {
		t.Fatal(err)
	}
	me := people[0].ID
	if err := s.reg.SetMarkings(ctx, me, []string{"Internal", "Confidential"}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.reg.Enter(ctx, me, register.Hand{Schema: "Person", Remark: "Told in confidence.", Marking: "Confidential",
		Values: []register.HandValue{{Property: "name", Value: secret, Language: "en"}}}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.reg.Enter(ctx, me, register.Hand{Schema: "Event", Remark: "The first session.",
		Values: []register.HandValue{{Property: "type", Value: "session"}, {Property: "date", Value: "2024-04-02"}, {Property: "organ", Value: "Office of Trials", Ref: s.body}}}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.reg.Paste(ctx, me, register.Incoming{Title: "The word of " + secret, Marking: "Confidential", Published: chancery.DateOf(today)},
		"On 3 June 2024 the Ambassador of Kazakhstan to Egypt met the Executive Director of the Women Development Organization in Cairo."); err != nil {
		t.Fatal(err)
	}
	return s
}

// What is taken out of the register says the highest marking in it, and leaves
// out what is above the ceiling chosen.
func TestACeilingIsChosen(t *testing.T) {
	s := tellSecret(t)
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
	const list, highest, cut = "/register?schema=Person", "Highest marking: Confidential", "Nothing marked above Internal"
	says(list, []string{secret}, nil)
	if got := textOf(v.one(".head .tag.bad")); got != "Confidential" {
		t.Errorf("the list is marked %q", got)
	}
	says("/register.csv?schema=Person", []string{secret, highest}, nil)

	v.get(list).submit(".head form.day", map[string]string{"ceiling": "Internal"}).ok().has(cut)
	here := v.at
	table := attr(v.one(`a[href^="/register.csv"]`), "href")
	says(here, []string{cut}, []string{secret})
	says(table, []string{cut}, []string{secret, highest})
	says("/register.csv?schema=Person&ceiling="+register.Unmarked, []string{"Only what bears no marking"}, []string{secret, highest})
	says("/ledger.jsonl?ceiling=Internal", []string{`"ceiling":"Internal"`, `{"type":"end","end":{}}`}, []string{secret})
	says("/ledger.jsonl", []string{secret, `{"type":"end","end":{"marking":"Confidential"}}`}, nil)
	v.get("/reporting.ics?ceiling=Internal").ok()
	dates := regexp.MustCompile(`URL:(\S+)`).FindAllStringSubmatch(strings.ReplaceAll(v.body, "\r\n ", ""), -1)
	if len(dates) == 0 {
		t.Error("the calendar is empty")
	}
	for _, m := range dates {
		if !strings.Contains(m[1], "ceiling=Internal") {
			t.Errorf("the calendar leads to %s without the ceiling", m[1])
		}
	}
	for _, address := range []string{"/register", "/register.csv", "/", "/ledger.jsonl"} {
		if v.get(address + "?ceiling=Intrenal"); v.status != http.StatusBadRequest {
			t.Errorf("%s: an unknown ceiling is taken (%d)", address, v.status)
		}
	}
}

// A reader who chose a ceiling walks through every page of the site below it:
// no link, no form and nothing that a script asks for leaves it behind, and
// what is above it is on no page.
func TestACeilingIsKept(t *testing.T) {
	s := tellSecret(t)
	v := visit(t, serve(t, s.reg, Options{Demo: true}), "en")
	site := &Server{reg: s.reg, mux: http.NewServeMux()}
	site.routes()
	const most = 6 // pages of one sort
	visited, seen := map[string]int{}, map[string]bool{}
	queue := slices.Concat(s.pages(), []string{"/palette?q=Discreet", "/find?q=Discreet&schema=Person", "/search?q=Discreet", "/desk/" + string(s.waiting) + "/correct", "/organization/" + string(s.body) + "/members"})
	for i, address := range queue {
		queue[i] = lens{{"ceiling", "Internal"}}.keep(address)
	}
	for len(queue) > 0 {
		address := queue[0]
		queue = queue[1:]
		_, sort := site.mux.Handler(request(t, address))
		if seen[address] || visited[sort] == most {
			continue
		}
		seen[address] = true
		visited[sort]++
		v.get(address)
		if strings.Contains(v.text("main"), secret) {
			t.Errorf("%s says what is marked above the ceiling", address)
		}
		if v.status == http.StatusOK {
			queue = append(queue, v.leads("Internal")...)
		}
	}
	for _, sort := range routed(t) {
		if visited[sort] == 0 {
			t.Errorf("no page leads to %s", sort)
		}
	}
}

// leads lists where the page leads within the site, and fails where one of
// these leaves the ceiling behind.
func (v *visitor) leads(ceiling string) []string {
	v.t.Helper()
	var out []string
	lost := func(n *html.Node, address string) bool {
		u, err := url.Parse(address)
		if err == nil && u.Query().Get("ceiling") == ceiling {
			return false
		}
		v.t.Errorf("%s: <%s> %q leads to %s without the ceiling", v.at, n.Data, textOf(n), address)
		return true
	}
	away := v.all(".head .asof a")
	for _, n := range v.all("[href], [data-find], [data-go]") {
		for _, name := range []string{"href", "data-find", "data-go"} {
			if to := attr(n, name); strings.HasPrefix(to, "/") && !strings.HasPrefix(to, "/assets/") && !slices.Contains(away, n) && !lost(n, to) {
				out = append(out, to)
			}
		}
	}
	for _, n := range v.all("form") {
		switch fields := formFields(n); {
		case attr(n, "method") == "post":
			lost(n, attr(n, "action"))
		case fields.Get("ceiling") != ceiling:
			v.t.Errorf("%s: the form of %s leaves the ceiling behind", v.at, attr(n, "action"))
		}
	}
	return out
}

// What a form leads to stands below the ceiling too.
func TestACeilingIsKeptByForms(t *testing.T) {
	s := tellSecret(t)
	v := visit(t, serve(t, s.reg, Options{}), "en")
	for _, c := range []struct {
		page, form string
		fill       map[string]string
	}{
		{"/register", `form[action^="/views"]`, map[string]string{"name": "All"}},
		{"/ledger", `form[action^="/language"]`, map[string]string{"language": "fr"}},
		{"/desk/" + string(s.waiting), `.card-of.waiting form[action$="/judge?ceiling=Internal"]`, map[string]string{"judgement": "unsure"}},
		{"/enter?schema=Person", `form[action^="/enter"]`, map[string]string{"v.name": "Dana Test", "remark": "Seen."}},
		{"/search", `.top form[action="/search"]`, map[string]string{"q": "women"}},
	} {
		v.get(lens{{"ceiling", "Internal"}}.keep(c.page)).ok().submit(c.form, c.fill).ok()
		if u, err := url.Parse(v.at); err != nil || u.Query().Get("ceiling") != "Internal" {
			t.Errorf("the form of %s leads to %s, %v: the ceiling is lost", c.page, v.at, err)
		}
	}
}

// routed lists the patterns by which a reader gets a page.
func routed(t *testing.T) []string {
	t.Helper()
	b, err := os.ReadFile("routes.go")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, m := range regexp.MustCompile(`s\.(?:open|handle)\("(GET [^"]*)"`).FindAllStringSubmatch(string(b), -1) {
		out = append(out, m[1])
	}
	return out
}

func request(t *testing.T, address string) *http.Request {
	t.Helper()
	r, err := http.NewRequest(http.MethodGet, "http://localhost"+address, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
