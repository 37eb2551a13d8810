package draft

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"chancery"
)

// schema is a chancery.Schema with its properties indexed.
type schema struct {
	chancery.Schema
	place  int // in chancery.Schemas
	index  map[string]int
	naming []int
}

var schemas = func() map[string]*schema {
	m := make(map[string]*schema, len(chancery.Schemas))
	for place, s := range chancery.Schemas {
		x := &schema{Schema: s, place: place, index: make(map[string]int, len(s.Properties))}
		for i, p := range s.Properties {
			x.index[p.Name] = i
		}
		for _, n := range s.Naming {
			if i, ok := x.index[n]; ok {
				x.naming = append(x.naming, i)
			}
		}
		m[s.Name] = x
	}
	return m
}()

// Entity is what statements are about: a mention of this paper, or an entity
// of an authority file.
type Entity struct {
	draft       *Draft
	schema      *schema
	id          chancery.EntityID // of an authority file; a mention's is computed at the end
	start, end  int               // of a mention: the passage that first names it
	number      string            // of a mention that shares its passage with others
	order       int
	first, last int32
	count       int
	seen        map[said]struct{} // made only for entities of many facts
	void        bool
}

// said is what is said, whoever says it and wherever.
type said struct {
	property int32
	value    string
	to       *Entity
}

// manyFacts is when an entity's facts are worth an index.
const manyFacts = 16

// Schema gives the name of the entity's schema, "" where it has none.
func (e *Entity) Schema() string {
	if e.schema == nil {
		return ""
	}
	return e.schema.Name
}

// Passage gives the bytes that first name or trigger a mention; 0, 0 for an
// entity of an authority file.
func (e *Entity) Passage() (start, end int) { return e.start, e.end }

// Authority gives the identity of an entity of an authority file, "" for a mention.
func (e *Entity) Authority() chancery.EntityID { return e.id }

// Forget leaves the entity, and references to it, out of the reading.
func (e *Entity) Forget() { e.void = true }

// Add says that a property has a value, by the passage from start to end. White
// space in the value is made single; what does not pass the gate is dropped and
// counted, and reported as false. Saying the same again changes nothing.
func (e *Entity) Add(property, value string, start, end int, rule string) bool {
	d := e.draft
	d.steps++
	i, ok := e.property(property)
	if ok {
		value = Clean(value)
		ok = fits(e.schema.Properties[i], value) && d.passage(start, end)
	}
	if !ok {
		d.dropped++
		return false
	}
	e.say(fact{property: int32(i), start: start, end: end, value: value, rule: rule, language: d.language})
	return true
}

// Ref says that a property is another entity, by the passage from start to
// end. The value shown is the other's name, or the passage's words where it
// has none.
func (e *Entity) Ref(property string, to *Entity, start, end int, rule string) bool {
	return e.RefAs(property, to, "", start, end, rule)
}

// RefAs is Ref with the name under which the passage shows the other entity
// ("FAO" where it is named in full elsewhere); "" is the other's own name.
func (e *Entity) RefAs(property string, to *Entity, shown string, start, end int, rule string) bool {
	d := e.draft
	d.steps++
	i, ok := e.property(property)
	if ok && to != nil && to.draft == d && to != e && !to.void {
		p := e.schema.Properties[i]
		ok = p.Type == chancery.TypeEntity && slices.Contains(p.Range, to.Schema()) && d.passage(start, end)
	} else {
		ok = false
	}
	if !ok {
		d.dropped++
		return false
	}
	e.say(fact{property: int32(i), start: start, end: end, value: Clean(shown), to: to, rule: rule})
	return true
}

func (e *Entity) property(name string) (int, bool) {
	if e.void {
		return 0, false
	}
	i, ok := e.schema.index[name]
	return i, ok
}

// say appends a fact unless the entity has said it already.
func (e *Entity) say(f fact) {
	d := e.draft
	s := said{f.property, f.value, f.to}
	if e.seen != nil {
		if _, ok := e.seen[s]; ok {
			return
		}
		e.seen[s] = struct{}{}
	} else {
		for i := e.first; i >= 0; i = d.facts.at(i).next {
			if g := d.facts.at(i); g.property == s.property && g.to == s.to && g.value == s.value {
				return
			}
		}
	}
	f.next = -1
	n := d.facts.add(f)
	if e.last >= 0 {
		d.facts.at(e.last).next = n
	} else {
		e.first = n
	}
	e.last = n
	if e.count++; e.count == manyFacts {
		e.seen = make(map[said]struct{}, 2*manyFacts)
		for i := e.first; i >= 0; i = d.facts.at(i).next {
			g := d.facts.at(i)
			e.seen[said{g.property, g.value, g.to}] = struct{}{}
		}
	}
}

// Has reports whether anything is said of the property.
func (e *Entity) Has(property string) bool {
	if e.schema == nil {
		return false
	}
	i, ok := e.schema.index[property]
	return ok && e.find(i) >= 0
}

func (e *Entity) find(property int) int32 {
	i := e.first
	for i >= 0 && e.draft.facts.at(i).property != int32(property) {
		i = e.draft.facts.at(i).next
	}
	return i
}

// Values gives the values of a property in the order they were added; of a
// reference, the names shown.
func (e *Entity) Values(property string) []string {
	var out []string
	e.each(property, func(f *fact) { out = append(out, e.draft.shown(f)) })
	return out
}

// Refs gives the entities that a property refers to, in the order they were added.
func (e *Entity) Refs(property string) []*Entity {
	var out []*Entity
	e.each(property, func(f *fact) {
		if f.to != nil && !f.to.void {
			out = append(out, f.to)
		}
	})
	return out
}

func (e *Entity) each(property string, do func(*fact)) {
	if e.schema == nil {
		return
	}
	p, ok := e.schema.index[property]
	for i := e.first; ok && i >= 0; i = e.draft.facts.at(i).next {
		if f := e.draft.facts.at(i); f.property == int32(p) {
			do(f)
		}
	}
}

// Name gives the value by which the entity is shown: the first of its best
// naming property that has one, or "".
func (e *Entity) Name() string {
	if e.schema == nil {
		return ""
	}
	for _, p := range e.schema.naming {
		if i := e.find(p); i >= 0 {
			return e.draft.facts.at(i).value
		}
	}
	return ""
}

// fits reports whether a clean value is of the property's type.
func fits(p chancery.Property, value string) bool {
	if value == "" || !utf8.ValidString(value) {
		return false
	}
	switch p.Type {
	case chancery.TypeText, chancery.TypeAddress:
		return len(value) <= MaxPassage
	case chancery.TypeName, chancery.TypeLabel:
		return len(value) <= MaxLabel
	case chancery.TypeDate:
		_, err := chancery.ParseDate(value)
		return err == nil
	case chancery.TypeNumber:
		return decimal(value)
	case chancery.TypeCode, chancery.TypePosition:
		return slices.Contains(p.Values, value)
	case chancery.TypeFlag:
		return value == "yes" || value == "no"
	}
	return false // a reference has no value of its own
}

// decimal reports whether s is digits with at most one sign and one point.
func decimal(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < '0' || c > '9') && c != '.' && (c != '-' || i > 0) {
			return false
		}
	}
	_, err := strconv.ParseFloat(s, 64)
	return err == nil
}
