package perceptron

var bceLoss = lossEntry{
	name: "bce",
	sum:  bce,
	// p(1 − p), p = σ(z)
	secondDerivative: func(z float64, _ int) float64 { return float64(Sigmoid(z) * Sigmoid(-z)) },
	python: LossPython{
		TorchClass: "nn.BCEWithLogitsLoss()",
		TorchNote:  "nn.Sigmoid and nn.BCELoss in one: the same numbers, and still right where the sigmoid rounds to 0 or 1.",
		NumPy: `def bce(z, y):
    """Binary cross-entropy of logits z [n, 1], the mean, and its gradient by z."""
    s = 2 * y - 1
    return np.logaddexp(0, -s * z).mean(), -s * sigmoid(-s * z) / len(y)`,
	},
}

// bce: with t = −sz,
//
//	L = ln(1 + eᵗ),   dL/dz = −s σ(t)
func bce(delta, z []float64, y []int, _ int) (sum float64) {
	for i := 0; ; i++ {
		i, sum = bceByTable(delta, z, y, i, sum)
		if i == len(z) {
			return sum
		}
		s := float64(1 - 2*y[i])
		t := float64(s * z[i])
		delta[i] = s * Sigmoid(t)
		sum += Softplus(t)
	}
}
