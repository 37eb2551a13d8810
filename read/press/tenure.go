package press

// How Russian tells who holds an office by a verb: the office in the
// instrumental after "был", "назначен", "стал", or in the genitive after "пост"
// and "должность", before or after its holder, with dates and adverbs between.

// saidInRussian gives the person of whom post k is said by a verb, "Анна Крылова с
// 2019 года занимала должность посла", "Новым директором музея стал Павел Громов";
// -1 for nobody.
func (p *paper) saidInRussian(k int, s *sentence) int {
	c := &p.chunks[k]
	from := p.bodyFrom(k, s)
	v := p.roleOf(c, from, *s)
	_, before := p.roleEnding(from, *s)
	if to := p.pastTimes(c.to, *s); to < s.to && p.is(to, kRole) && (before != nil && before.value == "post" || p.instrumental(c) && !p.is(from-1, kWith)) {
		_, n := p.at(to, kRole)
		if n := p.namedFrom(k+1, p.pastTimes(to+n, *s), s); n >= 0 {
			return n
		}
	}
	if v == from {
		return p.madeOfObject(k, s)
	}
	if p.supposed(v, s) {
		return -1
	}
	for n := k - 1; n >= s.c0; n-- {
		if q := &p.chunks[n]; q.kind == aPerson && q.who != nil && q.to <= v {
			return n
		}
	}
	return -1
}

// madeOfObject gives the person right before post k whom a verb makes what the
// post tells, "избрал Нино Гелашвили омбудсменом"; -1 for nobody.
func (p *paper) madeOfObject(k int, s *sentence) int {
	c := &p.chunks[k]
	at := p.beforeTimes(p.bodyFrom(k, s), *s)
	for n := k - 1; n >= s.c0 && p.instrumental(c); n-- {
		q := &p.chunks[n]
		if q.kind != aPerson || q.who == nil || q.to != at {
			continue
		}
		tg, _ := p.at(p.verbBefore(q.from, *s), kVerb)
		if tg != nil && (tg.value == "appoint" || tg.value == "elect" || tg.value == "nominate") || p.is(p.verbBefore(q.from, *s), kRole) {
			return n
		}
	}
	return -1
}

// bodyByWord reads the noun that stands for a body after a title, "заместитель
// председателя комитета"; the paper tells elsewhere which body it is.
func (p *paper) bodyByWord(q *post, i int, s sentence) int {
	if p.tongue.tag != "ru" || q.body != nil || i >= s.to || q.title[1] != i || p.tokens[i].shape == acronym || !hasEnding(p.tokens[i].word.folded, genitives[:]) {
		return i
	}
	if _, n := p.at(i, kOrg); n != 1 {
		return i
	}
	q.full = true
	if e := p.cast.headedBefore(p.headWord(i), p.tokens[i].start); e != nil {
		p.hold(q, e, false)
	}
	return i + 1
}

// madeBefore reports a post and a verb of becoming right before token i, where the
// name of its holder is: "Премьер-министром Литвы стала Раса Вайткуте".
func (p *paper) madeBefore(i int, s sentence) bool {
	n := len(p.chunks) - 1
	if p.tongue.tag != "ru" || n < 0 || i == s.from || !p.is(i-1, kRole) {
		return false
	}
	for n > 0 && p.chunks[n].kind != aPost && p.chunks[n].from >= s.from {
		n--
	}
	c := &p.chunks[n]
	return c.kind == aPost && c.from >= s.from && p.instrumental(c) && p.pastTimes(c.to, s) <= i-1 && i-c.to < 8
}

// namedFrom gives the person, among the chunks from n on, whose name begins at token i.
func (p *paper) namedFrom(n, i int, s *sentence) int {
	for i < s.to && p.is(i, kHonorific) {
		i++
	}
	for ; n < s.c1 && p.chunks[n].from <= i; n++ {
		if q := &p.chunks[n]; q.kind == aPerson && q.who != nil && q.from == i {
			return n
		}
	}
	return -1
}

// roleOf gives the first token of the words before token from that say that
// somebody is or becomes what post c tells, or from.
func (p *paper) roleOf(c *chunk, from int, s sentence) int {
	v, tg := p.roleEnding(p.beforeTimes(from, s), s)
	if tg == nil {
		return from
	}
	if tg.value != "post" {
		if !p.instrumental(c) {
			return from
		}
		c.post.former = tg.value == "was"
		return p.beforeTimes(v, s)
	}
	end := v
	for end > s.from && (p.is(end-1, kStop) || p.is(end-1, kPronoun)) && p.tokens[end-1].shape == lower { // "на этот пост"
		end--
	}
	if p.namedUpTo(end, s) { // "утвердили Павла Громова в должности"
		return end
	}
	if w, tg := p.roleEnding(p.beforeTimes(end, s), s); tg != nil && tg.value != "post" { // "кандидат на пост" holds none
		c.post.former = tg.value == "was"
		return p.beforeTimes(w, s)
	}
	return from
}

// namedUpTo reports a person whose name ends at token end, after a verb that
// makes somebody something.
func (p *paper) namedUpTo(end int, s sentence) bool {
	for n := len(p.chunks) - 1; n >= s.c0; n-- {
		if q := &p.chunks[n]; q.to == end {
			return q.kind == aPerson && p.is(p.verbBefore(q.from, s), kRole)
		}
	}
	return false
}

// roleEnding gives the words of a role that end at token end, with their class.
func (p *paper) roleEnding(end int, s sentence) (int, *tag) {
	for v := max(s.from, end-6); v < end; v++ {
		for _, m := range p.matches[p.first[v]:p.first[v+1]] {
			if m.tag.kind == kRole && v+int(m.n) == end {
				return v, m.tag
			}
		}
	}
	return end, nil
}

// instrumental reports a title in the instrumental by its ending.
func (p *paper) instrumental(c *chunk) bool {
	ends := []string{"ом", "ем", "ым", "им", "ой", "ей", "ами", "ями", "ыми", "ими"}
	return hasEnding(p.tokens[c.post.title[0]].word.folded, ends) || hasEnding(p.tokens[c.post.head].word.folded, ends)
}

// beforeTimes gives where the adjectives, adverbs and dates begin that end at
// token i: "с 2019 года также первым".
func (p *paper) beforeTimes(i int, s sentence) int {
	for i > s.from {
		switch {
		case p.is(i-1, kModifier) || p.is(i-1, kAdverb) || p.is(i-1, kOrdinal):
			i--
		case p.dateEnding(i, s) < i:
			i = p.dateEnding(i, s)
		default:
			return i
		}
	}
	return i
}

// dateEnding gives where a date with its preposition begins that ends at token i, or i.
func (p *paper) dateEnding(i int, s sentence) int {
	for j := i - 1; j >= max(s.from, i-8); j-- {
		if _, to := p.dateAt(j); to != i {
			continue
		}
		if f := p.tokens[max(j-1, s.from)].word.folded; f == "в" || f == "с" || f == "до" || f == "по" {
			j--
		}
		return j
	}
	return i
}

// pastTimes steps over adverbs and dates from token i on.
func (p *paper) pastTimes(i int, s sentence) int {
	for i < s.to {
		at := i
		if f := p.tokens[i].word.folded; f == "в" || f == "с" || f == "до" || f == "по" {
			at++
		}
		_, to := p.dateAt(at)
		switch {
		case to > at && to <= s.to:
			i = to
		case p.is(i, kAdverb):
			_, n := p.at(i, kAdverb)
			i += n
		default:
			return i
		}
	}
	return i
}

// heldByHim gives the person for whom "он" or "она" stands, or the verb alone that
// opens a sentence, where post k is said of him: "Ранее работал директором музея".
func (p *paper) heldByHim(k int, s *sentence) *entity {
	c := &p.chunks[k]
	from := p.bodyFrom(k, s)
	v := p.roleOf(c, from, *s)
	if p.subject == nil || s.heading || v == from {
		return nil
	}
	for i := s.from; i < v; i++ {
		switch p.tokens[i].word.folded {
		case "он", "она":
			return p.subject
		}
	}
	if p.pastTimes(s.from, *s) >= v {
		return p.subject
	}
	return nil
}

// titledInRussian reports whether a verb and a title follow at token i, as they do
// after the names of persons alone: "был избран сопредседателем".
func (p *paper) titledInRussian(i int, s sentence) bool {
	if p.tongue.tag != "ru" || s.heading {
		return false
	}
	i = p.pastTimes(i, s)
	said := false
	for i < s.to && p.is(i, kRole) {
		_, n := p.at(i, kRole)
		i, said = p.pastTimes(i+n, s), true
	}
	if !said {
		return false
	}
	for i < s.to && p.tokens[i].shape == lower && p.is(i, kModifier) && !p.is(i, kTitle) {
		i++
	}
	_, tg, _ := p.titleAt(i, s)
	return tg != nil && tg.kind == kTitle
}

// retinues are those who travel or meet for a body that is told after them.
var retinues = forms("делегация делегации делегацию делегацией делегаций делегациями группа группы миссия миссии депутаты депутатов представители представителей специалисты эксперты экспертов делегациясы өкілдері депутаттары")

// travels reports a delegation, or an office with what it is of, as the subject of a
// verb after token i: "Премьер-министр Грузии посетит", "делегациясы барды".
func (c *clause) travels(i int) bool {
	for n := 0; n < 16 && i >= c.s.from; i, n = i-1, n+1 {
		if c.tokens[i].word.in(retinues) || c.is(i, kTitle) {
			return !c.is(i-1, kWith)
		}
	}
	return false
}

// toOffice reports "назначен на пост": whom one appoints is not put off to a day.
func (c *clause) toOffice(i int) bool {
	if c.tongue.tag != "ru" || i+2 >= c.s.to {
		return false
	}
	tg, _ := c.at(i+2, kRole)
	return tg != nil && tg.value == "post"
}
