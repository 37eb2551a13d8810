package register

import (
	"context"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"chancery"
	"chancery/ledger"
	"chancery/treaty"
)

// treatyBook keeps every treaty of the register ready to be asked, so that a
// list of hundreds needs no more of the store than what changed since.
type treatyBook struct {
	sync.Mutex
	now  *book
	past *book // of the state of knowledge asked for last
	last []recent
}

// recent is what was asked of the acts lately, with the facts to be cited.
type recent struct {
	key     recentKey
	number  ledger.Number // of the ledger when it was read
	ceiling string
	deeds   map[chancery.EntityID][]deed // by instrument
}

// recentKey is an instrument, or somebody whose acts under the reporting
// treaties were asked for.
type recentKey struct{ instrument, by chancery.EntityID }

// maxRecent bounds what is kept with its facts: about 2 MB each.
const maxRecent = 4

// recentDeeds gives what load gives, loaded again only where something was
// judged since that touches an act.
func (p *page) recentDeeds(key recentKey, load func() (map[chancery.EntityID][]deed, error)) (map[chancery.EntityID][]deed, error) {
	if p.reader.At.Known != 0 {
		return load()
	}
	c := &p.r.treaties
	is := func(r recent) bool { return r.key == key && r.ceiling == p.reader.Ceiling }
	c.Lock()
	i := slices.IndexFunc(c.last, is)
	var one recent
	if i >= 0 {
		one = c.last[i]
	}
	c.Unlock()
	if i >= 0 {
		if same, err := p.r.untouched(p.ctx, one.number, p.head.Ledger); err != nil || same {
			return one.deeds, err
		}
	}
	deeds, err := load()
	if err != nil {
		return nil, err
	}
	c.Lock()
	defer c.Unlock()
	c.last = append(slices.DeleteFunc(c.last, is), recent{key, p.head.Ledger, p.reader.Ceiling, deeds})
	c.last = slices.Clone(c.last[max(0, len(c.last)-maxRecent):])
	return deeds, nil
}

// untouched reports whether no act can have changed between two entries.
func (r *Register) untouched(ctx context.Context, from, to ledger.Number) (bool, error) {
	if from >= to {
		return true, nil
	}
	entries, err := r.store.Entries(ctx, ledger.EntryQuery{After: from, Limit: maxBehind + 1})
	if err != nil || len(entries) > maxBehind {
		return false, err
	}
	touched := touchedActs{r: r, ctx: ctx, acts: map[chancery.EntityID]bool{}}
	for _, e := range entries {
		if ok, err := touched.by(e); err != nil || !ok {
			return false, err
		}
	}
	return len(touched.acts) == 0, nil
}

// book is the treaties as they stood after one entry of the ledger.
type book struct {
	number ledger.Number
	deeds  map[chancery.EntityID][]deed // by instrument, without their facts
	laws   map[chancery.EntityID]lawOf
	order  []chancery.EntityID // treaties, sorted
	acts   map[chancery.EntityID]chancery.EntityID
	kept   map[lastKey][]treaty.TableOf // tables of days asked for lately
}

type lastKey struct {
	on      chancery.Date
	ceiling string
}

// maxDays bounds the days whose tables a book keeps.
const maxDays = 2

// book gives every treaty as it stands for a reader. What was confirmed since
// the last time is read alone.
func (r *Register) book(ctx context.Context, at ledger.At) (*book, error) {
	c := &r.treaties
	c.Lock()
	defer c.Unlock()
	if at.Known != 0 {
		if c.past == nil || c.past.number != at.Known {
			b, err := r.loadBook(ctx, at.Known)
			if err != nil {
				return nil, err
			}
			b.number = at.Known
			c.past = b
		}
		return c.past, nil
	}
	head, err := r.store.Head(ctx)
	if err != nil {
		return nil, err
	}
	if c.now != nil && c.now.number == head {
		return c.now, nil
	}
	if c.now != nil {
		fresh, ok, err := r.catchUp(ctx, c.now, head)
		if err != nil {
			return nil, err
		}
		if ok {
			c.now = fresh
			return fresh, nil
		}
	}
	b, err := r.loadBook(ctx, 0)
	if err != nil {
		return nil, err
	}
	b.number = head
	c.now = b
	return b, nil
}

// Warm reads every treaty once, so that the first list of them does not wait.
func (r *Register) Warm(ctx context.Context) error {
	_, err := r.book(ctx, ledger.At{})
	return chancery.Wrap("register.Warm", chancery.Internal, err)
}

func (r *Register) loadBook(ctx context.Context, known ledger.Number) (*book, error) {
	all := newDeeds(false)
	q := ledger.FactQuery{Schemas: []string{"Act"}, At: ledger.At{Known: known}}
	err := r.store.EachFact(ctx, q, func(f ledger.Fact) error {
		all.add(f)
		return nil
	})
	if err == nil {
		err = r.agents(ctx, all, q.At)
	}
	if err != nil {
		return nil, err
	}
	return newBook(all.finish()), nil
}

func newBook(deeds map[chancery.EntityID][]deed) *book {
	b := &book{deeds: deeds, laws: make(map[chancery.EntityID]lawOf, len(deeds)), acts: map[chancery.EntityID]chancery.EntityID{}, kept: map[lastKey][]treaty.TableOf{}}
	for id, list := range deeds {
		b.laws[id] = lawFor(id, list)
		b.order = append(b.order, id)
		for _, d := range list {
			b.acts[d.Entity] = id
		}
	}
	slices.Sort(b.order)
	return b
}

// maxBehind bounds the entries after which a book is read anew.
const maxBehind = 400

// catchUp brings a book up to the newest entry by reading what the entries
// since touched; ok is false where that is not known and all must be read.
func (r *Register) catchUp(ctx context.Context, old *book, head ledger.Number) (fresh *book, ok bool, err error) {
	entries, err := r.store.Entries(ctx, ledger.EntryQuery{After: old.number, Limit: maxBehind + 1})
	if err != nil || len(entries) > maxBehind {
		return nil, false, err
	}
	touched := touchedActs{r: r, ctx: ctx, acts: map[chancery.EntityID]bool{}}
	for _, e := range entries {
		if ok, err := touched.by(e); err != nil || !ok {
			return nil, false, err
		}
	}
	if len(touched.acts) == 0 {
		same := *old
		same.number = head
		return &same, true, nil
	}
	return r.renew(ctx, old, head, touched.acts)
}

// touchedActs gathers the acts whose facts an entry of the ledger can have changed.
type touchedActs struct {
	r    *Register
	ctx  context.Context
	acts map[chancery.EntityID]bool
}

func (t *touchedActs) by(e ledger.Entry) (bool, error) {
	switch e.Kind {
	case ledger.DocumentReceived, ledger.EditionAdded, ledger.Proposed, ledger.Noted, ledger.PersonAdded, ledger.SettingSet:
		return true, nil
	case ledger.Imported:
		return true, t.statements(ledger.StatementQuery{Document: chancery.DocumentID(e.Subject), LastReading: true})
	case ledger.Entered:
		return true, t.statements(ledger.StatementQuery{Subject: chancery.EntityID(e.Subject)})
	case ledger.Recorded:
		return t.verdicts(e.Number)
	}
	return false, nil
}

func (t *touchedActs) verdicts(n ledger.Number) (bool, error) {
	list, err := t.r.store.Verdicts(t.ctx, ledger.VerdictQuery{Number: n})
	if err != nil {
		return false, err
	}
	var ids []chancery.StatementID
	for _, v := range list {
		for _, target := range v.Targets {
			switch target.Kind {
			case chancery.OnStatement:
				ids = append(ids, target.Statement)
			case chancery.OnCard:
				err = t.statements(ledger.StatementQuery{Subject: target.Entity})
			case chancery.OnImport:
				err = t.statements(ledger.StatementQuery{Document: target.Document})
			default:
				return false, nil // two things became one: references move
			}
			if err != nil {
				return false, err
			}
		}
	}
	if len(ids) == 0 {
		return true, nil
	}
	return true, t.statements(ledger.StatementQuery{IDs: ids})
}

func (t *touchedActs) statements(q ledger.StatementQuery) error {
	list, err := t.r.store.Statements(t.ctx, q)
	for _, s := range list {
		if s.Schema == "Act" {
			t.acts[s.Canonical] = true
		}
	}
	return err
}

// renew gives the book with some acts read again.
func (r *Register) renew(ctx context.Context, old *book, head ledger.Number, acts map[chancery.EntityID]bool) (*book, bool, error) {
	ids := make([]chancery.EntityID, 0, len(acts))
	changed := map[chancery.EntityID]bool{}
	for id := range acts {
		ids = append(ids, id)
		if was, ok := old.acts[id]; ok {
			changed[was] = true
		}
	}
	slices.Sort(ids)
	again := newDeeds(false)
	for chunk := range slices.Chunk(ids, 2000) {
		facts, err := r.store.Facts(ctx, ledger.FactQuery{Entities: chunk})
		if err != nil {
			return nil, false, err
		}
		for _, f := range facts {
			again.add(f)
		}
	}
	if err := r.agents(ctx, again, ledger.At{}); err != nil {
		return nil, false, err
	}
	fresh := again.finish()
	deeds := make(map[chancery.EntityID][]deed, len(old.deeds))
	for id, list := range old.deeds {
		if changed[id] || fresh[id] != nil {
			list = slices.DeleteFunc(slices.Clone(list), func(d deed) bool { return acts[d.Entity] })
		}
		deeds[id] = list
	}
	for id, list := range fresh {
		deeds[id] = append(deeds[id], list...)
		changed[id] = true
	}
	b := &book{number: head, deeds: deeds, laws: make(map[chancery.EntityID]lawOf, len(deeds)), acts: map[chancery.EntityID]chancery.EntityID{}, kept: map[lastKey][]treaty.TableOf{}}
	for id, list := range deeds {
		if len(list) == 0 {
			delete(deeds, id)
			continue
		}
		if law, ok := old.laws[id]; ok && !changed[id] {
			b.laws[id] = law
		} else {
			b.laws[id] = lawFor(id, list)
		}
		b.order = append(b.order, id)
		for _, d := range list {
			b.acts[d.Entity] = id
		}
	}
	slices.Sort(b.order)
	return b, true, nil
}

// tables gives the standing of every participant in every treaty on a day, up
// to the reader's ceiling.
func (p *page) tables(b *book, on chancery.Date) []treaty.TableOf {
	key := lastKey{on, p.reader.Ceiling}
	p.r.treaties.Lock()
	kept := b.kept[key]
	p.r.treaties.Unlock()
	if kept != nil {
		return kept
	}
	out := make([]treaty.TableOf, len(b.order))
	var group sync.WaitGroup
	var next atomic.Int64
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(out)); i = next.Add(1) - 1 {
				id := b.order[i]
				out[i] = treaty.TableOf{Treaty: string(id), Table: p.seen(b, id).on(on)}
			}
		})
	}
	group.Wait()
	p.r.treaties.Lock()
	defer p.r.treaties.Unlock()
	if len(b.kept) >= maxDays {
		clear(b.kept)
	}
	b.kept[key] = out
	return out
}

// seen gives a treaty without the acts above the reader's ceiling.
func (p *page) seen(b *book, id chancery.EntityID) lawOf {
	list := p.seenDeeds(b, id)
	if l, ok := b.laws[id]; ok && len(list) == len(b.deeds[id]) {
		return l
	}
	return lawFor(id, list)
}

func (p *page) seenDeeds(b *book, id chancery.EntityID) []deed {
	list := b.deeds[id]
	if p.reader.Ceiling == "" || !slices.ContainsFunc(list, func(d deed) bool { return p.hidden(d.Marking) }) {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(d deed) bool { return p.hidden(d.Marking) })
}
