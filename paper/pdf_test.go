package paper

import (
	"bytes"
	"context"
	"fmt"
	"image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"chancery"

	"github.com/google/go-cmp/cmp"
)

func testFile(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// The report and two plans printed from Word's format, and columns printed by a
// browser.
func TestPrintedPapers(t *testing.T) {
	for name, language := range map[string]string{"report.pdf": "en", "columns-ru.pdf": "ru", "columns-kk.pdf": "kk", "columns-ar.pdf": "ar", "table-ru.pdf": "ru", "table-ar.pdf": "ar"} {
		t.Run(name, func(t *testing.T) {
			o := open(t, name, testFile(t, name))
			golden(t, name, o.Edition)
			if o.Edition.Language != language {
				t.Errorf("language %q, want %q", o.Edition.Language, language)
			}
		})
	}
}

// A paper and its print hold the same paragraphs, the numbers that only Word
// keeps from restarting aside.
func TestPrintHoldsTheSameParagraphs(t *testing.T) {
	words := func(e chancery.Edition) map[string]bool {
		out := map[string]bool{}
		for _, role := range []chancery.Role{chancery.Paragraph, chancery.ListItem, chancery.Heading, chancery.Title} {
			for _, s := range inRole(e, role) {
				_, s, _ = strings.Cut("\t"+s, "\t")
				out[strings.Join(strings.Fields(s[strings.LastIndex(s, "\t")+1:]), " ")] = true
			}
		}
		return out
	}
	word, print := words(open(t, "report.docx", report(t)).Edition), words(open(t, "report.pdf", testFile(t, "report.pdf")).Edition)
	for _, s := range []string{"LUM/2021/15", "LUM.21-00415", "See LUM/2009/7.", "Cormoran Gazette, No. 14, p. 3.", "State", "Seats", "Paid", "Cormoran", "2", "yes"} {
		delete(word, s) // furniture, notes and cells have other roles in print
	}
	for s := range word {
		if !print[s] && !print["II. "+s] {
			t.Errorf("in print there is no paragraph %q", s)
		}
	}
}

// longPage is a page of running text between a header and a footer.
func longPage(header, footer string, lines ...string) string {
	var b strings.Builder
	b.WriteString(put("F", 8, 72, 800, header))
	b.WriteString(put("F", 8, 72, 30, footer))
	for i, l := range lines {
		b.WriteString(put("F", 10, 72, 700-float64(i)*12, l))
	}
	return b.String()
}

func TestFurnitureRepeatsAcrossPages(t *testing.T) {
	e := open(t, "f", pdfFile(
		longPage("LUM/2020/1", "2", "Nobody had expected so many to come, they said.", "The first page begins here and its sentence goes on", "uninterrupted to the foot of the page, for the other"),
		longPage("LUM/2020/1", "3", "representatives have yet to speak, whose statements", "the second page holds."))).Edition
	if d := cmp.Diff([]string{"LUM/2020/1", "LUM/2020/1"}, inRole(e, chancery.Header)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"2", "3"}, inRole(e, chancery.Footer)); d != "" {
		t.Error(d)
	}
	paragraphs := inRole(e, chancery.Paragraph)
	if len(paragraphs) != 1 || !strings.HasPrefix(paragraphs[0], "Nobody had") || !strings.HasSuffix(paragraphs[0], "second page holds.") {
		t.Errorf("the paragraph does not go on over the page: %q", paragraphs)
	}
}

func TestColumnsAreReadOneAfterTheOther(t *testing.T) {
	var b strings.Builder
	left := []string{"The islands have agreed on one", "lighthouse for all of them, and", "representatives of each will be", "present when it is lit."}
	right := []string{"Whoever passes it at night has", "nothing to pay, as the skippers", "unanimously asked for, whether", "laden or empty."}
	for i := range left { // drawn row by row, as some programs do
		y := 700 - float64(i)*12
		b.WriteString(put("F", 10, 72, y, left[i]) + put("F", 10, 310, y, right[i]))
	}
	rows := open(t, "rows", pdfFile(b.String())).Edition.Text
	if !strings.Contains(rows, left[0]+"\t"+right[0]) {
		t.Errorf("rows drawn as rows are read as rows: %q", rows)
	}
	b.Reset()
	for _, column := range [][]string{left, right} {
		for i, l := range column {
			x := 72.0
			if column[0] == right[0] {
				x = 310
			}
			b.WriteString(put("F", 10, x, 700-float64(i)*12, l))
		}
	}
	want := strings.Join(left, " ") + "\n" + strings.Join(right, " ") + "\n"
	if d := cmp.Diff(want, open(t, "columns", pdfFile(b.String())).Edition.Text); d != "" {
		t.Error(d)
	}
}

func TestHyphensAtLineEnds(t *testing.T) {
	e := open(t, "h", pdfFile(longPage("Head", "Foot",
		"The implementation of the plan and the follow-up to it are one thing, and the imple-",
		"mentation of what was promised is another; the latter needs a mechanism for follow-",
		"up and for the exchange of experience, as the meeting agreed."))).Edition
	if !strings.Contains(e.Text, "the imple-\nmentation of") || !strings.Contains(e.Text, "for follow-up and") {
		t.Errorf("text %q", e.Text)
	}
	if d := cmp.Diff([]string{"-\n"}, inRole(e, chancery.Hyphen)); d != "" {
		t.Error(d)
	}
}

func TestFootnotesByMarkAndSize(t *testing.T) {
	page := put("F", 10, 72, 700, "The treaty was signed in the capital by three ministers") + put("F", 6, 329, 704, "1") +
		put("F", 10, 72, 688, "and entered into force within the year.") +
		put("F", 6, 72, 104, "1") + put("F", 8, 80, 100, "Treaty Series, volume 12, page 40.") +
		put("F", 6, 72, 92, "2") + put("F", 8, 80, 88, "Not yet published.")
	e := open(t, "n", pdfFile(page)).Edition
	if d := cmp.Diff([]string{"1"}, inRole(e, chancery.FootnoteMark)); d != "" {
		t.Error(d, annotated(e))
	}
	var got []string
	for _, r := range e.Layout.Ranges {
		if r.Role == chancery.Footnote {
			got = append(got, r.Label)
		}
	}
	if d := cmp.Diff([]string{"1", "2"}, got); d != "" {
		t.Error(d, annotated(e))
	}
}

func TestPageWithoutTextIsReported(t *testing.T) {
	o := open(t, "s", pdfFile(put("F", 10, 72, 700, "Words."), "0 0 100 100 re f", ""))
	var scanned []bool
	for _, p := range o.Edition.Layout.Pages {
		scanned = append(scanned, p.Scanned)
	}
	if d := cmp.Diff([]bool{false, true, false}, scanned); d != "" {
		t.Error(d)
	}
	var keys []string
	for _, n := range o.Edition.Notes {
		keys = append(keys, n.Key)
	}
	picture := "paper.noTextOnPage"
	if _, err := exec.LookPath("tesseract"); err != nil {
		picture = "paper.tesseract"
	}
	slices.Sort(keys)
	if d := cmp.Diff([]string{"paper.emptyPage", picture}, keys); d != "" {
		t.Error(d)
	}
}

// scan makes a PDF of a picture of a page.
func scan(t *testing.T, content []byte, page int) []byte {
	b, err := PageImage(context.Background(), content, page, 200)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	var j bytes.Buffer
	if err := jpeg.Encode(&j, picture, nil); err != nil {
		t.Fatal(err)
	}
	w, h := picture.Bounds().Dx(), picture.Bounds().Dy()
	var out bytes.Buffer
	fmt.Fprintf(&out, "%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 350] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Length 26 >>\nstream\nq 595 0 0 350 0 0 cm /I Do Q\nendstream\nendobj\n5 0 obj\n<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length %d >>\nstream\n", w, h, j.Len())
	out.Write(j.Bytes())
	out.WriteString("\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n")
	return out.Bytes()
}

func TestScannedPageIsReadByMachine(t *testing.T) {
	if _, err := exec.LookPath("tesseract"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("Tesseract is not installed, and on CI nothing is skipped")
		}
		t.Skip("SKIPPED, NOT PROVEN: Tesseract is not installed")
	}
	e := open(t, "scan", scan(t, testFile(t, "report.pdf"), 1)).Edition
	if !e.Machine || !e.Layout.Pages[0].Scanned || !strings.Contains(e.Text, "Port Lumen on 3 March 2021 by the Minister of the Sea, who thanked") {
		t.Errorf("machine %v, pages %+v, text %q", e.Machine, e.Layout.Pages, e.Text)
	}
}

func TestDoubtfulWords(t *testing.T) {
	table := "level\tpage_num\n5\t1\t1\t1\t1\t1\t100\t200\t50\t20\t96.5\tPort\n5\t1\t1\t1\t1\t2\t160\t200\t50\t20\t41.0\tLurnen\n5\t1\t1\t1\t2\t1\t100\t240\t50\t20\t90\tlit\n"
	lines := scannedLines(table, 0.36)
	if len(lines) != 2 || lines[0].text != "Port Lurnen" || lines[1].text != "lit" {
		t.Fatalf("lines %+v", lines)
	}
	if d := cmp.Diff([][2]int{{5, 11}}, lines[0].doubts); d != "" {
		t.Error(d)
	}
}

func TestBoxesLieOnTheirPage(t *testing.T) {
	e := open(t, "report.pdf", testFile(t, "report.pdf")).Edition
	for _, r := range e.Layout.Ranges {
		if r.Role == chancery.Line && len(r.Boxes) != 1 {
			t.Errorf("line %q has %d boxes", e.Text[r.Start:r.End], len(r.Boxes))
		}
		for _, b := range r.Boxes {
			p := e.Layout.Pages[b.Page-1]
			if b.X0 >= b.X1 || b.Y0 >= b.Y1 || b.X0 < 0 || b.Y0 < 0 || b.X1 > p.Width || b.Y1 > p.Height {
				t.Errorf("box %+v of %q outside page %+v", b, e.Text[r.Start:r.End], p)
			}
		}
		if r.Role == chancery.Line && e.Layout.PageOf(r.Start) != r.Boxes[0].Page {
			t.Errorf("line %q on page %d has its box on page %d", e.Text[r.Start:r.End], e.Layout.PageOf(r.Start), r.Boxes[0].Page)
		}
	}
}

func TestTurnedPageIsReadUpright(t *testing.T) {
	content := "BT /F 10 Tf 0 1 -1 0 100 72 Tm (Upright on a turned page.) Tj ET\nBT /F 10 Tf 0 1 -1 0 112 72 Tm (And a second line of it.) Tj ET"
	b := bytes.Replace(pdfFile(content), []byte("/MediaBox [0 0 595 842]"), []byte("/Rotate 90 /MediaBox [0 0 595 842]"), 1)
	e := open(t, "r", b).Edition
	if want := "Upright on a turned page. And a second line of it.\n"; strings.Join(strings.Fields(e.Text), " ")+"\n" != want {
		t.Errorf("text %q", e.Text)
	}
	if p := e.Layout.Pages[0]; p.Width != 842 || p.Height != 595 {
		t.Errorf("page %+v", p)
	}
}

func TestPageImage(t *testing.T) {
	b, err := PageImage(context.Background(), testFile(t, "columns-kk.pdf"), 1, 72)
	if err != nil {
		t.Fatal(err)
	}
	p, err := png.DecodeConfig(bytes.NewReader(b))
	if err != nil || p.Width < 415 || p.Width > 425 {
		t.Errorf("picture %+v, %v", p, err)
	}
	if _, err := PageImage(context.Background(), testFile(t, "columns-kk.pdf"), 2, 72); chancery.KindOf(err) != chancery.NotFound {
		t.Errorf("page 2 of 1: %v", err)
	}
}

// A right-to-left line is put into order by places alone, whatever the order
// and the brackets that the stream had.
func TestRightToLeftLines(t *testing.T) {
	for _, want := range []string{"مرحبا بكم", "في عام 2024 بلغت 25 في المائة", "لجنة (CEDAW) الدولية", "المادة 14/3 من العهد", "قرار A/HRC/59/15 المعتمد", "خطة العمل 2025-2027"} {
		if got := relaid(want); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// relaid sets a logical right-to-left line on a page as it is shown, ten points
// a character, takes it from left to right, and reads it.
func relaid(s string) string {
	visual := []rune(s)
	for i, j := 0, len(visual)-1; i < j; i, j = i+1, j-1 {
		visual[i], visual[j] = visual[j], visual[i]
	}
	ltr := func(r rune) bool { return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r == '/' }
	for i := 0; i < len(visual); i++ {
		j := i
		for j < len(visual) && ltr(visual[j]) {
			j++
		}
		for a, b := i, j-1; a < b; a, b = a+1, b-1 {
			visual[a], visual[b] = visual[b], visual[a]
		}
		i = max(i, j-1)
	}
	var gs []glyph
	for i, r := range visual {
		x := float32(10 * i)
		gs = append(gs, glyph{r: r, x0: x, x1: x + 9.9, y0: 90, y1: 100, size: 12})
	}
	return setLine(gs).text
}

func BenchmarkPDF100Pages(b *testing.B) {
	pages := make([]string, 100)
	for i := range pages {
		lines := make([]string, 50)
		for j := range lines {
			lines[j] = fmt.Sprintf("%d. The delegation of Lumen said that the closed season of year %d was kept by all.", j, 1900+i)
		}
		pages[i] = longPage("LUM/2020/1", fmt.Sprint(i+1), lines...)
	}
	content := pdfFile(pages...)
	if _, err := Open(context.Background(), "warm", pdfFile(pages[0]), Limits{}); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Open(context.Background(), "p.pdf", content, Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}
