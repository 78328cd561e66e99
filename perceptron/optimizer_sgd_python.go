package perceptron

import (
	"slices"

	"perceptronlab/perceptron/internal/python"
)

// sgdPython has momentum, and Nesterov's, only where the run uses them.
var sgdPython = OptimizerPython{Torch: "SGD", Start: sgdStart, Change: sgdChange, Forget: sgdForget, Step: sgdStep}

func sgdStart(c *python.Code, used []TrainConfig, first TrainConfig) {
	if !usesMomentum(used) {
		return
	}
	c.Line("momentum, buffers = ", python.Number(first.Momentum), ", ", zeros)
	if nesterovVaries(used) {
		c.Line("nesterov = ", python.Bool(first.Nesterov))
	}
}

func sgdChange(c *python.Code, used []TrainConfig, was, now TrainConfig) {
	if usesMomentum(used) && now.Momentum != was.Momentum {
		c.Line("momentum = ", python.Number(now.Momentum))
	}
	if nesterovVaries(used) && now.Nesterov != was.Nesterov {
		c.Line("nesterov = ", python.Bool(now.Nesterov))
	}
}

func sgdForget(c *python.Code, used []TrainConfig) {
	if usesMomentum(used) {
		c.Line("buffers = ", zeros)
	}
}

func usesMomentum(used []TrainConfig) bool {
	return slices.ContainsFunc(used, func(c TrainConfig) bool { return c.Momentum > 0 })
}

func restsMomentum(used []TrainConfig) bool {
	return slices.ContainsFunc(used, func(c TrainConfig) bool { return c.Momentum == 0 })
}

func nesterovVaries(used []TrainConfig) bool {
	return slices.ContainsFunc(used, func(c TrainConfig) bool { return c.Momentum > 0 && c.Nesterov }) &&
		slices.ContainsFunc(used, func(c TrainConfig) bool { return c.Momentum > 0 && !c.Nesterov })
}

func sgdStep(c *python.Code, used []TrainConfig, decay bool) {
	c.Block("def sgd(gradients):", func() {
		if !usesMomentum(used) {
			sgdStepPlain(c, decay)
			return
		}
		c.Block("for p, g, m in zip(parameters, gradients, buffers):", func() {
			if decay {
				c.Line("g = g + weight_decay * p")
			}
			if !restsMomentum(used) {
				sgdStepMomentum(c, used)
				return
			}
			c.Block("if momentum == 0:", func() { c.Line("p -= lr * g") })
			c.Block("else:", func() { sgdStepMomentum(c, used) })
		})
	})
}

func sgdStepPlain(c *python.Code, decay bool) {
	c.Block("for p, g in zip(parameters, gradients):", func() {
		if decay {
			c.Line("p -= lr * (g + weight_decay * p)")
		} else {
			c.Line("p -= lr * g")
		}
	})
}

func sgdStepMomentum(c *python.Code, used []TrainConfig) {
	c.Line("m[:] = momentum * m + g")
	switch {
	case nesterovVaries(used):
		c.Line("p -= lr * (g + momentum * m if nesterov else m)")
	case slices.ContainsFunc(used, func(c TrainConfig) bool { return c.Nesterov }):
		c.Line("p -= lr * (g + momentum * m)  # Nesterov's")
	default:
		c.Line("p -= lr * m")
	}
}
