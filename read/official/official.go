// Package official reads the papers that institutions write in fixed layouts:
// reports of the Universal Periodic Review, thematic lists and addenda,
// concluding observations, national plans, status tables, treaties, statutes
// and resolutions.
//
// Such papers are not understood sentence by sentence. Their layout says what
// each part is: a number opens a recommendation, brackets hold the States that
// made it, a column is the deadline, an "Article 4" is a provision. Each reader
// here knows one layout, in a file of its own, and proposes what it finds
// through the gate of [draft.Draft].
//
// Two things make that harder than it sounds. Copies are torn: page headers,
// page numbers and footnotes stand in the middle of a recommendation. Readers
// therefore look at a masked copy of the text, of the same length, in which
// such furniture is blank; what they propose is read from the copy and quoted
// from the text. And copies lose things: automatic numbers, points, closing
// brackets, letters of names. Where a number follows from the order it is
// given and marked as inferred; where it does not, it is left out.
//
// The United Nations publishes such papers in six languages, and the layout is
// the same in all of them. What a reader looks for is therefore a table (type
// tongue, one for each of en, fr, es, ru and ar), and there is one engine.
//
// The work of every reader grows with the text, not with its square.
package official
