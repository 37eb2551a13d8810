package press

import (
	"slices"
	"strings"
)

// An Arabic verb stands before its subject, and what it does after both: who
// promises something is named right after the verb, or by a noun of intent whose
// ending says whose it is.

// verbSubject gives who stands right after an Arabic verb, with those whom "and"
// joins: "اتفق وزير الخارجية أحمد الصالح ونظيره ديفيد موانغي على". Nil where none does.
func (c *clause) verbSubject(t trigger) []actor {
	if !c.tongue.verbFirst {
		return nil
	}
	by, _ := c.subjects(t.at + t.n)
	return by
}

// subjects gives those named from token at on, and where the last of them ends.
func (c *clause) subjects(at int) (out []actor, end int) {
	for at < c.s.to && (c.is(at, kAdverb) || c.is(at, kHonorific) || c.tokens[at].word.folded == "كل" || c.pastDate(at) > at) {
		at = max(at+1, c.pastDate(at))
	}
	for n := 0; n < maxSubjects; n++ {
		a, end := c.subjectChunk(at)
		if len(a) == 0 {
			break
		}
		for _, one := range a {
			out = appendActor(out, one)
		}
		if at = end; !strings.HasPrefix(c.tokens[min(at, c.s.to-1)].word.folded, "و") {
			break
		}
	}
	return out, at
}

// partedVerb reads an Arabic verb of several words whose subject stands after the first
// of them: "فازت سلطنة عمان بعضوية", "غادر الوزير فلان إلى". What a noun of an event tells
// is left to it; and where the first word tells a deed of its own, v, it is no promise.
func (c *clause) partedVerb(i int, v *tag) *tag {
	if !c.tongue.verbFirst || len(c.tokens[i].word.opens) == 0 {
		return nil
	}
	by, at := c.subjects(i + 1)
	for at+1 < c.s.to && (c.mark(at, ",") || c.is(at, kAdverb) || c.pastDate(at) > at || c.is(at, kIn) && c.pastDate(at+1) > at+1) {
		at = max(at+1, c.pastDate(at), c.pastDate(at+1))
	}
	if len(by) == 0 || at >= c.s.to || c.is(at, kEvent) {
		return nil
	}
	for _, node := range c.tokens[i].word.opens {
		if tg := c.verbEnding(node, at); tg != nil && parting[tg.value] && (v == nil || tg.value != "promise" || !dated[v.value]) {
			return tg
		}
	}
	return nil
}

// parting are the classes of verbs that their subject may part.
var parting = map[string]bool{"visit": true, "appoint": true, "elect": true, "promise": true, "stand": true, "nominate": true, "force": true, "accede": true, "ratify": true, "propose": true, "assess": true}

// verbEnding gives the longest verb that the words from token i on end, begun before at
// a node of the table.
func (c *clause) verbEnding(node int32, i int) (best *tag) {
	for ; i < c.s.to && node != 0; i++ {
		from := node
		node = 0
		for _, id := range c.tokens[i].word.ids {
			if n := c.tongue.lexicon.step(from, id); n != 0 {
				node = n
			}
		}
		for k, tg := range c.tongue.lexicon.tags[node] {
			if node != 0 && tg.kind == kVerb {
				best = &c.tongue.lexicon.tags[node][k]
			}
		}
	}
	return best
}

// maxSubjects bounds those who together do something.
const maxSubjects = 6

// subjectChunk gives whom the words that begin at token i name, and where they end:
// a post with its holder, a name, "the two sides", or a body by its noun alone.
func (c *clause) subjectChunk(i int) (by []actor, to int) {
	if i >= c.s.to {
		return nil, i
	}
	if c.tokens[i].word.in(delegations) {
		return c.delegation(i)
	}
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.from != i {
			continue
		}
		if ch.kind == aSide {
			if by := c.sides(ch); len(by) > 0 {
				return by, ch.to
			}
			return c.subjectChunk(ch.to + boolInt(c.mark(ch.to, ","))) // "الوزيران أحمد الصالح وكمال الغربي"
		}
		if ch.kind == aPost {
			return c.officer(k)
		}
		if a := c.actorAt(k); a != nil && !(ch.kind == aState && ch.adj) {
			return []actor{*a}, c.pastPost(k)
		}
	}
	if e := c.theBodyAbroad(i); e != nil && c.is(i, kOrg) {
		return []actor{{e, c.bytes(i, i+1), i}}, i + 1
	}
	return nil, i
}

// delegations are the words for those whom a State or body sends.
var delegations = forms("وفد ووفد وفدا وفود بعثه وفدين")

// delegation gives whose the delegation at token i is, and where that ends: "وفد برلماني
// من زامبيا", "وفد تركي".
func (c *clause) delegation(i int) ([]actor, int) {
	for at := i + 1; at < min(c.s.to, i+5) && c.tokens[at].shape == script && !c.is(at, kVerb); at++ {
		for k := range c.chunks {
			if ch := &c.chunks[k]; ch.from == at && (ch.kind == anOrg || ch.kind == aState) {
				if a := c.actorAt(k); a != nil {
					return []actor{*a}, ch.to
				}
			}
		}
	}
	return nil, i
}

// sentOn gives the State or body whose delegation or officer without a name an Arabic
// verb says to travel: "قام وفد من البنك الدولي بزيارة", "أدى الرئيس التركي زيارة".
func (c *clause) sentOn(t trigger) []actor {
	if !c.tongue.verbFirst || t.noun || t.tag.value != "visit" && t.tag.value != "hold" && t.tag.value != "rite" {
		return nil
	}
	at := t.at + t.n
	for at < c.s.to && (c.is(at, kHonorific) || c.is(at, kAdverb)) {
		at++
	}
	post := slices.ContainsFunc(c.chunks, func(ch chunk) bool { return ch.from == at && ch.kind == aPost && ch.who == nil })
	if by, _ := c.subjectChunk(at); (post || at < c.s.to && c.tokens[at].word.in(delegations)) && len(by) > 0 {
		return by
	}
	return nil
}

// organGathers reports an Arabic verb of coming together whose subject is a body of
// members: "التأمت اللجنة الوزارية".
func (c *clause) organGathers(t trigger) bool {
	if !c.tongue.verbFirst || !c.tokens[t.at].word.in(gathers) {
		return false
	}
	by, _ := c.subjects(t.at + t.n)
	return len(by) == 1 && by[0].who.kind == anOrg && by[0].who.head != nil && organs[by[0].who.head.value]
}

// gathers are the verbs that say that those of one body come together.
var gathers = forms("اجتمع اجتمعت يجتمع تجتمع سيجتمع ستجتمع التام التامت يلتئم تلتئم سيلتئم ستلتئم انعقد انعقدت واجتمعت واجتمع والتامت")

// besideVerb gives a body that its noun alone names before an Arabic verb, "أن البرنامج
// سيستأنف", or who stands after it.
func (c *clause) besideVerb(i int) []actor {
	if !c.tongue.verbFirst {
		return nil
	}
	if i > c.s.from {
		if by := c.bodyAlone(i - 1); by != nil {
			return by
		}
	}
	if by, _ := c.subjectChunk(i + 1); len(by) > 0 {
		return by
	}
	return c.bodyAlone(i + 1)
}

// bodyAlone gives what a noun of a body or of a form of State alone names at token i:
// the body named before, else whatever the noun stands for: "الوزارة", "المملكة".
func (c *clause) bodyAlone(i int) []actor {
	if i >= c.s.to || c.inNamed(i) || !definiteWord(c.tokens[i].word.folded) {
		return nil
	}
	if e := c.theBodyAbroad(i); e != nil {
		return []actor{{e, c.bytes(i, i+1), i}}
	}
	kind := anOrg
	if c.tokens[i].word.in(polityNouns) {
		kind = aState
	}
	if kind == anOrg && !c.is(i, kOrg) || c.hit(i) != nil || i+1 < c.s.to && c.adjectiveAt(i+1) {
		return nil
	}
	return []actor{{c.cast.collective(c.paper, &chunk{from: i, to: i + 1}, kind), c.bytes(i, i+1), i}}
}

// polityNouns are the nouns by which a State calls itself.
var polityNouns = forms("المملكه السلطنه الدوله الجمهوريه الاماره الحكومه")

// inNamed reports a token of a name that stands for itself: of a State, a person or a body.
func (c *clause) inNamed(i int) bool {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.from <= i && i < ch.to && (ch.kind == aPerson || ch.kind == aState || ch.kind == anOrg) {
			return true
		}
	}
	return false
}

// giftsAnnounced reads what somebody announces that he gives or makes: "أعلنت اليابان تقديم
// منحة", "أعلن السفير عن تخصيص مليون دولار".
func (c *clause) giftsAnnounced() {
	for _, t := range c.verbs {
		if !c.tongue.verbFirst || t.noun || t.tag.value != "say" || !strings.Contains(c.tokens[t.at].word.folded, "علن") || c.negated(t.at) {
			continue
		}
		by, at := c.subjects(t.at + t.n)
		if at < c.s.to && c.tokens[at].word.folded == "عن" {
			at++
		}
		if len(by) == 0 || at >= c.s.to || !c.tokens[at].word.in(gifts) {
			continue
		}
		if by[0].who.kind == aPerson {
			by[0].who = c.stateOf(by[0].who)
		}
		c.pledge(trigger{at, 1, &tag{kind: kVerb, value: "promise"}, false}, by[:1], ruleAgreed)
	}
}

// gifts are the deeds that are promised by being announced.
var gifts = forms("تقديم تخصيص منح ارسال زياده تمويل التبرع المساهمه مساهمه تبرع انشاء فتح استثمار توفير رفع مضاعفه اعتزام")

// officer gives who holds the post of chunk k, or whom the post acts for, and the
// end of both.
func (c *clause) officer(k int) ([]actor, int) {
	ch := &c.chunks[k]
	at := c.bytes(ch.from, ch.to)
	if ch.who == nil && ch.post.body != nil {
		return []actor{{ch.post.body, at, ch.from}}, ch.to
	}
	if ch.who == nil {
		return nil, ch.to
	}
	for n := k + 1; n < min(len(c.chunks), k+4); n++ {
		if p := &c.chunks[n]; p.kind == aPerson && p.who == ch.who && p.from-ch.to < 4 {
			return []actor{{ch.who, at, ch.from}}, p.to
		}
	}
	return []actor{{ch.who, at, ch.from}}, ch.to
}

// pastPost gives the end of a person's chunk and of the post after it.
func (c *clause) pastPost(k int) int {
	ch := &c.chunks[k]
	if k+1 < len(c.chunks) && ch.kind == aPerson {
		if q := &c.chunks[k+1]; q.kind == aPost && q.who == ch.who && q.from-ch.to < 2 {
			return q.to
		}
	}
	return ch.to
}

// resolves reads a noun of intent or commitment with what is intended: "أكد الجانبان
// التزامهما بعقد", "كشفت الوزيرة عن عزم بلادها فتح سفارة". What is only a stand, without
// a deed, is none: "التزامها بالمبادئ".
func (c *clause) resolves() {
	for i := c.s.from + 1; i+1 < c.s.to && c.tongue.verbFirst; i++ {
		w := c.tokens[i].word
		if !w.in(resolve) || c.negated(i) || c.impending(i) {
			continue
		}
		at := i + 1
		by := c.homelandAt(at)
		if by != nil {
			at++
		} else if a, end := c.subjectChunk(at); len(a) > 0 {
			by, at = a, end
		} else if strings.HasSuffix(w.folded, "ه") || strings.HasSuffix(w.folded, "ها") || strings.HasSuffix(w.folded, "هما") {
			by = c.whoseResolve(i)
		}
		if c.tokens[min(at, c.s.to-1)].word.folded == "علي" {
			at++
		}
		if len(by) > 0 && at < c.s.to && c.deedNamed(at) {
			c.pledge(trigger{i, at + 1 - i, &tag{kind: kVerb, value: "promise"}, false}, by, ruleAgreed)
		}
	}
}

// resolve are the nouns of intent and commitment, with whose they are.
var resolve = forms("عزم عزمه عزمها عزمهما بعزم التزامه التزامها التزامهما التزام بالتزام اعتزام اعتزامه اعتزامها تعهد تعهده تعهدها تعهدهما نيه نيته نيتها")

// impending reports a need or a call before a noun, for what nobody has promised.
func (c *clause) impending(i int) bool {
	for k := i - 1; k >= max(c.s.from, i-3); k-- {
		if c.tokens[k].word.in(needing) {
			return true
		}
	}
	return false
}

// needing are the words for what is only asked or wished.
var needing = forms("ضروره اهميه بضروره باهميه الي والي دعا دعت طالب طالبت حث حثت مدي رغبته رغبتها رغبه تطلعه تطلعها امله املها لو")

// onlyAskedFor reports a noun of a deed or meeting for which somebody only calls:
// "دعت إلى المصادقة على الاتفاقية", "عن رغبته في لقائه".
func (c *clause) onlyAskedFor(t trigger) bool {
	if !c.tongue.verbFirst || t.at <= c.s.from {
		return false
	}
	w := c.tokens[t.at].word.folded
	if strings.HasPrefix(w, "لل") && !t.noun || c.onlyInvited(t) { // "للتصديق عليها", "دعوة لزيارة قبرص"
		return true
	}
	return (masdarLike(w) || definiteWord(w) || strings.HasSuffix(w, "ه") && c.tokens[t.at-1].word.folded == "في") && c.impending(t.at)
}

// contender is the noun of a candidate, which may stand after whose it is.
var contender = forms("مرشح مرشحه")

// invitations are the nouns of what somebody is only invited to.
var invitations = forms("دعوه الدعوه بدعوه دعوته دعوتها لدعوه ودعوه")

// recurring are the words after a verb of what is done again and again.
var recurring = forms("كل سنويا دوريا شهريا اسبوعيا بانتظام فصليا")

// namedCandidate gives whom the noun of a candidature or election is of: "ترشيح بنما",
// "ترشح بلاده", "ترشيحها", "ترشيح مصر للسيد كريم", "مرشح البرتغال جواو", "فوز العراق".
func (c *clause) namedCandidate(t trigger) []actor {
	if !c.tongue.verbFirst || t.noun {
		return nil
	}
	w := c.tokens[t.at].word
	switch {
	case w.in(ownBids):
		return c.whoseResolve(t.at)
	case !w.in(bidNouns):
		return nil
	}
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.to == t.at && ch.kind == aState && !ch.adj && w.in(contender) { // "وأن الأردن مرشح لعضوية"
			return []actor{{ch.who, c.bytes(ch.from, ch.to), ch.from}}
		}
	}
	if by := c.homelandAt(t.at + 1); by != nil {
		return by
	}
	by, end := c.subjects(t.at + 1)
	if len(by) == 0 || by[0].who.kind == anOrg || w.folded == "ترشح" { // "Egypt nominates"
		return nil
	}
	for k := range c.chunks {
		ch := &c.chunks[k]
		person := ch.kind == aPerson || ch.kind == aPost && ch.who != nil
		if at := c.chunks[k].from; person && by[0].who.kind == aState && (at == end || at == end+1 && c.is(end, kHonorific)) {
			return []actor{{ch.who, c.bytes(ch.from, ch.to), ch.from}}
		}
	}
	return by
}

// bidNouns are the nouns of candidature, of a candidate and of an election that are
// followed by whose it is, ownBids those with an ending that says it.
var (
	bidNouns = forms("ترشح ترشيح لترشيح بترشيح وترشيح لترشح بترشح مرشح ومرشح لمرشح مرشحه فوز بفوز لفوز وفوز بانتخاب")
	ownBids  = forms("ترشيحها ترشحها ترشيحه ترشحه لترشيحها لترشيحه لترشحها لترشحه فوزها فوزه بفوزها بفوزه")
)

// deedNamed reports a noun of a deed at token i, particles apart: "بتقديم", "فتح".
func (c *clause) deedNamed(i int) bool {
	w := c.tokens[i].word.folded
	for _, particle := range [...]string{"ب", "ل"} {
		if rest, ok := strings.CutPrefix(w, particle); ok && (masdarLike(rest) || rest == "عقد" || rest == "دعم") && !definiteWord(w) {
			return true
		}
	}
	return !definiteWord(w) && (masdarLike(w) || w == "فتح" || w == "عقد" || w == "بناء" || w == "دعم")
}

// homelandAt gives the State of who speaks, where "his country" or "her government"
// stands at token i.
func (c *clause) homelandAt(i int) []actor {
	if i >= c.s.to || !c.tokens[i].word.in(homelands) {
		return nil
	}
	for k := len(c.chunks) - 1; k >= 0; k-- {
		if ch := &c.chunks[k]; ch.to <= i && ch.who != nil && ch.who.kind == aPerson {
			return []actor{{c.stateOf(ch.who), c.bytes(i, i+1), i}}
		}
	}
	if s := c.stage.subject; s != nil {
		return []actor{{c.stateOf(s), c.bytes(i, i+1), i}}
	}
	return nil
}

// homelands are "country" and "government" with whose they are.
var homelands = forms("بلاده بلادها بلادهما حكومته حكومتها دولته دولتها")

// whoseResolve gives the subject of the verb before a noun of intent.
func (c *clause) whoseResolve(i int) []actor {
	for n := len(c.verbs) - 1; n >= 0; n-- {
		if u := c.verbs[n]; !u.noun && u.at < i && i-u.at < 14 {
			if by := c.verbSubject(u); len(by) > 0 {
				return by
			}
		}
	}
	if s := c.stage.subject; s != nil {
		return []actor{{s, c.bytes(i, i+1), i}}
	}
	return nil
}

// dueToDo reports an Arabic verb in the subjunctive of what is scheduled or agreed
// that somebody do: "من المقرر أن تقدم اليابان منحة".
func (c *clause) dueToDo(i int) bool {
	if i-1 >= c.s.from && strings.TrimPrefix(c.tokens[i-1].word.folded, "و") == "سوف" {
		return c.imperfect(i)
	}
	if i-2 < c.s.from || c.tokens[i-1].word.folded != "ان" || !c.is(i-2, kFuture) && !c.isPastFuture(i-2) {
		return false
	}
	return c.imperfect(i)
}

// imperfect reports an Arabic verb of the third person that tells a deed.
func (c *clause) imperfect(i int) bool {
	w := c.tokens[i].word.folded
	for _, person := range [...]string{"ي", "ت"} {
		if stem, ok := strings.CutPrefix(w, person); ok && len(stem) > 4 {
			return !beginsWith(stem, c.tongue.future.idle)
		}
	}
	return false
}

// isPastFuture reports the last word of a phrase of the future: "من المنتظر".
func (c *clause) isPastFuture(i int) bool {
	_, n := c.at(max(i-1, c.s.from), kFuture)
	return n == 2
}

// owned gives the noun of a title with an ending that says whose it is, as the table
// has it, and as it is written without: "سفير" of "سفيرها", "أمينة" of "أمينتها".
func (t *tongue) owned(w string) (ids []int32, noun string) {
	for _, whose := range [...]string{"هما", "ها", "هم", "ه"} {
		noun, ok := strings.CutSuffix(w, whose)
		if !ok {
			continue
		}
		if she, fem := strings.CutSuffix(noun, "ت"); fem {
			noun = she + "ه"
		}
		for _, particle := range [...]string{"", "و", "ل", "ب"} {
			if rest, ok := strings.CutPrefix(noun, particle); ok {
				if ids := t.only(kTitle, rest); ids != nil {
					return ids, rest
				}
			}
		}
	}
	return nil, ""
}

// possessed gives the noun of such a title at token i, "" for another word.
func (p *paper) possessed(i int) string {
	w := p.tokens[i].word.folded
	for _, particle := range [...]string{"", "و", "ل", "ب"} {
		if rest, ok := strings.CutPrefix(w, particle); ok && (p.tongue.only(kTitle, rest) != nil || strings.HasPrefix(rest, "ال")) {
			return ""
		}
	}
	_, noun := p.tongue.owned(w)
	if she, ok := strings.CutSuffix(noun, "ه"); ok {
		return she + "ة"
	}
	return noun
}

// possessedTitle gives such a title as it is without the ending: with the article
// where an adjective follows, "الأمين العام" of "أمينها العام".
func (p *paper) possessedTitle(q *post) string {
	if !p.tongue.proclitic || q.tag.show != "" {
		return ""
	}
	noun := p.possessed(q.title[0])
	if noun == "" {
		return p.nominativeArabic(q)
	}
	if q.title[1] == q.title[0]+1 {
		return noun
	}
	return "ال" + noun + " " + p.say(q.title[0]+1, q.title[1])
}

// qualities gives the end of the adjectives of a title that is definite or says whose it
// is: "أمينها العام المساعد", "السفير الجديد لفرنسا", "رئيس الوزراء الأسبق".
func (p *paper) qualities(q *post, i int) int {
	if !p.tongue.proclitic || i != q.title[1] || p.possessed(q.title[0]) == "" && !definiteWord(p.tokens[q.title[0]].word.folded) && !definiteWord(p.tokens[i-1].word.folded) {
		return i
	}
	for i < len(p.tokens) && p.is(i, kModifier) && definiteWord(p.tokens[i].word.folded) {
		i++
	}
	return i
}

// chargeArabic gives the end of what an officer is charged with after his body, past which
// his name stands: "المدير الإقليمي للبنك الدولي لمنطقة الشرق الأوسط".
func (p *paper) chargeArabic(q *post, i int, s sentence) int {
	if !p.tongue.caseless || i+1 >= s.to || q.body == nil || !p.tokens[i].word.in(charges) {
		return i
	}
	return p.construct(i+1, i, true, s)
}

// charges are the nouns of what officers are charged with.
var charges = forms("لمنطقه لاقليم لشرق لغرب لشمال لجنوب لوسط لبلدان لشؤون لشوون لقطاع لقضايا لملف لدول")

// nominativeArabic gives a title in the accusative, as what somebody is made, in the
// nominative: "سفير مفوض فوق العادة" of "سفيرا مفوضا فوق العادة"; "" for another.
func (p *paper) nominativeArabic(q *post) string {
	var out []string
	for i := q.title[0]; i < q.title[1]; i++ {
		w := strings.TrimSuffix(p.tokens[i].word.form, "ً")
		bare, ok := strings.CutSuffix(w, "ا")
		switch {
		case i == q.title[0] && (!ok || p.tongue.only(kTitle, fold(bare)) == nil || p.tongue.only(kGiven, fold(w)) != nil):
			return ""
		case ok && len(bare) > 4:
			w = bare
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}
