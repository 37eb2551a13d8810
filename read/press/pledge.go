package press

import (
	"slices"
	"sort"
	"strings"
)

// The English grammar of promising: a verb or noun of promise, what may stand
// between it and its complement, and the complement itself.

// pledges gives the triggers of promises whose words begin at token i: "agreed
// in Geneva to", "reaffirmed its readiness to", "accepted the invitation".
func (c *clause) pledges(i int) {
	if !c.is(i, kPledge) || c.tokens[i].shape != lower && i != c.s.from {
		return
	}
	if end := c.reached(i); end > i {
		c.verbs = append(c.verbs, trigger{i, end - i, reachedTag, false})
		return
	}
	if t, ok := c.acceptedAt(i); ok {
		c.verbs = append(c.verbs, t)
		return
	}
	if t, ok := c.ownedAt(i); ok {
		c.verbs = append(c.verbs, t)
		return
	}
	if t, ok := c.mandateAt(i); ok {
		c.verbs = append(c.verbs, t)
		return
	}
	if t, ok := c.readyAt(i); ok {
		c.verbs = append(c.verbs, t)
		return
	}
	if c.attributive(i) {
		return
	}
	for _, mt := range c.matches[c.first[i]:c.first[i+1]] {
		if mt.tag.kind != kPledge {
			continue
		}
		if ends := complements[mt.tag.value]; ends != nil {
			if end := ends(c, i+int(mt.n)); end > i && !c.plansEvent(i, end) {
				c.verbs = append(c.verbs, trigger{i, end - i, promiseTag, false})
				return
			}
		}
	}
}

// readyAt gives the trigger of what somebody is ready to do, whose adjective stands at
// token i: "the Government is ready to compensate the families". Ready to help or to
// cooperate tells only a stance.
func (c *clause) readyAt(i int) (trigger, bool) {
	if c.pledgeTag(i, "ready") == nil || i+2 >= c.s.to || c.tokens[i+1].word.folded != "to" || !c.bareVerb(i+2) {
		return trigger{}, false
	}
	p := i - 1
	for p > c.s.from && c.lightAdverb(p) {
		p--
	}
	ok := p > c.s.from && c.tokens[p].word.in(standing) && !c.vague(i+2) && (!c.tokens[i+2].word.in(helping) || c.newThing(i+3))
	return trigger{i, 2, promiseTag, false}, ok
}

var (
	standing = forms("is are was were stands stand stood")
	helping  = forms("help assist offer take answer begin start listen talk meet negotiate hold defend act respond welcome receive go cooperate share learn")
)

var (
	promiseTag  = &tag{kind: kVerb, value: "promise"}
	reachedTag  = &tag{kind: kVerb, value: "promise", show: "sides"}
	acceptedTag = &tag{kind: kVerb, value: "promise", show: "accepted"}
	proposedTag = &tag{kind: kVerb, value: "promise", show: "approved"}
	ownedTag    = &tag{kind: kVerb, value: "promise", show: "owned"}
)

// ownedAt gives the trigger of a promise told by a noun at token i and whose it
// is: "Chad's decision to open", "the pledge of Chad to send".
func (c *clause) ownedAt(i int) (trigger, bool) {
	if c.pledgeTag(i, "noun") == nil || c.tokens[i].shape != lower {
		return trigger{}, false
	}
	after := i + 1
	if !c.possessive(i - 1) {
		if after = c.pastPromiser(i + 1); after == i+1 {
			return trigger{}, false
		}
	} else if c.tokens[min(after, c.s.to-1)].word.folded == "of" && c.tokens[i].word.in(pledgedSums) && c.gift(after+1) > 0 {
		return trigger{i, 2, ownedTag, false}, true
	}
	if c.standsFor(after + 1) {
		return trigger{}, false
	}
	end := c.complement(after)
	return trigger{i, end - i, ownedTag, false}, end > 0 && c.tokens[end-1].word.folded == "to" && !c.vague(end)
}

// pledgedSums are nouns of promise of which a sum can be: "Malta's pledge of 5 million euros".
var pledgedSums = forms("pledge pledges promise promises commitment commitments")

// pastPromiser gives the token after whose promise a noun before token i tells: "of
// Chad", "by the Bank"; i where nobody's.
func (c *clause) pastPromiser(i int) int {
	by := i
	if f := c.tokens[min(i, c.s.to-1)].word.folded; f == "made" || f == "taken" || f == "given" {
		by++
	}
	if !c.is(by, kBy) {
		return c.pastOf(i)
	}
	at := c.pastArticle(by + 1)
	if ch := c.chunkOver(min(at, c.s.to-1)); ch != nil && ch.from <= at && ch.who != nil && !ch.adj && ch.kind != anInstrument {
		return ch.to
	}
	return i
}

// ownedBy gives whose the promise is that a noun tells.
func (c *clause) ownedBy(t trigger) []actor {
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.from > t.at && ch.to < t.at+t.n || c.possessive(t.at-1) && (ch.to == t.at || ch.to == t.at-1) {
			if ch.kind == aPlace {
				if a := c.capitalOf(ch); a != nil {
					return []actor{*a}
				}
			}
			if a := c.actorAt(k); a != nil {
				return []actor{*a}
			}
		}
	}
	return nil
}

// plansEvent reports a plan at token i that is only to hold or attend an event,
// whose verb is token v: "plans to hold elections".
func (c *clause) plansEvent(i, v int) bool {
	return c.tokens[i].word.in(planning) && v < c.s.to && c.tokens[v].word.in(attending)
}

var (
	planning  = forms("plan plans planned planning preparing intends intend intended")
	attending = forms("hold visit attend meet participate travel convene celebrate")
)

// leaveInvited keeps who was invited: "invited X to visit".
func (c *clause) leaveInvited() {
	for i := c.s.from; i < c.s.to && c.tongue.tag == "en"; i++ {
		if c.tokens[i].word.folded != "invited" || c.tokens[i].shape != lower {
			continue
		}
		if a := c.nearestAfter(i+1, 4); a != nil {
			c.stage.invited = a.who
		}
	}
}

// acceptedAt gives the trigger of an invitation that "was accepted", whose
// participle stands at token i.
func (c *clause) acceptedAt(i int) (trigger, bool) {
	if c.tokens[i].word.folded != "accepted" {
		return trigger{}, false
	}
	for k := i - 1; k >= max(c.s.from, i-5); k-- {
		if f := c.tokens[k].word.folded; f == "invitation" || f == "which" || f == "it" {
			return trigger{k, i + 1 - k, acceptedTag, false}, c.is(k+1, kPast)
		}
	}
	return trigger{}, false
}

// standsFor reports a candidature at token i: "intends to stand for".
func (c *clause) standsFor(i int) bool {
	n := sort.Search(len(c.verbs), func(n int) bool { return c.verbs[n].at >= i })
	return n < len(c.verbs) && c.verbs[n].at <= i+1 && (c.verbs[n].tag == soughtTag || c.verbs[n].tag.value == "stand")
}

// reached gives where "agreement was reached with X to" ends, whose verb stands
// at token i; 0 if it is none.
func (c *clause) reached(i int) int {
	switch c.tokens[i].word.folded {
	case "reached", "made", "taken", "given":
	default:
		return 0
	}
	k := i - 1
	for k > c.s.from && (c.is(k, kPast) || c.lightAdverb(k)) {
		k--
	}
	if k == i-1 || k < c.s.from {
		return 0
	}
	switch c.tokens[k].word.folded {
	case "agreement", "decision", "commitment", "pledge", "understanding", "consensus":
		if end := c.settled(i + 1); end > 0 {
			return end
		}
		return c.complement(i + 1)
	}
	return 0
}

// complements gives, for each sort of words of promise, where the trigger ends
// whose further words begin at token i; 0 if nothing is promised.
var complements = map[string]func(c *clause, i int) int{
	"to": (*clause).complement, "that": (*clause).announced, "assure": (*clause).assured, "give": (*clause).gift,
	"approve": (*clause).enterprise, "on": (*clause).settled, "any": (*clause).promisedThing, "commit": (*clause).committed, "express": (*clause).expressed, "accept": (*clause).invitation,
}

// settled gives the token after the "on" of what somebody agreed on doing: "settled
// on installing gauges", "agreed in principle on the lifting of the ban".
func (c *clause) settled(i int) int {
	for k := i; k < min(c.s.to-1, i+8); k++ {
		if c.tokens[k].word.folded == "on" && (c.gerund(k+1) && (!c.is(k+1, kEvent) || c.article(k+2)) || c.deverbal(k+1)) {
			return k + 1
		}
		if c.closesComplement(k) {
			return 0
		}
	}
	return 0
}

// announced gives the token after the "that" of what is announced to come.
func (c *clause) announced(i int) int {
	if end := c.complement(i); end > 0 && c.tokens[end-1].word.folded == "that" {
		return end
	}
	return 0
}

// promisedThing gives token i where a noun of what is promised begins there.
func (c *clause) promisedThing(i int) int {
	if c.article(i) || i < c.s.to && c.tokens[i].shape == lower && !c.is(i, kStop) && !c.is(i, kPast) {
		return i
	}
	return 0
}

// attributive reports a word of promise that is no finite verb: a noun ("the
// promise to"), or what somebody is asked or free to do ("urged to pledge").
func (c *clause) attributive(i int) bool {
	p := i - 1
	for p > c.s.from && c.lightAdverb(p) {
		p--
	}
	if p < c.s.from {
		return false
	}
	if c.pledgeTag(i, "noun") != nil && c.is(p, kVerb) && c.tokens[p].shape == lower || c.possessive(p) || c.is(p, kArticle) || c.is(p, kModifier) && c.tokens[p].shape == lower || c.is(p, kTo) {
		return true
	}
	switch c.tokens[p].word.folded {
	case "of", "to", "can", "could", "may", "might", "should", "would", "must", "any", "no", "this", "be", "remain", "remains", "remained", "stays", "stands":
		return true
	case "been", "is", "are", "was", "were":
		if strings.HasSuffix(c.tokens[i].word.folded, "ing") { // "is planning to", and not "has been promising"
			return c.tokens[p].word.folded == "been"
		}
		return !c.impersonal(i)
	}
	return false
}

// complement gives the token after the "to" of an infinitive or after "that",
// past adverbs, dates and phrases of place or company; 0 if there is none.
func (c *clause) complement(i int) int {
	for k := i; k < min(c.s.to, i+14); k++ {
		if _, to := c.dateAt(k); to > k {
			k = to - 1
			continue
		}
		switch f := c.tokens[k].word.folded; {
		case f == "to" && (c.bareVerb(k+1) || c.deverbal(k+1) && strings.HasPrefix(c.tokens[i-1].word.folded, "agree")):
			return k + 1
		case f == "that":
			if c.toAct(k + 1) {
				return k + 1
			}
			return c.future(k + 1)
		case f == "need" || f == "importance" || f == "necessity" || f == "not":
			return 0
		case c.closesComplement(k):
			return 0
		}
	}
	return 0
}

// deverbal reports a noun of doing at token i: "the opening of", "the export of".
func (c *clause) deverbal(i int) bool {
	if !c.is(i, kArticle) || i+2 >= c.s.to || c.tokens[i+2].word.folded != "of" {
		return false
	}
	f := c.tokens[i+1].word.folded
	for _, end := range [...]string{"ment", "tion", "sion", "ing", "port", "ease", "sal"} {
		if strings.HasSuffix(f, end) {
			return true
		}
	}
	return false
}

// toAct reports a State or body from token i on with the bare verb of what it is to
// do: "agreed that Fiji accede to the Convention".
func (c *clause) toAct(i int) bool {
	i = c.pastArticle(i)
	ch := c.chunkOver(min(i, c.s.to-1))
	if ch == nil || ch.from > i || ch.who == nil || ch.kind != aState && ch.kind != anOrg || ch.adj || ch.to+1 >= c.s.to || c.tokens[ch.to].shape != lower {
		return false
	}
	w := c.tokens[ch.to].word
	return w.senses&isVerb != 0 && !strings.HasSuffix(w.folded, "s") && !strings.HasSuffix(w.folded, "ed") && !c.is(ch.to, kFuture) && !c.is(ch.to, kPast) && !c.is(ch.to, kModifier) && !c.gerund(ch.to) && !w.in(pasts) && c.bareVerb(ch.to)
}

// assured gives the token after the "that" of what somebody is assured of.
func (c *clause) assured(i int) int {
	for k := i; k < min(c.s.to, i+10); k++ {
		if c.tokens[k].word.folded == "that" {
			return c.future(k + 1)
		}
		if c.tokens[k].word.folded == "of" && k > i && c.helpAfter(k+1) {
			return k + 1
		}
		if c.possessive(k) && c.helpAfter(k+1) { // "assured the Bank's continued support"
			return k + 1
		}
		if c.closesComplement(k) {
			return 0
		}
	}
	return 0
}

// helpAfter reports what somebody is assured of: "its vote", "his full support".
func (c *clause) helpAfter(i int) bool {
	for k := i; k < min(c.s.to, i+4) && c.tokens[k].shape == lower; k++ {
		if f := c.tokens[k].word.folded; c.aid(k) || f == "vote" || f == "backing" || f == "cooperation" {
			return true
		}
	}
	return false
}

// future gives token i if "will" or "would" follows in its clause, else 0.
func (c *clause) future(i int) int {
	for k := i; k < min(c.s.to, i+24); k++ {
		if tg, n := c.at(k, kFuture); tg != nil && tg.value != "" {
			if c.is(k+n, kNot) {
				return 0
			}
			return i
		}
		if t := &c.tokens[k]; c.is(k, kPast) && t.shape == lower || t.word.folded == "if" || t.word.folded == "which" || t.shape == mark && !t.glued && !currencies.has(t.word.form) && !c.mark(k, "(") && !c.mark(k, ")") {
			return 0
		}
	}
	return 0
}

// closesComplement reports what no complement reaches across: another verb, a
// relative clause, the end of a clause.
func (c *clause) closesComplement(i int) bool {
	t := &c.tokens[i]
	if t.shape == mark {
		return t.word.form != "," && t.word.form != "(" && t.word.form != ")" && t.word.form != "-"
	}
	if t.shape != lower {
		return false
	}
	if c.is(i, kPast) || c.is(i, kFuture) || c.is(i, kPledge) || c.is(i, kVerb) && !c.is(i, kEvent) && !c.is(i, kPortfolio) {
		return true
	}
	switch t.word.folded {
	case "which", "who", "while", "but", "whether", "how", "because", "if":
		return true
	}
	return false
}

// gerund reports the form in "-ing" of a verb at token i, not "bring" nor "spring".
func (c *clause) gerund(i int) bool {
	w := c.tokens[min(i, c.s.to-1)].word
	return strings.HasSuffix(w.folded, "ing") && !w.in(ringing)
}

// ringing are the verbs that end so themselves.
var ringing = forms("bring sing ring swing spring cling fling string sling wring sting")

// bareVerb reports a word that can be the verb of an infinitive.
func (c *clause) bareVerb(i int) bool {
	for i < c.s.to && c.lightAdverb(i) {
		i++
	}
	if i+1 >= c.s.to || c.tokens[i].shape != lower || c.gerund(i) {
		return false
	}
	switch c.tokens[i].word.folded {
	case "second", "lead", "do", "press", "release", "follow": // verbs too
		return true
	}
	return !c.is(i, kArticle) && !c.is(i, kPronoun) && !c.is(i, kModifier) && (!c.is(i, kStop) || c.is(i, kVerb) || c.tokens[i].word.folded == "be" || c.tokens[i].word.folded == "have")
}

// committed gives where the trigger of "committed (itself) to building" or
// "committed 3 million euros" ends. What somebody is committed to is a stance.
func (c *clause) committed(i int) int {
	switch c.tokens[min(i, c.s.to-1)].word.folded {
	case "itself", "themselves", "himself", "herself":
		i++
	}
	if i+1 >= c.s.to {
		return 0
	}
	if c.tokens[i].word.folded == "to" && (strings.HasSuffix(c.tokens[i+1].word.folded, "ing") || c.is(i+1, kVerb) || c.bareVerb(i+1) && c.article(i+2)) {
		return i + 1
	}
	for k := i; k < min(c.s.to-1, i+6) && (c.mark(i, ",") || c.is(i, kIn)); k++ { // "committed itself, among other things, to adopting"
		if c.tokens[k].word.folded == "to" && strings.HasSuffix(c.tokens[k+1].word.folded, "ing") {
			return k + 1
		}
	}
	return c.gift(i)
}

// article reports a word that opens the object of a verb.
func (c *clause) article(i int) bool {
	return i < c.s.to && (c.is(i, kArticle) || c.tokens[i].shape == number)
}

// enterprise gives token i where what is announced or approved begins there: "announced
// the construction of a clinic", "approved the tabling in Parliament of the Bill".
func (c *clause) enterprise(i int) int {
	if i+2 < c.s.to && c.is(i, kArticle) && c.tokens[i+1].word.in(enterprises) && (c.tokens[i+2].word.folded == "of" || c.is(i+2, kIn)) {
		return i
	}
	return 0
}

// enterprises are nouns for what is announced or approved that somebody will do.
var (
	enterprises = forms("purchase procurement acquisition tabling sending recruitment renovation opening construction establishment creation deployment dispatch provision allocation donation release delivery resumption reopening lifting posting doubling installation rehabilitation abolition")
	announcing  = forms("announced announces unveiled")
)

// expressed gives where the trigger of "reaffirmed its readiness to host" ends:
// a verb of saying, a noun of promise, and what is concretely promised.
func (c *clause) expressed(i int) int {
	if c.tokens[i-1].word.in(announcing) && c.enterprise(i) > 0 {
		return i
	}
	for k := i; k < min(c.s.to, i+6); k++ {
		if f := c.tokens[k].word.folded; (f == "support" || f == "backing") && k+1 < c.s.to && c.tokens[k+1].word.folded == "for" && c.candidatureWithin(k+2) {
			return k + 2
		}
		if tg := c.pledgeTag(k, "noun"); tg != nil {
			end := c.complement(k + 1)
			if end == 0 && k+2 < c.s.to && (c.tokens[k+1].word.folded == "of" || c.tokens[k+1].word.folded == "to") && strings.HasSuffix(c.tokens[k+2].word.folded, "ing") {
				end = k + 2
			}
			if end > 0 && (tg.show != "stance" || !c.vague(end)) {
				return end
			}
			return 0
		}
		if t := &c.tokens[k]; t.shape == mark && !t.glued || t.shape == lower && c.is(k, kStop) && !c.is(k, kArticle) && !c.is(k, kPronoun) && !c.is(k, kModifier) {
			return 0
		}
	}
	return 0
}

// candidatureWithin reports a candidature as what is supported from token i on: "its
// support for Malta's candidature to the Council".
func (c *clause) candidatureWithin(i int) bool {
	for k := i; k < min(c.s.to, i+8) && !(c.tokens[k].shape == mark && !c.tokens[k].glued && !c.possessive(k)); k++ {
		if tg := c.seatTag(k); c.tokens[k].word.in(candidates) || tg != nil && tg.value == "noun" && c.tokens[k].shape == lower {
			return true
		}
	}
	return false
}

// vague reports a verb after which a readiness is only a stance.
func (c *clause) vague(i int) bool {
	f := strings.TrimSuffix(c.tokens[i].word.folded, "ing")
	if (f == "build" || f == "bring" || f == "make") && c.newThing(i+1) { // a bridge, and not trust
		return false
	}
	for _, v := range stances {
		if f == v || f == strings.TrimSuffix(v, "e") {
			return true
		}
	}
	return false
}

var stances = [...]string{"continue", "strengthen", "deepen", "expand", "develop", "enhance", "cooperate", "work", "support", "promote", "further", "maintain",
	"contribute", "be", "engage", "advance", "broaden", "intensify", "boost", "foster", "explore", "consider", "uphold", "respect", "protect", "improve", "increase", "discuss", "impart", "give", "inject", "bring", "pursue", "fulfil", "fulfill", "ensure", "achieve", "combat", "fight", "make", "stand", "see", "find", "reach", "do", "keep", "remain", "implement", "build"}

// gift gives the first word of what is given, where it is money or aid: "USD 5
// million", "technical assistance", "its support".
func (c *clause) gift(i int) int {
	for k := i; k < min(c.s.to, i+6); k++ {
		t := &c.tokens[k]
		switch {
		case c.aid(k), t.shape == number && (k == i || c.money(k)), t.word.folded == "million", t.word.folded == "billion":
			return i + 1
		case t.shape == mark && !c.possessive(k) && !currencies.has(t.word.form), c.is(k, kStop) && !c.is(k, kArticle) && !c.is(k, kPronoun) && !c.is(k, kModifier) && t.shape == lower, c.is(k, kPast):
			return 0
		}
	}
	return 0
}

// currencies are the signs that go before an amount of money.
var currencies = forms("$ € £ ¥")

func (c *clause) aid(i int) bool {
	return c.pledgeTag(i, "aid") != nil
}

// pledgeTag gives the tag of the words of promise at token i that has a value.
func (c *clause) pledgeTag(i int, value string) *tag {
	if c.is(i, kPledge) {
		for _, mt := range c.matches[c.first[i]:c.first[i+1]] {
			if mt.tag.kind == kPledge && mt.tag.value == value {
				return mt.tag
			}
		}
	}
	return nil
}

// money reports a figure beside a currency or a large number.
func (c *clause) money(i int) bool {
	for k := i - 1; k <= i+1; k++ {
		switch f := c.tokens[min(max(k, c.s.from), c.s.to-1)].word.folded; f {
		case "$", "€", "£", "us$", "usd", "eur", "million", "billion", "tonnes", "tons", "euros", "dollars", "percent":
			return true
		}
	}
	return false
}

// invitation gives where the trigger of "accepted the invitation" ends.
func (c *clause) invitation(i int) int {
	for k := i; k < min(c.s.to, i+6); k++ {
		if f := c.tokens[k].word.folded; f == "invitation" || f == "invitations" || f == "offer" || f == "it" && k == i && c.stage.invited != nil {
			return k + 1
		}
		if c.tokens[k].shape == mark && !c.possessive(k) || c.is(k, kVerb) {
			return 0
		}
	}
	return 0
}

// reachedBy gives the sides of an agreement that was reached: with whom, and
// who was spoken of before, or those who met.
func (c *clause) reachedBy(t trigger) []actor {
	persons, parties := c.actors(t.at, t.at+t.n)
	with := append(persons, parties...)
	if len(with) != 1 || c.stage.subject == nil {
		if by := c.whoMet(t.at, t.n); len(with) == 0 {
			return by
		}
		return with
	}
	other := c.stateOf(c.stage.subject)
	if other == with[0].who {
		return with
	}
	return []actor{{other, c.bytes(t.at, t.at+1), t.at}, with[0]}
}

// possessor gives whose readiness or plan is told: "reaffirmed the Agency's
// readiness to".
func (c *clause) possessor(t trigger) *actor {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aPlace && ch.from > t.at && ch.to < t.at+t.n && c.possessive(ch.to) { // "Tehran's readiness"
			return c.capitalOf(ch)
		}
		if ch := &c.chunks[k]; ch.genitive && ch.who != nil && ch.from > t.at && ch.to <= t.at+t.n && c.tongue.tag == "en" {
			return c.actorAt(k)
		}
	}
	for i := t.at + 2; i < min(c.s.to, t.at+t.n+3); i++ {
		if c.possessive(i) {
			if by := c.ownCountry(i); len(by) > 0 {
				return &by[0]
			}
		}
	}
	return nil
}

// undertakes reports "agreed to" do something, which is told as an undertaking.
func (c *clause) undertakes(at int) bool {
	for _, u := range c.verbs {
		if u.at == at && u.tag.value == "promise" && c.tokens[at+u.n-1].word.folded == "to" {
			return true
		}
	}
	return false
}

// subjectBefore gives who stands right before the verb at token at, not before
// token from: past auxiliaries, adverbs and what commas set apart, the last
// name with those listed before it; the subject of the verb that "and" joins.
func (c *clause) subjectBefore(at, from int) []actor {
	if c.tongue.tag != "en" {
		return nil
	}
	i := c.pastAuxiliaries(at, from)
	if i > from+1 && (c.tokens[i-1].word.folded == "who" || c.tokens[i-1].word.folded == "which") {
		if i--; c.mark(i-1, ",") {
			i--
		}
		return c.groupEndingAt(i, from)
	}
	if i > from && c.is(i-1, kAnd) {
		if u := max(c.verbEndingBefore(i-1), c.auxiliaryBefore(i-1)); u > from {
			return c.subjectBefore(u, from)
		}
	}
	end := i
	for n := 0; n < 3 && i > from && c.mark(i-1, ","); n++ { // "Borg, 51, in office since May, said"
		i = c.beforeAside(i-1, from)
	}
	if by := c.ownCountry(i); len(by) > 0 {
		return by
	}
	by := c.groupEndingAt(i, from)
	if len(by) == 0 && i < end {
		return c.apposedDoer(end-1, from)
	}
	return by
}

// apposedDoer gives who the apposition names that the comma at token i closes, after a common
// noun: "the main donor, Norway, will", "a dedicated body, the Agency, will".
func (c *clause) apposedDoer(i, from int) []actor {
	open := c.beforeAside(i, from)
	if c.tongue.tag != "en" || open == i || open-1 < from || c.tokens[open-1].shape != lower || c.inName(open-1) {
		return nil
	}
	ch := c.chunkOver(min(c.pastArticle(open+1), i))
	if ch == nil || ch.from > open+2 || ch.to != i || ch.adj || ch.kind != aState && ch.kind != anOrg || ch.who == nil {
		return nil
	}
	return []actor{{ch.who, c.bytes(ch.from, ch.to), ch.from}}
}

// lastHere gives who made the last promise of the sentence, where "and" before
// token i goes on with it: "would use its seat and would table a bill".
func (c *clause) lastHere(i int) []actor {
	if c.tongue.tag != "en" || !c.is(i-1, kAnd) || !c.is(i, kFuture) {
		return nil
	}
	return c.lastPromisers(i)
}

// lastPromisers gives who made the promise of the sentence that stands last before token i.
func (c *clause) lastPromisers(i int) []actor {
	from, at := int(c.tokens[c.s.from].start), int(c.tokens[i].start)
	for n := len(c.promises) - 1; n >= max(0, len(c.promises)-maxCoordinated); n-- {
		if u := c.promises[n].text; u.start >= from && u.start < at {
			return c.promises[n].by
		}
	}
	return nil
}

// firstSubject gives the subject of the first verb of the sentence before token
// at, which "and it" goes on with.
func (c *clause) firstSubject(at int) []actor {
	for _, u := range c.verbs {
		if !u.noun && u.at < at {
			if by := c.subjectBefore(u.at, c.s.from); len(by) == 1 {
				return by
			}
			return nil
		}
	}
	return nil
}

// pastAuxiliaries gives the token after which only auxiliaries, adverbs and
// dates stand before token at.
func (c *clause) pastAuxiliaries(at, from int) int {
	for at > from {
		if k := c.futureEndingAt(at, from); k < at {
			at = k
			continue
		}
		if k := c.subjectEnd(at); k < at && k > from { // "on Thursday announced", "itself announced"
			at = k
			continue
		}
		if c.is(at-1, kPast) || c.is(at-1, kFuture) || c.lightAdverb(at-1) {
			at--
			continue
		}
		if at-3 > from && c.tokens[at-1].word.folded == "part" && c.is(at-2, kPronoun) && c.tokens[at-3].word.folded == "for" { // "for its part"
			at -= 3
			continue
		}
		break
	}
	return at
}

// dateEndingAt gives the token where a date, with its "on", begins that ends
// before token at, or at.
func (c *clause) dateEndingAt(at, from int) int {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aDate && ch.to == at && ch.from > from {
			if f := c.tokens[ch.from-1].word.folded; f == "on" || f == "in" {
				return ch.from - 1
			}
			return ch.from
		}
	}
	return at
}

// futureEndingAt gives the token where "is going to" begins that ends before
// token at, or at.
func (c *clause) futureEndingAt(at, from int) int {
	for k := at - 1; k >= max(from, at-3); k-- {
		if _, n := c.at(k, kFuture); n > 1 && k+n == at {
			return k
		}
	}
	return at
}

// beforeAside gives the token of the comma that opens what the comma at token i
// closes: "Chad, in turn, agreed", "Chad, which chairs the group, agreed".
func (c *clause) beforeAside(i, from int) int {
	for k := i - 1; k > max(from, i-25); k-- {
		if c.mark(k, ",") {
			return k
		}
	}
	return i
}

// verbEndingBefore gives the token of the last verb before token i, or -1.
func (c *clause) verbEndingBefore(i int) int {
	for n := len(c.verbs) - 1; n >= 0; n-- {
		if u := &c.verbs[n]; !u.noun && u.at < i && (u.tag.show != "seat" || c.seatTag(u.at).value != "noun") {
			return u.at
		}
	}
	return -1
}

// auxiliaryBefore gives the token of the last "has" or "will" before token i in
// its clause, or -1: "the sides had set a target and would".
func (c *clause) auxiliaryBefore(i int) int {
	for k := i - 1; k > c.s.from && k > i-25; k-- {
		if c.mark(k, ",") || c.mark(k, ";") || c.mark(k, ":") || c.tokens[k].word.folded == "that" {
			return -1
		}
		if c.tokens[k].shape == lower && (c.is(k, kPast) || c.is(k, kFuture)) && !c.is(k-1, kPast) && !c.is(k-1, kFuture) {
			return k
		}
	}
	return -1
}

// groupEndingAt gives the actor whose name ends right before token i, with
// those listed before it.
func (c *clause) groupEndingAt(i, from int) []actor {
	k := len(c.chunks) - 1
	for k >= 0 && c.chunks[k].to > i {
		k--
	}
	if k < 0 || c.chunks[k].from < from {
		if i-2 >= from && c.is(i-1, kEvent) && c.is(i-2, kArticle) || i-1 >= from && c.tokens[i-1].word.in(assembledWords) { // "The Meeting agreed", "Officials agreed"
			return c.whoMet(i-1, 1)
		}
		return nil
	}
	if open := c.bracketBefore(i); open > 0 && c.chunks[k].from > open { // "Ms Ana Borg (Malta)"
		return c.groupEndingAt(open, from)
	}
	ch := &c.chunks[k]
	if (ch.kind == aState && (ch.adj || ch.genitive) || ch.kind == anOrg && ch.who != nil) && c.people(ch.to, i) {
		own := actor{ch.who, c.bytes(ch.from, i), ch.from}
		if k > 0 && ch.adj && c.is(ch.from-1, kAnd) && c.chunks[k-1].kind == aState && c.chunks[k-1].adj && c.chunks[k-1].to == ch.from-1 { // "the Maltese and Chadian authorities"
			return []actor{{c.chunks[k-1].who, c.bytes(c.chunks[k-1].from, i), c.chunks[k-1].from}, own}
		}
		return []actor{own}
	}
	if ch.to < i && !c.mark(i-1, ")") {
		return nil
	}
	if ch.kind == aSide {
		return c.sides(ch)
	}
	if c.ofPerson(k) {
		k--
	}
	if a := c.subjectAt(k); a != nil {
		return c.withListed(k, *a)
	}
	return nil
}

// assembledWords stand for all who met.
var assembledWords = forms("officials ministers leaders members delegations")

// bracketBefore gives the token of the bracket that opens what closes before
// token i, or 0.
func (c *clause) bracketBefore(i int) int {
	if !c.mark(i-1, ")") {
		return 0
	}
	for k := i - 2; k > max(c.s.from, i-10); k-- {
		if c.mark(k, "(") {
			return k
		}
	}
	return 0
}

// people reports that the words between two tokens are of those who act for a
// State: "side" in "the Angolan side", "'s Government" in "Kenya's Government".
func (c *clause) people(from, to int) bool {
	n := 0
	for i := from; i < to; i++ {
		switch {
		case c.possessive(i), c.tokens[i].word.folded == "of", c.is(i, kModifier):
		case c.is(i, kPeople) || c.tokens[i].shape == lower && c.tokens[i].word.senses&(isPersonal|isGroup) != 0 && strings.HasSuffix(c.tokens[i].word.folded, "s") || c.tokens[i].word.folded == "side" || c.tokens[i].word.folded == "government":
			n++
		default:
			return false
		}
	}
	return n > 0
}

// subjectAt gives the actor of a chunk that can be a subject, not "of Chad" nor
// "in Chad"; of the holder of a post who is not named, whom he acts for.
func (c *clause) subjectAt(k int) *actor {
	ch := &c.chunks[k]
	if ch.kind == aPlace {
		return c.capitalActs(ch)
	}
	if ch.kind == aState && (ch.adj || c.mentioned(k) && !c.ofThoseActing(k) || c.located(ch)) {
		return nil
	}
	if ch.kind == aPost && ch.who == nil && ch.post != nil && ch.post.body != nil {
		return &actor{ch.post.body, c.bytes(ch.from, ch.to), ch.from}
	}
	return c.actorAt(k)
}

// ofThoseActing reports a State of whose persons or body a common noun tells: "the joint
// commission of Zambia and Malawi", "the registrars of Chad".
func (c *clause) ofThoseActing(k int) bool {
	i := c.pastArticleBack(c.chunks[k].from)
	for k > 0 && (c.is(i, kAnd) || c.mark(i, ",")) && c.chunks[k-1].kind == aState && c.chunks[k-1].to >= i-1 {
		k--
		i = c.pastArticleBack(c.chunks[k].from)
	}
	if i <= c.s.from || c.tokens[i].word.folded != "of" || c.tokens[i-1].shape != lower {
		return false
	}
	w := c.tokens[i-1].word
	return c.is(i-1, kOrg) && !w.in(noBodies) || w.senses&(isPersonal|isGroup) != 0 && strings.HasSuffix(w.folded, "s")
}

// withListed gives an actor after those that commas and "and" list before it.
func (c *clause) withListed(k int, a actor) []actor {
	out := []actor{a}
	first := c.chunks[k].from
	for k--; k >= 0; k-- {
		ch := &c.chunks[k]
		if c.mark(ch.from-1, "(") && c.mark(ch.to, ")") && ch.to < first { // of whom the State in brackets is told
			continue
		}
		if k > 0 && c.chunks[k-1].kind == aPerson && c.chunks[k-1].to == ch.from-1 && ch.kind == aState && c.tokens[max(ch.from-1, c.s.from)].word.folded == "of" && c.listed(ch.to, first) { // "Minister Ana Borg of Malta and"
			first = ch.from - 1
			continue
		}
		if c.withinPost(ch) { // "Minister of Malta Ana Borg and"
			continue
		}
		if ch.kind == aState && (ch.adj && ch.to == first || ch.genitive && ch.to+1 == first) { // "and her Chadian counterpart", "and Chad's Luis Sosa"
			first = ch.from
			continue
		}
		b := c.subjectAt(k)
		if b == nil || ch.to > first {
			break
		}
		if b.who == a.who && first-ch.to <= 1 || ch.to == first || c.listed(ch.to, first) {
			first = ch.from
			if b.who != a.who && (ch.kind == aPost || !c.inPost(ch)) {
				out = append([]actor{*b}, out...)
				a = *b
			}
			continue
		}
		break
	}
	return out
}

// withinPost reports a State or body whose name stands inside the words of a post.
func (c *clause) withinPost(ch *chunk) bool {
	if ch.kind != aState && ch.kind != anOrg {
		return false
	}
	for k := range c.chunks {
		if q := &c.chunks[k]; q.kind == aPost && q.from <= ch.from && ch.to <= q.to && q.from < ch.from {
			return true
		}
	}
	return false
}

// ownCountry gives the State that "his country", "our Government" before token
// i stands for: that of who speaks.
func (c *clause) ownCountry(i int) []actor {
	if i-2 < c.s.from || c.tokens[i-1].shape == mark {
		return nil
	}
	noun := c.tokens[i-1].word.folded
	if !ownNouns[noun] && !(c.is(i-1, kOrg) && c.tokens[i-1].shape == lower) {
		return nil
	}
	switch c.tokens[i-2].word.folded {
	case "his", "her", "our", "my", "their", "its":
		if a := c.whoSpeaks(i - 2); a != nil {
			return []actor{{c.standingFor(a.who), c.bytes(i-2, i), i - 2}}
		}
	case "the":
		if noun != "country" && noun != "government" {
			if by := c.bodyTold(noun, i); by != nil {
				return by
			}
			if a := c.teller(i - 2); a != nil && c.tokens[i-1].word.in(anyBody) && a.who.kind == aPerson && c.standingFor(a.who).kind == anOrg {
				return []actor{{c.standingFor(a.who), c.bytes(i-2, i), i - 2}}
			}
			return nil
		}
		if a := c.teller(i - 2); a != nil && c.stateOf(a.who).kind == aState {
			return []actor{{c.stateOf(a.who), c.bytes(i-2, i), i - 2}}
		}
		if s := c.stage.subject; s != nil && (c.stateOf(s).kind == aState) {
			return []actor{{c.stateOf(s), c.bytes(i-2, i), i - 2}}
		}
		if s := c.governed(); s != nil {
			return []actor{{s, c.bytes(i-2, i), i - 2}}
		}
	}
	return nil
}

// anyBody are the nouns that stand for the body of who speaks, whatever it is called.
var anyBody = forms("organisation organization agency institution body group")

// bodyTold gives the body that the text named before with the noun that "the
// ministry" before token i names it by.
func (c *clause) bodyTold(noun string, i int) []actor {
	if noun == "side" {
		return nil
	}
	k := sort.Search(len(c.paper.chunks), func(k int) bool { return c.paper.chunks[k].from >= i })
	for n := k - 1; n >= max(0, k-maxTold); n-- {
		if ch := &c.paper.chunks[n]; ch.kind == anOrg && ch.who != nil && slices.Contains(ch.who.words, noun) {
			return []actor{{ch.who, c.bytes(i-2, i), i - 2}}
		}
	}
	return nil
}

// maxTold bounds the names back to a body that its noun names again.
const maxTold = 60

// governed gives the State whose "the Government" is: the one that acted last,
// else the first that the text names.
func (c *clause) governed() *entity {
	if c.stage.state != nil {
		return c.stage.state
	}
	for k := range c.paper.chunks {
		if ch := &c.paper.chunks[k]; ch.kind == aState && ch.who != nil {
			return ch.who
		}
	}
	return nil
}

// ownNouns are what "our" or "his" before makes the speaker's own side.
var ownNouns = map[string]bool{"country": true, "government": true, "nation": true, "delegation": true, "administration": true, "experts": true, "team": true, "secretariat": true, "department": true, "embassy": true, "mission": true, "bank": true, "company": true, "party": true, "parliament": true, "fund": true, "committee": true, "council": true, "institute": true, "foundation": true, "union": true,
	"teams": true, "office": true, "organization": true, "organisation": true, "agency": true, "institution": true, "ministry": true, "commission": true, "side": true}

// standingFor gives the State or body that a person stands for, else himself.
func (c *clause) standingFor(e *entity) *entity {
	if s := c.stateOf(e); s != e || len(e.posts) == 0 || e.posts[0].body == nil {
		return s
	}
	return e.posts[0].body
}

// whoSpeaks gives who says what token at is a part of: named before it, after
// it in a quotation, or in the sentences before.
func (c *clause) whoSpeaks(at int) *actor {
	if a := c.teller(at); a != nil {
		return a
	}
	before := 0
	for _, u := range c.verbs {
		if u.noun || u.tag.value != "say" && u.tag.value != "vouch" && u.tag.value != "promise" && u.tag.value != "inform" {
			continue
		}
		if before++; u.at < at && before <= maxTellers {
			if by := c.subjectBefore(u.at, c.s.from); len(by) > 0 {
				return &by[0]
			}
		}
		if a := c.nearestBefore(u.at, 1); u.at > at && a != nil && a.pos > at {
			return a
		}
		if a := c.nearestAfter(u.at+u.n, 2); u.at > at && a != nil && c.tokens[u.at].word.folded != "told" { // whom she told it is no speaker
			return a
		}
	}
	if s := c.stage.subject; s != nil {
		return &actor{s, c.bytes(at, at+1), at}
	}
	return nil
}

// maxTellers bounds the verbs before that are asked who tells: the subject of each may
// be "his ministry" in turn.
const maxTellers = 3

// stateOf gives the State that a person stands for by his post, else himself.
func (c *clause) stateOf(e *entity) *entity {
	for _, h := range e.posts {
		if h.body != nil && h.body.kind == aState {
			return h.body
		}
	}
	return e
}

// turns reports what parts a promise from what is only told of it: ", which",
// ", while", ", adding that".
func (c *clause) turns(i int) bool {
	switch f := c.tokens[min(i, c.s.to-1)].word.folded; f {
	case "which", "who", "whose", "where", "while", "whereas", "but", "though", "although", "adding", "saying", "according", "thereby":
		return true
	case "a", "an":
		return c.tongue.tag == "en" && c.tokens[min(i+1, c.s.to-1)].word.in(resuming)
	default:
		next := c.tokens[min(i+1, c.s.to-1)].word.folded
		return strings.HasSuffix(f, "ing") && c.is(i, kVerb) && c.tokens[i].shape == lower || len(f) < 6 && (next == "which" || next == "whom")
	}
}

// resuming are the nouns that take up a whole promise to say something of it: "offered to
// host the talks, a move which the Secretary-General welcomed".
var resuming = forms("move step promise pledge announcement decision offer gesture commitment")

// clauseAt reports an actor at token i that is the subject of a verb of its own:
// "and the two sides agreed", "and Chad will repair them".
func (c *clause) clauseAt(i int) bool {
	if c.tongue.tag != "en" {
		return false
	}
	for c.is(i, kArticle) {
		i++
	}
	to := i
	for k := range c.chunks {
		if ch := &c.chunks[k]; (ch.from == i || ch.from == i-1 && ch.kind == aSide) && (ch.who != nil || ch.kind == aSide) && ch.kind != anInstrument {
			to = max(to, ch.to)
		}
	}
	if tg, n := c.at(i, kPronoun); to == i && tg != nil && tg.value == "s" {
		to = i + n
	}
	if to == i || to >= c.s.to {
		return false
	}
	for to+1 < c.s.to && c.lightAdverb(to) {
		to++
	}
	return c.is(to, kFuture) || c.is(to, kPast) || c.is(to, kPledge) || c.is(to, kVerb) && c.tokens[to].shape == lower
}
