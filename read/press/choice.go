package press

import (
	"slices"
	"strings"
)

// The English grammar of who is chosen where the body is told by its office alone, by
// who elects, or by the sentences before.

// electorate gives the body to whose office a verb of electing chooses: who stands
// before it, or whom "it" and "the Council" mean; nil if nobody.
func (c *clause) electorate(t trigger) *chunk {
	verb := c.beforeDay(t.at)
	head := c.pastAuxiliaries(verb, c.s.from) - 1
	if b := c.stage.ballot; b != nil && head > c.s.from && c.upper(head) && slices.Contains(b.body.who.words, c.tokens[head].word.folded) { // "the Board elected X"
		return &chunk{kind: anOrg, who: b.body.who, from: t.at - 1, to: t.at}
	}
	for k := len(c.chunks) - 1; k >= 0; k-- {
		if ch := &c.chunks[k]; ch.kind == anOrg && ch.who != nil && ch.to <= verb && (verb-ch.to < 3 || verb-ch.to < 6 && c.mark(ch.to, "(")) {
			return c.headed(t, ch)
		}
	}
	at := max(head, c.s.from)
	if c.tokens[at].word.folded != "it" && !c.is(at, kOrg) && !c.is(at, kEvent) && !c.tokens[at].word.in(assembledWords) {
		return nil
	}
	who := c.protagonist
	if b := c.stage.ballot; b != nil {
		who = b.body.who
	}
	if who == nil || who.kind != anOrg {
		return nil
	}
	return c.headed(t, &chunk{kind: anOrg, who: who, from: at, to: at + 1})
}

// beforeDay gives where a day begins that stands right before a verb: "the Union on
// Friday elected"; the verb where none does.
func (c *clause) beforeDay(verb int) int {
	end := verb
	if c.mark(verb-1, ",") {
		end--
	}
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aDate && ch.to == end {
			if ch.from > c.s.from && c.is(ch.from-1, kIn) {
				return ch.from - 1
			}
			return ch.from
		}
	}
	return verb
}

// headed gives the organisation whose head an assembly of it elects: "the General
// Assembly of Interpol elected a Secretary General"; of another office, the assembly.
func (c *clause) headed(t trigger, assembly *chunk) *chunk {
	if !c.executive(t.at + t.n) {
		return assembly
	}
	if p := c.protagonist; assembly.who.words == nil && p != nil && p.kind == anOrg {
		return &chunk{kind: anOrg, who: p, from: assembly.from, to: assembly.to}
	}
	for n := 1; n < len(assembly.who.words); n++ {
		if whole := c.cast.orgs[strings.Join(assembly.who.words[n:], " ")]; whole != nil && whole != assembly.who {
			return &chunk{kind: anOrg, who: whole, from: assembly.from, to: assembly.to}
		}
	}
	if p := c.protagonist; p != nil && p.kind == anOrg && !slices.Contains(assembly.who.words, "of") { // an organ without a name of its own: "the Ministerial Council"
		return &chunk{kind: anOrg, who: p, from: assembly.from, to: assembly.to}
	}
	return assembly
}

// executive reports the title of the head of an organisation within the words from
// token i on.
func (c *clause) executive(i int) bool {
	for k := i; k < min(c.s.to, i+14); k++ {
		f := c.tokens[k].word.folded
		if strings.HasPrefix(f, "secretary") || strings.HasPrefix(f, "director") || f == "executive" || f == "administrator" {
			return true
		}
	}
	return false
}

// chosenAs reads the office that each of those elected is chosen for: "elected A as its
// Chair and B as Rapporteur".
func (c *clause) chosenAs(t trigger) []actor {
	persons, parties := c.actors(t.at+t.n, c.turnAfter(t.at+t.n))
	if len(persons) > 0 {
		return persons
	}
	return statesOf(parties)
}

// nominatedThere reads who is nominated in the election told of: "Malta has put forward
// a nominee", "Malta has nominated Ana Borg".
func (c *clause) nominatedThere(t trigger) {
	b := c.stage.ballot
	if b == nil || t.tag.value != "nominate" || c.passive(t) || c.toMission(t) {
		return
	}
	who, _ := c.actors(t.at+t.n, c.turnAfter(t.at+t.n))
	if end := min(c.s.to, t.at+t.n+5); c.nomineeWithin(t.at, end) && (len(who) == 0 || who[0].pos > end) {
		who = statesOf(c.subjectBefore(t.at, c.s.from))
	}
	for _, a := range who {
		c.stand(t, a, &chunk{kind: anOrg, who: b.body.who, from: t.at, to: t.at + t.n})
	}
}

// toMission reports a nomination to what nobody is elected to: "as Ambassador".
func (c *clause) toMission(t trigger) bool {
	for i := t.at + t.n + 1; i < min(c.s.to, t.at+maxMandated); i++ {
		switch c.tokens[i].word.folded {
		case "ambassador", "minister", "envoy", "consul":
			f := c.tokens[i-1].word.folded
			return f == "as" || f == "be" || c.is(i-1, kModifier) || c.is(i-1, kOrdinal)
		}
	}
	return false
}

// nomineeWithin reports a candidate without a name between two tokens.
func (c *clause) nomineeWithin(from, to int) bool {
	for i := from; i < min(c.s.to, to); i++ {
		switch c.tokens[i].word.folded {
		case "candidate", "candidates", "nominee", "nominees":
			return true
		}
	}
	return false
}

// backedBefore gives whom somebody backs for the seat whose noun stands at token i:
// "endorsed Ana Borg of Malta for the post of", "Ana Borg for re-election to".
func (c *clause) backedBefore(i int) []actor {
	k := i - 1
	for k > c.s.from && (c.is(k, kArticle) || c.is(k, kModifier) || c.tokens[k].word.senses&isAdjective != 0 && c.tokens[k].shape == lower) {
		k--
	}
	if k <= c.s.from || c.tokens[k].word.folded != "for" {
		return nil
	}
	by := c.groupEndingAt(k, c.s.from)
	if len(by) == 0 || by[0].who.kind == anOrg || c.is(c.pastArticleBack(by[0].pos), kBy) {
		return nil
	}
	for b := c.s.from; b < by[0].pos; b++ {
		if c.backs(b) {
			return by[len(by)-1:]
		}
	}
	return nil
}

// ballotToCome keeps the election that "will elect" and "to choose" tell of: to the body
// whose members or office they name.
func (c *clause) ballotToCome() {
	for i := c.s.from + 1; i < c.s.to && c.tongue.tag == "en"; i++ {
		if f := c.tokens[i].word.folded; f != "elect" && f != "choose" || !c.is(i-1, kFuture) && !c.is(i-1, kTo) && !c.lightAdverb(i-1) {
			continue
		}
		t := trigger{i, 1, &tag{kind: kVerb, value: "elect"}, false}
		if body := c.bodyAfter(t); body != nil {
			c.ballot(t, body)
		} else if body := c.electorate(t); body != nil && c.titleBetween(i+1, min(c.s.to, i+5)) {
			c.ballot(t, body)
		}
	}
}

// chosenFor reports that a verb of choosing ("chose", "selected") tells an election: for
// an office or as a member or representative.
func (c *clause) chosenFor(t trigger) bool {
	if t.tag.show != "chosen" {
		return true
	}
	for i := t.at + t.n - 1; i < min(c.s.to-1, t.at+maxMandated); i++ {
		if c.tokens[i].word.folded != "as" {
			continue
		}
		for k := i + 1; k < min(c.s.to, i+5); k++ {
			if f := c.tokens[k].word.folded; c.is(k, kTitle) || f == "member" || f == "representative" {
				return true
			}
		}
	}
	return false
}

// bureau reads who is named to an office of the body that the election told of before is
// to: "Malta was elected Chair, while Chad was named Rapporteur".
func (c *clause) bureau() {
	b := c.stage.ballot
	for _, t := range c.verbs {
		if b == nil || c.tongue.tag != "en" || t.noun || t.tag.value != "appoint" || !c.isElected(t) || !c.titleAlone(t.at+t.n) || !electedTitle(c.tokens[c.pastModifiers(t.at+t.n)].word.folded) {
			continue
		}
		for _, a := range c.subjectBefore(t.at, c.s.from) {
			c.stand(trigger{t.at, t.n, wonTag, false}, a, &chunk{kind: anOrg, who: b.body.who, from: t.at, to: t.at + t.n})
		}
	}
}

// pastModifiers gives the first token from i on that is no modifier of a title.
func (c *clause) pastModifiers(i int) int {
	for c.is(i, kModifier) {
		i++
	}
	return min(i, c.s.to-1)
}
