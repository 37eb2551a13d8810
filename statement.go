package chancery

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"strconv"
	"strings"
)

// EntityID names what statements are about: an entity of an authority file
// ("state:KAZ", "body:CEDAW", "treaty:UNTC-4-8", "group:oic") or a mention
// ("m" and 26 characters). Mentions judged to be the same share a canonical
// entity, which is the oldest of them.
type EntityID string

// Authority reports whether the entity stands in an authority file.
func (e EntityID) Authority() bool { return strings.IndexByte(string(e), ':') > 0 }

// StatementID names a statement by its content; the zero value is none.
type StatementID [32]byte

// String gives 64 hex digits.
func (s StatementID) String() string { return hex.EncodeToString(s[:]) }

// ParseStatementID reads 64 hex digits.
func ParseStatementID(s string) (StatementID, error) {
	var id StatementID
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != len(id) {
		return id, Fail("chancery.ParseStatementID", Invalid, Say("statement.id", "%q is not the name of a statement", s))
	}
	copy(id[:], b)
	return id, nil
}

// Statement says one thing about one subject, and where it is said.
type Statement struct {
	ID       StatementID
	Subject  EntityID
	Schema   string
	Property string
	Value    string   // normalised: a date as ISO, a name without honorifics; of a reference, the name shown
	Ref      EntityID // set when the value is another entity
	Original string   // the wording, where Value is not the quote itself
	Language string   // BCP 47, of Value where it is text
	Passage  Passage
	Rule     string // the rule's name; HandRule for entry by hand, ImportRule+"..." for imports
	Version  int    // of the rule
	Marking  string
}

// HandRule is the rule of statements a person typed.
const HandRule = "hand"

// fields hashes strings with their lengths before them, so that no two
// different lists of fields hash alike.
func fields(h hash.Hash, parts ...string) {
	var n [8]byte
	for _, p := range parts {
		binary.BigEndian.PutUint64(n[:], uint64(len(p)))
		h.Write(n[:])
		h.Write([]byte(p))
	}
}

// Identify gives the statement's ID: the SHA-256 over its length-prefixed
// fields (docs/format.md has test vectors). The rule, its version, the quote's
// context and the marking are not part of what is said, so a changed rule that
// says the same of the same words says the same statement.
func (s Statement) Identify() StatementID {
	h := sha256.New()
	fields(h, "statement", string(s.Subject), s.Schema, s.Property, s.Value, string(s.Ref), s.Original, s.Language,
		string(s.Passage.Document), strconv.Itoa(s.Passage.Edition), strconv.Itoa(s.Passage.Start), strconv.Itoa(s.Passage.End))
	var id StatementID
	h.Sum(id[:0])
	return id
}

var mentionEncoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// NewMention names a thing by the passage that first names or triggers it:
// document, schema and the bytes start to end of the edition.
func NewMention(doc DocumentID, schema string, edition, start, end int) EntityID {
	return mention("mention", string(doc), schema, strconv.Itoa(edition), strconv.Itoa(start), strconv.Itoa(end))
}

// NewImportMention names a thing by an import's natural key for its schema.
func NewImportMention(doc DocumentID, schema, key string) EntityID {
	return mention("import", string(doc), schema, key)
}

func mention(parts ...string) EntityID {
	h := sha256.New()
	fields(h, parts...)
	return EntityID("m" + mentionEncoding.EncodeToString(h.Sum(nil)[:16]))
}

// Reading is one reading of an edition: the version of the rules, the ledger
// number of the authority files used, and what was proposed. Reading the same
// edition twice with the same rules gives the same statements.
type Reading struct {
	Document   DocumentID
	Edition    int
	Rules      int   // version of the whole rule set
	Authority  int64 // ledger number of the overlay used, 0 for the base alone
	Statements []Statement
}

// Rule describes a named rule to a person.
type Rule struct {
	Name     string // "press.met-with"
	Version  int
	Language string // "" for any
	Sentence string // what it does, in one sentence
	Examples []string
}
