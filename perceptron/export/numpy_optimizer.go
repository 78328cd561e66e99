package export

import "perceptronlab/perceptron/scene"

// optimizer writes SGD and Adam, as far as the run uses them. The values that it starts with are variables.
func (*numpy) optimizer(c *code, p *plan) {
	t := p.scene.Train
	c.section("Optimizer")
	c.line("lr = ", number(t.LR))
	decay := p.ever(func(t scene.Train) bool { return t.WeightDecay > 0 })
	if decay {
		c.line("weight_decay = ", number(t.WeightDecay))
	}
	for _, name := range p.optimizers() {
		if name == "adam" {
			c.line("t, means, squares = 0, ", zeros, ", ", zeros)
		} else if usesMomentum(p) {
			c.line("momentum, buffers = ", number(t.Momentum), ", ", zeros)
			if nesterovVaries(p) {
				c.line("nesterov = ", boolean(t.Nesterov))
			}
		}
	}
	for _, name := range p.optimizers() {
		c.function(func() {
			if name == "adam" {
				adam(c, decay)
			} else {
				sgd(c, p, decay)
			}
		})
	}
	if len(p.optimizers()) > 1 {
		c.gap(2)
		c.line("optimize = ", t.Optimizer)
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

func sgd(c *code, p *plan, decay bool) {
	c.line("def sgd(gradients):")
	c.depth++
	if !usesMomentum(p) {
		c.block("for p, g in zip(parameters, gradients):", func() {
			if decay {
				c.line("p -= lr * (g + weight_decay * p)")
			} else {
				c.line("p -= lr * g")
			}
		})
		c.depth--
		return
	}
	c.block("for p, g, m in zip(parameters, gradients, buffers):", func() {
		if decay {
			c.line("g = g + weight_decay * p")
		}
		move := func() {
			c.line("m[:] = momentum * m + g")
			switch {
			case nesterovVaries(p):
				c.line("p -= lr * (g + momentum * m if nesterov else m)")
			case p.ever(func(t scene.Train) bool { return isSGD(t) && t.Nesterov }):
				c.line("p -= lr * (g + momentum * m)  # Nesterov's")
			default:
				c.line("p -= lr * m")
			}
		}
		if !restsMomentum(p) {
			move()
			return
		}
		c.block("if momentum == 0:", func() { c.line("p -= lr * g") })
		c.block("else:", move)
	})
	c.depth--
}

func adam(c *code, decay bool) {
	c.block("def adam(gradients):", func() {
		c.line("global t")
		c.line("t += 1")
		c.block("for p, g, m, v in zip(parameters, gradients, means, squares):", func() {
			if decay {
				c.line("g = g + weight_decay * p")
			}
			c.line("m[:] = 0.9 * m + (1 - 0.9) * g")
			c.line("v[:] = 0.999 * v + (1 - 0.999) * g ** 2")
			c.line("p -= lr * m / (1 - 0.9 ** t) / (np.sqrt(v / (1 - 0.999 ** t)) + 1e-8)")
		})
	})
}
