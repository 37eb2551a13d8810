package web

import (
	"net/url"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"chancery"
	"chancery/register"
)

// court is a register with an election to the Court and two who stand in it.
func court(t *testing.T) (*register.Register, chancery.EntityID) {
	t.Helper()
	reg := emptyRegister(t)
	me, err := reg.AddPerson(t.Context(), chancery.Person{Name: "A. Officer", Post: "Counsellor", Body: "Ministry"})
	if err != nil {
		t.Fatal(err)
	}
	enter := enterer(t, reg, me.ID)
	of := enter("Election", is("name", "Court, last seat"), to("body", "body:ICJ"), is("date", "2024-11-13"), is("seats", "1"))
	for _, one := range [][2]string{{"D. Bhandari", "state:IND"}, {"C. Greenwood", "state:GBR"}} {
		judge := enter("Person", is("name", one[0]), to("nationality", chancery.EntityID(one[1])))
		enter("Candidature", to("election", of), to("body", "body:ICJ"), is("electionDate", "2024-11-13"), to("candidate", judge), to("nominatedBy", chancery.EntityID(one[1])))
	}
	gone := enter("Person", is("name", "R. Left"), to("nationality", "state:GBR"))
	enter("Occupancy", to("holder", gone), to("body", "body:ICJ"), is("title", "Judge"), is("from", "2021-02-06"), is("to", "2024-01-31"))
	stays := enter("Person", is("name", "S. Stays"), to("nationality", "state:IND"))
	enter("Occupancy", to("holder", stays), to("body", "body:ICJ"), is("title", "Judge"), is("from", "2021-02-06"))
	return reg, of
}

// The last seat of 2017 as both organs voted: three meetings without a majority
// in both, then one name. Of the figures only the 183 are from a source; the
// others are remembered.
func TestTheCourtOnItsPage(t *testing.T) {
	reg, of := court(t)
	srv := serve(t, reg, Options{})
	v := visit(t, srv, "en")
	page := electionAddress(of)
	vote := func(organ, meeting string, votes ...string) {
		t.Helper()
		v.get(page).ok()
		fields := url.Values{"organ": {organ}, "meeting": {meeting}, "seats": {"1"}, "date": {"2024-11-13"}, "remark": {"Heard in the hall"}}
		for _, o := range []string{"general_assembly", "security_council"} {
			fields.Set("number."+o, attr(v.one(`form[action$="/ballots"] input[name="number.`+o+`"]`), "value"))
		}
		names := v.all(`form[action$="/ballots"] input[name="name"]`)
		for i, n := range names[:len(votes)] {
			fields.Add("name", attr(n, "value"))
			fields.Add("votes", votes[i])
		}
		v.post(page+"/ballots", fields).ok()
	}
	for _, m := range []string{"1", "2", "3"} {
		vote("general_assembly", m, "68", "121")
		v.has("the ballot of the Security Council is not recorded")
		vote("security_council", m, "9", "5")
	}
	v.get(page).ok().has("Meeting 3 of both organs", "Next: a joint conference", "ICJ Statute art. 12(1)", "Votes needed: 97.", "Votes needed: 8.",
		"left on 31 January 2024; the term runs to 5 February 2030", "nobody is recorded in the seat", "D. Bhandari is of the nationality of S. Stays, who sits until 5 February 2030")
	for _, lang := range []string{"en", "ar", "ru"} {
		w := visit(t, srv, lang)
		w.get(page).ok()
		wellFormed(t, w, lang)
	}
}

func TestTheCourtIsWalked(t *testing.T) {
	reg, of := court(t)
	srv := serve(t, reg, Options{Version: "test"})
	page := electionAddress(of)
	b := window(t, srv.URL, "en")
	b.size(wide[0].width, 900)
	for _, votes := range []string{"121", "9"} {
		b.visit(page)
		b.tabTo("#next-ballot")
		b.paste(votes)
		b.tabTo(`form[action$="/ballots"] button.primary`)
		b.press(kb.Enter)
		b.arrived(`location.hash !== ""`)
	}
	b.says("#ballots ~ *", "General Assembly, Ballot 1", "Security Council, Ballot 1")
	walk(t, srv.URL, []string{page}, wide[0], wide[1], narrow[0], narrow[1], onPaper[0], onPaper[1])
}
