package press

import "strings"

// nameTail is the rest of a name after its head noun, as far as it is read: "of
// Foreign Affairs of the Republic of Belarus".
type nameTail struct {
	*paper
	s      sentence
	head   int  // token of the head noun
	tag    *tag // its class
	at     int  // where the rest begins
	end    int  // where what is read of it ends
	links  int  // how many of "of", "for", "on" are read
	closed bool // nothing more can follow
}

// maxNameTail bounds the tokens of a name after its head noun.
const maxNameTail = 24

// extend gives the end of a name after its head noun: "of Foreign Affairs of
// the Republic of Belarus", "on the Elimination of Discrimination against Women".
func (p *paper) extend(at, head int, tg *tag, s sentence) int {
	n := &nameTail{paper: p, s: s, head: head, tag: tg, at: at, end: at}
	for n.end < s.to && n.end-at < maxNameTail && !n.closed && p.nameFrom(n.end, s) == n.end {
		to := n.step(n.end)
		if to == n.end {
			break
		}
		n.end = to
	}
	return n.end
}

// step gives the end of what goes on with the name at token j, or j.
func (n *nameTail) step(j int) int {
	link, long := n.paper.at(j, kLink)
	switch {
	case n.tokens[j].word.in(charges) && n.known(j): // "المدير الإقليمي للبنك الدولي لشؤون الخليج"
		return j
	case long > 0 && (n.links > 0 || link.value != "of-late" || n.postedIn(j+long, n.head)):
		if n.partsAt(j, link, long) {
			return j
		}
		return n.words(j+long, true)
	case n.is(j, kTo) && (n.tag.value == "mission" || n.directed(j)):
		_, to := n.paper.at(j, kTo)
		return n.words(j+to, true)
	case n.end == n.at && n.ofAction(j, n.tag):
		return j + 2
	case (n.is(j, kAnd) || n.mark(j, "&")) && (n.end > n.at || n.tongue.capitals && n.at-n.head > 2 && n.is(n.at-1, kPortfolio) && n.is(j+1, kPortfolio)):
		return n.joined(j)
	case n.mark(j, ",") && (n.end > n.at || n.at-n.head > 2) && (n.is(j-1, kPortfolio) || n.tag.value == "ministry" && n.upper(j-1)) && n.is(j+1, kPortfolio) && n.listGoesOn(j+1, n.s):
		return n.words(j+1, false)
	case n.links > 0 && j > n.at && n.governedInRussian(j):
		return n.words(j+1, true)
	case n.links > 0 && n.datives(j, n.s) > j:
		return n.datives(j, n.s)
	case n.tongue.genitive && (n.is(j, kPortfolio) || n.stateGenitive(j)):
		return n.words(j, true)
	case n.tongue.tag == "ru" && (n.tokens[j].word.folded == "имени" || n.tokens[j].word.folded == "им"):
		if to := n.inHonour(j+1, n.s); to > j+1 {
			return to
		}
		return j
	case n.othersWord(j):
		return j
	case n.ownWord(j):
		return n.words(j, false)
	}
	return n.whole(j)
}

// known reports a body of the authority files whose whole name ends at token j.
func (n *nameTail) known(j int) bool {
	h := n.hit(n.head)
	return h != nil && h.org() && n.head+h.n == j
}

// partsAt reports a link that does not go on with the name, but with the sentence or
// another name.
func (n *nameTail) partsAt(j int, link *tag, long int) bool {
	on := n.tokens[j].word.folded == "on" && n.links > 0
	switch {
	case on && (n.tongue.tag == "en" && n.hasWord(n.at, n.end, "on") || n.campusOf(j+long)): // "the Committee on Home Affairs on the Bill"
		return true
	case n.end == n.at && n.chargeFor(j, n.head, n.tag):
		return true
	case link.value == "mission" && n.tag.value != "mission" || n.briefedOn(j, n.head, n.s) || n.deedOf(j, n.head) || n.end > n.at && n.purposeAbroad(j):
		return true
	}
	return link.value == "of-late" && n.tag.value != "mission" && n.hit(j+long) == nil && !n.is(j+long, kRegion) && !(n.tokens[n.head].word.folded == "office" && n.is(j+long, kCity))
}

// joined gives the end of what the "and" at token j adds to the name, or j.
func (n *nameTail) joined(j int) int {
	_, long := n.paper.at(j, kAnd)
	next := j + max(long, 1)
	if n.anotherInstrument(next, n.s) || n.tongue.tag == "fr" && n.is(next, kArticle) && !n.hasWord(n.at, n.end, "pour") { // "de" would be said again
		return j
	}
	if to := max(n.andOf(next, n.s), n.andField(next, n.head, n.links)); to > next { // "Conseil de paix et de sécurité"
		return to
	}
	if n.startsAnother(next, n.end, n.s) && !n.alikeStates(n.end, next) {
		return j
	}
	return n.words(next, false)
}

// othersWord reports a word at token j that looks like one of the name and is of
// another: who is of the ministry, initials, a verb in a heading.
func (n *nameTail) othersWord(j int) bool {
	if n.tongue.capitals && n.tag.value == "ministry" && n.end > n.at && n.is(j-1, kPortfolio) && n.upper(j) && n.mask[j] == 0 && n.upper(j+1) && n.mask[j+1] == 0 {
		return true
	}
	return n.end > n.at && n.initialsAt(j) || n.heading && n.tongue.capitals && n.is(j, kVerb) && !n.is(j, kPortfolio)
}

// ownWord reports a word at token j that goes on with the name without a link: a
// capital, a field written small.
func (n *nameTail) ownWord(j int) bool {
	if n.end == n.at {
		return n.upper(j) && !n.is(j, kTitle) && !n.is(j, kHonorific) && (n.tag.show == "first" || !n.tongue.capitals && n.tongue.articles && n.dedicated(n.head, j)) // "Institut Pasteur"
	}
	if n.tokens[j].shape == lower && n.is(j, kPortfolio) && !n.tongue.capitals {
		return true
	}
	if !n.upper(j) || n.is(j, kGiven) && n.upper(j+1) && !n.is(j, kPortfolio) {
		return false
	}
	return n.tongue.capitals || !n.tongue.genitive && n.upper(j-1) && (!n.is(j, kGiven) || n.tokens[j-1].word.in(saintly) || j == n.at+1 && n.is(n.at, kGiven) && n.dedicated(n.head, n.at))
}

// words gives the end of the words of the name from token j on, or the end of what is
// read where there are none. Linked says that "of" or a case makes them its own.
func (n *nameTail) words(j int, linked bool) int {
	if _, long := n.paper.at(j, kArticle); linked {
		j += long
	}
	next := n.nameWordsOf(j, linked, n.tag, n.s)
	if next == j && linked {
		next = n.tailRun(j, n.head)
	}
	if next == j {
		return n.end
	}
	if linked {
		n.links++
		if to := n.fieldList(j, n.s); to > next && n.tokens[n.head].word.in(divided) {
			next = to
		}
	}
	return next
}

// whole gives the end of a State, city, body or phrase that goes on with the name at
// token j as a whole, or j.
func (n *nameTail) whole(j int) int {
	first := n.end == n.at
	switch h := n.hit(j); {
	case (first || !definiteWord(n.tokens[j-1].word.folded)) && n.tongue.caseless && n.is(j, kCity) && !n.joinedParticle(j) && !n.particled(j): // "صندوق أبوظبي"
		_, long := n.paper.at(j, kCity)
		return j + long
	case first && n.tongue.capitals && !n.tag.alone() && n.stateTail(j):
		return j + h.n
	case first && n.calledAs(j, n.s) > j:
		n.closed = true
		return n.calledAs(j, n.s)
	case first && n.chamberOf(j, n.head, n.s) > j:
		return n.chamberOf(j, n.head, n.s)
	case n.genitivePair(j, n.s) > j:
		return n.genitivePair(j, n.s)
	case first && n.ofPeople(j):
		return j + h.n
	case n.tailWord(j, n.head, false) || n.tailCapital(j, n.head) && !(n.tag.alone() && first && (n.tongue.tag == "fr" || !n.describing(j))) || n.ofAcronym(j, n.at, n.end, n.head):
		return j + 1
	case !first && (n.tag.value == "ministry" || strings.HasPrefix(n.tokens[n.end-1].word.folded, "لل")) && n.secondField(j) > j: // "الهيئة العامة للغذاء والدواء"
		return n.secondField(j)
	case first && n.organOf(j, n.head) > j:
		return n.organOf(j, n.head)
	case first && n.honouredBody(j, n.head, n.s) > j:
		return n.honouredBody(j, n.head, n.s)
	case !n.tag.alone() && n.charterOf(j, n.head, !first, n.s) > j:
		return n.charterOf(j, n.head, !first, n.s)
	case n.construct(j, n.head, first, n.s) > j:
		return n.construct(j, n.head, first, n.s)
	case n.tongue.proclitic && !first && n.bodyGenitive(j) && h != nil && strings.HasPrefix(n.tokens[j].word.folded, "ل"):
		return j + h.n
	}
	return j
}
