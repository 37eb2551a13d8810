package store

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"chancery"
	"chancery/ledger"
	"chancery/text"
)

// itemsAt makes the items of canonical entities out of the facts at an entry;
// allowed, if not nil, is the markings of the statements taken.
func (q session) itemsAt(canonical []int64, known ledger.Number, allowed []string) ([]item, error) {
	if len(canonical) == 0 {
		return nil, nil
	}
	members, err := q.membersOf(canonical, known)
	if err != nil {
		return nil, err
	}
	of := make([]int64, 0, len(members))
	for e := range members {
		of = append(of, e)
	}
	slices.Sort(of)
	if err := q.learnt(); err != nil {
		return nil, err
	}
	parts, refs := map[int64][]ledger.Part{}, map[chancery.EntityID]int64{}
	err = q.each(`SELECT f.subject, s.number, f.property, s.value, COALESCE(s.ref, 0), COALESCE(r.id, ''), s.language, s.marking, d.kind, f.judgement
		FROM fact f JOIN statement s ON s.number = f.statement JOIN document d ON d.number = s.document LEFT JOIN entity r ON r.number = s.ref
		WHERE f.since <= $1 AND f.until > $1 AND f.subject `+q.store.kind.among(ints("$2")), func(scan func(...any) error) error {
		var subject, property, ref, judgement int64
		var p ledger.Part
		if err := scan(&subject, &p.Number, &property, &p.Value, &ref, &p.Ref, &p.Language, &p.Marking, &p.Kind, &judgement); err != nil {
			return err
		}
		if allowed != nil && !slices.Contains(allowed, p.Marking) {
			return nil
		}
		name := q.propertyOf(property)
		p.Schema, p.Property, p.Judgement = name.schema, name.name, judgements[judgement]
		if p.Ref != "" {
			refs[p.Ref] = ref
		}
		parts[members[subject]] = append(parts[members[subject]], p)
		return nil
	}, at(known), numbers(of))
	if err != nil {
		return nil, err
	}
	var out []item
	for _, c := range canonical {
		if row, ok := ledger.RowOf("", parts[c]); ok {
			out = append(out, item{row, c, numbered(row.Traits, refs)})
		}
	}
	return out, nil
}

const itemColumns = "i.entity, e.id, i.schema, i.caption, i.captions, i.date, i.facts, i.proposed, i.marking, i.markings"

func scanItem(scan func(...any) error) (int64, ledger.Item, error) {
	var n int64
	var i ledger.Item
	var captions, date, markings string
	err := scan(&n, &i.Entity, &i.Schema, &i.Caption, &captions, &date, &i.Facts, &i.Proposed, &i.Marking, &markings)
	if err == nil {
		err = json.Unmarshal([]byte(captions), &i.Captions)
	}
	if err == nil {
		i.Date, err = chancery.ParseDate(date)
	}
	i.Confirmed, i.Markings = i.Facts > 0, strings.Split(markings, "\x1f")
	return n, i, err
}

// rows gives items as they were at an entry, as far as the markings allow.
func (q session) rows(list []int64, at ledger.At, ceiling []string) (map[int64]ledger.Item, error) {
	out := map[int64]ledger.Item{}
	anew := list
	if at.Known == 0 {
		anew = nil
		err := q.each("SELECT "+itemColumns+" FROM item i JOIN entity e ON e.number = i.entity WHERE i.entity IN "+ints("$1"), func(scan func(...any) error) error {
			n, i, err := scanItem(scan)
			if ceiling != nil && slices.ContainsFunc(i.Markings, func(m string) bool { return !slices.Contains(ceiling, m) }) {
				anew = append(anew, n)
				return err
			}
			out[n] = i
			return err
		}, numbers(list))
		if err != nil {
			return nil, err
		}
	}
	if len(anew) == 0 {
		return out, nil
	}
	made, err := q.itemsAt(anew, at.Known, ceiling)
	if err != nil {
		return nil, err
	}
	ids, err := q.idsOf(anew)
	for _, i := range made {
		i.Entity = ids[i.entity]
		out[i.entity] = i.Item
	}
	return out, err
}

// ItemsOf gives the rows of entities; see [ledger.Store].
func (s *Store) ItemsOf(ctx context.Context, at ledger.At, ids []chancery.EntityID) (map[chancery.EntityID]ledger.Item, error) {
	out := map[chancery.EntityID]ledger.Item{}
	err := s.snapshot(ctx, func(q session) error {
		found, err := q.numbersOf(ids)
		if err != nil {
			return err
		}
		list := make([]int64, 0, len(found))
		for _, n := range found {
			list = append(list, n)
		}
		canonical, err := q.canonicalOf(list, at.Known)
		if err != nil {
			return err
		}
		for i, n := range list {
			if c, ok := canonical[n]; ok {
				list[i] = c
			}
		}
		rows, err := q.rows(distinct(list), at, nil)
		for id, n := range found {
			if c, ok := canonical[n]; ok {
				n = c
			}
			if row, ok := rows[n]; ok {
				out[id] = row
			}
		}
		return err
	})
	return out, fault("store.ItemsOf", err)
}

// Items gives a stretch of a list with its facets; see [ledger.Store].
func (s *Store) Items(ctx context.Context, q ledger.ItemQuery) (ledger.ItemPage, error) {
	var page ledger.ItemPage
	err := s.snapshot(ctx, func(r session) (err error) {
		page, err = r.items(q)
		return err
	})
	return page, fault("store.Items", err)
}

func (q session) items(ask ledger.ItemQuery) (ledger.ItemPage, error) {
	var page ledger.ItemPage
	if ask.Limit <= 0 {
		ask.Limit = 50
	}
	ask.Limit = min(ask.Limit, 1000)
	t, err := q.traits(ask.At.Known)
	if err != nil {
		return page, err
	}
	base, err := q.base(t, ask)
	if err != nil {
		return page, err
	}
	if t, err = q.below(t, base, ask); err != nil {
		return page, err
	}
	base.And(stands(t, ask))
	f := newFaceted(t, base)
	for facet, values := range ask.Facets {
		if err := q.choose(f, facet, values); err != nil {
			return page, err
		}
	}
	result := f.without("")
	page.Total = int(result.GetCardinality())
	if page.Facets, err = q.counts(f); err != nil {
		return page, err
	}
	wanted, err := q.sorted(t, result, ask)
	if err != nil {
		return page, err
	}
	rows, err := q.rows(wanted, ask.At, ask.Ceiling)
	for _, n := range wanted {
		if row, ok := rows[n]; ok {
			page.Rows = append(page.Rows, row)
		}
	}
	return page, err
}

// stands gives what is confirmed, and what is proposed where that is asked for.
func stands(t *traits, ask ledger.ItemQuery) *roaring.Bitmap {
	out := t.of("standing", "confirmed").Clone()
	if ask.Proposed {
		out.Or(t.of("standing", "proposed"))
	}
	return out
}

// base gives the entities that a query is about before facets are chosen.
func (q session) base(t *traits, ask ledger.ItemQuery) (*roaring.Bitmap, error) {
	out := stands(t, ask)
	if t.limit < open {
		out.RemoveRange(uint64(t.limit)+1, 1<<32)
	}
	union := func(facet string, values []string) {
		any := roaring.New()
		for _, v := range values {
			any.Or(t.of(facet, v))
		}
		out.And(any)
	}
	if ask.Schemas != nil {
		union("schema", ask.Schemas)
	}
	if ask.Ceiling != nil {
		union("marking", ask.Ceiling)
	}
	if groups := text.Query(ask.Text); len(groups) > 0 {
		if ask.Begun {
			last := groups[len(groups)-1]
			for i := range last {
				last[i] += "*"
			}
		}
		found, err := q.itemsWith(groups)
		if err != nil {
			return nil, err
		}
		out.And(found)
	} else if strings.TrimSpace(ask.Text) != "" {
		out.Clear()
	}
	if !ask.At.On.IsZero() {
		return out, q.dropLater(t, out, ask.At.On.Highest())
	}
	return out, nil
}

// below gives the traits that entities have below a ceiling: those of which
// some statements are above it are looked at anew.
func (q session) below(t *traits, base *roaring.Bitmap, ask ledger.ItemQuery) (*traits, error) {
	if ask.Ceiling == nil {
		return t, nil
	}
	mixed := roaring.New()
	for trait, b := range t.sets {
		if trait.Facet == "marking" && !slices.Contains(ask.Ceiling, trait.Value) {
			mixed.Or(b)
		}
	}
	mixed.And(base)
	if mixed.IsEmpty() {
		return t, nil
	}
	out := &traits{entry: t.entry, limit: t.limit, canon: t.canon, sets: make(map[ledger.Trait]*roaring.Bitmap, len(t.sets))}
	for trait, b := range t.sets {
		if b.Intersects(mixed) {
			b = roaring.AndNot(b, mixed)
		}
		out.sets[trait] = b
	}
	items, err := q.itemsAt(unpack(mixed), ask.At.Known, ask.Ceiling)
	for _, i := range items {
		for _, trait := range i.traits {
			b := out.sets[trait]
			if b == nil || b == t.sets[trait] {
				b = roaring.Or(out.of(trait.Facet, trait.Value), nothing)
				out.sets[trait] = b
			}
			b.Add(uint32(i.entity))
		}
	}
	return out, err
}

// dropLater leaves out what certainly began after a day.
func (q session) dropLater(t *traits, out *roaring.Bitmap, on chancery.Date) error {
	year := strconv.Itoa(on.Year + 10000)[1:]
	var schemas []string
	for trait, b := range t.sets {
		if trait.Facet == "year" && trait.Value > year {
			out.AndNot(b)
		}
		if trait.Facet == "schema" && b.Intersects(out) {
			schemas = append(schemas, trait.Value)
		}
	}
	return q.each("SELECT entity FROM item WHERE schema IN "+list("$1")+" AND lo > $2 AND lo <= $3", func(scan func(...any) error) error {
		var e int64
		err := scan(&e)
		out.Remove(uint32(e))
		return err
	}, words(schemas), day(on), int64(on.Year*10000+1231))
}

// itemsWith gives the items that hold every word of a query.
func (q session) itemsWith(groups [][]string) (*roaring.Bitmap, error) {
	out := roaring.New()
	k := q.store.kind
	match := strings.ReplaceAll(strings.ReplaceAll(k.match, "%[1]s", "item_words"), "%[2]s", "$1")
	err := q.each("SELECT rowid FROM item_words WHERE "+match, func(scan func(...any) error) error {
		var n int64
		err := scan(&n)
		out.Add(uint32(n))
		return err
	}, k.query(groups))
	return out, err
}

// errEnough stops a query when enough rows were read.
var errEnough = errors.New("enough")

// ordered is an item with what it is sorted by.
type ordered struct {
	entity int64
	key    []byte
	number int64
}

// sorting is an order of items: a column, and which way.
type sorting struct {
	column string
	down   bool
}

func sortingOf(name string) sorting {
	switch name {
	case "date", "-date":
		return sorting{"lo", name == "-date"}
	case "facts":
		return sorting{"facts", true}
	}
	return sorting{"sort", false}
}

func (s sorting) compare(a, b ordered) int {
	if s.column == "lo" && !s.down && (a.number == 0) != (b.number == 0) {
		return cmp.Compare(b.number, a.number) // without a date last
	}
	c := cmp.Or(cmp.Compare(a.number, b.number), bytes.Compare(a.key, b.key), cmp.Compare(a.entity, b.entity))
	if s.down {
		return -c
	}
	return c
}

func (s sorting) scan(scan func(...any) error) (o ordered, err error) {
	if s.column == "sort" {
		err = scan(&o.entity, &o.key)
	} else {
		err = scan(&o.entity, &o.number)
	}
	return o, err
}

// sorted gives a stretch of a result in its order.
func (q session) sorted(t *traits, result *roaring.Bitmap, ask ledger.ItemQuery) ([]int64, error) {
	if ask.Sort == "new" {
		return newest(result, ask), nil
	}
	by := sortingOf(ask.Sort)
	list, err := q.first(t, result, ask, by)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(list, by.compare)
	list = list[min(ask.Offset, len(list)):min(ask.Offset+ask.Limit, len(list))]
	out := make([]int64, len(list))
	for i, o := range list {
		out[i] = o.entity
	}
	return out, nil
}

// first gives items of a result among which are the first that are asked for.
func (q session) first(t *traits, result *roaring.Bitmap, ask ledger.ItemQuery, by sorting) ([]ordered, error) {
	if t.limit < open && result.GetCardinality() <= fewThen {
		// Few enough to sort by what they were called then.
		return q.gone(nil, result, ask, by)
	}
	list, err := q.walkSchemas(result, ask.Offset+ask.Limit, by)
	if err != nil || t.limit == open {
		return list, err
	}
	lost, err := q.lost(result)
	if err != nil {
		return nil, err
	}
	return q.gone(list, lost, ask, by)
}

// walkSchemas gives the first n items of each schema of a result, by walking an index
// until they are met, or all of a schema of which there are so few that this
// is quicker.
func (q session) walkSchemas(result *roaring.Bitmap, n int, by sorting) ([]ordered, error) {
	now, err := q.traits(0)
	if err != nil {
		return nil, err
	}
	var list []ordered
	few := roaring.New()
	for trait, all := range now.sets {
		if trait.Facet != "schema" {
			continue
		}
		part := roaring.And(all, result)
		size := int(part.GetCardinality())
		if size <= n || int(all.GetCardinality())/size*n > size {
			few.Or(part)
		} else if list, err = q.walkSchema(list, trait.Value, part, n, by); err != nil {
			return nil, err
		}
	}
	err = q.each("SELECT entity, "+by.column+" FROM item WHERE entity IN "+ints("$1"), func(scan func(...any) error) error {
		o, err := by.scan(scan)
		list = append(list, o)
		return err
	}, numbers(unpack(few)))
	return list, err
}

// walkSchema appends the first n of a part of a schema, those without a date last.
func (q session) walkSchema(list []ordered, schema string, part *roaring.Bitmap, n int, by sorting) ([]ordered, error) {
	text := "SELECT entity, " + by.column + " FROM item WHERE schema = $1"
	order := " ORDER BY " + by.column + ", entity"
	texts := []string{text + order}
	switch {
	case by.down:
		texts[0] = text + " ORDER BY " + by.column + " DESC, entity DESC"
	case by.column == "lo":
		texts = []string{text + " AND lo > 0" + order, text + " AND lo = 0" + order}
	}
	found := 0
	for _, text := range texts {
		err := q.each(text, func(scan func(...any) error) error {
			o, err := by.scan(scan)
			if err == nil && part.Contains(uint32(o.entity)) {
				list = append(list, o)
				if found++; found >= n {
					return errEnough
				}
			}
			return err
		}, schema)
		if errors.Is(err, errEnough) {
			return list, nil
		}
		if err != nil {
			return nil, err
		}
	}
	return list, nil
}

func newest(result *roaring.Bitmap, ask ledger.ItemQuery) []int64 {
	var out []int64
	skip := ask.Offset
	for i := result.ReverseIterator(); i.HasNext() && len(out) < ask.Limit; {
		n := int64(i.Next())
		if skip > 0 {
			skip--
			continue
		}
		out = append(out, n)
	}
	return out
}

// fewThen is how many items of the past are made anew to sort them; more are
// sorted by what they are called now.
const fewThen = 500

// lost gives what is no item any more.
func (q session) lost(result *roaring.Bitmap) (*roaring.Bitmap, error) {
	now, err := q.traits(0)
	if err != nil {
		return nil, err
	}
	lost := result.Clone()
	lost.AndNot(now.of("standing", "confirmed"))
	lost.AndNot(now.of("standing", "proposed"))
	return lost, nil
}

// gone adds items to a list as they were then.
func (q session) gone(list []ordered, then *roaring.Bitmap, ask ledger.ItemQuery, by sorting) ([]ordered, error) {
	items, err := q.itemsAt(unpack(then), ask.At.Known, ask.Ceiling)
	if err != nil {
		return nil, err
	}
	sorter := sorters.Get().(*sorter)
	defer sorters.Put(sorter)
	for _, i := range items {
		o := ordered{entity: i.entity}
		switch by.column {
		case "sort":
			o.key = sorter.key(i.Caption)
		case "lo":
			o.number = day(i.Date.Lowest())
		default:
			o.number = int64(i.Facts)
		}
		list = append(list, o)
	}
	return list, nil
}

// Naming finds entities by name keys; see [ledger.Store].
func (s *Store) Naming(ctx context.Context, keys []string) ([]ledger.Named, error) {
	var out []ledger.Named
	at := map[chancery.EntityID]int{}
	err := s.read(ctx, func(q session) error {
		return q.each(`SELECT e.id, i.schema, n.key FROM name n JOIN item i ON i.entity = n.entity JOIN entity e ON e.number = n.entity
			WHERE n.key IN `+list("$1")+" ORDER BY n.entity, n.key", func(scan func(...any) error) error {
			var n ledger.Named
			var key string
			err := scan(&n.Entity, &n.Schema, &key)
			i, ok := at[n.Entity]
			if !ok {
				i = len(out)
				at[n.Entity] = i
				out = append(out, n)
			}
			out[i].Keys = append(out[i].Keys, key)
			return err
		}, words(keys))
	})
	return out, fault("store.Naming", err)
}
