package web

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"chancery"
)

// assembly is the register of the tests on law: a campaign, a treaty with
// reservations and articles, reports, contributions, a session and talks to come.
type assembly struct {
	polling
	mou, talks, session chancery.EntityID
}

const convention = "/treaty/treaty:UNTC-4-8"

func assembled(t *testing.T) assembly {
	t.Helper()
	a := assembly{polling: campaigning(t)}
	a.promise(t)
	people, err := a.reg.Persons(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	a.mou = law(t, a.reg, people[0].ID)
	enter := enterer(t, a.reg, people[0].ID)
	enter("Act", to("instrument", "treaty:UNTC-4-8"), to("by", "state:EGY"), is("type", "reserved"), is("date", "1981-09-18"), is("provisions", "art. 16"),
		is("text", strings.Repeat("The reserving State applies this article within the limits of its own law. ", 6)))
	enter("Act", to("instrument", "treaty:UNTC-4-8"), to("by", "state:SWE"), is("type", "objected"), is("date", "1986-03-17"), is("text", "The Government objects to the reservation."))
	article := enter("Provision", to("instrument", "treaty:UNTC-4-8"), is("number", "16"), is("heading", "Marriage and family"), is("text", "Parties take all measures to eliminate discrimination in marriage."))
	enter("Measure", is("number", "2"), is("text", "Train registrars"), to("serves", article))
	enter("Contribution", to("member", "state:EGY"), to("organization", "body:WDO"), is("period", "2023"), is("assessed", "120000"), is("currency", "USD"), is("due", "2023-03-31"), is("paid", "50000"), is("paidOn", "2023-06-01"))
	enter("Contribution", to("member", "state:KAZ"), to("organization", "body:WDO"), is("period", "2023"), is("assessed", "80000"), is("currency", "USD"), is("due", "2023-03-31"), is("paid", "80000"), is("paidOn", "2023-03-30"), to("paidBy", "state:KAZ"))
	enter("Instrument", is("name", "Agreement on cultural exchange"), is("type", "agreement"), is("date", "2021-02-01"), is("entry", "signature"), is("duration", "five years"), is("renewal", "yes"), is("notice", "6 months"), to("party", "state:KAZ"), to("party", "state:EGY"))
	a.session = enter("Event", is("name", "Fourth session"), is("type", "session"), is("status", "planned"), is("date", "2027-06-01"), to("organ", "body:WDO-COUNCIL"), is("number", "4"), is("quorum", "2/3"),
		is("agenda", "Budget of the next period"), is("agenda", "Election of the Executive Director"), to("party", "state:EGY"), is("decision", "The Secretariat reports twice a year"))
	enter("Undertaking", to("event", a.session), to("by", "body:WDO"), to("to", "state:KAZ"), is("text", "Circulate the draft budget"), is("due", "2027-03-01"))
	a.talks = enter("Event", is("name", "Talks with Egypt"), is("type", "meeting"), is("status", "planned"), is("date", "2024-06-10"), to("party", "state:EGY"), to("party", "state:KAZ"), is("topic", "Elections of the year"))
	return a
}

// pages lists an address of each page on law as it looks with something in it.
func (a assembly) pages() []string {
	e := electionAddress(a.election)
	return []string{
		"/treaties", "/treaties?q=women&state=state:EGY", "/treaties/compare?a=state:KAZ&b=state:EGY", "/treaties/acts?year=1980", "/treaties/differences", convention + "/differences", convention + "/custody",
		convention + "?on=2024-05-27&what=2027-01-15&kind=r&whose=state:USA", "/treaty/" + string(a.mou), "/reporting?on=2024-05-27&predictable=yes",
		"/elections", e, e + "/grid", e + "/instruction", "/exchanges", membersAddress("body:WDO"), sessionAddress(a.session), "/brief/" + string(a.talks),
	}
}

// Every page on law in both languages, wide, narrow and printed.
func TestTheLawIsWalked(t *testing.T) {
	a := assembled(t)
	srv := serve(t, a.reg, Options{Version: "test"})
	walk(t, srv.URL, a.pages(), wide[0], wide[1], narrow[0], narrow[1], onPaper[0], onPaper[1])
}

// The pages of plans, recommendations and past elections.
func TestPlansAndPastElectionsAreWalked(t *testing.T) {
	c := campaigning(t)
	c.promise(t)
	held := c.pages()
	walk(t, serve(t, c.reg, Options{Version: "test"}).URL, []string{contactsAddress("state:EGY"), "/recommendations", "/plans", "/plan/none", held[18], held[len(held)-1]}, wide[0], narrow[1])
}

// Tab comes to everything on every page on law.
func TestTabReachesEverything(t *testing.T) {
	a := assembled(t)
	srv := serve(t, a.reg, Options{Version: "test"})
	for _, w := range []way{wide[0], narrow[1]} {
		t.Run(w.String(), func(t *testing.T) {
			t.Parallel()
			b := window(t, srv.URL, w.lang)
			b.size(w.width, 900)
			for _, address := range a.pages() {
				b.visit(address)
				b.reached(address)
			}
		})
	}
}

// What the pages on law are for, by keyboard alone, in English on a wide screen
// and in Arabic on a narrow one.
func TestTheLawByKeyboard(t *testing.T) {
	a := assembled(t)
	srv := serve(t, a.reg, Options{Version: "test"})
	for _, w := range []way{wide[0], narrow[1]} {
		t.Run(w.String(), func(t *testing.T) {
			b := window(t, srv.URL, w.lang)
			b.size(w.width, 900)
			b.asksTheTreaty()
			b.asksTheLists()
			b.asksTheCalendar()
			b.asksTheOrganisation(a)
		})
	}
}

// arrived waits until the page has gone on to an address of which a condition holds.
func (b *tab) arrived(condition string) {
	b.t.Helper()
	b.until(`document.documentElement.classList.contains("scripted") && (` + condition + `)`)
}

// types goes to a field by Tab, puts text in its place and presses Enter.
func (b *tab) types(field, text string) {
	b.t.Helper()
	b.tabTo(field)
	b.paste(text)
	b.press(kb.Enter)
}

// says checks that something on the page has some words.
func (b *tab) says(selector string, words ...string) {
	b.t.Helper()
	text := ask[string](b, fmt.Sprintf(`[...document.querySelectorAll(%q)].map((e) => e.innerText).join("\n")`, selector))
	for _, w := range words {
		if !strings.Contains(text, w) {
			at, _ := chromedp.Run(b.ctx, chromedp.Location())
			b.t.Errorf("%s of %s does not say %q: %q", selector, at, w, text)
		}
	}
}

// asksTheTreaty looks at the status table on another day, asks what a deposit
// would change, unfolds a reservation and an article.
func (b *tab) asksTheTreaty() {
	b.t.Helper()
	b.visit(convention)
	b.types("#on", "1998-09-01")
	b.arrived(`location.search.includes("on=1998-09-01")`)
	b.says("#status ~ .scroll tbody tr:first-child", "1998")
	if got := ask[string](b, `document.querySelector("#status ~ .scroll tbody tr:first-child td:last-child .tag").className`); got != "tag doubt" {
		b.t.Errorf("before its day the home is %q", got)
	}
	b.types("#what", "2027-01-15")
	b.arrived(`location.search.includes("what=2027-01-15")`)
	b.says("#what-if ~ [role=status]", "1998")
	for _, box := range []string{"reservations", "articles"} {
		b.tabTo("section[aria-labelledby=" + box + "] summary")
		b.press(kb.Enter)
		b.until(`document.querySelector("section[aria-labelledby=` + box + `] details").open`)
	}
	b.says("section[aria-labelledby=reservations]", "The reserving State applies")
	b.says("section[aria-labelledby=articles]", "Train registrars")
}

// asksTheLists asks for the treaties of a State, for two States side by side
// and for the acts of the year before.
func (b *tab) asksTheLists() {
	b.t.Helper()
	b.visit("/treaties")
	b.choose("#state", "state:EGY")
	b.arrived(`new URLSearchParams(location.search).get("state") === "state:EGY"`)
	b.says("table.items tbody", "1981")
	b.visit("/treaties/compare")
	b.choose("#b", "state:EGY")
	b.arrived(`new URLSearchParams(location.search).get("b") === "state:EGY"`)
	b.says("table.items tbody", "1998")
	b.visit("/treaties/acts?year=1981")
	b.tabTo("a[rel=prev]")
	b.press(kb.Enter)
	b.arrived(`location.search.includes("year=1980")`)
	if n := ask[int](b, `document.querySelectorAll("table.items tbody tr").length`); n != 4 {
		b.t.Errorf("of 1980 there are %d acts, want 4", n)
	}
}

// choose goes to a list by Tab, moves in it by arrow until it stands at a value,
// and sends its form.
func (b *tab) choose(list, value string) {
	b.t.Helper()
	b.tabTo(list)
	for range 300 {
		if ask[string](b, `document.activeElement.value`) == value {
			break
		}
		b.press(kb.ArrowDown)
	}
	b.tabTo(list + ` ~ button, form:has(` + list + `) button`)
	b.press(kb.Enter)
}

// asksTheCalendar narrows the calendar of reports to a mechanism and switches
// the eight years on.
func (b *tab) asksTheCalendar() {
	b.t.Helper()
	b.visit("/reporting")
	b.tabTo("[name=predictable]")
	b.press(" ")
	b.choose("#mechanism", "CEDAW")
	b.arrived(`location.search.includes("mechanism=CEDAW")`)
	b.says("section[aria-labelledby=owed]", "2023")
	b.says("section[aria-labelledby=m-CEDAW]", "CEDAW art. 18(1)")
}

// asksTheOrganisation looks who owed what on a day, opens a session and goes
// on to its brief.
func (b *tab) asksTheOrganisation(a assembly) {
	b.t.Helper()
	b.visit(membersAddress("body:WDO"))
	b.says("section[aria-labelledby=money]", "70")
	b.types("#on", "2023-01-01")
	b.arrived(`location.search.includes("on=2023-01-01")`)
	b.visit(sessionAddress(a.session))
	b.says("section[aria-labelledby=agenda]", "Budget of the next period")
	b.says("section[aria-labelledby=decisions]", "Circulate the draft budget")
	b.tabTo(`a[href^="/brief/"]`)
	b.press(kb.Enter)
	b.arrived(`location.pathname.startsWith("/brief/")`)
	b.visit("/brief/" + string(a.talks))
	for _, section := range []string{"votes", "treaties", "reports"} {
		b.says("section[aria-labelledby="+section+"] li", "20")
	}
}

// The electorate is typed cell by cell and pasted from a spreadsheet.
func TestTheElectorateByKeyboard(t *testing.T) {
	for _, w := range []way{wide[0], narrow[1]} {
		t.Run(w.String(), func(t *testing.T) {
			c := campaigning(t)
			b := window(t, serve(t, c.reg, Options{}).URL, w.lang)
			b.size(w.width, 900)
			b.visit(electionAddress(c.election) + "/grid")
			b.tabTo("#f-remark")
			b.paste("List of the mission")
			b.tabTo("form summary")
			b.press(kb.Enter)
			b.tabTo("#pasted")
			b.paste("Niger\tl\nTürkiye\ta\n")
			first := fieldOf(c.ours, "state:DZA")
			b.tabTo(fmt.Sprintf(`[name=%q]`, first))
			b.paste("n 2024-03-01")
			b.press(kb.Tab)
			b.paste("o first")
			b.press(kb.Enter)
			b.arrived(`location.hash === "#campaign"`)
			if n := ask[int](b, `document.querySelectorAll("section[aria-labelledby=campaign] > .scroll tbody tr").length`); n < 3 {
				t.Errorf("%d rows are promised or asked", n)
			}
			b.picture(w.String() + " after the grid")
		})
	}
}

// A ballot is typed in under a minute: at a key a second, in fewer than sixty
// keys, and the next ballot is shown at once.
func TestABallotByKeyboard(t *testing.T) {
	for _, w := range []way{wide[0], narrow[1]} {
		t.Run(w.String(), func(t *testing.T) {
			c := campaigning(t)
			b := window(t, serve(t, c.reg, Options{}).URL, w.lang)
			b.size(w.width, 900)
			b.visit(electionAddress(c.election))
			b.keys = 0
			b.tabTo("a[href='#next-ballot']")
			b.take()
			b.until(`document.activeElement.id === "next-ballot"`)
			b.ballot("80", "60", "40", "180")
			b.arrived(`document.querySelector("#ballot-1") !== null && document.activeElement.id === "next-ballot"`)
			t.Logf("the first ballot took %d keys", b.keys)
			if b.keys > 60 {
				t.Errorf("the first ballot takes %d keys", b.keys)
			}
			b.says("section[aria-labelledby=ballots]", "91")
			b.picture(w.String() + " after a ballot")
			b.keys = 0
			b.ballot("100", "80", "180")
			b.arrived(`document.querySelector("#ballot-2") !== null`)
			t.Logf("the second ballot took %d keys", b.keys)
			if b.keys > 30 {
				t.Errorf("the second ballot takes %d keys", b.keys)
			}
			if ask[bool](b, `document.querySelector("input#next-ballot") !== null`) {
				t.Error("a third ballot is asked for after one was elected")
			}
		})
	}
}

// ballot types, from the first field on, the votes one below the other, then the papers in the box.
func (b *tab) ballot(numbers ...string) {
	b.t.Helper()
	for i, n := range numbers {
		if i > 0 {
			b.press(kb.Tab)
		}
		b.press(strings.Split(n, "")...)
	}
	b.press(kb.Enter)
}

// The paper in the delegate's hand is one sheet.
func TestTheInstructionIsOneSheet(t *testing.T) {
	a := assembled(t)
	srv := serve(t, a.reg, Options{})
	for _, lang := range []string{"en", "ar"} {
		b := window(t, srv.URL, lang)
		b.visit(electionAddress(a.election) + "/instruction")
		b.printsOn(1)
	}
}
