package register

import (
	"slices"

	"chancery"
	"chancery/ledger"
)

// Kin says that one text takes up another, and by which words.
type Kin struct {
	Text   int // place of the later text
	Before int // place of the text it takes up
	Words  []string
}

// Kindred is what a recommendation may repeat, take up or be taken up by, as far
// as its words tell. It is no fact; what is recorded is left out.
type Kindred struct {
	Twins  []Akin // say nearly the same
	Before []Akin // of an earlier cycle, that it may follow
	After  []Akin // of a later cycle, that may follow it
}

// Empty reports whether nothing is akin.
func (k Kindred) Empty() bool { return len(k.Twins)+len(k.Before)+len(k.After) == 0 }

// Akin is a recommendation that may be akin to another.
type Akin struct {
	Recommendation Value
	Text           Value
	Mechanism      string
	Cycle          string
	Words          []string // that speak for it
}

// maxPeers bounds the recommendations to one State that are compared.
const maxPeers = 3000

// peer is a recommendation to the same State, with its words.
type peer struct {
	id        chancery.EntityID
	mechanism string
	cycle     string
	text      ledger.Fact
}

// kindred finds what a recommendation may be akin to among all to the same State.
func (p *page) kindred(id chancery.EntityID, lines []Line) (Kindred, error) {
	var k Kindred
	if p.r.tools.Twins == nil || p.r.tools.Lineage == nil {
		return k, nil
	}
	peers, at, err := p.peers(id)
	if err != nil || at < 0 {
		return k, err
	}
	seen, err := p.recordedKin(id, lines)
	if err != nil {
		return k, err
	}
	add := func(to *[]Akin, o peer, words []string) {
		if !seen[o.id] {
			seen[o.id] = true
			p.mark(o.text.Marking)
			*to = append(*to, Akin{Recommendation: p.named(o.id), Text: Value{Text: o.text.Value, Language: o.text.Language}, Mechanism: o.mechanism, Cycle: o.cycle, Words: words})
		}
	}
	before, same, after := byCycle(peers, peers[at])
	for _, one := range p.r.tools.Lineage(textsOf(before), []string{peers[at].text.Value}) {
		add(&k.Before, before[one.Before], one.Words)
	}
	for _, one := range p.r.tools.Lineage(textsOf(same), textsOf(after)) {
		if same[one.Before].id == id {
			add(&k.After, after[one.Text], one.Words)
		}
	}
	for _, g := range p.r.tools.Twins(textsOf(peers)) {
		if slices.Contains(g, at) {
			for _, i := range g {
				add(&k.Twins, peers[i], nil)
			}
		}
	}
	return k, nil
}

// recordedKin gives the recommendation itself and those of which it is recorded
// that one follows the other.
func (p *page) recordedKin(id chancery.EntityID, lines []Line) (map[chancery.EntityID]bool, error) {
	out := map[chancery.EntityID]bool{id: true}
	for _, l := range lines {
		if l.Property == "follows" {
			for _, v := range l.Values {
				out[v.Ref] = true
			}
		}
	}
	later, err := p.referrers("Recommendation", "follows", p.r.most, []chancery.EntityID{id})
	for _, o := range later {
		out[o] = true
	}
	return out, err
}

// peers gives the recommendations to the State of one, it among them at a place;
// -1 where it has no words.
func (p *page) peers(id chancery.EntityID) (all []peer, at int, err error) {
	rows, _, err := p.advice()
	if err != nil {
		return nil, -1, err
	}
	own := slices.IndexFunc(rows, func(a advised) bool { return a.id == id })
	if own < 0 {
		return nil, -1, nil
	}
	to := rows[own].of("to")
	texts := map[chancery.EntityID]ledger.Fact{}
	ids := []chancery.EntityID{id}
	for _, r := range rows {
		if r.id != id && r.of("to") == to && len(ids) < maxPeers {
			ids = append(ids, r.id)
		}
	}
	facts, err := p.facts(ledger.FactQuery{Entities: ids, Schemas: []string{"Recommendation"}, Properties: []string{"text"}})
	if err != nil {
		return nil, -1, err
	}
	for _, f := range facts {
		if _, ok := texts[f.Entity]; !ok {
			texts[f.Entity] = f
		}
	}
	if err := p.learn(ids); err != nil {
		return nil, -1, err
	}
	at = -1
	for _, r := range rows {
		f, ok := texts[r.id]
		if !ok {
			continue
		}
		if r.id == id {
			at = len(all)
		}
		all = append(all, peer{r.id, r.of("mechanism"), r.of("cycle"), f})
	}
	return all, at, nil
}

// of gives the first value of a facet.
func (a *advised) of(facet string) string {
	for f, name := range recommendationFacets {
		if name[0] == facet && len(a.values[f]) > 0 {
			return a.values[f][0]
		}
	}
	return ""
}

// byCycle parts recommendations of the same mechanism by their cycle beside that
// of one; without a cycle there is no before and after.
func byCycle(all []peer, one peer) (before, same, after []peer) {
	for _, o := range all {
		if o.mechanism != one.mechanism || o.cycle == "" || one.cycle == "" {
			continue
		}
		switch c := naturally(o.cycle, one.cycle); {
		case c < 0:
			before = append(before, o)
		case c > 0:
			after = append(after, o)
		default:
			same = append(same, o)
		}
	}
	return before, same, after
}

func textsOf(all []peer) []string {
	out := make([]string, len(all))
	for i, o := range all {
		out[i] = o.text.Value
	}
	return out
}
