package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// offlineFiles are what make the Lab an app that works without a network: its manifest, its icon, and the service worker
// that keeps all files of this version.
func offlineFiles(root string, program, lab File, files []File) ([]File, error) {
	var extra []File
	for _, name := range []string{"app.webmanifest", "icon.svg"} {
		data, err := os.ReadFile(filepath.Join(root, "web", name))
		if err != nil {
			return nil, err
		}
		extra = append(extra, File{Name: name, Data: data})
	}
	kept, named := map[string]string{}, []string{}
	version := sha256.New()
	for _, f := range append(files, extra...) {
		if !keptOffline(f.Name) {
			continue
		}
		version.Write([]byte(f.Name))
		version.Write(f.Data)
		if f.Name != "index.html" && f.Name != program.Name {
			kept[f.Name] = Integrity(f.Data)
		}
		if bytes.Contains(lab.Data, []byte(f.Name)) {
			named = append(named, f.Name)
		}
	}
	integrities, _ := json.Marshal(kept)
	names, _ := json.Marshal(named)
	js, err := build(api.BuildOptions{
		EntryPoints: []string{filepath.Join(root, "web/src/offline/worker.ts")},
		Define: map[string]string{
			"FILES":             string(integrities),
			"NAMED":             string(names),
			"PROGRAM":           strconv.Quote(program.Name),
			"PROGRAM_BYTES":     strconv.Itoa(len(program.Data)),
			"PROGRAM_INTEGRITY": strconv.Quote(Integrity(program.Data)),
			"VERSION":           strconv.Quote(hex.EncodeToString(version.Sum(nil)[:8])),
		},
		Target: api.ES2022,
	})
	return append(extra, File{Name: "sw.js", Data: js}), err
}

// keptOffline reports whether the Lab page needs a file: all except the other pages and what only they use.
func keptOffline(name string) bool {
	if aPost.MatchString(name) {
		return false
	}
	for _, other := range []string{"frame.", "perceptron-lab", "licenses.", "sbom.", exampleLesson} {
		if strings.HasPrefix(name, other) {
			return false
		}
	}
	return true
}
