package official

import (
	"strings"

	"chancery"
	"chancery/authority"
	"chancery/read/draft"
	"chancery/read/when"
)

// Treaty reads the text of a treaty or of an organisation's statute: its name,
// each article (and each numbered paragraph of one) as a provision, and from
// the final clauses what they say of entry into force, withdrawal, reservations,
// duration, notice and the depositary. A statute also gives the organisation, its seat
// and its purposes.
//
// The final clauses are known by their headings and by the verbs of article 24
// ("shall enter into force"), article 19 ("reservation") and articles 54 and 56
// ("may denounce", "may withdraw") of the Vienna Convention on the Law of Treaties.
func Treaty(d *draft.Draft, f *authority.Files) {
	m := masked(d.Edition())
	d.Step(3 * len(m))
	arts := articles(m)
	if len(arts) == 0 {
		return
	}
	t := treatyReader{d: d, text: m, tongue: tongueOf(m)}
	t.title(arts[0].start)
	for i, a := range arts {
		end := len(m)
		if i+1 < len(arts) {
			end = arts[i+1].start
		}
		t.article(a, end)
	}
}

// articleHead is "Article 4" or "Article 4 - Definitions" at the head of a line.
type articleHead struct {
	span
	number  string
	heading span // on the same line, if any
}

var articleWords = []string{"Article", "ARTICLE", "Art.", "Статья", "СТАТЬЯ", "Artículo", "ARTÍCULO", "المادة", "Section"}

func articles(m string) []articleHead {
	var out []articleHead
	for at := 0; at < len(m); {
		end := at + lineEnd(m[at:])
		s, e := trimSpace(m, at, end)
		at = end + 1
		if e-s > 200 {
			continue
		}
		line := m[s:e]
		if a, ok := kazakhArticle(line); ok {
			a.start, a.end, a.heading = s+a.start, s+a.end, span{s + a.heading.start, e}
			out = append(out, a)
			continue
		}
		for _, w := range articleWords {
			rest, ok := strings.CutPrefix(line, w)
			if !ok || rest == "" || rest[0] != ' ' && rest[0] != '\t' && rest[0] != 0xC2 {
				continue
			}
			trimmed := strings.TrimLeft(rest, " \t\u00a0")
			n := prefixed(trimmed, []string{"premier", "PREMIER", "1er"})
			ordinal := n > 0
			for !ordinal && n < len(trimmed) && (digit(trimmed[n]) || trimmed[n] >= 'A' && trimmed[n] <= 'Z' && n < 6 || trimmed[n] == 'b' && strings.HasPrefix(trimmed[n:], "bis")) {
				if trimmed[n] == 'b' {
					n += 2
				}
				n++
			}
			if n == 0 {
				break
			}
			tail := strings.TrimLeft(trimmed[n:], " \t\u00a0")
			head := strings.TrimLeft(tail, ".:-–— \t\u00a0")
			if len(tail) > 0 && tail == head && tail[0] >= 'a' && tail[0] <= 'z' { // "Article 4 of the Convention"
				break
			}
			a := articleHead{span: span{s, e - len(tail)}, number: articleNumber(trimmed[:n])}
			if ordinal {
				a.number = articleNumber("1")
			}
			a.heading = span{e - len(head), e}
			out = append(out, a)
			break
		}
	}
	return out
}

// kazakhArticle reads "4-бап" and "4-бап. Мақсаттар".
func kazakhArticle(line string) (articleHead, bool) {
	n, i := number(line, 0)
	rest, ok := strings.CutPrefix(line[i:], "-бап")
	if n == 0 || !ok {
		return articleHead{}, false
	}
	head := strings.TrimLeft(rest, ".:-–— \t\u00a0")
	return articleHead{span: span{0, i + len("-бап")}, number: "art. " + decimal(n), heading: span{len(line) - len(head), len(line)}}, true
}

// articleNumber gives "art. 4" for "4", "IV" and "4 bis".
func articleNumber(s string) string {
	if s != "" && !digit(s[0]) {
		if n := roman(s); n > 0 {
			s = decimal(n)
		}
	}
	return "art. " + strings.TrimSpace(s)
}

func roman(s string) int {
	values := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}
	total, last := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		v := values[s[i]]
		if v == 0 {
			return 0
		}
		if v < last {
			total -= v
		} else {
			total, last = total+v, v
		}
	}
	return total
}

type treatyReader struct {
	d      *draft.Draft
	text   string
	tongue *tongue
	name   *draft.Entity
	nameAt span
	body   *draft.Entity // the organisation whose statute it is
	bodyAt span
}

// title proposes the instrument that the lines before the first article name.
func (t *treatyReader) title(before int) {
	lines := linesOf(t.text, span{0, min(before, 4000)})
	for i, l := range lines {
		words := unspace(t.text[l.start:l.end])
		kind := instrumentKind(words)
		if kind == "" || len(words) > 400 || strings.HasSuffix(words, ",") || strings.HasSuffix(words, ".") {
			continue
		}
		// A title may run over lines: capitals go on with capitals.
		end := l.end
		for j := i + 1; j < len(lines) && j < i+4; j++ {
			next := t.text[lines[j].start:lines[j].end]
			if strings.ToUpper(next) != next || strings.ToUpper(words) != words || len(next) > 120 {
				break
			}
			end = lines[j].end
		}
		t.nameAt = span{l.start, end}
		words = unspace(t.text[l.start:end])
		t.name = t.d.Mention("Instrument", l.start, end)
		t.name.Add("name", words, l.start, end, "treaty.title")
		t.name.Add("type", kind, l.start, end, "treaty.title")
		t.statuteOf(l.start, end)
		return
	}
	if len(lines) > 0 {
		t.d.Nearly("treaty.title", lines[0].start, lines[len(lines)-1].end, "no line before the first article says what the instrument is")
	}
}

// statuteOf proposes the organisation named in "Statute of the ...".
func (t *treatyReader) statuteOf(start, end int) {
	for _, w := range t.tongue.statuteOf {
		i := strings.Index(t.text[start:end], w)
		if i < 0 {
			continue
		}
		s := skipWord(t.text, start+i+len(w), end, "the ", "la ", "l’", "l'")
		if s+3 >= end {
			return
		}
		t.body, t.bodyAt = t.d.Mention("Organization", s, end), span{s, end}
		t.body.Add("name", unspace(t.text[s:end]), s, end, "statute.organization")
		t.body.Ref("statute", t.name, start, end, "statute.organization")
		return
	}
}

// article proposes the provisions of one article, whose words end at end.
func (t *treatyReader) article(a articleHead, end int) {
	start := a.end
	heading := a.heading
	if heading.empty() {
		// The heading is the next line where it is short and no sentence.
		lines := linesOf(t.text, span{a.end, min(end, a.end+600)})
		if len(lines) > 1 {
			if l := lines[0]; l.end-l.start < 120 && !strings.ContainsAny(t.text[l.end-1:l.end], ".;:,") && !digit(t.text[l.start]) && t.text[l.start] != '(' && !smallAt(t.text, lines[1].start) {
				heading, start = l, l.end
			}
		}
	} else {
		start = heading.end
		if t.text[start-1] == '.' && start-heading.start > 80 { // the words begin on the same line
			start, heading = heading.start, span{}
		}
	}
	s, e := trimSpace(t.text, start, end)
	if s >= e {
		return
	}
	whole := t.d.Mention("Provision", a.start, a.end)
	whole.Add("number", a.number, a.start, a.end, "treaty.article")
	if t.name != nil {
		whole.Ref("instrument", t.name, t.nameAt.start, t.nameAt.end, "treaty.article")
	}
	if !heading.empty() {
		addText(whole, t.text, "heading", heading.start, heading.end, "treaty.heading")
	}
	addText(whole, t.text, "text", s, min(e, s+draft.MaxPassage), "treaty.text")
	t.paragraphs(a, s, e)
	t.final(heading, s, e)
}

func smallAt(s string, i int) bool { return s[i] >= 'a' && s[i] <= 'z' }

// paragraphs proposes the numbered paragraphs of an article.
func (t *treatyReader) paragraphs(a articleHead, s, e int) {
	var marks []marker
	want := 1
	for _, l := range linesOf(t.text, span{s, e}) {
		if k, ok := readMarker(t.text, l.start); ok && k.minor == 0 && !k.bare && k.major == want {
			marks = append(marks, k)
			want++
		}
	}
	if len(marks) < 2 {
		return
	}
	for i, k := range marks {
		stop := e
		if i+1 < len(marks) {
			stop = marks[i+1].start
		}
		p := t.d.Mention("Provision", k.start, k.end)
		p.Add("number", a.number+"("+decimal(k.major)+")", k.start, k.end, "treaty.paragraph")
		addText(p, t.text, "text", k.after, stop, "treaty.text")
		if t.name != nil {
			p.Ref("instrument", t.name, t.nameAt.start, t.nameAt.end, "treaty.article")
		}
	}
}

// final reads what a final clause says of the instrument.
func (t *treatyReader) final(heading span, s, e int) {
	words := t.text[s:e]
	if t.name == nil || len(words) > 8000 {
		return
	}
	head := strings.ToLower(unspace(t.text[heading.start:heading.end]))
	read := map[string]bool{} // rules that read a clause here
	for _, sentence := range sentences(t.text, s, e) {
		w := t.text[sentence.start:sentence.end]
		switch {
		case containsAny(w, t.tongue.intoForce) && !containsAny(w, t.tongue.amendment):
			read["treaty.entry-into-force"] = addText(t.name, t.text, "entryIntoForce", sentence.start, sentence.end, "treaty.entry-into-force")
		case containsAny(w, t.tongue.reserving.about):
			read["treaty.reservations"] = t.reservations(w, sentence, read["treaty.reservations"]) || read["treaty.reservations"]
		case containsAny(w, t.tongue.withdrawing):
			read["treaty.withdrawal"] = addText(t.name, t.text, "withdrawalClause", sentence.start, sentence.end, "treaty.withdrawal")
		case containsAny(w, t.tongue.lasting):
			read["treaty.duration"] = t.duration(w, sentence)
		}
		if containsAny(w, t.tongue.depositary) && t.depositary(w, sentence) {
			read["treaty.depositary"] = true
		}
		if t.body != nil {
			if containsAny(w, t.tongue.seats) {
				t.seat(w, sentence)
			}
			if containsAny(head, t.tongue.purposes) {
				addText(t.body, t.text, "purpose", sentence.start, sentence.end, "statute.purpose")
			}
		}
	}
	for _, h := range t.tongue.finalHeading {
		if strings.Contains(head, h.words) && !read[h.rule] {
			t.d.Nearly(h.rule, heading.start, heading.end, "the heading of the clause, and no sentence that says it")
		}
	}
}

// reservations reads what a clause says of reservations: whether they may be
// made, and where only to some articles, to which; what it allows is said once.
func (t *treatyReader) reservations(w string, at span, said bool) bool {
	kind := t.tongue.reserving.kind(w)
	if kind == "" {
		return false
	}
	if !said {
		t.name.Add("reservations", kind, at.start, at.end, "treaty.reservations")
	}
	if kind == "specified" {
		for _, n := range t.tongue.reserving.numbers(w) {
			t.name.Add("reservable", "art. "+w[n.start:n.end], at.start+n.start, at.start+n.end, "treaty.reservations")
		}
	}
	return addText(t.name, t.text, "reservationClause", at.start, at.end, "treaty.reservations")
}

// numbers finds the numbers of articles that a sentence names, those in brackets
// left out.
func (r reservingWords) numbers(w string) []span {
	start, i := earliest(w, r.articles)
	if start < 0 {
		return nil
	}
	var out []span
	for depth := 0; i < len(w); i++ {
		switch {
		case w[i] == '(':
			depth++
		case w[i] == ')':
			depth--
		case w[i] == ';':
			return out
		case digit(w[i]) && depth == 0:
			n := span{i, i}
			for n.end < len(w) && digit(w[n.end]) {
				n.end++
			}
			out = append(out, n)
			i = n.end - 1
		}
	}
	return out
}

// sentences cuts text[s:e] at full stops before a capital or a line end, and at
// numbered paragraphs.
func sentences(text string, s, e int) []span {
	var out []span
	at := s
	for i := s; i < e; i++ {
		if text[i] != '.' || i+1 < e && !spaceAt(text[i+1]) {
			continue
		}
		if i > at && digit(text[i-1]) && i-at < 4 { // "1." opens, it does not end
			at = i + 1
			continue
		}
		if a, b := trimSpace(text, at, i+1); b-a > 3 {
			out = append(out, span{a, b})
		}
		at = i + 1
	}
	if a, b := trimSpace(text, at, e); b-a > 3 {
		out = append(out, span{a, b})
	}
	return out
}

// duration reads "for a period of five years", and whether it renews itself.
func (t *treatyReader) duration(w string, at span) bool {
	i := 0
	for _, p := range t.tongue.term {
		if j := strings.Index(w, p); j >= 0 {
			i = j + len(p)
			break
		}
	}
	if i == 0 {
		return false
	}
	years, _, n := t.tongue.period(w[i:])
	if years == 0 || n > maxTerm {
		return false
	}
	t.name.Add("duration", unspace(w[i:i+n]), at.start+i, at.start+i+n, "treaty.duration")
	if k, e := earliest(w, t.tongue.selfActing); k >= 0 && containsAny(w[k:], t.tongue.renewing) {
		t.name.Add("renewal", "yes", at.start+k, at.start+e, "treaty.duration")
	}
	return true
}

// maxTerm bounds the words of a period, in bytes.
const maxTerm = 60

// depositary reads who keeps the treaty.
func (t *treatyReader) depositary(w string, at span) bool {
	for _, p := range t.tongue.keepers {
		i := strings.Index(w, p)
		if i < 0 {
			continue
		}
		end := i + len(p)
		for end < len(w) && w[end] != ' ' && w[end] != ',' && w[end] != '.' && w[end] != ';' {
			end++
		}
		o := t.d.Mention("Organization", at.start+i, at.start+end)
		o.Add("name", unspace(w[i:end]), at.start+i, at.start+end, "treaty.depositary")
		return t.name.Ref("depositary", o, at.start+i, at.start+end, "treaty.depositary")
	}
	return false
}

// seat reads "The headquarters of the Organization shall be in Cairo".
func (t *treatyReader) seat(w string, at span) {
	for _, p := range t.tongue.seatIn {
		i := strings.Index(w, p)
		if i < 0 {
			continue
		}
		i = skipWord(w, i+len(p), len(w), "the city of ")
		end := i
		for end < len(w) && w[end] != ',' && w[end] != '.' && w[end] != ';' && w[end] != '(' {
			end++
		}
		if end-i > 2 && end-i < maxTerm && startsUpper(w[i:]) {
			t.body.Add("seat", unspace(w[i:end]), at.start+i, at.start+end, "statute.seat")
		}
		return
	}
}

// Resolution reads a resolution or decision: its symbol, session and title, the
// day of its adoption, and each operative paragraph as a provision.
func Resolution(d *draft.Draft, f *authority.Files) {
	m := masked(d.Edition())
	d.Step(3 * len(m))
	text := d.Text()
	tongue := tongueOf(m)
	head := boundaryAt(text, 4000)
	s, e := resolutionSymbol(text[:head])
	all := blocks(m)
	title := resolutionTitle(m, all, tongue)
	at := title
	if at.empty() {
		at = span{s, e}
	}
	if at.empty() {
		return
	}
	r := d.Mention("Instrument", at.start, at.end)
	r.Add("type", "resolution", at.start, at.end, "resolution.title")
	if !title.empty() {
		r.Add("name", unspace(m[title.start:title.end]), title.start, title.end, "resolution.title")
	}
	if s < e {
		r.Add("symbol", text[s:e], s, e, "resolution.symbol")
	}
	if !adoption(d, m[:head], r, at, tongue) {
		d.Nearly("resolution.adopted", at.start, at.end, "no line says on what day it was adopted")
	}
	want := 1
	for _, b := range all {
		if b.number != want || b.number == 0 {
			continue
		}
		want++
		p := d.Mention("Provision", b.at.start, b.at.end)
		p.Add("number", "para. "+decimal(b.number), b.at.start, b.at.end, "resolution.paragraph")
		addText(p, m, "text", b.words, b.end, "resolution.paragraph")
		p.Ref("instrument", r, at.start, at.end, "resolution.paragraph")
	}
	if want == 1 && !soleParagraph(d, m, r, at, title, tongue) {
		d.Nearly("resolution.paragraph", at.start, at.end, "no operative paragraph bears the number 1")
	}
}

// soleParagraph proposes the one operative paragraph of a decision that has no
// numbers: the sentence after the recitals, opened by what the organ does.
func soleParagraph(d *draft.Draft, m string, r *draft.Entity, at, title span, t *tongue) bool {
	for start := title.end; start < len(m); start += lineEnd(m[start:]) + 1 {
		if prefixed(m[start:], t.operative) == 0 {
			continue
		}
		end := start + lineEnd(m[start:])
		for end < len(m) && !strings.HasSuffix(strings.TrimRight(m[start:end], " 0123456789"), ".") {
			end += 1 + lineEnd(m[end+1:])
		}
		p := d.Mention("Provision", start, end)
		addText(p, m, "text", start, end, "resolution.sole")
		p.Ref("instrument", r, at.start, at.end, "resolution.sole")
		return true
	}
	return false
}

// Symbolled reports whether the masthead of a paper bears the symbol of a
// resolution or decision.
func Symbolled(head string) bool {
	start, end := resolutionSymbol(head[:boundaryAt(head, mastheadBytes)])
	return start < end
}

// mastheadBytes holds organ, symbol and day of distribution, and no recital.
const mastheadBytes = 160

// adoption proposes the act of adoption, where the head of a resolution dates it.
func adoption(d *draft.Draft, head string, r *draft.Entity, at span, t *tongue) bool {
	i, e := earliest(head, t.adopted)
	if i < 0 {
		return false
	}
	from := i - 1 // the word's first letter, which may be a capital
	for from > 0 && head[from]&0xC0 == 0x80 {
		from--
	}
	for _, f := range when.Find(head[i:boundaryAt(head, i+400)], t.lang, chancery.Date{}) {
		if f.Date.Precision() == chancery.DayPrecision {
			a := d.Mention("Act", from, i+f.End)
			a.Ref("instrument", r, at.start, at.end, "resolution.adopted")
			a.Add("type", "adopted", from, i+adoptedWord(head[i:e]), "resolution.adopted")
			return a.Add("date", f.Date.String(), i+f.Start, i+f.End, "resolution.adopted")
		}
	}
	return false
}

// adoptedWord gives the length of the first word of s.
func adoptedWord(s string) int {
	if i := strings.IndexByte(s, ' '); i >= 0 {
		return i
	}
	return len(s)
}

// resolutionSymbol finds "A/RES/70/1", "A/HRC/RES/16/21", "S/RES/1325 (2000)",
// "A/HRC/DEC/59/112" or an "OIC/CFM-48/2022/..." symbol.
func resolutionSymbol(s string) (start, end int) {
	for _, p := range []string{"/RES/", "/DEC/"} {
		i := strings.Index(s, p)
		if i <= 0 {
			continue
		}
		start, end = i, i+len(p)
		for start > 0 && (s[start-1] >= 'A' && s[start-1] <= 'Z' || s[start-1] == '/') {
			start--
		}
		for end < len(s) && (digit(s[end]) || s[end] == '/') {
			end++
		}
		if strings.HasPrefix(s[end:], " (") {
			if j := strings.IndexByte(s[end:min(len(s), end+8)], ')'); j > 0 {
				end += j + 1
			}
		}
		return start, end
	}
	return 0, 0
}

// resolutionTitle finds "70/1. Transforming our world", or the heading that
// stands before "The General Assembly,".
func resolutionTitle(m string, all []block, tongue *tongue) span {
	for i, b := range all {
		words := m[b.start:b.end]
		if prefixed(words, tongue.organs) > 0 && (strings.HasSuffix(words, ",") || strings.HasSuffix(words, "،") || strings.Contains(words[:boundaryAt(words, 100)], ",\n")) {
			for j := i - 1; j >= 0 && j >= i-3; j-- {
				if t := all[j]; t.end-t.start > 5 && t.end-t.start < 300 && !containsAny(m[t.start:t.end], tongue.adopted) && !strings.HasSuffix(m[t.start:t.end], "]") {
					start := t.start
					if w := strings.IndexByte(m[start:t.end], ' '); w > 0 && digit(m[start]) && strings.Contains(m[start:start+w], "/") {
						start += w + 1
					}
					return span{start, t.end}
				}
			}
			break
		}
	}
	return span{}
}
