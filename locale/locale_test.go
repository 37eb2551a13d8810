package locale

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"chancery"
)

func TestDatesAreWrittenOut(t *testing.T) {
	for _, c := range []struct{ lang, iso, want string }{
		{"en", "2024-05-27", "27 May 2024"}, {"en", "2024-05", "May 2024"}, {"en", "2024", "2024"}, {"en", "", ""}, {"en", "soon", "soon"},
		{"ru", "2024-05-27", "27 мая 2024 года"}, {"ru", "2024-05", "май 2024 года"}, {"ru", "2024", "2024 год"},
		{"kk", "2024-05-27", "2024 жылғы 27 мамыр"},
		{"ar", "2024-05-27", "27 أيار/مايو 2024"},
		{"fr", "2024-05-27", "27 mai 2024"}, {"fr", "2024-05-01", "1er mai 2024"},
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
	if got := For("ar").Say("no.such.key"); got != "no.such.key" {
		t.Errorf("a key nobody worded reads %q", got)
	}
}

var verb = regexp.MustCompile(`%(\[\d+\])?[a-z]`)

// English and Arabic are complete; no language has a line that English lacks
// or an argument that English does not give.
func TestCataloguesAgree(t *testing.T) {
	plural := func(key string) string { base, _, _ := strings.Cut(key, "["); return base }
	english := map[string]bool{}
	for key := range catalogues["en"] {
		english[plural(key)] = true
	}
	for _, lang := range Languages[1:] {
		for key, text := range catalogues[lang] {
			if !english[plural(key)] && !said[key] && key != "date.first" {
				t.Errorf("%s words %q, which nobody says", lang, key)
			}
			// Every form of a plural is given the number, worded or not.
			if en := catalogues["en"][key] + catalogues["en"][plural(key)+"[other]"]; en != "" {
				a, b := verb.FindAllString(en, -1), verb.FindAllString(text, -1)
				for _, v := range b {
					if !slices.Contains(a, v) {
						t.Errorf("%s: %q takes %s, English takes %v", lang, key, v, a)
					}
				}
			}
		}
	}
	for key := range english {
		if !For("ar").Has(key) && !For("ar").Has(key+"[other]") {
			t.Errorf("Arabic does not word %q", key)
		}
	}
	for key := range said {
		if !For("ar").Has(key) && !For("ar").Has(key+"[other]") {
			t.Errorf("Arabic does not word the message %q", key)
		}
	}
}

// A plural that Russian words has all the forms its whole numbers take.
func TestRussianPluralsAreWhole(t *testing.T) {
	for key := range catalogues["ru"] {
		base, _, plural := strings.Cut(key, "[")
		if !plural {
			continue
		}
		for _, form := range []string{"one", "few", "many"} {
			if !For("ru").Has(base + "[" + form + "]") {
				t.Errorf("Russian words %q and not its %s", key, form)
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
	if got := For("en").List("Cairo", "27"); got != "Cairo, 27" {
		t.Errorf("a list in English is %q", got)
	}
}
