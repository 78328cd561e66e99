package site

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// licenses are the texts that must accompany what is shipped, of every part of it.
func licenses(parts []part) (File, error) {
	var text strings.Builder
	for _, p := range parts {
		own, _ := filepath.Glob(filepath.Join(p.dir, "LICENSE*"))
		if len(own) == 0 {
			return File{}, fmt.Errorf("build: %s: want a LICENSE in %s", p.path, p.dir)
		}
		others, _ := filepath.Glob(filepath.Join(p.dir, "THIRD_PARTY_LICENSES", "*"))
		for _, path := range append(own, others...) {
			license, err := os.ReadFile(path)
			if err != nil {
				return File{}, err
			}
			fmt.Fprintf(&text, "==== %s: %s ====\n\n%s\n\n", p.name(), filepath.Base(path), strings.TrimSpace(string(license)))
		}
	}
	return Hashed("licenses.txt", []byte(text.String())), nil
}
