package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"chancery"
	"chancery/ledger"
	"chancery/text"
)

// Bounds of a search.
const (
	snippetBytes = 280
)

// Search finds passages by their words; see [ledger.Store].
func (s *Store) Search(ctx context.Context, ask ledger.SearchQuery) (ledger.SearchPage, error) {
	var page ledger.SearchPage
	groups := text.Query(ask.Text)
	if len(groups) == 0 {
		return page, nil
	}
	if ask.Limit <= 0 {
		ask.Limit = 20
	}
	ask.Limit = min(ask.Limit, 200)
	err := s.snapshot(ctx, func(q session) error {
		search := search{session: q, ask: ask, groups: groups, documents: map[int64]found{}}
		return search.run(&page)
	})
	return page, fault("store.Search", err)
}

type search struct {
	session
	ask       ledger.SearchQuery
	groups    [][]string
	documents map[int64]found // of the hits
}

// found is a document in which something was found.
type found struct {
	id                   chancery.DocumentID
	kind, language, year string
	marking              string
	entry                int64
	allowed              bool
}

// hit is a block found.
type hit struct {
	block, document int64
	score           float64
}

func (s *search) run(page *ledger.SearchPage) error {
	hits, err := s.hits()
	if err != nil {
		return err
	}
	if err := s.read(hits); err != nil {
		return err
	}
	page.Facets = s.count(hits)
	kept := slices.DeleteFunc(hits, func(h hit) bool { return !s.wanted(s.documents[h.document], "") })
	page.Total = len(kept)
	slices.SortFunc(kept, func(a, b hit) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.block, b.block))
	})
	kept = kept[min(s.ask.Offset, len(kept)):min(s.ask.Offset+s.ask.Limit, len(kept))]
	for _, h := range kept {
		shown, err := s.show(h)
		if err != nil {
			return err
		}
		page.Hits = append(page.Hits, shown)
	}
	return nil
}

// hits gives the blocks that hold every word, the best first, with their documents.
func (s *search) hits() ([]hit, error) {
	k := s.store.kind
	place := func(t string) string {
		return strings.ReplaceAll(strings.ReplaceAll(t, "%[1]s", "block_words"), "%[2]s", "$1")
	}
	var out []hit
	err := s.each("SELECT b.number, b.document, "+place(k.score)+" FROM block_words JOIN block b ON b.number = block_words.rowid WHERE "+place(k.match), func(scan func(...any) error) error {
		var h hit
		err := scan(&h.block, &h.document, &h.score)
		out = append(out, h)
		return err
	}, k.query(s.groups))
	return out, err
}

// read looks up the documents of hits.
func (s *search) read(hits []hit) error {
	var ids []int64
	for _, h := range hits {
		if _, ok := s.documents[h.document]; !ok {
			s.documents[h.document] = found{}
			ids = append(ids, h.document)
		}
	}
	return s.each("SELECT number, id, kind, language, year, marking, entry FROM document WHERE number IN "+ints("$1"), func(scan func(...any) error) error {
		var n int64
		var f found
		err := scan(&n, &f.id, &f.kind, &f.language, &f.year, &f.marking, &f.entry)
		known := s.ask.At.Known == 0 || f.entry <= int64(s.ask.At.Known)
		f.allowed = known && (s.ask.Ceiling == nil || slices.Contains(s.ask.Ceiling, f.marking))
		s.documents[n] = f
		return err
	}, numbers(ids))
}

func (f found) values() map[string]string {
	return map[string]string{"document": f.kind, "language": f.language, "year": f.year}
}

// wanted reports whether a document has the values chosen of every facet but one.
func (s *search) wanted(f found, but string) bool {
	if !f.allowed {
		return false
	}
	for facet, chosen := range s.ask.Facets {
		if facet != but && len(chosen) > 0 && !slices.Contains(chosen, f.values()[facet]) {
			return false
		}
	}
	return true
}

// count gives the number of hits by value of each facet.
func (s *search) count(hits []hit) map[string][]ledger.FacetCount {
	of := map[int64]int{}
	for _, h := range hits {
		of[h.document]++
	}
	out := map[string][]ledger.FacetCount{}
	for _, facet := range []string{"document", "language", "year"} {
		counts := map[string]int{}
		for doc, n := range of {
			if f := s.documents[doc]; s.wanted(f, facet) && f.values()[facet] != "" {
				counts[f.values()[facet]] += n
			}
		}
		for v, n := range counts {
			out[facet] = append(out[facet], ledger.FacetCount{Value: v, Count: n})
		}
		slices.SortFunc(out[facet], func(a, b ledger.FacetCount) int {
			if facet == "year" {
				return cmp.Compare(b.Value, a.Value)
			}
			return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
		})
	}
	return out
}

// show makes a hit with its snippet.
func (s *search) show(h hit) (ledger.Hit, error) {
	out := ledger.Hit{Document: s.documents[h.document].id, Score: h.score}
	var language string
	_, err := s.one("SELECT edition, start, stop, language FROM block WHERE number = $1", []any{&out.Edition, &out.Start, &out.End, &language}, h.block)
	if err != nil {
		return out, err
	}
	block, err := s.stretch(h.document, out.Edition, out.Start, out.End)
	out.Snippet, out.Marks = snippet(block, language, s.groups)
	return out, err
}

// snippet cuts from a block the stretch with the most words found, and marks them.
func snippet(block, language string, groups [][]string) (string, [][2]int) {
	asked := map[string]bool{}
	for _, g := range groups {
		for _, t := range g {
			asked[t] = true
		}
	}
	var marks [][2]int
	for _, t := range text.Analyse(language, block) {
		if asked[t.Term] && (len(marks) == 0 || t.Start >= marks[len(marks)-1][1]) {
			marks = append(marks, [2]int{t.Start, t.End})
		}
	}
	start, end := window(block, marks)
	var inside [][2]int
	for _, m := range marks {
		if m[0] >= start && m[1] <= end {
			inside = append(inside, [2]int{m[0] - start, m[1] - start})
		}
	}
	return block[start:end], inside
}

// window finds the stretch of a block that holds the most marks, and moves its
// ends to spaces.
func window(block string, marks [][2]int) (start, end int) {
	best := 0
	for i, m := range marks {
		n := i
		for n < len(marks) && marks[n][1]-m[0] <= snippetBytes*2/3 {
			n++
		}
		if n-i > best {
			best, start = n-i, max(0, m[0]-snippetBytes/4)
		}
	}
	end = min(len(block), start+snippetBytes)
	start = max(0, min(start, end-snippetBytes))
	if start > 0 {
		if space := strings.IndexByte(block[start:end], ' '); space >= 0 && space < snippetBytes/4 {
			start += space + 1
		}
	}
	if end < len(block) {
		if space := strings.LastIndexByte(block[start:end], ' '); space > snippetBytes/2 {
			end = start + space
		}
	}
	for start < end && !whole(block, start) {
		start++
	}
	for end > start && !whole(block, end) {
		end--
	}
	return start, end
}
