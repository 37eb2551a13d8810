package election

import (
	"slices"
	"strings"

	"chancery"
)

// Organ is one of the two organs that elect the Court.
type Organ string

// The organs, as the property organ of a ballot names them.
const (
	Assembly Organ = "general_assembly"
	Council  Organ = "security_council"
)

// Organs are both, in the order of pages.
var Organs = []Organ{Assembly, Council}

// Label gives the organ as a message.
func (o Organ) Label() chancery.Message {
	if o == Council {
		return chancery.Say("election.organ.security-council", "Security Council")
	}
	return chancery.Say("election.organ.general-assembly", "General Assembly")
}

// Members gives how many members of an organ vote: of the Council all, without
// distinction between permanent and other members.
//
// Source: ICJ Statute art. 10(2); Charter art. 23 as amended, 15 since 1966.
func (o Organ) Members(on chancery.Date) int {
	if o == Assembly {
		return UNMembers(on)
	}
	if !on.IsZero() && on.Year < 1966 {
		return 11
	}
	return 15
}

// Meeting is one meeting of both organs: the ballots of each until as many have
// the majority as there are seats, then the comparison of the two lists.
type Meeting struct {
	Number  int
	Seats   int
	Ballots map[Organ][]int // places in the list of ballots, in their order
	Court   Court
	Settled bool // the two lists were compared
}

// last gives the place of the ballot by which an organ closed its list.
func (m Meeting) last(o Organ) (int, bool) {
	all := m.Ballots[o]
	if len(all) == 0 {
		return 0, false
	}
	return all[len(all)-1], true
}

// CourtReplay is an election to the Court as it went.
type CourtReplay struct {
	Meetings []Meeting
	Elected  []string
	Next     NextBallot // with the organ that votes next, and in which meeting
}

// ReplayCourt runs the ballots of both organs meeting by meeting. Ballots say
// their organ and stand in the order of their numbers; one that names its
// meeting belongs to it, else an organ's ballots make up a meeting until one
// gives as many candidates the majority as there are seats.
//
// Source: ICJ Statute art. 8 and 10-12; memoranda of the Secretary-General on
// the elections, for several ballots within one meeting.
func ReplayCourt(seats int, ballots []Ballot, people map[string]Person, withdrawn []string) CourtReplay {
	r := courtReplay{seats: seats, ballots: ballots, queue: map[Organ][]int{}, gone: slices.Clone(withdrawn)}
	for i, b := range ballots {
		r.queue[b.Organ] = append(r.queue[b.Organ], i)
	}
	for len(r.queue[Assembly])+len(r.queue[Council]) > 0 {
		m := r.meeting(r.number(), people)
		r.out.Meetings = append(r.out.Meetings, m)
		r.out.Elected = append(r.out.Elected, m.Court.Elected...)
		if !m.Settled {
			break
		}
		r.seats = m.Court.Left
		if r.seats == 0 {
			break
		}
	}
	r.next()
	return r.out
}

// courtReplay carries one run of ReplayCourt.
type courtReplay struct {
	seats   int
	ballots []Ballot
	queue   map[Organ][]int // ballots that no meeting has taken yet
	gone    []string
	out     CourtReplay
}

// number gives the meeting to come: the one after the last, or the first on
// record where those before it are not.
func (r *courtReplay) number() int {
	n := 1
	if all := r.out.Meetings; len(all) > 0 {
		n = all[len(all)-1].Number + 1
	}
	named := 0
	for _, o := range Organs {
		for _, i := range r.queue[o] {
			if m := r.ballots[i].Meeting; m > 0 && (named == 0 || m < named) {
				named = m
			}
		}
	}
	return max(n, named)
}

// meeting takes the ballots of one meeting and compares the lists.
func (r *courtReplay) meeting(n int, people map[string]Person) Meeting {
	m := Meeting{Number: n, Seats: r.seats, Ballots: map[Organ][]int{}}
	for _, o := range Organs {
		m.Ballots[o] = r.take(o, n)
	}
	a, okA := m.last(Assembly)
	s, okS := m.last(Council)
	m.Court.Left = r.seats
	switch {
	case !okA:
		m.Court.Doubts = append(m.Court.Doubts, doubt("ICJ Statute art. 8", "court.waits", "the ballot of the %s is not recorded, so nobody is elected yet", Assembly.Label()))
	case !okS:
		m.Court.Doubts = append(m.Court.Doubts, doubt("ICJ Statute art. 8", "court.waits", "the ballot of the %s is not recorded, so nobody is elected yet", Council.Label()))
	default:
		assembly, council := r.ballots[a], r.ballots[s]
		assembly.Seats, council.Seats = r.seats, r.seats
		m.Court = BothOrgans(assembly, council, n, people)
		m.Settled = m.Court.Next != "" && !m.Court.Again
	}
	return m
}

// take gives the ballots of one organ in one meeting.
func (r *courtReplay) take(o Organ, n int) []int {
	var out []int
	for len(r.queue[o]) > 0 {
		i := r.queue[o][0]
		b := r.ballots[i]
		if b.Meeting > n {
			return out
		}
		out = append(out, i)
		r.queue[o] = r.queue[o][1:]
		if named, ok := majorities(b); b.Meeting == 0 && (!ok || len(named) == r.seats) {
			return out
		}
	}
	return out
}

// next says which organ votes next, in which meeting and on whom.
func (r *courtReplay) next() {
	next := NextBallot{Number: 1, Kind: AllAgain, Seats: r.seats, Organ: Assembly, Meeting: r.number()}
	if len(r.out.Meetings) > 0 {
		m := r.out.Meetings[len(r.out.Meetings)-1]
		next.Steps, next.Seats = m.Court.Steps, m.Court.Left
		if m.Court.Next != "" {
			next.Kind = m.Court.Next
		}
		if !m.Settled {
			next.Meeting = m.Number
			next.Organ = r.lacking(m)
		}
	} else {
		next.Kind = OpenBallot
	}
	next.Number = r.count(next.Organ) + 1
	if next.Kind != NoBallot {
		next.Candidates = r.left()
	}
	r.out.Next = next
}

// lacking gives the organ whose list is not closed.
func (r *courtReplay) lacking(m Meeting) Organ {
	for _, o := range Organs {
		i, ok := m.last(o)
		if !ok {
			return o
		}
		if named, known := majorities(r.ballots[i]); known && len(named) != m.Seats {
			return o
		}
	}
	return Assembly
}

func (r *courtReplay) count(o Organ) int {
	n := 0
	for _, b := range r.ballots {
		if b.Organ == o {
			n++
		}
	}
	return n
}

// left lists who can still be voted for, in the order of the last ballot.
func (r *courtReplay) left() []string {
	if len(r.ballots) == 0 {
		return nil
	}
	var out []string
	for i := len(r.ballots) - 1; i >= 0; i-- {
		for _, t := range r.ballots[i].Tallies {
			if !slices.Contains(out, t.Candidate) && !slices.Contains(r.out.Elected, t.Candidate) && !slices.Contains(r.gone, t.Candidate) {
				out = append(out, t.Candidate)
			}
		}
	}
	return out
}

// Court is the result of one meeting of the two organs that elect the Court.
type Court struct {
	Elected []string
	Left    int
	Again   bool // one organ has to vote again before the lists can be compared
	Next    Kind
	Steps   []Step
	Doubts  []chancery.Doubt
}

// BothOrgans compares the ballots of the General Assembly and the Security
// Council at one meeting. Each must have given the majority to as many as there
// are seats; those with both majorities are elected.
//
// Source: ICJ Statute art. 8, 10(1)-(3), 11 and 12: after the third meeting
// a joint conference of six may be formed. Memoranda of the Secretary-General
// on the elections: an organ in which fewer or more than the seats have the
// majority votes again in the same meeting.
func BothOrgans(assembly, council Ballot, meeting int, people map[string]Person) Court {
	body, _ := BodyNamed("ICJ")
	var c Court
	seats := assembly.Seats
	c.Left = seats
	a, okA := majorities(assembly)
	s, okS := majorities(council)
	switch {
	case !okA || !okS:
		c.Doubts = append(c.Doubts, doubt(body.Basis, "court.open", "the figures do not settle who has the majority in each organ"))
		return c
	case len(a) != seats || len(s) != seats:
		c.Again, c.Next = true, AllAgain
		c.Steps = append(c.Steps, step("practice under ICJ Statute art. 10", "court.again", "the Assembly has %d and the Council %d with the majority for %d seats: an organ votes again, in the same meeting, until it has as many as there are seats", len(a), len(s), seats))
		return c
	}
	var both []Person
	for _, name := range a {
		if slices.Contains(s, name) {
			p := people[name]
			p.Name = name
			both = append(both, p)
		}
	}
	kept, _, steps, doubts := Compatriots(body, both)
	c.Elected, c.Left = kept, seats-len(kept)
	if len(kept) > 0 {
		c.Steps = append(c.Steps, step("ICJ Statute art. 10(1)", "court.both", "majority in both organs: %s", strings.Join(kept, ", ")))
	} else {
		c.Steps = append(c.Steps, step("ICJ Statute art. 10(1)", "court.neither", "nobody has the majority in both organs: the Assembly has %s, the Council %s", strings.Join(a, ", "), strings.Join(s, ", ")))
	}
	c.Steps, c.Doubts = append(c.Steps, steps...), append(c.Doubts, doubts...)
	switch {
	case c.Left == 0:
		c.Next = NoBallot
	case meeting >= 3:
		c.Next = JointConference
		c.Steps = append(c.Steps, step("ICJ Statute art. 12(1)", "court.conference", "seats are left after meeting %d: a joint conference of six may be formed at the request of either organ", meeting))
	default:
		c.Next = AllAgain
		c.Steps = append(c.Steps, step("ICJ Statute art. 11", "court.meeting", "seats are left: meeting %d follows", meeting+1))
	}
	return c
}

// majorities lists who has the majority in one organ, whatever the seats.
func majorities(b Ballot) ([]string, bool) {
	need := b.Majority.Of(b.Eligible.High)
	if !b.Eligible.Exact() || need == 0 {
		return nil, false
	}
	var out []string
	for _, t := range b.Tallies {
		if !t.Votes.Exact() {
			return nil, false
		}
		if t.Votes.Low >= need {
			out = append(out, t.Candidate)
		}
	}
	return out, true
}
