package store

import (
	"slices"
	"strings"
	"unicode/utf8"

	"chancery"
	"chancery/text"
)

// A block is at least blockLeast bytes where lines are short, so that a table
// of names is not a hit a name, and at most blockMost where they are long.
const (
	blockLeast = 240
	blockMost  = 1600
)

// blocks parts a text at the ends of lines, and long lines at spaces.
func blocks(s string) []text.Span {
	var out []text.Span
	start := 0
	for at := 0; at < len(s); {
		line := strings.IndexByte(s[at:], '\n')
		end := len(s)
		if line >= 0 {
			end = at + line + 1
		}
		for end-start > blockMost {
			cut := breakAt(s, start, start+blockMost)
			out = append(out, text.Span{Start: start, End: cut})
			start = cut
		}
		if at = end; end-start >= blockLeast {
			out = append(out, text.Span{Start: start, End: end})
			start = end
		}
	}
	if start < len(s) {
		out = append(out, text.Span{Start: start, End: len(s)})
	}
	return out
}

// breakAt finds where a line too long can be broken: at a space, or else
// between two characters.
func breakAt(s string, start, end int) int {
	if space := strings.LastIndexByte(s[start:end], ' '); space > blockMost/2 {
		return start + space + 1
	}
	for !utf8.RuneStart(s[end]) {
		end--
	}
	return end
}

// index makes the last edition of a document searchable in place of those before.
func (w *writer) index(p paper, e chancery.Edition) error {
	if err := w.unindex(p.number); err != nil {
		return err
	}
	var last int64
	if _, err := w.one("SELECT COALESCE(MAX(number), 0) FROM block", []any{&last}); err != nil {
		return err
	}
	type part struct{ rows, terms [][]any }
	spans := slices.DeleteFunc(blocks(e.Text), func(b text.Span) bool { return strings.TrimSpace(b.Of(e.Text)) == "" })
	const size = 256
	return ahead(partsOf(len(spans), size), func(i int) part {
		var out part
		for j, b := range cut(spans, i, size) {
			s, number := b.Of(e.Text), last+int64(i*size+j)+1
			language := e.Language
			if l := text.Language(s); l != "" {
				language = l
			}
			out.rows = append(out.rows, []any{number, p.number, int64(e.Number), int64(b.Start), int64(b.End), language})
			out.terms = append(out.terms, []any{number, w.store.kind.entry(termsOf(nil, language, s))})
		}
		return out
	}, func(p part) error {
		if err := w.insert("block", 6, p.rows); err != nil {
			return err
		}
		return w.insertWords("block_words", p.terms)
	})
}

// insertWords adds terms to a table of words.
func (q session) insertWords(table string, rows [][]any) error {
	return q.insert(table+" (rowid, terms)", 2, rows)
}

// unindex forgets the blocks of a document.
func (w *writer) unindex(doc int64) error {
	for _, text := range []string{
		"DELETE FROM block_words WHERE rowid IN (SELECT number FROM block WHERE document = $1)",
		"DELETE FROM block WHERE document = $1",
	} {
		if err := w.exec(text, doc); err != nil {
			return err
		}
	}
	return nil
}

// termsOf appends the terms of s to terms.
func termsOf(terms []string, language, s string) []string {
	for _, t := range text.Analyse(language, s) {
		terms = append(terms, t.Term)
	}
	return terms
}
