package storetest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"

	"chancery"
	"chancery/ledger"
)

// Source makes papers out of a seed, always the same ones in the same order.
// Their statements have the mix of schemas of a register that has been used for
// years: 30 % of all references are to one State. The words are made up; some
// are common and most are rare, as words are.
type Source struct {
	rng     *rand.Rand
	words   []string
	zipf    *rand.Zipf
	papers  int
	bodies  []named // met so far, for references from paper to paper
	persons []named
}

type named struct {
	id   chancery.EntityID
	name string
}

// HomeState is the State that 30 % of all references are to.
const HomeState = chancery.EntityID("state:KAZ")

// NewSource begins a series of papers.
func NewSource(seed uint64) *Source {
	rng := rand.New(rand.NewPCG(seed, 1))
	s := &Source{rng: rng, zipf: rand.NewZipf(rng, 1.1, 8, 19999)}
	syllables := []string{"ka", "lo", "mi", "ner", "ta", "vo", "sel", "dar", "pru", "gan", "the", "ist", "on", "er", "bi", "zu"}
	for i := range 20000 {
		w := ""
		for n := i + 16; n > 0; n /= len(syllables) {
			w += syllables[n%len(syllables)]
		}
		s.words = append(s.words, w)
	}
	return s
}

// Word gives the n-th commonest word, from 0.
func (s *Source) Word(n int) string { return s.words[n] }

// Text gives a number of words.
func (s *Source) Text(words int) string {
	var b strings.Builder
	for i := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(s.words[s.zipf.Uint64()])
	}
	return b.String()
}

func (s *Source) name() string {
	w := []string{s.words[s.rng.IntN(len(s.words))], s.words[s.rng.IntN(len(s.words))]}
	for i := range w {
		w[i] = strings.ToUpper(w[i][:1]) + w[i][1:]
	}
	return strings.Join(w, " ")
}

// state gives a State, the home one three times in ten.
func (s *Source) state() named {
	if s.rng.IntN(10) < 3 {
		return named{HomeState, "Kazakhstan"}
	}
	n := s.rng.IntN(192)
	return named{chancery.EntityID(fmt.Sprintf("state:%c%c%c", 'A'+n/26, 'A'+n%26, 'A'+n%7)), "State " + fmt.Sprint(n)}
}

func (s *Source) date() string {
	y, m, d := 2000+s.rng.IntN(25), 1+s.rng.IntN(12), 1+s.rng.IntN(28)
	switch s.rng.IntN(10) {
	case 0:
		return fmt.Sprintf("%04d", y)
	case 1:
		return fmt.Sprintf("%04d-%02d", y, m)
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

// Paper is a made paper with its text and what is read in it.
type Paper struct {
	Receipt ledger.Receipt
	Edition chancery.Edition
	Reading chancery.Reading
}

// value is one value on a line of a paper.
type value struct {
	property, value string
	ref             chancery.EntityID
}

// Paper makes the next paper with at least so many statements.
func (s *Source) Paper(statements int) Paper {
	s.papers++
	kinds := []chancery.DocumentKind{chancery.Paper, chancery.Paper, chancery.Paper, chancery.Notes, chancery.Letter}
	doc := chancery.Document{Name: fmt.Sprintf("paper-%d.csv", s.papers), Title: s.name(), Kind: kinds[s.rng.IntN(len(kinds))], Media: "text/csv", Language: "en",
		Published: chancery.NewDate(2005+s.rng.IntN(20), 1+s.rng.IntN(12), 1), Received: chancery.NewDate(2025, 1, 1)}
	var text strings.Builder
	fmt.Fprintf(&text, "Paper %d\n", s.papers)
	var all []chancery.Statement
	var starts []int
	for len(all) < statements {
		schema, values := s.thing()
		subject := chancery.EntityID(fmt.Sprintf("line %d", len(starts)))
		starts = append(starts, text.Len())
		for _, v := range values {
			at := text.Len()
			text.WriteString(v.value)
			all = append(all, chancery.Statement{Subject: subject, Schema: schema, Property: v.property, Value: v.value, Ref: v.ref, Language: "en",
				Passage: chancery.Passage{Edition: 1, Start: at, End: text.Len(), Quote: v.value}, Rule: "import.generated", Version: 1})
			text.WriteByte(';')
		}
		text.WriteString(s.Text(14) + "\n")
	}
	content := text.String()
	doc.ID = chancery.NewDocumentID([]byte(content))
	p := Paper{ledger.Receipt{Document: doc, Content: []byte(content)}, chancery.Edition{Document: doc.ID, Extractor: "csv", Version: 1, Text: content, Language: "en"},
		chancery.Reading{Document: doc.ID, Edition: 1, Rules: 1, Statements: all}}
	line := -1
	var subject chancery.EntityID
	for i := range all {
		st := &all[i]
		if line+1 < len(starts) && st.Passage.Start == starts[line+1] {
			line++
			subject = chancery.NewImportMention(doc.ID, st.Schema, fmt.Sprint(line))
			s.remember(st, subject)
		}
		st.Subject, st.Passage.Document = subject, doc.ID
		st.ID = st.Identify()
	}
	return p
}

// remember keeps some of the bodies and persons met, so that later papers
// refer to them.
func (s *Source) remember(st *chancery.Statement, subject chancery.EntityID) {
	switch {
	case st.Schema == "Organization" && (len(s.bodies) < 500 || s.rng.IntN(40) == 0):
		s.bodies = append(s.bodies, named{subject, st.Value})
	case st.Schema == "Person" && (len(s.persons) < 5000 || s.rng.IntN(10) == 0):
		s.persons = append(s.persons, named{subject, st.Value})
	}
}

func (s *Source) body() named {
	if len(s.bodies) == 0 {
		return named{"body:WDO", "Women Development Organization"}
	}
	return s.bodies[s.rng.IntN(len(s.bodies))]
}

func (s *Source) person() named {
	if len(s.persons) == 0 {
		return named{"body:OIC", "Organisation of Islamic Cooperation"}
	}
	return s.persons[s.rng.IntN(len(s.persons))]
}

// thing makes one thing of the mix.
func (s *Source) thing() (schema string, values []value) {
	to := func(property string, n named) value { return value{property, n.name, n.id} }
	one := func(property string, of ...string) value { return value{property, of[s.rng.IntN(len(of))], ""} }
	switch n := s.rng.IntN(100); {
	case n < 14:
		return "Person", []value{{"name", s.name(), ""}, to("nationality", s.state()), {"biography", s.Text(5), ""}}
	case n < 22:
		return "Organization", []value{{"name", s.name(), ""}, one("kind", "igo", "ministry", "commission", "committee"), to("country", s.state()), {"founded", s.date(), ""}}
	case n < 34:
		return "Occupancy", []value{{"title", s.name(), ""}, to("holder", s.person()), to("body", s.body()), to("accreditedTo", s.state()), {"from", s.date(), ""}}
	case n < 46:
		return "Event", []value{{"name", s.name(), ""}, one("type", "meeting", "visit", "session", "conference"), {"date", s.date(), ""}, to("party", s.state()), to("party", s.state()), {"topic", s.Text(6), ""}}
	case n < 54:
		return "Intervention", []value{{"text", s.Text(12), ""}, one("verb", "informed", "noted", "proposed", "agreed"), to("speaker", s.person()), to("forWhom", s.state()), to("about", s.body())}
	case n < 66:
		return "Act", []value{one("type", "signed", "ratified", "acceded", "reserved"), {"date", s.date(), ""}, to("by", s.state()), {"note", s.Text(4), ""}}
	case n < 71:
		return "Instrument", []value{{"name", s.name(), ""}, one("type", "treaty", "plan", "law", "resolution"), {"symbol", fmt.Sprintf("A/RES/%d/%d", s.rng.IntN(80), s.rng.IntN(300)), ""}, {"date", s.date(), ""}}
	case n < 84:
		return "Recommendation", []value{{"paragraph", fmt.Sprintf("%d.%d", 100+s.rng.IntN(60), s.rng.IntN(300)), ""}, {"text", s.Text(16), ""}, to("by", s.state()), to("to", s.state()),
			one("cycle", "1", "2", "3", "4"), one("actionCategory", "1", "2", "3", "4", "5"), one("position", "Supported", "Noted")}
	case n < 92:
		return "Measure", []value{{"number", fmt.Sprint(s.rng.IntN(200)), ""}, {"text", s.Text(14), ""}, to("responsible", s.body()), {"due", s.date(), ""}, {"area", s.Text(2), ""}}
	default:
		return "Membership", []value{to("member", s.state()), to("organization", s.body()), {"from", s.date(), ""}}
	}
}

// Generate fills a store with a register of about so many statements: three
// papers in five are accepted whole, the rest wait, and of the bodies and
// persons that papers refer to one in twenty is the same as another.
func Generate(ctx context.Context, store ledger.Store, person string, seed uint64, statements int) (*Source, error) {
	const each = 5000
	s := NewSource(seed)
	for done, i := 0, 0; done < statements; i++ {
		p := s.Paper(min(each, statements-done))
		if _, _, err := store.Receive(ctx, person, p.Receipt); err != nil {
			return nil, err
		}
		if _, err := store.AddEdition(ctx, person, p.Edition); err != nil {
			return nil, err
		}
		var err error
		if i%5 < 3 {
			_, err = store.Import(ctx, person, p.Reading, chancery.OfficialSite)
		} else {
			_, err = store.Propose(ctx, person, p.Reading)
		}
		if err != nil {
			return nil, err
		}
		done += len(p.Reading.Statements)
	}
	return s, s.merge(ctx, store, person)
}

// merge judges one in twenty of the things remembered to be the same as another.
func (s *Source) merge(ctx context.Context, store ledger.Store, person string) error {
	var verdicts []chancery.Verdict
	for _, list := range [][]named{s.bodies, s.persons} {
		for i := 20; i < len(list); i += 20 {
			verdicts = append(verdicts, chancery.Verdict{Judgement: chancery.Confirmed, Targets: []chancery.Target{{Kind: chancery.OnSame, Entity: list[i].id, Other: list[i-1].id}}})
		}
	}
	for len(verdicts) > 0 {
		n := min(len(verdicts), 100)
		if _, err := store.Record(ctx, person, verdicts[:n]); err != nil {
			return err
		}
		verdicts = verdicts[n:]
	}
	return nil
}

// Persons and Bodies give things that papers refer to, in the order met.
func (s *Source) Persons() []chancery.EntityID { return ids(s.persons) }

// Bodies gives the organisations that papers refer to, in the order met.
func (s *Source) Bodies() []chancery.EntityID { return ids(s.bodies) }

func ids(list []named) []chancery.EntityID {
	out := make([]chancery.EntityID, len(list))
	for i, n := range list {
		out[i] = n.id
	}
	return out
}
