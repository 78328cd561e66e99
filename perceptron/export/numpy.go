package export

import (
	"strconv"
	"strings"

	"perceptronlab/perceptron/internal/python"
	"perceptronlab/perceptron/scene"
)

// numpy writes for NumPy alone, formulas written out. Arrays are float64; for one output y has shape [n, 1], for K it has
// shape [n].
type numpy struct{}

func (*numpy) imports(c *python.Code, p *plan) {
	c.Line("# A run of Perceptron Lab, for NumPy.")
	c.Line("import numpy as np")
}

func (*numpy) data(c *python.Code, p *plan) {
	d := p.scene.Data
	c.Section("Data")
	d.KindEntry().NumPy(c, d.Params)
	column := ".reshape(-1, 1)"
	if p.outputs() > 1 {
		column = ""
	}
	c.Line("X, y = X.astype(np.float32).astype(np.float64), y", column)
	if p.held > 0 {
		held := strconv.Itoa(p.held)
		c.Line("order = np.random.RandomState(", seedText(d), ").permutation(len(X))")
		c.Line("X_test, y_test = X[order[:", held, "]], y[order[:", held, "]]")
		c.Line("X, y = X[order[", held, ":]], y[order[", held, ":]]")
	}
}

// model draws the weights as PyTorch does, and writes the network and its gradient.
func (*numpy) model(c *python.Code, p *plan) {
	torchDraws(c, p)
	n := newNames(p)
	c.Section("Parameters: W [out, in] and b [out] of each layer")
	for i := range n.w {
		in, out := strconv.Itoa(p.scene.Model.Layers[i]), strconv.Itoa(p.scene.Model.Layers[i+1])
		c.Line(n.w[i], ", ", n.b[i], " = linear(", in, ", ", out, ")")
	}
	c.List("parameters = [", n.parameters(), "]")
	if p.scene.Model.Init == "zeros" {
		c.Block("for p in parameters:", func() { c.Line("p[:] = 0") })
	}
}

// loss writes the losses and, as they are its last layer, the network.
func (*numpy) loss(c *python.Code, p *plan) {
	hidden := len(p.scene.Model.Layers) > 2
	if p.outputs() == 1 || hidden && strings.Contains(p.scene.Model.ActivationEntry().Python().NumPy, "sigmoid(") {
		c.Function(func() { c.Text("def sigmoid(z):\n    return 1 / (1 + np.exp(-z))") })
	}
	for _, loss := range p.losses() {
		c.Function(func() { c.Text(loss.Python().NumPy) })
	}
	if p.varies(func(t scene.Train) any { return t.Loss }) {
		c.Gap(2)
		c.Line("criterion = ", p.scene.Train.Loss)
	}
	network(c, p)
}

func (n *numpy) criterion(p *plan) string {
	if p.varies(func(t scene.Train) any { return t.Loss }) {
		return "criterion"
	}
	return p.scene.Train.Loss
}

func (*numpy) permutation() string { return "randperm(len(X))" }

func (*numpy) inOrder(n string) string { return "np.arange(" + n + ")" }

func (n *numpy) report(c *python.Code, p *plan) {
	text := `print("epoch", epoch, "loss", ` + n.criterion(p) + `(forward(X), y)[0]`
	if p.held > 0 {
		text += `, "test_loss", ` + n.criterion(p) + `(forward(X_test), y_test)[0]`
	}
	c.Line(text, ")")
}

func (n *numpy) reportAndLearn(c *python.Code, p *plan) {
	n.report(c, p)
	c.Line(updater(p), "(gradients(X, y))")
}

func (*numpy) learn(c *python.Code, p *plan) { c.Line(updater(p), "(gradients(X[batch], y[batch]))") }

func (*numpy) answers(c *python.Code, p *plan) {
	c.Section("What it says about the asked points")
	queries(c, p)
	c.Block("for point in queries:", func() {
		c.Line("z = forward(np.array([point], dtype=np.float64))[0]")
		if p.outputs() > 1 {
			c.Line("p = np.exp(z - z.max()) / np.exp(z - z.max()).sum()")
			c.Line(`print("query", *point, "probability", *p, "class", z.argmax())`)
		} else {
			c.Line(`print("query", *point, "probability", sigmoid(z[0]), "class", int(z[0] >= 0))`)
		}
	})
}
