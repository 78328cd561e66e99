package site

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"perceptronlab/web/src/words"
)

// lateScripts are what the Lab's script fetches when it is asked for, by their names: a file each, and the texts of each language
// but English.
func lateScripts() map[string]string {
	scripts := map[string]string{
		"lab-cards":      "lab/cards/late.ts",
		"lab-parameters": "lab/cards/parameters.ts",
		"lab-dialogs":    "lab/dialogs/all.ts",
		"lab-lesson":     "lab/lesson/late.ts",
		"lab-maker":      "lab/lesson/maker.ts",
		"lab-present":    "lab/page/present.ts",
		"lab-terms":      "lab/ui/term.ts",
	}
	for _, l := range words.Languages()[1:] {
		scripts["words-"+l.Code] = "words/" + l.Code + "/index.ts"
	}
	return scripts
}

// lab bundles the Lab's script and those that it fetches later. What several of them have in common is in one place only: the
// late ones import it from lab.js, which is there before them.
func (b *bundler) lab() ([]File, error) {
	o, err := b.options()
	if err != nil {
		return nil, err
	}
	late := lateScripts()
	main := b.source("lab/page/main.ts")
	o.EntryPointsAdvanced = []api.EntryPoint{{InputPath: main, OutputPath: "lab"}}
	entries := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(late)) {
		entry := b.source(late[name])
		entries[entry] = true
		o.EntryPointsAdvanced = append(o.EntryPointsAdvanced, api.EntryPoint{InputPath: entry, OutputPath: name})
	}
	o.Splitting = true
	o.AbsWorkingDir, o.Outdir = b.root, b.root
	o.EntryNames, o.ChunkNames = "[name].[hash]", "[name].[hash]"
	o.Plugins = append([]api.Plugin{importing(main, entries)}, o.Plugins...)
	result, err := run(o)
	if err != nil {
		return nil, err
	}
	return named(result.OutputFiles)
}

func (b *bundler) source(path string) string { return filepath.Join(b.root, "web/src", path) }

// importing makes each of the entry points import main: so all that main needs becomes one script, whoever else needs it, and not
// one for each set of scripts that need the same.
func importing(main string, entries map[string]bool) api.Plugin {
	return api.Plugin{Name: "importing-main", Setup: func(build api.PluginBuild) {
		build.OnLoad(api.OnLoadOptions{Filter: `\.ts$`}, func(args api.OnLoadArgs) (r api.OnLoadResult, err error) {
			if !entries[args.Path] {
				return r, nil
			}
			source, err := os.ReadFile(args.Path)
			text := fmt.Sprintf("%s\nimport %q;\n", source, filepath.ToSlash(main))
			return api.OnLoadResult{Contents: &text, Loader: api.LoaderTS, ResolveDir: filepath.Dir(args.Path)}, err
		})
	}}
}

// stub is all that is left of main's own script, as others import what is in it: an import of the script where it is.
var stub = regexp.MustCompile(`^import"\./(chunk\.[A-Z2-7]+\.js)";\n?$`)

// named gives the scripts their names: that with main is lab.js in place of its stub; what only late ones share is lab-shared.js.
func named(outputs []api.OutputFile) ([]File, error) {
	shared := ""
	for _, f := range outputs {
		if found := stub.FindSubmatch(f.Contents); found != nil && strings.HasPrefix(filepath.Base(f.Path), "lab.") {
			shared = string(found[1])
		}
	}
	if shared == "" {
		return nil, fmt.Errorf("bundle: want lab.js to hold nothing but an import of what it shares with the scripts that it fetches")
	}
	names := strings.NewReplacer(shared, strings.Replace(shared, "chunk", "lab", 1), "chunk.", "lab-shared.")
	var files []File
	for _, f := range outputs {
		if name := filepath.Base(f.Path); !strings.HasPrefix(name, "lab.") {
			files = append(files, File{Name: names.Replace(name), Data: []byte(names.Replace(string(f.Contents)))})
		}
	}
	return files, nil
}
