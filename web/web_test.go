package web

import (
	"context"
	"encoding/csv"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/andybalholm/cascadia"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"chancery"
	"chancery/ledger"
	"chancery/locale"
	"chancery/paper"
	"chancery/register"
)

// story is the demo register with what its papers do not tell: a meeting and
// one planned, entered by hand.
type story struct {
	reg            *register.Register
	held, planned  chancery.EntityID
	person, body   chancery.EntityID
	waiting, sheet chancery.DocumentID // a paper on the desk; a PDF
}

func tell(tb testing.TB) story {
	tb.Helper()
	s := story{reg: demoRegister(tb)}
	ctx := context.Background()
	people, err := s.reg.Persons(ctx)
	if err != nil {
		tb.Fatal(err)
	}
	me := people[0].ID
	enter := func(schema string, values ...register.HandValue) chancery.EntityID {
		id, err := s.reg.Enter(ctx, me, register.Hand{Schema: schema, Values: values, Remark: "Told by the Secretariat: " + schema + " " + values[0].Value})
		if err != nil {
			tb.Fatal(err)
		}
		return id
	}
	is := func(property, value string) register.HandValue {
		return register.HandValue{Property: property, Value: value, Language: "en"}
	}
	to := func(property string, ref chancery.EntityID, name string) register.HandValue {
		return register.HandValue{Property: property, Value: name, Ref: ref}
	}
	s.person = enter("Person", is("name", "Amina Test"), to("nationality", "state:EGY", "Egypt"))
	s.body = enter("Organization", is("name", "Office of Trials"), is("acronym", "OOT"))
	enter("Occupancy", to("holder", s.person, "Amina Test"), is("title", "Director"), to("body", s.body, "Office of Trials"), is("from", "2022"))
	s.held = enter("Event", is("type", "meeting"), is("date", "2024-05-27"), is("place", "Cairo"), is("status", "held"),
		to("participant", s.person, "Amina Test"), to("party", s.body, "Office of Trials"), is("topic", "A joint seminar"))
	enter("Intervention", to("event", s.held, "meeting"), to("speaker", s.person, "Amina Test"), is("verb", "informed"), is("text", "The seminar is prepared"))
	enter("Undertaking", to("event", s.held, "meeting"), to("by", s.body, "Office of Trials"), to("to", "state:KAZ", "Kazakhstan"), is("text", "Send the programme of the seminar"), is("due", "2024-05-28"))
	s.planned = enter("Event", is("name", "Second round"), is("type", "meeting"), is("date", "2024-06-20"), is("status", "planned"), to("participant", s.person, "Amina Test"))
	waiting, err := s.reg.Store().Documents(ctx, ledger.DocumentQuery{Waiting: true})
	if err != nil || len(waiting.Rows) == 0 {
		tb.Fatal("nothing waits on the desk of the demo:", err)
	}
	for _, d := range waiting.Rows {
		if d.Media == "application/pdf" {
			s.sheet = d.ID
		} else if d.Language == "en" {
			s.waiting = d.ID
		}
	}
	return s
}

// pages lists an address of every page of the program.
func (s story) pages() []string {
	return []string{
		"/", "/?on=2024-05-27", "/?known=40", "/receive", "/desk", "/desk/" + string(s.waiting), "/desk/" + string(s.sheet),
		"/register", "/register?schema=Person&q=Amina&proposed=yes", "/register?q=women&sort=-date", "/register?q=nothinglikeit",
		"/search", "/search?q=women", "/search?q=nothinglikeit", "/palette", "/palette?q=Amina",
		"/entity/" + string(s.person), "/entity/" + string(s.body), "/entity/state:KAZ", "/entity/" + string(s.held) + "?on=2024",
		"/meeting/" + string(s.held), "/meeting/" + string(s.planned), "/brief/" + string(s.planned), "/meetings/new",
		"/enter", "/enter?schema=Event", "/enter?schema=Person&entity=" + string(s.person), "/enter?document=" + string(s.waiting),
		"/enter?schema=Person&document=" + string(s.waiting) + "&start=0&end=10",
		"/paper/" + string(s.waiting), "/paper/" + string(s.sheet) + "?from=100&to=140&edition=1",
		"/ledger", "/ledger?before=50", "/settings", "/welcome", "/help", "/outside",
	}
}

func TestEveryPageInEnglishAndArabic(t *testing.T) {
	s := tell(t)
	srv := serve(t, s.reg, Options{Demo: true, Version: "test", StartForReal: func(context.Context) (string, error) { return "", nil }})
	for _, lang := range []string{"en", "ar"} {
		v := visit(t, srv, lang)
		for _, address := range s.pages() {
			v.get(address).ok()
			wellFormed(t, v, lang)
		}
	}
}

// What was found to be the same is named as its own paper names it.
func TestWhatIsTheSameIsNamed(t *testing.T) {
	s := tell(t)
	ctx := context.Background()
	people, err := s.reg.Persons(ctx)
	if err != nil {
		t.Fatal(err)
	}
	other, err := s.reg.Enter(ctx, people[0].ID, register.Hand{Schema: "Person", Remark: "A visiting card.", Values: []register.HandValue{{Property: "name", Value: "A. Second Spelling", Language: "en"}}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.reg.JudgeSame(ctx, people[0].ID, chancery.Confirmed, other, s.person, "one person"); err != nil {
		t.Fatal(err)
	}
	v := visit(t, serve(t, s.reg, Options{}), "en")
	wellFormed(t, v.get("/entity/"+string(s.person)).ok(), "en")
	if got := v.text("section[aria-labelledby=same] bdi"); got != "A. Second Spelling" {
		t.Errorf("found to be the same: %q", got)
	}
}

var (
	key     = regexp.MustCompile(`(?:^|[\s>])[a-z]+\.[a-z][a-zA-Z.\-]*(?:[\s<]|$)`)
	unnamed = regexp.MustCompile(`^\s*(?:schemas?|code|property|facet|grade)\.\w*\s*$`)
	printed = regexp.MustCompile(`%!|\(MISSING\)|%\[`)
)

// wellFormed holds for every page of the program, errors included.
func wellFormed(t *testing.T, v *visitor, lang string) {
	t.Helper()
	root := v.one("html")
	if attr(root, "lang") != lang || attr(root, "dir") != locale.Dir(lang) {
		t.Errorf("%s: language %q, direction %q", v.at, attr(root, "lang"), attr(root, "dir"))
	}
	if n := len(v.all("h1")); n != 1 {
		t.Errorf("%s has %d headings of the first order", v.at, n)
	}
	if v.header.Get("Content-Security-Policy") != policy || v.header.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("%s goes out without its policy", v.at)
	}
	ids := map[string]bool{}
	for n := range v.doc.Descendants() {
		for _, a := range n.Attr {
			switch {
			case strings.HasPrefix(a.Key, "on"), a.Key == "style":
				t.Errorf("%s: <%s> has the attribute %s, which the policy forbids", v.at, n.Data, a.Key)
			case a.Key == "id" && ids[a.Val]:
				t.Errorf("%s has two elements called %q", v.at, a.Val)
			case a.Key == "id":
				ids[a.Val] = true
			case (a.Key == "href" || a.Key == "src") && strings.Contains(a.Val, "//"):
				t.Errorf("%s leads outside: %s", v.at, a.Val)
			case strings.Contains(a.Val, "TemplFailedSanitization"):
				t.Errorf("%s: the templates took the %s of <%s> for an address and dropped it", v.at, a.Key, n.Data)
			}
		}
		if n.Type == html.ElementNode && (n.Data == "script" && n.FirstChild != nil || n.Data == "style") {
			t.Errorf("%s holds an inline <%s>", v.at, n.Data)
		}
		if n.Type == html.TextNode && unnamed.MatchString(n.Data) {
			t.Errorf("%s shows %q for a thing that it does not name", v.at, n.Data)
		}
		if n.Type == html.TextNode && n.Parent.Data != "code" && n.Parent.Data != "bdi" && key.MatchString(n.Data) && strings.Count(n.Data, " ") == 0 {
			if !locale.For("en").Has(strings.TrimSpace(n.Data)) && !strings.HasSuffix(n.Data, ".txt") {
				t.Errorf("%s shows %q, which looks like a key that nobody words", v.at, n.Data)
			}
		}
	}
	for _, table := range v.all("table.cards") {
		heads := cascadia.QueryAll(table, cascadia.MustCompile("thead th"))
		for _, row := range cascadia.QueryAll(table, cascadia.MustCompile("tbody tr")) {
			for i, cell := range cascadia.QueryAll(row, cascadia.MustCompile("td, th")) {
				if label := attr(cell, "data-label"); cell.Data == "td" && (label == "" || !strings.HasPrefix(textOf(heads[i]), label)) {
					t.Errorf("%s: a cell under %q is called %q where it is a card", v.at, textOf(heads[i]), label)
				}
			}
		}
	}
	if m := printed.FindString(v.text("body")); m != "" {
		t.Errorf("%s shows a broken text: %q", v.at, m)
	}
	for _, n := range v.all("[aria-describedby]") {
		if !ids[attr(n, "aria-describedby")] {
			t.Errorf("%s: <%s> is described by %q, which is not there", v.at, n.Data, attr(n, "aria-describedby"))
		}
	}
}

// Every key that a page says is worded in English and Arabic.
func TestEveryKeyIsWorded(t *testing.T) {
	files, err := filepath.Glob("*")
	if err != nil {
		t.Fatal(err)
	}
	said := regexp.MustCompile(`(?:p|\)|page|s)\.(?:Say|Count|page)\((?:r, "[^"]*", )?"([a-zA-Z]+\.[a-zA-Z.\-]*[a-zA-Z])"[,)]`)
	listed := regexp.MustCompile(`"((?:nav|keys|meeting|palette|paper|property)\.[a-zA-Z\-]+)"`)
	seen := 0
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") || strings.HasSuffix(f, "_templ.go") || filepath.Ext(f) != ".go" && filepath.Ext(f) != ".templ" {
			continue
		}
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range append(said.FindAllStringSubmatch(string(b), -1), listed.FindAllStringSubmatch(string(b), -1)...) {
			seen++
			for _, lang := range []string{"en", "ar"} {
				if p := locale.For(lang); !p.Has(m[1]) && !p.Has(m[1]+"[other]") {
					t.Errorf("%s says %q, which %s does not word", f, m[1], lang)
				}
			}
		}
	}
	if seen < 300 {
		t.Errorf("only %d keys were found; the test no longer reads the sources as they are written", seen)
	}
}

// The whole story by forms alone, as a browser without script sends them.
func TestTheStoryWithoutScript(t *testing.T) {
	srv := serve(t, emptyRegister(t), Options{Version: "test"})
	v := visit(t, srv, "en")

	v.get("/").ok().has("Your name")
	if v.at != "/welcome" {
		t.Fatalf("the first start opens %s", v.at)
	}
	v.submit("main form", map[string]string{"name": " "})
	if v.status != http.StatusBadRequest {
		t.Fatalf("a person without a name is taken (%d)", v.status)
	}
	v.submit("main form", map[string]string{"name": "Dana Test", "post": "Attaché", "body": "Embassy", "home": "Atlantis"})
	if v.status != http.StatusBadRequest {
		t.Fatalf("a home that nobody knows is taken (%d)", v.status)
	}
	v.has("Atlantis")
	v.submit("main form", map[string]string{"name": "Dana Test", "post": "Attaché", "body": "Embassy", "home": "Kazakhstan"}).ok().has("The register is empty", "Kazakhstan")

	press, err := os.ReadFile("../demo/papers/press-en.txt")
	if err != nil {
		t.Fatal(err)
	}
	v.upload("/receive", map[string]string{"published": "2024-05-30", "publisher": "Demo News"}, [2]string{"../../press.txt", string(press)}, [2]string{"empty.pdf", ""}, [2]string{"zip.docx", "PK\x03\x04broken"}).ok()
	if rows := v.all("#received-list > li"); len(rows) != 3 {
		t.Fatalf("three papers were handed in, %d are told of", len(rows))
	}
	if n := len(v.all(".trouble")); n != 2 {
		t.Errorf("two papers cannot be read, the page says so of %d", n)
	}
	v.has("the file is empty")
	v.upload("/receive", nil, [2]string{"again.txt", string(press)}).ok().has("was here already")

	v.get("/receive").ok().submit(`form[action="/receive/text"]`, map[string]string{"text": "Call\n\nDana Test called the Secretariat on 3 June 2024.", "title": "A call", "published": "2024-06-03"}).ok().has("A call")
	v.get("/receive").submit(`form[action="/receive/text"]`, map[string]string{"text": "x", "published": "soon"})
	if v.status != http.StatusBadRequest {
		t.Errorf("a paper of the day %q is taken", "soon")
	}
	v.has("soon")

	judgeByForm(t, v)
	enterByForm(t, v)
	meetingByForm(t, v)

	v.get("/settings").ok().submit(`main form`, map[string]string{"markings": "Internal\nSecret\nInternal"}).ok()
	if got := textOf(v.one("#markings")); got != "Internal Secret" {
		t.Errorf("the markings are %q", got)
	}
	v.get("/register").ok().submit(`form[action="/views"]`, map[string]string{"name": "Everything"}).ok().has("Everything")
	v.submit(`form[action="/views/drop"]`, nil).ok()
	if strings.Contains(v.text("#views ~ ul"), "Everything") {
		t.Error("a saved list that was dropped is still there")
	}
	v.get("/").submit(`form[action="/language"]`, map[string]string{"language": "ar"}).ok()
	if attr(v.one("html"), "dir") != "rtl" {
		t.Error("the choice of Arabic is not kept")
	}
}

// judgeByForm confirms, rejects, undoes and corrects on the desk.
func judgeByForm(t *testing.T, v *visitor) {
	t.Helper()
	v.get("/desk").ok()
	v.get(v.link("Kazakhstan and the Women Development Organization talk over joint work")).ok()
	desk, _, _ := strings.Cut(v.at, "#")
	cards := len(v.all(".card-of.waiting"))
	if cards < 5 {
		t.Fatalf("the press report gives %d cards", cards)
	}
	name := textOf(v.one(".card-of.waiting h2 bdi"))
	v.submit(".card-of.waiting form", map[string]string{"judgement": "confirmed"}).ok()
	v.get("/register?q=" + url.QueryEscape(name)).ok().has(name)
	v.get(desk).submit(`.card-of:not(.waiting) form`, map[string]string{"judgement": "undone"}).ok()
	if n := len(v.all(".card-of.waiting")); n != cards {
		t.Errorf("undone, %d cards wait instead of %d", n, cards)
	}
	v.submit(".card-of.waiting form", map[string]string{"judgement": "rejected"}).ok()
	v.submit(".card-of.waiting form", map[string]string{"judgement": "confirmed", "statement": "-"})
	if v.status != http.StatusBadRequest {
		t.Errorf("a verdict on nothing is taken (%d)", v.status)
	}
	v.get(desk).submit(".card-of.waiting form", map[string]string{"judgement": "splendid"})
	if v.status != http.StatusBadRequest {
		t.Errorf("%q is taken as a judgement (%d)", "splendid", v.status)
	}
	v.get(desk).ok()
	v.get(attr(v.one(`.card-of.waiting [data-key="e"]`), "href")).ok()
	field := attr(v.one(`.entry input[name^="v."]`), "name")
	v.submit(".entry", map[string]string{field: "Corrected By Hand", strings.Replace(field, "v.", "r.", 1): "-"}).ok()
	v.get(desk).ok().has("Corrected By Hand")
	v.get(desk).submit(".add", map[string]string{"quote": "words that are not in it"})
	if v.status != http.StatusBadRequest {
		t.Errorf("a quote that the paper does not hold is taken (%d)", v.status)
	}
	v.get(desk).submit(".add", map[string]string{"quote": "in Cairo on 27 May 2024"}).ok().has("in Cairo on 27 May 2024")
	v.get("/desk").ok()
	if !strings.Contains(v.text("main"), "Go on where you stopped") {
		t.Error("the desk does not know where it was left")
	}
}

// enterByForm enters a person and a post that refers to it by name.
func enterByForm(t *testing.T, v *visitor) {
	t.Helper()
	v.get("/enter").ok()
	v.get(v.link("Person")).ok()
	v.submit(".entry", map[string]string{"v.name": "Zarina Trial", "remark": ""})
	if v.status != http.StatusBadRequest {
		t.Errorf("a value without a source is taken (%d)", v.status)
	}
	if attr(v.one(`input[name="v.name"]`), "value") != "Zarina Trial" {
		t.Error("what was typed is lost when something is missing")
	}
	v.submit(".entry", map[string]string{"v.name": "Zarina Trial", "remark": "She said so."}).ok().has("Zarina Trial", "She said so.")
	v.get("/enter?schema=Occupancy").ok().submit(".entry", map[string]string{"v.holder": "Nobody Known", "v.title": "Director", "remark": "x"})
	if v.status != http.StatusBadRequest {
		t.Errorf("a reference to nobody is taken (%d)", v.status)
	}
	v.has("Nobody Known")
	v.submit(".entry", map[string]string{"v.holder": "Zarina Trial", "v.title": "Director", "v.from": "2023-02-30", "remark": "x"})
	if v.status != http.StatusBadRequest {
		t.Errorf("30 February is taken (%d)", v.status)
	}
	v.submit(".entry", map[string]string{"v.from": "2023-02"}).ok().has("Director", "Zarina Trial", "February 2023")
	v.get("/enter?schema=Event").submit(".entry", map[string]string{"more": "participant", "v.participant": "Zarina Trial"}).ok()
	if n := len(v.all(`input[name="v.participant"]`)); n != 2 {
		t.Errorf("another value was asked for; the form has %d fields", n)
	}
}

// meetingByForm makes a meeting from notes.
func meetingByForm(t *testing.T, v *visitor) {
	t.Helper()
	v.get("/meetings/new").ok().submit("main form", map[string]string{"text": "Notes", "date": ""})
	if v.status != http.StatusBadRequest {
		t.Errorf("a meeting without a day is taken (%d)", v.status)
	}
	v.submit("main form", map[string]string{"date": "2024-06-04", "place": "Cairo", "text": "Meeting with the Secretariat\n\nAmbassador Zarina Trial met the Secretariat."}).ok()
	if !strings.HasPrefix(v.at, "/desk/") {
		t.Fatalf("notes lead to %s", v.at)
	}
	v.get("/register?schema=Event&year=2024").ok().has("Cairo, 4 June 2024")
	v.get(v.link("Cairo, 4 June 2024")).ok().has("Record of conversation", "Cairo")
}

func TestWithdrawnPapersStayUnreadable(t *testing.T) {
	s := tell(t)
	v := visit(t, serve(t, s.reg, Options{}), "en")
	address := "/paper/" + string(s.waiting)
	v.get(address).submit(`form[action$="/withdraw"]`, map[string]string{"reason": ""})
	if v.status != http.StatusBadRequest {
		t.Errorf("a paper is withdrawn without a reason (%d)", v.status)
	}
	v.get(address).submit(`form[action$="/withdraw"]`, map[string]string{"reason": "Filed by mistake"}).ok().has("Filed by mistake")
	if len(v.all("article.paper")) > 0 {
		t.Error("a withdrawn paper is still shown")
	}
	if v.get(address + "/content"); v.status != http.StatusForbidden {
		t.Errorf("its file is given out (%d)", v.status)
	}
}

func TestBadRequestsAnswerInWords(t *testing.T) {
	s := tell(t)
	srv := serve(t, s.reg, Options{})
	for _, lang := range []string{"en", "ar"} {
		v := visit(t, srv, lang)
		for address, want := range map[string]int{
			"/nowhere": 404, "/entity/mnothing": 404, "/meeting/state:KAZ": 404, "/brief/mnothing": 404, "/paper/00": 404, "/desk/00": 404,
			"/?on=yesterday": 400, "/?on=2024-13": 400, "/register?known=0": 400, "/register?known=x": 400, "/register?offset=-1": 400, "/search?offset=x&q=a": 400,
			"/paper/" + string(s.sheet) + "/page/0.png":                      404,
			"/paper/" + string(s.sheet) + "/page/999.png":                    404,
			"/enter?document=" + string(s.waiting) + "&start=5&end=99999999": 400,
			"/desk/" + string(s.waiting) + "/correct?card=mnothing":          404,
			"/enter?schema=Person&entity=mnothing":                           404,
			"/assets/x/../../safe.go":                                        404,
		} {
			v.get(address)
			if v.status != want {
				t.Errorf("%s answers %d, want %d", address, v.status, want)
			}
			if strings.HasPrefix(address, "/assets") {
				continue
			}
			if v.text(".notice.bad") == "" {
				t.Errorf("%s says nothing", address)
			}
			wellFormed(t, v, lang)
		}
		for address, want := range map[string]int{"/start": 404, "/undo": 404, "/entity/state:KAZ/spelling": 400, "/views": 400, "/receive": 400, "/desk/" + string(s.waiting) + "/judge": 400, "/desk/" + string(s.waiting) + "/whole": 400} {
			if v.post(address, url.Values{"verdict": {"x"}}); v.status != want {
				t.Errorf("POST %s answers %d, want %d: %s", address, v.status, want, v.text(".notice"))
			}
			wellFormed(t, v, lang)
		}
	}
}

func TestOtherSitesAndHostsAreRefused(t *testing.T) {
	reg := emptyRegister(t)
	h := New(reg, Options{})
	for _, c := range []struct {
		host, site string
		want       int
	}{
		{"127.0.0.1:8080", "same-origin", 303}, {"localhost", "same-origin", 303}, {"[::1]:80", "", 303},
		{"127.0.0.1:8080", "cross-site", 403}, {"example.org", "same-origin", 403}, {"127.0.0.1.example.org", "", 403}, {"192.168.1.4", "", 403}, {"", "", 403},
	} {
		r := httptest.NewRequest(http.MethodPost, "/language", strings.NewReader("language=ar"))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Host = c.host
		if c.site != "" {
			r.Header.Set("Sec-Fetch-Site", c.site)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != c.want {
			t.Errorf("a form from %q at %q answers %d, want %d", c.site, c.host, w.Code, c.want)
		}
		if page := w.Body.String(); c.site == "cross-site" && (!strings.Contains(page, "<h1") || !strings.Contains(page, "another site sent this") || !strings.Contains(page, "send the form from there")) {
			t.Errorf("a form from another site is refused with\n%s", page)
		}
	}
}

func TestBackStaysOnThisSite(t *testing.T) {
	for in, want := range map[string]string{
		"/desk/x#card-1": "/desk/x#card-1", "/register?q=a&b=c": "/register?q=a&b=c", "": "/",
		"https://example.org/": "/", "//example.org/": "/", `/\example.org`: "/", "javascript:alert(1)": "/", "desk": "/", "/%5cexample.org": "/%5cexample.org",
	} {
		r := httptest.NewRequest(http.MethodGet, "/?"+url.Values{"back": {in}}.Encode(), nil)
		if got := back(r); got != want {
			t.Errorf("back to %q leads to %q, want %q", in, got, want)
		}
	}
}

// The table has exactly the rows of the list, and no cell that a spreadsheet
// would run.
func TestTheTableIsTheList(t *testing.T) {
	s := tell(t)
	ctx := context.Background()
	people, err := s.reg.Persons(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.reg.Enter(ctx, people[0].ID, register.Hand{Schema: "Person", Remark: "A trap.", Values: []register.HandValue{{Property: "name", Value: "=HYPERLINK(1)", Language: "en"}}}); err != nil {
		t.Fatal(err)
	}
	v := visit(t, serve(t, s.reg, Options{}), "en")
	for _, query := range []string{"", "?schema=Person", "?schema=Measure&sort=-date", "?q=women", "?proposed=yes"} {
		v.get("/register" + query).ok()
		total := strings.Fields(v.text(".rows"))[0]
		listed := v.text("table.items tbody tr td:first-child > a")
		v.get("/register.csv" + query).ok()
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(v.body, "\ufeff"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if got := number(len(rows) - 1); got != total {
			t.Errorf("%q: the list has %s rows, the table %s", query, total, got)
		}
		for i, name := range strings.Split(listed, "\n") {
			if got := strings.TrimPrefix(rows[i+1][0], "'"); got != name {
				t.Errorf("%q: row %d of the list is %q, of the table %q", query, i+1, name, got)
			}
		}
		for _, row := range rows {
			for _, cell := range row {
				if strings.HasPrefix(cell, "=") {
					t.Errorf("the cell %q would be run", cell)
				}
			}
		}
	}
}

func TestNoWordOfATextIsLost(t *testing.T) {
	ed := chancery.Edition{Text: "Title\n\nFirst — one.\nloose words\ncell a\tcell b\nlast", Layout: chancery.Layout{Ranges: []chancery.Range{
		{Start: 0, End: 5, Role: chancery.Title}, {Start: 7, End: 21, Role: chancery.Paragraph}, {Start: 9, End: 12, Role: chancery.Link},
		{Start: 34, End: 40, Role: chancery.Cell, Table: 1, Row: 1, Column: 1}, {Start: 41, End: 47, Role: chancery.Cell, Table: 1, Row: 1, Column: 2},
	}}}
	spans := []span{{Start: 7, End: 12}, {Start: 9, End: 21, Judged: true}, {Start: 38, End: 47, Tinted: true}}
	var words []string
	for _, b := range blocks(ed, spans) {
		for _, parts := range append([][]part{b.Parts}, b.Cells...) {
			for _, p := range parts {
				if ed.Text[p.Start:p.End] != p.Text {
					t.Errorf("bytes %d to %d are %q, not %q", p.Start, p.End, ed.Text[p.Start:p.End], p.Text)
				}
				words = append(words, p.Text)
			}
		}
	}
	joined := strings.Join(words, "")
	if want := "TitleFirst — one.loose wordscell acell blast"; joined != want {
		t.Errorf("the blocks read %q, want %q", joined, want)
	}
}

func TestSnippetParts(t *testing.T) {
	h := register.Hit{Snippet: "one two three", Marks: [][2]int{{4, 7}, {2, 5}, {8, 99}}}
	want := []snippetPart{{"one ", false}, {"two", true}, {" three", false}}
	if diff := cmp.Diff(want, snippetParts(h)); diff != "" {
		t.Error(diff)
	}
}

func TestHealthAndExport(t *testing.T) {
	v := visit(t, serve(t, emptyRegister(t), Options{Version: "v1"}), "en")
	if v.get("/health").ok(); !strings.HasPrefix(v.body, "ok\nledger 0\nversion v1") {
		t.Errorf("health says %q", v.body)
	}
	v.get("/welcome").submit("main form", map[string]string{"name": "Dana"}).ok()
	if v.get("/ledger.jsonl").ok(); !strings.Contains(v.header.Get("Content-Disposition"), "attachment") || !strings.HasPrefix(v.body, "{") {
		t.Errorf("the export begins %q", v.body[:min(len(v.body), 60)])
	}
}

func TestLeavingTheDemo(t *testing.T) {
	reg := emptyRegister(t)
	v := visit(t, serve(t, reg, Options{Demo: true, StartForReal: func(context.Context) (string, error) { return "http://127.0.0.1:9/", nil }}), "en")
	v.get("/help").ok().submit(".demo form", nil).ok().has("http://127.0.0.1:9/")
}

// A paper above the limit is kept and given back whole, the sentence names
// the limit and its flag; the papers after it go on.
func TestAPaperAboveTheLimitIsKept(t *testing.T) {
	use, limits := tools(clock()), paper.Limits{Bytes: 1 << 20}
	use.Fits = limits.Fits
	v := visit(t, serve(t, registerWith(t, use), Options{Limit: 1 << 20}), "en")
	v.get("/welcome").submit("main form", map[string]string{"name": "Dana"}).ok()
	large := strings.Repeat("0123456789abcdef", 3<<15)
	v.upload("/receive", nil, [2]string{"large.txt", large}, [2]string{"small.txt", "Notes on Cairo."}).ok().has("large.txt", "above 1 MB (--max-mb) a paper is not read", "small.txt")
	rows := v.all("#received-list > li a[href^='/paper/']")
	if len(rows) != 2 {
		t.Fatalf("%d papers are kept, want 2", len(rows))
	}
	at := "/paper/" + string(chancery.NewDocumentID([]byte(large)))
	if v.get(at + "/content").ok(); v.body != large {
		t.Errorf("%d bytes come back of %d, or others", len(v.body), len(large))
	}
	v.get(at).ok().has("--max-mb")
	v.upload("/receive", nil, [2]string{"again.txt", large}).ok().has("again.txt has the same bytes as large.txt")
}

// The same bytes under two names are one Document, and the page says so.
func TestTheSameBytesUnderTwoNames(t *testing.T) {
	v := visit(t, serve(t, emptyRegister(t), Options{}), "en")
	v.get("/welcome").submit("main form", map[string]string{"name": "Dana"}).ok()
	v.upload("/receive", nil, [2]string{"first.txt", "They met in Cairo."}, [2]string{"second.txt", "They met in Cairo."}).ok()
	v.has("first.txt", "second.txt has the same bytes as first.txt: it is the same Document.")
	if strings.Contains(v.upload("/receive", nil, [2]string{"first.txt", "They met in Cairo."}).ok().body, "has the same bytes") {
		t.Error("the same name again is told as another")
	}
}

// A fault of the program is a page in words, and nothing of it is told.
func TestAFaultIsAPage(t *testing.T) {
	s := &Server{opts: Options{}, mux: http.NewServeMux()}
	s.opts = Options{Log: discard(), Limit: 1 << 20}
	s.mux.HandleFunc("GET /boom", func(http.ResponseWriter, *http.Request) { panic("secret of the program") })
	w := httptest.NewRecorder()
	r := httptest.NewRequest(http.MethodGet, "http://localhost/boom", nil)
	s.safe(s.mux).ServeHTTP(w, r)
	if w.Code != 500 || strings.Contains(w.Body.String(), "secret") || !strings.Contains(w.Body.String(), "nothing was lost") {
		t.Errorf("a fault answers %d: %s", w.Code, w.Body)
	}
}

// A page that took only the first of many records into account leads to them all.
func TestWhatIsCutLeadsToTheWhole(t *testing.T) {
	s := &Server{reg: emptyRegister(t)}
	r := request(t, "/plans?ceiling=Internal")
	p := s.page(r, "", "nav.plans").titled("", "", register.Head{Cuts: []register.Cut{{Schema: "Undertaking", Shown: 5000, Facet: "country", Value: "state:KAZ"}}})
	var b strings.Builder
	if err := failure(p, "").Render(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Undertakings: only the first 5000 are taken", `href="/register?ceiling=Internal&amp;country=state%3AKAZ&amp;schema=Undertaking"`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}
