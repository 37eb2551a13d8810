package register

import (
	"slices"
	"strings"

	"chancery"
	"chancery/authority"
	"chancery/election"
	"chancery/ledger"
	"chancery/membership"
	"chancery/treaty"
)

// ElectorateFrom says on what an electorate rests.
type ElectorateFrom string

// What electorates rest on, best first.
const (
	FromActs    ElectorateFrom = "acts"    // acts of this register on the treaty
	FromMembers ElectorateFrom = "members" // memberships of this register
	FromFiles   ElectorateFrom = "files"   // members as the authority files have them today
	FromRecord  ElectorateFrom = "record"  // a number that the record gives, without names
	FromRules   ElectorateFrom = "rules"   // the number when the rules were written down
)

// Electorate is who may vote in an election on its day.
type Electorate struct {
	From    ElectorateFrom
	On      chancery.Date
	Count   int
	States  []Value // sorted by name; nil where only the number is known
	Quorum  int     // 0 where there is no rule
	Members bool    // States is everybody who may be asked, and not known to be the electorate
	Steps   []election.Step
	Doubts  []chancery.Doubt
}

// treatyOf names the treaty whose parties elect a body.
//
// Source: CEDAW art. 17(3), ICCPR art. 30, ICERD art. 8(1), CAT art. 17(2), CRC
// art. 43(3), CRPD art. 34(5), ICRMW art. 72(2), CPED art. 26(2), OPCAT art. 7.
var treatyOf = map[string]string{
	"CEDAW": "UNTC-4-8", "Human Rights Committee": "UNTC-4-4", "CERD": "UNTC-4-2", "CAT": "UNTC-4-9", "CRC": "UNTC-4-11",
	"CRPD": "UNTC-4-15", "CMW": "UNTC-4-13", "CED": "UNTC-4-16", "SPT": "UNTC-4-9-b",
}

// organOf names the organ whose members elect.
var organOf = map[election.Electorate]chancery.EntityID{
	election.GeneralAssembly: "body:UN", election.AssemblyCouncil: "body:UN", election.ECOSOCMembers: "body:ECOSOC", election.ExecutiveBoard: "body:UNESCO-EB",
}

// enough is how much of the number on record an electorate computed from this
// register must have before it is taken for the whole.
const enough = 0.5

// electorate finds who may vote: States parties by the acts of this register,
// members of an organ by its memberships, else the number on record.
func (p *page) electorate(body election.Body, on chancery.Date, recorded int) (Electorate, error) {
	e := Electorate{On: on, Count: recorded, From: FromRecord}
	if recorded == 0 {
		e.Count, e.From = body.Size, FromRules
	}
	ids, from, err := p.voters(body, on)
	if err != nil {
		return e, err
	}
	switch {
	case len(ids) > 0 && float64(len(ids)) >= enough*float64(e.Count):
		if recorded > 0 && recorded != len(ids) {
			e.doubt("electorate.differs", "the record says %d may vote, this register gives %d", recorded, len(ids))
		}
		e.Count, e.From = len(ids), from
		if recorded > 0 {
			e.Count = recorded
		}
	case len(ids) > 0:
		e.doubt("electorate.few", "this register knows %d of about %d who may vote; all Members of the United Nations are listed instead", len(ids), e.Count)
		fallthrough
	default:
		ids, e.Members = union(ids, membersInFiles("body:UN")), true
	}
	if from == FromFiles && !e.Members && body.Electorate == election.GeneralAssembly && !on.IsZero() {
		if n := election.UNMembers(on); n > 0 && n != len(ids) {
			e.Count = n
			e.doubt("electorate.then", "the United Nations had %d Members then; those of today are listed", n)
		}
	}
	if e.States, err = p.values(ids); err != nil {
		return e, err
	}
	slices.SortFunc(e.States, func(a, b Value) int { return strings.Compare(a.Text, b.Text) })
	e.Quorum, e.Steps = election.QuorumOf(body, e.Count)
	return e, nil
}

func (e *Electorate) doubt(key, format string, args ...any) {
	e.Doubts = append(e.Doubts, chancery.Doubt{Message: chancery.Say(key, format, args...)})
}

// voters finds the electorate by name as far as this register has it.
func (p *page) voters(body election.Body, on chancery.Date) ([]chancery.EntityID, ElectorateFrom, error) {
	if body.Electorate == election.StatesParties {
		ids, err := p.parties(treatyOf[body.Name], on)
		return ids, FromActs, err
	}
	organ := organOf[body.Electorate]
	if organ == "" {
		return nil, "", nil
	}
	found, err := p.memberships(organ)
	if err != nil {
		return nil, "", err
	}
	for _, basis := range []membership.Basis{membership.Listed, membership.Ratification, membership.Founding} {
		if ids := membership.CountOn(found, basis, on); len(ids) > 0 {
			return ids, FromMembers, nil
		}
	}
	return membersInFiles(organ), FromFiles, nil
}

// membersInFiles gives the States that the authority files have as members.
func membersInFiles(body chancery.EntityID) []chancery.EntityID {
	var out []chancery.EntityID
	for _, e := range authority.Base().Group(string(body)) {
		if e.Schema == "State" {
			out = append(out, e.ID)
		}
	}
	return out
}

func union(a, b []chancery.EntityID) []chancery.EntityID {
	out := slices.Concat(a, b)
	slices.Sort(out)
	return slices.Compact(out)
}

// parties gives the States for which a treaty was in force on a day, by the
// acts of this register. The general entry into force is as the treaty's own
// record has it, since a register need not hold the acts of those who came first.
func (p *page) parties(id string, on chancery.Date) ([]chancery.EntityID, error) {
	if id == "" {
		return nil, nil
	}
	found, err := p.recordsReferring("Act", "instrument", chancery.EntityID("treaty:"+id))
	if err != nil {
		return nil, err
	}
	if on.IsZero() {
		on = p.head.Today
	}
	rule := treaty.Rule{ID: id}
	var acts []treaty.Act
	if known, ok := treaty.KnownRule(id); ok {
		rule.Later, rule.Leave, rule.Name = known.Later, known.Leave, known.Name
		acts = append(acts, treaty.Act{Kind: treaty.EnteredIntoForce, Date: known.InForce, Origin: known.DateFrom})
	}
	for _, t := range found {
		by := t.ref("by")
		if by == "" {
			continue
		}
		acts = append(acts, treaty.Act{ID: string(t.id), Kind: treaty.ActKind(t.text("type")), By: string(by), Of: string(t.ref("of")),
			Date: t.date("date"), Deposited: t.date("deposited"), Effective: t.date("effective"), Mark: treaty.Mark(t.text("mark"))})
	}
	var out []chancery.EntityID
	for _, row := range treaty.StandingOn(rule, acts, on, treaty.Known{}).Rows {
		if row.Status == treaty.Party && isState(row.Participant) {
			out = append(out, chancery.EntityID(row.Participant))
		}
	}
	return out, nil
}

func isState(id string) bool { return strings.HasPrefix(id, "state:") }

// rulesOf finds the rules by which a body is elected, by any of its names; the
// register is asked for more names only where those at hand lead to none.
func (p *page) rulesOf(body Value) (election.Body, bool, error) {
	names := []string{body.Text, body.Label.Text}
	if e, ok := authority.Base().Entry(body.Ref); ok {
		names = append(append(names, e.Acronyms...), e.Names["en"]...)
	}
	if found, ok := bodyNamed(names); ok || body.Ref == "" {
		return found, ok, nil
	}
	facts, err := p.facts(ledger.FactQuery{Entities: []chancery.EntityID{body.Ref}, Properties: []string{"name", "acronym", "alias"}})
	names = nil
	for _, f := range facts {
		names = append(names, f.Value)
	}
	found, ok := bodyNamed(names)
	return found, ok, err
}

// bodyNamed gives the first body with rules that one of some names means.
func bodyNamed(names []string) (election.Body, bool) {
	for _, n := range names {
		if b, ok := election.BodyNamed(n); ok {
			return b, true
		}
	}
	return election.Body{}, false
}

// parentInFiles gives the organisation that the authority files have above one.
func parentInFiles(id chancery.EntityID) chancery.EntityID {
	if e, ok := authority.Base().Entry(id); ok && e.Parent != id {
		return e.Parent
	}
	return ""
}
