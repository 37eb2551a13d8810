package press

// The opening of a seat outside English: the noun of a house, whose it is, and
// a verb of opening, in whatever order the language puts them.

// seatsAbroad gives the verbs that tell of the opening of a seat: "штаб-квартира
// организации открылась", "inauguró su embajada", "افتتح مقر المنظمة".
func (c *clause) seatsAbroad() (out []trigger) {
	for _, t := range c.verbs {
		if !t.noun && t.tag.value == "inaugurate" && !c.planned(t.at, c.published) && c.house(t) >= 0 {
			out = append(out, trigger{t.at, t.n, seatTag, false})
		}
	}
	return out
}

// house gives the token of the noun of a seat that a verb opens, or -1.
func (c *clause) house(t trigger) int {
	for i := t.at - 1; i >= max(c.s.from, t.at-seatGap) && !c.mark(i, ","); i-- {
		if c.isHouse(i) && !c.is(i-1, kIn) {
			return i
		}
	}
	for i := t.at + t.n; i < min(c.s.to, t.at+t.n+6) && c.tokens[i].shape != mark; i++ {
		if c.isHouse(i) {
			return i
		}
	}
	return -1
}

// isHouse reports the noun of a headquarters or of a mission.
func (c *clause) isHouse(i int) bool {
	if tg, _ := c.at(i, kPlace); tg != nil && tg.value == "seat" {
		return true
	}
	tg, _ := c.at(i, kOrg)
	return tg != nil && tg.value == "mission"
}

// seatOwner gives whose seat a verb opens: the mission itself, the body whose
// headquarters it is, else who opens it.
func (c *clause) seatOwner(t trigger) *entity {
	i := c.house(t)
	for k := range c.chunks {
		ch := &c.chunks[k]
		switch {
		case ch.who == nil || ch.kind != anOrg && ch.kind != aState:
		case ch.kind == anOrg && ch.from <= i && i < ch.to, ch.from > i && ch.from <= i+3 && !c.comma(i, ch.from) && !c.is(ch.from-1, kIn), c.tongue.verbLast && ch.to == i:
			return ch.who
		}
	}
	for j := i - 1; j < min(c.s.to, i+4); j++ { // "Штаб-квартира организации"
		if j < c.s.from || j == i || !c.is(j, kOrg) {
			continue
		}
		if e := c.cast.headedBefore(c.headWord(j), c.tokens[j].start); e != nil {
			return e
		}
	}
	if by := c.subjectOf(t.at); len(by) > 0 {
		return by[0].who
	}
	return c.stage.subject
}
