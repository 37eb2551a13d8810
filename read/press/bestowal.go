package press

// The English grammar of deeds told by a verb that means little and a noun that
// says what was done: "gave its final backing to the Act", "put their names in
// Lima to an accord", "approval was given for the loan", "the Bill won assent".
// Between the verb and its noun, and between the noun and "to", stand words of
// manner, place and time, so that no list of phrases would be enough.

var (
	approvedTag = &tag{kind: kVerb, value: "approve", show: "bestowed"}
	signedTag   = &tag{kind: kVerb, value: "sign", show: "bestowed"}
	assentedTag = &tag{kind: kVerb, value: "approve", show: "passive"}
	enactedTag  = &tag{kind: kVerb, value: "sign", show: "passive"}
	accededTag  = &tag{kind: kVerb, value: "accede", show: "bestowed"}
)

var (
	bestowing  = forms("gave give gives given giving grant grants granted granting lend lends lent lending accord accords accorded")
	subscribes = forms("put puts putting set affix affixed affixes affixing append appended appends appending add added adds adding lend lends lent")
	obtaining  = forms("received receives won wins winning secured secures obtained obtains got gets given granted gained earned receiving")
	carrying   = forms("bear bears bore bearing carry carries carried carrying")
	becoming   = forms("became becomes become becoming")
	consents   = forms("approval consent backing blessing nod endorsement go-ahead imprimatur clearance assent sanction")
	assents    = forms("assent")
	signatures = forms("signature signatures name names initials seal")
	adherents  = forms("party parties signatory adherent")
)

// light are all words that can begin such a deed.
var light = either(bestowing, subscribes, obtaining, carrying, becoming, consents, adherents)

// bestowed reports a consent that is told to be given: "approval was granted to the Plan".
func (c *clause) bestowed(t trigger) bool {
	return t.tag == approvedTag && c.tokens[t.at].word.in(consents)
}

// bestowals adds the trigger of a deed told by a verb and a noun whose words begin
// at token i, and gives the token after them; i for none.
func (c *clause) bestowals(i int) int {
	w := c.tokens[i].word
	if !w.in(light) || c.tongue.tag != "en" || c.tokens[i].shape != lower && i != c.s.from {
		return i
	}
	end, tg := i, (*tag)(nil)
	switch {
	case w.in(obtaining) && c.instrumentBefore(i):
		end, tg = c.nounWithin(i+1, consents), assentedTag
		if end > i+1 && c.tokens[end-1].word.in(assents) {
			tg = enactedTag
		}
	case w.in(carrying) && c.instrumentBefore(i):
		end, tg = c.nounWithin(i+1, signatures), enactedTag
	case w.in(bestowing) && !c.is(i-1, kArticle):
		end, tg = c.leadsTo(c.nounWithin(i+1, consents), false), approvedTag
		if end == 0 {
			end = c.bestowedOn(i)
		}
	case w.in(consents) && !c.is(i+1, kLink) && c.givenAfter(i+1) > i:
		end, tg = c.givenAfter(i+1), approvedTag
	}
	if end <= i && w.in(subscribes) {
		end, tg = c.leadsTo(c.nounWithin(i+1, signatures), true), signedTag
	}
	if end <= i && w.in(becoming) {
		end, tg = c.leadsTo(c.nounWithin(i+1, adherents), false), accededTag
	}
	if w.in(adherents) && c.partySince(i) {
		end, tg = i+1, accededTag
	}
	if end <= i {
		return i
	}
	c.verbs = append(c.verbs, trigger{i, end - i, tg, false})
	return end
}

// partySince reports "party" after a form of "be" where the day since when is told:
// "to which Niger has been a party since 1997".
func (c *clause) partySince(i int) bool {
	_, to := c.part(i)
	for k := i + 1; k < min(to, i+reach); k++ {
		if c.tokens[k].word.folded == "since" && c.pastDate(k+1) > k+1 {
			return c.is(i-1, kPast) || c.is(i-2, kPast) || c.is(i-3, kPast) && c.is(i-2, kArticle)
		}
	}
	return false
}

// nounWithin gives the token after the noun of a set to which no more than its
// article and attributes lead from a token: "its final", "the 49th State", "their
// respective"; 0 for none.
func (c *clause) nounWithin(i int, nouns set) int {
	i = c.pastWhen(i)
	for k := i; k < min(c.s.to, i+7); k++ {
		w := c.tokens[k].word
		switch {
		case w.in(nouns):
			return k + 1
		case w.folded == "green" && k+1 < c.s.to && c.tokens[k+1].word.folded == "light" && nouns == consents:
			return k + 2
		case c.possessive(k), c.tokens[k].shape == number, c.is(k, kArticle), c.is(k, kOrdinal), c.is(k, kModifier):
		case c.tokens[k].shape == mark, c.is(k, kVerb), c.is(k, kLink), c.is(k, kIn), c.is(k, kTo), c.is(k, kPast), c.is(k, kAnd) && !c.is(k+1, kModifier):
			return 0
		}
	}
	return 0
}

// leadsTo gives the token after the preposition that leads from such a noun to the
// instrument, past words of time and place: "to", "in Lima yesterday to", for a
// signature also "on" and "under"; 0 for none.
func (c *clause) leadsTo(i int, signature bool) int {
	for k := i; i > 0 && k < min(c.s.to-1, i+reach); k++ {
		f := c.tokens[k].word.folded
		if day := c.pastDate(k); day > k {
			k = day - 1
			continue
		}
		switch {
		case f == "to", f == "for" && !signature, signature && (f == "under" || f == "below" || f == "beneath" || f == "on" && c.pastDate(k+1) == k+1 && !c.dated(k+1)):
			return k + 1
		case f == "of" && !signature && k == i, f == "on" && c.pastDate(k+1) > k+1:
		case c.finiteAt(k), c.is(k, kAnd), f == "that":
			return 0
		}
	}
	return 0
}

// pastWhen gives the token after a day that stands between a verb and its object:
// "gave on Tuesday its consent".
func (c *clause) pastWhen(i int) int {
	k := i
	if k < c.s.to && (c.tokens[k].word.folded == "on" || c.is(k, kIn)) {
		k++
	}
	if to := c.pastDate(k); to > k {
		return to
	}
	return i
}

// bestowedOn gives the token after a verb of giving at token i whose first object is an
// instrument and whose second a noun of consent: "gave the Bill its assent"; 0 for none.
func (c *clause) bestowedOn(i int) int {
	at := c.pastArticle(i + 1)
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == anInstrument && ch.from >= i+1 && ch.from <= at && c.nounWithin(ch.to, consents) > 0 {
			return i + 1
		}
	}
	return 0
}

// givenAfter gives the token after "was likewise given for", where a noun of consent
// ends at token i: "approval has been granted to the Plan"; 0 for none.
func (c *clause) givenAfter(i int) int {
	be := false
	for k := i; k < min(c.s.to-1, i+6); k++ {
		switch {
		case c.is(k, kPast):
			be = true
		case be && (c.tokens[k].word.in(bestowing) || c.tokens[k].word.in(obtaining)):
			if c.is(k+1, kBy) {
				return k + 1
			}
			return c.leadsTo(k+1, false)
		case c.tokens[k].shape != lower:
			return 0
		}
	}
	return 0
}

// instrumentBefore reports a verb at token i whose subject is an instrument: one that ends
// right before it, or to which "which" or "it" points back.
func (c *clause) instrumentBefore(i int) bool {
	at := c.beforeAux(i)
	if f := c.tokens[max(at, c.s.from)].word.folded; f == "it" || (f == "which" || f == "that") && at > c.s.from || c.is(at, kAnd) && c.passiveBefore(at) {
		return true
	}
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == anInstrument && (ch.to == at+1 || ch.to == at && c.mark(at, ",") || ch.to < at && c.mark(at, ",") && c.mark(ch.to, ",") && at-ch.to < reach) {
			return true
		}
	}
	return false
}
