package export

import (
	"slices"
	"strconv"
	"strings"

	"perceptronlab/perceptron/internal/python"
)

// names of a network's arrays: W, b of a single layer, else W1, b1, W2 ...
type names struct{ w, b []string }

func newNames(p *plan) (n names) {
	layers := len(p.scene.Model.Layers) - 1
	for i := range layers {
		number := strconv.Itoa(i + 1)
		if layers == 1 {
			number = ""
		}
		n.w, n.b = append(n.w, "W"+number), append(n.b, "b"+number)
	}
	return n
}

func (n names) parameters() (all []string) {
	for i := range n.w {
		all = append(all, n.w[i], n.b[i])
	}
	return all
}

// network writes forward and gradients, layer by layer.
func network(c *python.Code, p *plan) {
	n, last := newNames(p), len(p.scene.Model.Layers)-2
	activation := p.scene.Model.ActivationEntry().Python()
	input := func(i int) string {
		if i == 0 {
			return "x"
		}
		return "h" + strconv.Itoa(i)
	}
	layer := func(i int) string { return input(i) + " @ " + n.w[i] + ".T + " + n.b[i] }
	hidden := func() {
		for i := range last {
			c.Line(input(i+1), " = ", strings.ReplaceAll(activation.NumPy, "%", layer(i)))
		}
	}

	c.Function(func() {
		c.Block("def forward(x):", func() {
			c.Line(`"""The logits of points x [n, 2]."""`)
			hidden()
			c.Line("return ", layer(last))
		})
	})
	c.Function(func() {
		c.Block("def gradients(x, y):", func() {
			c.Line(`"""The gradient of the mean loss by each parameter."""`)
			hidden()
			c.Line("d", strconv.Itoa(last+1), " = ", (&numpy{}).criterion(p), "(", layer(last), ", y)[1]")
			var all []string
			for i := last; i >= 0; i-- {
				d := "d" + strconv.Itoa(i+1)
				all = append(all, d+".sum(axis=0)", d+".T @ "+input(i))
				if i > 0 {
					c.Line("d", strconv.Itoa(i), " = ", d, " @ ", n.w[i], " * ", strings.ReplaceAll(activation.NumPySlope, "%", input(i)))
				}
			}
			slices.Reverse(all)
			c.List("return [", all, "]")
		})
	})
}
