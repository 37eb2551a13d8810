package register

import (
	"strings"
	"testing"

	"chancery"
	"chancery/election"
)

// courtTable is the last seat of 2017 as a table has it, in the program's own
// words; of the figures only the 183 are from a source, the others are remembered.
const courtTable = `election_id,body,date,seat_group,seats,ballot,ballot_kind,eligible,ballots_cast,invalid,abstentions,valid,majority_kind,majority_required,candidate,votes,outcome,status,source,note,meeting
Court 2017,ICJ (GA),2017-11-13,,1,1,,193,,,,,absolute majority of members (97),97,Dalveer Bhandari (India),110,,memory,,,
Court 2017,ICJ (GA),2017-11-13,,1,1,,193,,,,,absolute majority of members (97),97,Christopher Greenwood (United Kingdom),79,,memory,,,
Court 2017,ICJ (SC),2017-11-13,,1,1,,15,,,,,absolute majority of members (8),8,Dalveer Bhandari (India),5,,memory,,,
Court 2017,ICJ (SC),2017-11-13,,1,1,,15,,,,,absolute majority of members (8),8,Christopher Greenwood (United Kingdom),9,withdrew,memory,,,
`

// Only who has the majority in both organs is elected; a ballot typed for one
// organ waits for the other's.
func TestBothOrgansElectTheCourt(t *testing.T) {
	w := realWorld(t)
	if _, err := w.ImportTable(w.ctx, w.person, Incoming{Name: "court.csv", Content: []byte(courtTable)}, chancery.Recollection); err != nil {
		t.Fatal(err)
	}
	v := w.election("Court 2017", later, ElectionQuery{})
	if len(v.Turns) != 2 || len(v.Meetings) != 1 || !v.Meetings[0].Settled || len(v.Meetings[0].Court.Elected) != 0 || v.Over {
		t.Fatalf("one meeting: %d ballots, %+v", len(v.Turns), v.Meetings)
	}
	if v.Turns[0].Ballot.Organ != election.Assembly || v.Turns[0].Outcome.Needed != election.Exactly(97) || v.Turns[1].Outcome.Needed != election.Exactly(8) {
		t.Errorf("needed %v and %v", v.Turns[0].Outcome.Needed, v.Turns[1].Outcome.Needed)
	}
	if v.Next.Organ != election.Assembly || v.Next.Meeting != 2 || strings.Join(v.Next.Candidates, " ") != "Dalveer Bhandari (India)" {
		t.Errorf("next is %+v", v.Next)
	}
	enter := func(organ election.Organ, votes string) {
		t.Helper()
		b := TypedBallot{Election: v.ID, Number: 2, Date: chancery.NewDate(2017, 11, 20), Seats: 1, Organ: organ, Meeting: 2, Candidates: []string{"Dalveer Bhandari (India)"}, Votes: []string{votes}, Remark: "Read out in the hall"}
		if _, err := w.EnterBallot(w.ctx, w.person, b); err != nil {
			t.Fatal(err)
		}
	}
	enter(election.Assembly, "183")
	if v = w.election("Court 2017", later, ElectionQuery{}); v.Over || v.Next.Organ != election.Council || v.Turns[2].Tallies[0].Elected != election.Open {
		t.Errorf("the Assembly alone: over %v, next %+v, %+v", v.Over, v.Next, v.Turns[2].Tallies)
	}
	enter(election.Council, "15")
	v = w.election("Court 2017", later, ElectionQuery{})
	if !v.Over || len(v.Turns) != 4 || v.Turns[3].Tallies[0].Elected != election.Yes || strings.Join(v.Meetings[1].Court.Elected, " ") != "Dalveer Bhandari (India)" {
		t.Errorf("both: over %v, %+v", v.Over, v.Meetings)
	}
	if _, err := w.EnterBallot(w.ctx, w.person, TypedBallot{Election: v.ID, Number: 9, Organ: "tribunal", Candidates: []string{"X"}, Votes: []string{"1"}}); chancery.KindOf(err) != chancery.Invalid {
		t.Errorf("an organ of no kind gives %v", err)
	}
}

// A member who left before the end of the term leaves a vacancy with the rule
// that fills it; a candidate of the nationality of a member who stays, and two
// of one nationality, are named.
func TestSeatsOfTheBody(t *testing.T) {
	w := realWorld(t)
	w.home("state:KAZ")
	n := 0
	enter := func(schema string, values ...HandValue) chancery.EntityID {
		n++
		id, err := w.Enter(w.ctx, w.person, Hand{Schema: schema, Values: values, Remark: "From the list of members, " + schema + " " + strings.Repeat("i", n)})
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	is := func(property, value string) HandValue { return HandValue{Property: property, Value: value} }
	to := func(property string, ref chancery.EntityID) HandValue {
		return HandValue{Property: property, Value: string(ref), Ref: ref}
	}
	member := func(name, state, from, until string) chancery.EntityID {
		person := enter("Person", is("name", name), to("nationality", chancery.EntityID(state)))
		values := []HandValue{to("holder", person), to("body", "body:CEDAW"), is("title", "Member"), is("from", from)}
		if until != "" {
			values = append(values, is("to", until))
		}
		enter("Occupancy", values...)
		return person
	}
	member("Vera Left", "state:EGY", "2021-01-01", "2022-03-31")
	member("Wafa Follows", "state:EGY", "2022-07-01", "2024-12-31")
	member("Stays Till 2026", "state:CHL", "2023-01-01", "")
	old := member("Runs Again", "state:NOR", "2021-01-01", "2024-12-31")
	of := enter("Election", is("name", "Committee 2024"), to("body", "body:CEDAW"), is("date", "2024-06-07"), is("seats", "11"))
	stand := func(person chancery.EntityID, state chancery.EntityID) {
		enter("Candidature", to("candidate", person), to("nominatedBy", state), to("body", "body:CEDAW"), to("election", of), is("term", "2025-2028"))
	}
	stand(enter("Person", is("name", "Clara Chile"), to("nationality", "state:CHL")), "state:CHL")
	stand(enter("Person", is("name", "Dual One"), to("nationality", "state:NPL")), "state:NPL")
	stand(enter("Person", is("name", "Dual Two"), to("nationality", "state:NPL")), "state:AND")
	stand(old, "state:NOR")

	v := w.election("Committee 2024", later, ElectionQuery{})
	if len(v.Vacancies) != 1 {
		t.Fatalf("vacancies: %+v", v.Vacancies)
	}
	one := v.Vacancies[0]
	if one.Holder.Text != "Vera Left" || one.By.Text != "Wafa Follows" || one.Ends != chancery.NewDate(2024, 12, 31) || len(one.Cites) != 1 || one.Vacancy.Election {
		t.Errorf("the vacancy is %+v", one)
	}
	var said []string
	for _, s := range v.Incompatible {
		said = append(said, s.Text.Text)
	}
	all := strings.Join(said, "; ")
	if len(said) != 2 || !strings.Contains(all, "Clara Chile is of the nationality of Stays Till 2026, who sits until 2026-12-31") || !strings.Contains(all, "of one nationality: only one") {
		t.Errorf("nationalities: %s", all)
	}
	var doubts []string
	for _, d := range v.Doubts {
		doubts = append(doubts, d.Text)
	}
	if !strings.Contains(strings.Join(doubts, "; "), "Dual Two, of Nepal, is not a national of Andorra") {
		t.Errorf("a nominee of another nationality: %q", doubts)
	}
}
