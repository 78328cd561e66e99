// Package dataset makes the labelled points of scikit-learn's make_blobs, make_moons and make_circles, of the logic
// gates and of two spirals, point by point as the originals give them for the same random_state.
//
// Coordinates are computed in float64 and rounded to float32, as a PyTorch tensor of them is. A caller asks for
// n ≥ 0 points, noise ≥ 0 and finite numbers (package scene checks a reader's input before it comes here).
//
// NumPy's sine and cosine depend on the machine: with AVX-512 they come from SVML, else from the C library. We match
// the latter. Of some 10 million coordinates two differed from SVML's after rounding, both in 1 − cos t at t ≈ 10⁻⁴.
package dataset

import (
	"slices"
	"strconv"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/internal/python"
	"perceptronlab/perceptron/refusal"
)

// A Kind is a way to make labelled points.
type Kind struct {
	Name   string
	Params []*Param // the values of a scene's data that it uses

	Samples func(p Params) perceptron.Samples
	Even    bool               // as many points of each of two classes: an odd one of n_samples is left out
	Len     func(p Params) int // how many points; nil: n_samples, or one less where that is odd and mustn't be
	// Check refuses values that don't go together. The refusal's key is without "data."; without a value, it gets the key's. nil:
	// all do
	Check func(p Params, classes int) *refusal.Error

	SKLearn string                         // what scripts import of sklearn.datasets; empty: nothing
	PyTorch func(c *python.Code, p Params) // writes X [n, 2] and y [n], NumPy arrays, with scikit-learn's help
	NumPy   func(c *python.Code, p Params) // the same with NumPy alone

	// Random draws values for the parity test, and returns how many classes the points then have.
	Random func(r Random, p *Params, classes *int)
}

// Random is where random scenes come from.
type Random interface {
	IntN(n int) int
	Decimal(low, high float64) float64 // of few digits
	Place() [2]float64
}

// kinds lists them all, in the order of menus. A new one needs a line here, its file, its test and its texts.
var kinds = []Kind{blobs, moons, circles, and, or, nand, xor, spirals, given}

// Kinds lists them.
func Kinds() []Kind { return slices.Clone(kinds) }

// KindOf returns the kind with a name; ok is false if there is none.
func KindOf(name string) (k Kind, ok bool) {
	for _, k := range kinds {
		if k.Name == name {
			return k, true
		}
	}
	return Kind{}, false
}

func (k Kind) String() string { return k.Name }

// Size is how many points the kind makes.
func (k Kind) Size(p Params) int {
	if k.Len != nil {
		return k.Len(p)
	}
	if k.Even {
		return p.NSamples / 2 * 2
	}
	return p.NSamples
}

// noisy draws what the kinds of two classes have in common.
func noisy(r Random, p *Params, classes *int) {
	*classes = 2
	p.Noise, p.Factor = []float64{0, r.Decimal(0, 0.3)}[r.IntN(2)], r.Decimal(0.1, 0.9)
}

func seed(p Params) string { return strconv.FormatUint(uint64(p.RandomState), 10) }

// noiseArgument is that of scikit-learn's makers.
func noiseArgument(p Params) string {
	if p.Noise > 0 {
		return ", noise=" + python.Number(p.Noise)
	}
	return ""
}
