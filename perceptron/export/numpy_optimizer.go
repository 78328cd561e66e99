package export

import (
	"perceptronlab/perceptron/internal/python"
	"perceptronlab/perceptron/scene"
)

// optimizer writes SGD and Adam, as far as the run uses them. The values that it starts with are variables.
func (*numpy) optimizer(c *python.Code, p *plan) {
	t := p.scene.Train
	c.Section("Optimizer")
	c.Line("lr = ", python.Number(t.LR))
	decay := p.ever(func(t scene.Train) bool { return t.WeightDecay > 0 })
	if decay {
		c.Line("weight_decay = ", python.Number(t.WeightDecay))
	}
	for _, name := range p.optimizers() {
		if name == "adam" {
			c.Line("t, means, squares = 0, ", zeros, ", ", zeros)
		} else if usesMomentum(p) {
			c.Line("momentum, buffers = ", python.Number(t.Momentum), ", ", zeros)
			if nesterovVaries(p) {
				c.Line("nesterov = ", boolean(t.Nesterov))
			}
		}
	}
	for _, name := range p.optimizers() {
		c.Function(func() {
			if name == "adam" {
				adam(c, decay)
			} else {
				sgd(c, p, decay)
			}
		})
	}
	if len(p.optimizers()) > 1 {
		c.Gap(2)
		c.Line("optimize = ", t.Optimizer)
	}
}

const zeros = "[np.zeros_like(p) for p in parameters]"

// updater is the function that takes a step.
func updater(p *plan) string {
	if len(p.optimizers()) > 1 {
		return "optimize"
	}
	return p.scene.Train.Optimizer
}

func isSGD(t scene.Train) bool { return t.Optimizer == "sgd" }

func usesMomentum(p *plan) bool {
	return p.ever(func(t scene.Train) bool { return isSGD(t) && t.Momentum > 0 })
}

func restsMomentum(p *plan) bool {
	return p.ever(func(t scene.Train) bool { return isSGD(t) && t.Momentum == 0 })
}

func nesterovVaries(p *plan) bool {
	return p.ever(func(t scene.Train) bool { return isSGD(t) && t.Momentum > 0 && t.Nesterov }) &&
		p.ever(func(t scene.Train) bool { return isSGD(t) && t.Momentum > 0 && !t.Nesterov })
}

func sgd(c *python.Code, p *plan, decay bool) {
	c.Block("def sgd(gradients):", func() {
		if !usesMomentum(p) {
			sgdPlain(c, decay)
			return
		}
		c.Block("for p, g, m in zip(parameters, gradients, buffers):", func() {
			if decay {
				c.Line("g = g + weight_decay * p")
			}
			if !restsMomentum(p) {
				moveByMomentum(c, p)
				return
			}
			c.Block("if momentum == 0:", func() { c.Line("p -= lr * g") })
			c.Block("else:", func() { moveByMomentum(c, p) })
		})
	})
}

func sgdPlain(c *python.Code, decay bool) {
	c.Block("for p, g in zip(parameters, gradients):", func() {
		if decay {
			c.Line("p -= lr * (g + weight_decay * p)")
		} else {
			c.Line("p -= lr * g")
		}
	})
}

func moveByMomentum(c *python.Code, p *plan) {
	c.Line("m[:] = momentum * m + g")
	switch {
	case nesterovVaries(p):
		c.Line("p -= lr * (g + momentum * m if nesterov else m)")
	case p.ever(func(t scene.Train) bool { return isSGD(t) && t.Nesterov }):
		c.Line("p -= lr * (g + momentum * m)  # Nesterov's")
	default:
		c.Line("p -= lr * m")
	}
}

func adam(c *python.Code, decay bool) {
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
