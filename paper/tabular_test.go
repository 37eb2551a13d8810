package paper

import (
	"fmt"
	"strings"
	"testing"

	"chancery"

	"github.com/google/go-cmp/cmp"
)

// rowsIn lists the rows of an edition's tables: "2.1 State | Date", an empty
// cell as nothing.
func rowsIn(e chancery.Edition) []string {
	var out []string
	var last chancery.Range
	for _, r := range e.Layout.Ranges {
		if r.Role != chancery.Cell {
			continue
		}
		if r.Table != last.Table || r.Row != last.Row {
			out, last.Column = append(out, fmt.Sprintf("%d.%d ", r.Table, r.Row)), 1
		}
		row := &out[len(out)-1]
		*row += strings.Repeat("| ", r.Column-last.Column) + e.Text[r.Start:r.End] + " "
		last = r
	}
	for i := range out {
		out[i] = strings.TrimSpace(out[i])
	}
	return out
}

// drawn sets a row cell by cell, as programs draw it: each cell is its lines.
// It gives the height below the row.
func drawn(b *strings.Builder, y float64, xs []float64, cells ...string) float64 {
	deep := 1
	for i, c := range cells {
		for n, l := range strings.Split(c, "\n") {
			if l != "" {
				b.WriteString(put("F", 10, xs[i], y-float64(n)*12, l))
			}
			deep = max(deep, n+1)
		}
	}
	return y - float64(deep)*12 - 6
}

var ledger = []float64{72, 250, 380}

// status is a table of a treaty on two pages that repeats its head and divides
// a row.
func status() []byte {
	var one, two strings.Builder
	one.WriteString(put("B", 14, 72, 760, "Convention on Lighthouses") + put("F", 10, 72, 730, "The Convention was opened for signature at Port Lumen on the day of the long night, and it entered into force"))
	y := drawn(&one, 700, ledger, "Participant", "Signature", "Ratification,\nAccession(a), Succession(d)")
	y = drawn(&one, y, ledger, "Cormoran 1", "3 Mar 2001", "5 May 2003")
	y = drawn(&one, y, ledger, "Federation of the Islands of the\nNorth and of the Reefs", "", "7 Jul 2005 a")
	y = drawn(&one, y, ledger, "Halcyon", "4 Mar 2001", "")
	drawn(&one, y, ledger, "United Kingdom of the Two", "4 Mar 2001", "9 Sep 2007")
	y = drawn(&two, 760, ledger, "Participant", "Signature", "Ratification,\nAccession(a), Succession(d)")
	y = drawn(&two, y, ledger, "straits and of Lumen", "", "")
	y = drawn(&two, y, ledger, "Zephyria", "", "1 Jan 2011 d")
	two.WriteString(put("F", 10, 72, y-12, "The dates are those on which the depositary took the instruments, and they are given in the order of arrival."))
	return pdfFile(one.String(), two.String())
}

func TestTableOverPages(t *testing.T) {
	e := open(t, "s", status()).Edition
	want := []string{
		"1.1 Participant | Signature | Ratification,\nAccession(a), Succession(d)",
		"1.2 Cormoran 1 | 3 Mar 2001 | 5 May 2003",
		"1.3 Federation of the Islands of the North and of the Reefs | | 7 Jul 2005 a",
		"1.4 Halcyon | 4 Mar 2001",
		"1.5 United Kingdom of the Two straits and of Lumen | 4 Mar 2001 | 9 Sep 2007",
		"1.6 Zephyria | | 1 Jan 2011 d",
	}
	if d := cmp.Diff(want, rowsIn(e)); d != "" {
		t.Error(d, annotated(e))
	}
	if heads := inRole(e, chancery.Header); len(heads) != 1 || !strings.HasPrefix(heads[0], "Participant\tSignature\t") {
		t.Errorf("the head of the second page is %q", heads)
	}
	for _, r := range e.Layout.Ranges {
		if r.Role == chancery.Cell && e.Text[r.Start:r.End] == "1 Jan 2011 d" {
			if b := r.Boxes[0]; len(r.Boxes) != 1 || b.Page != 2 || b.X0 < 379 || b.X0 > 383 || e.Layout.PageOf(r.Start) != 2 {
				t.Errorf("page %d, boxes %+v", e.Layout.PageOf(r.Start), r.Boxes)
			}
		}
	}
}

// A cell set in the middle of its row, an area that crosses the columns, and
// words that nearly touch the next column.
func TestTableOfMeasures(t *testing.T) {
	var b strings.Builder
	xs := []float64{72, 92, 250, 330}
	y := drawn(&b, 760, xs, "No.", "Measure", "Responsible", "Deadline")
	b.WriteString(put("F", 10, 72, y, "Area 1. Harbours and whatever floats in them, by day and by night"))
	for n, deep := range []int{3, 1, 2} {
		y -= 18
		b.WriteString(put("F", 10, 72, y-float64(deep-1)*6, fmt.Sprint(n+1)))
		for l := range deep {
			b.WriteString(put("F", 10, 92, y-float64(l)*12, []string{"Light the lamps of every tower", "that stands on a reef, and see", "to it that they burn"}[l]))
		}
		b.WriteString(put("F", 10, 250, y-float64(deep-1)*6, "Harbour Office"))
		b.WriteString(put("F", 10, 330, y-float64(deep-1)*6, fmt.Sprint("July ", 2025+n)))
		y -= float64(deep-1) * 12
	}
	e := open(t, "m", pdfFile(b.String())).Edition
	want := []string{
		"1.1 No. | Measure | Responsible | Deadline",
		"1.2 Area 1. Harbours and whatever floats in them, by day and by night",
		"1.3 1 | Light the lamps of every tower that stands on a reef, and see to it that they burn | Harbour Office | July 2025",
		"1.4 2 | Light the lamps of every tower | Harbour Office | July 2026",
		"1.5 3 | Light the lamps of every tower that stands on a reef, and see | Harbour Office | July 2027",
	}
	if d := cmp.Diff(want, rowsIn(e)); d != "" {
		t.Error(d, annotated(e))
	}
}

// A name of two lines whose date stands between them, and the rest of a row
// close under the repeated head.
func TestCellsInTheMiddle(t *testing.T) {
	var one, two strings.Builder
	y := drawn(&one, 760, ledger, "Participant", "Signature", "Ratification")
	for _, name := range []string{"Cormoran", "Halcyon", "Zephyria"} {
		one.WriteString(put("F", 10, 72, y, name+", which is the greatest") + put("F", 10, 72, y-12, "of the islands"))
		one.WriteString(put("F", 10, 250, y-6, "March 2001") + put("F", 10, 380, y-6, "May 2003"))
		y -= 30
	}
	drawn(&one, y, ledger, "Lumen", "March 2002", "May 2004, and for")
	drawn(&two, 760, ledger, "Participant", "Signature", "Ratification")
	two.WriteString(put("F", 10, 380, 747, "the reefs June 2005"))
	drawn(&two, 720, ledger, "Petrel", "March 2003", "May 2006")
	want := []string{
		"1.1 Participant | Signature | Ratification",
		"1.2 Cormoran, which is the greatest of the islands | March 2001 | May 2003",
		"1.3 Halcyon, which is the greatest of the islands | March 2001 | May 2003",
		"1.4 Zephyria, which is the greatest of the islands | March 2001 | May 2003",
		"1.5 Lumen | March 2002 | May 2004, and for the reefs June 2005",
		"1.6 Petrel | March 2003 | May 2006",
	}
	e := open(t, "c", pdfFile(one.String(), two.String())).Edition
	if d := cmp.Diff(want, rowsIn(e)); d != "" {
		t.Error(d, annotated(e))
	}
}

// Words strewn over a page cost no more than their number.
func TestStrewnWords(t *testing.T) {
	for _, rows := range []int{1, 40, 3000} {
		var gs []glyph
		for i := range 60_000 {
			x, y := float32(i%(60_000/rows))*30, float32(i/(60_000/rows))*20
			gs = append(gs, glyph{r: 'a', x0: x, x1: x + 5, y0: y, y1: y + 5, size: 8})
		}
		b := book{leaves: []leaf{{number: 1, width: 595, height: 842, lines: setLines(gs)}, {number: 2, width: 595, height: 842, lines: setLines(gs)}}}
		s := newSheet(Defaults)
		b.write(s)
		if text, _, _, err := s.finish(); err != nil || strings.Count(text, "a") != 120_000 {
			t.Errorf("%d rows: %d letters, %v", rows, strings.Count(text, "a"), err)
		}
	}
}

// What stands side by side and is no table.
func TestNoTables(t *testing.T) {
	rows := func(xs []float64, rows ...[]string) string {
		var b strings.Builder
		y := 700.0
		for _, r := range rows {
			y = drawn(&b, y, xs, r...)
		}
		return b.String()
	}
	two := []float64{72, 310}
	for name, page := range map[string]string{
		"columns of text": rows(two,
			[]string{"The islands have agreed on one", "Whoever passes it at night has"},
			[]string{"lighthouse for all of them, and", "nothing to pay, as the skippers"},
			[]string{"representatives of each will be", "unanimously asked for in 2024"},
			[]string{"present when it is lit.", "laden or empty."}),
		"a list": rows([]float64{72, 110, 150},
			[]string{"1.", "The law of 2001 on harbours"}, []string{"2.", "The law of 2004 on lamps,\nwith its three schedules"},
			[]string{"", "(a)", "Oil of 2005"}, []string{"", "(b)", "Wicks of 2006"}, []string{"3.", "The law of 2007 on oil"}),
		"contents": rows([]float64{72, 110, 480},
			[]string{"I.", "Introduction ......................", "1"}, []string{"II.", "The lamps .........................", "4"},
			[]string{"III.", "The oil ...........................", "9"}, []string{"IV.", "What it costs .....................", "12"}),
		"signatures": rows(two,
			[]string{"For Cormoran:", "For Halcyon:"}, []string{"(Signed) A. Petrel", "(Signed) B. Tern"},
			[]string{"Minister of the Sea", "Minister of Lamps"}, []string{"Port Lumen", "3 March 2021"}),
		"a letterhead": rows(two,
			[]string{"Tel.:", "+7 000 1234"}, []string{"Fax:", "+7 000 1235"}, []string{"Date:", "3 March 2021"}, []string{"No.:", "17/4-2021"}),
	} {
		if got := rowsIn(open(t, name, pdfFile(page)).Edition); len(got) > 0 {
			t.Errorf("%s: %q", name, got)
		}
	}
}
