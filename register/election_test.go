package register

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"chancery"
	"chancery/election"
	"chancery/ledger"
	"chancery/paper"
)

// realTools open papers as the program does.
var realTools = Tools{Read: toyRead,
	Open: func(ctx context.Context, name string, content []byte) (Opened, error) {
		o, err := paper.Open(ctx, name, content, paper.Limits{})
		return Opened{Document: o.Document, Edition: o.Edition}, err
	},
	Notes: func(text string) Opened {
		o := paper.Notes(text)
		return Opened{Document: o.Document, Edition: o.Edition}
	},
}

// realWorld is a register over SQLite whose papers are opened as the program
// opens them.
func realWorld(t *testing.T) *world {
	t.Helper()
	s, clock := newStore(t, time.Date(2024, 5, 1, 9, 0, 0, 0, time.UTC))
	tools := realTools
	tools.Now = clock
	w := &world{Register: New(s, tools), t: t, ctx: t.Context()}
	p, err := w.AddPerson(w.ctx, chancery.Person{Name: "A. Officer", Post: "Second Secretary", Body: "Embassy"})
	if err != nil {
		t.Fatal(err)
	}
	w.person = p.ID
	if err := w.SetHome(w.ctx, w.person, "state:KAZ"); err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *world) table(name, content string) Imported {
	w.t.Helper()
	got, err := w.ImportTable(w.ctx, w.person, Incoming{Name: name, Content: []byte(content), Language: "en"}, chancery.OfficialSite)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, n := range got.Notes {
		w.t.Log(n)
	}
	return got
}

// facts imports a table that ships with the demo.
func (w *world) facts(name string) Imported {
	w.t.Helper()
	b, err := os.ReadFile("../demo/facts/" + name)
	if err != nil {
		w.t.Fatal(err)
	}
	got := w.table(name, string(b))
	if len(got.Notes) > 0 {
		w.t.Errorf("%s: rows were left out: %v", name, got.Notes)
	}
	return got
}

func (w *world) election(name string, today chancery.Date, q ElectionQuery) ElectionView {
	w.t.Helper()
	all, err := w.Elections(w.ctx, Reader{Today: today})
	if err != nil {
		w.t.Fatal(err)
	}
	for _, e := range append(all.Coming, all.Held...) {
		if e.Name.Text == name {
			v, err := w.Election(w.ctx, Reader{Today: today}, e.Entity, q)
			if err != nil {
				w.t.Fatal(err)
			}
			return v
		}
	}
	w.t.Fatalf("no election is called %q", name)
	return ElectionView{}
}

var later = chancery.NewDate(2026, 1, 1)

// Source: facts of elections, CEDAW 7 June 2024.
func TestTheElectionOf2024(t *testing.T) {
	w := realWorld(t)
	if got := w.facts("elections.csv"); got.Existed || got.Facts < 400 {
		t.Fatalf("%+v", got)
	}
	if again := w.facts("elections.csv"); !again.Existed || again.Facts != 0 {
		t.Errorf("the same table again: %+v", again)
	}
	v := w.election("CEDAW-2024", later, ElectionQuery{})
	if len(v.Candidates) != 21 || v.Rules.Name != "CEDAW" || v.Seats.Text != "11" {
		t.Errorf("%d candidates by the rules of %q for %s seats; want 21, CEDAW, 11", len(v.Candidates), v.Rules.Name, v.Seats.Text)
	}
	ours := v.Candidates[0]
	if !ours.Ours || ours.Candidate.Text != "Madina Jarbussynova" || ours.Votes.Text != "117" || ours.Stage != election.Elected {
		t.Errorf("our candidate stands as %+v", ours)
	}
	turn := v.Turns[0]
	if turn.Outcome.Needed != election.Exactly(95) || turn.Ballot.Cast != election.Exactly(188) || turn.Tallies[3].Candidate != "Madina Jarbussynova (Kazakhstan)" {
		t.Errorf("majority %v of %v, fourth is %q", turn.Outcome.Needed, turn.Ballot.Cast, turn.Tallies[3].Candidate)
	}
	record := 0
	for _, one := range turn.Tallies {
		if one.Record {
			record++
		}
	}
	if record != 11 {
		t.Errorf("the record names %d elected, want 11", record)
	}
	if v.Electorate.Count != 189 || v.Electorate.From != FromRecord || v.Electorate.Quorum != 126 {
		t.Errorf("the electorate is %d from %s, quorum %d; want 189, record, 126", v.Electorate.Count, v.Electorate.From, v.Electorate.Quorum)
	}
	if v.Window.NominateBy != chancery.NewDate(2024, 5, 7) {
		t.Errorf("nominations until %s", v.Window.NominateBy)
	}
}

// On a day before the election it is still to come, with its window, and
// nothing of its outcome is known.
func TestTheElectionOf2024OnAPastDay(t *testing.T) {
	w := realWorld(t)
	w.facts("elections.csv")
	past := Reader{At: ledger.At{On: chancery.NewDate(2024, 5, 1)}, Today: later}
	all, err := w.Elections(w.ctx, past)
	if err != nil || len(all.Coming) != 1 || all.Coming[0].Date != chancery.NewDate(2024, 6, 7) || all.Coming[0].Ours[0].Result != "" {
		t.Fatalf("%+v, %v", all.Coming, err)
	}
	v, err := w.Election(w.ctx, past, all.Coming[0].Entity, ElectionQuery{})
	if err != nil || v.Held || len(v.Turns) != 0 || !v.Candidates[0].Votes.Empty() || v.Candidates[0].Stage == election.Elected || v.At.On.IsZero() {
		t.Errorf("%+v, %v", v.Candidates[0], err)
	}
	moments, err := w.ElectionDeadlines(w.ctx, past)
	if err != nil || len(moments) != 1 || moments[0].Date != chancery.NewDate(2024, 5, 7) {
		t.Errorf("%+v, %v", moments, err)
	}
}

func TestTheYear2006IsReplayed(t *testing.T) {
	w := realWorld(t)
	w.facts("elections.csv")
	v := w.election("SC-2006 GRULAC", later, ElectionQuery{})
	var got []string
	for _, turn := range v.Turns {
		got = append(got, fmt.Sprintf("%d %v %s", turn.Number, turn.Outcome.Needed, turn.Next.Kind))
	}
	want := []string{"1 124 restricted", "6 124 unrestricted", "10 125 unrestricted", "22 120 unrestricted", "35 123 unrestricted", "36 121 unrestricted", "41 123 unrestricted", "48  "}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	court := w.election("ICJ-2017", later, ElectionQuery{})
	if court.Turns[0].Outcome.Needed != election.Exactly(97) || court.Turns[0].Outcome.Elected[0] != election.Open || !court.Over {
		t.Errorf("the Court, of which one organ is recorded: %v needed, %v", court.Turns[0].Outcome.Needed, court.Turns[0].Outcome.Elected)
	}
	if len(court.Meetings) != 1 || court.Meetings[0].Settled || court.Next.Organ != election.Council {
		t.Errorf("the other organ is not waited for: %+v", court.Meetings)
	}
}

const campaignTable = `schema,key,name,body,date,seats,eligible,candidate,nominatedBy,election,term,nominated,endorsedBy
Election,e,CEDAW 2026,body:CEDAW,2026-06-20,2,189,,,,,,
Person,anna,Anna Example,,,,,,,,,,
Candidature,ours,,body:CEDAW,,,,#anna,state:KAZ,#e,2025-2029,2026-02-01,body:OIC
Candidature,a,,body:CEDAW,,,,state:KEN,state:KEN,#e,2027-2030,,
Candidature,b,,body:CEDAW,,,,state:CHL,state:CHL,#e,2027-2030,,
Candidature,c,,body:CEDAW,,,,state:NOR,state:NOR,#e,2027-2030,,
`

func (w *world) candidature(v ElectionView, name string) chancery.EntityID {
	w.t.Helper()
	for _, c := range v.Candidates {
		if c.Candidate.Text == name {
			return c.Entity
		}
	}
	w.t.Fatalf("nobody is called %q", name)
	return ""
}

func TestACampaign(t *testing.T) {
	w := realWorld(t)
	w.table("campaign.csv", campaignTable)
	today := chancery.NewDate(2026, 4, 1)
	v := w.election("CEDAW 2026", today, ElectionQuery{})
	ours := w.candidature(v, "Anna Example")
	if d := v.Candidates[0].Doubts; len(d) != 1 || d[0].Key != "election.doubt.term" {
		t.Errorf("a term 2025-2029 of four years gives the doubts %v", d)
	}

	lines, troubles, err := w.ReadPledges(w.ctx, "State\tPledge\nNiger\tn 2026-03-01\nNigeria\tletter\t02.03.2026\tfirst\nGuinea-Bissau\to\nTürkiye\ta\nAtlantis\tn\nFrance\tperhaps\nEgypt\tn\t2026-01-10\tall\tECOSOC 2027\t(Cairo)\n")
	if err != nil || len(lines) != 5 || len(troubles) != 2 {
		t.Fatalf("%d lines, troubles %v, %v", len(lines), troubles, err)
	}
	for i := range lines {
		lines[i].Candidature = ours
	}
	ids, err := w.EnterPledges(w.ctx, w.person, PledgeSheet{Remark: "List of the mission in New York", Lines: lines})
	if err != nil || len(ids) != 5 || len(slices.Compact(slices.Sorted(slices.Values(ids)))) != 5 {
		t.Fatalf("%v, %v", ids, err)
	}
	if _, err := w.Enter(w.ctx, w.person, Hand{Subject: ids[4], Schema: "Pledge", Remark: "Told by the Embassy", Values: []HandValue{{Property: "withdrawn", Value: "2026-03-20"}}}); err != nil {
		t.Fatal(err)
	}
	v = w.election("CEDAW 2026", today, ElectionQuery{})
	e := v.Campaign.Expected
	if e.Written != 2 || e.Oral != 1 || fmt.Sprintf("%.1f", e.Expected) != "2.6" || e.High != 3 || e.Prospect != election.Short || v.Campaign.Needed != election.Exactly(95) {
		t.Errorf("expected %+v of %v", e, v.Campaign.Needed)
	}
	for _, s := range v.Campaign.Unasked {
		if s.Text == "Türkiye" || s.Text == "Niger" || s.Ref == "state:KAZ" {
			t.Errorf("%s was asked, or is ours, and is listed as not asked", s.Text)
		}
	}
	if len(v.Campaign.Blocs) != 1 || v.Campaign.Blocs[0].Promised != 3 || v.Campaign.Together < 50 {
		t.Errorf("the bloc is %+v, together %d", v.Campaign.Blocs, v.Campaign.Together)
	}
	niger := v.Campaign.Rows[slices.IndexFunc(v.Campaign.Rows, func(r GridRow) bool { return r.State.Text == "Niger" })].Pledges[0]
	if at := v.Citations[niger.Form.Cites[0]]; at.Passage.Quote != "note verbale" || at.Kind != chancery.Remark {
		t.Errorf("the form of Niger's pledge stands on %q", at.Passage.Quote)
	}

	half := election.Discounts{Written: 0.5, Oral: 0.5, Source: "a trial"}
	if e := w.election("CEDAW 2026", today, ElectionQuery{Discounts: &half}).Campaign.Expected; e.Expected != 1.5 {
		t.Errorf("with other discounts %.1f", e.Expected)
	}
}

func TestPromisesOfOurs(t *testing.T) {
	w := realWorld(t)
	w.table("campaign.csv", campaignTable)
	today := chancery.NewDate(2026, 4, 1)
	v := w.election("CEDAW 2026", today, ElectionQuery{})
	for name, state := range map[string]chancery.EntityID{"Kenya": "state:KEN", "Chile": "state:CHL", "Norway": "state:NOR"} {
		sheet := PledgeSheet{Remark: "Exchange of notes with " + name,
			Lines: []PledgeLine{{Candidature: w.candidature(v, name), Ours: true, State: state, Form: election.NoteVerbale, Date: chancery.NewDate(2026, 2, 2), Expires: chancery.NewDate(2026, 5, 5)}}}
		if _, err := w.EnterPledges(w.ctx, w.person, sheet); err != nil {
			t.Fatal(err)
		}
	}
	v = w.election("CEDAW 2026", today, ElectionQuery{})
	if v.Alarm == nil || len(v.Alarm.Candidates) != 3 || v.Alarm.Seats != 2 {
		t.Errorf("three promises for two seats give the alarm %+v", v.Alarm)
	}
	if len(v.Instruct.Doubts) != 1 || v.Instruct.For[0] != "Anna Example" {
		t.Errorf("the instruction is %+v", v.Instruct)
	}
	all, err := w.Elections(w.ctx, Reader{Today: today})
	if err != nil || len(all.Alarms) != 1 || len(all.Coming) != 1 || len(all.Coming[0].Ours) != 1 || all.Coming[0].Theirs != 3 {
		t.Errorf("%+v, %v", all, err)
	}
	x, err := w.Exchanges(w.ctx, Reader{Today: today})
	if err != nil || len(x.All) != 3 || x.All[0].State.Text != "Chile" || len(x.All[0].Given) != 1 || len(x.All[0].Received) != 0 {
		t.Errorf("%+v, %v", x.All, err)
	}
	moments, err := w.ElectionDeadlines(w.ctx, Reader{Today: today})
	if err != nil || len(moments) != 4 || moments[0].Property != "expires" || moments[3].Date != chancery.NewDate(2026, 5, 20) {
		t.Errorf("%+v, %v", moments, err)
	}
}

func TestACandidatureForAnElectionNobodyRecorded(t *testing.T) {
	w := realWorld(t)
	w.table("alone.csv", `schema,key,name,body,electionDate,candidate,nominatedBy,date,seats
Person,anna,Anna Example,,,,,,
Candidature,a,,body:CAT,2026-10-01,#anna,state:KAZ,,
Candidature,b,,body:CAT,2026-10-01,state:KEN,state:KEN,,
Candidature,c,,body:CEDAW,2026-06-20,state:CHL,state:CHL,,
Election,e,CEDAW 2026,body:CEDAW,,,,2026-06-20,2
`)
	today := chancery.NewDate(2026, 1, 1)
	all, err := w.Elections(w.ctx, Reader{Today: today})
	if err != nil || len(all.Coming) != 2 || all.Coming[0].Theirs != 1 || len(all.Coming[1].Ours) != 1 || all.Coming[1].Theirs != 1 {
		t.Fatalf("%+v, %v", all.Coming, err)
	}
	for _, id := range []chancery.EntityID{all.Coming[1].Entity, all.Coming[1].Ours[0].Entity} {
		v, err := w.Election(w.ctx, Reader{Today: today}, id, ElectionQuery{})
		if err != nil || v.Recorded || len(v.Candidates) != 2 || v.Rules.Name != "CAT" || v.Date.Text != "2026-10-01" {
			t.Errorf("%+v, %v", v, err)
		}
	}
	if v := w.election("CEDAW 2026", today, ElectionQuery{}); len(v.Candidates) != 1 || v.Candidates[0].By.Ref != "state:CHL" {
		t.Errorf("a candidature of the same body and day belongs to its election: %+v", v.Candidates)
	}
	if _, err := w.Election(w.ctx, Reader{}, "state:KAZ", ElectionQuery{}); chancery.KindOf(err) != chancery.NotFound {
		t.Errorf("a State is no election: %v", err)
	}
}

func TestElectionDay(t *testing.T) {
	w := realWorld(t)
	w.table("campaign.csv", campaignTable)
	day := chancery.NewDate(2026, 6, 20)
	v := w.election("CEDAW 2026", day, ElectionQuery{})
	ballot := TypedBallot{Election: v.ID, Number: 1, Date: day, Seats: 2, Cast: "188", Invalid: "1", Abstentions: "1",
		Candidates: []string{"Anna Example", "Kenya", "Chile", "Norway"}, Votes: []string{"94", "80", "100", "60"}}
	if _, err := w.EnterBallot(w.ctx, w.person, ballot); err != nil {
		t.Fatal(err)
	}
	v = w.election("CEDAW 2026", day, ElectionQuery{})
	turn := v.Turns[0]
	if turn.Outcome.Needed != election.Exactly(94) || turn.Outcome.Left != 0 || turn.Tallies[1].Candidate != "Anna Example" || turn.Tallies[1].Elected != election.Yes {
		t.Errorf("%v needed, %d left, %+v", turn.Outcome.Needed, turn.Outcome.Left, turn.Tallies)
	}
	if !v.Over || v.Next.Kind != election.NoBallot {
		t.Errorf("every seat is filled, and next is %+v", v.Next)
	}
	for _, bad := range []TypedBallot{{Election: v.ID, Number: 2}, {Election: v.ID, Number: 2, Cast: "many", Candidates: []string{"Kenya"}, Votes: []string{"1"}},
		{Election: v.ID, Number: 2, Candidates: []string{"Kenya"}, Votes: []string{"x"}}, {Election: w.candidature(v, "Kenya"), Number: 2, Candidates: []string{"Kenya"}, Votes: []string{"1"}}} {
		if _, err := w.EnterBallot(w.ctx, w.person, bad); chancery.KindOf(err) != chancery.Invalid {
			t.Errorf("%+v: %v", bad, err)
		}
	}
}

func TestTheElectorateFollowsTheTreaty(t *testing.T) {
	w := realWorld(t)
	var b strings.Builder
	b.WriteString("schema,key,name,body,date,seats,eligible,type,instrument,by,deposited\nElection,e,CEDAW 2026,body:CEDAW,2026-06-20,2,3,,,,\n")
	for i, s := range []string{"KAZ", "KEN", "CHL"} {
		fmt.Fprintf(&b, "Act,%s,,,,,,acceded,treaty:UNTC-4-8,state:%s,%s\n", s, s, []string{"1998-08-26", "1984-03-09", "2026-06-10"}[i])
	}
	w.table("acts.csv", b.String())
	v := w.election("CEDAW 2026", later, ElectionQuery{})
	if v.Electorate.From != FromActs || len(v.Electorate.States) != 2 || len(v.Electorate.Doubts) != 1 {
		t.Errorf("%+v: Chile's accession of ten days before binds only after thirty", v.Electorate)
	}
}

func TestSplitTally(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := strings.TrimSpace(rapid.StringMatching(`[A-Za-z:() ]{1,20}[A-Za-z]`).Draw(t, "name"))
		votes := rapid.IntRange(0, 200).Draw(t, "votes")
		got, f := SplitTally(JoinTally(name, strconv.Itoa(votes)))
		if got != name || f != election.Exactly(votes) {
			t.Fatalf("%q: %d came back as %q: %v", name, votes, got, f)
		}
	})
}

func TestParsePledge(t *testing.T) {
	for cell, want := range map[string]PledgeLine{
		"n":                              {Form: election.NoteVerbale},
		"Note verbale, 2026-03-01 first": {Form: election.NoteVerbale, Date: chancery.NewDate(2026, 3, 1), Scope: election.FirstBallot},
		"c 01.03.2026":                   {Form: election.OralCapital, Date: chancery.NewDate(2026, 3, 1)},
		"asked":                          {Asked: true},
		"joint statement all ballots":    {Form: election.JointStatement},
	} {
		if got, ok := ParsePledge(cell); !ok || got != want {
			t.Errorf("%q is %+v, %v", cell, got, ok)
		}
	}
	for _, cell := range []string{"", "yes", "2026-03-01", "n 2026-13-01"} {
		if got, ok := ParsePledge(cell); ok {
			t.Errorf("%q was taken for %+v", cell, got)
		}
	}
}
