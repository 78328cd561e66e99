package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The rooms of docs/architecture.md are the folders of the Go code, and import what it says.
func TestArchitectureTellsTheImports(t *testing.T) {
	text, err := os.ReadFile("../../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	said, imports := map[string][]string{}, map[string]map[string]bool{}
	for _, row := range regexp.MustCompile("(?m)^\\| `((?:perceptron|game|cmd)[^`]*)` \\| .* \\| (.*) \\|$").FindAllStringSubmatch(string(text), -1) {
		room := strings.TrimSuffix(row[1], "/")
		said[room], imports[room] = nil, map[string]bool{}
		if row[2] != "–" {
			said[room] = strings.Split(row[2], ", ")
		}
	}
	// room returns the row that a folder belongs to: its own, or if it has none, that of the folder above.
	room := func(folder string) string {
		for ; folder != "."; folder = path.Dir(folder) {
			if _, ok := said[folder]; ok {
				return folder
			}
			if !strings.HasPrefix(folder, "cmd/perceptron/") {
				break
			}
		}
		t.Errorf("docs/architecture.md has no row of %s", folder)
		return folder
	}
	for folder, paths := range ourImports(t) {
		from := room(folder)
		for _, p := range paths {
			if to := room(p); from != to && imports[from] != nil {
				imports[from][path.Base(to)] = true
			}
		}
	}
	for room, want := range said {
		got := slices.Sorted(maps.Keys(imports[room]))
		if slices.Sort(want); !slices.Equal(got, want) {
			t.Errorf("%s imports %v; docs/architecture.md says %v", room, got, want)
		}
	}
}

// ourImports are the folders of this module that each of its folders imports, tests aside.
func ourImports(t *testing.T) map[string][]string {
	t.Helper()
	imports := map[string][]string{}
	for _, top := range []string{"cmd", "game", "perceptron"} {
		err := filepath.WalkDir(filepath.Join("../..", top), func(name string, entry fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
			if err != nil {
				return err
			}
			folder, _ := filepath.Rel("../..", filepath.Dir(name))
			paths := imports[folder]
			for _, spec := range file.Imports {
				if p, ours := strings.CutPrefix(strings.Trim(spec.Path.Value, `"`), "perceptronlab/"); ours && !strings.HasPrefix(p, "web/") {
					paths = append(paths, p)
				}
			}
			imports[folder] = paths
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return imports
}
