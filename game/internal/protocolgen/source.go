package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

// source is what Go packages declare, by its name: "figure.report".
type source map[string]declared

// A declared is a type, or a variable or constant with its value.
type declared struct {
	doc   string
	typ   ast.Expr
	value ast.Expr
}

// read adds the package of a folder, without its tests.
func (s source) read(folder string) error {
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		return err
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if err := s.add(name, string(text)); err != nil {
			return err
		}
	}
	return nil
}

// add adds the text of one file.
func (s source) add(name, text string) error {
	file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	for _, d := range file.Decls {
		group, ok := d.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, spec := range group.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				doc := spec.Doc
				if doc == nil && len(group.Specs) == 1 {
					doc = group.Doc
				}
				s[file.Name.Name+"."+spec.Name.Name] = declared{doc: doc.Text(), typ: spec.Type}
			case *ast.ValueSpec:
				for i, v := range spec.Values {
					s[file.Name.Name+"."+spec.Names[i].Name] = declared{typ: spec.Type, value: v}
				}
			}
		}
	}
	return nil
}

// An entry is a line of a Go table: a word, the name of the struct that it stands for, and the type of the answer if the table
// gives one.
type entry struct {
	word, name string
	answer     ast.Expr
}

// table reads a list such as {{"play", &Play{}}, …}, or {{"units", &unitsRequest{}, new(unitsReport)}, …}; ok is false if it
// is not such a list.
func (s source) table(name string) (list []entry, ok bool) {
	lines, ok := s[name].value.(*ast.CompositeLit)
	if !ok || len(lines.Elts) == 0 {
		return nil, false
	}
	in, _, _ := strings.Cut(name, ".")
	for _, line := range lines.Elts {
		pair, ok := line.(*ast.CompositeLit)
		if !ok || len(pair.Elts) < 2 || len(pair.Elts) > 3 {
			return nil, false
		}
		word, isWord := pair.Elts[0].(*ast.BasicLit)
		to, isPointer := pair.Elts[1].(*ast.UnaryExpr)
		if !isWord || !isPointer {
			return nil, false
		}
		zero, isStruct := to.X.(*ast.CompositeLit)
		if !isStruct {
			return nil, false
		}
		e := entry{word: strings.Trim(word.Value, `"`), name: nameOf(in, zero.Type)}
		if len(pair.Elts) == 3 {
			made, isCall := pair.Elts[2].(*ast.CallExpr)
			if !isCall || len(made.Args) != 1 {
				return nil, false
			}
			e.answer = made.Args[0]
		}
		list = append(list, e)
	}
	return list, true
}

// nameOf returns the name of a type that a package names; "" if it has none.
func nameOf(in string, e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return in + "." + e.Name
	case *ast.SelectorExpr:
		return e.X.(*ast.Ident).Name + "." + e.Sel.Name
	}
	return ""
}

// structOf is the struct that a name stands for, and the name of the type that spells it: of type AddPoint scene.Point the
// latter. It is nil where there is none.
func (s source) structOf(name string) (*ast.StructType, string) {
	d, ok := s[name]
	if !ok {
		return nil, name
	}
	if t, ok := d.typ.(*ast.StructType); ok {
		return t, name
	}
	in, _, _ := strings.Cut(name, ".")
	if other := nameOf(in, d.typ); other != "" && other != name {
		return s.structOf(other)
	}
	return nil, name
}
