package dataset

import (
	"math"
	"strconv"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/internal/python"
)

var moons = Kind{
	Name:    "moons",
	Params:  []*Param{nSamples, noise},
	Samples: func(p Params) perceptron.Samples { return Moons(p.NSamples, p.Noise, p.RandomState) },
	SKLearn: "make_moons",
	PyTorch: func(c *python.Code, p Params) {
		c.Line("X, y = make_moons(n_samples=", strconv.Itoa(p.NSamples), noiseArgument(p), ", random_state=", seed(p), ")")
	},
	NumPy:  moonDraws,
	Random: noisy,
}

// Moons is make_moons(n, noise=noise, random_state=seed): two half circles that reach into each other.
// The upper one, class 0, has n/2 points, the lower one the rest.
func Moons(n int, noise float64, seed uint32) perceptron.Samples {
	s := empty(n)
	upper := n / 2
	for _, t := range linspace(math.Pi, upper, true) {
		sin, cos := sincos(t)
		s.add(cos, sin, 0)
	}
	for _, t := range linspace(math.Pi, n-upper, true) {
		sin, cos := sincos(t)
		s.add(1-cos, 1-sin-0.5, 1)
	}
	return s.shuffledThenNoisy(noise, seed)
}

func moonDraws(c *python.Code, p Params) {
	upper := p.NSamples / 2
	c.Line("# make_moons of scikit-learn")
	c.Line("rng = np.random.RandomState(", seed(p), ")")
	c.Line("t, u = np.linspace(0, np.pi, ", strconv.Itoa(upper), "), np.linspace(0, np.pi, ", strconv.Itoa(p.NSamples-upper), ")")
	c.Line("upper, lower = np.stack([np.cos(t), np.sin(t)], axis=1), np.stack([1 - np.cos(u), 1 - np.sin(u) - 0.5], axis=1)")
	c.Line("X, y = np.concatenate([upper, lower]), np.repeat([0, 1], [len(t), len(u)])")
	shuffleDraws(c)
	noiseDraws(c, p)
}
