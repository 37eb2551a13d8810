package treaty

import (
	"slices"
	"strings"

	"chancery"
)

// Status is what a treaty is to a participant on a day.
type Status string

// The statuses.
const (
	None        Status = "none"
	Signatory   Status = "signatory"         // VCLT art. 18(a): bound not to defeat object and purpose
	Contracting Status = "contracting State" // VCLT art. 2(1)(f): has consented, in force or not
	Party       Status = "party"             // VCLT art. 2(1)(g): has consented, and it is in force for it
	FormerParty Status = "former party"
)

// Label gives the status as a message, to be worded in the reader's language.
func (s Status) Label() chancery.Message {
	key, _, _ := strings.Cut(string(s), " ")
	return chancery.Say("treaty.standing."+key, "%s", string(s))
}

// Standing is one participant's relation to a treaty on a day.
type Standing struct {
	Participant   string
	Status        Status
	Since         chancery.Date // of the status
	Signed        chancery.Date
	AdReferendum  bool
	Instrument    Mark          // by which it consented
	Deposited     chancery.Date // of the instrument that counts on the day
	Bound         chancery.Date // in force for it; may lie after the day; zero where not known or not yet
	Notice        chancery.Date // of leaving, received
	Left          chancery.Date // day the notice takes effect; may lie after the day
	Provisionally bool          // applies the treaty provisionally (VCLT art. 25)
	Suspended     bool          // VCLT art. 57
	Source        string        // article by which the status holds
}

// Table is the standing of every participant in one treaty on a day.
type Table struct {
	On     chancery.Date
	Entry  Entry
	Ended  chancery.Date // termination of the treaty, where that was before or on the day
	Rows   []Standing    // by participant
	Doubts []chancery.Doubt
}

// Row gives the standing of a participant; without acts it is None.
func (t Table) Row(participant string) Standing {
	i, ok := slices.BinarySearchFunc(t.Rows, participant, func(s Standing, p string) int { return strings.Compare(s.Participant, p) })
	if !ok {
		return Standing{Participant: participant, Status: None}
	}
	return t.Rows[i]
}

// Count gives the number of participants of a status.
func (t Table) Count(s Status) int {
	n := 0
	for _, r := range t.Rows {
		if r.Status == s {
			n++
		}
	}
	return n
}

// StandingOn folds the acts of one treaty, in any order, into the standing of
// each participant on a day. Acts after the day are not seen; acts whose date
// is a month or a year that may lie before it are seen with a doubt.
//
// Source: VCLT art. 2(1)(f)-(g), 11-18, 24, 25, 54, 56, 57, 68.
func StandingOn(r Rule, acts []Act, on chancery.Date, known Known) Table {
	f := folding{rule: r, on: on.Highest(), known: known, table: Table{On: on}}
	f.see(acts)
	f.entry()
	f.rows()
	return f.table
}

// history is what one participant did, in order.
type history struct {
	signed       chancery.Date
	adReferendum bool
	deposits     []Act
	leaves       []Act
	provisional  []Act
	suspended    []Act
}

// folding carries one run of StandingOn.
type folding struct {
	rule    Rule
	on      chancery.Date
	known   Known
	seen    []Act
	back    map[string]chancery.Date // acts taken back, and when
	general chancery.Date            // entry into force, zero where not or unknown
	met     chancery.Date            // last condition
	table   Table
}

func (f *folding) doubt(source, key, format string, args ...any) {
	f.table.Doubts = append(f.table.Doubts, doubt(source, key, format, args...))
}

// see keeps the acts of the day and before, in order of time.
func (f *folding) see(acts []Act) {
	type timed struct {
		key int // of the day, for speed
		act *Act
	}
	order := make([]timed, 0, len(acts))
	for i := range acts {
		a := &acts[i]
		when := a.When()
		switch {
		case when.IsZero():
			if a.Kind != Reserved && a.Kind != Declared {
				f.doubt("", "act.undated", "an act of %s (%s) has no date and is left out", a.By, a.Kind.Label())
			}
			continue
		case when.After(f.on):
			continue
		case when.Precision() != chancery.DayPrecision && when.Highest().After(f.on):
			f.doubt("", "act.imprecise", "an act of %s (%s, %s) may lie after %s", a.By, a.Kind.Label(), when, f.on)
		}
		first := when.Lowest()
		order = append(order, timed{first.Year<<9 + first.Month<<5 + first.Day, a})
	}
	slices.SortFunc(order, func(a, b timed) int {
		if a.key != b.key {
			return a.key - b.key
		}
		return compareActs(a.act, b.act)
	})
	f.seen = make([]Act, len(order))
	for i, t := range order {
		f.seen[i] = *t.act
	}
	for _, a := range f.seen {
		if a.Kind == Withdrawn && a.Of != "" {
			if f.back == nil {
				f.back = map[string]chancery.Date{}
			}
			f.back[a.Of] = a.When()
		}
	}
}

// compareActs orders acts by time, then by what they are, so that the order of
// arrival does not matter.
func compareActs(a, b *Act) int {
	if n := a.When().Compare(b.When()); n != 0 {
		return n
	}
	if n := strings.Compare(a.By, b.By); n != 0 {
		return n
	}
	if n := strings.Compare(string(a.Kind), string(b.Kind)); n != 0 {
		return n
	}
	if n := strings.Compare(a.ID, b.ID); n != 0 {
		return n
	}
	if n := strings.Compare(a.Of, b.Of); n != 0 {
		return n
	}
	return a.Effective.Compare(b.Effective)
}

// entry finds the general entry into force: by the rule, or as a source states
// it where the rule is not known.
func (f *folding) entry() {
	deposits := Deposits(f.seen, chancery.Date{})
	e := InForce(f.rule, deposits, f.known)
	if len(f.back) > 0 {
		// An instrument taken back before the number was reached does not count
		// towards it; after that a treaty does not end by it (VCLT art. 55).
		for range len(f.back) {
			by := e.ThresholdMet
			if by.IsZero() {
				by = f.on
			}
			next := Deposits(f.seen, by)
			if len(next) == len(deposits) {
				break
			}
			deposits = next
			e = InForce(f.rule, deposits, f.known)
		}
	}
	f.table.Entry = e
	f.table.Doubts = append(f.table.Doubts, e.Doubts...)
	f.general, f.met = e.InForce, e.Met
	for _, a := range f.seen {
		switch {
		case a.Kind == EnteredIntoForce && a.By == "" && f.general.IsZero():
			f.general = effective(a)
			f.table.Entry.InForce = f.general
			f.doubt(a.Origin, "entry.stated", "entry into force on %s is as stated; the rule does not give it", f.general)
		case a.Kind == EnteredIntoForce && a.By == "" && !effective(a).Overlaps(f.general):
			f.doubt(a.Origin, "entry.differs", "the rule gives %s, a source states %s", f.general, effective(a))
		case a.Kind == Terminated && a.By == "" && !effective(a).After(f.on):
			f.table.Ended = effective(a)
		}
	}
}

func effective(a Act) chancery.Date {
	if !a.Effective.IsZero() {
		return a.Effective
	}
	return a.When()
}

// rows folds each participant's history.
func (f *folding) rows() {
	index := make(map[string]int, len(f.seen))
	var names []string
	var all []history
	for _, a := range f.seen {
		if a.By == "" || f.takenBack(a) {
			continue
		}
		i, ok := index[a.By]
		if !ok {
			i = len(all)
			index[a.By] = i
			all = append(all, history{})
			names = append(names, a.By)
		}
		all[i].add(a)
	}
	f.table.Rows = make([]Standing, len(all))
	for i := range all {
		f.table.Rows[i] = f.standing(names[i], &all[i])
	}
	slices.SortFunc(f.table.Rows, func(a, b Standing) int { return strings.Compare(a.Participant, b.Participant) })
}

// takenBack reports whether the act itself was taken back before it had worked:
// a notice of leaving until it takes effect (VCLT art. 68), an instrument until
// the treaty is in force for the State.
func (f *folding) takenBack(a Act) bool {
	if a.ID == "" || f.back == nil {
		return false
	}
	back, ok := f.back[a.ID]
	if !ok {
		return false
	}
	if _, binds := a.Instrument(); binds {
		bound, _ := f.bound(a)
		if !bound.IsZero() && !back.Before(bound) {
			f.doubt("VCLT art. 54", "back.late", "%s took its instrument back on %s, when the treaty was in force for it: that is leaving, and needs a notice", a.By, back)
			return false
		}
		return true
	}
	if a.leaves() && !a.Effective.IsZero() && !back.Before(a.Effective) {
		f.doubt("VCLT art. 68", "back.effect", "%s revoked its notice on %s, after it had taken effect on %s", a.By, back, a.Effective)
		return false
	}
	return true
}

func (h *history) add(a Act) {
	if _, binds := a.Instrument(); binds {
		h.deposits = append(h.deposits, a)
		if a.Kind == Signed && h.signed.IsZero() {
			h.signed = a.When()
		}
		return
	}
	switch {
	case a.Kind == Signed:
		if h.signed.IsZero() {
			h.signed, h.adReferendum = a.When(), a.AdReferendum
		}
	case a.Kind == Confirmed && a.Of != "":
		h.adReferendum = false
	case a.leaves():
		h.leaves = append(h.leaves, a)
	case a.Kind == Provisionally:
		h.provisional = append(h.provisional, a)
	case a.Kind == Suspended:
		h.suspended = append(h.suspended, a)
	}
}

// bound gives the day from which an instrument binds its State, and the article.
//
// Source: VCLT art. 24(1) and (3); the treaty's clause on later parties; the
// Vienna Convention on Succession of States in respect of Treaties, art. 23.
func (f *folding) bound(a Act) (chancery.Date, string) {
	when := a.When()
	switch {
	case f.general.IsZero():
		return chancery.Date{}, f.rule.Source()
	case a.Kind == Succeeded && !a.Effective.IsZero():
		return later(a.Effective, f.general), "Vienna Convention on Succession in respect of Treaties art. 23"
	case a.Kind == Succeeded:
		return later(when, f.general), "Vienna Convention on Succession in respect of Treaties art. 23"
	case !a.Effective.IsZero():
		return later(a.Effective, f.general), f.rule.Source()
	case !f.met.IsZero() && !when.After(f.met), f.met.IsZero() && when.Before(f.general):
		return f.general, f.rule.Source()
	}
	d, ok := f.rule.Later.After(when)
	if !ok {
		return chancery.Date{}, f.rule.Source()
	}
	return later(d, f.general), f.rule.Source()
}

// standing folds one history. A State may leave and come back.
func (f *folding) standing(name string, h *history) Standing {
	s := Standing{Participant: name, Status: None, Signed: h.signed, AdReferendum: h.adReferendum}
	if !h.signed.IsZero() {
		s.Status, s.Since, s.Source = Signatory, h.signed, "VCLT art. 18(a)"
	}
	leaves := h.leaves
	for _, a := range h.deposits {
		if s.Status == Contracting || s.Status == Party {
			f.doubt("", "deposit.twice", "%s deposited more than once; the first counts", name)
			continue
		}
		f.join(&s, a)
		for len(leaves) > 0 && s.Left.IsZero() && (s.Status == Contracting || s.Status == Party) {
			n := leaves[0]
			if n.When().Before(a.When()) {
				f.doubt("", "leave.before", "%s gave notice on %s, before its instrument of %s", name, n.When(), a.When())
			} else {
				f.leave(&s, n)
			}
			leaves = leaves[1:]
		}
	}
	for _, n := range leaves {
		f.doubt("VCLT art. 56", "leave.stranger", "%s gave notice on %s and was not bound", name, n.When())
	}
	f.end(&s)
	f.qualify(&s, h)
	return s
}

// join applies an instrument of consent.
func (f *folding) join(s *Standing, a Act) {
	s.Instrument, _ = a.Instrument()
	s.Deposited, s.Notice, s.Left = a.When(), chancery.Date{}, chancery.Date{}
	s.Status, s.Since, s.Source = Contracting, a.When(), "VCLT art. 2(1)(f)"
	s.Bound = chancery.Date{}
	bound, source := f.bound(a)
	switch {
	case bound.IsZero() && !f.general.IsZero():
		f.doubt(f.rule.Source(), "later.unknown", "when the treaty entered into force for %s (deposit %s) is not known: the clause on later parties is not given", a.By, a.When())
		return
	case bound.IsZero():
		return
	}
	if a.Kind == Succeeded && a.Effective.IsZero() {
		f.doubt(source, "succession.day", "%s succeeded by a notification of %s; the day of the succession of States is not given, so it is bound since then at the latest", a.By, a.When())
	}
	s.Bound = bound
	if !bound.After(f.on) {
		s.Status, s.Since, s.Source = Party, bound, source
	}
}

// leave applies a notice of leaving.
func (f *folding) leave(s *Standing, n Act) {
	s.Notice = n.When()
	date := n.Effective
	if date.IsZero() {
		d, _, doubts := f.rule.Leave.WithdrawalDate(n.When(), s.Bound, f.general)
		f.table.Doubts = append(f.table.Doubts, doubts...)
		date = d
	}
	if date.IsZero() {
		return
	}
	s.Left = date
	if !date.After(f.on) {
		s.Status, s.Since, s.Source = FormerParty, date, f.rule.Leave.source()
	}
}

// end applies the end of the treaty, or of the State.
//
// Source: VCLT art. 54 (a treaty ends by its terms or consent), art. 55 (and
// not because its parties have become few).
func (f *folding) end(s *Standing) {
	if s.Status != Party && s.Status != Contracting {
		return
	}
	if f.known.Ended != nil {
		if ended, ok := f.known.Ended(s.Participant); ok && !ended.After(f.on) {
			s.Status, s.Since, s.Left, s.Source = FormerParty, ended, ended, "the State has ended"
			return
		}
	}
	if !f.table.Ended.IsZero() {
		s.Status, s.Since, s.Left, s.Source = FormerParty, f.table.Ended, f.table.Ended, "VCLT art. 54"
	}
}

// qualify adds provisional application and suspension.
func (f *folding) qualify(s *Standing, h *history) {
	if len(h.provisional) > 0 && s.Status != Party && s.Status != FormerParty {
		s.Provisionally = true
	}
	for _, a := range h.suspended {
		s.Suspended = s.Suspended || s.Status == Party && !effective(a).After(f.on)
	}
}

// Explain gives the steps by which a participant has its standing on a day.
func Explain(r Rule, acts []Act, participant string, on chancery.Date, known Known) []Step {
	t := StandingOn(r, acts, on, known)
	s := t.Row(participant)
	steps := slices.Clone(t.Entry.Steps)
	add := func(source, key, format string, args ...any) {
		steps = append(steps, step(source, key, format, args...))
	}
	if !s.Signed.IsZero() {
		add("VCLT art. 10-12, 18", "signed", "%s signed on %s", participant, s.Signed)
	}
	if !s.Deposited.IsZero() {
		add("VCLT art. 11 and 16", "deposited", "%s deposited its instrument of %s on %s", participant, s.Instrument.Label(), s.Deposited)
	}
	switch {
	case s.Bound.IsZero():
	case !t.Entry.Met.IsZero() && !s.Deposited.After(t.Entry.Met):
		add(r.Source(), "bound.general", "its instrument was there when the conditions were met: in force for it on %s with the treaty", s.Bound)
	case s.Instrument == Succession:
		add("Vienna Convention on Succession in respect of Treaties art. 23", "bound.succession", "bound as a successor since %s", s.Bound)
	default:
		own, _ := r.Later.After(s.Deposited)
		add(r.Source(), "bound.later", "%s: %s gives %s", r.Later.say(), s.Deposited, own)
		if own.Before(s.Bound) {
			add(r.Source(), "bound.notBefore", "not before the treaty itself: %s", s.Bound)
		}
	}
	if !s.Left.IsZero() {
		add(r.Leave.source(), "left", "its notice of %s takes effect on %s", s.Notice, s.Left)
	}
	add(s.Source, "standing", "on %s: %s since %s", on, s.Status.Label(), s.Since)
	return steps
}
