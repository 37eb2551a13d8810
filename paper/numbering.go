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
	var (
		l        *list
		num      *instance
		at       *level
		own      level
		override = -1
		skip     int
	)
	number := func(s string) int { v, _ := strconv.Atoi(s); return v }
	err := w.zip.elements(name, func(t xml.Token) error {
		if end, ok := t.(xml.EndElement); ok {
			switch {
			case skip > 0:
				skip--
			case end.Name.Local == "abstractNum":
				l, at = nil, nil
			case end.Name.Local == "num":
				num = nil
			case end.Name.Local == "lvl":
				if num != nil && override >= 0 && override < 9 {
					num.levels[override] = own
				}
				at = nil
			case end.Name.Local == "lvlOverride":
				override = -1
			}
			return nil
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			return nil
		}
		if skip > 0 || e.Name.Local == "Fallback" {
			skip++
			return nil
		}
		val := attr(e, "val")
		switch e.Name.Local {
		case "abstractNum":
			l = &list{}
			n.lists[attr(e, "abstractNumId")] = l
		case "num":
			num = &instance{levels: map[int]level{}, starts: map[int]int{}}
			n.instances[attr(e, "numId")] = num
		case "abstractNumId":
			if num != nil {
				num.list = n.lists[val]
			}
		case "lvlOverride":
			override = number(attr(e, "ilvl"))
		case "startOverride":
			if num != nil {
				num.starts[override] = number(val)
			}
		case "lvl":
			own = level{}
			if i := number(attr(e, "ilvl")); l != nil && i >= 0 && i < 9 {
				at = &l.levels[i]
			} else {
				at = &own
			}
			*at = level{defined: true, start: 0, format: "decimal", restart: -1}
		case "styleLink":
			if l != nil {
				n.byStyle[val] = l
			}
		case "numStyleLink":
			if l != nil {
				l.linkedTo = val
			}
		}
		if at == nil {
			return nil
		}
		switch e.Name.Local {
		case "start":
			at.start = number(val)
		case "numFmt":
			at.format = val
			if val == "custom" {
				at.format = attr(e, "format")
			}
		case "lvlText":
			at.pattern = tidy(val)
		case "lvlRestart":
			at.restart = number(val)
		case "pStyle":
			at.style = val
		case "isLgl":
			at.legal = on(val)
		}
		return nil
	})
	return n, err
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
