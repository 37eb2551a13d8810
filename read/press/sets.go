package press

import "strings"

// set is a set of words, by the number of the bit that its members carry. A word
// of a paper is looked up once, when it is first met, whatever many sets it is
// then asked for.
type set uint16

// memberships are the sets that a word is in, a bit each: room for 512 sets.
type memberships [8]uint64

// setsOf are the words of all sets, each with those that it is in.
var setsOf = map[string]*memberships{}

// made counts the sets.
var made set

// forms makes the set of the words of a list, folded as the words of papers are.
func forms(list string) set {
	s := made
	made++
	for w := range strings.FieldsSeq(list) {
		m := setsOf[w]
		if m == nil {
			m = new(memberships)
			setsOf[w] = m
		}
		m[s/64] |= 1 << (s % 64)
	}
	return s
}

// either makes the set of the words of other sets.
func either(sets ...set) set {
	all := made
	made++
	for _, m := range setsOf {
		for _, s := range sets {
			if m[s/64]&(1<<(s%64)) != 0 {
				m[all/64] |= 1 << (all % 64)
			}
		}
	}
	return all
}

// in reports whether the word, as folded, is in a set.
func (w *word) in(s set) bool {
	return w.sets[s/64]&(1<<(s%64)) != 0
}

// has reports whether a folded form that no token of a paper is, such as an infinitive, is in the set.
func (s set) has(form string) bool {
	m := setsOf[form]
	return m != nil && m[s/64]&(1<<(s%64)) != 0
}
