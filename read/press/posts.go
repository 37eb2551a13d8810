package press

import (
	"slices"
	"sort"
	"strings"
)

// holders gives the posts of a sentence their holders, by where the names
// stand, and every office without a name the person who was last said to hold it.
func (p *paper) holders(s *sentence) {
	all := p.heldBeside(s)
	all = append(all, p.withNext(s)...)
	for k := s.c0; k < s.c1; k++ {
		c := &p.chunks[k]
		if c.kind == aPost && c.who == nil {
			c.who = p.recall(c)
		}
		if c.kind == aPost && c.post.noun > 0 {
			p.bodyByNoun(c)
			p.standsFor(k, c.post.byNoun)
		}
	}
	for k := s.c0; k < s.c1; k++ {
		if c := &p.chunks[k]; c.kind == aPost && (c.who == nil || c.who == p.subject) {
			if e := p.heOrShe(k, s); e != nil {
				c.who = e
				all = append(all, held{c, chunk{who: e, from: s.from, to: s.from + 1}})
				break
			}
		}
	}
	if !s.heading {
		p.subject = p.subjectOf(s)
	}
	p.roster(s, func(post *chunk, name chunk) {
		all = append(all, held{post, name})
	})
	slices.SortStableFunc(all, func(a, b held) int { return a.c.from - b.c.from })
	for i := range all {
		if i+1 < len(all) && all[i].c.who == all[i+1].c.who {
			p.shareBody(all[i].c, all[i+1].c)
			p.ownersBoth(all[i].c, all[i+1].c)
		}
		p.holding(all[i].c, &all[i].at)
	}
	p.leaders(s)
	p.succeeded(s)
}

// heldBeside gives the posts of a sentence whose holders it names beside them.
func (p *paper) heldBeside(s *sentence) (all []held) {
	for k := s.c0; k < s.c1; k++ {
		c := &p.chunks[k]
		if c.kind != aPost {
			continue
		}
		p.cast.officeOf(p.office(c), c.post)
		n := p.holder(k, s)
		if n < 0 || p.onlyCandidate(c) {
			continue
		}
		c.who = p.chunks[n].who
		p.bodyByNoun(c)
		p.choosing(c, n, s)
		p.ledBy(k, s)
		p.bodyAfterName(c, n, s)
		p.bodyAfterTitle(k, n, s)
		p.chunks[n].heading = s.heading
		all = append(all, held{c, p.chunks[n]})
		for m := p.holderBefore(c, n, s); m >= 0; m = p.holderBefore(c, m, s) {
			all = append(all, held{c, p.chunks[m]})
		}
		all = append(all, p.heldTogether(c, n, s)...)
	}
	return all
}

// withNext gives the posts that the holder of the next one has too: "Minister of X, and
// Governor to Y, NAME".
func (p *paper) withNext(s *sentence) (all []held) {
	for k := s.c1 - 1; k >= s.c0; k-- {
		c := &p.chunks[k]
		if c.kind != aPost || c.who != nil || !c.post.full && !p.doubled(c) {
			continue
		}
		n := p.nextPost(k, s)
		if n < 0 || !p.sharesHolder(c, n, s) {
			continue
		}
		q := &p.chunks[n]
		c.who = q.who
		all = append(all, held{c, chunk{who: c.who, from: q.from, to: q.to, heading: s.heading}})
		if m := p.holderOf(n, s); m >= 0 && p.many(c.post) {
			all = append(all, p.heldTogether(c, m, s)...)
		}
	}
	return all
}

// sharesHolder reports that a post is of the holder of the next one, in chunk n, who is
// named after that.
func (p *paper) sharesHolder(c *chunk, n int, s *sentence) bool {
	q := &p.chunks[n]
	if q.who == nil || q.from < c.to || p.holderFrom(n, s) <= q.from {
		return false
	}
	if p.romance() && q.post.articled && (q.post.body != nil || !p.tokens[q.post.head].word.in(ranksAbroad)) {
		return false
	}
	if p.tongue.tag == "ru" && c.to == q.from && p.straight(c) != p.straight(q) { // "по приглашению Председателя КНР президент Чада"
		return false
	}
	return p.only(c.to, q.from, true) || p.currentlyAlso(c.to, n, s) || p.alsoLeads(c, n, s)
}

// held is a post and where its holder is named.
type held struct {
	c  *chunk
	at chunk
}

// heldTogether gives a post in the plural to those named after chunk n, its first
// holder; as many States or bodies as names are theirs one by one: "the ambassadors
// of Chad and Peru, Olu Bakari and Eva Novak".
func (p *paper) heldTogether(c *chunk, n int, s *sentence) []held {
	var all []held
	for of := (*entity)(nil); n >= 0; {
		if n, of = p.nextOfficer(c, n, s); n < 0 {
			break
		}
		also, own := *c, *c.post
		if also.post = &own; of != nil {
			own.body, own.bodies, own.to = of, []*entity{of}, nil
		}
		if own.listed {
			own.body, own.bodies = nil, nil
		}
		p.bodyAfterName(&also, n, s)
		all = append(all, held{&also, p.chunks[n]})
	}
	if of := c.post.bodies; len(of) > 1 && len(of) == len(all)+1 {
		for k := range all {
			all[k].c.post.body, all[k].c.post.bodies = of[k+1], of[k+1:k+2]
		}
		c.post.bodies = of[:1]
	}
	return all
}

// officeOf notes the body that the paper names with an office.
func (c *cast) officeOf(office string, q *post) {
	if q.body != nil && !slices.Contains(c.offices[office], q.body) {
		c.offices[office] = append(c.offices[office], q.body)
	}
}

// nextHolder gives the name after chunk n on a list of those who hold a title
// in the plural, "senators A and B", "Ambassadors A (Chad) and B (Peru)", or -1.
func (p *paper) nextHolder(c *chunk, n int, s *sentence) int {
	if !p.tongue.capitals && !p.tongue.verbLast && !p.romance() || !p.many(c.post) {
		return -1
	}
	end := p.origin(p.chunks[n].to, *s)
	for m := n + 1; m < s.c1; m++ {
		b := &p.chunks[m]
		if b.kind == aPerson && b.who != nil && p.chunks[n].from >= c.to && p.joined(end, b.from) {
			return m
		}
		if b.from >= end {
			return -1
		}
	}
	return -1
}

// stoodFor reports a post whose holder somebody else represents: "Awa Diallo, représentant
// le Ministre de la Culture".
func (p *paper) stoodFor(c *chunk) bool {
	i := c.from - 1
	if i > 0 && p.is(i, kArticle) {
		i--
	}
	return i > 0 && c.post.articled && p.romance() && p.tokens[i].word.in(standingIn)
}

// standingIn are the participles before whom somebody represents.
var standingIn = forms("représentant représentante représentants représentantes representando")

// sources reports the unnamed who say what stands before the comma: "NAME,
// officials said".
func (p *paper) sources(c *chunk) bool {
	return p.tongue.tag == "en" && p.many(c.post) && p.mark(c.from-1, ",") && c.to < len(p.tokens) && p.tokens[c.to].word.in(saying)
}

// saying are the verbs that close what unnamed sources are quoted with.
var saying = forms("said say says told confirmed added reported noted believe believed argue argued warned predicted predict")

// holderBefore gives the name before chunk n on a list of those who are made
// something in the plural, "A, B and C as commissioners", or -1.
func (p *paper) holderBefore(c *chunk, n int, s *sentence) int {
	if !p.tongue.capitals || !p.many(c.post) || n-1 < s.c0 || p.chunks[n].to > c.from {
		return -1
	}
	a, b := &p.chunks[n-1], &p.chunks[n]
	from := b.from
	for from > a.to && (p.is(from-1, kHonorific) || p.mark(from-1, ".")) {
		from--
	}
	if a.kind == aPerson && a.who != nil && p.joined(a.to, from) {
		return n - 1
	}
	return -1
}

// currentlyAlso reports whether "and" joins post n, with its body before it, to one
// that ends at token i: "President of Chad and current Fish Union chair NAME".
func (p *paper) currentlyAlso(i, n int, s *sentence) bool {
	from := p.bodyFrom(n, s)
	return p.tongue.tag == "en" && p.is(i, kAnd) && (from == i+1 || from == i+2 && p.tokens[i+1].shape == lower && p.is(i+1, kModifier))
}

// doubled reports whether a title without more of its own is joined by "and"
// to another that the same person holds as a rule: "Deputy Prime Minister and
// Minister of Finance", "Founder and President".
func (p *paper) doubled(c *chunk) bool {
	if (p.mark(c.to, "-") || p.mark(c.to, "–") || p.mark(c.to, "—")) && !(p.tongue.capitals && c.to+1 < len(p.tokens) && p.tokens[c.to+1].glued) {
		return true
	}
	if p.tongue.caseless && c.to < len(p.tokens) && p.is(c.to, kTitle) && (strings.HasPrefix(p.tokens[c.to].word.folded, "و") || p.tokens[c.to].word.in(ministers)) { // "رئيس الوزراء ووزير الخارجية", "نائب رئيس الحكومة وزير الخارجية"
		return true
	}
	if !p.tongue.capitals || c.post.articled || !p.is(c.to, kAnd) {
		return false
	}
	switch p.office(c) {
	case "deputy prime minister", "prime minister", "vice president", "vice-president", "founder", "co-founder", "chairman", "chairwoman", "chairperson", "chair", "first vice president", "vice premier", "under-secretary-general", "under secretary-general", "assistant secretary-general", "managing director":
		return true
	}
	return false
}

// shareBody gives a bare title that "and" joins to the next the body of that:
// "President and CEO of the Foundation".
func (p *paper) shareBody(c, next *chunk) {
	q := c.post
	if b := next.post.body; !p.tongue.capitals && q.body == nil && b != nil && next.from-c.to <= 2 && (p.is(c.to, kAnd) || p.tokens[c.to].shape == mark) {
		q.body, q.bodies = b, append(q.bodies, b)
		return
	}
	if r := next.post; p.tongue.capitals && q.body == nil && q.tag.value == "envoy" && r.tag.value == "envoy" && r.body != nil && p.is(c.to, kAnd) && next.from <= c.to+2 { // "Ambassador and Permanent Representative of Samoa"
		q.body, q.bodies, q.to = r.body, append(q.bodies, r.body), r.to
		return
	}
	if p.tongue.capitals && q.body == nil && next.post.body != nil && next.post.body.kind == anOrg && q.title[1]-c.from == 1 && p.is(c.to, kAnd) && next.from <= c.to+2 && !p.ministerial(q) {
		q.body = next.post.body
		q.bodies = append(q.bodies, q.body)
	}
}

// ownersBoth gives a second bare title the body before the first: "Hayleys PLC
// Chairman and Chief Executive NAME".
func (p *paper) ownersBoth(c, next *chunk) {
	if q := next.post; p.tongue.capitals && q.body == nil && c.post.prefixed && c.post.body.kind == anOrg && p.is(c.to, kAnd) && next.from == c.to+1 {
		q.body = c.post.body
		q.bodies = append(q.bodies, q.body)
	}
}

// bodyAfterTitle takes the body that a comma parts from the title of a person
// named before it, as lists print it: "Lim Bee Hong, Chief Executive, Institute
// of Banking", "Eva Novak, Head of Film Section, Office of Culture".
func (p *paper) bodyAfterTitle(k, n int, s *sentence) {
	c := &p.chunks[k]
	unit := c.post.body != nil && k > 0 && c.post.title[1] < c.to && p.chunks[k-1].to == c.to && p.inUnit(c.post, k-1)
	if !p.tongue.capitals || c.post.body != nil && !unit || p.chunks[n].from > c.from || !p.mark(c.to, ",") {
		return
	}
	for m := k + 1; m < s.c1; m++ {
		b := &p.chunks[m]
		if b.from < c.to+1 {
			continue
		}
		if end := b.to; b.kind == anOrg && b.who != nil && b.from == c.to+1 && (end >= s.to || p.tokens[end].shape == mark && !p.possessive(end)) {
			c.post.body, c.post.full, c.post.said = b.who, true, ""
			c.post.bodies = append(c.post.bodies[:0], b.who)
			if unit {
				c.post.title[1] = c.to
			}
		}
		return
	}
}

// ledBy gives an officer by whom a body named right before is led or
// represented that body: "the Institute, led by Acting Director General NAME".
func (p *paper) ledBy(k int, s *sentence) {
	c := &p.chunks[k]
	p.headsDelegation(k, s)
	if !p.tongue.capitals || c.post.body != nil || c.from < s.from+3 {
		return
	}
	at := c.from - 2
	switch p.tokens[c.from-1].word.folded {
	case "where": // "the Board, where Director NAME briefed them"
		at++
	case "by":
		if f := p.tokens[at].word.folded; f != "led" && f != "headed" && f != "represented" {
			return
		}
	default:
		return
	}
	if c.post.tag.kind == kWeak || seatedWith.has(fold(p.tokens[c.post.title[1]-1].word.form)) {
		return
	}
	if p.mark(at-1, ",") {
		at--
	}
	for m := k - 1; m >= s.c0; m-- {
		if b := &p.chunks[m]; b.to == at && (b.kind == anOrg && !(b.head != nil && b.head.value == "mission") || b.kind == aState && !b.adj) && b.who != nil {
			c.post.body, c.post.full = b.who, true
			c.post.bodies = append(c.post.bodies, b.who)
			return
		}
	}
}

// bodyAfterName takes the State or body after a name for the post's: "President
// Erik Solheim of Norway".
func (p *paper) bodyAfterName(c *chunk, n int, s *sentence) {
	person := &p.chunks[n]
	if c.post.body != nil || person.from < c.to || p.tongue.genitive {
		return
	}
	at := person.to
	set := p.tongue.tag == "en" && p.mark(at, ",") && at+1 < s.to && p.tokens[at+1].word.folded == "of" // "Justice Eva Novak, of the Supreme Court,"
	at += boolInt(set)
	_, l := p.at(at, kLink)
	if p.tongue.tag == "en" && at < s.to && p.tokens[at].word.folded != "of" { // "the candidacy of Judge Eva Novak to the Court"
		l = 0
	}
	if p.countryIn(at, *s) > at && (p.tongue.capitals && (c.post.tag.value == "envoy" || p.ministerial(c.post)) || p.romance() && c.post.tag.kind == kTitle) {
		l, c.post.listed = 1, true
	}
	if l == 0 {
		return
	}
	at += l
	if _, m := p.at(at, kArticle); m > 0 {
		at += m
	}
	for k := n + 1; k < s.c1; k++ {
		if b := &p.chunks[k]; b.from == at && (b.kind == aState && !b.adj || b.kind == anOrg) && (!set || p.tokens[p.pastParty(b.to, s)].shape == mark) {
			c.post.body, c.post.listed = b.who, true
			c.post.bodies = append(c.post.bodies, b.who)
			return
		}
	}
}

// pastParty gives the token after the noun for a party after its name: "of the Civic
// Alternative party,".
func (p *paper) pastParty(i int, s *sentence) int {
	if i < s.to && p.tokens[i].shape == lower && p.tokens[i].word.in(factions) {
		i++
	}
	return min(i, s.to-1)
}

// factions are the nouns for those who stand for election together.
var factions = forms("party movement alliance coalition bloc group faction")

// bodyByNoun takes the body that the paper has named and the post only calls
// by its noun: "Registrar of the Court", "the university's president".
func (p *paper) bodyByNoun(c *chunk) {
	q := c.post
	if q.body != nil || !p.tongue.capitals {
		return
	}
	i := q.noun
	if i == 0 {
		return
	}
	e := p.cast.headedBefore(p.tokens[i].word.folded, p.tokens[i].start)
	if f := p.tokens[i].word.folded; e == nil && (f == "organisation" || f == "organization") {
		e = p.knownBefore(i)
	}
	if e == nil && p.upper(i) && !p.upper(i+1) { // "the Speaker of the Assembly", whatever its name
		e = p.cast.org(p, &chunk{kind: anOrg, from: i, to: i + 1, name: [2]int{i, i + 1}, acronym: -1})
		e.inText = true
	}
	if e != nil && e.kind == anOrg {
		q.body, q.byNoun, q.full = e, e, true
		q.bodies = append(q.bodies, e)
	}
}

// standsFor gives the noun of post k, which the chunking left open, its body;
// without one it names nothing.
func (p *paper) standsFor(k int, e *entity) {
	for n := k - 1; n >= 0 && n >= k-4; n-- {
		if c := &p.chunks[n]; c.kind == anOrg && c.who == nil {
			if c.who = e; e == nil {
				c.kind = 0
			} else {
				c.head = e.head
			}
			return
		}
	}
}

// knownBefore gives the body of the authority files that is named last before token i.
func (p *paper) knownBefore(i int) *entity {
	k := sort.Search(len(p.chunks), func(k int) bool { return p.chunks[k].from >= i })
	for n := k - 1; n >= 0 && n >= k-12; n-- {
		if c := &p.chunks[n]; c.kind == anOrg && c.who != nil && c.who.entry != nil && c.who.entry.Kind != "media" {
			return c.who
		}
	}
	return nil
}

// holderFrom gives where the holder of post n stands, or -1.
func (p *paper) holderFrom(n int, s *sentence) int {
	if k := p.holderOf(n, s); k >= 0 {
		return p.chunks[k].from
	}
	return -1
}

// holderOf gives the holder of post n who is named after it, or -1.
func (p *paper) holderOf(n int, s *sentence) int {
	for k := n + 1; k < s.c1; k++ {
		if c := &p.chunks[k]; c.kind == aPerson && c.who == p.chunks[n].who {
			return k
		}
	}
	return -1
}

func (p *paper) nextPost(k int, s *sentence) int {
	for n := k + 1; n < s.c1; n++ {
		if p.chunks[n].kind == aPost {
			return n
		}
		if p.chunks[n].from >= p.chunks[k].to && p.chunks[n].kind == aPerson {
			return -1
		}
	}
	return -1
}

// holder gives the index of the chunk that names the holder of post k, or -1.
func (p *paper) holder(k int, s *sentence) int {
	c := &p.chunks[k]
	if n := p.signer(k, s); n >= 0 {
		return n
	}
	next := p.chunkAfter(k, s)
	if p.isPerson(next) && p.saidToBe(c, p.chunks[next].from) {
		return next
	}
	if n := max(p.namedByCopula(k, s), p.namedTo(k, s)); n >= 0 {
		return n
	}
	if n := p.ofCountry(next, s); n > 0 && c.post.body == nil && c.post.tag.kind == kTitle && p.adjoins(c.to, p.chunks[next].from) { // "the president, Peru's NAME"
		return n
	}
	if p.sources(c) || p.stoodFor(c) || p.tongue.tag == "ru" && p.tokens[max(c.from-1, 0)].word.in(electionsOf) { // "на выборах президента"
		return -1
	}
	prev := p.chunkBefore(k, s)
	if n := max(p.above(prev, s), p.victor(prev, s)); n >= 0 && p.leads(p.chunks[prev].to, p.bodyFrom(k, s)) {
		return n
	}
	if p.isPerson(prev) && p.tongue.capitals && p.is(c.from-1, kRole) && p.leads(p.chunks[prev].to, c.from) {
		return prev // "X served as adviser to President Y"
	}
	if c.post.served {
		if n := p.saidOf(k, s); n >= 0 {
			return n // "as Spokesperson to former President NAME"
		}
	}
	if n := p.rightAfter(k, prev, next, s); n >= 0 {
		return n
	}
	if p.ofOther(k, prev, s) {
		return -1
	}
	if n := p.holderAhead(k, prev, next, s); n >= 0 {
		return n
	}
	if p.isPerson(next) && (c.post.full || c.post.articled || p.tongue.caseless && p.is(p.chunks[next].from-1, kHonorific)) && p.adjoins(c.to, p.chunks[next].from) && (!p.titled(next, s) || p.firstNamed(next, s) && !p.disagree(c, &p.chunks[next])) {
		return next
	}
	return p.saidOf(k, s)
}

// isPerson reports a person in chunk n, which is -1 where there is none.
func (p *paper) isPerson(n int) bool { return n >= 0 && p.chunks[n].kind == aPerson }

// chunkAfter gives the first chunk of the sentence that begins after chunk k, or -1.
func (p *paper) chunkAfter(k int, s *sentence) int {
	for n := k + 1; n < s.c1; n++ {
		if p.chunks[n].from >= p.chunks[k].to {
			return n
		}
	}
	return -1
}

// chunkBefore gives the chunk before a post in which its holder can be named: not a date,
// nor what the post is of, nor where somebody comes from; or -1.
func (p *paper) chunkBefore(k int, s *sentence) int {
	c := &p.chunks[k]
	for n := k - 1; n >= s.c0; n-- {
		q := &p.chunks[n]
		switch {
		case q.kind == aDate && (p.tongue.tag == "en" || p.romance()):
		case n > s.c0 && q.kind == aState && p.chunks[n-1].kind == aPerson && p.origin(p.chunks[n-1].to, *s) >= q.to:
		case q.to <= c.from && !(q.kind != aPerson && (q.to == c.from || p.possessive(q.to) && q.to+1 == c.from)):
			return n
		}
	}
	return -1
}

// rightAfter gives the holder named right after his post, or in a list of holders that
// goes on there; -1 for none.
func (p *paper) rightAfter(k, prev, next int, s *sentence) int {
	c := &p.chunks[k]
	if p.isPerson(next) && p.only(c.to, p.chunks[next].from, false) && !p.disagree(c, &p.chunks[next]) {
		return next
	}
	if prev >= 0 && next >= 0 && p.listedNext(k, prev, next, s) {
		return next
	}
	if n := p.pastFormer(next, s); n >= 0 && p.tongue.tag == "ru" && p.madeOf(c, &p.chunks[n]) {
		return n
	}
	if p.isPerson(next) && p.madeOf(c, &p.chunks[next]) {
		return next
	}
	return -1
}

// ofOther reports a post that goes with the next one and its holder, though one is named
// before it: "CEO A, Hill Bank Director and CEO B".
func (p *paper) ofOther(k, prev int, s *sentence) bool {
	c := &p.chunks[k]
	if !p.isPerson(prev) || !p.tongue.capitals || !c.post.prefixed || !p.is(c.to, kAnd) || !p.titledBefore(prev, s) {
		return false
	}
	n := p.nextPost(k, s)
	return n >= 0 && p.chunks[n].from == c.to+1 && p.followed(n, s)
}

// holderAhead gives the holder named before his post; -1 for none.
func (p *paper) holderAhead(k, prev, next int, s *sentence) int {
	c := &p.chunks[k]
	if n := p.becoming(k, s); n >= 0 {
		return n
	}
	if prev < 0 {
		return -1
	}
	q := &p.chunks[prev]
	from := c.from
	if c.post.body != nil || c.post.noun > 0 {
		from = p.bodyFrom(k, s)
	}
	if q.kind == aPerson && !(p.is(q.to, kRole) && p.supposed(q.to, s)) && (p.leads(q.to, from) || p.installed(q, c, *s) || q.to == from && p.apposedPost(k, prev, s)) {
		return prev
	}
	if q.kind == aPost && q.who != nil && (p.joined(q.to, from) || p.leads(q.to, from)) && !(p.isPerson(next) && p.adjoins(c.to, p.chunks[next].from)) {
		return p.heldBefore(prev, s)
	}
	return -1
}

// electionsOf are the forms of the noun of an election in Russian, which is of an office.
var electionsOf = forms("выборы выборов выборам выборами выборах")

// apposedPost reports a post right after the name of chunk prev as that of who is named,
// where no mark or verb says so.
func (p *paper) apposedPost(k, prev int, s *sentence) bool {
	c, q := &p.chunks[k], &p.chunks[prev]
	switch {
	case p.predicate(c), p.namedAbroad(q, c, s), p.seatedIn(q.to):
		return true
	case p.followed(k, s):
		return false
	}
	return p.tongue.verbLast && !p.casedName(c.to-1) || p.tongue.caseless && !p.titledBefore(prev, s)
}

// becoming gives who is said to become what a Kazakh post tells, whose verb closes the
// sentence: "Ерлан Бәйжанов Швециядағы елшісі болып"; -1 for nobody.
func (p *paper) becoming(k int, s *sentence) int {
	if !p.tongue.verbLast || !p.is(p.chunks[k].to, kRole) {
		return -1
	}
	for n := k - 1; n >= s.c0; n-- {
		switch p.chunks[n].kind {
		case aPerson:
			return n
		case aState, anOrg:
		default:
			return -1
		}
	}
	return -1
}

// above gives the person of whom an insertion that ends with the name of chunk n tells,
// and so does the verb after it: "A, an ally of Prime Minister B, was elected"; or -1.
func (p *paper) above(n int, s *sentence) int {
	if n <= s.c0 || p.tongue.tag != "en" {
		return -1
	}
	last := &p.chunks[n]
	if verb := last.to + 1; last.kind != aPerson || !p.mark(last.to, ",") || !p.is(verb, kPast) && !p.tokens[verb].word.in(copulas) {
		return -1
	}
	open := last.from - 1
	for open > s.from && !p.mark(open, ",") {
		open--
	}
	for m := n - 1; m >= s.c0 && open+1 < last.from; m-- {
		if a := &p.chunks[m]; a.kind == aPerson && a.to == open && p.tokens[open+1].shape == lower && !p.is(open+1, kAnd) {
			return m
		}
	}
	return -1
}

// settledOn reports that the verb at token v tells what is so or decided: it is no
// infinitive, or that of a choice, "was elected to succeed".
func (p *paper) settledOn(v int) bool {
	if p.tokens[max(v-1, 0)].word.folded != "to" {
		return true
	}
	tg, _ := p.at(v-2, kVerb)
	return tg != nil && (tg.value == "appoint" || tg.value == "elect")
}

// victor gives who beat or succeeded the person of chunk n to become what is said next:
// "Ana Borg defeated Luis Sosa to become President", "succeeded Luis Sosa as Minister";
// -1 where nobody did.
func (p *paper) victor(n int, s *sentence) int {
	if n < 0 || p.tongue.tag != "en" || p.chunks[n].kind != aPerson {
		return -1
	}
	next := p.tokens[min(p.chunks[n].to, len(p.tokens)-1)].word.folded
	for v := p.chunks[n].from - 1; v >= max(s.from, p.chunks[n].from-6); v-- {
		tg, _ := p.at(v, kSeat)
		beat := tg != nil && tg.value == "beat" && next == "to"
		if !beat && !(p.tokens[v].word.in(succeeding) && next == "as" && !p.is(v+1, kBy) && p.settledOn(v)) {
			continue
		}
		for m := n - 1; m >= s.c0; m-- {
			if p.chunks[m].kind == aPerson && p.chunks[m].to <= v {
				return m
			}
		}
	}
	return -1
}

// saidToBe reports that a copula or a colon before token to makes a name the holder of
// a post that opens its sentence: "The director of the Fund is NAME", "Chair: NAME".
func (p *paper) saidToBe(c *chunk, to int) bool {
	at := c.to
	if !p.tongue.capitals || c.post.tag.kind != kTitle {
		return false
	}
	if p.mark(at, ":") {
		return p.opensLine(c.from) && p.only(at+1, to, false)
	}
	for at < to && (p.is(at, kPast) || p.is(at, kFuture) || p.is(at, kTo) || asides[p.tokens[at].word.folded]) {
		at++
	}
	return at > c.to && at < c.to+5 && p.tokens[at-1].word.in(copulas) && p.only(at, to, false)
}

// copulas are the forms of "to be" right before what somebody is.
var copulas = forms("is was be been remains became becomes")

// ofCountry gives the person right after the genitive of a State, chunk n, or 0.
func (p *paper) ofCountry(n int, s *sentence) int {
	if p.tongue.tag != "en" || n < 0 || n+1 >= s.c1 {
		return 0
	}
	if st, who := &p.chunks[n], &p.chunks[n+1]; st.kind == aState && st.genitive && who.kind == aPerson && who.from == st.to+1 {
		return n + 1
	}
	return 0
}

// signer gives who alone stands on the line before post k, which fills its own, as
// letters are signed; or -1.
func (p *paper) signer(k int, s *sentence) int {
	c := &p.chunks[k]
	if !p.tongue.capitals || c.from != s.from || c.to < s.to || k == 0 || k != s.c0 && c.post.body == nil {
		return -1
	}
	if q := &p.chunks[s.c0-boolInt(s.c0 > 0)]; q.kind == aPerson && q.to == c.from && p.opensLine(q.from) && p.opensLine(c.from) {
		return s.c0 - 1
	}
	return -1
}

// opensLine reports whether token i is the first of its line.
func (p *paper) opensLine(i int) bool {
	before := strings.TrimRight(p.text[:p.tokens[i].start], " \t")
	return before == "" || before[len(before)-1] == '\n'
}

// firstNamed reports whether no person is named before chunk n in its sentence.
func (p *paper) firstNamed(n int, s *sentence) bool {
	for k := s.c0; k < n; k++ {
		if p.chunks[k].kind == aPerson {
			return false
		}
	}
	return true
}

// saidOf gives the person of whom post k is said by a verb that stands further
// from the name: in a second member of a relative clause or predicate ("A, who
// chairs the Chamber and is also adviser to B") or after an insertion ("A, now
// Head of C, has been appointed ambassador"); -1 for nobody.
func (p *paper) saidOf(k int, s *sentence) int {
	if p.tongue.tag == "ru" {
		return p.saidInRussian(k, s)
	}
	if !p.tongue.capitals {
		return -1
	}
	from := p.bodyFrom(k, s)
	for from > s.from && (p.is(from-1, kArticle) || asides[p.tokens[from-1].word.folded] && !p.is(from-1, kRole)) {
		from--
	}
	verb := p.roleBefore(from, s)
	if verb == from {
		return -1
	}
	and := p.is(verb-1, kAnd)
	for n := k - 1; n >= s.c0; n-- {
		q := &p.chunks[n]
		if q.kind != aPerson || q.to > verb {
			continue
		}
		switch inserted := p.mark(q.to, ",") && !p.is(q.to+1, kAnd); {
		case and && p.servedAs(verb) == from && !p.namedIn(s, q.from): // "A holds a chair and served from 2011 to 2014 as adviser"
			return n
		case !and && inserted && p.mark(verb-1, ",") && q.to+1 < verb-1, and && p.relative(q.to), and && p.predicated(n, k):
			return n
		}
		return -1
	}
	return -1
}

// roleBefore gives the first token of the words before token i that say what
// somebody is or becomes, or i.
func (p *paper) roleBefore(i int, s *sentence) int {
	for v := max(s.from, i-10); v < i; v++ {
		if p.roleFrom(v) >= i { // "is also": the walk back stepped over the adverb
			return v
		}
	}
	return i
}

// predicated reports whether a post between chunk n, a person, and chunk k is
// said of that person.
func (p *paper) predicated(n, k int) bool {
	for m := n + 1; m < k; m++ {
		if c := &p.chunks[m]; c.kind == aPost && c.who != nil && c.who == p.chunks[n].who {
			return true
		}
	}
	return false
}

// listedNext reports whether post k, between two names, belongs to the next: a
// list goes on in which each title stands before its name, and the name before
// has one already. "Minister A, the Director for Trade, Ms B, and C".
func (p *paper) listedNext(k, prev, next int, s *sentence) bool {
	c, a, b := &p.chunks[k], &p.chunks[prev], &p.chunks[next]
	return p.tongue.articles && a.kind == aPerson && b.kind == aPerson && (c.post.articled || c.post.prefixed) && c.post.full && (p.titledBefore(prev, s) || p.titledApart(prev, s)) &&
		p.mark(c.to, ",") && p.adjoins(c.to, b.from) && !p.titled(next, s) && (p.mark(b.to, ",") || p.is(b.to, kAnd) || b.to >= s.to-1)
}

// bodyFrom gives where the State or body before post k begins.
func (p *paper) bodyFrom(k int, s *sentence) int {
	from := p.chunks[k].from
	if q := p.chunks[k].post; q.noun > 0 && q.noun < from { // "the Foundation's Director"
		return q.noun - 1
	}
	for n := k - 1; n >= s.c0; n-- {
		c := &p.chunks[n]
		if (c.kind == aState || c.kind == anOrg) && c.to <= from && from-c.to <= 1 && !(p.tongue.capitals && p.mark(c.to, ",")) {
			from = c.from
		} else if c.to <= from {
			break
		}
	}
	return from
}

// heldBefore gives the person whom post n follows, or -1.
func (p *paper) heldBefore(n int, s *sentence) int {
	for k := n - 1; k >= s.c0; k-- {
		if c := &p.chunks[k]; c.kind == aPerson && c.who == p.chunks[n].who {
			return k
		}
	}
	return -1
}

// titled reports whether the person at chunk n is followed by a post of his own.
func (p *paper) titled(n int, s *sentence) bool {
	c := &p.chunks[n]
	if p.relative(c.to) { // "the Vice President of A, NAME, who is also a Director of B"
		return false
	}
	for k := n + 1; k < s.c1; k++ {
		q := &p.chunks[k]
		if q.kind == aPost && q.from > c.to {
			from := q.from
			if q.post.body != nil {
				from = p.bodyFrom(k, s)
			}
			return p.leads(c.to, from) && !p.followed(k, s) && !p.followedApart(k, s) && !(p.tongue.capitals && q.post.tag.kind == kWeak)
		}
		if q.kind == aPerson {
			return false
		}
	}
	return false
}

// followed reports whether a name stands right after post k.
func (p *paper) followed(k int, s *sentence) bool {
	for n := k + 1; n < s.c1; n++ {
		if c := &p.chunks[n]; c.from >= p.chunks[k].to {
			return c.kind == aPerson && p.only(p.chunks[k].to, c.from, false)
		}
	}
	return false
}

// followedApart reports whether a comma and then a name of its own stand after post k,
// which "the" or its body opens: "the governor of Malta, NAME, and".
func (p *paper) followedApart(k int, s *sentence) bool {
	c := &p.chunks[k]
	if p.tongue.tag != "en" || !c.post.articled && !c.post.prefixed || !p.mark(c.to, ",") {
		return false
	}
	for n := k + 1; n < s.c1; n++ {
		if b := &p.chunks[n]; b.from >= c.to {
			return b.kind == aPerson && p.adjoins(c.to, b.from) && (p.mark(b.to, ",") || p.is(b.to, kAnd))
		}
	}
	return false
}

// only reports whether nothing but honorifics (and, if joints are allowed,
// commas and "and") stands between two tokens.
func (p *paper) only(from, to int, joints bool) bool {
	if to < from || to-from > 16 {
		return false
	}
	for i := from; i < to; {
		switch {
		case p.is(i, kHonorific):
			_, n := p.at(i, kHonorific)
			i += n
		case p.mark(i, ".") && (i > from && p.is(i-1, kHonorific) || i == from && p.tongue.capitals && i > 0 && abbreviations[p.tokens[i-1].word.folded]):
			i++
		case p.tongue.capitals && p.mark(i, "(") && i == from && p.closes(i, sentence{to: to}) > 0:
			i = p.closes(i, sentence{to: to})
		case p.mark(i, "(") || p.mark(i, ")") || i > from && p.mark(i-1, "("):
			i++
		case joints && (!p.tongue.capitals || i == from) && (p.mark(i, "-") || p.mark(i, "–") || p.mark(i, "—")): // "вице-премьер – министр финансов"
			i++
		case joints && (p.mark(i, ",") || p.is(i, kAnd) || p.is(i, kArticle) || p.is(i, kAdjective) || p.is(i, kState) || p.possessive(i)):
			i++
		default:
			return false
		}
	}
	return true
}

// adjoins reports whether a comma alone stands between two tokens, honorifics aside.
func (p *paper) adjoins(from, to int) bool {
	return p.mark(from, ",") && p.only(from+1, to, false) || p.only(from, to, false)
}

// joined reports whether "and", a comma or a semicolon joins two posts.
func (p *paper) joined(from, to int) bool {
	if to <= from || to-from > 4 {
		return false
	}
	for i := from; i < to; i++ {
		if !p.mark(i, ",") && !p.mark(i, "&") && !(p.mark(i, ")") && i == from) && !(p.mark(i, "–") && !p.tongue.capitals) && !p.is(i, kAnd) && !p.is(i, kArticle) && !(p.tongue.capitals && i > from && asides[p.tokens[i].word.folded]) {
			return false
		}
	}
	return true
}

// leads reports whether what stands between a name and a post makes it the
// post of that person: a comma, a bracket, "is", "as", "was appointed".
func (p *paper) leads(from, to int) bool {
	if to <= from || to-from > 9 || p.romance() && p.mark(from, ",") && p.tokens[from+1].word.in(besideThem) {
		return false
	}
	i := p.origin(from, sentence{to: to})
	joint := i > from && p.mark(i, ",")
	i += boolInt(joint)
	if end := p.tenureOf(from); end > from { // "Ana Borg's tenure as"
		i, joint = end, true
	}
	for i < to {
		switch {
		case (p.mark(i, ",") || p.mark(i, "(") || p.mark(i, "–") || p.mark(i, "-")) && i == from:
			joint = true
			i++
		case p.roleFrom(i) > i && p.roleFrom(i) <= to:
			joint = true
			i = p.roleFrom(i)
		case joint && p.pastAdverbAbroad(i) > i:
			i = p.pastAdverbAbroad(i)
		case p.is(i, kArticle):
			_, n := p.at(i, kArticle)
			i += n
		case joint && p.tokens[i].shape == number && p.mark(i+1, ","):
			i += 2
		case joint && p.romance() && p.tokens[i].shape == number && i+2 < to && p.mark(i+2, ","): // "58 ans,"
			i += 3
		case joint && p.tokens[i].shape == lower && !p.is(i, kAnd) && (p.is(i, kModifier) || p.is(i, kPortfolio) || p.is(i, kParticle)):
			i++
		case joint && p.tongue.capitals && strings.HasSuffix(p.tokens[i].word.folded, "-based"):
			i++
		case joint && p.tongue.capitals && (asides[p.tokens[i].word.folded] || p.tokens[i].shape == lower && passing[p.tokens[i].word.folded]):
			i++
		case joint && p.is(i, kPronoun) && p.tokens[i].shape == lower:
			i++
		default:
			return false
		}
	}
	return joint
}

// tenureOf gives the end of a possessive at token i and of the noun of an office that
// "as" follows: "'s second term as"; or i.
func (p *paper) tenureOf(i int) int {
	if p.tongue.tag != "en" || !p.possessive(i) {
		return i
	}
	for k := i + 1; k < min(len(p.tokens)-1, i+4) && p.tokens[k].shape == lower; k++ {
		if p.tokens[k].word.in(incumbencies) && p.tokens[k+1].word.folded == "as" {
			return k + 2
		}
	}
	return i
}

// incumbencies are the nouns for the time in which an office is held, or its beginning or end.
var incumbencies = forms("tenure term mandate appointment election re-election reappointment stint resignation dismissal removal retirement")

// roleFrom gives the end of the words at token i that say what somebody is or
// becomes, or i: "is", "was appointed", "was yesterday elected", "served until 2014 as".
func (p *paper) roleFrom(i int) int {
	_, n := p.at(i, kRole)
	return max(i+n, p.madeOn(i), p.servedAs(i))
}

// servedAs gives the end of "served from 2011 to 2014 as", "worked for two years
// as" at token i, or i.
func (p *paper) servedAs(i int) int {
	if p.tongue.tag != "en" || i >= len(p.tokens) || !p.tokens[i].word.in(serving) {
		return i
	}
	for j := i + 1; j < min(len(p.tokens), i+10); j++ {
		switch t := &p.tokens[j]; {
		case t.word.folded == "as":
			return j + 1
		case t.shape != number && t.shape != lower && !p.dateWord(j) || p.is(j, kAnd) || p.is(j, kPronoun):
			return i
		}
	}
	return i
}

// madeOn gives the end of "was yesterday elected", "is today" at token i, words of
// becoming or being that a date parts; or i.
func (p *paper) madeOn(i int) int {
	if p.tongue.tag != "en" || !p.is(i, kPast) && !p.is(i, kRole) {
		return i
	}
	at := i + 1 + boolInt(i+1 < len(p.tokens) && p.tokens[i+1].word.folded == "on")
	_, to := p.dateAt(at)
	if to == at {
		return i
	}
	if tg, n := p.at(to, kVerb); tg != nil && (tg.value == "elect" || tg.value == "appoint") {
		return to + n
	}
	if p.is(i, kRole) && p.is(to, kArticle) {
		return to
	}
	return i
}

// dateWord reports a word of a date: "May".
func (p *paper) dateWord(i int) bool {
	_, to := p.dateAt(i)
	return to > i
}

// serving are the verbs of holding an office.
var serving = forms("served serves serving worked works acted acts sat continued continues")

// asides may stand between a name and its post.
var asides = map[string]bool{"also": true, "currently": true, "now": true, "previously": true, "formerly": true, "then": true, "still": true, "unanimously": true, "himself": true, "herself": true, "recently": true, "most": true, "until": true, "latterly": true}

// heOrShe gives the person for whom "he" or "she" opens a sentence, where post
// k is what is said of him: "He previously served as Ambassador to Chad".
func (p *paper) heOrShe(k int, s *sentence) *entity {
	if p.tongue.tag == "ru" {
		return p.heldByHim(k, s)
	}
	if p.tongue.verbLast {
		return p.heldByHimLast(k, s)
	}
	c := &p.chunks[k]
	i := s.from
	if p.subject == nil || !p.tongue.capitals || s.heading || i+1 >= s.to {
		return nil
	}
	if p.mark(c.to, ",") && c.from-i < 4 && p.heShe(c.to+1) { // "A former Solicitor-General of Samoa, she"
		return p.subject
	}
	if !p.heShe(i) {
		return nil
	}
	if v := p.roleBefore(p.bodyFrom(k, s), s); v < c.from && p.is(v-1, kAnd) && !p.namedIn(s, v) { // "She holds a chair and served as"
		return p.subject
	}
	for i++; i < c.from && asides[p.tokens[i].word.folded] && !p.is(i, kRole); i++ {
	}
	from := c.from
	if c.post.prefixed {
		from = c.post.prefix
	}
	if !p.is(i, kRole) || !p.leads(i, from) {
		return nil
	}
	return p.subject
}

func (p *paper) heShe(i int) bool {
	f := p.tokens[min(i, len(p.tokens)-1)].word.folded
	return f == "he" || f == "she"
}

// namedIn reports whether a sentence names a person before token i.
func (p *paper) namedIn(s *sentence, i int) bool {
	return slices.ContainsFunc(p.chunks[s.c0:s.c1], func(c chunk) bool { return c.kind == aPerson && c.from < i })
}

// subjectOf gives who is named first in a sentence, for "he" or "she" in the next.
func (p *paper) subjectOf(s *sentence) *entity {
	for k := s.c0; k < s.c1; k++ {
		if c := &p.chunks[k]; c.kind == aPerson && c.who != nil {
			return c.who
		}
	}
	return p.subject
}

// holding notes that a person holds a post.
func (p *paper) holding(c, at *chunk) {
	q, e := c.post, at.who
	if e == nil || at.heading && len(e.posts) > 0 {
		return
	}
	if list := p.cast.offices[p.office(c)]; p.tongue.tag == "en" && q.body == nil && q.articled && q.tag.kind == kTitle && len(list) == 1 { // "The outgoing president, NAME"
		q.body, q.bodies = list[0], list
	}
	p.ofTheOne(c)
	h := &holding{title: p.titleShown(q), titleAt: p.bytes(q.title[0], q.title[1]), body: q.body, said: q.said, to: q.to, rule: rulePost.Name, former: q.former || p.heldBeforeNow(c)}
	lo, hi := min(c.from, at.from), max(c.to, at.to)
	h.at, h.phrase = p.bytes(lo, hi), p.bytes(lo, hi)
	if q.prefixed {
		h.phrase = p.bytes(min(lo, q.prefix), hi)
	}
	if q.tag.value == "counterpart" {
		if h.title = p.likeOffice(c, e); h.title == "" || q.tag.show == "colleague" && q.body == nil { // one of the same house
			return
		}
		h.rule = ruleCounterpart.Name
	}
	if q.tag.value == "predecessor" && !p.inherits(h, e) {
		return
	}
	if h.bare = p.romance() && !q.full && q.tag.kind == kTitle; h.bare && len(e.posts) > 0 { // "la canciller Restrepo", whose office is told
		return
	}
	h.heads, h.weak = p.titleWords(q.title[0], q.title[1]), q.tag.kind == kWeak
	if q.tag.show != "" {
		h.heads = append(h.heads, fold(q.tag.show[strings.LastIndexByte(q.tag.show, ' ')+1:]))
	}
	p.remember(c, h, e)
	p.holds(e, h)
	for _, b := range q.bodies {
		if b != q.body {
			other := *h
			other.body, other.said = b, ""
			p.holds(e, &other)
		}
	}
	for _, to := range q.tos {
		other := *h
		other.to, other.at = to.who, p.bytes(lo, max(to.to, at.to))
		p.holds(e, &other)
	}
}

// titleShown gives the title of a post as it is shown: in its dictionary form where it is
// declined, and of one person where several hold it.
func (p *paper) titleShown(q *post) string {
	title := p.shown(q.title[0], q.title[1], q.head)
	switch own := p.possessedTitle(q); {
	case own != "":
		return own
	case q.tag.show == "" && p.tongue.capitals:
		return p.oneOf(q, title)
	case q.tag.show == "":
		return title
	case p.romance() && p.many(q): // "ministres des Affaires étrangères"
		_, n := p.at(q.head, kTitle)
		end := p.tokens[q.head+max(n, 1)-1].end
		return q.tag.show + p.text[end:max(end, p.tokens[q.title[1]-1].end)]
	}
	return q.tag.show
}

// remember keeps who holds a post as the one whom its title or office means from here on.
func (p *paper) remember(c *chunk, h *holding, e *entity) {
	p.cast.lastHeld = e
	for _, w := range h.heads {
		p.cast.lastHolder[w] = e
	}
	p.cast.lastHolder[p.office(c)] = e
	p.cast.lastHolder[p.wholeTitle(c)] = e
}

// heldBeforeNow reports a post that its own words tell as past: "former Peruvian
// President", "ex-minister".
func (p *paper) heldBeforeNow(c *chunk) bool {
	i := c.post.title[0]
	if c.post.prefixed {
		i = min(i, c.post.prefix)
	}
	for j := i - 1; j > max(0, i-5) && p.tokens[j].shape == lower && p.tongue.tag == "en"; j-- { // "who previously served as"
		if p.tokens[j].word.in(pastRoles) && !p.tokens[j-1].word.in(having) {
			return true
		}
	}
	return p.tokens[i].word.in(pastHolders) || i > 0 && p.tokens[i-1].word.in(pastHolders) || p.tokens[c.post.title[0]].word.in(pastHolders)
}

// pastHolders are the words before a title that is held no more, pastRoles those that
// say so before a verb, or the verbs that say so by their tense.
var (
	pastHolders = forms("former ex late ex-president ex-minister")
	pastRoles   = forms("previously formerly then served worked")
	having      = forms("has have having")
)

// likeOffice gives the office that a counterpart has too: of who was last given
// one, or in French and Spanish the one right before that nobody is named for,
// "el presidente paraguayo recibirá a su homólogo"; "" for none.
func (p *paper) likeOffice(c *chunk, e *entity) string {
	for k := len(p.chunks) - 1; k >= 0 && p.romance(); k-- {
		b := &p.chunks[k]
		if b.kind != aPost || b.from >= c.from {
			continue
		}
		if c.from-b.to < 24 && b.post.tag.value != "counterpart" && (b.who == nil || b.who != p.cast.lastHeld) && b.who != e {
			return p.shown(b.post.title[0], b.post.title[1], b.post.head)
		}
		break
	}
	if other := p.cast.lastHeld; other != nil && len(other.posts) > 0 && other != e {
		return other.office().title
	}
	return ""
}

// inherits makes a post that of whoever was last given one, for his predecessor
// or successor; false where there is none.
func (p *paper) inherits(h *holding, e *entity) bool {
	other := p.cast.lastHeld
	if other == nil || len(other.posts) == 0 || other == e {
		return false
	}
	o := other.posts[len(other.posts)-1]
	if o.weak {
		o = other.office()
	}
	h.title, h.body, h.said, h.to, h.rule = o.title, o.body, o.said, o.to, ruleCounterpart.Name
	return true
}

// succeeded gives whom somebody succeeds or replaces the post of the other:
// "Christine Low has been appointed ambassador. She succeeds Valentin Zell."
func (p *paper) succeeded(s *sentence) {
	for k := s.c0; k < s.c1 && p.tongue.capitals; k++ {
		c := &p.chunks[k]
		if c.kind != aPerson || c.who == nil || len(c.who.posts) > 0 {
			continue
		}
		v := p.verbBefore(c.from, *s)
		if v > s.from && p.is(v, kBy) {
			v--
		}
		if !p.tokens[max(v, s.from)].word.in(succeeding) {
			continue
		}
		h := &holding{titleAt: p.bytes(v, v+1), at: p.bytes(v, c.to), phrase: p.bytes(v, c.to)}
		if p.inherits(h, c.who) {
			h.heads = []string{fold(h.title)}
			p.holds(c.who, h)
		}
	}
}

var succeeding = forms("succeed succeeds succeeded succeeding replace replaces replaced replacing")

// headOf gives the token of the noun that a title turns on: "Heads" in "Heads of
// Mission", the last of its first words.
func (p *paper) headOf(q *post) int {
	_, n := p.at(q.head, kTitle)
	end := q.head + max(n, 1)
	for i := q.head + 1; i < end; i++ {
		if p.is(i, kLink) {
			end = i
		}
	}
	return end - 1
}

// many reports a title in the plural: "Ambassadors", "Ministers of Trade".
func (p *paper) many(q *post) bool {
	w := p.tokens[p.headOf(q)].word.folded
	if p.tongue.verbLast {
		return pluralKazakh(w)
	}
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "affaires") && w != "corps"
}

// oneOf gives the title of each of those who hold it together: "Ministers A and B".
func (p *paper) oneOf(q *post, title string) string {
	last := p.tokens[p.headOf(q)].word
	w := last.form
	one, many := strings.CutSuffix(w, "s")
	if !many || !p.many(q) {
		return title
	}
	if tg, n := p.at(p.headOf(q), kTitle); p.romance() && n == 1 && tg.show != "" {
		return strings.Replace(title, w, tg.show, 1)
	}
	if y, ok := strings.CutSuffix(one, "ie"); ok {
		one = y + "y"
	}
	return strings.Replace(title, w, one, 1)
}

// office gives the first post of a person that is more than a calling.
func (e *entity) office() *holding {
	for _, h := range e.posts {
		if !h.weak {
			return h
		}
	}
	return e.posts[0]
}

// holds adds a post to a person unless the paper has said it already, and
// lets a fuller wording replace a shorter one.
func (p *paper) holds(e *entity, h *holding) {
	for i, old := range e.posts {
		if old.bare && !h.bare && !h.weak {
			e.posts[i] = h
			return
		}
		if old.body != h.body && old.body != nil && h.body != nil || old.to != h.to && old.to != nil && h.to != nil {
			continue
		}
		if !sharedHead(old.heads, h.heads) || differ(old.title, h.title) {
			continue
		}
		if h.body != nil && old.body == nil || len(h.heads) > len(old.heads) && (h.body != nil || old.body == nil) {
			e.posts[i] = h
		}
		return
	}
	if len(e.posts) < 8 {
		e.posts = append(e.posts, h)
	}
}

// differ reports whether each of two titles has a word that the other lacks:
// "Minister for Home Affairs" and "Minister for Law" are two posts.
func differ(a, b string) bool {
	x, y := strings.Fields(fold(a)), strings.Fields(fold(b))
	return !subset(x, y) && !subset(y, x)
}

func sharedHead(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// titleWords gives the folded head words of a title.
func (p *paper) titleWords(from, to int) []string {
	var out []string
	for i := from; i < to; i++ {
		if tg, n := p.at(i, kTitle); tg != nil {
			for j := i; j < i+n; j++ {
				if !p.is(j, kModifier) || n == 1 {
					out = append(out, p.tongue.stem(p.tokens[j].word.folded))
				}
			}
			i += n - 1
		} else if p.is(i, kWeak) {
			out = append(out, p.tokens[i].word.folded)
		}
	}
	return out
}

// office gives the title's head as one phrase: "vice president".
func (p *paper) office(c *chunk) string {
	key, _ := p.key(c.post.head, c.post.title[1])
	return key
}

// wholeTitle gives the title as one phrase, with what stands before its head:
// "= deputy executive director", apart from the heads of other titles.
func (p *paper) wholeTitle(c *chunk) string {
	key, _ := p.key(c.post.title[0], c.post.title[1])
	return "= " + key
}

// recall gives the person who was last said to hold the office: of the very
// title before one that shares its head.
func (p *paper) recall(c *chunk) *entity {
	for _, w := range append([]string{p.wholeTitle(c), p.office(c)}, p.titleWords(c.post.title[0], c.post.title[1])...) {
		e := p.cast.lastHolder[w]
		if e == nil {
			continue
		}
		if c.post.body == nil {
			return e
		}
		for _, h := range e.posts {
			if h.body == c.post.body {
				return e
			}
		}
	}
	return nil
}
