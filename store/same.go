package store

import (
	"context"
	"slices"
	"strings"

	"chancery"
	"chancery/ledger"
)

// linked gives the entities judged to be the same as one.
func (q session) linked(n int64, without [2]int64) ([]int64, error) {
	var out []int64
	err := q.each("SELECT a, b FROM edge WHERE judgement = 1 AND a = $1 UNION ALL SELECT a, b FROM edge WHERE judgement = 1 AND b = $1", func(scan func(...any) error) error {
		var a, b int64
		err := scan(&a, &b)
		if [2]int64{a, b} != without {
			out = append(out, a+b-n)
		}
		return err
	}, n)
	return out, err
}

// walk makes linked fit the pure walks, keeping the first error.
func (q session) walk(without [2]int64, failed *error) func(int64) []int64 {
	return func(n int64) []int64 {
		if *failed != nil {
			return nil
		}
		out, err := q.linked(n, without)
		*failed = err
		return out
	}
}

// same brings the judgement on two entities, and all that follows from it, up
// to date after a verdict on them. strict refuses what contradicts others.
func (w *writer) same(t chancery.Target, strict bool) error {
	p := ledger.PairOf(t.Entity, t.Other)
	a, b := w.known[p.A], w.known[p.B]
	to, err := w.pairStanding(a, b)
	if err != nil {
		return err
	}
	if strict {
		if err := w.agree(a, b, to.Judgement); err != nil {
			return err
		}
	}
	var failed error
	before := append(ledger.Component(a, w.walk([2]int64{}, &failed)), ledger.Component(b, w.walk([2]int64{}, &failed))...)
	if failed != nil {
		return failed
	}
	if err := w.exec("DELETE FROM edge WHERE a = $1 AND b = $2", a, b); err != nil {
		return err
	}
	if to.Judgement != "" {
		if err := w.exec("INSERT INTO edge VALUES ($1, $2, $3, $4)", a, b, judgementCode(to.Judgement), int64(to.Verdict)); err != nil {
			return err
		}
	}
	return w.recompute(distinct(before))
}

// pairStanding gives what holds of two entities being the same.
func (w *writer) pairStanding(a, b int64) (ledger.Standing, error) {
	var opinions []ledger.Opinion[int]
	err := w.each(`SELECT v.number, v.at, v.id, v.judgement, v.installation FROM target t JOIN verdict v ON v.number = t.verdict
		WHERE t.entity = $1 AND t.other = $2 AND t.kind = 'same'`, func(scan func(...any) error) error {
		var o ledger.Opinion[int]
		var at string
		if err := scan(&o.Verdict, &at, &o.ID, &o.Judgement, &o.Installation); err != nil {
			return err
		}
		time, err := timeOf(at)
		o.At = time.UnixMicro()
		opinions = append(opinions, o)
		return err
	}, a, b)
	return ledger.Stand(ledger.InForce(opinions)), err
}

// agree refuses a judgement on two entities that contradicts those on others.
func (w *writer) agree(a, b int64, j chancery.Judgement) error {
	var failed error
	next := w.walk([2]int64{a, b}, &failed)
	switch j {
	case chancery.Rejected:
		path := ledger.Path(a, b, next)
		if failed != nil || path == nil {
			return failed
		}
		return w.refuse("same.path", "these two are one by other judgements: %s; take one of those back first", path)
	case chancery.Confirmed:
		left, right := ledger.Component(a, next), ledger.Component(b, next)
		if failed != nil {
			return failed
		}
		x, y, err := w.parted(left, right)
		if err != nil || x == 0 {
			return err
		}
		path := append(ledger.Path(x, a, next), ledger.Path(b, y, next)...)
		if failed != nil {
			return failed
		}
		return w.refuse("same.parted", "this would make one of two that were judged not to be the same: %s; take that back first", path)
	}
	return nil
}

// parted finds two entities, one on each side, that were judged not to be the same.
func (w *writer) parted(left, right []int64) (x, y int64, err error) {
	err = w.each("SELECT a, b FROM edge WHERE judgement = 2 AND a IN "+ints("$1"), func(scan func(...any) error) error {
		var a, b int64
		err := scan(&a, &b)
		switch {
		case slices.Contains(left, a) && slices.Contains(right, b):
			x, y = a, b
		case slices.Contains(right, a) && slices.Contains(left, b):
			x, y = b, a
		}
		return err
	}, numbers(append(slices.Clone(left), right...)))
	return x, y, err
}

func (w *writer) refuse(key, format string, path []int64) error {
	ids, err := w.idsOf(path)
	if err != nil {
		return err
	}
	shown := make([]string, len(path))
	for i, n := range path {
		shown[i] = string(ids[n])
	}
	return fail("Record", chancery.Conflict, key, format, strings.Join(shown, " = "))
}

// idsOf names entities.
func (q session) idsOf(list []int64) (map[int64]chancery.EntityID, error) {
	return column[chancery.EntityID](q, "id FROM entity", list)
}

// column reads one column of a table for the rows of some numbers.
func column[T ~string](q session, name string, list []int64) (map[int64]T, error) {
	out := make(map[int64]T, len(list))
	err := q.each("SELECT number, "+name+" WHERE number IN "+ints("$1"), func(scan func(...any) error) error {
		var n int64
		var value T
		err := scan(&n, &value)
		out[n] = value
		return err
	}, numbers(list))
	return out, err
}

// recompute finds who stands for each of some entities by the judgements that
// are in force now.
func (w *writer) recompute(members []int64) error {
	done := map[int64]bool{}
	for _, m := range members {
		if done[m] {
			continue
		}
		var failed error
		component := ledger.Component(m, w.walk([2]int64{}, &failed))
		if failed != nil {
			return failed
		}
		oldest, err := w.oldest(component)
		if err != nil {
			return err
		}
		for _, c := range component {
			done[c] = true
			if err := w.setCanonical(c, oldest); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *writer) oldest(component []int64) (int64, error) {
	since := map[chancery.EntityID]ledger.Number{}
	numbered := map[chancery.EntityID]int64{}
	err := w.each("SELECT number, id, entry FROM entity WHERE number IN "+ints("$1"), func(scan func(...any) error) error {
		var n int64
		var id chancery.EntityID
		var entry ledger.Number
		err := scan(&n, &id, &entry)
		since[id], numbered[id] = entry, n
		return err
	}, numbers(component))
	var best chancery.EntityID
	for id := range numbered {
		if best == "" || ledger.Older(id, best, func(e chancery.EntityID) ledger.Number { return since[e] }) < 0 {
			best = id
		}
	}
	return numbered[best], err
}

// setCanonical says who stands for an entity from this entry on.
func (w *writer) setCanonical(entity, canonical int64) error {
	now, since := entity, int64(0)
	_, err := w.one("SELECT canonical, since FROM canon WHERE entity = $1 AND until = $2", []any{&now, &since}, entity, open)
	if err != nil || now == canonical {
		return err
	}
	w.dirty.stale(entity)
	w.dirty.stale(now)
	w.dirty.stale(canonical)
	if since == w.number {
		err = w.exec("DELETE FROM canon WHERE entity = $1 AND since = $2", entity, w.number)
	} else {
		err = w.exec("UPDATE canon SET until = $1 WHERE entity = $2 AND until = $3", w.number, entity, open)
	}
	if err != nil || entity == canonical {
		return err
	}
	return w.exec("INSERT INTO canon VALUES ($1, $2, $3, $4)", entity, w.number, open, canonical)
}

// at gives the ledger number at which intervals are asked: now is the end of time.
func at(known ledger.Number) int64 {
	if known <= 0 {
		return open - 1
	}
	return int64(known)
}

// canonicalOf gives who stood for those of some entities that had another.
func (q session) canonicalOf(list []int64, known ledger.Number) (map[int64]int64, error) {
	out := map[int64]int64{}
	if len(list) == 0 {
		return out, nil
	}
	return out, q.stoodFor(out, "entity", list, known)
}

// membersOf gives, for canonical entities, everything they stood for, themselves included.
func (q session) membersOf(list []int64, known ledger.Number) (map[int64]int64, error) {
	out := map[int64]int64{}
	for _, n := range list {
		out[n] = n
	}
	return out, q.stoodFor(out, "canonical", list, known)
}

// stoodFor adds, for each row whose column is in the list, the entity and who
// stood for it.
func (q session) stoodFor(out map[int64]int64, column string, list []int64, known ledger.Number) error {
	return q.each("SELECT entity, canonical FROM canon WHERE since <= $1 AND until > $1 AND "+column+" IN "+ints("$2"), func(scan func(...any) error) error {
		var e, c int64
		err := scan(&e, &c)
		out[e] = c
		return err
	}, at(known), numbers(list))
}

// numbersOf gives the short numbers of the entities that are there.
func (q session) numbersOf(ids []chancery.EntityID) (map[chancery.EntityID]int64, error) {
	out := map[chancery.EntityID]int64{}
	if len(ids) == 0 {
		return out, nil
	}
	err := q.each("SELECT number, id FROM entity WHERE id IN "+list("$1"), func(scan func(...any) error) error {
		var n int64
		var id chancery.EntityID
		err := scan(&n, &id)
		out[id] = n
		return err
	}, words(ids))
	return out, err
}

// Canonical gives who stands for entities; see [ledger.Store].
func (s *Store) Canonical(ctx context.Context, known ledger.Number, ids []chancery.EntityID) (map[chancery.EntityID]chancery.EntityID, error) {
	out := map[chancery.EntityID]chancery.EntityID{}
	if len(ids) == 0 {
		return out, nil
	}
	err := s.read(ctx, func(q session) error {
		return q.each(`SELECT e.id, o.id FROM entity e JOIN canon c ON c.entity = e.number AND c.since <= $1 AND c.until > $1
			JOIN entity o ON o.number = c.canonical WHERE e.id IN `+list("$2"), func(scan func(...any) error) error {
			var e, c chancery.EntityID
			err := scan(&e, &c)
			out[e] = c
			return err
		}, at(known), words(ids))
	})
	return out, fault("store.Canonical", err)
}

// Members gives everything that is one with an entity; see [ledger.Store].
func (s *Store) Members(ctx context.Context, known ledger.Number, id chancery.EntityID) ([]chancery.EntityID, error) {
	out := []chancery.EntityID{id}
	err := s.snapshot(ctx, func(q session) error {
		members, canonical, err := q.members(id, known)
		if err != nil || len(members) == 0 {
			return err
		}
		ids, err := q.idsOf(members)
		out = []chancery.EntityID{ids[canonical]}
		for _, n := range members {
			if n != canonical {
				out = append(out, ids[n])
			}
		}
		return err
	})
	return out, fault("store.Members", err)
}

// members gives the component of an entity, sorted; none where it is not there.
func (q session) members(id chancery.EntityID, known ledger.Number) (members []int64, canonical int64, err error) {
	found, err := q.numbersOf([]chancery.EntityID{id})
	if err != nil || len(found) == 0 {
		return nil, 0, err
	}
	canonical = found[id]
	of, err := q.canonicalOf([]int64{canonical}, known)
	if err != nil {
		return nil, 0, err
	}
	if c, ok := of[canonical]; ok {
		canonical = c
	}
	all, err := q.membersOf([]int64{canonical}, known)
	for n := range all {
		members = append(members, n)
	}
	slices.Sort(members)
	return members, canonical, err
}

// Edges gives the judgements on an entity and others; see [ledger.Store].
func (s *Store) Edges(ctx context.Context, id chancery.EntityID) ([]ledger.Edge, error) {
	var out []ledger.Edge
	err := s.snapshot(ctx, func(q session) error {
		members, _, err := q.members(id, 0)
		if err != nil {
			return err
		}
		return q.each(`SELECT e.a, x.id, y.id, e.judgement, v.id, v.person, v.at, v.reason FROM edge e
			JOIN entity x ON x.number = e.a JOIN entity y ON y.number = e.b JOIN verdict v ON v.number = e.verdict
			WHERE e.a IN `+ints("$1")+" OR e.b IN "+ints("$1")+" ORDER BY v.at, v.id", func(scan func(...any) error) error {
			var e ledger.Edge
			var a, judgement int64
			var at string
			if err := scan(&a, &e.Entity, &e.Other, &judgement, &e.Verdict, &e.By, &at, &e.Reason); err != nil {
				return err
			}
			if !slices.Contains(members, a) || e.Other == id {
				e.Entity, e.Other = e.Other, e.Entity
			}
			e.Judgement = judgements[judgement]
			t, err := timeOf(at)
			e.At = t
			out = append(out, e)
			return err
		}, numbers(members))
	})
	return out, fault("store.Edges", err)
}

// SamePath gives how two entities are one; see [ledger.Store].
func (s *Store) SamePath(ctx context.Context, a, b chancery.EntityID) ([]chancery.EntityID, error) {
	var out []chancery.EntityID
	err := s.snapshot(ctx, func(q session) error {
		n, err := q.numbersOf([]chancery.EntityID{a, b})
		if err != nil || n[a] == 0 || n[b] == 0 {
			return err
		}
		var failed error
		path := ledger.Path(n[a], n[b], q.walk([2]int64{}, &failed))
		if failed != nil {
			return failed
		}
		ids, err := q.idsOf(path)
		for _, p := range path {
			out = append(out, ids[p])
		}
		return err
	})
	return out, fault("store.SamePath", err)
}
