package press

import (
	"chancery"
	"slices"
	"strings"
)

// simple reads an event of the persons of its sentence.
func (c *clause) simple(t trigger, kind string, rule chancery.Rule) {
	persons, parties := c.actors(c.narrowed(t.at, c.s.from, c.s.to))
	if who := c.himself(t); who != nil {
		persons = []actor{*who}
	} else if len(persons) == 0 {
		persons = c.subjectOf(t.at)
	} else if s := c.stage.subject; !c.tongue.capitals && s != nil && s.kind == aPerson && c.is(c.s.from, kPronoun) {
		persons = appendActor(persons, actor{s, c.bytes(c.s.from, c.s.from+1), c.s.from})
	}
	if len(persons) == 0 {
		return
	}
	e := c.event(kind, t, rule)
	e.with(c, persons, parties)
	if f := c.toldOf(kind); f != nil && c.thoseWho(t.at) {
		f.absorb(e)
		return
	}
	c.put(e)
}

// thoseWho reports a sentence that names those who took part in what was told:
// "Those who presented credentials were".
func (c *clause) thoseWho(at int) bool {
	if at-2 < c.s.from || c.tokens[at-1].word.folded != "who" {
		return false
	}
	f := c.tokens[at-2].word.folded
	return f == "those" || f == "others" || f == "envoys" || f == "ambassadors"
}

// toldOf gives the last event of a kind told shortly before.
func (c *clause) toldOf(kind string) *event {
	for n := len(c.told) - 1; n >= max(0, len(c.told)-4); n-- {
		if f := c.told[n]; f.kind == kind && f.n+2 >= c.s.para {
			return f
		}
	}
	return nil
}

// opened reads the opening of an embassy, office or institute by somebody.
func (c *clause) opened(t trigger) {
	persons, parties := c.actors(c.s.from, t.at)
	if a := c.nearestBefore(t.at, 4); len(persons) == 0 || a != nil && a.who.kind == anOrg && c.finiteIn(persons[0].pos, a.pos) && c.tongue.tag == "en" { // "recalled that the Fund opened its office"
		return
	}
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == anOrg && ch.from >= t.at && ch.from <= t.at+t.n+2 && !c.possessive(ch.to) {
			e := c.event("ceremony", t, ruleGathering)
			e.with(c, persons, append(parties, actor{ch.who, c.bytes(ch.from, ch.to), ch.from}))
			c.put(e)
			return
		}
	}
}

// willOpen reports a person who will open a mission: "he will open the Embassy in
// Kigali on 23 February".
func (c *clause) willOpen(t trigger) bool {
	if c.tongue.tag != "en" || t.tag.value != "hold" || t.n != 2 || c.tokens[t.at+1].word.folded != "open" {
		return false
	}
	for i := t.at + 2; i < min(c.s.to, t.at+9) && c.tokens[i].shape != mark; i++ {
		if c.tokens[i].word.in(missions) {
			return c.upper(i) && c.dayOnly()
		}
	}
	return false
}

// missions are the houses that one State has in another.
var missions = forms("embassy commission consulate mission chancery representation")

// signedSeveral reads the signature of papers that have no names: "signed seven
// agreements", "fifteen agreements were signed".
func (c *clause) signedSeveral(t trigger) bool {
	if c.tongue.tag != "en" || t.tag.value != "sign" || c.negated(t.at) || c.infinitive(t) {
		return false
	}
	from, to := t.at+t.n, t.at+t.n+5
	if c.passive(t) {
		from, to = t.at-6, t.at
	}
	several := false
	for i := max(from, c.s.from); i < min(to, c.s.to) && (c.tokens[i].shape != mark || from < t.at); i++ {
		contract := c.tokens[i].word.in(contracts) && (!c.passive(t) || c.finite(t))
		several = several || c.tokens[i].shape == number || c.tokens[i].word.in(counts) || contract
		if !several || !contract && (!c.is(i, kInstrument) || !c.plural(i)) {
			continue
		}
		persons, parties := c.actors(c.sphere(t.at))
		if who := c.himself(t); who != nil {
			persons = []actor{*who}
		}
		e := c.event("signing", t, ruleSigning)
		e.fresh = true
		e.with(c, persons, parties)
		if len(e.participants)+len(e.parties) > 0 {
			c.put(e)
		}
		return true
	}
	return false
}

// contracts are what is signed that is no instrument of States: "the grant contract".
var contracts = forms("contract contracts documents")

// counts are the words that say how many.
var counts = forms("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty several multiple various numerous number dozen")

// unveiled reads the opening of a house or a show by somebody: "inaugurated an
// exhibition in Riyadh".
func (c *clause) unveiled(t trigger) bool {
	f := c.tokens[t.at+t.n-1].word.folded
	if c.tongue.tag != "en" || !strings.HasPrefix(f, "inaugurat") && !strings.HasPrefix(f, "unveil") && !strings.HasPrefix(f, "open") {
		return false
	}
	shown := false
	for i := t.at + t.n; i < min(c.s.to, t.at+t.n+7) && c.tokens[i].shape != mark; i++ {
		shown = shown || c.tokens[i].word.in(shows)
	}
	if a := c.nearestAfter(t.at+t.n, 2); a != nil && a.who.kind == anOrg { // a body is opened, and takes part
		return false
	}
	if !shown || c.s.heading || c.tokens[max(t.at-1, c.s.from)].word.folded == "to" && !c.isTo(t.at) { // "intends to open"
		return false
	}
	by := c.subjectOf(t.at)
	if len(by) == 0 || by[0].who.kind != aPerson && !c.sideBefore(t.at) && !c.is(c.beforeAux(t.at), kPeople) {
		return false
	}
	e := c.event("ceremony", t, ruleGathering)
	e.fresh = true
	for _, a := range by {
		if a.who.kind == aPerson {
			e.with(c, []actor{a}, nil)
		} else {
			e.with(c, nil, []actor{a})
		}
	}
	c.put(e)
	return true
}

// shows are the houses and shows that are opened with ceremony.
var shows = forms("premises office offices embassy consulate mission headquarters branch campus academy institute facility complex hub stand station road highway terminal port airport crossing exhibition exhibit school hospital clinic centre center library monument memorial plaque statue pavilion bridge museum gallery factory plant building laboratory park garden campus dormitory")

// celebrated reads an anniversary or a day that is marked on a known day or month.
func (c *clause) celebrated(t trigger) {
	if c.tongue.tag == "en" && t.at > c.s.from && c.tokens[t.at-1].word.folded == "to" && len(c.told) > 0 && c.told[len(c.told)-1].at.start >= c.bytes(c.s.from, c.s.from+1).start {
		return // "held a debate to mark the anniversary"
	}
	if !c.anniversary() && !c.namedDay(t) || c.tokens[t.at].word.folded == "opened" && (c.names("conference") || c.names("session")) {
		return
	}
	d, ok := c.day(t.at, t.n)
	if once := c.tongue.tag == "en" && (c.past(t) || c.planned(t.at, chancery.Date{})); !ok || d.day.from.Precision() < chancery.MonthPrecision && !once {
		return
	}
	persons, parties := c.actors(c.narrowed(t.at, c.s.from, c.s.to))
	if len(parties) == 0 && c.stage.meeting != nil {
		parties = c.stage.meeting.parties
	}
	e := c.event("ceremony", t, ruleGathering)
	e.with(c, persons, parties)
	c.stage.forum = c.put(e)
}

// appointed reads appointments and recalls, which are events of type other.
func (c *clause) appointed(t trigger) {
	if c.negated(t.at) || c.remembered(t) || c.newly(t) || c.tongue.verbFirst && c.is(t.at-1, kIn) && c.tokens[t.at].word.folded == "عين" || c.infinitive(t) || c.tongue.tag == "en" && t.noun && c.definite(t) && c.is(t.at+t.n, kPast) { // "the appointment was a proud moment"
		return
	}
	if t.tag.show == "became" && !c.officeBefore(t.at) {
		return
	}
	persons, parties := c.actors(c.narrowed(t.at, c.s.from, c.s.to))
	if from, to := c.nextAppointment(t); to > 0 { // "recalling A and appointing B": the subject is that of both
		persons, parties = c.actors(c.s.from, from)
		p, s := c.actors(t.at, to)
		persons, parties = append(persons, p...), append(parties, s...)
	}
	post := c.tongue.tag == "en" && c.tokens[t.at+t.n-1].word.in(takesUp)
	for k := range c.chunks {
		post = post || c.chunks[k].kind == aPost && c.chunks[k].from > t.at-12
	}
	if len(persons) == 0 || !post {
		if c.ofSomeOffice(t, persons) {
			c.tellPassing("other", t, ruleAppointed)
		}
		if c.romance() && !c.s.heading && (t.n > 1 || !c.inName(t.at)) {
			c.tellAbroad("other", t, ruleAppointed.Name)
		}
		return
	}
	e := c.event("other", t, ruleAppointed)
	e.place = ""
	if d, at, ok := c.decreeDay(); ok && e.date.IsZero() {
		e.date, e.dateAt = d, at
	}
	e.with(c, persons, parties)
	for _, a := range persons {
		for _, h := range a.who.posts {
			if h.to != nil {
				e.parties = appendActor(e.parties, actor{h.to, a.at, a.pos})
			}
		}
	}
	c.put(e)
}

// newly reports a participle of appointing that only describes somebody: "the newly
// appointed ambassador".
func (c *clause) newly(t trigger) bool {
	i := t.at - 1
	if c.tongue.tag != "en" || t.noun || i <= c.s.from || c.is(i-1, kPast) {
		return false
	}
	f := c.tokens[i].word.folded
	return f == "newly" || f == "recently"
}

// takesUp are the last words of a verb by which somebody enters a post that is
// told elsewhere: "will take up his duties".
var takesUp = forms("duties office post functions charge")

// nextAppointment gives, where the sentence tells of several appointments, the
// token of the first verb and where what this one tells ends; else zeros.
func (c *clause) nextAppointment(t trigger) (first, to int) {
	first, to = -1, c.s.to
	several := false
	for _, u := range c.verbs {
		if u.noun || u.tag.value != "appoint" || c.tongue.tag != "en" {
			continue
		}
		if first < 0 {
			first = u.at
		}
		if u.at > t.at {
			to = min(to, u.at)
		}
		several = several || u.at != t.at
	}
	if !several {
		return 0, 0
	}
	return first, to
}

// remembered reports a "recalled" of what is called to mind, not of an envoy.
func (c *clause) remembered(t trigger) bool {
	next := t.at + t.n
	if f := c.tokens[t.at].word.folded; c.tongue.tag != "en" || !strings.HasPrefix(f, "recall") || c.passive(t) {
		return false
	}
	return c.nearestAfter(next, 3) == nil || slices.ContainsFunc(c.verbs, func(u trigger) bool { return u.noun && u.at >= next && u.at < next+6 })
}

// withoutYear reports a day and month, or a month, that the text names without a year.
func (c *clause) withoutYear(at span) bool {
	words := c.text[at.start:at.end]
	digits := 0
	for _, r := range words {
		if r >= '0' && r <= '9' {
			digits++
		}
	}
	bare := digits == 0 && !strings.Contains(words, " ") // "في أكتوبر", "يوم الأحد"
	return words != "" && digits < 4 && (bare || c.tokens[max(c.tokenAt(at.start), c.s.from)].shape != script)
}
