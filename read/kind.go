package read

import (
	"strings"

	"chancery"
	"chancery/read/official"
)

// The kinds of paper.
const (
	UPRReport     = "upr-report"
	ThematicList  = "thematic-list"
	AddendumPaper = "addendum"
	Observations  = "concluding-observations"
	Plan          = "plan"
	StatusTable   = "status-table"
	TreatyText    = "treaty-text"
	Statute       = "statute"
	Resolution    = "resolution"
	PressText     = "press"
)

// uprClosing stands in the last paragraph of every report of the Working Group,
// also where a copy lost its first page.
var uprClosing = []string{
	"recommendations contained in the present report reflect the position",
	"recommandations figurant dans le présent rapport reflètent la position",
	"recomendaciones que figuran en el presente informe reflejan la posición",
	"рекомендации, содержащиеся в настоящем докладе, отражают позицию",
}

// headBytes bounds the part of a paper by which its kind is told.
const headBytes = 4000

// Kind tells what kind of paper an edition is, by its title, its symbol and
// the heads of its tables: what the paper says of itself, never its file name.
func Kind(ed *chancery.Edition) string {
	head := ed.Text[:min(len(ed.Text), headBytes)]
	low := strings.ToLower(head)
	tables := tableHeads(ed)
	switch {
	case official.Symbolled(head):
		return Resolution
	case has(tables, "recommendation") && has(tables, "position") && has(tables, "theme"):
		return ThematicList
	case strings.Contains(low, "working group on the universal periodic review") || official.NamesReport(head) || has(ed.Text, uprClosing...):
		switch {
		case strings.Contains(head, "Addendum") || strings.Contains(head, "/Add."):
			return AddendumPaper
		case strings.Contains(low, "report of the working group") || official.NamesReport(head):
			return UPRReport
		case has(ed.Text, uprClosing...):
			return UPRReport
		}
	case (strings.Contains(low, "concluding observations on the") || official.NamesObservations(head)) && strings.Contains(head, "/CO/"):
		return Observations
	case planHeads(tables):
		return Plan
	case statusHeads(tables):
		return StatusTable
	case strings.Contains(head, "/RES/") || strings.Contains(head, "/DEC/") && strings.Contains(low, "adopted by"):
		return Resolution
	}
	return articled(ed.Text, low)
}

// articled tells a treaty or statute by its articles.
func articled(text, low string) string {
	n := 0
	for at := 0; at < len(text) && n < 3; {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			end = len(text) - at
		}
		line := strings.TrimSpace(text[at : at+end])
		if len(line) < 120 && opensArticle(line) {
			n++
		}
		at += end + 1
	}
	if n < 3 {
		return PressText
	}
	first := min(len(low), 1500)
	switch {
	case has(low[:first], "statute of", "charter of", "устав ", "статут", "النظام الأساسي", "жарғысы", "statuts de", "statut de", "statut du", "estatuto de"):
		return Statute
	}
	return TreatyText
}

func opensArticle(line string) bool {
	for _, w := range []string{"Article ", "ARTICLE ", "Статья ", "СТАТЬЯ ", "Artículo ", "المادة "} {
		if rest, ok := strings.CutPrefix(line, w); ok && rest != "" && !strings.Contains(rest, ", ") {
			return rest[0] >= '0' && rest[0] <= '9' || rest[0] == 'I' || rest[0] == 'V' || rest[0] == 'X' || rest[0] >= 0x80
		}
	}
	i := strings.Index(line, "-бап")
	return i > 0 && i < 4
}

// tableHeads gives the words of the first rows of the tables, lower case, each
// cell ended by a line end.
func tableHeads(ed *chancery.Edition) string {
	var b strings.Builder
	for _, r := range ed.Layout.Ranges {
		if r.Role == chancery.Cell && r.Row <= 6 && r.End-r.Start < 200 && r.End <= len(ed.Text) && b.Len() < 8000 {
			b.WriteString(strings.ToLower(strings.TrimSpace(ed.Text[r.Start:r.End])))
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// planHeads reports whether columns of measures, of those responsible and of
// deadlines or results stand side by side.
func planHeads(s string) bool {
	return has(s, "measure", "activit", "action", "мероприяти", "мера", "іс-шара", "mesure", "medida", "actividad", "النشاط", "الإجراء", "التدبير") &&
		has(s, "responsib", "executor", "implementing", "ответственн", "исполнител", "жауапты", "орындаушы", "responsable", "الجهة", "المسؤول") &&
		has(s, "deadline", "due", "time", "period", "срок", "мерзім", "délai", "échéance", "plazo", "الموعد", "المدة", "الإطار", "completion", "завершения", "аяқтау", "indicator", "индикатор")
}

// statusHeads reports whether a column of participants stands beside one of
// the acts by which they are bound.
func statusHeads(s string) bool {
	return has(s, "participant", "state", "country", "party", "état", "estado", "государств", "участник") &&
		has(s, "ratification", "accession", "acceptance(a)", "signature", "succession", "adhésion", "ratificación", "adhesión", "ратификац", "присоединен", "подписани")
}

func has(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
