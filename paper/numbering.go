package paper

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// numbering computes the numbers that Word shows before paragraphs. A list
// (w:abstractNum) has nine levels, each with a format, a start and a pattern
// such as "%1.%2"; paragraphs refer to it through an instance (w:num), which
// may override the start. Instances of one list share its counters.
// Source: ECMA-376 part 1, 17.9.
type numbering struct {
	lists     map[string]*list
	instances map[string]*instance
	byStyle   map[string]*list // lists that are the definition of a numbering style
}

// list is a w:abstractNum with its running counters.
type list struct {
	levels   [9]level
	count    [9]int
	begun    [9]bool
	linkedTo string // w:numStyleLink: the definition stands in the list of that style
}

// level is one w:lvl. The zero value shows nothing.
type level struct {
	defined bool
	start   int
	format  string
	pattern string
	style   string // paragraph style linked to the level
	legal   bool   // higher levels are shown as decimal digits
	restart int    // from w:lvlRestart: -1 by default, 0 never, n after level n
}

// instance is a w:num: a list with overrides.
type instance struct {
	list   *list
	levels map[int]level // w:lvlOverride with a level of its own
	starts map[int]int   // w:startOverride, taken when the instance first reaches the level
}

func (w *wordReader) readNumbering(name string) (*numbering, error) {
	n := &numbering{lists: map[string]*list{}, instances: map[string]*instance{}, byStyle: map[string]*list{}}
	r := numberingReader{n: n, override: -1}
	err := w.zip.elements(name, func(t xml.Token) error {
		switch e := t.(type) {
		case xml.StartElement:
			r.start(e)
		case xml.EndElement:
			r.end(e.Name.Local)
		}
		return nil
	})
	return n, err
}

// numberingReader stands at one element of the part that defines lists.
type numberingReader struct {
	n        *numbering
	list     *list     // open, or nil
	num      *instance // open, or nil
	at       *level    // open, or nil
	own      level     // of the instance open
	override int       // level that the instance overrides, or -1
	skip     int       // how deep in what is not read
}

func number(s string) int { v, _ := strconv.Atoi(s); return v }

func (r *numberingReader) end(name string) {
	switch {
	case r.skip > 0:
		r.skip--
	case name == "abstractNum":
		r.list, r.at = nil, nil
	case name == "num":
		r.num = nil
	case name == "lvl":
		if r.num != nil && r.override >= 0 && r.override < 9 {
			r.num.levels[r.override] = r.own
		}
		r.at = nil
	case name == "lvlOverride":
		r.override = -1
	}
}

func (r *numberingReader) start(e xml.StartElement) {
	if r.skip > 0 || e.Name.Local == "Fallback" {
		r.skip++
		return
	}
	val := attr(e, "val")
	switch e.Name.Local {
	case "abstractNum":
		r.list = &list{}
		r.n.lists[attr(e, "abstractNumId")] = r.list
	case "num":
		r.num = &instance{levels: map[int]level{}, starts: map[int]int{}}
		r.n.instances[attr(e, "numId")] = r.num
	case "abstractNumId":
		if r.num != nil {
			r.num.list = r.n.lists[val]
		}
	case "lvlOverride":
		r.override = number(attr(e, "ilvl"))
	case "startOverride":
		if r.num != nil {
			r.num.starts[r.override] = number(val)
		}
	case "lvl":
		r.level(number(attr(e, "ilvl")))
	case "styleLink":
		if r.list != nil {
			r.n.byStyle[val] = r.list
		}
	case "numStyleLink":
		if r.list != nil {
			r.list.linkedTo = val
		}
	default:
		r.property(e, val)
	}
}

// level opens a level of the list, or of the instance that overrides it.
func (r *numberingReader) level(i int) {
	r.own, r.at = level{}, &r.own
	if r.list != nil && i >= 0 && i < 9 {
		r.at = &r.list.levels[i]
	}
	*r.at = level{defined: true, start: 0, format: "decimal", restart: -1}
}

// property reads one property of the level that is open.
func (r *numberingReader) property(e xml.StartElement, val string) {
	if r.at == nil {
		return
	}
	switch e.Name.Local {
	case "start":
		r.at.start = number(val)
	case "numFmt":
		r.at.format = val
		if val == "custom" {
			r.at.format = attr(e, "format")
		}
	case "lvlText":
		r.at.pattern = tidy(val)
	case "lvlRestart":
		r.at.restart = number(val)
	case "pStyle":
		r.at.style = val
	case "isLgl":
		r.at.legal = on(val)
	}
}

// label counts the paragraph and gives its number as shown and its level from
// 0; "" where it has none.
func (w *wordReader) label(p *paragraph) (string, int) {
	num, at, ok := w.numberOf(p)
	if !ok {
		return "", 0
	}
	return w.lists.next(num, at)
}

// numberOf finds the instance and level of a paragraph: its own, or those of
// its style and the style's ancestors. A style that is linked to a level of
// the list takes that level.
func (w *wordReader) numberOf(p *paragraph) (num string, at int, ok bool) {
	num, at, ok = p.num, p.level, p.numbered
	linked := ""
	if !ok {
		w.inherited(p.styleOr(w.base), func(id string, s *style) bool {
			if s.numbered {
				num, ok, linked = s.num, true, id
				if !p.hasLevel {
					at = s.level
				}
			}
			return ok
		})
	}
	if !ok || num == "0" || num == "" {
		return "", 0, false
	}
	if linked != "" && !p.hasLevel {
		if l := w.lists.definition(num); l != nil {
			w.inherited(p.styleOr(w.base), func(id string, _ *style) bool {
				for i := range l.levels {
					if l.levels[i].style == id {
						at = i
						return true
					}
				}
				return id == linked
			})
		}
	}
	return num, at, at >= 0 && at < 9
}

// definition gives the list of an instance, through a numbering style where it is linked to one.
func (n *numbering) definition(num string) *list {
	i := n.instances[num]
	if i == nil || i.list == nil {
		return nil
	}
	if l := n.byStyle[i.list.linkedTo]; i.list.linkedTo != "" && l != nil {
		return l
	}
	return i.list
}

// next counts one paragraph at a level of an instance and gives its number.
func (n *numbering) next(num string, at int) (string, int) {
	l, i := n.definition(num), n.instances[num]
	if l == nil {
		return "", 0
	}
	levels := l.levels
	for k, own := range i.levels {
		levels[k] = own
	}
	if !levels[at].defined {
		return "", 0
	}
	start, restarts := i.starts[at]
	switch {
	case restarts:
		delete(i.starts, at)
		l.count[at] = start
	case !l.begun[at]:
		l.count[at] = levels[at].start
	default:
		l.count[at]++
	}
	l.begun[at] = true
	for k := at + 1; k < len(levels); k++ {
		if r := levels[k].restart; r < 0 || r > at {
			l.begun[k] = false
		}
	}
	return l.show(levels, at), at
}

// show fills the pattern of a level with the counters of it and those above.
// A level above that was never used shows its start.
func (l *list) show(levels [9]level, at int) string {
	lv := levels[at]
	if lv.format == "bullet" {
		return bullet(lv.pattern)
	}
	var out strings.Builder
	for i := 0; i < len(lv.pattern); i++ {
		if c := lv.pattern[i]; c != '%' || i+1 == len(lv.pattern) || lv.pattern[i+1] < '1' || lv.pattern[i+1] > '9' {
			out.WriteByte(c)
			continue
		}
		i++
		k := int(lv.pattern[i] - '1')
		if k > at {
			continue
		}
		value := l.count[k]
		if !l.begun[k] {
			value = levels[k].start
		}
		format := levels[k].format
		if lv.legal && format != "none" {
			format = "decimal"
		}
		out.WriteString(numeral(format, value))
	}
	return strings.TrimSpace(out.String())
}

// bullet gives the sign of a bulleted level; signs of symbol fonts and the
// letter o that Courier New draws as a ring are shown as a bullet.
func bullet(pattern string) string {
	for _, r := range pattern {
		if r == 'o' || r == '·' || r >= 0xE000 && r < 0xF900 {
			return "•"
		}
	}
	return strings.TrimSpace(pattern)
}

// numeral writes a number in one of the formats of the standard; formats that
// are words or scripts not used in our papers are written as digits.
// Source: ECMA-376 part 1, 17.18.59.
func numeral(format string, n int) string {
	switch format {
	case "none":
		return ""
	case "lowerLetter":
		return letters(n, "abcdefghijklmnopqrstuvwxyz")
	case "upperLetter":
		return letters(n, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	case "lowerRoman":
		return roman(n)
	case "upperRoman":
		return strings.ToUpper(roman(n))
	case "russianLower":
		return letters(n, "абвгдежзиклмнопрстуфхцчшщыэюя")
	case "russianUpper":
		return letters(n, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ")
	case "arabicAlpha":
		return letters(n, "أبتثجحخدذرزسشصضطظعغفقكلمنهوي")
	case "arabicAbjad":
		return letters(n, "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ")
	case "hindiNumbers":
		return digits(n, '٠')
	case "ordinal":
		return ordinal(n)
	case "decimalZero":
		format = "01,"
	}
	width, _, padded := strings.Cut(format, ",")
	s := strconv.Itoa(n)
	for padded && len(s) < len(width) {
		s = "0" + s
	}
	return s
}

// letters counts a..z, then aa, bb: a letter repeated, as Word does.
func letters(n int, alphabet string) string {
	if n < 1 || n > 780 {
		return strconv.Itoa(n)
	}
	a := []rune(alphabet)
	return strings.Repeat(string(a[(n-1)%len(a)]), (n-1)/len(a)+1)
}

func digits(n int, zero rune) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return zero + r - '0'
		}
		return r
	}, strconv.Itoa(n))
}

func ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

// roman writes a number in small roman numerals, those out of range as digits.
func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var out strings.Builder
	for _, d := range []struct {
		value int
		sign  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for n >= d.value {
			out.WriteString(d.sign)
			n -= d.value
		}
	}
	return out.String()
}
