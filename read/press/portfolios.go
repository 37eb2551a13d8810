package press

import "strings"

// fieldsArabic gives the end of the field of work of an Arabic minister, which no table
// need know: a noun with the article or nouns that lean on one, their adjectives, and
// what "and" joins to them: "وزير التحول الرقمي", "وزيرة شؤون الأسرى", "وزير التجهيز
// والماء". The adjective of his State ends it, as his name does.
func (p *paper) fieldsArabic(q *post, i int, s sentence) int {
	if !p.tongue.caseless || q.title[1] != i || q.body != nil || i >= s.to || !p.tokens[i-1].word.in(ministers) {
		return i
	}
	at := i
	for at < s.to && at < i+maxMatter {
		next := p.fieldWords(at, i)
		if next == at {
			break
		}
		at = next
	}
	known := p.portfolioRun(i, s)
	if known > i && at > known && !p.nameAhead(at, s) && p.tokens[at-1].word.folded != "بالخارج" { // "وزير الخارجية الصفدي أكد"
		return known
	}
	return at
}

// ministers are the words of an office that a field of work follows.
var ministers = forms("وزير وزيره ووزير ووزيره لوزير لوزيره بوزير بوزيره وزيرا وزيرة")

// fieldWords gives the end of a noun with the article, an adjective, or nouns that lean
// on one, at token at of a field that begins at token i.
func (p *paper) fieldWords(at, i int) int {
	for k := at + 1; k < min(len(p.tokens), at+4) && strings.HasPrefix(p.tokens[at].word.folded, "وال"); k++ { // "والمغاربة المقيمين بالخارج"
		if p.tokens[k].word.folded == "بالخارج" {
			return k + 1
		}
	}
	if h := p.hit(at); h != nil && !(at == i && h.state() && p.is(at, kPortfolio)) {
		return at
	}
	if n := p.field(at); n > 0 && !p.is(at, kGiven) {
		return at + n
	}
	if !p.fieldNoun(at) {
		return at
	}
	w := strings.TrimPrefix(p.tokens[at].word.folded, "و")
	switch {
	case definiteWord(w):
		return at + 1
	case at > i && w == p.tokens[at].word.folded: // a name may begin
		return at
	}
	for to := at + 1; to < min(len(p.tokens), at+3) && p.fieldNoun(to) && p.hit(to) == nil; to++ { // "شؤون الأسرى"
		if definiteWord(p.tokens[to].word.folded) && !strings.HasPrefix(p.tokens[to].word.folded, "و") {
			return to + 1
		}
	}
	return at
}

// fieldNoun reports a word that no name, office or word of grammar is.
func (p *paper) fieldNoun(i int) bool {
	return p.tokens[i].shape == script && p.mask[i]&(1<<kTitle|1<<kHonorific|1<<kGiven|1<<kCity|1<<kPeople|1<<kSide|1<<kPronoun|1<<kWeak|1<<kEvent|1<<kIn|1<<kWith|1<<kTo|1<<kBy|1<<kDuring|1<<kNot|1<<kFuture) == 0 && (!p.is(i, kStop) || definiteWord(p.tokens[i].word.folded) && !p.joinedParticle(i))
}

// nameAhead reports what may follow the whole field of a minister: his State, an
// honorific or a name.
func (p *paper) nameAhead(at int, s sentence) bool {
	if at >= s.to || p.tokens[at].shape != script {
		return false
	}
	if h := p.hit(at); h != nil {
		return h.state()
	}
	return p.is(at, kHonorific) || p.is(at, kGiven) || p.mask[at] == 0 && !definiteWord(p.tokens[at].word.folded)
}

// secondField gives the end of a field that "and" joins to that of a ministry: "وزارة
// التجهيز والماء".
func (p *paper) secondField(j int) int {
	if !p.tongue.caseless || j >= len(p.tokens) || p.hit(j) != nil || !strings.HasPrefix(p.tokens[j].word.folded, "وال") || !p.fieldNoun(j) || p.mask[j]&(1<<kOrg|1<<kInstrument|1<<kVerb) != 0 {
		return j
	}
	return j + 1
}
