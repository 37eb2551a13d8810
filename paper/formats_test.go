package paper

import (
	"bytes"
	"strings"
	"testing"

	"chancery"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"
)

// Our own sentences; each is decoded from every encoding that can hold it.
var samples = map[string]string{
	"ru": "Посольство свидетельствует своё уважение Министерству и имеет честь сообщить, что встреча хранителей маяков состоится в июне.\n",
	"ar": "تهدي السفارة أطيب تحياتها إلى الوزارة وتتشرف بإبلاغها أن اجتماع حراس المنارات سيعقد في شهر حزيران.\n",
	"fr": "L'ambassade présente ses compliments au ministère et a l'honneur de l'informer que la réunion des gardiens de phares, décidée à l'été, se tiendra en février.\n",
	"es": "La embajada saluda atentamente al ministerio y tiene el honor de comunicarle que la reunión de los fareros, señalada para mañana, se celebrará en junio.\n",
	"de": "Die Botschaft grüßt das Ministerium und beehrt sich mitzuteilen, dass das Treffen der Leuchtturmwärter für den Spätsommer geplant ist.\n",
}

func TestEncodingsAreToldByTheirLetters(t *testing.T) {
	utf16 := func(e unicode.Endianness) encoding.Encoding { return unicode.UTF16(e, unicode.IgnoreBOM) }
	encodings := map[string]struct {
		e         encoding.Encoding
		languages string
	}{
		"windows-1251": {charmap.Windows1251, "ru"}, "koi8-r": {charmap.KOI8R, "ru"}, "iso-8859-5": {charmap.ISO8859_5, "ru"},
		"windows-1256": {charmap.Windows1256, "ar"}, "iso-8859-6": {charmap.ISO8859_6, "ar"},
		"windows-1252": {charmap.Windows1252, "fr es de"},
		"utf-16le":     {utf16(unicode.LittleEndian), "ru ar fr es de"}, "utf-16be": {utf16(unicode.BigEndian), "ru ar fr es de"},
		"utf-8": {encoding.Nop, "ru ar fr es de"},
	}
	for name, x := range encodings {
		for _, language := range strings.Fields(x.languages) {
			want := samples[language]
			b, err := x.e.NewEncoder().String(want)
			if err != nil {
				t.Fatal(err)
			}
			o := open(t, "t", []byte(b))
			if o.Edition.Text != want || o.Edition.Encoding != name {
				t.Errorf("%s in %s was read as %s: %q", language, name, o.Edition.Encoding, o.Edition.Text)
			}
			if noted := len(o.Edition.Notes) > 0; noted != (name != "utf-8") {
				t.Errorf("%s: notes %v", name, o.Edition.Notes)
			}
		}
	}
}

func TestCapitalsInEncodings(t *testing.T) {
	want := "ВСТРЕЧА ХРАНИТЕЛЕЙ МАЯКОВ. Состоится в июне, как решено.\n"
	for name, e := range map[string]*charmap.Charmap{"windows-1251": charmap.Windows1251, "koi8-r": charmap.KOI8R} {
		b, err := e.NewEncoder().String(want)
		if err != nil {
			t.Fatal(err)
		}
		if o := open(t, "t", []byte(b)); o.Edition.Text != want || o.Edition.Encoding != name {
			t.Errorf("%s was read as %s: %q", name, o.Edition.Encoding, o.Edition.Text)
		}
	}
}

func TestByteOrderMarks(t *testing.T) {
	for name, b := range map[string]string{
		"utf-8": "\xEF\xBB\xBFA line.", "utf-16le": "\xFF\xFEA\x00 \x00l\x00i\x00n\x00e\x00.\x00", "utf-16be": "\xFE\xFF\x00A\x00 \x00l\x00i\x00n\x00e\x00.",
	} {
		if o := open(t, "t", []byte(b)); o.Edition.Text != "A line." || o.Edition.Encoding != name || len(o.Edition.Notes) > 0 {
			t.Errorf("%s: %q as %s, %v", name, o.Edition.Text, o.Edition.Encoding, o.Edition.Notes)
		}
	}
}

func TestUnicodeTextIsKeptByteForByte(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Map(visible, rapid.String().Draw(t, "text"))
		if !clean(s) || strings.HasPrefix(s, "\uFEFF") {
			return
		}
		if got, encoding, certain := decode([]byte(s)); got != s || encoding != "utf-8" || !certain {
			t.Fatalf("%q became %q (%s)", s, got, encoding)
		}
	})
}

func TestWebPage(t *testing.T) {
	o := open(t, "w", []byte(webPage))
	golden(t, "page.html", o.Edition)
	d := o.Document
	if d.Title != "The lighthouse is lit" || d.Published != chancery.NewDate(2024, 5, 27) || d.Address != "https://example.org/news/7" || d.Language != "en" {
		t.Errorf("document %+v", d)
	}
	if strings.Contains(o.Edition.Text, "All the news") || strings.Contains(o.Edition.Text, "alert") {
		t.Errorf("navigation or a program in the text: %q", o.Edition.Text)
	}
}

func TestWebPageThatIsATable(t *testing.T) {
	o := open(t, "w", []byte("<html><body><nav>Home</nav><table><tr><td>Lumen</td><td>12 March 1976</td></tr><tr><td>Petrel</td><td>4 May 1980</td></tr></table></body></html>"))
	if d := cmp.Diff("<table|<cell 1.1.1|Lumen>\t<cell 1.1.2|12 March 1976>\n<cell 1.2.1|Petrel>\t<cell 1.2.2|4 May 1980>>\n", annotated(o.Edition)); d != "" {
		t.Error(d)
	}
}

func TestWebPageStatesItsEncoding(t *testing.T) {
	b, err := charmap.Windows1251.NewEncoder().String(`<html><head><meta charset="windows-1251"><title>Т</title></head><body><p>Маяк.</p></body></html>`)
	if err != nil {
		t.Fatal(err)
	}
	if o := open(t, "w", []byte(b)); !strings.Contains(o.Edition.Text, "Маяк.") || o.Edition.Encoding != "windows-1251" {
		t.Errorf("%q as %s", o.Edition.Text, o.Edition.Encoding)
	}
}

func TestLetter(t *testing.T) {
	o := open(t, "l", []byte(letter))
	golden(t, "letter.eml", o.Edition)
	if d := cmp.Diff([]Part{{"note.txt", []byte("Words of the note.")}}, o.Parts); d != "" {
		t.Error(d)
	}
	if d := o.Document; d.Kind != chancery.Letter || d.Title != "Встреча" || d.Published != chancery.NewDate(2024, 5, 27) {
		t.Errorf("document %+v", d)
	}
}

func TestLetterInHTMLAlone(t *testing.T) {
	o := open(t, "l", []byte("From: a@example.org\nSubject: Words\nDate: Mon, 27 May 2024 10:00:00 +0300\nContent-Type: text/html\n\n<html><body><p>One.</p><p>Two.</p></body></html>"))
	if !strings.HasSuffix(o.Edition.Text, "\nOne.\nTwo.\n") {
		t.Errorf("text %q", o.Edition.Text)
	}
}

func TestTableOfValues(t *testing.T) {
	content, err := charmap.Windows1251.NewEncoder().String("Остров;Дата;Судов\nСвет;27.05.2024;12\n\"Буревестник; малый\";28.05.2024;\n")
	if err != nil {
		t.Fatal(err)
	}
	o := open(t, "t", []byte(content))
	want := "<table|<cell 1.1.1|Остров>\t<cell 1.1.2|Дата>\t<cell 1.1.3|Судов>\n<cell 1.2.1|Свет>\t<cell 1.2.2|27.05.2024>\t<cell 1.2.3|12>\n<cell 1.3.1|Буревестник; малый>\t<cell 1.3.2|28.05.2024>\t>\n"
	if d := cmp.Diff(want, annotated(o.Edition)); d != "" || o.Edition.Encoding != "windows-1251" {
		t.Error(o.Edition.Encoding, d)
	}
}

// A line that a word processor broke within its paragraph stays broken.
func TestLineBreakOfWordProcessors(t *testing.T) {
	if o := open(t, "t", []byte("The lamp\vwas lit\n")); o.Edition.Text != "The lamp\nwas lit\n" {
		t.Errorf("%q", o.Edition.Text)
	}
}

func TestRunningTextIsNoTable(t *testing.T) {
	for _, s := range []string{
		"We met, and we spoke.\nThey left, and we stayed.\nIt rained, and we slept.\n",
		"Dear all,\n\nwords, words.\n\nYours,\nme\n",
		"One line; with a semicolon\nAnother without\nAnd a third\n",
		"Light the lamp (Lumen);\nPay the keepers (Cormoran); \nMend the wall (Petrel);\n",
		"We met.\r1. Light the lamp; \r2.\nPay the keepers; \r3.\nMend the wall; \r4.\n",
	} {
		if d, ok := delimiter(s); ok {
			t.Errorf("%q is taken for a table cut at %q", s, d)
		}
	}
}

func TestWorkbook(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for cell, v := range map[string]any{"A1": "Island", "B1": "Paid", "A2": "Lumen", "B2": 1234.5, "A3": "Petrel\nminor"} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := f.NewSheet("Second"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellValue("Second", "B2", "alone"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	want := "<heading1|Sheet1>\n<table|<cell 1.1.1|Island>\t<cell 1.1.2|Paid>\n<cell 1.2.1|Lumen>\t<cell 1.2.2|1234.5>\n<cell 1.3.1|Petrel minor>>\n<heading1|Second>\n<table|\n\t<cell 2.2.2|alone>>\n"
	if d := cmp.Diff(want, annotated(open(t, "w", b.Bytes()).Edition)); d != "" {
		t.Error(d)
	}
}

func TestOpenDocument(t *testing.T) {
	styles := `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>`
	content := `<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>` +
		`<text:h text:outline-level="1">Proceedings</text:h>` +
		`<text:p>The lamp was lit<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>In the evening.</text:p></text:note-body></text:note> at<text:s text:c="1"/>last,<text:line-break/>they said.</text:p>` +
		`<text:list text:style-name="L"><text:list-item><text:p>One</text:p><text:list><text:list-item><text:p>Inner</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>Two</text:p></text:list-item></text:list>` +
		`<table:table><table:table-row><table:table-cell><text:p>a</text:p><text:p>b</text:p></table:table-cell><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table>` +
		`<text:p><text:a xlink:href="https://example.org/">here</text:a></text:p>`
	o := open(t, "o", odtFile(t, content, styles))
	golden(t, "text.odt", o.Edition)
	if o.Document.Title != "The lighthouses" || o.Document.Author != "A Keeper" {
		t.Errorf("document %+v", o.Document)
	}
}

// A comma parts two columns only where every line has one and no space follows.
func TestTwoColumns(t *testing.T) {
	for s, want := range map[string]bool{
		"State,Date\nLumen,2024\nCormoran,2025\n":                              true,
		"State,Words\n\"Lumen\",\"It said, at length, no\"\nCormoran,yes\n":    true,
		"Dear colleague,\nthe plan, as sent\nis here, below\n":                 false,
		"State;Date\nLumen;\nCormoran;2025\nPetrel;2026\n":                     true,
		"apples,\npears,\nplums,\n":                                            false,
		"He came, saw\nShe went, spoke\nThey met, agreed\n":                    false,
		"In 2024,\nthe two sides met\nand agreed\n":                            false,
		"State,Date\nLumen,2024\na line of another kind\nCormoran,2025\nEnd\n": false,
	} {
		if _, got := delimiter(s); got != want {
			t.Errorf("%q is a table: %v", s, got)
		}
	}
}
