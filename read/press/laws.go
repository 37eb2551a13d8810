package press

import "strings"

// The names of laws: how a jurisdiction cites them, and the words of them that elsewhere
// head the name of a body, a post or an event.

// citation gives the end of the year, number or chapter by which a law is cited after
// its name, with or without a comma: "Fisheries Act[, No. 2 of 1996]", "Electoral
// Act[, 2022]", "Fisheries Act[, 2002 (Act 625)]", "Data Act[, Cap. 411C]".
func (p *paper) citation(at int, tg *tag) int {
	if p.tongue.tag != "en" || tg.value != "law" || !p.upper(at-1) {
		return at
	}
	end := at
	if p.mark(at, ",") && at+1 < len(p.tokens) {
		switch next := &p.tokens[at+1]; {
		case next.word.in(numbering):
			end = p.ownNumber(at+1, tg)
			if end == at+1 {
				return at
			}
		case next.shape == number && len(next.word.form) == 4 && yearLike(next.word.form):
			end = at + 2
		default:
			return at
		}
	}
	if p.mark(end, "(") && end+3 < len(p.tokens) && (p.is(end+1, kInstrument) || p.tokens[end+1].word.in(numbering)) {
		for i := end + 2; i < min(len(p.tokens), end+8); i++ {
			if p.mark(i, ")") && (p.tokens[i-1].shape == number || p.tokens[end+2].shape == number) {
				return i + 1
			}
		}
	}
	return end
}

// numbering are the words before the number of a law.
var numbering = forms("no nos act cap chapter")

// namedLaw reports a law whose head noun ends a name, to which what it is to do does not
// belong: "a new Fisheries Bill to replace the Act", but "a Bill to replace the Act".
func (p *paper) namedLaw(at int) bool {
	return p.upper(at-1) && p.upper(at-2) && !p.is(at-2, kArticle)
}

// lawAhead reports that the capitalised words from a token on, which stand after an
// article, end in the head noun of a law, so that a word among them heads no other name:
// "the Child Justice Act", "the Local Authorities Elections (Special Provisions) Bill".
func (p *paper) lawAhead(i int) bool {
	if p.tongue.tag != "en" || !p.is(i-1, kArticle) {
		return false
	}
	j := i
	for j < min(len(p.tokens), i+12) && (p.upper(j) && !(p.is(j, kTitle) && p.is(j+1, kGiven) && !p.is(j+1, kInstrument)) || p.is(j, kAnd) && p.upper(j+1) || p.mark(j, "(") && p.upper(j+1) || p.mark(j, ")")) {
		j++
	}
	tg, n := p.at(j-1, kInstrument)
	return j > i+2 && n == 1 && tg.value == "law" && p.upper(j-1) && p.upper(i)
}

// onCondition reports a deed of the present that waits for a condition or a day: "once
// the Fisheries (Amendment) Bill is passed", "until Parliament adopts it", "before the
// treaty enters into force".
func (c *clause) onCondition(t trigger) bool {
	if c.tongue.tag != "en" || c.deedNoun(t) || c.isDeposit(t) || (c.past(t) || c.tokens[t.at].word.in(strongPast)) && !c.presentPassive(t) {
		return false
	}
	for i := t.at - 1; i >= max(c.s.from, t.at-16); i-- {
		if ch := c.chunkOver(i); ch != nil && ch.from < i {
			i = ch.from
			continue
		}
		if c.tokens[i].word.in(waiting) {
			return !c.is(i+1, kVerb)
		}
		if c.tokens[i].shape == mark && !c.possessive(i) || c.tokens[i].word.folded == "that" || c.is(i, kVerb) && c.tokens[i].shape == lower && !c.asNoun(i) && i < t.at-3 {
			return false
		}
	}
	return false
}

// presentPassive reports "is", "are" or "has been" right before a participle.
func (c *clause) presentPassive(t trigger) bool {
	for i := t.at - 1; i > max(c.s.from, t.at-4); i-- {
		switch c.tokens[i].word.folded {
		case "is", "are", "has", "have", "gets":
			return true
		}
	}
	return false
}

// strongPast are the past forms of the verbs of entry into force that do not end in -ed.
var strongPast = forms("came took became went brought put")

// waiting are the words before what something else waits for.
var waiting = forms("once until till unless if whether before when")

// undated reports an entry into force of which only is said that its day is to come:
// "the date on which it will come into operation is yet to be proclaimed".
func (c *clause) undated(t trigger) bool {
	next := t.at + t.n
	if c.tongue.tag != "en" || t.tag.value != "force" || next+1 >= c.s.to || !c.is(next, kPast) && !c.is(next, kFuture) && !c.tokens[next].word.in(stillSo) {
		return false
	}
	if _, day := c.dateAt(next + 1); day > next+1 { // "the date on which it enters into force is 1 July"
		return false
	}
	for i := t.at - 1; i > max(c.s.from, t.at-8); i-- {
		if f := c.tokens[i].word.folded; (f == "which" || f == "when") && c.tokens[max(i-2, c.s.from)].word.in(dayNouns) {
			return true
		}
	}
	return false
}

// stillSo are the verbs for what is so yet.
var stillSo = forms("remains depends is has")

// dayNouns are the nouns for the day of what follows them.
var dayNouns = forms("date day time")

// praisedFor reports the deed for which somebody is praised or thanked, and which is
// thereby said to be done: "commended the Government on the passage of the Act".
func (c *clause) praisedFor(i int) bool { return c.praiseBefore(i) >= 0 }

// praiseBefore gives the verb of praise or thanks that "on" or "for" at a token goes
// with; -1 for none.
func (c *clause) praiseBefore(i int) int {
	if f := c.tokens[max(i, c.s.from)].word.folded; f != "on" && f != "for" && f != "upon" {
		return -1
	}
	for j := i - 1; j > c.s.from && j > i-12 && c.tokens[j].shape != mark; j-- {
		if c.tokens[j].word.in(praising) {
			return j
		}
		if c.finiteAt(j) && (c.is(j-1, kAnd) || c.tokens[j].word.folded == "called") { // "thanked Chad and called for"
			break
		}
	}
	return -1
}

// whomPraised gives whom somebody praises for the deed that a noun tells: "congratulated
// Chad on its accession to the Convention".
func (c *clause) whomPraised(t trigger) []actor {
	i := t.at - 1
	if c.is(i, kArticle) || i > c.s.from && c.tokens[i].word.folded == "its" {
		i--
	}
	verb := c.praiseBefore(i)
	if verb < 0 || c.tongue.tag != "en" {
		return nil
	}
	persons, parties := c.actors(verb, i)
	return append(persons, parties...)
}

// soLong reports words after "for" that say how long: "five years", "another term",
// but not "two projects".
func (p *paper) soLong(j int) bool {
	if p.counts(j) {
		return j+1 < len(p.tokens) && p.tokens[j+1].word.in(lasting)
	}
	return p.tokens[j].word.in(lasting)
}

// praising are the verbs of praise and thanks.
var praising = forms("commended commends commend commending congratulated congratulates congratulate congratulating praised praises praise praising thanked thanks thank thanking applauded applauds lauded lauds complimented felicitated hailed hails")

// sorts reports an instrument in the plural, to which "the agreement" does not go back:
// "the agreements already concluded by Chad".
func (p *paper) sorts(ch *chunk) bool {
	for i := ch.name[0]; i < ch.name[1] && p.tongue.tag == "en"; i++ {
		if _, n := p.at(i, kInstrument); n > 0 {
			return p.plural(i + n - 1)
		}
	}
	return false
}

// pastComma gives the token after a comma at a token, or the token.
func (c *clause) pastComma(i int) int {
	if c.mark(i, ",") {
		i++
	}
	return i
}

// exchanges reports an exchange of what is no instrument itself: "exchanged the
// instruments of ratification of the Treaty".
func (c *clause) exchanges(t trigger) bool {
	next := t.at + t.n
	return c.tongue.tag == "en" && strings.HasPrefix(c.tokens[t.at].word.folded, "exchang") && next < c.s.to && strings.HasPrefix(c.tokens[next].word.folded, "instrument")
}

// amongSigned gives the first of the instruments that were among those that a deed in the
// passive was done to, or k: "a number of documents were signed, including a Protocol".
func (c *clause) amongSigned(t trigger, k int) int {
	if c.tongue.tag != "en" || t.noun || !c.passive(t) || !c.finite(t) || k >= 0 && (!c.chunks[k].descr || !c.pluralHead(&c.chunks[k]) && c.chunks[k].head != paperTag) {
		return k
	}
	if subject := c.beforeAux(t.at); k < 0 && !c.tokens[max(subject, c.s.from)].word.in(papersDone) {
		return k
	}
	for i := t.at + t.n; i < min(c.s.to-1, t.at+maxListed); i++ {
		if !c.mark(i, ",") || !c.tokens[i+1].word.in(among) {
			continue
		}
		for n := range c.chunks {
			if ch := &c.chunks[n]; ch.kind == anInstrument && ch.who != nil && ch.from > i && ch.from-i < 6 {
				return n
			}
		}
	}
	return k
}

// papersDone are the nouns for instruments of any sort.
var papersDone = forms("documents agreements instruments accords papers memoranda mous memorandums deals")

// among are the words before some of what was just named.
var among = forms("including notably among namely")

// meanwhile reports words after "for" that say for how long an instrument is, or to
// whom it is put, and not what it is about: "for five years", "for public comment".
func (p *paper) meanwhile(j int) bool {
	if p.tongue.tag != "en" || p.tokens[j-1].word.folded != "for" {
		return false
	}
	return p.soLong(j) || p.tokens[j].word.folded == "public" && j+1 < len(p.tokens) && p.tokens[j+1].word.in(hearing)
}

// hearing are the nouns for the hearing of the public.
var hearing = forms("comment comments consultation consultations input inputs scrutiny participation")

// settingOnly reports a "framework" that is only said to be an instrument's: "in the
// framework of the Agreement".
func (p *paper) settingOnly(head, next int) bool {
	if p.tongue.tag != "en" || p.tokens[head].word.folded != "framework" || p.tokens[head].shape != lower || next >= len(p.tokens) || p.tokens[next].word.folded != "of" {
		return false
	}
	return p.is(head-1, kArticle) && (p.is(head-2, kIn) || p.is(head-2, kLink) || p.tokens[max(head-2, 0)].word.in(governing))
}
