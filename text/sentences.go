package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// Sentences gives the sentences of s without the white space around them.
// They follow UAX 29, where a line or paragraph break always ends a sentence;
// a full stop does not where it belongs to an abbreviation (Mr., H.E., No. 5,
// г. Астана, Mme), an initial, or a number that counts paragraphs ("12. The
// Committee").
func Sentences(s string) []Span {
	var out []Span
	open := false // the last sentence goes on
	it := sentences.FromString(s)
	for it.Next() {
		seg := trim(s, Span{it.Start(), it.End()})
		if seg.Len() > 0 {
			if open && continues(s, out[len(out)-1], seg) {
				out[len(out)-1].End = seg.End
			} else {
				out = append(out, seg)
			}
		}
		open = len(out) > 0 && !strings.ContainsAny(s[out[len(out)-1].End:it.End()], "\n\r\u0085\u2028\u2029")
	}
	return out
}

func trim(s string, at Span) Span {
	in := s[at.Start:at.End]
	left := strings.TrimLeftFunc(in, unicode.IsSpace)
	at.Start += len(in) - len(left)
	at.End = at.Start + len(strings.TrimRightFunc(left, unicode.IsSpace))
	return at
}

// continues reports whether next only goes on with what before said, because
// the full stop between them is part of a word or of a paragraph's number.
func continues(s string, before, next Span) bool {
	body := s[before.Start:before.End]
	if !strings.HasSuffix(body, ".") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s[next.Start:])
	body = body[:len(body)-1]
	from := strings.LastIndexFunc(body, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '\'' && r != '’' && r != '-'
	})
	if from < 0 {
		from = 0
	} else {
		_, n := utf8.DecodeRuneInString(body[from:])
		from += n
	}
	word := body[from:]
	if word == "" {
		return false
	}
	if from == 0 && enumerator(word) {
		return true
	}
	folded := Fold(word)
	kind, known := abbreviations[folded]
	if !known {
		if !initials(word) {
			return false
		}
		// "in the U.S. The Ministry": a word that opens sentences after an
		// abbreviation in capitals is the better sign.
		return utf8.RuneCountInString(word) == 1 || !opener(s[next.Start:next.End])
	}
	switch kind {
	case title:
		return true
	case numbered:
		return unicode.IsDigit(first) || first == '№' || roman(s[next.Start:next.End])
	case year:
		// After a figure it is "year" and may end a sentence; else it is "city".
		return !unicode.IsUpper(first) || !afterDigit(body[:from])
	}
	return !unicode.IsUpper(first)
}

// abbreviation kinds: what may follow the full stop within the sentence.
type abbreviation int

const (
	title    abbreviation = iota // a name: always goes on
	numbered                     // goes on before a number
	year                         // г., ж.: of a year, or of a city
	unit                         // may end a sentence: goes on before anything but a capital
)

var abbreviations = makeAbbreviations()

func makeAbbreviations() map[string]abbreviation {
	m := map[string]abbreviation{}
	put := func(kind abbreviation, words string) {
		for _, w := range strings.Fields(words) {
			m[w] = kind
		}
	}
	put(title, `mr mrs ms messrs dr prof h.e hon rt st gen col lt maj capt sgt sen rep gov amb rev mgr m mm mme mmes mlle mlles me s.e s.e.m h.r.h
		sr sra srta sres dra d excmo excma lic ing ud uds vs cf e.g i.e viz
		им проф акад тов гос ул пр пос т.е т.н св гр г-н г-жа гг-н см пр-т б.э
		қ б.а ғ
		د أ م أ.د ا.د`)
	put(numbered, `no nos art arts para paras par pars p pp vol vols ch chap sec sect fig figs ann app res doc num n núm
		jan feb mar apr jun jul aug sept sep oct nov dec janv févr fevr avr juil déc ene abr ago dic
		ст п пп ч гл разд абз рис табл стр т тт вып № б тб тар`)
	put(year, `г гг ж жж`)
	put(unit, `etc inc ltd co corp dept est approx a.m p.m et.al млн млрд тыс руб обл р-н др пр.др т.д т.п т.к т.б т.с.с`)
	return m
}

// initials reports capitals or Arabic letters each followed by a full stop, the last one
// already taken off: "A", "U.S", "H.E", "А.К".
func initials(w string) bool {
	letter := true
	for _, r := range w {
		if letter && !unicode.IsUpper(r) && !unicode.Is(unicode.Arabic, r) || !letter && r != '.' {
			return false
		}
		letter = !letter
	}
	return !letter
}

// enumerator reports the number of a paragraph standing alone: "12", "3.1", "a", "IV".
func enumerator(w string) bool {
	if len(w) > 8 {
		return false
	}
	digits := true
	for i := 0; i < len(w); i++ {
		digits = digits && (w[i] >= '0' && w[i] <= '9' || w[i] == '.')
	}
	return digits || utf8.RuneCountInString(w) == 1 || strings.Trim(w, "ivxIVX") == ""
}

func roman(s string) bool {
	n := 0
	for n < len(s) && strings.IndexByte("IVXLC", s[n]) >= 0 {
		n++
	}
	return n > 0 && (n == len(s) || !alnum(s[n]) && s[n] != '.')
}

func afterDigit(s string) bool {
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9'
}

// opener reports whether s begins with a word that opens sentences and is not
// part of a name.
func opener(s string) bool {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(s)
	}
	switch Fold(s[:end]) {
	case "the", "this", "that", "these", "those", "he", "she", "it", "they", "we", "in", "on", "at", "for", "during", "both", "according", "as", "a", "an", "but", "and", "however",
		"le", "la", "les", "il", "elle", "ils", "el", "los", "las", "en", "он", "она", "они", "в", "на", "это":
		return true
	}
	return false
}
