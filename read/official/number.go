package official

import (
	"strconv"
	"strings"
)

// decimalPair gives "94.12".
func decimalPair(major, minor int) string {
	return strconv.Itoa(major) + "." + strconv.Itoa(minor)
}

// ordinal reads "11th", "eleventh", "seventy-fourth", "Twenty second".
func ordinal(s string) (int, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if n := len(s); n > 2 && digit(s[0]) {
		v, err := strconv.Atoi(strings.TrimRight(s, "stndrh"))
		return v, err == nil && v > 0 && v < 1000
	}
	total := 0
	parts := strings.FieldsFunc(s, func(r rune) bool {
		return r == '-' || r == ' ' || r == '\u2010' || r == '\u2011' || r == '–' || r == '\n'
	})
	if len(parts) == 0 || len(parts) > 5 {
		return 0, false
	}
	for i, p := range parts {
		last := i == len(parts)-1
		switch {
		case last && ordinals[p] > 0:
			total += ordinals[p]
		case !last && tens[p] > 0:
			total += tens[p]
		case p == "hundred" && !last:
			total = max(total, 1) * 100
		case p == "hundredth" && last:
			total = max(total, 1) * 100
		case (p == "and" || p == "one") && !last:
			if p == "one" {
				total++
			}
		default:
			return 0, false
		}
	}
	return total, total > 0
}

var ordinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
	"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
	"seventieth": 70, "eightieth": 80, "ninetieth": 90,
}

var tens = map[string]int{"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

func decimal(n int) string { return strconv.Itoa(n) }
