package perceptron

import (
	"fmt"
	"math"
)

// Optimizer is the rule that turns a gradient into a step.
type Optimizer int

const (
	SGD  Optimizer = iota // gradient descent with momentum, Nesterov's or not; torch.optim.SGD
	Adam                  // betas 0.9 and 0.999, eps 1e-8; torch.optim.Adam
)

var optimizerNames = [...]string{"sgd", "adam"}

// ParseOptimizer returns the optimizer that SCENE.md calls name.
func ParseOptimizer(name string) (Optimizer, error) {
	for o, s := range optimizerNames {
		if s == name {
			return Optimizer(o), nil
		}
	}
	return 0, fmt.Errorf("optimizer %q: want sgd or adam", name)
}

func (o Optimizer) String() string { return optimizerNames[o] }

// descent is what an optimizer remembers between steps.
type descent struct {
	m, v         []float64 // SGD: m is the momentum buffer; Adam: the two running means
	beta1, beta2 float64   // Adam: 0.9ᵗ and 0.999ᵗ after t steps
}

func newDescent(size int) descent {
	return descent{m: make([]float64, size), v: make([]float64, size), beta1: 1, beta2: 1}
}

func (d *descent) clone() descent {
	c := *d
	c.m, c.v = append([]float64(nil), d.m...), append([]float64(nil), d.v...)
	return c
}

// step moves theta against the mean gradient, sum/n, and clears sum. It reports whether all of theta is finite.
func (d *descent) step(theta, sum []float64, n int, c *TrainConfig) bool {
	share := 1 / float64(n)
	switch {
	case c.Optimizer == Adam:
		return d.adam(theta, sum, share, c)
	case c.Momentum != 0:
		return d.sgdMomentum(theta, sum, share, c)
	default:
		return sgd(theta, sum, share, c)
	}
}

// sgd: θ ← θ − lr·g, g = gradient + decay·θ
func sgd(theta, sum []float64, share float64, c *TrainConfig) bool {
	check := 0.
	sum = sum[:len(theta)]
	for i, p := range theta {
		g := float64(sum[i]*share) + float64(c.WeightDecay*p)
		p -= float64(c.LR * g)
		theta[i], sum[i] = p, 0
		check += float64(p * 0) // ±0, or NaN for ever
	}
	return check == 0
}

// sgdMomentum: m ← μm + g, θ ← θ − lr·m; Nesterov's: θ ← θ − lr·(g + μm)
func (d *descent) sgdMomentum(theta, sum []float64, share float64, c *TrainConfig) bool {
	check := 0.
	for i, p := range theta {
		g := float64(sum[i]*share) + float64(c.WeightDecay*p)
		m := float64(c.Momentum*d.m[i]) + g
		d.m[i] = m
		if c.Nesterov {
			m = g + float64(c.Momentum*m)
		}
		p -= float64(c.LR * m)
		theta[i], sum[i] = p, 0
		check += float64(p * 0)
	}
	return check == 0
}

// adam: m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², θ ← θ − lr·m̂/(√v̂ + ε), m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ)
func (d *descent) adam(theta, sum []float64, share float64, c *TrainConfig) bool {
	const beta1, beta2, eps = 0.9, 0.999, 1e-8
	d.beta1 = float64(d.beta1 * beta1)
	d.beta2 = float64(d.beta2 * beta2)
	rate, root := c.LR/(1-d.beta1), math.Sqrt(1-d.beta2)
	check := 0.
	for i, p := range theta {
		g := float64(sum[i]*share) + float64(c.WeightDecay*p)
		m := float64(beta1*d.m[i]) + float64((1-beta1)*g)
		v := float64(beta2*d.v[i]) + float64(float64((1-beta2)*g)*g)
		d.m[i], d.v[i] = m, v
		p -= float64(rate * (m / (math.Sqrt(v)/root + eps)))
		theta[i], sum[i] = p, 0
		check += float64(p * 0)
	}
	return check == 0
}
