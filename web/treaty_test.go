package web

import (
	"context"
	"strings"
	"testing"

	"chancery"
	"chancery/register"
)

// lawStory is a register with a status table, a second source of it, reports
// and a memorandum.
func lawStory(t *testing.T) (*register.Register, chancery.EntityID) {
	t.Helper()
	reg := emptyRegister(t)
	ctx := context.Background()
	me, err := reg.AddPerson(ctx, chancery.Person{Name: "A. Officer", Post: "Counsellor", Body: "Ministry"})
	if err != nil {
		t.Fatal(err)
	}
	if err := reg.SetHome(ctx, me.ID, "state:KAZ"); err != nil {
		t.Fatal(err)
	}
	return reg, law(t, reg, me.ID)
}

// law puts the treaties and reports of the story into a register, and gives
// the memorandum.
func law(t *testing.T, reg *register.Register, person string) chancery.EntityID {
	t.Helper()
	ctx := context.Background()
	for _, table := range []register.StatusImport{
		{Name: "cedaw.csv", Grade: chancery.Depositary, Content: []byte("Participant,Signature,\"Ratification, Accession(a), Succession(d)\"\nKazakhstan,,26 Aug 1998 a\nEgypt,16 Jul 1980,18 Sep 1981\nSweden,7 Mar 1980,2 Jul 1980\nUnited States of America,17 Jul 1980,\n")},
		{Name: "years.csv", Grade: chancery.OfficialSite, Content: []byte("iso2,member,state party,year ratification or accession,signatory\nKZ,Kazakhstan,1,1998,0\nEG,Egypt,1,1982,0\nSS,South Sudan,1,2015,0\n")},
	} {
		table.Treaty = "treaty:UNTC-4-8"
		if _, err := reg.ImportStatus(ctx, person, table); err != nil {
			t.Fatal(err)
		}
	}
	enter := enterer(t, reg, person)
	enter("Act", to("instrument", "treaty:UNTC-4-8"), to("by", "state:KAZ"), is("type", "law_adopted"), is("number", "248-1"), is("date", "1998-06-29"))
	enter("Report", to("state", "state:KAZ"), is("mechanism", "CEDAW"), is("type", "periodic report"), is("symbol", "CEDAW/C/KAZ/5"), is("received", "2018-10-29"))
	enter("Report", to("state", "state:KAZ"), is("mechanism", "CEDAW"), is("type", "periodic report"), is("cycle", "6"), is("dueByCommittee", "2023-11-30"))
	enter("Report", to("state", "state:EGY"), is("mechanism", "CEDAW"), is("type", "initial report"), is("received", "1983-02-02"))
	return enter("Instrument", is("name", "Memorandum with the WDO"), is("type", "mou"), is("date", "2022-07-01"), is("duration", "three years"), is("renewal", "yes"), is("notice", "3 months"), to("party", "state:KAZ"), to("party", "body:WDO"))
}

// enterer enters records by hand, each with a remark of its own.
func enterer(t *testing.T, reg *register.Register, person string) func(schema string, values ...register.HandValue) chancery.EntityID {
	return func(schema string, values ...register.HandValue) chancery.EntityID {
		t.Helper()
		remark := "From the file: " + schema
		for _, v := range values {
			remark += " " + v.Value
		}
		id, err := reg.Enter(context.Background(), person, register.Hand{Schema: schema, Values: values, Remark: remark})
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
}

// is and to are values entered by hand: words, and what stands in the register.
func is(property, value string) register.HandValue {
	return register.HandValue{Property: property, Value: value}
}

func to(property string, ref chancery.EntityID) register.HandValue {
	return register.HandValue{Property: property, Value: string(ref), Ref: ref}
}

func TestTreatyAndReportingPages(t *testing.T) {
	reg, mou := lawStory(t)
	srv := serve(t, reg, Options{Version: "test"})
	for _, lang := range []string{"en", "ar"} {
		v := visit(t, srv, lang)
		for _, address := range []string{
			"/treaties", "/treaties?q=women&state=state:EGY", "/treaties?q=nothinglikeit", "/treaties?on=1990-01-01",
			"/treaties/compare", "/treaties/compare?a=state:KAZ&b=state:EGY", "/treaties/acts?year=1980", "/treaties/acts?year=1701",
			"/treaties/differences", "/treaty/treaty:UNTC-4-8/differences", "/treaty/" + string(mou) + "/differences",
			"/treaty/treaty:UNTC-4-8", "/treaty/treaty:UNTC-4-8?on=1998-09-01", "/treaty/treaty:UNTC-4-8?what=2027-01-15&kind=r&whose=state:USA",
			"/treaty/treaty:UNTC-4-4", "/treaty/" + string(mou),
			"/reporting", "/reporting?mechanism=CEDAW&predictable=yes", "/reporting?state=state:EGY", "/reporting?on=1999-12-31",
		} {
			v.get(address).ok()
			wellFormed(t, v, lang)
		}
	}
}

func TestTheStatusTableOnItsPage(t *testing.T) {
	reg, _ := lawStory(t)
	v := visit(t, serve(t, reg, Options{}), "en")
	v.get("/treaty/treaty:UNTC-4-8?on=2024-05-27&what=2027-01-15").ok()
	for _, want := range []string{"3 September 1981", "25 September 1998", "26 August 1998", "29 June 1998", "no. 248-1", "CEDAW art. 27", "Egypt: one source says 18 September 1981, another 1982", "Kazakhstan has consented already"} {
		if !strings.Contains(v.body, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	rows := v.all("#status ~ div tbody tr")
	if len(rows) != 5 || !strings.Contains(textOf(rows[0]), "Kazakhstan") {
		t.Errorf("%d rows, ours is not the first: %s", len(rows), textOf(rows[0]))
	}
	v.get("/treaty/treaty:NO-SUCH")
	if v.status != 404 {
		t.Errorf("a treaty of no name answers %d", v.status)
	}
	v.get("/treaty/treaty:UNTC-4-8?what=soon")
	if v.status != 400 {
		t.Errorf("a day that is none answers %d", v.status)
	}
}

func TestAMemorandumIsMarked(t *testing.T) {
	reg, mou := lawStory(t)
	v := visit(t, serve(t, reg, Options{}), "en")
	v.get("/treaty/" + string(mou) + "?on=2024-05-27").ok()
	for _, want := range []string{"not binding", "1 July 2022", "1 April 2025"} {
		if !strings.Contains(v.body, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

func TestTheCalendarSaysWhy(t *testing.T) {
	reg, _ := lawStory(t)
	srv := serve(t, reg, Options{})
	v := visit(t, srv, "en")
	v.get("/reporting?on=2024-05-27").ok()
	for _, want := range []string{"25 September 1999", "30 November 2023", "by the committee: set by the concluding", "179 days late", "CEDAW art. 18(1)", "Who else is late"} {
		if !strings.Contains(v.body, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	v.get("/reporting.ics?mechanism=CEDAW&on=2024-05-27").ok()
	if !strings.HasPrefix(v.body, "BEGIN:VCALENDAR\r\n") || !strings.Contains(v.body, "DTSTART;VALUE=DATE:20231130\r\n") || v.header.Get("Content-Type") != "text/calendar; charset=utf-8" {
		t.Errorf("the feed is %q, %s", v.body, v.header.Get("Content-Type"))
	}
	v.get("/reporting.ics?institution=body:CEDAW&on=2024-05-27").ok()
	if !strings.Contains(v.body, "20231130") {
		t.Errorf("the feed of the committee is %q", v.body)
	}
	v.get("/reporting.ics?mechanism=nosuch")
	if v.status != 404 {
		t.Errorf("a mechanism of no name answers %d", v.status)
	}
}

// What the treaty's own clause allows stands above the reservations made to it.
func TestTheClauseOnReservationsIsShown(t *testing.T) {
	a := assembled(t)
	people, err := a.reg.Persons(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.reg.Enter(t.Context(), people[0].ID, register.Hand{Schema: "Instrument", Subject: "treaty:UNTC-4-8", Remark: "The final clauses, article 28",
		Values: []register.HandValue{is("reservations", "permitted"), {Property: "reservationClause", Value: "A reservation incompatible with the object shall not be permitted.", Language: "en"}}}); err != nil {
		t.Fatal(err)
	}
	v := visit(t, serve(t, a.reg, Options{}), "en")
	v.get(convention).ok().has("Reservations that the treaty allows: permitted", "A reservation incompatible with the object shall not be permitted.")
	if got := v.text("section[aria-labelledby=clauses]"); !strings.Contains(got, "permitted") {
		t.Errorf("the final clauses do not say what may be reserved: %s", got)
	}
}
