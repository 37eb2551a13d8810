package register

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"chancery"
	"chancery/authority"
	"chancery/store"
)

// The toy reader reads marks such as [Person p1 name|Kairat Lama Sharif]: the
// words after the bar are the passage and the value; with an arrow before them
// ([Occupancy o1 holder>p1|the Ambassador]) the value refers to another thing of
// the paper, or to an authority entity.
var toyMark = regexp.MustCompile(`\[(\w+) (\S+) (\w+)(?:>([^\s=|]+))?(?:=([^|]*))?\|([^\]]*)\]`)

func toyRead(_ context.Context, doc chancery.Document, ed *chancery.Edition, _ *authority.Files) (chancery.Reading, error) {
	r := chancery.Reading{Document: doc.ID, Edition: ed.Number, Rules: 1}
	ids := map[string]chancery.EntityID{}
	marks := toyMark.FindAllStringSubmatchIndex(ed.Text, -1)
	part := func(m []int, i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return ed.Text[m[2*i]:m[2*i+1]]
	}
	for _, m := range marks {
		if name := part(m, 2); ids[name] == "" {
			ids[name] = chancery.NewMention(doc.ID, part(m, 1), ed.Number, m[12], m[13])
			if strings.Contains(name, ":") {
				ids[name] = chancery.EntityID(name)
			}
		}
	}
	for _, m := range marks {
		at, err := chancery.Cut(doc.ID, ed.Number, ed.Text, m[12], m[13])
		if err != nil {
			return r, err
		}
		s := chancery.Statement{Subject: ids[part(m, 2)], Schema: part(m, 1), Property: part(m, 3), Value: at.Quote, Passage: at, Language: doc.Language, Rule: "toy." + part(m, 3), Version: 1}
		if v := part(m, 5); v != "" {
			s.Value, s.Original = v, at.Quote
		}
		if to := part(m, 4); to != "" {
			if s.Ref = ids[to]; s.Ref == "" {
				s.Ref = chancery.EntityID(to)
			}
		}
		s.ID = s.Identify()
		r.Statements = append(r.Statements, s)
	}
	return r, nil
}

func toyOpen(_ context.Context, name string, content []byte) (Opened, error) {
	text := string(content)
	doc := chancery.Document{ID: chancery.NewDocumentID(content), Name: name, Kind: chancery.Paper, Media: "text/plain", Size: int64(len(content)), Language: "en"}
	o := Opened{Document: doc, Edition: chancery.Edition{Extractor: "toy", Version: 1, Text: text, Language: "en"}}
	if strings.HasPrefix(text, "%broken") {
		return o, chancery.Fail("toy", chancery.Unreadable, chancery.Say("toy.broken", "the file is broken; ask for it again"))
	}
	if body, attached, ok := strings.Cut(text, "\n%%attached\n"); ok {
		o.Document.Kind, o.Edition.Text = chancery.Letter, body
		o.Parts = []Part{{Name: "annex.txt", Content: []byte(attached)}}
	}
	return o, nil
}

// world is a register over SQLite with a person and a clock of its own.
type world struct {
	*Register
	t      *testing.T
	ctx    context.Context
	person string
}

// newStore is an empty store over SQLite, and a clock that goes on by a second
// each time it is read.
func newStore(t *testing.T, now time.Time) (*store.Store, func() time.Time) {
	t.Helper()
	clock := func() time.Time { now = now.Add(time.Second); return now }
	s, err := store.Open(t.Context(), t.TempDir(), store.Options{Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s, clock
}

func newWorld(t *testing.T) *world {
	t.Helper()
	s, clock := newStore(t, time.Date(2024, 6, 1, 9, 0, 0, 0, time.UTC))
	notes := func(text string) Opened {
		o, _ := toyOpen(context.Background(), "", []byte(text))
		o.Document.Kind = chancery.Notes
		return o
	}
	w := &world{Register: New(s, Tools{Open: toyOpen, Notes: notes, Read: toyRead, Now: clock}), t: t, ctx: t.Context()}
	p, err := w.AddPerson(w.ctx, chancery.Person{Name: "A. Officer", Post: "Second Secretary", Body: "Embassy"})
	if err != nil {
		t.Fatal(err)
	}
	w.person = p.ID
	return w
}

// receive hands in a paper that must be readable and new.
func (w *world) receive(name, text string) Received {
	w.t.Helper()
	got, err := w.Receive(w.ctx, w.person, Incoming{Name: name, Content: []byte(text)})
	if err != nil {
		w.t.Fatal(err)
	}
	if got.Existed || got.Trouble != nil {
		w.t.Fatalf("%s: existed %v, trouble %v", name, got.Existed, got.Trouble)
	}
	return got
}

// confirm confirms every card of a paper.
func (w *world) confirm(doc chancery.DocumentID) DeskView {
	w.t.Helper()
	v := w.desk(doc)
	for _, c := range v.Cards {
		if _, err := w.JudgeCard(w.ctx, w.person, chancery.Confirmed, doc, c.Entity, nil, ""); err != nil {
			w.t.Fatal(err)
		}
	}
	return v
}

func (w *world) desk(doc chancery.DocumentID) DeskView {
	w.t.Helper()
	v, err := w.Desk(w.ctx, Reader{}, doc)
	if err != nil {
		w.t.Fatal(err)
	}
	return v
}

func (w *world) entity(reader Reader, id chancery.EntityID) EntityView {
	w.t.Helper()
	v, err := w.Entity(w.ctx, reader, id)
	if err != nil {
		w.t.Fatal(err)
	}
	return v
}

// cardOf gives the card whose label begins so.
func cardOf(t *testing.T, v DeskView, label string) Card {
	t.Helper()
	for _, c := range v.Cards {
		if strings.HasPrefix(c.Caption.String(), label) {
			return c
		}
	}
	t.Fatalf("no card is called %q", label)
	return Card{}
}

// show writes lines as "property: value [n] | value" for comparing.
func show(lines []Line) string {
	var b strings.Builder
	for _, l := range lines {
		fmt.Fprintf(&b, "%s:", l.Property)
		for i, v := range l.Values {
			if i > 0 {
				b.WriteString(" |")
			}
			fmt.Fprintf(&b, " %s", v.Text)
			for _, n := range v.Cites {
				fmt.Fprintf(&b, " [%d]", n+1)
			}
		}
		if l.Conflict {
			b.WriteString(" CONFLICT")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// The founding story in marks, in English and in Russian.
const (
	storyEnglish = `[Person amb name|Kairat Lama Sharif], [Occupancy post title|Ambassador] [Occupancy post holder>amb|of Kazakhstan] [Occupancy post body>state:KAZ=Kazakhstan|of Kazakhstan]
to [Occupancy post accreditedTo>state:EGY=Egypt|Egypt], met [Person head name|Afnan AlShuaiby], [Occupancy dir title|Executive Director] [Occupancy dir holder>head|of the] [Occupancy dir body>wdo|Women Development Organization]
([Organization wdo name|Women Development Organization] ([Organization wdo acronym|WDO])) in [Event talk place|Cairo] on [Event talk date=2024-05-27|27 May 2024].
[Event talk type=meeting|met] [Event talk participant>amb|Kairat] [Event talk participant>head|Afnan] [Event talk topic|cooperation] [Event talk status=held|met].
[Intervention said event>talk|informed] [Intervention said speaker>amb|The Ambassador] [Intervention said verb=informed|informed] [Intervention said text|about the National Commission] [Intervention said forWhom>state:KAZ=Kazakhstan|Kazakhstan].
[Undertaking send event>talk|send] [Undertaking send by>state:KAZ=Kazakhstan|The Embassy] [Undertaking send to>wdo|the Secretariat] [Undertaking send text|send the Action Plan in English] by [Undertaking send due=2024-06-30|30 June 2024].
[Candidature cand candidate|Madina Jarbussynova] [Candidature cand nominatedBy>state:KAZ=Kazakhstan|Kazakhstan] [Candidature cand term|2025-2028] [Candidature cand electionDate=2024-06-07|7 June 2024].
`
	storyRussian = `[Person p name|Кайрат Лама Шариф] [Person q name|Афнан аш-Шуайби]`
)
