package election

import (
	"slices"
	"strings"

	"chancery"
)

// Tally is what one candidate received.
type Tally struct {
	Candidate string
	Votes     Figure
	State     string // nationality or the State itself; "" where it plays no part
}

// Ballot is one ballot for the seats of one group, as far as it is known.
type Ballot struct {
	Body        string
	Date        chancery.Date
	Group       string // regional group; "all" or "" where there is none
	Number      string // "1", "resumed 3": as the record has it
	Kind        string // "open", "restricted": as the record has it
	Seats       int    // to be filled by this ballot
	Eligible    Figure // entitled to vote
	Cast        Figure // ballot papers in the box
	Invalid     Figure
	Abstentions Figure // blank papers
	Valid       Figure // as the record has it; taken only where it cannot be computed
	Majority    Majority
	AllOrNone   bool  // more candidates than seats with the majority: nobody is elected and all are voted on again (ICJ)
	OneOrgan    bool  // the majority of another organ is needed too (ICJ Statute art. 10(1)): alone it elects nobody
	Organ       Organ // of the two that elect the Court; "" elsewhere
	Meeting     int   // of both organs; 0 where the record does not say
	Deciding    bool  // a ballot to decide which of those tied goes on, which elects nobody
	Tallies     []Tally
}

// Answer is yes, no, or not known.
type Answer string

// The answers.
const (
	Yes  Answer = "yes"
	No   Answer = "no"
	Open Answer = ""
)

// Outcome is what a ballot decided.
type Outcome struct {
	Valid    Figure // computed or as the record has it; not known where neither is there
	Needed   Figure // votes needed
	Assumed  bool   // Needed holds if every paper cast was valid; it can only be lower
	Elected  []Answer
	Left     int // seats left, where every answer is known; else -1
	Tied     []string
	Missing  []chancery.Message
	Conflict []chancery.Message // contradictions that keep the answers open
	Doubts   []chancery.Doubt   // contradictions that do not
	Steps    []Step
}

// count carries one run of Count.
type count struct {
	Ballot
	low, high int // bounds of the valid ballots; high 0 is without bound
	complete  bool
	out       Outcome
}

// Count says what a ballot needs and decides. Elected answers in the order of
// the tallies. Nothing is guessed: an answer is given where it is the same
// whatever the figures that are missing.
//
// Source: GA rules 83 and 94; CEDAW art. 17(4) and its like, largest number of
// votes and majority; ICJ Statute art. 10.
func Count(b Ballot) Outcome {
	c := count{Ballot: b}
	c.out.Elected = make([]Answer, len(b.Tallies))
	c.out.Left = -1
	c.validBallots()
	c.bounds()
	c.needed()
	c.check()
	c.complete = c.listed()
	if b.Seats <= 0 {
		c.missing("seats", "the number of seats is not given")
		return c.out
	}
	if len(c.out.Conflict) == 0 {
		c.elect()
	}
	return c.out
}

func (c *count) missing(key, format string, args ...any) {
	c.out.Missing = append(c.out.Missing, chancery.Say("election.missing."+key, format, args...))
}

func (c *count) conflict(key, format string, args ...any) {
	c.out.Conflict = append(c.out.Conflict, chancery.Say("election.conflict."+key, format, args...))
}

func (c *count) step(source, key, format string, args ...any) {
	c.out.Steps = append(c.out.Steps, step(source, key, format, args...))
}

// validBallots computes cast less invalid less blank, or takes the record's figure.
//
// Source: GA rule 126 and FRUS 1949, vol. II, doc. 185: a blank paper and an
// invalid one are ways to abstain, and the base is what is left.
func (c *count) validBallots() {
	if c.Cast.Known && c.Invalid.Known && c.Abstentions.Known {
		c.out.Valid = c.Cast.minus(c.Invalid, c.Abstentions)
		c.step("GA rule 126", "valid", "valid ballots: %s cast less %s invalid less %s blank is %s", c.Cast, c.Invalid, c.Abstentions, c.out.Valid)
		if c.Valid.Known && (c.Valid.High < c.out.Valid.Low || c.Valid.Low > c.out.Valid.High) {
			c.doubt("valid", "the record says %s valid ballots, the papers give %s", c.Valid, c.out.Valid)
		}
		return
	}
	c.out.Valid = c.Valid
}

func (c *count) doubt(key, format string, args ...any) {
	c.out.Doubts = append(c.out.Doubts, doubt("", key, format, args...))
}

// bounds finds the fewest and the most valid ballots there can have been.
func (c *count) bounds() {
	sum := 0
	for _, t := range c.Tallies {
		sum += t.Votes.Low
		c.low = max(c.low, t.Votes.Low)
	}
	if c.Seats > 0 {
		c.low = max(c.low, (sum+c.Seats-1)/c.Seats)
	}
	if c.out.Valid.Known {
		c.low, c.high = max(c.low, c.out.Valid.Low), c.out.Valid.High
		return
	}
	c.high = ceiling(c.Body, c.Date)
	for _, f := range []Figure{c.Eligible, c.Cast} {
		if f = f.minus(c.Invalid, c.Abstentions); f.Known && (c.high == 0 || f.High < c.high) {
			c.high = f.High
		}
	}
}

// needed finds the votes needed from the base.
func (c *count) needed() {
	m := c.Majority
	switch {
	case m.Plurality:
		c.step("rule of the body", "plurality", "the largest number of votes is enough")
		return
	case m.Den == 0:
		c.missing("majority", "the majority needed is not given")
		return
	case m.Base == OfMembers:
		c.ofMembers()
		return
	}
	low, high := m.Of(c.low), m.Of(c.high)
	switch {
	case c.high > 0 && low == high, c.out.Valid.Known:
		c.out.Needed = Figure{min(low, high), high, true}
		c.step("GA rules 83 and 94", "needed", "%s of %s valid ballots is %s", fraction(m), rangeOf(c.low, c.high), c.out.Needed)
	case m.Given > 0 && m.Given == m.Of(c.Eligible.High):
		c.out.Needed = Exactly(m.Given)
		c.step("words of the rule", "needed.given", "the words give %d, which is the majority of all %s", m.Given, c.Eligible)
	case c.Cast.Known:
		c.out.Needed, c.out.Assumed = Exactly(high), true
		c.missing("valid.assumed", "invalid and blank papers are not given: %d votes are needed if all %d papers were valid, and fewer if not", high, c.high)
	default:
		c.missing("valid", "the number of valid ballots is not given")
	}
}

func (c *count) ofMembers() {
	n := c.Majority.Of(c.Eligible.High)
	switch {
	case c.Eligible.Exact():
		c.out.Needed = Exactly(n)
	case c.Majority.Given > 0:
		c.out.Needed = Exactly(c.Majority.Given)
	default:
		c.missing("eligible", "the number of members is not given")
		return
	}
	if c.Majority.Given > 0 && c.out.Needed.High != c.Majority.Given {
		c.doubt("majority", "the words give %d votes, the members %s", c.Majority.Given, c.out.Needed)
	}
	c.step("GA res. 60/251 para. 7", "needed.members", "%s of all %s members is %s, whoever is present", fraction(c.Majority), c.Eligible, c.out.Needed)
}

func fraction(m Majority) chancery.Message {
	if m.More {
		return chancery.Say("election.fraction.more", "more than %d/%d", m.Num, m.Den)
	}
	return chancery.Say("election.fraction.up", "%d/%d, rounded up,", m.Num, m.Den)
}

func rangeOf(low, high int) string { return Figure{low, max(low, high), true}.String() }

// check looks for contradictions that keep the answers open.
func (c *count) check() {
	sum, most := 0, c.high
	for _, t := range c.Tallies {
		sum += t.Votes.Low
		if most > 0 && t.Votes.Low > most {
			c.conflict("votes", "%s has %s votes of at most %d valid ballots", t.Candidate, t.Votes, most)
		}
	}
	if most > 0 && c.Seats > 0 && sum > c.Seats*most {
		c.conflict("sum", "%d votes in all are more than %d seats times %d valid ballots", sum, c.Seats, most)
	}
	if c.Cast.Known && c.Eligible.Known && c.Cast.Low > c.Eligible.High {
		c.conflict("cast", "%s papers cast are more than the %s entitled to vote", c.Cast, c.Eligible)
	}
}

// listed reports whether the tallies can be taken to be all that matter: every
// one has its votes, and there are at least as many as seats. A record that
// gives figures gives the best first.
func (c *count) listed() bool {
	return len(c.Tallies) >= c.Seats && !slices.ContainsFunc(c.Tallies, func(t Tally) bool { return !t.Votes.Known })
}

// bounds of the votes needed, for certainty on either side.
func (c *count) neededLow() int {
	switch {
	case c.Majority.Plurality:
		return 1
	case c.Majority.Base == OfMembers && c.out.Needed.Known:
		return c.out.Needed.Low
	case c.Majority.Base == OfMembers:
		return 0
	}
	return c.Majority.Of(c.low)
}

func (c *count) neededHigh() (int, bool) {
	switch {
	case c.Majority.Plurality:
		return 1, true
	case c.Majority.Base == OfMembers:
		return c.out.Needed.High, c.out.Needed.Known
	case c.high == 0 || c.Majority.Den == 0:
		return 0, false
	}
	return c.Majority.Of(c.high), true
}

// elect answers for each candidate.
func (c *count) elect() {
	if c.Deciding {
		for i := range c.out.Elected {
			c.out.Elected[i] = No
		}
		c.step("rule on ties", "deciding", "this ballot decides between tied candidates and elects nobody")
		return
	}
	for i := range c.Tallies {
		switch {
		case c.surely(i):
			c.out.Elected[i] = Yes
		case c.surelyNot(i):
			c.out.Elected[i] = No
		}
	}
	c.fill()
	c.allOrNone()
	c.oneOrgan()
	c.close()
}

// surely reports whether candidate i is elected whatever is missing: the votes
// reach the highest majority there can be, and no set of others as large as
// the seats can have as many.
//
// Source: descending order among those above the majority, CERD 17 January
// 2002 (93, 93 and 83 lost with a majority of 81).
func (c *count) surely(i int) bool {
	votes := c.Tallies[i].Votes
	need, known := c.neededHigh()
	if !known || !votes.Known || votes.Low < need || votes.Low == 0 {
		return false
	}
	rivals, unknown, sum := 0, 0, 0
	for j, t := range c.Tallies {
		sum += t.Votes.Low
		switch {
		case j == i:
		case !t.Votes.Known:
			unknown++
		case t.Votes.High >= votes.Low:
			rivals++
		}
	}
	if rivals >= c.Seats {
		return false
	}
	if c.complete {
		return true
	}
	needed := c.Seats - rivals
	if c.high == 0 {
		return false
	}
	return c.Seats*c.high-sum < needed*votes.Low // the votes left cannot lift so many others
}

// surelyNot reports whether candidate i is not elected by this ballot whatever
// is missing: below the lowest majority there can be, or with as many others
// as seats at least level. A tie for the last seat elects neither.
func (c *count) surelyNot(i int) bool {
	votes := c.Tallies[i].Votes
	if !votes.Known {
		return false
	}
	if votes.High < c.neededLow() {
		return true
	}
	level := 0
	for j, t := range c.Tallies {
		if j != i && t.Votes.Known && t.Votes.Low >= votes.High {
			level++
		}
	}
	return level >= c.Seats
}

// fill says no to the rest once every seat is taken.
func (c *count) fill() {
	taken := 0
	for _, a := range c.out.Elected {
		if a == Yes {
			taken++
		}
	}
	if taken < c.Seats {
		return
	}
	for i, a := range c.out.Elected {
		if a == Open {
			c.out.Elected[i] = No
		}
	}
}

// allOrNone applies the practice of the elections to the Court: when more
// candidates than seats have the majority in one organ, it votes again on all.
//
// Source: Rudzinski 1959, four ballots of the Security Council; A/71/PV.61.
func (c *count) allOrNone() {
	if !c.AllOrNone {
		return
	}
	need, known := c.neededHigh()
	with, open := 0, !known || !c.complete
	for _, t := range c.Tallies {
		if t.Votes.Known && known && t.Votes.Low >= need {
			with++
		}
	}
	switch {
	case with > c.Seats:
		for i := range c.out.Elected {
			c.out.Elected[i] = No
		}
		c.step("practice under ICJ Statute art. 10", "again", "%d candidates have the majority for %d seats: all are voted on again", with, c.Seats)
	case open && len(c.Tallies) > c.Seats:
		for i := range c.out.Elected {
			if c.out.Elected[i] == Yes && c.Seats > 1 {
				c.out.Elected[i] = Open
			}
		}
	}
}

// oneOrgan keeps the majority of one organ from being taken for election. A
// sole candidate for a sole seat is the exception: the other organ has nobody
// else to elect.
//
// Source: ICJ Statute art. 8 and 10(1).
func (c *count) oneOrgan() {
	if !c.OneOrgan || !slices.Contains(c.out.Elected, Yes) {
		return
	}
	if c.Organ != "" { // the lists of both organs are compared by ReplayCourt
		for i := range c.out.Elected {
			c.out.Elected[i] = Open
		}
		return
	}
	if len(c.Tallies) == 1 && c.Seats == 1 {
		c.doubt("organ", "%s has the majority here; the other organ has to give its own and has no other candidate", c.Tallies[0].Candidate)
		return
	}
	for i, a := range c.out.Elected {
		if a == Yes {
			c.out.Elected[i] = Open
		}
	}
	c.missing("organ", "the ballot of the other organ is needed: only who has both majorities is elected")
}

// close counts the seats left, finds ties for the last seat and says what is open.
func (c *count) close() {
	taken, open := 0, []string{}
	for i, a := range c.out.Elected {
		switch a {
		case Yes:
			taken++
			c.step("largest number of votes and the majority", "elected", "%s, %s votes: elected", c.Tallies[i].Candidate, c.Tallies[i].Votes)
		case Open:
			open = append(open, c.Tallies[i].Candidate)
		}
	}
	if c.OneOrgan && c.Organ != "" {
		return
	}
	if len(open) > 0 {
		c.missing("outcome", "the votes given do not settle who is elected among: %s", strings.Join(open, ", "))
		return
	}
	c.out.Left = max(0, c.Seats-taken)
	c.tie()
}

// tie finds candidates with equal votes above the majority who stand across
// the last seat.
func (c *count) tie() {
	if c.out.Left == 0 || c.AllOrNone {
		return
	}
	need, known := c.neededHigh()
	best := -1
	for i, t := range c.Tallies {
		if c.out.Elected[i] == No && known && t.Votes.Exact() && t.Votes.Low >= need {
			best = max(best, t.Votes.Low)
		}
	}
	for i, t := range c.Tallies {
		if best > 0 && c.out.Elected[i] == No && t.Votes.Exact() && t.Votes.Low == best {
			c.out.Tied = append(c.out.Tied, t.Candidate)
		}
	}
	if len(c.out.Tied) > 1 {
		c.step("GA rule 94", "tie", "%s have equal votes for the last seat: the next ballot is limited to them", strings.Join(c.out.Tied, ", "))
	}
}

// ceiling gives the largest electorate a body can have had on a day, or 0.
func ceiling(body string, on chancery.Date) int {
	if b, ok := BodyNamed(body); ok {
		return b.ceiling(on)
	}
	return 0
}
