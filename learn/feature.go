package learn

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// scratch is memory used again from text to text.
type scratch struct {
	lower    []byte
	words    []string
	features []feature
	stamp    []uint32 // by feature index: the last text that had it
	text     uint32
	scores   []float32
}

// feature is one thing about a text: its hash, and which words it is made of.
type feature struct {
	hash  uint64
	first int16 // into scratch.words
	count int16 // 0 where it is no words of the text
}

// Limits of what is read of a text, in bytes and words.
const (
	maxText  = 16 << 10
	maxWords = 1000
	maxWord  = 40
)

// cut cuts a text into lower-case words, without the States in brackets at its end.
func (sc *scratch) cut(text string) {
	if len(text) > maxText {
		text = strings.ToValidUTF8(text[:maxText], "")
	}
	text = withoutClosingBrackets(text)
	sc.lower = sc.lower[:0]
	for _, r := range text {
		switch {
		case 'A' <= r && r <= 'Z':
			sc.lower = append(sc.lower, byte(r)+'a'-'A')
		case r < utf8.RuneSelf:
			sc.lower = append(sc.lower, byte(r))
		case unicode.In(r, unicode.L, unicode.M, unicode.N):
			sc.lower = utf8.AppendRune(sc.lower, unicode.ToLower(r))
		default: // quotes, dashes
			sc.lower = append(sc.lower, ' ')
		}
	}
	s := string(sc.lower)
	sc.words = sc.words[:0]
	for at := 0; at < len(s) && len(sc.words) < maxWords; {
		if !wordByte(s[at]) {
			at++
			continue
		}
		end := at + 1
		for end < len(s) && (wordByte(s[end]) || s[end] == '-' && end+1 < len(s) && wordByte(s[end+1])) {
			end++
		}
		if end-at <= maxWord {
			sc.words = append(sc.words, s[at:end])
		}
		at = end
	}
}

func wordByte(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= utf8.RuneSelf }

// withoutClosingBrackets leaves out "(Norway);" at the end of a text, but not
// an abbreviation: what is left out has a capital and then a small letter.
func withoutClosingBrackets(s string) string {
	for {
		t := strings.TrimRight(s, " .;,\n\t")
		i := strings.LastIndexByte(t, '(')
		if !strings.HasSuffix(t, ")") || i <= 0 || i+2 >= len(t) || t[i+1] < 'A' || t[i+1] > 'Z' || t[i+2] < 'a' || t[i+2] > 'z' {
			return s
		}
		s = t[:i]
	}
}

// Kinds of feature, which are hashed apart.
const (
	oneWord byte = iota
	twoWords
	placed
	stem
	apart
	opening
	verbKind
	length
	concept
	manifold
	means
	joined
)

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

func seed(kind byte, n int) uint64 {
	return ((uint64(fnvOffset)^uint64(kind))*fnvPrime ^ uint64(n)) * fnvPrime
}

func hash(h uint64, s string) uint64 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	return (h ^ 0xFF) * fnvPrime
}

func (sc *scratch) note(h uint64, first, count int) {
	sc.features = append(sc.features, feature{h, int16(first), int16(count)})
}

// phrases notes the words and their neighbours.
func (sc *scratch) phrases() {
	for i, w := range sc.words {
		sc.note(hash(seed(oneWord, 0), w), i, 1)
		if i+1 < len(sc.words) {
			sc.note(hash(hash(seed(twoWords, 0), w), sc.words[i+1]), i, 2)
		}
	}
}

// view notes the features of the cut text that tell about a set.
func (sc *scratch) view(s Set) []feature {
	sc.features = sc.features[:0]
	if s.Asks {
		sc.asks()
	} else {
		sc.about()
	}
	return sc.features
}

// about: what a text is about stands anywhere in it, in any form of its words.
// Pairs of words that carry the meaning count whatever stands between them.
func (sc *scratch) about() {
	sc.phrases()
	sc.conceive()
	last, before := "", ""
	for i, w := range sc.words {
		sc.note(hash(seed(stem, 4), head(w, 4)), i, 1)
		sc.note(hash(seed(stem, 6), head(w, 6)), i, 1)
		if strings.IndexByte(w, '-') > 0 { // "ICCPR-OP2", "gender-based"
			for part := range strings.SplitSeq(w, "-") {
				sc.note(hash(seed(oneWord, 0), part), i, 1)
				sc.note(hash(seed(stem, 4), head(part, 4)), i, 1)
			}
		}
		if empty[w] {
			continue
		}
		s := stemOf(w)
		if last != "" {
			sc.note(hash(hash(seed(apart, 0), last), s), i, 1)
		}
		if before != "" {
			sc.note(hash(hash(seed(apart, 0), before), s), i, 1)
		}
		last, before = s, last
	}
}

// empty are words that carry no meaning of their own.
var empty = set("the of to and in a for with on its all by as that their from is are be this or at an it including particular especially well such other into out")

// firstWords is how many words at the head of a text count by their place.
const firstWords = 8

// asks: what a text asks for stands at its head.
func (sc *scratch) asks() {
	sc.phrases()
	words := sc.words
	for i, w := range words {
		if i < firstWords {
			sc.note(hash(seed(placed, i), w), i, 1)
		}
		sc.note(hash(seed(stem, stemLength), stemOf(w)), i, 1)
	}
	h := seed(opening, 0)
	for i := 0; i < len(words) && i < 5; i++ {
		h = hash(h, words[i])
		sc.note(h, 0, i+1)
	}
	sc.note(seed(length, min(len(words)/8, 12)), 0, 0)
	sc.verbFeatures()
}

// verbFeatures notes the first verb, what the built-in rules make of it, the
// words it governs, and the verb that follows it.
func (sc *scratch) verbFeatures() {
	words := sc.words
	category, at := firstVerb(words)
	sc.note(hash(seed(verbKind, 0), category), 0, 0)
	if at < 0 {
		return
	}
	verb := words[at]
	sc.note(hash(seed(verbKind, 1), verb), at, 1)
	for i := at + 1; i < len(words) && i <= at+8; i++ {
		sc.note(hash(hash(seed(verbKind, 2), verb), stemOf(words[i])), 0, 0)
		sc.note(hash(hash(seed(verbKind, 3), category), stemOf(words[i])), 0, 0)
	}
	later := ""
	for i := at + 1; i < len(words) && len(later) < 3; i++ {
		if c, ok := verbAt(words, i); ok {
			sc.note(hash(hash(seed(verbKind, 4), category), c), 0, 0)
			sc.note(hash(hash(seed(verbKind, 5), verb), words[i]), 0, 0)
			later += c
		}
	}
	sc.note(hash(hash(seed(verbKind, 6), category), later), 0, 0)
	sc.meansFeatures(category, at)
	sc.joinedVerb(category, at)
}

// meansFeatures notes by what means the act is to be done: to combat a wrong
// "by adopting a law" or "including through training" is a specific act.
func (sc *scratch) meansFeatures(category string, at int) {
	words := sc.words
	for i := at + 1; i < len(words); i++ {
		if !leads[words[i]] {
			continue
		}
		for j := i + 1; j < min(len(words), i+1+governed); j++ {
			if w := words[j]; strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "tion") {
				c := gerundAt(words, j)
				sc.note(hash(hash(seed(means, 0), category), c), j, 1)
				sc.note(hash(hash(hash(seed(means, 1), words[i]), category), c), j, 1)
				sc.note(hash(hash(seed(means, 2), words[at]), c), j, 1)
				sc.note(hash(hash(seed(means, 3), category), w), j, 1)
				break
			}
		}
	}
}

// leads are the words that lead from what is asked to the means.
var leads = set("by through including")

// joinedVerb notes a second verb beside the first: of "continue and
// strengthen", the second is what is asked.
func (sc *scratch) joinedVerb(category string, at int) {
	words := sc.words
	i := slices.Index(words[at:min(len(words), at+governed)], "and")
	if i < 0 {
		return
	}
	second := at + i + 1
	if second < len(words) && manner[words[second]] {
		second++
	}
	if second >= len(words) {
		return
	}
	if c, ok := verbAt(words, second); ok {
		sc.note(hash(hash(seed(joined, 0), category), c), second, 1)
		sc.note(hash(hash(seed(joined, 1), words[at]), c), second, 1)
		sc.note(hash(hash(seed(joined, 2), words[at]), words[second]), second, 1)
		sc.note(hash(hash(seed(joined, 3), category), words[second]), second, 1)
	}
}

// manner are the words that may stand between "and" and a second verb.
var manner = set("further fully also to")

// stemLength is how many letters of a word its forms share.
const stemLength = 5

func stemOf(w string) string { return head(w, stemLength) }

// head gives the first n letters of a word.
func head(w string, n int) string {
	for i := range w {
		if n == 0 {
			return w[:i]
		}
		n--
	}
	return w
}
