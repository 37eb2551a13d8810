package authority

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// inflected gives the forms a name takes in running text beyond its own.
func inflected(lang, name string) []string {
	switch lang {
	case "ru":
		return russianForms(name)
	case "kk":
		return kazakhForms(name)
	}
	return nil
}

// russianIrregular are names whose cases no rule gives: genitive, dative,
// accusative, instrumental, prepositional (those that differ).
var russianIrregular = map[string][]string{
	"Египет":             {"Египта", "Египту", "Египтом", "Египте"},
	"Израиль":            {"Израиля", "Израилю", "Израилем", "Израиле"},
	"Филиппины":          {"Филиппин", "Филиппинам", "Филиппинами", "Филиппинах"},
	"Мальдивы":           {"Мальдив", "Мальдивам", "Мальдивами", "Мальдивах"},
	"Багамы":             {"Багам", "Багамам", "Багамами", "Багамах"},
	"Коморы":             {"Комор", "Коморам", "Коморами", "Коморах"},
	"Сейшелы":            {"Сейшел", "Сейшелов", "Сейшелам", "Сейшелами", "Сейшелах"},
	"Гвинея-Бисау":       {"Гвинеи-Бисау", "Гвинее-Бисау", "Гвинею-Бисау", "Гвинеей-Бисау"},
	"Бруней-Даруссалам":  {"Брунея-Даруссалама", "Бруней-Даруссалама", "Брунею-Даруссаламу", "Бруней-Даруссаламу", "Бруней-Даруссаламом", "Бруней-Даруссаламе"},
	"Папуа-Новая Гвинея": {"Папуа-Новой Гвинеи", "Папуа-Новой Гвинее", "Папуа-Новую Гвинею", "Папуа-Новой Гвинеей"},
	"Соломоновы Острова": {"Соломоновых Островов", "Соломоновым Островам", "Соломоновыми Островами", "Соломоновых Островах"},
	"Маршалловы Острова": {"Маршалловых Островов", "Маршалловым Островам", "Маршалловыми Островами", "Маршалловых Островах"},
	"Южная Африка":       {"Южной Африки", "Южной Африке", "Южную Африку", "Южной Африкой"},
}

// russianForms gives the oblique cases of a Russian name: the adjectives that
// lead it and its first noun are declined, what follows them stays; of two
// names joined by "и" both are declined.
func russianForms(name string) []string {
	if forms, ok := russianIrregular[name]; ok {
		return forms
	}
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > 12 {
		return nil
	}
	cases := make([][]string, len(words)) // five cases of each word that changes
	if len(words) == 3 && words[1] == "и" {
		cases[0], cases[2] = russianNoun(words[0]), russianNoun(words[2])
	} else {
		for i, w := range words {
			if adj := russianAdjectiveCases(w); adj != nil && i+1 < len(words) {
				cases[i] = adj
				continue
			}
			cases[i] = russianNoun(w)
			break
		}
	}
	var out []string
	for c := range 5 {
		form := slices.Clone(words)
		changed := false
		for i := range words {
			if cases[i] != nil {
				form[i] = cases[i][c]
				changed = changed || form[i] != words[i]
			}
		}
		if s := strings.Join(form, " "); changed && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// russianAdjectiveCases gives genitive, dative, accusative, instrumental and
// prepositional of an adjective in the nominative, nil for other words.
func russianAdjectiveCases(w string) []string {
	if hasSuffix(w, "ение", "ание", "тие", "вие", "Россия", "ерией") {
		return nil
	}
	stem, end := cutRunes(w, 2)
	if utf8.RuneCountInString(stem) < 3 {
		return nil
	}
	with := func(ends ...string) []string {
		for i := range ends {
			ends[i] = stem + ends[i]
		}
		return ends
	}
	switch end {
	case "ая":
		if hasSuffix(stem, "ж", "ш", "ч", "щ") {
			return with("ей", "ей", "ую", "ей", "ей")
		}
		return with("ой", "ой", "ую", "ой", "ой")
	case "яя":
		return with("ей", "ей", "юю", "ей", "ей")
	case "ый", "ой":
		return with("ого", "ому", end, "ым", "ом")
	case "ий":
		if hasSuffix(stem, "к", "г", "х") {
			return with("ого", "ому", "ий", "им", "ом")
		}
		return with("его", "ему", "ий", "им", "ем")
	case "ое":
		return with("ого", "ому", "ое", "ым", "ом")
	case "ее":
		return with("его", "ему", "ее", "им", "ем")
	case "ые":
		return with("ых", "ым", "ые", "ыми", "ых")
	case "ие":
		return with("их", "им", "ие", "ими", "их")
	}
	return nil
}

// russianNoun gives the five oblique cases of a noun in the nominative by its
// ending, nil for nouns that do not change.
func russianNoun(w string) []string {
	if forms, ok := russianIrregular[w]; ok && len(forms) == 4 {
		return []string{forms[0], forms[1], w, forms[2], forms[3]}
	}
	stem, last := cutRunes(w, 1)
	with := func(stem string, ends ...string) []string {
		for i := range ends {
			ends[i] = stem + ends[i]
		}
		return ends
	}
	switch {
	case utf8.RuneCountInString(w) < 3, w == "Антигуа", w == "Никарагуа":
		return nil
	case w == "Острова":
		return []string{"Островов", "Островам", w, "Островами", "Островах"}
	case hasSuffix(w, "ция", "ия"):
		return with(stem, "и", "и", "ю", "ей", "и")
	case last == "я":
		return with(stem, "и", "е", "ю", "ей", "е")
	case last == "а":
		gen, inst := "ы", "ой"
		if hasSuffix(stem, "г", "к", "х", "ж", "ш", "ч", "щ") {
			gen = "и"
		}
		if hasSuffix(stem, "ж", "ш", "ч", "щ", "ц") {
			inst = "ей"
		}
		return with(stem, gen, "е", "у", inst, "е")
	case last == "ь":
		return with(stem, "и", "и", "ь", "ью", "и")
	case last == "й":
		return with(stem, "я", "ю", "й", "ем", "е")
	case hasSuffix(w, "ство"):
		return with(stem, "а", "у", "о", "ом", "е")
	case hasSuffix(w, "ие"):
		return with(stem, "я", "ю", "е", "ем", "и")
	case hasSuffix(w, "ции"):
		return with(stem, "й", "ям", "и", "ями", "ях")
	case last == "ы":
		return with(stem, "ов", "ам", "ы", "ами", "ах")
	case strings.ContainsAny(last, "оеэуюияыё") || !cyrillic(last):
		return nil
	case hasSuffix(w, "ж", "ш", "ч", "щ", "ц"):
		return with(w, "а", "у", "", "ем", "е")
	}
	return with(w, "а", "у", "", "ом", "е")
}

func cyrillic(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 'А' && r <= 'ё'
}

func hasSuffix(s string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// cutRunes parts the last n runes from s.
func cutRunes(s string, n int) (stem, end string) {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[:i], s[i:]
}

// kazakhForms gives the cases of a Kazakh name: its last word takes the
// endings that the harmony of its vowels and its last sound ask for. Names
// that end in a vowel may be possessive ("Ұйымы") and take both sets.
func kazakhForms(name string) []string {
	front, vowel, class := kazakhSound(name)
	var ends []string
	switch {
	case vowel:
		ends = []string{"ның", "на", "ға", "н", "ны", "нда", "да", "нан", "дан", "мен"}
	case class == 't':
		ends = []string{"тың", "қа", "ты", "та", "тан", "пен"}
	case class == 'z':
		ends = []string{"дың", "ға", "ды", "да", "дан", "бен"}
	case class == 'n':
		ends = []string{"ның", "ға", "ды", "да", "нан", "мен"}
	case class == 'r':
		ends = []string{"дың", "ға", "ды", "да", "дан", "мен"}
	default:
		return nil
	}
	out := make([]string, len(ends))
	for i, e := range ends {
		if front {
			e = kazakhFront.Replace(e)
		}
		out[i] = name + e
	}
	return out
}

// kazakhRelation gives the adjective "of the country": қазақстандық, мысырлық.
func kazakhRelation(name string) string {
	front, vowel, class := kazakhSound(name)
	first := map[byte]string{'t': "т", 'z': "д", 'n': "д", 'r': "л"}[class]
	if vowel {
		first = "л"
	}
	if first == "" {
		return name
	}
	if front {
		return name + first + "ік"
	}
	return name + first + "ық"
}

var kazakhFront = strings.NewReplacer("ы", "і", "а", "е", "қ", "к", "ғ", "г")

// kazakhSound says of a name whether its vowels are front ones, whether it
// ends in a vowel, and the class of its last consonant: t voiceless or a stop,
// z з and ж, n nasal, r liquid or glide, 0 none of Kazakh.
func kazakhSound(name string) (front, vowel bool, class byte) {
	letters := []rune(strings.ToLower(name))
	if len(letters) == 0 {
		return false, false, 0
	}
	for i := len(letters) - 1; i >= 0; i-- {
		if strings.ContainsRune("әеөүіэ", letters[i]) {
			front = true
			break
		}
		if strings.ContainsRune("аоұыяёю", letters[i]) {
			break
		}
		if letters[i] == ' ' {
			front = true // only и and у in the last word
			break
		}
	}
	switch last := letters[len(letters)-1]; {
	case strings.ContainsRune("аәеоөұүыіэяёюи", last):
		return front, true, 'v'
	case strings.ContainsRune("кқптсшчхһфцщбвгғд", last):
		return front, false, 't'
	case strings.ContainsRune("зж", last):
		return front, false, 'z'
	case strings.ContainsRune("мнң", last):
		return front, false, 'n'
	case strings.ContainsRune("рлйуь", last):
		return front, false, 'r'
	}
	return front, false, 0
}

// adjectiveForms gives an adjective's forms by gender, number and case, its
// own included.
func adjectiveForms(lang, a string) []string {
	switch lang {
	case "ru":
		return russianAdjectiveForms(a)
	case "fr":
		return frenchForms(a)
	case "es":
		return spanishForms(a)
	case "ar":
		return arabicForms(a)
	}
	return []string{a}
}

// russianAdjectiveForms also gives the form that joins two adjectives by a
// hyphen ("казахстанско-").
func russianAdjectiveForms(a string) []string {
	stem, end := cutRunes(a, 2)
	if end != "ий" {
		return []string{a}
	}
	var out []string
	for _, e := range []string{"ий", "ая", "ое", "ие", "ого", "ому", "им", "ом", "ой", "ую", "ою", "их", "ими", "о"} {
		out = append(out, stem+e)
	}
	return out
}

// frenchForms gives masculine and feminine, singular and plural.
func frenchForms(a string) []string {
	feminine := a
	switch {
	case hasSuffix(a, "ien", "éen", "yen"):
		feminine = a + "ne"
	case strings.HasSuffix(a, "ec"):
		feminine = a + "que"
	case strings.HasSuffix(a, "turc"):
		feminine = strings.TrimSuffix(a, "c") + "que"
	case !hasSuffix(a, "e"):
		feminine = a + "e"
	}
	plural := a
	if !hasSuffix(a, "s", "x") {
		plural = a + "s"
	}
	return []string{a, feminine, plural, feminine + "s"}
}

// spanishForms gives masculine and feminine, singular and plural.
func spanishForms(a string) []string {
	switch {
	case strings.HasSuffix(a, "o"):
		stem := a[:len(a)-1]
		return []string{a, stem + "a", stem + "os", stem + "as"}
	case strings.HasSuffix(a, "és"):
		stem := strings.TrimSuffix(a, "és") + "es"
		return []string{a, stem + "a", stem + "es", stem + "as"}
	case hasSuffix(a, "án", "ón", "ín"):
		stem, end := cutRunes(a, 2)
		stem += map[string]string{"án": "an", "ón": "on", "ín": "in"}[end]
		return []string{a, stem + "a", stem + "es", stem + "as"}
	case strings.HasSuffix(a, "ol"):
		return []string{a, a + "a", a + "es", a + "as"}
	case hasSuffix(a, "í", "ú"):
		return []string{a, a + "es", a + "s"}
	case hasSuffix(a, "r", "l", "n"):
		return []string{a, a + "es"}
	}
	return []string{a, a + "s"}
}

// arabicForms gives the nisba's genders and numbers, with and without the article.
func arabicForms(a string) []string {
	a = strings.TrimPrefix(a, "ال")
	var out []string
	for _, end := range []string{"", "ة", "ين", "ون", "ان", "تين", "ات"} {
		out = append(out, a+end, "ال"+a+end)
	}
	return out
}
