package treaty

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"chancery"

	"github.com/google/go-cmp/cmp"
)

func day(s string) chancery.Date {
	d, err := chancery.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// factRule reads one rule of the table of facts.
func factRule(t testing.TB, id string) Rule {
	t.Helper()
	for _, row := range factRows(t, "treaties.csv") {
		if row["id"] == id {
			r, doubts := ParseRule(func(c string) string { return row[c] })
			if len(doubts) > 0 {
				t.Fatal(doubts)
			}
			return r
		}
	}
	t.Fatalf("no rule %s", id)
	return Rule{}
}

// factActs reads the deposits of one treaty as acts.
func factActs(t testing.TB, id string) []Act {
	t.Helper()
	var out []Act
	for _, row := range factRows(t, "treaty_deposits.csv") {
		if row["treaty"] != id {
			continue
		}
		m, ok := ParseMark(row["kind"])
		if !ok {
			t.Fatalf("mark %q", row["kind"])
		}
		out = append(out, Act{ID: fmt.Sprint(len(out)), Kind: markActs[m], By: row["participant"], Date: day(row["date"]), Deposited: day(row["date"]), Mark: m})
	}
	return out
}

func TestDelay(t *testing.T) {
	for _, c := range []struct {
		what, kind, n, fixed, met, want string
		clear                           bool
	}{
		{"CEDAW", "day", "30", "", "1981-08-04", "1981-09-03", false},
		{"ICESCR", "months", "3", "", "1975-10-03", "1976-01-03", false},
		{"month without such a day", "months", "1", "", "2023-01-31", "2023-02-28", false},
		{"leap year", "months", "3", "", "2023-11-30", "2024-02-29", false},
		{"Statelessness 1961", "years", "2", "", "1973-12-13", "1975-12-13", false},
		{"Refugee Protocol", "same", "0", "", "1967-10-04", "1967-10-04", false},
		{"day 0 is the deposit", "day", "0", "", "1967-10-04", "1967-10-04", false},
		{"ICRMW", "fdm_after_months", "3", "", "2003-03-14", "2003-07-01", false},
		{"CISG", "fdm_after_months", "12", "", "1986-12-11", "1988-01-01", false},
		{"ECHR Protocol 11, ends on a first", "fdm_after_months", "12", "", "1997-10-01", "1998-11-01", false},
		{"Ottawa", "fd_nth_month_after_month", "6", "", "1998-09-16", "1999-03-01", false},
		{"cluster munitions", "fd_nth_month_after_month", "6", "", "2010-02-16", "2010-08-01", false},
		{"Rome Statute", "fdm_after_day", "60", "", "2002-04-11", "2002-07-01", false},
		{"Montreal Protocol", "fixed_or_day", "90", "1989-01-01", "1988-10-17", "1989-01-01", false},
		{"London Amendment, missed", "fixed_or_day", "90", "1992-01-01", "1992-05-12", "1992-08-10", false},
		{"Kigali, waits", "fixed_or_day", "90", "2019-01-01", "2017-11-17", "2019-01-01", false},
		{"AfCFTA, practice of the UN", "day", "30", "", "2019-04-29", "2019-05-29", false},
		{"AfCFTA, clear days", "day", "30", "", "2019-04-29", "2019-05-30", true},
		{"a delay that is not known", "", "", "", "2020-07-30", "", false},
		{"special", "special", "", "", "2016-06-26", "", false},
		{"fixed date not given", "fixed_or_day", "90", "", "1988-10-17", "", false},
		{"a month is no day", "day", "30", "", "1981-08", "", false},
	} {
		t.Run(c.what, func(t *testing.T) {
			d, bad := ParseDelay(c.kind, c.n)
			if bad != nil {
				t.Fatal(bad)
			}
			d.Fixed, d.Clear = day(c.fixed), c.clear
			got, ok := d.After(day(c.met))
			if got.String() != c.want || ok != (c.want != "") {
				t.Errorf("got %q %v, want %q", got, ok, c.want)
			}
		})
	}
}

func TestDelayUnread(t *testing.T) {
	for _, c := range [][2]string{{"moons", "3"}, {"day", ""}, {"months", "-1"}, {"years", "many"}, {"day", "99999999"}} {
		if d, bad := ParseDelay(c[0], c[1]); bad == nil || d.Kind != NoDelay {
			t.Errorf("%v gives %v without a doubt", c, d)
		}
	}
}

// TestConditions runs rules and deposits of a few lines and holds the dates,
// or the words of what is missing, against what is expected.
func TestConditions(t *testing.T) {
	const header = "id,short_name,title,eif_article,opened_for_signature,threshold,counted_instruments,extra_condition,delay_kind,delay_n,note,threshold_met_on,entry_into_force\n"
	for _, c := range []struct {
		what, rule, deposits string
		met, inForce         string
		missing              string
	}{
		{"sub-threshold", `T,T,,1,,3,signatories consenting,of which at least 2 CoE members,fdm_after_months,3,,x,y`,
			"Albania 2012-02-01;Mexico 2012-03-01;Japan 2012-04-01;Andorra 2014-04-22", "2014-04-22", "2014-08-01", ""},
		{"sub-threshold of a group not known", `T,T,,1,,2,ratification,of which at least 1 coastal States,months,12,,x,y`,
			"Angola 2012-02-01;Mexico 2012-03-01", "", "", "coastal States is not known"},
		{"named list and others", `T,NPT,,IX,,,ratification,the three depositary States AND 2 others,same,0,,,`,
			"Ireland 1968-07-01;UK 1968-11-27;Nigeria 1968-09-27;USSR 1970-03-05;United States of America 1970-03-05;Mali 1970-02-10", "1970-03-05", "1970-03-05", ""},
		{"named list, one missing", `T,NPT,,IX,,3,ratification,including the three depositary governments,same,0,,,`,
			"Ireland 1968-07-01;UK 1968-11-27;Nigeria 1968-09-27;USSR 1970-03-05", "", "", "United States of America"},
		{"names and a majority of the others", `T,Charter,,110,,,ratification,"China, France, USSR, UK, USA AND a majority of the other signatories (2 of 3)",same,0,,,`,
			"USA 1945-08-08;France 1945-08-31;China 1945-09-28;UK 1945-10-20;USSR 1945-10-24;Cuba 1945-10-15;Chile 1945-10-11", "1945-10-24", "1945-10-24", ""},
		{"Annex 2", `T,CTBT,,XIV,,44,ratification by EVERY State listed in Annex 2,named-list condition (44 States),day,180,,,`,
			"Austria 1998-03-13;Japan 1997-07-08", "", "", "42 of 44"},
		{"all signatories", `T,T,,15,,3,ratification,all three signatories,day,30,,,`,
			"Uzbekistan 2007-05-10;Kyrgyzstan 2007-07-27;Kazakhstan 2009-02-19", "2009-02-19", "2009-03-21", ""},
		{"all parties, number not given", `T,P11,,4,,,all Parties to the ECHR,,fdm_after_months,12,,,`, "Italy 1997-10-01", "", "", "how many they are"},
		{"fraction with its total", `T,T,,50,,,ratification,two thirds of the States parties (2 of 3),same,0,,,`,
			"Chad 2000-01-01;Mali 2002-11-18", "2002-11-18", "2002-11-18", ""},
		{"fraction without a total", `T,T,,50,,,ratification,two thirds of OIC members,same,0,,,`, "Chad 2000-01-01;Mali 2002-11-18", "", "", "how many there are"},
		{"share not in the files", `T,Kyoto,,25,,2,ratification,AND Annex I parties with at least 55 % of 1990 CO2 emissions,day,90,,,`,
			"Fiji 2002-01-01;Iceland 2002-05-23", "2002-05-23", "", "shares of the participants"},
		{"share in the files", `T,Kyoto,,25,,2,ratification,AND Annex I parties with at least 55 % of 1990 CO2 emissions,day,90,,,`,
			"Fiji 2002-01-01;Iceland 2002-05-23 44.2;Russia 2004-11-18 17.4", "2002-05-23", "2005-02-16", ""},
		{"share met by a note, fixed date", `T,Montreal,,16,,2,ratification,"AND at least 2/3 of estimated 1986 global consumption; fixed date 1 Jan 1989 if both met, else 90th day",fixed_or_day,90,fixed-date rule: conditions met by the end of 1988,,`,
			"Mexico 1988-03-31;Norway 1988-10-17", "1988-10-17", "1989-01-01", ""},
		{"share not met by a note, fixed date", `T,Montreal,,16,,2,ratification,"AND at least 2/3 of estimated 1986 global consumption; fixed date 1 Jan 1989 if both met, else 90th day",fixed_or_day,90,,,`,
			"Mexico 1988-03-31;Norway 1988-10-17", "1988-10-17", "", "shares"},
		{"not before a time after opening", `T,CWC,,XXI,1993-01-13,1,ratification,not earlier than 2 years after opening for signature,day,180,,,`, "Fiji 1993-01-20", "1993-01-20", "1995-01-13", ""},
		{"not before a day", `T,T,,1,,1,ratification,not before 1 Jan 1994,day,30,,,`, "Fiji 1993-01-20", "1993-01-20", "1994-01-01", ""},
		{"parent known to the program", `T,P,"Protocol supplementing the United Nations Convention against Transnational Organized Crime",17,,1,ratification,not before UNTOC itself,day,90,,,`,
			"Fiji 2001-09-26", "2001-09-26", "2003-09-29", ""},
		{"parent not known", `T,P,Protocol to Something,17,,1,ratification,subject to the Something Convention being in force,day,90,,,`, "Fiji 2001-09-26", "2001-09-26", "", "Something Convention"},
		{"organisations do not count", `T,T,,1,,2,"ratification, acceptance, approval or accession",REIO not counted,day,90,,,`,
			"Fiji 2000-01-01;European Union 2000-02-01;Chad 2000-03-01", "2000-03-01", "2000-05-30", ""},
		{"an organisation counts", `T,T,,1,,2,"ratification, acceptance, approval or accession",here the EEC instrument was counted,day,90,,,`,
			"Fiji 2000-01-01;European Union 2000-02-01;Chad 2000-03-01", "2000-02-01", "2000-05-01", ""},
		{"condition not understood", `T,T,,1,,1,ratification,when the stars are right,day,90,,,`, "Fiji 2000-01-01", "2000-01-01", "", "not understood"},
		{"delay not known", `T,WDO,,12,,1,ratification,,,,,,`, "Cameroon 2020-07-30", "2020-07-30", "", "delay is not given"},
		{"a month is enough where it makes no difference", `T,T,,1,,2,ratification,,day,30,,,`, "Fiji 2000-01;Chad 2000-03-01", "2000-03-01", "2000-03-31", ""},
		{"a month is not enough", `T,T,,1,,1,ratification,,day,30,,,`, "Fiji 2000-01;Chad 2000-03-01", "", "", "not precise enough"},
		{"too few", `T,T,,1,,3,ratification,,day,30,,,`, "Fiji 2000-01-01;Chad 2000-03-01", "", "", "2 of 3"},
		{"a State twice counts once", `T,T,,1,,2,ratification,,day,30,,,`, "Fiji 2000-01-01;Fiji 2000-02-01;Chad 2000-03-01", "2000-03-01", "2000-03-31", ""},
		{"several on the day", `T,T,,1,,2,ratification,,day,30,,,`, "Fiji 2000-01-01;Chad 2000-03-01;Mali 2000-03-01;Togo 2000-03-01", "2000-03-01", "2000-03-31", ""},
	} {
		t.Run(c.what, func(t *testing.T) {
			var deposits strings.Builder
			deposits.WriteString("treaty,participant,date,kind,counted,share\n")
			for line := range strings.SplitSeq(c.deposits, ";") {
				f := strings.Fields(line)
				share := ""
				if _, err := chancery.ParseDate(f[len(f)-1]); err != nil {
					share = f[len(f)-1]
					f = f[:len(f)-1]
				}
				fmt.Fprintf(&deposits, "T,%s,%s,r,,%s\n", strings.Join(f[:len(f)-1], " "), f[len(f)-1], share)
			}
			dates, notes := computed(t, []byte(header+c.rule), []byte(deposits.String()))
			if got := dates["T"]; got != [2]string{c.met, c.inForce} {
				t.Errorf("got %v, want %s and %s; %v", got, c.met, c.inForce, notes)
			}
			if c.missing != "" && !noted(notes, "T", c.missing) {
				t.Errorf("no note has %q: %v", c.missing, notes)
			}
		})
	}
}

// TestMovingFraction has a body that grows: two thirds of 3 are 2, of 4 are 3.
func TestMovingFraction(t *testing.T) {
	r := Rule{Name: "Fisheries", Conditions: ParseConditions("two thirds of WTO members"), Delay: Delay{Kind: SameDay}}
	total := func(_ string, on chancery.Date) (int, bool) {
		if on.Before(day("2001-01-01")) {
			return 3, true
		}
		return 4, true
	}
	deposits := []Deposit{{By: "A", Date: day("2000-01-01"), Mark: Acceptance}, {By: "B", Date: day("2001-06-01"), Mark: Acceptance}, {By: "C", Date: day("2002-01-01"), Mark: Acceptance}}
	e := InForce(r, deposits, Known{Total: total})
	if e.InForce != day("2002-01-01") || e.Needed != 3 {
		t.Errorf("got %v with %d needed", e.InForce, e.Needed)
	}
}

func TestNeeded(t *testing.T) {
	for _, c := range []struct {
		text        string
		total, want int
	}{
		{"two thirds of the States parties", 191, 128}, {"two thirds of the States parties", 189, 126}, {"three quarters of the Parties", 192, 144},
		{"two thirds of WTO members", 164, 110}, {"two thirds of WTO members", 166, 111}, {"simple majority of OAU members", 50, 26}, {"a majority of the signatories", 46, 24},
	} {
		cs := ParseConditions(c.text)
		if len(cs) != 1 || cs[0].Kind != Fraction || cs[0].Needed(c.total) != c.want {
			t.Errorf("%s of %d: %+v, want %d", c.text, c.total, cs, c.want)
		}
	}
}

func TestLists(t *testing.T) {
	if len(annex2) != 44 {
		t.Errorf("Annex 2 has %d States", len(annex2))
	}
	if n := len(council); n != 47 {
		t.Errorf("%d States joined the Council of Europe", n)
	}
}

// TestCEDAW is the treaty of the lawyer's guide: general entry into force on 3
// September 1981, for Kazakhstan on 25 September 1998.
func TestCEDAW(t *testing.T) {
	r := factRule(t, "UNTC-4-8")
	acts := append(factActs(t, "UNTC-4-8"), Act{ID: "kz", Kind: Acceded, By: "Kazakhstan", Date: day("1998-08-26"), Deposited: day("1998-08-26"), Mark: Accession})
	for _, c := range []struct {
		on     string
		status Status
		since  string
	}{
		{"1998-08-25", None, ""}, {"1998-08-26", Contracting, "1998-08-26"}, {"1998-09-24", Contracting, "1998-08-26"},
		{"1998-09-25", Party, "1998-09-25"}, {"2024-05-27", Party, "1998-09-25"},
	} {
		table := StandingOn(r, acts, day(c.on), Known{})
		if table.Entry.InForce != day("1981-09-03") {
			t.Fatalf("in force %s", table.Entry.InForce)
		}
		row := table.Row("Kazakhstan")
		if row.Status != c.status || row.Since.String() != c.since {
			t.Errorf("on %s: %s since %s, want %s since %s", c.on, row.Status, row.Since, c.status, c.since)
		}
	}
	var steps []string
	for _, s := range Explain(r, acts, "Kazakhstan", day("2024-05-27"), Known{}) {
		steps = append(steps, s.Text.Text+" ["+s.Source+"]")
	}
	want := []string{
		"instrument number 20 was deposited on 1981-08-04 [CEDAW art. 27]",
		"day 30 after: 1981-08-04 gives 1981-09-03 [CEDAW art. 27]",
		"in force on 1981-09-03 [VCLT art. 24(1)]",
		"Kazakhstan deposited its instrument of accession on 1998-08-26 [VCLT art. 11 and 16]",
		"day 30 after: 1998-08-26 gives 1998-09-25 [CEDAW art. 27]",
		"on 2024-05-27: party since 1998-09-25 [CEDAW art. 27]",
	}
	if d := cmp.Diff(want, steps); d != "" {
		t.Error(d)
	}
}

func TestStanding(t *testing.T) {
	r := Rule{Name: "T", Article: "9", Threshold: 2, Delay: Delay{Kind: Months, N: 12}, Later: Delay{Kind: NthDay, N: 30}, Leave: ParseWithdrawal("art. 21: 1 year after receipt")}
	act := func(id string, kind ActKind, by, on string) Act {
		return Act{ID: id, Kind: kind, By: by, Date: day(on)}
	}
	acts := []Act{
		act("a1", Signed, "A", "1992-12-10"), act("a2", Ratified, "A", "1993-01-10"),
		act("b1", Ratified, "B", "1993-11-16"),
		act("c1", Acceded, "C", "1994-01-12"), // between the threshold and the start: the general date
		act("d1", Signed, "D", "1992-12-10"),
		act("e1", Acceded, "E", "2000-03-01"), act("e2", Denounced, "E", "2010-05-05"), act("e3", Acceded, "E", "2015-01-01"),
		act("f1", Acceded, "F", "2001-01-01"), {ID: "f2", Kind: Denounced, By: "F", Date: day("2002-02-02")}, {ID: "f3", Kind: Withdrawn, Of: "f2", By: "F", Date: day("2002-06-01")},
		{ID: "g1", Kind: Succeeded, By: "G", Date: day("2003-04-04"), Effective: day("1999-07-01")},
	}
	for _, c := range []struct{ who, on, want string }{
		{"A", "1992-12-31", "signatory since 1992-12-10 bound "},
		{"A", "1994-11-15", "contracting State since 1993-01-10 bound 1994-11-16"},
		{"A", "1994-11-16", "party since 1994-11-16 bound 1994-11-16"},
		{"C", "1994-11-16", "party since 1994-11-16 bound 1994-11-16"},
		{"D", "2020-01-01", "signatory since 1992-12-10 bound "},
		{"E", "2000-03-30", "contracting State since 2000-03-01 bound 2000-03-31"},
		{"E", "2011-05-04", "party since 2000-03-31 bound 2000-03-31"},
		{"E", "2011-05-05", "former party since 2011-05-05 bound 2000-03-31"},
		{"E", "2016-01-01", "party since 2015-01-31 bound 2015-01-31"},
		{"F", "2004-01-01", "party since 2001-01-31 bound 2001-01-31"},
		{"G", "2004-01-01", "party since 1999-07-01 bound 1999-07-01"},
		{"Z", "2004-01-01", "none since  bound "},
	} {
		s := StandingOn(r, acts, day(c.on), Known{}).Row(c.who)
		if got := fmt.Sprintf("%s since %s bound %s", s.Status, s.Since, s.Bound); got != c.want {
			t.Errorf("%s on %s: %s, want %s", c.who, c.on, got, c.want)
		}
	}
}

func TestStandingOdd(t *testing.T) {
	r := Rule{Name: "T", Article: "9", Threshold: 2, Delay: Delay{Kind: NthDay, N: 30}}
	for _, c := range []struct {
		what string
		acts []Act
		want string // in a doubt
	}{
		{"no date", []Act{{Kind: Ratified, By: "A"}}, "no date"},
		{"year only", []Act{{Kind: Ratified, By: "A", Date: day("2000")}}, "may lie after"},
		{"twice", []Act{{Kind: Ratified, By: "A", Date: day("1990-01-01")}, {Kind: Acceded, By: "A", Date: day("1991-01-01")}}, "more than once"},
		{"left without having joined", []Act{{Kind: Denounced, By: "A", Date: day("1990-01-01")}}, "was not bound"},
		{"later party, clause not known", []Act{{Kind: Ratified, By: "A", Date: day("1990-01-01")}, {Kind: Ratified, By: "B", Date: day("1990-02-01")}, {Kind: Acceded, By: "C", Date: day("1995-02-01")}}, "later parties is not given"},
		{"entry as stated differs", []Act{{Kind: Ratified, By: "A", Date: day("1990-01-01")}, {Kind: Ratified, By: "B", Date: day("1990-02-01")}, {Kind: EnteredIntoForce, Date: day("1990-03-05")}}, "a source states"},
	} {
		table := StandingOn(r, c.acts, day("2000-06-01"), Known{})
		found := false
		for _, d := range table.Doubts {
			found = found || strings.Contains(d.Text, c.want)
		}
		if !found {
			t.Errorf("%s: no doubt has %q: %v", c.what, c.want, table.Doubts)
		}
	}
}

// TestTakenBack: an instrument taken back before the number is reached does
// not count; after that the treaty stands (VCLT art. 55).
func TestTakenBack(t *testing.T) {
	r := Rule{Name: "T", Threshold: 2, Delay: Delay{Kind: NthDay, N: 30}, Later: Delay{Kind: NthDay, N: 30}}
	acts := []Act{{ID: "a", Kind: Ratified, By: "A", Date: day("1990-01-01")}, {ID: "b", Kind: Ratified, By: "B", Date: day("1991-01-01")}, {ID: "c", Kind: Ratified, By: "C", Date: day("1992-01-01")}}
	back := func(on string) []Act {
		return append(append([]Act(nil), acts...), Act{ID: "w", Kind: Withdrawn, Of: "a", By: "A", Date: day(on)})
	}
	if got := StandingOn(r, back("1990-06-01"), day("2000-01-01"), Known{}).Entry.InForce; got != day("1992-01-31") {
		t.Errorf("taken back before: %s", got)
	}
	if got := StandingOn(r, back("1995-06-01"), day("2000-01-01"), Known{}).Entry.InForce; got != day("1991-01-31") {
		t.Errorf("taken back after: %s", got)
	}
}

func TestWithdrawal(t *testing.T) {
	for _, c := range []struct{ clause, notice, bound, general, want, doubt string }{
		{"art. 21: 1 year after receipt", "2010-05-05", "2000-01-01", "1990-01-01", "2011-05-05", ""},
		{"art. 12: 3 months after receipt", "1997-10-23", "1976-03-23", "1976-03-23", "1998-01-23", ""},
		{"art. XVI: 90 days notice", "2020-01-01", "1997-04-29", "1997-04-29", "2020-03-31", ""},
		{"art. 28: after 3 years; 90th day after receipt", "2020-01-01", "2009-10-08", "2009-10-08", "2020-03-31", ""},
		{"art. 28: after 3 years; 1 year after receipt", "2019-11-04", "2016-11-04", "2016-11-04", "2020-11-04", ""},
		{"art. 28: after 3 years; 1 year after receipt", "2019-11-03", "2016-11-04", "2016-11-04", "", "no effect"},
		{"no denunciation clause; VCLT art. 56 applies", "1997-08-27", "1981-12-14", "1976-03-23", "1998-08-27", "only if the parties"},
		{"art. XIV: first 10 years, then 5-year periods; denounce at least 6 months before the current period ends", "2020-07-11", "1951-01-12", "1951-01-12", "2021-01-12", ""},
		{"art. XIV: first 10 years, then 5-year periods; denounce at least 6 months before the current period ends", "2020-07-13", "1951-01-12", "1951-01-12", "2026-01-12", ""},
		{"art. 46: received by 1 July: 1 January of the next year; after 1 July: 1 January of the year after that", "2011-06-29", "1976-01-01", "1964-12-13", "2012-01-01", ""},
		{"art. 29: same 1 July / 1 January rule", "2011-07-02", "1976-01-01", "1964-12-13", "2013-01-01", ""},
		{"once every 10 years (window of 1 year after each 10-year period); effective 1 year after registration", "1970-10-01", "1950-07-04", "1950-07-04", "1971-10-01", ""},
		{"once every 10 years (window of 1 year after each 10-year period); effective 1 year after registration", "1972-10-01", "1950-07-04", "1950-07-04", "", "1980-07-04"},
		{"art. 89: not before 5 years from entry into force for the State; first day of the month after 12 months from receipt", "2012-02-15", "2003-07-01", "2003-07-01", "2013-03-01", ""},
		{"art. 20: 6 months after receipt (later if then in armed conflict)", "2025-06-27", "2004-05-01", "1999-03-01", "2025-12-27", "armed conflict"},
		{"none known", "2020-01-01", "2000-01-01", "2000-01-01", "", "not known"},
		{"", "2020-01-01", "2000-01-01", "2000-01-01", "", "not known"},
	} {
		got, _, doubts := ParseWithdrawal(c.clause).WithdrawalDate(day(c.notice), day(c.bound), day(c.general))
		if got.String() != c.want {
			t.Errorf("%s, notice %s: got %s, want %s", c.clause, c.notice, got, c.want)
		}
		if c.doubt != "" && (len(doubts) == 0 || !strings.Contains(fmt.Sprint(doubts), c.doubt)) {
			t.Errorf("%s: no doubt has %q: %v", c.clause, c.doubt, doubts)
		}
	}
}

// TestWithdrawalFacts: every clause of the table of facts is either understood
// or says itself that it is not known.
func TestWithdrawalFacts(t *testing.T) {
	for _, row := range factRows(t, "treaties.csv") {
		s := row["withdrawal_rule"]
		c := ParseWithdrawal(s)
		if c.Kind == LeaveUnknown && s != "" && s != "none known" && s != "not checked" {
			t.Errorf("%s: %q is not understood", row["id"], s)
		}
	}
}

func TestRelations(t *testing.T) {
	r := Rule{Name: "T", Threshold: 2, Delay: Delay{Kind: NthDay, N: 30}, Later: Delay{Kind: NthDay, N: 30}}
	acts := []Act{
		{ID: "a", Kind: Ratified, By: "A", Date: day("1990-01-01")}, {ID: "b", Kind: Ratified, By: "B", Date: day("1990-01-01")},
		{ID: "c", Kind: Ratified, By: "C", Date: day("1990-01-01")}, {ID: "d", Kind: Ratified, By: "D", Date: day("1990-01-01")},
		{ID: "r", Kind: Reserved, By: "A", Date: day("1990-01-01"), Notified: day("1990-02-01"), Provisions: "art. 29"},
		{ID: "ob", Kind: Objected, Of: "r", By: "B", Date: day("1990-06-01")},
		{ID: "oc", Kind: Objected, Of: "r", By: "C", Date: day("1990-06-01"), Opposes: true},
		{ID: "od", Kind: Objected, Of: "r", By: "D", Date: day("1993-06-01")},
		{ID: "e", Kind: Acceded, By: "E", Date: day("1995-01-01")},
		{ID: "wr", Kind: Withdrawn, Of: "r", By: "A", Date: day("2000-01-01")},
	}
	got := func(on string) string {
		rel, _ := Relations(r, acts, day(on), Known{})
		var s []string
		for _, x := range rel {
			s = append(s, fmt.Sprintf("%s %s %s", x.Other, x.Effect, x.Since))
		}
		return strings.Join(s, "; ")
	}
	for on, want := range map[string]string{
		"1990-07-01": "B excluded 1990-06-01; C not between 1990-06-01; D pending 1990-02-01",
		"1991-02-01": "B excluded 1990-06-01; C not between 1990-06-01; D modified 1991-02-01",
		"1996-01-01": "B excluded 1990-06-01; C not between 1990-06-01; D modified 1991-02-01; E modified 1995-01-01",
		"2001-01-01": "",
	} {
		if g := got(on); g != want {
			t.Errorf("on %s: %s, want %s", on, g, want)
		}
	}
	for _, c := range []struct {
		clause     Reserving
		reservable []string
		provisions string
		want       string
	}{
		{"", nil, "art. 29", ""}, {Permits, nil, "art. 29", ""}, {Prohibits, nil, "", "prohibited VCLT art. 19(a)"},
		{Specifies, []string{"art. 29"}, "art. 29(1)", ""}, {Specifies, []string{"art. 2", "art. 9"}, "art. 29", "unspecified VCLT art. 19(b)"},
		{Specifies, []string{"art. 29"}, "art. 29, art. 5", "unspecified VCLT art. 19(b)"}, {Specifies, nil, "art. 29", "open VCLT art. 19(b)"}, {Specifies, []string{"art. 29"}, "", "open VCLT art. 19(b)"},
	} {
		rule, some := r, slices.Clone(acts)
		rule.Reserving, rule.Reservable, some[4].Provisions = c.clause, c.reservable, c.provisions
		_, doubts := Relations(rule, some, day("1990-07-01"), Known{})
		var said []string
		for _, d := range doubts {
			said = append(said, strings.TrimPrefix(d.Key, "treaty.doubt.reservation.")+" "+d.Source)
		}
		if got := strings.Join(said, "; "); got != c.want {
			t.Errorf("%q of %v, reserved %q: %s, want %s", c.clause, c.reservable, c.provisions, got, c.want)
		}
	}
	_, doubts := Relations(r, acts, day("1996-01-01"), Known{})
	if !strings.Contains(fmt.Sprint(doubts), "silence had become acceptance") {
		t.Errorf("the late objection gives no doubt: %v", doubts)
	}
}

func TestBilateral(t *testing.T) {
	b := Bilateral{Parties: []string{"A", "B"}, Binding: true, Entry: OnLastNotification, Signed: day("2009-05-01"),
		Notifications: []Notice{{"A", day("2009-11-20")}, {"B", day("2010-03-10")}}, Months: 60, Renewal: 60, NoticeMonths: 6}
	for _, c := range []struct{ on, want string }{
		{"2010-01-01", "false since  period 0 notice  ended  waiting [B]"},
		{"2010-03-10", "true since 2010-03-10 period 1 notice 2014-09-10 ended  waiting []"},
		{"2015-03-10", "true since 2010-03-10 period 2 notice 2019-09-10 ended  waiting []"},
		{"2024-01-01", "true since 2010-03-10 period 3 notice 2024-09-10 ended  waiting []"},
	} {
		s := b.On(day(c.on))
		if got := fmt.Sprintf("%v since %s period %d notice %s ended %s waiting %v", s.InForce, s.Since, s.Period, s.LastNotice, s.Ended, s.Waiting); got != c.want {
			t.Errorf("on %s: %s, want %s", c.on, got, c.want)
		}
	}
	b.Terminations = []Notice{{"B", day("2024-09-10")}}
	if s := b.On(day("2025-03-09")); !s.InForce || s.Expires != day("2025-03-10") {
		t.Errorf("the last day: %+v", s)
	}
	if s := b.On(day("2025-03-10")); s.InForce || s.Ended != day("2025-03-10") {
		t.Errorf("after the last day: %+v", s)
	}
	b.Terminations = []Notice{{"B", day("2024-09-11")}}
	if s := b.On(day("2025-03-10")); !s.InForce || len(s.Doubts) == 0 {
		t.Errorf("a late notice: %+v", s)
	}
}

func TestBilateralOther(t *testing.T) {
	memo := Bilateral{Parties: []string{"A", "B"}, Entry: OnSignature, Signed: day("2020-01-01")}
	if s := memo.On(day("2021-01-01")); !s.InForce || s.Binding || len(s.Steps) == 0 || s.Steps[0].Source != "VCLT art. 2(1)(a)" {
		t.Errorf("memorandum: %+v", s)
	}
	old := Bilateral{Parties: []string{"A", "B"}, Binding: true, Entry: OnSignature, Signed: day("1995-01-01"), ReplacedBy: "the new one", ReplacedOn: day("2005-01-01")}
	if s := old.On(day("2005-01-01")); s.InForce || s.Ended != day("2005-01-01") {
		t.Errorf("replaced: %+v", s)
	}
	fixed := Bilateral{Parties: []string{"A", "B"}, Binding: true, Entry: OnSignature, Signed: day("2000-01-31"), Months: 13}
	if s := fixed.On(day("2001-02-28")); s.InForce {
		t.Errorf("a fixed term ends: %+v", s)
	}
	denounced := Bilateral{Parties: []string{"A", "B"}, Binding: true, Entry: OnExchange, Exchanged: day("2000-01-01"), Denunciation: 6, Terminations: []Notice{{"A", day("2010-01-15")}}}
	if s := denounced.On(day("2010-07-14")); !s.InForce || s.Expires != day("2010-07-15") {
		t.Errorf("under notice: %+v", s)
	}
	if s := denounced.On(day("2010-07-15")); s.InForce {
		t.Errorf("denounced: %+v", s)
	}
}

func TestDomestic(t *testing.T) {
	chain := []DomesticKind{StepSigned, StepLaw, StepInstrument, StepDeposit, StepRegistered}
	got := Domestic(chain, []DomesticAct{
		{Kind: StepSigned, Date: day("2000-09-06")}, {Kind: StepLaw, Date: day("2001-07-04"), Number: "221-II"},
		{Kind: StepInstrument, Holder: "the Office of the President", Due: day("2001-08-01")}, {Kind: StepDeposit, Date: day("2001-08-24")},
	}, day("2002-01-01"))
	if got.Next != StepInstrument || !got.Rows[2].Late || got.Rows[1].Number != "221-II" || len(got.Doubts) != 1 {
		t.Errorf("%+v", got)
	}
}

// What is recorded without a day is not so on a day before it was recorded.
func TestUndatedStepsStandApart(t *testing.T) {
	acts := []DomesticAct{
		{Kind: StepLaw, Number: "221-II", Taken: true, Recorded: day("2024-06-01")}, {Kind: StepOpinion, Holder: "the Ministry of Justice", Recorded: day("2024-06-01")},
		{Kind: StepInstrument, Needless: true, Recorded: day("2024-06-01")}, {Kind: StepDeposit, Date: day("2001-08-24"), Recorded: day("2024-06-01")},
	}
	chain := []DomesticKind{StepOpinion, StepLaw, StepInstrument, StepDeposit}
	before, after := Domestic(chain, acts, day("2010-01-01")), Domestic(chain, acts, day("2024-06-01"))
	if len(before.Undated) != 3 || before.Missing != 3 || before.Rows[0].Holder != "" || before.Rows[1].Undated || !before.Rows[3].Done {
		t.Errorf("before the record: %+v", before)
	}
	if len(after.Undated) != 0 || after.Missing != 1 || after.Rows[0].Holder == "" || !after.Rows[1].Undated || after.Rows[1].Done || !after.Rows[2].Needless {
		t.Errorf("after it: %+v", after)
	}
}

func TestWhatIf(t *testing.T) {
	r := factRule(t, "UNTC-4-8")
	acts := factActs(t, "UNTC-4-8")
	c := WhatIf(r, acts, "Kazakhstan", Accession, day("1998-08-26"), Known{})
	if c.Standing.Bound != day("1998-09-25") || c.BringsForce || len(c.Moved) != 0 || c.Position != len(acts)+1 {
		t.Errorf("a later party: %+v", c)
	}
	c = WhatIf(r, acts[:19], "Kazakhstan", Accession, day("1981-08-01"), Known{})
	if !c.BringsForce || c.After.InForce != day("1981-08-31") || c.Position != 20 || len(c.Moved) != 19 {
		t.Errorf("the twentieth: brings %v, %s, position %d, moved %d", c.BringsForce, c.After.InForce, c.Position, len(c.Moved))
	}
	c = WhatIf(r, acts, acts[3].By, Accession, day("1998-08-26"), Known{})
	if len(c.Doubts) == 0 {
		t.Error("a State that has consented gives no doubt")
	}
}

// cells reads the rows of a table written as CSV.
func cells(t *testing.T, table string) [][]string {
	t.Helper()
	in := csv.NewReader(strings.NewReader(table))
	in.FieldsPerRecord, in.LazyQuotes = -1, true
	rows, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestStatus(t *testing.T) {
	const table = "Participant,Signature,\"Ratification, Accession(a), Succession(d)\"\n" +
		"Kazakhstan,,26 Aug 1998 a\n" +
		"\"China 1, 2\",17 Jul 1980,4 Nov 1980\n" +
		"Montenegro,,23 Oct 2006 d\n" +
		"Atlantis,,1 Jan 2001\n" +
		"Kazakhstan,,27 Aug 1998 a\n" +
		"Chad,,9 Jun 2095 a\n" +
		"Mali,,10 Sep 1985 q\n" +
		"Togo,,some day\n" +
		"1 With effect from 1 July 1997 for the territory named in the note.,,\n"
	known := map[string]string{"Kazakhstan": "state:KAZ", "China": "state:CHN", "Montenegro": "state:MNE", "Chad": "state:TCD", "Mali": "state:MLI", "Togo": "state:TGO"}
	got := ParseStatus(cells(t, table), StatusOptions{On: day("2024-05-27"), Resolve: func(n string) (string, bool) { id, ok := known[n]; return id, ok }})
	var rows []string
	for _, r := range got.Rows {
		rows = append(rows, fmt.Sprintf("%d %s %v %s", r.Row, r.Participant, r.Notes, describe(r)))
	}
	want := []string{
		"2 state:KAZ [] accession 1998-08-26", "3 state:CHN [1 2] signed 1980-07-17; ratification 1980-11-04", "4 state:MNE [] succession 2006-10-23",
		"5 Atlantis [] ratification 2001-01-01", "7 state:TCD [] ", "8 state:MLI [] ", "9 state:TGO [] ",
	}
	if d := cmp.Diff(want, rows); d != "" {
		t.Error(d)
	}
	var problems []string
	for _, p := range got.Problems {
		problems = append(problems, p.Text.Text)
	}
	wantProblems := []string{
		`row 5: "Atlantis" is not a State or organisation known here; it was kept under that name`,
		`row 6: Kazakhstan stands already in row 2; this row was left out`,
		`row 7: "9 Jun 2095 a" lies after 2024-05-27 and was left out`,
		`row 8: the mark "q" of "10 Sep 1985 q" is not one of the column "Ratification, Accession(a), Succession(d)"`,
		`row 9: "some day" under "Ratification, Accession(a), Succession(d)" is not a date`,
	}
	if d := cmp.Diff(wantProblems, problems); d != "" {
		t.Error(d)
	}
	if len(got.Notes) != 1 || got.Notes[0].Mark != "1" {
		t.Errorf("end notes: %+v", got.Notes)
	}
}

func TestStatusBad(t *testing.T) {
	long := "Participant,Ratification\n" + strings.Repeat("A,\n", 10_000)
	for _, c := range []struct{ table, want string }{
		{long, "row 2002: the table goes on past 2000 rows"}, {"", "no header"}, {"a,b\n1,2\n", "no column names the participants"},
	} {
		got := ParseStatus(cells(t, c.table), StatusOptions{})
		if !strings.Contains(fmt.Sprint(got.Problems), c.want) {
			t.Errorf("%q not in %.300v", c.want, got.Problems)
		}
	}
}

func TestReconcile(t *testing.T) {
	read := func(s string) StatusTable {
		t.Helper()
		table := ParseStatus(cells(t, s), StatusOptions{})
		if len(table.Problems) > 0 {
			t.Fatal(table.Problems)
		}
		return table
	}
	first := read("Participant,Signature,\"Ratification, Accession(a)\"\nChad,,9 Jun 1995 a\nMali,5 Feb 1985,10 Sep 1985\nFiji,,28 Aug 1995 a\nPalau,20 Sep 2011,\n")
	second := read("iso2,member,state party,year ratification or accession,signatory\nTD,Chad,1,1995,0\nML,Mali,1,1986,0\nFJ,Fiji,0,,0\nPW,Palau,0,,1\nSS,South Sudan,1,2015,0\n")
	got := Reconcile(first, second)
	var lines []string
	for _, d := range got.Differences {
		lines = append(lines, d.Participant+" "+d.Field+" "+string(d.Kind))
	}
	want := []string{"Fiji consent only in the first", "Mali consent differs", "South Sudan participant only in the second"}
	if d := cmp.Diff(want, lines); d != "" || got.Agree != 2 {
		t.Error(got.Agree, d)
	}
}

// TestLawyersGuide holds the steps printed in the guide against what the
// program says.
func TestLawyersGuide(t *testing.T) {
	guide, err := os.ReadFile("../docs/lawyer.md")
	if err != nil {
		t.Fatal(err)
	}
	acts := append(factActs(t, "UNTC-4-8"), Act{ID: "kz", Kind: Acceded, By: "Kazakhstan", Date: day("1998-08-26"), Deposited: day("1998-08-26"), Mark: Accession})
	var steps strings.Builder
	for _, s := range Explain(factRule(t, "UNTC-4-8"), acts, "Kazakhstan", day("2024-05-27"), Known{}) {
		fmt.Fprintf(&steps, "%s [%s]\n", s.Text, s.Source)
	}
	if !strings.Contains(string(guide), steps.String()) {
		t.Errorf("docs/lawyer.md does not print these steps:\n%s", &steps)
	}
}

func TestCompare(t *testing.T) {
	r := Rule{Name: "T", Threshold: 1, Delay: Delay{Kind: NthDay, N: 30}, Later: Delay{Kind: NthDay, N: 30}}
	acts := []Act{{Kind: Ratified, By: "A", Date: day("1990-01-01")}, {Kind: Acceded, By: "B", Date: day("1995-01-01")}, {Kind: Signed, By: "C", Date: day("1990")}}
	table := StandingOn(r, acts, day("2000-01-01"), Known{})
	tables := []TableOf{{"one", table}, {"none", StandingOn(r, nil, day("2000-01-01"), Known{})}}
	got := Compare(tables, "A", "B")
	if len(got) != 1 || !got[0].Both || got[0].Since != day("1995-01-31") {
		t.Errorf("%+v", got)
	}
	if got = Compare(tables, "A", "C"); len(got) != 1 || got[0].Both || got[0].B.Status != Signatory {
		t.Errorf("%+v", got)
	}
	if in := ActsFrom(acts, day("1990-06-01"), day("1995-01-01")); len(in) != 2 {
		t.Errorf("%+v", in)
	}
}

// TestTableLimits: a table that is too large, or is none, is an error with a
// sentence and not a crash.
func TestTableLimits(t *testing.T) {
	ok := "treaty,participant,date\n"
	for _, c := range []struct{ rules, deposits, want string }{
		{"id\n" + strings.Repeat("T\n", MaxRules+1), ok, "more than 5000 rows"}, {"id\nT\n", "a,b\n", "no column"}, {"", ok, "no header"}, {"id\nT\n", "", "no header"},
	} {
		_, err := InForceCSV(strings.NewReader(c.rules), strings.NewReader(c.deposits), io.Discard)
		if chancery.KindOf(err) != chancery.Unreadable || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %q", err, c.want)
		}
	}
	_, notes := computed(t, []byte("id,threshold,counted_instruments,delay_kind\nT,1,ratification,moons\nT,x,ratification,same\n"), []byte(ok+"T,,2001-01-01\nT,A,03/05/95\n"))
	for _, want := range []string{"moons", "stands already in row 2", "not a number of instruments", "no participant is named", `"03/05/95" is not a date`} {
		if !strings.Contains(fmt.Sprint(notes), want) {
			t.Errorf("no note has %q: %v", want, notes)
		}
	}
}
