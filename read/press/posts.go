package press

import "strings"

// apposition gives the posts of a sentence their holders, by where the names
// stand, and every office without a name the person who was last said to hold it.
func (p *paper) holders(s *sentence) {
	type held struct {
		c  *chunk
		at chunk
	}
	var all []held
	for k := s.c0; k < s.c1; k++ {
		c := &p.chunks[k]
		if c.kind != aPost {
			continue
		}
		if n := p.holder(k, s); n >= 0 {
			c.who = p.chunks[n].who
			p.chosenBy(c, n, s)
			p.bodyAfterName(c, n, s)
			p.chunks[n].heading = s.heading
			all = append(all, held{c, p.chunks[n]})
		}
	}
	for k := s.c1 - 1; k >= s.c0; k-- { // "Minister of X, and Governor to Y, NAME"
		c := &p.chunks[k]
		if c.kind != aPost || c.who != nil || !c.post.full && !p.doubled(c) {
			continue
		}
		n := p.nextPost(k, s)
		if n < 0 || p.chunks[n].who == nil || p.chunks[n].from < c.to || !p.only(c.to, p.chunks[n].from, true) || p.holderFrom(n, s) <= p.chunks[n].from {
			continue
		}
		c.who = p.chunks[n].who
		all = append(all, held{c, chunk{who: c.who, from: p.chunks[n].from, to: p.chunks[n].to, heading: s.heading}})
	}
	for k := s.c0; k < s.c1; k++ {
		if c := &p.chunks[k]; c.kind == aPost && c.who == nil {
			c.who = p.recall(c)
		}
	}
	for i := range all {
		if i+1 < len(all) && all[i].c.who == all[i+1].c.who {
			p.shareBody(all[i].c, all[i+1].c)
		}
		p.holding(all[i].c, &all[i].at)
	}
	p.leaders(s)
}

// doubled reports whether a title without more of its own is joined by "and"
// to another that the same person holds as a rule: "Deputy Prime Minister and
// Minister of Finance", "Founder and President".
func (p *paper) doubled(c *chunk) bool {
	if !p.tongue.capitals || c.post.articled || !p.is(c.to, kAnd) {
		return false
	}
	switch p.office(c) {
	case "deputy prime minister", "prime minister", "vice president", "vice-president", "founder", "co-founder", "chairman", "chairwoman", "chairperson", "chair", "first vice president", "vice premier":
		return true
	}
	return false
}

// shareBody gives a bare title that "and" joins to the next the body of that:
// "President and CEO of the Foundation".
func (p *paper) shareBody(c, next *chunk) {
	q := c.post
	if p.tongue.capitals && q.body == nil && next.post.body != nil && next.post.body.kind == anOrg && q.title[1]-c.from == 1 && p.is(c.to, kAnd) && next.from <= c.to+2 && !p.ministerial(q) {
		q.body = next.post.body
		q.bodies = append(q.bodies, q.body)
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
	_, l := p.at(at, kLink)
	if l == 0 {
		return
	}
	at += l
	if _, m := p.at(at, kArticle); m > 0 {
		at += m
	}
	for k := n + 1; k < s.c1; k++ {
		if b := &p.chunks[k]; b.from == at && (b.kind == aState && !b.adj || b.kind == anOrg) {
			c.post.body = b.who
			c.post.bodies = append(c.post.bodies, b.who)
			return
		}
	}
}

// holderFrom gives where the holder of post n stands, or -1.
func (p *paper) holderFrom(n int, s *sentence) int {
	for k := n + 1; k < s.c1; k++ {
		if c := &p.chunks[k]; c.kind == aPerson && c.who == p.chunks[n].who {
			return c.from
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
	next, prev := -1, -1
	for n := k + 1; n < s.c1; n++ {
		if p.chunks[n].from >= c.to {
			next = n
			break
		}
	}
	for n := k - 1; n >= s.c0; n-- {
		if q := &p.chunks[n]; q.kind == aState && p.countryIn(q.from-1, *s) >= q.to { // "Edgar Mota (Peru) Chair"
			continue
		} else if q.to <= c.from && !(q.kind != aPerson && (q.to == c.from || p.possessive(q.to) && q.to+1 == c.from)) {
			prev = n
			break
		}
	}
	if prev >= 0 && p.chunks[prev].kind == aPerson && p.tongue.capitals && p.is(c.from-1, kRole) && p.leads(p.chunks[prev].to, c.from) {
		return prev // "X served as adviser to President Y"
	}
	if next >= 0 && p.chunks[next].kind == aPerson && p.only(c.to, p.chunks[next].from, false) && !p.disagree(c, &p.chunks[next]) {
		return next
	}
	if prev >= 0 && next >= 0 && p.listedNext(k, prev, next, s) {
		return next
	}
	if next >= 0 && p.chunks[next].kind == aPerson && p.madeOf(c, &p.chunks[next]) {
		return next
	}
	if prev >= 0 {
		q := &p.chunks[prev]
		from := c.from
		if p.beforeBody(c, q) {
			from = p.bodyFrom(k, s)
		}
		if q.kind == aPerson && (p.leads(q.to, from) || p.chosen(q, c, *s) || q.to == from && (p.predicate(c) || p.seatedIn(from) || p.tongue.verbLast && !p.followed(k, s) || p.tongue.caseless && !p.followed(k, s) && !p.titledBefore(prev, s))) {
			return prev
		}
		if q.kind == aPost && q.who != nil && (p.joined(q.to, from) || p.leads(q.to, from)) && (next < 0 || !p.adjoins(c.to, p.chunks[next].from) || p.chunks[next].kind != aPerson) {
			if h := p.heldBefore(prev, s); h >= 0 {
				return h
			}
		}
	}
	if next >= 0 && p.chunks[next].kind == aPerson && (c.post.full || c.post.articled) && p.adjoins(c.to, p.chunks[next].from) && !p.titled(next, s) {
		return next
	}
	return -1
}

// listedNext reports whether post k, between two names, belongs to the next: a
// list goes on in which each title stands before its name, and the name before
// has one already. "Minister A, the Director for Trade, Ms B, and C".
func (p *paper) listedNext(k, prev, next int, s *sentence) bool {
	c, a, b := &p.chunks[k], &p.chunks[prev], &p.chunks[next]
	return p.tongue.capitals && a.kind == aPerson && b.kind == aPerson && c.post.articled && c.post.full && p.titledBefore(prev, s) &&
		p.mark(c.to, ",") && p.adjoins(c.to, b.from) && !p.titled(next, s) && (p.mark(b.to, ",") || p.is(b.to, kAnd) || b.to >= s.to-1)
}

// beforeBody reports whether a State or body stands between the person q and post c.
func (p *paper) beforeBody(c, q *chunk) bool { return c.post.body != nil }

// bodyFrom gives where the State or body before post k begins.
func (p *paper) bodyFrom(k int, s *sentence) int {
	from := p.chunks[k].from
	for n := k - 1; n >= s.c0; n-- {
		c := &p.chunks[n]
		if (c.kind == aState || c.kind == anOrg) && c.to <= from && from-c.to <= 1 {
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
	for k := n + 1; k < s.c1; k++ {
		q := &p.chunks[k]
		if q.kind == aPost && q.from > c.to {
			from := q.from
			if q.post.body != nil {
				from = p.bodyFrom(k, s)
			}
			return p.leads(c.to, from) && !p.followed(k, s)
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

// only reports whether nothing but honorifics (and, if joints are allowed,
// commas and "and") stands between two tokens.
func (p *paper) only(from, to int, joints bool) bool {
	if to < from || to-from > 8 {
		return false
	}
	for i := from; i < to; {
		switch {
		case p.is(i, kHonorific):
			_, n := p.at(i, kHonorific)
			i += n
		case p.mark(i, ".") && i > from && p.is(i-1, kHonorific):
			i++
		case p.mark(i, "(") || p.mark(i, ")") || i > from && p.mark(i-1, "("):
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
		if !p.mark(i, ",") && !p.mark(i, "&") && !(p.mark(i, "–") && !p.tongue.capitals) && !p.is(i, kAnd) && !p.is(i, kArticle) {
			return false
		}
	}
	return true
}

// leads reports whether what stands between a name and a post makes it the
// post of that person: a comma, a bracket, "is", "as", "was appointed".
func (p *paper) leads(from, to int) bool {
	if to <= from || to-from > 9 {
		return false
	}
	i := from
	joint := false
	if end := p.countryIn(i, sentence{to: to}); end > i && p.tongue.capitals { // "Edgar Mota (Peru), Chair"
		i = end
		joint = p.mark(i, ",")
		i += boolInt(joint)
	}
	for i < to {
		switch {
		case (p.mark(i, ",") || p.mark(i, "(") || p.mark(i, "–") || p.mark(i, "-")) && i == from:
			joint = true
			i++
		case p.is(i, kRole):
			_, n := p.at(i, kRole)
			joint = true
			i += n
		case p.is(i, kArticle):
			_, n := p.at(i, kArticle)
			i += n
		case joint && p.tokens[i].shape == number && p.mark(i+1, ","):
			i += 2
		case joint && p.tokens[i].shape == lower && !p.is(i, kAnd) && (p.is(i, kModifier) || p.is(i, kPortfolio) || p.is(i, kParticle)):
			i++
		case joint && p.tongue.capitals && strings.HasSuffix(p.tokens[i].word.folded, "-based"):
			i++
		case joint && p.is(i, kPronoun) && p.tokens[i].shape == lower:
			i++
		default:
			return false
		}
	}
	return joint
}

// holding notes that a person holds a post.
func (p *paper) holding(c, at *chunk) {
	q, e := c.post, at.who
	if e == nil || at.heading && len(e.posts) > 0 {
		return
	}
	h := &holding{title: p.shown(q.title[0], q.title[1], q.head), titleAt: p.bytes(q.title[0], q.title[1]), body: q.body, to: q.to, rule: rulePost.Name}
	if q.tag.show != "" {
		h.title = q.tag.show
	}
	lo, hi := min(c.from, at.from), max(c.to, at.to)
	h.at, h.phrase = p.bytes(lo, hi), p.bytes(lo, hi)
	if q.prefixed {
		h.phrase = p.bytes(min(lo, q.prefix), hi)
	}
	if q.tag.value == "counterpart" {
		other := p.cast.lastHeld
		if other == nil || len(other.posts) == 0 || other == e {
			return
		}
		h.title, h.rule = other.posts[0].title, ruleCounterpart.Name
	}
	h.heads = p.titleWords(q.title[0], q.title[1])
	if q.tag.show != "" {
		h.heads = append(h.heads, fold(q.tag.show[strings.LastIndexByte(q.tag.show, ' ')+1:]))
	}
	p.cast.lastHeld = e
	for _, w := range h.heads {
		p.cast.lastHolder[w] = e
	}
	p.cast.lastHolder[p.office(c)] = e
	p.holds(e, h)
	for _, b := range q.bodies {
		if b != q.body {
			other := *h
			other.body = b
			p.holds(e, &other)
		}
	}
}

// holds adds a post to a person unless the paper has said it already, and
// lets a fuller wording replace a shorter one.
func (p *paper) holds(e *entity, h *holding) {
	for i, old := range e.posts {
		if old.body != h.body && old.body != nil && h.body != nil {
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

// recall gives the person who was last said to hold the office.
func (p *paper) recall(c *chunk) *entity {
	for _, w := range append([]string{p.office(c)}, p.titleWords(c.post.title[0], c.post.title[1])...) {
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
