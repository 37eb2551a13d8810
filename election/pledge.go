package election

import (
	"slices"
	"sort"
	"strings"

	"chancery"
)

// Form is how a pledge was given. The names are the values of the schema Pledge.
type Form string

// The forms.
const (
	NoteVerbale    Form = "note_verbale"
	Letter         Form = "letter"
	OralAmbassador Form = "oral_ambassador"
	OralCapital    Form = "oral_capital"
	JointStatement Form = "joint_statement"
	Bloc           Form = "bloc" // endorsement by an organisation: no State's word
)

// Written reports whether the State itself gave the pledge in writing.
func (f Form) Written() bool { return f == NoteVerbale || f == Letter || f == JointStatement }

// Scope says for which ballots a pledge holds.
type Scope string

// The scopes.
const (
	AllBallots  Scope = "all"
	FirstBallot Scope = "first"
)

// Pledge is a promise of a vote, of theirs to us or of ours to them.
type Pledge struct {
	ID        string
	Election  string
	Candidate string
	Group     string // regional group of the seats, "" where there is none
	From      string // State that promises
	By        string // person or office that gave it
	Form      Form
	On        chancery.Date
	Scope     Scope
	Expires   chancery.Date
	InReturn  string // what was given for it: another pledge or candidature
	Paper     string // document, or the officer's note
}

// PledgeActKind is what became of a pledge.
type PledgeActKind string

// The acts on a pledge.
const (
	PledgeConfirmed PledgeActKind = "confirmed"
	PledgeWithdrawn PledgeActKind = "withdrawn"
	PledgeExpired   PledgeActKind = "expired"
	PledgeNarrowed  PledgeActKind = "first ballot only"
)

// PledgeAct is an act on a pledge.
type PledgeAct struct {
	Pledge string // ID
	Kind   PledgeActKind
	On     chancery.Date
	Form   Form // of the confirmation, where it is better than the pledge's
	Paper  string
}

// PledgeStatus is what a pledge is on a day.
type PledgeStatus string

// The statuses. None of them says whether a promise was kept: the ballot is secret.
const (
	Offered   PledgeStatus = "offered"
	Standing  PledgeStatus = "confirmed"
	TakenBack PledgeStatus = "withdrawn"
	Lapsed    PledgeStatus = "expired"
	Spent     PledgeStatus = "spent" // held for the first ballot, which is over
)

// PledgeState is one pledge on a day, before a ballot.
type PledgeState struct {
	Pledge
	Status PledgeStatus
	Since  chancery.Date
	Best   Form // strongest form in which it was given or confirmed
}

// Counts reports whether the pledge still promises a vote.
func (s PledgeState) Counts() bool { return s.Status == Offered || s.Status == Standing }

// Fold gives what each pledge is on a day, before ballot number n (from 1), in
// the order given. The order of the acts does not matter: the last by date
// counts, and a withdrawal goes before what came on the same day.
func Fold(pledges []Pledge, acts []PledgeAct, on chancery.Date, n int) ([]PledgeState, []chancery.Doubt) {
	byPledge := map[string][]PledgeAct{}
	known := map[string]bool{}
	var doubts []chancery.Doubt
	for _, p := range pledges {
		known[p.ID] = true
	}
	for _, a := range acts {
		switch {
		case !known[a.Pledge]:
			doubts = append(doubts, doubt("", "pledge.stray", "an act of %s is about a pledge that is not recorded", a.On))
		case !a.On.After(on):
			byPledge[a.Pledge] = append(byPledge[a.Pledge], a)
		}
	}
	out := make([]PledgeState, 0, len(pledges))
	for _, p := range pledges {
		if p.On.After(on) {
			continue
		}
		out = append(out, foldOne(p, byPledge[p.ID], on, n))
	}
	return out, doubts
}

func foldOne(p Pledge, acts []PledgeAct, on chancery.Date, n int) PledgeState {
	slices.SortFunc(acts, func(a, b PledgeAct) int {
		if c := a.On.Compare(b.On); c != 0 {
			return c
		}
		return rank(a.Kind) - rank(b.Kind)
	})
	s := PledgeState{Pledge: p, Status: Offered, Since: p.On, Best: p.Form}
	for _, a := range acts {
		switch a.Kind {
		case PledgeConfirmed:
			s.Status, s.Since = Standing, a.On
			if a.Form.Written() && !s.Best.Written() {
				s.Best = a.Form
			}
		case PledgeWithdrawn:
			s.Status, s.Since = TakenBack, a.On
		case PledgeExpired:
			s.Status, s.Since = Lapsed, a.On
		case PledgeNarrowed:
			s.Scope = FirstBallot
		}
	}
	if s.Counts() && !s.Expires.IsZero() && s.Expires.Before(on) {
		s.Status, s.Since = Lapsed, s.Expires
	}
	if s.Counts() && s.Scope == FirstBallot && n > 1 {
		s.Status = Spent
	}
	return s
}

func rank(k PledgeActKind) int {
	return slices.Index([]PledgeActKind{PledgeNarrowed, PledgeConfirmed, PledgeExpired, PledgeWithdrawn}, k)
}

// Discounts are how much of each form is taken for a vote, from 0 to 1, and
// who says so.
type Discounts struct {
	Written, Oral, Bloc, Undecided float64
	Source                         string
}

// Fulci are the discounts of Ambassador Fulci: ten per cent off written
// pledges, twenty off oral ones. An endorsement by a bloc promises no vote:
// Djibouti in 2020 had 57 and 22 members behind it, and 78 votes.
//
// Source: Malone, "Eyes on the Prize", Global Governance 6/1 (2000).
var Fulci = Discounts{Written: 0.9, Oral: 0.8, Source: `Fulci, in Malone, "Eyes on the Prize", Global Governance 6/1 (2000)`}

// Prospect is how an expected range stands to the majority needed.
type Prospect string

// The prospects.
const (
	Likely    Prospect = "likely"    // even the low end is enough
	Uncertain Prospect = "uncertain" // the majority lies within the range
	Short     Prospect = "short"     // even the high end is not enough
	Unclear   Prospect = ""          // the majority needed is not known
)

// Expectation is the likely range of votes of one candidate. It is a range and
// never a count.
type Expectation struct {
	Written, Oral, Bloc int      // States whose best pledge is of that form
	Undecided           int      // electors that promised nothing
	Low, High           int      // Low after discounts, rounded down; High if every promise is kept
	Expected            float64  // after discounts
	Prospect            Prospect // against the majority needed
	Steps               []Step
	Doubts              []chancery.Doubt
}

// Forecast gives the range to expect from the pledges of one candidate that
// still count. A State counts once, by its strongest pledge, and only if it may
// vote; blocs are unions of States and are never added up.
func Forecast(states []PledgeState, electorate []string, d Discounts, needed Figure) Expectation {
	var e Expectation
	best := map[string]Form{}
	for _, s := range states {
		if !s.Counts() {
			continue
		}
		if !slices.Contains(electorate, s.From) {
			e.Doubts = append(e.Doubts, doubt("", "forecast.voter", "%s promised a vote and has none in this election", s.From))
			continue
		}
		if old, ok := best[s.From]; !ok || strength(s.Best) > strength(old) {
			best[s.From] = s.Best
		}
	}
	for _, f := range best {
		switch {
		case f.Written():
			e.Written++
		case f == Bloc:
			e.Bloc++
		default:
			e.Oral++
		}
	}
	e.Undecided = len(unique(electorate)) - e.Written - e.Oral - e.Bloc
	e.Expected = d.Written*float64(e.Written) + d.Oral*float64(e.Oral) + d.Bloc*float64(e.Bloc) + d.Undecided*float64(e.Undecided)
	e.Low, e.High = int(e.Expected+1e-9), e.Written+e.Oral
	if d.Bloc > 0 {
		e.High += e.Bloc
	}
	e.High = max(e.High, e.Low)
	e.Steps = append(e.Steps, step(d.Source, "forecast", "%g x %d written + %g x %d oral + %g x %d by a bloc = %.1f", d.Written, e.Written, d.Oral, e.Oral, d.Bloc, e.Bloc, e.Expected))
	switch {
	case !needed.Known:
	case e.Low >= needed.High:
		e.Prospect = Likely
	case e.High < needed.Low:
		e.Prospect = Short
	default:
		e.Prospect = Uncertain
	}
	return e
}

// strength orders forms: writing before speech before endorsement.
func strength(f Form) int {
	switch {
	case f.Written():
		return 3
	case f == Bloc:
		return 1
	}
	return 2
}

func unique(names []string) []string {
	out := slices.Clone(names)
	sort.Strings(out)
	return slices.Compact(out)
}

// Union gives the States of several blocs, each once, sorted: 57 and 22 and 54
// members are not 133 votes.
func Union(blocs ...[]string) []string { return unique(slices.Concat(blocs...)) }

// Unasked gives the electors from whom there is no pledge and whom nobody has
// approached, sorted. The candidate's own State is left out.
func Unasked(electorate []string, pledges []Pledge, approached []string, own string) []string {
	asked := map[string]bool{own: true}
	for _, p := range pledges {
		if p.Form != Bloc {
			asked[p.From] = true
		}
	}
	for _, a := range approached {
		asked[a] = true
	}
	var out []string
	for _, e := range unique(electorate) {
		if !asked[e] {
			out = append(out, e)
		}
	}
	return out
}

// Alarm is an election in which more votes were promised than there are seats.
type Alarm struct {
	Election, Group string
	Seats           int
	Candidates      []string // promised, sorted
	Text            chancery.Message
}

// Overpromised finds the elections in which the pledges we gave, as far as they
// still count, are for more candidates than a ballot paper has places. A paper
// with more names than seats is invalid as a whole. The seats are asked of the
// caller by election and group; 0 where they are not known.
//
// Source: practice on ballot papers, GA rule 94; facts of elections by group.
func Overpromised(given []PledgeState, seats func(election, group string) int) []Alarm {
	type key struct{ election, group string }
	names := map[key][]string{}
	var order []key
	for _, g := range given {
		if !g.Counts() {
			continue
		}
		k := key{g.Election, g.Group}
		if names[k] == nil {
			order = append(order, k)
		}
		names[k] = append(names[k], g.Candidate)
	}
	var out []Alarm
	for _, k := range order {
		n, promised := seats(k.election, k.group), unique(names[k])
		if n <= 0 || len(promised) <= n {
			continue
		}
		out = append(out, Alarm{k.election, k.group, n, promised, chancery.Say("election.alarm.overpromised",
			"%s: %d votes are promised for %d seats: %s", k.election, len(promised), n, strings.Join(promised, ", "))})
	}
	return out
}

// Instruction is the delegate's paper for one ballot.
type Instruction struct {
	Election, Group string
	Seats           int
	For             []string // whom we promised, sorted
	Free            int      // places left on the paper
	Doubts          []chancery.Doubt
}

// Instruct makes the delegate's instruction from what we promised and still owe.
func Instruct(given []PledgeState, election, group string, seats int) Instruction {
	i := Instruction{Election: election, Group: group, Seats: seats}
	for _, g := range given {
		if g.Counts() && g.Election == election && g.Group == group {
			i.For = append(i.For, g.Candidate)
		}
	}
	i.For = unique(i.For)
	i.Free = max(0, seats-len(i.For))
	if seats > 0 && len(i.For) > seats {
		i.Doubts = append(i.Doubts, doubt("GA rule 94", "instruct.many", "%d names for %d places: a paper with more names than seats is invalid as a whole", len(i.For), seats))
	}
	return i
}

// Exchange is what one State and we promised each other, over bodies and years.
type Exchange struct {
	State    string
	Received []PledgeState // theirs to us
	Given    []PledgeState // ours to them
}

// Exchanges lays pledges received and given side by side, by State. Of a pledge
// we gave, candidate is theirs; the State it was given to is named by to.
func Exchanges(received, given []PledgeState, to func(PledgeState) string) []Exchange {
	index := map[string]int{}
	var out []Exchange
	at := func(state string) *Exchange {
		i, ok := index[state]
		if !ok {
			i = len(out)
			index[state] = i
			out = append(out, Exchange{State: state})
		}
		return &out[i]
	}
	for _, r := range received {
		e := at(r.From)
		e.Received = append(e.Received, r)
	}
	for _, g := range given {
		e := at(to(g))
		e.Given = append(e.Given, g)
	}
	slices.SortFunc(out, func(a, b Exchange) int { return strings.Compare(a.State, b.State) })
	return out
}
