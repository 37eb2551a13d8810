package register

import (
	"strings"
	"time"

	"chancery"
	"chancery/ledger"
)

// Head stands at the top of every view: of which day and which state of
// knowledge it is, how much it shows, and the citations that its values point
// at. Value.Cites counts into Citations from 0; a page prints the number plus one.
type Head struct {
	At        ledger.At
	Ledger    ledger.Number // newest entry of the ledger when the view was made
	Today     chancery.Date // the day the view was made, by which deadlines are late
	Rows      int           // number of rows of what the page mainly shows
	Marking   string        // highest marking of anything shown
	Ceiling   string        // above which nothing is shown; "" is no limit
	Markings  []string      // of the site, lowest first, from which a ceiling is chosen
	Citations []Citation
	Cuts      []Cut // of what there is too much to compute with
}

// Cut says of which records only the first were taken into account, and by which
// facet the register lists them all; "" is by their schema alone.
type Cut struct {
	Schema string
	Shown  int
	Facet  string
	Value  chancery.EntityID
}

// Citation is what stands behind a value: the words, where they stand, and who
// confirmed them when.
type Citation struct {
	Statement chancery.StatementID
	Document  chancery.DocumentID
	Kind      chancery.DocumentKind
	Title     string // of the document, or its symbol or file name
	Symbol    string
	Published chancery.Date
	Language  string // BCP 47, of the document
	Passage   chancery.Passage
	Page      int    // 0 where the paper has no pages
	Paragraph string // label of the paragraph: "140.7"; of a cell "3:2" (row, column)
	By        string // name of the person who confirmed
	Since     time.Time
	Grade     chancery.Grade
	Marking   string
	Whole     bool // accepted as part of a whole import, not looked at one by one
	Withdrawn bool // the paper was withdrawn: its words are gone
}

// Value is one value as shown, with the places that say it.
type Value struct {
	Text     string // shown as it stands; of a date the ISO form
	Language string // BCP 47, where Text is in a language
	Ref      chancery.EntityID
	Schema   string        // of Ref
	Label    Label         // of Ref, for a page to word in its language
	Date     chancery.Date // of a date, and the date a fact is of where it has one
	Cites    []int         // into Head.Citations
	Chosen   bool          // the preferred spelling of its language
	Proposed bool          // not confirmed by anybody; only views that say so hold such values
}

// Label is what an entity is called on a page. An event without a name of its
// own is called by its type, date and place: Code is then a value that locale
// words under "value.<Schema>.<Property>.<Code>".
type Label struct {
	Text     string
	Language string // BCP 47 of Text, where it is in a language
	Schema   string
	Property string // of Code
	Code     string
	Date     chancery.Date
	Place    string
	Sub      string // what tells it from others: of a post its body, of an act its instrument
}

// String gives the label in plain English, for logs, tests and tables.
func (l Label) String() string {
	text := l.Text
	if text == "" {
		text = strings.ReplaceAll(l.Code, "_", " ")
	}
	parts := []string{text}
	for _, p := range []string{l.Sub, l.Place, l.Date.String()} {
		if p != "" && (l.Text == "" || p == l.Sub) {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, ", ")
}

// Empty reports whether there is no value.
func (v Value) Empty() bool { return v.Text == "" && v.Ref == "" }

// Line is one property with its values. Conflict says that values exclude each
// other; they stand side by side and none is left out.
type Line struct {
	Property string
	Type     chancery.Type
	Values   []Value
	Conflict bool
}

// Link is another entity that refers to the one shown.
type Link struct {
	Entity   chancery.EntityID
	Schema   string
	Caption  Label
	Property string // by which it refers to the entity shown
	Date     chancery.Date
	Lines    []Line
}

// Line gives the named property, with no values where nothing is said.
func (l Link) Line(property string) Line { return lineOf(l.Lines, property) }

// First gives the first value of the named property.
func (l Link) First(property string) Value { return firstOf(l.Lines, property) }

// LinkGroup is the links of one schema, newest first.
type LinkGroup struct {
	Schema string
	Links  []Link
	More   bool // there are others, which a list of the register gives
}

// Moment is a dated fact on a timeline.
type Moment struct {
	Date     chancery.Date
	Property string
	Schema   string
	Entity   chancery.EntityID
	Caption  Label
	Cites    []int
}

// Paper is a document as listed.
type Paper struct {
	chancery.Document
	Caption  string // title, symbol or file name
	Proposed int    // statements of its last reading that nobody judged
	Judged   int
	Trouble  []chancery.Message // what reading it met
	Parts    []Paper            // attachments, where asked for
}

// EntityView is one thing of the register with everything confirmed of it.
type EntityView struct {
	Head
	ID        chancery.EntityID // canonical; differs from the one asked for where two were found the same
	Asked     chancery.EntityID
	Schema    string
	Caption   Label
	Authority bool // stands in an authority file
	Names     []Value
	Lines     []Line // without names, in the order of the schema
	Posts     []Post // of a person those held, of a body or State those held in it
	MorePosts bool   // there are others, which a list of the register gives
	Links     []LinkGroup
	Timeline  []Moment
	Contacts  []Contact // the last ten held with a person, a body or a State
	Same      []Same
	Kin       Kindred // of a recommendation
	Proposed  int     // statements about it waiting for a verdict
	Papers    []Paper
}

// Same is a judgement that two entities are one.
type Same struct {
	Entity  chancery.EntityID // the other mention
	Caption Label             // as its paper names it
	Title   string            // of that paper
	Verdict string            // to be undone
	By      string
	Since   time.Time
	Reason  string
}

// MeetingView is an event with who took part for whom, what each side said and
// what was promised.
type MeetingView struct {
	Head
	ID           chancery.EntityID
	Caption      Label
	Planned      bool
	Lines        []Line
	Attendance   []Attendee
	Parties      []Value
	Topics       []Value
	Sides        []Side
	Undertakings []Undertaking
	Papers       []Paper
	Proposed     int
}

// Attendee is a person at an event.
type Attendee struct {
	Person   Value
	Capacity Value // as the paper says, or the post held on the day
	ForWhom  Value
}

// Side is what was said by or for one State or body.
type Side struct {
	Party         Value // Empty where the paper does not say for whom
	Interventions []Intervention
}

// Intervention is what somebody said.
type Intervention struct {
	Entity  chancery.EntityID
	Speaker Value
	Verb    Value
	Text    Value
	About   []Value
}

// Undertaking is a promise and what became of it.
type Undertaking struct {
	Entity  chancery.EntityID
	Event   Value
	By, To  []Value
	Text    Value
	Due     Value
	DueText Value
	Kept    Value // "" is open
	KeptBy  []Value
	Open    bool
	Late    bool // open and due before the day of the view
	Doubts  []chancery.Doubt
}

// BriefView prepares a planned event, from confirmed facts alone.
type BriefView struct {
	Head
	Event        MeetingView
	People       []Profile
	Contacts     []Contact     // the last ones with these people and parties, newest first
	Ours         []Undertaking // open, by our side
	Theirs       []Undertaking // open, by the other side
	Candidatures []Candidature
	Others       []Value    // States and bodies on the other side
	Votes        []Exchange // promised by one side for candidates of the other
	Treaties     []Between  // agreements and memoranda of both sides
	Reports      []Reported // owed by either side
}

// Profile is a person with the posts held on the day of the event.
type Profile struct {
	Person  Value
	Names   []Value // in other languages and scripts
	Posts   []Post
	Earlier []Post
}

// Contact is an earlier event with somebody.
type Contact struct {
	Entity  chancery.EntityID
	Caption Label
	Date    Value
	Place   Value
	With    []Value // those of the planned event who took part
	Topics  []Value
}

// Candidature is somebody standing for a body.
type Candidature struct {
	Entity    chancery.EntityID
	Candidate Value
	By        Value // nominated by
	Body      Value
	Term      Value
	Election  Value // date of the election
	Result    Value
}

// TodayView is the first page: what waits, what is due, what comes, what happened.
type TodayView struct {
	Head
	Home         Value
	Waiting      []Paper // with proposals nobody judged, newest first
	WaitingTotal int
	Undertakings []Undertaking // open, the earliest due first
	Upcoming     []Moment      // events and elections of the next year
	Recent       []EntryRow
	Papers       int // number of papers in the register
	Facts        int // number of confirmed facts
	Empty        bool
}

// EntryRow is one entry of the ledger, worded.
type EntryRow struct {
	ledger.Entry
	Who     string // name of the person
	Caption string // of the subject: the paper's title, the entity's name
	Link    Place  // where it leads
}

// Place is something that has a page of its own.
type Place struct {
	Entity   chancery.EntityID
	Document chancery.DocumentID
}

// LedgerView is a stretch of the ledger, newest first.
type LedgerView struct {
	Head
	Entries []EntryRow
	Total   int
}

// Query asks for a list of the register.
type Query struct {
	Schemas  []string
	Facets   map[string][]string // facet to chosen values
	Text     string
	Sort     string // "", "caption", "date", "-date", "facts"
	Offset   int
	Limit    int  // 0 is 50
	Proposed bool // also what nobody confirmed yet
	At       ledger.At
}

// ItemsView is a list of the register with its facets.
type ItemsView struct {
	Head
	Query  Query
	Rows   []Row
	Total  int
	Facets []Facet
}

// Row is one entity in a list.
type Row struct {
	Entity   chancery.EntityID
	Schema   string
	Caption  Label
	Sub      string // what tells it from others of its name: a post, a place
	Date     chancery.Date
	Facts    int
	Proposed int
	Marking  string
}

// Facet is one way to narrow a list.
type Facet struct {
	Name   string
	Values []FacetValue
}

// FacetValue is a value of a facet with the number of rows that have it.
type FacetValue struct {
	Value   string
	Caption string // of an entity its name; else Value, to be worded by locale
	Count   int
	Chosen  bool
}

// SearchView is what a search of the texts found.
type SearchView struct {
	Head
	Text   string
	Hits   []Hit
	Total  int
	Facets []Facet
}

// Hit is a passage found.
type Hit struct {
	Document  chancery.DocumentID
	Title     string
	Kind      chancery.DocumentKind
	Published chancery.Date
	Language  string
	Edition   int
	Start     int // of the passage, bytes into the text
	End       int
	Page      int
	Snippet   string
	Marks     [][2]int // bytes into Snippet of the words found, half-open, sorted
	Score     float64
}

// PaperView is a paper as received with its text and what was read in it.
type PaperView struct {
	Head
	Paper     Paper
	Parent    Paper // of an attachment: its letter
	Edition   chancery.Edition
	Editions  int // how many texts were made of it
	Marks     []Mark
	Withdrawn *Withdrawal
}

// Mark is a passage that a statement points at.
type Mark struct {
	Start, End int
	Statement  chancery.StatementID
	Entity     chancery.EntityID
	Schema     string
	Property   string
	Text       string
	Judgement  chancery.Judgement // "" is waiting
}

// Withdrawal says that a paper was made unreadable, by whom and why.
type Withdrawal struct {
	By     string
	Since  time.Time
	Reason string
}

// DeskView is the reading desk for one paper: its text and the proposals.
type DeskView struct {
	Head
	Paper   Paper
	Edition chancery.Edition
	Cards   []Card // in the order of the text
	Waiting int    // proposals without a verdict
	Judged  int
	Next    chancery.DocumentID // another paper that waits, or ""
}

// Card is what one paper says of one thing.
type Card struct {
	Entity     chancery.EntityID // the mention, or the entity of an authority file
	Canonical  chancery.EntityID
	Schema     string
	Caption    Label
	Start      int // of its first passage
	Proposals  []Proposal
	Candidates []Candidate // that it may be the same as, best first
	Same       []Same      // that it was judged to be the same as
	Waiting    int
}

// Proposal is a statement on the desk.
type Proposal struct {
	chancery.Statement
	Shown      string // the value as shown: of a reference its caption
	Page       int
	Judgement  chancery.Judgement // "" is waiting
	Verdict    string             // to be undone
	By         string
	Since      time.Time
	Reason     string
	Rule       chancery.Rule
	Kept       bool        // judged on an earlier text of the paper, not read again in the last one
	Precedents []Precedent // how the same was judged before
	Against    []Value     // confirmed values of the register that exclude this one
	Repute     Repute      // of its rule on papers like this one
}

// Repute is how people judged, one by one, what a rule said of a property on the
// last papers of the same kind and language.
type Repute struct{ Confirmed, Rejected int }

// Poor reports whether a rule was rejected more often than confirmed, and more
// than once: what it proposes is then left to be ticked.
func (r Repute) Poor() bool { return r.Rejected > 1 && r.Rejected > r.Confirmed }

// Precedent is how people judged the same value elsewhere, or the same rule.
type Precedent struct {
	Value     bool // the same value of the same property; else the same rule
	Judgement chancery.Judgement
	Count     int
	By        string // the last person
	Since     time.Time
	Document  chancery.DocumentID // where last; "" for a rule
	Title     string
}

// Candidate is an entity that another may be the same as, with the reasons.
type Candidate struct {
	Entity  chancery.EntityID
	Schema  string
	Caption Label
	Sub     string
	Score   float64 // 0 to 1
	Reasons []chancery.Message
	Lines   []Line // what is confirmed of it, to be compared side by side
}

// Received says what became of a paper handed in.
type Received struct {
	Document chancery.Document
	Caption  string
	Existed  bool   // the same bytes were there already; nothing was added
	Name     string // file name handed in, where the document bears another already
	Proposed int    // statements proposed
	Trouble  *chancery.Message
	Notes    []chancery.Message // met in reading
	Parts    []Received
}
