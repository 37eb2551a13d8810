package store

import (
	"context"
	"time"

	"chancery"
	"chancery/ledger"
)

// open is the end of an interval that has not ended.
const open = int64(1) << 62

// writer is one transaction that appends one entry to the ledger.
type writer struct {
	session
	entry      ledger.Entry
	at         time.Time // of the entry, later than every time before it
	number     int64     // of the entry
	entities   int64     // highest number in use
	oldEntity  int64     // highest number in use before this entry
	statements int64     // highest number in use
	known      map[chancery.EntityID]int64
	dirty      dirty
	turns      turns
	tally      map[string]int64
	papers     map[int64]*paperState
	properties map[propertyName]int64
	rules      map[ruleName]int64
	verdicts   int64 // highest number in use, 0 where not looked up
	quiet      bool  // nothing happened: no entry is made
}

type paperState struct{ waiting, judged int64 }

// append runs fn in a transaction that ends with one entry of the ledger, made
// of what fn leaves in w.entry.
func (s *Store) append(ctx context.Context, person string, kind ledger.EntryKind, fn func(w *writer) error) error {
	return s.change(ctx, func(q session) error {
		if s.kind.lock != "" {
			if err := q.exec(s.kind.lock); err != nil {
				return err
			}
		}
		w := &writer{
			session: q, known: map[chancery.EntityID]int64{},
			tally: map[string]int64{}, papers: map[int64]*paperState{},
		}
		if err := w.begin(person, kind); err != nil {
			return err
		}
		if err := fn(w); err != nil || w.quiet {
			return err
		}
		return w.end()
	})
}

// begin reads where the ledger stands.
func (w *writer) begin(person string, kind ledger.EntryKind) error {
	var last, at = int64(0), ""
	_, err := w.one("SELECT number, at, entities, statements FROM ledger ORDER BY number DESC LIMIT 1", []any{&last, &at, &w.entities, &w.statements})
	if err != nil {
		return err
	}
	w.number = last + 1
	w.oldEntity = w.entities
	w.at = w.store.options.Now().UTC().Truncate(time.Microsecond)
	if at != "" {
		before, err := timeOf(at)
		if err != nil {
			return err
		}
		if err := w.lastVerdict(last, &before); err != nil {
			return err
		}
		if !w.at.After(before) {
			w.at = before.Add(time.Microsecond)
		}
	}
	w.entry = ledger.Entry{Number: ledger.Number(w.number), At: w.at, Person: person, Kind: kind}
	return nil
}

// lastVerdict moves before to the time of the last verdict of an entry, if it
// has any of this installation.
func (w *writer) lastVerdict(entry int64, before *time.Time) error {
	return w.each("SELECT at FROM verdict WHERE entry = $1 AND installation = '' ORDER BY number DESC LIMIT 1", func(scan func(...any) error) (err error) {
		var at string
		if err = scan(&at); err == nil {
			*before, err = timeOf(at)
		}
		return err
	}, entry)
}

// tick gives a time later than that of the entry and every one given before.
func (w *writer) tick() time.Time {
	w.at = w.at.Add(time.Microsecond)
	return w.at
}

// end brings the projections up to date and appends the entry.
func (w *writer) end() error {
	for _, step := range []func() error{w.settle, w.flushBits, w.flushTallies} {
		if err := step(); err != nil {
			return err
		}
	}
	e := w.entry
	return w.insert("ledger", 10, [][]any{{w.number, e.At.Format(stamp), e.Person, string(e.Kind), e.Subject, int64(e.Count), string(e.Judgement), e.Note, w.entities, w.statements}})
}

func (w *writer) flushTallies() error {
	if n := w.entities - w.oldEntity; n > 0 {
		w.tally["entities"] += n
	}
	for name, n := range w.tally {
		if n == 0 {
			continue
		}
		if err := w.exec("UPDATE tally SET n = n + $1 WHERE name = $2", n, name); err != nil {
			return err
		}
	}
	for doc, p := range w.papers {
		if *p == (paperState{}) {
			continue
		}
		err := w.exec(`INSERT INTO document_state (document, waiting, judged) VALUES ($1, $2, $3)
			ON CONFLICT (document) DO UPDATE SET waiting = document_state.waiting + excluded.waiting, judged = document_state.judged + excluded.judged`, doc, p.waiting, p.judged)
		if err != nil {
			return err
		}
	}
	return nil
}

// count notes that a statement's standing went from one judgement to another;
// -1 is not there.
func (w *writer) count(doc int64, from, to int64) {
	p := w.papers[doc]
	if p == nil {
		p = &paperState{}
		w.papers[doc] = p
	}
	add := func(judgement, n int64) {
		switch {
		case judgement == 0:
			p.waiting += n
			w.tally["waiting"] += n
		case judgement > 0:
			p.judged += n
		}
		if judgement == 1 {
			w.tally["facts"] += n
		}
	}
	add(from, -1)
	add(to, 1)
}

// lookUp fills known with the entities that are there.
func (w *writer) lookUp(ids []chancery.EntityID) error {
	return w.each("SELECT number, id FROM entity WHERE id IN "+list("$1"), func(scan func(...any) error) error {
		var n int64
		var id string
		err := scan(&n, &id)
		w.known[chancery.EntityID(id)] = n
		return err
	}, words(ids))
}

// entitiesOf interns entities in the order given.
func (w *writer) entitiesOf(ids []chancery.EntityID) error {
	var asked []chancery.EntityID
	for _, id := range ids {
		if _, ok := w.known[id]; !ok {
			asked = append(asked, id)
		}
	}
	if len(asked) == 0 {
		return nil
	}
	if err := w.lookUp(asked); err != nil {
		return err
	}
	var rows [][]any
	for _, id := range asked {
		if _, ok := w.known[id]; ok {
			continue
		}
		w.entities++
		w.known[id] = w.entities
		rows = append(rows, []any{w.entities, string(id), w.number})
	}
	return w.insert("entity", 3, rows)
}
