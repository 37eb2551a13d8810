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
	o := observations{d: d, text: m, tongue: tongueOf(m), recs: map[string]*draft.Entity{}}
	o.head(f)
	o.blocks = blocks(m)
	for i := range o.blocks {
		o.block(i)
	}
	o.unanswered()
	o.followUp()
}

// unanswered notes a concern that no recommendation follows.
func (o *observations) unanswered() {
	if o.open.number > 0 {
		o.d.Nearly("observations.concern", o.open.words, o.open.end, "no recommendation follows it")
	}
	o.open = block{}
}

type observations struct {
	d       *draft.Draft
	text    string
	tongue  *tongue
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
	open     block    // a concern that no recommendation has answered yet
	positive bool
	recs     map[string]*draft.Entity
	follow   block // the paragraph that asks for follow-up
}

// committees by the first part of their symbols.
var committees = map[string]string{
	"CEDAW": "CEDAW", "CERD": "CERD", "CCPR": "CCPR", "CAT": "CAT", "CRC": "CRC", "CRPD": "CRPD", "CMW": "CMW", "CED": "CED", "E": "CESCR",
}

// head reads the symbol, the State, the session and the dates.
func (o *observations) head(f *authority.Files) {
	text := o.d.Text()
	head := boundaryAt(text, 8000)
	s, e := observationSymbol(text[:head])
	if e == 0 {
		o.d.Nearly("observations.head", 0, boundaryAt(text, 200), "no symbol of concluding observations at its head")
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
	o.state(f, r, head, span{s, e})
	if a, b, ok := stands(o.text, 0, head, o.tongue.adoptedAt, 120); ok {
		if n, ok := o.tongue.ordinal(unspace(o.text[a:b])); ok {
			r.Add("session", decimal(n), a, b, "observations.head")
		}
		// "adopted by the Committee at its seventy-fourth session (21 October-8 November 2019)"
		for _, f := range o.dates(b, min(head, boundaryAt(o.text, b+160))) {
			o.adopted = f.Date
			if !f.EndDate.IsZero() {
				o.adopted = f.EndDate
			}
		}
	}
	if i, _ := earliest(o.text[:head], o.tongue.considered); i >= 0 {
		for _, f := range o.dates(i, min(head, boundaryAt(o.text, i+900))) {
			if f.Date.Precision() == chancery.DayPrecision {
				r.Add("considered", f.Date.String(), i+f.Start, i+f.End, "observations.head")
				break
			}
		}
	}
}

// dates finds the dates of the text from start to end, offsets from start.
func (o *observations) dates(start, end int) []when.Found {
	return when.Find(o.text[start:end], o.tongue.lang, chancery.Date{})
}

// state reads the State whose report was considered: the first that the title
// names, or the one by whose code the symbol is made.
func (o *observations) state(f *authority.Files, report *draft.Entity, head int, symbol span) {
	id, name, at := chancery.EntityID(""), "", span{}
	if _, e := earliest(o.text[:head], o.tongue.observationsTitle); e > 0 {
		for _, h := range f.Find(o.text[e:min(head, boundaryAt(o.text, e+300))]) {
			if h.Entry.Schema == "State" && !h.Adjective {
				id, name, at = h.Entry.ID, h.Entry.Name("en"), span{e + h.Start, e + h.End}
				break
			}
		}
	}
	if id == "" {
		parts := strings.Split(o.d.Text()[symbol.start:symbol.end], "/")
		code := parts[len(parts)-3]
		x, ok := f.Entry(chancery.EntityID("state:" + code))
		if !ok {
			o.d.Nearly("observations.state", symbol.start, symbol.end, "neither title nor symbol names a State")
			return
		}
		end := symbol.end - len("/CO/"+parts[len(parts)-1])
		id, name, at = x.ID, x.Name("en"), span{end - len(code), end}
	}
	o.of.state, o.of.at = o.d.Known("State", id), [2]int{at.start, at.end}
	o.of.state.Add("name", name, at.start, at.end, "state.name")
	report.Ref("state", o.of.state, at.start, at.end, "observations.head")
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
		o.positive = containsAny(words, o.tongue.positive)
		o.number = 0
	}
}

// paragraph begins a numbered paragraph.
func (o *observations) paragraph(b block) {
	o.number, o.numberAt = b.number, b.at
	words := o.text[b.words:b.end]
	first := words[:boundaryAt(words, 600)]
	isConcern := containsAny(first, o.tongue.concerned) && !containsAny(first, o.tongue.urging)
	o.verb = !isConcern && containsAny(first, o.tongue.recommending) && !o.positive
	heading := strings.ToLower(o.heading.text(o.text))
	switch {
	case isConcern:
		o.unanswered()
		o.concern, o.concerns, o.open = b, [26]span{}, b
		return
	case !o.verb:
		return
	}
	if containsAny(heading, o.tongue.followUpHeading) && containsAny(words, o.tongue.within) {
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

// welcome reads a positive aspect: an instrument and what was done to it, where
// it bears a date.
func (o *observations) welcome(b block) {
	words := o.text[b.words:b.end]
	name, act := b.words, ""
	opening := words[:boundaryAt(words, 60)]
	for _, w := range o.tongue.welcomed {
		if i := indexFold(opening, w.words); i >= 0 && i < 12 {
			name, act = b.words+i+len(w.words), w.act
			break
		}
	}
	kind := instrumentKind(words[:boundaryAt(words, 200)])
	dates := o.dates(b.words, b.end)
	switch {
	case kind == "":
		o.d.Nearly("observations.positive", b.words, b.end, "no word says what kind of instrument it is")
		return
	case len(dates) == 0 || dates[0].Date.IsZero():
		o.d.Nearly("observations.positive", b.words, b.end, "no date")
		return
	}
	if act == "" {
		act = "adopted"
		if kind == "treaty" {
			return // the Committee may welcome an accession or a ratification; it does not say which
		}
	}
	day := dates[0]
	name, end := trimSpan(o.text, name, b.words+day.Start)
	end = trimEnd(o.text, name, end, "(")
	name, end = trimSpan(o.text, name, trimEnd(o.text, name, end, o.tongue.beforeDate...))
	name, end = trimSpan(o.text, skipWord(o.text, name, end, o.tongue.openings...), trimEnd(o.text, name, end, ","))
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
	end = trimEnd(o.text, start, end, o.tongue.ands...)
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
		o.open = block{}
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

// indexFold is strings.Index without regard to case; -1 for none.
func indexFold(s, words string) int {
	low := strings.ToLower(s)
	if len(low) != len(s) { // a letter whose small form is of another length
		low = s
	}
	return strings.Index(low, strings.ToLower(words))
}

// articles reads "(arts. 2 and 26)", "(art. 9 (1))".
func (o *observations) articles(e *draft.Entity, in span) {
	i, a := earliest(o.text[in.start:in.end], o.tongue.articles)
	if i < 0 {
		return
	}
	start, b := in.start+i+len("("), in.start+a
	for depth := 1; b < in.end && b-start < 120; b++ {
		if o.text[b] == '(' {
			depth++
		} else if o.text[b] == ')' {
			if depth--; depth == 0 {
				break
			}
		}
	}
	if b >= in.end || o.text[b] != ')' {
		return
	}
	e.Add("article", unspace(o.text[start:b]), start, b, "observations.article")
}

// nextReport reads the paragraph that sets the date of the next report.
func (o *observations) nextReport(b block, heading string) bool {
	words := o.text[b.words:b.end]
	if !containsAny(words, o.tongue.periodicReport) || !containsAny(words, o.tongue.due) {
		return false
	}
	if !containsAny(heading, o.tongue.reportHeading) && !containsAny(words, o.tongue.nextReport) {
		return false
	}
	for _, f := range o.dates(b.words, b.end) {
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
	o.d.Nearly("observations.next-report", b.words, b.end, "no date")
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
	i, _ := earliest(words, o.tongue.paragraphs)
	if due.IsZero() || i < 0 {
		o.d.Nearly("observations.follow-up", o.follow.words, o.follow.end, "no day by which to answer, or no paragraphs named")
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
		for {
			l := strings.TrimLeft(list[k:], " \u00a0")
			for _, p := range joinsLetters {
				l = strings.TrimPrefix(l, p)
			}
			letter, size := letterIn(l)
			if letter == 0 {
				break
			}
			letters = append(letters, letter)
			k = len(list) - len(l) + size
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

// joinsLetters may stand between two letters of one paragraph: "12 (a), (b) and (d)".
var joinsLetters = []string{", ", "and ", "to ", "–", "et ", "à ", "y ", "a ", "и ", "– ", "، ", "و"}

func (o *observations) followDue(words string) (chancery.Date, span) {
	for _, f := range when.Find(words, o.tongue.lang, chancery.Date{}) {
		if !f.Date.IsZero() && f.Date.Precision() >= chancery.MonthPrecision {
			return f.Last(), span{f.Start, f.End}
		}
	}
	i, e := earliest(words, o.tongue.within)
	if i < 0 || o.adopted.IsZero() {
		return chancery.Date{}, span{}
	}
	switch years, months, n := o.tongue.period(words[e:]); {
	case years > 0:
		return o.adopted.AddYears(years), span{i, e + n}
	case months > 0:
		return o.adopted.AddMonths(months), span{i, e + n}
	}
	return chancery.Date{}, span{}
}
