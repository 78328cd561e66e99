package export

import (
	"slices"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/scene"
)

// plan is what a script has to do, worked out before its first line is written.
type plan struct {
	scene scene.Scene
	n     int // points to train on at step 0, before its edits
	held  int // points held back
	steps int // where the script ends, if not by epochs; 0: nowhere

	edits  []change
	trains []scene.Train // how it trains: at first, and after each change of that
	fewest int           // of the points that any step has
	most   int
	shape  shape
}

// change is an edit with the training values before and after it.
type change struct {
	scene.Edit
	before, after scene.Train
}

// shape is how the training loop is written: as simply as the run allows.
type shape int

const (
	wholeEpochs shape = iota // all points in each step, for a number of epochs: a step is an epoch
	batches                  // a loop over epochs, within it one over batches of one size
	free                     // one loop over steps that does its own bookkeeping: anything can change
)

func newPlan(s scene.Scene, steps int) (*plan, error) {
	run, err := scene.NewRun(s)
	if err != nil {
		return nil, err
	}
	p := &plan{scene: run.Scene(), steps: steps}
	p.held = run.Trainer().TestSamples().Len()
	now := run.Trainer().Samples().Len() // after the edits of step 0
	if now == 0 {
		return nil, errNoPoints
	}
	p.n = now
	for _, e := range p.scene.Edits {
		if e.Step == 0 {
			p.n -= points(e)
		}
	}
	if steps > 0 {
		p.end(steps)
	}
	p.follow()
	if p.trains[len(p.trains)-1].Epochs == 0 && steps == 0 {
		return nil, errNoEnd
	}
	p.choose()
	return p, nil
}

// end drops the edits after the last step.
func (p *plan) end(step int) {
	p.scene.Edits = slices.DeleteFunc(slices.Clone(p.scene.Edits), func(e scene.Edit) bool { return e.Step > step })
}

// follow goes through the edits for what they change.
func (p *plan) follow() {
	train, n := p.scene.Train, p.n
	p.edits, p.trains, p.fewest, p.most = nil, []scene.Train{train}, -1, 0
	for i, e := range p.scene.Edits {
		c := change{Edit: e, before: train}
		if e.Set != nil {
			train.Set(e.Set)
			p.trains = append(p.trains, train)
		}
		c.after = train
		p.edits = append(p.edits, c)
		if n += points(e); i+1 == len(p.scene.Edits) || p.scene.Edits[i+1].Step > e.Step {
			p.count(n)
		}
	}
	if len(p.edits) == 0 || p.edits[0].Step > 0 {
		p.count(p.n)
	}
}

func (p *plan) count(n int) {
	if p.fewest < 0 || n < p.fewest {
		p.fewest = n
	}
	p.most = max(p.most, n)
}

// choose picks the shape of the loop.
func (p *plan) choose() {
	first := p.scene.Train
	epochs := !p.varies(func(t scene.Train) any { return t.Epochs })
	whole := p.fewest > 0 && !p.ever(func(t scene.Train) bool { return t.BatchSize > 0 && t.BatchSize < p.most })
	size := first.BatchSize
	parts := size > 0 && size < p.fewest && !p.varies(func(t scene.Train) any { return t.BatchSize })
	removes := slices.ContainsFunc(p.edits, func(c change) bool { return c.Remove != nil })
	switch {
	case whole && epochs:
		p.shape = wholeEpochs
		p.end(p.epochs())
		p.follow()
	case parts && epochs && !removes && p.steps%p.perEpoch() == 0 && (p.steps == 0 || p.fewest == p.most):
		p.shape = batches
	default:
		p.shape = free
	}
}

// perEpoch is the number of steps of an epoch as the run begins.
func (p *plan) perEpoch() int {
	size := p.scene.Train.BatchSize
	if size == 0 || size >= p.n {
		return 1
	}
	return (p.n + size - 1) / size
}

// epochs is how many epochs a run has, if they are all alike.
func (p *plan) epochs() int {
	e, end := p.scene.Train.Epochs, p.steps/p.perEpoch()
	if e == 0 || p.steps > 0 && end < e {
		return end
	}
	return e
}

func (p *plan) ever(is func(scene.Train) bool) bool { return slices.ContainsFunc(p.trains, is) }

// varies reports whether a value changes during the run.
func (p *plan) varies(value func(scene.Train) any) bool {
	return p.ever(func(t scene.Train) bool { return value(t) != value(p.trains[0]) })
}

// has reports whether there is an edit of a kind.
func (p *plan) has(kind func(scene.Edit) bool) bool {
	return slices.ContainsFunc(p.edits, func(c change) bool { return kind(c.Edit) })
}

// losses are those used, in order of first use.
func (p *plan) losses() []perceptron.Loss { return used(p, scene.Train.LossEntry) }

func (p *plan) optimizers() []perceptron.Optimizer { return used(p, scene.Train.OptimizerEntry) }

// using are the configurations in which the run uses an optimizer, in their order.
func (p *plan) using(o perceptron.Optimizer) (configs []perceptron.TrainConfig) {
	for _, t := range p.trains {
		if t.OptimizerEntry() == o {
			configs = append(configs, t.Config())
		}
	}
	return configs
}

func used[T comparable](p *plan, of func(scene.Train) T) (entries []T) {
	for _, t := range p.trains {
		if !slices.Contains(entries, of(t)) {
			entries = append(entries, of(t))
		}
	}
	return entries
}

// outputs is the number of logits.
func (p *plan) outputs() int { return p.scene.Model.Layers[len(p.scene.Model.Layers)-1] }

// points is how many points to train on an edit adds, or takes away.
func points(e scene.Edit) int {
	switch {
	case e.Add != nil:
		return 1
	case e.Remove != nil:
		return -1
	}
	return 0
}
