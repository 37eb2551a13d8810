package register

import (
	"strings"
	"testing"

	"chancery"
)

// A draft that follows the confirmed story, with a day that differs, a post
// that somebody else holds, a person nobody knows, and "the Egyptian side"
// where the other party is an organisation.
const storyDraft = `[Person a name|Kairat Lama Sharif] called on [Person x name|Nobody Known], [Occupancy o title|Executive Director] [Occupancy o holder>x=Nobody Known|of the] [Occupancy o body>w|Women Development Organization],
of the [Organization w name|Women Development Organization] on [Event e date=2024-05-28|28 May 2024] in [Event e place|Cairo].
The [Event e type=meeting|meeting] of [Event e participant>a|Kairat] with [Event e participant>b|Afnan] ([Person b name|Afnan AlShuaiby]) informed the Egyptian side.
`

func TestCheckDraft(t *testing.T) {
	w := newWorld(t)
	got := w.receive("report.txt", storyEnglish+"[Event talk party>state:KAZ=Kazakhstan|Kazakhstan] [Event talk party>wdo|WDO]")
	w.confirm(got.Document.ID)
	v, err := w.CheckText(w.ctx, Reader{}, storyDraft)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]Finding{}
	for _, f := range v.Findings {
		found[f.Schema+"."+f.Property+" "+f.Quote] = f
		if storyDraft[f.Start:f.End] != f.Quote {
			t.Errorf("%q is not what stands at %d", f.Quote, f.Start)
		}
	}
	for key, want := range map[string]Standing{
		"Person.name Kairat Lama Sharif":                   Holds,
		"Person.name Afnan AlShuaiby":                      Holds,
		"Person.name Nobody Known":                         Unknown,
		"Organization.name Women Development Organization": Holds,
		"Event.date 28 May 2024":                           Contradicts,
		"Event.place Cairo":                                Holds,
		"Occupancy.holder of the":                          Contradicts,
		"Event.party Egyptian side":                        Contradicts,
	} {
		f, ok := found[key]
		if !ok || f.Standing != want {
			t.Errorf("%s is %q, want %q", key, f.Standing, want)
		}
		if want != Unknown && (len(f.Held) == 0 || len(f.Held[0].Cites) == 0 || f.Held[0].Cites[0] >= len(v.Citations)) {
			t.Errorf("%s shows nothing that is cited: %+v", key, f.Held)
		}
	}
	if f := found["Event.date 28 May 2024"]; len(f.Held) == 1 && f.Held[0].Text != "2024-05-27" {
		t.Errorf("the register's day is %s", f.Held[0].Text)
	}
	if n := v.Counts[Contradicts]; n != 3 {
		t.Errorf("%d contradictions, want 3", n)
	}
	docs, err := w.Store().Counts(w.ctx)
	if err != nil || docs.Documents != 1 {
		t.Errorf("checking kept something: %+v, %v", docs, err)
	}
}

func TestCheckDraftRefusesNothing(t *testing.T) {
	w := newWorld(t)
	if _, err := w.CheckText(w.ctx, Reader{}, " \n"); chancery.KindOf(err) != chancery.Invalid {
		t.Errorf("an empty draft: %v", err)
	}
	v, err := w.CheckText(w.ctx, Reader{}, strings.Repeat("Nothing is said here. ", 1000))
	if err != nil || len(v.Findings) != 0 {
		t.Errorf("%d findings, %v", len(v.Findings), err)
	}
}
