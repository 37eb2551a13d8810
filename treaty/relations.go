package treaty

import (
	"slices"
	"strings"

	"chancery"
)

// Effect is what a reservation makes of the treaty between two participants.
type Effect string

// The effects.
const (
	Modified   Effect = "modified"    // accepted: VCLT art. 21(1)
	Excluded   Effect = "excluded"    // objected to: the provisions do not apply between the two to the extent of the reservation, art. 21(3)
	NotBetween Effect = "not between" // objected to, opposing entry into force: art. 20(4)(b)
	Pending    Effect = "pending"     // the twelve months are running: art. 20(5)
)

// Relation is the effect of one reservation between its author and another
// participant on a day.
type Relation struct {
	Reserving, Other string
	Effect           Effect
	Since            chancery.Date // of the effect
	Until            chancery.Date // of Pending: the last day for an objection
	Reservation      string        // ID of the act
	Objection        string        // ID of the act, where there is one
	Provisions       string
	Source           string
}

// Relations says between which pairs a reservation or an objection works on a
// day: one relation for each reservation and each other contracting State or
// party. Reservations and objections withdrawn by then are left out.
//
// Source: VCLT art. 19-23. Silence for twelve months from notification, or
// until consent where that is later, is acceptance (art. 20(5)). A withdrawal
// works when the other has received notice of it (art. 22(3)).
func Relations(r Rule, acts []Act, on chancery.Date, known Known) ([]Relation, []chancery.Doubt) {
	table := StandingOn(r, acts, on, known)
	v := reserving{table: table, on: on.Highest(), back: map[string]chancery.Date{}}
	v.sort(acts)
	var out []Relation
	for _, a := range v.reservations {
		author := table.Row(a.By)
		if !consents(author) {
			continue
		}
		v.allowed(r, a)
		v.check(a, author)
		for _, other := range table.Rows {
			if other.Participant != a.By && consents(other) {
				out = append(out, v.between(a, other))
			}
		}
	}
	return out, v.doubts
}

func consents(s Standing) bool { return s.Status == Contracting || s.Status == Party }

// reserving carries one run of Relations.
type reserving struct {
	table        Table
	on           chancery.Date
	reservations []Act
	answers      map[string][]Act         // objections and acceptances, by reservation
	back         map[string]chancery.Date // withdrawals, by act
	doubts       []chancery.Doubt
}

func (v *reserving) doubt(source, key, format string, args ...any) {
	v.doubts = append(v.doubts, doubt(source, key, format, args...))
}

// sort puts the acts of the day and before in their places.
func (v *reserving) sort(acts []Act) {
	v.answers = map[string][]Act{}
	for _, a := range acts {
		if a.Kind == Withdrawn && a.Of != "" && !a.When().After(v.on) {
			v.back[a.Of] = a.When()
		}
	}
	known := map[string]bool{}
	for _, a := range acts {
		if a.Kind == Reserved && !a.When().After(v.on) {
			known[a.ID] = true
			if !v.withdrawn(a) {
				v.reservations = append(v.reservations, a)
			}
		}
	}
	for _, a := range acts {
		if a.Kind != Objected && (a.Kind != Accepted || a.Of == "") || a.When().After(v.on) || v.withdrawn(a) {
			continue
		}
		if !known[a.Of] {
			v.doubt("VCLT art. 20", "objection.stray", "%s objects or accepts on %s, and the reservation it means is not among the acts", a.By, a.When())
			continue
		}
		v.answers[a.Of] = append(v.answers[a.Of], a)
	}
	slices.SortFunc(v.reservations, func(a, b Act) int { return compareActs(&a, &b) })
}

func (v *reserving) withdrawn(a Act) bool {
	_, ok := v.back[a.ID]
	return ok && a.ID != ""
}

// allowed holds a reservation against the treaty's own clause.
//
// Source: VCLT art. 19(a), prohibited by the treaty; art. 19(b), only specified
// reservations, which do not include it. Whether one is compatible with object
// and purpose (art. 19(c)) no rule can say.
func (v *reserving) allowed(r Rule, a Act) {
	switch r.Reserving {
	case Prohibits:
		v.doubt("VCLT art. 19(a)", "reservation.prohibited", "%s made a reservation on %s, and the treaty prohibits them", a.By, a.When())
	case Specifies:
		named := provisionsOf(a.Provisions)
		if len(named) == 0 || len(r.Reservable) == 0 {
			v.doubt("VCLT art. 19(b)", "reservation.open", "%s made a reservation on %s; whether it is among those that the treaty allows is not recorded", a.By, a.When())
			return
		}
		for _, n := range named {
			if !slices.ContainsFunc(r.Reservable, func(allowed string) bool { return within(n, allowed) }) {
				v.doubt("VCLT art. 19(b)", "reservation.unspecified", "%s made a reservation on %s to %s, which is not among the provisions to which the treaty allows any", a.By, a.When(), n)
			}
		}
	}
}

// provisionsOf parts "art. 2, art. 16(1)(c)", the form in which acts name
// provisions; nil where it is written otherwise.
func provisionsOf(s string) []string {
	var out []string
	for one := range strings.SplitSeq(s, ",") {
		if one = strings.TrimSpace(one); !strings.HasPrefix(one, "art. ") || strings.Contains(one[5:], " ") {
			return nil
		}
		out = append(out, one)
	}
	return out
}

// within reports whether a provision is another or a part of it: "art. 5(1)" is
// of "art. 5".
func within(provision, other string) bool {
	rest, ok := strings.CutPrefix(provision, other)
	return ok && (rest == "" || rest[0] == '(')
}

// check notes a reservation made after consent.
//
// Source: VCLT art. 2(1)(d) and 19: when signing, ratifying, accepting,
// approving or acceding; the depositary accepts a late one if nobody objects
// within twelve months.
func (v *reserving) check(a Act, author Standing) {
	if !author.Deposited.IsZero() && a.When().After(author.Deposited) {
		v.doubt("VCLT art. 19", "reservation.late", "%s made a reservation on %s, after its consent of %s", a.By, a.When(), author.Deposited)
	}
}

// between gives the effect of a reservation towards one other participant.
func (v *reserving) between(a Act, other Standing) Relation {
	rel := Relation{Reserving: a.By, Other: other.Participant, Reservation: a.ID, Provisions: a.Provisions}
	until := later(SilenceEnds(a), other.Deposited)
	for _, answer := range v.answers[a.ID] {
		if answer.By != other.Participant {
			continue
		}
		if answer.Kind == Accepted {
			return v.accepted(rel, answer.When(), "VCLT art. 20(4)(a), 21(1)")
		}
		if answer.When().After(until) {
			v.doubt("VCLT art. 20(5)", "objection.late", "%s objected to the reservation of %s on %s, after %s, when its silence had become acceptance", answer.By, a.By, answer.When(), until)
			continue
		}
		rel.Objection, rel.Since = answer.ID, answer.When()
		if answer.Opposes {
			rel.Effect, rel.Source = NotBetween, "VCLT art. 20(4)(b)"
		} else {
			rel.Effect, rel.Source = Excluded, "VCLT art. 21(3)"
		}
		return rel
	}
	if until.After(v.on) {
		rel.Effect, rel.Since, rel.Until, rel.Source = Pending, notifiedOf(a), until, "VCLT art. 20(5)"
		return rel
	}
	return v.accepted(rel, until, "VCLT art. 20(5), 21(1)")
}

// notifiedOf gives the day of the notification of a reservation, or of the
// reservation where none is recorded.
func notifiedOf(a Act) chancery.Date {
	if a.Notified.IsZero() {
		return a.When()
	}
	return a.Notified
}

// SilenceEnds gives the day by which a State that had consented before has to
// object to a reservation: twelve months after it was notified. The zero Date
// is not known.
//
// Source: VCLT art. 20(5).
func SilenceEnds(a Act) chancery.Date {
	day := notifiedOf(a)
	if day.IsZero() {
		return day
	}
	return day.Lowest().AddMonths(12)
}

func (v *reserving) accepted(rel Relation, since chancery.Date, source string) Relation {
	rel.Effect, rel.Since, rel.Source = Modified, since, source
	return rel
}
