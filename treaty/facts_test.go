package treaty

import (
	"bytes"
	"encoding/csv"
	"os"
	"strings"
	"testing"
)

// factRows reads a table of testdata with its header.
func factRows(t testing.TB, name string) []map[string]string {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, h := range all[0] {
			row[h] = cells[i]
		}
		out = append(out, row)
	}
	return out
}

// computed runs InForceCSV over the two tables and gives the dates by id.
func computed(t testing.TB, rules, deposits []byte) (dates map[string][2]string, notes []Note) {
	t.Helper()
	var out bytes.Buffer
	notes, err := InForceCSV(bytes.NewReader(rules), bytes.NewReader(deposits), &out)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	dates = map[string][2]string{}
	for _, r := range rows[1:] {
		dates[r[0]] = [2]string{r[1], r[2]}
	}
	return dates, notes
}

// unsettled lists the treaties of the tables whose dates cannot be computed
// from the deposits at hand although deposits are there, and the reason.
var unsettled = map[string]string{
	"UNTC-26-8":   "41 of 50", // the table of deposits stops at the 41st
	"UNTC-27-8-b": "48 of 50", // and here at the 48th
	"UNTC-27-7-a": "shares",   // 55 % of emissions
	"UNTC-23-3":   "31 of 35", // organisations do not count: not in force
	"UNTC-3-13":   "17 of 30", // not in force
	"UNTC-3-11":   "34 of 35", // not in force
}

func TestInForceFacts(t *testing.T) {
	rules, _ := os.ReadFile("testdata/treaties.csv")
	deposits, _ := os.ReadFile("testdata/treaty_deposits.csv")
	dates, notes := computed(t, rules, deposits)
	has := map[string]bool{}
	for _, d := range factRows(t, "treaty_deposits.csv") {
		has[d["treaty"]] = true
	}
	var right, blank int
	for _, r := range factRows(t, "treaties.csv") {
		id := r["id"]
		got := dates[id]
		want, open := unsettled[id]
		switch {
		case !has[id]:
			if got != [2]string{} {
				t.Errorf("%s: %v without any deposit", id, got)
			}
		case open:
			blank++
			if got[1] != "" || !noted(notes, id, want) {
				t.Errorf("%s: got %v, want no date and a note with %q", id, got, want)
			}
		default:
			if got[0] != r["threshold_met_on"] || got[1] != r["entry_into_force"] {
				t.Errorf("%s %s: got %v, want %s and %s", id, r["short_name"], got, r["threshold_met_on"], r["entry_into_force"])
				continue
			}
			right++
		}
	}
	if right != 62 || blank != len(unsettled) {
		t.Errorf("%d dates are as in the table and %d blank, and 62 and %d can be", right, blank, len(unsettled))
	}
	t.Logf("%d dates as in the table, %d left blank with the reason, of %d with deposits", right, blank, len(has))
	if testing.Verbose() {
		for _, n := range notes {
			t.Log(n)
		}
	}
}

func noted(notes []Note, id, text string) bool {
	for _, n := range notes {
		if n.ID == id && n.Blank && strings.Contains(n.Text.Text, text) {
			return true
		}
	}
	return false
}
