package ledger

import (
	"cmp"
	"slices"

	"chancery"
)

// Older orders entities by who stands for a component: entities of an
// authority file first, then by the entry that first named them, then by ID.
func Older(a, b chancery.EntityID, since func(chancery.EntityID) Number) int {
	rank := func(id chancery.EntityID) int {
		if id.Authority() {
			return 0
		}
		return 1
	}
	return cmp.Or(rank(a)-rank(b), cmp.Compare(since(a), since(b)), cmp.Compare(a, b))
}

// Component gives every entity that links join to start, start included, in
// no particular order. next gives the entities linked to one.
func Component[K comparable](start K, next func(K) []K) []K {
	seen := map[K]bool{start: true}
	out := []K{start}
	for i := 0; i < len(out); i++ {
		for _, n := range next(out[i]) {
			if !seen[n] {
				seen[n] = true
				out = append(out, n)
			}
		}
	}
	return out
}

// Path gives a shortest path over links from a to b, both included, or nil.
func Path[K comparable](a, b K, next func(K) []K) []K {
	from := map[K]K{a: a}
	queue := []K{a}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		if at == b {
			path := []K{b}
			for at != a {
				at = from[at]
				path = append(path, at)
			}
			slices.Reverse(path)
			return path
		}
		for _, n := range next(at) {
			if _, seen := from[n]; !seen {
				from[n] = at
				queue = append(queue, n)
			}
		}
	}
	return nil
}
