package press

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery"
	"chancery/authority"
	"chancery/read/when"
)

// paradigms are the forms that a word of a table takes: "министр%м" stands for
// the stem with every ending of the paradigm, the first being the form shown.
var paradigms = map[string][]string{
	// Russian nouns: министр, посланник, представитель, случай, глава, поездка, комиссия, агентство, соглашение, деятельность
	"м":  {"", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"},
	"к":  {"", "а", "у", "ом", "е", "и", "ов", "ам", "ами", "ах"},
	"ь":  {"ь", "я", "ю", "ем", "е", "и", "ей", "ям", "ями", "ях"},
	"ол": {"ол", "ла", "лу", "лом", "ле", "лы", "лов", "лам", "лами", "лах"},
	"ья": {"ья", "ьи", "ье", "ью", "ьей"},
	"й":  {"й", "я", "ю", "ем", "е", "и", "ев", "ям", "ями", "ях"},
	"а":  {"а", "ы", "е", "у", "ой", "", "ам", "ами", "ах"},
	"г":  {"а", "и", "е", "у", "ой", "", "ам", "ами", "ах"},
	"я":  {"ия", "ии", "ию", "ией", "ий", "иям", "иями", "иях"},
	"о":  {"о", "а", "у", "ом", "е", "", "ам", "ами", "ах"},
	"е":  {"ие", "ия", "ию", "ием", "ии", "ий", "иям", "иями", "иях"},
	"ф":  {"ь", "и", "ью", "ей", "ям", "ями", "ях"},
	// adjectives: второй, генеральный, исполняющий, исламский, внешний
	"ой":  {"ой", "ого", "ому", "ым", "ом", "ая", "ую", "ое", "ые", "ых", "ыми"},
	"ый":  {"ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ое", "ые", "ых", "ыми"},
	"щий": {"ий", "его", "ему", "им", "ем", "ая", "ей", "ую", "ее", "ие", "их", "ими"},
	"кий": {"ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими"},
	"ний": {"ий", "его", "ему", "им", "ем", "яя", "ей", "юю", "ее", "ие", "их", "ими"},
	// verbs: провёл, встретился, подписан, принимал, посетил, находится
	"л":   {"л", "ла", "ло", "ли"},
	"лся": {"лся", "лась", "лось", "лись"},
	"н":   {"", "а", "о", "ы"},
	"ал":  {"ал", "ала", "ало", "али", "ает", "ают", "ать", "ая"},
	"ил":  {"ил", "ила", "ило", "или", "ит", "ят", "ить", "ив"},
	// French: rencontrer, ministre, élu
	"er": {"er", "e", "ent", "é", "ée", "és", "ées", "a", "èrent", "era", "eront", "ait", "aient", "ant"},
	"s":  {"", "s"},
	"e":  {"", "e", "s", "es"},
	// French: what is said by a finite verb alone (inviter, rendre, réunir, tenir, recevoir, ouvrir), and the words before a participle or infinitive
	"er-":    {"e", "ent", "ait", "aient", "a", "èrent", "era", "eront", "erait", "eraient"},
	"re-":    {"", "ent", "ait", "aient", "it", "irent", "ra", "ront", "rait", "raient"},
	"ir-":    {"it", "issent", "issait", "issaient", "irent", "ira", "iront", "irait", "iraient"},
	"tenir":  {"tient", "tiennent", "tenait", "tenaient", "tint", "tinrent", "tiendra", "tiendront", "tiendrait", "tiendraient"},
	"cevoir": {"çoit", "çoivent", "cevait", "cevaient", "çut", "çurent", "cevra", "cevront", "cevrait", "cevraient"},
	"vrir":   {"vre", "vrent", "vrait", "vraient", "vrit", "vrirent", "vrira", "vriront", "vrirait", "vriraient"},
	"avoir":  {"a", "ont", "avait", "avaient", "aura", "auront", "aurait", "auraient", "eut", "eurent"},
	"être":   {"est", "sont", "était", "étaient", "sera", "seront", "serait", "seraient", "fut", "furent"},
	"devoir": {"doit", "doivent", "devrait", "devraient", "devait", "devaient", "va", "vont", "allait", "vient", "viennent"},
	"se":     {"se", "s'"},
	"à":      {"à", "en", "au", "aux", "dans"},
	"eu":     {"eu", "tenu"},
	"t":      {"t", "ent"},
	// Spanish: visitar, recibir, ministro, director
	"ar": {"ar", "a", "an", "ó", "aron", "ará", "arán", "ado", "ada", "ados", "adas", "aba", "aban", "ando", "en"},
	"ir": {"ir", "er", "e", "en", "ió", "ieron", "irá", "irán", "erá", "erán", "ido", "ida", "idos", "idas", "ía", "ían", "iendo"},
	"o/": {"o", "a", "os", "as"},
	"or": {"", "a", "es", "as"},
	// Spanish: the same (visitar, recibir, sostener), and the words before a participle or infinitive
	"ar-":       {"a", "an", "ó", "aron", "ará", "arán", "aría", "arían", "aba", "aban"},
	"er'":       {"e", "en", "ió", "ieron", "erá", "erán", "ería", "erían", "ía", "ían"},
	"ir'":       {"e", "en", "ió", "ieron", "irá", "irán", "iría", "irían", "ía", "ían"},
	"tener":     {"tiene", "tienen", "tuvo", "tuvieron", "tendrá", "tendrán", "tendría", "tendrían", "tenía", "tenían"},
	"sostener":  {"tiene", "tienen", "tuvo", "tuvieron", "tendrá", "tendrán", "tendría", "tendrían", "tenía", "tenían", "sostiene", "sostienen", "sostuvo", "sostuvieron", "sostendrá", "sostendrán", "mantiene", "mantienen", "mantuvo", "mantuvieron", "mantendrá", "mantendrán", "celebra", "celebran", "celebró", "celebraron", "celebrará", "celebrarán"},
	"sostenido": {"tenido", "sostenido", "mantenido", "celebrado"},
	"estar":     {"está", "están", "estuvo", "estuvieron", "estará", "estarán", "estaba", "estaban"},
	"haber":     {"ha", "han", "había", "habían", "habrá", "habrán", "habría"},
	"ser":       {"fue", "fueron", "será", "serán", "era", "eran", "es", "son", "sería", "serían"},
	"deber":     {"debe", "deben", "debía", "puede", "podría", "podrán"},
	"al":        {"a", "al", "hasta"},
}

// declined gives the forms of a word of a table and the one that is shown.
func declined(w string) (forms []string, base string, ok bool) {
	stem, key, ok := strings.Cut(w, "%")
	if !ok {
		return nil, w, false
	}
	ends := paradigms[key]
	if ends == nil {
		ends = conjugations[key]
	}
	if ends == nil {
		panic("press: an unknown paradigm in a table: " + w)
	}
	for _, e := range ends {
		forms = append(forms, ended(stem, e))
	}
	return forms, ended(stem, ends[0]), true
}

// baseForm gives a phrase of a table as it is shown: every word in the first
// form of its paradigm. It is empty where no word is inflected.
func baseForm(phrase string) string {
	if !strings.Contains(phrase, "%") {
		return ""
	}
	words := strings.Fields(phrase)
	gender := 'm'
	for i := len(words) - 1; i >= 0; i-- {
		_, key, ok := strings.Cut(words[i], "%")
		_, words[i], _ = declined(words[i])
		switch {
		case ok && endsIn(key, []string{"ый", "ий", "ой"}):
			if gender != 'm' {
				words[i] = agree(words[i], gender)
			}
		case ok:
			gender = genderOf(words[i])
		}
	}
	return strings.Join(words, " ")
}

// shown gives the words of a title or of a body's name in the nominative: the
// head noun at token head and the adjectives before it; what follows the head
// stays as written. An adjective of a State inside a title is left out, as it
// tells the body.
func (p *paper) shown(from, to, head int) string {
	if p.tongue.capitals {
		return p.say(from, to)
	}
	if p.tongue.proclitic {
		return p.unprefixed(from, to)
	}
	if p.tongue.verbLast {
		if p.qualified(from, to) {
			title := p.say(from, to)
			if form := p.dictionaryForm(title); form != title { // "провосты" is no accusative
				return form
			}
			return p.dictionaryForm(nominativeLast(title))
		}
		return nominativeLast(p.say(from, to))
	}
	var out []string
	head, gender := p.governing(from, head), 'm'
	if tg, n := p.longestBase(head); n > 0 {
		gender = genderOf(tg.base)
	}
	for i := from; i < to; {
		if h := p.hit(i); h != nil && h.state() && h.adjective && i > head && !p.upper(i) && i+h.n < to {
			i += h.n
			continue
		}
		tg, n := p.longestBase(i)
		switch {
		case i > head || p.tokens[i].shape == mark:
			out = append(out, p.glue(i))
			n = 1
		case n > 0 && i+n <= to:
			base := tg.base
			if i < head && p.tongue.tag == "ru" {
				base = agree(base, gender)
			}
			out = append(out, " "+p.casedWords(i, n, base))
		default:
			w := p.tokens[i].word.form
			if p.tongue.tag == "ru" && i < head {
				w = agree(w, gender)
			}
			out = append(out, " "+w)
			n = 1
		}
		i += max(n, 1)
	}
	return strings.TrimSpace(strings.Join(out, ""))
}

// glue gives token i with the space before it, where the text has one.
func (p *paper) glue(i int) string {
	if p.tokens[i].glued {
		return p.tokens[i].word.form
	}
	return " " + p.tokens[i].word.form
}

// cased gives a form of the tables with the capital that the text writes.
func (p *paper) cased(i int, base string) string {
	f := p.tokens[i].word.form
	if p.tokens[i].shape == acronym {
		return f
	}
	r, _ := utf8.DecodeRuneInString(f)
	b, n := utf8.DecodeRuneInString(base)
	if unicode.IsUpper(r) {
		return string(unicode.ToUpper(b)) + base[n:]
	}
	if unicode.IsLower(r) && unicode.IsUpper(b) {
		return string(unicode.ToLower(b)) + base[n:]
	}
	return base
}

// casedWords gives a phrase of n words of the tables with the capitals of the text.
func (p *paper) casedWords(i, n int, base string) string {
	words := strings.Fields(base)
	if len(words) != n {
		return p.cased(i, base)
	}
	for k := range words {
		words[k] = p.cased(i+k, words[k])
	}
	return strings.Join(words, " ")
}

// longestBase gives the longest phrase at token i that has a form to show.
func (p *paper) longestBase(i int) (*tag, int) {
	var best *tag
	n := 0
	for _, k := range [...]kind{kTitle, kWeak, kOrg, kModifier, kInstrument} {
		if tg, m := p.at(i, k); m > n && tg.base != "" {
			best, n = tg, m
		}
	}
	return best, n
}

// genderOf tells the gender of a Russian noun by the nominative of its last word.
func genderOf(base string) rune {
	if i := strings.IndexByte(base, ' '); i > 0 {
		base = base[:i]
	}
	switch r, _ := utf8.DecodeLastRuneInString(base); r {
	case 'а', 'я':
		return 'f'
	case 'о', 'е':
		return 'n'
	}
	return 'm'
}

// adjectives of Russian: the endings of the oblique cases and the nominative
// of the three genders, hard and soft.
var adjectiveEndings = [...]string{"ыми", "ими", "ого", "его", "ому", "ему", "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ую", "юю", "ым", "им", "ом", "ем", "ей"}

// agree puts a Russian adjective into the nominative of a gender; other words
// stay as they are.
func agree(word string, gender rune) string {
	for _, e := range adjectiveEndings {
		stem, ok := strings.CutSuffix(word, e)
		if !ok || utf8.RuneCountInString(stem) < 3 {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(stem)
		soft := (strings.HasPrefix(e, "е") || e == "ий" || e == "им" || e == "ими") && !strings.ContainsRune("кгхжшщч", last) || e == "яя" || e == "юю"
		switch {
		case gender == 'f' && soft:
			return stem + "яя"
		case gender == 'f':
			return stem + "ая"
		case gender == 'n' && (soft || strings.ContainsRune("жшщч", last)):
			return stem + "ее"
		case gender == 'n':
			return stem + "ое"
		case soft || strings.ContainsRune("кгхжшщч", last):
			return stem + "ий"
		}
		return stem + "ый"
	}
	return word
}

// bodyName gives the name of a body as it is shown: in the nominative where
// names decline.
func (p *paper) bodyName(from, to int, entry *authority.Entry, short bool) string {
	if p.tongue.decline == nil && !p.tongue.proclitic || short {
		return p.say(from, to)
	}
	if p.tongue.proclitic {
		return p.unprefixed(from, to)
	}
	if p.tongue.verbLast {
		return nominativeLast(p.say(from, to))
	}
	for i := from; i < to; i++ {
		if tg, n := p.at(i, kOrg); n > 0 && tg.base != "" {
			return p.shown(from, to, i)
		}
		if p.tokens[i].shape == lower && i > from && !p.innerAdjective(i) {
			break
		}
	}
	if entry != nil {
		return entry.Name(p.tongue.tag)
	}
	return p.say(from, to)
}

// city gives the name of the city that n tokens from i name, as it is shown.
func (p *paper) city(i, n int) string {
	tg, m := p.at(i, kCity)
	if m == n && tg.show != "" {
		return tg.show
	}
	if m == n && tg.base != "" {
		return tg.base
	}
	return p.say(i, i+n)
}

// instrumentName gives the name of an instrument in the nominative.
func (p *paper) instrumentName(from, to int) string {
	if p.tongue.proclitic {
		return p.unprefixed(from, to)
	}
	if p.tongue.verbLast {
		return nominativeLast(p.say(from, to))
	}
	for i := from; i < to && p.tongue.decline != nil; i++ {
		if tg, n := p.at(i, kInstrument); n > 0 {
			if tg.base != "" {
				return p.shown(from, to, i)
			}
			break
		}
	}
	return p.say(from, to)
}

// stateName gives the common name of a State: where names decline, the one
// that the text's own form is a case of.
func (p *paper) stateName(h *hit, from, to int, adj bool) string {
	if !adj && p.tongue.proclitic {
		written, best := " "+fold(p.say(from, to)), ""
		for _, n := range h.entry.Names[p.tongue.tag] {
			if p.polity(from) && (strings.Contains(n, " ") || !strings.HasSuffix(written, " "+fold(n))) { // "تركية" is no name in "الجمهورية التركية"
				continue
			}
			if strings.HasSuffix(written, fold(n)) && len(n) > 3 && (best == "" || len(n) < len(best)) {
				best = n
			}
		}
		if best != "" {
			return best
		}
	}
	if h.acronym && utf8.RuneCountInString(p.tokens[from].word.form) > 2 && p.tongue.decline != nil {
		return p.say(from, to)
	}
	if !adj && to-from == 1 && p.tongue.decline != nil {
		form := p.tokens[from].word.folded
		for _, n := range h.entry.Names[p.tongue.tag] {
			f := fold(n)
			if cut := len(f) - 2*2; cut >= 6 && strings.HasPrefix(form, f[:cut]) && !strings.Contains(f, " ") {
				return n
			}
		}
	}
	short := shortName(h.entry, p.tongue.tag)
	if written := " " + p.say(from, to) + " "; !adj && p.tongue.articles && !p.tongue.capitals && !strings.Contains(written, " "+short+" ") { // "République de Moldavie" is no "Moldova"
		for _, n := range h.entry.Names[p.tongue.tag] {
			if utf8.RuneCountInString(n) > 3 && !strings.Contains(n, " ") && strings.Contains(written, " "+n+" ") {
				short = n
			}
		}
	}
	if best := p.nameWithin(h, from, to); best != "" && !adj && strings.Contains(short, " ") {
		return best
	}
	return short
}

// nameWithin gives the shortest of a State's names that the words of the text
// hold in some case: "Республики Корея" holds no "Южная Корея".
func (p *paper) nameWithin(h *hit, from, to int) string {
	if p.tongue.decline == nil {
		return ""
	}
	_, written := p.key(from, to)
	best := ""
	for _, n := range h.entry.Names[p.tongue.tag] {
		if strings.ContainsAny(n, "(,") || utf8.RuneCountInString(n) < 4 || best != "" && len(n) >= len(best) {
			continue
		}
		held := true
		for w := range strings.FieldsSeq(n) {
			held = held && slices.Contains(written, p.tongue.stem(fold(w)))
		}
		if held {
			best = n
		}
	}
	return best
}

// disagree reports whether a title stands in another case than the name after
// it: "Указом Президента Ерлан Байжанов назначен".
func (p *paper) disagree(post, name *chunk) bool {
	tg := post.post.tag
	if p.apartInCase(post, name) || p.appoints(post, name) {
		return true
	}
	if p.tongue.tag != "ru" || tg.base == "" || strings.Contains(tg.base, " ") {
		return false
	}
	g, known := givenForms()[p.tokens[name.from].word.folded]
	if !known {
		return false
	}
	head := p.tokens[post.post.head].word.folded
	straight := head == fold(tg.base) || genderOf(fold(tg.base)) == 'm' && hasEnding(head, []string{"ы", "и"}) // "министры"
	return !straight && g.name == p.tokens[name.from].word.folded && !g.female
}

// andOf gives the end of a second field of a body or office after "and" and "of" or an
// article, in French and Spanish: "paix et de sécurité", "la Mujer y la Familia",
// "Affaires étrangères et des Sénégalais de l'Extérieur".
func (p *paper) andOf(j int, s sentence) int {
	if i := p.pastArticle(j); p.tongue.tag == "en" && p.is(j-2, kRegion) && p.is(i, kRegion) && p.upper(i) { // "Division for Asia and the Pacific"
		return i + 1
	}
	_, n := p.at(j, kLink)
	i := p.pastArticle(j + n)
	if n == 0 && (i == j || p.tongue.tag == "es" && !p.upper(i)) || !p.romance() || i >= s.to {
		return j
	}
	if h := p.hit(i); h != nil && !(h.state() && h.adjective && p.upper(i)) || p.mask[i]&(1<<kOrg|1<<kTitle|1<<kEvent|1<<kInstrument|1<<kHonorific|1<<kGiven|1<<kCity) != 0 {
		return j
	}
	_, f := p.at(i, kPortfolio)
	switch {
	case f > 0:
		return i + f
	case n > 0 && p.upper(i) && p.tokens[i].shape == capital && !p.is(i, kStop):
		return i + 1
	}
	return j
}

// surnameOfTitle reports a surname that is also a title, after given names and
// before a mark or a small word: "Eduardo Enrique Reina,".
func (p *paper) surnameOfTitle(at, names int, s sentence) bool {
	if p.tongue.capitals || p.tongue.caseless || names == 0 || !p.is(at, kTitle) || p.tokens[at].shape != capital || !p.is(at-1, kGiven) {
		return false
	}
	_, n := p.at(at, kTitle)
	return n == 1 && (at+1 >= s.to || p.tokens[at+1].shape == mark || p.tokens[at+1].shape == lower && !p.is(at+1, kLink))
}

// ofPeople reports the adjective of a State right after the head noun of a body
// in French or Spanish: "gouvernement ivoirien", "Agencia Mexicana".
func (p *paper) ofPeople(j int) bool {
	h := p.hit(j)
	return p.tongue.articles && !p.tongue.capitals && h != nil && h.state() && h.adjective && (p.tokens[j].shape == lower || p.upper(j-1))
}

// innerAdjective reports a small adjective between the first, capitalised one
// and the head noun of a body's Russian name: "Высшего экономического совета".
func (p *paper) innerAdjective(at int) bool {
	return p.tongue.tag == "ru" && p.tokens[at].shape == lower && p.mask[at]&(1<<kStop|1<<kVerb|1<<kPronoun|1<<kTitle|1<<kEvent|1<<kRole|1<<kFuture) == 0 &&
		hasEnding(p.tokens[at].word.folded, adjectiveEndings[:]) && hasEnding(p.tokens[at-1].word.folded, adjectiveEndings[:])
}

// opensWithVerb reports a sentence of Russian that opens with its verb:
// "Действует Соглашение о ...".
func (p *paper) opensWithVerb(at int, s sentence) bool {
	return p.tongue.tag == "ru" && at == s.from && hasEnding(p.tokens[at].word.folded, verbal[:]) || p.opensWithPassive(at, s)
}

// opensWithPassive reports a sentence of Russian that opens with a short participle of
// the table: "Принята Бишкекская декларация", "Утверждён Комплексный план".
func (p *paper) opensWithPassive(at int, s sentence) bool {
	return p.tongue.tag == "ru" && at == s.from && p.is(at, kVerb) && !p.is(at, kOrg) && !p.is(at, kInstrument) && hasEnding(p.tokens[at].word.folded, []string{"н", "на", "но", "ны", "т", "та", "то", "ты"})
}

// smallList gives the end of common nouns that go on what an instrument is on,
// up to the last one after "and": "о добрососедстве, дружбе и сотрудничестве".
func (p *paper) smallList(i int, s sentence) int {
	if p.tongue.capitals || p.tongue.caseless {
		return i
	}
	for j := i; j < min(s.to, i+9); j++ {
		switch {
		case p.is(j, kAnd) && j > i:
			end := p.lowRun(j+1, s)
			if end > j+1 && end-j <= 4 && !p.is(j+1, kVerb) {
				return end
			}
			return i
		case p.mark(j, ","):
		case p.tokens[j].shape != lower || p.mask[j]&(1<<kVerb|1<<kPronoun|1<<kRole|1<<kFuture|1<<kPast|1<<kTitle|1<<kOrg|1<<kEvent) != 0 || p.is(j, kStop) && !p.is(j, kLink) && !p.is(j, kArticle):
			return i
		}
	}
	return i
}

// numberAbroad gives the end of the number that an instrument bears outside
// English, with its year: "رقم 27 لسنة 2023", "núm. 1325 (2000)", "n° 2021-14".
func (p *paper) numberAbroad(at int, tg *tag) int {
	if p.tongue.capitals || tg.value == "plan" || at+1 >= len(p.tokens) {
		return at
	}
	i := at + 1
	switch p.tokens[at].word.folded {
	case "رقم", "عدد", "núm", "num", "número", "n", "nro", "no":
		for i < len(p.tokens) && i < at+3 && p.tokens[i].shape == mark {
			i++
		}
	case "№", "n°", "nº":
	default:
		return at
	}
	if i >= len(p.tokens) || p.tokens[i].shape != number {
		return at
	}
	i++
	if i+1 < len(p.tokens) && p.mark(i, "/") && p.tongue.caseless && p.tokens[i+1].shape == number { // "رقم 12/2024"
		return i + 2
	}
	if i+1 < len(p.tokens) && p.tokens[i+1].shape == number && yearLike(p.tokens[i+1].word.form) {
		switch p.tokens[i].word.folded {
		case "لسنه", "لعام", "de", "от":
			return i + 2
		}
		if p.mark(i, "(") && p.mark(i+2, ")") {
			return i + 3
		}
	}
	return i
}

// periodTail gives the end of the years that a plan or strategy is for: "for
// 2025-2027", "на 2023–2027 годы", "pour la période 2022-2026", "2025-2030".
func (p *paper) periodTail(i int) int {
	if p.tongue.capitals && (i >= len(p.tokens) || p.tongue.tag != "en" || p.tokens[i].word.folded != "for") {
		return i
	}
	until := false
	for j := i; j < min(len(p.tokens), i+5); j++ {
		if d, to := p.dateAt(j); to > j {
			if d.from.Precision() == chancery.YearPrecision && (until || !d.to.IsZero()) {
				return to
			}
			return i
		}
		switch p.tokens[j].word.folded {
		case "period", "years", "période", "período", "periodo", "период", "للفتره":
		case "до", "horizon", "horizonte", "hasta":
			until = true
		default:
			if !p.is(j, kLink) && !p.is(j, kIn) && !p.is(j, kArticle) {
				return i
			}
		}
	}
	return i
}

// firstHead gives the head noun of a body's name where it stands before what
// qualifies it, as it does outside English and Kazakh; -1 where none does.
func (p *paper) firstHead(from, to int) int {
	for i := from; i < to && !p.tongue.capitals && !p.tongue.verbLast; i++ {
		if p.is(i, kOrg) {
			return i
		}
	}
	return -1
}

// theBodyAbroad gives the organisation that a head noun alone stands for:
// "l'Assemblée", "Организация", "البعثة".
func (p *paper) theBodyAbroad(i int) *entity {
	t := &p.tokens[i]
	switch {
	case p.tongue.caseless && (!definiteWord(t.word.folded) || i+1 < len(p.tokens) && p.adjectiveAt(i+1)):
		return nil
	case !p.tongue.caseless && (t.shape != capital || !p.is(i, kOrg) || p.upper(i+1) || p.upper(i-1) && !p.is(i-1, kArticle)):
		return nil
	case p.tongue.articles && (!p.definite(i) || p.nameGoesOn(i+1)):
		return nil
	}
	return p.cast.headedBefore(p.headWord(i), t.start)
}

// theBodyLinked gives the organisation that a head noun alone stands for after
// a title: "président de l'Union".
func (p *paper) theBodyLinked(i int) *entity {
	if p.tongue.capitals || p.tongue.caseless || i >= len(p.tokens) {
		return nil
	}
	return p.theBodyAbroad(i)
}

// agent gives who did what a passive tells, where the language says it
// without a preposition: "утверждён Президентом".
func (c *clause) agent(t trigger) []actor {
	if !c.tongue.genitive {
		return nil
	}
	if c.tongue.verbLast {
		persons, parties := c.actors(c.s.from, t.at)
		return append(persons, parties...)
	}
	at := t.at + t.n
	for i := at; i < min(c.s.to, at+3); i++ { // "Указом Президента"
		if tg, n := c.at(i, kInstrument); tg != nil && tg.value == "decree" {
			at = i + n
		}
	}
	if a := c.nearestAfter(at, 1); a != nil {
		return []actor{*a}
	}
	return nil
}

// between gives the States named inside an instrument's name, which are its
// parties: "Соглашение между Правительством Монголии и ...".
func (c *clause) between(ch *chunk) []actor {
	var out []actor
	for i := ch.from; i < ch.to; i++ {
		if h := c.hit(i); h != nil && h.state() && !h.adjective {
			out = appendActor(out, actor{c.cast.state(c.paper, h, i, i+h.n, false), c.bytes(i, i+h.n), i})
		}
	}
	return out
}

// adjectiveAfter reads the adjective of a State that follows a title: "le
// ministre marocain", "canciller mexicano".
func (p *paper) adjectiveAfter(c *chunk, i int, s sentence) int {
	if p.tongue.capitals || p.tongue.genitive || c.post.body != nil {
		return i
	}
	st, end := p.stateAt(i, s)
	if st == nil || !st.adj || p.upper(i) {
		return i
	}
	p.chunks = append(p.chunks, *st)
	p.hold(c.post, st.who, false)
	c.post.adjective = true
	return end
}

// adjectival are the endings of relational adjectives in French and Spanish.
var adjectival = [...]string{"al", "ale", "ales", "aux", "iques", "ique", "aire", "aires", "el", "elle", "elles", "els", "ien", "ienne", "iens", "iennes", "ain", "aine", "aines", "ais", "aise", "ine", "ines", "if", "ive", "ives", "é", "ée", "ués", "yen", "yenne", "ains", "aises", "ois", "oise", "oises", "able", "ables", "ible", "ibles", "euse", "euses", "ieur", "ieure", "ieurs", "ieures",
	"es", "ico", "ica", "icos", "icas", "ario", "aria", "arios", "arias", "ivo", "iva", "ivos", "ivas", "ano", "ana", "anos", "anas", "ional", "ino", "ina", "inas", "dor", "dora", "ñol", "ñola"}

// tailWord reports whether the small word at j goes on the name of a body
// whose head noun has a capital: an adjective or a genitive, or, after a
// preposition, any noun.
func (p *paper) tailWord(j, head int, linked bool) bool {
	if p.tongue.capitals || p.tongue.caseless || j >= len(p.tokens) || p.tokens[j].shape != lower {
		return false
	}
	named := p.upper(head) || linked && p.sits(head) || p.romance() && head > 0 && p.upper(head-1) && p.is(head-1, kModifier) || head > 0 && p.upper(head-1) && !p.tokens[head].glued && p.tongue.genitive
	if !named || p.mask[j]&(1<<kStop|1<<kVerb|1<<kPronoun|1<<kEvent|1<<kFuture|1<<kPast|1<<kIn|1<<kWith|1<<kBy|1<<kAnd|1<<kRole|1<<kTitle|1<<kDuring|1<<kNot|1<<kTo|1<<kLink|1<<kAbout|1<<kArticle) != 0 {
		return false
	}
	if _, to := p.dateAt(j); to > j || p.tokens[j].word.in(infinitivesInTi) {
		return false
	}
	w := p.tokens[j].word.folded
	if p.tongue.tag == "ru" && p.tokens[j].word.in(genitivesLikeVerbs) { // "Федерация футбола"
		return true
	}
	if p.tongue.genitive {
		return p.tongue.tag == "ru" && (linked && !hasEnding(w, verbal[:]) || hasEnding(w, genitives[:]) && !hasEnding(w, verbal[:]))
	}
	return linked || hasEnding(w, adjectival[:]) || p.tokens[j].word.in(sharedAbroad)
}

// tailCapital reports whether the capitalised word at j goes on a name in
// French or Spanish, which writes all its words so: "Comisión Nacional".
func (p *paper) tailCapital(j, head int) bool {
	return !p.tongue.capitals && !p.tongue.genitive && (p.upper(head) || p.upper(j-1)) && p.tokens[j].shape == capital && p.mask[j]&(notName|1<<kGiven) == 0 && p.hit(j) == nil
}

// capitalPortfolio gives the end of a field of work that the table does not
// know, told by its capitals after "de": "ministro de Producción y Pesca".
func (p *paper) capitalPortfolio(i int, s sentence) int {
	if p.tongue.caseless {
		return i
	}
	at := i
	for at < s.to && p.plainCapital(at) {
		at++
		if p.is(at, kAnd) && p.plainCapital(at+1) {
			at++
		}
	}
	return at
}

func (p *paper) plainCapital(i int) bool {
	return !p.tongue.capitals && !p.tongue.genitive && p.upper(i) && p.tokens[i].shape == capital && p.hit(i) == nil && p.mask[i]&(1<<kGiven|1<<kTitle|1<<kOrg|1<<kHonorific|1<<kCity|1<<kStop) == 0
}

// tailRun gives the end of the noun after a preposition in the name of a body,
// with the adjectives before it: "по экономическому сотрудничеству".
func (p *paper) tailRun(j, head int) int {
	for n := 0; n < 3 && p.tailWord(j, head, true); n++ {
		j++
		if p.tongue.tag != "ru" || !hasEnding(p.tokens[j-1].word.folded, adjectiveEndings[:]) {
			break
		}
	}
	return j
}

// pastArticle gives the token after an article at i, or i.
func (p *paper) pastArticle(i int) int {
	_, n := p.at(i, kArticle)
	return i + n
}

// genitives are the endings of Russian words in the genitive, verbal those of
// verbs that look like them.
var (
	genitives = [...]string{"ого", "его", "ой", "ей", "ых", "их", "ия", "ий", "ов", "ев", "а", "я", "ы", "и", "ти"}
	verbal    = [...]string{"ла", "ло", "ли", "лся", "лась", "лось", "лись", "ана", "ены", "ена", "ано", "ено", "ет", "ит", "ют", "ят", "тся", "ть"}
)

func hasEnding(w string, ends []string) bool {
	for _, e := range ends {
		if len(w) > len(e)+3 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// proposals are what is put before a cabinet for its approval, with who put it
// there and to what end.
var proposals = forms("proposal proposals resolution recommendation request approval")

// genitivesLikeVerbs are nouns in the genitive that end as verbs do.
var genitivesLikeVerbs = forms("футбола баскетбола волейбола гандбола капитала персонала металла канала журнала отдела материала потенциала океана плана обмена органа экрана села мела")

// reach is how many tokens may stand between a verb and its instrument.
func (c *clause) reach(t trigger) int {
	if c.tongue.verbFirst {
		return 30
	}
	if c.deedNoun(t) { // "the adoption, by the thirty-first session of the Assembly, of the amendment to"
		return 28
	}
	if c.tongue.capitals && t.tag.value == "sign" { // who signs may first say when and with whom
		return 20
	}
	if c.tongue.capitals && t.tag.value == "approve" { // "approved the proposal by the Minister to sign the Agreement"
		for i := t.at; i < min(c.s.to, t.at+t.n+5); i++ {
			if c.tokens[i].word.in(proposals) {
				return 45
			}
		}
		return 20
	}
	if c.tongue.capitals {
		return 9
	}
	return 20
}

// listedAfter gives the instruments that a list goes on with after chunk k:
// "подписаны соглашение о ..., меморандум о ... и план ...".
func (c *clause) listedAfter(k int) []*entity {
	if c.tongue.capitals {
		return nil
	}
	var out []*entity
	end := c.chunks[k].to
	for n := k + 1; n < len(c.chunks); n++ {
		ch := &c.chunks[n]
		if ch.from < end {
			continue
		}
		if ch.kind != anInstrument || ch.who == nil {
			break
		}
		i := end
		for i < ch.from && (c.mark(i, ",") || c.mark(i, ";") || c.mark(i, "،") || c.is(i, kAnd) || c.is(i, kArticle)) {
			_, n := c.at(i, kAnd)
			i += max(n, 1)
		}
		if i < ch.from || ch.from == end && !(c.tongue.proclitic && strings.HasPrefix(c.tokens[end].word.folded, "و")) {
			break
		}
		out, end = append(out, ch.who), ch.to
	}
	return out
}

// venue gives the end of the name of a house: "Palacio de San Carlos",
// "palais de l'Élysée", or i.
func (p *paper) venue(i int, s sentence) int {
	_, n := p.at(i, kPlace)
	if n == 0 || p.tongue.capitals || p.tongue.genitive || i+n >= s.to {
		return i
	}
	at := i + n
	if _, l := p.at(at, kLink); l > 0 {
		at += l
	}
	if _, a := p.at(at, kArticle); a > 0 {
		at += a
	}
	end := at
	for end < s.to && p.upper(end) && p.tokens[end].shape == capital {
		end++
	}
	if end == at || p.hit(at) != nil || p.is(at, kCity) || p.is(at, kOrg) || p.is(at, kTitle) {
		return i
	}
	return end
}

// indefinite reports whether token i is an article that names no one thing.
func (p *paper) indefinite(i int) bool {
	if i < 0 {
		return false
	}
	switch p.tokens[i].word.folded {
	case "un", "une", "una":
		return true
	}
	return false
}

// deed reports whether a verb of what persons do, or is done to them, follows.
func (p *paper) deed(to int) bool {
	tg, _ := p.at(to, kVerb)
	if tg == nil {
		return false
	}
	switch tg.value {
	case "say", "appoint", "elect", "note", "inform", "assess", "meet", "visit", "present", "call":
		return true
	}
	return false
}

// province gives the end of what a governor is of: "Туркестанской области".
func (p *paper) province(i int) int {
	if p.tongue.tag != "ru" || !p.upper(i) || i+1 >= len(p.tokens) {
		return i
	}
	switch p.tokens[i+1].word.folded {
	case "области", "края", "района", "округа", "губернии", "провинции", "автономии":
		return i + 2
	}
	return i
}

// initialled reports whether the words from i to to are initials and a
// surname: "Е.Т.Карашукеев", "С. В. Лавров".
func (p *paper) initialled(i, to int) bool {
	if p.tongue.capitals || to <= i {
		return false
	}
	f := p.tokens[i].word.form
	if at := strings.IndexByte(f, '.'); at > 0 && utf8.RuneCountInString(f[:at]) == 1 {
		last := f[strings.LastIndexByte(f, '.')+1:]
		return utf8.RuneCountInString(last) > 2 && last != strings.ToUpper(last) || last == "" && to > i+1 && p.tokens[to-1].shape == capital
	}
	return false
}

// roman reports whether token i is a Roman numeral, as French, Spanish and
// Russian number sessions: "XLIX Reunión", "XVIIIe Sommet".
func (p *paper) roman(i int) bool {
	f := strings.TrimRight(p.tokens[i].word.form, "eª")
	return !p.tongue.capitals && len(f) > 0 && strings.Trim(f, "IVXLC") == ""
}

// infinitive reports whether a Spanish or French infinitive stands right after
// "para" or "pour", which opens a purpose and no name.
func (p *paper) infinitive(j int) bool {
	if p.tongue.genitive || p.tokens[j].shape != lower {
		return false
	}
	switch p.tokens[j-1].word.folded {
	case "para", "pour":
		return hasEnding(p.tokens[j].word.folded, []string{"ar", "er", "ir", "re"})
	}
	return false
}

// oblique are the endings of Russian adjectives in the cases that follow a
// noun or a preposition.
var obliqueAdjective = [...]string{"ого", "его", "ому", "ему", "ой", "ей", "ых", "их", "ым", "им", "ыми", "ими", "ом", "ем"}

// genitiveRun gives the end of what a Russian instrument is of: nouns in the
// genitive with the adjectives before them, two of which "и" may join:
// "Концепция семейной и гендерной политики".
func (p *paper) genitiveRun(j, head int) int {
	if p.tongue.tag != "ru" || !p.upper(head) {
		return j
	}
	end := j
	for n := 0; n < 4; n++ {
		at := end
		for p.tailWord(at, head, false) && hasEnding(p.tokens[at].word.folded, obliqueAdjective[:]) {
			if at++; p.is(at, kAnd) && p.tailWord(at+1, head, false) && hasEnding(p.tokens[at+1].word.folded, obliqueAdjective[:]) {
				at++
			}
		}
		if !p.tailWord(at, head, false) {
			if at > end && !p.is(at-1, kAnd) && at-end == 1 { // a noun with the ending of an adjective: "отношений"
				end = at
			}
			break
		}
		end = at + 1
	}
	return end
}

// andField gives the end of a second field of work of a Russian body, after
// "and" with its adjective in an oblique case: "по делам женщин и
// семейно-демографической политике".
func (p *paper) andField(j, head, links int) int {
	if p.tongue.tag != "ru" || links == 0 || !p.tailWord(j, head, true) || !hasEnding(p.tokens[j].word.folded, obliqueAdjective[:]) {
		return j
	}
	if end := p.tailRun(j, head); end > j+1 {
		return end
	}
	return j
}

// ofYear reports a number that is the year of a date rather than a part of a
// name, outside English: "2010 жылы".
func (p *paper) ofYear(i int) bool {
	_, to := p.dateAt(i)
	return !p.tongue.capitals && to > i+1
}

// deverbal reports a Russian noun of a deed, which names a matter as any noun
// does: "о ратификации", "об учреждении".
func (p *paper) deverbal(i int) bool {
	return p.tongue.tag == "ru" && hasEnding(p.tokens[i].word.folded, []string{"ция", "ции", "цию", "цией", "ние", "ния", "нию", "нии", "нием", "тие", "тия", "тии"})
}

// datelinedAbroad gives the day before which, outside English, a report has
// only its place and its agency: "АСТАНА. 12 апреля 2023 года.", "Dakar, 9 fév
// 2023 (APS) -".
func (p *paper) datelinedAbroad(blocks []block) chancery.Date {
	for _, b := range blocks[:min(len(blocks), 4)] {
		head := p.text[b.start:min(b.end, b.start+120)]
		for _, f := range when.Find(head, p.tongue.tag, chancery.Date{}) {
			if f.Date.Precision() != chancery.DayPrecision || f.Relative || b.heading {
				break
			}
			before, rest := strings.TrimSuffix(strings.TrimSpace(head[:f.Start]), ", le"), strings.TrimSpace(head[f.End:])
			if r, _ := utf8.DecodeRuneInString(rest); utf8.RuneCountInString(before) <= 40 && strings.Count(before, " ") <= 4 && strings.ContainsRune(".–—:|-(/", r) && namesOnly(before) {
				return f.Date
			}
			break
		}
	}
	return chancery.Date{}
}

// namesOnly reports words that all begin with a capital, in a script that has them.
func namesOnly(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(«\"")); unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// amongParties reports an instrument whose name tells between whom it is.
func (p *paper) amongParties(c *chunk) bool {
	for i := c.from; i < c.to; i++ {
		if p.is(i, kWith) {
			return true
		}
	}
	return false
}

// toWhich gives the end of the instrument that one is on joining: "Указ о
// присоединении к Договору о патентном праве".
func (p *paper) toWhich(i int, s sentence) int {
	if p.tongue.tag != "ru" || p.tokens[i].word.folded != "к" || !p.deverbal(i-1) || i+1 >= s.to || !p.upper(i+1) {
		return i
	}
	if in, to := p.instrumentAt(i+1, s); in != nil {
		return to
	}
	return i
}
