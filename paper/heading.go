package paper

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// headingBlocks is how far into a text its heading is looked for, and
// headingRunes the longest that one is.
const (
	headingBlocks = 4
	headingRunes  = 200
)

// genres are what a paper calls its own kind above its heading.
var genres = []string{
	"press release", "press statement", "news", "communiqué", "joint communiqué", "for immediate release",
	"пресс-релиз", "новости", "заявление для прессы", "баспасөз хабарламасы", "жаңалықтар",
	"بيان صحفي", "خبر صحفي", "أخبار", "بلاغ صحفي",
	"communiqué de presse", "actualités", "comunicado de prensa", "nota de prensa", "noticias",
}

// heading gives the heading that a plain text opens with, on one line: a few
// words that stand apart from the text after them and do not end as a sentence
// does. What a paper calls its own kind, a lone date or number and an address
// are stepped over. "" where the text opens at once, or is nothing else.
func heading(text string) string {
	blocks := opening(text)
	for i, lines := range blocks {
		lines = slices.DeleteFunc(lines, places)
		line := strings.Join(lines, " ")
		switch {
		case line == "":
		case i+1 < len(blocks) && len(lines) <= 3 && entitles(line):
			return line
		default:
			return alone(lines)
		}
	}
	return ""
}

// opening gives the lines of the first blocks of a text, without the blank
// lines that part them and the blanks around each line.
func opening(text string) [][]string {
	var out [][]string
	var block []string
	for line := range strings.Lines(strings.TrimPrefix(text, "\uFEFF")) {
		words := strings.Join(strings.Fields(line), " ")
		if words != "" {
			block = append(block, words)
			continue
		}
		if len(block) > 0 {
			out, block = append(out, block), nil
		}
		if len(out) == headingBlocks {
			return out
		}
	}
	if len(block) > 0 {
		out = append(out, block)
	}
	return out
}

// alone gives the first line of a block where it is a heading with the text
// right under it: a text whose lines are its paragraphs runs on much longer.
func alone(lines []string) string {
	const paragraph = 80
	if len(lines) < 2 || !entitles(lines[0]) {
		return ""
	}
	first, next := utf8.RuneCountInString(lines[0]), utf8.RuneCountInString(lines[1])
	if next < paragraph || 2*next < 3*first {
		return ""
	}
	return lines[0]
}

// entitles says that words can be a heading: not too long, and not ended as a
// sentence or the opening of a list is.
func entitles(words string) bool {
	last, _ := utf8.DecodeLastRuneInString(words)
	return utf8.RuneCountInString(words) <= headingRunes && !strings.ContainsRune(".;:,…،؛۔", last) && strings.ContainsFunc(words, unicode.IsLetter)
}

// places says that a line only places a paper: its kind, a date, a number, an
// address.
func places(line string) bool {
	if slices.Contains(genres, strings.ToLower(strings.TrimRight(line, ".: "))) {
		return true
	}
	if strings.Contains(line, "@") || strings.Contains(line, "://") {
		return true
	}
	letters, digits := 0, false
	for _, word := range strings.Fields(line) {
		if strings.ContainsFunc(word, unicode.IsDigit) {
			digits = true
		} else if utf8.RuneCountInString(word) > 2 {
			letters++
		}
	}
	return letters == 0 || digits && letters < 2
}
