package register

import (
	"context"
	"slices"
	"strings"

	"chancery"
	"chancery/authority"
	"chancery/ledger"
	"chancery/text"
)

// maxContacts is how many earlier contacts a brief lists.
const maxContacts = 10

// Brief prepares a planned event: the people and their posts, the last
// contacts with them, what is still open on both sides, candidatures and votes
// promised, agreements between the two, reports due. It holds confirmed facts
// alone.
func (r *Register) Brief(ctx context.Context, reader Reader, event chancery.EntityID) (BriefView, error) {
	const op = "register.Brief"
	p, err := r.page(ctx, reader)
	if err != nil {
		return BriefView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v, err := p.brief(event)
	p.finish(&v)
	v.Rows = len(v.People)
	return v, chancery.Wrap(op, chancery.Internal, err)
}

func (p *page) brief(event chancery.EntityID) (BriefView, error) {
	var v BriefView
	var err error
	if v.Event, err = p.meeting(event); err != nil {
		return v, err
	}
	home, err := p.r.Home(p.ctx)
	if err != nil {
		return v, err
	}
	on := dateOf(v.Event.Lines)
	people, bodies := taking(v.Event)
	if v.People, err = p.profiles(v.Event.Attendance, on); err != nil {
		return v, err
	}
	ours, others := p.parts(v.People, home, people, bodies)
	if v.Contacts, err = p.contacts(event, others, on); err != nil {
		return v, err
	}
	if err = p.open(&v, ours, others); err != nil {
		return v, err
	}
	if v.Candidatures, err = p.candidatures(append(slices.Clone(bodies), home)); err != nil {
		return v, err
	}
	return v, p.lawBetween(&v, home, others)
}

// taking lists the persons and the bodies that take part in an event.
func taking(e MeetingView) (people, bodies []chancery.EntityID) {
	for _, a := range e.Attendance {
		if a.Person.Ref != "" {
			people = append(people, a.Person.Ref)
		}
		if a.ForWhom.Ref != "" && !slices.Contains(bodies, a.ForWhom.Ref) {
			bodies = append(bodies, a.ForWhom.Ref)
		}
	}
	for _, v := range e.Parties {
		if v.Ref != "" && !slices.Contains(bodies, v.Ref) {
			bodies = append(bodies, v.Ref)
		}
	}
	return people, bodies
}

func (p *page) profiles(attendance []Attendee, on chancery.Date) ([]Profile, error) {
	var ids []chancery.EntityID
	for _, a := range attendance {
		if a.Person.Ref != "" {
			ids = append(ids, a.Person.Ref)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	held, err := p.postsOf(ids)
	if err != nil {
		return nil, err
	}
	facts, err := p.facts(ledger.FactQuery{Entities: ids, Properties: []string{"name", "alias"}})
	if err != nil {
		return nil, err
	}
	var out []Profile
	for _, a := range attendance {
		own := slices.DeleteFunc(slices.Clone(facts), func(f ledger.Fact) bool { return f.Entity != a.Person.Ref })
		lines, err := p.lines("Person", own)
		if err != nil {
			return nil, err
		}
		one := Profile{Person: a.Person}
		one.Names, _ = names(lines, p.chosen[a.Person.Ref])
		one.Posts, one.Earlier = heldOn(held[a.Person.Ref], on)
		out = append(out, one)
	}
	return out, nil
}

// parts tells our side from the others: those whose post is in a body of the
// home, or who act for it.
func (p *page) parts(people []Profile, home chancery.EntityID, ids, bodies []chancery.EntityID) (ours, others []chancery.EntityID) {
	mine := map[chancery.EntityID]bool{home: home != ""}
	for _, one := range people {
		for _, post := range one.Posts {
			if home != "" && post.Body.Ref == home {
				mine[one.Person.Ref] = true
			}
		}
	}
	for _, id := range append(slices.Clone(ids), bodies...) {
		if mine[id] {
			ours = append(ours, id)
		} else {
			others = append(others, id)
		}
	}
	if home != "" && !slices.Contains(ours, home) {
		ours = append(ours, home)
	}
	return ours, others
}

// contacts gives the last events up to a day in which others took part.
func (p *page) contacts(event chancery.EntityID, others []chancery.EntityID, on chancery.Date) ([]Contact, error) {
	refs, err := p.eventsWith(others, 0)
	if err != nil {
		return nil, err
	}
	ids, by, err := p.lastHeld(refs, event, on)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	facts, err := p.facts(ledger.FactQuery{Entities: ids})
	if err != nil {
		return nil, err
	}
	events, err := p.linksOf(ids, by, facts)
	var out []Contact
	for _, l := range events {
		c := Contact{Entity: l.Entity, Caption: l.Caption, Date: l.First("date"), Place: l.First("place"), Topics: l.Line("topic").Values}
		for _, v := range append(l.Line("participant").Values, l.Line("party").Values...) {
			if slices.Contains(others, v.Ref) {
				c.With = append(c.With, v)
			}
		}
		out = append(out, c)
	}
	return out, err
}

// eventsWith gives what names some others as taking part in an event; limit 0
// gives all of it.
func (p *page) eventsWith(others []chancery.EntityID, limit int) ([]ledger.Fact, error) {
	if len(others) == 0 {
		return nil, nil
	}
	return p.facts(ledger.FactQuery{Refs: others, Schemas: []string{"Event"}, Properties: []string{"participant", "party"}, Limit: limit})
}

// lastHeld chooses the last events held up to a day, of those that facts name.
// Days alone are looked up of all of them: one State may have met us ten
// thousand times.
func (p *page) lastHeld(refs []ledger.Fact, event chancery.EntityID, on chancery.Date) ([]chancery.EntityID, map[chancery.EntityID]string, error) {
	by := map[chancery.EntityID]string{}
	var ids []chancery.EntityID
	for _, f := range refs {
		if by[f.Entity] == "" && f.Entity != event {
			by[f.Entity] = f.Property
			ids = append(ids, f.Entity)
		}
	}
	if len(ids) == 0 {
		return nil, nil, nil
	}
	found, err := p.records(ledger.FactQuery{Entities: ids, Schemas: []string{"Event"}, Properties: []string{"date", "status"}})
	if err != nil {
		return nil, nil, err
	}
	days := map[chancery.EntityID]chancery.Date{}
	for _, t := range found {
		days[t.id] = t.date("date")
		if t.text("status") == "planned" || t.text("status") == "cancelled" || !on.IsZero() && days[t.id].After(on) {
			delete(by, t.id)
		}
	}
	ids = slices.DeleteFunc(ids, func(id chancery.EntityID) bool { return by[id] == "" })
	slices.SortStableFunc(ids, func(a, b chancery.EntityID) int { return days[b].Compare(days[a]) })
	return ids[:min(len(ids), maxContacts)], by, nil
}

// open lists what is still open of what the two sides of the event promised
// each other, and of what the papers on the last contacts say they promised.
// What either promised others is none of it.
func (p *page) open(v *BriefView, ours, others []chancery.EntityID) error {
	links, err := p.promisesWith(v.Contacts, others)
	if err != nil {
		return err
	}
	us, err := p.side(ours)
	if err != nil {
		return err
	}
	them, err := p.side(others)
	if err != nil {
		return err
	}
	for _, u := range p.undertakings(links) {
		switch {
		case !u.Open:
		case us.hold(u.By) && (len(u.To) == 0 || them.hold(u.To)):
			v.Ours = append(v.Ours, u)
		case (len(u.By) == 0 || them.hold(u.By)) && (len(u.To) == 0 || us.hold(u.To)):
			v.Theirs = append(v.Theirs, u)
		}
	}
	return nil
}

// promisesWith lists the undertakings by and to some, and those that the papers on
// contacts tell of, each once.
func (p *page) promisesWith(contacts []Contact, by []chancery.EntityID) ([]Link, error) {
	var links []Link
	add := func(found []Link) {
		for _, l := range found {
			if !slices.ContainsFunc(links, func(o Link) bool { return o.Entity == l.Entity }) {
				links = append(links, l)
			}
		}
	}
	for _, property := range []string{"by", "to"} {
		found, err := p.referring("Undertaking", property, by)
		if err != nil {
			return nil, err
		}
		add(found)
	}
	for _, doc := range p.papersOn(contacts) {
		found, err := p.promisedIn(doc)
		if err != nil {
			return nil, err
		}
		add(found)
	}
	return links, nil
}

// side is one of the two sides of a meeting: its people and bodies, and the
// names by which an embassy or a secretariat is known for its own.
type side struct {
	ids   []chancery.EntityID
	names []string
}

func (p *page) side(ids []chancery.EntityID) (side, error) {
	out := side{ids: ids}
	for _, id := range ids {
		names, err := p.namesOf(id)
		if err != nil {
			return out, err
		}
		out.names = append(out.names, names...)
	}
	return out, nil
}

// hold reports whether one of some values is of a side.
func (s side) hold(values []Value) bool {
	return slices.ContainsFunc(values, func(v Value) bool { return slices.Contains(s.ids, v.Ref) || namesOne(v.Text, s.names) })
}

// papersOn lists the papers that tell of contacts.
func (p *page) papersOn(contacts []Contact) []chancery.DocumentID {
	var out []chancery.DocumentID
	for _, c := range contacts {
		for _, v := range append([]Value{c.Date, c.Place}, c.With...) {
			for _, n := range v.Cites {
				if doc := p.head.Citations[n].Document; !slices.Contains(out, doc) {
					out = append(out, doc)
				}
			}
		}
	}
	return out
}

// promisedIn gives the undertakings that a paper tells of.
func (p *page) promisedIn(doc chancery.DocumentID) ([]Link, error) {
	facts, err := p.facts(ledger.FactQuery{Document: doc, Schemas: []string{"Undertaking"}})
	if err != nil || len(facts) == 0 {
		return nil, err
	}
	by := map[chancery.EntityID]string{}
	var ids []chancery.EntityID
	for _, f := range facts {
		if _, seen := by[f.Entity]; !seen {
			by[f.Entity] = "text"
			ids = append(ids, f.Entity)
		}
	}
	if facts, err = p.facts(ledger.FactQuery{Entities: ids}); err != nil {
		return nil, err
	}
	return p.linksOf(ids, by, facts)
}

// namesOf gives the names and acronyms of an entity.
func (p *page) namesOf(id chancery.EntityID) ([]string, error) {
	if id == "" {
		return nil, nil
	}
	facts, err := p.facts(ledger.FactQuery{Entities: []chancery.EntityID{id}, Properties: []string{"name", "acronym", "alias"}})
	var out []string
	for _, f := range facts {
		out = append(out, f.Value)
	}
	if e, ok := authority.Base().Entry(id); ok {
		for _, list := range e.Names {
			out = append(out, list...)
		}
		out = append(out, e.Acronyms...)
	}
	return out, err
}

// namesOne reports whether a body's name holds one of some names as words of
// its own: "Embassy of Kazakhstan in Egypt" is ours where Kazakhstan is home.
// A name after "in" says where the body is, not whose it is.
func namesOne(body string, names []string) bool {
	folded := " " + strings.Join(strings.Fields(text.Fold(body)), " ") + " "
	for _, n := range names {
		if n = text.Fold(n); len(n) > 2 && strings.Contains(folded, " "+n+" ") && !strings.Contains(folded, " in "+n+" ") {
			return true
		}
	}
	return false
}

// candidatures lists who stands for what, put forward by one of some bodies.
func (p *page) candidatures(by []chancery.EntityID) ([]Candidature, error) {
	links, err := p.referring("Candidature", "nominatedBy", slices.DeleteFunc(by, func(id chancery.EntityID) bool { return id == "" }))
	if err != nil {
		return nil, err
	}
	var out []Candidature
	for _, l := range links {
		out = append(out, Candidature{Entity: l.Entity, Candidate: l.First("candidate"), By: l.First("nominatedBy"), Body: l.First("body"),
			Term: l.First("term"), Election: l.First("electionDate"), Result: l.First("result")})
	}
	return out, nil
}
