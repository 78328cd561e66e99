package perceptron

// perceptronLoss is the hinge loss with its kink at z = 0.
var perceptronLoss = lossEntry{
	name: "perceptron",
	form: LossForm{Convex: true, Zero: true},
	sum:  func(delta, z []float64, y []int, _ int) float64 { return hinge(delta, z, y, 0) },
	python: LossPython{
		TorchFormula: "torch.clamp(-(2 * y - 1) * z, min=0).mean()",
		NumPy: `def perceptron(z, y):
    """Rosenblatt's loss of logits z [n, 1], the mean, and its gradient by z."""
    s = 2 * y - 1
    return np.maximum(-s * z, 0).mean(), np.where(-s * z >= 0, -s, 0) / len(y)`,
	},
}
