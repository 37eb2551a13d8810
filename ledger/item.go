package ledger

import (
	"cmp"
	"slices"
	"strings"

	"chancery"
)

// Part is a statement as far as the row of its entity depends on it.
type Part struct {
	Number    int64 // order of arrival
	Schema    string
	Property  string
	Value     string
	Ref       chancery.EntityID
	Language  string
	Marking   string
	Kind      chancery.DocumentKind // of its paper
	Judgement chancery.Judgement
}

// Trait is a value of a facet that an entity has. The facets are "schema",
// "type", "year", "country" and "body" (an entity, as the statement has it),
// "document", "standing" and "marking".
type Trait struct{ Facet, Value string }

// maxCaption bounds a caption in bytes.
const maxCaption = 240

// began lists the properties that say when a thing was or began, best first.
var began = []string{"date", "from", "electionDate", "founded", "due", "received", "nominated", "announced", "born", "dueByCommittee", "dueByLaw"}

// Began ranks the properties that say when a thing was or began, 0 is best; -1
// is none of them.
func Began(property string) int { return slices.Index(began, property) }

// Row is the row of an entity in lists and what follows from the same parts.
type Row struct {
	Item
	Traits []Trait
	Shown  []Part // those that the row follows from, in order of arrival
}

// RowOf makes the row of one entity from everything said of it and its
// members. Where something stands confirmed, the row follows from that alone,
// else from what nobody judged yet; ok is false where there is neither. Parts
// need not be sorted.
func RowOf(entity chancery.EntityID, parts []Part) (row Row, ok bool) {
	item := Item{}
	item.Entity = entity
	var shown, waiting []Part
	for _, p := range parts {
		switch p.Judgement {
		case chancery.Confirmed:
			shown = append(shown, p)
		case "":
			waiting = append(waiting, p)
		}
	}
	item.Facts, item.Proposed, item.Confirmed = len(shown), len(waiting), len(shown) > 0
	if !item.Confirmed {
		shown = waiting
	}
	if len(shown) == 0 {
		return row, false
	}
	slices.SortFunc(shown, func(a, b Part) int { return cmp.Compare(a.Number, b.Number) })
	item.Schema = shown[0].Schema
	item.name(shown)
	item.date(shown)
	traits := item.traits(shown)
	return Row{item, traits, shown}, true
}

// name finds the caption: of the naming properties the best that has a value.
// A link without a name is called by what it joins.
func (i *Item) name(shown []Part) {
	schema, _ := chancery.SchemaNamed(i.Schema)
	i.Captions = map[string]string{}
	for _, property := range schema.Naming {
		for _, p := range shown {
			if p.Property != property || p.Value == "" {
				continue
			}
			if i.Caption == "" {
				i.Caption, i.Marking = shorten(p.Value), p.Marking
			}
			if _, ok := i.Captions[p.Language]; !ok {
				i.Captions[p.Language] = shorten(p.Value)
			}
		}
		if i.Caption != "" {
			return
		}
	}
	var joined []string
	for _, p := range shown {
		if p.Ref != "" && p.Value != "" && len(joined) < 3 && !slices.Contains(joined, p.Value) {
			joined = append(joined, p.Value)
			i.Marking = p.Marking
		}
	}
	if len(joined) == 0 {
		joined, i.Marking = []string{shown[0].Value}, shown[0].Marking
	}
	i.Caption = shorten(strings.Join(joined, " · "))
	i.Captions[""] = i.Caption
}

func shorten(s string) string {
	if len(s) <= maxCaption {
		return s
	}
	n := maxCaption
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n] + "…"
}

func (i *Item) date(shown []Part) {
	best := len(began)
	for _, p := range shown {
		r := Began(p.Property)
		if r < 0 || r > best {
			continue
		}
		if d, err := chancery.ParseDate(p.Value); err == nil && !d.IsZero() && (r < best || d.Compare(i.Date) < 0) {
			best, i.Date = r, d
		}
	}
}

func (i *Item) traits(shown []Part) []Trait {
	out := make([]Trait, 0, 8)
	out = append(out, Trait{"schema", i.Schema})
	if i.Confirmed {
		out = append(out, Trait{"standing", "confirmed"})
	}
	if i.Proposed > 0 {
		out = append(out, Trait{"standing", "proposed"})
	}
	if !i.Date.IsZero() {
		out = append(out, Trait{"year", i.Date.String()[:4]})
	}
	add := func(t Trait) {
		if !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	for _, p := range shown {
		add(Trait{"document", string(p.Kind)})
		add(Trait{"marking", p.Marking})
		if isKind(p) {
			add(Trait{"type", p.Value})
		}
		if facet := narrows(p); facet != "" {
			add(Trait{facet, string(p.Ref)})
		}
	}
	for _, t := range out {
		if t.Facet == "marking" {
			i.Markings = append(i.Markings, t.Value)
		}
	}
	slices.Sort(i.Markings)
	return out
}

// isKind reports whether a statement says of which type or kind its subject is,
// by one of the codes for it.
func isKind(p Part) bool {
	if p.Property != "type" && p.Property != "kind" {
		return false
	}
	schema, _ := chancery.SchemaNamed(p.Schema)
	property, _ := schema.Property(p.Property)
	return property.Type == chancery.TypeCode
}

// narrows gives the facet under which a list is narrowed by what a statement
// refers to: a State or a body, or "" for neither.
func narrows(p Part) string {
	if p.Ref == "" {
		return ""
	}
	schema, _ := chancery.SchemaNamed(p.Schema)
	property, _ := schema.Property(p.Property)
	switch {
	case strings.HasPrefix(string(p.Ref), "state:"), len(property.Range) == 1 && property.Range[0] == "State":
		return "country"
	case slices.Contains(property.Range, "Organization"):
		return "body"
	}
	return ""
}
