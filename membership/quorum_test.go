package membership

import (
	"testing"

	"pgregory.net/rapid"
)

func TestQuorumOf(t *testing.T) {
	for rule, want := range map[string]int{
		"2/3": 38, "two thirds of the Member States": 38, "a majority of the members": 29, "half of the members": 29, "more than half": 29,
		"большинство членов": 29, "ثلثا الأعضاء": 38, "29": 29, "15 members": 15, "": 0, "as the rules say": 0, "3/2": 0,
	} {
		if got := QuorumOf(rule, 57); got != want {
			t.Errorf("%q of 57 members is %d, want %d", rule, got, want)
		}
	}
	if got := QuorumOf("2/3", 0); got != 0 {
		t.Errorf("a part of an unknown number is %d", got)
	}
}

// A majority is never reached by half, and no quorum is above the membership.
func TestAMajorityIsMoreThanHalf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 1000).Draw(t, "members")
		if got := QuorumOf("majority", n); 2*got <= n || got > n {
			t.Errorf("a majority of %d is %d", n, got)
		}
	})
}
