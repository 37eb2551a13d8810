package election

import (
	"slices"

	"chancery"
)

// Held is a seat as somebody held it.
type Held struct {
	Who         string
	Nationality string
	From, To    chancery.Date // both days included; To is zero while it is held
}

// CasualVacancy is a seat that fell vacant before its term was over.
type CasualVacancy struct {
	Held
	Ends     chancery.Date // last day of the term that was not served to its end
	Unknown  bool          // whether that term began with the seat is not recorded, and so not whether it was over
	Vacancy  Vacancy
	FilledBy string // "" while nobody is recorded
	Since    chancery.Date
}

// TermEnds gives the last day of the term of a body in which a day lies, terms
// following each other from the first day of the seat; the zero Date where the
// first day, or the length of a term, is not known.
//
// Source: CEDAW art. 17(5), ICJ Statute art. 13(1) and their like.
func TermEnds(body Body, from, day chancery.Date) chancery.Date {
	if body.Term == 0 || from.Precision() != chancery.DayPrecision || day.IsZero() || day.Before(from) {
		return chancery.Date{}
	}
	ends := from.AddYears(body.Term).AddDays(-1)
	for ends.Before(day) {
		ends = ends.AddDays(1).AddYears(body.Term).AddDays(-1)
	}
	return ends
}

// Vacancies finds the seats of a body that fell vacant before their term was
// over, up to a day, the latest first, and who took each. Who takes a vacant
// seat serves the rest of that term and no term of its own: of who began alone,
// and with no predecessor on record, it is not known which of the two it was.
//
// Source: the rules of Vacate; ICJ Statute art. 15 and CEDAW art. 17(7), the
// remainder of the predecessor's term.
func Vacancies(body Body, held []Held, on chancery.Date) []CasualVacancy {
	var out []CasualVacancy
	sorted := slices.Clone(held)
	slices.SortStableFunc(sorted, func(a, b Held) int { return a.From.Compare(b.From) })
	for _, h := range sorted {
		ends := TermEnds(body, h.From, h.To)
		unknown := !slices.ContainsFunc(held, func(o Held) bool { return o.Who != h.Who && o.From == h.From })
		if i := vacated(body, out, h); i >= 0 {
			out[i].FilledBy, out[i].Since = h.Who, h.From
			ends, unknown = out[i].Ends, out[i].Unknown
		}
		if h.To.IsZero() || h.To.After(on) || ends.IsZero() || !h.To.Before(ends) {
			continue
		}
		one := CasualVacancy{Held: h, Ends: ends, Unknown: unknown}
		if unknown {
			one.Vacancy.Doubts = append(one.Vacancy.Doubts, doubt(body.Basis, "vacancy.unknown", "nobody is recorded in the seat before: whether the term was over on %s is not known", h.To))
		} else {
			one.Vacancy = Vacate(body, h.To, ends, chancery.Date{})
		}
		out = append(out, one)
	}
	slices.SortStableFunc(out, func(a, b CasualVacancy) int { return b.To.Compare(a.To) })
	return out
}

// vacated finds the vacant seat that somebody took: where the State appoints,
// its own; -1 where none was vacant.
func vacated(body Body, vacant []CasualVacancy, h Held) int {
	return slices.IndexFunc(vacant, func(v CasualVacancy) bool {
		same := v.Nationality != "" && v.Nationality == h.Nationality
		return v.FilledBy == "" && h.From.After(v.To) && h.From.Before(v.Ends) && (same || v.Vacancy.Election)
	})
}

// Sits reports whether a seat is held on a day and for how long, by the length
// of the term; the zero Date is without a known end.
func (h Held) Sits(body Body, on chancery.Date) (until chancery.Date, sits bool) {
	if h.From.After(on) || !h.To.IsZero() && h.To.Before(on) {
		return chancery.Date{}, false
	}
	if !h.To.IsZero() {
		return h.To, true
	}
	return TermEnds(body, h.From, on), true
}

// Incompatible finds candidates of one nationality, and candidates of the
// nationality of a member who stays, where a body has no two members of one.
// begins is the first day of the term that is filled, on the day of the election.
//
// Source: ICJ Statute art. 3(1) and 10(3), the eldest only is elected; OPCAT
// art. 7(2); CEDAW art. 17(1)-(2), ICCPR art. 31(1), CAT art. 17(1) and their like.
func Incompatible(body Body, candidates []Person, sitting []Held, on, begins chancery.Date) []Step {
	if !body.OneEach {
		return nil
	}
	var out []Step
	for i, a := range candidates {
		for _, b := range candidates[i+1:] {
			if a.Nationality != "" && a.Nationality == b.Nationality && a.Name != b.Name {
				out = append(out, together(body, a, b))
			}
		}
		for _, h := range sitting {
			until, sits := h.Sits(body, on)
			stays := sits && (until.IsZero() || !until.Before(begins))
			switch {
			case !stays || a.Nationality == "" || h.Nationality != a.Nationality || h.Who == a.Name:
			case until.IsZero():
				out = append(out, step(body.Basis, "sitting.open", "%s is of the nationality of %s, who sits; when that term ends is not recorded", a.Name, h.Who))
			default:
				out = append(out, step(body.Basis, "sitting", "%s is of the nationality of %s, who sits until %s: the two cannot serve together", a.Name, h.Who, until))
			}
		}
	}
	return out
}

// together says of two candidates of one nationality what follows.
func together(body Body, a, b Person) Step {
	switch elder, younger := a, b; {
	case body.Sequence != Meetings:
		return step(body.Basis, "together", "%s and %s are of one nationality: only one of them can be elected", a.Name, b.Name)
	case a.Born.IsZero() || b.Born.IsZero() || a.Born.Overlaps(b.Born):
		return step("ICJ Statute art. 10(3)", "together.age", "%s and %s are of one nationality: should both have the majority, only the elder is elected; who that is is not recorded", a.Name, b.Name)
	default:
		if b.Born.Before(a.Born) {
			elder, younger = b, a
		}
		return step("ICJ Statute art. 10(3)", "together.elder", "%s and %s are of one nationality: should both have the majority, only the elder, %s, is elected", elder.Name, younger.Name, elder.Name)
	}
}
