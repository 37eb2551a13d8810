package official

import "strings"

// instrumentWords are the words by which the name of an instrument says what it
// is, the more telling first.
var instrumentWords = []struct {
	kind  string
	words []string
}{
	{"charter", []string{"charter", "statute", "constitution of the organi", "устав", "статут", "жарғы", "statut de", "estatuto", "النظام الأساسي", "ميثاق"}},
	{"treaty", []string{"convention", "covenant", "protocol", "treaty", "конвенци", "протокол", "договор", "пакт", "шарт", "traité", "tratado", "convenio", "convención", "اتفاقية", "بروتوكول", "معاهدة"}},
	{"mou", []string{"memorandum of understanding", "меморандум", "mémorandum", "memorando", "مذكرة تفاهم"}},
	{"agreement", []string{"agreement", "соглашени", "келісім", "accord", "acuerdo", "اتفاق"}},
	{"plan", []string{"action plan", "plan of action", "national plan", "план", "жоспар", "plan d'action", "plan d’action", "plan de acción", "خطة", "plan of measures"}},
	{"strategy", []string{"strategy", "concept", "стратеги", "концепци", "тұжырымдама", "stratégie", "estrategia", "استراتيجية"}},
	{"programme", []string{"programme", "program", "программ", "бағдарлама", "programa", "برنامج"}},
	{"decree", []string{"decree", "указ", "жарлық", "décret", "decreto", "مرسوم"}},
	{"resolution", []string{"resolution", "резолюци", "постановлени", "қаулы", "résolution", "resolución", "قرار"}},
	{"declaration", []string{"declaration", "деклараци", "декларация", "déclaration", "declaración", "إعلان"}},
	{"law", []string{"law", "act ", "code", "закон", "кодекс", "заң", "loi ", "ley ", "قانون", "constitution"}},
}

// instrumentKind gives the type of an instrument by its name, "" where no word tells.
func instrumentKind(name string) string {
	name = strings.ToLower(name)
	best, kind := len(name)+1, ""
	for _, k := range instrumentWords {
		for _, w := range k.words {
			// The first such word says what it is: "Protocol to the Convention", "Law on the Plan".
			if i := strings.Index(name, w); i >= 0 && i < best {
				best, kind = i, k.kind
			}
		}
	}
	return kind
}
