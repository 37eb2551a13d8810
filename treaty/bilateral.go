package treaty

import (
	"slices"

	"chancery"
)

// EntryKind says how a bilateral agreement enters into force.
type EntryKind string

// The ways of entry into force.
const (
	OnSignature        EntryKind = "signature"         // VCLT art. 12
	OnExchange         EntryKind = "exchange"          // of instruments or notes: VCLT art. 13, 16(a)
	OnLastNotification EntryKind = "last notification" // that domestic procedures are complete: VCLT art. 16(c), 24(1)
	OnStatedDay        EntryKind = "stated day"
)

// Notice is a notification of one side, received by the other.
type Notice struct {
	By string
	On chancery.Date
}

// Bilateral is an agreement or memorandum between two sides (or a few), with
// what its final clauses say. A memorandum is marked as not binding and has a
// life all the same.
type Bilateral struct {
	Parties       []string
	Binding       bool
	Entry         EntryKind
	Delay         Delay // after the signature, exchange or last notification; NoDelay is the same day
	Signed        chancery.Date
	Exchanged     chancery.Date
	StatedDay     chancery.Date
	Notifications []Notice // that domestic procedures are complete
	Months        int      // duration; 0 without limit of time
	Renewal       int      // months by which it goes on tacitly; 0 where it ends
	Renewals      int      // how often it may; 0 without limit
	NoticeMonths  int      // before the end of a period, to stop renewal
	Denunciation  int      // months of notice at any time; 0 where the clauses give none
	Terminations  []Notice // notices of ending or of not renewing
	EndedByBoth   chancery.Date
	ReplacedBy    string        // the agreement that took its place
	ReplacedOn    chancery.Date // VCLT art. 59
	Provisional   bool          // applied from signature until entry into force: VCLT art. 25
}

// BilateralState is what an agreement is on a day.
type BilateralState struct {
	InForce     bool
	Provisional bool
	Since       chancery.Date // entry into force
	Period      int           // from 1; 0 without limit of time or not in force
	Expires     chancery.Date // first day on which it is no longer in force if nothing more happens; zero where it goes on
	PeriodEnds  chancery.Date // first day after the current period
	LastNotice  chancery.Date // last day on which a notice that stops renewal can be received
	Ended       chancery.Date // first day on which it was no longer in force, where that was
	Waiting     []string      // who has yet to notify
	Binding     bool
	Steps       []Step
	Doubts      []chancery.Doubt
}

// On gives the state of the agreement on a day.
//
// Source: VCLT art. 12, 13, 16, 24 (entry), 25 (provisional), 54 and 56 (end),
// 59 (replacement); the agreement's own clauses for the rest.
func (b Bilateral) On(day chancery.Date) BilateralState {
	l := life{b: b, day: day.Highest(), out: BilateralState{Binding: b.Binding}}
	if !b.Binding {
		l.step("VCLT art. 2(1)(a)", "memorandum", "a memorandum: it is kept and followed, and does not bind under international law")
	}
	l.enter()
	if l.out.Since.IsZero() || l.out.Since.After(l.day) {
		l.out.Provisional = b.Provisional && !b.Signed.IsZero() && !b.Signed.After(l.day)
		return l.out
	}
	l.periods()
	l.end()
	l.out.InForce = l.out.Ended.IsZero()
	return l.out
}

// life carries one run of On.
type life struct {
	b   Bilateral
	day chancery.Date
	out BilateralState
}

func (l *life) step(source, key, format string, args ...any) {
	l.out.Steps = append(l.out.Steps, step(source, "bilateral."+key, format, args...))
}

func (l *life) doubt(source, key, format string, args ...any) {
	l.out.Doubts = append(l.out.Doubts, doubt(source, "bilateral."+key, format, args...))
}

// enter finds entry into force.
func (l *life) enter() {
	var from chancery.Date
	source := "VCLT art. 24(1)"
	switch l.b.Entry {
	case OnSignature:
		from, source = l.b.Signed, "VCLT art. 12"
	case OnExchange:
		from, source = l.b.Exchanged, "VCLT art. 13"
	case OnStatedDay:
		from = l.b.StatedDay
	case OnLastNotification:
		from = l.lastNotification()
	default:
		l.doubt(source, "entry", "how it enters into force is not known")
	}
	if from.IsZero() {
		return
	}
	if from.Precision() != chancery.DayPrecision {
		l.doubt(source, "imprecise", "the day of entry into force is not known beyond %s", from)
		return
	}
	if l.b.Delay.Kind == NoDelay {
		l.out.Since = from
	} else {
		l.out.Since, _ = l.b.Delay.After(from)
	}
	l.step(source, "entry", "%s on %s: in force on %s", l.b.Entry, from, l.out.Since)
}

// lastNotification gives the day of the last of the notifications, when every
// party has given one by the day asked about.
func (l *life) lastNotification() chancery.Date {
	var last chancery.Date
	for _, p := range l.b.Parties {
		i := slices.IndexFunc(l.b.Notifications, func(n Notice) bool { return n.By == p && !n.On.After(l.day) && !n.On.IsZero() })
		if i < 0 {
			l.out.Waiting = append(l.out.Waiting, p)
			continue
		}
		last = later(last, l.b.Notifications[i].On)
	}
	if len(l.out.Waiting) > 0 || len(l.b.Parties) == 0 {
		return chancery.Date{}
	}
	return last
}

// periods finds the period in which the day falls, and what stops it. A notice
// received in time ends the agreement with the period.
func (l *life) periods() {
	if l.b.Months <= 0 {
		l.step("", "unlimited", "without limit of time")
		return
	}
	start, months := l.out.Since, 0
	for n := 1; ; n++ {
		if n == 1 {
			months = l.b.Months
		} else {
			months += l.b.Renewal
		}
		end := start.AddMonths(months)
		l.out.Period, l.out.PeriodEnds = n, end
		l.out.LastNotice = chancery.Date{}
		renews := l.b.Renewal > 0 && (l.b.Renewals == 0 || n <= l.b.Renewals)
		if renews && l.b.NoticeMonths > 0 {
			l.out.LastNotice = end.AddMonths(-l.b.NoticeMonths)
		}
		if !renews || l.stopped(end) {
			l.out.Expires = end
			if !end.After(l.day) {
				l.out.Ended = end
			}
			l.step("the agreement's clause on duration", "ends", "period %d ends before %s and is not renewed", n, end)
			return
		}
		if end.After(l.day) || end.Year > 9000 {
			l.step("the agreement's clause on duration", "period", "period %d runs to %s, then renews tacitly; a notice must be there by %s", n, end, l.out.LastNotice)
			return
		}
	}
}

// stopped reports whether a notice against renewal was there in time.
func (l *life) stopped(end chancery.Date) bool {
	by := end.AddMonths(-l.b.NoticeMonths)
	for _, n := range l.b.Terminations {
		switch {
		case n.On.IsZero() || n.On.After(l.day):
		case !n.On.After(by):
			return true
		case n.On.Before(end):
			l.doubt("the agreement's clause on duration", "notice.late", "the notice of %s came after %s, the last day for the period that ends before %s", n.On, by, end)
		}
	}
	return false
}

// end applies notices at any time, agreement of both and replacement.
func (l *life) end() {
	ends := func(on chancery.Date, source, key, format string, args ...any) {
		if on.IsZero() || on.After(l.day) || !l.out.Ended.IsZero() && !on.Before(l.out.Ended) {
			return
		}
		l.out.Ended = on
		l.step(source, key, format, args...)
	}
	for _, n := range l.b.Terminations {
		if n.On.IsZero() || n.On.After(l.day) || l.b.Months > 0 && l.b.Denunciation == 0 {
			continue
		}
		source, months := "the agreement's clause on denunciation", l.b.Denunciation
		if months == 0 {
			source, months = "VCLT art. 56(2)", 12
			l.doubt(source, "admissible", "the agreement has no clause on ending it: the twelve months count only if the parties meant to admit it")
		}
		on := n.On.AddMonths(months)
		if on.After(l.day) {
			l.out.Expires = on
		}
		ends(on, source, "denounced", "the notice of %s ends it on %s", n.On, on)
	}
	ends(l.b.EndedByBoth, "VCLT art. 54(b)", "both", "ended by consent of both on %s", l.b.EndedByBoth)
	ends(l.b.ReplacedOn, "VCLT art. 59(1)", "replaced", "replaced by %s on %s", l.b.ReplacedBy, l.b.ReplacedOn)
}
