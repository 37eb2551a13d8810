package treaty

import (
	"strconv"
	"strings"

	"chancery"
)

// DelayKind says how a date is counted from the day on which the last
// condition was met. The names are those of the tables of treaty rules.
type DelayKind string

// The kinds of delay. The examples are real ones.
const (
	NoDelay         DelayKind = ""                         // the clause is not known: no date follows
	SameDay         DelayKind = "same"                     // on the day of the deposit: Refugee Protocol art. VIII
	NthDay          DelayKind = "day"                      // on the nth day after it: CEDAW art. 27(1)
	Weeks           DelayKind = "weeks"                    // n weeks after it
	Months          DelayKind = "months"                   // n months after it, same day of the month: ICESCR art. 27(1)
	Years           DelayKind = "years"                    // n years after it: Statelessness Convention 1961 art. 18(1)
	FirstAfterMonth DelayKind = "fdm_after_months"         // first day of the month following a period of n months: ICRMW art. 87(1)
	FirstOfNthMonth DelayKind = "fd_nth_month_after_month" // first day of the nth month after the month of the deposit: Ottawa art. 17(1)
	FirstAfterDay   DelayKind = "fdm_after_day"            // first day of the month after the nth day: Rome Statute art. 126(1)
	FixedOrDay      DelayKind = "fixed_or_day"             // a fixed date if the conditions are met by then, else the nth day: Montreal Protocol art. 16(1)
	FixedDate       DelayKind = "fixed"                    // on a fixed date and not before the conditions are met
	Special         DelayKind = "special"                  // a rule of its own, not computed
)

// Delay is the time between the day on which the last condition is met and
// entry into force. N is in the unit of the kind. Fixed is the date of
// FixedOrDay and FixedDate. Clear counts clear days: the day of the deposit and
// the day of entry into force are both left out of the n days, as the African
// Union counted for the AfCFTA Agreement (deposit 29 April, in force 30 May
// 2019); the practice of the United Nations leaves out only the first.
type Delay struct {
	Kind  DelayKind
	N     int
	Fixed chancery.Date
	Clear bool
}

// delayNames maps the spellings met in tables to kinds.
var delayNames = map[string]DelayKind{
	"": NoDelay, "same": SameDay, "same_day": SameDay, "immediate": SameDay, "immediately": SameDay,
	"day": NthDay, "days": NthDay, "nth_day": NthDay, "week": Weeks, "weeks": Weeks,
	"month": Months, "months": Months, "year": Years, "years": Years,
	"fdm_after_months": FirstAfterMonth, "fdm_after_month": FirstAfterMonth,
	"fd_nth_month_after_month": FirstOfNthMonth, "fdm_after_day": FirstAfterDay, "fdm_after_days": FirstAfterDay,
	"fixed_or_day": FixedOrDay, "fixed_or_days": FixedOrDay, "fixed": FixedDate, "fixed_date": FixedDate, "special": Special,
}

// ParseDelay reads a kind and number as tables write them ("day", "30").
// A kind that needs a number and has none, or an unknown kind, gives NoDelay
// and the reason: an unknown delay stays unknown.
func ParseDelay(kind, n string) (Delay, *chancery.Doubt) {
	kind, n = strings.ToLower(strings.TrimSpace(kind)), strings.TrimSpace(n)
	k, known := delayNames[kind]
	if !known {
		d := doubt("", "delay.kind", "%q is not a kind of delay known here", kind)
		return Delay{}, &d
	}
	if k == NoDelay || k == SameDay || k == FixedDate || k == Special {
		return Delay{Kind: k}, nil
	}
	v, err := strconv.Atoi(n)
	if err != nil || v < 0 || v > 100_000 {
		d := doubt("", "delay.number", "the delay %q needs a number and has %q", kind, n)
		return Delay{}, &d
	}
	return Delay{Kind: k, N: v}, nil
}

// After gives the day that follows from met by the delay, or false where the
// delay is not known or met is not a day.
//
// Source: VCLT art. 24(1), a treaty enters into force in such manner and upon
// such date as it may provide; the counting is that of the Summary of Practice
// of the Secretary-General, which leaves out the day of the deposit.
func (d Delay) After(met chancery.Date) (chancery.Date, bool) {
	if met.Precision() != chancery.DayPrecision || met.Year+d.N/12 > 9000 || d.N > 100_000 {
		return chancery.Date{}, false
	}
	clear := 0
	if d.Clear {
		clear = 1
	}
	switch d.Kind {
	case SameDay:
		return met, true
	case NthDay:
		return met.AddDays(d.N + clear), true
	case Weeks:
		return met.AddDays(7*d.N + clear), true
	case Months:
		return met.AddMonths(d.N), true
	case Years:
		return met.AddYears(d.N), true
	case FirstAfterMonth:
		return nextFirst(met.AddMonths(d.N)), true
	case FirstOfNthMonth:
		return first(met).AddMonths(d.N), d.N > 0
	case FirstAfterDay:
		return nextFirst(met.AddDays(d.N + clear)), true
	case FixedOrDay:
		if d.Fixed.Precision() != chancery.DayPrecision {
			return chancery.Date{}, false
		}
		if !met.After(d.Fixed) {
			return d.Fixed, true
		}
		return met.AddDays(d.N + clear), true
	case FixedDate:
		if d.Fixed.Precision() != chancery.DayPrecision {
			return chancery.Date{}, false
		}
		return later(met, d.Fixed), true
	}
	return chancery.Date{}, false
}

// first gives the first day of d's month.
func first(d chancery.Date) chancery.Date { return chancery.Date{Year: d.Year, Month: d.Month, Day: 1} }

// nextFirst gives the first day of the month after d's. A period that ends on
// a first still gives the next month: Protocol No. 11 to the ECHR, last
// deposit 1 October 1997, in force 1 November 1998.
func nextFirst(d chancery.Date) chancery.Date { return first(d).AddMonths(1) }

// String says the delay in English: "the 30th day after".
func (d Delay) String() string { return d.say().Text }

// say words the delay for a step, with a message key of its own.
func (d Delay) say() chancery.Message {
	s := func(key, format string, args ...any) chancery.Message {
		return chancery.Say("treaty.delay."+key, format, args...)
	}
	var clear chancery.Message
	if d.Clear {
		clear = s("clear", ", clear days")
	}
	switch d.Kind {
	case SameDay:
		return s("same", "the same day")
	case NthDay:
		return s("day", "day %d after%s", d.N, clear)
	case Weeks:
		return s("weeks", "%d weeks after%s", d.N, clear)
	case Months:
		return s("months", "%d months after", d.N)
	case Years:
		return s("years", "%d years after", d.N)
	case FirstAfterMonth:
		return s("fdmAfterMonths", "the first day of the month following a period of %d months", d.N)
	case FirstOfNthMonth:
		return s("fdNthMonth", "the first day of month %d after the month", d.N)
	case FirstAfterDay:
		return s("fdmAfterDay", "the first day of the month after day %d%s", d.N, clear)
	case FixedOrDay:
		return s("fixedOrDay", "%s if the conditions are met by then, else day %d after%s", d.Fixed, d.N, clear)
	case FixedDate:
		return s("fixed", "%s, or later when the conditions are met", d.Fixed)
	case Special:
		return s("special", "by a rule of its own")
	}
	return s("unknown", "a delay that is not known")
}
