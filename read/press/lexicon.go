package press

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// kind is a class of the lexicon: what a word or phrase can be in the grammar.
type kind uint8

// The classes of the lexicon; the names in kindNames are those of the tables.
const (
	kNone kind = iota
	kTitle
	kWeak
	kModifier
	kHonorific
	kPortfolio
	kOrg
	kInstrument
	kEvent
	kVerb
	kLink
	kArticle
	kAnd
	kStop
	kGiven
	kParticle
	kState
	kAdjective
	kTo
	kIn
	kBy
	kWith
	kAbout
	kFuture
	kPast
	kNot
	kSide
	kPronoun
	kCity
	kBody
	kCounterpart
	kRole
	kTerm
	kPlace
	kPatronymic
	kOrdinal
	kNegated
	kDuring
	kTrouble
	kUnit
	kPeople
	kRegion
	kAdverb
	kPledge
	kSeat
	kinds
)

var kindNames = map[string]kind{
	"title": kTitle, "weak": kWeak, "modifier": kModifier, "honorific": kHonorific, "portfolio": kPortfolio, "org": kOrg,
	"instrument": kInstrument, "event": kEvent, "verb": kVerb, "link": kLink, "article": kArticle, "and": kAnd, "stop": kStop,
	"given": kGiven, "particle": kParticle, "state": kState, "adjective": kAdjective, "to": kTo, "in": kIn, "by": kBy,
	"with": kWith, "about": kAbout, "future": kFuture, "past": kPast, "not": kNot, "side": kSide, "pronoun": kPronoun,
	"city": kCity, "body": kBody, "counterpart": kCounterpart, "role": kRole, "term": kTerm, "place": kPlace,
	"patronymic": kPatronymic, "ordinal": kOrdinal, "negated": kNegated, "during": kDuring, "trouble": kTrouble, "unit": kUnit, "people": kPeople, "region": kRegion, "adverb": kAdverb, "pledge": kPledge, "seat": kSeat,
}

// tag is what a phrase of the lexicon is: its class, and the value that the
// table gives it (org.ministry: "ministry"; verb.sign: "sign").
type tag struct {
	kind  kind
	value string
	show  string // the form in which it is shown, where not as written ("министр" for "министру")
	base  string // an inflected phrase in the form that dictionaries give
}

// lexicon finds the phrases of one language by their words. A word of a
// phrase that ends in "*" stands for itself and any ending of up to
// maxEnding letters; one that has "%" and a paradigm's name stands for its forms.
type lexicon struct {
	words, stems map[string]int32
	forms        map[string][]int32 // inflected words by form
	next         map[edge]int32
	tags         [][]tag  // by node
	ahead        []uint64 // by node: the words that go on from it, a bit by each number's remainder
	longest      int      // bytes of the longest stem
}

type edge struct{ node, word int32 }

// step gives the node that a word leads to from a node, 0 for none: most words
// of a text go on from none.
func (l *lexicon) step(node, word int32) int32 {
	if l.ahead[node]&(1<<(word%64)) == 0 {
		return 0
	}
	return l.next[edge{node, word}]
}

const maxEnding = 5 // letters that may follow a stem

func newLexicon() *lexicon {
	return &lexicon{words: map[string]int32{}, forms: map[string][]int32{}, stems: map[string]int32{}, next: map[edge]int32{}, tags: make([][]tag, 1), ahead: make([]uint64, 1)}
}

// add enters a phrase, its words separated by single spaces.
func (l *lexicon) add(phrase string, t tag) {
	node := int32(0)
	for w := range strings.SplitSeq(phrase, " ") {
		if w == "" {
			continue
		}
		id := l.word(w)
		n, ok := l.next[edge{node, id}]
		if !ok {
			n = int32(len(l.tags))
			l.tags, l.ahead = append(l.tags, nil), append(l.ahead, 0)
			l.next[edge{node, id}] = n
			l.ahead[node] |= 1 << (id % 64)
		}
		node = n
	}
	if node == 0 {
		return
	}
	for _, have := range l.tags[node] {
		if have == t {
			return
		}
	}
	l.tags[node] = append(l.tags[node], t)
}

func (l *lexicon) word(w string) int32 {
	in := l.words
	if s, ok := strings.CutSuffix(w, "*"); ok {
		in, w = l.stems, s
		l.longest = max(l.longest, len(w))
	}
	id, ok := in[w]
	if !ok {
		id = int32(len(l.words) + len(l.stems) + 1)
		in[w] = id
		forms, _, _ := declined(w)
		for _, f := range forms {
			if !slices.Contains(l.forms[f], id) {
				l.forms[f] = append(l.forms[f], id)
			}
		}
	}
	return id
}

// ids gives the words of the lexicon that a lower-case form can be.
func (l *lexicon) ids(form string) []int32 {
	var out []int32
	if id, ok := l.words[form]; ok {
		out = append(out, id)
	}
	out = append(out, l.forms[form]...)
	if len(l.stems) > 0 {
		rest := form
		for n := 0; n <= maxEnding && rest != ""; n++ {
			if len(rest) <= l.longest {
				if id, ok := l.stems[rest]; ok {
					out = append(out, id)
				}
			}
			_, size := utf8.DecodeLastRuneInString(rest)
			rest = rest[:len(rest)-size]
		}
	}
	return out
}

// load reads a table: a line is "class: phrase | phrase = shown form | ...",
// the class with its value after a point; "#" begins a remark, a line that
// begins with a blank goes on with the class above.
func (l *lexicon) load(table string) {
	var t tag
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] != ' ' && line[0] != '\t' {
			class, rest, ok := strings.Cut(line, ":")
			if !ok {
				panic("press: a line of a table without a class: " + line)
			}
			name, value, _ := strings.Cut(class, ".")
			k, known := kindNames[name]
			if !known {
				panic("press: an unknown class in a table: " + class)
			}
			t, line = tag{kind: k, value: value}, rest
		}
		for phrase := range strings.SplitSeq(line, "|") {
			phrase, show, _ := strings.Cut(phrase, "=")
			if phrase = strings.TrimSpace(phrase); phrase != "" {
				t.show, t.base = strings.TrimSpace(show), baseForm(phrase)
				l.add(fold(strings.Join(strings.Fields(phrase), " ")), t)
			}
		}
	}
}
