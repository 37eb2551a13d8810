package register

import (
	"fmt"
	"strings"
	"testing"

	"chancery"
	"chancery/ledger"
	"chancery/reporting"
)

func (w *world) enter(schema, remark string, values ...HandValue) chancery.EntityID {
	w.t.Helper()
	id, err := w.Enter(w.ctx, w.person, Hand{Schema: schema, Remark: remark, Values: values})
	if err != nil {
		w.t.Fatal(err)
	}
	return id
}

func (w *world) report(state chancery.EntityID, mechanism string, values ...HandValue) chancery.EntityID {
	w.t.Helper()
	remark := fmt.Sprint("report ", state, mechanism, values)
	return w.enter("Report", remark, append([]HandValue{{Property: "state", Value: "the State", Ref: state}, {Property: "mechanism", Value: mechanism}}, values...)...)
}

func (w *world) reporting(q ReportingQuery, on string) ReportingView {
	w.t.Helper()
	day, err := chancery.ParseDate(on)
	if err != nil {
		w.t.Fatal(err)
	}
	v, err := w.Reporting(w.ctx, Reader{At: ledger.At{On: day}}, q)
	if err != nil {
		w.t.Fatal(err)
	}
	return v
}

func told(rows []DueRow) string {
	var b strings.Builder
	for _, d := range rows {
		fmt.Fprintf(&b, "%s %d %s %s", d.Kind, d.Number, d.On, d.Basis)
		if d.LateDays > 0 {
			fmt.Fprintf(&b, " late %d", d.LateDays)
		}
		if !d.Open() {
			fmt.Fprintf(&b, " received %s", d.Received)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// CEDAW for Kazakhstan: in force on 25 September 1998, so the initial report
// fell due on 25 September 1999, by article 18(1).
func TestInitialReport(t *testing.T) {
	w := newWorld(t)
	w.home("state:KAZ")
	w.importStatus(cedaw, "cedaw.csv", cedawTable, chancery.Depositary)
	v := w.reporting(ReportingQuery{Mechanism: "CEDAW"}, "2024-05-27")
	if len(v.Mechanisms) != 1 || v.Mechanisms[0].InForce.Date != chancery.NewDate(1998, 9, 25) {
		t.Fatalf("%+v", v.Mechanisms)
	}
	first := v.Mechanisms[0].Rows[0]
	if first.On != chancery.NewDate(1999, 9, 25) || first.Basis != reporting.ByLaw || first.Source != "CEDAW art. 18(1)" {
		t.Errorf("%+v", first)
	}
	if c := v.Citations[first.Cites[0]]; c.Passage.Quote != "26 Aug 1998 a" {
		t.Errorf("it cites %+v", c)
	}
}

func TestWhatTheCommitteeSetsGoesFirst(t *testing.T) {
	w := newWorld(t)
	w.home("state:KAZ")
	w.importStatus(cedaw, "cedaw.csv", cedawTable, chancery.Depositary)
	w.report("state:KAZ", "CEDAW", HandValue{Property: "type", Value: "periodic report"}, HandValue{Property: "symbol", Value: "CEDAW/C/KAZ/5"}, HandValue{Property: "received", Value: "2018-10-29"})
	w.report("state:KAZ", "CEDAW", HandValue{Property: "type", Value: "concluding observations"}, HandValue{Property: "symbol", Value: "CEDAW/C/KAZ/CO/5"}, HandValue{Property: "considered", Value: "2019-10-24"})
	w.report("state:KAZ", "CEDAW", HandValue{Property: "type", Value: "periodic report"}, HandValue{Property: "cycle", Value: "6"}, HandValue{Property: "dueByCommittee", Value: "2023-11"})
	v := w.reporting(ReportingQuery{Mechanism: "CEDAW"}, "2024-05-27")
	rows := told(v.Mechanisms[0].Rows)
	if !strings.Contains(rows, "periodic 6 2023-11 committee late 179\n") {
		t.Errorf("rows are\n%s", rows)
	}
	last := v.Mechanisms[0].Rows[len(v.Mechanisms[0].Rows)-1]
	if len(last.Cites) != 1 || !strings.Contains(v.Citations[last.Cites[0]].Passage.Quote, "2023-11") {
		t.Errorf("the date set cites %+v", last.Cites)
	}
	w.report("state:KAZ", "CEDAW", HandValue{Property: "type", Value: "periodic report"}, HandValue{Property: "symbol", Value: "CEDAW/C/KAZ/6"}, HandValue{Property: "received", Value: "2024-10-01"})
	later := told(w.reporting(ReportingQuery{Mechanism: "CEDAW"}, "2024-11-01").Mechanisms[0].Rows)
	if !strings.Contains(later, "periodic 6 2023-11 committee late 306 received 2024-10-01") {
		t.Errorf("rows are\n%s", later)
	}
}

func TestWhoElseIsLate(t *testing.T) {
	w := newWorld(t)
	w.home("state:KAZ")
	w.importStatus(cedaw, "cedaw.csv", cedawTable, chancery.Depositary)
	w.report("state:EGY", "CEDAW", HandValue{Property: "type", Value: "initial report"}, HandValue{Property: "received", Value: "1983-02-02"})
	v := w.reporting(ReportingQuery{}, "2000-01-01")
	if len(v.Late) != 1 || v.Late[0].State.Ref != "state:EGY" || v.Late[0].Number != 2 || v.Late[0].LateDays == 0 {
		t.Errorf("%+v", v.Late)
	}
	if len(v.States) != 1 {
		t.Errorf("%+v", v.States)
	}
}

func TestCancelledSessionsMoveNoDate(t *testing.T) {
	w := newWorld(t)
	w.home("state:KAZ")
	w.importStatus(cedaw, "cedaw.csv", cedawTable, chancery.Depositary)
	w.report("state:KAZ", "CEDAW", HandValue{Property: "type", Value: "session cancelled"}, HandValue{Property: "considered", Value: "2025-10-13"})
	v := w.reporting(ReportingQuery{Mechanism: "CEDAW"}, "2025-11-01")
	if len(v.Sessions) != 1 || v.Sessions[0].Date != chancery.NewDate(2025, 10, 13) || len(v.Sessions[0].Cites) != 1 {
		t.Errorf("%+v", v.Sessions)
	}
	if v.Mechanisms[0].Rows[0].On != chancery.NewDate(1999, 9, 25) {
		t.Errorf("%+v", v.Mechanisms[0].Rows[0])
	}
}

func TestTheEightYearCalendarIsAChoice(t *testing.T) {
	w := newWorld(t)
	w.home("state:KAZ")
	w.importStatus("treaty:UNTC-4-4", "iccpr.csv", "Participant,Signature,\"Ratification, Accession(a)\"\nKazakhstan,2 Dec 2003,24 Jan 2006\n", chancery.Depositary)
	w.report("state:KAZ", "CCPR", HandValue{Property: "type", Value: "initial report"}, HandValue{Property: "received", Value: "2009-09-02"}, HandValue{Property: "considered", Value: "2011-07-14"})
	without := told(w.reporting(ReportingQuery{Mechanism: "CCPR"}, "2015-01-01").Mechanisms[0].Rows)
	with := told(w.reporting(ReportingQuery{Mechanism: "CCPR", Predictable: true}, "2015-01-01").Mechanisms[0].Rows)
	if strings.Contains(without, "2019") || !strings.Contains(with, "periodic 2 2019-07-14 calendar") {
		t.Errorf("without\n%swith\n%s", without, with)
	}
}

func TestDeadlines(t *testing.T) {
	w := newWorld(t)
	w.home("state:KAZ")
	w.importStatus(cedaw, "cedaw.csv", cedawTable, chancery.Depositary)
	on := Reader{At: ledger.At{On: chancery.NewDate(2024, 5, 27)}}
	if got, err := w.Deadlines(w.ctx, on); err != nil || len(got) != 0 {
		t.Errorf("a mechanism of which nothing is recorded is said to be late: %+v, %v", got, err)
	}
	w.report("state:KAZ", "CEDAW", HandValue{Property: "type", Value: "periodic report"}, HandValue{Property: "symbol", Value: "CEDAW/C/KAZ/5"}, HandValue{Property: "received", Value: "2018-10-29"})
	w.report("state:KAZ", "CEDAW", HandValue{Property: "type", Value: "periodic report"}, HandValue{Property: "cycle", Value: "6"}, HandValue{Property: "dueByCommittee", Value: "2024-11-15"})
	mou := w.enter("Instrument", "Memorandum between the Commission and the WDO, signed on 1 July 2022 for three years",
		HandValue{Property: "name", Value: "Memorandum between the Commission and the WDO"}, HandValue{Property: "type", Value: "mou"}, HandValue{Property: "date", Value: "2022-07-01"},
		HandValue{Property: "duration", Value: "three years"}, HandValue{Property: "renewal", Value: "yes"}, HandValue{Property: "notice", Value: "3 months"},
		HandValue{Property: "party", Value: "Kazakhstan", Ref: "state:KAZ"}, HandValue{Property: "party", Value: "WDO", Ref: "body:WDO"})
	got, err := w.Deadlines(w.ctx, on)
	if err != nil || len(got) != 2 || got[0].Caption.Sub != "CEDAW" || got[0].Date != chancery.NewDate(2024, 11, 15) || got[1].Entity != mou || got[1].Date != chancery.NewDate(2025, 4, 1) || got[1].Property != "notice" {
		t.Errorf("%+v, %v", got, err)
	}
	v := w.treaty(TreatyQuery{Treaty: mou}, "2024-05-27")
	if v.Agree == nil || !v.Agree.Memorandum || !v.Agree.State.InForce || v.Agree.State.Since != chancery.NewDate(2022, 7, 1) || v.Agree.State.LastNotice != chancery.NewDate(2025, 4, 1) {
		t.Errorf("%+v", v.Agree)
	}
	list, err := w.Treaties(w.ctx, on, TreatiesQuery{Only: true})
	if err != nil || len(list.Rows) != 2 || list.Rows[1].Agree == nil {
		t.Errorf("%+v, %v", list.Rows, err)
	}
}

func TestReportNumbers(t *testing.T) {
	for _, c := range []struct {
		r    reportFacts
		want int
	}{
		{reportFacts{symbol: "CEDAW/C/KAZ/CO/3-4"}, 4}, {reportFacts{symbol: "CEDAW/C/KAZ/CO/5/Add.1"}, 5}, {reportFacts{cycle: "sixth"}, 6},
		{reportFacts{kind: "initial report"}, 1}, {reportFacts{mechanism: "UPR", cycle: "3", symbol: "A/HRC/43/10"}, 3}, {reportFacts{symbol: "E/C.12/KAZ/CO/2"}, 2}, {reportFacts{}, 0},
	} {
		if got := c.r.number(); got != c.want {
			t.Errorf("%+v is number %d, want %d", c.r, got, c.want)
		}
	}
}

// Source: CEDAW has no clause on leaving it; the Convention on the Rights of the
// Child art. 52 gives a year; VCLT art. 20(5) twelve months for an objection.
func TestDeadlinesOfTreaties(t *testing.T) {
	w := newWorld(t)
	w.home("state:KAZ")
	w.importStatus("treaty:UNTC-4-11", "crc.csv", "Participant,Signature,\"Ratification, Accession(a), Succession(d)\"\nKazakhstan,16 Feb 1994,12 Aug 1994\nEgypt,5 Feb 1990,6 Jul 1990\nSweden,26 Jan 1990,29 Jun 1990\n", chancery.Depositary)
	is := func(property, value string) HandValue { return HandValue{Property: property, Value: value} }
	to := func(property string, ref chancery.EntityID) HandValue {
		return HandValue{Property: property, Value: string(ref), Ref: ref}
	}
	w.enter("Act", "Egypt denounced the Convention on 1 March 2024", to("instrument", "treaty:UNTC-4-11"), to("by", "state:EGY"), is("type", "denounced"), is("date", "2024-03-01"))
	reserved := w.enter("Act", "Sweden made a late reservation on 1 April 2024", to("instrument", "treaty:UNTC-4-11"), to("by", "state:SWE"), is("type", "reserved"), is("date", "2024-04-01"), is("text", "A reservation"))
	deadlines := func() map[string]string {
		got, err := w.Deadlines(w.ctx, Reader{At: ledger.At{On: chancery.NewDate(2024, 5, 27)}})
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]string{}
		for _, m := range got {
			out[m.Property+" "+m.Caption.Sub] = m.Date.String()
		}
		return out
	}
	if got := deadlines(); got["leaving Egypt"] != "2025-03-01" || got["objecting Sweden"] != "2025-04-01" {
		t.Errorf("deadlines %v", got)
	}
	w.enter("Act", "Kazakhstan objected on 2 May 2024", to("instrument", "treaty:UNTC-4-11"), to("by", "state:KAZ"), is("type", "objected"), is("date", "2024-05-02"), to("of", reserved))
	if got := deadlines(); got["objecting Sweden"] != "" {
		t.Errorf("who objected has nothing left to do: %v", got)
	}
}
