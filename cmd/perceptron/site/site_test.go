package site

import (
	"bytes"
	"compress/gzip"
	"io"
	"path/filepath"
	"slices"
	"testing"

	"github.com/andybalholm/brotli"
)

func TestHashedNamesFollowTheContent(t *testing.T) {
	a, b := Hashed("lab.wasm", []byte("one")), Hashed("lab.wasm", []byte("two"))
	if a.Name == b.Name || a.Name != Hashed("lab.wasm", []byte("one")).Name {
		t.Errorf("names %s and %s", a.Name, b.Name)
	}
	if plain := plainName(a.Name); plain != "lab.wasm" {
		t.Errorf("the plain name of %s is %s", a.Name, plain)
	}
}

func TestCompressedFormsUnpackToTheFile(t *testing.T) {
	data := bytes.Repeat([]byte("perceptron "), 5000)
	for _, best := range []bool{false, true} {
		files := []File{{Name: "a", Data: data}}
		if err := compress(files, best); err != nil {
			t.Fatal(err)
		}
		unzip, err := gzip.NewReader(bytes.NewReader(files[0].Gzip))
		if err != nil {
			t.Fatal(err)
		}
		for form, r := range map[string]io.Reader{"gzip": unzip, "brotli": brotli.NewReader(bytes.NewReader(files[0].Brotli))} {
			if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, data) {
				t.Errorf("%s, best %v: %d bytes, %v; want the file's %d", form, best, len(got), err, len(data))
			}
		}
	}
}

// Names with a hash follow the content alone: the same wherever the project lies.
func TestTheLabsScriptsAreTheSameAnywhere(t *testing.T) {
	var names [2][]string
	for i, root := range []string{"../../..", copyOfWeb(t)} {
		b, err := newBundler("../../..", File{Name: "lab.0123456789.wasm"})
		if err != nil {
			t.Fatal(err)
		}
		if b.root, err = filepath.Abs(root); err != nil {
			t.Fatal(err)
		}
		files, err := b.lab()
		if err != nil {
			t.Fatal(err)
		}
		plain := map[string]bool{}
		for _, f := range files {
			names[i] = append(names[i], f.Name)
			plain[plainName(f.Name)] = true
		}
		for _, want := range []string{"lab.js", "lab-cards.js", "lab-dialogs.js", "lab-parameters.js", "lab-present.js", "lab-terms.js", "words-ko.js"} {
			if !plain[want] {
				t.Errorf("there is no %s among %v", want, names[i])
			}
		}
	}
	if !slices.Equal(names[0], names[1]) {
		t.Errorf("scripts %v here, %v elsewhere", names[0], names[1])
	}
}

func TestOnlyTheLabIsKeptOffline(t *testing.T) {
	for name, want := range map[string]bool{
		"index.html": true, "lab.0123456789.js": true, "lab.0123456789.wasm": true, "blog.0123456789.svg": true,
		"post.html": false, "frame.0123456789.js": false, "perceptron-lab.0123456789.js": false,
	} {
		if keptOffline(name) != want {
			t.Errorf("%s kept: %v, want %v", name, !want, want)
		}
	}
}
