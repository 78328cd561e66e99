package export

import (
	"perceptronlab/perceptron/internal/python"
	"perceptronlab/perceptron/scene"
)

var adamScript = optimizerScript{
	torch: func(t scene.Train) string {
		return "torch.optim.Adam(model.parameters(), lr=" + python.Number(t.LR) + torchDecay(t) + ")"
	},
	torchChange: func(_, _ scene.Train) []string { return nil },
	numpyStart:  adamState,
	numpyChange: func(*python.Code, *plan, scene.Train, scene.Train) {},
	numpyForget: adamState,
	numpyStep:   adam,
}

func adamState(c *python.Code, _ *plan) { c.Line("t, means, squares = 0, ", zeros, ", ", zeros) }

func adam(c *python.Code, _ *plan, decay bool) {
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
