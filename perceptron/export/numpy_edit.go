package export

import "perceptronlab/perceptron/internal/python"

func (*numpy) module() string { return "np" }

func (*numpy) place(x string) string { return "np.float32(" + x + ")" }

func (*numpy) append(x, label string) (X, y string) {
	return "np.concatenate([X, np.float32([" + x + "])])", "np.concatenate([y, " + label + "])"
}

func (*numpy) without(array, i, _ string) string {
	return "np.delete(" + array + ", " + i + ", axis=0)"
}

func (*numpy) setParameters() string {
	return `    for p, v in zip(parameters, values):
        p[:] = np.reshape(v, p.shape)`
}

func (*numpy) configure(c *python.Code, p *plan, e *change) {
	was, t := e.before, e.after
	if t.Loss != was.Loss {
		c.Line("criterion = ", t.Loss)
	}
	if t.LR != was.LR {
		c.Line("lr = ", python.Number(t.LR))
	}
	if usesMomentum(p) && t.Momentum != was.Momentum {
		c.Line("momentum = ", python.Number(t.Momentum))
	}
	if nesterovVaries(p) && t.Nesterov != was.Nesterov {
		c.Line("nesterov = ", boolean(t.Nesterov))
	}
	if t.WeightDecay != was.WeightDecay {
		c.Line("weight_decay = ", python.Number(t.WeightDecay))
	}
	if t.Optimizer == was.Optimizer {
		return
	}
	c.Line("optimize = ", t.Optimizer)
	if t.Optimizer == "adam" {
		c.Line("t, means, squares = 0, ", zeros, ", ", zeros)
	} else if usesMomentum(p) {
		c.Line("buffers = ", zeros)
	}
}
