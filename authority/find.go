package authority

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery/text"
)

// Hit is one name found in a text: s[Start:End], byte offsets, half-open.
type Hit struct {
	Start, End int
	Entry      *Entry
	Also       []*Entry // others that bear the same name, such as the treaty CEDAW beside the committee
	Adjective  bool     // the adjective of a State, or the noun for its people
	Acronym    bool
}

// Find gives the names in s: at each place the longest, never two that
// overlap, in the order of the text, over the original bytes. Hits begin and
// end at the bounds of words; after one of the proclitics و ف ب ل ك of Arabic
// a hit begins with the name itself. Names and English adjectives count only
// with a capital where the script has them, acronyms only in their own case.
// "Mr. Jordan" and "Jordan Smith" are persons. The work is linear in s.
func (f *Files) Find(s string) []Hit {
	var hits []Hit
	w := window{cursor: cursor{s: s}, layers: f.layers(), toks: make([]token, 0, min(len(s)/5+8, windowWords+maxWords+1))}
	for i := 0; w.fill(i); {
		if n, hit, ok := f.hitAt(&w, i); ok {
			if hit.Entry != nil {
				hits = append(hits, hit)
			}
			i += n
			continue
		}
		i++
		if i > windowWords {
			i = w.shift(i)
		}
	}
	return hits
}

// windowWords is how many words a window holds before it moves on.
const windowWords = 256

// token is a word of the text.
type token struct {
	start, end int
	gap        byte
	upper      bool      // begins with a capital, or the script has none
	ids        [2]uint32 // the word's number in each layer, 0 where it has none
}

// window holds the words around the place that Find looks at, so that a long
// text needs no memory for all of its words.
type window struct {
	cursor
	layers []*index
	toks   []token
	done   bool
	buf    [64]byte
	memo   [memoWords]lookup
}

// memoWords is how many words a window remembers, a power of two: a text says
// the same few again and again.
const memoWords = 512

// lookup is what a word, as written, was found to be.
type lookup struct {
	word  string
	upper bool
	ids   [2]uint32
}

// fill makes sure that token i is there.
func (w *window) fill(i int) bool {
	for len(w.toks) <= i && !w.done {
		if !w.word() {
			w.done = true
			break
		}
		l := w.look()
		w.toks = append(w.toks, token{start: w.start, end: w.end, gap: w.gap, upper: l.upper, ids: l.ids})
	}
	return i < len(w.toks)
}

// look looks the current word up.
func (w *window) look() *lookup {
	s := w.s[w.start:w.end]
	l := &w.memo[(len(s)+5*int(s[0])+11*int(s[len(s)/2])+37*int(s[len(s)-1]))%memoWords]
	if l.word != s {
		word, upper := w.fold()
		*l = lookup{word: s, upper: upper}
		for k, x := range w.layers {
			l.ids[k] = x.find(word)
		}
	}
	return l
}

// shift drops the words before i but a few that the rules look back at.
func (w *window) shift(i int) int {
	const keep = 4
	w.toks = append(w.toks[:0], w.toks[i-keep:]...)
	return keep
}

// fold gives the current word folded, and whether it begins with a capital or
// in a script without any. What no name is as long as folds to nothing.
func (w *window) fold() ([]byte, bool) {
	s := w.s[w.start:w.end]
	if len(s) > maxName {
		return nil, false
	}
	if c := s[0]; c < utf8.RuneSelf {
		return foldWord(s, &w.buf), c < 'a' || c > 'z'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return foldWord(s, &w.buf), !unicode.IsLower(r)
}

// hitAt gives the longest name that begins with token i and its number of
// words; a hit without an entry is a place that is no State.
func (f *Files) hitAt(w *window, i int) (int, Hit, bool) {
	best, hit := 0, Hit{}
	for k, x := range w.layers {
		if id := w.toks[i].ids[k]; id != 0 {
			if n, h, ok := f.walk(w, x, k, i, id, w.toks[i].start); ok && n > best {
				best, hit = n, h
			}
		}
		if best == 0 {
			n, h := f.proclitic(w, x, k, i)
			if n > best {
				best, hit = n, h
			}
		}
	}
	return best, hit, best > 0
}

// walk follows the trie from the word id at token i.
func (f *Files) walk(w *window, x *index, k, i int, id uint32, start int) (best int, hit Hit, ok bool) {
	node := x.step(0, id)
	if node == 0 {
		return 0, hit, false
	}
	gaps := make([]byte, 0, maxWords)
	for n := 1; node != 0; n++ {
		if x.heads[node] != 0 {
			if h, good := f.choose(w, x, node, i, n, gaps, start); good {
				best, hit, ok = n, h, true
			}
		}
		if n >= maxWords || !w.fill(i+n) {
			break
		}
		t := w.toks[i+n]
		if t.gap == gapBreak || t.ids[k] == 0 {
			break
		}
		gaps = append(gaps, t.gap)
		node = x.step(node, t.ids[k])
	}
	return best, hit, ok
}

// choose gives the hit that the postings of a node, n words after i, allow.
func (f *Files) choose(w *window, x *index, node uint32, i, n int, gaps []byte, start int) (Hit, bool) {
	var room [4]posting
	fit := room[:0]
	end := w.toks[i+n-1].end
	for k := x.heads[node]; k != 0; k = x.posts[k].next {
		if p := &x.posts[k]; gapsFit(w, p, gaps, i) && caseFits(w, p, i, n, start) {
			fit = append(fit, *p)
		}
	}
	if len(fit) == 0 || n == 1 && f.notAState(w, fit[0], i) {
		return Hit{}, false
	}
	slices.SortStableFunc(fit, func(a, b posting) int { return postingRank(a) - postingRank(b) })
	first := fit[0]
	bracketed := func(p posting) bool { return p.form&formBracket != 0 && p.entry == first.entry }
	if strings.HasPrefix(w.s[end:], ")") && slices.ContainsFunc(fit, bracketed) {
		end++
	}
	h := Hit{Start: start, End: end, Adjective: first.form.adjective(), Acronym: first.form.kind() == formAcronym}
	if first.entry.Kind == kindPlace {
		return h, true
	}
	h.Entry = f.now(first.entry)
	if len(fit) == 1 {
		return h, true
	}
	same := f.entriesOf(fit, func(p posting) bool { return p.form.adjective() == h.Adjective })
	for _, e := range same {
		if e != h.Entry {
			h.Also = append(h.Also, e)
		}
	}
	return h, true
}

// postingRank puts names before adjectives, and orders entries by rank.
func postingRank(p posting) int {
	n := 2 * rank(p.entry)
	if p.form.adjective() {
		n += 100
	}
	if p.entry.Kind == kindPlace {
		n = -1
	}
	if p.form.kind() == formFamily {
		n++
	}
	return n
}

// gapsFit reports whether what parts the words in the text is what parts them
// in the name. A full stop is let pass after an abbreviation ("St. Lucia").
func gapsFit(w *window, p *posting, gaps []byte, i int) bool {
	for j, g := range gaps {
		want := byte(gapPlain)
		if p.gaps != "" {
			want = p.gaps[j]
		}
		switch {
		case g == want:
		case g == gapDot && w.toks[i+j].end-w.toks[i+j].start <= 3:
		case want == gapDot && g == gapPlain:
		case want == gapBracket && g == gapComma, want == gapComma && g == gapBracket:
		default:
			return false
		}
	}
	return true
}

// caseFits reports whether the name is written in the case it must have.
func caseFits(w *window, p *posting, i, n, start int) bool {
	switch p.form.kind() {
	case formAcronym:
		raw := w.s[start:w.toks[i+n-1].end]
		return (raw == p.raw || len(raw) > len(p.raw) && undotted(raw) == p.raw) && !(n == 1 && shouted(w, i))
	case formAdj:
		return true
	}
	return w.toks[i].upper
}

// shouted reports whether the word stands in a line all in capitals, where
// "WHO" is no organisation.
func shouted(w *window, i int) bool {
	loud := func(j int) bool {
		t := w.toks[j]
		s := w.s[t.start:t.end]
		return len(s) >= 5 && s == strings.ToUpper(s) && strings.ToLower(s) != s
	}
	before := i > 0 && w.toks[i].gap == gapPlain && loud(i-1)
	after := w.fill(i+1) && w.toks[i+1].gap == gapPlain && loud(i+1)
	return before && after || (before || after) && w.toks[i].end-w.toks[i].start <= 3
}

// givenNames are names of States that persons bear as well, folded.
var givenNames = []string{"jordan", "chad", "georgia", "israel", "maurice", "kenya", "india", "cuba", "malta", "ireland", "france", "holland", "britain"}

// sentenceWords are names of States that are common words when a sentence
// begins with them, folded: "Того требует закон", "Polish the text".
var sentenceWords = []string{"того", "polish"}

var civilTitles = []string{"mr", "ms", "mrs", "miss", "dr", "prof", "sir", "m", "mme", "sr", "sra"}

// placeWords stand before places rather than persons: "President of Georgia Salome ...".
var placeWords = []string{"of", "in", "from", "du", "de", "en"}

// institutionWords may follow the name of a State without making it a person.
var institutionWords = []string{"ministry", "minister", "foreign", "prime", "president", "government", "embassy", "ambassador", "parliament", "permanent",
	"delegation", "times", "and", "national", "king", "queen", "mission", "deputy", "representative", "chair", "office", "central", "border", "state", "university",
	"is", "has", "was", "will", "on", "in", "to", "for", "the", "of"}

// among reports whether token i, folded, is one of the words.
func (w *window) among(i int, words []string) bool {
	word := foldWord(w.s[w.toks[i].start:w.toks[i].end], &w.buf)
	return slices.ContainsFunc(words, func(s string) bool { return s == string(word) })
}

// notAState reports a single word that is a person's name or a common word here.
func (f *Files) notAState(w *window, p posting, i int) bool {
	if p.entry.Schema != "State" || p.form.kind() == formAcronym {
		return false
	}
	t := w.toks[i]
	if w.among(i, sentenceWords) && (i == 0 || t.gap == gapDot || t.gap == gapBreak) {
		return w.fill(i+1) && w.s[t.end:w.toks[i+1].start] == " " && !w.toks[i+1].upper
	}
	if p.form.adjective() {
		return false
	}
	if i > 0 && (t.gap == gapPlain || t.gap == gapDot) && w.among(i-1, civilTitles) {
		return w.toks[i-1].upper
	}
	if !w.among(i, givenNames) || i > 0 && w.among(i-1, placeWords) || f.accredited(w, i) {
		return false
	}
	if i > 1 && t.gap == gapPlain && w.toks[i-1].upper && w.toks[i-1].gap != gapBreak && w.among(i-2, civilTitles) {
		return true
	}
	return f.surnameFollows(w, i)
}

// envoys are those who are sent to a State: "Ambassador to Georgia Robin ...".
var envoys = []string{"ambassador", "commissioner", "envoy", "representative", "visit", "trip", "accredited"}

// accredited reports whether token i is where an envoy is sent.
func (f *Files) accredited(w *window, i int) bool {
	return i > 1 && text.Fold(w.s[w.toks[i-1].start:w.toks[i-1].end]) == "to" && slices.Contains(envoys, text.Fold(w.s[w.toks[i-2].start:w.toks[i-2].end]))
}

// surnameFollows reports a word after token i that would be the surname of a
// person: a capital, small letters, parted by a space alone, nothing known here.
func (f *Files) surnameFollows(w *window, i int) bool {
	if !w.fill(i + 1) {
		return false
	}
	t := w.toks[i]
	n := w.toks[i+1]
	s := w.s[n.start:n.end]
	if w.s[t.end:n.start] != " " || n.end-n.start < 3 || s == strings.ToUpper(s) {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(r) || w.s[t.start:t.end] == strings.ToUpper(w.s[t.start:t.end]) {
		return false
	}
	if slices.Contains(institutionWords, text.Fold(s)) {
		return false
	}
	for k, x := range w.layers {
		if id := n.ids[k]; id != 0 {
			if node := x.step(0, id); node != 0 && x.heads[node] != 0 {
				return false
			}
		}
	}
	return true
}

// proclitic tries the Arabic word at token i without the particles written
// with it; "لل" stands for "ال" after ل.
func (f *Files) proclitic(w *window, x *index, k, i int) (int, Hit) {
	t := w.toks[i]
	s := w.s[t.start:t.end]
	if len(s) < 6 || s[0] < 0xD8 || s[0] > 0xDB {
		return 0, Hit{}
	}
	start := t.start
	for range 2 {
		r, n := utf8.DecodeRuneInString(s)
		if !strings.ContainsRune("وفبلك", r) {
			break
		}
		rest := s[n:]
		for rest != "" {
			m, size := utf8.DecodeRuneInString(rest)
			if !unicode.IsMark(m) {
				break
			}
			rest = rest[size:]
		}
		word := text.Fold(rest)
		if r == 'ل' && strings.HasPrefix(word, "ل") {
			if id := x.words["ا"+word]; id != 0 {
				if n, h, ok := f.walk(w, x, k, i, id, start); ok {
					return n, h
				}
			}
		}
		start += len(s) - len(rest)
		s = rest
		if id := x.words[word]; id != 0 {
			if n, h, ok := f.walk(w, x, k, i, id, start); ok {
				return n, h
			}
		}
	}
	return 0, Hit{}
}
