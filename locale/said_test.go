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

// said holds the key of every message that any package of ours says, read
// from the sources themselves.
var said = func() map[string]bool {
	keys := map[string]bool{}
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
				if key := saidBy(call, file.Name.Name); key != "" {
					keys[key] = true
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

// saidBy gives the key of the message that a call makes, "" where it makes none.
func saidBy(call *ast.CallExpr, pkg string) string {
	helper, name := false, ""
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		x, ok := f.X.(*ast.Ident)
		helper, name = helpers[f.Sel.Name], f.Sel.Name
		if !helper && !(ok && x.Name == "chancery" && name == "Say") {
			return ""
		}
	case *ast.Ident:
		helper, name = helpers[f.Name], f.Name
		if !helper && !(pkg == "chancery" && name == "Say") {
			return ""
		}
	}
	for i, arg := range call.Args {
		key := literal(arg)
		switch {
		case i+1 == len(call.Args):
		case !helper && i == 0:
			return key
		case helper && keyForm.MatchString(key) && literal(call.Args[i+1]) != "":
			return key
		}
	}
	return ""
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
