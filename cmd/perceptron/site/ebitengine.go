package site

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"perceptronlab/cmd/perceptron/modules"
)

const ebitengine = "github.com/hajimehoshi/ebiten/v2"

// edits are changes to Ebitengine's files for the wasm build alone, by file: most drop an import that only debugging
// needs, and keep the download 0.5 MB smaller (docs/architecture.md, "Weight"). They fit the pinned version, or fail.
var edits = map[string]func(string) (string, error){
	// go/build finds out where Ebitengine's own sources are, for warnings about callers.
	"internal/debug/caller.go": cut("\t\"go/build\"\n", `		pkg, err := build.Default.Import("github.com/hajimehoshi/ebiten/v2", "", build.FindOnly)
		if err != nil {
			return
		}
		ebitengineFileDir = filepath.ToSlash(pkg.Dir)
`),
	// archive/zip holds dumped images.
	"internal/graphicscommand/image_js.go": cut("\t\"archive/zip\"\n", `	zw := zip.NewWriter(buf)

	for _, img := range images {
		// Screen image cannot be dumped.
		if img.screen {
			continue
		}

		f, err := zw.Create(img.dumpName("*.png"))
		if err != nil {
			return "", err
		}

		if err := img.dumpTo(f, graphicsDriver, false, image.Rect(0, 0, img.width, img.height)); err != nil {
			return "", err
		}
	}

	_ = zw.Close()
`),
	// Two clears of the entire canvas per frame: the game draws over everything it shows, and clears the rest when that moves.
	"internal/ui/context.go": cut(`	if ui.IsScreenClearedEveryFrame() {
		c.offscreen.clear()
	}
`, `	if graphicsDriver.NeedsClearingScreen() {
		// This clear is needed for fullscreen mode or some mobile platforms (#622).
		c.screen.clear()
	}
`),
	"internal/builtinshader/shader.go": expandBuiltinShaders,
}

// cut removes pieces, each of which occurs in a file exactly once.
func cut(pieces ...string) func(string) (string, error) {
	return func(source string) (string, error) {
		for _, piece := range pieces {
			if strings.Count(source, piece) != 1 {
				return "", fmt.Errorf("want once:\n%s", piece)
			}
			source = strings.Replace(source, piece, "", 1)
		}
		return source, nil
	}
}

// trimmedEbitengine copies Ebitengine into the project's .cache with the edits made, and writes a go.mod beside it that
// uses the copy: the go command replaces no single file of a module. It returns the go.mod's path, for -modfile. The
// copy's place is the same in every build and named from the root: the program would differ, and be compiled again,
// otherwise.
func trimmedEbitengine(root string) (string, error) {
	fetched, err := modules.Fetch(root)
	if err != nil {
		return "", err
	}
	module, found := fetched[ebitengine]
	if !found {
		return "", fmt.Errorf("build: want %s in go.mod", ebitengine)
	}
	cache := filepath.Join(root, ".cache")
	trimmed := filepath.Join(cache, "ebitengine")
	if err := copyEdited(trimmed+".next", module.Dir); err != nil {
		return "", err
	}
	if err := os.RemoveAll(trimmed); err != nil {
		return "", err
	}
	if err := os.Rename(trimmed+".next", trimmed); err != nil {
		return "", err
	}
	modfile := filepath.Join(cache, "go.mod")
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return "", err
		}
		if err := os.WriteFile(filepath.Join(cache, name), text, 0o644); err != nil {
			return "", err
		}
	}
	_, err = goOutput(root, "mod", "edit", "-replace", ebitengine+"=./.cache/ebitengine", modfile)
	return modfile, err
}

// copyEdited copies Ebitengine from its module's folder to a new one, with the edits made.
func copyEdited(to, module string) error {
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	edited := 0
	err := filepath.WalkDir(module, func(path string, entry fs.DirEntry, err error) error {
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
		if edit, ok := edits[filepath.ToSlash(file)]; ok {
			after, err := edit(string(text))
			if err != nil {
				return fmt.Errorf("build: Ebitengine's %s is not as in the pinned version: %w", file, err)
			}
			text = []byte(after)
			edited++
		}
		return os.WriteFile(filepath.Join(to, file), text, 0o644)
	})
	if err == nil && edited != len(edits) {
		err = fmt.Errorf("build: Ebitengine has %d of the %d files to edit: is it the pinned version?", edited, len(edits))
	}
	return err
}
