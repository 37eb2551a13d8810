package text

import (
	"slices"
	"strings"
	"sync"
)

// Token is a term of the full-text index and the bytes it stands for.
type Token struct {
	Term       string
	Start, End int
}

// maxTerm bounds a term in bytes; longer words are cut, since no one asks for them.
const maxTerm = 64

// Analyse cuts s into the terms of the full-text index, in order of Start. It
// is the one analyser of the project: what indexes a passage and what reads a
// query both call it. A term is a word of UAX 29, folded and stemmed by lang
// ("" for no stemming). Symbols such as A/HRC/59/15, 2024-05-27 or
// CEDAW/C/KAZ/CO/5 give their parts and, before them, the whole.
func Analyse(lang, s string) []Token {
	c := caches.Get().(*cache)
	defer caches.Put(c)
	terms := c.of(lang)
	out := make([]Token, 0, len(s)/6)
	joined := 0 // end of the symbol already given
	for w := range Segments(s) {
		if !wordlike(s[w.Start:w.End]) {
			continue
		}
		if w.Start >= joined {
			if end := symbol(s, w); end > w.End {
				out = append(out, Token{cut(Fold(s[w.Start:end])), w.Start, end})
				joined = end
			}
		}
		word := s[w.Start:w.End]
		term, ok := terms[word]
		if !ok {
			term = strings.Clone(cut(Stem(lang, word)))
			if len(terms) >= maxCached {
				clear(terms)
			}
			terms[strings.Clone(word)] = term
		}
		if term != "" {
			out = append(out, Token{term, w.Start, w.End})
		}
	}
	return out
}

// Query gives, for each word of a query, the terms under which passages of any
// language may hold it: the words of one entry are alternatives, the entries
// stand in the order of the query. A symbol is one entry, whole.
func Query(s string) [][]string {
	var out [][]string
	end := 0
	for _, t := range Analyse("", s) {
		if t.Start < end {
			continue // part of a symbol
		}
		end = t.End
		terms := []string{t.Term}
		if word := s[t.Start:t.End]; !strings.ContainsAny(word, "/-") {
			for _, lang := range languagesOf(t.Term) {
				if stem := cut(Stem(lang, word)); stem != "" && !slices.Contains(terms, stem) {
					terms = append(terms, stem)
				}
			}
		}
		out = append(out, terms)
	}
	return out
}

// languagesOf gives the languages whose script a folded word is in.
func languagesOf(word string) []string {
	switch c := word[0]; {
	case c >= 0xD0 && c <= 0xD4:
		return []string{"ru", "kk"}
	case c >= 0xD8 && c <= 0xDB:
		return []string{"ar"}
	case c >= 'a' && c <= 'z':
		return []string{"en", "fr", "es"}
	}
	return nil
}

// symbol gives the end of the symbol that begins with the word w, or w.End:
// words joined by / or - without space, at least one of them with a digit or
// all of capitals, as in A/HRC/59/15, 4/36-W and PRST/2021/1.
func symbol(s string, w Span) int {
	end := w.End
	digit := hasDigit(s[w.Start:w.End])
	for end+1 < len(s) && (s[end] == '/' || s[end] == '-') && alnum(s[end+1]) && end-w.Start < maxTerm {
		next := end + 2
		for next < len(s) && (alnum(s[next]) || s[next] == '.' && next+1 < len(s) && alnum(s[next+1])) {
			next++
		}
		digit = digit || hasDigit(s[end+1:next])
		end = next
	}
	if !digit {
		return w.End
	}
	return end
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// cut bounds a term without splitting a character.
func cut(term string) string {
	if len(term) <= maxTerm {
		return term
	}
	n := maxTerm
	for n > 0 && term[n]&0xC0 == 0x80 {
		n--
	}
	return term[:n]
}

// maxCached bounds the words remembered with their terms, by language.
const maxCached = 1 << 14

// cache remembers terms from one call to the next: half the words of a text
// are a few hundred words, and stemming costs more than looking up.
type cache struct{ byLanguage map[string]map[string]string }

var caches = sync.Pool{New: func() any { return &cache{map[string]map[string]string{}} }}

func (c *cache) of(lang string) map[string]string {
	switch lang {
	case "en", "ru", "kk", "ar", "fr", "es":
	default:
		lang = "" // all others are folded only
	}
	m := c.byLanguage[lang]
	if m == nil {
		m = map[string]string{}
		c.byLanguage[lang] = m
	}
	return m
}
