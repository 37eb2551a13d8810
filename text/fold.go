package text

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the form of s in which spellings are compared: lower case;
// accents, Arabic vowel signs, tatweel, soft hyphens and invisible marks of
// direction removed; the forms of alef, ya and ta marbuta unified; ё as е;
// ligatures taken apart; Arabic-Indic digits as 0-9; typographic quotes,
// dashes and spaces as ' " - and space. The letters of Kazakh and й stay.
// Invalid bytes become U+FFFD. Fold(Fold(s)) is Fold(s).
func Fold(s string) string {
	i := unfolded(s)
	if i < 0 {
		return s
	}
	f := folder{out: append(make([]byte, 0, len(s)), s[:i]...)}
	f.fold(s[i:], i)
	return string(f.out)
}

// FoldMap gives Fold(s) and, for each byte of it, the offset in s of the
// character it comes from; back has one entry more, len(s), for the end.
func FoldMap(s string) (folded string, back []int) {
	f := folder{out: make([]byte, 0, len(s)), back: make([]int, 0, len(s)+1)}
	f.fold(s, 0)
	return string(f.out), append(f.back, len(s))
}

// unfolded gives the offset of the first byte that folding may change, or -1.
func unfolded(s string) int {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || foldASCII(c) != c {
			return i
		}
	}
	return -1
}

// folder collects folded bytes and, where back is not nil, their origins.
type folder struct {
	out  []byte
	back []int
}

// fold appends the folded s, which begins at offset base of the whole.
func (f *folder) fold(s string, base int) {
	for i, r := range s {
		n := len(f.out)
		switch {
		case r < utf8.RuneSelf:
			f.out = append(f.out, foldASCII(byte(r)))
		case r == 0x306:
			f.breve()
		case int(r) >= len(foldTable):
			f.out = append(f.out, foldHigh(r)...)
		case foldTable[r] > 0:
			f.out = utf8.AppendRune(f.out, foldTable[r])
		case foldTable[r] < 0:
			f.out = append(f.out, foldMany[^foldTable[r]]...)
		}
		if f.back != nil {
			for ; n < len(f.out); n++ {
				f.back = append(f.back, base+i)
			}
		}
	}
}

// breve makes й and ў of a letter and the combining breve (U+0306) after it.
func (f *folder) breve() {
	switch n := len(f.out); {
	case bytes.HasSuffix(f.out, []byte("и")):
		f.out[n-1] = "й"[1]
	case bytes.HasSuffix(f.out, []byte("у")):
		f.out[n-1] = "ў"[1]
	}
}

func foldASCII(c byte) byte {
	switch {
	case c >= 'A' && c <= 'Z':
		return c + 'a' - 'A'
	case c == '`':
		return '\''
	case c >= '\t' && c <= '\r' && c != '\n':
		return ' '
	}
	return c
}

// foldTable maps U+0080 to U+2FFF: a rune, 0 for removed, or the complement
// of an index into foldMany.
var foldTable, foldMany = makeFoldTable()

var foldSpecial = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ħ': "h", 'ł': "l", 'ı': "i", 'ŋ': "n", 'ĳ': "ij", 'ŧ': "t", 'ſ': "s",
	'ё': "е", 'ѐ': "е", 'ѝ': "и",
	'ٱ': "ا", 'ى': "ي", 'ی': "ي", 'ې': "ي", 'ة': "ه", 'ۀ': "ه", 'ہ': "ه", 'ھ': "ه", 'ک': "ك", 'ـ': "", 'ء': "",
	'‘': "'", '’': "'", '‚': "'", '‛': "'", '′': "'", 'ʼ': "'", 'ʻ': "'", 'ʾ': "'", 'ʿ': "'", '´': "'", '‹': "'", '›': "'",
	'“': `"`, '”': `"`, '„': `"`, '‟': `"`, '«': `"`, '»': `"`, '″': `"`,
	'‐': "-", '‑': "-", '‒': "-", '–': "-", '—': "-", '―': "-", '−': "-", '…': "...",
	'،': ",", '؛': ";", '؟': "?", '٪': "%", '٫': ".", '٬': ",",
}

func makeFoldTable() ([]rune, []string) {
	table := make([]rune, 0x3000)
	var many []string
	for r := rune(utf8.RuneSelf); int(r) < len(table); r++ {
		l := unicode.ToLower(r)
		var out string
		if special, ok := foldSpecial[l]; ok {
			out = special
		} else {
			switch {
			case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
				out = ""
			case unicode.IsSpace(r):
				out = " "
			case r >= '٠' && r <= '٩':
				out = string('0' + r - '٠')
			case r >= '۰' && r <= '۹':
				out = string('0' + r - '۰')
			case unicode.Is(unicode.Cyrillic, r):
				out = string(l) // й and ї are letters of their own, not accents
			default:
				for _, c := range norm.NFD.String(string(l)) {
					special, ok := foldSpecial[c]
					switch {
					case ok: // the ø of ǿ
						out += special
					case c < utf8.RuneSelf:
						out += string(rune(foldASCII(byte(c))))
					case !unicode.Is(unicode.Mn, c):
						out += string(c)
					}
				}
			}
		}
		switch n := utf8.RuneCountInString(out); n {
		case 0:
			table[r] = 0
		case 1:
			table[r], _ = utf8.DecodeRuneInString(out)
		default:
			table[r] = ^rune(len(many))
			many = append(many, out)
		}
	}
	return table, many
}

// foldHigh folds what the table does not hold: ligatures and the presentation
// forms of Arabic, which extractors leave behind, are taken apart.
func foldHigh(r rune) string {
	if r >= 0xFB00 && r <= 0xFDFB || r >= 0xFE70 && r <= 0xFEFE {
		parts := norm.NFKD.String(string(r))
		if parts != string(r) {
			return Fold(parts)
		}
	}
	if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
		return ""
	}
	if r == 0x3000 {
		return " "
	}
	return string(unicode.ToLower(r))
}
