package site

import (
	"crypto/sha256"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Two copies of the project, in folders of other names and depths with caches and temporary files of their own, give the same
// bytes. With RELEASE=1, as `make reproduced` has it, they are release builds, and each compiles Go's library, too.
func TestTheSiteIsTheSameAnywhere(t *testing.T) {
	release := os.Getenv("RELEASE") != ""
	var sites [2]map[string][32]byte
	for i, place := range []string{"a", "a folder/of/another/näme"} {
		home := filepath.Join(t.TempDir(), filepath.FromSlash(place))
		root := filepath.Join(home, "project")
		copyOfProject(t, root)
		temporary := filepath.Join(home, "temporary")
		if err := os.Mkdir(temporary, 0o755); err != nil {
			t.Fatal(err)
		}
		t.Setenv("TMPDIR", temporary)
		if release {
			t.Setenv("GOCACHE", filepath.Join(home, "go"))
		}
		out := filepath.Join(root, "dist")
		if _, err := Build(Options{Root: root, Out: out, Release: release, Progress: func(doing string) { t.Log(doing) }}); err != nil {
			t.Fatal(err)
		}
		sites[i] = sums(t, out)
		if len(sites[i]) < 200 {
			t.Errorf("%d files, want the whole site", len(sites[i]))
		}
	}
	var other []string
	for name, sum := range sites[0] {
		if sites[1][name] != sum {
			other = append(other, name)
		}
	}
	for name := range sites[1] {
		if _, found := sites[0][name]; !found {
			other = append(other, name)
		}
	}
	if slices.Sort(other); len(other) > 0 {
		t.Errorf("%d files are of one build alone, or differ: %v", len(other), other)
	}
}

// copyOfProject copies what the site is built from.
func copyOfProject(t *testing.T, to string) {
	t.Helper()
	const root = "../../.."
	for _, folder := range []string{"cmd", "game", "perceptron", "web/src", "web/css", "web/post"} {
		if err := os.CopyFS(filepath.Join(to, folder), os.DirFS(filepath.Join(root, folder))); err != nil {
			t.Fatal(err)
		}
	}
	files, err := filepath.Glob(filepath.Join(root, "web/*.*"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(to, "web/test"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"go.mod", "go.sum", "LICENSE", "web/test/post.html"} {
		files = append(files, filepath.Join(root, name))
	}
	for _, path := range files {
		put(t, filepath.Join(to, strings.TrimPrefix(path, filepath.FromSlash(root+"/"))), read(t, path))
	}
}

// sums are the hashes of all files below a folder.
func sums(t *testing.T, folder string) map[string][32]byte {
	t.Helper()
	all := map[string][32]byte{}
	err := filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			all[strings.TrimPrefix(path, folder)] = sha256.Sum256([]byte(read(t, path)))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
