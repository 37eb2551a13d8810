package press

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// What the reader knows of Arabic beyond its table: particles written with
// the word, the verb before its subject, names without capitals, and the
// construct, in which a noun without the article leans on the next.

// unprefixed gives words without the particles that are written with the
// first of them: "ووزير" is "and minister", "للأمم" is "of the Nations".
func (p *paper) unprefixed(from, to int) string {
	s := p.say(from, to)
	w := p.tokens[from].word.form
	lex := p.tongue.lexicon
	if h := p.hit(from); h != nil && h.start > int(p.tokens[from].start) {
		return strings.TrimSpace(s[h.start-int(p.tokens[from].start):])
	}
	for range 2 {
		if rest, ok := strings.CutPrefix(w, "لل"); ok && (len(lex.ids(fold("ال"+rest))) > 0 || polityNouns.has(fold("ال"+rest))) {
			return "ال" + rest + s[len(w):]
		}
		if p.tongue.standsAlone(fold(w)) || len(lex.ids(fold(w))) > 0 && !p.tongue.particledWord(fold(w)) {
			return s
		}
		rest, ok := "", false
		for _, particle := range [...]string{"و", "ف", "ب", "ك", "ل"} {
			if rest, ok = strings.CutPrefix(w, particle); ok {
				break
			}
		}
		if !ok {
			return p.say(from, to)
		}
		if strings.HasPrefix(w, "لل") && from+1 < len(p.tokens) && attributive(p.tokens[from+1].word.folded) && p.is(from, kOrg) { // "للجنة المشتركة"
			return "ال" + rest + s[len(w):]
		}
		if strings.HasPrefix(w, "لل") && len(lex.ids(fold("ا"+rest))) > 0 {
			return "ا" + rest + s[len(w):]
		}
		s, w = rest+s[len(w):], rest
	}
	if len(lex.ids(fold(w))) > 0 {
		return s
	}
	return p.say(from, to)
}

// standsAlone reports a folded word that the table has by itself, and not only in its
// phrases or among the words of grammar: "ولاية", but not "لولاية".
func (t *tongue) standsAlone(w string) bool {
	id, ok := t.lexicon.words[w]
	return ok && slices.ContainsFunc(t.lexicon.tags[t.lexicon.next[edge{0, id}]], func(tg tag) bool { return tg.kind != kStop })
}

// particledWord reports a folded word that the table has by itself without the one or
// two particles written with it: "لولاية", "ولمجلس".
func (t *tongue) particledWord(w string) bool {
	for range 2 {
		r, n := utf8.DecodeRuneInString(w)
		if !strings.ContainsRune("وفبكل", r) {
			return false
		}
		if w = w[n:]; t.standsAlone(w) {
			return true
		}
	}
	return false
}

// definiteWord reports whether a word has the article.
func definiteWord(w string) bool {
	return strings.HasPrefix(w, "ال") || strings.HasPrefix(w, "لل") || strings.HasPrefix(w, "بال") || strings.HasPrefix(w, "وال")
}

// attributive reports whether a word has the article, as an adjective has that
// follows a definite noun: "الأمني", "الشخصية".
func attributive(w string) bool {
	rest, ok := strings.CutPrefix(w, "ال")
	return ok && len(rest) > 4
}

// leaning are the classes that a word of a construct is not of.
const leaning = 1<<kStop | 1<<kVerb | 1<<kIn | 1<<kWith | 1<<kBy | 1<<kAbout | 1<<kPronoun | 1<<kTo | 1<<kFuture | 1<<kPast | 1<<kNot | 1<<kDuring | 1<<kTitle | 1<<kHonorific | 1<<kEvent | 1<<kRole | 1<<kAnd | 1<<kSide | 1<<kCity

// construct gives the end of the words at j that go on the name of a body or
// an instrument in Arabic: nouns that lean on one with the article ("حقوق
// الطفل"), then adjectives with the article.
func (p *paper) construct(j, head int, first bool, s sentence) int {
	if !p.tongue.caseless || j >= s.to || p.tokens[j].shape != script {
		return j
	}
	h := p.hit(j)
	if h != nil && h.state() && h.adjective && (definiteWord(p.tokens[head].word.folded) || j > head+1 && definiteWord(p.tokens[j-1].word.folded)) {
		return j + h.n
	}
	w := p.tokens[j].word.folded
	open := (p.mask[j]&leaning == 0 || first && p.leansOn(j, head)) && h == nil && !belonging.has(w)
	if !open {
		return j
	}
	if !first || definiteWord(p.tokens[head].word.folded) || j > head+1 && definiteWord(p.tokens[j-1].word.folded) { // "مجلس الأمة" is whole
		if p.adjectiveAt(j) && p.agrees(j, head) {
			return j + 1
		}
		return j
	}
	for i := j; i < min(s.to, j+3); i++ {
		w := p.tokens[i].word.folded
		if _, n := p.at(i, kCity); n > 0 && i > j && !p.particled(i) && !p.joinedParticle(i) { // "هيئة قناة السويس"
			return i + n
		}
		if _, day := p.dateAt(i); day > i || p.deedAfterParticle(w) { // "لجنة مشتركة لمتابعة التنفيذ"
			return j
		}
		if p.tokens[i].shape != script || p.mask[i]&leaning != 0 && !(i == j && p.leansOn(j, head)) || strings.HasPrefix(w, "وال") || strings.HasPrefix(w, "بال") { // "مجمع سوناطراك والمؤسسة"
			return j
		}
		if definiteWord(p.tokens[i].word.folded) {
			return i + 1
		}
	}
	return j
}

// leansOn reports a noun with the article at token j on which an indefinite head right
// before it leans, though elsewhere it is a word of a topic: "لجنة العلاقات الخارجية".
func (p *paper) leansOn(j, head int) bool {
	if j != head+1 || p.mask[j]&leaning&^(1<<kStop) != 0 || definiteWord(p.tokens[head].word.folded) || !attributive(p.tokens[j].word.folded) {
		return false
	}
	_, to := p.dateAt(j)
	return to == j
}

// organOf gives the end of the body of which a head noun that leans on it names an
// organ: "مجلس جامعة الدول العربية", "مجموعة البنك الدولي".
func (p *paper) organOf(j, head int) int {
	h := p.hit(j)
	if tg, n := p.at(j, kOrg); h == nil && p.tongue.caseless && tg != nil && tg.alone() && !definiteWord(p.tokens[head].word.folded) && p.tongue.standsAlone(p.tokens[j].word.folded) { // "مجمع سوناطراك"
		return j + n
	}
	if !p.tongue.caseless || h == nil || !h.org() || h.acronym || definiteWord(p.tokens[head].word.folded) || h.start > int(p.tokens[j].start) {
		return j
	}
	return j + h.n
}

// adjectiveAt reports a word with the article that is no noun of a body, an
// instrument or an office: "المجلس القانون" are two.
func (p *paper) adjectiveAt(j int) bool {
	w := p.tokens[j].word.folded
	return attributive(w) && p.mask[j]&(1<<kInstrument|1<<kOrg) == 0 && !(p.is(j, kWeak) && !strings.HasSuffix(w, "ي"))
}

// agrees reports an adjective at token j that can be of a noun of the name that
// begins at token head: a masculine one is of none where all are feminine, as in
// "ستمول الوكالة الفرنسية للتنمية المشروع".
func (p *paper) agrees(j, head int) bool {
	if w := p.tokens[j].word.folded; feminine(w) || strings.HasSuffix(w, "ا") || strings.HasSuffix(w, "اء") { // "العليا", "الخضراء"
		return true
	}
	for i := head; i < j; i++ {
		if !feminine(p.tokens[i].word.folded) {
			return true
		}
	}
	return false
}

// feminine reports a word with the ending of the feminine or of a plural that takes
// feminine adjectives: "الوكالة", "الولايات".
func feminine(w string) bool {
	return strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "ات")
}

// belonging are the words that say of what body the one just named is a part.
var belonging = forms("التابعه التابع المنبثقه المنبثق التابعين التابعتين")

// masdar are the nouns of founding, which may tell what is only wished.
var masdar = forms("تاسيس انشاء لانشاء بانشاء وانشاء لتاسيس وتاسيس")

// belongings cuts the name of a body before the words that say whose it is,
// though the authority files know the whole: two bodies are named.
func (p *paper) belongings() {
	for k := range p.hits {
		h := &p.hits[k]
		for i := h.from + 2; i < h.from+h.n; i++ {
			if p.tokens[i].word.in(belonging) {
				h.n = i - h.from
			}
		}
	}
}

// joinedConstruct gives the end of a second matter that "و" joins to the name
// of an instrument: "حقوق الإنسان وسيادة القانون".
func (p *paper) joinedConstruct(j int) int {
	if !p.tongue.proclitic || p.tokens[j].shape != script || p.hit(j) != nil || p.mask[j]&(leaning|1<<kOrg|1<<kInstrument|1<<kGiven) != 0 {
		return j
	}
	w, ok := strings.CutPrefix(p.tokens[j].word.folded, "و")
	switch {
	case !ok:
		return j
	case attributive(w):
		return j + 1
	case strings.HasSuffix(w, "ه") && j+1 < len(p.tokens) && attributive(p.tokens[j+1].word.folded) && p.mask[j+1]&leaning == 0:
		return j + 2
	}
	return j
}

// ofBody gives the end of the body after "ل" whose charter is named: "النظام
// الأساسي للمنظمة".
func (p *paper) ofBody(j int, tg *tag) int {
	if !p.tongue.proclitic || tg.value != "charter" || !strings.HasPrefix(p.tokens[j].word.folded, "لل") || !p.is(j, kOrg) {
		return j
	}
	return j + 1
}

// suffixed reports a verb whose object is the noun before "which": "التي اعتمدها".
func (c *clause) suffixed(t trigger) bool {
	f := c.tokens[t.at].word.folded
	return c.tongue.proclitic && c.is(t.at-1, kPronoun) && (strings.HasSuffix(f, "ه") || strings.HasSuffix(f, "ها") || strings.HasSuffix(f, "هما"))
}

// headWord gives the head noun at token i as the cast keeps it, without the
// particles written with it: "لمنظمة", "والمنظمة".
func (p *paper) headWord(i int) string {
	if !p.tongue.proclitic {
		return p.tongue.stem(p.tokens[i].word.folded)
	}
	return p.tongue.stem(fold(p.unprefixed(i, i+1)))
}

// ownName reports whether what follows the head noun of an instrument makes a
// name of its own where nothing is written with capitals: what a law is on,
// what a treaty or declaration is called.
func (p *paper) ownName(head, to int, tg *tag) bool {
	if p.tongue.capitals {
		return false
	}
	if p.mark(to-1, "»") || p.mark(to-1, "”") || p.mark(to-1, "\"") {
		return true
	}
	switch tg.value {
	case "law", "treaty", "charter":
		return true
	case "strategy", "declaration", "plan", "agreement", "programme":
		if p.tongue.caseless && to-head > 3 && definiteWord(p.tokens[head+1].word.folded) { // "خطة العمل في مجال حقوق الإنسان"
			return true
		}
		return p.tongue.caseless && (definiteWord(p.tokens[head].word.folded) || p.is(head+1, kCity))
	case "resolution", "decree":
		return p.tokens[to-1].shape == number
	}
	return false
}

// joinedField gives the token after a field of work that the table does not
// know, joined to the one before it: "وزير الصناعة والتجارة والتموين".
func (p *paper) joinedField(i int) int {
	if !p.tongue.caseless || i >= len(p.tokens) || p.hit(i) != nil {
		return i
	}
	w := p.tokens[i].word.folded
	if strings.HasPrefix(w, "وال") && p.mask[i]&(1<<kTitle|1<<kHonorific|1<<kVerb|1<<kOrg|1<<kCity|1<<kEvent|1<<kGiven|1<<kStop|1<<kWeak) == 0 {
		return i + 1
	}
	if rest, ok := strings.CutPrefix(w, "و"); ok && (masdarLike(rest) || fieldNouns.has(rest)) && i+1 < len(p.tokens) && attributive(p.tokens[i+1].word.folded) && p.mask[i+1]&(1<<kTitle|1<<kHonorific|1<<kCity|1<<kGiven) == 0 {
		return i + 2 // "وزير الزراعة واستصلاح الأراضي"
	}
	return i
}

// titleOfBody gives the words of a title that a body's name follows of which a
// longer title would take the first: "رئيس [مجلس نواب الشعب]"; 0 for none.
func (p *paper) titleOfBody(i, long int, s sentence) int {
	if !p.tongue.caseless || long < 2 {
		return 0
	}
	for _, m := range p.matches[p.first[i]:p.first[i+1]] {
		n := int(m.n)
		if h := p.hit(i + n); m.tag.kind == kTitle && n < long && h != nil && h.state() && !definiteWord(p.tokens[i+n].word.folded) && i+n+h.n > i+long { // "رئيس [جمهورية الصين الشعبية]"
			return n
		}
		if m.tag.kind != kTitle || n >= long || !p.is(i+n, kOrg) {
			continue
		}
		if c, end := p.headedOrgCaseless(i+n, s); c != nil && end > i+long {
			return n
		}
	}
	return 0
}

// nisba reports a surname that is also the adjective of a State, in a name that begins
// at token i: with the article after two names, "محمد شياع السوداني"; without it, which
// an adjective of a name would have, after a given name or in the name after a post.
func (p *paper) nisba(i, at, names int) bool {
	h := p.hit(at)
	if names == 0 || h == nil || h.n > 1 || !h.state() || !h.adjective {
		return false
	}
	n := len(p.chunks) - 1
	post := n >= 0 && p.chunks[n].kind == aPost && p.chunks[n].to == i
	if definiteWord(p.tokens[at].word.folded) {
		return names > 1 || post && !p.is(at+1, kGiven)
	}
	return p.is(at-1, kGiven) || post
}

// surnameAfterTitle reads a surname alone right after a title, an honorific or a verb:
// "الوزير الشمالي", "السيد عطاف", "ووعدت جورجيو".
func (p *paper) surnameAfterTitle(i int) *chunk {
	spoken := p.is(i-1, kVerb) && p.mask[i]&^(1<<kGiven) == 0 && p.hit(i) == nil
	if i == 0 || !p.is(i-1, kTitle) && !p.is(i-1, kHonorific) && !spoken || p.is(i, kTitle) {
		return nil
	}
	if e := p.cast.find(p.nameParts(i, i+1)); e != nil {
		return &chunk{kind: aPerson, from: i, to: i + 1, who: e, acronym: -1}
	}
	return nil
}

// cityTail gives the end of the city that an instrument without capitals is
// called after: "إعلان إسلام آباد".
func (p *paper) cityTail(j, head int, tg *tag) int {
	_, n := p.at(j, kCity)
	if n == 0 || !p.tongue.caseless || j != head+1 {
		return j
	}
	switch tg.value {
	case "declaration", "treaty", "agreement", "charter", "plan", "programme":
		return j + n
	}
	return j
}

// polity reports whether a word says what form of State a name is of: "the
// Republic", "Kingdom"; particles may be written with it.
func (p *paper) polity(i int) bool {
	w := p.tokens[i].word.folded
	for _, particle := range [...]string{"و", "ف", "ب", "ل", "ال"} {
		w = strings.TrimPrefix(w, particle)
	}
	w = strings.TrimPrefix(w, "ل") // "للجمهورية"
	switch w {
	case "جمهوريه", "مملكه", "دوله", "سلطنه", "اماره":
		return true
	}
	return false
}

// polityWord reports an adjective that the long name of a State has besides
// that of its people: "الديمقراطية الشعبية".
func (p *paper) polityWord(i int) bool {
	if i >= len(p.tokens) {
		return false
	}
	switch p.tokens[i].word.folded {
	case "الاسلاميه", "العربيه", "الديمقراطيه", "الديموقراطيه", "الشعبيه", "الاتحاديه", "الفيدراليه", "الاشتراكيه", "الهاشميه", "المتحده", "البوليفاريه":
		return true
	}
	return false
}

// polities takes the long names of States together, which the authority files
// do not all hold in every form: "الجمهورية الإسلامية الإيرانية".
func (p *paper) polities() {
	for i := range p.tokens {
		if !p.polity(i) {
			continue
		}
		h := p.hit(i)
		j := i + 1
		for h == nil && p.polityWord(j) && j < i+3 {
			j++
		}
		if own := p.hit(j); h == nil && own != nil && own.state() {
			p.hitAt[i] = int32(len(p.hits))
			p.hits = append(p.hits, hit{i, j - i + own.n, own.entry, false, false, int(p.tokens[i].start)})
			p.mask[i] |= 1 << kState
			h = p.hit(i)
		}
		for h != nil && h.state() && p.polityWord(i+h.n) {
			h.n++
		}
	}
}

// declaresToStand reports who declares, outside English, that he stands for
// something himself: "أعلنت تركيا ترشيحها", "a annoncé sa candidature".
func (c *clause) declaresToStand(t trigger) bool {
	if c.tongue.capitals {
		return false
	}
	for _, u := range c.verbs {
		if u.at > t.at && u.at <= t.at+8 && !u.noun && (u.tag.value == "stand" || u.tag.value == "nominate") {
			for i := t.at; i < u.at; i++ {
				switch c.tokens[i].word.folded {
				case "que", "qu'", "что", "ان":
					return false
				}
			}
			return true
		}
	}
	return false
}

// cityCase gives the city at token i whose own form says that something is
// there: "بالقاهرة", "Астанада".
func (p *paper) cityCase(i int) (string, int) {
	tg, n := p.at(i, kCity)
	if n == 0 || p.tokens[i].shape == lower {
		return "", 0
	}
	switch {
	case p.tongue.proclitic && strings.HasPrefix(p.tokens[i].word.folded, "بال"):
		return p.unprefixed(i, i+n), n
	case p.tongue.verbLast && i+n < len(p.tokens) && p.tokens[i+n].word.folded == "қаласында": // "Вена қаласында"
		return p.city(i, n), n
	case p.tongue.verbLast && hasEnding("xxx"+p.tokens[i+n-1].word.folded, []string{"да", "де", "та", "те", "дағы", "дегі", "тағы", "тегі"}):
		if tg.show != "" {
			return tg.show, n
		}
		return p.city(i, n), n
	}
	return "", 0
}

// predicate reports whether a title stands in the accusative, as what somebody
// is made: "عين فلان سفيرا".
func (p *paper) predicate(c *chunk) bool {
	return p.tongue.caseless && strings.HasSuffix(p.tokens[c.post.title[0]].word.folded, "ا")
}

// appoints reports the title of a head of State between an Arabic verb of appointing and
// whom he appoints: "عين الملك أحمد المنصور سفيرا".
func (p *paper) appoints(c, name *chunk) bool {
	tg, _ := p.at(c.from-1, kVerb)
	return p.tongue.verbFirst && tg != nil && tg.value == "appoint" && p.tokens[c.post.head].word.in(sovereigns) && p.is(name.to, kTitle) && strings.HasSuffix(p.tokens[name.to].word.folded, "ا")
}

// sovereigns are the titles of those who appoint and whom nobody appoints.
var sovereigns = forms("الملك السلطان الامير الرئيس العاهل")

// subjectAfter gives who stands right after a verb that precedes its subject.
func (c *clause) subjectAfter(at int) []actor {
	from := at + 1
	for _, t := range c.verbs {
		if t.at == at && !t.noun {
			from = max(from, at+t.n)
		}
	}
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.from < from {
			continue
		}
		if ch.kind == aSide && ch.from == from {
			return c.sides(ch)
		}
		if ch.from-from > 1 {
			return nil
		}
		if ch.kind == anInstrument || ch.kind == aDate || ch.kind == aPlace {
			if c.tongue.verbFirst {
				continue
			}
			return nil
		}
		end := ch.to
		for i := end; i < min(c.s.to, end+12) && c.tongue.verbFirst; i++ { // the list of subjects, up to a preposition or the object
			if c.is(i, kWith) || c.is(i, kInstrument) || c.is(i, kIn) || c.tokens[i].shape == mark {
				break
			}
			end = i + 1
		}
		persons, parties := c.actors(ch.from, end)
		return append(persons, parties...)
	}
	return nil
}

// pastSubject gives the token after the subject, and whom it is with, that
// stand between a verb and its object.
func (c *clause) pastSubject(at int) int {
	if !c.tongue.verbFirst {
		return at
	}
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.kind == anInstrument || ch.from < at || ch.kind == anOrg && ch.from > at {
			continue
		}
		if ch.from > at+6 {
			break
		}
		if ch.from == at || c.is(at, kWith) || c.is(at, kIn) || c.mark(at, "،") || ch.kind == aPerson && c.only(at, ch.from, true) || ch.kind == aDate {
			at = max(at, ch.to)
			for c.mark(at, "،") || c.mark(at, ",") {
				at++
			}
		}
	}
	if _, n := c.at(at, kDuring); n > 0 && c.is(at+n, kEvent) { // "خلال اللقاء"
		_, m := c.at(at+n, kEvent)
		at += n + m
	}
	return at
}

// destination gives a visit the city named soon after its trigger, where the
// prepositions of place do not tell it.
func (c *clause) destination(t trigger, e *event) {
	from, to := t.at+t.n, min(c.s.to, t.at+t.n+5)
	if c.tongue.verbLast {
		from, to = max(c.s.from, t.at-3), t.at
	}
	for i := from; i < to && e.place == "" && !c.tongue.capitals; i++ {
		if _, n := c.at(i, kCity); n > 0 && c.tokens[i].shape != lower {
			e.place, e.placeAt = c.city(i, n), c.bytes(i, i+n)
		}
	}
}

// joinedParticle reports whether a conjunction or preposition is written with
// the definite noun at i, so that no name goes on there.
func (p *paper) joinedParticle(i int) bool {
	w := p.tokens[i].word.folded
	if strings.HasPrefix(w, "ب") && strings.HasSuffix(w, "ها") && len(w) > 8 { // "بمكتبها"
		return true
	}
	for _, particle := range [...]string{"وال", "بال", "فال", "كال", "لل"} {
		if strings.HasPrefix(w, particle) && !p.is(i, kGiven) {
			return true
		}
	}
	return !p.is(i, kGiven) && p.deedAfterParticle(w)
}

// honorificSurname reports an honorific with the article at token i that no name follows
// and that is a surname therefore: "بدر السيد اتصالا".
func (p *paper) honorificSurname(i int) bool {
	return p.is(i, kHonorific) && p.is(i-1, kGiven) && definiteWord(p.tokens[i].word.folded) && !p.is(i+1, kGiven) && !p.is(i+1, kHonorific) && !p.is(i+1, kTitle)
}

// mannerAt reports a noun of manner with its preposition, or one that says whose it is,
// which begins no name though it follows an office: "وجه الوزير بسرعة الانتهاء".
func (p *paper) mannerAt(i int) bool {
	w := p.tokens[i].word.folded
	if strings.HasSuffix(p.tokens[i].word.form, "ه") && len(w) >= 10 && !p.is(i, kGiven) && !p.nameFollows(i+1, sentence{to: len(p.tokens)}) { // "باشر الفريق أعماله"
		return true
	}
	return strings.HasPrefix(w, "ب") && strings.HasSuffix(w, "ه") && len(w) > 8 && !p.is(i, kGiven) && i+1 < len(p.tokens) && definiteWord(p.tokens[i+1].word.folded)
}

// givenAnyway reports a given name at token i that is also a word of grammar, where a name
// is looked for: spelled as only the name is ("علي", not "على"), before a surname.
func (p *paper) givenAnyway(i int, s sentence) bool {
	return p.is(i, kGiven) && p.is(i, kStop) && !strings.HasSuffix(p.tokens[i].word.form, "ى") && p.nameFollows(i+1, s)
}

// particled reports a preposition written with the city at token i: "بجدة".
func (p *paper) particled(i int) bool {
	w := p.tokens[i].word.folded
	_, own := p.tongue.lexicon.words[w]
	return p.tongue.proclitic && !own && strings.HasPrefix(w, "ب")
}

// titledBefore reports whether a post stands right before the person of chunk n.
func (p *paper) titledBefore(n int, s *sentence) bool {
	for k := n - 1; k >= s.c0; k-- {
		if c := &p.chunks[k]; c.kind == aPost && c.to <= p.chunks[n].from {
			return p.only(c.to, p.chunks[n].from, false)
		}
	}
	return false
}

// nameFollows reports whether another word of a name stands at i.
func (p *paper) nameFollows(i int, s sentence) bool {
	return i < s.to && p.tokens[i].shape == script && p.mask[i]&^(1<<kGiven|1<<kParticle|1<<kPatronymic) == 0 && !p.joinedParticle(i) && p.hit(i) == nil
}

// agencyLead gives the token after the place and agency that open an Arabic
// report ("الدوحة - قنا:"), whose names take part in nothing.
func (c *clause) agencyLead() int {
	for i := c.s.from; i < min(c.s.to, c.s.from+9); i++ {
		if c.mark(i, ")") && (c.mark(i+1, "-") || c.mark(i+1, "–") || c.mark(i+1, "—")) { // "(بترا)-"
			return i + 2
		}
		if c.mark(i, ":") || c.mark(i, "/") && i > c.s.from+3 || (c.mark(i, "-") || c.mark(i, "–") || c.mark(i, "—")) && c.dayEnds(i) {
			return i + 1
		}
		if c.is(i, kVerb) {
			break
		}
	}
	return c.s.from
}

// dayEnds reports a date that ends right before token i: "الرياض 5 مارس 2024 –".
func (c *clause) dayEnds(i int) bool {
	return slices.ContainsFunc(c.chunks, func(ch chunk) bool { return ch.kind == aDate && ch.to == i })
}

// ofEarlierDeed reports the date of an Arabic participle with the article, which tells of
// an instrument when it was signed or issued, and of nothing else: "الموقعة في 2018".
func (c *clause) ofEarlierDeed(d *chunk, at int) bool {
	return c.tongue.verbFirst && slices.ContainsFunc(c.verbs, func(u trigger) bool {
		return !u.noun && u.at != at && dated[u.tag.value] && definiteWord(c.tokens[u.at].word.folded) && u.at < d.from && d.from-u.at-u.n <= 2
	})
}

// stemArabic cuts the article off a folded word.
func stemArabic(word string) string {
	if rest, ok := strings.CutPrefix(word, "ال"); ok && len(rest) >= 6 {
		return rest
	}
	return word
}

// commonName reports a given name that is also the noun of a place: "مدينة".
func (p *paper) commonName(i int) bool {
	return p.is(i, kPlace) && p.mask[i]&^(1<<kGiven|1<<kParticle|1<<kIn|1<<kPlace) == 0
}

// namedAfter reports whether the noun of an appointment or an election stands
// before token i, so that a name is what follows: "تعيين فلان سفيرا".
func (p *paper) namedAfter(i int) bool {
	if i == 0 {
		return false
	}
	switch p.tokens[i-1].word.folded {
	case "تعيين", "بتعيين", "انتخاب", "ترشيح", "ترشح", "بترشيح", "لترشيح", "بانتخاب", "برئاسه", "بقياده":
		s := sentence{to: len(p.tokens)}
		return !definiteWord(p.tokens[i].word.folded) && (p.nameFollows(i, s) || p.commonName(i) && p.nameFollows(i+1, s))
	}
	return false
}

// deedAfterParticle reports a noun of a deed with a preposition or conjunction
// written to it, which is no name: "لتعزيز", "باستضافة", "ومناقشة".
func (p *paper) deedAfterParticle(w string) bool {
	rest := strings.TrimPrefix(w, "و")
	for _, particle := range [...]string{"ل", "ب", "ف"} {
		if cut, ok := strings.CutPrefix(rest, particle); ok && masdarLike(cut) {
			return true
		}
	}
	return rest != w && masdarLike(rest)
}

// masdarLike reports a noun of a deed by its pattern: تفعيل, مفاعلة, افتعال,
// استفعال, إفعال, فعالة.
func masdarLike(w string) bool {
	r := []rune(w)
	switch n := len(r); {
	case strings.HasPrefix(w, "است"):
		return n >= 6
	case n == 5 && r[0] == 'ت' && r[3] == 'ي', n == 6 && r[0] == 'م' && r[2] == 'ا' && r[5] == 'ه', n == 6 && r[0] == 'ا' && r[2] == 'ت' && r[4] == 'ا', n == 5 && r[0] == 'ا' && r[1] != 'ل' && r[3] == 'ا', n == 5 && r[2] == 'ا' && r[4] == 'ه', n == 4 && r[2] == 'و' && r[0] != 'م' && r[3] != 'ا':
		return true
	}
	return false
}

// fieldNouns lean on a definite noun in the name of a field of work.
var fieldNouns = forms("شوون شؤون حقوق حمايه تنميه تقنيه امن علوم")

// anotherBegins reports a given name with "and" written to it, which begins the
// next name of a list: "جورج مطر وأنطوانيت الشدياق".
func (p *paper) anotherBegins(at int) bool {
	w := p.tokens[at].word.folded
	rest, ok := strings.CutPrefix(w, "و")
	return ok && !p.isGiven(w) && len(rest) > 4 && (p.isGiven(rest) || p.tokens[at].shape == script && p.nameEndsAt(at+1))
}

// isGiven reports a given name of the tables, nothing cut off.
func (p *paper) isGiven(w string) bool { return p.tongue.only(kGiven, w) != nil }

// nameEndsAt reports a surname with the article at token i.
func (p *paper) nameEndsAt(i int) bool {
	return i < len(p.tokens) && p.tokens[i].shape == script && strings.HasPrefix(p.tokens[i].word.folded, "ال") && p.mask[i] == 0
}

// surnameEnds reports whether a name that began at i ended before token at in a
// surname with the article, as a word without it is none: "محمد الغامدي قاعدة".
func (p *paper) surnameEnds(i, at int) bool {
	last, before := p.tokens[at-1].word.folded, p.tokens[max(at-2, i)].word.folded
	if last == "ال" || before == "عبد" || !strings.HasPrefix(last, "ال") && before != "ال" { // "آل" is folded so too
		return false
	}
	return !strings.HasPrefix(p.tokens[at].word.folded, "ال") && !p.is(at, kGiven) && !p.is(at, kParticle)
}

// bearing are the heads of bodies that bear the name of a ruler or scholar.
var bearing = forms("مركز موسسه مؤسسه جامعه معهد مستشفي مدرسه مكتبه متحف اكاديميه كليه مجمع صندوق")

// honouredBody gives the end of the name of whom a body is called after, and of
// its purpose: "مركز الملك سلمان للإغاثة والأعمال الإنسانية".
func (p *paper) honouredBody(j, head int, s sentence) int {
	if !p.tongue.caseless || j >= s.to || !bearing.has(fold(p.headWord(head))) || !p.is(j, kTitle) && !p.is(j, kHonorific) || !p.is(j+1, kGiven) {
		return j
	}
	at := j + 1
	for at < min(s.to, j+4) && (p.is(at, kGiven) || p.is(at, kParticle)) {
		at++
	}
	if at < s.to && strings.HasPrefix(p.tokens[at].word.folded, "لل") {
		at++
		for at < s.to && (attributive(p.tokens[at].word.folded) || strings.HasPrefix(p.tokens[at].word.folded, "وال")) && p.mask[at]&leaning == 0 {
			at++
		}
	}
	return at
}

// charterOf gives the end of what a public body is for, told with "ل" after its head
// and the adjective of that: "الهيئة الوطنية للانتخابات", "الاتحاد الدولي لكرة القدم".
func (p *paper) charterOf(j, head int, adjective bool, s sentence) int {
	if !p.tongue.caseless || !adjective || j >= s.to || p.hit(j) != nil || p.is(j, kStop) || !definiteWord(p.tokens[head].word.folded) || !attributive(p.tokens[j-1].word.folded) {
		return j
	}
	w := p.tokens[j].word.folded
	if strings.HasPrefix(w, "لل") {
		return j + 1
	}
	rest, ok := strings.CutPrefix(w, "ل")
	if !ok || len(rest) < 4 || p.mask[j]&(leaning|1<<kOrg) != 0 || j+1 >= s.to || p.hit(j+1) != nil || !definiteWord(p.tokens[j+1].word.folded) || p.mask[j+1]&leaning != 0 {
		return j
	}
	return j + 2
}

// plainBody reads the body that a post is of where no table knows it: a definite
// noun with its adjectives beside the holder's name ("رئيس الحجر الزراعي
// المصري"), a State under a name of its own before the seat of its envoy, or
// the town of a mayor.
func (p *paper) plainBody(c *chunk, i int, s sentence) int {
	q := c.post
	if !p.tongue.caseless || q.body != nil || i >= s.to || p.tokens[i].shape != script || q.title[1] != i {
		return i
	}
	if _, n := p.at(i, kCity); n > 0 && q.tag.value != "envoy" && !p.joinedParticle(i) && !definiteWord(p.tokens[i-1].word.folded) {
		p.govern(q, i, i+n)
		return i + n
	}
	if p.mask[i]&^(1<<kPortfolio) != 0 || p.hit(i) != nil || definiteWord(p.tokens[q.title[0]].word.folded) {
		return i
	}
	if _, seat := p.cityCase(i + 1); q.tag.value == "envoy" && (seat > 0 || p.is(i+1, kTo)) {
		p.govern(q, i, i+1)
		return i + 1
	}
	at := i
	for at < min(s.to, i+4) && attributive(p.tokens[at].word.folded) && (at > i || p.mask[at] == 0) && p.mask[at]&leaning == 0 && !p.is(at, kGiven) {
		at++
	}
	if at < i+2 || !p.is(at, kHonorific) && !p.followsName(c) {
		return i
	}
	p.govern(q, i, at)
	return at
}

// followsName reports a name right before a post.
func (p *paper) followsName(c *chunk) bool {
	n := len(p.chunks)
	return n > 0 && p.chunks[n-1].kind == aPerson && p.adjoins(p.chunks[n-1].to, c.from)
}

// proclitics gives the bytes of the particle written to a given name: "وأنطوانيت".
func (p *paper) proclitics(i int) int {
	w := p.tokens[i].word.folded
	for _, particle := range [...]string{"و", "ل", "ب"} {
		if rest, ok := strings.CutPrefix(w, particle); ok && p.tongue.proclitic && !p.isGiven(w) && p.isGiven(rest) {
			return len(particle)
		}
	}
	return 0
}
