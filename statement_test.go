package chancery

import (
	"testing"

	"pgregory.net/rapid"
)

// The vectors of docs/format.md.
func TestIdentityVectors(t *testing.T) {
	doc := NewDocumentID([]byte("The Ambassador of Kazakhstan met the Executive Director."))
	if got, want := string(doc), "4f16c507d3ddeb121e50c57646b1e9f6d9a9c12ab10b019bdef223a866602ead"; got != want {
		t.Errorf("document %s, want %s", got, want)
	}
	m := NewMention(doc, "Occupancy", 1, 4, 14)
	if got, want := string(m), "mv5i7lftq3ip2tmjyqvchb7yhve"; got != want {
		t.Errorf("mention %s, want %s", got, want)
	}
	s := Statement{Subject: m, Schema: "Occupancy", Property: "body", Value: "Kazakhstan", Ref: "state:KAZ", Language: "en",
		Passage: Passage{Document: doc, Edition: 1, Start: 18, End: 28, Quote: "Kazakhstan"}}
	if got, want := s.Identify().String(), "030c605b85894b54281db80638751837b0d47791b62fca001f02939131a6a296"; got != want {
		t.Errorf("statement %s, want %s", got, want)
	}
	if got, want := string(NewImportMention(doc, "Act", "UNTC-4-8|KAZ|a")), "mkcx7yihyzupichtnxv7kebg2di"; got != want {
		t.Errorf("import mention %s, want %s", got, want)
	}
}

func TestIdentityIgnoresTheRule(t *testing.T) {
	s := Statement{Subject: "state:KAZ", Schema: "State", Property: "name", Value: "Kazakhstan", Rule: "a", Version: 1}
	same := s
	same.Rule, same.Version, same.Marking = "b", 2, "restricted"
	if s.Identify() != same.Identify() {
		t.Error("a changed rule must not change what is said")
	}
}

func TestIdentitySeparatesFields(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := Statement{Property: rapid.String().Draw(t, "property"), Value: rapid.String().Draw(t, "value")}
		n := rapid.IntRange(0, len(a.Value)).Draw(t, "moved")
		b := Statement{Property: a.Property + a.Value[:n], Value: a.Value[n:]}
		if n > 0 && a.Identify() == b.Identify() {
			t.Fatal("bytes moved from one field to the next must change the name")
		}
		back, err := ParseStatementID(a.Identify().String())
		if err != nil || back != a.Identify() {
			t.Fatalf("%v, %v", back, err)
		}
	})
}

func TestCut(t *testing.T) {
	text := "Сулейменова met Лама Шариф"
	p, err := Cut("d", 1, text, 23, 26)
	if err != nil || p.Quote != "met" || p.Before+p.Quote+p.After != text {
		t.Errorf("%+v, %v", p, err)
	}
	for _, r := range [][2]int{{-1, 2}, {0, 0}, {5, 4}, {0, len(text) + 1}, {1, 4}, {0, 1}} {
		if _, err := Cut("d", 1, text, r[0], r[1]); KindOf(err) != Invalid || err == nil {
			t.Errorf("bytes %v of the text made a passage", r)
		}
	}
}

func TestSchemas(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range Schemas {
		if seen[s.Name] {
			t.Errorf("schema %s stands twice", s.Name)
		}
		seen[s.Name] = true
	}
	for _, s := range Schemas {
		for _, p := range s.Properties {
			if (p.Type == TypeEntity) != (len(p.Range) > 0) {
				t.Errorf("%s.%s: exactly references have a range", s.Name, p.Name)
			}
			if p.Type == TypeCode && len(p.Values) < 2 {
				t.Errorf("%s.%s: a code needs its values", s.Name, p.Name)
			}
			for _, r := range p.Range {
				if !seen[r] {
					t.Errorf("%s.%s refers to %s, which is no schema", s.Name, p.Name, r)
				}
			}
		}
		for _, n := range s.Naming {
			if _, ok := s.Property(n); !ok {
				t.Errorf("%s is named by %s, which it does not have", s.Name, n)
			}
		}
	}
}
