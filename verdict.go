package chancery

import "time"

// Judgement is what a person thought.
type Judgement string

// The judgements.
const (
	Confirmed Judgement = "confirmed"
	Rejected  Judgement = "rejected"
	Unsure    Judgement = "unsure"
	Undone    Judgement = "undone" // takes back what was judged before on the same targets
)

// TargetKind says what a verdict is about.
type TargetKind string

// The kinds of target.
const (
	OnStatement TargetKind = "statement" // one statement
	OnCard      TargetKind = "card"      // every statement of one subject in one reading
	OnImport    TargetKind = "import"    // every statement of one document's import
	OnSame      TargetKind = "same"      // two entities are the same
)

// Target is one thing judged. Statement is set for OnStatement, Entity for
// OnCard and OnSame, Other for OnSame, Document for OnCard and OnImport.
type Target struct {
	Kind      TargetKind
	Statement StatementID
	Entity    EntityID
	Other     EntityID
	Document  DocumentID
}

// Verdict is a person's judgement on one or many targets, appended and never
// edited; undo is a new verdict. Verdicts on a target order by (At, ID).
type Verdict struct {
	ID        string // 26 characters, sorts by time
	At        time.Time
	Person    string // PersonID of the register
	Judgement Judgement
	Reason    string
	Grade     Grade // of the source, where a whole import is accepted
	Targets   []Target
}

// Grade is how good a source is.
type Grade string

// The grades, best first.
const (
	Depositary   Grade = "depositary"
	Gazette      Grade = "gazette"
	OfficialSite Grade = "official"
	Press        Grade = "press"
	Recollection Grade = "recollection"
)

// Person is somebody who reads, enters and judges.
type Person struct {
	ID   string
	Name string
	Post string
	Body string
}
