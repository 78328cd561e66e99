package dataset

import (
	"math"
	"strconv"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/internal/python"
	"perceptronlab/perceptron/random"
	"perceptronlab/perceptron/refusal"
)

var spirals = Kind{
	Name:    "spirals",
	Params:  []*Param{nSamples, noise},
	Samples: func(p Params) perceptron.Samples { return Spirals(p.NSamples, p.Noise, p.RandomState) },
	Even:    true,
	Check: func(p Params, _ int) *refusal.Error {
		if p.NSamples < 2 {
			return refusal.New("n_samples", "", refusal.SpiralsFrom.With(2))
		}
		return nil
	},
	PyTorch: spiralData,
	NumPy:   spiralData,
	Random:  noisy,
}

// Spirals makes two spirals of n/2 points each that wind 1¾ times around the origin, half a turn apart. Noise is
// uniform in ±noise; class 0 comes first. The definition is docs/scene.md's, after TensorFlow Playground.
func Spirals(n int, noise float64, seed uint32) perceptron.Samples {
	rng := random.NewNumPy(seed)
	s := empty(n)
	m := n / 2
	for k := range 2 {
		for i := range m {
			r := float64(i) / float64(m)
			t := float64(1.75*float64(i)/float64(m)*2*math.Pi) + float64(float64(k)*math.Pi)
			sin, cos := sincos(t)
			x := float64(r*sin) + rng.Uniform(-noise, noise)
			s.add(x, float64(r*cos)+rng.Uniform(-noise, noise), k)
		}
	}
	return s.rounded()
}

func spiralData(c *python.Code, p Params) {
	m, noise := strconv.Itoa(p.NSamples/2), python.Number(p.Noise)
	c.Line("rng = np.random.RandomState(", seed(p), ")")
	c.Line("spirals = []")
	c.Block("for k in (0, 1):", func() {
		c.Line("i = np.arange(", m, ")")
		c.Line("r = i / ", m)
		c.Line("t = 1.75 * i / ", m, " * 2 * np.pi + k * np.pi")
		c.Line("noise = rng.uniform(-", noise, ", ", noise, ", size=(", m, ", 2))")
		c.Line("spirals.append(np.stack([r * np.sin(t), r * np.cos(t)], axis=1) + noise)")
	})
	c.Line("X = np.concatenate(spirals)")
	c.Line("y = np.repeat([0, 1], ", m, ")")
}
