package perceptron

import (
	"fmt"
	"math"
	"testing"
)

func near(got, want float64) bool { return math.Abs(got-want) <= 1e-12*max(1, math.Abs(want)) }

// Compares what Ahead says about the next step with the step itself, and with the gradient written out.
func TestAheadIsTheNextStep(t *testing.T) {
	for _, loss := range allLosses {
		for _, hidden := range [][]int{nil, {5}} {
			k := outputsFor(loss)
			layers := append(append([]int{2}, hidden...), k)
			for _, c := range []TrainConfig{
				{Loss: loss, LR: 0.1},
				{Loss: loss, LR: 0.1, BatchSize: 1},
				{Loss: loss, LR: 0.1, BatchSize: 7, OptimizerParams: OptimizerParams{WeightDecay: 0.01}},
				{Loss: loss, LR: 0.1, BatchSize: 7, OptimizerParams: OptimizerParams{Momentum: 0.9}},
				{Loss: loss, LR: 0.1, Optimizer: Adam},
			} {
				name := fmt.Sprint(layers, c)
				run := newRun(layers, 20, c, 5)
				for step := range 8 {
					before := state(run)
					a, ok := run.Ahead(20)
					if !ok || state(run) != before {
						t.Fatalf("%s: step %d: %v, or the run was changed", name, step, ok)
					}
					old := flat(run.net.Parameters())
					checkAhead(t, fmt.Sprint(name, " step ", step), run, a)
					run.Step()
					for i, v := range flat(run.net.Parameters()) {
						if got := flat(a.Update)[i]; got != v-old[i] {
							t.Fatalf("%s: step %d moves parameter %d by %g, not %g", name, step, i, v-old[i], got)
						}
					}
				}
			}
		}
	}
}

func checkAhead(t *testing.T, name string, run *Trainer, a Ahead) {
	t.Helper()
	c, k, m := run.config, run.net.Outputs(), len(a.Which)
	if want := min(max(c.BatchSize, 0), 20); want > 0 && m != want && m != 20%want || want == 0 && m != 20 {
		t.Fatalf("%s: a batch of %d", name, m)
	}
	theta := flat(run.net.Parameters())
	if c.Optimizer == SGD && c.Momentum == 0 {
		for i, g := range flat(a.Gradient) {
			if want := -c.LR * (g + c.WeightDecay*theta[i]); !near(flat(a.Update)[i], want) {
				t.Fatalf("%s: the gradient moves parameter %d by %g, the step by %g", name, i, want, flat(a.Update)[i])
			}
		}
	}
	var losses float64
	w, b := make([]float64, 2*k), make([]float64, k)
	for i, which := range a.Which {
		x, _ := run.samples.At(which)
		for j, z := range run.net.LogitsAt(x) {
			if a.Logits[i*k+j] != z {
				t.Fatalf("%s: logit %g of sample %d, want %g", name, a.Logits[i*k+j], which, z)
			}
			d := a.Delta[i*k+j] / float64(m)
			w[2*j] += d * x[0]
			w[2*j+1] += d * x[1]
			b[j] += d
		}
		losses += a.Losses[i] / float64(m)
	}
	if want := run.Loss(); m == run.samples.Len() && !near(losses, want) {
		t.Errorf("%s: the mean of the losses is %g, want %g", name, losses, want)
	}
	if len(run.net.layers) == 1 {
		for i, want := range append(w, b...) {
			if got := flat(a.Gradient)[i]; !near(got, want) {
				t.Errorf("%s: gradient %g, the pushes sum to %g", name, got, want)
			}
		}
	}
}

// For some samples of a batch it is what a step on these alone would be, with the optimizer as it is.
func TestAheadOfSome(t *testing.T) {
	const n, most = 20, 6
	for _, c := range []TrainConfig{
		{LR: 0.1}, {LR: 0.1, OptimizerParams: OptimizerParams{Momentum: 0.9, WeightDecay: 0.01}}, {LR: 0.1, Optimizer: Adam}, {LR: 0.1, BatchSize: 8},
	} {
		run := newRun([]int{2, 3, 1}, n, c, 5)
		for range 3 {
			run.Step()
		}
		all, _ := run.Ahead(n)
		a, ok := run.Ahead(most)
		if !ok || len(a.Which) != min(most, all.Batch) || a.Batch != len(all.Which) || a.Batch != all.Batch {
			t.Fatalf("%+v: %d of a batch of %d, all are %d of %d", c, len(a.Which), a.Batch, len(all.Which), all.Batch)
		}
		var some Samples
		for i, which := range a.Which {
			if which != all.Which[i*a.Batch/len(a.Which)] {
				t.Fatalf("%+v: sample %d is %d, not one of evenly spaced ones of %v", c, i, which, all.Which)
			}
			some.Add(run.samples.At(which))
		}
		alone := run.Clone()
		alone.samples, alone.config.BatchSize, alone.taken, alone.order = some, 0, 0, nil
		want, _ := alone.Ahead(n)
		for i, g := range flat(want.Gradient) {
			if got := flat(a.Gradient)[i]; !near(got, g) || !near(flat(a.Update)[i], flat(want.Update)[i]) {
				t.Errorf("%+v: parameter %d: gradient %g, update %g; of these samples alone %g, %g", c, i, got, flat(a.Update)[i], g, flat(want.Update)[i])
			}
		}
	}
}

func TestAheadOfNothing(t *testing.T) {
	empty := newRun([]int{2, 1}, 0, TrainConfig{LR: 1}, 1)
	if _, ok := empty.Ahead(20); ok {
		t.Error("a step without samples")
	}
	wild := newRun([]int{2, 1}, 20, TrainConfig{LR: math.MaxFloat64, OptimizerParams: OptimizerParams{WeightDecay: 1e9}}, 1)
	a, ok := wild.Ahead(20)
	if !ok || a.Update != nil {
		t.Errorf("a step to numbers that aren't finite: %v, %v", ok, a.Update)
	}
	wild.Step()
	if _, ok := wild.Ahead(20); ok {
		t.Error("a step of a run that diverged")
	}
}

// For a network: each weight's part of the gradient against a central difference of the batch's mean loss, layer by layer.
func TestAheadOfANetworkMatchesFiniteDifferences(t *testing.T) {
	const h = 1e-5
	for _, layers := range [][]int{{2, 4, 1}, {2, 3, 5, 1}} {
		for _, c := range []TrainConfig{
			{Loss: LossBCE, LR: 0.1}, {Loss: LossMSE, LR: 0.1, BatchSize: 6, OptimizerParams: OptimizerParams{Momentum: 0.9}},
		} {
			run := newRun(layers, 20, c, 5)
			for range 3 {
				run.Step()
			}
			a, _ := run.Ahead(20)
			params := run.net.Parameters()
			lossAt := func(l, i int, v float64) (mean float64) {
				moved := run.Clone()
				changed := moved.net.Parameters()
				changed[l][i] = v
				if err := moved.net.SetParameters(changed); err != nil {
					t.Fatal(err)
				}
				at, _ := moved.Ahead(20)
				for _, loss := range at.Losses {
					mean += loss / float64(len(at.Losses))
				}
				return mean
			}
			for l, list := range params {
				if len(a.Gradient[l]) != len(list) || len(a.Update[l]) != len(list) {
					t.Fatalf("%v: the gradient is not laid out as the parameters", layers)
				}
				for i, v := range list {
					want := (lossAt(l, i, v+h) - lossAt(l, i, v-h)) / (2 * h)
					if got := a.Gradient[l][i]; math.Abs(got-want) > 1e-8 {
						t.Errorf("%v %v: parameter %d of list %d: gradient %g, the difference is %g", layers, c, i, l, got, want)
					}
				}
			}
		}
	}
}
