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
// a dateline ("ASTANA, 27 May 2024 -"). A date inside a sentence is what the
// paper tells of, not its own.
func Base(s, lang string) (chancery.Date, Found, bool) {
	head := s[:min(len(s), maxHead)]
	for len(head) > 0 && len(head) < len(s) && !utf8.RuneStart(s[len(head)]) {
		head = head[:len(head)-1]
	}
	if lang == "" {
		lang = text.Language(s[:min(len(s), 4096)])
	}
	for _, f := range Find(head, lang, chancery.Date{}) {
		if f.Date.Precision() != chancery.DayPrecision || !f.EndDate.IsZero() {
			continue
		}
		from := strings.LastIndexAny(head[:f.Start], "\n\r") + 1
		to := len(head)
		if i := strings.IndexAny(head[f.End:], "\n\r"); i >= 0 {
			to = f.End + i
		}
		if header(head[from:f.Start], head[f.End:to]) {
			return f.Date, f, true
		}
	}
	return chancery.Date{}, Found{}, false
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
	if n := len(words); n > 0 && cues[text.Fold(words[n-1].Of(before))] || n > 1 && n < 6 && cues[text.Fold(words[0].Of(before))] {
		return true
	}
	first, _ := utf8.DecodeRuneInString(after)
	apart := after == "" || strings.ContainsRune("-–—:|/).,(", first) || unicode.IsDigit(first)
	if !apart || len(before) > 80 || len(words) > 6 {
		return false
	}
	if before == "" {
		return first != '.' && first != ',' || len(after) < 60
	}
	if strings.ContainsRune("|·•", last(before)) {
		return true
	}
	// A dateline or a heading: names and capitals only, no sentence.
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w.Of(before))
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Arabic, r) {
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(before)
	if unicode.Is(unicode.Arabic, r) && len(words) > 3 {
		return false
	}
	return after == "" || strings.ContainsRune(",(|/:–—-", last(before)) || strings.ContainsRune("-–—:|/)", first)
}

func last(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
