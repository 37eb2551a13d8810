package press

import (
	"strings"
	"unicode/utf8"

	"chancery"
)

// chunkKind says what a stretch of tokens names.
type chunkKind uint8

const (
	aPerson chunkKind = iota + 1
	aPost
	anOrg
	aState
	anInstrument
	aDate
	aPlace
	aSide // "the sides", "both parties": whoever met
)

// chunk is a stretch of tokens [from, to) that names one thing.
type chunk struct {
	kind     chunkKind
	from, to int
	who      *entity // of a person, organisation, state or instrument
	post     *post   // of a post
	day      date    // of a date
	head     *tag    // of an organisation or instrument: the head noun's class
	name     [2]int  // of an organisation or instrument: the tokens of the name alone
	acronym  int     // token of the acronym in brackets, or -1
	genitive bool    // "Pakistan's"
	adj      bool    // an adjective ("Iranian") or a noun that stands for one
	descr    bool    // of an instrument: described, without a proper name
	heading  bool    // it stands in a heading
	listed   bool    // of an organisation: told by a noun in the plural before a list
}

// date is a date of the text, resolved as far as the paper allows.
type date struct {
	from, to chancery.Date // to is zero unless the text gives a range
	relative bool
}

// post is an office as the text expresses it.
type post struct {
	title     [2]int  // tokens
	head      int     // token of the head noun
	tag       *tag    // class of the head noun
	body      *entity // may be nil
	bodies    []*entity
	to        *entity // accredited to; may be nil
	tos       []chunk // other States that it is accredited to
	articled  bool    // "the", "a" stands before it
	full      bool    // it has a body, a portfolio or an accreditation
	noun      int     // token of the noun that stands for a body named elsewhere; 0 for none
	byNoun    *entity // that body; nil for none
	said      string  // the body in the post's own words; "" as the paper names it
	saidFrom  int     // token where those words begin
	listed    bool    // its body stands after its holder
	served    bool    // the title ends in the office that is served: "Secretary to the President"
	prefixed  bool    // its body stands before it
	prefix    int     // token where that body begins
	adjective bool    // the body is told by an adjective after the title
	former    bool    // held before, as its verb tells ("ранее работал")
}

// chunking reads the sentence's names from left to right.
func (p *paper) chunking(s sentence) {
	first := len(p.chunks)
	p.heading, p.last, p.opened = s.heading, min(p.opened, first), first
	defer func() {
		for i := first; i < len(p.chunks); i++ {
			p.chunks[i].heading = s.heading
		}
	}()
	for i := s.from; i < s.to; {
		n := len(p.chunks)
		i = max(i+1, p.chunkAt(i, s))
		if len(p.chunks) > n {
			i = max(i, p.chunks[len(p.chunks)-1].to)
		}
	}
}

// chunkAt reads the name that begins at token i, if one does, and gives the
// token after it.
func (p *paper) chunkAt(i int, s sentence) int {
	if to := p.dayChunk(i, s); to > i {
		return to
	}
	if p.tokens[i].shape == mark {
		return max(i+1, p.markChunk(i, s))
	}
	if tg, to := p.sideAt(i, s); to > i {
		return p.add(chunk{kind: aSide, from: i, to: to, head: tg}, to)
	}
	if to := p.venue(i, s); to > i {
		return p.add(chunk{kind: aPlace, from: i, to: to}, to)
	}
	named := p.eponym(i, s)
	if named == i && !(p.is(i, kHonorific) && p.tongue.tag == "en" && p.is(i, kWeak) && p.affiliated(i+1, s)) {
		if to := p.honoured(i, s); to > i {
			return to
		}
	}
	if to := p.delegate(i, s); to > i {
		return p.add(chunk{kind: aPerson, from: i, to: to}, to)
	}
	if to := p.paperChunk(i, s); to > i {
		return to
	}
	if to := p.bodyChunk(i, s, named); to > i {
		return to
	}
	if to := p.placeOrPerson(i, s); to > i {
		return to
	}
	return i + 1
}

// add keeps a chunk and gives the token up to which it was read.
func (p *paper) add(c chunk, to int) int {
	p.chunks = append(p.chunks, c)
	return to
}

// dayChunk reads a date at token i, or the instrument that it begins the name of, and
// gives the end of what was read; i for nothing.
func (p *paper) dayChunk(i int, s sentence) int {
	d, to := p.dateAt(i)
	if to <= i {
		return i
	}
	if in, end := p.instrumentAt(i, s); in != nil && end > to {
		return p.add(*in, end)
	}
	return p.add(chunk{kind: aDate, from: i, to: to, day: d}, to)
}

// markChunk reads what begins at a mark: a body called by a name in quotation marks, a
// newspaper, an instrument; it gives the end of what was read, i for nothing.
func (p *paper) markChunk(i int, s sentence) int {
	c := p.calledBefore(i, s)
	if c == nil {
		c = p.outlet(i, s)
	}
	if c != nil {
		p.take(c)
		return c.to
	}
	if c, to := p.quotedInstrument(i, s); c != nil {
		return p.add(*c, to)
	}
	return i
}

// paperChunk reads an instrument at token i, unless the words name a body or a longer
// body's name begins there; it gives the end of what was read, i for nothing.
func (p *paper) paperChunk(i int, s sentence) int {
	if c, to := p.instrumentAt(i, s); c != nil {
		if h := p.hit(i); p.linkedName(c) || !(h != nil && h.org() && i+h.n >= c.name[1]) && !p.longerOrg(i, to, s) {
			p.chunks = append(p.chunks, *c)
			p.within(c, s)
			return to
		}
	}
	if c, to := p.actedOn(i, s); c != nil {
		return p.add(*c, to)
	}
	return i
}

// bodyChunk reads a post or a body at token i, where a name that somebody gave it ends at
// token named; it gives the end of what was read, i for nothing.
func (p *paper) bodyChunk(i int, s sentence, named int) int {
	org, end := p.orgAt(i, s)
	if org != nil && (max(p.heldOffice(i, s), named) > i || p.bodyOfPost(i, end, s)) {
		p.take(org)
		return end
	}
	if p.memberState(i, s) {
		return i
	}
	if c, to := p.postAt(i, s); c != nil {
		p.chunks = append(p.chunks, *c)
		if next := p.nameAfter(to, s); next > to {
			return next
		}
		return max(to, p.nameAcross(c, to, s))
	}
	switch {
	case org == nil:
		return i
	case i == s.from && p.datelines(i, end):
		return p.add(chunk{kind: aPlace, from: i, to: end}, end)
	}
	p.take(org)
	return end
}

// bodyOfPost reports a body before the title of somebody named: "European Council
// President Ana Borg".
func (p *paper) bodyOfPost(i, end int, s sentence) bool {
	if !p.tongue.capitals || end <= i+1 || !p.upper(i) {
		return false
	}
	_, tg, to := p.titleAt(end, s)
	return tg != nil && tg.kind == kTitle && p.nameRun(to, s) > to
}

// placeOrPerson reads a State, a place or a person at token i and gives the end of what
// was read; i for nothing.
func (p *paper) placeOrPerson(i int, s sentence) int {
	if c, to := p.stateAt(i, s); c != nil {
		return p.add(*c, to)
	}
	_, city := p.at(i, kCity)
	if p.tokens[i].shape == lower {
		city = 0
	}
	if city > 1 {
		return p.add(chunk{kind: aPlace, from: i, to: i + city}, i+city)
	}
	if to, placed := p.landmark(i, s); placed {
		return p.add(chunk{kind: aPlace, from: i, to: to}, to)
	} else if to > i {
		return to
	}
	if to := p.personAt(i, s); to > i {
		return p.add(chunk{kind: aPerson, from: i, to: to}, to)
	}
	if city > 0 {
		return p.add(chunk{kind: aPlace, from: i, to: i + city}, i+city)
	}
	return i
}

// sideAt gives the end of the words at token i for those who met: of the tables, or
// "the two", "both" or "each" and a noun for persons or bodies, with up to two small
// words between ("the two labour ministries", "each Government"); i for none.
func (p *paper) sideAt(i int, s sentence) (*tag, int) {
	tg, n := p.at(i, kSide)
	if tg != nil && p.namedOfficers(i+n, s) {
		return nil, 0
	}
	j := i
	if p.tongue.tag == "en" {
		if f := p.tokens[i].word.folded; f == "the" && i+1 < s.to && p.tokens[i+1].word.folded == "two" {
			j = i + 2
		} else if f == "both" || f == "each" {
			j = i + 1
		}
	}
	for k := j; k > i && k < min(s.to, j+4); k++ {
		switch {
		case p.partyNoun(k) && !(k+1 < s.to && (p.upper(k+1) || p.tokens[k+1].shape == lower && p.partyNoun(k+1))):
			return pairTag, max(i+n, k+1)
		case p.is(k, kStop) || p.is(k, kVerb) || p.tokens[k].shape == mark:
			return tg, i + n
		}
	}
	return tg, i + n
}

// pairTag is the sort of the words for two who met.
var pairTag = &tag{kind: kSide}

// partyNoun reports a common noun for persons who act for others, or for bodies.
func (p *paper) partyNoun(k int) bool {
	return p.mask[k]&(1<<kPeople|1<<kTitle|1<<kOrg|1<<kWeak) != 0 || p.tokens[k].word.in(partyNouns)
}

// partyNouns are the nouns for those who are parties to what is agreed.
var partyNouns = forms("side sides party parties country countries state states nation nations partners institutions bodies legislatures chambers regulators capitals")

// within reads the bodies that a described instrument is of, and the instrument
// that it is about: "a decision of the Collective Security Council", "the
// dispatch on the agreement with Peru".
func (p *paper) within(c *chunk, s sentence) {
	if !c.descr && p.tongue.tag == "en" {
		p.bodiesIn(c, s)
		return
	}
	if !c.descr && p.tongue.tag != "ru" || p.tongue.caseless {
		return
	}
	for i := c.from + 1; i < c.to; {
		if in, to := p.instrumentAt(i, s); in != nil && to <= c.to && p.tongue.tag == "en" && p.hasArticle(c.from, i) {
			p.chunks = append(p.chunks, *in)
			i = to
			continue
		}
		if in, to := p.instrumentAt(i, s); in != nil && to == c.to && p.tongue.tag == "ru" && p.upper(i) { // "закон о ратификации Соглашения"
			p.chunks = append(p.chunks, *in)
		}
		if org, to := p.orgAt(i, s); org != nil && p.upper(i) && (c.descr || org.to-org.from > 1 && !p.amongParties(c)) { // "об учреждении Фонда"
			p.take(org)
			i = to
			continue
		}
		i++
	}
}

// bodiesIn reads the bodies, each after an article, that the proper name of an
// instrument names: "Statute of the Rivers Centre", "Memorandum of Cooperation
// between the Academy of Chad and the Institute of Peru".
func (p *paper) bodiesIn(c *chunk, s sentence) {
	if h := p.hit(c.name[0]); h != nil && h.org() && h.entry.ID != unitedNations && (h.n > 1 || p.tokens[c.name[0]].shape == acronym) && c.name[0]+h.n < c.to && !s.heading { // "the UNESCO Convention"
		p.take(&chunk{kind: anOrg, from: c.name[0], to: c.name[0] + h.n, name: [2]int{c.name[0], c.name[0] + h.n}, acronym: -1, genitive: p.possessive(c.name[0] + h.n)})
	}
	for i := c.from + 1; i < c.to; i++ {
		if !p.is(i-1, kArticle) || !p.upper(i) {
			continue
		}
		if org, to := p.orgAt(i, s); org != nil && to <= c.to && to-i > 1 {
			p.take(org)
			i = to - 1
		}
	}
}

// hasArticle reports an article between two tokens.
func (p *paper) hasArticle(from, to int) bool {
	for i := from; i < to; i++ {
		if p.is(i, kArticle) {
			return true
		}
	}
	return false
}

// longerOrg reports whether an organisation's name that begins with the
// instrument's goes on past it ("Law Commission", "Treaty Organization").
func (p *paper) longerOrg(i, to int, s sentence) bool {
	_, end := p.orgAt(i, s)
	return end > to
}

// linkedName reports a treaty or act by whose head noun stands what it is on or
// for, so that a body's word there is no head: "Agreement for a Nile Partnership".
func (p *paper) linkedName(c *chunk) bool {
	if p.tongue.tag == "en" && !c.descr && c.head != nil && c.head.value == "agreement" && c.to-c.from > 2 && p.is(c.name[1]-1, kInstrument) {
		return true // "Central European Free Trade Agreement"
	}
	if p.tongue.tag != "en" || c.descr || c.head == nil || !accords[c.head.value] && c.head.value != "law" && c.head.value != "declaration" {
		return false
	}
	for i := c.to - 1; i > c.from; i-- {
		if tg, n := p.at(i, kInstrument); tg == c.head {
			return p.is(i+n, kLink) || p.is(i+n, kAbout)
		}
	}
	return false
}

// honoured reads "Mr", "Dr", "Her Excellency" and the name after it.
func (p *paper) honoured(i int, s sentence) int {
	_, n := p.at(i, kHonorific)
	if n == 0 {
		return i
	}
	at := i + n
	for at < s.to {
		if p.mark(at, ".") || p.mark(at, ",") && p.is(at+1, kHonorific) {
			at++
			continue
		}
		next := p.honour(at)
		if next == at {
			break
		}
		at = next
	}
	if p.tongue.caseless && p.is(at, kGiven) { // "السيد سلطان المريخي": a name that is also a title
		if to := p.nameRun(at, s); to > at+1 {
			p.chunks = append(p.chunks, chunk{kind: aPerson, from: at, to: to})
			return to
		}
	}
	if c, to := p.postAt(at, s); c != nil { // "Hon. Minister of Justice Jane Doe"
		p.chunks = append(p.chunks, *c)
		return max(to, p.nameAfter(to, s))
	}
	if to := p.nameRun(at, s); to > at {
		p.chunks = append(p.chunks, chunk{kind: aPerson, from: at, to: to})
		return to
	}
	return i
}

// honour gives the end of the honorific at i, with its point, or of one in
// brackets: "Hon.", "(Dr.)", "(Rtd.)".
func (p *paper) honour(i int) int {
	if p.mark(i, "(") {
		j := i + 1
		if _, n := p.at(j, kHonorific); n > 0 {
			j += n
		} else if f := p.tokens[min(j, len(p.tokens)-1)].word.folded; f == "rtd" || f == "retd" || f == "ret" {
			j++
		}
		if p.mark(j, ".") {
			j++
		}
		if j > i+1 && p.mark(j, ")") {
			return j + 1
		}
		return i
	}
	_, n := p.at(i, kHonorific)
	if n > 0 && p.mark(i+n, ".") {
		n++
	}
	return i + n
}

// nameAfter reads the name that stands right after a post.
func (p *paper) nameAfter(at int, s sentence) int {
	i := at
	c := p.chunks[len(p.chunks)-1]
	if c.kind == aPost && p.manyOf(c) {
		return at
	}
	if p.mark(i, ".") && p.tongue.capitals && abbreviations[p.tokens[i-1].word.folded] { // "Sen. Varney Sherman"
		i++
	}
	for i < s.to {
		if end := p.honour(i); end > i {
			i = end
			continue
		}
		if p.mark(i, ",") || p.mark(i, "(") && p.closes(i, s) > 0 && (p.tokens[i+1].shape == acronym || p.tongue.capitals && p.tokens[i+1].shape == lower && c.kind == aPost && c.post.full) {
			if p.mark(i, "(") {
				i = p.closes(i, s)
				continue
			}
		}
		break
	}
	if p.tongue.verbLast && !p.is(i, kGiven) { // "Төрағасы Парламентаралық одақ"
		if org, _ := p.headedOrg(i, s); org != nil {
			return at
		}
	}
	if to := p.nameRun(i, s); to > i && !(p.tongue.caseless && to == i+1 && !p.is(i, kGiven) && p.mask[i] == 0 && to < s.to && p.tokens[to].shape != mark) { // "إلى رئيس الدولة دعوة من نظيره"
		p.chunks = append(p.chunks, chunk{kind: aPerson, from: i, to: to})
		if c.kind == aPost && p.tongue.capitals && p.many(c.post) {
			return p.moreNames(to, s)
		}
		return to
	}
	return at
}

// moreNames reads the names that go on a list after a title in the plural:
// "senators Lyazzat Kaltayeva and Nurtore Jusip".
func (p *paper) moreNames(at int, s sentence) int {
	for n := 0; n < 8; n++ {
		i := p.origin(at, s)
		if i > at {
			if st, _ := p.stateAt(at+1, s); st != nil { // "A (Ireland) and B"
				p.chunks = append(p.chunks, *st)
			}
		}
		if p.mark(i, ",") {
			i++
		}
		if _, m := p.at(i, kAnd); m > 0 {
			i += m
		}
		to := p.nameRun(i, s)
		if i == at || p.nameWords(i, to) < 2 || p.hit(i) != nil {
			return at
		}
		p.chunks = append(p.chunks, chunk{kind: aPerson, from: i, to: to})
		at = to
	}
	return at
}

// nameAcross reads the name that stands after a post and a comma, where what
// follows it shows that it ends there: "the Prime Minister of Fiji, NAME, visited".
func (p *paper) nameAcross(c *chunk, at int, s sentence) int {
	if !p.mark(at, ",") || !c.post.full && !(c.post.articled && p.tongue.articles && !p.tongue.capitals) && !p.setOff(c, at+1, s) {
		return at
	}
	i := at + 1
	for p.honour(i) > i {
		i = p.honour(i)
	}
	to := p.nameRun(i, s)
	if w := p.nameWords(i, to); w < 2 && !p.tongue.caseless || w > 5 || to < s.to && p.tokens[to].shape != mark && p.tokens[to].shape != lower {
		return at
	}
	if h := p.hit(i); h != nil || p.tongue.caseless && to == i {
		return at
	}
	p.chunks = append(p.chunks, chunk{kind: aPerson, from: i, to: to})
	if p.tongue.capitals && p.many(c.post) {
		return p.moreNames(to, s)
	}
	return to
}

// setOff reports whether commas set off the name at i after a title with "the"
// or "her" and nothing more: "her adviser, Andrey Rikhter, will return".
func (p *paper) setOff(c *chunk, i int, s sentence) bool {
	if !p.tongue.capitals || c.post.tag.kind == kWeak || !c.post.articled && !p.is(c.from-1, kPronoun) {
		return false
	}
	for p.honour(i) > i {
		i = p.honour(i)
	}
	end := p.nameRun(i, s)
	if h := p.hit(p.pastArticle(end + 1)); p.tokens[min(end, s.to-1)].word.folded == "of" && h != nil && h.state() { // "its President, Ana Borg of Peru,"
		return true
	}
	return p.mark(end, ",")
}

// manyOf reports whether a post is of many ("the health ministers of the WHO
// region"), so that what follows its body is no name.
func (p *paper) manyOf(c chunk) bool {
	last := c.post.title[1] - 1
	return p.tongue.capitals && c.to > c.post.title[1] && p.plural(last) && p.is(last, kTitle)
}

// closes gives the token after the bracket that closes the one at i, or 0.
func (p *paper) closes(i int, s sentence) int {
	for j := i + 1; j < s.to && j < i+24; j++ {
		if p.mark(j, ")") {
			return j + 1
		}
	}
	return 0
}

// upper reports whether token i is written as a name is.
func (p *paper) upper(i int) bool {
	return i >= 0 && i < len(p.tokens) && (p.tokens[i].shape == capital || p.tokens[i].shape == acronym)
}

// nameRun gives the end of the personal name that begins at i, on the
// evidence of what stands before it: a post or an honorific.
func (p *paper) nameRun(i int, s sentence) int {
	if p.tongue.caseless {
		return p.nameRunCaseless(i, s)
	}
	if p.is(i, kParticle) && p.tokens[i].shape == lower && !p.tongue.capitals { // "ministro de ..."
		return i
	}
	w := nameWalk{paper: p, s: s, from: i, at: i}
	for w.at < s.to && w.names < maxNames && (w.pastParticle() || w.pastName()) {
	}
	for w.at > i && p.is(w.at-1, kParticle) && p.tokens[w.at-1].shape == lower {
		w.at--
	}
	if w.names == 0 || w.names == 1 && p.tongue.capitals && p.is(i, kCity) && !p.is(i, kGiven) {
		return i
	}
	return w.at
}

// maxNames bounds the names of a person.
const maxNames = 7

// nameWalk goes over the words of a personal name.
type nameWalk struct {
	*paper
	s     sentence
	from  int // where the name begins
	at    int // how far it is read
	names int // how many names that holds, particles apart
}

// pastParticle steps over a particle before a name, and reports that there was one: "de
// la", "bin", "Le" in "Hélène Le Gal".
func (w *nameWalk) pastParticle() bool {
	t := &w.tokens[w.at]
	if tg, n := w.paper.at(w.at, kParticle); n > 0 && (t.shape == lower || tg.value == "any") && w.at+n < w.s.to && (w.upper(w.at+n) || w.is(w.at+n, kParticle)) {
		w.at += n
		return true
	}
	if w.names > 0 && !w.tongue.capitals && t.shape == capital && w.is(w.at, kParticle) && w.is(w.at, kArticle) && w.upper(w.at+1) {
		w.at++
		return true
	}
	return false
}

// pastName steps over a name, and reports that the next may follow.
func (w *nameWalk) pastName() bool {
	if w.surnameOfTitle(w.at, w.names, w.s) {
		w.at++
		return false
	}
	if w.nameEnds(w.at, w.names, w.s) || w.names == 2 && w.tongue.tag == "ru" && w.secondName(w.from, w.at) {
		return false
	}
	if w.names > 0 && w.pastBetween() {
		return true
	}
	if !w.upper(w.at) || w.possessive(w.at+1) && w.names > 0 && !w.nameWord(w.at) {
		return false
	}
	if w.names > 0 && roman(w.tokens[w.at].word.form) { // "King Abdullah II"
		w.at++
		return false
	}
	if !w.nameWord(w.at) {
		return false
	}
	w.names++
	w.at++
	if !w.possessive(w.at) {
		return w.names == 1 || !w.casedName(w.at-1)
	}
	if w.tokens[w.at].word.folded == "'s" || w.at+1 >= w.s.to || w.writtenParticle(w.at+1) == 0 {
		return false
	}
	w.at++ // "Mohammed Shia' al-Sudani"
	return true
}

// pastBetween steps over what stands between two names and is none that a table has, and
// reports that something does: "аль-Хусейни", "Eng" that is no title in "Tan Eng Chye",
// the stop of "Ma.", a nickname.
func (w *nameWalk) pastBetween() bool {
	t := &w.tokens[w.at]
	if n := w.writtenParticle(w.at); n > 0 {
		w.at += n
		w.names++
		return true
	}
	switch {
	case w.tongue.capitals && t.shape == capital && w.is(w.at, kHonorific) && len(t.word.form) <= 4 && w.upper(w.at+1) && w.nameWord(w.at+1):
		w.names++
		w.at++
	case w.mark(w.at, ".") && w.tongue.capitals && t.glued && w.tokens[w.at-1].word.in(shortened) && w.upper(w.at+1): // "Ma. Theresa Lazaro"
		w.at++
	case w.nickname(w.at):
		w.at += 3
	default:
		return false
	}
	return true
}

// shortened are given names that are written as abbreviations.
var shortened = forms("ma md mohd muhd st wm chas thos geo jos")

// nickname reports whether a name in quotation marks stands inside a name:
// `Moses "Shyne" Barrow`.
func (p *paper) nickname(i int) bool {
	return p.tongue.capitals && (p.mark(i, `"`) || p.mark(i, "“")) && p.upper(i+1) && (p.mark(i+2, `"`) || p.mark(i+2, "”")) && p.upper(i+3) && p.nameWord(i+3)
}

// nameRunCaseless reads a name in a script without capitals: words that the
// grammar does not know, at most four.
func (p *paper) nameRunCaseless(i int, s sentence) int {
	at, names := i, 0
	for at < s.to && names < 4 {
		if at == i && definiteWord(p.tokens[i].word.folded) && !p.is(i, kGiven) && !p.nameFollows(i+1, s) {
			return i // "the State" is no name
		}
		if at > i && p.tokens[at].shape == script && (p.tokens[at-1].word.folded == "عبد" || names > 0 && p.tokens[at-1].word.in(filiations)) { // "عبد الأمير", "خليل بن سلمة", though they are also a title and a verb
			names++
			at++
			continue
		}
		if names > 0 && p.anotherBegins(at) || names > 1 && p.surnameEnds(i, at) {
			break
		}
		if p.is(at, kGiven) && (!p.is(at, kStop) || names == 0 && p.givenAnyway(at, s) || names > 0 && strings.HasSuffix(p.tokens[at].word.form, "ي")) && p.tokens[at].shape == script || at == i && p.commonName(i) && p.namedAfter(i) {
			names++
			at++
			continue
		}
		if names > 0 && masdarLike(p.tokens[at].word.folded) && !p.is(at, kGiven) { // "أوروجواي زيادة الصادرات"
			break
		}
		if p.nisba(i, at, names) {
			return at + 1
		}
		if names == 1 && p.honorificSurname(at) {
			return at + 1
		}
		if p.tokens[at].shape != script || p.mask[at]&^(1<<kGiven|1<<kParticle|1<<kPatronymic) != 0 || p.joinedParticle(at) && !(names == 1 && p.is(at-1, kGiven) && strings.HasPrefix(p.tokens[at].word.folded, "با")) || names == 0 && p.mannerAt(at) { // "باشيان"
			break
		}
		if _, n := p.at(at, kParticle); n > 0 {
			at += n
			continue
		}
		names++
		at++
	}
	for at > i && p.is(at-1, kParticle) {
		at--
	}
	if names == 0 {
		return i
	}
	return at
}

// filiations are the words of a name that the father's follows.
var filiations = forms("بن ابن بنت ولد")

// notName are the classes that a word of a personal name is not of.
const notName = 1<<kTitle | 1<<kHonorific | 1<<kOrg | 1<<kInstrument | 1<<kState | 1<<kAdjective | 1<<kStop | 1<<kEvent | 1<<kArticle | 1<<kPronoun | 1<<kSide | 1<<kVerb | 1<<kBody | 1<<kUnit | 1<<kRegion | 1<<kPlace

// nameWord reports whether the capitalised token i can be part of a personal name.
func (p *paper) nameWord(i int) bool {
	t := &p.tokens[i]
	if p.is(i, kGiven) {
		return !p.is(i, kTitle) || !p.is(i, kModifier)
	}
	if h := p.hit(i); h != nil && h.state() && !h.adjective && p.tongue.capitals {
		return false
	}
	if p.mask[i]&notName == 1<<kVerb && p.tongue.capitals && !p.heading && i > 0 && p.tokens[i-1].shape != mark { // "Grant Robertshaw"
		return t.shape == capital
	}
	if p.tongue.verbLast && t.shape == capital && p.mask[i]&(1<<kTitle|1<<kOrg) == 0 && endsIn(nominativeLast(t.word.folded), surnames[:]) {
		return true
	}
	if h := p.hit(i); p.tongue.verbLast && h != nil && h.state() {
		return false
	}
	if p.tongue.tag == "ru" && t.word.in(particleNames) && t.shape == capital && i > 0 && p.tokens[i-1].shape != mark && p.upper(i+1) { // "министра Ли Чжуна", "с До Ван Анем"
		return true
	}
	if p.mask[i]&notName != 0 {
		return p.single(i, notName)
	}
	if t.word.in(addresses) {
		return false
	}
	if t.shape == acronym && utf8.RuneCountInString(t.word.form) <= 5 && !strings.Contains(t.word.form, ".") {
		return p.shouted(i)
	}
	return true
}

// particleNames are names of the East that in Russian look like particles.
var particleNames = forms("ли до во но за май")

// addresses stand after the name of whom to ask: "Ana Borg Tel: 021 403 0000".
var addresses = forms("tel telephone phone mobile email e-mail fax")

// single reports whether the phrases of the classes that begin at token i are
// all longer than what stands there as one word, so that the word alone is free.
func (p *paper) single(i int, classes uint64) bool {
	for _, m := range p.matches[p.first[i]:p.first[i+1]] {
		if classes&(1<<m.tag.kind) != 0 {
			return false
		}
	}
	return true
}

// shouted reports whether token i stands in a run of words in capitals, as
// surnames are printed ("Kairat LAMA SHARIF").
func (p *paper) shouted(i int) bool {
	f := p.tokens[i].word.form
	return utf8.RuneCountInString(f) > 2 && i > 0 && p.upper(i-1) && !p.is(i-1, kOrg) && !p.is(i-1, kState)
}

// personAt gives the end of a personal name that stands without a post or an
// honorific: its first word is a given name, or the paper names the person elsewhere.
func (p *paper) personAt(i int, s sentence) int {
	if p.tongue.caseless {
		if !p.is(i, kGiven) && !p.namedAfter(i) {
			return i
		}
		to := p.nameRunCaseless(i, s)
		if to-i >= 2 {
			return to
		}
		return i
	}
	if !p.upper(i) || !p.nameWord(i) || p.tongue.capitals && p.is(i, kPortfolio) && !p.is(i, kGiven) || p.tongue.decline != nil && p.text[p.tokens[i].start] < utf8.RuneSelf { // a brand or a paper: "Egemen Qazaqstan"
		return i
	}
	to := p.nameRun(i, s)
	if p.tongue.capitals && p.is(i-1, kIn) { // "at Marina Barrage"
		return i
	}
	words := p.nameWords(i, to)
	if p.surnamed(i, to) || p.initialled(i, to) || words >= 2 && (p.givenFirst(i) || p.personAround(i, to, words, s)) {
		return to
	}
	return i
}

// givenFirst reports that the first or second of the names at token i is a given name.
func (p *paper) givenFirst(i int) bool {
	return p.is(i, kGiven) || p.tokens[i+1].shape != lower && p.is(i+1, kGiven) && p.tokens[i].shape == capital
}

// personAround reports that what stands around the capitalised words from i to to, so
// many of them names, makes them a person.
func (p *paper) personAround(i, to, words int, s sentence) bool {
	switch {
	case words > 5:
		return false
	case p.seatedIn(to), p.relative(to) && !p.is(i-1, kArticle), (p.titledBy(to, s) || p.titledInRussian(to, s)) && p.hit(i) == nil, p.beforeSmallTitle(i, to, s):
		return true
	case words <= 3 && (p.ofOwner(i, to) || p.metInRussian(i, to, s)):
		return true
	case words <= 4 && (p.besidePerson(i, to, s) || p.spoken(i, to, s) || p.chosenBefore(i, s)):
		return true
	}
	return p.postAfterComma(to, s)
}

// chosenBefore reports that the words before token i, "the candidate", "named", "made",
// are of a person who is chosen for something.
func (p *paper) chosenBefore(i int, s sentence) bool {
	if p.tongue.capitals && i > s.from && p.tokens[i-1].word.in(contenders) && p.tokens[i-1].shape == lower {
		return true
	}
	if tg, _ := p.at(i-1, kVerb); tg != nil && (tg.value == "appoint" || tg.value == "nominate" || tg.value == "elect") && i > s.from { // "named Reckford Kampanje"
		return true
	}
	return p.madeBefore(i, s) || p.demonymBefore(i, s)
}

// ofOwner reports a person of a newspaper or a State in the genitive: "DW's Keno
// Verseck", "South Korea's Park Joon-ho".
func (p *paper) ofOwner(i, to int) bool {
	n := len(p.chunks)
	if !p.tongue.capitals || n == 0 || !p.possessive(i-1) || p.chunks[n-1].to != i-1 {
		return false
	}
	owner := &p.chunks[n-1]
	return owner.head != nil && owner.head.value == "media" || owner.kind == aState && p.foreign(to-1) && !p.upper(to)
}

// postAfterComma reports a post after a comma at token to that is of who is named before
// it: "NAME, Iran's deputy foreign minister".
func (p *paper) postAfterComma(to int, s sentence) bool {
	if !p.mark(to, ",") {
		return false
	}
	at := p.pastArticle(to + 1)
	if p.tongue.capitals {
		at = p.pastAdjective(at)
	}
	c, end := p.postAt(at, s)
	if c == nil || p.nameRun(end, s) != end {
		return false
	}
	return c.post.full || end >= s.to || p.mark(end, ",") || p.mark(end, ".") || p.tongue.capitals && c.post.tag.kind == kTitle && p.is(end, kAnd)
}

// beforeSmallTitle reports whether a comma and a title in small letters stand
// after the words from i to to, or in French and Spanish "qui préside": so only
// persons are told of.
func (p *paper) beforeSmallTitle(i, to int, s sentence) bool {
	if !p.mark(to, ",") || to+1 >= s.to || s.heading || p.hit(i) != nil || p.upper(i-1) && p.is(i-1, kOrg) {
		return false
	}
	at := to + 1
	if !p.tongue.capitals && (p.is(at, kPronoun) || p.tokens[at].word.folded == "quien") && presiding[p.tokens[min(at+1, s.to-1)].word.folded] != "" {
		return true
	}
	at = p.pastArticle(at)
	for k := at; p.tongue.capitals && at > to+1 && k < min(s.to, at+5) && p.tokens[k].shape != mark; k++ { // "NAME, the first Indigenous woman to lead"
		if p.tokens[k].word.in(personal) {
			return true
		}
	}
	_, tg, end := p.titleAt(at, s)
	return tg != nil && tg.kind == kTitle && p.tokens[at].shape == lower && p.nameRun(end, s) == end
}

// personal are nouns that only persons are called by.
var personal = forms("woman man mother father daughter son widow widower wife husband brother sister native resident survivor refugee migrant farmer teacher nurse student")

// presiding are the verbs of French and Spanish that tell a post, with its title.
var presiding = map[string]string{"préside": "président", "dirige": "directeur", "preside": "presidente"}

// contenders are nouns that persons are called by before their names, without a post.
var contenders = forms("incumbent candidate rival challenger opponent contender nominee veteran compatriot businessman businesswoman entrepreneur")

// titledBy reports whether words that give a post follow: "as Chairperson",
// "was confirmed as co-chair", "is the director".
func (p *paper) titledBy(i int, s sentence) bool {
	if !p.tongue.capitals || s.heading || p.roleFrom(i) == i {
		return false
	}
	i = p.roleFrom(i)
	if _, m := p.at(i, kArticle); m > 0 {
		i += m
	}
	_, tg, _ := p.titleAt(i, s)
	return tg != nil && tg.kind == kTitle
}

// relative reports whether ", who" or ", whose" follows: without an article before, only
// persons are so told of.
func (p *paper) relative(i int) bool {
	if !p.tongue.capitals || !p.mark(i, ",") || i+1 >= len(p.tokens) {
		return false
	}
	f := p.tokens[i+1].word.folded
	return f == "who" || f == "whose"
}

// spoken reports whether a verb of saying makes the capitalised words from i
// to to a person: "said Ayelet Berman", "Ayelet Berman told".
func (p *paper) spoken(i, to int, s sentence) bool {
	if tg, _ := p.at(to, kVerb); tg != nil && tg.value == "say" {
		return true
	}
	if i > s.from {
		if tg, n := p.at(i-1, kVerb); tg != nil && tg.value == "say" && n == 1 {
			return true
		}
	}
	if !p.tongue.capitals && p.deed(to) && (i == s.from || p.tokens[i-1].shape == mark || p.is(i-1, kAnd)) {
		return true
	}
	if p.tongue.tag == "en" && i > s.from+1 && p.mark(i-1, ":") && p.tokens[i-2].word.in(labels) { // "Name: Ana Borg"
		return true
	}
	if p.tongue.tag == "en" && i > s.from && (p.is(i-1, kBy) && (p.tokens[max(i-2, s.from)].word.in(writing) || p.tokens[s.from].word.in(writing)) || p.is(i-1, kAnd) && p.is(s.from, kBy) && s.to == to) { // "(Editing by P. J. Hall)", "By Ana Borg and Kinley W."
		return true
	}
	// a byline: "par Jean Martin le samedi 26 octobre"
	return (i == s.from+1 || i == s.from+2 && p.mark(s.from+1, "[")) && p.is(s.from, kBy) && s.to-s.from <= 14 && !p.tongue.caseless
}

// labels stand before the name of whom to ask.
var labels = forms("name contact contacts author enquiries inquiries spokesperson")

// writing are the words for what those who make a paper do.
var writing = forms("posted published pic pics story reporting editing writing reported edited written compiled translated translation photographed photo photos photography text —")

// nameWords counts the words of a name, particles apart.
func (p *paper) nameWords(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if p.upper(i) || p.writtenParticle(i) > 0 {
			n++
		}
	}
	return n
}

// datelines reports a body in capitals and a date after it: the seat that a dateline
// tells, "UNITED NATIONS, Oct. 10, 2024 –".
func (p *paper) datelines(i, end int) bool {
	_, day := p.dateAt(end + 1)
	return p.tongue.tag == "en" && end > i+1 && p.tokens[i].shape == acronym && p.mark(end, ",") && day > end+1
}

// stateAt reads a State's name or adjective.
func (p *paper) stateAt(i int, s sentence) (*chunk, int) {
	h := p.hit(i)
	if h == nil || !h.state() || i+h.n > s.to {
		return nil, i
	}
	to := i + h.n
	return &chunk{kind: aState, from: i, to: to, adj: h.adjective, who: p.cast.state(p, h, i, to, h.adjective), genitive: p.possessive(to), acronym: -1}, to
}
