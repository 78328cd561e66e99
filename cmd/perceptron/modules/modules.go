// Package modules fetches the Go modules that the site is built from. It imports the standard library alone, so that a
// machine that has fetched nothing yet can compile it.
package modules

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os/exec"
	"strings"
)

// A Module is one that go.mod names, in the module cache.
type Module struct{ Path, Version, Dir, Error string }

// Fetch downloads all modules that root's go.mod names, and returns them by path. Those in the module cache cost no
// request. The error is one sentence that names the first module that can't be fetched, and the proxy that was asked.
func Fetch(root string) (map[string]Module, error) {
	var stdout, stderr bytes.Buffer
	download := exec.Command("go", "mod", "download", "-json")
	download.Dir, download.Stdout, download.Stderr = root, &stdout, &stderr
	failed := download.Run()

	fetched := map[string]Module{}
	for list := json.NewDecoder(&stdout); list.More(); {
		var m Module
		if err := list.Decode(&m); err != nil {
			return nil, fmt.Errorf("go mod download -json: %w", err)
		}
		if m.Error != "" {
			return nil, refused(root, m.Path+"@"+m.Version, strings.TrimPrefix(m.Error, m.Path+"@"+m.Version+": "))
		}
		fetched[m.Path] = m
	}
	if failed != nil {
		return nil, explain(root, stderr.String(), failed)
	}
	return fetched, nil
}

// explain rewords what the go command said about a module that it couldn't even look up, as "go: MODULE@VERSION: REASON".
func explain(root, said string, failed error) error {
	for line := range strings.Lines(said) {
		module, reason, found := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "go: "), ": ")
		if found && strings.Contains(module, "@") {
			return refused(root, module, reason)
		}
	}
	return fmt.Errorf("go mod download: %w: %s", failed, strings.TrimSpace(said))
}

func refused(root, module, reason string) error {
	proxy, err := Go(root, nil, "env", "GOPROXY")
	if err != nil {
		return err
	}
	return fmt.Errorf("%s can't be fetched by GOPROXY=%s: %s", module, proxy, reason)
}
