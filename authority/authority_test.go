package authority

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func iso(e *Entry, ok bool) string {
	if !ok {
		return ""
	}
	return string(e.ID)
}

func TestState(t *testing.T) {
	for name, want := range map[string]string{
		"Kazakhstan": "state:KAZ", "the Republic of Kazakhstan": "state:KAZ", "REPUBLIC OF KAZAKHSTAN": "state:KAZ",
		"Казахстан": "state:KAZ", "Республика Казахстан": "state:KAZ", "Республики Казахстан": "state:KAZ", "Қазақстан Республикасы": "state:KAZ",
		"Қазақстанның": "state:KAZ", "كازاخستان": "state:KAZ", "جمهورية كازاخستان": "state:KAZ", "République du Kazakhstan": "state:KAZ", "Kazajstán": "state:KAZ",
		"Iran (Islamic Republic of)": "state:IRN", "Iran, Islamic Republic of": "state:IRN", "Islamic Republic of Iran": "state:IRN",
		"Iran (République islamique d’)": "state:IRN", "Irán (República Islámica del)": "state:IRN", "Исламская Республика Иран": "state:IRN", "جمهورية إيران الإسلامية": "state:IRN",
		"Bolivia (Plurinational State of)": "state:BOL", "Venezuela (Bolivarian Republic of)": "state:VEN", "Micronesia (Federated States of)": "state:FSM",
		"Swaziland": "state:SWZ", "Cape Verde": "state:CPV", "Turkey": "state:TUR", "Türkiye": "state:TUR", "Turkiye": "state:TUR",
		"Libyan Arab Jamahiriya": "state:LBY", "the former Yugoslav Republic of Macedonia": "state:MKD", "The former Yugoslav Republic of Macedonia": "state:MKD",
		"Czech Republic": "state:CZE", "Cote d'Ivoire": "state:CIV", "Côte d’Ivoire": "state:CIV", "Ivory Coast": "state:CIV", "Burma": "state:MMR",
		"Congo": "state:COG", "Republic of the Congo": "state:COG", "Democratic Republic of the Congo": "state:COD", "ДРК": "state:COD",
		"Republic of Korea": "state:KOR", "Democratic People's Republic of Korea": "state:PRK", "КНДР": "state:PRK", "Korea": "",
		"USSR": "state:SUN", "Czechoslovakia": "state:CSK", "Yugoslavia": "state:YUG", "German Democratic Republic": "state:DDR", "СССР": "state:SUN",
		"UK": "state:GBR", "U.K.": "state:GBR", "USA": "state:USA", "ОАЭ": "state:ARE", "АҚШ": "state:USA", "Holy See": "state:VAT", "State of Palestine": "state:PSE",
		"Египта": "state:EGY", "Беларуси": "state:BLR", "Саудовской Аравии": "state:SAU", "Кыргызской Республики": "state:KGZ", "Соединённых Штатов Америки": "state:USA",
		"Мысыр": "state:EGY", "Ресей Федерациясы": "state:RUS", "الإمارات العربية المتحدة": "state:ARE", "la Arabia Saudita": "state:SAU", "l'Égypte": "state:EGY",
		"Sao Tome and Principe": "state:STP", "São Tomé and Príncipe": "state:STP", "St. Lucia": "state:LCA", "Guinea Bissau": "state:GNB", "Viet-Nam": "state:VNM",
		"Kazakh": "", "French": "", "Hong Kong": "", "OIC": "", "": "", "Kazakstn": "", "of": "",
	} {
		if got := iso(Base().State(name)); got != want {
			t.Errorf("State(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestStateClose(t *testing.T) {
	for name, want := range map[string]string{
		"Kazakstan": "state:KAZ", "Khazakhstan": "state:KAZ", "Phillippines": "state:PHL", "Phillipines": "state:PHL", "Untied States": "state:USA", "United Kindom": "state:GBR",
		"Saudi Arabai": "state:SAU", "SaudiArabia": "state:SAU", "Nether lands": "state:NLD", "Camerooon": "state:CMR", "Azerbajan": "state:AZE", "Kyrgystan": "state:KGZ",
		"Brazli": "state:BRA", "Казакстан": "state:KAZ", "Democratic Republic of teh Congo": "state:COD",
		"Slovania": "", "Nigera": "", "Cambia": "", "Ira": "", "Mal": "", "Iraqi": "", "Austria": "state:AUT", "Australia": "state:AUS", "Niger": "state:NER",
		"Korea": "", "Nigerian": "", "table": "", "Committee": "",
	} {
		if got := iso(Base().StateClose(name)); got != want {
			t.Errorf("StateClose(%q) = %q, want %q", name, got, want)
		}
	}
}

// found gives hits as "words=ID" with ~ for adjectives.
func found(s string) []string {
	var out []string
	for _, h := range Base().Find(s) {
		mark := "="
		if h.Adjective {
			mark = "~"
		}
		out = append(out, s[h.Start:h.End]+mark+string(h.Entry.ID))
	}
	return out
}

func TestFindStates(t *testing.T) {
	for s, want := range map[string][]string{
		"Chadwick, a Roman in Omaha, read Nigerians":                    {"Nigerians~state:NGA"},
		"(Chad; Mali; Oman)":                                            {"Chad=state:TCD", "Mali=state:MLI", "Oman=state:OMN"},
		"Niger and Nigeria":                                             {"Niger=state:NER", "Nigeria=state:NGA"},
		"Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea":    {"Guinea=state:GIN", "Guinea-Bissau=state:GNB", "Equatorial Guinea=state:GNQ", "Papua New Guinea=state:PNG"},
		"Congo and the Democratic Republic of the Congo":                {"Congo=state:COG", "Democratic Republic of the Congo=state:COD"},
		"Republic of Korea, Democratic People’s Republic of Korea":      {"Republic of Korea=state:KOR", "Democratic People’s Republic of Korea=state:PRK"},
		"Georgia; Jordan":                                               {"Georgia=state:GEO", "Jordan=state:JOR"},
		"Jordan Smith met Mr. Jordan and Georgia Brown in Jordan":       {"Jordan=state:JOR"},
		"Prime Minister of Georgia Irakli Garibashvili":                 {"Georgia=state:GEO"},
		"Jordan Ministry of Health":                                     {"Jordan=state:JOR"},
		"American Samoa, the Gulf of Guinea, Latin America, New Mexico": nil,
		"Sudan, South Sudan and the South Sudanese":                     {"Sudan=state:SDN", "South Sudan=state:SSD", "South Sudanese~state:SSD"},
		"Iran (Islamic Republic of), Bolivia":                           {"Iran (Islamic Republic of)=state:IRN", "Bolivia=state:BOL"},
		"Kazakhstan's and Kazakh-Egyptian ties":                         {"Kazakhstan=state:KAZ", "Kazakh~state:KAZ", "Egyptian~state:EGY"},
		"he told us that the US and U.S. agreed":                        {"US=state:USA", "U.S=state:USA"},
		"a polish of the turkey":                                        nil,
		"Polish the text. The Polish side":                              {"Polish~state:POL"},
		"Republic of\nKazakhstan":                                       {"Republic of\nKazakhstan=state:KAZ"},
		"Посол Республики Казахстан в Египте":                           {"Республики Казахстан=state:KAZ", "Египте=state:EGY"},
		"с Саудовской Аравией, Грузией и Россией; казахстанско-российские связи": {"Саудовской Аравией=state:SAU", "Грузией=state:GEO", "Россией=state:RUS", "казахстанско~state:KAZ", "российские~state:RUS"},
		"Того требует закон. Кроме того, Того и Мали":                            {"Того=state:TGO", "Мали=state:MLI"},
		"Қазақстанның Мысырдағы елшісі, Ресеймен, қазақстандық тарап":            {"Қазақстанның=state:KAZ", "Ресеймен=state:RUS", "қазақстандық~state:KAZ"},
		"سفير كازاخستان في مصر والإمارات العربية المتحدة وبالكويت":               {"كازاخستان=state:KAZ", "مصر=state:EGY", "الإمارات العربية المتحدة=state:ARE", "الكويت=state:KWT"},
		"الجانب المصري": {"المصري~state:EGY"},
		"l’ambassadeur de l’Égypte, la partie kazakhe, les entreprises françaises du Niger": {"Égypte=state:EGY", "kazakhe~state:KAZ", "françaises~state:FRA", "Niger=state:NER"},
		"la parte kazaja y España, Emiratos Árabes Unidos":                                  {"kazaja~state:KAZ", "España=state:ESP", "Emiratos Árabes Unidos=state:ARE"},
		"le ministre béninois":      {"béninois~state:BEN"},
		"USSR and Czechoslovakia":   {"USSR=state:SUN", "Czechoslovakia=state:CSK"},
		"Northern Ireland. Ireland": {"Ireland=state:IRL"},
	} {
		if d := cmp.Diff(want, found(s)); d != "" {
			t.Errorf("Find(%q): -want +got\n%s", s, d)
		}
	}
}

func TestAdjective(t *testing.T) {
	for word, want := range map[string]string{
		"Kazakh": "state:KAZ", "Iranian": "state:IRN", "казахстанский": "state:KAZ", "казахстанскую": "state:KAZ", "египетской": "state:EGY", "французского": "state:FRA",
		"français": "state:FRA", "française": "state:FRA", "françaises": "state:FRA", "égyptienne": "state:EGY", "turque": "state:TUR", "grecque": "state:GRC",
		"kazajo": "state:KAZ", "kazaja": "state:KAZ", "francesas": "state:FRA", "marroquíes": "state:MAR", "alemanes": "state:DEU",
		"المصري": "state:EGY", "المصرية": "state:EGY", "الكازاخستاني": "state:KAZ", "سعودية": "state:SAU", "الأردنية": "state:JOR",
		"the Turkish side": "state:TUR", "казахстанской стороной": "state:KAZ", "Мысыр тарапы": "state:EGY", "қазақстандық тарап": "state:KAZ", "الجانب المصري": "state:EGY",
		"la partie égyptienne": "state:EGY", "la parte kazaja": "state:KAZ", "South Korean": "state:KOR", "Nigerien": "state:NER", "Nigerian": "state:NGA", "Dutch": "state:NLD",
		"Korean": "", "Congolese": "", "Egypt": "", "side": "", "": "", "the": "",
	} {
		if got := iso(Base().Adjective(word)); got != want {
			t.Errorf("Adjective(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestBaseIsWhole(t *testing.T) {
	states := 0
	for _, e := range Base().Entries("State") {
		for _, lang := range []string{"en", "ru", "fr", "es", "ar"} {
			if len(e.Names[lang]) == 0 {
				t.Errorf("%s has no name in %s", e.ID, lang)
			}
		}
		if e.Ended.IsZero() {
			states++
			if len(e.Names["kk"]) == 0 {
				t.Errorf("%s has no Kazakh name", e.ID)
			}
		} else if len(e.Successors) == 0 {
			t.Errorf("%s has ended without a successor", e.ID)
		}
		for lang := range e.Names {
			if got, ok := Base().State(e.Name(lang)); !ok || got != e && e.Ended.IsZero() {
				t.Errorf("%s: its name %q gives %s", e.ID, e.Name(lang), iso(got, ok))
			}
		}
	}
	if states != 198 { // 193 members, Holy See, Palestine, Cook Islands, Niue, Kosovo
		t.Errorf("%d States last, want 198", states)
	}
	if n := len(Base().Group("un")); n != 193 {
		t.Errorf("the United Nations have %d members here", n)
	}
	if n := len(Base().Group("group:oic")); n != 57 {
		t.Errorf("the OIC has %d members here", n)
	}
	if len(baseFile) > 600_000 {
		t.Errorf("the base is %d bytes long", len(baseFile))
	}
}

func TestOverlay(t *testing.T) {
	f := Base().With([]Entry{
		{ID: "body:NCW", Schema: "Organization", Kind: "commission", Names: map[string][]string{"en": {"National Commission for Women"}, "ru": {"Национальная комиссия по делам женщин"}}, Acronyms: []string{"NCW"}},
		{ID: "state:KAZ", Names: map[string][]string{"en": {"Land of the Great Steppe"}}},
	})
	s := "Kazakhstan, Land of the Great Steppe, and its National Commission for Women (NCW); председатель Национальной комиссии по делам женщин"
	var got []string
	for _, h := range f.Find(s) {
		got = append(got, s[h.Start:h.End]+"="+string(h.Entry.ID))
	}
	want := []string{"Kazakhstan=state:KAZ", "Land of the Great Steppe=state:KAZ", "National Commission for Women=body:NCW", "NCW=body:NCW", "Национальной комиссии по делам женщин=body:NCW"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	e, _ := f.Entry("state:KAZ")
	if e.Name("en") != "Land of the Great Steppe" || e.Name("ru") != "Казахстан" || e.ISO2 != "KZ" {
		t.Errorf("the overlay gives %v", e)
	}
	if old, _ := Base().Entry("state:KAZ"); old.Name("en") != "Kazakhstan" {
		t.Errorf("the base has changed: %v", old.Names["en"])
	}
	if _, ok := Base().Entry("body:NCW"); ok {
		t.Error("the overlay went into the base")
	}
	g := f.With([]Entry{{ID: "body:X", Schema: "Organization", Names: map[string][]string{"en": {"Xylophone Fund"}}}})
	if _, ok := g.Entry("body:NCW"); !ok {
		t.Error("a second overlay loses the first")
	}
	if len(g.Entries("Organization")) != len(Base().Entries("Organization"))+2 {
		t.Error("Entries misses the overlay")
	}
}

func checkHits(t interface{ Errorf(string, ...any) }, s string) {
	last := 0
	for _, h := range Base().Find(s) {
		if h.Start < last || h.End <= h.Start || h.End > len(s) {
			t.Errorf("hit %d-%d of %q is out of order or range", h.Start, h.End, s)
			return
		}
		last = h.End
		if h.Entry == nil || h.Entry.Kind == kindPlace {
			t.Errorf("a hit in %q has no entry", s)
		}
		after, _ := utf8.DecodeRuneInString(s[h.End:])
		if h.End < len(s) && s[h.End-1] != ')' && wordRune(after) {
			t.Errorf("hit %q ends inside a word of %q", s[h.Start:h.End], s)
		}
		before, n := utf8.DecodeLastRuneInString(s[:h.Start])
		if n > 0 && wordRune(before) && !unicode.Is(unicode.Arabic, before) && !unicode.IsMark(before) {
			t.Errorf("hit %q begins inside a word of %q", s[h.Start:h.End], s)
		}
	}
}

func TestFindProperties(t *testing.T) {
	parts := []string{"Kazakhstan", "Guinea", "-", " ", "Bissau", "(", ")", "Islamic Republic of", "Iran", "ولكازاخستان", "Египте", "\n", "’s", "the", "US", "WHO", "x", "\xff", "é", "\u0301", "Қазақстанның", ".", ",", "New"}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 40).Draw(t, "parts"), "")
		checkHits(t, s)
	})
}

func FuzzFind(f *testing.F) {
	f.Add("The Republic of Kazakhstan and the OIC (Islamic Republic of) \xf0 لكازاخستان")
	f.Fuzz(func(t *testing.T, s string) {
		checkHits(t, s)
		Base().StateClose(s)
		Base().Adjective(s)
		Base().Lookup(s)
		Base().With([]Entry{{ID: "body:F", Schema: "Organization", Names: map[string][]string{"ru": {s}, "kk": {s}, "en": {s}}, Acronyms: []string{s}}}).Find(s)
	})
}

func TestLongTextNeedsNoWindow(t *testing.T) {
	s := strings.Repeat("word Kazakhstan and more words without end, ", 3000)
	if n := len(Base().Find(s)); n != 3000 {
		t.Errorf("%d hits, want 3000", n)
	}
}

var sink any

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		entries, err := parse(baseFile)
		if err != nil {
			b.Fatal(err)
		}
		sink = newFiles(nil, entries).index()
	}
}

func BenchmarkFind(b *testing.B) {
	s := strings.Repeat("The Ambassador of the Republic of Kazakhstan to Egypt met with the Executive Director of the Women Development Organization. "+
		"During the meeting the sides discussed the implementation of the action plan and the ratification of the Convention by member States (Egypt, Iran (Islamic Republic of), Türkiye). ", 4000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		sink = Base().Find(s)
	}
}

func BenchmarkWith(b *testing.B) {
	Base().Find("x")
	for b.Loop() {
		f := Base().With([]Entry{{ID: "body:NCW", Schema: "Organization", Names: map[string][]string{"en": {"National Commission for Women"}}}})
		sink = f.Find("x")
	}
}

func TestLookup(t *testing.T) {
	for name, want := range map[string]string{
		"Women Development Organization": "body:WDO", "OIC Women Development Organisation": "body:WDO", "منظمة تنمية المرأة": "body:WDO", "WDO": "body:WDO",
		"Organization of Islamic Cooperation": "body:OIC", "Организация исламского сотрудничества": "body:OIC", "ИЫҰ": "body:OIC", "منظمة التعاون الإسلامي": "body:OIC",
		"World Health Organization (WHO)": "body:WHO", "Всемирная организация здравоохранения": "body:WHO", "OMS": "body:WHO",
		"Committee on the Elimination of Discrimination against Women": "body:CEDAW", "CEDAW": "body:CEDAW treaty:UNTC-4-8",
		"Convention on the Rights of the Child": "treaty:UNTC-4-11", "Конвенция о правах ребёнка": "treaty:UNTC-4-11", "اتفاقية حقوق الطفل": "treaty:UNTC-4-11",
		"Бала құқықтары туралы конвенция": "treaty:UNTC-4-11", "Convención sobre los Derechos del Niño": "treaty:UNTC-4-11", "Convention relative aux droits de l’enfant": "treaty:UNTC-4-11",
		"African Union": "body:AU group:au", "Asia-Pacific Group": "group:ap", "Nowhere Union": "",
	} {
		var got []string
		for _, e := range Base().Lookup(name) {
			got = append(got, string(e.ID))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("Lookup(%q) = %v, want %s", name, got, want)
		}
	}
}

func TestFindBodiesAndTreaties(t *testing.T) {
	for s, want := range map[string][]string{
		"the Executive Director of the OIC Women Development Organization (WDO)":          {"OIC Women Development Organization=body:WDO", "WDO=body:WDO"},
		"the UN Convention against Torture and its Optional Protocol; who asked? WHO did": {"UN Convention against Torture=treaty:UNTC-4-9", "WHO=body:WHO"},
		"OP CEDAW and OP-CEDAW":  {"OP CEDAW=treaty:UNTC-4-8-b", "OP-CEDAW=treaty:UNTC-4-8-b"},
		"PEOPLE WHO ASKED":       nil,
		"a cat sat; the CAT met": {"CAT=body:CAT"},
		"в Организации исламского сотрудничества и Лиге арабских государств, с Европейским союзом":            {"Организации исламского сотрудничества=body:OIC", "Лиге арабских государств=body:LAS", "Европейским союзом=body:EU"},
		"к Конвенции о правах ребёнка; Комитета по ликвидации дискриминации в отношении женщин":               {"Конвенции о правах ребёнка=treaty:UNTC-4-11", "Комитета по ликвидации дискриминации в отношении женщин=body:CEDAW"},
		"Ислам ынтымақтастығы ұйымының және БҰҰ-ның Бас хатшысы":                                              {"Ислам ынтымақтастығы ұйымының=body:OIC", "БҰҰ=body:UN"},
		"بين مصر ومنظمة التعاون الإسلامي وللأمم المتحدة":                                                      {"مصر=state:EGY", "منظمة التعاون الإسلامي=body:OIC", "للأمم المتحدة=body:UN"},
		"l’Organisation de la coopération islamique et l’ONU, la Convention relative aux droits\nde l’enfant": {"Organisation de la coopération islamique=body:OIC", "ONU=body:UN", "Convention relative aux droits\nde l’enfant=treaty:UNTC-4-11"},
		"las Naciones Unidas y la Corte Penal Internacional":                                                  {"Naciones Unidas=body:UN", "Corte Penal Internacional=body:ICC"},
		"the united nations of the world": nil,
	} {
		if d := cmp.Diff(want, found(s)); d != "" {
			t.Errorf("Find(%q): -want +got\n%s", s, d)
		}
	}
}

func TestEveryNameIsFound(t *testing.T) {
	for _, e := range Base().Entries("") {
		for lang, names := range e.Names {
			for _, name := range names {
				if !strings.Contains(string(e.ID), "group:") && len(Base().Lookup(name)) == 0 {
					t.Errorf("%s: Lookup misses %s %q", e.ID, lang, name)
				}
			}
		}
	}
}
