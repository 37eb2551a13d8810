package store

import (
	"context"
	"slices"
	"time"

	"github.com/RoaringBitmap/roaring/v2"

	"chancery"
	"chancery/ledger"
)

// The judgements as the table fact has them.
var judgements = []chancery.Judgement{"", chancery.Confirmed, chancery.Rejected, chancery.Unsure}

func judgementCode(j chancery.Judgement) int64 { return int64(slices.Index(judgements, j)) }

// The flags of a standing.
const (
	implied  = 1
	conflict = 2
)

// Record appends verdicts; see [ledger.Store].
func (s *Store) Record(ctx context.Context, person string, verdicts []chancery.Verdict) ([]chancery.Verdict, error) {
	out := make([]chancery.Verdict, len(verdicts))
	err := s.append(ctx, person, ledger.Recorded, func(w *writer) error {
		if len(verdicts) == 0 {
			return fail("Record", chancery.Invalid, "verdict.empty", "nothing was judged")
		}
		return w.record(verdicts, out)
	})
	return out, fault("store.Record", err)
}

func (w *writer) record(verdicts, out []chancery.Verdict) error {
	var affected []int64
	targets := 0
	for i, v := range verdicts {
		v.ID, v.At, v.Person = "", time.Time{}, w.entry.Person
		kept, numbers, err := w.give(v, "")
		if err != nil {
			return err
		}
		out[i] = kept
		affected = append(affected, numbers...)
		targets += len(v.Targets)
	}
	w.entry.Count, w.entry.Judgement, w.entry.Note = targets, verdicts[0].Judgement, verdicts[0].Reason
	if t := verdicts[0].Targets; len(verdicts) == 1 && w.entry.Subject == "" {
		w.entry.Subject = subjectOf(t)
	}
	return w.rejudge(affected)
}

// subjectOf gives what a verdict is about where that is one thing.
func subjectOf(targets []chancery.Target) string {
	if len(targets) != 1 {
		return ""
	}
	switch t := targets[0]; t.Kind {
	case chancery.OnCard, chancery.OnSame:
		return string(t.Entity)
	default:
		return string(t.Document)
	}
}

// Adopt appends verdicts of another installation; see [ledger.Store].
func (s *Store) Adopt(ctx context.Context, person, installation string, verdicts []chancery.Verdict) (int, error) {
	added := 0
	if installation == "" {
		return 0, fail("Adopt", chancery.Invalid, "adopt.nameless", "the installation that the verdicts come from is not named")
	}
	err := s.append(ctx, person, ledger.Recorded, func(w *writer) error {
		var affected []int64
		for _, v := range verdicts {
			if v.ID == "" || v.At.IsZero() {
				return fail("Adopt", chancery.Invalid, "adopt.undated", "a verdict without ID or time cannot be adopted")
			}
			var n int64
			there, err := w.one("SELECT number FROM verdict WHERE id = $1", []any{&n}, v.ID)
			if err != nil {
				return err
			}
			if there {
				continue
			}
			_, numbers, err := w.give(v, installation)
			if err != nil {
				return err
			}
			added++
			affected = append(affected, numbers...)
		}
		w.quiet, w.entry.Count, w.entry.Note = added == 0, added, installation
		return w.rejudge(affected)
	})
	return added, fault("store.Adopt", err)
}

// give keeps one verdict and gives the statements that it may change. Of
// targets that are the same as others, what follows is done at once.
func (w *writer) give(v chancery.Verdict, installation string) (chancery.Verdict, []int64, error) {
	if v.Judgement != chancery.Undone && judgementCode(v.Judgement) < 1 || len(v.Targets) == 0 {
		return v, nil, fail("Record", chancery.Invalid, "verdict.invalid", "a verdict needs a judgement and something judged")
	}
	if err := plain(v.Reason, v.Person, v.ID); err != nil {
		return v, nil, err
	}
	v, err := w.keepVerdict(v, installation)
	if err != nil {
		return v, nil, err
	}
	affected, err := w.covered(w.verdicts)
	if err != nil {
		return v, nil, err
	}
	for _, t := range v.Targets {
		if t.Kind != chancery.OnSame {
			continue
		}
		if err := w.same(t, installation == ""); err != nil {
			return v, nil, err
		}
	}
	return v, affected, nil
}

// verdictNumber gives the next number of a verdict without taking it.
func (w *writer) verdictNumber() (int64, error) {
	if w.verdicts == 0 {
		if _, err := w.one("SELECT COALESCE(MAX(number), 0) FROM verdict", []any{&w.verdicts}); err != nil {
			return 0, err
		}
	}
	return w.verdicts + 1, nil
}

// keepVerdict appends a verdict and its targets.
func (w *writer) keepVerdict(v chancery.Verdict, installation string) (chancery.Verdict, error) {
	number, err := w.verdictNumber()
	if err != nil {
		return v, err
	}
	if installation == "" {
		v.At, v.Person = w.tick(), w.entry.Person
		v.ID = newID(v.At)
	}
	v.At = v.At.UTC().Truncate(time.Microsecond)
	w.verdicts = number
	w.tally["verdicts"]++
	err = w.insert("verdict", 9, [][]any{{number, v.ID, v.At.Format(stamp), v.Person, string(v.Judgement), v.Reason, string(v.Grade), installation, w.number}})
	if err != nil {
		return v, err
	}
	rows, err := w.targets(number, v, installation)
	if err != nil {
		return v, err
	}
	return v, w.insert("target", 8, rows)
}

// targets makes the rows of a verdict's targets.
func (w *writer) targets(number int64, v chancery.Verdict, installation string) ([][]any, error) {
	ids := make([]chancery.StatementID, 0, len(v.Targets))
	var named []chancery.EntityID
	for _, t := range v.Targets {
		switch t.Kind {
		case chancery.OnStatement:
			ids = append(ids, t.Statement)
		case chancery.OnCard:
			named = append(named, t.Entity)
		case chancery.OnSame:
			named = append(named, t.Entity, t.Other)
		}
	}
	statements := map[chancery.StatementID]int64{}
	for part := range slices.Chunk(ids, batch) {
		if err := w.find(part, statements); err != nil {
			return nil, err
		}
	}
	if err := w.nameable(named); err != nil {
		return nil, err
	}
	rows := make([][]any, len(v.Targets))
	for i, t := range v.Targets {
		row := []any{number, int64(i), string(t.Kind), nil, nil, nil, nil, nil}
		var err error
		switch t.Kind {
		case chancery.OnStatement:
			n, ok := statements[t.Statement]
			if !ok {
				return nil, fail("Record", chancery.NotFound, "statement.missing", "the register has no statement %s", t.Statement.String())
			}
			row[3] = n
		case chancery.OnSame:
			if t.Entity == t.Other {
				return nil, fail("Record", chancery.Invalid, "same.itself", "a thing is always the same as itself; choose another")
			}
			p := ledger.PairOf(t.Entity, t.Other)
			row[4], row[5] = w.known[p.A], w.known[p.B]
		case chancery.OnCard:
			row[4] = w.known[t.Entity]
			row[6], row[7], err = w.readingFor(t.Document, v.At, installation)
		case chancery.OnImport:
			row[6], row[7], err = w.readingFor(t.Document, v.At, installation)
		default:
			err = fail("Record", chancery.Invalid, "verdict.target", "%q is nothing that can be judged", string(t.Kind))
		}
		if err != nil {
			return nil, err
		}
		rows[i] = row
	}
	return rows, nil
}

// nameable interns entities that verdicts name; a mention must be there already.
func (w *writer) nameable(ids []chancery.EntityID) error {
	if len(ids) == 0 {
		return nil
	}
	if err := w.lookUp(distinct(ids)); err != nil {
		return err
	}
	for _, id := range ids {
		if _, ok := w.known[id]; !ok && !id.Authority() {
			return fail("Record", chancery.NotFound, "entity.missing", "the register has nothing named %s", string(id))
		}
	}
	return w.entitiesOf(distinct(ids))
}

// readingFor gives a document and its reading in force at a time.
func (w *writer) readingFor(id chancery.DocumentID, at time.Time, installation string) (doc, reading any, err error) {
	p, err := w.paper("Record", id)
	if err != nil {
		return nil, nil, err
	}
	var n int64
	if installation == "" {
		n, err = w.lastReading(p.number, 0)
	} else {
		_, err = w.one(`SELECT COALESCE(MAX(r.number), 0) FROM reading r JOIN ledger l ON l.number = r.entry
			WHERE r.document = $1 AND l.at <= $2`, []any{&n}, p.number, at.Format(stamp))
	}
	return p.number, n, err
}

// covered gives the statements that a verdict's targets cover, or covered by
// verdicts on the same targets before, which it may take back.
func (w *writer) covered(verdict int64) ([]int64, error) {
	all := roaring.New()
	type card struct{ entity, doc int64 }
	var cards []card
	var docs []int64
	err := w.each("SELECT kind, COALESCE(statement, 0), COALESCE(entity, 0), COALESCE(document, 0) FROM target WHERE verdict = $1", func(scan func(...any) error) error {
		var kind string
		var statement, entity, doc int64
		err := scan(&kind, &statement, &entity, &doc)
		switch chancery.TargetKind(kind) {
		case chancery.OnStatement:
			all.Add(uint32(statement))
		case chancery.OnCard:
			cards = append(cards, card{entity, doc})
		case chancery.OnImport:
			docs = append(docs, doc)
		}
		return err
	}, verdict)
	if err != nil {
		return nil, err
	}
	for _, c := range cards {
		err := w.each("SELECT f.statement FROM fact f JOIN statement s ON s.number = f.statement WHERE f.subject = $1 AND s.document = $2 AND f.until = $3", func(scan func(...any) error) error {
			var n int64
			err := scan(&n)
			all.Add(uint32(n))
			return err
		}, c.entity, c.doc, open)
		if err != nil {
			return nil, err
		}
	}
	for _, d := range docs {
		of, err := w.statementsOf(d, 0)
		if err != nil {
			return nil, err
		}
		for _, n := range of {
			all.Add(uint32(n))
		}
	}
	return unpack(all), nil
}

// held is a statement with the standing it has.
type held struct {
	number, subject, document, property, ref int64
	since, judgement, verdict, flags         int64
	lo, hi                                   any
}

const heldColumns = `s.number, s.subject, s.document, s.property, COALESCE(s.ref, 0), f.since, f.judgement, f.verdict, f.flags, f.lo, f.hi`

const heldFrom = ` FROM statement s JOIN fact f ON f.subject = s.subject AND f.statement = s.number`

func scanHeld(scan func(...any) error, more ...any) (held, error) {
	var h held
	err := scan(append([]any{&h.number, &h.subject, &h.document, &h.property, &h.ref, &h.since, &h.judgement, &h.verdict, &h.flags, &h.lo, &h.hi}, more...)...)
	return h, err
}

// rejudge works out anew what holds of statements, and writes what changed.
func (w *writer) rejudge(statements []int64) error {
	slices.Sort(statements)
	for part := range slices.Chunk(slices.Compact(statements), batch) {
		if err := w.rejudgePart(part); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) rejudgePart(part []int64) error {
	var list []held
	err := w.each("SELECT "+heldColumns+heldFrom+" WHERE f.until = $1 AND s.number IN "+ints("$2"), func(scan func(...any) error) error {
		h, err := scanHeld(scan)
		list = append(list, h)
		return err
	}, open, numbers(part))
	if err != nil {
		return err
	}
	stand, err := w.standings(list)
	if err != nil {
		return err
	}
	var changes []change
	for _, h := range list {
		to := stand(h)
		if to.Judgement == "" && h.flags&implied != 0 {
			w.dirty.name(h.subject) // whether it is still implied is seen there
			continue
		}
		changes = append(changes, change{h, to})
	}
	return w.apply(changes)
}

// target is what a verdict is about, by short numbers.
type target struct {
	kind byte // s, c or i
	a, b int64
}

// standings gives what holds of statements by the verdicts there are on them,
// their cards and their imports.
func (q session) standings(list []held) (func(held) ledger.Standing, error) {
	var ids, subjects, docs []int64
	for _, h := range list {
		ids, subjects, docs = append(ids, h.number), append(subjects, h.subject), append(docs, h.document)
	}
	opinions, reading, err := q.opinions(ids, subjects, docs)
	if err != nil {
		return nil, err
	}
	by := map[target][]ledger.Opinion[target]{}
	bits := map[int64]*roaring.Bitmap{}
	for _, o := range ledger.InForce(opinions) {
		by[o.Target] = append(by[o.Target], o)
		if n := reading[o.Verdict][o.Target]; o.Target.kind != 's' && bits[n] == nil {
			if bits[n], err = q.readingBits(n); err != nil {
				return nil, err
			}
		}
	}
	return func(h held) ledger.Standing {
		covering := slices.Clone(by[target{'s', h.number, 0}])
		for _, t := range []target{{'c', h.subject, h.document}, {'i', h.document, 0}} {
			for _, o := range by[t] {
				if bits[reading[o.Verdict][t]].Contains(uint32(h.number)) {
					covering = append(covering, o)
				}
			}
		}
		slices.SortFunc(covering, ledger.Opinion[target].Order)
		return ledger.Stand(covering)
	}, nil
}

// opinions gives the verdicts on statements, on the cards of subjects and on
// the imports of documents, and of which reading each target of each was.
func (q session) opinions(ids, subjects, docs []int64) (opinions []ledger.Opinion[target], reading map[int]map[target]int64, err error) {
	reading = map[int]map[target]int64{}
	const columns = "SELECT COALESCE(t.statement, 0), COALESCE(t.entity, 0), COALESCE(t.document, 0), COALESCE(t.reading, 0), v.number, v.at, v.id, v.judgement, v.installation FROM target t JOIN verdict v ON v.number = t.verdict WHERE "
	collect := func(kind byte, where string, keys []int64) error {
		return q.each(columns+where+ints("$1"), func(scan func(...any) error) error {
			var statement, entity, doc, read int64
			var o ledger.Opinion[target]
			var at string
			if err := scan(&statement, &entity, &doc, &read, &o.Verdict, &at, &o.ID, &o.Judgement, &o.Installation); err != nil {
				return err
			}
			t, err := timeOf(at)
			o.At = t.UnixMicro()
			o.Target = map[byte]target{'s': {'s', statement, 0}, 'c': {'c', entity, doc}, 'i': {'i', doc, 0}}[kind]
			if reading[o.Verdict] == nil {
				reading[o.Verdict] = map[target]int64{}
			}
			reading[o.Verdict][o.Target] = read
			opinions = append(opinions, o)
			return err
		}, numbers(distinct(keys)))
	}
	if err = collect('s', "t.kind = 'statement' AND t.statement IN ", ids); err != nil {
		return nil, nil, err
	}
	if err = collect('c', "t.kind = 'card' AND t.entity IN ", subjects); err != nil {
		return nil, nil, err
	}
	err = collect('i', "t.kind = 'import' AND t.document IN ", docs)
	return opinions, reading, err
}

// change is a statement whose standing may have changed.
type change struct {
	held
	to ledger.Standing
}

func (c change) code() (judgement, verdict, flags int64) {
	judgement, verdict = judgementCode(c.to.Judgement), int64(c.to.Verdict)
	if c.to.Implied {
		flags |= implied
	}
	if c.to.Conflict {
		flags |= conflict
	}
	return judgement, verdict, flags
}

// apply writes standings that differ from those held, and notes what follows.
func (w *writer) apply(changes []change) error {
	var subjects, closed, dropped []int64
	var rows [][]any
	for _, c := range changes {
		judgement, verdict, flags := c.code()
		if judgement == c.judgement && verdict == c.verdict && flags == c.flags {
			continue
		}
		subjects = append(subjects, c.subject)
		if c.since == w.number {
			dropped = append(dropped, c.number)
		} else {
			closed = append(closed, c.number)
		}
		var ref any
		if c.ref > 0 {
			ref = c.ref
		}
		rows = append(rows, []any{c.subject, c.number, w.number, open, judgement, verdict, flags, c.property, ref, c.lo, c.hi})
		w.dirty.name(c.subject)
		if c.ref > 0 { // by the same judgement of another verdict, its name is implied by that one
			w.dirty.name(c.ref)
		}
		if judgement == c.judgement {
			continue
		}
		w.count(c.document, c.judgement, judgement)
		w.dirty.stale(c.subject)
	}
	if len(rows) == 0 {
		return nil
	}
	of := numbers(distinct(subjects))
	err := w.exec("UPDATE fact SET until = $1 WHERE until = $2 AND subject IN "+ints("$3")+" AND +statement IN "+ints("$4"), w.number, open, of, numbers(closed))
	if err == nil && len(dropped) > 0 {
		err = w.exec("DELETE FROM fact WHERE since = $1 AND subject IN "+ints("$2")+" AND +statement IN "+ints("$3"), w.number, of, numbers(dropped))
	}
	if err == nil {
		err = w.insert("fact", 11, rows)
	}
	return err
}
