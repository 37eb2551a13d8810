package press

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery"
	"chancery/authority"
	"chancery/read/draft"
)

// span is a stretch of the text: bytes, half-open.
type span struct{ start, end int }

// paper is one text being read.
type paper struct {
	d         *draft.Draft
	text      string
	files     *authority.Files
	tongue    *tongue
	published chancery.Date
	calendar  calendar // of a paper without a date of its own
	baseAt    span     // where the paper's own date stands

	// of the portion being read
	words     map[string]*word
	compounds map[string]int // where a compound of two actors is cut, by form
	tokens    []token
	sentences []sentence
	matches   []match
	first     []int32 // of each token: its first match; one more at the end
	mask      []uint64
	chunks    []chunk
	spare     []chunk // room for the next look at them
	hits      []hit
	hitAt     []int32 // of each token: the hit that begins there, or -1
	days      []found
	dayAt     []int32

	masked []span // of the whole text, sorted: tags, addresses, page furniture

	cast      cast
	stage     stage
	told      []*event
	acts      []*act
	standing  []candidature
	promises  []undertaking
	stones    []milestone
	speeches  []intervention
	paragraph int
	heading   bool // the sentence being read is a heading
	opened    int  // the first of its chunks
	last      int  // the first chunk of the sentence before

	subject     *entity // who was named first in the last sentence that names a person
	protagonist *entity // the body or State that is the first to do something

	titleHead int // token of the title before the name being read, or -1
}

// match is a phrase of the lexicon in the text.
type match struct {
	tag *tag
	n   int32 // tokens
}

// portion bounds what is read at once, so that memory does not grow with the
// text: an ordinary paper is one portion.
const portion = 32 << 10

var keyLine = regexp.MustCompile(`^([A-Za-z_]{2,24}):\s*(.*)$`)

// item is the head of a numbered item.
var item = regexp.MustCompile(`^\d{1,3}\. \p{Lu}`)

// block is a paragraph, a heading or a line of its own.
type block struct {
	span
	heading bool
}

// furniture finds what is not part of the running text: markup, addresses,
// the keys of a front matter, and the ranges that the layout marks as page
// headers, footers and footnotes. It gives the body's blocks.
func (p *paper) furniture(layout chancery.Layout) []block {
	text := p.text
	p.masked = markup(text)
	heads := map[int]bool{}
	var off []span
	for _, r := range layout.Ranges {
		switch r.Role {
		case chancery.Header, chancery.Footer, chancery.Footnote, chancery.FootnoteMark, chancery.Hyphen:
			off = append(off, span{r.Start, r.End})
		case chancery.Title, chancery.Heading:
			heads[r.Start] = true
		}
	}
	p.masked = union(p.masked, off)
	return p.blocks(heads)
}

// union merges two sorted lists of spans into one without overlap.
func union(a, b []span) []span {
	if len(b) == 0 {
		return a
	}
	out := make([]span, 0, len(a)+len(b))
	for len(a) > 0 || len(b) > 0 {
		var s span
		if len(b) == 0 || len(a) > 0 && a[0].start <= b[0].start {
			s, a = a[0], a[1:]
		} else {
			s, b = b[0], b[1:]
		}
		if n := len(out); n > 0 && s.start < out[n-1].end {
			out[n-1].end = max(out[n-1].end, s.end)
		} else {
			out = append(out, s)
		}
	}
	return out
}

// blocks joins wrapped lines into paragraphs. A line goes on in the next one
// unless a blank line, the end of a sentence, a new key or a heading stands between.
func (p *paper) blocks(heads map[int]bool) []block {
	text := p.text
	var out []block
	front := strings.HasPrefix(strings.TrimLeft(text, "\ufeff \n"), "---")
	body, open := false, false
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n')
		next := at + end + 1
		if end < 0 {
			end, next = len(text)-at, len(text)
		}
		line := text[at : at+end]
		trimmed := strings.TrimSpace(line)
		s := span{at, at + end}
		at = next
		if front && len(out) > 0 || front && trimmed != "" {
			if done := p.frontMatter(trimmed, line, s, &out); done {
				front, body, open = false, false, false
			}
			if len(out) > 2 {
				front = false
			}
			continue
		}
		if trimmed == "" {
			open = false
			continue
		}
		if open && p.goesOn(out[len(out)-1], trimmed, body) {
			out[len(out)-1].end = s.end
		} else {
			out = append(out, block{span: s, heading: heads[s.start] || strings.HasPrefix(trimmed, "#") || len(trimmed) < 300 && p.headsPaper(out, trimmed)})
		}
		open = true
		if terminal(trimmed) && len(trimmed) > 60 {
			body = true
		}
	}
	return out
}

// headsPaper reports a line that is the title of the paper: the first, whole or cut short,
// or the whole of one that was cut short before it.
func (p *paper) headsPaper(before []block, line string) bool {
	cut := func(s string) (string, bool) { return strings.CutSuffix(strings.TrimSpace(s), "…") }
	switch len(before) {
	case 0:
		_, short := cut(line)
		return short || !terminal(line)
	case 1:
		title, short := cut(p.text[before[0].start:before[0].end])
		return short && strings.HasPrefix(line, title)
	}
	return false
}

// frontMatter reads a line of "key: value"; only the title is running text.
// It reports whether the front matter has ended.
func (p *paper) frontMatter(trimmed, line string, s span, out *[]block) bool {
	if strings.HasPrefix(trimmed, "---") {
		if *out == nil {
			*out = []block{}
			return false
		}
		return true
	}
	m := keyLine.FindStringSubmatchIndex(trimmed)
	if m == nil {
		return false
	}
	value := strings.Index(line, trimmed) + m[4]
	switch strings.ToLower(trimmed[m[2]:m[3]]) {
	case "title", "headline":
		*out = append(*out, block{span{s.start + value, s.end}, true})
	case "date", "published", "created":
		p.header(trimmed[m[4]:])
	}
	return false
}

// header takes a date written in ISO 8601 at the head of the paper for the
// day it was published.
func (p *paper) header(s string) {
	s = strings.Trim(s, `"' `)
	if len(s) >= 10 && p.published.IsZero() {
		if d, err := chancery.ParseDate(s[:10]); err == nil {
			p.published = d
		}
	}
}

// goesOn reports whether a line continues the block before it.
func (p *paper) goesOn(before block, line string, body bool) bool {
	prev := strings.TrimSpace(p.text[before.start:before.end])
	if before.heading && strings.HasPrefix(prev, "#") {
		return false
	}
	r, _ := utf8.DecodeRuneInString(line)
	if before.heading && unicode.IsDigit(r) { // "8 December 2014. The Director-General"
		return false
	}
	if unicode.IsLower(r) {
		return true
	}
	last := prev[strings.LastIndexByte(prev, '\n')+1:]
	if terminal(prev) {
		return false
	}
	if p.dangles(last) {
		return true
	}
	if item.MatchString(last) && unicode.IsUpper(r) { // "07. Amendments to the Fisheries Act" heads what follows
		return false
	}
	if joined := len(last) < len(prev); !body && !joined && len(prev) < 300 && unicode.IsUpper(r) {
		return false
	}
	return len(last) >= 20 && (len(line) >= 40 || len(last) >= 50 && terminal(line)) && strings.Count(last, " ") >= 3 // the last line of prose may be short
}

// dangles reports a line that cannot end a text: its last word is an article, a
// preposition or a conjunction.
func (p *paper) dangles(line string) bool {
	w := p.intern(line[strings.LastIndexByte(line, ' ')+1:])
	for _, n := range w.opens {
		for _, t := range p.tongue.lexicon.tags[n] {
			switch t.kind {
			case kArticle, kLink, kAnd, kIn, kWith, kBy:
				return w.form == w.folded && strings.Count(line, " ") >= 2
			}
		}
	}
	return false
}

// terminal reports whether a line ends as a sentence does.
func terminal(s string) bool {
	s = strings.TrimRight(s, "\"”»’')]* ")
	return s != "" && strings.ContainsRune(".!?:;…؟。", lastRune(s))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// maxSentence bounds the tokens of a sentence: what happens in it is looked up
// from each of its verbs, and a text without full stops must not cost its square.
const maxSentence = 500

// split cuts the tokens of a block into sentences.
func (p *paper) split(from int, heading bool) {
	p.paragraph++
	start := from
	for i := from; i < len(p.tokens); i++ {
		if !p.endsSentence(i) && i-start < maxSentence {
			continue
		}
		for i+1 < len(p.tokens) && p.tokens[i+1].glued && p.tokens[i+1].shape == mark && strings.ContainsAny(p.tokens[i+1].word.form, "\"”»’')]/") {
			i++
		}
		p.sentences = append(p.sentences, sentence{from: start, to: i + 1, heading: heading, para: p.paragraph})
		start = i + 1
	}
	if start < len(p.tokens) {
		p.sentences = append(p.sentences, sentence{from: start, to: len(p.tokens), heading: heading, para: p.paragraph})
	}
}

// openers are words that open a sentence and no name.
var openers = forms("the this these that those he she it they his her its their we our")

// endsSentence reports a token that closes its sentence.
func (p *paper) endsSentence(i int) bool {
	t := &p.tokens[i]
	if t.shape != mark {
		return i+1 < len(p.tokens) && strings.HasSuffix(t.word.form, ".") && p.tokens[i+1].word.in(openers) && p.tokens[i+1].shape == capital // "in the U.S. The"
	}
	switch t.word.form {
	case ".", "!", "?", "؟", "…":
	default:
		return false
	}
	if i+1 >= len(p.tokens) {
		return true
	}
	if t.word.form == "." && i > 0 && t.glued && abbreviations[p.tokens[i-1].word.folded] {
		return false
	}
	next := &p.tokens[i+1]
	if t.word.form == "." && i > 0 && t.glued && p.tokens[i-1].word.in(firmEndings) && (next.word.in(firmOffices) || next.word.in(firmTitles)) {
		return false // "Cargills Bank Ltd. Chairman NAME"
	}
	if next.glued && (next.shape != mark || next.word.form == "," || next.word.form == ";") { // "a.i., "
		return false
	}
	return next.shape != lower
}

// look finds the phrases of the lexicon at every token.
func (p *paper) look() {
	p.matches, p.first, p.mask = p.matches[:0], p.first[:0], p.mask[:0]
	for i := range p.tokens {
		p.first = append(p.first, int32(len(p.matches)))
		p.mask = append(p.mask, 0)
		for _, n := range p.tokens[i].word.opens {
			p.match(n, i, i+1, 0)
			p.follow(n, i, i+1, 0)
		}
		if p.is(i, kBy) && p.is(i, kAdverb) && p.romance() { // "por unanimidad"
			p.mask[i] &^= 1 << kBy
		}
	}
	p.first = append(p.first, int32(len(p.matches)))
	p.d.Step(len(p.tokens))
}

// match notes what a node of the lexicon says of the tokens up to one. What goes
// on at a token after a circumstance of English can only be a verb, and where it is
// whole before it, told by a negative token, two words must follow: "paid on Monday
// a visit to", but not "opened in May by".
func (p *paper) match(node int32, from, to, onward int) {
	tags := p.tongue.lexicon.tags[node]
	for t := range tags {
		if onward != 0 && (tags[t].kind != kVerb || tags[t].show != "" || onward < 0 && to+onward < 2) {
			continue
		}
		if tags[t].kind == kGiven && p.tokens[from].shape == lower && p.romance() { // "urbain"
			continue
		}
		if tags[t].kind == kTitle && tags[t].show != "" && p.titlesOfBody(from) {
			continue
		}
		p.matches = append(p.matches, match{&tags[t], int32(to - from)})
		p.mask[from] |= 1 << tags[t].kind
	}
}

// maxPhrase bounds the words of a phrase of the lexicon.
const maxPhrase = 16

// follow finds the longer phrases that go on from a node at token i.
func (p *paper) follow(node int32, from, i, onward int) {
	if p.tongue.lexicon.ahead[node] == 0 || i >= len(p.tokens) || i-from >= maxPhrase {
		return
	}
	if !p.tongue.capitals {
		if n := max(p.adverb(i), p.circumstanceAbroad(i)); n > 0 {
			p.follow(node, from, i+n, onward)
		}
		if n := p.asideAbroad(i); n > 0 {
			p.follow(node, from, i+n, onward)
		}
	}
	for _, id := range p.tokens[i].word.ids {
		if n := p.tongue.lexicon.step(node, id); n != 0 {
			p.match(n, from, i+1, onward)
			p.follow(n, from, i+1, onward)
		}
	}
	if !p.tokens[i].word.in(circumstantial) {
		return
	}
	if n := p.circumstanceInside(from, i); n > 0 {
		next := i + n
		if onward < 0 || slices.ContainsFunc(p.matches[p.first[from]:], func(m match) bool { return m.tag.kind == kVerb && int(m.n) >= i-from }) {
			next = -next
		}
		p.follow(node, from, i+n, next)
	}
}

// adverb gives the tokens of the adverb or day at token i that may stand inside
// a phrase: "ont par ailleurs signé", "a accordé ce lundi une audience".
func (p *paper) adverb(i int) int {
	switch p.tokens[i].word.folded {
	case "ce", "este", "cet":
		if i+1 < len(p.tokens) && p.adverb(i+1) == 1 {
			return 2
		}
	}
	lex := p.tongue.lexicon
	node, best := int32(0), 0
	for n := 0; n < 3 && i+n < len(p.tokens) && len(p.tokens[i+n].word.ids) > 0; n++ {
		next := lex.step(node, p.tokens[i+n].word.ids[0])
		if next == 0 {
			break
		}
		if node = next; slices.ContainsFunc(lex.tags[node], func(t tag) bool { return t.kind == kAdverb }) {
			best = n + 1
		}
	}
	if w := p.tokens[i].word.folded; best == 0 && p.romance() && len(w) > 7 && (strings.HasSuffix(w, "ment") || strings.HasSuffix(w, "mente")) {
		return 1
	}
	return best
}

// at gives the longest match of a class at token i.
func (p *paper) at(i int, k kind) (*tag, int) {
	if i < 0 || i >= len(p.tokens) || p.mask[i]&(1<<k) == 0 {
		return nil, 0
	}
	var best match
	for _, m := range p.matches[p.first[i]:p.first[i+1]] {
		if m.tag.kind == k && m.n > best.n {
			best = m
		}
	}
	return best.tag, int(best.n)
}

// is reports whether a phrase of the class begins at token i.
func (p *paper) is(i int, k kind) bool {
	return i >= 0 && i < len(p.tokens) && p.mask[i]&(1<<k) != 0
}

// bytes gives the stretch of text that tokens from to to (exclusive) cover.
func (p *paper) bytes(from, to int) span {
	return span{int(p.tokens[from].start), int(p.tokens[to-1].end)}
}

// words of the text from token from to token to, white space made single.
func (p *paper) say(from, to int) string {
	if from >= to {
		return ""
	}
	s := p.bytes(from, to)
	return draft.Clean(p.text[s.start:s.end])
}

// mark reports whether token i is this punctuation.
func (p *paper) mark(i int, form string) bool {
	if i < 0 || i >= len(p.tokens) || p.tokens[i].shape != mark {
		return false
	}
	have := p.tokens[i].word.form
	return have == form || form == "," && (have == "،" || have == "|") // "NAME | Director | Fish Union"
}

// possessive reports whether token i is the ending of an English genitive.
func (p *paper) possessive(i int) bool {
	if i <= 0 || i >= len(p.tokens) || p.tokens[i].shape != mark || !p.tokens[i].glued {
		return false
	}
	f := p.tokens[i].word.folded
	return f == "'s" || f == "'" && p.tongue.tag == "en"
}
