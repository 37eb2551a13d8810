package press

import (
	"slices"
	"strings"
)

// delegate gives the end of a name in capitals with its State in brackets, as
// records of meetings print who spoke: "MARIELA CONTRERAS (Paraguay)".
func (p *paper) delegate(i int, s sentence) int {
	at := i
	for at < s.to && at < i+7 && (p.tokens[at].shape == acronym || p.is(at, kParticle) && at > i || at > i && len(p.tokens[at].word.form) == 2) {
		at++
	}
	if at < i+2 || at >= s.to || !p.tongue.capitals || p.countryIn(at, s) == at {
		return i
	}
	return at
}

// countryIn gives the token after the State in brackets at i, or i.
func (p *paper) countryIn(i int, s sentence) int {
	if !p.mark(i, "(") || i+1 >= s.to {
		return i
	}
	j := i + 1
	if _, n := p.at(j, kArticle); n > 0 {
		j += n
	}
	if h := p.hit(j); h != nil && (h.state() || h.org()) && p.mark(j+h.n, ")") {
		return j + h.n + 1
	}
	return i
}

// origin gives the token after the letters and the State that a name is given with:
// "Edgar Mota (Peru)", "General Annadif of Chad", "Lena Olsen, PhD".
func (p *paper) origin(i int, s sentence) int {
	if !p.tongue.capitals && !p.romance() {
		return i
	}
	for p.mark(i, ",") && i+2 < s.to && p.tokens[i+1].word.in(degrees) && p.tokens[i+2].shape == mark {
		i += 2
	}
	if end := p.countryIn(i, s); end > i {
		return end
	}
	_, n := p.at(i, kLink)
	if n == 0 || i+n >= s.to || p.tokens[i].word.folded != "of" {
		return i
	}
	j := i + n
	if _, m := p.at(j, kArticle); m > 0 {
		j += m
	}
	if h := p.hit(j); h != nil && h.state() && !h.adjective && j+h.n <= s.to {
		return j + h.n
	}
	return i
}

// degrees are the letters of degrees and orders after a name.
var degrees = forms("phd ph.d ph.d. md m.d. mph mba llm llb msc bsc kc qc sc cbe obe mbe am ao gcmg kcmg cmg esq esq. jr jr. sr frs")

// seatedIn reports whether letters after a name say that its bearer sits in a
// parliament: "Grant Robertshaw MP".
func (p *paper) seatedIn(i int) bool {
	if i >= len(p.tokens) || !p.tongue.capitals {
		return false
	}
	switch p.tokens[i].word.form {
	case "MP", "MEP", "MSP", "MLA", "TD":
		return true
	}
	return false
}

// installed reports whether a verb of electing or appointing has the name q as its
// object and the post c as what it makes of it: "elected Edgar Mota (Peru) Chair".
func (p *paper) installed(q, c *chunk, s sentence) bool {
	if !p.tongue.capitals {
		return false
	}
	v := p.verbBefore(q.from, s)
	if v < s.from {
		return false
	}
	tg, _ := p.at(v, kVerb)
	return tg != nil && (tg.value == "elect" || tg.value == "appoint" || tg.value == "nominate") && p.countryIn(q.to, s) == c.from
}

// madeAs reports whether a name stands between a verb of electing and the post that
// "as" gives its bearer: "elected Amina Sow (Mali) as Executive Director".
func (p *paper) madeAs(q, c *chunk, s sentence) bool {
	tg, _ := p.at(p.verbBefore(q.from, s), kVerb)
	end := p.origin(q.to, s)
	return p.tongue.capitals && tg != nil && tg.value == "elect" && end < c.from && p.tokens[end].word.folded == "as" && c.from-end <= 2
}

// verbBefore gives the token before a name and its honorifics.
func (p *paper) verbBefore(i int, s sentence) int {
	for i--; i > s.from && (p.is(i, kHonorific) || p.mark(i, ".")); i-- {
	}
	return i
}

// choosing gives an officer whom a body elects from its midst that body: "the
// Committee elected Edgar Mota Chair".
func (p *paper) choosing(c *chunk, n int, s *sentence) {
	if c.post.body != nil || !p.installed(&p.chunks[n], c, *s) && !p.madeAs(&p.chunks[n], c, *s) || !officers[p.office(c)] {
		return
	}
	v := p.verbBefore(p.chunks[n].from, *s)
	for k := n - 1; k >= s.c0; k-- {
		if b := &p.chunks[k]; b.kind == anOrg && b.to <= v && v-b.to < 3 {
			c.post.body, c.post.full = b.who, true
			c.post.bodies = append(c.post.bodies, b.who)
			return
		}
	}
}

// officers are those whom a body elects from among its members.
var officers = map[string]bool{"chair": true, "chairman": true, "chairperson": true, "chairwoman": true, "vice-chair": true, "vice chair": true, "vice-chairman": true, "vice-chairperson": true, "co-chair": true, "rapporteur": true, "speaker": true, "deputy speaker": true, "president": true, "vice-president": true, "vice president": true, "secretary general": true, "secretary-general": true, "executive director": true, "director general": true, "director-general": true}

// leading are the verbs that tell a post, with the title of it.
var leading = map[string]string{
	"chairs": "Chair", "chaired": "Chair", "co-chairs": "Co-Chair", "co-chaired": "Co-Chair", "heads": "Head", "headed": "Head", "leads": "Leader",
	"directs": "Director", "directed": "Director", "manages": "Manager", "managed": "Manager", "coordinates": "Coordinator", "coordinated": "Coordinator", "represents": "Representative", "represented": "Representative",
}

// leaders gives persons the posts that a verb tells: "Ramona Vella, who heads
// the Agency"; "the Committee, chaired by Karol Vella".
func (p *paper) leaders(s *sentence) {
	if p.tongue.tag == "fr" {
		p.leadersInFrench(s)
	}
	if !p.tongue.capitals {
		p.presidesAbroad(s)
		return
	}
	p.presided(s)
	for k := s.c0; k < s.c1 && p.tongue.tag == "en"; k++ {
		p.tookChair(k, s)
	}
	for k := s.c0; k < s.c1; k++ {
		body := &p.chunks[k]
		if body.kind != anOrg || body.who == nil || body.head != nil && body.head.value == "mission" {
			continue
		}
		if at, part, who := p.headsIt(k, s); who != nil {
			p.led(at, part, who, body)
		}
		if at, who := p.headedBy(k, s); who != nil {
			p.led(at, "", who, body)
		}
	}
}

// leadersInFrench gives persons the posts that a verb or "à la tête" tells, as the text
// has it: "Ana Borg, qui dirige l'Agence", "Ana Borg préside depuis 2019 la Fondation".
func (p *paper) leadersInFrench(s *sentence) {
	for k := s.c0; k < s.c1; k++ {
		body := &p.chunks[k]
		if body.kind != anOrg || body.who == nil {
			continue
		}
		at, n := p.leadingBefore(body.from, s)
		if n == 0 {
			continue
		}
		if who := p.leaderInFrench(at, k, s); who != nil && !who.who.officeAt(body.who) {
			whole := p.bytes(who.from, body.to)
			title := p.say(at, at+n)
			p.holds(who.who, &holding{title: title, titleAt: p.bytes(at, at+n), heads: []string{fold(title)}, body: body.who, at: whole, phrase: whole, rule: rulePost.Name})
		}
	}
}

// leadingBefore gives the words of leading, and how many they are, before the name of a
// body at token i, past its article and a day since when: none are told by 0. Whoever
// presides may do it for one sitting, so that a day or "qui" must say that it is his post.
func (p *paper) leadingBefore(i int, s *sentence) (at, n int) {
	j := i - 1 - boolInt(p.is(i-1, kArticle))
	if j-3 >= s.from && p.tokens[j].word.in(ofBody) && p.tokens[j-1].word.folded == "tête" && p.tokens[j-3].word.folded == "à" {
		return j - 3, 3
	}
	from := j
	for j > s.from && from-j < 5 && (p.tokens[j].shape == number || p.tokens[j].word.in(monthsAbroad) || p.tokens[j].word.in(sinceAbroad) || p.is(j, kAdverb)) {
		j--
	}
	if j < s.from || !p.tokens[j].word.in(leadingInFrench) || p.tokens[j].shape != lower {
		return 0, 0
	}
	if strings.HasSuffix(p.tokens[j].word.folded, "préside") && j == from && j > s.from && p.tokens[j-1].word.folded != "qui" && !p.is(j-1, kAdverb) {
		return 0, 0
	}
	return j, 1
}

// leaderInFrench gives the person who is the subject of the words of leading at token at, before
// body k: right before them, or before an aside that commas enclose.
func (p *paper) leaderInFrench(at, k int, s *sentence) *chunk {
	for at > s.from && (p.is(at-1, kAdverb) || p.tokens[at-1].word.in(beforeLeading)) {
		at--
	}
	for n := k - 1; n >= s.c0; n-- {
		if c := &p.chunks[n]; c.kind == aPerson && c.who != nil && c.to <= at {
			if c.to == at || p.mark(at-1, ",") && p.mark(c.to, ",") && at-c.to < 6 {
				return c
			}
			return nil
		}
	}
	return nil
}

// leadingInFrench are the verbs of French that tell a post, ofBody the links after "tête",
// beforeLeading the words between them and their subject.
var (
	leadingInFrench = forms("dirige codirige préside copréside coordonne administre")
	ofBody          = forms("de du des d'")
	beforeLeading   = forms("qui est")
)

// headsIt gives the verb and the person of "NAME, who heads" before body k, and
// the part of the body that is meant: "who heads the Tokyo office of the Fund".
func (p *paper) headsIt(k int, s *sentence) (at int, part string, who *chunk) {
	at = p.chunks[k].from - 1
	if p.is(at, kArticle) {
		at--
	}
	if n := k - 1; p.possessive(at) && n >= s.c0 && p.chunks[n].kind == aState && p.chunks[n].to == at { // "of Kazakhstan's Fund"
		at = p.chunks[n].from - 1
	}
	if link := at; p.is(at, kLink) || p.is(at, kIn) {
		for at--; at > s.from && at > link-7 && leading[p.tokens[at].word.folded] == "" && p.tokens[at].shape != mark; {
			at--
		}
		part = " of " + p.say(at+1, link)
	}
	if at-1 < s.from || leading[p.tokens[at].word.folded] == "" {
		return 0, "", nil
	}
	if who = p.leaderAt(at, k, s); who == nil {
		return 0, "", nil
	}
	return at, part, who
}

// leaderAt gives who is the subject of the verb at token at, by which somebody
// leads body k: a person named, "who", "he" or "she".
func (p *paper) leaderAt(at, k int, s *sentence) *chunk {
	end := at
	for end > s.from && p.tokens[end-1].shape == lower && (p.is(end-1, kPast) || asides[p.tokens[end-1].word.folded]) { // "who has headed", "who now heads"
		end--
	}
	who := p.tokens[max(end-1, s.from)].word.folded == "who"
	if end == at && p.tokens[at].word.in(forOnce) && !p.termAfter(p.chunks[k].to, s) {
		return nil
	}
	if who {
		end--
	} else if p.subject != nil && (p.heShe(end-1) || p.is(end-1, kAnd) && p.termAfter(p.chunks[k].to, s)) {
		return &chunk{who: p.subject, from: end - 1, to: end}
	}
	inserted := p.mark(end-1, ",")
	for n := k - 1; n >= s.c0; n-- {
		c := &p.chunks[n]
		if c.to > end {
			continue
		}
		if c.kind == aPost && who && c.to == end && c.who != nil { // "NAME, a diplomat who heads"
			return c
		}
		if to := c.to + boolInt(p.seatedIn(c.to)); c.kind == aPerson && (to == end || p.origin(c.to, *s) == end || who && inserted && to == end-1 || !who && inserted && p.relative(to)) {
			return c
		}
	}
	return nil
}

// forOnce are the verbs by which somebody presides over a body for once: "chaired
// the Council on Monday".
var forOnce = forms("chaired co-chaired represented")

// termAfter reports a stretch of time told after token i, as of an office: "from
// 2011 to 2016", "for two terms", "since May".
func (p *paper) termAfter(i int, s *sentence) bool {
	if i+1 >= s.to {
		return false
	}
	switch p.tokens[i].word.folded {
	case "from", "since", "until", "between":
		return p.tokens[i+1].shape == number || p.dateWord(i+1)
	case "for":
		for j := i + 1; j < min(s.to, i+5); j++ {
			if p.tokens[j].word.in(tenures) {
				return true
			}
		}
	}
	return false
}

// tenures are the nouns for how long an office is held.
var tenures = forms("term terms year years month months decade decades mandate mandates")

// headedBy gives the verb and the person of "chaired by NAME" after body k.
func (p *paper) headedBy(k int, s *sentence) (int, *chunk) {
	at := p.chunks[k].to
	if p.mark(at, ",") {
		at++
	}
	if at < s.to && p.tokens[at].word.folded == "which" {
		at++
	}
	for at < s.to && p.tokens[at].word.folded != "was" && (p.is(at, kPast) || asides[p.tokens[at].word.folded]) { // "is headed by", "has since been led by"
		at++
	}
	if at+2 >= s.to || p.tokens[at].word.folded == "represented" || leading[p.tokens[at].word.folded] == "" || p.tokens[at+1].word.folded != "by" {
		return 0, nil
	}
	for n := k + 1; n < s.c1 && n < k+6; n++ {
		c := &p.chunks[n]
		if c.kind != aPerson {
			continue
		}
		held := p.heldFrom(c, k+1, n)
		if held || c.from == at+2 || p.only(at+2, c.from, true) {
			return at, c
		}
		return 0, nil
	}
	return 0, nil
}

// heldFrom reports whether one of the chunks from k to n is a post of the person c.
func (p *paper) heldFrom(c *chunk, k, n int) bool {
	for ; k < n; k++ {
		if q := &p.chunks[k]; q.kind == aPost && q.who != nil && q.who == c.who {
			return true
		}
	}
	return false
}

// presided gives a person the chair of the body named last before "under the
// chairmanship of".
func (p *paper) presided(s *sentence) {
	var body *chunk
	for k := s.c0; k < s.c1; k++ {
		c := &p.chunks[k]
		if c.kind == anOrg && c.who != nil {
			body = c
		}
		if c.kind != aPerson || c.who == nil || body == nil {
			continue
		}
		for at := body.to; at < c.from-1; at++ {
			if p.tokens[at].word.in(chairs) && p.tokens[at+1].word.folded == "of" && c.from-at < 12 && (p.heldFrom(c, s.c0, k) || p.only(at+2, c.from, true)) {
				p.led(at, "", c, body)
				return
			}
		}
	}
}

// tookChair gives the chair of body k to who takes it over or holds it, and to who had or
// gets it: "Ana Borg (Peru) took over the chair of the Commission from Olu Sow".
func (p *paper) tookChair(k int, s *sentence) {
	body := &p.chunks[k]
	if body.kind != anOrg || body.who == nil || body.genitive || body.from < s.from+4 {
		return
	}
	at := body.from - 1 - boolInt(p.is(body.from-1, kArticle))
	if p.tokens[at].word.folded != "of" || !p.tokens[at-1].word.in(chairsHeld) {
		return
	}
	at--
	v := at - 1
	for v > s.from && p.tokens[v].shape == lower && (p.is(v, kArticle) || p.is(v, kModifier) || p.tokens[v].word.folded == "rotating") {
		v--
	}
	if v > s.from && p.tokens[v].word.folded == "over" {
		v--
	}
	if v == s.from || !p.tokens[v].word.in(taking) {
		return
	}
	if who := p.leaderAt(v, k, s); who != nil && !who.who.officeAt(body.who) {
		p.led(at, "", who, body)
	}
	if f := p.tokens[min(body.to, s.to-1)].word.folded; f == "from" || f == "to" {
		for n := k + 1; n < s.c1; n++ {
			if c := &p.chunks[n]; c.kind == aPerson && c.who != nil && p.only(body.to+1, c.from, false) && !c.who.officeAt(body.who) {
				p.led(at, "", c, body)
			}
		}
	}
}

// officeAt reports an office that a person is told to have at a body.
func (e *entity) officeAt(body *entity) bool {
	return slices.ContainsFunc(e.posts, func(h *holding) bool { return h.body == body && !h.weak })
}

// taking are the verbs by which a chair is taken, held or left, chairsHeld what it is called.
var (
	taking     = forms("take takes took taken taking assume assumes assumed assuming hold holds held hand hands handed pass passes passed leaves left relinquished relinquishes")
	chairsHeld = forms("chair chairmanship chairpersonship presidency leadership helm")
)

// chairs are the nouns for the office of who presides over a body.
var chairs = forms("chairmanship chairpersonship presidency")

// led notes the post that the verb at token at tells.
func (p *paper) led(at int, part string, who, body *chunk) {
	office := leading[p.tokens[at].word.folded]
	if office == "" {
		office = "Chair"
		switch p.tokens[at].word.folded {
		case "presidency":
			office = "President"
		case "leadership", "helm":
			office = "Head"
		}
	}
	title := office + part
	lo, hi := min(who.from, body.from), max(who.to, body.to)
	before := who.from < at && strings.HasSuffix(p.tokens[at].word.folded, "ed") && !p.tokens[at-1].word.in(having) // "who headed the Fund"
	p.holds(who.who, &holding{title: title, titleAt: p.bytes(at, at+1), heads: []string{fold(office)}, body: body.who, at: p.bytes(lo, hi), phrase: p.bytes(lo, hi), rule: rulePost.Name, former: before})
}
