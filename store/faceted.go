package store

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/RoaringBitmap/roaring/v2"

	"chancery"
	"chancery/ledger"
)

// maxFacetValues bounds the values shown of one facet.
const maxFacetValues = 50

// shownFacets are the facets that a list can be narrowed by.
var shownFacets = []string{"schema", "type", "year", "country", "body", "document", "standing", "marking"}

// faceted is a list narrowed by facets.
type faceted struct {
	*traits
	base   *roaring.Bitmap
	chosen map[string]*roaring.Bitmap
	values map[string][]string // chosen, by facet
}

func newFaceted(t *traits, base *roaring.Bitmap) *faceted {
	return &faceted{traits: t, base: base, chosen: map[string]*roaring.Bitmap{}, values: map[string][]string{}}
}

// without gives the list narrowed by every facet but one.
func (f *faceted) without(facet string) *roaring.Bitmap {
	out := f.base
	for name, b := range f.chosen {
		if name != facet {
			out = roaring.And(out, b)
		}
	}
	return out
}

// choose narrows by the values of a facet.
func (q session) choose(f *faceted, facet string, values []string) error {
	if !slices.Contains(shownFacets, facet) {
		return fail("Items", chancery.Invalid, "facet.unknown", "a list cannot be narrowed by %q", facet)
	}
	if len(values) == 0 {
		return nil
	}
	any := roaring.New()
	f.chosen[facet], f.values[facet] = any, values
	if facet != "country" && facet != "body" {
		for _, v := range values {
			any.Or(f.of(facet, v))
		}
		return nil
	}
	ids := make([]chancery.EntityID, len(values))
	for i, v := range values {
		ids[i] = chancery.EntityID(v)
	}
	found, err := q.numbersOf(ids)
	for _, n := range found {
		if c, ok := f.canon[n]; ok {
			n = c
		}
		if b := f.group(facet)[n]; b != nil {
			any.Or(b)
		}
	}
	return err
}

// group joins the entities of a facet of entities by who stands for them. A
// State is a country and a person no body, whatever the schema of the
// reference lets them be.
func (t *traits) group(facet string) map[int64]*roaring.Bitmap {
	t.once.Do(func() {
		t.grouped = map[string]map[int64]*roaring.Bitmap{"country": {}, "body": {}}
		own := map[int64]bool{}
		for trait, b := range t.sets {
			n, ok := t.entityOf(trait)
			if !ok {
				continue
			}
			name := t.classOf(trait.Facet, n)
			switch old := t.grouped[name][n]; {
			case name == "":
			case old == nil:
				t.grouped[name][n] = b
			case own[n]:
				old.Or(b)
			default:
				own[n] = true
				t.grouped[name][n] = roaring.Or(old, b)
			}
		}
	})
	return t.grouped[facet]
}

// entityOf gives who stands for the entity that a trait names.
func (t *traits) entityOf(trait ledger.Trait) (int64, bool) {
	if trait.Facet != "country" && trait.Facet != "body" {
		return 0, false
	}
	n, err := strconv.ParseInt(trait.Value, 10, 64)
	if err != nil || n > t.limit {
		return 0, false
	}
	if c, ok := t.canon[n]; ok {
		n = c
	}
	return n, true
}

func (t *traits) classOf(facet string, n int64) string {
	switch {
	case facet == "country", t.of("schema", "State").Contains(uint32(n)), t.sets[ledger.Trait{Facet: "country", Value: strconv.FormatInt(n, 10)}] != nil:
		return "country"
	case t.of("schema", "Person").Contains(uint32(n)):
		return ""
	}
	return "body"
}

// counts gives how many rows each value of each facet has.
func (q session) counts(f *faceted) (map[string][]ledger.FacetCount, error) {
	out := map[string][]ledger.FacetCount{}
	within := map[string]*roaring.Bitmap{}
	for _, facet := range shownFacets {
		within[facet] = f.without(facet)
	}
	for t, b := range f.sets {
		if t.Facet == "country" || t.Facet == "body" || within[t.Facet] == nil {
			continue
		}
		if n := int(within[t.Facet].AndCardinality(b)); n > 0 || slices.Contains(f.values[t.Facet], t.Value) {
			out[t.Facet] = append(out[t.Facet], ledger.FacetCount{Value: t.Value, Count: n})
		}
	}
	for facet, list := range out {
		out[facet] = f.top(facet, list)
	}
	for _, facet := range []string{"country", "body"} {
		list, err := q.countEntities(f, facet, within[facet])
		if err != nil {
			return nil, err
		}
		if len(list) > 0 {
			out[facet] = list
		}
	}
	return out, nil
}

// top sorts the values of a facet and keeps the first, and those chosen.
func (f *faceted) top(facet string, list []ledger.FacetCount) []ledger.FacetCount {
	slices.SortFunc(list, func(a, b ledger.FacetCount) int {
		if facet == "year" {
			return cmp.Compare(b.Value, a.Value)
		}
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	if len(list) <= maxFacetValues || facet == "year" {
		return list
	}
	out := list[:maxFacetValues:maxFacetValues]
	for _, c := range list[maxFacetValues:] {
		if slices.Contains(f.values[facet], c.Value) {
			out = append(out, c)
		}
	}
	return out
}

// countEntities counts the values of a facet of entities; only those kept are named.
func (q session) countEntities(f *faceted, facet string, within *roaring.Bitmap) ([]ledger.FacetCount, error) {
	type counted struct {
		entity int64
		count  int
	}
	var all []counted
	for n, b := range f.group(facet) {
		if c := int(within.AndCardinality(b)); c > 0 {
			all = append(all, counted{n, c})
		}
	}
	slices.SortFunc(all, func(a, b counted) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.entity, b.entity))
	})
	all = all[:min(len(all), maxFacetValues)]
	var list []int64
	for _, c := range all {
		list = append(list, c.entity)
	}
	ids, err := q.idsOf(list)
	if err != nil {
		return nil, err
	}
	var out []ledger.FacetCount
	for _, c := range all {
		out = append(out, ledger.FacetCount{Value: string(ids[c.entity]), Count: c.count})
	}
	for _, v := range f.values[facet] {
		if !slices.ContainsFunc(out, func(c ledger.FacetCount) bool { return c.Value == v }) {
			n, err := q.numbersOf([]chancery.EntityID{chancery.EntityID(v)})
			if err != nil {
				return nil, err
			}
			count := 0
			if b := f.group(facet)[n[chancery.EntityID(v)]]; b != nil {
				count = int(within.AndCardinality(b))
			}
			out = append(out, ledger.FacetCount{Value: v, Count: count})
		}
	}
	return f.top(facet, out), nil
}
