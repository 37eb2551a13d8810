package register

import (
	"testing"

	"chancery"
	"chancery/ledger"
	"chancery/treaty"
)

func (w *world) custody(q CustodyQuery, on string) CustodyView {
	w.t.Helper()
	day, err := chancery.ParseDate(on)
	if err != nil {
		w.t.Fatal(err)
	}
	v, err := w.Custody(w.ctx, Reader{At: ledger.At{On: day}}, q)
	if err != nil {
		w.t.Fatal(err)
	}
	return v
}

func (w *world) step(e StepEntry) {
	w.t.Helper()
	e.Treaty, e.Remark = cedaw, "Told by the Legal Department"
	if e.By == "" {
		e.By = "state:KAZ"
	}
	if _, err := w.EnterStep(w.ctx, w.person, e); err != nil {
		w.t.Fatal(err)
	}
}

// Steps typed one by one under one remark stay apart; the law and the deposit
// have each their date; what is missing says who has it.
func TestCustodyOfATreaty(t *testing.T) {
	w := newWorld(t)
	w.home("state:KAZ")
	w.importStatus(cedaw, "cedaw.csv", cedawTable, chancery.Depositary)
	w.step(StepEntry{Step: treaty.StepLaw, Date: chancery.NewDate(1998, 6, 29), Number: "248-1"})
	w.step(StepEntry{Step: treaty.StepOpinion, Holder: Typed{Text: "Ministry of Justice"}, Due: chancery.NewDate(1998, 5, 1)})
	w.step(StepEntry{Step: treaty.StepSubmitted, Needless: true, Note: "submitted with the budget"})

	before := w.custody(CustodyQuery{Treaty: cedaw}, "1998-07-01")
	if s := before.Chain.Step(treaty.StepDeposit); s.Done || !before.Chain.Step(treaty.StepLaw).Done {
		t.Errorf("after the law and before the deposit: %+v", before.Chain.Rows)
	}
	if opinion := before.Chain.Step(treaty.StepOpinion); !opinion.Held.Empty() || opinion.Late || len(before.Chain.Undated) != 2 || before.Chain.Undated[0].Held.Text != "Ministry of Justice" {
		t.Errorf("what was recorded later without a day is shown as so then: %+v, apart %+v", opinion, before.Chain.Undated)
	}
	v := w.custody(CustodyQuery{Treaty: cedaw}, "2024-06-27")
	law, deposit, opinion := v.Chain.Step(treaty.StepLaw), v.Chain.Step(treaty.StepDeposit), v.Chain.Step(treaty.StepOpinion)
	if law.Date != chancery.NewDate(1998, 6, 29) || law.Number != "248-1" || len(law.Cites) != 1 {
		t.Errorf("the law is %+v", law)
	}
	if deposit.Date != chancery.NewDate(1998, 8, 26) || len(deposit.Cites) != 1 || v.Standing.Bound != chancery.NewDate(1998, 9, 25) {
		t.Errorf("the deposit is %+v, bound %s", deposit, v.Standing.Bound)
	}
	if !opinion.Late || opinion.Held.Text != "Ministry of Justice" || v.Chain.Next != treaty.StepOpinion {
		t.Errorf("the opinion is %+v, next %s", opinion, v.Chain.Next)
	}
	if s := v.Chain.Step(treaty.StepSubmitted); !s.Needless || s.Missing() || v.Chain.Missing != 4 {
		t.Errorf("what is not needed is %+v; %d missing", s, v.Chain.Missing)
	}
	if v.Depositary.Empty() || v.Ours {
		t.Errorf("the depositary is %+v", v.Depositary)
	}

	w.step(StepEntry{Step: treaty.StepOpinion, Date: chancery.NewDate(1998, 4, 20), Number: "12-3"})
	if s := w.custody(CustodyQuery{Treaty: cedaw}, "2024-06-27").Chain.Step(treaty.StepOpinion); !s.Done || s.Late || s.Number != "12-3" {
		t.Errorf("the opinion given is %+v", s)
	}
}

// A signature or deposit that is awaited binds nobody.
func TestWhatIsAwaitedIsNotDone(t *testing.T) {
	w := newWorld(t)
	w.home("state:KAZ")
	w.importStatus(cedaw, "cedaw.csv", cedawTable, chancery.Depositary)
	usa := chancery.EntityID("state:USA")
	w.step(StepEntry{By: usa, Step: treaty.StepDeposit, Holder: Typed{Text: "Senate"}})
	v := w.custody(CustodyQuery{Treaty: cedaw, Whose: usa}, "2024-06-20")
	if s := v.Chain.Step(treaty.StepDeposit); s.Done || s.Held.Text != "Senate" || v.Standing.Status != treaty.Signatory {
		t.Errorf("a deposit awaited is %+v, the State is %s", s, v.Standing.Status)
	}
	w.step(StepEntry{By: usa, Step: treaty.StepDeposit, Date: chancery.NewDate(2024, 5, 1), Means: treaty.Ratified})
	v = w.custody(CustodyQuery{Treaty: cedaw, Whose: usa}, "2024-06-27")
	if v.Standing.Bound != chancery.NewDate(2024, 5, 31) || !v.Chain.Step(treaty.StepDeposit).Done {
		t.Errorf("deposited, it is %+v", v.Standing)
	}
}

func TestWrongStepsSayWhy(t *testing.T) {
	w := newWorld(t)
	day := chancery.NewDate(2024, 1, 1)
	for _, e := range []StepEntry{
		{Step: "nap", By: "state:KAZ", Remark: "x", Date: day}, {Step: treaty.StepLaw, By: "state:KAZ", Date: day}, {Step: treaty.StepLaw, Remark: "x", Date: day},
		{Step: treaty.StepLaw, By: "state:KAZ", Remark: "x"}, {Step: treaty.StepLaw, By: "state:KAZ", Remark: "x", Date: day, Needless: true},
		{Step: treaty.StepDeposit, By: "state:KAZ", Remark: "x", Date: day, Means: treaty.Signed},
	} {
		if _, err := w.EnterStep(w.ctx, w.person, e); chancery.KindOf(err) != chancery.Invalid {
			t.Errorf("%+v gives %v", e, err)
		}
	}
	for _, e := range []NoticeEntry{{Whose: "state:KAZ", Date: day, Other: Typed{Text: "UN"}}, {Remark: "x", Date: day}, {Remark: "x", Whose: "state:KAZ"}} {
		if _, err := w.EnterNotice(w.ctx, w.person, e); chancery.KindOf(err) != chancery.Invalid {
			t.Errorf("%+v gives %v", e, err)
		}
	}
}

// Notices stand in the file of who sent or received them; what is due of both
// comes on the first page.
func TestNoticesAndWhatIsDue(t *testing.T) {
	w := newWorld(t)
	w.home("state:KAZ")
	w.importStatus(cedaw, "cedaw.csv", cedawTable, chancery.Depositary)
	for _, e := range []NoticeEntry{
		{Sent: true, Number: "15-2/33", Date: chancery.NewDate(1998, 8, 20), Text: "instrument handed over"},
		{Number: "C.N.1.2024", Date: chancery.NewDate(2024, 5, 2), Due: chancery.NewDate(2024, 7, 1)},
		{Whose: "state:EGY", Number: "N 4", Date: chancery.NewDate(2024, 5, 3)},
	} {
		e.Treaty, e.Remark, e.Other = cedaw, "From the registry", Typed{Text: "United Nations", Ref: "body:UN"}
		if e.Whose == "" {
			e.Whose = "state:KAZ"
		}
		if _, err := w.EnterNotice(w.ctx, w.person, e); err != nil {
			t.Fatal(err)
		}
	}
	v := w.custody(CustodyQuery{Treaty: cedaw}, "2024-05-27")
	if len(v.Notices) != 2 || v.Notices[0].Sent || v.Notices[0].Number.Text != "C.N.1.2024" || !v.Notices[1].Sent || v.Notices[1].Other.Ref != "body:UN" || len(v.Notices[1].Text.Cites) != 1 {
		t.Errorf("the notices are %+v", v.Notices)
	}
	w.step(StepEntry{Step: treaty.StepPublication, Holder: Typed{Text: "Official Gazette"}, Due: chancery.NewDate(2024, 4, 1)})
	w.step(StepEntry{By: "state:EGY", Step: treaty.StepPublication, Due: chancery.NewDate(2024, 4, 2)})
	got, err := w.Deadlines(w.ctx, Reader{At: ledger.At{On: chancery.NewDate(2024, 6, 20)}})
	if err != nil {
		t.Fatal(err)
	}
	due := map[string]string{}
	for _, m := range got {
		due[m.Property] = m.Date.String() + " " + m.Caption.Sub
	}
	if due["step.publication"] != "2024-04-01 Official Gazette" || due["answerDue"][:10] != "2024-07-01" {
		t.Errorf("due are %v", due)
	}
}

// The depositary's own page lists what it received and has not passed on.
func TestTheDepositarysSide(t *testing.T) {
	w := newWorld(t)
	w.home("body:OIC")
	w.importStatus(cedaw, "cedaw.csv", cedawTable, chancery.Depositary)
	if _, err := w.Enter(w.ctx, w.person, Hand{Schema: "Instrument", Subject: cedaw, Remark: "Final clauses", Values: []HandValue{{Property: "depositary", Value: "OIC", Ref: "body:OIC"}}}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Enter(w.ctx, w.person, Hand{Schema: "Act", Remark: "Reservation of Chad, circulated", Values: []HandValue{
		{Property: "type", Value: "reserved"}, {Property: "instrument", Value: "CEDAW", Ref: cedaw}, {Property: "by", Value: "Chad", Ref: "state:TCD"},
		{Property: "deposited", Value: "2024-01-10"}, {Property: "notified", Value: "2024-01-20"}}}); err != nil {
		t.Fatal(err)
	}
	v := w.custody(CustodyQuery{Treaty: cedaw}, "2024-05-27")
	if !v.Ours || len(v.Chain.Rows) != 0 || len(v.Circulated) != 8 {
		t.Fatalf("ours %v, steps %d, received %d", v.Ours, len(v.Chain.Rows), len(v.Circulated))
	}
	first, last := v.Circulated[0], v.Circulated[len(v.Circulated)-1]
	if first.Days != 10 || first.By.Text != "Chad" || !last.Sent.IsZero() {
		t.Errorf("received last %+v, first %+v", first, last)
	}
}
