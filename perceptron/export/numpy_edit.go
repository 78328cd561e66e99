package export

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

func (*numpy) configure(c *code, p *plan, e *change) {
	was, t := e.before, e.after
	if t.Loss != was.Loss {
		c.line("criterion = ", t.Loss)
	}
	if t.LR != was.LR {
		c.line("lr = ", number(t.LR))
	}
	if usesMomentum(p) && t.Momentum != was.Momentum {
		c.line("momentum = ", number(t.Momentum))
	}
	if nesterovVaries(p) && t.Nesterov != was.Nesterov {
		c.line("nesterov = ", boolean(t.Nesterov))
	}
	if t.WeightDecay != was.WeightDecay {
		c.line("weight_decay = ", number(t.WeightDecay))
	}
	if t.Optimizer == was.Optimizer {
		return
	}
	c.line("optimize = ", t.Optimizer)
	if t.Optimizer == "adam" {
		c.line("t, means, squares = 0, ", zeros, ", ", zeros)
	} else if usesMomentum(p) {
		c.line("buffers = ", zeros)
	}
}
