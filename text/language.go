package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Language gives the BCP 47 code of the language that most of s is written
// in: "en", "ru", "kk", "ar", "fr" or "es", and "" where it is none of these
// or too little is there to tell. It looks at the first 64 KiB.
//
// The script decides first. Within Cyrillic, the letters that Russian lacks
// (ә ғ қ ң ө ұ ү һ і) and the function words decide between Kazakh and
// Russian, counted by word, because Russian texts hold Kazakh names; letters
// of Ukrainian, Serbian and others give "". Persian and Urdu letters tell
// those from Arabic. Latin text is told by function words, then by letters
// and by short strings of letters that are common in one of the three.
func Language(s string) string {
	if len(s) > 64<<10 {
		s = s[:64<<10]
	}
	var t tally
	start := -1
	before, last := rune(0), rune(0)
	for i, r := range s {
		before, last = last, r
		if r < utf8.RuneSelf {
			if alpha := r|0x20 >= 'a' && r|0x20 <= 'z'; alpha {
				t.latin++
				if start < 0 {
					start = i
				}
				continue
			}
		} else if unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) {
			t.letter(r, before)
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			if (r == '\'' || r == '’') && i-start <= 2 && strings.Contains("l d n s c j m qu L D N S C J M Qu", s[start:i]) {
				t.fr += 3 // l', d', qu'
			}
			t.word(s[start:i])
			start = -1
		}
	}
	if start >= 0 {
		t.word(s[start:])
	}
	return t.verdict()
}

type tally struct {
	latin, cyrillic, arabic, other int // letters
	foreign                        int // letters of Persian and Urdu
	slavic                         int // letters of Ukrainian, Serbian, Belarusian
	alien                          int // Latin letters of none of ours
	words                          int // Cyrillic words
	kkWords                        int // with a letter that Russian lacks and Kazakh has
	kkOnly                         int // with one that Ukrainian lacks too
	kk, ru                         int // function words
	en, fr, es                     int // points
	none                           int // points of other Latin languages
}

func (t *tally) letter(r, before rune) {
	switch {
	case r >= 0x400 && r < 0x530:
		t.cyrillic++
		if strings.ContainsRune("їєґљњђћџјўЇЄҐЉЊЂЋЏЈЎ", r) {
			t.slavic++
		}
	case r >= 0x600 && r < 0x700 || r >= 0x750 && r < 0x780 || r >= 0xFB50 && r < 0xFDFF || r >= 0xFE70 && r < 0xFEFF:
		t.arabic++
		if strings.ContainsRune("پچژگکیٹڈڑںےہھ", r) {
			t.foreign++
		}
	case r == 0x301: // accents written apart
		t.es++
		if before|0x20 == 'e' {
			t.fr++
		} else {
			t.es++
		}
	case r == 0x303:
		t.es += 3
	case r == 0x300, r == 0x302, r == 0x327:
		t.fr += 2
	case r < 0x250 || r >= 0x1E00 && r < 0x1F00:
		t.latin++
		switch {
		case strings.ContainsRune("ñÑ", r):
			t.es += 4
		case strings.ContainsRune("áíóúÁÍÓÚ", r):
			t.es += 2
		case strings.ContainsRune("èêàâçûùîôœëÈÊÀÂÇÛÙÎÔŒË", r):
			t.fr += 2
		case strings.ContainsRune("éÉ", r):
			t.fr++
			t.es++
		case strings.ContainsRune("äößåøæãõığşčšžřůěłąęńżőűțșđ", unicode.ToLower(r)):
			t.alien++
		}
	default:
		t.other++
	}
}

// word counts a word that stands between two characters that are no letters.
func (t *tally) word(w string) {
	c := w[0]
	if c >= 0xD0 && c <= 0xD4 { // Cyrillic
		t.words++
		if strings.ContainsAny(w, "әғқңөұүһіӘҒҚҢӨҰҮҺІ") {
			t.kkWords++
			if strings.ContainsAny(w, "әғқңөұүһӘҒҚҢӨҰҮҺ") {
				t.kkOnly++
			}
		}
		if len(w) <= 22 {
			switch functionWords[strings.ToLower(w)] {
			case inKazakh:
				t.kk++
			case inRussian:
				t.ru++
			}
		}
		return
	}
	if c >= utf8.RuneSelf+0x50 && len(w) > 12 || len(w) > 40 {
		return
	}
	w = strings.ToLower(w)
	if set := functionWords[w]; set != 0 {
		n := 4
		if set&(set-1) != 0 {
			n = 2 // shared by two languages
		}
		if set&inEnglish != 0 {
			t.en += n
		}
		if set&inFrench != 0 {
			t.fr += n
		}
		if set&inSpanish != 0 {
			t.es += n
		}
		if set&inOthers != 0 {
			t.none += n
		}
		return
	}
	if len(w) < 5 {
		return
	}
	t.point(endings[w[len(w)-3:]] | endings[w[len(w)-4:]]) // four bytes where a letter has two
	t.point(beginnings[w[:3]] | beginnings[w[:4]])
}

func (t *tally) point(set languages) {
	switch set {
	case inEnglish:
		t.en++
	case inFrench:
		t.fr++
	case inSpanish:
		t.es++
	}
}

func (t *tally) verdict() string {
	most := max(t.latin, t.cyrillic, t.arabic, t.other)
	switch {
	case most < 2 || most == t.other:
		return ""
	case most == t.arabic:
		if t.foreign*50 > t.arabic {
			return ""
		}
		return "ar"
	case most == t.cyrillic:
		// і without any other letter of Kazakh is Ukrainian or Belarusian.
		foreign := t.kkWords > 0 && t.kkOnly == 0 && t.kk < t.slavic+1 && (t.slavic > 0 || t.words > 3)
		if foreign || t.slavic*60 > t.cyrillic {
			return ""
		}
		// A Kazakh word in three has a letter of its own; a Russian text that
		// names Kazakh bodies has fewer, and its own function words.
		if kk := t.kk*3 + t.kkWords; kk > t.ru*3 && t.kkWords*8 >= t.words {
			return "kk"
		}
		if t.kk > t.ru && t.kk*8 >= t.words {
			return "kk"
		}
		return "ru"
	}
	best, code := t.en, "en"
	if t.fr > best {
		best, code = t.fr, "fr"
	}
	if t.es > best {
		best, code = t.es, "es"
	}
	if best == 0 || t.none > best || t.alien*25 > t.latin && t.none+t.alien*2 > best/2 {
		return ""
	}
	return code
}

type languages uint8

const (
	inEnglish languages = 1 << iota
	inFrench
	inSpanish
	inRussian
	inKazakh
	inOthers // German, Italian, Portuguese, Dutch, Turkish: known so as not to be taken for ours
)

var functionWords = makeFunctionWords()

func makeFunctionWords() map[string]languages {
	m := map[string]languages{}
	put := func(l languages, words string) {
		for _, w := range strings.Fields(words) {
			m[w] |= l
		}
	}
	put(inEnglish, `the a of and to in for on with by at from that this these those is are was were be been has have had will would shall should it its
		as an or not which who whom their his her they he she we our all any between into during after before under also than more other such there
		i you your my me no yes what when where how about over through against can may must do does did if but so both each
		said met held signed year years meeting minister ambassador visits visit foreign affairs women rights government ensure national committee
		consider report session development countries states`)
	put(inFrench, `le la les un une des du de et en à au aux pour par sur avec dans que qui est sont était été être a ont avait sera ce cette ces cet
		il elle ils elles nous vous leur leurs son sa ses se ne pas plus ou où mais comme entre sous après avant lors depuis ainsi afin dont
		également tout tous toute ministre réunion année ambassadeur visite session national étrangères femmes droits gouvernement assurer nationale comité
		envisager rapport développement pays états`)
	put(inSpanish, `el la los las un una unos unas de del y e en a al para por con sin sobre que quien es son era fue fueron ser ha han había será
		este esta estos estas ese esa su sus se no más o u pero como entre desde hasta durante después antes lo le les nos también así donde
		todo todos toda ministro reunión año embajador visita nacional exteriores mujeres derechos gobierno asegurar nacional comité
		considerar informe desarrollo países estados`)
	put(inRussian, `и в во на с со к ко по о об от до из за для при под над между через без не ни но а что как это этот эта эти тот он она они оно его её
		их мы вы я был была было были быть есть будет также или если который которая которые которого которой году года лет после перед
		во время более все всех так же уже ещё`)
	put(inKazakh, `және мен бен пен үшін бойынша туралы арқылы кейін дейін бұл сол осы ол олар біз сіз мен бар жоқ болып болды болған болады еді екен деп
		деген дейді үшін бірақ немесе сондай-ақ сондай ақ жылғы жылы жылдың жыл мыңы ең да де та те ғой тағы барлық әр бір екі арасында
		қатысты негізінде аясында шеңберінде өзінің оның олардың қарай бері ретінде атап өтті`)
	put(inOthers, `der die das und ist nicht mit von für auf ein eine dem den des zu zur im
		il che di della dei delle gli per una sono nel alla con questo
		o os as do da dos das em não uma para com ao pelo pela são
		het een van en voor niet dat de zijn
		ve bir bu için ile olarak da de olan`)
	return m
}

// Three letters that open or end many words of one language and few of the
// others; they decide for titles and captions without function words.
var endings, beginnings = makeStrings(
	map[languages]string{
		inEnglish: "ing ght ion ity ess ful ary ory ish hip ent ers ies ted ism ure nce ally ngs ons nts ble ous",
		inFrench:  "eux euse aux eur que iel tre lle nne ais ait ent ité ées ure nce ois eau ble sse tte",
		inSpanish: "ión dad nes cia rio ado ada ido ida nto ica ico ivo iva mos cio ará era oso osa ales res",
	}, map[languages]string{
		inEnglish: "the wom com wor sta pro gov uni min rep age wit for con shi thr kno tre",
		inFrench:  "que aux con pou cet nou vou rép gou pré réu étr fem com pro",
		inSpanish: "que per con muj rep gob pre com pro est des ext mié",
	})

func makeStrings(ends, begins map[languages]string) (e, b map[string]languages) {
	invert := func(in map[languages]string) map[string]languages {
		out := map[string]languages{}
		for l, list := range in {
			for _, w := range strings.Fields(list) {
				out[w] |= l
			}
		}
		return out
	}
	return invert(ends), invert(begins)
}
