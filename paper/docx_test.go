package paper

import (
	"fmt"
	"strings"
	"testing"

	"chancery"

	"github.com/google/go-cmp/cmp"
)

// reportNumbering has one outline ("I.", "A.", numbers through the paper,
// letters), a list of recommendations numbered under a paragraph ("12.1"), and bullets.
const reportNumbering = `
<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Chapter"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%2."/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%3."/></w:lvl>
 <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%4)"/></w:lvl>
 <w:lvl w:ilvl="4"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%5)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="multilevel"/>
 <w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="7"/></w:lvlOverride></w:num>`

const reportStyles = `
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif"/><w:sz w:val="20"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:b/><w:sz w:val="34"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="Chapter"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Section"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/><w:sz w:val="24"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Single"><w:name w:val="Single"/><w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="SingleKept"><w:name w:val="Single Kept"/><w:basedOn w:val="Single"/></w:style>`

func styled(id string) string { return `<w:pStyle w:val="` + id + `"/>` }

func note(id int) string {
	return fmt.Sprintf(`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="%d"/></w:r>`, id)
}

// report is a paper in the layout of a working group's report, in our own words.
func report(t testing.TB) []byte {
	cell := func(s string) string {
		return `<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>` + para("", s) + `</w:tc>`
	}
	body := para(styled("Title"), "Report on the consultation of the islands") +
		para(styled("Chapter"), "Proceedings") +
		para(styled("Section"), "Opening") +
		para(styled("Single"), "The consultation was opened in Port Lumen on 3 March 2021 by the Minister of the Sea, who thanked the delegations for the papers they had sent and recalled that the first consultation had been held twelve years before, in the same hall and with half as many delegations.", note(2), " He wished the meeting well.") +
		para(styled("SingleKept"), "The delegation of Lumen said that a law on fishing grounds was before the assembly and that three things were still to be settled:") +
		para(numbered(1, 3), "The length of the closed season;") +
		para(numbered(1, 3), "The share of the outer villages, in particular:") +
		para(numbered(1, 4), "Those without a harbour;") +
		para(numbered(1, 4), "Those whose harbour is closed in winter;") +
		para(numbered(1, 3), "The fee.") +
		para(styled("Single"), "Two delegations asked when the law would be voted on.") +
		para(styled("Section"), "Discussion") +
		para(styled("Single"), "Cormoran praised the plan and offered to share its own experience with the marking of nets, which had taken six years and had met with resistance at first but was by now accepted in every port of the country, the smallest ones included.", note(3)) +
		para(styled("Chapter"), "Recommendations") +
		para(numbered(2, 0), "The following will be studied by Lumen, which will answer in due time:") +
		para(numbered(2, 1), "Adopt the law on fishing grounds before the end of the year (Cormoran);") +
		para(numbered(2, 1), "Mark the nets of all boats above six metres (Cormoran) (Halcyon);") +
		para(numbered(4, 1), "Open the winter harbour to the outer villages (Petrel);") +
		para(numbered(4, 1), "Publish the catch of each month (Halcyon).") +
		para(numbered(2, 0), "All the above are the views of the delegations that made them.") +
		`<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>` +
		`<w:tr>` + cell("State") + cell("Seats") + cell("Paid") + `</w:tr><w:tr>` + cell("Cormoran") + cell("2") + cell("yes") + `</w:tr></w:tbl>` +
		para(numbered(3, 0), "A list of those present is with the secretariat.") +
		para("", "Annex follows.") +
		`<w:sectPr><w:headerReference w:type="default" r:id="rheader"/><w:footerReference w:type="default" r:id="rfooter"/><w:pgSz w:w="11906" w:h="7000"/><w:pgMar w:top="1100" w:right="1400" w:bottom="1100" w:left="1400" w:header="500" w:footer="500"/></w:sectPr>`
	return wordFile(t, body, "styles", reportStyles, "numbering", reportNumbering,
		"footnotes", `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`+
			`<w:footnote w:id="3">`+footText(" Cormoran Gazette, No. 14, p. 3.")+`</w:footnote><w:footnote w:id="2">`+footText(" See LUM/2009/7.")+`</w:footnote>`,
		"header", para("", "LUM/2021/15"), "footer", para("", "LUM.21-00415"))
}

func footText(s string) string {
	small := `<w:rPr><w:sz w:val="16"/></w:rPr>`
	return `<w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/><w:sz w:val="16"/></w:rPr><w:footnoteRef/></w:r><w:r>` + small + words(s) + `</w:r></w:p>`
}

func TestWordReport(t *testing.T) {
	o := open(t, "report.docx", report(t))
	golden(t, "report.docx", o.Edition)
	if o.Document.Language != "en" {
		t.Errorf("language %q", o.Document.Language)
	}
}

// labels reads a Word file of numbered paragraphs and lists the labels.
func labels(t *testing.T, numbering string, paragraphs ...string) []string {
	t.Helper()
	e := open(t, "n.docx", wordFile(t, strings.Join(paragraphs, ""), "numbering", numbering, "styles", reportStyles)).Edition
	var out []string
	for _, r := range e.Layout.Ranges {
		out = append(out, r.Label)
		if r.Label != "" && !strings.HasPrefix(e.Text[r.Start:], r.Label+"\t") {
			t.Errorf("the text %q does not begin with its label %q", e.Text[r.Start:r.End], r.Label)
		}
	}
	return out
}

func TestNumberingAsWordShowsIt(t *testing.T) {
	level := func(i int, format, pattern, more string) string {
		return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/>%s</w:lvl>`, i, format, pattern, more)
	}
	list := func(id int, levels ...string) string {
		return fmt.Sprintf(`<w:abstractNum w:abstractNumId="%d">%s</w:abstractNum>`, id, strings.Join(levels, ""))
	}
	num := func(id, of int, more string) string {
		return fmt.Sprintf(`<w:num w:numId="%d"><w:abstractNumId w:val="%d"/>%s</w:num>`, id, of, more)
	}
	p := func(n, l int) string { return para(numbered(n, l), "Words.") }
	tests := []struct {
		name, numbering string
		paragraphs      []string
		want            []string
	}{
		{"levels restart below", list(0, level(0, "decimal", "%1.", ""), level(1, "lowerLetter", "(%2)", "")) + num(1, 0, ""),
			[]string{p(1, 0), p(1, 1), p(1, 1), p(1, 0), p(1, 1)}, []string{"1.", "(a)", "(b)", "2.", "(a)"}},
		{"a level above that was never used shows its start", list(0, level(0, "decimal", "%1", ""), level(1, "decimal", "%1.%2", "")) + num(1, 0, ""),
			[]string{p(1, 1), p(1, 1), p(1, 0), p(1, 1)}, []string{"1.1", "1.2", "1", "1.1"}},
		{"two instances of a list go on counting", list(0, level(0, "decimal", "%1.", "")) + num(1, 0, "") + num(2, 0, ""),
			[]string{p(1, 0), p(2, 0), p(1, 0)}, []string{"1.", "2.", "3."}},
		{"a start override counts once", list(0, level(0, "decimal", "%1.", "")) + num(1, 0, "") + num(2, 0, `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride>`),
			[]string{p(1, 0), p(2, 0), p(2, 0), p(1, 0)}, []string{"1.", "10.", "11.", "12."}},
		{"a level of the instance's own", list(0, level(0, "decimal", "%1.", "")) + num(1, 0, `<w:lvlOverride w:ilvl="0">`+level(0, "upperRoman", "%1)", "")+`</w:lvlOverride>`),
			[]string{p(1, 0), p(1, 0)}, []string{"I)", "II)"}},
		{"never restarts", list(0, level(0, "upperLetter", "%1.", ""), level(1, "decimal", "%2.", `<w:lvlRestart w:val="0"/>`)) + num(1, 0, ""),
			[]string{p(1, 0), p(1, 1), p(1, 0), p(1, 1)}, []string{"A.", "1.", "B.", "2."}},
		{"legal numbering shows digits", list(0, level(0, "upperRoman", "%1.", ""), level(1, "decimal", "%1.%2", "<w:isLgl/>")) + num(1, 0, ""),
			[]string{p(1, 0), p(1, 0), p(1, 1)}, []string{"I.", "II.", "2.1"}},
		{"letters double after z", list(0, `<w:lvl w:ilvl="0"><w:start w:val="26"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl>`) + num(1, 0, ""),
			[]string{p(1, 0), p(1, 0)}, []string{"z)", "aa)"}},
		{"number zero is none", list(0, level(0, "decimal", "%1.", "")) + num(1, 0, ""),
			[]string{p(1, 0), para(styled("Single")+numbered(0, 0), "Words."), p(1, 0)}, []string{"1.", "", "2."}},
		{"bullets of symbol fonts", list(0, level(0, "bullet", "&#xF0B7;", ""), level(1, "bullet", "–", "")) + num(1, 0, ""),
			[]string{p(1, 0), p(1, 1)}, []string{"•", "–"}},
		{"Russian letters", list(0, level(0, "russianLower", "%1)", "")) + num(1, 0, ""),
			[]string{p(1, 0), p(1, 0), p(1, 0), p(1, 0), p(1, 0), p(1, 0), p(1, 0)}, []string{"а)", "б)", "в)", "г)", "д)", "е)", "ж)"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, labels(t, tt.numbering, tt.paragraphs...)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestTrackedChangesAreReadAsAccepted(t *testing.T) {
	run := func(s string) string { return "<w:r>" + words(s) + "</w:r>" }
	gone := func(s string) string { return `<w:del><w:r><w:delText>` + s + `</w:delText></w:r></w:del>` }
	o := open(t, "t.docx", wordFile(t,
		para("", "The term is ", gone("two"), `<w:ins>`+run("three")+`</w:ins>`, " years.")+
			para(`<w:rPr><w:del/></w:rPr>`, "This sentence ")+para("", "goes on.")+
			`<w:moveFrom>`+run("lost")+`</w:moveFrom>`+para("", `<w:moveTo>`+run("Found.")+`</w:moveTo>`)+
			`<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>`+para("", "old")+`</w:tc></w:tr><w:tr><w:tc>`+para("", "new")+`</w:tc></w:tr></w:tbl>`))
	want := []string{"The term is three years.", "This sentence goes on.", "Found.", "new"}
	if d := cmp.Diff(want, inRole(o.Edition, chancery.Paragraph)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff("<table|<cell 1.1.1|<paragraph|new>>>\n", annotated(o.Edition)[strings.Index(annotated(o.Edition), "<table"):]); d != "" {
		t.Error(d)
	}
}

func TestWordOddities(t *testing.T) {
	box := `<w:txbxContent>` + para("", "In the box.") + `</w:txbxContent>`
	drawn := `<w:r><mc:AlternateContent><mc:Choice Requires="wps">` + box + `</mc:Choice><mc:Fallback><w:pict><v:textbox>` + box + `</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
	o := open(t, "o.docx", wordFile(t,
		para("", "Before", drawn, " and after.")+
			para("", `<w:hyperlink r:id="rLink"><w:r>`+words("the plan")+`</w:r></w:hyperlink>`)+
			para("", `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:r>`+words("In a control")+`</w:r></w:sdtContent></w:sdt>`)+
			para("", `<w:r><w:rPr><w:vanish/></w:rPr>`+words("hidden")+`</w:r>`, "shown")+
			para("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`, "7")+
			para("", `<w:r><w:rPr><w:rtl/></w:rPr>`+words("مرحبا بكم")+`</w:r>`)+
			para("", `<w:r>`+words("a")+`<w:tab/>`+words("b")+`<w:br/>`+words("c")+`<w:noBreakHyphen/>`+words("d")+`</w:r>`)))
	want := "<paragraph|Before and after.>\n<paragraph|In the box.>\n<paragraph|<link >https://example.org/plan|the plan>>\n<paragraph|In a control>\n<paragraph|shown>\n<paragraph|7>\n<paragraph|مرحبا بكم>\n<paragraph|a\tb\nc\u2011d>\n"
	if d := cmp.Diff(want, annotated(o.Edition)); d != "" {
		t.Error(d)
	}
}
