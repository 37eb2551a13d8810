package web

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"chancery/election"
	"chancery/locale"
	"chancery/register"
	"chancery/treaty"
)

// constants gives the values of the constants of one type, from the sources of
// its package: one that is added is seen without being named here.
func constants(t *testing.T, pkg, kind string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", pkg, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			of, named := spec.Type.(*ast.Ident)
			lit, written := spec.Values[0].(*ast.BasicLit)
			if named && written && of.Name == kind && lit.Kind == token.STRING {
				value, err := strconv.Unquote(lit.Value)
				if err != nil {
					t.Fatal(err)
				}
				if value != "" {
					out = append(out, value)
				}
			}
			return true
		})
	}
	if len(out) < 2 {
		t.Fatalf("%s has %d constants of the type %s; the test looks in the wrong place", pkg, len(out), kind)
	}
	return out
}

// Every key that a page makes of a constant of the rules is worded in every
// language of the interface.
func TestKeysMadeOfConstantsAreWorded(t *testing.T) {
	plain := func(prefix string) func(string) string { return func(s string) string { return prefix + s } }
	dashed := func(prefix string) func(string) string {
		return func(s string) string { return prefix + strings.ReplaceAll(s, " ", "-") }
	}
	for _, one := range []struct {
		pkg, kind string
		key       func(string) string
	}{
		{"election", "VacancyRule", func(s string) string { return "election.vacancy." + vacancyKey(election.VacancyRule(s)) }},
		{"election", "Stage", func(s string) string { return "election.stage." + stageKey(election.Stage(s)) }},
		{"election", "Kind", func(s string) string { return "election.next." + nextKey(election.Kind(s)) }},
		{"election", "Base", plain("election.base.")},
		{"election", "PledgeStatus", plain("pledge.status.")},
		{"election", "Organ", func(s string) string { return election.Organ(s).Label().Key }},
		{"register", "ElectorateFrom", plain("election.from.")},
		{"treaty", "Effect", dashed("treaty.effect.")},
		{"treaty", "Status", func(s string) string { return treaty.Status(s).Label().Key }},
		{"treaty", "Mark", func(s string) string { return treaty.Mark(s).Label().Key }},
		{"treaty", "DomesticKind", func(s string) string { return treaty.DomesticKind(s).Label().Key }},
		{"reporting", "Basis", plain("reporting.basis.")},
		{"reporting", "Kind", plain("reporting.kind.")},
	} {
		var keys []string
		for _, value := range constants(t, one.pkg, one.kind) {
			keys = append(keys, one.key(value))
		}
		worded(t, one.pkg+"."+one.kind, keys...)
	}
	worded(t, "differences", "treaty.field.participant", "treaty.field.signature", "treaty.field.consent", "treaty.field.kind")
	worded(t, "notices", "custody."+noticeWay(true), "custody."+noticeWay(false))
	for _, act := range pledgeActs {
		worded(t, "acts on pledges", "pledge.act."+act)
	}
	for _, kind := range register.DepositMeans {
		if key := "code." + string(kind); !locale.For("en").Has(key) {
			worded(t, "deposits", "code.Act.type."+string(kind))
		}
	}
}

func worded(t *testing.T, what string, keys ...string) {
	t.Helper()
	for _, lang := range []string{"en", "ar", "ru"} {
		p := locale.For(lang)
		for _, key := range keys {
			if !p.Has(key) && !p.Has(key+"[other]") {
				t.Errorf("%s does not word %q of %s", lang, key, what)
			}
		}
	}
}
