package site

import (
	"fmt"
	"path/filepath"
	"regexp"

	"github.com/dop251/goja"
	"github.com/evanw/esbuild/pkg/api"
)

// prerender writes into the Lab's page what its script has in TypeScript: cards, dialogs, scenes and every text. The page is
// complete before a script runs, and without one. It runs web/src/lab/page/prerender.ts, which touches no document.
func prerender(root string, p File) (File, error) {
	js, err := build(api.BuildOptions{
		EntryPoints: []string{filepath.Join(root, "web/src/lab/page/prerender.ts")},
		Define:      map[string]string{"PRERENDER": "true"},
		Format:      api.FormatIIFE,
		GlobalName:  "page",
		Target:      api.ES2017,
		Loader:      map[string]api.Loader{".css": api.LoaderEmpty},
	})
	if err != nil {
		return File{}, err
	}
	vm := goja.New()
	if _, err := vm.RunScript("prerender.js", string(js)); err != nil {
		return File{}, fmt.Errorf("build: web/src/lab/page/prerender.ts: %w", err)
	}
	if err := vm.Set("skeleton", string(p.Data)); err != nil {
		return File{}, err
	}
	html, err := vm.RunString("page.prerender(skeleton)")
	if err != nil {
		return File{}, fmt.Errorf("build: web/%s: %w", p.Name, err)
	}
	p.Data = indentation.ReplaceAll([]byte(html.String()), []byte("\n"))
	return p, nil
}

// indentation means nothing on the page: no text of it is preformatted.
var indentation = regexp.MustCompile(`\n[ \t]+`)
