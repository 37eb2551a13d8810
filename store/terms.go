package store

// learn loads the properties and rules that the register has numbers for.
func (q session) learn(head int64) error {
	t := q.terms
	properties, property := map[propertyName]int64{}, map[int64]propertyName{}
	rules, rule := map[ruleName]int64{}, map[int64]ruleName{}
	err := q.each("SELECT number, schema, name FROM property", func(scan func(...any) error) error {
		var n int64
		var p propertyName
		err := scan(&n, &p.schema, &p.name)
		properties[p], property[n] = n, p
		return err
	})
	if err != nil {
		return err
	}
	err = q.each("SELECT number, name, version FROM rule", func(scan func(...any) error) error {
		var n int64
		var r ruleName
		err := scan(&n, &r.name, &r.version)
		rules[r], rule[n] = n, r
		return err
	})
	if err != nil {
		return err
	}
	t.Lock()
	defer t.Unlock()
	t.head, t.properties, t.property, t.rules, t.rule = head, properties, property, rules, rule
	return nil
}

// learnt sees to it that every property and rule is known that the session can
// meet: they come with entries of the ledger.
func (q session) learnt() error {
	head, err := q.head()
	if err != nil {
		return err
	}
	q.terms.RLock()
	known := q.terms.head
	q.terms.RUnlock()
	if known >= head && known > 0 {
		return nil
	}
	return q.learn(head)
}

// learnNow is learnt for a transaction that may itself have added some.
func (w *writer) learnNow() error { return w.learn(w.number) }

// propertyOf and ruleOf name what a number stands for; learnt must have been
// asked before.
func (q session) propertyOf(n int64) propertyName {
	q.terms.RLock()
	defer q.terms.RUnlock()
	return q.terms.property[n]
}

func (q session) ruleOf(n int64) ruleName {
	q.terms.RLock()
	defer q.terms.RUnlock()
	return q.terms.rule[n]
}

// propertiesOf gives the numbers of the properties that have one of the
// schemas and one of the names; nil is all.
func (q session) propertiesOf(schemas, names []string) ([]int64, error) {
	if err := q.learnt(); err != nil {
		return nil, err
	}
	t := q.terms
	t.RLock()
	defer t.RUnlock()
	var out []int64
	for p, n := range t.properties {
		if has(schemas, p.schema) && has(names, p.name) {
			out = append(out, n)
		}
	}
	return out, nil
}

func has(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return list == nil
}

// property and rule give numbers to names. They are looked up in the
// transaction, so that one that is rolled back leaves nothing remembered.
func (w *writer) property(p propertyName) (int64, error) {
	if w.properties == nil {
		w.properties, w.rules = map[propertyName]int64{}, map[ruleName]int64{}
	}
	if n, ok := w.properties[p]; ok {
		return n, nil
	}
	var n, last int64
	found, err := w.one("SELECT number FROM property WHERE schema = $1 AND name = $2", []any{&n}, p.schema, p.name)
	if err == nil && !found {
		if _, err = w.one("SELECT COALESCE(MAX(number), 0) FROM property", []any{&last}); err == nil {
			n = last + 1
			err = w.exec("INSERT INTO property VALUES ($1, $2, $3)", n, p.schema, p.name)
		}
	}
	w.properties[p] = n
	return n, err
}

func (w *writer) rule(r ruleName) (int64, error) {
	if w.properties == nil {
		w.properties, w.rules = map[propertyName]int64{}, map[ruleName]int64{}
	}
	if n, ok := w.rules[r]; ok {
		return n, nil
	}
	var n, last int64
	found, err := w.one("SELECT number FROM rule WHERE name = $1 AND version = $2", []any{&n}, r.name, int64(r.version))
	if err == nil && !found {
		if _, err = w.one("SELECT COALESCE(MAX(number), 0) FROM rule", []any{&last}); err == nil {
			n = last + 1
			err = w.exec("INSERT INTO rule VALUES ($1, $2, $3)", n, r.name, int64(r.version))
		}
	}
	w.rules[r] = n
	return n, err
}
