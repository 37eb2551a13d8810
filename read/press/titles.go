package press

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
	if c := &p.chunks[len(p.chunks)-1]; c.kind != aState && c.kind != anOrg || !(c.to == i || p.possessive(c.to) && c.to+1 == i) {
		return 0, nil, i
	}
	for at := i; at < s.to && at < i+9; at++ {
		if t, n := p.at(at, kTitle); n > 0 && at > i && p.tokens[at].word.folded == overFields[p.chunks[len(p.chunks)-1].kind == aState] && p.upper(at) {
			return at, t, at + n
		}
		if p.upper(at) && p.hit(at) == nil && !p.is(at, kTitle) && !p.is(at, kOrg) || at > i && (p.is(at, kAnd) || p.mark(at, "&") || p.mark(at, ",") || p.possessive(at)) {
			continue
		}
		break
	}
	return 0, nil, i
}

// overFields are those who are over a field of work: of a State (true), of the Union (false).
var overFields = map[bool]string{true: "minister", false: "commissioner"}

// onlyRank reports whether "General" stands before something else than a name:
// "the General Assembly", "General Comment No. 3".
func (p *paper) onlyRank(head, after int, s sentence) bool {
	if !p.tongue.capitals || p.tokens[head].word.folded != "general" || after != head+1 {
		return false
	}
	to := p.nameRun(after, s)
	return p.nameWords(after, to) < 2 && !p.is(after, kGiven)
}

// ownersOf notes that a post is of the body that a noun or "whose" before it
// stands for: "the institution's director", "the Fund, whose president".
func (p *paper) ownersOf(i int, q *post) {
	p.representing(i, q)
	if p.tongue.proclitic && (q.tag.show != "" || p.possessed(q.title[0]) != "") { // "أمينها العام"
		p.ownBody(i, q)
		return
	}
	if !p.tongue.capitals || i < 3 || q.body != nil {
		return
	}
	own := i // past an adjective: "the bank's previous governor"
	if p.tongue.tag == "en" && i > 3 && !p.possessive(i-1) && p.possessive(i-2) && p.tokens[i-1].shape == lower && p.tokens[i-1].word.senses&isAdjective != 0 {
		own--
	}
	if p.possessive(own-1) && p.headNoun(own-2) && p.tokens[own-3].word.folded == "the" {
		q.noun, q.full = own-2, true
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
var passing = map[string]bool{"new": true, "newly": true, "current": true, "late": true, "then": true, "present": true, "incumbent": true, "sitting": true, "departing": true, "famous": true, "prominent": true, "renowned": true, "visiting": true, "long-time": true, "longtime": true, "long-serving": true, "recently": true, "newly-elected": true, "newly-appointed": true}

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

// hold notes a body, or whom the post is accredited to.
func (p *paper) hold(q *post, e *entity, to bool) {
	q.full = true
	switch {
	case to && q.to != nil && p.tongue.capitals: // "concurrently to Mongolia"
		if n := len(p.chunks) - 1; p.chunks[n].who == e && e.kind == aState && e != q.to {
			q.tos = append(q.tos, p.chunks[n])
		}
	case to && (q.tag.value == "envoy" || q.body != nil):
		q.to = e
	case q.body != nil && p.tongue.genitive && q.body.kind == anOrg && e.kind == anOrg: // the body that the body is of
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
	if to := p.nameRun(at, s); to > at && (p.tongue.caseless || p.nameWords(at, to) >= 1) {
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
