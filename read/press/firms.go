package press

import "strings"

// A body whose name holds no noun that tells what it is ("Zorvex", "Equal
// Education") is told by what stands beside it: a common noun before it, an
// apposition or an acronym in brackets after it, a title and the holder's name.
// That is grammar of English, where such names are written with capitals.

// sorts are the common nouns that tell a body before or after its name, with
// the kind that they make it.
var sorts = sortsOf(map[string]string{
	"company":    "company firm carmaker automaker retailer airline carrier bank lender insurer conglomerate developer manufacturer startup start-up subsidiary brewer refiner miner utility producer contractor operator shipbuilder drugmaker chipmaker distributor",
	"media":      "broadcaster newspaper daily weekly magazine broadsheet tabloid channel outlet portal website",
	"ngo":        "ngo charity non-profit nonprofit",
	"university": "university",
	"other":      "organisation organization agency institute think-tank thinktank tank watchdog regulator party militia union federation lobby group foundation association body authority",
})

func sortsOf(kinds map[string]string) map[string]*tag {
	out := map[string]*tag{}
	for kind, nouns := range kinds {
		t := &tag{kind: kOrg, value: kind}
		for noun := range strings.FieldsSeq(nouns) {
			out[noun] = t
		}
	}
	return out
}

// parts are the common nouns of a part of a body.
var parts = forms("office bureau branch department division unit desk chapter arm section wing committee board team programme program secretariat headquarters faculty school")

// pastDescription gives the token after small words that describe a body before
// its name, from token i on: "the [ruling] Union", "[energy firm] Westenergie",
// "the [Berlin office of the] Fund"; i where there are none.
func (p *paper) pastDescription(i int, s sentence) int {
	at := i
	for at < s.to && at < i+4 && (p.tokens[at].shape == lower || at > i && p.possessive(at) || at == i && p.is(at, kCity) && at+1 < s.to && p.tokens[at+1].word.in(parts)) {
		f := p.tokens[at].word.folded
		if p.tokens[at].word.in(parts) && at > i && at+2 < s.to && (p.tokens[at+1].word.folded == "of" || p.tokens[at+1].word.folded == "at") {
			if at = p.pastArticle(at + 2); p.upper(at) {
				return at
			}
			return i
		}
		if p.mask[at]&(1<<kStop|1<<kTitle|1<<kLink|1<<kEvent|1<<kInstrument|1<<kPronoun|1<<kTo|1<<kAnd|1<<kIn) != 0 || p.is(at, kVerb) && f != "governing" && f != "ruling" {
			return i
		}
		at++
	}
	if h := p.hit(at); at > i && p.upper(at) && !p.is(at, kGiven) && (h == nil || h.adjective) {
		return at
	}
	return i
}

// capitals gives the end of a run of capitalised words that nothing tells what
// they are: neither titles nor heads of names, States nor bodies known. "&" and
// "de" may stand within.
func (p *paper) capitals(i int, s sentence) int {
	at := i
	for at < s.to && at < i+7 {
		switch {
		case p.upper(at) && p.mask[at]&(notName|1<<kModifier|1<<kCity)&^(1<<kOrg|1<<kPlace|1<<kUnit) == 0 && p.hit(at) == nil:
			at++
		case at > i && at+1 < s.to && p.upper(at+1) && (p.mark(at, "&") || p.is(at, kParticle) && p.tokens[at].shape == lower):
			at++
		default:
			return at
		}
	}
	return at
}

// firmAt gives the end of the name of a body at token i that only its
// surroundings tell, and the class that they give it.
func (p *paper) firmAt(i int, s sentence) (int, *tag) {
	if !p.tongue.capitals || s.heading || !p.upper(i) {
		return i, nil
	}
	if end := p.firm(i, s); end > i {
		return end, nil
	}
	if i == s.from {
		return i, nil
	}
	if t := sorts[p.tokens[i-1].word.folded]; t != nil && (p.tokens[i-1].shape == lower || p.tokens[i-1].word.form == "NGO") && !p.is(i, kGiven) {
		if end := p.capitals(i, s); end > i { // "energy firm Westenergie"
			return end, t
		}
	}
	if t := p.listedSort(i); t != nil && !p.is(i, kGiven) {
		if end := p.capitals(i, s); end > i {
			return end, t
		}
	}
	if end, t := p.firmBefore(i, s); end > i {
		return end, t
	}
	return p.firmAfter(i, s)
}

// firmOffices are the heads of the posts that a firm has, not a person.
var firmOffices = forms("chairman chairwoman chairperson chair ceo director manager executive president founder co-founder head officer")

// firmEndings close the name of a firm as abbreviations, firmTitles begin the
// titles of its officers.
var (
	firmEndings = forms("ltd inc co corp bros")
	firmTitles  = forms("managing chief general deputy vice group")
)

// ownedByFirm takes capitalised words that nothing tells before a possessive and
// a title for the body of the post at token i: "Afrigen's Chief Executive Officer".
func (p *paper) ownedByFirm(i int, q *post) {
	from := i - 2
	for from > 0 && i-from < 6 && p.upper(from-1) && p.mask[from-1]&(notName|1<<kGiven|1<<kModifier) == 0 && p.hit(from-1) == nil {
		from--
	}
	if last := p.tokens[q.title[1]-1].word.folded; !firmOffices.has(last) || p.heading || p.mask[i-2]&(notName|1<<kGiven|1<<kCity) != 0 || p.hit(i-2) != nil || len(p.cast.persons[p.tokens[i-2].word.folded]) > 0 {
		return
	}
	c := chunk{kind: anOrg, from: from, to: i - 1, name: [2]int{from, i - 1}, acronym: -1, genitive: true}
	p.take(&c)
	p.owned(q, c.who, from)
}

// firmBefore reads a name before a small noun of its sort: "the ADEPT think
// tank", "Kazakhstan's Samruk-Kazyna sovereign wealth fund".
func (p *paper) firmBefore(i int, s sentence) (int, *tag) {
	if p.tokens[i-1].word.folded != "the" && !p.possessive(i-1) {
		return i, nil
	}
	end := p.capitals(i, s)
	alone := end == i+1 && p.tokens[i].shape != acronym // it may be a place or its adjective
	if alone && hasEnding(p.tokens[i].word.folded, demonyms[:]) {
		return i, nil
	}
	for k := end; end > i && k < min(s.to, end+3) && p.tokens[k].shape == lower; k++ {
		t := sorts[p.tokens[k].word.folded]
		if p.tokens[k].word.folded == "fund" {
			t = sorts["agency"]
		}
		if t != nil && (k+1 >= s.to || p.tokens[k+1].shape != lower || p.is(k+1, kIn) || p.is(k+1, kVerb) || p.is(k+1, kAnd) || p.is(k+1, kLink) || p.is(k+1, kPast)) {
			if alone && p.tokens[k].word.in(ofPlaces) {
				break
			}
			return end, t
		}
		if p.is(k, kVerb) || p.is(k, kStop) || p.is(k, kTitle) || p.is(k, kEvent) {
			break
		}
	}
	return i, nil
}

// ofPlaces are the sorts of bodies that are as often called by their place.
var ofPlaces = forms("bank university authority agency regulator union body organisation organization airline carrier institute lobby federation operator")

// listedSort gives the class of a name on a list of firms: "retailers A and B",
// "carmakers such as A and B".
func (p *paper) listedSort(i int) *tag {
	f := p.tokens[i-1].word.folded
	if p.mark(i-1, ",") || p.is(i-1, kAnd) {
		if n := len(p.chunks); n > 0 && p.chunks[n-1].kind == anOrg && p.chunks[n-1].to == i-1 && p.chunks[n-1].listed {
			return p.chunks[n-1].head
		}
		return nil
	}
	if i > 2 && f == "as" && p.tokens[i-2].word.folded == "such" {
		f = p.tokens[i-3].word.folded
	} else if i > 1 && (f == "including" || f == "like") {
		f = strings.TrimSuffix(p.tokens[i-2].word.folded, ",")
	}
	many, plural := strings.CutSuffix(f, "s")
	if one, ies := strings.CutSuffix(many, "ie"); ies && plural {
		many = one + "y"
	}
	if !plural {
		return nil
	}
	return sorts[many]
}

// firmAfter reads a name before an apposition of its sort: "Equal Education, a
// civil society organisation".
func (p *paper) firmAfter(i int, s sentence) (int, *tag) {
	end := p.capitals(i, s)
	if end == i || !p.mark(end, ",") || end+2 >= s.to || p.upper(i-1) {
		return i, nil
	}
	f := p.tokens[end+1].word.folded
	if f == "whose" { // "RwandAir, whose Deputy CEO"
		if _, tg, to := p.titleAt(end+2, s); tg != nil && p.tokens[to-1].word.in(firmOffices) && !p.is(i, kGiven) {
			return end, nil
		}
	}
	if f != "a" && f != "an" && f != "the" {
		return i, nil
	}
	for k := end + 2; k < min(s.to, end+9) && !p.mark(k, ",") && !p.mark(k, ".") && !p.is(k, kLink) && !p.is(k, kTitle) && !p.is(k, kWeak); k++ {
		if t := sorts[p.tokens[k].word.folded]; t != nil && p.tokens[k].shape == lower && (k+1 >= s.to || p.tokens[k+1].shape != lower || p.is(k+1, kLink) || p.is(k+1, kIn) || p.is(k+1, kPronoun)) {
			return end, t
		}
	}
	return i, nil
}

// firm gives the end of capitalised words that nothing tells what they are but
// the title and the name after them: "Keppel Land Cambodia Country Head NAME".
func (p *paper) firm(i int, s sentence) int {
	at := i
	for at < s.to && at < i+5 && p.upper(at) && p.mask[at]&(notName&^(1<<kState|1<<kBody)|1<<kGiven|1<<kModifier|1<<kCity) == 0 {
		if h := p.hit(at); p.is(at, kPortfolio) && at == i || h != nil && (at == i || h.adjective || !h.state()) {
			return i
		}
		if at++; p.mark(at, "&") && p.upper(at+1) {
			at++
		}
	}
	if at == i || at >= s.to || p.possessive(at) {
		return i
	}
	if at == i+1 && (p.mask[i] != 0 || p.tokens[i].shape == acronym || !p.tokens[at].word.in(firmOffices) && !p.tokens[min(at+1, s.to-1)].word.in(firmOffices) || hasEnding(p.tokens[i].word.folded, demonyms[:])) { // "Moderna President NAME"
		return i
	}
	if _, tg, end := p.titleAt(at, s); tg != nil && (tg.kind == kTitle || p.tokens[end-1].word.folded == "partner") && tg.value == "" && (p.nameWords(end, p.nameRun(end, s)) > 1 || p.afterName(i)) {
		return at
	}
	return i
}

// demonyms are the endings of adjectives, which stand before titles too.
var demonyms = [...]string{"ian", "ean", "an", "ese", "ish", "ic", "al", "ing", "ed", "ly", "ern"}

// afterName reports whether a name and a comma stand right before token i.
func (p *paper) afterName(i int) bool {
	n := len(p.chunks)
	return p.mark(i-1, ",") && n > 0 && p.chunks[n-1].kind == aPerson && p.chunks[n-1].to == i-1
}

// bracketedName gives the end of capitalised words before an acronym in brackets
// that begins as they do: "Social Democrats (SPD)".
func (p *paper) bracketedName(i int, s sentence) int {
	if !p.tongue.capitals || !p.upper(i) || s.heading || p.mask[i]&(1<<kStop|1<<kGiven|1<<kTitle|1<<kInstrument|1<<kHonorific) != 0 || p.is(i, kEvent) && p.tokens[i].word.folded != "forum" {
		return i
	}
	at, words := i, 0
	for ; at < min(s.to, i+12) && !p.mark(at, "("); at++ {
		switch {
		case p.upper(at) && (p.mask[at]&(1<<kEvent|1<<kInstrument|1<<kHonorific) == 0 || p.tokens[at].word.folded == "forum"):
			words++
		case at > i && (p.is(at, kLink) || p.is(at, kAnd) || p.is(at, kArticle) || p.mark(at, "&") || p.mark(at, "-") || p.possessive(at)):
		default:
			return i
		}
	}
	if words < 2 || !p.mark(at, "(") || p.tokens[at-1].shape == lower || p.closes(at, s) != at+3 || p.tokens[at+1].shape != acronym {
		return i
	}
	if p.tokens[at-1].word.folded == "partnership" || p.tokens[at+1].word.form[0] != p.tokens[i].word.form[0] || at+3 < s.to && p.tokens[at+3].shape == lower && p.matterNoun(at+3) {
		return i
	}
	return at
}

// mediaHead is the class of what only a dateline or a question tells.
var mediaHead = &tag{kind: kOrg, value: "media"}

// outlet reads the agency of a dateline, or the paper of who asks, in the brackets
// that open at token i: "TASHKENT, 3 May (Steppe Wire) –", "LIMA, 3 May (ANP) --", "Q
// (Hill Post):".
func (p *paper) outlet(i int, s sentence) *chunk {
	if p.tongue.tag != "en" || !p.mark(i, "(") || i == s.from || i-s.from > 10 || p.is(s.from, kGiven) || p.is(s.from, kTitle) {
		return nil
	}
	at := i + 1
	for at < min(s.to, i+6) && (p.tokens[at].shape == capital || p.tokens[at].shape == acronym && p.dated(s.from, i)) && (p.mask[at]&(1<<kState|1<<kTitle|1<<kGiven|1<<kEvent|1<<kInstrument|1<<kStop|1<<kHonorific) == 0 || p.is(at, kOrg) || at == i+1 && p.is(at, kGiven) && p.dated(s.from, i)) {
		at++
	}
	if at == i+1 || !p.mark(at, ")") || at+1 >= s.to || !strings.Contains(":–—--", p.tokens[at+1].word.form) || p.tokens[at+1].glued && !p.mark(at+1, ":") || p.is(i+1, kCity) && at == i+2 && !p.dated(s.from, i) {
		return nil
	}
	for k := s.from; k < i; k++ {
		if p.tokens[k].shape == lower {
			return nil
		}
	}
	return &chunk{kind: anOrg, from: i + 1, to: at, head: mediaHead, name: [2]int{i + 1, at}, acronym: -1}
}

// dated reports a date between two tokens.
func (p *paper) dated(from, to int) bool {
	for k := from; k < to; k++ {
		if p.dateWord(k) {
			return true
		}
	}
	return false
}

// spelled gives the end of a name whose capitals spell the acronym in brackets
// after it, whatever small words stand within: "Network of People Living with
// HIV in Kenya (NEPLHIK)".
func (p *paper) spelled(i int, s sentence) int {
	if p.tongue.genitive || p.tongue.caseless || s.heading || !p.is(i, kOrg) || !p.upper(i) {
		return i
	}
	at := i + 1
	for ; at < min(s.to, i+16) && !p.mark(at, "("); at++ {
		if t := &p.tokens[at]; !p.upper(at) && (t.shape != lower || p.is(at, kVerb) || p.is(at, kPast) || p.is(at, kTitle)) {
			return i
		}
	}
	if !p.mark(at, "(") || p.closes(at, s) != at+3 || p.tokens[at+1].shape != acronym || at < i+4 || !p.upper(at-1) || p.is(at, kTitle) {
		return i
	}
	short := p.tokens[at+1].word.form
	rest := strings.ToUpper(p.say(i, at))
	if short[0] != rest[0] || !strings.Contains(short[1:], strings.ToUpper(p.tokens[at-1].word.form[:1])) {
		return i
	}
	for _, letter := range short {
		k := strings.IndexRune(rest, letter)
		if k < 0 {
			return i
		}
		rest = rest[k+1:]
	}
	return at
}

// matterNoun reports a common noun after a name in brackets that says that the
// name is a project's or paper's: "the Digital Identity (SL-UDI) project".
func (p *paper) matterNoun(i int) bool {
	switch p.tokens[i].word.folded {
	case "project", "projects", "programme", "program", "initiative", "scheme", "process", "model", "plan", "platform", "system", "framework", "agreement", "deal", "talks", "summit", "virus", "vaccine", "vaccines", "corridor":
		return true
	}
	return false
}
