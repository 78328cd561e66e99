package perceptron

import (
	"math"
	"slices"
)

// What a person may change during a run. Samples are copied on write: slices handed out stay as they are.

// Samples returns the training samples. The slices never change and may be kept, but not written to.
func (t *Trainer) Samples() Samples {
	t.lent = true
	return clipped(t.samples)
}

// Look is Samples for who allows that a Move writes to them, by LookAway just before it.
func (t *Trainer) Look() Samples {
	t.looked = true
	return clipped(t.samples)
}

// LookAway lets the next change write to what Look gave.
func (t *Trainer) LookAway() { t.looked = false }

// clipped has no spare capacity: what is appended goes elsewhere.
func clipped(s Samples) Samples { return Samples{slices.Clip(s.X), slices.Clip(s.Y)} }

// Label is the class of sample i.
func (t *Trainer) Label(i int) int { return int(t.samples.Y[i]) }

// NumSamples is how many training samples there are.
func (t *Trainer) NumSamples() int { return t.samples.Len() }

// TestSamples returns the test data, under the same terms.
func (t *Trainer) TestSamples() Samples { return t.test }

// Add appends a sample. An epoch in progress keeps the order it drew; the next epoch draws over all.
func (t *Trainer) Add(x [2]float64, y int) {
	t.checkLabel(y)
	t.samples.X = append(roomier(t.samples.X), Single(x))
	t.samples.Y = append(roomier(t.samples.Y), uint8(y))
	t.forgetSamples()
}

// roomier has room for one more. Of very many there may be little memory for others: append would make room for a quarter.
func roomier[T any](list []T) []T {
	const many = 1 << 14
	if n := len(list); n >= many && n == cap(list) {
		return append(make([]T, 0, n+n/64), list...)
	}
	return list
}

// Move gives sample i a new place and label. It panics if there is no such sample.
func (t *Trainer) Move(i int, x [2]float64, y int) {
	t.checkIndex(i)
	t.checkLabel(y)
	t.own()
	t.samples.X[i], t.samples.Y[i] = Single(x), uint8(y)
	t.forgetSamples()
}

// Remove takes sample i out; those after it move up. It is also removed from the order of an epoch in progress, whose later
// batches close up: the epoch ends when no sample is left. Remove panics if there is no such sample.
func (t *Trainer) Remove(i int) {
	t.checkIndex(i)
	t.own()
	t.samples.X, t.samples.Y = append(t.samples.X[:i], t.samples.X[i+1:]...), append(t.samples.Y[:i], t.samples.Y[i+1:]...)
	left := t.order[:0]
	for _, j := range t.order {
		if j > i {
			left = append(left, j-1)
		} else if j < i {
			left = append(left, j)
		}
	}
	t.order = left
	t.endEpochIfDone()
	t.forgetSamples()
}

// forgetSamples drops what was found of the samples, which have changed.
func (t *Trainer) forgetSamples() {
	t.drop()
	t.evaluated.train = walk{}
}

// Configure changes how the trainer trains, from the next step on: an epoch in progress keeps its order and its batches. A
// new optimizer starts with no state. Configure panics where NewTrainer would.
func (t *Trainer) Configure(cfg TrainConfig) {
	t.check(cfg)
	if cfg.Optimizer != t.config.Optimizer {
		t.descent = newDescent()
	}
	if cfg.Loss != t.config.Loss {
		t.evaluated.forget()
	}
	t.drop()
	t.config = cfg
}

// SetParameters sets the network's parameters by hand, as Network.SetParameters. The optimizer's state is kept.
func (t *Trainer) SetParameters(p [][]float64) error {
	if err := t.net.SetParameters(p); err != nil {
		return err
	}
	t.drop()
	t.evaluated.forget()
	return nil
}

// own copies samples that others hold, or look at, before they are changed.
func (t *Trainer) own() {
	if t.lent || t.looked {
		t.samples, t.lent, t.looked = t.samples.Clone(), false, false
	}
}

func (t *Trainer) check(c TrainConfig) {
	switch k := t.net.Outputs(); {
	case !c.Loss.known() || !c.Optimizer.known():
		panic("perceptron: TrainConfig needs a loss and an optimizer that exist")
	case c.Loss.Multiclass() != (k > 1):
		panic("perceptron: Trainer needs cross-entropy for K ≥ 2 outputs and another loss for 1")
	case !LearningRate.Domain.OK(c.LR):
		panic("perceptron: TrainConfig needs a positive finite learning rate")
	case c.BatchSize > 0 && t.gen == nil:
		panic("perceptron: Trainer needs a generator to draw batches")
	}
	for _, p := range AllOptimizerParams() {
		if p.Number != nil && !p.Domain.OK(*p.Number(&c.OptimizerParams)) {
			panic("perceptron: TrainConfig needs values of the optimizer that docs/scene.md allows")
		}
	}
}

func (t *Trainer) checkSamples(s Samples) {
	if len(s.X) != len(s.Y) {
		panic("perceptron: Samples needs X and Y of one length")
	}
	for _, y := range s.Y {
		t.checkLabel(int(y))
	}
}

func (t *Trainer) checkLabel(y int) {
	if y < 0 || y >= max(2, t.net.Outputs()) || y > math.MaxUint8 {
		panic("perceptron: Trainer needs labels 0 and 1, or 0..K-1 for K outputs")
	}
}

func (t *Trainer) checkIndex(i int) {
	if i < 0 || i >= t.samples.Len() {
		panic("perceptron: Trainer has no sample of that index")
	}
}
