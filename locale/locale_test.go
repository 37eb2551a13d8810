package locale

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"chancery"
)

func TestDatesAreWrittenOut(t *testing.T) {
	for _, c := range []struct{ lang, iso, want string }{
		{"en", "2024-05-27", "27 May 2024"}, {"en", "2024-05", "May 2024"}, {"en", "2024", "2024"}, {"en", "", ""}, {"en", "soon", "soon"},
		{"ru", "2024-05-27", "27 мая 2024 года"}, {"ru", "2024-05", "май 2024 года"}, {"ru", "2024", "2024 год"},
		{"kk", "2024-05-27", "2024 жылғы 27 мамыр"}, {"kk", "2024-05", "2024 жылғы мамыр"}, {"kk", "2024", "2024 жыл"},
		{"ar", "2024-05-27", "27 أيار/مايو 2024"},
		{"fr", "2024-05-27", "27 mai 2024"}, {"fr", "2024-05-01", "1er mai 2024"}, {"fr", "2024-05", "mai 2024"}, {"fr", "2024", "2024"},
	} {
		if got := For(c.lang).ISO(c.iso); got != c.want {
			t.Errorf("%s in %s is %q, want %q", c.iso, c.lang, got, c.want)
		}
	}
}

func TestPlurals(t *testing.T) {
	want := map[string][]string{ // of 0 1 2 3 5 11 21 22 100 102 111
		"en": {"other", "one", "other", "other", "other", "other", "other", "other", "other", "other", "other"},
		"ar": {"zero", "one", "two", "few", "few", "many", "many", "many", "other", "other", "many"},
		"ru": {"many", "one", "few", "few", "many", "many", "one", "few", "many", "few", "many"},
		"fr": {"one", "one", "other", "other", "other", "other", "other", "other", "other", "other", "other"},
		"kk": {"other", "other", "other", "other", "other", "other", "other", "other", "other", "other", "other"},
	}
	for lang, cats := range want {
		for i, n := range []int{0, 1, 2, 3, 5, 11, 21, 22, 100, 102, 111} {
			if got := For(lang).category(n); got != cats[i] {
				t.Errorf("%d in %s is %s, want %s", n, lang, got, cats[i])
			}
		}
	}
}

func TestPreferred(t *testing.T) {
	for header, want := range map[string]string{"": "en", "de, ar;q=0.8": "ar", "fr-CA,fr;q=0.9": "fr", "xx": "en"} {
		if got := Preferred(header).Lang(); got != want {
			t.Errorf("Preferred(%q) = %s, want %s", header, got, want)
		}
	}
	if For("ar").Dir() != "rtl" || For("kk").Dir() != "ltr" {
		t.Error("Arabic runs from right to left, Kazakh from left to right")
	}
}

func TestMessagesAreWorded(t *testing.T) {
	m := chancery.Say("no.such.key", "the paper has %d pages", 3)
	if got := For("ar").Message(m); got != "the paper has 3 pages" {
		t.Errorf("a message nobody worded reads %q", got)
	}
	for n, want := range map[int]string{1: "within 1 month after the list of issues of May", 6: "within 6 months after the list of issues of May"} {
		if got := For("en").Message(chancery.Say("reporting.replies", "%d of %s", n, "May")); got != want {
			t.Errorf("%d months read %q", n, got)
		}
	}
	clear := chancery.Say("treaty.delay.clear", ", clear days")
	for lang, want := range map[string]string{"en": "day 30 after, clear days", "fr": "le 30e jour après, jours francs", "ru": "30-й день после этого, полных дней"} {
		if got := For(lang).Message(chancery.Say("treaty.delay.day", "day %d after%s", 30, clear)); got != want {
			t.Errorf("a message within a message reads %q, want %q", got, want)
		}
	}
	if got := For("ru").Message(chancery.Say("treaty.delay.months", "%d months after", 3)); got != "через 3 месяца после этого" {
		t.Errorf("three months after read %q", got)
	}
	for lang, want := range map[string]string{"en": "the shares given come to 97.50 %: x", "fr": "les parts indiquées font 97,50 % : x", "kk": "көрсетілген үлестердің жиыны 97,50 %: x"} {
		m := chancery.Say("treaty.missing.share.short", "the shares given come to %.2f %%: %s", 97.5, "x")
		if got := For(lang).Message(m); got != want {
			t.Errorf("a share in %s reads %q, want %q", lang, got, want)
		}
	}
	if got := For("fr").Say("today.papers[other]", 1631); got != "1631 documents" {
		t.Errorf("a count reads %q", got)
	}
	if got := For("ar").Say("no.such.key"); got != "no.such.key" {
		t.Errorf("a key nobody worded reads %q", got)
	}
}

// Every language words every key of the interface and every message of the
// packages.
func TestCataloguesAreComplete(t *testing.T) {
	for key := range english() {
		for _, lang := range Languages[1:] {
			if p := For(lang); !p.Has(key) && !p.Has(key+"[other]") && !p.Has(key+"[many]") {
				t.Errorf("%s does not word %q", Names[lang], key)
			}
		}
	}
}

// No language has a line that nobody says, and every line takes the arguments
// that the English gives: a plural form may leave its number unsaid. %q would
// put English quotation marks round a name.
func TestCataloguesAgree(t *testing.T) {
	texts := english()
	for _, lang := range Languages[1:] {
		for key, text := range catalogues[lang] {
			base, _, plural := strings.Cut(key, "[")
			number := plural && slices.Contains(arguments(texts[base][0]), "1d")
			takes := func(en string) bool {
				want, got := arguments(en), arguments(text)
				return slices.Equal(want, got) || number && slices.Equal(want, append([]string{"1d"}, got...))
			}
			switch {
			case texts[base] == nil && key != "date.first":
				t.Errorf("%s words %q, which nobody says", lang, key)
			case texts[base] != nil && !slices.ContainsFunc(texts[base], takes):
				t.Errorf("%s: %q takes %v, English is %q", lang, key, arguments(text), texts[base])
			case strings.Contains(text, "]q"):
				t.Errorf("%s: %q quotes as English does", lang, key)
			}
		}
	}
}

// A message of the packages takes its arguments in every language as it does
// in English.
func TestMessagesTakeTheirArguments(t *testing.T) {
	for key, sentences := range said {
		for _, sentence := range sentences {
			m := chancery.Message{Key: key, Args: samples(sentence), Text: sentence}
			for _, lang := range Languages[1:] {
				if got := For(lang).Message(m); strings.Contains(got, "%!") || got == sentence && len(m.Args) > 0 {
					t.Errorf("%s: %q reads %q", lang, key, got)
				}
			}
		}
	}
}

// samples gives an argument for every verb of an English sentence.
func samples(sentence string) (args []any) {
	for _, m := range verb.FindAllStringSubmatch(sentence, -1) {
		switch m[2] {
		case "d":
			args = append(args, 3)
		case "f", "g":
			args = append(args, 1.5)
		default:
			args = append(args, "x")
		}
	}
	return args
}

// english gives every key without its plural form, with the English it has.
func english() map[string][]string {
	texts := map[string][]string{}
	for key, sentences := range said {
		texts[key] = slices.Clone(sentences)
	}
	for key, text := range catalogues["en"] {
		base, form, _ := strings.Cut(key, "[")
		if form != "one]" {
			texts[base] = append(texts[base], text)
		}
	}
	return texts
}

var verb = regexp.MustCompile(`%(?:\.\d)?(?:\[(\d+)\])?([a-z])`)

// arguments lists what a text takes as "1d" for a number and "2s" for anything
// else, each once and in order.
func arguments(text string) []string {
	var all []string
	for i, m := range verb.FindAllStringSubmatch(text, -1) {
		n, kind := m[1], m[2]
		if n == "" {
			n = strconv.Itoa(i + 1)
		}
		if kind != "d" {
			kind = "s"
		}
		all = append(all, n+kind)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// A plural has all the forms that its language's whole numbers take; in Arabic
// one form may stand for all, where the noun keeps out of the number's way.
func TestPluralsAreWhole(t *testing.T) {
	forms := map[string][]string{
		"en": {"one", "other"}, "fr": {"one", "other"}, "kk": {"other"}, "ru": {"one", "few", "many"},
		"ar": {"zero", "one", "two", "few", "many", "other"},
	}
	for _, lang := range Languages {
		for base, have := range plurals(lang) {
			for _, form := range forms[lang] {
				if !slices.Contains(have, form) && !(lang == "ar" && len(have) == 1 && have[0] == "other") {
					t.Errorf("%s: %q lacks the form %s", lang, base, form)
				}
			}
			for _, form := range have {
				if !slices.Contains(forms[lang], form) {
					t.Errorf("%s: %q has the form %s, which no whole number takes", lang, base, form)
				}
			}
		}
	}
}

// plurals gives the forms of every plural that a language words.
func plurals(lang string) map[string][]string {
	all := map[string][]string{}
	for key := range catalogues[lang] {
		if base, form, plural := strings.Cut(key, "["); plural {
			all[base] = append(all[base], strings.TrimSuffix(form, "]"))
		}
	}
	return all
}

// French keeps a mark of punctuation on the line of its word: a no-break space
// before a colon and inside guillemets, a narrow one before ; ! and ?.
// Source: Imprimerie nationale, Lexique des règles typographiques.
func TestFrenchPunctuation(t *testing.T) {
	wrong := regexp.MustCompile(`(^|[^\x{A0}]):([^\pL\d/]|$)|(^|[^\x{202F}])[;!?]|[^\x{A0}]»|«[^\x{A0}]|['"]`)
	for key, text := range catalogues["fr"] {
		if found := wrong.FindString(text); found != "" {
			t.Errorf("%q is set wrongly at %+q: %s", key, found, text)
		}
	}
}

// A Latin letter in a Cyrillic word looks right and is found by no search.
func TestCyrillicWordsAreCyrillic(t *testing.T) {
	mixed := regexp.MustCompile(`\p{Latin}\p{Cyrillic}|\p{Cyrillic}\p{Latin}`)
	for _, lang := range []string{"ru", "kk"} {
		for key, text := range catalogues[lang] {
			if found := mixed.FindString(text); found != "" {
				t.Errorf("%s: %q mixes scripts at %q", lang, key, found)
			}
		}
	}
}

// Every schema, property and code of the vocabulary is worded, so that no page
// shows a name of the code.
func TestTheVocabularyIsWorded(t *testing.T) {
	en := For("en")
	for _, s := range chancery.Schemas {
		for _, key := range []string{"schema." + s.Name, "schemas." + s.Name} {
			if !en.Has(key) {
				t.Errorf("English does not word %q", key)
			}
		}
		for _, p := range s.Properties {
			if !en.Has("property."+p.Name) && !en.Has("property."+s.Name+"."+p.Name) {
				t.Errorf("English does not word the property %s of %s", p.Name, s.Name)
			}
			for _, v := range p.Values {
				if !en.Has("code."+v) && !en.Has("code."+s.Name+"."+p.Name+"."+v) {
					t.Errorf("English does not word %s, a %s of %s", v, p.Name, s.Name)
				}
			}
		}
	}
}

// A name in another script does not turn the words around it.
func TestNamesAreIsolated(t *testing.T) {
	if got, want := For("ar").List("Cairo", "27"), "\u2068Cairo\u2069، \u206827\u2069"; got != want {
		t.Errorf("a list in Arabic is %+q, want %+q", got, want)
	}
	if got, want := For("ar").Isolate(For("ar").List("لقاء", "Cairo")), "\u2067\u2068لقاء\u2069، \u2068Cairo\u2069\u2069"; got != want {
		t.Errorf("a list inside a sentence in Arabic is %+q, want %+q", got, want)
	}
	if got := For("en").List("Cairo", "27"); got != "Cairo, 27" {
		t.Errorf("a list in English is %q", got)
	}
}
