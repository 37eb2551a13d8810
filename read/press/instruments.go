package press

import (
	"chancery"
	"strings"
)

// instrumentAt reads the name of an instrument: "Framework Convention on
// Tobacco Control", "2030 Concept of Family and Gender Policy", "WDO Charter",
// "law of the Republic of Belarus of 29 November 2003".
func (p *paper) instrumentAt(i int, s sentence) (*chunk, int) {
	if p.is(i, kStop) && !p.is(i, kInstrument) && !(p.tongue.capitals && (p.is(i, kCity) || i > s.from && p.upper(i) && p.upper(i+1) && p.is(i, kModifier))) || p.tokens[i].shape == mark {
		return nil, i
	}
	if c, to := p.aboutInstrument(i, s); c != nil {
		return c, to
	}
	if h := p.hit(i); h != nil && h.instrument() && p.tokens[i].word.capped == h.acronym {
		c := &chunk{kind: anInstrument, from: i, to: i + h.n, name: [2]int{i, i + h.n}, acronym: -1}
		if to := p.bracketed(c, s); to > c.to {
			c.to = to
		}
		if _, end := p.headedInstrument(i, s); end <= c.to {
			return c, c.to
		}
	}
	return p.headedInstrument(i, s)
}

// quotedInstrument reads an English name whose quoted words stand before its
// head noun: the "Safe Ports 2030" Strategy.
func (p *paper) quotedInstrument(i int, s sentence) (*chunk, int) {
	if p.tongue.tag != "en" || p.tokens[i].glued || i+1 >= s.to || !p.upper(i+1) && p.tokens[i+1].shape != number {
		return nil, i
	}
	end := p.quoted(i, s)
	tg, n := p.at(end, kInstrument)
	if end <= i+2 || end-i > 12 || end >= s.to || tg == nil || !p.upper(end) && !(ventures.has(tg.value) && p.allUpper(i+1, end-1)) {
		return nil, i
	}
	to := p.instrumentTail(end+n, end, tg, s)
	return &chunk{kind: anInstrument, from: i, to: to, head: tg, name: [2]int{i, to}, acronym: -1}, to
}

// allUpper reports that every word between two tokens begins with a capital.
func (p *paper) allUpper(from, to int) bool {
	for i := from; i < to; i++ {
		if !p.upper(i) {
			return false
		}
	}
	return from < to
}

// matterAlone reports a matter at i that is not the beginning of another name:
// "on Human Rights and the Rule of Law", but not "and the Health Committee".
func (p *paper) matterAlone(i int) bool {
	_, n := p.at(i, kPortfolio)
	return n > 0 && p.hit(i) == nil && !p.is(i, kInstrument) && (i+n >= len(p.tokens) || !p.upper(i+n))
}

// deedAbout reports a body's word that only says what the instrument named next
// is about: "Youth Exchange Agreement", "Central Bank Act".
func (p *paper) deedAbout(at int) bool {
	i := at + 1
	for p.tongue.tag == "en" && i < at+6 && p.upper(i) && !p.is(i, kLink) {
		if tg, _ := p.at(i, kInstrument); tg != nil && (tg.value == "law" || tg.value == "agreement" || tg.value == "treaty" || tg.value == "charter" || ventures.has(tg.value)) {
			return true
		}
		i++
	}
	return false
}

// furnished reports a resolution that is only put before a cabinet: "approved
// the resolution furnished by the Minister to sign the Agreement".
func (p *paper) furnished(head, next int) bool {
	if p.tongue.tag != "en" || next >= len(p.tokens) || p.tokens[head].word.folded != "resolution" || p.tokens[head].shape != lower {
		return false
	}
	switch p.tokens[next].word.folded {
	case "furnished", "presented", "submitted", "tabled", "made", "put", "moved", "to":
		return true
	}
	return false
}

// membership are the words for those who are bound by what is named after them.
var membership = forms("parties states members signatories")

// opensName reports the head noun of an accord or law that opens a sentence with
// its name: "Convention on Cluster Munitions".
func (p *paper) opensName(i int, tg *tag, s sentence) bool {
	if p.tongue.tag != "en" || !accords[tg.value] && tg.value != "law" && tg.value != "charter" || !p.is(i, kLink) && !p.is(i, kAbout) {
		return false
	}
	for j := i + 1; j < min(s.to, i+12) && p.tokens[j].shape != mark && !p.is(j, kPast); j++ {
		if p.upper(j) {
			return true
		}
	}
	return false
}

// instrumentHead is the head noun of an instrument, with what stands before it.
type instrumentHead struct {
	tg     *tag
	head   int  // the noun
	at     int  // past it
	proper bool // written as a name
}

// headedInstrument reads an instrument by its head noun: "the Paris Agreement", "the
// Charter of the United Nations", "a draft law on seeds".
func (p *paper) headedInstrument(i int, s sentence) (*chunk, int) {
	if c, to := p.instrumentLast(i, s); c != nil {
		return c, to
	}
	h, ok := p.instrumentHeadAt(i, s)
	if !ok || h.tg.show == "linked" && !p.is(h.at, kLink) && !p.is(h.at, kAbout) || h.tg.show == "numbered" && p.ownNumber(h.at, h.tg) == h.at || p.furnished(h.head, h.at) || p.settingOnly(h.head, h.at) {
		return nil, i
	}
	if end := p.quoted(i-1, s) - 1; !p.tongue.capitals && end > h.at && end-i < 20 { // "«Стратегия ...»"
		return &chunk{kind: anInstrument, from: i, to: end, head: h.tg, name: [2]int{i, end}, acronym: -1}, end
	}
	for h.at < s.to { // "Action Plan", "Charter Protocol"
		t, long := p.at(h.at, kInstrument)
		if t == nil || !p.upper(h.at) {
			break
		}
		h.tg, h.head, h.at = t, h.at, h.at+long
	}
	if p.is(h.at, kOrg) && p.upper(h.at) && !p.tongue.genitive { // "Treaty Organization"
		return nil, i
	}
	if p.is(h.at, kTitle) && p.upper(h.at) && p.upper(h.head) {
		return nil, i
	}
	c := &chunk{kind: anInstrument, from: i, to: h.at, head: h.tg, name: [2]int{i, h.at}, acronym: -1}
	grown := p.growInstrument(c, &h, s)
	named, ok := p.namedInstrument(c, &h, grown, s)
	if !ok {
		return nil, i
	}
	if c.descr = !named; c.descr && p.tongue.capitals && p.tokens[i].shape == lower {
		c.name[0] = p.describedFrom(i)
	}
	return c, c.to
}

// maxPremodifiers bounds the words before the head noun of an instrument.
const maxPremodifiers = 8

// instrumentHeadAt finds the head noun of an instrument that begins at token i.
func (p *paper) instrumentHeadAt(i int, s sentence) (h instrumentHead, ok bool) {
	h.at = i
	described := p.tongue.capitals && p.tokens[i].shape == lower && (p.is(i-1, kArticle) || p.tongue.tag == "en" && p.possessive(i-1) || p.is(i-1, kOrdinal) && p.is(i-2, kArticle))
	for n := 0; h.at < s.to && n < maxPremodifiers; n++ {
		at := h.at
		t, long := p.at(at, kInstrument)
		if p.is(at, kOrg) && p.upper(at) && (t == nil || p.is(at+1, kLink)) && p.hit(at) == nil && !p.is(at, kPortfolio) && !p.deedAbout(at) && !p.lawAhead(i) {
			return h, false
		}
		if t != nil && p.tokens[at].shape == lower && strings.HasPrefix(p.tokens[at].word.folded, "amendment") {
			return h, false // what is amended is the instrument
		}
		if _, m := p.at(at, kPortfolio); m > 1 && t == nil && p.upper(at) && p.tongue.capitals { // "Rule of Law Programme"
			h.proper, h.at = true, at+m
			continue
		}
		if t != nil {
			h.tg, h.head = t, at
			h.proper = h.proper || p.upper(at) && (at > s.from || n > 0 || p.opensName(at+long, t, s))
			h.at = p.pastQualities(at+long, s)
			return h, true
		}
		if p.barsInstrument(at, n) && !p.lawAhead(i) || !p.premodifier(&h, i, n, described, s) {
			return h, false
		}
	}
	return h, false
}

// barsInstrument reports a word that stands in no name of an instrument before its head.
func (p *paper) barsInstrument(at, n int) bool {
	english := p.tongue.tag == "en"
	if n > 0 && p.is(at, kStop) && !p.is(at, kAnd) && !p.is(at, kLink) && !(english && p.is(at, kWith) && p.upper(at+1)) {
		return true
	}
	if p.is(at, kTitle) && !p.is(at, kPortfolio) && !(n == 0 && english && p.upper(at+1) && p.is(at+1, kInstrument)) {
		return true
	}
	return p.is(at, kHonorific) || p.is(at, kEvent) && n > 0
}

// premodifier steps over one word before the head noun; false where it is none.
func (p *paper) premodifier(h *instrumentHead, i, n int, described bool, s sentence) bool {
	at, english := h.at, p.tongue.tag == "en"
	switch {
	case p.tokens[at].shape == number && yearLike(p.tokens[at].word.form):
		h.proper = true
		h.at++
	case p.upper(at) && !p.tongue.caseless:
		hit := p.hit(at)
		if hit != nil && hit.state() && (hit.adjective || p.possessive(at+hit.n)) || p.opensWithVerb(at, s) {
			return false
		}
		h.proper = h.proper || !p.tongue.capitals && at > s.from
		if h.at++; p.possessive(h.at) {
			h.at++
		}
	case n > 0 && english && p.mark(at, "(") && p.upper(at+1) && p.upper(p.closes(at, s)) && p.closes(at, s) > 0: // "Customs (Amendment) Bill"
		h.at = p.closes(at, s)
	case n > 0 && english && (p.mark(at, "-") || p.mark(at, "–")) && p.tokens[at].glued && p.upper(at+1): // "Chad-Malta Trade Agreement"
		h.at++
	case n > 0 && p.upper(i) && (p.is(at, kAnd) || p.mark(at, "&") || p.is(at, kLink) || english && p.is(at, kWith)) && p.upper(at+1) && !p.tongue.caseless:
		if english && n == 1 && p.tokens[i].word.in(membership) { // "the Parties to the Protocol"
			return false
		}
		h.at++
	case p.tokens[at].shape == lower && (described || h.proper && n > 0) && (p.is(at, kPortfolio) || p.is(at, kModifier)):
		h.at++
	default:
		return false
	}
	return true
}

// growInstrument takes what an instrument is on, its other side and its acronym into
// the chunk, and gives where the name ends.
func (p *paper) growInstrument(c *chunk, h *instrumentHead, s sentence) int {
	at := h.at
	if to := p.bracketed(c, s); to > at {
		at = to
	}
	h.at = at
	grown := p.instrumentTail(at, h.head, h.tg, s)
	whole := grown
	if p.tongue.caseless && c.acronym < 0 {
		grown, whole = p.matterTail(grown, h.head, h.tg, s)
	}
	if with := p.partner(at, h.head, h.tg, s); grown == at && c.acronym < 0 && with > at {
		c.name[1] = p.instrumentTail(with, h.head, h.tg, s) // its other side is named apart
	}
	if grown > at {
		c.name[1] = grown
		at = grown
		if c.acronym < 0 {
			c.to = at
			if to := p.bracketed(c, s); to > at {
				at = to
			}
		}
	} else if c.acronym >= 0 {
		at = p.closes(c.name[1], s)
	}
	c.to = at
	if whole > grown {
		c.name[1], grown = whole, whole
	}
	return grown
}

// namedInstrument reports whether the words of an instrument are its name, and not only
// a description; ok is false for a word that names only with a place, a year or a matter
// ("Copenhagen Document") where none stands.
func (p *paper) namedInstrument(c *chunk, h *instrumentHead, grown int, s sentence) (named, ok bool) {
	i, head, tg, english := c.from, h.head, h.tg, p.tongue.tag == "en"
	proper := h.proper || p.surnamedHead(i, head, tg)
	if p.plural(head) && !(accords[tg.value] && p.upper(i) && p.nameWord(i) && head == i+1 && p.tokens[max(i-1, 0)].word.folded == "the") { // "the Abraham Accords"
		proper = false
	}
	if tg.show == "named" {
		return true, (proper || p.plural(head)) && p.upper(head) && p.placedName(i, head)
	}
	tail := grown > head+1
	title := p.pastTitled(h.at)
	switch {
	case proper && (c.name[1]-c.name[0] > 1 || tg.alone()):
	case tail && tg.value == "resolution" && p.tokens[head+1].shape == number:
	case english && grown > title+2 && p.quoted(title, s) == grown && p.upper(title+1): // the programme "Clean Rivers"
	case tail && (p.namedTail(head+1, grown) || p.ownName(head, grown, tg)):
	case p.tongue.smallHeads && c.name[1] > head+2 && (tg.value == "law" || tg.value == "treaty" || tg.value == "strategy" || tg.value == "charter"):
	case tail && english && p.upper(head) && roman(p.tokens[head+1].word.form): // Protocol II
	default:
		return false, true
	}
	return true, true
}

// surnamedHead reports a programme or plan in small letters after its own name: "the
// SENSREC project", "the Horizon Europe programme"; not one after whose it is.
func (p *paper) surnamedHead(i, head int, tg *tag) bool {
	if p.tongue.tag != "en" || p.tokens[head].shape != lower || !ventures.has(tg.value) && !accords[tg.value] || head == i || !p.is(i-1, kArticle) || p.heading {
		return false
	}
	for j := i; j < head; j++ {
		_, month := p.dateAt(j)
		if h := p.hit(j); !p.upper(j) && p.tokens[j].shape != mark || h != nil || month > j || p.is(j, kOrg) || p.is(j, kBody) || p.is(j, kTitle) || p.is(j, kAdjective) {
			return false
		}
	}
	return true
}

// ventures are the sorts of instrument that are called by names of their own.
var ventures = forms("programme strategy plan")

// placedName reports a city, State or year between two tokens, or a word that
// makes a text final.
func (p *paper) placedName(from, to int) bool {
	for i := from; i < to; i++ {
		if f := p.tokens[i].word.folded; p.is(i, kCity) || p.hit(i) != nil && p.hit(i).state() || p.tokens[i].shape == number || p.foreign(i) || f == "national" || f == "outcome" || f == "guiding" {
			return true
		}
	}
	return false
}

// describedFrom gives where the description of an instrument begins, after its
// article: "a [90 million financing] agreement".
func (p *paper) describedFrom(i int) int {
	for j := i; j > 0 && i-j < 5; j-- {
		if p.is(j-1, kArticle) {
			return j
		}
		if p.tongue.tag == "en" && p.counts(j-1) { // "11 agreements"
			return j - 1
		}
		t := &p.tokens[j-1]
		if p.possessive(j-1) && p.tokens[j-2].shape == lower || p.tongue.tag == "en" && p.tokens[j-1].word.folded == "of" && p.is(j-3, kArticle) { // "a skilled workers' law", "a status of forces agreement"
			continue
		}
		if p.tongue.tag == "en" && (j < i && p.tokens[j-1].word.in(changed) && p.is(j-2, kArticle) || p.judged(j-1)) { // "a new police cooperation agreement", "a long-delayed treaty"
			return j
		}
		if t.shape != lower && t.shape != number || p.is(j-1, kStop) || p.is(j-1, kVerb) && !t.word.in(changed) && !p.is(j-2, kArticle) || p.is(j-1, kLink) || p.is(j-1, kAnd) || p.is(j-1, kPronoun) || p.is(j-1, kPast) {
			break
		}
	}
	return i
}

// judged reports an adjective by which a writer judges an instrument, which is no part
// of what it is called: "landmark", "long-delayed".
func (p *paper) judged(i int) bool {
	w := p.tokens[i].word
	return w.in(judging) || strings.HasPrefix(w.folded, "long-") && w.folded != "long-term" && w.folded != "long-range" || strings.HasPrefix(w.folded, "much-")
}

var judging = forms("landmark historic major key important ambitious controversial significant wide-ranging far-reaching hard-won groundbreaking ground-breaking sweeping so-called unprecedented modest binding non-binding")

// namedTail reports whether the words after the head noun name one instrument
// of its kind: a State's, or one of a day ("law of ... of 29 November 2003").
func (p *paper) namedTail(from, to int) bool {
	for i := from; i < to; i++ {
		if _, end := p.dateAt(i); end > i {
			return true
		}
	}
	return false
}

func yearLike(s string) bool {
	return len(s) >= 4 && (s[0] == '1' || s[0] == '2') && (len(s) == 4 || strings.ContainsAny(s, "-–"))
}

// languages may follow "in" after an instrument: the one it is read in.
var languages = forms("arabic chinese dutch english french german italian japanese kazakh korean kyrgyz persian portuguese russian spanish tajik turkish turkmen ukrainian urdu uzbek")

// hasWord reports a word between two tokens.
func (p *paper) hasWord(from, to int, folded string) bool {
	for i := from; i < to; i++ {
		if p.tokens[i].word.folded == folded {
			return true
		}
	}
	return false
}

// deedOf reports an "of" that says what a body did something to, not what body
// it is: "the adoption by the Assembly of the Protocol".
func (p *paper) deedOf(of, head int) bool {
	if p.tongue.tag != "en" || p.tokens[of].word.folded != "of" {
		return false
	}
	i := head
	for i > 1 && (p.upper(i) || p.is(i, kArticle)) {
		i--
	}
	if tg, _ := p.at(head, kOrg); (tg == nil || tg.value != "parliament") && (!p.is(i, kBy) || !p.nounOfDeed(i-1)) {
		return false
	}
	for j := p.pastArticle(of + 1); j < min(len(p.tokens), of+8) && p.upper(j); j++ {
		if p.is(j, kInstrument) {
			return true
		}
	}
	return false
}

// nounOfDeed reports a noun that tells what is done to an instrument.
func (p *paper) nounOfDeed(i int) bool {
	tg, n := p.at(i, kVerb)
	return tg != nil && p.tokens[i].shape == lower && (tg.show == "noun" || n > 1 && (strings.HasSuffix(p.tokens[i].word.folded, "ment") || strings.HasSuffix(p.tokens[i].word.folded, "ion")))
}

// asNoun reports, in English, a word of the tables of verbs that here is a noun: "on the
// exchange of data", but not "on trade covers fish".
func (p *paper) asNoun(i int) bool {
	if p.tongue.tag != "en" || p.tokens[i].shape != lower {
		return false
	}
	if p.nounOfDeed(i) {
		return true
	}
	w, next := p.tokens[i].word, min(i+1, len(p.tokens)-1)
	if w.senses&isNoun == 0 || p.is(next, kArticle) || p.is(next, kPronoun) || p.upper(next) || strings.HasSuffix(w.folded, "ing") || strings.HasSuffix(w.folded, "ed") {
		return false
	}
	return !strings.HasSuffix(w.folded, "s") || p.tokens[next].shape != lower || p.mask[next]&(1<<kStop|1<<kLink|1<<kAnd|1<<kIn|1<<kBy|1<<kTo|1<<kWith|1<<kPast|1<<kFuture) != 0
}

// briefedOn reports an "on" that says what a body is told of, not its matter:
// "briefed the Commission on the Nauru Declaration".
func (p *paper) briefedOn(on, head int, s sentence) bool {
	if p.tongue.tag != "en" || p.tokens[on].word.folded != "on" || !p.is(on+1, kArticle) || p.is(on+2, kPortfolio) {
		return false
	}
	i := head
	for i > s.from && (p.upper(i) || p.is(i, kArticle) || p.is(i, kLink) || p.is(i, kAnd)) {
		i--
	}
	tg, _ := p.at(i, kVerb)
	return tg != nil && tg.value == "inform"
}

// submittedTo reports a body after "to", at a token, to which an instrument is
// sent: a protocol is to a treaty, "submitted the Protocol to Parliament".
func (p *paper) submittedTo(to, j int, s sentence) bool {
	if p.tongue.tag != "en" || p.tokens[to].word.folded != "to" || p.nounOfDeed(to-1) {
		return false
	}
	if p.is(j, kArticle) {
		j++
	}
	tg, n := p.at(j, kOrg)
	for i := j; tg == nil && i < min(s.to, j+4) && p.upper(i); i++ {
		tg, n = p.at(i, kOrg)
		j = i
	}
	return tg != nil && organs[tg.value] && !p.is(j+n, kInstrument) && (!p.is(j+n, kLink) || p.tokens[j+n].word.folded != "of")
}

// shownTo reports "to" and an article right after the head noun of a law, of which they
// say to whom it is put: "presented the Salt Act to the press".
func (p *paper) shownTo(w *matterWalk) bool {
	if p.tongue.tag != "en" || w.tg.value != "law" || w.end > w.at || p.tokens[w.end].word.folded != "to" || !p.is(w.j, kArticle) {
		return false
	}
	for i := w.j + 1; i < min(w.s.to, w.j+6); i++ {
		if p.is(i, kInstrument) {
			return false
		}
	}
	return true
}

// ofAction reports what a declaration is adopted with under one name: "Vienna
// Declaration and Programme of Action".
func (p *paper) ofAction(i int, tg *tag) bool {
	return p.tongue.tag == "en" && tg.value == "declaration" && p.is(i, kAnd) && p.upper(i+1) && p.is(i+1, kInstrument) && p.is(i+2, kLink) && p.upper(i+3)
}

// anotherInstrument reports a new name after "and": "Act No. 3 and Federal Law
// No. 44".
func (p *paper) anotherInstrument(i int, s sentence) bool {
	if !p.tongue.capitals {
		return p.is(p.pastArticle(i), kInstrument)
	}
	for k := i; k < min(s.to-1, i+4) && p.upper(k); k++ {
		if p.is(k, kInstrument) && (p.tokens[k+1].shape == number || p.tokens[k+1].word.folded == "no" || p.is(k+1, kLink) && k > i) {
			return true
		}
	}
	return false
}

// adverbialIn are the words with which "in" says how or when, not what in.
var adverbialIn = forms("order line accordance principle exchange addition support return favour favor force full part person place public private turn view case time writing late early recent coming conjunction collaboration cooperation partnership connection relation respect response front light all both two three january february march april may june july august september october november december spring summer autumn winter")

// matter reports words that name a subject rather than a place: "Trade in
// Tobacco Products".
func (p *paper) matter(i int) bool {
	if p.tongue.tag == "en" && p.is(i, kArticle) && i+2 < len(p.tokens) && p.upper(i+1) && p.hit(i+1) == nil && p.tokens[i+2].word.folded == "of" && p.upper(i-2) { // "Cooperation in the Prevention of Haze"
		return true
	}
	if p.tokens[i-1].word.folded == "in" && p.lowTail(i-1) && p.tokens[i].shape == lower { // "on trade in wind energy"
		_, day := p.dateAt(i)
		return day <= i && !p.tokens[i].word.in(adverbialIn) && p.mask[i]&(1<<kArticle|1<<kPronoun|1<<kVerb|1<<kEvent|1<<kStop|1<<kSide) == 0
	}
	return p.upper(i) && (p.is(i, kPortfolio) || p.upper(i+1) && (p.plural(i+1) || p.is(i+1, kPortfolio)))
}

// ownNumber gives the end of the number of a resolution, law or decree: "2719 (2023)".
func (p *paper) ownNumber(at int, tg *tag) int {
	if to := p.citation(at, tg); to > at {
		return to
	}
	if p.romance() && at+3 < len(p.tokens) && p.tokens[at].word.folded == "n" && p.mark(at+1, ".") && (p.mark(at+2, "°") || p.mark(at+2, "º")) { // "Resolución N.° 045-2022-RE"
		at += 2
	}
	if f := p.tokens[min(at, len(p.tokens)-1)].word.folded; (f == "no" || f == "nº" || f == "n°" || f == "№") && tg.value != "plan" { // "Act No. 36 of 2003"
		i := at + 1
		if p.mark(i, ".") {
			i++
		}
		if i < len(p.tokens) && p.tokens[i].shape == number {
			if i = p.numberEnd(i); p.is(i, kLink) && i+1 < len(p.tokens) && yearLike(p.tokens[i+1].word.form) && p.tokens[i+1].shape == number {
				return i + 2
			}
			return i
		}
		return at
	}
	if at < len(p.tokens) && tg.value == "treaty" && roman(p.tokens[at].word.form) && p.tongue.capitals { // "Protocol II"
		return at + 1
	}
	if to := p.numberAbroad(at, tg); to > at {
		return to
	}
	if at >= len(p.tokens) || p.tokens[at].shape != number || tg.value != "resolution" && tg.value != "decree" && tg.value != "law" && !(tg.value == "treaty" && p.upper(at-1) && len(p.tokens[at].word.form) < 4) {
		return at
	}
	if _, to := p.dateAt(at); to > at {
		return at
	}
	if p.mark(at+1, "(") && at+3 < len(p.tokens) && p.tokens[at+2].shape == number && p.mark(at+3, ")") {
		return at + 4
	}
	return p.numberEnd(at)
}

// numberEnd gives the end of the number at a token: "27", "78/31", "44-FZ".
func (p *paper) numberEnd(at int) int {
	at++
	for at+1 < len(p.tokens) && (p.mark(at, "/") || p.mark(at, "-")) && p.tokens[at].glued && p.tokens[at+1].glued && p.tokens[at+1].shape != mark {
		at += 2
	}
	return at
}

// partner gives the end of the State or body with which an accord is: "the Loan
// Agreement with the OPEC Fund", "an extradition treaty with Chad".
func (p *paper) partner(at, head int, tg *tag, s sentence) int {
	if p.tongue.tag != "en" || !accords[tg.value] || at+1 >= s.to || p.tokens[at].word.folded != "with" {
		return at
	}
	j := p.pastArticle(at + 1)
	if j >= s.to {
		return at
	}
	if h := p.hit(j); h != nil && !h.adjective {
		return j + h.n
	}
	if _, to := p.orgAt(j, s); to > j && p.upper(j) {
		return to
	}
	return at
}

// pastTitled gives the token after a word that says what an instrument is called.
func (p *paper) pastTitled(at int) int {
	if at < len(p.tokens) && p.tongue.tag == "en" {
		switch p.tokens[at].word.folded {
		case "titled", "entitled", "called", "named", "dubbed", "known":
			return at + 1
		}
	}
	return at
}

// ownedRun gives the end of the common nouns that a name in the genitive owns:
// "on Iran's accession to", "the Union's convention"; end for no genitive.
func (p *paper) ownedRun(end int, s sentence) int {
	if p.tongue.tag != "en" || !p.possessive(end) {
		return end
	}
	if end++; end < s.to && p.tokens[end].shape == lower {
		return p.lowRun(end, s)
	}
	return end
}

// purpose gives the end of what a bill or another act of law is to do: "a bill to
// amend the Fisheries Act"; at for none.
func (p *paper) purpose(at int, tg *tag, s sentence) int {
	if p.tongue.tag != "en" || tg.value != "law" && tg.value != "decree" && !(accords[tg.value] && p.toldByPurpose(at)) || at+2 >= s.to || p.tokens[at].word.folded != "to" || p.namedLaw(at) || p.tokens[at+1].shape != lower || p.mask[at+1]&(1<<kArticle|1<<kPronoun|1<<kOrg|1<<kPeople|1<<kTitle|1<<kStop) != 0 {
		return at
	}
	end := p.clauseEnd(at+2, s)
	for end > at+2 && (p.is(end-1, kPast) || p.is(end-1, kFuture)) {
		end--
	}
	return end
}

// toldByPurpose reports "a" before the instrument that ends at a token: one that is
// told by what it is to do, "a memorandum of understanding to build a port".
func (p *paper) toldByPurpose(at int) bool {
	for i := at - 1; i > at-9 && i > 0; i-- {
		switch p.tokens[i-1].word.folded {
		case "a", "an":
			return true
		case "the", "to", "by":
			return false
		}
	}
	return false
}

// smallWord reports a small word inside a name written with capitals: "Means of
// Preventing the Import", "Pollution from Ships".
func (p *paper) smallWord(i, head int, s sentence) bool {
	if p.tongue.tag != "en" || !p.upper(head) || !p.upper(i-1) || i+1 >= s.to || p.tokens[i].shape != lower {
		return false
	}
	next := i + 1
	if p.is(i, kArticle) {
		return strings.HasSuffix(p.tokens[i-1].word.folded, "ing") && p.upper(next)
	}
	if f := p.tokens[i].word.folded; f != "from" && f != "through" && f != "into" && f != "within" {
		return false
	}
	next = p.pastArticle(next)
	_, day := p.dateAt(next)
	return next < s.to && p.upper(next) && day <= next && p.hit(next) == nil && p.mask[next]&(1<<kCity|1<<kTitle|1<<kHonorific|1<<kGiven|1<<kStop) == 0
}

// describes reports common nouns after "of", "for" or "in" that say what an
// instrument is: "a roadmap for cooperation in trade".
func (p *paper) describes(i int) bool {
	return p.tongue.tag == "en" && !p.is(i-1, kArticle) && !p.is(i, kOrdinal) && !p.soLong(i)
}

// lasting are the words after "for" and "of" that say how long or to what end.
var lasting = forms("time times period periods years months days weeks approval consideration signature ratification discussion review which whom up over at more less almost nearly several two three four five six ten")

// pairs reports that "and" must follow: "between A" is yet without its second party.
func (p *paper) pairs(from, to int) bool {
	for i := to - 1; i >= from && p.tongue.tag == "en" && !p.is(i, kAnd); i-- {
		if p.tokens[i].word.folded == "between" {
			return true
		}
	}
	return false
}

// aboutClause reports whether a participle at i opens what an instrument does:
// "a decree banning ...".
func (p *paper) aboutClause(i int) bool {
	for j := i; j >= 0 && j >= i-1; j-- {
		if tg, _ := p.at(j, kAbout); tg != nil && tg.value == "clause" {
			return true
		}
	}
	return false
}

// doing reports a participle right after the head noun of an instrument, which
// says what it does: "a law easing the rules", "a resolution urging restraint".
func (p *paper) doing(i, head int) bool {
	t := &p.tokens[i]
	return p.tongue.tag == "en" && t.shape == lower && len(t.word.folded) > 5 && strings.HasSuffix(t.word.folded, "ing") && p.tokens[head].shape == lower && !p.plural(head) && !p.is(i, kEvent) && !p.is(i, kAbout) && !t.word.in(notDoing)
}

// notDoing are the participles that tell what becomes of an instrument, or that
// join it to something else.
var notDoing = forms("including following pending during according having coming taking entering starting beginning being regarding concerning expiring dating marking remaining awaiting notwithstanding")

// clauseEnd gives the next mark, at most sixteen words on.
func (p *paper) clauseEnd(i int, s sentence) int {
	j := i
	for j < s.to && j < i+20 && (p.tokens[j].shape != mark || p.mark(j, ".") && p.tokens[j-1].word.folded == "no" || p.possessive(j)) {
		if tg, _ := p.at(j, kVerb); tg != nil && actVerbs[tg.value] != "" && p.tokens[j].shape == lower && !p.is(j-1, kTo) {
			break
		}
		if d, to := p.dateAt(j + 1); p.tongue.tag == "en" && p.is(j, kLink) && to > j+1 && d.from.Precision() == chancery.DayPrecision { // "passed a law banning veils on 4 May"
			break
		}
		j++
	}
	return j
}

// plural reports whether the word at i is a plural: a sort of thing, no name.
func (p *paper) plural(i int) bool {
	f := p.tokens[i].word.form
	return p.tongue.tag == "en" && len(f) > 3 && f[len(f)-1] == 's'
}

func (p *paper) lowTail(end int) bool { return p.tokens[end-1].shape == lower }

// listed reports whether the capitalised words at i, after a comma, go on a
// list that ends in "and" ("of Weapons, Ammunition and Explosives").
func (p *paper) listed(i int, s sentence) bool {
	for j := i; j < s.to && j < i+6; j++ {
		if p.is(j, kAnd) {
			return p.upper(j + 1)
		}
		if !p.upper(j) {
			return false
		}
	}
	return false
}

// lowList gives the end of common nouns that go on a list after the comma at i
// and end it after "and": "diplomatic, official and service passports"; i if none do.
func (p *paper) lowList(i int, s sentence) int {
	for j := i; j < min(s.to-1, i+12); j++ {
		switch {
		case p.mark(j, ","):
			if p.is(j+1, kAnd) {
				continue
			}
		case p.is(j, kAnd):
			if p.tokens[j+1].shape != lower || p.newClause(j+1, s) {
				return i
			}
			if end := p.lowRun(j+1, s); end > j+1 {
				return end
			}
			return i
		}
		if j > i && (p.tokens[j].shape != lower && !p.mark(j, ",") || p.mask[j]&(1<<kVerb|1<<kPast|1<<kPronoun|1<<kFuture|1<<kArticle|1<<kIn|1<<kBy|1<<kWith|1<<kTo|1<<kInstrument) != 0 && !p.is(j, kPortfolio)) {
			return i
		}
	}
	return i
}

// newClause reports whether a verb follows within the next words.
func (p *paper) newClause(j int, s sentence) bool {
	for k := j; k < s.to && k < j+3; k++ {
		if p.is(k, kVerb) && p.tokens[k].shape == lower {
			return true
		}
	}
	return false
}

// lowRun gives the end of the common words of a subject: "on food security and
// safety", "on road transport".
func (p *paper) lowRun(i int, s sentence) int {
	j := i
	for j < s.to && j < i+7 {
		t := &p.tokens[j]
		if k := p.pastArticle(j + 1); p.tongue.capitals && j > i && p.tokens[j].word.folded == "of" && k < s.to && p.tokens[k].shape == lower && !p.is(k, kStop) {
			j = k // "the avoidance of double taxation"
			continue
		}
		if j > i && p.governedInRussian(j) {
			j++
			continue
		}
		if t.shape == mark || p.is(j, kStop) || p.is(j, kVerb) && !p.is(j, kPortfolio) && !p.deverbal(j) && !p.asNoun(j) || p.is(j, kPast) || p.is(j, kFuture) || p.is(j, kIn) || p.is(j, kBy) || p.is(j, kWith) && !(p.tongue.genitive && j > i) || p.is(j, kPronoun) || p.is(j, kTo) || !p.tongue.capitals && p.is(j, kRole) {
			break
		}
		if _, to := p.dateAt(j); to > j || j > i && p.romance() && p.is(j, kAbout) && !p.is(j, kLink) { // "d'intention relative à"
			break
		}
		if p.is(j, kAnd) && (j+1 >= s.to || p.tokens[j+1].shape != lower || p.is(j+1, kStop) || p.is(j+1, kVerb) && !p.asNoun(j+1) || p.is(j+1, kPast) || !p.tongue.capitals && (p.is(j+1, kRole) || p.anotherInstrument(j+1, s))) {
			break
		}
		j++
	}
	if j > i && (p.is(j-1, kArticle) || p.is(j-1, kLink) || p.is(j-1, kAnd) || p.governedInRussian(j-1)) {
		j--
	}
	return j
}
