package press

// A verb of several words may have in its midst when and where it was done:
// "paid on Monday a visit to", "put their signatures yesterday in Lima to". The
// circumstance is no part of the phrase, and the phrase goes on after it.

var (
	// circumstantial are the words that open a day or a town.
	circumstantial = forms("in at on today yesterday tomorrow last this late early earlier here")
	// dayWords open the words of a day, dayParts close them.
	dayWords = forms("on today yesterday tomorrow last this late early earlier here")
	weekdays = forms("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun")
	months   = forms("january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec")
	dayParts = forms("morning afternoon evening night today week month year")
)

// circumstanceInside gives the tokens of the day or town at token i that may stand
// inside a verb that began at another: "on Monday, 3 May", "in Lima".
func (p *paper) circumstanceInside(from, i int) int {
	if p.tongue.tag != "en" || p.tokens[from].shape != lower || i-from >= maxPhrase {
		return 0
	}
	if n := p.dayInside(i); n > 0 {
		return n
	}
	return p.townInside(i)
}

// dayInside gives the tokens of a day at token i: "yesterday", "on 3 May 2024",
// "late on Friday evening"; or 0.
func (p *paper) dayInside(i int) int {
	if i >= len(p.tokens) || !p.tokens[i].word.in(dayWords) || p.tokens[i].shape != lower {
		return 0
	}
	said, at := p.tokens[i].word.folded, i+1
	whole := said == "today" || said == "yesterday" || said == "tomorrow" || said == "here"
	for ; at < min(len(p.tokens), i+8); at++ {
		w := p.tokens[at].word
		switch {
		case w.in(weekdays) || w.in(months) || w.in(dayParts) || p.tokens[at].shape == number:
			whole = true
		case w.folded == "the" || w.folded == "of" || w.in(dayWords) && !whole:
		case whole && p.mark(at, ",") && at+1 < len(p.tokens) && (p.tokens[at+1].shape == number || p.tokens[at+1].word.in(months)):
		default:
			if !whole {
				return 0
			}
			return at - i
		}
	}
	return 0
}

// townInside gives the tokens of "in" and the name of a town at token i; or 0.
func (p *paper) townInside(i int) int {
	if f := p.tokens[i].word.folded; f != "in" && f != "at" || i+1 >= len(p.tokens) {
		return 0
	}
	at := i + 1
	for at < min(len(p.tokens), i+4) && p.tokens[at].shape == capital {
		at++
	}
	if at == i+1 {
		return 0
	}
	return at - i
}
