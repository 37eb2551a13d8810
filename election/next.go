package election

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"chancery"
)

// Kind says who may be voted for in a ballot.
type Kind string

// The kinds of ballot.
const (
	OpenBallot      Kind = "open"         // the first: anyone eligible
	Restricted      Kind = "restricted"   // the candidates with the most votes, at most twice the places left
	Unrestricted    Kind = "unrestricted" // anyone eligible again
	Special         Kind = "special"      // between tied candidates only
	ByLot           Kind = "lot"          // the President draws lots
	AllAgain        Kind = "all again"    // the same candidates: the Court, where too many have the majority
	JointConference Kind = "joint conference"
	NoBallot        Kind = "none" // every seat is filled, or nobody is left
)

// KindOf gives the kind of ballot number n, from 1: the first is open, then
// three are restricted, three open to all, three restricted, and so on.
//
// Source: GA rules 93 and 94; GA/12152 calls the second ballot the first
// restricted one; ballots 41 of 2006 and 17 of 2011, unrestricted, had stray votes.
func KindOf(n int) Kind {
	switch {
	case n <= 1:
		return OpenBallot
	case (n-2)/3%2 == 0:
		return Restricted
	}
	return Unrestricted
}

// NextBallot is what comes after a ballot.
type NextBallot struct {
	Number     int
	Kind       Kind
	Seats      int      // left
	Organ      Organ    // that votes, of the two that elect the Court
	Meeting    int      // of both organs
	Candidates []string // who may be voted for, best first; nil is anyone eligible
	Steps      []Step
	Doubts     []chancery.Doubt
}

// Next gives what follows ballot number n of a body, given how it was counted
// and who has withdrawn since.
//
// Source: GA rule 94 for several places, rule 93 for one, the body's own
// practice else. Rule 94 restricts to the candidates with the most votes in the
// ballot before, at most twice the places left.
func Next(body Body, n int, b Ballot, o Outcome, withdrawn []string) NextBallot {
	f := following{body: body, ballot: b, outcome: o, next: NextBallot{Number: n + 1, Seats: o.Left}}
	if o.Left < 0 {
		f.next.Seats = b.Seats
		f.next.Doubts = append(f.next.Doubts, doubt("", "next.open", "ballot %d is not settled by the figures given, so what follows it is not either", n))
		return f.next
	}
	f.rest(withdrawn)
	switch {
	case o.Left == 0:
		f.say(NoBallot, "", "filled", "every seat is filled")
	case len(f.left) == 0 && body.Sequence != Rule94 && body.Sequence != Rule93:
		f.say(NoBallot, "", "nobody", "nobody is left to be voted for")
	case len(o.Tied) > 1 && len(o.Tied) > o.Left:
		f.tied(o.Tied)
	case body.Sequence == Meetings:
		f.say(AllAgain, "ICJ Statute art. 10-11", "meetings", "the organ votes again on all who are left; a further meeting is held where the two organs differ")
		f.next.Candidates = f.names(len(f.left))
	case body.Sequence == FiveRounds:
		f.fiveRounds(n)
	default:
		f.rules(n)
	}
	return f.next
}

// following carries one run of Next.
type following struct {
	body    Body
	ballot  Ballot
	outcome Outcome
	left    []Tally // not elected and not withdrawn, best first
	next    NextBallot
}

func (f *following) say(kind Kind, source, key, format string, args ...any) {
	f.next.Kind = kind
	f.next.Steps = append(f.next.Steps, step(source, "next."+key, format, args...))
}

// rest lists who is left, best first.
func (f *following) rest(withdrawn []string) {
	for i, t := range f.ballot.Tallies {
		if f.outcome.Elected[i] == Yes || slices.Contains(withdrawn, t.Candidate) {
			continue
		}
		f.left = append(f.left, t)
	}
	slices.SortStableFunc(f.left, func(a, b Tally) int { return cmp.Compare(b.Votes.Low, a.Votes.Low) })
}

func (f *following) names(n int) []string {
	var out []string
	for _, t := range f.left[:min(n, len(f.left))] {
		out = append(out, t.Candidate)
	}
	return out
}

// tied limits the next ballot to those level for the last seat; one place and
// a simple majority end by lot after an equal second ballot.
//
// Source: GA rules 93 and 94.
func (f *following) tied(tied []string) {
	var still []string
	for _, t := range f.left {
		if slices.Contains(tied, t.Candidate) {
			still = append(still, t.Candidate)
		}
	}
	f.say(Special, "GA rule 94", "special", "equal votes for the last seat: a special ballot among %s", strings.Join(still, ", "))
	f.next.Candidates = still
}

// rules applies rules 93 and 94.
func (f *following) rules(n int) {
	source := string(f.body.Sequence)
	if f.body.Sequence == ByAnalogy || f.body.Sequence == "" {
		source = "GA rule 94"
		f.next.Doubts = append(f.next.Doubts, doubt(f.body.Source, "next.analogy", "the text is silent on further ballots; the meeting applies GA rule 94 by analogy"))
	}
	if f.lots(n) {
		return
	}
	if KindOf(n+1) == Unrestricted {
		f.say(Unrestricted, source, "unrestricted", "ballot %d is open to any eligible candidate", n+1)
		return
	}
	most := 2 * f.outcome.Left
	f.say(Restricted, source, "restricted", "ballot %d is restricted to the candidates with the most votes, at most %d for %d places", n+1, most, f.outcome.Left)
	f.next.Candidates = f.names(most)
	if len(f.left) > most && f.left[most-1].Votes.Low == f.left[most].Votes.Low && f.left[most].Votes.Known {
		f.cut(most, source)
	}
	for _, t := range f.left {
		if !t.Votes.Known {
			f.next.Doubts = append(f.next.Doubts, doubt(source, "next.votes", "the votes of %s are not given, so who leads is not certain", t.Candidate))
			break
		}
	}
}

// cut resolves equal votes on the last place of a restricted ballot: a special
// ballot among those level comes first.
//
// Source: GA rule 93, a tie for second place; rule 94 by practice.
func (f *following) cut(most int, source string) {
	level := f.left[most-1].Votes.Low
	var tied []string
	for _, t := range f.left {
		if t.Votes.Known && t.Votes.Low == level {
			tied = append(tied, t.Candidate)
		}
	}
	f.say(Special, source, "cut", "%s have %d votes each on the last place of the restricted ballot: a special ballot decides which of them stand in it", strings.Join(tied, ", "), level)
	f.next.Candidates = tied
}

// lots applies the end of a simple-majority election for one place.
//
// Source: GA rule 93: equal votes on the second ballot, and the President decides by lot.
func (f *following) lots(n int) bool {
	m := f.ballot.Majority
	simple := m.More && m.Num == 1 && m.Den == 2
	if f.body.Sequence != Rule93 || !simple || n < 2 || len(f.left) != 2 || !f.left[0].Votes.Exact() || f.left[0].Votes != f.left[1].Votes {
		return false
	}
	f.say(ByLot, "GA rule 93", "lot", "equal votes on ballot %d: the President draws lots between %s and %s", n, f.left[0].Candidate, f.left[1].Candidate)
	f.next.Candidates = f.names(2)
	return true
}

// fiveRounds applies the rules of the Executive Board of UNESCO.
func (f *following) fiveRounds(n int) {
	const source = "UNESCO Executive Board rules of procedure"
	switch {
	case n < 4:
		f.say(Unrestricted, source, "board", "ballot %d is open to all who are left", n+1)
		f.next.Candidates = f.names(len(f.left))
	case n == 4:
		f.say(Restricted, source, "fifth", "the fifth and last ballot is between the two leaders of the fourth")
		f.next.Candidates = f.names(2)
		if len(f.left) > 2 && f.left[1].Votes == f.left[2].Votes && f.left[1].Votes.Known {
			f.cut(2, source)
		}
	default:
		f.say(NoBallot, source, "last", "there is no sixth ballot")
		f.next.Doubts = append(f.next.Doubts, doubt(source, "next.sixth", "what follows an equal fifth ballot is not known here"))
	}
}

// Turn is one ballot of a replay.
type Turn struct {
	Number  int // 0 where the record numbers it otherwise
	Ballot  Ballot
	Outcome Outcome
	Next    NextBallot
	Doubts  []chancery.Doubt
}

// Replay runs the ballots of one election and group in their order, with who
// withdrew after which (by number), and says what followed by rule. Ballots may
// be missing in between. Where the record differs from the rule a doubt says so.
func Replay(body Body, ballots []Ballot, withdrawn map[int][]string) []Turn {
	var out []Turn
	var gone []string
	for _, b := range ballots {
		n, err := strconv.Atoi(strings.TrimSpace(b.Number))
		if err != nil {
			n = 0
		}
		t := Turn{Number: n, Ballot: b, Outcome: Count(b)}
		t.against(body, out)
		gone = append(gone, withdrawn[n]...)
		if n > 0 {
			t.Next = Next(body, n, b, t.Outcome, gone)
		} else {
			t.Next = NextBallot{Seats: b.Seats, Doubts: []chancery.Doubt{doubt("", "replay.number", "the record calls this ballot %q, so its place in the sequence is not known", b.Number)}}
		}
		out = append(out, t)
	}
	return out
}

// against holds a ballot against its number and the ballot before.
func (t *Turn) against(body Body, before []Turn) {
	say := func(source, key, format string, args ...any) {
		t.Doubts = append(t.Doubts, doubt(source, "replay."+key, format, args...))
	}
	named := Kind(strings.ToLower(t.Ballot.Kind))
	byRule := body.Sequence == Rule93 || body.Sequence == Rule94 || body.Sequence == ByAnalogy
	if t.Number > 0 && byRule && (named == OpenBallot || named == Restricted || named == Unrestricted) && named != KindOf(t.Number) {
		say("GA rule 94", "kind", "ballot %d is %s by rule and %s on record", t.Number, KindOf(t.Number), named)
	}
	if len(before) == 0 {
		return
	}
	last := before[len(before)-1]
	if t.Number == 0 || last.Number != t.Number-1 {
		return
	}
	if last.Outcome.Left >= 0 && last.Outcome.Left != t.Ballot.Seats {
		say("", "seats", "%d seats were left after ballot %d, the record has %d", last.Outcome.Left, last.Number, t.Ballot.Seats)
	}
	if last.Next.Kind == NoBallot {
		say("", "after", "ballot %d comes after every seat was filled", t.Number)
	}
	if last.Next.Candidates == nil {
		return
	}
	for _, c := range t.Ballot.Tallies {
		if !slices.Contains(last.Next.Candidates, c.Candidate) {
			say("GA rule 94", "outside", "%s was not among the candidates of ballot %d: votes for it are invalid", c.Candidate, t.Number)
		}
	}
}
