package store

import (
	"strconv"
	"strings"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"

	"chancery/ledger"
)

// chunkBits parts the entities of one trait into rows of 65,536.
const chunkBits = 16

// bitsName is the key of a row of the table bits.
type bitsName struct {
	ledger.Trait
	chunk int64
}

func (n bitsName) String() string {
	return n.Facet + "\x1f" + n.Value + "\x1f" + strconv.FormatInt(n.chunk, 10)
}

func parseBitsName(s string) (n bitsName, ok bool) {
	parts := strings.Split(s, "\x1f")
	if len(parts) != 3 {
		return n, false
	}
	n.Facet, n.Value = parts[0], parts[1]
	var err error
	n.chunk, err = strconv.ParseInt(parts[2], 10, 64)
	return n, err == nil
}

// turns gathers what an entry changes in the traits of entities. The values of
// country and body are short numbers.
type turns struct {
	added, dropped map[bitsName][]uint32
	rows           [][]any
}

func (w *writer) turn(entity int64, t ledger.Trait, added bool) {
	if w.turns.added == nil {
		w.turns.added, w.turns.dropped = map[bitsName][]uint32{}, map[bitsName][]uint32{}
	}
	n := bitsName{t, entity >> chunkBits}
	if added {
		w.turns.added[n] = append(w.turns.added[n], uint32(entity))
	} else {
		w.turns.dropped[n] = append(w.turns.dropped[n], uint32(entity))
	}
	if entity <= w.oldEntity {
		w.turns.rows = append(w.turns.rows, []any{w.number, entity, t.Facet, t.Value, flag(added)})
	}
}

// flushBits writes the bitmaps that the entry changes.
func (w *writer) flushBits() error {
	names := map[string]bitsName{}
	for _, side := range []map[bitsName][]uint32{w.turns.added, w.turns.dropped} {
		for n := range side {
			names[n.String()] = n
		}
	}
	if len(names) == 0 {
		return nil
	}
	keys := make([]string, 0, len(names))
	for k := range names {
		keys = append(keys, k)
	}
	old := map[string]*roaring.Bitmap{}
	err := w.each("SELECT name, bits FROM bits WHERE name IN "+list("$1"), func(scan func(...any) error) error {
		var name string
		var raw []byte
		if err := scan(&name, &raw); err != nil {
			return err
		}
		old[name] = roaring.New()
		return old[name].UnmarshalBinary(raw)
	}, words(keys))
	if err != nil {
		return err
	}
	if len(old) > 0 {
		if err := w.exec("DELETE FROM bits WHERE name IN "+list("$1"), words(keys)); err != nil {
			return err
		}
	}
	rows := make([][]any, 0, len(names))
	for key, n := range names {
		b := old[key]
		if b == nil {
			b = roaring.New()
		}
		for _, e := range w.turns.dropped[n] {
			b.Remove(e)
		}
		b.AddMany(w.turns.added[n])
		b.RunOptimize()
		raw, err := b.ToBytes()
		if err != nil {
			return err
		}
		rows = append(rows, []any{key, w.number, raw})
	}
	if err := w.insert("bits", 3, rows); err != nil {
		return err
	}
	return w.insert("turn", 5, w.turns.rows)
}

// facets keeps the bitmaps of the register as it is now, and of a few states
// of the past. What it holds is never changed: queries read it while it is replaced.
type facets struct {
	mutex sync.Mutex
	now   *traits
	past  []*traits // newest used last
}

// keptPasts is how many states of the past are remembered.
const keptPasts = 6

// traits are the entities by trait at one entry.
type traits struct {
	entry int64
	limit int64 // entities above it were not there
	sets  map[ledger.Trait]*roaring.Bitmap
	canon map[int64]int64

	once    sync.Once
	grouped map[string]map[int64]*roaring.Bitmap // of country and body, by who stands for them
}

var nothing = roaring.New()

// of gives the entities with a trait; it must not be changed.
func (t *traits) of(facet, value string) *roaring.Bitmap {
	if b := t.sets[ledger.Trait{Facet: facet, Value: value}]; b != nil {
		return b
	}
	return nothing
}

// traits gives the bitmaps at an entry, 0 for now.
func (q session) traits(known ledger.Number) (*traits, error) {
	f := &q.store.facets
	f.mutex.Lock()
	defer f.mutex.Unlock()
	head, err := q.head()
	if err != nil {
		return nil, err
	}
	if f.now == nil || f.now.entry < head {
		if err := q.refresh(f, head); err != nil {
			return nil, err
		}
	}
	if known <= 0 || int64(known) >= f.now.entry {
		return f.now, nil
	}
	for i, p := range f.past {
		if p.entry == int64(known) {
			f.past = append(append(f.past[:i:i], f.past[i+1:]...), p)
			return p, nil
		}
	}
	p, err := q.rewind(f.now, int64(known))
	if err == nil {
		if len(f.past) >= keptPasts {
			f.past = f.past[1:]
		}
		f.past = append(f.past, p)
	}
	return p, err
}

// refresh reads the bitmaps that changed since they were last read.
func (q session) refresh(f *facets, head int64) error {
	old := f.now
	if old == nil {
		old = &traits{}
	}
	t := &traits{entry: head, limit: open, sets: make(map[ledger.Trait]*roaring.Bitmap, len(old.sets)), canon: make(map[int64]int64, len(old.canon))}
	for k, v := range old.sets {
		t.sets[k] = v
	}
	for k, v := range old.canon {
		t.canon[k] = v
	}
	own := map[ledger.Trait]bool{}
	err := q.each("SELECT name, bits FROM bits WHERE entry > $1 AND entry <= $2", func(scan func(...any) error) error {
		var name string
		var raw []byte
		if err := scan(&name, &raw); err != nil {
			return err
		}
		n, ok := parseBitsName(name)
		if !ok {
			return fail("Items", 0, "bits.name", "the projection of facets has a row %q", name)
		}
		b := t.sets[n.Trait]
		switch {
		case b == nil:
			b = roaring.New()
		case !own[n.Trait]:
			b = b.Clone()
		}
		own[n.Trait], t.sets[n.Trait] = true, b
		part := roaring.New()
		if err := part.UnmarshalBinary(raw); err != nil {
			return err
		}
		b.RemoveRange(uint64(n.chunk)<<chunkBits, uint64(n.chunk+1)<<chunkBits)
		b.Or(part)
		return nil
	}, old.entry, head)
	if err != nil {
		return err
	}
	err = q.each("SELECT entity, canonical, until FROM canon WHERE since > $1 OR until > $1 AND until < $2 ORDER BY since", func(scan func(...any) error) error {
		var e, c, until int64
		err := scan(&e, &c, &until)
		if until == open {
			t.canon[e] = c
		} else if t.canon[e] == c {
			delete(t.canon, e)
		}
		return err
	}, old.entry, open)
	f.now = t
	return err
}

// rewind makes the bitmaps of an earlier entry out of those of now: the first
// change after it tells how a trait was.
func (q session) rewind(now *traits, known int64) (*traits, error) {
	t := &traits{entry: known, sets: make(map[ledger.Trait]*roaring.Bitmap, len(now.sets)), canon: map[int64]int64{}}
	if _, err := q.one("SELECT entities FROM ledger WHERE number = $1", []any{&t.limit}, known); err != nil {
		return nil, err
	}
	for k, v := range now.sets {
		t.sets[k] = v
	}
	own := map[ledger.Trait]bool{}
	err := q.each("SELECT entity, facet, value, added FROM turn WHERE entry > $1 AND entry <= $2 ORDER BY entry DESC", func(scan func(...any) error) error {
		var entity, added int64
		var trait ledger.Trait
		if err := scan(&entity, &trait.Facet, &trait.Value, &added); err != nil {
			return err
		}
		if entity > t.limit {
			return nil
		}
		b := t.sets[trait]
		if !own[trait] {
			if b == nil {
				b = roaring.New()
			} else {
				b = b.Clone()
			}
			own[trait], t.sets[trait] = true, b
		}
		if added == 1 {
			b.Remove(uint32(entity))
		} else {
			b.Add(uint32(entity))
		}
		return nil
	}, known, now.entry)
	if err != nil {
		return nil, err
	}
	err = q.each("SELECT entity, canonical FROM canon WHERE since <= $1 AND until > $1", func(scan func(...any) error) error {
		var e, c int64
		err := scan(&e, &c)
		t.canon[e] = c
		return err
	}, known)
	return t, err
}

// head gives the number of the newest entry.
func (q session) head() (int64, error) {
	var n int64
	_, err := q.one("SELECT COALESCE(MAX(number), 0) FROM ledger", []any{&n})
	return n, err
}
