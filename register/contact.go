package register

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"chancery"
	"chancery/meeting"
)

// ContactsView is what passed between us and a person, a body or a State.
type ContactsView struct {
	Head
	ID       chancery.EntityID
	Caption  Label
	Schema   string
	Contacts []Contact     // held, the latest first
	Ours     []Undertaking // by our side to theirs
	Theirs   []Undertaking // by theirs
	Heads    []Post        // heads of mission of a State or body on the day, to us or by us
	Doubts   []chancery.Doubt
}

// LastContacts gives the last ten contacts with a person, a body or a State up
// to the day of the view, what both sides undertook and what became of it, and
// who headed the missions on that day.
func (r *Register) LastContacts(ctx context.Context, reader Reader, id chancery.EntityID) (ContactsView, error) {
	const op = "register.LastContacts"
	p, err := r.pageOn(ctx, reader)
	if err != nil {
		return ContactsView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v, err := p.lastContactsWith(id)
	v.Head = p.head
	v.Rows = len(v.Contacts)
	return v, chancery.Wrap(op, chancery.Internal, err)
}

func (p *page) lastContactsWith(id chancery.EntityID) (ContactsView, error) {
	name, err := p.value(id)
	if err != nil {
		return ContactsView{}, err
	}
	v := ContactsView{ID: id, Caption: name.Label, Schema: name.Schema}
	if v.Caption.String() == "" {
		return v, chancery.Fail("register.LastContacts", chancery.NotFound, chancery.Say("entity.missing", "nothing in the register has this name; it may have been withdrawn, or the address was cut short"))
	}
	home, err := p.r.Home(p.ctx)
	if err != nil {
		return v, err
	}
	with, err := p.actingFor(id)
	if err != nil {
		return v, err
	}
	found, err := p.contacts("", with, p.head.Today)
	if err != nil {
		return v, err
	}
	v.Contacts = found
	if err := p.both(&v, with, home); err != nil {
		return v, err
	}
	v.Heads, v.Doubts, err = p.headsOfMission(id, home)
	return v, err
}

// manyContacts is how many events a page looks through for the last contacts;
// where there are more, a page of their own shows them.
const manyContacts = 800

// contactsShown gives the last contacts for the page of an entity itself.
func (p *page) contactsShown(id chancery.EntityID, schema string) ([]Contact, error) {
	if schema != "Person" && schema != "Organization" && schema != "State" {
		return nil, nil
	}
	if home, err := p.r.Home(p.ctx); err != nil || home == id {
		return nil, err // nobody is in contact with himself
	}
	refs, err := p.eventsWith([]chancery.EntityID{id}, manyContacts+1)
	if err != nil || len(refs) > manyContacts {
		return nil, err
	}
	with, err := p.actingFor(id)
	if err != nil || len(with) > manyContacts {
		return nil, err
	}
	return p.contacts("", with, p.head.Today)
}

// actingFor gives an entity and, of a State or body, those who held a post of
// it on the day of the view: a meeting with its ambassador is a meeting with it.
func (p *page) actingFor(id chancery.EntityID) ([]chancery.EntityID, error) {
	out := []chancery.EntityID{id}
	posts, err := p.recordsReferring("Occupancy", "body", id)
	if err != nil {
		return nil, err
	}
	for _, t := range posts {
		if holder := t.ref("holder"); holder != "" && !slices.Contains(out, holder) {
			out = append(out, holder)
		}
	}
	return out, nil
}

// both lists undertakings of some others and to them, open or not, and whose
// they are.
func (p *page) both(v *ContactsView, others []chancery.EntityID, home chancery.EntityID) error {
	var links []Link
	for _, property := range []string{"by", "to"} {
		found, err := p.referring("Undertaking", property, others)
		if err != nil {
			return err
		}
		for _, l := range found {
			if !slices.ContainsFunc(links, func(o Link) bool { return o.Entity == l.Entity }) {
				links = append(links, l)
			}
		}
	}
	for _, u := range p.undertakings(links) {
		theirs := slices.ContainsFunc(u.By, func(v Value) bool { return slices.Contains(others, v.Ref) })
		ours := slices.ContainsFunc(u.By, func(v Value) bool { return v.Ref == home && !slices.Contains(others, home) })
		if theirs && !ours {
			v.Theirs = append(v.Theirs, u)
		} else {
			v.Ours = append(v.Ours, u)
		}
	}
	return nil
}

// headsOfMission gives who was ambassador on the day of the view: of the entity
// to the home, and of the home to the entity. Heads of mission rank by class and
// by the day of their credentials.
//
// Source: VCDR art. 14 and 16(1).
func (p *page) headsOfMission(id, home chancery.EntityID) ([]Post, []chancery.Doubt, error) {
	if home == "" || home == id {
		return nil, nil, nil
	}
	var out []Post
	var doubts []chancery.Doubt
	for _, pair := range [][2]chancery.EntityID{{id, home}, {home, id}} {
		held, found, err := p.headOn(pair[0], pair[1], p.head.Today)
		if err != nil {
			return nil, nil, err
		}
		out, doubts = append(out, held...), append(doubts, found...)
	}
	return out, doubts, nil
}

// headOn gives who can have headed the mission of one State or body to another
// on a day, in order of precedence.
func (p *page) headOn(of, to chancery.EntityID, on chancery.Date) ([]Post, []chancery.Doubt, error) {
	links, err := p.referring("Occupancy", "accreditedTo", []chancery.EntityID{to})
	if err != nil {
		return nil, nil, err
	}
	posts := map[chancery.EntityID]Post{}
	var tenures []meeting.Tenure
	for _, l := range links {
		if l.First("body").Ref != of || missionClass(l.First("title").Text) == meeting.Other {
			continue
		}
		post := postOf(l)
		posts[post.Holder.Ref] = post
		from := post.From.Date
		if from.IsZero() {
			from = l.First("credentials").Date
		}
		tenures = joined(tenures, meeting.Tenure{Holder: post.Holder.Ref, Name: post.Holder.Text, From: from, To: post.To.Date})
	}
	held, doubts := meeting.HoldersOn(tenures, on)
	var out []Post
	for _, t := range held {
		out = append(out, posts[t.Holder])
	}
	return out, doubts, nil
}

// joined adds a tenure, or makes one of it and another of the same holder that
// can be the same: two papers that speak of one ambassador are no conflict.
func joined(all []meeting.Tenure, t meeting.Tenure) []meeting.Tenure {
	same := func(a, b chancery.Date) bool { return a.IsZero() || b.IsZero() || a.Overlaps(b) }
	for i, one := range all {
		if one.Holder != t.Holder || !same(one.From, t.From) || !same(one.To, t.To) {
			continue
		}
		if one.From.Precision() < t.From.Precision() {
			all[i].From = t.From
		}
		if one.To.Precision() < t.To.Precision() {
			all[i].To = t.To
		}
		return all
	}
	return append(all, t)
}

// missionClass reads the class of a head of mission from the title of the post; who
// heads no mission is Other.
//
// Source: VCDR art. 14(1).
func missionClass(title string) meeting.Class {
	title = strings.ToLower(title)
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(title, w) })
	}
	switch {
	case has("chargé", "charge d'affaires", "charge d’affaires", "временный поверенный", "القائم بالأعمال"):
		return meeting.ChargeEnTitre
	case has("ambassador", "nuncio", "high commissioner", "permanent representative", "посол", "постоянный представитель", "елші", "سفير", "المندوب الدائم", "ambassadeur", "embajador"):
		return meeting.Ambassador
	case has("envoy", "посланник"):
		return meeting.Envoy
	}
	return meeting.Other
}

// Precedence orders who attended an event: by the rank entered for each post,
// then heads of mission by class and day of credentials, then as the paper has
// them.
//
// Source: VCDR art. 13(1), 14, 16(1).
func (r *Register) Precedence(ctx context.Context, reader Reader, event chancery.EntityID) ([]Attendee, error) {
	const op = "register.Precedence"
	p, err := r.page(ctx, reader)
	if err != nil {
		return nil, chancery.Wrap(op, chancery.Internal, err)
	}
	v, err := p.meeting(event)
	if err != nil {
		return nil, chancery.Wrap(op, chancery.Internal, err)
	}
	out, err := p.precedence(v.Attendance, dateOf(v.Lines))
	return out, chancery.Wrap(op, chancery.Internal, err)
}

func (p *page) precedence(all []Attendee, on chancery.Date) ([]Attendee, error) {
	var people []chancery.EntityID
	for _, a := range all {
		if a.Person.Ref != "" {
			people = append(people, a.Person.Ref)
		}
	}
	if len(people) == 0 {
		return all, nil
	}
	posts, err := p.recordsReferring("Occupancy", "holder", people...)
	if err != nil {
		return nil, err
	}
	rows := make([]meeting.Attendee, len(all))
	for i, a := range all {
		rows[i] = meeting.Attendee{Person: a.Person.Ref, Name: strconv.Itoa(i), Class: missionClass(a.Capacity.Text)}
		for _, t := range posts {
			from, to := t.date("from"), t.date("to")
			if t.ref("holder") != a.Person.Ref || a.Person.Ref == "" || !on.IsZero() && (from.After(on) && !from.IsZero() || to.Before(on) && !to.IsZero()) {
				continue
			}
			if rank := t.number("rank"); rank > 0 {
				rows[i].Rank = rank
			}
			if class := missionClass(t.text("title")); class < rows[i].Class {
				rows[i].Class = class
			}
			if d := t.date("credentials"); !d.IsZero() {
				rows[i].Credentials = d
			}
		}
	}
	out := make([]Attendee, 0, len(all))
	for _, row := range meeting.Precedence(rows) {
		at := slices.IndexFunc(rows, func(r meeting.Attendee) bool { return r.Name == row.Name })
		out = append(out, all[at])
	}
	return out, nil
}
