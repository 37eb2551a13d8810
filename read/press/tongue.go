package press

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"chancery/text"
)

// tongue is what the engine knows of one language: its table, and how it
// writes names.
type tongue struct {
	tag        string
	lexicon    *lexicon
	capitals   bool // words inside names of organisations begin with capitals (English)
	smallHeads bool // head nouns of names may begin with a small letter
	caseless   bool // the script has no capitals
	genitive   bool // what something is of may follow without a preposition
	articles   bool // articles are words of their own
	cut        func(form string) int
	decline    func(words []string) []string // a name in the nominative; nil where names do not decline
	stemmer    func(word string) string      // what the cases of a folded word share; nil as above
	proclitic  bool                          // particles are written with the word
	verbLast   bool                          // the verb stands at the end of its clause
	verbFirst  bool                          // the verb stands before its subject
	future     *futureOf                     // how verbs form the future; nil where a word of its own does
}

//go:embed tongue/en.txt
var english string

//go:embed tongue/ru.txt
var russian string

//go:embed tongue/fr.txt
var french string

//go:embed tongue/es.txt
var spanish string

//go:embed tongue/ar.txt
var arabic string

//go:embed tongue/kk.txt
var kazakh string

//go:embed tongue/names.txt
var names string

//go:embed tongue/given.txt
var givenNames string

var tongues = map[string]func() *tongue{
	"en": sync.OnceValue(func() *tongue {
		return &tongue{tag: "en", lexicon: table(english + givenNames), capitals: true, articles: true, cut: cutPossessive}
	}),
	"fr": sync.OnceValue(func() *tongue {
		return &tongue{tag: "fr", future: futures["fr"], lexicon: named(french, ""), smallHeads: true, articles: true, cut: cutElision}
	}),
	"es": sync.OnceValue(func() *tongue {
		return &tongue{tag: "es", future: futures["es"], lexicon: named(spanish, "rnl"), smallHeads: true, articles: true, cut: cutNothing}
	}),
	"ru": sync.OnceValue(func() *tongue {
		return &tongue{tag: "ru", future: futures["ru"], lexicon: table(russian), smallHeads: true, genitive: true, cut: cutNothing, decline: nominativeRussian, stemmer: stemRussian}
	}),
	"kk": sync.OnceValue(func() *tongue {
		return &tongue{tag: "kk", future: futures["kk"], lexicon: table(kazakh), smallHeads: true, genitive: true, cut: cutNothing, decline: nominativeKazakh, stemmer: stemKazakh, verbLast: true}
	}),
	"ar": sync.OnceValue(func() *tongue {
		return &tongue{tag: "ar", future: futures["ar"], lexicon: table(arabic), smallHeads: true, caseless: true, genitive: true, cut: cutNothing, proclitic: true, verbFirst: true, stemmer: stemArabic}
	}),
}

// table makes the lexicon of a language; given names serve all of them.
func table(language string) *lexicon {
	l := newLexicon()
	l.load(language)
	l.load(names)
	for form := range givenForms() {
		l.add(form, tag{kind: kGiven})
	}
	return l
}

// ids gives the words of the lexicon that a folded form can be.
func (t *tongue) ids(form string) []int32 {
	ids := t.lexicon.ids(form)
	if rest, ok := strings.CutPrefix(form, "e"); ok && len(ids) == 0 && t.tag == "fr" { // "Etat", as capitals drop their accents
		ids = t.lexicon.ids("é" + rest)
	}
	if len(ids) == 0 && t.articles {
		return t.unlisted(form)
	}
	if t.verbLast && len(ids) == 0 {
		return t.participleOf(form)
	}
	if !t.proclitic || t.only(kGiven, form) != nil { // "كوفي" is no "and in"
		return ids
	}
	rest := form
	for range 2 {
		r, n := utf8.DecodeRuneInString(rest)
		if !strings.ContainsRune("وفبلك", r) || len(rest)-n < 4 {
			break
		}
		rest = rest[n:]
		ids = append(ids, t.lexicon.ids(rest)...)
		if r == 'ل' && strings.HasPrefix(rest, "ل") {
			ids = append(ids, t.lexicon.ids("ا"+rest)...)
		}
	}
	for _, object := range [...]string{"هما", "ها", "هم", "ه"} { // "التي اعتمدها"
		if verb, ok := strings.CutSuffix(form, object); ok && len(ids) == 0 {
			ids = t.only(kVerb, verb)
			if bare, and := strings.CutPrefix(verb, "و"); and && ids == nil { // "وسلمته"
				ids = t.only(kVerb, bare)
			}
		}
	}
	if len(ids) == 0 { // "سفيرها"
		ids, _ = t.owned(form)
	}
	return ids
}

// stem gives a folded word of a name or title as the cast keeps it: what all
// its cases share.
func (t *tongue) stem(word string) string {
	if t.stemmer == nil {
		return word
	}
	return t.stemmer(word)
}

// prefixes and suffixes that make a new title of an old one: "vice-rector",
// "president-elect".
var (
	titlePrefixes = map[string]bool{"vice": true, "deputy": true, "co": true, "pro": true, "ex": true, "sub": true, "under": true, "then": true, "now": true, "sous": true}
	titleSuffixes = map[string]bool{"elect": true, "designate": true, "nominate": true, "general": true, "delegate": true}
)

// nations are the first halves of adjectives of two nations that are given names too.
var nations = forms("franco italo ítalo greco germano")

// unlisted gives the words that a form stands for which the table does not
// have itself: a foreign name with its accents or its second half ("Ángela",
// "Marie-Louise"), a title with a prefix or a suffix.
func (t *tongue) unlisted(form string) []int32 {
	first, second, double := strings.Cut(form, "-")
	switch {
	case double && titlePrefixes[first]:
		if ids := t.only(kTitle, second); ids != nil {
			return ids
		}
		return t.only(kModifier, second)
	case double && titleSuffixes[second]:
		return t.only(kTitle, first)
	case double && t.only(kPortfolio, first) != nil && t.only(kPortfolio, second) != nil: // "political-military"
		return t.only(kPortfolio, second)
	case double && len(first) > 2 && len(second) > 2 && !nations.has(first): // not "Franco-Español"
		form = first
	}
	return t.only(kGiven, text.Fold(form))
}

// only gives the word of the lexicon that a form is, where it is of the class.
func (t *tongue) only(k kind, form string) []int32 {
	if id, ok := t.lexicon.words[form]; ok && t.has(id, k) {
		return []int32{id}
	}
	for _, id := range t.lexicon.forms[form] {
		if t.has(id, k) {
			return []int32{id}
		}
	}
	return nil
}

// has reports whether a word of the lexicon alone is of a class.
func (t *tongue) has(id int32, k kind) bool {
	return slices.ContainsFunc(t.lexicon.tags[t.lexicon.next[edge{0, id}]], func(tg tag) bool { return tg.kind == k })
}

// named makes the lexicon of a language of the Latin script with the given names
// that are no words of its table; after some letters its plurals end in -es.
func named(language, long string) *lexicon {
	l := table(language)
	l.addPlurals(long)
	others := newLexicon()
	others.load(givenNames)
	for _, name := range slices.Sorted(maps.Keys(others.words)) {
		if _, word := l.words[name]; !word {
			l.add(name, tag{kind: kGiven})
		}
	}
	return l
}

// addPlurals enters the titles of one word in the plural too, each shown in the
// singular: "ministres", "cancilleres".
func (l *lexicon) addPlurals(long string) {
	for _, title := range slices.Sorted(maps.Keys(l.words)) {
		many := title + "s"
		if strings.TrimRight(title, long) != title {
			many = title + "es"
		}
		if _, word := l.words[many]; strings.HasSuffix(title, "s") || strings.Contains(title, "%") || word && l.tagged(many, kTitle) {
			continue
		}
		for _, t := range l.tags[l.next[edge{0, l.words[title]}]] {
			if t.kind == kTitle {
				t.show = title
				l.add(many, t)
			}
		}
	}
}

// tagged reports a word of the lexicon that is of the class by itself.
func (l *lexicon) tagged(word string, k kind) bool {
	return slices.ContainsFunc(l.tags[l.next[edge{0, l.words[word]}]], func(t tag) bool { return t.kind == k })
}

func cutNothing(string) int { return 0 }

// cutPossessive gives where the English genitive ending begins: "Egypt’s".
func cutPossessive(form string) int {
	for _, end := range [...]string{"'s", "’s", "'S", "’S"} {
		if strings.HasSuffix(form, end) {
			return len(form) - len(end)
		}
	}
	return 0
}

// cutElision gives where the word after an elided French article begins:
// "d’Arménie", "l'accord", "qu’il".
func cutElision(form string) int {
	i := strings.IndexAny(form, "'’")
	_, n := utf8.DecodeRuneInString(form[i:])
	switch strings.ToLower(form[:i]) {
	case "l", "d", "qu", "n", "s", "j", "c", "m", "t", "jusqu", "lorsqu", "puisqu":
		return i + n
	}
	return 0
}
