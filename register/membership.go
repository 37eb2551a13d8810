package register

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"chancery"
	"chancery/membership"
)

// MembersView is who belongs to an organisation by each list there is, what its
// organs do, and what its members owe.
type MembersView struct {
	Head
	ID            chancery.EntityID
	Caption       Label
	Statute       Value
	Lists         []MemberList // founding members, ratifications, members as listed: never mixed
	Claims        []MemberClaim
	Members       []MemberRow // anybody on any of the lists, by name
	Organs        []Organ
	Posts         []Post
	Contributions []ContributionRow
	Arrears       []Arrear
	Outside       []Outsider // States that could join
	Doubts        []chancery.Doubt
}

// MemberList is one list of members and how many it has on the day of the view.
type MemberList struct {
	Basis membership.Basis
	Known bool // the register holds such a list, of any day
	Count int
	As    chancery.Date // the latest day on which the list changed
}

// MemberClaim is a number of members that a source gives without their names.
type MemberClaim struct {
	Number Value
	Date   Value
}

// MemberRow is a member by any of the lists.
type MemberRow struct {
	Member       Value
	Founding     Value // a citation of the list; its text is the day, or empty
	IsFounding   bool
	Ratified     Value
	Listed       Value
	IsListed     bool
	Standing     membership.Standing
	Observer     bool
	SinceUnclear bool // sources give different days
}

// Organ is an organ with its sessions.
type Organ struct {
	Organ    Value
	Every    Value // years between ordinary sessions
	Sessions []SessionRow
	Due      []membership.SessionDue // the last is the one to come
}

// SessionRow is a session of an organ.
type SessionRow struct {
	Entity chancery.EntityID
	Name   Label
	Number Value
	Date   Value
	End    Value
	Place  Value
	Form   Value
	Status Value
}

// ContributionRow is what a member was assessed for a period and paid.
type ContributionRow struct {
	Entity   chancery.EntityID
	Member   Value
	Period   Value
	Assessed Value
	Currency Value
	Due      Value
	Paid     Value
	PaidOn   Value
	PaidBy   Value
}

// Arrear is what a member owed on the day of the view.
type Arrear struct {
	Member   Value
	Currency string
	Owed     int64 // hundredths
}

// Outsider is a State that has not joined: what it did so far, and when it was
// last met.
type Outsider struct {
	State   Value
	Acts    []OutsiderAct
	Contact *Contact
}

// OutsiderAct is a step towards joining.
type OutsiderAct struct {
	Type Value
	Date Value
	Note Value
}

// Members gives the membership of an organisation on the day of the view.
func (r *Register) Members(ctx context.Context, reader Reader, id chancery.EntityID) (MembersView, error) {
	const op = "register.Members"
	p, err := r.pageOn(ctx, reader)
	if err != nil {
		return MembersView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v, err := p.members(id)
	v.Head = p.head
	v.Rows = len(v.Members)
	return v, chancery.Wrap(op, chancery.Internal, err)
}

func (p *page) members(id chancery.EntityID) (MembersView, error) {
	e, err := p.entity(id)
	if err != nil {
		return MembersView{}, err
	}
	v := MembersView{ID: e.ID, Caption: e.Caption, Posts: e.Posts, Statute: firstOf(e.Lines, "statute")}
	if e.Schema != "Organization" {
		return v, chancery.Fail("register.Members", chancery.NotFound, chancery.Say("members.other", "this is no organization; its own page shows it"))
	}
	listed, err := p.referring("Membership", "organization", []chancery.EntityID{e.ID})
	if err != nil {
		return v, err
	}
	var acts []Link
	if v.Statute.Ref != "" {
		if acts, err = p.referring("Act", "instrument", []chancery.EntityID{v.Statute.Ref}); err != nil {
			return v, err
		}
	}
	v.lists(listed, acts, p.head.Today)
	for _, step := range []func() error{
		func() error { return p.organs(&v, e) },
		func() error { return p.contributions(&v) },
		func() error { return p.outside(&v, e, acts) },
	} {
		if err := step(); err != nil {
			return v, err
		}
	}
	return v, nil
}

// joining are the acts by which a State consents to be bound by a statute.
var joining = []string{"ratified", "accepted", "approved", "acceded", "succeeded", "confirmed"}

// membershipsOf shapes the lists of members for the rules: as named in
// memberships, and as follows from acts on the statute.
func membershipsOf(listed, acts []Link) []membership.Membership {
	var out []membership.Membership
	pauses := map[chancery.EntityID][]membership.Period{}
	for _, l := range listed {
		if l.First("role").Text == "suspended" {
			pauses[l.First("member").Ref] = append(pauses[l.First("member").Ref], membership.Period{From: l.First("from").Date, To: l.First("to").Date})
		}
	}
	for _, l := range listed {
		member, role := l.First("member").Ref, l.First("role").Text
		if member == "" || role == "suspended" || role == "observer" {
			continue
		}
		basis := membership.Listed
		if role == "founding" {
			basis = membership.Founding
		}
		out = append(out, membership.Membership{Member: member, Basis: basis, From: l.First("from").Date, To: l.First("to").Date, Paused: pauses[member]})
	}
	for _, l := range acts {
		if by := l.First("by").Ref; by != "" && slices.Contains(joining, l.First("type").Text) {
			out = append(out, membership.Membership{Member: by, Basis: membership.Ratification, From: actDay(l).Date, Paused: pauses[by]})
		}
	}
	return out
}

// memberships gives the lists of an organisation's members for the rules.
func (p *page) memberships(of chancery.EntityID) ([]membership.Membership, error) {
	listed, err := p.recordsReferring("Membership", "organization", of)
	if err != nil {
		return nil, err
	}
	var out []membership.Membership
	for _, t := range listed {
		basis := membership.Listed
		switch t.text("role") {
		case "founding":
			basis = membership.Founding
		case "suspended", "observer":
			continue
		}
		if member := t.ref("member"); member != "" {
			out = append(out, membership.Membership{Member: member, Basis: basis, From: t.date("from"), To: t.date("to")})
		}
	}
	return out, nil
}

// actDay gives the day on which an act works: its deposit, or its own.
func actDay(l Link) Value {
	if at := l.First("deposited"); !at.Empty() {
		return at
	}
	return l.First("date")
}

// lists counts the members by each list and lays them side by side.
func (v *MembersView) lists(listed, acts []Link, on chancery.Date) {
	all := membershipsOf(listed, acts)
	v.bases(all, on)
	v.members(listed, acts)
	for i := range v.Members {
		for _, one := range all {
			if one.Member != v.Members[i].Member.Ref {
				continue
			}
			if s := membership.StandingOn(one, on); s != membership.Outside {
				v.Members[i].Standing = s
			}
		}
	}
	slices.SortStableFunc(v.Claims, func(a, b MemberClaim) int { return byDue(a.Date.Date, b.Date.Date) })
	slices.SortStableFunc(v.Members, func(a, b MemberRow) int { return strings.Compare(a.Member.Text, b.Member.Text) })
}

// bases counts the members on each basis, and says as of what day.
func (v *MembersView) bases(all []membership.Membership, on chancery.Date) {
	for _, basis := range []membership.Basis{membership.Founding, membership.Ratification, membership.Listed} {
		list := MemberList{Basis: basis, Count: len(membership.CountOn(all, basis, on))}
		for _, m := range all {
			list.Known = list.Known || m.Basis == basis
			if m.Basis == basis && !m.From.IsZero() && !m.From.After(on) && m.From.Compare(list.As) > 0 {
				list.As = m.From
			}
		}
		v.Lists = append(v.Lists, list)
	}
}

// members makes a row for each member that a list or an act names, and keeps
// the numbers that papers claim.
func (v *MembersView) members(listed, acts []Link) {
	at := map[chancery.EntityID]int{}
	row := func(member Value) *MemberRow {
		i, ok := at[member.Ref]
		if !ok {
			i = len(v.Members)
			at[member.Ref] = i
			v.Members = append(v.Members, MemberRow{Member: member, Standing: membership.Outside})
		}
		return &v.Members[i]
	}
	for _, l := range listed {
		member, from := l.First("member"), l.First("from")
		if member.Empty() {
			if n := l.First("count"); !n.Empty() {
				v.Claims = append(v.Claims, MemberClaim{n, from})
			}
			continue
		}
		m := row(member)
		cited := from
		if cited.Empty() {
			cited = Value{Cites: l.First("organization").Cites}
		}
		m.SinceUnclear = m.SinceUnclear || l.Line("from").Conflict
		switch l.First("role").Text {
		case "founding":
			m.Founding, m.IsFounding = cited, true
		case "observer":
			m.Observer = true
		case "suspended":
		default:
			m.Listed, m.IsListed = cited, true
		}
	}
	for _, l := range acts {
		if by := l.First("by"); by.Ref != "" && slices.Contains(joining, l.First("type").Text) {
			row(by).Ratified = actDay(l)
		}
	}
}

// organs lists the organs with their sessions, when the next is due and how
// late the others were.
func (p *page) organs(v *MembersView, e EntityView) error {
	organs, err := p.referring("Organization", "parent", []chancery.EntityID{e.ID})
	if err != nil {
		return err
	}
	ids := []chancery.EntityID{e.ID}
	for _, o := range organs {
		ids = append(ids, o.Entity)
	}
	sessions, err := p.referring("Event", "organ", ids)
	if err != nil {
		return err
	}
	if err := p.learn(ids); err != nil {
		return err
	}
	own := Link{Entity: e.ID, Lines: e.Lines}
	for _, l := range append([]Link{own}, organs...) {
		o := Organ{Organ: p.named(l.Entity), Every: l.First("every")}
		var held []membership.Session
		for _, s := range sessions {
			if s.First("organ").Ref != l.Entity {
				continue
			}
			o.Sessions = append(o.Sessions, sessionOf(s))
			if s.First("status").Text != "planned" && s.First("status").Text != "cancelled" {
				n, _ := strconv.Atoi(s.First("number").Text) // a session without a number counts all the same
				held = append(held, membership.Session{Number: n, From: s.First("date").Date, To: s.First("endDate").Date, Ordinary: ordinary(s)})
			}
		}
		if every, err := strconv.Atoi(o.Every.Text); err == nil && every > 0 && every < 100 {
			o.Due = membership.NextSession(held, every, p.head.Today)
		}
		if l.Entity != e.ID || len(o.Sessions) > 0 {
			v.Organs = append(v.Organs, o)
		}
	}
	return nil
}

// ordinary reports whether a session is one of the organ's rhythm.
func ordinary(l Link) bool {
	form := strings.ToLower(l.First("form").Text)
	return !strings.Contains(form, "extraordinary") && !strings.Contains(form, "special") && !strings.Contains(form, "emergency")
}

func sessionOf(l Link) SessionRow {
	return SessionRow{Entity: l.Entity, Name: l.Caption, Number: l.First("number"), Date: l.First("date"), End: l.First("endDate"), Place: l.First("place"), Form: l.First("form"), Status: l.First("status")}
}

// contributions lists what was assessed and paid, and who is in arrears.
func (p *page) contributions(v *MembersView) error {
	links, err := p.referring("Contribution", "organization", []chancery.EntityID{v.ID})
	if err != nil {
		return err
	}
	var all []membership.Contribution
	members := map[chancery.EntityID]Value{}
	for _, l := range links {
		row := ContributionRow{Entity: l.Entity, Member: l.First("member"), Period: l.First("period"), Assessed: l.First("assessed"), Currency: l.First("currency"),
			Due: l.First("due"), Paid: l.First("paid"), PaidOn: l.First("paidOn"), PaidBy: l.First("paidBy")}
		v.Contributions = append(v.Contributions, row)
		members[row.Member.Ref] = row.Member
		c := membership.Contribution{Member: row.Member.Ref, Period: row.Period.Text, Currency: row.Currency.Text, Assessed: hundredths(row.Assessed.Text), Due: row.Due.Date}
		if paid := hundredths(row.Paid.Text); paid > 0 {
			day := row.PaidOn.Date
			if day.IsZero() {
				day = row.Due.Date
			}
			c.Payments = []membership.Payment{{Amount: paid, Date: day, By: row.PaidBy.Ref}}
		}
		all = append(all, c)
	}
	for id, member := range members {
		owed, doubts := membership.ArrearsOn(all, id, p.head.Today)
		v.Doubts = append(v.Doubts, doubts...)
		for currency, amount := range owed {
			if amount > 0 {
				v.Arrears = append(v.Arrears, Arrear{member, currency, amount})
			}
		}
	}
	slices.SortFunc(v.Arrears, func(a, b Arrear) int {
		return cmp.Or(strings.Compare(a.Member.Text, b.Member.Text), strings.Compare(a.Currency, b.Currency))
	})
	slices.SortStableFunc(v.Contributions, func(a, b ContributionRow) int {
		return cmp.Or(strings.Compare(b.Period.Text, a.Period.Text), strings.Compare(a.Member.Text, b.Member.Text))
	})
	return nil
}

// hundredths reads an amount of money; what is none counts as 0.
func hundredths(s string) int64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || f < 0 || f > 1e13 {
		return 0
	}
	return int64(f*100 + 0.5)
}

// outside lists States that have not joined and could: the members of the
// parent organisation, and those that took a step towards joining.
func (p *page) outside(v *MembersView, e EntityView, acts []Link) error {
	member := map[chancery.EntityID]bool{}
	for _, m := range v.Members {
		member[m.Member.Ref] = !m.Observer || m.IsFounding || m.IsListed || !m.Ratified.Empty()
	}
	var ids []chancery.EntityID
	add := func(id chancery.EntityID) {
		if id != "" && !member[id] && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	steps := map[chancery.EntityID][]OutsiderAct{}
	for _, l := range acts {
		by := l.First("by").Ref
		add(by)
		steps[by] = append(steps[by], OutsiderAct{l.First("type"), actDay(l), l.First("note")})
	}
	for _, parent := range append(lineOf(e.Lines, "parent").Values, Value{Ref: parentInFiles(e.ID)}) {
		if parent.Ref == "" {
			continue
		}
		found, err := p.memberships(parent.Ref)
		if err != nil {
			return err
		}
		for _, id := range membership.CountOn(found, membership.Listed, p.head.Today) {
			add(id)
		}
		if len(found) == 0 {
			for _, id := range membersInFiles(parent.Ref) {
				add(id)
			}
		}
	}
	met, err := p.lastContacts(ids)
	if err != nil {
		return err
	}
	states, err := p.values(ids)
	if err != nil {
		return err
	}
	for i, id := range ids {
		v.Outside = append(v.Outside, Outsider{State: states[i], Acts: steps[id], Contact: met[id]})
	}
	slices.SortStableFunc(v.Outside, func(a, b Outsider) int {
		if d := len(b.Acts) - len(a.Acts); d != 0 && (len(a.Acts) == 0 || len(b.Acts) == 0) {
			return d
		}
		return strings.Compare(a.State.Text, b.State.Text)
	})
	return nil
}

// lastContacts gives the last event with each of some States before the day of
// the view.
func (p *page) lastContacts(ids []chancery.EntityID) (map[chancery.EntityID]*Contact, error) {
	out := map[chancery.EntityID]*Contact{}
	if len(ids) == 0 {
		return out, nil
	}
	links, err := p.referring("Event", "party", ids)
	if err != nil {
		return nil, err
	}
	for _, l := range links { // the latest first
		if l.First("status").Text == "planned" || l.Date.After(p.head.Today) {
			continue
		}
		for _, party := range l.Line("party").Values {
			if slices.Contains(ids, party.Ref) && out[party.Ref] == nil {
				out[party.Ref] = &Contact{Entity: l.Entity, Caption: l.Caption, Date: l.First("date"), Place: l.First("place"), Topics: l.Line("topic").Values}
			}
		}
	}
	return out, nil
}
