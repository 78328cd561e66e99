package figure

import (
	"fmt"
	"math"
	"strconv"

	"perceptronlab/game/session"
	"perceptronlab/perceptron/dataset"
)

// sceneReport is what the scene says about data and model, for the controls that change it. Names and values are docs/scene.md's.
type sceneReport struct {
	Kind   string `json:"kind"`
	Points string `json:"points"` // distinguishes points that are given one by one from any others; '' for data that are drawn
	dataset.Drawn
	TestSize   float64 `json:"test_size"`
	Layers     []int   `json:"layers"`
	Activation string  `json:"activation"`
	Init       string  `json:"init"`
	ManualSeed string  `json:"manual_seed"` // as text: it may be too large for a number to hold exactly
}

func (f *Figure) sceneReport(s session.Snapshot) sceneReport {
	d, m := s.Data, s.Model
	drawn := d.Drawn
	drawn.Centers = append([][2]float64{}, d.Centers...)
	return sceneReport{
		Kind: d.Kind, Points: f.given.of(d.X, d.Y), Drawn: drawn, TestSize: d.TestSize,
		Layers: m.Layers, Activation: m.Activation, Init: m.Init, ManualSeed: strconv.FormatUint(m.ManualSeed, 10),
	}
}

// given keeps the digest of points, of which there may be very many, as long as they are the same memory, which is never written
// to.
type given struct {
	first  *[2]float32
	n      int
	digest string
}

func (g *given) of(x [][2]float32, y []uint8) string {
	if len(x) == 0 {
		return ""
	}
	if g.first != &x[0] || g.n != len(x) {
		*g = given{&x[0], len(x), digest(x, y)}
	}
	return g.digest
}

// digest is the 64-bit FNV-1a hash of points, a number at a time.
func digest(x [][2]float32, y []uint8) string {
	sum := uint64(14695981039346656037)
	for i, at := range x {
		for _, v := range [3]uint64{uint64(math.Float32bits(at[0])), uint64(math.Float32bits(at[1])), uint64(y[i])} {
			sum = (sum ^ v) * 1099511628211
		}
	}
	return fmt.Sprintf("%016x", sum)
}
