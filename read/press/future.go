package press

import (
	"strings"
	"unicode/utf8"
)

// A deed to come is told outside English by the form of the verb itself: the
// simple future of French and Spanish, the perfective present of Russian, the
// prefix of Arabic, the transitional present that closes a Kazakh sentence.
// Where the doer stands beside such a form, it is what he undertakes.

// futureOf is how a language forms the future.
type futureOf struct {
	ends  []string // endings of the third person
	roots []string // how verbs begin that only look so; nil for none
	idle  []string // how verbs begin that promise nothing: states, and the parts that persons take in events
}

// futures are how the languages that mark it on the verb form the future.
var futures = map[string]*futureOf{
	"fr": {
		ends: []string{"ra", "ront", "rons"},
		idle: []string{"sera", "seront", "aura", "auront", "seraient", "serait", "aurait", "pour", "devr", "fera l", "viend", "tiend", "particip", "assist", "rencontr", "recev", "dure", "débuter", "debuter", "commencer", "s'", "entrera", "permet",
			"porter", "viser", "prendr", "achever", "succéder", "remplacer", "représenter", "arriver", "rendr", "séjourner", "visiter", "quitter", "concerner", "restera", "resteront", "ira", "iront", "faudra", "verra", "saura", "effectuer", "réunir", "entretiend", "dérouler", "discuter", "examiner", "aborder", "évoquer", "marquer", "célébrer", "coïncider", "interviend", "siéger", "conduir", "diriger", "présider", "exercer", "occuper", "opéra", "caméra", "aménager à", "briguer", "postuler", "concourr"},
	},
	"es": {
		ends: []string{"rá", "rán", "aremos", "eremos", "iremos", "dremos"},
		idle: []string{"será", "serán", "estar", "habrá", "tendr", "podr", "deber", "participar", "asistir", "visitar", "recibir", "viajar", "presidir", "permitir", "comenzar", "contar", "durar", "celebrar", "reunir", "iniciar", "concluir", "entrar", "llegar",
			"tratar", "versar", "coincidir", "representar", "reemplazar", "suceder", "ocupar", "ejercer", "asumir", "sostendr", "mantendr", "encabezar", "acompañar", "dictar", "inaugurar", "conmemorar", "hará", "irá", "dará lugar", "analizar", "abordar", "quedar", "seguirá siendo", "jerá", "realizar", "abarcar", "optar", "aspirar", "competir"},
	},
	"ru": {
		ends:  []string{"дет", "жет", "шет", "мет", "рет", "дут", "жут", "шут", "мут", "рут", "даст", "дадут", "сет", "сут", "ит", "ят", "ат", "зует", "зуют", "рует", "руют"},
		idle:  []string{"прим", "прой", "пред", "состо", "посет", "прибуд", "встуи", "вступ", "станет", "начн", "заверш", "состав", "позвол", "произой", "выступ", "возглав", "наступ", "проход", "провод", "привод", "приход", "наход", "относ", "внос", "вход", "выход", "производ", "происход", "обход", "подход", "стоит", "говор", "знач", "держ", "содерж", "лежит", "надлеж", "завис", "принадлеж", "рассматр", "смотр", "может", "могут", "помнит", "возрос", "выраст", "нет", "будет", "будут", "носит", "носят", "служ", "следует", "существу", "действу", "участву", "требует", "приветству", "представл", "приезж", "выезж", "сопровож", "вед", "входят", "отбуд", "встрет", "пишет", "передает", "сообщ", "отмеч", "благодар", "счит", "видит", "хочет", "помож", "подчерк", "ждет", "ждут", "идет", "идут", "займет", "пригла", "нес", "спос", "ход", "пост", "происх", "обсуд", "рассмотр", "обменя"},
		roots: []string{"по", "вы", "от", "на", "за", "об", "с", "у", "при", "про", "пере", "из", "ис", "раз", "рас", "в", "до", "под", "орган", "инвест", "ратиф", "финанс", "реал"},
	},
	"kk": {
		ends: []string{"ады", "еді", "йды", "йді"},
		idle: []string{"болады", "өтеді", "өткізіледі", "келеді", "барады", "қатысады", "енеді", "табылады", "саналады", "есептеледі", "тұрады", "жатады", "кездеседі", "басталады", "аяқталады", "береді деп", "көздейді", "білдіреді", "атайды", "айтады", "дейді", "қалады", "жалғасады", "отырады", "алмасады", "төрағалық", "етіледі", "еді", "деді", "келді", "жиналады", "өтпейді", "атқарады", "істейді", "басқарады", "беретінін"},
	},
	"ar": {
		ends: []string{""},
		idle: []string{"كون", "تم", "عقد", "لتقي", "زور", "شارك", "صل", "جري", "بحث", "ناقش", "ستقبل", "جتمع", "قوم ب", "بدا", "نطلق", "ستمر", "شهد", "صبح", "ظل", "بقي", "دوم", "توجه", "حضر", "ستضيف", "حتضن", "تراس", "راس", "فتتح", "تناول", "دخل", "شمل", "تيح", "مكن", "سمح", "شكل", "مثل", "نعقد", "حل", "غادر"},
	},
}

// deedToCome reports whether the form of the word at token i tells a deed to come.
func (c *clause) deedToCome(i int) bool {
	f, t := c.tongue.future, &c.tokens[i]
	if f == nil || t.shape != lower && t.shape != script && !(i == c.s.from+1 && c.tongue.tag == "es" && hasEnding(t.word.folded, ours[:])) || c.is(i, kEvent) || c.is(i, kTitle) || c.is(i, kStop) || c.is(i, kFuture) {
		return false
	}
	w := t.word.folded
	if c.tongue.proclitic {
		var ok bool
		if w, ok = imperfectToCome(w); !ok {
			return c.dueToDo(i)
		}
	} else if utf8.RuneCountInString(w) < 5 || !endsIn(w, f.ends) && !(c.tongue.verbLast && c.toldToCome(i)) && !c.reportedToCome(i) {
		return false
	}
	for _, e := range f.idle {
		if strings.HasPrefix(w, fold(e)) {
			return false
		}
	}
	if c.tongue.verbLast {
		return i+1 < c.s.to && (c.mark(i+1, ".") && !endsIn(w, pastKazakh[:]) || c.toldToCome(i))
	}
	return len(f.roots) == 0 || beginsWith(w, f.roots)
}

// pastKazakh are the endings that look like those of a deed to come: the
// past of the verbs in -ла and -да, the passive, and what is denied.
var pastKazakh = [...]string{"лады", "леді", "дады", "деді", "тады", "теді", "қойды", "ылады", "іледі", "ынады", "інеді", "нылады", "ніледі", "майды", "мейді", "байды", "бейді", "пайды", "пейді"}

func endsIn(w string, tails []string) bool {
	for _, t := range tails {
		if strings.HasSuffix(w, t) {
			return true
		}
	}
	return false
}

func beginsWith(w string, heads []string) bool {
	for _, h := range heads {
		if strings.HasPrefix(w, h) {
			return true
		}
	}
	return false
}

// imperfectToCome cuts the future prefix and the letter of the person off an
// Arabic verb: "ستنظم", "وسيقدم".
func imperfectToCome(w string) (string, bool) {
	for _, and := range [...]string{"و", "ف"} {
		w = strings.TrimPrefix(w, and)
	}
	rest, ok := strings.CutPrefix(w, "س")
	if !ok || utf8.RuneCountInString(w) < 5 || beginsWith(w, []string{"سيا", "سيد", "سير", "سيط", "سين", "سيم", "سيوف", "سيول", "ستوك", "ستين", "ستراتيج", "سيكولوج"}) {
		return "", false
	}
	for _, person := range [...]string{"ي", "ت"} {
		if stem, ok := strings.CutPrefix(rest, person); ok {
			return stem, true
		}
	}
	return "", false
}

// willDeeds reads what the form of its verb tells to come, where who does it
// stands beside the verb.
func (c *clause) willDeeds() {
	for i := c.s.from; i < c.s.to; i++ {
		if c.toBeDoneAbroad(i) {
			c.willBeDoneAbroad(i)
			continue
		}
		n := c.intended(i)
		if n == 0 && c.deedToCome(i) {
			n = 1
		}
		if n == 0 || c.negated(i) || c.reflexive(i) || c.tongue.tag == "ru" && (c.supposed(i, c.s) || c.passiveForm(i)) {
			continue
		}
		by := c.pronounDoer(i)
		if by == nil {
			by = c.homeland(i)
		}
		if by == nil {
			by = c.doerBeside(i)
		}
		if by == nil {
			by = c.governmentTold(i)
		}
		if by == nil {
			by = c.ourSpeaker(i)
		}
		if by == nil {
			by = c.alsoPromises(i)
		}
		if by == nil {
			by = c.doerInRussian(i)
		}
		t := trigger{i, n, &tag{kind: kVerb, value: "action"}, false}
		if by == nil || c.eventAfter(t) {
			continue
		}
		c.pledge(t, by, ruleWill)
	}
}

// governmentTold gives the State, or else the person, who tells what "le gouvernement"
// right before the verb at token i will do: "X a annoncé que le gouvernement recrutera".
func (c *clause) governmentTold(i int) []actor {
	if !c.romance() || i-3 < c.s.from || !c.tokens[i-1].word.in(governments) || !c.is(i-2, kArticle) || !strings.HasPrefix(c.tokens[i-3].word.folded, "qu") {
		return nil
	}
	by := c.announcerAbroad(i - 3)
	for n := range by {
		by[n].who = c.stateOf(by[n].who)
	}
	return by
}

// governments are the nouns by which French and Spanish name who governs a State.
var governments = forms("gouvernement exécutif état gobierno ejecutivo")

// intentions are the verbs of French and Spanish before the infinitive of what
// somebody is about or means to do.
var intentions = forms("va vont allons vamos entend entendent compte comptent ambitionne ambitionnent van planea planean proyecta proyectan piensa piensan busca buscan")

// idleInfinitives are the infinitives that promise nothing and whose future
// has another stem.
var idleInfinitives = forms("tenir venir recevoir être avoir faire aller voir savoir devoir pouvoir vouloir revenir devenir intervenir tener poder hacer venir haber querer saber decir salir mantener sostener ser ir ver dar estar")

// intended gives how many tokens tell a deed by such a verb and an infinitive:
// "va déployer", "compte organiser", "van a construir"; or 0.
func (c *clause) intended(i int) int {
	if !c.romance() || c.tokens[i].shape != lower || !c.tokens[i].word.in(intentions) || i+2 >= c.s.to {
		return 0
	}
	at := i + 1
	if c.tongue.tag == "es" && c.tokens[at].word.folded == "a" {
		at++
	}
	w := c.tokens[at].word
	if c.tokens[at].shape != lower || w.in(idleInfinitives) || len(w.folded) < 5 || !hasEnding(w.folded, infinitives[:]) || c.is(at, kEvent) || c.is(at, kTitle) {
		return 0
	}
	future := strings.TrimSuffix(w.folded, "e") + "a"
	if c.tongue.tag == "es" {
		future = w.folded + "á"
	}
	for _, e := range c.tongue.future.idle {
		if strings.HasPrefix(future, fold(e)) {
			return 0
		}
	}
	return at + 1 - i
}

// infinitives are the endings of infinitives of French and Spanish.
var infinitives = [...]string{"er", "ir", "re", "ar"}

// ourSpeaker gives who says what "we" will do: "« Nous enverrons une mission », a
// déclaré X".
func (c *clause) ourSpeaker(i int) []actor {
	if w := c.tokens[i].word.folded; !c.romance() || !hasEnding(w, ours[:]) && w != "allons" && w != "vamos" {
		return nil
	}
	for _, u := range c.verbs {
		if u.noun || u.tag.value != "say" && u.tag.value != "promise" || u.at <= i {
			continue
		}
		if who := c.personAfter(u.at+u.n, 12); u.at > i && who != nil {
			return []actor{{who, c.bytes(u.at, u.at+u.n), u.at}}
		}
		if a := c.nearestBefore(u.at, 6); a != nil {
			return []actor{*a}
		}
		if s := c.stage.subject; s != nil && s.kind == aPerson && u.at > i {
			return []actor{{s, c.bytes(u.at, u.at+u.n), u.at}}
		}
	}
	return nil
}

// ours are the endings of what "we" shall do.
var ours = [...]string{"rons", "aremos", "eremos", "iremos", "dremos"}

// reflexive reports a verb that tells what becomes of its subject: "s'ouvrira",
// "se abrirá".
func (c *clause) reflexive(i int) bool {
	if i == c.s.from {
		return false
	}
	switch c.tokens[i-1].word.folded {
	case "s'", "se":
		return true
	}
	return false
}

// doerBeside gives who stands right before a verb, in Arabic also after it, and
// in Kazakh at the head of the sentence that it closes.
func (c *clause) doerBeside(i int) []actor {
	if c.tongue.verbLast && c.toldToCome(i) { // who tells it stands first, who does it last
		for k := len(c.chunks) - 1; k >= 0; k-- {
			if ch := &c.chunks[k]; ch.to < i && (ch.kind == aState || ch.kind == anOrg) && !ch.adj && !c.inPost(ch) && c.nominative(ch) {
				return []actor{{ch.who, c.bytes(ch.from, ch.to), ch.from}}
			}
		}
	}
	if c.tongue.verbLast {
		for k := range c.chunks {
			if a := c.actorAt(k); a != nil && c.chunks[k].to < i && !c.inPost(&c.chunks[k]) && (c.nominative(&c.chunks[k]) || c.sideWord(c.chunks[k].to)) {
				return []actor{*a}
			}
		}
		return nil
	}
	if by := c.besideVerb(i); by != nil {
		return by
	}
	before := i
	for before > c.s.from && (c.is(before-1, kAdverb) || c.mark(before-1, ")") || c.mark(before-1, ",") && c.is(before-2, kAdverb)) {
		before--
	}
	if by := c.ownAbroad(before); by != nil {
		return by
	}
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.kind == aSide && ch.to == before {
			return c.sides(ch)
		}
		a := c.actorAt(k)
		if a == nil || ch.kind == aState && ch.adj && !c.sideWord(ch.from-1) && !c.sideWord(ch.to) || c.located(ch) {
			continue
		}
		switch {
		case ch.to == before || c.sideWord(ch.to) && ch.to+1 == before || c.mark(before, ")") && ch.to >= before-2 && ch.to <= i:
		case c.tongue.verbFirst && ch.from == i+1:
		default:
			continue
		}
		if ch.kind == aPost && ch.who == nil {
			continue
		}
		if c.oblique(ch) {
			return nil
		}
		if c.romance() && endsIn(c.tokens[i].word.folded, several[:]) {
			return c.withListed(k, *a)
		}
		return []actor{*a}
	}
	return nil
}

// several are the endings of what more than one will do.
var several = [...]string{"ont", "ent", "án", "an"}

// doerOfClause gives who will do what a promise says after its "que": "anunció
// que su gobierno destinará".
func (c *clause) doerOfClause(t trigger) []actor {
	if last := c.tokens[t.at+t.n-1].word.folded; last != "que" && last != "qu'" {
		return nil
	}
	for i := t.at + t.n; i < min(c.s.to, t.at+t.n+14); i++ {
		if c.deedToCome(i) || c.is(i, kVerb) && c.promiseAt(i) {
			return c.doerBeside(i)
		}
	}
	return nil
}

// ownAbroad gives the State that "su gobierno", "son pays" right before token i
// stands for: that of who is named before it.
func (c *clause) ownAbroad(i int) []actor {
	if i-2 < c.s.from || !c.is(i-2, kPronoun) || !c.is(i-1, kPeople) && !c.tokens[i-1].word.in(countryWords) {
		return nil
	}
	for k := len(c.chunks) - 1; k >= 0; k-- {
		if a := c.actorAt(k); a != nil && c.chunks[k].to <= i-2 && a.who.kind == aPerson {
			return []actor{{c.stateOf(a.who), c.bytes(i-2, i), i - 2}}
		}
	}
	if s := c.stage.subject; s != nil {
		return []actor{{c.stateOf(s), c.bytes(i-2, i), i - 2}}
	}
	return nil
}

// countryWords are "country" outside English.
var countryWords = forms("pays país pais страна")

// sideWord reports "side", "government" or "authorities", which act for a State
// that an adjective tells: "la partie japonaise", "Жапон тарапы".
func (c *clause) sideWord(i int) bool {
	return i >= c.s.from && i < c.s.to && c.is(i, kPeople) && c.tokens[i].shape != capital
}

// pledgedBetween reports what somebody promises between two tokens of a
// sentence, whose date or place is of the promise.
func (c *clause) pledgedBetween(from, to int) bool {
	for _, u := range c.verbs {
		if !u.noun && u.tag.value == "promise" && u.at > from && u.at < to {
			return true
		}
	}
	return false
}

// aside reports a date of a relative clause that closes before a verb, or one up
// to which something lasts, outside English: "la visita, que inició el 3 de mayo, ...".
func (c *clause) aside(d *chunk, at int) bool {
	if c.tongue.capitals {
		return false
	}
	if c.due(d.from) && d.from > at || c.tongue.verbLast && strings.HasPrefix(c.tokens[min(d.to, c.s.to-1)].word.folded, "дейін") { // "2030 жылға дейінгі"
		return true
	}
	if d.from >= at || c.comma(c.s.from, d.from) && !c.mark(d.to, ",") {
		return false
	}
	for i := d.from - 1; i > c.s.from && i >= d.from-8; i-- {
		if c.mark(i, ",") {
			return c.is(i+1, kPronoun) && c.mark(d.to, ",")
		}
	}
	return false
}

// approving gives the act that "صادق" tells of a law, which a parliament
// approves, and of a treaty, which it ratifies; a law or resolution that is passed is adopted.
func (c *clause) approving(t trigger, kind string, in *entity) string {
	if f := c.tokens[t.at].word.folded; c.tongue.tag == "en" && (f == "passed" || f == "passes" || f == "pass") && in.head != nil && (in.head.value == "law" || in.head.value == "resolution") {
		return "adopted"
	}
	if kind == "dates" { // "the Convention, which dates from 1999"
		switch sort := in.head; {
		case sort != nil && accords[sort.value]:
			return "signed"
		case sort != nil && sort.value == "programme":
			return "launched"
		}
		return "adopted"
	}
	if kind == "ratified" && c.tongue.tag == "ar" && in.head != nil && in.head.value == "law" {
		return "approved"
	}
	return kind
}

// anotherDeed reports "and" before somebody else's deed to come: "aportará un
// fondo y Uruguay creará una ventanilla".
func (c *clause) anotherDeed(i int) bool {
	if c.tongue.capitals || !c.is(i, kAnd) && c.tokens[i].word.folded != "а" {
		return false
	}
	at := c.pastArticle(i + 1)
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.from == at && ch.to < c.s.to && c.actorAt(k) != nil {
			for j := ch.to; j < min(c.s.to, ch.to+6); j++ {
				if c.deedToCome(j) {
					return true
				}
			}
		}
	}
	return false
}

// margin gives where the occasion of a meeting begins between two tokens, outside
// English: whoever is named after "en marge de" takes no part in it.
func (c *clause) margin(from, to int) int {
	for i := from + 1; i < to && !c.tongue.capitals && !c.tongue.verbLast; i++ {
		if tg, _ := c.at(i, kDuring); tg != nil && tg.value == "" {
			if persons, _ := c.actors(from, i); len(persons) > 0 {
				return i
			}
		}
	}
	return to
}

// opensSoon reports a French or Spanish verb in the future within the words of a
// trigger or right after its noun: "L'atelier s'ouvrira", "La reunión se celebrará".
func (c *clause) opensSoon(at int) bool {
	if !c.tongue.articles || c.tongue.capitals {
		return false
	}
	for i := at; i < min(c.s.to, at+4) && (i == at || c.tokens[i].shape == lower); i++ {
		w := c.tokens[i].word.folded
		if c.tokens[i].shape == lower && utf8.RuneCountInString(w) > 5 && c.is(i, kVerb) && endsIn(w, c.tongue.future.ends) {
			return true
		}
		if c.reflexive(i) && endsIn(w, c.tongue.future.ends) {
			return true
		}
	}
	return false
}

// forumActs gives whose session or conference is the subject of a sentence,
// outside English: "Le Sommet a décidé".
func (c *clause) forumActs() []actor {
	i := c.s.from
	for c.is(i, kArticle) {
		i++
	}
	tg, n := c.at(i, kEvent)
	if c.tongue.capitals || tg == nil || tg.value != "conference" && tg.value != "session" {
		return nil
	}
	for k := len(c.told) - 1; k >= max(0, len(c.told)-antecedents); k-- {
		f := c.told[k]
		if f.kind != "session" && f.kind != "conference" {
			continue
		}
		for _, a := range f.parties {
			if a.who.kind == anOrg {
				return []actor{{a.who, c.bytes(i, i+n), i}}
			}
		}
	}
	return nil
}

// pronounDoer gives whom "il", "que" or "أنه" right before a verb stands for:
// who tells it in the same sentence, else who was spoken of last.
func (c *clause) pronounDoer(i int) []actor {
	if i == c.s.from {
		return nil
	}
	switch c.tokens[i-1].word.folded {
	case "il", "elle", "ils", "elles", "он", "она", "انه", "انها", "بانه", "بانها", "que", "وانها", "وانه":
	default:
		return nil
	}
	for k := len(c.chunks) - 1; k >= 0; k-- {
		ch := &c.chunks[k]
		if a := c.actorAt(k); a != nil && ch.to < i && !c.inPost(ch) && !(ch.kind == aState && ch.adj) && !c.oblique(ch) {
			return []actor{*a}
		}
	}
	if s := c.stage.subject; s != nil && (c.tokens[i-1].word.folded != "que" || c.has("say")) {
		return []actor{{s, c.bytes(i, i+1), i}}
	}
	return nil
}

// theyMet gives for "ils" or "они" those who met: whom the persons stand for, or
// themselves.
func (c *clause) theyMet(at int) (out []actor) {
	m := c.assembled()
	if m == nil {
		return nil
	}
	for _, a := range m.participants {
		out = appendActor(out, actor{c.stateOf(a.who), c.bytes(c.s.from, c.s.from+1), at})
	}
	if len(out) < 2 {
		return c.whoMet(at, 1)
	}
	return out[:2]
}

// theyAbroad are the plural pronouns that stand for those who met.
var theyAbroad = forms("ils elles ellos ellas они олар")

// oblique reports a name after a preposition, which does nothing itself.
func (c *clause) oblique(ch *chunk) bool {
	i := ch.from - 1
	if c.is(i, kArticle) {
		i--
	}
	return i >= c.s.from && (c.is(i, kBy) || c.is(i, kWith) || c.is(i, kIn) || c.is(i, kLink) || c.is(i, kTo)) && !c.is(i, kAnd)
}

// nominative reports a Kazakh name without a case ending.
func (c *clause) nominative(ch *chunk) bool {
	w := c.tokens[ch.to-1].word.form
	return nominativeLast(w) == w || ch.who != nil && strings.HasSuffix(ch.who.name, w)
}

// saysThat reports, outside English, a verb of announcing with "that", which
// promises only where what follows is to come.
func (c *clause) saysThat(t trigger) bool {
	switch c.tokens[t.at+t.n-1].word.folded {
	case "que", "qu'", "что", "ان", "بان":
		return true
	}
	return false
}

// toComeAfter reports a deed to come within the words after token i.
func (c *clause) toComeAfter(i int) bool {
	for k := i; k < min(c.s.to, i+16); k++ {
		if c.is(k, kFuture) || c.deedToCome(k) {
			return true
		}
		for _, u := range c.verbs {
			if u.at == k && !u.noun && (u.tag.value == "promise" || u.tag.value == "action") {
				return true
			}
		}
	}
	return false
}

// homeland gives the State of who speaks, where "su país" or "sa région" does
// something: its person's before token i.
func (c *clause) homeland(i int) []actor {
	if c.tongue.capitals || i-2 < c.s.from {
		return nil
	}
	switch c.tokens[i-1].word.folded {
	case "بلاده", "بلادها":
	case "pais", "país", "pays", "страна", "gobierno", "gouvernement":
		switch c.tokens[i-2].word.folded {
		case "su", "son", "leur", "nuestro", "notre", "его", "ее", "наша":
		default:
			return nil
		}
	default:
		return nil
	}
	for k := len(c.chunks) - 1; k >= 0; k-- {
		if ch := &c.chunks[k]; ch.to < i && ch.who != nil && ch.who.kind == aPerson {
			return []actor{{c.stateOf(ch.who), c.bytes(i-1, i), i - 1}}
		}
	}
	if s := c.stage.subject; s != nil && s.kind == aPerson {
		return []actor{{c.stateOf(s), c.bytes(i-1, i), i - 1}}
	}
	return nil
}

// adjacent gives who stands right before a verb outside English and Kazakh, with
// those listed before: its subject, whoever else the sentence names.
func (c *clause) adjacent(at int) []actor {
	if c.tongue.capitals || c.tongue.verbLast {
		return nil
	}
	for k := range c.chunks {
		if ch := &c.chunks[k]; c.tongue.verbFirst && ch.from == at+1 && (ch.kind == aState && !ch.adj || ch.kind == anOrg) { // "تعهدت البرتغال"
			return c.subjectAfter(at)
		}
	}
	i := at
	for i > c.s.from && (c.is(i-1, kAdverb) || c.is(i-1, kPast)) {
		i--
	}
	for k := range c.chunks {
		ch := &c.chunks[k]
		if ch.to != i || ch.kind != aState && ch.kind != anOrg || ch.kind == aState && ch.adj && !(c.romance() && c.sideWord(ch.from-1)) || c.inPost(ch) || c.located(ch) || c.oblique(ch) || c.silent[ch.who] {
			continue
		}
		if a := c.subjectAt(k); a != nil && c.plainForm(ch) {
			return c.withListed(k, *a)
		}
	}
	return nil
}

// plainForm reports a Russian name in the nominative; elsewhere names keep theirs.
func (c *clause) plainForm(ch *chunk) bool {
	if c.tongue.tag != "ru" || ch.who == nil {
		return true
	}
	return fold(c.say(ch.from, ch.to)) == fold(ch.who.name) || c.tokens[ch.to-1].shape == acronym
}

// toldToCome reports a Kazakh deed to come that somebody tells of: "бөлетінін жеткізді".
func (c *clause) toldToCome(i int) bool {
	if !endsIn(c.tokens[i].word.folded, []string{"атынын", "етінін", "йтынын", "йтінін"}) {
		return false
	}
	tg, _ := c.at(i+1, kVerb)
	return tg != nil && (tg.value == "note" || tg.value == "say" || tg.value == "inform" || tg.value == "promise")
}

// reportedToCome reports a French or Spanish conditional after "that", which
// tells what somebody said will be: "a confirmé que la France ouvrirait".
func (c *clause) reportedToCome(i int) bool {
	ends := map[string][]string{"fr": {"erait", "eraient", "irait", "iraient", "drait", "draient"}, "es": {"aría", "arían", "ería", "erían", "iría", "irían"}}[c.tongue.tag]
	if !endsIn(c.tokens[i].word.folded, ends) {
		return false
	}
	for k := i - 1; k > c.s.from && k >= i-14; k-- {
		if f := c.tokens[k].word.folded; f == "que" || f == "qu'" {
			return c.is(k-1, kVerb) || c.is(k-1, kAnd) || c.tokens[k-1].shape == lower && hasEnding(c.tokens[k-1].word.folded, []string{"é", "is", "u", "ó", "it", "ado", "aron"})
		}
	}
	return false
}

// ofInstrument reports a body that is only named in the name of an instrument, and does
// nothing there; in English, one that a law sets up: "a decree establishing the Council".
func (c *clause) ofInstrument(k int) bool {
	for n := k - 1; n >= max(0, k-3) && c.chunks[k].kind == anOrg; n-- {
		if ch := &c.chunks[n]; ch.kind == anInstrument && c.chunks[k].to <= ch.to {
			return !c.tongue.capitals && !ch.descr || c.tongue.tag == "en" && strings.HasSuffix(c.tokens[max(c.pastArticleBack(c.chunks[k].from), c.s.from)].word.folded, "ing")
		}
	}
	return false
}

// firstDeed gives who does the deed to come that "and that" joins the one at token
// at to.
func (c *clause) firstDeed(at int) []actor {
	for k := at - 3; c.andWhat(at-2) && k > c.s.from; k-- {
		if c.deedToCome(k) {
			return c.doerBeside(k)
		}
	}
	return nil
}

// andWhat reports, outside English, "and that" at token i before a deed to come:
// "abrirá un centro y que donará tabletas".
func (c *clause) andWhat(i int) bool {
	if c.tongue.capitals || i < c.s.from || i+2 >= c.s.to || !c.is(i, kAnd) {
		return false
	}
	switch c.tokens[i+1].word.folded {
	case "que", "qu'", "что":
		return c.deedToCome(i+2) || c.toComeAfter(i+2)
	}
	return false
}
