package official

import (
	"strings"

	"chancery"
	"chancery/authority"
	"chancery/read/draft"
	"chancery/read/when"
)

// actWords name the acts in the heads of a status table's columns, in the
// languages in which depositaries keep them.
var actWords = []struct{ word, act string }{
	{"succession to signature", "succeeded"}, {"definitive signature", "signed"}, {"signature", "signed"}, {"ratification", "ratified"}, {"accession", "acceded"},
	{"succession", "succeeded"}, {"acceptance", "accepted"}, {"approval", "approved"}, {"formal confirmation", "confirmed"}, {"notification", "notified"},
	{"provisional application", "applied_provisionally"}, {"entry into force", "entered_into_force"}, {"denunciation", "denounced"}, {"withdrawal", "withdrawn"},

	{"adhésion", "acceded"}, {"acceptation", "accepted"}, {"approbation", "approved"}, {"confirmation formelle", "confirmed"}, {"entrée en vigueur", "entered_into_force"}, {"dénonciation", "denounced"}, {"retrait", "withdrawn"},
	{"firma", "signed"}, {"ratificación", "ratified"}, {"adhesión", "acceded"}, {"sucesión", "succeeded"}, {"aceptación", "accepted"}, {"aprobación", "approved"}, {"entrada en vigor", "entered_into_force"}, {"denuncia", "denounced"},
	{"подписани", "signed"}, {"ратификац", "ratified"}, {"присоединени", "acceded"}, {"правопреемств", "succeeded"}, {"принятие", "accepted"}, {"утверждени", "approved"}, {"вступлени", "entered_into_force"}, {"денонсац", "denounced"}, {"выход", "withdrawn"},
}

// depositaryMarks are the marks that the Secretary-General sets after a date.
//
// Source: United Nations, Multilateral Treaties Deposited with the
// Secretary-General, introduction.
var depositaryMarks = map[string]string{"a": "acceded", "d": "succeeded", "A": "accepted", "AA": "approved", "s": "signed", "c": "confirmed", "n": "notified"}

var statusColumns = []columnKind{{"participant", []string{"participant", "state", "country", "party", "parties", "member", "государств", "участник", "мемлекет", "état", "etat", "estado", "الدولة"}}}

// Status reads the status table of a treaty as a depositary keeps it: a
// participant, and under each act a date with its mark.
func Status(d *draft.Draft, f *authority.Files) {
	m := masked(d.Edition())
	d.Step(2 * len(m))
	resolve := newResolver(f)
	lang := tongueOf(m).lang
	for _, t := range tables(d.Edition()) {
		place, body, ok := columns(m, t, statusColumns, 1)
		if !ok {
			continue
		}
		heads := actColumns(m, t.rows[body-1], place["participant"])
		if len(heads) == 0 {
			continue
		}
		instrument, at := statusTitle(d, m, t.start, f)
		for _, row := range t.rows[body:] {
			c := cell(row, place["participant"])
			a, b := trimSpan(m, c.start, c.end)
			b = footnoteFree(m, a, b)
			if a >= b {
				continue
			}
			name := unspace(m[a:b])
			id, shown, known := resolve(name, true)
			if !known {
				d.Nearly("status.participant", a, b, "no State of that name; taken for an organisation")
			}
			for _, h := range heads {
				act := statusAct(d, m, cell(row, h.column), h, lang)
				if act == nil {
					continue
				}
				if instrument != nil {
					act.Ref("instrument", instrument, at.start, at.end, "status.title")
				}
				by := d.Mention("Organization", a, b)
				if known {
					by = d.Known("State", id)
				} else {
					shown = name
				}
				by.Add("name", shown, a, b, "status.participant")
				act.Ref("by", by, a, b, "status.participant")
			}
		}
	}
}

// footnoteFree leaves out the number of an end note glued to a name: "China 1, 2", "Germany3".
func footnoteFree(m string, a, b int) int {
	for b > a && (digit(m[b-1]) || m[b-1] == ',' || m[b-1] == ' ' || m[b-1] == '[' || m[b-1] == ']') {
		b--
	}
	return b
}

// actColumn is a column of dates: what each mark means there.
type actColumn struct {
	column int
	plain  string            // of a date without a mark
	marks  map[string]string // as the head explains them
}

func actColumns(m string, head []span, participant int) []actColumn {
	var out []actColumn
	for c, s := range head {
		if c == participant || s.empty() {
			continue
		}
		h := actColumn{column: c, marks: map[string]string{}}
		for _, part := range strings.Split(unspace(m[s.start:s.end]), ",") {
			mark := ""
			if i := strings.IndexByte(part, '('); i > 0 {
				mark = strings.Trim(part[i:], "() ")
				part = part[:i]
			}
			act := actNamed(part)
			switch {
			case act == "":
			case mark != "" && len(mark) <= 2:
				h.marks[mark] = act
			case h.plain == "":
				h.plain = act
			}
		}
		if h.plain == "" && len(h.marks) == 1 {
			for _, h.plain = range h.marks {
			}
		}
		if h.plain != "" || len(h.marks) > 0 {
			out = append(out, h)
		}
	}
	return out
}

func actNamed(s string) string {
	s = strings.ToLower(s)
	for _, w := range actWords {
		if strings.Contains(s, w.word) {
			return w.act
		}
	}
	return ""
}

// statusAct proposes the act of one cell: "26 Aug 1998 a".
func statusAct(d *draft.Draft, m string, c span, h actColumn, lang string) *draft.Entity {
	a, b := trimSpace(m, c.start, c.end)
	if a >= b || b-a > 60 {
		return nil
	}
	found := when.Find(m[a:b], lang, chancery.Date{})
	if len(found) == 0 || found[0].Date.IsZero() {
		d.Nearly("status.date", a, b, "no date in a column of acts")
		return nil
	}
	f := found[0]
	act, mark := h.plain, ""
	markAt := span{}
	rest, restEnd := trimSpace(m, a+f.End, b)
	if end := rest + strings.IndexAny(m[rest:restEnd]+" ", " 0123456789,["); end > rest {
		word := m[rest:end]
		if to, ok := h.marks[word]; ok {
			act, mark = to, word
		} else if to, ok := depositaryMarks[word]; ok {
			act, mark = to, word
		} else if len(word) <= 2 {
			act, mark = "", word
			d.Nearly("status.act", a, b, "neither the head of the column nor the depositary's list explains the mark")
		}
		markAt = span{rest, end}
	}
	e := d.Mention("Act", a, b)
	if act != "" {
		e.Add("type", act, a, b, "status.act")
	}
	e.Add("date", f.Date.String(), a+f.Start, a+f.End, "status.date")
	if act != "signed" && act != "" {
		e.Add("deposited", f.Date.String(), a+f.Start, a+f.End, "status.date")
	}
	if mark != "" {
		e.Add("mark", mark, markAt.start, markAt.end, "status.mark")
	}
	return e
}

// statusTitle proposes the treaty that the lines before a table name.
func statusTitle(d *draft.Draft, m string, before int, f *authority.Files) (*draft.Entity, span) {
	for _, l := range linesOf(m, span{max(0, before-2000), before}) {
		words := unspace(m[l.start:l.end])
		if len(words) > 400 {
			continue
		}
		for _, x := range f.Lookup(words) {
			if x.Schema == "Instrument" {
				e := d.Known("Instrument", x.ID)
				e.Add("name", x.Name("en"), l.start, l.end, "status.title")
				return e, l
			}
		}
		if k := instrumentKind(words); k == "treaty" || k == "charter" || k == "agreement" {
			a, b := l.start, l.end
			if k, ok := readMarker(m, a); ok && k.after < b {
				a = k.after
			}
			e := d.Mention("Instrument", a, b)
			e.Add("name", unspace(m[a:b]), a, b, "status.title")
			e.Add("type", k, a, b, "status.title")
			return e, span{a, b}
		}
	}
	return nil, span{}
}
