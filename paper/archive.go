package paper

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// What an archive may unfold to: in all, and each member as a multiple of its
// packed size. XML packs at most about forty to one in real papers.
const (
	unfoldedBytes = 512 << 20
	unfoldedRatio = 100
	unfoldedFree  = 16 << 20 // below this the ratio does not matter
	unfoldedWords = 8 << 20  // between two tags of XML, which a parser holds at once
)

// xmlDepth is how deep elements may stand in each other; Word itself stays under a hundred.
const xmlDepth = 1000

var errBomb = unreadable("paper.bomb", "the file unfolds to far more than a paper holds and is not read; if it is genuine, save it anew and hand that in")

// archive is a zip file whose members are read within the bounds above.
type archive struct {
	files map[string]*zip.File
	left  int64
}

func openArchive(content []byte) (*archive, error) {
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, unreadable("paper.damaged", "%s", damaged().Text)
	}
	a := &archive{files: map[string]*zip.File{}, left: unfoldedBytes}
	for _, f := range r.File {
		a.files[strings.TrimPrefix(f.Name, "/")] = f
	}
	return a, nil
}

// open gives a member, or nil where there is none.
func (a *archive) open(name string) (io.ReadCloser, error) {
	f := a.files[name]
	if f == nil {
		return nil, nil
	}
	if f.Flags&1 != 0 {
		return nil, encrypted()
	}
	r, err := f.Open()
	if err != nil {
		return nil, unreadable("paper.damaged", "%s", damaged().Text)
	}
	limit := max(unfoldedFree, int64(f.CompressedSize64)*unfoldedRatio)
	return &bounded{ReadCloser: r, total: &a.left, left: limit, xml: strings.HasSuffix(name, ".xml")}, nil
}

// bounded is a member that ends in errBomb once it has unfolded too far.
type bounded struct {
	io.ReadCloser
	total *int64
	left  int64
	xml   bool
	words int // bytes since the last tag began
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	b.left -= int64(n)
	*b.total -= int64(n)
	if i := bytes.LastIndexByte(p[:n], '<'); i >= 0 {
		b.words = n - i
	} else {
		b.words += n
	}
	if b.left < 0 || *b.total < 0 || b.xml && b.words > unfoldedWords {
		return 0, errBomb
	}
	return n, err
}

// unfold gives a member whole, or an error where it has more than limit bytes.
func unfold(f *zip.File, limit int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(b)) > limit {
		err = errBomb
	}
	return b, err
}

// elements hands the tokens of a member to the visitor in order. A member
// that is not there is no error. Errors of the XML are errors of kind Unreadable.
func (a *archive) elements(name string, visit func(xml.Token) error) error {
	r, err := a.open(name)
	if r == nil || err != nil {
		return err
	}
	defer r.Close()
	d := xml.NewDecoder(r)
	depth := 0
	for {
		t, err := d.RawToken()
		switch {
		case err == io.EOF && depth == 0:
			return nil
		case err == io.EOF:
			return &brokenXML{io.ErrUnexpectedEOF}
		case errors.Is(err, errBomb):
			return errBomb
		case err != nil:
			return &brokenXML{err}
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if depth > xmlDepth {
			return unreadable("paper.nested", "the file nests its parts deeper than any paper does and is not read; save it anew and hand that in")
		}
		if err := visit(t); err != nil {
			return err
		}
	}
}

// brokenXML is a member that stops making sense somewhere; what came before stands.
type brokenXML struct{ err error }

func (b *brokenXML) Error() string { return b.err.Error() }

// attr gives the value of the attribute by its local name.
func attr(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// measure unfolds every member once, keeping nothing, to refuse a bomb before
// a third-party parser meets it.
func (a *archive) measure() error {
	for name := range a.files {
		r, err := a.open(name)
		if err != nil {
			return err
		}
		_, err = io.Copy(io.Discard, r)
		r.Close()
		if errors.Is(err, errBomb) {
			return errBomb
		}
		if err != nil {
			return unreadable("paper.damaged", "%s", damaged().Text)
		}
	}
	return nil
}
