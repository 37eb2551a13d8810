package paper

import (
	"context"
	"testing"
)

// A plain text is called by the heading it opens with, in any language.
func TestHeadingOfAPlainText(t *testing.T) {
	long := " met the Minister today and told him at length what the keepers of the lighthouses on the northern coast ask for."
	for _, c := range []struct{ why, text, want string }{
		{"stands apart", "Lighthouse keepers meet in Almaty\n\nThe Ambassador" + long, "Lighthouse keepers meet in Almaty"},
		{"right above its text", "Keepers meet in Almaty\nThe Ambassador" + long, "Keepers meet in Almaty"},
		{"on two lines", "Keepers of the lighthouses\nmeet in Almaty\n\nThe Ambassador" + long, "Keepers of the lighthouses meet in Almaty"},
		{"under its kind and day", "PRESS RELEASE\n\n27 May 2024\n\nKeepers meet\n\nThe Ambassador" + long, "Keepers meet"},
		{"above its day", "Keepers of the lighthouses meet in Almaty\n30 May 2024\n\nThe Ambassador" + long, "Keepers of the lighthouses meet in Almaty"},
		{"Arabic", "بيان صحفي\n\nحراس المنارات يجتمعون في ألماتي\n\nاستقبل الوزير اليوم السفير.", "حراس المنارات يجتمعون في ألماتي"},
		{"Russian", "Смотрители маяков встретились в Алматы\r\n\r\nМинистр принял посла.", "Смотрители маяков встретились в Алматы"},
		{"Kazakh", "Шамшырақ күзетшілері кездесті\n\nМинистр елшіні қабылдады.", "Шамшырақ күзетшілері кездесті"},
		{"French", "Communiqué de presse\n\nLes gardiens se réunissent\n\nLe ministre a reçu l'ambassadeur.", "Les gardiens se réunissent"},
		{"a question", "Who keeps the light?\n\nThe Ambassador" + long, "Who keeps the light?"},
		{"a sentence", "The Ambassador met the Minister.\n\nThey talked.", ""},
		{"Arabic comma", "استقبل الوزير اليوم السفير،\n\nوتحدثا.", ""},
		{"lines of one paragraph", "The Ambassador of the northern coast met the Minister of Foreign\nAffairs today and told him what the keepers of the lighthouses on\nthe coast ask for.\n\nThey will meet again.", ""},
		{"nothing after it", "Keepers meet in Almaty", ""},
		{"no letters", "1234\n\n5678\n\n9\n", ""},
		{"empty", "", ""},
	} {
		if got := heading(c.text); got != c.want {
			t.Errorf("%s: %q opens with the heading %q, want %q", c.why, c.text, got, c.want)
		}
	}
	o, err := Open(context.Background(), "press-ar.txt", []byte("حراس المنارات يجتمعون\n\nاستقبل الوزير السفير."), Limits{})
	if err != nil || o.Document.Title != "حراس المنارات يجتمعون" || o.Document.Name != "press-ar.txt" {
		t.Errorf("title %q, name %q, %v", o.Document.Title, o.Document.Name, err)
	}
}
