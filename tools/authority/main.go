// Command authority makes authority/base.tsv.gz, the authority files that ship
// with the program, from
//
//   - the names of territories of CLDR (npm package cldr-localenames-full, licence Unicode-3.0),
//   - the country groups of tomasgonz/worldcountrygroups (MIT),
//   - the facts' tables of treaties and of members of the OIC,
//   - the lists beside this program: states.txt, ended.txt, bodies.txt, treaties.txt, places.txt, groups.txt.
//
// Example:
//
//	npm pack cldr-localenames-full@48 && tar xzf cldr-localenames-full-48*.tgz
//	go run ./tools/authority -cldr package/main -facts ../shared/facts -groups ../shared/data/country-groups
//
// The same input gives the same bytes.
package main

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

var languages = []string{"en", "ru", "kk", "ar", "fr", "es"}

// entry is a line of the base in the making.
type entry struct {
	id, schema, kind, parent, iso2, iso3, began, ended string
	successors, members, acronyms                      []string
	names, adjectives                                  map[string][]string
}

func newEntry(id, schema, kind string) *entry {
	return &entry{id: id, schema: schema, kind: kind, names: map[string][]string{}, adjectives: map[string][]string{}}
}

// name adds a name of the language, "!" before one that goes first.
func (e *entry) name(lang, name string) {
	name, first := strings.CutPrefix(strings.TrimSpace(name), "!")
	name = strings.ReplaceAll(name, "’", "'")
	if name == "" || !first && slices.Contains(e.names[lang], name) {
		return
	}
	if first {
		e.names[lang] = slices.DeleteFunc(e.names[lang], func(s string) bool { return s == name })
		e.names[lang] = slices.Insert(e.names[lang], 0, name)
		return
	}
	e.names[lang] = append(e.names[lang], name)
}

func (e *entry) line() string {
	f := []string{e.id, e.schema, e.kind, e.parent, e.iso2, e.iso3, e.began, e.ended,
		strings.Join(e.successors, " "), strings.Join(e.members, " "), strings.Join(e.acronyms, "|")}
	for _, sets := range []struct {
		mark string
		of   map[string][]string
	}{{"", e.names}, {"~", e.adjectives}} {
		for _, lang := range slices.Sorted(maps.Keys(sets.of)) {
			if len(sets.of[lang]) > 0 {
				f = append(f, sets.mark+lang+":"+strings.Join(sets.of[lang], "|"))
			}
		}
	}
	return strings.Join(f, "\t")
}

func main() {
	log.SetFlags(0)
	cldr := flag.String("cldr", "package/main", "the folder main of the npm package cldr-localenames-full")
	facts := flag.String("facts", "../shared/facts", "the folder with treaties.csv and oic_members.csv")
	groupsDir := flag.String("groups", "../shared/data/country-groups", "the folder of country groups, one JSON file each")
	tables := flag.String("tables", "tools/authority", "the folder of the lists beside this program")
	out := flag.String("out", "authority/base.tsv.gz", "the file to write")
	flag.Parse()

	names := readTerritories(*cldr)
	states := readStates(filepath.Join(*tables, "states.txt"), names)
	ended := readEnded(filepath.Join(*tables, "ended.txt"))
	groups := readGroups(*groupsDir, filepath.Join(*tables, "groups.txt"), *facts)
	bodies := readBodies(filepath.Join(*tables, "bodies.txt"), groups)
	treaties := readTreaties(filepath.Join(*facts, "treaties.csv"), filepath.Join(*tables, "treaties.txt"))
	places := readPlaces(filepath.Join(*tables, "places.txt"), names, states)
	all := slices.Concat(states, ended, bodies, treaties, groups, places)
	check(all)
	write(*out, all)
	fmt.Printf("%s: %d States, %d that have ended, %d bodies, %d treaties, %d groups, %d places\n",
		*out, len(states), len(ended), len(bodies), len(treaties), len(groups), len(places))
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// lines gives the lines of a list without comments and empty ones.
func lines(file string) []string {
	b, err := os.ReadFile(file)
	must(err)
	var out []string
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

func fields(line, sep string, n int) []string {
	f := strings.Split(line, sep)
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	for len(f) < n {
		f = append(f, "")
	}
	return f
}

func list(s string) []string {
	var out []string
	for part := range strings.SplitSeq(s, ";") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// readTerritories gives CLDR's names: language, then code.
func readTerritories(dir string) map[string]map[string]string {
	out := map[string]map[string]string{}
	for _, lang := range languages {
		b, err := os.ReadFile(filepath.Join(dir, lang, "territories.json"))
		must(err)
		var file struct {
			Main map[string]struct {
				LocaleDisplayNames struct{ Territories map[string]string }
			}
		}
		must(json.Unmarshal(b, &file))
		out[lang] = file.Main[lang].LocaleDisplayNames.Territories
	}
	return out
}

// unfit reports names of CLDR that no paper uses: "Congo - Kinshasa", "о-в".
func unfit(name string) bool {
	return strings.Contains(name, " - ") || strings.Contains(name, "о-в") || strings.Contains(name, " (") && !strings.Contains(name, "DRC")
}

func readStates(file string, cldr map[string]map[string]string) []*entry {
	var out []*entry
	for _, line := range lines(file) {
		f := fields(line, "|", 7)
		iso2, iso3, _ := strings.Cut(f[0], " ")
		e := newEntry("state:"+iso3, "State", "state")
		e.iso2, e.iso3 = iso2, iso3
		for _, n := range list(f[1]) {
			e.name("en", n)
		}
		for _, lang := range languages {
			for _, key := range []string{iso2, iso2 + "-alt-variant", iso2 + "-alt-short"} {
				if n := cldr[lang][key]; n != "" && !unfit(n) && (key == iso2 || lang != "en") && e.iso2 != "VA" && !oneOf(iso2, "CG", "CD", "KP", "KR") && !(iso2 == "GB" && lang == "es" && n == "RU") {
					e.name(lang, n)
				}
			}
		}
		for i, lang := range []string{"en", "ru", "fr", "es"} {
			e.adjectives[lang] = list(f[2+i])
		}
		extraNames(e, f[6])
		formalNames(e, cldr)
		nisba(e)
		out = append(out, e)
	}
	return out
}

func oneOf(s string, of ...string) bool { return slices.Contains(of, s) }

// extraNames adds "ru:name; fr:!name".
func extraNames(e *entry, s string) {
	for _, x := range list(s) {
		lang, name, ok := strings.Cut(x, ":")
		if !ok || !oneOf(lang, languages...) {
			log.Fatalf("%s: %q has no language", e.id, x)
		}
		e.name(lang, name)
	}
}

// formal words of States in six languages; "X" is the short name.
var formal = map[string]map[string][]string{
	"Republic of": {
		"ru": {"Республика X"}, "kk": {"X Республикасы"}, "ar": {"جمهورية X"},
		"fr": {"République de X", "République du X", "République de la X", "République d'X", "République de l'X", "République des X"},
		"es": {"República de X", "República del X", "República de la X", "República de los X", "República de las X"}},
	"Kingdom of": {
		"ru": {"Королевство X"}, "kk": {"X Корольдігі"}, "ar": {"مملكة X"},
		"fr": {"Royaume de X", "Royaume du X", "Royaume d'X", "Royaume des X"}, "es": {"Reino de X"}},
	"Islamic Republic of": {
		"ru": {"Исламская Республика X"}, "kk": {"X Ислам Республикасы"}, "ar": {"جمهورية X الإسلامية"},
		"fr": {"République islamique de X", "République islamique du X", "République islamique d'X", "République islamique de l'X", "X (République islamique d')"},
		"es": {"República Islámica de X", "República Islámica del X", "X (República Islámica del)", "X (República Islámica de)"}},
	"Federal Republic of": {
		"ru": {"Федеративная Республика X"}, "kk": {"X Федеративтік Республикасы"}, "ar": {"جمهورية X الاتحادية"},
		"fr": {"République fédérale de X", "République fédérale du X", "République fédérale d'X"}, "es": {"República Federal de X"}},
	"People's Republic of": {
		"ru": {"Народная Республика X"}, "ar": {"جمهورية X الشعبية"}, "fr": {"République populaire du X", "République populaire de X"}, "es": {"República Popular de X"}},
	"Principality of": {
		"ru": {"Княжество X"}, "kk": {"X Князьдігі"}, "ar": {"إمارة X"}, "fr": {"Principauté de X", "Principauté d'X", "Principauté du X"}, "es": {"Principado de X"}},
	"State of": {"kk": {"X Мемлекеті"}},
}

// formalNames makes the formal names of other languages from the English one,
// and "Iran (Islamic Republic of)", "Iran, Islamic Republic of" from each
// English formal name.
func formalNames(e *entry, cldr map[string]map[string]string) {
	short := map[string]string{}
	for _, lang := range languages {
		short[lang] = cldr[lang][e.iso2]
		if short[lang] == "" || unfit(short[lang]) {
			short[lang] = ""
			if len(e.names[lang]) > 0 {
				short[lang] = e.names[lang][0]
			}
		}
	}
	for _, n := range slices.Clone(e.names["en"]) {
		for _, of := range []string{" of the ", " of "} {
			head, rest, ok := strings.Cut(n, of)
			if !ok || !slices.Contains(e.names["en"], rest) {
				continue
			}
			of = strings.TrimSpace(of)
			e.name("en", rest+" ("+head+" "+of+")")
			e.name("en", rest+", "+head+" "+of)
			if oneOf(e.iso2, "CG", "CD", "KP", "KR") {
				break // the short name in other languages is that of two States
			}
			for lang, patterns := range formal[head+" of"] {
				for _, p := range patterns {
					if short[lang] != "" {
						e.name(lang, strings.ReplaceAll(p, "X", short[lang]))
					}
				}
			}
			break
		}
	}
}

// nisbaOf are adjectives of Arabic that the rule does not give.
var nisbaOf = map[string][]string{
	"USA": {"أمريكي", "أميركي"}, "GBR": {"بريطاني"}, "FRA": {"فرنسي"}, "RUS": {"روسي"}, "CHN": {"صيني"}, "TUR": {"تركي"}, "ARE": {"إماراتي"},
	"SAU": {"سعودي"}, "PSE": {"فلسطيني"}, "SYR": {"سوري"}, "LBY": {"ليبي"}, "DEU": {"ألماني"}, "ITA": {"إيطالي"}, "ESP": {"إسباني"}, "NLD": {"هولندي"},
	"ZAF": {"جنوب أفريقي"}, "SSD": {"جنوب سوداني"}, "KOR": {"كوري جنوبي"}, "PRK": {"كوري شمالي"}, "COG": nil, "COD": nil, "CAF": nil, "COM": {"قمري"},
	"DZA": {"جزائري"}, "KAZ": {"كازاخستاني", "كازاخي", "قازاقستاني"}, "UZB": {"أوزبكستاني", "أوزبكي"}, "KGZ": {"قيرغيزستاني", "قيرغيزي"}, "TJK": {"طاجيكستاني", "طاجيكي"},
	"TKM": {"تركمانستاني", "تركماني"}, "AZE": {"أذربيجاني", "أذري"}, "AFG": {"أفغاني", "أفغانستاني"}, "JPN": {"ياباني"}, "IND": {"هندي"}, "IRL": {"أيرلندي"},
	"GRC": {"يوناني"}, "HUN": {"هنغاري", "مجري"}, "AUT": {"نمساوي"}, "CHE": {"سويسري"}, "SWE": {"سويدي"}, "NOR": {"نرويجي"}, "DNK": {"دنماركي", "دانمركي"},
	"FIN": {"فنلندي"}, "CZE": {"تشيكي"}, "BRA": {"برازيلي"}, "ARG": {"أرجنتيني"}, "MEX": {"مكسيكي"}, "VNM": {"فيتنامي"}, "IRN": {"إيراني"}, "VAT": nil, "GNB": nil, "GNQ": nil,
	"PNG": nil, "NZL": {"نيوزيلندي"}, "DOM": {"دومينيكاني"}, "DMA": nil, "NER": {"نيجري"}, "NGA": {"نيجيري"}, "MRT": {"موريتاني"}, "YEM": {"يمني"}, "CIV": {"إيفواري"}, "BIH": {"بوسني"},
	"BFA": {"بوركيني"}, "LKA": {"سريلانكي"}, "PHL": {"فلبيني", "فليبيني"}, "IDN": {"إندونيسي"}, "MKD": {"مقدوني"}, "MNE": nil, "SLE": {"سيراليوني"}, "CPV": nil, "SLV": {"سلفادوري"},
	"ATG": nil, "KNA": nil, "VCT": nil, "STP": nil, "TTO": nil, "SMR": nil, "MHL": nil, "SLB": nil, "COK": nil, "LCA": nil, "CRI": {"كوستاريكي"}, "TLS": {"تيموري"}, "MMR": {"ميانماري"}, "CUB": {"كوبي"},
	"LAO": {"لاوسي"}, "UKR": {"أوكراني"}, "TZA": {"تنزاني"}, "BLR": {"بيلاروسي"}, "ETH": {"إثيوبي", "أثيوبي"}, "TCD": {"تشادي"}, "MDV": {"مالديفي", "ملديفي"}, "BHS": nil, "FSM": nil, "ARM": {"أرميني", "أرمني"}, "BRB": nil, "SYC": nil,
}

// nisba makes the Arabic adjective of a State: the name without article and
// ending, and ي.
func nisba(e *entry) {
	if given, ok := nisbaOf[e.iso3]; ok {
		e.adjectives["ar"] = given
		return
	}
	names := e.names["ar"]
	if len(names) == 0 || strings.Contains(names[0], " ") {
		return
	}
	stem := strings.TrimPrefix(strings.ReplaceAll(names[0], "ُ", ""), "ال")
	for _, end := range []string{"يا", "ا", "ة", "ى"} {
		if s, ok := strings.CutSuffix(stem, end); ok && len(s) > 4 {
			stem = s
			break
		}
	}
	if strings.HasSuffix(stem, "ي") {
		e.adjectives["ar"] = []string{stem}
		return
	}
	e.adjectives["ar"] = []string{stem + "ي"}
}

func readEnded(file string) []*entry {
	var out []*entry
	for _, line := range lines(file) {
		f := fields(line, "|", 10)
		iso2, iso3, _ := strings.Cut(f[0], " ")
		e := newEntry("state:"+iso3, "State", "state")
		e.iso2, e.iso3, e.began, e.ended = iso2, iso3, f[1], f[2]
		for s := range strings.FieldsSeq(f[3]) {
			e.successors = append(e.successors, "state:"+s)
		}
		for _, n := range list(f[4]) {
			e.name("en", n)
		}
		for i, lang := range []string{"en", "ru", "fr", "es"} {
			e.adjectives[lang] = list(f[5+i])
		}
		extraNames(e, f[9])
		out = append(out, e)
	}
	return out
}

// withoutCode are States that some groups name without a code.
var withoutCode = map[string]string{"Congo, Dem. Rep.": "COD", "Congo Dem. Rep.": "COD", "Holy See": "VAT", "Turkey": "TUR", "Venezuela (Bolivarian Republic of)": "VEN"}

// readGroups reads the country groups; groups.txt corrects their members
// ("oic +SYR") and names them in other languages.
func readGroups(dir, corrections, facts string) []*entry {
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	must(err)
	var out []*entry
	byID := map[string]*entry{}
	for _, file := range files {
		b, err := os.ReadFile(file)
		must(err)
		var g struct {
			Gid, Acronym, Name string
			Countries          []struct{ Name, Iso3 string }
		}
		must(json.Unmarshal(b, &g))
		e := newEntry("group:"+g.Gid, "Organization", "group")
		e.name("en", strings.TrimPrefix(g.Name, "The "))
		if g.Acronym != g.Name && !strings.Contains(g.Acronym, " ") && strings.ToLower(g.Acronym) != g.Acronym {
			e.acronyms = []string{g.Acronym}
		}
		for _, c := range g.Countries {
			if c.Iso3 == "" {
				c.Iso3 = withoutCode[strings.Join(strings.Fields(strings.ReplaceAll(c.Name, "\u200b", "")), " ")]
			}
			if c.Iso3 != "" {
				e.members = append(e.members, "state:"+c.Iso3)
			}
		}
		byID[g.Gid] = e
		out = append(out, e)
	}
	for _, row := range readCSV(filepath.Join(facts, "oic_members.csv")) {
		byID["oic"].members = append(byID["oic"].members, "state:"+row["iso3"])
	}
	for _, line := range lines(corrections) {
		f := fields(line, "|", 3)
		e := byID[f[0]]
		if e == nil {
			log.Fatalf("%s: there is no group %q", corrections, f[0])
		}
		for change := range strings.FieldsSeq(f[1]) {
			id := "state:" + change[1:]
			if change[0] == '-' {
				e.members = slices.DeleteFunc(e.members, func(s string) bool { return s == id })
			} else {
				e.members = append(e.members, id)
			}
		}
		extraNames(e, f[2])
	}
	for _, e := range out {
		slices.Sort(e.members)
		e.members = slices.Compact(e.members)
	}
	return out
}

// readBodies reads the bodies: ID, kind, parent, acronyms, English names, names
// by language, and group=ID where a country group has the body's members: the
// group then is no entry of its own name but the body's.
func readBodies(file string, groups []*entry) []*entry {
	var out []*entry
	for _, line := range lines(file) {
		f := fields(line, "|", 6)
		id, group, _ := strings.Cut(f[0], "=")
		e := newEntry("body:"+id, "Organization", f[1])
		if f[2] != "" {
			e.parent = "body:" + f[2]
		}
		e.acronyms = list(f[3])
		for _, n := range list(f[4]) {
			e.name("en", n)
		}
		extraNames(e, f[5])
		if group != "" {
			i := slices.IndexFunc(groups, func(g *entry) bool { return g.id == "group:"+group })
			if i < 0 {
				log.Fatalf("%s: there is no group %q", id, group)
			}
			e.members = groups[i].members
		}
		out = append(out, e)
	}
	return out
}

func readCSV(file string) []map[string]string {
	f, err := os.Open(file)
	must(err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	must(err)
	var out []map[string]string
	for _, r := range rows[1:] {
		m := map[string]string{}
		for i, h := range rows[0] {
			m[h] = r[i]
		}
		out = append(out, m)
	}
	return out
}

// readTreaties takes the treaties of the facts with their titles and short
// names; treaties.txt adds acronyms and names,
// "=" and the kind where it is none of the common ones, and treaties beyond.
func readTreaties(facts, extra string) []*entry {
	var out []*entry
	byID := map[string]*entry{}
	add := func(id string) *entry {
		e := newEntry("treaty:"+id, "Instrument", "treaty")
		byID[id] = e
		out = append(out, e)
		return e
	}
	for _, row := range readCSV(facts) {
		e := add(row["id"])
		e.began = row["adopted"]
		e.kind = instrumentKind(row["title"])
		e.name("en", row["title"])
	}
	for _, line := range lines(extra) {
		f := fields(line, "|", 4)
		id, kind, _ := strings.Cut(f[0], "=")
		e := byID[id]
		if e == nil {
			e = add(id)
			e.kind = instrumentKind(f[2])
		}
		if kind != "" {
			e.kind = kind
		}
		e.acronyms = list(f[1])
		for _, n := range list(f[2]) {
			e.name("en", n)
		}
		extraNames(e, f[3])
	}
	return out
}

// instrumentKind tells charters and agreements from other treaties by the title.
func instrumentKind(title string) string {
	first, _, _ := strings.Cut(title, ";")
	switch {
	case strings.Contains(first, "Protocol"), strings.Contains(first, "Convention"):
		return "treaty"
	case strings.Contains(first, "Charter"):
		return "charter"
	case strings.Contains(first, "Agreement"):
		return "agreement"
	}
	return "treaty"
}

// readPlaces makes entries that keep the names of territories and waters from
// being read as States.
func readPlaces(file string, cldr map[string]map[string]string, states []*entry) []*entry {
	known := map[string]bool{"EU": true, "UN": true, "EZ": true, "XA": true, "XB": true, "ZZ": true, "QO": true}
	for _, s := range states {
		known[s.iso2] = true
	}
	var out []*entry
	for _, code := range slices.Sorted(maps.Keys(cldr["en"])) {
		iso2, _, _ := strings.Cut(code, "-")
		if known[iso2] || iso2[0] < 'A' {
			continue
		}
		e := newEntry("place:"+code, "", "place")
		for _, lang := range languages {
			if n := cldr[lang][code]; n != "" && !unfit(n) {
				e.name(lang, n)
			}
		}
		out = append(out, e)
	}
	for _, line := range lines(file) {
		lang, names, _ := strings.Cut(line, ":")
		for _, n := range list(names) {
			e := newEntry("place:"+n, "", "place")
			e.name(lang, n)
			out = append(out, e)
		}
	}
	return out
}

// check stops at what a slip of the pen would do to the base.
func check(all []*entry) {
	ids := map[string]bool{}
	for _, e := range all {
		if ids[e.id] {
			log.Fatalf("%s stands twice", e.id)
		}
		ids[e.id] = true
		if strings.ContainsAny(e.line(), "\n") || strings.Count(e.line(), "\t") != strings.Count(strings.ReplaceAll(e.line(), "\t\t", "\t \t"), "\t") {
			log.Fatalf("%s has a tab in a name", e.id)
		}
		if e.kind != "place" && len(e.names["en"]) == 0 {
			log.Fatalf("%s has no English name", e.id)
		}
	}
	for _, e := range all {
		if e.parent != "" && !ids[e.parent] {
			log.Fatalf("%s: its parent %s is not here", e.id, e.parent)
		}
		for _, s := range e.successors {
			if !ids[s] {
				log.Fatalf("%s: its successor %s is not here", e.id, s)
			}
		}
	}
}

func write(file string, all []*entry) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	must(err)
	for _, e := range all {
		_, err := fmt.Fprintln(z, e.line())
		must(err)
	}
	must(z.Close())
	must(os.WriteFile(file, b.Bytes(), 0o644))
}
