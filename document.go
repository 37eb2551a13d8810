package chancery

import (
	"crypto/sha256"
	"encoding/hex"
)

// DocumentID names a document: the SHA-256 of its bytes as 64 lower-case hex digits.
type DocumentID string

// NewDocumentID gives the identity of a paper's bytes.
func NewDocumentID(content []byte) DocumentID {
	sum := sha256.Sum256(content)
	return DocumentID(hex.EncodeToString(sum[:]))
}

// Document is a paper as received. Its bytes are kept for ever beside it.
type Document struct {
	ID        DocumentID
	Name      string // file name as given, shown only; never used as a path
	Kind      DocumentKind
	Media     string // media type found in the bytes: "application/pdf"
	Size      int64  // bytes
	Symbol    string // "A/HRC/59/15"
	Title     string
	Publisher string
	Author    string
	Address   string // where it was published: an http(s) address, or ""
	Published Date
	Received  Date
	Incoming  string     // incoming number of the registry
	Language  string     // BCP 47, of most of the text
	Marking   string     // one of the site's list; "" is unmarked
	Parent    DocumentID // the letter of an attachment; the paper of a remark
	Part      string     // name of the attachment in its parent
}

// DocumentKind says what sort of paper a document is.
type DocumentKind string

// The kinds of document.
const (
	Paper      DocumentKind = "paper"      // a file as received
	Notes      DocumentKind = "notes"      // pasted or typed text: notes of a meeting, a cable
	Remark     DocumentKind = "remark"     // what a person typed as the source of a fact
	Letter     DocumentKind = "letter"     // mail, with its attachments
	Attachment DocumentKind = "attachment" // part of a letter
)

// Edition is one text of a document, made by an extractor of a stated version
// and never changed: valid UTF-8 without NUL, with the layout found beside it.
type Edition struct {
	Document  DocumentID
	Number    int    // 1, 2, ... within the document
	Extractor string // "pdf", "docx"
	Version   int    // of the extractor
	Text      string
	Layout    Layout
	Language  string    // BCP 47, of most of the text
	Encoding  string    // of the bytes, where the extractor chose one: "windows-1251"
	Machine   bool      // read from page images by machine
	Notes     []Message // trouble met on the way: a page without text, a choice made
}

// Layout says what each part of an edition's text is. Ranges are sorted by
// Start, then by End descending, and nest.
type Layout struct {
	Pages  []Page  `json:",omitempty"`
	Ranges []Range `json:",omitempty"`
}

// Page is a page of the paper. Width and Height are in points (1/72 inch).
type Page struct {
	Number        int // from 1
	Start, End    int // bytes into the text, half-open
	Width, Height float32
	Scanned       bool // the page has an image and no text of its own
}

// Range is a part of the text with one role.
type Range struct {
	Start, End int // bytes into the text, half-open
	Role       Role
	Level      int    `json:",omitempty"` // of a heading or list item, from 1
	Label      string `json:",omitempty"` // number as shown, computed or read: "140.7", "(a)"
	Table      int    `json:",omitempty"` // of a cell: the table's number in the text, from 1
	Row        int    `json:",omitempty"` // of a cell, from 1
	Column     int    `json:",omitempty"` // of a cell, from 1
	Target     string `json:",omitempty"` // of a link: its address; of a footnote mark: its label
	Boxes      []Box  `json:",omitempty"`
}

// Role says what a range of text is on its page.
type Role string

// The roles. Headers, footers and footnotes stay in the text and are marked,
// so that a reader can step over them.
const (
	Title        Role = "title"
	Dateline     Role = "dateline"
	Heading      Role = "heading"
	Paragraph    Role = "paragraph"
	ListItem     Role = "item"
	Table        Role = "table"
	Cell         Role = "cell"
	Header       Role = "header"
	Footer       Role = "footer"
	Footnote     Role = "footnote"
	FootnoteMark Role = "mark"
	Doubtful     Role = "doubtful" // a word that machine reading was unsure of
	Hyphen       Role = "hyphen"   // a hyphen and line break inside one word
	Line         Role = "line"     // a printed line, with its box
	Link         Role = "link"     // words that lead to an address
)

// Box is a rectangle on a page, in points from the top left corner.
type Box struct {
	Page           int
	X0, Y0, X1, Y1 float32
}

// PageOf gives the number of the page that holds the byte at offset, or 0
// where the layout has no pages.
func (l Layout) PageOf(offset int) int {
	for _, p := range l.Pages {
		if offset >= p.Start && offset < p.End {
			return p.Number
		}
	}
	return 0
}
