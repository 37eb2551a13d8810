package official

import "strconv"

// decimalPair gives "94.12".
func decimalPair(major, minor int) string {
	return strconv.Itoa(major) + "." + strconv.Itoa(minor)
}

func decimal(n int) string { return strconv.Itoa(n) }
