package export

import (
	"strconv"

	"perceptronlab/perceptron/internal/python"

	"perceptronlab/perceptron/scene"
)

// pytorch writes for PyTorch and scikit-learn. For one output y has shape [n, 1] and the numbers' dtype, for K it has
// shape [n] and is long, as the losses want it.
type pytorch struct{}

func (*pytorch) imports(c *python.Code, p *plan) {
	d := p.scene.Data
	c.Line("# A run of Perceptron Lab, for PyTorch.")
	maker := d.KindEntry().SKLearn
	if maker == "" {
		c.Line("import numpy as np")
	}
	c.Line("import torch")
	c.Line("import torch.nn as nn")
	if maker != "" {
		c.Line("from sklearn.datasets import ", maker)
	}
	if p.held > 0 {
		c.Line("from sklearn.model_selection import train_test_split")
	}
	c.Text("\ndtype = torch.float64  # as Perceptron Lab computes; PyTorch's own torch.float32 gives the same to six digits or so")
}

func (*pytorch) data(c *python.Code, p *plan) {
	d := p.scene.Data
	c.Section("Data")
	d.KindEntry().PyTorch(c, d.Params)
	if p.held > 0 {
		c.Line("X, X_test, y, y_test = train_test_split(X, y, test_size=", python.Number(d.TestSize), ", random_state=", seedText(d), ")")
		tensors(c, p, "_test")
	}
	tensors(c, p, "")
}

// tensors makes tensors of the arrays X and y, or of X_test and y_test.
func tensors(c *python.Code, p *plan, which string) {
	c.Line("X", which, " = torch.tensor(X", which, ", dtype=torch.float32).to(dtype)")
	if p.outputs() > 1 {
		c.Line("y", which, " = torch.tensor(y", which, ", dtype=torch.long)")
	} else {
		c.Line("y", which, " = torch.tensor(y", which, ", dtype=dtype).unsqueeze(1)")
	}
}

func (*pytorch) model(c *python.Code, p *plan) {
	m := p.scene.Model
	c.Section("Model: its outputs are logits")
	c.Line("torch.manual_seed(", strconv.FormatUint(m.ManualSeed, 10), ")")
	linear := func(i int) string {
		return "nn.Linear(" + strconv.Itoa(m.Layers[i]) + ", " + strconv.Itoa(m.Layers[i+1]) + ")"
	}
	if last := len(m.Layers) - 2; last == 0 {
		c.Line("model = ", linear(0))
	} else {
		c.Block("model = nn.Sequential(", func() {
			for i := range last {
				c.Line(linear(i), ", ", m.ActivationEntry().Python().Torch, ",")
			}
			c.Line(linear(last), ",")
		})
		c.Line(")")
	}
	if m.Init == "zeros" {
		c.Block("for parameter in model.parameters():", func() { c.Line("nn.init.zeros_(parameter)") })
	}
	c.Line("model.to(dtype)")
}

func (*pytorch) loss(c *python.Code, p *plan) {
	c.Section("Loss")
	for i, loss := range p.losses() {
		text := loss.Python()
		if i == 0 && text.TorchNote != "" {
			c.Line("# ", text.TorchNote)
		}
		if text.TorchClass == "" {
			c.Function(func() { c.Text("def " + loss.String() + "(z, y):\n    return " + text.TorchFormula) })
			c.Gap(2)
		}
	}
	c.Line("criterion = ", criterion(p.scene.Train))
}

// criterion is an expression: an object of torch.nn's class, or the name of our function.
func criterion(t scene.Train) string {
	if class := t.LossEntry().Python().TorchClass; class != "" {
		return class
	}
	return t.Loss
}

func (*pytorch) optimizer(c *python.Code, p *plan) {
	c.Section("Optimizer")
	c.Line("optimizer = ", optim(p.scene.Train))
}

func (*pytorch) permutation() string { return "torch.randperm(len(X))" }

func (*pytorch) inOrder(n string) string { return "torch.arange(" + n + ")" }

func (*pytorch) report(c *python.Code, p *plan) {
	c.Block("with torch.no_grad():", func() {
		if p.held > 0 {
			c.Line("loss, test_loss = criterion(model(X), y), criterion(model(X_test), y_test)")
		} else {
			c.Line("loss = criterion(model(X), y)")
		}
	})
	printLoss(c, p)
}

func printLoss(c *python.Code, p *plan) {
	if p.held > 0 {
		c.Line(`print("epoch", epoch, "loss", loss.item(), "test_loss", test_loss.item())`)
	} else {
		c.Line(`print("epoch", epoch, "loss", loss.item())`)
	}
}

func (*pytorch) reportAndLearn(c *python.Code, p *plan) {
	c.Line("loss = criterion(model(X), y)")
	if p.held > 0 {
		c.Block("with torch.no_grad():", func() { c.Line("test_loss = criterion(model(X_test), y_test)") })
	}
	printLoss(c, p)
	writeStep(c)
}

func (*pytorch) learn(c *python.Code, _ *plan) {
	c.Line("loss = criterion(model(X[batch]), y[batch])")
	writeStep(c)
}

func writeStep(c *python.Code) { c.Text("optimizer.zero_grad()\nloss.backward()\noptimizer.step()") }

func (*pytorch) answers(c *python.Code, p *plan) {
	c.Section("What it says about the asked points")
	queries(c, p)
	c.Block("with torch.no_grad():", func() {
		c.Block("for point in queries:", func() {
			c.Line("z = model(torch.tensor(point, dtype=dtype))")
			if p.outputs() > 1 {
				c.Line(`print("query", *point, "probability", *torch.softmax(z, 0).tolist(), "class", z.argmax().item())`)
			} else {
				c.Line(`print("query", *point, "probability", torch.sigmoid(z).item(), "class", int(z >= 0))`)
			}
		})
	})
}

func seedText(d scene.Data) string { return strconv.FormatUint(uint64(d.RandomState), 10) }
