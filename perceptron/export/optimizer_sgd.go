package export

import (
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/internal/python"
	"perceptronlab/perceptron/scene"
)

var sgdScript = optimizerScript{
	torch: func(t scene.Train) string {
		text := "torch.optim.SGD(model.parameters(), lr=" + python.Number(t.LR)
		if t.Momentum > 0 {
			text += ", momentum=" + python.Number(t.Momentum)
		}
		text += torchDecay(t)
		if t.Nesterov {
			text += ", nesterov=True"
		}
		return text + ")"
	},
	torchChange: func(was, now scene.Train) (changed []string) {
		if now.Momentum != was.Momentum {
			changed = append(changed, "momentum="+python.Number(now.Momentum))
		}
		if now.Nesterov != was.Nesterov {
			changed = append(changed, "nesterov="+boolean(now.Nesterov))
		}
		return changed
	},
	numpyStart: func(c *python.Code, p *plan) {
		if !usesMomentum(p) {
			return
		}
		c.Line("momentum, buffers = ", python.Number(p.scene.Train.Momentum), ", ", zeros)
		if nesterovVaries(p) {
			c.Line("nesterov = ", boolean(p.scene.Train.Nesterov))
		}
	},
	numpyChange: func(c *python.Code, p *plan, was, now scene.Train) {
		if usesMomentum(p) && now.Momentum != was.Momentum {
			c.Line("momentum = ", python.Number(now.Momentum))
		}
		if nesterovVaries(p) && now.Nesterov != was.Nesterov {
			c.Line("nesterov = ", boolean(now.Nesterov))
		}
	},
	numpyForget: func(c *python.Code, p *plan) {
		if usesMomentum(p) {
			c.Line("buffers = ", zeros)
		}
	},
	numpyStep: sgd,
}

func isSGD(t scene.Train) bool { return t.OptimizerEntry() == perceptron.SGD }

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
