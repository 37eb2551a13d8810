package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/RoaringBitmap/roaring/v2"

	"chancery"
	"chancery/ledger"
)

// maxTroubles bounds what a report lists.
const maxTroubles = 100

// Check reads the whole register; see [ledger.Store].
func (s *Store) Check(ctx context.Context, progress func(done, total int)) (ledger.Report, error) {
	var c checker
	err := s.snapshot(ctx, func(q session) error {
		c.session = q
		steps := []func() error{q.learnt, c.guards, c.order, c.documents, c.statements, c.fold, c.items, c.intervals, c.tallies, c.words}
		for i, step := range steps {
			if progress != nil {
				progress(i, len(steps))
			}
			if err := step(); err != nil {
				return err
			}
		}
		if progress != nil {
			progress(len(steps), len(steps))
		}
		return nil
	})
	return c.report, fault("store.Check", err)
}

type checker struct {
	session
	report ledger.Report
	log    ledger.Log
	number map[chancery.StatementID]int64
	ids    map[int64]chancery.StatementID
	gone   map[int64]bool // documents withdrawn
	seen   map[int64]verdictSeen
}

type verdictSeen struct {
	id    string
	index int
}

func (c *checker) trouble(key, format string, args ...any) {
	if len(c.report.Troubles) < maxTroubles {
		c.report.Troubles = append(c.report.Troubles, chancery.Say("check."+key, format, args...))
	}
}

// guards sees whether the triggers that refuse changes are there.
func (c *checker) guards() error {
	there := map[string]bool{}
	err := c.each(c.store.kind.triggers, func(scan func(...any) error) error {
		var name string
		err := scan(&name)
		there[name] = true
		return err
	})
	for _, t := range []string{"ledger", "document", "chunk", "edition", "piece", "note", "entity", "property", "rule", "statement", "reading", "anchor", "verdict", "target", "withdrawn"} {
		for _, what := range c.store.kind.guards {
			if !there[t+what] {
				c.trouble("guard", "the trigger %s is missing: the table %s can be changed", t+what, t)
			}
		}
	}
	return err
}

// order sees whether entries and verdicts follow each other.
func (c *checker) order() error {
	var last int64
	before := ""
	err := c.each("SELECT number, at FROM ledger ORDER BY number", func(scan func(...any) error) error {
		var n int64
		var at string
		err := scan(&n, &at)
		if n != last+1 || at <= before {
			c.trouble("order", "entry %d of the ledger does not follow entry %d", n, last)
		}
		last, before = n, at
		c.report.Entries++
		return err
	})
	if err != nil {
		return err
	}
	before = ""
	return c.each("SELECT number, at, installation FROM verdict ORDER BY number", func(scan func(...any) error) error {
		var n int64
		var at, installation string
		err := scan(&n, &at, &installation)
		if installation == "" {
			if at <= before {
				c.trouble("verdicts", "verdict %d is not later than the one before it", n)
			}
			before = at
		}
		c.report.Verdicts++
		return err
	})
}

// documents sees whether bytes and texts have their digests.
func (c *checker) documents() error {
	c.gone, c.log.Withdrawn = map[int64]bool{}, map[chancery.DocumentID]bool{}
	err := c.each("SELECT x.document, d.id FROM withdrawn x JOIN document d ON d.number = x.document", func(scan func(...any) error) error {
		var n int64
		var id chancery.DocumentID
		err := scan(&n, &id)
		c.gone[n], c.log.Withdrawn[id] = true, true
		return err
	})
	if err != nil {
		return err
	}
	var all []paper
	err = c.each("SELECT "+documentColumns+" FROM document d ORDER BY d.number", func(scan func(...any) error) error {
		p, err := scanPaper(scan)
		all = append(all, p)
		return err
	})
	for _, p := range all {
		if err != nil {
			return err
		}
		err = c.document(p)
	}
	c.report.Documents = len(all)
	return err
}

func (c *checker) document(p paper) error {
	h, size := sha256.New(), 0
	err := c.each("SELECT bytes FROM chunk WHERE document = $1 ORDER BY seq", func(scan func(...any) error) error {
		var b []byte
		err := scan(&b)
		h.Write(b)
		size += len(b)
		return err
	}, p.number)
	if err != nil {
		return err
	}
	switch id := fmt.Sprintf("%x", h.Sum(nil)); {
	case c.gone[p.number] && size > 0:
		c.trouble("withdrawn", "document %s was withdrawn but its bytes are there", string(p.ID))
	case !c.gone[p.number] && id != string(p.ID):
		c.trouble("digest", "the bytes of document %s are not those that were received", string(p.ID))
	}
	var editions []int
	digests := map[int][]byte{}
	err = c.each("SELECT number, digest FROM edition WHERE document = $1 ORDER BY number", func(scan func(...any) error) error {
		var n int
		var d []byte
		err := scan(&n, &d)
		editions, digests[n] = append(editions, n), d
		return err
	}, p.number)
	for _, n := range editions {
		if err != nil {
			return err
		}
		var text string
		text, err = c.text(p.number, n)
		switch sum := sha256.Sum256([]byte(text)); {
		case c.gone[p.number] && text != "":
			c.trouble("withdrawn", "document %s was withdrawn but its text is there", string(p.ID))
		case !c.gone[p.number] && !bytes.Equal(sum[:], digests[n]):
			c.trouble("text", "text %d of document %s is not as it was made", n, string(p.ID))
		}
	}
	return err
}

// statements sees whether statements have their names and quote their texts,
// and gathers them for the fold. Only what the fold needs is kept.
func (c *checker) statements() error {
	c.number, c.ids = map[chancery.StatementID]int64{}, map[int64]chancery.StatementID{}
	names := map[chancery.EntityID]chancery.EntityID{"": ""}
	name := func(id chancery.EntityID) chancery.EntityID {
		if _, ok := names[id]; !ok {
			names[id] = id
		}
		return names[id]
	}
	papers := map[chancery.DocumentID]chancery.DocumentID{}
	doc, edition, text := int64(0), 0, ""
	err := c.each("SELECT "+statementColumns+", s.document, s.entry FROM statement s"+statementJoins+" ORDER BY s.number", func(scan func(...any) error) error {
		var of int64
		var entry ledger.Number
		n, s, err := c.scanStatement(scan, &of, &entry)
		if err != nil {
			return err
		}
		c.report.Statements++
		if _, ok := papers[s.Passage.Document]; !ok {
			papers[s.Passage.Document] = s.Passage.Document
		}
		if c.gone[of] {
			if s.Value != "" || s.Original != "" {
				c.trouble("withdrawn", "statement %s was withdrawn but its value is there", s.ID.String())
			}
		} else {
			if s.Identify() != s.ID {
				c.trouble("statement", "statement %s does not say what its name stands for", s.ID.String())
			}
			if of != doc || s.Passage.Edition != edition {
				doc, edition = of, s.Passage.Edition
				if text, err = c.otherText(doc, edition); err != nil {
					return err
				}
			}
			if p := s.Passage; p.End > len(text) || text[p.Start:p.End] != p.Quote {
				c.trouble("quote", "statement %s quotes what is not in its text", s.ID.String())
			}
		}
		c.number[s.ID], c.ids[n] = n, s.ID
		short := chancery.Statement{ID: s.ID, Subject: name(s.Subject), Schema: s.Schema, Property: s.Property, Ref: name(s.Ref)}
		short.Passage.Document, short.Passage.Start = papers[s.Passage.Document], s.Passage.Start
		c.log.Statements = append(c.log.Statements, ledger.Arrived{Statement: short, Number: entry})
		return nil
	})
	return err
}

// otherText reads a text while another query is being read, on another connection.
func (c *checker) otherText(doc int64, edition int) (string, error) {
	var text string
	err := c.store.read(c.ctx, func(q session) (err error) {
		text, err = q.text(doc, edition)
		return err
	})
	return text, err
}

// fold folds the log anew and compares what stands.
func (c *checker) fold() error {
	if err := c.readings(); err != nil {
		return err
	}
	if err := c.verdictsOf(); err != nil {
		return err
	}
	folded := ledger.Fold(c.log)
	for _, step := range []func(ledger.Folded) error{c.facts, c.canon, c.edges} {
		if err := step(folded); err != nil {
			return err
		}
	}
	return nil
}

func (c *checker) readings() error {
	return c.each("SELECT r.number, d.id, l.at, r.statements FROM reading r JOIN document d ON d.number = r.document JOIN ledger l ON l.number = r.entry ORDER BY r.number", func(scan func(...any) error) error {
		var r ledger.ReadingAt
		var at string
		var raw []byte
		if err := scan(&r.Number, &r.Document, &at, &raw); err != nil {
			return err
		}
		b := roaring.New()
		if err := b.UnmarshalBinary(raw); err != nil {
			return err
		}
		for _, n := range unpack(b) {
			id, ok := c.ids[n]
			if !ok {
				c.trouble("reading", "reading %d has a statement that is not there", r.Number)
			}
			r.Statements = append(r.Statements, id)
		}
		var err error
		r.At, err = timeOf(at)
		c.log.Readings = append(c.log.Readings, r)
		return err
	})
}

func (c *checker) verdictsOf() error {
	c.seen = map[int64]verdictSeen{}
	at := map[int64]int{}
	err := c.each("SELECT number, id, at, judgement, installation, entry FROM verdict ORDER BY number", func(scan func(...any) error) error {
		var g ledger.Given
		var n int64
		var when string
		err := scan(&n, &g.ID, &when, &g.Judgement, &g.Installation, &g.Number)
		if err == nil {
			g.At, err = time.Parse(stamp, when)
		}
		at[n] = len(c.log.Verdicts)
		c.seen[n] = verdictSeen{g.ID, at[n]}
		c.log.Verdicts = append(c.log.Verdicts, g)
		return err
	})
	if err != nil {
		return err
	}
	return c.each(`SELECT t.verdict, t.kind, COALESCE(t.statement, 0), COALESCE(e.id, ''), COALESCE(o.id, ''), COALESCE(d.id, '') FROM target t
		LEFT JOIN entity e ON e.number = t.entity LEFT JOIN entity o ON o.number = t.other LEFT JOIN document d ON d.number = t.document
		ORDER BY t.verdict, t.seq`, func(scan func(...any) error) error {
		var n, statement int64
		var t chancery.Target
		err := scan(&n, &t.Kind, &statement, &t.Entity, &t.Other, &t.Document)
		if statement > 0 {
			t.Statement = c.ids[statement]
		}
		v := &c.log.Verdicts[at[n]]
		v.Targets = append(v.Targets, t)
		return err
	})
}

func (c *checker) facts(folded ledger.Folded) error {
	left := len(folded.Standing)
	err := c.each("SELECT statement, judgement, verdict, flags FROM fact WHERE until = $1", func(scan func(...any) error) error {
		var n, judgement, verdict, flags int64
		if err := scan(&n, &judgement, &verdict, &flags); err != nil {
			return err
		}
		want, ok := folded.Standing[c.ids[n]]
		left--
		if judgement == 1 {
			c.report.Facts++
		}
		id := c.ids[n]
		if !ok || want.Judgement != judgements[judgement] || want.Implied != (flags&implied != 0) || want.Conflict != (flags&conflict != 0) || want.Judgement != "" && want.ID != c.seen[verdict].id {
			c.trouble("fact", "statement %s stands as %q, but by the verdicts it is %q", id.String(), string(judgements[judgement]), string(want.Judgement))
		}
		return nil
	}, open)
	if left != 0 {
		c.trouble("facts", "%d statements have no standing, or more than one", max(left, -left))
	}
	return err
}

func (c *checker) canon(folded ledger.Folded) error {
	left := len(folded.Canonical)
	err := c.each("SELECT e.id, o.id FROM canon c JOIN entity e ON e.number = c.entity JOIN entity o ON o.number = c.canonical WHERE c.until = $1", func(scan func(...any) error) error {
		var e, o chancery.EntityID
		err := scan(&e, &o)
		left--
		if folded.Canonical[e] != o {
			c.trouble("canon", "%s stands for %s, but by the verdicts it is %q", string(o), string(e), string(folded.Canonical[e]))
		}
		return err
	}, open)
	if left != 0 {
		c.trouble("canons", "%d entities have the wrong one standing for them", max(left, -left))
	}
	return err
}

func (c *checker) edges(folded ledger.Folded) error {
	left := 0
	for _, s := range folded.Same {
		if s.Judgement != "" {
			left++
		}
	}
	err := c.each("SELECT x.id, y.id, e.judgement FROM edge e JOIN entity x ON x.number = e.a JOIN entity y ON y.number = e.b", func(scan func(...any) error) error {
		var a, b chancery.EntityID
		var j int64
		err := scan(&a, &b, &j)
		left--
		if folded.Same[ledger.PairOf(a, b)].Judgement != judgements[j] {
			c.trouble("edge", "%s and %s are judged otherwise than kept", string(a), string(b))
		}
		return err
	})
	if left != 0 {
		c.trouble("edges", "%d judgements on two things being the same are missing", max(left, -left))
	}
	return err
}

// items makes all rows and their bitmaps anew and compares.
func (c *checker) items() error {
	c.log = ledger.Log{}
	there := map[int64]string{}
	err := c.each("SELECT entity, schema, caption, captions, date, facts, proposed, marking, markings, traits FROM item", func(scan func(...any) error) error {
		var n int64
		var i ledger.Item
		var captions, date, markings, traits string
		err := scan(&n, &i.Schema, &i.Caption, &captions, &date, &i.Facts, &i.Proposed, &i.Marking, &markings, &traits)
		there[n] = strings.Join([]string{i.Schema, i.Caption, captions, date, fmt.Sprint(i.Facts, i.Proposed), i.Marking, markings, sortedTraits(splitTraits(traits))}, "\x00")
		return err
	})
	if err != nil {
		return err
	}
	bits, keys := map[string]*roaring.Bitmap{}, map[string]bool{}
	err = c.eachItem(func(items []item) error {
		for _, i := range items {
			c.report.Items++
			captions, err := json.Marshal(i.Captions)
			if err != nil {
				return err
			}
			want := strings.Join([]string{i.Schema, i.Caption, string(captions), i.Date.String(), fmt.Sprint(i.Facts, i.Proposed), i.Marking, strings.Join(i.Markings, "\x1f"), sortedTraits(i.traits)}, "\x00")
			if there[i.entity] != want {
				c.trouble("item", "the row of entity %d (%s) does not follow from its facts", i.entity, i.Caption)
			}
			delete(there, i.entity)
			for _, t := range i.traits {
				name := bitsName{t, i.entity >> chunkBits}.String()
				if bits[name] == nil {
					bits[name] = roaring.New()
				}
				bits[name].Add(uint32(i.entity))
			}
			for _, k := range nameKeys(i.Shown) {
				keys[fmt.Sprint(i.entity, " ", k)] = true
			}
		}
		return nil
	})
	if len(there) > 0 {
		c.trouble("items", "%d rows are of nothing that is there", len(there))
	}
	if err != nil {
		return err
	}
	return c.bits(bits, keys)
}

func sortedTraits(t []ledger.Trait) string {
	list := strings.Split(joinTraits(t), "\x1e")
	sort.Strings(list)
	return strings.Join(slices.Compact(list), "\x1e")
}

func (c *checker) bits(want map[string]*roaring.Bitmap, keys map[string]bool) error {
	err := c.each("SELECT name, bits FROM bits", func(scan func(...any) error) error {
		var name string
		var raw []byte
		if err := scan(&name, &raw); err != nil {
			return err
		}
		b := roaring.New()
		if err := b.UnmarshalBinary(raw); err != nil {
			return err
		}
		w := want[name]
		if w == nil {
			w = roaring.New()
		}
		if !w.Equals(b) {
			c.trouble("bits", "the list of those with %q does not follow from their rows", name)
		}
		delete(want, name)
		return nil
	})
	if len(want) > 0 {
		c.trouble("bitmaps", "%d lists of facets are missing", len(want))
	}
	if err != nil {
		return err
	}
	err = c.each("SELECT entity, key FROM name", func(scan func(...any) error) error {
		var n int64
		var k string
		err := scan(&n, &k)
		k = fmt.Sprint(n, " ", k)
		if !keys[k] {
			c.trouble("name", "a name key is kept that nothing has")
		}
		delete(keys, k)
		return err
	})
	if len(keys) > 0 {
		c.trouble("names", "%d name keys are missing", len(keys))
	}
	return err
}

// intervals sees whether each statement has a standing at every entry since it
// was proposed, and one only.
func (c *checker) intervals() error {
	var statement, until int64
	return c.each("SELECT f.statement, f.since, f.until, s.entry FROM fact f JOIN statement s ON s.number = f.statement ORDER BY f.statement, f.since", func(scan func(...any) error) error {
		var n, since, end, entry int64
		err := scan(&n, &since, &end, &entry)
		if n != statement && (since != entry || statement != 0 && until != open) || n == statement && since != until || end <= since {
			c.trouble("interval", "the past of statement number %d has a gap", n)
		}
		statement, until = n, end
		return err
	})
}

// tallies counts anew.
func (c *checker) tallies() error {
	for name, text := range map[string]string{
		"documents":  "SELECT COUNT(*) FROM document",
		"statements": "SELECT COUNT(*) FROM statement",
		"entities":   "SELECT COUNT(*) FROM entity",
		"verdicts":   "SELECT COUNT(*) FROM verdict",
		"facts":      fmt.Sprint("SELECT COUNT(*) FROM fact WHERE judgement = 1 AND until = ", open),
		"waiting":    fmt.Sprint("SELECT COUNT(*) FROM fact WHERE judgement = 0 AND until = ", open),
	} {
		var n, kept int64
		if _, err := c.one(text, []any{&n}); err != nil {
			return err
		}
		if _, err := c.one("SELECT n FROM tally WHERE name = $1", []any{&kept}, name); err != nil {
			return err
		}
		if n != kept {
			c.trouble("tally", "the register counts %d %s where there are %d", kept, name, n)
		}
	}
	return c.each(fmt.Sprint(`SELECT d.number, COALESCE(t.waiting, 0), COALESCE(t.judged, 0), COALESCE(x.waiting, 0), COALESCE(x.judged, 0) FROM document d
		LEFT JOIN document_state t ON t.document = d.number
		LEFT JOIN (SELECT s.document, SUM(CASE WHEN f.judgement = 0 THEN 1 ELSE 0 END) AS waiting, SUM(CASE WHEN f.judgement > 0 THEN 1 ELSE 0 END) AS judged
			FROM fact f JOIN statement s ON s.number = f.statement WHERE f.until = `, open, ` GROUP BY s.document) x ON x.document = d.number`), func(scan func(...any) error) error {
		var n, a, b, x, y int64
		err := scan(&n, &a, &b, &x, &y)
		if a != x || b != y {
			c.trouble("state", "document number %d counts %d waiting and %d judged where there are %d and %d", n, a, b, x, y)
		}
		return err
	})
}

// probes is about how many blocks and items are looked for by their words.
const probes = 300

// words looks for blocks and items by what they say: the index of words cannot
// be read back, but it can be asked.
func (c *checker) words() error {
	for _, t := range []struct{ words, of string }{{"block_words", "block"}, {"item_words", "item"}} {
		var a, b int64
		if _, err := c.one("SELECT COUNT(*) FROM "+t.words, []any{&a}); err != nil {
			return err
		}
		if _, err := c.one("SELECT COUNT(*) FROM "+t.of, []any{&b}); err != nil {
			return err
		}
		if a != b {
			c.trouble("index", "the index of words has %d rows for %d of %s", a, b, t.of)
		}
	}
	var total int64
	if _, err := c.one("SELECT COUNT(*) FROM block", []any{&total}); err != nil {
		return err
	}
	every, i := max(1, total/probes), int64(0)
	return c.eachBlock(func(number int64, language, s string) error {
		if i++; i%every != 0 {
			return nil
		}
		terms := termsOf(nil, language, s)
		if len(terms) == 0 {
			return nil
		}
		found, err := c.finds("block_words", number, terms[len(terms)/2])
		if !found && err == nil {
			c.trouble("search", "block %d of the search index is not found by its own words", number)
		}
		return err
	})
}

func (q session) finds(table string, number int64, term string) (bool, error) {
	k := q.store.kind
	match := strings.ReplaceAll(strings.ReplaceAll(k.match, "%[1]s", table), "%[2]s", "$1")
	var n int64
	return q.one("SELECT rowid FROM "+table+" WHERE "+match+" AND rowid = $2", []any{&n}, k.query([][]string{{term}}), number)
}
