package register

import (
	"context"
	"sort"
	"strconv"
	"sync"

	"chancery"
)

// spot is where in a paper a passage stands, as a person says it.
type spot struct {
	page  int
	label string
}

// signs are the pages and labelled ranges of one text, all that a citation
// needs of its layout.
type signs struct {
	pages  []sign // by start
	labels []sign // by start; later ones lie deeper
}

type sign struct {
	start, end int
	page       int
	label      string
}

// signCache keeps the signs of papers that were cited lately.
type signCache struct {
	sync.Mutex
	of     map[editionKey]signs
	weight int
}

type editionKey struct {
	document chancery.DocumentID
	number   int
}

// maxSigns bounds the cache, which is emptied when full: about 10 MB.
const maxSigns = 150_000

// place finds the page and the paragraph's label of a passage.
func (r *Register) place(ctx context.Context, at chancery.Passage) (spot, error) {
	all, err := r.signs(ctx, editionKey{at.Document, at.Edition})
	if err != nil {
		return spot{}, err
	}
	var s spot
	if p, ok := covering(all.pages, at.Start); ok {
		s.page = p.page
	}
	if l, ok := covering(all.labels, at.Start); ok {
		s.label = l.label
	}
	return s, nil
}

// maxNested bounds how many signs before an offset may end before it while one
// further back still covers it.
const maxNested = 64

// covering gives the last sign that begins at or before the offset and covers it.
func covering(list []sign, offset int) (sign, bool) {
	after := sort.Search(len(list), func(i int) bool { return list[i].start > offset })
	for i := after - 1; i >= max(0, after-maxNested); i-- {
		if offset < list[i].end {
			return list[i], true
		}
	}
	return sign{}, false
}

func (r *Register) signs(ctx context.Context, key editionKey) (signs, error) {
	c := &r.places
	c.Lock()
	s, ok := c.of[key]
	c.Unlock()
	if ok {
		return s, nil
	}
	ed, err := r.store.Edition(ctx, key.document, key.number)
	if err != nil && chancery.KindOf(err) != chancery.NotFound && chancery.KindOf(err) != chancery.Forbidden {
		return s, err
	}
	s = signsOf(ed.Layout)
	c.Lock()
	defer c.Unlock()
	if c.of == nil || c.weight > maxSigns {
		c.of, c.weight = map[editionKey]signs{}, 0
	}
	c.of[key] = s
	c.weight += 1 + len(s.pages) + len(s.labels)
	return s, nil
}

func signsOf(l chancery.Layout) signs {
	var s signs
	for _, p := range l.Pages {
		s.pages = append(s.pages, sign{start: p.Start, end: p.End, page: p.Number})
	}
	for _, r := range l.Ranges {
		switch {
		case r.Role == chancery.Cell:
			s.labels = append(s.labels, sign{start: r.Start, end: r.End, label: strconv.Itoa(r.Row) + ":" + strconv.Itoa(r.Column)})
		case r.Label != "":
			s.labels = append(s.labels, sign{start: r.Start, end: r.End, label: r.Label})
		}
	}
	return s
}

// forget drops what is cached of a paper.
func (r *Register) forget(doc chancery.DocumentID) {
	c := &r.places
	c.Lock()
	defer c.Unlock()
	for key := range c.of {
		if key.document == doc {
			delete(c.of, key)
		}
	}
}
