package store

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"chancery"
	"chancery/ledger"
)

// Facts gives statements that stand confirmed; see [ledger.Store].
func (s *Store) Facts(ctx context.Context, ask ledger.FactQuery) ([]ledger.Fact, error) {
	var out []ledger.Fact
	err := s.snapshot(ctx, func(q session) (err error) {
		if err = q.learnt(); err == nil {
			out, err = q.facts(ask)
		}
		return err
	})
	return out, fault("store.Facts", err)
}

// facts asks page by page until enough facts are left of what On leaves out.
func (q session) facts(ask ledger.FactQuery) ([]ledger.Fact, error) {
	if ask.Limit > 0 && ask.Refs != nil && ask.Entities == nil && ask.Document == "" && !ask.ByDate && ask.At.On.IsZero() {
		return q.factsTo(ask)
	}
	where, args, err := q.factWhere(ask)
	if err != nil || where == "" {
		return nil, err
	}
	if ask.At.On.IsZero() {
		return q.factPage(where, args, ask, ask.Limit, 0)
	}
	var out []ledger.Fact
	for skip, step := 0, max(ask.Limit*2, 1000); ; skip += step {
		page, err := q.factPage(where, args, ask, step, skip)
		if err != nil {
			return nil, err
		}
		left, err := q.onDay(page, ask.At)
		if err != nil {
			return nil, err
		}
		out = append(out, left...)
		if ask.Limit > 0 && len(out) >= ask.Limit {
			return out[:ask.Limit], nil
		}
		if len(page) < step {
			return out, nil
		}
	}
}

// factsTo gives the first facts that refer to some entities. A State may have
// hundreds of thousands, in order of arrival by property only, so each
// property is asked for its first.
func (q session) factsTo(ask ledger.FactQuery) ([]ledger.Fact, error) {
	members, err := q.allMembers(ask.Refs, ask.At.Known)
	if err != nil {
		return nil, err
	}
	properties, err := q.propertiesOf(ask.Schemas, ask.Properties)
	if err != nil {
		return nil, err
	}
	rest := ask
	rest.Refs, rest.Schemas, rest.Properties = nil, nil, nil
	where, args, err := q.factWhere(rest)
	if err != nil {
		return nil, err
	}
	c := conditions{where, args}
	c.add("f.ref = ?", int64(0))
	c.add("f.property = ?", int64(0))
	text := "SELECT f.statement, f.subject FROM fact f JOIN statement s ON s.number = f.statement WHERE "
	if ask.Ceiling == nil {
		text = "SELECT f.statement, f.subject FROM fact f WHERE "
	}
	text += c.text + " ORDER BY f.statement LIMIT " + strconv.Itoa(ask.Limit)
	var found [][2]int64
	for _, m := range members {
		for _, p := range properties {
			if q.propertyOf(p).kindOf() != chancery.TypeEntity {
				continue
			}
			c.args[len(c.args)-2], c.args[len(c.args)-1] = m, p
			err := q.each(text, func(scan func(...any) error) error {
				var f [2]int64
				err := scan(&f[0], &f[1])
				found = append(found, f)
				return err
			}, c.args...)
			if err != nil {
				return nil, err
			}
		}
	}
	slices.SortFunc(found, func(a, b [2]int64) int { return cmp.Compare(a[0], b[0]) })
	var statements, subjects []int64
	for _, f := range found[:min(len(found), ask.Limit)] {
		statements, subjects = append(statements, f[0]), append(subjects, f[1])
	}
	these := conditions{where, args}
	these.add("f.subject IN "+ints("?"), numbers(distinct(subjects)))
	these.add("+f.statement IN "+ints("?"), numbers(statements))
	return q.factPage(these.text, these.args, ask, 0, 0)
}

// conditions gathers a WHERE with its parameters in order.
type conditions struct {
	text string
	args []any
}

func (c *conditions) add(text string, args ...any) {
	for _, a := range args {
		c.args = append(c.args, a)
		text = replaceFirst(text, "?", parameter(len(c.args)))
	}
	c.text += " AND " + text
}

func replaceFirst(s, old, new string) string {
	for i := range s {
		if s[i:i+1] == old {
			return s[:i] + new + s[i+1:]
		}
	}
	return s
}

// factWhere writes the conditions of a query; "" where nothing can be found.
func (q session) factWhere(ask ledger.FactQuery) (string, []any, error) {
	c := conditions{text: "f.judgement = 1"}
	c.add("f.since <= ?", at(ask.At.Known))
	c.add("f.until > ?", at(ask.At.Known))
	for _, side := range []struct {
		column string
		ids    []chancery.EntityID
	}{{"f.subject", ask.Entities}, {"f.ref", ask.Refs}} {
		if side.ids == nil {
			continue
		}
		members, err := q.allMembers(side.ids, ask.At.Known)
		if err != nil || len(members) == 0 {
			return "", nil, err
		}
		c.add(side.column+" IN "+ints("?"), numbers(members))
	}
	if ask.Schemas != nil || ask.Properties != nil {
		properties, err := q.propertiesOf(ask.Schemas, ask.Properties)
		if err != nil || len(properties) == 0 {
			return "", nil, err
		}
		// Where entities are asked for, their index serves better than the one by property.
		column := "f.property"
		if ask.Entities != nil {
			column = "+f.property"
		}
		if len(properties) == 1 { // an order by date can follow the index
			c.add(column+" = ?", properties[0])
		} else {
			c.add(column+" IN "+ints("?"), numbers(properties))
		}
	}
	if ask.Document != "" {
		p, err := q.paper("Facts", ask.Document)
		if err != nil {
			return "", nil, err
		}
		of, err := q.statementsOf(p.number, ask.At.Known)
		if err != nil {
			return "", nil, err
		}
		c.add("s.number IN "+ints("?"), numbers(of))
	}
	c.days(ask)
	if ask.After > 0 {
		c.add("f.statement > ?", ask.After)
	}
	if ask.Ceiling != nil {
		c.add("s.marking IN "+list("?"), words(ask.Ceiling))
	}
	return c.text, c.args, nil
}

// days adds between which days a date of the fact must be able to lie.
func (c *conditions) days(ask ledger.FactQuery) {
	if !ask.From.IsZero() {
		c.add("f.hi >= ?", day(ask.From.Lowest()))
	}
	if !ask.To.IsZero() {
		c.add("f.lo <= ?", day(ask.To.Highest()))
	}
	if ask.ByDate {
		c.add("f.lo IS NOT NULL")
		// A date means at most a year, so the index by first day can begin a year before.
		if !ask.From.IsZero() {
			c.add("f.lo >= ?", day(ask.From.Lowest().AddYears(-1)))
		}
	}
}

// allMembers gives everything that is one with any of some entities.
func (q session) allMembers(ids []chancery.EntityID, known ledger.Number) ([]int64, error) {
	found, err := q.numbersOf(ids)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	var list []int64
	for _, n := range found {
		list = append(list, n)
	}
	canonical, err := q.canonicalOf(list, known)
	if err != nil {
		return nil, err
	}
	for i, n := range list {
		if c, ok := canonical[n]; ok {
			list[i] = c
		}
	}
	members, err := q.membersOf(list, known)
	var out []int64
	for n := range members {
		out = append(out, n)
	}
	slices.Sort(out)
	return out, err
}

func (q session) factPage(where string, args []any, ask ledger.FactQuery, limit, skip int) ([]ledger.Fact, error) {
	from := "fact f JOIN statement s ON s.number = f.statement"
	order := " ORDER BY f.statement"
	if ask.ByDate {
		order = " ORDER BY f.lo, f.statement"
	}
	if ask.Entities == nil && ask.Refs == nil && ask.Schemas == nil && ask.Properties == nil && ask.Document == "" && !ask.ByDate {
		// All facts, by number: the statements lead.
		from = "statement s CROSS JOIN fact f"
		order = " ORDER BY s.number"
		where = "f.subject = s.subject AND f.statement = s.number AND s.number > " + strconv.FormatInt(ask.After, 10) + " AND " + where
	}
	if limit > 0 {
		order += " LIMIT " + parameter(len(args)+1) + " OFFSET " + parameter(len(args)+2)
		args = append(slices.Clone(args), int64(limit), int64(skip))
	}
	var out []ledger.Fact
	var entities [][2]int64
	err := q.each("SELECT "+statementColumns+`, f.subject, COALESCE(f.ref, 0), f.since, f.until, COALESCE(f.lo, 0), COALESCE(f.hi, 0), v.grade, v.id, v.person, v.at
		FROM `+from+statementJoins+" JOIN verdict v ON v.number = f.verdict WHERE "+where+order, func(scan func(...any) error) error {
		var f ledger.Fact
		var e [2]int64
		var until, lo, hi int64
		var at string
		n, s, err := q.scanStatement(scan, &e[0], &e[1], &f.Since, &until, &lo, &hi, &f.Grade, &f.VerdictID, &f.ConfirmedBy, &at)
		if err != nil {
			return err
		}
		f.Statement, f.Number, f.Lo, f.Hi = s, n, undate(lo), undate(hi)
		if until != open {
			f.Until = ledger.Number(until)
		}
		f.ConfirmedAt, err = timeOf(at)
		out, entities = append(out, f), append(entities, e)
		return err
	}, args...)
	if err != nil {
		return nil, err
	}
	return out, q.stand(out, entities, ask.At.Known)
}

// stand fills in the canonical entities of facts.
func (q session) stand(facts []ledger.Fact, entities [][2]int64, known ledger.Number) error {
	var all []int64
	for _, e := range entities {
		all = append(all, e[0], e[1])
	}
	canonical, err := q.canonicalOf(distinct(all), known)
	if err != nil {
		return err
	}
	var named []int64
	for _, c := range canonical {
		named = append(named, c)
	}
	if len(facts) > 0 && facts[0].Subject == "" { // those given one by one come without the names as said
		named = append(named, all...)
	}
	ids, err := q.idsOf(distinct(named))
	for i := range facts {
		f := &facts[i]
		f.Entity, f.Ref = cmp.Or(f.Statement.Subject, ids[entities[i][0]]), cmp.Or(f.Statement.Ref, ids[entities[i][1]])
		if c, ok := canonical[entities[i][0]]; ok {
			f.Entity = ids[c]
		}
		if c, ok := canonical[entities[i][1]]; ok {
			f.Ref = ids[c]
		}
	}
	return err
}

// onDay leaves out dates that certainly lie after a day, and everything about
// entities that certainly began after it.
func (q session) onDay(facts []ledger.Fact, at ledger.At) ([]ledger.Fact, error) {
	last := at.On.Highest()
	var ids []chancery.EntityID
	for _, f := range facts {
		ids = append(ids, f.Entity)
	}
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := q.itemsByID(distinct(ids), at.Known)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(facts, func(f ledger.Fact) bool {
		return !f.Lo.IsZero() && f.Lo.After(last) || !rows[f.Entity].IsZero() && rows[f.Entity].After(last)
	}), nil
}

// itemsByID gives the dates of canonical entities at an entry.
func (q session) itemsByID(ids []chancery.EntityID, known ledger.Number) (map[chancery.EntityID]chancery.Date, error) {
	found, err := q.numbersOf(ids)
	if err != nil {
		return nil, err
	}
	list := make([]int64, 0, len(found))
	for _, n := range found {
		list = append(list, n)
	}
	rows, err := q.rows(list, ledger.At{Known: known}, nil)
	out := map[chancery.EntityID]chancery.Date{}
	for _, r := range rows {
		out[r.Entity] = r.Date
	}
	return out, err
}
