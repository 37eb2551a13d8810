package press

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// given is a form of a Russian given name.
type given struct {
	name   string // nominative
	female bool
}

// givenForms are the forms of the given names of the table in every case; a
// form that is the nominative of one name and a case of another is the nominative.
var givenForms = sync.OnceValue(func() map[string]given {
	forms := map[string]given{}
	var plain []given
	for line := range strings.Lines(names) {
		female := strings.HasPrefix(line, "given.f:")
		if !female && !strings.HasPrefix(line, "given.m:") {
			continue
		}
		_, rest, _ := strings.Cut(line, ":")
		for n := range strings.SplitSeq(rest, "|") {
			if n = fold(strings.TrimSpace(n)); n != "" {
				plain = append(plain, given{n, female})
			}
		}
	}
	for _, g := range plain {
		for _, e := range casesOf(g) {
			forms[e] = g
		}
	}
	for _, g := range plain {
		forms[g.name] = g
	}
	return forms
})

// casesOf gives the oblique forms of a given name by its ending.
func casesOf(g given) []string {
	cut := func(n int, ends ...string) []string {
		stem := g.name
		for range n {
			_, size := utf8.DecodeLastRuneInString(stem)
			stem = stem[:len(stem)-size]
		}
		var out []string
		for _, e := range ends {
			out = append(out, stem+e)
		}
		return out
	}
	last, _ := utf8.DecodeLastRuneInString(g.name)
	switch {
	case strings.HasSuffix(g.name, "ия"):
		return cut(1, "и", "ю", "ей")
	case last == 'я':
		return cut(1, "и", "е", "ю", "ей")
	case last == 'а':
		return cut(1, "ы", "и", "е", "у", "ой", "ей")
	case last == 'ь' && g.female:
		return cut(1, "и", "ью")
	case last == 'й' || last == 'ь':
		return cut(1, "я", "ю", "ем", "е", "и")
	case g.female:
		return nil
	case strings.HasSuffix(g.name, "павел"):
		return []string{"павла", "павлу", "павлом", "павле"}
	case strings.HasSuffix(g.name, "петр"), unicode.IsLetter(last) && !strings.ContainsRune("аеиоуыэю", last):
		return cut(0, "а", "у", "ом", "е", "ем")
	}
	return nil
}

// ending is a case ending of a surname and what stands for it in the nominative.
type ending struct{ have, male, female string }

// surnameEndings turn declined surnames and patronymics into the nominative,
// the longest first; "" leaves the word as it is.
var surnameEndings = []ending{
	{"овичем", "ович", ""}, {"евичем", "евич", ""}, {"овича", "ович", ""}, {"евича", "евич", ""}, {"овичу", "ович", ""}, {"евичу", "евич", ""}, {"овиче", "ович", ""},
	{"овной", "", "овна"}, {"евной", "", "евна"}, {"овну", "", "овна"}, {"евну", "", "евна"}, {"овны", "", "овна"}, {"евны", "", "евна"}, {"овне", "", "овна"}, {"евне", "", "евна"},
	{"ским", "ский", ""}, {"ского", "ский", ""}, {"скому", "ский", ""}, {"ском", "ский", ""}, {"ской", "ской", "ская"}, {"скую", "", "ская"},
	{"овым", "ов", ""}, {"евым", "ев", ""}, {"иным", "ин", ""}, {"ыным", "ын", ""}, {"ове", "ов", ""}, {"еве", "ев", ""},
	{"овой", "", "ова"}, {"евой", "", "ева"}, {"иной", "", "ина"}, {"ову", "ов", "ова"}, {"еву", "ев", "ева"}, {"ину", "ин", "ина"},
	{"ова", "ов", "ова"}, {"ева", "ев", "ева"}, {"ина", "ин", "ина"}, {"ом", "", ""}, {"ем", "ь", ""},
}

// nominativeRussian gives a name in the nominative. A given name that is known
// says in which case the whole stands and whose it is; without one, the
// endings that are no nominative say so themselves.
func nominativeRussian(words []string) []string {
	out := append([]string(nil), words...)
	female, oblique, told := false, false, false
	for i, w := range out {
		if g, ok := givenForms()[fold(w)]; ok && !told {
			told, female, oblique = true, g.female, g.name != fold(w)
			out[i] = recase(w, g.name)
		}
	}
	if told && !oblique {
		return out
	}
	for i, w := range out {
		if _, ok := givenForms()[fold(w)]; ok && told {
			continue
		}
		out[i] = surname(w, female, told)
	}
	if !told && len(out) > 1 {
		out[0] = unknownGiven(words)
	}
	return out
}

// unknownGiven gives a given name that the table lacks in the nominative, as
// far as it or the woman's surname after it tells the case: "Шалвой
// Папуашвили", "Айнуры Токтогуловой".
func unknownGiven(words []string) string {
	if stem, ok := strings.CutSuffix(words[0], "ой"); ok {
		return stem + "а"
	}
	last := words[len(words)-1]
	for _, e := range [...]string{"овой", "евой", "иной", "ской"} {
		if !strings.HasSuffix(last, e) {
			continue
		}
		for _, end := range [...]string{"ы", "е", "у"} {
			if stem, ok := strings.CutSuffix(words[0], end); ok {
				return stem + "а"
			}
		}
	}
	return words[0]
}

// surname gives a surname or patronymic in the nominative.
func surname(w string, female, told bool) string {
	folded := fold(w)
	if utf8.RuneCountInString(folded) < 4 || len(folded) != len(w) {
		return w
	}
	for _, e := range surnameEndings {
		if !strings.HasSuffix(folded, e.have) {
			continue
		}
		stem := w[:len(w)-len(e.have)]
		switch {
		case e.male != "" && e.female != "" && !told, female && e.female == "" && e.male != "":
			return w
		case female:
			return stem + e.female
		case e.male == "" && e.female != "":
			return stem + e.female
		}
		return stem + e.male
	}
	if last, n := utf8.DecodeLastRuneInString(folded); told && !female && (last == 'а' || last == 'у') {
		return w[:len(w)-n]
	}
	return w
}

// recase gives the form with the capital of the word.
func recase(word, form string) string {
	r, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(r) {
		return form
	}
	var b strings.Builder
	up := true
	for _, r := range form {
		if up {
			r = unicode.ToUpper(r)
		}
		up = r == '-'
		b.WriteRune(r)
	}
	return b.String()
}

// stemRussian cuts what the cases of a name or title do not share.
func stemRussian(word string) string {
	if g, ok := givenForms()[word]; ok {
		return g.name
	}
	for _, e := range [...]string{"ого", "ому", "ыми", "ими", "ами", "ями", "ым", "им", "ом", "ем", "ой", "ей", "ою", "ую", "ая", "ий", "ый", "ов", "а", "у", "е", "ы", "и", "ю", "я", "ь"} {
		if stem, ok := strings.CutSuffix(word, e); ok && e != "ов" && utf8.RuneCountInString(stem) >= 3 {
			return stem
		}
	}
	return word
}

// kazakhEndings are the case and possessive endings of Kazakh.
var kazakhEndings = []string{"сының", "сінің", "ының", "інің", "ның", "нің", "дың", "дің", "тың", "тің", "ымен", "імен", "мен", "бен", "пен", "на", "не", "ға", "ге", "қа", "ке", "ны", "ні", "ды", "ді", "ты", "ті"}

// nominativeKazakh takes the case ending off the last word of a name.
func nominativeKazakh(words []string) []string {
	out := append([]string(nil), words...)
	if n := len(out) - 1; n >= 0 {
		for _, e := range kazakhEndings[4:] {
			if stem, ok := strings.CutSuffix(out[n], e); ok && utf8.RuneCountInString(stem) >= 4 {
				out[n] = stem
				break
			}
		}
	}
	return out
}

// stemKazakh cuts the case ending off a folded word.
func stemKazakh(word string) string {
	for _, e := range kazakhEndings {
		if stem, ok := strings.CutSuffix(word, e); ok && utf8.RuneCountInString(stem) >= 4 {
			return stem
		}
	}
	return word
}
