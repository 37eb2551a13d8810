package ledger

import (
	"context"
	"io"

	"chancery"
)

// StatementQuery asks for statements, judged or not. One of Document, Subject
// and IDs must be set. The answer is in order of arrival.
type StatementQuery struct {
	Document    chancery.DocumentID
	Subject     chancery.EntityID // canonical or mention: everything said of the one thing
	IDs         []chancery.StatementID
	LastReading bool // only what the last reading of its paper has, and everything judged
	At          At
}

// FactQuery asks for facts. Conditions that are set must all hold; none set
// gives every fact, page by page.
type FactQuery struct {
	Entities   []chancery.EntityID // subjects, canonical or mention
	Refs       []chancery.EntityID // entities referred to, canonical or mention
	Schemas    []string
	Properties []string
	Document   chancery.DocumentID
	From, To   chancery.Date // of a date value: it can mean a day from From to To, ends included; zero is open
	ByDate     bool          // order by Lo instead of by arrival; needs one schema and one property; values without a date are left out
	After      int64         // only facts whose Number is greater: the next page
	Limit      int           // 0 is all
	Ceiling    []string      // markings allowed, "" for unmarked; nil allows all
	At         At
}

// ItemQuery asks for a list of entities. Values of one facet are alternatives,
// facets must all hold. Facets are "schema", "type", "year", "country",
// "body", "document", "standing" (confirmed, proposed) and "marking".
type ItemQuery struct {
	Schemas  []string
	Facets   map[string][]string
	Text     string // every word must stand in a value of the entity
	Begun    bool   // the last word of Text may be only the beginning of one
	Sort     string // "" or "caption", "date", "-date", "facts", "new"
	Offset   int
	Limit    int  // 0 is 50, at most 1000
	Proposed bool // also entities of which nothing is confirmed yet
	Ceiling  []string
	At       At
}

// FacetCount is a value of a facet and how many rows have it, its own facet's
// choice left out.
type FacetCount struct {
	Value string
	Count int
}

// ItemPage is a stretch of a list. Facet values are sorted by count, at most
// 50 of each facet, chosen ones always among them; years are sorted newest first.
type ItemPage struct {
	Rows   []Item
	Total  int
	Facets map[string][]FacetCount
}

// SearchQuery asks for passages that hold every word of Text. Facets are
// "document" (kind), "language" and "year" (published or received).
type SearchQuery struct {
	Text    string
	Facets  map[string][]string
	Offset  int
	Limit   int // 0 is 20, at most 200
	Ceiling []string
	At      At
}

// Hit is a passage found in the last edition of a document.
type Hit struct {
	Document chancery.DocumentID
	Edition  int
	Start    int // bytes into the edition's text, half-open
	End      int
	Snippet  string   // words of the passage around those found
	Marks    [][2]int // bytes into Snippet of the words found, half-open, sorted
	Score    float64  // greater is better; not comparable between stores
}

// SearchPage is a stretch of the hits, best first.
type SearchPage struct {
	Hits   []Hit
	Total  int
	Facets map[string][]FacetCount
}

// DocumentQuery asks for documents, newest first.
type DocumentQuery struct {
	Waiting bool                // only with statements nobody judged
	Parent  chancery.DocumentID // attachments and remarks of it, in order of arrival
	Kinds   []chancery.DocumentKind
	Offset  int
	Limit   int // 0 is all
	Ceiling []string
	At      At
}

// DocumentPage is a stretch of a list of documents.
type DocumentPage struct {
	Rows  []DocumentRow
	Total int
}

// ReputeQuery asks how rules fared on the last judged papers of a kind and a
// language; both must be the same.
type ReputeQuery struct {
	Kind     chancery.DocumentKind
	Language string
	Papers   int // how many papers are looked back at; 0 is 20
}

// VerdictQuery asks for verdicts, in the order of their force (At, ID). One of
// the conditions must be set.
type VerdictQuery struct {
	Statement chancery.StatementID // on it, on its card or its import
	Entity    chancery.EntityID    // on cards of it, and on its being the same as others
	Document  chancery.DocumentID  // on its cards and its import
	Number    Number               // recorded by this entry
	After     Number               // recorded after this entry, for export
	Limit     int
}

// EntryQuery asks for entries of the ledger, newest first; oldest first where
// After is set or Forward is true.
type EntryQuery struct {
	Before  Number
	After   Number
	Forward bool
	Person  string
	Kind    EntryKind
	Subject string
	Limit   int // 0 is all
}

// Store keeps one register. Methods are safe for concurrent use. Errors are
// [chancery.Error] with the kind Invalid for what cannot be kept, NotFound for
// what is not there, Conflict for what contradicts the register, Unavailable
// where the disk or server fails (a full disk loses nothing that was
// acknowledged), Cancelled where ctx ended. person is the ID of who acts.
//
// A method that writes has committed when it returns without error.
type Store interface {
	// Receive keeps a paper. The same bytes twice are the same document, which
	// existed says; what is known of it then stays as it was first given.
	// Conflict where the document was withdrawn.
	Receive(ctx context.Context, person string, r Receipt) (doc chancery.Document, existed bool, err error)
	// Document gives what is known of a document; of a withdrawn one no words.
	Document(ctx context.Context, id chancery.DocumentID) (chancery.Document, error)
	Documents(ctx context.Context, q DocumentQuery) (DocumentPage, error)
	// Content gives a document's bytes; Forbidden where it was withdrawn.
	Content(ctx context.Context, id chancery.DocumentID) ([]byte, error)
	// WriteContent writes a document's bytes, never holding them all.
	WriteContent(ctx context.Context, id chancery.DocumentID, to io.Writer) error
	// Note records trouble met in opening or reading a document; Notes lists it.
	Note(ctx context.Context, person string, id chancery.DocumentID, m chancery.Message) error
	Notes(ctx context.Context, id chancery.DocumentID) ([]chancery.Message, error)
	// Withdraw makes a document and its attachments unreadable for ever: bytes,
	// texts, quotes and values, in every index too. Digests, verdicts and the
	// reason stay. Withdrawal gives nil for a document that was not withdrawn.
	Withdraw(ctx context.Context, person string, id chancery.DocumentID, reason string) error
	Withdrawal(ctx context.Context, id chancery.DocumentID) (*Withdrawal, error)

	// AddEdition keeps a text of a document, numbers it and anchors in it the
	// judged statements of earlier editions by quote and context. The same
	// extractor's same text again is the edition that is there. Lost lists the
	// statements that found no place in the document's last edition.
	AddEdition(ctx context.Context, person string, e chancery.Edition) (chancery.Edition, error)
	// Edition gives a text of a document; number 0 is the last.
	Edition(ctx context.Context, id chancery.DocumentID, number int) (chancery.Edition, error)
	Lost(ctx context.Context, id chancery.DocumentID) ([]Lost, error)

	// Propose keeps a reading and gives how many of its statements are new. One
	// that coincides with an anchored statement is that statement. Invalid where
	// a quote is not the text at its offsets.
	Propose(ctx context.Context, person string, r chancery.Reading) (added int, err error)
	// Import is Propose and, in the same entry, accepting all of it with the
	// grade of its source. It is made for many statements at once.
	Import(ctx context.Context, person string, r chancery.Reading, grade chancery.Grade) (added int, err error)
	// Enter keeps statements entered by hand together with the verdicts on them.
	Enter(ctx context.Context, person string, statements []chancery.Statement, verdicts []chancery.Verdict) error
	Statements(ctx context.Context, q StatementQuery) ([]Judged, error)
	// Reputes gives how rules fared, sorted by rule and property; what was
	// accepted as part of a whole says nothing of a rule.
	Reputes(ctx context.Context, q ReputeQuery) ([]Repute, error)

	// Record appends verdicts, sets their ID, At and Person, and gives them as
	// kept. All of them are one entry, or none is kept. Conflict, with the path
	// shown, where two entities cannot be what is said of them.
	Record(ctx context.Context, person string, verdicts []chancery.Verdict) ([]chancery.Verdict, error)
	// Adopt appends verdicts of another installation as they are; those already
	// there are passed over. It gives how many were new.
	Adopt(ctx context.Context, person, installation string, verdicts []chancery.Verdict) (int, error)
	Verdict(ctx context.Context, id string) (chancery.Verdict, error)
	Verdicts(ctx context.Context, q VerdictQuery) ([]chancery.Verdict, error)

	// Canonical gives the canonical entity of those that have another one.
	Canonical(ctx context.Context, known Number, ids []chancery.EntityID) (map[chancery.EntityID]chancery.EntityID, error)
	// Members gives every mention and entity that is one with id, the canonical
	// first; just id where it is one with none.
	Members(ctx context.Context, known Number, id chancery.EntityID) ([]chancery.EntityID, error)
	// Edges gives the judgements in force on id or any of its members and others.
	Edges(ctx context.Context, id chancery.EntityID) ([]Edge, error)
	// SamePath gives the entities by which a and b are one, both included; nil
	// where they are not.
	SamePath(ctx context.Context, a, b chancery.EntityID) ([]chancery.EntityID, error)
	// Naming finds entities by the keys of their names (Options.NameKey of the store).
	Naming(ctx context.Context, keys []string) ([]Named, error)

	Facts(ctx context.Context, q FactQuery) ([]Fact, error)
	// EachFact gives the facts of a query one by one, in order of arrival, with
	// what a rule computes with and no page cites: entities, property, value,
	// days, document, marking, grade. Limit and ByDate do not count.
	EachFact(ctx context.Context, q FactQuery, fn func(Fact) error) error
	Items(ctx context.Context, q ItemQuery) (ItemPage, error)
	// ItemsOf gives the rows of entities, canonical or mention, by the ID asked for.
	ItemsOf(ctx context.Context, at At, ids []chancery.EntityID) (map[chancery.EntityID]Item, error)
	Search(ctx context.Context, q SearchQuery) (SearchPage, error)
	Counts(ctx context.Context) (Counts, error)

	Head(ctx context.Context) (Number, error)
	Entries(ctx context.Context, q EntryQuery) ([]Entry, error)

	Persons(ctx context.Context) ([]chancery.Person, error)
	// AddPerson keeps a person under a new ID, or p.ID where it is set and free.
	AddPerson(ctx context.Context, p chancery.Person) (chancery.Person, error)
	// Setting gives "" for a setting never set.
	Setting(ctx context.Context, name string) (string, error)
	SetSetting(ctx context.Context, person, name, value string) error

	// Draft keeps what a person was at, under a key of the page's choosing; nil
	// content forgets it. It is no part of the ledger.
	Draft(ctx context.Context, person, key string) ([]byte, error)
	SetDraft(ctx context.Context, person, key string, content []byte) error
	Views(ctx context.Context, person string) ([]View, error)
	SaveView(ctx context.Context, v View) (View, error)
	DropView(ctx context.Context, person string, id int64) error

	AddJob(ctx context.Context, person, kind string, input []byte) (Job, error)
	// TakeJob gives the oldest job not done and not taken by another program
	// that still runs, or false where there is none.
	TakeJob(ctx context.Context) (Job, bool, error)
	// EndJob says how a job went: "" is done, else it is tried again, five times.
	EndJob(ctx context.Context, id int64, trouble string) error
	Jobs(ctx context.Context, limit int) ([]Job, error)

	// Check reads the whole register: digests, triggers, order, and the
	// projections against a fold of the log. progress, if not nil, is called
	// with steps done and their number.
	Check(ctx context.Context, progress func(done, total int)) (Report, error)
	// Backup writes a running register to a new file, which Restore of package
	// store reads. Conflict where the file is there.
	Backup(ctx context.Context, path string) error
	Close() error
}
