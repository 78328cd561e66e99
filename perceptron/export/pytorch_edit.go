package export

import "perceptronlab/perceptron/scene"

// Edits in PyTorch: what the script needs for them, and the lines that make one.

func (*pytorch) helpers(c *code, p *plan) {
	startQueries(c, p)
	if p.shape == free && p.has(func(e scene.Edit) bool { return e.Remove != nil }) {
		c.function(func() {
			c.text(`def remove(i):
    """Takes point i out, also out of the order of the epoch under way."""
    global X, y, order
    X, y = torch.cat([X[:i], X[i + 1:]]), torch.cat([y[:i], y[i + 1:]])
    order = order[order != i]
    order = torch.where(order > i, order - 1, order)`)
		})
	}
	if p.has(func(e scene.Edit) bool { return e.Weights != nil }) {
		c.function(func() {
			c.text(`def set_parameters(values):
    """Sets weight, bias, weight, bias ..., each a flat list."""
    with torch.no_grad():
        for parameter, v in zip(model.parameters(), values):
            parameter.copy_(torch.tensor(v, dtype=dtype).reshape(parameter.shape))`)
		})
	}
}

func (*pytorch) apply(c *code, p *plan, e *change) {
	switch {
	case e.Add != nil:
		label := "[" + itoa(e.Add.Y) + "]"
		if p.outputs() == 1 {
			label = "[" + label + "]"
		}
		c.line("X = torch.cat([X, torch.tensor([", pair(e.Add.X, float32Number), "]).to(dtype)])")
		c.line("y = torch.cat([y, torch.tensor(", label, ").to(y.dtype)])")
	case e.Move != nil:
		i := itoa(e.Move.Index)
		c.line("X[", i, "] = torch.tensor(", pair(e.Move.X, float32Number), ")")
		if e.Move.Y != nil {
			c.line("y[", i, "] = ", itoa(*e.Move.Y))
		}
	case e.Remove != nil && p.shape == free:
		c.line("remove(", itoa(e.Remove.Index), ")")
	case e.Remove != nil:
		i, after := itoa(e.Remove.Index), itoa(e.Remove.Index+1)
		c.line("X, y = torch.cat([X[:", i, "], X[", after, ":]]), torch.cat([y[:", i, "], y[", after, ":]])")
	case e.Weights != nil:
		setParameters(c, e.Weights)
	case e.Set != nil:
		configureTorch(c, e)
		configureLoop(c, p, e)
	default:
		editQueries(c, e)
	}
}

func configureTorch(c *code, e *change) {
	was, t := e.before, e.after
	if t.Loss != was.Loss {
		c.line("criterion = ", criterion(t.Loss))
	}
	if t.Optimizer != was.Optimizer {
		c.line("optimizer = ", optim(t))
		return
	}
	var values []string
	if t.LR != was.LR {
		values = append(values, "lr="+number(t.LR))
	}
	if t.Optimizer == "sgd" && t.Momentum != was.Momentum {
		values = append(values, "momentum="+number(t.Momentum))
	}
	if t.Optimizer == "sgd" && t.Nesterov != was.Nesterov {
		values = append(values, "nesterov="+boolean(t.Nesterov))
	}
	if t.WeightDecay != was.WeightDecay {
		values = append(values, "weight_decay="+number(t.WeightDecay))
	}
	if len(values) > 0 {
		c.line("optimizer.param_groups[0].update(", joined(values), ")")
	}
}
