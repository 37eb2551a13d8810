package press

import (
	"strings"

	"chancery"
)

// matterWalk goes over what an instrument is on, of, for or between.
type matterWalk struct {
	tg       *tag
	s        sentence
	at, head int  // where it begins, and the head noun of the instrument
	end      int  // what is read so far
	j        int  // the word looked at
	link     int  // the words of a preposition before it
	about    int  // the same, of one that tells the matter
	linked   bool // a preposition leads to the word
}

// course says how a walk goes on.
type course uint8

const (
	looksOn course = iota // the word itself is to be looked at
	takes                 // words were taken in, the walk goes on after them
	stops                 // nothing more belongs to the name
)

// instrumentTail gives the end of what an instrument is on, of, for or between.
func (p *paper) instrumentTail(at, head int, tg *tag, s sentence) int {
	w := matterWalk{tg: tg, s: s, at: at, head: head, end: at}
	if to := p.quoted(p.pastTitled(at), s); to > at+1 && p.tongue.capitals {
		return to
	}
	if to := p.ownNumber(at, tg); to > at {
		w.end = to
	}
	if to := p.purpose(at, tg, s); to > at {
		return to
	}
	if at < s.to && p.doing(at, head) {
		return p.clauseEnd(at, s)
	}
	for how := takes; how != stops && w.end < s.to && w.end-at < maxTail; {
		if how = p.matterLink(&w); how == looksOn {
			how = p.matterJoint(&w)
		}
		if how == looksOn {
			how = p.matterBounds(&w)
		}
		if how == looksOn {
			how = p.matterDay(&w)
		}
		if how == looksOn {
			how = p.matterWord(&w)
		}
	}
	return w.end
}

// take takes the words up to a token in.
func (w *matterWalk) take(to int) course {
	w.end = to
	return takes
}

// matterLink reads the preposition that leads on.
func (p *paper) matterLink(w *matterWalk) course {
	j := w.end
	w.j = j
	if p.tongue.tag == "en" && (accords[w.tg.value] || ventures.has(w.tg.value)) && p.tokens[j].word.folded == "that" { // "the agreement that Chad signed"
		return stops
	}
	_, w.link = p.at(j, kLink)
	_, w.about = p.at(j, kAbout)
	w.link = max(w.link, w.about)
	if p.tongue.caseless && w.about > 0 { // what it is on, matterTail reads
		return stops
	}
	if w.link == 0 && (p.tokens[j-1].word.in(supplementary) || p.directed(j)) { // "Protocole additionnel à la Convention"
		_, w.link = p.at(j, kTo)
	}
	if w.end > w.at && p.tongue.tag == "en" && (p.tokens[j].word.folded == "that" || w.about > 0 && p.tokens[j-1].shape == number && p.tokens[j-2].word.folded != "of" && p.aboutClause(j)) { // what follows is told of it
		return stops
	}
	if to := p.cityTail(j, w.head, w.tg); to > j {
		return w.take(to)
	}
	if to := p.periodTail(j); to > j && (!p.tongue.capitals || p.upper(w.head)) {
		return w.take(to)
	}
	if w.linked = w.link > 0; !w.linked {
		return looksOn
	}
	if w.j += w.link; w.j >= w.s.to || p.tongue.tag == "en" && p.tokens[w.j-1].word.folded == "to" && p.tokens[w.j].shape == lower && !p.is(w.j, kArticle) { // "used the Lima Agreement to protect"
		return stops
	}
	if p.submittedTo(w.end, w.j, w.s) || p.shownTo(w) || p.tongue.tag == "en" && p.tokens[w.j-1].word.folded == "in" && p.tokens[w.j].word.in(languages) {
		return stops
	}
	if tl, _ := p.at(w.end, kLink); tl != nil && tl.value == "of-late" && p.tongue.capitals && (p.is(w.j, kCity) || p.hit(w.j) == nil && !p.is(w.j, kRegion) && !p.matter(w.j)) {
		return stops
	}
	return looksOn
}

// matterJoint reads what goes on without a preposition: a year, a number, another
// member of a list, an attribute.
func (p *paper) matterJoint(w *matterWalk) course {
	if w.linked {
		return looksOn
	}
	j, begun := w.j, w.end > w.at
	switch {
	case p.yearOfName(w):
		return w.take(j + 1)
	case !begun && p.ofAction(j, w.tg):
		return w.take(j + 2)
	case !p.tongue.capitals && begun && p.upper(j-1) && p.ownNumber(j, w.tg) > j: // "Decreto Supremo 031-2024-RE"
		return w.take(p.ownNumber(j, w.tg))
	case (p.is(j, kAnd) || p.mark(j, "&")) && begun:
		return p.matterAnd(w)
	case p.mark(j, ",") && begun && p.upper(j+1) && p.listed(j+1, w.s):
		w.j++
	case p.mark(j, ",") && begun && p.tongue.tag == "en" && p.lowTail(w.end) && p.lowList(j, w.s) > j:
		return w.take(p.lowList(j, w.s))
	case p.mark(j, ",") && begun && p.smallList(j+1, w.s) > j+1:
		return w.take(p.smallList(j+1, w.s))
	case begun && p.upper(j) && p.tongue.capitals:
	case begun && p.tongue.tag == "en" && p.mark(j, "-") && p.tokens[j].glued && p.upper(j-1) && p.upper(j+1): // "on U.S.-Pacific Partnership"
		w.j++
	case begun && p.smallWord(j, w.head, w.s):
		if w.j = p.pastArticle(j); !p.upper(w.j) {
			w.j++
		}
		w.j = p.pastArticle(w.j)
	default:
		return p.matterGenitive(w)
	}
	return looksOn
}

// matterGenitive reads what goes on by its case, or by standing where it stands.
func (p *paper) matterGenitive(w *matterWalk) course {
	j, begun := w.j, w.end > w.at
	switch {
	case p.tailCapital(j, w.head) || begun && p.quality(j):
		return w.take(j + 1)
	case p.construct(j, w.head, !begun, w.s) > j:
		return w.take(p.construct(j, w.head, !begun, w.s))
	case begun && p.joinedConstruct(j) > j:
		return w.take(p.joinedConstruct(j))
	case begun && p.toWhich(j, w.s) > j:
		w.take(p.toWhich(j, w.s))
		return stops
	case p.ofBody(j, w.tg) > j:
		return w.take(p.ofBody(j, w.tg))
	case p.genitiveRun(j, w.head) > j:
		return w.take(p.genitiveRun(j, w.head))
	case begun && p.tokens[j].shape == lower && p.tongue.smallHeads && (p.is(j, kPortfolio) || p.is(j, kModifier)):
	case p.tongue.genitive && (p.is(j, kPortfolio) || p.stateGenitive(j) || p.bodyGenitive(j)):
	case !p.tongue.capitals && p.quoted(j, w.s) > j:
		w.take(p.quoted(j, w.s))
		return stops
	default:
		return stops
	}
	return looksOn
}

// yearOfName reports a year that belongs to the name: "Plan 2030", "Strategy 2024-2028".
func (p *paper) yearOfName(w *matterWalk) bool {
	t, j := &p.tokens[w.j], w.j
	if t.shape != number || !yearLike(t.word.form) || p.ofYear(j) {
		return false
	}
	long, first := len(t.word.form) > 4, j == w.head+1
	if !long && !first && !(p.tongue.tag == "en" && p.upper(j-1) && p.is(j-1, kInstrument)) {
		return false
	}
	return p.upper(w.head) || p.tongue.tag == "en" && long && first
}

// matterAnd reads the "and" between two members of what an instrument is on.
func (p *paper) matterAnd(w *matterWalk) course {
	_, n := p.at(w.j, kAnd)
	w.j += max(n, 1)
	if p.anotherInstrument(w.j, w.s) {
		return stops
	}
	if _, m := p.at(w.j, kArticle); m > 0 && p.upper(w.j+m) && (p.hasWord(w.at, w.j, "between") || p.upper(w.head) && p.matterAlone(w.j+m)) {
		w.j += m
	}
	if p.tongue.capitals && !p.upper(w.j) && !(p.upper(w.head) && p.lowTail(w.end)) || p.newClause(w.j, w.s) && !p.pairs(w.at, w.end) && !(!p.tongue.capitals && p.hit(p.pastArticle(w.j)) != nil) {
		return stops
	}
	if !p.tongue.capitals {
		w.linked = p.lowTail(w.end)
	}
	return looksOn
}

// matterBounds stops before two sides without names and steps over articles.
func (p *paper) matterBounds(w *matterWalk) course {
	j := w.j
	if w.linked && p.tokens[j-1].word.folded == "between" && p.is(j, kArticle) && !p.upper(j+1) && !(p.tokens[min(j+1, w.s.to-1)].word.folded == "two" && p.upper(j+2)) {
		if run := p.lowRun(j+1, w.s); (p.tokens[w.head].shape == lower || p.toldByPurpose(w.head+1)) && !p.is(j+1, kSide) && run > j+1 && p.tongue.tag == "en" { // "a plan of consultations between the two ministries"
			return w.take(run)
		}
		return stops // "between the two institutes"
	}
	for p.is(w.j, kArticle) && (w.linked || p.is(w.j-1, kAnd)) {
		_, n := p.at(w.j, kArticle)
		w.j += n
	}
	if p.tongue.tag == "en" && w.linked && p.is(w.j, kOrdinal) && p.upper(w.j+1) { // "of the fourth International Conference"
		w.j++
	}
	if w.j >= w.s.to {
		return stops
	}
	return looksOn
}

// matterDay reads the day or year that a name holds: "Convention of 5 October 1961".
func (p *paper) matterDay(w *matterWalk) course {
	j := w.j
	d, to := p.dateAt(j)
	if to == j || d.from.Precision() == 0 || !w.linked {
		return looksOn
	}
	precision, before := d.from.Precision(), p.tokens[j-1].word.folded
	if !p.tongue.capitals && !d.to.IsZero() && precision == chancery.YearPrecision { // "на 2023–2027 годы"
		return w.take(to)
	}
	if p.tongue.tag == "en" && p.upper(w.head) && before == "of" && precision == chancery.YearPrecision && d.to.IsZero() { // "the Protocol of 2021 amending"
		return w.take(to)
	}
	if !p.tongue.capitals && w.end == w.at && p.is(j-1, kLink) && precision == chancery.YearPrecision { // "le traité de 1993"
		w.take(to)
		return stops
	}
	if before == "on" || !p.tongue.capitals && p.is(j-1, kIn) || precision < chancery.DayPrecision {
		return stops
	}
	if p.romance() && p.ownNumber(w.at, w.tg) > w.at { // "Decreto 214 del 1 de marzo": its number names it
		return stops
	}
	w.end = to
	if p.tongue.tag == "en" && p.upper(w.head) && to < w.s.to && p.upper(to) && strings.HasSuffix(p.tokens[to].word.folded, "ing") { // "Convention of 5 October 1961 Abolishing"
		return w.take(to + 1)
	}
	return stops
}

// matterWord takes the word itself in, where it can belong to the name.
func (p *paper) matterWord(w *matterWalk) course {
	j := w.j
	if w.linked && !p.tongue.capitals && (p.is(j, kCity) && p.is(j-1, kIn) || p.infinitive(j)) {
		return stops
	}
	if p.meanwhile(j) {
		w.take(j - w.link)
		return stops
	}
	if h := p.hit(j); h != nil {
		if !w.linked && !p.upper(j) && !p.tongue.caseless {
			return stops
		}
		return w.take(p.ownedRun(j+h.n, w.s))
	}
	small := p.tokens[j].shape == lower
	if p.is(j, kVerb) && small && !p.is(j, kPortfolio) && (w.about == 0 || p.tongue.capitals) && !(w.linked && p.asNoun(j)) {
		return stops
	}
	switch {
	case p.bodyGenitive(j):
		return w.take(j + 1)
	case p.upper(j) && !p.is(j, kHonorific):
		return p.matterCapital(w)
	case w.about > 0 && p.aboutClause(j-w.about):
		w.take(p.clauseEnd(j, w.s))
		return stops
	case w.linked && small && (w.about > 0 || p.upper(w.head) || p.tongue.smallHeads || p.describes(j)) && !p.is(j, kStop) && !p.is(j, kPronoun) && !p.is(j, kFuture):
		if to := p.lowRun(j, w.s); to > j {
			return w.take(to)
		}
		if w.link == 0 && p.is(j-1, kAnd) && !p.tongue.capitals {
			w.take(j - 1)
		} else {
			w.take(j - w.link)
		}
		return stops
	case p.tokens[j].shape == script || p.is(j, kPortfolio):
		_, n := p.at(j, kPortfolio)
		if n == 0 && !w.linked {
			return stops
		}
		return w.take(j + max(n, 1))
	}
	return stops
}

// matterCapital takes a capitalised word in, with what it owns.
func (p *paper) matterCapital(w *matterWalk) course {
	if p.is(w.j, kStop) {
		return stops
	}
	w.end = w.j + 1
	if p.tongue.tag == "en" {
		w.end = p.ownedRun(w.end, w.s)
	} else if p.possessive(w.end) {
		w.end++
	}
	return takes
}
