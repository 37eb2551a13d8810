package register

import (
	"strings"
	"testing"

	"chancery"
	"chancery/election"
)

// courtTable is the last seat of 2017 as a table has it, in the program's own
// words; the figures of the Council are from memory.
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
