package press

import (
	"slices"
	"strings"
	"unicode/utf8"

	"chancery/authority"
)

// What the reader knows of Kazakh beyond its table: endings that do the work
// of prepositions, what qualifies before what is qualified ("туралы" before
// its instrument, the State and the country of service before the title), and
// the verb at the end of its clause.

// caseEndings are the case endings of Kazakh nouns, possessed ones first.
var caseEndings = [...]string{"ындағы", "індегі", "ндағы", "ндегі", "дағы", "дегі", "тағы", "тегі", "ның", "нің", "дың", "дің", "тың", "тің", "ымен", "імен", "нда", "нде", "нан", "нен", "дан", "ден", "тан", "тен",
	"мен", "бен", "пен", "ға", "ге", "қа", "ке", "на", "не", "да", "де", "та", "те", "ды", "ді", "ны", "ні"}

// nominativeLast takes the case ending off the last word of a name.
func nominativeLast(s string) string {
	for _, e := range [...]string{"сын", "сін", "ығын", "ігін", "ын", "ін"} {
		if strings.HasSuffix(s, e) && utf8.RuneCountInString(s[strings.LastIndexByte(s, ' ')+1:]) > 5 {
			return s[:len(s)-len("н")]
		}
	}
	if strings.HasSuffix(s, "өраға") { // "төраға" is no dative
		return s
	}
	for _, e := range [...]string{"ты", "ті"} { // the accusative of "орталық", not the noun of "комитеті"
		stem, ok := strings.CutSuffix(s, e)
		if last, _ := utf8.DecodeLastRuneInString(stem); ok && strings.ContainsRune("қкпсштфх", last) {
			return stem
		}
	}
	for _, e := range caseEndings {
		stem, ok := strings.CutSuffix(s, e)
		if ok && utf8.RuneCountInString(stem[strings.LastIndexByte(stem, ' ')+1:]) >= 3 {
			if e == "ымен" || e == "імен" || e == "ындағы" || e == "індегі" {
				stem += e[:2]
			}
			return stem
		}
	}
	return s
}

// locative reports whether a word says where: "Мысырдағы", "Корольдігіндегі".
func locative(w string) (stem string, ok bool) {
	for _, e := range [...]string{"ндағы", "ндегі", "дағы", "дегі", "тағы", "тегі"} {
		if stem, ok = strings.CutSuffix(w, e); ok {
			return stem, true
		}
	}
	return w, false
}

// locativeOf gives the entries whose name a word is the locative of, whatever
// the length of its ending: "Қазақстандағы", "Мысырдағы".
func (p *paper) locativeOf(w string) []*authority.Entry {
	for _, e := range [...]string{"ндағы", "ндегі", "дағы", "дегі", "тағы", "тегі"} {
		if stem, ok := strings.CutSuffix(w, e); ok {
			if entries := p.files.Lookup(stem); len(entries) > 0 {
				return entries
			}
		}
	}
	return nil
}

// seated finds the States that stand in the locative of an adjective
// ("Мысырдағы Елшісі"), and lengthens the names that go on with "Kingdom" or
// "Republic" in a case of their own.
func (p *paper) seated() {
	for i := range p.tokens {
		if p.tokens[i].shape != capital {
			continue
		}
		if p.hit(i) != nil {
			p.lengthen(i)
			continue
		}
		w := p.tokens[i].word.form
		_, ok := locative(w)
		entries := p.locativeOf(w)
		if !ok && i > 0 && p.upper(i-1) { // after a name, where only the case tells that a State begins
			if entries = p.files.Lookup(w); len(entries) == 0 {
				entries = p.files.Lookup(nominativeLast(w))
			}
		} else if !ok {
			continue
		}
		for _, e := range entries {
			if e.Schema == "State" {
				p.hitAt[i] = int32(len(p.hits))
				p.hits = append(p.hits, hit{i, 1, e, false, false, int(p.tokens[i].start)})
				p.mask[i] |= 1 << kState
				p.lengthen(i)
				break
			}
		}
	}
}

// lengthen takes "Kingdom" or "Republic" into the name of the State at i.
func (p *paper) lengthen(i int) {
	h := p.hit(i)
	if !h.state() || h.adjective || i+h.n >= len(p.tokens) {
		return
	}
	for _, w := range [...]string{"корольдіг", "республикас", "федерациясы"} {
		if strings.HasPrefix(p.tokens[i+h.n].word.folded, w) {
			h.n++
			return
		}
	}
}

// beforeLocative gives a post whom it is accredited to and whom it is of,
// where both stand before it: "Қазақстанның Мысырдағы Елшісі".
func (p *paper) beforeLocative(q *post, c *chunk) bool {
	if !p.tongue.verbLast || c.kind != aState || q.tag.value != "envoy" {
		return false
	}
	if _, ok := locative(p.tokens[c.to-1].word.folded); !ok {
		return false
	}
	q.to, q.full = c.who, true
	if n := len(p.chunks) - 2; n >= 0 && p.chunks[n].to == c.from && (p.chunks[n].kind == aState || p.chunks[n].kind == anOrg) {
		q.body = p.chunks[n].who
	}
	return true
}

// about reads an instrument whose subject stands before it: "шаңды дауылдар
// туралы қарар", "«Неке туралы» Заң".
func (p *paper) aboutInstrument(i int, s sentence) (*chunk, int) {
	if !p.tongue.verbLast {
		return nil, i
	}
	if p.mark(i-1, "«") && i-1 >= s.from {
		if end := p.quoted(i-1, s); end > i {
			if tg, n := p.at(end, kInstrument); n > 0 {
				return &chunk{kind: anInstrument, from: i, to: end + n, head: tg, name: [2]int{i - 1, end + n}, acronym: -1}, end + n
			}
		}
		return nil, i
	}
	for j := i; j < min(s.to, i+10); j++ {
		if _, n := p.at(j, kAbout); n > 0 && j > i {
			for k := j + n; k < min(s.to, j+n+3); k++ {
				if tg, m := p.at(k, kInstrument); m > 0 {
					return &chunk{kind: anInstrument, from: i, to: k + m, head: tg, name: [2]int{i, k + m}, acronym: -1, descr: !p.upper(i)}, k + m
				}
				if p.tokens[k].shape != lower || p.mask[k]&(1<<kVerb|1<<kStop|1<<kOrg|1<<kEvent) != 0 {
					return nil, i
				}
			}
			return nil, i
		}
		if _, to := p.dateAt(j); to > j || p.tokens[j].shape == mark || p.tokens[j].shape == number || p.hit(j) != nil || p.mask[j]&(1<<kVerb|1<<kStop|1<<kOrg|1<<kTitle|1<<kCity|1<<kSide|1<<kGiven|1<<kPronoun|1<<kEvent|1<<kInstrument) != 0 || j > i && p.upper(j) {
			return nil, i
		}
	}
	return nil, i
}

// innerWord reports whether the small word at j may stand between the first word
// of a body's name and its head noun at the end.
func (p *paper) innerWord(i, j int) bool {
	if !p.tongue.verbLast || p.is(i, kGiven) || p.is(i, kCity) || p.hit(i) != nil && p.hit(i).state() || p.nameWords(i, j) > 2 {
		return false
	}
	if tg, _ := p.at(j, kAnd); tg != nil && p.tokens[j].word.folded != "және" {
		return false
	}
	if p.postposition(j) {
		return true
	}
	return p.tokens[j].shape == lower && p.mask[j]&(1<<kVerb|1<<kStop|1<<kTitle|1<<kEvent|1<<kInstrument|1<<kSide|1<<kPronoun|1<<kDuring|1<<kRole|1<<kWith) == 0 && p.dayAt[j] < 0 && p.hit(j) == nil
}

// suffixed gives where the case ending begins that Kazakh writes after an
// acronym and a hyphen ("БҰҰ-ға"); 0 in any other word.
func (p *paper) suffixed(form string) int {
	i := strings.IndexByte(form, '-')
	if !p.tongue.verbLast || i < 1 || !acronymLike(form[:i]) || strings.ToUpper(form[:i]) != form[:i] {
		return 0
	}
	if rest := form[i+1:]; rest == "" || strings.ToLower(rest) != rest || utf8.RuneCountInString(rest) > 4 {
		return 0
	}
	return i
}

// surnames are the endings of surnames of the Russian and Turkic kind, in the
// nominative; a declined one has a case ending after it.
var surnames = [...]string{"ов", "ев", "ова", "ева", "ин", "ина", "ский", "ская", "цкий", "цкая", "енко", "дзе", "швили", "ян", "вич", "вна", "ұлы", "қызы", "улы", "кызы", "оглы", "заде"}

// surnamed reports whether the words from to to end in a surname that tells by
// its form that they name a person, though the given name is not known.
func (p *paper) surnamed(from, to int) bool {
	if p.tongue.tag != "ru" && p.tongue.tag != "kk" || p.nameWords(from, to) < 2 || p.nameWords(from, to) > 3 {
		return false
	}
	for i := from; i < to; i++ {
		if p.mask[i]&(1<<kCity|1<<kStop|1<<kEvent|1<<kPortfolio|1<<kModifier) != 0 || p.tokens[i].shape != capital || i < to-1 && p.casedName(i) { // "Құжатқа Назарбаев"
			return false
		}
	}
	w := p.tokens[to-1].word.folded
	forms := []string{w}
	if p.tongue.tag == "kk" {
		forms = append(forms, nominativeLast(w))
	} else {
		for _, e := range [...]string{"ым", "у", "а", "е", "ой", "ого", "ому", "им"} {
			if stem, ok := strings.CutSuffix(w, e); ok {
				forms = append(forms, stem, stem+"ий")
			}
		}
	}
	for _, f := range forms {
		for _, e := range surnames {
			if strings.HasSuffix(f, e) && utf8.RuneCountInString(f) > utf8.RuneCountInString(e)+2 {
				return true
			}
		}
	}
	return false
}

// endOf gives the token after an actor of the clause.
func (c *clause) endOf(a actor) int {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.from == a.pos {
			return ch.to
		}
	}
	return c.s.from
}

// nameEnds reports whether a personal name cannot go on at token at because a
// city or, in Kazakh, the name of a body begins there.
func (p *paper) nameEnds(at, names int, s sentence) bool {
	if p.tongue.capitals || names < 2 || !p.upper(at) {
		return false
	}
	if p.is(at, kCity) && !p.is(at, kGiven) && !(p.romance() && names == 2) { // "Julio Arce Mendoza" bears a surname
		return true
	}
	if !p.tongue.verbLast || p.is(at, kGiven) {
		return false
	}
	if endsIn(p.tokens[at].word.folded, denominal[:]) && at+1 < s.to && p.tokens[at+1].shape == lower { // "Асель Нұрпейісова Ұлттық музейдің"
		return true
	}
	if _, n := p.at(at, kOrg); n > 1 || p.tokens[at].shape == acronym {
		return true
	}
	if h := p.hit(at); h != nil && h.state() {
		return true
	}
	if at+1 < s.to && p.tokens[at+1].shape != lower {
		return false
	}
	c, _ := p.headedOrg(at, s)
	return c != nil
}

// denominal are the endings of adjectives that Kazakh makes of nouns.
var denominal = [...]string{"лық", "лік", "дық", "дік", "тық", "тік"}

// possessed are the endings of a Kazakh noun that leans on what stands before it.
var possessed = [...]string{"сы", "сі", "ы", "і"}

// instrumentLast reads a Kazakh name whose matter stands before its head noun,
// the head in the possessive: "Отбасылық және гендерлік саясат тұжырымдамасы".
func (p *paper) instrumentLast(i int, s sentence) (*chunk, int) {
	if !p.tongue.verbLast || !p.upper(i) || p.is(i, kStop) || p.is(i, kGiven) || p.is(i, kTitle) || p.is(i, kCity) || p.is(i, kInstrument) || p.hit(i) != nil && p.hit(i).state() {
		return nil, i
	}
	for j := i + 1; j < min(s.to, i+12); j++ {
		tg, n := p.at(j, kInstrument)
		if tg != nil && endsIn(nominativeLast(p.tokens[j+n-1].word.folded), possessed[:]) {
			return &chunk{kind: anInstrument, from: i, to: j + n, head: tg, name: [2]int{i, j + n}, acronym: -1}, j + n
		}
		if tg == nil && !p.innerWord(i, j) && !(p.upper(j) && p.mask[j]&(1<<kOrg|1<<kTitle|1<<kGiven|1<<kCity) == 0 && p.tokens[j].shape == capital && p.upper(j-1)) {
			break
		}
	}
	return nil, i
}

// owning reports a Kazakh name in the genitive right before another name, which
// only says whose that is.
func (c *clause) owning(ch *chunk) bool {
	last := ch.to - 1
	if ch.kind == anOrg {
		last = ch.name[1] - 1 // before an acronym in brackets
	}
	if !c.tongue.verbLast || !endsIn(c.tokens[last].word.folded, genitiveKazakh[:]) {
		return false
	}
	for k := range c.chunks {
		if c.chunks[k].from == ch.to {
			return true
		}
	}
	return false
}

var genitiveKazakh = [...]string{"ның", "нің", "дың", "дің", "тың", "тің"}

// emphatic are the particles that stand between an object and its verb.
var emphatic = forms("да де та те")

// participle reports a verb that describes the noun after it: "бекіткен жоспар".
func (c *clause) participle(t trigger) bool {
	return endsIn(c.tokens[t.at+t.n-1].word.folded, []string{"ған", "ген", "қан", "кен"})
}

// casedName reports a word of a Kazakh name that has a case ending, after which
// the name does not go on.
func (p *paper) casedName(i int) bool {
	return p.tongue.verbLast && !p.is(i, kGiven) && endsIn(p.tokens[i].word.folded, []string{"ның", "нің", "дың", "дің", "тың", "тің", "мен", "бен", "пен", "ға", "ге", "қа", "ке"})
}

// postposition reports "қатысты", which after a dative is "relating to" and no verb.
func (p *paper) postposition(i int) bool {
	return p.tongue.verbLast && i > 0 && p.tokens[i].word.folded == "қатысты" && i+1 < len(p.tokens) && p.tokens[i+1].shape == lower && endsIn(p.tokens[i-1].word.folded, []string{"ға", "ге", "қа", "ке", "на", "не"})
}

// participleOf gives the words of the lexicon that a Kazakh participle is of, by
// the past that the table has: "ратификациялағанын" of "ратификациялады".
func (t *tongue) participleOf(form string) []int32 {
	for _, e := range [...]string{"ғандығын", "гендігін", "ғанын", "генін", "қанын", "кенін", "ғаны", "гені", "қаны", "кені", "ған", "ген", "қан", "кен"} {
		stem, ok := strings.CutSuffix(form, e)
		if !ok || utf8.RuneCountInString(stem) < 3 || stem == "бол" {
			continue
		}
		for _, past := range [...]string{"ды", "ді", "ты", "ті"} {
			if id, ok := t.lexicon.words[stem+past]; ok {
				return []int32{id}
			}
		}
		return nil
	}
	return nil
}

// qualified reports a title that has only adjectives before its last word, so
// that the possessive of that leans on the body: not "Сыртқы істер министрі".
func (p *paper) qualified(from, to int) bool {
	for i := from; i < to-1; i++ {
		if !p.is(i, kModifier) && !p.is(i, kAnd) {
			return false
		}
	}
	return true
}

// dictionaryForm gives a Kazakh title without the possessive that leans on its
// body: "ректоры" is "ректор".
func (p *paper) dictionaryForm(title string) string {
	at := strings.LastIndexByte(title, ' ') + 1
	w := fold(title[at:])
	for _, e := range [...]string{"лары", "лері", "дары", "дері", "тары", "тері", "лар", "лер", "дар", "дер", "тар", "тер", "сы", "сі", "ы", "і"} { // the plural, and possessed
		stem, ok := strings.CutSuffix(w, e)
		if _, known := p.tongue.lexicon.stems[stem]; ok && known && len(fold(title[at:])) == len(title[at:]) {
			return title[:len(title)-len(e)]
		}
	}
	return title
}

// pluralKazakh reports a noun in the plural, possessed or not, in any case.
func pluralKazakh(w string) bool {
	w = nominativeLast(w)
	w = strings.TrimSuffix(strings.TrimSuffix(w, "ы"), "і")
	return endsIn(w, []string{"лар", "лер", "дар", "дер", "тар", "тер"}) && utf8.RuneCountInString(w) > 5
}

// alsoLeads reports a second post of one person before his name, which a comma and
// what it leads part from the first: "Мәжіліс депутаты, достық тобының жетекшісі NAME".
func (p *paper) alsoLeads(c *chunk, n int, s *sentence) bool {
	if !p.tongue.verbLast || !p.mark(c.to, ",") || p.casedName(c.to-1) {
		return false
	}
	for i := c.to + 1; i < p.chunks[n].from; i++ {
		if p.tokens[i].shape == mark || p.is(i, kVerb) || p.is(i, kPronoun) || p.is(i, kAnd) {
			return false
		}
	}
	return true
}

// notFirst reports a word that outside English begins no name of a body: an
// initial, in Kazakh also a State in the genitive before a name with a capital,
// or a word in a case at the head of the sentence.
func (p *paper) notFirst(i int, s sentence) bool {
	if p.tongue.capitals || p.tongue.caseless {
		return false
	}
	if p.tongue.tag == "ru" && (p.is(i, kWeak) || p.tokens[i].word.in(retinues)) { // "Делегация парламента", "Члены комиссии"
		return true
	}
	if f := p.tokens[i].word.form; p.initialled(i, i+1) || strings.HasSuffix(f, ".") && initials(strings.TrimSuffix(f, ".")) {
		return true
	}
	if !p.tongue.verbLast || !p.upper(i+1) {
		return false
	}
	if i == s.from && (p.casedName(i) || endsIn(p.tokens[i].word.folded, []string{"ны", "ні"})) && p.hit(i) == nil {
		return true
	}
	if _, n := p.cityCase(i); n > 0 { // "Алматыда Орталық Азия"
		return true
	}
	h := p.hit(i)
	return h != nil && h.state() && p.tokens[i+h.n].shape == acronym && (endsIn(p.tokens[i+h.n-1].word.folded, genitiveKazakh[:]) || p.hit(i+h.n) != nil && p.hit(i+h.n).org())
}

// attendedTo reports a Kazakh meeting in the dative, of which only is told who
// took part in it: "Кездесуге министр қатысты".
func (c *clause) attendedTo(t trigger) bool {
	return c.tongue.verbLast && endsIn(c.tokens[t.at+t.n-1].word.folded, []string{"ге", "ға", "қа", "ке"}) && slices.ContainsFunc(c.verbs, func(u trigger) bool {
		return u.at > t.at && strings.HasPrefix(c.tokens[u.at].word.folded, "қатыс")
	})
}

// possessorBefore gives the person or State in the genitive that stands last
// before token i: "Қазақстанның Атқарушы кеңеске кандидатурасы".
func (c *clause) possessorBefore(i int) []actor {
	for k := len(c.chunks) - 1; k >= 0; k-- {
		ch := &c.chunks[k]
		if a := c.actorAt(k); a != nil && ch.to <= i && ch.kind != anOrg && endsIn(c.tokens[ch.to-1].word.folded, genitiveKazakh[:]) {
			return []actor{*a}
		}
	}
	for k := i; k < c.s.to; k++ { // "Қазақстан Кеңеске өз кандидатурасын ұсынды"
		if c.tokens[k].word.folded == "өз" && len(c.chunks) > 0 {
			if a := c.actorAt(0); a != nil && a.who.kind == aState {
				return []actor{*a}
			}
		}
	}
	return nil
}

// calledBefore reads a Kazakh body whose name stands in quotation marks before
// its head noun: "«Ауыл» партиясы".
func (p *paper) calledBefore(i int, s sentence) *chunk {
	if !p.tongue.verbLast {
		return nil
	}
	end := p.quoted(i, s)
	if end-i < 3 || end-i > maxCalled || end >= s.to {
		return nil
	}
	tg, n := p.at(end, kOrg)
	if tg == nil || p.mask[end]&(1<<kTitle|1<<kEvent) != 0 {
		return nil
	}
	return &chunk{kind: anOrg, from: i, to: end + n, head: tg, name: [2]int{i, end + n}, acronym: -1}
}

// heldByHimLast gives the person for whom "ол" stands before post k, which closes
// what is told of him: "Бұған дейін ол министрліктің вице-министрі болған".
func (p *paper) heldByHimLast(k int, s *sentence) *entity {
	c := &p.chunks[k]
	if s.heading || c.to >= s.to || !strings.HasPrefix(p.tokens[c.to].word.folded, "бол") {
		return nil
	}
	for i := s.from; i < min(c.from, s.from+5); i++ {
		if p.tokens[i].word.folded == "ол" {
			c.post.former = true
			return p.subject
		}
	}
	return nil
}

// tellsOfAnother gives who tells what somebody named after him did, in a sentence that a
// Kazakh verb of telling closes: "Министр Мәжіліс келісімді ратификациялағанын айтты".
func (c *clause) tellsOfAnother(t trigger) *entity {
	if !c.tongue.verbLast || t.noun || t.tag.value != "say" && saidVerbs[t.tag.value] == "" || !endsIn(c.tokens[max(t.at-1, c.s.from)].word.folded, []string{"ғанын", "генін", "қанын", "кенін"}) {
		return nil
	}
	var first *entity
	for k := range c.chunks {
		switch a := c.actorAt(k); {
		case a == nil || c.chunks[k].to > t.at || c.chunks[k].kind != aPost && c.inPost(&c.chunks[k]) || !c.nominative(&c.chunks[k]):
		case first == nil:
			first = a.who
		case a.who != first:
			return first
		}
	}
	return nil
}

// promisedLast reports a Kazakh promise that closes the sentence after what is to be
// held: "отырысты Астанада өткізуге келісті".
func (c *clause) promisedLast(at int) bool {
	return c.tongue.verbLast && slices.ContainsFunc(c.verbs, func(u trigger) bool {
		return !u.noun && u.tag.value == "promise" && u.at > at && endsIn(c.tokens[u.at-1].word.folded, []string{"ға", "ге", "уды", "уді"})
	})
}
