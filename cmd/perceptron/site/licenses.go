package site

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// licenses are the texts that must accompany the wasm program: our own license, Go's, and those of every module it is
// built from.
func licenses(root string) (File, error) {
	goroot, err := goOutput(root, "env", "GOROOT")
	if err != nil {
		return File{}, err
	}
	listed, err := goOutput(root, "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", "./cmd/lab")
	if err != nil {
		return File{}, err
	}
	parts := map[string]string{"Perceptron Lab": root, "Go": goroot}
	for line := range strings.Lines(listed) {
		if name, dir, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			parts[name] = dir
		}
	}
	names := make([]string, 0, len(parts))
	for name := range parts {
		names = append(names, name)
	}
	sort.Strings(names)
	var text strings.Builder
	for _, name := range names {
		own, _ := filepath.Glob(filepath.Join(parts[name], "LICENSE*"))
		if len(own) == 0 {
			return File{}, fmt.Errorf("build: %s: want a LICENSE in %s", name, parts[name])
		}
		others, _ := filepath.Glob(filepath.Join(parts[name], "THIRD_PARTY_LICENSES", "*"))
		for _, path := range append(own, others...) {
			license, err := os.ReadFile(path)
			if err != nil {
				return File{}, err
			}
			fmt.Fprintf(&text, "==== %s: %s ====\n\n%s\n\n", name, filepath.Base(path), strings.TrimSpace(string(license)))
		}
	}
	return Hashed("licenses.txt", []byte(text.String())), nil
}
