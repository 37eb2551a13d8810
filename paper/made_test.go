package paper

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"strings"
	"testing"
)

// Small papers made by the tests themselves, in our own words.

// zipped packs members in order; a name that ends in "=" is stored unpacked.
func zipped(t testing.TB, members ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i+1 < len(members); i += 2 {
		f, err := w.Create(members[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, members[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	wordRoot = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>%s</w:body></w:document>`
	wordPart = `<w:%s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">%s</w:%s>`
	relsRoot = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>`
	relType  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// wordFile makes a DOCX of a body and further parts by kind: "styles",
// "numbering", "footnotes", "endnotes", "header", "footer".
func wordFile(t testing.TB, body string, parts ...string) []byte {
	t.Helper()
	types := `<Override PartName="/word/document.xml" ContentType="` + wordType + `document.main+xml"/>`
	rels := `<Relationship Id="rLink" Type="` + relType + `hyperlink" Target="https://example.org/plan" TargetMode="External"/>`
	members := []string{}
	roots := map[string]string{"header": "hdr", "footer": "ftr"}
	for i := 0; i+1 < len(parts); i += 2 {
		kind, file := parts[i], parts[i]+".xml"
		if kind == "header" || kind == "footer" {
			file = kind + "1.xml"
		}
		root := kind
		if r := roots[kind]; r != "" {
			root = r
		}
		types += `<Override PartName="/word/` + file + `" ContentType="` + wordType + kind + `+xml"/>`
		rels += fmt.Sprintf(`<Relationship Id="r%s" Type="%s%s" Target="%s"/>`, kind, relType, kind, file)
		members = append(members, "word/"+file, fmt.Sprintf(wordPart, root, parts[i+1], root))
	}
	all := []string{
		"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` + types + `</Types>`,
		"_rels/.rels", fmt.Sprintf(relsRoot, `<Relationship Id="r1" Type="`+relType+`officeDocument" Target="word/document.xml"/>`),
		"word/_rels/document.xml.rels", fmt.Sprintf(relsRoot, rels),
		"word/document.xml", fmt.Sprintf(wordRoot, body),
	}
	return zipped(t, append(all, members...)...)
}

// para is a Word paragraph with properties and runs of plain text.
func para(props string, runs ...string) string {
	var b strings.Builder
	b.WriteString("<w:p>")
	if props != "" {
		b.WriteString("<w:pPr>" + props + "</w:pPr>")
	}
	for _, r := range runs {
		if !strings.HasPrefix(r, "<") {
			r = "<w:r>" + words(r) + "</w:r>"
		}
		b.WriteString(r)
	}
	b.WriteString("</w:p>")
	return b.String()
}

func words(s string) string { return `<w:t xml:space="preserve">` + s + `</w:t>` }

func numbered(num, level int) string {
	return fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, num)
}

// pdfFile makes a PDF in Helvetica; each page is its content stream.
func pdfFile(pages ...string) []byte {
	var b bytes.Buffer
	var at []int
	object := func(s string) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), s)
	}
	b.WriteString("%PDF-1.4\n")
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 5+2*i))
	}
	object("<< /Type /Catalog /Pages 2 0 R >>")
	object(fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(pages), strings.Join(kids, " ")))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>")
	for i, content := range pages {
		object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R /B 4 0 R >> >> /Contents %d 0 R >>", 6+2*i))
		object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content))
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, a := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, xref)
	return b.Bytes()
}

// put sets words at a place, in points from the bottom left, in font F or B.
func put(font string, size, x, y float64, s string) string {
	s = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s)
	return fmt.Sprintf("BT /%s %g Tf %g %g Td (%s) Tj ET\n", font, size, x, y, s)
}

// bomb is a zip whose member unfolds to a thousand times its size.
func bomb(t testing.TB, name string, size int64, head string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, flate.BestSpeed) })
	f, err := w.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(f, head)
	if _, err := io.CopyN(f, blanks{}, size); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

type blanks struct{}

func (blanks) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}
