package main

import (
	"net/http"
	"os"
	"sync"
)

// folder serves the folder that has a name: another one once that is in its place, as after a build.
type folder struct {
	name string
	mu   sync.Mutex
	root *os.Root
	info os.FileInfo // the root's
}

func openFolder(name string) (*folder, error) {
	f := &folder{name: name}
	return f, f.open()
}

func (f *folder) open() error {
	root, err := os.OpenRoot(f.name)
	if err != nil {
		return err
	}
	info, err := root.Stat(".")
	if err == nil {
		f.root, f.info = root, info // the root before is closed when no request needs it, by the garbage collector
	}
	return err
}

func (f *folder) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	if now, err := os.Stat(f.name); err == nil && !os.SameFile(now, f.info) {
		f.open() // where it can't be opened, the one before is served
	}
	root := f.root
	f.mu.Unlock()
	(&static{root}).ServeHTTP(w, r)
}
