package treaty

import (
	"bytes"
	_ "embed"
	"strings"
	"sync"

	"chancery"
)

//go:embed known/rules.csv
var knownRules []byte

//go:embed known/deposits.csv
var knownDeposits []byte

// KnownTreaty is a treaty that ships with the program: its clauses, when it is
// recorded to have entered into force, and how well either is known.
type KnownTreaty struct {
	Rule
	Depositary string
	Met        chancery.Date // day on which the number is recorded to have been reached; zero where not known
	InForce    chancery.Date // as recorded; zero where it is not in force or not known
	ClauseFrom string        // how the clause is known: "read in treaty text", "memory"
	DateFrom   string        // how the date is known
	Doubts     []chancery.Doubt
}

// known is read once; the tables are part of the program, so what cannot be
// read in them is a fault of ours and stops it.
var known = sync.OnceValue(func() (k struct {
	list     []KnownTreaty
	index    map[string]int
	deposits map[string][]Deposit
}) {
	k.index = map[string]int{}
	err := readTable(bytes.NewReader(knownRules), MaxRules, []string{"id"}, func(row tableRow) {
		t := KnownTreaty{Depositary: row.get("depositary"), ClauseFrom: row.get("rule_status"), DateFrom: row.get("date_status")}
		t.Rule, t.Doubts = ParseRule(func(column string) string { return strings.Clone(row.get(column)) })
		t.Met, _ = parseDay(row.get("threshold_met_on"))
		t.InForce, _ = parseDay(row.get("entry_into_force"))
		k.index[t.ID] = len(k.list)
		k.list = append(k.list, t)
	})
	if err != nil {
		panic(err)
	}
	var notes []Note
	if k.deposits, notes, err = readDeposits(bytes.NewReader(knownDeposits)); err != nil || len(notes) > 0 {
		panic("treaty: the table of deposits that ships with the program has a bad row")
	}
	return k
})

// KnownTreaties lists the treaties that ship with the program. The list is
// shared: nobody may change it.
func KnownTreaties() []KnownTreaty { return known().list }

// KnownRule gives a treaty that ships with the program by its ID without a
// prefix: "UNTC-4-8".
func KnownRule(id string) (KnownTreaty, bool) {
	k := known()
	i, ok := k.index[id]
	if !ok {
		return KnownTreaty{}, false
	}
	return k.list[i], true
}

// KnownDeposits gives the instruments up to the threshold of a treaty that
// ships with the program, those of States that have ended among them, by which
// its entry into force can be computed where a status table of today names
// only today's States. Participants are named as the depositary names them.
//
// Source: UN Treaty Collection, status of 14 March 2015; deposits of
// predecessor States as their Origin says.
func KnownDeposits(id string) []Deposit { return known().deposits[id] }

// KnownEntry gives the recorded entry into force of the treaty that a clause
// speaks of by a name ("Covenant", "UNTOC"); child is the treaty of the clause.
// It serves as [Known.InForce].
func KnownEntry(name string, child Rule) (on chancery.Date, source string, ok bool) {
	best := 0
	for _, t := range known().list {
		if n := parentMatch(name, child, t.Name, t.Title); t.ID != child.ID && n > best {
			best, on, source = n, t.InForce, t.Source()
		}
	}
	for _, p := range parents {
		if n := parentMatch(name, child, p.names[0], p.names[1]); n > best {
			best, on, source = n, p.date, "UN Treaty Collection"
		}
	}
	return on, source, best > 0 && !on.IsZero()
}

// InGroup reports whether a State, by its English name, belonged on a day to a
// group that clauses speak of ("CoE members"); known is false for groups whose
// members the program does not know.
//
// Source: Statute of the Council of Europe and its list of members.
func InGroup(of, name string, on chancery.Date) (member, known bool) {
	test := group(of)
	if test == nil {
		return false, false
	}
	return test(name, on), true
}

// Renamed gives the rule with the States that its conditions name written as
// the caller writes participants; rename gives a name back where it knows no other.
func (r Rule) Renamed(rename func(name string) string) Rule {
	conditions := make([]Condition, len(r.Conditions))
	for i, c := range r.Conditions {
		if c.Kind == Named {
			if list := namedList(c.Of); list != nil {
				names := make([]string, len(list))
				for j, n := range list {
					names[j] = rename(strings.TrimSpace(n))
				}
				c.Of = strings.Join(names, "; ")
			}
		}
		conditions[i] = c
	}
	r.Conditions = conditions
	return r
}

// Label gives the delay as a message, to be worded in the reader's language.
func (d Delay) Label() chancery.Message { return d.say() }

// TableFrom makes a status table of rows that were read elsewhere; what it
// records follows from the acts in it.
func TableFrom(rows []StatusRow) StatusTable {
	t := StatusTable{Rows: rows}
	for _, r := range rows {
		for _, a := range r.Acts {
			_, binds := a.Instrument()
			t.consents = t.consents || binds
			t.signs = t.signs || a.Kind == Signed && !binds && !a.When().IsZero()
		}
	}
	return t
}
