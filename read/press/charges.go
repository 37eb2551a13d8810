package press

import "slices"

// What a title is of is not always told by "of": a field of work may follow it with a
// comma or with nothing, a place may be the one whose voters chose its holder, and the
// body the one that the paper is about. That is grammar of English.

// constituency gives the end of the place that a member of a parliament sits for, at
// the "of" after "member": "Member of Parliament for South Tongu"; or i.
func (p *paper) constituency(q *post, i int, s sentence) int {
	if p.tongue.tag != "en" || q.title[1] != i || i+3 >= s.to || p.tokens[i].word.folded != "of" || p.tokens[i-1].word.folded != "member" {
		return i
	}
	at := p.pastArticle(i + 1)
	if f := p.tokens[at].word.folded; f != "parliament" && f != "assembly" || at+2 >= s.to || p.tokens[at+1].word.folded != "for" {
		return i
	}
	from := p.pastArticle(at + 2)
	for at = from; at < s.to && p.upper(at) && p.mask[at]&(1<<kTitle|1<<kHonorific|1<<kOrg) == 0; at++ {
	}
	if at == from || p.is(from, kPortfolio) && p.field(from) > 0 {
		return i
	}
	return at
}

// besideField gives the end of the field of work that a comma or nothing at all parts
// from a title, "Vice-President, Operations, Ana Borg", "Secretary Economic Affairs Dr.
// Ana Borg"; or i.
func (p *paper) besideField(q *post, i int, s sentence) int {
	if p.tongue.tag != "en" || p.heading || q.title[1] != i || q.body != nil && !q.prefixed || q.tag.kind != kTitle || i >= s.to || q.tag.value == "envoy" {
		return i
	}
	comma := p.mark(i, ",")
	from := i + boolInt(comma)
	end := from
	for end < s.to && (p.fieldWord(end) || end > from && p.fieldWord(end+1) && (p.is(end, kAnd) || p.mark(end, "&"))) && p.nameFrom(end, s) == end {
		end++
	}
	if end == from || end >= s.to {
		return i
	}
	if comma {
		if p.mark(end, ",") && !p.is(from, kOrg) {
			return end
		}
		return i
	}
	if p.is(end, kHonorific) && p.is(end-1, kPortfolio) {
		return end
	}
	return i
}

// ofTheOne gives a bare office that only a body has, "the Director General, Ana Borg",
// the one body that the paper has told with its acronym.
func (p *paper) ofTheOne(c *chunk) {
	q := c.post
	if p.tongue.tag == "en" && q.body == nil {
		p.giveBody(q, p.theOnly(c))
	}
	if p.tongue.tag != "en" || q.body != nil || !q.articled || q.noun > 0 || q.tag.kind != kTitle || !corporate[p.office(c)] || p.office(c) != p.wholeTitle(c)[2:] {
		return
	}
	var one *entity
	for _, e := range p.cast.all[:min(len(p.cast.all), maxCompared)] {
		if e.kind != anOrg || e.acronym == "" || e.name == "" || e.head != nil && (e.head.value == "media" || e.head.value == "ministry") {
			continue
		}
		if one != nil {
			return
		}
		one = e
	}
	p.giveBody(q, one)
}

// giveBody gives a post one body, if there is one.
func (p *paper) giveBody(q *post, one *entity) {
	if one == nil {
		return
	}
	q.body = one
	if !slices.Contains(q.bodies, one) {
		q.bodies = append(q.bodies, one)
	}
}

// theOnly gives the one ministry that the paper names, for a bare office in it: "the
// Deputy Minister, Ana Borg"; nil for none or more.
func (p *paper) theOnly(c *chunk) *entity {
	q := c.post
	if !innerOffices[p.office(c)] || q.noun > 0 || q.prefixed || q.title[1] != c.to || !q.articled {
		return nil
	}
	var one *entity
	for _, e := range p.cast.all[:min(len(p.cast.all), maxCompared)] {
		if e.kind == anOrg && e.head != nil && e.head.value == "ministry" && e.name != "" {
			if one != nil {
				return nil
			}
			one = e
		}
	}
	return one
}

// innerOffices are the offices in a ministry below the minister.
var innerOffices = map[string]bool{"deputy minister": true, "vice minister": true, "vice-minister": true, "permanent secretary": true, "chief director": true, "state secretary": true}

// corporate are the offices that bodies have and States have not.
var corporate = map[string]bool{"director-general": true, "director general": true, "executive director": true, "executive secretary": true, "secretary-general": true, "secretary general": true, "commissioner general": true, "commissioner-general": true, "chief executive": true, "chief executive officer": true, "registrar": true, "managing director": true}
