package reference

import "math"

// A Loss is the cost of a point's logits, given its label, and its derivative by each logit.
type Loss func(z []float64, y int) (value float64, slope []float64)

// The losses, by the names that docs/scene.md gives them. For one logit z, with s = −1 for class 0 and 1 for class 1, and p =
// σ(z).
var Losses = map[string]Loss{
	// −ln of the probability of the point's own class
	"bce": func(z []float64, y int) (float64, []float64) {
		s := sign(y)
		return math.Log1p(math.Exp(-s * z[0])), []float64{-s * Sigmoid(-s*z[0])}
	},
	"mse": func(z []float64, y int) (float64, []float64) {
		p := Sigmoid(z[0])
		d := p - float64(y)
		return d * d, []float64{2 * d * p * (1 - p)}
	},
	"hinge":      hinge(1),
	"perceptron": hinge(0),
	// −ln of the softmax of the point's own class
	"cross_entropy": func(z []float64, y int) (float64, []float64) {
		sum := 0.0
		for _, v := range z {
			sum += math.Exp(v)
		}
		slope := make([]float64, len(z))
		for k, v := range z {
			slope[k] = math.Exp(v) / sum
		}
		slope[y]--
		return math.Log(sum) - z[y], slope
	},
}

// hinge is max(0, c − sz). At the kink its slope is that of the line that falls.
func hinge(c float64) Loss {
	return func(z []float64, y int) (float64, []float64) {
		s := sign(y)
		if value := c - s*z[0]; value >= 0 {
			return value, []float64{-s}
		}
		return 0, []float64{0}
	}
}

func sign(y int) float64 { return float64(2*y - 1) }
