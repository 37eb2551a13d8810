package election

import (
	"strings"

	"chancery"
)

// Electorate says who votes.
type Electorate string

// The electorates.
const (
	StatesParties   Electorate = "States parties"
	GeneralAssembly Electorate = "General Assembly"
	ECOSOCMembers   Electorate = "Economic and Social Council"
	ExecutiveBoard  Electorate = "UNESCO Executive Board"
	AssemblyCouncil Electorate = "General Assembly and Security Council"
)

// Quorum is the part of the electorate that must be there: at least Num/Den of
// it rounded up, or more than Num/Den.
type Quorum struct {
	Num, Den int
	More     bool
}

// Of gives how many of an electorate of n are a quorum; 0 where there is no rule.
//
// Source: CEDAW art. 17(4), two thirds of 189 is 126; GA rule 67, a majority.
func (q Quorum) Of(n int) int {
	return Majority{Num: q.Num, Den: q.Den, More: q.More}.Of(n)
}

// Sequence says how one ballot follows another.
type Sequence string

// The sequences.
const (
	Rule94     Sequence = "GA rule 94"   // several places: open, three restricted, three open to all, and so on
	Rule93     Sequence = "GA rule 93"   // one place: the two leaders
	ByAnalogy  Sequence = "by analogy"   // nothing in the treaty: the meeting applies rule 94 by analogy
	FiveRounds Sequence = "five ballots" // UNESCO: at most five, the fifth between the two leaders of the fourth
	Meetings   Sequence = "meetings"     // the Court: up to three meetings, then a joint conference
)

// VacancyRule says how a seat that falls vacant is filled.
type VacancyRule string

// The rules on vacancies.
const (
	AppointCommittee VacancyRule = "appointed, committee approves" // the State appoints another national, subject to the Committee's approval
	AppointParties   VacancyRule = "appointed, parties approve"    // approval is deemed given unless half or more of the parties object within six weeks
	Appoint          VacancyRule = "appointed"                     // the State appoints for the rest of the term
	NewElection      VacancyRule = "election if over six months"   // ICCPR art. 34
	ByElection       VacancyRule = "by-election"
	SameMethod       VacancyRule = "same method" // ICJ Statute art. 15(1)
	NoVacancyRule    VacancyRule = ""
)

// Share is the seats of one regional group.
type Share struct {
	Group string
	Seats int
}

// Body is the rules by which one body is elected.
type Body struct {
	Name       string
	Aliases    []string
	Seats      int
	Term       int    // years
	Basis      string // legal basis
	Electorate Electorate
	Size       int // of the electorate when the rules were written down
	Quorum     Quorum
	Secret     bool
	Nominees   int  // per State or national group; 0 where not limited
	OwnOnly    bool // only own nationals
	OneEach    bool // no two members of one nationality
	Invite     int  // months before the election by which the invitation goes out; 0 where there is no rule
	Reply      int  // months States have to answer; 0 where fixed by another
	Circulate  int  // months before the election by which the list goes out; 0 where there is no rule
	Majority   Majority
	Largest    bool // also needs the largest number of votes
	AllOrNone  bool // more with the majority than seats: all are voted on again
	Shares     []Share
	MaxTerms   int  // consecutive or in all, as Again says; 0 without limit
	Again      bool // may be elected again after a pause
	Sequence   Sequence
	Vacancy    VacancyRule
	Status     string // how good the source is
	Source     string
}

// ceiling gives the largest electorate that can have voted on a day. Parties
// to a treaty can be every State and a few organisations; 198 is the most any
// treaty has.
func (b Body) ceiling(on chancery.Date) int {
	switch b.Electorate {
	case GeneralAssembly, AssemblyCouncil:
		return UNMembers(on)
	case ECOSOCMembers, ExecutiveBoard:
		return b.Size
	}
	return 198
}

// BodyNamed finds a body by a name or alias, whatever its case; of a name with
// an organ in brackets ("ICJ (GA)") the part before them serves too.
func BodyNamed(name string) (Body, bool) {
	name = strings.ToLower(strings.TrimSpace(name))
	short, _, _ := strings.Cut(name, " (")
	for _, want := range []string{name, short} {
		for _, b := range Bodies {
			if strings.ToLower(b.Name) == want {
				return b, true
			}
			for _, a := range b.Aliases {
				if strings.ToLower(a) == want {
					return b, true
				}
			}
		}
	}
	return Body{}, false
}

var twoThirdsQuorum = Quorum{Num: 2, Den: 3}
var halfQuorum = Quorum{Num: 1, Den: 2, More: true}

// treatyBody gives the rules the nine treaty bodies elected by States parties share.
func treatyBody(name, basis, source string, seats, size, invite, reply, nominees int, vacancy VacancyRule) Body {
	return Body{Name: name, Seats: seats, Term: 4, Basis: basis, Electorate: StatesParties, Size: size, Quorum: twoThirdsQuorum, Secret: true,
		Nominees: nominees, OwnOnly: true, OneEach: true, Invite: invite, Reply: reply, Majority: Absolute, Largest: true, Sequence: ByAnalogy,
		Vacancy: vacancy, Status: "text read", Source: source}
}

func (b Body) with(change func(*Body)) Body {
	change(&b)
	return b
}

// Bodies are the rules of the bodies to which States are elected or send
// members, as far as they are known; Status says how well.
//
// Source: the legal basis of each; sizes of electorates as of 2024.
var Bodies = []Body{
	treatyBody("CEDAW", "CEDAW art. 17", "CEDAW art. 17", 23, 189, 3, 2, 1, AppointCommittee),
	treatyBody("Human Rights Committee", "ICCPR art. 28-34", "ICCPR art. 28-34", 18, 174, 4, 3, 2, NewElection).with(func(b *Body) {
		b.Aliases, b.Circulate = []string{"CCPR", "HRCttee", "Human Rights Committee (CCPR)"}, 1
	}),
	{Name: "CESCR", Seats: 18, Term: 4, Basis: "ECOSOC res. 1985/17", Electorate: ECOSOCMembers, Size: 54, Quorum: halfQuorum, Secret: true, Nominees: 1, OwnOnly: true,
		Majority: Absolute, Sequence: Rule94, Vacancy: ByElection, Status: "OHCHR page of 2008", Source: "ECOSOC res. 1985/17",
		Shares: []Share{{"Africa", 4}, {"Asia-Pacific", 4}, {"WEOG", 4}, {"GRULAC", 3}, {"EEG", 3}}},
	treatyBody("CERD", "ICERD art. 8", "ICERD art. 8", 18, 182, 3, 2, 1, AppointCommittee),
	treatyBody("CAT", "CAT art. 17", "CAT art. 17", 10, 175, 4, 3, 1, AppointParties),
	treatyBody("CRC", "CRC art. 43", "CRC art. 43", 18, 196, 4, 2, 1, AppointCommittee),
	treatyBody("CRPD", "CRPD art. 34", "CRPD art. 34", 18, 191, 4, 2, 0, Appoint).with(func(b *Body) { b.MaxTerms, b.Again = 2, false }),
	treatyBody("CMW", "ICRMW art. 72", "ICRMW art. 72", 14, 60, 4, 2, 1, AppointCommittee).with(func(b *Body) { b.Circulate = 1 }),
	treatyBody("CED", "CPED art. 26", "CPED art. 26", 10, 77, 4, 3, 0, AppointParties).with(func(b *Body) { b.MaxTerms = 2 }),
	treatyBody("SPT", "OPCAT art. 5-10", "OPCAT art. 5-10", 25, 95, 5, 3, 2, AppointParties).with(func(b *Body) { b.MaxTerms, b.OwnOnly = 2, false }),
	{Name: "Human Rights Council", Aliases: []string{"HRC"}, Seats: 47, Term: 3, Basis: "GA res. 60/251 para. 7", Electorate: GeneralAssembly, Size: 193, Quorum: halfQuorum,
		Secret: true, Majority: AbsoluteOfMembers, Largest: true, MaxTerms: 2, Again: true, Sequence: Rule94, Vacancy: ByElection, Status: "verified", Source: "GA res. 60/251 para. 7-8",
		Shares: []Share{{"Africa", 13}, {"Asia-Pacific", 13}, {"EEG", 6}, {"GRULAC", 8}, {"WEOG", 7}}},
	{Name: "Security Council", Aliases: []string{"Security Council (non-permanent)", "SC", "UNSC"}, Seats: 10, Term: 2, Basis: "Charter art. 18, 23; GA rules 83, 92-94, 142-144",
		Electorate: GeneralAssembly, Size: 193, Quorum: halfQuorum, Secret: true, Majority: TwoThirds, MaxTerms: 1, Again: true, Sequence: Rule94, Vacancy: ByElection,
		Status: "practice verified, rule text from memory", Source: "Charter art. 23(2); GA rules 83 and 94",
		Shares: []Share{{"Africa", 3}, {"Asia-Pacific", 2}, {"EEG", 1}, {"GRULAC", 2}, {"WEOG", 2}}},
	{Name: "ECOSOC", Aliases: []string{"Economic and Social Council"}, Seats: 54, Term: 3, Basis: "Charter art. 61; GA rules 83, 92-94", Electorate: GeneralAssembly, Size: 193, Quorum: halfQuorum,
		Secret: true, Majority: TwoThirds, Sequence: Rule94, Vacancy: ByElection, Status: "verified", Source: "Charter art. 61(2); GA rules 83 and 94",
		Shares: []Share{{"Africa", 14}, {"Asia-Pacific", 11}, {"EEG", 6}, {"GRULAC", 10}, {"WEOG", 13}}},
	{Name: "ICJ", Aliases: []string{"International Court of Justice"}, Seats: 15, Term: 9, Basis: "ICJ Statute art. 2-15; GA rules 150-151; SC rule 61", Electorate: AssemblyCouncil, Size: 193,
		Quorum: halfQuorum, Secret: true, Nominees: 4, OneEach: true, Invite: 3, Majority: AbsoluteOfMembers, AllOrNone: true, Sequence: Meetings, Vacancy: SameMethod,
		Status: "text read; meeting practice from press", Source: "ICJ Statute art. 4-15"},
	{Name: "UNESCO Director-General", Aliases: []string{"UNESCO Director-General (Executive Board)", "UNESCO DG"}, Seats: 1, Term: 4, Basis: "Executive Board rules", Electorate: ExecutiveBoard, Size: 58,
		Secret: true, Majority: Absolute, MaxTerms: 2, Sequence: FiveRounds, Status: "checked against 2017", Source: "UNESCO Executive Board rules of procedure"},
	{Name: "Commission on the Status of Women", Aliases: []string{"CSW"}, Seats: 45, Term: 4, Basis: "ECOSOC res. 1987/21", Electorate: ECOSOCMembers, Size: 54, Quorum: halfQuorum, Secret: true,
		Majority: Absolute, Sequence: Rule94, Status: "memory", Source: "ECOSOC res. 1987/21",
		Shares: []Share{{"Africa", 13}, {"Asia-Pacific", 11}, {"GRULAC", 9}, {"WEOG", 8}, {"EEG", 4}}},
	{Name: "GA rule 93 (one place)", Aliases: []string{"GA rule 93"}, Seats: 1, Basis: "GA rule 93", Electorate: GeneralAssembly, Size: 193, Secret: true, Majority: Absolute,
		Sequence: Rule93, Status: "alternation confirmed, rest memory", Source: "GA rule 93"},
	{Name: "GA rule 94 (several places)", Aliases: []string{"GA rule 94"}, Basis: "GA rule 94", Electorate: GeneralAssembly, Size: 193, Secret: true, Majority: Absolute,
		Sequence: Rule94, Status: "restriction and alternation verified, rest memory", Source: "GA rule 94"},
}
