package store

import (
	"bytes"
	"compress/flate"
	"context"
	"crypto/sha256"
	"encoding/json"
	"io"
	"strings"
	"unicode/utf8"

	"chancery"
	"chancery/ledger"
)

// pieceSize is about how many bytes of a text one row keeps.
const pieceSize = 32 << 10

// AddEdition keeps a text of a document; see [ledger.Store].
func (s *Store) AddEdition(ctx context.Context, person string, e chancery.Edition) (chancery.Edition, error) {
	if err := plain(e.Text, e.Extractor, e.Language, e.Encoding); err != nil {
		return e, fault("store.AddEdition", err)
	}
	err := s.append(ctx, person, ledger.EditionAdded, func(w *writer) error {
		p, err := w.paper("AddEdition", e.Document)
		if err != nil {
			return err
		}
		if err := w.readable("AddEdition", p.number); err != nil {
			return err
		}
		last, same, err := w.lastEdition(p.number, e)
		if err != nil {
			return err
		}
		if same {
			e.Number, w.quiet = last, true
			return nil
		}
		e.Number = last + 1
		w.entry.Subject = string(e.Document)
		if err := w.keepEdition(p.number, e); err != nil {
			return err
		}
		if err := w.index(p, e); err != nil {
			return err
		}
		w.entry.Count, err = w.anchor(p.number, e)
		return err
	})
	return e, fault("store.AddEdition", err)
}

// lastEdition gives the number of a document's last edition and whether e says the same.
func (w *writer) lastEdition(doc int64, e chancery.Edition) (last int, same bool, err error) {
	var extractor string
	var version int
	var digest []byte
	_, err = w.one("SELECT number, extractor, version, digest FROM edition WHERE document = $1 ORDER BY number DESC LIMIT 1", []any{&last, &extractor, &version, &digest}, doc)
	sum := sha256.Sum256([]byte(e.Text))
	return last, extractor == e.Extractor && version == e.Version && bytes.Equal(digest, sum[:]), err
}

func (w *writer) keepEdition(doc int64, e chancery.Edition) error {
	layout, err := packed(e.Layout)
	if err != nil {
		return err
	}
	notes, err := json.Marshal(e.Notes)
	if err != nil {
		return err
	}
	sum := sha256.Sum256([]byte(e.Text))
	err = w.insert("edition", 12, [][]any{{doc, int64(e.Number), e.Extractor, int64(e.Version), sum[:], int64(len(e.Text)), layout, e.Language, e.Encoding, flag(e.Machine), string(notes), w.number}})
	if err != nil {
		return err
	}
	var rows [][]any
	for start := 0; start < len(e.Text); {
		end := min(len(e.Text), start+pieceSize)
		for end < len(e.Text) && !utf8.RuneStart(e.Text[end]) {
			end--
		}
		rows = append(rows, []any{doc, int64(e.Number), int64(start), e.Text[start:end]})
		start = end
	}
	return w.insert("piece", 4, rows)
}

// packed writes a value as compressed JSON: a layout with its boxes is larger
// than its text.
func packed(v any) ([]byte, error) {
	var b bytes.Buffer
	z, err := flate.NewWriter(&b, flate.BestSpeed)
	if err != nil {
		return nil, err
	}
	if err := json.NewEncoder(z).Encode(v); err != nil {
		return nil, err
	}
	err = z.Close()
	return b.Bytes(), err
}

func unpacked(b []byte, v any) error {
	if len(b) == 0 {
		return nil
	}
	raw, err := io.ReadAll(flate.NewReader(bytes.NewReader(b)))
	if err != nil {
		return err
	}
	return json.Unmarshal(raw, v)
}

// Edition gives a text of a document; see [ledger.Store].
func (s *Store) Edition(ctx context.Context, id chancery.DocumentID, number int) (chancery.Edition, error) {
	var e chancery.Edition
	err := s.snapshot(ctx, func(q session) error {
		p, err := q.paper("Edition", id)
		if err != nil {
			return err
		}
		if err := q.readable("Edition", p.number); err != nil {
			return err
		}
		e, err = q.edition(p, number)
		return err
	})
	return e, fault("store.Edition", err)
}

func (q session) edition(p paper, number int) (chancery.Edition, error) {
	e := chancery.Edition{Document: p.ID}
	var layout []byte
	var machine int64
	var notes string
	found, err := q.one(`SELECT number, extractor, version, layout, language, encoding, machine, notes FROM edition
		WHERE document = $1 AND (CAST($2 AS BIGINT) = 0 OR number = CAST($2 AS BIGINT)) ORDER BY number DESC LIMIT 1`,
		[]any{&e.Number, &e.Extractor, &e.Version, &layout, &e.Language, &e.Encoding, &machine, &notes}, p.number, int64(number))
	switch {
	case err != nil:
		return e, err
	case !found:
		return e, fail("Edition", chancery.NotFound, "edition.missing", "the document has no text %d", number)
	}
	e.Machine = machine == 1
	if err := unpacked(layout, &e.Layout); err != nil {
		return e, err
	}
	if notes != "" {
		if err := json.Unmarshal([]byte(notes), &e.Notes); err != nil {
			return e, err
		}
	}
	e.Text, err = q.text(p.number, e.Number)
	return e, err
}

// text gives the whole text of an edition.
func (q session) text(doc int64, edition int) (string, error) {
	var b strings.Builder
	err := q.each("SELECT text FROM piece WHERE document = $1 AND edition = $2 ORDER BY start", func(scan func(...any) error) error {
		var s string
		err := scan(&s)
		b.WriteString(s)
		return err
	}, doc, int64(edition))
	return b.String(), err
}

// stretch gives the text of an edition from start to end, moved inwards to
// whole characters.
func (q session) stretch(doc int64, edition, start, end int) (string, error) {
	var b strings.Builder
	first := -1
	err := q.each(`SELECT start, text FROM piece WHERE document = $1 AND edition = $2 AND start < $3
		AND start >= (SELECT COALESCE(MAX(start), 0) FROM piece WHERE document = $1 AND edition = $2 AND start <= $4) ORDER BY start`, func(scan func(...any) error) error {
		var s string
		var at int
		err := scan(&at, &s)
		if first < 0 {
			first = at
		}
		b.WriteString(s)
		return err
	}, doc, int64(edition), int64(end), int64(start))
	s := b.String()
	if err != nil || first < 0 || start-first > len(s) {
		return "", err
	}
	from, to := start-first, min(end-first, len(s))
	for from < to && !utf8.RuneStart(s[from]) {
		from++
	}
	for to > from && to < len(s) && !utf8.RuneStart(s[to]) {
		to--
	}
	return s[from:to], nil
}
