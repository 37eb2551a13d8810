package press

import (
	"slices"
	"strings"
)

// Russian puts before its verb what is known and after it what is news: who came
// may stand last, and where to, first.

// visitedBefore reports that what is visited stands before the verb, and who visits
// it after: "Минск посетила делегация", "В Астану прибыл президент".
func (c *clause) visitedBefore(t trigger) bool {
	if c.tongue.tag != "ru" {
		return false
	}
	if _, _, ok := c.goalBefore(t); !ok {
		return false
	}
	i := t.at + t.n
	for i < c.s.to && (c.is(i, kAdverb) || c.pastDate(i) > i) {
		i = max(i+1, c.pastDate(i))
	}
	return i < c.s.to && (c.tokens[i].word.in(retinues) || c.is(i, kTitle) || c.is(i, kModifier) || c.is(i, kHonorific) || c.inName(i))
}

// goalBefore gives the city or State before a Russian verb, with dates and the sort
// of the visit between: "В Астану 6 мая с рабочим визитом прибыл".
func (c *clause) goalBefore(t trigger) (from, to int, ok bool) {
	at := c.beforeTimes(t.at, *c.s)
	for i := at - 1; i >= max(c.s.from, at-4); i-- {
		if tg, _ := c.at(i, kEvent); tg != nil && tg.value == "visit" {
			for i > c.s.from && !c.is(i, kWith) && at-i < 6 {
				i--
			}
			at = c.beforeTimes(i, *c.s)
			break
		}
	}
	if slices.ContainsFunc(c.chunks, func(ch chunk) bool { return ch.kind == aPost && ch.to == at }) { // "премьер-министр Чада посетит Лиму"
		return 0, 0, false
	}
	for i := at - 1; i >= max(c.s.from, at-3); i-- {
		if _, n := c.at(i, kCity); n > 0 && i+n == at {
			return i, at, true
		}
		if h := c.hit(i); h != nil && h.state() && !h.adjective && i+h.n == at {
			return i, at, true
		}
	}
	return 0, 0, false
}

// whereBefore places a visit where what is visited stands before the verb.
func (c *clause) whereBefore(t trigger, e *event) {
	if !c.visitedBefore(t) {
		return
	}
	from, to, _ := c.goalBefore(t)
	e.place, e.placeAt = c.city(from, to-from), c.bytes(from, to)
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aState && ch.from == from && ch.who != nil {
			e.place = ch.who.name
		}
	}
}

// intoState places a visit told by a Russian noun in the State that "в" leads to:
// "Визит президента Сербии Марко Илича в Армению".
func (c *clause) intoState(t trigger, e *event) {
	for k := range c.chunks {
		ch := &c.chunks[k]
		if c.tongue.tag == "ru" && e.place == "" && ch.kind == aState && !ch.adj && ch.who != nil && ch.from > t.at && c.is(ch.from-1, kIn) && !c.comma(t.at, ch.from) {
			e.place, e.placeAt = ch.who.name, c.bytes(ch.from, ch.to)
		}
	}
}

// metInRussian reports a verb or noun of meeting and "с" before the capitalised words
// from i to to, one of which stands in the instrumental: "встретилась с Кэндзи Танакой".
func (p *paper) metInRussian(i, to int, s sentence) bool {
	if p.tongue.tag != "ru" || s.heading || p.hit(i) != nil || !p.is(i-1, kWith) || hasEnding(p.tokens[i].word.folded, []string{"ым", "им"}) || !hasEnding(p.tokens[to-1].word.folded, []string{"ом", "ем", "ым", "им", "ой", "ей"}) {
		return false
	}
	for k := i; k < to; k++ {
		if p.tokens[k].shape != capital || p.mask[k]&(1<<kCity|1<<kStop|1<<kEvent|1<<kPortfolio|1<<kModifier) != 0 || k < to-1 && hasEnding(p.tokens[k].word.folded, adjectiveEndings[:]) {
			return false
		}
	}
	for k := i - 2; k >= max(s.from, i-4) && p.tokens[k].shape == lower; k-- {
		if tg, _ := p.at(k, kVerb); tg != nil && (tg.value == "meet" || tg.value == "call") {
			return true
		}
		if tg, _ := p.at(k, kEvent); tg != nil && (tg.value == "meeting" || tg.value == "call") {
			return true
		}
	}
	return false
}

// compoundSides gives the two States that an adjective of Russian or Kazakh before
// the noun of a meeting tells: "белорусско-китайские политические консультации".
func (c *clause) compoundSides(t trigger) []actor {
	for i := t.at; i >= max(c.s.from, t.at-4) && c.tongue.decline != nil && c.tokens[i].shape != mark; i-- {
		first, second, double := strings.Cut(c.tokens[i].word.folded, "-")
		if !double {
			continue
		}
		b, known := c.files.Adjective(second)
		if !known {
			return nil
		}
		for _, end := range [...]string{"", "ий", "ский", "кий"} {
			if a, ok := c.files.Adjective(strings.TrimSuffix(first, "о") + end); ok {
				at := c.bytes(i, i+1)
				one := c.cast.state(c.paper, &hit{n: 1, entry: a, adjective: true}, i, i+1, true)
				two := c.cast.state(c.paper, &hit{n: 1, entry: b, adjective: true}, i, i+1, true)
				return []actor{{one, at, i}, {two, at, i}}
			}
		}
	}
	return nil
}

// doneThere reports a gathering at which something was done, told in a circumstance of
// its Russian sentence: "На пленарном заседании Сенат одобрил закон", "по завершении
// саммита была принята декларация".
func (c *clause) doneThere(t trigger) bool {
	if c.tongue.tag != "ru" || t.tag.value != "session" && t.tag.value != "conference" && t.tag.value != "training" || c.s.heading || t.at == c.s.from || c.supposed(t.at, c.s) {
		return false
	}
	i := t.at - 1
	for i > c.s.from && (c.is(i, kOrdinal) || c.tokens[i].shape == number || hasEnding(c.tokens[i].word.folded, adjectiveEndings[:]) || c.mark(i, "-")) {
		i--
	}
	if t.tag.value == "conference" && !c.ofWhat(t.at+t.n) { // "в рамках саммита министр встретился"
		return false
	}
	during := c.tokens[i].word.folded == "на"
	for k := max(c.s.from, i-1); k <= i && !during; k++ {
		_, n := c.at(k, kDuring)
		during = n > 0 && k+n == i+1
	}
	if !during || hasEnding(c.tokens[t.at+t.n-1].word.folded, []string{"ах", "ях", "у"}) {
		return false
	}
	for _, u := range c.verbs {
		if !u.noun && u.at != t.at && hasEnding(c.tokens[u.at].word.folded, []string{"л", "ла", "ло", "ли", "лся", "лась", "лись", "лось", "на", "ны", "но", "ен", "та", "то", "ты", "ят"}) {
			return true
		}
	}
	return false
}

// ofWhat reports that it is told at token i whose or where a gathering is: "саммита
// БИМСТЕК", "саммите в Астане", "форуме «Вода и жизнь»".
func (c *clause) ofWhat(i int) bool {
	if i >= c.s.to || c.mark(i, "«") || c.mark(i, "\"") {
		return i < c.s.to
	}
	return slices.ContainsFunc(c.chunks, func(ch chunk) bool {
		return ch.from == i && ch.kind == anOrg || ch.from == i+1 && c.is(i, kIn) && (ch.kind == aPlace || ch.kind == aState)
	})
}

// inInstrumental reports an instrument by which something is done, told in the
// instrumental: "Постановлением Правительства утверждена стратегия".
func (c *clause) inInstrumental(ch *chunk) bool {
	if c.mark(ch.to, ",") || ch.from > c.s.from && (c.is(ch.from-1, kWith) || c.is(ch.from-1, kStop)) { // "с меморандумом, подписанным в 2020 году"
		return false
	}
	for i := ch.name[0]; i < ch.name[1]; i++ {
		if _, n := c.at(i, kInstrument); n > 0 {
			return hasEnding(c.tokens[i].word.folded, []string{"ом", "ем", "ией", "ами", "ями"})
		}
	}
	return false
}

// reportedOn reports a date right beside the verb that tells who reported something
// and when: "сообщила 12 августа пресс-служба".
func (c *clause) reportedOn(d *chunk, at int) bool {
	return slices.ContainsFunc(c.verbs, func(u trigger) bool {
		return !u.noun && u.at != at && (u.tag.value == "say" || u.tag.value == "inform") && (u.at+u.n == d.from || u.at == d.to) && c.comma(min(at, u.at), max(at, u.at))
	})
}

// officeBefore reports an office in the instrumental before "стал" at token i, who came
// into it being news: "Новым послом в Австрии стал X".
func (c *clause) officeBefore(i int) bool {
	return slices.ContainsFunc(c.chunks, func(ch chunk) bool {
		return ch.kind == aPost && ch.to <= i && i-ch.to <= 3 && ch.post.tag.kind == kTitle && c.becoming(ch.post.head)
	})
}

// ofLongParticiple reports a date that a participle of a Russian sentence has for itself:
// "подписал Закон, принятый Сеймом 20 апреля", "избранный в 2020 году спикер посетил".
func (c *clause) ofLongParticiple(d *chunk, at int) bool {
	if c.tongue.tag != "ru" || c.is(at, kEvent) || c.longParticiple(at) {
		return false
	}
	for i := d.from - 1; i >= max(c.s.from, d.from-maxBetween) && !c.mark(i, ",") && i != at; i-- {
		if !c.longParticiple(i) {
			continue
		}
		return d.from > at && c.mark(i-1, ",") || d.to <= at && d.from-i <= 2
	}
	return false
}

// longParticiple reports a participle of a past deed in its long form at token i.
func (c *clause) longParticiple(i int) bool {
	w := c.tokens[i].word.folded
	if c.tokens[i].shape == mark || !hasEnding(w, adjectiveEndings[:]) {
		return false
	}
	if strings.Contains(w, "вш") {
		return true
	}
	return c.is(i, kVerb) && (strings.Contains(w, "нн") || strings.Contains(w, "ят"))
}

// relativeFits reports that what opens the relative clause of a Russian verb at a token,
// if it is one, agrees with the instrument that a chunk names: "Указ о присоединении к
// Соглашению, который вступит в силу".
func (c *clause) relativeFits(ch *chunk, at int) bool {
	if c.tongue.tag != "ru" || ch.head == nil || ch.head.base == "" {
		return true
	}
	i := c.clauseOpening(at)
	if !strings.HasPrefix(c.tokens[i].word.folded, "котор") && i < at { // "к которой"
		i++
	}
	genders, relative := relativeGenders[c.tokens[i].word.folded]
	return !relative || strings.ContainsRune(genders, genderOf(ch.head.base))
}

// relativeToCome reports that the first relative clause of Russian after token i tells
// what is to be: "выборы в Комитет, которые состоятся 7 июня".
func (c *clause) relativeToCome(i int) bool {
	for ; i+2 < c.s.to && c.tongue.tag == "ru"; i++ {
		if c.mark(i, ",") && c.relativeInRussian(i+1) {
			return c.is(i+2, kFuture)
		}
	}
	return false
}

// relativeInRussian reports a relative pronoun at token i, or after the preposition there:
// "которая", "к которой".
func (c *clause) relativeInRussian(i int) bool {
	if c.tongue.tag == "ru" && i+1 < c.s.to && (c.is(i, kIn) || c.is(i, kWith) || c.is(i, kTo) || c.is(i, kStop)) {
		i++
	}
	return c.tongue.tag == "ru" && i < c.s.to && strings.HasPrefix(c.tokens[i].word.folded, "котор")
}

// relativeGenders are the genders that each form of the relative pronoun can have.
var relativeGenders = map[string]string{"который": "m", "которая": "f", "которое": "n", "которую": "f", "которой": "f", "которого": "mn", "которому": "mn", "котором": "mn", "которым": "mn"}

// confirmed reports a verb of approving by which somebody is put into an office: "Кенгаш
// утвердил хокимом Зафара Матякубова".
func (c *clause) confirmed(t trigger) bool {
	if c.tongue.tag != "ru" || t.noun || t.tag.value != "approve" || c.negated(t.at) || c.longParticiple(t.at) {
		return false
	}
	passive := c.passiveForm(t.at)
	return slices.ContainsFunc(c.chunks, func(ch chunk) bool {
		if ch.kind != aPost || ch.who == nil || !c.becoming(ch.post.head) {
			return false
		}
		return ch.to <= t.at && t.at-ch.to <= 3 || ch.from >= t.at && ch.from-t.at <= 3 && !passive // "утверждён Президентом", who only does it
	})
}

// namedByCopula gives the person who is said to hold the post of chunk k, which opens his
// sentence in French or Spanish: "El nuevo director del Instituto es el ingeniero Raúl Peña";
// or -1.
func (p *paper) namedByCopula(k int, s *sentence) int {
	c := &p.chunks[k]
	if !p.romance() || !c.post.full || c.to >= s.to || !p.tokens[c.to].word.in(copulasAbroad) {
		return -1
	}
	for n := k + 1; n < s.c1; n++ {
		switch q := &p.chunks[n]; {
		case q.from <= c.to || q.kind == aState && q.adj:
		case q.kind == aPerson && q.from-c.to <= 5:
			for at := c.to + 1; at < q.from; at++ {
				if p.tokens[at].shape == mark || p.is(at, kVerb) || p.is(at, kLink) && !p.is(at, kArticle) {
					return -1
				}
			}
			return n
		default:
			return -1
		}
	}
	return -1
}

// copulasAbroad are the forms of "to be" before who somebody is.
var copulasAbroad = forms("es será fue era est sera était")

// namedTo gives the person whom a Spanish verb makes what the post of chunk k tells, which
// stands between them: "nombró secretario general a Raúl Peña"; or -1.
func (p *paper) namedTo(k int, s *sentence) int {
	c := &p.chunks[k]
	if p.tongue.tag != "es" || c.to >= s.to || !p.tokens[c.to].word.in(personalA) {
		return -1
	}
	made := false
	for v := c.from - 1; v >= max(s.from, c.from-4); v-- {
		tg, n := p.at(v, kVerb)
		made = made || tg != nil && v+n <= c.from && (tg.value == "appoint" || tg.value == "elect")
	}
	next := p.chunkAfter(k, s)
	if !made || !p.isPerson(next) || p.chunks[next].from-c.to > 4 || p.hasWord(c.to, p.chunks[next].from, ",") {
		return -1
	}
	return next
}

// personalA are the forms of "a" before a person who is the object of a verb.
var personalA = forms("a al")

// besideThem open the next in a row of persons, who has his own office.
var besideThem = forms("además así junto")

// pressInterview reports the noun of talks with the press: "en entrevista con Radio Lima".
func (c *clause) pressInterview(t trigger) bool {
	return c.tongue.tag == "es" && t.noun && strings.HasPrefix(c.tokens[t.at].word.folded, "entrevista") && t.at > c.s.from && c.is(t.at-1, kIn)
}

// foundedAfter gives the body that follows a verb of founding or sitting, when and where
// it was done between them: "Se creó en Lima el Centro Andino de Sismología".
func (c *clause) foundedAfter(t trigger) *entity {
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.kind != anOrg || ch.from < t.at+t.n || !c.romance() {
			continue
		}
		if before := ch.from - 2; c.is(before+1, kArticle) && before >= t.at && !c.is(before, kIn) && !c.is(before, kLink) && !c.is(before, kTo) && !c.is(before, kBy) && !c.is(before, kWith) && !c.is(before, kAnd) && !c.finiteIn(t.at+t.n, ch.from) {
			return ch.who
		}
		break
	}
	return nil
}

// dependedOn reports a body that is named only as that on which another depends: "la
// entidad, dependiente del Ministerio de Cultura, fue creada".
func (c *clause) dependedOn(ch *chunk) bool {
	i := c.pastArticleBack(ch.from)
	return c.romance() && i > c.s.from && c.tokens[i-1].word.in(dependent)
}

var dependent = forms("dependiente dependientes adscrito adscrita adscritos adscritas perteneciente vinculado vinculada dependant dépendant rattaché rattachée")

// unnamedHost reports a Spanish verb of receiving whose subject only his office tells, and
// whose object is the guest at a token: "El Papa recibió el 3 de mayo al ministro Raúl Peña".
func (c *clause) unnamedHost(t trigger, guest int) bool {
	if c.tongue.tag != "es" || !strings.HasPrefix(c.tokens[t.at].word.folded, "recib") {
		return false
	}
	i, to := c.beforeAux(t.at), guest
	for to > t.at+t.n && !c.tokens[to].word.in(personalA) {
		to--
	}
	return c.tokens[to].word.in(personalA) && slices.ContainsFunc(c.chunks, func(ch chunk) bool { return ch.kind == aPost && ch.who == nil && ch.to == i+1 })
}

// receivesThing reports a Spanish verb of receiving whose object is no person, who would
// have "a" before him: "recibió el apoyo de Malta".
func (c *clause) receivesThing(t trigger) bool {
	i := t.at + t.n
	if c.tongue.tag != "es" || t.n > 1 || !strings.HasPrefix(c.tokens[t.at].word.folded, "recib") {
		return false
	}
	for i < c.s.to && (c.is(i, kAdverb) || c.pastDate(i) > i || c.mark(i, ",")) {
		i = max(i+1, c.pastDate(i))
	}
	if i+1 >= c.s.to || !c.is(i, kArticle) || c.tokens[i+1].shape != lower {
		return false
	}
	tg, _ := c.at(i+1, kEvent)
	return c.mask[i+1]&(1<<kTitle|1<<kWeak|1<<kPeople|1<<kHonorific|1<<kOrg|1<<kModifier|1<<kOrdinal) == 0 && (tg == nil || tg.value == "ceremony")
}
