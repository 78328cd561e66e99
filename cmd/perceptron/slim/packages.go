package slim

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// A Package is a Go package's part of a program: its functions' code, in bytes.
type Package struct {
	Name  string
	Bytes int
}

// Packages are the packages whose functions a program holds, the largest first, as the program's section of names has
// them: so of a program that was linked without -s. In those names '/' and '.' of a path are '_'. What isn't code (data,
// types, tables) has no names in wasm, and is counted as one, "data".
func Packages(program []byte) (list []Package, err error) {
	sections, err := split(program)
	if err != nil {
		return nil, err
	}
	defer recoverAs(&err, "a wasm program")
	names := map[int]string{}
	imported := 0
	var code []byte
	sizes := map[string]int{}
	for _, s := range sections {
		switch s.id {
		case customSection:
			readNames(s.body, names)
		case importSection:
			imported = importedFunctions(s.body)
		case codeSection:
			code = s.body
		case dataSection:
			sizes["data"] = len(s.body)
		}
	}
	insist(len(names) > 0, "no names of functions: want a program that was linked without -s")
	r := reader{bytes: code}
	for i := range int(r.unsigned()) {
		n := int(r.unsigned())
		r.take(n)
		sizes[packageOf(names[imported+i])] += n
	}
	for name, bytes := range maps.All(sizes) {
		list = append(list, Package{name, bytes})
	}
	slices.SortFunc(list, func(a, b Package) int {
		return cmp.Or(cmp.Compare(b.Bytes, a.Bytes), cmp.Compare(a.Name, b.Name))
	})
	return list, nil
}

// packageOf is what stands before a function's or type's name. Generated functions have none.
func packageOf(function string) string {
	if strings.HasPrefix(function, "type_") || strings.HasPrefix(function, "go_") {
		return "generated"
	}
	host := 0 // a path may begin with a host, which has dots
	if first, _, found := strings.Cut(function, "_"); found && strings.Contains(first, ".") {
		host = len(first)
	}
	end := strings.IndexByte(function[host:], '.')
	if end < 0 {
		return "generated"
	}
	return function[:host+end]
}

// readNames reads the functions' names from a section of names (WebAssembly Core Specification, appendix 7.4.1).
func readNames(body []byte, names map[int]string) {
	const functionNames = 1
	r := reader{bytes: body}
	if string(r.take(int(r.unsigned()))) != "name" {
		return
	}
	for r.at < len(body) {
		kind := r.byte()
		part := reader{bytes: r.take(int(r.unsigned()))}
		if kind != functionNames {
			continue
		}
		for range part.unsigned() {
			index := int(part.unsigned())
			names[index] = string(part.take(int(part.unsigned())))
		}
	}
}

// importedFunctions counts the functions that come from outside: their numbers come first.
func importedFunctions(body []byte) (n int) {
	const function = 0
	r := reader{bytes: body}
	for range r.unsigned() {
		r.take(int(r.unsigned())) // whose
		r.take(int(r.unsigned())) // name
		kind := r.byte()
		insist(kind == function, "an import that isn't a function")
		r.unsigned()
		n++
	}
	return n
}
