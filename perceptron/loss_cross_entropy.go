package perceptron

import "perceptronlab/perceptron/internal/kernel"

var crossEntropyLoss = lossEntry{
	name:        "cross_entropy",
	multiclass:  true,
	probability: true,
	form:        LossForm{Convex: true, Falls: true, Softmax: true},
	sum:         crossEntropy,
	python: LossPython{
		TorchClass: "nn.CrossEntropyLoss()",
		NumPy: `def cross_entropy(z, y):
    """Cross-entropy of logits z [n, K], the mean, and its gradient by z."""
    z = z - z.max(axis=1, keepdims=True)
    own = np.arange(len(y)), y
    gradient = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    gradient[own] -= 1
    return (np.log(np.exp(z).sum(axis=1)) - z[own]).mean(), gradient / len(y)`,
	},
}

// crossEntropy: L = ln Σ e^zⱼ − z_y, dL/dzⱼ = softmax(z)ⱼ − [j = y]. With the largest logit subtracted first,
// nothing overflows; with its own term 1 left out of the sum, a small loss keeps its digits.
func crossEntropy(delta, z []float64, y []int, k int) float64 {
	var sum float64
	for i, yi := range y {
		zi, di := z[i*k:][:k], delta[i*k:][:k]
		top, rest := softmax(di, zi)
		sum += kernel.Log1p(rest) + (zi[top] - zi[yi])
		di[yi]--
	}
	return sum
}
