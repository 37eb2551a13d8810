// Package ledger is the log of everything that happened in a register, and the
// fold that makes the register out of it.
//
// The log is append-only: papers received, texts made of them, readings that
// propose statements, verdicts that judge them, papers withdrawn. Every entry
// has a [Number], counted from 1 in the order of commit, so "what did we know
// then" is one number and [At] carries it. Nothing in the log has a status:
// what stands follows from it.
//
// [Fold] is that rule, written once and pure: from [Log] to [Folded], the
// standing of every statement and the canonical entity of every mention. It
// does not depend on the order in which statements and verdicts arrived, only
// on what they are; to judge and take it back leaves no trace in it. [RowOf]
// makes a row of a list out of statements that stand.
//
// A [Store] keeps the log for ever and, beside it, projections of the fold that
// are quick to read; both change in one transaction. [Store.Check] folds the log
// anew and compares, so a projection is never trusted for longer than it is
// true. Package store has the two Stores there are, package storetest says
// what every Store must do.
package ledger

import (
	"io"
	"time"

	"chancery"
)

// Number is the place of an entry in the ledger: 1, 2, ... in the order of commit.
type Number int64

// EntryKind says what an entry of the ledger records.
type EntryKind string

// The kinds of entry.
const (
	DocumentReceived  EntryKind = "received"  // subject: the document
	EditionAdded      EntryKind = "edition"   // subject: the document; count: statements anchored
	Proposed          EntryKind = "proposed"  // subject: the document; count: statements new
	Imported          EntryKind = "imported"  // subject: the document; count: statements new; accepted whole
	Recorded          EntryKind = "recorded"  // subject: what was judged, where it is one thing; count: targets
	Entered           EntryKind = "entered"   // by hand; subject: the entity; count: statements
	DocumentWithdrawn EntryKind = "withdrawn" // subject: the document; note: the reason
	Noted             EntryKind = "noted"     // subject: the document; note: the trouble met
	PersonAdded       EntryKind = "person"    // subject: the person's ID
	SettingSet        EntryKind = "setting"   // note: the setting's name
)

// Entry is one thing that happened. It holds no words of a paper, so that a
// withdrawn one leaves none behind.
type Entry struct {
	Number    Number
	At        time.Time // UTC, strictly increasing with Number in one installation
	Person    string    // ID of the person
	Kind      EntryKind
	Subject   string // a DocumentID, EntityID or person's ID, or ""
	Count     int
	Judgement chancery.Judgement // of a Recorded entry
	Note      string             // the reason of a verdict or withdrawal, the name of a setting
}

// At is a view into the past. The zero At is now.
type At struct {
	Known Number        // as the register stood after this entry; 0 is now
	On    chancery.Date // leaves out what certainly began after that day; zero is no filter
}

// Receipt is a paper handed in: what is known of it and its bytes. Document.ID,
// Size may be empty, they follow from the bytes.
type Receipt struct {
	Document chancery.Document
	Content  []byte
	From     io.ReadSeeker // the bytes, where they are too many to hold; Content is then empty
}

// Lost is a judged statement whose words an edition does not have, or has more
// than once in the same surroundings: never guessed.
type Lost struct {
	Statement chancery.StatementID
	Quote     string
	Reason    chancery.Message
}

// Repute is how people judged, one by one, what a rule said of a property on the
// last papers of a kind.
type Repute struct {
	Rule      string
	Version   int // a rule that was mended begins anew
	Schema    string
	Property  string
	Confirmed int
	Rejected  int
}

// Judged is a statement with what was thought of it.
type Judged struct {
	chancery.Statement
	Canonical    chancery.EntityID  // of Subject
	RefCanonical chancery.EntityID  // of Ref
	Since        Number             // entry that proposed it
	Judgement    chancery.Judgement // "" where nobody judged it yet
	VerdictID    string             // of the verdict in force
	By           string             // person of that verdict
	At           time.Time          // of that verdict
	Reason       string             // of that verdict
	Grade        chancery.Grade     // of that verdict, where a source was accepted whole
	Implied      bool               // confirmed as the name of what a confirmed statement refers to
	Conflict     bool               // installations judged it differently
	Kept         bool               // judged on an earlier text of the paper, not read again in the last reading
	Anchored     bool               // Passage is where the words stand in the last edition, not where they were first read
	Withdrawn    bool               // its paper was withdrawn: Value, Original and quote are empty for ever
}

// Fact is a statement that stands confirmed.
type Fact struct {
	chancery.Statement                   // Passage.Before and After are empty
	Number             int64             // orders facts by arrival; FactQuery.After pages by it
	Entity             chancery.EntityID // canonical entity of Subject
	Ref                chancery.EntityID // canonical entity of Statement.Ref
	Since              Number            // first entry after which it stood
	Until              Number            // entry that ended it, 0 while it stands
	Lo, Hi             chancery.Date     // first and last day that a date value can mean
	Grade              chancery.Grade
	VerdictID          string
	ConfirmedBy        string
	ConfirmedAt        time.Time
}

// Item is one canonical entity as a row of a list.
type Item struct {
	Entity    chancery.EntityID
	Schema    string
	Caption   string            // best name: of the schema's Naming, the first confirmed
	Captions  map[string]string // by language, "" where the language is not known
	Date      chancery.Date     // when it was or began
	Facts     int               // confirmed statements
	Proposed  int               // statements nobody judged
	Confirmed bool              // Facts > 0
	Marking   string            // marking of the naming statement
	Markings  []string          // every marking of its statements, sorted; "" included
}

// Edge is a judgement that an entity and another are the same, or are not.
type Edge struct {
	Entity    chancery.EntityID
	Other     chancery.EntityID
	Judgement chancery.Judgement // Confirmed, Rejected or Unsure
	Verdict   string
	By        string
	At        time.Time
	Reason    string
}

// Named is an entity found by a name key.
type Named struct {
	Entity chancery.EntityID // canonical
	Schema string
	Keys   []string // of those asked for, sorted
}

// DocumentRow is a document in a list.
type DocumentRow struct {
	chancery.Document
	Number    Number // entry that received it
	By        string // person who handed it in
	Editions  int
	Waiting   int // statements nobody judged
	Judged    int
	Withdrawn bool
}

// Withdrawal says who withdrew a document, when and why.
type Withdrawal struct {
	Number Number
	Person string
	At     time.Time
	Reason string
}

// Counts are the sizes of a register.
type Counts struct {
	Documents  int
	Statements int
	Facts      int // confirmed statements
	Waiting    int // statements nobody judged
	Entities   int
	Verdicts   int
}

// Job is long work that outlives a request: kept until it is done, tried again
// when the program stopped meanwhile.
type Job struct {
	ID      int64
	Kind    string
	Input   []byte // JSON
	Person  string
	Tries   int
	Done    bool
	Trouble string // of the last try
	Created time.Time
	Changed time.Time
}

// View is a question a person saved: Query is the query string of its page.
type View struct {
	ID     int64
	Person string
	Name   string
	Query  string
}

// Report is what [Store.Check] found.
type Report struct {
	Entries, Documents, Statements, Verdicts, Facts, Items int
	Troubles                                               []chancery.Message // sorted by where they were found; at most 100
}

// Clean reports whether nothing was found wrong.
func (r Report) Clean() bool { return len(r.Troubles) == 0 }
