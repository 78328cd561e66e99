package site

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// bundle makes the page's script and style out of web/.
func bundle(root string, program File) (script, style File, err error) {
	runtime, err := wasmExec(root)
	if err != nil {
		return File{}, File{}, err
	}
	js, err := build(api.BuildOptions{
		EntryPoints: []string{filepath.Join(root, "web/src/lab/main.ts")},
		Define:      map[string]string{"WASM_NAME": strconv.Quote(program.Name), "WASM_BYTES": strconv.Itoa(len(program.Data))},
		Format:      api.FormatESModule,
		Target:      api.ES2022,
		Plugins:     []api.Plugin{runtime},
	})
	if err != nil {
		return File{}, File{}, err
	}
	css, err := build(api.BuildOptions{EntryPoints: []string{filepath.Join(root, "web/lab.css")}})
	if err != nil {
		return File{}, File{}, err
	}
	return hashed("lab.js", js), hashed("lab.css", css), nil
}

func build(o api.BuildOptions) ([]byte, error) {
	o.Bundle, o.Write = true, false
	o.MinifySyntax, o.MinifyWhitespace, o.MinifyIdentifiers = true, true, true
	o.Charset = api.CharsetUTF8
	o.LegalComments = api.LegalCommentsNone
	result := api.Build(o)
	if len(result.Errors) > 0 {
		text := api.FormatMessages(result.Errors, api.FormatMessagesOptions{Kind: api.ErrorMessage})
		return nil, fmt.Errorf("bundle %s:\n%s", o.EntryPoints[0], strings.Join(text, ""))
	}
	return result.OutputFiles[0].Contents, nil
}

// wasmExec resolves the module 'wasm_exec': Go's own runtime script, which would write into the page's globals,
// as a function that takes its globals and timers as arguments.
func wasmExec(root string) (api.Plugin, error) {
	goroot, err := goOutput(root, "env", "GOROOT")
	if err != nil {
		return api.Plugin{}, err
	}
	source, err := os.ReadFile(filepath.Join(goroot, "lib/wasm/wasm_exec.js"))
	if err != nil {
		return api.Plugin{}, fmt.Errorf("bundle: Go's runtime script: %w", err)
	}
	contents := "export function goClass(globalThis, setTimeout, clearTimeout) {\n" + string(source) + "\nreturn globalThis.Go;\n}\n"
	return api.Plugin{Name: "wasm_exec", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: "^wasm_exec$"}, func(api.OnResolveArgs) (api.OnResolveResult, error) {
			return api.OnResolveResult{Path: "wasm_exec", Namespace: "go"}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: "go"}, func(api.OnLoadArgs) (api.OnLoadResult, error) {
			return api.OnLoadResult{Contents: &contents, Loader: api.LoaderJS}, nil
		})
	}}, nil
}
