package web

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	wire "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// way is how a reader comes to a page: in a language, on a screen of some
// width or on a sheet of A4.
type way struct {
	lang  string
	width int64
	sheet bool
}

// sheetWidth is what the margins of app.css leave of a sheet of A4, in pixels.
const sheetWidth = 680

var (
	wide    = []way{{"en", 1280, false}, {"ar", 1280, false}}
	narrow  = []way{{"en", 390, false}, {"ar", 390, false}}
	onPaper = []way{{"en", sheetWidth, true}, {"ar", sheetWidth, true}}
)

func (w way) String() string {
	if w.sheet {
		return w.lang + " print"
	}
	return fmt.Sprintf("%s %d", w.lang, w.width)
}

func (w way) media() string {
	if w.sheet {
		return "print"
	}
	return ""
}

// walk opens addresses in some ways. On none does axe find anything, and none
// is wider than its window, which is held against 400 % zoom too where it is
// narrow, nor are tables whose rows are cards there. CHANCERY_SHOTS names a folder that keeps a picture of each page.
func walk(t *testing.T, base string, addresses []string, ways ...way) {
	t.Helper()
	axe, err := os.ReadFile("testdata/axe-4.14.1.min.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range ways {
		t.Run(w.String(), func(t *testing.T) {
			t.Parallel()
			b := window(t, base, w.lang)
			b.size(w.width, 900)
			call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: w.media()})
			call(b, wire.AddScriptToEvaluateOnNewDocument, wire.AddScriptToEvaluateOnNewDocumentParams{Source: string(axe)})
			for _, address := range addresses {
				b.visit(address)
				if strings.HasPrefix(address, "/desk/") {
					b.until(ready)
				}
				b.axe(address, w.media())
				b.fits(address, w.width)
				if w.width == 390 {
					b.size(320, 900)
					b.fits(address, 320)
					b.size(390, 900)
				}
				b.picture(w.String() + " " + address)
			}
		})
	}
}

// axe runs the accessibility engine over the page.
func (b *tab) axe(address, media string) {
	b.t.Helper()
	onPaper := ""
	if media == "print" {
		onPaper = `rules: {"target-size": {enabled: false}},` // nobody presses on paper
	}
	found := ask[string](b, `axe.run(document, {`+onPaper+`resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
		.then((r) => JSON.stringify(r.violations.map((v) => ({id: v.id, help: v.help, at: v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + " " + n.failureSummary)}))))`, chromedp.EvalAwaitPromise)
	var violations []struct {
		ID, Help string
		At       []string
	}
	if err := json.Unmarshal([]byte(found), &violations); err != nil {
		b.t.Fatal(err)
	}
	for _, v := range violations {
		b.t.Errorf("%s: %s (%s)\n%s", address, v.Help, v.ID, strings.Join(v.At, "\n"))
	}
}

// fits checks that the page is no wider than its window or sheet.
func (b *tab) fits(address string, width int64) {
	b.t.Helper()
	if over := ask[int](b, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
		widest := ask[string](b, fmt.Sprintf(`[...document.querySelectorAll("main *, header *")].filter((e) => { const at = e.getBoundingClientRect(); return (at.right > %d || at.left < 0) && (getComputedStyle(e.closest(".scroll") ?? e).overflowX !== "auto"); }).map((e) => e.outerHTML.slice(0, 120)).slice(-1)[0] ?? ""`, width))
		b.t.Errorf("%s is %d pixels wider than %d: %s", address, over, width, widest)
	}
	if scrolled := ask[string](b, `[...document.querySelectorAll(".scroll:has(> .cards)")].filter((e) => innerWidth < 500 && e.scrollWidth > e.clientWidth).map((e) => e.ariaLabel).join(", ")`); scrolled != "" {
		b.t.Errorf("%s at %d: cards that scroll sideways: %s", address, width, scrolled)
	}
}

// reached checks that Tab comes to everything on the page that can be used, and
// that each shows that it has the focus.
func (b *tab) reached(address string) {
	b.t.Helper()
	stops := ask[int](b, `(() => {
		const able = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")].filter((e) => !e.disabled && e.checkVisibility({visibilityProperty: true}));
		for (const e of able) e.dataset.stop = "no";
		addEventListener("focusin", (event) => {
			const look = getComputedStyle(event.target);
			event.target.dataset.stop = look.outlineStyle !== "none" || look.boxShadow !== "none" ? "yes" : "unseen";
		});
		document.activeElement?.blur();
		return able.length;
	})()`)
	for range stops + 1 {
		b.press(kb.Tab)
	}
	for _, kind := range []string{"no", "unseen"} {
		if missed := ask[string](b, `[...document.querySelectorAll("[data-stop=`+kind+`]")].map((e) => e.outerHTML.slice(0, 120)).join("\n")`); missed != "" {
			b.t.Errorf("%s: of %d stops of Tab these are %q:\n%s", address, stops, kind, missed)
		}
	}
}

// noFile matches what a file name had better not have.
var noFile = regexp.MustCompile(`[^\pL\d]+`)

// picture keeps a picture of the whole page where CHANCERY_SHOTS asks for it.
func (b *tab) picture(name string) {
	b.t.Helper()
	dir := os.Getenv("CHANCERY_SHOTS")
	if dir == "" {
		return
	}
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	png, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, strings.Trim(noFile.ReplaceAllString(name, "-"), "-")+".png"), png, 0o600)
	}
	if err != nil {
		b.t.Fatal(err)
	}
}
