// Package ledger is the log of everything that happened in a register and the
// fold that makes the register of it.
//
// Each act of a person or of the program (a paper received, a text made, a
// reading proposed, verdicts recorded) is an [Entry]: it has a number, a time
// and a person, and is written in one transaction with all it brings. Entries,
// statements and verdicts are appended and never changed. What the pages need
// quickly, canonical entities, facts in force, lists with their facets and the
// full text, are projections, written in the same transaction and provable at
// any time: [Fold] computes them from statements and verdicts alone, and
// [Store.Check] compares.
//
// The past is a number: [At] asks for the register as known after an entry, or
// as of a day, or both. Facts and canonical entities carry the interval of
// entries in which they were in force.
//
// [Store] is what a database must do for the register; package store does it
// on SQLite and PostgreSQL, and package storetest is the contract both pass.
package ledger

import (
	"context"
	"time"

	"chancery"
)

// Number is the number of a ledger entry: 1, 2, ... in the order of commit.
type Number int64

// Kind says what an entry records.
type Kind string

// The kinds of entry.
const (
	Received   Kind = "received"
	Edited     Kind = "edition"
	Proposed   Kind = "proposed"
	Recorded   Kind = "recorded"
	Entered    Kind = "entered"
	Imported   Kind = "imported"
	Withdrawn  Kind = "withdrawn"
	Introduced Kind = "person"
	Set        Kind = "setting"
	Noted      Kind = "noted"
)

// Entry is one line of the ledger.
type Entry struct {
	Number  Number
	At      time.Time // UTC
	Person  string
	Kind    Kind
	Subject string // document or entity concerned, or name of the setting
	Count   int    // of statements or targets
	Note    string
}

// EntryQuery asks for a stretch of the ledger, newest first.
type EntryQuery struct {
	Before Number // 0: from the newest
	Limit  int    // 0: all
}

// At says of which state of knowledge and of which day an answer is to be.
// Known is the number of the last entry known, 0 for all. On is a day on which
// a fact must not be certainly over or yet to come; zero for no such filter.
type At struct {
	Known Number
	On    chancery.Date
}

// Receipt is a paper handed in: what is known of it and its bytes.
type Receipt struct {
	Document chancery.Document
	Content  []byte
}

// DocumentQuery asks for papers, newest first.
type DocumentQuery struct {
	Waiting bool // only those with proposals that nobody judged
	Parent  chancery.DocumentID
	Kind    chancery.DocumentKind
	Offset  int
	Limit   int // 0: 50
}

// DocumentRow is a paper in a list.
type DocumentRow struct {
	chancery.Document
	Waiting int // statements of its last reading that nobody judged
	Judged  int
}

// DocumentPage is a list of papers.
type DocumentPage struct {
	Rows  []DocumentRow
	Total int
}

// StatementQuery asks for statements with the judgement in force.
type StatementQuery struct {
	IDs         []chancery.StatementID
	Document    chancery.DocumentID
	Subject     chancery.EntityID // with all mentions found to be the same
	LastReading bool              // only the document's last reading, and everything judged
	At          At
	Limit       int // 0: all
}

// Judged is a statement with the judgement in force, which is "" while it waits.
type Judged struct {
	chancery.Statement
	Canonical    chancery.EntityID // of the subject
	RefCanonical chancery.EntityID // of the reference
	Judgement    chancery.Judgement
	VerdictID    string
	By           string // person
	At           time.Time
	Reason       string
	Grade        chancery.Grade
	Proposed     Number // entry that brought it
	Kept         bool   // judged, and no longer among those of the last reading
	Conflict     bool   // verdicts of two installations disagree
}

// Fact is a confirmed statement of a canonical entity while it is in force.
type Fact struct {
	chancery.Statement
	Entity      chancery.EntityID // canonical
	Ref         chancery.EntityID // canonical, of a reference
	Since       Number
	Until       Number        // 0: still in force
	Lo, Hi      chancery.Date // first and last day its date value can mean; zero where it is no date
	Grade       chancery.Grade
	ConfirmedBy string
	ConfirmedAt time.Time
}

// FactQuery asks for facts in force. Entities and Refs are canonical or not;
// both are looked up. From and To bound the date value.
type FactQuery struct {
	Entities   []chancery.EntityID
	Refs       []chancery.EntityID
	Schemas    []string
	Properties []string
	Document   chancery.DocumentID
	From, To   chancery.Date
	ByDate     bool // the earliest first; else in the order confirmed
	At         At
	Limit      int // 0: all
}

// ItemQuery asks for a list of canonical entities. A facet narrows to any of
// its values; facets narrow each other.
type ItemQuery struct {
	Schemas  []string
	Facets   map[string][]string
	Text     string // words of names
	Sort     string // "" by relevance or name, "caption", "date", "-date", "facts"
	Offset   int
	Limit    int      // 0: 50
	Proposed bool     // also entities of which nothing is confirmed
	Ceiling  []string // markings that may be shown; nil: all
	At       At
}

// Item is a canonical entity in a list.
type Item struct {
	Entity   chancery.EntityID
	Schema   string
	Caption  string
	Language string
	Date     chancery.Date
	Facts    int
	Proposed int
	Marking  string
}

// ItemPage is a list with its facets: name to values with their counts, the
// most frequent first.
type ItemPage struct {
	Rows   []Item
	Total  int
	Facets map[string][]FacetCount
}

// FacetCount is a value of a facet and how many items of the list have it.
type FacetCount struct {
	Value string
	Count int
}

// SearchQuery asks for passages by their words. All words must occur.
type SearchQuery struct {
	Text    string
	Facets  map[string][]string // "kind", "language", "year" of the document
	Offset  int
	Limit   int // 0: 20
	Ceiling []string
	At      At
}

// Hit is a passage found, best first.
type Hit struct {
	Document chancery.DocumentID
	Edition  int
	Start    int // of the passage, bytes into the edition's text
	End      int
	Score    float64
	Snippet  string
	Marks    [][2]int // bytes into Snippet of the words found
}

// SearchPage is what a search found.
type SearchPage struct {
	Hits   []Hit
	Total  int
	Facets map[string][]FacetCount
}

// Name is a name under which an entity may be found again: the key is
// text.NameKey of a name or an acronym.
type Name struct {
	Key    string
	Entity chancery.EntityID // canonical
	Schema string
}

// Edge is a judgement in force that two entities are the same.
type Edge struct {
	Other   chancery.EntityID
	Verdict string
	By      string
	At      time.Time
	Reason  string
}

// Precedent asks how a value, or else a rule, was judged before.
type Precedent struct {
	Schema   string
	Property string
	Value    string
	Rule     string
}

// Judgements is how people judged what a [Precedent] asks for: the same value
// of the same property in any paper (OfValue), or anything the rule proposed
// for that property.
type Judgements struct {
	Precedent
	OfValue   bool
	Judgement chancery.Judgement
	Count     int
	By        string // the last person
	At        time.Time
	Document  chancery.DocumentID // of the last
}

// Counts says how much a register holds.
type Counts struct {
	Documents  int
	Statements int
	Facts      int
	Entities   int
	Waiting    int
}

// Withdrawal says that a paper was made unreadable.
type Withdrawal struct {
	Person string
	At     time.Time
	Reason string
}

// Report is what Check found. Faults is empty where everything holds.
type Report struct {
	Counts
	Ledger Number
	Faults []string
}

// Store keeps a register. Every writing method writes one entry and all it
// brings in one transaction; person is who acts. Errors are of kind NotFound
// for what is not there, Conflict for what is refused, Unavailable for a full
// disk or a lost database.
type Store interface {
	// Receive keeps a paper; the same bytes twice are the same document, which
	// existed says.
	Receive(ctx context.Context, person string, r Receipt) (doc chancery.Document, existed bool, err error)
	Document(ctx context.Context, id chancery.DocumentID) (chancery.Document, error)
	Documents(ctx context.Context, q DocumentQuery) (DocumentPage, error)
	Content(ctx context.Context, id chancery.DocumentID) ([]byte, error)
	// Note keeps trouble met in reading a paper, to be shown with it.
	Note(ctx context.Context, person string, id chancery.DocumentID, m chancery.Message) error
	Notes(ctx context.Context, id chancery.DocumentID) ([]chancery.Message, error)
	// AddEdition keeps a text, indexes it, and anchors earlier statements in
	// it by quote and context. An equal text of the same extractor adds nothing.
	AddEdition(ctx context.Context, person string, ed chancery.Edition) (chancery.Edition, error)
	// Edition gives a text; number 0 is the last one.
	Edition(ctx context.Context, id chancery.DocumentID, number int) (chancery.Edition, error)

	// Propose keeps a reading; statements that are there already, or coincide
	// with one anchored in the edition, add nothing. It gives how many are new.
	Propose(ctx context.Context, person string, r chancery.Reading) (added int, err error)
	// Enter keeps statements and judges them in the same entry.
	Enter(ctx context.Context, person string, statements []chancery.Statement, verdicts []chancery.Verdict) error
	// Import keeps many statements of one source and accepts them as a whole.
	Import(ctx context.Context, person string, doc chancery.DocumentID, statements []chancery.Statement, grade chancery.Grade) error
	Statements(ctx context.Context, q StatementQuery) ([]Judged, error)
	// Record keeps verdicts in one entry; it fills in their IDs and times. "Not
	// the same" inside one component is refused with the path shown.
	Record(ctx context.Context, person string, verdicts []chancery.Verdict) ([]chancery.Verdict, error)
	Verdict(ctx context.Context, id string) (chancery.Verdict, error)
	// Canonical gives the canonical entity of each, as known at an entry (0: now).
	Canonical(ctx context.Context, known Number, ids []chancery.EntityID) (map[chancery.EntityID]chancery.EntityID, error)
	Edges(ctx context.Context, id chancery.EntityID) ([]Edge, error)
	// Naming gives entities that carry one of the keys.
	Naming(ctx context.Context, keys []string) ([]Name, error)

	// Precedents gives, for each asked, the judgements in force, at most one
	// row a judgement for the value and one for the rule.
	Precedents(ctx context.Context, asked []Precedent) ([]Judgements, error)

	Facts(ctx context.Context, q FactQuery) ([]Fact, error)
	Items(ctx context.Context, q ItemQuery) (ItemPage, error)
	Search(ctx context.Context, q SearchQuery) (SearchPage, error)
	Counts(ctx context.Context) (Counts, error)

	Head(ctx context.Context) (Number, error)
	Entries(ctx context.Context, q EntryQuery) ([]Entry, error)
	Persons(ctx context.Context) ([]chancery.Person, error)
	AddPerson(ctx context.Context, p chancery.Person) (chancery.Person, error)
	// Setting gives "" for a setting that was never set.
	Setting(ctx context.Context, name string) (string, error)
	SetSetting(ctx context.Context, person, name, value string) error

	// Withdraw makes a paper's bytes, text, quotes and values unreadable for
	// ever; digests, verdicts and the reason stay.
	Withdraw(ctx context.Context, person string, id chancery.DocumentID, reason string) error
	// Withdrawal gives an error of kind NotFound for a paper that was not withdrawn.
	Withdrawal(ctx context.Context, id chancery.DocumentID) (Withdrawal, error)

	// Check rebuilds every projection and compares.
	Check(ctx context.Context, progress func(done, total int)) (Report, error)
	Close() error
}
