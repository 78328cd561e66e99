package dataset

import (
	"perceptronlab/perceptron"
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
