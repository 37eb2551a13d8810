package storetest

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"chancery"
	"chancery/ledger"
)

func propose(t *testing.T, d *desk) {
	doc := d.paper(report, marked("internal"))
	r := d.read(doc, 1)
	sharif := r.mention("Person", "Lama Sharif")
	wdo := r.mention("Organization", "Women Development Organization")
	post := r.mention("Occupancy", "Executive Director")
	r.says(sharif, "Person", "name", "Lama Sharif", "Lama Sharif")
	r.says(post, "Occupancy", "holder", "Lama Sharif", "Lama Sharif", sharif)
	r.says(post, "Occupancy", "body", "Women Development Organization", "Women Development Organization", wdo)
	r.says(wdo, "Organization", "founded", "2010", "in 2010")
	r.says(wdo, "Organization", "country", "Egypt", "Cairo", "state:EGY")
	before := d.head()
	if n := r.propose(); n != 5 {
		t.Errorf("%d statements are new, want 5", n)
	}
	all := d.of(ledger.StatementQuery{Document: doc.ID, LastReading: true})
	var got []chancery.Statement
	for _, j := range all {
		if j.Judgement != "" || j.Since != before+1 || j.Canonical != j.Subject || j.RefCanonical != j.Ref {
			t.Errorf("%+v", j)
		}
		got = append(got, j.Statement)
	}
	if diff := cmp.Diff(r.Statements, got); diff != "" {
		t.Error(diff)
	}
	if got := d.factsOf(ledger.FactQuery{}); len(got) != 0 {
		t.Errorf("proposals stand as facts: %v", got)
	}
	c, err := d.Counts(d.ctx)
	d.must(err)
	if want := (ledger.Counts{Documents: 1, Statements: 5, Waiting: 5, Entities: 4}); c != want {
		t.Errorf("counts are %+v, want %+v", c, want)
	}
	_, err = d.Statements(d.ctx, ledger.StatementQuery{})
	d.refused(err, chancery.Invalid)
}

// A rule's repute counts what people judged one by one on the last papers of a
// kind: not what was accepted whole, implied, undone, or said by its next version.
func reputes(t *testing.T, d *desk) {
	ask := ledger.ReputeQuery{Kind: chancery.Paper, Language: "en"}
	want := func(papers int, want ...ledger.Repute) {
		t.Helper()
		ask.Papers = papers
		got, err := d.Reputes(d.ctx, ask)
		d.must(err)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
	press := func(text string, version int, more ...func(*chancery.Document)) (name, holder chancery.StatementID) {
		r := d.read(d.paper(text, more...), 1)
		sharif, post := r.mention("Person", "Lama Sharif"), r.mention("Occupancy", "Executive Director")
		name = r.says(sharif, "Person", "name", "Lama Sharif", "Lama Sharif")
		holder = r.says(post, "Occupancy", "holder", "Lama Sharif", "Lama Sharif", sharif)
		for i := range r.Statements {
			r.Statements[i].Version = version
		}
		r.propose()
		return name, holder
	}
	want(0)
	_, holder := press(report, 1)
	d.judge(chancery.Confirmed, onStatements(holder))
	one := ledger.Repute{Rule: "test.rule", Version: 1, Schema: "Occupancy", Property: "holder", Confirmed: 1}
	want(0, one)
	_, other := press(report+" Again.", 1)
	v := d.judge(chancery.Rejected, onStatements(other))
	both := one
	both.Rejected = 1
	want(0, both)
	want(1, ledger.Repute{Rule: "test.rule", Version: 1, Schema: "Occupancy", Property: "holder", Rejected: 1})
	d.judge(chancery.Undone, v.Targets)
	want(0, one)
	letter := func(doc *chancery.Document) { doc.Kind = chancery.Letter }
	_, far := press(report+" In a letter.", 1, letter)
	d.judge(chancery.Rejected, onStatements(far))
	want(0, one)
	name, _ := press(report+" Later.", 2)
	d.judge(chancery.Rejected, onStatements(name))
	want(0, one, ledger.Repute{Rule: "test.rule", Version: 2, Schema: "Person", Property: "name", Rejected: 1})
	whole := d.read(d.paper(report+" Taken whole."), 1)
	whole.says(whole.mention("Person", "Lama Sharif"), "Person", "name", "Lama Sharif", "Lama Sharif")
	whole.propose()
	_, err := d.Record(d.ctx, d.person, []chancery.Verdict{{Judgement: chancery.Confirmed, Grade: chancery.Gazette, Targets: []chancery.Target{{Kind: chancery.OnImport, Document: whole.Document}}}})
	d.must(err)
	want(0, one, ledger.Repute{Rule: "test.rule", Version: 2, Schema: "Person", Property: "name", Rejected: 1})
}

func proposeTwice(t *testing.T, d *desk) {
	doc := d.paper(report)
	r := d.read(doc, 1)
	sharif := r.mention("Person", "Lama Sharif")
	r.says(sharif, "Person", "name", "Lama Sharif", "Lama Sharif")
	r.says(sharif, "Person", "name", "Lama Sharif", "Lama Sharif")
	if n := r.propose(); n != 1 {
		t.Errorf("the same said twice in a reading adds %d", n)
	}
	if n := r.propose(); n != 0 {
		t.Errorf("reading the same paper twice adds %d", n)
	}
	r.Rules = 2
	r.Statements[0].Rule, r.Statements[0].Version = "another.rule", 7
	if n := r.propose(); n != 0 {
		t.Errorf("a changed rule that says the same adds %d", n)
	}
}

// What a database writes in a way of its own comes back as it was said.
func proposeOdd(t *testing.T, d *desk) {
	odd := []string{`\N`, `\.`, "a\tb", "a\nb", "a\r\nb", `C:\new\table`, `"a", 'b'`, "a\x01b", "ыб 𐍈"}
	r := d.read(d.paper(strings.Join(odd, "; ")), 1)
	org := r.mention("Organization", odd[0])
	for _, s := range odd {
		r.says(org, "Organization", "name", s, s)
	}
	if n := r.propose(); n != len(odd) {
		t.Errorf("%d statements are new, want %d", n, len(odd))
	}
	for i, j := range d.of(ledger.StatementQuery{Document: r.Document}) {
		if diff := cmp.Diff(r.Statements[i], j.Statement); diff != "" {
			t.Error(diff)
		}
	}
}

func ungrounded(t *testing.T, d *desk) {
	doc := d.paper(report)
	spoil := map[string]func(*chancery.Statement){
		"quote":    func(s *chancery.Statement) { s.Passage.Quote = "Lama Shariff" },
		"offsets":  func(s *chancery.Statement) { s.Passage.End = len(report) + 1 },
		"edition":  func(s *chancery.Statement) { s.Passage.Edition = 2 },
		"schema":   func(s *chancery.Statement) { s.Schema = "Alien" },
		"property": func(s *chancery.Statement) { s.Property = "shoe" },
		"value":    func(s *chancery.Statement) { s.Value = "" },
		"date":     func(s *chancery.Statement) { s.Property, s.Value = "born", "31 May" },
		"subject":  func(s *chancery.Statement) { s.Subject = "" },
		"document": func(s *chancery.Statement) { s.Passage.Document = "other" },
		"bytes":    func(s *chancery.Statement) { s.Value = "a\xff" },
	}
	for name, change := range spoil {
		r := d.read(doc, 1)
		sharif := r.mention("Person", "Lama Sharif")
		r.says(sharif, "Person", "name", "Lama Sharif", "Lama Sharif")
		r.says(sharif, "Person", "alias", "Sharif", "Sharif")
		change(&r.Statements[1])
		if _, err := d.Propose(d.ctx, d.person, r.Reading); err == nil || chancery.KindOf(err) != chancery.Invalid {
			t.Errorf("%s: a statement that cannot be kept gives %v", name, err)
		}
	}
	if got := d.of(ledger.StatementQuery{Document: doc.ID}); len(got) != 0 {
		t.Errorf("%d statements of refused readings are kept", len(got))
	}
}

func lastReading(t *testing.T, d *desk) {
	doc := d.paper(report)
	r := d.read(doc, 1)
	sharif := r.mention("Person", "Lama Sharif")
	name := r.says(sharif, "Person", "name", "Lama Sharif", "Lama Sharif")
	old := r.says(sharif, "Person", "alias", "Sharif", "Sharif")
	judged := r.says(sharif, "Person", "biography", "Executive Director", "Executive Director")
	r.propose()
	d.judge(chancery.Rejected, onStatements(judged))
	then := d.head()
	r = d.read(doc, 1)
	r.Rules = 2
	r.says(sharif, "Person", "name", "Lama Sharif", "Lama Sharif")
	r.propose()
	shown := map[chancery.StatementID]bool{}
	for _, j := range d.of(ledger.StatementQuery{Document: doc.ID, LastReading: true}) {
		shown[j.ID] = true
		if j.Kept != (j.ID == judged) {
			t.Errorf("%s: kept is %v", j.Value, j.Kept)
		}
	}
	if !shown[name] || !shown[judged] || shown[old] {
		t.Errorf("the desk shows %v", shown)
	}
	if got := d.of(ledger.StatementQuery{Document: doc.ID}); len(got) != 3 {
		t.Errorf("of all readings there are %d statements, want 3", len(got))
	}
	if got := d.of(ledger.StatementQuery{Document: doc.ID, LastReading: true, At: ledger.At{Known: then}}); len(got) != 3 {
		t.Errorf("before the second reading the desk shows %d, want 3", len(got))
	}
}

// people is a paper with three persons proposed.
func (d *desk) people() (*reading, []chancery.EntityID, []chancery.StatementID) {
	d.Helper()
	r := d.read(d.paper("Anna Berg, Boris Kim and Clara Ortiz met."), 1)
	var ms []chancery.EntityID
	var ids []chancery.StatementID
	for _, n := range []string{"Anna Berg", "Boris Kim", "Clara Ortiz"} {
		m := r.mention("Person", n)
		ms, ids = append(ms, m), append(ids, r.says(m, "Person", "name", n, n))
	}
	r.propose()
	return r, ms, ids
}

func record(t *testing.T, d *desk) {
	_, _, ids := d.people()
	before := d.head()
	got, err := d.Record(d.ctx, d.person, []chancery.Verdict{
		{Judgement: chancery.Confirmed, Reason: "as said", Targets: onStatements(ids[0])},
		{Judgement: chancery.Rejected, Targets: onStatements(ids[1])},
		{Judgement: chancery.Unsure, Targets: onStatements(ids[2])},
	})
	d.must(err)
	if len(got) != 3 || got[0].ID == "" || len(got[0].ID) != 26 || got[0].Person != d.person || !got[0].At.Before(got[1].At) || !got[1].At.Before(got[2].At) {
		t.Errorf("recorded: %+v", got)
	}
	if d.head() != before+1 {
		t.Errorf("three verdicts at once are %d entries", d.head()-before)
	}
	kept, err := d.Verdict(d.ctx, got[0].ID)
	d.must(err)
	if diff := cmp.Diff(got[0], kept); diff != "" {
		t.Error(diff)
	}
	for i, want := range []chancery.Judgement{chancery.Confirmed, chancery.Rejected, chancery.Unsure} {
		if j := d.standing(ids[i]); j != want {
			t.Errorf("statement %d stands as %q, want %q", i, j, want)
		}
	}
	j := d.of(ledger.StatementQuery{IDs: ids[:1]})[0]
	if j.VerdictID != got[0].ID || j.By != d.person || !j.At.Equal(got[0].At) || j.Reason != "as said" {
		t.Errorf("judged: %+v", j)
	}
	if got := d.factsOf(ledger.FactQuery{}); len(got) != 1 || got[0] != "name Anna Berg" {
		t.Errorf("facts: %v", got)
	}
	_, err = d.Record(d.ctx, d.person, []chancery.Verdict{{Judgement: chancery.Confirmed, Targets: onStatements(chancery.StatementID{1})}})
	d.refused(err, chancery.NotFound)
	_, err = d.Record(d.ctx, d.person, []chancery.Verdict{{Judgement: "maybe", Targets: onStatements(ids[0])}})
	d.refused(err, chancery.Invalid)
	_, err = d.Record(d.ctx, d.person, nil)
	d.refused(err, chancery.Invalid)
	list, err := d.Verdicts(d.ctx, ledger.VerdictQuery{Statement: ids[1]})
	d.must(err)
	if len(list) != 1 || list[0].ID != got[1].ID {
		t.Errorf("verdicts on a statement: %+v", list)
	}
	_, err = d.Verdict(d.ctx, "nothing")
	d.refused(err, chancery.NotFound)
}

func undo(t *testing.T, d *desk) {
	_, _, ids := d.people()
	steps := []struct {
		j    chancery.Judgement
		want chancery.Judgement
	}{
		{chancery.Undone, ""}, {chancery.Confirmed, chancery.Confirmed}, {chancery.Rejected, chancery.Rejected},
		{chancery.Undone, chancery.Confirmed}, {chancery.Undone, ""}, {chancery.Undone, ""}, {chancery.Unsure, chancery.Unsure}, {chancery.Undone, ""},
	}
	for i, s := range steps {
		d.judge(s.j, onStatements(ids[0]))
		if got := d.standing(ids[0]); got != s.want {
			t.Errorf("after step %d (%s) it stands as %q, want %q", i, s.j, got, s.want)
		}
	}
	if got := d.list(ledger.ItemQuery{}); got.Total != 0 {
		t.Errorf("undone verdicts leave %d rows", got.Total)
	}
}

func card(t *testing.T, d *desk) {
	doc := d.paper(report)
	r := d.read(doc, 1)
	wdo, sharif := r.mention("Organization", "Women Development Organization"), r.mention("Person", "Lama Sharif")
	name := r.says(wdo, "Organization", "name", "Women Development Organization", "Women Development Organization")
	founded := r.says(wdo, "Organization", "founded", "2010", "2010")
	other := r.says(sharif, "Person", "name", "Lama Sharif", "Lama Sharif")
	r.propose()
	onCard := []chancery.Target{{Kind: chancery.OnCard, Entity: wdo, Document: doc.ID}}
	d.judge(chancery.Confirmed, onCard)
	d.judge(chancery.Rejected, onStatements(founded))
	r.Rules = 2
	late := r.says(wdo, "Organization", "purpose", "open an office", "open an office")
	r.propose()
	want := func(step string, of map[chancery.StatementID]chancery.Judgement) {
		t.Helper()
		for id, w := range of {
			if got := d.standing(id); got != w {
				t.Errorf("%s: stands as %q, want %q", step, got, w)
			}
		}
	}
	want("card", map[chancery.StatementID]chancery.Judgement{name: chancery.Confirmed, founded: chancery.Rejected, other: "", late: ""})
	d.judge(chancery.Undone, onCard)
	want("card undone", map[chancery.StatementID]chancery.Judgement{name: "", founded: chancery.Rejected, other: "", late: ""})
	d.judge(chancery.Confirmed, onCard)
	want("card again", map[chancery.StatementID]chancery.Judgement{name: chancery.Confirmed, founded: chancery.Confirmed, other: "", late: chancery.Confirmed})
	_, err := d.Record(d.ctx, d.person, []chancery.Verdict{{Judgement: chancery.Confirmed, Targets: []chancery.Target{{Kind: chancery.OnCard, Entity: "mnothing", Document: doc.ID}}}})
	d.refused(err, chancery.NotFound)
}

func impliedNames(t *testing.T, d *desk) {
	r := d.read(d.paper(report), 1)
	wdo, sharif, post := r.mention("Organization", "Women Development Organization"), r.mention("Person", "Lama Sharif"), r.mention("Occupancy", "Executive Director")
	name := r.says(sharif, "Person", "name", "Lama Sharif", "Lama Sharif")
	body := r.says(wdo, "Organization", "name", "Women Development Organization", "Women Development Organization")
	holder := r.says(post, "Occupancy", "holder", "Lama Sharif", "Lama Sharif", sharif)
	at := r.says(post, "Occupancy", "body", "Women Development Organization", "Women Development Organization", wdo)
	r.propose()
	d.judge(chancery.Rejected, onStatements(body))
	v := d.judge(chancery.Confirmed, onStatements(holder, at))
	got := d.of(ledger.StatementQuery{IDs: []chancery.StatementID{name}})[0]
	if got.Judgement != chancery.Confirmed || !got.Implied || got.VerdictID != v.ID {
		t.Errorf("the name of the holder: %+v", got)
	}
	if d.standing(body) != chancery.Rejected {
		t.Error("a name that was rejected itself is confirmed by a reference")
	}
	d.judge(chancery.Undone, onStatements(holder, at))
	if d.standing(name) != "" {
		t.Error("the name stands after the reference to it was taken back")
	}
	d.judge(chancery.Confirmed, onStatements(holder))
	d.judge(chancery.Confirmed, onStatements(name))
	d.judge(chancery.Undone, onStatements(holder))
	if d.standing(name) != chancery.Confirmed {
		t.Error("a name confirmed itself falls with the reference to it")
	}
	d.judge(chancery.Confirmed, onStatements(holder))
	d.judge(chancery.Undone, onStatements(name))
	if got := d.of(ledger.StatementQuery{IDs: []chancery.StatementID{name}})[0]; !got.Implied {
		t.Error("a name whose own verdict was taken back is not implied again")
	}
	again := d.judge(chancery.Confirmed, onStatements(holder))
	if got := d.of(ledger.StatementQuery{IDs: []chancery.StatementID{name}})[0]; got.VerdictID != again.ID {
		t.Error("the name is implied by a verdict that holds no longer: the reference to it was confirmed anew")
	}
	d.check()
}

func order(t *testing.T, d *desk) {
	_, _, ids := d.people()
	var last time.Time
	for range 20 {
		v := d.judge(chancery.Confirmed, onStatements(ids...))
		if !v.At.After(last) {
			t.Fatalf("%v is not after %v", v.At, last)
		}
		last = v.At
	}
	list, err := d.Verdicts(d.ctx, ledger.VerdictQuery{Statement: ids[0]})
	d.must(err)
	for i := 1; i < len(list); i++ {
		if !list[i-1].At.Before(list[i].At) || list[i-1].ID >= list[i].ID {
			t.Errorf("verdicts %d and %d are out of order", i-1, i)
		}
	}
}

func adopt(t *testing.T, d *desk) {
	_, _, ids := d.people()
	d.judge(chancery.Confirmed, onStatements(ids[0], ids[1]))
	theirs := chancery.Verdict{ID: "01AAAAAAAAAAAAAAAAAAAAAAAA", At: time.Now().Add(-time.Hour).UTC().Truncate(time.Microsecond), Person: "elsewhere", Judgement: chancery.Rejected, Targets: onStatements(ids[0], ids[2])}
	n, err := d.Adopt(d.ctx, d.person, "embassy", []chancery.Verdict{theirs})
	d.must(err)
	if n != 1 {
		t.Errorf("%d verdicts adopted", n)
	}
	if n, err = d.Adopt(d.ctx, d.person, "embassy", []chancery.Verdict{theirs}); n != 0 || err != nil {
		t.Errorf("adopted again: %d, %v", n, err)
	}
	all := d.of(ledger.StatementQuery{IDs: ids})
	want := []struct {
		j        chancery.Judgement
		conflict bool
	}{{chancery.Confirmed, true}, {chancery.Confirmed, false}, {chancery.Rejected, false}}
	for i, w := range want {
		if all[i].Judgement != w.j || all[i].Conflict != w.conflict {
			t.Errorf("statement %d: %q, conflict %v", i, all[i].Judgement, all[i].Conflict)
		}
	}
	kept, err := d.Verdict(d.ctx, theirs.ID)
	d.must(err)
	if diff := cmp.Diff(theirs, kept); diff != "" {
		t.Error(diff)
	}
	d.judge(chancery.Undone, onStatements(ids[2]))
	if d.standing(ids[2]) != chancery.Rejected {
		t.Error("our undo takes back the verdict of another installation")
	}
}

func enter(t *testing.T, d *desk) {
	doc := d.paper(report)
	r := d.read(doc, 1)
	sharif := r.mention("Person", "Lama Sharif")
	wrong := r.says(sharif, "Person", "name", "Lama", "Lama")
	r.propose()
	r.Statements = nil
	right := r.says(sharif, "Person", "name", "Lama Sharif", "Lama Sharif")
	r.Statements[0].Rule = chancery.HandRule
	d.must(d.Enter(d.ctx, d.person, r.Statements, []chancery.Verdict{
		{Judgement: chancery.Confirmed, Targets: onStatements(right)}, {Judgement: chancery.Rejected, Targets: onStatements(wrong)},
	}))
	if d.standing(right) != chancery.Confirmed || d.standing(wrong) != chancery.Rejected {
		t.Error("what was entered does not stand, or what it replaces does")
	}
	e, err := d.Entries(d.ctx, ledger.EntryQuery{Limit: 1})
	d.must(err)
	if e[0].Kind != ledger.Entered || e[0].Subject != string(sharif) || e[0].Count != 1 {
		t.Errorf("entry: %+v", e[0])
	}
	if got := d.of(ledger.StatementQuery{Document: doc.ID, LastReading: true}); len(got) != 2 || got[0].Kept {
		t.Errorf("entering by hand replaced the reading of the paper: %d statements", len(got))
	}
	d.refused(d.Enter(d.ctx, d.person, nil, nil), chancery.Invalid)
}

func importWhole(t *testing.T, d *desk) {
	doc := d.paper("State;Acceded\nKazakhstan;1998-08-26\nEgypt;1981\n")
	r := d.read(doc, 1)
	for _, row := range []struct{ state, name, date string }{{"state:KAZ", "Kazakhstan", "1998-08-26"}, {"state:EGY", "Egypt", "1981"}} {
		act := chancery.NewImportMention(doc.ID, "Act", row.name)
		r.says(act, "Act", "by", row.name, row.name, chancery.EntityID(row.state))
		r.says(act, "Act", "date", row.date, row.date)
		r.says(act, "Act", "type", "acceded", "Acceded")
	}
	n, err := d.Import(d.ctx, d.person, r.Reading, chancery.Depositary)
	d.must(err)
	if n != 6 {
		t.Errorf("%d statements are new, want 6", n)
	}
	got, err := d.Facts(d.ctx, ledger.FactQuery{Refs: []chancery.EntityID{"state:KAZ"}})
	d.must(err)
	if len(got) != 1 || got[0].Grade != chancery.Depositary || got[0].ConfirmedBy != d.person || got[0].Ref != "state:KAZ" || got[0].Since != d.head() {
		t.Errorf("facts: %+v", got)
	}
	if n, err = d.Import(d.ctx, d.person, r.Reading, chancery.Press); n != 0 || err != nil {
		t.Errorf("the same again adds %d, %v", n, err)
	}
	got, err = d.Facts(d.ctx, ledger.FactQuery{Refs: []chancery.EntityID{"state:KAZ"}})
	d.must(err)
	if len(got) != 1 || got[0].Grade != chancery.Press {
		t.Errorf("the last acceptance does not hold: %+v", got)
	}
}

func importRejected(t *testing.T, d *desk) {
	doc := d.paper("Kazakhstan;1998-08-26\n")
	r := d.read(doc, 1)
	act := chancery.NewImportMention(doc.ID, "Act", "1")
	date := r.says(act, "Act", "date", "1998-08-26", "1998-08-26")
	by := r.says(act, "Act", "by", "Kazakhstan", "Kazakhstan", "state:KAZ")
	_, err := d.Import(d.ctx, d.person, r.Reading, chancery.OfficialSite)
	d.must(err)
	d.judge(chancery.Rejected, onStatements(date))
	whole := []chancery.Target{{Kind: chancery.OnImport, Document: doc.ID}}
	if got := d.factsOf(ledger.FactQuery{}); len(got) != 1 || got[0] != "by Kazakhstan" {
		t.Errorf("facts: %v", got)
	}
	d.judge(chancery.Undone, whole)
	if d.standing(date) != chancery.Rejected || d.standing(by) != "" {
		t.Errorf("after the import was taken back: %q and %q", d.standing(date), d.standing(by))
	}
	d.judge(chancery.Rejected, whole)
	if got := d.list(ledger.ItemQuery{Proposed: true}); got.Total != 0 {
		t.Errorf("a rejected import leaves %d rows", got.Total)
	}
}

func same(t *testing.T, d *desk) {
	_, ms, ids := d.people()
	d.judge(chancery.Confirmed, onStatements(ids...))
	d.judge(chancery.Confirmed, onSame(ms[2], ms[1]))
	d.judge(chancery.Confirmed, onSame(ms[1], ms[0]))
	canon, err := d.Canonical(d.ctx, 0, ms)
	d.must(err)
	// All three came with one entry, so the least ID stands for them.
	least := min(ms[0], ms[1], ms[2])
	want := map[chancery.EntityID]chancery.EntityID{}
	for _, m := range ms {
		if m != least {
			want[m] = least
		}
	}
	if diff := cmp.Diff(want, canon); diff != "" {
		t.Error(diff)
	}
	members, err := d.Members(d.ctx, 0, ms[2])
	d.must(err)
	if len(members) != 3 || members[0] != least {
		t.Errorf("members: %v", members)
	}
	for _, m := range ms {
		if got := d.factsOf(ledger.FactQuery{Entities: []chancery.EntityID{m}}); len(got) != 3 {
			t.Errorf("asked by one member, facts are %v", got)
		}
	}
	page := d.list(ledger.ItemQuery{})
	if page.Total != 1 || page.Rows[0].Entity != least || page.Rows[0].Facts != 3 {
		t.Errorf("rows: %+v", page.Rows)
	}
	path, err := d.SamePath(d.ctx, ms[0], ms[2])
	d.must(err)
	if diff := cmp.Diff([]chancery.EntityID{ms[0], ms[1], ms[2]}, path); diff != "" {
		t.Error(diff)
	}
	edges, err := d.Edges(d.ctx, ms[1])
	d.must(err)
	if len(edges) != 2 || edges[0].Other != ms[2] || edges[1].Other != ms[0] || edges[0].Judgement != chancery.Confirmed || edges[0].By != d.person {
		t.Errorf("edges: %+v", edges)
	}
	d.judge(chancery.Confirmed, onSame(ms[0], "body:WDO"))
	if canon, err = d.Canonical(d.ctx, 0, ms); err != nil || canon[least] != "body:WDO" {
		t.Errorf("an entity of an authority file does not stand for mentions: %v %v", canon, err)
	}
	_, err = d.Record(d.ctx, d.person, []chancery.Verdict{{Judgement: chancery.Confirmed, Targets: onSame(ms[0], ms[0])}})
	d.refused(err, chancery.Invalid)
	_, err = d.Record(d.ctx, d.person, []chancery.Verdict{{Judgement: chancery.Confirmed, Targets: onSame(ms[0], "munheard")}})
	d.refused(err, chancery.NotFound)
}

func sameRefused(t *testing.T, d *desk) {
	_, ms, _ := d.people()
	d.judge(chancery.Confirmed, onSame(ms[0], ms[1]))
	d.judge(chancery.Confirmed, onSame(ms[1], ms[2]))
	_, err := d.Record(d.ctx, d.person, []chancery.Verdict{{Judgement: chancery.Rejected, Targets: onSame(ms[2], ms[0])}})
	d.refused(err, chancery.Conflict)
	want := string(ms[0]) + " = " + string(ms[1]) + " = " + string(ms[2])
	back := string(ms[2]) + " = " + string(ms[1]) + " = " + string(ms[0])
	var e *chancery.Error
	if m := chancery.MessageOf(err); !errors.As(err, &e) || len(m.Args) != 1 || m.Args[0] != want && m.Args[0] != back {
		t.Errorf("the path is not shown: %v", err)
	}
	d.judge(chancery.Rejected, onSame(ms[0], ms[1])) // the direct judgement may change
	_, err = d.Record(d.ctx, d.person, []chancery.Verdict{{Judgement: chancery.Confirmed, Targets: onSame(ms[2], ms[0])}})
	d.refused(err, chancery.Conflict)
	if path, err := d.SamePath(d.ctx, ms[0], ms[1]); err != nil || path != nil {
		t.Errorf("path %v, %v", path, err)
	}
}

func sameUndone(t *testing.T, d *desk) {
	_, ms, ids := d.people()
	d.judge(chancery.Confirmed, onStatements(ids...))
	d.judge(chancery.Confirmed, onSame(ms[0], ms[1]))
	d.judge(chancery.Confirmed, onSame(ms[1], ms[2]))
	d.judge(chancery.Undone, onSame(ms[1], ms[0]))
	canon, err := d.Canonical(d.ctx, 0, ms)
	d.must(err)
	if _, ok := canon[ms[0]]; ok || len(canon) != 1 {
		t.Errorf("after the first was taken back: %v", canon)
	}
	d.judge(chancery.Undone, onSame(ms[1], ms[2]))
	if canon, err = d.Canonical(d.ctx, 0, ms); len(canon) != 0 || err != nil {
		t.Errorf("after both were taken back: %v %v", canon, err)
	}
	if got := d.list(ledger.ItemQuery{}); got.Total != 3 {
		t.Errorf("%d rows, want 3", got.Total)
	}
}

func samePast(t *testing.T, d *desk) {
	_, ms, ids := d.people()
	d.judge(chancery.Confirmed, onStatements(ids...))
	apart := d.head()
	d.judge(chancery.Confirmed, onSame(ms[0], ms[1]))
	together := d.head()
	d.judge(chancery.Undone, onSame(ms[0], ms[1]))
	for _, c := range []struct {
		known ledger.Number
		rows  int
	}{{apart, 3}, {together, 2}, {0, 3}} {
		at := ledger.At{Known: c.known}
		if got := d.list(ledger.ItemQuery{At: at}); got.Total != c.rows || len(got.Rows) != c.rows {
			t.Errorf("as known at %d there are %d, shown %d, want %d", c.known, got.Total, len(got.Rows), c.rows)
		}
		if got := d.factsOf(ledger.FactQuery{Entities: ms[:1], At: at}); len(got) != 4-c.rows {
			t.Errorf("as known at %d the first has %v", c.known, got)
		}
	}
}
