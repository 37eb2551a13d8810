package export

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

func TestGuard(t *testing.T) {
	for cell, want := range map[string]string{
		"Kairat":            "Kairat",
		"":                  "",
		"=1+1":              "'=1+1",
		"+7 700":            "'+7 700",
		"-3.5":              "-3.5",
		"+12":               "+12",
		"-":                 "'-",
		"-a":                "'-a",
		"@SUM(A1)":          "'@SUM(A1)",
		" \t=HYPERLINK()":   "' \t=HYPERLINK()",
		"\u00a0=1":          "'\u00a0=1",
		"＝1":                "'＝1",
		"2024-05-27":        "2024-05-27",
		"a=b":               "a=b",
		"|calc":             "'|calc",
		"-1.2.3":            "'-1.2.3",
		"لاما شريف":         "لاما شريف",
		"(Norway) (Egypt);": "(Norway) (Egypt);",
	} {
		if got := Guard(cell); got != want {
			t.Errorf("Guard(%q) = %q, want %q", cell, got, want)
		}
	}
}

func TestGuardedCellsBeginNoFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Guard(rapid.String().Draw(t, "cell"))
		trimmed := strings.TrimLeft(s, " \t\r\n\u00a0")
		if trimmed != "" && strings.ContainsAny(trimmed[:1], "=@|") {
			t.Errorf("%q begins a formula", s)
		}
	})
}

var sample = Table{Name: "Persons: [all]", Header: []string{"name", "post"}, Marking: "Internal", Rows: [][]string{
	{"Кайрат Лама Шариф", "Посол"}, {"=cmd()", "a \"quoted\", word\nand a line"}, {"أفنان الشعيبي", ""}}}

var sampleRows = [][]string{{"name", "post"}, {"Кайрат Лама Шариф", "Посол"}, {"'=cmd()", "a \"quoted\", word\nand a line"}, {"أفنان الشعيبي", ""}, {"Internal", ""}}

func TestCSVReadsBack(t *testing.T) {
	var b bytes.Buffer
	if err := WriteCSV(&b, sample); err != nil {
		t.Fatal(err)
	}
	text, ok := strings.CutPrefix(b.String(), "\ufeff")
	if !ok || !strings.HasPrefix(text, "name,post\r\n") {
		t.Errorf("no byte order mark or no CRLF: %q", b.String()[:20])
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(sampleRows, rows); d != "" {
		t.Error(d)
	}
}

func TestXLSXReadsBack(t *testing.T) {
	var b bytes.Buffer
	if err := WriteXLSX(&b, sample); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := f.GetSheetList(); len(got) != 1 || got[0] != "Persons   all" {
		t.Errorf("sheets %q", got)
	}
	rows, err := f.GetRows(f.GetSheetList()[0])
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		rows[i] = pad(rows[i], 2)
	}
	if d := cmp.Diff(sampleRows, rows); d != "" {
		t.Error(d)
	}
}
