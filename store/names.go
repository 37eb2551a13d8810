package store

import (
	"chancery"
	"chancery/ledger"
)

// names sees to it that the naming statement of what a confirmed statement
// refers to stands with it, and no longer than it does.
func (w *writer) names() error {
	for len(w.dirty.names) > 0 {
		asked := make([]int64, 0, len(w.dirty.names))
		for n := range w.dirty.names {
			asked = append(asked, n)
		}
		clear(w.dirty.names)
		changes, err := w.namesOf(asked)
		if err != nil {
			return err
		}
		if err := w.apply(changes); err != nil {
			return err
		}
	}
	return nil
}

// naming is a naming statement with its standing.
type naming struct {
	held
	ledger.Name
}

func (n naming) own() bool { return n.judgement != 0 && n.flags&implied == 0 }

func (w *writer) namesOf(entities []int64) ([]change, error) {
	best, wrong, err := w.bestNames(entities)
	if err != nil {
		return nil, err
	}
	var changes []change
	for _, n := range wrong {
		changes = append(changes, change{held: n.held})
	}
	var unjudged []int64
	for e, n := range best {
		if !n.own() {
			unjudged = append(unjudged, e)
		}
	}
	first, err := w.firstReferring(unjudged)
	if err != nil {
		return nil, err
	}
	for _, e := range unjudged {
		c := change{held: best[e].held}
		if v, ok := first[e]; ok {
			c.to = ledger.Standing{Judgement: chancery.Confirmed, Verdict: v.Verdict, Implied: true}
		}
		changes = append(changes, c)
	}
	return changes, nil
}

// bestNames gives the naming statement of each entity that is a mention, and
// the statements that were implied and do not name it any more.
func (w *writer) bestNames(entities []int64) (map[int64]naming, []naming, error) {
	var all []naming
	if err := w.learnNow(); err != nil {
		return nil, nil, err
	}
	err := w.each("SELECT "+heldColumns+", s.entry, s.start, s.id, e.id"+heldFrom+" JOIN entity e ON e.number = s.subject WHERE f.until = $1 AND f.subject "+w.store.kind.among(ints("$2")), func(scan func(...any) error) error {
		var n naming
		var id []byte
		var subject chancery.EntityID
		h, err := scanHeld(scan, &n.Number, &n.Start, &id, &subject)
		if err != nil {
			return err
		}
		p := w.propertyOf(h.property)
		n.held, n.Rank = h, ledger.NamingRank(p.schema, p.name)
		copy(n.ID[:], id)
		if n.Rank >= 0 && !subject.Authority() {
			all = append(all, n)
		}
		return nil
	}, open, numbers(entities))
	best := map[int64]naming{}
	for _, n := range all {
		if old, ok := best[n.subject]; !ok || n.Compare(old.Name) < 0 {
			best[n.subject] = n
		}
	}
	var wrong []naming
	for _, n := range all {
		if n.flags&implied != 0 && best[n.subject].number != n.number {
			wrong = append(wrong, n)
		}
	}
	return best, wrong, err
}

// firstReferring gives, for each entity that a confirmed statement refers to,
// the first verdict that confirmed one.
func (w *writer) firstReferring(entities []int64) (map[int64]ledger.Opinion[int64], error) {
	out := map[int64]ledger.Opinion[int64]{}
	if len(entities) == 0 {
		return out, nil
	}
	err := w.each(`SELECT DISTINCT f.ref, v.number, v.at, v.id FROM fact f JOIN verdict v ON v.number = f.verdict
		WHERE f.until = $1 AND f.judgement = 1 AND f.ref `+w.store.kind.among(ints("$2")), func(scan func(...any) error) error {
		var o ledger.Opinion[int64]
		var at string
		if err := scan(&o.Target, &o.Verdict, &at, &o.ID); err != nil {
			return err
		}
		t, err := timeOf(at)
		o.At = t.UnixMicro()
		if first, ok := out[o.Target]; !ok || o.Order(first) < 0 {
			out[o.Target] = o
		}
		return err
	}, open, numbers(entities))
	return out, err
}
