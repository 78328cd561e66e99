package perceptron

import (
	"perceptronlab/perceptron/internal/kernel"
	"perceptronlab/perceptron/refusal"
)

// sgdOptimizer is torch.optim.SGD without dampening.
var sgdOptimizer = optimizerEntry{
	name:   "sgd",
	params: []*OptimizerParam{LearningRate, momentum, weightDecay, nesterov},
	update: (*descent).sgd,
	limit:  sgdLimit,
	python: sgdPython,
}

var (
	momentum = &OptimizerParam{
		Key: "momentum", Default: "0", Domain: refusal.AnyNotNegative,
		Number: func(p *OptimizerParams) *float64 { return &p.Momentum },
		Tried:  []float64{0, 0, 0.5, 0.9},
	}
	nesterov = &OptimizerParam{Key: "nesterov", Default: "false", Flag: func(p *OptimizerParams) *bool { return &p.Nesterov }}
)

func (d *descent) sgd(theta, sum []kernel.Vec, share float64, c *TrainConfig) bool {
	switch {
	case c.Momentum != 0:
		d.sgdMomentum(theta, sum, share, c)
	case c.WeightDecay != 0:
		sgdDecay(theta, sum, share, c)
	default:
		return kernel.Update(theta, sum, share, c.LR) == 0
	}
	return cleared(theta, sum)
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

// sgdLimit: with curvature λ
//
//	gradient descent        lr < 2/λ
//	with momentum μ         lr < (2 + 2μ)/λ             Polyak, 1964
//	with Nesterov's         lr < (2 + 2μ)/((1 + 2μ)λ)   as torch.optim.SGD does it
//
// reach the bottom, with a momentum below 1; with any other no learning rate will do. On the parabola λθ²/2 a step takes (θ, m)
// to (θ − lr·(λθ + μm'), m' = μm + λθ) with Nesterov's momentum: a matrix with the trace 1 + μ − (1 + μ)·lrλ and the determinant
// μ(1 − lrλ), whose eigenvalues lie within the unit circle as long as 1 + trace + determinant > 0, which is that limit (Cohen et al.,
// Gradient descent on neural networks typically occurs at the edge of stability, 2021, give both limits).
func sgdLimit(c *TrainConfig, curvature float64) (limit float64, formula string) {
	limit, formula = (2+2*c.Momentum)/curvature, "(2 + 2μ)/λmax"
	switch {
	case c.Momentum >= 1:
		limit = 0
	case c.Momentum == 0:
		formula = "2/λmax"
	case c.Nesterov:
		limit, formula = limit/(1+2*c.Momentum), "(2 + 2μ)/((1 + 2μ)λmax)"
	}
	return limit, formula
}
