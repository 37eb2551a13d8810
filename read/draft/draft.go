// Package draft holds statements under construction, and the gate that every
// one of them passes.
//
// A reader walks an edition and says what it finds: here is a Person, first
// named by these bytes; its name is this, says that passage. It does so through
// a [Draft]. A thing that the paper itself introduces is a mention, keyed by
// its schema and the passage that first names or triggers it ([Draft.Mention]);
// a State, body or treaty that an authority file knows is referred to directly
// ([Draft.Known]). Values go in by [Entity.Add], references by [Entity.Ref].
//
// The gate stands in those two methods. A statement whose property the schema
// does not have, whose passage is not a stretch of the text on rune boundaries,
// or whose value is not of its property's type (a day that does not exist, a
// code outside its list, a reference to an entity of another sort) is dropped
// and counted, whoever proposes it. So no reader, ours or from outside, can
// place a fact beside words that do not stand in the paper.
//
// An entity says a value once, at the first passage that the reader gave for
// it. [Draft.Reading] cuts the passages, names the mentions, computes the
// statements' identities and gives everything in the order of the text: cards
// by where they begin, and within a card the statements by their passages.
//
// Until then a fact is a few words of memory, so that a text of 20 MB can be
// read in one go. A Draft belongs to one goroutine.
package draft

import (
	"strings"

	"chancery"
)

// Limits of what passes the gate, in bytes.
const (
	MaxPassage = 1 << 16 // of a passage, so that overlapping quotes stay bounded
	MaxLabel   = 1 << 10 // of a name or label
	MaxNear    = 10_000  // near misses kept
)

// Draft collects what is said of one edition.
type Draft struct {
	doc      chancery.Document
	ed       *chancery.Edition
	language string

	mentions map[key]*Entity
	known    map[chancery.EntityID]*Entity
	entities []*Entity
	facts    sheaf

	dropped int
	steps   int64
	explain bool
	near    []Near
}

// key of a mention: its schema and the passage that first names it.
type key struct {
	schema     *schema
	start, end int
	natural    string // of those that share a passage: "140.12" within "140.11-14"
}

// fact is a statement before it is one.
type fact struct {
	next       int32 // of the same entity, index into Draft.facts; -1 ends
	property   int32 // index into the schema's properties
	start, end int
	value      string
	to         *Entity
	language   string
	rule       string
}

// Near is a rule that nearly fired: the passage, and what was missing.
type Near struct {
	Rule       string
	Start, End int
	Why        string
}

// New begins a draft of what an edition says.
func New(doc chancery.Document, ed *chancery.Edition) *Draft {
	return &Draft{doc: doc, ed: ed, language: ed.Language,
		mentions: map[key]*Entity{}, known: map[chancery.EntityID]*Entity{}}
}

// Document gives the document being read.
func (d *Draft) Document() chancery.Document { return d.doc }

// Edition gives the edition being read.
func (d *Draft) Edition() *chancery.Edition { return d.ed }

// Text gives the text that all offsets point into.
func (d *Draft) Text() string { return d.ed.Text }

// SetLanguage says the language (BCP 47) of the names and texts added from
// here on; at first it is the edition's.
func (d *Draft) SetLanguage(tag string) { d.language = tag }

// Mention gives the entity that bytes start to end first name or trigger; the
// same schema and passage give the same entity. A schema that does not exist
// or a passage outside the text gives an entity that takes no statements.
func (d *Draft) Mention(schemaName string, start, end int) *Entity {
	return d.Numbered(schemaName, "", start, end)
}

// Numbered gives one of several entities that the same words name: number 12
// of "recommendations 11-14".
func (d *Draft) Numbered(schemaName, number string, start, end int) *Entity {
	s := schemas[schemaName]
	k := key{s, start, end, number}
	if e, ok := d.mentions[k]; ok {
		return e
	}
	e := d.entity(s)
	e.start, e.end, e.number = start, end, number
	if s == nil || !d.passage(start, end) {
		e.void = true
		d.dropped++
	}
	d.mentions[k] = e
	return e
}

// Known gives the entity of an authority file ("state:KAZ"), or one that the
// register confirmed and laid over them. It stands in the reading only once
// something is said of it: name it as found with Add("name", ...) or
// Add("acronym", ...).
func (d *Draft) Known(schemaName string, id chancery.EntityID) *Entity {
	if e, ok := d.known[id]; ok {
		return e
	}
	e := d.entity(schemas[schemaName])
	e.id, e.void = id, e.schema == nil || id == ""
	d.known[id] = e
	return e
}

func (d *Draft) entity(s *schema) *Entity {
	e := &Entity{draft: d, schema: s, first: -1, last: -1, order: len(d.entities)}
	d.entities = append(d.entities, e)
	return e
}

// Entities gives the entities in the order they were begun, forgotten ones left out.
func (d *Draft) Entities() []*Entity {
	out := make([]*Entity, 0, len(d.entities))
	for _, e := range d.entities {
		if !e.void {
			out = append(out, e)
		}
	}
	return out
}

// Dropped gives the number of proposals that did not pass the gate.
func (d *Draft) Dropped() int { return d.dropped }

// Step counts work done by a reader, so that a test can show that it grows
// with the text and not with its square. Every proposal counts one by itself.
func (d *Draft) Step(n int) { d.steps += int64(n) }

// Steps gives the work counted so far.
func (d *Draft) Steps() int64 { return d.steps }

// Explain makes the draft keep near misses.
func (d *Draft) Explain() { d.explain = true }

// Nearly notes that a rule did not fire although much spoke for it. It costs
// nothing unless somebody asked to [Draft.Explain].
func (d *Draft) Nearly(rule string, start, end int, why string) {
	if d.explain && len(d.near) < MaxNear && d.passage(start, end) {
		d.near = append(d.near, Near{rule, start, end, why})
	}
}

// Near gives the near misses in the order they were noted.
func (d *Draft) Near() []Near { return d.near }

func (d *Draft) passage(start, end int) bool {
	text := d.ed.Text
	return start >= 0 && start < end && end <= len(text) && end-start <= MaxPassage && boundary(text, start) && boundary(text, end)
}

func boundary(text string, i int) bool { return i == len(text) || text[i]&0xC0 != 0x80 }

// Clean gives s without outer white space and with every run of white space,
// line ends included, as one space.
func Clean(s string) string {
	s = strings.TrimSpace(s)
	if clean(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

func clean(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ':
			if i+1 < len(s) && s[i+1] == ' ' {
				return false
			}
		case c < ' ' || c == 0xC2 || c == 0xE2 || c == 0xE3: // controls; lead bytes of NBSP, NEL, U+2000..., U+3000
			if c < ' ' || oddSpace(s[i:]) {
				return false
			}
		}
	}
	return true
}

func oddSpace(s string) bool {
	for _, r := range s {
		return strings.TrimSpace(string(r)) == ""
	}
	return false
}
