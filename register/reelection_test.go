package register

import (
	"fmt"
	"strings"
	"testing"
)

// serviceTable is an election to a committee in which a person serves twice at
// most, with what is on record of those who stand.
const serviceTable = `schema,key,name,body,date,seats,holder,title,from,to,candidate,nominatedBy,election,term,result,electionDate
Person,twice,Served Twice,,,,,,,,,,,,,
Person,once,Served Once,,,,,,,,,,,,,
Person,rest,Served A Rest,,,,,,,,,,,,,
Occupancy,o1,,body:CRPD,,,#twice,Member,2017-01-01,2020-12-31,,,,,,
Candidature,c2,,body:CRPD,,,,,,,#twice,state:KEN,,2021-2024,elected,2020-11-30
Occupancy,o3,,body:CRPD,,,#once,Member,2021-01-01,2024-12-31,,,,,,
Candidature,c4,,body:CRPD,,,,,,,#once,state:CHL,,2021-2024,elected,2020-11-30
Occupancy,o5,,body:CRPD,,,#rest,Member,2019-03-01,2020-12-31,,,,,,
Occupancy,o6,,body:CRPD,,,#rest,Member,2021-01-01,2024-12-31,,,,,,
Election,e,CRPD 2024,body:CRPD,2024-06-11,9,,,,,,,,,,
Candidature,c7,,body:CRPD,,,,,,,#twice,state:KEN,#e,2025-2028,,
Candidature,c8,,body:CRPD,,,,,,,#once,state:CHL,#e,2025-2028,,
Candidature,c9,,body:CRPD,,,,,,,#rest,state:NOR,#e,2025-2028,,
`

// Who stands is held against the limit of terms by what is on record of service
// in the body: the rule is named, and each time of service is cited.
func TestReelectionIsHeldAgainstTheLimit(t *testing.T) {
	w := realWorld(t)
	w.table("service.csv", serviceTable)
	v := w.election("CRPD 2024", later, ElectionQuery{})
	got := map[string]string{}
	for _, c := range v.Candidates {
		var said []string
		for _, s := range c.Served {
			said = append(said, fmt.Sprintf("%s-%s (%d cited)", s.From, s.To, len(s.Cites)))
		}
		for _, d := range c.Doubts {
			said = append(said, d.Key+" by "+d.Source)
		}
		got[c.Candidate.Text] = strings.Join(said, "; ")
	}
	for name, want := range map[string]string{
		"Served Twice":  "2017-01-01-2020-12-31 (2 cited); 2021-2024 (1 cited); election.doubt.reelection by CRPD art. 34",
		"Served Once":   "2021-2024 (1 cited); 2021-01-01-2024-12-31 (2 cited)",
		"Served A Rest": "2019-03-01-2020-12-31 (2 cited); 2021-01-01-2024-12-31 (2 cited); election.doubt.reelection.unsure by CRPD art. 34",
	} {
		if got[name] != want {
			t.Errorf("%s: %q, want %q", name, got[name], want)
		}
	}
}
