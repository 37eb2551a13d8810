package press

import (
	"slices"
	"strings"

	"chancery"
)

// What French and Spanish papers tell of in passing: who is elected, takes or
// leaves an office, what is opened, what a body joins, and that a body sat.

// passingAbroad reads the event of a verb of French or Spanish that is no noun's.
func (c *clause) passingAbroad(t trigger) {
	if c.negated(t.at) || c.s.heading {
		return
	}
	switch t.tag.value {
	case "elect":
		if c.tokens[t.at].shape == lower && !c.inName(t.at) && !c.is(t.at-1, kArticle) && !c.is(t.at-1, kModifier) { // not "le nouvel élu"
			c.tellAbroad("election", t, ruleElection.Name)
		}
	case "depart", "member":
		if !c.leavesTown(t) {
			c.tellAbroad("other", t, ruleAppointed.Name)
		}
	case "inaugurate":
		if c.finiteAbroad(t) && !c.gathersIn(t) && (c.house(t) >= 0 || !c.onlyOpens(t)) {
			c.tellAbroad("ceremony", t, ruleGathering.Name)
		}
	case "hold":
		if c.seatedBody(t) {
			c.tellAbroad("session", t, ruleGathering.Name)
		}
	case "rite":
		if c.narratedAbroad(t) && !c.dayOnly() {
			c.simple(t, "ceremony", ruleGathering)
			return
		}
		c.tellAbroad("ceremony", t, ruleGathering.Name)
	case "adopt", "approve", "ratify":
		if c.houseActs(t) {
			c.tellAbroad("session", t, ruleGathering.Name)
		}
	case "award":
		if c.objectAbroad(t, medalsAbroad) {
			c.tellAbroad("ceremony", t, ruleGathering.Name)
		}
	case "vote":
		if c.voteDay(t) {
			c.tellAbroad("election", t, ruleElection.Name)
		}
	case "recall":
		if c.objectAbroad(t, envoysAbroad) {
			c.tellAbroad("other", t, ruleAppointed.Name)
		}
	}
}

// leavesTown reports that a town or a country is left and no body or office: "a quitté
// Dakar mardi".
func (c *clause) leavesTown(t trigger) bool {
	if !strings.HasPrefix(c.tokens[t.at+t.n-1].word.folded, "quitt") {
		return false
	}
	at := c.paper.pastArticle(t.at + t.n)
	h := c.hit(at)
	return c.is(at, kCity) || h != nil && h.state() && !h.adjective
}

// What French and Spanish verbs of passing are said of: honours that are conferred,
// envoys that are recalled or sent away, houses that are dissolved.
var (
	medalsAbroad = forms("médaille insignes ordre prix distinction décoration trophée légion diplôme croix medalla condecoración orden premio distinción galardón insignia diploma llaves")
	envoysAbroad = forms("ambassadeur ambassadrice ambassadeurs chargé chargée consul consule diplomate diplomates attaché nonce embajador embajadora embajadores encargado encargada cónsul diplomático diplomáticos diplomáticas agregado nuncio funcionarios")
	votersAbroad = forms("électeurs citoyens inscrits votants électorat gouverneurs électrices peuple population electores ciudadanos ciudadanía votantes gobernadores pueblo urnas urnes")
)

// objectAbroad reports one of some words as what a verb of French or Spanish is said
// of: after it, past when and where, or before it in the passive.
func (c *clause) objectAbroad(t trigger, words set) bool {
	for i, n := t.at, 0; i < c.s.to && n < reach; i, n = i+1, n+1 {
		if i >= t.at+t.n {
			i += c.circumstanceAbroad(i) + c.asideAbroad(i)
		}
		if i >= c.s.to || c.tokens[i].shape == mark {
			break
		}
		if c.tokens[i].word.in(words) {
			return true
		}
	}
	from, _ := c.part(t.at)
	for i := t.at - 1; i >= max(from, t.at-reach) && c.passiveAbroad(t); i-- {
		if c.tokens[i].word.in(words) {
			return true
		}
	}
	return false
}

// passiveAbroad reports a verb of French or Spanish that says what was done to its
// subject: "a été remis", "fue expulsado", "est convoqué".
func (c *clause) passiveAbroad(t trigger) bool {
	for i := max(c.s.from, t.at-1); i < t.at+t.n; i++ {
		switch c.tokens[i].word.folded {
		case "été", "est", "sont", "sera", "seront", "fut", "fue", "fueron", "será", "serán", "sido":
			return t.n > 1 || i < t.at
		}
	}
	return t.tag.show == "passive"
}

// voteDay reports a people, or those who choose for a body, that votes on a known
// day: "Les Gabonais voteront le 17 novembre", "los gobernadores votarán". A house
// votes on a bill.
func (c *clause) voteDay(t trigger) bool {
	for i := max(c.s.from, t.at-8); i < min(c.s.to, t.at+t.n+3); i++ {
		if c.tokens[i].word.in(votersAbroad) {
			return true
		}
	}
	h := c.hit(t.at - 1)
	return h != nil && h.state()
}

// tellAbroad tells an event of its sentence where it has a day, or is told of a
// person and has a date: that a house was opened in some year is a milestone.
func (c *clause) tellAbroad(kind string, t trigger, rule string) {
	persons, parties := c.actors(c.s.from, c.s.to)
	if len(persons) == 0 {
		for _, a := range c.subjectOf(t.at) {
			if a.who.kind == aPerson {
				persons = append(persons, a)
			}
		}
	}
	e := c.event(kind, t, ruleGathering)
	e.rule = rule
	e.with(c, persons, parties)
	if e.date.IsZero() || len(persons) == 0 && kind != "session" && e.date.Precision() != chancery.DayPrecision {
		return
	}
	c.put(e)
}

// finiteAbroad reports a verb of more than a bare participle: "a inauguré",
// "inaugura", but not "inaugurée en 2021".
func (c *clause) finiteAbroad(t trigger) bool {
	w := c.tokens[t.at+t.n-1].word.folded
	return t.n > 1 || !hasEnding(w, []string{"é", "ée", "és", "ées", "ado", "ada", "ados", "adas", "er", "ar", "ouvert", "ouverte"})
}

// gathersIn reports a noun of an event as what a verb opens, which is told by
// its noun: "inauguró el seminario".
func (c *clause) gathersIn(t trigger) bool {
	for _, u := range c.verbs {
		if u.noun && u.at > t.at-8 && u.at < t.at+12 {
			return true
		}
	}
	return false
}

// seatedBody reports a body right before a reflexive verb of holding, which then
// sat: "Le Conseil européen se tiendra".
func (c *clause) seatedBody(t trigger) bool {
	if f := c.tokens[t.at].word.folded; f != "se" && f != "s'" && !strings.HasPrefix(f, "sesion") && !strings.HasPrefix(c.tokens[t.at+t.n-1].word.folded, "siég") && f != "siège" {
		return false
	}
	a := c.nearestBefore(t.at, 2)
	return (a != nil && a.who.kind == anOrg || c.foundedAfter(t) != nil) && !c.gathersIn(t)
}

// convened reports a verb by which one body or person alone held a meeting on a
// known day: "a tenu une réunion d'urgence le 4 mars".
func (c *clause) convened(t trigger) bool {
	if !c.romance() || !c.dayOnly() {
		return false
	}
	for i := t.at; i < t.at+t.n; i++ {
		switch c.tokens[i].word.folded {
		case "réunion", "rencontre", "entretien", "entretiens", "entrevue", "séance", "réuni", "réunie", "réunis", "réunies", "réunit", "réunissent", "réunira", "réuniront", "réunirait", "réunissait", "reunión", "encuentro", "reunió", "reunieron", "reúne", "reúnen", "reunirá", "reunirán", "reunido", "audiencia", "conversaciones":
			return true
		}
	}
	return false
}

// alone reports such a meeting of one who is named, or of "the two sides".
func (c *clause) alone(t trigger, named int) bool {
	return (named == 1 || named == 0 && c.sideBefore(t.at)) && c.convened(t)
}

// pastTo steps over the preposition that leads a verb of French or Spanish to
// where one goes: "s'est rendu à Garoua", "viajará hoy a Loja".
func (c *clause) pastTo(i int) int {
	if !c.romance() {
		return i
	}
	for c.is(i, kAdverb) || c.dated(i) && c.pastDate(i) > i {
		if c.is(i, kAdverb) {
			i++
		} else {
			i = c.pastDate(i)
		}
	}
	switch c.tokens[min(i, c.s.to-1)].word.folded {
	case "à", "au", "aux", "en", "a", "al", "por", "hasta", "dans":
		return c.pastArticle(i + 1)
	}
	return i
}

// townAbroad reports capitalised words after "à" or "en" that no table knows and
// nobody is called by: a town.
func (c *clause) townAbroad(in, from, to int) bool {
	switch c.tokens[in].word.folded {
	case "à", "en":
	default:
		return false
	}
	if in+1 != from || c.tokens[from].shape != capital || c.hit(from) != nil || c.inName(from) {
		return false
	}
	return c.mask[from]&(1<<kEvent|1<<kRegion|1<<kOrg|1<<kInstrument|1<<kGiven|1<<kTitle|1<<kVerb|1<<kStop|1<<kHonorific) == 0 && to-from < 4
}

// narratedAbroad reports a deed told in the past of a telling, and in no relative
// clause: "a signé", "s'est rendue", "firmó", "fueron recibidos".
func (c *clause) narratedAbroad(t trigger) bool {
	if timeless.has(t.tag.value) || c.negated(t.at) || c.is(t.at-1, kPronoun) && c.mark(t.at-2, ",") {
		return false
	}
	f := c.tokens[t.at].word.folded
	switch f {
	case "s'", "se", "le", "la", "lui", "les", "en", "y":
		f = c.tokens[min(t.at+1, c.s.to-1)].word.folded
	}
	switch f {
	case "a", "ont", "est", "sont", "fue", "fueron", "tuvo", "tuvieron", "sostuvo", "sostuvieron", "mantuvo", "mantuvieron":
		return true
	}
	return c.tongue.tag == "es" && hasEnding(f, []string{"ó", "aron", "ieron"})
}

// weekdaysAbroad, monthsAbroad and sinceAbroad are the words of French and
// Spanish dates.
var (
	weekdaysAbroad = forms("lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo")
	monthsAbroad   = forms("janvier février mars avril mai juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre")
	sinceAbroad    = forms("depuis dès desde le el ce este en dans à a de del")
)

// circumstanceAbroad gives the tokens of the date or town at token i that may
// stand inside a phrase of French or Spanish: "effectue depuis mardi une visite",
// "asumió el 1 de mayo el cargo", "a eu à Rabat un entretien".
func (p *paper) circumstanceAbroad(i int) int {
	if !p.romance() {
		return 0
	}
	if n := p.daysAbroad(i); n > 0 {
		return n
	}
	at := i
	for at < min(len(p.tokens), i+3) && p.tokens[at].word.in(sinceAbroad) {
		at++
	}
	from, dated := at, false
	for ; at < min(len(p.tokens), from+7); at++ {
		w := p.tokens[at].word
		switch {
		case w.in(weekdaysAbroad) || w.in(monthsAbroad) || p.tokens[at].shape == number && (at > i || strings.HasSuffix(w.folded, "er")):
			dated = true
		case strings.HasPrefix(w.folded, "mi-") && len(w.folded) > 5:
			dated = true
		case w.folded == "dernier" || w.folded == "prochain" || w.folded == "próximo" || w.folded == "pasado" || dated && (w.folded == "de" || w.folded == "del"):
		default:
			if !dated && at > i && at == from && p.upper(at) && townward(p.tokens[at-1].word.folded) {
				return at + 1 - i
			}
			if dated {
				return at - i
			}
			return 0
		}
	}
	return 0
}

// daysAbroad gives the tokens of several days at token i, which their first word and
// their month enclose: "du 4 au 6 mai 2022", "les 4 et 5 mai", "del 4 al 6 de mayo".
func (p *paper) daysAbroad(i int) int {
	if i >= len(p.tokens) || !p.tokens[i].word.in(severalDays) {
		return 0
	}
	for at := i + 1; at < min(len(p.tokens), i+10); at++ {
		w := p.tokens[at].word
		switch {
		case w.in(monthsAbroad) && at > i+2:
			for _, of := range [...]string{"de", "del"} {
				if at+2 < len(p.tokens) && p.tokens[at+1].word.folded == of && p.tokens[at+2].shape == number {
					at++
				}
			}
			if at+1 < len(p.tokens) && p.tokens[at+1].shape == number {
				at++
			}
			return at + 1 - i
		case p.tokens[at].shape != number && !w.in(betweenDays) && !w.in(weekdaysAbroad) && !w.in(monthsAbroad):
			return 0
		}
	}
	return 0
}

// severalDays open the words of several days in French and Spanish, betweenDays stand
// among them.
var (
	severalDays = forms("du les entre del los")
	betweenDays = forms("au et le les y al el de 1er")
)

// asideAbroad gives the tokens of the dates and towns of French or Spanish that stand
// between two commas inside a phrase: "a accordé, mardi à Nouakchott, une audience".
func (p *paper) asideAbroad(i int) int {
	if !p.romance() || !p.mark(i, ",") {
		return 0
	}
	at := i + 1
	for at < len(p.tokens) && at < i+10 {
		n := max(p.adverb(at), p.circumstanceAbroad(at), p.amidAbroad(at))
		if n == 0 {
			break
		}
		at += n
	}
	if at == i+1 || !p.mark(at, ",") {
		return 0
	}
	return at + 1 - i
}

// amidAbroad gives the tokens up to the comma of what tells at token i amid what
// something was said or done: "lors de cette rencontre", "à l'issue des entretiens".
func (p *paper) amidAbroad(i int) int {
	at := i
	for at < min(len(p.tokens), i+3) && !p.tokens[at].word.in(amidWords) {
		at++
	}
	if at >= min(len(p.tokens), i+3) || at > i && p.tokens[i].shape != lower {
		return 0
	}
	for at++; at < min(len(p.tokens), i+9); at++ {
		if p.mark(at, ",") {
			return at - i
		}
		if p.tokens[at].shape == mark && !p.tokens[at].glued {
			return 0
		}
	}
	return 0
}

// amidWords are the nouns and adverbs that open what something was done amid.
var amidWords = forms("lors cours occasion issue marge terme durant ocasión curso término margen durante")

// townward reports a preposition before the name of a town.
func townward(w string) bool { return w == "à" || w == "en" || w == "a" }

// pastAdverbAbroad gives the end of the adverb, date or town at token i that may
// stand between a verb of becoming and the title: "a été élue mardi présidente"; or i.
func (p *paper) pastAdverbAbroad(i int) int {
	if !p.romance() {
		return i
	}
	return i + max(p.adverb(i), p.circumstanceAbroad(i))
}

// givenAbroad reports the name of a State at token i that is a given name before
// a surname: "Maurice Sarr", "Germán Ospina".
func (p *paper) givenAbroad(i int) bool {
	return p.romance() && p.is(i, kGiven) && i+1 < len(p.tokens) && p.tokens[i].shape == capital && p.tokens[i+1].shape == capital && p.mask[i+1]&(1<<kTitle|1<<kOrg|1<<kEvent|1<<kInstrument|1<<kCity|1<<kStop) == 0
}

// scheduledAbroad are participles after which "para" tells when something is to
// be, and no deadline: "prevista para noviembre".
var scheduledAbroad = forms("previsto prevista previstos previstas programado programada programados programadas fijado fijada convocado convocada agendado agendada anunciado anunciada pautado pautada prévu prévue prévus prévues")

// headsSentence reports a participle that opens its sentence and is said of the
// subject after it: "Élue au Comité, la magistrate siégera".
func (c *clause) headsSentence(t trigger) bool {
	return c.romance() && !t.noun && t.at == c.s.from && c.tokens[t.at].word.in(chosenFirst)
}

// chosenFirst are the participles of electing and putting forward.
var chosenFirst = forms("élu élue élus élues réélu réélue réélus réélues elu elue nommé nommée désigné désignée désignés désignées elegido elegida elegidos elegidas reelegido reelegida electo electa electos electas reelecto reelecta nominado nominada postulado postulada designado designada")

// ofParticiple reports a date of French or Spanish that is of another deed, told
// by a participle between it and a verb: "a ratifié l'accord signé en 2019".
func (c *clause) ofParticiple(t trigger, day int) bool {
	for _, u := range c.verbs {
		if c.romance() && !u.noun && u.n == 1 && u.tag.show == "passive" && u.at > t.at+t.n && u.at < day && day-u.at < 8 {
			return !c.mark(u.at-1, ",") && !c.is(u.at-1, kPast) && !c.is(u.at-1, kAnd)
		}
	}
	return false
}

// ranksAbroad are the titles that a holder of an office has beside it: "le chef de la
// junte, le colonel Keïta".
var ranksAbroad = forms("général générale colonel lieutenant-colonel commandant capitaine amiral contre-amiral vice-amiral professeur professeure docteur maître cheikh général-major coronel almirante comandante capitán profesor profesora embajador embajadora ambassadeur ambassadrice")

// namedAbroad reports that a verb of naming or electing stands before a person
// right after whom the title begins: "a nommé Odile Kaboré ambassadrice".
func (p *paper) namedAbroad(person, post *chunk, s *sentence) bool {
	if !p.romance() || post.post.articled {
		return false
	}
	for i := person.from - 1; i >= max(s.from, person.from-8); i-- {
		for _, m := range p.matches[p.first[i]:p.first[i+1]] {
			if m.tag.kind == kVerb && (m.tag.value == "appoint" || m.tag.value == "elect") && m.tag.show != "passive" && i+int(m.n) <= person.from {
				return true
			}
		}
	}
	return false
}

// dayBefore gives the day before or after the one last told, by "la veille" or
// "le lendemain" right after a verb: "arrivé la veille à Dakar".
func (c *clause) dayBefore(t trigger) (chancery.Date, span, bool) {
	for i := t.at + 1; i < min(c.s.to, t.at+t.n+3) && c.romance() && !t.noun; i++ {
		days := 0
		switch c.tokens[i].word.folded {
		case "veille", "víspera":
			days = -1
		case "lendemain":
			days = 1
		}
		if days == 0 || !c.is(i-1, kArticle) || c.is(i+1, kLink) {
			continue
		}
		day := c.published
		for n := len(c.told) - 1; n >= max(0, len(c.told)-antecedents); n-- {
			if d := c.told[n].date; d.Precision() == chancery.DayPrecision && !c.told[n].planned {
				day = d
				break
			}
		}
		if day.Precision() != chancery.DayPrecision {
			break
		}
		return day.AddDays(days), c.bytes(i-1, i+1), true
	}
	return chancery.Date{}, span{}, false
}

// behindVerb gives the person who stands after a Spanish verb as its subject,
// past when and where: "Viajará hoy a Quito la canciller Marcela Paredes".
func (c *clause) behindVerb(t trigger) []actor {
	for k := range c.chunks {
		ch := &c.chunks[k]
		if c.tongue.tag != "es" || ch.from < t.at+t.n || ch.kind != aPerson && ch.kind != aPost || ch.who == nil || ch.who.kind != aPerson {
			continue
		}
		if ch.from-t.at-t.n > 8 || c.oblique(ch) || c.comma(t.at+t.n, ch.from) || c.silent[ch.who] {
			return nil
		}
		return []actor{{ch.who, c.bytes(ch.from, ch.to), ch.from}}
	}
	return nil
}

// apposedTo gives the person right before the comma of a French participle:
// "avec Rui Monteiro, arrivé à Dakar".
func (c *clause) apposedTo(t trigger) *actor {
	if c.tongue.tag != "fr" || !c.mark(t.at-1, ",") || !hasEnding(c.tokens[t.at].word.folded, []string{"é", "ée", "és", "ées"}) {
		return nil
	}
	if a := c.nearestBefore(t.at-1, 0); a != nil && a.who.kind == aPerson {
		return a
	}
	return nil
}

// bracketedState gives the end of the brackets at token i that tell the State of
// the town where an envoy serves: "cónsul general de Colombia en Valencia (España)".
func (p *paper) bracketedState(q *post, i int, s sentence) int {
	if !p.romance() || q.tag.value != "envoy" || q.body == nil || q.to != nil || i+2 >= s.to {
		return i
	}
	st, end := p.stateAt(i+1, s)
	if st == nil || st.adj || !p.mark(end, ")") {
		return i
	}
	p.chunks = append(p.chunks, *st)
	p.hold(q, st.who, true)
	return end + 1
}

// lastOrNext puts a month or day of French or Spanish that "dernier" or "próximo"
// goes with before or after the day of the paper: "en mars dernier".
func (p *paper) lastOrNext(from, to chancery.Date, first, end int) (chancery.Date, chancery.Date) {
	if !p.romance() || p.published.IsZero() || from.Precision() < chancery.MonthPrecision {
		return from, to
	}
	years := 0
	for _, i := range [...]int{first - 1, first, end - 1, end} {
		if i < 0 || i >= len(p.tokens) {
			continue
		}
		switch w := p.tokens[i].word; {
		case w.in(bygoneAbroad) && p.published.Before(from):
			years = -1
		case w.in(comingAbroad) && from.Before(p.published):
			years = 1
		}
	}
	if years != 0 && from.DaysUntil(p.published) > 31 || years < 0 && p.published.DaysUntil(from) > 31 {
		from.Year += years
		if !to.IsZero() {
			to.Year += years
		}
	}
	return from, to
}

// bygoneAbroad and comingAbroad are the words beside a date that say whether it
// is gone or to come.
var (
	bygoneAbroad = forms("dernier dernière derniers pasado pasada pasados último")
	comingAbroad = forms("prochain prochaine prochains próximo próxima próximos")
)

// keepMeeting makes an event the meeting at hand: in French and Spanish not one
// to come beside one that was held, which "lors de la rencontre" then means.
func (c *clause) keepMeeting(e *event) {
	if m := c.stage.meeting; c.romance() && e.planned && m != nil && !m.planned && m.n+2 >= c.s.para {
		return
	}
	c.stage.meeting = e
}

// wiresAbroad are the words of French and Spanish that say that people spoke from
// afar, and gatherAbroad those of a sitting, which stays one when it is held so.
var (
	wiresAbroad  = forms("téléphone téléphonique téléphoniques téléphoniquement visioconférence vidéoconférence visio teléfono telefónica telefónico telefónicamente videollamada videoconferencia")
	gatherAbroad = forms("réunion réuni réunie réunis réunies réunit réunissent réunion réuniront réunira reunión reunió reunieron reunirá reunirán reúne reúnen reunido séance sesión session")
)

// fromAfar reports a verb of meeting that tells of a call: "s'est entretenu, mardi par
// visioconférence, avec", "conversó por videollamada con".
func (c *clause) fromAfar(t trigger) bool {
	if !c.romance() {
		return false
	}
	for i := t.at; i < t.at+t.n; i++ {
		if c.tokens[i].word.in(gatherAbroad) {
			return false
		}
	}
	from, to := c.part(t.at)
	for i := max(from, t.at-reach); i < min(to, t.at+t.n+reach); i++ {
		if c.tokens[i].word.in(wiresAbroad) {
			return true
		}
	}
	return false
}

// toured reports a dated visit to a house or works that has no name in French or
// Spanish: "a visité mardi le barrage", "recorrió ayer las obras".
func (c *clause) toured(t trigger, e *event) bool {
	if !c.romance() || e.date.IsZero() && !c.narratedAbroad(t) {
		return false
	}
	w := c.tokens[t.at+t.n-1].word.folded
	for _, stem := range [...]string{"visit", "parcour", "recorr"} {
		if strings.HasPrefix(w, stem) {
			return c.is(c.pastTo(t.at+t.n), kArticle) || c.is(t.at+t.n, kArticle)
		}
	}
	return false
}

// textsAbroad are the words of French and Spanish that stand for any instrument just
// named, cliticsAbroad the pronouns before a verb that do, and oughtsAbroad the modal
// verbs by which a deed is only due or possible.
var (
	textsAbroad   = forms("texte document texto documento")
	cliticsAbroad = forms("lo la l'")
	oughtsAbroad  = forms("doit doivent devra devront devrait devraient devait peut peuvent pourra pourraient pourrait debe deben deberá deberán debería deberían puede pueden podrá podría podrían")
)

// textAbroad gives the instrument that "le texte" or "el documento" stands for beside a
// passive: "El texto había sido presentado en 2022", "Présenté par le Tchad, le texte".
func (c *clause) textAbroad(t trigger) *entity {
	if !c.passive(t) {
		return nil
	}
	from, to := max(c.s.from, t.at-6), t.at
	if t.at == c.s.from {
		from, to = t.at+t.n, min(c.s.to, t.at+2*reach)
	}
	for i := to - 1; i > from; i-- {
		if c.tokens[i].word.in(textsAbroad) && c.is(i-1, kArticle) {
			return c.stage.paper
		}
	}
	return nil
}

// oughtAbroad reports a deed that French or Spanish only says is due or possible:
// "doit être ratifié par", "todo tratado debe ser aprobado".
func (c *clause) oughtAbroad(t trigger) bool {
	for i := max(c.s.from, t.at-3); i < t.at+t.n && c.romance() && t.tag.value != "sign" && t.tag.value != "force"; i++ {
		if c.tokens[i].word.in(oughtsAbroad) {
			return true
		}
	}
	return false
}

// decreed reads the day of a decree, on which it was made: "par décret du 4 janvier
// 2024", "mediante el Decreto 214 del 1 de marzo de 2021".
func (c *clause) decreed() {
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.who == nil || ch.who.acts > 0 {
			continue
		}
		if d, at, ok := c.dayOfDecree(ch); ok {
			c.putAct(&act{kind: "adopted", instrument: ch.who, at: at, date: d, dateAt: at})
			ch.who.acts++
		}
	}
}

// dayOfDecree gives the day that the name of a decree ends with, or that follows it.
func (c *clause) dayOfDecree(ch *chunk) (chancery.Date, span, bool) {
	if !c.romance() || ch.kind != anInstrument || ch.head == nil || ch.head.value != "decree" {
		return chancery.Date{}, span{}, false
	}
	from := ch.to
	for i := ch.from; i < ch.to; i++ {
		if _, to := c.dateAt(i); to == ch.to {
			from = i - 1
			break
		}
	}
	after := from
	for from < c.s.to-1 && (c.is(from, kLink) || c.tokens[from].word.in(datingAbroad)) {
		from++
	}
	d, to := c.dateAt(from)
	if to <= from || from == after || d.from.Precision() != chancery.DayPrecision || !d.to.IsZero() {
		return chancery.Date{}, span{}, false
	}
	return d.from, c.bytes(from, to), true
}

// datingAbroad are the words of "en date du" and "de fecha".
var datingAbroad = forms("en date fecha con")

// decreeDay gives the day of the decree by which the sentence says that somebody is
// appointed.
func (c *clause) decreeDay() (chancery.Date, span, bool) {
	for k := range c.chunks {
		if d, at, ok := c.dayOfDecree(&c.chunks[k]); ok {
			return d, at, true
		}
	}
	return chancery.Date{}, span{}, false
}

// demonymStands reads a candidate or a candidature told by the adjective of a State: "la
// candidature algérienne au Conseil", "el aspirante paraguayo a la Secretaría General de
// la OEA, Rubén Lezcano". Without the adjective such a noun is read with its preposition.
func (c *clause) demonymStands(t trigger, body *chunk) {
	for k := range c.chunks {
		st := &c.chunks[k]
		if body == nil || st.kind != aState || !st.adj || st.from != t.at+t.n || body.from <= st.to || c.comma(st.to, body.from) || !c.is(st.to, kTo) && !c.is(st.to, kIn) && !c.tokens[st.to].word.in(towardsAbroad) {
			continue
		}
		who := c.beside(t.at, body.to)
		if who == nil || c.tokens[t.at].word.in(standingAbroad) {
			who = []actor{{st.who, c.bytes(st.from, st.to), st.from}}
		}
		for _, a := range who {
			person := slices.ContainsFunc(c.standing, func(n candidature) bool { return n.who.who.kind == aPerson && sameBody(n.body, body.who) })
			if a.who.kind == aPerson || !person { // the State's candidate was named
				n := len(c.standing)
				if c.stand(t, a, body); len(c.standing) > n {
					c.standing[n].unnamed = a.who.kind == aState
				}
			}
		}
		return
	}
}

// towardsAbroad are the prepositions before what somebody stands for, and
// standingAbroad the nouns for the candidature, whose State stands where no person is told.
var (
	towardsAbroad  = forms("à au aux pour a al para en")
	standingAbroad = forms("candidature candidatura postulación postulation")
)

// demonymBefore reports the noun or adjective of a State, with its article, right before
// the name of a person at token i: "le Marocain Driss Belhadj", "la brasileña Helena Sampaio".
func (p *paper) demonymBefore(i int, s sentence) bool {
	if !p.romance() || i-2 < s.from || !p.is(i-2, kArticle) || p.hit(i) != nil {
		return false
	}
	h := p.hit(i - 1)
	return h != nil && h.state() && h.adjective && h.n == 1
}

// onlyOpens reports a verb of opening alone, which may open anything: "a ouvert une enquête".
func (c *clause) onlyOpens(t trigger) bool {
	f := c.tokens[t.at+t.n-1].word.folded
	return c.tongue.tag == "fr" && strings.HasSuffix(f, "ouvert") || f == "abierto"
}

// memberState reports at token i the membership, and no post, of the State right before or
// after a comma: "le Vanuatu, membre de l'OMC", "Membre de l'OMC depuis 2012, le Vanuatu".
func (p *paper) memberState(i int, s sentence) bool {
	if tg, _ := p.at(i, kVerb); tg == nil || tg.value != "since" {
		return false
	}
	if n := len(p.chunks) - 1; n >= 0 && p.mark(i-1, ",") {
		return p.chunks[n].kind == aState && p.chunks[n].to == i-1
	}
	for j := i; i == s.from && j < min(s.to-1, i+maxNameTail); j++ {
		if p.mark(j, ",") {
			return p.stateGenitive(p.pastArticle(j + 1))
		}
	}
	return false
}

// memberSince reads which State has been a member of a body since when, by the words right
// after or before its name: "le Vanuatu, membre de l'OMC depuis 2012".
func (c *clause) memberSince(t trigger, m *milestone) bool {
	if a := c.nearestBefore(t.at, 3); a != nil && a.who.kind == aState {
		m.subject = a.who
	} else {
		m.subject = c.memberAhead(t)
	}
	body := false
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.from < t.at+t.n || c.comma(t.at, ch.from) {
			continue
		}
		body = body || ch.kind == anOrg
		if ch.kind == aDate && body && c.sinceJoining(ch) {
			m.date, m.dateAt = ch.day.from, c.bytes(ch.from, ch.to)
			return true
		}
	}
	return false
}

// asMember reports a token of what commas set apart to say what somebody is a member of,
// where nothing is done: "le Mali, membre de l'OMC depuis 2012, a adopté la loi".
func (c *clause) asMember(i int) bool {
	return slices.ContainsFunc(c.verbs, func(t trigger) bool {
		return t.tag.value == "since" && t.at < i && (t.at == c.s.from || c.mark(t.at-1, ",")) && !c.comma(t.at, i)
	})
}

// sinceJoining reports a date that says since when: "membre de l'OMC depuis 2012".
func (c *clause) sinceJoining(d *chunk) bool {
	i := d.from - 1
	if c.is(i, kArticle) {
		i--
	}
	f := c.tokens[max(i, c.s.from)].word.folded
	return c.romance() && (f == "depuis" || f == "desde" || f == "dès")
}

// memberAhead gives the State that the words of its membership stand before: "Membre de
// l'OMC depuis 2012, le Vanuatu".
func (c *clause) memberAhead(t trigger) *entity {
	for k := range c.chunks {
		ch := &c.chunks[k]
		if t.at <= c.s.from+1 && ch.kind == aState && !ch.adj && ch.from > t.at && (c.mark(ch.from-1, ",") || c.mark(ch.from-2, ",")) {
			return ch.who
		}
	}
	return nil
}

// alsoPromises gives who promised what stands before in the sentence, where "et" or "y"
// joins another deed to come to it: "a promis un don et appuiera la réforme".
func (c *clause) alsoPromises(i int) []actor {
	if !c.romance() || !c.is(i-1, kAnd) {
		return nil
	}
	return c.lastPromisers(i)
}

// alsoToCome reports "et" or "y" before a second deed to come of who promised the first.
func (c *clause) alsoToCome(i int) bool {
	return c.romance() && c.is(i, kAnd) && i+1 < c.s.to && c.deedToCome(i+1) && !c.reflexive(i+1)
}

// toAppoint reports a decision to appoint somebody, which is the appointment: "acordó
// nombrar a Ana Rojas embajadora", "a décidé de nommer".
func (c *clause) toAppoint(t trigger) bool {
	for i := t.at; i < min(c.s.to, t.at+t.n+reach) && c.romance(); i++ {
		if c.tokens[i].word.in(toName) {
			return true
		}
	}
	return false
}

// toName are the infinitives of putting somebody into an office.
var toName = forms("nombrar designar nommer désigner")

// namedOfficers reports that those whom a title in the plural, which ends at a token,
// calls are named after it: "les ministres Luc Martin et Anna Rossi", "los cancilleres
// de Argentina, Lucas Echagüe, y de Honduras, Gerardo Zelaya". Else it is the two sides.
func (p *paper) namedOfficers(at int, s sentence) bool {
	if !p.romance() || !p.is(at-1, kTitle) {
		return false
	}
	for i := at; i < min(s.to-1, at+8) && !p.is(i, kVerb) && !p.is(i, kPast); i++ {
		if p.is(i, kGiven) && p.tokens[i].shape == capital && p.upper(i+1) && (i == at || p.mark(i-1, ",") || p.is(i-1, kPortfolio)) {
			return true
		}
	}
	return false
}

// nextOfficer gives the next of those who hold a title in the plural, and the State
// that French and Spanish tell before each: "de Argentina, A, y de Honduras, B".
func (p *paper) nextOfficer(c *chunk, n int, s *sentence) (int, *entity) {
	if m := p.nextHolder(c, n, s); m >= 0 || !p.romance() || !p.many(c.post) {
		return m, nil
	}
	for m := n + 1; m+1 < s.c1; m++ {
		st, who := &p.chunks[m], &p.chunks[m+1]
		if st.from < p.chunks[n].to {
			continue
		}
		if st.kind != aState || st.adj || who.kind != aPerson || who.who == nil || who.from-st.to > 2 || st.from-p.chunks[n].to > 4 {
			return -1, nil
		}
		for i := p.chunks[n].to; i < st.from; i++ {
			if !p.mark(i, ",") && !p.is(i, kAnd) && !p.is(i, kLink) && !p.is(i, kArticle) {
				return -1, nil
			}
		}
		return m + 1, st.who
	}
	return -1, nil
}

// purposeAbroad reports a preposition of Spanish or French after the name of a body that
// leads to another body or to a term, and not on with the name: "el Grupo Nacional para la
// Corte Permanente", "le Conseil exécutif pour la période 2025-2029".
func (p *paper) purposeAbroad(i int) bool {
	if f := p.tokens[i].word.folded; !p.romance() || f != "para" && f != "pour" {
		return false
	}
	at := p.pastArticle(i + 1)
	if at >= len(p.tokens) {
		return false
	}
	return p.tokens[at].word.in(termsAbroad) || p.upper(at) && p.is(at, kOrg) && at > i+1
}

// termsAbroad are the nouns of French and Spanish for how long an office is held.
var termsAbroad = forms("période mandat exercice biennum quadriennum trienio bienio cuatrienio quinquenio período periodo mandato término")

// titlesOfBody reports a title in the plural that names a body by its members: "Consejo de
// Ministros", "Association des maires de France".
func (p *paper) titlesOfBody(i int) bool {
	k := i - 1
	for k > 0 && i-k < 3 && (p.is(k, kLink) || p.is(k, kArticle)) {
		k--
	}
	return p.romance() && (p.tokens[i].shape == capital || k >= 0 && k < i-1 && p.is(k, kOrg))
}
