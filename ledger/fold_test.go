package ledger

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"chancery"
)

// drawLog makes a small log: two papers with readings of statements on a few
// entities, and verdicts of two installations on all kinds of targets.
func drawLog(t *rapid.T) Log {
	start := time.Date(2024, 5, 27, 9, 0, 0, 0, time.UTC)
	minute := func(n int) time.Time { return start.Add(time.Duration(n) * time.Minute) }
	entities := []chancery.EntityID{"ma", "mb", "mc", "md", "state:KAZ"}
	docs := []chancery.DocumentID{"d1", "d2"}
	entity := rapid.SampledFrom(entities)
	var log Log
	for i := range rapid.IntRange(1, 12).Draw(t, "statements") {
		s := chancery.Statement{Subject: entity.Draw(t, "subject"), Schema: "Person", Property: "name", Value: fmt.Sprint(i)}
		if rapid.Bool().Draw(t, "refers") {
			s.Schema, s.Property, s.Ref = "Occupancy", "holder", entity.Draw(t, "ref")
		}
		s.Passage.Document = rapid.SampledFrom(docs).Draw(t, "paper")
		s.ID = s.Identify()
		log.Statements = append(log.Statements, Arrived{s, Number(1 + i/3)})
	}
	for i := range rapid.IntRange(0, 4).Draw(t, "readings") {
		r := ReadingAt{Document: rapid.SampledFrom(docs).Draw(t, "paper"), At: minute(rapid.IntRange(0, 20).Draw(t, "read")), Number: int64(i)}
		for _, s := range log.Statements {
			if s.Passage.Document == r.Document && rapid.Bool().Draw(t, "holds") {
				r.Statements = append(r.Statements, s.ID)
			}
		}
		log.Readings = append(log.Readings, r)
	}
	for i := range rapid.IntRange(0, 14).Draw(t, "verdicts") {
		log.Verdicts = append(log.Verdicts, Given{
			Verdict: chancery.Verdict{ID: fmt.Sprintf("%026d", i), At: minute(rapid.IntRange(0, 20).Draw(t, "judged")),
				Judgement: rapid.SampledFrom([]chancery.Judgement{chancery.Confirmed, chancery.Confirmed, chancery.Rejected, chancery.Unsure, chancery.Undone}).Draw(t, "judgement"),
				Targets:   []chancery.Target{drawTarget(t, log, entity, docs)}},
			Installation: rapid.SampledFrom([]string{"", "", "embassy"}).Draw(t, "installation"), Number: Number(i + 1)})
	}
	return log
}

func drawTarget(t *rapid.T, log Log, entity *rapid.Generator[chancery.EntityID], docs []chancery.DocumentID) chancery.Target {
	doc := rapid.SampledFrom(docs).Draw(t, "paper judged")
	switch rapid.IntRange(0, 4).Draw(t, "target") {
	case 0:
		return chancery.Target{Kind: chancery.OnCard, Entity: entity.Draw(t, "card"), Document: doc}
	case 1:
		return chancery.Target{Kind: chancery.OnImport, Document: doc}
	case 2:
		return chancery.Target{Kind: chancery.OnSame, Entity: entity.Draw(t, "one"), Other: entity.Draw(t, "other")}
	}
	return chancery.Target{Kind: chancery.OnStatement, Statement: rapid.SampledFrom(log.Statements).Draw(t, "statement").ID}
}

// seen is a fold without the caller's own numbers of verdicts, which follow
// the order of arrival.
func seen(f Folded) Folded {
	for id, s := range f.Standing {
		s.Verdict = 0
		f.Standing[id] = s
	}
	for p, s := range f.Same {
		s.Verdict = 0
		f.Same[p] = s
		if s.Judgement == "" {
			delete(f.Same, p)
		}
	}
	return f
}

func TestOrderOfArrivalDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := drawLog(t)
		other := Log{
			Statements: rapid.Permutation(log.Statements).Draw(t, "statements arrive"),
			Readings:   rapid.Permutation(log.Readings).Draw(t, "readings arrive"),
			Verdicts:   rapid.Permutation(log.Verdicts).Draw(t, "verdicts arrive"),
		}
		if diff := cmp.Diff(seen(Fold(log)), seen(Fold(other))); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestUndoLeavesNoTrace judges once more and takes it back, at any later time.
func TestUndoLeavesNoTrace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := drawLog(t)
		before := seen(Fold(log))
		target := drawTarget(t, log, rapid.SampledFrom([]chancery.EntityID{"ma", "mb", "mc", "md", "state:KAZ"}), []chancery.DocumentID{"d1", "d2"})
		later := time.Date(2024, 5, 28, 0, 0, 0, 0, time.UTC)
		for i, j := range []chancery.Judgement{rapid.SampledFrom([]chancery.Judgement{chancery.Confirmed, chancery.Rejected, chancery.Unsure}).Draw(t, "judgement"), chancery.Undone} {
			log.Verdicts = append(log.Verdicts, Given{Verdict: chancery.Verdict{ID: fmt.Sprintf("z%025d", i), At: later.Add(time.Duration(i) * time.Second), Judgement: j, Targets: []chancery.Target{target}}, Number: 1000})
		}
		if diff := cmp.Diff(before, seen(Fold(log))); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestComponents sees that one stands for each component, an entity of an
// authority file before any other.
func TestComponents(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := Fold(drawLog(t))
		for id, c := range f.Canonical {
			if _, ok := f.Canonical[c]; ok || id == c {
				t.Fatalf("%s stands for %s and another for it", c, id)
			}
			if id.Authority() && !c.Authority() {
				t.Fatalf("a mention %s stands for %s", c, id)
			}
		}
		for p, s := range f.Same {
			if s.Judgement == chancery.Confirmed && standsFor(f, p.A) != standsFor(f, p.B) {
				t.Fatalf("%v are the same and have different canonical entities", p)
			}
		}
	})
}

func standsFor(f Folded, id chancery.EntityID) chancery.EntityID {
	if c, ok := f.Canonical[id]; ok {
		return c
	}
	return id
}

func TestInForce(t *testing.T) {
	list := func(judgements ...chancery.Judgement) []Opinion[int] {
		var out []Opinion[int]
		for i, j := range judgements {
			out = append(out, Opinion[int]{At: int64(i), Judgement: j})
		}
		return out
	}
	const c, r, u = chancery.Confirmed, chancery.Rejected, chancery.Undone
	for _, test := range []struct {
		given []chancery.Judgement
		want  chancery.Judgement
	}{
		{nil, ""}, {[]chancery.Judgement{u}, ""}, {[]chancery.Judgement{c, u}, ""}, {[]chancery.Judgement{c, r, u}, c}, {[]chancery.Judgement{c, u, c}, c},
		{[]chancery.Judgement{u, c}, c}, {[]chancery.Judgement{c, r, u, u}, ""}, {[]chancery.Judgement{c, r}, r},
	} {
		if got := Stand(InForce(list(test.given...))).Judgement; got != test.want {
			t.Errorf("%v stands as %q, want %q", test.given, got, test.want)
		}
	}
}

func TestPath(t *testing.T) {
	links := map[int][]int{1: {2}, 2: {1, 3}, 3: {2, 4}, 4: {3}, 5: {6}, 6: {5}}
	next := func(n int) []int { return links[n] }
	if diff := cmp.Diff([]int{1, 2, 3, 4}, Path(1, 4, next)); diff != "" {
		t.Error(diff)
	}
	if p := Path(1, 5, next); p != nil {
		t.Errorf("a path between components: %v", p)
	}
	if c := Component(3, next); len(c) != 4 {
		t.Errorf("component: %v", c)
	}
}

func TestRowOf(t *testing.T) {
	part := func(n int64, property, value string, j chancery.Judgement) Part {
		return Part{Number: n, Schema: "Event", Property: property, Value: value, Language: "en", Kind: chancery.Paper, Judgement: j}
	}
	row, ok := RowOf("m", []Part{
		part(4, "date", "2024", chancery.Confirmed), part(1, "name", "First", chancery.Rejected), part(3, "name", "Third", chancery.Confirmed),
		part(2, "name", "Second", ""), part(5, "type", "meeting", chancery.Confirmed),
	})
	if !ok || row.Caption != "Third" || row.Facts != 3 || row.Proposed != 1 || row.Date.String() != "2024" {
		t.Errorf("%+v", row.Item)
	}
	want := []Trait{{"schema", "Event"}, {"standing", "confirmed"}, {"standing", "proposed"}, {"year", "2024"}, {"document", "paper"}, {"marking", ""}, {"type", "meeting"}}
	if diff := cmp.Diff(want, row.Traits); diff != "" {
		t.Error(diff)
	}
	if row, ok = RowOf("m", []Part{part(2, "name", "Second", ""), part(1, "name", "First", chancery.Rejected)}); !ok || row.Caption != "Second" || row.Confirmed {
		t.Errorf("of proposals: %+v", row.Item)
	}
	if _, ok = RowOf("m", []Part{part(1, "name", "First", chancery.Rejected)}); ok {
		t.Error("what was rejected has a row")
	}
}
