package main

import (
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"perceptronlab/cmd/perceptron/site"
)

// builtSite is a folder as a build leaves it, but with dummy contents.
func builtSite(t *testing.T) string {
	dir := t.TempDir()
	put(t, dir, map[string]string{
		"perceptron-lab.0123456789.js": "script", "perceptron-lab.0123456789.js.br": "packed",
		"perceptron-lab.abcdef0123.css": "style", "lab.0011223344.wasm": "program", "lab.5566778899.js": "the Lab's own",
		"licenses.2222222222.txt": "licenses", "frame.html": "frame", "frame.1111111111.js": "frame's script",
		"perceptron-lab-neuron.3333333333.js": "a view's",
	})
	return dir
}

func put(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func embed(t *testing.T, stdin string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errs strings.Builder
	status = run(append([]string{"embed"}, args...), strings.NewReader(stdin), &out, &errs)
	return status, out.String(), errs.String()
}

// tree is the names of all files below a folder, and their text.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestEmbedElement(t *testing.T) {
	from, dir := builtSite(t), t.TempDir()
	put(t, dir, map[string]string{"mine.txt": "the author's"})
	args := []string{"-from", from, "-preset", "xor", "-controls", "full", "-url", "https://files.example/pl", "-alt", `Four "corners" & no line`, dir}
	status, html, stderr := embed(t, "", args...)
	if status != 0 {
		t.Fatal(stderr)
	}
	files := tree(t, dir)
	for _, name := range []string{"perceptron-lab.0123456789.js", "perceptron-lab.0123456789.js.br", "perceptron-lab.abcdef0123.css", "lab.0011223344.wasm", "perceptron-lab-neuron.3333333333.js", "mine.txt"} {
		if files[name] == "" {
			t.Errorf("no %s", name)
		}
	}
	if len(files) != 10 { // and licenses, xor.svg, its .br and .gz
		t.Errorf("%d files: %v", len(files), files)
	}
	for _, want := range []string{
		`<script type="module" src="https://files.example/pl/perceptron-lab.0123456789.js" integrity="` + site.Integrity([]byte("script")) + `" crossorigin="anonymous">`,
		`<link rel="stylesheet" href="https://files.example/pl/perceptron-lab.abcdef0123.css" integrity="` + site.Integrity([]byte("style")) + `" crossorigin="anonymous">`,
		`<perceptron-lab preset="xor" toolbar="full" alt='Four "corners" &amp; no line'>`,
		`width="800" height="660" alt='Four "corners" &amp; no line'>`,
	} {
		if !strings.Contains(html, want) {
			t.Errorf("the snippet lacks %s:\n%s", want, html)
		}
	}
	poster := regexp.MustCompile(`/pl/(xor\.[0-9a-f]{10}\.svg)"`).FindStringSubmatch(html)
	if poster == nil || !strings.Contains(files[poster[1]], "<title>4 points of 2 classes") {
		t.Errorf("no poster of the scene: %v", poster)
	}

	_, html, _ = embed(t, "", "-from", from, "-preset", "xor", "-poster", "png", "-width", "300", "-height", "200", dir)
	poster = regexp.MustCompile(`<img src="/perceptron-lab/(xor\.[0-9a-f]{10}\.png)" width="300" height="200" alt="4 points`).FindStringSubmatch(html)
	if poster == nil {
		t.Fatal("no PNG in", html)
	}
	if size, err := png.DecodeConfig(strings.NewReader(tree(t, dir)[poster[1]])); err != nil || size.Width != 600 || size.Height != 400 {
		t.Errorf("the PNG: %v × %v, %v", size.Width, size.Height, err)
	}
}

func TestEmbedWritesNothingTwice(t *testing.T) {
	args := []string{"-from", builtSite(t), "-preset", "xor", t.TempDir()}
	_, html, _ := embed(t, "", args...)
	status, again, stderr := embed(t, "", args...)
	if status != 0 || again != html || !strings.Contains(stderr, "0 files written") {
		t.Errorf("a second time: status %d, %s\n%s", status, stderr, again)
	}
}

// The built site may lie in a folder of any name, and what can't be written leaves nothing half written.
func TestEmbedInOddFolders(t *testing.T) {
	from, to := filepath.Join(t.TempDir(), "[site]*?"), t.TempDir()
	if err := os.Rename(builtSite(t), from); err != nil {
		t.Fatal(err)
	}
	if status, _, stderr := embed(t, "", "-from", from, "-preset", "xor", to); status != 0 {
		t.Errorf("%s: status %d, %s", from, status, stderr)
	}
	taken := t.TempDir()
	if err := os.Mkdir(filepath.Join(taken, "perceptron-lab.0123456789.js"), 0o755); err != nil {
		t.Fatal(err)
	}
	if status, _, stderr := embed(t, "", "-from", from, "-preset", "xor", taken); status != 1 || len(tree(t, taken)) > 0 {
		t.Errorf("a folder in a file's place: status %d, %s, %v", status, stderr, tree(t, taken))
	}
}

func TestEmbedScene(t *testing.T) {
	from, dir := builtSite(t), t.TempDir()
	scene := `{"data": {"kind": "or", "n_samples": 8}, "train": {"epochs": 3}}`
	if _, html, stderr := embed(t, scene, "-from", from, "-scene", "-", dir); !strings.Contains(html, `scene='{"data":{"kind":"or","n_samples":8},"train":{"epochs":3}}'`) {
		t.Error(stderr, html)
	}
	long := `{"data": {"kind": "points", "x": [` + strings.Repeat("[0.25, 0.5], ", 400) + `[1, 1]], "y": [` + strings.Repeat("0, ", 400) + `1]}}`
	put(t, dir, map[string]string{"in/My Points.json": long})
	_, html, stderr := embed(t, "", "-from", from, "-scene", filepath.Join(dir, "in/My Points.json"), dir)
	found := regexp.MustCompile(`scene="/perceptron-lab/(my-points\.[0-9a-f]{10}\.json)"`).FindStringSubmatch(html)
	if found == nil || !strings.HasPrefix(tree(t, dir)[found[1]], `{"data":{"kind":"points"`) {
		t.Error("a long scene didn't become a file:", stderr, html)
	}
	_, html, _ = embed(t, scene, "-from", from, "-scene", "-", "-format", "iframe", dir)
	if !strings.Contains(html, `/frame.html#v=1&amp;kind=or&amp;n_samples=8&amp;train.epochs=3"`) {
		t.Error(html)
	}
}

func TestEmbedFrame(t *testing.T) {
	from, dir := builtSite(t), t.TempDir()
	_, html, stderr := embed(t, "", "-from", from, "-format", "iframe", "-preset", "xor", "-controls", "none", "-width", "640", "-height", "480", dir)
	want := `<iframe src="/perceptron-lab/frame.html#preset=xor&amp;toolbar=none" sandbox="allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox" allow="clipboard-write" title="Perceptron Lab: a model that learns, live" width="640" height="480" style="max-width: 100%; border: 0" loading="lazy"><a href="/perceptron-lab/frame.html#preset=xor&amp;toolbar=none">Perceptron Lab: a model that learns, live</a></iframe>
<script>`
	if !strings.HasPrefix(html, want) {
		t.Errorf("got %s%s\nwant %s", html, stderr, want)
	}
	files := tree(t, dir)
	if files["frame.html"] != "frame" || files["frame.1111111111.js"] == "" || files["lab.0011223344.wasm"] == "" || files["perceptron-lab-neuron.3333333333.js"] == "" {
		t.Errorf("files: %v", files)
	}
	put(t, dir, map[string]string{"frame.html": "the author's own"})
	if status, _, _ := embed(t, "", "-from", from, "-format", "iframe", dir); status != 1 || tree(t, dir)["frame.html"] != "the author's own" {
		t.Error("wrote over the author's frame.html")
	}
}

func TestEmbedGenerators(t *testing.T) {
	for _, g := range []struct{ format, root, template, assets, call string }{
		{"jekyll", "_config.yml", "_includes/perceptron-lab.html", "assets/perceptron-lab/", `{% include perceptron-lab.html preset="moons" id="m" %}`},
		{"hugo", "config.toml", "layouts/shortcodes/perceptron-lab.html", "static/perceptron-lab/", `{{< perceptron-lab preset="moons" id="m" >}}`},
	} {
		from, dir := builtSite(t), t.TempDir()
		args := []string{"-from", from, "-format", g.format, "-preset", "moons", "-id", "m", dir}
		if status, _, stderr := embed(t, "", args...); status != 1 || !strings.Contains(stderr, g.root) && !strings.Contains(stderr, "hugo.toml") {
			t.Errorf("%s: a folder that isn't a site: status %d, %s", g.format, status, stderr)
		}
		put(t, dir, map[string]string{g.root: ""})
		status, call, stderr := embed(t, "", args...)
		if status != 0 || strings.TrimSpace(call) != g.call {
			t.Errorf("%s: %s%s", g.format, call, stderr)
		}
		_, call, _ = embed(t, "", append([]string{"-alt", `He said "x" \ }`}, args...)...)
		if !strings.Contains(call, ` alt="He said \"x\" \ }"`) {
			t.Errorf("%s: %s", g.format, call)
		}
		for _, bad := range []string{"two\nlines", `ends in \`, `\"`, "%}", "{{ x }}"} {
			if status, _, stderr := embed(t, "", append([]string{"-alt", bad}, args...)...); status != 2 || !strings.Contains(stderr, "perceptron embed: -alt ") {
				t.Errorf("%s: -alt %q: status %d, %s", g.format, bad, status, stderr)
			}
		}
		files := tree(t, dir)
		if files[g.assets+"lab.0011223344.wasm"] != "program" || !strings.Contains(files[g.template], site.Integrity([]byte("script"))) {
			t.Errorf("%s: %s", g.format, files[g.template])
		}
		if strings.Contains(files[g.template], "[[") {
			t.Errorf("%s: a place was left open:\n%s", g.format, files[g.template])
		}
		if _, _, stderr := embed(t, "", args...); !strings.Contains(stderr, "0 files written") {
			t.Errorf("%s, a second time: %s", g.format, stderr)
		}
		put(t, dir, map[string]string{g.template: "the author's own"})
		if status, _, _ := embed(t, "", args...); status != 1 || tree(t, dir)[g.template] != "the author's own" {
			t.Errorf("%s: wrote over the author's file", g.format)
		}
	}
}

func TestEmbedRefuses(t *testing.T) {
	from := builtSite(t)
	for _, c := range []struct {
		args   []string
		status int
		want   string
	}{
		{[]string{"-from", from}, 2, "want one folder"},
		{[]string{"-from", t.TempDir(), t.TempDir()}, 1, "make dist"},
		{[]string{"-from", from, "-preset", "donut", t.TempDir()}, 2, "donut"},
		{[]string{"-from", from, "-format", "word", t.TempDir()}, 2, "word"},
		{[]string{"-from", from, "-controls", "many", t.TempDir()}, 2, "full, basic or none"},
		{[]string{"-from", from, "-width", "0", t.TempDir()}, 2, "-width 0"},
		{[]string{"-from", from, "-height", "100000", t.TempDir()}, 2, "-height 100000"},
		{[]string{"-from", from, "-poster", "gif", t.TempDir()}, 2, "svg or png"},
		{[]string{"-from", from, "-alt", "caf\xe9", t.TempDir()}, 2, `-alt "caf\xe9": want text in UTF-8`},
		{[]string{"-from", from, "-scene", filepath.Join(from, "frame.html"), t.TempDir()}, 2, "JSON"},
	} {
		status, stdout, stderr := embed(t, "", c.args...)
		if status != c.status || stdout != "" || !strings.Contains(stderr, c.want) {
			t.Errorf("%v: status %d, %q, want %d and %q", c.args, status, stderr, c.status, c.want)
		}
	}
}
