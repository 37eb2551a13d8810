package storetest

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"chancery"
	"chancery/ledger"
)

// meetings is a paper with three events, all confirmed but the last.
func (d *desk) meetings() (*reading, []chancery.EntityID, []chancery.StatementID) {
	d.Helper()
	r := d.read(d.paper("First meeting, 2023. Second meeting, 27 May 2024, Egypt. Third session, June 2024, in Cairo with Kazakhstan.",
		func(c *chancery.Document) { c.Published = chancery.NewDate(2024, 7, 1) }), 1)
	var ms []chancery.EntityID
	var ids []chancery.StatementID
	for i, e := range []struct{ name, kind, date, quote string }{
		{"First meeting", "meeting", "2023", "2023"}, {"Second meeting", "meeting", "2024-05-27", "27 May 2024"}, {"Third session", "session", "2024-06", "June 2024"},
	} {
		m := r.mention("Event", e.name)
		ms = append(ms, m)
		ids = append(ids, r.says(m, "Event", "name", e.name, e.name), r.says(m, "Event", "type", e.kind, e.name), r.says(m, "Event", "date", e.date, e.quote))
		if i > 0 {
			ids = append(ids, r.says(m, "Event", "party", "Egypt", "Egypt", "state:EGY"))
		}
	}
	r.propose()
	d.judge(chancery.Confirmed, onStatements(ids[:7]...))
	return r, ms, ids
}

func facts(t *testing.T, d *desk) {
	r, ms, _ := d.meetings()
	got, err := d.Facts(d.ctx, ledger.FactQuery{Entities: ms[1:2]})
	d.must(err)
	if diff := cmp.Diff([]string{"name Second meeting", "type meeting", "date 2024-05-27", "party Egypt"}, values(got)); diff != "" {
		t.Error(diff)
	}
	f := got[2]
	if f.Entity != ms[1] || f.Lo != chancery.NewDate(2024, 5, 27) || f.Hi != f.Lo || f.Passage.Quote != "27 May 2024" || f.Passage.Document != r.Document || f.Until != 0 || f.Since != d.head() || f.VerdictID == "" || f.Schema != "Event" || f.Rule != "test.rule" {
		t.Errorf("fact: %+v", f)
	}
	for _, c := range []struct {
		q    ledger.FactQuery
		want []string
	}{
		{ledger.FactQuery{Refs: []chancery.EntityID{"state:EGY"}}, []string{"party Egypt"}},
		{ledger.FactQuery{Refs: []chancery.EntityID{"state:KAZ"}}, nil},
		{ledger.FactQuery{Entities: []chancery.EntityID{"unheard"}}, nil},
		{ledger.FactQuery{Properties: []string{"name"}}, []string{"name First meeting", "name Second meeting"}},
		{ledger.FactQuery{Schemas: []string{"Person"}}, nil},
		{ledger.FactQuery{Schemas: []string{"Event"}, Properties: []string{"type"}}, []string{"type meeting", "type meeting"}},
		{ledger.FactQuery{Document: r.Document, Limit: 1}, []string{"name First meeting"}},
		{ledger.FactQuery{Ceiling: []string{"secret"}}, nil},
	} {
		if diff := cmp.Diff(c.want, d.factsOf(c.q)); diff != "" {
			t.Errorf("%+v: %s", c.q, diff)
		}
	}
}

func factsByDate(t *testing.T, d *desk) {
	_, _, ids := d.meetings()
	d.judge(chancery.Confirmed, onStatements(ids...))
	q := func(from, to string) ledger.FactQuery {
		f, err := chancery.ParseDate(from)
		d.must(err)
		e, err := chancery.ParseDate(to)
		d.must(err)
		return ledger.FactQuery{Schemas: []string{"Event"}, Properties: []string{"date"}, From: f, To: e, ByDate: true}
	}
	for _, c := range []struct {
		from, to string
		want     []string
	}{
		{"", "", []string{"date 2023", "date 2024-05-27", "date 2024-06"}},
		{"2023-12-31", "2024-05-27", []string{"date 2023", "date 2024-05-27"}},
		{"2024-05-28", "", []string{"date 2024-06"}},
		{"2024-06-30", "2024-06-30", []string{"date 2024-06"}},
		{"2024", "2024", []string{"date 2024-05-27", "date 2024-06"}},
	} {
		if diff := cmp.Diff(c.want, d.factsOf(q(c.from, c.to))); diff != "" {
			t.Errorf("%s to %s: %s", c.from, c.to, diff)
		}
	}
}

func factsOn(t *testing.T, d *desk) {
	_, ms, ids := d.meetings()
	d.judge(chancery.Confirmed, onStatements(ids...))
	for _, c := range []struct {
		on   string
		rows int
	}{{"2022-12-31", 0}, {"2023-01-01", 1}, {"2024-05-26", 1}, {"2024-05-27", 2}, {"2024-06", 3}, {"2024", 3}} {
		on, err := chancery.ParseDate(c.on)
		d.must(err)
		at := ledger.At{On: on}
		if got := d.list(ledger.ItemQuery{At: at}); got.Total != c.rows || len(got.Rows) != c.rows {
			t.Errorf("on %s: %d rows, want %d", c.on, got.Total, c.rows)
		}
		if got := d.factsOf(ledger.FactQuery{Entities: ms, Properties: []string{"name"}, At: at}); len(got) != c.rows {
			t.Errorf("on %s: %v", c.on, got)
		}
	}
	if got := d.factsOf(ledger.FactQuery{Limit: 2, At: ledger.At{On: chancery.NewDate(2024, 0, 0)}}); len(got) != 2 {
		t.Errorf("a limit of 2 gives %v", got)
	}
}

func factsPaged(t *testing.T, d *desk) {
	d.meetings()
	all, err := d.Facts(d.ctx, ledger.FactQuery{})
	d.must(err)
	var paged []ledger.Fact
	for after := int64(0); ; {
		page, err := d.Facts(d.ctx, ledger.FactQuery{After: after, Limit: 2})
		d.must(err)
		if len(page) == 0 {
			break
		}
		paged, after = append(paged, page...), page[len(page)-1].Number
	}
	if diff := cmp.Diff(all, paged); diff != "" || len(all) != 7 {
		t.Errorf("%d facts, page by page otherwise: %s", len(all), diff)
	}
}

// factsOneByOne are the facts that Facts gives, with what a rule computes with alone.
func factsOneByOne(t *testing.T, d *desk) {
	d.meetings()
	for name, q := range map[string]ledger.FactQuery{
		"all": {}, "events": {Schemas: []string{"Event"}}, "dates": {Schemas: []string{"Event"}, Properties: []string{"date"}, Ceiling: []string{""}},
		"on a day": {At: ledger.At{On: chancery.NewDate(2024, 0, 0)}}, "none": {Schemas: []string{"Treaty"}},
	} {
		want, err := d.Facts(d.ctx, q)
		d.must(err)
		for i, f := range want {
			bare := ledger.Fact{Number: f.Number, Entity: f.Entity, Ref: f.Ref, Since: f.Since, Until: f.Until, Lo: f.Lo, Hi: f.Hi, Grade: f.Grade}
			bare.Schema, bare.Property, bare.Value, bare.Marking, bare.Passage.Document = f.Schema, f.Property, f.Value, f.Marking, f.Passage.Document
			want[i] = bare
		}
		if diff := cmp.Diff(want, d.each(q)); diff != "" {
			t.Errorf("%s, one by one otherwise: %s", name, diff)
		}
	}
	stop := errors.New("enough")
	if err := d.EachFact(d.ctx, ledger.FactQuery{}, func(ledger.Fact) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("told to stop it says %v", err)
	}
}

// each gives the facts of a query one by one.
func (d *desk) each(q ledger.FactQuery) []ledger.Fact {
	d.Helper()
	var out []ledger.Fact
	d.must(d.EachFact(d.ctx, q, func(f ledger.Fact) error {
		out = append(out, f)
		return nil
	}))
	return out
}

func known(t *testing.T, d *desk) {
	_, _, ids := d.people()
	proposed := d.head()
	d.judge(chancery.Confirmed, onStatements(ids[0]))
	first := d.head()
	d.judge(chancery.Confirmed, onStatements(ids[1]))
	d.judge(chancery.Undone, onStatements(ids[0]))
	undone := d.head()
	d.judge(chancery.Confirmed, onStatements(ids[0]))
	for _, c := range []struct {
		known ledger.Number
		want  []string
	}{
		{1, nil}, {proposed, nil}, {first, []string{"name Anna Berg"}}, {first + 1, []string{"name Anna Berg", "name Boris Kim"}},
		{undone, []string{"name Boris Kim"}}, {undone + 1, []string{"name Anna Berg", "name Boris Kim"}}, {0, []string{"name Anna Berg", "name Boris Kim"}},
	} {
		if diff := cmp.Diff(c.want, d.factsOf(ledger.FactQuery{At: ledger.At{Known: c.known}})); diff != "" {
			t.Errorf("as known at %d: %s", c.known, diff)
		}
	}
	then, err := d.Facts(d.ctx, ledger.FactQuery{At: ledger.At{Known: first}})
	d.must(err)
	if f := then[0]; f.Since != first || f.Until != undone {
		t.Errorf("stood from %d until %d, want %d until %d", f.Since, f.Until, first, undone)
	}
	j, err := d.Statements(d.ctx, ledger.StatementQuery{IDs: ids[:1], At: ledger.At{Known: proposed}})
	d.must(err)
	if len(j) != 1 || j[0].Judgement != "" {
		t.Errorf("before it was judged: %+v", j)
	}
	if j, err = d.Statements(d.ctx, ledger.StatementQuery{IDs: ids, At: ledger.At{Known: proposed - 1}}); len(j) != 0 || err != nil {
		t.Errorf("before it was proposed: %+v %v", j, err)
	}
}

func counts(p ledger.ItemPage, facet string) string {
	var out []string
	for _, c := range p.Facets[facet] {
		out = append(out, fmt.Sprintf("%s %d", c.Value, c.Count))
	}
	return strings.Join(out, ", ")
}

func items(t *testing.T, d *desk) {
	d.meetings()
	r := d.read(d.paper("Lama Sharif of the Women Development Organization.", func(c *chancery.Document) { c.Kind = chancery.Notes }), 1)
	sharif, wdo := r.mention("Person", "Lama Sharif"), r.mention("Organization", "Women Development Organization")
	post := r.mention("Occupancy", "of the")
	ids := []chancery.StatementID{
		r.says(sharif, "Person", "name", "Lama Sharif", "Lama Sharif"), r.says(wdo, "Organization", "name", "Women Development Organization", "Women Development Organization"),
		r.says(wdo, "Organization", "kind", "igo", "Organization"), r.says(post, "Occupancy", "holder", "Lama Sharif", "Lama Sharif", sharif),
		r.says(post, "Occupancy", "body", "Women Development Organization", "Women Development Organization", wdo),
	}
	r.propose()
	d.judge(chancery.Confirmed, onStatements(ids...))
	all := d.list(ledger.ItemQuery{Proposed: true})
	if diff := cmp.Diff([]string{"First meeting", "Lama Sharif", "Lama Sharif · Women Development Organization", "Second meeting", "Third session", "Women Development Organization"}, captions(all)); diff != "" {
		t.Error(diff)
	}
	for facet, want := range map[string]string{
		"schema": "Event 3, Occupancy 1, Organization 1, Person 1", "type": "meeting 2, igo 1, session 1", "year": "2024 2, 2023 1",
		"country": "state:EGY 2", "body": string(wdo) + " 1", "document": "notes 3, paper 3", "standing": "confirmed 5, proposed 1", "marking": " 6",
	} {
		if got := counts(all, facet); got != want {
			t.Errorf("facet %s: %s, want %s", facet, got, want)
		}
	}
	for _, c := range []struct {
		q    ledger.ItemQuery
		want string
	}{
		{ledger.ItemQuery{}, "First meeting|Lama Sharif|Lama Sharif · Women Development Organization|Second meeting|Women Development Organization"},
		{ledger.ItemQuery{Schemas: []string{"Event"}, Sort: "-date"}, "Second meeting|First meeting"},
		{ledger.ItemQuery{Schemas: []string{"Event", "Person"}, Sort: "date"}, "First meeting|Second meeting|Lama Sharif"},
		{ledger.ItemQuery{Sort: "facts", Limit: 1}, "Second meeting"},
		{ledger.ItemQuery{Sort: "new", Limit: 2}, "Lama Sharif · Women Development Organization|Women Development Organization"},
		{ledger.ItemQuery{Offset: 3}, "Second meeting|Women Development Organization"},
		{ledger.ItemQuery{Facets: map[string][]string{"country": {"state:EGY"}}}, "Second meeting"},
		{ledger.ItemQuery{Facets: map[string][]string{"country": {"state:EGY"}, "type": {"session"}}, Proposed: true}, "Third session"},
		{ledger.ItemQuery{Facets: map[string][]string{"body": {string(wdo)}}}, "Lama Sharif · Women Development Organization"},
		{ledger.ItemQuery{Facets: map[string][]string{"year": {"2023", "2024"}, "document": {"paper"}}}, "First meeting|Second meeting"},
		{ledger.ItemQuery{Facets: map[string][]string{"standing": {"proposed"}}, Proposed: true}, "Third session"},
		{ledger.ItemQuery{Facets: map[string][]string{"schema": {"Nothing"}}}, ""},
	} {
		if got := strings.Join(captions(d.list(c.q)), "|"); got != c.want {
			t.Errorf("%+v: %s, want %s", c.q, got, c.want)
		}
	}
	chosen := d.list(ledger.ItemQuery{Facets: map[string][]string{"schema": {"Event"}}, Proposed: true})
	if got := counts(chosen, "schema"); got != "Event 3, Occupancy 1, Organization 1, Person 1" {
		t.Errorf("a facet counts within its own choice: %s", got)
	}
	if got := counts(chosen, "document"); got != "paper 3" {
		t.Errorf("another facet does not count within the choice: %s", got)
	}
	if _, err := d.Items(d.ctx, ledger.ItemQuery{Facets: map[string][]string{"shoe": {"1"}}}); chancery.KindOf(err) != chancery.Invalid || err == nil {
		t.Errorf("an unknown facet gives %v", err)
	}
	row, err := d.ItemsOf(d.ctx, ledger.At{}, []chancery.EntityID{wdo, "unheard"})
	d.must(err)
	if diff := cmp.Diff(map[chancery.EntityID]ledger.Item{wdo: {Entity: wdo, Schema: "Organization", Caption: "Women Development Organization",
		Captions: map[string]string{"en": "Women Development Organization"}, Facts: 2, Confirmed: true, Markings: []string{""}}}, row); diff != "" {
		t.Error(diff)
	}
}

func itemsPast(t *testing.T, d *desk) {
	_, ms, ids := d.meetings()
	then := d.head()
	d.judge(chancery.Confirmed, onStatements(ids...))
	d.judge(chancery.Rejected, onStatements(ids[1]))
	d.judge(chancery.Confirmed, onSame(ms[0], ms[1]))
	late := d.head()
	d.judge(chancery.Undone, onSame(ms[0], ms[1]))
	at := ledger.At{Known: then}
	page := d.list(ledger.ItemQuery{At: at})
	if diff := cmp.Diff([]string{"First meeting", "Second meeting"}, captions(page)); diff != "" {
		t.Error(diff)
	}
	if got := counts(page, "type") + "; " + counts(page, "standing") + "; " + counts(page, "country"); got != "meeting 2; confirmed 2; state:EGY 1" {
		t.Errorf("facets as known then: %s", got)
	}
	if page = d.list(ledger.ItemQuery{At: ledger.At{Known: late}}); page.Total != 2 || len(page.Rows) != 2 {
		t.Errorf("as known when two were one: %v", captions(page))
	}
	if page = d.list(ledger.ItemQuery{}); page.Total != 3 {
		t.Errorf("now: %v", captions(page))
	}
	if page = d.list(ledger.ItemQuery{At: ledger.At{Known: 1}}); page.Total != 0 {
		t.Errorf("at the beginning: %v", captions(page))
	}
}

func itemsText(t *testing.T, d *desk) {
	_, _, ids := d.meetings()
	d.judge(chancery.Confirmed, onStatements(ids...))
	for text, want := range map[string]string{
		"meeting": "First meeting|Second meeting", "MEETINGS second": "Second meeting", "egypt session": "Third session", "nothing": "", "...": "",
		"state:EGY": "", "it's": "", `a"b x:y`: "", "co-operation's_end": "",
	} {
		if got := strings.Join(captions(d.list(ledger.ItemQuery{Text: text})), "|"); got != want {
			t.Errorf("%q finds %s, want %s", text, got, want)
		}
	}
	for text, want := range map[string]string{"meet": "First meeting|Second meeting", "second me": "Second meeting", "se mee": "", "zzz": ""} {
		if got := strings.Join(captions(d.list(ledger.ItemQuery{Text: text, Begun: true})), "|"); got != want {
			t.Errorf("%q begun finds %s, want %s", text, got, want)
		}
	}
}

func ceiling(t *testing.T, d *desk) {
	open := d.read(d.paper("The Women Development Organization, an organization."), 1)
	wdo := open.mention("Organization", "Women Development Organization")
	name := open.says(wdo, "Organization", "name", "Women Development Organization", "Women Development Organization")
	open.propose()
	secret := d.read(d.paper("Notes: the body was founded in 2010. Boris Kim said so.", marked("secret")), 1)
	founded := secret.says(wdo, "Organization", "founded", "2010", "2010")
	kim := secret.mention("Person", "Boris Kim")
	who := secret.says(kim, "Person", "name", "Boris Kim", "Boris Kim")
	secret.propose()
	d.judge(chancery.Confirmed, onStatements(name, founded, who))
	if got := d.list(ledger.ItemQuery{}); got.Total != 2 {
		t.Errorf("without a ceiling: %v", captions(got))
	}
	page := d.list(ledger.ItemQuery{Ceiling: []string{""}})
	if page.Total != 1 || len(page.Rows) != 1 || page.Rows[0].Facts != 1 || !page.Rows[0].Date.IsZero() {
		t.Errorf("below the ceiling: %+v", page.Rows)
	}
	if got := counts(page, "year"); got != "" {
		t.Errorf("a year from above the ceiling is counted: %s", got)
	}
	if got := d.factsOf(ledger.FactQuery{Entities: []chancery.EntityID{wdo}, Ceiling: []string{""}}); len(got) != 1 {
		t.Errorf("facts below the ceiling: %v", got)
	}
	hits, err := d.Search(d.ctx, ledger.SearchQuery{Text: "founded", Ceiling: []string{""}})
	d.must(err)
	if hits.Total != 0 || len(hits.Facets["document"]) != 0 {
		t.Errorf("search below the ceiling: %+v", hits)
	}
}

// manyItems sees that long lists, which are read in another way, sort alike.
func manyItems(t *testing.T, d *desk) {
	const n = 3500
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, "Person %04d;%d\n", (i*7919)%n, 1900+i%100)
	}
	doc := d.paper(text.String())
	r := d.read(doc, 1)
	at := 0
	for i := range n {
		name, year := fmt.Sprintf("Person %04d", (i*7919)%n), fmt.Sprint(1900+i%100)
		m := chancery.NewImportMention(doc.ID, "Person", name)
		for _, v := range []struct {
			property, value string
			skip            int
		}{{"name", name, 1}, {"born", year, 1}} {
			p, err := chancery.Cut(doc.ID, 1, r.text, at, at+len(v.value))
			d.must(err)
			r.Statements = append(r.Statements, chancery.Statement{Subject: m, Schema: "Person", Property: v.property, Value: v.value, Passage: p, Rule: "import.test", Version: 1})
			at += len(v.value) + v.skip
		}
	}
	_, err := d.Import(d.ctx, d.person, r.Reading, chancery.Press)
	d.must(err)
	head := d.head()
	d.paper("Nothing more.")
	for _, at := range []ledger.At{{}, {Known: head}} {
		page := d.list(ledger.ItemQuery{Offset: 100, Limit: 3, At: at})
		if got := strings.Join(captions(page), "|"); page.Total != n || got != "Person 0100|Person 0101|Person 0102" {
			t.Errorf("at %+v: %d rows, %s", at, page.Total, got)
		}
		for sort, want := range map[string]string{"date": "1900", "-date": "1999"} {
			page = d.list(ledger.ItemQuery{Sort: sort, Limit: 3, At: at})
			if len(page.Rows) != 3 || page.Rows[2].Date.String() != want {
				t.Errorf("sorted by %s: %+v", sort, page.Rows)
			}
		}
	}
	page := d.list(ledger.ItemQuery{Facets: map[string][]string{"year": {"1905"}}, Limit: 2})
	if page.Total != n/100 || len(page.Facets["year"]) != 100 {
		t.Errorf("of one year: %d, years counted %d", page.Total, len(page.Facets["year"]))
	}
}

func naming(t *testing.T, d *desk) {
	r := d.read(d.paper("Г-жа Сулейменова. Ms Suleimenova. Mr Kim."), 1)
	a, b, c := r.mention("Person", "Сулейменова"), r.mention("Person", "Suleimenova"), r.mention("Person", "Kim")
	ids := []chancery.StatementID{r.says(a, "Person", "name", "Сулейменова", "Сулейменова"), r.says(b, "Person", "name", "Suleimenova", "Suleimenova"), r.says(c, "Person", "name", "Kim", "Kim")}
	r.propose()
	key := d.nameKey("Suleimenova")
	got, err := d.Naming(d.ctx, []string{key, "other"})
	d.must(err)
	if len(got) != 2 || got[0].Entity != a || got[1].Entity != b || got[0].Schema != "Person" {
		t.Fatalf("named: %+v", got)
	}
	d.judge(chancery.Confirmed, onSame(a, b))
	if got, err = d.Naming(d.ctx, []string{key}); len(got) != 1 || err != nil {
		t.Errorf("after they are one: %+v %v", got, err)
	}
	d.judge(chancery.Undone, onSame(a, b))
	d.judge(chancery.Rejected, onStatements(ids...))
	if got, err = d.Naming(d.ctx, []string{key}); len(got) != 0 || err != nil {
		t.Errorf("after they were rejected: %+v %v", got, err)
	}
}
