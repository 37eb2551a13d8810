package treaty

import (
	"strings"
	"testing"

	"chancery"
)

func TestKnownTreaties(t *testing.T) {
	if n := len(KnownTreaties()); n < 140 {
		t.Fatalf("%d treaties are known", n)
	}
	cedaw, ok := KnownRule("UNTC-4-8")
	if !ok || cedaw.Threshold != 20 || cedaw.InForce != chancery.NewDate(1981, 9, 3) {
		t.Fatalf("CEDAW is %+v", cedaw)
	}
	e := InForce(cedaw.Rule, KnownDeposits("UNTC-4-8"), Known{})
	if e.InForce != cedaw.InForce || e.ThresholdMet != cedaw.Met {
		t.Errorf("its deposits give %s on %s", e.InForce, e.ThresholdMet)
	}
}

// The statute's clause on delay was not read by anybody: nothing is computed
// from it, and the day is known as stated alone.
func TestAnUnknownDelayStaysUnknown(t *testing.T) {
	wdo, _ := KnownRule("X-WDO-Statute")
	if wdo.Threshold != 15 || wdo.Delay.Kind != NoDelay || wdo.InForce != chancery.NewDate(2020, 7, 30) || wdo.Met != chancery.NewDate(2020, 7, 30) {
		t.Errorf("the statute is %+v", wdo)
	}
}

func TestKnownEntry(t *testing.T) {
	op1, _ := KnownRule("UNTC-4-5")
	if on, source, ok := KnownEntry("ICCPR", op1.Rule); !ok || on != chancery.NewDate(1976, 3, 23) || !strings.Contains(source, "ICCPR") {
		t.Errorf("the Covenant: %s %s %v", on, source, ok)
	}
	if _, _, ok := KnownEntry("no such treaty", Rule{Title: "Some Agreement"}); ok {
		t.Error("a treaty of no name has a date")
	}
}

func TestRenamed(t *testing.T) {
	npt, _ := KnownRule("X-NPT")
	code := map[string]string{"Russian Federation": "state:RUS", "United Kingdom": "state:GBR", "United States of America": "state:USA"}
	r := npt.Rule.Renamed(func(n string) string {
		if c := code[n]; c != "" {
			return c
		}
		return n
	})
	var deposits []Deposit
	for i := range 43 {
		d := Deposit{By: "p" + itoa(i), Date: chancery.NewDate(1969, 1, 1), Mark: Ratification}
		if i < 3 {
			d.By = []string{"state:RUS", "state:GBR", "state:USA"}[i]
			d.Date = chancery.NewDate(1970, 3, 5)
		}
		deposits = append(deposits, d)
	}
	if e := InForce(r, deposits, Known{}); e.Met != chancery.NewDate(1970, 3, 5) {
		t.Errorf("the three depositaries by code: %+v", e)
	}
}

func TestInGroup(t *testing.T) {
	if m, known := InGroup("CoE members", "Andorra", chancery.NewDate(2014, 4, 22)); !m || !known {
		t.Error("Andorra is a member since 1994")
	}
	if _, known := InGroup("coastal States", "France", chancery.NewDate(2014, 4, 22)); known {
		t.Error("nobody said which States are coastal")
	}
}
