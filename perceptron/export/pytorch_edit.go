package export

import (
	"strings"

	"perceptronlab/perceptron/internal/python"
)

func (*pytorch) module() string { return "torch" }

func (*pytorch) place(x string) string { return "torch.tensor(" + x + ")" }

func (*pytorch) append(x, label string) (X, y string) {
	return "torch.cat([X, torch.tensor([" + x + "]).to(dtype)])", "torch.cat([y, torch.tensor(" + label + ").to(y.dtype)])"
}

func (*pytorch) without(array, i, after string) string {
	return "torch.cat([" + array + "[:" + i + "], " + array + "[" + after + ":]])"
}

func (*pytorch) setParameters() string {
	return `    with torch.no_grad():
        for parameter, v in zip(model.parameters(), values):
            parameter.copy_(torch.tensor(v, dtype=dtype).reshape(parameter.shape))`
}

func (*pytorch) configure(c *python.Code, _ *plan, e *change) {
	was, t := e.before, e.after
	if t.Loss != was.Loss {
		c.Line("criterion = ", criterion(t))
	}
	if t.Optimizer != was.Optimizer {
		c.Line("optimizer = ", optim(t))
		return
	}
	if values := changedArguments(was, t); len(values) > 0 {
		c.Line("optimizer.param_groups[0].update(", strings.Join(values, ", "), ")")
	}
}
