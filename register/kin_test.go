package register

import (
	"strings"
	"testing"

	"chancery"
	"chancery/learn"
)

// A recommendation says which one of an earlier cycle it may take up, which of a
// later one may take it up, and which say nearly the same: to the same State
// alone, and nothing that is recorded already.
func TestKindredOfARecommendation(t *testing.T) {
	w := realWorld(t)
	w.tools.Twins = learn.Twins
	w.tools.Lineage = func(before, now []string) []Kin {
		var out []Kin
		for _, k := range learn.Lineage(before, now) {
			out = append(out, Kin{k.Text, k.Before, k.Words})
		}
		return out
	}
	names := map[chancery.EntityID]string{}
	advise := func(paragraph, cycle, state, text string, more ...HandValue) chancery.EntityID {
		id := w.enter("Recommendation", "report "+paragraph, append([]HandValue{{Property: "paragraph", Value: paragraph}, {Property: "text", Value: text, Language: "en"}, {Property: "mechanism", Value: "UPR"},
			{Property: "cycle", Value: cycle}, {Property: "to", Value: state, Ref: chancery.EntityID(state)}}, more...)...)
		names[id] = paragraph
		return id
	}
	old := advise("1.1", "1", "state:KAZ", "Take the necessary measures to protect shepherds from wolves (Peru);")
	advise("1.2", "1", "state:KAZ", "Allocate sufficient resources to libraries (Fiji)")
	advise("1.3", "1", "state:EGY", "Continue to strengthen the protection of shepherds against wolves")
	middle := advise("2.1", "2", "state:KAZ", "Continue to strengthen protection of shepherds from wolves (Mali, Peru);")
	advise("2.2", "2", "state:KAZ", "Continue to strengthen the protection of shepherds from wolves (Fiji)")
	advise("3.1", "3", "state:KAZ", "Ensure protection of shepherds from wolves")
	say := func(id chancery.EntityID) string {
		k := w.entity(Reader{}, id).Kin
		var said []string
		for _, list := range []struct {
			name string
			all  []Akin
		}{{"before", k.Before}, {"after", k.After}, {"twins", k.Twins}} {
			for _, a := range list.all {
				said = append(said, list.name+" "+names[a.Recommendation.Ref]+" "+strings.Join(a.Words, ","))
			}
		}
		return strings.Join(said, "; ")
	}
	if got, want := say(middle), "before 1.1 shepherds,wolves; after 3.1 protection,shepherds,wolves; twins 2.2 "; got != want {
		t.Errorf("akin are %q, want %q", got, want)
	}
	if _, err := w.Enter(w.ctx, w.person, Hand{Schema: "Recommendation", Subject: middle, Remark: "So says the matrix", Values: []HandValue{{Property: "follows", Value: "1.1", Ref: old}}}); err != nil {
		t.Fatal(err)
	}
	if got, want := say(middle), "after 3.1 protection,shepherds,wolves; twins 2.2 "; got != want {
		t.Errorf("with what is recorded left out: %q, want %q", got, want)
	}
	if got := say(old); strings.Contains(got, "2.1") {
		t.Errorf("the one that follows is recorded and suggested still: %q", got)
	}
}
