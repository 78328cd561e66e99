package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The rooms of docs/architecture.md are the folders of the Go code, and import what it says, of rooms that are drawn below them.
func TestArchitectureTellsTheImports(t *testing.T) {
	text := read(t, "../../docs/architecture.md")
	said, imports := map[string][]string{}, map[string]map[string]bool{}
	for _, row := range regexp.MustCompile("(?m)^\\| `((?:perceptron|game|cmd|web/src/words)[^`]*)`(?:, its Go package)? \\| .* \\| (.*) \\|$").FindAllStringSubmatch(text, -1) {
		room := strings.TrimSuffix(row[1], "/")
		if _, twice := said[room]; twice {
			continue // as a room of scripts
		}
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
				imports[from][to] = true
			}
		}
	}
	for room, want := range said {
		var got []string
		for to := range imports[room] {
			got = append(got, path.Base(to))
		}
		slices.Sort(got)
		if slices.Sort(want); !slices.Equal(got, want) {
			t.Errorf("%s imports %v; docs/architecture.md says %v", room, got, want)
		}
	}
	if want := "\n```\n" + drawn(t, imports) + "```\n"; !strings.Contains(text, want) {
		t.Errorf("docs/architecture.md draws something else than%s", want)
	}
}

// drawn are rooms in rows, each in the lowest one that is above all that it imports.
func drawn(t *testing.T, imports map[string]map[string]bool) (text string) {
	t.Helper()
	below := map[string]bool{}
	for len(below) < len(imports) {
		var row []string
		for room, those := range imports {
			above := false
			for to := range those {
				above = above || !below[to]
			}
			if !above && !below[room] {
				row = append(row, room)
			}
		}
		if len(row) == 0 {
			t.Fatalf("a circle among rooms: all but %v", below)
		}
		for _, room := range row {
			below[room] = true
		}
		slices.Sort(row)
		text = strings.Join(row, "   ") + "\n" + text
	}
	return text
}

// ourImports are the folders of this module that each of its folders imports, tests aside.
func ourImports(t *testing.T) map[string][]string {
	t.Helper()
	imports := map[string][]string{}
	for _, top := range []string{"cmd", "game", "perceptron", "web/src/words"} {
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
				if p, ours := strings.CutPrefix(strings.Trim(spec.Path.Value, `"`), "perceptronlab/"); ours {
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
