package treaty

import (
	"slices"
	"sort"
	"strings"

	"chancery"
)

// Known is what the caller knows beside the acts of one treaty; any function
// may be nil. Asked for what is not known, a function says so and the result
// stays open.
type Known struct {
	// InForce gives the day on which the treaty that child waits for entered
	// into force; the zero Date where it has not. The name is as the clause
	// has it ("UNTOC", "Covenant").
	InForce func(name string, child Rule) (on chancery.Date, source string, known bool)
	// Member reports whether a participant belonged to a group on a day.
	Member func(group, participant string, on chancery.Date) (member, known bool)
	// Total gives the size of a body on a day: a fraction of it moves with it.
	Total func(body string, on chancery.Date) (total int, known bool)
	// Organisation reports whether a participant is an organisation.
	Organisation func(participant string) bool
	// Ended gives the day on which a State ceased to exist.
	Ended func(participant string) (on chancery.Date, ok bool)
}

// Entry is when a treaty entered into force, and why, or what is missing.
type Entry struct {
	ThresholdMet chancery.Date // day on which the number, with its lists and groups, was reached; zero where not or not known
	By           []string      // who deposited on that day, sorted
	First, Last  int           // their positions among the instruments that count, from 1
	Count        int           // instruments that count, in all
	Needed       int           // 0 where not known
	Met          chancery.Date // day on which the last condition of any kind was met
	InForce      chancery.Date // zero where not in force or not known
	Missing      []chancery.Message
	Steps        []Step
	Doubts       []chancery.Doubt
}

// Settled reports whether the date is known.
func (e Entry) Settled() bool { return !e.InForce.IsZero() }

// InForce applies a treaty's clause on entry into force to the deposits, in
// any order. Deposits of States that have since ended count like others.
// Where the clause or the papers do not settle the date it stays zero and
// Missing says why.
//
// Source: VCLT art. 24(1) and (2); the clause itself for each step.
func InForce(r Rule, deposits []Deposit, known Known) Entry {
	c := computation{rule: r, known: known}
	c.counted = c.count(deposits)
	c.out.Count = len(c.counted)
	met, ok := c.threshold()
	if ok {
		c.out.ThresholdMet = met
		c.positions(met)
	}
	for _, cond := range r.Conditions {
		if cond.Kind != Share && cond.Kind != NotUnderstood {
			continue
		}
		d, good := c.beside(cond)
		met, ok = later(met, d), ok && good
	}
	if ok {
		c.out.Met = met
		c.enter(met)
	}
	return c.out
}

// computation carries one run of InForce.
type computation struct {
	rule    Rule
	known   Known
	counted []Deposit // that count, by date
	out     Entry
}

func (c *computation) missing(key, format string, args ...any) {
	c.out.Missing = append(c.out.Missing, chancery.Say("treaty.missing."+key, format, args...))
}

func (c *computation) step(key, format string, args ...any) {
	c.out.Steps = append(c.out.Steps, step(c.rule.Source(), key, format, args...))
}

func (c *computation) has(k ConditionKind) bool {
	return slices.ContainsFunc(c.rule.Conditions, func(x Condition) bool { return x.Kind == k })
}

// minds reports whether the rule tells organisations from States.
func (c *computation) minds() bool { return c.has(NoOrganisations) || c.has(Organisations) }

func (c *computation) organisation(name string) bool {
	if c.known.Organisation != nil {
		return c.known.Organisation(name)
	}
	return IsOrganisation(name)
}

// count gives the instruments that count, one a participant, by date.
//
// Source: the clause's own words on which instruments count; UNFCCC art. 23(3)
// and its like for organisations.
func (c *computation) count(deposits []Deposit) []Deposit {
	sorted := slices.Clone(deposits)
	slices.SortStableFunc(sorted, func(a, b Deposit) int {
		if n := a.Date.Compare(b.Date); n != 0 {
			return n
		}
		return strings.Compare(a.By, b.By)
	})
	seen := make(map[string]bool, len(sorted))
	var out []Deposit
	var outside []string
	organisations := c.minds()
	for _, d := range sorted {
		if d.Date.IsZero() || !c.counts(d) {
			continue
		}
		key := d.By
		if organisations && c.organisation(d.By) {
			key = spell(d.By) // a community and the union that took its place are one
		}
		if seen[key] {
			c.out.Doubts = append(c.out.Doubts, doubt("", "deposit.twice", "%s deposited more than once; the first counts", d.By))
			continue
		}
		seen[key] = true
		if d.Says == Counted && c.rule.Kinds != nil && !c.rule.Kinds[d.Mark] && d.Mark != Succession {
			outside = append(outside, d.By)
		}
		out = append(out, d)
	}
	if n := len(outside); n > 0 {
		if n > 5 {
			outside = append(outside[:5:5], "and "+itoa(n-5)+" more")
		}
		c.out.Doubts = append(c.out.Doubts, doubt(c.rule.Source(), "deposit.kind",
			"the table counts instruments of a kind that the clause (%s) does not name: %s", c.rule.Clause, strings.Join(outside, ", ")))
	}
	return out
}

// counts reports whether one instrument counts. What the rule says of
// organisations and of accession goes before what a table says of one row.
func (c *computation) counts(d Deposit) bool {
	org := c.minds() && c.organisation(d.By)
	switch {
	case !d.Mark.Binds():
		return false
	case org && c.has(NoOrganisations), d.Mark == Accession && c.has(NoAccession):
		return false
	case org && c.has(Organisations), d.Mark == Succession && c.has(Successions):
		return true
	case d.Says == Counted:
		return c.inGroup(d)
	case d.Says == NotCounted:
		return false
	case d.Mark == Succession, c.rule.Kinds == nil:
		return c.inGroup(d) // a successor stands where its predecessor stood, or brings its own
	}
	return (c.rule.Kinds[d.Mark] || d.Mark == Definitive) && c.inGroup(d)
}

// inGroup applies "only members of ... count"; where the group is not known
// the table's own word is taken.
func (c *computation) inGroup(d Deposit) bool {
	for _, cond := range c.rule.Conditions {
		if cond.Kind == OnlyGroup {
			if member, known := c.member(cond.Of, d); known && !member {
				return false
			}
		}
	}
	return true
}

func (c *computation) member(of string, d Deposit) (member, known bool) {
	if c.known.Member != nil {
		if member, known = c.known.Member(of, d.By, d.Date); known {
			return member, true
		}
	}
	if test := group(of); test != nil {
		return test(d.By, d.Date), true
	}
	return false, false
}

// threshold gives the day on which the number was reached together with the
// lists, groups and fractions that belong to it.
func (c *computation) threshold() (chancery.Date, bool) {
	if len(c.counted) == 0 {
		c.missing("deposits", "there are no instruments of %s that count", c.rule.name())
		return chancery.Date{}, false
	}
	met, ok := chancery.Date{}, true
	need := func(d chancery.Date, good bool) { met, ok = later(met, d), ok && good }
	needed := c.rule.Threshold
	for _, cond := range c.rule.Conditions {
		switch cond.Kind {
		case Named:
			need(c.named(cond))
			if needed == 0 && !c.has(Fraction) {
				needed = len(namedList(cond.Of)) + cond.N
			}
		case Including:
			need(c.including(cond))
		case AllOf:
			n, good := c.all(cond, needed)
			needed, ok = n, ok && good
		case Fraction:
			if strings.HasPrefix(cond.Of, "other ") {
				need(c.others(cond))
				continue
			}
			d, n, good := c.fraction(cond)
			need(d, good)
			if n > 0 {
				needed = n
			}
		case OnlyGroup:
			ok = c.onlyGroup(cond) && ok
		}
	}
	c.out.Needed = needed
	if needed > 0 {
		need(c.nth(c.counted, needed, "count", "instrument"))
	} else if met.IsZero() && ok {
		c.missing("number", "the number of instruments needed is not given")
		return chancery.Date{}, false
	}
	return met, ok
}

func (r Rule) name() string {
	if r.Name != "" {
		return r.Name
	}
	return r.ID
}

// nth gives the day on which n of the deposits were there. Dates of month or
// year precision leave it open unless they make no difference.
func (c *computation) nth(deposits []Deposit, n int, key, what string) (chancery.Date, bool) {
	if len(deposits) < n {
		c.missing(key+".short", "%d of %d: %s number %d is not among the deposits", len(deposits), n, what, n)
		return chancery.Date{}, false
	}
	lows, highs := make([]chancery.Date, len(deposits)), make([]chancery.Date, len(deposits))
	for i, d := range deposits {
		lows[i], highs[i] = d.Date.Lowest(), d.Date.Highest()
	}
	slices.SortFunc(lows, chancery.Date.Compare)
	slices.SortFunc(highs, chancery.Date.Compare)
	if lows[n-1] != highs[n-1] {
		c.missing("imprecise", "%s number %d came between %s and %s: a date is not precise enough", what, n, lows[n-1], highs[n-1])
		return chancery.Date{}, false
	}
	c.step(key, "%s number %d was deposited on %s", what, n, lows[n-1])
	return lows[n-1], true
}

// named applies a list of States that must all be there.
//
// Source: CTBT art. XIV(1), NPT art. IX(3), UN Charter art. 110(3).
func (c *computation) named(cond Condition) (chancery.Date, bool) {
	list := namedList(cond.Of)
	if list == nil {
		if c.has(Named) && c.rule.Threshold > 0 && len(c.counted) < c.rule.Threshold {
			return chancery.Date{}, true // the count says that it is not met
		}
		c.missing("list", "the list of States is not known: %s", cond.Text)
		return chancery.Date{}, false
	}
	var met chancery.Date
	var absent []string
	for _, state := range list {
		i := slices.IndexFunc(c.counted, func(d Deposit) bool { return spell(d.By) == spell(state) })
		if i < 0 {
			absent = append(absent, state)
			continue
		}
		met = later(met, c.counted[i].Date)
	}
	if len(absent) > 0 {
		c.missing("list.absent", "%d of %d of the States named have not deposited: %s", len(absent), len(list), strings.Join(absent, ", "))
		return chancery.Date{}, false
	}
	c.step("named", "the last of the %d States named deposited on %s", len(list), met)
	return met, met.Precision() == chancery.DayPrecision
}

// others counts the instruments of States that are not on the list.
func (c *computation) others(cond Condition) (chancery.Date, bool) {
	var list []string
	for _, x := range c.rule.Conditions {
		if x.Kind == Named {
			list = append(list, namedList(x.Of)...)
		}
	}
	var rest []Deposit
	for _, d := range c.counted {
		if !slices.ContainsFunc(list, func(s string) bool { return spell(s) == spell(d.By) }) {
			rest = append(rest, d)
		}
	}
	n := cond.Needed(cond.Total)
	if n == 0 {
		c.missing("total", "how many there are is not given: %s", cond.Text)
		return chancery.Date{}, false
	}
	return c.nth(rest, n, "others", "instrument of another State")
}

// including applies a sub-threshold: at least n of a group among those counted.
//
// Source: Istanbul Convention art. 75(3), ILO C188 art. 48(2).
func (c *computation) including(cond Condition) (chancery.Date, bool) {
	var in []Deposit
	for _, d := range c.counted {
		member, known := c.member(cond.Of, d)
		if !known {
			c.missing("group", "which participants are %s is not known: %s", cond.Of, cond.Text)
			return chancery.Date{}, false
		}
		if member {
			in = append(in, d)
		}
	}
	return c.nth(in, cond.N, "including", "instrument of the "+cond.Of)
}

// all gives how many instruments "all signatories" are.
func (c *computation) all(cond Condition, threshold int) (int, bool) {
	n := cond.N
	if n == 0 {
		n = threshold
	}
	if n == 0 && c.known.Total != nil {
		n, _ = c.known.Total(cond.Of, c.counted[len(c.counted)-1].Date)
	}
	if n == 0 {
		c.missing("all", "how many they are is not given: %s", cond.Text)
		return 0, false
	}
	if threshold > 0 && threshold != n {
		c.out.Doubts = append(c.out.Doubts, doubt(c.rule.Source(), "threshold.differs", "the table asks %d instruments, the condition %d: %s", threshold, n, cond.Text))
	}
	return max(n, threshold), true
}

// fraction applies a fraction of a body, rounded up. Where the caller knows
// the size of the body on each day the denominator moves, and the condition is
// met on the first deposit that reaches it; otherwise the size or the number
// that the table gives is taken.
//
// Source: CEDAW art. 20(1) amendment (two thirds of the States parties), WTO
// Agreement art. X:3.
func (c *computation) fraction(cond Condition) (met chancery.Date, needed int, ok bool) {
	if c.known.Total != nil {
		for i, d := range c.counted {
			total, known := c.known.Total(cond.Of, d.Date)
			if !known {
				break
			}
			if n := cond.Needed(total); n > 0 && i+1 >= n {
				c.step("fraction", "%d of %d (%s) needed on %s, and there were %d", n, total, cond.Of, d.Date, i+1)
				return d.Date, n, d.Date.Precision() == chancery.DayPrecision
			}
		}
	}
	n := cond.Needed(cond.Total)
	switch {
	case n == 0 && c.rule.Threshold == 0:
		c.missing("total", "how many there are is not given: %s", cond.Text)
		return chancery.Date{}, 0, false
	case n == 0:
		c.step("fraction.given", "%s: the table gives the number, %d", cond.Text, c.rule.Threshold)
		return chancery.Date{}, c.rule.Threshold, true
	case c.rule.Threshold > 0 && n != c.rule.Threshold:
		c.out.Doubts = append(c.out.Doubts, doubt(c.rule.Source(), "threshold.differs", "the table asks %d instruments, the condition %d: %s", c.rule.Threshold, n, cond.Text))
	}
	c.step("fraction.total", "%s: %d of %d, rounded up", cond.Text, n, cond.Total)
	return chancery.Date{}, n, true
}

// onlyGroup asks that membership be known, or that the table said of each row
// whether it counts.
func (c *computation) onlyGroup(cond Condition) bool {
	for _, d := range c.counted {
		if _, known := c.member(cond.Of, d); !known && d.Says != Counted {
			c.missing("group", "which participants are %s is not known: %s", cond.Of, cond.Text)
			return false
		}
	}
	return true
}

// positions fills in who deposited on the threshold day and where they stand.
func (c *computation) positions(met chancery.Date) {
	for i, d := range c.counted {
		if d.Date != met {
			continue
		}
		if c.out.First == 0 {
			c.out.First = i + 1
		}
		c.out.Last = i + 1
		c.out.By = append(c.out.By, d.By)
	}
	sort.Strings(c.out.By)
	if len(c.out.By) > 1 {
		c.step("sameDay", "%d instruments were deposited on that day, numbers %d to %d; the date is the same", len(c.out.By), c.out.First, c.out.Last)
	}
}

// beside applies conditions that are not about the number of instruments.
//
// Source: Kyoto Protocol art. 25(1), Paris Agreement art. 21(1), Montreal
// Protocol art. 16(1), MLC 2006 art. VIII(3).
func (c *computation) beside(cond Condition) (chancery.Date, bool) {
	if cond.Kind == Share {
		var sum float64
		for _, d := range c.counted {
			sum += d.Share
			if sum*float64(cond.Den) >= 100*float64(cond.Num)-1e-6 {
				c.step("share", "with %s on %s the share was %.2f %%: %s", d.By, d.Date, sum, cond.Text)
				return d.Date, d.Date.Precision() == chancery.DayPrecision
			}
		}
		if sum > 0 && c.rule.Met.IsZero() {
			c.missing("share.short", "the shares given come to %.2f %%: %s", sum, cond.Text)
			return chancery.Date{}, false
		}
	}
	if !c.rule.Met.IsZero() {
		c.out.Steps = append(c.out.Steps, step(c.rule.MetSource, "met", "met by %s: %s", c.rule.Met, cond.Text))
		return c.metBy()
	}
	if cond.Kind == Share {
		c.missing("share", "the shares of the participants are not in the files: %s", cond.Text)
	} else {
		c.missing("condition", "this condition is not understood, so nothing is computed past it: %s", cond.Text)
	}
	return chancery.Date{}, false
}

// metBy takes the day a paper gives for the other conditions. "By the end of
// 1988" is no day of its own: it serves where a fixed date follows it, or where
// the count was reached no earlier.
func (c *computation) metBy() (chancery.Date, bool) {
	by := c.rule.Met.Highest()
	switch {
	case !strings.Contains(c.rule.MetSource, " by "):
		return by, true
	case c.rule.Delay.Kind == FixedOrDay && !by.After(c.rule.Delay.Fixed) && !c.out.ThresholdMet.IsZero() && !c.out.ThresholdMet.After(c.rule.Delay.Fixed):
		return c.out.ThresholdMet, true
	case !c.out.ThresholdMet.Before(by) && !c.out.ThresholdMet.IsZero():
		return c.out.ThresholdMet, true
	}
	c.missing("met.by", "the other conditions were met by %s, on a day not given", by)
	return chancery.Date{}, false
}

// enter gives the date from the day the last condition was met, and waits for
// what the clause waits for.
func (c *computation) enter(met chancery.Date) {
	if c.rule.Delay.Kind == FixedOrDay && c.rule.Delay.Fixed.IsZero() {
		c.missing("fixed", "the fixed date of the clause is not given")
		return
	}
	date, ok := c.rule.Delay.After(met)
	if !ok {
		c.missing("delay", "how long after %s is not known: the delay is not given", met)
		return
	}
	c.step("delay", "%s: %s gives %s", c.rule.Delay.say(), met, date)
	for _, cond := range c.rule.Conditions {
		var wait chancery.Date
		switch cond.Kind {
		case Parent:
			wait, ok = c.parent(cond)
		case NotBefore:
			wait, ok = c.notBefore(cond)
		}
		if !ok {
			return
		}
		if date.Before(wait) {
			c.step("wait", "%s: not before %s", cond.Text, wait)
			date = wait
		}
	}
	c.out.InForce = date
	c.out.Steps = append(c.out.Steps, step("VCLT art. 24(1)", "inForce", "in force on %s", date))
}

// parent gives the day on which the treaty waited for entered into force.
//
// Source: ICCPR-OP1 art. 9(1), CRPD-OP art. 13(1), Palermo Protocol art. 17(1).
func (c *computation) parent(cond Condition) (chancery.Date, bool) {
	if c.known.InForce == nil {
		c.missing("parent", "when %s entered into force is not known", cond.Of)
		return chancery.Date{}, false
	}
	on, source, known := c.known.InForce(cond.Of, c.rule)
	switch {
	case !known:
		c.missing("parent", "when %s entered into force is not known", cond.Of)
		return chancery.Date{}, false
	case on.IsZero():
		c.missing("parent.not", "%s is not in force", cond.Of)
		return chancery.Date{}, false
	}
	c.out.Steps = append(c.out.Steps, step(source, "parent", "%s entered into force on %s", cond.Of, on))
	return on, true
}

func (c *computation) notBefore(cond Condition) (chancery.Date, bool) {
	if !cond.Date.IsZero() {
		return cond.Date, true
	}
	from := c.rule.Opened
	if cond.Of == "adoption" {
		from = c.rule.Adopted
	}
	if from.Precision() != chancery.DayPrecision {
		c.missing("opened", "the day of %s is not given: %s", cond.Of, cond.Text)
		return chancery.Date{}, false
	}
	return from.AddMonths(cond.Months), true
}
