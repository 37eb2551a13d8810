package press

import "chancery"

// What an Arabic paper tells by a verb and its object, without a noun of an event: a
// house that is opened, a stone that is laid, an oath that is sworn; and where a
// journey leads.

// passingArabic reads a ceremony that a verb tells of: "دشنت السفيرة محطة للمياه يوم 4
// سبتمبر", "وضع الرئيس حجر الأساس". What is opened that meets is told by its noun.
func (c *clause) passingArabic(t trigger) {
	if !c.tongue.verbFirst || c.negated(t.at) || c.names("conference") || c.names("session") || c.names("training") || c.names("ceremony") {
		return
	}
	d, dated := c.day(t.at, t.n)
	by, end := c.subjects(t.at + t.n)
	switch t.tag.value {
	case "inaugurate":
		if len(by) == 0 || by[0].who.kind != aPerson || !dated || d.day.from.Precision() < chancery.MonthPrecision || c.instrumentAfter(end) {
			return
		}
	case "rite":
		if !c.objectOf2(t, riteObjects) {
			return
		}
	default:
		return
	}
	persons, parties := c.actors(c.sphere(t.at))
	e := c.event("ceremony", t, ruleGathering)
	e.with(c, persons, parties)
	if len(e.participants)+len(e.parties) > 0 {
		c.put(e)
	}
}

// riteObjects are what is laid, sworn or cut with ceremony.
var riteObjects = forms("حجر اكليل اكليلا اليمين القسم الشريط وسام الوسام")

// objectOf2 reports one of some words among those after a verb, up to a mark that
// closes the clause.
func (c *clause) objectOf2(t trigger, words set) bool {
	for i := t.at + t.n; i < min(c.s.to, t.at+t.n+24) && !c.mark(i, ";") && !c.mark(i, "."); i++ {
		if c.tokens[i].word.in(words) {
			return true
		}
		if i > t.at+t.n && c.is(i, kVerb) && !c.inName(i) {
			return false
		}
	}
	return false
}

// instrumentAfter reports an instrument at token i or right after it.
func (c *clause) instrumentAfter(i int) bool {
	for k := range c.chunks {
		if ch := &c.chunks[k]; ch.kind == anInstrument && ch.from >= i && ch.from <= i+1 {
			return true
		}
	}
	return false
}

// goalArabic gives where an Arabic visit leads: after "to", a word that no table knows,
// "إلى أبيدجان"; after the visitor, a place by its noun, "يزور المدير محطة زابوريجيا".
func (c *clause) goalArabic(t trigger) (from, to int) {
	_, end := c.subjects(t.at + t.n)
	for i := t.at + t.n; i < min(c.s.to, max(end, t.at+t.n)+8) && !c.is(i, kVerb); i++ {
		if c.tokens[max(i-1, c.s.from)].word.folded == "الي" && c.tokens[i].shape == script && c.mask[i]&^(1<<kCity|1<<kPlace) == 0 && c.hit(i) == nil && !masdarLike(c.tokens[i].word.folded) && !definiteWord(c.tokens[i].word.folded) {
			return i, i + 1
		}
	}
	for end < c.s.to && (c.mark(end, ",") || c.is(end, kAdverb) || c.pastDate(end) > end) {
		end = max(end+1, c.pastDate(end))
	}
	if end >= c.s.to || !c.tokens[end].word.in(sights) {
		return 0, 0
	}
	for to = end + 1; to < min(c.s.to, end+4) && c.tokens[to].shape == script && c.mask[to]&(1<<kStop|1<<kVerb|1<<kIn|1<<kWith|1<<kTitle) == 0 && c.pastDate(to) == to; to++ {
	}
	return end, to
}

// sights are the nouns of places that visitors are shown.
var sights = forms("محطه مخيم ميناء مصنع سد معبر قاعده مركز مستشفي جامعه متحف مدينه جزيره محافظه ولايه منطقه مقر معرض ضريح موقع مشروع مدرسه")

// sittingDay gives the day of the session just told of a body that an Arabic sentence
// says adopts or approves something: "اختتم المجلس اليوم دورته. واعتمد المجلس الاستراتيجية".
func (c *clause) sittingDay(t trigger, kind string) (chancery.Date, span, bool) {
	f := c.stage.forum
	if !c.tongue.verbFirst || f == nil || f.planned || f.n+4 < c.s.para || f.date.Precision() != chancery.DayPrecision || kind != "adopted" && kind != "approved" || c.dayOnly() {
		return chancery.Date{}, span{}, false
	}
	by, _ := c.subjects(t.at + t.n)
	if len(by) == 0 || shared(by, f.parties) == 0 {
		return chancery.Date{}, span{}, false
	}
	return f.date, f.dateAt, true
}
