package perceptron

import (
	"perceptronlab/perceptron/internal/kernel"
	"perceptronlab/perceptron/internal/python"
)

// Optimizer is the rule that turns a gradient into a step.
type Optimizer int

const (
	SGD  Optimizer = iota // gradient descent with momentum, Nesterov's or not; torch.optim.SGD
	Adam                  // betas 0.9 and 0.999, eps 1e-8; torch.optim.Adam
)

// optimizers lists them all. A new one needs a line here and above, and its file.
var optimizers = [...]optimizerEntry{
	SGD:  sgdOptimizer,
	Adam: adamOptimizer,
}

// An optimizerEntry is all that is known about an optimizer.
type optimizerEntry struct {
	name   string
	params []*OptimizerParam // that it takes, in the order of the arguments of torch.optim's class

	// update takes a step against the mean gradient, share·sum, and clears sum. It reports whether all of theta is finite.
	update func(d *descent, theta, sum []kernel.Vec, share float64, c *TrainConfig) bool
	// limit is Limit, with a curvature of λmax, and how it is written; nil if the optimizer is adaptive.
	limit func(c *TrainConfig, curvature float64) (limit float64, formula string)

	python OptimizerPython
}

// OptimizerPython is how scripts write an optimizer. used are the configurations in which a run uses it, in their order.
type OptimizerPython struct {
	Torch string // torch.optim's class

	// NumPy, by parts: the variables of its own as the run begins with first, and what it remembers; those that change; what it
	// remembers, when it takes over from another one; and the function of its name that takes a step, with weight decay or without.
	Start  func(c *python.Code, used []TrainConfig, first TrainConfig)
	Change func(c *python.Code, used []TrainConfig, was, now TrainConfig)
	Forget func(c *python.Code, used []TrainConfig)
	Step   func(c *python.Code, used []TrainConfig, decay bool)
}

// zeros is what an optimizer in NumPy remembers at first: arrays of the parameters' shapes.
const zeros = "[np.zeros_like(p) for p in parameters]"

// Optimizers lists them, in the order in which menus have them.
func Optimizers() []Optimizer { return every[Optimizer](len(optimizers)) }

// ParseOptimizer returns the optimizer that docs/scene.md calls name.
func ParseOptimizer(name string) (Optimizer, error) { return parse("optimizer", name, Optimizers()) }

func (o Optimizer) String() string { return optimizers[o].name }

// Keys are the values of a scene's train that the optimizer takes, in the order of the arguments of torch.optim's class.
//
//go:noinline
func (o Optimizer) Keys() (keys []string) {
	for _, p := range optimizers[o].params {
		keys = append(keys, p.Key)
	}
	return keys
}

// Takes reports whether the optimizer takes a value of a scene's train: "momentum", "nesterov" …
//
//go:noinline
func (o Optimizer) Takes(key string) bool {
	for _, p := range optimizers[o].params {
		if p.Key == key {
			return true
		}
	}
	return false
}

// Adaptive reports whether the optimizer divides each gradient by its recent size, so that even one that is a rounding error moves
// its parameter by a full step. The steps of the others are in proportion to the gradients.
func (o Optimizer) Adaptive() bool { return optimizers[o].limit == nil }

// Limit is the learning rate from which steps with all samples lead away from the bottom of a parabola with that curvature, its
// second derivative, above 0; 0 if any does. It panics if the optimizer is adaptive: its steps don't follow from the curvature.
func (o Optimizer) Limit(c TrainConfig, curvature float64) float64 {
	if o.Adaptive() {
		panic("perceptron: Limit of " + o.String() + ", which is adaptive")
	}
	limit, _ := optimizers[o].limit(&c, curvature)
	return limit
}

// LimitFormula is how Limit follows from the curvature, λmax. It panics if the optimizer is adaptive.
func (o Optimizer) LimitFormula(c TrainConfig) string {
	_, formula := optimizers[o].limit(&c, 1)
	return formula
}

// Explodes reports whether weight decay alone makes each step end farther from 0 than it began: it is the gradient of a parabola
// with the decay as its curvature, which far out decides alone.
func (c TrainConfig) Explodes() bool {
	return c.WeightDecay > 0 && !c.Optimizer.Adaptive() && c.LR > c.Optimizer.Limit(c, c.WeightDecay)
}

// Python is how scripts write the optimizer.
func (o Optimizer) Python() OptimizerPython { return optimizers[o].python }

// known reports whether there is such an optimizer.
func (o Optimizer) known() bool { return o >= 0 && int(o) < len(optimizers) }

// descent is an optimizer's state between steps.
type descent struct {
	m, v         []kernel.Vec // SGD: m is the momentum buffer; Adam: the two running means; made when first needed
	beta1, beta2 float64      // Adam: 0.9ᵗ and 0.999ᵗ after t steps
}

func newDescent() descent { return descent{beta1: 1, beta2: 1} }

func (d *descent) clone() descent {
	c := *d
	c.m, c.v = append([]kernel.Vec(nil), d.m...), append([]kernel.Vec(nil), d.v...)
	return c
}

// step moves theta against the mean gradient, sum/n, and clears sum. It reports whether all of theta is finite.
func (d *descent) step(theta, sum []kernel.Vec, n int, c *TrainConfig) bool {
	return optimizers[c.Optimizer].update(d, theta, sum, 1/float64(n), c)
}

// cleared clears sum after a step, and reports whether all of theta is finite.
func cleared(theta, sum []kernel.Vec) bool {
	zero := 0.
	for i := range theta {
		zero += theta[i].NonFinite()
		sum[i] = kernel.Vec{}
	}
	return zero == 0
}
