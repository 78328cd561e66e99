package site

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

const ebitengine = "github.com/hajimehoshi/ebiten/v2"

// edits are changes to Ebitengine's files for the wasm build alone, by file: each drops an import that only debugging
// needs, and keeps the download 0.5 MB smaller (docs/architecture.md, "Weight"). They fit the pinned version, or fail.
var edits = map[string]func(string) (string, error){
	// go/build finds out where Ebitengine's own sources lie, for warnings about callers.
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
	"internal/builtinshader/shader.go": expandBuiltinShaders,
}

// cut removes pieces that each stand in a file just once.
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

// trimmedEbitengine copies Ebitengine into dir with the edits made, and writes a go.mod beside it that uses the
// copy: the go command replaces no single file of a module. It returns the go.mod's path, for -modfile.
func trimmedEbitengine(root, dir string) (string, error) {
	module, err := goOutput(root, "list", "-m", "-f", "{{.Dir}}", ebitengine)
	if err != nil {
		return "", err
	}
	trimmed := filepath.Join(dir, "ebitengine")
	edited := 0
	err = filepath.WalkDir(module, func(path string, entry fs.DirEntry, err error) error {
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
			return os.MkdirAll(filepath.Join(trimmed, file), 0o755)
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
		return os.WriteFile(filepath.Join(trimmed, file), text, 0o644)
	})
	if err != nil {
		return "", err
	}
	if edited != len(edits) {
		return "", fmt.Errorf("build: Ebitengine has %d of the %d files to edit: is it the pinned version?", edited, len(edits))
	}
	modfile := filepath.Join(dir, "go.mod")
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return "", err
		}
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			return "", err
		}
	}
	_, err = goOutput(root, "mod", "edit", "-replace", ebitengine+"="+trimmed, modfile)
	return modfile, err
}
