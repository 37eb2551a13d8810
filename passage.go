package chancery

import "unicode/utf8"

// Passage is a place in an edition's text: bytes Start to End, half-open, the
// words found there, and up to ContextBytes of text on either side by which a
// later edition can be searched for the same place.
type Passage struct {
	Document DocumentID
	Edition  int
	Start    int
	End      int
	Quote    string
	Before   string
	After    string
}

// ContextBytes bounds Passage.Before and Passage.After.
const ContextBytes = 48

// Cut gives the passage of text from start to end. Offsets outside the text
// or inside a rune are an error of kind Invalid: no passage is ever guessed.
func Cut(doc DocumentID, edition int, text string, start, end int) (Passage, error) {
	if start < 0 || end > len(text) || start >= end || !boundary(text, start) || !boundary(text, end) {
		return Passage{}, Fail("chancery.Cut", Invalid, Say("passage.outside", "bytes %d to %d are not a passage of a text of %d bytes", start, end, len(text)))
	}
	b, a := max(0, start-ContextBytes), min(len(text), end+ContextBytes)
	for !boundary(text, b) {
		b++
	}
	for !boundary(text, a) {
		a--
	}
	return Passage{doc, edition, start, end, text[start:end], text[b:start], text[end:a]}, nil
}

func boundary(text string, i int) bool {
	return i == 0 || i == len(text) || utf8.RuneStart(text[i])
}
