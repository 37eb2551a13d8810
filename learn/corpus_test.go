package learn

import (
	"cmp"
	"encoding/csv"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// corpusRow is a row of UPR Info's database, which does not ship.
type corpusRow struct {
	Row
	to      string
	session int
}

// corpus reads the table that CHANCERY_UPRINFO names.
func corpus(tb testing.TB) []corpusRow {
	path := os.Getenv("CHANCERY_UPRINFO")
	if path == "" {
		tb.Skip("CHANCERY_UPRINFO names no recommendations.csv")
	}
	f, err := os.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		tb.Fatal(err)
	}
	column := map[string]int{}
	for i, h := range records[0] {
		column[h] = i
	}
	var out []corpusRow
	for _, r := range records[1:] {
		session, _ := strconv.Atoi(r[column["session"]])
		row := corpusRow{to: r[column["to"]], session: session}
		row.Text = r[column["text"]]
		row.Labels = map[string][]string{"action_category": {r[column["action_category"]]}, "issues": strings.Split(r[column["issues"]], ",")}
		out = append(out, row)
	}
	return out
}

func parted(rows []corpusRow, held ...int) (train []Row, test []corpusRow) {
	for _, r := range rows {
		if slices.Contains(held, r.session) {
			test = append(test, r)
		} else {
			train = append(train, r.Row)
		}
	}
	return train, test
}

// Sessions that were not learnt from, by each split.
func TestUnseenSessions(t *testing.T) {
	rows := corpus(t)
	var splits [][]int
	for _, s := range strings.Fields(cmp.Or(os.Getenv("CHANCERY_SPLITS"), "15,16 13,14,15,16 3,8,11,15 2,7,12,14")) {
		var held []int
		for _, n := range strings.Split(s, ",") {
			i, _ := strconv.Atoi(n)
			held = append(held, i)
		}
		splits = append(splits, held)
	}
	for _, held := range splits {
		train, test := parted(rows, held...)
		begin := time.Now()
		m := Train(train, ActionCategory, Issues)
		took := time.Since(begin)
		var built, learnt, right, given, gold int
		for _, r := range test {
			s := m.Suggest(r.Text)
			if c, _ := Verbs(r.Text); c == r.Labels["action_category"][0] {
				built++
			}
			if s[0].Labels[0] == r.Labels["action_category"][0] {
				learnt++
			}
			for _, is := range s[1].Labels {
				if slices.Contains(r.Labels["issues"], is) {
					right++
				}
			}
			given += len(s[1].Labels)
			gold += len(r.Labels["issues"])
		}
		n := float64(len(test))
		category, verbs, f1 := float64(learnt)/n, float64(built)/n, 2*float64(right)/float64(given+gold)
		t.Logf("held %v: %d learnt in %.1fs; category built in %.4f, learnt %.4f; issues F1 %.4f (P %.3f R %.3f)", held, len(train), took.Seconds(),
			verbs, category, f1, float64(right)/float64(given), float64(right)/float64(gold))
		if verbs < 0.88 || category < 0.90 || f1 < 0.89 {
			t.Error("worse than it was")
		}
	}
}

// What follows a recommendation of the first cycle (sessions 1 to 12) is about
// the same: its issues, which the lineage does not see, meet those of the
// recommendation it takes up.
func TestLineageOfCycles(t *testing.T) {
	cycles := map[string]*[2][]corpusRow{}
	var states []string
	for _, r := range corpus(t) {
		if cycles[r.to] == nil {
			cycles[r.to] = &[2][]corpusRow{}
			states = append(states, r.to)
		}
		c := &cycles[r.to][min(r.session/13, 1)]
		*c = append(*c, r)
	}
	texts := func(rows []corpusRow) (out []string) {
		for _, r := range rows {
			out = append(out, r.Text)
		}
		return out
	}
	meet := func(a, b corpusRow) bool {
		return slices.ContainsFunc(a.Labels["issues"], func(is string) bool { return slices.Contains(b.Labels["issues"], is) })
	}
	var now, found, same, chance int
	for _, s := range states {
		old, new := cycles[s][0], cycles[s][1]
		if len(old) == 0 {
			continue
		}
		now += len(new)
		for _, k := range Lineage(texts(old), texts(new)) {
			found++
			if meet(new[k.Text], old[k.Before]) {
				same++
			}
			if meet(new[k.Text], old[(k.Before+len(old)/2)%len(old)]) {
				chance++
			}
		}
	}
	t.Logf("%d of %d recommendations of the second cycle follow one of the first; %.3f of the pairs share an issue, and %.3f of pairs by chance", found, now,
		float64(same)/float64(found), float64(chance)/float64(found))
	if float64(same) < 0.95*float64(found) {
		t.Error("too many pairs share no issue")
	}
}
