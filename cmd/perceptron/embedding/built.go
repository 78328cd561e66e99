package embedding

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"perceptronlab/cmd/perceptron/site"
)

// built are the files of a built site that figures need.
type built struct {
	script, style, program, licenses site.File

	views []site.File // what the script loads where a figure shows a view
	frame []site.File // frame.html and what it loads, stills too; nil if the site has none
}

// element are the files that the element needs, except posters.
func (b built) element() []site.File {
	return append([]site.File{b.script, b.style, b.program, b.licenses}, b.views...)
}

// readBuilt finds them. A build leaves exactly one of each kind.
func readBuilt(dir string) (built, error) {
	var b built
	for _, want := range []struct {
		pattern string
		file    *site.File
	}{
		{"perceptron-lab.*.js", &b.script},
		{"perceptron-lab.*.css", &b.style},
		{"lab.*.wasm", &b.program},
		{"licenses.*.txt", &b.licenses},
	} {
		found := filesLike(dir, want.pattern)
		if len(found) != 1 {
			return b, fmt.Errorf("%s: want a built site, with one %s; make dist builds one", dir, want.pattern)
		}
		var err error
		if *want.file, err = readFile(found[0]); err != nil {
			return b, err
		}
	}
	for _, path := range filesLike(dir, "perceptron-lab-*.js") {
		f, err := readFile(path)
		if err != nil {
			return b, err
		}
		b.views = append(b.views, f)
	}
	for _, pattern := range []string{"frame.html", "frame.*.js", "frame.*.css"} {
		for _, path := range filesLike(dir, pattern) {
			f, err := readFile(path)
			if err != nil {
				return b, err
			}
			b.frame = append(b.frame, f)
		}
	}
	if b.frame == nil {
		return b, nil
	}
	for _, name := range named.FindAll(b.frame[0].Data, -1) {
		f, err := readFile(filepath.Join(dir, strings.Trim(string(name), `"`)))
		if err != nil {
			return b, err
		}
		b.frame = append(b.frame, f)
	}
	return b, nil
}

// filesLike are the files of a folder whose names have a form. The folder's own name may hold any character.
func filesLike(dir, pattern string) (paths []string) {
	names, _ := fs.Glob(os.DirFS(dir), pattern)
	for _, name := range names {
		paths = append(paths, filepath.Join(dir, name))
	}
	return paths
}

// named is a preset's picture as frame.html names it.
var named = regexp.MustCompile(`"[a-z-]+\.[0-9a-f]{10}\.svg"`)

// readFile reads a file and its compressed forms, if there are any.
func readFile(path string) (site.File, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return site.File{}, err
	}
	f := site.File{Name: filepath.Base(path), Data: data}
	f.Brotli, _ = os.ReadFile(path + ".br")
	f.Gzip, _ = os.ReadFile(path + ".gz")
	return f, nil
}
