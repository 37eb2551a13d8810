// Package export writes what the register shows into files that others open.
//
// A [Table] becomes CSV ([WriteCSV], or row by row with [NewCSV]) or a sheet
// ([WriteXLSX]); a cell that a spreadsheet program would take for a formula is
// guarded. [JSONL] writes the whole register, one object a line: papers,
// statements, verdicts, entities, enough to be read elsewhere.
// [FollowTheMoney] writes entities in the format of that name, with which
// investigators' tools work. A meeting becomes a record of conversation and a
// planned one a brief, as plain pages of text ([Conversation], [Brief]).
//
// Every export states the highest marking of what it holds and leaves out what
// is above the ceiling of the reader it is made for; the register sees to that,
// because exports are made from its views alone.
package export
