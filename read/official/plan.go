package official

import (
	"strings"

	"chancery"
	"chancery/authority"
	"chancery/read/draft"
	"chancery/read/when"
)

// planColumns are the columns of national action plans in the languages in
// which they are written.
var planColumns = []columnKind{
	{"number", []string{"№", "no", "no.", "n°", "nº", "#", "№ п/п", "р/с", "р/с №", "п/п", "رقم", "м", "م"}},
	{"completion", []string{"form of completion", "completion form", "форма завершения", "аяқтау нысаны", "аяқталу нысаны", "expected result", "ожидаемый результат", "output", "outcome", "résultat", "resultado", "النتيجة", "شكل الإنجاز", "форма исполнения"}},
	{"due", []string{"deadline", "due", "time frame", "timeframe", "timeline", "period", "implementation date", "срок", "мерзім", "délai", "échéance", "plazo", "calendrier", "الموعد", "المدة", "الإطار الزمني", "term of"}},
	{"partner", []string{"partner", "co-executor", "соисполнител", "партнер", "серіктес", "partenaire", "colaborador", "الشركاء", "الشريك", "supporting"}},
	{"responsible", []string{"responsible", "executor", "lead agency", "implementing", "ответственн", "исполнител", "жауапты", "орындаушы", "responsable", "الجهة المسؤولة", "الجهة", "المسؤول", "institution in charge"}},
	{"indicator", []string{"indicator", "индикатор", "показател", "көрсеткіш", "indicateur", "indicador", "مؤشر"}},
	{"budget", []string{"budget", "cost", "funding", "financing", "financ", "источник", "финансир", "объем", "қаржы", "қаржыланд", "coût", "costo", "presupuesto", "الميزانية", "التمويل"}},
	{"area", []string{"area", "direction", "goal", "objective", "section", "pillar", "направлени", "раздел", "цель", "задач", "бағыт", "мақсат", "axe", "objectif", "área", "objetivo", "المجال", "الهدف", "المحور"}},
	{"text", []string{"measure", "activit", "action", "event", "task", "мероприяти", "мера", "меры", "действи", "іс-шара", "іс-шаралар", "шара", "mesure", "medida", "actividad", "النشاط", "الإجراء", "التدبير", "name of"}},
}

// Plan reads a national plan whose measures stand in a table, whatever the file
// it came in: a row is a measure, a row of one cell names the area of those
// below it.
func Plan(d *draft.Draft, f *authority.Files) {
	m := masked(d.Edition())
	d.Step(2 * len(m))
	p := planReader{d: d, text: m, tongue: tongueOf(m), files: f, bodies: map[string]*draft.Entity{}}
	for _, t := range tables(d.Edition()) {
		place, body, ok := columns(m, t, planColumns, 3)
		if _, measures := place["text"]; !ok || !measures {
			p.nearly(t, place, body)
			continue
		}
		if p.plan == nil {
			p.title(t.start)
		}
		p.table(t, place, body)
	}
}

// nearly notes a table that has two of a plan's columns and is not read as one.
func (p *planReader) nearly(t table, place map[string]int, body int) {
	if len(place) < 2 {
		return
	}
	head := t.rows[body-1]
	first, last := head[0], head[len(head)-1]
	p.d.Nearly("plan.measure", first.start, last.end, "columns of a plan, and too few of them or none of measures")
}

type planReader struct {
	d      *draft.Draft
	text   string
	tongue *tongue
	files  *authority.Files
	plan   *draft.Entity
	planAt span
	bodies map[string]*draft.Entity // institutions by folded name
}

// title proposes the plan, named by what stands before its table.
func (p *planReader) title(before int) {
	for _, l := range linesOf(p.text, span{max(0, before-3000), before}) {
		words := unspace(p.text[l.start:l.end])
		kind := instrumentKind(words)
		if len(words) > 500 || kind != "plan" && kind != "strategy" && kind != "programme" {
			continue
		}
		p.plan, p.planAt = p.d.Mention("Instrument", l.start, l.end), l
		p.plan.Add("name", words, l.start, l.end, "plan.title")
		p.plan.Add("type", kind, l.start, l.end, "plan.title")
		return
	}
}

func (p *planReader) table(t table, place map[string]int, body int) {
	get := func(row []span, kind string) span {
		c, ok := place[kind]
		if !ok {
			return span{}
		}
		s := cell(row, c)
		s.start, s.end = trimSpace(p.text, s.start, s.end)
		return s
	}
	var area span
	for _, row := range t.rows[body:] {
		n, first := filled(p.text, row)
		first.start, first.end = trimSpace(p.text, first.start, first.end)
		if n == 0 || countsColumns(p.text, row) {
			continue
		}
		if n == 1 || get(row, "text").empty() && n <= 2 {
			if first.end-first.start <= 400 {
				area = first
				if k, ok := readMarker(p.text, first.start); ok && k.after < first.end {
					area.start = k.after
				}
			}
			continue
		}
		words := get(row, "text")
		if words.empty() {
			p.d.Nearly("plan.measure", first.start, first.end, "a row of more than one cell, and none in the column of measures")
			continue
		}
		e := p.d.Mention("Measure", words.start, words.end)
		addText(e, p.text, "text", words.start, words.end, "plan.measure")
		if p.plan != nil {
			e.Ref("plan", p.plan, p.planAt.start, p.planAt.end, "plan.measure")
		}
		if s := get(row, "number"); !s.empty() {
			e.Add("number", strings.TrimRight(unspace(p.text[s.start:s.end]), "."), s.start, s.end, "plan.number")
		}
		if s := get(row, "area"); !s.empty() {
			area = s
		}
		if !area.empty() {
			e.Add("area", unspace(p.text[area.start:area.end]), area.start, area.end, "plan.area")
		}
		for _, k := range [...]string{"completion", "indicator", "budget"} {
			if s := get(row, k); !s.empty() && !dash(p.text[s.start:s.end]) {
				e.Add(k, unspace(p.text[s.start:s.end]), s.start, s.end, "plan."+k)
			}
		}
		p.due(e, words, get(row, "due"))
		p.institutions(e, "responsible", get(row, "responsible"))
		p.institutions(e, "partner", get(row, "partner"))
	}
}

// countsColumns reports whether a row numbers the columns: 1, 2, 3, ...
func countsColumns(text string, row []span) bool {
	n := 0
	for i, c := range row {
		if c.empty() || unspace(text[c.start:c.end]) != decimal(i+1) {
			return false
		}
		n++
	}
	return n > 1
}

// dash reports whether a cell says that there is nothing to say.
func dash(s string) bool {
	return strings.Trim(s, " -–—\t\n") == ""
}

// due reads a deadline: the words always, the day where they fix one. "2nd
// quarter 2025" is due on 30 June 2025, "2025-2027" runs from the first day of
// 2025; "annually" and "December" without a year fix none.
func (p *planReader) due(e *draft.Entity, measure, c span) {
	if c.empty() || dash(p.text[c.start:c.end]) {
		p.d.Nearly("plan.due", measure.start, measure.end, "a measure without a deadline")
		return
	}
	words := p.text[c.start:c.end]
	e.Add("dueText", unspace(words), c.start, c.end, "plan.due-text")
	var last chancery.Date
	var at when.Found
	for _, f := range when.Find(words, p.tongue.lang, chancery.Date{}) {
		if f.Date.IsZero() || f.Relative {
			continue
		}
		if end := f.Last(); last.IsZero() || last.Before(end) {
			last, at = end, f
		}
		if !f.EndDate.IsZero() && f.Date.Year != f.EndDate.Year {
			e.Add("from", f.Date.String(), c.start+f.Start, c.start+f.End, "plan.from")
		}
	}
	if last.IsZero() {
		last, at = bareYears(words)
	}
	switch {
	case !last.IsZero():
		e.Add("due", last.String(), c.start+at.Start, c.start+at.End, "plan.due")
	case containsAny(strings.ToLower(words), p.tongue.recurring):
		p.d.Nearly("plan.due", c.start, c.end, "the deadline comes back, and no year ends it")
	default:
		p.d.Nearly("plan.due", c.start, c.end, "the words of the deadline fix no year")
	}
}

// bareYears reads a cell that holds nothing but years: "2025", "2024, 2026".
func bareYears(words string) (last chancery.Date, at when.Found) {
	for i := 0; i < len(words); {
		if !digit(words[i]) {
			if letterAt(words, i) && words[i] < 0x80 {
				return chancery.Date{}, when.Found{}
			}
			i++
			continue
		}
		n, j := number(words, i)
		if j-i != 4 || n < 1950 || n > 2100 {
			return chancery.Date{}, when.Found{}
		}
		if d := chancery.NewDate(n, 12, 31); last.IsZero() || last.Before(d) {
			last, at = d, when.Found{Start: i, End: j}
		}
		i = j
	}
	return last, at
}

// institutions reads a cell of institutions, parted by commas, semicolons or lines.
func (p *planReader) institutions(e *draft.Entity, property string, c span) {
	for at := c.start; at < c.end; {
		stop := separator(p.text, at, c.end)
		if i := strings.IndexByte(p.text[at:stop], '\n'); i >= 0 && !wraps(p.text, at+i, stop) {
			stop = at + i
		}
		s, t := trimSpan(p.text, at, stop)
		at = stop + 1
		if left, right, ok := pair(p.text, s, t); ok {
			p.named(e, property, left)
			s = right.start
		}
		p.named(e, property, span{s, t})
	}
}

// pair parts "МЗ и МВД": two names of one word each. Longer names may have an
// "and" of their own.
func pair(text string, start, end int) (left, right span, ok bool) {
	for _, and := range [...]string{" и ", " және ", " and ", " et ", " y "} {
		i := strings.Index(text[start:end], and)
		if i <= 0 {
			continue
		}
		left, right = span{start, start + i}, span{start + i + len(and), end}
		return left, right, !strings.ContainsAny(text[left.start:left.end]+text[right.start:right.end], " \n\t")
	}
	return left, right, false
}

// named proposes one institution of a cell.
func (p *planReader) named(e *draft.Entity, property string, at span) {
	name := unspace(p.text[at.start:at.end])
	if len(name) < 2 || len(name) > 300 || dash(name) {
		return
	}
	key := strings.ToLower(name)
	o := p.bodies[key]
	if o == nil {
		o = p.institution(name, at.start, at.end)
		p.bodies[key] = o
	}
	e.Ref(property, o, at.start, at.end, "plan."+property)
}

// wraps reports whether the line end at i stands inside a name: the next line
// begins with a small letter.
func wraps(text string, i, end int) bool {
	rest := strings.TrimLeft(text[i:end], " \t\n\r")
	return rest != "" && (rest[0] >= 'a' && rest[0] <= 'z' || strings.HasPrefix(rest, "и ") || strings.HasPrefix(rest, "және "))
}

func (p *planReader) institution(name string, start, end int) *draft.Entity {
	for _, x := range p.files.Lookup(name) {
		if x.Schema == "Organization" {
			o := p.d.Known("Organization", x.ID)
			o.Add("name", x.Name("en"), start, end, "plan.institution")
			return o
		}
	}
	o := p.d.Mention("Organization", start, end)
	o.Add("name", name, start, end, "plan.institution")
	return o
}
