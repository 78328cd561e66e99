package perceptron

import (
	"math"

	"perceptronlab/perceptron/internal/kernel"
	"perceptronlab/perceptron/internal/python"
)

// adamOptimizer is torch.optim.Adam (Kingma and Ba, Adam: a method for stochastic optimization, 2015).
var adamOptimizer = optimizerEntry{
	name:   "adam",
	params: []*OptimizerParam{LearningRate, weightDecay},
	update: (*descent).adam,
	python: OptimizerPython{
		Torch:  "Adam",
		Start:  func(c *python.Code, _ []TrainConfig, _ TrainConfig) { adamState(c) },
		Change: func(*python.Code, []TrainConfig, TrainConfig, TrainConfig) {},
		Forget: func(c *python.Code, _ []TrainConfig) { adamState(c) },
		Step:   adamStep,
	},
}

// adam: m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², θ ← θ − lr·m̂/(√v̂ + ε), m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ)
func (d *descent) adam(theta, sum []kernel.Vec, share float64, c *TrainConfig) bool {
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
	return cleared(theta, sum)
}

func adamState(c *python.Code) { c.Line("t, means, squares = 0, ", zeros, ", ", zeros) }

func adamStep(c *python.Code, _ []TrainConfig, decay bool) {
	c.Block("def adam(gradients):", func() {
		c.Line("global t")
		c.Line("t += 1")
		c.Block("for p, g, m, v in zip(parameters, gradients, means, squares):", func() {
			if decay {
				c.Line("g = g + weight_decay * p")
			}
			c.Line("m[:] = 0.9 * m + (1 - 0.9) * g")
			c.Line("v[:] = 0.999 * v + (1 - 0.999) * g ** 2")
			c.Line("p -= lr * m / (1 - 0.9 ** t) / (np.sqrt(v / (1 - 0.999 ** t)) + 1e-8)")
		})
	})
}
