package main

import (
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
)

// A root that reads everything is somebody else for this thread's files meanwhile.
func TestServeWhatCanBeRead(t *testing.T) {
	const name, nobody = "lab.1a2b3c4d.js", 65534
	h := serving(t, files)
	root := h.(*static).root.Name()
	if err := os.Chmod(filepath.Dir(root), 0o755); err != nil {
		t.Fatal(err)
	}
	runtime.LockOSThread() // and never unlocked: the thread ends with the test
	for _, c := range []struct{ shut, want, encoding string }{{".br", "gz!!", "gzip"}, {".gz", "0123456789", ""}} {
		path := filepath.Join(root, name+c.shut)
		if err := os.Chmod(path, 0); err != nil {
			t.Fatal(err)
		}
		was := os.Getuid()
		if was == 0 {
			if err := syscall.Setfsuid(nobody); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := os.ReadFile(path); err == nil {
			t.Fatalf("%s can be read", path)
		}
		r := get(h, "GET", "/"+name, "Accept-Encoding", "gzip, br")
		if text := body(r); text != c.want || r.Header.Get("Content-Encoding") != c.encoding || r.Header.Get("Vary") == "" {
			t.Errorf("without %s: %d %q, %v", c.shut, r.StatusCode, text, r.Header)
		}
		if was == 0 {
			if err := syscall.Setfsuid(was); err != nil {
				t.Fatal(err)
			}
		}
	}
}
