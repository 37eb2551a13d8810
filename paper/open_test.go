package paper

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"strings"
	"testing"
	"time"

	"chancery"
)

func odtFile(t testing.TB, content, styles string) []byte {
	const ns = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"`
	return zipped(t,
		"mimetype", "application/vnd.oasis.opendocument.text",
		"meta.xml", `<office:document-meta`+ns+`><office:meta><dc:title>The lighthouses</dc:title><dc:creator>A Keeper</dc:creator></office:meta></office:document-meta>`,
		"styles.xml", `<office:document-styles`+ns+`>`+styles+`</office:document-styles>`,
		"content.xml", `<office:document-content`+ns+`><office:body><office:text>`+content+`</office:text></office:body></office:document-content>`)
}

const letter = "From: Keeper <keeper@example.org>\r\nTo: desk@example.org\r\nDate: Mon, 27 May 2024 10:00:00 +0300\r\nSubject: =?utf-8?B?0JLRgdGC0YDQtdGH0LA=?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nDear colleagues,\r\nthe note is attached.\r\n--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=\"note.txt\"\r\n\r\nWords of the note.\r\n--b--\r\n"

const webPage = `<!DOCTYPE html><html lang="en-GB"><head><title>The lighthouse is lit | Port Lumen</title><meta property="article:published_time" content="2024-05-27T09:00:00+03:00"><link rel="canonical" href="https://example.org/news/7"></head>
<body><nav><a href="/">Home</a> <a href="/news">All the news</a></nav><main><article><h1>The lighthouse is lit</h1><time datetime="2024-05-27">27 May 2024</time>
<p>The lighthouse of <a href="https://example.org/lumen">Port Lumen</a> was lit on Monday by the Minister of the Sea, who thanked the keepers of all three islands for the work they had done since the storm of last winter, when the old lamp was lost and the ships had to wait outside the harbour.</p>
<script>alert("no text")</script>
<p>The keepers will meet again in two years, and each of them is to report on the number of ships that have passed the islands, on all failures of the lamps and on what they cost, so that the assembly may decide on the fee that ships pay in the harbours.</p>
<table><tr><th>Island</th><th>Ships</th></tr><tr><td rowspan="2">Lumen</td><td>12</td></tr><tr><td>14</td></tr></table>
<ol start="3"><li>First things</li><li>Second things</li></ol></article></main><footer>All rights reserved</footer></body></html>`

func TestFoundByContent(t *testing.T) {
	for want, content := range map[string][]byte{
		"application/pdf": pdfFile(put("F", 10, 72, 700, "Words.")),
		docx.media:        wordFile(t, para("", "Words.")),
		odt.media:         odtFile(t, "<text:p>Words.</text:p>", ""),
		"text/html":       []byte("<!-- a comment -->\n<html><p>Words.</p>"),
		"message/rfc822":  []byte(letter),
		"text/csv":        []byte("State;Date\nLumen;2024\nCormoran;2025\n"),
		"text/plain":      []byte("Dear all: words, and more words, follow.\nYours, me\nPS, one, two\n"),
	} {
		o := open(t, "misleading.exe", content)
		if o.Document.Media != want {
			t.Errorf("found %s, want %s", o.Document.Media, want)
		}
		if o.Document.ID != chancery.NewDocumentID(content) || o.Document.Size != int64(len(content)) || o.Document.Name != "misleading.exe" {
			t.Errorf("document %+v", o.Document)
		}
		if o.Edition.Document != o.Document.ID || o.Edition.Extractor == "" || o.Edition.Version == 0 {
			t.Errorf("edition %+v", o.Edition)
		}
	}
}

// formBomb is a PDF whose page draws a form that draws the next twelve times,
// and so on, twenty deep.
func formBomb() []byte {
	var b strings.Builder
	b.WriteString("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n" +
		"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 10 0 R >> >> /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Length 5 >>\nstream\n/X Do\nendstream\nendobj\n")
	for i := 10; i < 30; i++ {
		c := strings.Repeat("/X Do ", 12)
		fmt.Fprintf(&b, "%d 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X %d 0 R >> >> /Length %d >>\nstream\n%s\nendstream\nendobj\n", i, i+1, len(c), c)
	}
	b.WriteString("30 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length 3 >>\nstream\nq Q\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n")
	return []byte(b.String())
}

func TestBadPapers(t *testing.T) {
	word := wordFile(t, para("", "Words."))
	pages := make([]string, 2001)
	encrypted := zipped(t, "word/document.xml", "x")
	encrypted[6] |= 1 // the flag in the local header
	encrypted[bytes.Index(encrypted, []byte("PK\x01\x02"))+8] |= 1
	compound := append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), utf16Name("EncryptedPackage")...)
	tests := []struct {
		name    string
		content []byte
		limits  Limits
		kind    chancery.Kind
		key     string
	}{
		{"empty", nil, Limits{}, chancery.Unreadable, "paper.empty"},
		{"above the limit of bytes", make([]byte, 1001), Limits{Bytes: 1000}, chancery.Invalid, "paper.large"},
		{"above the limit of text", []byte(strings.Repeat("word ", 1000)), Limits{Text: 1000}, chancery.Invalid, "paper.text"},
		{"above the limit of pages", pdfFile(pages...), Limits{}, chancery.Invalid, "paper.pages"},
		{"a truncated archive", word[:len(word)/2], Limits{}, chancery.Unreadable, "paper.damaged"},
		{"a truncated PDF", pdfFile("")[:60], Limits{}, chancery.Unreadable, "paper.damaged"},
		{"an archive of papers", zipped(t, "a.txt", "words"), Limits{}, chancery.Unreadable, "paper.archive"},
		{"a presentation", zipped(t, "ppt/presentation.xml", "<p/>"), Limits{}, chancery.Unreadable, "paper.slides"},
		{"an encrypted archive", encrypted, Limits{}, chancery.Unreadable, "paper.encrypted"},
		{"an encrypted Word file", compound, Limits{}, chancery.Unreadable, "paper.encrypted"},
		{"a bomb of spaces", bomb(t, "word/document.xml", 300<<20, "<w:document>"), Limits{}, chancery.Unreadable, "paper.bomb"},
		{"a bomb in a workbook", bomb(t, "xl/workbook.xml", 300<<20, "<workbook>"), Limits{}, chancery.Unreadable, "paper.bomb"},
		{"entities that unfold", zipped(t, "word/document.xml", `<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><w:document><w:body>&b;</w:body></w:document>`), Limits{}, chancery.Unreadable, "paper.damaged"},
		{"no XML inside", zipped(t, "word/document.xml", "words"), Limits{}, chancery.Unreadable, "paper.damaged"},
		{"XML nested without end", wordFile(t, strings.Repeat("<w:p>", 5000)), Limits{}, chancery.Unreadable, "paper.nested"},
		{"HTML nested without end", []byte("<html>" + strings.Repeat("<div>", 5000)), Limits{}, chancery.Unreadable, "paper.nested"},
		{"HTML of far too many elements", []byte("<html>" + strings.Repeat("<p>", 1_200_000)), Limits{}, chancery.Unreadable, "paper.elements"},
		{"HTML without text", []byte("<html><script>words()</script>"), Limits{}, chancery.Unreadable, "paper.noText"},
		{"an animation", []byte("GIF89a123"), Limits{}, chancery.Unreadable, "paper.foreign"},
		{"a broken picture", []byte("\x89PNG\r\n\x1a\n123"), Limits{}, chancery.Unreadable, "paper.damaged"},
		{"noise", bytes.Repeat([]byte{1, 2, 3, 0x90, 0xFE}, 300), Limits{}, chancery.Unreadable, "paper.unknown"},
		{"a page that draws itself for ever", formBomb(), Limits{Time: 300 * time.Millisecond}, chancery.Cancelled, "paper.time"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o, err := Open(context.Background(), "bad", tt.content, tt.limits)
			if chancery.KindOf(err) != tt.kind || chancery.MessageOf(err).Key != tt.key {
				t.Fatalf("kind %v, %+v, want %v %s", chancery.KindOf(err), chancery.MessageOf(err), tt.kind, tt.key)
			}
			if o.Document.ID != chancery.NewDocumentID(tt.content) {
				t.Error("the document is not identified")
			}
		})
	}
}

func TestGivingUp(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, content := range [][]byte{pdfFile(""), formBomb()} {
		if _, err := Open(ctx, "p", content, Limits{}); chancery.KindOf(err) != chancery.Cancelled {
			t.Errorf("error %v", err)
		}
	}
}

func TestPDFWithBrokenReferencesIsStillRead(t *testing.T) {
	b := bytes.Replace(pdfFile(put("F", 10, 72, 700, "Still read.")), []byte("startxref\n"), []byte("startxref\n99"), 1)
	if got := open(t, "x", b).Edition.Text; got != "Still read.\n" {
		t.Errorf("text %q", got)
	}
}

func TestOldWordThroughLibreOffice(t *testing.T) {
	content := []byte(`{\rtf1\ansi\ansicpg1251 \'cc\'e0\'ff\'ea of the island\par}`)
	_, missing := exec.LookPath("soffice")
	o, err := Open(context.Background(), "old", content, Limits{})
	if missing != nil {
		if chancery.KindOf(err) != chancery.Unavailable || !strings.Contains(err.Error(), "apt install") {
			t.Errorf("error %v", err)
		}
		return
	}
	if err != nil || strings.TrimSpace(o.Edition.Text) != "Маяк of the island" {
		t.Errorf("text %q, %v", o.Edition.Text, err)
	}
}

func TestNotes(t *testing.T) {
	o := Notes("Met the keeper.\x00 He said: “Now.”")
	if o.Edition.Text != "Met the keeper. He said: “Now.”" || o.Document.Kind != chancery.Notes || o.Edition.Document != o.Document.ID {
		t.Errorf("%+v", o)
	}
	if o.Document.ID != chancery.NewDocumentID([]byte(o.Edition.Text)) {
		t.Error("the identity is not that of the text")
	}
}
