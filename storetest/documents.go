package storetest

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"chancery"
	"chancery/ledger"
)

func receive(t *testing.T, d *desk) {
	doc := chancery.Document{Name: "../a.txt", Kind: chancery.Paper, Media: "text/plain", Symbol: "A/1", Title: "Title", Publisher: "P", Author: "Au",
		Address: "https://example.org/a", Published: chancery.NewDate(2024, 5, 0), Received: chancery.NewDate(2024, 5, 28), Incoming: "12-3/4", Language: "en", Marking: "internal", Part: "x"}
	got, existed, err := d.Receive(d.ctx, d.person, ledger.Receipt{Document: doc, Content: []byte("bytes")})
	d.must(err)
	doc.ID, doc.Size = chancery.NewDocumentID([]byte("bytes")), 5
	if diff := cmp.Diff(doc, got); existed || diff != "" {
		t.Errorf("received (existed %v): %s", existed, diff)
	}
	again, existed, err := d.Receive(d.ctx, d.person, ledger.Receipt{Document: chancery.Document{Title: "Another"}, Content: []byte("bytes")})
	d.must(err)
	if !existed || again.Title != "Title" {
		t.Errorf("the same bytes again: existed %v, title %q", existed, again.Title)
	}
	kept, err := d.Document(d.ctx, doc.ID)
	d.must(err)
	if diff := cmp.Diff(doc, kept); diff != "" {
		t.Error(diff)
	}
	content, err := d.Content(d.ctx, doc.ID)
	d.must(err)
	if string(content) != "bytes" {
		t.Errorf("content is %q", content)
	}
	_, _, err = d.Receive(d.ctx, d.person, ledger.Receipt{Document: chancery.Document{ID: doc.ID}, Content: []byte("other")})
	d.refused(err, chancery.Invalid)
	_, _, err = d.Receive(d.ctx, d.person, ledger.Receipt{Document: chancery.Document{Title: "a\xff"}, Content: []byte("other")})
	d.refused(err, chancery.Invalid)
	_, err = d.Document(d.ctx, "nothing")
	d.refused(err, chancery.NotFound)
	_, err = d.Content(d.ctx, "nothing")
	d.refused(err, chancery.NotFound)
}

func receiveLarge(t *testing.T, d *desk) {
	content := bytes.Repeat([]byte("0123456789abcdef"), 3<<16)
	content = append(content, 0, 255)
	doc, _, err := d.Receive(d.ctx, d.person, ledger.Receipt{Content: content})
	d.must(err)
	got, err := d.Content(d.ctx, doc.ID)
	d.must(err)
	if !bytes.Equal(content, got) {
		t.Errorf("%d bytes came back of %d, or others", len(got), len(content))
	}
	empty, _, err := d.Receive(d.ctx, d.person, ledger.Receipt{})
	d.must(err)
	if got, err = d.Content(d.ctx, empty.ID); err != nil || len(got) != 0 {
		t.Errorf("an empty paper gives %d bytes and %v", len(got), err)
	}
}

// A paper too large to hold comes as a stream and goes out as one.
func receiveStream(t *testing.T, d *desk) {
	content := append(bytes.Repeat([]byte("0123456789abcdef"), 3<<16), 0, 255)
	from := bytes.NewReader(content)
	_, err := from.Seek(5, io.SeekStart) // from where it stands is the caller's business
	d.must(err)
	doc, existed, err := d.Receive(d.ctx, d.person, ledger.Receipt{Document: chancery.Document{Name: "large.pdf"}, From: from})
	d.must(err)
	if existed || doc.ID != chancery.NewDocumentID(content) || doc.Size != int64(len(content)) {
		t.Errorf("a stream is kept as %s with %d bytes", doc.ID, doc.Size)
	}
	var out bytes.Buffer
	d.must(d.WriteContent(d.ctx, doc.ID, &out))
	if !bytes.Equal(content, out.Bytes()) {
		t.Errorf("%d bytes came back of %d, or others", out.Len(), len(content))
	}
	if _, existed, err = d.Receive(d.ctx, d.person, ledger.Receipt{Content: content}); err != nil || !existed {
		t.Errorf("the same bytes at once: existed %v, %v", existed, err)
	}
	_, _, err = d.Receive(d.ctx, d.person, ledger.Receipt{From: &shifting{ReadSeeker: strings.NewReader("what it was first")}})
	d.refused(err, chancery.Conflict)
	d.refused(d.WriteContent(d.ctx, "nothing", &out), chancery.NotFound)
	d.must(d.Withdraw(d.ctx, d.person, doc.ID, "by mistake"))
	d.refused(d.WriteContent(d.ctx, doc.ID, &out), chancery.Forbidden)
}

// shifting is a file that somebody writes while it is received: it reads
// otherwise once it has been read.
type shifting struct{ io.ReadSeeker }

func (s *shifting) Read(b []byte) (int, error) {
	n, err := s.ReadSeeker.Read(b)
	if err == io.EOF {
		s.ReadSeeker = strings.NewReader("what it is now")
	}
	return n, err
}

func documents(t *testing.T, d *desk) {
	letter := d.paper("The letter says that Lama Sharif is the Executive Director.", func(c *chancery.Document) { c.Kind, c.Title = chancery.Letter, "Letter" })
	d.paper("Attached is a table.", func(c *chancery.Document) {
		c.Kind, c.Title, c.Parent, c.Part, c.Marking = chancery.Attachment, "Table", letter.ID, "table.csv", "secret"
	})
	r := d.read(letter, 1)
	m := r.mention("Person", "Lama Sharif")
	id := r.says(m, "Person", "name", "Lama Sharif", "Lama Sharif")
	r.propose()
	titles := func(q ledger.DocumentQuery) (out []string) {
		page, err := d.Documents(d.ctx, q)
		d.must(err)
		for _, row := range page.Rows {
			out = append(out, row.Title)
		}
		if q.Limit == 0 && page.Total != len(out) {
			t.Errorf("total %d for %d rows", page.Total, len(out))
		}
		return out
	}
	for _, c := range []struct {
		q    ledger.DocumentQuery
		want []string
	}{
		{ledger.DocumentQuery{}, []string{"Table", "Letter"}},
		{ledger.DocumentQuery{Limit: 1}, []string{"Table"}},
		{ledger.DocumentQuery{Offset: 1, Limit: 1}, []string{"Letter"}},
		{ledger.DocumentQuery{Waiting: true}, []string{"Letter"}},
		{ledger.DocumentQuery{Parent: letter.ID}, []string{"Table"}},
		{ledger.DocumentQuery{Kinds: []chancery.DocumentKind{chancery.Letter}}, []string{"Letter"}},
		{ledger.DocumentQuery{Ceiling: []string{""}}, []string{"Letter"}},
		{ledger.DocumentQuery{At: ledger.At{Known: 3}}, []string{"Letter"}},
	} {
		if diff := cmp.Diff(c.want, titles(c.q)); diff != "" {
			t.Errorf("%+v: %s", c.q, diff)
		}
	}
	d.judge(chancery.Confirmed, onStatements(id))
	page, err := d.Documents(d.ctx, ledger.DocumentQuery{Offset: 1, Limit: 1})
	d.must(err)
	if row := page.Rows[0]; row.Waiting != 0 || row.Judged != 1 || row.Editions != 1 || row.By != d.person {
		t.Errorf("the letter's row is %+v", row)
	}
}

func notes(t *testing.T, d *desk) {
	doc, _, err := d.Receive(d.ctx, d.person, ledger.Receipt{Content: []byte("%PDF broken")})
	d.must(err)
	m := chancery.Say("paper.broken", "the file %q is broken", "a.pdf")
	d.must(d.Note(d.ctx, d.person, doc.ID, m))
	got, err := d.Notes(d.ctx, doc.ID)
	d.must(err)
	if diff := cmp.Diff([]chancery.Message{m}, got); diff != "" {
		t.Error(diff)
	}
	d.refused(d.Note(d.ctx, d.person, "nothing", m), chancery.NotFound)
}

func edition(t *testing.T, d *desk) {
	text := strings.Repeat("Встреча состоялась в Каире. ", 4000)
	doc, _, err := d.Receive(d.ctx, d.person, ledger.Receipt{Content: []byte("pdf")})
	d.must(err)
	e := chancery.Edition{Document: doc.ID, Extractor: "pdf", Version: 3, Text: text, Language: "ru", Encoding: "utf-8", Machine: true,
		Layout: chancery.Layout{Pages: []chancery.Page{{Number: 1, End: len(text), Width: 595, Height: 842}}, Ranges: []chancery.Range{{End: 10, Role: chancery.Heading, Level: 1, Label: "1.", Boxes: []chancery.Box{{Page: 1, X1: 2}}}}},
		Notes:  []chancery.Message{chancery.Say("paper.scan", "page %d has no text", 2)}}
	_, err = d.Edition(d.ctx, doc.ID, 0)
	d.refused(err, chancery.NotFound)
	first, err := d.AddEdition(d.ctx, d.person, e)
	d.must(err)
	e.Number = 1
	got, err := d.Edition(d.ctx, doc.ID, 1)
	d.must(err)
	e.Notes[0].Args = []any{float64(2)} // as JSON has it
	if diff := cmp.Diff(e, got); first.Number != 1 || diff != "" {
		t.Error(diff)
	}
	head := d.head()
	again, err := d.AddEdition(d.ctx, d.person, e)
	d.must(err)
	if again.Number != 1 || d.head() != head {
		t.Errorf("the same text again is edition %d", again.Number)
	}
	e.Version = 4
	second, err := d.AddEdition(d.ctx, d.person, e)
	d.must(err)
	last, err := d.Edition(d.ctx, doc.ID, 0)
	d.must(err)
	if second.Number != 2 || last.Number != 2 {
		t.Errorf("a newer extractor's text is edition %d, the last one %d", second.Number, last.Number)
	}
	_, err = d.Edition(d.ctx, doc.ID, 9)
	d.refused(err, chancery.NotFound)
	e.Text = "a\x00b"
	_, err = d.AddEdition(d.ctx, d.person, e)
	d.refused(err, chancery.Invalid)
	e.Document, e.Text = "nothing", "x"
	_, err = d.AddEdition(d.ctx, d.person, e)
	d.refused(err, chancery.NotFound)
}

const report = `Cairo, 27 May 2024. Ambassador Marat Aliev met Lama Sharif, Executive Director of the
Women Development Organization. The Organization was founded in 2010.
Lama Sharif spoke of the plan. The Organization will open an office.`

func anchors(t *testing.T, d *desk) {
	doc := d.paper(report)
	r := d.read(doc, 1)
	sharif, wdo := r.mention("Person", "Lama Sharif"), r.mention("Organization", "Women Development Organization")
	name := r.says(sharif, "Person", "name", "Lama Sharif", "Lama Sharif")
	founded := r.says(wdo, "Organization", "founded", "2010", "2010")
	office := r.says(wdo, "Organization", "purpose", "The Organization will open an office", "The Organization will open an office")
	unjudged := r.says(wdo, "Organization", "name", "Women Development Organization", "Women Development Organization")
	r.propose()
	d.judge(chancery.Confirmed, onStatements(name, founded, office))
	better := "PRESS RELEASE\n\n" + strings.NewReplacer("\n", "\n\n", "The Organization will open an office.", "").Replace(report)
	_, err := d.AddEdition(d.ctx, d.person, chancery.Edition{Document: doc.ID, Extractor: "text", Version: 2, Text: better, Language: "en"})
	d.must(err)
	for _, j := range d.of(ledger.StatementQuery{Document: doc.ID}) {
		switch j.ID {
		case name, founded:
			p := j.Passage
			if !j.Anchored || p.Edition != 2 || better[p.Start:p.End] != j.Value || p.Quote != j.Value || !strings.HasSuffix(better[:p.Start], p.Before) || !strings.HasPrefix(better[p.End:], p.After) || p.Before == "" {
				t.Errorf("%s is anchored at %+v", j.Value, p)
			}
		case office, unjudged:
			if j.Anchored || j.Passage.Edition != 1 {
				t.Errorf("%s is anchored at %+v", j.Value, j.Passage)
			}
		}
	}
	lost, err := d.Lost(d.ctx, doc.ID)
	d.must(err)
	if len(lost) != 1 || lost[0].Statement != office || lost[0].Quote != "The Organization will open an office" {
		t.Errorf("lost: %+v", lost)
	}
}

func reread(t *testing.T, d *desk) {
	doc := d.paper(report)
	r := d.read(doc, 1)
	sharif, wdo := r.mention("Person", "Lama Sharif"), r.mention("Organization", "Women Development Organization")
	name := r.says(sharif, "Person", "name", "Lama Sharif", "Lama Sharif")
	post := r.mention("Occupancy", "Executive Director")
	holder := r.says(post, "Occupancy", "holder", "Lama Sharif", "Lama Sharif", sharif)
	r.says(wdo, "Organization", "name", "Women Development Organization", "Women Development Organization")
	r.propose()
	d.judge(chancery.Confirmed, onStatements(name, holder))
	_, err := d.AddEdition(d.ctx, d.person, chancery.Edition{Document: doc.ID, Extractor: "text", Version: 2, Text: "Press release. " + report, Language: "en"})
	d.must(err)
	r = d.read(doc, 2)
	newSharif, newPost := r.mention("Person", "Lama Sharif"), r.mention("Occupancy", "Executive Director")
	if newSharif == sharif {
		t.Fatal("the mention did not move")
	}
	r.says(newSharif, "Person", "name", "Lama Sharif", "Lama Sharif")
	r.says(newPost, "Occupancy", "holder", "Lama Sharif", "Lama Sharif", newSharif)
	r.says(newPost, "Occupancy", "title", "Executive Director", "Executive Director")
	if n := r.propose(); n != 1 {
		t.Errorf("%d statements are new, want the title alone", n)
	}
	all := d.of(ledger.StatementQuery{Document: doc.ID, LastReading: true})
	if len(all) != 3 {
		t.Fatalf("the desk shows %d statements, want 3", len(all))
	}
	for _, j := range all {
		if j.Subject == newSharif || j.Subject == newPost || j.Ref == newSharif {
			t.Errorf("%s.%s is about a new mention of the same words", j.Schema, j.Property)
		}
		if j.Kept {
			t.Errorf("%s.%s was read again", j.Schema, j.Property)
		}
	}
}
