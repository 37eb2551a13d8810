package press

import "strings"

// conjugations are the paradigms of Arabic verbs, named by one of each, with the
// stem at the hyphen: sound ones alike in both tenses (وقّع), with an alif that the
// imperfect drops (اجتمع, أعلن), with a weak end (التقى, أجرى; تلقّى), and one tense
// alone (زار, يزور).
var conjugations = map[string][]string{
	"وقع":   {"-", "-ت", "-ا", "-تا", "-وا", "ي-", "ت-", "سي-", "ست-", "ي-ان", "ت-ان", "سي-ان", "ست-ان", "ي-ون", "سي-ون", "ي-ا", "ت-ا", "ي-وا"},
	"اجتمع": {"ا-", "ا-ت", "ا-ا", "ا-تا", "ا-وا", "ي-", "ت-", "سي-", "ست-", "ي-ان", "ت-ان", "سي-ان", "ست-ان", "ي-ون", "سي-ون", "ي-ا", "ت-ا", "ي-وا"},
	"التقي": {"ا-ي", "ا-ت", "ا-يا", "ا-تا", "ا-وا", "ي-ي", "ت-ي", "سي-ي", "ست-ي", "ي-يان", "ت-يان", "سي-يان", "ست-يان", "ي-ون", "سي-ون", "ي-يا", "ي-وا"},
	"تلقي":  {"-ي", "-ت", "-يا", "-تا", "-وا", "ي-ي", "ت-ي", "سي-ي", "ست-ي", "ي-يان", "ت-يان", "ي-ون", "ي-وا"},
	"ماضي":  {"-", "-ت", "-ا", "-تا", "-وا"},
	"مضارع": {"ي-", "ت-", "سي-", "ست-", "ي-ان", "ت-ان", "سي-ان", "ست-ان", "ي-ون", "سي-ون", "ي-ا", "ت-ا", "ي-وا"},
}

// ended puts an ending to a stem: one of Arabic verbs says by a hyphen where
// the stem stands in it, as the imperfect begins with the person.
func ended(stem, end string) string {
	if before, after, ok := strings.Cut(end, "-"); ok {
		return before + stem + after
	}
	return stem + end
}
