package press

import (
	"slices"
	"strings"

	"chancery"
)

// The English grammar of standing for a body: what is won, sought or lost is a
// seat on it, and whose the candidature is stands beside the noun.

var (
	wonTag     = &tag{kind: kVerb, value: "elect", show: "seat"}
	soughtTag  = &tag{kind: kVerb, value: "stand", show: "seat"}
	ballotNoun = map[string]bool{"election": true, "re-election": true, "reelection": true}
)

// standings gives the trigger of a candidature whose words begin at token i:
// "won a seat on", "is running for membership of", "its bid for re-election to".
func (c *clause) standings(i int) bool {
	if c.tokens[i].shape != lower && i != c.s.from {
		return false
	}
	tg, n := c.at(i, kSeat)
	if tg == nil {
		return false
	}
	from := i + n
	switch tg.value {
	case "win", "run":
		if !c.seatWithin(from) && !(tg.value == "run" && (c.standsForAt(from) || c.stage.ballot != nil && c.goesOnWith(tg, i, from))) && !(tg.value == "win" && c.majorityAfter(from)) {
			return false
		}
	case "noun":
		if from = c.pastOf(from); ballotNoun[c.tokens[i].word.folded] && c.standsBeside(i) == nil {
			return false
		}
	case "place":
		if c.backedBefore(i) == nil {
			return false
		}
	default:
		return false
	}
	body := c.seatBody(from)
	if body == nil && tg.value != "noun" {
		body = c.officeSought(i, from)
	}
	if body == nil && tg.value == "win" && c.termAfter(from) {
		if by := c.subjectBefore(i, c.s.from); len(by) == 1 {
			body = c.officeOf(by[0].who)
		}
	}
	if body == nil && (c.stage.ballot == nil || !c.goesOnWith(tg, i, from)) {
		return false
	}
	t := trigger{i, n, soughtTag, false}
	if tg.value == "win" && !c.failing(i) || ballotNoun[c.tokens[i].word.folded] && tg.value == "noun" && !c.hoped(i) && c.backedBefore(i) == nil {
		t.tag = wonTag
	}
	c.verbs = append(c.verbs, t)
	return true
}

// goesOnWith reports words of a seat at token i that need no body where the text
// told of an election: "won a third term", "retained her seat", "their bids", "the race".
func (c *clause) goesOnWith(tg *tag, i, from int) bool {
	f := c.tokens[i].word.folded
	switch tg.value {
	case "win":
		return c.termAfter(from) || c.seatTold(from) || c.majorityAfter(from)
	case "run":
		return c.seatTold(from) || strings.HasSuffix(f, "ing") && c.isBe(i-1) && c.tokens[min(from, c.s.to-1)].shape == mark // "Malta and Peru are standing."
	}
	return !ballotNoun[f] && (c.is(i-1, kPronoun) || f == "race" && c.is(i-1, kArticle))
}

// outcome gives how a candidature ended, and the words that say so.
func (c *clause) outcome(t trigger) (string, span) {
	at := c.bytes(t.at, t.at+t.n)
	if t.tag.value == "elect" {
		if c.tongue.tag == "en" && c.negated(t.at) {
			return "not_elected", at
		}
		return "elected", at
	}
	for _, r := range c.asides {
		if k := r[1] + 1; c.enclosed(t.at, k) && k < c.s.to && c.tokens[k].word.in(bowingOut) { // "who was nominated, declined to stand"
			return "withdrawn", c.bytes(k, k+1)
		}
	}
	for k := max(c.s.from, t.at-7); k <= t.at && c.tongue.tag == "en"; k++ {
		switch f := c.tokens[k].word.folded; f {
		case "withdrew", "withdrawn", "withdrawing", "withdraws":
			return "withdrawn", c.bytes(k, k+1)
		case "lost", "unsuccessful", "unsuccessfully", "failed":
			return "not_elected", c.bytes(k, k+1)
		}
	}
	return "", at
}

// bowingOut are the verbs of who stands no more.
var bowingOut = forms("declined declines refused refuses withdrew withdraws")

// standsForAt reports "for" at token i, or after "again".
func (c *clause) standsForAt(i int) bool {
	if i < c.s.to && c.tokens[i].word.folded == "again" {
		i++
	}
	if _, to := c.dateAt(i + 1); i+1 < c.s.to && c.is(i, kIn) && to > i+1 {
		i = to
	}
	return i < c.s.to && c.tokens[i].word.folded == "for"
}

// seatTold reports "the post" or "her seat" that the text told of, at token i.
func (c *clause) seatTold(i int) bool {
	if i < c.s.to && c.tokens[i].word.folded == "for" {
		i++
	}
	tg := c.seatTag(i + 1)
	return i+1 < c.s.to && c.is(i, kArticle) && c.tokens[i].word.folded != "a" && tg != nil && tg.value == "place"
}

// majorityAfter reports "an absolute majority" right after token i.
func (c *clause) majorityAfter(i int) bool {
	for k := i; k < min(c.s.to, i+4); k++ {
		if c.tokens[k].word.folded == "majority" {
			return true
		}
	}
	return false
}

// termAfter reports "a third term" or "re-election" right after token i.
func (c *clause) termAfter(i int) bool {
	for k := i; k < min(c.s.to, i+4); k++ {
		switch c.tokens[k].word.folded {
		case "term", "re-election", "reelection":
			return true
		}
	}
	return false
}

// failing reports "failed to win", "hopes to win": nothing is won yet.
func (c *clause) failing(i int) bool {
	for k := max(c.s.from, i-2); k < i; k++ {
		if c.is(k, kTo) || c.is(k, kNot) || c.is(k, kFuture) {
			return true
		}
	}
	return c.tokens[i].word.folded == "lost"
}

// hoped reports an election that is only sought or supported.
func (c *clause) hoped(i int) bool {
	for k := max(c.s.from, i-8); k < i; k++ {
		if tg := c.seatTag(k); tg != nil && tg.value == "run" || c.backs(k) || c.is(k, kFuture) {
			return true
		}
	}
	return false
}

// backs reports a word of backing a candidate.
func (c *clause) backs(i int) bool {
	for _, stem := range [...]string{"support", "back", "endors", "nominat", "propos", "recommend", "present", "field"} {
		if strings.HasPrefix(c.tokens[i].word.folded, stem) && c.tokens[i].shape == lower {
			return true
		}
	}
	return false
}

func (c *clause) seatTag(i int) *tag {
	tg, _ := c.at(i, kSeat)
	return tg
}

// seatWithin reports a noun of a seat within a few words of token i.
func (c *clause) seatWithin(i int) bool {
	for k := i; k < min(c.s.to, i+7); k++ {
		if tg := c.seatTag(k); tg != nil && (tg.value == "place" || tg.value == "noun") {
			return true
		}
		if t := &c.tokens[k]; t.shape == mark && !t.glued || c.is(k, kPast) {
			return false
		}
	}
	return false
}

// pastOf gives the token after "of X" that names the candidate of a noun.
func (c *clause) pastOf(i int) int {
	if i >= c.s.to || c.tokens[i].word.folded != "of" {
		return i
	}
	end, at := i, i+1
	for c.is(at, kHonorific) || c.is(at, kArticle) || c.mark(at, ".") {
		at++
	}
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.from > i && ch.from <= max(end+2, at) && (ch.kind == aPerson || ch.kind == aPost || ch.kind == aState) {
			end = ch.to
		}
	}
	return max(end, i)
}

// seatBody gives the body of a seat named from token i on, past articles,
// figures, terms and nouns of seats only.
func (c *clause) seatBody(i int) *chunk {
	for k := i; k < min(c.s.to, i+16); k++ {
		for n := range c.chunks {
			ch := &c.chunks[n]
			if ch.from != k || k == i {
				continue
			}
			if ch.kind == anOrg {
				return ch
			}
			if ch.kind == aPost && ch.post.body != nil && ch.post.body.kind == anOrg { // "the post of Director of the Bank"
				return &chunk{kind: anOrg, who: ch.post.body, from: ch.from, to: ch.to}
			}
		}
		if !c.ofSeat(k) && !c.predecessor(k) {
			return nil
		}
	}
	return nil
}

// ofSeat reports a word that may stand between a candidature and the body.
func (c *clause) ofSeat(i int) bool {
	if tg := c.seatTag(i); tg != nil && tg.value != "over" && tg.value != "beat" || c.is(i, kArticle) || c.is(i, kLink) || c.is(i, kTo) || c.is(i, kIn) || c.is(i, kModifier) || c.is(i, kOrdinal) || c.tokens[i].shape == number || c.tokens[i].word.in(numerals) {
		return true
	}
	switch f := c.tokens[i].word.folded; f {
	case "again", "elections", "onto", "helm", "head", "lead", "at", "succeed", "replace", "as", "(", ")", "-", "–", "period", "from", "years", "join", "become", "non-permanent", "rotating", "vacant", "one", "two", "consecutive", "next", "another", "president", "chair", "vice-president":
		return true
	default:
		return strings.HasSuffix(f, "-year") || strings.HasSuffix(f, "-member") || c.mark(i, "'s")
	}
}

// standsBeside gives whose a candidature or election is that the noun at token
// i names: "of X", "X's", "its"; nil if nobody's.
func (c *clause) standsBeside(i int) []actor {
	if end := c.pastOf(i + 1); end > i+1 {
		if by := c.groupEndingAt(end, i+1); len(by) > 0 {
			return by
		}
		if a := c.nearestBefore(end, 0); a != nil { // a State after "of"
			return []actor{*a}
		}
	}
	if by := c.backedBefore(i); len(by) > 0 {
		return by
	}
	k := i - 1
	for k > c.s.from && (c.is(k, kModifier) || c.is(k, kOrdinal) || c.tokens[k].word.senses == isAdjective) && c.tokens[k].shape == lower {
		k--
	}
	for n := range c.chunks {
		ch := &c.chunks[n]
		if ch.who != nil && ch.who.kind != anInstrument && (ch.genitive && k+1-ch.to <= 1 && k+1 >= ch.to || ch.kind == aState && ch.adj && ch.to == k+1) {
			return []actor{{ch.who, c.bytes(ch.from, ch.to), ch.from}}
		}
	}
	switch c.tokens[max(k, c.s.from)].word.folded {
	case "its", "their":
		return c.owners(k)
	case "his", "her":
		return c.ownPersons(k)
	}
	return nil
}

// ownPersons gives whom "his" or "her" at token k stands for: no State or body, but
// the candidate named last.
func (c *clause) ownPersons(k int) []actor {
	if by := c.owners(k); len(by) == 0 || by[0].who.kind == aPerson {
		return by
	}
	for n := len(c.standing) - 1; n >= 0; n-- {
		if who := c.standing[n].who.who; who.kind == aPerson {
			return []actor{{who, c.bytes(k, k+1), k}}
		}
	}
	return nil
}

// praised reports a verb of praise or thanks right before the name at token i.
func (c *clause) praised(i int) bool {
	for _, u := range c.verbs {
		if u.tag.value == "assess" && u.at < i && i-u.at-u.n <= 4 {
			return true
		}
	}
	return false
}

// owners gives whom "its" or "her" at token k stands for: who is thanked or
// congratulated right before it, else the subject of the verb before it.
func (c *clause) owners(k int) []actor {
	if a := c.nearestBefore(k, 2); a != nil && c.praised(a.pos) && !c.backs(k-1) {
		return []actor{*a}
	}
	v := k
	if !c.is(k-1, kVerb) && !c.is(k-1, kSeat) && c.verbEndingBefore(k) >= 0 {
		v = c.verbEndingBefore(k)
	} else {
		v = k - 1
	}
	if by := c.subjectBefore(v, c.s.from); len(by) > 0 {
		return by
	}
	if by := c.subjectBefore(c.auxiliaryBefore(k), c.s.from); len(by) > 0 {
		return by
	}
	for n := range c.chunks {
		if a := c.subjectAt(n); a != nil && c.chunks[n].from < k {
			return []actor{*a}
		}
	}
	if s := c.stage.subject; s != nil && c.pronounBefore(v) {
		return []actor{{s, c.bytes(k, k+1), k}}
	}
	return nil
}

// seatStood adds the candidatures of a trigger that names a seat.
func (c *clause) seatStood(t trigger) {
	from := t.at + t.n
	var who []actor
	switch c.seatTag(t.at).value {
	case "noun":
		from, who = c.pastOf(from), c.standsBeside(t.at)
	case "place":
		who = c.backedBefore(t.at)
	}
	body := c.seatBody(from)
	if body == nil && c.seatTag(t.at).value != "noun" {
		body = c.officeSought(t.at, from)
	}
	if by := c.subjectBefore(t.at, c.s.from); body == nil && len(by) == 1 {
		body = c.officeOf(by[0].who)
	}
	if body == nil && c.stage.ballot != nil { // "secured a third term"
		body = &chunk{kind: anOrg, who: c.stage.ballot.body.who, from: t.at, to: t.at + 1}
	}
	if body == nil {
		return
	}
	c.ballot(t, body)
	if len(who) == 0 {
		who = c.withdrawn(t)
	}
	if list := c.listOpens(body.to); len(who) == 0 && list > 0 && !c.namedSubject(t.at) { // "three candidates are vying for the post: A, B and C"
		persons, parties := c.actors(list, c.turnAfter(list))
		if who = persons; len(who) == 0 {
			who = statesOf(parties)
		}
	}
	if len(who) == 0 {
		who = c.seeker(t)
	}
	for _, a := range who {
		c.stand(t, a, body)
	}
	c.electionHeld(t, who, who, body)
}

// namedSubject reports a verb at a token whose subject bears a name, unlike "three countries".
func (c *clause) namedSubject(at int) bool {
	return slices.ContainsFunc(c.subjectBefore(at, c.s.from), func(a actor) bool { return a.who.kind != aState || a.who.entry != nil })
}

// withdrawn gives the person who is taken out of the race whose noun begins at a
// trigger: "withdrew its candidate, Ana Borg, from the race to lead the Bank".
func (c *clause) withdrawn(t trigger) []actor {
	i := t.at - 1
	if c.is(i, kArticle) {
		i--
	}
	if c.tokens[max(i, c.s.from)].word.folded != "from" {
		return nil
	}
	if c.mark(i-1, ",") {
		i--
	}
	if by := c.groupEndingAt(i, c.s.from); len(by) == 1 && by[0].who.kind == aPerson {
		return by
	}
	return nil
}

// seeker gives who runs for a seat or wins it: the subject of the verb, or of
// the one that it hangs on ("failed to win", "hopes to win", "entered the race").
func (c *clause) seeker(t trigger) []actor {
	v := t.at
	if c.is(v-1, kTo) && v-2 > c.s.from {
		v -= 2
	}
	if c.possessive(v - 1) { // "Fiji's intention to seek"
		if a := c.nearestBefore(v, 1); a != nil {
			return []actor{*a}
		}
	}
	if i := c.pastAuxiliaries(v, c.s.from); c.mark(i-1, ",") { // "five countries, A, B and C, are competing"
		if by := c.groupEndingAt(i-1, c.s.from); len(by) > 2 {
			return by
		}
	}
	if by := c.subjectBefore(v, c.s.from); len(by) > 0 {
		return by
	}
	if by := c.subjectBefore(c.auxiliaryBefore(v), c.s.from); len(by) > 0 {
		return by
	}
	if u := c.verbEndingBefore(v); u > c.s.from && c.seatTag(t.at).value == "noun" {
		if by := c.subjectBefore(u, c.s.from); len(by) > 0 {
			return by
		}
	}
	if by := c.meant(v); len(by) > 0 {
		return by
	}
	persons, parties := c.actors(c.s.from, v)
	persons = slices.DeleteFunc(persons, func(a actor) bool { return c.beaten(a.pos) })
	if len(persons) > 0 {
		return c.nearestOf(t, persons)
	}
	return c.nearestOf(t, parties)
}

// beaten reports a verb of winning against somebody right before the name at a token.
func (c *clause) beaten(pos int) bool {
	for i := pos - 1; i >= max(c.s.from, pos-4); i-- {
		if tg := c.seatTag(i); tg != nil && tg.value == "beat" {
			return true
		}
	}
	return false
}

// neverElected reports what did not happen: "had never been elected to", "is not among
// the candidates for".
func (c *clause) neverElected(t trigger) bool {
	for i := max(c.s.from, t.at-4); i < t.at; i++ {
		if c.tokens[i].word.folded == "never" || t.tag.value == "stand" && c.tokens[i].word.folded == "not" && (c.isBe(i-1) || c.is(i-1, kFuture)) {
			return true
		}
		if _, n := c.at(i, kNot); n > 1 && i+n == t.at && c.tokens[i].word.folded != "failed" { // "declined to stand"
			return true
		}
	}
	return false
}

// nominator reports who nominates, or spoke of it, rather than is nominated.
func (c *clause) nominator(t trigger, a actor) bool {
	if c.tongue.articles && !c.tongue.capitals && t.tag.value == "nominate" { // "a présenté la candidature de la juge X"
		persons, _ := c.actors(t.at+t.n, c.s.to)
		return len(persons) > 0 && a.pos < t.at
	}
	return c.tongue.tag == "en" && t.tag.value == "nominate" && !c.passive(t) && a.pos < t.at && !c.is(t.at-1, kLink)
}

// bareCandidate reports a candidate who is not named: "to field a candidate for".
func (c *clause) bareCandidate(t trigger) bool {
	if t.tag.value != "stand" || c.tongue.tag != "en" || !strings.HasPrefix(c.tokens[t.at].word.folded, "candidate") {
		return false
	}
	i := t.at - 1
	for k := len(c.chunks) - 1; k >= 0; k-- { // "the SADC candidate"
		if ch := &c.chunks[k]; ch.to == t.at && ch.kind == anOrg {
			i = ch.from - 1
		}
	}
	for c.is(i, kArticle) || c.is(i, kModifier) {
		i--
	}
	return !c.mark(i, ",") && !c.is(i, kPast) && !c.is(i, kAnd) && !strings.HasSuffix(c.tokens[max(i, c.s.from)].word.folded, "self") && c.tokens[max(i, c.s.from)].word.folded != "as"
}

// unnamedNominee gives the State that puts forward a candidate without a name:
// "Malta put forward candidates for the Council".
func (c *clause) unnamedNominee(t trigger, body *chunk) []actor {
	if t.tag.value != "nominate" || c.tongue.tag != "en" {
		return nil
	}
	for k := t.at + t.n; k < body.from; k++ {
		if c.nomineeWithin(k, k+1) {
			return statesOf(c.subjectBefore(t.at, c.s.from))
		}
	}
	return nil
}

// ballot is an election to a body that the text goes on to tell of.
type ballot struct {
	body *chunk
	at   span
	date chancery.Date
}

// ballot keeps the body that the text says somebody is elected to.
func (c *clause) ballot(t trigger, body *chunk) {
	if body == nil || c.tongue.tag != "en" || body.who.entry != nil && body.who.entry.ID == "body:UN" || t.tag.value != "elect" && t.tag.value != "stand" && t.tag.value != "nominate" && !t.noun || body.to-body.from == 1 && c.is(body.from, kOrg) && len(body.who.words) < 2 || t.noun && body.from-t.at > 4 {
		return
	}
	b := &ballot{body: &chunk{kind: anOrg, who: body.who, from: body.from, to: body.to}, at: c.bytes(body.from, body.to)}
	if d, ok := c.day(t.at, t.n); ok && d.day.from.Precision() == chancery.DayPrecision {
		b.date = d.day.from
	}
	c.stage.ballot = b
}

// rolled reads who was elected where the body was named before: "Among those
// elected were A and B", "C was also elected".
func (c *clause) rolled(t trigger) bool {
	b := c.stage.ballot
	if b == nil || t.noun || t.tag.value != "elect" && t.tag.value != "nominate" || c.tongue.tag != "en" {
		return false
	}
	next := c.pastPhrase(t.at + t.n)
	var who []actor
	switch {
	case c.is(next, kPast) || c.mark(next, ":") || next > t.at+t.n:
		persons, parties := c.actors(next, c.turnAfter(next))
		if who = statesOf(parties); len(persons) > 0 && (len(who) == 0 || persons[0].pos < who[0].pos) {
			who = persons
		}
	case c.amongBefore(t.at) > 0: // "A and B were among the States elected"
		who = c.subjectBefore(c.amongBefore(t.at), c.s.from)
	case c.isElected(t) && (c.titleAlone(next) || c.seatTold(next) || c.tokens[min(next, c.s.to-1)].shape == mark || c.is(next, kIn) || c.tokens[min(next, c.s.to-1)].word.folded == "for" || c.tokens[min(next, c.s.to-1)].word.folded == "from" || c.tokens[min(next, c.s.to-1)].word.folded == "as" || c.is(next, kWith)):
		who = c.subjectBefore(t.at-boolInt(c.is(t.at-1, kNot)), c.s.from) // "was not elected"
	}
	for _, a := range who {
		n := candidature{who: a, body: b.body.who, bodyAt: b.at, date: b.date, dateAt: b.at}
		n.result, n.at = c.outcome(t)
		if terms := c.terms(next); len(terms) > 0 {
			n.term, n.termAt = c.text[terms[0].start:terms[0].end], terms[0]
		}
		c.putCandidature(n)
	}
	return len(who) > 0
}

// amongBefore gives the token of an "among" with its "were" before token i, or 0.
func (c *clause) amongBefore(i int) int {
	for k := i - 1; k > max(c.s.from, i-7); k-- {
		if c.tokens[k].word.folded == "among" && c.is(k-1, kPast) {
			return k
		}
	}
	return 0
}

// inContention reads who else stood in the election told of: "also in the
// running were A and B", "nine candidates, including A and B", "her rival, A".
func (c *clause) inContention(t trigger) {
	n, ok := c.contest()
	if !ok {
		return
	}
	var who []actor
	next := t.at + t.n
	switch list := c.listOpens(next); {
	case list > 0:
		persons, parties := c.actors(list, c.turnAfter(list))
		if who = persons; len(who) == 0 {
			who = statesOf(parties)
		}
	case c.tokens[t.at].word.folded == "in" || c.tokens[t.at].word.folded == "withdrew":
		who = c.subjectBefore(t.at, c.s.from)
	case c.tokens[min(next, c.s.to-1)].word.folded == "from": // "Candidates from Malta and Chad had withdrawn"
		_, parties := c.actors(next+1, c.pastFrom(next))
		who = statesOf(parties)
	case c.mark(next, ","): // "Her rival, Mr Borg, received 25 votes"
		if a := c.nearestAfter(next+1, 2); a != nil {
			who = []actor{*a}
		}
	default: // "his challenger Ana Borg"
		if a := c.nearestAfter(next, 0); a != nil {
			who = []actor{*a}
		}
	}
	for _, a := range who {
		if a.who.kind == aPerson || a.who.kind == aState {
			m := candidature{who: a, body: n.body, bodyAt: n.bodyAt, date: n.date, dateAt: n.dateAt}
			m.result, m.at = c.outcome(t)
			c.putCandidature(m)
		}
	}
}

// pastFrom gives the first verb after token i.
func (c *clause) pastFrom(i int) int {
	for ; i < c.s.to && !c.finiteAt(i); i++ {
	}
	return i
}

// listOpens gives the token after which a list of candidates stands that opens
// within a few words of token i: "include", "including", "were".
func (c *clause) listOpens(i int) int {
	for k := i; k < min(c.s.to, i+9); k++ {
		if c.is(k, kTerm) && strings.HasPrefix(c.tokens[k].word.folded, "includ") || k == i && (c.is(k, kPast) || c.mark(k, "–") || c.mark(k, "—")) || c.mark(k, ":") {
			return k + 1
		}
		if c.tokens[k].word.folded == "among" && c.tokens[min(k+1, c.s.to-1)].word.folded == "them" {
			return k + 2
		}
	}
	return 0
}

// titleAlone reports a title without its body at token i, which ends its clause:
// "was elected Rapporteur".
func (c *clause) titleAlone(i int) bool {
	for c.is(i, kModifier) {
		i++
	}
	_, n := c.at(i, kTitle)
	return n > 0 && (c.tokens[min(i+n, c.s.to-1)].shape == mark || c.is(i+n, kAnd))
}

// pastPhrase gives the token of the "were" that a phrase after "elected" parts
// from it: "elected in the same category were".
func (c *clause) pastPhrase(i int) int {
	if !c.is(i, kIn) && c.tokens[min(i, c.s.to-1)].word.folded != "from" {
		for k := i; k < min(c.s.to, i+5) && (c.tokens[k].shape == lower || slices.Contains(c.stage.ballot.body.who.words, c.tokens[k].word.folded)) && !c.is(k, kTo) && !c.is(k, kVerb); k++ { // "the elected regular members are"
			if c.is(k, kPast) || c.is(k, kTerm) && strings.HasPrefix(c.tokens[k].word.folded, "includ") {
				return k
			}
		}
		return i
	}
	for k := i; k < min(c.s.to, i+8) && c.tokens[k].shape != mark; k++ {
		if c.is(k, kPast) {
			return k
		}
	}
	return i
}

// turnAfter gives where a list after token i ends: at "while" or "but".
func (c *clause) turnAfter(i int) int {
	for ; i < c.s.to; i++ {
		switch c.tokens[i].word.folded {
		case "while", "but", "whereas", "with", "succeeding", "replacing", "over":
			return i
		}
	}
	return i
}

// statesOf leaves the States of a list.
func statesOf(list []actor) (out []actor) {
	for _, a := range list {
		if a.who.kind == aState && a.who.entry != nil {
			out = append(out, a)
		}
	}
	return out
}
