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
	for _, o := range p.optimizers() {
		o.Python().Change(c, p.using(o), was.Config(), t.Config())
	}
	if t.WeightDecay != was.WeightDecay {
		c.Line("weight_decay = ", python.Number(t.WeightDecay))
	}
	if t.Optimizer == was.Optimizer {
		return
	}
	c.Line("optimize = ", t.Optimizer)
	o := t.OptimizerEntry()
	o.Python().Forget(c, p.using(o))
}
