package perceptron

import (
	"math"

	"perceptronlab/perceptron/internal/kernel"
)

var bceLoss = lossEntry{
	name:        "bce",
	probability: true,
	logistic:    true,
	form:        LossForm{Convex: true, Falls: true},
	// with s = 2y − 1 and t = −sz, L = ln(1 + eᵗ), dL/dz = −s σ(t)
	sum: func(delta, z []float64, y []int, _ int) float64 { return kernel.BCE(delta, z, y) },
	// p(1 − p), p = σ(z)
	secondDerivative: func(z float64, _ int) float64 { return float64(Sigmoid(z) * Sigmoid(-z)) },
	// |dL/dz| is p or 1 − p
	derivatives: func(delta, _ []float64) (first, second float64) {
		for _, d := range delta {
			first += d
			second += math.Abs(d) - float64(d*d)
		}
		return first, second
	},
	python: LossPython{
		TorchClass: "nn.BCEWithLogitsLoss()",
		TorchNote:  "nn.Sigmoid and nn.BCELoss in one: the same numbers, and still right where the sigmoid rounds to 0 or 1.",
		NumPy: `def bce(z, y):
    """Binary cross-entropy of logits z [n, 1], the mean, and its gradient by z."""
    s = 2 * y - 1
    return np.logaddexp(0, -s * z).mean(), -s * sigmoid(-s * z) / len(y)`,
	},
}
