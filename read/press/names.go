package press

import (
	"strings"
	"unicode/utf8"

	"chancery"
	"chancery/text"
)

// postAt reads an office: [a State, adjective or body already read] modifiers
// and portfolio, the title, and what it is of, for, at or to.
func (p *paper) postAt(i int, s sentence) (*chunk, int) {
	at, articled := i, false
	if _, n := p.at(at, kArticle); n > 0 && p.tongue.articles {
		at, articled = at+n, true
	}
	head, tg, after := p.titleAt(at, s)
	if tg == nil {
		head, tg, after = p.ministryOf(at, s)
	}
	if tg == nil || p.heldOffice(at, s) > at || p.eponym(at, s) > at || head == at && p.onlyRank(head, after, s) || p.mark(after, ":") && tg.value == "label" {
		return nil, i
	}
	if p.possessive(after) { // "the Secretary-General's Special Representative"
		if h2, t2, end := p.titleAt(after+1, s); t2 != nil {
			head, tg, after = h2, t2, end
		}
	}
	c := &chunk{kind: aPost, from: at, to: after, acronym: -1, post: &post{title: [2]int{at, after}, head: head, tag: tg, articled: articled}}
	q := c.post
	q.title[0] = p.lasting(at, head)
	p.before(i, q)
	p.placeBefore(i, q)
	p.ownersOf(i, q)
	c.to = p.complements(c, s)
	if i > 0 && !articled && p.is(i-1, kArticle) {
		q.articled = true
	}
	if tg.kind == kWeak && (!q.full || p.plural(q.titleEnd(p)-1)) && (!p.nearName(c, s) || p.is(head, kHonorific) && p.nameRun(c.to, s) > c.to && !p.affiliated(c.to, s) || p.calling(c.to)) {
		return nil, i
	}
	return c, c.to
}

// affiliated reports whether a name follows and then the body that its bearer is
// of: "Professor Lena Brunner of the University of Basel".
func (p *paper) affiliated(i int, s sentence) bool {
	to := p.nameRun(i, s)
	if p.tongue.tag != "en" || to == i || to+1 >= s.to {
		return false
	}
	switch p.tokens[to].word.folded {
	case "of", "at", "from":
		org, _ := p.orgAt(p.pastArticle(to+1), s)
		return org != nil
	}
	return false
}

// titleAt reads "(modifier | portfolio)* title" and gives the token of the
// title's head, its class and the token after it.
func (p *paper) titleAt(i int, s sentence) (head int, tg *tag, after int) {
	at := i
	for n := 0; at < s.to && n < 8; n++ {
		t, long := p.at(at, kTitle)
		if t == nil {
			t, long = p.at(at, kWeak)
		}
		if _, stop := p.at(at, kStop); stop > long && long > 0 {
			return 0, nil, i
		}
		_, m := p.at(at, kModifier)
		_, pf := p.at(at, kPortfolio)
		if t == nil && m+pf == 0 && n < 2 && p.qualifies(at, i) {
			pf = 1
		}
		switch {
		case t != nil && long >= m && long >= pf:
			end := at + long
			if m == long && p.headsTitle(at, end) {
				at = end
				continue
			}
			if short := p.titleOfBody(at, long, s); short > 0 {
				return at, t, at + short
			}
			if t2, ok := p.titleGoesOn(end, s); ok {
				return p.titleAt2(end, t2, s)
			}
			return at, t, end
		case m > 0:
			at += m
		case pf > 0 && n < 7 && (p.tongue.capitals || p.tongue.verbLast):
			at += pf
		case n > 0 && (p.is(at, kAnd) || p.mark(at, "&") || p.mark(at, ",")) && p.is(at-1, kPortfolio) && p.is(at+1, kPortfolio) && p.upper(at+1):
			at++
		case n > 0 && (p.mark(at, "-") || p.mark(at, ".") && p.tokens[at-1].word.folded == "и.о"):
			at++
		default:
			return 0, nil, i
		}
	}
	return 0, nil, i
}

// ministryOf reads fields of work that the table does not know between a State
// and its minister: "Indonesian Women's Empowerment and Child Protection Minister".
func (p *paper) ministryOf(i int, s sentence) (head int, tg *tag, after int) {
	if len(p.chunks) == 0 || !p.tongue.capitals || !p.upper(i) || p.tokens[i].shape == acronym {
		return 0, nil, i
	}
	if c := &p.chunks[len(p.chunks)-1]; c.kind != aState || !(c.to == i || p.possessive(c.to) && c.to+1 == i) {
		return 0, nil, i
	}
	for at := i; at < s.to && at < i+9; at++ {
		if t, n := p.at(at, kTitle); n > 0 && at > i && p.tokens[at].word.folded == "minister" && p.upper(at) {
			return at, t, at + n
		}
		if p.upper(at) && p.hit(at) == nil && !p.is(at, kTitle) && !p.is(at, kOrg) || at > i && (p.is(at, kAnd) || p.mark(at, "&") || p.mark(at, ",") || p.possessive(at)) {
			continue
		}
		break
	}
	return 0, nil, i
}

// onlyRank reports whether "General" stands before something else than a name:
// "the General Assembly", "General Comment No. 3".
func (p *paper) onlyRank(head, after int, s sentence) bool {
	if !p.tongue.capitals || p.tokens[head].word.folded != "general" || after != head+1 {
		return false
	}
	to := p.nameRun(after, s)
	return p.nameWords(after, to) < 2 && !p.is(after, kGiven) && !p.cast.knows(p, after, to)
}

// ownersOf notes that a post is of the body that a noun or "whose" before it
// stands for: "the institution's director", "the Fund, whose president".
func (p *paper) ownersOf(i int, q *post) {
	p.representing(i, q)
	if !p.tongue.capitals || i < 3 || q.body != nil {
		return
	}
	if p.possessive(i-1) && p.headNoun(i-2) && p.tokens[i-3].word.folded == "the" {
		q.noun, q.full = i-2, true
		return
	}
	if p.possessive(i-1) && p.upper(i-2) {
		p.ownedByFirm(i, q)
		return
	}
	if p.tokens[i].word.folded == "its" || p.tokens[i-1].word.folded == "its" {
		p.ownBody(i, q)
		return
	}
	if p.tongue.tag == "en" && p.headNoun(i-1) && !p.upper(i-2) && p.cast.headedBefore(p.tokens[i-1].word.folded, p.tokens[i-1].start) != nil { // "Chamber CEO", "the committee secretary"
		q.noun, q.full = i-1, true
		return
	}
	if p.tongue.tag == "en" && q.title[1] > q.title[0]+1 && p.headNoun(q.title[0]) && !p.is(q.title[0], kPortfolio) && p.cast.headedBefore(p.tokens[i].word.folded, p.tokens[i].start) != nil { // "Council chair"
		q.noun, q.full = q.title[0], true
		return
	}
	if p.tokens[i-1].word.folded != "whose" {
		return
	}
	for k := len(p.chunks) - 1; k >= max(0, len(p.chunks)-3); k-- {
		c := &p.chunks[k]
		if (c.kind == anOrg || c.kind == aState) && c.who != nil && p.mark(i-2, ",") && c.to == i-2 {
			p.owned(q, c.who, c.from)
			return
		}
	}
}

// ownBody gives a post that "its" at token i opens the body or State named last
// in the sentence, "the Association, led by its chairman", or first in the one
// before: "The Council met. Its President, NAME".
func (p *paper) ownBody(i int, q *post) {
	for k := p.last; k < p.opened && p.opened == len(p.chunks); k++ {
		if c := &p.chunks[k]; c.who != nil && (c.kind == anOrg || c.kind == aState && !c.adj) {
			p.owned(q, c.who, i)
			return
		}
	}
	for k := len(p.chunks) - 1; k >= p.opened; k-- {
		if c := &p.chunks[k]; c.who != nil && (c.kind == anOrg || c.kind == aState && !c.adj && !p.mark(c.from-1, "(")) && c.to <= i {
			p.owned(q, c.who, i)
			return
		}
	}
}

// owned gives a post the body that a pronoun at token i stands for.
func (p *paper) owned(q *post, body *entity, i int) {
	q.body, q.full, q.prefixed, q.prefix = body, true, true, i
	q.bodies = append(q.bodies, body)
}

// passing are words before a title that say something of the moment, not of the office.
var passing = map[string]bool{"new": true, "newly": true, "current": true, "late": true, "then": true, "famous": true, "prominent": true, "renowned": true, "visiting": true, "long-time": true, "longtime": true, "long-serving": true, "recently": true, "newly-elected": true, "newly-appointed": true}

// calling reports whether "by training" or "by profession" follows.
func (p *paper) calling(i int) bool {
	if i+1 >= len(p.tokens) || p.tokens[i].word.folded != "by" {
		return false
	}
	f := p.tokens[i+1].word.folded
	return f == "training" || f == "profession" || f == "trade"
}

// seatedWith are those who sit in a parliament with a party.
var seatedWith = forms("lawmaker senator mp congressman congresswoman deputy")

// lasting gives where a title begins after what is said in passing: "newly
// elected President".
func (p *paper) lasting(i, head int) int {
	for p.tongue.capitals && i < head && passing[p.tokens[i].word.folded] && p.tokens[i].shape == lower {
		_, n := p.at(i, kModifier)
		i += max(n, 1)
	}
	for p.tongue.tag == "ru" && i < head {
		tg, n := p.at(i, kModifier)
		if tg == nil || tg.value != "passing" {
			break
		}
		i += n
	}
	if p.romance() && i < head && p.tokens[i].word.in(chosen) { // "Élue présidente en mars"
		i++
	}
	return min(i, head)
}

// qualifies reports whether a capitalised word that the table does not know
// stands between a comma, article or genitive and a title: "the Deradicalisation Adviser".
func (p *paper) qualifies(at, from int) bool {
	if !p.tongue.capitals || !p.upper(at) || p.tokens[at].shape == acronym || !p.is(at+1, kTitle) || !p.upper(at+1) || p.hit(at) != nil || p.is(at, kGiven) || p.is(at, kStop) || p.is(at, kHonorific) || p.is(at, kOrg) {
		return false
	}
	return at > from || p.mark(from-1, ",") || p.possessive(from-1) || p.is(from-1, kArticle)
}

// titleGoesOn reports whether a title is only the first part of a longer one:
// "Minister Counsellor", "Ambassador Representative".
func (p *paper) titleGoesOn(at int, s sentence) (*tag, bool) {
	if at >= s.to || !p.upper(at) || p.tongue.genitive && !p.tongue.caseless {
		return nil, false
	}
	t, n := p.at(at, kTitle)
	return t, n > 0 && !p.is(at, kGiven) && !p.is(at, kHonorific)
}

// headsTitle reports whether a title that may also qualify one stands before
// another written the same way: "chief economist", "principal secretary".
func (p *paper) headsTitle(at, next int) bool {
	return p.tongue.capitals && next < len(p.tokens) && p.tokens[at].shape == p.tokens[next].shape && (p.is(next, kTitle) || p.is(next, kWeak)) && !p.is(next, kGiven) && !p.is(next, kHonorific)
}

func (p *paper) titleAt2(at int, t *tag, s sentence) (int, *tag, int) {
	_, n := p.at(at, kTitle)
	return at, t, at + n
}

// before takes the State or body named right before a post for the post's
// own: "Iranian President", "Pakistan's Prime Minister", "FDFA State Secretary".
func (p *paper) before(i int, q *post) {
	if len(p.chunks) == 0 {
		return
	}
	c := &p.chunks[len(p.chunks)-1]
	end := c.to
	if p.possessive(end) {
		end++
	}
	for end < i && (p.tokens[end].shape == lower && (p.is(end, kModifier) || passing[p.tokens[end].word.folded]) || p.mark(end, "-") && p.tokens[end].glued) {
		end++
	}
	if p.tongue.capitals && c.kind == aState && end+1 == i && p.tokens[end].shape == lower && p.mask[end] == 0 { // "Lebanese caretaker Prime Minister"
		end++
	}
	if end != i || c.who == nil || p.tongue.caseless || !p.tongue.capitals && c.head != nil && c.head.value == "media" {
		return
	}
	if p.beforeLocative(q, c) {
		return
	}
	if c.kind == aState || c.kind == anOrg {
		q.body, q.full, q.prefixed, q.prefix = c.who, true, true, c.from
		if n := len(p.chunks) - 2; n >= 0 && p.tongue.tag == "en" && c.kind == aState && !c.adj && !c.genitive && p.chunks[n].kind == anOrg && p.chunks[n].who != nil && p.chunks[n].to == c.from { // "UNICEF Chad Representative"
			q.to, q.body, q.prefix = c.who, p.chunks[n].who, p.chunks[n].from
		}
		if n := len(p.chunks) - 2; n >= 0 && p.many(q) && p.tongue.tag == "en" && p.chunks[n].kind == aState && p.chunks[n].adj && p.is(p.chunks[n].to, kAnd) && p.chunks[n].to+1 == c.from { // "Chadian and Peruvian Ministers"
			q.bodies = []*entity{p.chunks[n].who, c.who}
			q.body = q.bodies[0]
		}
	}
}

// complements reads what follows a title.
func (p *paper) complements(c *chunk, s sentence) int {
	q, at := c.post, c.to
	for n := 0; at < s.to && n < 6; n++ {
		next := p.complement(c, at, s)
		if next == at {
			break
		}
		at = next
	}
	if _, n := p.at(q.title[0], kTitle); q.title[1] > q.title[0]+max(n, 1) || n > 2 || q.body != nil {
		q.full = true
	}
	return at
}

// complement reads one of what follows a title: a portfolio ("of Foreign
// Affairs"), a State or body ("of Kazakhstan", "at the National University"),
// whom it is accredited to ("to Egypt"), whom it serves ("to the President").
func (p *paper) complement(c *chunk, at int, s sentence) int {
	q := c.post
	i := at
	to := false
	if p.mark(i, "(") { // "Secretary (SPS) of"
		if end := p.bracketedState(q, i, s); end > i {
			return end
		}
		if end := p.closes(i, s); end == i+3 && (p.tokens[i+1].shape == acronym || p.romance() && q.body != nil && p.tokens[i+1].shape == capital && !p.is(i+1, kState)) {
			return end
		}
		if end := p.closes(i, s); end > 0 && q.title[1] == i && p.tongue.capitals && (p.fields(i+1, end-1) || p.charge(i+1, end, s)) { // "Third Secretary (Cultural Affairs)"
			q.title[1] = end
			return end
		}
		return at
	}
	if end := p.status(q, i, s); end > i {
		return end
	}
	if end := max(p.dashed(i, s), p.seatFor(q, i, s)); end > i && q.title[1] == i {
		q.title[1] = end
		return end
	}
	if end := p.seat(c, i); end > i {
		return end
	}
	if end := p.residing(q, i); end > i {
		return end
	}
	if p.tongue.articles && !p.tongue.capitals && q.tag.value == "counterpart" && q.title[1] == i && p.tokens[i].shape == lower && p.mask[i] == 0 && hasEnding(p.tokens[i].word.folded, adjectival[:]) { // "son homologue capverdien"
		q.full = true
		return i + 1
	}
	if p.tongue.verbLast { // what a Kazakh post is of stands before it
		return at
	}
	if end := p.placeOf(q, i, s); end > i {
		return end
	}
	if _, n := p.at(i, kModifier); n > 0 && !p.tongue.capitals && !p.tongue.genitive && q.title[1] == i && p.tokens[i].shape == lower { // "commissaire adjointe"
		q.title[1] = i + n
		return i + n
	}
	if end := p.chargeAbroad(q, i, s); end > i {
		return end
	}
	if end := max(p.province(i), p.qualifiedAbroad(q, i, s)); end > i && q.body == nil {
		q.title[1] = end
		return end
	}
	if _, n := p.at(i, kModifier); n > 0 && p.tongue.caseless && q.body != nil { // "سفير اليابان الجديد"
		return i + n
	}
	if p.tongue.caseless && q.body == nil && q.title[1] == i && strings.HasPrefix(p.tokens[i].word.folded, "لل") && p.is(i, kOrg) { // "الأمين العام للوزارة"
		if org, _ := p.orgAt(i, s); org == nil {
			org = &chunk{kind: anOrg, from: i, to: i + 1, name: [2]int{i, i + 1}, acronym: -1}
			if e := p.theBodyAbroad(i); e != nil {
				org.who = e
				p.chunks = append(p.chunks, *org)
			} else {
				p.take(org)
			}
			p.hold(q, p.chunks[len(p.chunks)-1].who, false)
			return i + 1
		}
	}
	if p.tongue.caseless && q.body != nil && p.tokens[i].word.in(belonging) { // "المنظمة التابعة للأمم المتحدة"
		if org, end := p.orgAt(i+1, s); org != nil {
			p.take(org)
			p.partOf(q.body)
			return end
		}
	}
	if p.tongue.caseless && q.body != nil && q.body.kind == aState && p.polityWord(i) { // "رئيس الجمهورية الجزائرية الديمقراطية"
		return i + 1
	}
	if _, n := p.at(i+1, kTo); p.tongue.capitals && p.mark(i, ",") && n > 1 { // ", concurrently accredited to"
		i++
	}
	_, link := p.at(i, kLink)
	if _, n := p.at(i, kTo); n > 0 && n >= link && i+n < s.to {
		i, to = i+n, true
	} else if link > 0 && i+link < s.to {
		i += link
	} else if _, n := p.at(i, kIn); n > 0 && i+n < s.to {
		i += n
	} else if _, n := p.at(i, kWith); n > 0 && i+n < s.to && p.tongue.capitals && (q.tag.kind == kWeak || p.tokens[i-1].word.in(seatedWith)) && q.title[1] == i { // "a researcher with the Institute"
		i += n
	} else if p.tongue.capitals && p.tokens[i].word.folded == "from" && q.tag.kind == kWeak && q.title[1] == i && i+1 < s.to { // "a climatologist from the University"
		i++
	} else if j, ok := p.andOrg(c, i, s); ok {
		return j
	} else if _, n := p.at(i, kAnd); n > 0 && q.to == nil && q.body == nil {
		if end := p.portfolioRun(i+n, s); end > i+n && q.title[1] == at && q.title[1] > c.from+1 {
			if _, t, _ := p.titleAt(i+n, s); t == nil {
				q.title[1] = end
				return end
			}
		}
		if end := p.otherCharge(q, i+n, s); end > i && q.title[1] == at {
			q.title[1] = end
			return end
		}
		return at
	} else if end := p.statesBesides(q, i, s); end > i {
		return end
	} else if p.is(i, kAnd) && to2(q) {
		return at
	} else if end := p.adjectiveAfter(c, i, s); end > i {
		return end
	} else if !p.tongue.genitive {
		return at
	}
	linked := i > at
	if to && p.chargedWith(q, i, s) { // "commissaire aux Affaires politiques"
		to = false
	}
	if _, n := p.at(i, kCity); n > 0 && linked && q.tag.value == "envoy" && p.tokens[i].shape != lower && (p.tongue.capitals || p.hit(i) == nil) { // "Ambassador of Finland in Maputo"
		return i + n
	}
	if end := p.station(q, at, i); end > i {
		return end
	}
	if end := p.accredited(q, i); to && end > i {
		return end
	}
	if end := p.toNoun(q, i); to && end > i {
		return end
	}
	forLink := linked && p.tokens[at].word.folded == "for" && q.tag.value != "envoy"
	if _, n := p.at(i, kArticle); n > 0 && i+n < s.to {
		i = p.pastParticiple(i+n, s)
	}
	if end := p.area(i, s); (forLink || p.hit(i) == nil && linked && p.tokens[at].word.folded == "for") && p.tongue.capitals && end > i && (q.body == nil || q.prefixed) {
		q.title[1] = end
		return end
	}
	if forLink && q.body != nil && !q.prefixed && p.tongue.capitals && p.tokens[i].shape == lower { // "of the Society for international affairs"
		if end := p.portfolioRun(i, s); end > i {
			return end
		}
	}
	if end := p.fieldRun(i, s); forLink && q.body != nil && !q.prefixed && p.tongue.tag == "en" && end > i { // "of UNICEF for Programmes"
		return end
	}
	if p.upper(i) && p.tokens[i].word.folded == "union" && p.chargeFor(i+1, i, nil) && linked && q.title[1] == at { // "High Representative of the Union for Foreign Affairs"
		q.title[1] = p.portfolioRun(i+2, s)
		return q.title[1]
	}
	if end := p.principal(q, i, s); end > i && !to && linked {
		q.title[1] = end
		return end
	}
	if end := p.unit(i, s); end > i && !to && linked && q.body == nil {
		q.title[1] = end
		return end
	}
	if _, n := p.at(i, kUnit); n > 0 && linked && !to && !p.tongue.capitals && !p.tongue.genitive && p.tokens[i].shape == lower && q.body == nil { // "jefe de la misión", "directeur du département Europe"
		for i+n < s.to && p.plainCapital(i+n) && p.mask[i+n]&(1<<kState|1<<kPlace) == 0 && !p.is(i+n+1, kGiven) && !p.upper(i+n+1) {
			n++
		}
		q.title[1] = i + n
		return i + n
	}
	if to && q.tag.value != "envoy" || to && p.serves(i, s) {
		if end := p.served(i, s); end > i {
			q.title[1], q.served = end, true
			return end
		}
	}
	if p.tongue.capitals && linked && !to && (q.body == nil || q.prefixed) {
		if at := p.pastDescription(i, s); at > i {
			if org, end := p.orgAt(at, s); org != nil {
				p.take(org)
				q.said, q.saidFrom = p.say(org.name[0], org.name[1]), org.name[0]
				if p.is(at-1, kLink) || p.is(at-2, kLink) { // "the Berlin office of the Fund"
					q.said, q.saidFrom = p.say(i, org.name[1]), i
				}
				p.hold(q, org.who, false)
				return end
			}
		}
	}
	if end := max(p.portfolioRun(i, s), p.charged(q, at, i, s), p.fieldsOf(q, i, s)); end > i && !to && !(p.tongue.tag == "en" && p.tokens[at].word.folded == "at") && (q.body == nil || q.prefixed || q.adjective) {
		if st, stEnd := p.stateAt(i, s); st == nil || stEnd < end {
			if org, orgEnd := p.orgAt(i, s); org == nil || orgEnd <= end && q.tag.value != "envoy" {
				q.title[1] = end
				return end
			}
		}
	}
	if end := p.capitalPortfolio(i, s); end > i && linked && !to && (q.body == nil || q.prefixed || q.adjective) && q.title[1] <= at {
		q.title[1] = end
		return end
	}
	if h := p.hit(i); h != nil && h.state() && p.possessive(i+h.n) && linked { // "Speaker of Tanzania's National Assembly"
		at := i + h.n + 1
		if p.tongue.capitals {
			at = p.pastDescription(at, s) // "Germany's development agency GIZ"
		}
		if org, end := p.orgAt(at, s); org != nil {
			p.take(org)
			p.hold(q, org.who, to)
			return end
		}
	}
	if h := p.hit(i); h != nil && forLink && p.tongue.capitals && p.tokens[min(i+h.n, s.to-1)].shape == lower && p.is(i+h.n, kPortfolio) { // "for European Union affairs"
		q.title[1] = i + h.n + 1
		return i + h.n + 1
	}
	if org, end := p.orgAt(i, s); org != nil && forLink && p.upper(end) && p.is(end, kPortfolio) { // "for International Organization Affairs"
		q.title[1] = p.portfolioRun(end, s)
		return q.title[1]
	}
	if org, end := p.orgAt(i, s); org != nil {
		if _, sEnd := p.stateAt(i, s); end > sEnd {
			org.from = i
			k := len(p.chunks) - 1
			p.take(org)
			if part := p.smallPart(end, s); part > end && linked && !to && q.body == nil { // "head of the WHO country office"
				q.title[1] = part
				p.hold(q, org.who, false)
				return part
			}
			if linked && !to && k >= 0 && p.chunks[k].to == at && p.inUnit(q, k) {
				q.title[1], q.body, q.bodies, q.said, q.saidFrom = at, org.who, []*entity{org.who}, "", 0
				return end
			}
			if q.body != nil && !to && linked && q.saidFrom > 0 && p.unitOf(q.body) { // "Department of Maps at the Ministry of Works"
				q.said = p.say(q.saidFrom, org.name[1])
				return end
			}
			if q.body == nil && !to {
				q.saidFrom = org.name[0]
				if unit, to := p.ownUnit(end, s); unit != nil { // "the Board's Policy Division"
					if p.upper(unit.from) {
						p.take(unit)
						org.who = unit.who
					}
					org.name[1], end = unit.name[1], to
				}
				q.said = p.say(q.saidFrom, org.name[1])
			}
			p.hold(q, org.who, to)
			return end
		}
	}
	if e := p.theBodyLinked(i); e != nil && linked && q.body == nil {
		p.hold(q, e, to)
		return i + 1
	}
	if end := p.byNoun(q, i, s); end > i && linked && !to {
		return end
	}
	if end := p.studied(q, i, s); end > i && linked && !to {
		q.title[1] = end
		return end
	}
	if end := p.unnamed(q, i, s); end > i && linked && !to && p.tokens[at].word.folded != "in" {
		if p.ministerial(q) || p.tokens[at].word.folded == "for" && q.tag.kind != kWeak || end == i+1 && strings.HasSuffix(p.tokens[i].word.folded, "ing") { // "Director of Mapping"
			q.title[1] = end
			return end
		}
		org := chunk{kind: anOrg, from: i, to: end, name: [2]int{i, end}, acronym: -1}
		p.take(&org)
		p.hold(q, org.who, false)
		return end
	}
	if h := p.hit(i); h != nil && h.state() && p.tongue.capitals && linked && p.is(i+h.n, kOrg) && p.possessive(i+h.n+1) { // "of the Iranian parliament's Energy Committee"
		if org, end := p.ownUnit(i+h.n+1, s); org != nil {
			p.take(org)
			q.said = p.say(i, org.name[1])
			p.hold(q, org.who, to)
			return end
		}
	}
	if end := p.delegationOf(q, i, s); end > i && linked && !to && q.body == nil {
		return end
	}
	if end := p.commonBody(i, s); end > i && linked && !to && q.body == nil {
		return end
	}
	if st, end := p.stateAt(i, s); st != nil && (!st.adj || !p.tongue.capitals || p.tongue.genitive) && (linked || p.tongue.genitive) {
		if st.adj && (p.is(end, kOrg) || p.is(end, kTitle)) && p.tongue.capitals {
			return at
		}
		if forLink { // "Director for Russia and Central Asia"
			q.title[1] = end
			return end
		}
		p.chunks = append(p.chunks, *st)
		if p.tongue.tag == "en" && q.body != nil && q.to == nil && p.tokens[at].word.folded == "in" { // "director of the Fund in Chad"
			q.to = st.who
			return end
		}
		p.hold(q, st.who, to)
		return end
	}
	if linked && !to {
		return p.unlistedBody(c, at, i, s)
	}
	if !linked && !to {
		return max(p.genitiveBody(q, at, s), p.plainBody(c, at, s), p.bodyByWord(q, at, s))
	}
	return at
}

// delegationOf reads a common noun after the adjective of a State, whose head is in a
// post of that State: "head of the Malian [observer] delegation"; it gives its end.
func (p *paper) delegationOf(q *post, i int, s sentence) int {
	h := p.hit(i)
	if p.tongue.tag != "en" || h == nil || !h.state() || !h.adjective {
		return i
	}
	for at := i + h.n; at < min(s.to, i+h.n+3) && p.tokens[at].shape == lower; at++ {
		if _, n := p.at(at, kOrg); n > 0 || p.tokens[at].word.in(parts) || p.tokens[at].word.in(sent) {
			st, _ := p.stateAt(i, s)
			p.chunks = append(p.chunks, *st)
			q.title[1] = at + max(n, 1)
			p.hold(q, st.who, false)
			return q.title[1]
		}
	}
	return i
}

// sent are the nouns for those whom a State sends together.
var sent = forms("delegation mission team party contingent embassy side")

// otherCharge gives the end of capitalised words that "of" or "for" after "and" adds
// to the fields of a minister, up to a comma: "and of Senegalese Abroad,"; or 0.
func (p *paper) otherCharge(q *post, i int, s sentence) int {
	if f := p.tokens[q.head].word.folded; p.tongue.tag != "en" || f != "minister" && f != "secretary" || !p.is(i, kLink) {
		return 0
	}
	from := p.pastArticle(i + 1)
	at := from
	for at < s.to && p.upper(at) && !p.is(at, kTitle) {
		at++
	}
	if at == from || !p.mark(at, ",") {
		return 0
	}
	return at
}

// statesBesides reads the States that "and" adds to the one an envoy is accredited
// to, or that those with a title in the plural are of: "Ambassador to Chad, Egypt and
// Sudan", "the ambassadors of Chad and of Peru".
func (p *paper) statesBesides(q *post, i int, s sentence) int {
	if p.tongue.tag != "en" || q.to == nil && (q.body == nil || q.prefixed || !p.many(q)) {
		return i
	}
	var more []*chunk
	to := q.to != nil
	for at := i; at < s.to && (p.mark(at, ",") || p.is(at, kAnd)); {
		last := p.is(at, kAnd)
		if at++; p.is(at, kAnd) {
			at, last = at+1, true
		}
		if p.is(at, kLink) || p.is(at, kTo) {
			to = to && p.is(at, kTo)
			at++
		}
		st, end := p.stateAt(p.pastArticle(at), s)
		if st == nil || st.adj || st.genitive {
			return i
		}
		more, at = append(more, st), end
		if !last {
			continue
		}
		for _, st := range more {
			p.chunks = append(p.chunks, *st)
			if to {
				q.tos = append(q.tos, *st)
			} else {
				q.bodies = append(q.bodies, st.who)
			}
		}
		return end
	}
	return i
}

// commonBody gives the end of small words that name no body, only its sort: "of
// the host parliament".
func (p *paper) commonBody(i int, s sentence) int {
	for at := i; p.tongue.capitals && at < min(s.to, i+4) && p.tokens[at].shape == lower; at++ {
		if _, n := p.at(at, kOrg); (n > 0 || sorts[p.tokens[at].word.folded] != nil) && at > i && !p.possessive(at+max(n, 1)) {
			return at + max(n, 1)
		}
		if p.mask[at]&(1<<kStop|1<<kVerb|1<<kLink|1<<kAnd|1<<kTitle|1<<kEvent|1<<kInstrument) != 0 {
			break
		}
	}
	return i
}

// ownUnit reads the part of a body that stands after its possessive at token i.
func (p *paper) ownUnit(i int, s sentence) (*chunk, int) {
	if !p.possessive(i) || i+1 >= s.to {
		return nil, i
	}
	if p.upper(i + 1) {
		return p.orgAt(i+1, s)
	}
	for at := i + 1; at < min(s.to, i+6) && p.tokens[at].shape == lower && p.tongue.capitals; at++ { // "the Chamber's foreign affairs committee"
		if tg, n := p.at(at, kOrg); n > 0 && at > i+1 {
			return &chunk{kind: anOrg, from: i + 1, to: at + n, head: tg, name: [2]int{i + 1, at + n}, acronym: -1}, at + n
		}
		if !p.is(at, kPortfolio) && !p.is(at, kAnd) {
			break
		}
	}
	return nil, i
}

// inUnit reports whether the body read for a post, chunk k, is only the part of
// another where its holder works: "Head of the Maps Division at the Ministry".
func (p *paper) inUnit(q *post, k int) bool {
	if k < 0 || q.body == nil || p.chunks[k].who != q.body || !p.tongue.capitals {
		return false
	}
	for i := p.chunks[k].from; i < p.chunks[k].to; i++ {
		if p.upper(i) && p.tokens[i].word.in(units) {
			return true
		}
	}
	return false
}

// smallPart gives the end of a part of a body told by small words after its name at
// token i: "the UNODC [regional office]"; or i.
func (p *paper) smallPart(i int, s sentence) int {
	for at := i; at < min(s.to, i+4) && p.tongue.tag == "en" && p.tokens[at].shape == lower && p.tokens[at].word.senses&(isNoun|isAdjective) != 0; at++ {
		if p.tokens[at].word.in(parts) {
			return at + 1
		}
	}
	return i
}

// units are the nouns of the parts of an office.
var units = forms("division section unit desk branch directorate bureau department")

// unitOf reports whether a body is a part of another by its noun.
func (p *paper) unitOf(e *entity) bool {
	if !p.tongue.capitals || e.kind != anOrg || e.entry != nil {
		return false
	}
	for _, w := range e.words {
		switch w {
		case "department", "division", "directorate", "unit", "section", "office", "branch", "desk", "bureau", "institute", "faculty", "school", "centre", "center", "college", "laboratory", "programme", "program":
			return true
		}
	}
	return false
}

// byNoun reads the noun that stands for a body named elsewhere: "Registrar of
// the Court", "Secretary General of the organisation".
func (p *paper) byNoun(q *post, i int, s sentence) int {
	_, n := p.at(i, kOrg)
	if n == 0 && i < s.to && p.headNoun(i) {
		n = 1
	}
	if n == 0 || !p.tongue.capitals || q.body != nil || p.tokens[i-1].word.folded != "the" || p.nameGoesOn(i+n) || p.upper(i+n) || p.possessive(i+n) {
		return i
	}
	q.noun, q.full = i, true
	p.chunks = append(p.chunks, chunk{kind: anOrg, from: i, to: i + n, name: [2]int{i, i + n}, acronym: -1}) // bodyByNoun tells which
	return i + n
}

// principal gives the end of the title of whom an aide, envoy or spokesperson
// speaks for: "of the Chairperson", "of the UN Secretary-General".
func (p *paper) principal(q *post, i int, s sentence) int {
	if p.tongue.genitive || q.body != nil && !q.prefixed || p.tongue.capitals && q.title[1] != q.titleEnd(p) {
		return i
	}
	switch p.tokens[q.title[1]-1].word.folded {
	case "cabinet", "porte-parole", "conseiller", "conseillère", "gabinete", "portavoz", "vocero", "vocera", "asesor", "asesora", "secretario", "secretaria", "représentant", "représentante", "spécial", "spéciale", "personnel", "personnelle", "envoyé", "envoyée", "représentants", "adjoint", "adjointe", "enviado", "enviada", "representante", "especial", "personal", "adjunto", "adjunta", "particular", "spokesperson", "spokesman", "spokeswoman", "representative", "envoy", "adviser", "advisor", "assistant", "secretary", "staff", "aide", "office", "deputy":
	default:
		return i
	}
	at := i
	if h := p.hit(at); h != nil && (h.state() && h.adjective || h.org() && h.acronym) {
		at += h.n
	}
	_, t, end := p.titleAt(at, s)
	if t == nil || t.kind != kTitle || p.possessive(end) {
		return i
	}
	if !p.tongue.capitals { // "directeur de cabinet du ministre de la Justice"
		j := end
		if _, n := p.at(j, kLink); n > 0 {
			j = p.pastArticle(j + n)
		}
		if run := p.portfolioRun(j, s); run > j && j > end {
			return run
		}
	}
	return end
}

// titleEnd gives the token after the words of the title itself.
func (q *post) titleEnd(p *paper) int {
	for i := q.title[0]; i < q.title[1]; i++ {
		if p.is(i, kLink) || p.is(i, kTo) {
			return i
		}
	}
	return q.title[1]
}

// station gives the end of the town, which the table does not know, where an
// envoy sits: "Consul General in Jaffna Shri S. Balachandran".
func (p *paper) station(q *post, at, i int) int {
	if q.tag.value != "envoy" || !p.tongue.capitals || p.tokens[at].word.folded != "in" || !p.upper(i) || p.hit(i) != nil || p.mask[i]&^(1<<kGiven|1<<kParticle) != 0 {
		return i
	}
	if p.tokens[i].word.in(townParts) && p.upper(i+1) {
		return i + 2
	}
	if p.mask[i] != 0 {
		return i
	}
	return i + 1
}

// townParts are the words that open the names of towns.
var townParts = forms("san santa santo são saint st. sankt new port puerto porto rio el la los las fort cape tel ras")

// fields reports whether the words from i to to are fields of work or regions:
// what stands in brackets after the title of a civil servant.
func (p *paper) fields(i, to int) bool {
	known := false
	for ; i < to; i++ {
		if p.tokens[i].shape == lower && !p.is(i, kAnd) || p.hit(i) != nil {
			return false
		}
		known = known || p.is(i, kPortfolio) || p.is(i, kRegion)
	}
	return known
}

// seatFor gives the end of the constituency that a member of a parliament sits
// for: "the member representing Ikorodu Federal Constituency".
func (p *paper) seatFor(q *post, i int, s sentence) int {
	if !p.tongue.capitals || q.title[1] != i || i >= s.to || p.tokens[i].word.folded != "representing" && !(p.tokens[i].word.folded == "for" && p.mask[i-1]&(1<<kWeak) != 0) {
		return i
	}
	end := p.pastArticle(i + 1)
	from := end
	for end < s.to && (p.upper(end) && p.hit(end) == nil || p.mark(end, "-") || p.mark(end, "/")) {
		end++
	}
	if end == from || p.is(from, kOrg) || p.is(from, kPortfolio) {
		return i
	}
	return end
}

// local are the heads of the posts that a part of a country has.
var local = forms("préfet préfète sous-préfet maire gouverneur gouverneure alcalde alcaldesa gobernador gobernadora intendente mayor governor prefect bishop archbishop premier mec senator commissioner secretary councillor minister")

// placeOf reads the town, province or region that a post is of: "Mayor of
// Chicago", "Chief Secretary of the Western Province".
func (p *paper) placeOf(q *post, i int, s sentence) int {
	if p.tongue.genitive || i+1 >= s.to || q.body != nil || !p.is(i, kLink) && !(p.is(i, kIn) && p.tongue.capitals) || p.tongue.capitals && p.tokens[i].word.folded != "of" && p.tokens[i].word.folded != "in" || !p.tokens[q.head+q.headWords(p)-1].word.in(local) {
		return i
	}
	_, link := p.at(i, kLink)
	at := p.pastArticle(i + max(link, 1))
	if !p.upper(at) || p.hit(at) != nil {
		return i
	}
	_, n := p.at(at, kCity)
	if n == 0 || p.is(at+n, kOrg) {
		n = 0
		for k := at; k < min(s.to, at+4) && p.upper(k) && !p.is(k, kGiven) && !p.is(k, kTitle); k++ {
			if p.tokens[k].word.in(provinces) && k > at {
				n = k + 1 - at
			}
		}
	}
	if n == 0 && q.tag.kind == kTitle && !p.ministerial(q) && p.plainPlace(at) {
		n = 1
	}
	if n == 0 {
		return i
	}
	p.govern(q, at, at+n)
	return at + n
}

// plainPlace reports a single capitalised word that no table knows.
func (p *paper) plainPlace(i int) bool {
	return p.upper(i) && p.mask[i] == 0 && !p.upper(i+1) && !p.possessive(i+1)
}

// headWords gives how many words the head of the title has.
func (q *post) headWords(p *paper) int {
	_, n := p.at(q.head, q.tag.kind)
	return max(n, 1)
}

// placeBefore takes the town or province right before the title of a mayor or
// governor for the post's own: "Western Province Governor NAME".
func (p *paper) placeBefore(i int, q *post) {
	if !p.tongue.capitals || q.body != nil || i == 0 || !p.upper(i-1) || p.hit(i-1) != nil || !p.tokens[q.head].word.in(local) {
		return
	}
	from := i - 1
	switch {
	case p.tokens[from].word.in(provinces):
		for from > 0 && i-from < 3 && p.upper(from-1) && p.hit(from-1) == nil {
			from--
		}
	case !p.is(from, kCity):
		return
	}
	p.govern(q, from, i)
}

// govern makes the place from one token to another the body of a post.
func (p *paper) govern(q *post, from, to int) {
	c := chunk{kind: anOrg, from: from, to: to, name: [2]int{from, to}, acronym: -1}
	p.take(&c)
	p.hold(q, c.who, false)
}

// charge reports whether capitalised words in brackets, closed before token to,
// stand between a title and a name: "Regional Director (Mekong) Ho Chee Hin".
func (p *paper) charge(i, to int, s sentence) bool {
	for k := i; k < to-1; k++ {
		if !p.upper(k) || p.hit(k) != nil || p.tokens[k].shape == acronym && to-i == 2 {
			return false
		}
	}
	return p.nameWords(to, p.nameRun(to, s)) > 1
}

// dashed gives the end of the field of work that a dash joins to a title:
// "Deputy Director – Program Advocacy and Communications".
func (p *paper) dashed(i int, s sentence) int {
	if !p.tongue.capitals || !p.mark(i, "–") && !p.mark(i, "—") && !p.mark(i, "-") || p.heading || i+2 >= s.to || p.tokens[i+1].glued {
		return i
	}
	end, field := i+1, false
	for ; end < s.to && (p.upper(end) && !p.is(end, kGiven) && p.hit(end) == nil || (p.is(end, kAnd) || p.mark(end, "&")) && p.upper(end+1)); end++ {
		field = field || p.is(end, kPortfolio)
	}
	if !field {
		return i
	}
	return end
}

// status gives the end of what says after a title how it is held: "President
// Emeritus", "Ambassador Designate", "Chargé d'affaires a.i."; and of the
// mandate that a rapporteur or expert has: "on the right to food".
func (p *paper) status(q *post, i int, s sentence) int {
	if !p.tongue.capitals || i >= s.to || q.title[1] != i {
		return i
	}
	end := i
	switch p.tokens[i].word.folded {
	case "emeritus", "emerita", "designate", "elect":
		end = i + 1
	case "a":
		if p.mark(i+1, ".") && i+3 < s.to && p.tokens[i+2].word.folded == "i" && p.tokens[i+1].glued {
			end = i + 3 + boolInt(p.mark(i+3, "."))
		}
	case "ad":
		if i+1 < s.to && p.tokens[i+1].word.folded == "interim" {
			end = i + 2
		}
	case "on":
		end = p.mandate(q, i, s)
	}
	if end > i {
		q.title[1] = end
	}
	return end
}

// mandate gives the end of what an expert of an international body works on.
func (p *paper) mandate(q *post, i int, s sentence) int {
	switch p.tokens[i-1].word.folded {
	case "rapporteur", "expert", "representative", "envoy", "adviser", "advisor", "coordinator":
	default:
		if !q.served {
			return i
		}
	}
	if !p.is(q.title[0], kModifier) && q.title[1]-q.title[0] < 2 && !q.prefixed && !q.served {
		return i
	}
	at := i + 1
	for at < s.to && at < i+16 && p.tokens[at].shape != mark && !p.is(at, kFuture) && !p.is(at, kPast) && !p.is(at, kRole) {
		if p.is(at, kVerb) && !p.is(at, kPortfolio) || p.is(at, kGiven) && p.upper(at) && p.upper(at+1) || p.is(at, kHonorific) {
			break
		}
		at++
	}
	if at == i+1 {
		return i
	}
	return at
}

// area gives the end of the States and regions that somebody is responsible
// for: "for Africa and the Middle East".
func (p *paper) area(i int, s sentence) int {
	at, end := i, i
	for at < s.to {
		switch h := p.hit(at); {
		case h != nil && h.state() && !h.adjective:
			at += h.n
			end = at
		case p.is(at, kRegion) && p.upper(at) && (h == nil || h.n == 1):
			at++
			end = at
		case end > i && at == end && p.upper(at) && p.is(at, kPortfolio) && !p.is(at, kGiven): // "East African Affairs"
			at++
			end = at
		case end > i && at == end && p.upper(at) && p.mask[at]&(notName|1<<kGiven|1<<kPortfolio) == 0 && !p.upper(at+1): // "Western Sahara"
			at++
			end = at
		case end > i && at == end && (p.is(at, kAnd) || p.mark(at, ",")):
			at++
			if p.is(at, kAnd) {
				at++
			}
			if _, n := p.at(at, kArticle); n > 0 {
				at += n
			}
		default:
			return end
		}
	}
	return end
}

// accredited gives the end of the bodies, not named, at which an envoy represents
// his State: "to the international organizations in Vienna".
func (p *paper) accredited(q *post, i int) int {
	if p.tongue.tag != "en" || q.tag.value != "envoy" {
		return i
	}
	at := p.pastArticle(i)
	for f := ""; at < min(len(p.tokens), i+5) && f != "organizations" && f != "organisations"; at++ {
		if f = p.tokens[at].word.folded; p.tokens[at].shape == mark {
			return i
		}
	}
	if f := p.tokens[at-1].word.folded; f != "organizations" && f != "organisations" {
		return i
	}
	if _, n := p.at(at+1, kCity); n > 0 && p.is(at, kIn) {
		return at + 1 + n
	}
	return at
}

// toNoun reads the noun that stands for a body at which an envoy is accredited: "Chile's
// Ambassador to the Organization".
func (p *paper) toNoun(q *post, i int) int {
	if p.tongue.tag != "en" || q.tag.value != "envoy" || q.to != nil || i+2 >= len(p.tokens) || p.tokens[i].word.folded != "the" || !p.upper(i+1) || !p.headNoun(i+1) || p.nameGoesOn(i+2) || p.upper(i+2) {
		return i
	}
	if e := p.cast.headedBefore(p.tokens[i+1].word.folded, p.tokens[i+1].start); e != nil {
		q.to, q.full = e, true
		return i + 2
	}
	return i
}

// pastParticiple steps over what is said of a body before its name: "the newly
// created Legal Directorate", "the recently established Fund".
func (p *paper) pastParticiple(i int, s sentence) int {
	at := i
	if at < s.to && strings.HasSuffix(p.tokens[at].word.folded, "ly") || passing[p.tokens[min(at, s.to-1)].word.folded] {
		at++
	}
	if p.tongue.tag == "en" && at+1 < s.to && p.tokens[at].shape == lower && strings.HasSuffix(p.tokens[at].word.folded, "ed") && p.upper(at+1) {
		return at + 1
	}
	return i
}

// residing gives the end of where an envoy who is accredited elsewhere lives: "with
// residence in Moscow", ", resident in Lima".
func (p *paper) residing(q *post, i int) int {
	at := i + boolInt(p.mark(i, ","))
	if f := p.tokens[min(at, len(p.tokens)-1)].word.folded; p.tongue.tag != "en" || q.tag.value != "envoy" || f != "with" && f != "resident" {
		return i
	}
	for j := at; j < min(len(p.tokens)-1, at+5); j++ {
		if p.tokens[j].word.folded == "in" && p.upper(j+1) {
			_, n := p.at(j+1, kCity)
			return j + 1 + max(n, 1)
		}
	}
	return i
}

// andOrg reads a second body of the same post: "of the Ministry of Health and
// the Ministry of Law".
func (p *paper) andOrg(c *chunk, i int, s sentence) (int, bool) {
	_, n := p.at(i, kAnd)
	if n == 0 || c.post.body == nil || c.post.body.kind != anOrg || c.post.to != nil {
		return i, false
	}
	j := i + n
	if _, m := p.at(j, kArticle); m > 0 {
		j += m
	}
	org, end := p.orgAt(j, s)
	if org == nil || p.nameRun(end, s) == end && !p.is(end, kHonorific) {
		return i, false
	}
	p.take(org)
	c.post.bodies = append(c.post.bodies, org.who)
	return end, true
}

// unit gives the end of a part of a body that someone is the head of, where
// the body itself follows: "of the Secretariat of the OIC".
func (p *paper) unit(i int, s sentence) int {
	_, n := p.at(i, kUnit)
	if n == 0 {
		return i
	}
	j := i + n
	_, l := p.at(j, kLink)
	if l == 0 && !p.tongue.genitive {
		return i
	}
	j += l
	if _, m := p.at(j, kArticle); m > 0 {
		j += m
	}
	if org, _ := p.orgAt(j, s); org != nil {
		return i + n
	}
	return i
}

// studied gives the end of a subject that a capitalised adjective and a common
// noun name, in which a professor or expert works: "of Arabic literature".
func (p *paper) studied(q *post, i int, s sentence) int {
	if !p.tongue.capitals || q.tag.kind != kWeak || !p.upper(i) || i+1 >= s.to || p.tokens[i+1].shape != lower || p.mask[i+1]&^(1<<kPortfolio) != 0 || p.is(i, kOrg) {
		return i
	}
	return i + 2
}

// unnamed gives the end of capitalised words that nothing tells what they are,
// after the title of somebody who leads or works for something: "Director
// General of Africa CDC".
func (p *paper) unnamed(q *post, i int, s sentence) int {
	if !p.tongue.capitals || q.body != nil {
		return i
	}
	at := i
	if p.is(i, kRegion) && p.tokens[i].shape == capital && i+1 < s.to && p.tokens[i+1].shape == acronym { // "Africa CDC"
		return i + 2
	}
	for at < s.to && at < i+6 && !(at > i && p.nameFrom(at, s) > at) && (p.upper(at) || at > i && p.joinsName(at)) && !p.is(at, kStop) && !p.is(at, kTitle) && !p.is(at, kHonorific) && !p.is(at, kGiven) && (!p.is(at, kCity) || at == i && p.upper(i+1) && !p.is(i+1, kGiven)) && !p.is(at, kEvent) && !p.is(at, kInstrument) {
		h := p.hit(at)
		if p.tokens[at].shape == lower { // "Observatório do Clima"
			at++
			continue
		}
		if h != nil && at > i && h.state() && !h.adjective && !p.upper(at+h.n) { // "MTN Nigeria"
			return at + h.n
		}
		if h != nil {
			break
		}
		if at++; p.tokens[at-1].word.in(provinces) && at > i+1 {
			break
		}
	}
	if p.tokens[at-1].word.in(provinces) && at > i+1 {
		return at
	}
	for p.is(at, kAnd) && at > i && p.is(at+1, kPortfolio) && p.upper(at+1) && !p.is(at+1, kGiven) && !p.is(at+1, kTitle) { // "for Inland and Coastal Trade"
		for at++; at < s.to && p.upper(at) && p.mask[at]&(notName|1<<kGiven) == 0; {
			at++
		}
	}
	if at > i && (at == s.to || !p.upper(at) || p.nameFrom(at, s) > at) && !p.onlyHeads(i, at) {
		return at
	}
	return i
}

// joinsName reports a small particle between two capitalised words of a name.
func (p *paper) joinsName(i int) bool {
	if p.tokens[i].shape != lower || !p.upper(i-1) || !p.upper(i+1) {
		return false
	}
	switch p.tokens[i].word.folded {
	case "do", "da", "de", "del", "du", "des", "dos", "di", "van", "für", "para":
		return true
	}
	return false
}

// provinces are the nouns of a part of a country that close its name.
var provinces = forms("province state region district county prefecture governorate oblast division constituency municipality city territory")

// ministerial reports whether a post is of a member of a government, who is
// over a field of work and not over a body.
func (p *paper) ministerial(q *post) bool {
	f := p.tokens[q.title[1]-1].word.folded
	return f == "minister" || f == "secretary"
}

func to2(q *post) bool { return q.to != nil }

// hold notes a body, or whom the post is accredited to.
func (p *paper) hold(q *post, e *entity, to bool) {
	q.full = true
	switch {
	case to && q.to != nil && p.tongue.capitals: // "concurrently to Mongolia"
	case to && (q.tag.value == "envoy" || q.body != nil):
		q.to = e
	case q.body != nil && p.tongue.genitive && q.body.kind == anOrg && e.kind == anOrg: // the body that the body is of
		p.partOf(q.body)
	case q.body == nil:
		q.body = e
		q.bodies = append(q.bodies, e)
	case q.tag.value == "envoy" && q.to == nil && !to && e.kind == aState:
		q.to = e
	case !to && !p.tongue.capitals && e.kind == aState && q.body.kind == anOrg: // "de la Commission (CNDHL) du Cameroun"
	default:
		q.bodies = append(q.bodies, e)
	}
}

// partOf lets a body keep its head word, "the organisation", though the body
// that it is a part of has just been named.
func (p *paper) partOf(e *entity) {
	if e.headWord != "" {
		p.cast.head(e.headWord, e, p.tokens[p.chunks[len(p.chunks)-1].from].start)
	}
}

// serves reports whether an office stands at i: "to the President".
func (p *paper) serves(i int, s sentence) bool {
	_, t, _ := p.titleAt(p.pastAdjective(i), s)
	return t != nil
}

// pastAdjective steps over "Iranian", "the Netherlands".
func (p *paper) pastAdjective(i int) int {
	if h := p.hit(i); h != nil && (h.state() || h.acronym && p.tongue.capitals && p.is(i+h.n, kTitle)) {
		i += h.n
		if p.possessive(i) {
			i++
		}
	}
	return i
}

// served gives the end of the office that a secretary, aide or adviser serves.
func (p *paper) served(i int, s sentence) int {
	at := p.pastAdjective(i)
	_, t, end := p.titleAt(at, s)
	if t == nil {
		return i
	}
	if _, n := p.at(end, kLink); n > 0 {
		j := end + n
		if _, m := p.at(j, kArticle); m > 0 {
			j += m
		}
		if st, stEnd := p.stateAt(j, s); st != nil && !st.adj {
			return stEnd
		}
		if org, orgEnd := p.orgAt(j, s); org != nil && p.tongue.capitals { // "of the Iraqi Armed Forces"
			return orgEnd
		}
		for at := j; p.tongue.capitals && at < s.to && p.upper(at) && at < j+3 && !p.is(at, kGiven); at++ { // "Leader of the Islamic Revolution"
			if !p.upper(at + 1) {
				return at + 1
			}
		}
	}
	return end
}

// field gives how many tokens of a field of work begin at token i: a phrase of
// the table or, with a capital, an adjective before one ("Scientific Research")
// or a noun that is abstract by its ending ("Qualification").
func (p *paper) field(i int) int {
	_, n := p.at(i, kPortfolio)
	if n > 0 || !p.tongue.capitals || i >= len(p.tokens) || p.tokens[i].shape != capital || p.mask[i]&(notName&^(1<<kRegion)|1<<kGiven) != 0 {
		return n
	}
	if p.is(i, kModifier) || p.is(i, kRegion) {
		_, m := p.at(i+1, kPortfolio)
		return boolInt(m > 0 && p.upper(i+1) && !p.is(i+1, kOrg)) * (1 + m)
	}
	return boolInt(p.mask[i] == 0 && p.hit(i) == nil && hasEnding(p.tokens[i].word.folded, abstract[:]))
}

// plainWord reports a capitalised word of English that no table knows.
func (p *paper) plainWord(i int) bool {
	return p.tongue.capitals && i < len(p.tokens) && p.tokens[i].shape == capital && p.mask[i] == 0 && p.hit(i) == nil
}

// abstract are the endings of English nouns for matters.
var abstract = [...]string{"tion", "sion", "ment", "ity", "ism", "ance", "ence", "ship", "logy", "ics", "graphy"}

// pastJoint gives the token after what joins two fields of work at token i, ", and
// for the"; i where nothing does.
func (p *paper) pastJoint(i int) int {
	next := i
	if p.mark(i, ",") {
		next++
	}
	if _, n := p.at(next, kAnd); n > 0 {
		next += n
	} else if p.mark(next, "&") {
		next++
	}
	if next == i && !p.tongue.capitals {
		return i
	}
	if _, n := p.at(next, kLink); n > 0 {
		next += n
	}
	if _, n := p.at(next, kArticle); n > 0 && next > i {
		next += n
	}
	return next
}

// portfolioRun gives the end of a list of fields of work: "Planning, Economic
// Development and International Cooperation".
func (p *paper) portfolioRun(i int, s sentence) int {
	at, end := i, i
	for at < s.to {
		if n := p.field(at); n > 0 && !(p.is(at, kGiven) && p.is(at+1, kGiven)) {
			at += n
			if p.possessive(at) {
				at++
			}
			end = at
			continue
		}
		if to := p.joinedField(at); at > i && to > at {
			at, end = to, to
			continue
		}
		if at > i && at == end && p.plainWord(at) && p.upper(at+1) && p.field(at+1) > 0 && !p.is(at+1, kGiven) { // "Investment Deals Negotiation"
			at++
			continue
		}
		if at == i {
			return i
		}
		next := p.pastJoint(at)
		if next == at && !p.tongue.capitals {
			break
		}
		if p.tongue.capitals && next > at && p.is(next-1, kAnd) && p.plainWord(next) && p.mark(next+1, ",") && p.upper(end-1) { // "Negotiation and Aftercare,"
			return next + 1
		}
		if n := p.field(next); next == at || n == 0 || p.is(next, kTitle) || p.upper(end-1) && !p.upper(next) && p.tongue.capitals {
			break
		}
		if _, t, _ := p.titleAt(next, s); t != nil {
			break
		}
		at = next
	}
	return end
}

// nearName reports whether a person's name stands beside the post, so that a
// common noun ("expert", "member", "diplomat") is an office.
func (p *paper) nearName(c *chunk, s sentence) bool {
	at := c.to
	if p.mark(at, ",") {
		at++
	}
	if p.nameRun(at, s) > at && p.nameWords(at, p.nameRun(at, s)) >= 1 {
		return true
	}
	from := c.from - 1
	if p.possessive(from) { // "NAME, the committee's ranking member"
		for from--; from > s.from && (p.upper(from) || p.is(from, kOrg)); {
			from--
		}
	}
	if p.is(from, kArticle) {
		from--
	}
	return p.mark(from, ",") && len(p.chunks) > 0 && p.chunks[len(p.chunks)-1].kind == aPerson && p.chunks[len(p.chunks)-1].to == from
}

// orgAt reads the name of an organisation: a known body, an acronym, or a run
// of capitalised words with a head noun ("Council", "Ministry", "Agency").
func (p *paper) orgAt(i int, s sentence) (*chunk, int) {
	if i >= s.to {
		return nil, i
	}
	c, to := p.headedOrg(i, s)
	h := p.hit(i)
	if h != nil && h.state() && i+h.n >= to {
		if a := p.cast.acronyms[p.tokens[i].word.form]; a == nil || a.kind != anOrg {
			return nil, i
		}
	}
	if h != nil && h.org() && !h.acronym && h.entry.Kind == "group" && (h.n == 1 || !p.headWithin(i, i+h.n)) { // "Africans" is no body
		h = nil
	}
	if h != nil && h.org() && i+h.n > to && (!h.acronym || p.tokens[i].word.capped) {
		c, to = &chunk{kind: anOrg, from: i, to: i + h.n, name: [2]int{i, i + h.n}, acronym: -1}, i+h.n
		if tg, n := p.at(i, kOrg); n == h.n {
			c.head = tg
		}
		if h.acronym && p.upper(to) && !p.is(to, kTitle) && !p.is(to, kEvent) && !p.is(to, kInstrument) {
			if tg, n := p.at(to, kOrg); tg != nil { // "CERD Committee", "IsDB Group"
				c.to, c.head, to = to+n, tg, to+n
			}
		}
	}
	if i+2 > to && len(p.cast.alias) > 0 && p.upper(i) && p.cast.alias[p.pair(i)] != nil {
		c = &chunk{kind: anOrg, from: i, to: i + 2, name: [2]int{i, i + 2}, acronym: -1}
	}
	if end := p.spelled(i, s); end > to && (c == nil || end > c.to) {
		c, to = &chunk{kind: anOrg, from: i, to: end, name: [2]int{i, end}, acronym: -1}, end
		if tg, n := p.at(i, kOrg); n > 0 {
			c.head = tg
		}
	}
	if c == nil {
		head := (*tag)(nil)
		if to = p.lonelyAcronym(i, s); to == i {
			to, head = p.firmAt(i, s)
		}
		if to == i {
			to = p.bracketedName(i, s)
		}
		if to == i {
			return nil, i
		}
		c = &chunk{kind: anOrg, from: i, to: to, head: head, name: [2]int{i, to}, acronym: -1, listed: head != nil && p.listedSort(i) != nil}
	}
	to = p.bracketed(c, s)
	c.to = to
	c.genitive = p.possessive(to)
	return c, to
}

// pair gives two words as one key.
func (p *paper) pair(i int) string {
	if i < 0 || i+1 >= len(p.tokens) {
		return ""
	}
	return p.tokens[i].word.folded + " " + p.tokens[i+1].word.folded
}

// take accepts an organisation that was read, and gives it its entity: what is
// only tried leaves no trace.
func (p *paper) take(c *chunk) {
	c.who = p.cast.org(p, c)
	p.chunks = append(p.chunks, *c)
}

// bracketed takes the acronym in brackets after a name, and the words of the
// name that go on after it: "Islamic Development Bank (IsDB) Group".
func (p *paper) bracketed(c *chunk, s sentence) int {
	to := c.to
	at := to
	if !p.mark(at, "(") {
		return to
	}
	j := at + 1
	for p.mark(j, "“") || p.mark(j, `"`) || p.mark(j, "«") {
		j++
	}
	if j >= s.to || p.tokens[j].shape == mark || p.tokens[j].shape == lower || p.tokens[j].shape == number {
		return to
	}
	end := p.closes(at, s)
	for k := j; end > 0 && k < end-1 && k < j+3 && p.upper(k) && !p.tokens[j].word.capped; k++ { // "(Africa CDC)"
		if p.tokens[k].word.capped {
			j = k
		}
	}
	if end == at+3 && p.tokens[j].shape == capital && p.abridges(j, c) {
		c.acronym = j
		return end
	}
	if end == 0 || end-at > 6 || !p.tokens[j].word.capped {
		return to
	}
	c.acronym = j
	if tg, n := p.at(end, kOrg); tg != nil && p.upper(end) && !p.is(end, kTitle) && p.tongue.capitals {
		end += n
	}
	return end
}

// abridges reports whether the word at i is made of letters of a body's name:
// "Agencia Mexicana de Cooperación Internacional para el Desarrollo (Amexcid)".
func (p *paper) abridges(i int, c *chunk) bool {
	if c.kind != anOrg || p.tongue.caseless || c.name[1]-c.name[0] < 3 || p.hit(i) != nil || p.is(i, kCity) || p.is(i, kGiven) {
		return false
	}
	rest := text.Fold(p.say(c.name[0], c.name[1]))
	for _, r := range text.Fold(p.tokens[i].word.form) {
		k := strings.IndexRune(rest, r)
		if k < 0 {
			return false
		}
		rest = rest[k+utf8.RuneLen(r):]
	}
	return true
}

// acronymLike reports whether a form can be an acronym: at least two capitals
// (IsDB, FAO, OPEC+) or letters of a script without capitals.
func acronymLike(form string) bool {
	n := utf8.RuneCountInString(form)
	if n < 2 || n > 12 {
		return false
	}
	upper := 0
	for _, r := range form {
		if upper > 0 && r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'А' && r <= 'Я' || r == 'Қ' || r == 'Ұ' {
			upper++
		}
	}
	return upper >= 2
}

// lonelyAcronym gives the end of an acronym that the paper explains elsewhere.
func (p *paper) lonelyAcronym(i int, s sentence) int {
	if p.tokens[i].shape != acronym && !p.tokens[i].word.capped {
		return i
	}
	if p.cast.acronyms[strings.TrimSuffix(p.tokens[i].word.form, "s")] != nil {
		if _, n := p.at(i+1, kOrg); n > 0 && p.upper(i+1) && !p.is(i+1, kTitle) {
			return i + 1 + n
		}
		return i + 1
	}
	if h := p.hit(i); h != nil {
		return i
	}
	if p.tokens[i].shape == acronym && p.tongue.capitals && !p.shouted(i) && p.upper(i+1) && !p.is(i, kTitle) && !p.is(i, kHonorific) {
		if _, tg, end := p.titleAt(i+1, s); tg != nil && tg.kind == kTitle && (p.nameRun(end, s) > end || p.afterName(i)) { // "FDFA State Secretary NAME"
			return i + 1
		}
	}
	if p.actingAcronym(i, s) {
		return i + 1
	}
	return i
}

// actingAcronym reports an unknown acronym that does something, as only a body does: "TAP
// announced", "funded by USAID", "COVAX's".
func (p *paper) actingAcronym(i int, s sentence) bool {
	t := &p.tokens[i]
	if p.tongue.tag != "en" || s.heading || t.shape != acronym || len(t.word.form) < 3 || len(t.word.form) > 8 || strings.ContainsAny(t.word.form, ".0123456789-&") || p.mask[i] != 0 || matters[t.word.form] || p.upper(i-1) || p.upper(i+1) {
		return false
	}
	tg, _ := p.at(i+1, kVerb)
	return p.is(i-1, kBy) || p.possessive(i+1) || tg != nil && tg.value == "say" || p.is(i+1, kFuture) && p.tokens[i+1].shape == lower
}

// matters are acronyms of what is no body.
var matters = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq("COVID AIDS HIV GDP GNP USD EUR GBP ICT SME SMES MSME MSMES FDI ODA NGO NGOS MOU MOUS SDG SDGS LNG LPG VAT CEO CFO STEM UHC NCD NCDS GBV FTA DNA PPE IDP IDPS LDC LDCS SIDS CEDAW CRPD ICCPR ICESCR CRC NPT UNCLOS INDC NDC NDCS GMT UTC PDF FAQ") {
		out[w] = true
	}
	return out
}()

// headedOrg reads capitalised words with the head noun of an organisation.
func (p *paper) headedOrg(i int, s sentence) (*chunk, int) {
	if p.tongue.caseless {
		return p.headedOrgCaseless(i, s)
	}
	if !p.upper(i) && !(p.tokens[i].shape == number && p.upper(i+1)) || p.is(i, kStop) && !p.is(i, kOrg) && !p.generalOf(i) {
		return p.smallOrg(i, s)
	}
	if roman(p.tokens[i].word.form) || p.sessionOf(i) || p.notFirst(i, s) || p.tongue.verbLast && p.is(i, kGiven) || p.tongue.tag == "ru" && p.is(i, kCity) && !hasEnding(p.tokens[i].word.folded, adjectiveEndings[:]) {
		return nil, i
	}
	if p.tongue.capitals && (p.tokens[i].word.in(ranked) || p.heading && p.is(i, kVerb) && !p.is(i, kPortfolio) && !p.is(i, kOrg)) { // "Senior Bureau Official", "Receives Council Delegation"
		return nil, i
	}
	if to := p.heldOffice(i, s); to > i {
		at := p.extend(to, to-1, heldOffices, s)
		return &chunk{kind: anOrg, from: i, to: at, head: heldOffices, name: [2]int{i, at}, acronym: -1}, at
	}
	if at := p.eponym(i, s); at > i {
		t, n := p.at(at, kOrg)
		to := p.extend(at+n, at, t, s)
		return &chunk{kind: anOrg, from: i, to: to, head: t, name: [2]int{i, to}, acronym: -1}, to
	}
	at, tg, head := i, (*tag)(nil), 0
	for n := 0; at < s.to && n < 10; n++ {
		t, long := p.at(at, kOrg)
		if t != nil && (p.upper(at) || p.tongue.smallHeads && n > 0) && !p.commonHead(at, t, n, s) {
			if t.alone() && n > 0 && p.is(at-1, kAnd) { // "Chicago and White House chief of staff"
				return nil, i
			}
			if to := p.longerHead(at+long, s); n == 0 && t.alone() && to > 0 { // "Senate Foreign Relations Committee"
				at = to
				continue
			}
			tg, head = t, at
			at += long
			break
		}
		if n > 0 && p.is(at, kStop) && !p.is(at, kAnd) && !p.is(at, kLink) && !p.is(at, kPortfolio) && !p.generalOf(at) && !(p.tongue.tag == "en" && p.is(at, kWith) && p.upper(at+1)) || p.stopsPremodifier(at, i, s) {
			return nil, i
		}
		if h := p.hit(at); h != nil && h.state() && p.possessive(at+h.n) {
			return nil, i
		}
		switch {
		case p.upper(at):
			at++
			if p.possessive(at) {
				at++
			}
		case n > 0 && (p.is(at, kAnd) || p.mark(at, "&")) && p.upper(at+1) && (p.tongue.capitals || !p.stateGenitive(i)) && !(p.tongue.capitals && p.is(i, kGiven) && p.is(at, kAnd)) && !(s.heading && p.tongue.capitals && !p.is(at-1, kPortfolio)):
			at++
		case n > 0 && (p.innerWord(i, at) || p.innerAdjective(at)):
			at++
		case n > 0 && p.tongue.capitals && (p.mark(at, "-") || p.mark(at, "–")) && p.tokens[at].glued && p.upper(at+1) && p.tokens[at+1].glued: // "Egypt-Japan University"
			at++
		case n > 0 && p.mark(at, ",") && p.upper(at+1) && p.is(at-1, kPortfolio) && p.is(at+1, kPortfolio):
			at++
		default:
			return nil, i
		}
	}
	if tg == nil {
		return nil, i
	}
	for at < s.to { // heads in a row: "Bank Group", "Council Secretariat"
		t, long := p.at(at, kOrg)
		if t == nil || !p.upper(at) {
			break
		}
		if p.is(at, kTitle) {
			break
		}
		tg = t
		at += long
	}
	if h := p.hit(i); p.tongue.verbLast && h != nil && h.state() && !endsIn(nominativeLast(p.tokens[at-1].word.folded), possessed[:]) { // "Қазақстан одаққа"
		return nil, i
	}
	if h := p.hit(i); p.tongue.verbLast { // the head closes a Kazakh name
	} else if !tg.alone() || p.tongue.capitals || h == nil || !h.org() || i+h.n != at || p.tongue.tag == "ru" && p.stateGenitive(at) {
		at = p.extend(at, head, tg, s)
	}
	if end := p.quoted(at, s); end > at && end-at < 7 && p.upper(at+1) && p.tongue.capitals { // `University of Prishtina "Hasan Prishtina"`
		at = end
	}
	if tg.value == "company" && p.mark(at, ".") && p.tokens[at].glued && at+1 < s.to { // "Litro Gas Ltd., whose"
		at++
	}
	if !tg.alone() && p.onlyHeads(i, at) && !p.officeOf(i, at, s) && !(at > i+1 && p.tokens[at-1].word.folded == "state") || tg.value == "mission" && p.described(i, at) {
		return nil, i
	}
	return &chunk{kind: anOrg, from: i, to: at, head: tg, name: [2]int{i, at}, acronym: -1}, at
}

// longerHead gives the token of a second head noun that capitalised words from
// token i on lead to, where the first is a name by itself; 0 where none does.
func (p *paper) longerHead(i int, s sentence) int {
	for at := i; p.tongue.capitals && at < min(s.to, i+6) && (p.upper(at) || p.is(at, kAnd) && at > i); at++ {
		if p.is(at, kOrg) && !p.is(at, kTitle) && at > i {
			return at
		}
		if p.is(at, kTitle) || p.is(at, kGiven) || p.is(at, kStop) && !p.is(at, kAnd) || p.is(at, kEvent) && !p.is(at, kPortfolio) {
			break
		}
	}
	return 0
}

// generalOf reports a word that is in no other name, before the head noun of a
// body's: "General Authority for Investment", "COVID-19 Task Force".
func (p *paper) generalOf(i int) bool {
	switch f := p.tokens[i].word.folded; {
	case !p.tongue.capitals || !p.upper(i) || !p.upper(i+1):
		return false
	case f == "covid-19":
		return true
	default:
		return f == "general" && p.is(i+1, kOrg)
	}
}

// ranked are words that tell the rank of a person, never of a body.
var ranked = forms("senior deputy assistant acting associate former vice junior lead")

// officeOf reports whether the words from i to to are the office of a holder
// of a title, named inside a sentence: "the Office of the Ombudsman". A line
// of its own is a letterhead.
func (p *paper) officeOf(i, to int, s sentence) bool {
	if t, _ := p.at(i, kOrg); t != nil && t.alone() && to > i+2 && p.tongue.capitals { // "Senate Judiciary Committee"
		return true
	}
	return p.tongue.capitals && p.tokens[i].word.folded == "office" && p.is(i+1, kLink) && to > i+2 && to-i < s.to-s.from-1 && (p.is(to-1, kTitle) || p.is(to-2, kTitle))
}

// eponym gives the head noun of a body that bears the name of a ruler, or i:
// "King Salman Humanitarian Aid and Relief Centre".
func (p *paper) eponym(i int, s sentence) int {
	if !p.tongue.capitals || !p.upper(i) || p.heading {
		return i
	}
	switch p.tokens[i].word.folded {
	case "king", "queen", "prince", "princess", "sheikh", "sheikha", "sultan", "emir":
	default:
		return i
	}
	for at := i + 2; at < s.to && at < i+9; at++ {
		if p.is(at, kOrg) && p.upper(at) && !p.is(at, kTitle) && !p.is(at, kGiven) {
			return at
		}
		if !p.upper(at) && !(p.is(at, kAnd) && p.upper(at+1)) || p.is(at, kTitle) {
			break
		}
	}
	return i
}

// heldOffices is the class of what heldOffice reads.
var heldOffices = &tag{kind: kOrg, value: "other"}

// heldOffice gives the end of an office named by its holder: "Prime Minister's
// Office", "Attorney General's Chambers".
func (p *paper) heldOffice(i int, s sentence) int {
	_, n := p.at(i, kTitle)
	if n > 0 && p.tongue.capitals && strings.HasPrefix(p.tokens[i].word.folded, "ombuds") && i+1 < s.to && p.upper(i+1) && p.is(i+1, kOrg) { // "Ombudsperson Institution"
		return i + 2
	}
	if n == 0 || !p.tongue.capitals || !p.upper(i) || !p.possessive(i+n) || i+n+1 >= s.to {
		return i
	}
	switch p.tokens[i+n+1].word.folded {
	case "office", "chambers", "cabinet", "department":
		return i + n + 2
	}
	return i
}

// described reports whether a headline names a delegation only by its State:
// "Visiting Portuguese Delegation".
func (p *paper) described(i, to int) bool {
	if !p.tongue.capitals || p.tokens[to-1].word.folded != "delegation" {
		return false
	}
	for ; i < to-1; i++ {
		if h := p.hit(i); !p.is(i, kModifier) && !p.is(i, kVerb) && (h == nil || !h.adjective) && !strings.HasSuffix(p.tokens[i].word.folded, "ing") {
			return false
		}
	}
	return true
}

// sessionOf reports whether the words at i name a numbered session rather than
// a body: "XLIII Asamblea General".
func (p *paper) sessionOf(i int) bool {
	if i == 0 {
		return false
	}
	if p.is(i, kEvent) && roman(p.tokens[i-1].word.form) {
		return true
	}
	before := p.tokens[i-1].word.folded
	return p.tongue.capitals && p.tokens[i-1].shape == number && (strings.HasSuffix(before, "th") || strings.HasSuffix(before, "st") || strings.HasSuffix(before, "nd") || strings.HasSuffix(before, "rd")) && p.gathers(i)
}

// gathers reports whether "Assembly" or "Conference" is the head of the words
// at i, so that a number before them counts its sessions: "147th IPU Assembly".
func (p *paper) gathers(i int) bool {
	for ; i < len(p.tokens) && p.upper(i); i++ {
		switch p.tokens[i].word.folded {
		case "assembly", "conference", "congress", "summit", "forum":
			return !p.is(i+1, kLink)
		}
	}
	return false
}

// roman reports whether a form is a Roman number of two digits or more.
func roman(form string) bool {
	return len(form) > 1 && strings.Trim(form, "IVXLC") == ""
}

// onlyHeads reports whether a name is nothing but head nouns and titles
// ("Consulate General", "Office of the Spokesperson"), which many bodies share.
func (p *paper) onlyHeads(from, to int) bool {
	for i := from; i < to; {
		n := 0
		for _, k := range [...]kind{kOrg, kTitle, kLink, kArticle} {
			if _, m := p.at(i, k); m > n {
				n = m
			}
		}
		if n == 0 || p.is(i, kPortfolio) && (!p.is(i, kTitle) || i > from) || p.is(i, kTitle) && i > from && p.plural(i) {
			return false
		}
		i += n
	}
	return true
}

// alone reports whether the head noun with a capital is a name by itself:
// "Parliament", "Assembly" are not told apart by anything else in the paper.
func (t *tag) alone() bool { return t.show == "alone" }

// smallOrg reads a name whose head is written small, as Romance and Slavic
// languages and loose English do: "ministère des Affaires étrangères".
func (p *paper) smallOrg(i int, s sentence) (*chunk, int) {
	head := p.pastSmallAdjective(i, s)
	tg, n := p.at(head, kOrg)
	if tg == nil || !p.tongue.smallHeads || p.tokens[head].shape != lower || p.sessionOf(head) || p.indefinite(i-1) {
		return nil, i
	}
	to := p.extend(head+n, head, tg, s)
	if to == head+n {
		return nil, i
	}
	return &chunk{kind: anOrg, from: i, to: to, head: tg, name: [2]int{i, to}, acronym: -1}, to
}

// headedOrgCaseless reads a name by its head noun and the words of policy after it.
func (p *paper) headedOrgCaseless(i int, s sentence) (*chunk, int) {
	tg, n := p.at(i, kOrg)
	if tg == nil {
		return nil, i
	}
	to := p.extend(i+n, i, tg, s)
	if to == i+n && !tg.alone() {
		return nil, i
	}
	return &chunk{kind: anOrg, from: i, to: to, head: tg, name: [2]int{i, to}, acronym: -1}, to
}

// stopsPremodifier reports whether token at cannot stand before the head noun
// of a name that began at i.
func (p *paper) stopsPremodifier(at, i int, s sentence) bool {
	if p.is(at, kHonorific) || p.is(at, kPronoun) {
		return true
	}
	if tg, _ := p.at(at, kPlace); tg != nil && tg.value == "seat" || p.tongue.tag == "ru" && p.is(at, kEvent) { // "Саммит фонда", // "Штаб-квартира организации"
		return true
	}
	if p.is(at, kTitle) && !p.possessive(at+1) && p.tokens[at].shape != lower {
		if _, n := p.at(at, kTitle); n > 1 || at > i || !p.is(at+1, kOrg) {
			if !p.is(at, kPortfolio) && !p.is(at, kModifier) && !p.is(at+1, kOrg) {
				return true
			}
		}
	}
	_, n := p.at(at, kVerb)
	return n > 0 && at > i && p.tokens[at].shape == lower && !p.postposition(at)
}

// commonHead reports whether a head noun here belongs to something else: "State
// Secretary", "Council of Ministers Meeting".
func (p *paper) commonHead(at int, t *tag, n int, s sentence) bool {
	if _, long := p.at(at, kTitle); long > 0 {
		if _, m := p.at(at, kOrg); long > m {
			return true
		}
	}
	return false
}

// extend gives the end of a name after its head noun: "of Foreign Affairs of
// the Republic of Belarus", "on the Elimination of Discrimination against Women".
func (p *paper) extend(at, head int, tg *tag, s sentence) int {
	end := at
	links := 0
	for end < s.to && end-at < 24 {
		j := end
		linked := false
		if p.nameFrom(end, s) > end {
			return end
		}
		tl, n := p.at(j, kLink)
		switch {
		case n > 0 && (links > 0 || tl.value != "of-late"):
			if links > 0 && p.tongue.tag == "en" && p.tokens[j].word.folded == "on" && p.hasWord(at, end, "on") { // "the Committee on Home Affairs on the Bill"
				return end
			}
			if end == at && p.chargeFor(j, head, tg) || p.tokens[j].word.folded == "on" && links > 0 && p.campusOf(j+n) {
				return end
			}
			if tl.value == "mission" && tg.value != "mission" || p.briefedOn(j, head, s) || p.deedOf(j, head) {
				return end
			}
			if tl.value == "of-late" && tg.value != "mission" && p.hit(j+n) == nil && !p.is(j+n, kRegion) && !(p.tokens[head].word.folded == "office" && p.is(j+n, kCity)) {
				return end
			}
			j, linked = j+n, true
		case p.is(j, kTo) && tg.value == "mission":
			j++
			linked = true
		case end == at && p.ofAction(j, tg):
			end = j + 2
			continue
		case (p.is(j, kAnd) || p.mark(j, "&")) && (end > at || p.tongue.capitals && at-head > 2 && p.is(at-1, kPortfolio) && p.is(j+1, kPortfolio)):
			_, n := p.at(j, kAnd)
			j += max(n, 1)
			if p.anotherInstrument(j, s) {
				return end
			}
			if to := max(p.andOf(j, s), p.andField(j, head, links)); to > j { // "Conseil de paix et de sécurité"
				end = to
				continue
			}
			if p.startsAnother(j, end, s) && !p.alikeStates(end, j) {
				return end
			}
		case p.mark(j, ",") && end > at && (p.is(j-1, kPortfolio) || tg.value == "ministry" && p.upper(j-1)) && p.is(j+1, kPortfolio) && p.listGoesOn(j+1, s):
			j++
		case p.tongue.genitive && (p.is(j, kPortfolio) || p.stateGenitive(j)):
			linked = true
		case p.tongue.capitals && tg.value == "ministry" && end > at && p.is(j-1, kPortfolio) && p.upper(j) && p.mask[j] == 0 && p.upper(j+1) && p.mask[j+1] == 0: // the name of who is of the ministry
			return end
		case p.tongue.tag == "ru" && (p.tokens[j].word.folded == "имени" || p.tokens[j].word.folded == "им"):
			if end = p.inHonour(j+1, s); end == j+1 {
				return j
			}
			continue
		case end > at && p.initialsAt(j):
			return end
		case p.heading && p.tongue.capitals && p.is(j, kVerb) && !p.is(j, kPortfolio):
			return end
		case end > at && p.upper(j) && !(p.is(j, kGiven) && p.upper(j+1) && !p.is(j, kPortfolio)) && (p.tongue.capitals || !p.tongue.genitive && p.upper(j-1) && (!p.is(j, kGiven) || p.tokens[j-1].word.in(saintly) || j == at+1 && p.is(at, kGiven) && p.dedicated(head, at))):
		case end > at && p.tokens[j].shape == lower && p.is(j, kPortfolio) && !p.tongue.capitals:
		case end == at && p.tongue.caseless && p.is(j, kCity) && !p.joinedParticle(j): // "صندوق أبوظبي"
			_, n := p.at(j, kCity)
			end = j + n
			continue
		case end == at && p.upper(j) && !p.is(j, kTitle) && !p.is(j, kHonorific) && (tg.show == "first" || !p.tongue.capitals && p.tongue.articles && p.dedicated(head, j)): // "Institut Pasteur"
		case end == at && p.tongue.capitals && !tg.alone() && p.stateTail(j):
			end = j + p.hit(j).n
			continue
		case end == at && p.calledAs(j, s) > j:
			return p.calledAs(j, s)
		case end == at && p.chamberOf(j, head, s) > j:
			end = p.chamberOf(j, head, s)
			continue
		case p.genitivePair(j, s) > j:
			end = p.genitivePair(j, s)
			continue
		case end == at && p.ofPeople(j):
			end = j + p.hit(j).n
			continue
		case p.tailWord(j, head, false) || p.tailCapital(j, head) && !(tg.alone() && end == at && (p.tongue.tag == "fr" || !p.describing(j))) || p.ofAcronym(j, at, end, head):
			end = j + 1
			continue
		case end == at && p.honouredBody(j, head, s) > j:
			end = p.honouredBody(j, head, s)
			continue
		case p.charterOf(j, head, end > at):
			end = j + 1
			continue
		case p.construct(j, head, end == at, s) > j:
			end = p.construct(j, head, end == at, s)
			continue
		case p.tongue.proclitic && end > at && p.bodyGenitive(j) && p.hit(j) != nil && strings.HasPrefix(p.tokens[j].word.folded, "ل"):
			end = j + p.hit(j).n
			continue
		default:
			return end
		}
		if _, n := p.at(j, kArticle); n > 0 && linked {
			j += n
		}
		next := p.nameWordsOf(j, linked, tg, s)
		if next == j && linked {
			next = p.tailRun(j, head)
		}
		if next == j {
			return end
		}
		if linked {
			links++
			if to := p.fieldList(j, s); to > next && p.tokens[head].word.in(divided) {
				next = to
			}
		}
		end = next
	}
	return end
}

// chargeFor reports a "for" that tells the charge of an official, not the body's
// own: "Representative of the Union for Foreign Affairs", "of the Foreign Ministry for
// Financial Affairs".
func (p *paper) chargeFor(i, head int, tg *tag) bool {
	return p.tongue.tag == "en" && p.tokens[i].word.folded == "for" && p.is(i+1, kPortfolio) &&
		(p.tokens[head].word.folded == "union" || tg.value == "ministry" && p.upper(head-1))
}

// campusOf reports a name in the genitive at token i that owns a common noun: a body
// is "on UNAM's campus", not of it.
func (p *paper) campusOf(i int) bool {
	for i = p.pastArticle(i); p.upper(i); i++ {
		if p.possessive(i + 1) {
			return i+2 < len(p.tokens) && p.tokens[i+2].shape == lower
		}
	}
	return false
}

// inHonour gives the end of the name of whom a Russian body is named after, and
// of the acronym of its parent: "имени А. В. Гапонова РАН".
func (p *paper) inHonour(i int, s sentence) int {
	at := i
	if p.mark(at, ".") {
		at++
	}
	initials := false
	for n := 0; at < s.to && n < 3 && p.upper(at) && p.tokens[at].shape == capital; n++ {
		if n > 0 && !initials && p.is(at, kGiven) || initials && strings.IndexByte(p.tokens[at].word.form, '.') < 0 && n > 1 {
			break
		}
		initials = initials || strings.IndexByte(p.tokens[at].word.form, '.') > 0
		at++
		if initials && strings.LastIndexByte(p.tokens[at-1].word.form, '.') < len(p.tokens[at-1].word.form)-1 { // "А.В.Гапонова": the surname ends it
			break
		}
	}
	if at < s.to && p.tokens[at].shape == acronym {
		at++
	}
	return at
}

// dedicated reports the name of a person right after the head noun of a body
// that bears it: "Fondation Friedrich Naumann".
func (p *paper) dedicated(head, j int) bool {
	switch p.tokens[head].word.folded {
	case "fondation", "université", "institut", "centre", "lycée", "hôpital", "académie", "école", "musée", "fundación", "universidad", "instituto", "centro", "colegio", "hospital", "museo":
		return p.upper(head) && (p.is(j, kGiven) || p.mask[j] == 0) && p.upper(j+1)
	}
	return false
}

// stateTail reports a State that closes the name of its branch: "Singapore
// Club Cambodia", "Bank Indonesia".
func (p *paper) stateTail(i int) bool {
	h := p.hit(i)
	return h != nil && h.state() && !h.adjective && !h.acronym && p.upper(i) && !p.possessive(i+h.n) && !p.heading
}

// initialsAt reports initials before a capitalised word, with which the name of
// a person begins: "K.M. Siriwardana".
func (p *paper) initialsAt(i int) bool {
	f := p.tokens[i].word.form
	return p.tongue.capitals && len(f) > 1 && f[len(f)-1] == '.' && f[1] == '.' && p.upper(i+1) && p.hit(i) == nil
}

// alikeStates reports two States that qualify one noun of a name, the first
// ending at a token, the second an adjective at another: "US and Canadian Studies".
func (p *paper) alikeStates(end, j int) bool {
	a, b := p.hit(end-1), p.hit(j)
	return p.tongue.capitals && a != nil && b != nil && a.state() && b.state() && b.adjective && p.upper(j+b.n) && !p.is(j+b.n, kTitle)
}

// bodyGenitive reports whether a body stands at i that the authority files or
// the paper itself know.
func (p *paper) bodyGenitive(i int) bool {
	if h := p.hit(i); h != nil && h.org() {
		return true
	}
	e := p.cast.acronyms[p.tokens[i].word.form]
	return e != nil && e.kind == anOrg
}

// quoted gives the end of the words in quotation marks that begin at i, or i.
func (p *paper) quoted(i int, s sentence) int {
	if i < s.from {
		return i
	}
	if !p.mark(i, "«") && !p.mark(i, "“") && !p.mark(i, "\"") {
		return i
	}
	depth := 0
	for j := i; j < s.to && j < i+40; j++ {
		switch {
		case p.mark(j, "«") || p.mark(j, "“") || j == i:
			depth++
		case p.mark(j, "»") || p.mark(j, "”") || p.mark(j, "\""):
			if depth--; depth == 0 {
				return j + 1
			}
		}
	}
	return i
}

func (p *paper) stateGenitive(i int) bool {
	h := p.hit(i)
	return h != nil && h.state() && !h.adjective
}

// listGoesOn reports whether fields of work, parted by commas, end in "and":
// only then is a comma part of the name.
func (p *paper) listGoesOn(i int, s sentence) bool {
	for j := i; j < s.to && j < i+8; j++ {
		if p.is(j, kAnd) {
			return p.is(j+1, kPortfolio)
		}
		if !p.upper(j) && !p.mark(j, ",") && !p.is(j, kPortfolio) {
			return false
		}
	}
	return false
}

// nameWordsOf gives the end of the capitalised words, a State or a body at j.
func (p *paper) nameWordsOf(j int, linked bool, tg *tag, s sentence) int {
	if j >= s.to {
		return j
	}
	if h := p.hit(j); h != nil && (linked || h.adjective) && !(h.adjective && !linked) {
		return j + h.n
	}
	if _, n := p.at(j, kPortfolio); n > 0 && (!p.tongue.capitals || p.upper(j)) {
		if p.possessive(j + n) {
			n++
		}
		return j + n
	}
	if linked && p.tongue.genitive {
		if _, n := p.at(j, kTitle); n > 0 && p.tokens[j].shape != capital { // "при Президенте"
			return j + n
		}
	}
	if linked && p.tongue.tag == "en" && p.tokens[j].word.folded == "state" && p.upper(j) { // "Department of State"
		return j + 1
	}
	if !p.upper(j) || p.is(j, kStop) || p.is(j, kHonorific) || p.is(j, kGiven) && p.is(j+1, kGiven) && linked {
		return j
	}
	if p.is(j, kTitle) && !linked && !p.plural(j) {
		return j
	}
	if _, n := p.at(j, kTitle); linked && n > 1 && p.tongue.capitals { // "Office of the Prime Minister"
		return j + n
	}
	if p.is(j, kOrg) && linked && !p.is(j, kPortfolio) { // "Secretariat of the Council of ..."
		if _, n := p.at(j, kOrg); n > 0 {
			return j + n
		}
	}
	if p.possessive(j+1) && !(p.tongue.capitals && p.longerHead(j+2, s) > 0 || p.is(j+2, kOrg)) {
		return j + 2
	}
	return j + 1
}

// startsAnother reports whether a new name begins at j, after "and".
func (p *paper) startsAnother(j, end int, s sentence) bool {
	k := j
	if _, n := p.at(k, kArticle); n > 0 {
		return true
	}
	if k >= s.to || !p.upper(k) && !(p.is(k, kPortfolio) && !p.tongue.capitals) {
		return true
	}
	if p.tokens[k].shape == acronym && p.tokens[end-1].shape != acronym || p.is(k, kHonorific) || p.is(k, kGiven) && !p.is(k, kPortfolio) || p.is(k, kTitle) && !p.is(k, kPortfolio) {
		return true
	}
	if p.is(k, kPortfolio) {
		// "Ministry of Finance and Ministry of Trade" begins with a head, "and Trade" does not.
		if p.is(k, kOrg) && p.is(k+1, kLink) {
			return true
		}
		return false
	}
	if h := p.hit(k); h != nil {
		return true
	}
	for n := k; n < s.to && n < k+6 && (p.upper(n) || p.is(n, kLink)); n++ {
		if p.is(n, kOrg) && p.upper(n) {
			return true
		}
	}
	return false
}

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
	to := p.instrumentTail(end+n, end, true, tg, s)
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
		if tg, _ := p.at(i, kInstrument); tg != nil && (tg.value == "law" || tg.value == "agreement" || tg.value == "treaty" || tg.value == "charter") {
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

// actAhead reports a word that is a title elsewhere at the head of a law's name:
// "the General Laws Amendment Bill".
func (p *paper) actAhead(at int) bool {
	if !p.is(at-1, kArticle) {
		return false
	}
	i := at + 1
	for i < at+8 && p.upper(i) && !p.is(i, kGiven) && !p.is(i, kTitle) {
		i++
	}
	tg, _ := p.at(i-1, kInstrument)
	return i > at+2 && tg != nil && tg.value == "law"
}

// headedInstrument reads the words around the head noun of an instrument.
func (p *paper) headedInstrument(i int, s sentence) (*chunk, int) {
	if c, to := p.instrumentLast(i, s); c != nil {
		return c, to
	}
	at, tg, head := i, (*tag)(nil), 0
	proper := false
	described := p.tongue.capitals && p.tokens[i].shape == lower && (p.is(i-1, kArticle) || p.tongue.tag == "en" && p.possessive(i-1) || p.is(i-1, kOrdinal) && p.is(i-2, kArticle))
	for n := 0; at < s.to && n < 8; n++ {
		t, long := p.at(at, kInstrument)
		if p.is(at, kOrg) && p.upper(at) && (t == nil || p.is(at+1, kLink)) && p.hit(at) == nil && !p.is(at, kPortfolio) && !p.deedAbout(at) {
			return nil, i
		}
		if t != nil && p.tokens[at].shape == lower && strings.HasPrefix(p.tokens[at].word.folded, "amendment") {
			return nil, i // what is amended is the instrument
		}
		if _, m := p.at(at, kPortfolio); m > 1 && t == nil && p.upper(at) && p.tongue.capitals { // "Rule of Law Programme"
			proper = true
			at += m
			continue
		}
		if t != nil && !p.outweighed(at, long) {
			tg, head = t, at
			proper = proper || p.upper(at) && (at > s.from || n > 0 || p.opensName(at+long, t, s))
			at = p.pastQualities(at+long, s)
			break
		}
		if n > 0 && p.is(at, kStop) && !p.is(at, kAnd) && !p.is(at, kLink) && !(p.tongue.tag == "en" && p.is(at, kWith) && p.upper(at+1)) || p.is(at, kHonorific) || p.is(at, kTitle) && !p.is(at, kPortfolio) && !(n == 0 && p.tongue.tag == "en" && p.upper(at+1) && (p.is(at+1, kInstrument) || p.actAhead(at))) || p.is(at, kEvent) && n > 0 {
			return nil, i
		}
		switch {
		case p.tokens[at].shape == number && (yearLike(p.tokens[at].word.form)):
			proper = true
			at++
		case p.upper(at) && !p.tongue.caseless:
			if h := p.hit(at); h != nil && h.state() && h.adjective || p.opensWithVerb(at, s) {
				return nil, i
			}
			proper = proper || !p.tongue.capitals && at > s.from
			if h := p.hit(at); h != nil && h.state() && p.possessive(at+h.n) {
				return nil, i
			}
			at++
			if p.possessive(at) {
				at++
			}
		case n > 0 && p.tongue.tag == "en" && p.mark(at, "(") && p.upper(at+1) && p.upper(p.closes(at, s)) && p.closes(at, s) > 0: // "Customs (Amendment) Bill"
			at = p.closes(at, s)
		case n > 0 && p.tongue.tag == "en" && (p.mark(at, "-") || p.mark(at, "–")) && p.tokens[at].glued && p.upper(at+1): // "Chad-Malta Trade Agreement"
			at++
		case n > 0 && p.upper(i) && (p.is(at, kAnd) || p.mark(at, "&") || p.is(at, kLink) || p.tongue.tag == "en" && p.is(at, kWith)) && p.upper(at+1) && !p.tongue.caseless:
			if p.tongue.tag == "en" && n == 1 && p.tokens[i].word.in(membership) { // "the Parties to the Protocol"
				return nil, i
			}
			at++
		case p.tokens[at].shape == lower && (described || proper && n > 0) && (p.is(at, kPortfolio) || p.is(at, kModifier)):
			at++
		default:
			return nil, i
		}
	}
	if tg == nil || tg.show == "linked" && !p.is(at, kLink) && !p.is(at, kAbout) || tg.show == "numbered" && p.ownNumber(at, tg) == at || p.furnished(head, at) {
		return nil, i
	}
	if end := p.quoted(i-1, s) - 1; !p.tongue.capitals && end > at && end-i < 20 { // "«Стратегия ...»"
		return &chunk{kind: anInstrument, from: i, to: end, head: tg, name: [2]int{i, end}, acronym: -1}, end
	}
	for at < s.to { // "Action Plan", "Charter Protocol"
		t, long := p.at(at, kInstrument)
		if t == nil || !p.upper(at) {
			break
		}
		tg, head = t, at
		at += long
	}
	if p.is(at, kOrg) && p.upper(at) && !p.tongue.genitive { // "Treaty Organization"
		return nil, i
	}
	if p.is(at, kTitle) && p.upper(at) && p.upper(head) {
		return nil, i
	}
	c := &chunk{kind: anInstrument, from: i, to: at, head: tg, name: [2]int{i, at}, acronym: -1}
	if to := p.bracketed(c, s); to > at {
		at = to
	}
	at0 := at
	grown := p.instrumentTail(at, head, proper, tg, s)
	if with := p.partner(at, head, tg, s); grown == at && c.acronym < 0 && with > at {
		c.name[1] = p.instrumentTail(with, head, proper, tg, s) // its other side is named apart
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
	proper = proper || p.surnamedHead(i, head, tg)
	if p.plural(head) && !(accords[tg.value] && p.upper(i) && p.nameWord(i) && head == i+1 && p.tokens[max(i-1, 0)].word.folded == "the") { // "the Abraham Accords"
		proper = false
	}
	named := proper && (c.name[1]-c.name[0] > 1 || tg.alone())
	if tg.value == "resolution" && grown > head+1 && p.tokens[head+1].shape == number {
		named = true
	}
	if at0 = p.pastTitled(at0); !named && p.tongue.tag == "en" && grown > at0+2 && p.quoted(at0, s) == grown && p.upper(at0+1) {
		named = true // the programme "Clean Rivers"
	}
	if !named && grown > head+1 && (p.namedTail(head+1, grown) || p.ownName(head, grown, tg)) {
		named = true
	}
	if p.tongue.smallHeads && c.name[1] > head+2 && (tg.value == "law" || tg.value == "treaty" || tg.value == "strategy" || tg.value == "charter") {
		named = true
	}
	if grown > head+1 && p.tongue.tag == "en" && p.upper(head) && roman(p.tokens[head+1].word.form) {
		named = true // Protocol II
	}
	if tg.show == "named" { // a word that names only with a place, a year or a matter: "Copenhagen Document"
		if !proper && !p.plural(head) || !p.upper(head) || !p.placedName(i, head) {
			return nil, i
		}
		named = true
	}
	c.descr = !named
	if c.descr && p.tongue.capitals && p.tokens[i].shape == lower {
		c.name[0] = p.describedFrom(i)
	}
	return c, at
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
		if f := p.tokens[i].word.folded; p.is(i, kCity) || p.hit(i) != nil && p.hit(i).state() || p.tokens[i].shape == number || f == "outcome" || f == "guiding" {
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

// outweighed reports whether the words at i are rather something else: "Law"
// in "Law Commission", "Plan" in a longer phrase.
func (p *paper) outweighed(i, long int) bool {
	for _, k := range [...]kind{kTitle, kOrg, kEvent, kStop} {
		if _, n := p.at(i, k); n > long {
			return true
		}
	}
	return false
}

// languages may follow "in" after an instrument: the one it is read in.
var languages = forms("arabic chinese dutch english french german italian japanese kazakh korean kyrgyz persian portuguese russian spanish tajik turkish turkmen ukrainian urdu uzbek")

// instrumentTail gives the end of what an instrument is on, of, for or between.
func (p *paper) instrumentTail(at, head int, proper bool, tg *tag, s sentence) int {
	end := at
	if to := p.quoted(p.pastTitled(at), s); to > at+1 && p.tongue.capitals {
		return to
	}
	if to := p.ownNumber(at, tg); to > at {
		end = to
	}
	if to := p.purpose(at, tg, s); to > at {
		return to
	}
	if at < s.to && p.doing(at, head) {
		return p.clauseEnd(at, s)
	}
	for end < s.to && end-at < 30 {
		j := end
		if p.tongue.tag == "en" && (accords[tg.value] || ventures.has(tg.value)) && p.tokens[j].word.folded == "that" { // "the agreement that Chad signed"
			return end
		}
		_, n := p.at(j, kLink)
		_, a := p.at(j, kAbout)
		n = max(n, a)
		if n == 0 && p.tokens[j-1].word.in(supplementary) { // "Protocole additionnel à la Convention"
			_, n = p.at(j, kTo)
		}
		if end > at && p.tongue.tag == "en" && (p.tokens[j].word.folded == "that" || a > 0 && p.tokens[end-1].shape == number && p.tokens[end-2].word.folded != "of" && p.aboutClause(j)) { // what follows is told of it
			return end
		}
		if to := p.cityTail(j, head, tg); to > j {
			end = to
			continue
		}
		if to := p.periodTail(j); to > j {
			end = to
			continue
		}
		linked := n > 0
		switch {
		case linked:
			if j += n; j >= s.to || p.tongue.tag == "en" && p.tokens[j-1].word.folded == "to" && p.tokens[j].shape == lower && !p.is(j, kArticle) { // "used the Lima Agreement to protect"
				return end
			}
			if p.submittedTo(end, j, s) || p.tongue.tag == "en" && p.tokens[j-1].word.folded == "in" && p.tokens[j].word.in(languages) {
				return end
			}
			if tl, _ := p.at(end, kLink); tl != nil && tl.value == "of-late" && p.tongue.capitals && (p.is(j, kCity) || p.hit(j) == nil && !p.is(j, kRegion) && !p.matter(j)) {
				return end
			}
		case p.tokens[j].shape == number && yearLike(p.tokens[j].word.form) && (len(p.tokens[j].word.form) > 4 || j == head+1 || p.tongue.tag == "en" && p.upper(j-1) && p.is(j-1, kInstrument)) && (p.upper(head) || p.tongue.tag == "en" && len(p.tokens[j].word.form) > 4 && p.tokens[j].shape == number && j == head+1) && !p.ofYear(j):
			end = j + 1
			continue
		case end == at && p.ofAction(j, tg):
			end = j + 2
			continue
		case !p.tongue.capitals && end > at && p.upper(j-1) && p.ownNumber(j, tg) > j: // "Decreto Supremo 031-2024-RE"
			end = p.ownNumber(j, tg)
			continue
		case (p.is(j, kAnd) || p.mark(j, "&")) && end > at:
			_, n := p.at(j, kAnd)
			j += max(n, 1)
			if p.anotherInstrument(j, s) {
				return end
			}
			if _, m := p.at(j, kArticle); m > 0 && p.upper(j+m) && (p.hasWord(at, j, "between") || p.upper(head) && p.matterAlone(j+m)) {
				j += m
			}
			if p.tongue.capitals && !p.upper(j) && !(p.upper(head) && p.lowTail(end)) || p.newClause(j, s) && !p.pairs(at, end) && !(!p.tongue.capitals && p.hit(p.pastArticle(j)) != nil) {
				return end
			}
			if !p.tongue.capitals {
				linked = p.lowTail(end)
			}
		case p.mark(j, ",") && end > at && p.upper(j+1) && p.listed(j+1, s):
			j++
		case p.mark(j, ",") && end > at && p.tongue.tag == "en" && p.lowTail(end) && p.lowList(j, s) > j:
			end = p.lowList(j, s)
			continue
		case p.mark(j, ",") && end > at && p.smallList(j+1, s) > j+1:
			end = p.smallList(j+1, s)
			continue
		case end > at && p.upper(j) && p.tongue.capitals:
		case end > at && p.tongue.tag == "en" && p.mark(j, "-") && p.tokens[j].glued && p.upper(j-1) && p.upper(j+1): // "on U.S.-Pacific Partnership"
			j++
		case end > at && p.smallWord(j, head, s):
			j = p.pastArticle(j)
			if !p.upper(j) {
				j++
			}
			j = p.pastArticle(j)
		case p.tailCapital(j, head) || end > at && p.quality(j):
			end = j + 1
			continue
		case p.construct(j, head, end == at, s) > j:
			end = p.construct(j, head, end == at, s)
			continue
		case end > at && p.joinedConstruct(j) > j:
			end = p.joinedConstruct(j)
			continue
		case end > at && p.toWhich(j, s) > j:
			return p.toWhich(j, s)
		case p.ofBody(j, tg) > j:
			end = p.ofBody(j, tg)
			continue
		case p.genitiveRun(j, head) > j:
			end = p.genitiveRun(j, head)
			continue
		case end > at && p.tokens[j].shape == lower && p.tongue.smallHeads && (p.is(j, kPortfolio) || p.is(j, kModifier)):
		case p.tongue.genitive && (p.is(j, kPortfolio) || p.stateGenitive(j) || p.bodyGenitive(j)):
		case !p.tongue.capitals && p.quoted(j, s) > j:
			return p.quoted(j, s)
		default:
			return end
		}
		if linked && p.tokens[j-1].word.folded == "between" && p.is(j, kArticle) && !p.upper(j+1) && !(p.tokens[min(j+1, s.to-1)].word.folded == "two" && p.upper(j+2)) {
			if run := p.lowRun(j+1, s); (p.tokens[head].shape == lower || p.toldByPurpose(head+1)) && !p.is(j+1, kSide) && run > j+1 && p.tongue.tag == "en" { // "a plan of consultations between the two ministries"
				end = run
				continue
			}
			return end // "between the two institutes"
		}
		for p.is(j, kArticle) && (linked || p.is(j-1, kAnd)) {
			_, n := p.at(j, kArticle)
			j += n
		}
		if p.tongue.tag == "en" && linked && p.is(j, kOrdinal) && p.upper(j+1) { // "of the fourth International Conference"
			j++
		}
		if j >= s.to {
			return end
		}
		if d, to := p.dateAt(j); to > j && d.from.Precision() > 0 && linked {
			if !p.tongue.capitals && !d.to.IsZero() && d.from.Precision() == chancery.YearPrecision { // "на 2023–2027 годы"
				end = to
				continue
			}
			if p.tongue.tag == "en" && p.upper(head) && p.tokens[j-1].word.folded == "of" && d.from.Precision() == chancery.YearPrecision && d.to.IsZero() { // "the Protocol of 2021 amending"
				end = to
				continue
			}
			if !p.tongue.capitals && end == at && p.is(j-1, kLink) && d.from.Precision() == chancery.YearPrecision { // "le traité de 1993"
				return to
			}
			if p.tokens[j-1].word.folded != "on" && (p.tongue.capitals || !p.is(j-1, kIn)) && d.from.Precision() >= chancery.DayPrecision {
				end = to
				if p.tongue.tag == "en" && p.upper(head) && end < s.to && p.upper(end) && strings.HasSuffix(p.tokens[end].word.folded, "ing") { // "Convention of 5 October 1961 Abolishing"
					end++
					continue
				}
			}
			return end
		}
		if linked && !p.tongue.capitals && (p.is(j, kCity) && p.is(j-1, kIn) || p.infinitive(j)) {
			return end
		}
		if h := p.hit(j); h != nil {
			if !linked && !p.upper(j) && !p.tongue.caseless {
				return end
			}
			end = j + h.n
			end = p.ownedRun(end, s)
			continue
		}
		if p.is(j, kVerb) && p.tokens[j].shape == lower && !p.is(j, kPortfolio) && (a == 0 || p.tongue.capitals) && !(linked && p.asNoun(j)) {
			return end
		}
		switch {
		case p.bodyGenitive(j):
			end = j + 1
		case p.upper(j) && !p.is(j, kHonorific):
			if p.is(j, kStop) {
				return end
			}
			end = j + 1
			if p.tongue.tag == "en" {
				end = p.ownedRun(end, s)
			} else if p.possessive(end) {
				end++
			}
		case a > 0 && p.aboutClause(j-a):
			end = p.clauseEnd(j, s)
			return end
		case linked && p.tokens[j].shape == lower && (a > 0 || p.upper(head) || p.tongue.smallHeads || p.describes(j)) && !p.is(j, kStop) && !p.is(j, kPronoun) && !p.is(j, kFuture):
			if end = p.lowRun(j, s); end == j {
				if n == 0 && p.is(j-1, kAnd) && !p.tongue.capitals {
					return j - 1
				}
				return j - n
			}
		case p.tokens[j].shape == script || p.is(j, kPortfolio):
			_, n := p.at(j, kPortfolio)
			if n == 0 && !linked {
				return end
			}
			end = j + max(n, 1)
		default:
			return end
		}
	}
	return end
}

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
	return tg != nil && organs[tg.value] && !p.is(j+n, kInstrument) && (!p.is(j+n, kLink) || p.tokens[j+n].word.folded == "on")
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
	if p.tongue.tag != "en" || tg.value != "law" && tg.value != "decree" && !(accords[tg.value] && p.toldByPurpose(at)) || at+2 >= s.to || p.tokens[at].word.folded != "to" || p.tokens[at+1].shape != lower || p.mask[at+1]&(1<<kArticle|1<<kPronoun|1<<kOrg|1<<kPeople|1<<kTitle|1<<kStop) != 0 {
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
	return p.tongue.tag == "en" && !p.is(i-1, kArticle) && !p.is(i, kOrdinal) && !p.tokens[i].word.in(lasting)
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
		if t.shape == mark || p.is(j, kStop) || p.is(j, kVerb) && !p.is(j, kPortfolio) && !p.deverbal(j) && !p.asNoun(j) || p.is(j, kPast) || p.is(j, kFuture) || p.is(j, kIn) || p.is(j, kBy) || p.is(j, kWith) && !(p.tongue.genitive && j > i) || p.is(j, kPronoun) || p.is(j, kTo) || !p.tongue.capitals && p.is(j, kRole) {
			break
		}
		if _, to := p.dateAt(j); to > j || j > i && p.romance() && p.is(j, kAbout) && !p.is(j, kLink) { // "d'intention relative à"
			break
		}
		if p.is(j, kAnd) && (j+1 >= s.to || p.tokens[j+1].shape != lower || p.is(j+1, kStop) || p.is(j+1, kVerb) && !p.asNoun(j+1) || p.is(j+1, kPast) || !p.tongue.capitals && p.is(j+1, kRole)) {
			break
		}
		j++
	}
	if j > i && (p.is(j-1, kArticle) || p.is(j-1, kLink) || p.is(j-1, kAnd)) {
		j--
	}
	return j
}
