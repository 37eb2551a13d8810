package web

import (
	"slices"
	"sort"

	"chancery"
)

// block is a piece of a paper's text that stands by itself on a page: a
// paragraph, a heading, a row of a table.
type block struct {
	Role  chancery.Role
	Level int
	Page  int // set where a new page begins
	Start int
	End   int
	Parts []part
	Cells [][]part // of a row of a table
}

// part is a run of text that the same passages cover. Start and End are bytes
// into the edition's text, by which the desk finds what to tint.
type part struct {
	Start, End int
	Text       string
	Marked     bool // some statement points here
	Judged     bool // every statement that points here was judged
	Tinted     bool // the passage asked for
	First      bool // the first part of it
}

// span is a passage to be marked in a text.
type span struct {
	Start, End int
	Judged     bool
	Tinted     bool
}

// blocks cuts a text into blocks by its layout, each cut into parts at the
// borders of the passages. Text between blocks is left out: it is white space.
func blocks(ed chancery.Edition, spans []span) []block {
	cuts := make([]int, 0, 2*len(spans))
	for _, s := range spans {
		cuts = append(cuts, s.Start, s.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	slices.SortFunc(spans, func(a, b span) int { return a.Start - b.Start })
	c := cutter{text: ed.Text, cuts: cuts, spans: spans}
	var out []block
	page := 0
	for _, r := range leaves(ed) {
		b := block{Role: r.Role, Level: r.Level, Start: r.Start, End: r.End}
		if n := ed.Layout.PageOf(r.Start); n != page {
			b.Page, page = n, n
		}
		if r.Role == chancery.Cell {
			if last := len(out) - 1; last >= 0 && out[last].Role == chancery.Cell && out[last].Level == r.Table<<16|r.Row {
				out[last].Cells = append(out[last].Cells, c.parts(r.Start, r.End))
				out[last].End = r.End
				continue
			}
			b.Level = r.Table<<16 | r.Row
			b.Cells = [][]part{c.parts(r.Start, r.End)}
		} else {
			b.Parts = c.parts(r.Start, r.End)
		}
		out = append(out, b)
	}
	return out
}

// block roles, outermost first; ranges inside a block are no blocks.
var blockRoles = map[chancery.Role]bool{chancery.Title: true, chancery.Dateline: true, chancery.Heading: true, chancery.Paragraph: true,
	chancery.ListItem: true, chancery.Cell: true, chancery.Header: true, chancery.Footer: true, chancery.Footnote: true}

// leaves gives the ranges of the layout that are blocks, none inside another,
// and what stands between them as paragraphs, so that no word is left out.
func leaves(ed chancery.Edition) []chancery.Range {
	var out []chancery.Range
	end := 0
	gap := func(to int) {
		for end < to {
			stop := end
			for stop < to && ed.Text[stop] != '\n' {
				stop++
			}
			if !blank(ed.Text[end:stop]) {
				out = append(out, chancery.Range{Start: end, End: stop, Role: chancery.Paragraph})
			}
			end = stop + 1
		}
	}
	for _, r := range ed.Layout.Ranges {
		if !blockRoles[r.Role] || r.Start < end || r.End > len(ed.Text) || r.Start >= r.End {
			continue
		}
		gap(r.Start)
		out = append(out, r)
		end = r.End
	}
	gap(len(ed.Text))
	return out
}

func blank(s string) bool {
	for i := range len(s) {
		if s[i] > ' ' {
			return false
		}
	}
	return true
}

type cutter struct {
	text   string
	cuts   []int
	spans  []span
	tinted bool // the first tinted part was met
}

func (c *cutter) parts(start, end int) []part {
	var out []part
	i := sort.SearchInts(c.cuts, start+1)
	for start < end {
		stop := end
		if i < len(c.cuts) && c.cuts[i] < end {
			stop = c.cuts[i]
		}
		i++
		p := part{Start: start, End: stop, Text: c.text[start:stop], Judged: true}
		for _, s := range c.spans {
			if s.Start > start {
				break
			}
			if s.End >= stop {
				p.Marked = p.Marked || !s.Tinted
				p.Judged = p.Judged && (s.Judged || s.Tinted)
				p.Tinted = p.Tinted || s.Tinted
			}
		}
		p.First = p.Tinted && !c.tinted
		c.tinted = c.tinted || p.Tinted
		out = append(out, p)
		start = stop
	}
	return out
}
