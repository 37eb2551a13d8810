package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Transliterate writes a name of Cyrillic (Russian, Kazakh), Arabic or Latin
// script in one plain Latin spelling, so that names can be compared:
// Сулейменова and Suleymenova give "suleimenova", "Лама Шариф" gives "lama
// sharif", لاما شريف "lama shrif" (short vowels are not written in Arabic).
// Anything but letters and digits becomes one space.
func Transliterate(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, w := range nameWords(s) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(latin(w))
	}
	return b.String()
}

// NameKey gives what most spellings of a name share: its words, in
// alphabetical order, without particles, vowels and doubled letters, with
// letters that are written for each other as one. Names with equal keys are
// candidates for being the same; [Similar] grades them.
func NameKey(s string) string {
	var keys []string
	for _, w := range strings.Fields(Transliterate(s)) {
		if k := key(w); k != "" && !particles[w] {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	return strings.Join(keys, " ")
}

// Similar grades two names from 0 (nothing in common) to 1 (the same), over
// their transliterations and without regard to the order of the words. Words
// missing on one side lower the grade a little, an initial stands for its
// name. From 0.9 on names are likely to be the same.
func Similar(a, b string) float64 {
	x, y := bare(a), bare(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	sum, weight := 0.0, 0.0
	used := make([]bool, len(y))
	for _, w := range x {
		best, at := 0.0, -1
		for j, v := range y {
			if !used[j] {
				if g := sameWord(w, v); g > best {
					best, at = g, j
				}
			}
		}
		if at >= 0 {
			used[at] = true
		}
		n := float64(min(len(w), 6))
		sum, weight = sum+best*n, weight+n
	}
	matched := sum / weight
	grade := matched * (0.5 + float64(len(x))/float64(len(x)+len(y)))
	// Compound names are written together or apart: Abdul Rahman, Abdulrahman.
	if len(x) != len(y) {
		grade = max(grade, sameWord(strings.Join(sorted(x), ""), strings.Join(sorted(y), ""))*0.95, sameWord(strings.Join(bare(a), ""), strings.Join(bare(b), ""))*0.98)
	}
	return grade
}

func sorted(w []string) []string {
	w = slices.Clone(w)
	slices.Sort(w)
	return w
}

// bare gives at most 12 transliterated words without particles; a name of
// nothing but particles keeps them.
func bare(s string) []string {
	all := strings.Fields(Transliterate(s))
	var out []string
	for _, w := range all {
		if !particles[w] {
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		out = all
	}
	return out[:min(len(out), 12)]
}

func sameWord(a, b string) float64 {
	if a == b {
		return 1
	}
	if a == "" || b == "" {
		return 0
	}
	if (len(a) == 1 || len(b) == 1) && a[0] == b[0] {
		return 0.9 // an initial
	}
	g := jaroWinkler(a, b)
	// Arabic writes no short vowels: equal consonants are nearly equal names.
	if k, l := key(a), key(b); k == l && len(k) >= 3 {
		g = max(g, 0.95)
	}
	return g
}

var particles = map[string]bool{"al": true, "el": true, "bin": true, "ibn": true, "ben": true, "bint": true, "de": true, "da": true, "di": true,
	"von": true, "van": true, "der": true, "uly": true, "kyzy": true, "oglu": true, "ogly": true}

// maxName bounds the bytes of a name that are looked at.
const maxName = 256

// nameWords folds a name and cuts it into words of letters and digits; an
// apostrophe is dropped, the Arabic article is cut off.
func nameWords(s string) []string {
	if len(s) > maxName {
		s = s[:maxName]
	}
	words := strings.FieldsFunc(strings.ReplaceAll(Fold(s), "'", ""), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	for i, w := range words {
		if rest, ok := strings.CutPrefix(w, "ال"); ok && utf8.RuneCountInString(rest) >= 3 {
			words[i] = rest
		}
	}
	return words
}

// latin writes one folded word in plain Latin.
func latin(w string) string {
	r, _ := utf8.DecodeRuneInString(w)
	switch {
	case r >= 0x400 && r < 0x530:
		return plain(cyrillic.Replace(w))
	case r >= 0x600 && r < 0x700:
		return plain(arabicLatin(w))
	}
	return plain(w)
}

var cyrillic = strings.NewReplacer(
	"дж", "j", "кс", "x", "ья", "ya", "ью", "yu", "ье", "e", "ъе", "e",
	"а", "a", "б", "b", "в", "v", "г", "g", "д", "d", "е", "e", "ж", "zh", "з", "z", "и", "i", "й", "y", "к", "k", "л", "l", "м", "m", "н", "n",
	"о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u", "ф", "f", "х", "kh", "ц", "ts", "ч", "ch", "ш", "sh", "щ", "shch", "ъ", "", "ы", "y",
	"ь", "", "э", "e", "ю", "yu", "я", "ya",
	"ә", "a", "ғ", "g", "қ", "k", "ң", "n", "ө", "o", "ұ", "u", "ү", "u", "һ", "h", "і", "i", "є", "e", "ї", "i", "ґ", "g", "ў", "u")

var arabicLetters = map[rune]string{
	'ا': "a", 'ب': "b", 'ت': "t", 'ث': "th", 'ج': "j", 'ح': "h", 'خ': "kh", 'د': "d", 'ذ': "dh", 'ر': "r", 'ز': "z", 'س': "s", 'ش': "sh", 'ص': "s",
	'ض': "d", 'ط': "t", 'ظ': "z", 'ع': "a", 'غ': "gh", 'ف': "f", 'ق': "q", 'ك': "k", 'ل': "l", 'م': "m", 'ن': "n", 'ه': "h", 'و': "u", 'ي': "i",
	'پ': "p", 'چ': "ch", 'ژ': "zh", 'گ': "g", 'ڤ': "v",
}

// arabicLatin spells an Arabic word: و and ي are consonants at the beginning
// and before alef, else long vowels; a final ه is the ending -a.
func arabicLatin(w string) string {
	runes := []rune(w)
	var b strings.Builder
	for i, r := range runes {
		next := rune(0)
		if i+1 < len(runes) {
			next = runes[i+1]
		}
		switch {
		case r == 'ه' && next == 0 && i > 1:
			b.WriteByte('a')
		case r == 'و' && (i == 0 || next == 'ا'):
			b.WriteByte('w')
		case r == 'ي' && (i == 0 || next == 'ا'):
			b.WriteByte('y')
		default:
			b.WriteString(arabicLetters[r])
		}
	}
	return b.String()
}

// plain brings the common Latin spellings of one sound together: French,
// German, Turkish and scholarly transcriptions as well as the English one.
func plain(w string) string {
	w = spellings.Replace(w)
	var b strings.Builder
	b.Grow(len(w))
	for i := 0; i < len(w); i++ {
		c := w[i]
		vowelBefore := i > 0 && vowel(w[i-1])
		switch {
		case i > 0 && c == w[i-1] && c != 'o' && c != 'e' && (c < '0' || c > '9'):
			continue // doubled
		case c == 'y' && (i == 0 || vowelBefore) && i+1 < len(w) && (w[i+1] == 'e' || i > 0 && w[i-1] == 'i'):
			continue // Yelena, Tokayev, Yuliya
		case c == 'y' && (i == 0 || vowelBefore) && i+1 < len(w) && vowel(w[i+1]):
			b.WriteByte('y') // Yusuf, Maya
		case c == 'y' && i > 0 && i+1 < len(w) && w[i-1] != 'i' && !vowelBefore && vowel(w[i+1]):
			b.WriteByte('i') // Tatyana
		case c == 'y' && i > 0 && w[i-1] == 'i', c == 'i' && i > 0 && w[i-1] == 'y':
			continue // Dmitriy
		case c == 'y':
			b.WriteByte('i')
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

var spellings = strings.NewReplacer(
	"shch", "shch", "tch", "ch", "sch", "sh", "dzh", "j", "dj", "j", "kh", "kh", "ph", "f", "ou", "u", "oo", "u", "ee", "i", "ck", "k", "q", "k", "x", "ks", "w", "v")

func vowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }

// key keeps the consonants of a plain Latin word: letters written for each
// other become one, a vowel at the beginning becomes "a".
func key(w string) string {
	w = sounds.Replace(w)
	out := make([]byte, 0, len(w))
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch {
		case vowel(c):
			if len(out) == 0 {
				out = append(out, 'a')
			}
			continue
		case c == 'h' && i == len(w)-1 && i > 0:
			continue
		case len(out) > 0 && out[len(out)-1] == c:
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

var sounds = strings.NewReplacer("shch", "c", "sh", "c", "ch", "c", "zh", "j", "kh", "h", "gh", "g", "th", "t", "dh", "d", "ts", "c", "c", "k", "v", "f")

// jaroWinkler grades two strings of one-byte characters by their common ones,
// their order and a common beginning of up to four (Winkler 1990).
func jaroWinkler(a, b string) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	window := max(len(b)/2-1, 0)
	usedA, usedB := make([]bool, len(a)), make([]bool, len(b))
	common := 0
	for i := range len(a) {
		for j := max(0, i-window); j < min(len(b), i+window+1); j++ {
			if !usedB[j] && a[i] == b[j] {
				usedA[i], usedB[j] = true, true
				common++
				break
			}
		}
	}
	if common == 0 {
		return 0
	}
	moved, j := 0, 0
	for i := range len(a) {
		if !usedA[i] {
			continue
		}
		for !usedB[j] {
			j++
		}
		if a[i] != b[j] {
			moved++
		}
		j++
	}
	m := float64(common)
	jaro := (m/float64(len(a)) + m/float64(len(b)) + (m-float64(moved)/2)/m) / 3
	prefix := 0
	for prefix < min(4, len(a)) && a[prefix] == b[prefix] {
		prefix++
	}
	return jaro + float64(prefix)*0.1*(1-jaro)
}
