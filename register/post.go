package register

import (
	"slices"

	"chancery"
	"chancery/text"
)

// Post is an occupancy: a person in a post of a body. Several papers that speak
// of one post give one Post with several citations.
type Post struct {
	Entity       chancery.EntityID
	Also         []chancery.EntityID // other occupancies that say the same
	Holder       Value
	Title        Value
	Body         Value
	AccreditedTo Value
	From, To     Value
}

func postOf(l Link) Post {
	return Post{Entity: l.Entity, Holder: l.First("holder"), Title: l.First("title"), Body: l.First("body"),
		AccreditedTo: l.First("accreditedTo"), From: l.First("from"), To: l.First("to")}
}

// mergePosts makes one of posts that are said alike: the same holder and title,
// and nothing else that differs. One that says less than two others, which
// differ, stays apart. The most cited come first.
func mergePosts(posts []Post) []Post {
	posts = slices.Clone(posts)
	slices.SortStableFunc(posts, func(a, b Post) int { return b.said() - a.said() })
	var out []Post
	for _, post := range posts {
		var fits []int
		for i := range out {
			if out[i].agrees(post) {
				fits = append(fits, i)
			}
		}
		if len(fits) == 1 {
			out[fits[0]].take(post)
		} else {
			out = append(out, post)
		}
	}
	slices.SortStableFunc(out, func(a, b Post) int { return len(b.Title.Cites) - len(a.Title.Cites) })
	return out
}

// said counts what a post says.
func (p *Post) said() int {
	n := 0
	for _, v := range p.values() {
		if !v.Empty() {
			n++
		}
	}
	return n
}

func (p *Post) values() []*Value {
	return []*Value{&p.Holder, &p.Title, &p.Body, &p.AccreditedTo, &p.From, &p.To}
}

// agrees reports whether two posts can be one: no value of one excludes the
// other's, and holder and title are the same.
func (p *Post) agrees(o Post) bool {
	theirs := o.values()
	for i, mine := range p.values() {
		if i < 2 && (mine.Empty() || theirs[i].Empty()) || !mine.Empty() && !theirs[i].Empty() && !alike(*mine, *theirs[i]) {
			return false
		}
	}
	return true
}

func alike(a, b Value) bool {
	switch {
	case a.Ref != "" || b.Ref != "":
		return a.Ref == b.Ref
	case !a.Date.IsZero() && !b.Date.IsZero():
		return a.Date.Overlaps(b.Date)
	}
	return text.Fold(a.Text) == text.Fold(b.Text)
}

// take adds what another post says.
func (p *Post) take(o Post) {
	p.Also = append(append(p.Also, o.Entity), o.Also...)
	theirs := o.values()
	for i, mine := range p.values() {
		if mine.Empty() {
			*mine = *theirs[i]
			continue
		}
		mine.Cites = slices.Clone(mine.Cites)
		for _, c := range theirs[i].Cites {
			if !slices.Contains(mine.Cites, c) {
				mine.Cites = append(mine.Cites, c)
			}
		}
	}
}
