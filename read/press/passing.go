package press

import (
	"slices"
	"strings"

	"chancery"
)

// Much of what a paper tells it tells in passing, in a relative clause or by a
// participle: "Malta, which takes over the chair in July", "its headquarters
// were inaugurated in May", "submitted its third report on 2 June". These are
// events without a noun of an event: an office that changes hands, a house that
// is opened, an instrument deposited, a report handed in. The verb alone says
// little; it tells an event where its object is of the sort, and of a known day.

// telling is how a verb tells an event in passing: of what sort, and where.
type telling struct {
	kind string // Event.type
	rule chancery.Rule
	when func(*clause, trigger) bool
}

// object tells an event by one of some words as what the verb is said of.
func object(words set) func(*clause, trigger) bool {
	return func(c *clause, t trigger) bool { return c.objectIn(t, words) }
}

// whatever tells an event by the verb alone.
func whatever(*clause, trigger) bool { return true }

// tellings are the verbs of passing by their frames, each with what they may
// tell; the first that holds is told.
var tellings = map[string][]telling{
	"award":        {{"ceremony", ruleGathering, object(medals)}},
	"rite":         {{"ceremony", ruleGathering, (*clause).performed}},
	"launch":       {{"other", ruleGathering, object(talks)}, {"ceremony", ruleGathering, (*clause).launches}, {"other", ruleGathering, (*clause).launched}},
	"expel":        {{"other", ruleAppointed, object(envoys)}},
	"handover":     {{"other", ruleAppointed, (*clause).ofOffice}, {"ceremony", ruleCredentials, (*clause).handsOver}, {"ceremony", ruleGathering, (*clause).donates}},
	"depart":       {{"other", ruleAppointed, whatever}},
	"apply":        {{"other", ruleAppointed, whatever}},
	"report":       {{"other", ruleAppointed, (*clause).reportsTo}},
	"choose":       {{"election", ruleElection, (*clause).chooses}},
	"elect":        {{"election", ruleElection, (*clause).chooses}},
	"nominate":     {{"other", ruleAppointed, (*clause).asEnvoy}},
	"congratulate": {{"other", ruleGathering, (*clause).congratulates}},
	"adopt":        housework,
	"approve":      housework,
	"ratify":       housework,
	"judge":        {{"other", ruleGathering, (*clause).judges}},
	"accredit":     {{"other", ruleGathering, (*clause).accredited}},
	"deposit":      {{"ceremony", ruleCredentials, object(instruments)}},
	"inaugurate":   {{"ceremony", ruleGathering, (*clause).inaugurated}},
	"found":        {{"ceremony", ruleGathering, (*clause).inaugurated}},
	"hear":         {{"meeting", ruleMet, (*clause).hears}},
	"poll":         {{"election", ruleElection, whatever}},
	"train":        {{"training", ruleGathering, (*clause).trains}},
	"succeed":      {{"other", ruleAppointed, (*clause).inOffice}},
	"vouch":        {{"other", ruleAppointed, (*clause).inOffice}},
}

// housework is what the verbs of a parliament tell: its sitting, or a choice.
var housework = []telling{{"session", ruleGathering, (*clause).houseActs}, {"other", ruleAppointed, (*clause).endorsesBid}}

// passing reads the event of a verb that is one only of certain things.
func (c *clause) passing(t trigger) {
	if c.romance() {
		c.passingAbroad(t)
	}
	c.passingArabic(t)
	if c.tongue.tag != "en" || c.negated(t.at) || c.infinitive(t) {
		return
	}
	for _, w := range tellings[t.tag.value] {
		if w.when(c, t) {
			c.tellPassing(w.kind, c.withObject(t), w.rule)
			return
		}
	}
}

// handsOver reports credentials or an instrument that is handed over.
func (c *clause) handsOver(t trigger) bool {
	return c.objectIn(t, papers) && c.names("credentials") || c.objectIn(t, instruments)
}

// donates reports a gift of a State or body that is handed over on a known day:
// "handed over two ambulances to the Ministry on 3 June".
func (c *clause) donates(t trigger) bool {
	last := c.tokens[t.at+t.n-1].word.folded
	d, ok := c.day(t.at, t.n)
	return ok && last == "over" && d.day.from.Precision() >= chancery.MonthPrecision && strings.HasPrefix(c.tokens[t.at].word.folded, "hand") && c.objectIn(t, donations)
}

// donations are what donors hand over with ceremony.
var donations = forms("ambulance ambulances vehicle vehicles equipment medicines vaccines laboratory keys cheque consignment donation boat boats vessel vessels books computers supplies tents rice kits machinery tractors buses aircraft generators batch shipment")

// endorsesBid reports a candidature that was approved.
func (c *clause) endorsesBid(t trigger) bool { return c.passive(t) && c.objectIn(t, bids) }

// judges reports a judgment that was given.
func (c *clause) judges(t trigger) bool {
	return c.objectIn(t, judgments) || c.tokens[t.at].word.folded == "ruled" && c.bodyActs(t)
}

// accredited reports who was accredited, whatever he is accredited to.
func (c *clause) accredited(t trigger) bool {
	return c.passive(t) && c.tokens[min(t.at+t.n, c.s.to-1)].word.folded != "to"
}

// launches reports a plan, a campaign or the like that somebody launches on a
// known day: "the Minister launched the Strategy on Monday".
func (c *clause) launches(t trigger) bool {
	return !c.reduced(t) && (!c.passive(t) || c.finite(t)) && c.launched(t)
}

// launched reports such a launch, told by a participle too: "the Plan, launched
// in Lima on 3 May".
func (c *clause) launched(t trigger) bool {
	d, ok := c.day(t.at, t.n)
	if !ok || d.day.from.Precision() < chancery.MonthPrecision || c.names("ceremony") || c.names("conference") {
		return false
	}
	return c.objectIn(t, endeavours)
}

// tellPassing tells an event of the persons and bodies of its part of the
// sentence, those that a pronoun stands for included.
func (c *clause) tellPassing(kind string, t trigger, rule chancery.Rule) {
	persons, parties := c.involved(t)
	if from, _ := c.sphere(t.at); t.tag.value == "depart" { // nobody is the object: "since taking office, met B"
		if who, _ := c.actors(from, t.at); len(who) > 0 {
			persons, parties = who, nil
		}
	}
	if who := c.himself(t); who != nil {
		persons = []actor{*who}
	} else if from, _ := c.part(t.at); len(persons)+len(parties) == 0 && !c.reduced(t) && (from == c.s.from || c.pronounBefore(t.at)) {
		if parties = c.subjectOf(t.at); len(parties) == 1 && parties[0].who.kind == aPerson {
			persons, parties = parties, nil
		}
	}
	e := c.event(kind, t, rule)
	e.fresh = true
	e.with(c, persons, parties)
	if !e.date.IsZero() || undated.has(t.tag.value) && len(e.participants)+len(e.parties) > 0 {
		c.put(e)
	}
}

// undated are the deeds that count without a day.
var undated = forms("handover nominate congratulate choose hear")

// objectIn reports one of some words as what a verb is said of: shortly after it,
// or before one in the passive.
func (c *clause) objectIn(t trigger, words set) bool {
	for i := t.at + t.n; i < min(c.s.to, t.at+t.n+8) && c.tokens[i].shape != mark; i++ {
		if c.tokens[i].word.in(words) {
			return true
		}
	}
	from, _ := c.part(t.at)
	for i := t.at - 1; i >= max(from, t.at-14) && (c.passive(t) || c.reduced(t)); i-- {
		if c.tokens[i].word.in(words) {
			return true
		}
	}
	return false
}

// reduced reports a participle that tells of the noun before a comma, when, where
// or by whom something was done to it: "the Plan, launched in Lima".
func (c *clause) reduced(t trigger) bool {
	next := t.at + t.n
	return c.mark(t.at-1, ",") && strings.HasSuffix(c.tokens[next-1].word.folded, "ed") && (c.is(next, kIn) || c.is(next, kBy) || c.pastDate(next) > next)
}

// inaugurated reports a house or body that was opened with ceremony on a known
// day: "was inaugurated in October", "the bridge was opened by the Minister".
func (c *clause) inaugurated(t trigger) bool {
	if d, ok := c.day(t.at, t.n); ok && d.day.from.Precision() < chancery.MonthPrecision && !c.isTo(t.at) {
		return false // an opening told by its year is a date in the life of the body
	}
	if tg, _ := c.at(t.at, kPast); tg == nil && !(c.passive(t) && c.finite(t)) {
		return c.opensDoors(t)
	}
	last := t.at + t.n - 1
	switch f := c.tokens[last].word.folded; f {
	case "inaugurated", "commissioned", "unveiled":
		return true
	case "open":
		return t.n > 1 // "declared open"
	case "opened", "launched":
		before := c.tokens[max(last-1, c.s.from)].word.folded
		return before == "officially" || before == "formally" || f == "opened" && c.objectIn(t, shows)
	}
	return false
}

// opensDoors reports a house that opens, or that somebody opens, on a known day:
// "the centre, which opened in May", "Malta opened an embassy in Lima in March".
func (c *clause) opensDoors(t trigger) bool {
	f, next := c.tokens[t.at].word.folded, t.at+t.n
	if !strings.HasPrefix(f, "open") && !strings.HasPrefix(f, "inaugurat") || next >= c.s.to || c.s.heading {
		return false
	}
	d, ok := c.day(t.at, t.n)
	if !ok || d.day.from.Precision() < chancery.MonthPrecision && !c.isTo(t.at) || c.purposeIn(next, d.from) {
		return false
	}
	if c.is(next, kArticle) {
		return c.objectIn(trigger{t.at, t.n, t.tag, false}, shows)
	}
	if !c.is(next, kIn) && c.pastDate(next) == next && c.pastDate(next+1) == next+1 && c.tokens[min(next+1, c.s.to-1)].word.folded != "doors" {
		return false
	}
	for i := t.at - 1; i >= max(c.s.from, t.at-8); i-- {
		if c.tokens[i].word.in(shows) {
			return true
		}
	}
	return false
}

// purposeIn reports "to" and a verb between two tokens, whose day is another's.
func (c *clause) purposeIn(from, to int) bool {
	for i := from; i+1 < to; i++ {
		if c.tokens[i].word.folded == "to" && c.is(i+1, kVerb) {
			return true
		}
	}
	return false
}

// houseActs reports a parliament or one of its committees that does something on
// a day of the week: it sat on that day.
func (c *clause) houseActs(t trigger) bool {
	if c.passive(t) || c.names("session") || c.names("meeting") {
		return false
	}
	a := c.nearestBefore(t.at, 4)
	ofState := a != nil && a.who.kind == aState && c.tokens[t.at-1].word.in(chambers) // "Chad's parliament passed"
	if a == nil || !ofState && (a.who.kind != anOrg || a.who.head == nil || a.who.head.value != "parliament" && a.who.head.value != "committee" && !(c.romance() && a.who.cabinet())) {
		return false
	}
	d, ok := c.day(t.at, t.n)
	if !ok || d.day.from.Precision() != chancery.DayPrecision {
		return false
	}
	for i := d.from; i < d.to; i++ {
		if c.tokens[i].shape == number {
			return false
		}
	}
	return true
}

// chambers are the common nouns of the house of a State that passes laws.
var chambers = forms("parliament legislature senate congress lawmakers")

// ofSomeOffice reports an appointment or a recall of somebody who is told by the
// office alone: "the first envoy was appointed", "recalled its ambassador".
func (c *clause) ofSomeOffice(t trigger, persons []actor) bool {
	if c.tongue.tag != "en" || t.noun {
		return false
	}
	if f := c.tokens[t.at].word.folded; len(persons) > 0 && (strings.HasPrefix(f, "recall") || strings.HasPrefix(f, "resign") || strings.HasPrefix(f, "dismiss") || f == "sacked" || f == "removed" || f == "relieved") {
		return true
	}
	if c.passive(t) {
		return c.finite(t)
	}
	for i := t.at + t.n; i < min(c.s.to, t.at+t.n+5) && c.tokens[i].shape != mark; i++ {
		if c.is(i, kTitle) {
			return true
		}
	}
	return false
}

// namedDay reports a day with a name that a verb says is kept: "World Water Day
// was observed in Lima".
func (c *clause) namedDay(t trigger) bool {
	for i := max(c.s.from+1, t.at-12); i < min(c.s.to, t.at+8) && c.tongue.tag == "en"; i++ {
		if f := c.tokens[i].word.folded; (f == "day" || f == "jubilee" || f == "week") && c.upper(i) && c.upper(i-1) {
			return true
		}
	}
	return false
}

// reportsTo reports a report as a body receives it, in its turn or from somebody:
// "its sixth periodic report", "will present his report to the Council".
func (c *clause) reportsTo(t trigger) bool {
	for i := t.at + t.n; i < min(c.s.to-2, t.at+t.n+8) && c.tokens[i].shape != mark; i++ {
		if !c.tokens[i].word.in(reports) {
			continue
		}
		if c.tokens[i-1].word.in(periodic) {
			return true
		}
		return c.tokens[i+1].word.folded == "to" && c.nearestAfter(i+2, 2) != nil
	}
	return false
}

// chooses reports the choice of who is to hold an office: "will choose a new
// president", "chose A as its representative".
func (c *clause) chooses(t trigger) bool {
	if strings.HasSuffix(c.tokens[t.at+t.n-1].word.folded, "elected") || !c.bodyActs(t) || c.passive(t) {
		return false
	}
	end := min(c.s.to, t.at+t.n+12)
	if named := c.personAfter(t.at+t.n, 4); named != nil {
		for i := t.at + t.n; i < end && c.tokens[i].shape != mark; i++ {
			if c.tokens[i].word.folded == "as" && (c.is(i+1, kArticle) || c.is(i+1, kTitle)) {
				return true
			}
		}
		return false
	}
	for i := t.at + t.n; i < min(end, t.at+t.n+6) && c.tokens[i].shape != mark; i++ {
		if c.is(i, kTitle) || c.tokens[i].word.in(elective) {
			return c.dayOnlyIn(c.part(t.at))
		}
	}
	return false
}

// bodyActs reports a body as the subject of a verb: one named, or "the Council".
func (c *clause) bodyActs(t trigger) bool {
	i := c.beforeAux(t.at)
	if i < c.s.from || c.tokens[i].shape == mark && !c.mark(i, ")") {
		return false
	}
	if c.tokens[i].shape == capital && c.is(i, kOrg) || c.tokens[i].word.in(electors) {
		return true
	}
	by := c.subjectOf(t.at)
	return len(by) > 0 && by[0].who.kind == anOrg
}

// asEnvoy reports a nomination to an office of State: "nominated A as Ambassador".
func (c *clause) asEnvoy(t trigger) bool {
	return slices.ContainsFunc(c.chunks, func(ch chunk) bool {
		return ch.kind == aPost && ch.from > t.at && ch.from < t.at+24 && strings.Contains(strings.ToLower(c.say(ch.post.title[0], ch.post.title[1])), "ambassador")
	})
}

// inOffice reports that somebody comes into an office that is told with "as": "was
// replaced by A as Minister", "the Senate confirmed her as Governor".
func (c *clause) inOffice(t trigger) bool {
	end := min(c.s.to-2, t.at+t.n+reach)
	for i := t.at + t.n; i < end && !c.mark(i, ".") && !c.mark(i, ";"); i++ {
		if c.tokens[i].word.folded != "as" {
			continue
		}
		for i++; i < end && (c.is(i, kArticle) || c.is(i, kPronoun) || c.is(i, kModifier) || c.is(i, kAdjective) || c.is(i, kPortfolio)) && !c.is(i, kTitle); i++ {
		}
		return c.is(i, kTitle)
	}
	return false
}

// performed reports a rite: "laid a wreath", "cut the ribbon", not "cut flowers".
func (c *clause) performed(t trigger) bool {
	return c.objectIn(t, rites) && !(c.tokens[t.at].word.folded == "cut" && !c.is(t.at+t.n, kArticle))
}

// hears reports a committee or the like that officials answer to: "the Committee
// heard the Minister on Monday", "she appeared before the Council".
func (c *clause) hears(t trigger) bool {
	next := t.at + t.n
	if c.tokens[min(next, c.s.to-1)].word.folded == "that" {
		return false
	}
	organ := c.nearestBefore(c.beforeAux(t.at)+1, 4)
	if f := c.tokens[next-1].word.folded; f == "before" || f == "to" {
		organ = c.nearestAfter(next, 3)
	}
	if organ == nil || organ.who.kind != anOrg || organ.who.head == nil || !organs[organ.who.head.value] {
		return false
	}
	persons, parties := c.actors(c.sphere(t.at))
	return len(persons)+len(parties) > 1
}

// trains reports a training told by its verb: "trained 35 officials", "judges were
// trained in Lima".
func (c *clause) trains(t trigger) bool {
	if c.passive(t) {
		i := c.beforeAux(t.at)
		return c.tokens[i].word.in(trainees) || c.tokens[i].word.in(officials)
	}
	return c.objectIn(t, trainees) || c.objectIn(t, officials)
}

// congratulates reports letters and messages of greeting.
func (c *clause) congratulates(t trigger) bool {
	if !c.objectIn(t, letters) {
		return false
	}
	for i := t.at; i < min(c.s.to, t.at+10); i++ {
		if f := c.tokens[i].word.folded; strings.HasPrefix(f, "congratulat") || f == "greetings" || f == "condolence" || f == "condolences" {
			return true
		}
	}
	return false
}

// nominal reads the events that nouns tell of which are no nouns of an event by
// themselves: "Kenya's presidency of the Council this month", "the presentation
// of her credentials", "at the launch of the Plan".
func (c *clause) nominal() {
	for i := c.s.from + 1; i < c.s.to && c.tongue.tag == "en"; i++ {
		w := c.tokens[i].word
		if !w.in(terms) && !w.in(papers) && w.folded != "launch" || c.tokens[i].shape != lower || c.inName(i) {
			continue
		}
		t := trigger{i, 1, &tag{kind: kEvent}, true}
		c.focus = i
		switch {
		case w.in(terms):
			c.tellTerm(t)
		case w.in(papers) && c.handsIn(i):
			c.tellPassing("ceremony", t, ruleCredentials)
		case w.folded == "launch" && c.wasAt(i):
			c.tellPassing("ceremony", t, ruleGathering)
		}
	}
}

// tellTerm tells a chairmanship with its time: "Malta's presidency of the Council
// in 2024". What a body holds now, or held until then, is no event.
func (c *clause) tellTerm(t trigger) {
	if !c.is(t.at+1, kLink) && !c.is(t.at+1, kIn) || c.has("handover") || c.tokens[t.at-1].word.folded == "the" {
		return
	}
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.kind != aDate || ch.from <= t.at || ch.from >= t.at+14 || ch.day.from.IsZero() {
			continue
		}
		if c.comma(t.at, ch.from) || c.finiteIn(t.at, ch.from) || c.is(ch.from-1, kTerm) {
			return
		}
		persons, parties := c.involved(t)
		e := c.event("other", t, ruleAppointed)
		e.fresh, e.date, e.end, e.dateAt = true, ch.day.from, ch.day.to, c.bytes(ch.from, ch.to)
		e.with(c, persons, parties)
		c.put(e)
		return
	}
}

// handsPapers reports credentials as what was received, before anybody is named.
func (c *clause) handsPapers(t trigger) bool {
	for i := t.at + t.n; i < min(c.s.to, t.at+t.n+18) && c.tongue.tag == "en"; i++ {
		if c.tokens[i].word.in(papers) {
			return c.personAfter(t.at+t.n, i-t.at-t.n) == nil
		}
	}
	return false
}

// handsIn reports an envoy's first act told by its papers: "the presentation
// of copies of her credentials", "received today in Lima the credentials of".
func (c *clause) handsIn(i int) bool {
	for j := i - 1; j > max(c.s.from, i-8) && c.tokens[j].shape == lower; j-- {
		if c.tokens[j].word.folded == "presentation" {
			return true
		}
	}
	from, _ := c.part(i)
	told := len(c.told) > 0 && c.told[len(c.told)-1].kind == "ceremony" && c.told[len(c.told)-1].sentence == int(c.tokens[c.s.from].start)
	for j := i - 1; j >= max(from, i-20) && !told; j-- {
		if c.tokens[j].word.in(receiving) && c.tokens[j].shape == lower {
			return true
		}
	}
	return false
}

// wasAt reports that somebody was at what a noun tells of.
func (c *clause) wasAt(i int) bool {
	j := i - 1
	for j > max(c.s.from, i-4) && c.tokens[j].shape == lower && !c.is(j, kArticle) {
		j--
	}
	return c.is(j, kArticle) && (c.is(j-1, kIn) || c.is(j-1, kDuring) || strings.HasPrefix(c.tokens[max(j-1, c.s.from)].word.folded, "attend")) && c.is(i+1, kLink)
}

// consulted reports a consultation of the public on a draft, which is no meeting:
// "was put out for consultation", "a public consultation on the bill".
func (c *clause) consulted(t trigger) bool {
	if c.tongue.tag != "en" || c.tokens[t.at].word.folded != "consultation" || t.n > 1 || t.at == c.s.from || c.s.to-t.at < 2 {
		return false
	}
	for i := t.at + 1; i < min(c.s.to, t.at+4); i++ {
		if c.is(i, kWith) && c.pastDate(i+1) == i+1 {
			return false
		}
	}
	f := c.tokens[t.at-1].word.folded
	return f == "public" || f == "for" || f == "to" || f == "open" || c.is(t.at-1, kArticle) || f == "national"
}

// withObject gives the words of a verb with the instrument it is said of, whose
// sort is itself a deed: "deposited its instrument of ratification".
func (c *clause) withObject(t trigger) trigger {
	for _, u := range c.verbs {
		if t.tag.value == "deposit" && u.at > t.at && u.at < t.at+8 && !u.noun && c.tokens[u.at].word.in(instruments) {
			return trigger{u.at, u.n, t.tag, false}
		}
	}
	return t
}

// ofOffice reports that what changes hands is an office of a body: "the rotating
// presidency", or what is told of without a name: "took over in 2018".
func (c *clause) ofOffice(t trigger) bool {
	if c.objectIn(t, presidencies) {
		return true
	}
	next := t.at + t.n
	for i := t.at - 1; i > max(c.s.from, t.at-8) && c.tokens[next-1].word.folded == "from"; i-- { // "the presidency passed from A to B"
		if c.tokens[i].word.in(presidencies) {
			return true
		}
	}
	if !strings.HasSuffix(c.tokens[next-1].word.folded, "over") || !strings.HasPrefix(c.tokens[t.at].word.folded, "t") || c.passive(t) {
		return false
	}
	f := ""
	if next < c.s.to {
		f = c.tokens[next].word.folded
	}
	return (f == "from" && c.upper(next+1) || f == "as" || c.is(next, kIn) && c.pastDate(next+1) > next+1 || f == "on" && c.pastDate(next+1) > next+1) && c.dayOnlyIn(c.part(t.at))
}

var (
	presidencies = forms("presidency chairmanship chairpersonship chair co-chairmanship helm leadership baton gavel tempore")
	instruments  = forms("instrument instruments")
	papers       = forms("credentials credence")
	reports      = forms("report reports")
	periodic     = forms("periodic initial national outstanding combined annual country")
	elective     = forms("successor successors members member leader leadership bureau officers judges judge officeholders presidium parliament legislature assembly senate council")
	electors     = forms("members states ministers leaders deputies mps lawmakers delegates senators parties voters citizens")
	rites        = forms("keys ground stone cornerstone wreath wreaths flowers flag flags colours sod turf")
	talks        = forms("negotiations")
	endeavours   = forms("plan plans programme programmes program programs strategy strategies initiative initiatives campaign campaigns project projects platform portal roadmap framework policy scheme facility fund network alliance coalition partnership guide guidelines handbook toolkit atlas award competition")
	trainees     = forms("officers judges prosecutors journalists teachers nurses technicians participants trainees staff women youth inspectors soldiers members managers observers servants investigators engineers farmers specialists midwives doctors peacekeepers monitors")
	bids         = forms("candidacy candidature candidacies candidatures bid candidate")
	judgments    = forms("judgment judgement ruling verdict opinion")
	envoys       = forms("diplomat diplomats ambassador ambassadors envoy envoys attaché attachés consul")
	letters      = forms("letters letter message messages telegram telegrams greetings condolences")
	medals       = forms("prize prizes honour honours doctorate medal medals order certificate certificates award awards badge badges decoration decorations")
	receiving    = forms("received receives accepted accepts presented presents handed submitted")
	terms        = forms("presidency chairmanship chairpersonship co-chairmanship")
)
