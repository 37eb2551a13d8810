package press_test

import (
	"strings"
	"testing"

	"chancery"
	"chancery/read/draft"
	"chancery/read/press"
	"pgregory.net/rapid"
)

// Every rule fires on each of its own examples.
func TestRulesFireOnTheirExamples(t *testing.T) {
	for _, rule := range press.Rules() {
		if len(rule.Examples) == 0 || rule.Sentence == "" || rule.Version == 0 {
			t.Errorf("%s: a rule needs a sentence, a version and an example", rule.Name)
		}
		for _, text := range rule.Examples {
			fired := false
			for _, s := range reading(text, "en").Statements {
				fired = fired || s.Rule == rule.Name
			}
			if !fired {
				t.Errorf("%s did not fire on %q; read:\n%s", rule.Name, text, told(reading(text, "en")))
			}
		}
	}
}

// Whatever the text, every statement quotes it at its offsets, and reading it
// again says the same.
func TestEveryStatementQuotesTheText(t *testing.T) {
	words := strings.Fields("The Minister of Foreign Affairs Kazakhstan 's met with Ambassador ( WDO ) , . \" – and H.E. signed agreement on 3 May 2024 elected to Committee Kairat посол Казахстана встретился وزير الخارجية a été nommé 2010 – 2012 <b> ]( — ' UN will agree to Council Egypt founded in")
	langs := []string{"en", "ru", "fr", "es", "ar", "kk"}
	rapid.Check(t, func(r *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom(words), 0, 60).Draw(r, "words")
		gap := rapid.SampledFrom([]string{" ", "\n", "", "\n\n", "\u00a0"}).Draw(r, "gap")
		text := strings.Join(parts, gap) + rapid.String().Draw(r, "tail")
		lang := rapid.SampledFrom(langs).Draw(r, "language")
		if text == "" {
			return
		}
		one := reading(text, lang)
		for _, s := range one.Statements {
			p := s.Passage
			if p.Start < 0 || p.End > len(text) || text[p.Start:p.End] != p.Quote {
				r.Fatalf("%v is not at its place", p)
			}
		}
		if told(one) != told(reading(text, lang)) {
			r.Fatal("two readings of one text differ")
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add("Minister Eva Novak met with Ambassador Erik Solheim in Oslo on 3 May 2022.", "en")
	f.Add("Посол Казахстана Кайрат Шариф встретился с министром.", "ru")
	f.Add("---\ntitle: x\n---\n<!-- a --> **b** &nbsp;", "fr")
	f.Fuzz(func(t *testing.T, text, lang string) {
		if strings.ToValidUTF8(text, "") != text || text == "" {
			t.Skip()
		}
		ed := &chancery.Edition{Document: "d", Number: 1, Text: text, Language: lang}
		d := draft.New(chancery.Document{ID: "d"}, ed)
		press.Read(d, nil)
		d.Reading(1, 0)
	})
}
