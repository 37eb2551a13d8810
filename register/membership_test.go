package register

import (
	"slices"
	"testing"

	"chancery"
	"chancery/membership"
	"chancery/plan"
)

// Source: facts of the WDO and the OIC.
func TestTheMembersOfTheWDO(t *testing.T) {
	w := realWorld(t)
	w.facts("oic-wdo.csv")
	today := chancery.NewDate(2024, 5, 27)
	v, err := w.Members(w.ctx, Reader{Today: today}, "body:WDO")
	if err != nil {
		t.Fatal(err)
	}
	counts := map[membership.Basis]int{}
	for _, l := range v.Lists {
		counts[l.Basis] = l.Count
	}
	if counts[membership.Founding] != 15 || counts[membership.Ratification] != 1 || counts[membership.Listed] != 0 {
		t.Errorf("the lists have %v members", counts)
	}
	var claims []string
	for _, c := range v.Claims {
		claims = append(claims, c.Number.Text+" "+c.Date.Text)
	}
	slices.Sort(claims)
	if want := []string{"14 2020-01-13", "15 2020-07-30", "19 "}; !slices.Equal(claims, want) {
		t.Errorf("numbers without names: %q, want %q", claims, want)
	}
	at := slices.IndexFunc(v.Organs, func(o Organ) bool { return o.Organ.Ref == "body:WDO-COUNCIL" })
	if at < 0 || len(v.Organs[at].Sessions) != 3 || len(v.Organs[at].Due) != 2 {
		t.Fatalf("the organs are %+v", v.Organs)
	}
	due := v.Organs[at].Due
	if due[0].Due.String() != "2022-10" || due[0].Held != chancery.NewDate(2023, 6, 7) || due[0].LateDays != 219 || due[1].Due.String() != "2025-06" || due[1].LateDays != 0 {
		t.Errorf("the second ordinary session was due in %s, held %s, %d days late; the next in %s", due[0].Due, due[0].Held, due[0].LateDays, due[1].Due)
	}
	outside := map[chancery.EntityID]Outsider{}
	for _, o := range v.Outside {
		outside[o.State.Ref] = o
	}
	if _, in := outside["state:EGY"]; in {
		t.Error("Egypt is a founding member and stands among those outside")
	}
	if o, in := outside["state:GNB"]; !in || len(o.Acts) != 1 || o.Acts[0].Type.Text != "signed" {
		t.Errorf("Guinea-Bissau signed and stands as %+v", o)
	}
	if _, in := outside["state:KAZ"]; !in {
		t.Error("Kazakhstan could join and is not listed")
	}
}

func TestTheMembersOfTheOIC(t *testing.T) {
	w := realWorld(t)
	w.facts("oic-wdo.csv")
	count := func(on chancery.Date) (int, MemberRow, MemberRow) {
		v, err := w.Members(w.ctx, Reader{Today: on}, "body:OIC")
		if err != nil {
			t.Fatal(err)
		}
		row := func(id chancery.EntityID) MemberRow {
			return v.Members[slices.IndexFunc(v.Members, func(m MemberRow) bool { return m.Member.Ref == id })]
		}
		return v.Lists[2].Count, row("state:SYR"), row("state:UZB")
	}
	n, syria, uzbekistan := count(chancery.NewDate(2020, 1, 1))
	if n != 57 || syria.Standing != membership.Suspended || !uzbekistan.SinceUnclear {
		t.Errorf("%d members; Syria is %s; two years for Uzbekistan: %v", n, syria.Standing, uzbekistan.SinceUnclear)
	}
	n, syria, _ = count(chancery.NewDate(1973, 1, 1))
	if n != 31 || syria.Standing != membership.Member {
		t.Errorf("in 1973 %d members; Syria is %s", n, syria.Standing)
	}
}

func TestContributionsAndArrears(t *testing.T) {
	w := realWorld(t)
	w.table("contributions.csv", `schema,key,member,organization,period,assessed,currency,due,paid,paidOn,paidBy
Contribution,a,state:GMB,body:WDO,2023,1000,USD,2023-03-31,1000,2024-02-01,state:EGY
Contribution,b,state:KWT,body:WDO,2023,5000.50,USD,2023-03-31,2000,2023-03-01,
Contribution,c,state:KWT,body:WDO,2024,5000,USD,2025-03-31,,,
`)
	owed := func(on chancery.Date) []Arrear {
		v, err := w.Members(w.ctx, Reader{Today: on}, "body:WDO")
		if err != nil {
			t.Fatal(err)
		}
		if v.Contributions[2].PaidBy.Text != "Egypt" && v.Contributions[1].PaidBy.Text != "Egypt" {
			t.Errorf("Egypt paid on the Gambia's behalf: %+v", v.Contributions)
		}
		return v.Arrears
	}
	if got := owed(chancery.NewDate(2023, 6, 1)); len(got) != 2 || got[0].Owed != 100000 || got[1].Owed != 300050 {
		t.Errorf("in June 2023: %+v", got)
	}
	if got := owed(chancery.NewDate(2024, 6, 1)); len(got) != 1 || got[0].Member.Text != "Kuwait" {
		t.Errorf("in June 2024: %+v", got)
	}
}

const planTable = `schema,key,name,type,plan,number,text,area,due,dueText,serves,measure,date,grade,paragraph,to,by,position,mechanism,cycle,theme,actionCategory,issue,of
Instrument,plan,Action Plan,plan,,,,,,,,,,,,,,,,,,,,
Recommendation,r1,,,,,Adopt a law against domestic violence,,,,,,,,140.2,state:KAZ,state:NOR | state:CHL,Supported,UPR,4,women,5,Violence,
Recommendation,r2,,,,,Continue to train judges,,,,,,,,140.10,state:KAZ,state:KEN,Supported,UPR,4,justice,,,
Recommendation,r3,,,,,Ratify the Convention,,,,,,,,140.3,state:KAZ,state:KEN,Noted,UPR,4,treaties,,,
Measure,m1,,,#plan,1,Draft the law,Law,2024-03-31,,#r1,,,,,,,,,,,,,
Measure,m2,,,#plan,2,Report,Law,,annually,,,,,,,,,,,,,,
Progress,p1,,,,,Draft sent to parliament,,,,,#m1,2024-02-01,advanced,,,,,,,,,,
Evidence,e1,,,,,Letter of the Ministry,,,,,,2024-02-01,,,,,,,,,,,#p1
`

func TestRecommendationsAndPlans(t *testing.T) {
	w := realWorld(t)
	w.tools.Learn = func(rows []Lesson) Suggester {
		return func(string) Suggestion {
			return Suggestion{Category: "2", Themes: []string{"Justice"}, Issues: rows[0].Themes, Reasons: []SuggestionReason{{"2", "continue"}, {"Other", "train"}}}
		}
	}
	w.table("plan.csv", planTable)
	today := chancery.NewDate(2024, 5, 1)
	v, err := w.Recommendations(w.ctx, Reader{Today: today}, RecommendationQuery{})
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	for _, r := range v.Rows {
		order = append(order, r.Paragraph.Text)
	}
	if want := []string{"140.3", "140.10", "140.2"}; !slices.Equal(order, want) || v.Unserved != 2 || v.Learnt != 3 {
		t.Errorf("the order is %q, %d unserved, %d lessons; want %q, 2, 3", order, v.Unserved, v.Learnt, want)
	}
	if s := v.Rows[1].Suggested; s.Category != "2" || len(s.Themes) != 0 || !slices.Equal(s.Issues, []string{"women"}) || len(s.Reasons) != 1 || !v.Rows[1].Category.Empty() {
		t.Errorf("beside a confirmed theme the suggestion is %+v", s)
	}
	if s := v.Rows[2]; s.Suggested.Category != "" || len(s.Measures) != 1 || s.Measures[0].Ref == "" {
		t.Errorf("where a category is confirmed none is suggested: %+v", s.Suggested)
	}
	only, err := w.Recommendations(w.ctx, Reader{Today: today}, RecommendationQuery{Facets: map[string][]string{"position": {"Supported"}, "served": {"no"}}})
	if err != nil || only.Total != 1 || only.Rows[0].Paragraph.Text != "140.10" {
		t.Errorf("supported and unserved: %d, %v", only.Total, err)
	}

	plans, err := w.Plans(w.ctx, Reader{Today: today})
	if err != nil || len(plans.Plans) != 1 || plans.Plans[0].Late != 1 || plans.Plans[0].Measures != 2 || plans.Unkept != 1 {
		t.Fatalf("%+v, %v", plans, err)
	}
	one, err := w.Plan(w.ctx, Reader{Today: today}, plans.Plans[0].Plan.Ref)
	if err != nil || len(one.Measures) != 2 || one.Measures[0].Number.Text != "1" || one.Measures[0].Standing.LateDays != 31 {
		t.Fatalf("%+v, %v", one.Measures, err)
	}
	if len(one.Unserved) != 1 || one.Unserved[0].Text.Text != "Continue to train judges" {
		t.Errorf("unserved promises: %+v", one.Unserved)
	}
	if m := one.Measures[1]; m.Standing.LateDays != 0 || m.Standing.NextDue != chancery.NewDate(2024, 12, 31) {
		t.Errorf("an annual measure stands as %+v", m.Standing)
	}
	if g := one.Measures[0].Progress; len(g) != 1 || len(g[0].Evidence) != 1 || one.Measures[0].Standing.Grade != plan.Advanced {
		t.Errorf("progress on evidence: %+v, %q", g, one.Measures[0].Standing.Grade)
	}
}

func TestContacts(t *testing.T) {
	w := realWorld(t)
	w.table("contacts.csv", `schema,key,name,holder,title,body,accreditedTo,from,to,credentials,rank,type,status,date,party,participant,by,to2,text,event,event2,person,forWhom
Person,old,Old Ambassador,,,,,,,,,,,,,,,,,,,,
Person,new,New Ambassador,,,,,,,,,,,,,,,,,,,,
Person,third,Third Secretary,,,,,,,,,,,,,,,,,,,,
Occupancy,o1,,#old,Ambassador,state:EGY,state:KAZ,2019,,,,,,,,,,,,,,,
Occupancy,o2,,#new,Ambassador,state:EGY,state:KAZ,2023-09-01,,2023-10-05,,,,,,,,,,,,,
Occupancy,o2b,,#new,Ambassador,state:EGY,state:KAZ,2023,,,,,,,,,,,,,,,
Occupancy,o3,,#third,Third Secretary,state:EGY,state:KAZ,2023-01-01,,,,,,,,,,,,,,,
Event,e1,First talk,,,,,,,,,meeting,held,2024-01-10,,#third,,,,,,,
Event,e2,Second talk,,,,,,,,,meeting,held,2024-03-10,state:EGY,#third | #new,,,,,,,
Event,e3,Planned talk,,,,,,,,,meeting,planned,2024-04-10,state:EGY,#new,,,,,,,
Undertaking,u1,,,,,,,,,,,,,,,state:EGY,,send the list,#e2,,,
Undertaking,u2,,,,,,,,,,,,,,,state:KAZ,,invite the delegation,#e2,,,
`)
	v, err := w.LastContacts(w.ctx, Reader{Today: chancery.NewDate(2024, 5, 1)}, "state:EGY")
	if err != nil {
		t.Fatal(err)
	}
	var met []string
	for _, c := range v.Contacts {
		met = append(met, c.Caption.Text)
	}
	if want := []string{"Second talk", "First talk"}; !slices.Equal(met, want) {
		t.Errorf("contacts %q, want %q: a member of the embassy is the embassy, what is planned did not happen", met, want)
	}
	if len(v.Heads) != 1 || v.Heads[0].Holder.Text != "New Ambassador" {
		t.Errorf("the ambassador was %+v", v.Heads)
	}
	then, err := w.LastContacts(w.ctx, Reader{Today: chancery.NewDate(2022, 5, 1)}, "state:EGY")
	if err != nil || len(then.Heads) != 1 || then.Heads[0].Holder.Text != "Old Ambassador" || len(then.Contacts) != 0 {
		t.Errorf("in 2022 the ambassador was %+v, with %d contacts, %v", then.Heads, len(then.Contacts), err)
	}
	if len(v.Theirs) != 1 || v.Theirs[0].Text.Text != "send the list" {
		t.Errorf("theirs: %+v", v.Theirs)
	}
	order, err := w.Precedence(w.ctx, Reader{}, v.Contacts[0].Entity)
	if err != nil || len(order) != 2 || order[0].Person.Text != "New Ambassador" {
		t.Errorf("precedence %+v, %v", order, err)
	}
}

func TestBadTables(t *testing.T) {
	w := realWorld(t)
	for name, content := range map[string]string{"other.csv": "a,b,c\n1,2,3\n4,5,6\n7,8,9\n"} {
		_, err := w.ImportTable(w.ctx, w.person, Incoming{Name: name, Content: []byte(content)}, chancery.Press)
		if chancery.KindOf(err) != chancery.Invalid || chancery.MessageOf(err).Key != "table.form" {
			t.Errorf("%s: %v", name, err)
		}
	}
	got, err := w.ImportTable(w.ctx, w.person, Incoming{Name: "bad.csv", Content: []byte(`schema,key,name,date,body,by,candidature,form
Election,e1,One,2026-13-01,body:CEDAW,,,
Election,e2,Two,2026-06-01,Committee of Nothing,,,
Spell,x,Three,,,,,
Pledge,p,,,,state:KEN,#nobody,note_verbale
Pledge,q,,,,state:KEN,,promise
`)}, chancery.Press)
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, n := range got.Notes {
		keys = append(keys, n.Key)
	}
	if want := []string{"table.value", "table.reference", "table.row", "table.reference", "table.value"}; !slices.Equal(keys, want) {
		t.Errorf("%q, want %q: %v", keys, want, got.Notes)
	}
}

func TestASession(t *testing.T) {
	w := realWorld(t)
	w.facts("oic-wdo.csv")
	w.table("session.csv", `schema,key,name,type,status,date,organ,agenda,quorum,decision,party,event,by,text,due,person,forWhom,holder,title,body,accreditedTo,credentials
Event,s,Third session of the Council,session,held,2025-06-10,body:WDO-COUNCIL,Budget | Election,a majority,Decides to open an office | Asks for a report,state:EGY | state:CMR,,,,,,,,,,,
Person,p,Second Ambassador,,,,,,,,,,,,,,,,,,,
Person,q,First Ambassador,,,,,,,,,,,,,,,,,,,
Occupancy,o,,,,,,,,,,,,,,,,#p,Ambassador,state:GMB,body:WDO,2024-01-01
Occupancy,u,,,,,,,,,,,,,,,,#q,Ambassador,state:KWT,body:WDO,2020-01-01
Attendance,a,,,,,,,,,,#s,,,,#p,state:GMB,,,,,
Attendance,b,,,,,,,,,,#s,,,,#q,state:KWT,,,,,
Undertaking,x,,,,,,,,,,#s,body:WDO,report on the budget,2025-12-31,,,,,,,
`)
	found, err := w.Find(w.ctx, Reader{}, "Third session", []string{"Event"}, 2)
	if err != nil || len(found) != 1 {
		t.Fatalf("%d sessions, %v", len(found), err)
	}
	v, err := w.Session(w.ctx, Reader{Today: chancery.NewDate(2026, 1, 10)}, found[0].Entity)
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	for _, d := range v.Delegations {
		order = append(order, string(d.Party.Ref))
	}
	if want := []string{"state:KWT", "state:GMB", "state:EGY", "state:CMR"}; !slices.Equal(order, want) {
		t.Errorf("delegations %q, want %q: who presented credentials first goes first, then those of whom nobody is named", order, want)
	}
	if v.Members != 15 || v.Needed != 8 || v.Present != 4 {
		t.Errorf("%d members, %d needed, %d present", v.Members, v.Needed, v.Present)
	}
	if len(v.Agenda) != 2 || len(v.Decisions) < 2 {
		t.Fatalf("agenda %+v, decisions %+v", v.Agenda, v.Decisions)
	}
	var asks []Undertaking
	for _, d := range v.Decisions {
		asks = append(asks, d.Asks...)
	}
	if len(asks) != 1 || !asks[0].Late {
		t.Errorf("what the decisions ask: %+v", asks)
	}
	for _, u := range asks {
		for _, n := range append(slices.Clone(u.Text.Cites), u.By[0].Cites...) {
			if n >= len(v.Citations) {
				t.Errorf("citation %d of %d", n, len(v.Citations))
			}
		}
	}
}

func TestTheBriefCarriesBothSides(t *testing.T) {
	w := realWorld(t)
	if err := w.SetHome(w.ctx, w.person, "state:KAZ"); err != nil {
		t.Fatal(err)
	}
	w.table("both.csv", `schema,key,name,type,status,date,party,participant,holder,title,body,from,parent,duration,renewal,notice,entry,state,mechanism,symbol,received,cycle,dueByCommittee,candidate,nominatedBy,electionDate,candidature,by,to,form
Organization,emb,Embassy of Egypt in Astana,,,,,,,,,,state:EGY,,,,,,,,,,,,,,,,,
Person,amb,The Ambassador,,,,,,,,,,,,,,,,,,,,,,,,,,,
Occupancy,o,,,,,,,#amb,Ambassador,#emb,2023-01-01,,,,,,,,,,,,,,,,,,
Event,e,Next talk,meeting,planned,2024-07-10,,#amb,,,,,,,,,,,,,,,,,,,,,,
Event,f,Last talk,meeting,held,2024-03-10,state:EGY,,,,,,,,,,,,,,,,,,,,,,,
Instrument,m,Memorandum on women,mou,,2022-07-01,state:KAZ | state:EGY,,,,,,,three years,yes,3 months,signature,,,,,,,,,,,,,
Instrument,n,Agreement with another,agreement,,2020-01-01,state:KAZ | state:TUR,,,,,,,,,,signature,,,,,,,,,,,,,
Report,r,,,,,,,,,,,,,,,,state:EGY,CEDAW,CEDAW/C/EGY/8,2019-01-01,,,,,,,,,
Report,s,,,,,,,,,,,,,,,,state:EGY,CEDAW,,,11,2024-11-30,,,,,,,
Candidature,c,,,,,,,,,,,,,,,,,,,,,,state:EGY,state:EGY,2024-10-01,,,,
Pledge,g,,,,2024-02-01,,,,,,,,,,,,,,,,,,,,,#c,state:KAZ,state:EGY,letter
`)
	w.table("act.csv", "schema,key,instrument,by,type,deposited\nAct,a,treaty:UNTC-4-8,state:EGY,ratified,1981-09-18\nAct,b,treaty:UNTC-4-8,state:TUR,acceded,1985-12-20\n")
	found, err := w.Find(w.ctx, Reader{}, "Next talk", []string{"Event"}, 2)
	if err != nil || len(found) != 1 {
		t.Fatalf("%d events, %v", len(found), err)
	}
	v, err := w.Brief(w.ctx, Reader{Today: chancery.NewDate(2024, 6, 10)}, found[0].Entity)
	if err != nil {
		t.Fatal(err)
	}
	if len(v.Treaties) != 1 || v.Treaties[0].Caption.Text != "Memorandum on women" || v.Treaties[0].Agree.State.LastNotice != chancery.NewDate(2025, 4, 1) {
		t.Errorf("treaties between us: %+v", v.Treaties)
	}
	if len(v.Votes) != 1 || len(v.Votes[0].Given) != 1 {
		t.Errorf("votes either way: %+v", v.Votes)
	}
	if len(v.Reports) == 0 || v.Reports[0].State.Ref != "state:EGY" {
		t.Errorf("reports due: %+v", v.Reports)
	}
}
