// Package site builds dist/: the wasm program, the page's script and style with hashed names, the still picture,
// and everything compressed beforehand.
package site

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Options say what to build.
type Options struct {
	Root    string // the project's folder
	Out     string // the folder to write; what an earlier build left there is removed
	Release bool   // smaller and slower to build: the best compression
	Base    string // the address where the site will be, for links that others read: canonical ones, previews; may be empty
	Plain   bool   // the program as the go command compiles it, with file names and lines in stack traces

	Progress func(doing string) // called with what is being done, before each part that takes long; may be nil
}

// Build writes the site and returns its files. On an error Out is as it was.
func Build(o Options) ([]File, error) {
	say := o.Progress
	if say == nil {
		say = func(string) {}
	}
	if _, err := os.Stat(filepath.Join(o.Root, "cmd/lab")); err != nil {
		return nil, fmt.Errorf("build: %w: want the project's folder", err)
	}
	if _, err := place(o.Out); err != nil {
		return nil, err
	}
	end, err := takeTurn(o.Root, say)
	if err != nil {
		return nil, err
	}
	defer end()
	say("compiling the program to WebAssembly (a minute the first time)")
	wasm, err := buildWasm(o.Root, o.Plain, say)
	if err != nil {
		return nil, err
	}
	say("drawing the still pictures, bundling scripts and styles")
	program := Hashed("lab.wasm", wasm)
	assets, err := assets(o.Root, program)
	if err != nil {
		return nil, err
	}
	lab, err := labPage(o.Root, assets)
	if err != nil {
		return nil, err
	}
	files := []File{lab}
	if !o.Release {
		// What browser tests put their figures into.
		host, err := page(o.Root, "test/post.html", assets)
		if err != nil {
			return nil, err
		}
		host.Name = "post.html"
		files = append(files, host)
	}
	posts, err := posts(o.Root, o.Base, assets)
	if err != nil {
		return nil, err
	}
	frame, err := page(o.Root, "frame.html", assets)
	if err == nil {
		frame, err = withStills(frame, assets)
	}
	if err == nil {
		frame, err = withStaticFrame(frame)
	}
	if err != nil {
		return nil, err
	}
	frame = withPolicy(frame)
	lesson, err := os.ReadFile(filepath.Join(o.Root, "web", exampleLesson))
	if err != nil {
		return nil, err
	}
	files = append(append(files, frame, File{Name: exampleLesson, Data: lesson}), posts...)
	parts, err := shipped(o.Root)
	if err != nil {
		return nil, err
	}
	texts, err := licenses(parts)
	if err != nil {
		return nil, err
	}
	materials, err := bill(parts, texts.Name)
	if err != nil {
		return nil, err
	}
	files = append(append(files, assets...), texts, materials)
	markPages(files)
	offline, err := offlineFiles(o.Root, program, lab, files)
	if err != nil {
		return nil, err
	}
	files = append(files, offline...)
	say(fmt.Sprintf("compressing %d files", len(files)))
	if err := compress(files, o.Release); err != nil {
		return nil, err
	}
	return files, Whole(func() error { return write(o.Out, files) })
}

// exampleLesson is the lesson that docs/lessons.md shows: its readers open ?lesson=lines.json.
const exampleLesson = "lines.json"

// assets are the files with hashed names: the program, what is bundled for the pages, and the posters.
func assets(root string, program File) ([]File, error) {
	b, err := newBundler(root, program)
	if err != nil {
		return nil, err
	}
	files := []File{program}
	add := func(f File, err error) error {
		files = append(files, f)
		return err
	}
	for _, name := range []string{"post.css", "frame.css", "perceptron-lab.css"} {
		if err := add(b.style(name)); err != nil {
			return nil, err
		}
	}
	if err := add(b.fetchedScript("perceptron-lab-running.js", "figure/running.ts", "../figure/running")); err != nil {
		return nil, err
	}
	// What a view fetches comes before the views.
	if err := add(b.fetchedScript("perceptron-lab-network.js", "element/views/network.ts", "./network")); err != nil {
		return nil, err
	}
	views, err := viewNames(root)
	if err != nil {
		return nil, err
	}
	for _, name := range views {
		if err := add(b.fetchedScript("perceptron-lab-"+name+".js", "element/views/"+name+".ts", "./views/"+name)); err != nil {
			return nil, err
		}
	}
	if err := add(b.fetchedScript("perceptron-lab-prose.js", "element/prose/prose.ts", "./prose/prose")); err != nil {
		return nil, err
	}
	if err := add(b.script("perceptron-lab.js", "element/perceptron-lab.ts")); err != nil {
		return nil, err
	}
	if err := add(b.script("frame.js", "frame/main.ts")); err != nil {
		return nil, err
	}
	if err := add(b.script("post.js", "post/main.ts")); err != nil {
		return nil, err
	}
	pictures, err := posters()
	if err != nil {
		return nil, err
	}
	files = append(files, pictures...)
	// The Lab's own scripts come last: the embed dialog names the others.
	b.embeddable = files
	lab, err := b.lab()
	return append(files, lab...), err
}

// viewNames are the element's views that have files of their own: those of web/src/element/views but for what these share or
// fetch.
func viewNames(root string) (names []string, err error) {
	found, err := filepath.Glob(filepath.Join(root, "web/src/element/views/*.ts"))
	for _, path := range found {
		if name := strings.TrimSuffix(filepath.Base(path), ".ts"); !slices.Contains([]string{"given", "network"}, name) {
			names = append(names, name)
		}
	}
	return names, err
}

// A File is one file of the site, and its precompressed forms.
type File struct {
	Name         string
	Data         []byte
	Brotli, Gzip []byte
}

// FirstVisitBytes is what a first visit to the Lab fetches, in bytes as sent, with brotli.
func FirstVisitBytes(files []File) (n int) {
	for _, f := range files {
		if f.FirstVisit() {
			n += len(f.Brotli)
		}
	}
	return n
}

// FirstVisit reports whether a first visit to the Lab fetches the file by itself, before its reader does anything: in English, on
// a screen whose first view ends above the gallery. web/test/late.test.mjs compares it with what a browser fetches.
func (f File) FirstVisit() bool {
	switch f.Name {
	case "index.html", "app.webmanifest", "icon.svg":
		return true
	}
	return strings.HasPrefix(f.Name, "lab.")
}

// OfflineBytes is what the service worker fetches afterwards, so that the Lab works without a network: all other files of it.
func OfflineBytes(files []File) (n int) {
	for _, f := range files {
		if f.Name == "sw.js" || keptOffline(f.Name) && !f.FirstVisit() {
			n += len(f.Brotli)
		}
	}
	return n
}
