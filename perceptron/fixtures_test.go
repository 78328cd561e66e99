package perceptron

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"perceptronlab/perceptron/random"
)

// fixture is what a scene gave on NumPy, scikit-learn and PyTorch; testdata/oracle/oracle.py made it.
type fixture struct {
	Name  string
	Scene struct {
		Model struct {
			Layers     []int
			Activation string
			Init       string
			ManualSeed uint64 `json:"manual_seed"`
		}
		Train struct {
			Loss, Optimizer string
			LR, Momentum    float64
			Nesterov        bool
			WeightDecay     float64 `json:"weight_decay"`
			BatchSize       int     `json:"batch_size"`
			Epochs          int
		}
	}
	Data struct {
		N int
		X [][2]float64
		Y []int
	}
	Float32, Float64 outcome
}

type outcome struct {
	Initial, Parameters []any
	Loss                []float64
	Queries             []struct {
		Point       [2]float64
		Probability []float64
	}
	Accuracy float64
}

func readFixtures(t testing.TB) []fixture {
	paths, err := filepath.Glob("testdata/*.json")
	if err != nil {
		t.Fatal(err)
	}
	var all []fixture
	for _, path := range paths {
		if base := filepath.Base(path); base == "combinations.json" || base == "random.json" {
			continue
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var f fixture
		if err := json.Unmarshal(text, &f); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		all = append(all, f)
	}
	return all
}

// start returns the trainer of the fixture's scene at step 0.
func (f *fixture) start(t testing.TB) *Trainer {
	activation := ActivationTanh
	if name := f.Scene.Model.Activation; name != "" {
		activation = must[Activation](t)(ParseActivation(name))
	}
	gen := random.NewTorch(f.Scene.Model.ManualSeed)
	net := NewNetwork(f.Scene.Model.Layers, activation)
	net.InitUniform(gen)
	if f.Scene.Model.Init == "zeros" { // PyTorch draws, then sets zero: the generator moves on regardless
		net = NewNetwork(f.Scene.Model.Layers, activation)
	}
	c := f.Scene.Train
	return NewTrainer(net, NewSamples(f.Data.X, f.Data.Y), TrainConfig{
		Loss:      must[Loss](t)(ParseLoss(c.Loss)),
		Optimizer: must[Optimizer](t)(ParseOptimizer(c.Optimizer)),
		LR:        c.LR, BatchSize: c.BatchSize,
		OptimizerParams: OptimizerParams{Momentum: c.Momentum, Nesterov: c.Nesterov, WeightDecay: c.WeightDecay},
	}, gen)
}

func (f *fixture) run(t testing.TB) *Trainer {
	trainer := f.start(t)
	for trainer.Epoch() < f.Scene.Train.Epochs {
		trainer.Step()
	}
	return trainer
}

func TestRunsMatchPyTorch(t *testing.T) {
	fixtures := readFixtures(t)
	if len(fixtures) < 16 {
		t.Fatalf("%d fixtures, want at least 16", len(fixtures))
	}
	for _, f := range fixtures {
		t.Run(f.Name, func(t *testing.T) {
			if f.Data.N != len(f.Data.X) {
				t.Skip("the fixture doesn't print its data")
			}
			initial := f.start(t).Network().Parameters()
			trainer := f.run(t)
			for _, want := range []struct {
				dtype string
				outcome
				tol float64 // relative above 1
			}{{"float64", f.Float64, 1e-9}, {"float32", f.Float32, 2e-6}} {
				worst := 0.
				compare := func(what string, got, wanted []float64, tol float64) {
					t.Helper()
					if len(got) != len(wanted) {
						t.Fatalf("%s %s: %d numbers, PyTorch gives %d", want.dtype, what, len(got), len(wanted))
					}
					for i := range got {
						d := math.Abs(got[i]-wanted[i]) / max(1, math.Abs(wanted[i]))
						if !(d <= tol) {
							t.Fatalf("%s %s [%d] = %.17g, PyTorch says %.17g", want.dtype, what, i, got[i], wanted[i])
						}
						worst = max(worst, d)
					}
				}
				for i, p := range initial {
					compare(fmt.Sprint("initial parameters ", i), p, flatten(want.Initial[i]), 0)
				}
				compare("loss", trainer.Losses(), want.Loss, want.tol)
				for i, p := range trainer.Network().Parameters() {
					compare(fmt.Sprint("parameters ", i), p, flatten(want.Parameters[i]), want.tol)
				}
				for _, q := range want.Queries {
					z := trainer.Network().LogitsAt(q.Point)
					Probabilities(z, z, len(z))
					compare(fmt.Sprint("probability of ", q.Point), z, q.Probability, want.tol)
				}
				t.Logf("%s: largest difference %.1e", want.dtype, worst)
				compare("accuracy", []float64{trainer.Accuracy()}, []float64{want.Accuracy}, 1e-7) // a float32
			}
		})
	}
}

// flatten gives the numbers of a nested list in order.
func flatten(list any) []float64 {
	if v, ok := list.(float64); ok {
		return []float64{v}
	}
	var all []float64
	for _, v := range list.([]any) {
		all = append(all, flatten(v)...)
	}
	return all
}

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
