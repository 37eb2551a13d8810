package register

import (
	"fmt"
	"testing"
)

// What a view computes with is bounded; where more is on record the page says
// so and knows where the whole list is.
func TestWhatIsCutIsSaid(t *testing.T) {
	w := realWorld(t)
	w.home("state:KAZ")
	for i := range 5 {
		w.enter("Undertaking", fmt.Sprint("promise ", i), HandValue{Property: "by", Value: "Kazakhstan", Ref: "state:KAZ"}, HandValue{Property: "text", Value: fmt.Sprint("Send paper ", i)})
	}
	plans := func() PlansView {
		t.Helper()
		v, err := w.Plans(w.ctx, Reader{})
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	if v := plans(); v.Unkept != 5 || len(v.Cuts) != 0 {
		t.Errorf("all are taken: %d, cuts %v", v.Unkept, v.Cuts)
	}
	w.most = 3
	if v := plans(); v.Unkept != 3 || len(v.Cuts) != 1 || v.Cuts[0] != (Cut{Schema: "Undertaking", Shown: 3, Facet: "country", Value: "state:KAZ"}) {
		t.Errorf("three are taken: %d, cuts %+v", v.Unkept, v.Cuts)
	}
}
