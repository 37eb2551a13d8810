package election

import (
	"regexp"
	"strconv"
	"strings"

	"chancery"
)

// Base says what a majority is a fraction of.
type Base string

// The bases.
const (
	OfValid   Base = "valid"   // valid ballots of those present and voting: blank and invalid papers are left out
	OfMembers Base = "members" // all members, whoever is present
	NoBase    Base = ""        // not known
)

// Majority is what a candidate needs. More asks for more than Num/Den of the
// base, else at least Num/Den, rounded up. Plurality asks for no number: the
// largest number of votes is enough.
type Majority struct {
	Num, Den  int
	More      bool
	Base      Base
	Plurality bool
	Given     int // number that the words themselves give, "(97)"; 0 where they give none
}

// The majorities of the rules.
var (
	// Source: CEDAW art. 17(4), GA rule 94.
	Absolute = Majority{Num: 1, Den: 2, More: true, Base: OfValid}
	// Source: GA rule 83.
	TwoThirds = Majority{Num: 2, Den: 3, Base: OfValid}
	// Source: GA res. 60/251 para. 7; ICJ Statute art. 10(1).
	AbsoluteOfMembers = Majority{Num: 1, Den: 2, More: true, Base: OfMembers}
)

// Of gives the number of votes needed when the base is n: more than half of
// 188 is 95, two thirds of 184 is 123. It gives 0 where the majority or n is
// not known.
//
// Source: CERD 2013, 174 voting gives 88; GA/10517 and others for two thirds.
func (m Majority) Of(n int) int {
	switch {
	case m.Plurality:
		return 1
	case m.Den <= 0 || n <= 0:
		return 0
	case m.More:
		return m.Num*n/m.Den + 1
	}
	return (m.Num*n + m.Den - 1) / m.Den
}

var (
	rePlurality = regexp.MustCompile(`(?i)\b(plurality|relative majority|largest number|most votes|greatest number)\b`)
	reVoting    = regexp.MustCompile(`(?i)\b(voting|voters|valid|votes? cast|ballots?)\b`)
	reMembers   = regexp.MustCompile(`(?i)\b(members?|membership|electorate|eligible|states part(?:y|ies)|parties|judges|all states|entitled)\b`)
	reGiven     = regexp.MustCompile(`\((\d{1,4})\)`)
	reRatio     = regexp.MustCompile(`(?i)(\d+)\s*/\s*(\d+)`)
	reMajority  = regexp.MustCompile(`(?i)\b(majority|half)\b`)
)

var ratioWords = []struct {
	words    string
	num, den int
}{{"two third", 2, 3}, {"three quarter", 3, 4}, {"three fourth", 3, 4}, {"three fifth", 3, 5}, {"four fifth", 4, 5}}

// ParseMajority reads the words of a table or rule: "absolute majority present
// and voting", "two thirds present and voting", "majority of all GA members",
// "absolute majority of members (97)".
func ParseMajority(s string) (Majority, bool) {
	words := strings.ToLower(strings.ReplaceAll(s, "-", " "))
	m := Majority{Base: OfValid}
	switch {
	case strings.TrimSpace(words) == "":
		return Majority{}, false
	case rePlurality.MatchString(words) && !reMajority.MatchString(strings.ReplaceAll(words, "relative majority", "")):
		m.Plurality = true
		return m, true
	case reRatio.MatchString(words):
		r := reRatio.FindStringSubmatch(words)
		m.Num, _ = strconv.Atoi(r[1])
		m.Den, _ = strconv.Atoi(r[2])
		if m.Num < 1 || m.Den < m.Num || m.Den > 100 {
			return Majority{}, false
		}
	default:
		for _, r := range ratioWords {
			if strings.Contains(words, r.words) {
				m.Num, m.Den = r.num, r.den
			}
		}
		if m.Den == 0 && reMajority.MatchString(words) {
			m.Num, m.Den, m.More = 1, 2, true
		}
	}
	if m.Den == 0 {
		return Majority{}, false
	}
	if !reVoting.MatchString(words) && reMembers.MatchString(words) {
		m.Base = OfMembers
	}
	if g := reGiven.FindStringSubmatch(s); g != nil {
		m.Given, _ = strconv.Atoi(g[1])
	}
	return m, true
}

// unMembers gives the number of Members of the United Nations from each day on.
//
// Source: UN, Growth in United Nations membership; Charter art. 4.
var unMembers = []struct {
	from  chancery.Date
	count int
}{
	{chancery.NewDate(1945, 10, 24), 51}, {chancery.NewDate(1946, 12, 15), 55}, {chancery.NewDate(1947, 9, 30), 57}, {chancery.NewDate(1948, 4, 19), 58},
	{chancery.NewDate(1949, 5, 11), 59}, {chancery.NewDate(1950, 9, 28), 60}, {chancery.NewDate(1955, 12, 14), 76}, {chancery.NewDate(1956, 12, 18), 80},
	{chancery.NewDate(1957, 9, 17), 82}, {chancery.NewDate(1958, 12, 12), 83}, {chancery.NewDate(1960, 10, 7), 99}, {chancery.NewDate(1961, 12, 14), 104},
	{chancery.NewDate(1962, 10, 25), 110}, {chancery.NewDate(1963, 12, 16), 113}, {chancery.NewDate(1964, 12, 1), 115}, {chancery.NewDate(1965, 9, 21), 118},
	{chancery.NewDate(1966, 12, 9), 122}, {chancery.NewDate(1967, 12, 14), 123}, {chancery.NewDate(1968, 11, 12), 126}, {chancery.NewDate(1970, 10, 13), 127},
	{chancery.NewDate(1971, 12, 9), 132}, {chancery.NewDate(1973, 9, 18), 135}, {chancery.NewDate(1974, 9, 17), 138}, {chancery.NewDate(1975, 12, 4), 144},
	{chancery.NewDate(1976, 12, 15), 147}, {chancery.NewDate(1977, 9, 20), 149}, {chancery.NewDate(1978, 12, 18), 151}, {chancery.NewDate(1979, 9, 18), 152},
	{chancery.NewDate(1980, 9, 16), 154}, {chancery.NewDate(1981, 9, 15), 155}, {chancery.NewDate(1981, 9, 25), 156}, {chancery.NewDate(1981, 11, 11), 157},
	{chancery.NewDate(1983, 9, 23), 158}, {chancery.NewDate(1984, 9, 21), 159}, {chancery.NewDate(1990, 4, 23), 160}, {chancery.NewDate(1990, 10, 3), 159},
	{chancery.NewDate(1991, 9, 17), 166}, {chancery.NewDate(1992, 3, 2), 175}, {chancery.NewDate(1992, 5, 22), 178}, {chancery.NewDate(1992, 7, 31), 179},
	{chancery.NewDate(1993, 1, 19), 181}, {chancery.NewDate(1993, 4, 8), 182}, {chancery.NewDate(1993, 5, 28), 184}, {chancery.NewDate(1994, 12, 15), 185},
	{chancery.NewDate(1999, 9, 14), 188}, {chancery.NewDate(2000, 9, 5), 189}, {chancery.NewDate(2002, 9, 10), 190}, {chancery.NewDate(2002, 9, 27), 191},
	{chancery.NewDate(2006, 6, 28), 192}, {chancery.NewDate(2011, 7, 14), 193},
}

// UNMembers gives the number of Members of the United Nations on a day; a date
// of year or month precision gives the highest number within it, and 0 comes
// before 1945.
func UNMembers(on chancery.Date) int {
	n := 0
	for _, m := range unMembers {
		if !m.from.After(on.Highest()) {
			if !m.from.After(on.Lowest()) {
				n = m.count
			}
			n = max(n, m.count)
		}
	}
	return n
}
