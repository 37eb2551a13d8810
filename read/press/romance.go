package press

import (
	"slices"
	"strings"
)

// The grammar of French and Spanish offices: a title takes the adjectives after
// it ("secretario técnico"), and whoever governs has fields of work that no
// table can list, told by a noun, its adjectives and what it is of ("ministre
// de la Réconciliation nationale", "directora de Asuntos Migratorios").

// romance reports a paper in French or Spanish.
func (p *paper) romance() bool { return p.tongue.articles && !p.tongue.capitals }

// relational are the endings of adjectives in French and Spanish.
var relational = strings.Fields("al ale ales aux el elle els elles ique iques aire aires if ive ifs ives ien ienne iens iennes ain aine ains aines ais aise aises ois oise oises " +
	"ême êmes ente entes ante antes eux euse euses ieur ieure ieurs ieures able ables ible ibles é ée és ées ier ière iers ières ico ica icos icas ario aria arios arias ivo iva ivos ivas ano ana anos anas " +
	"ino ina inos inas orio oria orios orias oso osa osos osas ble bles ior iores ero era eros eras ado ada ados adas ido ida idos idas cuo cua neo nea neos neas ar ares ales")

// describing reports an adjective of French or Spanish at token i, by its ending
// and its number, which is that of the noun at the token before it.
func (p *paper) describing(i int) bool {
	if i < 1 || i >= len(p.tokens) || p.tokens[i].glued {
		return false
	}
	w, noun := p.tokens[i].word.folded, p.tokens[i-1].word.folded
	if !slices.ContainsFunc(relational, func(e string) bool { return len(w) > len(e)+2 && strings.HasSuffix(w, e) }) {
		return false
	}
	return manyAbroad(w) == manyAbroad(noun) || strings.HasSuffix(w, "ais") || strings.HasSuffix(w, "ois") || strings.HasSuffix(w, "eux")
}

// manyAbroad reports a word of French or Spanish in the plural by its ending.
func manyAbroad(w string) bool { return strings.HasSuffix(w, "s") || strings.HasSuffix(w, "x") }

// notField are the classes that a word of a field of work is not of.
const notField = 1<<kGiven | 1<<kTitle | 1<<kHonorific | 1<<kCity | 1<<kStop | 1<<kVerb | 1<<kArticle | 1<<kLink | 1<<kAnd | 1<<kPast | 1<<kFuture | 1<<kIn | 1<<kPronoun

// qualifiedAbroad gives the end of the adjective that goes on a title written
// small: "secrétaire technique", "segundo visitador adjunto"; or i.
func (p *paper) qualifiedAbroad(q *post, i int, s sentence) int {
	if !p.romance() || q.title[1] != i || i >= s.to || p.tokens[i].shape != lower || p.mask[i]&notField != 0 || !p.describing(i) || p.hit(i) != nil {
		return i
	}
	return i + 1
}

// fielded are the heads of the posts that are over fields of work.
var fielded = forms("ministres ministros ministras secrétaires secretarios viceministros vice-ministres directeurs directores conseillers consejeros ministre secrétaire sous-secrétaire vice-ministre commissaire directeur directrice sous-directeur sous-directrice conseiller conseillère responsable délégué déléguée général générale adjoint adjointe adjoints chargé chargée " +
	"ministro ministra viceministro viceministra secretario secretaria subsecretario subsecretaria director directora subdirector subdirectora comisario comisaria consejero consejera asesor asesora delegado delegada coordinador coordinadora gerente superintendente intendente nacional adjunto adjunta")

// fieldsOf gives the end of the fields of work that a post of French or Spanish
// is over, from token i on; or i.
func (p *paper) fieldsOf(q *post, i int, s sentence) int {
	if !p.romance() || q.tag.value == "envoy" || !p.tokens[q.head].word.in(fielded) && !p.tokens[q.titleEnd(p)-1].word.in(governing) {
		return i
	}
	end := p.fieldAbroad(i, false, s)
	for n := 0; n < 6 && end > i; n++ {
		next, linked := p.nextField(end, s)
		to := p.fieldAbroad(next, !linked, s)
		if to == next {
			break
		}
		end = to
	}
	return end
}

// nextField gives where another field of work would begin after one that ends
// at token i, and whether a preposition or an article stands before it.
func (p *paper) nextField(i int, s sentence) (int, bool) {
	at, comma := i, p.mark(i, ",")
	if comma {
		at++
	}
	_, and := p.at(at, kAnd)
	at += and
	from := at
	_, link := p.at(at, kLink)
	if _, n := p.at(at, kTo); link == 0 && n > 0 && at > i {
		link = n
	}
	at = p.pastArticle(at + link)
	linked := at > from
	if at == i || at >= s.to || comma && and == 0 && !(linked && link > 0) && !p.fieldsGoOn(at, s) {
		return i, false
	}
	return at, linked
}

// fieldsGoOn reports whether a list of fields of work without prepositions ends
// in "y" or "et": "Exteriores, Unión Europea y Cooperación".
func (p *paper) fieldsGoOn(i int, s sentence) bool {
	for j := i; j < min(s.to, i+8); j++ {
		if p.is(j, kAnd) {
			return j > i && p.upper(j+1) && p.mask[j+1]&(1<<kGiven|1<<kHonorific|1<<kTitle) == 0
		}
		if !p.upper(j) && !p.mark(j, ",") && !p.is(j, kLink) && !p.is(j, kArticle) {
			return false
		}
	}
	return false
}

// fieldAbroad gives the end of one field of work: a noun of the table or one
// with a capital, its adjectives and what it is of. One that "and" or a comma
// alone brings (bare) is no name of a person.
func (p *paper) fieldAbroad(i int, bare bool, s sentence) int {
	if i >= s.to {
		return i
	}
	at := i
	if _, n := p.at(i, kPortfolio); n > 0 && p.mask[i]&(1<<kGiven) == 0 {
		at += n
	} else if p.plainCapital(i) && p.mask[i]&notField == 0 || bare && p.serviceOf(i) || bare && p.tokens[i].shape == lower && p.mask[i]&notField == 0 && p.describingMany(i) {
		at++
	} else {
		return i
	}
	if bare && p.upper(i) && at == i+1 && p.upper(at) && p.hit(at) == nil { // "y Kwesi Mensah"
		return i
	}
	if to := p.ofField(at, s); to > at {
		return to
	}
	return at
}

// describingMany reports an adjective that "and" joins to one before: "étrangères
// et européennes".
func (p *paper) describingMany(i int) bool {
	w := p.tokens[i].word.folded
	return manyAbroad(w) && slices.ContainsFunc(relational, func(e string) bool { return len(w) > len(e)+2 && strings.HasSuffix(w, e) })
}

// ofField gives the end of what a field of work is of: "Aménagement du
// territoire", "Servicio al Ciudadano", or i.
func (p *paper) ofField(i int, s sentence) int {
	_, link := p.at(i, kLink)
	to := link == 0
	if to {
		_, link = p.at(i, kTo)
	}
	at := p.pastArticle(i + link)
	if link == 0 || to && p.upper(i-1) && at < s.to && p.tokens[at].shape == lower || // "ministro de Cultura al escritor"
		at >= s.to || p.hit(at) != nil || p.is(at, kOrg) || p.is(at, kPlace) || p.is(at, kInstrument) || p.mask[at]&notField != 0 {
		return i
	}
	if p.tokens[at].shape != lower && !p.plainCapital(at) || p.tokens[at].shape == lower && p.mask[at]&^(1<<kPortfolio|1<<kModifier) != 0 {
		return i
	}
	return at + 1
}

// serviceOf reports a noun of bodies with a capital that says what is done for
// whom, in a list of fields of work: "y Servicio al Ciudadano".
func (p *paper) serviceOf(i int) bool {
	return p.is(i, kOrg) && p.tokens[i].shape == capital && p.is(i+1, kTo) && p.upper(p.pastArticle(i+2))
}

// chosen are participles before a title that tell how it was come by.
var chosen = forms("élu élue réélu réélue nommé nommée désigné désignée electo electa reelecto reelecta")

// saintly are the words before the given name of a saint.
var saintly = forms("san santa santo saint sainte são")

// chargeAbroad gives the end of the part of the world that an officer of French
// or Spanish is for, "pour l'Afrique de l'Ouest", or of the constituency that
// one sits for: "por Antioquia". Without a body of its own it is of the title.
func (p *paper) chargeAbroad(q *post, i int, s sentence) int {
	if !p.romance() || q.tag.value == "envoy" && q.body == nil || i+1 >= s.to {
		return i
	}
	switch f := p.tokens[i].word.folded; {
	case f == "pour" || f == "para":
	case f == "por" && p.tokens[q.head].word.in(seats):
	case (f == "aux" || f == "à" || f == "au") && q.body != nil && p.is(p.pastArticle(i+1), kPortfolio): // "secrétaire général adjoint de l'ONU aux droits de l'homme"
		return p.fieldAbroad(p.pastArticle(i+1), false, s)
	default:
		return i
	}
	at, end := p.pastArticle(i+1), i
	for at < min(s.to, i+10) && !p.is(at, kTitle) && !p.is(at, kGiven) && (!p.is(at, kOrg) || p.upper(at) && p.mark(at+1, ",")) { // "pour l'Afrique de l'Ouest et du Centre,"
		if p.upper(at) {
			end = at + 1
		} else if !p.is(at, kLink) && !p.is(at, kArticle) && !p.is(at, kAnd) && !(end == at && p.describing(at)) {
			break
		} else if end == at && p.describing(at) && !p.is(at, kAnd) && !p.is(at, kLink) {
			end = at + 1
		}
		at++
	}
	if end > i && q.title[1] == i && q.body == nil {
		q.title[1] = end
	}
	return end
}

// seats are the titles of those who sit for a constituency.
var seats = forms("senador senadora diputado diputada congresista representante asambleísta legislador legisladora")

// unlistedBody gives the end of what a post is of where no table has it, from
// token i on, after the preposition at token at: a common noun is of the title
// ("porte-parole du gouvernement"), a name is a body ("porte-parole de la
// plateforme Wakit Tamma"). The holder's name must stand right before or after.
func (p *paper) unlistedBody(c *chunk, at, i int, s sentence) int {
	if q := c.post; !p.romance() || q.body != nil || q.title[1] != at || q.tag.value == "counterpart" {
		return at
	}
	end := i
	for end < min(s.to, i+8) && p.tokens[end].shape == lower && (p.is(end, kLink) || p.is(end, kArticle) || p.mask[end]&(1<<kVerb|1<<kPast|1<<kFuture|1<<kPronoun|1<<kStop|1<<kAnd|1<<kRole|1<<kHonorific) == 0) {
		end++
	}
	from := end
	for end < s.to && end < from+6 && p.upper(end) && p.mask[end]&(1<<kTitle|1<<kHonorific|1<<kGiven) == 0 {
		end++
	}
	if end == i || !p.besideName(c, end, s) {
		return at
	}
	if end == from {
		c.post.title[1], c.post.full = end, true
		return end
	}
	org := chunk{kind: anOrg, from: from, to: end, name: [2]int{from, end}, acronym: -1}
	if p.hit(from) != nil || p.is(from, kCity) {
		return at
	}
	p.take(&org)
	p.hold(c.post, org.who, false)
	return end
}

// titledApart reports that a comma parts the person at chunk n from his title
// before, as lists of French and Spanish have it.
func (p *paper) titledApart(n int, s *sentence) bool {
	for k := n - 1; k >= s.c0; k-- {
		if c := &p.chunks[k]; c.kind == aPost && c.to <= p.chunks[n].from {
			return c.who == p.chunks[n].who && p.adjoins(c.to, p.chunks[n].from)
		}
	}
	return false
}

// besideName reports whether a name of two words or more follows after a comma
// at token end, and ends there, or a person's name and a comma stand before a post.
func (p *paper) besideName(c *chunk, end int, s sentence) bool {
	if p.mark(end, ",") {
		i := end + 1
		for p.honour(i) > i {
			i = p.honour(i)
		}
		to := p.nameRun(i, s)
		if w := p.nameWords(i, to); w > 1 && w < 6 && p.hit(i) == nil && (to >= s.to || p.tokens[to].shape == mark || p.tokens[to].shape == lower) {
			return true
		}
	}
	n := len(p.chunks) - 1
	return n >= 0 && p.chunks[n].kind == aPerson && p.mark(p.chunks[n].to, ",") && p.pastArticle(p.chunks[n].to+1) == c.from
}

// representing gives a post that "su" or "sa" opens the body named right before,
// for which it speaks: "la Comisión, representada por su visitadora".
func (p *paper) representing(i int, q *post) {
	n := len(p.chunks) - 1
	if !p.romance() || q.body != nil || q.tag.value == "counterpart" || n < p.opened {
		return
	}
	switch p.tokens[i].word.folded {
	case "su", "sa", "son", "leur":
	default:
		return
	}
	if c := &p.chunks[n]; c.kind == anOrg && c.who != nil && c.to <= i && i-c.to <= 6 {
		p.owned(q, c.who, i)
	} else if own := p.onlySubject(i); own != nil {
		p.owned(q, own, i)
	}
}

// onlySubject gives the State or body that opens the sentence, where it names no other before
// token i: "Chile llamó a consultas a su embajador", "el Senado eligió a Juan Rojas como su
// presidente".
func (p *paper) onlySubject(i int) *entity {
	first := &p.chunks[p.opened]
	start := first.from
	if start > 0 && p.is(start-1, kArticle) {
		start--
	}
	if first.kind != aState && first.kind != anOrg || first.adj || start > 0 && !p.mark(start-1, ".") && !p.opensLine(start) {
		return nil
	}
	for _, c := range p.chunks[p.opened+1:] {
		if c.kind != aDate && c.kind != aPlace && (c.kind != aPerson || !p.is(i-1, kRole)) {
			return nil
		}
	}
	return first.who
}

// chargedWith reports a field of work at token i, after "à" or "aux", of an
// officer who is no envoy: "secrétaire d'État aux Transports".
func (p *paper) chargedWith(q *post, i int, s sentence) bool {
	if !p.romance() || q.tag.value == "envoy" || q.body != nil || q.title[1] >= i+1 || !p.tokens[q.head].word.in(fielded) {
		return false
	}
	i = p.pastArticle(i)
	return p.is(i, kPortfolio) && p.mask[i]&(1<<kGiven|1<<kTitle|1<<kOrg|1<<kCity) == 0 && p.hit(i) == nil && p.fieldsOf(q, i, s) > i
}

// pastQualities gives the end of the adjectives that follow the head noun of an
// instrument from token i on: "Programme national", "Convención interamericana".
func (p *paper) pastQualities(i int, s sentence) int {
	for i < s.to && p.quality(i) {
		i++
	}
	return i
}

// quality reports an adjective of French or Spanish, written small, after a noun
// of an instrument's name: no participle of a deed nor the name of a country.
func (p *paper) quality(i int) bool {
	return p.romance() && i > 0 && i < len(p.tokens) && p.tokens[i].shape == lower && p.tokens[i-1].shape != number && p.mask[i]&(1<<kVerb|1<<kAbout|1<<kPast|1<<kFuture|1<<kStop|1<<kLink|1<<kAnd|1<<kRole|1<<kIn|1<<kBy|1<<kWith|1<<kPronoun) == 0 && (p.describing(i) || p.tokens[i].word.in(sharedAbroad)) && p.hit(i) == nil
}

// sharedAbroad are the adjectives of what several have together, which are too short for an ending of adjectives.
var sharedAbroad = forms("commun commune communs communes conjoint conjointe conjoints conjointes común comunes conjunto conjunta conjuntos conjuntas mixte mixtes mixto mixta mixtos mixtas")

// matterOfPost gives the end of what an officer of a body is there for, told in small
// letters between that body and his name: "la relatora especial de la ONU sobre el
// derecho a la alimentación, Ana Rey"; or i.
func (p *paper) matterOfPost(q *post, i int, s sentence) int {
	if !p.romance() || q.body == nil || i >= s.to || !p.tokens[i].word.in(onMatter) || p.hit(p.pastArticle(i+1)) != nil {
		return i
	}
	for j := i + 1; j < min(s.to, i+14); j++ {
		switch {
		case p.mark(j, ","):
			if j > i+1 && (p.nameRun(j+1, s) > j+1 || p.is(j+1, kHonorific)) {
				return j
			}
			return i
		case p.tokens[j].shape != lower, p.mask[j]&(1<<kTitle|1<<kPast|1<<kFuture|1<<kRole|1<<kPronoun) != 0 && !p.is(j, kArticle), p.is(j, kVerb) && !p.is(j, kPortfolio):
			return i
		}
	}
	return i
}

var onMatter = forms("sobre sur para pour contra contre")

// presidesAbroad gives a person the post that a verb after "que" tells of the body before
// it: "la Comisión de la Mujer, que preside Ana Rey".
func (p *paper) presidesAbroad(s *sentence) {
	for k := s.c0; k < s.c1 && p.romance(); k++ {
		body := &p.chunks[k]
		at := body.to + boolInt(p.mark(body.to, ","))
		if body.kind != anOrg || body.who == nil || at+2 >= s.to || p.tokens[at].word.folded != "que" || !p.tokens[at+1].word.in(presidingAbroad) {
			continue
		}
		for n := k + 1; n < s.c1; n++ {
			who := &p.chunks[n]
			if who.kind != aPerson {
				continue
			}
			if who.from == at+2 || p.heldFrom(who, k+1, n) {
				verb, all := p.bytes(at+1, at+2), p.bytes(body.from, who.to)
				p.holds(who.who, &holding{title: p.say(at+1, at+2), titleAt: verb, heads: []string{p.tokens[at+1].word.folded}, body: body.who, at: all, phrase: all, rule: rulePost.Name})
			}
			break
		}
	}
}

var presidingAbroad = forms("preside presidía dirige lidera encabeza coordina préside présidait")

// directed reports a "to" at token i after a noun, with a capital, of what is directed at
// something: "Ley de Fomento a la Pesca", "Agencia de Acceso a la Información".
func (p *paper) directed(i int) bool {
	_, n := p.at(i, kTo)
	return p.romance() && n > 0 && p.upper(i-1) && p.tokens[i-1].word.in(directedNouns) && p.upper(i+n) && p.mask[i+n]&(1<<kOrg|1<<kTitle|1<<kGiven) == 0
}

var directedNouns = forms("acceso accès aide apoyo appui asistencia atención ayuda estímulo fomento homenaje incentivo promoción protección respuesta réponse soutien adaptación adaptation acompañamiento derecho droit")

// signatureOf reports a noun of signing that is only authorised, or asked for: "autorizó la
// firma del Convenio".
func (c *clause) signatureOf(t trigger) bool {
	i := t.at - 1
	for i > c.s.from && (c.is(i, kArticle) || c.is(i, kAdverb) || c.dated(i)) {
		i--
	}
	return c.romance() && t.tag.value == "sign" && c.is(t.at-1, kArticle) && i >= c.s.from && c.tokens[i].word.in(authorising)
}

var authorising = forms("autorizó autorizaron autoriza autorizan autorizar aprobó aprobaron aprueba aprobar dispuso ordenó solicitó propuso propone recomendó negocian negociar autorisé approuvé autorise approuve proposé")

// supplementary are the adjectives of an instrument that is added to another.
var supplementary = forms("additionnel additionnelle facultatif complémentaire adicional facultativo complementario")
