package paper

import (
	"context"
	"fmt"
	"testing"
	"time"

	"chancery"
)

// fuzzed reads whatever comes and holds what Open promises: an edition with a
// sound layout, or an error with a message and a kind that is the paper's fault.
func fuzzed(t *testing.T, f format, content []byte) {
	limits := Limits{Bytes: 1 << 20, Pages: 20, Text: 1 << 20, Time: 20 * time.Second}
	o, err := run(context.Background(), f, content, limits, Opened{})
	if err == nil {
		checkLayout(t, o.Edition)
		return
	}
	if m := chancery.MessageOf(err); m.Key == "error.other" || m.Text == "" {
		t.Errorf("no message in %v", err)
	}
	if k := chancery.KindOf(err); k == chancery.Internal || k == chancery.NotFound {
		t.Errorf("kind %v of %v", k, err)
	}
}

func FuzzOpen(f *testing.F) {
	for _, b := range [][]byte{[]byte(webPage), []byte(letter), []byte("a;b\n1;2\n3;4\n"), report(f), odtFile(f, "<text:p>Words.</text:p>", ""), {0xFF, 0xFE, 'a', 0}} {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		o, err := Open(context.Background(), "f", content, Limits{Bytes: 1 << 20, Pages: 20})
		if o.Document.ID != chancery.NewDocumentID(content) {
			t.Error("the document is not identified")
		}
		if err == nil {
			checkLayout(t, o.Edition)
		}
	})
}

func FuzzText(f *testing.F) {
	for _, s := range samples {
		f.Add([]byte(s))
	}
	f.Add([]byte("\xFE\xFF\x00a"))
	f.Fuzz(func(t *testing.T, content []byte) { fuzzed(t, plain, content) })
}

func FuzzWeb(f *testing.F) {
	f.Add([]byte(webPage))
	f.Add([]byte("<table><tr><td rowspan=9 colspan=-1><table><td>x<ol><li><p>y<br>z"))
	f.Fuzz(func(t *testing.T, content []byte) { fuzzed(t, web, content) })
}

func FuzzMail(f *testing.F) {
	f.Add([]byte(letter))
	f.Fuzz(func(t *testing.T, content []byte) { fuzzed(t, mail, content) })
}

func FuzzTable(f *testing.F) {
	f.Add([]byte("a;b\n\"c;\n\";d\n"))
	f.Fuzz(func(t *testing.T, content []byte) { fuzzed(t, csvTable, content) })
}

func FuzzWordText(f *testing.F) {
	f.Add(para(numbered(1, 0), "Words.", note(2)))
	f.Add(`<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`)
	f.Add(`<w:p><w:r><w:txbxContent><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:txbxContent></w:r></w:p>`)
	f.Fuzz(func(t *testing.T, body string) {
		fuzzed(t, docx, wordFile(t, body, "numbering", reportNumbering, "styles", reportStyles, "footnotes", `<w:footnote w:id="2">`+body+`</w:footnote>`))
	})
}

func FuzzNumbering(f *testing.F) {
	f.Add(reportNumbering)
	f.Fuzz(func(t *testing.T, numbering string) {
		body := ""
		for i := range 6 {
			body += para(numbered(1+i%4, i%3), "Words.")
		}
		fuzzed(t, docx, wordFile(t, body, "numbering", numbering))
	})
}

func FuzzOpenDocument(f *testing.F) {
	f.Add(`<text:list text:style-name="L"><text:list-item><text:p>One<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p></text:list-item></text:list>`,
		`<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="i" text:display-levels="3"/></text:list-style>`)
	f.Add(`<table:table><table:table-row><table:table-cell><table:table/></table:table-cell></table:table-row></table:table>`, "")
	f.Fuzz(func(t *testing.T, content, styles string) { fuzzed(t, odt, odtFile(t, content, styles)) })
}

func FuzzPDF(f *testing.F) {
	f.Add(longPage("Head", "1", "A line of a page", "and one more of it-", "self."))
	f.Add("BT /F 10 Tf 0 1 -1 0 100 72 Tm (turned) Tj ET 0 0 5 5 re f")
	f.Add(put("B", 200, -50, 900, "outside"))
	f.Fuzz(func(t *testing.T, content string) {
		fuzzed(t, pdf, pdfFile(content, fmt.Sprintf("q %s Q", content)))
	})
}

// FuzzLines sets characters at any places on a page.
func FuzzLines(f *testing.F) {
	f.Add("(مرحبا) 12 abc", []byte{1, 2, 3, 4})
	f.Fuzz(func(t *testing.T, text string, places []byte) {
		var gs []glyph
		for i, r := range []rune(text) {
			var a, b, c byte
			if n := len(places); n > 0 {
				a, b, c = places[i%n], places[(3*i+1)%n], places[(5*i+2)%n]
			}
			x, y := float32(a)*2, float32(b)*3
			gs = append(gs, glyph{r: r, x0: x, x1: x + float32(c%20), y0: y, y1: y + float32(c%15), size: float32(c % 30), angle: float32(c%2) * float32(a%2)})
		}
		b := book{leaves: []leaf{{number: 1, width: 595, height: 842, lines: setLines(gs)}, {number: 2, width: 0, height: 0, lines: setLines(gs)}}}
		s := newSheet(Defaults)
		b.write(s)
		text, layout, _, err := s.finish()
		if err != nil {
			t.Fatal(err)
		}
		checkLayout(t, chancery.Edition{Text: text, Layout: layout})
	})
}
