package press

import (
	"slices"
	"strings"

	"chancery"
)

// act is what somebody did to an instrument.
type act struct {
	kind       string // Act.type
	instrument *entity
	date       chancery.Date
	dateAt     span
	by         []actor
	at         span
	other      bool // of another instrument than the one of its type just named
}

// actVerbs maps the verbs of the tables to Act.type.
var actVerbs = map[string]string{"sign": "signed", "ratify": "ratified", "accede": "acceded", "adopt": "adopted", "approve": "approved",
	"accept": "accepted", "force": "entered_into_force", "amend": "amended", "launch": "launched", "propose": "proposed", "submit": "proposed", "date": "dates"}

// deeds reads what is done to instruments in a sentence.
func (c *clause) deeds() {
	c.listedPaper()
	c.decreed()
	last := -1
	for _, t := range c.verbs {
		kind := actVerbs[t.tag.value]
		if t.noun || kind == "" || !c.isDone(t, kind) {
			continue
		}
		k, told := c.deedObject(t, kind)
		if k < 0 && kind == "entered_into_force" && c.shares(t) {
			k = last
		}
		switch {
		case told:
		case k < 0:
			c.deedByReference(t, kind)
		default:
			last = c.bearer(k)
			c.deedUpon(t, kind, last)
		}
	}
}

// isDone reports whether a verb tells a deed, and not one denied, wished, only possible
// or to come; a signature to come is an event.
func (c *clause) isDone(t trigger, kind string) bool {
	if c.deedNoun(t) && (c.s.heading || t.at <= c.s.from+1 && !c.finiteIn(c.s.from, c.s.to)) { // "Signing of an Agreement" heads what is only decided
		return false
	}
	if c.signatureOf(t) {
		return false
	}
	if kind == "proposed" && c.as(t) || c.negated(t.at) || c.infinitive(t) && !c.firstTo(t) || c.onlyPossible(t) || c.concludesTalks(t) || c.onlyInitialled(t) || c.exchanges(t) {
		return false
	}
	if kind != "entered_into_force" && (c.planned(t.at, chancery.Date{}) && c.tongue.tag == "en" || !c.tongue.verbLast && c.deedToCome(t.at) || c.passiveToCome(t)) {
		if kind == "signed" {
			c.toSign(t)
		}
		return false
	}
	return true
}

// deedObject gives the chunk of the instrument that a verb acts upon, -1 where none is
// named; told says that the deed is put down already.
func (c *clause) deedObject(t trigger, kind string) (k int, told bool) {
	if c.isDeposit(t) {
		c.deposited(t, kind)
		return -1, true
	}
	if in := c.theOne(t); in != nil {
		a := &act{kind: kind, instrument: in, at: c.bytes(t.at, t.at+t.n), other: true}
		c.dateAct(a, t)
		in.acts++
		c.putAct(a)
		return -1, true
	}
	k = c.amongSigned(t, c.instrumentOf(t))
	if c.deedNoun(t) && !c.granted(t) {
		if k = c.objectOfNoun(t, k); k < 0 && c.tokens[max(t.at-1, c.s.from)].word.folded == "its" {
			if in := c.paperBefore(t.at); in != nil && !c.namesElse(t.at) && !c.onlyWished(t, &act{instrument: in}) {
				c.doneToIt(t, kind, in)
			}
		}
	}
	return k, false
}

// deedByReference reads a deed upon what was named before: "it was ratified in May".
func (c *clause) deedByReference(t trigger, kind string) {
	english := c.tongue.tag == "en"
	if in := c.document(t); in != nil {
		a := &act{kind: kind, instrument: in, at: c.bytes(t.at, t.at+t.n)}
		if d, ok := c.day(t.at, t.n); ok {
			a.date, a.dateAt = d.day.from, c.bytes(d.from, d.to)
		}
		if c.putAct(a) {
			in.acts++
		}
		return
	}
	if in := c.joinedIt(t, kind); in != nil && (!english || c.submits(t, in)) {
		c.doneToIt(t, kind, in)
		return
	}
	if c.passive(t) && c.tokens[c.s.from].word.folded == "they" && c.beforeAux(t.at) == c.s.from && english { // "They were ratified"
		c.doneToAll(t, kind, c.stage.papers)
		return
	}
	if in := c.itself(t); in != nil && (!english || c.submits(t, in)) {
		c.doneToIt(t, kind, in)
	}
}

// deedUpon reads a deed upon the instrument that chunk k names.
func (c *clause) deedUpon(t trigger, kind string, k int) {
	in := c.chunks[k].who
	if c.tongue.tag == "en" && c.tokens[max(c.chunks[k].from-1, c.s.from)].word.folded == "no" { // "no agreement was signed"
		return
	}
	if f := c.tokens[t.at].word.folded; (f == "issued" || f == "issues") && c.tongue.tag == "en" && (in.head == nil || !issuable[in.head.value]) {
		return
	}
	if !c.submits(t, in) || !c.fits(t, kind, in) {
		return
	}
	if kind = c.amending(c.approving(t, kind, in), k); kind == "" {
		return
	}
	if group := c.group(k); group != nil && c.passive(t) {
		c.doneToAll(t, kind, group)
		return
	}
	if kind == "entered_into_force" && c.planned(t.at, chancery.Date{}) && !c.dayOnly() || c.generic(k) {
		return
	}
	a := &act{kind: kind, instrument: in, at: c.bytes(t.at, t.at+t.n)}
	c.dateAct(a, t)
	if a.date.IsZero() && kind == "entered_into_force" && (c.planned(t.at, chancery.Date{}) || c.timetabled(t)) && c.tongue.tag == "en" { // "will take effect after the exchange of notes"
		return
	}
	c.dateByOccasion(a, t, k)
	if c.byNobody(a, t, k) {
		return
	}
	if kind != "entered_into_force" && t.tag.show != "noun" || c.passive(t) {
		a.by = c.doers(t, k)
	} else if kind != "entered_into_force" && c.deedNoun(t) {
		a.by = c.nounDoers(t, k)
	}
	if c.idle(a, t, k) {
		return
	}
	if d, ok := c.upon(t); ok && a.date.IsZero() {
		a.date, a.dateAt = d.day.from, c.bytes(d.from, d.to)
	}
	if !c.onlyWished(t, a) && !c.detailed(k, a) {
		c.tellDeed(a, t, k)
	}
}

// dateByOccasion dates a deed by the talks, the sitting or the gathering at which it was done.
func (c *clause) dateByOccasion(a *act, t trigger, k int) {
	if !a.date.IsZero() {
		return
	}
	if d, at, ok := c.talksDay(t); ok {
		a.date, a.dateAt = d, at
	} else if d, at, ok := c.occasionDay(t); ok {
		a.date, a.dateAt = d, at
	}
	if d, at, ok := c.sittingDay(t, a.kind); ok && a.date.IsZero() {
		a.date, a.dateAt = d, at
	}
	if e := c.assembled(); a.date.IsZero() && e != nil && (c.sidesAct(t) || c.amongThem(t, k, e)) && a.kind != "entered_into_force" {
		a.date, a.dateAt = e.date, e.dateAt
	}
}

// byNobody reports a passive whose agent is somebody without a name.
func (c *clause) byNobody(a *act, t trigger, k int) bool {
	if c.deedNoun(t) || !c.passive(t) || !c.is(t.at+t.n, kBy) || c.inManner(t) {
		return false
	}
	return len(c.doers(t, k)) == 0 && !c.namedAgent(t) && !c.commonAgent(t) && (a.date.IsZero() || c.tongue.tag != "en" || !c.finite(t) || c.otherVerb(t, a))
}

// idle reports a deed without a day that only describes an instrument, or says how many
// did it: "28 countries have ratified", "like the agreements that Chad has signed".
func (c *clause) idle(a *act, t trigger, k int) bool {
	if !a.date.IsZero() {
		return false
	}
	if len(a.by) == 1 && a.by[0].who.common() {
		return true
	}
	in := a.instrument
	if in.descr && c.chunks[k].to <= t.at && c.pluralHead(&c.chunks[k]) && !c.finite(t) {
		return true
	}
	return len(a.by) == 0 && !c.passive(t) && !c.byPeople(t) && a.kind != "entered_into_force" && a.kind != "launched" && (in.descr || single[a.kind])
}

// tellDeed puts a deed down, with the signature that it is and the other instruments
// upon which it was done.
func (c *clause) tellDeed(a *act, t trigger, k int) {
	in := a.instrument
	c.nameByDeed(t, k, a)
	if c.putAct(a) {
		in.acts++
	}
	c.alsoBy(t, a)
	c.alsoOn(a)
	if _, upon := c.upon(t); (!upon || len(a.by) > 1) && (a.kind == "signed" || a.kind == "amended") {
		c.signing(t, k, a)
	}
	others := c.alsoDone(k, t)
	if len(others) > 0 {
		c.stage.papers = append([]*entity{in}, others...)
	}
	for _, other := range others {
		b := *a
		b.instrument, b.at = other, c.spanIn(other)
		d := c.ownYear(other)
		if d != nil {
			b.date, b.dateAt = d.day.from, c.bytes(d.from, d.to)
		}
		if c.putAct(&b) {
			other.acts++
		}
		if d != nil && a.kind == "signed" && b.date != a.date && !c.passive(t) {
			c.signedToo(t, &b)
		}
	}
}

// concludesTalks reports a verb of concluding that is said of an event and of no
// instrument: "concluded its tenth session by adopting the Plan".
func (c *clause) concludesTalks(t trigger) bool {
	if c.tongue.tag != "en" || !c.tokens[t.at].word.in(finishing) || c.passive(t) {
		return false
	}
	for i := t.at + t.n; i < min(c.s.to, t.at+reach) && c.tokens[i].shape != mark && !c.is(i, kIn) && !c.is(i, kLink) && !c.is(i, kWith) && !c.is(i, kInstrument); i++ {
		if c.is(i, kEvent) {
			return !c.upper(i)
		}
	}
	return false
}

// onlyInitialled makes the event of an initialling, which only fixes the text of an
// accord and does not sign it.
//
// Source: Vienna Convention on the Law of Treaties, article 10.
func (c *clause) onlyInitialled(t trigger) bool {
	if !strings.HasPrefix(c.tokens[t.at].word.folded, "initiall") {
		return false
	}
	k := c.instrumentOf(t)
	in := c.itself(t) // "the text, initialled in May"
	if k >= 0 {
		in = c.chunks[k].who
	}
	if in == nil || in.head == nil || !accords[in.head.value] {
		return false
	}
	if !c.planned(t.at, chancery.Date{}) {
		in.acts++
		a := &act{kind: "signed", instrument: in, by: c.doers(t, k)}
		c.dateAct(a, t)
		c.signing(t, k, a)
	}
	return true
}

// issuable are the sorts of instrument that are adopted by being issued.
var issuable = map[string]bool{"declaration": true, "decree": true, "resolution": true, "law": true, "other": true}

// amongThem reports, outside English, a signature by somebody who met in the
// sentences before, and so on the same day.
func (c *clause) amongThem(t trigger, k int, e *event) bool {
	return !c.tongue.capitals && t.tag.value == "sign" && t.tag.show == "" && e.n+3 >= c.s.para && shared(c.doers(t, k), e.participants) > 0
}

// document gives the instrument last acted upon, where a sentence goes on with
// "the text" or "the document", outside English: "Документ вступит в силу".
func (c *clause) document(t trigger) *entity {
	n := len(c.acts) - 1
	if c.tongue.capitals || n < 0 || t.tag.value != "force" && t.tag.value != "sign" && t.tag.value != "ratify" {
		return nil
	}
	if c.tongue.verbLast && strings.HasPrefix(c.tokens[c.s.from].word.folded, "құжат") {
		return c.acts[n].instrument
	}
	for i := c.s.from; i < min(c.s.to, c.s.from+3); i++ {
		switch c.tokens[i].word.folded {
		case "texte", "document", "documento", "texto", "instrumento", "документ", "он", "она", "оно", "құжат", "ол", "الوثيقه", "النص", "il", "elle", "celui-ci", "celle-ci", "este":
			return c.acts[n].instrument
		}
	}
	return nil
}

// deedNoun reports an English noun that tells a deed: "ratification", "adoption".
func (c *clause) deedNoun(t trigger) bool {
	return c.tongue.tag == "en" && !t.noun && t.tag.show == "noun"
}

// granted reports an approval that a verb gives: "the approval of the Cabinet was
// granted to sign the Agreement". What it is for then follows the verb.
func (c *clause) granted(t trigger) bool {
	_, to := c.part(t.at)
	for i := t.at + 1; i < min(to, t.at+14) && t.tag.value == "approve"; i++ {
		switch c.tokens[i].word.folded {
		case "granted", "given", "accorded":
			return true
		}
	}
	return false
}

// objectOfNoun gives the instrument that a noun of a deed is of, where k is the
// one nearest to it: "the ratification by Mali of the Protocol", "the Treaty's
// entry into force"; -1 for none.
func (c *clause) objectOfNoun(t trigger, k int) int {
	for n := range c.chunks {
		if ch := &c.chunks[n]; ch.kind == anInstrument && ch.genitive && ch.who != nil && ch.to < t.at && t.at-ch.to < 3 {
			return n
		}
	}
	next := t.at + t.n
	if k < 0 || c.chunks[k].from < next {
		return -1
	}
	last := c.tokens[next-1].word.folded
	if t.n > 1 && c.chunks[k].from == next { // "entry into the Agreement"
		return k
	}
	if last != "of" && !c.is(next, kLink) && !c.is(next, kBy) && !c.mark(next, ",") && c.pastDate(next) == next && !c.is(next, kEvent) && !(c.is(next, kArticle) && strings.HasSuffix(last, "ing")) && !(t.tag.value == "accede" && c.is(next, kTo)) {
		return -1
	}
	for i := next; i < c.chunks[k].from; i++ {
		if c.finiteAt(i) || c.tokens[i].word.in(nonRestrictive) || c.is(i, kFuture) {
			return -1
		}
	}
	if c.is(next, kArticle) { // "for signing the Accords"
		return k
	}
	i := c.chunks[k].from - 1
	for i > next && (c.is(i, kArticle) || c.tokens[i].shape != mark && !c.is(i, kLink) && !c.is(i, kTo) && !c.is(i, kIn)) {
		i--
	}
	if f := c.tokens[i].word.folded; last == "of" && i <= next || f == "of" || f == "to" && t.tag.value == "accede" || f == "for" && t.tag.value == "sign" {
		return k
	}
	return -1
}

// nounDoers gives who did what a noun tells: the owner before it, or after "by".
func (c *clause) nounDoers(t trigger, k int) []actor {
	if by := c.whomPraised(t); len(by) > 0 {
		return by
	}
	for n := range c.chunks {
		if ch := &c.chunks[n]; ch.genitive && ch.kind != anInstrument && ch.to <= t.at && t.at-ch.to < 3 {
			if a := c.actorAt(n); a != nil {
				return []actor{*a}
			}
		}
	}
	if i := c.chunks[k].to; c.is(i, kBy) {
		to := c.agents(i, c.until(t))
		for n := range c.chunks {
			if d := &c.chunks[n]; d.kind == aDate && d.from > i {
				to = min(to, d.from)
			}
		}
		persons, parties := c.actors(i, to)
		return append(persons, parties...)
	}
	return nil
}

// onlyWished reports a noun of a deed of which nothing says that it was done:
// "a campaign for the ratification of the Protocol".
func (c *clause) onlyWished(t trigger, a *act) bool {
	if c.tongue.tag != "en" || t.tag.show != "noun" || c.tokens[t.at].word.folded == "signing" && c.is(t.at+t.n, kArticle) || t.tag.value == "force" && !a.date.IsZero() {
		return false
	}
	_, end := c.part(t.at)
	for i := t.at + t.n; i < end; i++ { // "its ratification by Peru is pending"
		if a.date.IsZero() && c.tokens[i].word.in(awaiting) {
			return true
		}
	}
	i := c.ownedFrom(t.at) - 1
	if c.is(i, kArticle) {
		i--
	}
	if i > c.s.from && c.tokens[i].word.in(undoing) {
		return true
	}
	if i > c.s.from && c.tokens[i].word.folded == "to" && c.tokens[i-1].word.in(leadingTo) {
		return true
	}
	return c.tokens[max(i, c.s.from)].word.in(wishing) && !c.praisedFor(i) || a.instrument.descr && a.date.IsZero() && len(a.by) == 0
}

// byPeople reports a whole verb whose subject is a common noun for persons or a
// body: "ministers adopted", "parliament has ratified".
func (c *clause) byPeople(t trigger) bool {
	i := c.beforeAux(t.at)
	return c.tongue.tag == "en" && c.past(t) && i >= c.s.from && i < t.at && c.mask[i]&(1<<kPeople|1<<kTitle|1<<kWeak|1<<kOrg|1<<kSide) != 0
}

// ownedFrom gives the token where whose deed it is begins, before a noun: "South
// Africa's accession"; the noun's own without an owner.
func (c *clause) ownedFrom(at int) int {
	for n := range c.chunks {
		if ch := &c.chunks[n]; ch.genitive && ch.to <= at && at-ch.to < 3 {
			return ch.from
		}
	}
	return at
}

// awaiting are the words that say of a deed that it is yet to be done.
var awaiting = forms("pending awaited awaits awaiting outstanding remains underway expected required stalled")

// undoing are the verbs before a deed that is taken back or held up.
var undoing = forms("withdrew withdraw withdraws withdrawing suspended revoked rejected opposed blocked delayed postponed refused")

// leadingTo are the words after which "to" leads to what is not yet done.
var leadingTo = forms("consent assent agreed agree agrees subject opposed committed consented objected relating related regard")

// upon gives the day of the verb that a noun of a deed explains: "came into
// being on 4 July 1973, with the signing of the Treaty".
func (c *clause) upon(t trigger) (chunk, bool) {
	i := t.at - 1
	if c.is(i, kArticle) {
		i--
	}
	if f := c.tokens[max(i, c.s.from)].word.folded; t.tag.show != "noun" || c.tongue.tag != "en" || f != "with" && f != "through" && f != "by" {
		return chunk{}, false
	}
	for n := len(c.verbs) - 1; n >= 0; n-- {
		if u := c.verbs[n]; !u.noun && u.at < i {
			return c.day(u.at, u.n)
		}
	}
	return chunk{}, false
}

// wishing are the words before a deed that is yet to be done.
var wishing = forms("of about discussed discuss concerning consider considered process approved approve approves authorised authorized recommended for towards toward before until pending promote promoting encourage encouraging facilitate accelerate support supporting urge urged on despite without")

// onTalks reports an instrument that talks are on: "negotiations on the treaty
// were launched".
func (c *clause) onTalks(from int) bool {
	i := from - 1
	if c.is(i, kArticle) {
		i--
	}
	return c.tongue.tag == "en" && i > c.s.from && c.tokens[i].word.folded == "on" && c.is(i-1, kEvent)
}

// means reports, outside English, an instrument by which something is done:
// "ratificó, mediante Decreto Supremo, el Convenio".
func (c *clause) means(from int) bool {
	i := from - 1
	if c.is(i, kArticle) {
		i--
	}
	if i < c.s.from || c.tongue.capitals {
		return false
	}
	switch c.tokens[i].word.folded {
	case "mediante", "moyennant", "par", "por", "بموجب", "посредством", "согласно", "сообразно":
		return true
	}
	return false
}

// nameless reports a subject of its own without a name: "and the President signed".
func (c *clause) nameless(t trigger) bool {
	i := c.beforeAux(t.at)
	return c.tongue.tag == "en" && i > c.s.from+2 && c.is(i, kTitle) && c.is(i-1, kArticle) && c.is(i-2, kAnd) && c.nearestBefore(t.at, 2) == nil
}

// otherDeed reports another deed, with a verb of its own, before the instrument
// at token at: "approved the accession and the President signed the act".
func (c *clause) otherDeed(t trigger, at int) bool {
	for _, u := range c.verbs {
		if !u.noun && u.tag.show != "noun" && u.at > t.at+1 && u.at < at && actVerbs[u.tag.value] != "" && u.tag.value != "submit" && c.tongue.tag == "en" && c.tokens[u.at-1].word.folded != "to" && strings.HasSuffix(c.tokens[u.at].word.folded, "ed") && !c.is(u.at-1, kAnd) {
			return true
		}
	}
	return false
}

// objectBefore reports an instrument that a relative clause acts upon: "the law,
// which the Seimas adopted", "the memorandum the two countries signed".
func (c *clause) objectBefore(k int, t trigger) bool {
	next := t.at + t.n
	if c.tongue.tag != "en" || t.tag.show == "noun" || !c.ends(next) && !c.is(next, kAnd) {
		return false
	}
	from := c.pastPartner(max(c.chunks[k].to, c.chunks[k].name[1]))
	if f := c.tokens[min(from, c.s.to-1)].word.folded; c.mark(from, ",") {
		from++
		if f = c.tokens[from].word.folded; f == "to" || f == "of" {
			from++
			f = c.tokens[from].word.folded
		}
		if f != "which" {
			return false
		}
	} else if f != "which" && f != "that" && !c.is(from, kArticle) && !c.upper(from) {
		return false
	}
	subject := c.pastAuxiliaries(t.at, from)
	for i := from + 1; i < t.at; i++ {
		if listed := (c.mark(i, ",") || c.is(i, kAnd)) && i < subject && (c.inName(i-1) || c.mark(i-1, ",")); !listed && !c.inName(i) && (c.tokens[i].shape == mark || c.is(i, kVerb) || c.is(i, kAnd)) { // "that Chad, Mali, and Peru signed"
			return false
		}
	}
	return true
}

// ends reports that no object follows a verb that ends at a token, but words of time,
// place or manner or nothing: "which they signed in Lima", "had tabled back in 2017".
func (c *clause) ends(next int) bool {
	return next >= c.s.to || c.tokens[next].shape == mark || c.pastDate(next) > next || c.is(next, kIn) || c.tokens[next].word.in(adverbial)
}

// pastPartner gives the token after "with" and who an instrument is with, at a token.
func (c *clause) pastPartner(at int) int {
	if at >= c.s.to || c.tokens[at].word.folded != "with" {
		return at
	}
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.from == c.pastArticle(at+1) {
			return ch.to
		}
	}
	return at
}

// aimed reports whether the verb's object is the instrument at token at, and no
// other thing that is for it or of it: "launched a campaign for the Protocol".
func (c *clause) aimed(t trigger, at int) bool {
	if c.tongue.tag != "en" || t.tag.value != "launch" && t.tag.value != "adopt" && t.tag.value != "amend" && t.tag.value != "propose" && t.tag.value != "approve" || t.tag.show == "noun" {
		return true
	}
	for i := t.at + t.n; i < at; i++ {
		if t.tag.value == "approve" && !c.tokens[i].word.in(handling) { // "approved the tabling of the Agreement", not "the signing"
			continue
		}
		if t.tag.value == "approve" {
			return false
		}
		if c.is(i, kLink) && !c.inName(i) && !strings.HasPrefix(c.tokens[i-1].word.folded, "amendment") && i > t.at+t.n && !c.fronts(t, at) {
			return false
		}
	}
	return true
}

// fronts reports a participle that opens its sentence before the instrument at a
// token, with no more than a comma between them: "Adopted in Lima in 2022, the Framework".
func (c *clause) fronts(t trigger, at int) bool {
	at = c.pastArticleBack(at)
	return t.at <= max(c.s.from, c.lead)+1 && c.mark(at, ",") && strings.HasSuffix(c.tokens[t.at].word.folded, "ed")
}

// handling are the nouns of what is done with an instrument short of binding by it.
var handling = forms("tabling introduction submission publication drafting preparation negotiation negotiations opening translation printing appointment nomination establishment composition holding")

// amending gives what is done to an instrument where the sentence says it of an
// amendment to it: an amendment adopted amends. "" where nothing is done yet.
func (c *clause) amending(kind string, k int) string {
	if c.tongue.tag != "en" || !c.changeOf(c.chunks[k].from) {
		return kind
	}
	switch kind {
	case "signed", "adopted", "approved", "amended":
		return "amended"
	case "entered_into_force":
		return kind
	}
	return ""
}

// changeOf reports a noun of a change that is of the instrument at a token: "the
// amendment to article 8 of the Statute".
func (c *clause) changeOf(from int) bool {
	for i := from - 1; i > max(c.s.from, from-11); i-- {
		switch f := c.tokens[i].word.folded; {
		case c.tokens[i].word.in(changes):
			return c.is(i+1, kLink) || c.is(i+1, kTo)
		case !c.is(i, kArticle) && !c.is(i, kLink) && !c.is(i, kTo) && c.tokens[i].shape != number && !c.tokens[i].word.in(provisions) && len(f) > 1:
			return false
		}
	}
	return false
}

// provisions are the parts of an instrument.
var provisions = forms("article articles section sections annex paragraph chapter provisions certain several")

// changes are the nouns of what changes an instrument.
var changes = forms("amendment amendments modification modifications revision revisions extension renewal update addendum changes")

// itself gives the instrument that "it" stands for before a passive or an entry
// into force: "It was signed in 2019".
func (c *clause) itself(t trigger) *entity {
	if c.romance() {
		return c.textAbroad(t)
	}
	if c.tongue.tag != "en" || t.tag.value != "force" && !c.passive(t) && !c.reduced(t) {
		return nil
	}
	from, _ := c.part(t.at)
	for i := t.at - 1; i >= max(from, t.at-6); i-- {
		switch it := c.tokens[i].word.folded == "it"; {
		case c.tokens[i].word.in(thePaper) && c.is(i-1, kArticle) && c.tokens[i].shape == lower:
			return c.stage.paper
		case it && c.tokens[max(i-1, c.s.from)].word.in(conditional):
			return nil
		case it:
			return c.paperBefore(t.at)
		}
		if c.tokens[i].shape == mark || c.upper(i) {
			break
		}
	}
	for i := max(from, t.at-reach-2) + 1; i < t.at-1; i++ {
		if c.tokens[i].word.in(thePaper) && c.tokens[i].shape == lower && c.is(i-1, kArticle) && c.mark(i+1, ",") { // "The text, initialled in May and signed in June,"
			return c.stage.paper
		}
	}
	return nil
}

// dateAct dates an act by its clause. What was done was done before the paper,
// in whatever year brings an unnamed one nearest.
func (c *clause) dateAct(a *act, t trigger) {
	d, ok := c.dayOfDeed(t)
	if in := c.foundedBy(t.at + t.n - 1); !ok && in != nil && c.tongue.tag == "en" && c.is(t.at+t.n, kBy) { // "adopted by Resolution No. 412 of 8 November 2023"
		a.date, a.dateAt, _ = c.ownDay(in)
	}
	if !ok || c.ofParticiple(t, d.from) {
		return
	}
	a.date, a.dateAt = d.day.from, c.bytes(d.from, d.to)
	if c.yearless(d.from) && !c.planned(t.at, chancery.Date{}) && !c.timetabled(t) {
		a.date = c.bygone(a.date, c.past(t))
	}
}

// occasionDay gives the day of the gathering at which a deed was done: "adopted by the
// tenth session of the Council, held in Lima in May 2010", "held its session on
// 3 May and adopted". Of one of several days it is known only in what month it was done.
func (c *clause) occasionDay(t trigger) (chancery.Date, span, bool) {
	for _, u := range c.verbs {
		if c.tongue.tag != "en" || c.s.heading || !u.noun || !deliberations.has(u.tag.value) || c.enclosed(t.at, u.at) || c.deedBetween(min(t.at, u.at), max(t.at, u.at)) || c.planned(u.at, chancery.Date{}) {
			continue
		}
		joined := u.at < t.at && c.is(c.beforeAux(t.at), kAnd) && c.verbNear(u, "hold", 8)
		if !joined && !c.atGathering(u) {
			continue
		}
		d, ok := c.day(u.at, u.n)
		if !ok || d.kind != aDate {
			continue
		}
		day := d.day.from
		if to := d.day.to; !to.IsZero() && to != day {
			if day.Day = 0; to.Month != day.Month {
				day.Month = 0
			}
		}
		return day, c.bytes(d.from, d.to), true
	}
	return chancery.Date{}, span{}, false
}

// deliberations are the sorts of event at which instruments are adopted.
var deliberations = forms("session conference meeting ceremony")

// atGathering reports an event noun that says at what, or by which gathering, something was
// done: "at a diplomatic conference", "during its tenth session", "by the 37th session".
func (c *clause) atGathering(u trigger) bool {
	i := max(c.nameFrom(u)-1, c.s.from)
	for i > c.s.from && u.at-i < reach && c.tokens[i].shape != mark && !c.is(i, kIn) && !c.is(i, kDuring) && !c.is(i, kBy) && !c.is(i, kVerb) {
		if f := c.tokens[i].word.folded; f == "of" && c.tokens[max(i-1, c.s.from)].word.in(bounds) {
			i--
		}
		i--
	}
	i = max(i, c.s.from)
	return c.is(i, kIn) || c.is(i, kDuring) || c.is(i, kBy) || c.tokens[i].word.in(occasions)
}

// timetabled reports an entry into force told in the present: "takes effect on 1 May".
func (c *clause) timetabled(t trigger) bool {
	f := c.tokens[t.at].word.folded
	return t.tag.value == "force" && c.tongue.tag == "en" && (strings.HasSuffix(f, "s") || f == "take" || f == "come" || f == "enter")
}

// dayOfDeed gives the date of a verb or noun of a deed: a noun's stands in its own
// phrase, after it, and one before it is not its own where another deed stands between.
func (c *clause) dayOfDeed(t trigger) (chunk, bool) {
	if d := c.dateFor(t.at); d != nil {
		return *d, true
	}
	if u := c.mainVerb(t); u != nil {
		return c.day(u.at, u.n)
	}
	if !c.deedNoun(t) {
		if d := c.whenDay(t.at); d != nil {
			return *d, true
		}
		return c.day(t.at, t.n)
	}
	_, end := c.part(t.at)
	for k := range c.chunks {
		d := &c.chunks[k]
		if d.kind != aDate || d.from < t.at || d.from >= end || d.day.from.IsZero() || c.owned(d) || c.upTo(d) {
			continue
		}
		if c.finiteIn(t.at+t.n, d.from) || c.deedBetween(t.at, d.from) {
			break
		}
		return *d, true
	}
	d, ok := c.day(t.at, t.n)
	if ok && c.upTo(&d) {
		return d, false
	}
	if ok && d.from > t.at { // "the signature, which took place on"
		return d, slices.ContainsFunc(c.verbs, func(u trigger) bool { return u.tag.value == "hold" && u.at > t.at && u.at < d.from })
	}
	return d, ok && !c.deedBetween(max(c.s.from, d.from-6), t.at)
}

// mainVerb gives the verb to which a participle after a comma adds what was done
// by it: "today extended the mandate, adopting resolution 2729".
func (c *clause) mainVerb(t trigger) *trigger {
	if i := c.beforeAux(t.at); c.tongue.tag != "en" || !c.mark(i, ",") || !strings.HasSuffix(c.tokens[t.at].word.folded, "ing") || t.tag.show != "" {
		return nil
	}
	for n := range c.verbs {
		if u := &c.verbs[n]; !u.noun && u.tag.show != "noun" && u.at < t.at && dated[u.tag.value] {
			return u
		}
	}
	return nil
}

// dateFor gives the date that is set for a deed: "set 1 December as the date for
// its entry into force".
func (c *clause) dateFor(at int) *chunk {
	i := at - 1
	if c.is(i, kArticle) {
		i--
	}
	if c.tongue.tag != "en" || i <= c.s.from {
		return nil
	}
	for j := i; j > max(c.s.from+1, i-16); j-- { // "the date on which sections of the Act come into operation"
		if c.tokens[j].word.folded == "which" && c.tokens[j-2].word.folded == "date" {
			i = j - 1
			break
		}
	}
	if c.tokens[i-1].word.folded != "date" {
		return nil
	}
	for k := len(c.chunks) - 1; k >= 0; k-- {
		if d := &c.chunks[k]; d.kind == aDate && d.to <= i && i-d.to < 6 && !d.day.from.IsZero() {
			return d
		}
	}
	return nil
}

// whenDay gives the date before a "when" that opens the clause of a verb: "revived
// on 30 November 1999, when the Treaty was signed".
func (c *clause) whenDay(at int) *chunk {
	for i := at - 1; i > max(c.s.from, at-14) && c.tongue.tag == "en"; i-- {
		if c.tokens[i].word.folded != "when" || !c.mark(i-1, ",") && !c.dated(i-1) {
			continue
		}
		for k := range c.chunks {
			if d := &c.chunks[k]; d.kind == aDate && d.to <= i && i-d.to < 2 && !d.day.from.IsZero() {
				return d
			}
		}
		break
	}
	return nil
}

// deedBetween reports a verb or noun of a deed between two tokens.
func (c *clause) deedBetween(from, to int) bool {
	return slices.ContainsFunc(c.verbs, func(u trigger) bool {
		return !u.noun && u.at > from && u.at < to && actVerbs[u.tag.value] != "" && u.tag.value != "submit" && !c.tokens[u.at].word.in(bounds) // not "at the conclusion of"
	})
}

// thePaper are the words that stand for any instrument just named.
var thePaper = forms("text document documents instrument paper draft")

// conditional are the words after which something is not said to be done.
var conditional = forms("when once until till before after if unless as")

// joinedIt gives the treaty of which a State says no more than that it bound
// itself: "Tuvalu acceded last month".
func (c *clause) joinedIt(t trigger, kind string) *entity {
	next := t.at + t.n
	if c.romance() && t.at > c.s.from && c.tokens[t.at-1].word.in(cliticsAbroad) { // "Colombia lo ratificó"
		return c.paperBefore(t.at)
	}
	if next < c.s.to-1 && c.tongue.tag == "en" && t.tag.show != "noun" && (c.tokens[next].word.folded == "it" || c.is(next, kArticle) && c.tokens[next+1].word.in(thePaper)) { // "Mali ratified it"
		return c.paperBefore(t.at)
	}
	if c.tongue.tag != "en" || !single[kind] || t.tag.show == "noun" || !c.ends(next) {
		return nil
	}
	return c.paperBefore(t.at) // "the Protocol, to which it acceded"
}

// namesElse reports capitalised words before a token that no name is read from,
// which a pronoun may stand for.
func (c *clause) namesElse(at int) bool {
	for i := c.s.from + 1; i < at; i++ {
		if c.upper(i) && !c.inName(i) && i >= c.lead && !c.dated(i) {
			return true
		}
	}
	return false
}

// paperBefore gives the first instrument of the sentence before a token, else
// that of the sentences before.
func (c *clause) paperBefore(at int) *entity {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == anInstrument && ch.who != nil && ch.to <= at && !ch.descr {
			return ch.who
		}
	}
	return c.stage.paper
}

// doneToIt makes the act on an instrument that a pronoun stands for.
func (c *clause) doneToIt(t trigger, kind string, in *entity) {
	if !c.fits(t, kind, in) {
		return
	}
	a := &act{kind: kind, instrument: in, at: c.bytes(t.at, t.at+t.n)}
	c.dateAct(a, t)
	switch {
	case single[kind] && !c.passive(t):
		a.by = c.subjectOf(t.at)
	case kind != "entered_into_force":
		a.by = c.doers(t, -1)
	}
	if len(a.by) == 0 && a.date.IsZero() {
		return
	}
	if c.putAct(a) {
		in.acts++
	}
	if kind == "signed" {
		c.signing(t, -1, a)
	}
	c.followed(t, a)
}

// doneToAll makes the act on each of the instruments that a plural stands for, each
// told by a stretch of its own.
func (c *clause) doneToAll(t trigger, kind string, all []*entity) {
	for n, in := range all[:min(len(all), t.at-c.s.from+1)] {
		before := len(c.acts)
		if c.doneToIt(t, kind, in); len(c.acts) > before {
			c.acts[before].at = c.bytes(t.at-n, t.at+t.n)
		}
	}
}

// followed reads who did the same after: "Mali ratified it in 2018, followed by
// Niger last year".
func (c *clause) followed(t trigger, a *act) {
	for i := t.at; i < c.s.to-2; i++ {
		if c.tokens[i].word.folded != "followed" || !c.is(i+1, kBy) {
			continue
		}
		by := c.nearestAfter(i+2, 1)
		if by == nil {
			return
		}
		b := &act{kind: a.kind, instrument: a.instrument, at: c.bytes(i, i+2), by: []actor{*by}}
		if d, ok := c.day(i, 2); ok && d.from > i {
			b.date, b.dateAt = d.day.from, c.bytes(d.from, d.to)
		}
		c.putAct(b)
		return
	}
}

// alsoBy reads who else did the same at another time: "was ratified by Mali in
// 1997 and by Chad in 1999".
func (c *clause) alsoBy(t trigger, a *act) {
	if c.tongue.tag != "en" || !c.is(t.at+t.n, kBy) {
		return
	}
	for k := 1; k < len(c.chunks); k++ {
		d := &c.chunks[k]
		if d.kind != aDate || d.from < t.at || d.day.from.IsZero() {
			continue
		}
		ch := &c.chunks[k-1]
		by := c.actorAt(k - 1)
		i := ch.from - 1
		if c.is(i, kArticle) {
			i--
		}
		if by == nil || !c.is(i, kBy) || !c.is(i-1, kAnd) || d.from-ch.to > 1 {
			continue
		}
		c.putAct(&act{kind: a.kind, instrument: a.instrument, date: d.day.from, dateAt: c.bytes(d.from, d.to), by: []actor{*by}, at: c.bytes(i-1, i+1)})
	}
}

// alsoOn reads the other times at which the same was done: "was revised in 2001,
// 2004 and 2009", "renewed in 2014 and again in 2019".
func (c *clause) alsoOn(a *act) {
	at := c.tokenAt(a.dateAt.start)
	for k := range c.chunks {
		d := &c.chunks[k]
		if c.tongue.tag != "en" || at == 0 || d.kind != aDate || d.from <= at || d.day.from.Precision() != a.date.Precision() || !d.day.to.IsZero() {
			continue
		}
		for at = c.pastDate(at); at < d.from; at++ {
			if f := c.tokens[at].word.folded; !c.mark(at, ",") && !c.is(at, kAnd) && !c.is(at, kIn) && f != "again" && f != "on" {
				return
			}
		}
		c.putAct(&act{kind: a.kind, instrument: a.instrument, date: d.day.from, dateAt: c.bytes(d.from, d.to), by: a.by, at: c.bytes(d.from, d.to)})
		at = d.from
	}
}

// isDeposit reports the paper by which a State binds itself: "its instrument of
// ratification".
func (c *clause) isDeposit(t trigger) bool {
	return c.tongue.tag == "en" && strings.HasPrefix(c.tokens[t.at].word.folded, "instrument")
}

// deposited reads the deposit of such a paper as the act that it expresses.
//
// Source: Vienna Convention on the Law of Treaties, article 16.
func (c *clause) deposited(t trigger, kind string) {
	verb, passive := c.handing(t)
	if verb < 0 {
		return
	}
	in := c.stage.paper
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.kind != anInstrument || ch.who == nil {
			continue
		}
		if ch.to <= t.at || ch.from-t.at-t.n < 9 {
			in = ch.who
		}
		if ch.from >= t.at {
			break
		}
	}
	if in == nil {
		return
	}
	a := &act{kind: kind, instrument: in, at: c.bytes(t.at, t.at+t.n)}
	at := t
	if passive {
		at = trigger{verb, 1, t.tag, false}
	}
	c.dateAct(a, at)
	if d, on, ok := c.sceneDay(trigger{verb, 1, t.tag, false}, false); ok && a.date.IsZero() {
		a.date, a.dateAt = d, on
	}
	if own := c.tokens[max(t.at-1, c.s.from)].word.folded; passive && own == "its" { // "its instrument was deposited"
		if s := c.ownerBefore(t.at); s != nil {
			a.by = []actor{*s}
		} else if s := c.stage.subject; s != nil && s.kind == aState {
			a.by = []actor{{s, c.bytes(t.at-1, t.at), t.at - 1}}
		}
	}
	if !passive {
		a.by = c.subjectOf(verb)
	} else if by := c.nearestAfter(verb+1, 3); len(a.by) == 0 && by != nil && c.is(verb+1, kBy) {
		a.by = []actor{*by}
	}
	if c.putAct(a) {
		in.acts++
	}
}

// ownerBefore gives the first State of the sentence before a token.
func (c *clause) ownerBefore(at int) *actor {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aState && !ch.adj && ch.to <= at {
			return c.actorAt(k)
		}
	}
	return nil
}

// handing gives the token of the verb that hands an instrument of ratification
// over, and whether it is in the passive; -1 where it is only to be deposited.
func (c *clause) handing(t trigger) (int, bool) {
	from, to := c.part(t.at)
	for i := t.at - 1; i >= max(from, t.at-16) && c.tokens[i].word.folded != "that"; i-- {
		if c.tokens[i].word.in(handed) && !c.planned(i, chancery.Date{}) {
			return i, false
		}
	}
	for i := t.at + t.n; i < min(to, t.at+t.n+24); i++ {
		if c.tokens[i].word.in(handed) && c.is(i-1, kPast) && !c.planned(i, chancery.Date{}) {
			return i, true
		}
	}
	return -1, false
}

var handed = forms("exchanged exchange exchanges deposited deposits lodged handed submitted presented presents delivered transmitted accepted accepts received receives")

// shares reports a verb that shares the subject of the one before it: "was
// signed in 2021 and has been in force since".
func (c *clause) shares(t trigger) bool {
	i := t.at - 1
	if c.tongue.tag == "en" {
		i = c.beforeAux(t.at)
	}
	for c.is(i, kPast) {
		i--
	}
	return !c.tongue.verbFirst && c.is(i, kAnd) || c.tongue.verbLast
}

// commonAgent reports a whole passive, or one set off by a comma, whose agent is a
// common noun for persons or a body: "drafted by the cabinet".
func (c *clause) commonAgent(t trigger) bool {
	i := c.pastArticle(t.at + t.n + 1)
	for i < c.s.to && (c.is(i, kModifier) || c.tokens[i].shape == number || c.tokens[i].word.folded == "both" || c.tokens[i].word.folded == "two") {
		i++
	}
	if i < c.s.to && c.tokens[i].word.in(everybody) { // "by all those present"
		return c.tongue.tag == "en"
	}
	adjacent := slices.ContainsFunc(c.chunks, func(ch chunk) bool { return ch.kind == anInstrument && ch.to == t.at })
	return c.tongue.tag == "en" && (c.finite(t) || c.mark(t.at-1, ",") || adjacent || c.passiveToo(t)) && i < c.s.to && c.mask[i]&(1<<kPeople|1<<kTitle|1<<kOrg|1<<kUnit) != 0
}

// everybody are the pronouns for those who did something together.
var everybody = forms("all both everyone most many those each")

// namedAgent reports a whole passive whose agent bears a name, though one that
// is no entity of the text: "was approved by the Assembly on Tuesday".
func (c *clause) namedAgent(t trigger) bool {
	i := t.at + t.n + 1
	if c.is(i, kArticle) {
		i++
	}
	return c.tongue.tag == "en" && (c.finite(t) || c.mark(t.at-1, ",") || c.passiveToo(t)) && i < c.s.to && c.upper(i)
}

// theOne gives the instrument that "the one concluded in 1999" describes: of
// the type of the last one named, and another than it.
func (c *clause) theOne(t trigger) *entity {
	if c.tongue.tag != "en" || t.at-2 < c.s.from || c.tokens[t.at-1].word.folded != "one" || !c.is(t.at-2, kArticle) {
		return nil
	}
	to := t.at + t.n
	for to < c.s.to && to < t.at+12 && c.tokens[to].shape != mark {
		if _, end := c.dateAt(to); end > to {
			to = end
			break
		}
		to++
	}
	e := &entity{kind: anInstrument, name: c.say(t.at-2, to), at: c.bytes(t.at-2, to), descr: true}
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == anInstrument && ch.to <= t.at && ch.who != nil {
			e.head = ch.who.head
		}
	}
	c.cast.all = append(c.cast.all, e)
	return e
}

// onlyPossible reports a deed that is not said to be done: "before it can be
// ratified", "once it is adopted".
func (c *clause) onlyPossible(t trigger) bool {
	if c.subjunctive(t) || c.oughtAbroad(t) || c.onlyAskedFor(t) || t.tag != nil && (c.onCondition(t) || c.undated(t)) {
		return true
	}
	if c.tongue.tag == "en" && t.at > c.s.from+1 && c.tokens[t.at-1].word.folded == "be" && c.tokens[t.at-2].word.folded == "to" { // "still has to be signed"
		return !c.isTo(t.at)
	}
	for i := max(c.s.from, t.at-4); i < t.at && c.tongue.capitals; i++ {
		switch c.tokens[i].word.folded {
		case "can", "could", "may", "might", "would", "should", "must", "once", "if", "unless":
			return c.tokens[i].shape == lower || i == c.s.from && c.tongue.tag == "en"
		}
	}
	return false
}

// subjunctive reports the bare verb of what is only decided on: "agreed that Fiji
// accede to the Convention".
func (c *clause) subjunctive(t trigger) bool {
	be := t.at > c.s.from+1 && c.tokens[t.at-1].word.folded == "be" && !c.is(t.at-2, kFuture) && !c.isTo(t.at-1) && !c.is(t.at-2, kTo)
	for i := t.at - 1; i > max(c.s.from, t.at-8) && c.tongue.tag == "en" && (be || c.tokens[t.at].word.in(bare)); i-- {
		if c.tokens[i].word.folded == "that" {
			return true
		}
	}
	return false
}

// bare are the verbs of deeds in the form without an ending.
var bare = forms("accede ratify sign adopt approve enact amend launch propose endorse")

// generic reports whether an instrument stands for a sort ("agreements of this kind").
func (c *clause) generic(k int) bool {
	ch := &c.chunks[k]
	return ch.descr && c.plural(ch.name[1]-1) && ch.name[1]-ch.name[0] == 1 && !(ch.head == paperTag && c.tokens[ch.from-1].word.folded == "the")
}

// pluralHead reports an instrument whose head noun is a plural.
func (c *clause) pluralHead(ch *chunk) bool {
	for i := ch.name[0]; i < ch.name[1] && c.tongue.tag == "en"; i++ {
		if _, n := c.at(i, kInstrument); n > 0 {
			return c.plural(i + n - 1)
		}
	}
	return false
}

// instrumentOf gives the instrument that a verb acts upon: after it in the
// active, before it in the passive.
func (c *clause) instrumentOf(t trigger) int {
	passive := c.passive(t) && c.tokens[t.at].word.folded != "approval" && (t.tag.show != "noun" || c.tongue.tag != "en") && !c.inverted(t) || c.as(t)
	before, after := c.papersAround(t, passive)
	if t.tag.value == "force" && !c.deedNoun(t) {
		if after >= 0 && (c.tokens[t.at].word.in(putting) || c.is(t.at+t.n, kLink) || before < 0 && !c.tongue.capitals) {
			return after
		}
		return before
	}
	if c.suffixed(t) && before >= 0 {
		return before
	}
	if c.tongue.verbLast {
		if after >= 0 && c.participle(t) && c.chunks[after].from-t.at-t.n <= 2 {
			return after
		}
		return before
	}
	if c.tongue.tag == "ru" && passive && after >= 0 && c.chunks[after].from == t.at+t.n { // "а также подписано Соглашение"
		return after
	}
	if !c.tongue.capitals && (passive && before < 0 || !passive && after < 0) {
		before, after = after, before // words stand more freely than in English
	}
	if before >= 0 && c.tongue.tag == "en" && (passive || c.mark(t.at-1, ",")) && !c.finite(t) && !c.passiveToo(t) && c.anotherThing(c.chunks[before].to, t.at) {
		return after
	}
	if passive || before >= 0 && c.apposed(t, c.chunks[before].to) || after < 0 && before >= 0 && (c.mark(t.at-1, ",") || c.tongue.tag == "en" && c.tokens[t.at-1].word.in(adverbs) && c.mark(t.at-2, ",") || c.chunks[before].to == t.at) {
		return before
	}
	if after < 0 && before >= 0 && (c.objectBefore(before, t) || c.secondParticiple(t, before)) {
		return before
	}
	if after < 0 && t.tag.value == "sign" && c.is(t.at+t.n, kLink) {
		return -1
	}
	return after
}

// papersAround gives the instruments next before and after a verb or noun of a deed that it
// can act on, as chunks; -1 for none.
func (c *clause) papersAround(t trigger, passive bool) (before, after int) {
	before, after = -1, -1
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.kind != anInstrument || ch.who == nil {
			continue
		}
		if c.onTalks(ch.name[0]) || c.means(ch.from) || c.asMeans(ch) && t.at != ch.to+1 {
			continue
		}
		if before >= 0 && c.governs(&c.chunks[before], ch) || ch.to <= t.at && !c.relativeFits(ch, t.at) {
			continue
		}
		if ch.to <= t.at && (t.at-ch.to < 14 || t.at-ch.to < 26 && passive && c.mark(ch.to, ",") && (c.mark(c.beforeAux(t.at), ",") || c.passiveToo(t))) {
			before = k
		}
		if (ch.from >= t.at+t.n || t.tag.value == "propose" && ch.from == t.at+t.n-1) && after < 0 && (ch.from-t.at-t.n < c.reach(t) || ch.from-t.at < 2*maxListed && c.fronts(t, ch.from)) && c.aimed(t, ch.from) && !c.otherDeed(t, ch.from) {
			after = k
		}
	}
	return before, after
}

// bearer gives the instrument of which the one at chunk k is only said what it is:
// "the Grain Initiative, an agreement signed in Istanbul". One that the paper
// takes for no instrument gives its name to k.
func (c *clause) bearer(k int) int {
	ch := &c.chunks[max(k, 0)]
	i := ch.name[0] - 1
	if k < 0 || c.tongue.tag != "en" || !ch.descr || !c.is(i, kArticle) || c.definite(trigger{at: ch.name[0]}) || !c.mark(i-1, ",") {
		return k
	}
	for n := k - 1; n >= 0 && c.chunks[n].to >= i-1; n-- {
		if o := &c.chunks[n]; o.to == i-1 && o.kind == anInstrument && o.who != nil {
			return n
		}
	}
	from := i - 1
	for from > c.s.from && c.upper(from-1) && !c.inName(from-1) {
		from--
	}
	if from = c.pastArticle(from); from < i-2 && ch.who.acts == 0 {
		ch.who.name, ch.who.at = c.say(from, i-1), c.bytes(from, i-1)
	}
	return k
}

// firstTo reports an infinitive that tells a deed done: "the first State to ratify",
// "voted 80 to 12 to ratify".
func (c *clause) firstTo(t trigger) bool {
	for i := t.at - 2; i > max(c.s.from, t.at-9) && c.tongue.tag == "en"; i-- {
		if f := c.tokens[i].word.folded; f == "voted" && !c.is(i-1, kModifier) {
			return true
		}
		if i <= t.at-6 {
			continue
		}
		if c.is(i, kOrdinal) || c.rank(i) || c.tokens[i].word.folded == "last" || c.tokens[i].word.folded == "latest" {
			return !c.futureBefore(i)
		}
	}
	return false
}

// rank reports a figure with the ending of an ordinal: "the 126th country to ratify".
func (c *clause) rank(i int) bool {
	t := &c.tokens[i]
	return t.shape == number && len(t.word.form) > 2 && t.word.form[len(t.word.form)-1] >= 'a' && !c.dated(i)
}

// toPass reports an instrument that is proposed by being submitted: a bill, a draft.
func (c *clause) toPass(in *entity) bool {
	if f := fold(in.name); c.romance() && in.head != nil && in.head.value != "programme" { // "projet de loi", "proposition de résolution", "anteproyecto"
		return beginsWith(f, []string{"projet", "proposition", "avant-projet", "proyecto", "anteproyecto", "propuesta", "iniciativa"})
	}
	return in.head != nil && (in.head.value == "law" || in.head.value == "decree" || strings.Contains(strings.ToLower(in.name), "draft"))
}

// supporting are the verbs by which a house approves, and anybody else only supports;
// approvers the words for houses and their members.
var (
	supporting = forms("backed backs")
	approvers  = forms("meps lawmakers deputies senators legislators parliamentarians parliament senate congress")
)

// submits reports a verb that is no mere submission, or one by which an instrument is
// proposed: a bill is submitted to a house, an instrument of ratification is not.
func (c *clause) submits(t trigger, in *entity) bool {
	return t.tag.value != "submit" || c.toPass(in) && c.laysBefore(t)
}

// laysBefore reports a verb of sending or showing that is said of a bill laid before a
// house: "presented the Bill to Parliament", not "sent the Bill back".
func (c *clause) laysBefore(t trigger) bool {
	if c.tongue.tag != "en" || !c.tokens[t.at].word.in(conveying) {
		return true
	}
	from, to := c.part(t.at)
	for i := from; i < to-1; i++ {
		if f := c.tokens[i].word.folded; (f == "to" || f == "before" || c.is(i, kIn) || i == t.at) && c.tokens[c.pastArticle(i+1)%len(c.tokens)].word.in(legislatures) {
			return c.tokens[max(i-1, from)].word.folded != "back"
		}
	}
	return false
}

var conveying = forms("presented presents sent sends forwarded transmitted moved laid")

var legislatures = forms("parliament congress senate house assembly legislature knesset duma bundestag riksdag storting seimas sejm parliamentarians lawmakers deputies")

// fits reports an instrument of a sort to which a deed can be done: an agreement is not
// launched, nor an Act introduced that was passed, nor a plan ratified.
func (c *clause) fits(t trigger, kind string, in *entity) bool {
	if c.tongue.tag != "en" || in.head == nil {
		return true
	}
	switch sort := in.head.value; kind {
	case "approved":
		return !c.tokens[t.at].word.in(supporting) || c.tokens[max(c.beforeAux(t.at), c.s.from)].word.in(approvers)
	case "launched":
		return !accords[sort] && sort != "charter" && sort != "law" && sort != "decree" && sort != "resolution"
	case "ratified", "acceded", "accepted":
		return !ventures.has(sort) && sort != "resolution" && sort != "decree"
	case "proposed":
		return c.tokens[t.at].word.folded != "introduced" || !strings.Contains(in.name, "Act")
	}
	return true
}

// nameByDeed calls an instrument of which only the sort is told by what tells it from
// others: "an agreement signed in 2023", "an agreement concluded with the Ministry".
func (c *clause) nameByDeed(t trigger, k int, a *act) {
	ch := &c.chunks[k]
	if c.tongue.tag != "en" || !ch.descr || ch.name[1]-ch.name[0] != 1 || ch.to != t.at || ch.who.acts > 0 || !c.toldByPurpose(ch.name[1]) {
		return
	}
	end := t.at + t.n
	for n := range c.chunks {
		d := &c.chunks[n]
		if between := d.from - end; d.from >= end && between <= 2 && (d.kind == anOrg || d.kind == aState || d.kind == aDate) && c.tokens[end].shape == lower {
			end = d.to
		}
	}
	if end > t.at+t.n {
		a.instrument.name, a.instrument.at = c.say(ch.name[0], end), c.bytes(ch.name[0], end)
	}
}

// governs reports an instrument that is only told of to say what another is:
// "the Protocol to the Convention", "the law on the treaty".
func (c *clause) governs(head, ch *chunk) bool {
	if c.tongue.tag != "en" || ch.from < head.to {
		return c.tongue.tag == "en"
	}
	if ch.from-head.to > 5 || !c.is(head.to, kLink) && !c.is(head.to, kAbout) && !c.tokens[head.to].word.in(governing) {
		return false
	}
	for i := head.to; i < ch.from; i++ {
		switch {
		case c.is(i, kLink) || c.is(i, kAbout) || c.tokens[i].word.in(governing):
		case !c.is(i, kArticle) && c.tokens[i].shape != lower || c.is(i, kAnd) || c.is(i, kPronoun) || c.is(i, kPast) || c.is(i, kVerb) && !c.is(i, kLink):
			return false
		}
	}
	return true
}

// governing are the words between an instrument and the one that it is about.
var governing = forms("to under amending implementing supplementing replacing ratifying within through annexed")

// alsoDone gives the other instruments of the list that the one of chunk k is in:
// what is done to one is done to all.
func (c *clause) alsoDone(k int, t trigger) []*entity {
	if c.tongue.tag != "en" {
		return c.listedAfter(k)
	}
	var out, pending []*entity
	if c.chunks[k].from > t.at {
		last := &c.chunks[k]
		for n := k + 1; n < len(c.chunks) && n < k+maxListed; n++ {
			ch := &c.chunks[n]
			if ch.kind != anInstrument || ch.who == nil || ch.from < last.to {
				continue
			}
			joins, and := c.goesOnList(last.to, ch.from)
			if !joins || c.finiteAt(c.pastPartner(ch.to)) {
				break
			}
			if pending, last = append(pending, ch.who), ch; and {
				out, pending = append(out, pending...), nil
			}
		}
		return out
	}
	from, _ := c.part(t.at)
	first := &c.chunks[k]
	for n := k - 1; n >= 0 && n > k-maxListed; n-- {
		ch := &c.chunks[n]
		if ch.kind != anInstrument || ch.who == nil || ch.to > first.from {
			continue
		}
		joins, and := c.goesOnList(ch.to, first.from)
		if !joins || !and && len(out) == 0 || slices.ContainsFunc(c.verbs, func(u trigger) bool { return !u.noun && u.at >= from && u.at < ch.from }) {
			break
		}
		out, first = append(out, ch.who), ch
	}
	return out
}

// spanIn gives where the sentence names an instrument.
func (c *clause) spanIn(e *entity) span {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.who == e {
			return c.bytes(ch.from, ch.to)
		}
	}
	return e.at
}

// signedToo makes the event of a signature that one verb tells with another.
func (c *clause) signedToo(t trigger, a *act) {
	e := c.event("signing", t, ruleSigning)
	e.at, e.date, e.end, e.dateAt, e.paper = a.at, a.date, chancery.Date{}, a.dateAt, a.instrument
	e.with(c, nil, a.by)
	c.put(e)
}

// ownYear gives the date right after an instrument of a list: "the Model Law on
// Elections (2018)", "an agreement in 1962 and a protocol in 2011".
func (c *clause) ownYear(e *entity) *chunk {
	for k := 1; k < len(c.chunks); k++ {
		if d := &c.chunks[k]; d.kind == aDate && c.chunks[k-1].who == e && d.from == c.chunks[k-1].to+1 && (c.mark(d.from-1, "(") && c.mark(d.to, ")") || c.is(d.from-1, kIn) || c.tokens[d.from-1].word.folded == "on") {
			return d
		}
	}
	return nil
}

// group gives the instruments last listed, where "the three agreements" stands
// for them; nil where it does not.
func (c *clause) group(k int) []*entity {
	ch := &c.chunks[k]
	i := ch.name[0]
	if c.is(i-1, kArticle) {
		i--
	}
	if c.tongue.tag != "en" || !ch.descr || !c.pluralHead(ch) || ch.name[1]-ch.name[0] > 2 || !c.definite(trigger{at: ch.name[1] - 1}) && c.tokens[max(i-1, c.s.from)].word.folded != "both" {
		return nil
	}
	return c.stage.papers
}

// maxListed bounds the names among which a list of instruments is looked for.
const maxListed = 24

// goesOnList reports whether what stands between two instruments makes them
// items of one list, and whether "and" joins them.
func (c *clause) goesOnList(from, to int) (joins, and bool) {
	i := to - 1
	for i > from && (c.is(i, kArticle) || c.tokens[i].shape == lower && !c.is(i, kAnd) && !c.is(i, kVerb) && !c.tokens[i].word.in(adding)) {
		if f := c.tokens[i].word.folded; f == "that" || c.tokens[i].word.in(nonRestrictive) || strings.HasSuffix(f, "ed") { // "and that the Act", "and referred the Agreement"
			return false, false
		}
		i--
	}
	and = c.is(i, kAnd) || c.tokens[i].word.in(adding)
	if !and && !c.mark(i, ",") && !c.mark(i, ";") || to-from > 16 || i < from {
		return false, false
	}
	for j := from; j < i; j++ {
		if c.tokens[j].word.in(nonRestrictive) || c.finiteAt(j) || c.is(j, kVerb) && !c.inName(j) || c.is(j, kPronoun) {
			return false, false
		}
	}
	return true, and
}

// adding are the words that add an item to a list.
var adding = forms("with alongside plus besides including")

// anotherThing reports "and" or a verb between an instrument and a participle,
// which then tells of something else: "the Letter and the Partnership, launched in".
func (c *clause) anotherThing(from, to int) bool {
	for i := from; i < to; i++ {
		if (c.is(i, kAnd) || c.is(i, kVerb) && c.tokens[i].shape == lower) && !c.inName(i) {
			return true
		}
	}
	return false
}

// putting are the verbs of who makes an instrument enter into force.
var putting = forms("brought brings put puts")

// asMeans reports an instrument that only says by what, or under what, something
// else is done: "approved by decree", "signed into law", "Under the Treaty, ...".
func (c *clause) asMeans(ch *chunk) bool {
	if c.tongue.tag == "ru" {
		return c.inInstrumental(ch)
	}
	if c.tongue.tag != "en" || ch.from == c.s.from {
		return false
	}
	if i := c.pastArticleBack(ch.from); c.is(i, kBy) && i > c.s.from && !(c.mark(ch.to, ",") && c.tokens[min(ch.to+1, c.s.to-1)].word.in(nonRestrictive)) { // "adopted by Resolution No. 412, was launched"
		if tg, _ := c.at(i-1, kVerb); tg != nil && actVerbs[tg.value] != "" {
			return true
		}
	}
	if ch.descr && ch.to-ch.from == 1 && (c.is(ch.from-1, kBy) || c.tokens[ch.from-1].word.folded == "into") {
		return true
	}
	return c.mark(ch.to, ",") && ch.from-c.s.from < 3 && c.tokens[c.s.from].word.folded == "under"
}

// secondParticiple reports a participle that "and" adds to what is told of an
// instrument: "an agreement brokered by the Union and signed in Lima".
func (c *clause) secondParticiple(t trigger, k int) bool {
	next := t.at + t.n
	return c.tongue.tag == "en" && t.tag.show != "noun" && c.is(t.at-1, kAnd) && (c.is(next, kIn) || c.is(next, kBy) || c.pastDate(next) > next) &&
		strings.HasSuffix(c.tokens[min(c.pastComma(c.chunks[k].to), c.s.to-1)].word.folded, "ed") && !c.is(c.chunks[k].to, kPast)
}

// apposed reports a participle that a comma sets beside the instrument that ends
// at a token: "the Agreement, signed in Lima on 3 May and followed by a protocol".
func (c *clause) apposed(t trigger, end int) bool {
	next := t.at + t.n
	return c.tongue.tag == "en" && t.tag.show != "noun" && c.mark(end, ",") && t.at == end+1 && (c.is(next, kIn) || c.pastDate(next) > next)
}

// otherVerb reports a verb between a deed and the date that it took.
func (c *clause) otherVerb(t trigger, a *act) bool {
	at := c.tokenAt(a.dateAt.start)
	return slices.ContainsFunc(c.verbs, func(u trigger) bool { return !u.noun && u.at > t.at && u.at < at })
}

// talksDay gives the day of the talks after which the sentence goes on.
func (c *clause) talksDay(t trigger) (chancery.Date, span, bool) {
	if c.tongue.tag == "en" {
		return c.sceneDay(t, false)
	}
	if m := c.afterTalks(); m != nil {
		return m.date, m.dateAt, true
	}
	return chancery.Date{}, span{}, false
}

// afterTalks gives, outside English, the meeting that a sentence begins from, on
// whose day it goes on: "После переговоров министры подписали".
func (c *clause) afterTalks() *event {
	m := c.stage.meeting
	if m == nil || !m.onDay() || m.n+6 < c.s.para || !c.closingTalks() {
		return nil
	}
	return m
}

// as reports a participle after "as": "the Agreement, as amended in 2020".
func (c *clause) as(t trigger) bool {
	return c.tongue.tag == "en" && t.at > c.s.from+1 && c.tokens[t.at-1].word.folded == "as" && strings.HasSuffix(c.tokens[t.at].word.folded, "ed")
}

// passive reports whether a verb is in the passive: "was adopted", "approved
// by", "signed between", "adopted in 2010".
func (c *clause) passive(t trigger) bool {
	if c.sharesActive(t) {
		return false
	}
	if t.tag.show == "passive" {
		return true
	}
	if t.tag.show == "bestowed" { // "consent was given to the Treaty" acts upon what follows
		return false
	}
	for i := t.at - 1; i >= c.s.from && i >= t.at-3; i-- {
		if tg, _ := c.at(i, kPast); tg != nil && tg.value == "be" {
			return true
		}
		if c.tokens[i].shape == mark || c.tongue.tag == "en" && c.tokens[i].word.folded == "to" { // "is due to open"
			break
		}
	}
	next := t.at + t.n
	return c.is(next, kBy) && !c.inManner(t) || c.is(next, kWith) && t.tag.value == "sign" || c.passiveToo(t) || c.inverted(t)
}

// inManner reports "by" and how something is done after its verb: "adopted by consensus".
func (c *clause) inManner(t trigger) bool {
	i := c.pastArticle(t.at + t.n + 1)
	return c.tongue.tag == "en" && i < c.s.to && (c.tokens[i].word.in(manners) || c.is(i, kModifier) && i+1 < c.s.to && c.tokens[i+1].word.in(manners))
}

// manners are the words after "by" that say how something is done, not who does it.
var manners = forms("decree law roll-call show secret majorities votes consensus acclamation vote majority unanimity referendum correspondence")

// inverted reports a participle that opens its sentence, with the auxiliary and
// the subject after it: "Also adopted, by consensus, was a resolution on".
func (c *clause) inverted(t trigger) bool {
	if c.tongue.tag != "en" || t.at > c.s.from+1 || t.at == c.s.from+1 && c.tokens[c.s.from].word.folded != "also" {
		return false
	}
	for i := t.at + t.n; i < min(c.s.to, t.at+12); i++ {
		if tg, _ := c.at(i, kPast); tg != nil && tg.value == "be" {
			return c.tokens[i].word.folded == "was" || c.tokens[i].word.folded == "were"
		}
	}
	return false
}

// passiveToo reports a participle that shares the auxiliary of the one before:
// "was enacted in 1995 and last amended in 2010".
func (c *clause) passiveToo(t trigger) bool {
	i, next := t.at-1, t.at+t.n
	if c.tokens[max(i, c.s.from)].word.in(adverbs) {
		i--
	}
	if c.tongue.tag != "en" || t.tag.show == "noun" || !c.is(i, kAnd) && !c.mark(i, ",") || !c.is(next, kBy) && !c.ends(next) || !strings.HasSuffix(c.tokens[t.at].word.folded, "ed") {
		return false
	}
	return c.passiveBefore(i)
}

// passiveBefore reports that the verb before a token at which another joins it is in
// the passive: "was drafted by the Ministry and [approved by the Cabinet]".
func (c *clause) passiveBefore(at int) bool {
	for n := len(c.verbs) - 1; n >= 0; n-- {
		if u := c.verbs[n]; !u.noun && u.at < at {
			tg, _ := c.at(u.at-1, kPast)
			if actVerbs[u.tag.value] != "" {
				return tg != nil && tg.value == "be" || (c.mark(u.at-1, ",") || c.is(u.at-1, kAnd)) && (c.is(u.at+u.n, kBy) || c.ends(u.at+u.n))
			}
			break
		}
	}
	for i := at - 1; i > max(c.s.from, at-reach); i-- {
		if tg, _ := c.at(i-1, kPast); tg != nil && tg.value == "be" {
			return strings.HasSuffix(c.tokens[i].word.folded, "ed") && (c.is(i+1, kBy) || c.ends(i+1))
		}
		if c.finiteAt(i) && !strings.HasSuffix(c.tokens[i].word.folded, "ed") {
			break
		}
	}
	return false
}

// finite reports whether a form of "be" makes a passive a whole verb.
func (c *clause) finite(t trigger) bool {
	for i := max(c.s.from, t.at-3); i < t.at+t.n; i++ {
		if tg, _ := c.at(i, kPast); tg != nil && tg.value == "be" {
			return true
		}
	}
	return c.tongue.genitive
}

// doers gives who did it.
func (c *clause) doers(t trigger, k int) []actor {
	if t.tag.value == "force" {
		return nil
	}
	if c.passive(t) || c.bestowed(t) {
		for i := t.at + t.n; i < min(c.s.to, t.at+t.n+12); i++ {
			if tg, _ := c.at(i, kVerb); tg != nil && dated[tg.value] || i >= t.at+t.n+4 && !c.tongue.capitals {
				break
			}
			if c.is(i, kBy) || c.is(i, kWith) {
				persons, parties := c.actors(i, c.agents(i, c.until(t)))
				for k := range c.chunks {
					if ch := &c.chunks[k]; c.tongue.capitals && ch.kind == aSide && ch.from == i+1 { // "by the two ministers"
						if by := c.sides(ch); ofStates(by) || !c.longPast(t) {
							return by
						}
						return nil
					}
				}
				return append(persons, parties...)
			}
		}
		return c.agent(t)
	}
	if c.nameless(t) {
		return nil
	}
	if by := c.antecedent(t.at); by != nil {
		return []actor{*by}
	}
	if from := c.atWhich(t.at); from > c.s.from { // "the summit, at which A and B signed"
		persons, parties := c.actors(from, t.at)
		return append(persons, parties...)
	}
	if k >= 0 && c.chunks[k].to <= t.at && c.objectBefore(k, t) { // "the Declaration, which the ministers adopted"
		persons, parties := c.actors(c.chunks[k].to, t.at)
		return append(persons, parties...)
	}
	if k < 0 || c.chunks[k].to <= t.at && (c.mark(t.at-1, ",") || c.as(t) || c.tongue.tag == "en" && c.chunks[k].to == t.at) { // "the Plan, signed in 2019", "a plan signed in 2019"
		return nil
	}
	if c.suffixed(t) {
		return c.subjectAfter(t.at)
	}
	out := c.subjectOf(t.at)
	var own []actor
	for _, a := range out {
		if a.pos != c.chunks[k].from {
			own = append(own, a)
		}
	}
	return own
}

// longPast reports a deed of a year long before that of the paper, which the persons who
// meet now did not do: "a Convention signed by the ministers in 2007".
func (c *clause) longPast(t trigger) bool {
	d, ok := c.day(t.at, t.n)
	return ok && !c.published.IsZero() && d.day.from.Year+1 < c.published.Year
}

// antecedent gives the State, body or person of whom ", which" or ", who" before
// the verb at a token tells something: "that of Mali, which had signed".
func (c *clause) antecedent(at int) *actor {
	i := c.beforeAux(at)
	f := c.tokens[max(i, c.s.from)].word.folded
	if c.tongue.tag != "en" || f != "which" && f != "who" || !c.mark(i-1, ",") {
		return nil
	}
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.to == i-1 && !ch.adj && (ch.kind == aPerson || f == "which" && (ch.kind == aState || ch.kind == anOrg)) {
			return c.actorAt(k)
		}
	}
	return nil
}

// atWhich gives the token of the last "at which", "during which" or "where" that
// opens the clause of the verb at a token and names who acts, or the sentence's first.
func (c *clause) atWhich(at int) int {
	for i := at - 1; i > max(c.s.from, at-40) && c.tongue.tag == "en" && !c.mark(i, ";"); i-- {
		f := c.tokens[i].word.folded
		if f == "where" || f == "which" && (c.is(i-1, kIn) || c.is(i-1, kDuring)) {
			if persons, parties := c.actors(i, at); len(persons)+len(parties) > 0 && !c.finiteIn(i, at) {
				return i
			}
			break
		}
	}
	return c.s.from
}

// agents gives where a list of who did something ends: at the next verb.
func (c *clause) agents(from, to int) int {
	for i := from + 1; i < to; i++ {
		tg, _ := c.at(i, kVerb)
		if c.tongue.tag == "en" && c.is(i, kBy) && c.is(i-1, kAnd) && c.pastDate(i-2) > i-2 { // "by Mali in 1997 and by Chad"
			return i
		}
		if c.is(i, kFuture) || c.is(i, kPast) || tg != nil && c.tokens[i].shape == lower && !c.is(i, kTitle) || c.tongue.tag == "en" && c.tokens[i].word.folded == "to" {
			return i
		}
	}
	return to
}

// ofStates reports who acted, where none of them is a person that may act for another.
func ofStates(by []actor) bool {
	return len(by) > 0 && !slices.ContainsFunc(by, func(a actor) bool { return a.who.kind == aPerson })
}

// single are the acts that each State does for itself.
var single = map[string]bool{"ratified": true, "acceded": true, "accepted": true}

// putAct adds an act unless the paper has told it before.
func (c *clause) putAct(a *act) bool {
	for _, b := range c.acts {
		if single[a.kind] && ofStates(a.by) && ofStates(b.by) && shared(a.by, b.by) == 0 {
			continue
		}
		if b.kind == a.kind && (b.instrument == a.instrument || !a.other && !b.other && b.instrument.descr && a.instrument.descr && b.instrument.head == a.instrument.head) && (b.date == a.date || a.date.IsZero() || b.date.IsZero()) {
			if b.date.IsZero() {
				b.date, b.dateAt = a.date, a.dateAt
			}
			for _, x := range a.by {
				b.by = appendActor(b.by, x)
			}
			return false
		}
	}
	if c.s.heading {
		for _, b := range c.acts {
			if b.kind == a.kind || b.instrument.head != nil && b.instrument.head == a.instrument.head {
				return false
			}
		}
	}
	c.acts = append(c.acts, a)
	return true
}

// toSign makes the event of a signature to come, of an instrument named or pointed
// back to: "will sign the Treaty", "are expected to sign it in Lima".
func (c *clause) toSign(t trigger) {
	a := &act{kind: "signed"}
	k := c.instrumentOf(t)
	if k < 0 {
		if a.instrument = c.joinedIt(t, a.kind); a.instrument == nil {
			a.instrument = c.itself(t)
		}
	}
	if k >= 0 || a.instrument != nil {
		c.signing(t, k, a)
	}
}

// signing makes the event of a signature.
func (c *clause) signing(t trigger, k int, a *act) { // k is -1 where a pronoun stands for the instrument
	if t.tag == enactedTag && c.tokens[t.at+t.n-1].word.in(assents) || c.passive(t) && !c.finite(t) && a.date.IsZero() { // "received royal assent", "says the decree signed by the President"
		return
	}
	if !c.tongue.capitals && t.tag.show == "noun" && !c.verbNear(t, "hold", 8) && !(c.romance() && a.date.Precision() == chancery.DayPrecision && c.is(t.at-1, kArticle) && t.at-1 == c.s.from) { // "con la firma del Acuerdo"
		return
	}
	if c.tongue.tag == "en" && c.tokens[t.at].word.folded == "signing" && c.is(t.at-1, kLink) { // "thanked him for signing"
		return
	}
	if c.onlyEnacts(t, a) {
		return
	}
	if a.date.Precision() == chancery.YearPrecision && (len(a.by) < 2 || c.passive(t) || c.tokens[t.at].word.folded != "signed" || c.tongue.tag != "en") { // told in passing: the act says it all
		return
	}
	from := c.atWhich(t.at)
	if reduced := k >= 0 && c.tongue.tag == "en" && c.chunks[k].to <= t.at && !c.finite(t); reduced || c.nameless(t) || c.deedNoun(t) && c.spokenOf(t) { // "referred the Agreement, signed in Lima"
		from = t.at
	}
	persons, parties := c.actors(from, min(c.nextDeed(t), c.relativeAfter(t.at+t.n)))
	aside := c.sidelines(t.at+t.n, c.s.to)
	elsewhere := func(a actor) bool {
		return c.inserts(a.pos, a.pos+1, t.at) || a.pos > aside && a.who.kind == anOrg
	}
	persons, parties = slices.DeleteFunc(persons, elsewhere), slices.DeleteFunc(parties, elsewhere)
	if by := c.antecedent(t.at); by != nil && !c.passive(t) {
		persons, parties = c.actors(by.pos, by.pos+1)
	} else if k < 0 || c.tongue.tag == "en" && len(a.by) > 0 && (c.enclosed(t.at, -1) || c.chunks[k].to <= t.at && !c.passive(t)) { // "the treaty that Malta and Chad signed"
		persons, parties = personsApart(a.by)
	} else if c.tongue.capitals {
		for _, a := range c.between(&c.chunks[k]) {
			parties = appendActor(parties, a)
		}
	} else if len(persons)+len(parties) == 0 {
		parties = c.between(&c.chunks[k])
	}
	if len(persons)+len(parties) == 0 {
		parties = a.by
	}
	e := c.event("signing", t, ruleSigning)
	e.paper = a.instrument
	if e.date.IsZero() {
		e.date, e.dateAt = a.date, a.dateAt
	}
	e.with(c, persons, parties)
	if len(e.participants)+len(e.parties) == 0 && e.date.Precision() < chancery.MonthPrecision && !(e.planned && !e.date.IsZero()) {
		return
	}
	c.stage.meeting = c.put(e)
}

// onlyEnacts reports a deed of the sort of a signature at which nobody meets another: an
// Act signed into law, or what one side alone renews or amends.
func (c *clause) onlyEnacts(t trigger, a *act) bool {
	if f := c.tokens[t.at].word.folded; a.kind == "amended" && f != "signed" {
		return len(a.by) < 2 || c.passive(t) || f != "renewed" && f != "extended"
	}
	for i := t.at + t.n; i < min(c.s.to-1, t.at+t.n+12) && c.tongue.tag == "en" && !c.mark(i, ","); i++ {
		if c.tokens[i].word.folded == "into" && c.tokens[i+1].word.folded == "law" {
			return true
		}
	}
	return false
}

// personsApart parts persons from States and bodies.
func personsApart(by []actor) (persons, parties []actor) {
	for _, a := range by {
		if a.who.kind == aPerson {
			persons = append(persons, a)
		} else {
			parties = append(parties, a)
		}
	}
	return persons, parties
}

// relativeAfter gives the "which" or "who" after a comma that opens what is told
// of what was signed, or the end of the sentence.
func (c *clause) relativeAfter(at int) int {
	for i := at; i < c.s.to-1 && c.tongue.tag == "en"; i++ {
		if f := c.tokens[i+1].word.folded; c.mark(i, ",") && (f == "which" || f == "who" || c.tokens[min(i+2, c.s.to-1)].word.folded == "which") { // ", under which"
			return i
		}
	}
	return c.s.to
}
