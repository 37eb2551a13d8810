package press

import "strings"

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

// sequel is what stands after a title, as far as it is read.
type sequel struct {
	c       *chunk
	q       *post
	s       sentence
	at      int  // where it begins
	i       int  // past the preposition and the article
	to      bool // the preposition says whom one is sent to or serves: "to"
	linked  bool // there is a preposition
	forLink bool // it is "for", and the post not an envoy's
}

// complement reads one of what follows a title: a portfolio ("of Foreign
// Affairs"), a State or body ("of Kazakhstan", "at the National University"),
// whom it is accredited to ("to Egypt"), whom it serves ("to the President"). Each
// reader has one sort, in the order in which one excludes the next: it gives the token
// after it, where it begins if nothing may be read there, and 0 to leave it to the next.
func (p *paper) complement(c *chunk, at int, s sentence) int {
	f := sequel{c: c, q: c.post, s: s, at: at, i: at}
	for _, read := range [...]func(*paper, *sequel) int{
		(*paper).inBrackets, (*paper).besideTitle, (*paper).besideAbroad, (*paper).besideArabic,
		(*paper).linkOf, (*paper).sentTo, (*paper).inCharge, (*paper).leading, (*paper).throughUnit, (*paper).inField,
		(*paper).ofState, (*paper).ofOrg, (*paper).ofNoun, (*paper).ofUnnamed, (*paper).ofCountryAlone, (*paper).ofLast,
	} {
		if end := read(p, &f); end > 0 {
			return end
		}
	}
	return at
}

// inBrackets reads "Secretary (SPS) of", "Third Secretary (Cultural Affairs)".
func (p *paper) inBrackets(f *sequel) int {
	q, i, s := f.q, f.i, f.s
	if !p.mark(i, "(") {
		return 0
	}
	if end := p.bracketedState(q, i, s); end > i {
		return end
	}
	end := p.closes(i, s)
	if end == i+3 && (p.tokens[i+1].shape == acronym || p.romance() && q.body != nil && p.tokens[i+1].shape == capital && !p.is(i+1, kState)) {
		return end
	}
	if end > 0 && q.title[1] == i && p.tongue.capitals && (p.fields(i+1, end-1) || p.charge(i+1, end, s)) {
		q.title[1] = end
		return end
	}
	return f.at
}

// besideTitle reads what needs no preposition: a field, a constituency, a seat.
func (p *paper) besideTitle(f *sequel) int {
	q, i, s := f.q, f.i, f.s
	if end := p.status(q, i, s); end > i {
		return end
	}
	if end := max(p.dashed(i, s), p.seatFor(q, i, s)); end > i && q.title[1] == i {
		q.title[1] = end
		return end
	}
	if end := max(p.constituency(q, i, s), p.besideField(q, i, s)); end > i {
		q.title[1], q.full = end, true
		return end
	}
	if end := p.seat(f.c, i); end > i {
		return end
	}
	if end := p.residing(q, i); end > i {
		return end
	}
	return 0
}

// besideAbroad reads adjectives, fields and places that French, Spanish and Russian set
// right after a title; what a Kazakh post is of stands before it.
func (p *paper) besideAbroad(f *sequel) int {
	q, i, s := f.q, f.i, f.s
	if p.tongue.articles && !p.tongue.capitals && q.tag.value == "counterpart" && q.title[1] == i && p.tokens[i].shape == lower && p.mask[i] == 0 && hasEnding(p.tokens[i].word.folded, adjectival[:]) { // "son homologue capverdien"
		q.full = true
		return i + 1
	}
	if p.tongue.verbLast {
		return f.at
	}
	if end := p.placeOf(q, i, s); end > i {
		return end
	}
	if _, n := p.at(i, kModifier); n > 0 && !p.tongue.capitals && !p.tongue.genitive && (q.title[1] == i || q.adjective) && (p.tokens[i].shape == lower || p.upper(i-1) && p.upper(i) && !p.is(i, kGiven)) { // "commissaire adjointe", "Secretario General Iberoamericano"
		if q.title[1] == i { // not "embajador británico concurrente"
			q.title[1] = i + n
		}
		return i + n
	}
	if end := max(p.chargeAbroad(q, i, s), p.matterOfPost(q, i, s)); end > i {
		return end
	}
	if end := p.fieldInDative(i, s); end > i {
		if q.title[1] == i {
			q.title[1] = end
		}
		q.full = true
		return end
	}
	if end := max(p.province(i), p.qualifiedAbroad(q, i, s)); end > i && q.body == nil {
		q.title[1] = end
		return end
	}
	return 0
}

// besideArabic reads what an Arabic title is of, which no word of its own links.
func (p *paper) besideArabic(f *sequel) int {
	q, i, s := f.q, f.i, f.s
	if p.tongue.caseless {
		if _, n := p.at(i, kModifier); n > 0 && q.body != nil { // "سفير اليابان الجديد"
			return i + n
		}
		if q.body == nil && q.title[1] == i && strings.HasPrefix(p.tokens[i].word.folded, "لل") && p.is(i, kOrg) { // "الأمين العام للوزارة"
			if org, _ := p.orgAt(i, s); org == nil {
				return p.plainOrgArabic(q, i)
			}
		}
		if q.body != nil && p.tokens[i].word.in(belonging) { // "المنظمة التابعة للأمم المتحدة"
			if org, end := p.orgAt(i+1, s); org != nil {
				p.take(org)
				return end
			}
		}
	}
	if end := p.fieldsArabic(q, i, s); end > i {
		q.title[1] = end
		return end
	}
	if end := p.qualities(q, i); end > i {
		q.title[1] = end
		return end
	}
	if end := p.chargeArabic(q, i, s); end > i {
		return end
	}
	if p.tongue.caseless && q.body != nil && q.body.kind == aState && p.polityWord(i) { // "رئيس الجمهورية الجزائرية الديمقراطية"
		return i + 1
	}
	return 0
}

// plainOrgArabic gives a post the body whose noun alone stands at token i.
func (p *paper) plainOrgArabic(q *post, i int) int {
	org := &chunk{kind: anOrg, from: i, to: i + 1, name: [2]int{i, i + 1}, acronym: -1}
	if e := p.theBodyAbroad(i); e != nil {
		org.who = e
		p.chunks = append(p.chunks, *org)
	} else {
		p.take(org)
	}
	p.hold(q, p.chunks[len(p.chunks)-1].who, false)
	return i + 1
}

// linkOf steps over the preposition; without one, it reads what "and" joins to the
// title, and leaves the rest to the languages with a genitive.
func (p *paper) linkOf(f *sequel) int {
	q, s := f.q, f.s
	if _, n := p.at(f.i+1, kTo); p.tongue.capitals && p.mark(f.i, ",") && n > 1 { // ", concurrently accredited to"
		f.i++
	}
	i := f.i
	_, link := p.at(i, kLink)
	_, to := p.at(i, kTo)
	_, in := p.at(i, kIn)
	_, with := p.at(i, kWith)
	_, and := p.at(i, kAnd)
	weak := q.tag.kind == kWeak
	switch {
	case to > 0 && to >= link && i+to < s.to:
		f.i, f.to = i+to, true
	case link > 0 && i+link < s.to:
		f.i += link
	case in > 0 && i+in < s.to:
		f.i += in
	case with > 0 && i+with < s.to && p.tongue.capitals && (weak || p.tokens[i-1].word.in(seatedWith)) && q.title[1] == i: // "a researcher with the Institute"
		f.i += with
	case p.tongue.tag == "ru" && (weak || q.tag.value == "counterpart") && q.title[1] == i && p.tokens[i].word.folded == "из" && i+1 < s.to && p.hit(i+1) != nil && p.hit(i+1).state(): // "юрист из Перу"
		f.i++
	case p.tongue.capitals && p.tokens[i].word.folded == "from" && weak && q.title[1] == i && i+1 < s.to: // "a climatologist from the University"
		f.i++
	default:
		if end := p.withoutLink(f, and); end > 0 {
			return end
		}
	}
	f.linked = f.i > f.at
	return 0
}

// withoutLink reads what follows a title without a preposition: another field or body
// after "and", of so many words, another State, an adjective.
func (p *paper) withoutLink(f *sequel, and int) int {
	q, i, s, at := f.q, f.i, f.s, f.at
	if end, ok := p.andOrg(f.c, i, s); ok {
		return end
	}
	if and > 0 && q.to == nil && q.body == nil {
		if end := p.portfolioRun(i+and, s); end > i+and && q.title[1] == at && q.title[1] > f.c.from+1 {
			if _, t, _ := p.titleAt(i+and, s); t == nil {
				q.title[1] = end
				return end
			}
		}
		if end := p.otherCharge(q, i+and, s); end > i && q.title[1] == at {
			q.title[1] = end
			return end
		}
		return at
	}
	if end := p.statesBesides(q, i, s); end > i {
		return end
	}
	if and > 0 && q.to != nil {
		return at
	}
	if end := p.adjectiveAfter(f.c, i, s); end > i {
		return end
	}
	if !p.tongue.genitive {
		return at
	}
	return 0
}

// sentTo reads where an envoy serves and whom he is accredited to, and steps over the
// article before anything else.
func (p *paper) sentTo(f *sequel) int {
	q, i, s := f.q, f.i, f.s
	if f.to && p.chargedWith(q, i, s) { // "commissaire aux Affaires politiques"
		f.to = false
	}
	if _, n := p.at(i, kCity); n > 0 && f.linked && q.tag.value == "envoy" && p.tokens[i].shape != lower && (p.tongue.capitals || p.hit(i) == nil) { // "Ambassador of Finland in Maputo"
		return i + n
	}
	if end := p.station(q, f.at, i); end > i {
		return end
	}
	if end := p.accredited(q, i); f.to && end > i {
		return end
	}
	if end := p.toNoun(q, i); f.to && end > i {
		return end
	}
	f.forLink = f.linked && p.tokens[f.at].word.folded == "for" && q.tag.value != "envoy"
	if _, n := p.at(i, kArticle); n > 0 && i+n < s.to {
		f.i = p.pastParticiple(i+n, s)
	}
	return 0
}

// inCharge reads the area or field that "for" leads to.
func (p *paper) inCharge(f *sequel) int {
	q, i, s := f.q, f.i, f.s
	if end := p.area(i, s); (f.forLink || p.hit(i) == nil && f.linked && p.tokens[f.at].word.folded == "for") && p.tongue.capitals && end > i && (q.body == nil || q.prefixed) {
		q.title[1] = end
		return end
	}
	if f.forLink && q.body != nil && !q.prefixed && p.tongue.capitals && p.tokens[i].shape == lower { // "of the Society for international affairs"
		if end := p.portfolioRun(i, s); end > i {
			return end
		}
	}
	if end := p.fieldRun(i, s); f.forLink && q.body != nil && !q.prefixed && p.tongue.tag == "en" && end > i { // "of UNICEF for Programmes"
		return end
	}
	if p.upper(i) && p.tokens[i].word.folded == "union" && p.chargeFor(i+1, i, nil) && f.linked && q.title[1] == f.at { // "High Representative of the Union for Foreign Affairs"
		q.title[1] = p.portfolioRun(i+2, s)
		return q.title[1]
	}
	return 0
}

// leading reads whom or which unit one is the head, the aide or the servant of.
func (p *paper) leading(f *sequel) int {
	q, i, s := f.q, f.i, f.s
	if end := p.principal(q, i, s); end > i && !f.to && f.linked {
		q.title[1] = end
		if p.namedTitle(i, end, s) {
			return f.at
		}
		return end
	}
	if end := p.unit(i, s); end > i && !f.to && f.linked && q.body == nil {
		q.title[1] = end
		return end
	}
	if _, n := p.at(i, kUnit); n > 0 && f.linked && !f.to && !p.tongue.capitals && !p.tongue.genitive && p.tokens[i].shape == lower && q.body == nil { // "jefe de la misión", "directeur du département Europe"
		for i+n < s.to && p.plainCapital(i+n) && p.mask[i+n]&(1<<kState|1<<kPlace) == 0 && !p.is(i+n+1, kGiven) && !p.upper(i+n+1) {
			n++
		}
		q.title[1] = i + n
		return i + n
	}
	if f.to && (q.tag.value != "envoy" || p.serves(i, s)) {
		if end := p.served(i, s); end > i {
			if q.title[1], q.served = end, true; p.namedTitle(i, end, s) {
				return f.at
			}
			return end
		}
	}
	return 0
}

// namedTitle reports a title without an article and a name right after it, which is that of
// whom one serves where one's own stands beside: "Olu Sow, adviser to President Ana Borg",
// "the adviser to President Ana Borg, Olu Sow,".
func (p *paper) namedTitle(from, to int, s sentence) bool {
	if p.tongue.tag != "en" || to >= s.to || p.is(from-1, kArticle) || !p.upper(to) || p.hit(to) != nil || p.mask[to]&(1<<kOrg|1<<kTitle|1<<kPortfolio|1<<kInstrument|1<<kEvent) != 0 {
		return false
	}
	if n := len(p.chunks) - 1; n >= 0 && p.chunks[n].kind == aPerson && p.chunks[n].from >= s.from {
		return true
	}
	end := p.nameFrom(to, s)
	return end > to && p.mark(end, ",") && p.mark(p.nameFrom(end+1, s), ",")
}

// throughUnit reads a body that a part of it or a description leads to: "the Berlin
// office of the Fund".
func (p *paper) throughUnit(f *sequel) int {
	q, i := f.q, f.i
	if !p.tongue.capitals || !f.linked || f.to || q.body != nil && !q.prefixed {
		return 0
	}
	at := p.pastDescription(i, f.s)
	if at == i {
		return 0
	}
	org, end := p.orgAt(at, f.s)
	if org == nil {
		return 0
	}
	p.take(org)
	q.said, q.saidFrom = p.say(org.name[0], org.name[1]), org.name[0]
	if p.is(at-1, kLink) || p.is(at-2, kLink) {
		q.said, q.saidFrom = p.say(i, org.name[1]), i
	}
	p.hold(q, org.who, false)
	return end
}

// inField reads the field of work that a post is of.
func (p *paper) inField(f *sequel) int {
	q, i, s, at := f.q, f.i, f.s, f.at
	open := !f.to && (q.body == nil || q.prefixed || q.adjective)
	if end := max(p.portfolioRun(i, s), p.charged(q, at, i, s), p.fieldsOf(q, i, s)); end > i && open && !(p.tongue.tag == "en" && p.tokens[at].word.folded == "at") {
		if st, stEnd := p.stateAt(i, s); st == nil || stEnd < end || st.adj && p.tongue.caseless && !definiteWord(p.tokens[i-1].word.folded) { // "وزير المالية" is of finance, not of Mali
			if org, orgEnd := p.orgAt(i, s); org == nil || orgEnd <= end && q.tag.value != "envoy" {
				q.title[1] = end
				return end
			}
		}
	}
	if end := p.capitalPortfolio(i, s); end > i && f.linked && open && q.title[1] <= at {
		q.title[1] = end
		return end
	}
	return 0
}

// ofState reads a body told by its State ("of Tanzania's National Assembly") and the
// fields that bear the name of a body ("for European Union affairs").
func (p *paper) ofState(f *sequel) int {
	q, i, s := f.q, f.i, f.s
	h := p.hit(i)
	if h != nil && h.state() && p.possessive(i+h.n) && f.linked {
		at := i + h.n + 1
		if p.tongue.capitals {
			at = p.pastDescription(at, s) // "Germany's development agency GIZ"
		}
		if org, end := p.orgAt(at, s); org != nil {
			p.take(org)
			p.hold(q, org.who, f.to)
			return end
		}
	}
	if h != nil && f.forLink && p.tongue.capitals && p.tokens[min(i+h.n, s.to-1)].shape == lower && p.is(i+h.n, kPortfolio) {
		q.title[1] = i + h.n + 1
		return q.title[1]
	}
	if org, end := p.orgAt(i, s); org != nil && f.forLink && p.upper(end) && p.is(end, kPortfolio) { // "for International Organization Affairs"
		q.title[1] = p.portfolioRun(end, s)
		return q.title[1]
	}
	return 0
}

// ofOrg reads the body that a post is of, with the parts of it that stand between or after.
func (p *paper) ofOrg(f *sequel) int {
	q, i, s, at := f.q, f.i, f.s, f.at
	org, end := p.orgAt(i, s)
	if org == nil {
		return 0
	}
	if _, sEnd := p.stateAt(i, s); end <= sEnd {
		return 0
	}
	org.from = i
	if of := p.lastOfState(org); f.to && q.tag.value == "envoy" && q.body == nil && of > 0 { // "Representative to the Fish Union of Malta"
		org.name[1], org.to, end = of, of, of
	}
	k := len(p.chunks) - 1
	p.take(org)
	if part := p.smallPart(end, s); part > end && f.linked && !f.to && q.body == nil { // "head of the WHO country office"
		q.title[1] = part
		p.hold(q, org.who, false)
		return part
	}
	if f.linked && !f.to && k >= 0 && p.chunks[k].to == at && p.inUnit(q, k) {
		q.title[1], q.body, q.bodies, q.said, q.saidFrom = at, org.who, []*entity{org.who}, "", 0
		return end
	}
	if q.body != nil && !f.to && f.linked && q.saidFrom > 0 && p.unitOf(q.body) { // "Department of Maps at the Ministry of Works"
		q.said = p.say(q.saidFrom, org.name[1])
		return end
	}
	if q.body == nil && !f.to {
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
	p.hold(q, org.who, f.to)
	return end
}

// lastOfState gives the "of" before the State that a body's name ends with, or 0: of an
// envoy to the body, it tells who sent him.
func (p *paper) lastOfState(org *chunk) int {
	for i := org.name[0] + 1; i < org.name[1]-1 && p.tongue.tag == "en"; i++ {
		at := p.pastArticle(i + 1)
		if h := p.hit(at); p.tokens[i].word.folded == "of" && h != nil && h.state() && !h.adjective && at+h.n == org.to {
			return i
		}
	}
	return 0
}

// ofNoun reads a body that a noun alone stands for, and what one studies.
func (p *paper) ofNoun(f *sequel) int {
	q, i, s := f.q, f.i, f.s
	if !f.linked {
		return 0
	}
	if e := p.theBodyLinked(i); e != nil && q.body == nil {
		p.hold(q, e, f.to)
		return i + 1
	}
	if end := p.byNoun(q, i, s); end > i && !f.to {
		return end
	}
	if end := p.studied(q, i, s); end > i && !f.to {
		q.title[1] = end
		return end
	}
	return 0
}

// ofUnnamed reads a body without a head noun, a committee of a parliament, a delegation.
func (p *paper) ofUnnamed(f *sequel) int {
	q, i, s := f.q, f.i, f.s
	if !f.linked {
		return 0
	}
	word := p.tokens[f.at].word.folded
	if end := p.unnamed(q, i, s); end > i && !f.to && word != "in" {
		if p.ministerial(q) || word == "for" && q.tag.kind != kWeak || end == i+1 && strings.HasSuffix(p.tokens[i].word.folded, "ing") { // "Director of Mapping"
			q.title[1] = end
			return end
		}
		org := chunk{kind: anOrg, from: i, to: end, name: [2]int{i, end}, acronym: -1}
		p.take(&org)
		p.hold(q, org.who, false)
		return end
	}
	if h := p.hit(i); h != nil && h.state() && p.tongue.capitals && p.is(i+h.n, kOrg) && p.possessive(i+h.n+1) { // "of the Iranian parliament's Energy Committee"
		if org, end := p.ownUnit(i+h.n+1, s); org != nil {
			p.take(org)
			q.said = p.say(i, org.name[1])
			p.hold(q, org.who, f.to)
			return end
		}
	}
	if end := p.delegationOf(q, i, s); end > i && !f.to && q.body == nil {
		return end
	}
	if end := p.commonBody(i, s); end > i && !f.to && q.body == nil {
		return end
	}
	return 0
}

// ofCountryAlone reads the State that a post is of, or that somebody is sent to.
func (p *paper) ofCountryAlone(f *sequel) int {
	q := f.q
	st, end := p.stateAt(f.i, f.s)
	if st == nil || st.adj && p.tongue.capitals && !p.tongue.genitive || !f.linked && !p.tongue.genitive {
		return 0
	}
	if st.adj && (p.is(end, kOrg) || p.is(end, kTitle)) && p.tongue.capitals {
		return f.at
	}
	if f.forLink { // "Director for Russia and Central Asia"
		q.title[1] = end
		return end
	}
	p.chunks = append(p.chunks, *st)
	if p.tongue.tag == "en" && q.body != nil && q.to == nil && p.tokens[f.at].word.folded == "in" { // "director of the Fund in Chad"
		q.to = st.who
		return end
	}
	p.hold(q, st.who, f.to)
	return end
}

// ofLast reads a body that nothing in the tables knows.
func (p *paper) ofLast(f *sequel) int {
	if f.to {
		return 0
	}
	if f.linked {
		return p.unlistedBody(f.c, f.at, f.i, f.s)
	}
	return max(p.genitiveBody(f.q, f.at, f.s), p.plainBody(f.c, f.at, f.s), p.bodyByWord(f.q, f.at, f.s))
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
	if p.tongue.tag != "en" && !(p.romance() && q.to == nil) || q.to == nil && (q.body == nil || q.prefixed || !p.many(q)) {
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
	if k < 0 || q.body == nil || p.chunks[k].who != q.body {
		return false
	}
	if p.tongue.caseless { // "رئيس لجنة الشؤون الخارجية في مجلس النواب"
		return p.chunks[k].head != nil && p.chunks[k].head.value == "committee"
	}
	if !p.tongue.capitals {
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
	if q.tag.value != "envoy" || !p.tongue.articles || p.tokens[at].word.folded != "in" && !(p.romance() && p.is(at, kIn)) || !p.upper(i) || p.hit(i) != nil || p.mask[i]&^(1<<kGiven|1<<kParticle|1<<kPlace|1<<kPortfolio) != 0 {
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
var townParts = forms("ciudad villa nueva nuevo ville san santa santo são saint st. sankt new port puerto porto rio el la los las fort cape tel ras")

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
	if n == 0 {
		return i
	}
	p.govern(q, at, at+n)
	return at + n
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
