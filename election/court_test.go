package election

import (
	"strings"
	"testing"
)

// organ gives a ballot of one organ for one seat or more.
func organ(o Organ, meeting, seats int, votes string) Ballot {
	return Ballot{Organ: o, Meeting: meeting, Seats: seats, Eligible: Exactly(o.Members(day("2017-11-13"))), Majority: AbsoluteOfMembers, AllOrNone: true, OneOrgan: true, Tallies: tallies(votes)}
}

// The last seat of 2017: the Assembly for one, the Council for the other,
// through the third meeting and beyond; then one withdrew and both organs had
// one candidate. Of the figures only the 183 are from a source; the others are
// remembered.
func TestTheCourtOf2017(t *testing.T) {
	ballots := []Ballot{
		organ(Assembly, 0, 1, "Bhandari 110; Greenwood 79"), organ(Council, 0, 1, "Bhandari 5; Greenwood 9"),
		organ(Assembly, 0, 1, "Bhandari 113; Greenwood 76"), organ(Council, 0, 1, "Bhandari 5; Greenwood 9"),
		organ(Assembly, 0, 1, "Bhandari 121; Greenwood 68"), organ(Council, 0, 1, "Bhandari 5; Greenwood 9"),
	}
	r := ReplayCourt(1, ballots[:2], nil, nil)
	if len(r.Elected) != 0 || r.Next.Kind != AllAgain || r.Next.Meeting != 2 || r.Next.Organ != Assembly || r.Next.Seats != 1 || r.Next.Number != 2 {
		t.Errorf("after the first meeting: %+v", r.Next)
	}
	r = ReplayCourt(1, ballots, nil, nil)
	if len(r.Meetings) != 3 || len(r.Elected) != 0 || r.Next.Kind != JointConference || strings.Join(r.Next.Candidates, " ") != "Bhandari Greenwood" {
		t.Errorf("after the third meeting: %d meetings, %+v", len(r.Meetings), r.Next)
	}
	ballots = append(ballots, organ(Assembly, 0, 1, "Bhandari 183"))
	r = ReplayCourt(1, ballots, nil, []string{"Greenwood"})
	if len(r.Elected) != 0 || r.Next.Organ != Council || r.Next.Meeting != 4 || strings.Join(r.Next.Candidates, " ") != "Bhandari" {
		t.Errorf("the Assembly alone elects nobody: %+v, %q", r.Next, r.Elected)
	}
	ballots = append(ballots, organ(Council, 0, 1, "Bhandari 15"))
	if r = ReplayCourt(1, ballots, nil, []string{"Greenwood"}); strings.Join(r.Elected, " ") != "Bhandari" || r.Next.Kind != NoBallot {
		t.Errorf("both: %+v, %q", r.Next, r.Elected)
	}
}

// An organ votes again within a meeting until as many have its majority as
// there are seats; the order in which the organs are recorded does not matter.
func TestAMeetingOfSeveralBallots(t *testing.T) {
	a1, a2 := organ(Assembly, 0, 2, "A 120; B 90; C 80"), organ(Assembly, 0, 2, "A 130; B 100; C 60")
	s1 := organ(Council, 0, 2, "A 9; B 8; C 8")
	s2 := organ(Council, 0, 2, "A 9; B 6; C 8")
	open := ReplayCourt(2, []Ballot{a1, s2}, nil, nil)
	if len(open.Elected) != 0 || open.Next.Organ != Assembly || open.Next.Meeting != 1 {
		t.Errorf("the Assembly has one of two: %+v, %q", open.Next, open.Elected)
	}
	for _, all := range [][]Ballot{{a1, a2, s1, s2}, {s1, s2, a1, a2}, {a1, s1, a2, s2}} {
		r := ReplayCourt(2, all, nil, nil)
		if len(r.Meetings) != 1 || strings.Join(r.Elected, " ") != "A" || r.Next.Meeting != 2 || r.Next.Seats != 1 {
			t.Errorf("%d meetings, elected %q, next %+v", len(r.Meetings), r.Elected, r.Next)
		}
	}
	four := organ(Assembly, 4, 1, "A 120")
	if r := ReplayCourt(1, []Ballot{four, organ(Council, 4, 1, "A 8")}, nil, nil); len(r.Meetings) != 1 || r.Meetings[0].Number != 4 || len(r.Elected) != 1 {
		t.Errorf("a record that begins with the fourth meeting: %+v", r)
	}
	if r := ReplayCourt(1, nil, nil, nil); r.Next.Kind != OpenBallot || r.Next.Meeting != 1 || r.Next.Number != 1 {
		t.Errorf("before the first: %+v", r.Next)
	}
	if got := Council.Members(day("1960-01-01")); got != 11 {
		t.Errorf("the Council of 1960 had %d members", got)
	}
}
