package main

import (
	"cmp"
	"errors"
	"fmt"
	"go/ast"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// A writer writes the types of a plan, each once; those that a part names come after it.
type writer struct {
	plan
	src     source
	text    strings.Builder
	waiting []string        // names of types to write
	met     map[string]bool // names that were written, or wait
	used    map[string]bool // keys of the plan's names and said
	faults  []error
	reading bool // Go only reads what is being written: case doesn't matter, so a field needs no tag
}

// A field is one of a struct.
type field struct {
	goName   string
	name     string
	typ      string
	optional bool
	comment  string
}

// typeScript is the file that the plan makes of Go's source. The error says what is impossible in the plan or the source.
func (p plan) typeScript(src source) (string, error) {
	w := &writer{plan: p, src: src, met: map[string]bool{}, used: map[string]bool{}}
	w.text.WriteString(p.head)
	for _, part := range p.parts {
		w.reading = part.union != ""
		switch {
		case part.line != "":
			w.text.WriteString("\n" + part.line + "\n")
		case part.union != "":
			w.union(part)
		case part.answers != "":
			w.answers(part)
		case part.codes != "":
			w.codes(part.codes)
		default:
			w.meet(part.root)
		}
		for len(w.waiting) > 0 {
			name := w.waiting[0]
			w.waiting = w.waiting[1:]
			w.declare(name)
		}
	}
	for _, list := range []map[string]string{p.names, p.said} {
		for name := range list {
			if !w.used[name] {
				w.wrong("the plan describes %s, which nothing uses", name)
			}
		}
	}
	return w.text.String(), errors.Join(w.faults...)
}

func (w *writer) wrong(format string, args ...any) {
	w.faults = append(w.faults, fmt.Errorf(format, args...))
}

// union writes a union of the structs of a table, each with its word.
func (w *writer) union(p part) {
	list, ok := w.src.table(p.table)
	if !ok {
		w.wrong("%s: want a list of {word, &struct{}}", p.table)
	}
	w.text.WriteString("\n" + comment(w.docOf(p.of, nil), "") + "export type " + p.union + " =")
	for _, e := range list {
		fields := w.fieldsOf(e.name)
		w.text.WriteString("\n" + comment(w.docOf(e.name, fields), "  ") + "  | ")
		line := "{ type: " + quoted(e.word)
		for _, f := range fields {
			line += "; " + f.String()
		}
		line += " }"
		if tooLong("  | "+line) || slices.ContainsFunc(fields, func(f field) bool { return f.comment != "" }) {
			line = "{\n      type: " + quoted(e.word) + ";\n" + lines(fields, "      ") + "    }"
		}
		w.text.WriteString(line)
	}
	w.text.WriteString(";\n")
}

// answers writes the type of the answer to each struct of a table, by its word.
func (w *writer) answers(p part) {
	list, _ := w.src.table(p.table)
	in, _, _ := strings.Cut(p.table, ".")
	w.text.WriteString("\n/** What each " + p.of + " is answered with. */\nexport interface " + p.answers + " {\n")
	for _, e := range list {
		if e.answer == nil {
			w.wrong("%s: %s: want an answer", p.table, e.word)
			continue
		}
		w.text.WriteString("  " + e.word + ": " + w.typeOf(in, e.answer) + ";\n")
	}
	w.text.WriteString("}\n")
}

// declare writes a type.
func (w *writer) declare(name string) {
	d, ok := w.src[name]
	if !ok || d.typ == nil {
		w.wrong("%s: no such type is read", name)
		return
	}
	if t, _ := w.src.structOf(name); t == nil {
		in, _, _ := strings.Cut(name, ".")
		typ := cmp.Or(w.words(name), w.typeOf(in, d.typ))
		w.text.WriteString("\n" + comment(w.docOf(name, nil), "") + "export type " + w.nameOf(name) + " = " + typ + ";\n")
		return
	}
	fields := w.fieldsOf(name)
	w.text.WriteString("\n" + comment(w.docOf(name, fields), "") + "export interface " + w.nameOf(name) + " {\n" + lines(fields, "  ") + "}\n")
}

func lines(fields []field, indent string) (text string) {
	for _, f := range fields {
		text += comment(f.comment, indent) + indent + f.String() + ";\n"
	}
	return text
}

func (f field) String() string {
	if f.optional {
		return f.name + "?: " + f.typ
	}
	return f.name + ": " + f.typ
}

// fieldsOf returns the fields of a struct, with those of embedded structs in place.
func (w *writer) fieldsOf(name string) (list []field) {
	t, name := w.src.structOf(name)
	if t == nil {
		w.wrong("%s: no such struct is read", name)
		return nil
	}
	in, _, _ := strings.Cut(name, ".")
	for _, f := range t.Fields.List {
		if len(f.Names) == 0 {
			list = append(list, w.fieldsOf(nameOf(in, f.Type))...)
		}
		for _, id := range f.Names {
			if id.IsExported() {
				list = append(list, w.field(name, id.Name, f))
			}
		}
	}
	return list
}

// field returns a field of a struct. A pointer may be null, as may a slice whose comment has "nil"; an optional field is neither.
func (w *writer) field(of, id string, f *ast.Field) field {
	in, _, _ := strings.Cut(of, ".")
	about := f.Doc.Text() + f.Comment.Text()
	key, options, _ := strings.Cut(tagOf(f).Get("json"), ",")
	if key == "" && !w.reading {
		w.wrong("%s.%s: want a json tag", of, id)
	}
	if key == "" {
		key = small(id)
	}
	typ, ok := w.said[of+"."+id]
	if w.used[of+"."+id] = true; !ok {
		typ = w.typeOf(in, f.Type)
		if a, list := f.Type.(*ast.ArrayType); list && a.Len == nil && nothing.MatchString(about) {
			typ += " | null"
		}
	}
	optional := strings.Contains(options, "omit")
	if optional {
		typ = strings.TrimSuffix(typ, " | null")
	}
	return field{id, key, typ, optional, w.sentence(in, about)}
}

func tagOf(f *ast.Field) reflect.StructTag {
	if f.Tag == nil {
		return ""
	}
	text, _ := strconv.Unquote(f.Tag.Value)
	return reflect.StructTag(text)
}

// small returns a Go name without its leading capitals: DX is dx.
func small(name string) string {
	if strings.ToUpper(name) == name {
		return strings.ToLower(name)
	}
	return string(unicode.ToLower(rune(name[0]))) + name[1:]
}

var basic = map[string]string{"string": "string", "bool": "boolean", "any": "unknown"}

// typeOf returns the TypeScript name of a type that a package names.
func (w *writer) typeOf(in string, e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return w.typeOf(in, e.X) + " | null"
	case *ast.MapType:
		return "Record<" + w.typeOf(in, e.Key) + ", " + w.typeOf(in, e.Value) + ">"
	case *ast.ArrayType:
		return w.listOf(in, e)
	case *ast.Ident:
		if isNumber(e.Name) {
			return "number"
		}
		if typ, ok := basic[e.Name]; ok {
			return typ
		}
	}
	name := nameOf(in, e)
	if name == "json.RawMessage" {
		return "unknown"
	}
	if name == "" {
		w.wrong("%s has a %T: want a type with a name", in, e)
		return "never"
	}
	if typ, ok := w.said[name]; ok {
		w.used[name] = true
		return typ
	}
	w.meet(name)
	return w.nameOf(name)
}

// listOf returns the type of a slice, or of an array as a tuple; two floats are an XY.
func (w *writer) listOf(in string, e *ast.ArrayType) string {
	one := w.typeOf(in, e.Elt)
	if strings.Contains(one, " | ") {
		one = "(" + one + ")"
	}
	size, ok := e.Len.(*ast.BasicLit)
	if !ok {
		return one + "[]"
	}
	n, _ := strconv.Atoi(size.Value)
	if id, ok := e.Elt.(*ast.Ident); ok && n == 2 && strings.HasPrefix(id.Name, "float") {
		return "XY"
	}
	return "[" + strings.Join(slices.Repeat([]string{one}, n), ", ") + "]"
}

func isNumber(name string) bool {
	kind := strings.TrimRight(name, "0123456789")
	return kind == "int" || kind == "uint" || kind == "float"
}

// meet adds a type to those to write.
func (w *writer) meet(name string) {
	if !w.met[name] {
		w.met[name] = true
		w.waiting = append(w.waiting, name)
	}
}

// nameOf returns the TypeScript name of a type.
func (w *writer) nameOf(name string) string {
	if other, ok := w.names[name]; ok {
		w.used[name] = true
		return other
	}
	_, own, _ := strings.Cut(name, ".")
	return strings.ToUpper(own[:1]) + own[1:]
}
