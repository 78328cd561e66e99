package export

import "perceptronlab/perceptron/scene"

// Edits in NumPy: what the script needs for them, and the lines that make one.

func (*numpy) helpers(c *code, p *plan) {
	startQueries(c, p)
	if p.shape == free && p.has(func(e scene.Edit) bool { return e.Remove != nil }) {
		c.function(func() {
			c.text(`def remove(i):
    """Takes point i out, also out of the order of the epoch under way."""
    global X, y, order
    X, y = np.delete(X, i, axis=0), np.delete(y, i, axis=0)
    order = order[order != i]
    order = np.where(order > i, order - 1, order)`)
		})
	}
	if p.has(func(e scene.Edit) bool { return e.Weights != nil }) {
		c.function(func() {
			c.text(`def set_parameters(values):
    """Sets weight, bias, weight, bias ..., each a flat list."""
    for p, v in zip(parameters, values):
        p[:] = np.reshape(v, p.shape)`)
		})
	}
}

func (n *numpy) apply(c *code, p *plan, e *change) {
	switch {
	case e.Add != nil:
		label := "[" + itoa(e.Add.Y) + "]"
		if p.outputs() == 1 {
			label = "[" + label + "]"
		}
		c.line("X = np.concatenate([X, np.float32([", pair(e.Add.X, float32Number), "])])")
		c.line("y = np.concatenate([y, ", label, "])")
	case e.Move != nil:
		i := itoa(e.Move.Index)
		c.line("X[", i, "] = np.float32(", pair(e.Move.X, float32Number), ")")
		if e.Move.Y != nil {
			c.line("y[", i, "] = ", itoa(*e.Move.Y))
		}
	case e.Remove != nil && p.shape == free:
		c.line("remove(", itoa(e.Remove.Index), ")")
	case e.Remove != nil:
		i := itoa(e.Remove.Index)
		c.line("X, y = np.delete(X, ", i, ", axis=0), np.delete(y, ", i, ", axis=0)")
	case e.Weights != nil:
		setParameters(c, e.Weights)
	case e.Set != nil:
		n.configure(c, p, e)
		configureLoop(c, p, e)
	default:
		editQueries(c, e)
	}
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
