package press

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shape is how a word is written.
type shape uint8

const (
	lower   shape = iota // begins with a small letter
	capital              // begins with a capital
	acronym              // two capitals or more and no small letter but a plural s: "WDO", "C.S.", "G20"
	number               // begins with a digit
	mark                 // punctuation
	script               // of a script without capitals
)

// token is a word, a number or a mark of the text.
type token struct {
	start, end int32 // bytes
	word       *word
	shape      shape
	glued      bool // nothing stands between it and the token before
}

// word is a form of the text, met once or often.
type word struct {
	form   string  // as written
	folded string  // lower case, apostrophes and Arabic letters made one
	ids    []int32 // words of the lexicon that it can be
	opens  []int32 // nodes of the lexicon's phrases that it begins
	senses senses  // of English: what it can be
	sets   memberships
	life   string // what turn in the life of a body the verb tells
	capped bool   // it can be an acronym
	shape  shape  // of a whole word
	whole  bool   // it is never cut, for nothing in it joins two words
}

// sentence is a run of tokens [from, to) of the portion being read.
type sentence struct {
	from, to int
	heading  bool // a title or heading: it names what the text tells
	para     int  // number of its paragraph
	c0, c1   int  // its chunks
}

// abbreviations that a full stop does not end a sentence after.
var abbreviations = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "dr": true, "prof": true, "hon": true, "rev": true, "gen": true, "col": true, "lt": true, "sr": true, "rs": true,
	"st": true, "no": true, "art": true, "vs": true, "amb": true, "mdm": true, "sen": true, "rep": true, "gov": true, "h.e": true, "sra": true,
	"m": true, "mm": true, "mme": true, "г": true, "гг": true, "им": true, "ул": true, "т": true, "д": true, "e.g": true, "i.e": true, "jan": true,
	"feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true, "sept": true, "sep": true, "oct": true, "nov": true, "dec": true, "mgr": true, "rtd": true, "cllr": true, "atty": true, "barr": true, "supt": true, "insp": true, "fr": true, "retd": true, "capt": true, "brig": true, "maj": true, "engr": true, "cmdr": true, "adm": true, "sgt": true, "rt": true,
	"eng": true, "ing": true, "arch": true, "esq": true, "messrs": true, "dept": true, "bros": true, "govt": true, "ma": true,
}

// fold makes a form comparable: lower case, one apostrophe, ё as е, the
// Arabic letters that writers exchange as one, vowel signs dropped.
func fold(s string) string {
	ascii := true
	for i := 0; i < len(s) && ascii; i++ {
		ascii = s[i] < utf8.RuneSelf
	}
	if ascii {
		return strings.ToLower(s)
	}
	return strings.Map(func(r rune) rune {
		switch r = unicode.ToLower(r); r {
		case '’', '‘', 'ʼ', '`', '´', 'ʻ':
			return '\''
		case 'ё':
			return 'е'
		case 'أ', 'إ', 'آ', 'ٱ':
			return 'ا'
		case 'ى':
			return 'ي'
		case 'ة':
			return 'ه'
		case 'ـ', '\u00ad', '\u200b', '\u200e', '\u200f':
			return -1
		case '‑', '‐':
			return '-'
		}
		if r >= 0x64B && r <= 0x652 || r >= 0x300 && r <= 0x36F {
			return -1
		}
		return r
	}, s)
}

// isWord reports what words are made of.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return wordBytes[r]
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// inner reports whether r may stand inside a word, between two letters.
func inner(r rune) bool {
	return r == '\'' || r == '’' || r == '-' || r == '‑' || r == '‐' || r == '&' || r == 'ʼ' || r == '`'
}

// scan cuts text[from:to] into tokens, leaving out what the mask covers.
func (p *paper) scan(from, to int, masked []span) {
	text := p.text
	m := 0
	glued := false
	for i := from; i < to; {
		for m < len(masked) && masked[m].end <= i {
			m++
		}
		if m < len(masked) && i >= masked[m].start {
			i, glued = masked[m].end, false
			continue
		}
		c := text[i]
		if c == ' ' || c == '\n' || c == '\t' || c == '\r' {
			i++
			glued = false
			continue
		}
		end := i
		var r rune
		if c < utf8.RuneSelf {
			r = rune(c)
		} else {
			r, _ = utf8.DecodeRuneInString(text[i:])
			if unicode.IsSpace(r) || r == 0xAD || r == 0xFEFF || r >= 0x200B && r <= 0x200F {
				i += utf8.RuneLen(r)
				glued = false
				continue
			}
		}
		if isWord(r) {
			end = p.wordEnd(i, to)
		} else {
			end = i + utf8.RuneLen(r)
			if r == utf8.RuneError {
				end = i + 1
			}
		}
		if m < len(masked) && end > masked[m].start && masked[m].start > i {
			end = masked[m].start
		}
		p.push(i, end, glued)
		i, glued = end, true
	}
}

// wordBytes are the bytes of ASCII that words are made of.
var wordBytes = func() (out [256]bool) {
	for c := range rune(utf8.RuneSelf) {
		out[c] = unicode.IsLetter(c) || unicode.IsDigit(c) || c == '_'
	}
	return out
}()

// wordEnd gives the end of the word that begins at i: letters and digits, with
// marks inside ("Kassym-Jomart", "U.S.", "2025-2028", "14.9").
func (p *paper) wordEnd(i, to int) int {
	text := p.text
	start := i
	for i < to {
		c := text[i]
		if wordBytes[c] {
			i++
			continue
		}
		if c == ' ' {
			return i
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if isWord(r) {
			i += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[min(i+n, to):to])
		digit := i > start && text[i-1] >= '0' && text[i-1] <= '9'
		switch {
		case i+n >= to:
		case inner(r) && isWord(next):
			i += n
			continue
		case (r == '.' || r == ',') && digit && next >= '0' && next <= '9':
			i += n
			continue
		case r == '–' && digit && next >= '0' && next <= '9':
			i += n
			continue
		case r == '.' && initials(text[start:i]) && unicode.IsUpper(next):
			i += n
			continue
		}
		if r == '.' && initials(text[start:i]) {
			return i + n
		}
		if r == '+' && i > start {
			return i + n
		}
		return i
	}
	return i
}

// initials reports whether s is one capital letter, or capitals with points
// between: a point after it belongs to it ("J.", "U.S.", "C.S.").
func initials(s string) bool {
	letters := 0
	for _, r := range s {
		if r == '.' {
			letters = 0
			continue
		}
		if letters++; letters > 1 || !unicode.IsUpper(r) {
			return false
		}
	}
	return letters == 1
}

// push adds a token, cutting off a possessive ending or an elided article.
func (p *paper) push(start, end int, glued bool) {
	form := p.text[start:end]
	r, n := utf8.DecodeRuneInString(form)
	if !isWord(r) {
		p.tokens = append(p.tokens, token{int32(start), int32(end), p.intern(form), mark, glued})
		return
	}
	if w := p.words[form]; w != nil && w.whole {
		p.tokens = append(p.tokens, token{int32(start), int32(end), w, w.shape, glued})
		return
	}
	if i := p.suffixed(form); i > 0 {
		p.push(start, start+i, glued)
		return
	}
	if i := p.compound(form, start, end); i > 0 {
		p.push(start, start+i, glued)
		p.push(start+i, start+i+1, true)
		p.push(start+i+1, end, true)
		return
	}
	if apostrophe(form) && len(form) > n {
		if cut := p.tongue.cut(form); cut > 0 && cut < len(form) {
			p.push(start, start+cut, glued)
			p.push2(start+cut, end)
			return
		}
	}
	w := p.intern(form)
	w.shape, w.whole = shapeOf(form, r), strings.IndexByte(form, '-') < 0 && !apostrophe(form)
	p.tokens = append(p.tokens, token{int32(start), int32(end), w, w.shape, glued})
}

// apostrophe reports an apostrophe after the first letter of a word.
func apostrophe(form string) bool {
	for i := 1; i < len(form); i++ {
		if form[i] == '\'' || form[i] == 0xE2 && strings.HasPrefix(form[i:], "’") {
			return true
		}
	}
	return false
}

// compound gives where the hyphen stands that joins two States or bodies:
// "Pakistan-EU", "U.S.-Morocco"; 0 in any other word, from start to end.
func (p *paper) compound(form string, start, end int) int {
	i := strings.IndexByte(form, '-')
	if i < 3 && (strings.HasPrefix(form, "AL-") || strings.HasPrefix(form, "EL-")) { // "AL-HARTHY"
		return 0
	}
	if i < 1 || i+2 > len(form) || !p.tongue.capitals {
		return 0
	}
	at, known := p.compounds[form]
	if start > 0 && p.text[start-1] == '(' && end < len(p.text) && p.text[end] == ')' && shapeOf(form, rune(form[0])) == acronym { // "(SADC-PF)" is one acronym
		p.compounds[form] = 0
		return 0
	}
	if !known {
		if p.actor(form[:i]) && p.actor(form[i+1:]) {
			at = i
		}
		p.compounds[form] = at
	}
	return at
}

// actor reports whether a word names a State or is an acronym.
func (p *paper) actor(w string) bool {
	if acronymLike(w) && strings.ToUpper(w) == w {
		return true
	}
	r, _ := utf8.DecodeRuneInString(w)
	_, ok := p.files.State(w)
	return ok && unicode.IsUpper(r)
}

// push2 adds the second part of a word that was cut: a possessive ending is a
// mark, anything else a word.
func (p *paper) push2(start, end int) {
	form := p.text[start:end]
	r, _ := utf8.DecodeRuneInString(form)
	s := mark
	if isWord(r) {
		s = shapeOf(form, r)
	}
	p.tokens = append(p.tokens, token{int32(start), int32(end), p.intern(form), s, true})
}

func shapeOf(form string, first rune) shape {
	switch {
	case unicode.IsDigit(first):
		return number
	case !unicode.IsUpper(first) && !unicode.IsTitle(first):
		if unicode.IsLower(first) {
			return lower
		}
		return script
	}
	upper, small := 0, 0
	for _, r := range form {
		if unicode.IsUpper(r) {
			upper++
		} else if unicode.IsLower(r) {
			small++
		} else if unicode.IsDigit(r) {
			upper++
		}
	}
	if upper >= 2 && (small == 0 || small == 1 && upper > 2 && strings.HasSuffix(form, "s")) {
		return acronym
	}
	return capital
}

func (p *paper) intern(form string) *word {
	if w, ok := p.words[form]; ok {
		return w
	}
	w := &word{form: form, folded: fold(form)}
	w.ids, w.life, w.capped = p.tongue.ids(w.folded), lifeVerbs[w.folded], acronymLike(form)
	if m := setsOf[w.folded]; m != nil {
		w.sets = *m
	}
	for _, id := range w.ids {
		if n := p.tongue.lexicon.step(0, id); n != 0 {
			w.opens = append(w.opens, n)
		}
	}
	if p.tongue.tag == "en" {
		w.senses = senseOf(w.folded)
	}
	p.words[form] = w
	return w
}
