package storetest

import (
	"strings"
	"testing"

	"chancery"
	"chancery/ledger"
)

func search(t *testing.T, d *desk) {
	one := d.paper("The ambassador discussed the election of experts.\n"+strings.Repeat("Other words fill the page. ", 30)+"\nElections, elections and the ambassador's plan.",
		func(c *chancery.Document) { c.Published = chancery.NewDate(2024, 5, 28) })
	d.paper("Nobody spoke of elections here.", func(c *chancery.Document) { c.Kind, c.Published = chancery.Notes, chancery.NewDate(2023, 0, 0) })
	find := func(q ledger.SearchQuery) ledger.SearchPage {
		t.Helper()
		page, err := d.Search(d.ctx, q)
		d.must(err)
		return page
	}
	page := find(ledger.SearchQuery{Text: "election"})
	if page.Total != 3 || len(page.Hits) != 3 {
		t.Fatalf("%d hits, want 3", page.Total)
	}
	page = find(ledger.SearchQuery{Text: "Ambassador ELECTION"})
	if page.Total != 2 || page.Hits[0].Document != one.ID || page.Hits[0].Edition != 1 || page.Hits[0].Score < page.Hits[1].Score {
		t.Fatalf("two words: %+v", page.Hits)
	}
	for _, h := range page.Hits {
		e, err := d.Edition(d.ctx, h.Document, h.Edition)
		d.must(err)
		if !strings.Contains(e.Text[h.Start:h.End], h.Snippet) || len(h.Marks) < 2 {
			t.Errorf("hit %+v", h)
		}
		for _, m := range h.Marks {
			w := strings.ToLower(h.Snippet[m[0]:m[1]])
			if !strings.HasPrefix(w, "election") && !strings.HasPrefix(w, "ambassador") {
				t.Errorf("marked %q", w)
			}
		}
	}
	page = find(ledger.SearchQuery{Text: "elections", Facets: map[string][]string{"document": {"notes"}}})
	if page.Total != 1 || page.Facets["document"][0] != (ledger.FacetCount{Value: "paper", Count: 2}) || page.Facets["year"][0] != (ledger.FacetCount{Value: "2023", Count: 1}) {
		t.Errorf("narrowed: %+v", page)
	}
	if page = find(ledger.SearchQuery{Text: "elections", Offset: 2}); page.Total != 3 || len(page.Hits) != 1 {
		t.Errorf("the second page: %+v", page)
	}
	if page = find(ledger.SearchQuery{Text: "elections", At: ledger.At{Known: 3}}); page.Total != 2 {
		t.Errorf("as known then: %d", page.Total)
	}
	for _, odd := range []string{"", "  ", `"`, "'); DROP TABLE block;--", "a AND", "*", "NEAR(", "election\x00", "\\", "'&|!"} {
		find(ledger.SearchQuery{Text: odd})
	}
	_, err := d.AddEdition(d.ctx, d.person, chancery.Edition{Document: one.ID, Extractor: "text", Version: 2, Text: "All is new.", Language: "en"})
	d.must(err)
	if page = find(ledger.SearchQuery{Text: "ambassador"}); page.Total != 0 {
		t.Errorf("words of an earlier text are found: %+v", page.Hits)
	}
}

func searchScripts(t *testing.T, d *desk) {
	for lang, text := range map[string]string{
		"ru": "Посол обсудил выборы в Комитет.", "kk": "Елші сайлауды талқылады.", "ar": "ناقش السفير الانتخابات.", "fr": "L'ambassadrice a évoqué les élections.", "en": "See A/HRC/59/15 and O'Neill\\path.",
	} {
		d.paper(text, func(c *chancery.Document) { c.Language = lang })
	}
	for text, want := range map[string]int{"выборах": 1, "сайлау": 1, "سفير": 1, "elections ambassadrice": 1, "élection": 1, "A/HRC/59/15": 1, "A/HRC/59/16": 0, "o'neill": 1} {
		page, err := d.Search(d.ctx, ledger.SearchQuery{Text: text})
		d.must(err)
		if page.Total != want {
			t.Errorf("%q finds %d, want %d", text, page.Total, want)
		}
		for _, h := range page.Hits {
			if len(h.Marks) == 0 {
				t.Errorf("%q marks nothing in %q", text, h.Snippet)
			}
		}
	}
}

func withdraw(t *testing.T, d *desk) {
	const private = "Zebulon Quartermain"
	kept := d.read(d.paper("Anna Berg met the delegation."), 1)
	anna := kept.mention("Person", "Anna Berg")
	name := kept.says(anna, "Person", "name", "Anna Berg", "Anna Berg")
	kept.propose()
	doc := d.paper("Confidential: "+private+" is Anna Berg's contact. Founded 1987.", func(c *chancery.Document) { c.Title, c.Name, c.Symbol = private, private, private })
	r := d.read(doc, 1)
	z := r.mention("Person", private)
	who := r.says(z, "Person", "name", private, private)
	alias := r.says(anna, "Person", "alias", private, private)
	r.propose()
	v := d.judge(chancery.Confirmed, onStatements(name, who, alias))
	d.must(d.Note(d.ctx, d.person, doc.ID, chancery.Say("x", "about %s", private)))
	before := d.head()
	d.refused(d.Withdraw(d.ctx, d.person, doc.ID, " "), chancery.Invalid)
	d.must(d.Withdraw(d.ctx, d.person, doc.ID, "filed by mistake"))
	d.refused(d.Withdraw(d.ctx, d.person, doc.ID, "again"), chancery.Forbidden)
	_, err := d.Content(d.ctx, doc.ID)
	d.refused(err, chancery.Forbidden)
	_, err = d.Edition(d.ctx, doc.ID, 0)
	d.refused(err, chancery.Forbidden)
	_, _, err = d.Receive(d.ctx, d.person, ledger.Receipt{Content: []byte("Confidential: " + private + " is Anna Berg's contact. Founded 1987.")})
	d.refused(err, chancery.Forbidden)
	_, err = d.Propose(d.ctx, d.person, r.Reading)
	d.refused(err, chancery.Forbidden)
	got, err := d.Document(d.ctx, doc.ID)
	d.must(err)
	if got.ID != doc.ID || got.Title != "" || got.Name != "" || got.Symbol != "" {
		t.Errorf("of the document stays %+v", got)
	}
	w, err := d.Withdrawal(d.ctx, doc.ID)
	d.must(err)
	if w == nil || w.Reason != "filed by mistake" || w.Person != d.person || w.Number != d.head() {
		t.Errorf("withdrawal: %+v", w)
	}
	if w, err = d.Withdrawal(d.ctx, kept.Document); w != nil || err != nil {
		t.Errorf("of another document: %+v %v", w, err)
	}
	for _, at := range []ledger.At{{}, {Known: before}} {
		all, err := d.Facts(d.ctx, ledger.FactQuery{At: at})
		d.must(err)
		if len(all) != 1 || all[0].Value != "Anna Berg" {
			t.Errorf("facts at %+v: %v", at, values(all))
		}
		page := d.list(ledger.ItemQuery{Proposed: true, At: at})
		if len(page.Rows) != 1 || page.Rows[0].Caption != "Anna Berg" {
			t.Errorf("rows at %+v: %v", at, captions(page))
		}
		js := d.of(ledger.StatementQuery{Document: doc.ID, At: at})
		if len(js) != 2 {
			t.Fatalf("%d statements stay, want 2", len(js))
		}
		for _, j := range js {
			if !j.Withdrawn || j.Value != "" || j.Passage.Quote != "" || j.Passage.Before != "" || j.Original != "" {
				t.Errorf("of a statement stays %+v", j)
			}
		}
	}
	for _, text := range []string{private, "confidential", "1987"} {
		hits, err := d.Search(d.ctx, ledger.SearchQuery{Text: text})
		d.must(err)
		if page := d.list(ledger.ItemQuery{Text: text, Proposed: true}); hits.Total != 0 || page.Total != 0 {
			t.Errorf("%q is found in %d passages and %d rows", text, hits.Total, page.Total)
		}
	}
	if n, err := d.Notes(d.ctx, doc.ID); len(n) != 0 || err != nil {
		t.Errorf("notes stay: %v %v", n, err)
	}
	if _, err := d.Verdict(d.ctx, v.ID); err != nil {
		t.Errorf("the verdict is gone: %v", err)
	}
	if named, err := d.Naming(d.ctx, []string{d.nameKey(private)}); len(named) != 0 || err != nil {
		t.Errorf("the name is found: %+v %v", named, err)
	}
}

func withdrawLetter(t *testing.T, d *desk) {
	letter := d.paper("The letter.", func(c *chancery.Document) { c.Kind = chancery.Letter })
	part := d.paper("Its table.", func(c *chancery.Document) { c.Kind, c.Parent = chancery.Attachment, letter.ID })
	remark := d.paper("A remark on it.", func(c *chancery.Document) { c.Kind, c.Parent = chancery.Remark, letter.ID })
	d.must(d.Withdraw(d.ctx, d.person, letter.ID, "sent to us by mistake"))
	_, err := d.Content(d.ctx, part.ID)
	d.refused(err, chancery.Forbidden)
	_, err = d.Content(d.ctx, remark.ID)
	d.must(err)
	page, err := d.Documents(d.ctx, ledger.DocumentQuery{})
	d.must(err)
	for _, row := range page.Rows {
		if row.Withdrawn != (row.ID != remark.ID) {
			t.Errorf("%s is withdrawn: %v", row.Kind, row.Withdrawn)
		}
	}
}
