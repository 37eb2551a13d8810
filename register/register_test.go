package register

import (
	"fmt"
	"strings"
	"testing"

	"chancery"
	"chancery/ledger"
)

func TestReceivingTwiceIsTheSamePaper(t *testing.T) {
	w := newWorld(t)
	first := w.receive("report.txt", storyEnglish)
	if first.Proposed == 0 {
		t.Fatal("nothing was proposed")
	}
	again, err := w.Receive(w.ctx, w.person, Incoming{Name: "copy.txt", Content: []byte(storyEnglish)})
	if err != nil || !again.Existed || again.Document.ID != first.Document.ID || again.Proposed != 0 {
		t.Errorf("the same bytes again: %+v, %v", again, err)
	}
}

func TestAnUnreadablePaperIsKept(t *testing.T) {
	w := newWorld(t)
	got, err := w.Receive(w.ctx, w.person, Incoming{Name: "x.pdf", Content: []byte("%broken")})
	if err != nil || got.Trouble == nil || got.Trouble.Key != "toy.broken" {
		t.Fatalf("%+v, %v", got, err)
	}
	content, err := w.Store().Content(w.ctx, got.Document.ID)
	if err != nil || string(content) != "%broken" {
		t.Errorf("the bytes are %q, %v", content, err)
	}
	v, err := w.Paper(w.ctx, Reader{}, got.Document.ID, 0)
	if err != nil || len(v.Paper.Trouble) != 1 || v.Paper.Caption != "x.pdf" {
		t.Errorf("its page says %v, %v", v.Paper.Trouble, err)
	}
}

func TestAnAttachmentKnowsItsLetter(t *testing.T) {
	w := newWorld(t)
	got := w.receive("letter.eml", "See the [Instrument i name|Annex]\n%%attached\n[Person p name|Ehab Fawzy] signs")
	if len(got.Parts) != 1 || got.Parts[0].Document.Parent != got.Document.ID || got.Parts[0].Proposed != 1 {
		t.Fatalf("%+v", got.Parts)
	}
	letter, err := w.Paper(w.ctx, Reader{}, got.Document.ID, 0)
	if err != nil || len(letter.Paper.Parts) != 1 || letter.Paper.Parts[0].Part != "annex.txt" {
		t.Errorf("the letter lists %+v, %v", letter.Paper.Parts, err)
	}
	annex, err := w.Paper(w.ctx, Reader{}, got.Parts[0].Document.ID, 0)
	if err != nil || annex.Parent.ID != got.Document.ID {
		t.Errorf("the attachment's letter is %q, %v", annex.Parent.ID, err)
	}
}

func TestUnconfirmedIsNotShownAsFact(t *testing.T) {
	w := newWorld(t)
	got := w.receive("report.txt", storyEnglish)
	desk := w.desk(got.Document.ID)
	head := cardOf(t, desk, "Afnan")
	v := w.entity(Reader{}, head.Entity)
	if len(v.Names) != 0 || v.Proposed == 0 {
		t.Errorf("an unconfirmed name is shown: %+v, waiting %d", v.Names, v.Proposed)
	}
}

func TestTheFoundingStory(t *testing.T) {
	w := newWorld(t)
	got := w.receive("report.txt", storyEnglish)
	desk := w.confirm(got.Document.ID)

	amb := w.entity(Reader{}, cardOf(t, desk, "Kairat").Entity)
	if amb.Caption.String() != "Kairat Lama Sharif" || len(amb.Posts) != 1 {
		t.Fatalf("%s with %d posts", amb.Caption, len(amb.Posts))
	}
	post := amb.Posts[0]
	if post.Title.Text != "Ambassador" || post.Body.Ref != "state:KAZ" || post.AccreditedTo.Text != "Egypt" {
		t.Errorf("the post is %+v", post)
	}
	c := amb.Citations[post.Title.Cites[0]]
	if c.Passage.Quote != "Ambassador" || c.By != "A. Officer" || c.Title != "report.txt" || c.Since.IsZero() {
		t.Errorf("the citation is %+v", c)
	}
	for i, c := range amb.Citations {
		if !strings.Contains(storyEnglish, c.Passage.Quote) || c.Passage.Quote != storyEnglish[c.Passage.Start:c.Passage.End] {
			t.Errorf("citation %d does not quote its paper: %q", i+1, c.Passage.Quote)
		}
	}

	m, err := w.Meeting(w.ctx, Reader{Today: chancery.NewDate(2024, 7, 15)}, cardOf(t, desk, "meeting").Entity)
	if err != nil {
		t.Fatal(err)
	}
	if m.Planned || len(m.Attendance) != 2 || m.Attendance[0].Capacity.Text != "Ambassador" || m.Attendance[0].ForWhom.Ref != "state:KAZ" {
		t.Errorf("attendance is %+v", m.Attendance)
	}
	if len(m.Sides) != 1 || m.Sides[0].Party.Ref != "state:KAZ" || m.Sides[0].Interventions[0].Verb.Text != "informed" {
		t.Errorf("sides are %+v", m.Sides)
	}
	if len(m.Undertakings) != 1 || !m.Undertakings[0].Open || !m.Undertakings[0].Late || m.Undertakings[0].Due.Date != chancery.NewDate(2024, 6, 30) {
		t.Errorf("undertakings are %+v", m.Undertakings)
	}
	if show(m.Lines) != "type: meeting ["+number(m, "type")+"]\ndate: 2024-05-27 ["+number(m, "date")+"]\nplace: Cairo ["+number(m, "place")+"]\nstatus: held ["+number(m, "status")+"]\n" {
		t.Errorf("lines are\n%s", show(m.Lines))
	}
}

// number gives the printed number of a line's only citation, which must exist.
func number(m MeetingView, property string) string {
	for i := range m.Citations {
		for _, n := range firstOf(m.Lines, property).Cites {
			if n == i {
				return strings.TrimSpace(strings.Split(strings.SplitN(show([]Line{lineOf(m.Lines, property)}), "[", 2)[1], "]")[0])
			}
		}
	}
	return "no citation"
}

func TestUndoLeavesNoTrace(t *testing.T) {
	w := newWorld(t)
	got := w.receive("report.txt", storyEnglish)
	card := cardOf(t, w.desk(got.Document.ID), "Kairat")
	v, err := w.JudgeCard(w.ctx, w.person, chancery.Confirmed, got.Document.ID, card.Entity, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	if len(w.entity(Reader{}, card.Entity).Names) != 1 {
		t.Fatal("confirmed, but no fact")
	}
	if _, err := w.Undo(w.ctx, w.person, v.ID, "a slip"); err != nil {
		t.Fatal(err)
	}
	after := w.entity(Reader{}, card.Entity)
	if len(after.Names) != 0 || cardOf(t, w.desk(got.Document.ID), "Kairat").Waiting == 0 {
		t.Errorf("undone, but it is still %+v", after.Names)
	}
}

func TestExceptionsStayUntouched(t *testing.T) {
	w := newWorld(t)
	got := w.receive("report.txt", storyEnglish)
	card := cardOf(t, w.desk(got.Document.ID), "meeting")
	except := card.Proposals[0].ID
	if _, err := w.JudgeCard(w.ctx, w.person, chancery.Confirmed, got.Document.ID, card.Entity, []chancery.StatementID{except}, ""); err != nil {
		t.Fatal(err)
	}
	for _, p := range cardOf(t, w.desk(got.Document.ID), "meeting").Proposals {
		if (p.Judgement == "") != (p.ID == except) {
			t.Errorf("%s is judged %q", p.Property, p.Judgement)
		}
	}
}

func TestSameAcrossScripts(t *testing.T) {
	w := newWorld(t)
	first := w.receive("en.txt", storyEnglish)
	en := w.confirm(first.Document.ID)
	second := w.receive("ru.txt", storyRussian)
	card := cardOf(t, w.desk(second.Document.ID), "Кайрат")
	amb := cardOf(t, en, "Kairat").Entity
	if len(card.Candidates) == 0 || card.Candidates[0].Entity != amb {
		t.Fatalf("candidates for Кайрат Лама Шариф: %+v", card.Candidates)
	}
	if why := card.Candidates[0].Reasons; len(why) == 0 || why[0].Key != "same.script" {
		t.Errorf("the reasons are %v", why)
	}
	w.confirm(second.Document.ID)
	v, err := w.JudgeSame(w.ctx, w.person, chancery.Confirmed, card.Entity, amb, "one man")
	if err != nil {
		t.Fatal(err)
	}
	both := w.entity(Reader{Language: "ru"}, card.Entity)
	if both.ID != amb || len(both.Names) != 2 || both.Caption.String() != "Кайрат Лама Шариф" || len(both.Posts) != 1 || len(both.Same) != 1 {
		t.Errorf("joined: %s %q, names %+v", both.ID, both.Caption, both.Names)
	}
	if s := both.Same[0]; s.Entity != card.Entity || s.Caption.String() != "Кайрат Лама Шариф" || s.Title == "" {
		t.Errorf("found to be the same: %q (%s) of %q", s.Caption, s.Entity, s.Title)
	}
	if _, err := w.Undo(w.ctx, w.person, v.ID, ""); err != nil {
		t.Fatal(err)
	}
	if apart := w.entity(Reader{}, card.Entity); apart.ID != card.Entity || len(apart.Names) != 1 {
		t.Errorf("parted: %s, names %+v", apart.ID, apart.Names)
	}
}

func TestNotTheSameInsideOneIsRefused(t *testing.T) {
	w := newWorld(t)
	desk := w.confirm(w.receive("a.txt", "[Person a name|Afnan AlShuaiby] [Person b name|A. AlShuaiby] [Person c name|Afnan Alshuaibi]").Document.ID)
	a, b, c := desk.Cards[0].Entity, desk.Cards[1].Entity, desk.Cards[2].Entity
	for _, pair := range [][2]chancery.EntityID{{a, b}, {b, c}} {
		if _, err := w.JudgeSame(w.ctx, w.person, chancery.Confirmed, pair[0], pair[1], ""); err != nil {
			t.Fatal(err)
		}
	}
	_, err := w.JudgeSame(w.ctx, w.person, chancery.Rejected, a, c, "")
	if chancery.KindOf(err) != chancery.Conflict || !strings.Contains(chancery.MessageOf(err).Text, string(b)) {
		t.Errorf("refused with %v, want a conflict that names the path over %s", err, b)
	}
	if got := w.entity(Reader{}, c); len(got.Names) != 3 {
		t.Errorf("after that: %s, names %+v", got.ID, got.Names)
	}
}

func TestConflictsStandSideBySide(t *testing.T) {
	w := newWorld(t)
	first := w.confirm(w.receive("a.txt", "[Organization o name|The Bureau] of [Organization o founded=2005|2005]").Document.ID)
	second := w.receive("b.txt", "[Organization o name|The Bureau] of [Organization o founded=2010|2010]")
	card := cardOf(t, w.desk(second.Document.ID), "The Bureau")
	o := cardOf(t, first, "The Bureau").Entity
	w.confirm(second.Document.ID)
	if _, err := w.JudgeSame(w.ctx, w.person, chancery.Confirmed, card.Entity, o, ""); err != nil {
		t.Fatal(err)
	}
	line := lineOf(w.entity(Reader{}, o).Lines, "founded")
	if !line.Conflict || len(line.Values) != 2 {
		t.Errorf("founded is %+v", line)
	}
	third := w.receive("c.txt", "[Organization o name|The Bureau] of [Organization o founded=2010-05|May 2010]")
	if c := cardOf(t, w.desk(third.Document.ID), "The Bureau"); len(c.Candidates) == 0 || c.Candidates[0].Entity != o || len(c.Candidates[0].Lines) == 0 {
		t.Errorf("candidates of the third paper: %+v", c.Candidates)
	}
}

func TestKnownAndOn(t *testing.T) {
	w := newWorld(t)
	got := w.receive("report.txt", storyEnglish)
	before, err := w.Store().Head(w.ctx)
	if err != nil {
		t.Fatal(err)
	}
	desk := w.confirm(got.Document.ID)
	event := cardOf(t, desk, "meeting").Entity
	past := w.entity(Reader{At: ledger.At{Known: before}}, event)
	if len(past.Lines) != 0 {
		t.Errorf("known before the verdict: %s", show(past.Lines))
	}
	day := w.entity(Reader{At: ledger.At{On: chancery.NewDate(2024, 5, 1)}}, event)
	if !firstOf(day.Lines, "date").Empty() {
		t.Errorf("on 1 May the meeting of 27 May is shown: %s", show(day.Lines))
	}
	later := w.entity(Reader{At: ledger.At{On: chancery.NewDate(2024, 5, 27)}}, event)
	if firstOf(later.Lines, "date").Text != "2024-05-27" {
		t.Errorf("on 27 May: %s", show(later.Lines))
	}
}

func TestEnteringByHandAndEditing(t *testing.T) {
	w := newWorld(t)
	id, err := w.Enter(w.ctx, w.person, Hand{Schema: "Person", Remark: "The Director told me that Ehab Fawzy is the deputy.",
		Values: []HandValue{{Property: "name", Value: "Ehab Fawzi"}}})
	if err != nil {
		t.Fatal(err)
	}
	v := w.entity(Reader{}, id)
	if v.Caption.String() != "Ehab Fawzi" || v.Citations[0].Kind != chancery.Remark || v.Citations[0].By != "A. Officer" {
		t.Fatalf("%s, %+v", v.Caption, v.Citations)
	}
	old := v.Citations[0].Statement
	if _, err := w.Enter(w.ctx, w.person, Hand{Subject: id, Schema: "Person", Remark: "The Director told me that Ehab Fawzy is the deputy.", Replaces: []chancery.StatementID{old},
		Values: []HandValue{{Property: "name", Value: "Ehab Fawzy"}}}); err != nil {
		t.Fatal(err)
	}
	v = w.entity(Reader{}, id)
	if len(v.Names) != 1 || v.Names[0].Text != "Ehab Fawzy" || v.Citations[0].Passage.Quote != "Ehab Fawzy" {
		t.Errorf("after editing: %+v, quote %q", v.Names, v.Citations[0].Passage.Quote)
	}
}

func TestWrongEntriesAreRefusedInWords(t *testing.T) {
	w := newWorld(t)
	for key, h := range map[string]Hand{
		"enter.schema":    {Schema: "Ghost", Remark: "x", Values: []HandValue{{Property: "name", Value: "x"}}},
		"enter.empty":     {Schema: "Person", Remark: "x"},
		"enter.source":    {Schema: "Person", Values: []HandValue{{Property: "name", Value: "x"}}},
		"enter.property":  {Schema: "Person", Remark: "x", Values: []HandValue{{Property: "wings", Value: "2"}}},
		"enter.blank":     {Schema: "Person", Remark: "x", Values: []HandValue{{Property: "name", Value: " "}}},
		"enter.reference": {Schema: "Person", Remark: "x", Values: []HandValue{{Property: "nationality", Value: "Kazakh"}}},
		"enter.code":      {Schema: "Event", Remark: "x", Values: []HandValue{{Property: "type", Value: "party"}}},
		"enter.number":    {Schema: "Election", Remark: "x", Values: []HandValue{{Property: "seats", Value: "eleven"}}},
		"enter.flag":      {Schema: "Instrument", Remark: "x", Values: []HandValue{{Property: "binding", Value: "perhaps"}}},
		"date.invalid":    {Schema: "Event", Remark: "x", Values: []HandValue{{Property: "date", Value: "2024-02-30"}}},
	} {
		_, err := w.Enter(w.ctx, w.person, h)
		if chancery.KindOf(err) != chancery.Invalid || chancery.MessageOf(err).Key != key {
			t.Errorf("%s: %v", key, err)
		}
	}
}

func TestAcceptingWholeSaysTheGrade(t *testing.T) {
	w := newWorld(t)
	got := w.receive("status.csv", "[Act a type=ratified|r] [Act a by>state:EGY=Egypt|Egypt] [Act a date=1981-09-18|18 Sep 1981]")
	if _, err := w.AcceptWhole(w.ctx, w.person, got.Document.ID, "", ""); chancery.MessageOf(err).Key != "verdict.grade" {
		t.Errorf("without a grade: %v", err)
	}
	if _, err := w.AcceptWhole(w.ctx, w.person, got.Document.ID, chancery.Depositary, "status table"); err != nil {
		t.Fatal(err)
	}
	v := w.entity(Reader{}, "state:EGY")
	if len(v.Links) != 1 || v.Links[0].Schema != "Act" {
		t.Fatalf("links of Egypt: %+v", v.Links)
	}
	c := v.Citations[v.Links[0].Links[0].First("date").Cites[0]]
	if c.Grade != chancery.Depositary || !c.Whole {
		t.Errorf("the citation is %+v", c)
	}
}

func TestAHubShowsAFewOfEachSort(t *testing.T) {
	w := newWorld(t)
	var b strings.Builder
	for i := range 130 {
		fmt.Fprintf(&b, "[Membership m%d member>state:KAZ=Kazakhstan|Kazakhstan] [Membership m%d organization>body:B%d|Body %d] [Membership m%d from=%d|since then].\n", i, i, i, i, i, 1900+i)
	}
	b.WriteString("[Act a by>state:KAZ=Kazakhstan|Kazakhstan] [Act a type=signed|signed].\n")
	if _, err := w.AcceptWhole(w.ctx, w.person, w.receive("many.txt", b.String()).Document.ID, chancery.OfficialSite, "a list"); err != nil {
		t.Fatal(err)
	}
	v := w.entity(Reader{}, "state:KAZ")
	if len(v.Links) != 2 || v.Links[0].Schema != "Membership" || len(v.Links[0].Links) != fewLinks || !v.Links[0].More || v.Links[1].Schema != "Act" || v.Links[1].More {
		t.Errorf("links of a hub: %d groups, %+v", len(v.Links), v.Links)
	}
}

func TestWithdrawing(t *testing.T) {
	w := newWorld(t)
	got := w.receive("report.txt", storyEnglish)
	desk := w.confirm(got.Document.ID)
	if err := w.Withdraw(w.ctx, w.person, got.Document.ID, ""); chancery.MessageOf(err).Key != "withdraw.reason" {
		t.Errorf("without a reason: %v", err)
	}
	if err := w.Withdraw(w.ctx, w.person, got.Document.ID, "filed by mistake"); err != nil {
		t.Fatal(err)
	}
	v, err := w.Paper(w.ctx, Reader{}, got.Document.ID, 0)
	if err != nil || v.Withdrawn == nil || v.Withdrawn.Reason != "filed by mistake" || v.Withdrawn.By != "A. Officer" || v.Edition.Text != "" {
		t.Errorf("the page of a withdrawn paper: %+v, %v", v, err)
	}
	if e, err := w.Entity(w.ctx, Reader{}, cardOf(t, desk, "Kairat").Entity); err == nil && (len(e.Names) > 0 || len(e.Posts) > 0) {
		t.Errorf("its words are still shown: %+v", e.Names)
	}
	if s, err := w.Search(w.ctx, Reader{}, SearchQuery{Text: "Ambassador"}); err != nil || s.Total != 0 {
		t.Errorf("search still finds %d, %v", s.Total, err)
	}
	report, err := w.Store().Check(w.ctx, nil)
	if err != nil || !report.Clean() {
		t.Errorf("check: %v, %v", report.Troubles, err)
	}
}

func TestTodayBriefAndLists(t *testing.T) {
	w := newWorld(t)
	empty, err := w.Today(w.ctx, Reader{})
	if err != nil || !empty.Empty {
		t.Fatalf("an empty register: %+v, %v", empty, err)
	}
	if err := w.SetHome(w.ctx, w.person, "state:KAZ"); err != nil {
		t.Fatal(err)
	}
	first := w.confirm(w.receive("report.txt", storyEnglish).Document.ID)
	amb, head := cardOf(t, first, "Kairat").Entity, cardOf(t, first, "Afnan").Entity
	planned, err := w.Enter(w.ctx, w.person, Hand{Schema: "Event", Remark: "A meeting is planned in Cairo on 12 July 2024.", Values: []HandValue{
		{Property: "type", Value: "meeting"}, {Property: "status", Value: "planned"}, {Property: "date", Value: "2024-07-12"},
		{Property: "participant", Value: "Kairat Lama Sharif", Ref: amb}, {Property: "participant", Value: "Afnan AlShuaiby", Ref: head}}})
	if err != nil {
		t.Fatal(err)
	}
	now := Reader{Today: chancery.NewDate(2024, 6, 2)}
	before, err := w.Brief(w.ctx, now, planned)
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range []struct{ by, to chancery.EntityID }{{"state:FRA", "state:KAZ"}, {"state:KAZ", "state:FRA"}, {head, "state:FRA"}} {
		if _, err := w.Enter(w.ctx, w.person, Hand{Schema: "Undertaking", Remark: fmt.Sprintf("A word of %s to %s.", one.by, one.to), Values: []HandValue{
			{Property: "by", Value: "one", Ref: one.by}, {Property: "to", Value: "another", Ref: one.to}, {Property: "text", Value: "lend a hall"}}}); err != nil {
			t.Fatal(err)
		}
	}
	if after, err := w.Brief(w.ctx, now, planned); err != nil || len(after.Ours) != len(before.Ours) || len(after.Theirs) != len(before.Theirs) {
		t.Errorf("what was promised to and by others stands in the brief: %d ours, %d theirs, %v", len(after.Ours), len(after.Theirs), err)
	}
	today, err := w.Today(w.ctx, now)
	if err != nil {
		t.Fatal(err)
	}
	if today.Home.Text != "Kazakhstan" || len(today.Undertakings) != 1 || len(today.Upcoming) != 2 || today.Upcoming[0].Date != chancery.NewDate(2024, 6, 7) || today.Papers != 5 {
		t.Errorf("today: home %q, %d undertakings, upcoming %+v, %d papers", today.Home.Text, len(today.Undertakings), today.Upcoming, today.Papers)
	}
	brief, err := w.Brief(w.ctx, now, planned)
	if err != nil {
		t.Fatal(err)
	}
	if len(brief.People) != 2 || len(brief.Contacts) != 1 || len(brief.Ours) != 1 || len(brief.Theirs) != 0 || len(brief.Candidatures) != 1 {
		t.Errorf("brief: %d people, contacts %+v, %d ours, %d theirs, %d candidatures", len(brief.People), brief.Contacts, len(brief.Ours), len(brief.Theirs), len(brief.Candidatures))
	}
	list, err := w.Items(w.ctx, now, Query{Schemas: []string{"Person"}})
	if err != nil || list.Total != 2 || len(list.Facets) == 0 {
		t.Errorf("persons: %d, %v", list.Total, err)
	}
	found, err := w.Find(w.ctx, now, "Кайрат Лама Шариф", []string{"Person"}, 3)
	if err != nil || len(found) == 0 || found[0].Entity != amb {
		t.Errorf("found %+v, %v", found, err)
	}
	history, err := w.Ledger(w.ctx, now, 0, 5)
	if err != nil || len(history.Entries) != 5 || history.Entries[0].Number != history.Head.Ledger || history.Entries[0].Who != "A. Officer" {
		t.Errorf("ledger: %+v, %v", history.Entries, err)
	}
}

func TestCeilingHidesWhatIsMarkedAbove(t *testing.T) {
	w := newWorld(t)
	if err := w.SetMarkings(w.ctx, w.person, []string{"Internal", "Confidential"}); err != nil {
		t.Fatal(err)
	}
	got, err := w.Receive(w.ctx, w.person, Incoming{Name: "c.txt", Content: []byte("[Person p name|Secret Person]"), Marking: "Confidential"})
	if err != nil {
		t.Fatal(err)
	}
	desk := w.confirm(got.Document.ID)
	id := desk.Cards[0].Entity
	if v := w.entity(Reader{}, id); v.Marking != "Confidential" || len(v.Names) != 1 {
		t.Errorf("without a ceiling: marking %q, names %+v", v.Marking, v.Names)
	}
	if v, err := w.Entity(w.ctx, Reader{Ceiling: "Internal"}, id); err == nil && len(v.Names) > 0 {
		t.Errorf("above the ceiling, but shown: %+v", v.Names)
	}
	if _, err := w.Paper(w.ctx, Reader{Ceiling: "Internal"}, got.Document.ID, 0); chancery.KindOf(err) != chancery.Forbidden {
		t.Errorf("the paper above the ceiling: %v", err)
	}
}

// The ledger bears the marking of what it names, confirmed or not.
func TestLedgerIsMarkedAsWhatItNames(t *testing.T) {
	w := newWorld(t)
	if err := w.SetMarkings(w.ctx, w.person, []string{"Internal", "Confidential"}); err != nil {
		t.Fatal(err)
	}
	got, err := w.Receive(w.ctx, w.person, Incoming{Name: "c.txt", Content: []byte("[Person p name|Secret Person] met [Person q name|Another Person]"), Marking: "Confidential"})
	if err != nil {
		t.Fatal(err)
	}
	cards := w.desk(got.Document.ID).Cards
	if _, err := w.JudgeSame(w.ctx, w.person, chancery.Confirmed, cards[0].Entity, cards[1].Entity, ""); err != nil {
		t.Fatal(err)
	}
	v, err := w.Ledger(w.ctx, Reader{}, 0, 1)
	if err != nil || v.Entries[0].Caption == "" || v.Marking != "Confidential" {
		t.Errorf("named %q, marked %q, %v", v.Entries[0].Caption, v.Marking, err)
	}
	if v, err = w.Ledger(w.ctx, Reader{Ceiling: "Internal"}, 0, 1); err != nil || v.Entries[0].Caption != "" || v.Marking != "" {
		t.Errorf("below the ceiling: named %q, marked %q, %v", v.Entries[0].Caption, v.Marking, err)
	}
}

func TestChosenSpelling(t *testing.T) {
	w := newWorld(t)
	desk := w.confirm(w.receive("a.txt", "[Person p name|Afnan AlShuaiby] or [Person p alias|Afnan Alshuaiby]").Document.ID)
	id := desk.Cards[0].Entity
	if err := w.Spell(w.ctx, w.person, id, "en", "Afnan Alshuaiby"); err != nil {
		t.Fatal(err)
	}
	v := w.entity(Reader{}, id)
	if v.Caption.String() != "Afnan Alshuaiby" {
		t.Errorf("called %q", v.Caption)
	}
}
