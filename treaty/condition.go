package treaty

import (
	"regexp"
	"strconv"
	"strings"

	"chancery"
)

// ConditionKind says what sort of condition stands beside the count.
type ConditionKind string

// The kinds of condition.
const (
	Parent          ConditionKind = "parent"           // another treaty is in force: ICCPR-OP1 art. 9(1)
	NotBefore       ConditionKind = "not before"       // a day, or a time after opening for signature: CWC art. XXI(1)
	FixedDay        ConditionKind = "fixed"            // the date of a FixedOrDay delay
	Share           ConditionKind = "share"            // so much of a quantity: Kyoto Protocol art. 25(1)
	Fraction        ConditionKind = "fraction"         // so much of a body's members, rounded up: CRC art. 50(2)
	Including       ConditionKind = "including"        // at least n of a group among those counted: Istanbul Convention art. 75(3)
	Named           ConditionKind = "named"            // every State of a list: CTBT art. XIV(1)
	AllOf           ConditionKind = "all"              // all signatories or parties: Antarctic Treaty art. XIII(5)
	OnlyGroup       ConditionKind = "only"             // only instruments of a group count: WHO Constitution art. 80
	NoOrganisations ConditionKind = "no organisations" // instruments of organisations are left out: UNFCCC art. 23(3)
	Organisations   ConditionKind = "organisations"    // they are counted: LRTAP art. 16
	Successions     ConditionKind = "successions"      // notifications of succession are counted
	NoAccession     ConditionKind = "no accession"     // accession is open only later: ATT art. 21(3)
	Explains        ConditionKind = "explains"         // words that set no condition
	NotUnderstood   ConditionKind = "not understood"   // words that may set one: nothing is computed past them
)

// Condition is one condition of a final clause beside the number of
// instruments. Which fields are set follows from the kind.
type Condition struct {
	Kind   ConditionKind
	Text   string        // the words it was read from
	Of     string        // the treaty waited for, the group, the list, the quantity
	N      int           // of Including: how many; of Named: how many others beside the list (0 none); of AllOf: how many there are
	Num    int           // of Fraction: Num/Den; of Share: at least Num/Den
	Den    int           //
	Total  int           // of Fraction: the size of the body, 0 where not said
	More   bool          // of Fraction: more than Num/Den (a majority), not at least
	Date   chancery.Date // of NotBefore and FixedDay
	Months int           // of NotBefore: so many months after what Of says, "opening" or "adoption"
}

var numbers = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}

// number reads "eight" or "8"; 0 where it is neither.
func number(s string) int {
	s = strings.ToLower(strings.TrimSpace(s))
	if n, ok := numbers[s]; ok {
		return n
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 1_000_000 {
		return 0
	}
	return n
}

// Patterns of conditions. numberWord stands for a number in figures or words.
const numberWord = `(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)`

var (
	reFixed      = regexp.MustCompile(`(?i)\bfixed date\b`)
	reSubject    = regexp.MustCompile(`(?i)^(?:subject to|once|provided that|conditional on|only if|not until|after) (?:the )?(.+?) (?:being|is|are|having entered|has entered|to be|itself being)\s*(?:in(?:to)? force)`)
	reNotBeforeT = regexp.MustCompile(`(?i)^not (?:before|earlier than|prior to) (?:the )?(?:entry into force of (?:the )?)?(.+?)(?: itself)?(?: (?:is|has entered|being) in(?:to)? force)?$`)
	reNotBeforeN = regexp.MustCompile(`(?i)not (?:before|earlier than|sooner than|prior to) ` + numberWord + ` (day|week|month|year)s?(?: (?:after|from) (?:the )?(?:date of )?(?:its |the )?(opening|adoption|signature))?`)
	reOf         = regexp.MustCompile(`(?i)\((\d+) (?:of|out of) (\d+)[^)]*\)?`)
	reFraction   = regexp.MustCompile(`(?i)\b(two[- ]thirds|three[- ](?:quarters|fourths)|three[- ]fifths|four[- ]fifths|one[- ]half|half|simple majority|absolute majority|majority|\d+ ?/ ?\d+|\d+(?:\.\d+)? ?(?:%|per ?cent))\s*(?:of )?(?:the )?(.*)$`)
	rePeople     = regexp.MustCompile(`(?i)\b(part(y|ies)|members?|states?|signator(y|ies)|governments?|contracting|membership)\b`)
	reQuantity   = regexp.MustCompile(`(?i)(emission|tonnage|consumption|production|CO2|carbon|population|trade|capital|shares?\b|contribution|quota|vot(es|ing)|volume|fleet|capacity|turnover|GDP|subscription)`)
	reIncluding  = regexp.MustCompile(`(?i)(?:of which|including|incl\.?|with|among (?:them|which)|whereof) (?:at least |not less than |a minimum of )?` + numberWord + `(?: (?:are|must be))? (.+)$`)
	reAll        = regexp.MustCompile(`(?i)\b(?:by )?(?:all|every|each)(?: of)?(?: the)?(?: ` + numberWord + `)?\s+(.*?(?:signator|part(?:y|ies)|members|states|governments).*)$`)
	reNoOrg      = regexp.MustCompile(`(?i)(reio|organi[sz]ation|\bEEC\b|\bEU\b|\bEC\b|european (?:union|community|economic)).*\b(not (?:be )?counted|(?:do|does|shall|did) not count|not (?:be )?added|are excluded|not counting)`)
	reByStates   = regexp.MustCompile(`(?i)\bby states\b|\bstates only\b|\bonly (?:instruments of |the instruments of )?states\b|exclud(?:es|ing|ed)?\b.*(?:reio|organi[sz]ation)|(?:reio|organi[sz]ations?)\b.*\b(?:exclud|left out)`)
	reAlsoCounts = regexp.MustCompile(`(?i)(signature|accession|acceptance|approval|adherence|notification|declaration)s?\b.*\b(also )?(count|counts|counted)$`)
	reNotDay     = regexp.MustCompile(`(?i)\bnot (?:before|earlier than|prior to)\b`)
	reOrg        = regexp.MustCompile(`(?i)(reio|organi[sz]ation|\bEEC\b|\bEU\b|\bEC\b|european (?:union|community|economic)).*\b(was|were|is|are|be)? ?(also )?count(ed|s)?\b`)
	reSucc       = regexp.MustCompile(`(?i)succession.*\bcount(ed|s)?\b`)
	reNotCounted = regexp.MustCompile(`(?i)\bnot (?:be )?count(ed)?\b`)
	reAccession  = regexp.MustCompile(`(?i)accessions? (?:is |are |was )?(?:only )?(?:open |possible |allowed )?(?:only )?(?:after|from|once|upon) (?:the )?entry into force`)
	reOnly       = regexp.MustCompile(`(?i)^only (.+?) (?:count|are counted|may)`)
	reList       = regexp.MustCompile(`(?i)(annex 2|annex ii|named[- ]list|depositar(?:y|ies)|original parties|permanent members|P5)`)
	reOthers     = regexp.MustCompile(`(?i)\band ` + numberWord + ` others?\b`)
	reExplains   = regexp.MustCompile(`(?i)^((?:the )?later (?:of the two )?(?:dates?|conditions?|day)(?: counts?)?|(?:date )?counts from the later.*|(?:the )?(?:date|day) (?:on which )?the depositary receives.*|else .*|whichever is (?:the )?later|opens? (?:for signature )?only after.*|open(?:ed)? for (?:signature|accession) .*|memory|no further condition|none|n/?a|-+)$`)
	reAside      = regexp.MustCompile(`(?i)\s*\((?:memory|art(?:icle)?s?\.? [^)]*|web|computed)\)`)
)

// ParseConditions reads the text of a condition column: conditions are
// separated by semicolons or start with "AND". Words that are not understood
// give a condition of kind NotUnderstood, which keeps the date blank.
func ParseConditions(text string) []Condition {
	var out []Condition
	for _, part := range splitConditions(text) {
		out = append(out, parseCondition(part)...)
	}
	return out
}

var reAnd = regexp.MustCompile(`(?:^|[;.]\s*|,\s*)AND\b\s*`)

func splitConditions(text string) []string {
	text = reAside.ReplaceAllString(text, "")
	text = reAnd.ReplaceAllString(text, ";")
	var out []string
	for part := range strings.SplitSeq(text, ";") {
		if part = strings.Trim(strings.TrimSpace(part), "."); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// parseCondition reads one condition. The order matters: who counts comes
// before how many, and lists before fractions.
func parseCondition(s string) []Condition {
	c := Condition{Text: s}
	as := func(k ConditionKind) []Condition { c.Kind = k; return []Condition{c} }
	switch {
	case reExplains.MatchString(s):
		return as(Explains)
	case reFixed.MatchString(s):
		c.Date, _ = findDate(s)
		return as(FixedDay)
	case reAccession.MatchString(s):
		return as(NoAccession)
	case reSucc.MatchString(s) && !reNotCounted.MatchString(s):
		return as(Successions)
	case reNoOrg.MatchString(s), reByStates.MatchString(s):
		return as(NoOrganisations)
	case reOrg.MatchString(s):
		return as(Organisations)
	case reAlsoCounts.MatchString(s) && !reNotCounted.MatchString(s):
		return as(Explains) // the table says of each row whether it counts
	}
	if m := reNotBeforeN.FindStringSubmatch(s); m != nil {
		return notBeforeTime(c, m)
	}
	if d, ok := findDate(s); ok && reNotDay.MatchString(s) {
		c.Date = d
		return as(NotBefore)
	}
	if m := reSubject.FindStringSubmatch(s); m != nil {
		c.Of = m[1]
		return as(Parent)
	}
	if m := reNotBeforeT.FindStringSubmatch(s); m != nil {
		c.Of = m[1]
		return as(Parent)
	}
	if m := reOnly.FindStringSubmatch(s); m != nil {
		c.Of = m[1]
		return as(OnlyGroup)
	}
	if named := parseNamed(c); named != nil {
		return named
	}
	if m := reFraction.FindStringSubmatch(s); m != nil {
		return parseFraction(c, m)
	}
	if m := reIncluding.FindStringSubmatch(s); m != nil {
		c.N, c.Of = number(m[1]), m[2]
		return as(Including)
	}
	if m := reAll.FindStringSubmatch(s); m != nil {
		c.N, c.Of = number(m[1]), m[2]
		return as(AllOf)
	}
	return as(NotUnderstood)
}

// notBeforeTime reads "not earlier than 2 years after opening for signature".
// Only times in months and years, counted from opening for signature or from
// adoption, are read.
func notBeforeTime(c Condition, m []string) []Condition {
	n := number(m[1])
	unit := map[string]int{"month": 1, "year": 12}[strings.ToLower(m[2])]
	if unit == 0 || n == 0 || !strings.EqualFold(m[3], "opening") && !strings.EqualFold(m[3], "adoption") {
		c.Kind = NotUnderstood
		return []Condition{c}
	}
	c.Kind, c.Months, c.Of = NotBefore, n*unit, strings.ToLower(m[3])
	return []Condition{c}
}

// parseNamed reads conditions that speak of a list of States, by the list's
// name or by naming them one by one, with what else the words ask.
func parseNamed(c Condition) []Condition {
	list := reList.FindString(c.Text)
	states := namedInOrder(c.Text)
	if list == "" && len(states) < 2 {
		return nil
	}
	named := c
	named.Kind, named.Of = Named, strings.ToLower(list)
	if list == "" {
		named.Of = strings.Join(states, "; ")
	}
	if m := reOthers.FindStringSubmatch(c.Text); m != nil {
		named.N = number(m[1])
	}
	if m := reFraction.FindStringSubmatch(c.Text); m != nil {
		if rest := parseFraction(c, m); rest[0].Kind == Fraction {
			rest[0].Of = "other " + strings.TrimPrefix(rest[0].Of, "other ")
			return append([]Condition{named}, rest...)
		}
	}
	return []Condition{named}
}

// parseFraction tells a fraction of a body ("two thirds of the States
// parties") from a share of a quantity ("55 % of emissions").
func parseFraction(c Condition, m []string) []Condition {
	c.Num, c.Den, c.More = ratio(m[1])
	c.Of = strings.TrimSpace(reOf.ReplaceAllString(m[2], ""))
	if i := strings.IndexAny(c.Of, "(,"); i >= 0 {
		c.Of = strings.TrimSpace(c.Of[:i])
	}
	switch {
	case c.Den == 0:
		c.Kind = NotUnderstood
	case reQuantity.MatchString(m[2]):
		c.Kind = Share
	case rePeople.MatchString(m[2]) && !strings.Contains(strings.ToLower(c.Text), "decision by"):
		c.Kind = Fraction
		if of := reOf.FindStringSubmatch(c.Text); of != nil {
			c.Total = number(of[2])
		}
	default:
		c.Kind = NotUnderstood
	}
	return []Condition{c}
}

var ratios = map[string][2]int{"two thirds": {2, 3}, "three quarters": {3, 4}, "three fourths": {3, 4}, "three fifths": {3, 5}, "four fifths": {4, 5}, "one half": {1, 2}, "half": {1, 2}}

// ratio reads a fraction in words, as a/b or in percent; a majority is more
// than one half.
func ratio(s string) (num, den int, more bool) {
	s = strings.ToLower(strings.ReplaceAll(s, "-", " "))
	if strings.HasSuffix(s, "majority") {
		return 1, 2, true
	}
	if r, ok := ratios[s]; ok {
		return r[0], r[1], false
	}
	if a, b, ok := strings.Cut(s, "/"); ok {
		return number(a), number(b), false
	}
	v, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimRight(s, "% percnt")), 64)
	if err != nil || v <= 0 || v > 100 {
		return 0, 0, false
	}
	return int(v*100 + 0.5), 10_000, false
}

// Needed gives how many of total a Fraction asks, rounded up: two thirds of
// 191 is 128. It gives 0 where total is not positive.
//
// Source: CRC art. 50(2) as applied, 128 of 191 on 18 November 2002.
func (c Condition) Needed(total int) int {
	if total <= 0 || c.Den <= 0 {
		return 0
	}
	if c.More {
		return c.Num*total/c.Den + 1
	}
	return (c.Num*total + c.Den - 1) / c.Den
}
