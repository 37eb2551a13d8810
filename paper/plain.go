package paper

import (
	"bytes"
	"context"
	"math"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

var plain = format{"text/plain", "text", 1, readPlain}

// readPlain keeps the text as it is, line ends included; a form feed ends a page.
func readPlain(_ context.Context, content []byte, limits Limits, o *Opened) (*sheet, error) {
	s := newSheet(limits)
	words := s.decoded(content, o)
	o.Document.Title = heading(words)
	s.write(words)
	return s, nil
}

// decoded decodes the whole of a text file and records the choice made.
func (s *sheet) decoded(content []byte, o *Opened) string {
	words, encoding, certain := decode(content)
	o.Edition.Encoding = encoding
	if !certain {
		s.note("paper.encoding", "the encoding is not stated in the file; it was taken to be %s from its letters", encoding)
	}
	return words
}

// decode gives the text of bytes whose encoding nobody states, and the
// encoding found: Unicode by its byte order mark or its form, an 8-bit
// encoding by which one makes the likeliest letters. Only the former is certain.
func decode(content []byte) (text, encoding string, certain bool) {
	switch {
	case bytes.HasPrefix(content, []byte("\xEF\xBB\xBF")):
		return tidy(string(content[3:])), "utf-8", true
	case bytes.HasPrefix(content, []byte("\xFF\xFE")):
		return utf16Text(content[2:], false), "utf-16le", true
	case bytes.HasPrefix(content, []byte("\xFE\xFF")):
		return utf16Text(content[2:], true), "utf-16be", true
	}
	if utf8.Valid(content) && bytes.IndexByte(content, 0) < 0 {
		return string(content), "utf-8", true
	}
	sample := content[:min(len(content), sampleBytes)]
	if big, ok := looksUTF16(sample); ok {
		if big {
			return utf16Text(content, true), "utf-16be", false
		}
		return utf16Text(content, false), "utf-16le", false
	}
	if mostlyUTF8(sample) {
		return strings.ToValidUTF8(string(content), "\uFFFD"), "utf-8", false
	}
	best, score := eightBit[0], math.Inf(-1)
	for _, e := range eightBit {
		if v := e.score(sample); v > score {
			best, score = e, v
		}
	}
	return best.text(content), best.name, false
}

// sampleBytes is as much of a file as an encoding is judged by.
const sampleBytes = 64 << 10

func utf16Text(b []byte, big bool) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		lo, hi := b[2*i], b[2*i+1]
		if big {
			lo, hi = hi, lo
		}
		units[i] = uint16(hi)<<8 | uint16(lo)
	}
	return string(utf16.Decode(units))
}

// looksUTF16 finds UTF-16 without a byte order mark: spaces and line feeds
// stand as two bytes, one of them zero, always in the same half, and the other
// half never holds more than a few values, the blocks of the scripts in use.
func looksUTF16(b []byte) (big, ok bool) {
	if len(b) < 4 {
		return false, false
	}
	var zeros [2]int
	var high [2][256]int
	for i, c := range b[:len(b)&^1] {
		if c == 0 {
			zeros[i&1]++
		}
		high[i&1][c]++
	}
	half := len(b) / 2
	for side := range 2 {
		used := 0
		for _, n := range high[side] {
			if n > 0 {
				used++
			}
		}
		// side 0 is the high byte in big-endian order
		if zeros[side]*20 > half && zeros[1-side]*100 <= zeros[side] && used <= 8+half/200 {
			return side == 0, true
		}
	}
	return false, false
}

// mostlyUTF8 says that b is UTF-8 with a few broken places: whole sequences
// outnumber broken bytes twenty to one, which no 8-bit text brings about.
func mostlyUTF8(b []byte) bool {
	whole, broken := 0, 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1 && len(b) >= utf8.UTFMax:
			broken++
		case n > 1:
			whole++
		}
		b = b[n:]
	}
	return whole > 0 && whole >= 20*broken
}

// codepage is one 8-bit encoding with the letters its texts are made of.
type codepage struct {
	name    string
	table   *charmap.Charmap
	letters *frequencies
}

// eightBit lists the encodings in the order that wins where two read the same.
var eightBit = []codepage{
	{"windows-1252", charmap.Windows1252, &latin},
	{"iso-8859-1", charmap.ISO8859_1, &latin},
	{"windows-1251", charmap.Windows1251, &cyrillic},
	{"koi8-r", charmap.KOI8R, &cyrillic},
	{"iso-8859-5", charmap.ISO8859_5, &cyrillic},
	{"windows-1256", charmap.Windows1256, &arabic},
	{"iso-8859-6", charmap.ISO8859_6, &arabic},
}

func (c codepage) text(b []byte) string {
	var out strings.Builder
	out.Grow(len(b) + len(b)/2)
	for _, x := range b {
		out.WriteRune(c.table.DecodeByte(x))
	}
	return out.String()
}

// score gives the mean log-likelihood of the bytes above ASCII as letters of
// the encoding's languages. A capital inside a word counts against it, which
// tells koi8-r from windows-1251: what one writes small the other writes large.
// So does a letter of one script beside a letter of another.
func (c codepage) score(b []byte) float64 {
	sum, n := 0.0, 0
	before := ' '
	for i, x := range b {
		r := c.table.DecodeByte(x)
		if x >= 0x80 {
			n++
			sum += c.letters.of(r)
			if unicode.IsUpper(r) && unicode.IsLower(before) {
				sum += unlikely
			}
			if c.letters != &latin && unicode.IsLetter(r) && (ascii(before) || i+1 < len(b) && ascii(rune(b[i+1]))) {
				sum += unlikely
			}
		}
		before = r
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

func ascii(r rune) bool { return r < 0x80 && unicode.IsLetter(r) }

// unlikely is the log-likelihood of what hardly happens in a text.
const unlikely = -9

// frequencies are the log-likelihoods of the characters above ASCII in texts of some languages.
type frequencies map[rune]float64

func (f frequencies) of(r rune) float64 {
	if v, ok := f[unicode.ToLower(r)]; ok {
		return v
	}
	switch {
	case r == utf8.RuneError || r >= 0x80 && r < 0xA0:
		return 3 * unlikely // nothing stands there in this encoding
	case unicode.IsPunct(r) || unicode.IsSpace(r) || r == '№' || r == '°' || r == '§':
		return -5
	case unicode.IsLetter(r):
		return -7.5
	}
	return unlikely
}

// likelihoods reads pairs of a letter and its share per thousand.
func likelihoods(letters string, perMille ...float64) frequencies {
	f := frequencies{}
	for i, r := range []rune(letters) {
		f[r] = math.Log(perMille[i] / 1000)
	}
	return f
}

// Shares per thousand of all letters above ASCII: Russian running text; Arabic
// running text; French, Spanish, German and Portuguese taken together.
var (
	cyrillic = likelihoods("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
		110, 85, 80, 73, 67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 26, 20, 19, 17, 17, 16, 16, 14, 12, 10, 9.4, 7.3, 6.4, 4.8, 3.6, 3.2, 2.6, 0.4, 0.4)
	arabic = likelihoods("اليمونرتبعدهةسفكقأحجشصىخإطذضئغزثءآظؤ،؛؟",
		125, 112, 73, 65, 60, 56, 48, 48, 40, 39, 32, 32, 28, 27, 27, 25, 23, 30, 20, 15, 12, 12, 10, 9, 10, 9, 7, 6, 4, 4, 6, 6, 5, 2, 2, 2, 8, 1, 1)
	latin = likelihoods("éèàêçîôûùâïëœíóáñúüöäßãõ’«»–“”…—‘€°",
		320, 60, 70, 30, 25, 10, 12, 8, 8, 12, 3, 2, 2, 50, 70, 60, 20, 15, 40, 30, 40, 10, 25, 4, 60, 10, 10, 20, 15, 15, 5, 8, 5, 3, 2)
)
