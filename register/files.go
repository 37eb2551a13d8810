package register

import (
	"context"
	"slices"
	"strings"
	"sync"

	"chancery"
	"chancery/authority"
	"chancery/ledger"
)

// fileCache keeps the authority files of this register until somebody judges.
type fileCache struct {
	sync.Mutex
	files  *authority.Files
	number ledger.Number // of the ledger when they were made
}

// stale drops the authority files; the next reading makes them anew.
func (c *fileCache) stale() {
	c.Lock()
	c.files = nil
	c.Unlock()
}

// files gives the authority files with the names that this register confirmed
// laid over them, for their entries and for bodies and instruments of its own,
// and the ledger number they are of.
func (r *Register) files(ctx context.Context) (*authority.Files, ledger.Number, error) {
	r.authority.Lock()
	defer r.authority.Unlock()
	if r.authority.files != nil {
		return r.authority.files, r.authority.number, nil
	}
	head, err := r.store.Head(ctx)
	if err != nil {
		return nil, 0, err
	}
	facts, err := r.store.Facts(ctx, ledger.FactQuery{Schemas: []string{"State", "Organization", "Instrument"}, Properties: []string{"name", "alias", "acronym"}})
	if err != nil {
		return nil, 0, err
	}
	r.authority.files, r.authority.number = authority.Base().With(overlay(facts)), head
	return r.authority.files, head, nil
}

func overlay(facts []ledger.Fact) []authority.Entry {
	byID := map[chancery.EntityID]*authority.Entry{}
	var order []chancery.EntityID
	for _, f := range facts {
		if !f.Entity.Authority() && (f.Schema == "State" || f.Property != "acronym" && !telling(f.Value)) {
			continue
		}
		e := byID[f.Entity]
		if e == nil {
			e = &authority.Entry{ID: f.Entity, Schema: f.Schema, Names: map[string][]string{}}
			byID[f.Entity] = e
			order = append(order, f.Entity)
		}
		switch {
		case f.Property == "acronym" && !slices.Contains(e.Acronyms, f.Value):
			e.Acronyms = append(e.Acronyms, f.Value)
		case f.Property != "acronym" && !slices.Contains(e.Names[f.Language], f.Value):
			e.Names[f.Language] = append(e.Names[f.Language], f.Value)
		}
	}
	out := make([]authority.Entry, len(order))
	for i, id := range order {
		out[i] = *byID[id]
	}
	return out
}

// telling reports whether a name is long enough to find its bearer by it
// alone in another paper.
func telling(name string) bool { return len(strings.Fields(name)) > 1 }
