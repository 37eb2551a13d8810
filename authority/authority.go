// Package authority holds the authority files: States (with those that have
// ended), international bodies, treaties and groups of States, with their
// names in English, Russian, Kazakh, Arabic, French and Spanish, acronyms,
// adjectives and codes. Who is known here is referred to by its own address
// ("state:KAZ", "body:CEDAW", "treaty:UNTC-4-8", "group:oic") and needs no
// mention in each paper.
//
// [Base] is the part that ships with the program: read once, shared and never
// changed. [Files.With] lays over it what a register confirmed; the base is
// not copied. Everything else is looking up:
//
//   - [Files.Entry] by address, [Files.Lookup] by any name, alias or acronym;
//   - [Files.State] and [Files.StateClose] for a place where a State must
//     stand, the second forgiving errors of typing but never guessing between
//     two States;
//   - [Files.Adjective] for "Kazakh", "казахстанская сторона", "الجانب المصري";
//   - [Files.Find] for all of these in running text, with byte offsets.
//
// Names are compared in the form of [text.Fold], word by word; inflected forms
// of Russian and Kazakh, the nisba and the proclitics of Arabic and the
// genders of French and Spanish are made by rule when the index is built, for
// names of the overlay as well. Territories that are no States are
// known only so that "American Samoa" is not read as Samoa.
//
// The base is made by tools/authority from CLDR, the tables of country groups
// and lists kept beside that program.
package authority

import (
	"slices"
	"strings"
	"sync"

	"chancery"
)

// Entry is one State, body, treaty or group. Entries are shared: nobody may
// change them.
type Entry struct {
	ID     chancery.EntityID
	Schema string // State, Organization or Instrument
	// Kind is "state"; of organisations igo, ministry, commission, committee,
	// parliament, ngo, company, university, media, group or other; of
	// instruments treaty or charter.
	Kind       string
	Names      map[string][]string // by language (BCP 47, "" for any), the preferred first
	Adjectives map[string][]string // by language, in the form a dictionary gives; of States only
	Acronyms   []string            // in any language, in the case they are written
	Parent     chancery.EntityID
	Members    []chancery.EntityID // of groups and of bodies whose members are known, by ID
	ISO2, ISO3 string
	Began      chancery.Date
	Ended      chancery.Date       // the zero date while it lasts
	Successors []chancery.EntityID // of a State that has ended
}

// Name gives the preferred name in the language, else in English, else any;
// an entry without names gives its acronym or its address.
func (e *Entry) Name(lang string) string {
	for _, l := range [...]string{lang, "en", "", "ru", "fr", "es", "kk", "ar"} {
		if names := e.Names[l]; len(names) > 0 {
			return names[0]
		}
	}
	if len(e.Acronyms) > 0 {
		return e.Acronyms[0]
	}
	return string(e.ID)
}

// Files are authority files: the base, or the base with an overlay. They are
// safe for use by many goroutines.
type Files struct {
	base    *Files // nil in the base itself
	overlay []Entry
	entries map[chancery.EntityID]*Entry
	order   []*Entry
	index   func() *index
}

// newFiles makes one layer; its index is built when first needed.
func newFiles(base *Files, order []*Entry) *Files {
	f := &Files{base: base, order: order, entries: make(map[chancery.EntityID]*Entry, len(order))}
	for _, e := range order {
		f.entries[e.ID] = e
	}
	f.index = sync.OnceValue(func() *index { return newIndex(f.order) })
	return f
}

// With gives the files with more entries laid over them; f stays as it is. An
// entry whose ID is known adds its names, acronyms and adjectives before the
// known ones and replaces what else it sets.
func (f *Files) With(overlay []Entry) *Files {
	base := f
	if f.base != nil {
		base = f.base
	}
	all := slices.Concat(f.overlay, overlay)
	var order []*Entry
	at := map[chancery.EntityID]int{}
	for i := range all {
		e := &all[i]
		if n, ok := at[e.ID]; ok {
			order[n] = merged(order[n], e)
			continue
		}
		if old, ok := base.entries[e.ID]; ok {
			e = merged(old, e)
		}
		at[e.ID] = len(order)
		order = append(order, e)
	}
	g := newFiles(base, order)
	g.overlay = all
	return g
}

// merged gives old with what the new one adds.
func merged(old, add *Entry) *Entry {
	e := *old
	e.Names, e.Adjectives = joined(old.Names, add.Names), joined(old.Adjectives, add.Adjectives)
	e.Acronyms = union(add.Acronyms, old.Acronyms)
	if len(add.Members) > 0 {
		e.Members = add.Members
	}
	if len(add.Successors) > 0 {
		e.Successors = add.Successors
	}
	for _, p := range []struct{ to, from *string }{{&e.Schema, &add.Schema}, {&e.Kind, &add.Kind}, {&e.ISO2, &add.ISO2}, {&e.ISO3, &add.ISO3}} {
		if *p.from != "" {
			*p.to = *p.from
		}
	}
	if add.Parent != "" {
		e.Parent = add.Parent
	}
	if !add.Began.IsZero() {
		e.Began = add.Began
	}
	if !add.Ended.IsZero() {
		e.Ended = add.Ended
	}
	return &e
}

func joined(old, add map[string][]string) map[string][]string {
	m := make(map[string][]string, len(old)+len(add))
	for l, names := range old {
		m[l] = names
	}
	for l, names := range add {
		m[l] = union(names, old[l])
	}
	return m
}

// union gives a and what b has beyond it.
func union(a, b []string) []string {
	out := slices.Clone(a)
	for _, s := range b {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// Entry gives the entry with that address.
func (f *Files) Entry(id chancery.EntityID) (*Entry, bool) {
	if e, ok := f.entries[id]; ok {
		return e, true
	}
	if f.base != nil {
		return f.base.Entry(id)
	}
	return nil, false
}

// now gives the entry as the overlay has it.
func (f *Files) now(e *Entry) *Entry {
	if f.base == nil {
		return e
	}
	if o, ok := f.entries[e.ID]; ok {
		return o
	}
	return e
}

// Entries gives all entries of the schema ("" for all) in the order of the
// base, those of the overlay alone last.
func (f *Files) Entries(schema string) []*Entry {
	var out []*Entry
	add := func(e *Entry) {
		if e.Kind != kindPlace && (schema == "" || e.Schema == schema) {
			out = append(out, e)
		}
	}
	if f.base != nil {
		for _, e := range f.base.order {
			add(f.now(e))
		}
	}
	for _, e := range f.order {
		if f.base == nil || f.base.entries[e.ID] == nil {
			add(e)
		}
	}
	return out
}

// Group gives the members of a group or body, by address ("group:oic",
// "body:OIC") or by the name of the group alone ("oic"), in the order of their
// IDs; nil where there is no such group.
func (f *Files) Group(id string) []*Entry {
	if !strings.Contains(id, ":") {
		id = "group:" + id
	}
	g, ok := f.Entry(chancery.EntityID(id))
	if !ok {
		return nil
	}
	var out []*Entry
	for _, m := range g.Members {
		if e, ok := f.Entry(m); ok {
			out = append(out, e)
		}
	}
	return out
}

// layers are the files to look in, the overlay first.
func (f *Files) layers() []*index {
	if f.base == nil {
		return []*index{f.index()}
	}
	return []*index{f.index(), f.base.index()}
}
