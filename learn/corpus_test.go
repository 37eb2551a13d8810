package learn

import (
	"encoding/csv"
	"fmt"
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
	for _, s := range strings.Fields(cmpOr(os.Getenv("CHANCERY_SPLITS"), "15,16 13,14,15,16 3,8,11,15 2,7,12,14")) {
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
		begin = time.Now()
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
		fmt.Printf("held %v: %d learnt in %.1fs; category built in %.4f, learnt %.4f; issues F1 %.4f (P %.3f R %.3f)\n", held, len(train), took.Seconds(),
			float64(built)/n, float64(learnt)/n, 2*float64(right)/float64(given+gold), float64(right)/float64(given), float64(right)/float64(gold))
	}
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
