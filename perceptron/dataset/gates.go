package dataset

import (
	"fmt"
	"strconv"
	"strings"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/internal/python"
	"perceptronlab/perceptron/random"
)

// Gate is the truth table of a logic gate: the label of (0,0), (0,1), (1,0) and (1,1).
type Gate [4]int

// The gates of docs/scene.md. A line separates the first three; it cannot separate Xor.
var (
	And  = Gate{0, 0, 0, 1}
	Or   = Gate{0, 1, 1, 1}
	Nand = Gate{1, 1, 1, 0}
	Xor  = Gate{0, 1, 1, 0}
)

var and, or, nand, xor = gate("and", And), gate("or", Or), gate("nand", Nand), gate("xor", Xor)

func gate(name string, g Gate) Kind {
	return Kind{
		Name:    name,
		Params:  []*Param{nSamples, noise},
		Samples: func(p Params) perceptron.Samples { return g.Samples(p.NSamples, p.Noise, p.RandomState) },
		PyTorch: g.script,
		NumPy:   g.script,
		Random:  noisy,
	}
}

// Samples goes through the truth table again and again until there are n points; noise > 0 adds N(0, noise²) to each
// coordinate.
func (g Gate) Samples(n int, noise float64, seed uint32) perceptron.Samples {
	s := empty(n)
	for i := range n {
		row := i % 4
		s.add(float64(row/2), float64(row%2), g[row])
	}
	s.addNoise(noise, random.NewNumPy(seed))
	return s.rounded()
}

func (g Gate) script(c *python.Code, p Params) {
	n := strconv.Itoa(p.NSamples)
	c.Line("row = np.arange(", n, ") % 4  # of the truth table")
	c.Line("X = np.stack([row // 2, row % 2], axis=1).astype(float)")
	if p.Noise > 0 {
		c.Line("X += np.random.RandomState(", seed(p), ").normal(scale=", python.Number(p.Noise), ", size=(", n, ", 2))")
	}
	c.Line("y = np.array(", strings.ReplaceAll(fmt.Sprint([4]int(g)), " ", ", "), ")[row]")
}
