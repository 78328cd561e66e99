package embedding

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"perceptronlab/cmd/perceptron/site"
)

// Files without a hash in their name have one of these in their text if they are ours, and may then be overwritten.
const mark, frameMark = "Written by perceptron embed", "<title>Perceptron Lab</title>"

// writer writes files below a folder. It deletes nothing, and after an error does nothing more.
type writer struct {
	dir  string
	done Result
	err  error
}

// write writes files, and their compressed forms beside them.
func (w *writer) write(files []site.File) {
	for _, f := range files {
		if f.Name == "frame.html" {
			w.own(f.Name, frameMark)
		}
		w.put(f.Name, f.Data)
		if f.Brotli != nil {
			w.put(f.Name+".br", f.Brotli)
		}
		if f.Gzip != nil {
			w.put(f.Name+".gz", f.Gzip)
		}
	}
}

// own makes sure that a file, if it is there, is one that we wrote: not one that an author made or changed.
func (w *writer) own(name, mark string) {
	path := filepath.Join(w.dir, name)
	if old, err := os.ReadFile(path); err == nil && !bytes.Contains(old, []byte(mark)) && w.err == nil {
		w.err = fmt.Errorf("%s was not written by perceptron embed: move it away first", path)
	}
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
	w.err = site.Whole(func() error { return replace(path, data) })
	w.done.Written = append(w.done.Written, name)
}

// replace writes a file whole or not at all, whenever it is interrupted: a server may be sending the one before.
func replace(path string, data []byte) error {
	part, err := os.CreateTemp(filepath.Dir(path), ".perceptron-")
	if err != nil {
		return err
	}
	defer os.Remove(part.Name()) // nothing is there once it has its name
	_, err = part.Write(data)
	if err = errors.Join(err, part.Chmod(0o644), part.Close()); err != nil {
		return err
	}
	return os.Rename(part.Name(), path)
}

func (w *writer) result(snippet string) (Result, error) {
	w.done.Snippet = snippet
	return w.done, w.err
}
