package chancery

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// mayImport says which packages of ours each package may import. Reading and
// pages never meet; SQL and rules never meet; only cmd knows all.
var mayImport = map[string][]string{
	".":             {},
	"text":          {},
	"authority":     {".", "text"},
	"paper":         {".", "text"},
	"read/when":     {".", "text"},
	"read/draft":    {".", "text"},
	"read/press":    {".", "text", "authority", "read/draft", "read/when"},
	"read/official": {".", "text", "authority", "read/draft", "read/when"},
	"read":          {".", "text", "authority", "read/draft", "read/when", "read/press", "read/official"},
	"learn":         {".", "text"},
	"treaty":        {"."},
	"reporting":     {"."},
	"meeting":       {"."},
	"plan":          {"."},
	"election":      {"."},
	"membership":    {"."},
	"ledger":        {"."},
	"store":         {".", "ledger", "text"},
	"storetest":     {".", "ledger"},
	"register":      {".", "ledger", "text", "authority", "treaty", "reporting", "meeting", "plan", "election", "membership"},
	"locale":        {"."},
	"export":        {".", "ledger", "register", "locale"},
	"demo":          {".", "ledger", "register"},
	"remote":        {".", "text", "read/draft", "read/when"},
	"web":           {".", "ledger", "register", "export", "locale", "treaty", "reporting", "meeting", "plan", "election", "membership"},
}

// anyImport lists folders that may know everything: the program and its tools.
var anyImport = []string{"cmd", "tools"}

func TestImportsRunOneWay(t *testing.T) {
	eachGoFile(t, func(path string, file *ast.File) {
		dir := filepath.ToSlash(filepath.Dir(path))
		top, _, _ := strings.Cut(dir, "/")
		if slices.Contains(anyImport, top) || strings.HasSuffix(path, "_test.go") {
			return
		}
		allowed, known := mayImport[dir]
		if of, ok := mayImport[top]; ok && !known { // a folder below a package serves it
			allowed, known = append(slices.Clone(of), top), true
		}
		if !known {
			t.Errorf("%s: the folder is not in the table of contents (DESIGN, packages); add it to mayImport with what it may import", path)
			return
		}
		for _, spec := range file.Imports {
			of, ours := strings.CutPrefix(strings.Trim(spec.Path.Value, `"`), "chancery")
			if !ours {
				continue
			}
			if of = strings.TrimPrefix(of, "/"); of == "" {
				of = "."
			}
			if !slices.Contains(allowed, of) {
				t.Errorf("%s imports %s: imports run one way (%s may import %v)", path, of, dir, allowed)
			}
		}
	})
}

// pure packages get the date as an argument and touch nothing outside.
var pure = []string{".", "text", "treaty", "reporting", "meeting", "plan", "election", "membership", "learn", "ledger", "locale"}

func TestRulesStayPure(t *testing.T) {
	eachGoFile(t, func(path string, file *ast.File) {
		if !slices.Contains(pure, filepath.ToSlash(filepath.Dir(path))) || strings.HasSuffix(path, "_test.go") {
			return
		}
		for _, spec := range file.Imports {
			switch p := strings.Trim(spec.Path.Value, `"`); p {
			case "os", "net", "net/http", "database/sql", "os/exec", "path/filepath":
				t.Errorf("%s imports %s: a rule package touches no disk and no network", path, p)
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && sel.Sel.Name == "Now" {
				if x, ok := sel.X.(*ast.Ident); ok && x.Name == "time" {
					t.Errorf("%s reads the clock: the date is an argument", path)
				}
			}
			return true
		})
	})
}

func TestPackagesTellTheirStory(t *testing.T) {
	story := map[string]int{}
	eachGoFile(t, func(path string, file *ast.File) {
		dir := filepath.ToSlash(filepath.Dir(path))
		if file.Name.Name == "main" || strings.HasSuffix(path, "_test.go") {
			return
		}
		if file.Doc != nil {
			story[dir] = max(story[dir], strings.Count(file.Doc.Text(), "\n"))
		} else {
			story[dir] = max(story[dir], 0)
		}
	})
	for dir, lines := range story {
		if lines < 5 || lines > 40 {
			t.Errorf("package %s tells its story in %d lines; 10 to 30 is the rule", dir, lines)
		}
	}
}

// maxLines is how long a function of the readers may be: what does not fit on a
// screen is read by nobody whole.
const maxLines = 60

func TestReadersAreShort(t *testing.T) {
	eachGoFile(t, func(path string, file *ast.File) {
		if !strings.HasPrefix(path, "read/") || strings.HasSuffix(path, "_test.go") {
			return
		}
		for _, d := range file.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok {
				if n := fileSet.Position(fn.End()).Line - fileSet.Position(fn.Pos()).Line + 1; n > maxLines {
					t.Errorf("%s: %s has %d lines", path, fn.Name.Name, n)
				}
			}
		}
	})
}

// leftover finds notes to oneself, and paths that are true of one machine alone.
var leftover = regexp.MustCompile(`\b(TODO|FIXME|XXX|HACK)\b|(^|[\s"'(=])/(work|home|root|mnt|Users)/\w`)

func TestNothingIsLeftOver(t *testing.T) {
	walk(t, func(path string) {
		switch filepath.Ext(path) {
		case ".go", ".md", ".templ", ".css", ".js", ".sql", ".sh", "":
		default:
			return
		}
		if path == "house_test.go" || strings.HasPrefix(path, "web/assets/vendor/") {
			return
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if m := leftover.Find(b); m != nil {
			t.Errorf("%s holds %q", path, m)
		}
	})
}

// fileSet knows the lines of the files that a test has parsed.
var fileSet = token.NewFileSet()

func eachGoFile(t *testing.T, do func(path string, file *ast.File)) {
	t.Helper()
	walk(t, func(path string) {
		if filepath.Ext(path) != ".go" {
			return
		}
		file, err := parser.ParseFile(fileSet, path, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		do(path, file)
	})
}

func walk(t *testing.T, do func(path string)) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			switch d.Name() {
			case ".git", "testdata", "bin", "dist", "vendor", "node_modules", "chancery-data":
				return filepath.SkipDir
			}
			return nil
		}
		do(filepath.ToSlash(path))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
