package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// What CONTRIBUTING.md says about a new kind of data and a new loss is enough: one file each, the lines named there and their words,
// in a copy of the project, and no other file is touched but by go generate; then the copy's own tests pass, including those of
// all kinds and losses and of docs/scene.md, and no text of the page is missing.
func TestContributingIsEnough(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	p := copied(t, root, "perceptron", "game", "docs", "web/src", "web/css", "web/post")
	files := regexp.MustCompile("(?s)   ```go\n(.*?)   ```\n").FindAllStringSubmatch(read(t, filepath.Join(root, "CONTRIBUTING.md")), -1)
	if len(files) != 2 {
		t.Fatalf("CONTRIBUTING.md has %d files, want a kind of data and a loss", len(files))
	}
	unindented := func(i int) string { return regexp.MustCompile("(?m)^   ").ReplaceAllString(files[i][1], "") }
	p.addKind(unindented(0))
	p.addLoss(unindented(1))
	p.run("go", "generate", "./game")
	want := []string{
		"docs/scene.md", "perceptron/dataset/kinds.go", "perceptron/dataset/stripes.go", "perceptron/internal/reference/loss.go",
		"perceptron/loss.go", "perceptron/loss_smooth_hinge.go", "web/src/figure/entries.ts", "web/src/figure/protocol.ts",
		"web/src/words/en/cards.ts", "web/src/words/en/views.ts", "web/src/words/ko/index.ts", "web/src/words/ko/views.ts",
	}
	if got := p.touched(root); !slices.Equal(got, want) {
		t.Errorf("a kind of data and a loss touch %v, want %v", got, want)
	}
	p.write("perceptron/scene/stripes_test.go", addedTest)
	p.run("go", "test", "./perceptron", "./perceptron/dataset", "./perceptron/export", "./perceptron/curvature", "./perceptron/valley")
	p.run("go", "test", "-run", "Added|Combinations|Replay|Documented", "./perceptron/scene")
	p.checkWords(root)
}

// A project is a folder with a copy of this one.
type project struct {
	*testing.T
	folder string
}

// copied copies folders of the project at root.
func copied(t *testing.T, root string, folders ...string) project {
	t.Helper()
	p := project{t, t.TempDir()}
	for _, folder := range folders {
		if err := os.CopyFS(filepath.Join(p.folder, folder), os.DirFS(filepath.Join(root, folder))); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		p.write(name, read(t, filepath.Join(root, name)))
	}
	return p
}

// addKind adds the kind of data "stripes", whose file is text.
func (p project) addKind(text string) {
	p.Helper()
	p.write("perceptron/dataset/stripes.go", strings.Replace(text, "package dataset\n", `package dataset

import (
	"strconv"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/internal/python"
	"perceptronlab/perceptron/random"
)
`, 1))
	p.change("perceptron/dataset/kinds.go", "spirals, given}", "spirals, given, stripes}", 1)
	p.change("docs/scene.md", "| `points` | as given |\n", "| `points` | as given |\n| `stripes` | point i lies at i mod 4 |\n", 1)
	p.change("docs/scene.md", "spirals, points |", "spirals, points, stripes |", 1)
	for _, words := range []string{"en/cards.ts", "ko/index.ts"} {
		p.change("web/src/words/"+words, "\n    spirals: '", "\n    stripes: 'stripes',\n    spirals: '", 1)
	}
}

// addLoss adds the loss "smooth_hinge", whose file is text.
func (p project) addLoss(text string) {
	p.Helper()
	p.write("perceptron/loss_smooth_hinge.go", text)
	p.change("perceptron/loss.go", "\n)\n\n// losses lists", "\n\tLossSmoothHinge\n)\n\n// losses lists", 1)
	p.change("perceptron/loss.go", "crossEntropyLoss,\n", "crossEntropyLoss,\n\tLossSmoothHinge: smoothHingeLoss,\n", 1)
	p.change("perceptron/internal/reference/loss.go", "\t\"perceptron\": hinge(0),\n", `	"perceptron": hinge(0),
	"smooth_hinge": func(z []float64, y int) (float64, []float64) {
		s := sign(y)
		l := max(0, min(1, 1-s*z[0]))
		return l * (1 - s*z[0] - l/2), []float64{-s * l}
	},
`, 1)
	p.change("docs/scene.md", "perceptron, cross_entropy |", "perceptron, cross_entropy, smooth_hinge |", 1)
	p.change("docs/scene.md", "want bce, mse, hinge or perceptron for one output", "want bce, mse, hinge, perceptron or smooth_hinge for one output", 1)
	row := "| `cross_entropy` | −ln of the softmax at the label; for K ≥ 2 outputs, and for these alone |\n"
	p.change("docs/scene.md", row, row+"| `smooth_hinge` | ½ − sz up to sz = 0, (1 − sz)²/2 up to 1, then 0 |\n", 1)
	for _, language := range []string{"en", "ko"} {
		words := "web/src/words/" + language + "/views.ts"
		p.change(words, "  perceptron: '", "  smooth_hinge: 'smooth hinge',\n  perceptron: '", 2)
		p.change(words, "  perceptron: [\n", "  smooth_hinge: ['Less and less.', 'Down to nothing.'],\n  perceptron: [\n", 2)
	}
}

// checkWords finds texts that are missing, where TypeScript is installed.
func (p project) checkWords(root string) {
	p.Helper()
	modules := filepath.Join(root, "web/node_modules")
	if _, err := os.Stat(filepath.Join(modules, "typescript")); err != nil {
		p.Log("no TypeScript in web/node_modules: texts of the page aren't checked")
		return
	}
	if err := os.Symlink(modules, filepath.Join(p.folder, "web/node_modules")); err != nil {
		p.Fatal(err)
	}
	p.write("web/tsconfig.json", `{"extends": "`+filepath.ToSlash(root)+`/web/tsconfig.json", "include": ["src/words", "src/**/*.d.ts"]}`)
	p.run("node", "web/node_modules/typescript/bin/tsc", "--noEmit", "-p", "web")
}

const addedTest = `package scene_test

import (
	"strings"
	"testing"

	"perceptronlab/perceptron/export"
	"perceptronlab/perceptron/scene"
)

func TestAdded(t *testing.T) {
	s, err := scene.Parse([]byte(` + "`" + `{"data": {"kind": "stripes", "n_samples": 40, "noise": 0.1}, "train": {"loss": "smooth_hinge", "epochs": 50, "lr": 0.1}}` + "`" + `))
	if err != nil {
		t.Fatal(err)
	}
	run, err := scene.NewRun(s)
	if err != nil {
		t.Fatal(err)
	}
	before := run.Trainer().Loss()
	for !run.Ended() {
		run.Step()
	}
	if after := run.Trainer().Loss(); run.Trainer().Samples().Len() != 40 || !(after < before) {
		t.Errorf("%d points, loss %v and then %v", run.Trainer().Samples().Len(), before, after)
	}
	for _, script := range []func(scene.Scene, export.Options) (string, error){export.PyTorch, export.NumPy} {
		text, err := script(s, export.Options{})
		if err != nil || !strings.Contains(text, "i % 4 + rng.normal(0, 0.1)") || !strings.Contains(text, "def smooth_hinge(z, y):") {
			t.Error(err, text)
		}
	}
}
`

// touched are the files of the copy that are new or differ from those at root.
func (p project) touched(root string) (names []string) {
	p.Helper()
	err := fs.WalkDir(os.DirFS(p.folder), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		old, err := os.ReadFile(filepath.Join(root, name))
		if err != nil || !bytes.Equal(old, []byte(read(p.T, filepath.Join(p.folder, name)))) {
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		p.Fatal(err)
	}
	return names
}

// run runs a command in the copy.
func (p project) run(name string, args ...string) {
	p.Helper()
	command := exec.Command(name, args...)
	command.Dir = p.folder
	if out, err := command.CombinedOutput(); err != nil {
		p.Errorf("%s %v: %v\n%s", name, args, err, out)
	}
}

func (p project) write(name, text string) {
	p.Helper()
	if err := os.WriteFile(filepath.Join(p.folder, name), []byte(text), 0o644); err != nil {
		p.Fatal(err)
	}
}

// change replaces a text that the file has so many times.
func (p project) change(name, old, with string, times int) {
	p.Helper()
	text := read(p.T, filepath.Join(p.folder, name))
	if n := strings.Count(text, old); n != times {
		p.Fatalf("%s: has %q %d times, want %d", name, old, n, times)
	}
	p.write(name, strings.ReplaceAll(text, old, with))
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
