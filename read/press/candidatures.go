package press

import (
	"chancery"
	"slices"
	"strings"
)

// candidature is somebody's standing for, or election to, a body.
type candidature struct {
	who  actor
	body *entity
	bodyAt,
	at, termAt, dateAt span
	term   string
	date   chancery.Date
	result string
	by     []actor // who nominated
	// unnamed is set where the adjective of a State alone tells whose it is.
	unnamed bool
}

// candidatures reads elections to bodies.
func (c *clause) candidatures() {
	if c.tongue.tag == "ru" {
		c.suffrage()
		return
	}
	c.ballotToCome()
	c.listedWinner()
	for _, t := range c.verbs {
		if c.tellsOfElection(t) && !c.neverElected(t) && c.chosenFor(t) && !c.stoodElsewise(t) {
			c.candidatureFor(t)
		}
	}
	for _, t := range c.verbs {
		c.electionTold(t)
	}
	c.bureau()
	c.contested()
	c.rivals()
}

// tellsOfElection reports a verb of electing, standing or nominating, or the noun of an
// election; "its campaign for election to" is told by its campaign.
func (c *clause) tellsOfElection(t trigger) bool {
	if t.noun {
		return t.tag.value == "election" && !(c.tokens[max(t.at-1, c.s.from)].word.folded == "for" && c.seatTag(t.at-2) != nil)
	}
	return t.tag.value == "elect" || t.tag.value == "stand" || t.tag.value == "nominate"
}

// stoodElsewise reads those candidatures whose grammar is that of their own verb or
// noun, and reports that it did.
func (c *clause) stoodElsewise(t trigger) bool {
	switch {
	case t.tag.show == "seat":
		c.seatStood(t)
	case t.tag.show == "told":
		c.inContention(t)
	case t.tag.value == "nominate" && c.nominatesPronoun(t):
		c.nominatedAgain(t)
	case c.electedToWhich(t):
	case t.tag.show == "demonym":
		c.demonymStands(t, c.bodyAfter(t))
	default:
		return false
	}
	return true
}

// candidatureFor reads who stands for the body of an election, or is elected to it.
func (c *clause) candidatureFor(t trigger) {
	body := c.bodyAfter(t)
	c.ballot(t, body)
	if body == nil && (c.electedHolder(t) || c.rolled(t)) {
		return
	}
	if body == nil && c.tongue.tag == "en" && (t.tag.value != "elect" || c.isElected(t)) {
		if body = c.officeAfter(t.at + t.n); body == nil && t.tag.value == "elect" && c.passive(t) {
			body = c.officeAs(t.at + t.n)
		}
		if body != nil && body.kind == anOrg {
			c.ballot(t, body)
		}
	}
	if body == nil && t.tag.value == "elect" && !t.noun && !c.passive(t) {
		c.electedBy(t)
		return
	}
	if body == nil || body.who.entry != nil && body.who.entry.ID == unitedNations { // one is elected to its organs
		c.nominatedThere(t)
		return
	}
	persons, parties := c.actors(c.s.from, c.s.to)
	who, ok := c.whoStands(t, body, persons, parties)
	if !ok {
		return
	}
	who = c.alongside(t, who)
	for _, a := range who {
		c.stand(t, a, body)
	}
	_, parties = c.actors(c.narrowed(t.at, c.s.from, c.s.to))
	c.electionHeld(t, who, parties, body)
}

// whoStands gives who stands or is elected: those whom the verb chooses, else the persons
// of the sentence that can be meant, else its States, else whom the sentences before
// mean; false where nobody does.
func (c *clause) whoStands(t trigger, body *chunk, persons, parties []actor) (who []actor, ok bool) {
	who = c.chosen(t, body)
	if own := c.subjectBefore(t.at, c.s.from); len(who) == 0 && len(own) > 0 && c.isElected(t) && !t.noun && own[0].who.kind != anOrg {
		who = own
	}
	if len(who) == 0 {
		if c.bareCandidate(t) || c.strangerOf(t) {
			return nil, false
		}
		who = c.personsStanding(t, body, persons)
	}
	if by := c.unnamedNominee(t, body); len(who) == 0 && len(by) > 0 {
		who = by
	}
	if len(who) == 0 {
		who = c.statesStanding(t, body, parties)
	}
	if len(who) == 0 && !t.noun {
		who = c.meant(t.at)
	}
	voted, of := c.votedFor(t), c.electionOf(t)
	if len(voted) > 0 {
		who = voted
	}
	if of != nil && (len(who) == 0 || t.tag.value == "stand" && (who[0].who.kind != aPerson || of.who.kind != aState)) {
		who = []actor{*of}
	}
	return who, !t.noun || of != nil || voted != nil || !c.tongue.verbLast && c.noted(t, who)
}

// personsStanding gives the persons of a sentence who can be the candidates.
func (c *clause) personsStanding(t trigger, body *chunk, persons []actor) (who []actor) {
	for _, a := range persons {
		if (a.pos < body.from || t.tag.value == "nominate" || len(who) == 0 && c.headsSentence(t)) && !c.nominator(t, a) && !c.predecessor(a.pos) {
			who = append(who, a)
		}
	}
	return c.nearestOf(t, who)
}

// statesStanding gives the States of a sentence that can be the candidates.
func (c *clause) statesStanding(t trigger, body *chunk, parties []actor) (who []actor) {
	for _, a := range parties {
		if a.who.kind == aState && (a.pos < t.at && t.tag.value != "nominate" || c.included(t, a.pos) || c.tongue.verbFirst && a.pos < body.from && t.tag.value == "elect") {
			who = append(who, a)
		}
	}
	return c.nearestOf(t, who)
}

// officeAs gives what the office is of that "as" names after a passive verb of electing:
// "was chosen on Friday by the Council as the next Secretary-General of the League".
func (c *clause) officeAs(i int) *chunk {
	for k := i; k < min(c.s.to-1, i+maxMandated) && !c.mark(k, ";"); k++ {
		if c.tokens[k].word.folded == "as" {
			return c.officeAfter(k + 1)
		}
	}
	return nil
}

// predecessor reports who is only to be succeeded: "a candidate to succeed Ana Borg".
func (c *clause) predecessor(pos int) bool {
	for i := pos - 1; i >= max(c.s.from, pos-6); i-- {
		if c.tokens[i].word.in(succeeding) {
			return true
		}
		if c.tokens[i].shape == mark || c.is(i, kAnd) {
			return false
		}
	}
	return false
}

// electionHeld makes the event of an election told with its day, or as news.
func (c *clause) electionHeld(t trigger, who, parties []actor, body *chunk) {
	if t.tag.value != "elect" || t.noun || len(who) == 0 {
		return
	}
	d, ok := c.day(t.at, t.n)
	if len(c.terms(body.to)) > 1 && !(ok && d.day.from.Precision() == chancery.DayPrecision && !c.inTerm(d.from)) {
		return
	}
	e := c.event("election", t, ruleElection)
	if c.inTerm(d.from) {
		e.date, e.end = chancery.Date{}, chancery.Date{}
	}
	e.with(c, nil, append(parties, actor{body.who, c.bytes(body.from, body.to), body.from}))
	for _, a := range who {
		if a.who.kind == aPerson {
			e.participants = appendActor(e.participants, a)
		}
	}
	c.put(e)
}

// electionTold makes the event of an election to what has no name, or of persons
// who have none, where its day is told: "elected nine experts on Wednesday".
func (c *clause) electionTold(t trigger) {
	if c.tongue.tag != "en" || t.noun || t.tag.value != "elect" || !strings.HasSuffix(c.tokens[t.at+t.n-1].word.folded, "elected") {
		return
	}
	if slices.ContainsFunc(c.told[max(0, len(c.told)-6):], func(f *event) bool { return f.kind == "election" && f.sentence == int(c.tokens[c.s.from].start) }) {
		return
	}
	if c.tokens[max(t.at-1, c.s.from)].word.folded == "those" || c.passive(t) && !c.finite(t) || c.is(t.at-1, kArticle) || c.negated(t.at) || c.planned(t.at, chancery.Date{}) || c.onlyPossible(t) || c.tokens[max(t.at-1, c.s.from)].word.in(adverbs) {
		return
	}
	d, ok := c.day(t.at, t.n)
	if !ok || d.day.from.Precision() < chancery.MonthPrecision || c.inTerm(d.from) {
		return
	}
	persons, parties := c.actors(c.sphere(t.at))
	e := c.event("election", t, ruleElection)
	e.with(c, persons, parties)
	c.put(e)
}

// chosen gives the candidates that grammar names outright: what the body elects
// ("elected A and B to the Council"), and whose the candidature is ("Malta's
// candidature", "the Croatian candidacy"). A State's candidate is the person
// named beside it.
func (c *clause) chosen(t trigger, body *chunk) []actor {
	if c.tongue.verbLast && t.tag.value == "stand" {
		return c.possessorBefore(body.from)
	}
	if by := c.namedCandidate(t); by != nil {
		return by
	}
	if by := c.possessorBefore(c.s.to); c.tongue.verbLast && t.tag.value == "nominate" && t.n > 1 && by != nil {
		return by
	}
	if by := c.beside(c.pastArticleBack(t.at)+1, body.to); c.tokens[t.at].word.in(candidates) && by != nil { // "the candidate of Malta for the Council, Ana Borg"
		return by
	}
	if list := c.setOut(t, body); list != nil {
		return list
	}
	if t.noun || c.tongue.tag != "en" && t.tag.show != "active" {
		return nil
	}
	if t.tag.value == "elect" && (t.n == 1 || t.tag.show == "active") && !c.passive(t) {
		return c.elects(t, body)
	}
	if t.tag.value != "stand" {
		return nil
	}
	if by := c.saidCandidate(t); by != nil {
		return by
	}
	if of := c.electionOf(t); of != nil && of.who.kind == aState { // "the candidate of Malta for"
		if c.tokens[max(t.at-1, c.s.from)].word.folded == "as" { // "Ana Borg as candidate of Malta"
			if by := c.groupEndingAt(t.at-1, c.s.from); len(by) > 0 && by[0].who.kind == aPerson {
				return by
			}
		}
		return []actor{*of}
	}
	return c.candidateOfOwner(t, body)
}

// elects gives whom those elect who are the subject of the verb.
func (c *clause) elects(t trigger, body *chunk) []actor {
	persons, parties := c.actors(t.at+t.n, body.from)
	if len(persons)+len(parties) == 0 && t.tag.show == "active" { // "eligió a quince miembros del Consejo, entre ellos Cuba"
		persons, parties = c.actors(body.to, c.s.to)
	}
	if len(persons) > 0 {
		return persons
	}
	return parties
}

// candidateOfOwner gives who is called the candidate of a State or body that stands
// before the noun, or that State: "Malta's candidate", "Berne's nominee Ana Borg".
func (c *clause) candidateOfOwner(t trigger, body *chunk) []actor {
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.kind == aPlace && t.at-ch.to == 1 && c.possessive(ch.to) { // "Berne's nominee"
			return c.beside(ch.from, body.to)
		}
		if ch.who == nil || !(ch.genitive && t.at-ch.to == 1 || ch.kind == aState && ch.adj && ch.to == t.at) {
			continue
		}
		switch c.tokens[t.at].word.folded {
		case "candidate", "candidates", "nominee", "nominees":
			if by := c.groupEndingAt(ch.from-1, c.s.from); c.tokens[max(ch.from-1, c.s.from)].word.folded == "as" && len(by) == 1 && by[0].who.kind == aPerson { // "Ana Borg as Malta's candidate"
				return by
			}
			if by := c.beside(ch.from, body.to); by != nil || ch.kind != aState {
				return by
			}
		}
		return []actor{{ch.who, c.bytes(ch.from, ch.to), ch.from}}
	}
	return nil
}

// saidCandidate gives the person or State of whom a form of "be" says that he is a State's
// candidate: "Ana Borg is Malta's candidate for", "is the candidate of Malta for".
func (c *clause) saidCandidate(t trigger) []actor {
	if !c.tokens[t.at].word.in(candidates) {
		return nil
	}
	for i := t.at - 1; i > max(c.s.from, t.at-reach) && c.tokens[i].shape != mark || c.possessive(i); i-- {
		if tg, _ := c.at(i, kPast); tg == nil || tg.value != "be" {
			continue
		}
		if who := c.subjectBefore(i, c.s.from); len(who) == 1 && (who[0].who.kind == aPerson || who[0].who.entry != nil && c.is(i+1, kArticle)) {
			return who
		}
		if who := c.meant(i); len(who) == 1 && who[0].who.kind == aPerson {
			return who
		}
		return nil
	}
	return nil
}

// candidates are the nouns for a person who stands.
var candidates = forms("candidate candidates nominee nominees contender contenders candidat candidats candidato candidata candidatos candidatas aspirante aspirantes postulante postulantes")

// sought reports that what begins at a token is only what a candidate stands for: "candidat
// au poste de secrétaire général", "candidata de Honduras a la dirección de la OPS".
func (p *paper) sought(at int) bool {
	i := at - 1
	for i > 0 && p.is(i, kArticle) {
		i--
	}
	if i < 1 || !p.towards(i) {
		return false
	}
	for from := max(0, at-reach); i >= from; i-- {
		switch t := &p.tokens[i]; {
		case t.word.in(candidates):
			h := p.hit(i + 1)
			return p.towards(i+1) || h != nil && h.adjective
		case p.towards(i):
		case t.shape == mark && !p.possessive(i), t.shape == lower && p.mask[i]&(1<<kVerb|1<<kPast|1<<kFuture|1<<kAnd) != 0, p.upper(i) && p.is(i, kGiven), p.tongue.capitals && strings.HasSuffix(t.word.folded, "ed"):
			return false
		}
	}
	return false
}

// towards reports a preposition that leads to what somebody stands for.
func (p *paper) towards(i int) bool {
	w := p.tokens[i].word
	return p.is(i, kLink) || p.romance() && w.in(towardsAbroad) || p.tongue.capitals && (w.folded == "for" || w.folded == "to")
}

// setOut gives the candidates or those elected whom a list sets out after a colon: "the
// following were elected to the Board on 3 May: A, B and C".
func (c *clause) setOut(t trigger, body *chunk) []actor {
	if c.tongue.tag != "en" || !t.noun && t.tag.value != "elect" && t.tag.value != "nominate" || c.namedSubject(t.at) {
		return nil
	}
	colon := c.listColon(body.to)
	if colon == 0 {
		return nil
	}
	persons, parties := c.actors(colon, c.s.to)
	if len(persons) > 0 {
		return persons
	}
	return statesOf(parties)
}

// listColon gives the colon or dash that a list of those elected stands after, past a
// date or a number of votes from a token on; 0 for none.
func (c *clause) listColon(i int) int {
	for k := i; k < min(c.s.to, i+maxMandated) && !c.is(k, kVerb) && !c.mark(k, ";"); k++ {
		if c.mark(k, ":") || k > i && (c.mark(k, "–") || c.mark(k, "—")) {
			return k
		}
	}
	return 0
}

// beside gives the person in apposition to what stands between two tokens:
// "X, Malta's candidate for the Council", "Malta's candidate for the Council, X".
func (c *clause) beside(from, to int) []actor {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aPost && ch.from <= to && ch.to > to { // "candidate for the post of Bank President"
			to = ch.to
		}
	}
	for to < c.s.to && (c.mark(to, "(") || c.mark(to, ")") || c.tokens[to].shape == acronym) {
		to++
	}
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.who == nil || ch.who.kind != aPerson {
			continue
		}
		if c.mark(to, ",") && ch.from > to && ch.from-to <= 3 || ch.to <= from && from-ch.to <= 2 && c.mark(ch.to, ",") {
			return []actor{{ch.who, c.bytes(ch.from, ch.to), ch.from}}
		}
	}
	return nil
}

// nearestOf leaves, of the actors before an English verb of choosing, the one
// that stands nearest and those listed with it: "A congratulated B, who was
// elected to the Committee".
func (c *clause) nearestOf(t trigger, list []actor) []actor {
	if c.tongue.tag != "en" || t.tag.value == "nominate" && !c.passive(t) {
		return list
	}
	last := len(list) - 1
	for last >= 0 && list[last].pos > t.at {
		last--
	}
	if last < 1 {
		return list
	}
	first := last
	for first > 0 && c.listed(c.endOf(list[first-1]), list[first].pos) {
		first--
	}
	return list[first : last+1]
}

// alongside gives the others of the same sort who were elected with those of a list:
// "elected alongside Japan and Malta", "along with Ana Borg".
func (c *clause) alongside(t trigger, who []actor) []actor {
	if c.tongue.tag != "en" || t.noun || len(who) == 0 || !c.isElected(t) {
		return who
	}
	for i := t.at + t.n; i+1 < c.s.to && !c.mark(i, ";"); i++ {
		f, next := c.tokens[i].word.folded, c.tokens[i+1].word.folded
		if f == "with" && who[0].who.kind == aPerson { // "was elected Chair, with Luis Sosa as Rapporteur"
			if a := c.nearestAfter(i+1, 2); a != nil && a.who.kind == aPerson && c.asTitle(c.endOf(*a)) {
				who = appendActor(who, *a)
			}
		}
		if f != "alongside" && (f != "along" && f != "together" || next != "with") {
			continue
		}
		persons, parties := c.actors(i+1, c.turnAfter(i+2))
		with := statesOf(parties)
		if who[0].who.kind == aPerson {
			with = persons
		}
		for _, a := range with {
			who = appendActor(who, a)
		}
		break
	}
	return who
}

// asTitle reports "as Rapporteur" at token i, past a State in brackets.
func (c *clause) asTitle(i int) bool {
	if c.mark(i, "(") {
		for i < c.s.to && !c.mark(i, ")") {
			i++
		}
		i++
	}
	return i+1 < c.s.to && c.tokens[i].word.folded == "as" && (c.is(i+1, kTitle) || c.is(i+1, kModifier))
}

// listed reports whether only commas, "and", articles and brackets stand between
// tokens.
func (c *clause) listed(from, to int) bool {
	bracket := false
	for i := from; i < to; i++ {
		if bracket = (bracket || c.mark(i, "(")) && !c.mark(i, ")"); bracket || c.mark(i, ")") || c.is(i, kHonorific) || c.mark(i, ".") && c.is(i-1, kHonorific) {
			continue
		}
		if !c.mark(i, ",") && !c.is(i, kAnd) && !c.is(i, kArticle) {
			return false
		}
	}
	return from < to
}

// meant gives the person or State that "he", "she" or "it" before a verb stands
// for: who tells it in the same sentence, or who was spoken of last.
func (c *clause) meant(at int) []actor {
	if c.tongue.tag != "en" || !c.pronounBefore(at) {
		return nil
	}
	if a := c.teller(at); a != nil {
		return []actor{*a}
	}
	if s := c.stage.subject; s != nil && (s.kind == aPerson || s.kind == aState) {
		return []actor{{s, c.bytes(at, at+1), at}}
	}
	return nil
}

// teller gives who says what the verb at token at is a part of.
func (c *clause) teller(at int) *actor {
	for k := len(c.chunks) - 1; k >= 0; k-- {
		if c.chunks[k].to <= at {
			if a := c.actorAt(k); a != nil && c.silent[a.who] {
				return a
			}
		}
	}
	return nil
}

// nominatedAgain adds who nominated the last candidate: "the United States was
// proud to nominate her to serve a third term".
func (c *clause) nominatedAgain(t trigger) {
	if len(c.standing) == 0 {
		return
	}
	n := &c.standing[len(c.standing)-1]
	_, parties := c.actors(c.s.from, t.at)
	for k := len(parties) - 1; k >= 0; k-- {
		if parties[k].who.kind == aState {
			n.by = appendActor(n.by, parties[k])
			break
		}
	}
	if terms := c.terms(t.at); len(terms) > 0 && n.term == "" {
		n.term, n.termAt = c.text[terms[0].start:terms[0].end], terms[0]
	}
}

// nominatesPronoun reports a pronoun as who is nominated: "nominated her", and not
// "nominated its Foreign Minister, Ana Borg".
func (c *clause) nominatesPronoun(t trigger) bool {
	end := t.at + t.n
	if c.is(end-1, kPronoun) {
		end--
	}
	if !c.is(end, kPronoun) || c.tongue.tag != "en" {
		return c.is(end, kPronoun)
	}
	f := c.tokens[end].word.folded
	return f != "its" && f != "their" && f != "our" && (f != "his" && f != "her" || !c.is(end+1, kTitle) && !c.is(end+1, kModifier) && !c.is(end+1, kPortfolio) && !c.upper(end+1))
}

// electedBy reads "the Committee elected X as its Chairperson".
func (c *clause) electedBy(t trigger) {
	who := c.chosenAs(t)
	if len(who) == 0 {
		who = c.chosenPronoun(t)
	}
	if body := c.electorate(t); body != nil {
		for n := range c.chunks { // "as President of the Bank"
			if q := &c.chunks[n]; q.kind == aPost && q.from > t.at && q.post.body != nil && q.post.body.kind == anOrg && len(who) > 0 && q.who == who[0].who {
				body = &chunk{kind: anOrg, who: q.post.body, from: q.from, to: q.to}
			}
		}
		for _, a := range who {
			c.stand(t, a, body)
		}
		if len(who) == 0 {
			c.ballot(t, body)
		}
		return
	}
	for i := t.at + t.n; i < min(c.s.to-1, t.at+14); i++ { // "elected X as the nation's president"
		if c.tokens[i].word.folded != "as" {
			continue
		}
		if body := c.officeAfter(i + 1); body != nil {
			for _, a := range who {
				if a.pos < i {
					c.stand(t, a, body)
				}
			}
		}
		return
	}
}

// chosenPronoun gives the person spoken of last for the pronoun that a body elects:
// "unanimously chose him as its chairman".
func (c *clause) chosenPronoun(t trigger) []actor {
	if f := c.tokens[min(t.at+t.n, c.s.to-1)].word.folded; f != "him" && f != "her" || c.tokens[min(t.at+t.n+1, c.s.to-1)].word.folded != "as" && !c.is(t.at+t.n+1, kTitle) {
		return nil
	}
	if s := c.stage.subject; s != nil && s.kind == aPerson {
		return []actor{{s, c.bytes(t.at+t.n, t.at+t.n+1), t.at + t.n}}
	}
	return nil
}

// strangerOf reports "the candidacy of" somebody whose name is not known for one.
func (c *clause) strangerOf(t trigger) bool {
	of := t.at + t.n - 1
	return c.tongue.tag == "en" && t.tag.value == "stand" && c.tokens[of].word.folded == "of" && of+1 < c.s.to && c.tokens[of+1].shape == capital && !c.inName(of+1)
}

// included reports whether a State stands in the list that "include" opens.
func (c *clause) included(t trigger, pos int) bool {
	for i := t.at; i < pos; i++ {
		if c.is(i, kTerm) && (c.tongue.tag != "en" || strings.HasPrefix(c.tokens[i].word.folded, "includ")) {
			return true
		}
	}
	return false
}

// votedFor gives whom votes were for in the election that a noun tells: "Malta got 180
// votes in the election to the Council", "to vote for Malta in the election".
func (c *clause) votedFor(t trigger) []actor {
	if !t.noun || c.tongue.tag != "en" {
		return nil
	}
	for i := t.at - 1; i > max(c.s.from, t.at-maxMandated); i-- {
		switch f := c.tokens[i].word.folded; {
		case c.is(i, kTo) || c.mark(i, ";"):
			return nil
		case f != "votes" && f != "vote" && f != "voted":
		case c.tokens[i+1].word.folded == "for":
			if a := c.nearestAfter(i+2, 2); a != nil && a.pos < t.at {
				return []actor{*a}
			}
			return nil
		case f == "votes":
			for v := i - 1; v > c.s.from; v-- {
				if c.tokens[v].word.in(polling) {
					return c.subjectBefore(v, c.s.from)
				}
			}
		}
	}
	return nil
}

// polling are the verbs of who gets votes.
var polling = forms("got gets received receives obtained obtains polled polls won wins secured secures garnered garners mustered collected gathered took earned")

// electionOf gives who stands right after "the election of".
func (c *clause) electionOf(t trigger) *actor {
	of := t.at + t.n
	if t.tag.value == "stand" && (c.tongue.genitive && !c.tongue.verbLast && t.n == 1 || c.tokens[of-1].word.folded == "of" || !c.tongue.capitals && t.n > 1 && c.is(of-1, kLink)) { // "the candidature of Ghana for"
		of--
	} else if !t.noun || !c.is(of, kLink) || c.is(of, kTo) {
		return nil
	}
	for k := range c.chunks {
		if ch := &c.chunks[k]; (ch.kind == aState && !ch.adj || ch.kind == aPerson) && ch.from > of && ch.from <= of+2 && ch.who != nil {
			return &actor{ch.who, c.bytes(ch.from, ch.to), ch.from}
		}
	}
	return nil
}

// noted reports whether an election as a noun has a candidate: "the election
// of X to", "the participation of X in the elections to".
func (c *clause) noted(t trigger, who []actor) bool {
	for _, a := range who {
		if a.who.kind == aPerson {
			return true
		}
	}
	return false
}

// bodyAfter gives the body that somebody is elected to.
func (c *clause) bodyAfter(t trigger) *chunk {
	if c.tongue.verbLast {
		for k := len(c.chunks) - 1; k >= 0; k-- {
			if ch := &c.chunks[k]; ch.kind == anOrg && ch.to <= c.s.to && (ch.to <= t.at && t.at-ch.to <= 4 || ch.from >= t.at && ch.from-t.at <= 3) {
				return ch
			}
		}
		return nil
	}
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.kind != anOrg || ch.who == nil || ch.from < t.at || ch.from-t.at > c.electReach(t) || c.tongue.verbFirst && (ch.from < t.at+t.n || ch.from == t.at+t.n && t.n == 1) {
			continue
		}
		if k+1 < len(c.chunks) && ch.genitive && c.chunks[k+1].kind == anOrg && c.chunks[k+1].from-ch.to < 4 { // "the Agency's Board"
			continue
		}
		prev := ch.from - 1
		for prev > t.at && c.is(prev, kArticle) {
			prev--
		}
		if c.coordinatedBetween(t.at+t.n, ch.from) || c.tongue.tag == "en" && (c.turnAfter(t.at+t.n) < ch.from || c.clauseBetween(t.at+t.n, ch.from)) {
			return nil
		}
		if c.agentive(t, prev) || c.mark(prev, ",") || c.tongue.tag == "en" && slices.Contains(ch.who.words, "party") || c.is(prev, kLink) && !c.is(prev, kTo) && c.is(prev-1, kEvent) && prev-1 > t.at && !c.is(t.at+t.n, kTitle) {
			continue
		}
		return ch
	}
	return nil
}

// agentive reports that what stands after token i is not what somebody is elected to but
// who elects him, where that is done or where he is from: "nominated by Ana Borg of the
// Ports Party", "at the General Assembly", "Professor Ana Borg of Oslo University".
func (c *clause) agentive(t trigger, i int) bool {
	if c.is(i, kBy) {
		return true
	}
	if c.tongue.tag != "en" || i < t.at+t.n {
		return false
	}
	switch c.tokens[i].word.folded {
	case "from":
		return true
	case "at":
		return !c.titleBetween(t.at+t.n, i)
	case "of":
		return c.named(i-1, aPerson) || c.by(t.at+t.n, i) || c.inAside(t.at+t.n, i)
	}
	return false
}

// by reports "by" between two tokens.
func (c *clause) by(from, to int) bool {
	for i := from; i < to; i++ {
		if c.is(i, kBy) && c.tokens[i].shape == lower && !c.tokens[c.pastArticle(i+1)].word.in(mannersOfVote) {
			return true
		}
	}
	return false
}

// mannersOfVote open how a body elects, which is not who does: "by secret ballot".
var mannersOfVote = forms("secret acclamation consensus ballot vote majority overwhelming simple two-thirds unanimous large")

// inAside reports a comma between two tokens after which nobody tells what for: "Ana Borg,
// a member of the Service".
func (c *clause) inAside(from, to int) bool {
	for i := to - 1; i > from; i-- {
		if c.is(i, kTo) || c.tokens[i].word.folded == "for" || c.tokens[i].word.folded == "as" {
			return false
		}
		if c.mark(i, ",") {
			return true
		}
	}
	return false
}

// named reports that a token ends the name of one of a kind.
func (c *clause) named(i int, kind chunkKind) bool {
	return slices.ContainsFunc(c.chunks, func(ch chunk) bool { return ch.kind == kind && ch.to == i+1 })
}

// titleBetween reports a title between two tokens: "the judge at the Court".
func (c *clause) titleBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if c.is(i, kTitle) {
			return true
		}
	}
	return false
}

// electReach is how many tokens may stand between a verb of electing and the
// body: outside English those who are elected may stand there, one after another.
func (c *clause) electReach(t trigger) int {
	if t.tag.show == "active" {
		return 60
	}
	return 24
}

// coordinatedBetween reports whether "and" joins another verb between two
// tokens of an English sentence: "her re-election and reaffirmed".
func (c *clause) coordinatedBetween(from, to int) bool {
	for _, u := range c.verbs {
		if c.tongue.tag == "en" && !u.noun && u.at > from && u.at < to && c.is(u.at-1, kAnd) {
			return true
		}
	}
	for i := from; i+2 < to && c.tongue.tag == "en"; i++ { // "to congratulate him on the elections and to express"
		if c.is(i, kAnd) && c.is(i+1, kTo) && c.bareVerb(i+2) {
			return true
		}
	}
	return false
}

// clauseBetween reports whether ", and" opens a clause with a verb of its own
// between two tokens.
func (c *clause) clauseBetween(from, to int) bool {
	for i := from; i+1 < to; i++ {
		if c.mark(i, ",") && c.is(i+1, kAnd) {
			return slices.ContainsFunc(c.verbs, func(u trigger) bool { return !u.noun && u.at > i && u.at < to })
		}
	}
	return false
}

// stand adds a candidature with its terms.
func (c *clause) stand(t trigger, a actor, body *chunk) {
	if a.who.kind == anOrg || a.who.common() || c.notOfHouse(t, a.who, body) { // "Seventeen States"
		return
	}
	n := candidature{who: a, body: body.who, bodyAt: c.bytes(body.from, body.to), at: c.bytes(t.at, t.at+t.n)}
	n.result, n.at = c.outcome(t)
	if t.tag.value == "nominate" && (a.who.kind == aPerson || c.passive(t)) {
		for _, b := range c.subjectOf(t.at) {
			if b.who != a.who && b.who.kind == aState {
				n.by = appendActor(n.by, b)
			}
		}
		if b := c.hostOf(t.at + t.n); b != nil && c.tongue.tag == "en" && b.who.kind == aState && b.who != a.who { // "nominated by Malta"
			n.by = appendActor(n.by, *b)
		}
	}
	terms := c.terms(body.to)
	if c.tongue.verbLast && len(terms) == 0 { // "2022–2024 жылдарға Кеңеске сайланды"
		terms = c.terms(c.s.from)
	}
	if d, ok := c.day(t.at, t.n); ok && (d.day.from.Precision() == chancery.DayPrecision || c.is(d.from-1, kIn) && d.from > t.at) && !c.inTerm(d.from) && (t.noun || t.tag.value == "elect") {
		n.date, n.dateAt = d.day.from, c.bytes(d.from, d.to)
	}
	if len(terms) == 0 {
		c.putCandidature(n)
	}
	for _, s := range terms {
		n.term, n.termAt = c.text[s.start:s.end], s
		c.putCandidature(n)
	}
}

// notOfHouse reports somebody whom a parliament elects to an office outside itself:
// "Парламент избрал Нино Гелашвили омбудсменом".
func (c *clause) notOfHouse(t trigger, who *entity, body *chunk) bool {
	if t.tag.value != "elect" || body.from > t.at || body.who.head == nil || body.who.head.value != "parliament" {
		return false
	}
	return slices.ContainsFunc(c.chunks, func(ch chunk) bool {
		return ch.kind == aPost && ch.who == who && ch.from > t.at && (c.tokens[ch.post.head].word.in(watchdogs) || watchdogs.has(ch.post.tag.base))
	})
}

// watchdogs are the offices that parliaments fill outside themselves.
var watchdogs = forms("ombudsman ombudsperson judge justice prosecutor auditor омбудсмен судья прокурор аудитор")

func (c *clause) putCandidature(n candidature) {
	for i := range c.standing {
		m := &c.standing[i]
		if m.unnamed && n.who.who.kind == aPerson && sameBody(m.body, n.body) { // the text now names the State's candidate
			*m = n
			return
		}
		if c.s.heading && (m.who.who == n.who.who || n.who.who.kind == aState && m.who.who.kind == aPerson && sameBody(m.body, n.body)) { // "Malta's candidate", whom the text names
			return
		}
		if m.who.who == n.who.who && sameBody(m.body, n.body) && (m.term == n.term || n.term == "" || m.term == "") && (m.date == n.date || n.date.IsZero() || m.date.IsZero()) {
			if m.term == "" {
				m.term, m.termAt = n.term, n.termAt
			}
			if m.date.IsZero() {
				m.date, m.dateAt = n.date, n.dateAt
			}
			if m.result == "" && (n.result == "withdrawn" || n.result == "not_elected") {
				m.result, m.at = n.result, n.at
			}
			return
		}
	}
	c.standing = append(c.standing, n)
}

// sameBody reports one body, or two names of it that differ in "UN" alone.
func sameBody(a, b *entity) bool {
	return a == b || len(a.words) > 0 && slices.Equal(ownWords(a), ownWords(b))
}

// ownWords gives the words of a body's name but for "UN" and "United Nations".
func ownWords(e *entity) []string {
	return slices.DeleteFunc(slices.Clone(e.words), func(w string) bool { return w == "un" || w == "united" || w == "nations" })
}

// terms gives the terms of office named after token from: "for 2025-2028",
// "from 1985 – 1989 and from 2006 – 2008", "a three-year term".
func (c *clause) terms(from int) []span {
	var out []span
	for i := from; i < c.s.to; i++ {
		f := c.tokens[i].word.form
		if c.tokens[i].shape != number || !yearLike(f) {
			continue
		}
		switch {
		case len(f) > 4:
			out = append(out, c.bytes(i, i+1))
		case i+2 < c.s.to && (c.mark(i+1, "–") || c.mark(i+1, "-") || c.is(i+1, kTo)) && yearLike(c.tokens[i+2].word.form):
			out = append(out, c.bytes(i, i+3))
			i += 2
		}
	}
	if len(out) > 0 {
		return out
	}
	for i := from; i < c.s.to; i++ {
		if f := c.tokens[i].word.folded; (f == "term" || f == "terms" || f == "mandate") && i > from {
			first := i - 1
			for first > from && (c.is(first-1, kOrdinal) || strings.HasSuffix(c.tokens[first-1].word.folded, "-year")) {
				first--
			}
			return []span{c.bytes(first, i+1)}
		}
	}
	return nil
}

func (c *clause) inTerm(at int) bool {
	for i := max(c.s.from, at-3); i < at; i++ {
		if f := c.tokens[i].word.folded; f == "commencing" || f == "starting" || f == "from" || f == "beginning" || f == "ending" || f == "expiring" || f == "expires" || f == "through" {
			return true
		}
	}
	return false
}
