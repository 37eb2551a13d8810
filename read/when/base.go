package when

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery"
	"chancery/text"
)

// maxHead is how many bytes of a paper may hold its own date.
const maxHead = 400

// Base gives the paper's own date: a day in its first 400 bytes that stands as
// a header ("27 May 2024", "date 2024-05-30", "Published: May 27, 2024") or in
// a dateline ("ASTANA, 27 May 2024 -"), or else in its last 400 bytes, where
// letters and notes are dated. A date inside a sentence is what the paper
// tells of, not its own.
func Base(s, lang string) (chancery.Date, Found, bool) {
	if lang == "" {
		lang = text.Language(s[:min(len(s), 4096)])
	}
	cut := runeStart(s, min(len(s), maxHead))
	if f, ok := own(s[:cut], lang); ok {
		return f.Date, f, true
	}
	if from := runeStart(s, max(cut, len(s)-maxHead)); from < len(s) {
		if f, ok := own(s[from:], lang); ok {
			f.Start, f.End = f.Start+from, f.End+from
			return f.Date, f, true
		}
	}
	return chancery.Date{}, Found{}, false
}

// runeStart moves i down to the beginning of a character.
func runeStart(s string, i int) int {
	for k := 0; k < utf8.UTFMax && i > 0 && i < len(s) && !utf8.RuneStart(s[i]); k++ {
		i--
	}
	return i
}

func own(s, lang string) (Found, bool) {
	for _, f := range Find(s, lang, chancery.Date{}) {
		if f.Date.Precision() != chancery.DayPrecision || !f.EndDate.IsZero() {
			continue
		}
		from := strings.LastIndexAny(s[:f.Start], "\n\r") + 1
		to := len(s)
		if i := strings.IndexAny(s[f.End:], "\n\r"); i >= 0 {
			to = f.End + i
		}
		if header(s[from:f.Start], s[f.End:to]) {
			return f, true
		}
	}
	return Found{}, false
}

var cues = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("date dated published posted updated issued publié publiée fecha publicado publicada дата опубликовано опубликована күні жарияланды تاريخ التاريخ نشر بتاريخ") {
		m[text.Fold(w)] = true
	}
	return m
}()

// header reports whether a date between before and after, on one line, is the
// paper's own.
func header(before, after string) bool {
	before = strings.TrimSpace(before)
	after = strings.TrimSpace(after)
	words := text.Words(before)
	cue := func(back int) bool {
		return back > 0 && back <= len(words) && cues[text.Fold(words[len(words)-back].Of(before))]
	}
	if cue(1) || cue(2) && last(before) == ':' || len(words) < 4 && cue(len(words)) {
		return true // "date", "Дата публикации:", "Publié le"
	}
	first, _ := utf8.DecodeRuneInString(after)
	if len(after) > 1 && first == 'T' && unicode.IsDigit(rune(after[1])) {
		first = '|' // the time of an ISO 8601 instant
	}
	apart := after == "" || strings.ContainsRune("-–—:|/).,(", first) || unicode.IsDigit(first)
	if !apart || len(before) > 80 || len(words) > 6 {
		return false
	}
	if before == "" {
		return first != '.' && first != ',' || len(after) < 60 || clocked(after)
	}
	if strings.ContainsRune("|·•>", last(before)) {
		return true
	}
	// A dateline or a heading: names and capitals only, no sentence.
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w.Of(before))
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Arabic, r) && !particles[w.Of(before)] {
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(before)
	if unicode.Is(unicode.Arabic, r) && len(words) > 3 {
		return false
	}
	for _, article := range [...]string{" le", " el"} { // "Abidjan, le 20 novembre 2023."
		before = strings.TrimSuffix(before, article)
	}
	return after == "" || strings.ContainsRune(",(|/:–—-", last(before)) || strings.ContainsRune("-–—:|/)", first) || signed(after) || clocked(after)
}

// clocked reports the hour of publication right after a date: "12 марта 2024,
// 14:20 | Поделиться".
func clocked(after string) bool {
	hour, rest, ok := strings.Cut(strings.TrimLeft(after, ", "), ":")
	return ok && (len(hour) == 1 || len(hour) == 2) && len(rest) > 1 && strings.Trim(hour+rest[:2], "0123456789") == ""
}

// particles are the small words inside the names of places.
var particles = map[string]bool{"de": true, "del": true, "la": true, "las": true, "los": true, "le": true, "les": true, "el": true, "du": true, "des": true, "en": true}

// signed reports whether an agency in brackets and a dash follow a dateline:
// "(بترا)-".
func signed(after string) bool {
	end := strings.IndexByte(after, ')')
	if !strings.HasPrefix(after, "(") || end < 0 || end > 60 {
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after[end+1:], " ."))
	return strings.ContainsRune("-–—:", next)
}

func last(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
