package treaty

import (
	"regexp"
	"slices"
	"strings"

	"chancery"
)

// Wording is what one participant declared, reserved or objected to, in the
// words that a depositary prints.
type Wording struct {
	Participant string // as printed
	Name        [2]int // where its name stands, bytes, half-open
	Kind        ActKind
	Start, End  int           // where the words stand, bytes, half-open
	Date        chancery.Date // zero where the words say none
	DateAt      [2]int        // where it stands, of a Date that is not zero
	Provisions  string        // articles named, as "art. 2, art. 16(1)(c)"
	Opposes     bool          // of an objection: it opposes entry into force between the two
}

// The words by which a declaration is told from a reservation and an objection.
// What a statement is called does not decide what it is: a reservation is what
// purports to exclude or to modify the legal effect of provisions (VCLT art.
// 2(1)(d)).
var (
	declaredHead  = regexp.MustCompile(`(?m)^#[ \t]*(\S[^\n]*?)[ \t]*\n`)
	declaredPart  = regexp.MustCompile(`(?:^|[.:;”"\n] ?)((?:Interpretative )?(?:Declaration|Reservation|Objection|Understanding)s?) ?:`)
	wordsReserve  = regexp.MustCompile(`(?i)\b(?:reservations?\b|reserves? (?:the|its|their|his|her) right|does not (?:consider|regard) itself (?:as )?bound|(?:is|are) not (?:considered )?bound by|shall not be bound|does not consider as binding|does not accept the|excludes? the application|not apply (?:the provisions of )?(?:article|paragraph|section)|do(?:es)? not undertake)`)
	wordsObject   = regexp.MustCompile(`(?i)\b(?:objects? to|(?:formal|its|their|following) objections?|objections? (?:to|of|with regard to)|(?:does|do|cannot|can) not accept the reservation|not (?:in a position to )?accept the (?:reservation|declaration))`)
	wordsOther    = regexp.MustCompile(`(?i)\b(?:reservations?|declarations?|statements?)\b`)
	wordsOppose   = regexp.MustCompile(`(?i)\b(?:precludes? the entry into force|opposes? the entry into force|not become (?:binding|effective) (?:as )?between|does not (?:accept|consider)[^.]{0,80}entry into force|not (?:a )?party to the (?:Convention|Covenant|Protocol)|no treaty relations?)`)
	wordsAllow    = regexp.MustCompile(`(?i)\b(?:not (?:constitute|be|present) an obstacle|shall not preclude|does not preclude|not preclude|will not prevent|not prevent)`)
	wordsDay      = regexp.MustCompile(`^\(?\[?(?:On |Dated |Received on |Declaration of )?(\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4})\]?\)?[.,:]?`)
	wordsArticle  = regexp.MustCompile(`(?i)\barticles? +(\d{1,3}|[IVX]{1,6})\b(?:,? *(?:paragraphs?|para\.) *(\d{1,2}))?(?: *\((\d{1,2})\))?(?: *\(([a-z])\))?`)
	wordsParFirst = regexp.MustCompile(`(?i)\bparagraphs? +(\d{1,2}) (?:of|in) article +(\d{1,3}|[IVX]{1,6})\b`)
)

// ParseDeclared reads a text in which a line "#State" stands before what that
// State declared. A State without words gives nothing. Words under headings of
// their own ("Reservation:", "Declaration:") are parted there. What they name
// a day for is read only at their beginning; else the day is not known.
func ParseDeclared(text string) []Wording {
	heads := declaredHead.FindAllStringSubmatchIndex(text, -1)
	var out []Wording
	for i, h := range heads {
		end := len(text)
		if i+1 < len(heads) {
			end = heads[i+1][0]
		}
		for _, part := range partsOf(text, h[1], end) {
			d := Wording{Participant: text[h[2]:h[3]], Name: [2]int{h[2], h[3]}, Start: part[0], End: part[1]}
			d.read(text[part[0]:part[1]])
			out = append(out, d)
		}
	}
	return out
}

// partsOf parts what a State said where a heading of its own begins.
func partsOf(text string, start, end int) [][2]int {
	cuts := []int{start}
	for _, m := range declaredPart.FindAllStringSubmatchIndex(text[start:end], -1) {
		if at := start + m[2]; at > start {
			cuts = append(cuts, at)
		}
	}
	var out [][2]int
	for i, from := range cuts {
		to := end
		if i+1 < len(cuts) {
			to = cuts[i+1]
		}
		from += len(text[from:to]) - len(strings.TrimLeft(text[from:to], " \t\r\n"))
		to -= len(text[from:to]) - len(strings.TrimRight(text[from:to], " \t\r\n"))
		if to-from > 3 {
			out = append(out, [2]int{from, to})
		}
	}
	return out
}

// read says what some words are.
func (d *Wording) read(words string) {
	if m := wordsDay.FindStringSubmatchIndex(words); m != nil {
		if day, ok := parseDay(words[m[2]:m[3]]); ok {
			d.Date, d.DateAt = day, [2]int{d.Start + m[2], d.Start + m[3]}
		}
	}
	d.Kind = kindOfWords(words)
	d.Provisions = strings.Join(articlesIn(words), ", ")
	d.Opposes = d.Kind == Objected && wordsOppose.MatchString(words) && !wordsAllow.MatchString(words)
}

func kindOfWords(words string) ActKind {
	switch {
	case strings.HasPrefix(words, "Objection"), wordsObject.MatchString(words) && wordsOther.MatchString(words):
		return Objected
	case strings.HasPrefix(words, "Reservation"), wordsReserve.MatchString(words):
		return Reserved
	}
	return Declared
}

// maxArticlesNamed bounds the articles named of one declaration.
const maxArticlesNamed = 12

// articlesIn lists the articles that words name, each once and by its finest
// number, in their order.
func articlesIn(words string) []string {
	type found struct {
		at   int
		name string
	}
	var all []found
	for _, m := range wordsArticle.FindAllStringSubmatchIndex(words, -1) {
		name := "art. " + words[m[2]:m[3]]
		for _, g := range []int{4, 6, 8} {
			if m[g] >= 0 {
				name += "(" + words[m[g]:m[g+1]] + ")"
			}
		}
		all = append(all, found{m[0], name})
	}
	for _, m := range wordsParFirst.FindAllStringSubmatchIndex(words, -1) {
		bare := "art. " + words[m[4]:m[5]]
		all = slices.DeleteFunc(all, func(f found) bool { return f.name == bare && f.at > m[0] && f.at < m[1] })
		all = append(all, found{m[0], bare + "(" + words[m[2]:m[3]] + ")"})
	}
	slices.SortStableFunc(all, func(a, b found) int { return a.at - b.at })
	var out []string
	for _, f := range all {
		finer := slices.ContainsFunc(all, func(o found) bool { return strings.HasPrefix(o.name, f.name+"(") })
		if !finer && !slices.Contains(out, f.name) && len(out) < maxArticlesNamed {
			out = append(out, f.name)
		}
	}
	return out
}

// AtConsent gives reservations and declarations of which no day is known the
// day of their author's consent, and marks them: a reservation made when
// signing has to be confirmed then and is considered as made on that day, and
// one made later is none. Other acts stay as they are.
//
// Source: VCLT art. 19, 23(2).
func AtConsent(acts []Act) {
	consent := map[string]chancery.Date{}
	for i := range acts {
		if _, binds := acts[i].Instrument(); binds {
			if at := consent[acts[i].By]; at.IsZero() || acts[i].When().Before(at) {
				consent[acts[i].By] = acts[i].When()
			}
		}
	}
	for i := range acts {
		a := &acts[i]
		if (a.Kind == Reserved || a.Kind == Declared) && a.When().IsZero() && !consent[a.By].IsZero() {
			a.Date, a.Presumed = consent[a.By], true
		}
	}
}
