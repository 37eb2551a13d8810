package press

import (
	"slices"
	"strings"
)

// Who does what a Russian verb tells to come. Its subject stands anywhere in its
// clause, before times, objects and circumstances or after the verb, and is often a
// common noun, a capital, or left out after "заявил, что".

// doerInRussian gives whose deed the verb at token i tells: the name in the nominative
// in its clause, "Минсельхоз до 1 июня внесёт", a capital for its government, or the
// body that a common noun names again, "к маю министерство откроет".
func (c *clause) doerInRussian(i int) []actor {
	if c.tongue.tag != "ru" || c.supposed(i, c.s) || c.passiveForm(i) {
		return nil
	}
	lo := c.clauseOpening(i)
	for k := len(c.chunks) - 1; k >= 0; k-- {
		ch := &c.chunks[k]
		if ch.to > i || ch.from < lo || ch.from < c.lead {
			continue
		}
		if by := c.nominativeAt(k); by != nil {
			return by
		}
	}
	for k := lo; k < i; k++ {
		if by := c.namedAgain(k); by != nil {
			return by
		}
	}
	if c.onlyTimes(lo, i) {
		if a := c.teller(i); a != nil && lo > c.s.from {
			return []actor{*a}
		}
	}
	return nil
}

// passiveForm reports a short passive participle at token i: what is "принят" is done by
// somebody else.
func (c *clause) passiveForm(i int) bool {
	tg, _ := c.at(i, kVerb)
	return tg != nil && tg.show == "passive"
}

// supposed reports that the deed at token i is only a condition or depends on one:
// "если банк выделит средства".
func (p *paper) supposed(i int, s *sentence) bool {
	for k := max(s.from, i-electoralReach); k < min(s.to, i+3); k++ {
		if f := p.tokens[k].word.folded; f == "если" || f == "бы" || f == "чтобы" || f == "ли" && k < i {
			return true
		}
	}
	return false
}

// clauseOpening gives the token where the clause of the verb at token i begins: after
// the nearest comma, colon or semicolon outside names.
func (c *clause) clauseOpening(i int) int {
	for k := i - 1; k >= c.s.from; k-- {
		if c.tokens[k].shape == mark && !c.inName(k) && strings.Contains(",;:–—«", c.tokens[k].word.form) || c.tokens[k].word.folded == "что" {
			return k + 1
		}
	}
	return c.s.from
}

// nominativeAt gives who chunk k names where it may be a subject.
func (c *clause) nominativeAt(k int) []actor {
	ch := &c.chunks[k]
	switch ch.kind {
	case aSide:
		if hasEnding(c.tokens[ch.to-1].word.folded, []string{"ы", "и"}) {
			return c.sides(ch)
		}
	case aPerson:
		if ch.who != nil && c.plainForm(ch) && !c.oblique(ch) && !c.credits(ch) {
			return []actor{{ch.who, c.bytes(ch.from, ch.to), ch.from}}
		}
	case aState, anOrg:
		if ch.who == nil || c.oblique(ch) || c.inPost(ch) || ch.head != nil && ch.head.value == "media" {
			return nil
		}
		if ch.kind == aState && ch.adj && !(c.sideWord(ch.to) && hasEnding(c.tokens[ch.from].word.folded, []string{"ая", "ие"})) || !ch.adj && !c.plainForm(ch) {
			return nil
		}
		return c.withListed(k, actor{ch.who, c.bytes(ch.from, ch.to), ch.from})
	case aPlace:
		if c.oblique(ch) || c.city(ch.from, ch.to-ch.from) != c.say(ch.from, ch.to) || !c.actsSoon(ch.to) {
			return nil
		}
		if a := c.capitalInRussian(ch); a != nil {
			return []actor{*a}
		}
	}
	return nil
}

// actsSoon reports a verb at token i, past adverbs: "Минск также поддержит".
func (c *clause) actsSoon(i int) bool {
	for i < c.s.to && c.is(i, kAdverb) {
		i++
	}
	return i < c.s.to && (c.is(i, kVerb) || c.is(i, kFuture) || c.deedToCome(i))
}

// capitalsInRussian are the capitals whose names stand in the Russian press for their
// governments.
var capitalsInRussian = capitalsOf(`RUS Москва|BLR Минск|KAZ Астана|UZB Ташкент|KGZ Бишкек|TJK Душанбе|TKM Ашхабад|AZE Баку|ARM Ереван|GEO Тбилиси|MDA Кишинев|UKR Киев|MNG Улан-Батор|CHN Пекин|JPN Токио|KOR Сеул|PRK Пхеньян|IND Нью-Дели|IND Дели|PAK Исламабад|AFG Кабул|IRN Тегеран|IRQ Багдад
TUR Анкара|SAU Эр-Рияд|ARE Абу-Даби|QAT Доха|KWT Кувейт-Сити|ISR Тель-Авив|SYR Дамаск|LBN Бейрут|JOR Амман|EGY Каир|DZA Алжир|MAR Рабат|TUN Тунис|LBY Триполи|SDN Хартум|ETH Аддис-Абеба|KEN Найроби|ZAF Претория|NGA Абуджа|GHA Аккра|SEN Дакар|MLI Бамако
GBR Лондон|FRA Париж|DEU Берлин|ITA Рим|ESP Мадрид|PRT Лиссабон|AUT Вена|CHE Берн|POL Варшава|CZE Прага|SVK Братислава|HUN Будапешт|ROU Бухарест|BGR София|SRB Белград|HRV Загреб|SVN Любляна|BIH Сараево|ALB Тирана|GRC Афины|CYP Никосия|LTU Вильнюс|LVA Рига|EST Таллин|FIN Хельсинки|SWE Стокгольм|NOR Осло|DNK Копенгаген
USA Вашингтон|CAN Оттава|MEX Мехико|CUB Гавана|VEN Каракас|COL Богота|BRA Бразилиа|ARG Буэнос-Айрес|CHL Сантьяго|PER Лима|VNM Ханой|LAO Вьентьян|THA Бангкок|IDN Джакарта|PHL Манила|MYS Куала-Лумпур|AUS Канберра|NZL Веллингтон`)

// capitalInRussian gives the State whose capital a chunk names.
func (c *clause) capitalInRussian(ch *chunk) *actor {
	e, ok := c.files.Entry(capitalsInRussian[fold(c.city(ch.from, ch.to-ch.from))])
	if !ok {
		return nil
	}
	at := c.bytes(ch.from, ch.to)
	state := c.cast.stateOf(e, at)
	if state.name == shortName(e, "en") {
		state.name = shortName(e, c.tongue.tag)
	}
	return &actor{state, at, ch.from}
}

var (
	countriesAgain = forms("республика страна государство")
	ministryAgain  = forms("министерство ведомство")
	cabinetsAgain  = forms("правительство кабмин кабинет")
)

// namedAgain gives the State or body that the common noun in the nominative at token i
// names again: "республика", "ведомство", "комитет", "компания".
func (c *clause) namedAgain(i int) []actor {
	w := c.tokens[i].word
	at := c.bytes(i, i+1)
	if c.tokens[i].shape != lower && i > c.s.from || c.inName(i) {
		return nil
	}
	if w.in(countriesAgain) || w.in(cabinetsAgain) {
		if s := c.governed(); s != nil && !c.is(i-1, kIn) {
			return []actor{{s, at, i}}
		}
		return nil
	}
	tg, _ := c.at(i, kOrg)
	if !w.in(ministryAgain) && (tg == nil || hasEnding(w.folded, []string{"а", "у", "ом", "е", "и", "ы", "ю", "ией"})) || c.is(i-1, kIn) {
		return nil
	}
	for n := len(c.paper.chunks) - 1; n >= 0; n-- {
		ch := &c.paper.chunks[n]
		if ch.from >= i || ch.kind != anOrg || ch.who == nil || ch.who.head == nil {
			continue
		}
		if w.in(ministryAgain) && ch.who.head.value == "ministry" || ch.who.headWord == c.tongue.stem(w.folded) {
			return []actor{{ch.who, at, i}}
		}
	}
	if e := c.speaking(); e != nil { // of whose body the text names no more
		return []actor{{e, at, i}}
	}
	return nil
}

// speaking gives the person who tells the sentence: named in it, or spoken of last.
func (c *clause) speaking() *entity {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aPerson && ch.who != nil {
			return ch.who
		}
	}
	if s := c.stage.subject; s != nil && s.kind == aPerson {
		return s
	}
	return nil
}

// onlyTimes reports that nothing but adverbs, dates and "что" stands between tokens.
func (c *clause) onlyTimes(from, to int) bool {
	for i := from; i < to; {
		if next := c.pastDate(i); next > i {
			i = next
			continue
		}
		if !c.is(i, kAdverb) && !c.is(i, kStop) && !c.is(i, kIn) && !c.is(i, kDuring) {
			return false
		}
		i++
	}
	return true
}

var (
	takingOn  = forms("взял взяла взяло взяли возьмет возьмут принял приняла приняло приняли")
	mandating = forms("поручил поручила поручило поручили поручает поручено поручит")
)

// vows reads what somebody takes upon himself, "взяла на себя ремонт дороги", and what
// a body is told to do, "поручил Министерству внести проект".
func (c *clause) vows() {
	if c.tongue.tag != "ru" {
		return
	}
	for i := c.s.from; i < c.s.to; i++ {
		w := c.tokens[i].word
		switch {
		case w.in(takingOn) && i+2 < c.s.to && c.tokens[i+1].word.folded == "на" && c.tokens[i+2].word.folded == "себя" && !c.negated(i):
			if by := c.doerInRussian(i); by != nil {
				c.pledge(trigger{i, 3, &tag{kind: kVerb, value: "action"}, false}, by, ruleAgreed)
			}
		case w.in(mandating) && !c.negated(i):
			c.mandatedTo(i)
		}
	}
	c.gapped()
}

// mandatedTo reads the deed that the verb at token i charges a body with: the body
// stands in the dative, and the infinitive after it.
func (c *clause) mandatedTo(i int) {
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.from <= i || ch.from-i > 3 || ch.who == nil || ch.kind != anOrg && ch.kind != aPerson && ch.kind != aState {
			continue
		}
		for v := ch.to; v < min(c.s.to, ch.to+6); v++ {
			if c.tokens[v].shape == lower && hasEnding(c.tokens[v].word.folded, []string{"ть", "ти", "чь"}) && !c.inName(v) {
				c.pledge(trigger{v, 1, &tag{kind: kVerb, value: "action"}, false}, []actor{{ch.who, c.bytes(ch.from, ch.to), ch.from}}, ruleAgreed)
				return
			}
		}
		return
	}
}

// gapped reads the promise of a second actor whose verb a dash stands for: "Германия
// предоставит 10 млн евро, а Швейцария – 5 млн франков".
func (c *clause) gapped() {
	n := len(c.promises) - 1
	if n < 0 || c.promises[n].text.start < int(c.tokens[c.s.from].start) {
		return
	}
	for k := range c.chunks {
		ch := &c.chunks[k]
		if c.gapAfter(ch) && int(c.tokens[ch.from].start) > c.promises[n].text.start && slices.Contains([]chunkKind{aState, anOrg, aPerson}, ch.kind) && ch.who != nil && c.plainForm(ch) {
			c.pledge(trigger{ch.to + 1, 1, &tag{kind: kVerb, value: "action"}, false}, []actor{{ch.who, c.bytes(ch.from, ch.to), ch.from}}, ruleWill)
		}
	}
}

// gapAfter reports ", а" before a name and a dash after it.
func (c *clause) gapAfter(ch *chunk) bool {
	return ch.from-2 >= c.s.from && ch.to+1 < c.s.to && c.tokens[ch.from-1].word.folded == "а" && c.mark(ch.from-2, ",") && (c.mark(ch.to, "–") || c.mark(ch.to, "—") || c.mark(ch.to, "-"))
}

// gapAt reports that such a second actor begins after the comma at token i.
func (c *clause) gapAt(i int) bool {
	return c.tongue.tag == "ru" && c.mark(i, ",") && slices.ContainsFunc(c.chunks, func(ch chunk) bool { return ch.from == i+2 && c.gapAfter(&ch) })
}
