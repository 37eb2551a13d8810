package ledger

import (
	"cmp"
	"slices"
	"time"

	"chancery"
)

// Arrived is a statement as the log has it.
type Arrived struct {
	chancery.Statement
	Number Number // entry that proposed it
}

// ReadingAt is a reading as the log has it.
type ReadingAt struct {
	Document   chancery.DocumentID
	At         time.Time
	Number     int64 // of readings, in the order of commit
	Statements []chancery.StatementID
}

// Given is a verdict as the log has it.
type Given struct {
	chancery.Verdict
	Installation string // "" is this one
	Number       Number // entry that recorded it
}

// Log is all that the fold depends on. The order of its lists does not matter.
type Log struct {
	Statements []Arrived
	Readings   []ReadingAt
	Verdicts   []Given
	Withdrawn  map[chancery.DocumentID]bool
}

// Folded is what a log comes to.
type Folded struct {
	Standing  map[chancery.StatementID]Standing       // of every statement whose paper is not withdrawn
	Canonical map[chancery.EntityID]chancery.EntityID // of entities that have another one
	Same      map[Pair]Standing                       // judgements in force on two entities being the same
}

// Pair is two entities, the lesser ID first.
type Pair struct{ A, B chancery.EntityID }

// PairOf orders two entities.
func PairOf(a, b chancery.EntityID) Pair { return Pair{min(a, b), max(a, b)} }

// key names the target of a verdict, so that an undo finds what it takes back.
func key(t chancery.Target) chancery.Target {
	switch t.Kind {
	case chancery.OnStatement:
		return chancery.Target{Kind: t.Kind, Statement: t.Statement}
	case chancery.OnCard:
		return chancery.Target{Kind: t.Kind, Entity: t.Entity, Document: t.Document}
	case chancery.OnSame:
		p := PairOf(t.Entity, t.Other)
		return chancery.Target{Kind: t.Kind, Entity: p.A, Other: p.B}
	}
	return chancery.Target{Kind: t.Kind, Document: t.Document}
}

// Fold makes the register out of the log.
//
// A verdict on a card or an import covers the statements that the last reading
// of its paper had at the time of the verdict. Of the opinions in force that
// cover a statement the last one holds. The naming statement of an entity that
// a confirmed statement refers to is confirmed with it, unless it was judged
// itself. Entities judged to be the same are one, and the oldest stands for all.
func Fold(log Log) Folded {
	f := folding{
		Log:      log,
		covering: map[chancery.StatementID][]Opinion[chancery.Target]{},
		cards:    map[chancery.StatementID]chancery.EntityID{},
		out: Folded{
			Standing:  map[chancery.StatementID]Standing{},
			Canonical: map[chancery.EntityID]chancery.EntityID{},
			Same:      map[Pair]Standing{},
		},
	}
	f.readings()
	f.opinions()
	for _, s := range log.Statements {
		if !log.Withdrawn[s.Passage.Document] {
			f.out.Standing[s.ID] = Stand(f.covering[s.ID])
		}
	}
	f.names()
	f.canonical()
	return f.out
}

type folding struct {
	Log
	byDocument map[chancery.DocumentID][]ReadingAt // sorted by time
	cards      map[chancery.StatementID]chancery.EntityID
	covering   map[chancery.StatementID][]Opinion[chancery.Target]
	out        Folded
}

func (f *folding) readings() {
	f.byDocument = map[chancery.DocumentID][]ReadingAt{}
	for _, r := range f.Readings {
		f.byDocument[r.Document] = append(f.byDocument[r.Document], r)
	}
	for _, list := range f.byDocument {
		slices.SortFunc(list, func(a, b ReadingAt) int {
			return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Number, b.Number))
		})
	}
	for _, s := range f.Statements {
		f.cards[s.ID] = s.Subject
	}
}

// at gives the last reading of a document at a time.
func (f *folding) at(doc chancery.DocumentID, t time.Time) (ReadingAt, bool) {
	list := f.byDocument[doc]
	for _, r := range slices.Backward(list) {
		if !r.At.After(t) {
			return r, true
		}
	}
	return ReadingAt{}, false
}

func (f *folding) opinions() {
	var all []Opinion[chancery.Target]
	for i, v := range f.Verdicts {
		for _, t := range v.Targets {
			all = append(all, Opinion[chancery.Target]{Target: key(t), Installation: v.Installation, At: v.At.UnixMicro(), ID: v.ID, Judgement: v.Judgement, Verdict: i})
		}
	}
	same := map[Pair][]Opinion[chancery.Target]{}
	for _, o := range InForce(all) {
		t := o.Target
		switch t.Kind {
		case chancery.OnStatement:
			f.covering[t.Statement] = append(f.covering[t.Statement], o)
		case chancery.OnSame:
			same[Pair{t.Entity, t.Other}] = append(same[Pair{t.Entity, t.Other}], o)
		default:
			r, _ := f.at(t.Document, f.Verdicts[o.Verdict].At)
			for _, id := range r.Statements {
				if t.Kind == chancery.OnImport || f.cards[id] == t.Entity {
					f.covering[id] = append(f.covering[id], o)
				}
			}
		}
	}
	for p, list := range same {
		f.out.Same[p] = Stand(list)
	}
}

// names confirms the names of what confirmed statements refer to.
func (f *folding) names() {
	naming := map[chancery.EntityID]Arrived{}
	referring := map[chancery.EntityID][]Arrived{}
	for _, s := range f.Statements {
		if f.Withdrawn[s.Passage.Document] {
			continue
		}
		if s.Ref != "" {
			referring[s.Ref] = append(referring[s.Ref], s)
		}
		if best, ok := naming[s.Subject]; NamingRank(s.Schema, s.Property) >= 0 && (!ok || nameOf(s).Compare(nameOf(best)) < 0) {
			naming[s.Subject] = s
		}
	}
	for again := true; again; {
		again = false
		for id, n := range naming {
			own := f.out.Standing[n.ID]
			if id.Authority() || own.Judgement != "" && !own.Implied {
				continue
			}
			s, ok := f.firstConfirmed(referring[id])
			if implied := (Standing{Judgement: chancery.Confirmed, Verdict: s.Verdict, ID: s.ID, Implied: true}); ok && own != implied {
				f.out.Standing[n.ID] = implied
				again = true
			}
		}
	}
}

// firstConfirmed gives the standing of the statement confirmed first.
func (f *folding) firstConfirmed(list []Arrived) (first Standing, ok bool) {
	for _, r := range list {
		s := f.out.Standing[r.ID]
		if s.Judgement != chancery.Confirmed {
			continue
		}
		if !ok || cmp.Or(f.Verdicts[s.Verdict].At.Compare(f.Verdicts[first.Verdict].At), cmp.Compare(s.ID, first.ID)) < 0 {
			first, ok = s, true
		}
	}
	return first, ok
}

// NamingRank says how well a property names entities of a schema, 0 is best;
// -1 where it does not.
func NamingRank(schema, property string) int {
	s, _ := chancery.SchemaNamed(schema)
	return slices.Index(s.Naming, property)
}

// Name is what decides which statement names an entity.
type Name struct {
	Rank   int    // NamingRank of its property
	Number Number // entry that proposed it
	Start  int    // of its passage
	ID     chancery.StatementID
}

// Compare orders the naming statements of one entity, the one that names it
// first: the better property, then the one proposed first, then its place,
// then its ID.
func (n Name) Compare(m Name) int {
	return cmp.Or(n.Rank-m.Rank, cmp.Compare(n.Number, m.Number), cmp.Compare(n.Start, m.Start), slices.Compare(n.ID[:], m.ID[:]))
}

func nameOf(s Arrived) Name {
	return Name{NamingRank(s.Schema, s.Property), s.Number, s.Passage.Start, s.ID}
}

func (f *folding) canonical() {
	since := map[chancery.EntityID]Number{}
	first := func(id chancery.EntityID, n Number) {
		if old, ok := since[id]; id != "" && (!ok || n < old) {
			since[id] = n
		}
	}
	for _, s := range f.Statements {
		first(s.Subject, s.Number)
		first(s.Ref, s.Number)
	}
	for _, v := range f.Verdicts {
		for _, t := range v.Targets {
			first(t.Entity, v.Number)
			first(t.Other, v.Number)
		}
	}
	links := map[chancery.EntityID][]chancery.EntityID{}
	for p, s := range f.out.Same {
		if s.Judgement == chancery.Confirmed {
			links[p.A] = append(links[p.A], p.B)
			links[p.B] = append(links[p.B], p.A)
		}
	}
	next := func(id chancery.EntityID) []chancery.EntityID { return links[id] }
	at := func(id chancery.EntityID) Number { return since[id] }
	for id := range links {
		oldest := slices.MinFunc(Component(id, next), func(a, b chancery.EntityID) int { return Older(a, b, at) })
		if oldest != id {
			f.out.Canonical[id] = oldest
		}
	}
}
