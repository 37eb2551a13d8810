package press

// landmark gives the end of a name that sounds like a person's and is a place's, a
// storm's or a lecture's: "Devon Road", "Tupac Amaru Room", "Parque Eduardo VII",
// "San José", "Hurricane Maria", "the annual Kwame Asante lecture"; i for none.
// placed says that it is where something can happen.
func (p *paper) landmark(i int, s sentence) (end int, placed bool) {
	if !p.tongue.capitals || p.tokens[i].shape != capital || p.hit(i) != nil {
		return i, false
	}
	first := p.tokens[i].word
	to := p.capitalsFrom(i, s)
	switch {
	case to == i+1:
		return i, false
	case first.in(storms):
		return to, false
	case first.in(saints):
		return i + 2, true
	case first.in(placeHeads):
		return to, true
	}
	for j := i + 1; j < to; j++ {
		if p.tokens[j].word.in(thoroughfares) {
			return j + 1, true
		}
	}
	if to < s.to && p.tokens[to].shape == lower && p.tokens[to].word.in(memorials) && i > s.from && p.tokens[i-1].shape == lower && p.is(i, kGiven) {
		return to, false
	}
	return i, false
}

// capitalsFrom gives the end of the capitalised words from token i on, with the
// particles between them.
func (p *paper) capitalsFrom(i int, s sentence) int {
	to := i
	for j := i; j < min(s.to, i+6); j++ {
		if p.tokens[j].shape == capital || p.tokens[j].shape == acronym && roman(p.tokens[j].word.form) {
			to = j + 1
		} else if _, n := p.at(j, kParticle); n == 0 || p.tokens[j].shape != lower {
			break
		}
	}
	return to
}

// thoroughfares end the name of a street or a house, placeHeads begin it in the languages
// that English takes such names from, saints those of towns, storms those of storms;
// memorials are what is named after somebody.
var (
	thoroughfares = forms("road street avenue boulevard highway square roundabout crescent plaza room auditorium airport stadium barracks palace hotel building tower island islands peninsula mountains")
	placeHeads    = forms("parque edificio plaza calle avenida palacio palazzo palais rue")
	saints        = forms("san santa santo são")
	storms        = forms("hurricane typhoon cyclone")
	memorials     = forms("lecture lectures prize prizes award awards medal medals scholarship scholarships fellowship fellowships trophy cup tournament")
)
