package ledger

import (
	"cmp"
	"slices"

	"chancery"
)

// Opinion is one verdict on one target. K names targets.
type Opinion[K comparable] struct {
	Target       K
	Installation string // "" is this one
	At           int64  // microseconds since 1970 UTC
	ID           string
	Judgement    chancery.Judgement
	Verdict      int // the caller's own number of the verdict
}

// Order is the order of force: by time, then by ID.
func (o Opinion[K]) Order(p Opinion[K]) int {
	return cmp.Or(cmp.Compare(o.At, p.At), cmp.Compare(o.ID, p.ID))
}

// InForce gives the opinions that nobody took back, in the order of force. An
// Undone takes back the last opinion before it on its target that its own
// installation gave and that is not yet taken back; with none there it does
// nothing. The order of the list does not matter.
func InForce[K comparable](list []Opinion[K]) []Opinion[K] {
	type pile struct {
		target       K
		installation string
	}
	sorted := slices.Clone(list)
	slices.SortFunc(sorted, Opinion[K].Order)
	held := map[pile][]int{}
	undone := make([]bool, len(sorted))
	for i, o := range sorted {
		p := pile{o.Target, o.Installation}
		if o.Judgement != chancery.Undone {
			held[p] = append(held[p], i)
			continue
		}
		undone[i] = true
		if n := len(held[p]); n > 0 {
			undone[held[p][n-1]] = true
			held[p] = held[p][:n-1]
		}
	}
	out := sorted[:0]
	for i, o := range sorted {
		if !undone[i] {
			out = append(out, o)
		}
	}
	return out
}

// Standing is what holds of one statement. The zero Standing is a proposal
// that nobody judged.
type Standing struct {
	Judgement chancery.Judgement
	Verdict   int    // the caller's number of the verdict in force
	ID        string // of that verdict
	Implied   bool   // confirmed as the name of what a confirmed statement refers to
	Conflict  bool   // another installation's last opinion differs
}

// Stand gives the standing of a statement from the opinions in force that
// cover it, in the order of force: the last one holds.
func Stand[K comparable](covering []Opinion[K]) Standing {
	if len(covering) == 0 {
		return Standing{}
	}
	last := covering[len(covering)-1]
	s := Standing{Judgement: last.Judgement, Verdict: last.Verdict, ID: last.ID}
	heard := map[string]bool{last.Installation: true}
	for _, o := range slices.Backward(covering) {
		if !heard[o.Installation] {
			heard[o.Installation] = true
			s.Conflict = s.Conflict || o.Judgement != last.Judgement
		}
	}
	return s
}
