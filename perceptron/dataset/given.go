package dataset

import (
	"strconv"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/internal/python"
	"perceptronlab/perceptron/refusal"
)

// given are points that are listed in the scene itself.
var given = Kind{
	Name:    "points",
	Params:  []*Param{givenX, givenY},
	Samples: func(p Params) perceptron.Samples { return perceptron.Samples{X: p.X, Y: p.Y} },
	Len:     func(p Params) int { return len(p.Y) },
	Check: func(p Params, classes int) *refusal.Error {
		if len(p.X) != len(p.Y) {
			return refusal.Count("y", len(p.Y), refusal.Labels, refusal.LabelsOf.With(len(p.X)))
		}
		for i, y := range p.Y {
			if int(y) >= classes {
				return refusal.New("y["+strconv.Itoa(i)+"]", strconv.Itoa(int(y)), refusal.ClassesWithin.With(classes))
			}
		}
		return nil
	},
	PyTorch: pointData,
	NumPy:   pointData,
	Random: func(r Random, p *Params, classes *int) {
		for range 1 + r.IntN(40) {
			p.X, p.Y = append(p.X, perceptron.Single(r.Place())), append(p.Y, uint8(r.IntN(*classes)))
		}
	},
}

var (
	givenX = &Param{Key: "x", Default: "[]", Domain: Coordinate, Points: func(p *Params) *[][2]float32 { return &p.X }}
	givenY = &Param{Key: "y", Default: "[]", Labels: func(p *Params) *[]uint8 { return &p.Y }}
)

func pointData(c *python.Code, p Params) {
	if len(p.Y) == 0 {
		c.Line("X, y = np.zeros((0, 2)), np.zeros(0, dtype=int)")
		return
	}
	x, _ := perceptron.Samples{X: p.X, Y: p.Y}.Wide()
	c.List("X = np.array([", python.Pairs(x, python.Float32), "])")
	c.List("y = np.array([", python.Numbers(p.Y), "])")
}
