package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"strconv"
	"unicode/utf8"

	"chancery"
	"chancery/ledger"
)

// chunkSize is how many bytes of a paper one row keeps.
const chunkSize = 1 << 20

const documentColumns = "d.number, d.id, d.name, d.kind, d.media, d.size, d.symbol, d.title, d.publisher, d.author, d.address, d.published, d.received, d.incoming, d.language, d.marking, d.parent, d.part"

// paper is a document with its short number.
type paper struct {
	chancery.Document
	number int64
}

// scanPaper reads documentColumns, and more after them.
func scanPaper(scan func(...any) error, more ...any) (paper, error) {
	var p paper
	var published, received string
	to := []any{&p.number, &p.ID, &p.Name, &p.Kind, &p.Media, &p.Size, &p.Symbol, &p.Title, &p.Publisher, &p.Author, &p.Address,
		&published, &received, &p.Incoming, &p.Language, &p.Marking, &p.Parent, &p.Part}
	if err := scan(append(to, more...)...); err != nil {
		return p, err
	}
	var err error
	if p.Published, err = chancery.ParseDate(published); err != nil {
		return p, err
	}
	p.Received, err = chancery.ParseDate(received)
	return p, err
}

func missing(op string, id chancery.DocumentID) error {
	return fail(op, chancery.NotFound, "document.missing", "the register has no document %s", string(id))
}

// paper finds a document by its ID.
func (q session) paper(op string, id chancery.DocumentID) (paper, error) {
	var p paper
	found := false
	err := q.each("SELECT "+documentColumns+" FROM document d WHERE d.id = $1", func(scan func(...any) error) (err error) {
		found = true
		p, err = scanPaper(scan)
		return err
	}, string(id))
	if err == nil && !found {
		err = missing(op, id)
	}
	return p, err
}

// Receive keeps a paper; see [ledger.Store].
func (s *Store) Receive(ctx context.Context, person string, r ledger.Receipt) (chancery.Document, bool, error) {
	doc, content := r.Document, r.From
	if content == nil {
		content = bytes.NewReader(r.Content)
	}
	var err error
	if doc.ID, doc.Size, err = identify(content); err != nil {
		return doc, false, fault("store.Receive", err)
	}
	if doc.Kind == "" {
		doc.Kind = chancery.Paper
	}
	if r.Document.ID != "" && r.Document.ID != doc.ID {
		return doc, false, fail("Receive", chancery.Invalid, "document.digest", "the document is named %s but its bytes are %s", string(r.Document.ID), string(doc.ID))
	}
	if err := plain(doc.Name, doc.Symbol, doc.Title, doc.Publisher, doc.Author, doc.Address, doc.Incoming, doc.Language, doc.Marking, doc.Part); err != nil {
		return doc, false, err
	}
	existed := false
	err = s.append(ctx, person, ledger.DocumentReceived, func(w *writer) error {
		old, err := w.paper("Receive", doc.ID)
		switch {
		case err == nil:
			doc, existed, w.quiet = old.Document, true, true
			return w.readable("Receive", old.number)
		case chancery.KindOf(err) != chancery.NotFound:
			return err
		}
		return w.receive(doc, content)
	})
	return doc, existed, fault("store.Receive", err)
}

// identify gives the ID of bytes and how many there are.
func identify(content io.ReadSeeker) (chancery.DocumentID, int64, error) {
	if _, err := content.Seek(0, io.SeekStart); err != nil {
		return "", 0, unread(err)
	}
	digest := sha256.New()
	n, err := io.Copy(digest, content)
	if err != nil {
		return "", 0, unread(err)
	}
	return chancery.DocumentID(hex.EncodeToString(digest.Sum(nil))), n, nil
}

// unread says that the bytes handed in could not be read to their end.
func unread(err error) error {
	return &chancery.Error{Op: "store.Receive", Kind: chancery.Unavailable, What: chancery.Say("document.unread", "the file could not be read to its end; hand it in again"), Err: err}
}

// plain refuses words that are not valid UTF-8 or hold NUL, which no database
// of both kinds can keep.
func plain(all ...string) error {
	for _, s := range all {
		if !utf8.ValidString(s) || bytes.IndexByte([]byte(s), 0) >= 0 {
			return fail("Keep", chancery.Invalid, "text.invalid", "%q is not text: it holds bytes that are no characters", strconv.QuoteToASCII(s))
		}
	}
	return nil
}

func (w *writer) receive(d chancery.Document, content io.ReadSeeker) error {
	var last int64
	if _, err := w.one("SELECT COALESCE(MAX(number), 0) FROM document", []any{&last}); err != nil {
		return err
	}
	year := d.Published
	if year.IsZero() {
		year = d.Received
	}
	number := last + 1
	err := w.insert("document", 21, [][]any{{number, string(d.ID), d.Name, string(d.Kind), d.Media, d.Size, d.Symbol, d.Title, d.Publisher, d.Author, d.Address,
		d.Published.String(), d.Received.String(), d.Incoming, d.Language, d.Marking, string(d.Parent), d.Part, yearOf(year), w.entry.Person, w.number}})
	if err != nil {
		return err
	}
	if err := w.chunks(number, d.ID, content); err != nil {
		return err
	}
	w.tally["documents"]++
	w.entry.Subject, w.entry.Count = string(d.ID), 1
	return nil
}

// chunks keeps the bytes of a document, one chunk in memory at a time.
func (w *writer) chunks(number int64, id chancery.DocumentID, content io.ReadSeeker) error {
	if _, err := content.Seek(0, io.SeekStart); err != nil {
		return unread(err)
	}
	digest, buffer := sha256.New(), make([]byte, chunkSize)
	for seq, last := int64(0), false; !last; seq++ {
		n, err := io.ReadFull(content, buffer)
		if last = err == io.EOF || err == io.ErrUnexpectedEOF; err != nil && !last {
			return unread(err)
		}
		if n == 0 {
			break
		}
		digest.Write(buffer[:n])
		if err := w.exec("INSERT INTO chunk VALUES ($1, $2, $3)", number, seq, buffer[:n]); err != nil {
			return err
		}
	}
	if got := hex.EncodeToString(digest.Sum(nil)); got != string(id) {
		return fail("Receive", chancery.Conflict, "document.changed", "the file changed while it was received; hand it in again when it is finished")
	}
	return nil
}

func yearOf(d chancery.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()[:4]
}

// Document gives what is known of a document; see [ledger.Store].
func (s *Store) Document(ctx context.Context, id chancery.DocumentID) (chancery.Document, error) {
	var p paper
	err := s.read(ctx, func(q session) (err error) {
		p, err = q.paper("Document", id)
		return err
	})
	return p.Document, fault("store.Document", err)
}

// Content gives a document's bytes; see [ledger.Store].
func (s *Store) Content(ctx context.Context, id chancery.DocumentID) ([]byte, error) {
	var out []byte
	err := s.snapshot(ctx, func(q session) error {
		p, err := q.paper("Content", id)
		if err != nil {
			return err
		}
		if err := q.readable("Content", p.number); err != nil {
			return err
		}
		out, err = q.content(p)
		return err
	})
	return out, fault("store.Content", err)
}

func (q session) content(p paper) ([]byte, error) {
	out := make([]byte, 0, p.Size)
	err := q.each("SELECT bytes FROM chunk WHERE document = $1 ORDER BY seq", func(scan func(...any) error) error {
		var b []byte
		err := scan(&b)
		out = append(out, b...)
		return err
	}, p.number)
	return out, err
}

// WriteContent writes a document's bytes; see [ledger.Store]. Each chunk is
// read by itself, so that a slow reader holds up nobody.
func (s *Store) WriteContent(ctx context.Context, id chancery.DocumentID, to io.Writer) error {
	var p paper
	err := s.snapshot(ctx, func(q session) (err error) {
		if p, err = q.paper("WriteContent", id); err != nil {
			return err
		}
		return q.readable("WriteContent", p.number)
	})
	for seq, left := int64(0), p.Size; err == nil && left > 0; seq++ {
		var b []byte
		err = s.read(ctx, func(q session) error {
			there, err := q.one("SELECT bytes FROM chunk WHERE document = $1 AND seq = $2", []any{&b}, p.number, seq)
			if err == nil && !there {
				err = missing("WriteContent", id) // withdrawn meanwhile
			}
			return err
		})
		if err == nil {
			_, err = to.Write(b)
		}
		left -= int64(len(b))
	}
	return fault("store.WriteContent", err)
}

// Documents lists documents; see [ledger.Store].
func (s *Store) Documents(ctx context.Context, q ledger.DocumentQuery) (ledger.DocumentPage, error) {
	var page ledger.DocumentPage
	from := "document d LEFT JOIN document_state t ON t.document = d.number"
	if q.Waiting {
		from = "document_state t JOIN document d ON d.number = t.document AND t.waiting > 0"
	}
	where := " FROM " + from + ` LEFT JOIN withdrawn x ON x.document = d.number
		WHERE (CAST($1 AS TEXT) = '[]' OR d.kind IN ` + list("$1") + `) AND (CAST($2 AS TEXT) = '[]' OR d.marking IN ` + list("$2") + `)
		AND (CAST($3 AS BIGINT) = 0 OR d.entry <= CAST($3 AS BIGINT))`
	args := []any{choice(q.Kinds), choice(q.Ceiling), int64(q.At.Known)}
	if q.Parent != "" {
		where += " AND d.parent = $4 AND d.parent <> ''"
		args = append(args, string(q.Parent))
	}
	order := " ORDER BY d.number DESC"
	if q.Parent != "" {
		order = " ORDER BY d.number"
	}
	limit := int64(q.Limit)
	if limit <= 0 {
		limit = 1 << 40
	}
	err := s.snapshot(ctx, func(r session) error {
		if _, err := r.one("SELECT COUNT(*)"+where, []any{&page.Total}, args...); err != nil {
			return err
		}
		return r.each("SELECT "+documentColumns+`, d.entry, d.person, COALESCE(t.waiting, 0), COALESCE(t.judged, 0), COALESCE(x.document, 0),
			(SELECT COUNT(*) FROM edition e WHERE e.document = d.number)`+where+order+" LIMIT "+parameter(len(args)+1)+" OFFSET "+parameter(len(args)+2), func(scan func(...any) error) error {
			var row ledger.DocumentRow
			var withdrawn int64
			p, err := scanPaper(scan, &row.Number, &row.By, &row.Waiting, &row.Judged, &withdrawn, &row.Editions)
			row.Document, row.Withdrawn = p.Document, withdrawn > 0
			page.Rows = append(page.Rows, row)
			return err
		}, append(args, limit, int64(q.Offset))...)
	})
	return page, fault("store.Documents", err)
}

// choice writes a list of alternatives; "[]" where all will do.
func choice[S ~string](of []S) string { return words(of) }

// parameter writes the n-th parameter.
func parameter(n int) string { return "$" + strconv.Itoa(n) }

func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// Note records trouble met with a document; see [ledger.Store].
func (s *Store) Note(ctx context.Context, person string, id chancery.DocumentID, m chancery.Message) error {
	err := s.append(ctx, person, ledger.Noted, func(w *writer) error {
		p, err := w.paper("Note", id)
		if err != nil {
			return err
		}
		text, err := json.Marshal(m)
		if err != nil {
			return err
		}
		w.entry.Subject, w.entry.Count = string(id), 1
		return w.insert("note", 3, [][]any{{p.number, w.number, string(text)}})
	})
	return fault("store.Note", err)
}

// Notes lists the trouble met with a document; see [ledger.Store].
func (s *Store) Notes(ctx context.Context, id chancery.DocumentID) ([]chancery.Message, error) {
	var out []chancery.Message
	err := s.read(ctx, func(q session) error {
		return q.each("SELECT n.message FROM note n JOIN document d ON d.number = n.document WHERE d.id = $1 ORDER BY n.entry", func(scan func(...any) error) error {
			var text string
			var m chancery.Message
			if err := scan(&text); err != nil {
				return err
			}
			err := json.Unmarshal([]byte(text), &m)
			out = append(out, m)
			return err
		}, string(id))
	})
	return out, fault("store.Notes", err)
}

// Withdrawal says who withdrew a document; see [ledger.Store].
func (s *Store) Withdrawal(ctx context.Context, id chancery.DocumentID) (*ledger.Withdrawal, error) {
	var out *ledger.Withdrawal
	err := s.read(ctx, func(q session) error {
		return q.each("SELECT x.entry, x.person, x.at, x.reason FROM withdrawn x JOIN document d ON d.number = x.document WHERE d.id = $1", func(scan func(...any) error) (err error) {
			var at string
			out = &ledger.Withdrawal{}
			if err = scan(&out.Number, &out.Person, &at, &out.Reason); err == nil {
				out.At, err = timeOf(at)
			}
			return err
		}, string(id))
	})
	return out, fault("store.Withdrawal", err)
}

// readable is Forbidden for a document that was withdrawn.
func (q session) readable(op string, number int64) error {
	var reason string
	gone, err := q.one("SELECT reason FROM withdrawn WHERE document = $1", []any{&reason}, number)
	if err == nil && gone {
		err = fail(op, chancery.Forbidden, "document.withdrawn", "the document was withdrawn: %s", reason)
	}
	return err
}
