package press

import (
	"chancery"
	"sort"
	"strings"
)

// undertaking is a concrete thing that somebody is to do.
type undertaking struct {
	by    []actor
	text  span
	due   chancery.Date
	dueAt span
	rule  string
}

// undertakings reads what is agreed, promised or planned.
func (c *clause) undertakings() {
	if c.s.heading {
		return
	}
	for _, t := range c.verbs {
		if t.noun || c.negated(t.at) {
			continue
		}
		switch t.tag.value {
		case "adopt", "approve":
			c.decided(t)
		case "promise":
			if !c.tongue.capitals && c.saysThat(t) && !c.toComeAfter(t.at+t.n) || c.romance() && t.at > c.s.from && c.invertedTeller(t.at-1) != nil {
				continue
			}
			if c.tokens[t.at+t.n-1].word.folded != "that" || c.toAct(t.at+t.n) || c.tokens[t.at].word.folded != "announced" || !c.meets(t.at+t.n) { // an event only announced is no promise
				c.promised(t, ruleAgreed)
			}
		case "action":
			if c.tongue.tag != "en" && c.willBefore(t.at) && !c.wished(t.at) && !c.eventAfter(t) {
				c.promised(t, ruleWill)
			}
		}
	}
	c.proposalsApproved()
	c.listedDeed()
	c.willDo()
	c.willDeeds()
	c.resolves()
	c.giftsAnnounced()
	c.vows()
}

// idle are verbs after "will" that promise nothing: states, effects, and the
// parts that persons take in events.
var idle = map[string]bool{"be": true, "have": true, "remain": true, "continue": true, "become": true, "serve": true, "contribute": true, "benefit": true,

	"attend": true, "participate": true, "visit": true, "meet": true, "hold": true, "host": true, "take": true, "face": true, "need": true, "see": true,
	"celebrate": true, "mark": true, "get": true, "come": true, "go": true, "arrive": true, "travel": true, "depart": true, "receive": true, "deliver": true,
	"speak": true, "address": true, "represent": true, "succeed": true, "replace": true, "compete": true, "expire": true, "end": true, "begin": true, "start": true,
	"play": true, "help": true, "focus": true, "include": true, "enter": true, "lead": true, "chair": true, "join": true, "give": true, "allow": true, "enable": true,
	"depend": true, "apply": true, "not": true, "never": true, "pay": true, "make": true, "find": true, "know": true, "win": true, "lose": true, "stand": true,
	"undertake": true, "sign": true, "discuss": true, "exchange": true, "review": true, "call": true, "witness": true, "elect": true, "return": true, "leave": true,
	"feature": true, "consist": true, "cost": true, "last": true, "open": true, "run": true, "vote": true, "consider": true, "still": true, "always": true, "assume": true,
	"fly": true, "tour": true, "embark": true, "proceed": true, "accompany": true, "decide": true, "choose": true, "sit": true, "co-chair": true, "keep": true}

// giving are verbs that promise something where money or aid is their object.
var giving = forms("contribute give make pay deliver")

// willDo reads "the Ministry will publish the report": any deed after "will"
// whose subject, an actor, stands right before it; and what "will be published".
func (c *clause) willDo() {
	if c.tongue.tag != "en" {
		return
	}
	for i := c.s.from + 1; i+2 < c.s.to; i++ {
		n := c.futureAt(i)
		if n == 0 || c.wished(i) || c.neitherBefore(i) {
			continue
		}
		v := c.pastAdverbs(i + n)
		if c.tokens[v].word.folded == "be" {
			if v = c.pastAdverbs(v + 1); !strings.HasSuffix(c.tokens[v].word.folded, "ing") {
				c.willBeDone(i, v)
				continue
			}
		}
		from := v
		if v+2 < c.s.to && c.tokens[v].word.folded == "continue" && c.is(v+1, kTo) {
			v += 2
		}
		if v+2 >= c.s.to || c.tokens[v].shape != lower || c.is(v, kPast) {
			continue
		}
		t := trigger{from, v + 1 - from, &tag{kind: kVerb, value: "action"}, false}
		if by := c.partiesUnder(i); by != nil {
			c.pledge(t, by, ruleWill)
		} else if c.isDeed(v) && c.doerKnown(i) && !c.eventAfter(t) && !c.standsFor(v) && !c.openedInPerson(i, v) {
			c.promised(t, ruleWill)
		}
	}
}

// neitherBefore reports "neither" before the subject of the "will" at token i.
func (c *clause) neitherBefore(i int) bool {
	for k := i - 1; k >= max(c.s.from, i-maxAside) && !c.mark(k, ";"); k-- {
		if f := c.tokens[k].word.folded; f == "neither" || f == "nobody" || f == "none" {
			return true
		}
	}
	return false
}

// doerKnown reports that the subject of the "will" at token i is an actor, who may
// stand before the verb that "and" joins this one to.
func (c *clause) doerKnown(i int) bool {
	return c.actorEndsAt(i) || c.lastHere(i) != nil || c.is(i-1, kAnd) && len(c.subjectBefore(i, c.s.from)) > 0
}

// isDeed reports a verb at token i after "will" that tells something done.
func (c *clause) isDeed(i int) bool {
	f, next := infinitive(c.tokens[i].word.folded), c.tokens[i+1].word.folded
	switch {
	case f == "host" && (c.is(i+1, kIn) || next == "on" || c.tokens[i+1].shape == mark): // "the conference that Oslo will host in May"
		return false
	case c.actionAt(i), !idle[f], next == "available":
		return true
	case f == "pay":
		return !c.tokens[c.pastOwner(i+1)].word.in(paidHonours)
	case f == "vote":
		return next == "for" || next == "against"
	case f == "take":
		return next == "over" && !c.seatWithin(i+1) && (c.article(i+2) || !c.is(i+2, kStop)) // a task, and not an office
	case f == "run":
		return c.tokens[i+1].word.senses&(isNoun|isAdjective) != 0 && !c.is(i+1, kStop)
	case c.tokens[i].word.in(ofThings):
		return c.newThing(i+1) && !c.tokens[c.headOf(i+1)].word.in(spoken)
	case f == "begin" || f == "start":
		return next == "to" || c.gerund(i+1) || c.tokens[i+1].word.in(undertakenWork)
	case f == "apply":
		return next == "for" || next == "to"
	case f == "proceed" || f == "embark":
		return next == "with" || next == "on"
	case f == "make":
		return c.publicAfter(i + 1)
	}
	return giving.has(f) && (c.gift(i+1) > 0 || f == "contribute" && !c.is(i+1, kTo))
}

// openedInPerson reports that what the verb at token v after the "will" at token i tells
// is a ceremony: a person opens what is there, "she will open the embassy on Friday",
// joins others, or names a candidate.
func (c *clause) openedInPerson(i, v int) bool {
	f := c.tokens[v].word.folded
	if f == "nominate" || f == "field" {
		a := c.nearestAfter(v+1, reach)
		return a != nil && a.who.kind == aPerson
	}
	if opens := f == "open" || f == "inaugurate" || f == "unveil" || f == "launch"; f != "join" && !opens || opens && c.newThing(v+1) {
		return false
	}
	if p := c.tokens[i-1].word.folded; p == "he" || p == "she" {
		return true
	}
	by := c.subjectBefore(i, c.s.from)
	return len(by) == 1 && by[0].who.kind == aPerson
}

// ofThings are verbs that tell a deed of a thing that is new or counted, and otherwise
// a part in an event or a state: "open an office", "replace eleven bridges".
var ofThings = forms("open keep deliver replace opening keeping delivering replacing")

// undertakenWork are what is begun as a deed.
var undertakenWork = forms("work works construction production delivery deliveries operations services flights shipments exports imports distribution payments repairs")

// spoken are what is delivered in words or opened by a speaker.
var spoken = forms("speech speeches address statement remarks lecture keynote message verdict judgment judgement ruling presentation sermon oration eulogy debate exhibition festival fair floor door eye watch silence distance post minister president ambassador secretary director")

// newThing reports an object at token i that is new or counted: "a school", "its data
// centre", "40 clinics".
func (c *clause) newThing(i int) bool {
	if i+1 >= c.s.to {
		return false
	}
	f := c.tokens[i].word.folded
	return f == "a" || f == "an" || f == "its" || f == "their" || f == "new" || c.tokens[i].shape == number || c.tokens[i].word.in(numerals)
}

// headOf gives the last of the small words that a noun phrase at token i begins with.
func (c *clause) headOf(i int) int {
	for i+1 < c.s.to && c.tokens[i+1].shape != mark && !c.is(i+1, kLink) && !c.is(i+1, kStop) && !c.is(i+1, kTo) && !c.is(i+1, kAnd) {
		i++
	}
	return i
}

// publicAfter reports what is made "available" or "public" within the words from token i on.
func (c *clause) publicAfter(i int) bool {
	for k := i; k < min(c.s.to, i+maxAside) && !(c.tokens[k].shape == mark && !c.tokens[k].glued); k++ {
		if c.tokens[k].word.in(madePublic) {
			return true
		}
	}
	return false
}

var madePublic = forms("available public accessible operational free mandatory compulsory")

// paidHonours are what is paid that is no money.
var paidHonours = forms("tribute homage respects respect attention heed visit visits call")

// pastOwner gives the first token from i on that is no article, owner or adjective.
func (c *clause) pastOwner(i int) int {
	for i+1 < c.s.to && (c.is(i, kArticle) || c.is(i, kPronoun) || c.tokens[i].word.senses&(isAdjective|isNoun) == isAdjective) {
		i++
	}
	return min(i, c.s.to-1)
}

// partiesUnder gives the parties to what was agreed, where the "will" at token i stands
// in a clause that "under which" opens and whose subject is nobody by himself.
func (c *clause) partiesUnder(i int) []actor {
	from := c.subjectFrom(i)
	which := c.tokens[max(from-1, c.s.from)].word.folded
	if which == "which" && !c.is(from-2, kStop) || which != "which" && c.tokens[from].word.folded != "whereby" || c.actorEndsAt(i) {
		return nil
	}
	return c.agreers(i)
}

// actionAt reports a verb at token i that the tables have as one of doing.
func (c *clause) actionAt(i int) bool {
	for _, mt := range c.matches[c.first[i]:c.first[i+1]] {
		if mt.tag.kind == kVerb && mt.tag.value == "action" {
			return true
		}
	}
	return false
}

// foreseeing are the words of those who only hope or foresee what will be.
var foreseeing = forms("hopes hope hoped hoping expects expecting believes believed forecasts forecast predicts predicted fears feared confident confidence optimism warns doubts convinced")

// wished reports that somebody only hopes for what the "will" at token i tells,
// or foresees it.
func (c *clause) wished(i int) bool {
	for k := i - 1; k >= max(c.s.from, i-16) && !c.mark(k, ";"); k-- {
		if f := c.tokens[k].word.folded; c.tokens[k].word.in(foreseeing) || f == "expected" && !c.is(k-1, kPast) {
			return true
		}
	}
	return false
}

// infinitive gives the verb that the form in "-ing" of an idle one is of.
func infinitive(w string) string {
	stem, ok := strings.CutSuffix(w, "ing")
	switch {
	case !ok || idle[w]:
		return w
	case idle[stem+"e"]:
		return stem + "e"
	}
	return stem
}

// pastAdverbs gives the first token from i on that is no adverb, still in the sentence.
func (c *clause) pastAdverbs(i int) int {
	for i+1 < c.s.to && c.lightAdverb(i) {
		i++
	}
	if c.mark(i, ",") && c.tongue.tag == "en" {
		for k := i + 2; k < min(c.s.to-1, i+maxAside) && !c.is(k, kVerb) && !c.is(k, kAnd); k++ {
			if c.mark(k, ",") {
				return k + 1
			}
		}
	}
	return min(i, c.s.to-1)
}

// maxAside bounds the tokens of what commas set apart within a verb: "will, in turn, open".
const maxAside = 9

// futureAt gives the words of "will", "shall" or "is to" at token i, or of a
// "would" that tells what somebody said to be his future; 0 if none stands there.
func (c *clause) futureAt(i int) int {
	tg, n := c.at(i, kFuture)
	switch {
	case tg == nil || (c.tokens[i].word.folded == "must" || n == 3 && c.tokens[i+1].word.in(obliging)) && !c.deadlineAfter(i):
		return 0
	case tg.value == "will" || tg.value == "due":
		return n
	case tg.value == "would" && c.reported(i), n == 3 && c.expectedDeed(i, i+n):
		return n
	}
	return 0
}

// expectedDeed reports "is expected to" at token i before a deed, whose verb stands at
// token v: "the Commission is expected to launch the observatory". That somebody is
// expected to attend, to examine or to join tells no undertaking.
func (c *clause) expectedDeed(i, v int) bool {
	if c.tokens[i+1].word.folded != "expected" || v+1 >= c.s.to {
		return false
	}
	if c.tokens[v].word.folded == "be" {
		return c.tokens[v+1].word.in(conveyed)
	}
	return c.actionAt(v) && !c.vague(v) && !c.tokens[v].word.in(attendingLike)
}

// attendingLike are deeds that are a part in an event where they are only expected.
var attendingLike = forms("join return present host study assess cooperate")

// obliging are participles of a duty, which is an undertaking where it has a day.
var obliging = forms("required obliged bound")

// deadlineAfter reports a day by which something is to be done in the rest of the
// sentence after token i.
func (c *clause) deadlineAfter(i int) bool {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aDate && ch.from > i && c.due(ch.from) {
			return true
		}
	}
	return false
}

// reported reports whether a verb of saying or promising stands before token i
// of a sentence that makes no condition.
func (c *clause) reported(i int) bool {
	for k := c.s.from; k+1 < c.s.to; k++ {
		if c.tokens[k].word.folded == "if" && !strings.HasSuffix(c.tokens[k+1].word.folded, "elected") {
			return false
		}
	}
	for _, u := range c.verbs {
		if u.tag.value == "say" && u.at > i && c.toldAfter(u.at) {
			return true
		}
		if u.at < i && !u.noun && (u.tag.value == "say" || u.tag.value == "concur" || u.tag.value == "promise" || u.tag.value == "inform" || u.tag.value == "vouch") && !c.negated(u.at) {
			return true
		}
	}
	return false
}

// toldAfter reports a verb of saying at token at that closes, with its speaker before it,
// what is told: "Japan would fund the bridge, the Prime Minister said".
func (c *clause) toldAfter(at int) bool {
	for i := at - 1; i > max(c.s.from, at-16); i-- {
		if c.mark(i, ",") && len(c.subjectBefore(at, i)) > 0 {
			return true
		}
	}
	return false
}

// actorEndsAt reports whether an actor's name, its acronym in brackets, or "he"
// or "they", stands right before token i.
func (c *clause) actorEndsAt(i int) bool {
	if c.speaker(i) != nil { // "I will"
		return true
	}
	i = c.subjectEnd(i)
	if tg, _ := c.at(i-1, kPronoun); tg != nil && tg.value == "s" && (c.tokens[i-1].word.folded != "it" || c.teller(i) != nil || c.tellerOf(i) != nil || c.goesOn(i-1) || c.headIt(i) != nil) {
		return true
	}
	if c.ownCountry(i) != nil || c.tongue.tag == "en" && c.mark(i-1, ",") && len(c.subjectBefore(i, c.s.from)) > 0 {
		return true
	}
	for k := range c.chunks {
		ch := &c.chunks[k]
		if (ch.kind == aState && (ch.adj || ch.genitive) || ch.kind == anOrg && ch.who != nil) && ch.to < i && i-ch.to < 4 && c.people(ch.to, i) {
			return true
		}
		if ch.to == i && (ch.kind == aPlace && c.capitalActs(ch) != nil || ch.who != nil && ch.kind != anInstrument && ch.kind != aPlace || ch.kind == aSide) {
			return true
		}
	}
	return false
}

// subjectEnd gives where the subject ends before token i, past what stands loosely
// between it and the verb: "the Council itself will", "Malta in turn will", "Malta in May will".
func (c *clause) subjectEnd(i int) int {
	for c.tongue.tag == "en" && i-1 > c.s.from {
		switch w := c.tokens[i-1].word; {
		case w.in(stressing):
			i--
		case w.folded == "turn" && c.is(i-2, kIn):
			i -= 2
		default:
			if k := c.dateEndingAt(i, c.s.from); k < i {
				i = k
				continue
			}
			return i
		}
	}
	return i
}

// stressing are the words that only stress a subject.
var stressing = forms("itself themselves himself herself alone each both all")

// goesOn reports ", and it" after something promised in the same sentence.
func (c *clause) goesOn(i int) bool {
	n := len(c.promises) - 1
	if c.mark(i-2, ",") && c.is(i-1, kAnd) && len(c.firstSubject(i-2)) > 0 {
		return true
	}
	return n >= 0 && c.promises[n].text.start >= int(c.tokens[c.s.from].start) && c.mark(i-2, ",") && c.is(i-1, kAnd)
}

// closesPromise reports whether what is promised ends before token i.
func (c *clause) closesPromise(i int) bool {
	if c.anotherDeed(i) || c.andWhat(i) || c.alsoToCome(i) {
		return true
	}
	if c.tokens[i].shape != mark {
		return c.is(i, kAnd) && (c.clauseAt(i+1) || c.saysAt(i+1) || c.promiseAt(i+1) || c.didToo(i+1) || c.tongue.tag == "en" && c.is(i+1, kFuture) && c.futureAt(i+1) > 0 || c.tokens[min(i+1, c.s.to-1)].word.folded == "that") || c.tokens[i].word.folded == "while" && c.clauseAt(i+1)
	}
	switch c.tokens[i].word.form {
	case ".":
		return i+2 >= c.s.to || !abbreviations[c.tokens[i-1].word.folded]
	case ";":
		return true
	case ",", "،":
		if c.gapAt(i) {
			return true
		}
		if i+1 < c.s.to && (c.mark(i+1, "”") || c.mark(i+1, "\"")) || c.turns(i+1) || c.tongue.tag == "en" && c.is(i+1, kFuture) && c.futureAt(i+1) > 0 {
			return true
		}
		if c.is(i+1, kAnd) && c.closesPromise(i+1) || c.tokens[min(i+1, c.s.to-1)].word.in(turnsAbroad) {
			return true
		}
		return c.is(i+1, kAnd) && (c.willBeSoon(i+2) || c.is(i+2, kPronoun) && c.futureAt(i+3) > 0 || c.upper(i+2) || c.is(i+2, kArticle) && c.upper(i+3))
	}
	return false
}

// quotationEnd gives the sign that closes the quotation in which a token stands, or the end
// of the sentence: "« Nous enverrons dix experts », a promis la ministre".
func (c *clause) quotationEnd(at int) int {
	depth := 0
	for i := at; i < c.s.to; i++ {
		switch straight := c.mark(i, "\""); {
		case c.mark(i, "«") || c.mark(i, "“") || straight && !c.tokens[i].glued:
			depth++
		case c.mark(i, "»") || c.mark(i, "”") || straight:
			if depth == 0 {
				return i
			}
			depth--
		}
	}
	return c.s.to
}

// afterQuotation reports a verb at a token by which only who said the words quoted right
// before it is told: "« Nous enverrons dix experts », a promis la ministre".
func (c *clause) afterQuotation(at int) bool {
	comma, sign := at-1, at-2
	if !c.mark(comma, ",") { // "experts," promised
		comma, sign = sign, comma
	}
	return sign > c.s.from && c.mark(comma, ",") && (c.mark(sign, "»") || c.mark(sign, "”") || c.mark(sign, "\""))
}

// willBeSoon reports "will be" within a few words of token i of a clause.
func (c *clause) willBeSoon(i int) bool {
	for k := i; k < min(c.s.to, i+7) && c.tokens[k].shape != mark && !c.is(k, kVerb) && c.tongue.tag == "en"; k++ {
		if n := c.futureAt(k); n > 0 {
			return k+n < c.s.to && c.tokens[k+n].word.folded == "be"
		}
	}
	return false
}

// didToo reports a verb in the past at token i, with its object, of something else that
// was done: "decided to open an embassy and took note of", "and described the plan".
func (c *clause) didToo(i int) bool {
	w, next := c.tokens[i].word, min(i+1, c.s.to-1)
	if c.tongue.tag != "en" || c.tokens[i].shape != lower || c.is(i, kEvent) {
		return false
	}
	return w.in(onlyPast) || (strings.HasSuffix(w.folded, "ed") || w.in(pasts)) && (c.is(next, kArticle) || c.tokens[next].word.folded == "that")
}

// onlyPast are forms of verbs that are no participles too.
var onlyPast = forms("took gave began went came saw spoke wrote chose rose fell grew flew drew became ran broke")

// saysAt reports a verb of saying at token i, which goes on to something else:
// "announced a loan and said that the Bank would".
func (c *clause) saysAt(i int) bool {
	tg, _ := c.at(i, kVerb)
	return c.tongue.tag == "en" && tg != nil && (tg.value == "say" || tg.value == "inform" || tg.value == "note" || tg.value == "assess" || tg.value == "suggest") && strings.HasSuffix(c.tokens[i].word.folded, "d")
}

// turnsAbroad are the words outside English that turn to what another does:
// "tandis que", "mientras que".
var turnsAbroad = forms("tandis alors mientras بينما فيما")

// meets reports whether a verb of meeting or visiting follows within a few words.
func (c *clause) meets(at int) bool {
	for _, u := range c.verbs {
		if u.at >= at && u.at < at+14 && (u.tag.value == "meet" || u.tag.value == "visit" || u.tag.value == "call") {
			return true
		}
	}
	return false
}

// decided reads "adopted a decision to send peacekeepers".
func (c *clause) decided(t trigger) {
	k := c.instrumentOf(t)
	if k < 0 || c.chunks[k].head == nil || c.chunks[k].head.value != "resolution" {
		return
	}
	to := c.chunks[k].to
	if !c.is(to, kTo) {
		return
	}
	for _, u := range c.verbs {
		if u.at == to+1 && u.tag.value == "action" {
			c.promised(trigger{u.at, u.n, t.tag, false}, ruleAgreed)
			return
		}
	}
}

// willAt gives the token of the next "will", or the end of the sentence.
func (c *clause) willAt(at int) int {
	for i := at; i < c.s.to; i++ {
		if tg, _ := c.at(i, kFuture); tg != nil && (tg.value == "will" || tg.value == "would" && c.reported(i)) {
			return i
		}
	}
	return c.s.to
}

// willBefore reports whether "will" or "must" stands right before a verb.
func (c *clause) willBefore(at int) bool {
	for i := at - 1; i >= c.s.from && i >= at-3; i-- {
		if tg, _ := c.at(min(i, c.futureEndingAt(i+1, c.s.from)), kFuture); tg != nil { // "will", "is set to"
			return tg.value == "will" || tg.value == "due" && c.tongue.tag == "en" || tg.value == "would" && c.reported(i)
		}
		if c.tokens[i].shape == mark {
			return false
		}
	}
	return false
}

// lightAdverb reports an adverb that may stand between an English auxiliary and its verb.
func (c *clause) lightAdverb(i int) bool {
	w := c.tokens[i].word
	return w.in(lightAdverbs) || strings.HasSuffix(w.folded, "ly") && w.senses&isVerb == 0 // not "supply"
}

var lightAdverbs = forms("also likewise similarly further then now today tomorrow therefore thus already soon next again still instead each both all jointly together first later")

// eventAfter reports an event as the object of a verb: "undertake a visit", "ouvrira jeudi
// à Lomé les travaux de la conférence".
func (c *clause) eventAfter(t trigger) bool {
	from := t.at + t.n
	for n := 0; n < 3 && c.romance() && from < c.s.to; n++ {
		from += max(c.circumstanceAbroad(from), c.asideAbroad(from))
	}
	if c.romance() && c.tokens[min(from+1, c.s.to-1)].word.folded == "travaux" {
		from += 2
	}
	for i := from; i < min(c.s.to, from+4); i++ {
		if c.is(i, kEvent) && !strings.HasPrefix(c.tokens[i].word.folded, "re-") { // "support its re-election" is no event
			return true
		}
	}
	return false
}

// partOfPromise reports that a byte stands in what was promised before in the
// sentence, within its last maxCoordinated promises.
func (c *clause) partOfPromise(at int) bool {
	from := int(c.tokens[c.s.from].start)
	for n := len(c.promises) - 1; n >= max(0, len(c.promises)-maxCoordinated) && c.promises[n].text.end > from; n-- {
		if u := c.promises[n].text; u.start <= at && at < u.end {
			return true
		}
	}
	return false
}

// maxCoordinated bounds the promises of a sentence that are compared.
const maxCoordinated = 16

func (c *clause) promised(t trigger, rule chancery.Rule) {
	if c.standsFor(t.at+t.n) || c.toAppoint(t) || c.afterQuotation(t.at) { // told as a candidature, as an appointment, or in his own words
		return
	}
	that := c.tongue.tag == "en" && c.tokens[t.at+t.n-1].word.folded == "that"
	if c.partOfPromise(int(c.tokens[t.at].start)) || that && c.standsFor(c.willAt(t.at+t.n)+1) {
		return
	}
	by := c.promiser(t)
	if one := c.doerBeside(t.at); len(one) > 0 && (c.tongue.verbLast || t.n == 1 && c.deedToCome(t.at)) {
		by = one
	}
	if own := c.homeland(t.at); len(own) > 0 {
		by = own
	}
	if first := c.firstDeed(t.at); len(first) > 0 {
		by = first
	}
	if that {
		by = c.answersFor(t, by)
	}
	if own := c.doerOfClause(t); own != nil {
		by = own
	}
	if own := c.doerInRussian(t.at); own != nil && t.n == 1 && (t.tag.value == "promise" || t.tag.value == "action") && !c.passive(t) {
		by = own
	}
	if len(by) == 0 {
		c.d.Nearly(rule.Name, int(c.tokens[t.at].start), int(c.tokens[t.at+t.n-1].end), "nobody is named who undertakes it")
		return
	}
	c.pledge(t, by, rule)
}

// answersFor gives who answers for what the clause after "that" says is to be done: its
// subject, with those who agreed on it, or whom the one who promises it speaks for.
func (c *clause) answersFor(t trigger, by []actor) []actor {
	will := c.willAt(t.at + t.n)
	if c.toAct(t.at + t.n) {
		will = c.chunkOver(c.pastArticle(t.at + t.n)).to
	}
	agreed := by
	if len(by) < 2 || !strings.HasPrefix(c.tokens[t.at].word.folded, "agree") {
		agreed = nil
	}
	if own := c.subjectBefore(will, t.at+t.n); len(own) > 0 {
		return append(agreed, own...) // who agreed that somebody will act answers for it too
	}
	if persons, parties := c.actors(t.at+t.n, will); len(persons)+len(parties) > 0 {
		return append(append(agreed, persons...), parties...)
	}
	if a := c.hostOf(will); a != nil {
		return []actor{*a}
	}
	if f := c.tokens[will-1].word.folded; f == "he" || f == "she" {
		return by
	}
	return c.onBehalf(by)
}

// onBehalf gives the State or body for which one person promises what he is not said to
// do himself: "the Ambassador announced that four officers would be sponsored".
func (c *clause) onBehalf(by []actor) []actor {
	if len(by) != 1 || by[0].who.kind != aPerson {
		return by
	}
	a := by[0]
	a.who = c.standingFor(a.who)
	return []actor{a}
}

// pledge notes what the words from a verb on say that somebody undertakes.
func (c *clause) pledge(t trigger, by []actor, rule chancery.Rule) {
	if c.partOfPromise(int(c.tokens[t.at].start)) {
		return
	}
	by = c.outsideNames(c.outsidePromises(by))
	from := t.at
	to, end := from+t.n, c.quotationEnd(from)
	for to < end && !c.closesPromise(to) && c.secondThing(t, to) == 0 && !(t.tag == ownedTag && c.isBe(to) && c.tokens[to].word.in(standing)) { // "its offer to open a school was welcomed"
		to++
	}
	next := c.secondThing(t, to)
	for i := from; i < to; i++ { // ", anunció el ministro", ", the Minister said"
		if c.mark(i, ",") && c.attributed(i+1) && !(c.romance() && (i-from < 3 || c.is(i-1, kAnd))) {
			to = i
		}
	}
	if c.tongue.verbLast {
		from, to = c.s.from, t.at+t.n
		for _, a := range by {
			if i := c.endOf(a); i > from && i < t.at {
				from = i
			}
		}
	}
	if to-from < min(t.n+2, 3) && t.tag != acceptedTag && t.tag != doneTag {
		return
	}
	u := undertaking{by: by, text: c.bytes(from, to), rule: rule.Name}
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.kind == aDate && ch.from >= t.at && (ch.from < to || c.tongue.verbLast) && !ch.day.from.IsZero() && c.due(ch.from) {
			u.due, u.dueAt = ch.day.from, c.bytes(ch.from, ch.to)
		}
	}
	c.promises = append(c.promises, u)
	if next > 0 {
		c.pledge(trigger{next - 1, 1, t.tag, false}, by, rule)
	}
}

// outsidePromises leaves out who is only named in what was promised before in the
// sentence: "with Germany pledging a million for the Fund and Norway promising more".
func (c *clause) outsidePromises(list []actor) []actor {
	if len(list) < 2 {
		return list
	}
	var out []actor
	for _, a := range list {
		if !c.partOfPromise(int(c.tokens[a.pos].start)) {
			out = append(out, a)
		}
	}
	if len(out) == 0 {
		return list
	}
	return out
}

// crediting are the words of Spanish and French before who said it.
var crediting = forms("según selon")

// attributed reports whether only who said it follows from token at: "said X",
// "X confirmed on Monday".
func (c *clause) attributed(at int) bool {
	if tg, _ := c.at(at, kVerb); tg != nil && tg.value == "say" {
		return true
	}
	if !c.tongue.capitals { // "informó su representante", "según anunció el embajador"
		tg, _ := c.at(at, kVerb)
		return c.romance() && (tg != nil && (tg.value == "inform" || tg.value == "note") || c.tokens[min(at, c.s.to-1)].word.in(crediting))
	}
	for _, u := range c.verbs {
		if u.at <= at || u.at > at+16 || u.tag.value != "say" && u.tag.value != "vouch" {
			continue
		}
		for k := at; k < u.at; k++ {
			if c.tokens[k].shape == mark && !c.tokens[k].glued || c.is(k, kAnd) && c.tokens[k].shape == lower && !c.inName(k) {
				return false
			}
		}
		end := u.at + u.n
		_, dateTo := c.dateAt(end)
		return end >= c.s.to || c.tokens[end].shape == mark || c.is(end, kIn) || c.is(end, kDuring) || c.is(end, kStop) && c.tokens[end].word.folded != "that" || dateTo > end
	}
	return false
}

// inName reports whether a token stands inside a name.
func (c *clause) inName(i int) bool {
	k := sort.Search(len(c.chunks), func(k int) bool { return c.chunks[k].from > i })
	for n := k - 1; n >= max(0, k-4); n-- {
		if i < c.chunks[n].to {
			return true
		}
	}
	return false
}

// hostOf gives who does what a passive after "will" at token at says: "will be
// hosted by Chad".
func (c *clause) hostOf(at int) *actor {
	for i := at; i < min(c.s.to, at+6); i++ {
		if c.is(i, kBy) {
			return c.nearestAfter(i+1, 1)
		}
	}
	return nil
}

// outsideNames leaves out who is only named inside an instrument's name.
func (c *clause) outsideNames(list []actor) []actor {
	var out []actor
	for _, a := range list {
		inside := false
		for k := range c.chunks {
			ch := &c.chunks[k]
			inside = inside || ch.kind == anInstrument && ch.from+boolInt(c.tongue.verbFirst) <= a.pos && a.pos < ch.to // "البرنامج" may be a body
		}
		if !inside {
			out = append(out, a)
		}
	}
	return out
}

// due reports whether "by" or "before" makes the date at token at a deadline.
func (c *clause) due(at int) bool {
	for at > c.s.from && c.tokens[at-1].word.in(yearsArabic) {
		at--
	}
	for i := at - 1; i >= c.s.from && i >= at-5; i-- {
		if tg, n := c.at(i, kDuring); tg != nil && tg.value == "due" && i+n >= at-1 {
			return (i+n == at || c.tokens[i].word.folded != "к") && !c.tokens[max(i-1, c.s.from)].word.in(scheduledAbroad) // not "к памятнику 7 мая"
		}
	}
	return false
}

// yearsArabic are the words for "year" before its number: "قبل نهاية عام 2026".
var yearsArabic = forms("عام العام سنه السنه")

// promiser gives who promises: the subject, "the sides", "it"; of "it was
// agreed", those who met; of what "we" shall do, who says so.
func (c *clause) promiser(t trigger) []actor {
	if by := c.verbSubject(t); len(by) > 0 {
		return by
	}
	if by := c.namedAfterVerb(t); len(by) > 0 {
		return by
	}
	if c.impersonal(t.at) || t.tag.show == "sides" && !c.tongue.capitals {
		if by := c.whoMet(t.at, t.n); by != nil {
			return by
		}
		return c.agreers(t.at)
	}
	if a := c.speaker(t.at); a != nil {
		return []actor{*a}
	}
	if by := c.sameAsBefore(t); len(by) > 0 {
		return by
	}
	if by := c.vowing(t); len(by) > 0 {
		return by
	}
	switch t.tag {
	case reachedTag:
		return c.reachedBy(t)
	case ownedTag:
		return c.ownedBy(t)
	case mandateTag:
		return c.mandated(t)
	case acceptedTag:
		if a := c.stage.invited; a != nil {
			return []actor{{a, c.bytes(t.at, t.at+t.n), t.at}}
		}
		return nil
	}
	if a := c.possessor(t); a != nil {
		return []actor{*a}
	}
	if by := c.subjectBefore(t.at, c.s.from); len(by) > 0 {
		return firstThree(c.ofMainClause(by, t.at))
	}
	return c.promiserElsewhere(t)
}

// namedAfterVerb gives, in Arabic, who is named after the verb that tells a promise: a
// body, or those between whom it was agreed ("تم الاتفاق بين مصر والسودان على").
func (c *clause) namedAfterVerb(t trigger) []actor {
	if !c.tongue.verbFirst {
		return nil
	}
	if by := c.bodyAlone(t.at + t.n); by != nil {
		return by
	}
	from := c.betweenWhom(t)
	if from <= 0 {
		return nil
	}
	persons, parties := c.actors(from, min(c.s.to, from+8))
	return append(persons, parties...)
}

// sameAsBefore gives who promised before in the sentence, where "and" or "and it" goes
// on with what he is to do.
func (c *clause) sameAsBefore(t trigger) []actor {
	i := c.pastAuxiliaries(t.at, c.s.from)
	if by := c.lastHere(i); by != nil {
		return by
	}
	if c.tongue.tag == "en" && i-3 > c.s.from && c.is(i-1, kPronoun) && c.is(i-2, kAnd) && c.mark(i-3, ",") {
		return c.firstSubject(i - 3)
	}
	return nil
}

// vowing gives whose promise a participle after a comma tells: "left, vowing to return".
func (c *clause) vowing(t trigger) []actor {
	if !strings.HasSuffix(c.tokens[t.at].word.folded, "ing") || !c.mark(t.at-1, ",") {
		return nil
	}
	if by := c.firstSubject(t.at); by != nil {
		return by
	}
	if persons, _ := c.actors(c.s.from, t.at); len(persons) > 0 {
		return persons[:1]
	}
	if a := c.whoSpeaks(t.at); a != nil {
		return []actor{*a}
	}
	return nil
}

// firstThree cuts a list of those who promise, whose end is likely of another clause.
func firstThree(by []actor) []actor { return by[:min(len(by), 3)] }

// promiserElsewhere gives who promises where nobody is named before the verb: who tells
// it, whom "it" stands for, the subject of another clause, a forum, those who met.
func (c *clause) promiserElsewhere(t trigger) []actor {
	if by := c.tellerOf(t.at); by != nil {
		return by
	}
	if by := c.headIt(c.pastAuxiliaries(t.at, c.s.from)); by != nil {
		return by
	}
	persons, parties := c.actors(c.s.from, t.at)
	if a := c.teller(t.at); a != nil && len(persons)+len(parties) == 0 && (c.is(t.at-1, kAnd) || c.pronounBefore(t.at)) {
		return []actor{*a}
	}
	if by := c.ofMainClause(c.subjectOf(t.at), t.at); len(by) > 0 {
		return firstThree(by)
	}
	if by := c.forumActs(); len(by) > 0 {
		return by
	}
	dual := c.tongue.verbFirst && (strings.HasSuffix(c.tokens[t.at].word.folded, "ا") || strings.HasSuffix(c.tokens[t.at].word.folded, "تا")) // "اتفقا"
	if dual || t.tag.show == "sides" || t.at == c.s.from {                                                                                    // "Agreed to hold the next round"
		return c.whoMet(t.at, t.n)
	}
	return nil
}

// tellerOf gives who says what "it will" do, before token at: "the Government has
// said it will continue".
func (c *clause) tellerOf(at int) []actor {
	if at-2 > c.s.from && c.is(at-1, kTo) && c.tokens[at-2].word.folded == "continue" {
		at -= 2
	}
	i := c.pastAuxiliaries(at, c.s.from) - 1
	if c.tongue.tag != "en" || i <= c.s.from || c.tokens[i].word.folded != "it" {
		return nil
	}
	for _, u := range c.verbs {
		if u.noun || u.tag.value != "say" && u.tag.value != "vouch" || u.at >= i {
			continue
		}
		if by := c.subjectBefore(u.at, c.s.from); len(by) > 0 {
			return by
		}
		if c.is(u.at-1, kAnd) { // "confirmed that a list was drawn up and said it would"
			return c.firstSubject(u.at)
		}
	}
	return nil
}

// headIt gives the body or State that "It" stands for, which opens the sentence and
// ends before token i: the subject of the sentence before.
func (c *clause) headIt(i int) []actor {
	if i != c.s.from+1 || c.stage.doer == nil || c.tokens[c.s.from].word.folded != "it" {
		return nil
	}
	return []actor{{c.stage.doer, c.bytes(c.s.from, i), c.s.from}}
}

// leaveDoer keeps the body or State that is the subject of the sentence; a person's
// sentence leaves the one before.
func (c *clause) leaveDoer() {
	if c.tongue.tag != "en" || c.tokens[c.s.from].word.folded == "it" {
		return
	}
	for i := max(c.lead, c.s.from+1); i < c.s.to; i++ {
		if !c.finiteAt(i) && !c.is(i, kPledge) {
			continue
		}
		switch by := c.subjectBefore(i, c.s.from); {
		case len(by) != 1:
			c.stage.doer = nil
		case by[0].who.kind != aPerson:
			c.stage.doer = by[0].who
			if c.protagonist == nil && !c.s.heading {
				c.protagonist = by[0].who
			}
		}
		return
	}
}

// whoMet gives the parties of what the last sentences were about.
func (c *clause) whoMet(at, n int) []actor {
	m := c.assembled()
	if (m == nil || len(m.parties) < 2) && len(c.stage.pair) == 2 {
		return c.paired(c.bytes(at, at+n), at)
	}
	if m == nil {
		return nil
	}
	var out []actor
	for _, a := range m.parties {
		out = append(out, actor{a.who, c.bytes(at, at+n), at})
	}
	return out
}

// impersonal reports "it was agreed", where nobody is the subject.
func (c *clause) impersonal(at int) bool {
	if c.tongue.tag != "en" {
		return false
	}
	passive := false
	for i := at - 1; i >= c.s.from && i >= at-4; i-- {
		if tg, _ := c.at(i, kPast); tg != nil {
			passive = passive || tg.value == "be"
			continue
		}
		switch f := c.tokens[i].word.folded; {
		case f == "it":
			return passive
		case !c.lightAdverb(i):
			return false
		}
	}
	return false
}

// speaker gives who says, after the quotation, what "we" shall do.
func (c *clause) speaker(at int) *actor {
	i := at - 1
	for k := at - 1; k > c.s.from && k >= at-3; k-- {
		if _, n := c.at(k, kFuture); n > 0 && k+n >= at {
			i = k - 1
		}
	}
	if f := c.tokens[max(i, c.s.from)].word.folded; c.tongue.tag != "en" || f != "we" && f != "i" || c.tokens[at].word.folded == "continue" {
		return nil
	}
	for _, u := range c.verbs {
		if u.at > at && (u.tag.value == "say" || u.tag.value == "vouch") {
			if a := c.nearestBefore(u.at, 1); a != nil && a.pos > at {
				return a
			}
			if c.tokens[u.at].word.folded == "told" {
				break
			}
			return c.nearestAfter(u.at+u.n, 2)
		}
	}
	if c.tokens[i].word.folded == "i" {
		return c.whoSpeaks(i)
	}
	return nil
}

// ofMainClause leaves out who is named only in the adverbial that opens an
// English sentence: "During the session of the Commission, A and B agreed".
func (c *clause) ofMainClause(by []actor, at int) []actor {
	for i := at - 1; i > c.s.from && c.tongue.tag == "en"; i-- {
		if c.mark(i, ",") && c.is(i+1, kAnd) { // "A will fund the seminar, and B vowed to attend"
			if out := after(by, i); len(out) > 0 {
				return out
			}
		}
	}
	if f := c.s.from; c.tongue.tag != "en" || !c.is(f, kDuring) && !c.is(f, kIn) && !c.is(f, kStop) || c.is(f, kArticle) || c.is(f, kPronoun) {
		return by
	}
	for i := c.s.from; i < at; i++ {
		if !c.mark(i, ",") {
			continue
		}
		if out := after(by, i); len(out) > 0 {
			return out
		}
		break
	}
	return by
}

// after gives the actors that stand after token i.
func after(list []actor, i int) (out []actor) {
	for _, a := range list {
		if a.pos > i {
			out = append(out, a)
		}
	}
	return out
}
