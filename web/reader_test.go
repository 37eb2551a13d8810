package web

import (
	"bytes"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// visitor reads pages and sends forms as a browser without script does.
type visitor struct {
	t      *testing.T
	client *http.Client
	base   string
	lang   string
	at     string // address of the page
	doc    *html.Node
	body   string
	status int
	header http.Header
}

func visit(t *testing.T, srv *httptest.Server, lang string) *visitor {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &visitor{t: t, client: &http.Client{Jar: jar}, base: srv.URL, lang: lang}
}

func (v *visitor) do(req *http.Request) *visitor {
	v.t.Helper()
	req.Header.Set("Accept-Language", v.lang)
	resp, err := v.client.Do(req)
	if err != nil {
		v.t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		v.t.Fatal(err)
	}
	v.status, v.header, v.body, v.at = resp.StatusCode, resp.Header, string(b), resp.Request.URL.RequestURI()
	if v.doc, err = html.Parse(bytes.NewReader(b)); err != nil {
		v.t.Fatal(err)
	}
	return v
}

// get reads a page and follows where it leads.
func (v *visitor) get(address string) *visitor {
	v.t.Helper()
	req, err := http.NewRequest(http.MethodGet, v.base+address, nil)
	if err != nil {
		v.t.Fatal(err)
	}
	return v.do(req)
}

// post sends fields to an address.
func (v *visitor) post(address string, fields url.Values) *visitor {
	v.t.Helper()
	req, err := http.NewRequest(http.MethodPost, v.base+address, strings.NewReader(fields.Encode()))
	if err != nil {
		v.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return v.do(req)
}

// upload hands files in, each a name and its bytes.
func (v *visitor) upload(address string, fields map[string]string, files ...[2]string) *visitor {
	v.t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for name, value := range fields {
		if err := w.WriteField(name, value); err != nil {
			v.t.Fatal(err)
		}
	}
	for _, f := range files {
		part, err := w.CreateFormFile("files", f[0])
		if err != nil {
			v.t.Fatal(err)
		}
		if _, err := io.WriteString(part, f[1]); err != nil {
			v.t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		v.t.Fatal(err)
	}
	req, err := http.NewRequest(http.MethodPost, v.base+address, &body)
	if err != nil {
		v.t.Fatal(err)
	}
	req.Header.Set("Content-Type", w.FormDataContentType())
	return v.do(req)
}

// submit sends the form that a selector finds as it stands, with some fields
// filled in or, where the value is "-", left out. A button is given as its name
// and value.
func (v *visitor) submit(selector string, fill map[string]string) *visitor {
	v.t.Helper()
	form := v.one(selector)
	fields := formFields(form)
	for name, value := range fill {
		if value == "-" {
			fields.Del(name)
		} else {
			fields.Set(name, value)
		}
	}
	if strings.EqualFold(attr(form, "method"), "post") {
		return v.post(attr(form, "action"), fields)
	}
	return v.get(attr(form, "action") + "?" + fields.Encode())
}

// formFields gives what a browser would send of a form without its buttons.
func formFields(form *html.Node) url.Values {
	out := url.Values{}
	for _, n := range cascadia.QueryAll(form, cascadia.MustCompile("input[name], textarea[name], select[name]")) {
		name := attr(n, "name")
		switch {
		case n.Data == "textarea":
			out.Add(name, textOf(n))
		case n.Data == "select":
			out.Add(name, chosen(n))
		case attr(n, "type") == "checkbox" || attr(n, "type") == "radio":
			if hasAttr(n, "checked") {
				out.Add(name, attr(n, "value"))
			}
		case attr(n, "type") != "file":
			out.Add(name, attr(n, "value"))
		}
	}
	return out
}

func chosen(n *html.Node) string {
	options := cascadia.QueryAll(n, cascadia.MustCompile("option"))
	for _, o := range options {
		if hasAttr(o, "selected") {
			return attr(o, "value")
		}
	}
	if len(options) == 0 {
		return ""
	}
	return attr(options[0], "value")
}

// all gives what a selector finds.
func (v *visitor) all(selector string) []*html.Node {
	return cascadia.QueryAll(v.doc, cascadia.MustCompile(selector))
}

// one gives the first thing a selector finds; the test ends where there is none.
func (v *visitor) one(selector string) *html.Node {
	v.t.Helper()
	n := cascadia.Query(v.doc, cascadia.MustCompile(selector))
	if n == nil {
		v.t.Fatalf("%s (%d) has no %s", v.at, v.status, selector)
	}
	return n
}

// link gives where the first link with the words leads.
func (v *visitor) link(words string) string {
	v.t.Helper()
	for _, a := range v.all("a[href]") {
		if strings.Contains(textOf(a), words) {
			return attr(a, "href")
		}
	}
	v.t.Fatalf("%s has no link %q", v.at, words)
	return ""
}

// ok ends the test where the page is an error.
func (v *visitor) ok() *visitor {
	v.t.Helper()
	if v.status != http.StatusOK {
		v.t.Fatalf("%s answered %d: %s", v.at, v.status, v.text(".notice"))
	}
	return v
}

// text gives the text of everything a selector finds.
func (v *visitor) text(selector string) string {
	var out []string
	for _, n := range v.all(selector) {
		out = append(out, textOf(n))
	}
	return strings.Join(out, "\n")
}

// has ends the test where the main part of the page lacks some words.
func (v *visitor) has(words ...string) *visitor {
	v.t.Helper()
	text := v.text("main")
	for _, w := range words {
		if !strings.Contains(text, w) {
			v.t.Fatalf("%s does not say %q:\n%s", v.at, w, text)
		}
	}
	return v
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// textOf gives the text below a node, with its blanks joined.
func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
