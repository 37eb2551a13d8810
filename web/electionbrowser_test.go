package web

import (
	"os"
	"testing"

	wire "github.com/chromedp/cdproto/page"
)

// Axe finds nothing on the pages of elections, members, plans and
// recommendations, and none is wider than its window at 400 % zoom.
func TestAxeFindsNothingOnElections(t *testing.T) {
	axe, err := os.ReadFile("testdata/axe-4.14.1.min.js")
	if err != nil {
		t.Fatal(err)
	}
	c := campaigning(t)
	c.promise(t)
	srv := serve(t, c.reg, Options{Version: "test"})
	pages := []string{"/elections", electionAddress(c.election), electionAddress(c.election) + "/grid", electionAddress(c.election) + "/instruction", "/exchanges",
		membersAddress("body:WDO"), contactsAddress("state:EGY"), "/recommendations", "/plans", "/plan/none"}
	held := c.pages()
	pages = append(pages, held[18], held[len(held)-1])
	for _, at := range []struct {
		name, lang string
		width      int64
	}{{"en wide", "en", 1280}, {"ar narrow", "ar", 390}} {
		t.Run(at.name, func(t *testing.T) {
			b := window(t, srv.URL, at.lang)
			b.size(at.width, 900)
			call(b, wire.AddScriptToEvaluateOnNewDocument, wire.AddScriptToEvaluateOnNewDocumentParams{Source: string(axe)})
			for _, address := range pages {
				b.visit(address)
				b.axe(address, "")
				if at.width == 390 {
					b.narrow(address)
				}
			}
		})
	}
}
