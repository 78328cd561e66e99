package dataset

import (
	"math"
	"strconv"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/internal/python"
)

var circles = Kind{
	Name:    "circles",
	Params:  []*Param{nSamples, noise, factor},
	Samples: func(p Params) perceptron.Samples { return Circles(p.NSamples, p.Noise, p.Factor, p.RandomState) },
	SKLearn: "make_circles",
	PyTorch: func(c *python.Code, p Params) {
		n, factor := strconv.Itoa(p.NSamples), python.Number(p.Factor)
		c.Line("X, y = make_circles(n_samples=", n, noiseArgument(p), ", factor=", factor, ", random_state=", seed(p), ")")
	},
	NumPy:  circleDraws,
	Random: noisy,
}

// factor is the inner circle's radius.
var factor = &Param{
	Key: "factor", Domain: Share,
	Number: func(p *Params) *float64 { return &p.Factor }, Default: "0.5",
}

// Circles is make_circles(n, noise=noise, factor=factor, random_state=seed): a circle of radius 1, class 0, of n/2
// points, around one of radius factor, class 1, of the rest.
func Circles(n int, noise, factor float64, seed uint32) perceptron.Samples {
	s := empty(n)
	outer := n / 2
	for _, t := range linspace(2*math.Pi, outer, false) {
		sin, cos := sincos(t)
		s.add(cos, sin, 0)
	}
	for _, t := range linspace(2*math.Pi, n-outer, false) {
		sin, cos := sincos(t)
		s.add(float64(cos*factor), float64(sin*factor), 1)
	}
	return s.shuffledThenNoisy(noise, seed)
}

func circleDraws(c *python.Code, p Params) {
	outer := p.NSamples / 2
	c.Line("# make_circles of scikit-learn")
	c.Line("rng = np.random.RandomState(", seed(p), ")")
	c.Line("t = np.linspace(0, 2 * np.pi, ", strconv.Itoa(outer), ", endpoint=False)")
	c.Line("u = np.linspace(0, 2 * np.pi, ", strconv.Itoa(p.NSamples-outer), ", endpoint=False)")
	c.Line("outer, inner = np.stack([np.cos(t), np.sin(t)], axis=1), np.stack([np.cos(u), np.sin(u)], axis=1) * ", python.Number(p.Factor))
	c.Line("X, y = np.concatenate([outer, inner]), np.repeat([0, 1], [len(t), len(u)])")
	shuffleDraws(c)
	noiseDraws(c, p)
}
