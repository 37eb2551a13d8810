package press

import (
	_ "embed"
	"strings"
)

// vocabulary holds the common words of English, a line each in the order of
// their bytes, with the letters of what they can be; command tools/wordnet
// writes it. A capitalised word that it does not have is likely foreign, as
// the names of persons mostly are.
//
//go:embed tongue/vocabulary.txt
var vocabulary string

// senses are what a word of the vocabulary can be.
type senses uint8

const (
	isNoun senses = 1 << iota
	isVerb
	isAdjective
	isAdverb
	isPersonal // a noun of persons
	isGroup    // a noun of groups of persons
)

var senseLetters = map[byte]senses{'n': isNoun, 'v': isVerb, 'a': isAdjective, 'r': isAdverb, 'p': isPersonal, 'g': isGroup}

// lookUp gives what a word in small letters can be as the vocabulary has it; 0
// where it has not.
func lookUp(word string) (out senses) {
	lo, hi := 0, len(vocabulary) // lo begins a line, hi ends one
	for lo < hi {
		at := lo + strings.LastIndexByte(vocabulary[lo:(lo+hi)/2], '\n') + 1
		end := at + strings.IndexByte(vocabulary[at:], '\n')
		have, letters, _ := strings.Cut(vocabulary[at:end], " ")
		switch strings.Compare(word, have) {
		case 0:
			for i := range len(letters) {
				out |= senseLetters[letters[i]]
			}
			return out
		case -1:
			hi = at
		default:
			lo = end + 1
		}
	}
	return 0
}

// endings of English inflection, each with what the base has in its place.
var endings = [...][2]string{{"s", ""}, {"es", ""}, {"ies", "y"}, {"ves", "fe"}, {"ves", "f"}, {"ed", ""}, {"ed", "e"}, {"ied", "y"}, {"ing", ""}, {"ing", "e"}, {"'s", ""}, {"s'", "s"}}

// senseOf gives what a form can be: as it stands, inflected, or compounded of
// words with hyphens between them.
func senseOf(form string) senses {
	if out := lookUp(form); out != 0 {
		return out
	}
	if first, rest, double := strings.Cut(form, "-"); double {
		if lookUp(first) == 0 && !bound.has(first) {
			return 0
		}
		return senseOf(rest)
	}
	for _, e := range endings {
		base, ok := strings.CutSuffix(form, e[0])
		if !ok || len(base) < 2 {
			continue
		}
		out := lookUp(base + e[1])
		if out == 0 && e[1] == "" && len(base) > 3 && base[len(base)-1] == base[len(base)-2] { // "planned"
			out = lookUp(base[:len(base)-1])
		}
		if out != 0 {
			return out
		}
	}
	return 0
}

// bound are the first parts of compounds that are no words by themselves.
var bound = forms("anti co counter ex inter intra mid multi non post pre pro re socio sub trans ultra un vice")

// foreign reports a capitalised word that is no common word of English, or only a
// form of a verb ("Lopes"), and that no table has but as a name: "Golpayegan".
func (p *paper) foreign(i int) bool {
	return i >= 0 && i < len(p.tokens) && p.tokens[i].shape == capital && p.mask[i]&^(1<<kGiven|1<<kParticle|1<<kPatronymic) == 0 && p.hit(i) == nil && p.tokens[i].word.senses&^isVerb == 0
}

// nameFrom gives the end of what can only be the name of a person where words
// of English end before it: two to five words, the first and the last foreign or
// given names and one of all foreign, up to where the capitals end; or i. "the Drug Control
// Headquarters Behrouz Tavassoli".
func (p *paper) nameFrom(i int, s sentence) int {
	if p.tongue.tag != "en" || !p.foreign(i) && !p.is(i, kGiven) {
		return i
	}
	to := p.nameRun(i, s)
	n, known, last := 0, false, 0
	for k := i; k < to; k++ {
		if p.upper(k) {
			n, known, last = n+1, known || p.foreign(k), k
		}
	}
	if n < 2 || n > 5 || !known || !p.foreign(last) && !p.is(last, kGiven) || p.upper(to) || p.possessive(to) {
		return i
	}
	return to
}

// charged gives the end of the fields of work, told by common words written with
// capitals, that a minister or whoever is "for" something has: "of the Sea", "for
// Consular and Parliamentary Affairs".
func (p *paper) charged(q *post, link, i int, s sentence) int {
	if p.tongue.tag != "en" || i == link {
		return i
	}
	if p.tokens[i].shape == lower && i == link+1 {
		return p.smallFields(i, s)
	}
	if !p.ministerial(q) && p.tokens[link].word.folded != "for" {
		return p.unitOfWork(i, s)
	}
	return p.fieldRun(i, s)
}

// unitOfWork gives the end of the work that somebody is the head of in a body named
// right after: "Head of [Laboratory Systems] at the Salt Agency"; or i.
func (p *paper) unitOfWork(i int, s sentence) int {
	end := p.fieldRun(i, s)
	if end == i || end+1 >= s.to || p.tokens[end].word.folded != "at" && p.tokens[end].word.folded != "of" && p.tokens[end].word.folded != "in" {
		return i
	}
	from := p.pastArticle(end + 1)
	if org, _ := p.orgAt(from, s); org != nil || p.is(from, kRegion) && from+1 < s.to && p.tokens[from+1].shape == acronym {
		return end
	}
	return i
}

// smallFields gives the end of fields of work written small, adjectives and nouns
// up to where the phrase ends: "for consular affairs", "of mapping"; or i.
func (p *paper) smallFields(i int, s sentence) int {
	at, end := i, i
	for ; at < min(s.to, i+8); at++ {
		w := p.tokens[at].word
		switch {
		case p.tokens[at].shape == lower && p.mask[at]&^(1<<kPortfolio|1<<kModifier|1<<kRegion) == 0 && w.senses&(isNoun|isAdjective) != 0:
			if w.senses&isNoun != 0 {
				end = at + 1
			}
			continue
		case at == end && at > i && at+1 < s.to && p.is(at, kAnd) && p.tokens[at+1].shape == lower:
			continue
		}
		break
	}
	if end < s.to && p.tokens[end].shape == lower && p.mask[end] == 0 {
		return i
	}
	return end
}

// divided are the nouns of bodies that are named for fields of work.
var divided = forms("ministry department office committee directorate commission secretariat")

// fieldList gives the end of three fields of work or more, the last joined by
// "and": "Forestry, Fisheries and the Environment"; or i.
func (p *paper) fieldList(i int, s sentence) int {
	if p.tongue.tag != "en" {
		return i
	}
	comma, and := false, false
	end := p.fieldRun(i, s)
	for k := i; k < end; k++ {
		comma = comma || p.mark(k, ",")
		and = and || comma && p.is(k, kAnd)
	}
	if !and || p.upper(end) || p.is(end, kLink) {
		return i
	}
	return end
}

// fieldRun gives the end of fields of work, told by common words with capitals and
// joined by commas and "and".
func (p *paper) fieldRun(i int, s sentence) int {
	end := i
	for at := i; at < i+16; at = p.pastJoint(end) {
		from := at
		for at < s.to && p.fieldWord(at) && p.nameFrom(at, s) == at && !(p.foreign(at+1) && p.nameFrom(at+1, s) == at+1) { // not "Zed Kolar"
			at++
		}
		if at == from {
			break
		}
		end = at
	}
	return end
}

// fieldWord reports a common noun or adjective written with a capital that is
// neither a title nor a given name.
func (p *paper) fieldWord(i int) bool {
	if i >= len(p.tokens) || p.tokens[i].shape != capital || p.hit(i) != nil {
		return false
	}
	if p.is(i, kPortfolio) {
		return true
	}
	return p.mask[i]&(notName&^(1<<kRegion|1<<kVerb|1<<kEvent|1<<kPlace)|1<<kGiven|1<<kCity) == 0 && p.tokens[i].word.senses&(isNoun|isAdjective) != 0
}
