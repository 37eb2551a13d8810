package draft

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"chancery"
)

const paper = "Aida  Serik, Minister of Kazakhstan, met the Women's Fund on 27 May 2024."

func begin(text string) *Draft {
	doc := chancery.Document{ID: chancery.NewDocumentID([]byte(text)), Language: "en"}
	return New(doc, &chancery.Edition{Document: doc.ID, Number: 1, Text: text, Language: "en"})
}

// at finds words in the paper.
func at(words string) (int, int) {
	i := strings.Index(paper, words)
	return i, i + len(words)
}

func TestReading(t *testing.T) {
	d := begin(paper)
	s, e := at("met the Women's Fund")
	meeting := d.Mention("Event", s, e)
	meeting.Add("type", "meeting", s, e, "press.met")
	ps, pe := at("Aida  Serik")
	person := d.Mention("Person", ps, pe)
	meeting.Ref("participant", person, ps, pe, "press.met")
	person.Add("name", "Aida  Serik", ps, pe, "press.name")
	ks, ke := at("Kazakhstan")
	state := d.Known("State", "state:KAZ")
	state.Add("name", "Kazakhstan", ks, ke, "state.name")
	meeting.Ref("party", state, ks, ke, "press.met")
	ds, de := at("27 May 2024")
	meeting.Add("date", "2024-05-27", ds, de, "press.date")
	if d.Mention("Person", ps, pe) != person {
		t.Error("the same passage and schema gave another entity")
	}
	var got []string
	for _, s := range d.Reading(3, 7).Statements {
		if s.ID != s.Identify() {
			t.Errorf("%s %s: the identity differs from Identify", s.Schema, s.Property)
		}
		got = append(got, s.Schema+"."+s.Property+"="+s.Value+" <"+s.Passage.Quote+"> "+s.Original)
	}
	want := []string{
		"Person.name=Aida Serik <Aida  Serik> Aida  Serik",
		"State.name=Kazakhstan <Kazakhstan> ",
		"Event.participant=Aida Serik <Aida  Serik> Aida  Serik",
		"Event.party=Kazakhstan <Kazakhstan> ",
		"Event.type=meeting <met the Women's Fund> met the Women's Fund",
		"Event.date=2024-05-27 <27 May 2024> 27 May 2024",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if d.Dropped() != 0 {
		t.Errorf("dropped %d", d.Dropped())
	}
}

func TestGate(t *testing.T) {
	s, e := at("27 May 2024")
	for name, try := range map[string]func(d *Draft, ev *Entity) bool{
		"a property the schema lacks":      func(_ *Draft, ev *Entity) bool { return ev.Add("colour", "red", s, e, "x") },
		"a day that does not exist":        func(_ *Draft, ev *Entity) bool { return ev.Add("date", "2024-02-30", s, e, "x") },
		"a code outside its list":          func(_ *Draft, ev *Entity) bool { return ev.Add("type", "party", s, e, "x") },
		"an empty value":                   func(_ *Draft, ev *Entity) bool { return ev.Add("name", " \n", s, e, "x") },
		"a passage past the text":          func(_ *Draft, ev *Entity) bool { return ev.Add("name", "n", s, len(paper)+1, "x") },
		"an empty passage":                 func(_ *Draft, ev *Entity) bool { return ev.Add("name", "n", s, s, "x") },
		"a negative passage":               func(_ *Draft, ev *Entity) bool { return ev.Add("name", "n", -1, e, "x") },
		"a value where a reference is due": func(_ *Draft, ev *Entity) bool { return ev.Add("party", "Kazakhstan", s, e, "x") },
		"a reference of another schema": func(d *Draft, ev *Entity) bool {
			return ev.Ref("participant", d.Known("State", "state:KAZ"), s, e, "x")
		},
		"a reference to nothing": func(_ *Draft, ev *Entity) bool { return ev.Ref("party", nil, s, e, "x") },
		"a reference to itself":  func(_ *Draft, ev *Entity) bool { return ev.Ref("party", ev, s, e, "x") },
		"a reference to another text": func(_ *Draft, ev *Entity) bool {
			return ev.Ref("party", begin(paper).Known("State", "state:KAZ"), s, e, "x")
		},
		"a schema that does not exist": func(d *Draft, _ *Entity) bool {
			return d.Mention("Spaceship", s, e).Add("name", "n", s, e, "x")
		},
		"a number with words": func(d *Draft, _ *Entity) bool { return d.Mention("Ballot", s, e).Add("number", "1e5", s, e, "x") },
	} {
		d := begin(paper)
		if try(d, d.Mention("Event", s, e)) || d.Dropped() == 0 || len(d.Reading(1, 0).Statements) != 0 {
			t.Errorf("%s passed the gate", name)
		}
	}
}

func TestGateRunes(t *testing.T) {
	d := begin("é")
	if d.Mention("Person", 0, 2).Add("name", "é", 0, 1, "x") {
		t.Error("half a rune passed the gate")
	}
}

func TestForget(t *testing.T) {
	d := begin(paper)
	s, e := at("Women's Fund")
	fund := d.Mention("Organization", s, e)
	fund.Add("name", "Women's Fund", s, e, "x")
	ev := d.Mention("Event", s, e)
	ev.Ref("party", fund, s, e, "x")
	fund.Forget()
	if n := len(d.Reading(1, 0).Statements); n != 0 {
		t.Errorf("%d statements about what was forgotten", n)
	}
}

func TestNear(t *testing.T) {
	d := begin(paper)
	d.Nearly("press.met", 0, 4, "no date")
	if len(d.Near()) != 0 {
		t.Error("kept a near miss that nobody asked for")
	}
	d.Explain()
	d.Nearly("press.met", 0, 4, "no date")
	if len(d.Near()) != 1 {
		t.Error("lost a near miss")
	}
}

// Whatever a reader proposes, every passage quotes its text, identities are
// those of Identify, nothing is said twice, and a second reading is the same.
func TestProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringN(1, 60, 200).Draw(t, "text")
		d := begin(strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", ""), ""))
		offset := rapid.IntRange(-2, len(text)+2)
		for range rapid.IntRange(0, 60).Draw(t, "n") {
			schema := rapid.SampledFrom([]string{"Person", "Event", "State", "Nonsense"}).Draw(t, "schema")
			e := d.Mention(schema, offset.Draw(t, "s"), offset.Draw(t, "e"))
			prop := rapid.SampledFrom([]string{"name", "date", "party", "type"}).Draw(t, "prop")
			value := rapid.SampledFrom([]string{"x", "2024", "2024-13", "meeting", " y  z "}).Draw(t, "value")
			e.Add(prop, value, offset.Draw(t, "vs"), offset.Draw(t, "ve"), "r")
			e.Ref("party", d.Known("State", "state:KAZ"), offset.Draw(t, "rs"), offset.Draw(t, "re"), "r")
		}
		first := d.Reading(1, 0)
		seen := map[chancery.StatementID]bool{}
		for _, s := range first.Statements {
			if s.Passage.Quote != d.Text()[s.Passage.Start:s.Passage.End] || s.ID != s.Identify() {
				t.Fatalf("statement %+v", s)
			}
			if seen[s.ID] {
				t.Fatalf("said twice: %+v", s)
			}
			seen[s.ID] = true
		}
		if diff := cmp.Diff(first, d.Reading(1, 0)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func BenchmarkDraft(b *testing.B) {
	text := strings.Repeat("104.2 Ratify the Convention against Torture (Portugal) (Israel);\n", 10_000)
	line := len(text) / 10_000
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		d := begin(text)
		state := d.Known("State", "state:PRT")
		state.Add("name", "Portugal", 0, 5, "r")
		for i := 0; i < len(text); i += line {
			r := d.Mention("Recommendation", i, i+5)
			r.Add("paragraph", text[i:i+5], i, i+5, "r")
			r.Add("text", text[i+6:i+40], i+6, i+40, "r")
			r.Ref("by", state, i+42, i+50, "r")
		}
		d.Reading(1, 0)
	}
}
