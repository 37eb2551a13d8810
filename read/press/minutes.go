package press

// minutesWords open the heading of a paper that is the record of one meeting.
var minutesWords = forms("notes minutes record summary note")

// presentWords open the line that says who was there.
var presentWords = forms("present participants attendees attended attending")

// minuted reports a heading that begins as that of a record does.
func (p *paper) minuted(s *sentence) bool {
	return s.heading && p.tongue.tag == "en" && p.tokens[s.from].word.in(minutesWords)
}

// minutes reads the heading of a record, "Notes of the meeting at the Ministry,
// Cairo, 27 May 2024", as the meeting that its text is about.
func (c *clause) minutes() {
	for _, t := range c.verbs {
		if !t.noun || t.tag.value != "meeting" && t.tag.value != "call" || t.at > c.s.from+maxMinutes {
			continue
		}
		e := c.event(t.tag.value, t, ruleMinutes)
		e.heading = false
		e.with(c, nil, c.bodies(t.at))
		for i := t.at + t.n; i < c.s.to && e.place == ""; i++ { // "..., Cairo, 27 May 2024"
			if _, n := c.at(i, kCity); n > 0 && c.mark(i-1, ",") {
				e.place, e.placeAt = c.say(i, i+n), c.bytes(i, i+n)
			}
		}
		c.stage.meeting = c.put(e)
		return
	}
}

// maxMinutes is how many words may stand before "meeting" in such a heading.
const maxMinutes = 6

// bodies gives the bodies named from a token on, those that only lent the place too.
func (c *clause) bodies(from int) (out []actor) {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == anOrg && ch.who != nil && ch.from > from {
			out = appendActor(out, actor{ch.who, c.bytes(ch.from, ch.to), ch.from})
		}
	}
	return out
}

// attendance adds to the meeting at hand whom "Present for the Ministry: ..." names.
func (c *clause) attendance() {
	m := c.stage.meeting
	if m == nil || c.s.heading || c.tongue.tag != "en" || !c.tokens[c.s.from].word.in(presentWords) {
		return
	}
	for i := c.s.from + 1; i < min(c.s.to, c.s.from+maxPresent); i++ {
		if !c.mark(i, ":") {
			continue
		}
		persons, _ := c.actors(i, c.s.to)
		_, sides := c.actors(c.s.from, i)
		if len(sides) == 1 {
			for _, a := range persons {
				a.who.actsFor(sides[0].who)
			}
		}
		m.with(c, persons, sides)
		return
	}
}

// maxPresent is how many words may stand before the colon of such a line.
const maxPresent = 12

// actsFor gives the posts of a person that have no body the one he is present for.
func (e *entity) actsFor(body *entity) {
	for _, h := range e.posts {
		if h.body == nil && !h.weak {
			h.body = body
		}
	}
}
