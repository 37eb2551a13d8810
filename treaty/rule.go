package treaty

import (
	"regexp"
	"strconv"
	"strings"

	"chancery"
)

// Rule is a treaty's clause on entry into force, with what later parties and
// withdrawal follow.
type Rule struct {
	ID         string
	Name       string // short
	Title      string
	Article    string // of the clause on entry into force, as cited: "27"
	Threshold  int    // instruments needed; 0 where the clause gives no number
	Clause     string // which instruments count, in words
	Kinds      map[Mark]bool
	Conditions []Condition
	Adopted    chancery.Date
	Opened     chancery.Date // for signature
	Delay      Delay
	Later      Delay // for who consents after the threshold was met; NoDelay where not known
	Leave      WithdrawalClause
	Reserving  Reserving     // "" where the treaty is silent, or its clause is not known
	Reservable []string      // provisions to which reservations may be made, where only to some: "art. 5"
	Met        chancery.Date // day by which a paper says every condition beside the count was met; zero where none does
	MetSource  string        // that paper
}

// Reserving says which reservations a treaty allows.
//
// Source: VCLT art. 19(a)-(b).
type Reserving string

// What a clause on reservations can say; whatever it allows is subject to the
// treaty's object and purpose (art. 19(c)).
const (
	Permits   Reserving = "permitted"
	Specifies Reserving = "specified" // only those named
	Prohibits Reserving = "prohibited"
)

// Source cites the clause on entry into force: "CEDAW art. 27".
func (r Rule) Source() string {
	name := r.Name
	if name == "" {
		name = r.ID
	}
	if r.Article == "" {
		return name
	}
	if strings.ContainsAny(r.Article[:1], "0123456789IVXLC") {
		return name + " art. " + r.Article
	}
	return name + ", " + r.Article
}

var (
	reMetBy = regexp.MustCompile(`(?i)\b(?:all |both |the )*conditions? (?:was |were )?(?:met|fulfilled) (?:by|on) (.+)$`)
	reEndOf = regexp.MustCompile(`(?i)^(?:the )?end of (\d{4})`)
	reClear = regexp.MustCompile(`(?i)\b(clear|full) days\b`)
)

// ParseRule reads a row of a table of treaty rules; get gives the text of a
// column, or "". The columns are those of the table of rules: id, short_name,
// title, adopted, opened_for_signature, eif_article, threshold,
// counted_instruments, extra_condition, delay_kind, delay_n,
// later_party_kind, later_party_n, withdrawal_rule and note; also, where a
// table has them, fixed_date, conditions_met_on and counting ("clear"). The
// columns of results are never asked for.
func ParseRule(get func(column string) string) (Rule, []chancery.Doubt) {
	var doubts []chancery.Doubt
	add := func(d *chancery.Doubt) {
		if d != nil {
			doubts = append(doubts, *d)
		}
	}
	r := Rule{ID: get("id"), Name: get("short_name"), Title: get("title"), Article: get("eif_article"), Clause: get("counted_instruments")}
	r.Kinds = clauseMarks(r.Clause)
	r.Adopted, _ = parseDay(get("adopted"))
	r.Opened, _ = parseDay(get("opened_for_signature"))
	add(r.readThreshold(get("threshold")))
	r.Conditions = append(clauseConditions(r.Clause), ParseConditions(get("extra_condition"))...)
	var d *chancery.Doubt
	r.Delay, d = ParseDelay(get("delay_kind"), get("delay_n"))
	add(d)
	r.Later, d = ParseDelay(get("later_party_kind"), get("later_party_n"))
	add(d)
	r.Delay.Clear = reClear.MatchString(get("extra_condition")) || strings.Contains(strings.ToLower(get("counting")), "clear")
	r.readFixed(get("fixed_date"))
	r.readMet(get("conditions_met_on"), get("note"))
	r.Leave = ParseWithdrawal(get("withdrawal_rule"))
	return r, doubts
}

func (r *Rule) readThreshold(s string) *chancery.Doubt {
	s = strings.TrimSpace(s)
	if s == "" {
		return nil
	}
	n, err := strconv.Atoi(s)
	if err == nil && n > 0 && n <= 10_000 {
		r.Threshold = n
		return nil
	}
	d := doubt(r.Source(), "threshold.unread", "%q is not a number of instruments", s)
	return &d
}

// clauseConditions finds the conditions that the words on counted instruments
// carry themselves: "ratification by EVERY State listed in Annex 2".
func clauseConditions(clause string) []Condition {
	var out []Condition
	for _, c := range ParseConditions(clause) {
		switch c.Kind {
		case NoOrganisations, Named, AllOf:
			out = append(out, c)
		}
	}
	return out
}

// readFixed puts the fixed date of the conditions, or of a column of its own,
// into the delay.
func (r *Rule) readFixed(column string) {
	for _, c := range r.Conditions {
		if c.Kind == FixedDay && !c.Date.IsZero() {
			r.Delay.Fixed = c.Date
		}
	}
	if d, ok := parseDay(column); ok {
		r.Delay.Fixed = d
	}
}

// readMet takes the day by which a paper says the other conditions were met:
// a column of its own, or a note that says so in plain words.
func (r *Rule) readMet(column, note string) {
	if d, ok := parseDay(column); ok {
		r.Met, r.MetSource = d, "table, conditions_met_on"
		return
	}
	m := reMetBy.FindStringSubmatch(note)
	if m == nil {
		return
	}
	if e := reEndOf.FindStringSubmatch(m[1]); e != nil {
		r.Met, r.MetSource = chancery.NewDate(number(e[1]), 12, 31), "note in the table: "+m[0]
	} else if d, ok := findDate(m[1]); ok {
		r.Met, r.MetSource = d, "note in the table: "+m[0]
	}
}
