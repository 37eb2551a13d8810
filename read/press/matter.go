package press

import "strings"

// An Arabic instrument is called by a head noun, what leans on it, and then what
// it is on, for, between or of what years: nothing but the grammar tells where
// such a name ends, as no letter is a capital.

// matterTail gives the end of the complements of an instrument's name, and the
// end of those that come before its sides, who are named apart: "مذكرة تفاهم في
// مجال المعادن بين وزارة الصناعة ووزارة المناجم".
func (p *paper) matterTail(end, head int, tg *tag, s sentence) (own, whole int) {
	own, whole = end, end
	for range 5 {
		to, sides := p.complementOf(whole, head, tg, s)
		if to <= whole {
			break
		}
		if !sides && own == whole {
			own = to
		}
		whole = to
	}
	return own, whole
}

// complementOf gives the end of one complement at token i, and whether it names
// the sides.
func (p *paper) complementOf(i, head int, tg *tag, s sentence) (to int, sides bool) {
	if i >= s.to || p.tokens[i].shape == mark {
		return p.quoted(i, s), false
	}
	if end := p.yearsOf(i, s); end > i {
		return end, false
	}
	w := p.tokens[i].word
	switch _, n := p.at(i, kAbout); {
	case w.folded == "بين" || w.folded == "مع" && i > head+1:
		return p.sidesOf(i, s), true
	case n > 0:
		if end := p.matterRun(i+n, s); end > i+n {
			return end, false
		}
	case w.in(aiming):
		if end := p.matterRun(i+2, s); end > i+2 {
			return end, false
		}
	case i > head+1 && p.is(i, kInstrument) && (strings.HasPrefix(w.folded, "ل") || strings.HasPrefix(w.folded, "ب")): // "القانون المعدل لقانون الدفاع المدني"
		if in, end := p.headedInstrument(i, s); in != nil {
			return max(end, in.name[1]), false
		}
	case p.aimedAt(i, head):
		return p.matterRun(i, s), false
	}
	return i, false
}

// aiming are the words that say, with a preposition of their own, what an
// instrument is to bring about: "الرامي إلى", "المفضي إلى".
var aiming = forms("الرامي الراميه الهادف الهادفه المفضي المفضيه")

// aimedAt reports "for" written with what an instrument is for: a deed ("لتدريب
// المهندسين") or what has the article ("للوقاية من المخدرات"). After a bare
// "the Agreement" it would be what the deed on it is for.
func (p *paper) aimedAt(i, head int) bool {
	w := p.tokens[i].word.folded
	rest, ok := strings.CutPrefix(w, "ل")
	if !ok || p.is(i, kTitle) || p.is(i, kOrg) || p.hit(i) != nil || i == head+1 && definiteWord(p.tokens[head].word.folded) {
		return false
	}
	if strings.HasPrefix(rest, "ل") {
		return !p.is(i, kStop) && !p.is(i, kVerb)
	}
	return masdarLike(rest)
}

// yearsOf gives the end of the years or the number of an instrument at token i:
// "2022-2025", "للأعوام 2024-2028", "لعام 2023", "رقم 14 لسنة 2020".
func (p *paper) yearsOf(i int, s sentence) int {
	if i+1 < s.to && p.tokens[i].word.in(yearWords) && p.tokens[i+1].shape == number {
		if end := p.spanOfYears(i+1, s); end > i+1 {
			return end
		}
		return i + 2
	}
	if f := p.tokens[i].word.form; p.tokens[i].shape == number && yearLike(f) && len(f) > 4 {
		return p.spanOfYears(i, s)
	}
	if to := p.numberAbroad(i, &tag{value: "law"}); to > i {
		return to
	}
	return i
}

// spanOfYears gives the end of "2024-2028" or "2030", one word or three.
func (p *paper) spanOfYears(i int, s sentence) int {
	if !yearLike(p.tokens[i].word.form) {
		return i
	}
	if i+2 < s.to && (p.mark(i+1, "-") || p.mark(i+1, "–")) && p.tokens[i+2].shape == number {
		return i + 3
	}
	return i + 1
}

// yearWords are the nouns of time that a year of a name follows.
var yearWords = forms("لعام لسنه لعامي للعام للفتره للاعوام للسنوات للمده")

// sidesOf gives the end of the sides after "between" or "with" at token i:
// "بين توغو وبوركينا فاسو"; i where none is named.
func (p *paper) sidesOf(i int, s sentence) int {
	at, to := i+1, i
	for n := 0; n < 4 && at < s.to; n++ {
		end := at
		if h := p.hit(at); h != nil {
			end = at + h.n
		} else if c, e := p.orgAt(at, s); c != nil {
			end = e
		}
		if end == at {
			break
		}
		at, to = end, end
		if !strings.HasPrefix(p.tokens[min(at, s.to-1)].word.folded, "و") {
			break
		}
	}
	return to
}

// matterRun gives the end of the words from i on that say a matter: nouns and
// adjectives, and prepositions between them, up to a verb, a name, a time or a mark.
func (p *paper) matterRun(i int, s sentence) int {
	end := i
	for at := i; at < s.to && at < i+maxMatter; {
		switch h := p.hit(at); {
		case h != nil:
			at += h.n
			end = at
		case p.nounIn(at, s):
			at++
			end = at
		case p.tokens[at].word.in(inMatter) && at+1 < s.to && !p.is(at+1, kCity) && p.tokens[at+1].shape == script && p.nounIn(at+1, s):
			at++
		default:
			return end
		}
	}
	return end
}

// maxMatter bounds the words of a matter.
const maxMatter = 12

// inMatter are the prepositions that join the nouns of a matter.
var inMatter = forms("من علي عن في الي ضد")

// nounIn reports a noun or adjective of a matter at token i: no verb, name, time
// or word of grammar.
func (p *paper) nounIn(i int, s sentence) bool {
	t := &p.tokens[i]
	if t.shape != script || p.mask[i]&(1<<kTitle|1<<kHonorific|1<<kPronoun|1<<kFuture|1<<kNot|1<<kPast|1<<kSide|1<<kCity|1<<kDuring|1<<kInstrument|1<<kPlace) != 0 || p.mask[i]&(1<<kGiven) != 0 && !definiteWord(t.word.folded) {
		return false
	}
	w := strings.TrimPrefix(t.word.folded, "و")
	if p.is(i, kVerb) && strings.HasSuffix(t.word.form, "ه") { // "وأحاله", no "إحالة"
		return false
	}
	noun := definiteWord(w) || masdarLike(w) || masdarLike(strings.TrimPrefix(w, "ب")) || masdarLike(strings.TrimPrefix(w, "ل"))
	if p.is(i, kVerb) || p.is(i, kStop) && !fieldNouns.has(w) {
		if _, day := p.dateAt(i); day > i || !noun || w == "الي" || strings.HasPrefix(w, "الذ") || strings.HasPrefix(w, "الت") && len(w) < 10 || w == "اليوم" {
			return false
		}
	}
	if _, ok := imperfectToCome(w); ok {
		return false
	}
	return !p.tokens[i].word.in(inMatter)
}
