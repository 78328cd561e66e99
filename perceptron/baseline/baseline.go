// Package baseline holds textbook ways to train one neuron, z = w·x + b, a file and an entry each. All are shown the same
// samples one by one, in the same order, so that only the rule makes the difference.
package baseline

import (
	"fmt"
	"math"
	"strings"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/random"
	"perceptronlab/perceptron/refusal"
	"perceptronlab/perceptron/scene"
)

// Config says how a baseline learns.
type Config struct {
	Seed        uint64  // torch.manual_seed
	LR          float64 // learning rate, > 0
	WeightDecay float64 // ≥ 0, as torch.optim.SGD's, of rules that have it
	Uniform     bool    // start from the weights that torch.nn.Linear(2, 1) draws, not from zeros
}

// Baseline is a neuron that learns by one rule. What it does follows from what New was given and the calls made since, bit
// for bit.
type Baseline struct {
	entry    ruleEntry
	rule     rule
	neuron   neuron
	answer   neuron // the rule's, after the last step
	samples  perceptron.Samples
	order    order
	steps    int
	mistakes int
	diverged bool
}

// Names are the rules, in the order in which the page shows them.
func Names() []string {
	names := make([]string, len(rules))
	for i, r := range rules {
		names[i] = r.name
	}
	return names
}

// New returns a baseline at step 0. It copies the samples. An error names what is wrong with the name, the labels (two
// classes only, 0 and 1) or the config.
func New(name string, s perceptron.Samples, c Config) (*Baseline, error) {
	if len(s.X) != len(s.Y) {
		return nil, fmt.Errorf("samples: %d points and %d labels, want as many", len(s.X), len(s.Y))
	}
	for i, y := range s.Y {
		if y > 1 {
			return nil, refusal.New("", fmt.Sprintf("label %d of sample %d", y, i), refusal.TwoClasses)
		}
	}
	if !(c.LR > 0 && c.LR <= math.MaxFloat64) {
		return nil, fmt.Errorf("learning rate %g: want a positive finite number", c.LR)
	}
	if !(c.WeightDecay >= 0 && c.WeightDecay <= math.MaxFloat64) {
		return nil, fmt.Errorf("weight decay %g: want a finite number of at least 0", c.WeightDecay)
	}
	for _, known := range rules {
		if known.name == name {
			r := &Baseline{entry: known, rule: known.make(c), samples: s.Clone()}
			r.begin(c)
			return r, nil
		}
	}
	return nil, fmt.Errorf("baseline %q: want %s", name, strings.Join(Names(), ", "))
}

// FromScene returns a baseline that learns from the scene's training samples with its seed, learning rate, weight decay and
// kind of initial weights. It takes the order in which the scene's own run with batch_size 1 would show the samples.
// Hidden layers, loss, optimizer and edits play no part. The error is the scene's, or says that it has more than two
// classes.
func FromScene(name string, s scene.Scene) (*Baseline, error) {
	train, _, err := s.Samples()
	if err != nil {
		return nil, err
	}
	if k := s.Model.Layers[len(s.Model.Layers)-1]; k > 1 {
		return nil, fmt.Errorf("model.layers: %d outputs: want 1: baselines tell two classes apart", k)
	}
	return New(name, train, Config{
		Seed: s.Model.ManualSeed, LR: s.Train.LR, WeightDecay: s.Train.WeightDecay, Uniform: s.Model.Init == "uniform",
	})
}

// begin draws the weights, whether used or not, as a run does before it draws the order of samples.
func (r *Baseline) begin(c Config) {
	g := random.NewTorch(c.Seed)
	net := perceptron.NewNetwork([]int{2, 1}, perceptron.ActivationTanh)
	net.InitUniform(g)
	if c.Uniform {
		p := net.Parameters()
		r.neuron = neuron{[2]float64(p[0]), p[1][0]}
	}
	r.answer = r.neuron
	r.order.gen = g
	r.rule.changed(r.samples)
}

// Step shows the neuron the next sample. Without samples it does nothing, nor once a weight would not have been finite.
func (r *Baseline) Step() {
	if r.diverged || r.samples.Len() == 0 {
		return
	}
	i := r.order.next(r.samples.Len())
	x, y := r.samples.At(i)
	s, z := sign(y), r.neuron.logit(x)
	r.rule.learn(&r.neuron, x, s, z)
	answer := r.rule.answer(r.neuron)
	if !r.neuron.finite() || !answer.finite() {
		r.diverged = true
		return
	}
	r.answer = answer
	if s*z <= 0 {
		r.mistakes++
	}
	r.steps++
}

// Name is the rule's, one of Names.
func (r *Baseline) Name() string { return r.entry.name }

// Bounded reports whether the rule's Mistakes are Rosenblatt's number of updates, which Novikoff bounds if they began with zeros.
func (r *Baseline) Bounded() bool { return r.entry.bounded }

// Weights returns the line w·x + b = 0 that the rule answered with after the last step; all are finite.
func (r *Baseline) Weights() (w [2]float64, b float64) {
	return r.answer.w, r.answer.b
}

// Mistakes is the number of samples that the neuron got wrong when it was shown them, before it learnt from them: those
// with sz ≤ 0, where s is −1 for class 0 and 1 for class 1.
func (r *Baseline) Mistakes() int { return r.mistakes }

// Steps is the number of samples shown.
func (r *Baseline) Steps() int { return r.steps }

// Diverged reports whether a weight would have become infinite or NaN. From then on Step does nothing.
func (r *Baseline) Diverged() bool { return r.diverged }

// Samples returns what the baseline learns from. The slices never change and may be kept, but not written to.
func (r *Baseline) Samples() perceptron.Samples {
	n := r.samples.Len()
	return perceptron.Samples{X: r.samples.X[:n:n], Y: r.samples.Y[:n:n]}
}

// Label is the class of sample i.
func (r *Baseline) Label(i int) int { return int(r.samples.Y[i]) }

func sign(y int) float64 { return float64(2*y - 1) }
