// Package chancery is the vocabulary that every other package speaks.
//
// A paper comes in and is kept for ever as a [Document], named by the SHA-256
// of its bytes. An extractor turns the bytes into an [Edition]: one UTF-8 text
// with its layout, never changed afterwards. A [Passage] is a half-open range
// of bytes in an edition, with the words it quotes. A [Statement] says one
// thing about one subject (subject, property, value) and points at the passage
// that says it. The subject is an entity of an authority file or a mention,
// the place in a paper that first names the thing. A [Verdict] is what a person
// thought of statements, cards, imports or of two entities being the same; it
// is appended and never edited. Everything a register shows is a fold over
// statements and verdicts.
//
// What may be said of what is listed in [Schemas]: forms, pages, facets and
// exports follow from that table and from nothing else. [Date] keeps the
// precision of its source. [Error] and [Doubt] carry a message key so that a
// page can word them in the reader's language.
//
// The package imports nothing of the project and touches no clock, disk or
// network.
package chancery
