package press

import "slices"

// The English grammar of contests: votes tell who stood in the election told of,
// whoever beats another stands for what he becomes by it, and a candidate is said to be
// one of those for an office.

// contested reads the candidates of a sentence that tells of votes, of a victory or of
// who the candidates are.
func (c *clause) contested() {
	if c.tongue.tag != "en" {
		return
	}
	for i := c.s.from + 1; i+1 < c.s.to; i++ {
		switch w := c.tokens[i].word; {
		case w.folded == "votes", (w.folded == "seats" || w.folded == "seat") && c.seatBody(i) == nil:
			c.tallied(i)
		case c.tokens[i-1].word.folded == "among" && (w.folded == "them" || w.folded == "these"):
			c.amongElected(i - 1)
		case w.in(fieldOf):
			c.oneOfField(i)
		case w.folded == "for":
			c.backedFor(i)
		case w.folded == "lost" || c.seatTag(i) != nil && c.seatTag(i).value == "beat":
			c.fought(i)
		}
	}
}

// tallied reads who got votes, and how many others did, in the election told of: "Malta
// received 170 votes, Chad 160 and Peru 140", "Qatar likewise won a seat".
func (c *clause) tallied(i int) {
	b := c.stage.ballot
	v := i - 1
	for v > max(c.s.from, i-5) && !c.tokens[v].word.in(polling) {
		v--
	}
	if b == nil || !c.tokens[v].word.in(polling) || c.negated(v) {
		return
	}
	who := c.subjectBefore(v, c.s.from)
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.from > i && ch.to < c.s.to && c.tokens[ch.to].shape == number {
			if a := c.actorAt(k); a != nil {
				who = append(who, *a)
			}
		}
	}
	for _, a := range who {
		if a.who.kind == aPerson || a.who.kind == aState && a.who.entry != nil {
			n := candidature{who: a, body: b.body.who, bodyAt: b.at, at: c.bytes(v, i+1), date: b.date, dateAt: b.at}
			if c.tokens[i].word.folded != "votes" {
				n.result = "elected"
			}
			c.putCandidature(n)
		}
	}
}

// amongElected reads who is said to be among those elected by the ballot that the text told
// of just before: "Among them are Malta and Chad", "Peru was among them".
func (c *clause) amongElected(i int) {
	b := c.stage.ballot
	if b == nil || int(c.tokens[c.s.from].start)-b.at.end > nearBallot {
		return
	}
	who := c.subjectBefore(i-1, c.s.from)
	if c.isBe(i + 2) {
		persons, parties := c.actors(i+3, c.turnAfter(i+3))
		if who = statesOf(parties); len(who) == 0 {
			who = persons
		}
	}
	for _, a := range who {
		if a.who.kind == aPerson || a.who.entry != nil {
			c.putCandidature(candidature{who: a, body: b.body.who, bodyAt: b.at, at: c.bytes(i, i+2), date: b.date, dateAt: b.at, result: "elected"})
		}
	}
}

// nearBallot is how many bytes after the body of a ballot "them" may still be those elected.
const nearBallot = 400

// fieldOf are nouns for those who stand for one office.
var fieldOf = forms("candidates finalists contenders hopefuls nominees frontrunners finalist contender hopeful frontrunner")

// oneOfField reads of whom it is said that he is a candidate for an office: "Ana Borg is
// among three finalists for the post of Director of the Bank", "Ana Borg and Luis Sosa
// are the candidates to head the Bank".
func (c *clause) oneOfField(i int) {
	be := i - 1
	for be > max(c.s.from, i-7) && !c.isBe(be) {
		if c.tokens[be].shape == mark || c.is(be, kNot) {
			return
		}
		be--
	}
	body := c.seatBody(i + 1)
	if body == nil || !c.isBe(be) || c.negated(be) {
		return
	}
	for _, a := range c.subjectBefore(be, c.s.from) {
		if a.who.kind == aPerson || a.who.entry != nil {
			c.stand(trigger{i, 1, soughtTag, false}, a, body)
		}
	}
}

// backedFor reads whom somebody backs for a body, whose "for" is token i: "endorsed
// Nepal for the Human Rights Council", "supports Ana Borg for Director of the Bank".
func (c *clause) backedFor(i int) {
	k := slices.IndexFunc(c.chunks, func(ch chunk) bool {
		return ch.to == i && (ch.kind == aPerson || ch.kind == aState && !ch.adj) && ch.who != nil
	})
	if k < 0 {
		return
	}
	v := c.pastArticleBack(c.chunks[k].from)
	if k > 0 && c.possessive(v) && c.chunks[k-1].kind == aState && c.chunks[k-1].to >= v {
		v = c.pastArticleBack(c.chunks[k-1].from)
	}
	if v <= c.s.from || !c.backs(v) || c.negated(v) {
		return
	}
	body := c.seatBody(i)
	if a := c.actorAt(k); a != nil && body != nil {
		c.stand(trigger{i, 1, soughtTag, false}, *a, body)
	}
}

// isBe reports a form of "be" at token i.
func (c *clause) isBe(i int) bool {
	tg, _ := c.at(i, kPast)
	return tg != nil && tg.value == "be"
}

// fought reads who beat whom for an office that the sentence goes on to name: "Ana Borg
// defeated Luis Sosa to become President of the Bank", "lost to Luis Sosa in the vote
// for the presidency of the Bank".
func (c *clause) fought(i int) {
	to := i + 1
	if c.tokens[i].word.folded == "lost" {
		if c.tokens[to].word.folded == "out" {
			to++
		}
		if !c.is(to, kTo) {
			return
		}
		to++
	}
	rival := c.nearestAfter(to, 3)
	if rival != nil && rival.who.kind == aState && c.possessive(c.endOf(*rival)) { // "Peru's Luis Sosa"
		rival = c.nearestAfter(c.endOf(*rival), 3)
	}
	who := c.subjectBefore(i, c.s.from)
	if c.mark(i-1, ",") { // "Peru's candidate, Ana Borg, lost"
		if by := c.groupEndingAt(i-1, c.s.from); len(by) == 1 && by[0].who.kind == aPerson {
			who = by
		}
	}
	if rival == nil || rival.who.kind == anOrg || len(who) != 1 || who[0].who.kind != rival.who.kind {
		return
	}
	for k := c.endOf(*rival); k+1 < min(c.s.to, i+maxMandated); k++ {
		if tg := c.seatTag(k); c.tokens[k].word.folded != "become" && (tg == nil || tg.value != "noun" && tg.value != "place") {
			continue
		}
		if body := c.seatBody(k); body != nil {
			won, lost := who[0], *rival
			if c.tokens[i].word.folded == "lost" || c.passive(trigger{i, 1, soughtTag, false}) {
				won, lost = lost, won
			}
			c.putCandidature(candidature{who: lost, body: body.who, bodyAt: c.bytes(body.from, body.to), at: c.bytes(i, i+1), result: "not_elected"})
			c.stand(trigger{i, 1, wonTag, false}, won, body)
			return
		}
	}
}
