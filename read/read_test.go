package read

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"chancery"
)

func edition(text string, heads ...string) *chancery.Edition {
	ed := &chancery.Edition{Number: 1, Language: "en", Text: text}
	for i, h := range heads {
		ed.Layout.Ranges = append(ed.Layout.Ranges, chancery.Range{Start: len(ed.Text), End: len(ed.Text) + len(h), Role: chancery.Cell, Table: 1, Row: 1, Column: i + 1})
		ed.Text += h + "\t"
	}
	return ed
}

func TestKind(t *testing.T) {
	for _, c := range []struct {
		want string
		ed   *chancery.Edition
	}{
		{UPRReport, edition("Report of the Working Group on the Universal Periodic Review\nGhana\n")},
		{UPRReport, edition("torn copy\n94. All conclusions and/or recommendations contained in the present report reflect the position of the State\n")},
		{AddendumPaper, edition("A/HRC/59/99/Add.1\nReport of the Working Group on the Universal Periodic Review\nGhana\nAddendum\n")},
		{ThematicList, edition("UPR of Ghana\n", "Recommendation", "Position", "Full list of themes")},
		{Observations, edition("CEDAW/C/KAZ/CO/9\nConcluding observations on the ninth periodic report of Kazakhstan\n")},
		{UPRReport, edition("Доклад Рабочей группы по универсальному периодическому обзору\nКазахстан\n")},
		{AddendumPaper, edition("A/HRC/57/96/Add.1\nRapport du Groupe de travail sur l’Examen périodique universel\nTogo\nAdditif\n")},
		{Observations, edition("CEDAW/C/KAZ/CO/9\nObservations finales concernant le neuvième rapport périodique du Kazakhstan\n")},
		{Observations, edition("CERD/C/KWT/CO/30\nالملاحظات الختامية بشأن التقرير الدوري الثلاثين للكويت\n")},
		{PressText, edition("Le Ministre a reçu le Groupe de travail ; les observations finales concernant le rapport seront publiées.\n")},
		{UPRReport, edition("104. Toutes les conclusions et/ou recommandations figurant dans le présent rapport reflètent la position de l’État\n")},
		{Plan, edition("", "Р/с №", "Іс-шара", "Жауапты орындаушылар", "Орындалу мерзімі")},
		{Plan, edition("", "N°", "Activité", "Responsable", "Échéance")},
		{StatusTable, edition("", "Участник", "Подписание", "Ратификация, Присоединение(a)")},
		{PressText, edition("", "Р/с №", "Аты-жөні", "Лауазымы")},
		{Plan, edition("", "№", "Мероприятие", "Ответственные", "Срок исполнения")},
		{StatusTable, edition("", "Participant", "Signature", "Ratification, Accession(a)")},
		{TreatyText, edition("CONVENTION ON SHELTERS\nArticle 1\nx\nArticle 2\nx\nArticle 3\nx\n")},
		{Statute, edition("STATUTE OF THE FORUM\nArticle 1\nx\nArticle 2\nx\nArticle III\nx\n")},
		{Resolution, edition("United Nations A/HRC/DEC/70/115\nUniversal periodic review\nDecision adopted by the Human Rights Council on 3 July 2028\n70/115. Outcome of the review: Malta\nthe Working Group on the Universal Periodic Review\n")},
		{Resolution, edition("A/RES/70/1\nResolution adopted by the General Assembly\n")},
		{PressText, edition("The Minister met the Working Group and recalled Article 4, Article 5 and Article 6.\n")},
		{PressText, edition("", "No.", "Name", "Post")},
		{PressText, edition("")},
	} {
		if got := Kind(c.ed); got != c.want {
			t.Errorf("%q is read as %s, not %s", c.ed.Text, got, c.want)
		}
	}
}

func TestStatements(t *testing.T) {
	ed := edition("Report of the Working Group on the Universal Periodic Review\nThe review of Ghana was held at the 3rd meeting.\n94. The recommendations listed below enjoy the support of Ghana:\n94.1. Open \"shelters\" (Peru, Chile);\n")
	doc := chancery.Document{ID: chancery.NewDocumentID([]byte(ed.Text))}
	r, err := Statements(context.Background(), doc, ed, nil)
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, rule := range Rules() {
		known[rule.Name] = true
	}
	for _, s := range r.Statements {
		if !known[s.Rule] || s.Version < 1 {
			t.Errorf("%s = %s by unknown rule %q version %d", s.Property, s.Value, s.Rule, s.Version)
		}
	}
	again, x, err := Explain(context.Background(), doc, ed, nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(r, again); diff != "" {
		t.Errorf("explaining changed the reading: %s", diff)
	}
	if x.Kind != UPRReport || len(x.Fired) == 0 {
		t.Errorf("explanation %+v", x)
	}

	var b strings.Builder
	if err := JSONL(&b, "a.txt", "", ed.Text, r); err != nil {
		t.Fatal(err)
	}
	var line struct {
		File, Text string
		Entities   []struct {
			ID, Schema string
			Properties map[string][]struct {
				Value, Ref, Quote, Rule string
				Start, End              int
			}
		}
	}
	if err := json.Unmarshal([]byte(b.String()), &line); err != nil {
		t.Fatal(err)
	}
	names, by := map[string]string{}, []string(nil)
	for _, e := range line.Entities {
		for p, values := range e.Properties {
			for _, v := range values {
				if line.Text[v.Start:v.End] != v.Quote {
					t.Errorf("%s: quote %q is not the text", p, v.Quote)
				}
				if p == "name" {
					names[e.ID] = v.Value
				}
				if p == "by" {
					by = append(by, v.Ref)
				}
			}
		}
	}
	if line.Text != ed.Text || len(by) != 2 || names[by[0]] != "Peru" || names[by[1]] != "Chile" {
		t.Errorf("by %v, names %v", by, names)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Statements(ctx, chancery.Document{}, edition("x"), nil); chancery.KindOf(err) != chancery.Cancelled {
		t.Errorf("error %v", err)
	}
}

// The strings of JSONL are those of encoding/json, whatever stands in them.
func TestJSONStrings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := strings.ToValidUTF8(rapid.String().Draw(t, "s"), "")
		var b strings.Builder
		if err := JSONL(&b, s, s, s, chancery.Reading{}); err != nil {
			t.Fatal(err)
		}
		var got struct{ File, Part, Text string }
		if err := json.Unmarshal([]byte(b.String()), &got); err != nil || got.File != s || got.Part != s || got.Text != s || strings.Count(b.String(), "\n") != 1 {
			t.Fatalf("%q became %q: %v", s, b.String(), err)
		}
	})
}
