package locale

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// said holds every message that any package of ours says, with its English
// sentences by its key, read from the sources themselves.
var said = func() map[string][]string {
	keys := map[string][]string{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() == "storetest" {
			return filepath.SkipDir // a suite for tests, whose messages nobody reads
		}
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if key, sentence := saidBy(call, file.Name.Name); key != "" {
					keys[key] = append(keys[key], sentence)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		panic(err)
	}
	return keys
}()

// helpers are functions of the packages that make a message or an error of
// one, or note one, of a key and an English sentence among their arguments.
// Steps and doubts of the rules are no such: pages word them with keys of
// their own.
var helpers = map[string]bool{"fail": true, "invalid": true, "unreadable": true, "note": true, "refuse": true}

var keyForm = regexp.MustCompile(`^[a-z]+\.[a-zA-Z-]+$`)

// saidBy gives the key of the message that a call makes and its sentence, ""
// where it makes none.
func saidBy(call *ast.CallExpr, pkg string) (key, sentence string) {
	helper, name := false, ""
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		x, ok := f.X.(*ast.Ident)
		helper, name = helpers[f.Sel.Name], f.Sel.Name
		if !helper && !(ok && x.Name == "chancery" && name == "Say") {
			return "", ""
		}
	case *ast.Ident:
		helper, name = helpers[f.Name], f.Name
		if !helper && !(pkg == "chancery" && name == "Say") {
			return "", ""
		}
	}
	for i := range len(call.Args) - 1 {
		key, sentence := literal(call.Args[i]), literal(call.Args[i+1])
		switch {
		case !helper && i == 0:
			return key, sentence
		case helper && keyForm.MatchString(key) && sentence != "":
			return key, sentence
		}
	}
	return "", ""
}

// literal gives a string written out in the source, "" for anything else.
func literal(e ast.Expr) string {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return ""
	}
	s, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return s
}
