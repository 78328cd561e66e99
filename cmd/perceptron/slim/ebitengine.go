package slim

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"perceptronlab/cmd/perceptron/modules"
)

const ebitengine = "github.com/hajimehoshi/ebiten/v2"

// Prepare makes what a smaller program is compiled from, in root's .cache, and returns the flags that tell `go build` to
// use it, relative to root. say is called with what was left as it is, and why.
//
// The copy of Ebitengine has the same place in every build and is named from root: the program would differ, and be
// compiled again, otherwise.
func Prepare(root string, say func(string)) (flags []string, err error) {
	fetched, err := modules.Fetch(root)
	if err != nil {
		return nil, err
	}
	module, found := fetched[ebitengine]
	if !found {
		return nil, fmt.Errorf("build: want %s in go.mod", ebitengine)
	}
	cache := filepath.Join(root, ".cache")
	copied := filepath.Join(cache, "ebitengine")
	modfile := filepath.Join(".cache", "go.mod")
	if err := copyModule(copied, module.Dir); err != nil {
		return nil, err
	}
	if err := useCopy(root, modfile); err != nil {
		return nil, err
	}
	if err := precompile(root, modfile, copied); err != nil {
		return nil, fmt.Errorf("build: Ebitengine: %w", err)
	}
	for file, e := range edits {
		if err := rewrite(filepath.Join(copied, filepath.FromSlash(file)), e); err != nil {
			return nil, fmt.Errorf("build: Ebitengine's %s is not as in the pinned version: %w", file, err)
		}
	}
	overlay, err := overlayStandard(root, say)
	if err != nil {
		return nil, err
	}
	return []string{"-modfile", modfile, "-overlay", overlay}, nil
}

// useCopy writes root's go.mod again, with the copy in Ebitengine's place.
func useCopy(root, modfile string) error {
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(root, filepath.Dir(modfile), name), text, 0o644); err != nil {
			return err
		}
	}
	_, err := modules.Go(root, nil, "mod", "edit", "-replace", ebitengine+"=./.cache/ebitengine", modfile)
	return err
}

// copyModule copies a module from its folder in the module cache, and replaces what was there.
func copyModule(to, module string) error {
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	return filepath.WalkDir(module, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		file, err := filepath.Rel(module, path)
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if file == "examples" || file == ".github" {
				return filepath.SkipDir
			}
			return os.MkdirAll(filepath.Join(to, file), 0o755)
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, file), text, 0o644)
	})
}

// rewrite edits a file in its place.
func rewrite(path string, e edit) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	after, err := e(string(text))
	if err != nil {
		return err
	}
	return os.WriteFile(path, []byte(after), 0o644)
}
