package export

import (
	"strconv"

	"perceptronlab/perceptron/scene"
)

// pytorch writes for PyTorch and scikit-learn. For one output y has shape [n, 1] and the numbers' dtype, for K it has
// shape [n] and is long, as the losses want it.
type pytorch struct{}

func (*pytorch) imports(c *code, p *plan) {
	d := p.scene.Data
	c.line("# A run of Perceptron Lab, for PyTorch.")
	maker := map[string]string{"blobs": "make_blobs", "moons": "make_moons", "circles": "make_circles"}[d.Kind]
	if maker == "" {
		c.line("import numpy as np")
	}
	c.line("import torch")
	c.line("import torch.nn as nn")
	if maker != "" {
		c.line("from sklearn.datasets import ", maker)
	}
	if p.held > 0 {
		c.line("from sklearn.model_selection import train_test_split")
	}
	c.text("\ndtype = torch.float64  # as Perceptron Lab computes; PyTorch's own torch.float32 gives the same to six digits or so")
}

func (*pytorch) data(c *code, p *plan) {
	d := p.scene.Data
	c.section("Data")
	n, seed := itoa(d.NSamples), seedText(d)
	noise := ""
	if d.Noise > 0 {
		noise = ", noise=" + number(d.Noise)
	}
	switch d.Kind {
	case "blobs":
		c.list("X, y = make_blobs(", []string{"n_samples=" + n, "centers=[" + joined(pairs(d.Centers, number)) + "]",
			"cluster_std=" + number(d.ClusterStd), "random_state=" + seed}, ")")
	case "moons":
		c.line("X, y = make_moons(n_samples=", n, noise, ", random_state=", seed, ")")
	case "circles":
		c.line("X, y = make_circles(n_samples=", n, noise, ", factor=", number(d.Factor), ", random_state=", seed, ")")
	case "spirals":
		spiralData(c, d)
	case "points":
		pointData(c, d)
	default:
		gateData(c, d)
	}
	if p.held > 0 {
		c.line("X, X_test, y, y_test = train_test_split(X, y, test_size=", number(d.TestSize), ", random_state=", seed, ")")
		tensors(c, p, "_test")
	}
	tensors(c, p, "")
}

// tensors makes tensors of the arrays X and y, or of X_test and y_test.
func tensors(c *code, p *plan, which string) {
	c.line("X", which, " = torch.tensor(X", which, ", dtype=torch.float32).to(dtype)")
	if p.outputs() > 1 {
		c.line("y", which, " = torch.tensor(y", which, ", dtype=torch.long)")
	} else {
		c.line("y", which, " = torch.tensor(y", which, ", dtype=dtype).unsqueeze(1)")
	}
}

func (*pytorch) model(c *code, p *plan) {
	m := p.scene.Model
	c.section("Model: it gives logits")
	c.line("torch.manual_seed(", strconv.FormatUint(m.ManualSeed, 10), ")")
	linear := func(i int) string { return "nn.Linear(" + itoa(m.Layers[i]) + ", " + itoa(m.Layers[i+1]) + ")" }
	if last := len(m.Layers) - 2; last == 0 {
		c.line("model = ", linear(0))
	} else {
		c.block("model = nn.Sequential(", func() {
			activation := map[string]string{"tanh": "nn.Tanh()", "relu": "nn.ReLU()", "sigmoid": "nn.Sigmoid()"}[m.Activation]
			for i := range last {
				c.line(linear(i), ", ", activation, ",")
			}
			c.line(linear(last), ",")
		})
		c.line(")")
	}
	if m.Init == "zeros" {
		c.block("for parameter in model.parameters():", func() { c.line("nn.init.zeros_(parameter)") })
	}
	c.line("model.to(dtype)")
}

// criteria are the losses that are classes of PyTorch; the others are functions.
var criteria = map[string]string{"bce": "nn.BCEWithLogitsLoss()", "cross_entropy": "nn.CrossEntropyLoss()"}

func (*pytorch) loss(c *code, p *plan) {
	c.section("Loss")
	for i, name := range p.losses() {
		if i == 0 && name == "bce" {
			c.line("# nn.Sigmoid and nn.BCELoss in one: the same numbers, and still right where the sigmoid rounds to 0 or 1.")
		}
		formula := map[string]string{
			"mse":        "((torch.sigmoid(z) - y) ** 2).mean()",
			"hinge":      "torch.clamp(1 - (2 * y - 1) * z, min=0).mean()",
			"perceptron": "torch.clamp(-(2 * y - 1) * z, min=0).mean()",
		}[name]
		if formula != "" {
			c.function(func() { c.text("def " + name + "(z, y):\n    return " + formula) })
			c.gap(2)
		}
	}
	c.line("criterion = ", criterion(p.scene.Train.Loss))
}

func criterion(loss string) string {
	if class := criteria[loss]; class != "" {
		return class
	}
	return loss
}

func (*pytorch) optimizer(c *code, p *plan) {
	c.section("Optimizer")
	c.line("optimizer = ", optim(p.scene.Train))
}

func optim(t scene.Train) string {
	text := "torch.optim.SGD(model.parameters(), lr=" + number(t.LR)
	if t.Optimizer == "adam" {
		text = "torch.optim.Adam(model.parameters(), lr=" + number(t.LR)
	} else if t.Momentum > 0 {
		text += ", momentum=" + number(t.Momentum)
	}
	if t.WeightDecay > 0 {
		text += ", weight_decay=" + number(t.WeightDecay)
	}
	if t.Optimizer == "sgd" && t.Nesterov {
		text += ", nesterov=True"
	}
	return text + ")"
}

func (*pytorch) permutation() string { return "torch.randperm(len(X))" }

func (*pytorch) inOrder(n string) string { return "torch.arange(" + n + ")" }

func (*pytorch) report(c *code, p *plan) {
	c.block("with torch.no_grad():", func() {
		if p.held > 0 {
			c.line("loss, test_loss = criterion(model(X), y), criterion(model(X_test), y_test)")
		} else {
			c.line("loss = criterion(model(X), y)")
		}
	})
	printLoss(c, p)
}

func printLoss(c *code, p *plan) {
	if p.held > 0 {
		c.line(`print("epoch", epoch, "loss", loss.item(), "test_loss", test_loss.item())`)
	} else {
		c.line(`print("epoch", epoch, "loss", loss.item())`)
	}
}

func (*pytorch) reportAndLearn(c *code, p *plan) {
	c.line("loss = criterion(model(X), y)")
	if p.held > 0 {
		c.block("with torch.no_grad():", func() { c.line("test_loss = criterion(model(X_test), y_test)") })
	}
	printLoss(c, p)
	descend(c)
}

func (*pytorch) learn(c *code, _ *plan) {
	c.line("loss = criterion(model(X[batch]), y[batch])")
	descend(c)
}

func descend(c *code) { c.text("optimizer.zero_grad()\nloss.backward()\noptimizer.step()") }

func (*pytorch) answers(c *code, p *plan) {
	c.section("What it says of the test points")
	queries(c, p)
	c.block("with torch.no_grad():", func() {
		c.block("for point in queries:", func() {
			c.line("z = model(torch.tensor(point, dtype=dtype))")
			if p.outputs() > 1 {
				c.line(`print("query", *point, "probability", *torch.softmax(z, 0).tolist(), "class", z.argmax().item())`)
			} else {
				c.line(`print("query", *point, "probability", torch.sigmoid(z).item(), "class", int(z >= 0))`)
			}
		})
	})
}
