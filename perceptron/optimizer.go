package perceptron

import (
	"math"

	"perceptronlab/perceptron/internal/kernel"
)

// Optimizer is the rule that turns a gradient into a step.
type Optimizer int

const (
	SGD  Optimizer = iota // gradient descent with momentum, Nesterov's or not; torch.optim.SGD
	Adam                  // betas 0.9 and 0.999, eps 1e-8; torch.optim.Adam
)

// optimizers lists them all. A new one needs a line here and above, and its update; its text for scripts is a file in
// package export.
var optimizers = [...]struct {
	name string
	// update takes a step against the mean gradient, share·sum.
	update func(d *descent, theta, sum []kernel.Vec, share float64, c *TrainConfig)
}{
	SGD:  {"sgd", (*descent).sgd},
	Adam: {"adam", (*descent).adam},
}

// Optimizers lists them, in the order in which menus have them.
func Optimizers() []Optimizer { return every[Optimizer](len(optimizers)) }

// ParseOptimizer returns the optimizer that docs/scene.md calls name.
func ParseOptimizer(name string) (Optimizer, error) { return parse("optimizer", name, Optimizers()) }

func (o Optimizer) String() string { return optimizers[o].name }

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
	share := 1 / float64(n)
	if c.Optimizer == SGD && c.Momentum == 0 && c.WeightDecay == 0 {
		return kernel.Update(theta, sum, share, c.LR) == 0
	}
	optimizers[c.Optimizer].update(d, theta, sum, share, c)
	zero := 0.
	for i := range theta {
		zero += theta[i].NonFinite()
		sum[i] = kernel.Vec{}
	}
	return zero == 0
}

func (d *descent) sgd(theta, sum []kernel.Vec, share float64, c *TrainConfig) {
	if c.Momentum != 0 {
		d.sgdMomentum(theta, sum, share, c)
	} else {
		sgdDecay(theta, sum, share, c)
	}
}

// sgdDecay: θ ← θ − lr·g, g = gradient + decay·θ
func sgdDecay(theta, sum []kernel.Vec, share float64, c *TrainConfig) {
	for i := range theta {
		for j, p := range &theta[i] {
			theta[i][j] = updated(p, sum[i][j], share, c.WeightDecay, c.LR)
		}
	}
}

func updated(p, sum, share, decay, lr float64) float64 {
	g := float64(sum*share) + float64(decay*p)
	return p - float64(lr*g)
}

// updateNeuron is sgdDecay for the three parameters that a single neuron has. It clears the gradient and reports whether the
// parameters are finite.
func updateNeuron(l, grad *kernel.Layer, share float64, c *TrainConfig) bool {
	w0 := updated(l.W[0][0], grad.W[0][0], share, c.WeightDecay, c.LR)
	w1 := updated(l.W[1][0], grad.W[1][0], share, c.WeightDecay, c.LR)
	b := updated(l.B[0][0], grad.B[0][0], share, c.WeightDecay, c.LR)
	l.W[0][0], l.W[1][0], l.B[0][0] = w0, w1, b
	grad.W[0][0], grad.W[1][0], grad.B[0][0] = 0, 0, 0
	return (w0-w0)+(w1-w1)+(b-b) == 0
}

// sgdMomentum: m ← μm + g, θ ← θ − lr·m; Nesterov's: θ ← θ − lr·(g + μm)
func (d *descent) sgdMomentum(theta, sum []kernel.Vec, share float64, c *TrainConfig) {
	if d.m == nil {
		d.m = make([]kernel.Vec, len(theta))
	}
	for i := range theta {
		for j, p := range &theta[i] {
			g := float64(sum[i][j]*share) + float64(c.WeightDecay*p)
			m := float64(c.Momentum*d.m[i][j]) + g
			d.m[i][j] = m
			if c.Nesterov {
				m = g + float64(c.Momentum*m)
			}
			theta[i][j] = p - float64(c.LR*m)
		}
	}
}

// adam: m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², θ ← θ − lr·m̂/(√v̂ + ε), m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ)
func (d *descent) adam(theta, sum []kernel.Vec, share float64, c *TrainConfig) {
	const beta1, beta2, eps = 0.9, 0.999, 1e-8
	if d.m == nil {
		d.m, d.v = make([]kernel.Vec, len(theta)), make([]kernel.Vec, len(theta))
	}
	d.beta1 = float64(d.beta1 * beta1)
	d.beta2 = float64(d.beta2 * beta2)
	rate, root := c.LR/(1-d.beta1), math.Sqrt(1-d.beta2)
	for i := range theta {
		for j, p := range &theta[i] {
			g := float64(sum[i][j]*share) + float64(c.WeightDecay*p)
			m := float64(beta1*d.m[i][j]) + float64((1-beta1)*g)
			v := float64(beta2*d.v[i][j]) + float64(float64((1-beta2)*g)*g)
			d.m[i][j], d.v[i][j] = m, v
			theta[i][j] = p - float64(rate*(m/(math.Sqrt(v)/root+eps)))
		}
	}
}
