package store_test

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"chancery"
	"chancery/ledger"
	"chancery/store"
	"chancery/store/pgtest"
	"chancery/storetest"
)

// small fills a store with a register that has something of everything.
func small(t testing.TB, s ledger.Store, statements int) {
	t.Helper()
	ctx := context.Background()
	p, err := s.AddPerson(ctx, chancery.Person{Name: "A"})
	if err != nil {
		t.Fatal(err)
	}
	source, err := storetest.Generate(ctx, s, p.ID, 5, statements)
	if err != nil {
		t.Fatal(err)
	}
	paper := source.Paper(40)
	for _, err := range []error{
		second(s.Receive(ctx, p.ID, paper.Receipt)), second(s.AddEdition(ctx, p.ID, paper.Edition)), second(s.Propose(ctx, p.ID, paper.Reading)),
		second(s.Record(ctx, p.ID, []chancery.Verdict{{Judgement: chancery.Confirmed, Targets: []chancery.Target{{Kind: chancery.OnStatement, Statement: paper.Reading.Statements[0].ID}}}})),
		s.SetSetting(ctx, p.ID, "home", "state:KAZ"), s.SetDraft(ctx, p.ID, "desk", []byte("7")), second(s.AddJob(ctx, p.ID, "read", []byte("{}"))),
		second(s.SaveView(ctx, ledger.View{Person: p.ID, Name: "n", Query: "q"})),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	gone := source.Paper(40)
	for _, err := range []error{second(s.Receive(ctx, p.ID, gone.Receipt)), second(s.AddEdition(ctx, p.ID, gone.Edition)),
		second(s.Import(ctx, p.ID, gone.Reading, chancery.Press)), s.Withdraw(ctx, p.ID, gone.Receipt.Document.ID, "by mistake")} {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// shown is what a register shows, in few words.
func shown(t testing.TB, s ledger.Store) string {
	t.Helper()
	ctx := context.Background()
	head, err := s.Head(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, known := range []ledger.Number{0, head / 2} {
		page, err := s.Items(ctx, ledger.ItemQuery{Proposed: true, Limit: 200, At: ledger.At{Known: known}})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, fmt.Sprintf("%d %+v %+v", page.Total, page.Rows, page.Facets))
		facts, err := s.Facts(ctx, ledger.FactQuery{At: ledger.At{Known: known}})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range facts {
			out = append(out, fmt.Sprintf("%d %s %s %s %s", f.Number, f.Entity, f.Property, f.Value, f.Ref))
		}
	}
	counts, err := s.Counts(ctx)
	if err != nil {
		t.Fatal(err)
	}
	entries, err := s.Entries(ctx, ledger.EntryQuery{})
	if err != nil {
		t.Fatal(err)
	}
	hits, err := s.Search(ctx, ledger.SearchQuery{Text: storetest.NewSource(5).Word(40)})
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range hits.Hits {
		out = append(out, fmt.Sprint(h.Document, h.Start, h.Snippet, h.Marks))
	}
	return strings.Join(append(out, fmt.Sprintf("%+v", counts), fmt.Sprintf("%d %+v", hits.Total, entries)), "\n")
}

func open(t testing.TB, at string) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), at, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func clean(t testing.TB, s ledger.Store) {
	t.Helper()
	report, err := s.Check(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range report.Troubles {
		t.Error(m)
	}
}

func TestBackupAndRestore(t *testing.T) {
	ctx := context.Background()
	s := open(t, t.TempDir())
	small(t, s, 2000)
	path := filepath.Join(t.TempDir(), "backup.sqlite")
	if err := s.Backup(ctx, path); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(ctx, path); chancery.KindOf(err) != chancery.Conflict {
		t.Errorf("a backup onto one that is there: %v", err)
	}
	want := shown(t, s)
	dir := filepath.Join(t.TempDir(), "new")
	if err := store.Restore(ctx, path, dir, store.Options{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, shown(t, open(t, dir))); diff != "" {
		t.Error(diff)
	}
	if err := store.Restore(ctx, path, dir, store.Options{}); chancery.KindOf(err) != chancery.Conflict {
		t.Errorf("restoring onto a register: %v", err)
	}
	if err := store.Restore(ctx, path+"x", filepath.Join(dir, "empty"), store.Options{}); chancery.KindOf(err) != chancery.NotFound {
		t.Errorf("restoring from nothing: %v", err)
	}
}

func TestMoveToPostgresAndBack(t *testing.T) {
	ctx := context.Background()
	from, away, back := open(t, t.TempDir()), open(t, pgtest.Database(t, prepared)), open(t, t.TempDir())
	small(t, from, 3000)
	want := shown(t, from)
	if err := store.Move(ctx, from, away); err != nil {
		t.Fatal(err)
	}
	if err := store.Move(ctx, from, away); chancery.KindOf(err) != chancery.Conflict {
		t.Errorf("moving onto a register: %v", err)
	}
	if err := store.Move(ctx, away, back); err != nil {
		t.Fatal(err)
	}
	got := shown(t, back)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	path := filepath.Join(t.TempDir(), "away.sqlite")
	if err := away.Backup(ctx, path); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := store.Restore(ctx, path, dir, store.Options{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, shown(t, open(t, dir))); diff != "" {
		t.Error(diff)
	}
}

// tables lists the tables of the log.
var tables = []string{"ledger", "document", "chunk", "edition", "piece", "note", "entity", "property", "rule", "statement", "reading", "anchor", "verdict", "target", "withdrawn"}

func TestLogRefusesChanges(t *testing.T) {
	dir := t.TempDir()
	postgres := pgtest.Database(t, prepared)
	for _, c := range []struct{ name, place, driver, address string }{
		{"sqlite", dir, "sqlite", "file:" + filepath.Join(dir, "register.sqlite") + "?_pragma=recursive_triggers(1)"}, {"postgres", postgres, "pgx", postgres},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := open(t, c.place)
			small(t, s, 300)
			fillEveryTable(t, s)
			db, err := sql.Open(c.driver, c.address)
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			for _, table := range tables {
				var n int
				if err := db.QueryRow("SELECT COUNT(*) FROM " + table).Scan(&n); err != nil || n == 0 {
					t.Fatalf("%s has %d rows: %v", table, n, err)
				}
				column := map[string]string{"chunk": "seq", "piece": "start", "reading": "rules", "anchor": "start", "target": "seq", "property": "name", "rule": "name", "document": "title",
					"edition": "version", "note": "message", "statement": "value", "verdict": "reason", "withdrawn": "reason", "entity": "entry", "ledger": "person"}[table]
				tries := []string{"UPDATE " + table + " SET " + column + " = " + column, "DELETE FROM " + table}
				if c.driver == "sqlite" {
					tries = append(tries, "INSERT OR REPLACE INTO "+table+" SELECT * FROM "+table, "REPLACE INTO "+table+" SELECT * FROM "+table)
				} else {
					tries = append(tries, "TRUNCATE "+table)
				}
				for _, try := range tries {
					if _, err := db.Exec(try); err == nil || !strings.Contains(err.Error(), "append-only") {
						t.Errorf("%s: %v", try, err)
					}
				}
			}
			clean(t, s)
		})
	}
}

// fillEveryTable adds what small leaves out: notes and anchors.
func fillEveryTable(t *testing.T, s ledger.Store) {
	ctx := context.Background()
	doc, _, err := s.Receive(ctx, "p", ledger.Receipt{Content: []byte("Anna Berg spoke first of all.")})
	if err != nil {
		t.Fatal(err)
	}
	at, err := chancery.Cut(doc.ID, 1, "Anna Berg spoke first of all.", 0, 9)
	if err != nil {
		t.Fatal(err)
	}
	st := chancery.Statement{Subject: chancery.NewMention(doc.ID, "Person", 1, 0, 9), Schema: "Person", Property: "name", Value: "Anna Berg", Passage: at, Rule: chancery.HandRule}
	st.ID = st.Identify()
	for i, text := range []string{"Anna Berg spoke first of all.", "Note: Anna Berg spoke first of all."} {
		if _, err := s.AddEdition(ctx, "p", chancery.Edition{Document: doc.ID, Extractor: "x", Version: i, Text: text}); err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			if err := s.Enter(ctx, "p", []chancery.Statement{st}, []chancery.Verdict{{Judgement: chancery.Confirmed, Targets: []chancery.Target{{Kind: chancery.OnStatement, Statement: st.ID}}}}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := s.Note(ctx, "p", doc.ID, chancery.Say("k", "trouble")); err != nil {
		t.Fatal(err)
	}
}

// TestCheckFinds spoils one projection after the other and sees that it is found.
func TestCheckFinds(t *testing.T) {
	for name, spoil := range map[string]string{
		"fact": "UPDATE fact SET judgement = 1, verdict = 1 WHERE judgement = 0", "lost fact": "DELETE FROM fact WHERE statement = 3", "past": "UPDATE fact SET since = since - 1 WHERE statement = 9",
		"canon": "UPDATE canon SET canonical = 1", "edge": "DELETE FROM edge", "item": "UPDATE item SET caption = 'x' WHERE entity = (SELECT MAX(entity) FROM item)", "items": "DELETE FROM item WHERE entity = (SELECT MAX(entity) FROM item)",
		"bits": "UPDATE bits SET bits = (SELECT bits FROM bits b WHERE b.name LIKE 'year%' LIMIT 1) WHERE name LIKE 'schema%'", "names": "DELETE FROM name WHERE key IN (SELECT key FROM name LIMIT 1)",
		"tally": "UPDATE tally SET n = n + 1 WHERE name = 'facts'", "state": "UPDATE document_state SET waiting = waiting + 1", "words": "DELETE FROM block_words WHERE rowid < 20",
		"trigger": "DROP TRIGGER statement_no_update", "ledger": "INSERT INTO ledger SELECT number + 5, at, person, kind, subject, count, judgement, note, entities, statements FROM ledger ORDER BY number DESC LIMIT 1",
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := open(t, dir)
			small(t, s, 1500)
			storetestMerge(t, s)
			db, err := sql.Open("sqlite", "file:"+filepath.Join(dir, "register.sqlite"))
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			if r, err := s.Check(context.Background(), nil); err != nil || !r.Clean() {
				t.Fatalf("%v %v", r.Troubles, err)
			}
			if _, err := db.Exec(spoil); err != nil {
				t.Fatal(err)
			}
			if r, err := s.Check(context.Background(), nil); err == nil && r.Clean() {
				t.Error("not found")
			}
		})
	}
}

// storetestMerge makes two persons one.
func storetestMerge(t *testing.T, s ledger.Store) {
	page, err := s.Items(context.Background(), ledger.ItemQuery{Schemas: []string{"Person"}, Proposed: true})
	if err != nil || len(page.Rows) < 2 {
		t.Fatalf("%d persons, %v", len(page.Rows), err)
	}
	if _, err := s.Record(context.Background(), "p", []chancery.Verdict{{Judgement: chancery.Confirmed, Targets: []chancery.Target{{Kind: chancery.OnSame, Entity: page.Rows[0].Entity, Other: page.Rows[1].Entity}}}}); err != nil {
		t.Fatal(err)
	}
}

func TestNewerRegisterIsRefused(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+filepath.Join(dir, "register.sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, 1)"); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(context.Background(), dir, store.Options{}); chancery.KindOf(err) != chancery.Conflict {
		t.Errorf("an older program opens a newer register: %v", err)
	}
}

// TestTwoServers has two servers, and several persons at each, write at once.
func TestTwoServers(t *testing.T) {
	for name, at := range map[string]string{"sqlite": t.TempDir(), "postgres": pgtest.Database(t, prepared)} {
		t.Run(name, func(t *testing.T) {
			ctx := context.Background()
			servers := []*store.Store{open(t, at), open(t, at)}
			source := storetest.NewSource(9)
			var papers []storetest.Paper
			for range 8 {
				papers = append(papers, source.Paper(60))
			}
			var wg sync.WaitGroup
			errs := make(chan error, 1000)
			for i, p := range papers {
				wg.Go(func() {
					s := servers[i%2]
					for _, err := range []error{second(s.Receive(ctx, "p", p.Receipt)), second(s.AddEdition(ctx, "p", p.Edition)), second(s.Propose(ctx, "p", p.Reading))} {
						errs <- err
					}
					for j := range 6 {
						_, err := s.Record(ctx, "p", []chancery.Verdict{{Judgement: chancery.Confirmed, Targets: []chancery.Target{{Kind: chancery.OnStatement, Statement: p.Reading.Statements[j].ID}}}})
						errs <- err
						_, err = s.Items(ctx, ledger.ItemQuery{Proposed: true})
						errs <- err
					}
				})
			}
			wg.Wait()
			close(errs)
			for err := range errs {
				if err != nil {
					t.Error(err)
				}
			}
			a, b := shown(t, servers[0]), shown(t, servers[1])
			if a != b {
				t.Error("the two servers show different registers")
			}
			head, err := servers[0].Head(ctx)
			if err != nil || head != 8*9 {
				t.Errorf("%d entries, want %d: %v", head, 8*9, err)
			}
			clean(t, servers[0])
		})
	}
}

// TestFullDisk fills a disk, which a limit on the file's pages stands for.
func TestFullDisk(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	s, err := store.Open(ctx, dir, store.Options{MaxPages: 600})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	source := storetest.NewSource(4)
	var kept []chancery.DocumentID
	for range 200 {
		p := source.Paper(200)
		if _, _, err = s.Receive(ctx, "p", p.Receipt); err != nil {
			break
		}
		kept = append(kept, p.Receipt.Document.ID)
		if _, err = s.AddEdition(ctx, "p", p.Edition); err != nil {
			break
		}
		if _, err = s.Import(ctx, "p", p.Reading, chancery.Press); err != nil {
			break
		}
	}
	if err == nil || chancery.KindOf(err) != chancery.Unavailable || !strings.Contains(err.Error(), "disk is full") {
		t.Fatalf("a full disk gives %v", err)
	}
	clean(t, s)
	for _, id := range kept {
		if _, err := s.Content(ctx, id); err != nil {
			t.Error(err)
		}
	}
	head, err := s.Head(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	roomy := open(t, dir)
	p := source.Paper(200)
	if _, _, err := roomy.Receive(ctx, "p", p.Receipt); err != nil {
		t.Errorf("with room again: %v", err)
	}
	if now, err := roomy.Head(ctx); err != nil || now != head+1 {
		t.Errorf("entry %d follows %d: %v", now, head, err)
	}
}

// writerEnv makes the test binary a program that writes to a register until it
// is killed, and says on standard output what was acknowledged.
const writerEnv = "CHANCERY_TEST_WRITER"

func write(dir string) error {
	ctx := context.Background()
	s, err := store.Open(ctx, dir, store.Options{})
	if err != nil {
		return err
	}
	source := storetest.NewSource(uint64(time.Now().UnixNano()))
	say := func(what string, err error) error {
		if err != nil {
			return err
		}
		head, err := s.Head(ctx)
		fmt.Println(head, what)
		return err
	}
	for {
		p := source.Paper(120)
		id := string(p.Receipt.Document.ID)
		_, _, err := s.Receive(ctx, "p", p.Receipt)
		if err := say("document "+id, err); err != nil {
			return err
		}
		_, err = s.AddEdition(ctx, "p", p.Edition)
		if err := say("edition "+id, err); err != nil {
			return err
		}
		if len(p.Reading.Statements)%2 == 0 {
			_, err = s.Import(ctx, "p", p.Reading, chancery.Press)
		} else {
			_, err = s.Propose(ctx, "p", p.Reading)
		}
		if err := say("statement "+p.Reading.Statements[0].ID.String(), err); err != nil {
			return err
		}
		for i := range 5 {
			v, err := s.Record(ctx, "p", []chancery.Verdict{{Judgement: chancery.Confirmed, Targets: []chancery.Target{{Kind: chancery.OnStatement, Statement: p.Reading.Statements[i*7].ID}}}})
			if err != nil {
				return err
			}
			if err := say("verdict "+v[0].ID, nil); err != nil {
				return err
			}
		}
	}
}

// killed starts a writer, kills it after a number of acknowledgements at no
// particular moment, and gives what it acknowledged.
func killed(t testing.TB, dir string, after int, nap time.Duration) []string {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), writerEnv+"="+dir)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	var said []string
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		said = append(said, lines.Text())
		if len(said) == after {
			time.AfterFunc(nap, func() { c.Process.Kill() })
		}
	}
	c.Wait()
	if len(said) < after {
		t.Fatalf("the writer ended by itself after %d lines", len(said))
	}
	return said
}

// survives kills writers and sees that nothing acknowledged is lost.
func survives(t testing.TB, times int) {
	ctx := context.Background()
	dir := t.TempDir()
	rng := rand.New(rand.NewPCG(uint64(times), 3))
	for range times {
		said := killed(t, dir, 1+rng.IntN(12), time.Duration(rng.IntN(20000))*time.Microsecond)
		s, err := store.Open(ctx, dir, store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range said {
			kept(t, s, line)
		}
		clean(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// kept sees that what a line acknowledges is there.
func kept(t testing.TB, s ledger.Store, line string) {
	t.Helper()
	ctx := context.Background()
	f := strings.Fields(line)
	if len(f) != 3 {
		return // the last line may have been cut by the kill
	}
	n, err := strconv.Atoi(f[0])
	if err != nil {
		t.Fatal(err)
	}
	head, err := s.Head(ctx)
	if err != nil || int(head) < n {
		t.Errorf("entry %d was acknowledged, the ledger ends at %d: %v", n, head, err)
	}
	switch f[1] {
	case "document":
		_, err = s.Content(ctx, chancery.DocumentID(f[2]))
	case "edition":
		_, err = s.Edition(ctx, chancery.DocumentID(f[2]), 1)
	case "verdict":
		_, err = s.Verdict(ctx, f[2])
	case "statement":
		var id chancery.StatementID
		var got []ledger.Judged
		if id, err = chancery.ParseStatementID(f[2]); err == nil {
			got, err = s.Statements(ctx, ledger.StatementQuery{IDs: []chancery.StatementID{id}})
		}
		if err == nil && len(got) != 1 {
			err = fmt.Errorf("the statement is not there")
		}
	}
	if err != nil {
		t.Errorf("%s was acknowledged: %v", line, err)
	}
}

func TestKilled(t *testing.T) { survives(t, 20) }

// BenchmarkKilled kills 200 writers.
func BenchmarkKilled(b *testing.B) {
	for b.Loop() {
		survives(b, 200)
	}
}
