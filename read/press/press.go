// Package press reads running text: press reports, news and the pages of
// institutions, in English, Russian, French, Spanish, Arabic and Kazakh.
//
// One engine reads all of them; what it knows of a language is a table of
// words ("tongue"): titles, head nouns of organisations and instruments, verbs
// of meeting, signing, electing and promising, and the few facts of grammar
// that a reader needs (capitals, articles, genitives, declined names). Names
// of States, bodies and treaties come from the authority files, dates from
// package when.
//
// The walk, for a portion of the text at a time:
//
//  1. furniture: markup, addresses and page headers are stepped over; lines
//     are joined to paragraphs, and these cut into sentences of tokens.
//  2. chunking: from left to right every name is read by its grammar: a post
//     is modifiers, fields of work, a title and what it is of; an organisation
//     is capitalised words around a head noun, and what follows "of" and "for".
//  3. cast: the longest form of a name makes the entity, shorter forms, titles
//     and acronyms find it again.
//  4. frames: a verb or noun of an event, an act, an election or a promise,
//     with the persons, bodies, dates and places of its own clause.
//  5. telling: what was found is proposed to the draft, each value with the
//     words that say it.
//
// What the text does not say is not proposed: a State is proposed only where
// it takes part in something, a described instrument ("the agreement") only
// where somebody acts on it, a dateline is no place, and "noted the
// importance of" is no promise. The work is linear in the text.
package press

import (
	"strings"
	"unicode/utf8"

	"chancery"
	"chancery/authority"
	"chancery/read/draft"
	"chancery/read/when"
	"chancery/text"
)

// Read proposes what the edition says. Files nil means the base.
func Read(d *draft.Draft, files *authority.Files) {
	ed := d.Edition()
	if files == nil {
		files = authority.Base()
	}
	lang := ed.Language
	if len(lang) > 2 {
		lang = lang[:2]
	}
	if tongues[lang] == nil {
		lang = text.Language(ed.Text)
	}
	if tongues[lang] == nil {
		lang = "en"
	}
	d.SetLanguage(lang)
	p := &paper{d: d, text: ed.Text, files: files, tongue: tongues[lang](), published: d.Document().Published, words: map[string]*word{}, compounds: map[string]int{}, cast: newCast()}
	blocks := p.furniture(ed.Layout)
	if own := p.ownDate(blocks); p.published.IsZero() {
		p.published = own
	}
	if p.published.IsZero() {
		p.calendar = newCalendar(p.text, p.tongue.tag)
	}
	for at := 0; at < len(blocks); {
		n := at
		for n < len(blocks) && (n == at || blocks[n].end-blocks[at].start <= portion) {
			n++
		}
		p.read(blocks[at:n])
		at = n
	}
	p.tell()
	p.tellEvents()
	p.tellActs()
	p.tellCandidatures()
	p.tellUndertakings()
	p.tellMilestones()
	p.tellInterventions()
}

// maxLead bounds the bytes of a dateline.
const maxLead = 60

// fullDateline gives the day of a dateline that tells it with its year and names
// no agency: "Lima, 3 May 2024 – The ministers met today". Such a text is of that
// day, whenever it was put on a page.
func (p *paper) fullDateline(blocks []block) chancery.Date {
	for _, b := range blocks[:min(len(blocks), 5)] {
		head := p.text[b.start:min(b.end, b.start+maxLead)]
		for _, f := range when.Find(head, p.tongue.tag, chancery.Date{}) {
			place, rest := head[:f.Start], strings.TrimLeft(head[f.End:], ". ")
			if f.Date.Precision() != chancery.DayPrecision || !f.EndDate.IsZero() || b.heading || !strings.HasSuffix(strings.TrimSpace(place), ",") || !namesOnly(place) {
				break
			}
			if r, n := utf8.DecodeRuneInString(rest); strings.ContainsRune("–—-", r) && strings.TrimLeft(rest[n:], "-") != "" {
				return f.Date
			}
			break
		}
	}
	return chancery.Date{}
}

// ownDate gives the day of the paper: in its dateline, in its head, or signed at its foot.
func (p *paper) ownDate(blocks []block) chancery.Date {
	if d := p.fullDateline(blocks); !d.IsZero() && p.tongue.tag == "en" {
		return d
	}
	if d, f, ok := when.Base(p.text, p.tongue.tag); ok && d.Precision() == chancery.DayPrecision {
		if p.headed(f.Start) {
			p.baseAt = span{f.Start, f.End}
		}
		return d
	}
	for _, b := range blocks {
		s := p.text[b.start:b.end]
		if f := when.Find(s[:min(len(s), 300)], p.tongue.tag, chancery.Date{}); b.heading && len(f) > 0 {
			if last := f[len(f)-1]; last.Date.Precision() == chancery.DayPrecision && last.EndDate.IsZero() && strings.Trim(s[last.End:], " ") == ")" && (s[last.Start-1] == '(' || !p.tongue.capitals && strings.LastIndexByte(s[:last.Start], '(') >= 0 && namesOnly(s[strings.LastIndexByte(s[:last.Start], '(')+1:last.Start])) {
				return last.Date // "Visit to Beirut (31/10/2023)"
			}
		}
		if len(s) > 80 {
			continue
		}
		for _, f := range when.Find(s, p.tongue.tag, chancery.Date{}) {
			if f.Date.Precision() == chancery.DayPrecision && ((f.End-f.Start)*2 >= len(s) || len(s) <= 60 && !terminal(s) && f.End == len(s) && p.headed(b.start+f.Start)) {
				return f.Date
			}
		}
	}
	if d := p.signedOn(); !d.IsZero() {
		return d
	}
	if d := p.datelined(blocks); !d.IsZero() {
		return d
	}
	return p.headLine(blocks)
}

// maxHeadLines and maxHeadLine bound the lines of a head, and the bytes of one.
const maxHeadLines, maxHeadLine = 6, 160

// headLine gives the day that closes a line of the head that is no sentence, where
// nothing else dates the text: "Top Stories | Published on November 28, 2023",
// "Briefing by the Spokesperson on Thursday, 27th June 2024".
func (p *paper) headLine(blocks []block) chancery.Date {
	for _, b := range blocks[:min(len(blocks), maxHeadLines)] {
		s := strings.TrimSpace(p.text[b.start:b.end])
		if len(s) > maxHeadLine || s == "" || terminal(s) || p.tongue.tag != "en" {
			continue
		}
		f := when.Find(s, p.tongue.tag, chancery.Date{})
		if len(f) == 0 {
			continue
		}
		if last := f[len(f)-1]; last.Date.Precision() == chancery.DayPrecision && last.EndDate.IsZero() && last.End == len(s) {
			return last.Date
		}
	}
	return chancery.Date{}
}

// datelined gives the day of a dateline before its dash: "18 May 2021 – The
// Ministry", "GENEVA, 30 October (UN) –". One without a year is of the year
// that brings it nearest to the latest day that the text tells in full.
func (p *paper) datelined(blocks []block) chancery.Date {
	if p.tongue.tag != "en" {
		return p.datelinedAbroad(blocks)
	}
	latest := newCalendar(p.text, p.tongue.tag).latest()
	for _, b := range blocks[:min(len(blocks), 4)] {
		head := p.text[b.start:min(b.end, b.start+120)]
		if f := when.Find(head, p.tongue.tag, chancery.Date{}); len(f) > 0 && f[0].Start == 0 && f[0].Date.Precision() == chancery.DayPrecision && opening(head[f[0].End:]) {
			return f[0].Date
		}
		end := strings.Index(head, "–")
		if end < 0 {
			end = strings.Index(head, "--")
		}
		if latest.IsZero() || end < 0 || b.heading {
			continue
		}
		for _, f := range when.Find(head[:end], p.tongue.tag, latest) {
			if f.Date.Precision() == chancery.DayPrecision && !f.Relative && !strings.ContainsAny(head[:f.Start], ".;:") {
				return f.Date
			}
		}
	}
	return chancery.Date{}
}

// signedOn gives the date that closes the text as a sentence of its own.
func (p *paper) signedOn() chancery.Date {
	foot := strings.TrimRight(p.text, " \n\t.")
	from := max(0, len(foot)-100)
	for from < len(foot) && !utf8.RuneStart(foot[from]) {
		from++
	}
	for _, f := range when.Find(foot[from:], p.tongue.tag, chancery.Date{}) {
		before := strings.TrimRight(foot[from:from+f.Start], " \n\t")
		if from+f.End == len(foot) && f.Date.Precision() == chancery.DayPrecision && (before == "" || terminal(before)) {
			return f.Date
		}
	}
	return chancery.Date{}
}

// opening reports a sign that parts a date from the text that it heads.
func opening(rest string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(rest))
	return strings.ContainsRune(".–—:|-", r)
}

// headed reports whether a date stands where a paper dates itself: at the
// beginning of its line, after a place and a comma, or after a label.
func (p *paper) headed(at int) bool {
	line := p.text[:at]
	line = strings.TrimSpace(line[strings.LastIndexByte(line, '\n')+1:])
	if len(line) > 40 {
		return false
	}
	switch last := strings.ToLower(line[strings.LastIndexByte(line, ' ')+1:]); last {
	case "", "date", "published", "updated", "posted", "release", "issued", "dated", "дата":
		return true
	}
	return strings.ContainsAny(line[len(line)-1:], ",:(/|.-")
}

// read reads the blocks of a portion.
func (p *paper) read(blocks []block) {
	p.tokens, p.sentences, p.chunks = p.tokens[:0], p.sentences[:0], p.chunks[:0]
	if len(p.words) > 1<<15 {
		p.words = map[string]*word{}
	}
	m := 0
	for _, b := range blocks {
		for m < len(p.masked) && p.masked[m].end <= b.start {
			m++
		}
		from := len(p.tokens)
		p.scan(b.start, b.end, p.masked[m:])
		p.split(from, b.heading)
	}
	if len(p.tokens) == 0 {
		return
	}
	p.look()
	p.consult(blocks[0].start, blocks[len(blocks)-1].end)
	for i := range p.sentences {
		s := &p.sentences[i]
		s.c0 = len(p.chunks)
		p.chunking(*s)
		s.c1 = len(p.chunks)
	}
	p.resolve()
	for _, heading := range [...]bool{false, true} {
		for i := range p.sentences {
			if s := &p.sentences[i]; s.heading == heading {
				p.holders(s)
			}
		}
	}
	p.frames()
}
