package press

import (
	"chancery"
	"slices"
	"strings"
)

// habitual reports what is said to happen again and again and so is no event:
// "a committee that meets twice a year", "holds annual consultations".
func (c *clause) habitual(t trigger) bool {
	if c.tongue.verbFirst {
		return !t.noun && c.tokens[min(t.at+t.n, c.s.to-1)].word.in(recurring)
	}
	if !c.tongue.capitals || c.past(t) {
		return false
	}
	for i := t.at + t.n; i < min(c.s.to, t.at+t.n+7) && c.tokens[i].shape != mark; i++ {
		switch c.tokens[i].word.folded {
		case "annually", "yearly", "quarterly", "monthly", "weekly", "biannually", "biennially", "regularly", "every":
			return !c.is(i+1, kEvent) // "to attend the quarterly meeting"
		case "a", "per", "each":
			switch c.tokens[min(i+1, c.s.to-1)].word.folded {
			case "year", "quarter", "month", "week":
				return c.often(i)
			}
		}
	}
	return false
}

// past reports a verb that tells what was done once.
func (c *clause) past(t trigger) bool {
	f := c.tokens[t.at].word.folded
	return !t.noun && (f == "met" || f == "held" || strings.HasSuffix(f, "ed"))
}

// often reports whether "once", "twice" or "four times" stands before token i.
func (c *clause) often(i int) bool {
	switch c.tokens[i-1].word.folded {
	case "once", "twice", "times":
		return true
	}
	return c.tokens[i].word.folded != "a"
}

// onWeekday reports an event dated by the name of a day of the week alone.
func (c *clause) onWeekday(e *event) bool {
	at := c.tokenAt(e.dateAt.start)
	return at > 0 && c.pastDate(at) == at+1 && c.tokens[at].shape == capital && strings.HasSuffix(c.tokens[at].word.folded, "day")
}

// inPresent reports an event whose verb stands in the present, which of a day puts it
// ahead: "she presents her credentials on Thursday".
func (c *clause) inPresent(t trigger) bool {
	from, _ := c.part(t.at)
	v := t.at
	for t.noun && v > max(from, t.at-reach) && !c.is(v, kVerb) {
		v--
	}
	f := c.tokens[v].word.folded
	return !c.s.heading && c.is(v, kVerb) && c.tokens[v].shape == lower && !c.inName(v) && strings.HasSuffix(f, "s") && c.tokens[v].word.senses&isVerb != 0 && !c.is(v, kEvent)
}

// endsOn dates the beginning of what is said to have ended on a day: "ended a
// three-day visit on 18 April".
func (c *clause) endsOn(e *event, t trigger) {
	days, over := 0, t.at+t.n < c.s.to && c.tokens[t.at+t.n].word.in(finishing)
	for i := t.at - 1; i >= max(c.s.from, t.at-4); i-- {
		if n, ok := strings.CutSuffix(c.tokens[i].word.folded, "-day"); ok {
			days = slices.Index(daysLong, n) + 1
		}
		over = over || c.tokens[i].word.in(finishing)
	}
	if over && days > 0 {
		e.date, e.end = e.date.AddDays(1-days), e.date
	}
}

// daysLong are the words that say how many days something lasts.
var daysLong = []string{"one", "two", "three", "four", "five", "six", "seven"}

// finishing are the verbs of what comes to its end.
var finishing = forms("ended end ends ending concluded concludes concluding closed closes wrapped finished completed")

// whereabouts gives the State in which something is said to be held, or the city
// that a guest is welcomed to.
func (c *clause) whereabouts(from, to, trigger int) (string, span) {
	for i := from + 1; i < to-1; i++ {
		tg, _ := c.at(i-1, kVerb)
		if f := c.tokens[i-1].word.folded; c.tokens[i].word.folded == "in" && (tg != nil && (tg.value == "hold" || tg.value == "meet") || f == "place") {
			if place, at, ok := c.goal(i + 1); ok && !c.inserts(i, i+2, trigger) {
				return place, at
			}
		}
		if f := c.tokens[i-1].word.folded; f == "welcomed" || f == "welcomes" {
			for j := i; j < min(to-1, i+16); j++ {
				if place, at, ok := c.goal(j + 1); ok && c.tokens[j].word.folded == "to" {
					return place, at
				}
			}
		}
	}
	return "", span{}
}

// goal gives the city or State, or the words written as a name, at a token
// after "to" or "in".
func (c *clause) goal(i int) (string, span, bool) {
	if c.is(i, kArticle) {
		i++
	}
	if _, n := c.at(i, kCity); n > 0 && c.upper(i) {
		return c.city(i, n), c.bytes(i, i+n), true
	}
	if h := c.hit(i); h != nil && h.state() && !h.adjective && !c.possessive(i+h.n) {
		return c.say(i, i+h.n), c.bytes(i, i+h.n), true
	}
	return "", span{}, false
}

// bound gives where a visit that a noun tells of goes to: "the visit of the
// President to Lima".
func (c *clause) bound(t trigger) (string, span, bool) {
	for i := t.at + t.n; i < min(c.s.to-1, t.at+t.n+14) && c.tongue.tag == "en" && c.tokens[i].shape != mark; i++ {
		if c.tokens[i].word.folded == "to" {
			return c.goal(i + 1)
		}
		if c.finiteAt(i) {
			break
		}
	}
	return "", span{}, false
}

// onVisit dates and places what happened in the course of a visit told in the
// same sentence: "paid a visit to Riga on 3 May, where she met".
func (c *clause) onVisit(e *event, t trigger) {
	if c.tongue.tag != "en" || len(c.told) == 0 {
		return
	}
	v := c.told[len(c.told)-1]
	if v.kind != "visit" || v.sentence != e.sentence {
		return
	}
	if v.planned && v.dateAt == e.dateAt { // "flies to Lima on Thursday to attend"
		e.date, e.planned = v.date, true
	}
	at := c.tokenAt(v.at.start)
	i := c.course(at, t.at)
	if at == 0 || i >= t.at {
		return
	}
	if e.place == "" {
		e.place, e.placeAt = v.place, v.placeAt
	}
	if v.planned {
		e.planned = true
	}
	if e.date.IsZero() && !v.planned && v.onDay() && !c.dayOnlyIn(i, c.s.to) {
		e.date, e.dateAt = v.date, v.dateAt
	}
}

// course gives the first token from one on that opens what happened in the
// course of what is told: "where", "during which"; or to.
func (c *clause) course(from, to int) int {
	for i := from; i < to && c.tongue.tag == "en"; i++ {
		if f := c.tokens[i].word.folded; f == "where" || f == "when" || f == "which" && c.is(i-1, kDuring) {
			return i
		}
	}
	return to
}

// dayOnlyIn reports whether a date that is told of something stands between two tokens.
func (c *clause) dayOnlyIn(from, to int) bool {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == aDate && ch.from >= from && ch.from < to && !ch.day.from.IsZero() && !c.owned(ch) {
			return true
		}
	}
	return false
}

// tokenAt gives the token of the sentence that begins at a byte, or 0.
func (c *clause) tokenAt(at int) int {
	for i := c.s.from; i < c.s.to && at > 0; i++ {
		if int(c.tokens[i].start) == at {
			return i
		}
	}
	return 0
}

// coming gives the day of something planned: "will be received on Wednesday",
// said on a Thursday, is the next Wednesday. Somebody's words of before, "wrote
// that X will arrive on Sunday", may be of a day gone by.
func (c *clause) coming(d chancery.Date, at int, t trigger) chancery.Date {
	if slices.ContainsFunc(c.verbs, func(u trigger) bool {
		return !u.noun && u.tag.value == "say" && u.at < t.at && (at < t.at || c.tokens[max(t.at-1, c.s.from)].word.folded != "would")
	}) {
		return d
	}
	over := lastMonths[c.tokens[at].word.folded]
	if !c.published.IsZero() && (c.yearless(at) && d.Highest().DaysUntil(c.published) > 30 || over > 0 && c.pastDate(at) == at+1 && c.published.Month > over) { // "is set for 14 November", "in the spring"
		d.Year++
		return d
	}
	if c.published.IsZero() || d.Precision() != chancery.DayPrecision || !d.Before(c.published) || d.DaysUntil(c.published) >= 7 {
		return d
	}
	if c.tokens[at].shape == number || c.tokens[min(at+1, c.s.to-1)].shape == number || !strings.HasSuffix(c.tokens[at].word.folded, "day") {
		return d
	}
	return d.AddDays(7)
}

// lastMonths are the months in which the seasons end.
var lastMonths = map[string]int{"winter": 3, "spring": 6, "summer": 9, "autumn": 12, "fall": 12}

// yearless reports a date, beginning at a token, that names a month and no year.
func (c *clause) yearless(at int) bool {
	month := false
	for i, end := at, c.pastDate(at); i < end; i++ {
		if len(c.tokens[i].word.form) == 4 && c.tokens[i].shape == number || c.tokens[i].word.folded == "year" {
			return false
		}
		month = month || c.tokens[i].shape == capital && !strings.HasSuffix(c.tokens[i].word.folded, "day")
	}
	return month && c.tongue.tag == "en"
}

// gone reports a sentence that tells what has been: its verb is in the past.
func (c *clause) gone(t trigger) bool {
	from, to := c.part(t.at)
	for i := from; i < to; i++ {
		switch f := c.tokens[i].word.folded; {
		case c.tokens[i].word.in(pasts) && c.tokens[i].shape == lower:
			return true
		case c.is(i, kVerb) && c.tokens[i].shape == lower && strings.HasSuffix(f, "ed"):
			return true
		}
	}
	return false
}

// pasts are forms of verbs that tell of the past and of nothing else.
var pasts = forms("cut laid broke flew wrote chose sought threw spent lost heard dealt built taught fought bought meant kept grew rose fell was were took held met came went began saw made gave had did led brought spoke told said left paid became ran drew stood sat sent won")

// bygone gives the day or month of the year before where the one nearest to
// the paper is still to come: "was renewed in January", said in July. Where the
// verb itself says that it was done, a few days ahead are enough.
func (c *clause) bygone(d chancery.Date, done bool) chancery.Date {
	ahead := 45
	if done {
		ahead = 3
	}
	if !c.published.IsZero() && c.published.DaysUntil(d.Lowest()) > ahead {
		d.Year--
	}
	return d
}
