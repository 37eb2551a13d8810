// Package register is what a person meets: papers are received, proposals
// judged, things found to be the same, and every page is a view made here.
//
// A [Register] stands on a [ledger.Store], which keeps papers, statements and
// verdicts for ever and folds them. Receiving ([Register.Receive],
// [Register.Paste]) opens a paper, keeps its text as an edition and proposes
// what a reading of it says; letters bring their attachments as documents of
// their own. On the desk ([Register.Desk]) a person judges ([Register.Judge],
// [Register.JudgeSame], [Register.Undo]), enters facts by hand with their
// source ([Register.Enter]) or accepts a whole import with the grade of its
// source.
//
// Views are made for a [Reader]: who asks in which language, of which day, as
// known at which entry of the ledger, up to which marking. They hold confirmed
// facts alone, except where they say otherwise, and every value points at its
// [Citation]s. A view is data; wording it is left to the pages.
//
// The register has a home, a State or an organisation, which is a setting;
// nothing here names one. What opens papers and reads them is handed in as
// [Tools], so that pages and readers never meet.
package register

import (
	"context"
	"time"

	"chancery"
	"chancery/authority"
	"chancery/ledger"
)

// Opened is a paper opened: what it says of itself, its text, and the files
// attached to it.
type Opened struct {
	Document chancery.Document
	Edition  chancery.Edition // Number is left to the store
	Parts    []Part
}

// Part is a file attached to a letter.
type Part struct {
	Name    string // as the letter gives it, shown only
	Content []byte
}

// Tools are what the program hands to its register.
type Tools struct {
	// Open finds what bytes are and reads them; beside an error the document
	// is still identified.
	Open func(ctx context.Context, name string, content []byte) (Opened, error)
	// Fits refuses a paper of more bytes than Open reads; nil refuses none.
	Fits func(size int64) error
	// Notes makes a document of pasted or typed text.
	Notes func(text string) Opened
	// Read gives what an edition says; files are the authority files with what
	// this register confirmed laid over them.
	Read func(ctx context.Context, doc chancery.Document, ed *chancery.Edition, files *authority.Files) (chancery.Reading, error)
	// Rule describes a rule by its name; unknown names give a Rule with the name alone.
	Rule func(name string) chancery.Rule
	// Render gives the image (PNG) of a page of a paper.
	Render func(ctx context.Context, content []byte, page int) ([]byte, error)
	// Learn makes of confirmed recommendations who suggests for others; nil
	// suggests nothing.
	Learn func(rows []Lesson) Suggester
	// Twins groups the texts that say nearly the same, by their places, and
	// Lineage finds for texts the earlier ones that they take up; where one is nil
	// nothing is said of either.
	Twins   func(texts []string) [][]int
	Lineage func(before, now []string) []Kin
	// Now tells the time.
	Now func() time.Time
}

// Register receives, records and answers. It is safe for use by several
// goroutines at once.
type Register struct {
	store     ledger.Store
	tools     Tools
	places    signCache
	authority fileCache
	treaties  treatyBook
	lessons   lessons
	advice    adviceIndex
	deadlines derivedCache
	most      int // records that a view computes with through one property
}

// New makes a register on a store.
func New(store ledger.Store, tools Tools) *Register {
	if tools.Now == nil {
		tools.Now = time.Now
	}
	return &Register{store: store, tools: tools, most: maxReferring}
}

// Store gives the store below, for commands that work on it as a whole.
func (r *Register) Store() ledger.Store { return r.store }

// Reader is who looks, and through what.
type Reader struct {
	At       ledger.At // zero is now, without a filter by date
	Language string    // BCP 47; "" is English
	Ceiling  string    // highest marking shown; "" is no limit
	Today    chancery.Date
}
