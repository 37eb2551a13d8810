package press

import (
	"chancery/text"
	"strings"
	"unicode/utf8"
)

// orgAt reads the name of an organisation: a known body, an acronym, or a run
// of capitalised words with a head noun ("Council", "Ministry", "Agency").
func (p *paper) orgAt(i int, s sentence) (*chunk, int) {
	if i >= s.to {
		return nil, i
	}
	c, to := p.headedOrg(i, s)
	h := p.hit(i)
	if c == nil && p.tongue.tag == "en" && i+1 < s.to && (h != nil && h.adjective && p.is(i+h.n, kPortfolio) || h == nil && p.possessive(i-1) && p.is(i, kPortfolio)) {
		c, to = p.smallMinistry(i, s)
	}
	if h != nil && h.state() && i+h.n >= to {
		if a := p.cast.acronyms[p.tokens[i].word.form]; a == nil || a.kind != anOrg {
			return nil, i
		}
	}
	if h != nil && h.org() && !h.acronym && h.entry.Kind == "group" && (h.n == 1 || !p.headWithin(i, i+h.n)) { // "Africans" is no body
		h = nil
	}
	if h != nil && h.org() && i+h.n > to && (!h.acronym || p.tokens[i].word.capped) {
		c, to = p.knownOrg(i, h)
	}
	if i+2 > to && len(p.cast.alias) > 0 && p.upper(i) && p.cast.alias[p.pair(i)] != nil {
		c = &chunk{kind: anOrg, from: i, to: i + 2, name: [2]int{i, i + 2}, acronym: -1}
	}
	if end := p.spelled(i, s); end > to && (c == nil || end > c.to) {
		c, to = &chunk{kind: anOrg, from: i, to: end, name: [2]int{i, end}, acronym: -1}, end
		if tg, n := p.at(i, kOrg); n > 0 {
			c.head = tg
		}
	}
	if c == nil {
		if c, _ = p.unheadedOrg(i, s); c == nil {
			return nil, i
		}
	}
	to = p.bracketed(c, s)
	c.to = to
	c.genitive = p.possessive(to)
	return c, to
}

// knownOrg makes the chunk of a body of the authority files at token i, with the head noun
// that an acronym can have after it: "CERD Committee", "IsDB Group".
func (p *paper) knownOrg(i int, h *hit) (*chunk, int) {
	c, to := orgChunk(i, i+h.n, nil)
	if tg, n := p.at(i, kOrg); n == h.n {
		c.head = tg
	}
	if h.acronym && p.upper(to) && !p.is(to, kTitle) && !p.is(to, kEvent) && !p.is(to, kInstrument) {
		if tg, n := p.at(to, kOrg); tg != nil {
			to += n
			c.to, c.head = to, tg
		}
	}
	return c, to
}

// unheadedOrg reads at token i a body without a head noun: an acronym, a firm, a name in
// brackets, a conference that acts.
func (p *paper) unheadedOrg(i int, s sentence) (*chunk, int) {
	head := (*tag)(nil)
	to := p.lonelyAcronym(i, s)
	if to == i {
		to, head = p.firmAt(i, s)
	}
	if to == i {
		to = p.bracketedName(i, s)
	}
	if end := p.conferring(i, s); to == i && end > i {
		to, head = end, conferenceTag
	}
	if to == i {
		return nil, i
	}
	c, to := orgChunk(i, to, head)
	c.listed = head != nil && p.listedSort(i) != nil
	return c, to
}

// conferenceTag is the sort of a conference that acts as a body.
var conferenceTag = &tag{kind: kOrg, value: "igo"}

// conferring gives the end of the name of a conference of officials that does something:
// "was adopted by the Conference of Basin Ministers".
func (p *paper) conferring(i int, s sentence) int {
	if p.tongue.tag != "en" || i < s.from+2 || i+2 >= s.to || p.tokens[i].word.form != "Conference" || !p.is(i-1, kArticle) || !p.is(i-2, kBy) || p.tokens[i+1].word.folded != "of" {
		return i
	}
	end := i + 2
	for end < s.to && p.upper(end) {
		end++
	}
	if end == i+2 || !p.is(end-1, kTitle) && !p.is(end-1, kPeople) && !p.plural(end-1) {
		return i
	}
	return end
}

// pair gives two words as one key.
func (p *paper) pair(i int) [2]string {
	if i < 0 || i+1 >= len(p.tokens) {
		return [2]string{}
	}
	return [2]string{p.tokens[i].word.folded, p.tokens[i+1].word.folded}
}

// take accepts an organisation that was read, and gives it its entity: what is
// only tried leaves no trace.
func (p *paper) take(c *chunk) {
	c.who = p.cast.org(p, c)
	p.chunks = append(p.chunks, *c)
	p.alikeMinistries(c)
}

// alikeMinistries reads the second of two ministries that a plural names, and gives each
// its own name: "the Ministries of Foreign Affairs of Chad and Peru".
func (p *paper) alikeMinistries(c *chunk) {
	i := c.name[0]
	if p.tongue.tag != "en" || p.tokens[i].word.folded != "ministries" || !p.is(c.to, kAnd) {
		return
	}
	from := p.pastArticle(c.to + 1)
	h, st := p.hit(from), c.to-1
	for st > i && (p.hit(st) == nil || !p.hit(st).state()) {
		st--
	}
	if st == i || h == nil || !h.state() || h.adjective || p.hit(st).n != c.to-st {
		return
	}
	one := "Ministry" + p.text[p.tokens[i].end:p.tokens[st].start]
	c.who.name = one + p.say(st, c.to)
	second := &entity{kind: anOrg, head: c.who.head, name: one + p.say(from, from+h.n), at: p.bytes(from, from+h.n), inText: true}
	p.cast.all = append(p.cast.all, second)
	p.chunks = append(p.chunks, chunk{kind: anOrg, from: from, to: from + h.n, name: [2]int{from, from + h.n}, who: second, head: c.who.head, acronym: -1})
}

// bracketed takes the acronym in brackets after a name, and the words of the
// name that go on after it: "Islamic Development Bank (IsDB) Group".
func (p *paper) bracketed(c *chunk, s sentence) int {
	to := c.to
	at := to
	if !p.mark(at, "(") {
		return to
	}
	j := at + 1
	for p.mark(j, "“") || p.mark(j, `"`) || p.mark(j, "«") {
		j++
	}
	if j >= s.to || p.tokens[j].shape == mark || p.tokens[j].shape == lower || p.tokens[j].shape == number {
		return to
	}
	end := p.closes(at, s)
	for k := j; end > 0 && k < end-1 && k < j+3 && p.upper(k) && !p.tokens[j].word.capped; k++ { // "(Africa CDC)"
		if p.tokens[k].word.capped {
			j = k
		}
	}
	if end == at+3 && p.tokens[j].shape == capital && p.abridges(j, c) {
		c.acronym = j
		return end
	}
	if end == 0 || end-at > 6 || !p.tokens[j].word.capped {
		return to
	}
	c.acronym = j
	if tg, n := p.at(end, kOrg); tg != nil && p.upper(end) && !p.is(end, kTitle) && p.tongue.capitals {
		end += n
	}
	return end
}

// abridges reports whether the word at i is made of letters of a body's name:
// "Agencia Mexicana de Cooperación Internacional para el Desarrollo (Amexcid)".
func (p *paper) abridges(i int, c *chunk) bool {
	if c.kind != anOrg || p.tongue.caseless || c.name[1]-c.name[0] < 3 || p.hit(i) != nil || p.is(i, kCity) || p.is(i, kGiven) {
		return false
	}
	rest := text.Fold(p.say(c.name[0], c.name[1]))
	for _, r := range text.Fold(p.tokens[i].word.form) {
		k := strings.IndexRune(rest, r)
		if k < 0 {
			return false
		}
		rest = rest[k+utf8.RuneLen(r):]
	}
	return true
}

// acronymLike reports whether a form can be an acronym: at least two capitals
// (IsDB, FAO, OPEC+) or letters of a script without capitals.
func acronymLike(form string) bool {
	n := utf8.RuneCountInString(form)
	if n < 2 || n > 12 {
		return false
	}
	upper := 0
	for _, r := range form {
		if upper > 0 && r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'А' && r <= 'Я' || r == 'Қ' || r == 'Ұ' {
			upper++
		}
	}
	return upper >= 2
}

// lonelyAcronym gives the end of an acronym that the paper explains elsewhere.
func (p *paper) lonelyAcronym(i int, s sentence) int {
	if p.tokens[i].shape != acronym && !p.tokens[i].word.capped {
		return i
	}
	if p.cast.acronyms[strings.TrimSuffix(p.tokens[i].word.form, "s")] != nil {
		if _, n := p.at(i+1, kOrg); n > 0 && p.upper(i+1) && !p.is(i+1, kTitle) {
			return i + 1 + n
		}
		return i + 1
	}
	if h := p.hit(i); h != nil {
		return i
	}
	if p.tokens[i].shape == acronym && p.tongue.capitals && !p.shouted(i) && p.upper(i+1) && !p.is(i, kTitle) && !p.is(i, kHonorific) {
		if _, tg, end := p.titleAt(i+1, s); tg != nil && (tg.kind == kTitle || p.tokens[end-1].word.in(seatedWith)) && (p.nameRun(end, s) > end || p.afterName(i)) { // "FDFA State Secretary NAME"
			return i + 1
		}
	}
	if p.actingAcronym(i, s) || p.articledAcronym(i, s) {
		return i + 1
	}
	return i
}

// actingAcronym reports an unknown acronym that does something, as only a body does: "TAP
// announced", "funded by USAID", "COVAX's".
func (p *paper) actingAcronym(i int, s sentence) bool {
	t := &p.tokens[i]
	if p.tongue.tag != "en" || s.heading || t.shape != acronym || len(t.word.form) < 3 || len(t.word.form) > 8 || strings.ContainsAny(t.word.form, ".0123456789-&") || p.mask[i] != 0 || matters[t.word.form] || p.upper(i-1) || p.upper(i+1) {
		return false
	}
	tg, _ := p.at(i+1, kVerb)
	return p.is(i-1, kBy) || p.possessive(i+1) || tg != nil && tg.value == "say" || p.is(i+1, kFuture) && p.tokens[i+1].shape == lower
}

// articledAcronym reports an unknown acronym of French or Spanish after an article, as
// a body is called: "la UNAM", "directivos del INTA", "l'ANSER".
func (p *paper) articledAcronym(i int, s sentence) bool {
	t := &p.tokens[i]
	return p.romance() && i > s.from && !(s.heading && p.tongue.tag == "fr") && t.shape == acronym && len(t.word.form) >= 3 && len(t.word.form) <= 9 && !strings.ContainsAny(t.word.form, ".0123456789-&") &&
		p.mask[i] == 0 && !matters[t.word.form] && p.tokens[i-1].word.in(beforeAcronym) && !p.upper(i+1) && i+1 < len(p.tokens) && p.tokens[i+1].shape != number && !p.mark(i+1, "-")
}

// beforeAcronym are the articles before a body that is called by its acronym.
var beforeAcronym = forms("el la del al le du au l'")

// matters are acronyms of what is no body.
var matters = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq("COVID AIDS HIV GDP GNP USD EUR GBP ICT SME SMES MSME MSMES FDI ODA NGO NGOS MOU MOUS SDG SDGS LNG LPG VAT CEO CFO STEM UHC NCD NCDS GBV FTA DNA PPE IDP IDPS LDC LDCS SIDS CEDAW CRPD ICCPR ICESCR CRC NPT UNCLOS INDC NDC NDCS GMT UTC PDF FAQ PIB IVA TLC TLCAN TMEC VIH SIDA ODS ADN IED DNI RUC AOD TIC TICS PYME PYMES MIPYMES ONG OSC IPC GEI LGBTI LGBT PCR CIF RFC SMS ISR ITBIS UCI GLP GNL VPH TBC PEA NIT CURP TVA SIDA VBG MGF ODD IDE IRM BTP RSE PNB RNB APD VPN GPL TPE ETI PPP IST RGPD FCFA CFA CDN CDI CDD BAC MST ZLEC PMA HIV TGV LGV RER ONG EPI PDG DDR CPN TNT TIC RCP MICS") {
		out[w] = true
	}
	return out
}()

// headedOrg reads capitalised words with the head noun of an organisation.
func (p *paper) headedOrg(i int, s sentence) (*chunk, int) {
	if p.tongue.caseless {
		return p.headedOrgCaseless(i, s)
	}
	if !p.upper(i) && !(p.tokens[i].shape == number && p.upper(i+1)) || p.is(i, kStop) && !p.is(i, kOrg) && !p.generalOf(i) {
		return p.smallOrg(i, s)
	}
	if p.beginsNoOrg(i, s) {
		return nil, i
	}
	if to := p.heldOffice(i, s); to > i {
		return orgChunk(i, p.extend(to, to-1, heldOffices, s), heldOffices)
	}
	if at := p.eponym(i, s); at > i {
		tg, n := p.at(at, kOrg)
		return orgChunk(i, p.extend(at+n, at, tg, s), tg)
	}
	head, at, tg := p.orgHead(i, s)
	if tg == nil {
		return nil, i
	}
	for at < s.to && p.upper(at) && !p.is(at, kTitle) { // heads in a row: "Bank Group", "Council Secretariat"
		next, long := p.at(at, kOrg)
		if next == nil {
			break
		}
		tg, at = next, at+long
	}
	h := p.hit(i)
	if p.tongue.verbLast && h != nil && h.state() && !endsIn(nominativeLast(p.tokens[at-1].word.folded), possessed[:]) { // "Қазақстан одаққа"
		return nil, i
	}
	whole := tg.alone() && !p.tongue.capitals && h != nil && h.org() && i+h.n == at && !(p.tongue.tag == "ru" && p.stateGenitive(at))
	if !whole && !p.tongue.verbLast { // the head closes a Kazakh name
		at = p.extend(at, head, tg, s)
	}
	if end := p.quoted(at, s); end > at && end-at < 7 && p.upper(at+1) && p.tongue.capitals { // `University of Prishtina "Hasan Prishtina"`
		at = end
	}
	if tg.value == "company" && p.mark(at, ".") && p.tokens[at].glued && at+1 < s.to { // "Litro Gas Ltd., whose"
		at++
	}
	if p.namesNoOrg(i, head, at, tg, s) {
		return nil, i
	}
	return orgChunk(i, at, tg)
}

// orgChunk makes the chunk of a body named by the tokens [from, to).
func orgChunk(from, to int, head *tag) (*chunk, int) {
	return &chunk{kind: anOrg, from: from, to: to, head: head, name: [2]int{from, to}, acronym: -1}, to
}

// beginsNoOrg reports a word with a capital at token i that begins no body's name: a
// numeral, a session, a rank, a verb in a heading.
func (p *paper) beginsNoOrg(i int, s sentence) bool {
	w := p.tokens[i].word
	switch {
	case roman(w.form), p.sessionOf(i), p.notFirst(i, s), p.tongue.verbLast && p.is(i, kGiven):
		return true
	case p.tongue.tag == "ru":
		return p.is(i, kCity) && !hasEnding(w.folded, adjectiveEndings[:]) || p.opensWithPassive(i, s) || p.is(i, kInstrument) && hasEnding(w.folded, []string{"ем", "ом"}) && !p.is(i, kOrg) && i+1 < s.to && p.is(i+1, kOrg) // "Решением Совета министров"
	}
	return p.tongue.capitals && (w.in(ranked) || p.heading && p.is(i, kVerb) && !p.is(i, kPortfolio) && !p.is(i, kOrg)) // "Senior Bureau Official", "Receives Council Delegation"
}

// namesNoOrg reports words up to token at, with their head noun at token head, that name
// no body: only a seat, only head nouns, "a committee of experts".
func (p *paper) namesNoOrg(i, head, at int, tg *tag, s sentence) bool {
	if p.seatNamed(i, head, at) || p.unspecified(i, head, at) {
		return true
	}
	return !tg.alone() && p.onlyHeads(i, at) && !p.officeOf(i, at, s) && !(at > i+1 && p.tokens[at-1].word.folded == "state") || tg.value == "mission" && p.described(i, at)
}

// maxHead bounds the steps from where a body's name begins to its head noun.
const maxHead = 10

// orgHead gives the token of the head noun of a body whose name begins at token i, the
// token after it and its class; nil where none stands there.
func (p *paper) orgHead(i int, s sentence) (head, after int, tg *tag) {
	at := i
	for n := 0; at < s.to && n < maxHead; n++ {
		t, long := p.at(at, kOrg)
		if t != nil && (p.upper(at) || p.tongue.smallHeads && n > 0) && !p.commonHead(at, t, n, s) {
			if t.alone() && n > 0 && p.is(at-1, kAnd) { // "Chicago and White House chief of staff"
				return 0, i, nil
			}
			if to := p.longerHead(at+long, s); to > 0 && (n == 0 && t.alone() || p.knownTo(i, at+long)) { // "Senate Foreign Relations Committee", "African Union Transition Mission"
				at = to
				continue
			}
			return at, at + long, t
		}
		next := p.pastPremodifier(i, at, n > 0, s)
		if next == at {
			return 0, i, nil
		}
		at = next
	}
	return 0, i, nil
}

// pastPremodifier gives the token after a word at token at that goes before the head noun
// of a body whose name begins at token i; at for none. Inner says that it is not the first.
func (p *paper) pastPremodifier(i, at int, inner bool, s sentence) int {
	if inner && p.is(at, kStop) && !p.is(at, kAnd) && !p.is(at, kLink) && !p.is(at, kPortfolio) && !p.generalOf(at) && !(p.tongue.tag == "en" && p.is(at, kWith) && p.upper(at+1)) || p.stopsPremodifier(at, i, s) {
		return at
	}
	if h := p.hit(at); h != nil && h.state() && p.possessive(at+h.n) {
		return at
	}
	if p.upper(at) {
		if at++; p.possessive(at) {
			at++
		}
		return at
	}
	if inner && p.joinsPremodifiers(i, at, s) {
		return at + 1
	}
	return at
}

// joinsPremodifiers reports a small word or a mark at token at within the words before the
// head noun of a body whose name begins at token i.
func (p *paper) joinsPremodifiers(i, at int, s sentence) bool {
	switch {
	case (p.is(at, kAnd) || p.mark(at, "&")) && p.upper(at+1) && (p.tongue.capitals || !p.stateGenitive(i)) && !(p.tongue.capitals && p.is(i, kGiven) && p.is(at, kAnd)) && !(s.heading && p.tongue.capitals && !p.is(at-1, kPortfolio)):
		return true
	case p.innerWord(i, at), p.innerAdjective(at):
		return true
	case p.tongue.capitals && (p.mark(at, "-") || p.mark(at, "–")): // "Egypt-Japan University"
		return p.tokens[at].glued && p.upper(at+1) && p.tokens[at+1].glued
	}
	return p.mark(at, ",") && p.upper(at+1) && p.is(at-1, kPortfolio) && p.is(at+1, kPortfolio)
}

// seatNamed reports a name that is of a building, or of whoever is bound by a treaty,
// and of no body: "State House", "Kofi Annan Convention Centre", "High Contracting Party".
func (p *paper) seatNamed(i, head, to int) bool {
	if p.tongue.tag != "en" || head+1 != to || head == i {
		return false
	}
	before := p.tokens[head-1].word
	switch p.tokens[head].word.folded {
	case "house":
		return before.folded == "state" || before.folded == "government" || head == i+1 && (p.is(i-1, kIn) || p.is(i-1, kTo)) && before.senses&isNoun == 0 && !p.is(i, kAdjective) && p.hit(i) == nil
	case "centre", "center":
		return before.in(assembling)
	case "gazette":
		return before.in(promulgating)
	case "party", "parties":
		return before.folded == "contracting" || before.folded == "state" || before.folded == "states"
	}
	return false
}

// promulgating are the words before the gazette that laws are printed in, which is no paper.
var promulgating = forms("official government state federal parliamentary extraordinary")

// unspecified reports the name of a sort of body where none is meant, or more than one:
// "open an Embassy in Nairobi", "drafted by the Ministries of Foreign Affairs".
func (p *paper) unspecified(i, head, to int) bool {
	if p.tongue.tag != "en" || head != i || i == 0 {
		return false
	}
	switch p.tokens[head].word.folded {
	case "embassy", "consulate", "high":
		f := p.tokens[i-1].word.folded
		return f == "an" || f == "a"
	case "ministries":
		for k := i; k < to; k++ {
			if h := p.hit(k); h != nil && h.state() || p.is(k, kAnd) {
				return false
			}
		}
		return true
	}
	return false
}

// assembling are the words for what the halls of a centre are let for.
var assembling = forms("convention conventions conference conferences congress exhibition exhibitions expo shopping")

// longerHead gives the token of a second head noun that capitalised words from
// token i on lead to, where the first is a name by itself; 0 where none does.
func (p *paper) longerHead(i int, s sentence) int {
	for at := i; p.tongue.capitals && at < min(s.to, i+6) && (p.upper(at) || p.is(at, kAnd) && at > i); at++ {
		if p.is(at, kOrg) && !p.is(at, kTitle) && at > i {
			return at
		}
		if p.is(at, kTitle) || p.is(at, kGiven) || p.is(at, kStop) && !p.is(at, kAnd) || p.is(at, kEvent) && !p.is(at, kPortfolio) && !(at == i && p.is(at+1, kOrg)) {
			break
		}
	}
	return 0
}

// knownTo reports a body of the authority files, no part of a longer name there, from
// token i to token end.
func (p *paper) knownTo(i, end int) bool {
	h := p.hit(i)
	return p.tongue.tag == "en" && h != nil && h.org() && i+h.n == end && !p.heading
}

// generalOf reports a word that is in no other name, before the head noun of a
// body's: "General Authority for Investment", "COVID-19 Task Force".
func (p *paper) generalOf(i int) bool {
	switch f := p.tokens[i].word.folded; {
	case !p.tongue.capitals || !p.upper(i) || !p.upper(i+1):
		return false
	case f == "covid-19":
		return true
	default:
		return f == "general" && p.is(i+1, kOrg)
	}
}

// ranked are words that tell the rank of a person, never of a body.
var ranked = forms("senior deputy assistant acting associate former vice junior lead")

// officeOf reports whether the words from i to to are the office of a holder
// of a title, named inside a sentence: "the Office of the Ombudsman". A line
// of its own is a letterhead.
func (p *paper) officeOf(i, to int, s sentence) bool {
	if t, _ := p.at(i, kOrg); t != nil && t.alone() && to > i+2 && p.tongue.capitals { // "Senate Judiciary Committee"
		return true
	}
	return p.tongue.capitals && p.tokens[i].word.folded == "office" && p.is(i+1, kLink) && to > i+2 && to-i < s.to-s.from-1 && (p.is(to-1, kTitle) || p.is(to-2, kTitle))
}

// eponym gives the head noun of a body that bears the name of a ruler, or after an article
// that of somebody with a particle, or i: "King Salman Humanitarian Aid and Relief Centre",
// "the Javier Pérez de Cuéllar Academy".
func (p *paper) eponym(i int, s sentence) int {
	if !p.tongue.capitals || !p.upper(i) || p.heading {
		return i
	}
	ruler, somebody := p.tokens[i].word.in(rulers), i > s.from && p.is(i-1, kArticle) && p.is(i, kGiven)
	particle := false
	for at := i + 2; at < s.to && at < i+9 && (ruler || somebody); at++ {
		if p.is(at, kOrg) && p.upper(at) && !p.is(at, kTitle) && !p.is(at, kGiven) && (ruler || particle) {
			return at
		}
		joins := p.is(at, kAnd) && ruler || p.is(at, kParticle) && somebody
		if particle = particle || joins && somebody; !p.upper(at) && !(joins && p.upper(at+1)) || p.is(at, kTitle) {
			break
		}
	}
	return i
}

// rulers are the titles before the names of rulers.
var rulers = forms("king queen prince princess sheikh sheikha sultan emir")

// heldOffices is the class of what heldOffice reads.
var heldOffices = &tag{kind: kOrg, value: "other"}

// heldOffice gives the end of an office named by its holder: "Prime Minister's
// Office", "Attorney General's Chambers".
func (p *paper) heldOffice(i int, s sentence) int {
	_, n := p.at(i, kTitle)
	if n > 0 && p.tongue.capitals && strings.HasPrefix(p.tokens[i].word.folded, "ombuds") && i+1 < s.to && p.upper(i+1) && p.is(i+1, kOrg) { // "Ombudsperson Institution"
		return i + 2
	}
	if n == 0 || !p.tongue.capitals || !p.upper(i) || !p.possessive(i+n) || i+n+1 >= s.to {
		return i
	}
	switch p.tokens[i+n+1].word.folded {
	case "office", "chambers", "cabinet", "department":
		return i + n + 2
	}
	return i
}

// described reports whether a headline names a delegation only by its State:
// "Visiting Portuguese Delegation".
func (p *paper) described(i, to int) bool {
	if !p.tongue.capitals || p.tokens[to-1].word.folded != "delegation" {
		return false
	}
	for ; i < to-1; i++ {
		if h := p.hit(i); !p.is(i, kModifier) && !p.is(i, kVerb) && (h == nil || !h.adjective) && !strings.HasSuffix(p.tokens[i].word.folded, "ing") {
			return false
		}
	}
	return true
}

// sessionOf reports whether the words at i name a numbered session rather than
// a body: "XLIII Asamblea General".
func (p *paper) sessionOf(i int) bool {
	if i == 0 {
		return false
	}
	if p.is(i, kEvent) && roman(p.tokens[i-1].word.form) {
		return true
	}
	before := p.tokens[i-1].word.folded
	return p.tongue.capitals && p.tokens[i-1].shape == number && (strings.HasSuffix(before, "th") || strings.HasSuffix(before, "st") || strings.HasSuffix(before, "nd") || strings.HasSuffix(before, "rd")) && p.gathers(i)
}

// gathers reports whether "Assembly" or "Conference" is the head of the words
// at i, so that a number before them counts its sessions: "147th IPU Assembly".
func (p *paper) gathers(i int) bool {
	for ; i < len(p.tokens) && p.upper(i); i++ {
		switch p.tokens[i].word.folded {
		case "assembly", "conference", "congress", "summit", "forum":
			return !p.is(i+1, kLink)
		}
	}
	return false
}

// roman reports whether a form is a Roman number of two digits or more.
func roman(form string) bool {
	return len(form) > 1 && strings.Trim(form, "IVXLC") == ""
}

// onlyHeads reports whether a name is nothing but head nouns and titles
// ("Consulate General", "Office of the Spokesperson"), which many bodies share.
func (p *paper) onlyHeads(from, to int) bool {
	for i := from; i < to; {
		n := 0
		for _, k := range [...]kind{kOrg, kTitle, kLink, kArticle} {
			if _, m := p.at(i, k); m > n {
				n = m
			}
		}
		if n == 0 || p.is(i, kPortfolio) && (!p.is(i, kTitle) || i > from) || p.is(i, kTitle) && i > from && p.plural(i) {
			return false
		}
		i += n
	}
	return true
}

// alone reports whether the head noun with a capital is a name by itself:
// "Parliament", "Assembly" are not told apart by anything else in the paper.
func (t *tag) alone() bool { return t.show == "alone" }

// smallOrg reads a name whose head is written small, as Romance and Slavic
// languages and loose English do: "ministère des Affaires étrangères".
func (p *paper) smallOrg(i int, s sentence) (*chunk, int) {
	head := p.pastSmallAdjective(i, s)
	tg, n := p.at(head, kOrg)
	if tg == nil || !p.tongue.smallHeads || p.tokens[head].shape != lower || p.sessionOf(head) || p.indefinite(i-1) || p.leadership(head) {
		return nil, i
	}
	to := p.extend(head+n, head, tg, s)
	if to == head+n {
		return nil, i
	}
	return &chunk{kind: anOrg, from: i, to: to, head: tg, name: [2]int{i, to}, acronym: -1}, to
}

// leadership reports a noun of a directorate, written small, that is only the office of who
// leads the body named after it: "candidata a la dirección de la OPS".
func (p *paper) leadership(head int) bool {
	if f := p.tokens[head].word.folded; f != "dirección" && f != "direction" || !p.is(head+1, kLink) {
		return false
	}
	at := p.pastArticle(head + 2)
	h := p.hit(at)
	return at < len(p.tokens) && (p.tokens[at].shape == acronym || h != nil && h.org() || p.upper(at) && p.is(at, kOrg))
}

// headedOrgCaseless reads a name by its head noun and the words of policy after it.
func (p *paper) headedOrgCaseless(i int, s sentence) (*chunk, int) {
	tg, n := p.at(i, kOrg)
	if tg == nil || !tg.alone() && p.tongue.only(kStop, p.tokens[i].word.folded) != nil && !p.is(i-1, kTitle) || p.tokens[i].word.in(sectors) && !p.is(i-1, kTitle) { // "برئاسة فلان"
		return nil, i
	}
	to := p.extend(i+n, i, tg, s)
	whole := n > 1 && tg.value != "media" && !definiteWord(p.tokens[i].word.folded) && definiteWord(p.tokens[i+n-1].word.folded) // "غرفة التجارة"
	if to == i+n && !tg.alone() && !whole {
		return nil, i
	}
	return &chunk{kind: anOrg, from: i, to: to, head: tg, name: [2]int{i, to}, acronym: -1}, to
}

// sectors are the head nouns that name a body only as what somebody heads.
var sectors = forms("قطاع لقطاع بقطاع وقطاع")

// stopsPremodifier reports whether token at cannot stand before the head noun
// of a name that began at i.
func (p *paper) stopsPremodifier(at, i int, s sentence) bool {
	if p.is(at, kHonorific) || p.is(at, kPronoun) || p.heading && p.tongue.tag == "en" && at > i && p.tokens[at].shape == acronym && p.is(at, kIn) {
		return true
	}
	if tg, _ := p.at(at, kPlace); tg != nil && tg.value == "seat" || p.tongue.tag == "ru" && p.is(at, kEvent) { // "Саммит фонда", // "Штаб-квартира организации"
		return true
	}
	if p.is(at, kTitle) && !p.possessive(at+1) && p.tokens[at].shape != lower {
		if _, n := p.at(at, kTitle); n > 1 || at > i || !p.is(at+1, kOrg) {
			if !p.is(at, kPortfolio) && !p.is(at, kModifier) && !p.is(at+1, kOrg) {
				return true
			}
		}
	}
	_, n := p.at(at, kVerb)
	return n > 0 && at > i && (p.tokens[at].shape == lower && !p.postposition(at) || p.heading && p.tongue.tag == "en" && strings.HasSuffix(p.tokens[at].word.folded, "s") && !p.is(at, kPortfolio) && !p.is(at, kOrg))
}

// commonHead reports whether a head noun here belongs to something else: "State
// Secretary", "Council of Ministers Meeting".
func (p *paper) commonHead(at int, t *tag, n int, s sentence) bool {
	if _, long := p.at(at, kTitle); long > 0 {
		if _, m := p.at(at, kOrg); long > m {
			return true
		}
	}
	return false
}

// postedIn reports the town or State, at token i, where an embassy is: "the Chinese Embassy
// in Kenya".
func (p *paper) postedIn(i, head int) bool {
	f, h := p.tokens[head].word.folded, p.hit(i)
	if f == "mission" && p.tongue.tag == "en" && p.upper(head-1) && p.tokens[head-1].word.folded != "permanent" { // "the Transition Mission in Chad"
		return h != nil && h.state() && !h.adjective
	}
	if p.tongue.tag != "en" || f != "embassy" && f != "consulate" || !p.upper(head) {
		return false
	}
	return p.is(i, kCity) && p.upper(i) || h != nil && h.state() && !h.adjective
}

// smallMinistry reads a ministry written small that the adjective or genitive of its State
// tells from others: "the Japanese foreign ministry", "Peru's finance ministry".
func (p *paper) smallMinistry(i int, s sentence) (*chunk, int) {
	at := i
	if h := p.hit(i); h != nil && h.state() && h.adjective {
		at += h.n
	} else if i < s.from+2 || !p.possessive(i-1) || len(p.chunks) == 0 || p.chunks[len(p.chunks)-1].kind != aState || p.chunks[len(p.chunks)-1].to != i-1 {
		return nil, i
	}
	field := at
	for at < min(s.to, field+6) && p.tokens[at].shape == lower && (p.is(at, kPortfolio) || p.is(at, kAnd) && at > field) {
		at++
	}
	if at == field || at >= s.to || p.tokens[at].word.folded != "ministry" {
		return nil, i
	}
	tg, _ := p.at(at, kOrg)
	return &chunk{kind: anOrg, from: i, to: at + 1, head: tg, name: [2]int{i, at + 1}, acronym: -1}, at + 1
}

// chargeFor reports a "for" that tells the charge of an official, not the body's
// own: "Representative of the Union for Foreign Affairs", "of the Foreign Ministry for
// Financial Affairs".
func (p *paper) chargeFor(i, head int, tg *tag) bool {
	return p.tongue.tag == "en" && p.tokens[i].word.folded == "for" && p.is(i+1, kPortfolio) &&
		(p.tokens[head].word.folded == "union" || tg.value == "ministry" && p.upper(head-1))
}

// campusOf reports a name in the genitive at token i that owns a common noun: a body
// is "on UNAM's campus", not of it.
func (p *paper) campusOf(i int) bool {
	for i = p.pastArticle(i); p.upper(i); i++ {
		if p.possessive(i + 1) {
			return i+2 < len(p.tokens) && p.tokens[i+2].shape == lower
		}
	}
	return false
}

// inHonour gives the end of the name of whom a Russian body is named after, and
// of the acronym of its parent: "имени А. В. Гапонова РАН".
func (p *paper) inHonour(i int, s sentence) int {
	at := i
	if p.mark(at, ".") {
		at++
	}
	initials := false
	for n := 0; at < s.to && n < 3 && p.upper(at) && p.tokens[at].shape == capital; n++ {
		if n > 0 && !initials && p.is(at, kGiven) || initials && strings.IndexByte(p.tokens[at].word.form, '.') < 0 && n > 1 {
			break
		}
		initials = initials || strings.IndexByte(p.tokens[at].word.form, '.') > 0
		at++
		if initials && strings.LastIndexByte(p.tokens[at-1].word.form, '.') < len(p.tokens[at-1].word.form)-1 { // "А.В.Гапонова": the surname ends it
			break
		}
	}
	if at < s.to && p.tokens[at].shape == acronym {
		at++
	}
	return at
}

// dedicated reports the name of a person right after the head noun of a body
// that bears it: "Fondation Friedrich Naumann".
func (p *paper) dedicated(head, j int) bool {
	switch p.tokens[head].word.folded {
	case "fondation", "université", "institut", "centre", "lycée", "hôpital", "académie", "école", "musée", "fundación", "universidad", "instituto", "centro", "colegio", "hospital", "museo":
		return p.upper(head) && (p.is(j, kGiven) || p.mask[j] == 0) && p.upper(j+1)
	}
	return false
}

// stateTail reports a State that closes the name of its branch: "Singapore
// Club Cambodia", "Bank Indonesia".
func (p *paper) stateTail(i int) bool {
	h := p.hit(i)
	return h != nil && h.state() && !h.adjective && !h.acronym && p.upper(i) && !p.possessive(i+h.n) && !p.heading
}

// initialsAt reports initials before a capitalised word, with which the name of
// a person begins: "K.M. Siriwardana".
func (p *paper) initialsAt(i int) bool {
	f := p.tokens[i].word.form
	return p.tongue.capitals && len(f) > 1 && f[len(f)-1] == '.' && f[1] == '.' && p.upper(i+1) && p.hit(i) == nil
}

// alikeStates reports two States that qualify one noun of a name, the first
// ending at a token, the second an adjective at another: "US and Canadian Studies".
func (p *paper) alikeStates(end, j int) bool {
	a, b := p.hit(end-1), p.hit(j)
	return p.tongue.capitals && a != nil && b != nil && a.state() && b.state() && b.adjective && p.upper(j+b.n) && !p.is(j+b.n, kTitle)
}

// bodyGenitive reports whether a body stands at i that the authority files or
// the paper itself know.
func (p *paper) bodyGenitive(i int) bool {
	if h := p.hit(i); h != nil && h.org() {
		return true
	}
	e := p.cast.acronyms[p.tokens[i].word.form]
	return e != nil && e.kind == anOrg
}

// quoted gives the end of the words in quotation marks that begin at i, or i.
func (p *paper) quoted(i int, s sentence) int {
	if i < s.from {
		return i
	}
	if !p.mark(i, "«") && !p.mark(i, "“") && !p.mark(i, "\"") {
		return i
	}
	depth := 0
	for j := i; j < s.to && j < i+40; j++ {
		switch {
		case p.mark(j, "«") || p.mark(j, "“") || j == i:
			depth++
		case p.mark(j, "»") || p.mark(j, "”") || p.mark(j, "\""):
			if depth--; depth == 0 {
				return j + 1
			}
		}
	}
	return i
}

func (p *paper) stateGenitive(i int) bool {
	h := p.hit(i)
	return h != nil && h.state() && !h.adjective && !(p.tongue.proclitic && h.start > int(p.tokens[i].start) && strings.HasPrefix(p.tokens[i].word.folded, "ب") && !strings.HasPrefix(p.tokens[i-1].word.folded, "المعني")) // "لجنة بالجزائر"
}

// listGoesOn reports whether fields of work, parted by commas, end in "and":
// only then is a comma part of the name.
func (p *paper) listGoesOn(i int, s sentence) bool {
	for j := i; j < s.to && j < i+8; j++ {
		if p.is(j, kAnd) {
			return p.is(j+1, kPortfolio)
		}
		if !p.upper(j) && !p.mark(j, ",") && !p.is(j, kPortfolio) {
			return false
		}
	}
	return false
}

// nameWordsOf gives the end of the capitalised words, a State or a body at j.
func (p *paper) nameWordsOf(j int, linked bool, tg *tag, s sentence) int {
	if j >= s.to {
		return j
	}
	if h := p.hit(j); h != nil && (linked || h.adjective) && !(h.adjective && !linked) {
		return j + h.n
	}
	if _, n := p.at(j, kPortfolio); n > 0 && (!p.tongue.capitals || p.upper(j)) {
		if p.possessive(j + n) {
			n++
		}
		return j + n
	}
	if linked && p.tongue.genitive {
		if _, n := p.at(j, kTitle); n > 0 && p.tokens[j].shape != capital { // "при Президенте"
			return j + n
		}
	}
	if linked && p.tongue.tag == "en" && p.tokens[j].word.folded == "state" && p.upper(j) { // "Department of State"
		return j + 1
	}
	if !p.upper(j) || p.is(j, kStop) || p.is(j, kHonorific) || p.is(j, kGiven) && p.is(j+1, kGiven) && linked {
		return j
	}
	if p.is(j, kTitle) && !linked && !p.plural(j) {
		return j
	}
	if _, n := p.at(j, kTitle); linked && n > 1 && p.tongue.capitals { // "Office of the Prime Minister"
		return j + n
	}
	if p.is(j, kOrg) && linked && !p.is(j, kPortfolio) { // "Secretariat of the Council of ..."
		if _, n := p.at(j, kOrg); n > 0 {
			return j + n
		}
	}
	if p.possessive(j+1) && !(p.tongue.capitals && p.longerHead(j+2, s) > 0 || p.is(j+2, kOrg)) {
		return j + 2
	}
	return j + 1
}

// startsAnother reports whether a new name begins at j, after "and".
func (p *paper) startsAnother(j, end int, s sentence) bool {
	k := j
	if _, n := p.at(k, kArticle); n > 0 {
		return true
	}
	if k >= s.to || !p.upper(k) && !(p.is(k, kPortfolio) && !p.tongue.capitals) {
		return true
	}
	if p.tokens[k].shape == acronym && p.tokens[end-1].shape != acronym || p.is(k, kHonorific) || p.is(k, kGiven) && !p.is(k, kPortfolio) || p.is(k, kTitle) && !p.is(k, kPortfolio) {
		return true
	}
	if p.is(k, kPortfolio) {
		// "Ministry of Finance and Ministry of Trade" begins with a head, "and Trade" does not.
		if p.is(k, kOrg) && p.is(k+1, kLink) {
			return true
		}
		return false
	}
	if h := p.hit(k); h != nil {
		return true
	}
	for n := k; n < s.to && n < k+6 && (p.upper(n) || p.is(n, kLink)); n++ {
		if p.is(n, kOrg) && p.upper(n) {
			return true
		}
	}
	return false
}
