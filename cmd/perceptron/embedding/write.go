package embedding

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"perceptronlab/cmd/perceptron/site"
)

// mark stands in every file we write whose name holds no hash: what has it may be written anew.
const mark = "Written by perceptron embed"

// writer writes files below a folder. It deletes nothing, and after an error does nothing more.
type writer struct {
	dir  string
	done Result
	err  error
}

// write writes files with hashed names, and their compressed forms beside them.
func (w *writer) write(files []site.File) {
	for _, f := range files {
		w.put(f.Name, f.Data)
		if f.Brotli != nil {
			w.put(f.Name+".br", f.Brotli)
		}
		if f.Gzip != nil {
			w.put(f.Name+".gz", f.Gzip)
		}
	}
}

// replace writes a file that an author may have changed or made: only one with our mark is written over.
func (w *writer) replace(name string, data []byte) {
	if old, err := os.ReadFile(filepath.Join(w.dir, name)); err == nil && !bytes.Contains(old, []byte(mark)) && w.err == nil {
		w.err = fmt.Errorf("%s was not written by perceptron embed: move it away first", filepath.Join(w.dir, name))
	}
	w.put(name, data)
}

func (w *writer) put(name string, data []byte) {
	if w.err != nil {
		return
	}
	path := filepath.Join(w.dir, name)
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
		w.done.Kept++
		return
	}
	if w.err = os.MkdirAll(filepath.Dir(path), 0o755); w.err != nil {
		return
	}
	w.err = os.WriteFile(path, data, 0o644)
	w.done.Written = append(w.done.Written, name)
}

func (w *writer) result(snippet string) (Result, error) {
	w.done.Snippet = snippet
	return w.done, w.err
}
