// Package text knows the writing of the papers: words and sentences, the
// language of a passage, and the forms under which words are compared.
//
// Nothing here changes a text. [Words], [Segments] and [Sentences] give byte
// ranges by the rules of Unicode Standard Annex 29; sentences are then joined
// again where an abbreviation, an initial or a paragraph's number only looks
// like an end ("H.E. Ms. Sharif", "ст. 18", "12. The Committee"). [Fold] makes
// the form in which two spellings of a word are the same (lower case, no
// accents, one form of alef), and [FoldMap] also says where each byte of it
// came from, so that what is found in the folded text can be quoted from the
// original.
//
// [Language] tells English, Russian, Kazakh, Arabic, French and Spanish apart
// by script, letters, function words and short strings of letters. [Stem]
// strips endings, and [Analyse] puts these together into the terms of the
// full-text index: the same function cuts what is indexed and what is asked,
// and [Query] gives the terms a word may be indexed under when the language of
// the passages is not known.
//
// Names are compared across scripts: [Transliterate] writes Cyrillic, Arabic
// and Latin names in one plain Latin spelling, [NameKey] keeps only what most
// spellings of a name share, for finding candidates, and [Similar] grades them.
//
// The package imports nothing of the project. All functions are pure, take
// linear time and accept any bytes.
package text

// Span is a half-open range of bytes of a string.
type Span struct{ Start, End int }

// Len gives the number of bytes.
func (s Span) Len() int { return s.End - s.Start }

// Of gives the bytes of text that the span covers.
func (s Span) Of(text string) string { return text[s.Start:s.End] }
