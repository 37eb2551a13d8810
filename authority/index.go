package authority

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery/text"
)

// index is one layer's names as a trie over folded words. Node 0 is the root.
type index struct {
	words  map[string]uint32      // folded word to its number, from 1
	sieve  [sieveBits / 64]uint64 // a bit for each of words, by its digest
	roots  []uint32               // of each word, the node of the names that begin with it, 0 where none do
	edges  map[uint64]uint32      // a node other than the first, and a word, to the next node
	ahead  []uint64               // of each node other than the first, the words that go on from it, a bit by each number's remainder
	heads  []uint32               // of each node, its last posting in posts, 0 where it has none
	posts  []posting              // from 1, each with the one before it at its node
	states []stateName            // for StateClose
}

// posting is one name of one entry, ending at a node.
type posting struct {
	entry *Entry
	raw   string // of an acronym, as it is written, without dots, hyphens and spaces
	gaps  string // what stands before each word after the first; "" where all are plain
	next  uint32 // another posting at the same node, 0 after the last
	form  form
}

// form says what sort of name a posting is.
type form uint8

const (
	formName    form         = iota // a name: begins with a capital where the script has them
	formAcronym                     // in exact case
	formAdjCap                      // an adjective that begins with a capital
	formAdj                         // an adjective in any case
	formFamily                      // an inflected form of a name, never what a place for a State says alone
	formBracket = form(0x80)        // added: the name ends with a closing bracket
)

func (f form) kind() form      { return f &^ formBracket }
func (f form) adjective() bool { return f.kind() == formAdj || f.kind() == formAdjCap }

// What may stand between two words of a name.
const (
	gapPlain   = ' ' // spaces, one line end, hyphens, dashes, apostrophes
	gapBracket = '('
	gapComma   = ','
	gapDot     = '.'
	gapBreak   = '|' // anything else: no name goes over it
)

func newIndex(entries []*Entry) *index {
	x := &index{words: make(map[string]uint32, 24*len(entries)), edges: make(map[uint64]uint32, 48*len(entries)), ahead: make([]uint64, 1, 48*len(entries)+1), heads: make([]uint32, 1, 48*len(entries)+1), posts: make([]posting, 1, 32*len(entries)+1)}
	for _, e := range entries {
		x.addEntry(e)
	}
	for w := range x.words {
		d := digest([]byte(w))
		x.sieve[d/64] |= 1 << (d % 64)
	}
	return x
}

// sieveBits is the size of the sieve: half of the words of a text are in no name,
// and one in seven of these comes through.
const sieveBits = 1 << 17

// digest gives a number below sieveBits for a word (FNV-1a).
func digest(w []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range w {
		h = (h ^ uint32(c)) * 16777619
	}
	return (h ^ h>>15) % sieveBits
}

// find gives the number of a folded word, 0 where no name has it.
func (x *index) find(w []byte) uint32 {
	if d := digest(w); x.sieve[d/64]&(1<<(d%64)) == 0 {
		return 0
	}
	return x.words[string(w)]
}

func (x *index) addEntry(e *Entry) {
	for _, lang := range slices.Sorted(maps.Keys(e.Names)) {
		for _, name := range e.Names[lang] {
			if acronymLike(name) {
				x.add(e, name, formAcronym)
				continue
			}
			x.add(e, name, formName)
			for _, f := range inflected(lang, name) {
				x.add(e, f, formFamily)
			}
			if lang == "kk" && e.Schema == "State" {
				x.add(e, kazakhRelation(name), formAdj)
			}
			if e.Schema == "State" {
				if key := squashed(name); key != "" {
					x.states = append(x.states, stateName{key, e})
				}
			}
		}
	}
	for _, a := range e.Acronyms {
		x.add(e, a, formAcronym)
	}
	for _, lang := range slices.Sorted(maps.Keys(e.Adjectives)) {
		for _, a := range e.Adjectives[lang] {
			for _, f := range adjectiveForms(lang, a) {
				if lang == "en" {
					x.add(e, f, formAdjCap)
				} else {
					x.add(e, f, formAdj)
				}
			}
		}
	}
}

// acronymLike reports a name all in capitals: "UAE", "ОАЭ", "U.S.".
func acronymLike(name string) bool {
	letters := 0
	for _, r := range name {
		if unicode.IsUpper(r) {
			letters++
		} else if r != '.' && !unicode.IsDigit(r) {
			return false
		}
	}
	return letters >= 2
}

func (x *index) add(e *Entry, name string, f form) {
	c := cursor{s: strings.TrimPrefix(strings.TrimPrefix(name, "The "), "the ")}
	var buf [64]byte
	var gaps [maxWords]byte
	node, n, plain := uint32(0), 0, true
	for ; c.word(); n++ {
		if n == maxWords {
			return
		}
		if n > 0 {
			gaps[n-1] = c.gap
			plain = plain && c.gap == gapPlain
		}
		node = x.next(node, x.word(foldWord(c.s[c.start:c.end], &buf)))
	}
	if n == 0 {
		return
	}
	p := posting{entry: e, form: f}
	if f == formAcronym {
		p.raw = undotted(name)
	}
	if !plain {
		p.gaps = string(gaps[:n-1])
	}
	if strings.HasSuffix(name, ")") {
		p.form |= formBracket
	}
	for q := range x.of(node) {
		if q.entry == e && q.form.adjective() == p.form.adjective() && q.gaps == p.gaps && q.raw == p.raw {
			if p.form == formAdj { // "béninois", which English too has, with a capital
				q.form = formAdj
			}
			return
		}
	}
	p.next, x.heads[node] = x.heads[node], uint32(len(x.posts))
	x.posts = append(x.posts, p)
}

// of gives the postings of a node, the last added first.
func (x *index) of(node uint32) iter.Seq[*posting] {
	return func(yield func(*posting) bool) {
		for i := x.heads[node]; i != 0; i = x.posts[i].next {
			if !yield(&x.posts[i]) {
				return
			}
		}
	}
}

// word gives the number of a folded word, one for all English spellings of it.
func (x *index) word(w []byte) uint32 {
	if id, ok := x.words[string(w)]; ok {
		return id
	}
	key := spelling(string(w))
	id := uint32(len(x.words) + 1)
	x.words[key] = id
	for _, v := range variants[key] {
		x.words[v] = id
	}
	return id
}

// foldWord gives a word as the index keys it, in buf where that is enough.
func foldWord(s string, buf *[64]byte) []byte {
	if s == "&" {
		return []byte("and")
	}
	if len(s) > len(buf) {
		return []byte(text.Fold(s))
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return []byte(text.Fold(s))
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	return buf[:len(s)]
}

// step gives the node that a word leads to from a node, 0 for none. Most words
// of a text begin no name, so the first step is an array's; most that follow a
// beginning go on from none, so the others ask a bit before the map.
func (x *index) step(node, word uint32) uint32 {
	if node == 0 {
		if int(word) < len(x.roots) {
			return x.roots[word]
		}
		return 0
	}
	if x.ahead[node]&(1<<(word%64)) == 0 {
		return 0
	}
	return x.edges[uint64(node)<<32|uint64(word)]
}

func (x *index) next(node, word uint32) uint32 {
	n := x.step(node, word)
	if n != 0 {
		return n
	}
	n = uint32(len(x.heads))
	x.heads, x.ahead = append(x.heads, 0), append(x.ahead, 0)
	if node != 0 {
		x.ahead[node] |= 1 << (word % 64)
		x.edges[uint64(node)<<32|uint64(word)] = n
		return n
	}
	for int(word) >= len(x.roots) {
		x.roots = append(x.roots, 0)
	}
	x.roots[word] = n
	return n
}

// variants are other spellings of English words in names of bodies.
var variants = map[string][]string{
	"organization": {"organisation"}, "organizations": {"organisations"}, "center": {"centre"}, "program": {"programme"}, "programs": {"programmes"},
	"labor": {"labour"}, "defense": {"defence"}, "standardization": {"standardisation"}, "specialized": {"specialised"}, "disarmament": {"disarmement"},
	"harmonization": {"harmonisation"}, "industrialization": {"industrialisation"},
}

var spellings = func() map[string]string {
	m := map[string]string{}
	for w, others := range variants {
		for _, o := range others {
			m[o] = w
		}
	}
	return m
}()

func spelling(w string) string {
	if s, ok := spellings[w]; ok {
		return s
	}
	return w
}

// nameToken is one folded word of a name and what stands before it.
type nameToken struct {
	word string
	gap  byte
}

// tokens cuts a name as [Files.Find] cuts a text.
func tokens(name string) []nameToken {
	var out []nameToken
	var buf [64]byte
	for c := (cursor{s: name}); c.word(); {
		out = append(out, nameToken{spelling(string(foldWord(c.s[c.start:c.end], &buf))), c.gap})
	}
	return out
}

// cursor walks over the words of a text.
type cursor struct {
	s          string
	start, end int  // of the current word
	gap        byte // what stands before it
}

// word moves to the next word: letters, marks and digits, or a lone "&".
func (c *cursor) word() bool {
	i := c.end
	from := i
	for i < len(c.s) {
		r, n := rune(c.s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(c.s[i:])
		}
		if r == '&' {
			c.gap, c.start, c.end = gapOf(c.s[from:i]), i, i+1
			return true
		}
		if wordRune(r) {
			break
		}
		i += n
	}
	if i >= len(c.s) {
		c.start, c.end = len(c.s), len(c.s)
		return false
	}
	c.gap, c.start, c.end = gapOf(c.s[from:i]), i, wordEnd(c.s, i)
	return true
}

// wordEnd gives where the word ends that s[i] is of.
func wordEnd(s string, i int) int {
	for i < len(s) {
		if c := s[i]; c < utf8.RuneSelf {
			if !plain[c] {
				break
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !wordRune(r) {
			break
		}
		i += n
	}
	return i
}

// plain are the letters and digits of ASCII.
var plain = func() (out [utf8.RuneSelf]bool) {
	for c := range rune(utf8.RuneSelf) {
		out[c] = unicode.IsLetter(c) || unicode.IsDigit(c)
	}
	return out
}()

// wordRune reports what a word is made of; soft hyphens and Arabic marks belong to it.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return plain[r]
	}
	if r >= 0x400 && r < 0x530 || r >= 0x620 && r < 0x66A {
		return true // Cyrillic; Arabic letters, marks and digits
	}
	if r < 0x2000 {
		return r == 0xAD || unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
	}
	return r >= 0x3000 && (unicode.IsLetter(r) || unicode.IsMark(r))
}

// gapOf says what a stretch between two words is.
func gapOf(s string) byte {
	if s == " " {
		return gapPlain
	}
	kind, lines := byte(gapPlain), 0
	for _, r := range s {
		switch r {
		case ' ', '\t', '\r', 0xA0, 0x202F, 0x2009, '-', '‐', '‑', '–', '—', '\'', '’', '‘', 'ʼ', '`', ')', 0x200E, 0x200F:
		case '\n':
			if lines++; lines > 1 {
				return gapBreak
			}
		case '(', ',', '.', '،':
			if kind != gapPlain {
				return gapBreak
			}
			if kind = byte(r); r == '،' {
				kind = gapComma
			}
		default:
			return gapBreak
		}
	}
	if len(s) > 24 {
		return gapBreak
	}
	return kind
}

// undotted gives an acronym without what papers put between its letters.
func undotted(s string) string {
	if strings.ContainsAny(s, ".- ") {
		return acronymSigns.Replace(s)
	}
	return s
}

var acronymSigns = strings.NewReplacer(".", "", "-", "", " ", "")

// at gives the postings of a name, nil where there is none.
func (x *index) at(toks []nameToken) []posting {
	node := uint32(0)
	for _, t := range toks {
		id, ok := x.words[t.word]
		if !ok {
			return nil
		}
		if node = x.step(node, id); node == 0 {
			return nil
		}
	}
	var out []posting
	for p := range x.of(node) {
		out = append(out, *p)
	}
	return out
}

// lookup gives the postings of a name over all layers, with and without its article.
func (f *Files) lookup(name string) []posting {
	if len(name) > maxName {
		return nil
	}
	toks := tokens(name)
	for len(toks) > 0 {
		var out []posting
		for _, x := range f.layers() {
			out = append(out, x.at(toks)...)
		}
		if len(out) > 0 || len(toks) == 1 || !slices.Contains(articles, toks[0].word) {
			return out
		}
		toks = toks[1:]
	}
	return nil
}

// maxName and maxWords bound what is looked at as one name.
const (
	maxName  = 400
	maxWords = 40
)

var articles = []string{"the", "la", "le", "les", "l", "el", "los", "las", "du", "de", "des", "d", "del"}

// Lookup gives the entries that bear the name, alias or acronym in any
// language, the case and accents aside; inflected names and adjectives are not
// names. The overlay's come first, then lasting before ended ones; an acronym
// in brackets after the name is left aside where the whole is not known.
func (f *Files) Lookup(name string) []*Entry {
	out := f.entriesOf(f.lookup(name), func(p posting) bool { return p.form.kind() == formName || p.form.kind() == formAcronym })
	if len(out) > 0 {
		return out
	}
	if i := strings.LastIndexByte(name, '('); i > 0 && strings.HasSuffix(strings.TrimSpace(name), ")") {
		return f.Lookup(name[:i])
	}
	return nil
}

// entriesOf gives the entries of the postings that pass, each once.
func (f *Files) entriesOf(posts []posting, pass func(posting) bool) []*Entry {
	var out []*Entry
	for _, p := range posts {
		if e := f.now(p.entry); pass(p) && e.Kind != kindPlace && !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b *Entry) int { return rank(a) - rank(b) })
	return out
}

// rank orders entries that share a name: what lasts before what has ended,
// bodies before treaties, groups last.
func rank(e *Entry) int {
	n := 0
	if !e.Ended.IsZero() {
		n += 10
	}
	switch {
	case e.Kind == "group":
		n += 4
	case e.Schema == "Instrument":
		n += 2
	case e.Schema == "Organization":
		n++
	}
	return n
}
