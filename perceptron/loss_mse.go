package perceptron

var mseLoss = lossEntry{
	name:             "mse",
	probability:      true,
	form:             LossForm{Falls: true},
	sum:              mse,
	secondDerivative: mseSecondDerivative,
	derivatives:      mseDerivatives,
	python: LossPython{
		TorchFormula: "((torch.sigmoid(z) - y) ** 2).mean()",
		NumPy: `def mse(z, y):
    """Mean squared error of sigmoid(z), z [n, 1], and its gradient by z."""
    p = sigmoid(z)
    return ((p - y) ** 2).mean(), 2 * (p - y) * p * (1 - p) / len(y)`,
	},
}

// mse: L = (p − y)², dL/dz = 2(p − y) p(1 − p), p = σ(z)
func mse(delta, z []float64, y []int, _ int) float64 {
	var sum float64
	for i, zi := range z {
		p := Sigmoid(zi)
		d := p - float64(y[i])
		delta[i] = 2 * d * float64(p*(1-p))
		sum += float64(d * d)
	}
	return sum
}

// mseSecondDerivative: L″ = 2p²(1 − p)² + 2(p − y) p(1 − p)(1 − 2p)
func mseSecondDerivative(z float64, y int) float64 {
	p, rest := Sigmoid(z), Sigmoid(-z)
	slope := float64(p * rest)
	off := p
	if y == 1 {
		off = -rest
	}
	return float64(2*slope*slope) + float64(2*off*slope*(rest-p))
}

// mseDerivatives: as above, with dL/dz for 2(p − y) p(1 − p)
func mseDerivatives(delta, z []float64) (first, second float64) {
	for i, d := range delta {
		p := Sigmoid(z[i])
		slope := float64(p * (1 - p))
		first += d
		second += float64(2*slope*slope) + float64(d*(1-2*p))
	}
	return first, second
}
