package register

import (
	"context"
	"slices"

	"chancery"
	"chancery/ledger"
	"chancery/meeting"
)

// Meeting gives an event with who took part for whom, what each side said and
// what was promised.
func (r *Register) Meeting(ctx context.Context, reader Reader, id chancery.EntityID) (MeetingView, error) {
	const op = "register.Meeting"
	p, err := r.page(ctx, reader)
	if err != nil {
		return MeetingView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v, err := p.meeting(id)
	if err != nil {
		return MeetingView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	p.finish(&v)
	v.Papers, err = p.cited(v.Citations)
	v.Rows = len(v.Attendance) + len(v.Undertakings)
	return v, chancery.Wrap(op, chancery.Internal, err)
}

func (p *page) meeting(id chancery.EntityID) (MeetingView, error) {
	e, err := p.entity(id)
	if err != nil {
		return MeetingView{}, err
	}
	if e.Schema != "Event" {
		return MeetingView{}, chancery.Fail("register.Meeting", chancery.NotFound, chancery.Say("meeting.other", "this is no event; its own page shows it"))
	}
	v := MeetingView{ID: e.ID, Caption: e.Caption, Proposed: e.Proposed}
	for _, l := range e.Lines {
		switch l.Property {
		case "participant":
		case "party":
			v.Parties = l.Values
		case "topic":
			v.Topics = l.Values
		default:
			v.Lines = append(v.Lines, l)
		}
	}
	v.Planned = firstOf(e.Lines, "status").Text == "planned"
	links := group(e.Links)
	if v.Attendance, err = p.attendance(lineOf(e.Lines, "participant").Values, links["Attendance"], dateOf(e.Lines)); err != nil {
		return v, err
	}
	v.Sides = sides(links["Intervention"], v.Attendance)
	v.Undertakings = p.undertakings(links["Undertaking"])
	return v, nil
}

func group(groups []LinkGroup) map[string][]Link {
	out := map[string][]Link{}
	for _, g := range groups {
		out[g.Schema] = g.Links
	}
	return out
}

// attendance joins those whom an event names with those entered one by one; the
// capacity of a person is what the paper says, or the post held on the day.
func (p *page) attendance(named []Value, entered []Link, on chancery.Date) ([]Attendee, error) {
	var out []Attendee
	for _, l := range entered {
		out = append(out, Attendee{Person: l.First("person"), Capacity: l.First("capacity"), ForWhom: l.First("forWhom")})
	}
	for _, v := range named {
		if !slices.ContainsFunc(out, func(a Attendee) bool { return a.Person.Ref == v.Ref }) {
			out = append(out, Attendee{Person: v})
		}
	}
	var people []chancery.EntityID
	for _, a := range out {
		people = append(people, a.Person.Ref)
	}
	held, err := p.postsOf(people)
	if err != nil {
		return nil, err
	}
	for i := range out {
		now, _ := heldOn(held[out[i].Person.Ref], on)
		if len(now) == 0 {
			continue
		}
		if out[i].Capacity.Empty() {
			out[i].Capacity = now[0].Title
		}
		if out[i].ForWhom.Empty() {
			out[i].ForWhom = now[0].Body
		}
	}
	return out, nil
}

// postsOf gives the posts of each of some persons, latest first.
func (p *page) postsOf(people []chancery.EntityID) (map[chancery.EntityID][]Post, error) {
	out := map[chancery.EntityID][]Post{}
	people = slices.DeleteFunc(slices.Clone(people), func(id chancery.EntityID) bool { return id == "" })
	if len(people) == 0 {
		return out, nil
	}
	links, err := p.referring("Occupancy", "holder", people)
	for _, l := range links {
		post := postOf(l)
		out[post.Holder.Ref] = append(out[post.Holder.Ref], post)
	}
	for id := range out {
		out[id] = mergePosts(out[id])
	}
	return out, err
}

// referring gives the entities of a schema that refer by a property to some others.
func (p *page) referring(schema, property string, to []chancery.EntityID) ([]Link, error) {
	ids, err := p.referrers(schema, property, 10*maxLinks, to)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	by := map[chancery.EntityID]string{}
	for _, id := range ids {
		by[id] = property
	}
	facts, err := p.facts(ledger.FactQuery{Entities: ids})
	if err != nil {
		return nil, err
	}
	return p.linksOf(ids, by, facts)
}

// heldOn parts posts into those that can have been held on a day and earlier ones.
func heldOn(posts []Post, on chancery.Date) (now, earlier []Post) {
	for _, post := range posts {
		switch {
		case !on.IsZero() && !post.To.Date.IsZero() && post.To.Date.Before(on):
			earlier = append(earlier, post)
		case !on.IsZero() && !post.From.Date.IsZero() && post.From.Date.After(on):
		default:
			now = append(now, post)
		}
	}
	return now, earlier
}

// sides groups what was said by for whom it was said: as the paper says, or for
// whom the speaker took part, or else by speaker.
func sides(said []Link, attendance []Attendee) []Side {
	var out []Side
	for _, l := range said { // speech has no date of its own, so links of it keep the order of the text
		party := l.First("forWhom")
		speaker := l.First("speaker")
		if i := slices.IndexFunc(attendance, func(a Attendee) bool { return a.Person.Ref == speaker.Ref && speaker.Ref != "" }); party.Empty() && i >= 0 {
			party = attendance[i].ForWhom
		}
		if party.Empty() {
			party = speaker
		}
		at := slices.IndexFunc(out, func(s Side) bool { return s.Party.Ref == party.Ref && s.Party.Text == party.Text })
		if at < 0 {
			at = len(out)
			out = append(out, Side{Party: party})
		}
		out[at].Interventions = append(out[at].Interventions, Intervention{
			Entity: l.Entity, Speaker: l.First("speaker"), Verb: l.First("verb"), Text: l.First("text"), About: l.Line("about").Values,
		})
	}
	return out
}

// undertakings tells what was promised and what had become of it by the day of the view.
func (p *page) undertakings(links []Link) []Undertaking {
	var out []Undertaking
	for _, l := range links {
		u := Undertaking{Entity: l.Entity, Event: l.First("event"), By: l.Line("by").Values, To: l.Line("to").Values, Text: l.First("text"),
			Due: l.First("due"), DueText: l.First("dueText"), Kept: l.First("kept"), KeptBy: l.Line("keptBy").Values}
		status, _, doubts := meeting.StatusOn(promise(u), p.head.Today)
		u.Open, u.Late = status == meeting.Open || status == meeting.Overdue || status == meeting.Partly, status == meeting.Overdue
		u.Doubts = doubts
		out = append(out, u)
	}
	slices.SortStableFunc(out, func(a, b Undertaking) int { return byDue(a.Due.Date, b.Due.Date) })
	return out
}

// byDue orders deadlines, the earliest first and those without one last.
func byDue(a, b chancery.Date) int {
	switch {
	case a.IsZero() && b.IsZero():
		return 0
	case a.IsZero():
		return 1
	case b.IsZero():
		return -1
	}
	return a.Compare(b)
}

func promise(u Undertaking) meeting.Undertaking {
	out := meeting.Undertaking{ID: u.Entity, Due: u.Due.Date}
	grade, said := map[string]meeting.Status{"kept": meeting.Kept, "partly": meeting.Partly, "broken": meeting.Broken, "overtaken": meeting.Kept}[u.Kept.Text]
	if len(u.KeptBy) > 0 && !said {
		grade, said = meeting.Kept, true
	}
	if said {
		out.Evidence = []meeting.Evidence{{Grade: grade}}
	}
	return out
}
