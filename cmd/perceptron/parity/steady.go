package main

import (
	"math"
	"math/rand/v2"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/scene"
)

// steady reports whether a run tolerates rounding: whether all its losses and logits stay within a few of float32's last
// digits when the parameters are rounded to float32 and perturbed by as little as that after each step and, for an adaptive
// optimizer, before the first.
//
// Not every run does. At a kink of relu, hinge or Rosenblatt's loss a sample falls to one side or the other; an adaptive
// optimizer makes full steps of gradients that are rounding errors; a large learning rate doubles any difference. There float32 and
// float64 diverge from each other, as two releases of PyTorch do, and a comparison is meaningless.
func steady(s scene.Scene, r *rand.Rand) bool {
	const limit, shakes = 5e-7, 6
	if balanced(s) {
		return false
	}
	want, ok := outcome(s, func(p float64) float64 { return p })
	if !ok {
		return false
	}
	for range shakes {
		got, ok := outcome(s, func(p float64) float64 { return float64(float32(p)) + 3e-8*(2*r.Float64()-1) })
		if !ok || len(got) != len(want) {
			return false
		}
		for i := range want {
			if !(math.Abs(got[i]-want[i]) <= limit*max(1, math.Abs(want[i]))) {
				return false
			}
		}
	}
	return true
}

// balanced reports whether an adaptive optimizer may meet a gradient that is zero because the samples' shares of it, all of one size, cancel
// out: with a loss that has kinks, or a network that gives the same output for all samples. What rounding leaves of it is
// a different number in each program, and makes a full step.
func balanced(s scene.Scene) bool {
	adaptive, kinks := false, false
	look := func(optimizer, loss any) {
		if name, ok := optimizer.(string); ok {
			o, _ := perceptron.ParseOptimizer(name)
			adaptive = adaptive || o.Adaptive()
		}
		if name, ok := loss.(string); ok {
			l, _ := perceptron.ParseLoss(name)
			kinks = kinks || l.Kinked()
		}
	}
	look(s.Train.Optimizer, s.Train.Loss)
	for _, e := range s.Edits {
		look(e.Set["train.optimizer"], e.Set["train.loss"])
	}
	return adaptive && (kinks || s.Model.Init == "zeros")
}

// outcome returns the result of a run whose parameters are changed after each step: the losses and the queries' logits. ok is
// false if it diverges.
func outcome(s scene.Scene, change func(float64) float64) (numbers []float64, ok bool) {
	run, err := scene.NewRun(s)
	if err != nil {
		return nil, false
	}
	t := run.Trainer()
	changeAll := func() error {
		parameters := t.Network().Parameters()
		for _, list := range parameters {
			for i := range list {
				list[i] = change(list[i])
			}
		}
		return t.SetParameters(parameters)
	}
	if s.Train.OptimizerEntry().Adaptive() { // a gradient of rounding errors makes a full step, from the first on
		changeAll()
	}
	for !run.Ended() {
		before := run.Steps()
		if run.Step(); run.Steps() == before || changeAll() != nil {
			return nil, false
		}
	}
	numbers = append(numbers, t.Losses()...)
	numbers = append(numbers, t.TestLosses()...)
	for _, x := range run.Queries() {
		numbers = append(numbers, t.Network().LogitsAt(x)...)
	}
	return numbers, true
}
