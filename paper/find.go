package paper

import (
	"archive/zip"
	"bytes"
	"strings"
	"unicode"
)

// find says what kind of paper the bytes are. Errors are of kind Unreadable,
// and say what the file is where that is known.
func find(content []byte) (format, error) {
	head := content[:min(len(content), 4096)]
	switch {
	case bytes.Contains(content[:min(len(content), 1024)], []byte("%PDF-")):
		return pdf, nil
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return findZip(content)
	case bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return findCompound(content)
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		return rtf, nil
	case bytes.HasPrefix(head, []byte("\x89PNG\r\n")):
		return pictureFormat("image/png"), nil
	case bytes.HasPrefix(head, []byte("\xFF\xD8\xFF")):
		return pictureFormat("image/jpeg"), nil
	}
	if name, ok := foreign(head); ok {
		return format{}, unreadable("paper.foreign", "the file is %s, which holds no text that can be read; hand in the paper itself as PDF, DOCX, ODT, HTML or text", name)
	}
	text, encoding, _ := decode(content[:min(len(content), sampleBytes)])
	switch {
	case binary(text):
		return format{}, unreadable("paper.unknown", "the file is of no kind that is read here; hand it in as PDF, DOCX, ODT, HTML, EML, XLSX, CSV or text")
	case webpage(text):
		return web, nil
	case encoding == "utf-8" && letterhead(text):
		return mail, nil
	}
	if _, ok := delimiter(text); ok {
		return csvTable, nil
	}
	return plain, nil
}

// findZip tells apart the formats that are zip archives by the files inside.
func findZip(content []byte) (format, error) {
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return format{}, unreadable("paper.damaged", "%s", damaged().Text)
	}
	for _, f := range r.File {
		switch {
		case f.Flags&1 != 0:
			return format{}, encrypted()
		case f.Name == "word/document.xml":
			return docx, nil
		case f.Name == "xl/workbook.xml":
			return workbook, nil
		case f.Name == "mimetype" && f.UncompressedSize64 < 100:
			media, err := unfold(f, 100)
			if err == nil && strings.HasPrefix(string(media), "application/vnd.oasis.opendocument.text") {
				return odt, nil
			}
		case strings.HasPrefix(f.Name, "ppt/"):
			return format{}, unreadable("paper.slides", "the file is a presentation, which is not read; save it as PDF and hand that in")
		}
	}
	if f, ok := renamedMain(r); ok {
		return f, nil
	}
	return format{}, unreadable("paper.archive", "the file is a zip archive, not a paper; unpack it and hand in the files inside")
}

// renamedMain finds a Word text whose main part has another name, by its content types.
func renamedMain(r *zip.Reader) (format, bool) {
	for _, f := range r.File {
		if f.Name != "[Content_Types].xml" {
			continue
		}
		types, err := unfold(f, 1<<20)
		if err == nil && bytes.Contains(types, []byte("wordprocessingml.document.main+xml")) {
			return docx, true
		}
		if err == nil && bytes.Contains(types, []byte("spreadsheetml.sheet.main+xml")) {
			return workbook, true
		}
	}
	return format{}, false
}

// findCompound tells apart what lies in an OLE compound file by the names of
// its streams, which stand there in UTF-16.
func findCompound(content []byte) (format, error) {
	has := func(name string) bool { return bytes.Contains(content, utf16Name(name)) }
	switch {
	case has("EncryptedPackage"):
		return format{}, encrypted()
	case has("WordDocument"):
		return doc, nil
	case has("Workbook"):
		return xls, nil
	}
	return format{}, unreadable("paper.compound", "the file is an old Office file of a kind that is not read; save it as DOCX or PDF and hand that in")
}

func utf16Name(name string) []byte {
	out := make([]byte, 0, 2*len(name))
	for i := range len(name) {
		out = append(out, name[i], 0)
	}
	return out
}

func encrypted() error {
	return unreadable("paper.encrypted", "the file is protected by a password; save it without one and hand that in")
}

// foreign names well-known files that hold no text.
func foreign(head []byte) (string, bool) {
	for _, k := range []struct{ magic, name string }{
		{"GIF8", "a GIF picture"},
		{"II*\x00", "a TIFF picture"}, {"MM\x00*", "a TIFF picture"}, {"\x1F\x8B", "a gzip archive"},
		{"7z\xBC\xAF\x27\x1C", "a 7z archive"}, {"Rar!", "a RAR archive"}, {"\x7FELF", "a program"}, {"MZ\x90", "a program"},
		{"ID3", "a sound recording"}, {"SQLite format 3", "a database"}, {"%!PS", "a PostScript file"},
	} {
		if bytes.HasPrefix(head, []byte(k.magic)) {
			return k.name, true
		}
	}
	if len(head) > 12 && string(head[4:8]) == "ftyp" {
		return "a video or sound recording", true
	}
	return "", false
}

// binary says that the characters are not those of a text: more than one in
// fifty is a control character or unreadable.
func binary(text string) bool {
	odd, all := 0, 0
	for _, r := range text {
		all++
		if r == unicode.ReplacementChar || r < ' ' && !unicode.IsSpace(r) || r == 0x7F || r >= 0x80 && r < 0xA0 {
			odd++
		}
	}
	return odd*50 > all
}

// webpage says that the text opens as an HTML document does: with its
// declaration or its first element, after comments and an XML declaration.
func webpage(text string) bool {
	text = strings.TrimSpace(strings.TrimPrefix(text, "\uFEFF"))
	for range 10 {
		end := ""
		switch {
		case strings.HasPrefix(text, "<!--"):
			end = "-->"
		case strings.HasPrefix(text, "<?"):
			end = "?>"
		}
		_, rest, ok := strings.Cut(text, end)
		if end == "" || !ok {
			break
		}
		text = strings.TrimSpace(rest)
	}
	lower := strings.ToLower(text[:min(len(text), 64)])
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<meta ", "<title>", "<article", "<main"} {
		if strings.HasPrefix(lower, tag) {
			return true
		}
	}
	return false
}
