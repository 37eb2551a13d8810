package register

import (
	"reflect"
	"slices"
)

// finish gives a view its head. Only what the view shows is cited: citations
// are numbered in the order in which its values stand in it, and the marking is
// the highest of what is shown. v points to a view, a struct with a Head.
func (p *page) finish(v any) {
	n := &numbering{from: p.head.Citations, to: map[int]int{}}
	view := reflect.ValueOf(v).Elem()
	n.walk(view)
	head := p.head
	head.Marking = p.marking
	head.Citations = n.used
	for _, c := range n.used {
		if p.rank(c.Marking) > p.rank(head.Marking) {
			head.Marking = c.Marking
		}
	}
	view.FieldByName("Head").Set(reflect.ValueOf(head))
}

// numbering renumbers citations as a view is walked.
type numbering struct {
	from []Citation
	used []Citation
	to   map[int]int
}

var (
	headType = reflect.TypeFor[Head]()
	citeType = reflect.TypeFor[[]int]()
)

// walk visits everything exported in a view. Lists of citations are replaced,
// not changed: values of a view may share them.
func (n *numbering) walk(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			switch f := v.Field(i); {
			case !v.Type().Field(i).IsExported() || f.Type() == headType:
			case f.Type() == citeType && v.Type().Field(i).Name == "Cites":
				f.Set(reflect.ValueOf(n.renumber(f.Interface().([]int))))
			default:
				n.walk(f)
			}
		}
	case reflect.Slice:
		if !holdsValues(v.Type().Elem()) {
			return
		}
		// Two parts of a view may show one list; each gets its own.
		if v.Len() > 0 {
			v.Set(reflect.AppendSlice(reflect.MakeSlice(v.Type(), 0, v.Len()), v))
		}
		for i := range v.Len() {
			n.walk(v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			n.walk(v.Elem())
		}
	}
}

// holdsValues reports whether elements of a type can hold citations.
func holdsValues(t reflect.Type) bool { return t.Kind() == reflect.Struct || t.Kind() == reflect.Slice }

func (n *numbering) renumber(cites []int) []int {
	if len(cites) == 0 {
		return nil
	}
	out := make([]int, 0, len(cites))
	for _, c := range cites {
		to, ok := n.to[c]
		if !ok {
			to = len(n.used)
			n.to[c] = to
			n.used = append(n.used, n.from[c])
		}
		out = append(out, to)
	}
	slices.Sort(out)
	return out
}
