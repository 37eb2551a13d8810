// Package read is the front door of reading: it looks at what kind of paper an
// edition is, lets the readers for that kind propose what the paper says, and
// hands over the statements.
//
// [Kind] tells the papers that institutions write in fixed layouts (package
// official) by their titles, symbols and tables; everything else is read as
// running text, as press reports, notes and letters are (package press). A
// reader never makes a statement itself. It proposes, through package draft,
// and a proposal whose words do not stand in the text, or whose value is not
// what its property takes, goes no further.
//
// Reading is deterministic: the same edition, the same rules ([Version]) and
// the same authority files give the same statements, with the same identities.
// Nothing is asked of a clock, a disk or a network. [Rules] lists every rule
// with one sentence and examples, so that a person can be told why something
// is proposed; [Explain] also tells what was nearly proposed.
//
// [JSONL] writes a reading as the command line prints it.
package read

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"

	"chancery"
	"chancery/authority"
	"chancery/read/draft"
	"chancery/read/official"
	"chancery/read/press"
)

// Version is that of the whole rule set; it rises whenever a reading of some
// paper can come out differently.
const Version = 1

// reader reads one kind of paper.
type reader func(*draft.Draft, *authority.Files)

// readers by kind of paper.
var readers = map[string][]reader{
	UPRReport:     {official.UPR},
	ThematicList:  {official.Thematic},
	AddendumPaper: {official.Addendum},
	Observations:  {official.Observations},
	Plan:          {official.Plan},
	StatusTable:   {official.Status},
	TreatyText:    {official.Treaty},
	Statute:       {official.Treaty},
	Resolution:    {official.Resolution},
	PressText:     {press.Read},
}

// Statements reads an edition. Files nil means the base authority files. The
// reading's ledger number of the authority files is 0, the base alone; a
// register that laid something over it sets its own. Errors are of kind
// Cancelled (ctx ended before the reading began) or Internal (a reader failed,
// which is a fault of the program).
func Statements(ctx context.Context, doc chancery.Document, ed *chancery.Edition, files *authority.Files) (chancery.Reading, error) {
	d, err := run(ctx, doc, ed, files, false)
	if err != nil {
		return chancery.Reading{}, err
	}
	return finish(d), nil
}

// run lets the readers of the edition's kind fill a draft.
func run(ctx context.Context, doc chancery.Document, ed *chancery.Edition, files *authority.Files, explain bool) (d *draft.Draft, err error) {
	const op = "read.Statements"
	if ctx.Err() != nil {
		return nil, chancery.Wrap(op, chancery.Cancelled, ctx.Err())
	}
	if files == nil {
		files = authority.Base()
	}
	defer func() {
		if r := recover(); r != nil {
			d, err = nil, chancery.Fail(op, chancery.Internal, chancery.Say("read.failed", "this paper could not be read into facts (%v); its text is kept, and facts can be entered by hand", fmt.Sprint(r)))
		}
	}()
	d = draft.New(doc, ed)
	if explain {
		d.Explain()
	}
	for _, read := range readers[Kind(ed)] {
		if ctx.Err() != nil {
			return nil, chancery.Wrap(op, chancery.Cancelled, ctx.Err())
		}
		read(d, files)
	}
	return d, nil
}

// finish makes the reading and says of each statement the version of its rule.
func finish(d *draft.Draft) chancery.Reading {
	r := d.Reading(Version, 0)
	versions := ruleVersions()
	for i := range r.Statements {
		r.Statements[i].Version = versions[r.Statements[i].Rule]
	}
	return r
}

// Rules gives every rule, by name.
func Rules() []chancery.Rule { return slices.Clone(allRules()) }

var allRules = sync.OnceValue(func() []chancery.Rule {
	all := slices.Concat(official.Rules(), press.Rules())
	slices.SortFunc(all, func(a, b chancery.Rule) int { return cmp.Compare(a.Name, b.Name) })
	return all
})

var ruleVersions = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for _, r := range allRules() {
		m[r.Name] = r.Version
	}
	return m
})

// Explanation says which rules fired on a paper, how often, and what nearly did.
type Explanation struct {
	Kind    string       // of the paper
	Fired   []Fired      // by name
	Nearly  []draft.Near // in the order they were met
	Dropped int          // proposals that did not pass the gate
}

// Fired is a rule and the number of statements it made.
type Fired struct {
	Rule  chancery.Rule
	Count int
}

// Explain reads an edition as [Statements] does and says why it reads as it does.
func Explain(ctx context.Context, doc chancery.Document, ed *chancery.Edition, files *authority.Files) (chancery.Reading, Explanation, error) {
	d, err := run(ctx, doc, ed, files, true)
	if err != nil {
		return chancery.Reading{}, Explanation{}, err
	}
	r := finish(d)
	count := map[string]int{}
	for _, s := range r.Statements {
		count[s.Rule]++
	}
	x := Explanation{Kind: Kind(ed), Nearly: d.Near(), Dropped: d.Dropped()}
	for _, rule := range allRules() {
		if n := count[rule.Name]; n > 0 {
			x.Fired = append(x.Fired, Fired{rule, n})
		}
	}
	return r, x, nil
}
