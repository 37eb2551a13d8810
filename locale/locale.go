// Package locale words everything a person reads in the person's language:
// English, Russian, Kazakh, Arabic and French.
//
// The interface speaks in keys ("desk.confirm"). A catalogue is a plain text
// file a language, one "key = text" a line, so that a translator needs no tool;
// texts take their arguments as fmt does ("%[2]s of %[1]d"). Plurals are lines
// of their own, "key[few] = ...", with the categories of Unicode's CLDR. What
// packages say in errors and doubts comes as a [chancery.Message], which has
// its English beside it; a catalogue of another language words it by its key.
//
// Every language is complete, which a test proves; were a line missing, the
// English text would stand in. Arabic runs from right to left.
// Dates are written out ("27 May 2024"), never relative.
package locale

import (
	"bufio"
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"chancery"
)

//go:embed catalogue/*.txt
var files embed.FS

// Languages lists what the interface speaks, in the order of the language menu.
var Languages = []string{"en", "ar", "ru", "kk", "fr"}

// Names gives each language's own name for itself.
var Names = map[string]string{"en": "English", "ar": "العربية", "ru": "Русский", "kk": "Қазақша", "fr": "Français"}

var catalogues = func() map[string]map[string]string {
	all := map[string]map[string]string{}
	for _, lang := range Languages {
		all[lang] = load(lang)
	}
	return all
}()

// load reads one catalogue; the files are part of the program, so a bad line
// is a fault of ours and stops it at start.
func load(lang string) map[string]string {
	f, err := files.Open("catalogue/" + lang + ".txt")
	if err != nil {
		panic(err)
	}
	defer f.Close()
	out := map[string]string{}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, text, ok := strings.Cut(line, " = ")
		if !ok || out[key] != "" {
			panic(fmt.Sprintf("catalogue %s, line %d: want one %q a line, each key once", lang, n, "key = text"))
		}
		out[key] = text
	}
	if err := lines.Err(); err != nil {
		panic(err)
	}
	return out
}

// Printer words messages in one language. The zero Printer speaks English.
type Printer struct{ lang string }

// For gives the printer of a language; an unknown one gives English.
func For(lang string) Printer {
	base, _, _ := strings.Cut(lang, "-")
	if slices.Contains(Languages, base) {
		return Printer{base}
	}
	return Printer{"en"}
}

// Preferred picks the first language we speak of an Accept-Language header;
// an empty or unknown one gives English.
func Preferred(header string) Printer {
	for part := range strings.SplitSeq(header, ",") {
		tag, _, _ := strings.Cut(strings.TrimSpace(part), ";")
		base, _, _ := strings.Cut(tag, "-")
		if slices.Contains(Languages, base) {
			return Printer{base}
		}
	}
	return Printer{"en"}
}

// Lang gives the language's BCP 47 code.
func (p Printer) Lang() string {
	if p.lang == "" {
		return "en"
	}
	return p.lang
}

// Dir gives the direction of the language's script: "ltr" or "rtl".
func (p Printer) Dir() string { return Dir(p.Lang()) }

// Dir gives the direction of a language's script.
func Dir(lang string) string {
	switch base, _, _ := strings.Cut(lang, "-"); base {
	case "ar", "fa", "he", "ur":
		return "rtl"
	}
	return "ltr"
}

// Has reports whether the language words the key.
func (p Printer) Has(key string) bool { return catalogues[p.Lang()][key] != "" }

// Say words a key of the interface. A key nobody words comes back as it is,
// so that a missing line is seen and not an empty page.
func (p Printer) Say(key string, args ...any) string {
	text := catalogues[p.Lang()][key]
	if text == "" {
		text = catalogues["en"][key]
	}
	if text == "" {
		return key
	}
	return p.fill(text, args)
}

// Message words what a package said, in the plural of its first argument where
// the language has the key so; where it lacks the key, the English sentence
// stands in.
func (p Printer) Message(m chancery.Message) string {
	keys := []string{m.Key}
	if len(m.Args) > 0 {
		if n, ok := m.Args[0].(int); ok {
			keys = []string{m.Key + "[" + p.category(n) + "]", m.Key + "[other]", m.Key}
		}
	}
	for _, key := range keys {
		if p.Has(key) {
			return p.fill(catalogues[p.Lang()][key], m.Args)
		}
	}
	return m.Text
}

// Error words an error for a person.
func (p Printer) Error(err error) string { return p.Message(chancery.MessageOf(err)) }

// Count words a key with a number in the language's plural: the line
// "key[few]", or "key[other]" where the category has no line of its own. The
// number is the text's first argument.
func (p Printer) Count(key string, n int, args ...any) string {
	all := append([]any{n}, args...)
	for _, k := range []string{key + "[" + p.category(n) + "]", key + "[other]"} {
		if p.Has(k) {
			return p.Say(k, all...)
		}
	}
	return Printer{"en"}.Say(key+"["+Printer{"en"}.category(n)+"]", all...)
}

func (p Printer) fill(text string, args []any) string {
	if len(args) == 0 || !strings.Contains(text, "%") {
		return text
	}
	worded := make([]any, len(args))
	for i, a := range args {
		switch v := a.(type) {
		case chancery.Date:
			worded[i] = p.Date(v)
		case chancery.Message:
			worded[i] = p.Message(v)
		case string:
			worded[i] = p.Isolate(v)
		case float64:
			worded[i] = decimal{v, p.Lang()}
		default:
			worded[i] = a
		}
	}
	return fmt.Sprintf(text, worded...)
}

// decimal is a number with a fraction, written with the language's mark: a
// comma in Russian, Kazakh and French. Source: Unicode CLDR, number symbols.
type decimal struct {
	float64
	lang string
}

// Format writes the number as its verb asks.
func (d decimal) Format(s fmt.State, verb rune) {
	text := fmt.Sprintf(fmt.FormatString(s, verb), d.float64)
	if slices.Contains([]string{"ru", "kk", "fr"}, d.lang) {
		text = strings.Replace(text, ".", ",", 1)
	}
	fmt.Fprint(s, text)
}

// Isolate keeps a name in another script from turning the words around it: in
// a language that runs from right to left it stands between Unicode's marks of
// isolation. What begins with such a mark was put together in this language and
// runs as it does: its first letter is hidden from the rule that would ask it
// for the direction. Source: UAX 9, 2.4, rules P2 and X5c.
func (p Printer) Isolate(s string) string {
	if p.Dir() == "ltr" || s == "" {
		return s
	}
	mark := "\u2068"
	if strings.HasPrefix(s, mark) {
		mark = "\u2067"
	}
	return mark + s + "\u2069"
}

// List joins names and dates with the language's comma, each isolated.
func (p Printer) List(parts ...string) string {
	isolated := make([]string, len(parts))
	for i, one := range parts {
		isolated[i] = p.Isolate(one)
	}
	return strings.Join(isolated, p.Say("list.comma")+" ")
}

// category gives the plural category of a whole number. Source: Unicode CLDR,
// language plural rules.
func (p Printer) category(n int) string {
	n = max(n, -n)
	switch p.Lang() {
	case "ar":
		switch m := n % 100; {
		case n == 0:
			return "zero"
		case n == 1:
			return "one"
		case n == 2:
			return "two"
		case m >= 3 && m <= 10:
			return "few"
		case m >= 11:
			return "many"
		}
		return "other"
	case "ru":
		switch m, h := n%10, n%100; {
		case m == 1 && h != 11:
			return "one"
		case m >= 2 && m <= 4 && (h < 12 || h > 14):
			return "few"
		}
		return "many"
	case "fr":
		if n < 2 {
			return "one"
		}
		return "other" // CLDR's "many", of millions, reads alike
	case "kk":
		return "other" // a noun does not change after its number
	}
	if n == 1 {
		return "one"
	}
	return "other"
}

// Date writes a date out: "27 May 2024", "May 2024", "2024"; "" for no date.
func (p Printer) Date(d chancery.Date) string {
	if d.IsZero() {
		return ""
	}
	form := "date.year"
	month := ""
	switch d.Precision() {
	case chancery.DayPrecision:
		form, month = "date.day", p.Say("month.of."+strconv.Itoa(d.Month))
		if d.Day == 1 && p.Has("date.first") {
			form = "date.first"
		}
	case chancery.MonthPrecision:
		form, month = "date.month", p.Say("month."+strconv.Itoa(d.Month))
	}
	return fmt.Sprintf(p.Say(form), d.Year, month, d.Day)
}

// ISO writes out a date given as ISO 8601; what is no date comes back as it is.
func (p Printer) ISO(s string) string {
	d, err := chancery.ParseDate(s)
	if err != nil {
		return s
	}
	return p.Date(d)
}
