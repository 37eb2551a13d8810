package authority

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// State gives the State that bears exactly this name in any language, case,
// accents and article aside: short and long names of the United Nations,
// former names, codes such as "UK". Names that two lasting States share give
// none; a State that has ended gives way to one that lasts.
func (f *Files) State(name string) (*Entry, bool) {
	posts := f.lookup(name)
	for _, inflectedToo := range []bool{false, true} {
		found := f.entriesOf(posts, func(p posting) bool {
			return p.entry.Schema == "State" && !p.form.adjective() && (inflectedToo || p.form.kind() != formFamily)
		})
		if e, ok := only(found); ok {
			return e, true
		}
	}
	return nil, false
}

// only gives the one entry of the best rank, if it is one.
func only(found []*Entry) (*Entry, bool) {
	if len(found) == 0 || len(found) > 1 && rank(found[0]) == rank(found[1]) {
		return nil, false
	}
	return found[0], true
}

// stateName is a State's name as StateClose compares it.
type stateName struct {
	key   string
	entry *Entry
}

// squashed gives the folded letters of a name without what parts its words.
func squashed(name string) string {
	var buf [64]byte
	out := make([]byte, 0, len(name))
	for c := (cursor{s: strings.TrimPrefix(strings.TrimPrefix(name, "The "), "the ")}); c.word(); {
		out = append(out, foldWord(c.s[c.start:c.end], &buf)...)
	}
	return string(out)
}

// StateClose gives the State whose name differs from this by a typing error:
// spaces apart, one letter added, lost, changed or swapped in names of six
// letters or more, two in names of ten or more. Exact names go first; a name
// as close to two States, or the adjective of a State, gives none.
func (f *Files) StateClose(name string) (*Entry, bool) {
	if e, ok := f.State(name); ok {
		return e, true
	}
	if len(name) > maxName || len(f.lookup(name)) > 0 {
		return nil, false
	}
	key := []rune(squashed(name))
	if len(key) < 5 {
		return nil, false
	}
	limit := 0
	switch {
	case len(key) >= 10:
		limit = 2
	case len(key) >= 6:
		limit = 1
	}
	best, found := limit+1, []*Entry(nil)
	for _, x := range f.layers() {
		for _, s := range x.states {
			d := distance(key, []rune(s.key), min(best, limit))
			if d > limit || d > best || s.entry.Kind == kindPlace {
				continue
			}
			if d < best {
				best, found = d, found[:0]
			}
			if e := f.now(s.entry); !slices.Contains(found, e) {
				found = append(found, e)
			}
		}
	}
	if len(found) != 1 {
		return nil, false
	}
	return found[0], true
}

// distance counts letters added, lost, changed or swapped with a neighbour
// between a and b; what is above limit gives limit+1. The first letters must
// agree where more than one error is allowed.
func distance(a, b []rune, limit int) int {
	if d := len(a) - len(b); d > limit || -d > limit || limit > 1 && (len(b) < 9 || a[0] != b[0]) {
		return limit + 1
	}
	if limit <= 0 {
		if slices.Equal(a, b) {
			return 0
		}
		return limit + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		lowest := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			lowest = min(lowest, row[j])
		}
		if lowest > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit+1)
}

// partyWords are the nouns by which a paper calls the people of a State that
// sit at the table, folded, cut to the stem that all their cases share.
var partyWords = []string{"side", "party", "delegation", "сторон", "делегаци", "тарап", "делегация", "partie", "delegation", "cote", "parte", "lado", "delegacion", "الجانب", "الطرف", "الوفد", "جانب", "وفد"}

func partyWord(w string) bool {
	for _, p := range partyWords {
		if rest, ok := strings.CutPrefix(w, p); ok && utf8.RuneCountInString(rest) <= 4 && (rest == "" || w[0] >= utf8.RuneSelf || rest == "s" || rest == "es") {
			return true
		}
	}
	return false
}

// Adjective gives the State that an adjective or the noun for its people names,
// in any of its forms: "Kazakh", "казахстанского", "françaises", "kazaja",
// "المصرية"; a noun for the party beside it is left aside ("the Turkish side",
// "Мысыр тарапы"), and beside such a noun a State's name will do. A word that
// serves two States ("Congolese", "Korean") gives none.
func (f *Files) Adjective(word string) (*Entry, bool) {
	if len(word) > maxName {
		return nil, false
	}
	toks := tokens(word)
	var rest []nameToken
	party := false
	for i, t := range toks {
		switch {
		case i == 0 && len(toks) > 1 && slices.Contains(articles, t.word):
		case len(toks) > 1 && partyWord(t.word):
			party = true
		default:
			rest = append(rest, t)
		}
	}
	var posts []posting
	for _, x := range f.layers() {
		posts = append(posts, x.at(rest)...)
	}
	if e, ok := only(f.entriesOf(posts, func(p posting) bool { return p.form.adjective() })); ok {
		return e, true
	}
	if !party || len(rest) == 0 {
		return nil, false
	}
	return only(f.entriesOf(posts, func(p posting) bool { return p.entry.Schema == "State" && !p.form.adjective() }))
}
