package treaty

import (
	"regexp"
	"strings"

	"chancery"
)

// LeaveKind says how a treaty may be left.
type LeaveKind string

// The ways of leaving.
const (
	LeaveUnknown LeaveKind = ""        // the clause is not known
	LeaveNotice  LeaveKind = "notice"  // so long after receipt of the notice: CRC art. 52
	LeaveVCLT    LeaveKind = "VCLT 56" // no clause: twelve months, if leaving is admissible at all
	LeavePeriods LeaveKind = "periods" // at the end of a period: Genocide Convention art. XIV
	LeaveWindow  LeaveKind = "window"  // in the year after each period: ILO conventions
	LeaveJanuary LeaveKind = "1 July"  // received by 1 July, effective next 1 January: Single Convention art. 46
	LeaveVia     LeaveKind = "through" // through another treaty: amendments to the Montreal Protocol
)

// WithdrawalClause is how and when a State may leave a treaty.
type WithdrawalClause struct {
	Kind     LeaveKind
	Article  string
	Text     string // the words it was read from
	Notice   Delay  // from receipt to effect
	Wait     int    // years for which the State must have been bound
	First    int    // of periods and windows: years of the first period
	Every    int    // years of each next
	Before   int    // of periods: months before the end by which the notice must be there
	Conflict bool   // no effect while the State is in armed conflict
}

var (
	reLeaveArt   = regexp.MustCompile(`(?i)^(arts?\.? [^:]+|[IVX]+:\d+[^:]*): `)
	reLeaveNone  = regexp.MustCompile(`(?i)^no (denunciation |withdrawal )?clause|VCLT art\.? 56`)
	reLeaveVia   = regexp.MustCompile(`(?i)^through `)
	reLeaveJuly  = regexp.MustCompile(`(?i)1 July`)
	reLeaveWin   = regexp.MustCompile(`(?i)window of (?:1|one) year after each ` + numberWord + `[- ]year`)
	reLeaveFirst = regexp.MustCompile(`(?i)first ` + numberWord + ` years, then ` + numberWord + `[- ]year periods`)
	reLeaveEvery = regexp.MustCompile(`(?i)\b` + numberWord + `[- ]year periods`)
	reLeaveBef   = regexp.MustCompile(`(?i)(?:at least )?` + numberWord + ` months?(?: notice| before)`)
	reLeaveWait  = regexp.MustCompile(`(?i)(?:after|not before|not earlier than) ` + numberWord + ` years|` + numberWord + ` years after assuming`)
	reLeaveMonth = regexp.MustCompile(`(?i)first day of the month (?:after|following)(?: a period of| the expiration of)? ` + numberWord + ` months`)
	reLeaveNth   = regexp.MustCompile(`(?i)\b(\d+)(?:st|nd|rd|th) day\b`)
	reLeaveSpan  = regexp.MustCompile(`(?i)\b` + numberWord + ` (day|month|year)s?\b`)
	reConflict   = regexp.MustCompile(`(?i)conflict`)
)

// ParseWithdrawal reads the words of a table of rules: "art. 21: 1 year after
// receipt", "no denunciation clause; VCLT art. 56 applies". What is not
// understood gives LeaveUnknown.
func ParseWithdrawal(s string) WithdrawalClause {
	c := WithdrawalClause{Text: strings.TrimSpace(s), Conflict: reConflict.MatchString(s)}
	body := c.Text
	if m := reLeaveArt.FindStringSubmatch(body); m != nil {
		c.Article = m[1]
		body = body[len(m[0]):]
	}
	switch {
	case reLeaveNone.MatchString(body):
		c.Kind = LeaveVCLT
	case reLeaveVia.MatchString(body):
		c.Kind = LeaveVia
	case reLeaveJuly.MatchString(body):
		c.Kind = LeaveJanuary
	case reLeaveWin.MatchString(body):
		n := number(reLeaveWin.FindStringSubmatch(body)[1])
		c.Kind, c.First, c.Every, c.Notice = LeaveWindow, n, n, Delay{Kind: Years, N: 1}
	case reLeaveEvery.MatchString(body):
		c.readPeriods(body)
	default:
		c.readNotice(body)
	}
	return c
}

func (c *WithdrawalClause) readPeriods(s string) {
	n := number(reLeaveEvery.FindStringSubmatch(s)[1])
	c.Kind, c.First, c.Every = LeavePeriods, n, n
	if m := reLeaveFirst.FindStringSubmatch(s); m != nil {
		c.First, c.Every = number(m[1]), number(m[2])
	}
	if m := reLeaveBef.FindStringSubmatch(s); m != nil {
		c.Before = number(m[1])
	}
}

// readNotice reads the years a State must wait and the time of notice.
func (c *WithdrawalClause) readNotice(s string) {
	if m := reLeaveWait.FindStringSubmatch(s); m != nil {
		c.Wait = number(m[1] + m[2])
		s = strings.Replace(s, m[0], "", 1)
	}
	switch {
	case reLeaveMonth.MatchString(s):
		c.Notice = Delay{Kind: FirstAfterMonth, N: number(reLeaveMonth.FindStringSubmatch(s)[1])}
	case reLeaveNth.MatchString(s):
		c.Notice = Delay{Kind: NthDay, N: number(reLeaveNth.FindStringSubmatch(s)[1])}
	case reLeaveSpan.MatchString(s):
		m := reLeaveSpan.FindStringSubmatch(s)
		c.Notice = Delay{Kind: delayNames[strings.ToLower(m[2])], N: number(m[1])}
	}
	if c.Notice.Kind != NoDelay {
		c.Kind = LeaveNotice
	}
}

// WithdrawalDate gives the day on which a notice received on a day takes
// effect for a State bound since a day by a treaty in force since general. The
// zero Date with a doubt means that the notice has no effect then, or that the
// clause is not known.
//
// Source: the treaty's own clause (VCLT art. 54(a)); where it has none, VCLT
// art. 56(2), twelve months, and only if art. 56(1) admits leaving at all.
func (c WithdrawalClause) WithdrawalDate(notice, bound, general chancery.Date) (chancery.Date, []Step, []chancery.Doubt) {
	if notice.Precision() != chancery.DayPrecision {
		return chancery.Date{}, nil, []chancery.Doubt{doubt(c.source(), "leave.notice", "the day on which the notice was received is not known")}
	}
	l := leaving{clause: c, notice: notice, bound: bound, general: general}
	date := l.date()
	if !date.IsZero() {
		l.steps = append(l.steps, step(c.source(), "leave", "the notice of %s takes effect on %s", notice, date))
		if c.Conflict {
			l.doubt("leave.conflict", "it has no effect while the State is in armed conflict")
		}
	}
	return date, l.steps, l.doubts
}

func (c WithdrawalClause) source() string {
	if c.Kind == LeaveVCLT {
		return "VCLT art. 56"
	}
	if c.Article != "" {
		return c.Article
	}
	return "withdrawal clause"
}

// leaving carries one run of WithdrawalDate.
type leaving struct {
	clause                 WithdrawalClause
	notice, bound, general chancery.Date
	steps                  []Step
	doubts                 []chancery.Doubt
}

func (l *leaving) doubt(key, format string, args ...any) {
	l.doubts = append(l.doubts, doubt(l.clause.source(), key, format, args...))
}

func (l *leaving) date() chancery.Date {
	c := l.clause
	if c.Wait > 0 && l.bound.Precision() == chancery.DayPrecision && l.notice.Before(l.bound.AddYears(c.Wait)) {
		l.doubt("leave.early", "a notice before %s, %d years after entry into force for the State, has no effect", l.bound.AddYears(c.Wait), c.Wait)
		return chancery.Date{}
	}
	switch c.Kind {
	case LeaveNotice:
		d, _ := c.Notice.After(l.notice)
		return d
	case LeaveVCLT:
		l.doubt("leave.admissible", "the treaty has no clause on leaving: the twelve months count only if the parties meant to admit it (VCLT art. 56(1))")
		return l.notice.AddMonths(12)
	case LeaveJanuary:
		years := 1
		if l.notice.After(chancery.NewDate(l.notice.Year, 7, 1)) {
			years = 2
		}
		return chancery.NewDate(l.notice.Year+years, 1, 1)
	case LeavePeriods, LeaveWindow:
		return l.periods()
	}
	l.doubt("leave.unknown", "how this treaty may be left is not known: %q", c.Text)
	return chancery.Date{}
}

// periods finds the period in which the notice falls.
//
// Source: Genocide Convention art. XIV, the end of the current period, six
// months before; ILO conventions, the year after each ten years.
func (l *leaving) periods() chancery.Date {
	c := l.clause
	if l.general.Precision() != chancery.DayPrecision || c.Every <= 0 {
		l.doubt("leave.periods", "the periods count from entry into force of the treaty, which is not known")
		return chancery.Date{}
	}
	end := l.general.AddYears(c.First)
	if c.Kind == LeavePeriods {
		for end.AddMonths(-c.Before).Before(l.notice) && end.Year < 9000 {
			end = end.AddYears(c.Every)
		}
		return end
	}
	for end.AddYears(1).Compare(l.notice) <= 0 && end.Year < 9000 {
		end = end.AddYears(c.Every)
	}
	if l.notice.Before(end) {
		l.doubt("leave.window", "the next year in which notice may be given begins on %s", end)
		return chancery.Date{}
	}
	d, _ := c.Notice.After(l.notice)
	return d
}
