package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// What CONTRIBUTING.md says about a new kind of data and a new loss is enough: one file each and the lines named there, in a copy
// of the project, and no other file is touched; then the copy's own tests pass, including those of all kinds and losses.
func TestContributingIsEnough(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(root, "CONTRIBUTING.md"))
	if err != nil {
		t.Fatal(err)
	}
	files := regexp.MustCompile("(?s)   ```go\n(.*?)   ```\n").FindAllStringSubmatch(string(text), -1)
	if len(files) != 2 {
		t.Fatalf("CONTRIBUTING.md has %d files, want a kind of data and a loss", len(files))
	}
	project := t.TempDir()
	if err := os.CopyFS(filepath.Join(project, "perceptron"), os.DirFS(filepath.Join(root, "perceptron"))); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		write(t, filepath.Join(project, name), read(t, filepath.Join(root, name)))
	}
	unindented := func(i int) string { return regexp.MustCompile("(?m)^   ").ReplaceAllString(files[i][1], "") }
	imports := `
import (
	"strconv"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/internal/python"
	"perceptronlab/perceptron/random"
)
`
	kind := strings.Replace(unindented(0), "package dataset\n", "package dataset\n"+imports, 1)
	write(t, filepath.Join(project, "perceptron/dataset/stripes.go"), kind)
	change(t, filepath.Join(project, "perceptron/dataset/kinds.go"), "spirals, given}", "spirals, given, stripes}")
	write(t, filepath.Join(project, "perceptron/loss_smooth_hinge.go"), unindented(1))
	change(t, filepath.Join(project, "perceptron/loss.go"), "\n)\n\n// losses lists", "\n\tLossSmoothHinge\n)\n\n// losses lists")
	change(t, filepath.Join(project, "perceptron/loss.go"), "crossEntropyLoss,\n", "crossEntropyLoss,\n\tLossSmoothHinge: smoothHingeLoss,\n")

	write(t, filepath.Join(project, "perceptron/scene/stripes_test.go"), `package scene_test

import (
	"strings"
	"testing"

	"perceptronlab/perceptron/export"
	"perceptronlab/perceptron/scene"
)

func TestAdded(t *testing.T) {
	s, err := scene.Parse([]byte(`+"`"+`{"data": {"kind": "stripes", "n_samples": 40, "noise": 0.1}, "train": {"loss": "smooth_hinge", "epochs": 50, "lr": 0.1}}`+"`"+`))
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
`)
	change(t, filepath.Join(project, "perceptron/internal/reference/loss.go"), `	"perceptron": hinge(0),
`, `	"perceptron": hinge(0),
	"smooth_hinge": func(z []float64, y int) (float64, []float64) {
		s := sign(y)
		l := max(0, min(1, 1-s*z[0]))
		return l * (1 - s*z[0] - l/2), []float64{-s * l}
	},
`)
	want := []string{
		"dataset/kinds.go", "dataset/stripes.go", "internal/reference/loss.go", "loss.go", "loss_smooth_hinge.go", "scene/stripes_test.go",
	}
	if got := touched(t, filepath.Join(root, "perceptron"), filepath.Join(project, "perceptron")); !slices.Equal(got, want) {
		t.Errorf("a kind of data and a loss touch %v, want %v", got, want)
	}
	command := exec.Command("go", "test", "./perceptron", "./perceptron/dataset", "./perceptron/export", "./perceptron/curvature", "./perceptron/valley")
	for _, command := range []*exec.Cmd{command, exec.Command("go", "test", "-run", "Added|Combinations|Replay", "./perceptron/scene")} {
		command.Dir = project
		if out, err := command.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
	}
}

// touched are the files of a folder's copy that are new or differ.
func touched(t *testing.T, folder, copied string) (names []string) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(copied), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		if old, err := os.ReadFile(filepath.Join(folder, name)); err != nil || string(old) != read(t, filepath.Join(copied, name)) {
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func change(t *testing.T, path, old, with string) {
	t.Helper()
	text := read(t, path)
	if strings.Count(text, old) != 1 {
		t.Fatalf("%s: want %q once", path, old)
	}
	write(t, path, strings.Replace(text, old, with, 1))
}
