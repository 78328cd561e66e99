// Command bench runs this module's training for web/bench, which compares it with others: natively, and the same program
// as WebAssembly under node and in a browser.
//
// To each line "NAME EPOCHS" on standard input it answers "NANOSECONDS LOSS": how long that many epochs of the workload
// took, from its first step, and the last loss recorded. With the argument "steps" it takes each step by a call of its own;
// with "workloads" it prints the workloads as JSON.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"time"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/scene"
)

var workloads = []struct{ name, scene string }{
	// The blog post's run, 2→1, full batch.
	{"full", `{}`},
	// The same, one point at a time.
	{"single", `{"train": {"batch_size": 1}}`},
	// A curved boundary, 2→8→8→1, in batches of ten.
	{"mlp", `{"data": {"kind": "moons", "n_samples": 200, "noise": 0.1}, "model": {"layers": [2, 8, 8, 1]}, "train": {"lr": 0.03, "batch_size": 10}}`},
}

func main() {
	advance := (*perceptron.Trainer).Run
	switch {
	case len(os.Args) < 2:
	case os.Args[1] == "steps":
		advance = stepByStep
	case os.Args[1] == "workloads":
		printWorkloads()
		return
	default:
		fmt.Fprintf(os.Stderr, "bench: %q: want steps, workloads or nothing\n", os.Args[1])
		os.Exit(2)
	}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var name string
		var epochs int
		if _, err := fmt.Sscan(lines.Text(), &name, &epochs); err != nil {
			fmt.Fprintf(os.Stderr, "bench: %q: want NAME EPOCHS: %v\n", lines.Text(), err)
			os.Exit(2)
		}
		t := trainer(name)
		steps := epochs * t.StepsPerEpoch()
		start := time.Now()
		advance(t, steps)
		elapsed := time.Since(start)
		fmt.Println(elapsed.Nanoseconds(), t.Losses()[epochs-1])
	}
}

func stepByStep(t *perceptron.Trainer, steps int) {
	for range steps {
		t.Step()
	}
}

func trainer(name string) *perceptron.Trainer {
	run, err := scene.NewRun(sceneOf(name))
	if err != nil {
		panic("bench: " + err.Error())
	}
	return run.Trainer()
}

func sceneOf(name string) scene.Scene {
	for _, w := range workloads {
		if w.name == name {
			s, err := scene.Parse([]byte(w.scene))
			if err != nil {
				panic("bench: " + err.Error())
			}
			return s
		}
	}
	panic("bench: want a workload, not " + name)
}

// workload is what another program needs to run one: the data, the parameters at the start and the training. Seed and
// Drawn are the generator's state when it draws the first epoch's order.
type workload struct {
	Name       string       `json:"name"`
	Layers     []int        `json:"layers"`
	X          [][2]float64 `json:"x"`
	Y          []int        `json:"y"`
	Parameters [][]float64  `json:"parameters"`
	LR         float64      `json:"lr"`
	Batch      int          `json:"batch"`
	Seed       uint64       `json:"seed"`
	Drawn      int          `json:"drawn"`
}

func printWorkloads() {
	var list []workload
	for _, w := range workloads {
		t, seed := trainer(w.name), sceneOf(w.name).Model.ManualSeed
		drawn := 0
		for _, p := range t.Network().Parameters() {
			drawn += len(p)
		}
		x, y := t.Samples().Wide()
		list = append(list, workload{
			Name: w.name, Layers: t.Network().Layers(), X: x, Y: y, Parameters: t.Network().Parameters(),
			LR: t.Config().LR, Batch: t.Config().BatchSize, Seed: seed, Drawn: drawn,
		})
	}
	json.NewEncoder(os.Stdout).Encode(list)
}
