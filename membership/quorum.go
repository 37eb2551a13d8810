package membership

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	fraction  = regexp.MustCompile(`\b(\d{1,2})\s*/\s*(\d{1,2})\b`)
	headcount = regexp.MustCompile(`^\s*(\d{1,4})(?:\s+\p{L}+)*\s*$`)
)

// worded are parts of a membership in words; a majority is more than half.
var worded = []struct {
	words    string
	num, den int
	more     bool
}{
	{"two thirds", 2, 3, false}, {"two-thirds", 2, 3, false}, {"three quarters", 3, 4, false}, {"three-quarters", 3, 4, false}, {"one third", 1, 3, false}, {"one-third", 1, 3, false},
	{"majority", 1, 2, true}, {"more than half", 1, 2, true}, {"half", 1, 2, false},
	{"две трети", 2, 3, false}, {"двух третей", 2, 3, false}, {"большинств", 1, 2, true}, {"половин", 1, 2, false},
	{"ثلثا", 2, 3, false}, {"ثلثي", 2, 3, false}, {"أغلبية", 1, 2, true}, {"نصف", 1, 2, false},
	{"deux tiers", 2, 3, false}, {"majorité", 1, 2, true}, {"moitié", 1, 2, false},
}

// QuorumOf says how many of some members must be there by a rule in words:
// "2/3", "two thirds of the members", "a majority", or a number. It gives 0
// where the words say no number, or the members are not known: the rule is that
// of the organ's own statute or rules of procedure, and none is assumed. A
// fraction is rounded up.
func QuorumOf(rule string, members int) int {
	if m := headcount.FindStringSubmatch(rule); m != nil {
		n, _ := strconv.Atoi(m[1])
		return n
	}
	if members <= 0 {
		return 0
	}
	if m := fraction.FindStringSubmatch(rule); m != nil {
		num, _ := strconv.Atoi(m[1])
		den, _ := strconv.Atoi(m[2])
		if num == 0 || num > den {
			return 0
		}
		return part(members, num, den, false)
	}
	rule = strings.ToLower(rule)
	for _, w := range worded {
		if strings.Contains(rule, w.words) {
			return part(members, w.num, w.den, w.more)
		}
	}
	return 0
}

// part gives num/den of n, rounded up, or more than that.
func part(n, num, den int, more bool) int {
	if more {
		return n*num/den + 1
	}
	return (n*num + den - 1) / den
}
