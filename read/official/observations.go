package official

import (
	"strings"

	"chancery"
	"chancery/authority"
	"chancery/read/draft"
	"chancery/read/when"
)

// Observations reads concluding observations of a treaty body: what the paper
// is, the recommendations by sub-paragraph with the concern they answer, those
// to be followed up and when, and the date of the next report.
//
// Their layout: headings by subject; under each a paragraph of concerns with
// lettered parts, then a paragraph in which the Committee recommends, its parts
// bearing the same letters. The unit that a State tracks is "20 (b)".
func Observations(d *draft.Draft, f *authority.Files) {
	m := masked(d.Edition())
	d.Step(3 * len(m))
	o := observations{d: d, text: m, resolve: newResolver(f), recs: map[string]*draft.Entity{}}
	o.head()
	o.blocks = blocks(m)
	for i := range o.blocks {
		o.block(i)
	}
	o.followUp()
}

type observations struct {
	d       *draft.Draft
	text    string
	resolve resolver
	blocks  []block
	of      report
	adopted chancery.Date

	heading  block    // the last heading
	number   int      // of the paragraph being read
	numberAt span     // its bytes
	verb     bool     // the paragraph recommends
	intro    span     // "The Committee recommends that the State party:"
	concern  block    // the last paragraph of concern
	concerns [26]span // its lettered parts
	positive bool
	recs     map[string]*draft.Entity
	follow   block // the paragraph that asks for follow-up
}

// committees by the first part of their symbols.
var committees = map[string]string{
	"CEDAW": "CEDAW", "CERD": "CERD", "CCPR": "CCPR", "CAT": "CAT", "CRC": "CRC", "CRPD": "CRPD", "CMW": "CMW", "CED": "CED", "E": "CESCR",
}

// head reads the symbol, the State, the session and the dates.
func (o *observations) head() {
	text := o.d.Text()
	head := min(len(text), 8000)
	s, e := observationSymbol(text[:head])
	if e == 0 {
		return
	}
	symbol := text[s:e]
	r := o.d.Mention("Report", s, e)
	r.Add("symbol", symbol, s, e, "observations.head")
	r.Add("type", "concluding observations", s, e, "observations.head")
	o.of.facts = append(o.of.facts, stated{"document", symbol, s, e})
	if name, ok := committees[symbol[:strings.IndexByte(symbol, '/')]]; ok {
		r.Add("mechanism", name, s, e, "observations.head")
		o.of.facts = append(o.of.facts, stated{"mechanism", name, s, e})
	}
	for _, before := range []string{"periodic report of ", "periodic reports of ", "initial report of ", "report submitted by ", "reports of ", "report of "} {
		i := strings.Index(o.text[:head], before)
		if i < 0 {
			continue
		}
		a := i + len(before)
		a = skipWord(o.text, a, head, "the ")
		if st := nameAt(o.text, a, min(head, a+80), o.resolve); st != nil {
			o.of.state, o.of.at = o.d.Known("State", st.id), [2]int{st.start, st.end}
			o.of.state.Add("name", st.name, st.start, st.end, "state.name")
			r.Ref("state", o.of.state, st.start, st.end, "observations.head")
			break
		}
	}
	if a, b, ok := between(o.text, 0, head, "at its ", " session", 60); ok {
		if n, ok := ordinal(unspace(o.text[a:b])); ok {
			r.Add("session", decimal(n), a, b, "observations.head")
		}
		// "adopted by the Committee at its seventy-fourth session (21 October-8 November 2019)"
		for _, f := range when.Find(o.text[b:min(head, b+80)], "en", chancery.Date{}) {
			o.adopted = f.Date
			if !f.EndDate.IsZero() {
				o.adopted = f.EndDate
			}
		}
	}
	if i := strings.Index(o.text[:head], "considered the "); i >= 0 {
		for _, f := range when.Find(o.text[i:min(head, i+700)], "en", chancery.Date{}) {
			if f.Date.Precision() == chancery.DayPrecision {
				r.Add("considered", f.Date.String(), i+f.Start, i+f.End, "observations.head")
				break
			}
		}
	}
}

// observationSymbol finds "CEDAW/C/KAZ/CO/5" or "E/C.12/KAZ/CO/2".
func observationSymbol(s string) (start, end int) {
	i := strings.Index(s, "/CO/")
	if i < 0 {
		return 0, 0
	}
	start, end = i, i+len("/CO/")
	for start > 0 && (s[start-1] >= 'A' && s[start-1] <= 'Z' || digit(s[start-1]) || s[start-1] == '/' || s[start-1] == '.') {
		start--
	}
	for end < len(s) && (digit(s[end]) || s[end] == '-' && end+1 < len(s) && digit(s[end+1])) {
		end++
	}
	if !digit(s[end-1]) || strings.IndexByte(s[start:end], '/') <= 0 {
		return 0, 0
	}
	return start, end
}

// nameAt gives the State whose name begins at start: the longest run of words
// up to end that is one.
func nameAt(text string, start, end int, resolve resolver) *named {
	var best *named
	for i := start; i <= end && i <= len(text); i++ {
		if i < end && i < len(text) && (text[i] >= 'a' && text[i] <= 'z' || text[i] >= 'A' && text[i] <= 'Z' || text[i] >= 0x80) {
			continue
		}
		if s := unspace(text[start:i]); s != "" {
			if id, name, ok := resolve(s, false); ok {
				best = &named{id, name, start, i}
			}
		}
		if i < len(text) && (text[i] == '.' || text[i] == ';' || text[i] == '*') {
			break
		}
	}
	return best
}

// The verbs of a committee that recommends, and of one that is concerned.
//
// Source: the practice of the treaty bodies; facts on reporting list them.
var (
	recommending = []string{"recommends", "urges", "calls upon", "calls on", "requests", "encourages", "invites", "suggests", "reiterates its recommendation", "reiterates its previous recommendation", "recalls its previous recommendation", "State party should"}
	concerned    = []string{"concerned", "concern", "regrets"}
)

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func (o *observations) block(i int) {
	b := o.blocks[i]
	switch {
	case b.number > 0:
		o.paragraph(b)
		if b.letter != 0 {
			o.part(b)
		}
	case b.letter != 0:
		o.part(b)
	case b.heading(o.text):
		o.heading = b
		words := strings.ToLower(b.text(o.text))
		o.positive = strings.Contains(words, "positive aspect")
		o.number = 0
	}
}

// paragraph begins a numbered paragraph.
func (o *observations) paragraph(b block) {
	o.number, o.numberAt = b.number, b.at
	words := o.text[b.words:b.end]
	first := words[:min(len(words), 500)]
	isConcern := containsAny(first, concerned) && !strings.Contains(first, "recommends") && !strings.Contains(first, "urges") && !strings.Contains(first, "calls upon")
	o.verb = !isConcern && containsAny(first, recommending) && !o.positive
	heading := strings.ToLower(o.heading.text(o.text))
	switch {
	case isConcern:
		o.concern, o.concerns = b, [26]span{}
		return
	case !o.verb:
		return
	}
	if strings.Contains(heading, "follow-up") && (strings.Contains(words, "within ") || strings.Contains(words, "no later than")) {
		o.follow = b
		return
	}
	if o.nextReport(b, heading) {
		return
	}
	o.intro = span{b.words, b.end}
	if o.text[b.end-1] == ':' { // the parts say what is recommended
		return
	}
	o.recommend(decimal(b.number), b, span{b.words, b.end})
}

// part reads a lettered part of the paragraph being read.
func (o *observations) part(b block) {
	if o.positive {
		o.welcome(b)
		return
	}
	if o.number == 0 {
		return
	}
	if !o.verb {
		if o.concern.number == o.number {
			o.concerns[b.letter-'a'] = span{b.words, b.end}
		}
		return
	}
	o.recommend(decimal(o.number)+" ("+string(b.letter)+")", b, span{b.words, b.end})
}

// welcomed are the ways in which a positive aspect names what a State did.
var welcomed = []struct{ words, act string }{
	{"ratification of", "ratified"}, {"accession to", "acceded"}, {"adoption of", "adopted"}, {"enactment of", "adopted"},
	{"amendment of", "amended"}, {"amendments to", "amended"}, {"launch of", "launched"},
}

// welcome reads a positive aspect: an instrument and what was done to it, where
// it bears a date.
func (o *observations) welcome(b block) {
	words := o.text[b.words:b.end]
	name, act := b.words, ""
	low := strings.ToLower(words[:min(len(words), 60)])
	for _, w := range welcomed {
		if i := strings.Index(low, w.words); i >= 0 && i < 12 {
			name, act = b.words+i+len(w.words), w.act
			break
		}
	}
	kind := instrumentKind(words[:min(len(words), 120)])
	dates := when.Find(words, "en", chancery.Date{})
	if kind == "" || len(dates) == 0 || dates[0].Date.IsZero() {
		return
	}
	if act == "" {
		act = "adopted"
		if kind == "treaty" {
			return // the Committee may welcome an accession or a ratification; it does not say which
		}
	}
	day := dates[0]
	end := trimEnd(o.text, name, b.words+day.Start, " in ", " on ", " of ", ", in ", ", on ")
	name, end = trimSpan(o.text, name, end)
	name = skipWord(o.text, name, end, "the ", "a ", "an ")
	for end > name && (o.text[end-1] == ',' || o.text[end-1] == '(' || o.text[end-1] == ' ') {
		end--
	}
	if end-name < 5 {
		return
	}
	i := o.d.Mention("Instrument", name, end)
	addText(i, o.text, "name", name, end, "observations.positive")
	i.Add("type", kind, name, end, "observations.positive")
	a := o.d.Mention("Act", b.start, b.end)
	a.Ref("instrument", i, name, end, "observations.positive")
	a.Add("type", act, b.words, b.end, "observations.positive")
	a.Add("date", day.Date.String(), b.words+day.Start, b.words+day.End, "observations.positive")
	if o.of.state != nil {
		a.Ref("by", o.of.state, o.of.at[0], o.of.at[1], "observations.positive")
	}
}

// recommend proposes one recommendation.
func (o *observations) recommend(number string, b block, words span) {
	start, end := words.start, words.end
	for end > start && (o.text[end-1] == ';' || o.text[end-1] == ' ') {
		end--
	}
	end = trimEnd(o.text, start, end, "; and", ", and")
	e := o.d.Mention("Recommendation", b.start, end)
	at := b.at
	if at.empty() {
		at = o.numberAt
	}
	e.Add("paragraph", number, at.start, at.end, "observations.paragraph")
	addText(e, o.text, "text", start, end, "observations.text")
	o.of.add(e, "observations.head")
	if o.of.state != nil {
		e.Ref("to", o.of.state, o.of.at[0], o.of.at[1], "observations.state")
	}
	if !o.heading.empty() {
		addText(e, o.text, "theme", o.heading.start, o.heading.end, "observations.heading")
		o.articles(e, o.heading.span)
	}
	if o.concern.number > 0 && o.concern.number < o.number && o.number-o.concern.number <= 3 {
		c := span{o.concern.words, o.concern.end}
		if b.letter != 0 && !o.concerns[b.letter-'a'].empty() {
			c = o.concerns[b.letter-'a']
		}
		addText(e, o.text, "concern", c.start, c.end, "observations.concern")
		o.articles(e, span{o.concern.words, o.concern.end})
	}
	o.recs[number] = e
}

func trimEnd(text string, start, end int, suffixes ...string) int {
	for _, s := range suffixes {
		if end-start > len(s) && strings.HasSuffix(text[start:end], s) {
			end -= len(s)
		}
	}
	return end
}

// articles reads "(arts. 2 and 26)", "(art. 9 (1))".
func (o *observations) articles(e *draft.Entity, in span) {
	a, b, ok := between(o.text, in.start, in.end, "(art", ")", 80)
	if !ok {
		return
	}
	for b < in.end && strings.Count(o.text[a:b], "(") > strings.Count(o.text[a:b], ")") {
		b++
	}
	start := a - len("art")
	e.Add("article", unspace(o.text[start:b]), start, b, "observations.article")
}

// nextReport reads the paragraph that sets the date of the next report.
func (o *observations) nextReport(b block, heading string) bool {
	words := o.text[b.words:b.end]
	if !strings.Contains(words, "periodic report") || !(strings.Contains(words, " due ") || strings.Contains(words, "submit")) {
		return false
	}
	if !strings.Contains(heading, "report") && !strings.Contains(words, "next periodic") {
		return false
	}
	for _, f := range when.Find(words, "en", chancery.Date{}) {
		if f.Date.IsZero() {
			continue
		}
		e := o.d.Mention("Report", b.start, b.end)
		e.Add("dueByCommittee", f.Date.String(), b.words+f.Start, b.words+f.End, "observations.next-report")
		e.Add("type", "periodic report", b.words, b.end, "observations.next-report")
		for _, s := range o.of.facts {
			if s.property == "mechanism" {
				e.Add(s.property, s.value, s.start, s.end, "observations.head")
			}
		}
		if o.of.state != nil {
			e.Ref("state", o.of.state, o.of.at[0], o.of.at[1], "observations.head")
		}
		return true
	}
	return false
}

// followUp marks the recommendations whose follow-up is asked for, with the day
// on which the answer is due: the stated date, or the end of the session plus
// the stated years.
func (o *observations) followUp() {
	if o.follow.empty() {
		return
	}
	words := o.text[o.follow.words:o.follow.end]
	due, at := o.followDue(words)
	if due.IsZero() {
		return
	}
	i := strings.Index(words, "paragraph")
	if i < 0 {
		return
	}
	at.start, at.end = at.start+o.follow.words, at.end+o.follow.words
	list := words[i:]
	for j := 0; j < len(list); j++ {
		if !digit(list[j]) {
			continue
		}
		n, k := number(list, j)
		letters := []byte(nil)
		for k+3 < len(list) {
			l := strings.TrimLeft(list[k:], " ")
			for _, p := range []string{", ", "and ", "to ", "–"} {
				l = strings.TrimPrefix(l, p)
			}
			if len(l) < 3 || l[0] != '(' || l[2] != ')' || l[1] < 'a' || l[1] > 'z' {
				break
			}
			letters = append(letters, l[1])
			k = len(list) - len(l) + 3
		}
		for number, e := range o.recs {
			if number == decimal(n) || len(letters) == 0 && strings.HasPrefix(number, decimal(n)+" (") {
				e.Add("followUp", due.String(), at.start, at.end, "observations.follow-up")
			}
		}
		for _, l := range letters {
			if e := o.recs[decimal(n)+" ("+string(l)+")"]; e != nil {
				e.Add("followUp", due.String(), at.start, at.end, "observations.follow-up")
			}
		}
		j = k - 1
	}
}

var countWords = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4}

func (o *observations) followDue(words string) (chancery.Date, span) {
	for _, f := range when.Find(words, "en", chancery.Date{}) {
		if !f.Date.IsZero() && f.Date.Precision() >= chancery.MonthPrecision {
			return f.Last(), span{f.Start, f.End}
		}
	}
	i := strings.Index(words, "within ")
	if i < 0 || o.adopted.IsZero() {
		return chancery.Date{}, span{}
	}
	fields := strings.Fields(words[i:])
	if len(fields) < 3 {
		return chancery.Date{}, span{}
	}
	n := countWords[fields[1]]
	end := i + strings.Index(words[i:], fields[2]) + len(fields[2])
	switch {
	case n > 0 && strings.HasPrefix(fields[2], "year"):
		return o.adopted.AddYears(n), span{i, end}
	case strings.HasPrefix(fields[2], "month"):
		if m, k := number(fields[1], 0); k > 0 {
			return o.adopted.AddMonths(m), span{i, end}
		}
	}
	return chancery.Date{}, span{}
}
