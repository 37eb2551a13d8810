package web

import (
	"net/http"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// A rule that people rejected on papers of a kind is shown less eagerly on the
// next one: its values are left to be ticked, and the page says why.
func TestARuleOfPoorReputeIsNotTicked(t *testing.T) {
	v := visit(t, serve(t, tell(t).reg, Options{}), "en")
	hand := func(name, call string) {
		t.Helper()
		v.upload("/receive", map[string]string{"kind": "paper"}, [2]string{name, call}).ok()
		v.get(v.link(name)).ok().get(v.link("Read on the desk")).ok()
	}
	const news = "Le ministre de la Justice du Maroc, M. Karim Idrissi, a rencontré le ministre de la Justice du Pérou, M. Jorge Quispe, à Lima le %d mars 2023."
	persons := func() (cards []*html.Node) {
		for _, c := range v.all(".card-of.waiting") {
			if strings.Contains(textOf(c), "Person") {
				cards = append(cards, c)
			}
		}
		return cards
	}
	hand("first.txt", strings.Replace(news, "%d", "6", 1))
	first := persons()
	if len(first) < 2 || len(v.all(".card-of.waiting input[type=checkbox]:not([checked])")) > 0 {
		t.Fatalf("%d persons wait, and something is not ticked though nobody judged anything", len(first))
	}
	for _, c := range first[:2] {
		v.submit("#"+attr(c, "id")+" form", map[string]string{"judgement": "rejected"}).ok()
	}
	hand("second.txt", strings.Replace(news, "%d", "9", 1)+" Ils ont parlé des prisons.")
	again := persons()
	if len(again) < 2 || !strings.Contains(textOf(again[0]), "rejected 2, confirmed 0") {
		t.Fatalf("the rejected rule is shown as eagerly as before: %d persons", len(again))
	}
	form := "#" + attr(again[0], "id") + " form"
	if v.submit(form, map[string]string{"judgement": "confirmed"}); v.status != http.StatusBadRequest {
		t.Errorf("confirming takes values that were not ticked (%d)", v.status)
	}
	v.get("/desk").ok().get(v.link("second.txt")).ok()
	v.submit(form, map[string]string{"judgement": "rejected"}).ok()
	if len(persons()) != len(again)-1 {
		t.Error("rejecting with nothing ticked leaves the card waiting")
	}
}
