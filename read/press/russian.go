package press

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The Russian grammar of offices whose body no table knows: it stands in the
// genitive between the title and the name, and the given name tells where the
// name begins.

// genitiveBody reads the town, agency or undertaking at token i that a post is
// of: "мэр Дмитровграда Анна Петрова", "начальник Белорусской железной дороги
// Владимир Морозов".
func (p *paper) genitiveBody(q *post, i int, s sentence) int {
	if p.tongue.tag != "ru" || q.body != nil || i >= s.to {
		return i
	}
	if p.tokens[i].word.in(territories) && q.title[1] == i && (p.upper(i+1) || p.mark(i+1, ",")) { // "мэр города Анна Петрова"
		q.title[1], q.full = i+1, true
		return i + 1
	}
	if !p.upper(i) || p.is(i, kHonorific) {
		return i
	}
	if p.briefly(i) { // "вице-президент УЕФА", "командующий ВВС Узбекистана"
		end := i + 1
		if p.stateGenitive(end) {
			end += p.hit(end).n
		}
		p.govern(q, i, end)
		return end
	}
	if _, n := p.at(i, kCity); n > 0 && q.tag.value != "envoy" && p.nameWords(i+n, p.nameRun(i+n, s)) != 1 { // "мэр Москвы"
		return p.governed(q, i, i+n)
	}
	at := i
	for at < min(s.to, i+5) && p.givenForm(at) == "" && p.ofGenitive(i, at) {
		at++
	}
	if at == i || at+1 >= s.to || p.givenForm(at) == "" || !p.upper(at) || !p.surnameAhead(at+1, s) {
		return i
	}
	return p.governed(q, i, at)
}

// territories are the nouns, in the genitive, of what an office without a name is of.
var territories = forms("города страны республики области края района округа региона ведомства государства дипмиссии учреждения предприятия поселка села")

// briefly reports a body at token i that capitals name, no surname in capitals.
func (p *paper) briefly(i int) bool {
	t := &p.tokens[i]
	last, _ := utf8.DecodeLastRuneInString(t.word.form)
	return (t.shape == acronym || t.shape == capital && unicode.IsUpper(last)) && p.hit(i) == nil && p.mask[i]&notName == 0 && !strings.Contains(t.word.form, ".") && p.givenForm(i) == "" && !hasEnding(t.word.folded, surnamesInRussian[:])
}

// surnamesInRussian are the endings of surnames, also where they are printed in capitals.
var surnamesInRussian = [...]string{"ов", "ова", "ову", "овым", "овой", "ев", "ева", "еву", "евым", "евой", "ин", "ина", "ину", "иным", "иной", "ий", "ая", "ого", "ко", "ян", "дзе", "швили", "ук", "юк", "ич"}

// fieldInDative gives the end of the field of an office that "по" at token i opens,
// before the name of its holder: "советник президента по внешней политике Анна Петрова",
// "спецпредставитель по Центральной Азии".
func (p *paper) fieldInDative(i int, s sentence) int {
	if p.tongue.tag != "ru" || p.tokens[i].word.folded != "по" || i+1 >= s.to || p.tokens[i+1].word.in(groundsInDative) {
		return i
	}
	at := i + 1
	if _, n := p.at(at, kPortfolio); p.upper(at) {
		at += n
	}
	for at < min(s.to, i+9) && p.tokens[at].shape == lower && p.mask[at]&(1<<kVerb|1<<kTitle|1<<kPronoun) == 0 {
		at++
	}
	if at == i+1 || at >= s.to || !p.upper(at) || !p.fullName(at, s) {
		return i
	}
	return at
}

// groundsInDative are nouns after "по" that tell why something is done, no field.
var groundsInDative = forms("приглашению поручению итогам случаю словам данным информации инициативе просьбе решению предложению указанию пути мнению телефону вопросу результатам завершении окончании прибытии приказу распоряжению состоянию меньшей")

// fullName reports a name of two words or more at token i.
func (p *paper) fullName(i int, s sentence) bool {
	to := p.nameRun(i, s)
	return p.hit(i) == nil && p.nameWords(i, to) >= 2
}

// ofGenitive reports whether token at, of words that begin at token i, stands
// in the genitive by its ending.
func (p *paper) ofGenitive(i, at int) bool {
	if p.tokens[at].shape == acronym {
		return true
	}
	if !p.upper(at) && (at == i || p.tokens[at].shape != lower || p.is(at, kStop) || p.is(at, kVerb)) || p.is(at, kTitle) || p.is(at, kEvent) {
		return false
	}
	w := p.tokens[at].word.folded
	if p.tokens[at].word.in(infinitivesInTi) {
		return false
	}
	return hasEnding(w, genitives[:]) || at > i && hasEnding(p.tokens[at-1].word.folded, []string{"ых", "их"})
}

// infinitivesInTi are infinitives that look like nouns in the genitive.
var infinitivesInTi = forms("внести ввести провести привести перевести вести завести произвести найти пройти прийти войти обрести")

// surnameAhead reports whether a surname stands at i, or after the patronymic at
// i: without one, what stands before the given name is the surname.
func (p *paper) surnameAhead(i int, s sentence) bool {
	if i < s.to && patronymic(p.tokens[i].word.folded) {
		i++
	}
	return i < s.to && p.upper(i) && p.nameWord(i)
}

// patronymic reports a Russian patronymic in any case.
func patronymic(w string) bool {
	return hasEnding(w, []string{"вич", "вича", "вичу", "вичем", "виче", "вна", "вны", "вне", "вну", "вной", "ьич", "ьича"})
}

// governed makes the words from i to at, in the genitive, the body of a post.
func (p *paper) governed(q *post, i, at int) int {
	p.govern(q, i, at)
	if e := q.body; e.name == p.say(i, at) {
		e.name = p.fromGenitive(i, at)
	}
	return at
}

// fromGenitive gives words that stand in the genitive in the nominative: the
// last is the noun, with which the adjectives before it agree.
func (p *paper) fromGenitive(from, to int) string {
	if _, n := p.at(from, kCity); n == to-from { // "мэр Батуми"
		return p.city(from, n)
	}
	out := strings.Fields(p.say(from, to))
	last := len(out) - 1
	if hasEnding(fold(out[0]), []string{"ых", "их"}) {
		return strings.Join(out, " ")
	}
	noun, gender := nounFromGenitive(out[last])
	out[last] = noun
	for k := range out[:last] {
		out[k] = agree(out[k], gender)
	}
	return strings.Join(out, " ")
}

// nounFromGenitive gives a noun that stands in the genitive singular in the
// nominative, with its gender.
func nounFromGenitive(w string) (string, rune) {
	for _, e := range [...]struct {
		have, give string
		gender     rune
	}{{"ства", "ство", 'n'}, {"ения", "ение", 'n'}, {"ания", "ание", 'n'}, {"ии", "ия", 'f'}, {"ая", "ай", 'm'}, {"ея", "ей", 'm'}, {"я", "ь", 'm'}, {"ы", "а", 'f'}} {
		if stem, ok := strings.CutSuffix(w, e.have); ok {
			return stem + e.give, e.gender
		}
	}
	if stem, ok := strings.CutSuffix(w, "и"); ok {
		if last, _ := utf8.DecodeLastRuneInString(stem); strings.ContainsRune("кгхжшщч", last) {
			return stem + "а", 'f'
		}
		return stem + "ь", 'f'
	}
	if stem, ok := strings.CutSuffix(w, "а"); ok {
		return stem, 'm'
	}
	return w, 'm'
}

// genitivePair gives the end of an adjective and a noun, both with a capital and
// in the genitive, that go on the name of a body: "штаб Вооружённых Сил".
func (p *paper) genitivePair(j int, s sentence) int {
	if p.tongue.tag != "ru" || j+1 >= s.to || p.tokens[j].shape != capital || p.tokens[j+1].shape != capital || p.givenForm(j) != "" || p.givenForm(j+1) != "" || p.hit(j) != nil || p.mask[j+1]&notName != 0 || patronymic(p.tokens[j+1].word.folded) {
		return j
	}
	if !hasEnding(p.tokens[j].word.folded, []string{"ых", "их", "ого", "его"}) {
		return j
	}
	return j + 2
}

// governing gives the token of the noun in a Russian title that governs the rest
// of it: what a deputy or an acting officer is of stays in the genitive.
func (p *paper) governing(from, head int) int {
	for i := from; i < head && p.tongue.tag == "ru"; i++ {
		if _, n := p.at(i, kModifier); n > 0 && deputies[p.tongue.stem(p.tokens[i+n-1].word.folded)] {
			return i
		}
	}
	return head
}

// deputies are the stems of who stands in for the holder of an office.
var deputies = map[string]bool{"заместител": true, "обязанност": true, "и.о": true, "и.о.": true, "врио": true, "зам": true}

// pastSmallAdjective steps over the adjective before the head noun of a body that
// is written small: "постоянная комиссия парламента", "совместная комиссия по
// торговле".
func (p *paper) pastSmallAdjective(i int, s sentence) int {
	if i < 0 || p.tongue.tag != "ru" || i+1 >= s.to || p.tokens[i].shape != lower || p.hit(i) != nil || p.mask[i]&(notName&^(1<<kUnit)|1<<kRole) != 0 {
		return i
	}
	if tg, _ := p.at(i+1, kOrg); tg == nil || tg.value != "mission" && !p.sits(i+1) || p.tokens[i+1].shape != lower || !hasEnding(p.tokens[i].word.folded, adjectiveEndings[:]) {
		return i
	}
	return i + 1
}

// sits reports the head noun of a Russian body that sits within another or
// between two: a committee or commission.
func (p *paper) sits(head int) bool {
	tg, _ := p.at(head, kOrg)
	return p.tongue.tag == "ru" && tg != nil && (tg.value == "commission" || tg.value == "committee")
}

// chamberOf gives the end of the body that a committee is of: "комиссии
// Национального собрания".
func (p *paper) chamberOf(j, head int, s sentence) int {
	if !p.sits(head) || j >= s.to || !p.upper(j) {
		return j
	}
	if h := p.hit(j); h != nil && h.org() {
		return j + h.n
	}
	if c, to := p.headedOrg(j, s); c != nil {
		return to
	}
	return j
}

// addressed gives the person whom a given name and a patronymic alone address,
// where the paper names nobody else of that given name: "Эркин Асанович".
func (p *paper) addressed(from, to int, words []string) *entity {
	if p.tongue.tag != "ru" || len(words) != 2 || !patronymic(p.tokens[to-1].word.folded) {
		return nil
	}
	if bearers := p.cast.persons[words[0]]; len(bearers) == 1 {
		return bearers[0]
	}
	return nil
}

// calledAs gives the end of the name in quotation marks right after the head noun
// of a body: "АО «Рассвет»", "партия «Единство»".
func (p *paper) calledAs(j int, s sentence) int {
	if p.tongue.tag != "ru" && p.tongue.tag != "ar" {
		return j
	}
	if end := p.quoted(j, s); end-j > 2 && end-j <= maxCalled {
		return end
	}
	return j
}

// maxCalled bounds how many tokens a name in quotation marks has.
const maxCalled = 10

// ofAcronym reports an acronym in the genitive that goes on the name of a body:
// "Комитет СФ", "Институт экономики НАН".
func (p *paper) ofAcronym(j, at, end, head int) bool {
	if !p.tongue.genitive || p.tongue.caseless || p.tokens[j].shape != acronym {
		return false
	}
	if p.bodyGenitive(j) {
		return end > at || p.upper(head) || p.upper(head-1) || p.pastSmallAdjective(head-1, sentence{to: at + 1}) == head
	}
	n := utf8.RuneCountInString(p.tokens[j].word.form)
	return p.tongue.tag == "ru" && (p.upper(head) || p.upper(head-1)) && n > 1 && n < 6 && p.hit(j) == nil && p.tokens[j].word.form == strings.ToUpper(p.tokens[j].word.form)
}

// apartInCase reports a title in the genitive before a man's name in the nominative, who
// is not its holder: "распоряжением главы государства Дилшод Юнусов освобождён".
func (p *paper) apartInCase(c, name *chunk) bool {
	return p.tongue.tag == "ru" && c.post.head == c.from && p.tokens[c.post.head].word.in(officesInGenitive) && !p.is(name.to, kAnd) && !p.mark(name.to, ",") && hasEnding(p.tokens[name.to-1].word.folded, []string{"ов", "ев", "ский", "цкий"})
}

// straight reports whether the head of an office stands in the nominative.
func (p *paper) straight(post *chunk) bool {
	first, _, _ := strings.Cut(post.post.tag.base, " ")
	return first == "" || p.tokens[post.post.head].word.folded == fold(first)
}

var officesInGenitive = forms("главы президента министра премьера премьер-министра председателя руководителя директора губернатора")

// headsDelegation gives a post after "во главе с" or "возглавил" the body whose delegation
// its holder leads: "делегация Сейма Литвы во главе с председателем Расой Вайткуте",
// "таджикскую делегацию возглавил министр".
func (p *paper) headsDelegation(k int, s *sentence) {
	c := &p.chunks[k]
	if p.tongue.tag != "ru" || c.post.body != nil || c.from < s.from+3 {
		return
	}
	end := c.from - 3
	if strings.HasPrefix(p.tokens[c.from-1].word.folded, "возглав") && p.tokens[c.from-2].word.in(retinues) {
		end = c.from - 2
	} else if b := max(k-1, s.c0); strings.HasPrefix(p.tokens[c.from-1].word.folded, "возглав") && p.chunks[b].kind == aState && p.chunks[b].to == c.from-1 && p.tokens[p.chunks[b].from-1].word.in(retinues) { // "делегацию Чада возглавляет министр"
		end = c.from - 1
	} else if end <= s.from || !p.is(c.from-1, kWith) || p.tokens[c.from-2].word.folded != "главе" || p.tokens[end].word.folded != "во" {
		return
	}
	for m := k - 1; m >= s.c0; m-- {
		b := &p.chunks[m]
		if b.to != end {
			continue
		}
		for m > s.c0 && p.chunks[m-1].kind == anOrg && p.chunks[m-1].to == p.chunks[m].from { // "Комитета по иностранным делам Сейма"
			m--
		}
		if b = &p.chunks[m]; b.who != nil && (b.kind == anOrg || b.kind == aState) {
			c.post.body, c.post.full, c.post.bodies = b.who, true, append(c.post.bodies, b.who)
		}
		return
	}
}

// pastFormer gives the person whose own office stands at chunk n, with what it is of:
// "Чрезвычайным послом стал карьерный дипломат Равшан Эргашев"; -1 for none.
func (p *paper) pastFormer(n int, s *sentence) int {
	for first := n; n >= 0 && n < s.c1 && n-first < 4; n++ {
		switch p.chunks[n].kind {
		case aPerson:
			return n
		case aPost, anOrg, aState, aPlace:
		default:
			return -1
		}
	}
	return -1
}

// besidePerson reports that the capitalised words from i to at are a person because of
// what stands before them: another person in a list, "Анна Крылова и Пауло Сантуш", or
// a noun for where he is from, "кениец Джон Отиено".
func (p *paper) besidePerson(i, to int, s sentence) bool {
	if p.tongue.tag != "ru" || i-1 <= s.from || p.hit(i) != nil || p.is(i, kCity) {
		return false
	}
	if n := len(p.chunks); n > 0 && p.chunks[n-1].kind == aPerson && p.chunks[n-1].to == i-1 && p.tokens[i-1].word.folded == "и" {
		return true
	}
	if n := len(p.chunks); n > 0 && p.chunks[n-1].kind == aState && p.chunks[n-1].to == i && p.amongOfficers(p.chunks[n-1].from, s) {
		return true
	}
	w := p.tokens[i-1].word.folded
	return p.tokens[i-1].shape == lower && p.mask[i-1]&(1<<kVerb|1<<kStop|1<<kOrg|1<<kEvent) == 0 && hasEnding(w, countrymen)
}

// amongOfficers reports that the State at token i is that of one of several officers of a
// list, "послы Швеции Ларс Экман и Норвегии Ингрид Берг", or of who comes "из" it.
func (p *paper) amongOfficers(i int, s sentence) bool {
	if i <= s.from || p.tokens[i-1].word.folded == "из" {
		return i > s.from
	}
	listed := p.is(i-1, kAnd) || p.mark(i-1, ",")
	for k := i - 1; k >= max(s.from, i-electoralReach); k-- {
		if p.is(k, kTitle) {
			return p.manyInRussian(k)
		}
		if !listed && !p.is(k, kPortfolio) {
			return false
		}
	}
	return false
}

// manyInRussian reports a title in the plural at token i: "послы", "министрами".
func (p *paper) manyInRussian(i int) bool {
	tg, _ := p.at(i, kTitle)
	w := p.tokens[i].word.folded
	return tg != nil && tg.base != "" && (genderOf(fold(tg.base)) == 'm' && hasEnding(w, []string{"ы", "и"}) || hasEnding(w, []string{"ами", "ями", "ам", "ям", "ов", "елей"}))
}

// countrymen are the endings of nouns for where somebody is from, in the singular.
var countrymen = []string{"лец", "иец", "неец", "анец", "янец", "нец", "жец", "рец", "ийца", "анца", "нца", "ийцу", "анцу", "ийцем", "анцем", "анин", "янин", "анина", "янина", "анину", "янину", "анином", "янином", "анка", "янка", "енка", "анку", "янку", "енку", "анкой", "янкой"}

// governedInRussian reports a preposition at token i that the noun before it governs:
// "о борьбе с песчаными бурями", "о защите от насилия".
func (p *paper) governedInRussian(i int) bool {
	return p.tongue.tag == "ru" && beginsWith(p.tokens[i-1].word.folded, valencies[p.tokens[i].word.folded])
}

// datives gives the end of more fields after the comma at token j, the last after "и":
// "Комитет по международным делам, обороне и безопасности".
func (p *paper) datives(j int, s sentence) int {
	if p.tongue.tag != "ru" || !p.mark(j, ",") {
		return j
	}
	last := false
	for at := j + 1; at < min(s.to, j+12); at++ {
		switch t := &p.tokens[at]; {
		case p.mark(at, ",") && !last:
		case t.word.folded == "и" && !last:
			last = true
		case t.shape != lower || p.mask[at]&(1<<kVerb|1<<kTitle|1<<kPronoun|1<<kStop) != 0 || !hasEnding(t.word.folded, []string{"е", "и", "у", "ю", "ам", "ям", "ой", "ей", "ому", "ему", "ым", "им"}):
			return j
		case last && !hasEnding(t.word.folded, []string{"ой", "ей", "ому", "ему", "ым", "им"}):
			return at + 1
		}
	}
	return j
}

// valencies are, by the preposition that they govern, how nouns begin.
var valencies = map[string][]string{"с": {"борьб"}, "от": {"защит", "отказ", "освобожден"}, "к": {"поправк", "присоединен", "доступ", "подготовк", "переход"}, "в": {"изменени", "участи"}}
