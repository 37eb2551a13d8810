package press

import (
	"strings"

	"chancery"
)

// The papers that are instruments only by what is done to them: a budget, a report
// or a list is one where a body adopts it or envoys sign it.

// paperTag is the sort of what is told only as a paper that somebody acts upon.
var paperTag = &tag{kind: kInstrument, value: "other", show: "acted"}

// paperNouns are the common nouns for papers.
var paperNouns = forms("budget report reports mandate list package minutes guidelines rules recommendations opinion policy regulations standards calendar visa scheme")

// actedOn reads a paper that is told as the object of a verb of adoption or signature,
// or as the subject of its passive: "approved the budget of the Organization for
// 2025", "the minutes were signed".
func (p *paper) actedOn(i int, s sentence) (*chunk, int) {
	if p.tongue.tag != "en" || s.heading || i == s.from {
		return nil, i
	}
	if head := p.paperNamed(i, s); head > i && (p.deedBefore(i, s) || p.deedAfter(head+1, s)) {
		return &chunk{kind: anInstrument, from: i, to: head + 1, head: paperTag, name: [2]int{i, head + 1}, acronym: -1}, head + 1
	}
	if p.tokens[i].shape != lower && !p.counts(i) {
		return nil, i
	}
	head := p.paperHead(i, s)
	if head < 0 {
		return nil, i
	}
	to := p.paperTail(head+1, s)
	if !p.deedBefore(i, s) && !p.deedAfter(to, s) {
		return nil, i
	}
	return &chunk{kind: anInstrument, from: i, to: to, head: paperTag, name: [2]int{i, to}, acronym: -1, descr: true}, to
}

// paperNamed gives the last token of the capitalised words from a token on that end in a
// noun for a paper: "the Gender Policy"; -1 for none.
func (p *paper) paperNamed(i int, s sentence) int {
	for j := i; j < min(s.to, i+maxPaper) && (p.upper(j) || p.is(j, kAnd)); j++ {
		if p.upper(j) && p.tokens[j].word.in(paperNouns) && !p.upper(j+1) {
			return j
		}
	}
	return -1
}

// maxPaper bounds the words of such a name.
const maxPaper = 7

// paperHead gives the token of the noun for a paper that heads the small words from
// a token on, the first after an article or a figure; -1 for none.
func (p *paper) paperHead(i int, s sentence) int {
	if !p.counts(i) && !p.is(i-1, kArticle) && !p.possessive(i-1) {
		return -1
	}
	for j := i; j < min(s.to, i+5); j++ {
		switch {
		case p.tokens[j].word.in(paperNouns), p.counts(i) && p.tokens[j].word.folded == "documents": // "the document" stands for what was named before
			if j+1 < s.to && p.tokens[j+1].shape == lower && p.mask[j+1]&(1<<kStop|1<<kLink|1<<kPast|1<<kFuture|1<<kAnd|1<<kBy|1<<kTo|1<<kVerb|1<<kAbout) == 0 && !p.tokens[j+1].word.in(adverbs) {
				continue // "policy paper"
			}
			return j
		case p.tokens[j].shape != lower && j > i || p.is(j, kStop) || p.is(j, kLink) || p.is(j, kAnd):
			return -1
		}
	}
	return -1
}

// paperTail gives the end of what a paper is of, for or on: "of the Organization for
// 2025", "of three candidates".
func (p *paper) paperTail(i int, s sentence) int {
	end := i
	for end < s.to && end-i < maxNoun && p.is(end, kLink) && p.tokens[end].word.folded != "in" {
		j := end + 1
		if d, _ := p.dateAt(j); d.from.Precision() > chancery.YearPrecision {
			return end
		}
		for j < s.to && p.tokens[j].shape != mark && !p.is(j, kLink) && !p.is(j, kPast) && !p.is(j, kFuture) && !p.is(j, kPronoun) &&
			(p.is(j, kArticle) && j == end+1 || !p.is(j, kStop) || p.is(j, kAnd)) && !(p.is(j, kVerb) && p.tokens[j].shape == lower && !p.is(j, kPortfolio) && !p.counts(j-1)) {
			j++
		}
		for p.is(j-1, kAnd) || p.is(j-1, kArticle) {
			j--
		}
		if j == end+1 || j == end {
			break
		}
		end = j
	}
	return end
}

// counts reports a figure or a word for a number, but not a year.
func (p *paper) counts(i int) bool {
	if i < 0 || i >= len(p.tokens) {
		return false
	}
	t := &p.tokens[i]
	return t.shape == number && len(t.word.form) < 4 || t.word.in(numerals)
}

// numerals are the words for small numbers.
var numerals = forms("two three four five six seven eight nine ten eleven twelve several")

// deedBefore reports a verb of adoption or signature right before the article or the
// figure before a token.
func (p *paper) deedBefore(i int, s sentence) bool {
	for i--; i > s.from && (p.is(i, kArticle) || p.is(i, kPronoun) || p.counts(i) || p.possessive(i) || p.tokens[i].word.in(changed)); i-- {
	}
	return i >= s.from && p.adopts(i)
}

// deedAfter reports the passive of such a verb at a token, or its participle with who
// did it or when: "was adopted", "an opinion adopted last December", "approved by".
func (p *paper) deedAfter(i int, s sentence) bool {
	if i+1 < s.to && p.adopts(i) && strings.HasSuffix(p.tokens[i].word.folded, "ed") {
		_, day := p.dateAt(p.pastArticle(i + 1 + boolInt(p.is(i+1, kIn))))
		return p.is(i+1, kBy) || day > i+2 || day > i+1 && !p.is(i+1, kIn)
	}
	for i < s.to && (p.is(i, kPast) || p.tokens[i].word.in(adverbs)) {
		i++
	}
	return i < s.to && i > s.from && p.is(i-1, kPast) && p.adopts(i)
}

// adopts reports a verb by which somebody makes a paper binding.
func (p *paper) adopts(i int) bool {
	tg, _ := p.at(i, kVerb)
	f := p.tokens[i].word.folded
	return tg != nil && tg.show != "noun" && (tg.value == "adopt" || tg.value == "approve" || tg.value == "sign" || tg.value == "ratify") && f != "issued" && f != "issues" && f != "passed" || f == "agreed"
}
