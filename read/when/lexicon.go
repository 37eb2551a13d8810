package when

import (
	"strings"

	"chancery/text"
)

// sense is what a word can mean in a date; the zero sense is nothing.
type sense struct {
	month   int8 // 1-12, or kanun and tishrin, which need their second word
	weekday int8 // 1 Monday to 7 Sunday
	ordinal int8 // first is 1
	rel     int8 // of relDay and relative: -1 yesterday or last, 1 tomorrow or next
	unit    unit
	flags   flag
}

func (s sense) is(f flag) bool { return s.flags&f != 0 }

type unit int8

const (
	noUnit unit = iota
	dayUnit
	week
	monthUnit
	yearUnit
	season   // rel is the month in which it begins
	cardinal // rel is the number
	ago      // counts back from the paper's own day
	apart    // counts from the day told: "earlier", "later"
)

// Two months of the Levant take their number from a second word.
const (
	kanun   = 13 // كانون الثاني January, كانون الأول December
	tishrin = 14 // تشرين الأول October, تشرين الثاني November
)

type flag uint32

const (
	of         flag = 1 << iota // may stand between day, month and year
	to                          // joins the ends of a range
	and                         // joins two days
	from                        // opens a range
	yearBefore                  // a number after it is a year
	yearWeak                    // the same, unless the number is round
	yearAfter                   // makes the number before it a year
	kazakhYear                  // year before month and day
	quarter                     // three months
	half                        // six months
	tens                        // "twenty" of "twenty-first"
	relDay                      // yesterday, today, tomorrow
	relYear                     // былтыр, биыл
	sameDay                     // "that same" of "that same day"
	dayNoun                     // day, after such a word
	wholeDay                    // day, and no part of it
	relative                    // last, this, next
	foreign                     // a month of another Latin language
	abbr                        // shortened, a full stop may follow
	partOf                      // mid, early, late, end
	monthLead                   // a month alone after it is a date
	counted                     // what a number before it counts is no year
	dayWord                     // day: makes the weekday after it one (ar)
	dayLead                     // before a weekday that is also another word (ru)
	beforeDay                   // "before" yesterday
	afterDay                    // "after" tomorrow
	monthWord                   // ай, айында after the name of a month
	article                     // may stand between weekday and day
	short                       // с, т of "с.г.", "т.г."
	romanOnly                   // I, II, III, IV
	q                           // the letter of Q2
	numbered                    // the number after it names a law or a paper
)

type lexicon map[string]sense

// put adds meanings: words that have one already get both.
func (l lexicon) put(s sense, words string) {
	for _, w := range strings.Fields(words) {
		w = text.Fold(strings.ReplaceAll(w, "_", " "))
		have := l[w]
		if s.month != 0 {
			have.month = s.month
		}
		if s.weekday != 0 {
			have.weekday = s.weekday
		}
		if s.ordinal != 0 {
			have.ordinal = s.ordinal
		}
		if s.unit != 0 {
			have.unit = s.unit
		}
		if s.rel != 0 {
			have.rel = s.rel
		}
		have.flags |= s.flags
		l[w] = have
	}
}

// months, weekdays and ordinals take one word list an item, divided by "|".
func (l lexicon) months(f flag, lists string) {
	for i, w := range strings.Split(lists, "|") {
		l.put(sense{month: int8(i + 1), flags: f}, w)
	}
}

func (l lexicon) weekdays(lists string) {
	for i, w := range strings.Split(lists, "|") {
		l.put(sense{weekday: int8(i + 1)}, w)
	}
}

func (l lexicon) ordinals(lists string) {
	for i, w := range strings.Split(lists, "|") {
		l.put(sense{ordinal: int8(i + 1)}, w)
	}
}

const (
	englishMonths = "january|february|march|april|may|june|july|august|september|october|november|december"
	frenchMonths  = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
	spanishMonths = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre setiembre|octubre|noviembre|diciembre"
	englishShort  = "jan|feb|mar|apr||jun|jul|aug|sep sept|oct|nov|dec"
	frenchShort   = "janv|févr fév||avr|||juil|||oct||déc"
	spanishShort  = "ene|feb|mar|abr||jun|jul|ago|sep sept|oct|nov|dic"
)

// dictionary is a lexicon in the Latin script with the lengths of its words by
// their first and last bytes, a bit each: most words of a text need no look at more.
type dictionary struct {
	lexicon
	lengths [1 << 10]uint64
}

func dictionaryOf(l lexicon) *dictionary {
	d := &dictionary{lexicon: l}
	for w := range l {
		d.lengths[ends(w)] |= 1 << len(w)
	}
	return d
}

// ends gives one number for the first and last bytes of a word in any case.
func ends(w string) int { return int(w[0]%32)<<5 | int(w[len(w)-1]%32) }

// mayHold reports whether a word of those ends and that length may be in it.
func (d *dictionary) mayHold(ascii string) bool {
	return d.lengths[ends(ascii)]&(1<<len(ascii)) != 0
}

// lowered gives a byte of ASCII in lower case.
func lowered(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

var latin = map[string]*dictionary{"en": dictionaryOf(makeEnglish()), "fr": dictionaryOf(makeFrench()), "es": dictionaryOf(makeSpanish())}

func lexiconOf(lang string) *dictionary {
	if l, ok := latin[lang]; ok {
		return l
	}
	return latin["en"]
}

// common adds what all Latin texts may hold: Roman numbers, and the months of
// the other languages where they mean nothing else.
func (l lexicon) common() lexicon {
	for i, w := range []string{"i", "ii", "iii", "iv"} {
		l.put(sense{ordinal: int8(i + 1), flags: romanOnly}, w)
	}
	l.put(sense{flags: q}, "q")
	l.put(sense{flags: numbered}, "no nos nr n núm num")
	for _, lists := range []string{englishMonths, frenchMonths, spanishMonths} {
		for i, list := range strings.Split(lists, "|") {
			for _, w := range strings.Fields(list) {
				if w = text.Fold(w); l[w] == (sense{}) {
					l[w] = sense{month: int8(i + 1), flags: foreign}
				}
			}
		}
	}
	return l
}

func makeEnglish() lexicon {
	l := lexicon{}
	l.months(0, englishMonths)
	l.months(abbr, englishShort)
	l.weekdays("monday|tuesday|wednesday|thursday|friday|saturday|sunday")
	for i, w := range strings.Fields("mon tue wed thu fri sat sun") {
		l.put(sense{weekday: int8(i + 1), flags: abbr}, w)
	}
	l.put(sense{weekday: 2, flags: abbr}, "tues")
	l.put(sense{weekday: 4, flags: abbr}, "thur thurs")
	l.ordinals("first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth")
	l.put(sense{ordinal: 30}, "thirtieth")
	l.put(sense{ordinal: 20, flags: tens}, "twenty")
	l.put(sense{ordinal: 30, flags: tens}, "thirty")
	l.put(sense{flags: of | yearWeak | monthLead}, "of")
	l.put(sense{flags: yearBefore | monthLead}, "in since by until till during before after throughout through")
	l.put(sense{flags: yearBefore}, "year years fy")
	l.put(sense{flags: to | yearWeak}, "to through until till")
	l.put(sense{flags: yearWeak}, "for from between around")
	l.put(sense{flags: monthLead}, "for")
	l.put(sense{flags: from}, "from between")
	l.put(sense{flags: and}, "and")
	l.put(sense{flags: partOf | yearBefore | monthLead}, "mid early late end beginning circa")
	l.put(sense{flags: quarter}, "quarter")
	l.put(sense{flags: half}, "half semester")
	l.put(sense{rel: -1, flags: relDay}, "yesterday")
	l.put(sense{flags: relDay}, "today tonight")
	l.put(sense{flags: sameDay}, "same that")
	l.put(sense{rel: 1, flags: sameDay}, "following")
	l.put(sense{rel: -1, flags: sameDay}, "previous preceding")
	l.put(sense{flags: dayNoun | wholeDay}, "day")
	l.put(sense{flags: dayNoun}, "morning afternoon evening night")
	l.put(sense{rel: 1, flags: relDay}, "tomorrow")
	l.put(sense{flags: beforeDay}, "before")
	l.put(sense{flags: afterDay}, "after")
	l.put(sense{rel: -1, flags: relative | monthLead}, "last past")
	l.put(sense{rel: 1, flags: relative | monthLead}, "next coming upcoming")
	l.put(sense{flags: relative | monthLead}, "this current")
	l.put(sense{unit: dayUnit}, "day days")
	l.put(sense{unit: week}, "week weeks")
	l.put(sense{unit: monthUnit}, "month months")
	l.put(sense{unit: yearUnit}, "year years")
	l.put(sense{unit: season, rel: 3}, "spring")
	l.put(sense{unit: season, rel: 6}, "summer")
	l.put(sense{unit: season, rel: 9}, "autumn fall")
	l.put(sense{unit: season, rel: 12}, "winter")
	for i, w := range cardinals {
		l.put(sense{unit: cardinal, rel: int8(i + 1)}, w)
	}
	l.put(sense{unit: ago, rel: -1}, "ago")
	l.put(sense{unit: apart, rel: -1}, "earlier")
	l.put(sense{unit: apart, rel: 1}, "later")
	l.put(sense{flags: article}, "the on")
	l.put(sense{flags: counted}, "people persons women men girls boys children participants delegates students km kilometres kilometers metres pages units soldiers troops dollars euros tonnes tons percent per agenda cases jobs schools families refugees members")
	return l.common()
}

func makeFrench() lexicon {
	l := lexicon{}
	l.months(0, frenchMonths)
	l.months(abbr, frenchShort)
	l.weekdays("lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche")
	l.ordinals("premier première|deuxième second seconde|troisième|quatrième")
	l.put(sense{flags: of | yearWeak}, "de du d")
	l.put(sense{flags: yearBefore | monthLead}, "en depuis dès début mi fin courant ici avant après")
	l.put(sense{flags: yearBefore}, "année années an exercice")
	l.put(sense{flags: to}, "au à jusqu jusqu_au")
	l.put(sense{flags: yearWeak}, "à vers pour")
	l.put(sense{flags: from}, "du de entre")
	l.put(sense{flags: and}, "et")
	l.put(sense{flags: partOf}, "mi fin début")
	l.put(sense{flags: quarter}, "trimestre")
	l.put(sense{flags: half}, "semestre")
	l.put(sense{rel: -1, flags: relDay}, "hier")
	l.put(sense{flags: relDay}, "aujourd")
	l.put(sense{rel: 1, flags: relDay}, "demain")
	l.put(sense{flags: sameDay}, "même")
	l.put(sense{flags: dayNoun}, "jour journée")
	l.put(sense{flags: beforeDay}, "avant")
	l.put(sense{flags: afterDay}, "après")
	l.put(sense{rel: -1, flags: relative | monthLead}, "dernier dernière passé passée")
	l.put(sense{rel: 1, flags: relative}, "prochain prochaine")
	l.put(sense{flags: relative}, "ce cet cette")
	l.put(sense{unit: week}, "semaine")
	l.put(sense{unit: monthUnit}, "mois")
	l.put(sense{unit: yearUnit}, "année an")
	l.put(sense{flags: article}, "le")
	l.put(sense{flags: counted}, "personnes femmes hommes enfants participants élèves km mètres pages euros dollars tonnes pour_cent agenda filles écoles familles réfugiés")
	return l.common()
}

func makeSpanish() lexicon {
	l := lexicon{}
	l.months(0, spanishMonths)
	l.months(abbr, spanishShort)
	l.weekdays("lunes|martes|miércoles|jueves|viernes|sábado|domingo")
	l.ordinals("primer primero primera|segundo segunda|tercer tercero|cuarto cuarta")
	l.put(sense{flags: of | yearWeak}, "de del")
	l.put(sense{flags: yearBefore | monthLead}, "en desde hasta durante para mediados finales principios")
	l.put(sense{flags: yearBefore}, "año años ejercicio")
	l.put(sense{flags: to}, "al a hasta")
	l.put(sense{flags: from}, "del desde entre")
	l.put(sense{flags: and}, "y e")
	l.put(sense{flags: quarter}, "trimestre")
	l.put(sense{flags: half}, "semestre")
	l.put(sense{rel: -1, flags: relDay}, "ayer")
	l.put(sense{flags: relDay}, "hoy")
	l.put(sense{rel: -2, flags: relDay}, "anteayer")
	l.put(sense{flags: sameDay}, "ese aquel mismo")
	l.put(sense{flags: dayNoun}, "día jornada")
	l.put(sense{rel: -1, flags: relative}, "pasado pasada último última")
	l.put(sense{rel: 1, flags: relative}, "próximo próxima")
	l.put(sense{flags: relative}, "este esta presente")
	l.put(sense{unit: week}, "semana")
	l.put(sense{unit: monthUnit}, "mes")
	l.put(sense{unit: yearUnit}, "año")
	l.put(sense{flags: article}, "el")
	l.put(sense{flags: counted}, "personas mujeres hombres niños niñas participantes estudiantes km metros páginas euros dólares toneladas por_ciento agenda escuelas familias refugiados")
	return l.common()
}

// otherScripts holds the words in Cyrillic and Arabic, which meet no others.
var otherScripts = makeOtherScripts()

func makeOtherScripts() lexicon {
	l := lexicon{}
	russian(l)
	kazakh(l)
	arabic(l)
	return l
}

func russian(l lexicon) {
	soft, hard := " ь я е ю ем", " а у е ом"
	for i, stem := range strings.Fields("январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр") {
		ends := soft
		switch i + 1 {
		case 3, 8:
			ends = hard
			l.put(sense{month: int8(i + 1)}, stem)
		case 5:
			ends = " й я е ю ем"
		}
		for _, e := range strings.Fields(ends) {
			l.put(sense{month: int8(i + 1)}, stem+e)
		}
	}
	l.months(abbr, "янв|фев февр|мар|апр||||авг|сен сент|окт|ноя нояб|дек")
	l.weekdays("понедельник понедельника|вторник вторника|среду среды|четверг четверга|пятницу пятницы пятница|субботу субботы суббота|воскресенье воскресенья")
	for i, stem := range strings.Fields("перв втор трет четверт пят шест седьм восьм девят десят") {
		for _, e := range strings.Fields("ый ой ого ое ом ий ьего ье ьем") {
			l.put(sense{ordinal: int8(i + 1)}, stem+e)
		}
	}
	for i, w := range []string{"і", "іі", "ііі", "іv"} { // Roman numbers typed with Kazakh letters
		l.put(sense{ordinal: int8(i + 1), flags: romanOnly}, w)
	}
	l.put(sense{flags: yearAfter}, "год года году годом г гг годы годов годах годам")
	l.put(sense{unit: yearUnit}, "год года году")
	l.put(sense{unit: monthUnit}, "месяц месяца месяце")
	l.put(sense{unit: week}, "неделя неделе недели неделю")
	l.put(sense{flags: monthLead | dayLead}, "в во")
	l.put(sense{flags: monthLead}, "на к до начале конце середине начала конца середины концу началу позднее")
	l.put(sense{flags: to}, "по до")
	l.put(sense{flags: from}, "с со")
	l.put(sense{flags: and}, "и")
	l.put(sense{flags: quarter}, "квартал квартала квартале кварталы")
	l.put(sense{flags: half}, "полугодие полугодия полугодии")
	l.put(sense{rel: -1, flags: relDay}, "вчера накануне")
	l.put(sense{flags: relDay}, "сегодня")
	l.put(sense{rel: 1, flags: relDay}, "завтра")
	l.put(sense{rel: -2, flags: relDay}, "позавчера")
	l.put(sense{rel: 2, flags: relDay}, "послезавтра")
	l.put(sense{flags: sameDay}, "тот того же")
	l.put(sense{flags: dayNoun}, "день дня")
	l.put(sense{rel: -1, flags: relative | dayLead}, "прошлый прошлой прошлом прошлого прошлую прошлое минувшей минувший минувшую минувшем")
	l.put(sense{rel: 1, flags: relative | dayLead}, "следующий следующей следующем следующего следующую следующее будущем будущего")
	l.put(sense{flags: relative | dayLead}, "этот этой этом этого эту нынешнем нынешнего нынешней текущем текущего сего")
	l.put(sense{flags: short}, "с т")
	l.put(sense{flags: counted}, "человек женщин мужчин детей лиц участников км тонн рублей тенге страниц")
}

func kazakh(l lexicon) {
	front := strings.Fields("_ де ден дегі нің ге і інде індегі інен іне ін ді")
	back := strings.Fields("_ да дан дағы ның ға ы ында ындағы ынан ына ын ды")
	frontHard := strings.Fields("_ те тен тегі тің ке і інде індегі інен іне ін ті")
	backHard := strings.Fields("_ та тан тағы тың қа ы ында ындағы ынан ына ын ты")
	for i, w := range strings.Fields("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан") {
		var ends []string
		switch i + 1 {
		case 4:
			ends = front
		case 7:
			ends = strings.Fields("_ де ден дегі нің ге сі сінде сіндегі сінен сіне сін ні")
		case 9:
			ends = frontHard
		case 11:
			ends = strings.Fields("_ да дан дағы ның ға сы сында сындағы сынан сына сын ны")
		case 3, 8:
			ends = append(strings.Fields("да дан дағы ның ға"), backHard...)
		default:
			ends = back
		}
		for _, e := range ends {
			l.put(sense{month: int8(i + 1)}, w+strings.Trim(e, "_"))
		}
	}
	l.put(sense{month: 9}, "қыркүйегі қыркүйегінде қыркүйегінен қыркүйегіне")
	l.weekdays("дүйсенбі дүйсенбіде|сейсенбі сейсенбіде|сәрсенбі сәрсенбіде|бейсенбі бейсенбіде|жұма жұмада|сенбі сенбіде|жексенбі жексенбіде")
	l.ordinals("бірінші|екінші|үшінші|төртінші")
	l.put(sense{flags: yearAfter | kazakhYear}, "жыл жылы жылғы жылдың жылдан жылға жылда жылдары жылдарға жылдарда жылдар жылдарындағы ж жж")
	l.put(sense{flags: monthWord}, "ай айы айында айының айынан айына айдың")
	l.put(sense{flags: to | and}, "мен бен пен")
	l.put(sense{flags: and}, "және")
	l.put(sense{flags: quarter}, "тоқсан тоқсаны тоқсанында тоқсанның тоқсандағы")
	l.put(sense{flags: half}, "жартыжылдық жартыжылдығы жартыжылдығында жартысы жартысында")
	l.put(sense{rel: -1, flags: relDay}, "кеше")
	l.put(sense{flags: relDay}, "бүгін")
	l.put(sense{rel: 1, flags: relDay}, "ертең")
	l.put(sense{flags: sameDay}, "сол")
	l.put(sense{flags: dayNoun}, "күні күн")
	l.put(sense{rel: -1, flags: relYear}, "былтыр")
	l.put(sense{flags: relYear}, "биыл")
	l.put(sense{rel: -1, flags: relative}, "өткен")
	l.put(sense{rel: 1, flags: relative}, "келесі")
	l.put(sense{flags: relative}, "осы биылғы")
	l.put(sense{unit: week}, "апта аптада аптаның")
	l.put(sense{unit: monthUnit}, "айда айдың")
	l.put(sense{unit: yearUnit}, "жылы жылдың жыл")
	l.put(sense{flags: counted}, "адам әйел бала қатысушы теңге")
}

func arabic(l lexicon) {
	l.months(0, "يناير جانفي|فبراير فيفري|مارس|أبريل إبريل أفريل|مايو ماي|يونيو يونيه جوان|يوليو يوليه جويلية يوليوز|أغسطس أوت غشت|سبتمبر شتنبر|أكتوبر|نوفمبر نونبر|ديسمبر دجنبر")
	l.months(0, "|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|||")
	l.put(sense{month: kanun}, "كانون")
	l.put(sense{month: tishrin}, "تشرين")
	l.weekdays("الاثنين الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد")
	l.ordinals("الأول الأولى الحادي|الثاني الثانية|الثالث الثالثة|الرابع الرابعة|الخامس|السادس|السابع|الثامن|التاسع|العاشر")
	l.put(sense{ordinal: 20}, "العشرين العشرون")
	l.put(sense{ordinal: 30}, "الثلاثين الثلاثون")
	l.put(sense{flags: of | from}, "من")
	l.put(sense{flags: yearBefore | of}, "عام سنة العام السنة لعام")
	l.put(sense{flags: yearBefore | monthLead}, "في منذ حتى بحلول خلال قبل بعد")
	l.put(sense{flags: monthLead | dayWord}, "شهر")
	l.put(sense{flags: to}, "إلى حتى")
	l.put(sense{flags: yearWeak}, "إلى بين")
	l.put(sense{flags: from}, "بين")
	l.put(sense{flags: yearBefore}, "نهاية مطلع بداية أواخر أوائل منتصف صيف خريف ربيع شتاء")
	l.put(sense{flags: beforeDay}, "أول")
	l.put(sense{flags: afterDay}, "بعد")
	l.put(sense{flags: and}, "و")
	l.put(sense{flags: quarter}, "الربع ربع للربع بالربع")
	l.put(sense{flags: half}, "النصف")
	l.put(sense{rel: -1, flags: relDay | dayWord}, "أمس البارحة")
	l.put(sense{flags: relDay | dayWord}, "اليوم")
	l.put(sense{rel: 1, flags: relDay}, "غدا غداً غد")
	l.put(sense{flags: dayWord}, "يوم مساء صباح")
	l.put(sense{rel: -1, flags: relative}, "الماضي الماضية المنصرم")
	l.put(sense{rel: 1, flags: relative}, "المقبل المقبلة القادم القادمة")
	l.put(sense{flags: relative}, "هذا هذه الجاري الجارية الحالي الحالية")
	l.put(sense{unit: week}, "الأسبوع أسبوع")
	l.put(sense{unit: monthUnit}, "الشهر")
	l.put(sense{unit: yearUnit}, "العام السنة")
	l.put(sense{flags: counted}, "شخص امرأة رجل طفل مشارك دولار كيلومتر")
}
