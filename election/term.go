package election

import (
	"slices"

	"chancery"
)

// Term is the years of one mandate, both included: a term of four years from
// 2025 is 2025 to 2028.
type Term struct{ First, Last int }

// TermFrom gives the term that begins in a year.
//
// Source: CEDAW art. 17(5), four years; the practice of terms of calendar years.
func TermFrom(first, years int) Term { return Term{first, first + years - 1} }

// CheckTerm holds a term as a paper prints it against the years of the body.
// The UN releases of 2014 and 2016 on CEDAW print 2017 and 2019 for 2018 and 2020.
func CheckTerm(body Body, from, to chancery.Date) []chancery.Doubt {
	if body.Term == 0 || from.IsZero() || to.IsZero() {
		return nil
	}
	want := TermFrom(from.Year, body.Term).Last
	if from.Month > 1 || from.Day > 1 { // a term that does not begin with the year ends in the year it is full
		want = from.Year + body.Term
	}
	if to.Year == want {
		return nil
	}
	return []chancery.Doubt{doubt(body.Basis, "term", "a term of %d years from %s ends in %d, not %d", body.Term, from, want, to.Year)}
}

// Terms counts what somebody served in a body before a day in whole terms, each
// once. Of what comes to no whole one, as the rest of another's term, and of what
// goes on past one without a recorded end, it is not sure that it counts.
func Terms(body Body, served []Held, before chancery.Date) (whole, unsure []Term) {
	for _, h := range served {
		if body.Term == 0 || h.From.IsZero() || !h.From.Before(before) {
			continue
		}
		ends := h.To.Highest()
		if h.To.IsZero() {
			ends = before.AddDays(-1)
		}
		for from, n := h.From.Lowest(), 0; from.Before(before) && from.AddMonths(1).Before(ends); from, n = from.AddYears(body.Term), n+1 {
			one := Term{from.Year, min(from.Year+body.Term-1, ends.Year)}
			full := !from.AddYears(body.Term).AddDays(-1).After(ends)
			switch {
			case full && (n == 0 || !h.To.IsZero()):
				whole = append(whole, one)
			case n == 0 || h.To.IsZero() || h.To.Precision() == chancery.DayPrecision: // 2017 to 2021 is one term from a day within 2017
				unsure = append(unsure, one)
			}
		}
	}
	whole = apart(whole, nil)
	return whole, apart(unsure, whole)
}

// apart gives the terms that meet no other one before them, the first first.
func apart(terms, others []Term) []Term {
	var out []Term
	slices.SortStableFunc(terms, func(a, b Term) int { return a.First - b.First })
	for _, t := range terms {
		meets := func(o Term) bool { return t.First <= o.Last && o.First <= t.Last }
		if !slices.ContainsFunc(out, meets) && !slices.ContainsFunc(others, meets) {
			out = append(out, t)
		}
	}
	return out
}

// CheckReelection holds the terms a person or State has had against the
// body's limit, and those of which it is not sure that they count.
//
// Source: CRPD art. 34(7), CPED art. 26(4), OPCAT art. 9 (once); Charter art.
// 23(2) (not at once); GA res. 60/251 para. 7 (not after two in a row).
func CheckReelection(body Body, terms, unsure []Term, next Term) []chancery.Doubt {
	out := reelection(body, terms, next)
	if len(out) == 0 && len(reelection(body, slices.Concat(terms, unsure), next)) > 0 {
		out = append(out, doubt(body.Basis, "reelection.unsure", "the limit of %d is reached, should the service of which it is not sure count as well (%d)", body.MaxTerms, len(unsure)))
	}
	return out
}

func reelection(body Body, terms []Term, next Term) []chancery.Doubt {
	if body.MaxTerms == 0 {
		return nil
	}
	if !body.Again {
		if len(terms) < body.MaxTerms {
			return nil
		}
		return []chancery.Doubt{doubt(body.Basis, "reelection", "%d terms were served, and %d is the limit", len(terms), body.MaxTerms)}
	}
	sorted := slices.Clone(terms)
	slices.SortFunc(sorted, func(a, b Term) int { return a.First - b.First })
	row, first := 0, next.First
	for i := len(sorted) - 1; i >= 0 && sorted[i].Last == first-1; i-- {
		row, first = row+1, sorted[i].First
	}
	if row < body.MaxTerms {
		return nil
	}
	return []chancery.Doubt{doubt(body.Basis, "reelection.row", "%d terms in a row end in %d: no election at once after %d", row, next.First-1, body.MaxTerms)}
}

// Window is the calendar of nominations of one election.
type Window struct {
	InviteBy    chancery.Date // latest day of the invitation
	Invited     chancery.Date // as it was, where known
	NominateBy  chancery.Date // last day for States; zero where no rule gives it
	CirculateBy chancery.Date // latest day on which the list goes out
	Steps       []Step
	Doubts      []chancery.Doubt
}

// Nominations computes the window back from the day of the election. The time
// to answer runs from the invitation; where that is not known it is taken to
// have gone out on the latest day, so the true last day can be earlier.
//
// Source: CEDAW art. 17(3), ICCPR art. 30, CAT art. 17(4) and their like; ICJ
// Statute art. 5(1).
func Nominations(body Body, election, invited chancery.Date) Window {
	var w Window
	if election.Precision() != chancery.DayPrecision {
		w.Doubts = append(w.Doubts, doubt(body.Basis, "window.day", "the day of the election is not known beyond %q", election.String()))
		return w
	}
	w.Invited = invited
	if body.Invite > 0 {
		w.InviteBy = election.AddMonths(-body.Invite)
		w.Steps = append(w.Steps, step(body.Basis, "window.invite", "invitation at least %d months before %s: by %s", body.Invite, election, w.InviteBy))
		if invited.After(w.InviteBy) {
			w.Doubts = append(w.Doubts, doubt(body.Basis, "window.late", "the invitation of %s is later than %s", invited, w.InviteBy))
		}
	}
	if body.Reply > 0 {
		from := invited
		if from.IsZero() {
			from = w.InviteBy
			w.Doubts = append(w.Doubts, doubt(body.Basis, "window.invited", "the day of the invitation is not known: the last day for nominations can be earlier"))
		}
		w.NominateBy = from.AddMonths(body.Reply)
		w.Steps = append(w.Steps, step(body.Basis, "window.reply", "%d months to answer from %s: by %s", body.Reply, from, w.NominateBy))
	}
	if body.Circulate > 0 {
		w.CirculateBy = election.AddMonths(-body.Circulate)
		w.Steps = append(w.Steps, step(body.Basis, "window.list", "list of candidates at least %d months before: by %s", body.Circulate, w.CirculateBy))
	}
	return w
}

// Nominee is a person put forward.
type Nominee struct {
	Name        string
	By          string // State, or national group
	Nationality string
	On          chancery.Date
}

// CheckNominees holds nominations against the rules of the body: how many, of
// which nationality, in time.
//
// Source: CEDAW art. 17(2), ICCPR art. 29(2), OPCAT art. 6, ICJ Statute art. 5(2).
func CheckNominees(body Body, nominees []Nominee, w Window) []chancery.Doubt {
	var out []chancery.Doubt
	say := func(key, format string, args ...any) {
		out = append(out, doubt(body.Basis, "nominee."+key, format, args...))
	}
	count, own := map[string]int{}, map[string]int{}
	var order []string
	for _, n := range nominees {
		if count[n.By] == 0 {
			order = append(order, n.By)
		}
		count[n.By]++
		if n.Nationality == n.By {
			own[n.By]++
		}
		if body.OwnOnly && n.Nationality != "" && n.Nationality != n.By {
			say("national", "%s, of %s, is not a national of %s", n.Name, n.Nationality, n.By)
		}
		if !n.On.IsZero() && !w.NominateBy.IsZero() && n.On.After(w.NominateBy) {
			say("late", "%s was nominated on %s, after %s", n.Name, n.On, w.NominateBy)
		}
	}
	for _, by := range order {
		if body.Nominees > 0 && count[by] > body.Nominees {
			say("many", "%s nominated %d, and %d is the limit", by, count[by], body.Nominees)
		}
		if body.Sequence == Meetings && own[by] > 2 {
			say("own", "%s nominated %d of its own nationality, and 2 is the limit", by, own[by])
		}
	}
	return out
}

// QuorumOf says how many must be present of an electorate.
func QuorumOf(body Body, electorate int) (int, []Step) {
	n := body.Quorum.Of(electorate)
	if n == 0 {
		return 0, nil
	}
	return n, []Step{step(body.Basis, "quorum", "quorum: %d of %d", n, electorate)}
}

// Vacancy is what follows when a seat falls vacant.
type Vacancy struct {
	Rule     VacancyRule
	Election bool
	Answer   chancery.Date // last day for nominations or objections; zero where none runs
	Until    chancery.Date // end of the term that is filled
	Steps    []Step
	Doubts   []chancery.Doubt
}

// Vacate says how a seat that fell vacant on a day, of a term that ends on
// another, is filled; notified is the day the States were told.
//
// Source: CEDAW art. 17(7), ICERD art. 8(5)(b), CRC art. 43(7) (the Committee
// approves); CAT art. 17(6), CPED art. 26(5), OPCAT art. 8 (the parties approve
// by silence of six weeks); ICCPR art. 34 (election if more than six months are
// left, nominations within two months); ICJ Statute art. 14-15.
func Vacate(body Body, vacant, ends, notified chancery.Date) Vacancy {
	v := Vacancy{Rule: body.Vacancy, Until: ends}
	say := func(key, format string, args ...any) {
		v.Steps = append(v.Steps, step(body.Basis, "vacancy."+key, format, args...))
	}
	switch body.Vacancy {
	case AppointCommittee:
		say("committee", "the State whose expert left appoints another of its nationals, subject to the approval of the Committee; no election is held")
	case AppointParties:
		say("parties", "the State appoints; it is approved unless half or more of the States parties object within six weeks of being told")
		if !notified.IsZero() {
			v.Answer = notified.AddDays(42)
		}
	case Appoint:
		say("state", "the State appoints another expert for the rest of the term")
	case NewElection:
		v.Election = !ends.IsZero() && vacant.AddMonths(6).Before(ends)
		if v.Election {
			say("election", "more than six months of the term are left: an election is held")
			if !notified.IsZero() {
				v.Answer = notified.AddMonths(2)
			}
		} else {
			say("empty", "no more than six months of the term are left: the seat stays empty until the next election")
		}
	case ByElection, SameMethod:
		v.Election = true
		say("by", "an election by the same method, for the rest of the term")
	default:
		v.Doubts = append(v.Doubts, doubt(body.Basis, "vacancy", "the rule on vacancies is not known"))
	}
	return v
}

// Person is a candidate's nationality and birth, as far as rules need them.
type Person struct {
	Name        string
	Nationality string
	Born        chancery.Date
	Votes       Figure
}

// Compatriots applies the rule that a body has no two members of one
// nationality to those who have the majority. It gives who is kept, in the
// order given, and who gives way.
//
// Source: ICJ Statute art. 3(1) and 10(3), the eldest only; OPCAT art. 7(2), the
// one with more votes.
func Compatriots(body Body, people []Person) (kept, out []string, steps []Step, doubts []chancery.Doubt) {
	if !body.OneEach {
		for _, p := range people {
			kept = append(kept, p.Name)
		}
		return kept, nil, nil, nil
	}
	best := map[string]Person{}
	for _, p := range people {
		rival, ok := best[p.Nationality]
		switch {
		case !ok || p.Nationality == "":
			best[p.Nationality] = p
		case body.Sequence == Meetings:
			if p.Born.Overlaps(rival.Born) || p.Born.IsZero() || rival.Born.IsZero() {
				doubts = append(doubts, doubt(body.Basis, "compatriots.age", "which of %s and %s is the elder is not known", rival.Name, p.Name))
			} else if p.Born.Before(rival.Born) {
				best[p.Nationality] = p
			}
		case !p.Votes.Known || !rival.Votes.Known || p.Votes == rival.Votes:
			doubts = append(doubts, doubt(body.Basis, "compatriots.votes", "which of %s and %s has more votes is not known, or they are equal", rival.Name, p.Name))
		case p.Votes.Low > rival.Votes.Low:
			best[p.Nationality] = p
		}
	}
	for _, p := range people {
		if p.Nationality == "" || best[p.Nationality].Name == p.Name {
			kept = append(kept, p.Name)
			continue
		}
		out = append(out, p.Name)
		steps = append(steps, step(body.Basis, "compatriots", "%s and %s are of one nationality: only %s serves", best[p.Nationality].Name, p.Name, best[p.Nationality].Name))
	}
	return kept, out, steps, doubts
}
