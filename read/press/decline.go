package press

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// given is a form of a Russian given name.
type given struct {
	name   string // nominative
	female bool
}

// givenForms are the forms of the given names of the table in every case; a
// form that is the nominative of one name and a case of another is the nominative.
var givenForms = sync.OnceValue(func() map[string]given {
	forms := map[string]given{}
	var plain []given
	for line := range strings.Lines(names) {
		female := strings.HasPrefix(line, "given.f:")
		if !female && !strings.HasPrefix(line, "given.m:") {
			continue
		}
		_, rest, _ := strings.Cut(line, ":")
		for n := range strings.SplitSeq(rest, "|") {
			if n = fold(strings.TrimSpace(n)); n != "" {
				plain = append(plain, given{n, female})
			}
		}
	}
	for _, g := range plain {
		for _, e := range casesOf(g) {
			forms[e] = g
		}
	}
	for _, g := range plain {
		forms[g.name] = g
	}
	return forms
})

// casesOf gives the oblique forms of a given name by its ending.
func casesOf(g given) []string {
	cut := func(n int, ends ...string) []string {
		stem := g.name
		for range n {
			_, size := utf8.DecodeLastRuneInString(stem)
			stem = stem[:len(stem)-size]
		}
		var out []string
		for _, e := range ends {
			out = append(out, stem+e)
		}
		return out
	}
	last, _ := utf8.DecodeLastRuneInString(g.name)
	switch {
	case strings.HasSuffix(g.name, "ия"):
		return cut(1, "и", "ю", "ей")
	case last == 'я':
		return cut(1, "и", "е", "ю", "ей")
	case last == 'а':
		return cut(1, "ы", "и", "е", "у", "ой", "ей")
	case last == 'ь' && g.female:
		return cut(1, "и", "ью")
	case last == 'й' || last == 'ь':
		return cut(1, "я", "ю", "ем", "е", "и")
	case g.female:
		return nil
	case strings.HasSuffix(g.name, "павел"):
		return []string{"павла", "павлу", "павлом", "павле"}
	case strings.HasSuffix(g.name, "петр"), unicode.IsLetter(last) && !strings.ContainsRune("аеиоуыэю", last):
		return cut(0, "а", "у", "ом", "е", "ем")
	}
	return nil
}

// ending is a case ending of a surname and what stands for it in the nominative.
type ending struct{ have, male, female string }

// surnameEndings turn declined surnames and patronymics into the nominative,
// the longest first; "" leaves the word as it is.
var surnameEndings = []ending{
	{"овичем", "ович", ""}, {"евичем", "евич", ""}, {"овича", "ович", ""}, {"евича", "евич", ""}, {"овичу", "ович", ""}, {"евичу", "евич", ""}, {"овиче", "ович", ""},
	{"овной", "", "овна"}, {"евной", "", "евна"}, {"овну", "", "овна"}, {"евну", "", "евна"}, {"овны", "", "овна"}, {"евны", "", "евна"}, {"овне", "", "овна"}, {"евне", "", "евна"},
	{"ским", "ский", ""}, {"ского", "ский", ""}, {"скому", "ский", ""}, {"ском", "ский", ""}, {"ской", "ской", "ская"}, {"скую", "", "ская"}, {"ого", "ый", ""}, {"ому", "ый", ""},
	{"овым", "ов", ""}, {"евым", "ев", ""}, {"иным", "ин", ""}, {"ыным", "ын", ""}, {"ове", "ов", ""}, {"еве", "ев", ""},
	{"овой", "", "ова"}, {"евой", "", "ева"}, {"иной", "", "ина"}, {"ову", "ов", "ова"}, {"еву", "ев", "ева"}, {"ину", "ин", "ина"},
	{"ова", "ов", "ова"}, {"ева", "ев", "ева"}, {"ина", "ин", "ина"}, {"аем", "ай", ""}, {"еем", "ей", ""}, {"ием", "ий", ""}, {"ом", "", ""}, {"ем", "ь", ""},
}

// nominativeRussian gives a name in the nominative. A given name that is known
// says in which case the whole stands and whose it is; without one, the
// endings that are no nominative say so themselves.
func nominativeRussian(words []string) []string {
	out := append([]string(nil), words...)
	female, oblique, told := false, false, false
	for i, w := range out {
		if g, ok := givenForms()[fold(w)]; ok && !told {
			told, female = true, g.female
			if oblique = g.name != fold(w); oblique {
				out[i] = recase(w, g.name)
			} else { // "Асель" is also an accusative
				oblique = female && !strings.HasSuffix(g.name, "а") && !strings.HasSuffix(g.name, "я")
			}
		}
	}
	if told && !oblique {
		return out
	}
	for i, w := range out {
		if _, ok := givenForms()[fold(w)]; ok && told {
			continue
		}
		out[i] = surname(w, female, told)
	}
	if !told && len(out) > 1 {
		if w := unknownGiven(words); w != words[0] {
			out[0] = w
		}
	}
	return out
}

// unknownGiven gives a given name that the table lacks in the nominative, as
// far as it or the woman's surname after it tells the case: "Шалвой
// Папуашвили", "Айнуры Токтогуловой".
func unknownGiven(words []string) string {
	if stem, ok := strings.CutSuffix(words[0], "ой"); ok {
		return stem + "а"
	}
	last := words[len(words)-1]
	for _, e := range [...]string{"овой", "евой", "иной", "ской"} {
		if !strings.HasSuffix(last, e) {
			continue
		}
		for _, end := range [...]string{"ы", "е", "у"} {
			if stem, ok := strings.CutSuffix(words[0], end); ok {
				return stem + "а"
			}
		}
	}
	return words[0]
}

// surname gives a surname or patronymic in the nominative.
func surname(w string, female, told bool) string {
	if i := strings.LastIndexByte(w, '.'); i > 0 && i < len(w)-1 { // "С.В.Лаврова"
		return w[:i+1] + surname(w[i+1:], female, true)
	}
	folded := fold(w)
	if utf8.RuneCountInString(folded) < 4 || len(folded) != len(w) {
		return w
	}
	for _, e := range surnameEndings {
		if !strings.HasSuffix(folded, e.have) {
			continue
		}
		stem := w[:len(w)-len(e.have)]
		if e.have == "ем" && sibilantLast(stem) { // "Ковачем"
			return stem
		}
		switch {
		case e.male != "" && e.female != "" && !told, female && e.female == "" && e.male != "":
			return w
		case female:
			return stem + e.female
		case e.male == "" && e.female != "":
			return stem + e.female
		}
		return stem + e.male
	}
	if last, n := utf8.DecodeLastRuneInString(folded); told && !female && (last == 'а' || last == 'у') {
		if before, _ := utf8.DecodeLastRuneInString(folded[:len(folded)-n]); strings.ContainsRune("аеиоуыэюя", before) {
			return w // "Нуртлеу" does not decline
		}
		return w[:len(w)-n]
	}
	return w
}

// recase gives the form with the capital of the word.
func recase(word, form string) string {
	r, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(r) {
		return form
	}
	var b strings.Builder
	up := true
	for _, r := range form {
		if up {
			r = unicode.ToUpper(r)
		}
		up = r == '-'
		b.WriteRune(r)
	}
	return b.String()
}

// stemRussian cuts what the cases of a name or title do not share.
func stemRussian(word string) string {
	if g, ok := givenForms()[word]; ok {
		return g.name
	}
	for _, e := range [...]string{"ого", "ому", "ыми", "ими", "ами", "ями", "ым", "им", "ом", "ем", "ой", "ей", "ою", "ую", "ая", "ий", "ый", "ов", "а", "у", "е", "ы", "и", "ю", "я", "ь"} {
		if stem, ok := strings.CutSuffix(word, e); ok && e != "ов" && utf8.RuneCountInString(stem) >= 3 {
			return stem
		}
	}
	return word
}

// nameEndings are the case endings that a Kazakh personal name takes; "нен" is left
// out, in which Finnish surnames end.
var nameEndings = [...]string{"ның", "нің", "дың", "дің", "тың", "тің", "ымен", "імен", "мен", "бен", "пен", "на", "не", "ға", "ге", "қа", "ке", "ны", "ні", "ды", "ді", "ты", "ті", "дан", "ден"}

// nominativeKazakh takes the case ending off the last word of a name.
func nominativeKazakh(words []string) []string {
	out := append([]string(nil), words...)
	if n := len(out) - 1; n >= 0 {
		for _, e := range nameEndings {
			if stem, ok := strings.CutSuffix(out[n], e); ok && utf8.RuneCountInString(stem) >= 4 {
				out[n] = stem
				break
			}
		}
	}
	return out
}

// stemKazakh cuts the case ending off a folded word, and the possessive.
func stemKazakh(word string) string {
	word = nominativeLast(word)
	for _, e := range possessed {
		if stem, ok := strings.CutSuffix(word, e); ok && utf8.RuneCountInString(stem) >= 4 {
			return stem
		}
	}
	return word
}

// titleCase tells the case of the title that stands before the name at token
// from by the ending of its head noun: 'g'enitive, 'd'ative or
// 'i'nstrumental; 0 for the nominative or where nothing tells.
func (p *paper) titleCase(from int) byte {
	if p.tongue.tag != "ru" || p.titleHead < 0 {
		return 0
	}
	if g, ok := givenForms()[p.tokens[from].word.folded]; ok && (g.name != p.tokens[from].word.folded || casesOf(g) != nil) {
		return 0 // the given name tells more
	}
	tg, _ := p.longestBase(p.titleHead)
	if tg == nil {
		return 0
	}
	base, _, _ := strings.Cut(fold(tg.base), " ")
	form := p.tokens[p.titleHead].word.folded
	if form == base || genderOf(base) != 'm' {
		return 0
	}
	switch {
	case hasEnding(form, []string{"ом", "ем", "ым", "им"}):
		if p.chosenAs(p.titleHead) {
			return 'a'
		}
		return 'i'
	case hasEnding(form, []string{"а", "я", "ого", "его"}):
		return 'g'
	case hasEnding(form, []string{"у", "ю", "ому", "ему"}):
		return 'd'
	}
	return 0
}

// chosenAs reports a title in the instrumental that an active verb says somebody is
// made, who follows in the accusative: "утвердила хокимом Зафара Матякубова".
func (p *paper) chosenAs(head int) bool {
	for i := head - 1; i >= max(0, head-3); i-- {
		if tg, _ := p.at(i, kVerb); tg != nil && (tg.value == "appoint" || tg.value == "elect" || tg.value == "approve" || tg.value == "nominate") {
			return hasEnding(p.tokens[i].word.folded, []string{"л", "ла", "ло", "ли"})
		}
		if !p.is(i, kModifier) {
			return false
		}
	}
	return false
}

// caseEndingsOf are, by case, the endings of Russian names and what stands for
// them in the nominative; an ending of a woman's name differs in every case.
var caseEndingsOf = map[byte][]struct{ have, give string }{
	'g': {{"ского", "ский"}, {"ской", "ская"}, {"овой", "ова"}, {"евой", "ева"}, {"иной", "ина"}, {"ого", "ый"}, {"ия", "ий"}, {"ии", "ия"}, {"ея", "ей"}, {"ая", "ай"}, {"ы", "а"}, {"ки", "ка"}, {"я", "ь"}, {"а", ""}, {"у", "а"}, {"ю", "я"}},
	'a': {{"ского", "ский"}, {"скую", "ская"}, {"ого", "ый"}, {"ия", "ий"}, {"ея", "ей"}, {"ая", "ай"}, {"у", "а"}, {"ю", "я"}, {"я", "ь"}, {"а", ""}},
	'd': {{"скому", "ский"}, {"ской", "ская"}, {"овой", "ова"}, {"евой", "ева"}, {"иной", "ина"}, {"ому", "ый"}, {"ию", "ий"}, {"ею", "ей"}, {"аю", "ай"}, {"у", ""}, {"ю", "ь"}, {"е", "а"}},
	'i': {{"ским", "ский"}, {"ской", "ская"}, {"овой", "ова"}, {"евой", "ева"}, {"иной", "ина"}, {"овым", "ов"}, {"евым", "ев"}, {"иным", "ин"}, {"ым", "ый"}, {"ием", "ий"}, {"еем", "ей"}, {"аем", "ай"}, {"ом", ""}, {"ем", "ь"}, {"ой", "а"}, {"ей", "я"}},
}

// inCase gives a name that stands in a known case in the nominative. A name
// that does not decline keeps its form, as its ending is none of the case.
func inCase(words []string, c byte) []string {
	out := append([]string(nil), words...)
	for i, w := range out {
		at := strings.LastIndexByte(w, '.') + 1
		for _, e := range caseEndingsOf[c] {
			if stem, ok := strings.CutSuffix(w[at:], e.have); ok && utf8.RuneCountInString(stem) >= 3 && !(e.have == "у" && vowelLast(stem)) {
				give := e.give
				switch hard := sibilantLast(stem); {
				case hard && e.have == "ей": // "Лашей"
					give = "а"
				case hard && e.have == "ем": // "Ковачем"
					give = ""
				}
				out[i] = w[:at] + stem + give
				break
			}
		}
	}
	return out
}

// vowelLast reports a stem that ends in a vowel: "Нуртлеу" does not decline.
func vowelLast(stem string) bool {
	return strings.ContainsRune("аеиоуыэюя", lastRune(stem))
}

// sibilantLast reports a stem that ends in a sibilant, after which "я" is written "а".
func sibilantLast(stem string) bool {
	return strings.ContainsRune("жшчщц", lastRune(stem))
}

// madeOf reports what somebody is made, told before his name in the
// instrumental: "заместителем министра назначен Хусрав Нозири".
func (p *paper) madeOf(c, name *chunk) bool {
	if p.tongue.verbLast { // "елшісі болып Ерлан Бәйжанов тағайындалды"
		return name.from-c.to == 1 && p.is(c.to, kRole)
	}
	if p.tongue.tag != "ru" || !hasEnding(p.tokens[c.post.title[0]].word.folded, []string{"ом", "ем", "ым", "им", "ой", "ей"}) {
		return false
	}
	v := c.to
	for v < name.from && (p.is(v, kAdverb) || p.is(v, kOrdinal) || p.tokens[v].word.in(termWords)) { // "на второй срок переизбран"
		v++
	}
	if tg, _ := p.at(v, kVerb); v >= name.from || !p.tokens[v].word.in(becomes) && (tg == nil || tg.value != "appoint" && tg.value != "elect") {
		return false
	}
	for v++; v < name.from; v++ {
		if p.tokens[v].shape == mark && !p.mark(v, "-") || p.is(v, kVerb) || p.tokens[v].shape == number {
			return false
		}
	}
	return name.from-c.to <= maxBetween
}

var (
	becomes   = forms("стал стала станет остается остался осталась")
	termWords = forms("на срок этом посту новый очередной")
)

// maxBetween bounds the tokens between an office and who is made its holder, whose
// former office may stand there.
const maxBetween = 10

// secondName reports whether a new full name begins at token at, right after
// the name and surname from i: neither a patronymic nor a part of a long name.
func (p *paper) secondName(i, at int) bool {
	if !p.surnamed(i, at) || at+1 >= len(p.tokens) || !p.upper(at) || !p.upper(at+1) {
		return false
	}
	w := p.tokens[at+1].word.folded
	return !hasEnding(w, []string{"ич", "вна", "ича", "ичем", "вной", "вны", "ичу", "вне"}) && !hasEnding(p.tokens[at].word.folded, []string{"ич", "вна", "ича", "ичем", "вной", "вны", "ичу"}) && len(p.givenForm(i)) > 0
}

// givenForm gives the given name that token i is a form of, or "".
func (p *paper) givenForm(i int) string {
	return givenForms()[p.tokens[i].word.folded].name
}

// writtenParticle reports whether an article or particle of at most four letters
// is written with a hyphen before the rest of a name: "аль-Хусейни", "ka-Mahlalela".
func (p *paper) writtenParticle(i int) int {
	if p.tokens[i].shape != lower {
		return 0
	}
	before, rest, ok := strings.Cut(p.tokens[i].word.form, "-")
	if r, _ := utf8.DecodeRuneInString(rest); !ok || !unicode.IsUpper(r) || utf8.RuneCountInString(before) > 4 || bound.has(before) {
		return 0
	}
	return 1
}

// district gives the end of the federal district where an envoy of the
// President sits: "в Северо-Западном федеральном округе".
func (p *paper) district(c *chunk, i int) int {
	if p.tongue.tag != "ru" || i+3 >= len(p.tokens) || !p.is(i, kIn) || !p.upper(i+1) || p.tokens[i+2].word.folded != "федеральном" || p.tokens[i+3].word.folded != "округе" {
		return i
	}
	c.post.title[1] = i + 4
	return i + 4
}

// seat steps over the city where an envoy has his seat: "Посол Ирака в Москве".
func (p *paper) seat(c *chunk, i int) int {
	if _, n := p.cityCase(i); n > 0 && p.tongue.caseless && c.post.tag.value == "envoy" && c.post.body != nil { // "بالرباط"
		return i + n
	}
	_, in := p.at(i, kIn)
	if end := p.district(c, i); end > i {
		return end
	}
	if _, n := p.at(i, kTo); n > 0 && p.tongue.caseless { // "لدى القاهرة"
		in = n
	}
	_, n := p.at(i+in, kCity)
	if in == 0 || n == 0 || p.tongue.capitals || c.post.tag.value != "envoy" || c.post.body == nil {
		return i
	}
	for _, e := range p.files.Lookup(p.city(i+in, n)) {
		if e.Schema == "State" { // "в Тунисе", as the city is called
			p.hold(c.post, p.cast.state(p, &hit{n: n, entry: e}, i+in, i+in+n, false), true)
		}
	}
	return i + in + n
}

// within reports whether a gathering is only named as whose another one is:
// "сессия Генеральной конференции".
func (c *clause) within(t trigger) bool {
	if c.tongue.capitals {
		return false
	}
	for _, u := range c.verbs {
		if u.noun && u.at+u.n <= t.at && t.at-u.at-u.n <= 3 && (u.tag.value == "session" || u.tag.value == "conference") && c.onlyNames(u.at+u.n, t.at) {
			return true
		}
	}
	return false
}

// onlyNames reports whether no mark, verb or conjunction stands between two tokens.
func (c *clause) onlyNames(from, to int) bool {
	for i := from; i < to; i++ {
		if c.tokens[i].shape == mark || c.is(i, kVerb) || c.is(i, kAnd) {
			return false
		}
	}
	return true
}

// roster gives each name of a Russian list, with its State in brackets, the
// office that its plural names before: "вручили послы двух государств: Мадина
// Оразбаева (Республика Казахстан) и Рафаэль Кандиоти (Уругвай)".
func (p *paper) roster(s *sentence, hold func(c *chunk, name chunk)) {
	var many *chunk
	for k := s.c0; k < s.c1 && p.tongue.tag == "ru"; k++ {
		c := &p.chunks[k]
		if b := &p.chunks[max(k-1, s.c0)]; many != nil && c.kind == aPerson && c.who != nil && b.kind == aState && !b.adj && b.to == c.from && b.from >= many.to && p.amongOfficers(b.from, *s) { // "послы Чада Анри Бийо и Перу Ева Новак"
			own, q := *many, *many.post
			q.body, q.bodies, q.listed, own.post, own.who = b.who, []*entity{b.who}, true, &q, c.who
			hold(&own, *c)
			continue
		}
		if c.kind == aPost && c.post.tag.kind == kTitle && (p.manyInRussian(c.post.head) || c.who == nil && pluralRussian(p.tokens[c.post.head].word.folded)) {
			many = c
		}
		if tg, _ := p.at(c.from, kTitle); c.kind == aSide && c.to == c.from+1 && tg != nil { // "послы" of a list
			to := max(c.to, p.portfolioRun(c.to, *s)) // "министры обороны Чада Анри Бийо и Перу Ева Новак"
			many = &chunk{kind: aPost, from: c.from, to: to, acronym: -1, post: &post{title: [2]int{c.from, to}, head: c.from, tag: tg, full: true}}
		}
		end := p.countryIn(c.to, *s)
		if many == nil || c.kind != aPerson || c.who == nil || end == c.to || p.titledBefore(k, s) {
			continue
		}
		for n := k + 1; n < s.c1 && p.chunks[n].from < end; n++ {
			if b := &p.chunks[n]; b.kind == aState || b.kind == anOrg {
				own, q := *many, *many.post
				q.body, q.bodies, q.listed, own.post = b.who, []*entity{b.who}, true, &q
				own.who = c.who
				hold(&own, *c)
				break
			}
		}
	}
}

// pluralRussian reports a noun in the plural by its ending.
func pluralRussian(w string) bool {
	return hasEnding(w, []string{"ы", "ов", "ам", "ами", "ах", "ели", "елей", "елям", "елями"})
}
