package perceptron

import (
	"math"

	"perceptronlab/perceptron/internal/kernel"
	"perceptronlab/perceptron/random"
)

// TrainConfig says how a network learns. The zero value of all but LR is a choice too: full-batch gradient descent of the
// binary cross-entropy.
type TrainConfig struct {
	Loss      Loss
	Optimizer Optimizer
	LR        float64 // learning rate, > 0
	OptimizerParams
	BatchSize int // samples a step; 0 or ≥ n: all of them, in order
}

// Trainer fits a network to samples, a step at a time. Everything it does follows from what NewTrainer was given and the
// calls made since: the same calls give the same bits, on every platform.
//
// An epoch goes once through the samples. With batches smaller than all samples it draws their order, as torch.randperm
// does, at its first step.
type Trainer struct {
	net     *Network
	config  TrainConfig
	gen     *random.Torch
	samples Samples
	lent    bool // others hold the samples: they are copied before one is changed
	looked  bool // others look at them: until they look away, too
	test    Samples

	steps, epoch int
	taken        int   // steps taken in the epoch under way; 0 between epochs
	batch        int   // samples a step of the epoch under way
	order        []int // which samples the epoch under way still takes
	orderMemory  []int

	losses   lossRecord
	diverged bool
	mistakes int

	descent descent
	memory  *pass // made when first needed, so that a check-point is small

	part      part
	evaluated evaluation
}

// NewTrainer returns a trainer at step 0. It takes net over and keeps the samples, of which there may be very many: neither is
// to be written to any more. From gen, which should be the generator that drew the parameters, it draws the order of epochs.
// gen may be nil if cfg.BatchSize is 0. NewTrainer panics if the loss doesn't fit the network's outputs (cross-entropy needs K
// ≥ 2, the others 1), a label has no output, or a number of cfg is out of its domain.
func NewTrainer(net *Network, train Samples, cfg TrainConfig, gen *random.Torch) *Trainer {
	t := &Trainer{
		net: net, gen: gen,
		losses: newLossRecord(), descent: newDescent(),
	}
	t.checkSamples(train)
	t.samples, t.lent = clipped(train), true
	t.check(cfg)
	t.config = cfg
	return t
}

// SetTest gives points that are held back from training, for TestLosses; call it before the first step, and write to them no
// more.
func (t *Trainer) SetTest(test Samples) {
	t.checkSamples(test)
	t.test = test
	t.evaluated.test = walk{}
}

// Step takes one step of the optimizer: it goes through the next batch and moves the parameters against the gradient of
// its mean loss. At an epoch's first step it first records the mean loss over all samples, as it is before the step.
// Without samples, and once the run diverged, it does nothing.
func (t *Trainer) Step() { t.Run(1) }

// Run takes n steps: what n calls of Step do, in less time where a step is short.
func (t *Trainer) Run(n int) { t.RunUntil(n, nil) }

// RunUntil is Run, but leaves a step that takes long when enough says so. The next call goes on there and ends in the same bits;
// if the trainer was changed meanwhile, it begins that step again. It reports whether a step was left.
func (t *Trainer) RunUntil(n int, enough func() bool) (left bool) {
	p := patience{enough: enough}
	for n > 0 {
		taken := t.advance(n, &p)
		if taken == 0 {
			return t.part != part{}
		}
		n -= taken
	}
	return false
}

// advance takes a step, or several at once of those that can be, at most n. It returns how many; 0 if there is nothing
// to do, or the step was left.
func (t *Trainer) advance(n int, p *patience) (taken int) {
	if t.diverged || t.samples.Len() == 0 {
		return 0
	}
	if t.EpochStart() {
		if t.fullBatch() {
			return t.stepAll(p)
		}
		if !t.open(p) {
			return 0
		}
	}
	if t.batch == 1 && t.plainLogistic() {
		taken = t.stepNeuron(n)
	}
	if taken == 0 {
		taken = t.stepBatch(p)
	}
	t.taken += taken
	t.steps += taken
	t.endEpochIfDone()
	return taken
}

// stepAll is an epoch of one step: the recorded loss is that of the step's own way forward.
func (t *Trainer) stepAll(p *patience) (taken int) {
	n, learn := t.samples.Len(), &t.part.learn
	if !t.pass().walk(t.config.Loss, t.samples, nil, back, learn, p) || !t.goThroughTest(p) || !t.staysFinite(learn) {
		return 0
	}
	t.record(learn.sum/float64(n), t.testLoss())
	t.part = part{}
	t.update(n)
	t.steps++
	t.epoch++
	return 1
}

// stepBatch takes the next batch of the epoch under way.
func (t *Trainer) stepBatch(p *patience) (taken int) {
	batch := t.order[:min(t.batch, len(t.order))]
	if !t.leaves(len(batch)) {
		p = &patience{}
	}
	if !t.pass().walk(t.config.Loss, t.samples, batch, back, &t.part.learn, p) {
		return 0
	}
	if o := t.part.opened; o != nil {
		t.record(o.loss, o.testLoss)
		t.gen = o.gen
	}
	t.part = part{}
	t.order = t.order[len(batch):]
	t.update(len(batch))
	return 1
}

// stepNeuron takes up to n steps of a sample each with the single neuron's own kernel, which stops at a sample that is too far from
// the line for it.
func (t *Trainer) stepNeuron(n int) (taken int) {
	lr, decay, next := t.config.LR, t.config.WeightDecay, t.order[:min(n, len(t.order))]
	taken, zero := kernel.LogisticSteps(&t.net.layers[0], t.samples.X, t.samples.Y, next, lr, float64(lr*decay))
	t.order = t.order[taken:]
	t.diverged = zero != 0
	t.evaluated.forget()
	return taken
}

// plainLogistic says whether it is the single neuron of the blog post that trains, by gradient descent and no more.
func (t *Trainer) plainLogistic() bool {
	return t.config.Optimizer == SGD && t.config.Momentum == 0 && t.net.logistic(t.config.Loss)
}

// open begins an epoch, at least as far as its first step needs it; false if it was left, or the run has diverged.
func (t *Trainer) open(p *patience) bool {
	if t.part.opened != nil {
		return true
	}
	n, loss := t.samples.Len(), &t.part.loss
	if !t.pass().walk(t.config.Loss, t.samples, nil, forward, loss, p) || !t.goThroughTest(p) || !t.staysFinite(loss) {
		return false
	}
	mean, testLoss := loss.sum/float64(n), t.testLoss()
	if p.enough != nil && t.leaves(t.config.BatchSize) {
		t.part.opened = &opened{mean, testLoss, t.gen.Clone()}
		t.beginEpoch(t.part.opened.gen)
		return true
	}
	t.record(mean, testLoss)
	t.beginEpoch(t.gen)
	t.part = part{}
	return true
}

// goThroughTest finds the test data's loss at an epoch's start; false if that was left.
func (t *Trainer) goThroughTest(p *patience) (whole bool) {
	return t.test.Len() == 0 || t.pass().walk(t.config.Loss, t.test, nil, forward, &t.part.test, p)
}

// testLoss is what goThroughTest found; 0 without test data.
func (t *Trainer) testLoss() float64 { return t.part.test.sum / float64(max(1, t.test.Len())) }

// staysFinite looks at the losses found at an epoch's start: if one is not finite, the run has diverged.
func (t *Trainer) staysFinite(w *walk) bool {
	if finite(w.sum/float64(t.samples.Len())) && finite(t.testLoss()) {
		return true
	}
	t.diverged = true
	t.drop()
	return false
}

func (t *Trainer) record(loss, testLoss float64) { t.losses.add(loss, testLoss, t.test.Len() > 0) }

// update gives the optimizer the gradient that n samples summed.
func (t *Trainer) update(n int) {
	c := &t.config
	if n == 1 && losses[c.Loss].form.corrects() && t.pass().delta[0] != 0 {
		t.mistakes++
	}
	if t.plainLogistic() {
		t.diverged = !updateNeuron(&t.net.layers[0], &t.pass().grad[0], 1/float64(n), c)
	} else {
		t.diverged = !t.descent.step(t.net.theta, t.pass().sum, n, c)
	}
	t.evaluated.forget()
}

func (t *Trainer) pass() *pass {
	if t.memory == nil {
		t.memory = newPass(t.net)
	}
	return t.memory
}

func (t *Trainer) beginEpoch(gen *random.Torch) {
	n := t.samples.Len()
	if cap(t.orderMemory) < n {
		t.orderMemory = make([]int, n)
	}
	t.order = t.orderMemory[:n]
	gen.Perm(t.order)
	t.batch = t.config.BatchSize
}

func (t *Trainer) endEpochIfDone() {
	if t.taken > 0 && len(t.order) == 0 {
		t.epoch++
		t.taken = 0
	}
}

// fullBatch says whether an epoch that begins now is one step over all samples.
func (t *Trainer) fullBatch() bool {
	return t.config.BatchSize <= 0 || t.config.BatchSize >= t.samples.Len()
}

// Clone returns a trainer that goes on exactly as t would, and that no call on t changes: a check-point to come back to.
// It shares with t what neither will ever write to.
func (t *Trainer) Clone() *Trainer {
	c := *t
	c.net = t.net.Clone()
	if t.gen != nil {
		c.gen = t.gen.Clone()
	}
	c.samples, c.lent = t.Samples(), true // with no spare capacity, so that what c appends goes elsewhere
	c.losses = t.losses.shared()
	c.order = append([]int(nil), t.order...)
	c.orderMemory = nil
	c.descent = t.descent.clone()
	c.memory = nil
	c.part = part{}
	return &c
}

func finite(v float64) bool { return math.Abs(v) <= math.MaxFloat64 }
