package main

import (
	"bytes"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestAFailedWriteIsAFailure(t *testing.T) {
	for _, args := range []string{"help", "version", "train -preset xor", "export -preset xor", "export -format svg -preset xor"} {
		var stderr bytes.Buffer
		if status := run(strings.Fields(args), nil, fullDisk{}, &stderr); status != 1 || !strings.Contains(stderr.String(), "no space left") {
			t.Errorf("%s: status %d, %q", args, status, stderr.String())
		}
	}
}

// No name, key or flag gives orders to the terminal that shows what is wrong with it.
func TestErrorsArePrintable(t *testing.T) {
	const bad, want = "\x1b[31m\u009b\x7f\u202e\xff한", `\x1b[31m\u009b\x7f\u202e\xff한`
	table := filepath.Join(t.TempDir(), bad)
	if err := os.WriteFile(table, []byte(`"`), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"train", "-scene", bad}, {"train", "-csv", table}, {"train", "-" + bad}, {"serve", bad}, {"embed", "-from", bad, "x"}, {bad},
	} {
		var stderr bytes.Buffer
		if status := run(args, nil, &bytes.Buffer{}, &stderr); status == 0 || !strings.Contains(stderr.String(), want) {
			t.Errorf("%q: status %d, %q", args, status, stderr.String())
		}
	}
	var stderr bytes.Buffer
	run([]string{"train", "-scene", "-"}, strings.NewReader(`{"\u001b[31m": 1}`), &bytes.Buffer{}, &stderr)
	if !strings.Contains(stderr.String(), `\x1b[31m: 1: want no such key`) {
		t.Errorf("a key: %q", stderr.String())
	}
}

func TestBinaryFilesAreRefused(t *testing.T) {
	zeros := filepath.Join(t.TempDir(), "zeros")
	if err := os.WriteFile(zeros, make([]byte, 1000), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"train", "-scene", zeros}, {"train", "-csv", zeros}, {"embed", "-scene", zeros, t.TempDir()}} {
		var stderr bytes.Buffer
		if status := run(args, nil, &bytes.Buffer{}, &stderr); status != 2 || !strings.Contains(stderr.String(), zeros+": not text: want a scene or a table") {
			t.Errorf("%v: status %d, %q", args, status, stderr.String())
		}
	}
	for _, flag := range []string{"-scene", "-csv"} {
		var stderr bytes.Buffer
		if status := run([]string{"train", flag, "-"}, strings.NewReader("\xff\xfe{\x00}\x00"), &bytes.Buffer{}, &stderr); status != 2 || !strings.Contains(stderr.String(), "want text in UTF-8, not UTF-16") {
			t.Errorf("%s in UTF-16: status %d, %q", flag, status, stderr.String())
		}
	}
	var stdout, stderr bytes.Buffer
	if status := run([]string{"train", "-scene", "-"}, strings.NewReader("\ufeff{\"train\": {\"epochs\": 1}}"), &stdout, &stderr); status != 0 {
		t.Errorf("a byte order mark: status %d, %q", status, stderr.String())
	}
}

func TestAddressesThatServeNothingAreRefused(t *testing.T) {
	for _, bad := range []string{"javascript:alert(1)", "data:text/html,x", "ftp://host/pl", "https:", "/pl?x=1", "/pl#x", "ht tp://x", `/a"b`, "/{{x}}"} {
		var stderr bytes.Buffer
		if status := run([]string{"embed", "-url", bad, t.TempDir()}, nil, &bytes.Buffer{}, &stderr); status != 2 || !strings.Contains(stderr.String(), "-url") {
			t.Errorf("-url %s: status %d, %q", bad, status, stderr.String())
		}
	}
	for _, good := range []string{"", "/figures", "figures/", "//cdn.example/pl", "https://cdn.example/pl/"} {
		if !isServed(good) {
			t.Errorf("-url %s is refused", good)
		}
	}
}

// An svg ends where the scene does, as scripts do, however many steps are asked for.
func TestAPictureEndsWithItsScene(t *testing.T) {
	scene := `{"train": {"epochs": 3}}`
	var ended, asked, stderr bytes.Buffer
	run([]string{"export", "-format", "svg", "-scene", "-"}, strings.NewReader(scene), &ended, &stderr)
	if status := run([]string{"export", "-format", "svg", "-step", "2147483647", "-scene", "-"}, strings.NewReader(scene), &asked, &stderr); status != 0 || asked.String() != ended.String() {
		t.Errorf("status %d, %s", status, stderr.String())
	}
}

// For a scene without an end, an embed shows its beginning.
func TestAnEmbedWithoutAnEndEnds(t *testing.T) {
	var stdout, stderr bytes.Buffer
	args := []string{"embed", "-from", builtSite(t), "-scene", "-", t.TempDir()}
	if status := run(args, strings.NewReader(`{"train": {"epochs": 0}}`), &stdout, &stderr); status != 0 || strings.Contains(stdout.String(), "steps of training") {
		t.Errorf("status %d, %s%s", status, stdout.String(), stderr.String())
	}
}

// A pipe in the tree that nobody writes to is not a file to wait for.
func TestAPipeIsNotAFile(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.svg"), 0o666); err != nil {
		t.Skip(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	answered := make(chan int)
	go func() { answered <- get(&static{root}, "GET", "/pipe.svg").StatusCode }()
	select {
	case status := <-answered:
		if status != http.StatusNotFound {
			t.Errorf("status %d, want 404", status)
		}
	case <-time.After(10 * time.Second):
		t.Error("it waits for a writer")
	}
}

// A build puts another folder in the place of the one that is served.
func TestServeANewBuild(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dist")
	put(t, dir, map[string]string{"index.html": "old"})
	h, err := openFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		does func() error
		want string
	}{
		{func() error { return nil }, "old"},
		{func() error { return os.Rename(dir, dir+".last") }, "old"},
		{func() error { put(t, dir, map[string]string{"index.html": "new"}); return os.RemoveAll(dir + ".last") }, "new"},
	} {
		if err := step.does(); err != nil {
			t.Fatal(err)
		}
		if got := body(get(h, "GET", "/")); got != step.want {
			t.Errorf("it serves %q, want %q", got, step.want)
		}
	}
}

// What a folder is called, and what was asked of it, comes through the redirect to its slash.
func TestFoldersOfAnyName(t *testing.T) {
	h := serving(t, map[string]string{"a:b/index.html": "", "100%/index.html": "", "q?#/index.html": "", `\\evil/index.html`: "", "한/index.html": ""})
	for path, want := range map[string]string{
		"/a:b?lesson=x&y=%20": "./a:b/?lesson=x&y=%20", "/100%25": "100%25/", "/q%3F%23": "q%3F%23/", "/%5C%5Cevil": "%5C%5Cevil/", "/%ED%95%9C": "%ED%95%9C/",
	} {
		if r := get(h, "GET", path); r.StatusCode != http.StatusMovedPermanently || r.Header.Get("Location") != want {
			t.Errorf("%s: %d, Location %q, want %q", path, r.StatusCode, r.Header.Get("Location"), want)
		}
	}
}

func TestHeadersInAnySpelling(t *testing.T) {
	h := serving(t, files)
	for accept, want := range map[string]string{"br;Q=0": "", "BR": "br", "br;q=0.0, GZip": "gzip", "*;q=0": ""} {
		if got := get(h, "GET", "/lab.1a2b3c4d.js", "Accept-Encoding", accept).Header.Get("Content-Encoding"); got != want {
			t.Errorf("Accept-Encoding: %s: sent as %q, want %q", accept, got, want)
		}
	}
	for _, none := range []string{"bytes=-0", "bytes= -00 ", "bytes=-+0"} {
		r := get(h, "GET", "/lab.1a2b3c4d.js", "Range", none)
		if r.StatusCode != http.StatusRequestedRangeNotSatisfiable || r.Header.Get("Content-Range") != "bytes */10" {
			t.Errorf("%s: %d, Content-Range %q", none, r.StatusCode, r.Header.Get("Content-Range"))
		}
	}
	for _, some := range []string{"bytes=0-0,-0", "bytes=-0, 0-0", "bytes=-0,-0"} {
		if r := get(h, "GET", "/lab.1a2b3c4d.js", "Range", some); r.StatusCode != http.StatusOK || body(r) != files["lab.1a2b3c4d.js"] {
			t.Errorf("%s: %d", some, r.StatusCode)
		}
	}
	for path, ranges := range map[string]string{"/lab.1a2b3c4d.js": "lines=1-2", "/m.mjs": "bytes=-5"} {
		if r := get(h, "GET", path, "Range", ranges); r.StatusCode != http.StatusOK || body(r) != files[path[1:]] {
			t.Errorf("%s, %s: %d, Content-Range %q", path, ranges, r.StatusCode, r.Header.Get("Content-Range"))
		}
	}
	if r := get(h, "GET", "/lab.1a2b3c4d.js", "Range", "bytes=-10"); r.StatusCode != http.StatusPartialContent {
		t.Errorf("bytes=-10: %d", r.StatusCode)
	}
	for path, want := range map[string]int{"/post": 301, "/post/": 200, "/post/.": 200, "/post/..": 200, "/.": 200, "/index.html/.": 404} {
		if r := get(h, "GET", path); r.StatusCode != want {
			t.Errorf("%s: %d, want %d", path, r.StatusCode, want)
		}
	}
	for _, path := range []string{"/", "/no-such-file"} {
		r := get(h, "GET", path)
		for name, want := range map[string]string{
			"Referrer-Policy": "strict-origin", "X-Content-Type-Options": "nosniff", "Permissions-Policy": "camera=()",
			"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "cross-origin",
		} {
			if !strings.HasPrefix(r.Header.Get(name), want) {
				t.Errorf("%s: %s: %q, want %s", path, name, r.Header.Get(name), want)
			}
		}
	}
}
