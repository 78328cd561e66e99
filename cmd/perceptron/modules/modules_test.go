package modules

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFetchNamesWhereEachModuleLies(t *testing.T) {
	fetched, err := Fetch("../../..")
	if err != nil {
		t.Fatal(err)
	}
	m := fetched["github.com/hajimehoshi/ebiten/v2"]
	if _, err := os.Stat(filepath.Join(m.Dir, "go.mod")); err != nil || m.Version == "" {
		t.Errorf("Ebitengine is %+v: %v", m, err)
	}
}

// Without a network, one sentence says which module is missing, and which proxy was asked for it.
func TestFetchWithoutNetworkIsOneSentence(t *testing.T) {
	const proxy = "http://127.0.0.1:1" // where nothing listens
	root := t.TempDir()
	t.Setenv("GOMODCACHE", filepath.Join(root, "cache"))
	t.Setenv("GOPROXY", proxy)
	t.Setenv("GOFLAGS", "-modcacherw") // so that the folder can be removed
	const mod = "module m\n\ngo 1.26\n\nrequire example.com/nowhere v1.2.3\n"
	if err := os.WriteFile(filepath.Join(root, "go.mod"), []byte(mod), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := Fetch(root)
	if err == nil {
		t.Fatal("a module was fetched from nowhere")
	}
	for _, want := range []string{"example.com/nowhere@v1.2.3", "GOPROXY=" + proxy, "connection refused"} {
		if !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: want one line with %q", err, want)
		}
	}
}
