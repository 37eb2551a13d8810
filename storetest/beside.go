package storetest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"chancery"
	"chancery/ledger"
)

func entries(t *testing.T, d *desk) {
	_, ms, ids := d.people()
	d.judge(chancery.Confirmed, onStatements(ids[0]))
	d.judge(chancery.Confirmed, onSame(ms[0], ms[1]))
	d.must(d.SetSetting(d.ctx, d.person, "home", "state:KAZ"))
	all, err := d.Entries(d.ctx, ledger.EntryQuery{Forward: true})
	d.must(err)
	var kinds []string
	for i, e := range all {
		kinds = append(kinds, string(e.Kind))
		if e.Number != ledger.Number(i+1) || e.Person != d.person || i > 0 && !e.At.After(all[i-1].At) {
			t.Errorf("entry %d: %+v", i, e)
		}
	}
	if diff := cmp.Diff([]string{"person", "received", "edition", "proposed", "recorded", "recorded", "setting"}, kinds); diff != "" {
		t.Error(diff)
	}
	numbers := func(q ledger.EntryQuery) (out []int) {
		got, err := d.Entries(d.ctx, q)
		d.must(err)
		for _, e := range got {
			out = append(out, int(e.Number))
		}
		return out
	}
	for _, c := range []struct {
		q    ledger.EntryQuery
		want []int
	}{
		{ledger.EntryQuery{Limit: 2}, []int{7, 6}}, {ledger.EntryQuery{Before: 3}, []int{2, 1}}, {ledger.EntryQuery{After: 5}, []int{6, 7}},
		{ledger.EntryQuery{Kind: ledger.Recorded}, []int{6, 5}}, {ledger.EntryQuery{Subject: all[1].Subject}, []int{4, 3, 2}}, {ledger.EntryQuery{Person: "nobody"}, nil},
	} {
		if diff := cmp.Diff(c.want, numbers(c.q)); diff != "" {
			t.Errorf("%+v: %s", c.q, diff)
		}
	}
}

func persons(t *testing.T, d *desk) {
	p, err := d.AddPerson(d.ctx, chancery.Person{Name: "Boris", Post: "Attaché", Body: "Ministry"})
	d.must(err)
	all, err := d.Persons(d.ctx)
	d.must(err)
	if len(all) != 2 || all[1] != p || p.ID == "" || p.ID == d.person {
		t.Errorf("persons: %+v", all)
	}
	_, err = d.AddPerson(d.ctx, p)
	d.refused(err, chancery.Conflict)
}

func settings(t *testing.T, d *desk) {
	if v, err := d.Setting(d.ctx, "home"); v != "" || err != nil {
		t.Errorf("never set: %q %v", v, err)
	}
	for _, v := range []string{"state:KAZ", "body:WDO", ""} {
		d.must(d.SetSetting(d.ctx, d.person, "home", v))
		if got, err := d.Setting(d.ctx, "home"); got != v || err != nil {
			t.Errorf("%q, %v, want %q", got, err, v)
		}
	}
}

func drafts(t *testing.T, d *desk) {
	for _, c := range []string{"one", "two"} {
		d.must(d.SetDraft(d.ctx, d.person, "desk", []byte(c)))
		if got, err := d.Draft(d.ctx, d.person, "desk"); string(got) != c || err != nil {
			t.Errorf("%q %v", got, err)
		}
	}
	d.must(d.SetDraft(d.ctx, d.person, "desk", nil))
	if got, err := d.Draft(d.ctx, d.person, "desk"); got != nil || err != nil {
		t.Errorf("forgotten: %q %v", got, err)
	}
}

func views(t *testing.T, d *desk) {
	v, err := d.SaveView(d.ctx, ledger.View{Person: d.person, Name: "Elections", Query: "schema=Election"})
	d.must(err)
	v.Name = "All elections"
	_, err = d.SaveView(d.ctx, v)
	d.must(err)
	w, err := d.SaveView(d.ctx, ledger.View{Person: d.person, Name: "Persons", Query: "schema=Person"})
	d.must(err)
	got, err := d.Views(d.ctx, d.person)
	d.must(err)
	if diff := cmp.Diff([]ledger.View{v, w}, got); diff != "" {
		t.Error(diff)
	}
	d.must(d.DropView(d.ctx, "another", v.ID))
	d.must(d.DropView(d.ctx, d.person, w.ID))
	if got, err = d.Views(d.ctx, d.person); len(got) != 1 || err != nil {
		t.Errorf("views: %+v %v", got, err)
	}
}

func jobs(t *testing.T, d *desk) {
	a, err := d.AddJob(d.ctx, d.person, "read", []byte(`{"document":"x"}`))
	d.must(err)
	_, err = d.AddJob(d.ctx, d.person, "read", []byte(`{}`))
	d.must(err)
	_, err = d.AddJob(d.ctx, d.person, "read", []byte(`{`))
	d.refused(err, chancery.Invalid)
	take := func() ledger.Job {
		t.Helper()
		j, ok, err := d.TakeJob(d.ctx)
		d.must(err)
		if !ok {
			return ledger.Job{}
		}
		return j
	}
	first, second := take(), take()
	if first.ID != a.ID || string(first.Input) != `{"document":"x"}` || first.Tries != 1 || second.ID == a.ID || take().ID != 0 {
		t.Errorf("taken: %+v, %+v", first, second)
	}
	d.must(d.EndJob(d.ctx, second.ID, ""))
	for i := range 5 {
		d.must(d.EndJob(d.ctx, first.ID, "the file is broken"))
		if again := take(); i < 4 && again.ID != first.ID || i == 4 && again.ID != 0 {
			t.Errorf("try %d takes %+v", i+2, again)
		}
	}
	all, err := d.Jobs(d.ctx, 10)
	d.must(err)
	if len(all) != 2 || !all[0].Done || all[1].Done || all[1].Trouble != "the file is broken" || all[1].Tries != 5 {
		t.Errorf("jobs: %+v", all)
	}
}

func cancelled(t *testing.T, d *desk) {
	ctx, cancel := context.WithCancel(d.ctx)
	cancel()
	_, _, err := d.Receive(ctx, d.person, ledger.Receipt{Content: []byte("x")})
	d.refused(err, chancery.Cancelled)
	_, err = d.Items(ctx, ledger.ItemQuery{})
	d.refused(err, chancery.Cancelled)
	d.people() // the store goes on
}

// concurrent has several persons judge and read at once.
func concurrent(t *testing.T, d *desk) {
	_, _, ids := d.people()
	var wg sync.WaitGroup
	errs := make(chan error, 64)
	for i := range 6 {
		wg.Go(func() {
			for range 5 {
				j := []chancery.Judgement{chancery.Confirmed, chancery.Rejected, chancery.Undone}[i%3]
				if _, err := d.Record(d.ctx, d.person, []chancery.Verdict{{Judgement: j, Targets: onStatements(ids[i%3])}}); err != nil {
					errs <- err
				}
				if _, err := d.Items(d.ctx, ledger.ItemQuery{Proposed: true}); err != nil {
					errs <- err
				}
			}
		})
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		t.Error(err)
	}
	if d.head() != 4+30 {
		t.Errorf("the ledger has %d entries, want 34", d.head())
	}
}

// properties judges at random and asks of every moment of the past what was
// seen at that moment.
func properties(t *testing.T, d *desk) {
	rng := rand.New(rand.NewPCG(7, uint64(len(t.Name()))))
	_, ms, ids := d.people()
	_, events, more := d.meetings()
	ms, ids = append(ms, events...), append(ids, more...)
	docs, err := d.Documents(d.ctx, ledger.DocumentQuery{})
	d.must(err)
	seen := map[ledger.Number]string{}
	look := func(known ledger.Number) string {
		at := ledger.At{Known: known}
		page := d.list(ledger.ItemQuery{Proposed: true, At: at})
		var rows []string
		for _, r := range page.Rows {
			rows = append(rows, fmt.Sprint(r.Entity, r.Facts, r.Proposed, r.Caption))
		}
		var facets []string
		for _, f := range []string{"schema", "type", "year", "country", "standing"} {
			facets = append(facets, counts(page, f))
		}
		return strings.Join(append(rows, facets...), "\n") + strings.Join(d.factsOf(ledger.FactQuery{At: at}), ",")
	}
	judgements := []chancery.Judgement{chancery.Confirmed, chancery.Confirmed, chancery.Rejected, chancery.Unsure, chancery.Undone}
	for range 40 {
		j := judgements[rng.IntN(len(judgements))]
		var targets []chancery.Target
		switch rng.IntN(4) {
		case 0:
			a, b := rng.IntN(len(ms)), rng.IntN(len(ms))
			targets = onSame(ms[a], ms[(a+1+b%(len(ms)-1))%len(ms)])
		case 1:
			m := rng.IntN(len(ms))
			doc := docs.Rows[1].ID
			if m >= 3 {
				doc = docs.Rows[0].ID
			}
			targets = []chancery.Target{{Kind: chancery.OnCard, Entity: ms[m], Document: doc}}
		default:
			targets = onStatements(ids[rng.IntN(len(ids))], ids[rng.IntN(len(ids))])
		}
		_, err := d.Record(d.ctx, d.person, []chancery.Verdict{{Judgement: j, Targets: targets}})
		if err != nil && chancery.KindOf(err) != chancery.Conflict {
			t.Fatal(err)
		}
		seen[d.head()] = look(0)
	}
	for known, want := range seen {
		if got := look(known); got != want {
			t.Fatalf("as known at %d:\n%s\nseen then:\n%s", known, got, want)
		}
	}
	d.check()
}
