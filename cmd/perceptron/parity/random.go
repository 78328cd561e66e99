package main

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/dataset"
	"perceptronlab/perceptron/scene"
)

// randomScenes draws scenes of all kinds, losses, optimizers, depths and batch sizes, some with edits, that are all well
// conditioned (see steady), so that two right programs print the same numbers.
func randomScenes(count int, seed uint64) []named {
	r := rand.New(rand.NewPCG(seed, 0))
	var scenes []named
	for len(scenes) < count {
		i := len(scenes)
		if s, ok := randomScene(r, i); ok && steady(s, r) {
			scenes = append(scenes, named{fmt.Sprintf("random-%d-%d", seed, i), s})
		}
	}
	return scenes
}

func pick[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }

// decimals returns a number with few digits between low and high.
func decimals(r *rand.Rand, low, high float64) float64 {
	return math.Round(1000*(low+(high-low)*r.Float64())) / 1000
}

func place(r *rand.Rand) [2]float64 { return [2]float64{decimals(r, -2, 2), decimals(r, -2, 2)} }

// draws is a dataset.Random.
type draws struct{ *rand.Rand }

func (d draws) Decimal(low, high float64) float64 { return decimals(d.Rand, low, high) }
func (d draws) Place() [2]float64                 { return place(d.Rand) }

// randomScene draws a scene; its kind of data cycles with i. ok is false if the values don't go together.
func randomScene(r *rand.Rand, i int) (s scene.Scene, ok bool) {
	s = scene.Default()
	classes := pick(r, 2, 2, 2, 3, 5)
	kinds := dataset.Kinds()
	s.Data = randomData(r, kinds[i%len(kinds)], &classes)
	s.Model = scene.Model{
		Layers: []int{2}, Activation: pick(r, perceptron.Activations()...).String(),
		Init: pick(r, "uniform", "uniform", "uniform", "zeros"), ManualSeed: r.Uint64() >> pick(r, 0, 20, 40, 60),
	}
	for range pick(r, 0, 0, 1, 1, 2, 3) {
		s.Model.Layers = append(s.Model.Layers, 1+r.IntN(12))
	}
	s.Train = scene.Train{
		Optimizer: pick(r, slices.Concat([]perceptron.Optimizer{perceptron.SGD}, perceptron.Optimizers())...).String(), LR: decimals(r, 0.005, 0.2),
		BatchSize: pick(r, 0, 0, 1+r.IntN(8), 1+r.IntN(40), 1000), Epochs: 1 + r.IntN(60),
	}
	s.Train.OptimizerParams, _ = randomParams(r)
	if classes > 2 || r.IntN(8) == 0 {
		s.Model.Layers = append(s.Model.Layers, classes)
		s.Train.Loss = pick(r, losses(true)...)
	} else {
		s.Model.Layers = append(s.Model.Layers, 1)
		s.Train.Loss = pick(r, slices.Concat([]string{"bce"}, losses(false))...)
	}
	if s.Train.OptimizerEntry().Adaptive() {
		s.Train.LR = decimals(r, 0.001, 0.02)
	}
	s.Queries = nil
	for range r.IntN(4) {
		s.Queries = append(s.Queries, place(r))
	}
	if r.IntN(2) == 0 {
		s = withEdits(r, s, classes)
	}
	return s, s.Validate() == nil
}

// randomParams draws the values that optimizers take beside the learning rate, which are also returned by their keys.
func randomParams(r *rand.Rand) (params perceptron.OptimizerParams, byKey map[string]any) {
	byKey = map[string]any{}
	for _, p := range perceptron.AllOptimizerParams() {
		switch {
		case p.Number != nil:
			v := pick(r, p.Tried...)
			*p.Number(&params), byKey[p.Key] = v, v
		case p.Flag != nil:
			v := r.IntN(2) == 0
			*p.Flag(&params), byKey[p.Key] = v, v
		}
	}
	return params, byKey
}

// losses are the names of those of one logit, or of many.
func losses(multiclass bool) (names []string) {
	for _, l := range perceptron.Losses() {
		if l.Multiclass() == multiclass {
			names = append(names, l.String())
		}
	}
	return names
}

func randomData(r *rand.Rand, kind dataset.Kind, classes *int) scene.Data {
	d := scene.Default().Data
	d.Kind, d.NSamples, d.RandomState = kind.Name, 2+r.IntN(120), r.Uint32()>>pick(r, 0, 16, 28)
	d.TestSize = pick(r, 0, 0, 0.2, 0.35)
	kind.Random(draws{r}, &d.Params, classes)
	return d
}

// withEdits runs the scene and edits it while it runs, as a person would.
func withEdits(r *rand.Rand, s scene.Scene, classes int) scene.Scene {
	run, err := scene.NewRun(s)
	if err != nil {
		return s
	}
	for range 1 + r.IntN(6) {
		for range r.IntN(12) {
			if !run.Ended() {
				run.Step()
			}
		}
		run.Apply(randomEdit(r, run, classes)) // one that doesn't fit leaves no trace
	}
	return run.Scene()
}

func randomEdit(r *rand.Rand, run *scene.Run, classes int) scene.Edit {
	n, q := run.Trainer().Samples().Len(), len(run.Queries())
	switch r.IntN(9) {
	case 0, 1:
		return scene.Edit{Add: &scene.Point{X: place(r), Y: r.IntN(classes)}}
	case 2:
		return scene.Edit{Move: &scene.Moved{Index: r.IntN(n), X: place(r), Y: pick(r, nil, new(int))}}
	case 3:
		if n > 1 {
			return scene.Edit{Remove: &scene.Index{Index: r.IntN(n)}}
		}
		fallthrough
	case 4:
		return scene.Edit{AddQuery: &scene.Query{X: place(r)}}
	case 5:
		if q > 0 {
			return pick(r, scene.Edit{MoveQuery: &scene.Moved{Index: r.IntN(q), X: place(r)}}, scene.Edit{RemoveQuery: &scene.Index{Index: r.IntN(q)}})
		}
		fallthrough
	case 6:
		weights := run.Trainer().Network().Parameters()
		for _, list := range weights {
			for i := range list {
				list[i] = decimals(r, -1, 1)
			}
		}
		return scene.Edit{Weights: weights}
	default:
		key := pick(r, scene.TrainKeys()...)
		values := map[string]any{
			"lr": decimals(r, 0.001, 0.02), "optimizer": pick(r, perceptron.Optimizers()...).String(),
			"batch_size": r.IntN(30), "epochs": 1 + r.IntN(60), "loss": pick(r, losses(false)...),
		}
		_, params := randomParams(r)
		maps.Copy(values, params)
		value, ok := values[key]
		if !ok {
			panic("parity: train." + key + " needs a value to be set to")
		}
		return scene.Edit{Set: map[string]any{"train." + key: value}}
	}
}
