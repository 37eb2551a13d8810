package press

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ending is a case ending of a name and what stands for it in the nominative.
type ending struct{ have, give string }

// russianEndings turn the commonest declined names into the nominative, the
// longest first. Adjectival surnames and patronymics are certain; a bare -а
// or -у after a consonant is left where a woman's name would end in it.
var russianEndings = []ending{
	{"овичем", "ович"}, {"евичем", "евич"}, {"овича", "ович"}, {"евича", "евич"}, {"овичу", "ович"}, {"евичу", "евич"},
	{"овной", "овна"}, {"евной", "евна"}, {"овну", "овна"}, {"евну", "евна"}, {"овны", "овна"}, {"евны", "евна"}, {"овне", "овна"}, {"евне", "евна"},
	{"ским", "ский"}, {"ского", "ский"}, {"скому", "ский"}, {"ском", "ский"}, {"ской", "ская"}, {"скую", "ская"},
	{"овым", "ов"}, {"евым", "ев"}, {"иным", "ин"}, {"ыным", "ын"}, {"ова", "ов"}, {"ева", "ев"}, {"ову", "ов"}, {"еву", "ев"},
	{"овой", "ова"}, {"евой", "ева"}, {"иной", "ина"}, {"ину", "ин"}, {"ием", "ий"}, {"ию", "ий"}, {"еем", "ей"}, {"аем", "ай"}, {"ем", "ь"},
}

// russianFirst are given names that end as declined ones do.
var keptNames = map[string]bool{}

// nominativeRussian gives a name's word in the nominative, as far as its
// ending tells.
func nominativeRussian(word string) string {
	if n := utf8.RuneCountInString(word); n < 4 || keptNames[strings.ToLower(word)] {
		return word
	}
	folded := strings.ToLower(word)
	for _, e := range russianEndings {
		if strings.HasSuffix(folded, e.have) {
			stem := word[:len(word)-len(e.have)]
			return stem + e.give
		}
	}
	if stem, ok := strings.CutSuffix(word, "ом"); ok && utf8.RuneCountInString(stem) >= 3 {
		return stem
	}
	return word
}

// recase gives the form with the capital of the word.
func recase(word, form string) string {
	r, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(r) {
		return form
	}
	f, n := utf8.DecodeRuneInString(form)
	return string(unicode.ToUpper(f)) + form[n:]
}

// kazakhEndings are the case endings of Kazakh names.
var kazakhEndings = []string{"ның", "нің", "дың", "дің", "тың", "тің", "мен", "бен", "пен", "ға", "ге", "қа", "ке", "ны", "ні", "ды", "ді", "ты", "ті"}

// nominativeKazakh takes the case ending off a name.
func nominativeKazakh(word string) string {
	for _, e := range kazakhEndings {
		if stem, ok := strings.CutSuffix(word, e); ok && utf8.RuneCountInString(stem) >= 4 && !keptNames[strings.ToLower(word)] {
			return stem
		}
	}
	return word
}
