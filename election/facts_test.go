package election

import (
	"bytes"
	"encoding/csv"
	"os"
	"strings"
	"testing"
)

type factRow map[string]string

func factRows(t testing.TB) []factRow {
	t.Helper()
	b, err := os.ReadFile("testdata/elections.csv")
	if err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []factRow
	for _, cells := range all[1:] {
		row := factRow{}
		for i, h := range all[0] {
			row[h] = cells[i]
		}
		out = append(out, row)
	}
	return out
}

// TestCountFacts counts every ballot of the table and holds each answer
// against the record: what is answered must be right, and what is left open
// must be open for a reason.
func TestCountFacts(t *testing.T) {
	b, _ := os.ReadFile("testdata/elections.csv")
	var out bytes.Buffer
	notes, err := CountCSV(bytes.NewReader(b), &out)
	if err != nil {
		t.Fatal(err)
	}
	got, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var majority, elected, open, blank int
	for i, r := range factRows(t) {
		g := got[i+1]
		where := strings.Join([]string{r["election_id"], r["seat_group"], r["ballot"], r["candidate"]}, " ")
		if r["majority_required"] != "" {
			switch {
			case g[4] == "":
				blank++
				t.Logf("majority open: %s, record %s", where, r["majority_required"])
			case g[4] != r["majority_required"]:
				t.Errorf("%s: majority %s, record %s", where, g[4], r["majority_required"])
			default:
				majority++
			}
		}
		want := No
		if r["outcome"] == "elected" {
			want = Yes
		}
		switch {
		case g[7] == "":
			open++
			if r["votes"] != "" {
				t.Logf("outcome open: %s, %s votes, record %s", where, r["votes"], r["outcome"])
			}
		case g[7] != string(want):
			t.Errorf("%s: elected %q, record %q", where, g[7], r["outcome"])
		default:
			elected++
		}
	}
	if majority != 89 || elected != 86 {
		t.Errorf("%d majorities and %d outcomes are settled, and 89 and 86 can be", majority, elected)
	}
	t.Logf("rows: %d majorities as on record, %d left open; %d outcomes as on record, %d left open", majority, blank, elected, open)
	for _, n := range notes {
		t.Log(n)
	}
}
