package press

import (
	"chancery"
	"slices"
	"strings"
)

// titles are the last words of names of events that are no nouns of events.
var titles = forms("initiative week days fair festival games expo biennale marathon convention exhibition")

// organsHeld reads the session of an organ that the name of the organ stands for:
// "co-chaired the inaugural Rivers Committee", "the previous Council took place".
func (c *clause) organsHeld() {
	for k := range c.chunks {
		ch := &c.chunks[k]
		if c.tongue.tag != "en" || ch.kind != anOrg || ch.who == nil || (ch.head == nil || !organs[ch.head.value] && !c.tokens[ch.to-1].word.in(boards)) && !c.congress(ch) {
			continue
		}
		first := ch.from
		for first > c.s.from && (c.upper(first-1) && !c.is(first-1, kStop) || c.mark(first-1, "-") || c.mark(first-1, "–")) {
			first--
		}
		later := ch.to+1 < c.s.to && c.setForLater(ch.to) // "the Joint Committee scheduled for November"
		staged := (c.stagedAfter(ch.to) || c.congress(ch) && c.is(ch.to, kIn) && c.dayOnlyIn(ch.to, ch.to+6) && !c.finiteIn(ch.to, ch.to+6)) && !slices.ContainsFunc(c.verbs, func(u trigger) bool { return u.noun && u.at < first && first-u.at-u.n <= 3 })
		hosted := c.hostedAt(first) >= 0 // what is hosted is an event
		if !later && !hosted && !staged && !c.inRow(trigger{at: first}) {
			continue
		}
		at, row := -1, c.rowFrom(trigger{at: first})
		if (c.is(row, kOrdinal) || c.tokens[row].shape == number) && c.is(row-1, kArticle) && (c.is(row-2, kIn) || c.is(row-2, kDuring) || c.amid(row-2)) { // "at the 77th Assembly"
			at = ch.from
		}
		if later || staged {
			at = ch.from
		}
		for _, u := range c.verbs {
			if !later && !staged && !u.noun && u.tag.value == "hold" && u.at-ch.to <= 2 && first-u.at-u.n <= 4 && !(u.at < ch.from && c.finite(u)) {
				at = u.at
				break
			}
		}
		if at < 0 {
			continue
		}
		c.focus = at
		kind := "session"
		if c.tokens[ch.to-1].word.folded == "congress" || c.congress(ch) {
			kind = "conference"
		}
		organ := trigger{ch.from, ch.to - ch.from, &tag{kind: kEvent, value: kind}, true}
		e := c.event(kind, organ, ruleGathering)
		e.fresh, e.planned = true, e.planned || later
		persons, _ := c.involved(organ)
		e.with(c, persons, []actor{{ch.who, c.bytes(ch.from, ch.to), ch.from}})
		c.stage.forum = c.put(e)
	}
}

// congress reports a body that is named as a gathering: "the Islamic Conference of
// Foreign Ministers", "the Islamic Summit".
func (c *clause) congress(ch *chunk) bool {
	for i := ch.from; i < ch.to; i++ {
		if f := c.tokens[i].word.folded; (f == "conference" || f == "summit" || f == "forum") && (i == ch.to-1 && f != "forum" || c.tokens[min(i+1, ch.to-1)].word.folded == "of") {
			return true
		}
	}
	return false
}

// stagedAfter reports, after the name of an organ, that it was held somewhere: ", held
// in Tripoli in May 1977".
func (c *clause) stagedAfter(i int) bool {
	if i < c.s.to && c.mark(i, ",") {
		i++
	}
	if i+1 >= c.s.to {
		return false
	}
	f := c.tokens[i].word.folded
	return (f == "held" || f == "convened" || f == "hosted") && (c.is(i+1, kIn) || c.is(i+1, kBy) || c.pastDate(i+1) > i+1 || c.pastDate(i+2) > i+2)
}

// hostedAt gives the token of a verb of hosting, or of chairing on a known day, right
// before a name, or -1.
func (c *clause) hostedAt(first int) int {
	i := first - 1
	if c.is(i, kArticle) {
		i--
	}
	if i < c.s.from || !c.is(i, kVerb) {
		return -1
	}
	if f := c.tokens[i].word.folded; strings.HasPrefix(f, "host") || strings.HasPrefix(f, "co-chair") && c.dayOnlyIn(c.part(i)) {
		return i
	}
	return -1
}

// boards are the last words of the names of other bodies that sit.
var boards = forms("group board panel council dialogue forum")

// sat reads "the Committee met in Pretoria", "the Commission, last convened in
// 2017" as a session of that organ.
func (c *clause) sat(t trigger) bool {
	on := t.n == 2 && c.tokens[t.at+1].word.folded == "on" // "met on Monday"
	if on {
		t.n = 1
	}
	if c.tongue.tag != "en" || !c.tokens[t.at].word.in(sitting) || t.n > 1 || c.negated(t.at) && !c.notSince(t) || c.infinitive(t) {
		return false
	}
	if !c.ends(t.at + t.n) {
		return false
	}
	if a := c.whoseOrgan(t.at); a != nil {
		e := c.event("session", t, ruleGathering)
		e.with(c, nil, []actor{*a})
		c.put(e)
		return true
	}
	a := c.nearestBefore(c.beforeApposition(t.at), 6)
	if on && a != nil && (a.who.head == nil || a.who.head.value != "parliament") { // a council meets, a parliament sits
		return false
	}
	aside := c.sitsAside(t)
	if a != nil && c.sittingOf(a.pos) {
		return false
	}
	if aside != nil {
		a = aside
	}
	if b := c.stage.body; b != nil && a == nil && c.tokens[c.s.from].word.folded == "it" && t.at-c.s.from < 3 { // "It met for the first time"
		a = &actor{b, c.bytes(c.s.from, c.s.from+1), c.s.from}
	}
	if a == nil || a.who.kind != anOrg || aside == nil && (a.who.head == nil || !organs[a.who.head.value] && !c.boardAt(t)) || c.crowd(t.at) == "conference" {
		return c.assemble(t)
	}
	if e := c.event("session", t, ruleGathering); c.sinceDay(e, t) || !e.date.IsZero() || e.place != "" && c.tokens[t.at].word.folded != "sits" {
		e.with(c, nil, []actor{*a})
		c.stage.forum = c.put(e)
	}
	return true
}

// sittingOf reports an organ at a token that only says whose sitting it is that was
// convened: "the third meeting of the Joint Committee convened".
func (c *clause) sittingOf(at int) bool {
	return slices.ContainsFunc(c.verbs, func(u trigger) bool {
		return u.noun && (u.tag.value == "meeting" || u.tag.value == "session") && u.at < at && at-u.at-u.n <= 2 && c.is(u.at+u.n, kLink)
	})
}

// sitsAside gives the organ of which a participle tells that it sat, where that is no
// verb of the sentence: "Meeting in Lima on Monday, the Council adopted", "the
// Assembly which, sitting in Lima, had decided".
func (c *clause) sitsAside(t trigger) *actor {
	if c.tongue.tag != "en" || t.n > 1 || !strings.HasSuffix(c.tokens[t.at].word.folded, "ing") || !c.tokens[t.at].word.in(sitting) {
		return nil
	}
	var a *actor
	if t.at == max(c.s.from, c.lead) {
		for i := t.at + 1; i < min(c.s.to-1, t.at+2*reach); i++ {
			if c.mark(i, ",") && c.pastDate(i+1) == i+1 && c.tokens[i+1].shape != number {
				a = c.nearestAfter(i+1, 3)
				break
			}
		}
	} else if i := t.at - 1; c.mark(i, ",") {
		for i > c.s.from && (c.mark(i, ",") || c.tokens[i-1].word.in(relatives)) {
			i--
		}
		a = c.nearestBefore(i+1, 1)
	}
	if a == nil || a.who.kind != anOrg {
		return nil
	}
	return a
}

// assemble reads the meeting of officials, or of an organ, that a common noun alone
// tells, on a known day: "ministers of the region met in Lima on 3 May", "the joint
// committee meets in June".
func (c *clause) assemble(t trigger) bool {
	kind := c.crowd(t.at)
	if known := c.stage.meeting != nil || len(c.stage.two) > 1; kind == "" || c.s.heading || known && t.tag.value == "meet" && c.sideBefore(t.at) { // "the ministers met on"
		return false
	}
	persons, parties := c.actors(c.sphere(t.at))
	if len(persons) > 0 && persons[0].pos < t.at || len(parties) > 1 && kind == "meeting" && t.tag.value == "meet" {
		return false
	}
	e := c.event(kind, t, ruleMet)
	if e.date.Precision() < chancery.MonthPrecision {
		return false
	}
	e.fresh = true
	e.with(c, nil, parties)
	c.put(e)
	return true
}

// crowd gives the sort of event that those make whom the subject of a verb at a token
// tells by a common noun: "" where it tells of no officials.
func (c *clause) crowd(at int) string {
	from, _ := c.part(at)
	kind := ""
	for i := max(from, at-2*reach); i < at; i++ {
		w := c.tokens[i].word
		switch {
		case c.finiteAt(i) && !c.is(i, kFuture) && !c.is(i, kPast):
			kind = "" // the subject stands after another verb
		case kind == "" && c.upper(i) && w.in(houses) && !c.upper(i+1) && (i == max(from, c.lead) || c.is(i-1, kArticle)):
			kind = "session" // "Parliament resumes on 7 February"
		case kind != "" || c.tokens[i].shape != lower && i > max(c.s.from, c.lead):
		case w.in(chiefs):
			kind = "conference"
		case w.in(assemblies) || w.in(commissions):
			kind = "session"
		case w.in(officials) || w.in(panels):
			kind = "meeting"
		}
	}
	return kind
}

var (
	chiefs      = forms("leaders heads presidents monarchs")
	commissions = forms("commission commissions committees councils boards parliament cabinet")
	officials   = forms("ministers officials experts delegates delegations negotiators representatives envoys ambassadors diplomats parliamentarians lawmakers deputies governors directors mayors chiefs secretaries commissioners chairpersons")
	houses      = forms("parliament house senate cabinet assembly congress")
	panels      = forms("panel group team teams groups panels taskforce")
)

// notSince reports what was last done on a day: "has not met since 2016".
func (c *clause) notSince(t trigger) bool {
	next := t.at + t.n
	return next+1 < c.s.to && c.tokens[next].word.folded == "since" && c.pastDate(next+1) > next+1
}

// sinceDay dates an event by the day since which there was none.
func (c *clause) sinceDay(e *event, t trigger) bool {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aDate && ch.from == t.at+t.n+1 && c.notSince(t) && c.negated(t.at) {
			e.date, e.dateAt = ch.day.from, c.bytes(ch.from, ch.to)
			return true
		}
	}
	return false
}

// whoseOrgan gives the body of which an organ without a name sits: "the
// Association, whose general assembly met in June".
func (c *clause) whoseOrgan(at int) *actor {
	i := c.beforeAux(at)
	if !c.tokens[max(i, c.s.from)].word.in(assemblies) {
		return nil
	}
	for n := 0; n < 4 && i > c.s.from && c.tokens[i].shape == lower && c.tokens[i].word.folded != "whose"; n++ {
		i--
	}
	if c.tokens[max(i, c.s.from)].word.folded != "whose" {
		return nil
	}
	if c.mark(i-1, ",") {
		i--
	}
	if a := c.nearestBefore(i, 2); a != nil && a.who.kind == anOrg {
		return a
	}
	return nil
}

// assemblies are the organs that a body may have and that sit.
var assemblies = forms("assembly council board committee congress conference bureau plenary presidium")

// boardAt reports a board, bureau or cabinet as the subject of a verb.
func (c *clause) boardAt(t trigger) bool {
	for i := t.at - 1; i >= max(c.s.from, t.at-5); i-- {
		switch c.tokens[i].word.folded {
		case "board", "bureau", "cabinet", "presidium", "panel", "chamber":
			return c.upper(i)
		}
	}
	return false
}

// pastDate gives the token after the date that begins at one, or that one.
func (c *clause) pastDate(i int) int {
	_, to := c.dateAt(i)
	return to
}

// beforeApposition gives where the subject of a verb at a token ends: what
// stands between commas before its auxiliaries is passed over.
func (c *clause) beforeApposition(at int) int {
	i := at - 1
	for i > c.s.from && (c.is(i, kPast) || c.is(i, kFuture) || c.tokens[i].shape == lower && !c.inName(i)) && at-i < 6 {
		i--
	}
	if !c.mark(i, ",") || !c.finiteIn(i+1, at) {
		return at
	}
	for j := i - 1; j > max(c.s.from, i-20); j-- {
		if c.mark(j, ",") {
			return j
		}
	}
	return at
}

// sitting are the verbs by which an organ holds a session.
var sitting = forms("sits sitting met meet meets meeting gather gathers gathering convened convene convenes gathered sat sits reconvened reconvene reconvenes assembled")

// adverbial are the words that may follow such a verb without an object.
var adverbial = forms("back as just only at since on for from to under again before after behind during earlier here this last next virtually online today yesterday regularly twice briefly late")

// others reads the events of a row that a word for its place in the row alone
// names: "the first took place in May", "next year's edition will be held in Lima".
func (c *clause) others() {
	for i := c.s.from + 1; i < c.s.to-2 && (c.tongue.tag == "en" || c.romance()); i++ {
		j := c.inRowAlone(i)
		if j == 0 || !c.comesOff(j) {
			continue
		}
		if f := c.rowBefore(i); f != nil {
			t := trigger{i, j - i, &tag{kind: kEvent, value: f.kind}, true}
			e := c.event(f.kind, t, ruleGathering)
			e.fresh = true
			if at := c.tokenAt(e.placeAt.start); at < i && c.comma(at, i) && c.finiteIn(c.s.from, at) { // "the first took place in Lima, a third"
				e.place, e.placeAt = "", span{}
			}
			if !e.planned && c.toCome(t) {
				e.planned, e.date = true, c.coming(e.date, c.tokenAt(e.dateAt.start), t)
			}
			if !e.date.IsZero() {
				e.parties = append(e.parties, f.parties...)
				c.put(e)
			}
		}
	}
}

// inRowAlone gives the end of words at a token that name an event by its place in a
// row, without the noun: "the first", "the next one", "last year's edition"; or 0.
func (c *clause) inRowAlone(i int) int {
	if c.tokens[i].shape != lower {
		return 0
	}
	w := c.tokens[i].word
	if w.in(editions) {
		if c.possessive(i-1) || c.is(i-1, kArticle) && w.folded == "edition" {
			return i + 1
		}
		return 0
	}
	if !c.is(i, kOrdinal) && !w.in(rows) || !c.is(i-1, kArticle) {
		return 0
	}
	j := i + 1
	if c.tokens[j].word.in(editions) {
		j++
	} else if c.tokens[j].word.folded == "of" && c.tokens[j+1].word.folded == "which" {
		j += 2
	}
	return j
}

// editions are the words that stand for the noun of an event of a row.
var editions = forms("one edition instalment installment")

// comesOff reports, at a token after an event, that it is held, is to be, or was
// somewhere: "took place", "is to be held", "was in Lima", ", in Lima in May, failed".
func (c *clause) comesOff(j int) bool {
	if c.mark(j, ",") && c.is(j+1, kIn) {
		for k := j + 1; k < min(c.s.to, j+reach); k++ {
			if c.mark(k, ",") {
				return c.dayOnlyIn(j, k) && c.finiteIn(k, min(c.s.to, k+4))
			}
		}
		return false
	}
	be := false
	for j < c.s.to-1 && (c.is(j, kPast) || c.tokens[j].word.folded == "to" || c.tokens[j].word.in(adverbs)) && !c.is(j, kVerb) {
		be = be || c.is(j, kPast)
		j++
	}
	if c.is(j, kFuture) && c.tokens[j].shape == lower || be && (c.is(j, kIn) || c.pastDate(j) > j || c.tokens[j].word.in(ahead)) {
		return true
	}
	tg, _ := c.at(j, kVerb)
	return tg != nil && tg.value == "hold"
}

// rowBefore gives an event of the sort that was last named before a token.
func (c *clause) rowBefore(at int) *event {
	for n := len(c.verbs) - 1; n >= 0; n-- {
		if u := c.verbs[n]; u.noun && u.at < at && gatherings[u.tag.value] {
			return &event{kind: u.tag.value}
		}
	}
	for n := len(c.told) - 1; n >= max(0, len(c.told)-4); n-- {
		if f := c.told[n]; gatherings[f.kind] && f.n+2 >= c.s.para {
			return f
		}
	}
	return nil
}

var gatherings = map[string]bool{"meeting": true, "session": true, "conference": true, "training": true}
