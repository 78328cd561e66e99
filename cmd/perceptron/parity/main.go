// Command parity runs scenes with our own code and, through `perceptron export`, with PyTorch and NumPy, and compares what they
// print: the losses, the probabilities and the classes. It prints the worst difference of each and exits with 1 if
// one is too large. `make parity` calls it.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"perceptronlab/perceptron/scene"
)

// The runners: which script, what is changed in it, and how far from ours its numbers may be (relative above 1).
var runners = []struct {
	name, format, old, new string
	tolerance              float64
}{
	{"PyTorch, float64", "pytorch", "", "", 1e-9},
	{"PyTorch, float32", "pytorch", "torch.float64", "torch.float32", 2e-6},
	{"NumPy", "python-numpy", "", "", 1e-9},
}

func main() {
	count := flag.Int("n", 100, "how many random scenes, besides those of -scenes")
	seed := flag.Uint64("seed", 1, "seed of the random scenes")
	fixed := flag.String("scenes", "perceptron/testdata/oracle/scenes.json", "a `file` with a list of scenes; none if empty")
	program := flag.String("perceptron", ".cache/perceptron", "the command that trains and exports")
	python := flag.String("python", "/usr/bin/python3", "a Python that has torch and sklearn")
	keep := flag.String("keep", "", "a `folder` for scenes, scripts and what they print")
	flag.Parse()
	if err := run(*count, *seed, *fixed, *program, *python, *keep); err != nil {
		fmt.Fprintln(os.Stderr, "parity:", err)
		os.Exit(1)
	}
}

func run(count int, seed uint64, fixed, program, python, folder string) error {
	if folder == "" {
		temporary, err := os.MkdirTemp("", "parity")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temporary)
		folder = temporary
	}
	scenes, err := fixtures(fixed)
	if err != nil {
		return err
	}
	scenes = append(scenes, randomScenes(count, seed)...)

	ours := make([]string, len(scenes))
	for i, s := range scenes {
		file := filepath.Join(folder, s.name+".json")
		if err := os.WriteFile(file, s.JSON(), 0o666); err != nil {
			return err
		}
		if ours[i], err = output(program, "train", "-scene", file); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	failed := false
	for _, r := range runners {
		theirs, err := runScripts(folder, program, python, r.format, r.old, r.new, scenes)
		if err != nil {
			return fmt.Errorf("%s: %w", r.name, err)
		}
		total := report{}
		for i, s := range scenes {
			total.add(s.name, ours[i], theirs[i], r.tolerance)
		}
		fmt.Printf("%-17s %s\n", r.name, total.String())
		for _, f := range total.failures {
			fmt.Println("  ", f)
		}
		failed = failed || len(total.failures) > 0
	}
	if failed {
		return fmt.Errorf("scripts print other numbers than we do")
	}
	return nil
}

// named is a scene with the name that reports give it.
type named struct {
	name string
	scene.Scene
}

func fixtures(file string) (scenes []named, err error) {
	if file == "" {
		return nil, nil
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var raw []map[string]json.RawMessage
	if err := json.Unmarshal(text, &raw); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	for _, r := range raw {
		name := strings.Trim(string(r["name"]), `"`)
		delete(r, "name")
		text, _ := json.Marshal(r)
		s, err := scene.Parse(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", file, name, err)
		}
		scenes = append(scenes, named{name, s})
	}
	return scenes, nil
}

func output(program string, args ...string) (string, error) {
	var errs strings.Builder
	c := exec.Command(program, args...)
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		err = fmt.Errorf("%s %s: %w: %s", program, strings.Join(args, " "), err, errs.String())
	}
	return string(out), err
}
