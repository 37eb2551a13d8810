package register

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"chancery"
	"chancery/ledger"
	"chancery/treaty"
)

// The heads of the status tables of the founding story, and rows of facts.
const (
	cedawTable = "Participant,Signature,\"Ratification, Accession(a), Succession(d)\"\n" +
		"Kazakhstan,,26 Aug 1998 a\nEgypt,16 Jul 1980,18 Sep 1981\nSweden,7 Mar 1980,2 Jul 1980\nUnited States of America,17 Jul 1980,\nMontserrat,,1 Jan 1990 a\n"
	cedawYears = "iso2,member,state party,year ratification or accession,signatory,no action,status,note\n" +
		"KZ,Kazakhstan,1,1998,0,0,state party,\nEG,Egypt,1,1982,0,0,state party,\nSE,Sweden,1,1980,0,0,state party,\nUS,United States,0,,1,0,signatory,\nSS,South Sudan,1,2015,0,0,state party,\n"
)

func (w *world) importStatus(treatyID chancery.EntityID, name, table string, grade chancery.Grade) StatusImported {
	w.t.Helper()
	got, err := w.ImportStatus(w.ctx, w.person, StatusImport{Name: name, Content: []byte(table), Treaty: treatyID, Grade: grade})
	if err != nil {
		w.t.Fatal(err)
	}
	return got
}

func (w *world) home(id chancery.EntityID) {
	w.t.Helper()
	if err := w.SetHome(w.ctx, w.person, id); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) treaty(q TreatyQuery, on string) TreatyView {
	w.t.Helper()
	day, err := chancery.ParseDate(on)
	if err != nil {
		w.t.Fatal(err)
	}
	v, err := w.Treaty(w.ctx, Reader{At: ledger.At{On: day}}, q)
	if err != nil {
		w.t.Fatal(err)
	}
	return v
}

const cedaw = chancery.EntityID("treaty:UNTC-4-8")

// The dates of the founding story: CEDAW in force on 3 September 1981, and for
// Kazakhstan on 25 September 1998, thirty days after its accession.
func TestTreatyFromAStatusTable(t *testing.T) {
	w := newWorld(t)
	w.home("state:KAZ")
	got := w.importStatus(cedaw, "cedaw.csv", cedawTable, chancery.Depositary)
	if got.Rows != 5 || got.Acts != 7 || len(got.Problems) != 1 {
		t.Fatalf("%+v", got)
	}
	v := w.treaty(TreatyQuery{Treaty: cedaw}, "2024-05-27")
	if v.Entry.InForce != chancery.NewDate(1981, 9, 3) || v.Entry.Met != chancery.NewDate(1981, 8, 4) || v.Entry.Stated {
		t.Errorf("entry into force %s, number reached %s", v.Entry.InForce, v.Entry.Met)
	}
	us := v.Rows[0]
	if !us.Home || us.Participant.Ref != "state:KAZ" || us.Standing.Status != treaty.Party || us.Standing.Bound != chancery.NewDate(1998, 9, 25) {
		t.Errorf("the home's row is %+v", us)
	}
	if c := v.Citations[us.Deposited.Cites[0]]; c.Passage.Quote != "26 Aug 1998 a" || c.Grade != chancery.Depositary || !c.Whole {
		t.Errorf("its deposit cites %+v", c)
	}
	var names []string
	for _, r := range v.Rows {
		names = append(names, r.Participant.Text+" "+string(r.Standing.Status))
	}
	if want := []string{"Kazakhstan party", "Egypt party", "Montserrat party", "Sweden party", "United States of America signatory"}; !slices.Equal(names, want) {
		t.Errorf("rows are %q", names)
	}
	if len(v.Entry.Others) == 0 {
		t.Error("the instruments counted from the program's own table are not named")
	}
	if len(v.Domestic.Rows) == 0 || v.Domestic.Next != treaty.StepOpinion {
		t.Errorf("the steps at home are %+v", v.Domestic)
	}
}

func TestTheDayDecides(t *testing.T) {
	w := newWorld(t)
	w.home("state:KAZ")
	w.importStatus(cedaw, "cedaw.csv", cedawTable, chancery.Depositary)
	for on, want := range map[string]treaty.Status{"1998-08-25": treaty.None, "1998-08-26": treaty.Contracting, "1998-09-24": treaty.Contracting, "1998-09-25": treaty.Party} {
		if got := w.treaty(TreatyQuery{Treaty: cedaw}, on).Rows[0].Standing.Status; got != want {
			t.Errorf("on %s it is %s, want %s", on, got, want)
		}
	}
}

// What two sources say of one act is one act; what they disagree about is a
// doubt; neither is overwritten.
func TestTwoSourcesStandSideBySide(t *testing.T) {
	w := newWorld(t)
	w.home("state:KAZ")
	w.importStatus(cedaw, "cedaw.csv", cedawTable, chancery.Depositary)
	w.importStatus(cedaw, "years.csv", cedawYears, chancery.OfficialSite)
	v := w.treaty(TreatyQuery{Treaty: cedaw}, "2024-05-27")
	us := v.Rows[0]
	if us.Deposited.Date != chancery.NewDate(1998, 8, 26) || len(us.Deposited.Cites) != 2 {
		t.Errorf("the two sources of one accession give %+v", us.Deposited)
	}
	all := fmt.Sprint(v.Doubts)
	if !strings.Contains(all, "Egypt: one source says 1981-09-18, another 1982") {
		t.Errorf("the doubts are %s", all)
	}
	for _, r := range v.Rows {
		if r.Participant.Ref == "state:SSD" && r.Standing.Deposited != (chancery.Date{Year: 2015}) {
			t.Errorf("a row of the second source alone: %+v", r.Standing)
		}
	}
	rec, err := w.Reconcile(w.ctx, Reader{}, cedaw, ReconcileQuery{})
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, d := range rec.Rows {
		said = append(said, d.Participant.Text+" "+d.Field+" "+string(d.Kind))
	}
	want := []string{"Egypt consent differs", "Montserrat participant only in the first", "South Sudan participant only in the second"}
	if !slices.Equal(said, want) || rec.Agree != 3 {
		t.Errorf("reconciled: %q, %d agree", said, rec.Agree)
	}
}

// The statute of the WDO: the fifteenth ratification and the entry into force
// are reported for one day; its clause on delay was read by nobody.
func TestStatedEntryIntoForce(t *testing.T) {
	w := newWorld(t)
	w.home("body:WDO")
	w.receive("press.txt", `[Instrument treaty:X-WDO-Statute name|Statute of the OIC Women Development Organization] [Act r instrument>treaty:X-WDO-Statute=Statute|of the statute]
[Act r by>state:CMR=Cameroon|Cameroon] [Act r type=ratified|ratified] [Act r date=2020-07-30|30 July 2020]`)
	w.confirm(w.lastPaper())
	v := w.treaty(TreatyQuery{Treaty: "treaty:X-WDO-Statute"}, "2024-05-27")
	if v.Entry.InForce != chancery.NewDate(2020, 7, 30) || !v.Entry.Stated || v.Entry.Met != chancery.NewDate(2020, 7, 30) || v.Clauses.Delay.Key != "" || v.Clauses.Threshold != 15 {
		t.Errorf("entry %+v, clauses %+v", v.Entry, v.Clauses)
	}
	if len(v.Entry.Missing) == 0 || v.Domestic.Rows != nil {
		t.Errorf("missing %v, steps at home of an organisation %v", v.Entry.Missing, v.Domestic.Rows)
	}
}

// A person who approved an instrument is no participant to choose, and an
// instrument of this register alone is cited by its name.
func TestAPersonIsNoParticipant(t *testing.T) {
	w := newWorld(t)
	w.home("state:KAZ")
	accord := w.enter("Instrument", "an accord", HandValue{Property: "name", Value: "Accord on Rivers"})
	signer := w.enter("Person", "who signed", HandValue{Property: "name", Value: "Omar Said"})
	w.enter("Act", "an approval", HandValue{Property: "instrument", Value: "the Accord", Ref: accord}, HandValue{Property: "by", Value: "Omar Said", Ref: signer},
		HandValue{Property: "type", Value: "approved"}, HandValue{Property: "date", Value: "2023-12-08"})
	w.enter("Act", "in force", HandValue{Property: "instrument", Value: "the Accord", Ref: accord}, HandValue{Property: "type", Value: "entered_into_force"},
		HandValue{Property: "date", Value: "2024-01-07"})
	list, err := w.Treaties(w.ctx, Reader{}, TreatiesQuery{})
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range list.Names {
		if v.Schema == "Person" {
			t.Errorf("%s is offered as a State", v.Text)
		}
	}
	v := w.treaty(TreatyQuery{Treaty: accord}, "2024-05-27")
	for _, m := range v.Entry.Missing {
		if strings.Contains(m.Text, string(v.ID)) {
			t.Errorf("%q shows an identity", m.Text)
		}
	}
	if !slices.ContainsFunc(v.Entry.Missing, func(m chancery.Message) bool { return strings.Contains(m.Text, "Accord on Rivers") }) {
		t.Errorf("missing %v", v.Entry.Missing)
	}
}

// lastPaper gives the paper received last.
func (w *world) lastPaper() chancery.DocumentID {
	w.t.Helper()
	page, err := w.Store().Documents(w.ctx, ledger.DocumentQuery{Limit: 1})
	if err != nil || len(page.Rows) == 0 {
		w.t.Fatal(err)
	}
	return page.Rows[0].ID
}

func TestWhatIf(t *testing.T) {
	w := newWorld(t)
	w.home("state:USA")
	w.importStatus(cedaw, "cedaw.csv", cedawTable, chancery.Depositary)
	v := w.treaty(TreatyQuery{Treaty: cedaw, WhatIf: chancery.NewDate(2027, 1, 15)}, "2026-11-24")
	if v.What == nil || v.What.Kind != treaty.Ratification || v.What.Change.Standing.Bound != chancery.NewDate(2027, 2, 14) || len(v.What.Moved) != 0 {
		t.Errorf("%+v", v.What)
	}
	bound := w.treaty(TreatyQuery{Treaty: cedaw, WhatIf: chancery.NewDate(2027, 1, 15), Whose: "state:KAZ"}, "2026-11-24")
	if len(bound.What.Change.Doubts) == 0 || !strings.Contains(bound.What.Change.Doubts[0].Text, "Kazakhstan has consented already") {
		t.Errorf("%+v", bound.What.Change.Doubts)
	}
}

// The book that lists are made of follows what is judged, entered and undone.
func TestTheBookKeepsUp(t *testing.T) {
	w := newWorld(t)
	w.home("state:KAZ")
	parties := func() int {
		t.Helper()
		v, err := w.Treaties(w.ctx, Reader{At: ledger.At{On: chancery.NewDate(2024, 5, 27)}}, TreatiesQuery{})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range v.Rows {
			if r.Treaty == cedaw {
				for _, c := range w.treaty(TreatyQuery{Treaty: cedaw}, "2024-05-27").Counts {
					if c.Status == treaty.Party && c.Count != r.Parties {
						t.Errorf("the treaty's own page counts %d parties, the list %d", c.Count, r.Parties)
					}
				}
				return r.Parties
			}
		}
		return -1
	}
	w.importStatus(cedaw, "cedaw.csv", cedawTable, chancery.Depositary)
	first := parties()
	got := w.receive("note.txt", `[Act a instrument>treaty:UNTC-4-8=CEDAW|the Convention] [Act a by>state:FRA=France|France] [Act a type=ratified|ratified it] [Act a deposited=1983-12-14|on 14 December 1983]`)
	if n := parties(); n != first {
		t.Errorf("a proposal counts: %d, %d", first, n)
	}
	desk := w.desk(got.Document.ID)
	verdict, err := w.JudgeCard(w.ctx, w.person, chancery.Confirmed, got.Document.ID, cardOf(t, desk, "").Entity, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	if n := parties(); n != first+1 {
		t.Errorf("after confirming %d, want %d", n, first+1)
	}
	if _, err := w.Undo(w.ctx, w.person, verdict.ID, ""); err != nil {
		t.Fatal(err)
	}
	if n := parties(); n != first {
		t.Errorf("after undoing %d, want %d", n, first)
	}
	if _, err := w.Enter(w.ctx, w.person, Hand{Schema: "Act", Remark: "Told by the depositary", Values: []HandValue{
		{Property: "instrument", Value: "CEDAW", Ref: cedaw}, {Property: "by", Value: "Norway", Ref: "state:NOR"}, {Property: "type", Value: "ratified"}, {Property: "deposited", Value: "1981-05-21"}}}); err != nil {
		t.Fatal(err)
	}
	if n := parties(); n != first+1 {
		t.Errorf("after entering by hand %d, want %d", n, first+1)
	}
	if n := parties(); n != first+1 {
		t.Errorf("asked again %d, want %d", n, first+1)
	}
	fresh, err := w.loadBook(context.Background(), 0)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := w.book(w.ctx, ledger.At{})
	if err != nil || len(fresh.deeds[cedaw]) != len(kept.deeds[cedaw]) {
		t.Errorf("the book kept up with has %d acts, one read anew %d; %v", len(kept.deeds[cedaw]), len(fresh.deeds[cedaw]), err)
	}
}

func TestTwoStatesAndTheYear(t *testing.T) {
	w := newWorld(t)
	w.home("state:KAZ")
	w.importStatus(cedaw, "cedaw.csv", cedawTable, chancery.Depositary)
	at := Reader{At: ledger.At{On: chancery.NewDate(2024, 5, 27)}}
	c, err := w.CompareTreaties(w.ctx, at, "", "state:EGY")
	if err != nil || len(c.Rows) != 1 || !c.Rows[0].Both || c.Rows[0].Since != chancery.NewDate(1998, 9, 25) {
		t.Errorf("%+v, %v", c.Rows, err)
	}
	acts, err := w.TreatyActs(w.ctx, at, 1980)
	if err != nil || len(acts.Rows) != 4 || acts.Rows[0].By.Text != "United States of America" {
		t.Errorf("%+v, %v", acts.Rows, err)
	}
}

// A treaty's law and its deposit are two dates, and the page has both.
func TestTheLawIsNotTheDeposit(t *testing.T) {
	w := newWorld(t)
	w.home("state:KAZ")
	w.importStatus(cedaw, "cedaw.csv", cedawTable, chancery.Depositary)
	if _, err := w.Enter(w.ctx, w.person, Hand{Schema: "Act", Remark: "Law of 29 June 1998, no. 248-1", Values: []HandValue{
		{Property: "instrument", Value: "CEDAW", Ref: cedaw}, {Property: "by", Value: "Kazakhstan", Ref: "state:KAZ"},
		{Property: "type", Value: "law_adopted"}, {Property: "date", Value: "1998-06-29"}, {Property: "number", Value: "248-1"}}}); err != nil {
		t.Fatal(err)
	}
	v := w.treaty(TreatyQuery{Treaty: cedaw}, "2024-05-27")
	got := map[treaty.DomesticKind]chancery.Date{}
	for _, s := range v.Domestic.Rows {
		got[s.Kind] = s.Date
	}
	if got[treaty.StepLaw] != chancery.NewDate(1998, 6, 29) || got[treaty.StepDeposit] != chancery.NewDate(1998, 8, 26) {
		t.Errorf("%v", got)
	}
	if v.Rows[0].Standing.Deposited != chancery.NewDate(1998, 8, 26) {
		t.Errorf("the law became a deposit: %+v", v.Rows[0].Standing)
	}
}

// A PDF has lines and no cells: dates are placed by their number and marks, and
// one that may be a signature or a ratification is left out and said so.
func TestAPrintedStatusTable(t *testing.T) {
	w := newWorld(t)
	w.home("state:KAZ")
	got := w.importStatus(cedaw, "cedaw.pdf", "Status of the Convention\nParticipant Signature Ratification, Accession(a), Succession(d)\n"+
		"Kazakhstan 1\t26 Aug 1998 a\nEgypt 2\t16 Jul 1980 18 Sep 1981\nNorway\t21 May 1981\n1 With a declaration.\n", chancery.Depositary)
	if got.Rows != 3 || got.Acts != 3 || len(got.Problems) != 1 || got.Problems[0].Row != 4 {
		t.Errorf("%+v", got)
	}
	v := w.treaty(TreatyQuery{Treaty: cedaw}, "2024-05-27")
	if v.Rows[0].Standing.Bound != chancery.NewDate(1998, 9, 25) || v.Rows[1].Signed.Date != chancery.NewDate(1980, 7, 16) || v.Rows[1].Standing.Deposited != chancery.NewDate(1981, 9, 18) {
		t.Errorf("%+v", v.Rows)
	}
	if c := v.Citations[v.Rows[0].Deposited.Cites[0]]; c.Passage.Quote != "26 Aug 1998 a" {
		t.Errorf("%+v", c)
	}
}

// Bad tables give a sentence with the row, and never a crash.
func TestBadStatusTables(t *testing.T) {
	w := newWorld(t)
	long := strings.Repeat("Nowhere,1 Jan 1990\n", 10_000)
	for name, c := range map[string]struct {
		table string
		want  string
	}{
		"future":  {"Participant,Ratification\nEgypt,1 Jan 2099\nSweden,1 Jan 1990\n", "row 2: "},
		"twice":   {"Participant,Ratification\nEgypt,1 Jan 1990\nEgypt,2 Jan 1990\n", "row 3: "},
		"mark":    {"Participant,Ratification\nEgypt,1 Jan 1990 x\nSweden,1 Jan 1990\n", "row 2: the mark"},
		"long":    {"Participant,Ratification\n" + long, "row 3: "},
		"no acts": {"Participant,Capital\nEgypt,Cairo\n", "row 1: no column"},
	} {
		got, err := w.ImportStatus(w.ctx, w.person, StatusImport{Name: name + ".csv", Content: []byte(c.table), Treaty: cedaw, Grade: chancery.Depositary, Published: chancery.NewDate(2015, 3, 14)})
		if err != nil || len(got.Problems) == 0 || !strings.Contains(fmt.Sprint(got.Problems), c.want) {
			t.Errorf("%s: %v, %v", name, got.Problems, err)
		}
	}
	for name, table := range map[string]string{"empty": "", "prose": "No table stands here.", "quotes": strings.Repeat("\"", 999), "commas": strings.Repeat(",", 999)} {
		if _, err := w.ImportStatus(w.ctx, w.person, StatusImport{Name: name, Content: []byte(table), Treaty: cedaw, Grade: chancery.Depositary}); chancery.KindOf(err) != chancery.Unreadable {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestMonthsIn(t *testing.T) {
	for s, want := range map[string]int{"five years": 60, "3 months": 3, "a period of six (6) months": 6, "5 лет": 60, "6 месяцев": 6, "for ever": 0, "three-year": 36, "": 0} {
		if got := MonthsIn(s); got != want {
			t.Errorf("%q is %d months, want %d", s, got, want)
		}
	}
}

func TestTreatyNames(t *testing.T) {
	for name, want := range map[string]chancery.EntityID{"CEDAW": cedaw, "UNTC-4-8": cedaw, "4-8": cedaw, "4-8-b": "treaty:UNTC-4-8-b", "treaty:UNTC-9-9": "treaty:UNTC-9-9", "nothing": ""} {
		if got := TreatyID(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
	for file, want := range map[string]chancery.EntityID{"hr_status_op_cedaw.csv": "treaty:UNTC-4-8-b", "data/hr_status_icmw.csv": "treaty:UNTC-4-13", "notes.csv": ""} {
		if got := TreatyOfFile(file); got != want {
			t.Errorf("%s is %q, want %q", file, got, want)
		}
	}
}

const declaredPaper = `#Egypt
The Government of Egypt does not consider itself bound by article 29, paragraph 1, of the Convention.

#Sweden
10 March 1982. The Government of Sweden objects to the reservation made by Egypt. This objection does not constitute an obstacle to the entry into force of the Convention between Sweden and Egypt.

#Nowhereland
Declaration: it is what it is.
`

func TestDeclarationsAreTakenWithTheirWords(t *testing.T) {
	w := realWorld(t)
	if err := w.SetHome(w.ctx, w.person, "state:KAZ"); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"4-8.csv": "Participant,Signature,\"Ratification, Accession(a), Succession(d)\"\nKazakhstan,,26 Aug 1998 a\nEgypt,16 Jul 1980,18 Sep 1981\nSweden,7 Mar 1980,2 Jul 1980\n",
		"4-8.txt": declaredPaper,
	} {
		got, err := w.ImportStatus(w.ctx, w.person, StatusImport{Name: name, Content: []byte(content), Treaty: "treaty:UNTC-4-8", Grade: chancery.Depositary})
		if err != nil {
			t.Fatal(err)
		}
		if name == "4-8.txt" && (got.Acts != 3 || len(got.Problems) != 1) {
			t.Errorf("%d acts, problems %+v", got.Acts, got.Problems)
		}
	}
	v, err := w.Treaty(w.ctx, Reader{Today: chancery.NewDate(2024, 5, 27)}, TreatyQuery{Treaty: "treaty:UNTC-4-8"})
	if err != nil {
		t.Fatal(err)
	}
	if len(v.Reserved) != 1 {
		t.Fatalf("reservations %+v", v.Reserved)
	}
	r := v.Reserved[0]
	if r.Reserving.Ref != "state:EGY" || r.Provisions != "art. 29(1)" || !r.Presumed || r.Date != chancery.NewDate(1981, 9, 18) || r.Silence != chancery.NewDate(1982, 9, 18) || !strings.HasPrefix(r.Text.Text, "The Government of Egypt") || len(r.Cites) == 0 {
		t.Errorf("the reservation is %+v", r)
	}
	if len(r.Objections) != 1 || r.Objections[0].By.Ref != "state:SWE" || r.Objections[0].Date != chancery.NewDate(1982, 3, 10) || r.Objections[0].Opposes {
		t.Errorf("objections %+v", r.Objections)
	}
	if r.Excluded != 1 || r.Accepted != 1 {
		t.Errorf("it works between %d and is excluded between %d", r.Accepted, r.Excluded)
	}

	for _, clause := range []struct{ reservable, key string }{{"art. 2", "treaty.doubt.reservation.unspecified"}, {"art. 29", ""}} {
		if _, err := w.Enter(w.ctx, w.person, Hand{Schema: "Instrument", Subject: "treaty:UNTC-4-8", Remark: "The clause on reservations: " + clause.reservable,
			Values: []HandValue{{Property: "reservations", Value: "specified"}, {Property: "reservable", Value: clause.reservable}}}); err != nil {
			t.Fatal(err)
		}
		if v, err = w.Treaty(w.ctx, Reader{Today: chancery.NewDate(2024, 5, 27)}, TreatyQuery{Treaty: "treaty:UNTC-4-8"}); err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, d := range v.Doubts {
			if d.Source == "VCLT art. 19(b)" {
				got = d.Key
			}
		}
		if got != clause.key || len(firstOf(v.Lines, "reservations").Cites) == 0 {
			t.Errorf("with reservations to %s: %q, want %q; lines %+v", clause.reservable, got, clause.key, v.Lines)
		}
	}
}
