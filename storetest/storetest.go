// Package storetest says what every [ledger.Store] must do, as tests that take
// the store to try. [Run] is the whole of it; [Generate] fills a store with a
// register of any size, always the same for the same seed, for benchmarks.
//
// The tests tell small stories: a [desk] receives a paper, reads it, a person
// judges. After each story the store checks itself, which folds the whole log
// and compares it with every projection.
package storetest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"chancery"
	"chancery/ledger"
)

// Open makes an empty store for one test and sees to it that it is closed.
type Open func(t testing.TB) ledger.Store

// Run tries everything that a store must do. nameKey gives the key under which
// the store finds a name.
func Run(t *testing.T, open Open, nameKey func(string) string) {
	for _, c := range []struct {
		name string
		fn   func(*testing.T, *desk)
	}{
		{"Receive", receive}, {"ReceiveLarge", receiveLarge}, {"ReceiveStream", receiveStream}, {"Documents", documents}, {"Notes", notes},
		{"Edition", edition}, {"Anchors", anchors}, {"Reread", reread},
		{"Propose", propose}, {"ProposeTwice", proposeTwice}, {"ProposeOdd", proposeOdd}, {"Ungrounded", ungrounded}, {"LastReading", lastReading}, {"Reputes", reputes},
		{"Record", record}, {"Undo", undo}, {"Card", card}, {"Implied", impliedNames}, {"Order", order}, {"Adopt", adopt}, {"Enter", enter},
		{"Import", importWhole}, {"ImportRejected", importRejected},
		{"Same", same}, {"SameRefused", sameRefused}, {"SameUndone", sameUndone}, {"SamePast", samePast},
		{"Facts", facts}, {"FactsByDate", factsByDate}, {"FactsOn", factsOn}, {"FactsPaged", factsPaged}, {"FactsOneByOne", factsOneByOne}, {"Known", known},
		{"Items", items}, {"ItemsPast", itemsPast}, {"ItemsText", itemsText}, {"Ceiling", ceiling}, {"ManyItems", manyItems}, {"Naming", naming},
		{"Search", search}, {"SearchScripts", searchScripts},
		{"Withdraw", withdraw}, {"WithdrawLetter", withdrawLetter},
		{"Entries", entries}, {"Persons", persons}, {"Settings", settings}, {"Drafts", drafts}, {"Views", views}, {"Jobs", jobs},
		{"Cancelled", cancelled}, {"Concurrent", concurrent}, {"Properties", properties},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t, open(t))
			d.nameKey = nameKey
			c.fn(t, d)
			d.check()
		})
	}
}

// desk is a store with a person at it.
type desk struct {
	testing.TB
	ledger.Store
	ctx     context.Context
	person  string
	nameKey func(string) string
}

func newDesk(t testing.TB, s ledger.Store) *desk {
	d := &desk{TB: t, Store: s, ctx: context.Background()}
	p, err := s.AddPerson(d.ctx, chancery.Person{Name: "Aigul Bekova", Post: "Counsellor", Body: "Embassy in Cairo"})
	d.must(err)
	d.person = p.ID
	return d
}

func (d *desk) must(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

// refused sees whether an error is of a kind.
func (d *desk) refused(err error, kind chancery.Kind) {
	d.Helper()
	if err == nil || chancery.KindOf(err) != kind {
		d.Fatalf("got error %v, want one of kind %v", err, kind)
	}
}

// check folds the register anew.
func (d *desk) check() {
	d.Helper()
	report, err := d.Check(d.ctx, nil)
	d.must(err)
	for _, m := range report.Troubles {
		d.Errorf("check: %s", m)
	}
}

// paper receives a text as a paper with one edition.
func (d *desk) paper(text string, more ...func(*chancery.Document)) chancery.Document {
	d.Helper()
	doc := chancery.Document{Name: "paper.txt", Kind: chancery.Paper, Media: "text/plain", Title: "A paper", Language: "en", Received: chancery.NewDate(2024, 5, 28)}
	for _, m := range more {
		m(&doc)
	}
	doc, _, err := d.Receive(d.ctx, d.person, ledger.Receipt{Document: doc, Content: []byte(text)})
	d.must(err)
	_, err = d.AddEdition(d.ctx, d.person, chancery.Edition{Document: doc.ID, Extractor: "text", Version: 1, Text: text, Language: doc.Language})
	d.must(err)
	return doc
}

func marked(m string) func(*chancery.Document) {
	return func(d *chancery.Document) { d.Marking = m }
}

// reading builds the statements of one reading of a paper.
type reading struct {
	*desk
	chancery.Reading
	text    string
	marking string
}

func (d *desk) read(doc chancery.Document, edition int) *reading {
	d.Helper()
	e, err := d.Edition(d.ctx, doc.ID, edition)
	d.must(err)
	return &reading{desk: d, text: e.Text, marking: doc.Marking, Reading: chancery.Reading{Document: doc.ID, Edition: e.Number, Rules: 1}}
}

// at cuts the passage of the first words that are quote.
func (r *reading) at(quote string) chancery.Passage {
	r.Helper()
	i := strings.Index(r.text, quote)
	if i < 0 {
		r.Fatalf("%q is not in the text", quote)
	}
	p, err := chancery.Cut(r.Document, r.Edition, r.text, i, i+len(quote))
	r.must(err)
	return p
}

// mention names the thing that the quote first names.
func (r *reading) mention(schema, quote string) chancery.EntityID {
	p := r.at(quote)
	return chancery.NewMention(r.Document, schema, r.Edition, p.Start, p.End)
}

// says adds a statement and gives its ID. ref, if any, is what the value refers to.
func (r *reading) says(subject chancery.EntityID, schema, property, value, quote string, ref ...chancery.EntityID) chancery.StatementID {
	r.Helper()
	s := chancery.Statement{Subject: subject, Schema: schema, Property: property, Value: value, Language: "en", Passage: r.at(quote), Rule: "test.rule", Version: 1, Marking: r.marking}
	if len(ref) > 0 {
		s.Ref = ref[0]
	}
	s.ID = s.Identify()
	r.Statements = append(r.Statements, s)
	return s.ID
}

func (r *reading) propose() int {
	r.Helper()
	n, err := r.Propose(r.ctx, r.person, r.Reading)
	r.must(err)
	return n
}

func onStatements(ids ...chancery.StatementID) []chancery.Target {
	var out []chancery.Target
	for _, id := range ids {
		out = append(out, chancery.Target{Kind: chancery.OnStatement, Statement: id})
	}
	return out
}

func onSame(a, b chancery.EntityID) []chancery.Target {
	return []chancery.Target{{Kind: chancery.OnSame, Entity: a, Other: b}}
}

// judge records one verdict.
func (d *desk) judge(j chancery.Judgement, targets []chancery.Target) chancery.Verdict {
	d.Helper()
	v, err := d.Record(d.ctx, d.person, []chancery.Verdict{{Judgement: j, Targets: targets}})
	d.must(err)
	return v[0]
}

// head gives the newest entry.
func (d *desk) head() ledger.Number {
	d.Helper()
	n, err := d.Head(d.ctx)
	d.must(err)
	return n
}

// of gives what is said of a subject.
func (d *desk) of(q ledger.StatementQuery) []ledger.Judged {
	d.Helper()
	got, err := d.Statements(d.ctx, q)
	d.must(err)
	return got
}

// standing gives the judgement on one statement.
func (d *desk) standing(id chancery.StatementID) chancery.Judgement {
	d.Helper()
	got := d.of(ledger.StatementQuery{IDs: []chancery.StatementID{id}})
	if len(got) != 1 {
		d.Fatalf("%d statements for one ID", len(got))
	}
	return got[0].Judgement
}

// values words facts as "property value", in the order given.
func values(facts []ledger.Fact) []string {
	var out []string
	for _, f := range facts {
		out = append(out, fmt.Sprintf("%s %s", f.Property, f.Value))
	}
	return out
}

func (d *desk) factsOf(q ledger.FactQuery) []string {
	d.Helper()
	got, err := d.Facts(d.ctx, q)
	d.must(err)
	return values(got)
}

func (d *desk) list(q ledger.ItemQuery) ledger.ItemPage {
	d.Helper()
	got, err := d.Items(d.ctx, q)
	d.must(err)
	return got
}

// captions gives the captions of a page's rows.
func captions(p ledger.ItemPage) []string {
	var out []string
	for _, r := range p.Rows {
		out = append(out, r.Caption)
	}
	return out
}
