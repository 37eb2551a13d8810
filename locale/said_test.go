package locale

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// said holds every message that any package of ours says, with its English
// sentences by its key, read from the sources themselves.
var said = func() map[string][]string {
	packages := map[string][]*ast.File{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() == "storetest" {
			return filepath.SkipDir // a suite for tests, whose messages nobody reads
		}
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		packages[filepath.Dir(path)] = append(packages[filepath.Dir(path)], file)
		return err
	})
	if err != nil {
		panic(err)
	}
	all := map[string][]string{}
	for _, files := range packages {
		newSpeech(files).each(func(key, sentence string) { all[key] = append(all[key], sentence) })
	}
	return all
}()

// speech is how the functions of one package say messages.
type speech struct {
	functions []function
	sayers    map[string][]sayer
}

// function is one that may say a message: the names of what it is given, the
// types of what it names, as far as they are written out, and its body.
type function struct {
	name   string
	params []string
	types  map[string]string
	body   ast.Node
}

// sayer is a function that says a message whose key, after a prefix, is its
// argument at an index; the English sentence is the argument after it.
type sayer struct {
	index  int
	prefix string
}

// newSpeech finds the sayers of a package: chancery.Say, every function that
// gives an argument of its own to a sayer as the key, and so on until no new
// one is found.
func newSpeech(files []*ast.File) *speech {
	s := &speech{sayers: map[string][]sayer{"chancery.Say": {{}}}}
	for _, file := range files {
		if file.Name.Name == "chancery" {
			s.sayers["Say"] = []sayer{{}}
		}
		s.read(file)
	}
	for found := true; found; {
		found = false
		for _, f := range s.functions {
			s.calls(f, func(how sayer, key, _ ast.Expr) {
				prefix, name := spelt(key)
				mine := sayer{slices.Index(f.params, name), how.prefix + prefix}
				if name != "" && mine.index >= 0 && !slices.Contains(s.sayers[f.name], mine) {
					s.sayers[f.name] = append(s.sayers[f.name], mine)
					found = true
				}
			})
		}
	}
	return s
}

// read collects the functions and methods of a file, functions in variables
// and what variables are set to.
func (s *speech) read(file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			f := function{name: n.Name.Name, params: params(n.Type), types: map[string]string{}, body: n}
			f.name = strings.TrimPrefix(f.receive(n.Recv)+"."+f.name, ".")
			f.receive(n.Type.Params)
			s.functions = append(append(s.functions, f), f.inner()...)
		case *ast.ValueSpec:
			for _, v := range n.Values {
				s.functions = append(s.functions, function{body: v})
			}
		}
		return true
	})
}

// inner gives the functions in variables of f, under its name and theirs, and
// notes the types of variables that f makes.
func (f function) inner() (all []function) {
	ast.Inspect(f.body, func(n ast.Node) bool {
		set, ok := n.(*ast.AssignStmt)
		if !ok {
			return true
		}
		name, _ := set.Lhs[0].(*ast.Ident)
		made := set.Rhs[0]
		if address, ok := made.(*ast.UnaryExpr); ok {
			made = address.X
		}
		switch made := made.(type) {
		case *ast.FuncLit:
			if name != nil {
				all = append(all, function{f.name + " " + name.Name, params(made.Type), f.types, made.Body})
			}
		case *ast.CompositeLit:
			if of, ok := made.Type.(*ast.Ident); ok && name != nil {
				f.types[name.Name] = of.Name
			}
		}
		return true
	})
	return all
}

// receive notes the types of parameters or of a receiver and gives the last.
func (f *function) receive(fields *ast.FieldList) (last string) {
	if fields == nil {
		return ""
	}
	for _, field := range fields.List {
		of := field.Type
		if star, ok := of.(*ast.StarExpr); ok {
			of = star.X
		}
		if id, ok := of.(*ast.Ident); ok {
			last = id.Name
		}
		for _, name := range field.Names {
			f.types[name.Name] = last
		}
	}
	return last
}

// each gives every key that is spelt out, with its sentence.
func (s *speech) each(yield func(key, sentence string)) {
	for _, f := range s.functions {
		s.calls(f, func(how sayer, arg, sentence ast.Expr) {
			key, name := spelt(arg)
			if key = how.prefix + key; name == "" && keyForm.MatchString(key) && literal(sentence) != "" {
				yield(key, literal(sentence))
			}
		})
	}
}

// calls gives every call of a sayer within a function, with its key and sentence.
func (s *speech) calls(f function, yield func(how sayer, key, sentence ast.Expr)) {
	ast.Inspect(f.body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			for _, how := range s.heard(f, call) {
				if how.index+1 < len(call.Args) {
					yield(how, call.Args[how.index], call.Args[how.index+1])
				}
			}
		}
		return true
	})
}

var keyForm = regexp.MustCompile(`^[a-z]+(\.[a-zA-Z0-9-]+)+$`)

// heard gives how the function that f calls says messages: a function in a
// variable of its own before one of the package, and a method of the type that
// its variable has, or of any where that is not written out.
func (s *speech) heard(f function, call *ast.CallExpr) (all []sayer) {
	switch c := call.Fun.(type) {
	case *ast.Ident:
		if own := s.sayers[f.name+" "+c.Name]; own != nil {
			return own
		}
		return s.sayers[c.Name]
	case *ast.SelectorExpr:
		x, _ := c.X.(*ast.Ident)
		if x == nil {
			return nil
		}
		if of := f.types[x.Name]; of != "" {
			return s.sayers[of+"."+c.Sel.Name]
		}
		if x.Name == "chancery" {
			return s.sayers["chancery."+c.Sel.Name]
		}
		for name, how := range s.sayers {
			if strings.HasSuffix(name, "."+c.Sel.Name) {
				all = append(all, how...)
			}
		}
	}
	return all
}

// params names the parameters of a function in order.
func params(f *ast.FuncType) []string {
	var names []string
	for _, field := range f.Params.List {
		for _, name := range field.Names {
			names = append(names, name.Name)
		}
	}
	return names
}

// spelt takes a key apart: what is written out, and the variable after it.
func spelt(e ast.Expr) (text, name string) {
	switch e := e.(type) {
	case *ast.BasicLit:
		return literal(e), ""
	case *ast.Ident:
		return "", e.Name
	case *ast.BinaryExpr:
		if name, ok := e.Y.(*ast.Ident); ok {
			return literal(e.X), name.Name
		}
	}
	return "", "?"
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
