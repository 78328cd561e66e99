package embedding

import (
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"text/template"
	"unicode/utf8"

	"perceptronlab/cmd/perceptron/site"
	"perceptronlab/web/src/words"
)

// A generator is a program that makes sites out of posts, and how its posts ask for a figure.
type generator struct {
	name   string
	roots  []string // one of these is in the site's root
	assets string   // the folder for our files
	url    string   // that folder as the template writes it if no URL is given
	file   string   // the template's place
	text   string   // the template of the template: [[ ]] are ours, {{ }} and {% %} the generator's
	call   string   // what a post says, with %s for parameters
}

var (
	//go:embed jekyll.html
	jekyll string
	//go:embed hugo.html
	hugo string
)

var generators = map[string]generator{
	"jekyll": {
		name: "Jekyll", roots: []string{"_config.yml", "_config.yaml", "_config.toml"},
		assets: "assets/perceptron-lab", url: "/assets/perceptron-lab/",
		file: "_includes/perceptron-lab.html", text: jekyll, call: "{%% include perceptron-lab.html%s %%}\n",
	},
	"hugo": {
		name: "Hugo", roots: []string{"hugo.toml", "hugo.yaml", "hugo.json", "config.toml", "config.yaml", "config.json", "config"},
		assets: "static/perceptron-lab", url: "perceptron-lab/",
		file: "layouts/shortcodes/perceptron-lab.html", text: hugo, call: "{{< perceptron-lab%s >}}\n",
	},
}

// endsParameter is what no quotes keep within a parameter: a line's end, a backslash before the quote, and what Jekyll takes for
// its own in a tag.
var endsParameter = regexp.MustCompile(`[\r\n]|\\("|$)|%}|{{`)

// Fit says which text of the options the format can't hold; nil: none.
func (o Options) Fit() error {
	g, ok := generators[o.Format]
	for _, p := range [][2]string{{"id", o.ID}, {"alt", o.Alt}} {
		if !utf8.ValidString(p[1]) {
			return fmt.Errorf("-%s %q: want text in UTF-8", p[0], p[1])
		}
		if end := endsParameter.FindString(p[1]); ok && end != "" {
			return fmt.Errorf("-%s %q: want no %q in what %s reads", p[0], p[1], end, g.name)
		}
	}
	return nil
}

// writeGenerator writes the files into the site, and the template that a line in a post calls.
func (o Options) writeGenerator(b built, g generator) (Result, error) {
	if !g.in(o.Dir) {
		return Result{}, fmt.Errorf("%s: want the root of a %s site, with its %s", o.Dir, g.name, g.roots[0])
	}
	posters, files, err := o.presetPosters()
	if err != nil {
		return Result{}, err
	}
	parameters := [][2]string{{"preset", o.Name}}
	if o.JSON != nil {
		own, picture, err := o.newPoster(o.Scene, o.Name)
		if err != nil {
			return Result{}, err
		}
		f := site.Hashed(o.Name+".json", []byte(compact(o.JSON)+"\n"))
		files = append(files, picture, f)
		parameters = [][2]string{{"scene", f.Name}, {"poster", own.File}}
	}
	if err := site.Compress(files); err != nil {
		return Result{}, err
	}
	files = append(files, b.element()...)
	text, err := g.render(b, o.URL, posters)
	if err != nil {
		return Result{}, err
	}
	for i := range files {
		files[i].Name = g.assets + "/" + files[i].Name
	}
	w := writer{dir: o.Dir}
	w.own(g.file, mark)
	w.write(files)
	w.put(g.file, text)
	return w.result(g.snippet(append(parameters, [][2]string{{"id", o.ID}, {"toolbar", o.Controls}, {"alt", o.Alt}}...), o))
}

func (g generator) in(dir string) bool {
	for _, name := range g.roots {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			return true
		}
	}
	return false
}

// render is the template with the names and hashes of the files.
func (g generator) render(b built, url string, posters []poster) ([]byte, error) {
	t, err := template.New(g.file).Delims("[[", "]]").Parse(g.text)
	if err != nil {
		return nil, err
	}
	unknown := map[string]string{}
	for _, l := range words.Languages() {
		unknown[l.Code] = l.Alt.Any
	}
	values := map[string]any{
		"Any": unknown, "Mark": mark, "Own": g.url, "URL": url, "Posters": posters,
		"Style": b.style.Name, "StyleHash": site.Integrity(b.style.Data),
		"Script": b.script.Name, "ScriptHash": site.Integrity(b.script.Data),
	}
	if url != "" {
		values["URL"] = strings.TrimSuffix(url, "/") + "/"
	}
	var text strings.Builder
	err = t.Execute(&text, values)
	return []byte(text.String()), err
}

func (g generator) snippet(parameters [][2]string, o Options) string {
	var s strings.Builder
	for _, p := range parameters {
		if p[1] != "" {
			fmt.Fprintf(&s, ` %s="%s"`, p[0], strings.ReplaceAll(p[1], `"`, `\"`))
		}
	}
	if o.Width != DefaultWidth || o.Height != DefaultHeight {
		fmt.Fprintf(&s, ` width="%d" height="%d"`, o.Width, o.Height)
	}
	return fmt.Sprintf(g.call, s.String())
}
