package web

import (
	"context"
	"net/url"
	"os"
	"strings"
	"testing"

	"chancery"
	"chancery/election"
	"chancery/register"
)

// polling is a register with elections, members, a plan and recommendations.
type polling struct {
	reg      *register.Register
	election chancery.EntityID
	ours     chancery.EntityID
	theirs   chancery.EntityID
}

const pollTable = `schema,key,name,type,body,date,seats,eligible,candidate,nominatedBy,election,term,endorsedBy,plan,number,text,area,due,serves,paragraph,to,by,position,measure,grade
Election,e,Committee 2024,,body:CEDAW,2024-06-20,1,189,,,,,,,,,,,,,,,,,
Person,anna,Anna Example,,,,,,,,,,,,,,,,,,,,,,
Candidature,ours,,,body:CEDAW,,,,#anna,state:KAZ,#e,2025-2029,body:OIC,,,,,,,,,,,,
Candidature,a,,,body:CEDAW,,,,state:KEN,state:KEN,#e,,,,,,,,,,,,,,
Candidature,b,,,body:CEDAW,,,,state:CHL,state:CHL,#e,,,,,,,,,,,,,,
Instrument,plan,Plan of Action,plan,,,,,,,,,,,,,,,,,,,,,
Recommendation,r1,,,,,,,,,,,,,,Adopt a law,,,,140.2,state:KAZ,state:NOR,Supported,,
Recommendation,r2,,,,,,,,,,,,,,Train judges,,,,140.10,state:KAZ,state:KEN,Supported,,
Measure,m1,,,,,,,,,,,,#plan,1,Draft the law,Law,2024-03-31,#r1,,,,,,
Progress,p1,,,,2024-02-01,,,,,,,,,,Sent to parliament,,,,,,,,#m1,advanced
`

func campaigning(tb testing.TB) polling {
	tb.Helper()
	reg := emptyRegister(tb)
	ctx := context.Background()
	me, err := reg.AddPerson(ctx, chancery.Person{Name: "A. Officer", Post: "Second Secretary", Body: "Embassy"})
	if err != nil {
		tb.Fatal(err)
	}
	if err := reg.SetHome(ctx, me.ID, "state:KAZ"); err != nil {
		tb.Fatal(err)
	}
	c := polling{reg: reg}
	take := func(name string, content []byte) {
		got, err := reg.ImportTable(ctx, me.ID, register.Incoming{Name: name, Title: "Table of facts", Content: content, Language: "en"}, chancery.OfficialSite)
		if err != nil || len(got.Notes) > 0 {
			tb.Fatalf("%s: %v, %v", name, got.Notes, err)
		}
	}
	take("poll.csv", []byte(pollTable))
	for _, name := range []string{"elections.csv", "oic-wdo.csv"} {
		b, err := os.ReadFile("../demo/facts/" + name)
		if err != nil {
			tb.Fatal(err)
		}
		take(name, b)
	}
	v, err := reg.Elections(ctx, register.Reader{})
	if err != nil || len(v.Coming) < 1 {
		tb.Fatalf("%d elections to come, %v", len(v.Coming), err)
	}
	for _, e := range v.Coming {
		if e.Name.Text == "Committee 2024" {
			c.election, c.ours = e.Entity, e.Ours[0].Entity
		}
	}
	one, err := reg.Election(ctx, register.Reader{}, c.election, register.ElectionQuery{})
	if err != nil {
		tb.Fatal(err)
	}
	c.theirs = one.Candidates[1].Entity
	return c
}

// promise records pledges in both directions.
func (c polling) promise(tb testing.TB) {
	tb.Helper()
	people, err := c.reg.Persons(context.Background())
	if err != nil {
		tb.Fatal(err)
	}
	_, err = c.reg.EnterPledges(context.Background(), people[0].ID, register.PledgeSheet{Remark: "List of the mission", Lines: []register.PledgeLine{
		{Candidature: c.ours, State: "state:EGY", Form: election.NoteVerbale, Date: chancery.NewDate(2024, 3, 1), InReturn: "a seat in 2027"},
		{Candidature: c.ours, State: "state:KWT", Form: election.OralCapital, Scope: election.FirstBallot, Expires: chancery.NewDate(2024, 6, 1)},
		{Candidature: c.ours, State: "state:TUR", Asked: true, Date: chancery.NewDate(2024, 4, 1)},
		{Candidature: c.theirs, Ours: true, State: "state:CHL", Form: election.Letter},
	}})
	if err != nil {
		tb.Fatal(err)
	}
}

// pages lists an address of each page of elections, members, recommendations
// and plans.
func (c polling) pages() []string {
	ctx := context.Background()
	out := []string{
		"/elections", "/elections?on=2024-05-01", "/exchanges", electionAddress(c.election), electionAddress(c.ours),
		electionAddress(c.election) + "?candidate=" + string(c.theirs) + "&written=0.5&oral=0.5&undecided=0.1&basis=trial",
		electionAddress(c.election) + "/grid", electionAddress(c.election) + "/grid?candidate=" + string(c.theirs), electionAddress(c.election) + "/instruction",
		membersAddress("body:WDO"), membersAddress("body:OIC"), membersAddress("body:OIC") + "?on=2013-01-01", contactsAddress("state:EGY"),
		"/recommendations", "/recommendations?served=no&position=Supported", "/recommendations?theme=nothing", "/plans", "/plan/none",
	}
	v, err := c.reg.Elections(ctx, register.Reader{Today: chancery.NewDate(2026, 1, 1)})
	if err != nil {
		panic(err)
	}
	for _, e := range v.Held {
		out = append(out, electionAddress(e.Entity))
	}
	plans, err := c.reg.Plans(ctx, register.Reader{})
	if err != nil {
		panic(err)
	}
	for _, one := range plans.Plans {
		out = append(out, planAddress(one.Plan.Ref))
	}
	members, err := c.reg.Members(ctx, register.Reader{}, "body:WDO")
	if err != nil {
		panic(err)
	}
	for _, o := range members.Organs {
		for _, s := range o.Sessions {
			out = append(out, sessionAddress(s.Entity))
		}
	}
	return out
}

func TestElectionPagesInEnglishAndArabic(t *testing.T) {
	c := campaigning(t)
	c.promise(t)
	srv := serve(t, c.reg, Options{Version: "test"})
	for _, lang := range []string{"en", "ar"} {
		v := visit(t, srv, lang)
		for _, address := range c.pages() {
			v.get(address).ok()
			wellFormed(t, v, lang)
		}
	}
}

func TestTheElectionOf2024OnItsPage(t *testing.T) {
	c := campaigning(t)
	v := visit(t, serve(t, c.reg, Options{}), "en")
	v.get("/elections?on=2024-06-30").ok().has("Madina Jarbussynova", "elected")
	v.get(v.link("Madina Jarbussynova")).ok().has("Votes needed: 95.", "188 papers cast", "117", "Bandana Rana", "quorum: 126 of 189", "CEDAW art. 17")
}

func TestPledgesAreTypedAndPasted(t *testing.T) {
	c := campaigning(t)
	v := visit(t, serve(t, c.reg, Options{}), "en")
	grid := electionAddress(c.election) + "/grid?candidate=" + string(c.ours)

	v.get(grid).ok()
	v.submit("main form", map[string]string{fieldOf(c.ours, "state:EGY"): "n 2024-03-01", fieldOf(c.ours, "state:KWT"): "what", "remark": "List of the mission"})
	if v.status != 400 {
		t.Errorf("a cell that cannot be read gives %d", v.status)
	}
	v.has("Nothing was recorded", "what")
	v.submit("main form", map[string]string{fieldOf(c.ours, "state:KWT"): "o first", "pasted": "Niger\tl\nTürkiye\ta\n"})
	v.ok().has("Egypt", "note verbale", "Kuwait", "first ballot only", "asked, no answer yet", "2 to 3 votes", "of 95 needed")

	v.submit(`form[action^="/pledge/"]`, map[string]string{"act": "withdrawn", "date": "2024-05-02", "remark": "Told by the Embassy"})
	v.ok().has("withdrawn")
	v.get("/election/" + string(c.election) + "?candidate=" + string(c.ours) + "&written=2&oral=0.8&undecided=0")
	if v.status != 400 {
		t.Errorf("a discount of 2 gives %d", v.status)
	}
}

func TestOurPromisesBecomeTheInstruction(t *testing.T) {
	c := campaigning(t)
	v := visit(t, serve(t, c.reg, Options{}), "en")
	v.get(electionAddress(c.election) + "/grid?candidate=" + string(c.theirs)).ok()
	v.submit("main form", map[string]string{ourField(c.theirs, "state:CHL"): "n 2024-02-01", "remark": "Exchange of notes"})
	v.ok().has("What we promised here")
	v.get(electionAddress(c.election)+"/instruction").ok().has("Anna Example", "Chile", "2 names for 1 places")
	v.get("/exchanges").ok().has("Chile", "note verbale")
}

func TestElectionDayOnThePage(t *testing.T) {
	c := campaigning(t)
	v := visit(t, serve(t, c.reg, Options{}), "ar")
	v.get(electionAddress(c.election)).ok()
	form := `form[action$="/ballots"]`
	names := v.all(form + ` input[name="name"]`)
	if len(names) != 3 {
		t.Fatalf("the form has %d candidates", len(names))
	}
	fields := url.Values{"number": {"1"}, "seats": {"1"}, "date": {"2024-06-20"}, "cast": {"180"}, "invalid": {"0"}, "abstentions": {"0"}, "kind": {"open"}}
	for i, n := range names {
		fields.Add("name", attr(n, "value"))
		fields.Add("votes", []string{"80", "60", "40"}[i])
	}
	v.post(electionAddress(c.election)+"/ballots", fields)
	v.ok()
	if got := v.text("#ballots"); got == "" {
		t.Error("the page has no ballots")
	}
	v.has("Anna Example", "Chile", "91")
	next := v.all(form + ` input[name="name"]`)
	if len(next) != 2 || attr(next[0], "value") != "Anna Example" {
		t.Errorf("the next ballot is among %d", len(next))
	}
	wellFormed(t, v, "ar")
}

func TestATableIsTakenOnThePage(t *testing.T) {
	reg := emptyRegister(t)
	ctx := context.Background()
	if _, err := reg.AddPerson(ctx, chancery.Person{Name: "A. Officer"}); err != nil {
		t.Fatal(err)
	}
	v := visit(t, serve(t, reg, Options{}), "en")
	v.upload("/tables", map[string]string{"grade": "press"}, [2]string{"poll.csv", pollTable}).ok().has("poll.csv: 10 rows")
	v.upload("/tables", map[string]string{"grade": "press"}, [2]string{"poll.csv", pollTable}).ok().has("was taken before")
	if v.upload("/tables", map[string]string{"grade": "press"}, [2]string{"x.csv", "a,b,c\n1,2,3\n4,5,6\n7,8,9\n"}); v.status != 400 {
		t.Errorf("a table of no form gives %d", v.status)
	}
	if v.upload("/tables", map[string]string{"grade": "rumour"}, [2]string{"y.csv", pollTable}); v.status != 400 {
		t.Errorf("a grade of no kind gives %d", v.status)
	}
}

func TestASessionHasItsPageFromEverywhere(t *testing.T) {
	c := campaigning(t)
	v := visit(t, serve(t, c.reg, Options{}), "en")
	members, err := c.reg.Members(context.Background(), register.Reader{}, "body:WDO")
	if err != nil {
		t.Fatal(err)
	}
	council := members.Organs[0].Sessions[0].Entity
	for _, o := range members.Organs {
		if o.Organ.Ref == "body:WDO-COUNCIL" {
			council = o.Sessions[0].Entity
		}
	}
	v.get("/meeting/"+string(council)).ok().has("Delegations", "15 members on the day.", "No rule on the quorum is recorded; none is assumed.", "Decisions and what each asks of whom by when")
	if !strings.HasSuffix(v.at, sessionAddress(council)) {
		t.Errorf("the session stands at %s", v.at)
	}
	people, err := c.reg.Persons(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	mine, err := c.reg.Enter(context.Background(), people[0].ID, register.Hand{Schema: "Event", Remark: "Session announced by note", Values: []register.HandValue{
		{Property: "name", Value: "Fourth session"}, {Property: "type", Value: "session"}, {Property: "status", Value: "planned"}, {Property: "date", Value: "2027-06-01"},
		{Property: "organ", Value: "Council", Ref: "body:WDO-COUNCIL"}, {Property: "quorum", Value: "2/3"}, {Property: "agenda", Value: "Budget"}}})
	if err != nil {
		t.Fatal(err)
	}
	v.get("/meeting/"+string(mine)).ok().has("Fourth session", "10 are needed.", "Budget", "Prepare")
	for _, lang := range []string{"en", "ar"} {
		w := visit(t, serve(t, c.reg, Options{}), lang)
		w.get(sessionAddress(mine)).ok()
		wellFormed(t, w, lang)
	}
}

func TestMembersPlansAndRecommendations(t *testing.T) {
	c := campaigning(t)
	v := visit(t, serve(t, c.reg, Options{}), "en")
	v.get(membersAddress("body:WDO")).ok().has("Founding members", "15", "Ordinary session 2 was due in October 2022 and held on 7 June 2023.", "219 days late", "Guinea-Bissau", "Kazakhstan")
	v.get("/recommendations").ok()
	if first := strings.TrimSpace(v.text("article h2")); !strings.HasPrefix(first, "140.10") {
		t.Errorf("first comes %q, and what no measure serves comes first", first)
	}
	v.get("/plans").ok().has("Plan of Action", "1 promise is served by no measure")
	v.get(v.link("Plan of Action")).ok().has("60 days late", "claimed without evidence", "Train judges")
}

// Who stands for a third term where a body has two at most is shown so, with the
// rule and the terms on record.
func TestTheLimitOfTermsIsShown(t *testing.T) {
	c := campaigning(t)
	people, err := c.reg.Persons(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	enter := enterer(t, c.reg, people[0].ID)
	person := enter("Person", is("name", "Served Twice"))
	enter("Occupancy", to("holder", person), to("body", "body:CRPD"), is("title", "Member"), is("from", "2017-01-01"), is("to", "2024-12-31"))
	of := enter("Election", is("name", "CRPD 2024"), to("body", "body:CRPD"), is("date", "2024-06-11"))
	stand := enter("Candidature", to("candidate", person), to("election", of), is("term", "2025-2028"))
	v := visit(t, serve(t, c.reg, Options{}), "en")
	v.get(electionAddress(stand)).ok().has("Served before: 1 January 2017 to 31 December 2024", "2 terms were served, and 2 is the limit", "CRPD art. 34")
}

// The page of a recommendation names what it may take up, and leads to where
// that is entered.
func TestLikelyKinAreNamed(t *testing.T) {
	use := tools(clock())
	use.Twins = func([]string) [][]int { return nil }
	use.Lineage = func(before, now []string) []register.Kin {
		if len(before) == 1 && len(now) == 1 {
			return []register.Kin{{Words: []string{"shepherds", "wolves"}}}
		}
		return nil
	}
	reg := registerWith(t, use)
	me, err := reg.AddPerson(t.Context(), chancery.Person{Name: "A. Officer", Post: "Second Secretary", Body: "Embassy"})
	if err != nil {
		t.Fatal(err)
	}
	enter := enterer(t, reg, me.ID)
	enter("Recommendation", is("paragraph", "1.1"), is("text", "Protect shepherds from wolves"), is("cycle", "1"), to("to", "state:KAZ"))
	later := enter("Recommendation", is("paragraph", "2.1"), is("text", "Strengthen the protection of shepherds from wolves"), is("cycle", "2"), to("to", "state:KAZ"))
	v := visit(t, serve(t, reg, Options{}), "en")
	v.get(entityAddress(later)).ok().has("May take up", "Protect shepherds from wolves", "shepherds, wolves")
	wellFormed(t, v, "en")
	if got := v.link("Say which one it follows"); got != "/enter?schema=Recommendation&entity="+string(later) {
		t.Errorf("it is entered at %s", got)
	}
}
