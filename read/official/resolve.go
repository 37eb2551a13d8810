package official

import (
	"strings"

	"chancery"
	"chancery/authority"
)

// newResolver resolves names of States through the authority files, and
// remembers, since a report names the same States hundreds of times.
func newResolver(f *authority.Files) resolver {
	type answer struct {
		id    chancery.EntityID
		shown string
	}
	type question struct {
		name  string
		close bool
	}
	known := map[question]answer{}
	return func(name string, close bool) (chancery.EntityID, string, bool) {
		q := question{name, close}
		a, ok := known[q]
		if !ok {
			if e := state(f, name, close); e != nil {
				a = answer{e.ID, e.Name("en")}
			}
			if len(known) < 10_000 {
				known[question{strings.Clone(name), close}] = a
			}
		}
		return a.id, a.shown, a.id != ""
	}
}

// maxStateName bounds what is looked up as the name of a State, in bytes: the
// longest in Cyrillic takes 107.
const maxStateName = 160

// state looks a name up. Where a conversion lost a character (U+FFFD), the
// name is tried with an apostrophe in its place and without it.
func state(f *authority.Files, name string, close bool) *authority.Entry {
	if len(name) > maxStateName || len(name) < 2 {
		return nil
	}
	if e, ok := f.State(name); ok {
		return e
	}
	if strings.Contains(name, "\ufffd") {
		if e, ok := f.State(strings.ReplaceAll(name, "\ufffd", "'")); ok {
			return e
		}
		if e, ok := f.StateClose(strings.ReplaceAll(name, "\ufffd", "")); ok {
			return e
		}
	}
	if plain := uninverted(name); plain != name {
		if e, ok := f.State(plain); ok {
			return e
		}
	}
	if full := fullWords(name); full != name {
		if e, ok := f.State(full); ok {
			return e
		}
	}
	if !close {
		return nil
	}
	if e, ok := f.StateClose(name); ok {
		return e
	}
	if bare := strings.ReplaceAll(name, " the ", " "); bare != name { // "United Kingdom of the Great Britain"
		if e, ok := f.State(bare); ok {
			return e
		}
	}
	return nil
}

// fullWords writes out the words that lists of States shorten: "Czech Rep.".
func fullWords(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		if full, ok := shortened[strings.TrimSuffix(w, ".")]; ok {
			words[i] = full
		}
	}
	return strings.Join(words, " ")
}

var shortened = map[string]string{"Rep": "Republic", "Dem": "Democratic", "Fed": "Federation", "Isl": "Islamic", "Is": "Islands", "St": "Saint"}

// uninverted gives "Kingdom of the Netherlands" for "Netherlands (Kingdom of the)".
func uninverted(name string) string {
	open := strings.IndexByte(name, '(')
	if open <= 0 || !strings.HasSuffix(name, ")") {
		return name
	}
	return strings.TrimSpace(name[open+1:len(name)-1]) + " " + strings.TrimSpace(name[:open])
}
