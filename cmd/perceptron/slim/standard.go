package slim

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"perceptronlab/cmd/perceptron/modules"
)

// godebugSHA256 is of the internal/godebug/godebug.go whose callers the stand-in was written for.
const godebugSHA256 = "cd492e76ae63872ac4310fc09b2e097229588dbf114d14d713be3f027b0233c8"

// standardEdits are the changes to Go's standard library, by path below GOROOT/src.
var standardEdits = map[string]edit{
	"internal/godebug/godebug.go": func(source string) (string, error) {
		return standIn{"godebug.go", godebugSHA256, "godebug.go.txt"}.inPlaceOf(source)
	},
	// Nobody can start an execution trace in a page.
	"runtime/traceruntime.go": all(
		swap("\treturn trace.enabled\n", "\treturn false\n"),
		swap("\treturn trace.enabledWithAllocFree\n", "\treturn false\n"),
		swap("\treturn trace.shutdown.Load()\n", "\treturn false\n"),
	),
}

// overlayStandard writes the edited files of the standard library and the list that -overlay takes, and returns the
// list's path, relative to root. A file that isn't as it was when the edit was written stays as it is.
func overlayStandard(root string, say func(string)) (string, error) {
	goroot, err := modules.Go(root, nil, "env", "GOROOT")
	if err != nil {
		return "", err
	}
	dir := filepath.Join(root, ".cache", "standard")
	var list struct{ Replace map[string]string }
	list.Replace = map[string]string{}
	for file, e := range standardEdits {
		path := filepath.Join(goroot, "src", filepath.FromSlash(file))
		source, err := os.ReadFile(path)
		if err != nil {
			return "", err
		}
		text, err := e(string(source))
		if err != nil {
			say(fmt.Sprintf("Go's %s stays as it is, and the program a few kB larger: %v", file, err))
			continue
		}
		edited, err := filepath.Abs(filepath.Join(dir, filepath.FromSlash(file)))
		if err != nil {
			return "", err
		}
		if err := os.MkdirAll(filepath.Dir(edited), 0o755); err != nil {
			return "", err
		}
		if err := os.WriteFile(edited, []byte(text), 0o644); err != nil {
			return "", err
		}
		list.Replace[path] = edited
	}
	text, err := json.MarshalIndent(list, "", "\t")
	if err != nil {
		return "", err
	}
	name := filepath.Join(".cache", "overlay.json")
	return name, os.WriteFile(filepath.Join(root, name), text, 0o644)
}
