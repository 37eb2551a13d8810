package press

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"chancery"
	"chancery/authority"
	"chancery/read/draft"
	"chancery/read/when"
)

// entity is a person, organisation, State or instrument of the paper.
type entity struct {
	kind      chunkKind
	entry     *authority.Entry // nil where no authority file knows it
	name      string
	at        span // of the name
	words     []string
	acronym   string
	acronymAt span
	head      *tag              // of an organisation or instrument
	nation    chancery.EntityID // of an organisation: the State that its name tells
	headWord  string            // of an organisation outside English and Kazakh: the head noun as the cast keeps it
	posts     []*holding
	descr     bool // of an instrument: described, without a proper name
	acts      int
	headed    bool    // its name is a heading's
	same      *entity // the organisation of the text that a heading names in other words
	inText    bool    // of an organisation or instrument: it is named outside headings
	qualifies bool    // of an organisation: its acronym goes before a common noun: "UN agencies"
	asWritten bool    // of a State: the name is the text's own
	does      bool    // of a State: it does something
	out       *draft.Entity
}

// holding is a person's post.
type holding struct {
	title   string
	titleAt span
	heads   []string // folded words of the title
	weak    bool     // a calling rather than an office: "lawyer"
	bare    bool     // a title and no more: "le ministre"
	body    *entity
	said    string // the body in the post's own words
	to      *entity
	at      span // of the whole
	phrase  span // of the whole with the body that stands before it
	rule    string
	former  bool // held before
}

// cast are the entities of the paper, found again by name, word and acronym.
type cast struct {
	all         []*entity
	persons     map[string][]*entity // by each word of the name
	orgs        map[string]*entity
	acronyms    map[string]*entity
	heads       map[string]*entity    // organisations by the last word of their names
	accord      *entity               // the treaty, agreement or memorandum last named
	headed      map[string][]placed   // the same, each where it is named
	alias       map[[2]string]*entity // organisations by an acronym of two words
	collectives map[string]*entity    // States that act together, by their words
	ofKind      map[string]*entity    // the last instrument of each type
	states      map[chancery.EntityID]*entity
	known       map[chancery.EntityID]*entity
	instruments map[string]*entity
	lastHolder  map[string]*entity   // the last person met who holds a title, by its head word
	lastHeld    *entity              // the last person given a post
	byHead      map[string]*entity   // the last accord named by its head word
	offices     map[string][]*entity // the bodies that the paper names with an office
}

// placed is an organisation where it is named.
type placed struct {
	at  int32
	org *entity
}

func newCast() cast {
	return cast{persons: map[string][]*entity{}, orgs: map[string]*entity{}, heads: map[string]*entity{}, headed: map[string][]placed{}, ofKind: map[string]*entity{}, collectives: map[string]*entity{}, alias: map[[2]string]*entity{}, acronyms: map[string]*entity{}, states: map[chancery.EntityID]*entity{},
		known: map[chancery.EntityID]*entity{}, instruments: map[string]*entity{}, byHead: map[string]*entity{}, lastHolder: map[string]*entity{}, offices: map[string][]*entity{}}
}

// hit is a name of the authority files, in tokens.
type hit struct {
	from, n            int
	entry              *authority.Entry
	adjective, acronym bool
	start              int // byte where the name itself begins
}

func (h *hit) state() bool      { return h.entry.Schema == "State" }
func (h *hit) org() bool        { return h.entry.Schema == "Organization" }
func (h *hit) instrument() bool { return h.entry.Schema == "Instrument" }

// found is a date in tokens.
type found struct {
	from, to int
	date     date
}

// hit gives the authority's name that begins at token i, or nil.
func (p *paper) hit(i int) *hit {
	if i < 0 || i >= len(p.hitAt) || p.hitAt[i] < 0 {
		return nil
	}
	return &p.hits[p.hitAt[i]]
}

// dateAt gives the date that begins at token i and the token after it.
func (p *paper) dateAt(i int) (date, int) {
	if i < 0 || i >= len(p.dayAt) || p.dayAt[i] < 0 {
		return date{}, i
	}
	f := p.days[p.dayAt[i]]
	return f.date, f.to
}

// consult asks the authority files and the date grammar about the portion.
func (p *paper) consult(from, to int) {
	p.hits, p.days = p.hits[:0], p.days[:0]
	p.hitAt, p.dayAt = fill(p.hitAt, len(p.tokens)), fill(p.dayAt, len(p.tokens))
	p.consultFiles(from, to)
	p.consultDays(from, to)
	p.d.Step(to - from)
}

// tokensOf gives the tokens that lie over some bytes, from token at on.
func (p *paper) tokensOf(start, end, at int) (from, to int) {
	for at < len(p.tokens) && int(p.tokens[at].end) <= start {
		at++
	}
	for to = at; to < len(p.tokens) && int(p.tokens[to].start) < end; {
		to++
	}
	return at, to
}

// consultFiles finds the names that the authority files know.
func (p *paper) consultFiles(from, to int) {
	at, j := 0, 0
	for _, h := range p.files.Find(p.text[from:to]) {
		start, end := from+h.Start, from+h.End
		at, j = p.tokensOf(start, end, at)
		if end < len(p.text) && p.text[end] == '$' { // "US$"
			continue
		}
		if j == at || p.covered(start) || int(p.tokens[j-1].end) > end && p.text[end] == '-' || start > 0 && p.text[start-1] == '-' && int(p.tokens[at].start) < start {
			continue
		}
		if h.Entry.Schema == "State" && j == at+1 && p.givenAbroad(at) {
			continue
		}
		if tg, n := p.at(at, kOrg); n > 0 && at+n < j && tg.alone() && p.tongue.capitals && p.tokens[at+n].shape == lower { // "Reuters news agency"
			j = at + n
		}
		p.hitAt[at] = int32(len(p.hits))
		p.hits = append(p.hits, hit{at, j - at, h.Entry, h.Adjective, h.Acronym, start})
		switch {
		case h.Entry.Schema == "State" && h.Adjective:
			p.mask[at] |= 1 << kAdjective
		case h.Entry.Schema == "State":
			p.mask[at] |= 1 << kState
		case h.Entry.Schema == "Organization":
			p.mask[at] |= 1 << kBody
		}
	}
	if p.tongue.tag == "en" {
		p.shortNamed()
	}
	if p.tongue.verbLast {
		p.seated()
	}
	if p.tongue.caseless {
		p.polities()
		p.belongings()
	}
}

// consultDays finds the dates.
func (p *paper) consultDays(from, to int) {
	at, j := 0, 0
	for _, f := range when.Find(p.text[from:to], p.tongue.tag, p.published) {
		start, end := from+f.Start, from+f.End
		at, j = p.tokensOf(start, end, at)
		if _, n := p.at(at-1, kCity); n > 1 && j > at+1 { // "Santo Domingo el 25 de marzo"
			at++
		}
		if j == at || p.covered(start) {
			continue
		}
		if f.Date.IsZero() && p.published.IsZero() {
			f.Date, f.EndDate = p.calendar.complete(p.text, p.tongue.tag, start, end)
		}
		if f.Part { // which a date of a report tells by its year
			f.Date, f.EndDate = chancery.Date{Year: f.Date.Year}, chancery.Date{}
		}
		f.Date, f.EndDate = p.lastOrNext(f.Date, f.EndDate, at, j)
		if n := len(p.days) - 1; n >= 0 && p.romance() && p.days[n].to == at && p.tokens[at-1].word.in(weekdaysAbroad) && f.Date.Precision() == chancery.DayPrecision { // "ce jeudi 11 mai"
			p.days[n].to, p.days[n].date = j, date{f.Date, f.EndDate, f.Relative}
			continue
		}
		p.dayAt[at] = int32(len(p.days))
		p.days = append(p.days, found{at, j, date{f.Date, f.EndDate, f.Relative}})
	}
}

func fill(s []int32, n int) []int32 {
	s = slices.Grow(s[:0], n)[:n]
	for i := range s {
		s[i] = -1
	}
	return s
}

// covered reports whether the byte is masked.
func (p *paper) covered(at int) bool {
	i := sort.Search(len(p.masked), func(i int) bool { return p.masked[i].end > at })
	return i < len(p.masked) && p.masked[i].start <= at
}

// state gives the State that a hit names.
func (c *cast) state(p *paper, h *hit, from, to int, adj bool) *entity {
	e := c.states[h.entry.ID]
	if e == nil {
		e = &entity{kind: aState, entry: h.entry, name: p.stateName(h, from, to, adj), at: p.bytes(from, to)}
		c.states[h.entry.ID] = e
		c.all = append(c.all, e)
	}
	if !adj && !e.asWritten && p.tongue.decline == nil && !p.tongue.caseless {
		written := p.say(from, to)
		short := to-from <= len(strings.Fields(e.name)) || strings.EqualFold(strings.ReplaceAll(written, " ", ""), e.name)
		if (short || p.tongue.tag == "en" && p.longName(e, written)) && len(written) > 3 && !strings.Contains(written, ".") {
			e.name, e.at, e.asWritten = written, p.bytes(from, to), short
		}
	}
	return e
}

// longName reports an official name that does not hold the common one, or that alone
// tells a State from its namesake: "Kyrgyz Republic", "Republic of the Congo".
func (p *paper) longName(e *entity, written string) bool {
	if !strings.HasSuffix(written, e.name) {
		return !strings.Contains(written, e.name) && strings.Contains(written, "Republic")
	}
	for _, o := range p.files.Lookup("Democratic Republic of the " + e.name) {
		return o != e.entry
	}
	return false
}

// stateOf gives the State of an authority entry that words of the text stand for.
func (c *cast) stateOf(entry *authority.Entry, at span) *entity {
	e := c.states[entry.ID]
	if e == nil {
		e = &entity{kind: aState, entry: entry, name: shortName(entry, "en"), at: at}
		c.states[entry.ID] = e
		c.all = append(c.all, e)
	}
	return e
}

// collective gives "the member States" as one actor, where the paper says what
// they do together, or a body or people that a noun alone names.
func (c *cast) collective(p *paper, ch *chunk, kind chunkKind) *entity {
	key, words := p.key(ch.from, ch.to)
	e := c.collectives[key]
	if e == nil {
		e = &entity{kind: kind, name: p.say(ch.from, ch.to), at: p.bytes(ch.from, ch.to), words: words}
		c.collectives[key] = e
	}
	return e
}

// common reports States or people whom only a common noun tells: "the member States".
func (e *entity) common() bool {
	return e.kind == aSide || e.kind == aState && e.entry == nil
}

// shortName gives the common name of a State: the shortest of its first few
// names that is no code and no inverted official name.
func shortName(e *authority.Entry, lang string) string {
	best := e.Name(lang)
	for i, n := range e.Names[lang] {
		if i < 3 && !strings.ContainsAny(n, "(,") && utf8.RuneCountInString(n) >= 4 && alike(n, e.Names[lang]) && (strings.ContainsAny(best, "(,") || len(n) < len(best)) && !strings.HasPrefix(n, "The ") && best != "El "+n && !strings.HasSuffix(n, " SSR") {
			best = n
		}
	}
	return best
}

// alike reports whether a name begins a word as the official names do: Laos
// and Lao, South Korea and Republic of Korea, but not Ceylon and Sri Lanka.
func alike(name string, official []string) bool {
	for w := range strings.FieldsSeq(name) {
		if len(w) > 3 && strings.Contains(official[0], w[:3]) {
			return true
		}
	}
	return false
}

// key makes organisations and instruments comparable: folded words without
// articles, links and what stands before the name proper.
func (p *paper) key(from, to int) (string, []string) {
	words := make([]string, 0, to-from)
	for i := from; i < to; i++ {
		t := &p.tokens[i]
		if t.shape == mark || p.is(i, kArticle) || p.is(i, kLink) || p.is(i, kAnd) {
			continue
		}
		words = append(words, p.tongue.stem(t.word.folded))
	}
	return strings.Join(words, " "), words
}

// calling is how a chunk names an organisation.
type calling struct {
	from, to  int
	key, bare string   // what the name is found by; without the known name that it begins with
	words     []string // of key
	short     bool     // an acronym
}

// org gives the organisation that a chunk names.
func (c *cast) org(p *paper, ch *chunk) *entity {
	by := calling{from: ch.name[0], to: ch.name[1]}
	by.key, by.words = p.key(by.from, by.to)
	by.bare = by.key
	if h := p.hit(by.from); h != nil && by.from+h.n < by.to && len(by.words) > h.n+1 {
		by.bare, _ = p.key(by.from+h.n, by.to)
	}
	if by.to-by.from == 2 {
		if e := c.alias[p.pair(by.from)]; e != nil {
			return e
		}
	}
	by.short = by.to-by.from == 1 && p.tokens[by.from].word.capped && !(p.tongue.capitals && ch.head != nil && ch.head.alone())
	e := c.namedBefore(p, ch, &by)
	if e == nil && ch.head != nil && (ch.head.alone() || len(by.words) > 1 && p.tongue.tag == "en" && ch.acronym < 0 && p.definite(by.from)) {
		if e = c.heads[spelling(by.key)]; e != nil {
			return e
		}
	}
	if e == nil && ch.acronym >= 0 {
		e = c.acronyms[p.tokens[ch.acronym].word.form]
	}
	if e == nil {
		e = &entity{kind: anOrg}
		c.all = append(c.all, e)
	}
	c.bears(e, by.bare, by.key, p.nation(by.from, by.to))
	c.headsOf(p, e, &by)
	c.callOrg(p, ch, e, &by)
	if at := p.tailOf(ch); ch.acronym >= 0 && at > by.from {
		c.org(p, &chunk{kind: anOrg, from: at, to: ch.to, name: [2]int{at, by.to}, head: ch.head, acronym: ch.acronym}).inText = true
		return e
	}
	if ch.acronym >= 0 {
		e.acronym, e.acronymAt = p.tokens[ch.acronym].word.form, p.bytes(ch.acronym, ch.acronym+1)
		c.acronyms[e.acronym] = e
		if a := ch.acronym - 1; p.upper(a) && p.mark(a-1, "(") { // "(Africa CDC)"
			e.acronym, e.acronymAt = p.say(a, a+2), p.bytes(a, a+2)
			c.alias[p.pair(a)] = e
		}
	}
	return e
}

// namedBefore finds an organisation that the authority files know or that the paper has
// named, by its name, its acronym, what spells it out or its nation; nil for none.
func (c *cast) namedBefore(p *paper, ch *chunk, by *calling) *entity {
	var e *entity
	form := p.tokens[by.from].word.form
	if h := p.hit(by.from); h != nil && h.org() && by.from+h.n == by.to {
		if e = c.known[h.entry.ID]; e == nil {
			if e = c.orgs[by.bare]; e == nil && h.acronym {
				e = c.acronyms[form]
			}
			if e == nil {
				e = &entity{kind: anOrg, entry: h.entry}
				c.all = append(c.all, e)
			}
			c.known[h.entry.ID] = e
		}
		by.short = h.acronym
	} else if by.short {
		e = c.acronyms[form]
	}
	if e == nil {
		e = c.spelledOut(p, ch)
	}
	if e == nil {
		e = c.ofNation(by.bare, p.nation(by.from, by.to))
	}
	if a := c.acronyms[form]; e == nil && a != nil && a.kind == anOrg && p.onlyHeads(by.from+1, by.to) && by.to > by.from+1 && p.restates(a, ch) {
		e = a
	}
	return e
}

// headsOf lets an organisation be found by the nouns that head its name: "the
// Committee" is the Committee on Health.
func (c *cast) headsOf(p *paper, e *entity, by *calling) {
	if len(by.words) < 2 {
		return
	}
	at := p.tokens[by.from].start
	c.head(by.words[len(by.words)-1], e, at)
	c.head(p.headPhrase(by.from, by.to), e, at)
	if h := p.firstHead(by.from, by.to); h >= 0 {
		e.headWord = p.headWord(h)
		c.head(e.headWord, e, at)
	}
	for i := by.from; i+1 < by.to && p.tongue.capitals; i++ {
		if p.is(i, kLink) && p.is(i+1, kArticle) {
			break // "the Bureau of the Committee on Health" is the Bureau
		}
		if p.is(i, kOrg) && p.is(i+1, kLink) {
			c.head(p.tokens[i].word.folded, e, at)
		}
	}
}

// callOrg gives an organisation the name or acronym that a chunk calls it by; a name
// in running text stands before one in a heading.
func (c *cast) callOrg(p *paper, ch *chunk, e *entity, by *calling) {
	name := p.bodyName(by.from, by.to, e.entry, by.short)
	if e.head == nil {
		e.head = ch.head
	}
	switch {
	case by.short && p.tokens[by.from].word.form != "":
		if e.acronym == "" {
			e.acronym, e.acronymAt = name, p.bytes(by.from, by.to)
		}
		c.acronyms[name] = e
	case e.name == "" || e.headed && !p.heading && !by.short:
		e.headed = p.heading
		e.name, e.at, e.words = name, p.bytes(by.from, by.to), by.words
	}
}

// nation gives the State whose name or adjective opens the name of a body: "Icelandic
// Coast Guard"; "" for none.
func (p *paper) nation(from, to int) chancery.EntityID {
	if h := p.hit(from); h != nil && h.state() && from+h.n < to {
		return h.entry.ID
	}
	return ""
}

// ofNation gives the body with a name, which is no other State's: the Icelandic Coast
// Guard is not the Norwegian.
func (c *cast) ofNation(name string, nation chancery.EntityID) *entity {
	if e := c.orgs[name]; e != nil && (nation == "" || e.nation == "" || nation == e.nation) {
		return e
	}
	return nil
}

// bears notes a body by its name, and by what is left of it without its State's.
func (c *cast) bears(e *entity, bare, name string, nation chancery.EntityID) {
	if _, ok := c.orgs[bare]; !ok {
		c.orgs[bare] = e
	}
	c.orgs[name] = e
	if e.nation == "" {
		e.nation = nation
	}
}

// spelledOut gives the body whose name begins with the full name of the body
// that the chunk names by its acronym: "AU Commission" is the African Union Commission.
func (c *cast) spelledOut(p *paper, ch *chunk) *entity {
	from, to := ch.name[0], ch.name[1]
	h := p.hit(from)
	if h == nil || !h.org() || !h.acronym || from+h.n >= to || !p.tongue.capitals {
		return nil
	}
	for _, entry := range p.files.Lookup(h.entry.Name(p.tongue.tag) + " " + p.say(from+h.n, to)) {
		if entry.Schema != "Organization" {
			continue
		}
		e := c.known[entry.ID]
		if e == nil {
			e = &entity{kind: anOrg, entry: entry}
			c.known[entry.ID] = e
			c.all = append(c.all, e)
		}
		return e
	}
	return nil
}

// restates reports whether the head noun after an acronym only says again what
// the body is ("CERD Committee", "IsDB Group"); "AU Commission" is an organ.
func (p *paper) restates(e *entity, ch *chunk) bool {
	last := p.tokens[ch.name[1]-1].word.folded
	return last == "group" || len(e.words) > 0 && slices.Contains(e.words, last) || ch.head != nil && e.entry != nil && e.entry.Kind == ch.head.value && ch.head.value != "igo"
}

// tailOf gives where the part of a name begins that the acronym in brackets
// stands for, where it does not stand for the whole: "Council of Heads of State
// of the Shanghai Cooperation Organization (SCO)".
func (p *paper) tailOf(ch *chunk) int {
	from, to := ch.name[0], ch.name[1]
	if ch.acronym < 0 || !p.tongue.capitals {
		return from
	}
	want := strings.ToUpper(p.tokens[ch.acronym].word.form)
	if whole := p.initials(from, to); strings.HasSuffix(whole, want) && len(whole) < 2*len(want) {
		return from
	}
	for i := to - 2; i > from; i-- {
		if own := p.initials(i, to); (p.is(i-1, kLink) || p.is(i-1, kArticle)) && (own == want || len(own) > 2 && strings.HasSuffix(want, own) && p.headWithin(i, to)) {
			return i
		}
	}
	return from
}

// headWithin reports whether a head noun of organisations stands in a name.
func (p *paper) headWithin(from, to int) bool {
	for i := from; i < to; i++ {
		if p.is(i, kOrg) {
			return true
		}
	}
	return false
}

// initials gives the first letters of the capitalised words of a name.
func (p *paper) initials(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		if p.upper(i) {
			b.WriteByte(p.tokens[i].word.form[0])
		}
	}
	return b.String()
}

// headPhrase gives the words of a name before the first link: "national
// assembly" of "National Assembly of Viet Nam".
func (p *paper) headPhrase(from, to int) string {
	for i := from; i < to; i++ {
		if p.is(i, kLink) {
			to = i
		}
	}
	key, _ := p.key(from, to)
	return key
}

// instrument gives the instrument that a chunk names or describes.
func (c *cast) instrument(p *paper, ch *chunk) *entity {
	key, words := p.key(ch.name[0], ch.name[1])
	if ch.acronym < 0 && ch.to-ch.from == 1 {
		if e := c.acronyms[p.tokens[ch.from].word.form]; e != nil {
			return e
		}
	}
	h := p.hit(ch.from)
	if h != nil && h.instrument() && h.from+h.n <= ch.to {
		if e := c.known[h.entry.ID]; e != nil {
			return e
		}
	}
	kind := ""
	if ch.head != nil {
		kind = ch.head.value
	} else if h != nil {
		kind = h.entry.Kind
	}
	e := c.namedInstrument(p, ch, key, words)
	if last := c.meantInstrument(p, ch, e, words, kind); last != nil {
		return last
	}
	alone := e == nil && p.soleWord(ch) && accords[kind]
	if e != nil && !ch.descr && len(words) > len(e.words) && !ch.heading {
		e.name, e.at, e.words = p.instrumentName(ch.name[0], ch.name[1]), p.bytes(ch.name[0], ch.name[1]), words
	}
	if e == nil {
		e = &entity{kind: anInstrument, name: p.instrumentName(ch.name[0], ch.name[1]), at: p.bytes(ch.name[0], ch.name[1]), words: words, head: ch.head, descr: ch.descr}
		if h != nil && h.instrument() {
			e.entry = h.entry
		}
		if known := c.knownAs(e); known != nil {
			return known
		}
		c.instruments[key] = e
		c.all = append(c.all, e)
	}
	if ch.acronym >= 0 && e.acronym == "" {
		e.acronym, e.acronymAt = p.tokens[ch.acronym].word.form, p.bytes(ch.acronym, ch.acronym+1)
		c.acronyms[e.acronym] = e
	}
	if !p.cited(ch.from) && !(ch.descr && c.ofKind[kind] != nil && p.sorts(ch)) {
		c.ofKind[kind] = e
		if accords[kind] {
			c.accord = e
		}
	}
	if !alone && !ch.descr && accords[kind] {
		c.byHead[p.sortWord(ch)] = e
	}
	return e
}

// knownAs gives the instrument of the paper that is of the same entry of the authority
// files, and notes a new one; nil where there was none.
func (c *cast) knownAs(e *entity) *entity {
	if e.entry == nil {
		return nil
	}
	if known := c.known[e.entry.ID]; known != nil {
		return known
	}
	c.known[e.entry.ID] = e
	return nil
}

// soleWord reports an instrument told by one word with a capital and an article: "the Convention".
func (p *paper) soleWord(ch *chunk) bool {
	return p.tongue.tag == "en" && ch.name[1]-ch.name[0] == 1 && p.upper(ch.name[0]) && p.definite(ch.from)
}

// namedInstrument finds the instrument that the paper has named by these words.
func (c *cast) namedInstrument(p *paper, ch *chunk, key string, words []string) *entity {
	e := c.instruments[key]
	if e == nil && p.tongue.tag == "en" && len(words) > 1 && words[len(words)-1] == "act" { // a bill becomes an act
		if e = c.instruments[strings.Join(words[:len(words)-1], " ")+" bill"]; e != nil {
			c.instruments[key] = e
		}
	}
	if h := p.hit(ch.from); e == nil && h != nil && h.from+h.n < ch.name[1] && !h.instrument() {
		bare, _ := p.key(h.from+h.n, ch.name[1])
		if e = c.instruments[bare]; e != nil {
			c.instruments[key] = e
		}
	}
	return e
}

// meantInstrument gives the instrument told before that a shorter or plainer name means:
// "the Action Plan", "the agreement"; nil for none. e is that of the very words.
func (c *cast) meantInstrument(p *paper, ch *chunk, e *entity, words []string, kind string) *entity {
	english, length := p.tongue.tag == "en", ch.name[1]-ch.name[0]
	last := c.ofKind[kind]
	if e == nil && last != nil && !ch.descr && len(words) == 2 && p.definite(ch.from) && len(last.words) > 2 && subset(words, last.words) && (!english || last.head == ch.head) {
		return last
	}
	final := p.tokens[ch.name[1]-1].word
	if p.identified(ch) {
		return nil
	}
	if last != nil && p.pointsBack(c, ch, words, kind) && (e == nil || e.descr) && !(english && (final.in(ownSorts) || ch.head == paperTag) && !slices.Contains(last.words, final.folded)) {
		return last
	}
	if ch.descr && e == nil && c.accord != nil && last == nil && accords[kind] {
		if english && (length == 1 || length == 2 && p.anaphoric(ch)) && pacts.has(final.form) && p.definite(ch.from) {
			return c.accord // "the pact", said of an agreement
		}
		if !p.tongue.capitals && length == 1 && (p.tongue.caseless && definiteWord(p.tokens[ch.name[0]].word.folded) || !p.tongue.caseless && p.definite(ch.from)) {
			return c.accord // "الاتفاقية", said of a partnership agreement
		}
	}
	if e == nil && p.soleWord(ch) && accords[kind] {
		return c.byHead[final.folded] // "the Convention", of one that was only cited before
	}
	return nil
}

// identified reports a description that a relative clause tells apart from what was told
// before: "the accord that Chad and Mali signed".
func (p *paper) identified(ch *chunk) bool {
	if p.tongue.tag != "en" || !ch.descr || ch.to+1 >= len(p.tokens) || p.tokens[ch.to].word.folded != "that" {
		return false
	}
	h := p.hit(ch.to + 1)
	return h != nil && h.state()
}

// pointsBack reports a description with an article and nothing of its own, or with a
// word that points back: "the agreement", "this memorandum".
func (p *paper) pointsBack(c *cast, ch *chunk, words []string, kind string) bool {
	if !ch.descr {
		return false
	}
	english := p.tongue.tag == "en"
	if ch.head != nil && p.definite(ch.from) && !(english && (p.tokens[ch.name[0]].word.in(changed) || p.is(ch.name[0]-1, kOrdinal))) {
		if len(words) < 2 || len(words) == 2 && !(p.tongue.tag == "ru" && p.upper(ch.from)) && (!english || c.ofSort(kind, words[0])) {
			return true
		}
	}
	return p.anaphoric(ch)
}

// sortWord gives the first noun of an instrument in a name: "convention".
func (p *paper) sortWord(ch *chunk) string {
	for i := ch.name[0]; i < ch.name[1]; i++ {
		if p.is(i, kInstrument) {
			return p.tokens[i].word.folded
		}
	}
	return ""
}

// founds gives the body that "its Statute" or "the Charter" is of, where no more
// is said: the first one named in the sentence or in one shortly before.
func (p *paper) founds(ch *chunk) *entity {
	if p.tongue.tag != "en" || ch.head == nil || ch.head.value != "charter" || ch.name[1]-ch.name[0] != 1 || ch.heading || !p.definite(ch.from) && !p.its(ch.from) {
		return nil
	}
	n := sort.Search(len(p.sentences), func(n int) bool { return p.sentences[n].to > ch.from })
	for ; n >= 0 && n < len(p.sentences); n-- {
		s := &p.sentences[n]
		for k := s.c0; k < s.c1; k++ {
			if o := &p.chunks[k]; o.kind == anOrg && o.who != nil && o.from < ch.from {
				return o.who
			}
		}
		if s.from <= ch.from-maxTokensBack {
			break
		}
	}
	return nil
}

// maxTokensBack bounds how far back what "its" stands for is looked for.
const maxTokensBack = 60

// its reports "its" before token i.
func (p *paper) its(i int) bool { return i > 0 && p.tokens[i-1].word.folded == "its" }

// pacts are the words for any accord of States, written as common nouns.
var pacts = forms("pact accord treaty agreement compact")

// ownSorts are the sorts of instrument that are not named by one another's words.
var ownSorts = forms("protocol constitution code directive regulation convention charter statute covenant ordinance")

// ofSort reports a word that does not tell "the tax treaty" from the last treaty
// named: one of its name, or one that fits any.
func (c *cast) ofSort(kind, word string) bool {
	last := c.ofKind[kind]
	return last == nil || slices.Contains(last.words, word) || anySort.has(word)
}

// anySort are the words that fit any instrument.
var anySort = forms("bilateral multilateral joint draft landmark historic proposed final international intergovernmental global regional new original initial legal legislative whole entire said political")

// aliased gives the instrument whose short name, in brackets right after it, is
// chunk i: "the Convention Abolishing the Requirement (Apostille Convention)".
func (p *paper) aliased(i int) *entity {
	ch := &p.chunks[i]
	if i == 0 || p.tongue.tag != "en" || !p.mark(ch.from-1, "(") || !p.mark(ch.to, ")") {
		return nil
	}
	o := &p.chunks[i-1]
	if o.kind != anInstrument || o.who == nil || o.to != ch.from-1 {
		return nil
	}
	key, _ := p.key(ch.name[0], ch.name[1])
	p.cast.instruments[key] = o.who
	return o.who
}

// anaphoric reports an instrument that a word points back to: "the said
// agreement", "the draft law" after the law was named.
func (p *paper) anaphoric(ch *chunk) bool {
	i := ch.name[0]
	if p.tongue.tag != "en" || ch.name[1]-i > 3 || !p.tokens[i].word.in(said) && !p.tokens[max(i-1, 0)].word.in(said) {
		return false
	}
	return p.definite(ch.from)
}

// said are the words that point back to an instrument.
var said = forms("said aforesaid aforementioned above-mentioned abovementioned above relevant draft proposed same original new latter present current")

// cited reports an instrument named only for what is done under it: "under
// Article 6 of the Paris Agreement", "in line with the Strategy".
func (p *paper) cited(at int) bool {
	for i := at - 1; i >= max(0, at-6) && p.tongue.tag == "en" && p.tokens[i].shape != mark; i-- {
		if p.tokens[i].word.in(citing) {
			return true
		}
	}
	return false
}

// citing are the words after which an instrument is a ground for something else.
var citing = forms("under pursuant accordance article section line compliance basis light meaning context")

// changed are the words that tell an instrument from the one of its sort that
// was named: "the revised treaty".
var changed = forms("revised amended new updated second previous earlier old first third fourth latest current existing separate similar another other")

// accords are the sorts of instrument that States conclude, which writers name
// by one another's words.
var accords = map[string]bool{"treaty": true, "agreement": true, "mou": true}

// definite reports whether "the" or "this" stands before token i.
func (p *paper) definite(i int) bool {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		switch p.tokens[j].word.folded {
		case "the", "this", "le", "la", "l'", "cet", "cette", "ce", "el", "este", "esta", "этот", "это":
			return true
		case "a", "an", "un", "une", "una":
			return false
		}
	}
	return p.tongue.genitive
}

// nameParts gives the folded words of a personal name, particles left out.
func (p *paper) nameParts(from, to int) []string {
	var out []string
	for i := from; i < to; i++ {
		t := &p.tokens[i]
		if t.shape == mark || t.shape == lower && p.writtenParticle(i) == 0 {
			continue
		}
		w := t.word.folded
		if i := strings.LastIndexByte(w, '.'); i > 0 && !p.tongue.capitals { // "С.В.Лавров", "С. В. Лавров"
			if w = w[i+1:]; w == "" && to-from > 1 {
				continue
			}
		}
		out = append(out, p.tongue.stem(w))
	}
	return out
}

// maxBearers bounds how many persons who share a word of their names are compared.
const maxBearers = 16

// find gives the person whose name has all the words.
func (c *cast) find(words []string) *entity {
	if len(words) == 0 {
		return nil
	}
	bearers := c.persons[words[len(words)-1]]
	if len(bearers) > maxBearers {
		bearers = bearers[:maxBearers]
	}
	for _, e := range bearers {
		if subset(words, e.words) {
			return e
		}
	}
	return nil
}

func subset(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}

// person gives the person that the tokens name.
func (c *cast) person(p *paper, from, to int) *entity {
	words := p.nameParts(from, to)
	if e := c.find(words); e != nil {
		return e
	}
	if e := p.addressed(from, to, words); e != nil {
		return e
	}
	words = p.halves(words)
	e := &entity{kind: aPerson, name: p.personName(from, to), at: p.bytes(from, to), words: words}
	for _, w := range words {
		if len(c.persons[w]) < maxBearers {
			c.persons[w] = append(c.persons[w], e)
		}
	}
	c.all = append(c.all, e)
	return e
}

// halves adds to the words of a name the halves of a double surname, by
// either of which English papers call its bearer later.
func (p *paper) halves(words []string) []string {
	if len(words) < 2 || !p.tongue.capitals {
		return words
	}
	last := words[len(words)-1]
	for h := range strings.SplitSeq(last, "-") {
		if len(h) > 3 && h != last {
			words = append(words, h)
		}
	}
	return words
}

// personName gives a name as it is shown: in the nominative, white space single.
func (p *paper) personName(from, to int) string {
	name := p.say(from, to)
	if p.tongue.decline == nil {
		return name[p.proclitics(from):]
	}
	words := strings.Fields(name)
	if c := p.titleCase(from); c != 0 {
		if straight := strings.Join(inCase(words, c), " "); straight != name {
			return straight
		}
	}
	return strings.Join(p.tongue.decline(words), " ")
}

// resolve gives every chunk of the portion its entity: first the persons'
// longest names, then the shorter ones, then the words that the first reading
// passed over because nothing yet told what they were.
func (p *paper) resolve() {
	for n := 8; n >= 1; n-- {
		for i := range p.chunks {
			c := &p.chunks[i]
			p.titleHead = -1
			if i > 0 && p.chunks[i-1].kind == aPost && p.chunks[i-1].to == c.from {
				p.titleHead = p.chunks[i-1].post.head
			}
			if c.kind == aPerson && c.who == nil && !c.heading && min(8, p.nameWords(c.from, c.to)+boolInt(p.tongue.caseless)*(c.to-c.from)) == n {
				c.who = p.cast.person(p, c.from, c.to)
			}
		}
	}
	p.titleHead = -1
	for _, s := range p.sentences {
		for i := s.c0; i < s.c1; i++ {
			if c := &p.chunks[i]; c.kind == aPerson && c.who == nil {
				p.headline(c, s)
			}
		}
	}
	for _, s := range p.sentences {
		for i := s.c0; i < s.c1; i++ {
			if c := &p.chunks[i]; c.kind == anOrg && c.who != nil && !s.heading {
				c.who.inText = c.who.inText || !p.qualifying(c)
				c.who.qualifies = c.who.qualifies || !c.who.inText
			}
		}
	}
	for _, heading := range [...]bool{false, true} {
		for _, s := range p.sentences {
			for i := s.c0; i < s.c1 && s.heading == heading; i++ {
				if c := &p.chunks[i]; c.kind == anInstrument && c.who == nil {
					c.heading = heading
					if c.who = p.aliased(i); c.who == nil {
						c.who = p.cast.instrument(p, c)
					}
					c.who.inText = c.who.inText || !heading
				}
			}
		}
	}
	p.again()
}

// headline gives a name in a heading its person. Where every word begins with a
// capital, only what the text names tells where the name ends.
func (p *paper) headline(c *chunk, s sentence) {
	if s.heading && p.tongue.capitals {
		small := 0
		for i := s.from; i < s.to; i++ {
			if p.tokens[i].shape == lower && !p.is(i, kStop) {
				small++
			}
		}
		if small == 0 && (!p.mixed(s) || !p.is(c.from, kGiven) && (p.tokens[c.from].word.senses == isVerb || c.to == c.from+1 && p.tokens[c.from].word.senses != 0)) { // in capitals nothing tells a name from a noun, "President Assures Swift Help", "Expert Bodies"
			return
		}
		for to := c.to; small == 0 && to > c.from; to-- {
			if e := p.cast.find(p.nameParts(c.from, to)); e != nil {
				c.who, c.to = e, to
				return
			}
		}
		if small == 0 && !p.is(c.from, kGiven) && c.to < s.to && p.upper(c.to) {
			return
		}
	}
	c.who = p.cast.person(p, c.from, c.to)
}

// mixed reports whether a heading has a word in small letters or with a capital alone.
func (p *paper) mixed(s sentence) bool {
	for i := s.from; i < s.to; i++ {
		if p.tokens[i].shape == lower || p.tokens[i].shape == capital && len(p.tokens[i].word.form) > 1 {
			return true
		}
	}
	return false
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// again sweeps the words that belong to no chunk for surnames and acronyms
// that the paper explains elsewhere.
func (p *paper) again() {
	out := p.spare[:0]
	for si := range p.sentences {
		s := &p.sentences[si]
		c0 := len(out)
		at := s.from
		for ci := s.c0; ci <= s.c1; ci++ {
			end := s.to
			if ci < s.c1 {
				end = p.chunks[ci].from
			}
			for i := at; i < end; i++ {
				if c := p.secondLook(i, end); c != nil {
					out = append(out, *c)
					i = c.to - 1
				}
			}
			if ci < s.c1 {
				out = append(out, p.chunks[ci])
				at = max(at, p.chunks[ci].to)
			}
		}
		s.c0, s.c1 = c0, len(out)
	}
	p.chunks, p.spare = out, p.chunks
}

// reporter reports a paper, of one word that is no word of English, that closes
// what is told: ", Kuensel reported".
func (p *paper) reporter(i, end int) bool {
	f := p.tokens[min(i+1, len(p.tokens)-1)].word.folded
	return p.tongue.tag == "en" && i+1 < end && p.mark(i-1, ",") && p.foreign(i) && !p.is(i, kGiven) && (f == "reported" || f == "reports") && len(p.cast.persons[p.tokens[i].word.folded]) == 0
}

// agency reports the acronym of the agency in a dateline: "Riyadh, Apr. 24 (BNA):".
func (p *paper) agency(i int) bool {
	if p.tongue.tag != "en" || p.tokens[i].shape != acronym || !p.mark(i-1, "(") || !p.mark(i+1, ")") {
		return false
	}
	for _, e := range p.cast.all[:min(len(p.cast.all), maxCompared)] {
		if e.kind == anOrg && spells(e.words, p.tokens[i].word.folded) {
			return false
		}
	}
	return p.mark(i+2, ":") || p.mark(i+2, "–") || p.mark(i+2, "—") || p.mark(i+2, "--")
}

// spells reports whether the first letters of words, in order, are an acronym's.
func spells(words []string, acronym string) bool {
	if len(words) != len(acronym) {
		return false
	}
	for i, w := range words {
		if w == "" || w[0] != acronym[i] {
			return false
		}
	}
	return true
}

// toldTo gives the end of the name of the paper or channel that somebody told
// something: "told Sky News Arabia".
func (p *paper) toldTo(i, end int) int {
	before := i - 1
	if p.is(before, kArticle) {
		before--
	}
	if p.tongue.tag == "es" && i > 2 && p.toldEs(i) {
		to := i + 1
		for to < end && to < i+4 && p.upper(to) {
			to++
		}
		return to
	}
	if p.reporter(i, end) || p.agency(i) {
		return i + 1
	}
	if !p.tongue.capitals || before < 1 || p.tokens[before].word.folded != "told" && !(p.tokens[before-1].word.folded == "interview" && (p.is(before, kWith) || p.is(before, kTo)) || p.is(before, kBy) && p.tokens[before-1].word.in(quoting)) || !p.upper(i) || p.is(i, kStop) || p.is(i, kGiven) || p.is(i, kState) || p.is(i, kTitle) || p.is(i, kHonorific) {
		return i
	}
	to := i
	for to < end && to < i+5 && (p.upper(to) && !p.is(to, kStop) || to > i && p.joinsName(to)) {
		to++
	}
	if to-i < 2 && p.tokens[i].shape != acronym && to < len(p.tokens) && p.tokens[to].shape != mark {
		return i
	}
	return to
}

// toldEs reports "dijo a La Jornada", "en entrevista con El Universal".
func (p *paper) toldEs(i int) bool {
	if !p.upper(i) || !p.upper(i+1) || p.is(i, kGiven) || !p.is(i, kArticle) {
		return false
	}
	switch p.tokens[i-2].word.folded + " " + p.tokens[i-1].word.folded {
	case "dijo a", "declaró a", "comentó a", "explicó a", "señaló a", "entrevista con", "entrevista a":
		return true
	}
	return false
}

// quoting are the participles after which "by" names a paper or channel.
var quoting = forms("quoted cited")

// wholeName reads an unknown capitalised word before a surname that the paper
// uses alone ("Saima Wazed ... Ms Wazed"): the two are the whole name.
func (p *paper) wholeName(i, end int) *chunk {
	if !p.tongue.capitals || i+2 > end || p.tokens[i].shape != capital || p.mask[i]&^(1<<kGiven) != 0 || i > 0 && p.mark(i-1, ".") || p.tokens[i+1].shape != capital {
		return nil
	}
	for _, e := range p.cast.persons[p.tokens[i+1].word.folded] {
		if len(e.words) == 1 {
			e.name, e.at, e.words = p.say(i, i+2), p.bytes(i, i+2), p.nameParts(i, i+2)
			p.cast.persons[e.words[0]] = append(p.cast.persons[e.words[0]], e)
			return &chunk{kind: aPerson, from: i, to: i + 2, who: e, acronym: -1}
		}
	}
	return nil
}

// head makes an organisation the one that its head word stands for.
func (c *cast) head(word string, e *entity, at int32) {
	word = spelling(word)
	c.heads[word] = e
	if list := c.headed[word]; len(list) == 0 || list[len(list)-1].org != e {
		c.headed[word] = append(list, placed{at, e})
	}
}

// spelling makes one of the two English spellings: writers say "the
// organisation" of what calls itself an Organization.
func spelling(word string) string { return strings.Replace(word, "isation", "ization", 1) }

// headedBefore gives the organisation with a head word that was named last
// before a place, else the one named after it.
func (c *cast) headedBefore(word string, at int32) *entity {
	list := c.headed[spelling(word)]
	n := sort.Search(len(list), func(i int) bool { return list[i].at >= at })
	switch {
	case n > 0:
		return list[n-1].org
	case len(list) > 0:
		return list[0].org
	}
	return nil
}

// theBody gives the organisation that "the Council" or "the 47-member Council"
// stands for: the last one whose name has that head.
func (p *paper) theBody(i int) *entity {
	if !p.tongue.capitals {
		return p.theBodyAbroad(i)
	}
	if !p.headNoun(i) || p.upper(i+1) || p.upper(i-1) && !p.is(i-1, kArticle) || p.nameGoesOn(i+1) {
		return nil
	}
	if !p.definite(i) {
		return nil
	}
	return p.cast.headedBefore(p.tokens[i].word.folded, p.tokens[i].start)
}

// headNoun reports whether the word at i can stand for a body: a head noun, or
// a word that began the name of one ("the Chamber" of Commerce).
func (p *paper) headNoun(i int) bool {
	return p.is(i, kOrg) || p.tongue.capitals && p.upper(i) && len(p.cast.headed[p.tokens[i].word.folded]) > 0
}

// nameGoesOn reports whether "of", "for" or "on" at token i goes on with a name,
// rather than with a date or a word of the sentence: "the Bank on 27 August".
func (p *paper) nameGoesOn(i int) bool {
	link, n := p.at(i, kLink)
	if n == 0 {
		return false
	}
	i += n
	if _, to := p.dateAt(i); to > i || link.value == "of-late" && i < len(p.tokens) && p.tokens[i].shape == lower && !p.is(i, kArticle) { // "the Committee in favour of"
		return false
	}
	return !p.is(i, kArticle) || p.upper(i+1) || p.tokens[i].word.folded != "a" && p.tokens[i].word.folded != "an"
}

// unitedNations is the body whose name says of another no more than that it is of its system.
const unitedNations = "body:UN"

// qualifying reports the United Nations where they only say what sort of thing a common noun
// stands for: "UN agencies"; "ECOWAS ministers" are the ministers of its members.
func (p *paper) qualifying(c *chunk) bool {
	i := c.to
	if p.tongue.tag != "en" || c.who.entry == nil || c.who.entry.ID != unitedNations || i+1 >= len(p.tokens) || p.tokens[i].shape != lower || c.genitive {
		return false
	}
	if p.tokens[i+1].shape == lower && (p.is(i+1, kOrg) || p.tokens[i+1].word.senses&(isGroup|isPersonal) != 0) && p.mask[i]&^(1<<kPortfolio|1<<kModifier) == 0 && p.tokens[i].word.senses&(isNoun|isAdjective) != 0 { // "the UN drug commission"
		return true
	}
	return c.to == c.from+1 && p.tokens[c.from].shape == acronym && p.mask[i]&^(1<<kPeople|1<<kPortfolio) == 0 && p.tokens[i].word.senses&isNoun != 0
}

// oneOfItsKind reports a body of which the paper says no more than its sort, with a
// capital: "the Commission proposed".
func (p *paper) oneOfItsKind(i int) bool {
	f := p.tokens[i].word.folded
	return p.tongue.tag == "en" && p.tokens[i].shape == capital && p.tokens[i].word.in(soleBodies) && p.tokens[max(i-1, 0)].word.folded == "the" && !p.upper(i+1) && !p.nameGoesOn(i+1) && len(p.cast.headed[f]) == 0
}

// soleBodies are the sorts of bodies that a paper may name by them alone.
var soleBodies = forms("commission council assembly secretariat tribunal cabinet parliament senate")

// secondLook gives what the word at i names where the whole paper is known, nil
// for nothing.
func (p *paper) secondLook(i, end int) *chunk {
	t := &p.tokens[i]
	if t.shape == lower && p.tongue.capitals && p.is(i, kOrg) && i > 0 && p.tokens[i-1].word.folded == "the" && !p.is(i+1, kLink) && i+1 < len(p.tokens) && (p.tokens[i+1].shape == mark || p.is(i+1, kVerb) || p.is(i+1, kFuture) || p.is(i+1, kPast)) {
		if e := p.cast.heads[t.word.folded]; e != nil { // "the council, established in 2016"
			return &chunk{kind: anOrg, from: i, to: i + 1, name: [2]int{i, i + 1}, who: e, head: e.head, acronym: -1}
		}
	}
	if t.shape == mark || t.shape == lower && p.writtenParticle(i) == 0 || t.shape == number {
		return nil
	}
	if to := p.toldTo(i, end); to > i {
		c := &chunk{kind: anOrg, from: i, to: to, name: [2]int{i, to}, head: &tag{kind: kOrg, value: "media"}, acronym: -1}
		c.who = p.cast.org(p, c)
		c.who.inText = true
		return c
	}
	if e := p.theBody(i); e != nil {
		return &chunk{kind: anOrg, from: i, to: i + 1, name: [2]int{i, i + 1}, who: e, head: e.head, acronym: -1, genitive: p.possessive(i + 1)}
	}
	if p.oneOfItsKind(i) {
		c := &chunk{kind: anOrg, from: i, to: i + 1, name: [2]int{i, i + 1}, acronym: -1, genitive: p.possessive(i + 1)}
		c.head, _ = p.at(i, kOrg)
		c.who = p.cast.org(p, c)
		c.who.inText = true
		return c
	}
	if e := p.cast.acronyms[t.word.form]; e != nil {
		k := anOrg
		if e.kind == anInstrument {
			k = anInstrument
		}
		return &chunk{kind: k, from: i, to: i + 1, name: [2]int{i, i + 1}, who: e, head: e.head, acronym: -1, genitive: p.possessive(i + 1)}
	}
	if c := p.wholeName(i, end); c != nil {
		return c
	}
	if p.tongue.caseless {
		return p.surnameAfterTitle(i)
	}
	if p.is(i, kStop) || p.mask[i]&(1<<kOrg|1<<kTitle|1<<kInstrument|1<<kState|1<<kCity|1<<kAdjective|1<<kBody) != 0 {
		return nil
	}
	if len(p.cast.persons[p.tongue.stem(t.word.folded)]) == 0 {
		return nil
	}
	to := i + 1
	for to < end && p.upper(to) && len(p.cast.persons[p.tongue.stem(p.tokens[to].word.folded)]) > 0 {
		to++
	}
	for to > i {
		if e := p.cast.find(p.nameParts(i, to)); e != nil {
			return &chunk{kind: aPerson, from: i, to: to, who: e, acronym: -1}
		}
		to--
	}
	return nil
}
