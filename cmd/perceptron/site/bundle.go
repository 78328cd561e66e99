package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// A bundler makes the scripts and styles of the site out of web/.
type bundler struct {
	root    string
	program File
	plugins []api.Plugin
	// embeddable are the files that a script may offer to authors, by their plain names.
	embeddable []File
	// fetched are the scripts that others fetch when they need them, by what import() calls them.
	fetched map[string]File
}

func newBundler(root string, program File) (*bundler, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	runtime, err := wasmExec(root)
	return &bundler{root: root, program: program, plugins: []api.Plugin{runtime, cssText}, fetched: map[string]File{}}, err
}

// script bundles an entry point under web/src into one ES module with a hashed name.
func (b *bundler) script(name, entry string) (File, error) {
	o, err := b.options()
	if err != nil {
		return File{}, err
	}
	o.EntryPoints = []string{filepath.Join(b.root, "web/src", entry)}
	o.Plugins = append([]api.Plugin{b.fetchedFiles()}, o.Plugins...)
	js, err := build(o)
	if err != nil {
		return File{}, err
	}
	js, err = b.pinned(js)
	return Hashed(name, js), err
}

// pins stands in a script for what it fetches, which is known when it has been bundled.
const pins = "what this script fetches"

// pinned puts into a script the names and the hashes of those files that it fetches.
func (b *bundler) pinned(js []byte) ([]byte, error) {
	fetches := map[string][2]string{}
	for as, f := range b.fetched {
		if bytes.Contains(js, []byte(f.Name)) {
			fetches[as] = [2]string{f.Name, Integrity(f.Data)}
		}
	}
	list, err := json.Marshal(fetches)
	return bytes.ReplaceAll(js, []byte(strconv.Quote(pins)), []byte("'"+string(list)+"'")), err
}

// options are what all scripts have in common.
func (b *bundler) options() (api.BuildOptions, error) {
	files := map[string][2]string{}
	for _, f := range b.embeddable {
		files[plainName(f.Name)] = [2]string{f.Name, Integrity(f.Data)}
	}
	list, err := json.Marshal(files)
	if err != nil {
		return api.BuildOptions{}, err
	}
	return api.BuildOptions{
		Define: map[string]string{
			"WASM_NAME":      strconv.Quote("./" + b.program.Name),
			"WASM_BYTES":     strconv.Itoa(len(b.program.Data)),
			"EMBED_FILES":    strconv.Quote(string(list)),
			"FETCHED":        strconv.Quote(pins),
			"PRERENDER":      "false",
			"WASM_INTEGRITY": strconv.Quote(Integrity(b.program.Data)),
		},
		Format:  api.FormatESModule,
		Target:  api.ES2022,
		Plugins: b.plugins,
	}, err
}

// fetchedScript bundles a module that others import as `as` when they need it. It is complete in itself: what it shares with
// others it has, too, so that each of them stays one file.
func (b *bundler) fetchedScript(name, entry, as string) (File, error) {
	f, err := b.script(name, entry)
	b.fetched[as] = f
	return f, err
}

// fetchedFiles leaves such an import() in a script, with the name of the file that is served beside it. What has no file of its
// own becomes part of the script.
func (b *bundler) fetchedFiles() api.Plugin {
	return api.Plugin{Name: "fetched-files", Setup: func(build api.PluginBuild) {
		build.OnResolve(api.OnResolveOptions{Filter: `^\.\.?/`}, func(args api.OnResolveArgs) (r api.OnResolveResult, err error) {
			if f, found := b.fetched[args.Path]; found && args.Kind == api.ResolveJSDynamicImport {
				r = api.OnResolveResult{Path: "./" + f.Name, External: true}
			}
			return r, nil
		})
	}}
}

// style bundles a style sheet of web/.
func (b *bundler) style(name string) (File, error) {
	css, err := styleSheet(filepath.Join(b.root, "web", name))
	return Hashed(name, css), err
}

// styleSheet is a style sheet with all that it imports.
func styleSheet(path string) ([]byte, error) {
	return build(api.BuildOptions{EntryPoints: []string{path}})
}

// cssText lets a script import a style sheet, bundled, as a string: what a shadow tree adopts.
var cssText = api.Plugin{Name: "css-text", Setup: func(b api.PluginBuild) {
	b.OnLoad(api.OnLoadOptions{Filter: `\.css$`}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
		css, err := styleSheet(args.Path)
		text := string(css)
		return api.OnLoadResult{Contents: &text, Loader: api.LoaderText}, err
	})
}}

func build(o api.BuildOptions) ([]byte, error) {
	result, err := run(o)
	if err != nil {
		return nil, err
	}
	return result.OutputFiles[0].Contents, nil
}

func run(o api.BuildOptions) (api.BuildResult, error) {
	o.Bundle, o.Write = true, false
	o.MinifySyntax, o.MinifyWhitespace, o.MinifyIdentifiers = true, true, true
	o.Charset = api.CharsetUTF8
	o.LegalComments = api.LegalCommentsNone
	result := api.Build(o)
	if len(result.Errors) > 0 {
		text := api.FormatMessages(result.Errors, api.FormatMessagesOptions{Kind: api.ErrorMessage})
		return result, fmt.Errorf("bundle:\n%s", strings.Join(text, ""))
	}
	return result, nil
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
	// The script makes globalThis.fs, and where a panic is printed it calls it plain fs; its clock is that of its globals.
	contents := "export function goClass(globalThis, setTimeout, clearTimeout, printed) {\n" +
		"const fs = { writeSync: (file, bytes) => { printed(bytes); return globalThis.fs.writeSync(file, bytes); } };\n" +
		"const { performance } = globalThis;\n" +
		string(source) + "\nreturn globalThis.Go;\n}\n"
	return api.Plugin{Name: "wasm_exec", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: "^wasm_exec$"}, func(api.OnResolveArgs) (api.OnResolveResult, error) {
			return api.OnResolveResult{Path: "wasm_exec", Namespace: "go"}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: "go"}, func(api.OnLoadArgs) (api.OnLoadResult, error) {
			return api.OnLoadResult{Contents: &contents, Loader: api.LoaderJS}, nil
		})
	}}, nil
}
