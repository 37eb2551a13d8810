package register

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"chancery"
)

// naming says which properties make the label of an entity of a schema that
// has no name of its own. Others are called by Schema.Naming.
type naming struct{ text, code, sub, date, place string }

var namings = map[string]naming{
	"Occupancy":      {text: "title", sub: "body"},
	"Membership":     {text: "member", sub: "organization"},
	"Contribution":   {text: "member", sub: "period"},
	"Event":          {text: "name", code: "type", date: "date", place: "place"},
	"Attendance":     {text: "person", sub: "capacity"},
	"Intervention":   {text: "text", code: "verb"},
	"Act":            {code: "type", sub: "instrument", date: "date"},
	"Milestone":      {code: "type", sub: "subject", date: "date"},
	"Report":         {text: "symbol", code: "type", sub: "mechanism"},
	"Recommendation": {text: "paragraph", sub: "text"},
	"Measure":        {text: "number", sub: "text"},
	"Ballot":         {text: "number", sub: "election"},
	"Candidature":    {text: "candidate", sub: "body"},
	"Pledge":         {text: "by", sub: "candidature", date: "date"},
	"Assignment":     {text: "to", sub: "measure"},
	"Progress":       {text: "text", code: "grade", date: "date"},
	"Observation":    {text: "value", sub: "indicator", date: "date"},
	"NoteVerbale":    {text: "number", sub: "from", date: "date"},
}

// labelProperties lists every property that a label may need.
var labelProperties = func() []string {
	seen := map[string]bool{"alias": true}
	for _, s := range chancery.Schemas {
		for _, p := range s.Naming {
			seen[p] = true
		}
	}
	for _, n := range namings {
		for _, p := range []string{n.text, n.code, n.sub, n.date, n.place} {
			seen[p] = p != ""
		}
	}
	delete(seen, "")
	var out []string
	for p := range seen {
		out = append(out, p)
	}
	slices.Sort(out)
	return out
}()

// labelOf makes the label of an entity from its lines, in a language, with the
// spellings chosen for it.
func labelOf(schema string, lines []Line, language string, chosen map[string]string) Label {
	l := Label{Schema: schema}
	n, special := namings[schema]
	if !special {
		s, _ := chancery.SchemaNamed(schema)
		for _, p := range s.Naming {
			if l.Text, l.Language = nameIn(lineOf(lines, p).Values, language, chosen); l.Text != "" {
				return l
			}
		}
		l.Text, l.Language = nameIn(lineOf(lines, "alias").Values, language, chosen)
		return l
	}
	if n.text != "" {
		l.Text, l.Language = nameIn(lineOf(lines, n.text).Values, language, chosen)
	}
	if n.code != "" {
		l.Property, l.Code = n.code, firstOf(lines, n.code).Text
	}
	if n.sub != "" {
		sub := firstOf(lines, n.sub)
		l.Sub = cmp.Or(sub.Label.Text, sub.Text)
	}
	if n.date != "" {
		l.Date, _ = chancery.ParseDate(firstOf(lines, n.date).Text)
	}
	if n.place != "" {
		l.Place = firstOf(lines, n.place).Text
	}
	if l.Text == "" && l.Code == "" {
		l.Text, l.Sub = l.Sub, ""
	}
	return l
}

// nameIn picks the name to show in a language: the spelling chosen for it,
// then a name in that language, in its script, in English, any; of equals the
// one that most passages say, then the longest.
func nameIn(values []Value, language string, chosen map[string]string) (text, lang string) {
	if language == "" {
		language = "en"
	}
	if c := chosen[language]; c != "" {
		return c, language
	}
	best, bestRank := Value{}, [3]int{-1}
	for _, v := range values {
		rank := [3]int{0, len(v.Cites), len([]rune(v.Text))}
		switch {
		case v.Language == language:
			rank[0] = 3
		case scriptOf(v.Text) == scriptFor(language):
			rank[0] = 2
		case v.Language == "en":
			rank[0] = 1
		}
		if slices.Compare(rank[:], bestRank[:]) > 0 {
			best, bestRank = v, rank
		}
	}
	return best.Text, best.Language
}

func scriptOf(s string) string {
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Latin, r):
			return "Latn"
		case unicode.Is(unicode.Cyrillic, r):
			return "Cyrl"
		case unicode.Is(unicode.Arabic, r):
			return "Arab"
		}
	}
	return ""
}

func scriptFor(language string) string {
	switch base, _, _ := strings.Cut(language, "-"); base {
	case "ru", "kk":
		return "Cyrl"
	case "ar":
		return "Arab"
	}
	return "Latn"
}

func lineOf(lines []Line, property string) Line {
	for _, l := range lines {
		if l.Property == property {
			return l
		}
	}
	return Line{Property: property}
}

func firstOf(lines []Line, property string) Value {
	if l := lineOf(lines, property); len(l.Values) > 0 {
		return l.Values[0]
	}
	return Value{}
}
