package store

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"chancery"
	"chancery/ledger"
	"chancery/text"
)

// dirty is what an entry has to bring up to date at its end.
type dirty struct {
	items map[int64][]ledger.Part // new entities with all that is said of them; nil is to be read anew
	names map[int64]bool
}

func (d *dirty) stale(entity int64) {
	if d.items == nil {
		d.items = map[int64][]ledger.Part{}
	}
	d.items[entity] = nil
}

func (d *dirty) name(entity int64) {
	if d.names == nil {
		d.names = map[int64]bool{}
	}
	d.names[entity] = true
}

// statement notes a new statement.
func (d *dirty) statement(w *writer, subject int64, s *chancery.Statement, number, judgement int64, kind chancery.DocumentKind) {
	if d.items == nil {
		d.items = map[int64][]ledger.Part{}
	}
	parts, seen := d.items[subject]
	if subject > w.oldEntity && (!seen || parts != nil) {
		d.items[subject] = append(parts, ledger.Part{Number: number, Schema: s.Schema, Property: s.Property, Value: s.Value, Ref: s.Ref,
			Language: s.Language, Marking: s.Marking, Kind: kind, Judgement: judgements[judgement]})
	} else {
		d.items[subject] = nil
	}
	if judgement == 0 && subject <= w.oldEntity && ledger.NamingRank(s.Schema, s.Property) >= 0 {
		d.name(subject)
	}
	if ref := w.known[s.Ref]; judgement == 1 && s.Ref != "" && ref <= w.oldEntity && !s.Ref.Authority() {
		d.name(ref)
	}
}

// settle brings names, rows, traits, name keys and words of items up to date.
func (w *writer) settle() error {
	if err := w.names(); err != nil {
		return err
	}
	var fresh, stale []int64
	for e, parts := range w.dirty.items {
		if parts == nil {
			stale = append(stale, e)
		} else {
			fresh = append(fresh, e)
		}
	}
	slices.Sort(fresh)
	slices.Sort(stale)
	if err := w.freshItems(fresh); err != nil {
		return err
	}
	for part := range slices.Chunk(stale, batch) {
		if err := w.staleItems(part); err != nil {
			return err
		}
	}
	return nil
}

// item is a row of the table item.
type item struct {
	ledger.Row
	entity int64
	traits []ledger.Trait // with short numbers for entities
}

// freshItems writes the rows of entities that are new in this entry.
func (w *writer) freshItems(entities []int64) error {
	const size = 1024
	return ahead(partsOf(len(entities), size), func(i int) written {
		var items []item
		for _, e := range cut(entities, i, size) {
			if row, ok := ledger.RowOf("", w.dirty.items[e]); ok {
				items = append(items, item{row, e, numbered(row.Traits, w.known)})
			}
		}
		return w.store.written(items)
	}, func(p written) error {
		for _, i := range p.items {
			for _, t := range i.traits {
				w.turn(i.entity, t, true)
			}
		}
		return w.insertItems(p)
	})
}

// numbered puts short numbers in place of entities.
func numbered(traits []ledger.Trait, of map[chancery.EntityID]int64) []ledger.Trait {
	for i, t := range traits {
		if t.Facet == "country" || t.Facet == "body" {
			traits[i].Value = strconv.FormatInt(of[chancery.EntityID(t.Value)], 10)
		}
	}
	return traits
}

// staleItems reads anew what is said of entities, or of who stands for them.
func (w *writer) staleItems(entities []int64) error {
	canonical, err := w.canonicalOf(entities, 0)
	if err != nil {
		return err
	}
	var rows []int64
	for _, e := range entities {
		if c, ok := canonical[e]; ok {
			e = c
		}
		rows = append(rows, e)
	}
	old, err := w.oldTraits(append(slices.Clone(entities), rows...))
	if err != nil {
		return err
	}
	if err := w.learnNow(); err != nil {
		return err
	}
	items, err := w.itemsAt(distinct(rows), 0, nil)
	if err != nil {
		return err
	}
	var had []int64
	for e := range old {
		had = append(had, e)
	}
	slices.Sort(had)
	if err := w.dropItems(had); err != nil {
		return err
	}
	for _, i := range items {
		w.compare(i.entity, old[i.entity], i.traits)
		delete(old, i.entity)
	}
	for e, traits := range old {
		w.compare(e, traits, nil)
	}
	return w.insertItems(w.store.written(items))
}

// compare notes in which traits an item differs from what it was.
func (w *writer) compare(entity int64, old, traits []ledger.Trait) {
	for _, t := range old {
		if !slices.Contains(traits, t) {
			w.turn(entity, t, false)
		}
	}
	for _, t := range traits {
		if !slices.Contains(old, t) {
			w.turn(entity, t, true)
		}
	}
}

// oldTraits gives the traits of the items that are there.
func (w *writer) oldTraits(entities []int64) (map[int64][]ledger.Trait, error) {
	out := map[int64][]ledger.Trait{}
	err := w.each("SELECT entity, traits FROM item WHERE entity IN "+ints("$1"), func(scan func(...any) error) error {
		var e int64
		var s string
		err := scan(&e, &s)
		out[e] = splitTraits(s)
		return err
	}, numbers(distinct(entities)))
	return out, err
}

func joinTraits(traits []ledger.Trait) string {
	var b strings.Builder
	for _, t := range traits {
		b.WriteString(t.Facet + "\x1f" + t.Value + "\x1e")
	}
	return b.String()
}

func splitTraits(s string) []ledger.Trait {
	var out []ledger.Trait
	for one := range strings.SplitSeq(s, "\x1e") {
		if facet, value, ok := strings.Cut(one, "\x1f"); ok {
			out = append(out, ledger.Trait{Facet: facet, Value: value})
		}
	}
	return out
}

// dropItems forgets items that are there.
func (w *writer) dropItems(entities []int64) error {
	if len(entities) == 0 {
		return nil
	}
	of := numbers(entities)
	for _, text := range []string{"DELETE FROM item WHERE entity IN ", "DELETE FROM item_words WHERE rowid IN ", "DELETE FROM name WHERE entity IN "} {
		if err := w.exec(text+ints("$1"), of); err != nil {
			return err
		}
	}
	return nil
}

// written is items as rows of their tables.
type written struct {
	items             []item
	rows, terms, keys [][]any
	err               error
}

func (s *Store) written(items []item) written {
	out := written{items: items}
	sorter := sorters.Get().(*sorter)
	defer sorters.Put(sorter)
	for _, i := range items {
		captions, err := json.Marshal(i.Captions)
		if err != nil {
			out.err = err
		}
		out.rows = append(out.rows, []any{i.entity, i.Schema, i.Caption, string(captions), sorter.key(i.Caption), i.Date.String(), day(i.Date.Lowest()),
			int64(i.Facts), int64(i.Proposed), i.Marking, strings.Join(i.Markings, "\x1f"), joinTraits(i.traits)})
		out.terms = append(out.terms, []any{i.entity, s.kind.entry(itemTerms(i.Shown))})
		for _, k := range nameKeys(i.Shown) {
			out.keys = append(out.keys, []any{k, i.entity})
		}
	}
	return out
}

func (w *writer) insertItems(p written) error {
	if p.err != nil {
		return p.err
	}
	if err := w.insert("item", 12, p.rows); err != nil {
		return err
	}
	if err := w.insert("name", 2, p.keys); err != nil {
		return err
	}
	return w.insertWords("item_words", p.terms)
}

// maxItemTerms bounds the words under which an item is found.
const maxItemTerms = 4000

func itemTerms(shown []ledger.Part) []string {
	var terms []string
	for _, p := range shown {
		if len(terms) < maxItemTerms {
			terms = termsOf(terms, p.Language, p.Value)
		}
	}
	slices.Sort(terms)
	return slices.Compact(terms)
}

// nameKeys gives the keys of everything that names an item.
func nameKeys(shown []ledger.Part) []string {
	var out []string
	for _, p := range shown {
		kind := propertyName{p.Schema, p.Property}.kindOf()
		if kind != chancery.TypeName && p.Property != "acronym" && p.Property != "symbol" && p.Property != "candidate" {
			continue
		}
		if k := text.NameKey(p.Value); k != "" && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// sorter makes keys by which captions of all scripts sort bytewise.
type sorter struct {
	collator *collate.Collator
	buffer   collate.Buffer
}

var sorters = sync.Pool{New: func() any { return &sorter{collator: collate.New(language.Und, collate.Loose, collate.Numeric)} }}

// maxSortKey bounds a key in bytes.
const maxSortKey = 48

func (s *sorter) key(caption string) []byte {
	s.buffer.Reset()
	if len(caption) > maxSortKey {
		caption = caption[:maxSortKey]
	}
	k := s.collator.KeyFromString(&s.buffer, caption)
	return slices.Clone(k[:min(len(k), maxSortKey)])
}
