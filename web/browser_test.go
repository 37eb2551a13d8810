package web

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	hand "github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// patience bounds the wait for a marked element; nothing sleeps.
const patience = 20 * time.Second

// browser starts one browser for the tests of a run. Without one they are
// skipped, loudly; on the machine that decides they fail.
var browser = sync.OnceValues(func() (context.Context, error) {
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		return nil, fmt.Errorf("no chromium in PATH")
	}
	alloc, _ := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.Flag("disable-dev-shm-usage", true), chromedp.WindowSize(1280, 900))...)
	ctx, cancel := chromedp.NewContext(alloc)
	closeBrowser = cancel
	return ctx, chromedp.Do(ctx)
})

var closeBrowser = func() {}

func TestMain(m *testing.M) {
	code := m.Run()
	closeBrowser()
	os.Exit(code)
}

// tab is one page of the browser, in a language.
type tab struct {
	t    *testing.T
	ctx  context.Context
	base string
	keys int // single keys pressed
}

func window(t *testing.T, base, lang string) *tab {
	t.Helper()
	root, err := browser()
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("the browser tests cannot run: %v; install chromium", err)
		}
		t.Skipf("SKIPPED, NOT PROVEN: the browser tests cannot run: %v", err)
	}
	ctx, cancel := chromedp.NewContext(root)
	b := &tab{t: t, ctx: ctx, base: base}
	b.run()
	told := make(chan struct{})
	go b.listen(told)
	t.Cleanup(func() {
		cancel()
		<-told
	})
	call(b, network.Enable, network.EnableParams{})
	call(b, network.SetExtraHTTPHeaders, network.SetExtraHTTPHeadersParams{Headers: network.Headers{"Accept-Language": lang}})
	call(b, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	return b
}

// listen fails the test where a script fails or the policy stops something.
func (b *tab) listen(told chan<- struct{}) {
	defer close(told)
	for m, err := range chromedp.Console(b.ctx) {
		if err != nil {
			return
		}
		if m.IsException() || m.Type == "error" && !strings.Contains(m.Text, "status of 4") {
			b.t.Errorf("the browser complains: %s %s", m, m.URL)
		}
	}
}

// call sends a command of the browser's protocol.
func call[P, R any](b *tab, command cdp.Command[P, R], params P) R {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	r, err := chromedp.Call(ctx, command, params)
	if err != nil {
		b.t.Fatal(err)
	}
	return r
}

// run does some steps one after the other.
func (b *tab) run(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if len(steps) == 0 { // the first run opens the tab, which must outlive it
		ctx = b.ctx
	}
	if err := chromedp.Do(ctx, steps...); err != nil {
		at, _ := chromedp.Run(b.ctx, chromedp.Location())
		b.t.Fatalf("%v, at %s", err, at)
	}
}

func (b *tab) size(width, height int64) {
	b.t.Helper()
	b.run(chromedp.EmulateViewport(width, height))
}

// visit opens an address and waits until it is all there.
func (b *tab) visit(address string) {
	b.t.Helper()
	b.run(chromedp.Navigate(b.base+address), chromedp.WaitReady(chromedp.CSS("html.scripted")))
}

// until waits for a condition of the page, or of the one that is being opened.
func (b *tab) until(condition string) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	var err error
	for ctx.Err() == nil {
		if _, err = chromedp.Run(ctx, chromedp.Poll[bool](condition, chromedp.WithPollingTimeout(patience))); err == nil {
			return
		}
	}
	body, _ := chromedp.Run(b.ctx, chromedp.Evaluate[string](`location.href + "\n" + (document.querySelector(".card-of[aria-current]")?.innerText ?? "") + "\n" + document.querySelector("main").innerText.slice(0, 1500)`))
	b.t.Fatalf("waited in vain for %s (%v) on\n%s", condition, err, body)
}

// ask evaluates something on the page.
func ask[T any](b *tab, script string, opts ...chromedp.EvaluateOption) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, opts...))
	if err != nil {
		b.t.Fatalf("%v: %s", err, script)
	}
	return v
}

// script does something on the page that no key or mouse does.
func (b *tab) script(text string) {
	b.t.Helper()
	ask[chromedp.Void](b, text)
}

// click presses the mouse on what a selector finds; where the page puts
// another in its place meanwhile, on that.
func (b *tab) click(selector string) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	for {
		err := chromedp.Do(ctx, chromedp.ScrollIntoView(chromedp.CSS(selector)), chromedp.Click(chromedp.CSS(selector)))
		if err == nil {
			return
		}
		if ctx.Err() != nil || !strings.Contains(err.Error(), "node with given id") {
			b.t.Fatalf("%v, clicking %s", err, selector)
		}
	}
}

// press presses keys, each of them counted.
func (b *tab) press(keys ...string) {
	b.t.Helper()
	for _, k := range keys {
		b.keys++
		b.run(chromedp.KeyEvent(k))
	}
}

// chord presses a key together with Ctrl or Shift.
func (b *tab) chord(key string, with chromedp.Modifier) {
	b.t.Helper()
	b.keys++
	b.run(chromedp.KeyEvent(key, chromedp.KeyModifiers(with)))
}

// take presses Enter where the page keeps the key from the browser; a whole key
// press of the protocol would send the form all the same.
func (b *tab) take() {
	b.t.Helper()
	b.keys++
	for _, kind := range []hand.DispatchKeyEventType{hand.DispatchKeyEventTypeRawKeyDown, "keyUp"} {
		call(b, hand.DispatchKeyEvent, hand.DispatchKeyEventParams{Type: kind, Key: "Enter", Code: "Enter"})
	}
}

// arabic presses the key of a Latin letter under an Arabic keyboard.
func (b *tab) arabic(latin, letter string) {
	b.t.Helper()
	b.keys++
	for _, kind := range []hand.DispatchKeyEventType{hand.DispatchKeyEventTypeKeyDown, "keyUp"} {
		call(b, hand.DispatchKeyEvent, hand.DispatchKeyEventParams{Type: kind, Key: letter, Code: "Key" + strings.ToUpper(latin)})
	}
}

// paste puts text into the field in focus, as Ctrl V does.
func (b *tab) paste(text string) {
	b.t.Helper()
	b.keys++
	call(b, hand.InsertText, hand.InsertTextParams{Text: text})
}

// tabTo presses Tab until what a selector finds has the focus.
func (b *tab) tabTo(selector string) {
	b.t.Helper()
	for range 80 {
		if ask[bool](b, fmt.Sprintf(`document.activeElement.matches(%q)`, selector)) {
			return
		}
		b.press(kb.Tab)
	}
	b.t.Fatalf("Tab never reaches %s", selector)
}

const ready = `document.querySelector("[data-desk]")?.dataset.ready === "yes"`

// founding gives the file of the founding report.
func founding(t *testing.T) string {
	t.Helper()
	path, err := filepath.Abs("../demo/papers/press-en.txt")
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// The founding report by mouse: handed in, judged with an exception, read in
// the register with its citation, undone.
func TestStoryByMouse(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		t.Run(lang, func(t *testing.T) {
			b := window(t, serve(t, emptyRegister(t), Options{Version: "test"}).URL, lang)
			b.size(1280, 900)
			b.visit("/")
			b.run(chromedp.SendKeys(chromedp.CSS("#f-name"), "Dana Test"), chromedp.SendKeys(chromedp.CSS("#f-post"), "Attaché"))
			b.click("main form button.primary")
			b.until(`location.pathname === "/"`)
			b.click(`main a[href="/receive"]`)
			b.until(`location.pathname === "/receive" && document.documentElement.classList.contains("scripted")`)
			b.run(chromedp.SetUploadFiles(chromedp.CSS("#files"), []string{founding(t)}))
			b.click("[data-receive] button.primary")
			b.until(`document.querySelector("#received a[href^='/desk/']:not([href='/desk'])") !== null`)
			b.click("#received-list a.button")
			b.until(ready)

			before := ask[int](b, `document.querySelectorAll(".card-of.waiting").length`)
			b.click(".card-of.waiting[aria-current] .actions button.primary")
			b.until(fmt.Sprintf(`document.querySelectorAll(".card-of.waiting").length < %d`, before))
			many := `[...document.querySelectorAll(".card-of.waiting")].find((c) => c.querySelectorAll("[name=statement]").length > 1)`
			b.script(many + `.classList.add("many")`)
			b.click(".many h2")
			b.click(".many .proposals > li:first-child input")
			b.click(".many .actions button.primary")
			b.until(`document.querySelector(".card-of[aria-current] .sign.confirmed") !== null && document.querySelectorAll(".card-of[aria-current] [name=statement]").length === 1`)
			b.click(".card-of[aria-current] .actions button[value=rejected]")
			b.until(`document.querySelector(".card-of .sign.rejected") !== null`)
			b.script(`document.querySelector(".card-of .sign.rejected").closest("details").open = true; document.querySelector(".card-of .sign.rejected").closest(".card-of").classList.add("undo")`)
			b.click(".undo h2")
			b.click(".undo .actions button[value=undone]")
			b.until(`document.querySelector(".card-of[aria-current].waiting [name=statement]") !== null`)

			b.visit("/register")
			b.click("table.items tbody a")
			b.until(`location.pathname !== "/register" && document.querySelector(".cite a") !== null && document.documentElement.classList.contains("scripted")`)
			b.script(`document.querySelector(".cite a").focus()`)
			b.until(`!document.querySelector(".cite-card").hidden && document.querySelector(".cite-card q") !== null`)
			b.click(".cite a")
			b.until(`document.querySelector("mark#passage") !== null`)
		})
	}
}

// The founding report by keyboard alone, under an English and an Arabic
// keyboard: everything it says is judged with at most forty keys on the desk.
func TestStoryByKeyboard(t *testing.T) {
	text, err := os.ReadFile(founding(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"en", "ar"} {
		t.Run(lang, func(t *testing.T) {
			b := window(t, serve(t, emptyRegister(t), Options{Version: "test"}).URL, lang)
			b.size(1280, 900)
			b.visit("/")
			b.tabTo("#f-name")
			b.paste("Dana Test")
			b.press(kb.Enter)
			b.until(`location.pathname === "/" && document.documentElement.classList.contains("scripted")`)
			b.chord("k", chromedp.ModifierCtrl)
			b.until(`document.querySelector("#palette[open] [role=option]") !== null`)
			b.paste(map[string]string{"en": "Receive", "ar": "استلام"}[lang])
			b.until(`document.querySelector("#palette [aria-selected=true]")?.dataset.go === "/receive"`)
			b.press(kb.Enter)
			b.until(`location.pathname === "/receive" && document.documentElement.classList.contains("scripted")`)
			b.tabTo("#text")
			b.paste(string(text))
			b.tabTo(`form[action="/receive/text"] button.primary`)
			b.press(kb.Enter)
			b.until(`document.querySelector("#received-list a.button") !== null`)
			b.tabTo("#received-list a.button")
			b.press(kb.Enter)
			b.until(ready)

			values := ask[int](b, `document.querySelectorAll("[name=statement]").length`)
			b.keys = 0
			y := func() { b.press("y") }
			if lang == "ar" {
				y = func() { b.arabic("y", "غ") }
			}
			// One exception: the second value of a card is unticked and rejected.
			for ask[int](b, `document.querySelectorAll(".card-of[aria-current] [name=statement]").length`) < 2 {
				b.judge(y)
			}
			b.press(kb.ArrowDown, kb.ArrowDown, " ")
			b.until(`document.querySelectorAll(".card-of[aria-current] [name=statement]:not(:checked)").length === 1`)
			exception := ask[string](b, `document.querySelector(".card-of[aria-current]").dataset.card`)
			y()
			b.until(`document.querySelectorAll(".card-of[aria-current].waiting [name=statement]").length === 1`)
			b.judge(func() { b.press("n") })
			for ask[bool](b, `document.querySelector("#desk-done").hidden`) {
				b.judge(y)
			}
			b.until(`document.querySelectorAll(".card-of.waiting, .card-of.pending").length === 0`)
			t.Logf("%s: %d values judged with %d keys", lang, values, b.keys)
			if b.keys > 40 {
				t.Errorf("the founding report takes %d keys; forty is the bar", b.keys)
			}
			if values < 20 {
				t.Errorf("the founding report proposes %d values only", values)
			}

			b.press("z")
			b.until(`document.querySelectorAll(".card-of.waiting").length > 0`)
			b.visit(ask[string](b, `location.pathname`))
			b.until(ready)
			if ask[string](b, `document.querySelector(".card-of[aria-current]").className`) != "card-of waiting" {
				t.Error("the desk does not open at the card that waits")
			}
			b.judge(y)
			b.until(`document.querySelectorAll(".card-of.waiting").length === 0`)
			if !ask[bool](b, fmt.Sprintf(`document.getElementById("card-%s").querySelector(".sign.rejected") !== null`, exception)) {
				t.Error("the exception was not rejected")
			}
			b.press("?")
			b.until(`document.querySelector("#keys[open] kbd") !== null`)
			b.press(kb.Escape)
			b.until(`!document.querySelector("#keys").open`)
		})
	}
}

// judge does what judges the current card and waits until the desk has gone on.
func (b *tab) judge(do func()) {
	b.t.Helper()
	now := ask[string](b, `document.querySelector(".card-of[aria-current]").dataset.card`)
	do()
	b.until(fmt.Sprintf(`document.querySelector(".card-of[aria-current]")?.dataset.card !== %q || !document.querySelector("#desk-done").hidden`, now))
}

// Palette, typed names, saved place and what a selection of words is good for.
func TestComforts(t *testing.T) {
	s := tell(t)
	b := window(t, serve(t, s.reg, Options{}).URL, "en")
	b.visit("/enter?schema=Occupancy")
	b.run(chromedp.Focus(chromedp.CSS(`[name="v.holder"]`)))
	b.paste("Amina Test")
	b.until(`document.querySelector(".offers.under [data-ref]") !== null`)
	b.press(kb.ArrowDown)
	b.take()
	if got := ask[string](b, `document.querySelector("[name='r.holder']").value`); got != string(s.person) {
		t.Errorf("the name taken stands for %q, want %q", got, s.person)
	}
	b.press("x")
	if got := ask[string](b, `document.querySelector("[name='r.holder']").value`); got != "" {
		t.Errorf("a name typed over still stands for %q", got)
	}

	b.visit("/")
	b.until(`document.documentElement.classList.contains("scripted")`)
	b.chord("k", chromedp.ModifierCtrl)
	b.paste("Amina Test")
	b.until(`document.querySelector("#palette [data-go^='/entity/']") !== null`)
	b.until(`document.querySelector("#palette [aria-selected=true]")?.dataset.go.startsWith("/entity/")`)
	b.press(kb.Enter)
	b.until(`location.pathname.startsWith("/entity/")`)

	b.visit("/register")
	facet := ask[string](b, `(() => { const box = document.querySelector("form.facets fieldset > label input"); box.focus(); return box.value; })()`)
	b.press(" ")
	b.until(fmt.Sprintf(`location.search.includes(%q) && document.activeElement.value === %q && document.activeElement.checked`, facet, facet))

	b.visit("/desk/" + string(s.waiting))
	b.until(ready)
	b.script(`(() => {
		const part = document.querySelector(".paper p [data-s]");
		const range = document.createRange();
		range.setStart(part.firstChild, 0);
		range.setEnd(part.firstChild, 4);
		getSelection().removeAllRanges();
		getSelection().addRange(range);
	})()`)
	quote := ask[string](b, `getSelection().toString()`)
	b.press("a")
	b.until(`location.pathname === "/enter"`)
	if got := ask[string](b, `document.querySelector("blockquote q").textContent`); got != quote {
		t.Errorf("the words selected are %q, the form quotes %q", quote, got)
	}
}

// Files dropped on the page are handed in, each with what became of it, and
// the page stays within a narrow window.
func TestFilesAreDropped(t *testing.T) {
	b := window(t, serve(t, emptyRegister(t), Options{}).URL, "ar")
	b.size(390, 844)
	b.visit("/welcome")
	b.run(chromedp.SendKeys(chromedp.CSS("#f-name"), "Dana"))
	b.click("main form button.primary")
	b.until(`location.pathname === "/"`)
	b.visit("/receive")
	b.until(`document.querySelector("[data-receive]").dataset.ready === "yes"`)
	b.script(`(() => {
		const files = new DataTransfer();
		for (const name of ["first.txt", "second.txt"]) files.items.add(new File(["They met in Cairo."], name, {type: "text/plain"}));
		for (const type of ["dragenter", "dragover", "drop"]) {
			document.getElementById("drop").dispatchEvent(new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer: files}));
		}
	})()`)
	b.until(`document.getElementById("received").dataset.busy === "no"`)
	if got := ask[int](b, `document.querySelectorAll("#received-list > li a[href^='/paper/']").length`); got != 2 {
		t.Errorf("two files were dropped, %d are received", got)
	}
	if got := ask[string](b, `document.getElementById("received-list").textContent`); !strings.Contains(got, "second.txt") {
		t.Errorf("the page says %q", got)
	}
	if ask[bool](b, `document.documentElement.scrollWidth > innerWidth`) {
		t.Error("the page is wider than its window")
	}
}

// The key . copies value, quote and address of the citation in focus.
func TestTheCitationIsCopied(t *testing.T) {
	s := tell(t)
	b := window(t, serve(t, s.reg, Options{}).URL, "en")
	b.visit("/entity/" + string(s.person))
	b.until(`document.querySelector(".cite-card") !== null`)
	b.script(`navigator.clipboard.writeText = async (text) => { document.body.dataset.copied = text; }; document.querySelector(".cite a").focus()`)
	b.until(`!document.querySelector(".cite-card").hidden`)
	quote := ask[string](b, `document.querySelector(".cite-card q").textContent`)
	b.press(".")
	b.until(`document.body.dataset.copied !== undefined && document.getElementById("said").textContent !== ""`)
	if got := ask[string](b, `document.body.dataset.copied`); !strings.Contains(got, quote) || !strings.Contains(got, "/paper/") || strings.Contains(got, "\n") {
		t.Errorf("of %q is copied %q", quote, got)
	}
}

// Every page of the story, in either language, wide, narrow and printed.
func TestTheStoryIsWalked(t *testing.T) {
	s := tell(t)
	srv := serve(t, s.reg, Options{Demo: true, Version: "test", StartForReal: func(context.Context) (string, error) { return "", nil }})
	main := []string{"/", "/desk/" + string(s.waiting), "/register", "/entity/" + string(s.person), "/meeting/" + string(s.held), "/brief/" + string(s.planned), "/ledger?before=20"}
	walk(t, srv.URL, append(s.pages(), "/nowhere"), wide[0], narrow[1])
	walk(t, srv.URL, main, wide[1], narrow[0], onPaper[0], onPaper[1])
}

// A record of conversation and a brief print on one page each.
func TestPrintsOnOnePage(t *testing.T) {
	s := tell(t)
	srv := serve(t, s.reg, Options{})
	for _, lang := range []string{"en", "ar"} {
		b := window(t, srv.URL, lang)
		for _, address := range []string{"/meeting/" + string(s.held), "/brief/" + string(s.planned)} {
			b.visit(address)
			b.printsOn(1)
		}
	}
}

// printsOn checks on how many sheets of A4 the page prints.
func (b *tab) printsOn(sheets int) {
	b.t.Helper()
	pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		b.t.Fatal(err)
	}
	if n := strings.Count(string(pdf), "/Type /Page\n"); n != sheets {
		at, _ := chromedp.Run(b.ctx, chromedp.Location())
		b.t.Errorf("%s prints on %d sheets, not on %d", at, n, sheets)
	}
}
