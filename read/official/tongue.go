package official

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery"
	"chancery/text"
)

// tongue is what the layouts of the United Nations say in one official
// language. The readers know the layouts; all words they look for stand here,
// so that a language is a table and no second reader.
type tongue struct {
	lang string // BCP 47

	// Reports of the Working Group and their lists.
	reportTitle    []string
	recommendation []string // stems of the word
	below          []string // "following", "listed below"
	closing        []string // opens the paragraph after the lists
	all            []string // how a paragraph on all recommendations begins
	annex          []string
	stances        []phrase
	denials        []string // deny a supporting phrase that follows
	reviewOf       []frame  // the State stands between
	session        []frame  // the session's number stands between
	pledges        []string // stems of the heading of voluntary pledges

	// Concluding observations.
	observationsTitle []string
	adoptedAt         []frame // the session's number stands between
	considered        []string
	positive          []string // of the heading of positive aspects, lower case
	recommending      []string // verbs of a committee that recommends
	urging            []string // those of them that outweigh a concern
	concerned         []string
	followUpHeading   []string // lower case
	within            []string
	paragraphs        []string // "paragraphs 12 (a) and 14"
	articles          []string // "(art. 10)"
	reportHeading     []string // lower case
	periodicReport    []string
	nextReport        []string
	due               []string
	welcomed          []welcomedAct
	beforeDate        []string // between the name of an instrument and its date
	openings          []string // articles before a name
	ands              []string // at the end of a part that another follows

	// Counting.
	counts        map[string]int // "two" in "within two years"
	years, months []string       // stems
	ordinals      []stem

	// Resolutions.
	adopted   []string
	organs    []string // how the words of the adopting organ begin
	operative []string // how the words of what it does begin, after the recitals

	// Answers to the recommendations of a review: verbs and headings, lower case.
	answers []answer
	joins   []string // may stand between the numbers of recommendations, lower case

	// Treaties and statutes.
	statuteOf    []string // before the organisation's name
	intoForce    []string
	amendment    []string // a sentence on amendments is none on the treaty
	withdrawing  []string
	reserving    reservingWords
	lasting      []string
	term         []string // "for a period of"
	selfActing   []string // "automatically"
	renewing     []string
	depositary   []string // stems
	keepers      []string // who may be one
	seats        []string
	seatIn       []string // before the name of the place
	purposes     []string // of headings, lower case
	finalHeading []clauseHeading

	// Plans.
	recurring []string // deadlines that come back, lower case
}

// answer is words that give a State's position.
type answer struct{ words, position string }

// reservingWords are those by which a clause on reservations is known and told
// what it allows.
type reservingWords struct {
	about    []string // reservations themselves
	against  []string // incompatible, with object and purpose
	only     []string
	except   []string
	forbid   []string
	allow    []string
	articles []string // before the numbers of articles
}

// kind gives the code of what a sentence allows, "" where it is on something else.
func (r reservingWords) kind(w string) string {
	except := containsAny(w, r.except) || containsAny(w, r.only)
	forbid, allow := containsAny(w, r.forbid), containsAny(w, r.allow)
	switch {
	case containsAny(w, r.against):
		return "permitted" // others than these
	case forbid && except, allow && containsAny(w, r.only):
		return "specified"
	case forbid:
		return "prohibited"
	case allow:
		return "permitted"
	}
	return ""
}

// clauseHeading is how the heading of a final clause is known, lower case, and
// the rule that reads the clause.
type clauseHeading struct{ words, rule string }

// phrase is words that give a stance.
type phrase struct {
	words string
	stance
}

// frame is what stands before and after something sought.
type frame struct{ before, after string }

// welcomedAct is a way in which a positive aspect names what a State did.
type welcomedAct struct{ words, act string }

// stem is the beginning of a numeral and what it counts.
type stem struct {
	letters string
	value   int
}

// tongueOf gives the tongue in which a paper is written; English where none of
// the tongues known is found.
func tongueOf(paper string) *tongue {
	lang := text.Language(paper[:boundaryAt(paper, headBytes)])
	for i := range tongues {
		if tongues[i].lang == lang {
			return &tongues[i]
		}
	}
	return &tongues[0]
}

// headBytes is how much of a paper tells its language.
const headBytes = 16 << 10

// boundaryAt gives i, moved back to the beginning of a character, or the length of s.
func boundaryAt(s string, i int) int {
	if i >= len(s) {
		return len(s)
	}
	for i > 0 && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// earliest finds the first of some words in s, and where it ends; -1 for none.
func earliest(s string, words []string) (start, end int) {
	start = -1
	for _, w := range words {
		if i := strings.Index(s, w); i >= 0 && (start < 0 || i < start) {
			start, end = i, i+len(w)
		}
	}
	return start, end
}

// prefixed gives the length of the first of some words that s begins with, or 0.
func prefixed(s string, words []string) int {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return len(w)
		}
	}
	return 0
}

// stands finds what stands between two phrases of text[start:end] at most limit bytes apart.
func stands(text string, start, end int, frames []frame, limit int) (a, b int, ok bool) {
	for _, p := range frames {
		if a, b, ok = between(text, start, end, p.before, p.after, limit); ok {
			return a, b, true
		}
	}
	return 0, 0, false
}

// ordinal reads "11th", "seventy-fourth", "soixante-quatorzième", "74º",
// "семьдесят четвертой": digits, or numerals that add up.
func (t *tongue) ordinal(s string) (int, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if n, i := number(s, 0); i > 0 {
		return n, n > 0 && n < 1000 && len(s)-i <= 8
	}
	total := 0
	words := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) })
	if len(words) > 6 {
		return 0, false
	}
	for _, w := range words {
		v, ok := t.numeral(w)
		if !ok {
			return 0, false
		}
		total += v
	}
	return total, total > 0
}

// numeral gives the value of the longest stem that a word begins with.
func (t *tongue) numeral(word string) (value int, ok bool) {
	longest := 0
	for _, s := range t.ordinals {
		if len(s.letters) > longest && strings.HasPrefix(word, s.letters) {
			longest, value, ok = len(s.letters), s.value, true
		}
	}
	return value, ok
}

// period reads "two years", "un délai d'un an", "سنتين" at the head of s: how
// many years and months, and where the words end.
func (t *tongue) period(s string) (years, months, end int) {
	n, words := 1, 0
	for at := 0; at < len(s) && words < 6; {
		size := wordLength(s[at:])
		if size == 0 {
			_, size = utf8.DecodeRuneInString(s[at:])
			if s[at] == '.' || s[at] == ';' {
				return 0, 0, 0
			}
			at += size
			continue
		}
		w := strings.ToLower(s[at : at+size])
		at += size
		words++
		if v, i := number(w, 0); i == len(w) && v > 0 {
			n = v
		} else if v := t.counts[w]; v > 0 {
			n = v
		}
		switch {
		case prefixed(w, t.years) > 0:
			return n, 0, at
		case prefixed(w, t.months) > 0:
			return 0, n, at
		}
	}
	return 0, 0, 0
}

// wordLength gives the length of the letters or digits that s begins with.
func wordLength(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) {
			return i
		}
	}
	return len(s)
}

// letters are the letters of a paper's lettered parts, by the Latin letter that
// stands in their place: a committee's "12 (a)" is "12 a)" in its French copy
// and "12 (أ)" in its Arabic one.
var letters = func() map[rune]byte {
	m := map[rune]byte{}
	for i, r := range []rune("abcdefghijklmnopqrstuvwxyz") {
		m[r] = byte('a' + i)
	}
	for i, r := range []rune("أبجدهوزحطيكلمنسعفصقرشت") {
		m[r] = byte('a' + i)
	}
	for _, s := range []struct {
		cyrillic rune
		latin    byte
	}{{'а', 'a'}, {'б', 'b'}, {'в', 'c'}, {'г', 'd'}, {'д', 'e'}, {'е', 'f'}, {'ж', 'g'}, {'з', 'h'}, {'и', 'i'}, {'к', 'j'}, {'л', 'k'}, {'м', 'l'}, {'с', 'c'}} {
		m[s.cyrillic] = s.latin
	}
	return m
}()

// letterIn reads "(a)", "a)" or "(أ)" at the head of s: the Latin letter in its
// place, and the length.
func letterIn(s string) (letter byte, size int) {
	open := 0
	if s != "" && s[0] == '(' {
		open = 1
	}
	r, n := utf8.DecodeRuneInString(s[open:])
	if rest := s[open+n:]; rest == "" || rest[0] != ')' {
		return 0, 0
	}
	if letter = letters[r]; letter == 0 {
		return 0, 0
	}
	return letter, open + n + 1
}

// NamesReport reports whether the head of a paper bears the title of a report
// of the Working Group on the Universal Periodic Review.
func NamesReport(head string) bool {
	return titled(head, func(t *tongue) []string { return t.reportTitle })
}

// NamesObservations reports whether the head of a paper bears the title of a
// committee's concluding observations.
func NamesObservations(head string) bool {
	return titled(head, func(t *tongue) []string { return t.observationsTitle })
}

func titled(head string, titles func(*tongue) []string) bool {
	m := masked(&chancery.Edition{Text: head})
	head = fairCopy(head, m, lineWidth(m)).text
	for i := range tongues {
		if containsAny(head, titles(&tongues[i])) {
			return true
		}
	}
	return false
}
