package perceptron

var hingeLoss = lossEntry{
	name: "hinge",
	form: LossForm{Convex: true, Zero: true, Room: 1},
	sum:  func(delta, z []float64, y []int, _ int) float64 { return hinge(delta, z, y, 1) },
	python: LossPython{
		TorchFormula: "torch.clamp(1 - (2 * y - 1) * z, min=0).mean()",
		NumPy: `def hinge(z, y):
    """Hinge loss of logits z [n, 1], the mean, and its gradient by z."""
    s = 2 * y - 1
    return np.maximum(1 - s * z, 0).mean(), np.where(1 - s * z >= 0, -s, 0) / len(y)`,
	},
}

// hinge: L = max(0, c − sz); dL/dz = −s where c − sz ≥ 0, also at the kink, as torch.clamp(min=0) passes it.
func hinge(delta, z []float64, y []int, c float64) float64 {
	var sum float64
	for i, zi := range z {
		s := float64(2*y[i] - 1)
		l := c - float64(s*zi)
		if l < 0 {
			delta[i] = 0
			continue
		}
		delta[i] = -s
		sum += l
	}
	return sum
}
