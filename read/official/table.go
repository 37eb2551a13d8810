package official

import (
	"strings"

	"chancery"
)

// span is a stretch of bytes, half-open.
type span struct{ start, end int }

func (s span) empty() bool { return s.start >= s.end }

// table is a table of the layout: rows of cells by column, the first column 0.
// A column without a cell is an empty span.
type table struct {
	span
	rows [][]span
}

// limits of what is read as a table.
const (
	maxTableRows    = 100_000
	maxTableColumns = 64
)

// tables gives the tables of an edition with their cells in place. Cells of
// tables inside cells are passed over; their words are part of the outer cell.
func tables(ed *chancery.Edition) []table {
	var out []table
	at := map[int]int{} // table number to place in out
	last := 0           // end of the last cell taken
	for _, r := range ed.Layout.Ranges {
		if r.Role != chancery.Cell || r.Row < 1 || r.Row > maxTableRows || r.Column < 1 || r.Column > maxTableColumns || r.End > len(ed.Text) || r.Start < last {
			continue
		}
		last = r.End
		n, ok := at[r.Table]
		if !ok {
			n = len(out)
			at[r.Table] = n
			out = append(out, table{span: span{r.Start, r.End}})
		}
		t := &out[n]
		t.end = r.End
		if r.Row > len(t.rows)+1000 {
			continue
		}
		for len(t.rows) < r.Row {
			t.rows = append(t.rows, nil)
		}
		row := &t.rows[r.Row-1]
		for len(*row) < r.Column {
			*row = append(*row, span{})
		}
		(*row)[r.Column-1] = span{r.Start, r.End}
	}
	return out
}

// cell gives a cell of a row, empty where it has none.
func cell(row []span, column int) span {
	if column < 0 || column >= len(row) {
		return span{}
	}
	return row[column]
}

// filled counts the cells of a row that hold words, and gives the first.
func filled(text string, row []span) (n int, first span) {
	for _, c := range row {
		if c.start < c.end && strings.TrimSpace(text[c.start:c.end]) != "" {
			if n == 0 {
				first = c
			}
			n++
		}
	}
	return n, first
}

// linesOf gives the lines of a cell without outer white space, empty ones left out.
func linesOf(text string, c span) []span {
	var out []span
	for at := c.start; at < c.end; {
		end := at + lineEnd(text[at:c.end])
		if a, b := trimSpace(text, at, end); a < b {
			out = append(out, span{a, b})
		}
		at = end + 1
	}
	return out
}

// trimSpace narrows start and end to leave out white space.
func trimSpace(text string, start, end int) (int, int) {
	for start < end && spaceAt(text[start]) || strings.HasPrefix(text[start:end], "\u00a0") {
		start += 1 + int(text[start]>>7) // two bytes where it is no ASCII
	}
	for start < end && spaceAt(text[end-1]) || strings.HasSuffix(text[start:end], "\u00a0") {
		end -= 1 + int(text[end-1]>>7)
	}
	return start, end
}

// columns finds the row of a table that heads its columns: among the first
// rows, the one in which most of the wanted columns are named. It gives the
// column of each kind and the row below the heads; ok is false where fewer
// than least kinds are named.
func columns(text string, t table, kinds []columnKind, least int) (place map[string]int, body int, ok bool) {
	best := 0
	for i := 0; i < len(t.rows) && i < 12; i++ {
		found := map[string]int{}
		for c, s := range t.rows[i] {
			if s.end-s.start > 200 || s.empty() {
				continue
			}
			if kind := kindOfColumn(text[s.start:s.end], kinds); kind != "" {
				if _, taken := found[kind]; !taken {
					found[kind] = c
				}
			}
		}
		if len(found) > best {
			best, place, body = len(found), found, i+1
		}
	}
	return place, body, best >= least
}

// columnKind is a kind of column and the words, folded, by which its head is known.
type columnKind struct {
	kind  string
	words []string
}

func kindOfColumn(head string, kinds []columnKind) string {
	head = strings.ToLower(unspace(head))
	for _, k := range kinds {
		for _, w := range k.words {
			if w == head || len(w) > 2 && strings.Contains(head, w) {
				return k.kind
			}
		}
	}
	return ""
}
