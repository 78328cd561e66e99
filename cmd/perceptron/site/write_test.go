package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWriteReplacesOnlyASite(t *testing.T) {
	out := filepath.Join(t.TempDir(), "dist")
	old, next := []File{{Name: "old.html", Data: []byte("old")}}, []File{{Name: "new.html", Data: []byte("new"), Gzip: []byte("z")}}
	for _, files := range [][]File{old, next} {
		if err := write(out, files); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(filepath.Join(out, "old.html")); err == nil {
		t.Error("a file of the site before is still there")
	}
	if _, err := os.Stat(filepath.Join(out, "new.html.gz")); err != nil {
		t.Error(err)
	}
	foreign := t.TempDir()
	if err := os.WriteFile(filepath.Join(foreign, "thesis.txt"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := write(foreign, next); err == nil || !strings.Contains(err.Error(), foreign) {
		t.Errorf("a folder that holds something else was taken: %v", err)
	}
	if _, err := os.Stat(filepath.Join(foreign, "thesis.txt")); err != nil {
		t.Error("somebody's file is gone")
	}
}

var page1, page2 = []File{{Name: "1.html", Data: []byte("1")}}, []File{{Name: "2.html", Data: []byte("2")}}

// written writes one site and then another, and makes sure that the second is there, alone.
func written(t *testing.T, out string) {
	t.Helper()
	for _, files := range [][]File{page1, page2} {
		if err := write(out, files); err != nil {
			t.Fatal(err)
		}
	}
	found, _ := filepath.Glob(filepath.Join(out, "*.html"))
	if len(found) != 1 || filepath.Base(found[0]) != "2.html" {
		t.Errorf("%s holds %q, want 2.html", out, found)
	}
	if beside, _ := filepath.Glob(strings.TrimRight(out, "/") + ".*"); len(beside) > 0 {
		t.Errorf("left over: %q", beside)
	}
}

func TestWriteTakesAnyNameOfAFolder(t *testing.T) {
	dir := t.TempDir()
	written(t, filepath.Join(dir, "slash")+"/")
	written(t, filepath.Join(dir, "new", "and", "deep"))
	if err := os.Mkdir(filepath.Join(dir, "elsewhere"), 0o755); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link")
	if err := os.Symlink("elsewhere", link); err != nil {
		t.Fatal(err)
	}
	written(t, link)
	if to, err := os.Readlink(link); err != nil || to != "elsewhere" {
		t.Errorf("the link leads to %q: %v", to, err)
	}
}

// Neither a file where the folder should be nor what lies beside it is ours.
func TestWriteLosesNothing(t *testing.T) {
	dir := t.TempDir()
	thesis, beside := filepath.Join(dir, "thesis"), filepath.Join(dir, "dist.next")
	if err := os.WriteFile(thesis, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(beside, 0o755); err != nil {
		t.Fatal(err)
	}
	loop := filepath.Join(dir, "loop")
	if err := os.Symlink("loop", loop); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{thesis, filepath.Join(thesis, "dist"), loop, ""} {
		if err := write(bad, page1); err == nil || !strings.Contains(err.Error(), bad) {
			t.Errorf("%q was taken for a folder: %v", bad, err)
		}
	}
	if _, err := Build(Options{Root: dir, Out: filepath.Join(dir, "site")}); err == nil || !strings.Contains(err.Error(), "want the project's folder") {
		t.Errorf("%s was taken for the project: %v", dir, err)
	}
	if _, err := os.Stat(filepath.Join(dir, ".cache")); err == nil {
		t.Error("a cache was put where nothing is built")
	}
	if text, err := os.ReadFile(thesis); err != nil || string(text) != "mine" {
		t.Errorf("somebody's file is %q: %v", text, err)
	}
	if err := write(filepath.Join(dir, "dist"), page1); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(beside); err != nil {
		t.Error(err)
	}
}

// What can't be written leaves the site as it was.
func TestAFailedWriteChangesNothing(t *testing.T) {
	out := filepath.Join(t.TempDir(), "dist")
	if err := write(out, page1); err != nil {
		t.Fatal(err)
	}
	if err := write(out, append(page2[:1:1], File{Name: "2.html/x"})); err == nil {
		t.Fatal("a file was written below a file")
	}
	if found, _ := filepath.Glob(filepath.Join(out, "*.html")); len(found) != 1 || filepath.Base(found[0]) != "1.html" {
		t.Errorf("the site holds %q, want 1.html", found)
	}
	if beside, _ := filepath.Glob(out + ".*"); len(beside) > 0 {
		t.Errorf("left over: %q", beside)
	}
}
