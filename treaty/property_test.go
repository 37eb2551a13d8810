package treaty

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"testing"

	"chancery"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// drawDay gives a day between 1950 and 2030.
func drawDay(t *rapid.T, label string) chancery.Date {
	return chancery.NewDate(1950, 1, 1).AddDays(rapid.IntRange(0, 29_000).Draw(t, label))
}

func drawDelay(t *rapid.T, label string) Delay {
	d := Delay{Kind: rapid.SampledFrom([]DelayKind{SameDay, NthDay, Months, Years, FirstAfterMonth, FirstOfNthMonth, FirstAfterDay}).Draw(t, label), N: rapid.IntRange(1, 24).Draw(t, label+" n")}
	if d.Kind == SameDay {
		d.N = 0
	}
	return d
}

func drawRule(t *rapid.T) Rule {
	return Rule{Name: "T", Article: "1", Threshold: rapid.IntRange(1, 8).Draw(t, "threshold"), Delay: drawDelay(t, "delay"), Later: drawDelay(t, "later"),
		Leave: ParseWithdrawal("art. 2: 1 year after receipt")}
}

// drawDeposits gives one deposit for each of a few participants.
func drawDeposits(t *rapid.T) []Deposit {
	n := rapid.IntRange(0, 14).Draw(t, "deposits")
	out := make([]Deposit, n)
	for i := range out {
		out[i] = Deposit{By: fmt.Sprintf("S%02d", i), Date: drawDay(t, "date"), Mark: rapid.SampledFrom([]Mark{Ratification, Accession, Acceptance}).Draw(t, "mark")}
	}
	return out
}

// drawActs gives histories of a few participants, odd ones among them.
func drawActs(t *rapid.T) []Act {
	n := rapid.IntRange(0, 24).Draw(t, "acts")
	out := make([]Act, n)
	for i := range out {
		out[i] = Act{ID: fmt.Sprintf("act%02d", i), By: fmt.Sprintf("S%d", rapid.IntRange(0, 8).Draw(t, "by")), Date: drawDay(t, "date"),
			Kind: rapid.SampledFrom([]ActKind{Signed, Ratified, Acceded, Denounced, Succeeded, Provisionally, Reserved, Objected, Withdrawn}).Draw(t, "kind")}
		if i > 0 && (out[i].Kind == Objected || out[i].Kind == Withdrawn && rapid.Bool().Draw(t, "of")) {
			out[i].Of = out[rapid.IntRange(0, i-1).Draw(t, "which")].ID
		}
		switch rapid.IntRange(0, 9).Draw(t, "precision") {
		case 0:
			out[i].Date.Day = 0
		case 1:
			out[i].Date = chancery.Date{Year: out[i].Date.Year}
		case 2:
			out[i].Date = chancery.Date{}
		}
	}
	return out
}

// TestOrderOfArrival: neither the date nor any standing depends on the order
// in which acts come in.
func TestOrderOfArrival(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, acts, on := drawRule(t), drawActs(t), drawDay(t, "on")
		shuffled := rapid.Permutation(acts).Draw(t, "shuffled")
		a, b := StandingOn(r, acts, on, Known{}), StandingOn(r, shuffled, on, Known{})
		if d := cmp.Diff(a.Rows, b.Rows); d != "" {
			t.Fatal(d)
		}
		if a.Entry.InForce != b.Entry.InForce {
			t.Fatalf("in force %s or %s", a.Entry.InForce, b.Entry.InForce)
		}
	})
}

// TestNeverUndeposited: who has consented on a day has consented on every
// later day, unless it left; a date of entry into force, once there, stays.
func TestNeverUndeposited(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, deposits := drawRule(t), drawDeposits(t)
		var acts []Act
		for _, d := range deposits {
			acts = append(acts, Act{ID: d.By, Kind: Ratified, By: d.By, Date: d.Date})
		}
		first := drawDay(t, "on")
		second := first.AddDays(rapid.IntRange(1, 9000).Draw(t, "later"))
		a, b := StandingOn(r, acts, first, Known{}), StandingOn(r, acts, second, Known{})
		for _, row := range a.Rows {
			then := b.Row(row.Participant)
			if !consents(then) || then.Deposited != row.Deposited || row.Status == Party && then.Status != Party {
				t.Fatalf("%s: %+v, later %+v", row.Participant, row, then)
			}
		}
		if a.Entry.Settled() && b.Entry.InForce != a.Entry.InForce {
			t.Fatalf("in force %s, later %s", a.Entry.InForce, b.Entry.InForce)
		}
	})
}

// TestRemovedDeposit: without one deposit that was there on the threshold day
// the date is the one the rule gives from the next, and without a later one it
// is the same.
func TestRemovedDeposit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, deposits := drawRule(t), drawDeposits(t)
		e := InForce(r, deposits, Known{})
		if len(deposits) < 2 || e.ThresholdMet.IsZero() {
			return
		}
		i := rapid.IntRange(0, len(deposits)-1).Draw(t, "removed")
		rest := append(append([]Deposit(nil), deposits[:i]...), deposits[i+1:]...)
		without := InForce(r, rest, Known{})
		run := computation{rule: r}
		order := run.count(deposits)
		switch {
		case deposits[i].Date.After(e.ThresholdMet):
			if without.InForce != e.InForce {
				t.Fatalf("a later deposit moved the date from %s to %s", e.InForce, without.InForce)
			}
		case len(order) == r.Threshold:
			if without.Settled() {
				t.Fatalf("in force %s with one too few", without.InForce)
			}
		default:
			want, _ := r.Delay.After(order[r.Threshold].Date) // the next in order takes the place
			if without.InForce != want {
				t.Fatalf("got %s, want %s", without.InForce, want)
			}
		}
	})
}

// TestRemovedPredecessor is the same of a real table: ICERD without
// Czechoslovakia starts with its twenty-eighth deposit.
func TestRemovedPredecessor(t *testing.T) {
	r := factRule(t, "UNTC-4-2")
	all := Deposits(factActs(t, "UNTC-4-2"), chancery.Date{})
	var rest []Deposit
	for _, d := range all {
		if d.By != "Czechoslovakia" {
			rest = append(rest, d)
		}
	}
	with, without := InForce(r, all, Known{}), InForce(r, rest, Known{})
	want, _ := r.Delay.After(all[27].Date)
	if with.InForce != day("1969-01-04") || without.InForce != want || without.InForce == with.InForce {
		t.Errorf("with %s, without %s, want %s", with.InForce, without.InForce, want)
	}
}

// TestDelayForward: a delay never gives a day before the deposit, and a later
// deposit never an earlier day.
func TestDelayForward(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, a := drawDelay(t, "delay"), drawDay(t, "day")
		b := a.AddDays(rapid.IntRange(0, 400).Draw(t, "more"))
		x, ok := d.After(a)
		y, _ := d.After(b)
		if !ok || x.Before(a) || y.Before(x) || !x.Valid() {
			t.Fatalf("%s: %s gives %s, %s gives %s", d, a, x, b, y)
		}
	})
}

// TestPartyHasConsented: every party has consented and the treaty is in force.
func TestPartyHasConsented(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, acts, on := drawRule(t), drawActs(t), drawDay(t, "on")
		table := StandingOn(r, acts, on, Known{})
		for _, row := range table.Rows {
			if row.Status == Party && (row.Deposited.IsZero() || row.Bound.After(on) || table.Entry.InForce.After(on) || !table.Entry.Settled()) {
				t.Fatalf("%+v", row)
			}
		}
		relations, _ := Relations(r, acts, on, Known{})
		for _, rel := range relations {
			if !consents(table.Row(rel.Reserving)) || !consents(table.Row(rel.Other)) || rel.Reserving == rel.Other {
				t.Fatalf("%+v", rel)
			}
		}
	})
}

func FuzzInForceCSV(f *testing.F) {
	f.Add("id,threshold,counted_instruments,extra_condition,delay_kind,delay_n\nT,2,ratification,REIO not counted,day,30\n", "treaty,participant,date,kind,counted\nT,A,2001-01-01,r,yes\nT,B,2001-01-02,a,\n")
	f.Add("id,short_name,title,extra_condition\nA,A,x of B,not before B itself\nB,B,B,subject to A being in force\n", "treaty,participant,date\nA,X,2001\nB,X,2002-01\n")
	f.Add("\ufeffid\n\"", "treaty,participant,date\n")
	f.Fuzz(func(t *testing.T, rules, deposits string) {
		InForceCSV(strings.NewReader(rules), strings.NewReader(deposits), io.Discard)
		for _, c := range ParseConditions(rules) {
			if c.Kind == "" {
				t.Fatalf("a condition without a kind: %+v", c)
			}
		}
		ParseWithdrawal(rules).WithdrawalDate(chancery.NewDate(2000, 2, 29), chancery.NewDate(1990, 1, 1), chancery.NewDate(1980, 1, 1))
	})
}

func FuzzParseStatus(f *testing.F) {
	f.Add([]byte("Participant,Signature,\"Ratification, Accession(a)\"\nChad 1,,9 Jun 1995 a\n"))
	f.Add([]byte("iso2,member,state party,year\nTD,Chad,1,1995\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		in := csv.NewReader(bytes.NewReader(raw))
		in.FieldsPerRecord, in.LazyQuotes = -1, true
		rows, err := in.ReadAll()
		if err != nil {
			return
		}
		table := ParseStatus(rows, StatusOptions{On: chancery.NewDate(2024, 5, 27)})
		if r := Reconcile(table, table); len(r.Differences) > 0 {
			t.Fatalf("a table differs from itself: %+v", r.Differences)
		}
		StandingOn(Rule{Threshold: 1, Delay: Delay{Kind: SameDay}}, table.Acts(), chancery.NewDate(2024, 5, 27), Known{})
	})
}

// manyActs makes the acts of one treaty with n States.
func manyActs(n, seed int) []Act {
	acts := make([]Act, 0, 2*n)
	for i := range n {
		on := chancery.NewDate(1960, 1, 1).AddDays((i*7919 + seed*104729) % 20_000)
		by := fmt.Sprintf("state:%03d", i)
		acts = append(acts, Act{ID: by + "s", Kind: Signed, By: by, Date: on}, Act{ID: by, Kind: Ratified, By: by, Date: on.AddDays(400), Deposited: on.AddDays(430)})
	}
	return acts
}

var benchRule = Rule{Name: "T", Article: "9", Threshold: 40, Delay: Delay{Kind: NthDay, N: 90}, Later: Delay{Kind: NthDay, N: 30}, Leave: ParseWithdrawal("1 year")}

// BenchmarkStanding is 193 States in 324 treaties on one day.
func BenchmarkStanding(b *testing.B) {
	treaties := make([][]Act, 324)
	for i := range treaties {
		treaties[i] = manyActs(193, i)
	}
	on := chancery.NewDate(2024, 5, 27)
	for b.Loop() {
		for _, acts := range treaties {
			StandingOn(benchRule, acts, on, Known{})
		}
	}
}

// BenchmarkWhatIf is one question over one treaty of 196 States.
func BenchmarkWhatIf(b *testing.B) {
	acts := manyActs(196, 1)
	for b.Loop() {
		WhatIf(benchRule, acts, "state:new", Accession, chancery.NewDate(2024, 5, 27), Known{})
	}
}
