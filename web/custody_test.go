package web

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"chancery"
	"chancery/register"
)

const cedawFile = "/treaty/treaty:UNTC-4-8/custody"

func TestTheFileOnATreaty(t *testing.T) {
	reg, mou := lawStory(t)
	srv := serve(t, reg, Options{})
	v := visit(t, srv, "en")
	v.get("/treaty/treaty:UNTC-4-8").ok().get(v.link("The whole file")).ok()
	v.has("29 June 1998", "no. 248-1", "26 August 1998", "25 September 1998", "The date of the law is not the date of the deposit", "Next: Opinion of the government")

	step := `form[action$="/custody/steps"]`
	v.submit(step, map[string]string{"step": "publication", "due": "soon", "remark": "Told by the Legal Department"})
	if v.status != 400 {
		t.Errorf("a day that is none gives %d", v.status)
	}
	if got := attr(v.all(step + ` input[name="due"]`)[0], "value"); got != "soon" {
		t.Errorf("the form comes back with %q", got)
	}
	v.submit(step, map[string]string{"step": "publication", "due": "2024-03-01", "v.holder": "Official Gazette", "remark": "Told by the Legal Department"})
	v.ok().has("Official Gazette", "1 March 2024", "late")
	v.submit(step, map[string]string{"step": "full-powers", "needless": "yes", "due": "", "v.holder": "", "remark": "Told by the Legal Department"})
	v.ok()
	v.submit(`form[action$="/custody/notices"]`, map[string]string{"way": "sent", "date": "1998-08-20", "number": "15-2/33", "v.other": "United Nations", "text": "instrument handed over", "due": "", "remark": "Registry"})
	v.ok().has("15-2/33", "instrument handed over", "sent")
	if hrefs := v.all(`#notices ~ .scroll td a[href^="/entity/body"]`); len(hrefs) == 0 {
		t.Error("the depositary was not found by its name")
	}
	v.get("/").ok().has("Publication due", "Official Gazette")
	if to := v.link("Convention on the Elimination of All Forms of Discrimination against Women"); !strings.HasSuffix(to, "/custody") {
		t.Errorf("what is due leads to %q", to)
	}
	v.get("/treaty/treaty:NO-SUCH/custody")
	if v.status != 404 {
		t.Errorf("a treaty of no name answers %d", v.status)
	}
	for _, lang := range []string{"en", "ar", "ru"} {
		v := visit(t, srv, lang)
		for _, address := range []string{cedawFile, cedawFile + "?whose=state:EGY", cedawFile + "?on=1998-07-01", "/treaty/" + string(mou) + "/custody"} {
			v.get(address).ok()
			wellFormed(t, v, lang)
			if strings.Contains(v.body, ">custody.") {
				t.Errorf("%s: a word is missing in %s", address, lang)
			}
		}
	}
}

// The depositary sees what it has not passed on.
func TestTheFileOfADepositary(t *testing.T) {
	reg, _ := lawStory(t)
	ctx := context.Background()
	people, err := reg.Persons(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := reg.SetHome(ctx, people[0].ID, "body:OIC"); err != nil {
		t.Fatal(err)
	}
	if _, err := reg.Enter(ctx, people[0].ID, register.Hand{Schema: "Instrument", Subject: chancery.EntityID("treaty:UNTC-4-8"), Remark: "Final clauses",
		Values: []register.HandValue{{Property: "depositary", Value: "OIC", Ref: "body:OIC"}}}); err != nil {
		t.Fatal(err)
	}
	v := visit(t, serve(t, reg, Options{}), "en")
	v.get(cedawFile).ok().has("What we received as depositary", "VCLT art. 77(1)(e)", "Sweden", "Choose a State")
}

// The file in both languages, wide, narrow and printed, and a step entered by
// keyboard alone.
func TestTheFileIsWalked(t *testing.T) {
	reg, _ := lawStory(t)
	srv := serve(t, reg, Options{Version: "test"})
	for _, w := range []way{wide[0], narrow[1]} {
		b := window(t, srv.URL, w.lang)
		b.size(w.width, 900)
		b.visit(cedawFile)
		b.reached(cedawFile)
		b.visit(cedawFile)
		b.tabTo("#steps ~ details summary")
		b.press(kb.Enter)
		b.tabTo("#step-date")
		b.paste("1998-04-20")
		b.tabTo("#step-number")
		b.paste("N " + w.lang)
		b.tabTo("#step-remark")
		b.paste("Told by the Legal Department, " + w.lang)
		b.tabTo(`form[action$="/custody/steps"] button.primary`)
		b.press(kb.Enter)
		b.arrived(`location.hash === "#steps" && document.querySelector("#step-date").value === ""`)
		b.says("#steps ~ .scroll", "N en")
	}
	walk(t, srv.URL, []string{cedawFile}, wide[0], wide[1], narrow[0], narrow[1], onPaper[0], onPaper[1])
}
