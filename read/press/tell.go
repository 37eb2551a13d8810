package press

import (
	"cmp"
	"slices"
	"strings"

	"chancery/authority"
	"chancery/read/draft"
)

// tell proposes the cast and what it did.
func (p *paper) tell() {
	for _, e := range p.cast.all {
		if e.kind == anOrg && !e.inText {
			e.same = p.namedInText(e)
		}
		if e.kind == anOrg && e.head == mediaHead && e.name == "" {
			p.inFull(e)
		}
	}
	p.represented()
	for _, e := range p.cast.all {
		switch e.kind {
		case aPerson:
			p.tellPerson(e)
		case anOrg:
			if e.same == nil && (e.inText || !e.qualifies) {
				p.tellOrg(e)
			}
		case aState:
			if e.does {
				p.entity(e)
			}
		case anInstrument:
			if !e.descr && e.inText || e.acts > 0 {
				p.tellInstrument(e)
			}
		}
	}
}

// inFull makes an agency that a dateline tells by its acronym the one whose name the paper
// spells, "LIMA, 3 May (ANP) –" and "Andean News Post".
func (p *paper) inFull(e *entity) {
	for _, o := range p.cast.all[:min(len(p.cast.all), maxCompared)] {
		if o.kind != anOrg || o == e || o.acronym != "" || len(o.words) != len(e.acronym) {
			continue
		}
		spelt := ""
		for _, w := range o.words {
			spelt += w[:1]
		}
		if strings.EqualFold(spelt, e.acronym) {
			e.same, o.acronym, o.acronymAt = o, e.acronym, e.acronymAt
			return
		}
	}
}

// represented marks the States that take part through those who hold their offices,
// or are accredited to them; not through those who held them: "a former minister of Chad".
func (p *paper) represented() {
	for _, e := range p.cast.all {
		for _, h := range e.posts {
			if h.former || h.weak || p.courtesy(e, h) {
				continue
			}
			for _, of := range [...]*entity{h.body, h.to} {
				if of != nil && of.kind == aState {
					of.does = true
				}
			}
		}
	}
}

// namedInText gives the organisation that the text names in other words than
// the heading that e stands in, or nil.
func (p *paper) namedInText(e *entity) *entity {
	for i, o := range p.cast.all {
		if i == maxCompared {
			break
		}
		if o.kind != anOrg || !o.inText || len(e.words) == 0 {
			continue
		}
		n := 0
		for _, w := range e.words {
			if slices.Contains(o.words, w) {
				n++
			}
		}
		if 2*n > len(e.words) {
			return o
		}
	}
	return nil
}

// maxCompared bounds how many entities a heading's name is compared with.
const maxCompared = 400

// entity gives the draft's entity of e, begun when first needed; nil for people whom
// only a common noun tells: "lawmakers", "donors".
func (p *paper) entity(e *entity) *draft.Entity {
	if e.same != nil {
		e = e.same
	}
	if e.out != nil {
		return e.out
	}
	if e.kind == aSide {
		return nil
	}
	schema := map[chunkKind]string{aPerson: "Person", anOrg: "Organization", aState: "State", anInstrument: "Instrument"}[e.kind]
	at := e.at
	if e.name == "" {
		at = e.acronymAt
	}
	if e.entry != nil && e.entry.Schema == schema {
		e.out = p.d.Known(schema, e.entry.ID)
	} else {
		e.out = p.d.Mention(schema, at.start, at.end)
	}
	rule := map[chunkKind]string{aPerson: rulePerson.Name, anOrg: ruleOrg.Name, aState: ruleState.Name, anInstrument: ruleInstrument.Name}[e.kind]
	if e.does {
		rule = ruleDoer.Name
	}
	if e.name != "" {
		e.out.Add("name", e.name, e.at.start, e.at.end, rule)
	} else {
		e.out.Add("name", e.acronym, e.acronymAt.start, e.acronymAt.end, rule)
	}
	return e.out
}

func (p *paper) tellPerson(e *entity) {
	person := p.entity(e)
	for _, h := range e.posts {
		if p.courtesy(e, h) {
			continue
		}
		o := p.d.Mention("Occupancy", h.titleAt.start, h.titleAt.end)
		if o.Has("holder") { // two holders of one title ("Presidents X and Y")
			o = p.d.Mention("Occupancy", h.at.start, h.at.end)
		}
		o.Ref("holder", person, e.at.start, e.at.end, h.rule)
		o.Add("title", h.title, h.titleAt.start, h.titleAt.end, h.rule)
		if h.body != nil {
			o.RefAs("body", p.entity(h.body), p.bodyShown(h), h.at.start, h.at.end, h.rule)
		}
		if h.to != nil {
			o.Ref("accreditedTo", p.entity(h.to), h.at.start, h.at.end, h.rule)
		}
	}
}

// ranks are held in an army and address their bearer; they are no office.
var ranks = map[string]bool{"general": true, "lieutenant general": true, "major general": true, "brigadier general": true}

// courtesy reports whether a title only addresses somebody: a rank, or a bare
// "Ambassador" whose office the paper tells besides.
func (p *paper) courtesy(e *entity, h *holding) bool {
	title := fold(h.title)
	if p.tongue.caseless && h.body == nil && h.to == nil && len(e.posts) > 1 && (title == "المستشار" || title == "المستشاره" || title == "السفير" || title == "السفيره") {
		return true
	}
	return p.tongue.capitals && (ranks[title] || h.body == nil && h.to == nil && title == "chief")
}

func (p *paper) tellOrg(e *entity) {
	o := p.entity(e)
	if e.acronym != "" {
		o.Add("acronym", e.acronym, e.acronymAt.start, e.acronymAt.end, ruleAcronym.Name)
	}
	if e.head != nil && e.head.value != "" && !o.Has("kind") {
		kind := e.head.value
		if kind == "mission" || kind == "igo" && (e.cabinet() || e.national() || p.ofOneState(e.name)) || kind == "parliament" && p.tongue.tag == "en" && strings.Contains(e.name, " on ") { // a parliament has no field of work
			kind = "other"
		}
		o.Add("kind", kind, e.at.start, e.at.end, ruleOrg.Name)
	}
}

// ofOneState reports an English name that ends with the State whose body it is: "Court of
// Malta", "Assembly of North Macedonia".
func (p *paper) ofOneState(name string) bool {
	i := strings.LastIndex(name, " of ")
	return p.tongue.tag == "en" && i > 0 && slices.ContainsFunc(p.files.Lookup(strings.TrimPrefix(name[i+len(" of "):], "the ")), func(e *authority.Entry) bool { return e.Schema == "State" })
}

// national reports a body of one State by how its name begins: "Consejo Nacional de la
// Mujer", "Kenyan Democratic Union", not "Peru-Chad Council".
func (e *entity) national() bool {
	return e.nation != "" && !strings.ContainsAny(e.name, "-–") || slices.ContainsFunc(strings.Fields(fold(e.name)), func(w string) bool { return w == "national" || w == "nationale" || w == "nacional" })
}

// cabinet reports the ministers of a State in council, who are its government and no
// organisation of States.
func (e *entity) cabinet() bool {
	f := fold(e.name)
	return strings.HasSuffix(f, "council of ministers") || strings.HasSuffix(f, "conseil des ministres") || strings.HasSuffix(f, "consejo de ministros")
}

// tellInstrument proposes an instrument and its type.
func (p *paper) tellInstrument(e *entity) {
	o, kind := p.entity(e), ""
	switch {
	case e.entry != nil && (e.head == nil || p.romance()):
		kind = e.entry.Kind
	case e.head != nil && e.descr && p.tongue.tag == "fr" && strings.HasPrefix(e.name, "convention"): // small, it binds those alone who sign it
		kind = "agreement"
	case e.head != nil:
		kind = e.head.value
	default:
		return
	}
	o.Add("type", kind, e.at.start, e.at.end, ruleInstrument.Name)
}

// bodyShown gives the body of a post as the post's own phrase has it: by its
// acronym where no other word of its name stands there.
func (p *paper) bodyShown(h *holding) string {
	b := h.body
	if p.tongue.capitals && h.said != "" && b.kind == anOrg && h.said != b.acronym {
		return h.said
	}
	if b.acronym == "" || b.name == "" || b.kind != anOrg {
		return ""
	}
	words := p.text[h.phrase.start:h.phrase.end]
	if strings.Contains(words, b.acronym) && !strings.Contains(words, b.name) && !strings.Contains(words, "("+b.acronym) {
		return b.acronym
	}
	return ""
}

// calledBy gives the acronym by which a passage names a body that is named in full
// elsewhere; "" is its own name.
func (p *paper) calledBy(a actor) string {
	if a.who.kind == anOrg && a.who.name != "" && p.text[a.at.start:a.at.end] == a.who.acronym {
		return a.who.acronym
	}
	return ""
}

// tellEvents proposes the events.
func (p *paper) tellEvents() {
	for _, e := range p.told {
		o := p.d.Mention("Event", e.at.start, e.at.end)
		if o.Has("type") {
			continue
		}
		o.Add("type", e.kind, e.at.start, e.at.end, e.rule)
		if !e.date.IsZero() {
			o.Add("date", e.date.String(), e.dateAt.start, e.dateAt.end, e.rule)
			if !e.end.IsZero() && e.end != e.date {
				o.Add("endDate", e.end.String(), e.dateAt.start, e.dateAt.end, e.rule)
			}
		}
		if e.place != "" {
			o.Add("place", e.place, e.placeAt.start, e.placeAt.end, rulePlace.Name)
		}
		status := "held"
		if e.planned {
			status = "planned"
		}
		o.Add("status", status, e.at.start, e.at.end, e.rule)
		for _, a := range e.participants {
			o.Ref("participant", p.entity(a.who), a.at.start, a.at.end, e.rule)
		}
		for _, a := range e.parties {
			o.Ref("party", p.entity(a.who), a.at.start, a.at.end, e.rule)
		}
		slices.SortFunc(e.topics, func(a, b span) int { return cmp.Compare(a.start, b.start) })
		for _, s := range e.topics {
			o.Add("topic", p.text[s.start:s.end], s.start, s.end, ruleTopic.Name)
		}
		e.out = o
	}
}

// tellActs proposes the acts.
func (p *paper) tellActs() {
	for _, a := range p.acts {
		o := p.d.Mention("Act", a.at.start, a.at.end)
		if o.Has("type") {
			continue
		}
		in := p.entity(a.instrument)
		o.Ref("instrument", in, a.instrument.at.start, a.instrument.at.end, ruleAct.Name)
		o.Add("type", a.kind, a.at.start, a.at.end, ruleAct.Name)
		if !a.date.IsZero() {
			o.Add("date", a.date.String(), a.dateAt.start, a.dateAt.end, ruleAct.Name)
		}
		for _, x := range a.by {
			if x.who != a.instrument {
				o.Ref("by", p.entity(x.who), x.at.start, x.at.end, ruleAct.Name)
			}
		}
	}
}

// tellCandidatures proposes who stands for what.
func (p *paper) tellCandidatures() {
	for _, n := range p.standing {
		key := n.at
		if n.termAt.end > 0 {
			key = n.termAt
		}
		o := p.d.Mention("Candidature", key.start, key.end)
		if o.Has("candidate") {
			o = p.d.Mention("Candidature", n.who.at.start, n.who.at.end)
		}
		o.Ref("candidate", p.entity(n.who.who), n.who.at.start, n.who.at.end, ruleCandidature.Name)
		o.Ref("body", p.entity(n.body), n.bodyAt.start, n.bodyAt.end, ruleCandidature.Name)
		if n.term != "" {
			o.Add("term", n.term, n.termAt.start, n.termAt.end, ruleCandidature.Name)
		}
		if !n.date.IsZero() {
			o.Add("electionDate", n.date.String(), n.dateAt.start, n.dateAt.end, ruleCandidature.Name)
		}
		for _, b := range n.by {
			o.Ref("nominatedBy", p.entity(b.who), b.at.start, b.at.end, ruleCandidature.Name)
		}
		if n.result != "" {
			o.Add("result", n.result, n.at.start, n.at.end, ruleCandidature.Name)
		}
	}
}

// tellUndertakings proposes what is promised.
func (p *paper) tellUndertakings() {
	for _, u := range p.promises {
		o := p.d.Mention("Undertaking", u.text.start, u.text.end)
		if o.Has("text") {
			continue
		}
		o.Add("text", p.text[u.text.start:u.text.end], u.text.start, u.text.end, u.rule)
		for _, a := range u.by {
			o.RefAs("by", p.entity(a.who), p.calledBy(a), a.at.start, a.at.end, u.rule)
		}
		if !u.due.IsZero() {
			o.Add("due", u.due.String(), u.dueAt.start, u.dueAt.end, u.rule)
		}
	}
}

// tellMilestones proposes the turns in the lives of bodies and of relations.
func (p *paper) tellMilestones() {
	for n, m := range p.stones {
		if p.ofRelations(n) {
			continue
		}
		o := p.d.Mention("Milestone", m.at.start, m.at.end)
		if o.Has("type") {
			continue
		}
		o.Ref("subject", p.entity(m.subject), m.at.start, m.at.end, m.rule)
		if m.partner != nil {
			o.Ref("subject", p.entity(m.partner), m.at.start, m.at.end, m.rule)
		}
		o.Add("type", m.what, m.at.start, m.at.end, m.rule)
		if !m.date.IsZero() {
			o.Add("date", m.date.String(), m.dateAt.start, m.dateAt.end, m.rule)
		}
	}
}

// tellInterventions proposes who said what.
func (p *paper) tellInterventions() {
	for _, s := range p.speeches {
		o := p.d.Mention("Intervention", s.at.start, s.at.end)
		for _, a := range s.by {
			o.Ref("speaker", p.entity(a.who), a.at.start, a.at.end, ruleSaid.Name)
		}
		o.Add("verb", s.verb, s.at.start, s.at.end, ruleSaid.Name)
		o.Add("text", p.text[s.text.start:s.text.end], s.text.start, s.text.end, ruleSaid.Name)
		if s.in != nil && s.in.out != nil {
			o.Ref("event", s.in.out, s.at.start, s.at.end, ruleSaid.Name)
		}
	}
}
