package dataset

import (
	"slices"
	"strconv"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/internal/python"
	"perceptronlab/perceptron/refusal"
)

// given are points that are listed in the scene itself.
var given = Kind{
	Name:   "points",
	Params: []*Param{givenX, givenY},
	Samples: func(p Params) perceptron.Samples {
		s := perceptron.Samples{X: p.X, Y: p.Y}
		if slices.ContainsFunc(p.X, func(x [2]float64) bool { return x != Rounded(x) }) {
			s = s.Clone()
			for i, x := range s.X {
				s.X[i] = Rounded(x)
			}
		}
		return s
	},
	Len: func(p Params) int { return len(p.Y) },
	Check: func(p Params, classes int) *refusal.Error {
		if len(p.X) != len(p.Y) {
			return refusal.Count("y", len(p.Y), refusal.Labels, refusal.LabelsOf.With(len(p.X)))
		}
		for i, y := range p.Y {
			if y < 0 || y >= classes {
				return refusal.New("y["+strconv.Itoa(i)+"]", strconv.Itoa(y), refusal.ClassesWithin.With(classes))
			}
		}
		return nil
	},
	PyTorch: pointData,
	NumPy:   pointData,
	Random: func(r Random, p *Params, classes *int) {
		for range 1 + r.IntN(40) {
			p.X, p.Y = append(p.X, r.Place()), append(p.Y, r.IntN(*classes))
		}
	},
}

var (
	givenX = &Param{Key: "x", Default: "[]", Domain: Coordinate, Float32: true, Pairs: func(p *Params) *[][2]float64 { return &p.X }}
	givenY = &Param{Key: "y", Default: "[]", Labels: func(p *Params) *[]int { return &p.Y }}
)

func pointData(c *python.Code, p Params) {
	if len(p.Y) == 0 {
		c.Line("X, y = np.zeros((0, 2)), np.zeros(0, dtype=int)")
		return
	}
	c.List("X = np.array([", python.Pairs(p.X, python.Float32), "])")
	c.List("y = np.array([", python.Numbers(p.Y), "])")
}
