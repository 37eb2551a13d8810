package text

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestWords(t *testing.T) {
	for s, want := range map[string]string{
		"The UN's 3.5 per cent, A/HRC/59/15.": "The|UN's|3.5|per|cent|A|HRC|59|15",
		"«Қазақстан» – ұлттық":                "Қазақстан|ұлттық",
		"لاما، شريف!":                         "لاما|شريف",
		"l'accord d’Alger":                    "l'accord|d’Alger",
		"":                                    "",
	} {
		var got []string
		for _, w := range Words(s) {
			got = append(got, w.Of(s))
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("%q: %s, want %s", s, g, want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []string{
		"The Ambassador met H.E. Ms. Lama Sharif.|They spoke.",
		"Mr. Omarov met Dr. Serik Aliyev in Cairo.|It was the first meeting.",
		"See No. 5 of the list.|No.|It is not.",
		"Under art. 18 and paras. 3 to 5 the report is due.|It is late.",
		"A. K. Omarov signed.|B. Serik did not.",
		"He lives in the U.S.|The Ministry denies it.",
		"The U.N. Secretary-General came.|He left.",
		"12. The Committee notes the report.|13. It regrets the delay.",
		"a. Adopt the law;\n|b. Ratify the treaty.",
		"First line\n|Second line.|Third",
		"Is it true?|Yes!|Good.",
		"They met on Jan. 5 and Dec. 12.|They agreed.",
		"Corn, oil, etc. are traded.|Gas etc.|Nothing else.",
		"Встреча прошла в г. Астана.|Стороны договорились.",
		"Она прошла 27 мая 2024 г.|Стороны договорились.",
		"Закон от 29 июня 1998 г. № 248-I принят.|Он действует.",
		"Согласно ст. 18 и п. 3 доклад представлен.|Принято.",
		"Музей им. Абая открыт.|Вход свободный.",
		"Посол А.К. Сулейменов и т.д.|Министр согласен.",
		"Вопросы культуры и т.д. обсуждены.|Да.",
		"2024 ж. 27 мамырда кездесу өтті.|Тараптар келісті.",
		"M. Dupont a rencontré Mme. Sharif.|Ils ont parlé.",
		"S.E.M. Dupont est arrivé.|Il repart.",
		"El Sr. Pérez y la Sra. Gómez llegaron.|Hablaron.",
		"التقى د. شريف بالسفير.|وتحدثا.",
		"هل هذا صحيح؟|نعم.",
		"The text says “It is done.”|Then it ends.",
		"Inflation was 3.5 per cent.|It fell.",
	} {
		s := strings.ReplaceAll(strings.ReplaceAll(c, "\n|", "\n"), "|", " ")
		var got []string
		for _, x := range Sentences(s) {
			got = append(got, x.Of(s))
		}
		want := strings.Split(strings.ReplaceAll(c, "\n|", "|"), "|")
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s\n%s", s, d)
		}
	}
}

func TestFold(t *testing.T) {
	for s, want := range map[string]string{
		"Élection À L’ŒUVRE":   "election a l'oeuvre",
		"Ёлка и йод":           "елка и йод",
		"й из и\u0306":         "й из й",
		"ӘҒҚҢӨҰҮҺІ":            "әғқңөұүһі",
		"مُحَمَّـــد أحمد":     "محمد احمد",
		"إلى مدرسة مصطفى":      "الي مدرسه مصطفي",
		"٢٠٢٤":                 "2024",
		"“a” – «b»\u00a0c":     `"a" - "b" c`,
		"soft\u00adhyphen":     "softhyphen",
		"\ufb01ne \ufefb":      "fine لا",
		"Straße ŁÓDŹ":          "strasse lodz",
		"\x00a\xff":            "\x00a\ufffd",
		"plain ascii 1.2":      "plain ascii 1.2",
		"İstanbul ığdır":       "istanbul igdir",
		"Ahmed\u200f\u200eAli": "ahmedali",
	} {
		if got := Fold(s); got != want {
			t.Errorf("Fold(%q) = %q, want %q", s, got, want)
		}
	}
}

// anyText draws strings of the scripts of the papers with marks, controls and
// broken bytes among them.
func anyText() *rapid.Generator[string] {
	return rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOfN(rapid.SampledFrom([]string{"Mr.", "A.", " ", "\n", "The", "é", "и", "\u0306", "\u0301", "қ", "ال", "شَ", "ـ", "\xff", "\xd0", "12.", "A/HRC/59/15", "№", "г.", "…", "\u00ad", "\ufefb", "-", "'", "’", "\x00"}), 0, 30), func(p []string) string { return strings.Join(p, "") }))
}

func TestFoldProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyText().Draw(t, "s")
		checkFold(t, s)
	})
}

// Every character folds in one step.
func TestFoldOnce(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if s := string(r); Fold(Fold(s)) != Fold(s) {
			t.Errorf("%U folds to %q and that to %q", r, Fold(s), Fold(Fold(s)))
		}
	}
}

func checkFold(t interface{ Fatalf(string, ...any) }, s string) {
	folded := Fold(s)
	if again := Fold(folded); again != folded {
		t.Fatalf("folding twice: %q, %q", folded, again)
	}
	mapped, back := FoldMap(s)
	if mapped != folded || len(back) != len(folded)+1 || back[len(folded)] != len(s) {
		t.Fatalf("FoldMap(%q) = %q with %d offsets, Fold gives %q", s, mapped, len(back), folded)
	}
	for i, at := range back {
		if i > 0 && at < back[i-1] {
			t.Fatalf("%q: offset %d goes back", s, i)
		}
		if at < len(s) && utf8.ValidString(s) && !utf8.RuneStart(s[at]) {
			t.Fatalf("%q: offset %d is inside a character", s, at)
		}
	}
	if !utf8.ValidString(folded) {
		t.Fatalf("%q folds to broken %q", s, folded)
	}
}

func TestSpanProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkSpans(t, anyText().Draw(t, "s")) })
}

func checkSpans(t interface{ Fatalf(string, ...any) }, s string) {
	at := 0
	for w := range Segments(s) {
		if w.Start != at || w.End <= w.Start {
			t.Fatalf("%q: segment %v after %d", s, w, at)
		}
		at = w.End
	}
	if at != len(s) {
		t.Fatalf("%q: segments end at %d", s, at)
	}
	for name, spans := range map[string][]Span{"word": Words(s), "sentence": Sentences(s)} {
		at = 0
		for _, x := range spans {
			if x.Start < at || x.End <= x.Start || x.End > len(s) {
				t.Fatalf("%q: %s %v after %d", s, name, x, at)
			}
			if name == "sentence" && strings.TrimFunc(s[at:x.Start], unicode.IsSpace) != "" {
				t.Fatalf("%q: %q is in no sentence", s, s[at:x.Start])
			}
			at = x.End
		}
		if name == "sentence" && strings.TrimFunc(s[at:], unicode.IsSpace) != "" {
			t.Fatalf("%q: %q is in no sentence", s, s[at:])
		}
	}
	for _, lang := range []string{"en", "kk", "ar", ""} {
		at = 0
		for _, x := range Analyse(lang, s) {
			if x.Start < at || x.End <= x.Start || x.End > len(s) || x.Term == "" || len(x.Term) > maxTerm {
				t.Fatalf("%q: token %v after %d", s, x, at)
			}
			at = x.Start
		}
	}
	Language(s)
	Query(s)
}

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ want, s string }{
		{"en", "The Ambassador met the Executive Director of the Organization in Cairo."},
		{"en", "Women Development Organization"},
		{"en", "Consider ratifying the Convention"},
		{"en", "Ambassador Askar Zhenis visits Alexandria"},
		{"fr", "L’Ambassadeur a rencontré la Directrice exécutive de l’Organisation au Caire."},
		{"fr", "Envisager de ratifier la Convention"},
		{"en", "Uruguay made a recommendation."},
		{"en", "Previously issued under document symbol A/HRC/WG.6/6/L.5."},
		{"fr", "Nomination d'un ambassadeur"},
		{"es", "El Embajador se reunió con la Directora Ejecutiva de la Organización en El Cairo."},
		{"es", "Considerar la posibilidad de ratificar el Convenio"},
		{"es", "Reunión del Consejo de Ministros"},
		{"ru", "Посол встретился с исполнительным директором Организации в Каире."},
		{"ru", "Рассмотреть вопрос о ратификации Конвенции"},
		{"ru", "Председатель Мәжіліса Ерлан Қошанов встретился с послом в Каире"},
		{"kk", "Елші Каирде Ұйымның атқарушы директорымен кездесті."},
		{"kk", "Қазақстан Республикасының Сыртқы істер министрлігі"},
		{"kk", "Тараптар өзара ынтымақтастық мәселелерін талқылады"},
		{"kk", "Конвенцияны ратификациялау туралы"},
		{"ar", "التقى السفير بالمديرة التنفيذية للمنظمة في القاهرة."},
		{"ar", "منظمة تنمية المرأة"},
		{"", "سازمان توسعه زنان در قاهره گفتگو کرد"},
		{"", "Посол зустрівся з директором організації, її діяльність є важливою"},
		{"", "Der Botschafter traf die Direktorin der Organisation in Kairo und sprach mit ihr."},
		{"", "L'ambasciatore ha incontrato il direttore della organizzazione con gli altri"},
		{"", "組織の事務局長"},
		{"", "12 345, 2024"},
		{"", ""},
	} {
		if got := Language(c.s); got != c.want {
			t.Errorf("%q: %q, want %q", c.s, got, c.want)
		}
	}
}

func TestStem(t *testing.T) {
	for _, c := range []struct{ lang, words string }{
		{"en", "meeting meetings met:met"},
		{"en", "recommendation recommendations"},
		{"en", "minister minister's ministers"},
		{"ru", "посол:посол послы посла послом"},
		{"ru", "конвенция конвенции конвенцию конвенцией"},
		{"ru", "женщина женщины женщинам"},
		{"fr", "convention conventions l'convention"},
		{"fr", "adoptée adopté adoptées"},
		{"es", "convención convencion"},
		{"es", "reuniones reunion"},
		{"ar", "المنظمة منظمة"},
		{"kk", "министр министрлер министрдің министрлердің министрі министрмен"},
		{"kk", "ұйым ұйымдар ұйымның ұйымы ұйымында ұйымдағы"},
		{"kk", "кітап кітабы кітаптар кітаптың кітабында"},
		{"kk", "елші елшілер елшінің елшіге"},
		{"kk", "конвенция конвенциялар конвенцияны конвенцияның конвенциясы"},
		{"de", "Häuser hauser"},
	} {
		var stem string
		for _, w := range strings.Fields(c.words) {
			w, want, fixed := strings.Cut(w, ":")
			got := Stem(c.lang, w)
			switch {
			case fixed && got != want:
				t.Errorf("%s: Stem(%q) = %q, want %q", c.lang, w, got, want)
			case fixed:
			case stem == "":
				stem = got
			case got != stem:
				t.Errorf("%s: Stem(%q) = %q, its family has %q", c.lang, w, got, stem)
			}
		}
	}
}

func TestAnalyse(t *testing.T) {
	terms := func(tokens []Token) string {
		var out []string
		for _, x := range tokens {
			out = append(out, x.Term)
		}
		return strings.Join(out, " ")
	}
	for _, c := range []struct{ lang, s, want string }{
		{"en", "The Ministers signed A/HRC/59/15 in 2024.", "the minist sign a/hrc/59/15 a hrc 59 15 in 2024"},
		{"en", "resolution 4/36-W of 2024-05-27", "resolut 4/36-w 4 36 w of 2024-05-27 2024 05 27"},
		{"en", "well-known and/or", "well known and or"},
		{"", "Élections", "elections"},
		{"ru", "Конвенции о правах", "конвенц о прав"},
		{"kk", "министрлердің кездесуі", "министр кездесу"},
		{"ar", "منظمة", "منظم"},
		{"en", "", ""},
	} {
		if got := terms(Analyse(c.lang, c.s)); got != c.want {
			t.Errorf("%s %q: %s, want %s", c.lang, c.s, got, c.want)
		}
	}
	for _, c := range []struct{ lang, text, query string }{
		{"en", "The Ministers met", "minister"},
		{"fr", "Les conventions signées", "Convention"},
		{"ru", "ратификации Конвенции", "конвенция"},
		{"kk", "министрлердің", "министр"},
		{"ar", "المنظمة", "منظمة"},
		{"en", "see A/HRC/59/15.", "a/hrc/59/15"},
	} {
		held := map[string]bool{}
		for _, x := range Analyse(c.lang, c.text) {
			held[x.Term] = true
		}
		for _, alternatives := range Query(c.query) {
			found := false
			for _, a := range alternatives {
				found = found || held[a]
			}
			if !found {
				t.Errorf("%q does not find %q: %v", c.query, c.text, alternatives)
			}
		}
	}
}

// TestAnalyseAgain makes sure that what is remembered between calls does not change the terms.
func TestAnalyseAgain(t *testing.T) {
	s := "The Ministers of Foreign Affairs met Ministers"
	first := Analyse("en", s)
	Analyse("fr", s)
	if d := cmp.Diff(first, Analyse("en", s)); d != "" {
		t.Error(d)
	}
}

func FuzzSpans(f *testing.F) {
	f.Add("H.E. Mr. A. Omarov, 12. г. Астана № 5.\nA/HRC/59/15 и\u0306 ﻻ")
	f.Fuzz(func(t *testing.T, s string) {
		checkSpans(t, s)
		checkFold(t, s)
		if g := Similar(s, s); g < 0 || g > 1.0001 {
			t.Fatalf("Similar(%q, itself) = %f", s, g)
		}
		NameKey(s)
	})
}

const sample = `The Ambassador of the Republic called on the Executive Director of the Organization in Cairo on 27 May 2024, and
the parties discussed the prospects of cooperation in the field of women's rights under document A/HRC/59/15. `
const образец = `Посол Республики посетил Исполнительного директора Организации в Каире 27 мая 2024 года, и стороны обсудили
перспективы сотрудничества в области прав женщин. `

func bench(b *testing.B, s string, f func(string)) {
	s = strings.Repeat(s, 2000)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		f(s)
	}
}

func BenchmarkWords(b *testing.B)     { bench(b, sample, func(s string) { Words(s) }) }
func BenchmarkSentences(b *testing.B) { bench(b, sample, func(s string) { Sentences(s) }) }
func BenchmarkFoldRu(b *testing.B)    { bench(b, образец, func(s string) { Fold(s) }) }
func BenchmarkLanguage(b *testing.B) {
	s := strings.Repeat(sample, 300)[:64<<10]
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Language(s)
	}
}
func BenchmarkAnalysePlain(b *testing.B) { bench(b, sample, func(s string) { Analyse("", s) }) }
func BenchmarkAnalyseEn(b *testing.B)    { bench(b, sample, func(s string) { Analyse("en", s) }) }
func BenchmarkAnalyseRu(b *testing.B)    { bench(b, образец, func(s string) { Analyse("ru", s) }) }
func BenchmarkSimilar(b *testing.B) {
	for b.Loop() {
		Similar("Касым-Жомарт Токаев", "Kassym-Jomart Tokayev")
	}
}
