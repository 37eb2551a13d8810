package text

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
)

var envs = sync.Pool{New: func() any { return snowballstem.NewEnv("") }}

// Stem folds the word and takes its endings off by the rules of the language:
// Snowball for en, ru, ar, fr and es, rules of our own for kk (see
// [stemKazakh] in the source for their order). Words of other languages, with
// digits, or longer than 64 bytes are only folded.
func Stem(lang, word string) string {
	word = Fold(word)
	if len(word) > 64 || strings.ContainsAny(word, "0123456789/") {
		return word
	}
	var stem func(*snowballstem.Env) bool
	switch lang {
	case "en":
		word = strings.TrimSuffix(word, "'s")
		stem = english.Stem
	case "ru":
		stem = russian.Stem
	case "ar":
		// Folding wrote ta marbuta as ه; as an ending both come off.
		if w, ok := strings.CutSuffix(word, "ه"); ok && utf8.RuneCountInString(w) >= 3 {
			word = w + "ة"
		}
		stem = arabic.Stem
	case "fr":
		if i := strings.IndexByte(word, '\''); i > 0 && i < 5 && i+1 < len(word) { // l'accord, qu'il
			word = word[i+1:]
		}
		if strings.HasSuffix(strings.TrimSuffix(word, "s"), "ee") { // adoptée, folded
			word = word[:strings.LastIndexByte(word, 'e')]
		}
		stem = french.Stem
	case "es":
		stem = spanish.Stem
	case "kk":
		return stemKazakh(word)
	default:
		return word
	}
	env := envs.Get().(*snowballstem.Env)
	env.SetCurrent(word)
	stem(env)
	out := env.Current()
	envs.Put(env)
	if out == "" {
		return word
	}
	return out
}

// The endings of the Kazakh noun, each group longest first. A noun is built as
// stem + plural + possessive + case (+ relative ғы/гі), so they come off from
// the right: relative, case, possessive, plural.
var (
	kkRelative   = strings.Fields("ндағы ндегі дағы дегі тағы тегі")
	kkCase       = strings.Fields("ның нің дың дің тың тің ында інде ынан інен ына іне нда нде нан нен дан ден тан тен мен бен пен ның ға ге қа ке на не да де та те ды ді ты ті ны ні")
	kkPossessive = strings.Fields("ымыз іміз ыңыз іңіз мыз міз ңыз ңіз сы сі ым ім ың ің ы і")
	kkPlural     = strings.Fields("лар лер дар дер тар тер")
)

// stemKazakh strips relative, case, possessive and plural endings in this
// order, one of each. A stem keeps at least three letters and a vowel. Where a
// possessive came off, the voiced end of the stem hardens again (кітабы >
// кітап). Case endings that contain the third person's possessive (ында, ына)
// count as both. The -ші of one who does something stays (елші, жазушы).
func stemKazakh(w string) string {
	w, _ = strip(w, kkRelative)
	w, end := strip(w, kkCase)
	possessed := strings.HasPrefix(end, "ын") || strings.HasPrefix(end, "ін") || end == "ына" || end == "іне"
	if !possessed {
		if !strings.HasSuffix(w, "ші") && !strings.HasSuffix(w, "шы") {
			w, end = strip(w, kkPossessive)
			possessed = end != ""
		}
	}
	if possessed {
		for soft, hard := range map[string]string{"б": "п", "г": "к", "ғ": "қ"} {
			if strings.HasSuffix(w, soft) {
				return w[:len(w)-len(soft)] + hard
			}
		}
	}
	w, _ = strip(w, kkPlural)
	return w
}

func strip(w string, ends []string) (stem, end string) {
	for _, e := range ends {
		if s, ok := strings.CutSuffix(w, e); ok && utf8.RuneCountInString(s) >= 3 && strings.ContainsAny(s, "аәеоөұүыіуияёюэ") {
			return s, e
		}
	}
	return w, ""
}
