package when

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"chancery"
)

var thursday = chancery.NewDate(2024, 5, 30)

func show(s string, found []Found) string {
	var out []string
	for _, f := range found {
		line := fmt.Sprintf("%q=%s", s[f.Start:f.End], f.Date)
		if f.Date.IsZero() {
			line += "-"
		}
		if !f.EndDate.IsZero() {
			line += ".." + f.EndDate.String()
		}
		if f.Relative {
			line += "~"
		}
		if !f.Certain {
			line += "?"
		}
		out = append(out, line)
	}
	if out == nil {
		return "-"
	}
	return strings.Join(out, " ")
}

func lines(t *testing.T, name string) []string {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

func TestGolden(t *testing.T) {
	for _, lang := range []string{"en", "ru", "kk", "fr", "es", "ar"} {
		t.Run(lang, func(t *testing.T) {
			all := lines(t, lang)
			for _, line := range all {
				s, want, ok := strings.Cut(line, " => ")
				if !ok {
					t.Fatalf("no => in %q", line)
				}
				if got := show(s, Find(s, lang, thursday)); got != want {
					t.Errorf("%s\n got %s\nwant %s", s, got, want)
				}
				for i, f := range Find(s, lang, chancery.Date{}) {
					if f.Relative && !f.Date.IsZero() {
						t.Errorf("%s: date %d is resolved against no date", s, i)
					}
				}
			}
			t.Logf("%d cases", len(all))
		})
	}
}

func TestNone(t *testing.T) {
	for _, s := range lines(t, "none") {
		for _, lang := range []string{"en", "ru", "kk", "fr", "es", "ar"} {
			if got := Find(s, lang, chancery.Date{}); len(got) > 0 {
				if lang != "en" && got[0].Date.IsZero() {
					continue // a word of another language may stand alone
				}
				t.Errorf("%s: %s finds %s", lang, s, show(s, got))
			}
		}
	}
}

func TestSpans(t *testing.T) {
	pieces := []string{"27", "5", "2024", "1325", "May", "мая", "мамыр", "жылғы", "مايو", "كانون", "الثاني", "de", "to", "-", "–", "/", ".", ",", " ", "\n", "(", ")", "last", "week", "Friday", "II", "quarter", "года", "г.", "é", "\xff", "٢٠٢٤", "Q", "1st", "с.г."}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "pieces"), rapid.SampledFrom([]string{"", " "}).Draw(t, "joint"))
		check(t, s, rapid.SampledFrom([]string{"", "en", "ru", "kk", "ar", "fr", "es", "de"}).Draw(t, "lang"))
	})
}

// A month of two words is none by its first.
func TestHalfAMonth(t *testing.T) {
	check(t, "2024 жылғы كانون", "")
}

func check(t interface{ Fatalf(string, ...any) }, s, lang string) {
	end := 0
	for _, f := range Find(s, lang, thursday) {
		if f.Start < end || f.End <= f.Start || f.End > len(s) {
			t.Fatalf("%q: span %d-%d after %d", s, f.Start, f.End, end)
		}
		end = f.End
		if utf8.ValidString(s) && !utf8.ValidString(s[f.Start:f.End]) {
			t.Fatalf("%q: span %d-%d cuts a character", s, f.Start, f.End)
		}
		if !f.Date.IsZero() && !f.Date.Valid() || !f.EndDate.IsZero() && (!f.EndDate.Valid() || f.EndDate.Before(f.Date)) {
			t.Fatalf("%q: %v", s, f)
		}
		if f.Certain && f.Date.IsZero() {
			t.Fatalf("%q: certain of no date", s)
		}
	}
	Base(s, lang)
}

func FuzzFind(f *testing.F) {
	f.Add("on 27 May 2024, 2024 жылғы 27-28 мамыр, II квартал 2025 года, 27 أيار/مايو 2024", "en")
	f.Fuzz(func(t *testing.T, s, lang string) { check(t, s, lang) })
}

func TestBase(t *testing.T) {
	for _, c := range []struct{ lang, s, want string }{
		{"en", "date 2024-05-30 The Ambassador met the Director on 27 May 2024.", "2024-05-30"},
		{"en", "27 May 2024\nThe Ambassador met the Director.", "2024-05-27"},
		{"en", "Ambassador meets Director\n27 May 2024\nOn 26 May 2024 the Ambassador", "2024-05-27"},
		{"en", "Ambassador meets Director\nPublished: May 27, 2024, 10:30\nText", "2024-05-27"},
		{"en", "CAIRO, 27 May 2024 - The Ambassador met the Director.", "2024-05-27"},
		{"en", "Astana (27 May 2024) The Ambassador met", "2024-05-27"},
		{"en", "Press release | 27 May 2024\n\nText", "2024-05-27"},
		{"en", "Monday, May 27, 2024\nText", "2024-05-27"},
		{"en", "On 27 May 2024 the Ambassador met the Director.", ""},
		{"en", "27 May 2024 the Ambassador met the Director.", ""},
		{"en", "The Treaty of 27 May 2024\nText of it", ""},
		{"en", "In 2010 the statute was adopted.", ""},
		{"ru", "Астана, 27 мая 2024 года – Посол встретился с директором", "2024-05-27"},
		{"ru", "27.05.2024\nПосол встретился", "2024-05-27"},
		{"ru", "Дата: 27.05.2024 Посол встретился", "2024-05-27"},
		{"ru", "Посол встретился 27 мая 2024 года с директором", ""},
		{"kk", "2024 жылғы 27 мамыр\nЕлші кездесті", "2024-05-27"},
		{"fr", "Publié le 27 mai 2024\nL'ambassadeur", "2024-05-27"},
		{"es", "Fecha: 27 de mayo de 2024\nEl embajador", "2024-05-27"},
		{"ar", "تاريخ النشر: 27 مايو 2024\nالتقى السفير", "2024-05-27"},
		{"en", "Meeting\n2024-05-27T10:00:00Z\nText", "2024-05-27"},
		{"en", "The Embassy presents its compliments. " + strings.Repeat("It avails itself of this opportunity. ", 20) + "\nMay 27, 2024, Cairo\n", "2024-05-27"},
		{"ru", strings.Repeat("Посол встретился с директором. ", 20) + "Дата публикации: 27 мая 2024 года, 13:20", "2024-05-27"},
		{"en", strings.Repeat("The parties met in Cairo. ", 40) + "They met on 27 May 2024.", ""},
		{"en", "", ""},
	} {
		d, f, ok := Base(c.s, c.lang)
		if d.String() != c.want || ok != (c.want != "") {
			t.Errorf("%q: %s, want %q", c.s, d, c.want)
		}
		if ok && f.Date != d {
			t.Errorf("%q: found %v", c.s, f)
		}
	}
}

func TestLast(t *testing.T) {
	for s, want := range map[string]string{
		"2nd quarter 2025":   "2025-06-30",
		"by the end of 2025": "2025-12-31",
		"27-28 May 2024":     "2024-05-28",
		"in February 2024":   "2024-02-29",
		"the plan 2025-2028": "2028-12-31",
		"II квартал 2026 г.": "2026-06-30",
	} {
		f := Find(s, "", thursday)
		if len(f) != 1 || f[0].Last().String() != want {
			t.Errorf("%s: %v, want last day %s", s, f, want)
		}
	}
	if got := (Found{}).Last(); !got.IsZero() {
		t.Errorf("last day of nothing: %s", got)
	}
}

const sample = `The Ambassador of the Republic called on the Executive Director of the Organization in Cairo on 27 May 2024.
The Director recalled that the statute of 2010 entered into force on July 30, 2020, and that the session of 8-10 July 2021 had
elected the Council. The parties agreed to sign the memorandum in the second quarter of 2025 under document A/HRC/59/15, and noted
resolution 1325 (2000) and the 2030 Agenda. The parties may march together in all of these matters of common concern, and so on.
`

func BenchmarkFind(b *testing.B) {
	s := strings.Repeat(sample, 1000)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Find(s, "en", thursday)
	}
}
