package paper

import (
	"bytes"
	"context"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode"

	"chancery"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

var web = format{"text/html", "html", 1, readHTML}

// htmlElements bounds how many elements a page may have: a tree of them stays
// under 300 MB.
const htmlElements = 500_000

// readHTML keeps the main text of a page, its title, date line and tables, and
// leaves out navigation.
func readHTML(ctx context.Context, content []byte, limits Limits, o *Opened) (*sheet, error) {
	text, encoding := webText(content)
	o.Edition.Encoding = encoding
	doc, err := parseHTML(ctx, text)
	if err != nil {
		return nil, err
	}
	s := newSheet(limits)
	p := &page{sheet: s}
	p.read(doc, &o.Document)
	if strings.TrimSpace(s.text.String()) == "" {
		return nil, unreadable("paper.noText", "the page holds no text, perhaps because a program in it fetches the text; print the page to PDF and hand that in")
	}
	return s, nil
}

// webText decodes a page by its byte order mark, its own declaration, or its letters.
func webText(content []byte) (text, encoding string) {
	text, encoding, _ = decode(content)
	if encoding == "utf-8" || strings.HasPrefix(encoding, "utf-16") {
		return text, encoding
	}
	if e, name, certain := charset.DetermineEncoding(content, "text/html"); certain {
		if b, err := e.NewDecoder().Bytes(content); err == nil {
			return tidy(string(b)), name
		}
	}
	return text, encoding
}

func parseHTML(ctx context.Context, text string) (*html.Node, error) {
	tokens := html.NewTokenizer(strings.NewReader(text))
	tokens.SetMaxBuf(32 << 20)
	for n := 0; ; n++ {
		if tokens.Next() == html.ErrorToken {
			break
		}
		if n > 2*htmlElements {
			return nil, unreadable("paper.elements", "the page has far more elements than a paper has and is not read; print it to PDF and hand that in")
		}
		if n%4096 == 0 && ctx.Err() != nil {
			return nil, cancelled(ctx)
		}
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, unreadable("paper.nested", "the file nests its parts deeper than any paper does and is not read; save it anew and hand that in")
	}
	return doc, nil
}

// page writes the blocks of a web page.
type page struct {
	sheet *sheet
	pre   int  // depth inside preformatted text
	space bool // white space is due before the next word
	lists []int
}

func (p *page) read(doc *html.Node, d *chancery.Document) {
	body := wordsOf(find1(doc, func(n *html.Node) bool { return n.DataAtom == atom.Body }))
	d.Language = language(doc)
	d.Address = canonical(doc)
	var main *html.Node
	parser := readability.NewParser()
	if article, err := parser.ParseDocument(doc, nil); err == nil {
		main = article.Node
		d.Title = headline(doc, tidy(strings.TrimSpace(article.Title())))
		d.Author = tidy(strings.TrimSpace(article.Byline()))
		if t, err := article.PublishedTime(); err == nil {
			d.Published = day(t)
		}
	}
	if main == nil || len(wordsOf(main))*4 < len(body) {
		strip(doc)
		main = find1(doc, func(n *html.Node) bool { return n.DataAtom == atom.Main })
		if main == nil || len(wordsOf(main))*4 < len(body) {
			main = find1(doc, func(n *html.Node) bool { return n.DataAtom == atom.Body })
		}
	}
	if main == nil {
		return
	}
	strip(main)
	p.front(doc, main, d.Title)
	p.block(main, chancery.Range{Role: chancery.Paragraph})
}

// headline gives the page's first heading where the title is that and the
// name of the site, else the title.
func headline(doc *html.Node, title string) string {
	h := strings.Join(strings.Fields(wordsOf(find1(doc, func(n *html.Node) bool { return n.DataAtom == atom.H1 }))), " ")
	if h != "" && strings.Contains(squeeze(title), squeeze(h)) {
		return tidy(h)
	}
	return title
}

// front writes the title and date line where the main text leaves them out.
func (p *page) front(doc, main *html.Node, title string) {
	inside := squeeze(wordsOf(main))
	if title != "" && !strings.HasPrefix(inside, squeeze(title)) {
		start := p.sheet.at()
		p.sheet.write(title)
		p.sheet.mark(start, chancery.Range{Role: chancery.Title})
		p.sheet.newline()
	}
	if t := find1(doc, func(n *html.Node) bool { return n.DataAtom == atom.Time }); t != nil {
		words := strings.Join(strings.Fields(wordsOf(t)), " ")
		if words != "" && !strings.Contains(inside, squeeze(words)) {
			start := p.sheet.at()
			p.sheet.write(words)
			p.sheet.mark(start, chancery.Range{Role: chancery.Dateline})
			p.sheet.newline()
		}
	}
}

// day gives the calendar day of a time in its own zone.
func day(t time.Time) chancery.Date {
	return chancery.NewDate(t.Year(), int(t.Month()), t.Day())
}

func language(doc *html.Node) string {
	root := find1(doc, func(n *html.Node) bool { return n.DataAtom == atom.Html })
	return strings.TrimSpace(value(root, "lang"))
}

// canonical gives the address at which the page says it was published.
func canonical(doc *html.Node) string {
	n := find1(doc, func(n *html.Node) bool {
		return n.DataAtom == atom.Link && strings.EqualFold(value(n, "rel"), "canonical") ||
			n.DataAtom == atom.Meta && value(n, "property") == "og:url"
	})
	address := value(n, "href") + value(n, "content")
	if u, err := url.Parse(address); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
		return u.String()
	}
	return ""
}

// unread are elements that are no part of the text.
var unread = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Math: true, atom.Head: true,
	atom.Iframe: true, atom.Object: true, atom.Select: true, atom.Button: true, atom.Textarea: true,
}

// strip takes navigation out of a page whose main text was not found.
func strip(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		role := value(c, "role")
		if c.DataAtom == atom.Nav || c.DataAtom == atom.Aside || unread[c.DataAtom] ||
			role == "navigation" || role == "banner" || role == "contentinfo" || role == "search" || hidden(c) ||
			(c.DataAtom == atom.Header || c.DataAtom == atom.Footer) && c.Parent != nil && c.Parent.DataAtom == atom.Body {
			n.RemoveChild(c)
		} else {
			strip(c)
		}
		c = next
	}
}

func hidden(n *html.Node) bool {
	style := strings.ReplaceAll(strings.ToLower(value(n, "style")), " ", "")
	return strings.Contains(style, "display:none") || has(n, "hidden")
}

var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Main: true, atom.Blockquote: true, atom.Ul: true,
	atom.Ol: true, atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Figure: true, atom.Figcaption: true, atom.Pre: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Header: true, atom.Footer: true,
	atom.Address: true, atom.Hr: true, atom.Fieldset: true, atom.Form: true, atom.Body: true, atom.Center: true, atom.Caption: true,
}

// block writes the children of a block; the role goes to each run of inline
// content that stands directly in it.
func (p *page) block(n *html.Node, role chancery.Range) {
	start := p.sheet.at()
	if role.Label != "" {
		p.sheet.write(role.Label + "\t")
	}
	flush := func() {
		p.sheet.mark(start, role)
		p.sheet.newline()
		role.Label = ""
		start, p.space = p.sheet.at(), false
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.DataAtom == atom.Table && c.Type == html.ElementNode:
			flush()
			p.table(c)
			start = p.sheet.at()
		case blocks[c.DataAtom] && c.Type == html.ElementNode:
			flush()
			p.enter(c)
			start = p.sheet.at()
		default:
			p.inline(c)
		}
	}
	flush()
}

// enter writes one block in its own role.
func (p *page) enter(n *html.Node) {
	role := chancery.Range{Role: chancery.Paragraph}
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		role = chancery.Range{Role: chancery.Heading, Level: int(n.Data[1] - '0')}
	case atom.Ul:
		p.lists = append(p.lists, -1)
		defer p.leave()
	case atom.Ol:
		first, err := strconv.Atoi(value(n, "start"))
		if err != nil {
			first = 1
		}
		p.lists = append(p.lists, first)
		defer p.leave()
	case atom.Li:
		role = p.item()
	case atom.Pre:
		p.pre++
		defer func() { p.pre-- }()
	}
	p.block(n, role)
}

func (p *page) leave() { p.lists = p.lists[:len(p.lists)-1] }

// item gives a list item the number that a browser shows before it.
func (p *page) item() chancery.Range {
	r := chancery.Range{Role: chancery.ListItem, Level: max(1, len(p.lists))}
	if n := len(p.lists); n > 0 && p.lists[n-1] >= 0 {
		r.Label = strconv.Itoa(p.lists[n-1]) + "."
		p.lists[n-1]++
	}
	return r
}

func (p *page) inline(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		p.words(n.Data)
		return
	case n.Type != html.ElementNode || unread[n.DataAtom]:
		return
	case n.DataAtom == atom.Br:
		p.sheet.newline()
		p.space = false
		return
	case blocks[n.DataAtom]:
		p.sheet.newline()
		p.enter(n)
		return
	case n.DataAtom == atom.Table:
		p.sheet.newline()
		p.table(n)
		return
	}
	if p.space && !p.lineStart() {
		p.sheet.write(" ")
		p.space = false
	}
	start := p.sheet.at()
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.inline(c)
	}
	if href := value(n, "href"); n.DataAtom == atom.A && (strings.HasPrefix(href, "http://") || strings.HasPrefix(href, "https://")) {
		p.sheet.mark(start, chancery.Range{Role: chancery.Link, Target: tidy(href)})
	}
}

// words writes text with its white space drawn together, as a browser shows it.
func (p *page) words(text string) {
	if p.pre > 0 {
		p.sheet.write(text)
		return
	}
	for len(text) > 0 {
		i := strings.IndexFunc(text, blank)
		if i < 0 {
			i = len(text)
		}
		if i > 0 {
			if p.space && !p.lineStart() {
				p.sheet.write(" ")
			}
			p.sheet.write(text[:i])
			p.space = false
		}
		text = text[i:]
		rest := strings.TrimLeftFunc(text, blank)
		if len(rest) < len(text) {
			p.space = true
		}
		text = rest
	}
}

func (p *page) lineStart() bool {
	t := p.sheet.text.String()
	return t == "" || t[len(t)-1] == '\n' || t[len(t)-1] == '\t'
}

func blank(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' }

// table writes a table: cells separated by tabs, rows by line ends. A table
// that only lays out the page, one cell to a row or tables within cells, is
// written as blocks.
func (p *page) table(n *html.Node) {
	rows := rowsOf(n, nil)
	if layoutTable(n, rows) {
		for _, r := range rows {
			for _, c := range r {
				p.block(c, chancery.Range{Role: chancery.Paragraph})
			}
		}
		return
	}
	p.sheet.tables++
	number, start := p.sheet.tables, p.sheet.at()
	if c := find1(n, func(n *html.Node) bool { return n.DataAtom == atom.Caption }); c != nil {
		p.block(c, chancery.Range{Role: chancery.Paragraph})
	}
	taken := map[[2]int]bool{}
	for y, r := range rows {
		column := 1
		for i, c := range r {
			for taken[[2]int{y, column}] {
				column++
			}
			if i > 0 {
				p.sheet.write("\t")
			}
			p.space = false
			at := p.sheet.at()
			p.sheet.write(strings.Join(strings.Fields(wordsOf(c)), " "))
			p.sheet.mark(at, chancery.Range{Role: chancery.Cell, Table: number, Row: y + 1, Column: column})
			wide, high := span(c, "colspan"), span(c, "rowspan")
			for dy := 1; dy < high; dy++ {
				for dx := range wide {
					taken[[2]int{y + dy, column + dx}] = true
				}
			}
			column += wide
		}
		p.sheet.write("\n")
	}
	p.sheet.mark(start, chancery.Range{Role: chancery.Table, Table: number})
}

func span(n *html.Node, key string) int {
	v, err := strconv.Atoi(value(n, key))
	if err != nil || v < 1 || v > 100 {
		return 1
	}
	return v
}

func rowsOf(n *html.Node, rows [][]*html.Node) [][]*html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.Tr:
			var cells []*html.Node
			for d := c.FirstChild; d != nil; d = d.NextSibling {
				if d.DataAtom == atom.Td || d.DataAtom == atom.Th {
					cells = append(cells, d)
				}
			}
			if len(cells) > 0 {
				rows = append(rows, cells)
			}
		case atom.Thead, atom.Tbody, atom.Tfoot:
			rows = rowsOf(c, rows)
		}
	}
	return rows
}

func layoutTable(n *html.Node, rows [][]*html.Node) bool {
	wide := 0
	for _, r := range rows {
		wide = max(wide, len(r))
	}
	return wide < 2 || value(n, "role") == "presentation" || find1(n, func(c *html.Node) bool { return c != n && c.DataAtom == atom.Table }) != nil
}

// find1 gives the first node in document order that fits, or nil.
func find1(n *html.Node, fits func(*html.Node) bool) *html.Node {
	if n == nil || fits(n) {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if f := find1(c, fits); f != nil {
			return f
		}
	}
	return nil
}

func value(n *html.Node, key string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// wordsOf gives all words under a node, elements separated by spaces where they are blocks.
func wordsOf(n *html.Node) string {
	var b bytes.Buffer
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n == nil || unread[n.DataAtom] {
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if blocks[n.DataAtom] || n.DataAtom == atom.Br || n.DataAtom == atom.Td {
			b.WriteByte(' ')
		}
	}
	walk(n)
	return b.String()
}

// squeeze folds text to its letters and digits, to compare what a page says twice.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
