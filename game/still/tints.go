package still

import (
	"image/color"
	"math"

	"perceptronlab/game/session"
	"perceptronlab/game/view"
	"perceptronlab/perceptron"
)

// Tints computes the field at the given places, exactly at each: the predicted class's colour, the surer the more
// opaque. dst has the length of places.
func Tints(dst []color.NRGBA, s session.Snapshot, places [][2]float64) {
	if s.Diverged {
		clear(dst)
		return
	}
	k := s.Network.Outputs()
	z := make([]float64, len(places)*k)
	s.Network.Logits(z, places)
	p := make([]float64, len(z))
	perceptron.Probabilities(p, z, k)
	for i := range places {
		class, opacity := shade(z[i*k:(i+1)*k], p[i*k:(i+1)*k])
		c := view.ClassColor(class)
		dst[i] = color.NRGBA{uint8(c >> 16), uint8(c >> 8), uint8(c), uint8(math.Round(255 * opacity))}
	}
}

// shade returns the class that a point's logits predict, and how opaque its colour is: the surer, the more, and not at all if
// all classes are equally likely.
func shade(z, p []float64) (class int, opacity float64) {
	class = perceptron.Predict(z)
	if len(z) == 1 {
		return class, tint(z[0])
	}
	even := 1 / float64(len(p))
	return class, tintAtOne * (p[class] - even) / (1 - even)
}
