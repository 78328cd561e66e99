package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// What CONTRIBUTING.md says about a new kind of data, a new loss, an optimizer, numbers from Go, a language and a colour is enough, in a copy of
// the project: the files and lines named there, and no other is touched but by go generate. Then the copy's own tests pass,
// including those of all kinds and losses and of docs/scene.md, and no text of the page is missing.
func TestContributingIsEnough(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	p := copied(t, root, "perceptron", "game", "docs", "cmd/perceptron/parity", "web/src", "web/css", "web/post")
	text := read(t, filepath.Join(root, "CONTRIBUTING.md"))
	files := regexp.MustCompile("(?s)   ```go\n(.*?)   ```\n").FindAllStringSubmatch(text, -1)
	if len(files) != 3 {
		t.Fatalf("CONTRIBUTING.md has %d files, want a kind of data, a loss and a request", len(files))
	}
	unindented := func(i int) string { return regexp.MustCompile("(?m)^   ").ReplaceAllString(files[i][1], "") }
	const generated = "web/src/figure/protocol.ts"
	for _, step := range []struct {
		what    string
		add     func()
		touches []string
	}{
		{"a kind of data", func() { p.addKind(unindented(0)) }, []string{
			"docs/scene.md", "perceptron/dataset/kinds.go", "perceptron/dataset/stripes.go", "web/src/figure/entries.ts", generated,
			"web/src/words/en/cards.ts", "web/src/words/ko/index.ts",
		}},
		{"a value that no other kind has", p.addValue, []string{
			"docs/scene.md", "perceptron/dataset/params.go", "perceptron/dataset/stripes.go", "web/src/figure/entries.ts", generated,
			"web/src/words/en/cards.ts", "web/src/words/ko/index.ts",
		}},
		{"a loss", func() { p.addLoss(unindented(1)) }, []string{
			"docs/scene.md", "perceptron/internal/reference/loss.go", "perceptron/loss.go", "perceptron/loss_smooth_hinge.go",
			"web/src/figure/entries.ts", generated, "web/src/words/en/views.ts", "web/src/words/ko/views.ts",
		}},
		{"an optimizer with a value of its own", p.addOptimizer, []string{
			"docs/scene.md", "perceptron/optimizer.go", "perceptron/optimizer_adagrad.go",
			"perceptron/optimizer_params.go", "web/src/figure/entries.ts", generated, "web/src/lab/cards/training.ts",
			"web/src/words/en/cards.ts", "web/src/words/ko/index.ts",
		}},
		{"numbers from Go", func() { p.addRequest(unindented(2)) }, []string{
			"game/figure/means.go", "game/figure/request.go", generated,
		}},
		{"a colour", p.addColour, []string{"game/view/palette.go", "web/css/palette.css"}},
		{"a language", p.addLanguage, append(p.language("eo"),
			"web/src/words/figures.ts", "web/src/words/glossaries.ts", "web/src/words/labs.ts", "web/src/words/languages.ts", "web/src/words/views.ts",
		)},
	} {
		before := p.contents()
		step.add()
		p.run("go", "generate", "./game")
		if got := p.touched(before); !slices.Equal(got, step.touches) {
			t.Errorf("%s touches %v, want %v", step.what, got, step.touches)
		}
		if said := fmt.Sprintf("| %s | %d |", step.what, len(step.touches)); !strings.Contains(text, said) {
			t.Errorf("CONTRIBUTING.md doesn't say: %s", said)
		}
	}
	p.write("perceptron/scene/stripes_test.go", addedTest)
	p.run("go", "test", "-vet=off", "./perceptron", "./perceptron/dataset", "./perceptron/export", "./perceptron/curvature", "./perceptron/valley", "./cmd/perceptron/parity")
	p.run("go", "test", "-vet=off", "-run", "Added|Combinations|Replay|Documented|Refuses", "./perceptron/scene", "./game/figure", "./web/src/words")
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

// addValue makes the number of stripes a value of their own.
func (p project) addValue() {
	p.Helper()
	const file = "perceptron/dataset/stripes.go"
	p.change(file, "nSamples, noise}", "nSamples, noise, stripeCount}", 1)
	p.change(file, "i%4", "i%p.Stripes", 1)
	p.change(file, "func stripesScript", `var stripeCount = &Param{
	Key: "stripes", Least: 2, Most: 20,
	Whole: func(p *Params) *int { return &p.Stripes }, Default: "4",
}

func stripesScript`, 1)
	p.change(file, `i % 4 + rng`, `i % ", strconv.Itoa(p.Stripes), " + rng`, 1)
	p.change("perceptron/dataset/params.go", "\tNSamples    int ", "\tStripes     int          `json:\"stripes\"`\n\tNSamples    int ", 1)
	row := "the inner circle's radius; the outer's is 1 |\n"
	p.change("docs/scene.md", row, row+"| `stripes` | stripes | a whole number from 2 to 20 | `4` | how many there are |\n", 1)
	for _, words := range []string{"en/cards.ts", "ko/index.ts"} {
		p.change("web/src/words/"+words, "\n    'data.factor': ", "\n    'data.stripes': 'Stripes',\n    'data.factor': ", 1)
	}
}

// addRequest adds the request "means", whose file is text.
func (p project) addRequest(text string) {
	p.Helper()
	p.write("game/figure/means.go", text)
	p.change("game/figure/request.go", "\t{\"limit\", ", "\t{\"means\", &meansRequest{}, new([][2]float64)},\n\t{\"limit\", ", 1)
}

func (p project) addColour() {
	p.Helper()
	p.change("game/view/palette.go", "\n\t{\"shadow\", ", "\n\t{\"haze\", 0x1b213011, 0x00000033, \"\"},\n\t{\"shadow\", ", 1)
}

// addLanguage adds a language whose texts are Korean.
func (p project) addLanguage() {
	p.Helper()
	for i, name := range p.language("ko") {
		text := strings.Replace(read(p.T, filepath.Join(p.folder, name)), "export const ko", "export const eo", 1)
		p.write(p.language("eo")[i], text)
	}
}

// language are the files of a language like Korean.
func (p project) language(code string) (names []string) {
	p.Helper()
	files, err := os.ReadDir(filepath.Join(p.folder, "web/src/words/ko"))
	if err != nil {
		p.Fatal(err)
	}
	for _, file := range files {
		names = append(names, "web/src/words/"+code+"/"+file.Name())
	}
	return names
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

// addOptimizer adds the optimizer "adagrad", with a value that no other has.
func (p project) addOptimizer() {
	p.Helper()
	p.write("perceptron/optimizer_adagrad.go", addedOptimizer)
	p.change("perceptron/optimizer.go", "\n)\n\n// optimizers lists", "\n\tAdagrad\n)\n\n// optimizers lists", 1)
	p.change("perceptron/optimizer.go", "adamOptimizer,\n", "adamOptimizer,\n\tAdagrad: adagradOptimizer,\n", 1)
	p.change("perceptron/optimizer_params.go", "\tWeightDecay float64 ", "\tLRDecay     float64 `json:\"lr_decay\"`\n\tWeightDecay float64 ", 1)
	p.change("docs/scene.md", "| one of sgd, adam |", "| one of sgd, adam, adagrad |", 1)
	p.change("docs/scene.md", `"weight_decay": 0, "batch_size"`, `"weight_decay": 0, "lr_decay": 0, "batch_size"`, 1)
	p.change("docs/scene.md", ", weight_decay, batch_size, ", ", weight_decay, lr_decay, batch_size, ", 1)
	p.change("docs/scene.md", ", train.weight_decay, train.batch_size, ", ", train.weight_decay, train.lr_decay, train.batch_size, ", 1)
	row := "| `batch_size` | a whole number"
	p.change("docs/scene.md", row, "| `lr_decay` | a finite number, at least 0 | `0` | of adagrad |\n"+row, 1)
	p.change("web/src/lab/cards/training.ts", "number('train.weight_decay'), ", "number('train.weight_decay'), number('train.lr_decay'), ", 1)
	for _, words := range []string{"en/cards.ts", "ko/index.ts"} {
		p.change("web/src/words/"+words, "adam: 'Adam' }", "adam: 'Adam', adagrad: 'Adagrad' }", 1)
		p.change("web/src/words/"+words, "\n    'train.nesterov': ", "\n    'train.lr_decay': 'Decay of the rate',\n    'train.nesterov': ", 1)
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
	p.write("web/tsconfig.json", `{"extends": "`+filepath.ToSlash(root)+`/web/tsconfig.json", "include": ["src/words", "src/lab/cards/training.ts", "src/**/*.d.ts"]}`)
	p.run("node", "web/node_modules/typescript/bin/tsc", "--noEmit", "-p", "web")
}

const addedOptimizer = `package perceptron

import (
	"math"

	"perceptronlab/perceptron/internal/kernel"
	"perceptronlab/perceptron/internal/python"
	"perceptronlab/perceptron/refusal"
)

// adagradOptimizer is torch.optim.Adagrad (Duchi, Hazan and Singer, Adaptive subgradient methods, 2011).
var adagradOptimizer = optimizerEntry{
	name:   "adagrad",
	params: []*OptimizerParam{LearningRate, lrDecay, weightDecay},
	update: (*descent).adagrad,
	python: OptimizerPython{
		Torch:  "Adagrad",
		Start:  func(c *python.Code, _ []TrainConfig, _ TrainConfig) { c.Line("t, squares = 0, ", zeros) },
		Change: func(*python.Code, []TrainConfig, TrainConfig, TrainConfig) {},
		Forget: func(c *python.Code, _ []TrainConfig) { c.Line("t, squares = 0, ", zeros) },
		Step:   func(c *python.Code, _ []TrainConfig, _ bool) { c.Block("def adagrad(gradients):", func() { c.Line("...") }) },
	},
}

var lrDecay = &OptimizerParam{
	Key: "lr_decay", Default: "0", Domain: refusal.AnyNotNegative,
	Number: func(p *OptimizerParams) *float64 { return &p.LRDecay },
	Tried:  []float64{0, 0.1},
}

func (d *descent) adagrad(theta, sum []kernel.Vec, share float64, c *TrainConfig) bool {
	if d.v == nil {
		d.v = make([]kernel.Vec, len(theta))
	}
	for i := range theta {
		for j, p := range &theta[i] {
			g := float64(sum[i][j]*share) + float64(c.WeightDecay*p)
			d.v[i][j] += float64(g * g)
			theta[i][j] = p - float64(c.LR/(1+c.LRDecay)*g/(math.Sqrt(d.v[i][j])+1e-10))
		}
	}
	return cleared(theta, sum)
}
`

const addedTest = `package scene_test

import (
	"strings"
	"testing"

	"perceptronlab/perceptron/export"
	"perceptronlab/perceptron/scene"
)

// learn runs a scene to its end, by which the loss is less.
func learn(t *testing.T, s scene.Scene) *scene.Run {
	t.Helper()
	run, err := scene.NewRun(s)
	if err != nil {
		t.Fatal(err)
	}
	before := run.Trainer().Loss()
	for !run.Ended() {
		run.Step()
	}
	if after := run.Trainer().Loss(); !(after < before) {
		t.Errorf("loss %v and then %v", before, after)
	}
	return run
}

func TestAddedOptimizer(t *testing.T) {
	s, err := scene.ParseFragment("optimizer=adagrad&lr_decay=0.5&epochs=20")
	if err != nil || s.Train.LRDecay != 0.5 {
		t.Fatal(s.Train, err)
	}
	if _, err := scene.ParseFragment("lr_decay=-1"); err == nil || err.Error() != "train.lr_decay: -1: want a finite number, at least 0" {
		t.Error(err)
	}
	learn(t, s)
	text, err := export.PyTorch(s, export.Options{})
	if err != nil || !strings.Contains(text, "torch.optim.Adagrad(model.parameters(), lr=0.01, lr_decay=0.5)") {
		t.Error(err, text)
	}
}

func TestAdded(t *testing.T) {
	s, err := scene.Parse([]byte(` + "`" + `{"data": {"kind": "stripes", "n_samples": 40, "noise": 0.1}, "train": {"loss": "smooth_hinge", "epochs": 50, "lr": 0.1}}` + "`" + `))
	if err != nil {
		t.Fatal(err)
	}
	if n := learn(t, s).Trainer().NumSamples(); n != 40 {
		t.Errorf("%d points", n)
	}
	for _, script := range []func(scene.Scene, export.Options) (string, error){export.PyTorch, export.NumPy} {
		text, err := script(s, export.Options{})
		if err != nil || !strings.Contains(text, "i % 4 + rng.normal(0, 0.1)") || !strings.Contains(text, "def smooth_hinge(z, y):") {
			t.Error(err, text)
		}
	}
}
`

// contents are all files of the copy.
func (p project) contents() map[string]string {
	p.Helper()
	all := map[string]string{}
	err := fs.WalkDir(os.DirFS(p.folder), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			all[name] = read(p.T, filepath.Join(p.folder, name))
		}
		return err
	})
	if err != nil {
		p.Fatal(err)
	}
	return all
}

// touched are the files that are new or differ from those of before.
func (p project) touched(before map[string]string) (names []string) {
	p.Helper()
	for name, text := range p.contents() {
		if old, ok := before[name]; !ok || old != text {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// run runs a command in the copy.
func (p project) run(name string, args ...string) {
	p.Helper()
	command := exec.Command(name, args...)
	command.Dir = p.folder
	command.Env = append(os.Environ(), "GOFLAGS=-trimpath") // so that what didn't change is compiled once, not for each copy
	if out, err := command.CombinedOutput(); err != nil {
		p.Errorf("%s %v: %v\n%s", name, args, err, out)
	}
}

func (p project) write(name, text string) {
	p.Helper()
	if err := os.MkdirAll(filepath.Dir(filepath.Join(p.folder, name)), 0o755); err != nil {
		p.Fatal(err)
	}
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
