package press

import "slices"

// The Russian grammar of standing and election. Case and government tell who is who
// whatever the order: the office is in the instrumental or after "на пост", the body
// after "в", "в состав" or a noun for its members, and whoever is chosen, put forward
// or stands is the name that is left.

// The words that tell of standing and election, by what they govern.
var (
	chosenInRussian = forms("избран избрана избрано избраны переизбран переизбрана переизбраны избирается избираются избран(а)")
	choosing        = forms("избрал избрала избрало избрали переизбрал переизбрала переизбрали избирает изберет")
	puttingForward  = forms("выдвинул выдвинула выдвинуло выдвинули выдвигает выдвигают номинировал номинировала номинировали выставил выставила выставили")
	putForward      = forms("выдвинут выдвинута выдвинуты номинирован номинирована номинированы")
	candidateNouns  = forms("кандидат кандидата кандидату кандидатом кандидате кандидаты кандидатов кандидатам кандидатами кандидатура кандидатуры кандидатуре кандидатуру кандидатурой кандидатур кандидатурами кандидатурам")
	inElections     = forms("участие участия участию участием участии участвует участвуют участвовал участвовала участвовали участвовать")
	memberNouns     = forms("членов члены членами судей судьи судьями депутатов")
	electionNouns   = forms("избрание избрания избранию избранием избрании переизбрание переизбрания переизбранию переизбранием")
	asCandidates    = forms("кандидатом кандидатами")
	seekingSeat     = forms("баллотируется баллотируются баллотировался баллотировалась баллотировались баллотироваться претендует претендуют претендовал претендовала претендовали претендовать претендент заявку соискатель")
	winningSeat     = forms("победу победил победила победили выиграл выиграла выиграли поддержкой голосов голоса проголосовали проголосовало процентов")
	beating         = forms("опередивший опередившая опередившего опередил опередила опередив обошел обошла обойдя обогнал обогнала обогнав соперник соперника соперником соперницу соперница уступил уступила хватило")
	seatWords       = forms("пост поста посту посте должность должности место места мест кресло кресла членство членства председательство членом члены членов членами член члена состав состава составе судьей судьи судью судьями депутаты депутатом депутатов депутатами")
	headsOfState    = forms("президент президента президентом президенты премьер премьера премьеры премьером премьер-министры губернаторы губернатора мэры мэра")
)

// forwardTag is of a verb of putting somebody forward, whose subject does so.
var forwardTag = &tag{kind: kVerb, value: "nominate"}

// suffrage reads who is elected to a body, is put forward or stands for it.
func (c *clause) suffrage() {
	for _, u := range c.verbs {
		if body := c.seatFor(u.at); u.noun && u.tag.value == "election" && body != nil { // "голосованием определялись члены Комитета"
			c.keepSeat(u, body)
		}
	}
	for i := c.s.from; i < c.s.to; i++ {
		w := c.tokens[i].word
		if w.in(beating) {
			c.outdone(i)
		}
		if c.tokens[i].shape == mark || c.tokens[i].shape == number || c.unsure(i) {
			continue
		}
		switch {
		case w.in(chosenInRussian):
			c.elected(trigger{i, 1, wonTag, false}, c.chosenOne)
		case w.in(choosing):
			c.elected(trigger{i, 1, wonTag, false}, c.objectsAfter)
		case w.in(puttingForward):
			c.stands(trigger{i, 1, forwardTag, false}, c.objectsAfter)
		case w.in(putForward):
			c.stands(trigger{i, 1, soughtTag, false}, c.chosenOne)
		case w.in(candidateNouns) && !c.inName(i):
			c.stands(trigger{i, 1, soughtTag, false}, c.candidateOf)
		case w.in(seekingSeat):
			c.stands(trigger{i, 1, soughtTag, false}, c.seekerOf)
		case w.in(electionNouns) && !c.inName(i):
			c.stands(trigger{i, 1, soughtTag, false}, c.candidateOf)
		case w.in(inElections):
			c.takesPart(i)
		case w.in(winningSeat):
			c.polled(i)
		}
	}
}

// takesPart reads who takes part in elections: "участие X в выборах в Комитет".
func (c *clause) takesPart(i int) {
	for _, u := range c.verbs {
		if u.noun && u.tag.value == "election" && u.at > i && u.at-i < maxMandated && c.is(u.at-1, kIn) {
			c.stands(u, func(_ trigger, body *chunk) []actor {
				return c.candidateOf(trigger{i, 1, soughtTag, false}, body)
			})
			return
		}
	}
}

// unsure reports that what the word at token i tells is denied, wished or conditional:
// "не избран", "если будет избран", "опроверг, что намерен баллотироваться".
func (c *clause) unsure(i int) bool {
	for k := max(c.s.from, i-3); k < i; k++ {
		if c.tokens[k].word.in(denying) {
			return true
		}
	}
	for k := c.s.from; k < i; k++ {
		if c.tokens[k].word.in(supposing) {
			return true
		}
	}
	return false
}

var (
	denying   = forms("не ни статус статуса снял сняла отозвал отозвала бы")
	supposing = forms("если опроверг опровергла опровергли якобы будто слухи")
)

// officeAt gives the body of the seat that the post or body of chunk k is, where the
// words before it make it one: "на пост генерального секретаря ОБСЕ", "сопредседателем
// группы", "в Совет", "в состав Комитета", "кандидатом в президенты Молдовы".
func (c *clause) officeAt(k int) *chunk {
	ch := &c.chunks[k]
	before := c.tokens[max(ch.from-1, c.s.from)].word
	switch ch.kind {
	case aPost:
		q := ch.post
		if !c.becoming(q.head) && !before.in(seatWords) && !c.tokens[max(c.beforeQualities(ch.from), c.s.from)].word.in(seatWords) && !(c.tokens[q.head].word.in(memberNouns) && ch.who == nil) || q.former || q.body == nil || c.is(ch.from-1, kWith) {
			return nil
		}
		return &chunk{kind: anOrg, who: q.body, from: ch.from, to: ch.to}
	case anOrg:
		if ch.who == nil || ch.head != nil && ch.head.value == "media" || c.inPost(ch) {
			return nil
		}
		if f := c.tokens[max(c.beforeQualities(ch.from), c.s.from)].word; ch.from > c.s.from && (f.folded == "в" || f.folded == "во") && (c.leadsInto(ch) || c.tokens[max(ch.from-2, c.s.from)].word.in(seatWords)) || f.in(seatWords) {
			return ch
		}
	case aState:
		if ch.who != nil && !ch.adj && before.in(headsOfState) {
			return &chunk{kind: anOrg, who: ch.who, from: ch.from, to: ch.to}
		}
	}
	return nil
}

// beforeQualities gives the token before the ordinals and adjectives that stand before
// token i.
func (c *clause) beforeQualities(i int) int {
	for i--; i > c.s.from && (c.is(i, kOrdinal) || c.is(i, kModifier) || c.tokens[i].shape == lower && hasEnding(c.tokens[i].word.folded, []string{"ые", "ие", "ых", "их", "ого", "его"})); i-- {
	}
	return i
}

// becoming reports a title that tells what somebody is to be: in the instrumental,
// "избран председателем", or in the plural after "в", "кандидат в депутаты".
func (c *clause) becoming(head int) bool {
	w := c.tokens[head].word.folded
	if hasEnding(w, []string{"ом", "ем", "ым", "им", "ой", "ей", "ами", "ями"}) {
		return true
	}
	return c.tokens[max(c.beforeQualities(head), c.s.from)].word.folded == "в" && hasEnding(w, []string{"ы", "и"})
}

// leadsInto reports a body in the accusative, into which somebody is chosen: "в
// Совет", "в Комиссию", and not "в Совете", where something happens.
func (c *clause) leadsInto(ch *chunk) bool {
	head := ch.from
	for i := ch.from; i < ch.to; i++ {
		if c.is(i, kOrg) && c.tokens[i].shape != acronym {
			head = i
			break
		}
	}
	w := c.tokens[head].word.folded
	return !hasEnding(w, []string{"ии"}) && (!hasEnding(w, []string{"е"}) || hasEnding(w, []string{"ие"}))
}

// seatFor gives the body that a word at token i is about standing for: the first
// after it, else the last before it, else that of which the text told before.
func (c *clause) seatFor(i int) *chunk {
	for k := range c.chunks {
		if c.chunks[k].from > i && c.chunks[k].from-i <= electoralReach {
			if b := c.officeAt(k); b != nil {
				return b
			}
		}
	}
	for k := len(c.chunks) - 1; k >= 0; k-- {
		if c.chunks[k].to <= i {
			if b := c.officeAt(k); b != nil {
				return b
			}
		}
	}
	return nil
}

// electoralReach bounds the tokens from a word of standing to the seat: those who
// stand may be named between.
const electoralReach = 30

// inSeat reports a chunk that is the seat itself or a part of it.
func (c *clause) inSeat(ch, body *chunk) bool {
	return ch.who == nil || body != nil && (ch.who == body.who || ch.from >= body.from && ch.to <= body.to)
}

// candidateAt gives the person or State that chunk k names, where it may be chosen:
// not who chooses, nor where.
func (c *clause) candidateAt(k int, body *chunk) *actor {
	ch := &c.chunks[k]
	if c.inSeat(ch, body) || c.silent[ch.who] || c.credits(ch) || ch.from < c.lead {
		return nil
	}
	switch ch.kind {
	case aPerson:
		return &actor{ch.who, c.bytes(ch.from, ch.to), ch.from}
	case aState:
		if !ch.adj && !c.inPost(ch) && !c.oblique(ch) && !c.is(ch.from-1, kTitle) {
			return &actor{ch.who, c.bytes(ch.from, ch.to), ch.from}
		}
	}
	return nil
}

// after gives those who may be chosen from token i on, persons before States, as far
// as the next statement.
func (c *clause) after(i int, body *chunk) (persons, states []actor) {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.from > i && !c.statedBetween(i, ch.from) {
			if a := c.candidateAt(k, body); a != nil && a.who.kind == aPerson && c.oneList(persons, ch.from) {
				persons = appendActor(persons, *a)
			} else if a != nil && a.who.kind != aPerson && c.oneList(states, ch.from) {
				states = appendActor(states, *a)
			}
		}
	}
	return persons, states
}

// oneList reports that only commas, "и", brackets and nouns stand between the last of a
// list and a name at token to, or a dash after who else puts somebody forward: "финка
// A, поляк B и турок C", "Казахстан выдвинул A, а Турция – B".
func (c *clause) oneList(list []actor, to int) bool {
	if len(list) == 0 {
		return true
	}
	from := c.endOf(list[len(list)-1])
	for i := from; i < to; i++ {
		if c.mark(i, "–") || c.mark(i, "-") || c.mark(i, "—") {
			return true
		}
	}
	for i := from; i < to; i++ {
		if w := c.tokens[i]; w.shape == lower && !c.is(i, kTitle) && (c.is(i, kVerb) || hasEnding(w.word.folded, []string{"л", "ла", "ло", "ли", "лся", "лась", "лись"})) || (c.is(i, kIn) || c.is(i, kWith)) && !c.inName(i) {
			return false
		}
	}
	return true
}

// statedBetween reports another statement between two tokens: a semicolon, or a comma
// after which somebody else does something or is told of by "который".
func (c *clause) statedBetween(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if c.mark(i, ";") || c.mark(i, ",") && i+1 < to && c.tokens[i+1].word.in(clauseOpeners) || c.tokens[i].word.in(beating) {
			return true
		}
	}
	return false
}

var clauseOpeners = forms("который которая которое которые которого которую которых которым которой которому сообщил сообщила сообщило сообщили сообщает передает что чем где но пока чтобы")

// chosenOne gives who is chosen by a passive: after it where the office stands before
// it, "Председателем Комиссии избран X", else the name before it.
func (c *clause) chosenOne(t trigger, body *chunk) []actor {
	persons, states := c.after(t.at, body)
	if body != nil && body.to <= t.at || c.openingPassive(t.at) {
		if len(persons) > 0 {
			return persons
		}
		if len(states) > 0 {
			return states
		}
	}
	if before := c.candidatesBefore(t, body); len(before) > 0 {
		return before
	}
	if len(persons) > 0 {
		return persons
	}
	return states
}

// candidatesBefore gives the name nearest before a verb that can be a candidate's, with
// those listed with it, or whom a pronoun there means.
func (c *clause) candidatesBefore(t trigger, body *chunk) []actor {
	for k := len(c.chunks) - 1; k >= 0; k-- {
		if c.chunks[k].to > t.at {
			continue
		}
		if a := c.candidateAt(k, body); a != nil && (a.who.kind == aPerson || c.plainForm(&c.chunks[k])) {
			return c.withListed(k, *a)
		}
	}
	if s := c.stage.subject; s != nil && c.pronounBefore(t.at) {
		return []actor{{s, c.bytes(t.at, t.at+1), t.at}}
	}
	return nil
}

// openingPassive reports a passive before which nothing but circumstances stands:
// "Избраны также X и Y".
func (c *clause) openingPassive(i int) bool {
	return !slices.ContainsFunc(c.chunks, func(ch chunk) bool {
		return ch.to <= i && (ch.kind == aPerson || ch.kind == aState && !ch.adj || ch.kind == aPost)
	})
}

// objectsAfter gives whom somebody chooses or puts forward: the persons after the
// verb, else the State that puts itself forward.
func (c *clause) objectsAfter(t trigger, body *chunk) []actor {
	persons, _ := c.after(t.at, body)
	if len(persons) > 0 || t.tag == wonTag {
		return persons
	}
	for k := t.at + 1; k < min(c.s.to, t.at+4); k++ {
		if c.tokens[k].word.folded == "свою" || c.tokens[k].word.folded == "собственную" {
			return c.seekerOf(t, body)
		}
	}
	return nil
}

// seekerOf gives who stands, the name nearest before the verb, else after it.
func (c *clause) seekerOf(t trigger, body *chunk) []actor {
	if before := c.candidatesBefore(t, body); len(before) > 0 {
		return before
	}
	if body != nil && body.to <= t.at || c.openingPassive(t.at) || c.listColon(t.at+1) > 0 {
		if persons, states := c.after(t.at, body); len(persons) > 0 {
			return persons
		} else if len(states) > 0 {
			return states
		}
	}
	return nil
}

// candidateOf gives whom a noun for a candidate or candidature is said of: the name in
// the genitive or in apposition after it, past the State that he is of and the seat,
// "кандидат от Казахстана на пост судьи X"; else the name before it, "X, кандидат на
// пост", "своей кандидатуры"; else the State.
func (c *clause) candidateOf(t trigger, body *chunk) []actor {
	w := c.tokens[t.at].word
	persons, states := c.after(t.at, body)
	if len(persons) > 0 && (w.in(asCandidates) || c.nextTo(t.at, persons[0].pos, body)) {
		return persons
	}
	if c.mark(t.at-1, ",") || c.mark(t.at-1, "–") || c.mark(t.at-1, "—") || w.in(asCandidates) || c.is(t.at-1, kPronoun) {
		return c.seekerOf(t, body)
	}
	for _, a := range states {
		if a.pos-t.at <= 2 {
			return []actor{a}
		}
	}
	for k := range c.chunks { // "кандидат от Казахстана"
		if ch := &c.chunks[k]; ch.kind == aState && ch.who != nil && (ch.from-t.at == 2 || ch.adj && ch.to == t.at) {
			return []actor{{ch.who, c.bytes(ch.from, ch.to), ch.from}}
		}
	}
	if !w.in(candidateNouns) { // "намерен добиваться избрания в Совет"
		return c.seekerOf(t, body)
	}
	return nil
}

// nextTo reports that nothing but the seat, a post and what is of a State stands
// between a noun for a candidate and a name.
func (c *clause) nextTo(at, pos int, body *chunk) bool {
	for i := at + 1; i < pos; i++ {
		if c.is(i, kVerb) && !c.inName(i) && !c.is(i, kRole) || c.mark(i, ";") {
			return false
		}
	}
	return pos-at <= electoralReach
}

// stands adds the candidatures of those who stand for the seat that a trigger is about.
func (c *clause) stands(t trigger, who func(trigger, *chunk) []actor) {
	body := c.seatFor(t.at)
	if body == nil {
		body = c.contestedSeat(t.at)
	}
	if body == nil {
		return
	}
	c.keepSeat(t, body)
	for _, a := range who(t, body) {
		c.stand(t, a, body)
	}
}

// onlyCandidate reports an office that somebody only stands for: "кандидат в депутаты
// Госдумы Иван Петров" is no deputy.
func (p *paper) onlyCandidate(ch *chunk) bool {
	if p.tongue.tag == "ru" {
		return ch.from > 1 && p.tokens[ch.from-1].word.folded == "в" && p.tokens[ch.from-2].word.in(candidateNouns)
	}
	return p.sought(ch.from)
}

// keepSeat keeps the seat for what the text goes on to tell of it.
func (c *clause) keepSeat(t trigger, body *chunk) {
	c.stage.ballot = &ballot{body: &chunk{kind: anOrg, who: body.who, from: body.from, to: body.to}, at: c.bytes(body.from, body.to)}
}

// elected adds the candidatures of those chosen, and their election: the body that
// elects its own officers is the one that they are elected to.
func (c *clause) elected(t trigger, who func(trigger, *chunk) []actor) {
	body := c.seatFor(t.at)
	if body == nil {
		body = c.electors(t.at)
	}
	if body == nil {
		return
	}
	list := who(t, body)
	if len(list) == 0 {
		return
	}
	c.keepSeat(t, body)
	e := c.event("election", t, ruleElection)
	e.with(c, nil, []actor{{body.who, c.bytes(body.from, body.to), body.from}})
	for _, a := range list {
		c.stand(t, a, body)
		if a.who.kind == aPerson {
			e.participants = appendActor(e.participants, a)
		} else {
			e.parties = appendActor(e.parties, a)
		}
	}
	c.put(e)
}

// electors gives the body that is the subject of a verb of electing: "Сейм избрал
// новым спикером X".
func (c *clause) electors(at int) *chunk {
	for k := len(c.chunks) - 1; k >= 0; k-- {
		if ch := &c.chunks[k]; ch.to <= at && ch.kind == anOrg && ch.who != nil && !c.inPost(ch) && (ch.head == nil || ch.head.value != "media") {
			return ch
		}
	}
	return nil
}

// polled adds who won or was voted for, where the sentence or the text tells in what
// election: "на выборах президента Ганы победу одержал X".
func (c *clause) polled(i int) {
	body := c.contestedSeat(i)
	if body == nil {
		body = c.seatFor(i)
	}
	if body == nil && c.stage.ballot != nil {
		body = &chunk{kind: anOrg, who: c.stage.ballot.body.who, from: i, to: i + 1}
	}
	if body == nil {
		return
	}
	t := trigger{i, 1, wonTag, false}
	who, _ := c.after(i, body)
	if len(who) == 0 {
		who = c.seekerOf(t, body)
	}
	for _, a := range who {
		if a.who.kind == aPerson {
			c.stand(t, a, body)
		}
	}
}

// contestedSeat gives what the elections named in the sentence are to: "на выборах
// президента Ганы", "на президентских выборах в Гане".
func (c *clause) contestedSeat(i int) *chunk {
	for _, u := range c.verbs {
		if !u.noun || u.tag.value != "election" {
			continue
		}
		for k := range c.chunks {
			ch := &c.chunks[k]
			if ch.from < u.at || ch.from-u.at > 4 || ch.who == nil && ch.post == nil {
				continue
			}
			switch {
			case ch.kind == aPost && ch.post.body != nil:
				return &chunk{kind: anOrg, who: ch.post.body, from: ch.from, to: ch.to}
			case ch.kind == anOrg, ch.kind == aState && !ch.adj:
				return &chunk{kind: anOrg, who: ch.who, from: ch.from, to: ch.to}
			}
		}
	}
	return nil
}

// outdone adds whom another candidate for the same seat left behind: "опередивший
// кенийца X", "не хватило голосов X".
func (c *clause) outdone(i int) {
	b := c.stage.ballot
	if b == nil {
		return
	}
	body := &chunk{kind: anOrg, who: b.body.who, from: i, to: i + 1}
	if persons, _ := c.after(i, body); len(persons) > 0 {
		c.stand(trigger{i, 1, soughtTag, false}, persons[0], body)
	}
}
